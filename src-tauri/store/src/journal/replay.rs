//! Applying a changeset, to undo an action or to do it again.

use rusqlite::Connection;
use rusqlite::config::DbConfig;
use rusqlite::session::{ConflictAction, ConflictType};

use crate::derived::{Touched, read_touched};
use crate::page_cache::LargeCache;
use base::error::{Error, Result};
use base::messages::Message;

/// What a migration worked out for the rows that were there: the table, the column, what it is (of a row of that table), and the
/// tables' keys are `id`. A changeset from before knows nothing of the column, so it is worked out again for what that brings back.
/// At that point everything done since the migration is undone, so nothing else than the migration ever set it.
const WORKED_OUT: &[(&str, &str, &str)] = &[
    (
        "sign_on",
        "asked_at",
        "CASE WHEN status <> 'to-ask' THEN last_contact END",
    ),
    (
        "sign_on",
        "refused_at",
        "CASE WHEN status IN ('declined', 'withdrawn') THEN decided_at END",
    ),
    (
        "letter",
        "entered",
        "coalesce((SELECT min(seq) FROM event WHERE letter_id = letter.id), 0)",
    ),
];

/// Applies a changeset whole, within a transaction that is rolled back when it can't, and says what it touched. One of at least
/// `large` bytes is applied in the way that is quick for many rows.
///
/// # Errors
/// A rule when the rows are no longer those that the changeset knows.
pub fn replay(conn: &Connection, changeset: &[u8], large: usize) -> Result<Touched> {
    if changeset.len() < large {
        apply(conn, changeset)?;
    } else {
        // References are counted on the whole: while they are checked, SQLite keeps a copy of each page that a row touches and
        // goes through all of these copies with each row.
        let broken = broken_references(conn)?;
        let bulk = Bulk::begin(conn)?;
        apply(conn, changeset)?;
        drop(bulk);
        if broken_references(conn)? > broken {
            return Err(conflict());
        }
    }
    let touched = read_touched(&mut &*changeset)?;
    for (table, column, sql) in WORKED_OUT {
        let Some(known) = touched.tables.get(*table) else {
            continue;
        };
        let place: usize = conn.query_row(
            "SELECT cid FROM pragma_table_info(?1) WHERE name = ?2",
            [table, column],
            |row| row.get::<_, u32>(0).map(|cid| cid as usize),
        )?;
        if place >= *known {
            let ids = crate::derived::ids_of(changeset, table)?;
            conn.execute(
                &format!("UPDATE {table} SET {column} = {sql} WHERE id IN (SELECT value FROM json_each(?1))"),
                [ids],
            )?;
        }
    }
    Ok(touched)
}

/// While this lives, references are not checked, and more of the file is kept in memory.
struct Bulk<'c> {
    conn: &'c Connection,
    _cache: LargeCache<'c>,
}

impl<'c> Bulk<'c> {
    fn begin(conn: &'c Connection) -> Result<Self> {
        let cache = LargeCache::begin(conn)?;
        conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, false)?;
        Ok(Self { conn, _cache: cache })
    }
}

impl Drop for Bulk<'_> {
    fn drop(&mut self) {
        // It can't fail on an open connection.
        let _ = self
            .conn
            .set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, true);
    }
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
