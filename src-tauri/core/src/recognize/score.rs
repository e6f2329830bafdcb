//! Whether two names are the same organization's: exact, likely or different, how surely, and why.
//!
//! The words of both names are laid side by side: equal concepts, then words written together or apart, abbreviations,
//! slips of the pen, acronyms. What remains on either side decides. Names whose every word finds its like are likely the
//! same; a place, a number, a chapter or any other distinguishing word that remains keeps them apart. It deliberately
//! knows nothing of the other names in a coalition: that is for `index.rs`.

use rapidfuzz::distance::osa;

use super::name::{Name, Word};
use super::normalize::{Gap, is_little};
use super::reason::{Comparison, Match, Reason};
use super::vocabulary::Class;

/// The lowest score of a likely match; every different pair scores below it.
pub const LIKELY: f64 = 0.6;

/// Compares two names as written; the verdict does not depend on their order.
pub fn compare(a: &str, b: &str) -> Comparison {
    compare_names(&Name::new(a), &Name::new(b))
}

/// Compares two names that were taken apart before.
pub(super) fn compare_names(a: &Name, b: &Name) -> Comparison {
    if a.key.is_empty() || b.key.is_empty() {
        return different(0.0, Reason::Unrelated);
    }
    if a.key == b.key {
        if let (Some(one), Some(other)) = (a.legal, b.legal)
            && one != other
        {
            return likely(0.8, Reason::DifferentLegalForm);
        }
        let acronyms = |name: &Name| name.acronym.clone().or_else(|| name.inner_acronym.clone());
        if let (Some(one), Some(other)) = (acronyms(a), acronyms(b))
            && one != other
        {
            return likely(
                0.8,
                Reason::DifferentAcronym {
                    a: one.into(),
                    b: other.into(),
                },
            );
        }
        return Comparison {
            verdict: Match::Exact,
            score: 1.0,
            reason: Reason::SameName,
        };
    }
    let alias = |named: &Name, other: &Name| {
        named
            .acronym
            .as_deref()
            .filter(|acronym| **acronym == *other.key)
            .map(str::to_owned)
    };
    if let Some(alias) = alias(a, b).or_else(|| alias(b, a)) {
        return Comparison {
            verdict: Match::Exact,
            score: 1.0,
            reason: Reason::SameAlias { alias },
        };
    }
    Alignment::new(a, b).judge()
}

fn likely(score: f64, reason: Reason) -> Comparison {
    Comparison {
        verdict: Match::Likely,
        score: score.clamp(LIKELY, 0.99),
        reason,
    }
}

/// A different pair; `likeness` from 0 to 1 orders those that are worth showing as related.
fn different(likeness: f64, reason: Reason) -> Comparison {
    Comparison {
        verdict: Match::Different,
        score: (likeness * 0.55).clamp(0.0, LIKELY - 0.05),
        reason,
    }
}

/// How a word found its like in the other name.
#[derive(Clone, Copy, PartialEq)]
enum How {
    /// The same concept, and written the same.
    Same,
    /// The same concept in another language or abbreviated.
    Concept,
    /// Nearly the same letters.
    Spelling,
    /// Shortened with a dot.
    Shortened,
    /// The first letters of several words.
    Acronym,
    /// Not at all.
    Left,
}

/// The words of two names, each with how it found its like.
struct Alignment<'a> {
    a: &'a Name,
    b: &'a Name,
    how_a: Vec<How>,
    how_b: Vec<How>,
    /// For each word of `a`, its partner in `b`, where there is a single one.
    partner: Vec<Option<usize>>,
    /// Letters that had to change.
    slips: usize,
    /// Letters in the words that had slips.
    slip_letters: usize,
    /// Words that agree only in spelling, for the reason.
    spelled: Vec<(String, String)>,
}

impl<'a> Alignment<'a> {
    fn new(a: &'a Name, b: &'a Name) -> Self {
        let mut alignment = Self {
            a,
            b,
            how_a: vec![How::Left; a.words.len()],
            how_b: vec![How::Left; b.words.len()],
            partner: vec![None; a.words.len()],
            slips: 0,
            slip_letters: 0,
            spelled: Vec::new(),
        };
        alignment.pair_equal();
        if alignment.open() {
            alignment.pair_joined();
            alignment.pair_places();
            alignment.pair_nearly();
            alignment.pair_acronyms();
        }
        alignment
    }

    /// Whether both sides still have words that count.
    fn open(&self) -> bool {
        let left = |words: &[Word], how: &[How]| {
            words
                .iter()
                .zip(how)
                .any(|(word, how)| *how == How::Left && word.class != Class::Little)
        };
        left(&self.a.words, &self.how_a) && left(&self.b.words, &self.how_b)
    }

    fn pair(&mut self, i: usize, j: usize, how: How) {
        self.how_a[i] = how;
        self.how_b[j] = how;
        self.partner[i] = Some(j);
    }

    fn pair_equal(&mut self) {
        for same_writing in [true, false] {
            for i in 0..self.a.words.len() {
                if self.how_a[i] != How::Left {
                    continue;
                }
                let word = &self.a.words[i];
                let found = (0..self.b.words.len()).find(|&j| {
                    let other = &self.b.words[j];
                    self.how_b[j] == How::Left
                        && word.text == other.text
                        && (!same_writing || word.written() == other.written())
                });
                if let Some(j) = found {
                    self.pair(i, j, if same_writing { How::Same } else { How::Concept });
                }
            }
        }
    }

    /// `Good Will` and `Goodwill`.
    fn pair_joined(&mut self) {
        for (i, j) in joined(&self.a.words, &self.how_a, &self.b.words, &self.how_b) {
            self.how_a[i] = How::Spelling;
            self.how_b[j] = How::Spelling;
            self.how_b[j + 1] = How::Spelling;
            self.partner[i] = Some(j);
        }
        for (j, i) in joined(&self.b.words, &self.how_b, &self.a.words, &self.how_a) {
            self.how_b[j] = How::Spelling;
            self.how_a[i] = How::Spelling;
            self.how_a[i + 1] = How::Spelling;
            self.partner[i] = Some(j);
        }
    }

    /// `Los Angles`, which is no place, beside `Los Angeles`, which is one word here.
    fn pair_places(&mut self) {
        if let Some((i, j, n, slips)) =
            misspelled_place(&self.a.words, &self.how_a, &self.b.words, &self.how_b)
        {
            self.how_a[i] = How::Spelling;
            self.how_b[j..j + n].fill(How::Spelling);
            self.partner[i] = Some(j);
            self.slips += slips;
            self.slip_letters += self.a.words[i].text.len();
        }
        if let Some((j, i, n, slips)) =
            misspelled_place(&self.b.words, &self.how_b, &self.a.words, &self.how_a)
        {
            self.how_b[j] = How::Spelling;
            self.how_a[i..i + n].fill(How::Spelling);
            self.partner[i] = Some(j);
            self.slips += slips;
            self.slip_letters += self.b.words[j].text.len();
        }
    }

    /// Slips of the pen and shortened words, the nearest first.
    fn pair_nearly(&mut self) {
        let mut near: Vec<(usize, usize, usize, How)> = Vec::new();
        for (i, word) in self
            .a
            .words
            .iter()
            .enumerate()
            .filter(|&(i, _)| self.how_a[i] == How::Left)
        {
            for (j, other) in self
                .b
                .words
                .iter()
                .enumerate()
                .filter(|&(j, _)| self.how_b[j] == How::Left)
            {
                if german_school(word, other) || german_school(other, word) {
                    near.push((0, i, j, How::Concept));
                } else if shortened(word, other) || shortened(other, word) {
                    near.push((0, i, j, How::Shortened));
                } else if let Some(slips) = slips_between(word, other) {
                    near.push((slips, i, j, How::Spelling));
                }
            }
        }
        // Ties go by what the words are, so that the order of the names does not matter.
        near.sort_by_key(|&(slips, i, j, _)| (slips, i + j, i.abs_diff(j), i.min(j)));
        for (slips, i, j, how) in near {
            if self.how_a[i] == How::Left && self.how_b[j] == How::Left {
                self.slips += slips;
                let (word, other) = (self.a.words[i].written(), self.b.words[j].written());
                if slips > 0 {
                    self.slip_letters += word.chars().count().max(other.chars().count());
                    self.spelled.push((word.to_owned(), other.to_owned()));
                }
                self.pair(i, j, how);
            }
        }
    }

    fn pair_acronyms(&mut self) {
        if let Some((i, run)) = acronym_run(self.a, &self.how_a, self.b, &self.how_b) {
            self.how_a[i] = How::Acronym;
            self.how_b[run].fill(How::Acronym);
        } else if let Some((j, run)) = acronym_run(self.b, &self.how_b, self.a, &self.how_a) {
            self.how_b[j] = How::Acronym;
            self.how_a[run].fill(How::Acronym);
        }
    }

    /// Words left over on one side: those that count and are not a repetition of a word that found its like.
    fn left<'n>(name: &'n Name, how: &[How]) -> Vec<(usize, &'n Word)> {
        name.words
            .iter()
            .enumerate()
            .filter(|&(i, word)| {
                how[i] == How::Left
                    && word.class != Class::Little
                    && !name
                        .words
                        .iter()
                        .zip(how)
                        .any(|(twin, how)| *how != How::Left && twin.text == word.text)
            })
            .collect()
    }

    fn likeness(&self) -> f64 {
        let sum = |words: &[Word], how: &[How], all: bool| -> f64 {
            words
                .iter()
                .zip(how)
                .filter(|(_, how)| all || **how != How::Left)
                .map(|(word, _)| word.weight())
                .sum()
        };
        let total = sum(&self.a.words, &self.how_a, true) + sum(&self.b.words, &self.how_b, true);
        let shared = sum(&self.a.words, &self.how_a, false) + sum(&self.b.words, &self.how_b, false);
        let slips = if self.slip_letters > 0 {
            0.5 * self.slips as f64 / self.slip_letters as f64
        } else {
            0.0
        };
        if total > 0.0 {
            (shared / total - slips).max(0.0)
        } else {
            0.0
        }
    }

    fn uses(&self, how: How) -> bool {
        self.how_a.contains(&how) || self.how_b.contains(&how)
    }

    fn judge(self) -> Comparison {
        let left_a = Self::left(self.a, &self.how_a);
        let left_b = Self::left(self.b, &self.how_b);
        let likeness = self.likeness();
        let shared = |test: fn(&Word) -> bool| {
            self.a
                .words
                .iter()
                .zip(&self.how_a)
                .any(|(word, how)| *how != How::Left && test(word))
                || self
                    .b
                    .words
                    .iter()
                    .zip(&self.how_b)
                    .any(|(word, how)| *how != How::Left && test(word))
        };
        if likeness < 0.05 {
            return different(likeness, Reason::Unrelated);
        }
        if left_a.is_empty() && left_b.is_empty() {
            return self.judge_all_paired(likeness, shared(Word::distinguishes));
        }
        if !shared(Word::distinguishes)
            && !self.uses(How::Acronym)
            && !shared(|word| matches!(word.class, Class::Kind | Class::Sister))
        {
            return different(likeness, Reason::Unrelated);
        }
        if !left_a.is_empty() && !left_b.is_empty() {
            return self.judge_both_left(&left_a, &left_b, likeness);
        }
        if left_a.is_empty() {
            self.judge_one_left(self.b, &self.how_b, &left_b, self.a, likeness)
        } else {
            self.judge_one_left(self.a, &self.how_a, &left_a, self.b, likeness)
        }
    }

    /// Every word that counts found its like.
    fn judge_all_paired(&self, likeness: f64, distinguished: bool) -> Comparison {
        if !distinguished && !self.uses(How::Acronym) && self.slips > 0 {
            return different(likeness, Reason::Unrelated);
        }
        if self.slips > 0 {
            // A slip in the only word that distinguishes weighs more than one among several.
            let sure = self.slips * 5 <= self.slip_letters || self.slips == 1 && self.slip_letters >= 4;
            if !sure {
                return different(likeness, Reason::Unrelated);
            }
            let (a, b) = self.spelled.first().cloned().unwrap_or_default();
            return likely(0.95 * likeness, Reason::Spelling { a, b });
        }
        if self.uses(How::Acronym) {
            let place = self
                .a
                .words
                .iter()
                .zip(&self.how_a)
                .find(|(word, how)| **how != How::Acronym && word.class == Class::Place);
            let (acronym, _) = self.acronym_words();
            return match place {
                Some((place, _)) => likely(
                    0.88,
                    Reason::AcronymAndPlace {
                        acronym,
                        place: place.written().to_owned(),
                    },
                ),
                None => likely(0.85, Reason::Acronym { acronym }),
            };
        }
        if self.uses(How::Shortened) {
            return likely(
                0.93,
                Reason::Abbreviation {
                    a: self.differing(true),
                    b: self.differing(false),
                },
            );
        }
        if self.uses(How::Spelling) {
            return likely(
                0.96,
                Reason::Spelling {
                    a: String::from(&*self.a.key),
                    b: String::from(&*self.b.key),
                },
            );
        }
        let order: Vec<usize> = self
            .partner
            .iter()
            .zip(&self.a.words)
            .filter(|(_, word)| word.class != Class::Little)
            .filter_map(|(j, _)| *j)
            .collect();
        let in_order = order.is_sorted();
        if self.uses(How::Concept) {
            let (a, b) = (self.differing(true), self.differing(false));
            let abbreviated = a.split(' ').count() == b.split(' ').count()
                && (a.starts_with(&b[..b.len().min(2)]) && a.len().abs_diff(b.len()) > 3);
            let reason = if abbreviated {
                Reason::Abbreviation { a, b }
            } else {
                Reason::Translation { a, b }
            };
            return likely(if in_order { 0.94 } else { 0.9 }, reason);
        }
        if in_order {
            likely(0.98, Reason::SmallWords)
        } else {
            likely(0.92, Reason::WordOrder)
        }
    }

    /// The written words that are not the same in both names.
    fn differing(&self, of_a: bool) -> String {
        let (name, how) = if of_a {
            (self.a, &self.how_a)
        } else {
            (self.b, &self.how_b)
        };
        let words = name
            .words
            .iter()
            .zip(how)
            .filter(|(word, how)| **how != How::Same && word.class != Class::Little);
        words
            .map(|(word, _)| word.written())
            .collect::<Vec<_>>()
            .join(" ")
    }

    fn acronym_words(&self) -> (String, String) {
        let of = |name: &Name, how: &[How]| {
            let words = name
                .words
                .iter()
                .zip(how)
                .filter(|(_, how)| **how == How::Acronym);
            words
                .map(|(word, _)| word.written())
                .collect::<Vec<_>>()
                .join(" ")
        };
        let (a, b) = (of(self.a, &self.how_a), of(self.b, &self.how_b));
        if a.len() <= b.len() { (a, b) } else { (b, a) }
    }

    fn judge_both_left(
        &self,
        left_a: &[(usize, &Word)],
        left_b: &[(usize, &Word)],
        likeness: f64,
    ) -> Comparison {
        let only = |left: &[(usize, &Word)], class: Class| left.iter().all(|(_, word)| word.class == class);
        let any = |left: &[(usize, &Word)], class: Class| left.iter().any(|(_, word)| word.class == class);
        let text = |left: &[(usize, &Word)]| {
            left.iter()
                .map(|(_, word)| word.written())
                .collect::<Vec<_>>()
                .join(" ")
        };
        let (a, b) = (text(left_a), text(left_b));
        if only(left_a, Class::Plain) && only(left_b, Class::Plain) {
            return likely(0.7 * likeness.max(0.9), Reason::OneWordDiffers { a, b });
        }
        if only(left_a, Class::Chapter) && only(left_b, Class::Chapter) {
            return likely(0.75, Reason::OneWordDiffers { a, b });
        }
        let chapter = [self.a, self.b]
            .iter()
            .any(|name| name.words.iter().any(|word| word.class == Class::Chapter));
        let reason = if any(left_a, Class::Number) && any(left_b, Class::Number) {
            Reason::DifferentNumber { a, b }
        } else if chapter {
            Reason::DifferentChapter { a, b }
        } else if any(left_a, Class::Place) && any(left_b, Class::Place) {
            Reason::DifferentPlace { a, b }
        } else if left_a.len() == 1 && left_b.len() == 1 {
            Reason::OneWordDiffers { a, b }
        } else {
            Reason::Unrelated
        };
        different(likeness, reason)
    }

    /// One name says all that the other says, and more.
    fn judge_one_left(
        &self,
        longer: &Name,
        how: &[How],
        left: &[(usize, &Word)],
        shorter: &Name,
        likeness: f64,
    ) -> Comparison {
        let more = left
            .iter()
            .map(|(_, word)| word.written())
            .collect::<Vec<_>>()
            .join(" ");
        let any = |class: Class| left.iter().any(|(_, word)| word.class == class);
        let sure = self.slips == 0 || self.slips * 5 <= self.slip_letters;
        if any(Class::Number) {
            let reason = if longer.words.iter().any(|word| word.class == Class::Chapter) {
                Reason::ParentAndChapter { chapter: more }
            } else {
                Reason::DifferentNumber {
                    a: more,
                    b: String::new(),
                }
            };
            return different(likeness, reason);
        }
        if any(Class::Chapter) {
            // "Guild, Madison" and "Guild, Madison Chapter" are one chapter; "Guild" and "Guild, Madison Chapter" are not.
            let beside_place = left.len() == 1
                && longer.words.iter().enumerate().any(|(i, word)| {
                    i.abs_diff(left[0].0) <= 1
                        && i != left[0].0
                        && how[i] != How::Left
                        && matches!(word.class, Class::Place | Class::Number)
                })
                && shorter.words.iter().filter(|word| word.distinguishes()).count() > 1;
            if beside_place && sure {
                return likely(
                    0.85,
                    Reason::OneWordDiffers {
                        a: more,
                        b: String::new(),
                    },
                );
            }
            return different(likeness, Reason::ParentAndChapter { chapter: more });
        }
        if !sure || self.spelled.len() > 1 {
            return different(likeness, Reason::MoreWords { more });
        }
        if let Some(comparison) = self.judge_institution(longer, how, left, shorter, likeness) {
            return comparison;
        }
        let distinguishing = shorter.words.iter().filter(|word| word.distinguishes()).count();
        if left.len() == 1 && any(Class::Plain) && distinguishing > 0 {
            return likely(
                0.8 * likeness.max(0.9),
                Reason::OneWordDiffers {
                    a: more,
                    b: String::new(),
                },
            );
        }
        if any(Class::Place) {
            return different(likeness, Reason::ParentAndChapter { chapter: more });
        }
        different(likeness, Reason::MoreWords { more })
    }

    /// What more words mean when both names are a university's, a hospital's or the like: a place says where it is, a
    /// department or school is written as part of it.
    fn judge_institution(
        &self,
        longer: &Name,
        how: &[How],
        left: &[(usize, &Word)],
        shorter: &Name,
        likeness: f64,
    ) -> Option<Comparison> {
        let institution = |word: &Word| {
            word.class == Class::Institution || word.class == Class::Unit && &*word.text == "laboratory"
        };
        if !shorter.words.iter().any(institution) || !shorter.words.iter().any(Word::distinguishes) {
            return None;
        }
        let more = left
            .iter()
            .map(|(_, word)| word.written())
            .collect::<Vec<_>>()
            .join(" ");
        if left.iter().any(|(_, word)| {
            word.class == Class::Sister
                || word.class == Class::Plain
                || matches!(&*word.text, "hospital" | "library" | "clinic" | "bank")
        }) {
            return None;
        }
        let medical_center = left.iter().any(|(_, word)| &*word.text == "medical")
            && left.iter().any(|(_, word)| &*word.text == "center");
        let university = shorter
            .words
            .iter()
            .any(|word| matches!(&*word.text, "university" | "college" | "polytechnic"));
        let first_shared = how.iter().position(|how| *how != How::Left).unwrap_or(0);
        let last_shared = how.iter().rposition(|how| *how != How::Left).unwrap_or(0);
        let trailing = left.iter().all(|(i, _)| *i > last_shared);
        let leading = left.iter().all(|(i, _)| *i < first_shared);
        let unit = left.iter().any(|(i, word)| match word.class {
            Class::Unit => true,
            Class::Kind => &*word.text == "center",
            Class::Institution => {
                // "School of Medicine" and "Medical School" are units; "Riverside College" is a name.
                matches!(&*word.text, "school" | "college" | "institute")
                    && !i.checked_sub(1).is_some_and(|before| {
                        how[before] == How::Left
                            && longer.words[before].class == Class::Proper
                            && longer.words[*i].gap == Gap::Space
                    })
            }
            _ => false,
        });
        if university && unit && !medical_center && (trailing || leading || left.len() > 1) {
            return Some(likely(0.6 + 0.15 * likeness, Reason::Part { part: more }));
        }
        // "Academy of Sciences, Institute of Chemistry" beside the institute's own name.
        let parted = longer
            .words
            .get(last_left(left) + 1)
            .is_some_and(|word| word.gap == Gap::Comma);
        if leading && parted && left.iter().any(|(_, word)| institution(word)) {
            return Some(likely(0.6 + 0.15 * likeness, Reason::Part { part: more }));
        }
        // German universities carry their founders before the word, and go without in other languages.
        let founders = left.len() >= 2
            && left.iter().all(|(_, word)| word.class == Class::Proper)
            && left.windows(2).all(|pair| pair[1].0 == pair[0].0 + 1)
            && longer
                .words
                .get(last_left(left) + 1)
                .is_some_and(|word| word.written() == "universitat");
        if founders {
            return Some(likely(0.6 + 0.2 * likeness, Reason::MoreWords { more }));
        }
        // An acronym written before the name it stands for, or before the place.
        if leading
            && left.len() == 1
            && left[0].1.capitals
            && left[0].1.class == Class::Proper
            && left[0].1.text.len() > 2
        {
            return Some(likely(0.6 + 0.2 * likeness, Reason::MoreWords { more }));
        }
        if trailing && left.len() <= 2 {
            let located = left.iter().all(|(i, word)| {
                let parted = word.gap == Gap::Comma
                    || i.checked_sub(1)
                        .is_some_and(|before| matches!(longer.words[before].written(), "in" | "at"));
                word.class == Class::Place || word.class == Class::Proper && parted
            });
            if located {
                return Some(likely(0.6 + 0.2 * likeness, Reason::WithPlace { place: more }));
            }
        }
        None
    }
}

/// The place of the last word left.
fn last_left(left: &[(usize, &Word)]) -> usize {
    left.last().map_or(0, |(i, _)| *i)
}

/// Pairs (i, j) where word i is written as one and words j, j+1 apart.
fn joined(words: &[Word], how: &[How], others: &[Word], how_others: &[How]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for (i, word) in words.iter().enumerate().filter(|&(i, _)| how[i] == How::Left) {
        let hit = others.windows(2).enumerate().find(|(j, pair)| {
            how_others[*j] == How::Left
                && how_others[j + 1] == How::Left
                && !found
                    .iter()
                    .any(|&(_, taken): &(usize, usize)| taken.abs_diff(*j) < 2)
                && word.written().len() == pair[0].written().len() + pair[1].written().len()
                && word
                    .written()
                    .strip_prefix(pair[0].written())
                    .is_some_and(|rest| rest == pair[1].written())
        });
        if let Some((j, _)) = hit {
            found.push((i, j));
        }
    }
    found
}

/// A place of several words on one side and as many words on the other that nearly spell it.
fn misspelled_place(
    words: &[Word],
    how: &[How],
    others: &[Word],
    how_others: &[How],
) -> Option<(usize, usize, usize, usize)> {
    for (i, word) in words.iter().enumerate() {
        if how[i] != How::Left || word.class != Class::Place {
            continue;
        }
        let count = word.text.split(' ').count();
        if count < 2 {
            continue;
        }
        for j in 0..(others.len() + 1).saturating_sub(count) {
            if !(j..j + count).all(|j| how_others[j] == How::Left && others[j].class != Class::Place) {
                continue;
            }
            let phrase = others[j..j + count]
                .iter()
                .map(Word::written)
                .collect::<Vec<_>>()
                .join(" ");
            let slips = osa::distance(word.text.chars(), phrase.chars());
            if slips > 0 && slips <= word.text.len() / 6 {
                return Some((i, j, count, slips));
            }
        }
    }
    None
}

/// A German `Hochschule` is called a university, a school, a college or an academy elsewhere.
fn german_school(word: &Word, other: &Word) -> bool {
    &*word.text == "hochschule" && matches!(&*other.text, "university" | "school" | "college" | "academy")
}

/// `Kalam.` for `Kalamazoo`.
fn shortened(word: &Word, other: &Word) -> bool {
    let (short, long) = (word.written(), other.written());
    word.dotted && short.len() >= 3 && short.len() < long.len() && long.starts_with(short)
}

/// The number of slips between two words, if they are few enough to be slips and both may be misspelled.
fn slips_between(word: &Word, other: &Word) -> Option<usize> {
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
    let longest = a.chars().count().max(b.chars().count());
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
    let slips = osa::distance(a.chars(), b.chars());
    (slips <= allowed).then_some(slips)
}

/// A word of one name that is left, and the run of words left in the other whose first letters it is.
fn acronym_run(
    name: &Name,
    how: &[How],
    other: &Name,
    how_other: &[How],
) -> Option<(usize, std::ops::Range<usize>)> {
    let whole = name.as_acronym();
    for (i, word) in name.words.iter().enumerate() {
        let written = word.written();
        let length = written.chars().count();
        let alone = name.words.len() == 1 && whole.is_some();
        if how[i] != How::Left || !(2..=10).contains(&length) || !(word.capitals || alone) {
            continue;
        }
        let left: Vec<usize> = (0..other.words.len())
            .filter(|&j| how_other[j] == How::Left)
            .collect();
        let (Some(&first), Some(&last)) = (left.first(), left.last()) else {
            continue;
        };
        for start in first..=last {
            if how_other[start] != How::Left || other.words[start].class == Class::Little {
                continue;
            }
            for end in (start + 2..=last + 1).rev() {
                if spells(written, &other.words[start..end]) && other.words[end - 1].class != Class::Little {
                    return Some((i, start..end));
                }
            }
        }
    }
    None
}

/// Whether the first letters of words spell an acronym, the little ones counted or not.
fn spells(acronym: &str, words: &[Word]) -> bool {
    let initials = |word: &Word| -> Vec<char> {
        if word.class == Class::Place {
            word.text
                .split(' ')
                .filter_map(|part| part.chars().next())
                .collect()
        } else {
            word.written().chars().take(1).collect()
        }
    };
    let all = words.iter().flat_map(initials);
    let significant = words
        .iter()
        .filter(|word| !is_little(word.written()))
        .flat_map(initials);
    all.eq(acronym.chars()) || significant.eq(acronym.chars())
}
