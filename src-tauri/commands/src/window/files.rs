//! Which file is open in the window: opened, made, brought back, locked, and the one that waits for something.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

use chrono::{DateTime, Utc};
use undersigned_core::backup;
use undersigned_core::coalition::{EXTENSION, is_locked};
use undersigned_core::{Coalition, Error, Message};
use wire::WireError;

use super::Window;
use crate::Answer;
use crate::locked::Waiting;

impl Window {
    /// Opens a coalition in place of the open one, which stays open when it can't.
    ///
    /// # Errors
    /// Why it can't.
    pub fn open_file(&self, path: &Path) -> Answer<()> {
        if self.is_open(path) {
            return Ok(());
        }
        if path.exists() {
            self.wait_for(path, is_locked(path).unwrap_or(false))?;
        }
        match Coalition::open(path) {
            Ok(coalition) => {
                self.replace(coalition, None);
                Ok(())
            }
            Err(error) => {
                if error.is_damage() {
                    self.note_damaged(path, false);
                }
                Err(self.say(&error))
            }
        }
    }

    /// Lets a damaged file wait for what is to become of it.
    pub(crate) fn note_damaged(&self, path: &Path, locked: bool) {
        self.hold().waiting = Some(Waiting {
            path: path.to_path_buf(),
            locked,
            shared: None,
            damaged: true,
        });
    }

    /// Lets a file wait that can't be opened at once.
    fn wait_for(&self, path: &Path, locked: bool) -> Answer<()> {
        let Some(waiting) = Waiting::of(path.to_path_buf(), locked, self.app.is_own(path)) else {
            return Ok(());
        };
        let refusal = waiting.refusal(self.language());
        self.hold().waiting = Some(waiting);
        Err(refusal)
    }

    /// What the file that waits is, if any.
    pub(crate) fn waiting<T>(&self, of: impl FnOnce(&Waiting) -> T) -> Option<T> {
        self.hold().waiting.as_ref().map(of)
    }

    /// Whether a coalition is open.
    pub(crate) fn is_any_open(&self) -> bool {
        self.hold().coalition.is_some()
    }

    /// Lets go of the file that waits, unless there is nothing else to show.
    pub(crate) fn leave_waiting(&self) {
        let mut held = self.hold();
        if held.coalition.is_some() {
            held.waiting = None;
        }
    }

    /// Closes the open file, which is locked: what was read of it is dropped, and it waits for its passphrase.
    pub(crate) fn lock_file(&self) -> Answer<()> {
        let language = self.language();
        let mut held = self.hold();
        let path = match &held.coalition {
            Some(coalition) if coalition.is_locked() => coalition.path().to_path_buf(),
            _ => {
                return Err(WireError::new(
                    &Error::rule(Message::new("error-not-locked")),
                    language,
                ));
            }
        };
        held.back_up_changed(&self.app);
        held.coalition = None;
        held.opened += 1;
        let waiting = Waiting {
            path,
            locked: true,
            shared: None,
            damaged: false,
        };
        held.failure = Some(waiting.refusal(language));
        held.waiting = Some(waiting);
        drop(held);
        self.forget_shown();
        self.note_dropped(&[]);
        Ok(())
    }

    /// Brings a backup back in place of the open file.
    pub(crate) fn restore(&self, from: &Path) -> Answer<()> {
        let language = self.language();
        let mut held = self.hold();
        let coalition = held.coalition.take();
        let Some(coalition) = coalition else {
            return Err(held.no_file(language));
        };
        let (path, key) = (coalition.path().to_path_buf(), coalition.key().cloned());
        // A file that somebody moved is not there to be kept, and what is there is not ours to replace.
        let in_place = coalition.is_in_place();
        drop(coalition);
        held.opened += 1;
        let backups = self.app.backups_of(&path);
        let restored = if in_place {
            backup::restore(&path, from, key.as_ref(), &backups, self.app.now()).map(drop)
        } else {
            Err(Error::FileMoved(path.clone()))
        };
        let opened = Coalition::open_with(&path, key).map_err(|error| WireError::new(&error, language));
        if let Err(error) = &opened {
            held.failure = Some(error.clone());
        }
        drop(held);
        self.replace(opened?, None);
        restored.map_err(|error| self.say(&error))
    }

    /// Makes an empty coalition and opens it.
    pub(crate) fn new_file(&self, path: &Path) -> Answer<()> {
        let path = with_ending(path);
        if let Some(waiting) = Waiting::of(path.clone(), false, self.app.is_own(&path)) {
            return Err(waiting.no_new_one(self.language()));
        }
        let coalition = Coalition::create(&path).map_err(|error| self.say(&error))?;
        self.replace(coalition, None);
        Ok(())
    }

    /// Opens one's own coalition: the last one that was no sample, else the one in the system's place.
    pub(crate) fn open_own(&self) -> Answer<()> {
        let own = self.app.own_file();
        match self.app.last_file() {
            Some(path) if path.exists() => self.open_file(&path),
            _ if own.exists() => self.open_file(&own),
            _ => self.new_file(&own),
        }
    }

    /// Makes the sample in a folder of its own and opens it. It goes when it is left.
    ///
    /// # Errors
    /// That it can't be written.
    pub fn open_sample(&self) -> Answer<()> {
        if self.hold().sample.is_some() {
            return Ok(());
        }
        self.open_filled(undersigned_sample::fill)
    }

    /// Opens a coalition that is filled here, in a folder of its own. It is a sample too: it goes when it is left.
    ///
    /// # Errors
    /// That it can't be written; what `fill` says.
    pub fn open_filled(
        &self,
        fill: impl FnOnce(&mut Coalition, DateTime<Utc>) -> Result<(), Error>,
    ) -> Answer<()> {
        static SAMPLES: AtomicU64 = AtomicU64::new(0);
        let folder = self.app.folder_of_sample(SAMPLES.fetch_add(1, Relaxed));
        let _ = std::fs::remove_dir_all(&folder);
        let made =
            Coalition::create(&folder.join(format!("sample.{EXTENSION}"))).and_then(|mut coalition| {
                fill(&mut coalition, self.app.now())?;
                Ok(coalition)
            });
        let coalition = made.map_err(|error| self.say(&error))?;
        self.replace(coalition, Some(folder));
        Ok(())
    }

    /// Writes a copy of the open coalition.
    pub(crate) fn save_copy(&self, path: &Path) -> Answer<PathBuf> {
        let path = with_ending(path);
        self.ask(|coalition, _| coalition.save_copy(&path))?;
        Ok(path)
    }
}

/// A path with the ending of a coalition, put on where another or none is.
pub(crate) fn with_ending(path: &Path) -> PathBuf {
    if path
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case(EXTENSION))
    {
        return path.to_path_buf();
    }
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".{EXTENSION}"));
    PathBuf::from(name)
}
