//! The placeholders that a person writes into a document: `{{signatories}}` and `{{count}}`, each with a colon
//! and words for an arrangement where another than the letter's own is wanted, as in `{{signatories:prose}}`.
//!
//! Case and white space around the words do not matter, because word processors capitalize and space by
//! themselves. Braces around other words belong to somebody else and stay.

use std::ops::Range;

use icu_properties::CodePointSetData;
use icu_properties::props::DefaultIgnorableCodePoint;

/// Stands in the text of a paragraph for what is no text: a picture, a field, a tab.
pub(super) const OBSTACLE: &str = "\u{fffc}";

/// What a placeholder stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// The block.
    Signatories,
    /// The number of signatories.
    Count,
}

/// One placeholder in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Placeholder {
    /// Where it stands, braces included, in bytes.
    pub(super) range: Range<usize>,
    pub(super) kind: Kind,
    /// The words after the colon; empty without.
    pub(super) argument: String,
}

/// Braces that are no placeholder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Left {
    /// As it stands there.
    pub(super) written: String,
    /// The placeholder that was probably meant.
    pub(super) meant: Option<String>,
}

/// What stands between braces in a text.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Found {
    /// In their order.
    pub(super) placeholders: Vec<Placeholder>,
    /// The rest.
    pub(super) left: Vec<Left>,
}

/// The longest text between braces that is told to a person.
const MOST_TOLD: usize = 80;

/// The placeholders of a text, and what else stands in it between braces.
pub(super) fn find(text: &str) -> Found {
    let (text, places) = visible(text);
    let mut found = Found::default();
    let mut from = 0;
    while let Some(brace) = text
        .get(from..)
        .and_then(|rest| rest.find('{'))
        .map(|at| from + at)
    {
        // The last brace that opens before the first that closes.
        let Some(close) = text
            .get(brace..)
            .and_then(|rest| rest.find('}'))
            .map(|at| brace + at)
        else {
            break;
        };
        let start = text
            .get(..close)
            .and_then(|before| before.rfind('{'))
            .map_or(close, |at| at + 1);
        let count = |range: Range<usize>, brace: u8| {
            let bytes = text.as_bytes().get(range).unwrap_or_default();
            (
                bytes.iter().take_while(|byte| **byte == brace).count(),
                bytes.iter().rev().take_while(|byte| **byte == brace).count(),
            )
        };
        let opening = count(brace..start, b'{').1.min(2);
        let closing = count(close..text.len(), b'}').0.min(2);
        let end = close + closing;
        let inside = text.get(start..close).unwrap_or_default();
        from = end;
        if inside.contains(OBSTACLE) {
            continue;
        }
        if opening == 2
            && closing == 2
            && let Some((kind, argument)) = meaning(inside)
        {
            let place = |at: usize| places.get(at).copied().unwrap_or_default();
            found.placeholders.push(Placeholder {
                // The braces are one byte each.
                range: place(start - opening)..place(end - 1) + 1,
                kind,
                argument,
            });
            continue;
        }
        let meant = probably(inside);
        let is_one = (opening == 2 && closing == 2) || meant.is_some();
        if is_one && inside.len() <= MOST_TOLD {
            let written = text.get(start - opening..end).unwrap_or_default().to_owned();
            found.left.push(Left { written, meant });
        }
    }
    found
}

/// The text without what nobody sees in it, and for each of its bytes where it stands in the text.
fn visible(text: &str) -> (String, Vec<usize>) {
    let mut seen = String::with_capacity(text.len());
    let mut places = Vec::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        if !is_invisible(c) {
            seen.push(c);
            places.extend(at..at + c.len_utf8());
        }
    }
    (seen, places)
}

/// Soft hyphens, marks of direction, joiners and spaces without a width, as word processors and web pages leave them.
fn is_invisible(c: char) -> bool {
    CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(c)
}

fn meaning(inside: &str) -> Option<(Kind, String)> {
    let (word, argument) = inside.split_once(':').unwrap_or((inside, ""));
    let kind = match word.trim().to_lowercase().as_str() {
        "signatories" => Kind::Signatories,
        "count" => Kind::Count,
        _ => return None,
    };
    // A hyphen at which no line may break is a hyphen all the same.
    let words: Vec<String> = argument
        .split_whitespace()
        .map(|word| word.replace('\u{2011}', "-"))
        .collect();
    Some((kind, words.join(" ")))
}

/// The placeholder that somebody probably meant who wrote this between braces.
fn probably(inside: &str) -> Option<String> {
    const WORDS: [&str; 2] = ["signatories", "count"];
    let inside = inside.trim();
    let (word, argument) = inside.split_once(':').unwrap_or((inside, ""));
    // Where there is no colon, a space or another sign may stand in its place.
    let first = inside.find(|c: char| !c.is_alphabetic()).unwrap_or(inside.len());
    let (first, rest) = inside.split_at(first);
    let (word, argument) = match nearest(word.trim(), WORDS.into_iter()) {
        Some(word) => (word, argument),
        None => (nearest(first, WORDS.into_iter())?, rest),
    };
    let argument = argument.trim_matches(|c: char| !c.is_alphanumeric());
    Some(if argument.is_empty() {
        format!("{{{{{word}}}}}")
    } else {
        format!("{{{{{word}:{argument}}}}}")
    })
}

/// The word that this one is probably a misspelling of: a third of its letters may be wrong.
pub fn nearest<'a>(written: &str, words: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let written: Vec<char> = written.to_lowercase().chars().collect();
    if written.is_empty() || written.len() > MOST_TOLD {
        return None;
    }
    words
        .map(|word| {
            let letters: Vec<char> = word.to_lowercase().chars().collect();
            (distance(&written, &letters), letters.len() / 3, word)
        })
        .filter(|(distance, most, _)| distance <= most)
        .min_by_key(|(distance, ..)| *distance)
        .map(|(.., word)| word)
}

/// How many letters have to be added, taken out, replaced, or swapped with their neighbour to make one word the other.
fn distance(one: &[char], other: &[char]) -> usize {
    let get = |row: &[usize], at: usize| row.get(at).copied().unwrap_or(usize::MAX / 2);
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=other.len()).collect();
    for (at, letter) in one.iter().enumerate() {
        let mut row = vec![at + 1];
        for (beside, against) in other.iter().enumerate() {
            let swapped = at > 0
                && beside > 0
                && one.get(at - 1) == Some(against)
                && other.get(beside - 1) == Some(letter);
            let replaced = get(&last, beside) + usize::from(letter != against);
            let mut least = replaced
                .min(get(&last, beside + 1) + 1)
                .min(get(&row, beside) + 1);
            if swapped {
                least = least.min(get(&before, beside - 1) + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, Kind, String)> {
        find(text)
            .placeholders
            .into_iter()
            .map(|at| (text.get(at.range).unwrap_or_default(), at.kind, at.argument))
            .collect()
    }

    #[test]
    fn placeholders_are_found_whatever_stands_around_them() {
        assert_eq!(
            found("“{{signatories}}”, {{{Count}}} and {{ Signatories\u{a0}: by  state }}."),
            [
                ("{{signatories}}", Kind::Signatories, String::new()),
                ("{{Count}}", Kind::Count, String::new()),
                (
                    "{{ Signatories\u{a0}: by  state }}",
                    Kind::Signatories,
                    "by state".to_owned()
                ),
            ]
        );
        assert_eq!(
            found("{{signatories:letter\u{2011}by-letter}}")[0].2,
            "letter-by-letter"
        );
        assert_eq!(found("{{ {{count}}")[0].0, "{{count}}");
    }

    #[test]
    fn braces_of_others_stay() {
        for text in [
            "{{name}}",
            "{signatories}",
            "{{signatories}",
            "}}{{",
            "{{sig\u{fffc}natories}}",
            "{{counts}}",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    fn left(text: &str) -> Vec<(String, Option<String>)> {
        let left = find(text).left.into_iter();
        left.map(|left| (left.written, left.meant)).collect()
    }

    #[test]
    fn what_nobody_sees_between_the_braces_does_not_matter() {
        for text in [
            "{{sig\u{200b}natories}}",
            "{\u{200e}{signatories\u{200f}}}",
            "{{signa\u{ad}tories}\u{feff}}",
            "{{signatories\u{2060}}}",
        ] {
            assert_eq!(found(text), [(text, Kind::Signatories, String::new())]);
        }
    }

    #[test]
    fn a_misspelled_placeholder_is_named_with_what_was_meant() {
        let meant = |text: &str| match left(text).as_slice() {
            [(_, meant)] => meant.clone(),
            other => panic!("{text}: {other:?}"),
        };
        for (written, expected) in [
            ("{{signatores}}", "{{signatories}}"),
            ("{{ Signatory }}", "{{signatories}}"),
            ("{{signatures:prose}}", "{{signatories:prose}}"),
            ("{{conut}}", "{{count}}"),
            ("{{counts}}", "{{count}}"),
            ("{signatories}", "{{signatories}}"),
            ("{{signatories}", "{{signatories}}"),
            ("{count}}", "{{count}}"),
            ("{{signatories columns 2}}", "{{signatories:columns 2}}"),
            ("{{signatories|prose}}", "{{signatories:prose}}"),
            ("{{signatores - by state}}", "{{signatories:by state}}"),
        ] {
            assert_eq!(meant(written).as_deref(), Some(expected), "{written}");
        }
        assert_eq!(meant("{{name}}"), None);
        assert_eq!(left("{name} and {country}"), []);
        assert_eq!(left("{of those who sign} and {country list}"), []);
        assert_eq!(left("{{signatories}} {{name}}").len(), 1);
    }
}
