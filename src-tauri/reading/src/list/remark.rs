//! What stands behind a name and is no part of it: an answer ("declined", "pending", "signed 9/2/2024") or a remark ("7
//! members", "Statement").
//!
//! An answer is known by its words, wherever it stands. A remark is known by the company it keeps: only where most entries of
//! a list carry one behind the same sign are they taken off, for a gloss in parentheses belongs to its name.

mod said;

use std::collections::HashMap;
use std::ops::Range;

use names::recognize::words::{fold, is_chapter_word, is_country, state_code};

use super::entry::ListStatus;
use super::phrase::{Case, Phrase};
use super::tick::Signs;
use super::trim;
use super::words;
pub(super) use said::{Answer, answer, status_of};

/// What an entry's text holds besides its name.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Tail {
    /// Where the name ends.
    pub end: usize,
    /// What it says of whether they sign, where that is no yes.
    pub status: Option<ListStatus>,
    /// Where the answer or remark stands.
    pub note: Option<Range<usize>>,
    /// Where the place stands that closes the entry: "City, ST".
    pub place: Option<Range<usize>>,
}

/// The signs behind which a remark can stand.
const SIGNS: [&str; 7] = [" - ", " \u{2013} ", " \u{2014} ", "\u{2014}", ": ", " -", " ("];

/// An answer behind the name of an entry, if one stands there.
pub(super) fn answered(text: &str) -> Option<Tail> {
    answered_by(text, Signs::default())
}

/// The same, where the signs of the whole text say what a crossed box means.
fn answered_by(text: &str, signs: Signs) -> Option<Tail> {
    let whole = trim::space(text, 0..text.len());
    let text = &text[..whole.end];
    if let Some((end, at, answer)) = signs.behind(text) {
        return Some(Tail {
            end,
            status: status_of(answer),
            note: Some(trim::space(text, at..text.len())),
            place: None,
        });
    }
    // In parentheses or brackets, perhaps with a full stop behind.
    let bare = text.trim_end_matches(['.', ',', ';', '*']);
    if bare.ends_with([')', ']']) {
        let open = bare.rfind(['(', '['])?;
        let inside = open + 1..bare.len() - 1;
        // "(resolution—PDF)", "(7 members)", "(announced Oct. 28, 2020)" belong to no name.
        let aside = is_pointer(&text[inside.clone()]) || is_day(&text[inside.clone()]);
        if aside && text[..open].chars().any(char::is_alphabetic) {
            return Some(Tail {
                end: text[..open].trim_end().len(),
                note: Some(inside),
                ..Tail::default()
            });
        }
        let tail = tail_of(text, open, inside);
        if tail.is_some() {
            return tail;
        }
    }
    // Most names have none of the signs that are looked for one by one below.
    let signs = ['-', '\u{2013}', '\u{2014}', ':', ',', '\t', '\u{2192}', '=', '|'];
    if !text.contains(signs) {
        return None;
    }
    // "Ana Mora, Dale: “Please act now.”": what they said.
    if let Some((at, rest)) = saying(text) {
        return Some(Tail {
            end: text[..at].trim_end().len(),
            note: Some(rest),
            ..Tail::default()
        });
    }
    for sign in [
        " - ",
        " \u{2013} ",
        " \u{2014} ",
        "\u{2014}",
        ": ",
        " -",
        ", ",
        "\t",
        " \u{2192} ",
        " => ",
        " = ",
        " | ",
    ] {
        let Some(at) = text.rfind(sign) else { continue };
        let rest = at + sign.len()..bare.len().max(at + sign.len());
        let first = text[rest.clone()].trim_start().chars().next();
        // Behind a comma a name may begin: only small letters answer there. One behind a bare colon may be short.
        if sign == ", " && !first.is_some_and(char::is_lowercase) {
            continue;
        }
        if let Some(tail) = tail_of(text, at, rest) {
            return Some(tail);
        }
    }
    None
}

/// What somebody said behind their name, in quotation marks up to the end of the line: where the name ends, and what it is.
fn saying(text: &str) -> Option<(usize, Range<usize>)> {
    let closes = |open: char| match open {
        '"' => Some('"'),
        '\u{201c}' => Some('\u{201d}'),
        '\u{ab}' => Some('\u{bb}'),
        _ => None,
    };
    [": ", " - ", " \u{2013} ", " \u{2014} "]
        .iter()
        .filter_map(|sign| text.find(sign).map(|at| (at, at + sign.len())))
        .find(|(at, start)| {
            let said = &text[*start..];
            let mut characters = said.chars();
            let close = characters.next().and_then(closes);
            let words = said.split_whitespace().count();
            close.is_some_and(|close| characters.next_back() == Some(close))
                && words >= 2
                && said.contains(char::is_lowercase)
                && text[..*at].contains(char::is_alphabetic)
        })
        .map(|(at, start)| (at, start..text.len()))
}

/// Whether a text only points to a document or counts: "resolution—PDF", "letter", "7 members".
fn is_pointer(text: &str) -> bool {
    // "1,200 members"
    let folded = fold(text).replace(',', "");
    let words: Vec<&str> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let points = |word: &&str| {
        matches!(
            *word,
            "pdf"
                | "resolution"
                | "statement"
                | "letter"
                | "link"
                | "website"
                | "doc"
                | "docx"
                | "html"
                | "resolucion"
                | "comunicado"
                | "declaracion"
                | "declaration"
                | "all"
        )
    };
    let counts = matches!(words.as_slice(), [number, what] if number.bytes().all(|b| b.is_ascii_digit()) && matches!(*what, "members" | "miembros" | "membres" | "mitglieder" | "people" | "signatures" | "firmas" | "membri" | "membros" | "signers"));
    !words.is_empty() && words.len() <= 4 && (words.iter().all(points) || counts)
}

/// Whether a text is nothing but a day, perhaps with a word for what was done then: "announced Oct. 28, 2020", "Apr. 29, 2019".
fn is_day(text: &str) -> bool {
    let folded = fold(text);
    let words: Vec<&str> = folded
        .split(|c: char| !(c.is_alphanumeric() || c == '/' || c == '-'))
        .filter(|word| !word.is_empty())
        .collect();
    let month = words.iter().any(|word| words::is_month(word));
    let number = |word: &&str| word.starts_with(|c: char| c.is_ascii_digit());
    let figures = |word: &&str| number(word) && word.matches(['/', '-']).count() >= 1 && word.len() >= 4;
    let said = |word: &&str| {
        matches!(
            *word,
            "announced"
                | "endorsed"
                | "signed"
                | "added"
                | "joined"
                | "updated"
                | "as"
                | "of"
                | "on"
                | "since"
                | "de"
                | "del"
                | "el"
                | "le"
                | "am"
                | "em"
                | "firmado"
                | "anunciado"
                | "annonce"
                | "signe"
        )
    };
    words.len() <= 6
        && (month && words.iter().any(number) || words.iter().any(figures))
        && words
            .iter()
            .all(|word| number(word) || words::is_month(word) || said(word))
}

fn tail_of(text: &str, end: usize, inside: Range<usize>) -> Option<Tail> {
    let name = trim::space(text, 0..end);
    if text[inside.clone()].len() > 80 || !text[name.clone()].chars().any(char::is_alphabetic) {
        return None;
    }
    if is_pointer(&text[inside.clone()]) && !text[inside.clone()].trim().eq_ignore_ascii_case("all") {
        return Some(Tail {
            end: name.end,
            note: Some(trim::space(text, inside)),
            ..Tail::default()
        });
    }
    let answer = answer(&fold(&text[inside.clone()]))?;
    Some(Tail {
        end: name.end,
        status: status_of(answer),
        note: Some(trim::space(text, inside)),
        place: None,
    })
}

/// Behind which signs the entries of a list carry remarks.
#[derive(Debug, Default)]
pub(super) struct Remarks {
    behind: Vec<&'static str>,
    /// Whether answers stand behind names without a sign: "Birch Society NO".
    bare: bool,
    signs: Signs,
    /// Whether most entries close with a place in parentheses or behind a sign.
    places: bool,
}

/// At most this many entries are looked at to decide.
const SAMPLE: usize = 400;

impl Remarks {
    /// Looks over the entries of a list.
    pub fn of<'a>(texts: impl Iterator<Item = &'a str>, signs: Signs) -> Self {
        let texts: Vec<&str> = texts.take(SAMPLE).collect();
        let mut behind = Vec::new();
        for sign in SIGNS {
            let tails: Vec<&str> = texts
                .iter()
                .filter_map(|text| split(text, sign).map(|(_, rest)| &text[rest]))
                .collect();
            if tails.len() < 2 || tails.len() * 4 < texts.len() {
                continue;
            }
            let mut seen: HashMap<String, usize> = HashMap::new();
            for tail in &tails {
                *seen.entry(fold(tail)).or_default() += 1;
            }
            let remarks = tails
                .iter()
                .filter(|tail| {
                    let again = seen.get(&fold(tail)).is_some_and(|count| *count >= 3) && !names_part(tail);
                    again || is_remark(tail)
                })
                .count();
            // "Ana Mora - presidente da Rede Verde" says who she is, and where.
            let offices = tails
                .iter()
                .filter(|tail| {
                    Phrase::new(tail)
                        .words
                        .first()
                        .is_some_and(|w| words::is_title(&w.folded) || words::is_job(&w.folded))
                })
                .count();
            if remarks * 2 >= tails.len() && offices * 2 < tails.len() {
                behind.push(sign);
            }
        }
        let places = texts
            .iter()
            .filter(|text| place_behind(text, true).is_some())
            .count();
        let without_sign = texts.iter().filter(|text| bare(text).is_some()).count();
        Self {
            behind,
            bare: without_sign >= 2 && without_sign * 2 >= texts.len(),
            signs,
            places: places >= 2 && places * 2 >= texts.len(),
        }
    }

    /// What stands behind the name of an entry.
    pub fn tail(&self, text: &str) -> Tail {
        let without_sign = || self.bare.then(|| bare(text)).flatten();
        if let Some(tail) = answered_by(text, self.signs).or_else(without_sign) {
            return tail;
        }
        let mut tail = Tail {
            end: text.len(),
            ..Tail::default()
        };
        let cut = self
            .behind
            .iter()
            .filter_map(|sign| split(text, sign))
            .filter(|(_, rest)| !names_part(&text[rest.clone()]))
            .min_by_key(|(end, _)| *end);
        if let Some((end, rest)) = cut {
            tail.note = Some(rest);
            tail.end = end;
        }
        // "Fund (AF)the fund's statement": the text of a link came after the name without a space.
        if !self.behind.is_empty()
            && let Some(glued) = glued(&text[..tail.end])
        {
            tail.note = Some(glued..text.len());
            tail.end = glued;
        }
        if let Some((end, place)) = place_behind(&text[..tail.end], self.places) {
            tail.end = end;
            tail.place = Some(place);
        }
        tail
    }
}

/// An answer behind a name without any sign, all in capitals or all in small letters: "Birch Society NO REPLY".
fn bare(text: &str) -> Option<Tail> {
    let text = text.trim_end();
    let starts = text.rmatch_indices(' ').take(MOST_BARE_WORDS);
    let answers = starts.filter_map(|(at, _)| {
        let (name, words) = (text[..at].trim_end(), &text[at + 1..]);
        let capitals = !words.contains(char::is_lowercase) && name.contains(char::is_lowercase);
        let small = !words.contains(char::is_uppercase) && name.contains(char::is_uppercase);
        (capitals || small).then(|| tail_of(text, name.len(), at + 1..text.len()))?
    });
    answers.last()
}

/// The longest answer that is looked for behind a name without a sign.
const MOST_BARE_WORDS: usize = 4;

/// Where a name ends before a sign, and what stands behind the sign.
fn split(text: &str, sign: &str) -> Option<(usize, Range<usize>)> {
    if sign == " (" {
        let bare = text.trim_end_matches(['.', ' ', ',']);
        let open = bare.rfind(" (")?;
        let inside = open + 2..bare.len() - 1;
        return (bare.ends_with(')') && !text[inside.clone()].contains(')')).then_some((open, inside));
    }
    let at = text.find(sign).filter(|at| *at > 1)?;
    let rest = trim::space(text, at + sign.len()..text.len());
    let depth = text[..at].matches('(').count() > text[..at].matches(')').count();
    (!rest.is_empty() && !depth).then_some((text[..at].trim_end().len(), rest))
}

/// Whether a text behind a sign belongs to the name: an acronym, a chapter, a place.
fn names_part(tail: &str) -> bool {
    let phrase = Phrase::new(tail);
    let [first, ..] = phrase.words.as_slice() else {
        return false;
    };
    let acronym = phrase.words.len() == 1 && first.text.chars().filter(|c| c.is_uppercase()).count() >= 2;
    let chapter = phrase.words.len() <= 5 && phrase.words.iter().any(|w| is_chapter_word(&w.folded));
    acronym || chapter || phrase.place() >= 2.0
}

/// Whether a text behind a sign can't be part of a name: it counts, says something, or only points somewhere.
fn is_remark(tail: &str) -> bool {
    let phrase = Phrase::new(tail);
    let Some(first) = phrase.words.first() else {
        return true;
    };
    let lower = phrase.words.iter().filter(|w| w.case == Case::Lower).count();
    let counts = phrase.words.len() >= 2 && first.case == Case::Digit && lower > 0;
    let points = phrase.words.iter().any(|w| {
        matches!(
            w.folded.as_str(),
            "pdf"
                | "statement"
                | "resolution"
                | "website"
                | "link"
                | "letter"
                | "page"
                | "declaracion"
                | "carta"
                | "sitio"
                | "lettre"
                | "all"
        )
    }) && phrase.words.len() <= 4;
    let small = first.case == Case::Lower
        && first.text.chars().all(char::is_lowercase)
        && lower * 3 >= phrase.words.len() * 2
        && phrase.organization_words() == 0
        && (phrase.words.len() >= 2 || tail.len() <= 12)
        && phrase.title() < 1.5;
    counts
        || points
        || small
        || phrase.is_sentence()
        || phrase.words.len() >= 6 && lower * 2 >= phrase.words.len()
}

/// Where a text that began behind a parenthesis without a space is glued to the name.
fn glued(text: &str) -> Option<usize> {
    text.match_indices(')')
        .map(|(at, _)| at + 1)
        .find(|at| text[*at..].starts_with(char::is_alphabetic))
}

/// A town with its state behind a dash or in parentheses at the end of a name; where most entries have one, a country too.
fn place_behind(text: &str, most: bool) -> Option<(usize, Range<usize>)> {
    let text = text.trim_end_matches(['.', ';', ' ', ',']);
    let (end, inside) = split(text, " (").or_else(|| {
        let at = [" - ", " \u{2013} ", " \u{2014} "]
            .iter()
            .filter_map(|sign| text.rfind(sign).map(|at| (at, at + sign.len())))
            .max()?;
        Some((at.0, at.1..text.len()))
    })?;
    let place = &text[inside.clone()];
    let with_state = place.split_once(", ").is_some_and(|(city, state)| {
        let state = state.trim();
        let code = state.len() == 2
            && state.chars().all(|c| c.is_ascii_uppercase())
            && state_code(&fold(state)).is_some();
        let city = Phrase::new(city);
        (code || state.len() > 3 && (state_code(&fold(state)).is_some() || is_country(&fold(state))))
            && city.words.len() <= 4
            && city.organization_words() == 0
            && city
                .words
                .iter()
                .all(|w| w.case == Case::Upper || words::is_connector(&w.folded))
    });
    // "Ana Mora, escritora (Chile)"; that of an organization tells it from its sisters.
    let person = text
        .split([',', '\u{2013}'])
        .next()
        .is_some_and(|first| Phrase::new(first).person() > 0.8);
    let folded = fold(place);
    let region = matches!(
        folded.as_str(),
        "global"
            | "international"
            | "worldwide"
            | "central america"
            | "regional"
            | "europe"
            | "africa"
            | "asia"
            | "latin america"
    );
    let named = is_country(&folded) || region || state_code(&folded).is_some() && place.len() > 3;
    let country = most && named && (person || !text.ends_with(')'));
    (with_state || country).then_some((end, inside))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;

    fn read(text: &str) -> (&str, Option<ListStatus>) {
        answered(text).map_or((text, None), |tail| (&text[..tail.end], tail.status))
    }

    #[test]
    fn an_answer_behind_a_name_is_no_part_of_it() {
        for (text, name, status) in [
            (
                "Dory Builders (declined)",
                "Dory Builders",
                Some(ListStatus::Declined),
            ),
            (
                "Dory Builders - pending",
                "Dory Builders",
                Some(ListStatus::Asked),
            ),
            ("Dory Builders: no", "Dory Builders", Some(ListStatus::Declined)),
            ("Dory Builders, signed 9/2/2024", "Dory Builders", None),
            (
                "Dory Builders \u{2014} awaiting board vote",
                "Dory Builders",
                Some(ListStatus::Asked),
            ),
            ("Red Azul - no firma", "Red Azul", Some(ListStatus::Declined)),
            (
                "Collectif Gris : en attente",
                "Collectif Gris",
                Some(ListStatus::Asked),
            ),
            ("Dory Builders - yes", "Dory Builders", None),
        ] {
            let found = answered(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(
                (text[..found.end].trim_end_matches(' '), found.status),
                (name, status),
                "{text}"
            );
        }
    }

    #[test]
    fn a_name_that_sounds_like_an_answer_stays() {
        for text in [
            "Campaign, No More Deaths",
            "Yes to Libraries",
            "Network - North",
            "Pass It On",
            "Fund (AF)",
            "Say No: Ban It Now",
        ] {
            assert_eq!(read(text), (text, None));
        }
    }

    #[test]
    fn remarks_come_off_where_most_entries_have_one() {
        let list = [
            "Amber Trust - Statement",
            "Birch Union - 7 members",
            "Cedar League - Statement",
            "Dune Fund - Madison Chapter",
            "Elm - Website",
        ];
        let remarks = Remarks::of(list.iter().copied(), Signs::default());
        let names: Vec<&str> = list.iter().map(|text| &text[..remarks.tail(text).end]).collect();
        assert_eq!(
            names,
            [
                "Amber Trust",
                "Birch Union",
                "Cedar League",
                "Dune Fund - Madison Chapter",
                "Elm"
            ]
        );
        let list = ["Amber Trust (AT)", "Birch Union (BU)", "Cedar League"];
        let remarks = Remarks::of(list.iter().copied(), Signs::default());
        assert!(list.iter().all(|text| remarks.tail(text).end == text.len()));
    }

    #[test]
    fn a_town_with_its_state_is_a_place() {
        let remarks = Remarks::default();
        for text in ["Amber Trust - Madison, WI", "Amber Trust (Madison, WI)"] {
            let tail = remarks.tail(text);
            assert_eq!(
                (&text[..tail.end], &text[tail.place.unwrap()]),
                ("Amber Trust", "Madison, WI")
            );
        }
        let text = "First Unitarian Society - Madison - Justice Ministry";
        assert_eq!(remarks.tail(text).end, text.len());
    }
}
