//! What is never written over: coalitions, and what SQLite keeps beside them. A name typed in the wrong place must not cost a list.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::error::{Error, Result};
use crate::messages::Message;

/// What tells a file from any other, whatever its name: device and inode, where the system has them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileNumber {
    /// The device that it lies on.
    pub device: u64,
    /// Its inode there.
    pub inode: u64,
}

impl FileNumber {
    /// None where the file is not there, or the system has no such numbers.
    #[must_use]
    pub fn of(path: &Path) -> Option<Self> {
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt;
            let file = std::fs::metadata(path).ok()?;
            Some(Self {
                device: file.dev(),
                inode: file.ino(),
            })
        }
        #[cfg(not(unix))]
        {
            let _ = path;
            None
        }
    }
}

/// What names of coalitions end in.
pub const EXTENSION: &str = "undersigned";

/// Whether two paths lead to one file.
#[must_use]
pub fn is_same_file(one: &Path, other: &Path) -> bool {
    let numbers = FileNumber::of(one).zip(FileNumber::of(other));
    numbers.is_some_and(|(one, other)| one == other)
        || matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other)
}

/// The coalitions that this process has open: a locked one under a name of its own is told by nothing else.
static OPEN: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// Says that a file is an open coalition, for as long as it is kept.
pub struct InUse(PathBuf);

impl InUse {
    /// Takes the path by which it is open.
    #[must_use]
    pub fn new(coalition: &Path) -> Self {
        open().push(coalition.to_path_buf());
        Self(coalition.to_path_buf())
    }
}

impl Drop for InUse {
    fn drop(&mut self) {
        let mut open = open();
        if let Some(at) = open.iter().position(|path| *path == self.0) {
            open.swap_remove(at);
        }
    }
}

fn open() -> std::sync::MutexGuard<'static, Vec<PathBuf>> {
    OPEN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What stands behind a coalition's name in the names of the files that belong to it.
const BESIDE: [&str; 5] = ["", "-wal", "-shm", "-journal", ".lock"];

/// # Errors
/// A rule says that nothing else is written to a coalition, nor to what SQLite keeps beside it.
pub(super) fn refuse_coalition(path: &Path) -> Result<()> {
    let Some(name) = path.to_str() else { return Ok(()) };
    let belongs = BESIDE
        .iter()
        .filter_map(|ending| name.strip_suffix(ending))
        .any(|name| is_coalition(Path::new(name)));
    if belongs {
        return Err(Error::rule(
            Message::new("error-over-coalition").text("file", path.display().to_string()),
        ));
    }
    Ok(())
}

/// What every file of SQLite begins with that is not locked.
const SQLITE: &[u8] = b"SQLite format 3\0";

fn is_coalition(path: &Path) -> bool {
    let named = path
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case(EXTENSION));
    named || open().iter().any(|open| is_same_file(open, path)) || begins_as_database(path)
}

fn begins_as_database(path: &Path) -> bool {
    // What is no file, such as a terminal, could wait for ever to be read.
    if !path.is_file() {
        return false;
    }
    let mut begins = [0; SQLITE.len()];
    File::open(path)
        .and_then(|mut file| file.read_exact(&mut begins))
        .is_ok_and(|()| begins == SQLITE)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::write_whole;
    use super::*;

    fn is_refused(path: &Path) -> bool {
        let before = std::fs::read(path).ok();
        let refused = matches!(write_whole(path, b"a block"), Err(Error::Rule { .. }));
        assert_eq!(refused, std::fs::read(path).ok() == before, "{}", path.display());
        refused
    }

    #[test]
    fn nothing_is_written_over_a_coalition_nor_what_belongs_to_it() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        for (name, content) in [
            ("ours.undersigned", &b"locked with a passphrase"[..]),
            ("plain.db", b"SQLite format 3\0and pages"),
            ("locked.db", b"no sign of what it is"),
            ("notes.txt", b"SQLite format 3 is what they call it"),
            ("notes.txt-wal", b"a file of that name"),
        ] {
            std::fs::write(at(name), content).unwrap();
        }
        for name in [
            "ours.undersigned",
            "ours.undersigned-wal",
            "new.UNDERSIGNED",
            "plain.db",
            "plain.db-shm",
        ] {
            assert!(is_refused(&at(name)), "{name}");
        }
        for name in ["notes.txt", "notes.txt-wal", "plain.db.txt"] {
            assert!(!is_refused(&at(name)), "{name}");
        }

        let held = InUse::new(&at("locked.db"));
        assert!(is_refused(&at("locked.db")));
        assert!(is_refused(&at("locked.db-journal")));
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(at("locked.db"), at("a link")).unwrap();
            std::fs::hard_link(at("locked.db"), at("another name")).unwrap();
            assert!(is_refused(&at("a link")));
            assert!(is_refused(&at("another name")));
        }
        drop(held);
        assert!(!is_refused(&at("locked.db")));
    }
}
