//! The words that the search tables know: which of them contain a part, and which are near a word that was mistyped.
//!
//! FTS5 finds words by their beginning only. What else a person may have meant is looked up here, in memory, and asked of
//! FTS5 as those words. A vocabulary is read whole once; then it learns the words of the rows that change. Words that no
//! row has any more stay in it: they find nothing.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use memchr::memmem;
use rapidfuzz::distance::osa;
use rusqlite::Connection;

use super::HitKind;
use super::fold::{fold_word, words};
use crate::error::Result;

/// Parts the words within [`Vocabulary::text`]; no word has it.
const END: char = '\n';

/// The words of one search table.
pub(super) struct Vocabulary {
    /// All words folded, each ended by [`END`].
    text: String,
    words: Vec<Known>,
    /// So many of the first words are in order, and are written as they are folded.
    in_order: usize,
    /// The words that FTS5 writes otherwise than folded: `straße`.
    written: HashMap<usize, Box<str>>,
    /// The words learned since it was read.
    learned: HashSet<String>,
}

/// What is known of a word besides itself.
struct Known {
    /// Where it begins in the text.
    start: u32,
    /// How many rows have it.
    rows: u32,
    /// Which letters are in it.
    letters: Letters,
}

impl Vocabulary {
    /// Reads the words of a table.
    pub(super) fn read(conn: &Connection, table: HitKind) -> Result<Self> {
        let name = table.table();
        // The schema of a coalition is fixed; what only reads it stays out of the file.
        conn.execute_batch(&format!(
            "CREATE VIRTUAL TABLE IF NOT EXISTS temp.{name}_word USING fts5vocab (main, {name}_search, row)"
        ))?;
        let mut vocabulary = Self {
            text: String::new(),
            words: Vec::new(),
            in_order: 0,
            written: HashMap::new(),
            learned: HashSet::new(),
        };
        let mut others: Vec<(String, Box<str>, u32)> = Vec::new();
        let mut statement = conn.prepare_cached(&format!("SELECT term, doc FROM temp.{name}_word"))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let term = row.get_ref(0)?.as_str().unwrap_or_default();
            let count = row.get(1)?;
            if term.is_ascii() {
                vocabulary.add(term, count);
                continue;
            }
            let folded = fold_word(term);
            if folded == term {
                vocabulary.add(term, count);
            } else {
                others.push((folded, term.into(), count));
            }
        }
        vocabulary.in_order = vocabulary.words.len();
        for (folded, term, count) in others {
            vocabulary.add_written(&folded, term, count);
        }
        Ok(vocabulary)
    }

    /// Learns the words of a text that was written since.
    pub(super) fn learn(&mut self, text: &str) {
        for word in words(text) {
            let folded = fold_word(word);
            if self.learned.insert(folded.clone()) && self.find(&folded).is_none() {
                self.add_written(&folded, word.into(), 1);
            }
        }
    }

    fn add_written(&mut self, folded: &str, term: Box<str>, rows: u32) {
        let number = self.words.len();
        self.add(folded, rows);
        if self.words.len() > number {
            self.written.insert(number, term);
        }
    }

    fn add(&mut self, folded: &str, rows: u32) {
        // Four gigabytes of words are more than any list of people has.
        let Ok(start) = u32::try_from(self.text.len()) else {
            return;
        };
        if folded.is_empty() || folded.contains(END) {
            return;
        }
        self.words.push(Known {
            start,
            rows,
            letters: Letters::of(folded),
        });
        self.text.push_str(folded);
        self.text.push(END);
    }

    fn word(&self, number: usize) -> &str {
        self.words.get(number).map_or("", |known| self.word_at(known))
    }

    fn word_at(&self, known: &Known) -> &str {
        let rest = self.text.get(known.start as usize..).unwrap_or_default();
        rest.split_once(END).map_or(rest, |(word, _)| word)
    }

    /// The word as FTS5 knows it.
    fn term(&self, number: usize) -> &str {
        self.written
            .get(&number)
            .map_or_else(|| self.word(number), |term| term)
    }

    /// The number of exactly this folded word, among those that are in order.
    fn find(&self, folded: &str) -> Option<usize> {
        let number = self
            .first_words()
            .partition_point(|known| self.word_at(known) < folded);
        (number < self.in_order && self.word(number) == folded).then_some(number)
    }

    fn first_words(&self) -> &[Known] {
        self.words.get(..self.in_order).unwrap_or_default()
    }

    fn number_at(&self, at: usize) -> usize {
        self.words
            .partition_point(|known| known.start as usize <= at)
            .saturating_sub(1)
    }

    /// The words that contain a folded part elsewhere than FTS5 looks, the shortest first; at most so many.
    pub(super) fn containing(&self, part: &str, most: usize) -> Vec<&str> {
        let mut found: Vec<(usize, usize)> = Vec::new();
        let mut last = usize::MAX;
        for at in memmem::find_iter(self.text.as_bytes(), part.as_bytes()) {
            let number = self.number_at(at);
            if number == last {
                continue;
            }
            last = number;
            let begins = self
                .words
                .get(number)
                .is_some_and(|known| known.start as usize == at);
            if !begins || self.written.contains_key(&number) {
                found.push((self.word(number).len(), number));
            }
        }
        if found.len() > most {
            found.select_nth_unstable(most);
            found.truncate(most);
        }
        found.sort_unstable();
        found.into_iter().map(|(_, number)| self.term(number)).collect()
    }

    /// The words that a folded word may have been meant for: one slip away when it has four to seven letters, two from
    /// eight, itself or its beginning. The nearest first, then those in most rows; at most so many.
    pub(super) fn near(&self, typed: &str, most: usize) -> Vec<&str> {
        let length = typed.chars().count();
        let Some(allowed) = slips_allowed(typed, length) else {
            return Vec::new();
        };
        let letters = Letters::of(typed);
        let mut first = typed.chars();
        let first = (first.next(), first.next());
        let comparator = osa::BatchComparator::new(typed.chars());
        let cutoff = osa::Args::default().score_cutoff(allowed);
        let mut found: Vec<(usize, bool, Reverse<u32>, usize)> = Vec::new();
        for (number, known) in self.words.iter().enumerate() {
            if letters.missing_in(known.letters) > allowed as u32 {
                continue;
            }
            let word = self.word(number);
            // Few slips change both of the first letters; most words are passed over here.
            let mut begins = word.chars();
            let begins = (begins.next(), begins.next());
            if begins.0 != first.0 && begins.0 != first.1 && begins.1 != first.0 && begins.1 != first.1 {
                continue;
            }
            let whole = comparator.distance_with_args(word.chars(), &cutoff);
            let (slips, partly) = match whole {
                Some(slips) => (slips, false),
                None => {
                    // Still being typed, it can be near the beginning of a longer word.
                    let near = (length - 1..=length + 1)
                        .filter_map(|count| {
                            let beginning = super::fold::beginning(word, count);
                            (beginning.len() < word.len())
                                .then(|| comparator.distance_with_args(beginning.chars(), &cutoff))
                                .flatten()
                        })
                        .min();
                    match near {
                        Some(slips) => (slips, true),
                        None => continue,
                    }
                }
            };
            found.push((slips, partly, Reverse(known.rows), number));
        }
        found.sort_unstable();
        found.truncate(most);
        found
            .into_iter()
            .map(|(_, _, _, number)| self.term(number))
            .collect()
    }

    /// Whether a word begins with a folded beginning.
    pub(super) fn begins(&self, beginning: &str) -> bool {
        let number = self
            .first_words()
            .partition_point(|known| self.word_at(known) < beginning);
        self.word(number).starts_with(beginning)
    }

    /// The two words that a folded word may be when the space between them was forgotten; of several the most usual.
    pub(super) fn parts(&self, typed: &str) -> Option<(&str, &str)> {
        let mut best: Option<(u32, usize, usize)> = None;
        // A part of one or two letters is a word by chance.
        for (at, _) in typed.char_indices().take(32).skip(3) {
            let (a, b) = typed.split_at(at);
            if b.chars().count() < 3 {
                break;
            }
            if let (Some(a), Some(b)) = (self.find(a), self.find(b)) {
                let rows = |number: usize| self.words.get(number).map_or(0, |known| known.rows);
                best = best.max(Some((rows(a).min(rows(b)), a, b)));
            }
        }
        best.map(|(_, a, b)| (self.term(a), self.term(b)))
    }
}

/// How many slips a folded word may have; None when it is too short to tell, or a number.
fn slips_allowed(word: &str, length: usize) -> Option<usize> {
    match length {
        _ if word.chars().all(char::is_numeric) => None,
        0..=3 => None,
        4..=7 => Some(1),
        // No word is so long; the comparison is fast up to here.
        8..=64 => Some(2),
        _ => None,
    }
}

/// Which letters are in a word, as bits.
#[derive(Clone, Copy)]
struct Letters(u32);

impl Letters {
    fn of(word: &str) -> Self {
        Self(word.bytes().fold(0, |bits, byte| {
            bits | match byte {
                b'a'..=b'z' => 1 << (byte - b'a'),
                b'0'..=b'9' => 1 << 26,
                // Letters of other scripts share what is left, by their last byte.
                _ => 1 << (27 + u32::from(byte) % 5),
            }
        }))
    }

    fn missing_in(self, other: Self) -> u32 {
        (self.0 & !other.0).count_ones()
    }
}
