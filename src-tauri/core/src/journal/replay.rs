//! Applying a changeset, to undo an action or to do it again.
//!
//! Triggers make what is derived row by row, which is right for an action of a few rows and far too slow for an import of a
//! hundred thousand: then they rest, and what is derived is made once at the end, as the import itself does it.

use rusqlite::Connection;
use rusqlite::session::{ConflictAction, ConflictType};

use crate::derived::{Rest, touched_by};
use crate::error::{Error, Result};
use crate::messages::Message;
use crate::progress::unwatched;

/// A changeset of so many bytes is large. Few in tests, which see both ways.
const LARGE: usize = if cfg!(test) { 1024 } else { 128 * 1024 };

/// Applies a changeset whole, within a transaction that is rolled back when it can't.
///
/// # Errors
/// A rule when the rows are no longer those that the changeset knows.
pub(super) fn replay(conn: &Connection, changeset: &[u8]) -> Result<()> {
    if changeset.len() < LARGE {
        return apply(conn, changeset);
    }
    // References are counted on the whole: while they are checked, SQLite keeps a copy of each page that a row touches and
    // goes through all of these copies with each row.
    let broken = broken_references(conn)?;
    let rest = Rest::begin_with_references(conn)?;
    apply(conn, changeset)?;
    if broken_references(conn)? > broken {
        return Err(conflict());
    }
    let touched = touched_by(conn, changeset)?;
    rest.refresh(&touched, &mut unwatched)
}

fn apply(conn: &Connection, changeset: &[u8]) -> Result<()> {
    conn.apply_strm(
        &mut &*changeset,
        None::<fn(&str) -> bool>,
        |_: ConflictType, _| ConflictAction::SQLITE_CHANGESET_ABORT,
    )
    .map_err(|_| conflict())
}

fn conflict() -> Error {
    Error::rule(Message::new("error-undo-conflict"))
}

fn broken_references(conn: &Connection) -> Result<usize> {
    let mut statement = conn.prepare("PRAGMA foreign_key_check")?;
    let mut rows = statement.query([])?;
    let mut count = 0;
    while rows.next()?.is_some() {
        count += 1;
    }
    Ok(count)
}
