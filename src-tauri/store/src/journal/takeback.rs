//! Taking one action back that others came after, as an action of its own: the inverse of its changeset is applied to what is there
//! now, and nothing happens where a row that it wrote was changed since or is used by another.

use rusqlite::session::invert_strm;
use rusqlite::{OptionalExtension, params};

use super::{PLACES, Tx, changeset, replay};
use base::error::{Error, Result};
use vocabulary::ids::JournalId;

/// Takes back the action that entered a row, by the place of that row.
///
/// # Errors
/// [`Error::NothingLeft`] when undo no longer reaches the action; a rule when something was built on it since.
pub fn take_back(tx: &Tx, entered: i64, large: usize) -> Result<()> {
    let known: Option<JournalId> = tx
        .conn
        .prepare_cached("SELECT id FROM journal WHERE seq = ?1 AND state = 'done'")?
        .query_row(params![entered / PLACES], |row| row.get(0))
        .optional()?;
    let id = known.ok_or(Error::NothingLeft { redo: false })?;
    let mut inverse = Vec::new();
    invert_strm(&mut changeset::read(tx.conn, id)?.as_slice(), &mut inverse)?;
    replay::replay(tx.conn, &inverse, large).map(drop)
}
