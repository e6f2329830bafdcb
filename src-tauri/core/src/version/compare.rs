//! Two texts of a letter side by side: which paragraphs changed, and word by word what.
//!
//! Paragraphs are matched first, by the longest run of the same ones and, between those, by what they share; words are
//! compared only within a pair. Both use the same search for the longest common sequence, bounded so that two books of text
//! are compared in a moment: beyond the bound everything between counts as changed.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::coalition::Coalition;
use base::error::{Error, Result};
use vocabulary::ids::LetterId;
use vocabulary::string_enum;

string_enum! {
    /// What became of a paragraph.
    DiffKind {
        /// It is the same.
        Same = "same",
        /// Words in it changed.
        Changed = "changed",
        /// It is new.
        Added = "added",
        /// It is gone.
        Removed = "removed",
    }
}

string_enum! {
    /// What became of some words.
    PieceKind {
        /// They stand in both.
        Same = "same",
        /// They are new.
        Added = "added",
        /// They are gone.
        Removed = "removed",
    }
}

/// Words in a row of one kind, with the blanks between them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export, export_to = "versions/")]
pub struct DiffPiece {
    /// What became of them.
    pub kind: PieceKind,
    /// The words.
    pub text: String,
}

/// A paragraph of one text or of both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export, export_to = "versions/")]
pub struct DiffParagraph {
    /// What became of it.
    pub kind: DiffKind,
    /// Its words; those that are not added are the earlier text, those that are not removed the later.
    pub pieces: Vec<DiffPiece>,
}

/// What changed from one text to another.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export, export_to = "versions/")]
pub struct VersionDiff {
    /// The paragraphs of both, in order.
    pub paragraphs: Vec<DiffParagraph>,
    /// How many words are new.
    pub added: u32,
    /// How many are gone.
    pub removed: u32,
}

impl Coalition {
    /// What changed from one text of a letter to another, by their numbers.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such letter or text.
    pub fn compare_versions(&self, letter: LetterId, earlier: u32, later: u32) -> Result<VersionDiff> {
        let versions = self.list_versions(letter)?;
        let text = |number: u32| {
            versions
                .iter()
                .find(|version| version.number == number)
                .map(|version| version.text.as_str())
                .ok_or_else(|| Error::NotFound {
                    what: "version",
                    reference: number.to_string(),
                })
        };
        Ok(compare(text(earlier)?, text(later)?))
    }
}

/// What changed from one text to another.
pub fn compare(before: &str, after: &str) -> VersionDiff {
    let (before, after) = (paragraphs(before), paragraphs(after));
    let mut diff = VersionDiff::default();
    let mut rest = (0, 0);
    let mut same = common(&before, &after);
    same.push((before.len(), after.len()));
    for (one, other) in same {
        let old = before.get(rest.0..one).unwrap_or_default();
        let new = after.get(rest.1..other).unwrap_or_default();
        between(old, new, &mut diff.paragraphs);
        if let Some(paragraph) = before.get(one) {
            diff.paragraphs.push(whole(DiffKind::Same, paragraph));
        }
        rest = (one + 1, other + 1);
    }
    for piece in diff.paragraphs.iter().flat_map(|paragraph| &paragraph.pieces) {
        let count = u32::try_from(piece.text.split_whitespace().count()).unwrap_or(u32::MAX);
        match piece.kind {
            PieceKind::Added => diff.added = diff.added.saturating_add(count),
            PieceKind::Removed => diff.removed = diff.removed.saturating_add(count),
            PieceKind::Same => {}
        }
    }
    diff
}

/// The paragraphs of a text: lines, without the empty ones between.
fn paragraphs(text: &str) -> Vec<&str> {
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect()
}

/// Paragraphs of which none is the same in both: those that share the most words are one that changed.
fn between(old: &[&str], new: &[&str], into: &mut Vec<DiffParagraph>) {
    let (mut at, mut from) = (0, 0);
    while at < new.len() {
        // The first of the next few old ones that is like this one; what lies before it is gone.
        let like = (from..old.len().min(from + 12))
            .filter(|one| alike(old[*one], new[at]))
            .min();
        match like {
            Some(one) => {
                into.extend(old[from..one].iter().map(|gone| whole(DiffKind::Removed, gone)));
                into.push(changed(old[one], new[at]));
                from = one + 1;
            }
            None => into.push(whole(DiffKind::Added, new[at])),
        }
        at += 1;
    }
    into.extend(old[from..].iter().map(|gone| whole(DiffKind::Removed, gone)));
}

/// Whether two paragraphs share at least two fifths of their words.
fn alike(one: &str, other: &str) -> bool {
    let (a, b) = (tokens(one), tokens(other));
    let common: usize = common(&a, &b)
        .iter()
        .filter(|(at, _)| a.get(*at).is_some_and(|word| !word.trim().is_empty()))
        .count();
    let words = |all: &[&str]| all.iter().filter(|word| !word.trim().is_empty()).count();
    common * 5 >= words(&a).max(words(&b)) * 2
}

fn whole(kind: DiffKind, text: &str) -> DiffParagraph {
    let piece = match kind {
        DiffKind::Added => PieceKind::Added,
        DiffKind::Removed => PieceKind::Removed,
        DiffKind::Same | DiffKind::Changed => PieceKind::Same,
    };
    DiffParagraph {
        kind,
        pieces: vec![DiffPiece {
            kind: piece,
            text: text.to_owned(),
        }],
    }
}

fn changed(before: &str, after: &str) -> DiffParagraph {
    let (a, b) = (tokens(before), tokens(after));
    let mut pieces: Vec<DiffPiece> = Vec::new();
    let mut push = |kind: PieceKind, text: &str| {
        if text.is_empty() {
            return;
        }
        match pieces.last_mut() {
            Some(last) if last.kind == kind => last.text.push_str(text),
            _ => pieces.push(DiffPiece {
                kind,
                text: text.to_owned(),
            }),
        }
    };
    let mut rest = (0, 0);
    let mut same = common(&a, &b);
    // A blank between two changed words is part of the change: else every word would stand by itself.
    same = without_lone_blanks(&a, &same);
    same.push((a.len(), b.len()));
    for (one, other) in same {
        push(
            PieceKind::Removed,
            &a.get(rest.0..one).unwrap_or_default().concat(),
        );
        push(
            PieceKind::Added,
            &b.get(rest.1..other).unwrap_or_default().concat(),
        );
        if let Some(word) = a.get(one) {
            push(PieceKind::Same, word);
        }
        rest = (one + 1, other + 1);
    }
    DiffParagraph {
        kind: DiffKind::Changed,
        pieces,
    }
}

/// Takes out of a matching the blanks that stand with no matched word beside them.
fn without_lone_blanks(a: &[&str], same: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let matched: std::collections::HashMap<usize, usize> = same.iter().copied().collect();
    let is_blank = |at: usize| a.get(at).is_some_and(|word| word.trim().is_empty());
    same.iter()
        .copied()
        .filter(|&(one, other)| {
            if !is_blank(one) {
                return true;
            }
            let before = one.checked_sub(1).and_then(|at| matched.get(&at)) == other.checked_sub(1).as_ref()
                && one > 0
                && other > 0;
            let after = matched.get(&(one + 1)) == Some(&(other + 1));
            before || after
        })
        .collect()
}

/// The words of a paragraph and the blanks between them; marks at the edge of a word stand by themselves.
fn tokens(text: &str) -> Vec<&str> {
    let kind = |c: char| match c {
        c if c.is_whitespace() => 0,
        c if c.is_alphanumeric() || matches!(c, '\'' | '’' | '-' | '%' | '$') => 1,
        _ => 2,
    };
    let mut tokens = Vec::new();
    let mut start = 0;
    let mut last = None;
    for (at, c) in text.char_indices() {
        let now = kind(c);
        if last.is_some_and(|last| last != now || now == 2) {
            tokens.push(&text[start..at]);
            start = at;
        }
        last = Some(now);
    }
    if start < text.len() {
        tokens.push(&text[start..]);
    }
    tokens
}

/// So many cells of a table are filled at most: 4 MB, some ten milliseconds.
const MOST_CELLS: usize = 4_000_000;

/// The places of the longest common sequence of two, in order.
fn common(a: &[&str], b: &[&str]) -> Vec<(usize, usize)> {
    let start = a.iter().zip(b).take_while(|(one, other)| one == other).count();
    let end = a[start..]
        .iter()
        .rev()
        .zip(b[start..].iter().rev())
        .take_while(|(one, other)| one == other)
        .count();
    let (inner_a, inner_b) = (&a[start..a.len() - end], &b[start..b.len() - end]);
    let mut found: Vec<(usize, usize)> = (0..start).map(|at| (at, at)).collect();
    found.extend(
        inner(inner_a, inner_b)
            .into_iter()
            .map(|(one, other)| (one + start, other + start)),
    );
    found.extend((0..end).map(|at| (a.len() - end + at, b.len() - end + at)));
    found
}

fn inner(a: &[&str], b: &[&str]) -> Vec<(usize, usize)> {
    let width = b.len() + 1;
    if a.is_empty() || b.is_empty() || (a.len() + 1).saturating_mul(width) > MOST_CELLS {
        return Vec::new();
    }
    // lengths[one][other]: how long the longest common sequence of what follows is.
    let mut lengths = vec![0u32; (a.len() + 1) * width];
    for one in (0..a.len()).rev() {
        for other in (0..b.len()).rev() {
            lengths[one * width + other] = if a[one] == b[other] {
                lengths[(one + 1) * width + other + 1] + 1
            } else {
                lengths[(one + 1) * width + other].max(lengths[one * width + other + 1])
            };
        }
    }
    let (mut one, mut other) = (0, 0);
    let mut found = Vec::new();
    while one < a.len() && other < b.len() {
        if a[one] == b[other] {
            found.push((one, other));
            one += 1;
            other += 1;
        } else if lengths[(one + 1) * width + other] >= lengths[one * width + other + 1] {
            one += 1;
        } else {
            other += 1;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use proptest::prelude::*;

    use super::*;

    fn written(diff: &VersionDiff) -> String {
        diff.paragraphs
            .iter()
            .map(|paragraph| {
                let pieces = paragraph.pieces.iter().map(|piece| match piece.kind {
                    PieceKind::Same => piece.text.clone(),
                    PieceKind::Added => format!("[+{}]", piece.text),
                    PieceKind::Removed => format!("[-{}]", piece.text),
                });
                format!("{} {}", paragraph.kind, pieces.collect::<String>())
            })
            .collect::<Vec<_>>()
            .join("\n")
    }

    #[test]
    fn a_changed_word_is_shown_in_its_paragraph_and_the_others_stay() {
        let diff = compare(
            "We ask you to end the programs.\n\nThank you.",
            "We urge you to end the programs now.\n\nThank you.",
        );
        assert_eq!(
            written(&diff),
            "changed We [-ask][+urge] you to end the programs[+ now].\nsame Thank you."
        );
        assert_eq!((diff.added, diff.removed), (2, 1));
    }

    #[test]
    fn a_new_paragraph_is_added_and_one_that_went_is_removed() {
        let diff = compare(
            "One stays.\nTwo goes away for good.",
            "Zero is new here.\nOne stays.",
        );
        assert_eq!(
            written(&diff),
            "added [+Zero is new here.]\nsame One stays.\nremoved [-Two goes away for good.]"
        );
    }

    #[test]
    fn words_that_change_in_a_row_are_one_change() {
        let diff = compare(
            "We call on the whole board to act by May.",
            "We call on every single member to act by May.",
        );
        assert_eq!(
            written(&diff),
            "changed We call on [-the whole board][+every single member] to act by May."
        );
    }

    #[test]
    fn two_books_are_compared_in_a_moment() {
        let book = |word: &str| (0..20_000).map(|n| format!("{word}{n} ")).collect::<String>();
        let started = std::time::Instant::now();
        assert_eq!(compare(&book("a"), &book("b")).removed, 20_000);
        assert!(started.elapsed().as_secs() < 5);
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn both_texts_can_be_read_off_the_difference(before in "[ab c.\\n]{0,60}", after in "[ab c.\\n]{0,60}") {
            let diff = compare(&before, &after);
            let read = |leave: PieceKind, paragraph: DiffKind| -> Vec<String> {
                diff.paragraphs
                    .iter()
                    .filter(|one| one.kind != paragraph)
                    .map(|one| one.pieces.iter().filter(|piece| piece.kind != leave).map(|piece| piece.text.as_str()).collect())
                    .collect()
            };
            prop_assert_eq!(read(PieceKind::Added, DiffKind::Added), paragraphs(&before));
            prop_assert_eq!(read(PieceKind::Removed, DiffKind::Removed), paragraphs(&after));
        }
    }
}
