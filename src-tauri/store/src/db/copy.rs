//! Copies of a coalition, under the same passphrase or another, and the log beside a file.

use std::path::{Path, PathBuf};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::header::{key_for, unlock};
use super::schema::{migrate, refresh_derived};
use super::{APPLICATION_ID, at_path, check, configure, connect, user_version};
use base::error::{Error, Result};
use base::files::Part;
use base::messages::Message;
use base::passphrase::Passphrase;

/// Opens a coalition whose file can't be written: a copy of it in memory, brought up to date there. Nothing is written anywhere.
pub fn open_to_look(path: &Path, key: Option<&Passphrase>) -> Result<Connection> {
    let key = key_for(path, key)?;
    checksums::install()?;
    let mut conn = Connection::open_in_memory()?;
    if let Some(key) = key {
        // The cipher copies only between files of one key. What is in memory is not written anywhere.
        unlock(&conn, key, path)?;
    }
    copy_into(path, key, &mut conn)?;
    configure(&conn)?;
    check(&conn, path)?;
    migrate(&mut conn)?;
    refresh_derived(&mut conn)?;
    Ok(conn)
}

fn copy_into(path: &Path, key: Option<&Passphrase>, conn: &mut Connection) -> Result<()> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut copy = |source: rusqlite::Result<Connection>| -> Result<()> {
        let source = source?;
        if let Some(key) = key {
            unlock(&source, key, path)?;
        }
        rusqlite::backup::Backup::new(&source, conn)?.run_to_completion(
            1024,
            std::time::Duration::ZERO,
            None,
        )?;
        Ok(())
    };
    match copy(Connection::open_with_flags(path, flags)) {
        Ok(()) => return Ok(()),
        Err(Error::WrongPassphrase(path)) => return Err(Error::WrongPassphrase(path)),
        Err(_) => {}
    }
    // SQLite wants to put a log and its index beside the file, where nothing may be written. Without a log there is nothing to
    // wait for: the file itself says all.
    if std::fs::metadata(beside(path, "-wal")).is_ok_and(|log| log.len() > 0) {
        return Err(Error::NotWritable(path.to_path_buf()));
    }
    let uri = format!("{}?immutable=1", file_uri(path));
    copy(Connection::open_with_flags(
        uri,
        flags | OpenFlags::SQLITE_OPEN_URI,
    ))
    .map_err(|error| at_path(path, error))
}

/// A path as SQLite reads it in a URI: `%`, `?`, `#` and whatever is not ASCII as hexadecimal numbers.
pub fn file_uri(path: &Path) -> String {
    use std::fmt::Write;
    let mut uri = String::from("file:");
    for byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            b'/' | b'.' | b'-' | b'_' | b'~' | b':' => uri.push(char::from(*byte)),
            b'\\' if cfg!(windows) => uri.push('/'),
            _ if byte.is_ascii_alphanumeric() => uri.push(char::from(*byte)),
            // Writing into a String never fails.
            _ => drop(write!(uri, "%{byte:02X}")),
        }
    }
    uri
}

/// Where the copy from before an upgrade goes: a name that is free, for one from an earlier time may stand there.
pub fn free_name(path: &Path, version: usize) -> Result<PathBuf> {
    const MAX_COPIES: usize = 1_000;
    (1..MAX_COPIES)
        .map(|number| match number {
            1 => path.with_extension(format!("before-version-{version}.undersigned")),
            _ => path.with_extension(format!("before-version-{version}-{number}.undersigned")),
        })
        .find(|name| !name.exists())
        .ok_or_else(|| Error::FileExists(path.to_path_buf()))
}

/// Writes a whole copy to a place where nothing stands yet: beside it under another name, synced, then renamed, so that a kill or
/// a full disk leaves no half of one under that name. It is locked with the passphrase that the open file has.
pub fn back_up(conn: &Connection, to: &Path, key: Option<&Passphrase>) -> Result<()> {
    if to.exists() {
        return Err(Error::FileExists(to.to_path_buf()));
    }
    let part = Part::beside(to)?;
    copy_pages(conn, &part.path, key)?;
    part.sync().map_err(|error| Error::file(to, error))?;
    part.put_in_place(to)
}

/// Copies an open file page by page into one that is there and empty, under the same passphrase.
pub fn copy_pages(conn: &Connection, to: &Path, key: Option<&Passphrase>) -> Result<()> {
    checksums::install()?;
    let mut target = Connection::open(to)?;
    match key {
        Some(key) => unlock(&target, key, to)?,
        None if checksums::has_room(conn, "main")? => checksums::begin(&target, "main")?,
        None => {}
    }
    rusqlite::backup::Backup::new(conn, &mut target)?.run_to_completion(
        1024,
        std::time::Duration::ZERO,
        None,
    )?;
    // A copy is one file: no write-ahead log beside it.
    target.pragma_update(None, "journal_mode", "delete")?;
    Ok(())
}

/// Writes a copy of the open file that is locked with another passphrase, or with none, to a file that is there and empty. The
/// backup interface can't: it copies pages as they are.
pub fn copy_with_key(conn: &Connection, to: &Path, key: Option<&Passphrase>) -> Result<()> {
    let to = to
        .to_str()
        .ok_or_else(|| Error::rule(Message::new("error-path-text")))?;
    conn.execute(
        "ATTACH DATABASE ?1 AS copy KEY ?2",
        [to, key.map_or("", Passphrase::text)],
    )?;
    if key.is_none() {
        checksums::begin(conn, "copy")?;
    }
    // The export writes the schema's own table, as VACUUM does, which a defensive connection refuses.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, false)?;
    let copied: Result<()> = (|| {
        conn.query_row("SELECT sqlcipher_export('copy')", [], |_| Ok(()))?;
        let version = user_version(conn)?;
        conn.execute_batch(&format!(
            "PRAGMA copy.application_id = {APPLICATION_ID}; PRAGMA copy.user_version = {version};"
        ))?;
        Ok(())
    })();
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    let detached = conn.execute_batch("DETACH DATABASE copy");
    copied?;
    Ok(detached?)
}

/// Opens a copy that nobody works on, to read it as it is: nothing is upgraded, and no log is begun.
pub fn open_copy(path: &Path, key: Option<&Passphrase>) -> Result<Connection> {
    let conn = connect(path, key_for(path, key)?)?;
    check(&conn, path)?;
    Ok(conn)
}

/// Opens a copy that was just written, and sees that it is whole.
pub fn check_copy(path: &Path, key: Option<&Passphrase>) -> Result<()> {
    super::space::check(&open_copy(path, key)?)
}

/// Writes the log into the file and empties it.
pub fn fold_log(conn: &Connection) -> Result<()> {
    conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    Ok(())
}

/// Gives a log that is another file's a name under which SQLite does not take it up; nothing is deleted.
pub fn set_log_aside(path: &Path) -> Result<()> {
    let log = beside(path, "-wal");
    if std::fs::metadata(&log).is_ok_and(|log| log.len() > 0) {
        let mut aside = beside(path, "-wal.left-over");
        let mut number = 1;
        while aside.exists() {
            number += 1;
            aside = beside(path, &format!("-wal.left-over-{number}"));
        }
        std::fs::rename(&log, &aside).map_err(|error| Error::file(path, error))?;
    }
    // The index of a log is of no use without it.
    let _ = std::fs::remove_file(beside(path, "-shm"));
    Ok(())
}

/// A file's path with more at its end.
pub(super) fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    PathBuf::from(name)
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_an_address_of_plain_letters() {
        assert_eq!(
            file_uri(Path::new("/a b/ñ?#%~x.undersigned")),
            "file:/a%20b/%C3%B1%3F%23%25~x.undersigned"
        );
    }
}
