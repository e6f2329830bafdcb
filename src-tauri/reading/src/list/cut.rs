//! Where one name ends and the next begins, when both are parted by commas and names hold commas too.
//!
//! Owns the weighing of that question: every comma and every series of commas has a score from `evidence.rs`, and a small
//! dynamic programme finds the cuts that together score best. What the coalition knows already outweighs everything else.

use std::collections::HashMap;

use names::recognize::words::fold;

use super::Known;
use super::evidence::{Atom, Pair, join, series};
use super::phrase::{Case, Phrase, is_address, ratio};
use super::words;

/// One name: a run of atoms, and how sure the cutting is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Run {
    /// The first atom.
    pub from: usize,
    /// After the last atom.
    pub to: usize,
    /// By how much keeping the commas inside outweighed cutting at them; nothing for a run of one atom.
    pub kept_by: Option<f32>,
    /// By how much cutting before this run outweighed joining it to the one before.
    pub cut_by: f32,
}

/// The longest run of atoms that can be one name.
const LONGEST: usize = 7;

/// Cuts a list of atoms into names. `lists_and` is the atom that follows the list's own "and", if one does.
pub(super) fn cut(atoms: &[Atom<'_>], known: &dyn Known, lists_and: Option<usize>) -> Vec<Run> {
    if atoms.is_empty() {
        return Vec::new();
    }
    let mut seen: HashMap<String, usize> = HashMap::new();
    let folded: Vec<String> = atoms.iter().map(|atom| atom.phrase.folded()).collect();
    for text in &folded {
        *seen.entry(text.clone()).or_default() += 1;
    }
    let single = atoms
        .iter()
        .filter(|atom| matches!(atom.phrase.words.as_slice(), [word] if word.is_plain()));
    let single_words = if atoms.len() >= 6 {
        ratio(single.count(), atoms.len())
    } else {
        1.0
    };
    let joins: Vec<f32> = (0..atoms.len().saturating_sub(1))
        .map(|i| {
            let head_repeats = seen.get(&folded[i]).is_some_and(|count| *count > 1);
            let pair = Pair {
                head: &atoms[i],
                tail: &atoms[i + 1],
                next: atoms.get(i + 2),
                head_repeats,
            };
            let final_name = lists_and == Some(i + 1);
            join(&pair) - if final_name { 1.5 } else { 0.0 }
        })
        .collect();
    let alone: Vec<f32> = atoms.iter().map(|atom| stand(&atom.phrase, known)).collect();

    // best[k]: the best score of the first k atoms, and where its last run begins.
    let mut best = vec![(0.0_f32, 0_usize, 0.0_f32)];
    for to in 1..=atoms.len() {
        let mut choice = (f32::MIN, to - 1, 0.0);
        for from in (to.saturating_sub(LONGEST)..to).rev() {
            let kept = if to - from == 1 {
                alone[from]
            } else {
                run_score(atoms, &joins, from, to, known, lists_and, single_words)
            };
            let score = best[from].0 + kept;
            if score > choice.0 {
                choice = (score, from, kept);
            }
        }
        best.push(choice);
    }
    let mut runs = Vec::new();
    let mut to = atoms.len();
    while to > 0 {
        let (_, from, kept) = best[to];
        let apart: f32 = alone[from..to].iter().sum();
        let kept_by = (to - from > 1).then_some(kept - apart);
        let cut_by = if from == 0 {
            f32::MAX
        } else {
            // A name of one atom may also be the end of a series: "Bread, Roses & Rent".
            let as_series = if to - from == 1 {
                series(atoms, from - 1, from, lists_and == Some(from), single_words)
            } else {
                f32::MIN
            };
            -joins[from - 1].max(as_series)
        };
        runs.push(Run {
            from,
            to,
            kept_by,
            cut_by,
        });
        to = from;
    }
    runs.reverse();
    runs
}

/// How well an atom stands as a name by itself.
fn stand(phrase: &Phrase<'_>, known: &dyn Known) -> f32 {
    if known.is_known(phrase.text) {
        return 3.0;
    }
    if phrase.is_legal_form() {
        return -6.0;
    }
    if phrase.is_theme() && phrase.words.len() == 1 {
        -1.0
    } else {
        0.0
    }
}

fn run_score(
    atoms: &[Atom<'_>],
    joins: &[f32],
    from: usize,
    to: usize,
    known: &dyn Known,
    lists_and: Option<usize>,
    single_words: f32,
) -> f32 {
    let mut score: f32 = joins[from..to - 1].iter().sum();
    for last in from + 1..to {
        let last_is_lists = lists_and == Some(last);
        let as_series = series(atoms, from, last, last_is_lists, single_words);
        if as_series > f32::MIN {
            score = score.max(as_series + joins[last..to - 1].iter().sum::<f32>());
        }
    }
    if known.is_known(&text_of(atoms, from, to)) {
        score = score.max(0.0) + 4.0 * (to - from) as f32;
    }
    score
}

/// The text of a run as a name: its atoms with their commas.
fn text_of(atoms: &[Atom<'_>], from: usize, to: usize) -> String {
    let mut text = String::new();
    for (i, atom) in atoms[from..to].iter().enumerate() {
        if i > 0 {
            text.push_str(", ");
            if atom.after_and {
                text.push_str("and ");
            }
        }
        text.push_str(atom.phrase.text);
    }
    text
}

/// Where the "and" before the last name stands in a last atom such as "Peace & Plenty and Stonebridge Legal Aid": the
/// byte range of the "and" with its spaces, or nothing where it belongs to the name.
/// `closed` tells that the list must have one.
pub(super) fn last_and(
    text: &str,
    known: &dyn Known,
    in_a_sentence: bool,
    closed: bool,
) -> Option<std::ops::Range<usize>> {
    let mut best: Option<(f32, std::ops::Range<usize>)> = None;
    let mut at = 0;
    for piece in text.split_inclusive(char::is_whitespace).take(60) {
        let word = piece.trim_end();
        let range = at..at + piece.len();
        at = range.end;
        if range.start == 0 || word.is_empty() || range.end >= text.len() {
            continue;
        }
        let folded = fold(word);
        let sign = folded == "&";
        if !(sign || words::is_and(&folded) && word.starts_with(char::is_lowercase)) {
            continue;
        }
        let left = text[..range.start].trim_end();
        let right = text[range.end..].trim_start();
        let score = parts_names(left, right, known) + if in_a_sentence { 1.0 } else { -0.5 }
            - if sign { 1.2 } else { 0.0 }
            + if closed && !sign { 1.0 } else { 0.0 };
        if score > 0.0 && best.as_ref().is_none_or(|(so_far, _)| score >= *so_far) {
            best = Some((score, left.len()..range.end));
        }
    }
    best.map(|(_, range)| range)
}

/// How strongly an "and" parts two names.
fn parts_names(left: &str, right: &str, known: &dyn Known) -> f32 {
    let worth = |text: &str| {
        if known.is_known(text) {
            return 3.0;
        }
        let elided = ["l'", "l\u{2019}", "L'", "L\u{2019}"]
            .iter()
            .find_map(|article| text.strip_prefix(article));
        let phrase = Phrase::new(elided.unwrap_or(text));
        let article = elided.is_some()
            || phrase.words.first().is_some_and(|w| {
                words::is_article(&w.folded)
                    || w.folded == "the"
                    || matches!(w.text, "o" | "a" | "os" | "as" | "il" | "lo" | "gli")
            });
        let mut worth = phrase.organization().clamp(-2.0, 2.0) * 0.7;
        worth += if phrase.words.len() >= 2 { 0.4 } else { -0.4 } + if article { 1.0 } else { 0.0 };
        if phrase.words.len() > 1 && phrase.words.last().is_some_and(|w| w.case == Case::Lower) {
            worth -= 2.0;
        }
        if phrase.person() > 1.0 {
            worth = worth.max(1.0);
        }
        worth - if phrase.is_theme() { 1.5 } else { 0.0 }
    };
    if known.is_known(&format!("{left} and {right}")) {
        return -5.0;
    }
    let (before, after) = (Phrase::new(left), Phrase::new(right));
    // "Sciences and Arts" is one; "West" and "Inc." end the name before them.
    let ends = [before.words.last(), after.words.first()];
    let of_a_kind = ends
        .iter()
        .all(|word| word.is_some_and(|w| words::is_theme(&w.folded)));
    let ended = before.words.len() == 1 && before.words.iter().all(|w| words::is_part(&w.folded))
        || before.is_legal_form();
    let long = before.words.len() > 2 && after.words.len() > 1;
    // "Alliance of Latin American and Caribbean Communities"
    let adjective = before.words.len() > 1
        && before.words.last().is_some_and(|w| words::is_demonym(&w.folded))
        && before
            .words
            .iter()
            .any(|w| w.case == Case::Lower && matches!(w.folded.as_str(), "of" | "for"));
    let kind = if adjective {
        -8.0
    } else if of_a_kind && !long {
        -2.0
    } else {
        0.0
    } + if ended { 3.0 } else { 0.0 };
    let begins = Phrase::new(right)
        .words
        .first()
        .is_some_and(|w| names::recognize::words::is_organization_word(&w.folded));
    worth(left) + worth(right) + kind + if begins { 0.6 } else { 0.0 }
}

/// The share of words with a capital or a digit among those that are no connectors: how much a stretch looks like a list of names.
pub(super) fn name_share(phrase: &Phrase<'_>) -> f32 {
    let content: Vec<_> = phrase.content().collect();
    let capital = content
        .iter()
        .filter(|w| w.case != Case::Lower || w.text.chars().any(char::is_uppercase) || is_address(w.text))
        .count();
    ratio(capital, content.len())
}
