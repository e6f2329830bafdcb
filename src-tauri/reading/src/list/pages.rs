//! What a page adds to a text copied out of a PDF: its number and the running head beside it.
//!
//! Owns finding them and joining what they parted; the lines that are left are read as if no page had ended.

use std::collections::HashMap;

use names::recognize::words::fold;

use super::boilerplate::is_postal;
use super::lines::{Line, Mark};
use super::surroundings::goes_on;

/// The lines without those of postal addresses, where there are several: cards of people with where they are.
fn without_addresses(source: &str, lines: Vec<Line>) -> Vec<Line> {
    let postal: Vec<bool> = lines
        .iter()
        .map(|line| line.mark == Mark::None && line.body.len() < 80 && is_postal(&source[line.body.clone()]))
        .collect();
    if postal.iter().filter(|is| **is).count() < 4 {
        return lines;
    }
    lines
        .into_iter()
        .zip(postal)
        .filter(|(_, is)| !is)
        .map(|(line, _)| line)
        .collect()
}

/// The lines without page numbers and running heads.
pub(super) fn without(source: &str, lines: Vec<Line>) -> Vec<Line> {
    let lines = without_addresses(source, lines);
    let text = |at: usize| &source[lines[at].body.clone()];
    let numbers: Vec<usize> = (0..lines.len())
        .filter(|at| lines[*at].mark == Mark::None && lines[*at].body.len() <= 30)
        .filter(|at| is_page_number(text(*at)))
        .collect();
    if numbers.is_empty() {
        return lines;
    }
    // The lines next to a page number on either side, over the empty lines between.
    let beside = |at: usize| -> Vec<usize> {
        let filled = |i: &usize| !lines[*i].is_blank();
        let before = (at.saturating_sub(5)..at).rev().filter(filled).take(3);
        let after = (at + 1..lines.len().min(at + 6)).filter(filled).take(3);
        before
            .chain(after)
            .filter(|i| lines[*i].mark == Mark::None)
            .collect()
    };
    let mut heads: HashMap<String, usize> = HashMap::new();
    for number in &numbers {
        for at in beside(*number) {
            *heads.entry(fold(text(at))).or_default() += 1;
        }
    }
    let blank = |at: Option<usize>| at.is_none_or(|at| lines.get(at).is_none_or(Line::is_blank));
    let mut gone = vec![false; lines.len()];
    let again = |at: usize| heads.get(&fold(text(at))).is_some_and(|count| *count >= 2);
    // The head of the first page has no number above it.
    let first = (0..lines.len()).filter(|at| !lines[*at].is_blank()).take(3);
    for at in first.take_while(|at| again(*at)) {
        gone[at] = true;
    }
    for number in &numbers {
        gone[*number] = true;
        for at in beside(*number) {
            let (first, last) = (at.min(*number), at.max(*number));
            let alone = last == first + 1 && blank(first.checked_sub(1)) && blank(Some(last + 1));
            let spelled = text(*number).chars().any(char::is_alphabetic);
            gone[at] |= again(at) || alone && spelled && last + 1 < lines.len();
        }
    }
    // Where a sentence or name went on over the page, the empty lines went with it.
    let mut at = 0;
    while at < lines.len() {
        if !gone[at] {
            at += 1;
            continue;
        }
        let mut start = at;
        while start > 0 && lines[start - 1].is_blank() {
            start -= 1;
        }
        let mut end = at;
        while end < lines.len() && (gone[end] || lines[end].is_blank()) {
            end += 1;
        }
        if start > 0 && end < lines.len() {
            let (before, next) = (text(start - 1), text(end));
            let open = before.ends_with([',', ';', '-', '\u{ad}']) || next.starts_with(char::is_lowercase);
            if lines[end].mark == Mark::None && (open || goes_on(before, next)) {
                gone[start..end].fill(true);
            }
        }
        at = end.max(at + 1);
    }
    let mut kept = gone.iter().map(|gone| !gone);
    let mut lines = lines;
    lines.retain(|_| kept.next().unwrap_or(true));
    lines
}

/// "Page 2 of 3", "2", "- 2 -", "2/3".
fn is_page_number(text: &str) -> bool {
    let folded = fold(text);
    let mut numbers = 0;
    let all = folded
        .split(|c: char| c.is_whitespace() || matches!(c, '-' | '/' | '|' | '.' | '[' | ']' | '(' | ')'))
        .filter(|word| !word.is_empty())
        .all(|word| {
            let number = word.len() <= 4 && word.bytes().all(|b| b.is_ascii_digit());
            numbers += usize::from(number);
            number
                || matches!(
                    word,
                    "page" | "p" | "pag" | "pagina" | "seite" | "s" | "of" | "de" | "von" | "sur"
                )
        });
    all && (1..=2).contains(&numbers)
}
