//! A second reading of running text: who is who, put together from what was learned of its words (`tagger.rs`).
//!
//! The rules of `prose.rs` know the ways of writing that they were written for. This reading knows none of them and is less
//! exact; it is taken where what the rules read can hardly be right, by how likely each field of either is what it is said to be.

use std::ops::Range;

use super::cue::{self, Cue};
use super::entry::{Doubt, Entry};
use super::learned::{self, Field};
use super::phrase::{Case, Phrase};
use super::signer::Record;
use super::tagger::stretches;
use super::trim;
use super::words;

/// Longer texts are left to the rules.
const LONGEST: usize = 8_000;

/// By how much likelier than what the rules read this reading must be to be taken, and how likely where they read nothing.
const LIKELIER: f32 = 0.7;
const LIKELY: f32 = -1.5;

/// A reading of one text.
pub(super) struct Told<'a> {
    text: &'a str,
    /// Who is named, in order.
    pub records: Vec<Record>,
    /// How plainly the text speaks of signing.
    pub cue: Cue,
}

/// Reads a text by what was learned, if most of those whom it names are people.
pub(super) fn read(text: &str) -> Option<Told<'_>> {
    if text.len() > LONGEST || !text.contains([',', ';']) {
        return None;
    }
    let parts: Vec<(Range<usize>, Field)> = stretches(text)
        .into_iter()
        .map(|(range, field)| (trim::name(text, range), field))
        .filter(|(range, _)| !range.is_empty() && !is_district(&text[range.clone()]))
        .collect();
    let mut records = records(text, &parts);
    // "The statement was shown yesterday in the hall of the club, ..." is no name.
    records.retain(|record| {
        let named = record.person.clone().or_else(|| record.organization.clone());
        named.is_none_or(|range| {
            let phrase = Phrase::new(&text[range]);
            let small = phrase
                .words
                .iter()
                .filter(|word| word.case == Case::Lower)
                .count();
            phrase.words.len() < 4 || !(small * 2 > phrase.words.len() && phrase.lower_share() >= 0.5)
        })
    });
    // What organizations are called is better known to the rules.
    let people = records.iter().filter(|record| record.person.is_some()).count();
    (records.len() >= 2 && people * 5 >= records.len() * 3).then(|| Told {
        text,
        records,
        cue: cue::cue(text),
    })
}

impl Told<'_> {
    /// Whether this reading is so much likelier than the entries that the rules read that it is taken.
    pub fn is_likelier(&self, entries: &[Entry]) -> bool {
        // So are people who are only named.
        let placed = self.records.iter().filter(|record| {
            record.person.is_some() && (record.title.is_some() || record.organization.is_some())
        });
        if placed.count() < 2 {
            return false;
        }
        let field = |range: &Option<Range<usize>>| range.clone().map(|range| &self.text[range]);
        let told = likelihood(
            self.records
                .iter()
                .map(|record| [&record.person, &record.title, &record.organization].map(field)),
        );
        if entries.is_empty() {
            return self.cue == Cue::Signing && self.records.len() >= 3 && told > LIKELY;
        }
        let rules = likelihood(entries.iter().map(|entry| {
            let (name, title) = (Some(entry.name.as_str()), entry.title.as_deref());
            match entry.signer.as_deref() {
                Some(signer) => [Some(signer), title, name],
                None if title.is_some() || is_rather_a_person(&entry.name) => [name, title, None],
                None => [None, None, name],
            }
        }));
        told > rules + LIKELIER && self.records.len() * 5 >= entries.len() * 4
    }

    /// Marks the entries of the rules that this reading has not. `other` are its own. Where the rules found for whom somebody signs, and
    /// this reading somebody there too, the rules are right as a rule.
    pub fn mark(&self, other: &[Entry], entries: &mut [Entry]) {
        for entry in entries.iter_mut().filter(|entry| entry.doubt.is_none()) {
            // "escriptors com" holds what the rules have: "escriptors".
            let holds = |one: &Entry| match (&one.title, &entry.title) {
                (Some(one), Some(title)) => one.contains(title.as_str()),
                (one, title) => one == title,
            };
            let same = |one: &Entry| one.name == entry.name && one.signer == entry.signer && holds(one);
            let there = |one: &Entry| one.start < entry.end && entry.start < one.end;
            let told = entry.signer.is_some() && other.iter().any(there);
            // "actors com Ana Mora, Bo Lind o Cy Dorn": this reading loses the groups of a long sentence; the rules then say more.
            let told = told
                || entry.signer.is_none()
                    && entry.title.is_some()
                    && (!other.iter().any(there) || other.iter().any(|one| one.name == entry.name))
                    && is_rather_a_person(&entry.name);
            if !told && !other.iter().any(same) {
                entry.doubt = Some(Doubt::UnsureFields);
            }
        }
    }
}

/// "CA-14": where somebody was elected is no organization.
fn is_district(text: &str) -> bool {
    text.len() <= 6
        && text.split_once('-').is_some_and(|(state, seat)| {
            state.len() <= 3
                && state.bytes().all(|b| b.is_ascii_uppercase())
                && !seat.is_empty()
                && seat.bytes().all(|b| b.is_ascii_digit())
        })
}

fn is_rather_a_person(name: &str) -> bool {
    let odds = learned::probabilities(&Phrase::new(name));
    odds[Field::Person as usize] > odds[Field::Organization as usize]
}

/// Whether nothing but white space, quotes or a colon stands between.
fn is_open(between: &str) -> bool {
    between
        .trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\u{201c}' | '\u{ab}' | ':'))
        .is_empty()
}

/// Whether nothing but small words such as "of the" stand between.
fn is_small(between: &str) -> bool {
    between.len() <= 24
        && between.split_whitespace().all(|word| {
            let folded = names::recognize::words::fold(word);
            words::is_connector(&folded)
                || words::is_article(&folded)
                || matches!(word, "at" | "chez" | "presso" | "bei" | "beim" | "(")
        })
}

fn records(text: &str, parts: &[(Range<usize>, Field)]) -> Vec<Record> {
    let between = |a: usize, b: usize| &text[parts[a].0.end.min(parts[b].0.start)..parts[b].0.start];
    let mut used = vec![false; parts.len()];
    let mut found: Vec<(usize, Record)> = Vec::new();
    // What was said before the last person, when it may be said of those behind as well.
    let mut shared: Option<Range<usize>> = None;
    for at in 0..parts.len() {
        if parts[at].1 != Field::Person {
            if parts[at].1 == Field::Organization || at > 0 && !between(at - 1, at).trim().is_empty() {
                shared = shared.filter(|_| parts[at].1 == Field::Title);
            }
            continue;
        }
        let mut record = Record {
            person: Some(parts[at].0.clone()),
            ..Record::default()
        };
        let free = |back: usize| at.checked_sub(back).filter(|before| !used[*before]);
        let before = free(1).filter(|before| is_open(between(*before, at)));
        if let Some(before) = before.filter(|before| parts[*before].1 == Field::Title) {
            record.title = Some(parts[before].0.clone());
            used[before] = true;
            shared = is_of_several(text, &parts[before].0).then(|| parts[before].0.clone());
        } else if let Some(before) = before.filter(|before| parts[*before].1 == Field::Organization) {
            record.organization = Some(parts[before].0.clone());
            let office = free(2)
                .filter(|office| parts[*office].1 == Field::Title && is_small(between(*office, before)));
            record.title = office.map(|office| parts[office].0.clone());
            used[before] = true;
            if let Some(office) = office {
                used[office] = true;
            }
            shared = None;
        } else {
            behind(text, parts, at, &mut record, &mut used);
            if record.title.is_none()
                && record.organization.is_none()
                && at > 0
                && parts[at - 1].1 == Field::Person
            {
                if let Some(title) = &shared {
                    record.title = Some(title.clone());
                    record.grouped = true;
                }
            } else {
                shared = None;
            }
        }
        found.push((parts[at].0.start, record));
    }
    for (at, (range, field)) in parts.iter().enumerate() {
        if *field == Field::Organization && !used[at] {
            found.push((
                range.start,
                Record {
                    organization: Some(range.clone()),
                    ..Record::default()
                },
            ));
        }
    }
    found.sort_by_key(|(start, _)| *start);
    found
        .into_iter()
        .map(|(_, record)| with_honorific(text, record))
        .collect()
}

/// "the Rev. Ana Mora", "don Luigi Lind": what somebody is called belongs to the name.
fn with_honorific(text: &str, mut record: Record) -> Record {
    if let (Some(title), Some(person)) = (record.title.clone(), record.person.clone())
        && title.end <= person.start
        && text[title.end..person.start].trim_matches('.').trim().is_empty()
        && words::is_honorific(&names::recognize::words::fold(
            text[title.clone()].trim_end_matches('.'),
        ))
    {
        record.title = None;
        record.person = Some(title.start..person.end);
    }
    record
}

/// What stands behind a person and belongs to it: an office, where it is held.
fn behind(text: &str, parts: &[(Range<usize>, Field)], at: usize, record: &mut Record, used: &mut [bool]) {
    let between = |a: usize, b: usize| &text[parts[a].0.end.min(parts[b].0.start)..parts[b].0.start];
    let mut last = at;
    for next in at + 1..parts.len() {
        let field = parts[next].1;
        let gap = between(last, next);
        if field == Field::Person || used[next] || gap.len() > 16 || gap.contains([';', '.']) {
            break;
        }
        // It stands before the next person and is said of that one.
        let of_next = |near: usize| {
            parts
                .get(near + 1)
                .is_some_and(|(_, field)| *field == Field::Person)
                && is_open(between(near, near + 1))
        };
        let held_by_next = field == Field::Title
            && parts
                .get(next + 1)
                .is_some_and(|(_, field)| *field == Field::Organization)
            && is_small(between(next, next + 1))
            && of_next(next + 1);
        if of_next(next) || held_by_next {
            break;
        }
        match field {
            Field::Title if record.title.is_none() && record.organization.is_none() => {
                record.title = Some(parts[next].0.clone())
            }
            // "escritora, navegante"
            Field::Title if record.organization.is_none() => {
                record.title = record.title.clone().map(|title| title.start..parts[next].0.end);
            }
            Field::Organization
                if record.organization.is_none()
                    && (gap.contains([',', '(', '\u{2013}', '-']) || is_small(gap)) =>
            {
                // "Ana Mora, Red Azul y Mesa Gris": among organizations it is one of them.
                if record.title.is_none() && !gap.contains('(') && !is_small(gap) {
                    break;
                }
                record.organization = Some(parts[next].0.clone());
            }
            _ => break,
        }
        used[next] = true;
        last = next;
    }
}

/// Whether an office that stands before a name is said of several: "los escritores", "Councilors".
fn is_of_several(text: &str, office: &Range<usize>) -> bool {
    let before = text[..office.start]
        .trim_end()
        .rsplit([' ', '\n'])
        .next()
        .unwrap_or_default();
    let article = names::recognize::words::fold(before);
    let first = text[office.clone()].split(' ').next().unwrap_or_default();
    let last = text[office.clone()].rsplit(' ').next().unwrap_or_default();
    let ends = |word: &str| word.ends_with('s') && !word.ends_with("ss");
    match article.as_str() {
        "los" | "las" | "les" | "os" | "as" | "gli" | "i" => true,
        "le" => last.ends_with("trici") || last.ends_with('e'),
        "die" => !last.ends_with("in"),
        "el" | "la" | "o" | "a" | "il" | "lo" | "der" | "l" => false,
        _ => ends(first) || ends(last),
    }
}

/// How likely a reading is by its fields: the mean over its names of how likely each field is what it is said to be, in the
/// logarithm; lower where a name is none of these.
pub(super) fn likelihood<'a>(entries: impl Iterator<Item = [Option<&'a str>; 3]>) -> f32 {
    let mut sum = 0.0;
    let mut count = 0;
    for [person, title, organization] in entries {
        count += 1;
        let probability = |text: &str, field: Field| {
            learned::probabilities(&Phrase::new(text))[field as usize]
                .max(0.01)
                .ln()
        };
        let mut fields = 0.0;
        let mut told = 0;
        for (text, field) in [
            (person, Field::Person),
            (title, Field::Title),
            (organization, Field::Organization),
        ] {
            if let Some(text) = text {
                fields += probability(text, field);
                told += 1;
            }
        }
        sum += fields / told.max(1) as f32;
    }
    if count == 0 { f32::MIN } else { sum / count as f32 }
}

#[cfg(test)]
mod tests {
    use super::super::read_list;
    use super::*;

    fn people(text: &str) -> Vec<[&str; 3]> {
        let told = read(text).map_or_else(Vec::new, |told| told.records);
        let field = |range: &Option<Range<usize>>| range.clone().map_or("", |range| &text[range]);
        told.iter()
            .map(|record| [&record.person, &record.title, &record.organization].map(field))
            .collect()
    }

    #[test]
    fn an_office_goes_to_whom_it_stands_with() {
        let text = "Tra i firmatari lo scrittore Marco Ferri, Anna Bruni, presidente della Casa Luce, e i registi Paolo Riva e Carla Neri.";
        let read = people(text);
        assert!(read.contains(&["Marco Ferri", "scrittore", ""]), "{read:?}");
        assert!(
            read.contains(&["Anna Bruni", "presidente", "Casa Luce"]),
            "{read:?}"
        );
        assert!(read.contains(&["Carla Neri", "registi", ""]), "{read:?}");
    }

    #[test]
    fn organizations_are_left_to_the_rules() {
        let text = "The letter was signed by the Harbor Rivers Alliance, the Moor Council, and the Ash Valley Union.";
        assert!(read(text).is_none());
    }

    #[test]
    fn what_the_two_readings_do_not_agree_on_is_doubtful() {
        let text = "Den Brief haben unterschrieben: die Theologin Anna Lindner, der stellvertretende Vorsitzende Karl Brenner und die Richterin \
            Maria Vogel.";
        let entries = read_list(text, &()).entries;
        assert!(!entries.is_empty());
        for entry in &entries {
            let right = entry.signer.is_none()
                && ["Anna Lindner", "Karl Brenner", "Maria Vogel"].contains(&entry.name.as_str())
                && entry.title.is_some();
            assert!(right || entry.is_doubtful(), "{entries:?}");
        }
    }
}
