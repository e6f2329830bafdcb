//! What stands in running text as a whole: all of it in parentheses, nothing but people between its commas.

use super::super::learned::{self, Field};
use super::super::phrase::{Case, Phrase};
use super::super::words;

/// Whether a pair of parentheses stands around all of a text.
pub(in crate::list) fn is_enclosed(text: &str) -> bool {
    let mut depth = 0_usize;
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 && characters.peek().is_some() {
            return false;
        }
    }
    depth == 0
}

/// Whether all between commas can be people, and taken together they are: "Ana Mora, Bo Lind, Cy Dorn, Di Falk".
pub(super) fn are_all_people(text: &str) -> bool {
    let all: Vec<Phrase<'_>> = text
        .trim_end_matches('.')
        .split(", ")
        .take(40)
        .map(Phrase::new)
        .collect();
    let shaped = all.iter().all(|phrase| {
        (2..=5).contains(&phrase.words.len())
            && phrase.organization_words() == 0
            && phrase.title() < 1.5
            && phrase.place() < 2.0
            && phrase
                .words
                .iter()
                .all(|word| word.case == Case::Upper || words::is_name_particle(&word.folded))
    });
    let likely: f32 = all
        .iter()
        .map(|phrase| learned::probabilities(phrase)[Field::Person as usize])
        .sum();
    shaped && likely > 0.6 * all.len() as f32
}
