//! When two words are one word spelled differently: misspelled, shortened, or of one root in two languages.
//!
//! Owns how many edits are a misspelling; which words of two names are compared at all is for `align.rs`.

use rapidfuzz::distance::osa;

use super::name::Word;
use super::vocabulary::Class;

/// A German `Hochschule` is called a university, a school, a college or an academy elsewhere.
pub(super) fn german_school(word: &Word, other: &Word) -> bool {
    &*word.text == "hochschule" && matches!(&*other.text, "university" | "school" | "college" | "academy")
}

/// How ways, heights and directions are shortened in addresses, and with them in the names of who is there: with a dot or without, and
/// not by their beginning alone. "St" is a saint as well, which its concept says.
const CONTRACTIONS: [(&str, &[&str]); 24] = [
    ("st", &["street"]),
    ("ave", &["avenue"]),
    ("av", &["avenue"]),
    ("blvd", &["boulevard"]),
    ("rd", &["road"]),
    ("ln", &["lane"]),
    ("dr", &["drive"]),
    ("hwy", &["highway"]),
    ("pkwy", &["parkway"]),
    ("sq", &["square"]),
    ("pl", &["place"]),
    ("hts", &["heights"]),
    ("jct", &["junction"]),
    ("twp", &["township"]),
    ("mt", &["mount", "mountain"]),
    ("mtn", &["mountain"]),
    ("mtns", &["mountains"]),
    ("sts", &["saints"]),
    ("gtr", &["greater"]),
    ("bros", &["brothers"]),
    ("n", &["north"]),
    ("s", &["south"]),
    ("e", &["east"]),
    ("w", &["west"]),
];

/// The letters of the longest contraction.
const LONGEST_CONTRACTION: usize = 4;

/// `Kalam.` for `Kalamazoo`, `Ave` for `Avenue`.
pub(super) fn shortened(word: &Word, other: &Word) -> bool {
    let (short, long) = (word.written(), other.written());
    if short.len() >= long.len() || short.as_bytes().first() != long.as_bytes().first() {
        return false;
    }
    word.dotted && short.len() >= 3 && long.starts_with(short)
        || short.len() <= LONGEST_CONTRACTION
            && CONTRACTIONS
                .iter()
                .any(|(contraction, words)| *contraction == short && words.contains(&long))
}

/// The number of slips between two words, if they are few enough to be slips and both may be misspelled.
pub(super) fn slips_between(word: &Word, other: &Word) -> Option<usize> {
    use Class::{Chapter, Little, Number, Place};
    // Two words that are both known are two words; one of them must be unknown.
    if word.class != Class::Proper && other.class != Class::Proper {
        return None;
    }
    if [word, other]
        .iter()
        .any(|word| matches!(word.class, Number | Little | Chapter))
    {
        return None;
    }
    let (a, b) = (word.written(), other.written());
    let longest = word.length().max(other.length());
    let known = word.class != Class::Proper || other.class != Class::Proper;
    let allowed = match longest {
        0..=3 => return None,
        4 if known => return None,
        4..=7 => 1,
        8..=12 => 2,
        _ => 3,
    };
    if a.len().abs_diff(b.len()) > 2 * allowed + 1 {
        return None;
    }
    if longest < 6 && a.chars().next() != b.chars().next() {
        return None;
    }
    if known && (word.class == Place || other.class == Place) && longest < 5 {
        return None;
    }
    if word.least_edits(other) > allowed as u32 {
        return None;
    }
    let slips = osa::distance_with_args(a.chars(), b.chars(), &osa::Args::default().score_cutoff(allowed))?;
    let other_word = longest <= 5 && another_consonant(a, b);
    (!other_word).then_some(slips)
}

/// Whether two short words differ by a letter more or less, or by two turned round; one of them is no known word.
pub(super) fn short_slip(word: &Word, other: &Word) -> bool {
    if word.least_edits(other) > 1 {
        return false;
    }
    let unknown = |word: &Word| word.class == Class::Proper && !word.capitals;
    let (a, b) = (word.written(), other.written());
    let (length, other_length) = (word.length(), other.length());
    (unknown(word) || unknown(other))
        && ![word, other]
            .iter()
            .any(|word| matches!(word.class, Class::Number | Class::Chapter | Class::Place) || word.capitals)
        && (3..6).contains(&length.max(other_length))
        && osa::distance(a.chars(), b.chars()) == 1
        && (length != other_length || {
            let sorted = |text: &str| {
                let mut letters: Vec<char> = text.chars().collect();
                letters.sort_unstable();
                letters
            };
            sorted(a) == sorted(b)
        })
}

/// Whether two words that may be towns are different towns: many differ by little more than a typing error. Of up to nine letters
/// they begin with another one (Dayton, Layton), for people rarely miss the first, unless two are turned round; or they
/// differ by two letters and end otherwise (Hickoryford, Hickoryport).
pub(super) fn another_town(word: &Word, other: &Word, slips: usize) -> bool {
    let (a, b) = (word.written(), other.written());
    let start = |text: &str| -> Vec<char> { text.chars().take(2).collect() };
    let (one, mut two) = (start(a), start(b));
    let same_first = one.first() == two.first();
    two.reverse();
    let end = |text: &str| -> Vec<char> { text.chars().rev().take(4).collect() };
    let two_ends = slips > 1
        && end(a)
            .iter()
            .zip(end(b))
            .filter(|(one, other)| **one != *other)
            .count()
            > 1;
    let short = a.chars().count().max(b.chars().count()) < 10;
    short && !same_first && one != two || two_ends && a.chars().count() == b.chars().count()
}

/// Whether two short words of one length differ in a consonant: `Mary's` and `Mark's` are two names, while a vowel for
/// another is how transliterations vary (`Omar`, `Omer`).
fn another_consonant(a: &str, b: &str) -> bool {
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let mut differing = a.chars().zip(b.chars()).filter(|(one, other)| one != other);
    let first = differing.next();
    a.chars().count() == b.chars().count()
        && differing.next().is_none()
        && first.is_some_and(|(one, other)| !(vowel(one) && vowel(other)))
}

/// Whether two words of names in two languages have one root: they begin alike, but for how languages spell a sound.
pub(super) fn are_cognates(word: &Word, other: &Word) -> bool {
    let ordinary = |word: &Word| matches!(word.class, Class::Proper | Class::Describing) && !word.capitals;
    if !ordinary(word) || !ordinary(other) {
        return false;
    }
    if first_sound(word.written()) != first_sound(other.written()) {
        return false;
    }
    let (a, b) = (sounds(word.written()), sounds(other.written()));
    let shorter = a.len().min(b.len());
    if shorter < 5 || a.len().abs_diff(b.len()) > 5 {
        return false;
    }
    let common = a.iter().zip(&b).take_while(|(one, other)| one == other).count();
    common >= 4 && common * 10 >= shorter * 6
        || a[0] == b[0]
            && shorter > 6
            && osa::normalized_similarity(a.iter().copied(), b.iter().copied()) > 0.7
}

/// The first of a word's sounds, as [`sounds`] gives them.
fn first_sound(word: &str) -> Option<char> {
    let two = word.char_indices().nth(2).map_or(word, |(end, _)| &word[..end]);
    sounds(two).first().copied()
}

/// The letters of a word with those made one that languages write for one sound.
fn sounds(word: &str) -> Vec<char> {
    let mut out: Vec<char> = Vec::with_capacity(word.len());
    let mut letters = word.chars().peekable();
    while let Some(c) = letters.next() {
        let sound = match (c, letters.peek()) {
            ('p', Some('h')) => {
                letters.next();
                'f'
            }
            ('t' | 'c' | 'k', Some('h')) => {
                letters.next();
                if c == 't' { 't' } else { 'k' }
            }
            ('c' | 'q', _) => 'k',
            ('y' | 'j', _) => 'i',
            ('w', _) => 'v',
            ('z', _) => 's',
            _ => c,
        };
        if out.last() != Some(&sound) {
            out.push(sound);
        }
    }
    out
}
