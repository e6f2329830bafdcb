//! Which organizations of a coalition are likely one and the same.
//!
//! Every pair cannot be compared: a hundred thousand names have five billion. Two names that are likely the same have all
//! words but one in common, or are written together as one, or stand for one another as acronym, or are short and differ by
//! a slip; so names are put into groups by those, and only within a group are they compared. Chapters, parents and sister
//! chapters are never pairs here, because the comparison itself keeps them apart.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use serde::Serialize;
use ts_rs::TS;

use super::align::could_be_same;
use super::index::{Entry, NameIndex};
use super::name::{Name, Word};
use super::normalize::compact;
use super::reason::{Match, Reason};
use super::score::compare_names;
use super::vocabulary::Class;

/// In a larger group only neighbours are compared: names whose remaining words are spelled most alike.
const COMPARED_ALL: usize = 24;

/// How many neighbours are compared on each side.
const NEIGHBOURS: usize = 4;

/// Names are processed in portions of this size between two progress reports.
const PORTION: usize = 512;

/// Two organizations that are likely the same.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export, export_to = "recognizing/")]
pub struct DuplicatePair {
    /// The one with the smaller id.
    #[ts(type = "number")]
    pub a: i64,
    /// The other.
    #[ts(type = "number")]
    pub b: i64,
    /// From 0 to 1; 1 when their names are equal after normalization.
    pub score: f64,
    /// Why.
    pub reason: Reason,
}

/// A name in a group, and the word without which it is in it.
#[derive(Clone, Copy)]
struct Member {
    group: u64,
    slot: u32,
    /// Index into the name's words; `WHOLE` when none was left out.
    without: u16,
}

const WHOLE: u16 = u16::MAX;

/// Groups and pairs are sorted in this many shares, so that progress is reported often.
const SHARES: usize = 64;

/// The pairs of organizations whose names or aliases are likely the same, best first, scoring at least `min_score`.
///
/// `progress` is called some hundred times with the amount done and the total; when it returns `false` the search stops
/// and nothing is returned.
pub fn duplicates(
    index: &NameIndex,
    min_score: f64,
    progress: &mut dyn FnMut(usize, usize) -> bool,
) -> Vec<DuplicatePair> {
    search(index, min_score, progress).unwrap_or_default()
}

/// The search in three steps of equal length: names into groups, pairs out of groups, pairs compared. None when stopped.
fn search(
    index: &NameIndex,
    min_score: f64,
    progress: &mut dyn FnMut(usize, usize) -> bool,
) -> Option<Vec<DuplicatePair>> {
    let slots: Vec<u32> = (0..index.entries.len() as u32)
        .filter(|&slot| index.entry(slot).is_some())
        .collect();
    let (each, total) = (slots.len(), slots.len() * 3);
    let mut goes_on = |done: usize| progress(done, total).then_some(());
    let mut members: Vec<Vec<Member>> = vec![Vec::new(); SHARES];
    let mut pairs: Vec<Vec<(u32, u32)>> = vec![Vec::new(); SHARES];
    let offer = |pairs: &mut Vec<Vec<(u32, u32)>>, one: u32, other: u32| {
        let pair = (one.min(other), one.max(other));
        pairs[pair.0 as usize % SHARES].push(pair);
    };
    for (portion, chunk) in slots.chunks(PORTION).enumerate() {
        goes_on(portion * PORTION)?;
        for &slot in chunk {
            if let Some(entry) = index.entry(slot) {
                join_groups(index, &entry.parsed, |group, without| {
                    let member = Member { group, slot, without };
                    members[(group >> 32) as usize % SHARES].push(member);
                });
                for other in index.kin(slot, &entry.parsed) {
                    offer(&mut pairs, slot, other);
                }
            }
        }
    }
    for (share, members) in members.iter_mut().enumerate() {
        goes_on(each + each * share / SHARES)?;
        members.sort_unstable_by_key(|member| (member.group, member.slot, member.without));
        for group in members.chunk_by(|one, other| one.group == other.group) {
            if group.len() > 1 {
                pair_up(index, group, |one, other| offer(&mut pairs, one, other));
            }
        }
        *members = Vec::new();
    }
    let mut found: HashMap<(i64, i64), DuplicatePair> = HashMap::new();
    for (share, pairs) in pairs.iter_mut().enumerate() {
        pairs.sort_unstable();
        pairs.dedup();
        for (done, chunk) in pairs.chunks(PORTION).enumerate() {
            let within = each * (done * PORTION) / pairs.len();
            goes_on(2 * each + (each * share + within) / SHARES)?;
            for &(one, other) in chunk {
                compare_pair(index, one, other, min_score, &mut found);
            }
        }
        *pairs = Vec::new();
    }
    let mut found: Vec<DuplicatePair> = found.into_values().collect();
    found.sort_by(|x, y| y.score.total_cmp(&x.score).then((x.a, x.b).cmp(&(y.a, y.b))));
    goes_on(total)?;
    Some(found)
}

/// Compares two names, and keeps what they come to when it is the best that is known of their organizations.
fn compare_pair(
    index: &NameIndex,
    one: u32,
    other: u32,
    min_score: f64,
    found: &mut HashMap<(i64, i64), DuplicatePair>,
) {
    let (Some(a), Some(b)) = (index.entry(one), index.entry(other)) else {
        return;
    };
    if a.id == b.id {
        return;
    }
    let (short_a, short_b) = (a.parsed.is_acronym(), b.parsed.is_acronym());
    if short_a && short_b && a.parsed.key != b.parsed.key {
        // A letter more or less makes another acronym, not a slip.
        return;
    }
    let comparison = compare_names(&a.parsed, &b.parsed);
    if comparison.verdict == Match::Different || comparison.score < min_score {
        return;
    }
    if (short_a || short_b) && !acronym_says_enough(index, one, other, &comparison.reason) {
        return;
    }
    let mut pair = DuplicatePair {
        a: a.id,
        b: b.id,
        score: comparison.score,
        reason: comparison.reason,
    };
    let is_alias = |id: i64, slot: u32| index.official_slot(id) != Some(slot);
    let alias = [(a, one), (b, other)]
        .into_iter()
        .find(|(entry, slot)| is_alias(entry.id, *slot));
    if let Some((entry, _)) = alias {
        if pair.reason == Reason::SameName {
            pair.reason = Reason::SameAlias {
                alias: String::from(&*entry.name),
            };
        }
        // A former name or an alias is weaker evidence than the current official names.
        if let (Some(x), Some(y)) = (index.official(a.id), index.official(b.id))
            && compare_names(&x.parsed, &y.parsed).verdict == Match::Different
        {
            pair.score *= BY_ALIAS;
        }
    }
    if pair.score < min_score {
        return;
    }
    if pair.a > pair.b {
        std::mem::swap(&mut pair.a, &mut pair.b);
        pair.reason.swap();
    }
    let best = found.entry((pair.a, pair.b)).or_insert_with(|| pair.clone());
    if pair.score > best.score {
        *best = pair;
    }
}

/// Factor for a pair that only an alias connects.
const BY_ALIAS: f64 = 0.85;

/// An acronym that more names than this share identifies none of them.
const MOST_BEARERS: usize = 4;

/// Whether an acronym makes two organizations likely the same. Many bodies share one (a hundred names have the initials
/// CCC), so it says something only of an organization that is known by nothing else, and only where few have it; or where
/// the official names agree too.
fn acronym_says_enough(index: &NameIndex, one: u32, other: u32, reason: &Reason) -> bool {
    let (Some(a), Some(b)) = (index.entry(one), index.entry(other)) else {
        return false;
    };
    let is_official = |id: i64, slot: u32| index.official_slot(id) == Some(slot);
    let alone = |entry: &Entry, slot: u32| entry.parsed.is_acronym() && is_official(entry.id, slot);
    let written = if a.parsed.is_acronym() {
        &a.parsed
    } else {
        &b.parsed
    };
    let by_initials = matches!(reason, Reason::Acronym { .. });
    let rare = index.at_most_bear(MOST_BEARERS, &written.key, by_initials);
    if rare && (alone(a, one) || alone(b, other)) {
        return true;
    }
    let (Some(x), Some(y)) = (index.official(a.id), index.official(b.id)) else {
        return false;
    };
    !x.parsed.is_acronym()
        && !y.parsed.is_acronym()
        && compare_names(&x.parsed, &y.parsed).verdict != Match::Different
}

/// Calls with each group that a name is in, and the word without which: all its words; all but each one; all but its
/// places; written as one word; its comparison form; its acronym; its parts; its rarest words, two by two.
fn join_groups(index: &NameIndex, name: &Name, mut join: impl FnMut(u64, u16)) {
    let mut words: Vec<(u64, u16)> = Vec::with_capacity(name.words.len());
    for (at, word) in name
        .words
        .iter()
        .enumerate()
        .filter(|(_, word)| word.class != Class::Little)
    {
        words.push((hash(&word.text), at as u16));
    }
    words.sort_unstable();
    words.dedup_by_key(|(hash, _)| *hash);
    // Order does not matter, so a sum stands for the set; taking a word out is a subtraction.
    let all = words.iter().fold(0u64, |sum, (hash, _)| sum.wrapping_add(*hash));
    join(all, WHOLE);
    if words.len() > 1 {
        for &(hash, at) in &words {
            join(all.wrapping_sub(hash), at);
        }
    }
    let places = words
        .iter()
        .filter(|(_, at)| name.words[usize::from(*at)].class == Class::Place);
    let (count, sum) = places.fold((0, 0u64), |(count, sum), (hash, _)| {
        (count + 1, sum.wrapping_add(*hash))
    });
    if count > 1 && words.len() > count {
        join(all.wrapping_sub(sum), WHOLE);
    }
    let joined: String = name.words.iter().map(Word::written).collect();
    join(hash(&joined).rotate_left(32), WHOLE);
    join(hash(&compact(&name.key)), WHOLE);
    if let Some(acronym) = &name.acronym {
        join(hash(acronym), WHOLE);
    }
    for part in &name.parts {
        join(hash(&compact(&part.name.key)), WHOLE);
        let own = part.name.words.iter().filter(|word| word.class != Class::Little);
        join(own.fold(0, |sum, word| sum.wrapping_add(hash(&word.text))), WHOLE);
    }
    // Other likely pairs share two of their rarest words.
    let mut rare: Vec<(usize, u64)> = words
        .iter()
        .map(|&(hash, at)| (index.names_with(&name.words[usize::from(at)].text), hash))
        .collect();
    rare.sort_unstable();
    rare.truncate(RARE);
    for (at, (count, one)) in rare.iter().enumerate() {
        if *count <= RARE_WORD_NAMES {
            join(one.rotate_left(17), WHOLE);
        }
        for (_, other) in &rare[at + 1..] {
            join(one.wrapping_add(*other).rotate_left(9), WHOLE);
        }
    }
}

/// How many of a name's rarest words are used: names that share two of them are compared.
const RARE: usize = 3;

/// Names that share a word this rare are compared on that word alone.
const RARE_WORD_NAMES: usize = 6;

fn hash(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

/// The pairs of a group that are worth comparing.
fn pair_up(index: &NameIndex, group: &[Member], mut with: impl FnMut(u32, u32)) {
    let word = |member: &Member| -> Option<&Word> {
        let entry = index.entry(member.slot)?;
        entry.parsed.words.get(usize::from(member.without))
    };
    let mut offer = |one: &Member, other: &Member| {
        if one.slot != other.slot && could_be_same(word(one), word(other)) {
            with(one.slot, other.slot);
        }
    };
    if group.len() <= COMPARED_ALL {
        for (at, one) in group.iter().enumerate() {
            for other in &group[at + 1..] {
                offer(one, other);
            }
        }
        return;
    }
    // The words left out, from their front and from their back: a slip leaves the one or the other alike.
    let mut sorted: Vec<(String, Member)> = group
        .iter()
        .map(|member| {
            (
                word(member).map_or_else(String::new, |word| word.written().to_owned()),
                *member,
            )
        })
        .collect();
    for _ in 0..2 {
        sorted.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.slot.cmp(&b.1.slot)));
        for (at, (_, one)) in sorted.iter().enumerate() {
            for (_, other) in sorted.iter().skip(at + 1).take(NEIGHBOURS) {
                offer(one, other);
            }
        }
        for (text, _) in &mut sorted {
            *text = text.chars().rev().collect();
        }
    }
    let (whole, parts): (Vec<&Member>, Vec<&Member>) =
        group.iter().partition(|member| member.without == WHOLE);
    for one in whole.iter().take(NEIGHBOURS) {
        for other in parts.iter().take(20 * COMPARED_ALL) {
            offer(one, other);
        }
    }
}
