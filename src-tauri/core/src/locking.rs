//! Locking a coalition with a passphrase, with all the copies that the program made of it.

use std::path::{Path, PathBuf};

use crate::backup::Backups;
use crate::coalition::Coalition;
use crate::coalition::cipher::rewrite_copy;
use base::error::Result;
use base::files::folder_of;
use base::passphrase::Passphrase;

/// What became of the copies of a file when its passphrase changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Relocked {
    /// Copies that were written anew with the new passphrase, or without one.
    pub copies: Vec<PathBuf>,
    /// Copies that could not be: damaged, in use, or locked with another passphrase. They are as they were.
    pub left: Vec<PathBuf>,
}

impl Coalition {
    /// Locks the file with a passphrase, changes it, or takes it off (None). The copies that the program made of it go the same way,
    /// so that none is left that can be read without the passphrase, or only with one that nobody remembers.
    ///
    /// # Errors
    /// [`crate::Error::DiskFull`], [`crate::Error::NotWritable`], [`crate::Error::FileMoved`]. The file is then as it was.
    pub fn set_passphrase(&mut self, new: Option<Passphrase>, backups: &Backups) -> Result<Relocked> {
        let old = self.key().cloned();
        self.rewrite(new.clone())?;
        let mut done = Relocked::default();
        for copy in copies_of(self.path(), backups) {
            match rewrite_copy(&copy, old.as_ref(), new.as_ref()) {
                Ok(()) => done.copies.push(copy),
                Err(_) => done.left.push(copy),
            }
        }
        Ok(done)
    }
}

/// The copies that the program made of a file: its backups, and those from before an upgrade.
pub(crate) fn copies_of(path: &Path, backups: &Backups) -> Vec<PathBuf> {
    let mut copies: Vec<PathBuf> = backups.files().into_iter().map(|(_, path)| path).collect();
    let Some(stem) = path.file_stem() else {
        return copies;
    };
    let before = format!("{}.before-", stem.to_string_lossy());
    let beside = std::fs::read_dir(folder_of(path)).into_iter().flatten().flatten();
    copies.extend(beside.map(|entry| entry.path()).filter(|copy| {
        copy.file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with(&before))
    }));
    copies
}
