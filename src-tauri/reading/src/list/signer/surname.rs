//! Names written with the surname first: "ABBOTT, Jane", "Abbott, Jane – Harbor Clinic".

use std::ops::Range;

use super::super::phrase::{Phrase, Word};
use super::super::words;
use super::{Candidate, Fields, split, without_parenthesis};

/// Whether what stands behind a comma is what tells a son from his father: "Jr.", "III".
pub(super) fn is_suffix_of_name(rest: &str) -> bool {
    let rest = rest.trim_start();
    let word = rest.split([' ', ',', ';', ')']).next().unwrap_or_default();
    matches!(word, "Jr." | "Jr" | "Sr." | "Sr" | "II" | "III" | "IV")
}

/// Whether most entries begin with a surname and, behind a comma, a given name.
pub(super) fn has_surnames_first(sample: &[Candidate<'_>]) -> bool {
    let counted = sample.iter().filter(|entry| {
        let parts = split(entry, Fields::Commas, false);
        parts.len() > 1 && is_surname_first(entry.text, &parts)
    });
    let counted = counted.count();
    // Of many given names most are known.
    let shaped = sample.iter().filter(|entry| {
        let parts = split(entry, Fields::Commas, false);
        parts.len() > 1 && is_shaped_surname_first(entry.text, &parts)
    });
    sample.len() >= 2
        && (counted * 10 >= sample.len() * 7
            || sample.len() >= 6 && counted * 2 >= sample.len() && shaped.count() * 10 >= sample.len() * 9)
}

/// "ABBOTT, Jane" or "Abbott, Jane": a surname in capitals, or a known given name behind it.
fn is_surname_first(text: &str, parts: &[Range<usize>]) -> bool {
    let surname = Phrase::new(&text[parts[0].clone()]);
    let given = Phrase::new(given_behind(text, parts));
    let known = given
        .words
        .first()
        .is_some_and(|first| words::is_given_name(&first.folded));
    is_shaped_surname_first(text, parts)
        && (surname.words.iter().all(|w| w.is_all_capitals())
            || surname.words.iter().all(Word::is_plain) && known)
}

/// What stands behind the first comma, without what a dash or parenthesis parts from it: "Abbott, Jane – Harbor Clinic".
fn given_behind<'a>(text: &'a str, parts: &[Range<usize>]) -> &'a str {
    let given = without_parenthesis(&text[parts[1].clone()]);
    [" - ", " \u{2013} ", " \u{2014} ", " | ", ": "]
        .iter()
        .filter_map(|sign| given.find(sign))
        .min()
        .map_or(given, |at| &given[..at])
}

/// Whether a word or two and, behind a comma, a word or two are written as a surname and a given name are.
pub(super) fn is_shaped_surname_first(text: &str, parts: &[Range<usize>]) -> bool {
    let surname = Phrase::new(&text[parts[0].clone()]);
    let given = Phrase::new(given_behind(text, parts));
    let alone =
        |phrase: &Phrase<'_>| (1..=2).contains(&phrase.words.len()) && phrase.organization_words() == 0;
    alone(&surname)
        && alone(&given)
        && given.place() < 1.0
        && given.title() < 1.0
        && given
            .words
            .iter()
            .all(|w| w.is_plain() || w.text.ends_with('.') || w.text.chars().count() == 1)
}
