//! The placeholders that a person writes into a document: `{{signatories}}` and `{{count}}`, each with a colon
//! and words for an arrangement where another than the letter's own is wanted, as in `{{signatories:prose}}`.
//!
//! Case and white space around the words do not matter, because word processors capitalize and space by
//! themselves. Braces around other words belong to somebody else and stay.

use std::ops::Range;

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

/// The placeholders of a text, in order.
pub(super) fn find(text: &str) -> Vec<Placeholder> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(end) = text
        .get(from..)
        .and_then(|rest| rest.find("}}"))
        .map(|at| from + at)
    {
        // The last opening before it, so that a brace more changes nothing.
        let start = text
            .get(from..end)
            .and_then(|before| before.rfind("{{"))
            .map(|at| from + at);
        if let Some(start) = start
            && let Some((kind, argument)) = text.get(start + 2..end).and_then(meaning)
        {
            found.push(Placeholder {
                range: start..end + 2,
                kind,
                argument,
            });
        }
        from = end + 2;
    }
    found
}

fn meaning(inside: &str) -> Option<(Kind, String)> {
    if inside.contains(OBSTACLE) {
        return None;
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, Kind, String)> {
        find(text)
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
}
