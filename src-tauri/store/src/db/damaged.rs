//! Opening a damaged file to read what can be read of it, and making the file that takes it.

use std::fs::File;
use std::io::{ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::copy::beside;
use super::header::{is_locked, unlock};
use super::schema::{make, migrate, refresh_derived, version_by_schema};
use super::{configure, space};
use crate::derived;
use base::error::{Error, Result};
use base::passphrase::Passphrase;
use base::progress::no_progress;

/// A copy of a damaged file, opened for reading.
pub struct DamagedFile {
    conn: Connection,
    path: PathBuf,
    key: Option<Passphrase>,
    /// Whether pages are read whatever their checksums say, because the first one, which holds the schema, is damaged.
    unchecked: bool,
    /// The version whose schema it has.
    pub version: usize,
}

impl DamagedFile {
    /// Copies a file, with its log, into a folder and opens the copy. Blocks that the disk does not give are zeros in it.
    ///
    /// # Errors
    /// [`Error::Locked`] and [`Error::WrongPassphrase`]; [`Error::NotACoalition`] when the schema is not a coalition's or can't be read.
    pub fn open(from: &Path, folder: &Path, key: Option<&Passphrase>) -> Result<Self> {
        checksums::install()?;
        let path = folder.join("damaged");
        copy_readable(from, &path).map_err(|error| Error::file(from, error))?;
        let log = beside(from, "-wal");
        if log.exists() {
            copy_readable(&log, &beside(&path, "-wal")).map_err(|error| Error::file(&log, error))?;
        }
        let key = match is_locked(&path) {
            Ok(true) => Some(key.cloned().ok_or_else(|| Error::Locked(from.to_path_buf()))?),
            Ok(false) => None,
            Err(Error::Damaged) => {
                restore_reserved_byte(&path).map_err(|error| Error::file(&path, error))?;
                None
            }
            Err(Error::NotACoalition(_)) => return Err(Error::NotACoalition(from.to_path_buf())),
            Err(error) => return Err(error),
        };
        let opened = |unchecked| -> Result<Self> {
            let conn = open_copy(&path, key.as_ref(), unchecked)?;
            let version =
                version_by_schema(&conn)?.ok_or_else(|| Error::NotACoalition(from.to_path_buf()))?;
            Ok(Self {
                conn,
                path: path.clone(),
                key: key.clone(),
                unchecked,
                version,
            })
        };
        match opened(false) {
            Err(Error::Damaged) if key.is_none() => opened(true),
            Err(Error::WrongPassphrase(_)) => Err(Error::WrongPassphrase(from.to_path_buf())),
            other => other,
        }
    }

    /// The connection. After an error that [`DamagedFile::reopen`] has to follow, a locked file's gives nothing more.
    pub fn conn(&self) -> &Connection {
        &self.conn
    }

    /// The passphrase that opens it.
    pub fn key(&self) -> Option<&Passphrase> {
        self.key.as_ref()
    }

    /// Whether reading goes on after a damaged page without opening the file again, which takes a locked one long.
    pub fn reads_on(&self) -> bool {
        self.key.is_none()
    }

    /// Opens a locked file again: after one damaged page the cipher refuses all others.
    pub fn reopen(&mut self) -> Result<()> {
        if !self.reads_on() {
            self.conn = open_copy(&self.path, self.key.as_ref(), self.unchecked)?;
        }
        Ok(())
    }
}

fn open_copy(path: &Path, key: Option<&Passphrase>, unchecked: bool) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags)?;
    if unchecked {
        checksums::ignore(&conn)?;
    }
    if let Some(key) = key {
        unlock(&conn, key, path)?;
    }
    configure(&conn)?;
    Ok(conn)
}

/// Copies a file block by block. What can't be read is zeros in the copy.
fn copy_readable(from: &Path, to: &Path) -> std::io::Result<()> {
    const BLOCK: u64 = 64 * 1024;
    let mut from = File::open(from)?;
    let length = from.metadata()?.len();
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    base::files::private(&mut options);
    let mut to = options.open(to)?;
    let mut at = 0;
    while at < length {
        let size = BLOCK.min(length - at);
        let mut block = Vec::new();
        from.seek(SeekFrom::Start(at))?;
        if let Err(error) = (&mut from).take(size).read_to_end(&mut block)
            && error.kind() == ErrorKind::PermissionDenied
        {
            return Err(error);
        }
        block.resize(usize::try_from(size).unwrap_or(0), 0);
        to.write_all(&block)?;
        at += size;
    }
    Ok(())
}

/// Writes the byte of the header that says that pages have room for checksums (SQLite's file format, section 1.3).
fn restore_reserved_byte(path: &Path) -> std::io::Result<()> {
    let mut file = std::fs::OpenOptions::new().write(true).open(path)?;
    file.seek(SeekFrom::Start(20))?;
    file.write_all(&[8])
}

/// Makes the tables of a version in a file that is there and empty, for rows whose references are put right later.
pub fn create_at_version(path: &Path, key: Option<&Passphrase>, version: usize) -> Result<Connection> {
    let conn = Connection::open(path)?;
    match key {
        Some(key) => unlock(&conn, key, path)?,
        None => checksums::begin(&conn, "main")?,
    }
    configure(&conn)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, false)?;
    make(&conn, version)?;
    Ok(conn)
}

/// Brings such a file up to date, makes what is derived in it, and checks it.
pub fn finish(conn: &mut Connection) -> Result<()> {
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, true)?;
    migrate(conn)?;
    refresh_derived(conn)?;
    let tx = conn.transaction()?;
    derived::rebuild(&tx, &derived::Thresholds::default(), &mut no_progress)?;
    tx.commit()?;
    space::check(conn)
}
