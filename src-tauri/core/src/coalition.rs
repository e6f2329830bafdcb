//! The coalition: the open file, the lock on it, and the one door through which everything is written.
//!
//! The concepts (`organization`, `letter`, `signon` ...) add their actions to [`Coalition`] in their own files.

pub(crate) mod cipher;

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use rusqlite::Connection;

use crate::consent::{Filed, FiledCache};
use base::error::{Error, Result};
use base::files::remove_left_over;
use base::messages::Message;
use base::passphrase::Passphrase;
use base::progress::{ProgressFn, no_progress};
use blocks::Paper;
use finding::Memory;
use names::recognize::NameIndex;
use store::condition::{Lists, Stale};
use store::db;
use store::derived::Renamed;
use store::journal::{self, Change, Op, Settings, Tx};
use store::lock::Lock;
use vocabulary::ids::LetterId;

pub use base::files::EXTENSION;

/// When more organizations than this are renamed at once, the index of names is built anew.
pub(crate) const MOST_FOLLOWED: usize = 5_000;

/// An open coalition. Closing is dropping it; nothing is ever unsaved.
pub struct Coalition {
    pub(crate) conn: Connection,
    /// Every name in the coalition, for recognizing; see `organization/name_index.rs`.
    pub(crate) names: RefCell<NameCache>,
    /// What is remembered of the lists; forgotten when anything changes.
    pub(crate) lists: RefCell<Lists>,
    /// What finding remembers of the words in the coalition and of what was used.
    pub(crate) search: RefCell<Memory>,
    /// What the sign-ons of the letter that was looked at last rest on.
    filed: RefCell<FiledCache>,
    pub(crate) settings: Settings,
    pub(crate) paper: Paper,
    path: PathBuf,
    /// Whether it can only be looked at.
    read_only: bool,
    /// Whether anything was written since it was opened.
    written: bool,
    /// What the file is locked with.
    key: Option<Passphrase>,
    /// Given back after the connection, which is above.
    lock: Option<Lock>,
}

impl Coalition {
    /// Makes an empty coalition at a place where nothing stands yet.
    ///
    /// # Errors
    /// [`Error::FileExists`], [`Error::NotWritable`], [`Error::DiskFull`].
    pub fn create(path: &Path) -> Result<Self> {
        Self::create_with(path, None)
    }

    /// The same, locked when there is a passphrase.
    ///
    /// # Errors
    /// As [`Coalition::create`].
    pub fn create_with(path: &Path, key: Option<Passphrase>) -> Result<Self> {
        if path.exists() {
            return Err(Error::FileExists(path.to_path_buf()));
        }
        let conn = db::create(path, key.as_ref())?;
        let lock = Lock::take(path)?;
        Self::new(conn, path.to_path_buf(), Some(lock), key)
    }

    /// Opens a coalition and holds it until it is dropped. One that can't be written is opened to look at: see
    /// [`Coalition::is_read_only`].
    ///
    /// # Errors
    /// [`Error::FileMissing`], [`Error::NotACoalition`], [`Error::FileTooNew`], [`Error::InUse`],
    /// [`Error::NotWritable`], [`Error::DamagedFile`]. The file is as it was.
    pub fn open(path: &Path) -> Result<Self> {
        Self::open_with(path, None)
    }

    /// The same, with the passphrase that a locked one needs.
    ///
    /// # Errors
    /// As [`Coalition::open`]; [`Error::Locked`], [`Error::WrongPassphrase`].
    pub fn open_with(path: &Path, key: Option<Passphrase>) -> Result<Self> {
        if !path.exists() {
            return Err(Error::FileMissing(path.to_path_buf()));
        }
        let opened = Lock::take(path).and_then(|lock| {
            // A kill while a lock was taken off left the beginning of a plain copy.
            remove_left_over(path);
            if lock.log_is_foreign(path) {
                db::set_log_aside(path)?;
            }
            let conn = db::open(path, key.as_ref())?;
            db::check_quickly(&conn, path)?;
            // What was done before may have been killed before it gave this back.
            give_back_space(&conn);
            Self::new(conn, path.to_path_buf(), Some(lock), key.clone())
        });
        match opened {
            // A disk without room for a log is no reason not to look, either.
            Err(Error::NotWritable(_) | Error::DiskFull) => {
                let conn = db::open_to_look(path, key.as_ref())?;
                let mut coalition = Self::new(conn, path.to_path_buf(), None, key)?;
                coalition.read_only = true;
                Ok(coalition)
            }
            Err(Error::Damaged) => Err(Error::DamagedFile(path.to_path_buf())),
            opened => opened,
        }
    }

    /// Keeps other windows and programs from opening a file that is worked on without being open.
    pub(crate) fn hold(path: &Path) -> Result<impl Sized> {
        Lock::take(path)
    }

    /// A coalition without a file, gone when it is dropped.
    pub fn in_memory() -> Result<Self> {
        Self::new(db::in_memory()?, PathBuf::new(), None, None)
    }

    fn new(mut conn: Connection, path: PathBuf, lock: Option<Lock>, key: Option<Passphrase>) -> Result<Self> {
        let search = Memory::watching(&mut conn)?;
        let locked = !path.as_os_str().is_empty() && db::is_locked(&path)?;
        Ok(Self {
            conn,
            names: RefCell::default(),
            lists: RefCell::default(),
            filed: RefCell::default(),
            search: RefCell::new(search),
            settings: Settings::default(),
            paper: Paper::default(),
            path,
            read_only: false,
            written: false,
            key: key.filter(|_| locked),
            lock,
        })
    }

    /// Whether anything was written since it was opened.
    pub fn is_written(&self) -> bool {
        self.written
    }

    /// Whether it can only be looked at, because its file or the folder can't be written. Every action is then refused.
    pub fn is_read_only(&self) -> bool {
        self.read_only
    }

    /// Who acts from now on, as the history names them; empty for nobody in particular, as it is at first.
    ///
    /// # Errors
    /// A rule when the name is too long (field `author`).
    pub fn set_author(&mut self, name: &str) -> Result<()> {
        self.settings.author = author_name(name)?;
        Ok(())
    }

    /// Who acts, as the history names them, or empty.
    pub fn author(&self) -> &str {
        &self.settings.author
    }

    /// What documents are made for from now on; US Letter at first.
    pub fn set_paper(&mut self, paper: Paper) {
        self.paper = paper;
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
        db::back_up(&self.conn, to, self.key.as_ref())
    }

    /// The one door: runs an action, and writes it whole with its journal entry and its line in the history, or not at
    /// all. An action that changes nothing leaves no trace.
    pub(crate) fn transact<T>(
        &mut self,
        op: Op,
        now: DateTime<Utc>,
        act: impl FnOnce(&mut Tx) -> Result<T>,
    ) -> Result<Change<T>> {
        self.transact_watched(op, now, &mut no_progress, |tx, _| act(tx))
    }

    /// The same for what takes long: `watch` is handed to the action, and then is told of making what is derived from it.
    ///
    /// # Errors
    /// [`Error::Cancelled`] when `watch` says so, with nothing written.
    pub(crate) fn transact_watched<T>(
        &mut self,
        op: Op,
        now: DateTime<Utc>,
        watch: ProgressFn,
        act: impl FnOnce(&mut Tx, ProgressFn) -> Result<T>,
    ) -> Result<Change<T>> {
        self.check_writable()?;
        let change = journal::transact(&mut self.conn, &self.settings, op, now, watch, act)?;
        self.wrote();
        self.invalidate_caches(&change.tables, &change.renamed);
        Ok(change)
    }

    /// Folds what was written into the file itself, which is then all there is to copy. What is not folded now is when more is
    /// written or the file is closed.
    pub(crate) fn wrote(&mut self) {
        self.written = true;
        if let Some(lock) = &self.lock {
            lock.note_folding();
            if db::fold_log(&self.conn).is_ok() {
                lock.note_folded(&self.path);
            }
        }
    }

    /// Drops everything that is remembered of what is in the file.
    pub(crate) fn forget_memory(&mut self) -> Result<()> {
        self.lists.borrow_mut().forget(Stale::All);
        self.names.take();
        self.filed.take();
        self.search = RefCell::new(Memory::watching(&mut self.conn)?);
        Ok(())
    }

    /// What the sign-ons of a letter rest on.
    pub(crate) fn filed(&self, letter: LetterId) -> Result<Arc<Filed>> {
        self.filed.borrow_mut().of(&self.conn, letter)
    }

    /// Whether the file is still where it was opened. When another program moved, renamed or replaced it meanwhile, nothing more
    /// is written: it would not be in the file that is found there.
    pub fn is_in_place(&self) -> bool {
        self.lock.as_ref().is_none_or(|lock| lock.is_in_place(&self.path))
    }

    /// Writes what is no action, with nothing to undo. See [`journal::aside`].
    pub(crate) fn aside<T>(
        &mut self,
        op: Op,
        now: DateTime<Utc>,
        table: &str,
        act: impl FnOnce(&mut Tx) -> Result<T>,
    ) -> Result<Change<T>> {
        self.check_writable()?;
        let change = journal::aside(&mut self.conn, op, now, table, act)?;
        self.wrote();
        Ok(change)
    }

    /// Fills the coalition with what nobody did, whole or not at all: nothing of it can be undone. See
    /// [`journal::unrecorded`].
    pub(crate) fn fill<T>(&mut self, write: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        self.check_writable()?;
        let output = journal::unrecorded(&mut self.conn, &self.settings, write)?;
        self.wrote();
        self.lists.borrow_mut().forget(Stale::All);
        self.names.take();
        self.filed.take();
        Ok(output)
    }

    pub(crate) fn check_writable(&self) -> Result<()> {
        if self.read_only {
            let file = self.path.display().to_string();
            return Err(Error::rule(Message::new("error-read-only").text("file", file)));
        }
        if !self.is_in_place() {
            return Err(Error::FileMoved(self.path.clone()));
        }
        Ok(())
    }

    /// Undoes the last action, also one from before the program was last closed, as far back as the journal reaches: a year or
    /// the last 500 actions, and 64 MB of compressed changesets.
    ///
    /// # Errors
    /// [`Error::NothingLeft`].
    pub fn undo(&mut self, now: DateTime<Utc>) -> Result<Change<()>> {
        self.step(false, now)
    }

    /// Does the action that was undone last again.
    ///
    /// # Errors
    /// [`Error::NothingLeft`].
    pub fn redo(&mut self, now: DateTime<Utc>) -> Result<Change<()>> {
        self.step(true, now)
    }

    fn step(&mut self, redo: bool, now: DateTime<Utc>) -> Result<Change<()>> {
        self.check_writable()?;
        let change = journal::step(&mut self.conn, &self.settings, redo, now)?;
        self.wrote();
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
        self.filed.borrow_mut().note(tables);
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

impl Drop for Coalition {
    fn drop(&mut self) {
        if self.written && self.is_in_place() && !self.path.as_os_str().is_empty() {
            give_back_space(&self.conn);
        }
    }
}

/// Deletes what no undo needs any longer, and gives the space back when it is much. Best effort: the file is whole without it, and
/// it is tried again when it is next opened or closed.
fn give_back_space(conn: &Connection) {
    let _ = journal::delete_unreachable(conn).and_then(|_| db::give_back_space(conn));
}

/// Whether a file is locked with a passphrase.
///
/// # Errors
/// That it can't be read.
pub fn is_locked(path: &Path) -> Result<bool> {
    db::is_locked(path)
}

/// A name as the history keeps it beside an action: one line, without blanks at its ends.
///
/// # Errors
/// A rule when it is too long (field `author`).
pub fn author_name(name: &str) -> Result<String> {
    let name = base::text::one_line(name);
    base::text::check_length("author", &name)?;
    Ok(name)
}

#[cfg(test)]
mod tests;
