//! The name on a line by itself: without the words that join it to its neighbours, an article of the sentence, a description.

use std::ops::Range;

use names::recognize::words::{fold, is_country};

use super::phrase::{Case, Phrase};
use super::{trim, words};

/// Where the sign stands behind which a name is described in small letters: "Arbor Net - community networks".
pub(super) fn description(text: &str) -> Option<usize> {
    [" - ", " \u{2013} ", " \u{2014} ", ": "]
        .iter()
        .filter_map(|sign| text.find(sign).map(|at| (at, at + sign.len())))
        .min()
        .filter(|(at, behind)| {
            let rest = Phrase::new(&text[*behind..]);
            let lower = rest.words.iter().filter(|w| w.case == Case::Lower).count();
            // "Ana Mora - presidente da Rede Verde" says who she is.
            let office = rest.words.first().is_some_and(|w| {
                words::is_title(&w.folded) || words::is_job(&w.folded) || words::names_occupation(&w.folded)
            }) && Phrase::new(&text[..*at]).organization_words() == 0;
            *at > 1
                && !office
                && rest.words.len() >= 3
                && rest
                    .words
                    .first()
                    .is_some_and(|w| w.case == Case::Lower && w.text.chars().all(char::is_lowercase))
                && lower * 3 >= rest.words.len() * 2
                && rest.title() < 1.5
        })
        .map(|(at, _)| at)
}

/// The name on a line by itself: without marks, and without the "and" that joined it to the next or the one before.
pub(super) fn whole_name(text: &str, without_article: bool) -> Range<usize> {
    let mut range = trim::name(text, 0..text.len());
    for and in [
        ", and", ", y", ", et", ", und", ", &", "; and", "; y", "; et", "; und",
    ] {
        if text[range.clone()].ends_with(and) {
            range = trim::name(text, range.start..range.end - and.len());
        }
    }
    for and in ["and ", "y ", "et ", "und ", "& "] {
        let rest = &text[range.clone()];
        if let Some(rest) = rest.strip_prefix(and)
            && (rest.starts_with(char::is_uppercase) || article(rest) > 0)
        {
            range = trim::name(text, range.end - rest.len() + article(rest)..range.end);
        }
    }
    if without_article {
        range.start += article(&text[range.clone()]);
    }
    range
}

/// The length of an article in small letters before a name that begins with a capital; 0 where none stands.
pub(super) fn article(text: &str) -> usize {
    let after = text
        .split_once(' ')
        .filter(|(word, _)| word.starts_with(char::is_lowercase) && words::is_article(word))
        .map(|(_, rest)| rest)
        .or_else(|| text.strip_prefix("l\u{2019}").or_else(|| text.strip_prefix("l'")))
        .unwrap_or(text);
    if after.starts_with(char::is_uppercase) {
        text.len() - after.len()
    } else {
        0
    }
}

/// Where a name ends before the country that tells where it is: "Abuelas de Plaza, de Argentina".
pub(super) fn before_country(text: &str) -> Option<(usize, Range<usize>)> {
    [
        ", de ",
        ", del ",
        ", de la ",
        ", du ",
        ", da ",
        ", do ",
        ", aus ",
        ", d\u{2019}",
    ]
    .iter()
    .filter_map(|of| text.rfind(of).map(|at| (at, at + of.len()..text.len())))
    .find(|(at, place)| *at > 2 && is_country(&fold(text[place.clone()].trim())))
}

/// Whether a text is nothing but countries: "Chile, Perú y Bolivia".
pub(super) fn lists_countries(text: &str) -> bool {
    text.split([',', ';'])
        .flat_map(|part| part.split(" y "))
        .flat_map(|part| part.split(" and "))
        .flat_map(|part| part.split(" et "))
        .all(|part| is_country(&fold(part.trim().trim_end_matches('.'))))
}
