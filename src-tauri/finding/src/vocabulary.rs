//! The words that the search tables know: which of them contain a part, and which are near a word that was mistyped.
//!
//! FTS5 finds words by their beginning only. What else a person may have meant is looked up here, in memory, and asked of
//! FTS5 as those words. A vocabulary is read whole once; then it learns the words of the rows that change. Words that no
//! row has any more stay in it: they find nothing.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use memchr::memmem;
use rusqlite::Connection;

use super::HitKind;
use base::error::Result;
use names::fold::{fold_word, words};

/// Parts the words within [`Vocabulary::text`]; no word has it.
const END: char = '\n';

/// The words of one search table.
pub struct Vocabulary {
    /// All words folded, each ended by [`END`].
    text: String,
    words: Vec<WordEntry>,
    /// So many of the first words are in order, and are written as they are folded.
    in_order: usize,
    /// The words that FTS5 writes otherwise than folded: `straße`.
    written: HashMap<usize, Box<str>>,
    /// The words learned since it was read.
    learned: HashSet<String>,
}

/// What is known of a word besides itself.
struct WordEntry {
    /// Where it begins in the text.
    start: u32,
    /// How many rows have it.
    rows: u32,
    /// Which letters are in it.
    letters: Letters,
    /// Its first two bytes.
    first: [u8; 2],
}

impl WordEntry {
    fn first_of(word: &str) -> [u8; 2] {
        let mut bytes = word.bytes();
        [bytes.next().unwrap_or(0), bytes.next().unwrap_or(0)]
    }

    /// Whether a word that begins so can be a slip of this one: few slips change both of the first letters.
    fn may_begin(&self, first: [u8; 2]) -> bool {
        let ([a, b], [c, d]) = (self.first, first);
        a == c || a == d || b == c || b == d
    }
}

impl Vocabulary {
    /// Reads the words of a table.
    pub fn read(conn: &Connection, table: HitKind) -> Result<Self> {
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
    pub fn learn(&mut self, text: &str) {
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
        self.words.push(WordEntry {
            start,
            rows,
            letters: Letters::of(folded),
            first: WordEntry::first_of(folded),
        });
        self.text.push_str(folded);
        self.text.push(END);
    }

    fn word(&self, number: usize) -> &str {
        let Some(known) = self.words.get(number) else {
            return "";
        };
        let end = match self.words.get(number + 1) {
            Some(next) => next.start as usize,
            None => self.text.len(),
        };
        // Without the character that ends it.
        self.text.get(known.start as usize..end - 1).unwrap_or_default()
    }

    /// The word as FTS5 knows it.
    fn term(&self, number: usize) -> &str {
        match self.written.get(&number) {
            Some(term) => term,
            None => self.word(number),
        }
    }

    /// The number of exactly this folded word, among those that are in order.
    fn find(&self, folded: &str) -> Option<usize> {
        let number = self.first_from(folded);
        (number < self.in_order && self.word(number) == folded).then_some(number)
    }

    /// The number of the first word, among those in order, that does not come before this one.
    fn first_from(&self, folded: &str) -> usize {
        let (mut low, mut high) = (0, self.in_order);
        while low < high {
            let middle = low.midpoint(high);
            if self.word(middle) < folded {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    fn number_at(&self, at: usize) -> usize {
        self.words
            .partition_point(|known| known.start as usize <= at)
            .saturating_sub(1)
    }

    /// The words that contain a folded part elsewhere than FTS5 looks, the shortest first; at most so many.
    pub fn containing(&self, part: &str, most: usize) -> Vec<&str> {
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
    pub fn near(&self, typed: &str, most: usize) -> Vec<&str> {
        let typed_letters: Vec<char> = typed.chars().collect();
        let Some(allowed) = slips_allowed(&typed_letters) else {
            return Vec::new();
        };
        let letters = Letters::of(typed);
        let first = WordEntry::first_of(typed);
        let mut found: Vec<(usize, bool, Reverse<u32>, usize)> = Vec::new();
        for (number, known) in self.words.iter().enumerate() {
            if letters.missing_in(known.letters) > allowed as u32
                // A word with a number in it is a code or an address, and nobody's slip for a word without.
                || known.letters.has_digits() && !letters.has_digits()
                || !known.may_begin(first)
            {
                continue;
            }
            let word = self.word(number);
            if word.len() + allowed < typed_letters.len() {
                continue;
            }
            let near = if word.is_ascii() && typed.is_ascii() {
                slips(typed.as_bytes(), word.as_bytes(), allowed)
            } else {
                slips(&typed_letters, &word.chars().collect::<Vec<_>>(), allowed)
            };
            if let Some((slips, partly)) = near {
                found.push((slips, partly, Reverse(known.rows), number));
            }
        }
        found.sort_unstable();
        found.truncate(most);
        found
            .into_iter()
            .map(|(_, _, _, number)| self.term(number))
            .collect()
    }

    /// Whether a word begins with a folded beginning.
    pub fn begins(&self, beginning: &str) -> bool {
        let number = self.first_from(beginning);
        number < self.in_order && self.word(number).starts_with(beginning)
    }

    /// The two words that a folded word may be when the space between them was forgotten; of several the most usual.
    pub fn parts(&self, typed: &str) -> Option<(&str, &str)> {
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
fn slips_allowed(letters: &[char]) -> Option<usize> {
    match letters.len() {
        _ if letters.iter().all(|c| c.is_numeric()) => None,
        0..=3 => None,
        4..=7 => Some(1),
        8..=LONGEST_SLIP => Some(2),
        // No word is so long.
        _ => None,
    }
}

/// The longest word that may have slips.
const LONGEST_SLIP: usize = 40;

/// By how many slips, at most so many, a typed word misses a word, or else its nearest beginning (true). A slip is a letter
/// left out, put in, taken for another, or two neighbours changed round (the optimal string alignment distance).
///
/// Written out here because one pass gives both, and ends where no beginning can be near any more: that is spent on most of
/// the words of a vocabulary.
fn slips<T: PartialEq>(typed: &[T], word: &[T], most: usize) -> Option<(usize, bool)> {
    const FAR: usize = 99;
    let width = word.len().min(typed.len() + most);
    let mut before = [FAR; LONGEST_SLIP + 4];
    let mut last = [FAR; LONGEST_SLIP + 4];
    for (at, cost) in last.iter_mut().enumerate().take(most.min(width) + 1) {
        *cost = at;
    }
    for (row, letter) in typed.iter().enumerate().map(|(at, letter)| (at + 1, letter)) {
        let mut now = [FAR; LONGEST_SLIP + 4];
        let mut least = FAR;
        for column in row.saturating_sub(most)..=(row + most).min(width) {
            let cost = if column == 0 {
                row
            } else {
                let same = word[column - 1] == *letter;
                let mut cost = (last[column] + 1)
                    .min(now[column - 1] + 1)
                    .min(last[column - 1] + usize::from(!same));
                if row > 1 && column > 1 && typed[row - 2] == word[column - 1] && word[column - 2] == *letter
                {
                    cost = cost.min(before[column - 2] + 1);
                }
                cost
            };
            now[column] = cost;
            least = least.min(cost);
        }
        if least > most {
            return None;
        }
        before = last;
        last = now;
    }
    let whole = if word.len() == width { last[width] } else { FAR };
    if whole <= most {
        return Some((whole, false));
    }
    let part = last.iter().copied().min().unwrap_or(FAR);
    (part <= most).then_some((part, true))
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

    fn has_digits(self) -> bool {
        self.0 & 1 << 26 != 0
    }

    fn missing_in(self, other: Self) -> u32 {
        (self.0 & !other.0).count_ones()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;
    use proptest::prelude::*;
    use rapidfuzz::distance::osa;

    proptest! {
        #[test]
        fn slips_are_counted_as_the_optimal_string_alignment_distance_counts_them(
            typed in "[a-d]{4,12}", word in "[a-d]{1,14}", most in 1_usize..3
        ) {
            let distance = osa::distance(typed.chars(), word.chars());
            let part = (0..=word.len()).map(|end| osa::distance(typed.chars(), word[..end].chars())).min().unwrap();
            let expected = if distance <= most {
                Some((distance, false))
            } else if part <= most {
                Some((part, true))
            } else {
                None
            };
            prop_assert_eq!(slips(typed.as_bytes(), word.as_bytes(), most), expected);
        }
    }
}
