//! What a stretch of words is likeliest to be, as learned from labelled names, offices and places: a person, a title, an
//! organization, a place, or none of these alone.
//!
//! Owns the features and the model, a softmax over hashed features. The scores of `phrase.rs` are among the features, so that
//! the lists of words and what was learned speak with one voice. The weights are written by
//! `cargo run --release -p undersigned-reading --example fields -- train`, from the texts in `corpus/`.

use std::cell::RefCell;
use std::collections::HashMap;

use names::recognize::words::{is_country, is_organization_word, state_code};

use super::phrase::{Case, Phrase, Word};
use super::signer::occupation;
use super::words;

/// What a stretch can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// The name of a person.
    Person,
    /// An office or a trade.
    Title,
    /// The name of an organization.
    Organization,
    /// Where something is.
    Place,
    /// A part of one of these, several of them together, or a sentence.
    Other,
}

/// How many kinds of stretches there are.
pub const KINDS: usize = 5;
/// How many features are told apart; others share a weight with one of them.
pub const FEATURES: usize = 1 << 12;

/// The weights: for each feature one for each kind, in steps of [`STEP`].
static WEIGHTS: &[u8; FEATURES * KINDS] = include_bytes!("fields.weights");
/// What one step of a weight is worth.
pub const STEP: f32 = 1.0 / 24.0;

/// The probability of each kind, in the order of [`Field`].
///
/// The same stretches are asked for again and again, by layout, fields and doubt: the last ones told are remembered.
pub(super) fn probabilities(phrase: &Phrase<'_>) -> [f32; KINDS] {
    if phrase.text.len() > LONGEST_REMEMBERED {
        return told(phrase);
    }
    if let Some(known) = TOLD.with_borrow(|all| all.get(phrase.text).copied()) {
        return known;
    }
    let told = told(phrase);
    TOLD.with_borrow_mut(|all| {
        if all.len() >= MOST_REMEMBERED {
            all.clear();
        }
        all.insert(phrase.text.into(), told);
    });
    told
}

/// Longer stretches are seldom asked for twice.
const LONGEST_REMEMBERED: usize = 120;
/// So many stretches are remembered, which is some hundreds of kilobytes.
const MOST_REMEMBERED: usize = 4096;

thread_local! {
    static TOLD: RefCell<HashMap<Box<str>, [f32; KINDS]>> = RefCell::default();
}

fn told(phrase: &Phrase<'_>) -> [f32; KINDS] {
    let mut sums = [0.0_f32; KINDS];
    each_feature(phrase, &mut |_, feature| {
        for (kind, sum) in sums.iter_mut().enumerate() {
            *sum += f32::from(WEIGHTS[feature * KINDS + kind].cast_signed()) * STEP;
        }
    });
    softmax(&sums)
}

/// A score by lists of words and a learned probability as one score.
pub(super) fn both(score: f32, probability: f32) -> f32 {
    let probability = probability.clamp(0.02, 0.98);
    0.5 * score + LEARNED * (probability / (1.0 - probability)).ln()
}

/// How much a learned probability weighs against the lists of words.
const LEARNED: f32 = 0.55;

/// How well a text suits a person, a title, an organization and a place, by lists of words and by what was learned.
pub(super) fn scores(phrase: &Phrase<'_>) -> [f32; 4] {
    let odds = probabilities(phrase);
    [
        both(phrase.person(), odds[Field::Person as usize]),
        both(phrase.title(), odds[Field::Title as usize]),
        both(phrase.organization(), odds[Field::Organization as usize]),
        both(phrase.place(), odds[Field::Place as usize]),
    ]
}

/// Numbers between 0 and 1 that sum to 1 and grow with those given.
pub fn softmax(sums: &[f32; KINDS]) -> [f32; KINDS] {
    let most = sums.iter().copied().fold(f32::MIN, f32::max);
    let grown = sums.map(|sum| (sum - most).exp());
    let all: f32 = grown.iter().sum();
    grown.map(|one| one / all)
}

/// The features of a text: what each is about (1 to 5: which words it has), and its number below [`FEATURES`].
pub fn features(text: &str) -> Vec<(u8, usize)> {
    let mut all = Vec::new();
    each_feature(&Phrase::new(text), &mut |about, feature| {
        all.push((about, feature))
    });
    all
}

/// A feature's number: what it is about, and a word.
fn number(about: u8, word: &str, more: &str) -> usize {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64 ^ u64::from(about).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    for byte in word.bytes().chain([0]).chain(more.bytes()) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    (hash ^ (hash >> 29)) as usize % FEATURES
}

/// Words of a longer stretch than this are not looked at.
const MOST_WORDS: usize = 14;

fn each_feature(phrase: &Phrase<'_>, give: &mut impl FnMut(u8, usize)) {
    give(0, 0);
    let mut take = |about: u8, word: &str, more: &str| give(about, number(about, word, more));
    let words = &phrase.words[..phrase.words.len().min(MOST_WORDS)];
    let mut shapes = String::new();
    let mut before = "";
    for word in words {
        take(1, &word.folded, "");
        take(2, before, &word.folded);
        let letters = word.folded.chars().count();
        for length in [2, 3, 4] {
            if letters > length + 1
                && let Some((at, _)) = word.folded.char_indices().nth(letters - length)
            {
                take(3, &word.folded[at..], "");
            }
        }
        shapes.push(shape(word));
        before = &word.folded;
    }
    if let (Some(first), Some(last)) = (words.first(), words.last()) {
        take(4, &first.folded, "");
        take(5, &last.folded, "");
        take(6, &shapes, "");
        let ends = [shape(first), shape(last)];
        take(7, &String::from_iter(ends), "");
    }
    let few = |count: usize| ["0", "1", "2", "3"][count.min(3)];
    take(
        8,
        ["0", "1", "2", "3", "4", "5", "6", "7"][words.len().min(7)],
        "",
    );
    for (about, count) in [
        (9, phrase.text.matches(',').count()),
        (10, phrase.text.matches(['&', '/', '+']).count()),
        (
            11,
            phrase.text.matches(['(', '[', '"', '\u{201c}', '\u{ab}']).count(),
        ),
        (
            12,
            words
                .iter()
                .filter(|w| words::is_title(&w.folded) || words::is_job(&w.folded))
                .count(),
        ),
        (
            13,
            words.iter().filter(|w| is_organization_word(&w.folded)).count(),
        ),
        (
            14,
            words.iter().filter(|w| words::is_given_name(&w.folded)).count(),
        ),
        (
            15,
            words
                .iter()
                .filter(|w| words::is_theme(&w.folded) || words::is_duty(&w.folded))
                .count(),
        ),
        (
            16,
            words
                .iter()
                .filter(|w| {
                    is_country(&w.folded) || state_code(&w.folded).is_some() || words::is_city(&w.folded)
                })
                .count(),
        ),
        (
            17,
            words
                .iter()
                .filter(|w| words::is_honorific(&w.folded) || words::is_credential(&w.folded))
                .count(),
        ),
        (18, usize::from(phrase.ends_in_legal_form())),
        (
            19,
            words
                .iter()
                .filter(|w| w.case == Case::Lower && !words::is_connector(&w.folded))
                .count(),
        ),
    ] {
        take(about, few(count), "");
    }
    for (about, score) in [
        (20, phrase.person()),
        (21, phrase.title()),
        (22, phrase.organization()),
        (23, phrase.place()),
        (24, occupation(phrase)),
    ] {
        let step = (score.clamp(-4.0, 5.0) + 4.0).round() as u8;
        take(about, "", char::from(b'a' + step).encode_utf8(&mut [0; 4]));
    }
}

/// How a word is written, as one letter.
fn shape(word: &Word<'_>) -> char {
    match word.case {
        Case::Digit => 'd',
        Case::Sign => 's',
        Case::Lower if words::is_connector(&word.folded) => 'c',
        Case::Lower => 'l',
        Case::Upper if word.text.chars().filter(|c| c.is_alphabetic()).count() == 1 => 'i',
        Case::Upper if word.is_all_capitals() => 'A',
        Case::Upper if word.is_plain() => 'U',
        Case::Upper => 'M',
    }
}
