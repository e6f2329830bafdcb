//! Files inside the coalition, each kept once under its SHA-256: evidence and what was imported.
//!
//! Rows only come, never change or go. They are not journaled: an undo takes back the row that names a file, and a redo
//! finds the file again, so that the journal need not hold 25 MB twice. What names a file is in the concept's own table.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use rusqlite::{Connection, OptionalExtension, params};

use crate::digest::sha256;
use crate::journal::Tx;
use base::error::{Error, Result};
use base::messages::Message;

/// The largest file that is kept, in bytes.
pub const LARGEST_FILE: usize = 25 * 1024 * 1024;

/// Reads a file that is to be kept.
///
/// # Errors
/// That it can't be read; a rule when it is empty or larger than [`LARGEST_FILE`].
pub fn read(path: &Path) -> Result<Vec<u8>> {
    let mut content = Vec::new();
    File::open(path)
        .and_then(|file| file.take(LARGEST_FILE as u64 + 1).read_to_end(&mut content))
        .map_err(|error| Error::file(path, error))?;
    check(&content)?;
    Ok(content)
}

/// Refuses what is not kept.
pub fn check(content: &[u8]) -> Result<()> {
    if content.is_empty() {
        return Err(Error::field("file", Message::new("error-stored-file-empty")));
    }
    if content.len() > LARGEST_FILE {
        let message = Message::new("error-stored-file-large").number("most", LARGEST_FILE / 1024 / 1024);
        return Err(Error::field("file", message));
    }
    Ok(())
}

/// Keeps content within an action, once however often it comes, and gives back its SHA-256.
pub fn put(tx: &Tx, content: &[u8]) -> Result<String> {
    let sha = sha256(content);
    let known: bool = tx
        .conn
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM stored_file WHERE sha256 = ?1)")?
        .query_row([&sha], |row| row.get(0))?;
    if !known {
        tx.conn
            .prepare_cached("INSERT INTO stored_file (sha256, bytes, content) VALUES (?1, ?2, ?3)")?
            .execute(params![sha, content.len() as i64, content])?;
    }
    Ok(sha)
}

/// The content of this SHA-256.
///
/// # Errors
/// [`Error::Damaged`] when it is not there or is another.
pub fn get(conn: &Connection, sha: &str) -> Result<Vec<u8>> {
    let content: Vec<u8> = conn
        .prepare_cached("SELECT content FROM stored_file WHERE sha256 = ?1")?
        .query_row([sha], |row| row.get(0))
        .optional()?
        .ok_or(Error::Damaged)?;
    if sha256(&content) != sha {
        return Err(Error::Damaged);
    }
    Ok(content)
}

/// Keeps a note that stands in place of a file that is gone, and gives back its SHA-256.
pub fn put_note(conn: &Connection, note: &str) -> Result<String> {
    let sha = sha256(note.as_bytes());
    conn.execute(
        "INSERT OR IGNORE INTO stored_file (sha256, bytes, content) VALUES (?1, ?2, ?3)",
        params![sha, note.len() as i64, note.as_bytes()],
    )?;
    Ok(sha)
}

/// The names of the stored files that are not what their names say.
pub(crate) fn wrong(conn: &Connection) -> Result<Vec<String>> {
    let mut statement = conn.prepare("SELECT sha256, content FROM stored_file")?;
    let mut rows = statement.query([])?;
    let mut wrong = Vec::new();
    while let Some(row) = rows.next()? {
        let sha: String = row.get(0)?;
        if sha256(row.get_ref(1)?.as_blob().unwrap_or_default()) != sha {
            wrong.push(sha);
        }
    }
    Ok(wrong)
}

/// A line for each stored file that is not what its name says.
pub fn faults(conn: &Connection) -> Result<Vec<String>> {
    let wrong = wrong(conn)?.into_iter();
    Ok(wrong
        .map(|sha| format!("stored_file {sha} holds something else"))
        .collect())
}
