//! What names are found by: keys that are equal, and terms that they share.

use super::super::name::{Name, Word};
use super::super::normalize::compact;
use super::super::vocabulary::{Class, is_little};

/// What a name is looked up by: its comparison form without spaces, and its acronym.
pub(super) fn look_up_keys(name: &Name) -> impl Iterator<Item = Box<str>> {
    [Some(compact(&name.key).into_boxed_str()), name.acronym.clone()]
        .into_iter()
        .flatten()
}

pub(super) fn weight_of(name: &Name) -> f32 {
    name.words.iter().map(|word| word.weight() as f32).sum()
}

/// Calls with each term a name is found by, and whether it is a word that may be misspelled: its words, the first
/// letters (marked `~`) of it up to each place or chapter word, those of its first two words or of an acronym (marked `^`), and
/// a short name written as one.
pub(super) fn each_term(name: &Name, mut with: impl FnMut(&str, bool)) {
    let mut all = String::from("~");
    let mut significant = String::from("~");
    let mut words = 0;
    for (at, word) in name.words.iter().enumerate() {
        if word.class == Class::Little {
            if let Some(c) = word.written().chars().next() {
                all.push(c);
            }
            continue;
        }
        if matches!(word.class, Class::Place | Class::Chapter) && words > 1 {
            with(&significant, false);
            if all != significant
                && !name
                    .words
                    .get(at.wrapping_sub(1))
                    .is_some_and(|word| is_little(word.written()))
            {
                with(&all, false);
            }
        }
        with(&word.text, word.class == Class::Proper);
        if word.capitals && word.written() != word.text {
            // "UT Dallas": not Utah, perhaps.
            with(word.written(), false);
        }
        let parts = word.full();
        for c in parts.split(' ').filter_map(|part| part.chars().next()) {
            all.push(c);
            significant.push(c);
            words += 1;
        }
    }
    if words == 0 {
        // A name of nothing but little words.
        for word in &name.words {
            with(&word.text, false);
        }
    }
    if words > 1 && words <= 10 {
        with(&significant, false);
        if all != significant {
            with(&all, false);
        }
    }
    if name.is_acronym() {
        if let Some(first) = name.key.chars().next() {
            with(&format!("^{first}"), false);
        }
    } else if let Some((first, second)) = first_initials(name) {
        with(&format!("^{first}{second}"), false);
    }
    if (2..=3).contains(&name.words.len()) {
        let joined: String = name.words.iter().map(Word::written).collect();
        with(&joined, false);
    }
}

/// The first letters of the first two significant words.
pub(super) fn first_initials(name: &Name) -> Option<(char, char)> {
    let words = name.words.iter().filter(|word| word.class != Class::Little);
    let mut letters = words
        .flat_map(|word| word.full().split(' '))
        .filter_map(|part| part.chars().next());
    Some((letters.next()?, letters.next()?))
}

/// Three letters in a row, each as one number, with the word's start marked.
pub(super) fn trigrams(word: &str) -> Vec<u32> {
    let mut window = [u32::from('^'), 0, 0];
    let mut out = Vec::with_capacity(word.len());
    for (at, c) in word.chars().enumerate() {
        let next = u32::from(c);
        if at == 0 {
            window[1] = next;
            continue;
        }
        window[2] = next;
        let code = window.iter().fold(0u32, |code, c| {
            code.wrapping_mul(0x0100_0193)
                .wrapping_add(c.wrapping_mul(0x9e37_79b1))
        });
        out.push(code);
        window = [window[1], window[2], 0];
    }
    out.sort_unstable();
    out.dedup();
    out
}
