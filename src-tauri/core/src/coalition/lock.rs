//! The lock on an open coalition: two programs that show one file would show two truths. SQLite's own locks only span a transaction.
//!
//! A lock is a file that the system holds locked as long as this process lives. There are two: one beside the coalition, by the name
//! that links lead to, which other computers on a shared folder see too; and one by the number that the file itself has (device and
//! inode), which hard links share, among the temporary files of this computer.
//!
//! Not on the coalition itself: on Windows that would keep SQLite out, and on some systems and network folders locks of the two
//! kinds are one.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

use crate::db;
use crate::error::{Error, Result};

/// What holds a coalition.
pub(super) struct Lock {
    _beside: Held,
    _by_number: Option<Held>,
}

impl Lock {
    /// Takes the lock on a coalition.
    ///
    /// # Errors
    /// [`Error::InUse`]; [`Error::NotWritable`] when nothing can be made beside it.
    pub fn take(coalition: &Path) -> Result<Self> {
        // A coalition that is just being made has no other name yet.
        let real = coalition
            .canonicalize()
            .unwrap_or_else(|_| coalition.to_path_buf());
        let mut path = real.into_os_string();
        path.push(".lock");
        let beside = Held::take(PathBuf::from(path), coalition)?;
        let by_number = match number(coalition).map(|path| Held::take(path, coalition)) {
            Some(Err(Error::InUse(path))) => return Err(Error::InUse(path)),
            // Without a place for temporary files, hard links go unnoticed, and nothing else.
            other => other.and_then(Result::ok),
        };
        Ok(Self {
            _beside: beside,
            _by_number: by_number,
        })
    }
}

/// Where the lock by the file's number is; None where the system tells no number.
fn number(coalition: &Path) -> Option<PathBuf> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let file = std::fs::metadata(coalition).ok()?;
        Some(std::env::temp_dir().join(format!("undersigned-{}-{}.lock", file.dev(), file.ino())))
    }
    #[cfg(not(unix))]
    {
        let _ = coalition;
        None
    }
}

/// A locked file, removed when it is dropped.
struct Held {
    file: File,
    path: PathBuf,
}

impl Held {
    fn take(path: PathBuf, coalition: &Path) -> Result<Self> {
        // A few tries: the file can be removed by its last holder between our opening and our locking it.
        for _ in 0..8 {
            let mut options = OpenOptions::new();
            options.write(true).create(true).truncate(false);
            db::private(&mut options);
            let file = options
                .open(&path)
                .map_err(|error| Error::file(coalition, error))?;
            match file.try_lock() {
                Ok(()) if same_file(&file, &path) => return Ok(Self { file, path }),
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Err(Error::InUse(coalition.to_path_buf())),
                Err(TryLockError::Error(error)) => return Err(Error::file(coalition, error)),
            }
        }
        Err(Error::InUse(coalition.to_path_buf()))
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        // Removed while still locked, so that nobody can lock a file that is about to go.
        let _ = std::fs::remove_file(&self.path);
        let _ = self.file.unlock();
    }
}

/// Whether the file that was opened is still the one at that path.
fn same_file(file: &File, path: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        match (file.metadata(), std::fs::metadata(path)) {
            (Ok(ours), Ok(theirs)) => ours.ino() == theirs.ino() && ours.dev() == theirs.dev(),
            _ => false,
        }
    }
    #[cfg(not(unix))]
    {
        let _ = (file, path);
        true
    }
}
