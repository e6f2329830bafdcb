//! What is no part of a name at its ends: footnote marks, stray punctuation, the full stop of the sentence.
//!
//! Works on ranges, so that a trimmed name still knows where it stands. It never changes anything inside a name.

use std::ops::Range;

use names::recognize::words::{fold, is_legal_suffix};

use super::words;

/// Signs that mark a footnote or a lead organization.
const FOOTNOTES: &[char] = &[
    '*', '†', '‡', '§', '¶', '⁑', '∗', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹', '⁰', '^', '✝', '⁺',
];

/// The range of the name within a range of the text.
pub(super) fn name(text: &str, range: Range<usize>) -> Range<usize> {
    let mut range = space(text, range);
    loop {
        let before = range.clone();
        range = end(text, start(text, range));
        if range == before {
            return range;
        }
    }
}

/// Trims white space only.
pub(super) fn space(text: &str, range: Range<usize>) -> Range<usize> {
    let inner = &text[range.clone()];
    let start = range.start + inner.len() - inner.trim_start().len();
    let end = range.end - (inner.len() - inner.trim_end().len());
    start..end.max(start)
}

/// The beginning of a range, at most so many bytes of it.
pub(super) fn near(text: &str, range: Range<usize>, most: usize) -> Range<usize> {
    let mut end = range.end.min(range.start + most);
    while !text.is_char_boundary(end) {
        end += 1;
    }
    range.start..end
}

/// The end of a range, at most so many bytes of it.
pub(super) fn near_end(text: &str, range: Range<usize>, most: usize) -> Range<usize> {
    let mut start = range.start.max(range.end.saturating_sub(most));
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    start..range.end
}

fn start(text: &str, range: Range<usize>) -> Range<usize> {
    let inner = &text[range.clone()];
    let rest = inner.trim_start_matches(|c: char| {
        c.is_whitespace()
            || FOOTNOTES.contains(&c)
            || matches!(
                c,
                ',' | ';' | ':' | '•' | '·' | '|' | '–' | '—' | '\u{ff0d}' | '\u{3001}'
            )
    });
    let rest = rest.strip_prefix("- ").unwrap_or(rest);
    // "[1] Amber Fund"
    let rest = match rest.strip_prefix('[').and_then(|inner| inner.split_once("] ")) {
        Some((mark, name))
            if !mark.is_empty() && mark.len() <= 3 && mark.bytes().all(|b| b.is_ascii_digit()) =>
        {
            name
        }
        _ => rest,
    };
    range.end - rest.len()..range.end
}

fn end(text: &str, range: Range<usize>) -> Range<usize> {
    let inner = &text[range.clone()];
    let mut rest = inner.trim_end_matches(|c: char| {
        c.is_whitespace()
            || FOOTNOTES.contains(&c)
            || matches!(
                c,
                ',' | ';' | ':' | '•' | '·' | '|' | '–' | '—' | '\u{ff0d}' | '\u{3001}' | '\u{3002}' | '…'
            )
    });
    rest = rest.strip_suffix(" -").unwrap_or(rest);
    rest = without_reference(rest);
    rest = without_leader(rest);
    rest = without_note(rest);
    rest = without_more(rest);
    rest = without_address(rest);
    if rest.ends_with('.') {
        let stem = rest.trim_end_matches('.');
        rest = if keeps_stop(rest) {
            &rest[..stem.len() + 1]
        } else {
            stem
        };
    }
    rest = within_quotes(rest);
    let offset = rest.as_ptr() as usize - inner.as_ptr() as usize;
    range.start + offset..range.start + offset + rest.len()
}

/// Without a footnote number in brackets, or in parentheses when it is small: `[12]`, `(*)`.
fn without_reference(text: &str) -> &str {
    let Some(open) = text.rfind(['[', '(']) else {
        return text;
    };
    let inside = &text[open + 1..];
    let closed = inside.strip_suffix([']', ')']);
    match closed {
        Some(mark)
            if open > 0
                && mark.chars().count() <= 4
                && !mark.is_empty()
                && (mark.chars().all(|c| {
                    FOOTNOTES.contains(&c) || text[open..].starts_with('[') && c.is_ascii_digit()
                }) && mark.chars().count() <= 3
                    || text[open..].starts_with('[') && is_lettered(mark)) =>
        {
            text[..open].trim_end()
        }
        _ => text,
    }
}

/// "P 1", "MC 2", "a": a mark of a group of footnotes.
fn is_lettered(mark: &str) -> bool {
    let letters = mark.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    (1..=2).contains(&letters.len())
        && letters.chars().all(|c| c.is_ascii_alphabetic())
        && (letters.len() < mark.len() || letters.len() == 1)
}

/// Without the dots that lead to a page number: "Amber Fund ........ 3".
fn without_leader(text: &str) -> &str {
    let dots = text.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let bare = dots.trim_end_matches(['.', '\u{2026}', '_']);
    if dots.len() < text.len() && dots.len() - bare.len() >= 3 && dots.ends_with(['.', '\u{2026}', '_']) {
        bare.trim_end()
    } else {
        text
    }
}

/// Without a note in square brackets: "[confirmed]", "[pending board vote]".
fn without_note(text: &str) -> &str {
    let Some(open) = text.rfind('[').filter(|open| *open > 0 && text.ends_with(']')) else {
        return text;
    };
    let inside = &text[open + 1..text.len() - 1];
    let small = inside
        .split_whitespace()
        .all(|word| word.starts_with(char::is_lowercase));
    if small && !inside.contains('.') && !inside.is_empty() {
        text[..open].trim_end()
    } else {
        text
    }
}

/// Without "(partial list)" or "and many others" in parentheses at the end.
fn without_more(text: &str) -> &str {
    let Some(open) = text.rfind(['(', '[']) else {
        return text;
    };
    if text.len() - open < 60
        && text.ends_with([')', ']'])
        && words::says_there_are_more(&fold(&text[open..]))
        && open > 0
    {
        return text[..open].trim_end();
    }
    text
}

/// Without a web address, or what somebody is called on the web, behind the name.
fn without_address(text: &str) -> &str {
    let Some(at) = text.rfind(char::is_whitespace) else {
        return text;
    };
    let last = text[at..]
        .trim_start()
        .trim_matches(['(', ')', '<', '>', '[', ']']);
    let handle = last.strip_prefix('@').is_some_and(|called| {
        called.len() > 1
            && called
                .chars()
                .all(|c| c.is_alphanumeric() || matches!(c, '_' | '.' | '-'))
    });
    if handle || last.starts_with("http://") || last.starts_with("https://") || last.starts_with("www.") {
        text[..at]
            .trim_end()
            .trim_end_matches([',', '-', '\u{2013}', '\u{2014}', ':', '|'])
            .trim_end()
    } else {
        text
    }
}

/// Without quotes that stand around the whole of it.
fn within_quotes(text: &str) -> &str {
    const PAIRS: &[(char, char)] = &[
        ('"', '"'),
        ('\u{201c}', '\u{201d}'),
        ('\u{ab}', '\u{bb}'),
        ('\u{201e}', '\u{201c}'),
    ];
    for (open, close) in PAIRS {
        if let Some(inside) = text
            .strip_prefix(*open)
            .and_then(|rest| rest.strip_suffix(*close))
            && !inside.contains([*open, *close])
            && !inside.trim().is_empty()
        {
            return inside.trim();
        }
    }
    text
}

/// Whether the full stop at the end belongs to an abbreviation: Inc., e. V., D.C.
pub(super) fn keeps_stop(text: &str) -> bool {
    let stem = text.trim_end_matches('.');
    let last = stem
        .rsplit(|c: char| c.is_whitespace() || matches!(c, ',' | '('))
        .next()
        .unwrap_or_default();
    let folded = fold(last);
    let one_letter = last.chars().count() == 1 && last.chars().all(char::is_alphabetic);
    let initials = last.contains('.') && last.split('.').all(|part| part.chars().count() <= 2);
    one_letter
        || initials
        || words::keeps_stop(&folded)
        || folded.len() <= 4 && is_legal_suffix(&folded) && !is_always_bare(&folded)
}

/// Legal forms that are written without a full stop, so that one behind them ends the sentence.
fn is_always_bare(folded: &str) -> bool {
    matches!(
        folded,
        "gmbh"
            | "ug"
            | "ag"
            | "kg"
            | "plc"
            | "asbl"
            | "sarl"
            | "llp"
            | "llc"
            | "bv"
            | "ab"
            | "oy"
            | "se"
            | "sas"
            | "sa"
            | "ev"
            | "sl"
    )
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;

    #[test]
    fn marks_and_stops_are_taken_off_and_abbreviations_kept() {
        for (given, wanted) in [
            ("*Ash Fund†", "Ash Fund"),
            ("Ash Fund [12]", "Ash Fund"),
            ("Ash Fund (AF).", "Ash Fund (AF)"),
            ("Ash, Inc.", "Ash, Inc."),
            ("Ash e. V.", "Ash e. V."),
            ("Ash of Washington, D.C.", "Ash of Washington, D.C."),
            ("Ash GmbH.", "Ash GmbH"),
            ("“Ash”", "Ash"),
            ("“Ash” and “Birch”", "“Ash” and “Birch”"),
            ("Ash (partial list)", "Ash"),
            ("Evergreen Now!", "Evergreen Now!"),
            ("Ash https://ash.example", "Ash"),
            ("Ana Mora - @anamora", "Ana Mora"),
            ("Ana Mora (@ana_mora)", "Ana Mora"),
            ("Ana Mora @ Harbor", "Ana Mora @ Harbor"),
            ("—", ""),
        ] {
            assert_eq!(&given[name(given, 0..given.len())], wanted);
        }
    }
}
