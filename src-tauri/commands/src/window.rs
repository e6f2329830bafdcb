//! One window: the coalition that is open in it, the source that it imports, and the work that runs for it.

mod files;
mod rename;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use base::files::write_whole;
use base::progress::Progress;
use chrono::{DateTime, Utc};
use store::journal::Change;
use undersigned_core::backup::Backups;
use undersigned_core::coalition::EXTENSION;
use undersigned_core::{Coalition, Error, Language, Message, ReadAhead};
use vocabulary::ids::LetterId;
use wire::{AppState, Applied, LedgerSnapshot, LedgerView, Wire, WireError};

use crate::Answer;
use crate::answers::AnswersWaiting;
use crate::app::App;
use crate::call::Reported;
use crate::host::{FileKind, Host, SaveAs};
use crate::import::OpenImport;
use crate::locked::Waiting;
use crate::settings::Settings;
pub(crate) use files::with_ending;

/// The time that the page has for itself before a file is read ahead.
const READ_AHEAD_DELAY: Duration = Duration::from_millis(400);

/// The time between two steps of reading ahead.
const READ_AHEAD_PAUSE: Duration = Duration::from_millis(8);

/// From how many rows on a change is large.
const MANY: usize = 10;

/// What one window shows; every command gets it.
pub struct Window {
    app: Arc<App>,
    host: Arc<dyn Host>,
    held: Arc<Mutex<Held>>,
    /// What the system dropped on the window last: of files that the page names, only these are read.
    dropped: Mutex<Vec<PathBuf>>,
    /// The answers that wait to be looked at.
    pub(crate) answers: AnswersWaiting,
    /// The source that is open for importing.
    pub(crate) import: OpenImport,
    /// The ledger that the page shows.
    seen: Mutex<LedgerSnapshot>,
    /// The number of the long work that may go on; a new one, or cancelling, takes the next.
    work: Arc<AtomicU64>,
    /// How often something was put on the clipboard.
    copied: Arc<AtomicU64>,
}

struct Held {
    coalition: Option<Coalition>,
    /// How many files were opened so far.
    opened: u64,
    /// Why no coalition is open.
    failure: Option<WireError>,
    /// The file that waits for its passphrase, or for where it is to go.
    waiting: Option<Waiting>,
    /// What is to be said with the next answer.
    notice: Option<String>,
    /// The folder of the sample while it is open; it goes when the sample is left.
    sample: Option<PathBuf>,
}

/// A panic elsewhere leaves the coalition whole: every write is one transaction. So the lock is taken all the same.
fn lock(held: &Mutex<Held>) -> MutexGuard<'_, Held> {
    held.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Reads ahead in a file that was opened, once the page has asked for what it shows, and step by step, so that what the
/// person asks for comes in between.
fn read_ahead(held: &Mutex<Held>, opened: u64) {
    std::thread::sleep(READ_AHEAD_DELAY);
    let mut ahead = ReadAhead::default();
    loop {
        let held = lock(held);
        let Some(coalition) = held.coalition.as_ref().filter(|_| held.opened == opened) else {
            return;
        };
        // What can't be read now is read when it is asked for, and said then.
        if !coalition.read_ahead(&mut ahead).unwrap_or(false) {
            return;
        }
        drop(held);
        std::thread::sleep(READ_AHEAD_PAUSE);
    }
}

impl Window {
    pub(crate) fn new(app: Arc<App>, host: Box<dyn Host>, failure: Option<WireError>) -> Self {
        Self {
            app,
            host: Arc::from(host),
            held: Arc::new(Mutex::new(Held {
                coalition: None,
                opened: 0,
                failure,
                waiting: None,
                notice: None,
                sample: None,
            })),
            dropped: Mutex::default(),
            answers: AnswersWaiting::default(),
            import: OpenImport::default(),
            seen: Mutex::default(),
            work: Arc::default(),
            copied: Arc::default(),
        }
    }

    /// Opens the file that the window begins with.
    pub(crate) fn begin(&self, asked: Option<PathBuf>) {
        let opened = match asked {
            Some(path) => self.open_file(&path),
            None => self.open_own(),
        };
        if let Err(error) = opened {
            self.hold().failure = Some(error);
        }
    }

    fn hold(&self) -> MutexGuard<'_, Held> {
        lock(&self.held)
    }

    /// The program that the window belongs to.
    pub fn app(&self) -> &App {
        &self.app
    }

    /// The desktop around the window.
    pub fn host(&self) -> &dyn Host {
        self.host.as_ref()
    }

    /// The language of the window.
    pub fn language(&self) -> Language {
        self.app.language()
    }

    /// An error as a sentence.
    pub(crate) fn say(&self, error: &Error) -> WireError {
        WireError::new(error, self.language())
    }

    /// Asks the open coalition something.
    pub(crate) fn ask<T>(&self, ask: impl FnOnce(&Coalition, Language) -> Result<T, Error>) -> Answer<T> {
        let language = self.language();
        let held = self.hold();
        let coalition = held.coalition.as_ref().ok_or_else(|| held.no_file(language))?;
        ask(coalition, language).map_err(|error| WireError::new(&error, language))
    }

    /// Asks the open coalition something that depends on the time.
    pub(crate) fn ask_now<T>(
        &self,
        ask: impl FnOnce(&Coalition, Language, DateTime<Utc>) -> Result<T, Error>,
    ) -> Answer<T> {
        self.ask(|coalition, language| ask(coalition, language, self.app.now()))
    }

    /// Does something to the open coalition.
    pub(crate) fn act<T: Wire>(
        &self,
        act: impl FnOnce(&mut Coalition, DateTime<Utc>) -> Result<Change<T>, Error>,
    ) -> Answer<Applied<T>> {
        let language = self.language();
        let mut held = self.hold();
        let (none, sample) = (held.no_file(language), held.sample.is_some());
        let coalition = held.coalition.as_mut().ok_or(none)?;
        let mut applied = act(coalition, self.app.now())
            .and_then(|change| Applied::new(coalition, change, sample, language))
            .map_err(|error| WireError::new(&error, language))?;
        applied.app.notice = held.notice.take();
        Ok(applied)
    }

    /// Does something large to the open coalition: a backup is made before.
    pub(crate) fn act_backed_up<T: Wire>(
        &self,
        act: impl FnOnce(&mut Coalition, DateTime<Utc>) -> Result<Change<T>, Error>,
    ) -> Answer<Applied<T>> {
        self.hold().back_up(&self.app);
        self.act(act)
    }

    /// Makes a backup before as many rows are changed as nobody puts right by hand.
    pub(crate) fn back_up_for(&self, rows: usize) {
        if rows >= MANY {
            self.hold().back_up(&self.app);
        }
    }

    /// Does what concerns the open file and its backups.
    pub(crate) fn on_file<T>(
        &self,
        work: impl FnOnce(&mut Coalition, &Backups) -> Result<T, Error>,
    ) -> Answer<T> {
        self.on_coalition(|coalition| {
            let backups = self.app.backups_of(coalition.path());
            work(coalition, &backups)
        })
    }

    /// Runs what asks the open coalition, and says which of its tables were read. Nothing is read ahead from then on.
    pub(crate) fn noting_reads<T>(&self, run: impl FnOnce() -> Answer<T>) -> Answer<(T, BTreeSet<String>)> {
        let Ok(reads) = self.on_coalition(Coalition::note_reads) else {
            return Ok((run()?, BTreeSet::new()));
        };
        let answer = run()?;
        // Another coalition may be open by now, or none.
        let tables = self.on_coalition(|coalition| reads.end(coalition));
        Ok((answer, tables.unwrap_or_default()))
    }

    fn on_coalition<T>(&self, work: impl FnOnce(&mut Coalition) -> Result<T, Error>) -> Answer<T> {
        let mut held = self.hold();
        // What reads ahead stops when another number is open.
        held.opened += 1;
        let none = held.no_file(self.language());
        work(held.coalition.as_mut().ok_or(none)?).map_err(|error| self.say(&error))
    }

    /// A letter with what became of its ledger since the page saw it.
    pub(crate) fn ledger_since(&self, id: LetterId, seen: Option<u32>) -> Answer<LedgerView> {
        // Held while the ledger is read: an older one must not be compared with a newer.
        let mut known = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let (letter, rows) = self.ask_now(|coalition, _, now| {
            Ok((coalition.get_letter(id)?, coalition.list_sign_ons(id, now)?))
        })?;
        let delta = known.diff(id, seen, rows);
        Ok(LedgerView { letter, delta })
    }

    /// Remembers what the system dropped on the window.
    pub fn note_dropped(&self, paths: &[PathBuf]) {
        let mut dropped = self.dropped.lock().unwrap_or_else(PoisonError::into_inner);
        *dropped = paths.to_vec();
    }

    /// A file that the page says was dropped, when it was: the page has no right of its own to any file.
    pub(crate) fn take_dropped(&self, path: &Path) -> Answer<PathBuf> {
        let dropped = self.dropped.lock().unwrap_or_else(PoisonError::into_inner);
        let found = dropped.iter().find(|known| known.as_path() == path).cloned();
        drop(dropped);
        found.ok_or_else(|| self.say(&Error::FileMissing(path.to_path_buf())))
    }

    /// The state of the program, as this window shows it.
    ///
    /// # Errors
    /// Why no coalition is open.
    pub fn state(&self) -> Answer<AppState> {
        let sample = self.hold().sample.is_some();
        let mut state = self.ask(|coalition, language| AppState::new(coalition, sample, language))?;
        state.notice = self.hold().notice.take();
        Ok(state)
    }

    /// Says something with the next answer.
    pub(crate) fn note(&self, notice: &Message) {
        self.hold().notice = Some(notice.to_string(self.language()));
    }

    /// Begins a long work that tells the page how far it is, and stops when it is cancelled or another begins.
    pub(crate) fn watch(&self, Reported(report): Reported) -> impl FnMut(Progress) -> bool + use<> {
        self.host.give_way();
        let number = self.work.fetch_add(1, Relaxed) + 1;
        let current = Arc::clone(&self.work);
        move |so_far| {
            report(so_far);
            current.load(Relaxed) == number
        }
    }

    /// Stops the long work that runs.
    pub(crate) fn cancel_work(&self) {
        self.work.fetch_add(1, Relaxed);
    }

    /// Asks where, and writes a file there; its path, or None when the person cancels.
    pub(crate) fn save(&self, dialog: &SaveAs, bytes: &[u8]) -> Answer<Option<String>> {
        match self.host.pick_destination(dialog) {
            Some(path) => self.write(&path, bytes).map(Some),
            None => Ok(None),
        }
    }

    /// Writes a file where the person said.
    pub(crate) fn write(&self, path: &Path, bytes: &[u8]) -> Answer<String> {
        write_whole(path, bytes).map_err(|error| self.say(&error))?;
        Ok(path.display().to_string())
    }

    /// Puts a text on the clipboard, and with it the same as HTML where there is one.
    pub(crate) fn copy(&self, text: &str, html: Option<&str>) -> Answer<()> {
        let copied = self.host.copy(text, html);
        copied.map_err(|_| self.say(&Error::rule(Message::new("error-clipboard"))))?;
        let number = self.copied.fetch_add(1, Relaxed) + 1;
        let after = self.app.settings().clear_clipboard_after;
        if after > 0 {
            let (host, copied, text) = (Arc::clone(&self.host), Arc::clone(&self.copied), text.to_owned());
            std::thread::spawn(move || {
                std::thread::sleep(Duration::from_secs(u64::from(after)));
                // What was copied since has a time of its own.
                if copied.load(Relaxed) == number {
                    host.clear_copied(&text);
                }
            });
        }
        Ok(())
    }

    /// Drops what is remembered of what the page saw.
    pub(crate) fn forget_shown(&self) {
        self.cancel_work();
        self.import.clear();
        self.answers.clear();
        *self.seen.lock().unwrap_or_else(PoisonError::into_inner) = LedgerSnapshot::default();
    }

    /// Closes the file.
    pub(crate) fn close(&self) {
        let mut held = self.hold();
        held.back_up_changed(&self.app);
        held.coalition = None;
        remove_sample(&mut held);
    }

    /// Whether a file is the one that is open in the window.
    pub(crate) fn is_open(&self, path: &Path) -> bool {
        let held = self.hold();
        let Some(coalition) = &held.coalition else {
            return false;
        };
        match (coalition.path().canonicalize(), path.canonicalize()) {
            (Ok(ours), Ok(theirs)) => ours == theirs,
            _ => false,
        }
    }

    /// Has the open coalition do from now on as the settings say.
    pub(crate) fn obey(&self, settings: &Settings) {
        if let Some(coalition) = self.hold().coalition.as_mut() {
            settings.apply(coalition);
        }
    }

    /// Puts a coalition in place of the open one.
    pub(crate) fn replace(&self, mut coalition: Coalition, sample: Option<PathBuf>) {
        self.app.settings().apply(&mut coalition);
        if sample.is_none() {
            self.app.set_last_file(coalition.path().to_path_buf());
        }
        let mut held = self.hold();
        held.back_up_changed(&self.app);
        // The old file is closed before the folder it may lie in goes.
        held.coalition = Some(coalition);
        remove_sample(&mut held);
        held.sample = sample;
        held.failure = None;
        held.waiting = None;
        held.opened += 1;
        let opened = held.opened;
        let held = Arc::clone(&self.held);
        std::thread::spawn(move || read_ahead(&held, opened));
    }
}

impl Held {
    /// Makes a backup of what is open, unless it is a sample. What keeps it from being made is said, and is in nobody's way.
    fn back_up(&mut self, app: &App) {
        let Some(coalition) = self.coalition.as_ref().filter(|_| self.sample.is_none()) else {
            return;
        };
        if let Err(error) = coalition.make_backup(&app.backups_of(coalition.path()), app.now()) {
            let language = app.language();
            let reason = error.sentence(language);
            self.notice = Some(
                Message::new("notice-no-backup")
                    .text("reason", reason)
                    .to_string(language),
            );
        }
    }

    /// The same before it is closed, when anything was written since it was opened.
    fn back_up_changed(&mut self, app: &App) {
        if self.coalition.as_ref().is_some_and(Coalition::is_written) {
            self.back_up(app);
        }
    }

    fn no_file(&self, language: Language) -> WireError {
        let none = || WireError::new(&Error::rule(Message::new("error-no-coalition")), language);
        self.failure.clone().unwrap_or_else(none)
    }
}

/// Files that are coalitions.
pub(crate) const COALITIONS: FileKind = FileKind::of("Undersigned", &[EXTENSION]);

fn remove_sample(held: &mut Held) {
    if let Some(folder) = held.sample.take() {
        let _ = std::fs::remove_dir_all(folder);
    }
}
