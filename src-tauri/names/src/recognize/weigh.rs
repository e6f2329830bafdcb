//! The probability that two names are one organization's: a logistic model learned from labelled pairs.
//!
//! Owns the features of two aligned names ([`FEATURES`]) and the model; the weights are in `weights.rs`,
//! written by `cargo run -p undersigned-names --example pairs -- train FILE...`. It is asked only where no rule of `rules.rs`
//! is certain: chapters, numbers and places are never a matter of weights.

use super::align::{Alignment, How, Languages};
use super::name::{Name, Word};
use super::parts::is_body;
use super::tokens::Gap;
use super::vocabulary::Class;
use super::weights::WEIGHTS;

/// The names of the features, in the order of the weights.
pub(super) const FEATURES: [&str; COUNT] = [
    "always",
    "likeness",
    "likeness of the name with less left",
    "likeness of the name with more left",
    "proper words shared",
    "describing words shared",
    "places shared",
    "institution shared",
    "kind of body shared",
    "one left: little",
    "one left: company, group",
    "one left: kind of body",
    "one left: institution",
    "one left: unit",
    "one left: fund, foundation",
    "one left: describing",
    "one left: place",
    "one left: proper",
    "one left: acronym",
    "one left: at the end",
    "one left: at the beginning",
    "one left: behind a mark",
    "one left: words",
    "both left",
    "both left: company, group",
    "both left: kind of body",
    "both left: institution",
    "both left: unit",
    "both left: fund, foundation",
    "both left: describing",
    "both left: place",
    "both left: proper",
    "both left: words",
    "both left: difference in words",
    "both left: spelled alike",
    "both left: the same class",
    "both left: another kind of body",
    "languages differ",
    "languages differ, both left",
    "languages differ, proper words shared",
    "a language unknown, both left",
    "letters that slipped",
    "words that slipped",
    "initials",
    "written as one",
    "translated",
    "another order",
    "a single word",
    "cognates",
    "words paired",
    "the name has no kind of body, one left is one",
];

/// The number of features.
pub(super) const COUNT: usize = 51;

/// From this probability on a pair is likely.
pub(super) const ENOUGH: f64 = 0.5;

/// The probability that both names are one organization's, from 0 to 1.
pub(super) fn probability(features: &[f64; COUNT]) -> f64 {
    let sum: f64 = features
        .iter()
        .zip(&WEIGHTS)
        .map(|(value, weight)| value * weight)
        .sum();
    1.0 / (1.0 + (-sum).exp())
}

fn share(name: &Name, how: &[How]) -> f64 {
    let all: f64 = name.words.iter().map(Word::weight).sum();
    let paired: f64 = name
        .words
        .iter()
        .zip(how)
        .filter(|(_, how)| **how != How::Left)
        .map(|(word, _)| word.weight())
        .sum();
    if all > 0.0 { paired / all } else { 0.0 }
}

/// How alike the most alike of two sets of words are spelled, on average over the smaller set.
fn spelled_alike(left_a: &[(usize, &Word)], left_b: &[(usize, &Word)]) -> f64 {
    let (few, many) = if left_a.len() <= left_b.len() {
        (left_a, left_b)
    } else {
        (left_b, left_a)
    };
    if few.is_empty() {
        return 0.0;
    }
    let sum: f64 = few
        .iter()
        .map(|(_, word)| {
            many.iter()
                .map(|(_, other)| {
                    rapidfuzz::distance::osa::normalized_similarity(
                        word.written().chars(),
                        other.written().chars(),
                    )
                })
                .fold(0.0, f64::max)
        })
        .sum();
    sum / few.len() as f64
}

/// The features of two aligned names.
pub(super) fn features(alignment: &Alignment) -> [f64; COUNT] {
    let (a, b) = (alignment.a, alignment.b);
    let (left_a, left_b) = (&alignment.left_a, &alignment.left_b);
    let (share_a, share_b) = (share(a, &alignment.how_a), share(b, &alignment.how_b));
    let paired = |class: fn(Class) -> bool| {
        let count = |name: &Name, how: &[How]| {
            let words = name.words.iter().zip(how);
            words
                .filter(|(word, how)| **how != How::Left && class(word.class))
                .count()
        };
        count(a, &alignment.how_a).min(count(b, &alignment.how_b)).min(3) as f64
    };
    let proper = paired(|class| class == Class::Proper);
    let one_left = left_a.is_empty() != left_b.is_empty();
    let both_left = !left_a.is_empty() && !left_b.is_empty();
    let (more, how_more, left, fewer) = if share_a <= share_b {
        (a, &alignment.how_a, left_a, b)
    } else {
        (b, &alignment.how_b, left_b, a)
    };
    let count = |left: &[(usize, &Word)], class: Class| {
        left.iter().filter(|(_, word)| word.class == class).count().min(2) as f64
    };
    let flag = |yes: bool| f64::from(u8::from(yes));
    let one = |value: f64| if one_left { value } else { 0.0 };
    let both = |class: Class| {
        if both_left {
            count(left_a, class) + count(left_b, class)
        } else {
            0.0
        }
    };
    let first_paired = how_more.iter().position(|how| *how != How::Left).unwrap_or(0);
    let last_paired = how_more.iter().rposition(|how| *how != How::Left).unwrap_or(0);
    let differ = alignment.languages == Languages::Differ;
    let unknown = alignment.languages == Languages::MayDiffer;
    let order: Vec<usize> = alignment
        .partner
        .iter()
        .zip(&a.words)
        .filter(|(_, word)| word.class != Class::Little)
        .filter_map(|(j, _)| *j)
        .collect();
    let same_class = left_a.len() == 1 && left_b.len() == 1 && left_a[0].1.class == left_b[0].1.class;
    let body = |left: &[(usize, &Word)]| left.iter().any(|(_, word)| is_body(word));
    let bodies = left.iter().filter(|(_, word)| is_body(word)).count();
    [
        1.0,
        alignment.likeness,
        share_a.max(share_b),
        share_a.min(share_b),
        proper,
        paired(|class| class == Class::Describing),
        paired(|class| class == Class::Place),
        paired(|class| class == Class::Institution),
        paired(|class| matches!(class, Class::Kind | Class::Sister)),
        one(flag(left.len() == 1)),
        one(count(left, Class::Plain)),
        one(count(left, Class::Kind)),
        one(count(left, Class::Institution)),
        one(count(left, Class::Unit)),
        one(count(left, Class::Sister)),
        one(count(left, Class::Describing)),
        one(count(left, Class::Place)),
        one(count(left, Class::Proper)),
        one(flag(left.iter().any(|(_, word)| word.capitals))),
        one(flag(left.iter().all(|(i, _)| *i > last_paired))),
        one(flag(left.iter().all(|(i, _)| *i < first_paired))),
        one(flag(
            left.first()
                .is_some_and(|(i, word)| *i > 0 && word.gap != Gap::Space)
                || more
                    .words
                    .get(first_paired)
                    .is_some_and(|word| first_paired > 0 && word.gap != Gap::Space),
        )),
        one(left.len().min(6) as f64),
        flag(both_left),
        both(Class::Plain),
        both(Class::Kind),
        both(Class::Institution),
        both(Class::Unit),
        both(Class::Sister),
        both(Class::Describing),
        both(Class::Place),
        both(Class::Proper),
        if both_left {
            (left_a.len() + left_b.len()).min(10) as f64
        } else {
            0.0
        },
        if both_left {
            left_a.len().abs_diff(left_b.len()).min(5) as f64
        } else {
            0.0
        },
        if both_left {
            spelled_alike(left_a, left_b)
        } else {
            0.0
        },
        flag(same_class),
        flag(both_left && body(left_a) && body(left_b)),
        flag(differ),
        flag(differ && both_left),
        if differ { proper } else { 0.0 },
        flag(unknown && both_left),
        if alignment.slip_letters > 0 {
            alignment.slips as f64 / alignment.slip_letters as f64
        } else {
            0.0
        },
        alignment.spelled.len().min(3) as f64,
        flag(alignment.uses(How::Acronym)),
        flag(alignment.uses(How::Spelling) && alignment.slips == 0),
        flag(alignment.uses(How::Concept)),
        flag(!order.is_sorted()),
        flag(a.words.len() == 1 || b.words.len() == 1),
        alignment
            .how_a
            .iter()
            .filter(|how| **how == How::Cognate)
            .count()
            .min(3) as f64,
        alignment.partner.iter().flatten().count().min(8) as f64,
        one(flag(
            bodies == 1 && left.len() == 1 && !fewer.words.iter().any(is_body),
        )),
    ]
}
