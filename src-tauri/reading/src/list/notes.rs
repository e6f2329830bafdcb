//! Footnotes: lines that begin with a number in brackets which the text above them refers to.

use std::collections::HashSet;

use super::lines::{Line, Mark};
use super::{cue, prose, words};
use names::recognize::words::fold;

/// The lines without the notes at the foot of a page.
pub(super) fn without(source: &str, lines: Vec<Line>) -> Vec<Line> {
    let mut lines = without_section(source, lines);
    let marks: Vec<Option<u32>> = lines
        .iter()
        .map(|line| begins_with(&source[line.whole.clone()]))
        .collect();
    if marks.iter().all(Option::is_none) {
        return lines;
    }
    let mut referred: HashSet<u32> = HashSet::new();
    for (line, mark) in lines.iter().zip(&marks) {
        let text = &source[line.whole.clone()];
        let skip = usize::from(mark.is_some());
        for (at, _) in text.match_indices('[').skip(skip) {
            referred.extend(begins_with(&text[at..]));
        }
    }
    let mut at = 0;
    lines.retain_mut(|line| {
        let number = marks[at];
        at += 1;
        let Some(number) = number.filter(|_| line.mark == Mark::None) else {
            return true;
        };
        let text = &source[line.whole.clone()];
        let Some((_, rest)) = text.split_once(']') else {
            return true;
        };
        let words = rest.trim_start();
        // The names may stand in the note: "by eleven groups.[1]", and below "[1] Amber Trust, Birch Union and ...".
        if referred.contains(&number) && !(words.len() > 60 && prose::is_all_names(words)) {
            return false;
        }
        line.body = line.whole.end - words.len()..line.whole.end;
        true
    });
    lines
}

/// The lines without numbered notes that stand under a heading of their own: "Notes:", "1. See the report of May", ...
fn without_section(source: &str, mut lines: Vec<Line>) -> Vec<Line> {
    let text = |line: &Line| source[line.body.clone()].to_owned();
    let Some(head) = lines.iter().position(|line| {
        line.mark != Mark::Number(1) && words::heads_notes(fold(&text(line)).trim_end_matches([':', ' ']))
    }) else {
        return lines;
    };
    let mut next = 1;
    let mut end = head + 1;
    for (at, line) in lines.iter().enumerate().skip(head + 1) {
        match line.mark {
            Mark::Number(number) if number == next => {
                next += 1;
                end = at + 1;
            }
            Mark::None if line.is_blank() => {}
            // A number that only begins a line of the note counts nothing.
            Mark::Number(number) if number != 1 && next > 1 && end == at => end = at + 1,
            Mark::None if next > 1 && end == at && !(line.body.len() < 80 && cue::signs(&text(line))) => {
                end = at + 1
            }
            _ => break,
        }
    }
    if next > 2 {
        lines.drain(head..end);
    }
    lines
}

/// The number in brackets with which a text begins.
fn begins_with(text: &str) -> Option<u32> {
    let (number, _) = text.strip_prefix('[')?.split_once(']')?;
    (number.len() <= 3).then(|| number.parse().ok())?
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;
    use crate::list::lines;

    #[test]
    fn a_note_is_known_by_what_refers_to_it() {
        let source = "Support the Act[1]\nHarbor Club\n[1] 118th Congress.\n[2] Moor House\n";
        let left: Vec<&str> = without(source, lines::lines(source))
            .into_iter()
            .map(|line| &source[line.whole])
            .filter(|text| !text.is_empty())
            .collect();
        assert_eq!(left, ["Support the Act[1]", "Harbor Club", "[2] Moor House"]);
    }
}
