//! The coalition: the open file, the lock on it, and the one door through which everything is written.
//!
//! The concepts (`organization`, `letter`, `signon` ...) add their actions to [`Coalition`] in their own files.

mod ahead;

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fs::{File, OpenOptions};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use rusqlite::Connection;

use crate::db;
use crate::error::{Error, Result};
use crate::filter::{Lists, Stale};
use crate::journal::{self, Change, Op, Renamed, Tx};
use crate::search;
use names::recognize::NameIndex;

pub use ahead::ReadAhead;

/// What a coalition file is called after its name.
pub const EXTENSION: &str = "undersigned";

/// When more organizations than this are renamed at once, the index of names is built anew.
const MOST_FOLLOWED: usize = 5_000;

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
    /// Every name in the coalition, for recognizing; built when first asked for, and kept up with every change. What runs
    /// beside holds on to it as it was.
    names: RefCell<Option<Arc<NameIndex>>>,
    /// What is remembered of the lists; forgotten when anything changes.
    pub(crate) lists: RefCell<Lists>,
    /// What finding remembers of the words in the coalition and of what was used.
    pub(crate) search: RefCell<search::Memory>,
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
        let search = search::Memory::watching(&mut conn)?;
        Ok(Self {
            conn,
            names: RefCell::new(None),
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
        self.keep_up(&change.tables, &change.renamed);
        Ok(change)
    }

    /// Fills the coalition with what nobody did, whole or not at all: nothing of it can be undone. See
    /// [`journal::unrecorded`].
    pub(crate) fn fill<T>(&mut self, write: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        let output = journal::unrecorded(&mut self.conn, write)?;
        self.lists.borrow_mut().forget(Stale::All);
        self.names.replace(None);
        Ok(output)
    }

    /// Undoes the last action, also one from before the program was last closed.
    ///
    /// # Errors
    /// [`Error::NothingLeft`].
    pub fn undo(&mut self, now: DateTime<Utc>) -> Result<Change<()>> {
        let change = journal::step(&mut self.conn, false, now)?;
        self.keep_up(&change.tables, &change.renamed);
        Ok(change)
    }

    /// Does the action that was undone last again.
    ///
    /// # Errors
    /// [`Error::NothingLeft`].
    pub fn redo(&mut self, now: DateTime<Utc>) -> Result<Change<()>> {
        let change = journal::step(&mut self.conn, true, now)?;
        self.keep_up(&change.tables, &change.renamed);
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

    /// Looks something up among all names and aliases.
    pub(crate) fn with_names<T>(&self, look: impl FnOnce(&NameIndex) -> T) -> Result<T> {
        Ok(look(&*self.share_names()?))
    }

    /// All names and aliases as they are now, for what runs beside.
    pub(crate) fn share_names(&self) -> Result<Arc<NameIndex>> {
        let mut names = self.names.borrow_mut();
        let index = match names.as_mut() {
            Some(index) => index,
            None => names.insert(Arc::new(crate::organization::index_names(&self.conn)?)),
        };
        Ok(Arc::clone(index))
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

    /// Forgets what a change made stale, and brings the names up to it.
    fn keep_up(&mut self, tables: &BTreeSet<String>, renamed: &Renamed) {
        let stale = if renamed.came_or_went {
            Stale::All
        } else {
            Stale::Of(tables)
        };
        self.lists.borrow_mut().forget(stale);
        // What can't be followed, or is more work to follow than to read anew, is built again when it is next asked for.
        let changed = renamed.organizations.len() + renamed.aliases.len();
        if changed > MOST_FOLLOWED || self.follow_names(renamed).is_err() {
            self.names.replace(None);
        }
    }

    fn follow_names(&self, renamed: &Renamed) -> Result<()> {
        let mut names = self.names.borrow_mut();
        let Some(index) = names.as_mut() else {
            return Ok(());
        };
        let mut organizations = renamed.organizations.clone();
        for alias in &renamed.aliases {
            organizations.extend(crate::organization::find_alias_owner(&self.conn, *alias)?);
        }
        if organizations.is_empty() {
            return Ok(());
        }
        let index = Arc::make_mut(index);
        for id in organizations {
            index.remove(id.0);
            index.insert(id.0, &crate::organization::names_of(&self.conn, id)?);
        }
        Ok(())
    }

    /// Checks the whole file: SQLite's own checks, the references, the search index, the journal. Gives a line of
    /// SQLite's or of ours for each fault; none when all is well.
    pub fn verify(&self) -> Result<Vec<String>> {
        let mut faults = Vec::new();
        let mut statement = self.conn.prepare("PRAGMA integrity_check")?;
        let lines = statement.query_map([], |row| row.get::<_, String>(0))?;
        for line in lines {
            faults.push(line?);
        }
        faults.retain(|line| line != "ok");
        let mut statement = self.conn.prepare("PRAGMA foreign_key_check")?;
        let rows = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(2)?)))?;
        for row in rows {
            let (table, parent) = row?;
            faults.push(format!("{table} refers to a row that {parent} lacks"));
        }
        for (derived, id, table) in [
            ("organization_search", "rowid", "organization"),
            ("organization_list", "organization_id", "organization"),
            ("person_search", "rowid", "person"),
            ("person_list", "person_id", "person"),
            ("letter_search", "rowid", "letter"),
        ] {
            let differ: i64 = self.conn.query_row(
                &format!(
                    "SELECT (SELECT count(*) FROM {table} WHERE id NOT IN (SELECT {id} FROM {derived}))
                          + (SELECT count(*) FROM {derived} WHERE {id} NOT IN (SELECT id FROM {table}))"
                ),
                [],
                |row| row.get(0),
            )?;
            if differ > 0 {
                faults.push(format!("{derived} and {table} differ in {differ} rows"));
            }
        }
        // A derived row must say what its sources say now.
        for (list, source) in [
            ("organization_list", "organization_listed"),
            ("person_list", "person_listed"),
        ] {
            let stale: i64 = self.conn.query_row(
                &format!("SELECT count(*) FROM (SELECT * FROM {source} EXCEPT SELECT * FROM {list})"),
                [],
                |row| row.get(0),
            )?;
            if stale > 0 {
                faults.push(format!("{list} is out of date in {stale} rows"));
            }
        }
        faults.extend(crate::stored_file::faults(&self.conn)?);
        let mut statement = self
            .conn
            .prepare("SELECT seq, changeset FROM journal ORDER BY seq")?;
        let entries =
            statement.query_map([], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, Vec<u8>>(1)?)))?;
        for entry in entries {
            let (seq, changeset) = entry?;
            if journal::touched(&changeset).is_err() {
                faults.push(format!("journal entry {seq} cannot be read"));
            }
        }
        Ok(faults)
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

#[cfg(test)]
mod tests;
