//! The pages of a file: writing it anew without those that nothing uses, the room for checksums in each, and whether all are sound.

use std::path::Path;

use rusqlite::Connection;

use super::{configure, fold_log};
use base::error::{Error, Result};

/// Writes a file anew without what nothing uses in it.
pub fn vacuum(conn: &Connection) -> Result<()> {
    if checksums::has_room(conn, "main")? {
        vacuum_attached(conn, false)
    } else {
        Ok(conn.execute_batch("VACUUM")?)
    }
}

/// Gives each page of a plain file room for its checksum, unless it has it: an earlier version wrote it. Best effort: without, it is read
/// and written as it was.
pub(super) fn add_checksums(conn: &Connection) {
    if matches!(checksums::has_room(conn, "main"), Ok(false)) {
        let _ = vacuum_attached(conn, true).and_then(|()| fold_log(conn));
    }
}

/// The same by a connection of its own. SQLCipher takes a main database whose pages have room at their end for a locked one and refuses
/// to write it anew; of an attached one it does not.
fn vacuum_attached(conn: &Connection, add_checksums: bool) -> Result<()> {
    let Some(path) = conn.path().filter(|path| !path.is_empty()) else {
        return Ok(conn.execute_batch("VACUUM")?);
    };
    let helper = Connection::open_in_memory()?;
    configure(&helper)?;
    helper.execute("ATTACH ?1 AS file KEY ''", [path])?;
    if add_checksums {
        checksums::reserve(&helper, "file")?;
    }
    helper.execute_batch("PRAGMA file.synchronous = FULL; VACUUM file")?;
    Ok(())
}

/// Gives the system the space back that nothing in the file uses, when that is a good part of it.
pub fn give_back_space(conn: &Connection) -> Result<()> {
    /// So many pages are not worth the copying.
    const MIN_FREE_PAGES: i64 = 256;
    let count = |pragma: &str| conn.query_row(&format!("PRAGMA {pragma}"), [], |row| row.get::<_, i64>(0));
    let (free, all) = (count("freelist_count")?, count("page_count")?);
    if free > MIN_FREE_PAGES && free > all / 6 {
        vacuum(conn)?;
        // The log holds the file a second time until it is written back.
        fold_log(conn)?;
    }
    Ok(())
}

/// Reads a file whole when it was opened, as long as nobody waits for it. Every page of a larger one is checked when it is read.
///
/// # Errors
/// [`Error::Damaged`].
pub fn check_quickly(conn: &Connection, path: &Path) -> Result<()> {
    /// A file of this size, in bytes, is read in some 30 ms.
    const LARGEST: u64 = 16 * 1024 * 1024;
    if std::fs::metadata(path).is_ok_and(|file| file.len() > LARGEST) {
        return Ok(());
    }
    check(conn)
}

/// Sees that every page that is in use is sound, and in its place.
///
/// # Errors
/// [`Error::Damaged`].
pub(super) fn check(conn: &Connection) -> Result<()> {
    let found: String = conn.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if found == "ok" {
        Ok(())
    } else {
        Err(Error::Damaged)
    }
}
