//! How sure the reading of each entry is.
//!
//! Every entry starts as sure as its list, and what speaks against it takes away: the reader's own doubt, what no name holds
//! (an open bracket, an address, a finite verb), and being unlike the rest of its list. The weights were set on the fixtures;
//! `cargo run -p undersigned-reading --example lists` prints how well they tell right entries from wrong ones.

use names::recognize::words::{fold, is_organization_word};

use super::boilerplate;
use super::entry::{Doubt, Entry};
use super::learned::{self, Field};
use super::phrase::{Case, Phrase, ratio};
use super::prose::Found;
use super::remark;
use super::select::Kept;
use super::words;

/// What speaks for an entry where nothing speaks against it, as log-odds.
const AT_FIRST: f32 = 4.0;

/// What is doubtful about an entry by itself.
pub(super) fn of_itself(entry: &Entry, among_organizations: bool) -> Option<Doubt> {
    let phrase = Phrase::new(&entry.name);
    let letters = entry.name.chars().filter(|c| c.is_alphabetic()).count();
    let lower = phrase.words.iter().filter(|w| w.case == Case::Lower).count();
    if letters < 2
        || entry.name.chars().count() > 160
        || phrase.is_sentence()
        || phrase.words.len() >= 4 && lower == phrase.words.len()
    {
        return Some(Doubt::PerhapsNotAName);
    }
    if among_organizations
        && entry.signer.is_none()
        && (phrase.person() > 2.4 || entry.title.is_some() && phrase.person() > 1.0)
    {
        return Some(Doubt::PerhapsPerson);
    }
    if phrase.place() >= 3.0 || boilerplate::is_heading_words(&phrase) {
        return Some(Doubt::PerhapsHeading);
    }
    None
}

/// What is doubtful about where a name was cut out of running text, beside the entries before it.
pub(super) fn of_cut(text: &str, name: &Found, entries: &[Entry]) -> Option<Doubt> {
    if let Some(comma) = name.doubtful_comma.filter(|comma| name.range.contains(comma)) {
        let head = text[name.range.start..comma].trim().to_owned();
        let tail = text[comma..name.range.end]
            .trim_start_matches([',', ' '])
            .to_owned();
        return Some(Doubt::CommaInside { head, tail });
    }
    if let Some(and) = &name.perhaps_two
        && name.range.start < and.start
        && and.end < name.range.end
    {
        return Some(Doubt::PerhapsTwo {
            first: text[name.range.start..and.start].to_owned(),
            second: text[and.end..name.range.end].to_owned(),
        });
    }
    let before = entries.last().filter(|_| name.perhaps_part)?;
    Some(Doubt::PerhapsPart {
        before: before.name.clone(),
    })
}

/// Drops the entries that are not of the list, and says of the others how sure they are.
pub(super) fn weigh(entries: &mut Vec<Entry>, kept: &Kept) {
    let mut at = 0;
    let list = Like::of(
        entries
            .iter()
            .zip(&kept.entries)
            .filter(|(_, stays)| **stays)
            .map(|(entry, _)| entry),
    );
    // What is only the end of a name makes the one before it doubtful too: a line was broken between them.
    let ends: Vec<bool> = entries
        .iter()
        .map(|entry| entry.signer.is_none() && is_end_of_name(&entry.name))
        .collect();
    for (at, (entry, sure)) in entries.iter_mut().zip(&kept.sure).enumerate() {
        let broken =
            ends[at] || ends.get(at + 1).copied().unwrap_or_default() && entry.name.matches(' ').count() >= 2;
        let against = against(entry, &list) + if *sure { 0.0 } else { 1.5 } + if broken { 3.4 } else { 0.0 };
        weighed(entry, against, *sure);
    }
    entries.retain(|_| {
        at += 1;
        kept.entries.get(at - 1).copied().unwrap_or(true)
    });
    // Where most of a list is doubtful, it was read in the wrong way, and so are those of the others that something speaks against.
    let doubtful = entries.iter().filter(|entry| entry.is_doubtful()).count();
    if entries.len() >= 5 && doubtful * 5 > entries.len() * 3 {
        for entry in entries.iter_mut().filter(|entry| !entry.is_doubtful()) {
            let against = AT_FIRST - (entry.probability / (1.0 - entry.probability)).ln();
            if against >= 1.0 {
                weighed(entry, against + IN_A_DOUBTFUL_LIST, true);
            }
        }
    }
}

/// How much it speaks against an entry that most of its list is doubtful.
const IN_A_DOUBTFUL_LIST: f32 = 3.0;

/// Says of an entry how likely it is, and what is doubtful about it where that is too little.
fn weighed(entry: &mut Entry, against: f32, sure: bool) {
    entry.probability = 1.0 / (1.0 + (against - AT_FIRST).exp());
    if entry.is_doubtful() && entry.doubt.is_none() {
        entry.doubt = Some(if !sure && against < 3.5 {
            Doubt::PerhapsNotListed
        } else if entry.signer.is_some() || entry.title.is_some() {
            Doubt::UnsureFields
        } else {
            Doubt::PerhapsNotAName
        });
    }
}

/// Whether a name is nothing but one or two words with which names end: "Network", "Action Group".
fn is_end_of_name(name: &str) -> bool {
    let phrase = Phrase::new(name);
    let common = |word: &str| is_organization_word(word) || words::is_theme(word);
    (1..=2).contains(&phrase.words.len())
        && phrase.words.iter().all(|w| w.is_plain() && common(&w.folded))
        && phrase
            .words
            .last()
            .is_some_and(|w| is_organization_word(&w.folded))
}

/// What the entries of a list have in common.
struct Like {
    /// The share of those with a signer or a title.
    fields: f32,
    /// The share of those whose name begins with a small letter.
    small: f32,
    /// The share of people among those without a signer.
    people: f32,
    /// The share of those in capitals.
    capitals: f32,
    /// How many.
    count: usize,
}

impl Like {
    fn of<'a>(entries: impl Iterator<Item = &'a Entry>) -> Self {
        let (mut count, mut fields, mut small, mut people, mut capitals) = (0, 0, 0, 0, 0);
        for entry in entries {
            count += 1;
            fields += usize::from(entry.signer.is_some() || entry.title.is_some());
            small += usize::from(entry.name.starts_with(char::is_lowercase));
            people += usize::from(Phrase::new(&entry.name).person() > 1.5);
            capitals += usize::from(!entry.name.contains(char::is_lowercase));
        }
        Self {
            fields: ratio(fields, count),
            small: ratio(small, count),
            people: ratio(people, count),
            capitals: ratio(capitals, count),
            count,
        }
    }
}

/// What speaks against an entry.
fn against(entry: &Entry, list: &Like) -> f32 {
    let doubt = match &entry.doubt {
        None | Some(Doubt::NotSigning { .. }) => 0.0,
        Some(Doubt::PerhapsPerson) => 1.5,
        Some(Doubt::CommaInside { .. } | Doubt::PerhapsPart { .. } | Doubt::PerhapsTwo { .. }) => 3.3,
        Some(_) => 4.0,
    };
    let fields = [Some(&entry.name), entry.signer.as_ref()];
    let names: f32 = fields.into_iter().flatten().map(|name| no_name(name, list)).sum();
    let title = entry.title.as_deref().map_or(0.0, no_title)
        + entry
            .signer
            .as_ref()
            .map_or(0.0, |signer| no_organization(&entry.name) + no_signer(signer));
    let unlikely = unlikely(entry);
    // One with fields among many without, and one without among many with them.
    let has = entry.signer.is_some() || entry.title.is_some();
    let share = if has { list.fields } else { 1.0 - list.fields };
    let unlike = if list.count >= 4 && share < 0.25 { 1.0 } else { 0.0 };
    // "Ana Mora – Harbor Council" whole among those whose fields are told apart.
    let whole = !has
        && list.fields > 0.6
        && [" - ", " \u{2013} ", " \u{2014} "]
            .iter()
            .any(|dash| entry.name.contains(dash));
    let unlike = unlike + if whole { 3.4 } else { 0.0 };
    doubt + names + title + unlike + unlikely
}

/// What was learned of names and places speaks against the fields of an entry, as far as it finds them unlikely. Of offices it
/// knows too few: what it finds no office is one as a rule.
fn unlikely(entry: &Entry) -> f32 {
    let against = |probability: f32| (UNLIKELY - probability).max(0.0) / UNLIKELY * MOST_AGAINST;
    let name = match (&entry.signer, &entry.title) {
        (Some(_), _) => likely(&entry.name, &[Field::Organization]),
        (None, Some(_)) => likely(&entry.name, &[Field::Person]),
        (None, None) => likely(&entry.name, &[Field::Person, Field::Organization]),
    };
    let signer = entry
        .signer
        .as_deref()
        .map_or(1.0, |signer| likely(signer, &[Field::Person]));
    // A word for a body outweighs what was learned of those around it.
    let body = Phrase::new(&entry.name);
    let known = entry.signer.is_none() && body.organization_words() > 0 && body.lower_share() < 0.5;
    against(name) * if known { 0.4 } else { 1.0 } + against(signer)
}

/// How likely a text is one of some fields, by itself or without what stands in parentheses behind it; or ends in a person behind
/// what that person is called.
fn likely(text: &str, fields: &[Field]) -> f32 {
    let odds = |text: &str| {
        let told = learned::probabilities(&Phrase::new(text));
        fields
            .iter()
            .map(|field| told[*field as usize])
            .fold(0.0, f32::max)
    };
    let mut best = odds(text);
    let bare = text
        .rfind(" (")
        .filter(|_| text.ends_with(')'))
        .map_or(text, |open| text[..open].trim_end());
    if best < UNLIKELY && bare.len() < text.len() {
        best = best.max(odds(bare));
    }
    if best < UNLIKELY && fields.contains(&Field::Person) {
        let words: Vec<&str> = bare.split(' ').collect();
        let (before, person) = words.split_at(words.len().saturating_sub(2));
        let called = before.last().is_some_and(|word| {
            let folded = fold(word.trim_end_matches('.'));
            words::is_title(&folded) || words::is_rank(&folded) || words::is_honorific(&folded)
        });
        if called {
            let told = learned::probabilities(&Phrase::new(&person.join(" ")));
            best = best.max(told[Field::Person as usize]);
        }
    }
    best
}

/// A field less likely than this speaks against its entry.
const UNLIKELY: f32 = 0.1;
/// How much a field that can hardly be what it was taken for speaks against its entry.
const MOST_AGAINST: f32 = 3.2;

/// What speaks against a text being a name.
fn no_name(name: &str, list: &Like) -> f32 {
    let phrase = Phrase::new(name);
    let mut against = 0.0;
    if name.matches(['(', '[', '\u{ff08}']).count() != name.matches([')', ']', '\u{ff09}']).count() {
        against += 4.0;
    }
    if name.contains('@')
        || name.contains("http")
        || name.contains("www.")
        || name.contains(['<', '>', '{', '}', '\t', '\n'])
    {
        against += 4.0;
    }
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    let digits = name.chars().filter(char::is_ascii_digit).count();
    if letters == 0 || digits > letters {
        against += 4.0;
    }
    if is_date(&phrase) {
        against += 4.0;
    }
    let plain = phrase.organization_words() == 0;
    // "M.D." by itself, "2017 (Harbor Post) -- Ana Mora"
    if phrase.words.iter().all(|w| words::is_credential(&w.folded)) || name.contains(" -- ") {
        against += 4.0;
    }
    // "THE NEIGHBORS STAND UP FOR THE RIVER" among names in small letters
    if list.capitals < 0.3 && plain && phrase.words.len() >= 5 && !name.contains(char::is_lowercase) {
        against += 3.4;
    }
    // "parents of Luz and Moor" are two, or none.
    let two = [" y ", " and ", " et ", " e ", " und "].iter().any(|and| {
        name.split_once(and)
            .is_some_and(|(_, next)| next.starts_with(char::is_uppercase))
    });
    if name.starts_with(char::is_lowercase) && plain && two {
        against += 3.0;
    }
    if phrase.is_sentence() || name.chars().count() > 140 || name.ends_with(['?', ':', ',', ';']) {
        against += 4.0;
    }
    let only_title = phrase.title() > 2.0
        && phrase.organization_words() == 0
        && phrase.words.len() <= 6
        && phrase.person() < 1.0;
    if only_title {
        against += 3.5;
    }
    let verb = phrase.words.iter().skip(1).any(|w| {
        w.case == Case::Lower
            && (words::begins_clause(&w.folded) || words::makes_sentence(&w.folded))
            && !words::is_connector(&w.folded)
    });
    if verb {
        against += 2.0;
    }
    // "Amber Trust asked for time"
    if phrase
        .words
        .iter()
        .skip(1)
        .any(|w| w.case == Case::Lower && words::is_finite_verb(&w.folded))
    {
        against += 2.5;
    }
    if remark::answered(name).is_some() || name.split([';']).count() > 1 {
        against += 3.0;
    }
    // "Fund - 7 members", "Fund: what it does"
    let behind = [" - ", " \u{2013} ", ": "]
        .iter()
        .filter_map(|sign| name.find(sign).map(|at| &name[at + sign.len()..]))
        .next();
    if behind.is_some_and(|rest| {
        let rest = Phrase::new(rest);
        rest.words.len() >= 2 && rest.words.iter().any(|w| w.case == Case::Digit) || rest.lower_share() > 0.5
    }) {
        against += 2.0;
    }
    // "Amber Trust 45 staff", "Birch Union representing 3,000 riders": a number and what it counts.
    let counted = phrase.words.windows(2).skip(1).any(|pair| {
        pair[0].case == Case::Digit
            && pair[0]
                .text
                .chars()
                .all(|c| c.is_ascii_digit() || matches!(c, ',' | '.' | '+'))
            && pair[1].case == Case::Lower
            && !words::is_connector(&pair[1].folded)
    });
    if counted {
        against += 3.2;
    }
    // A remark with a number is part of no name.
    if behind.is_some_and(|rest| {
        let rest = rest.trim_start();
        rest.starts_with(|c: char| c.is_ascii_digit()) && rest.contains(char::is_lowercase)
    }) {
        against += 2.0;
    }
    if name.starts_with(char::is_lowercase)
        && list.small < 0.3
        && !name.chars().skip(1).any(char::is_uppercase)
    {
        against += 1.5;
    }
    if name.matches(',').count() >= 2 {
        against += 1.5;
    }
    if phrase.words.len() > 14 {
        against += 1.5;
    }
    let glued = name
        .char_indices()
        .any(|(at, c)| c == ')' && name[at + 1..].starts_with(char::is_alphabetic));
    if glued || name.contains("  ") {
        against += 3.0;
    }
    if list.people > 0.6
        && list.count >= 4
        && phrase.person() < -2.0
        && phrase.organization_words() == 0
        && phrase.words.len() > 1
        && list.fields < 0.2
    {
        against += 1.2;
    }
    against
}

/// What speaks against a text being the organization of a person: it says an office, or only where.
fn no_organization(name: &str) -> f32 {
    let phrase = Phrase::new(name);
    let office = phrase.title() > 1.5
        || phrase
            .words
            .first()
            .is_some_and(|w| words::is_title(&w.folded) || words::is_and(&w.folded));
    let place = phrase.place() >= 2.0;
    // "Peter Koenig Director of the Harbor Center"
    let inside = phrase.words.windows(2).skip(1).any(|pair| {
        words::is_title(&pair[0].folded)
            && matches!(pair[1].folded.as_str(), "of" | "de" | "da" | "do" | "del" | "di")
    });
    if inside || office || place || phrase.lower_share() > 0.5 {
        3.4
    } else {
        0.0
    }
}

/// What speaks against a text being a person: the office was left in it. "Ana Mora Senator", "Representatives Ana Mora".
fn no_signer(signer: &str) -> f32 {
    let phrase = Phrase::new(signer);
    let ends = phrase.words.len() >= 3
        && phrase
            .words
            .last()
            .is_some_and(|w| words::is_title(&w.folded) && !words::is_credential(&w.folded));
    let several = phrase
        .words
        .first()
        .and_then(|w| w.folded.strip_suffix('s'))
        .is_some_and(words::is_rank);
    if ends || several { 3.4 } else { 0.0 }
}

/// What speaks against a text being a person's title.
fn no_title(title: &str) -> f32 {
    let phrase = Phrase::new(title);
    let mut against = 0.0;
    if phrase.title() < 0.0 && phrase.words.iter().all(|w| w.case != Case::Lower) {
        against += 1.0;
    }
    if phrase.organization_words() > 1 {
        against += 0.8;
    }
    if phrase.place() >= 1.0
        || matches!(phrase.words.as_slice(), [word] if word.is_all_capitals() && word.text.len() > 2 && !words::is_title(&word.folded))
    {
        against += 3.4;
    }
    // "metteur en scène–Ana Mora, actrice"
    if title.contains(['\u{2013}', '\u{2014}']) {
        against += 3.4;
    }
    if title.contains(';') || title.matches(',').count() >= 3 {
        against += 1.5;
    }
    against
}

fn is_date(phrase: &Phrase<'_>) -> bool {
    let month = phrase.words.iter().any(|w| words::is_month(&w.folded));
    let number = phrase.words.iter().any(|w| w.case == Case::Digit);
    month && number && phrase.words.len() <= 6
        || phrase.words.len() == 1
            && fold(phrase.text)
                .chars()
                .all(|c| c.is_ascii_digit() || matches!(c, '/' | '-' | '.'))
}
