//! The lock on an open coalition: two programs that show one file would show two truths. SQLite's own locks only span a transaction.
//!
//! A lock is a file that the system holds locked as long as this process lives. There are two: one beside the coalition, by the name
//! that links lead to, which other computers on a shared folder see too; and one by the number that the file itself has (device and
//! inode), which hard links share, among the temporary files of this computer.
//!
//! The file beside the coalition also notes which file the log was last folded into. A log that a killed program left is
//! taken up only with that file: what was put in its place since, by a person or a sync program, must not meet it.
//!
//! Not on the coalition itself: on Windows that would keep SQLite out, and on some systems and network folders locks of the two
//! kinds are one.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use base::error::{Error, Result};
use base::files::{FileNumber, InUse};

/// What holds a coalition.
pub struct Lock {
    beside: Held,
    /// Held for as long as the coalition is open; never read.
    #[allow(dead_code)]
    by_number: Option<Held>,
    /// The file as it was when the lock was taken, to know it by.
    file: Option<FileNumber>,
    /// Keeps what else is written out from being written over it.
    #[allow(dead_code)]
    in_use: InUse,
}

/// A file as a note knows it: number, length in bytes, and the time of its last change in nanoseconds.
fn known_as(path: &Path) -> Option<String> {
    let file = std::fs::metadata(path).ok()?;
    let changed = file
        .modified()
        .ok()?
        .duration_since(std::time::UNIX_EPOCH)
        .ok()?
        .as_nanos();
    let (device, inode) = FileNumber::of(path).map_or((0, 0), |number| (number.device, number.inode));
    Some(format!("{device} {inode} {} {changed}", file.len()))
}

/// What is noted while the log is being folded in: the file changes then.
const FOLDING: &str = "folding";

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
            beside,
            by_number,
            file: FileNumber::of(coalition),
            in_use: InUse::new(coalition),
        })
    }

    /// Follows a file that was written anew under its name: it has another number.
    ///
    /// # Errors
    /// [`Error::InUse`] when another program has that one already.
    pub fn follow(&mut self, coalition: &Path) -> Result<()> {
        self.by_number = None;
        self.file = FileNumber::of(coalition);
        self.by_number = number(coalition)
            .map(|path| Held::take(path, coalition))
            .transpose()?;
        Ok(())
    }

    /// Whether the file that was opened is still the one under its name. Where files have no numbers, they can't be moved
    /// while they are open either.
    pub fn is_in_place(&self, coalition: &Path) -> bool {
        self.file.is_none() || FileNumber::of(coalition) == self.file
    }

    /// Whether a log that was left beside the coalition can be another file's: the program that left it noted another.
    pub fn log_is_foreign(&self, coalition: &Path) -> bool {
        let note = self.beside.left.as_str();
        !note.is_empty() && note != FOLDING && known_as(coalition).is_some_and(|known| known != note)
    }

    /// Notes that the log is being folded into the file, before it is. Best effort: without a note a log is taken up.
    pub fn note_folding(&self) {
        let _ = self
            .beside
            .write(FOLDING)
            .and_then(|()| self.beside.file.sync_data());
    }

    /// Notes the file as it is now, with nothing left in the log.
    pub fn note_folded(&self, coalition: &Path) {
        let _ = self.beside.write(&known_as(coalition).unwrap_or_default());
    }
}

/// Where the lock by the file's number is; None where the system tells no number.
fn number(coalition: &Path) -> Option<PathBuf> {
    let FileNumber { device, inode } = FileNumber::of(coalition)?;
    Some(std::env::temp_dir().join(format!("undersigned-{device}-{inode}.lock")))
}

/// The longest note that is read, in bytes.
const LONGEST_NOTE: u64 = 200;

/// A locked file, removed when it is dropped.
struct Held {
    file: File,
    path: PathBuf,
    /// What a program noted in it that was killed.
    left: String,
}

impl Held {
    fn take(path: PathBuf, coalition: &Path) -> Result<Self> {
        // A few tries: the file can be removed by its last holder between our opening and our locking it.
        for _ in 0..8 {
            let mut options = OpenOptions::new();
            options.read(true).write(true).create(true).truncate(false);
            base::files::private(&mut options);
            let file = options
                .open(&path)
                .map_err(|error| Error::file(coalition, error))?;
            match file.try_lock() {
                Ok(()) if same_file(&file, &path) => {
                    let mut left = String::new();
                    // What is no text is no note of ours.
                    let _ = (&file).take(LONGEST_NOTE).read_to_string(&mut left);
                    return Ok(Self { file, path, left });
                }
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Err(Error::InUse(coalition.to_path_buf())),
                Err(TryLockError::Error(error)) => return Err(Error::file(coalition, error)),
            }
        }
        Err(Error::InUse(coalition.to_path_buf()))
    }
}

impl Held {
    fn write(&self, note: &str) -> std::io::Result<()> {
        let mut file = &self.file;
        file.seek(SeekFrom::Start(0))?;
        file.write_all(note.as_bytes())?;
        self.file.set_len(note.len() as u64)
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
