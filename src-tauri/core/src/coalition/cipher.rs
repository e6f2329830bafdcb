//! Locking a coalition with a passphrase, changing it, and taking it off.
//!
//! Each way the file is written anew beside the old one, checked, and put in its place in one step: a kill leaves the old
//! file or the new one. What the old one held is then overwritten on the disk, as far as the disk allows: a solid-state drive or a
//! file system that copies on write may keep it until it needs the room.

use std::fs::{File, OpenOptions};
use std::io::{Seek, SeekFrom, Write};
use std::path::Path;

use super::Coalition;
use base::error::{Error, Result};
use base::files::Part;
use base::passphrase::Passphrase;
use store::db;

impl Coalition {
    /// Whether the file is locked with a passphrase.
    pub fn is_locked(&self) -> bool {
        self.key.is_some()
    }

    /// Whether this is the passphrase of the open file; true for a plain one.
    pub fn is_passphrase(&self, passphrase: &Passphrase) -> bool {
        self.key
            .as_ref()
            .is_none_or(|key| key.text() == passphrase.text())
    }

    /// The passphrase of the open file.
    pub fn key(&self) -> Option<&Passphrase> {
        self.key.as_ref()
    }

    /// Writes the file anew under another passphrase, or none, and opens it again.
    ///
    /// # Errors
    /// [`Error::DiskFull`], [`Error::NotWritable`], [`Error::FileMoved`]. The file is then as it was.
    pub(crate) fn rewrite(&mut self, new: Option<Passphrase>) -> Result<()> {
        self.check_writable()?;
        let path = self.path.clone();
        db::fold_log(&self.conn)?;
        let part = rewritten(&self.conn, &path, new.as_ref())?;
        // The connection is closed before its file goes: closing folds the log in and removes it.
        self.conn = db::in_memory()?;
        let replaced = replace(&part, &path);
        if replaced.is_ok() {
            self.key = new;
        }
        let mut lock = self.lock.take();
        if let Some(lock) = &mut lock {
            lock.follow(&path)?;
        }
        let settings = std::mem::take(&mut self.settings);
        let key = self.key.take();
        let conn = db::open(&path, key.as_ref())?;
        *self = Self::new(conn, path, lock, key)?;
        self.settings = settings;
        replaced
    }
}

/// Writes a copy anew under another passphrase, or none.
///
/// # Errors
/// [`Error::WrongPassphrase`] and whatever keeps it from being read; then it is as it was.
pub(crate) fn rewrite_copy(path: &Path, old: Option<&Passphrase>, new: Option<&Passphrase>) -> Result<()> {
    let conn = db::open_copy(path, old)?;
    let part = rewritten(&conn, path, new)?;
    drop(conn);
    replace(&part, path)
}

/// Puts a file in another's place, and overwrites what that one held.
fn replace(part: &Part, path: &Path) -> Result<()> {
    let before = OpenOptions::new().write(true).open(path);
    part.replace(path)?;
    if let Ok(before) = before {
        wipe(before);
    }
    Ok(())
}

/// A copy of an open file under another passphrase, beside the file, checked.
fn rewritten(conn: &rusqlite::Connection, path: &Path, key: Option<&Passphrase>) -> Result<Part> {
    let part = Part::beside(path)?;
    db::copy_with_key(conn, &part.path, key)?;
    db::check_copy(&part.path, key)?;
    part.sync().map_err(|error| Error::file(path, error))?;
    Ok(part)
}

/// Overwrites a file that has no name any longer. Best effort: what can't be overwritten is gone from the folder all the same.
fn wipe(mut file: File) {
    static ZEROS: [u8; 1 << 16] = [0; 1 << 16];
    let mut left = file.metadata().map_or(0, |file| file.len());
    let _ = file.seek(SeekFrom::Start(0));
    while left > 0 {
        let piece = left.min(ZEROS.len() as u64);
        let Some(zeros) = ZEROS.get(..piece as usize) else {
            break;
        };
        if file.write_all(zeros).is_err() {
            break;
        }
        left -= piece;
    }
    let _ = file.sync_all();
}
