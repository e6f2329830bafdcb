//! The names of one coalition, held in memory so that one name is recognized among a hundred thousand while it is typed.
//!
//! Owns finding the few names worth comparing (by their words, rare ones first, by words spelled nearly the same, by
//! acronyms), and what several organizations with one name mean. Whether two names are the same is judged in `score.rs`.

mod ranking;
mod terms;

use std::collections::HashMap;

use serde::Serialize;
use ts_rs::TS;

use super::align::could_abbreviate;
use super::name::Name;
use super::normalize::compact;
use super::reason::{Comparison, Match, Reason, Verdict};
use super::score::{compare_names, told_apart_in_a_family};
use super::vocabulary::Class;
use terms::{each_term, first_initials, look_up_keys, trigrams, weight_of};

/// The most candidates, and the most related organizations, in one answer.
pub const OFFERED: usize = 5;

/// One organization that a name may mean.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export, export_to = "recognizing/")]
pub struct Candidate {
    /// The organization.
    #[ts(type = "number")]
    pub id: i64,
    /// Its name or alias that was compared.
    pub name: String,
    /// From 0 to 1, as [`super::Comparison`] has it.
    pub score: f64,
    /// Why it is offered.
    pub reason: Reason,
    /// For a related one: what it is to the name that was asked about.
    pub relation: Option<Relation>,
}

/// What a known organization is to one that is not the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export, export_to = "recognizing/")]
pub enum Relation {
    /// It may be the parent: its name is the shorter one.
    Parent,
    /// It may be a chapter or affiliate.
    Chapter,
    /// Both may be chapters of one parent.
    Sister,
}

/// What is known of a name.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export, export_to = "recognizing/")]
pub struct Recognition {
    /// Exact, likely or new.
    pub verdict: Verdict,
    /// The organizations that may be meant, best first; one when exact, none when new.
    pub candidates: Vec<Candidate>,
    /// Its parent, chapters or sister chapters: never the same, but worth offering as parent and child.
    pub related: Vec<Candidate>,
}

/// A name or alias of an organization.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub id: i64,
    pub name: Box<str>,
    pub parsed: Name,
}

/// All names and aliases of a coalition's organizations.
#[derive(Clone, Debug, Default)]
pub struct NameIndex {
    /// By slot; a removed entry leaves a vacant slot that the next insertion reuses.
    pub(super) entries: Vec<Option<Entry>>,
    /// The total weight of each entry's words, kept apart from the entries because ranking reads it for every candidate.
    weights: Vec<f32>,
    /// The organization of each entry, kept apart for the same reason.
    ids: Vec<i64>,
    vacant: Vec<u32>,
    of_organization: HashMap<i64, Vec<u32>>,
    /// By comparison form without its spaces, and by acronym.
    by_key: HashMap<Box<str>, Vec<u32>>,
    terms: HashMap<Box<str>, u32>,
    /// By term: the slots of the names that have it, and whether the term is a word that can be misspelled.
    postings: Vec<Vec<u32>>,
    spellings: Vec<Box<str>>,
    /// Terms that are proper words, by three letters in a row.
    trigrams: HashMap<u32, Vec<u32>>,
}

impl NameIndex {
    /// An index without names.
    pub fn new() -> Self {
        Self::default()
    }

    /// How many names and aliases it holds.
    pub fn len(&self) -> usize {
        self.entries.len() - self.vacant.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Adds an organization with its name and aliases, or names to one that is there.
    pub fn insert<S: AsRef<str>>(&mut self, id: i64, names: &[S]) {
        for name in names {
            let name = name.as_ref();
            let parsed = Name::new(name);
            if parsed.key.is_empty() {
                continue;
            }
            let slot = self.vacant.pop().unwrap_or_else(|| {
                self.entries.push(None);
                self.weights.push(0.0);
                self.ids.push(0);
                (self.entries.len() - 1) as u32
            });
            for key in look_up_keys(&parsed) {
                self.by_key.entry(key).or_default().push(slot);
            }
            each_term(&parsed, |term, misspells| {
                let number = self.term(term, misspells);
                let slots = &mut self.postings[number as usize];
                if slots.last() != Some(&slot) {
                    slots.push(slot);
                }
            });
            self.weights[slot as usize] = weight_of(&parsed);
            self.ids[slot as usize] = id;
            self.entries[slot as usize] = Some(Entry {
                id,
                name: name.into(),
                parsed,
            });
            self.of_organization.entry(id).or_default().push(slot);
        }
    }

    /// Takes an organization out, with all its names.
    pub fn remove(&mut self, id: i64) {
        for slot in self.of_organization.remove(&id).unwrap_or_default() {
            let Some(entry) = self.entries.get_mut(slot as usize).and_then(Option::take) else {
                continue;
            };
            for key in look_up_keys(&entry.parsed) {
                if let Some(slots) = self.by_key.get_mut(&key) {
                    slots.retain(|other| *other != slot);
                    if slots.is_empty() {
                        self.by_key.remove(&key);
                    }
                }
            }
            each_term(&entry.parsed, |term, _| {
                if let Some(&number) = self.terms.get(term) {
                    self.postings[number as usize].retain(|other| *other != slot);
                }
            });
            self.vacant.push(slot);
        }
    }

    fn term(&mut self, term: &str, misspells: bool) -> u32 {
        if let Some(&number) = self.terms.get(term) {
            return number;
        }
        let number = self.postings.len() as u32;
        self.terms.insert(term.into(), number);
        self.postings.push(Vec::new());
        self.spellings
            .push(if misspells { term.into() } else { Box::default() });
        if misspells {
            for trigram in trigrams(term) {
                self.trigrams.entry(trigram).or_default().push(number);
            }
        }
        number
    }

    /// The slot of an organization's official name: the first that was given.
    pub(super) fn official_slot(&self, id: i64) -> Option<u32> {
        self.of_organization.get(&id)?.first().copied()
    }

    /// The official name of an organization.
    pub(super) fn official(&self, id: i64) -> Option<&Entry> {
        self.entry(self.official_slot(id)?)
    }

    /// Whether at most `most` different names have this acronym: given to them, or with `initials` as their first letters
    /// too. Chapters are counted with their parents, for all of a family have its acronym.
    pub(super) fn at_most_bear(&self, most: usize, acronym: &str, initials: bool) -> bool {
        let given = self.by_key.get(acronym).into_iter().flatten();
        let given = given.filter_map(|slot| self.official(self.entry(*slot)?.id));
        let spelled = self
            .terms
            .get(format!("~{acronym}").as_str())
            .filter(|_| initials)
            .map(|&number| &self.postings[number as usize]);
        let spelled = spelled.into_iter().flatten().filter_map(|slot| self.entry(*slot));
        let mut names: Vec<&str> = Vec::new();
        for entry in given.chain(spelled) {
            let chapter = entry
                .parsed
                .words
                .iter()
                .any(|word| matches!(word.class, Class::Place | Class::Chapter | Class::Number));
            if !chapter && *entry.parsed.key != *acronym && !names.contains(&&*entry.parsed.key) {
                names.push(&entry.parsed.key);
                if names.len() > most {
                    return false;
                }
            }
        }
        true
    }

    /// How many names have this word.
    pub(super) fn names_with(&self, term: &str) -> usize {
        self.terms
            .get(term)
            .map_or(0, |&number| self.postings[number as usize].len())
    }

    pub(super) fn entry(&self, slot: u32) -> Option<&Entry> {
        self.entries.get(slot as usize).and_then(Option::as_ref)
    }

    /// Whether some organization has this name, alias or acronym: a look-up, cheap enough to ask of every part of a text.
    pub fn knows(&self, name: &str) -> bool {
        self.by_key
            .contains_key(compact(&super::normalize(name)).as_str())
    }

    /// How alike two organizations are by their official names, from 0 to 1; `None` when those keep them apart as bodies of
    /// one family: parent and chapter, two chapters, a group and its fund.
    pub fn likeness(&self, a: i64, b: i64) -> Option<f64> {
        let (Some(a), Some(b)) = (self.official(a), self.official(b)) else {
            return Some(0.0);
        };
        (!told_apart_in_a_family(&a.parsed, &b.parsed)).then(|| compare_names(&a.parsed, &b.parsed).score)
    }

    /// Recognizes a name: exactly one organization, likely one of a few, or a new one.
    pub fn recognize(&self, name: &str) -> Recognition {
        let parsed = Name::new(name);
        let mut recognition = Recognition {
            verdict: Verdict::New,
            candidates: Vec::new(),
            related: Vec::new(),
        };
        if parsed.key.is_empty() {
            return recognition;
        }
        let found = self.compared(&parsed, |_| true);
        let mut exact = 0;
        let mut same_name = 0;
        for (slot, comparison) in found {
            let Some(entry) = self.entry(slot) else { continue };
            let list = match comparison.verdict {
                Match::Exact | Match::Likely => &mut recognition.candidates,
                Match::Different if comparison.reason.is_related() => &mut recognition.related,
                Match::Different => continue,
            };
            if list.iter().any(|candidate| candidate.id == entry.id) {
                continue;
            }
            exact += usize::from(comparison.verdict == Match::Exact);
            same_name += usize::from(comparison.reason == Reason::SameName);
            if list.len() < OFFERED {
                let name = String::from(&*entry.name);
                let relation = match (&comparison.verdict, &comparison.reason) {
                    (Match::Different, Reason::DifferentChapter { .. }) => Some(Relation::Sister),
                    (Match::Different, _) if weight_of(&entry.parsed) < weight_of(&parsed) => {
                        Some(Relation::Parent)
                    }
                    (Match::Different, _) => Some(Relation::Chapter),
                    _ => None,
                };
                list.push(Candidate {
                    relation,
                    id: entry.id,
                    name,
                    score: comparison.score,
                    reason: comparison.reason,
                });
            }
        }
        // Given the whole name with its acronym, the name decides; that another has the same acronym does not matter.
        let decided = exact == 1 || same_name == 1 && parsed.acronym.is_some();
        if decided
            && let Some(at) = recognition
                .candidates
                .iter()
                .position(|other| exact == 1 || other.reason == Reason::SameName)
        {
            recognition.candidates.swap(0, at);
            recognition.verdict = Verdict::Exact;
            recognition.candidates.truncate(1);
        } else if !recognition.candidates.is_empty() {
            recognition.verdict = Verdict::Likely;
        }
        let Recognition {
            candidates, related, ..
        } = &mut recognition;
        related.retain(|other| candidates.iter().all(|candidate| candidate.id != other.id));
        recognition
    }

    /// The organizations with an id below `id` that a name is or may be, best first.
    pub fn likely_before(&self, name: &str, id: i64) -> Vec<i64> {
        let parsed = Name::new(name);
        if parsed.key.is_empty() {
            return Vec::new();
        }
        let before = |slot: u32| self.ids[slot as usize] < id;
        let found = self.compared_with_all(&parsed, before).into_iter();
        let mut ids = Vec::new();
        for (slot, _) in found.filter(|(_, comparison)| comparison.verdict != Match::Different) {
            if let Some(id) = self.entry(slot).map(|entry| entry.id)
                && !ids.contains(&id)
            {
                ids.push(id);
            }
        }
        ids
    }

    /// The names worth comparing among those in question, compared, best first; where one of them is the very name, only those that
    /// are found by it.
    fn compared(&self, name: &Name, in_question: impl Fn(u32) -> bool + Copy) -> Vec<(u32, Comparison)> {
        let mut found = self.compared_by_key(name, in_question);
        let exact = |(_, comparison): &(u32, Comparison)| comparison.verdict == Match::Exact;
        if !found.iter().any(exact) {
            found.extend(self.compared_by_likeness(name, in_question));
        }
        self.best_first(&mut found);
        found
    }

    /// The same, with all that are like it: the very name may stand in a row that waits for a decision, and then names nothing yet.
    fn compared_with_all(
        &self,
        name: &Name,
        in_question: impl Fn(u32) -> bool + Copy,
    ) -> Vec<(u32, Comparison)> {
        let mut found = self.compared_by_key(name, in_question);
        found.extend(self.compared_by_likeness(name, in_question));
        self.best_first(&mut found);
        found
    }

    fn compared_by_key(
        &self,
        name: &Name,
        in_question: impl Fn(u32) -> bool + Copy,
    ) -> Vec<(u32, Comparison)> {
        let mut slots: Vec<u32> = Vec::new();
        for key in look_up_keys(name) {
            slots.extend(self.by_key.get(&key).into_iter().flatten());
        }
        slots.retain(|slot| in_question(*slot));
        self.compare_all(name, slots)
    }

    fn compared_by_likeness(
        &self,
        name: &Name,
        in_question: impl Fn(u32) -> bool + Copy,
    ) -> Vec<(u32, Comparison)> {
        let mut slots = self.promising(name, in_question);
        slots.extend(self.abbreviations(name).iter().filter(|slot| in_question(**slot)));
        self.compare_all(name, slots)
    }

    fn best_first(&self, found: &mut [(u32, Comparison)]) {
        // Ties are broken by organization and name, so that the order of insertion does not matter.
        let tie = |slot: u32| self.entry(slot).map(|entry| (entry.id, &entry.name));
        found.sort_by(|(one, a), (other, b)| {
            b.score
                .total_cmp(&a.score)
                .then_with(|| tie(*one).cmp(&tie(*other)))
        });
    }

    /// The slots of names that this one abbreviates by more than first letters (`CONACYT`), or that abbreviate it.
    pub(super) fn abbreviations(&self, name: &Name) -> Vec<u32> {
        let listed = |term: &str| {
            let number = self.terms.get(term);
            number.map_or(&[][..], |&number| self.postings[number as usize].as_slice())
        };
        let entry = |slot: &u32| self.entry(*slot).map(|entry| &entry.parsed);
        let mut slots = Vec::new();
        if name.is_acronym() {
            let letters: Vec<char> = name.key.chars().collect();
            let mut seconds: Vec<char> = letters.iter().skip(1).copied().collect();
            seconds.sort_unstable();
            seconds.dedup();
            for second in seconds {
                let longer = listed(&format!("^{}{second}", letters[0])).iter();
                slots.extend(
                    longer.filter(|slot| entry(slot).is_some_and(|other| could_abbreviate(name, other))),
                );
            }
        } else if let Some((first, _)) = first_initials(name) {
            let shorter = listed(&format!("^{first}")).iter();
            slots.extend(
                shorter.filter(|slot| entry(slot).is_some_and(|other| could_abbreviate(other, name))),
            );
        }
        slots
    }

    fn compare_all(&self, name: &Name, mut slots: Vec<u32>) -> Vec<(u32, Comparison)> {
        slots.sort_unstable();
        slots.dedup();
        slots
            .into_iter()
            .filter_map(|slot| Some((slot, compare_names(name, &self.entry(slot)?.parsed))))
            .collect()
    }

    /// The slots of names that this one, or a word in capitals of it, may be the acronym of; and, for a short name, of
    /// names with a word spelled nearly like one of its own. Only the official name of an organization is looked for among
    /// what it may abbreviate by more than first letters: an acronym beside a full name says nothing that the full names do
    /// not, and every name that begins with its letters would have to be read.
    pub(super) fn kin(&self, slot: u32, name: &Name) -> Vec<u32> {
        let official = self.official_slot(self.ids[slot as usize]) == Some(slot);
        let mut slots = if official && name.is_acronym() {
            self.abbreviations(name)
        } else {
            Vec::new()
        };
        let mut add = |number: u32, most: usize| {
            let posting = &self.postings[number as usize];
            if posting.len() <= most {
                slots.extend(posting);
            }
        };
        let significant = name
            .words
            .iter()
            .filter(|word| word.class != Class::Little)
            .count();
        for word in &name.words {
            let acronym = word.capitals || significant == 1;
            if acronym && let Some(&number) = self.terms.get(format!("~{}", word.written()).as_str()) {
                add(number, 64);
            }
            // A letter more or less makes another acronym, not a slip.
            if word.class == Class::Proper && significant <= 2 && !name.is_acronym() {
                for number in self.nearly(&word.text) {
                    add(number, 16);
                }
            }
        }
        slots
    }
}
