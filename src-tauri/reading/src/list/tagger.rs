//! What each word of a running text is part of, as learned from labelled sentences: a person who signs, an office or trade, an
//! organization, or nothing of these.
//!
//! Owns the words, their features and the model: a chain of tags with hashed features, the best chain found for the whole text.
//! What its stretches say together is in `told.rs`. The weights are written by
//! `cargo run --release -p undersigned-reading --example prose -- train`, from sentences that a grammar makes up.

use std::ops::Range;

use names::recognize::words::{fold, is_country, is_organization_word};

use super::cue;
use super::learned::Field;
use super::signer;
use super::words;

/// How many tags there are: none, and for a person, a title and an organization each its first word and its others.
pub const TAGS: usize = 7;
/// How many features are told apart; others share a weight with one of them.
pub const FEATURES: usize = 1 << 14;
/// How many weights there are: of each feature for each tag, and of each tag behind each other.
pub const WEIGHTS: usize = FEATURES * TAGS + TAGS * TAGS;

/// The weights, in steps.
static LEARNED: &[u8; WEIGHTS] = include_bytes!("tagger.weights");

/// A word or sign of a text.
struct Token<'a> {
    text: &'a str,
    folded: String,
    shape: &'static str,
    /// What lists of words say of it.
    kind: u8,
}

/// Where the words and signs of a text stand.
pub fn tokens(text: &str) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let mut start: Option<usize> = None;
    let mut letters = text.char_indices().peekable();
    while let Some((at, c)) = letters.next() {
        let end = at + c.len_utf8();
        if c.is_alphanumeric() {
            start.get_or_insert(at);
            continue;
        }
        let inside = start.is_some()
            && letters.peek().is_some_and(|(_, next)| next.is_alphanumeric())
            && matches!(c, '\u{2019}' | '\'' | '-' | '&' | '.' | '/' | '\u{b7}');
        if let Some(from) = start {
            let word = &text[from..at];
            // "l’Arci", "dell'Arci": the article is a word of its own.
            if inside && matches!(c, '\u{2019}' | '\'') && is_elided(word) {
                all.push(from..end);
                start = None;
                continue;
            }
            if inside {
                continue;
            }
            start = None;
            // "Ana M. Mora", "Rev. Mora", "Luz, Inc."
            let short = c == '.' && (word.chars().count() == 1 || super::trim::keeps_stop(&text[from..end]));
            if short {
                all.push(from..end);
                continue;
            }
            all.push(from..at);
        }
        if !c.is_whitespace() {
            all.push(at..end);
        }
    }
    if let Some(from) = start {
        all.push(from..text.len());
    }
    all
}

fn is_elided(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "l" | "d" | "dell" | "all" | "nell" | "dall" | "sull" | "qu"
    )
}

fn shape(text: &str) -> &'static str {
    let mut letters = text.chars();
    let Some(first) = letters.next() else { return "" };
    if first.is_numeric() {
        "9"
    } else if !first.is_alphabetic() {
        "."
    } else if first.is_lowercase() {
        if letters.any(char::is_uppercase) {
            "xX"
        } else {
            "x"
        }
    } else if text.chars().filter(|c| c.is_alphabetic()).count() == 1 {
        "X"
    } else if !text.chars().any(char::is_lowercase) {
        "XX"
    } else if letters.any(char::is_uppercase) {
        "XxX"
    } else {
        "Xx"
    }
}

/// What lists of words say of a word, one bit each.
fn kind(folded: &str, text: &str) -> u8 {
    let one = folded.strip_suffix('s').unwrap_or(folded);
    let bits = [
        words::is_given_name(folded),
        words::is_title(folded)
            || words::is_job(folded)
            || words::is_title(one)
            || words::is_job(one)
            || signer::names_trade(text),
        is_organization_word(folded),
        words::is_city(folded) || is_country(folded),
        words::is_connector(folded)
            || words::is_article(folded)
            || matches!(folded, "o" | "a" | "il" | "lo" | "gli" | "os" | "as"),
        words::hands_over(folded).is_some() || words::introduces(folded),
        cue::signs(text),
        words::is_and(folded),
    ];
    bits.iter()
        .enumerate()
        .map(|(at, bit)| u8::from(*bit) << at)
        .sum()
}

const SIGNS: u8 = 1 << 6;

fn number(about: u8, parts: [&str; 3], more: u8) -> usize {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64 ^ u64::from(about).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    for part in parts {
        for byte in part.bytes().chain([0]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    hash = (hash ^ u64::from(more)).wrapping_mul(0x0100_0000_01b3);
    (hash ^ (hash >> 31)) as usize % FEATURES
}

/// The features of each word: what each is about (below 10: which words stand there), and its number below [`FEATURES`].
pub fn features(text: &str, tokens: &[Range<usize>]) -> Vec<Vec<(u8, usize)>> {
    let all: Vec<Token<'_>> = tokens
        .iter()
        .map(|range| {
            let text = &text[range.clone()];
            let folded = fold(text.trim_end_matches('.'));
            Token {
                shape: shape(text),
                kind: kind(&folded, text),
                folded,
                text,
            }
        })
        .collect();
    let none = Token {
        text: "",
        folded: String::new(),
        shape: "-",
        kind: 0,
    };
    let at = |i: isize| usize::try_from(i).ok().and_then(|i| all.get(i)).unwrap_or(&none);
    let parts = |token: &Token<'_>| {
        matches!(
            token.text,
            "," | ";" | ":" | "(" | ")" | "." | "\u{2013}" | "\u{2014}" | "*" | "-" | "\u{2022}"
        )
    };
    // How far it is from the sign before, which it is, and the same behind.
    let mut before = Vec::with_capacity(all.len());
    let mut last = (0_u8, "^");
    for token in &all {
        before.push(last);
        last = if parts(token) {
            (0, token.text)
        } else {
            (last.0.saturating_add(1).min(4), last.1)
        };
    }
    let mut behind = vec![(0_u8, "$"); all.len()];
    last = (0, "$");
    for (i, token) in all.iter().enumerate().rev() {
        behind[i] = last;
        last = if parts(token) {
            (0, token.text)
        } else {
            (last.0.saturating_add(1).min(4), last.1)
        };
    }
    let mut seen = 0_u8;
    let mut depth = 0_u8;
    let separators = all.iter().filter(|token| matches!(token.text, "," | ";")).count();
    let density = (separators * 12 / all.len().max(1)).min(5) as u8;
    let mut found = Vec::with_capacity(all.len());
    for (i, token) in all.iter().enumerate() {
        let here = i as isize;
        let mut out: Vec<(u8, usize)> = Vec::with_capacity(48);
        let mut give = |about: u8, parts: [&str; 3], more: u8| out.push((about, number(about, parts, more)));
        if matches!(token.text, "." | "!" | "?") {
            seen &= 1;
        }
        if token.kind & SIGNS > 0 {
            seen = 3;
        }
        depth += u8::from(token.text == "(");
        give(20, ["", "", ""], 0);
        for offset in -3_isize..=3 {
            let other = at(here + offset);
            let place = (offset + 3) as u8;
            if offset.abs() <= 1 {
                give(place, [&other.folded, "", ""], 0);
            } else if offset.abs() == 2 && (other.kind & 0b1011_0000 > 0 || other.shape == ".") {
                give(place, [&other.folded, "", ""], 1);
            }
            give(30 + place, [other.shape, "", ""], other.kind);
        }
        let letters = token.folded.chars().count();
        for length in [2, 3, 4] {
            if letters > length
                && let Some((from, _)) = token.folded.char_indices().nth(letters - length)
            {
                give(7, [&token.folded[from..], "", ""], length as u8);
            }
        }
        let (one, two, three) = (at(here - 1), token, at(here + 1));
        give(40, [one.shape, two.shape, ""], one.kind ^ two.kind.rotate_left(3));
        give(
            41,
            [two.shape, three.shape, ""],
            two.kind ^ three.kind.rotate_left(3),
        );
        give(
            42,
            [one.shape, two.shape, three.shape],
            one.kind ^ two.kind.rotate_left(3) ^ three.kind.rotate_left(5),
        );
        give(43, [token.shape, "", ""], seen);
        give(44, [token.shape, "", ""], density);
        give(45, [token.shape, "", ""], depth.min(2));
        give(46, [before[i].1, "", ""], before[i].0);
        give(47, [before[i].1, token.shape, ""], token.kind);
        give(48, [behind[i].1, "", ""], behind[i].0);
        give(
            49,
            [before[i].1, behind[i].1, token.shape],
            before[i].0 * 5 + behind[i].0,
        );
        if token.text == ")" {
            depth = depth.saturating_sub(1);
        }
        found.push(out);
    }
    found
}

/// The best chain of tags for words with scores, given what each tag is worth behind each other.
pub fn best(scores: &[[f32; TAGS]], behind: &[[f32; TAGS]; TAGS]) -> Vec<u8> {
    let mut from: Vec<[u8; TAGS]> = Vec::with_capacity(scores.len());
    let mut so_far = [0.0_f32; TAGS];
    for (at, score) in scores.iter().enumerate() {
        let mut next = [f32::MIN; TAGS];
        let mut came = [0_u8; TAGS];
        for tag in 0..TAGS {
            for other in 0..TAGS {
                // A further word of something follows only a word of it.
                let follows = tag == 0 || tag % 2 == 1 || at > 0 && (other == tag || other + 1 == tag);
                let sum = so_far[other] + if at > 0 { behind[other][tag] } else { 0.0 } + score[tag];
                if follows && sum > next[tag] {
                    next[tag] = sum;
                    came[tag] = other as u8;
                }
            }
        }
        from.push(came);
        so_far = next;
    }
    let mut tag = (0..TAGS)
        .max_by(|a, b| so_far[*a].total_cmp(&so_far[*b]))
        .unwrap_or_default() as u8;
    let mut tags = Vec::with_capacity(scores.len());
    for came in from.iter().rev() {
        tags.push(tag);
        tag = came[usize::from(tag)];
    }
    tags.reverse();
    tags
}

fn weight(at: usize) -> f32 {
    f32::from(LEARNED[at].cast_signed())
}

/// The stretches of a text that are a person, a title or an organization, in order.
pub(super) fn stretches(text: &str) -> Vec<(Range<usize>, Field)> {
    let tokens = tokens(text);
    let scores: Vec<[f32; TAGS]> = features(text, &tokens)
        .iter()
        .map(|features| {
            let mut sums = [0.0; TAGS];
            for (_, feature) in features {
                for (tag, sum) in sums.iter_mut().enumerate() {
                    *sum += weight(feature * TAGS + tag);
                }
            }
            sums
        })
        .collect();
    let mut behind = [[0.0; TAGS]; TAGS];
    for (one, row) in behind.iter_mut().enumerate() {
        for (other, worth) in row.iter_mut().enumerate() {
            *worth = weight(FEATURES * TAGS + one * TAGS + other);
        }
    }
    let mut found: Vec<(Range<usize>, Field)> = Vec::new();
    for (token, tag) in tokens.iter().zip(best(&scores, &behind)) {
        let field = match tag {
            1 | 2 => Field::Person,
            3 | 4 => Field::Title,
            5 | 6 => Field::Organization,
            _ => continue,
        };
        match found.last_mut().filter(|_| tag % 2 == 0) {
            Some((range, _)) => range.end = token.end,
            None => found.push((token.clone(), field)),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_parted_at_signs_and_behind_elided_articles() {
        let text = "l\u{2019}Arci, Ana M. Mora (CUT-Sur).";
        let words: Vec<&str> = tokens(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(
            words,
            [
                "l\u{2019}",
                "Arci",
                ",",
                "Ana",
                "M.",
                "Mora",
                "(",
                "CUT-Sur",
                ")",
                "."
            ]
        );
    }

    #[test]
    fn a_further_word_of_something_follows_only_a_word_of_it() {
        // The second word is by itself likeliest the further word of a title, but there is none for it to go on from.
        let mut scores = [[0.0; TAGS]; 2];
        scores[0][1] = 2.5;
        scores[1][4] = 3.0;
        scores[1][2] = 1.0;
        assert_eq!(best(&scores, &[[0.0; TAGS]; TAGS]), [1, 2]);
    }

    #[test]
    fn people_and_what_they_are_stand_out_of_a_sentence() {
        let text = "Entre los firmantes figuran la escritora Rosa Vidal, el economista Luis Prado y Ana Mora, presidenta de la Casa Luz.";
        let found: Vec<(&str, bool)> = stretches(text)
            .into_iter()
            .map(|(range, field)| (&text[range], field == Field::Person))
            .collect();
        for name in ["Rosa Vidal", "Luis Prado", "Ana Mora"] {
            assert!(found.contains(&(name, true)), "{found:?}");
        }
        for office in ["escritora", "economista", "presidenta"] {
            assert!(found.contains(&(office, false)), "{found:?}");
        }
    }
}
