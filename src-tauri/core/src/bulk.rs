//! Filling a coalition at once with what nobody did: the way in for generated data and for the sample.
//!
//! Everything else is written by actions. Nothing that is written here is in the journal or the history.

use rusqlite::Connection;

use crate::coalition::Coalition;
use base::error::{Error, Result};
use base::messages::Message;
use store::ids::IdSequence;

/// Makes ids, the same for the same start.
#[derive(Debug)]
pub struct Ids(IdSequence);

impl Ids {
    /// The next id.
    pub fn id(&mut self) -> i64 {
        self.0.next_id()
    }
}

impl Coalition {
    /// Fills an empty coalition, whole or not at all. `write` writes the rows of the domain's tables, with ids that are
    /// counted from `start`; what is derived from them is made afterwards. Nothing of it can be undone.
    ///
    /// # Errors
    /// A rule when something is in it already, with nothing written; those of `write`.
    pub fn fill_empty<T>(
        &mut self,
        start: u64,
        write: impl FnOnce(&Connection, &mut Ids) -> Result<T>,
    ) -> Result<T> {
        let empty: bool = self.conn.query_row(
            "SELECT NOT EXISTS (SELECT 1 FROM organization) AND NOT EXISTS (SELECT 1 FROM person)
                AND NOT EXISTS (SELECT 1 FROM letter) AND NOT EXISTS (SELECT 1 FROM saved_filter)",
            [],
            |row| row.get(0),
        )?;
        if !empty {
            return Err(Error::rule(Message::new("error-generate-not-empty")));
        }
        let mut ids = Ids(IdSequence::counted_from(start));
        self.fill(|conn| write(conn, &mut ids))
    }

    /// Puts everything that was done so far beyond undoing, as it is with what a person finds and did not do.
    ///
    /// # Errors
    /// Those of writing the file.
    pub fn clear_undo_stack(&mut self) -> Result<()> {
        store::journal::clear_undo_stack(&self.conn)
    }
}
