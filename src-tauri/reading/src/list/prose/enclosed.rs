//! Names in parentheses inside a sentence, and what a sentence says before its first comma about something else.

use std::ops::Range;

use super::super::phrase::Phrase;
use super::super::{cut, words};
use super::separators::{Separator, separator_of};

/// "The five groups (A, B, C and D) handed in": names in parentheses behind a word for those who do something.
pub(super) fn in_parentheses(text: &str, sentence: Range<usize>) -> Option<(Range<usize>, Separator)> {
    let open = text[sentence.clone()]
        .find(" (")
        .map(|at| sentence.start + at + 2)?;
    let close = text[open..sentence.end].find(')').map(|at| open + at)?;
    let before = Phrase::new(&text[sentence.start..open]);
    let inside = &text[open..close];
    let groups = before
        .words
        .iter()
        .any(|w| words::names_those(&w.folded) || words::introduces(&w.folded));
    let closed = inside.rsplit_once([',', ' ']).is_some() && inside.split_whitespace().any(words::is_and);
    let share = cut::name_share(&Phrase::new(inside));
    (groups && closed && inside.matches([',', ';']).count() >= 2 && share >= 0.66)
        .then(|| (open..close, separator_of(text, open..close)))
}

/// "The organizations that called for it (A, B, C and D) said": four names or more in parentheses, behind a word for what they
/// are, in a sentence that goes on.
pub(super) fn enclosed(text: &str, sentence: Range<usize>) -> Option<(Range<usize>, Separator)> {
    let open = text[sentence.clone()]
        .find(" (")
        .map(|at| sentence.start + at + 2)?;
    let close = text[open..sentence.end].find(')').map(|at| open + at)?;
    let before = Phrase::new(&text[sentence.start..open]);
    let kind = before
        .words
        .iter()
        .rev()
        .take(3)
        .any(|w| words::is_kind(&w.folded));
    let inside = &text[open..close];
    // "los organizadores (padres de CONCA, Foro Azul, ...) han repartido"
    let kind = kind
        || inside.matches([',', ';']).count() >= 3
            && before
                .words
                .last()
                .is_some_and(|w| words::names_those(&w.folded) && w.text.starts_with(char::is_lowercase));
    let goes_on = text[close + 1..sentence.end]
        .trim_start()
        .starts_with(char::is_lowercase);
    let share = cut::name_share(&Phrase::new(inside));
    (kind
        && goes_on
        && inside.matches([',', ';']).count() >= 2
        && inside.split_whitespace().count() >= 6
        && share >= 0.6)
        .then(|| (open..close, separator_of(text, open..close)))
}

/// Names in parentheses behind what each group of them is: "the unions (A, B and C); the neighbors (D and E)".
pub(super) fn in_groups(text: &str, sentence: Range<usize>) -> Option<Vec<Range<usize>>> {
    let mut groups = Vec::new();
    let mut start = sentence.start;
    for part in text[sentence].split_inclusive(';') {
        let open = part.find(" (").map(|at| start + at + 2)?;
        let whole = part.trim_end_matches([';', '.', ' ', '\n']);
        let inside = open..start + whole.strip_suffix(')')?.len();
        let told = Phrase::new(&text[start..open]);
        let several =
            text[inside.clone()].contains(',') || text[inside.clone()].split(' ').any(words::is_and);
        if !several
            || told.lower_share() < 0.5
            || text[inside.clone()].contains(['(', ')'])
            || cut::name_share(&Phrase::new(&text[inside.clone()])) < 0.66
        {
            return None;
        }
        groups.push(inside);
        start += part.len();
    }
    (groups.len() >= 2).then_some(groups)
}

/// Where a sentence goes on behind a long clause at its beginning: "In response to the decision of the agency that it will reconsider the
/// limits, the Harbor Council, ... issued the following statement". The beginning where there is none.
pub(super) fn behind_aside(text: &str, range: Range<usize>) -> usize {
    let Some(at) = text[range.clone()].find(", ").filter(|at| (40..400).contains(at)) else {
        return range.start;
    };
    let aside = Phrase::new(&text[range.start..range.start + at]);
    let small = aside
        .words
        .iter()
        .filter(|w| w.text.starts_with(char::is_lowercase) && !words::is_connector(&w.folded))
        .count();
    let opens = aside.words.first().is_some_and(|w| {
        w.is_plain()
            && matches!(
                w.folded.as_str(),
                "in" | "on"
                    | "with"
                    | "at"
                    | "following"
                    | "after"
                    | "ante"
                    | "tras"
                    | "en"
                    | "con"
                    | "a"
                    | "suite"
                    | "face"
                    | "dans"
                    | "nach"
                    | "em"
                    | "apos"
                    | "dopo"
            )
    });
    let rest = &text[range.start + at + 2..range.end];
    let named = rest
        .split(' ')
        .take(2)
        .any(|word| word.starts_with(char::is_uppercase));
    if opens && small >= 3 && aside.words.len() >= 8 && named && rest.contains(", ") {
        range.start + at + 2
    } else {
        range.start
    }
}
