//! What a person typed, read for finding: its words, and the queries of FTS5 that they make.
//!
//! A query holds nothing of what was typed but letters, digits and the marks on them, in quotes: nothing that is typed can
//! be read as FTS5's own syntax.

use super::HitKind;
use super::vocabulary::Vocabulary;
use names::fold::{beginning, fold, fold_word, name_start, words};
use names::recognize::words::leading_article;

/// So many characters count; a name is shorter, and a whole text that was pasted is no search.
const READ: usize = 256;

/// So many words count.
const MOST_WORDS: usize = 12;

/// So many words of the vocabulary stand in for one that may be a slip.
const MOST_SLIPS: usize = 12;

/// What was typed.
pub struct Typed {
    /// How a name that is meant may begin, folded.
    pub starts: Vec<Start>,
    /// Its words, folded.
    pub words: Vec<String>,
    /// Its words as written; those that stood together without a blank (`R&D`) stay together.
    pieces: Vec<String>,
    /// Its digits when it may be a phone number, also without the country's code.
    pub phones: Vec<String>,
    /// Whether it begins with an article, which names are kept without.
    pub has_article: bool,
}

/// How a name that is meant may begin.
pub struct Start {
    /// Folded.
    pub text: String,
    /// Whether a name that begins so is likely meant; else only one that is just this.
    pub sure: bool,
}

impl Typed {
    /// Reads what was typed; None when there is no letter or digit in it.
    pub fn read(typed: &str) -> Option<Self> {
        let typed = beginning(typed.trim_start(), READ);
        let folded = fold_word(typed);
        let pieces: Vec<String> = typed
            .split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '/' | '|' | '(' | ')' | '"'))
            .map(|piece| words(piece).take(MOST_WORDS).collect::<Vec<_>>().join(" "))
            .filter(|piece| !piece.is_empty())
            .take(MOST_WORDS)
            .collect();
        let words: Vec<String> = words(&folded).take(MOST_WORDS).map(str::to_owned).collect();
        if pieces.is_empty() || words.is_empty() {
            return None;
        }
        let full = fold(typed);
        let start = name_start(typed);
        // One letter begins too many names to tell those apart that have it for an article.
        let has_article = full.chars().nth(1).is_some()
            && (full != start || leading_article(&format!("{} x", typed.trim())).is_some());
        let mut starts = vec![Start {
            text: full,
            sure: true,
        }];
        if !start.is_empty() && starts.iter().all(|known| known.text != start) {
            // Of "la c" the "la" says more than the "c".
            let sure = start.chars().count() >= 3;
            starts.push(Start { text: start, sure });
        }
        starts.extend(initials(&words).map(|text| Start { text, sure: false }));
        Some(Self {
            starts,
            has_article,
            words,
            pieces,
            phones: phones(typed),
        })
    }

    /// Every word as the beginning of a word; of a person also the beginning of a phone, however its digits are parted.
    pub fn beginnings(&self, kind: HitKind) -> String {
        if kind == HitKind::Person && !self.phones.is_empty() {
            let phones: Vec<String> = self.phones.iter().map(|digits| starts_with(digits)).collect();
            return phones.join(" OR ");
        }
        all_begin(&self.pieces)
    }

    /// The ways to read it as a person and the organization where they are, or the other way round: the query for each.
    pub fn splits(&self) -> Vec<(String, String)> {
        // Of more words each way costs more than it finds.
        if self.pieces.len() > 5 {
            return Vec::new();
        }
        (1..self.pieces.len())
            .flat_map(|at| {
                let (a, b) = self.pieces.split_at(at);
                [(all_begin(a), all_begin(b)), (all_begin(b), all_begin(a))]
            })
            .collect()
    }

    /// Every word as the middle of a word, from three letters, each of at most so many words; None when that finds no
    /// more than [`Typed::beginnings`].
    pub fn middles(&self, kind: HitKind, vocabulary: &Vocabulary, most: usize) -> Option<String> {
        if kind == HitKind::Person && !self.phones.is_empty() {
            let any: Vec<String> = self
                .phones
                .iter()
                .flat_map(|digits| vocabulary.containing(digits, most))
                .map(is)
                .collect();
            return (!any.is_empty()).then(|| any.join(" OR "));
        }
        let mut more = false;
        let mut words: Vec<String> = Vec::with_capacity(self.words.len());
        for word in &self.words {
            let mut any = vec![starts_with(word)];
            if long_enough(word) {
                any.extend(vocabulary.containing(word, most).into_iter().map(is));
            }
            more |= any.len() > 1;
            words.push(one_of(&any));
        }
        more.then(|| words.join(" AND "))
    }

    /// Every word as what it may be a slip of, with those words; None when none is.
    pub fn slips(&self, vocabulary: &Vocabulary) -> Option<Meant> {
        let mut more = false;
        let mut queries: Vec<String> = Vec::with_capacity(self.words.len());
        let mut words: Vec<Vec<String>> = Vec::with_capacity(self.words.len());
        for word in &self.words {
            let near = vocabulary.near(word, MOST_SLIPS);
            let parts = vocabulary.parts(word);
            let mut any = vec![starts_with(word)];
            any.extend(near.iter().map(|near| is(near)));
            any.extend(parts.map(|(a, b)| format!("\"{a} {b}\"*")));
            more |= any.len() > 1;
            queries.push(one_of(&any));
            let parts = parts.into_iter().flat_map(|(a, b)| [a, b]);
            words.push(near.iter().copied().chain(parts).map(fold_word).collect());
        }
        // A space too many: the two words may be one.
        for pair in 1..self.words.len() {
            let (Some(a), Some(b)) = (self.words.get(pair - 1), self.words.get(pair)) else {
                continue;
            };
            let joined = format!("{a}{b}");
            if joined.chars().count() > 3 && vocabulary.begins(&joined) {
                more = true;
                for at in [pair - 1, pair] {
                    if let Some(query) = queries.get_mut(at) {
                        *query = one_of(&[std::mem::take(query), starts_with(&joined)]);
                    }
                    if let Some(words) = words.get_mut(at) {
                        words.push(joined.clone());
                    }
                }
            }
        }
        more.then(|| Meant {
            query: queries.join(" AND "),
            words,
        })
    }
}

/// What may have been meant by words that were mistyped.
pub struct Meant {
    /// As a query of FTS5.
    pub query: String,
    /// For each typed word, folded, the words that it may be.
    pub words: Vec<Vec<String>>,
}

/// Initials as others may write them: `naacp` for `N.A.A.C.P.`, and the other way round.
fn initials(words: &[String]) -> Option<String> {
    match words {
        [word] if (2..=8).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_alphabetic()) => {
            let spaced: Vec<String> = word.chars().map(String::from).collect();
            Some(spaced.join(" "))
        }
        [_, _, ..] if words.iter().all(|word| word.chars().count() == 1) => Some(words.concat()),
        _ => None,
    }
}

/// Whether a part of a word is long enough to look for in the middle of words: three letters, or one of a script whose
/// letters are words.
fn long_enough(word: &str) -> bool {
    word.chars().count() >= 3 || word.chars().any(|c| c >= '\u{2e80}')
}

/// The digits of what may be a phone number, and the same without a country's code in front.
fn phones(typed: &str) -> Vec<String> {
    let mut digits = String::new();
    for c in typed.trim().chars() {
        match c {
            '0'..='9' => digits.push(c),
            ' ' | '-' | '.' | '(' | ')' | '/' | '+' | '\u{a0}' | '\u{2010}'..='\u{2013}' => {}
            _ => return Vec::new(),
        }
    }
    if !(3..=20).contains(&digits.len()) {
        return Vec::new();
    }
    let trimmed = typed.trim_start();
    let codes = if trimmed.starts_with('+') || digits.starts_with("00") {
        1..=5
    } else if digits.starts_with('1') && digits.len() == 11 {
        1..=1
    } else {
        return vec![digits];
    };
    let without: Vec<String> = codes
        .filter_map(|length| digits.get(length..))
        .filter(|rest| rest.len() >= 7)
        .map(str::to_owned)
        .collect();
    std::iter::once(digits).chain(without).collect()
}

fn all_begin(pieces: &[String]) -> String {
    let words: Vec<String> = pieces.iter().map(|piece| starts_with(piece)).collect();
    words.join(" AND ")
}

fn starts_with(word: &str) -> String {
    format!("\"{word}\"*")
}

fn is(word: &str) -> String {
    format!("\"{word}\"")
}

fn one_of(queries: &[String]) -> String {
    match queries {
        [only] => only.clone(),
        several => format!("({})", several.join(" OR ")),
    }
}
