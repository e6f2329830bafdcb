//! How far undo reaches back, and the giving up of what it no longer reaches. The history stays whole whatever is given up here.

use std::collections::HashSet;

use chrono::{DateTime, Days, Utc};
use rusqlite::{Connection, params};

use super::changeset;
use base::error::Result;
use base::time;
use vocabulary::ids::JournalId;

/// How far undo reaches back: as far as both measures allow, and always to the last action.
#[derive(Debug, Clone)]
pub struct Reach {
    /// So many bytes of compressed changesets are kept.
    pub bytes: i64,
    /// So many days back ...
    pub days: u64,
    /// ... but these last actions whatever their age.
    pub actions: usize,
}

impl Default for Reach {
    fn default() -> Self {
        Self {
            bytes: 64 * 1024 * 1024,
            days: 365,
            actions: 500,
        }
    }
}

/// After so many actions it is looked how far undo reaches, or after one of so many bytes.
const EVERY: i64 = 64;
const LARGE: usize = 1024 * 1024;

/// Gives up what lies beyond the reach, now and then: `seq` and `size` are those of the action that was just done.
pub fn bound(conn: &Connection, reach: &Reach, seq: i64, size: usize, now: DateTime<Utc>) -> Result<()> {
    if seq % EVERY != 0 && size < LARGE {
        return Ok(());
    }
    let oldest = now.checked_sub_days(Days::new(reach.days)).map(time::store);
    // The length of a blob is read without the blob.
    let mut statement = conn.prepare_cached(
        "SELECT seq, at, length(changeset) FROM journal WHERE state = 'done' ORDER BY seq DESC",
    )?;
    let mut rows = statement.query([])?;
    let (mut count, mut bytes) = (0, 0);
    let mut beyond = None;
    while let Some(row) = rows.next()? {
        let (seq, at, length): (i64, String, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
        count += 1;
        bytes += length;
        let old = count > reach.actions && oldest.as_ref().is_some_and(|oldest| at < *oldest);
        if count > 1 && (bytes > reach.bytes || old) {
            beyond = Some(seq);
            break;
        }
    }
    drop(rows);
    if let Some(seq) = beyond {
        conn.execute(
            "UPDATE journal SET state = 'dropped', changeset = x'' WHERE state = 'done' AND seq <= ?1",
            [seq],
        )?;
    }
    Ok(())
}

/// Gives up what was undone: something else is done now.
pub fn drop_undone(conn: &Connection) -> Result<()> {
    conn.prepare_cached("UPDATE journal SET state = 'dropped', changeset = x'' WHERE state = 'undone'")?
        .execute([])?;
    Ok(())
}

/// Deletes what something undone left that neither a row, an edition nor a changeset names any more: files, and what became of
/// the rows of an import.
/// Gives back whether there was any.
pub fn delete_unreachable(conn: &Connection) -> Result<bool> {
    let files: Vec<String> = ask(
        conn,
        "SELECT sha256 FROM stored_file f WHERE NOT EXISTS (SELECT 1 FROM evidence e WHERE e.sha256 = f.sha256)
         AND NOT EXISTS (SELECT 1 FROM import i WHERE i.sha256 = f.sha256)
         AND NOT EXISTS (SELECT 1 FROM logo l WHERE l.sha256 = f.sha256)
         -- An edition that prints a logo is made anew from it when somebody is struck out.
         AND NOT EXISTS (SELECT 1 FROM edition e WHERE instr(e.block, f.sha256) > 0)",
    )?;
    let imports: Vec<i64> = ask(
        conn,
        // From one import to the next by the key, for each has many rows.
        "WITH RECURSIVE known (id) AS (SELECT min(import_id) FROM import_row UNION ALL
           SELECT (SELECT min(import_id) FROM import_row WHERE import_id > known.id) FROM known WHERE id IS NOT NULL)
         SELECT id FROM known WHERE id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM import WHERE import.id = known.id)",
    )?;
    if files.is_empty() && imports.is_empty() {
        return Ok(false);
    }
    // In a changeset a text is its bytes and a number its eight bytes, whatever row they belong to.
    let mut sought: HashSet<Vec<u8>> = files.iter().map(|sha| sha.as_bytes().to_vec()).collect();
    sought.extend(imports.iter().map(|id| id.to_be_bytes().to_vec()));
    let entries: Vec<JournalId> = ask(conn, "SELECT id FROM journal WHERE state <> 'dropped'")?;
    for entry in entries {
        let changeset = changeset::read(conn, entry)?;
        sought.retain(|bytes| memchr::memmem::find(&changeset, bytes).is_none());
        if sought.is_empty() {
            return Ok(false);
        }
    }
    for sha in files.iter().filter(|sha| sought.contains(sha.as_bytes())) {
        conn.execute("DELETE FROM stored_file WHERE sha256 = ?1", params![sha])?;
    }
    for id in imports
        .iter()
        .filter(|id| sought.contains(id.to_be_bytes().as_slice()))
    {
        conn.execute("DELETE FROM import_row WHERE import_id = ?1", params![id])?;
    }
    Ok(true)
}

fn ask<T: rusqlite::types::FromSql>(conn: &Connection, sql: &str) -> Result<Vec<T>> {
    let mut statement = conn.prepare(sql)?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
