//! A checksum on each page of a plain SQLite file, so that a flipped bit is noticed when the page is read.
//!
//! SQLite has none of its own. A layer between it and the system's file functions (a VFS, <https://sqlite.org/vfs.html>) writes eight
//! bytes into the space that each page keeps free at its end, and compares them when a page is read; a page that differs is an
//! I/O error of kind `SQLITE_IOERR_DATA`. The format is that of SQLite's own checksum VFS (<https://sqlite.org/cksumvfs.html>), whose
//! tools read such a file; other programs read it as any other SQLite file.
//!
//! A locked file needs none: its cipher authenticates each page. Pages in a write-ahead log have SQLite's own checksums.

mod vfs;

use std::ffi::{CString, c_int};
use std::io::Read;
use std::path::Path;

use rusqlite::{Connection, ffi};
// Chooses how SQLite is built, below everything that uses it.
use vocabulary as _;

pub use vfs::install;

/// How many bytes a page keeps free for its checksum.
const RESERVED: usize = 8;

/// Where a file's header says how large its pages are, and how much each keeps free (SQLite's file format, section 1.3).
const PAGE_SIZE_AT: usize = 16;
const RESERVED_AT: usize = 20;

/// What a SQLite file begins with.
const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// The checksum of a page without its last eight bytes: two sums of its 32-bit words, each of which goes into the other.
fn sum(page: &[u8]) -> [u8; RESERVED] {
    let content = page
        .get(..page.len().saturating_sub(RESERVED))
        .unwrap_or_default();
    let (mut one, mut two) = (0u32, 0u32);
    let word = |bytes: &[u8]| bytes.try_into().map_or(0, u32::from_le_bytes);
    for pair in content.chunks_exact(8) {
        let (first, second) = pair.split_at(4);
        one = one.wrapping_add(word(first)).wrapping_add(two);
        two = two.wrapping_add(word(second)).wrapping_add(one);
    }
    let mut sum = [0; RESERVED];
    let (first, second) = sum.split_at_mut(4);
    first.copy_from_slice(&one.to_le_bytes());
    second.copy_from_slice(&two.to_le_bytes());
    sum
}

/// Whether a page is as it was written.
fn is_sound(page: &[u8]) -> bool {
    page.ends_with(&sum(page))
}

/// The size of the pages of a file with checksums, by its first bytes; None for any other file.
fn page_size(header: &[u8]) -> Option<usize> {
    let at = |at: usize| header.get(at).copied().map(usize::from);
    if !header.starts_with(MAGIC) || at(RESERVED_AT)? != RESERVED {
        return None;
    }
    let size = match at(PAGE_SIZE_AT)? << 8 | at(PAGE_SIZE_AT + 1)? {
        // 65,536 does not fit into two bytes.
        1 => 1 << 16,
        size => size,
    };
    (size >= 512 && size.is_power_of_two()).then_some(size)
}

/// Whether a file's first page says that there are no checksums, and has one all the same: the byte that says so is damaged.
pub fn is_header_damaged(first_page: &[u8]) -> bool {
    let mut page = first_page.to_vec();
    match page.get_mut(RESERVED_AT) {
        Some(byte) if usize::from(*byte) != RESERVED => *byte = RESERVED as u8,
        _ => return false,
    }
    let Some(size) = page_size(&page) else {
        return false;
    };
    page.get(..size).is_some_and(is_sound)
}

/// The numbers of the pages that are not as they were written, the first page being 1. None in a file without checksums, and of what a
/// write-ahead log holds.
///
/// # Errors
/// That the file can't be read.
pub fn damaged_pages(path: &Path) -> std::io::Result<Vec<u64>> {
    let mut file = std::fs::File::open(path)?;
    let mut page = Vec::new();
    (&mut file).take(512).read_to_end(&mut page)?;
    let Some(size) = page_size(&page) else {
        return Ok(Vec::new());
    };
    let mut damaged = Vec::new();
    for number in 1.. {
        let missing = size.saturating_sub(page.len()) as u64;
        (&mut file).take(missing).read_to_end(&mut page)?;
        if page.is_empty() {
            break;
        }
        if page.len() < size || !is_sound(&page) {
            damaged.push(number);
        }
        page.clear();
    }
    Ok(damaged)
}

/// Makes room for checksums in a database that has no page yet, and writes them from its first page on. `schema` is `main` or the name of
/// an attached one.
///
/// # Errors
/// What SQLite says.
pub fn begin(conn: &Connection, schema: &str) -> rusqlite::Result<()> {
    let size: c_int = conn.query_row(&format!("PRAGMA {schema}.page_size"), [], |row| row.get(0))?;
    reserve(conn, schema)?;
    control(conn, schema, vfs::BEGIN, size).map(drop)
}

/// Asks for room for checksums in a database that has pages already. They have it after the next VACUUM.
///
/// # Errors
/// What SQLite says.
pub fn reserve(conn: &Connection, schema: &str) -> rusqlite::Result<()> {
    control(conn, schema, ffi::SQLITE_FCNTL_RESERVE_BYTES, RESERVED as c_int).map(drop)
}

/// Whether the pages of a database have room for checksums.
///
/// # Errors
/// What SQLite says.
pub fn has_room(conn: &Connection, schema: &str) -> rusqlite::Result<bool> {
    let reserved = control(conn, schema, ffi::SQLITE_FCNTL_RESERVE_BYTES, -1)?;
    Ok(usize::try_from(reserved) == Ok(RESERVED))
}

/// Reads damaged pages as they are from now on.
///
/// # Errors
/// What SQLite says.
pub fn ignore(conn: &Connection) -> rusqlite::Result<()> {
    control(conn, "main", vfs::IGNORE, 0).map(drop)
}

/// SQLite's way to talk to the file of a database: a number goes in, and one comes out.
fn control(conn: &Connection, schema: &str, operation: c_int, mut number: c_int) -> rusqlite::Result<c_int> {
    let schema = CString::new(schema)?;
    // SAFETY: the connection lives as long as the call, and each operation that is used takes a pointer to one number.
    let code = unsafe {
        ffi::sqlite3_file_control(
            conn.handle(),
            schema.as_ptr(),
            operation,
            std::ptr::from_mut(&mut number).cast(),
        )
    };
    match code {
        // A database in memory has no file that could know of them.
        ffi::SQLITE_OK | ffi::SQLITE_NOTFOUND => Ok(number),
        code => Err(rusqlite::Error::SqliteFailure(ffi::Error::new(code), None)),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use super::*;
    use std::path::PathBuf;

    fn filled(folder: &Path, rows: u32) -> PathBuf {
        install().unwrap();
        let path = folder.join("a.sqlite");
        let conn = Connection::open(&path).unwrap();
        begin(&conn, "main").unwrap();
        conn.execute_batch("PRAGMA journal_mode = WAL; CREATE TABLE t (id INTEGER PRIMARY KEY, text TEXT)")
            .unwrap();
        for id in 0..rows {
            conn.execute(
                "INSERT INTO t VALUES (?1, ?2)",
                (id, format!("row {id} ").repeat(40)),
            )
            .unwrap();
        }
        assert!(has_room(&conn, "main").unwrap());
        path
    }

    fn read(path: &Path) -> rusqlite::Result<Vec<String>> {
        let conn = Connection::open(path)?;
        let mut statement = conn.prepare("SELECT text FROM t ORDER BY id")?;
        statement.query_map([], |row| row.get(0))?.collect()
    }

    #[test]
    fn the_sums_are_those_of_sqlites_own_checksum_layer() {
        // Worked out by hand: words 1, 2 and 3, 4.
        let mut page = Vec::new();
        for word in [1u32, 2, 3, 4, 0, 0] {
            page.extend(word.to_le_bytes());
        }
        let (one, two): (u32, u32) = (1 + 3 + 3, 2 + 1 + 4 + 7);
        assert_eq!(sum(&page)[..4], one.to_le_bytes());
        assert_eq!(sum(&page)[4..], two.to_le_bytes());
        // What was never written is sound.
        assert!(is_sound(&[0; 512]));
    }

    #[test]
    fn every_page_has_its_checksum_and_each_flipped_bit_is_noticed() {
        let folder = tempfile::tempdir().unwrap();
        let path = filled(folder.path(), 60);
        assert_eq!(damaged_pages(&path).unwrap(), [0u64; 0]);
        let whole = std::fs::read(&path).unwrap();
        assert_eq!(whole[RESERVED_AT], 8);
        assert_eq!(read(&path).unwrap().len(), 60);
        for at in (0..whole.len())
            .step_by(97)
            .chain([RESERVED_AT, PAGE_SIZE_AT, whole.len() - 1])
        {
            let mut flipped = whole.clone();
            flipped[at] ^= 1 << (at % 8);
            std::fs::write(&path, &flipped).unwrap();
            let noticed = read(&path).is_err()
                || !damaged_pages(&path).unwrap().is_empty()
                || is_header_damaged(&flipped[..4096]);
            assert!(noticed, "the bit at {at}");
        }
        // Only the byte that says that there are checksums can hide them, and then the first page tells.
        let mut flipped = whole.clone();
        flipped[RESERVED_AT] = 0;
        assert!(is_header_damaged(&flipped[..4096]));
        assert!(!is_header_damaged(&whole[..4096]));
    }

    #[test]
    fn a_damaged_page_is_an_error_until_it_is_to_be_read_all_the_same() {
        let folder = tempfile::tempdir().unwrap();
        let path = filled(folder.path(), 60);
        let mut bytes = std::fs::read(&path).unwrap();
        let at = bytes.windows(6).rposition(|part| part == b"row 59").unwrap();
        bytes[at] = b'x';
        std::fs::write(&path, &bytes).unwrap();
        let Err(rusqlite::Error::SqliteFailure(error, _)) = read(&path) else {
            panic!("it went unnoticed");
        };
        assert_eq!(error.extended_code, ffi::SQLITE_IOERR_DATA);
        let conn = Connection::open(&path).unwrap();
        ignore(&conn).unwrap();
        let count: u32 = conn
            .query_row("SELECT count(*) FROM t WHERE text <> ''", [], |row| row.get(0))
            .unwrap();
        assert_eq!(count, 60);
    }

    #[test]
    fn a_file_without_room_has_it_after_a_vacuum() {
        install().unwrap();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("old.sqlite");
        let conn = Connection::open(&path).unwrap();
        conn.execute_batch(
            "PRAGMA journal_mode = WAL; CREATE TABLE t (id INTEGER PRIMARY KEY, text TEXT);
             WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
             INSERT INTO t SELECT i, 'row ' || i || hex(zeroblob(60)) FROM n;
             PRAGMA wal_checkpoint(TRUNCATE);",
        )
        .unwrap();
        assert!(!has_room(&conn, "main").unwrap());
        drop(conn);
        // Of the main database itself the cipher's build refuses it.
        let helper = Connection::open_in_memory().unwrap();
        helper
            .execute("ATTACH ?1 AS file KEY ''", [path.to_str().unwrap()])
            .unwrap();
        reserve(&helper, "file").unwrap();
        helper.execute_batch("VACUUM file").unwrap();
        // Again, now that there are checksums.
        helper.execute_batch("VACUUM file").unwrap();
        drop(helper);
        let conn = Connection::open(&path).unwrap();
        assert!(has_room(&conn, "main").unwrap());
        let check: String = conn
            .query_row("PRAGMA integrity_check", [], |row| row.get(0))
            .unwrap();
        assert_eq!(check, "ok");
        drop(conn);
        assert_eq!(read(&path).unwrap().len(), 2000);
        let bytes = std::fs::read(&path).unwrap();
        assert_eq!(bytes[RESERVED_AT], 8);
        assert!(bytes.chunks(4096).all(is_sound));
    }

    #[test]
    fn a_large_copy_page_by_page_has_its_checksums() {
        let folder = tempfile::tempdir().unwrap();
        let path = filled(folder.path(), 10);
        let conn = Connection::open(&path).unwrap();
        // More than fits into the cache: pages go to the disk before the first one does.
        conn.execute_batch(
            "WITH n (i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 30000)
             INSERT INTO t SELECT i, 'row ' || i || hex(zeroblob(200)) FROM n; DELETE FROM t WHERE id % 7 = 0;",
        )
        .unwrap();
        let to = folder.path().join("copy.sqlite");
        let mut target = Connection::open(&to).unwrap();
        begin(&target, "main").unwrap();
        rusqlite::backup::Backup::new(&conn, &mut target)
            .unwrap()
            .run_to_completion(1024, std::time::Duration::ZERO, None)
            .unwrap();
        target.pragma_update(None, "journal_mode", "delete").unwrap();
        drop(target);
        assert_eq!(damaged_pages(&to).unwrap(), [0u64; 0]);
        assert_eq!(read(&to).unwrap(), read(&path).unwrap());
    }
}
