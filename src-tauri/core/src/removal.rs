//! Removing a letter with all that hangs on it.
//!
//! Stands above the rooms that it clears: a letter knows nothing of its sign-ons and editions.

use chrono::{DateTime, Utc};

use crate::coalition::Coalition;
use base::error::Result;
use store::journal::{Change, Op, Subject};
use vocabulary::ids::LetterId;

impl Coalition {
    /// Removes a letter with its sign-ons and the evidence that only they rest on.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`].
    pub fn remove_letter(&mut self, id: LetterId, now: DateTime<Utc>) -> Result<Change<()>> {
        let letter = self.get_letter(id)?;
        self.transact(
            Op::RemoveLetter {
                title: letter.title.clone(),
            },
            now,
            |tx| {
                let sign_ons = crate::signon::ids_of(tx.conn, id)?;
                crate::signon::remove(tx, &sign_ons)?;
                crate::edition::remove_of(tx, id)?;
                for table in ["deadline_move", "settled_finding", "template"] {
                    tx.conn
                        .execute(&format!("DELETE FROM {table} WHERE letter_id = ?1"), [id])?;
                }
                tx.conn
                    .execute("DELETE FROM letter_version WHERE letter_id = ?1", [id])?;
                tx.conn
                    .execute("DELETE FROM letter_lead WHERE letter_id = ?1", [id])?;
                tx.conn.execute("DELETE FROM letter WHERE id = ?1", [id])?;
                tx.event(Subject {
                    letter: Some(id),
                    detail: letter.title.clone(),
                    ..Subject::default()
                });
                Ok(())
            },
        )
    }
}
