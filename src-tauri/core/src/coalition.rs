//! The coalition: the open file, the lock on it, and the one door through which everything is written.
//!
//! The concepts (`organization`, `letter`, `signon` ...) add their actions to [`Coalition`] in their own files.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fs::{File, OpenOptions};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use rusqlite::Connection;

use crate::condition::{Lists, Stale};
use crate::db;
use crate::error::{Error, Result};
use crate::finding::Memory;
use crate::journal::{self, Change, Op, Renamed, Tx};
use names::recognize::NameIndex;

/// What a coalition file is called after its name.
pub const EXTENSION: &str = "undersigned";

/// When more organizations than this are renamed at once, the index of names is built anew.
pub(crate) const MOST_FOLLOWED: usize = 5_000;

/// Makes a folder of the program's own that only its owner can look into, also when something else made it first.
///
/// # Errors
/// [`Error::NotWritable`], [`Error::DiskFull`].
pub fn make_private_folder(folder: &Path) -> Result<()> {
    db::private_folder(folder)
}

/// An open coalition. Closing is dropping it; nothing is ever unsaved.
pub struct Coalition {
    pub(crate) conn: Connection,
    /// Every name in the coalition, for recognizing; see `organization/name_index.rs`.
    pub(crate) names: RefCell<NameCache>,
    /// What is remembered of the lists; forgotten when anything changes.
    pub(crate) lists: RefCell<Lists>,
    /// What finding remembers of the words in the coalition and of what was used.
    pub(crate) search: RefCell<Memory>,
    path: PathBuf,
    _lock: Option<Lock>,
}

impl Coalition {
    /// Makes an empty coalition at a place where nothing stands yet.
    ///
    /// # Errors
    /// [`Error::FileExists`], [`Error::NotWritable`], [`Error::DiskFull`].
    pub fn create(path: &Path) -> Result<Self> {
        if path.exists() {
            return Err(Error::FileExists(path.to_path_buf()));
        }
        let conn = db::create(path)?;
        let lock = Lock::take(path)?;
        Self::new(conn, path.to_path_buf(), Some(lock))
    }

    /// Opens a coalition and holds it until it is dropped.
    ///
    /// # Errors
    /// [`Error::FileMissing`], [`Error::NotACoalition`], [`Error::FileTooNew`], [`Error::InUse`],
    /// [`Error::NotWritable`], [`Error::Damaged`]. The file is as it was.
    pub fn open(path: &Path) -> Result<Self> {
        if !path.exists() {
            return Err(Error::FileMissing(path.to_path_buf()));
        }
        let lock = Lock::take(path)?;
        let conn = db::open(path)?;
        Self::new(conn, path.to_path_buf(), Some(lock))
    }

    /// A coalition without a file, gone when it is dropped.
    pub fn in_memory() -> Result<Self> {
        Self::new(db::in_memory()?, PathBuf::new(), None)
    }

    fn new(mut conn: Connection, path: PathBuf, lock: Option<Lock>) -> Result<Self> {
        let search = Memory::watching(&mut conn)?;
        Ok(Self {
            conn,
            names: RefCell::default(),
            lists: RefCell::default(),
            search: RefCell::new(search),
            path,
            _lock: lock,
        })
    }

    /// Where the file is; empty for one in memory.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes a whole copy, history included, to a place where nothing stands yet.
    ///
    /// # Errors
    /// [`Error::FileExists`], [`Error::NotWritable`], [`Error::DiskFull`].
    pub fn save_copy(&self, to: &Path) -> Result<()> {
        db::back_up(&self.conn, to)
    }

    /// The one door: runs an action, and writes it whole with its journal entry and its line in the history, or not at
    /// all. An action that changes nothing leaves no trace.
    pub(crate) fn transact<T>(
        &mut self,
        op: Op,
        now: DateTime<Utc>,
        act: impl FnOnce(&mut Tx) -> Result<T>,
    ) -> Result<Change<T>> {
        let change = journal::transact(&mut self.conn, op, now, act)?;
        self.invalidate_caches(&change.tables, &change.renamed);
        Ok(change)
    }

    /// Fills the coalition with what nobody did, whole or not at all: nothing of it can be undone. See
    /// [`journal::unrecorded`].
    pub(crate) fn fill<T>(&mut self, write: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        let output = journal::unrecorded(&mut self.conn, write)?;
        self.lists.borrow_mut().forget(Stale::All);
        self.names.take();
        Ok(output)
    }

    /// Undoes the last action, also one from before the program was last closed.
    ///
    /// # Errors
    /// [`Error::NothingLeft`].
    pub fn undo(&mut self, now: DateTime<Utc>) -> Result<Change<()>> {
        let change = journal::step(&mut self.conn, false, now)?;
        self.invalidate_caches(&change.tables, &change.renamed);
        Ok(change)
    }

    /// Does the action that was undone last again.
    ///
    /// # Errors
    /// [`Error::NothingLeft`].
    pub fn redo(&mut self, now: DateTime<Utc>) -> Result<Change<()>> {
        let change = journal::step(&mut self.conn, true, now)?;
        self.invalidate_caches(&change.tables, &change.renamed);
        Ok(change)
    }

    /// The action that [`Coalition::undo`] would take back.
    pub fn next_undo(&self) -> Result<Option<Op>> {
        journal::next(&self.conn, false)
    }

    /// The action that [`Coalition::redo`] would do again.
    pub fn next_redo(&self) -> Result<Option<Op>> {
        journal::next(&self.conn, true)
    }

    /// Makes the file as large as it may ever be, which is what a full disk does to it.
    #[doc(hidden)]
    pub fn limit_size_for_tests(&self) {
        let limited = self
            .conn
            .query_row("PRAGMA page_count", [], |row| row.get::<_, i64>(0))
            .and_then(|pages| {
                self.conn
                    .query_row(&format!("PRAGMA max_page_count = {}", pages + 2), [], |_| Ok(()))
            });
        debug_assert!(limited.is_ok());
    }

    /// Forgets what a change made stale.
    fn invalidate_caches(&mut self, tables: &BTreeSet<String>, renamed: &Renamed) {
        let stale = if renamed.came_or_went {
            Stale::All
        } else {
            Stale::Of(tables)
        };
        self.lists.borrow_mut().forget(stale);
        self.names.borrow_mut().note(renamed);
    }
}

/// The index of every name as of some moment, and whose names changed since. `organization/name_index.rs` builds it when it is
/// first asked for, and brings it up to date.
#[derive(Default)]
pub(crate) struct NameCache {
    pub(crate) index: Option<Arc<NameIndex>>,
    pub(crate) changed: Renamed,
}

impl NameCache {
    /// Notes whose names changed. What is more work to follow than to read anew is dropped, and built when it is next
    /// asked for.
    fn note(&mut self, renamed: &Renamed) {
        if self.index.is_some() {
            self.changed.organizations.extend(&renamed.organizations);
            self.changed.aliases.extend(&renamed.aliases);
            if self.changed.organizations.len() + self.changed.aliases.len() > MOST_FOLLOWED {
                *self = Self::default();
            }
        }
    }
}

/// The lock on a coalition: a file beside it, `NAME.lock`, locked by the system as long as this process lives. SQLite's
/// own locks only span a transaction, and would let two windows show two truths.
struct Lock {
    file: File,
    path: PathBuf,
}

impl Lock {
    fn take(coalition: &Path) -> Result<Self> {
        let mut path = coalition.as_os_str().to_owned();
        path.push(".lock");
        let path = PathBuf::from(path);
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
                Err(std::fs::TryLockError::WouldBlock) => return Err(Error::InUse(coalition.to_path_buf())),
                Err(std::fs::TryLockError::Error(error)) => return Err(Error::file(coalition, error)),
            }
        }
        Err(Error::InUse(coalition.to_path_buf()))
    }
}

impl Drop for Lock {
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
