//! What a file is by its first bytes, and the passphrase that opens it.

use std::collections::BTreeSet;
use std::fs::{File, OpenOptions};
use std::io::Read;
use std::path::Path;

use rusqlite::Connection;

use super::schema::MIGRATIONS;
use super::{APPLICATION_ID, at_path};
use base::error::{Error, Result};
use base::passphrase::Passphrase;

/// What the beginning of a file says of it.
pub enum Header {
    /// A coalition that anybody can read, of this version.
    Plain(usize),
    /// Nothing that anybody can read: a locked coalition, or no coalition.
    Locked,
}

/// The pages of a locked file, in bytes: SQLCipher 4's own choice.
const LOCKED_PAGE: u64 = 4096;

/// Reads a file's header. The layout is SQLite's file format, section 1.3: `user_version` in bytes 60 to 63, `application_id` in 68
/// to 71. A locked file has none: it begins with its random salt, and is whole pages of what looks random.
pub fn header(path: &Path) -> Result<Header> {
    /// The largest page that SQLite has.
    const LARGEST_PAGE: u64 = 1 << 16;
    let mut first_page = Vec::new();
    let metadata = std::fs::metadata(path).map_err(|error| Error::file(path, error))?;
    let foreign = || Err(Error::NotACoalition(path.to_path_buf()));
    if !metadata.is_file() {
        return foreign();
    }
    let file = File::open(path).map_err(|error| Error::file(path, error))?;
    file.take(LARGEST_PAGE)
        .read_to_end(&mut first_page)
        .map_err(|error| Error::file(path, error))?;
    let header = first_page.get(..100).unwrap_or(&first_page);
    let number = |at: usize| {
        header
            .get(at..at + 4)
            .and_then(|bytes| bytes.try_into().ok())
            .map_or(0, u32::from_be_bytes)
    };
    if !header.starts_with(b"SQLite format 3\0") {
        let pages = metadata.len() > 0 && metadata.len() % LOCKED_PAGE == 0;
        // Of 100 random bytes some 83 are different; text, zeros and the headers of other formats have far fewer.
        let random = header.iter().collect::<BTreeSet<_>>().len() > 56;
        return if pages && random {
            Ok(Header::Locked)
        } else {
            foreign()
        };
    }
    if number(68) != APPLICATION_ID {
        return foreign();
    }
    if checksums::is_header_damaged(&first_page) {
        return Err(Error::Damaged);
    }
    Ok(Header::Plain(number(60) as usize))
}

/// The passphrase that a file is opened with: none for a plain one.
///
/// # Errors
/// [`Error::Locked`] when it needs one; [`Error::FileTooNew`] and [`Error::NotACoalition`] as far as a plain file's header tells.
pub fn key_for<'k>(path: &Path, key: Option<&'k Passphrase>) -> Result<Option<&'k Passphrase>> {
    match header(path)? {
        Header::Plain(version) if version > MIGRATIONS.len() => Err(Error::FileTooNew(path.to_path_buf())),
        Header::Plain(_) => Ok(None),
        Header::Locked => key.map(Some).ok_or_else(|| Error::Locked(path.to_path_buf())),
    }
}

/// Gives the cipher its passphrase, and sees whether it opens the file.
pub fn unlock(conn: &Connection, key: &Passphrase, path: &Path) -> Result<()> {
    // It would write its own lines to standard error, about pages and checks.
    conn.execute_batch("PRAGMA cipher_log_level = NONE")?;
    conn.pragma_update(None, "key", key.text())?;
    match conn.query_row("SELECT count(*) FROM sqlite_schema", [], |row| {
        row.get::<_, i64>(0)
    }) {
        Ok(_) => Ok(()),
        Err(error) => match Error::from(error) {
            Error::Damaged => Err(Error::WrongPassphrase(path.to_path_buf())),
            other => Err(at_path(path, other)),
        },
    }
}

/// Whether a file is a locked coalition, as far as can be seen without its passphrase.
pub fn is_locked(path: &Path) -> Result<bool> {
    Ok(matches!(header(path)?, Header::Locked))
}

/// Whether a file may only be read: nobody may write it, whoever asks, or we may not.
pub fn is_read_only(path: &Path) -> bool {
    use std::io::ErrorKind as Kind;
    std::fs::metadata(path).is_ok_and(|file| file.permissions().readonly())
        || OpenOptions::new()
            .write(true)
            .open(path)
            .is_err_and(|error| matches!(error.kind(), Kind::PermissionDenied | Kind::ReadOnlyFilesystem))
}
