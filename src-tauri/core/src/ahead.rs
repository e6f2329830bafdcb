//! Reading ahead in a file that was opened, so that the first of each kind of question need not wait.
//!
//! In steps that are short each, a few hundredths of a second at a hundred thousand organizations: whoever runs them between the
//! person's own requests holds none of these up. Nothing depends on them; what was not read ahead is read when it is asked for.

use std::sync::Arc;

use crate::coalition::{Coalition, NameCache};
use crate::organization::{OrganizationColumn, add_names};
use crate::person::{AT_ORGANIZATIONS, LISTED_AT, PersonColumn};
use crate::search::HitKind;
use base::error::Result;
use names::recognize::NameIndex;
use store::journal::{self, Revision};

/// How far the reading ahead is.
pub struct ReadAhead {
    done: usize,
    names: Option<Names>,
    /// How many organizations' names are read in one step.
    pub(crate) names_per_step: usize,
}

impl Default for ReadAhead {
    fn default() -> Self {
        Self {
            done: 0,
            names: None,
            names_per_step: 2_000,
        }
    }
}

/// The names that were read so far, of the coalition as it was then.
struct Names {
    revision: Revision,
    index: NameIndex,
    after: i64,
}

/// What is read in one step each.
const STEPS: [fn(&Coalition) -> Result<()>; 7] = [
    |coalition| coalition.prepare_list(&OrganizationColumn::Name.ordering()),
    |coalition| coalition.prepare_list(&PersonColumn::Name.ordering()),
    |coalition| coalition.prepare_link(&AT_ORGANIZATIONS),
    |coalition| coalition.prepare_link(&LISTED_AT),
    |coalition| coalition.prepare_search(HitKind::Organization),
    |coalition| coalition.prepare_search(HitKind::Person),
    |coalition| coalition.prepare_search(HitKind::Letter),
];

impl Coalition {
    /// Does the next step; false when there is none left.
    ///
    /// # Errors
    /// Those of reading the file.
    pub fn read_ahead(&self, ahead: &mut ReadAhead) -> Result<bool> {
        if let Some(step) = STEPS.get(ahead.done) {
            ahead.done += 1;
            step(self)?;
            return Ok(true);
        }
        if self.names.borrow().index.is_some() {
            return Ok(false);
        }
        let revision = journal::revision(&self.conn)?;
        // What changed meanwhile may be among what was read: it is read from the beginning.
        let mut names = match ahead.names.take() {
            Some(names) if names.revision == revision => names,
            _ => Names {
                revision,
                index: NameIndex::new(),
                after: i64::MIN,
            },
        };
        match add_names(&self.conn, &mut names.index, names.after, ahead.names_per_step)? {
            Some(last) => names.after = last,
            None => {
                self.names.replace(NameCache {
                    index: Some(Arc::new(names.index)),
                    ..NameCache::default()
                });
                return Ok(false);
            }
        }
        ahead.names = Some(names);
        Ok(true)
    }

    /// Reads ahead all there is.
    ///
    /// # Errors
    /// Those of reading the file.
    pub fn read_all_ahead(&self) -> Result<()> {
        let mut ahead = ReadAhead::default();
        while self.read_ahead(&mut ahead)? {}
        Ok(())
    }
}
