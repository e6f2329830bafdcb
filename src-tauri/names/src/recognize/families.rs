//! Which organizations of a coalition are likely chapters or affiliates of which others, as far as their names tell.
//!
//! A chapter's name begins or ends with its parent's whole name, and the rest says which chapter it is: a place, a number, a
//! chapter word with whatever is beside it. Every name is known by its words, so the parents of one are a few look-ups and
//! the whole list is one pass. Only such plain cases are found here; a person decides.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::index::{Entry, NameIndex};
use super::name::{Name, Word};
use super::reason::{Match, Reason};
use super::score::compare_names;
use super::vocabulary::Class;

/// Names are processed in portions of this size between two progress reports.
const PORTION: usize = 1_024;

/// The most words that say which chapter one is.
const LONGEST_REST: usize = 6;

/// A name that more organizations than this share identifies none of them.
const MOST_PARENTS: usize = 3;

/// Two organizations of which the one is likely above the other.
#[derive(Clone, Debug, PartialEq)]
pub struct FamilyPair {
    /// The one above.
    pub parent: i64,
    /// The one below.
    pub child: i64,
    /// Why, with the words that name the chapter.
    pub reason: Reason,
}

/// The likely parents of all organizations, at most one each, in the order of the children's ids.
///
/// `progress` is called with the amount done and the total; when it returns `false` the search stops and returns nothing.
pub fn families(index: &NameIndex, progress: &mut dyn FnMut(usize, usize) -> bool) -> Vec<FamilyPair> {
    let total = index.entries.len() * 2;
    let mut parents: HashMap<u64, Vec<u32>> = HashMap::with_capacity(index.entries.len());
    for (slot, entry) in index.entries.iter().enumerate() {
        if slot.is_multiple_of(PORTION) && !progress(slot, total) {
            return Vec::new();
        }
        let Some(entry) = entry else { continue };
        for key in parent_keys(&entry.parsed) {
            let slots = parents.entry(key).or_default();
            if slots.len() <= 2 * MOST_PARENTS {
                slots.push(slot as u32);
            }
        }
    }
    let mut best: HashMap<i64, (usize, FamilyPair)> = HashMap::new();
    for (slot, entry) in index.entries.iter().enumerate() {
        if slot.is_multiple_of(PORTION) && !progress(index.entries.len() + slot, total) {
            return Vec::new();
        }
        let Some(entry) = entry else { continue };
        let Some((length, pair)) = parent_of(index, entry, &parents) else {
            continue;
        };
        // Of several names, the one that says most: "LMU Ohio" is above its Local 5, not "LMU".
        match best.get(&pair.child) {
            Some((known, _)) if *known >= length => {}
            _ => {
                best.insert(pair.child, (length, pair));
            }
        }
    }
    let mut found: Vec<FamilyPair> = best.into_values().map(|(_, pair)| pair).collect();
    found.sort_by_key(|pair| pair.child);
    found
}

/// The words that count, in order.
fn significant(name: &Name) -> Vec<&Word> {
    name.words
        .iter()
        .filter(|word| word.class != Class::Little)
        .collect()
}

/// What a parent is looked up by: all its words; those without "National" before or "of America" behind; its acronym.
fn parent_keys(name: &Name) -> Vec<u64> {
    let words = significant(name);
    let mut keys = Vec::with_capacity(2);
    if is_telling(&words) {
        keys.push(key_of(&words));
    }
    let mut core = words.as_slice();
    while let [first, rest @ ..] = core
        && matches!(&*first.text, "national" | "international")
    {
        core = rest;
    }
    while let [rest @ .., last] = core
        && matches!(&*last.text, "US" | "america" | "national" | "international")
    {
        core = rest;
    }
    if core.len() < words.len() && core.len() > 1 && is_telling(core) {
        keys.push(key_of(core));
    }
    if let Some(acronym) = &name.acronym {
        keys.push(key([CAPITALS, acronym].into_iter()));
    }
    keys
}

/// Stands before an acronym, so that FIR is not the tree.
const CAPITALS: &str = "^";

/// What a name, or the part of one that may be a parent's, is looked up by.
fn key_of(words: &[&Word]) -> u64 {
    match words {
        [word] if word.capitals => key([CAPITALS, word.written()].into_iter()),
        _ => key(words.iter().map(|word| &*word.text)),
    }
}

/// Whether these words identify an organization, unlike generic ones ("Community Alliance").
fn is_telling(words: &[&Word]) -> bool {
    let proper = words.iter().any(|word| word.class == Class::Proper);
    let chapter = words
        .iter()
        .all(|word| matches!(word.class, Class::Chapter | Class::Number | Class::Place));
    !chapter && (proper || words.len() > 2)
}

fn key<'a>(words: impl Iterator<Item = &'a str>) -> u64 {
    let mut hasher = DefaultHasher::new();
    for word in words {
        word.hash(&mut hasher);
    }
    hasher.finish()
}

/// The parent whose name takes up most of this name, and how many words that is.
fn parent_of(
    index: &NameIndex,
    child: &Entry,
    parents: &HashMap<u64, Vec<u32>>,
) -> Option<(usize, FamilyPair)> {
    let words = significant(&child.parsed);
    for length in (words.len().saturating_sub(LONGEST_REST).max(1)..words.len()).rev() {
        let (head, tail) = words.split_at(length);
        let (front, back) = words.split_at(words.len() - length);
        for (own, rest) in [(head, tail), (back, front)] {
            if !names_a_chapter(rest) {
                continue;
            }
            let Some(slots) = parents.get(&key_of(own)) else {
                continue;
            };
            // Two bodies can be there twice under one name; two with one acronym are two.
            let acronym = matches!(own, [word] if word.capitals);
            let most = if acronym { 1 } else { MOST_PARENTS };
            let mut ids: Vec<(i64, u32)> = slots
                .iter()
                .filter_map(|&slot| Some((index.entry(slot)?.id, slot)))
                .filter(|(id, _)| *id != child.id)
                .collect();
            ids.sort_unstable();
            ids.dedup_by_key(|(id, _)| *id);
            let Some(&(id, slot)) = ids.first().filter(|_| ids.len() <= most) else {
                continue;
            };
            let Some(parent) = index.entry(slot) else { continue };
            if compare_names(&parent.parsed, &child.parsed).verdict == Match::Different {
                let chapter = rest
                    .iter()
                    .map(|word| word.written())
                    .collect::<Vec<_>>()
                    .join(" ");
                let pair = FamilyPair {
                    parent: id,
                    child: child.id,
                    reason: Reason::ParentAndChapter { chapter },
                };
                return Some((length, pair));
            }
        }
    }
    None
}

/// Whether words beside a parent's name say which chapter it is, and nothing else.
fn names_a_chapter(rest: &[&Word]) -> bool {
    let any = |class: Class| rest.iter().any(|word| word.class == class);
    if rest.is_empty() || rest.len() > LONGEST_REST {
        return false;
    }
    if any(Class::Chapter) {
        return !any(Class::Sister) && !any(Class::Institution) && !any(Class::Unit);
    }
    let county = rest.len() <= 3
        && rest
            .last()
            .is_some_and(|word| matches!(&*word.text, "county" | "condado"));
    let around = |word: &Word| {
        matches!(
            &*word.text,
            "north"
                | "south"
                | "east"
                | "west"
                | "central"
                | "northeast"
                | "northwest"
                | "southeast"
                | "southwest"
                | "great"
                | "metropolitan"
                | "metro"
                | "area"
                | "county"
                | "city"
                | "state"
        )
    };
    county || any(Class::Place) && rest.iter().all(|word| word.class == Class::Place || around(word))
}
