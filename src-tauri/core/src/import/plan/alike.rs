//! Which earlier row of an import names an organization that a row may mean too: nearly the same name in one file.
//!
//! To compare names is most of the work of a plan, so it is done for a piece of rows at a time on all processors, before it is known
//! which of them make an organization; of what is found, only those count that did.

use std::collections::HashMap;

use crate::import::parallel::map;
use names::recognize::NameIndex;

/// The names that rows of a table give organizations which the coalition does not know.
#[derive(Default)]
pub(super) struct Alike {
    /// Each name by the place of the row that has it first.
    index: NameIndex,
    first: HashMap<String, usize>,
    /// For the names of the piece that is planned: the rows before with names like them, best first.
    before: HashMap<String, Vec<usize>>,
    /// The organization that was made of a name, by the first row that has it; organizations by their place among those of the plan.
    made: HashMap<usize, usize>,
}

impl Alike {
    /// Takes up the next rows: the place, the name and the aliases of each. Finds the names before them that are like theirs.
    pub fn take_up<'r>(&mut self, rows: impl Iterator<Item = (usize, &'r str, &'r [String])>) {
        let mut new = Vec::new();
        for (row, name, aliases) in rows {
            if !self.first.contains_key(name) {
                self.note(row, name, aliases);
                new.push((row, name));
            }
        }
        let found = map(&new, |(row, name)| self.find(*row, name));
        self.before = new
            .iter()
            .map(|(_, name)| (*name).to_owned())
            .zip(found)
            .collect();
    }

    /// Notes that a row made an organization.
    pub fn note_made(&mut self, row: usize, name: &str, aliases: &[String], organization: usize) {
        let first = match self.first.get(name) {
            Some(first) => {
                self.index.insert(number(*first), aliases);
                *first
            }
            None => self.note(row, name, aliases),
        };
        self.made.insert(first, organization);
    }

    /// The organization that an earlier row made and that one of this name, in this row, may be.
    pub fn made_like(&self, row: usize, name: &str) -> Option<usize> {
        let made = |rows: &[usize]| rows.iter().find_map(|row| self.made.get(row)).copied();
        match self.before.get(name) {
            Some(rows) => made(rows),
            None => made(&self.find(row, name)),
        }
    }

    fn note(&mut self, row: usize, name: &str, aliases: &[String]) -> usize {
        self.first.insert(name.to_owned(), row);
        self.index.insert(number(row), &[name]);
        self.index.insert(number(row), aliases);
        row
    }

    fn find(&self, row: usize, name: &str) -> Vec<usize> {
        let found = self.index.likely_before(name, number(row)).into_iter();
        found.filter_map(|number| usize::try_from(number).ok()).collect()
    }
}

/// A row as the index numbers it.
fn number(row: usize) -> i64 {
    i64::try_from(row).unwrap_or(i64::MAX)
}
