//! Which of the names of an index are worth comparing with another: those that share the most with it.
//!
//! Words count by how few names have them. What is read of an index of a hundred thousand names is bounded, rarest words first.

use std::cell::RefCell;

use rapidfuzz::distance::osa;

use super::super::name::{Name, hash};
use super::NameIndex;
use super::terms::{each_term, trigrams, weight_of};

/// How many of the best-ranked names are compared word by word.
const COMPARED: usize = 48;

/// The most postings read for one name; the rarest words come first.
const MAX_POSTINGS_READ: usize = 16_000;

/// How many of the best-ranked names are looked at for the words of which the postings were not read.
const REFINED: usize = 256;

/// What is counted for each name, and each word, of an index while one name is looked up. It is all zeros in between, and kept, since
/// to clear a hundred thousand of them takes longer than the look-up.
#[derive(Default)]
struct Scratch {
    /// By slot.
    points: Vec<f32>,
    /// By term.
    common: Vec<u8>,
}

thread_local! {
    static SCRATCH: RefCell<Scratch> = RefCell::default();
}

/// A term by which names are looked for.
struct Wanted {
    number: u32,
    /// How much a name counts for having it, from 0 to 1.
    weight: f32,
    /// The hash of the concept that it stands for.
    concept: u32,
}

/// Keeps the names of the highest worth, in any order.
fn keep_best(ranked: &mut Vec<(f32, u32)>, most: usize) {
    if ranked.len() > most {
        ranked.select_nth_unstable_by(most, |a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        ranked.truncate(most);
    }
}

impl NameIndex {
    /// The slots in question whose names share the most with this one.
    pub(super) fn promising(&self, name: &Name, in_question: impl Fn(u32) -> bool) -> Vec<u32> {
        let mut wanted: Vec<Wanted> = Vec::new();
        let mut want = |number: u32, weight: f32, term: &str| {
            let concept = hash(term);
            wanted.push(Wanted {
                number,
                weight,
                concept,
            });
        };
        each_term(name, |term, misspells| {
            if term.starts_with('^') {
                return;
            }
            if let Some(&number) = self.terms.get(term) {
                want(number, 1.0, term);
            }
            let few = self
                .terms
                .get(term)
                .is_none_or(|&number| self.postings[number as usize].len() < 3);
            if misspells && few {
                for number in self.nearly(term) {
                    want(number, 0.8, &self.spellings[number as usize]);
                }
            }
            // The first letters of these words may be a word there, and a word the first letters there.
            let turned = match term.strip_prefix('~') {
                Some(initials) => self.terms.get(initials),
                None if (2..=10).contains(&term.len()) => self.terms.get(format!("~{term}").as_str()),
                None => None,
            };
            if let Some(&number) = turned {
                want(number, 1.0, term);
            }
        });
        for pair in name.words.windows(2) {
            let joined = format!("{}{}", pair[0].written(), pair[1].written());
            if let Some(&number) = self.terms.get(joined.as_str()) {
                want(number, 1.0, &joined);
            }
        }
        wanted.sort_by_key(|term| (self.postings[term.number as usize].len(), term.number));
        wanted.dedup_by_key(|term| term.number);
        let all = self.len().max(1) as f32;
        let rarity = |term: &Wanted| {
            let names = self.postings[term.number as usize].len().max(1) as f32;
            term.weight * (1.0 + all / names).ln()
        };
        let mut read = 0;
        let unread = wanted.iter().position(|term| {
            read += self.postings[term.number as usize].len();
            read > MAX_POSTINGS_READ
        });
        // The rarest is read however many names have it.
        let read = unread.map_or(wanted.len(), |at| at.max(1));
        let (wanted, unread) = wanted.split_at(read);
        let own = weight_of(name);
        let mut ranked = SCRATCH.with_borrow_mut(|Scratch { points, .. }| {
            let mut touched: Vec<u32> = Vec::new();
            points.resize(points.len().max(self.entries.len()), 0.0);
            for term in wanted {
                let rarity = rarity(term);
                for &slot in &self.postings[term.number as usize] {
                    let point = &mut points[slot as usize];
                    if *point == 0.0 {
                        touched.push(slot);
                    }
                    *point += rarity;
                }
            }
            let worth = |slot: u32| {
                let points = std::mem::take(&mut points[slot as usize]);
                (points / (own + self.weights[slot as usize] + 1.0), slot)
            };
            let ranked = touched.into_iter().map(worth);
            ranked
                .filter(|(_, slot)| in_question(*slot))
                .collect::<Vec<(f32, u32)>>()
        });
        if !unread.is_empty() {
            keep_best(&mut ranked, REFINED);
            for (worth, slot) in &mut ranked {
                let words = self.entry(*slot).map(|entry| &entry.parsed.words);
                let has = |term: &&Wanted| {
                    words.is_some_and(|words| words.iter().any(|word| word.concept == term.concept))
                };
                let more: f32 = unread.iter().filter(has).map(rarity).sum();
                *worth += more / (own + self.weights[*slot as usize] + 1.0);
            }
        }
        keep_best(&mut ranked, COMPARED);
        ranked.into_iter().map(|(_, slot)| slot).collect()
    }

    /// The words known here that differ from this one by a slip or two.
    pub(super) fn nearly(&self, word: &str) -> Vec<u32> {
        let length = word.chars().count();
        if length < 4 {
            return Vec::new();
        }
        let allowed = if length < 8 { 1 } else { 2 };
        let own = trigrams(word);
        // A slip spoils at most four trigrams, counting those of two letters turned round.
        let needed = own.len().saturating_sub(4 * allowed).max(1);
        let alike = SCRATCH.with_borrow_mut(|Scratch { common, .. }| {
            let mut touched: Vec<u32> = Vec::new();
            common.resize(common.len().max(self.spellings.len()), 0);
            for trigram in &own {
                for &number in self.trigrams.get(trigram).into_iter().flatten() {
                    let count = &mut common[number as usize];
                    if *count == 0 {
                        touched.push(number);
                    }
                    *count = count.saturating_add(1);
                }
            }
            touched.retain(|number| usize::from(std::mem::take(&mut common[*number as usize])) >= needed);
            touched
        });
        let mut near: Vec<(usize, u32)> = Vec::new();
        for number in alike {
            let other = &*self.spellings[number as usize];
            let apart = if word.is_ascii() && other.is_ascii() {
                allowed
            } else {
                4 * allowed
            };
            if self.postings[number as usize].is_empty()
                || other.len().abs_diff(word.len()) > apart
                || other == word
            {
                continue;
            }
            let slips = osa::distance_with_args(
                word.chars(),
                other.chars(),
                &osa::Args::default().score_cutoff(allowed),
            );
            near.extend(slips.map(|slips| (slips, number)));
        }
        near.sort_unstable();
        near.truncate(8);
        near.into_iter().map(|(_, number)| number).collect()
    }
}
