//! What is derived from the domain by triggers, made once for many rows instead of with each of them.
//!
//! Owns which derived rows hang on which domain rows, as the triggers of the migrations have it; `Coalition::verify` tells
//! when the two differ. `derived/kinds.rs` has the statements, `derived/touched.rs` reads what a changeset touched.
//!
//! Many rows are written by one statement. A statement of its own for each would cost far more than the row: before each,
//! SQLite has the search index write down what it gathered so far, as a piece of its own that is merged again and again.

mod kinds;
mod touched;

use std::collections::BTreeSet;

use rusqlite::Connection;
use rusqlite::config::DbConfig;

use crate::error::Result;
use crate::progress::{Progress, Watch};
use vocabulary::ids::{OrganizationId, PersonId};

use kinds::Work;
pub(crate) use touched::touched_by;

/// So many kilobytes of the file are kept in memory while many rows are written.
const MEMORY: i64 = 48 * 1024;

/// What changed while triggers rested, and on which derived rows therefore hang.
///
/// An organization counts as changed with its people, its sign-ons and its chapters; a person with their addresses and
/// affiliations.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Touched {
    pub organizations: BTreeSet<OrganizationId>,
    pub people: BTreeSet<PersonId>,
    /// Letters, by their ids' numbers.
    pub letters: BTreeSet<i64>,
}

/// Triggers rest as long as this lives. Whoever lets them rest says afterwards what was changed.
///
/// SQLite keeps more of the file in memory meanwhile: many rows are put into each index all over it, and pages that do not fit
/// would be written and read again and again.
pub(crate) struct Rest<'c> {
    conn: &'c Connection,
    /// How much of the file is kept in memory otherwise.
    cache: i64,
    references: bool,
}

impl<'c> Rest<'c> {
    /// Lets the triggers rest.
    pub fn begin(conn: &'c Connection) -> Result<Self> {
        let rest = Self {
            conn,
            cache: conn.pragma_query_value(None, "cache_size", |row| row.get(0))?,
            references: true,
        };
        conn.pragma_update(None, "cache_size", -MEMORY)?;
        conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
        Ok(rest)
    }

    /// Lets the checks of references rest too: whoever does checks all references afterwards.
    pub fn begin_with_references(conn: &'c Connection) -> Result<Self> {
        let mut rest = Self::begin(conn)?;
        rest.references = false;
        conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, false)?;
        Ok(rest)
    }

    /// Makes the rows that are derived from these, and wakes the triggers.
    ///
    /// # Errors
    /// [`Error::Cancelled`] when `watch` says so.
    pub fn refresh(self, touched: &Touched, watch: Watch) -> Result<()> {
        let ids = [
            touched.organizations.iter().map(|id| id.0).collect::<Vec<i64>>(),
            touched.people.iter().map(|id| id.0).collect(),
            touched.letters.iter().copied().collect(),
        ];
        let mut works = Vec::new();
        for (kind, ids) in kinds::KINDS.iter().zip(ids) {
            if !ids.is_empty() {
                works.push(kind.refresh(self.conn, ids)?);
            }
        }
        let of = works.iter().map(Work::size).sum();
        let mut before = 0;
        for work in works {
            let size = work.size();
            work.run(self.conn, &mut |done| watch(Progress::new(before + done, of)))?;
            before += size;
        }
        Ok(())
    }
}

impl Drop for Rest<'_> {
    fn drop(&mut self) {
        // It can't fail on an open connection.
        let _ = self
            .conn
            .set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, true);
        let _ = self.conn.pragma_update(None, "cache_size", self.cache);
        if !self.references {
            let _ = self
                .conn
                .set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, true);
        }
    }
}

/// Ids as SQLite's `json_each` reads them.
fn list_of(ids: &[i64]) -> String {
    let mut list = String::with_capacity(2 + 17 * ids.len());
    list.push('[');
    for (at, id) in ids.iter().enumerate() {
        if at > 0 {
            list.push(',');
        }
        list.push_str(&id.to_string());
    }
    list.push(']');
    list
}

#[cfg(test)]
mod tests;
