//! Footnotes: lines that begin with a number in brackets which the text above them refers to.

use std::collections::HashSet;

use super::lines::{Line, Mark};

/// The lines without the notes at the foot of a page.
pub(super) fn without(source: &str, mut lines: Vec<Line>) -> Vec<Line> {
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
    lines.retain(|line| {
        let note = marks[at].is_some_and(|number| referred.contains(&number));
        at += 1;
        !(note && line.mark == Mark::None)
    });
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
