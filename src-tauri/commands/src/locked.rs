//! Files that are not open yet: a locked one waits for its passphrase, and one that others write to for where it is to go. With it
//! the commands of the passphrase itself.

use std::path::PathBuf;

use base::passphrase::{self, Passphrase, Strength};
use base::place::{self, Shared};
use base::time;
use serde::Serialize;
use ts_rs::TS;
use undersigned_core::backup;
use undersigned_core::{Coalition, Error, Language, Message};
use wire::{AppState, WireError};

use crate::host::SaveAs;
use crate::window::{COALITIONS, Window};
use crate::{Answer, keychain};

/// The kind of the refusal to work in a folder that others write to: the page then offers ways out.
const SHARED: &str = "shared";

/// A file that was to be opened, and what it waits for.
pub struct Waiting {
    /// Where it is.
    pub path: PathBuf,
    /// Whether it needs its passphrase.
    pub locked: bool,
    /// Who else writes to its folder.
    pub shared: Option<Shared>,
    /// Whether it is damaged.
    pub damaged: bool,
}

/// The file that waits, as the page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "locking/")]
pub struct WaitingFile {
    /// Its name, without its ending.
    pub file_name: String,
    /// Where it is.
    pub file_path: String,
    /// Whether it needs its passphrase.
    pub locked: bool,
    /// Why it is not worked on where it lies, as a sentence; None when it may be.
    pub shared: Option<String>,
    /// That it is damaged, as a sentence.
    pub damaged: Option<String>,
    /// When its latest backup was made, ISO 8601 in UTC.
    pub backup: Option<String>,
    /// Whether the system's keychain keeps its passphrase.
    pub kept: bool,
    /// The language of the window.
    pub language: Language,
    /// Whether another file is open, to go back to.
    pub back: bool,
}

/// What became of the copies of a file when its passphrase changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "locking/")]
pub struct PassphraseSet {
    /// How many copies went the same way.
    pub copies: usize,
    /// Copies that could not: they are as they were.
    pub left: Vec<PathBuf>,
    /// The state after it.
    pub app: AppState,
}

impl Waiting {
    /// What keeps a file from being opened at once; None when nothing does.
    pub(crate) fn of(path: PathBuf, locked: bool, own: bool) -> Option<Self> {
        let shared = if own { None } else { place::shared_by(&path) };
        (locked || shared.is_some()).then_some(Self {
            path,
            locked,
            shared,
            damaged: false,
        })
    }

    /// Why it is not open.
    pub(crate) fn refusal(&self, language: Language) -> WireError {
        if self.damaged {
            return WireError::new(&Error::DamagedFile(self.path.clone()), language);
        }
        match self.shared_sentence(language) {
            Some(message) => WireError {
                kind: SHARED,
                message,
                field: None,
            },
            None => WireError::new(&Error::Locked(self.path.clone()), language),
        }
    }

    /// Why no new file is made there. Nothing waits.
    pub(crate) fn no_new_one(&self, language: Language) -> WireError {
        WireError {
            kind: "rule",
            ..self.refusal(language)
        }
    }

    fn shared_sentence(&self, language: Language) -> Option<String> {
        let message = match self.shared?.name() {
            Some(name) => Message::new("error-shared").text("name", name),
            None => Message::new("error-on-network"),
        };
        Some(message.to_string(language))
    }
}

/// The file that waits for its passphrase or for where it is to go, if any.
pub fn get_waiting(window: &Window) -> Answer<Option<WaitingFile>> {
    let (language, back, app) = (window.language(), window.is_any_open(), window.app());
    Ok(window.waiting(|waiting| WaitingFile {
        damaged: waiting
            .damaged
            .then(|| Error::DamagedFile(waiting.path.clone()).sentence(language)),
        backup: app
            .backups_of(&waiting.path)
            .latest()
            .map(|(at, _)| time::store(at)),
        kept: waiting.locked && app.is_passphrase_kept(&waiting.path),
        file_name: waiting
            .path
            .file_stem()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default(),
        file_path: waiting.path.display().to_string(),
        locked: waiting.locked,
        shared: waiting.shared_sentence(language),
        language,
        back,
    }))
}

/// Lets go of the file that waits; the one that is open stays.
pub fn leave_waiting(window: &Window) -> Answer<AppState> {
    window.leave_waiting();
    window.state()
}

/// Opens the locked file that waits.
///
/// # Errors
/// `wrong-passphrase`, and why it can't be opened. It waits on.
pub fn unlock(window: &Window, passphrase: String) -> Answer<AppState> {
    let path = waiting_path(window)?;
    let key = Passphrase::new(&passphrase).map_err(|error| window.say(&error))?;
    let coalition = Coalition::open_with(&path, Some(key)).map_err(|error| {
        if error.is_damage() {
            window.note_damaged(&path, true);
        }
        window.say(&error)
    })?;
    window.replace(coalition, None);
    window.state()
}

/// Closes a locked file: nothing of it, and no key, stays in memory. It waits for its passphrase.
///
/// # Errors
/// A rule when it has none.
pub fn lock(window: &Window) -> Answer<()> {
    window.lock_file()
}

/// Brings the file that waits to a place where nobody else writes, and opens it there: into the program's own folder, where it is
/// from then on, or (`copy`) as a copy where the person says. None when the person cancels.
///
/// # Errors
/// `wrong-passphrase`; that it can't be read or written. It waits on.
pub fn bring_here(window: &Window, passphrase: Option<String>, copy: bool) -> Answer<Option<AppState>> {
    let from = waiting_path(window)?;
    let say = |error: &Error| window.say(error);
    let key = read_passphrase(window, passphrase)?;
    let to = if copy {
        let name = from.file_name().map(|name| name.to_string_lossy().into_owned());
        let dialog = SaveAs::named(name.unwrap_or_default()).kind(COALITIONS);
        let Some(to) = window.host().pick_destination(&dialog) else {
            return Ok(None);
        };
        if to.exists() {
            return Err(say(&Error::FileExists(to)));
        }
        let waiting = Waiting::of(to.clone(), false, window.app().is_own(&to));
        if let Some(waiting) = waiting {
            return Err(waiting.no_new_one(window.language()));
        }
        to
    } else {
        window.app().free_place(&from)
    };
    let backups = window.app().backups_of(&to);
    // Written as a backup is brought back: read without being opened for work, checked, and put in its place in one step.
    backup::restore(&to, &from, key.as_ref(), &backups, window.app().now()).map_err(|error| say(&error))?;
    let coalition = Coalition::open_with(&to, key).map_err(|error| say(&error))?;
    window.replace(coalition, None);
    if !copy && let Err(error) = std::fs::remove_file(&from) {
        let reason = Error::file(&from, error).sentence(window.language());
        window.note(&Message::new("notice-moved-left").text("reason", reason));
    }
    window.state().map(Some)
}

/// The passphrase that somebody typed, or None for nothing.
pub(crate) fn read_passphrase(window: &Window, typed: Option<String>) -> Answer<Option<Passphrase>> {
    let typed = typed.filter(|text| !text.trim().is_empty());
    let passphrase = typed.map(|text| Passphrase::new(&text)).transpose();
    passphrase.map_err(|error| window.say(&error))
}

/// The path of the file that waits.
pub(crate) fn waiting_path(window: &Window) -> Answer<PathBuf> {
    let path = window.waiting(|waiting| waiting.path.clone());
    path.ok_or_else(|| window.say(&Error::rule(Message::new("error-no-coalition"))))
}

/// Locks the open file with a passphrase, changes it, or takes it off (None).
///
/// # Errors
/// `wrong-passphrase` when the file is locked and `current` is not its passphrase; why it can't be written. Then it is as it was.
pub fn set_passphrase(
    window: &Window,
    current: Option<String>,
    passphrase: Option<String>,
) -> Answer<PassphraseSet> {
    let read = |text: Option<String>| text.map(|text| Passphrase::new(&text)).transpose();
    let say = |error: Error| window.say(&error);
    let new = read(passphrase).map_err(say)?;
    let current = read(current).map_err(say)?;
    let done = window.on_file(|coalition, backups| {
        let known = current.is_some_and(|current| coalition.is_passphrase(&current));
        if coalition.is_locked() && !known {
            return Err(Error::WrongPassphrase(coalition.path().to_path_buf()));
        }
        coalition.set_passphrase(new, backups)
    })?;
    keychain::follow_passphrase(window)?;
    Ok(PassphraseSet {
        copies: done.copies.len(),
        left: done.left,
        app: window.state()?,
    })
}

/// Makes a passphrase up.
pub fn generate_passphrase(window: &Window) -> Answer<String> {
    let made = Passphrase::generate(window.language()).map_err(|error| window.say(&error))?;
    Ok(made.text().to_owned())
}

/// How hard a passphrase is to guess.
pub fn judge_passphrase(_: &Window, passphrase: String) -> Answer<Strength> {
    Ok(passphrase::strength(&passphrase))
}
