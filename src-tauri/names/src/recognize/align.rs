//! Two names laid side by side: which words of the one are which words of the other, and how that shows.
//!
//! In turn: the same concept, written together or apart, a misspelled place, an abbreviation, a misspelling, the first
//! letters of several words. It owns what counts as a slip. What the words that remain mean is for `score.rs`.

use rapidfuzz::distance::osa;
use smallvec::{SmallVec, smallvec};

use super::name::{Name, Word};
use super::normalize::{abbreviates, initials_match};
use super::spelling::{another_town, are_cognates, german_school, short_slip, shortened, slips_between};
use super::tokens::Gap;
use super::vocabulary::Class;

/// How a word was paired with one of the other name.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum How {
    /// The same concept, and written the same.
    Same,
    /// The same concept in another language or abbreviated.
    Concept,
    /// Nearly the same letters.
    Spelling,
    /// Shortened with a dot.
    Shortened,
    /// Words of two languages that have one root.
    Cognate,
    /// The first letters of several words.
    Acronym,
    /// Not paired.
    Left,
}

/// Whether two names are in one language, as far as their ordinary words tell.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Languages {
    /// Both English, or neither tells.
    Same,
    /// One of them does not tell, or neither is English.
    MayDiffer,
    /// One is English, the other not.
    Differ,
}

/// The words of two names, each with how it was paired.
pub(super) struct Alignment<'a> {
    pub(super) a: &'a Name,
    pub(super) b: &'a Name,
    pub(super) how_a: OfWords<How>,
    pub(super) how_b: OfWords<How>,
    /// For each word of `a`, its partner in `b`, where there is a single one.
    pub(super) partner: OfWords<Option<usize>>,
    /// Edits between misspelled words.
    pub(super) slips: usize,
    /// Letters in the misspelled words.
    pub(super) slip_letters: usize,
    /// Words that agree only in spelling, for the reason.
    pub(super) spelled: Vec<(String, String)>,
    /// Whether the names are in one language.
    pub(super) languages: Languages,
    /// Unpaired words of `a` with their places, without little words and repetitions of a paired word.
    pub(super) left_a: Left<'a>,
    /// Those of `b`.
    pub(super) left_b: Left<'a>,
    /// From 0 to 1: how much of both names is paired, by the weight of their words and less for slips.
    pub(super) likeness: f64,
}

/// Something for each word of a name; few names have more words than are kept in place.
pub(super) type OfWords<T> = SmallVec<[T; 12]>;

/// Words of a name with their places.
pub(super) type Left<'a> = SmallVec<[(usize, &'a Word); 8]>;

impl<'a> Alignment<'a> {
    pub(super) fn new(a: &'a Name, b: &'a Name) -> Self {
        let mut alignment = Self {
            a,
            b,
            how_a: smallvec![How::Left; a.words.len()],
            how_b: smallvec![How::Left; b.words.len()],
            partner: smallvec![None; a.words.len()],
            slips: 0,
            slip_letters: 0,
            spelled: Vec::new(),
            languages: match (a.english.signum(), b.english.signum()) {
                (1, -1) | (-1, 1) => Languages::Differ,
                (0, 0) | (1, 1) => Languages::Same,
                (-1, -1) | (0, _) | (_, 0) => Languages::MayDiffer,
                _ => Languages::Same,
            },
            left_a: Left::new(),
            left_b: Left::new(),
            likeness: 0.0,
        };
        alignment.pair_equal();
        if alignment.open() {
            alignment.pair_joined();
            alignment.pair_places();
            alignment.pair_nearly();
            alignment.pair_acronyms();
            alignment.pair_cognates();
        }
        alignment.left_a = left(a, &alignment.how_a);
        alignment.left_b = left(b, &alignment.how_b);
        alignment.likeness = alignment.measure_likeness();
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
                        && word.is(other)
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
        for (i, j, n) in joined(&self.a.words, &self.how_a, &self.b.words, &self.how_b) {
            self.how_a[i] = How::Spelling;
            self.how_b[j..j + n].fill(How::Spelling);
            self.partner[i] = Some(j);
        }
        for (j, i, n) in joined(&self.b.words, &self.how_b, &self.a.words, &self.how_a) {
            self.how_b[j] = How::Spelling;
            self.how_a[i..i + n].fill(How::Spelling);
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

    /// Misspelled and shortened words, the closest first.
    fn pair_nearly(&mut self) {
        let paired = self.a.words.iter().zip(&self.how_a);
        let agree = paired
            .filter(|(word, how)| **how != How::Left && word.class != Class::Little)
            .count();
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
                } else if agree >= AGREE && short_slip(word, other) {
                    near.push((1, i, j, How::Spelling));
                } else if let Some(slips) = slips_between(word, other)
                    && !(self.where_a_town_stands(i, j) && another_town(word, other, slips))
                {
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

    /// `Volcanology` and `Vulcanologia`, in names of two languages.
    fn pair_cognates(&mut self) {
        if self.languages == Languages::Same {
            return;
        }
        for i in 0..self.a.words.len() {
            if self.how_a[i] != How::Left {
                continue;
            }
            let word = &self.a.words[i];
            let found = (0..self.b.words.len())
                .find(|&j| self.how_b[j] == How::Left && are_cognates(word, &self.b.words[j]));
            if let Some(j) = found {
                self.pair(i, j, How::Cognate);
            }
        }
    }

    /// Whether both words can be a town's name and stand where names say where they are: at the end, or after "of", a
    /// comma or a dash.
    fn where_a_town_stands(&self, i: usize, j: usize) -> bool {
        let there = |words: &[Word], at: usize| {
            let before = at.checked_sub(1).map(|before| &words[before]);
            matches!(words[at].class, Class::Proper | Class::Place)
                && before.is_some_and(|before| {
                    at + 1 == words.len() || before.class == Class::Little || words[at].gap != Gap::Space
                })
        };
        there(&self.a.words, i) && there(&self.b.words, j)
    }

    fn pair_acronyms(&mut self) {
        if is_acronym_of(self.a, &self.how_a, self.b, &self.how_b)
            || is_acronym_of(self.b, &self.how_b, self.a, &self.how_a)
        {
            self.how_a.fill(How::Acronym);
            self.how_b.fill(How::Acronym);
            return;
        }
        if let Some((i, run)) = acronym_run(self.a, &self.how_a, self.b, &self.how_b) {
            self.how_a[i] = How::Acronym;
            self.how_b[run].fill(How::Acronym);
        } else if let Some((j, run)) = acronym_run(self.b, &self.how_b, self.a, &self.how_a) {
            self.how_b[j] = How::Acronym;
            self.how_a[run].fill(How::Acronym);
        }
    }

    fn measure_likeness(&self) -> f64 {
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

    pub(super) fn uses(&self, how: How) -> bool {
        self.how_a.contains(&how) || self.how_b.contains(&how)
    }

    /// The written words that are not the same in both names.
    pub(super) fn differing(&self, of_a: bool) -> String {
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

    pub(super) fn acronym_words(&self) -> (String, String) {
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
}

/// Unpaired words of one side, without little words and repetitions of a paired word.
fn left<'n>(name: &'n Name, how: &[How]) -> Left<'n> {
    let paired = |word: &Word| {
        let words = name.words.iter().zip(how);
        words
            .filter(|(_, how)| **how != How::Left)
            .any(|(twin, _)| twin.is(word))
    };
    name.words
        .iter()
        .enumerate()
        .filter(|&(i, word)| how[i] == How::Left && word.class != Class::Little && !paired(word))
        .collect()
}

/// Words (i, j, n) where word i is written as one and the n words from j on apart.
fn joined(words: &[Word], how: &[How], others: &[Word], how_others: &[How]) -> Vec<(usize, usize, usize)> {
    let mut found: Vec<(usize, usize, usize)> = Vec::new();
    for (i, word) in words.iter().enumerate().filter(|&(i, _)| how[i] == How::Left) {
        let hit = (0..others.len()).find_map(|j| {
            let mut rest = word.written();
            let mut n = 0;
            while !rest.is_empty() && n < MOST_JOINED {
                let other = others.get(j + n).filter(|_| how_others[j + n] == How::Left)?;
                if found
                    .iter()
                    .any(|(_, start, count)| (*start..start + count).contains(&(j + n)))
                {
                    return None;
                }
                let part = other.written();
                if rest.as_bytes().first() != part.as_bytes().first() {
                    return None;
                }
                rest = rest.strip_prefix(part)?;
                n += 1;
            }
            (n > 1 && rest.is_empty()).then_some((i, j, n))
        });
        found.extend(hit);
    }
    found
}

/// The most words that are also written as one.
const MOST_JOINED: usize = 4;

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
        let full = word.full();
        let count = full.split(' ').count();
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
            let slips = osa::distance(full.chars(), phrase.chars());
            if slips > 0 && slips <= full.len() / 6 {
                return Some((i, j, count, slips));
            }
        }
    }
    None
}

/// Whether two names that agree in all but these words (`None`: all) could be the same; quick, and never too strict.
pub(super) fn could_be_same(word: Option<&Word>, other: Option<&Word>) -> bool {
    match (word, other) {
        (None, None) => true,
        (Some(more), None) | (None, Some(more)) => match more.class {
            Class::Number | Class::Sister | Class::Describing => false,
            Class::Kind => &*more.text == "center",
            Class::Proper => more.capitals || more.gap != Gap::Space,
            _ => true,
        },
        (Some(word), Some(other)) => {
            word.is(other)
                || word.class == other.class && matches!(word.class, Class::Plain | Class::Chapter)
                || german_school(word, other)
                || german_school(other, word)
                || shortened(word, other)
                || shortened(other, word)
                || slips_between(word, other).is_some()
        }
    }
}

/// How many other words must agree before a short word may be taken for a misspelling of another.
const AGREE: usize = 3;

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
        let length = word.length();
        let alone = name.words.len() == 1 && whole.is_some();
        let country = word.text.starts_with(|c: char| c.is_ascii_uppercase());
        if how[i] != How::Left || !(2..=10).contains(&length) || !(word.capitals || alone) || country {
            continue;
        }
        // Two letters stand for too much, unless they are the whole name or the names share something else.
        let shares = name
            .words
            .iter()
            .zip(how)
            .any(|(word, how)| *how != How::Left && word.distinguishes());
        if length == 2 && !shares && !alone {
            continue;
        }
        let left: Vec<usize> = (0..other.words.len())
            .filter(|&j| how_other[j] == How::Left)
            .collect();
        let Some(&last) = left.last() else {
            continue;
        };
        for &start in left
            .iter()
            .filter(|&&start| other.words[start].class != Class::Little)
        {
            for end in (start + 2..=(last + 1).min(start + LONGEST_RUN)).rev() {
                let run = &other.words[start..end];
                let whole = left.len() == other.words.len() && end - start == left.len();
                if spells(written, run, alone && whole)
                    && run.last().is_some_and(|last| last.class != Class::Little)
                {
                    return Some((i, start..end));
                }
            }
        }
    }
    None
}

/// Whether a name of two or three words in capitals is made of the first letters of another: `AFL-CIO`.
fn is_acronym_of(name: &Name, how: &[How], other: &Name, how_other: &[How]) -> bool {
    let untouched = |how: &[How]| how.iter().all(|how| *how == How::Left);
    name.words.len() > 1
        && other.words.len() > name.words.len()
        && untouched(how)
        && untouched(how_other)
        && name
            .as_acronym()
            .is_some_and(|acronym| spells(&acronym, &other.words, false))
}

/// The most words that an acronym stands for, the little ones among them.
const LONGEST_RUN: usize = 32;

/// Whether the first letters of words spell an acronym, the little ones counted or not; or, where `loosely`, more of the
/// beginnings of the words than their first letters.
pub(super) fn spells(acronym: &str, words: &[Word], loosely: bool) -> bool {
    let written = |words: &[&Word]| -> Vec<String> {
        let parts = words.iter().flat_map(|word| word.full().split(' '));
        parts.map(str::to_owned).collect()
    };
    let all: Vec<&Word> = words.iter().collect();
    let parts = written(&all);
    if initials_match(acronym, &parts) || initials_match(acronym, &halves(&parts)) {
        return true;
    }
    if !loosely {
        return false;
    }
    if abbreviates(acronym, &parts, 0) {
        return true;
    }
    // One word may be passed over, but none that tells a chapter from its parent.
    let may_miss = |word: &Word| {
        !matches!(
            word.class,
            Class::Little | Class::Place | Class::Number | Class::Chapter | Class::Sister
        )
    };
    acronym.chars().count() > 3
        && (1..words.len()).any(|at| {
            may_miss(&words[at]) && {
                let others: Vec<&Word> = words[..at].iter().chain(&words[at + 1..]).collect();
                abbreviates(acronym, written(&others), 0)
            }
        })
}

/// The words with each point between two of the compass in halves, which have a letter each in many acronyms: "Northwest" is `NW`.
fn halves(words: &[String]) -> Vec<&str> {
    words
        .iter()
        .flat_map(|word| {
            let second = ["east", "west"]
                .iter()
                .find(|second| matches!(word.strip_suffix(**second), Some("north" | "south")));
            let (first, second) = word.split_at(word.len() - second.map_or(0, |second| second.len()));
            [first, second]
        })
        .filter(|half| !half.is_empty())
        .collect()
}

/// Whether a short name can be the acronym of a longer one, by the beginnings of all its words; quick, and never too strict.
pub(super) fn could_abbreviate(acronym: &Name, name: &Name) -> bool {
    if !name.has_letters_of(acronym) {
        return false;
    }
    let words = name.words.iter().flat_map(|word| word.full().split(' '));
    abbreviates(&acronym.key, words, 1)
}
