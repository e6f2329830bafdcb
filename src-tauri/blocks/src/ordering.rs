//! Who comes before whom within a group, and the places that pins give.

use std::ops::Range;

use super::options::{BlockOptions, EntryForm, Order};
use super::{Signatory, clean};
use names::sort::{SortOptions, Sorter};

/// One signatory to be sorted. The first bytes of its key stand beside it, because most comparisons need no
/// more.
struct Item {
    follows_leads: bool,
    first_bytes: u64,
    key: Range<usize>,
    position: i64,
    at: usize,
}

/// The indices of the signatories in the order of the options. Those that tie keep the order of entry.
pub(super) fn sorted(printed: &[&Signatory], options: &BlockOptions) -> Vec<usize> {
    let mut sorter = Sorter::new(&SortOptions {
        language: options.language.clone(),
        letter_by_letter: options.order == Order::LetterByLetter,
        keep_articles: options.keep_articles,
    });
    // All keys stand in one buffer: thousands of small allocations would cost more than the comparisons.
    let mut keys: Vec<u8> = Vec::with_capacity(printed.len() * 128);
    let mut items: Vec<Item> = Vec::with_capacity(printed.len());
    for (at, signatory) in printed.iter().enumerate() {
        let start = keys.len();
        append_key(signatory, options, &mut sorter, &mut keys);
        let mut first = [0; 8];
        for (slot, byte) in first.iter_mut().zip(keys.get(start..).unwrap_or_default()) {
            *slot = *byte;
        }
        items.push(Item {
            follows_leads: options.lead_first && !signatory.lead,
            first_bytes: u64::from_be_bytes(first),
            key: start..keys.len(),
            position: signatory.position,
            at,
        });
    }
    items.sort_unstable_by(|a, b| {
        let key = |item: &Item| keys.get(item.key.clone()).unwrap_or_default();
        (a.follows_leads, a.first_bytes)
            .cmp(&(b.follows_leads, b.first_bytes))
            .then_with(|| key(a).cmp(key(b)))
            .then_with(|| (a.position, a.at).cmp(&(b.position, b.at)))
    });
    items.into_iter().map(|item| item.at).collect()
}

fn append_key(signatory: &Signatory, options: &BlockOptions, sorter: &mut Sorter, keys: &mut Vec<u8>) {
    const DATED: u8 = 0;
    const UNDATED: u8 = 1;
    match options.order {
        Order::Entered => {}
        Order::Signed => match signatory
            .signed_at
            .as_deref()
            .map(str::trim)
            .filter(|time| !time.is_empty())
        {
            Some(time) => {
                keys.push(DATED);
                keys.extend_from_slice(time.as_bytes());
            }
            None => keys.push(UNDATED),
        },
        Order::Alphabetical | Order::LetterByLetter | Order::Surname => {
            let chosen = signatory
                .sort_as
                .as_deref()
                .map(str::trim)
                .filter(|text| !text.is_empty());
            let signer = signatory
                .signer
                .as_deref()
                .filter(|_| options.entry == EntryForm::Signer);
            match (chosen, signer) {
                (Some(chosen), _) => sorter.append_chosen_key(chosen, keys),
                (None, _) if options.order != Order::Surname => {
                    sorter.append_key(bare(&signatory.name), keys)
                }
                (None, _) if signatory.individual => {
                    sorter.append_person_key(&clean::one_line(&signatory.name), keys)
                }
                // An entry that begins with its signer is found by the signer's surname.
                (None, Some(signer)) if !signer.trim().is_empty() => {
                    sorter.append_person_key(&clean::one_line(signer), keys);
                }
                (None, _) => sorter.append_key(bare(&signatory.name), keys),
            }
        }
    }
}

/// The name from its first letter or digit on: an opening quotation mark or parenthesis is no place in the alphabet.
/// A name of signs alone stays as it is.
fn bare(name: &str) -> &str {
    let bare = name.trim_start_matches(|c: char| !c.is_alphanumeric());
    if bare.is_empty() { name } else { bare }
}

/// Moves pinned members of a group to their places: 1 is the first, -1 the last. Two with the same place
/// stand side by side in their order; a place beyond the end is the end.
pub(super) fn pin(members: &mut Vec<&Signatory>) {
    if members.iter().all(|member| member.pin.is_none()) {
        return;
    }
    let pin_of = |member: &&Signatory| member.pin.unwrap_or_default();
    let (pinned, loose): (Vec<&Signatory>, Vec<&Signatory>) =
        members.drain(..).partition(|member| member.pin.is_some());
    let (mut front, mut back): (Vec<&Signatory>, Vec<&Signatory>) =
        pinned.into_iter().partition(|member| pin_of(member) >= 0);
    front.sort_by_key(pin_of);
    // From the end on, so that of two pinned to the last place the later one gets it.
    back.reverse();
    back.sort_by_key(|member| pin_of(member).unsigned_abs());

    let count = front.len() + back.len() + loose.len();
    let mut places: Vec<Option<&Signatory>> = vec![None; count];
    for member in front.into_iter().chain(back) {
        let pin = pin_of(&member);
        let distance = usize::try_from(pin.unsigned_abs())
            .unwrap_or(usize::MAX)
            .clamp(1, count)
            - 1;
        let free = if pin >= 0 {
            first_free(&places, distance..count).or_else(|| first_free(&places, (0..distance).rev()))
        } else {
            let wanted = count - 1 - distance;
            first_free(&places, (0..=wanted).rev()).or_else(|| first_free(&places, wanted + 1..count))
        };
        if let Some(slot) = free.and_then(|place| places.get_mut(place)) {
            *slot = Some(member);
        }
    }
    let mut loose = loose.into_iter();
    members.extend(
        places
            .into_iter()
            .filter_map(|place| place.or_else(|| loose.next())),
    );
}

fn first_free(places: &[Option<&Signatory>], mut among: impl Iterator<Item = usize>) -> Option<usize> {
    among.find(|place| places.get(*place).is_some_and(Option::is_none))
}
