//! What the program holds while it runs: the open coalition, the language, and what it remembers between starts.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use tauri::ipc::Channel;
use tauri::path::PathResolver;
use undersigned_core::ReadAhead;
use undersigned_core::coalition::{EXTENSION, make_private_folder};
use undersigned_core::journal::Change;
use undersigned_core::progress::Progress;
use undersigned_core::wire::{AppState, Applied, LedgerNews, SeenLedger, WireError};
use undersigned_core::{Coalition, Error, Language, Message};
use vocabulary::ids::LetterId;

use crate::import::OpenImport;
use crate::opening::remove_copies;

/// The time that the window has for itself before a file is read ahead.
const FIRST: Duration = Duration::from_millis(400);

/// The time between two steps of reading ahead.
const BREATH: Duration = Duration::from_millis(8);

/// The answer to a command: what was asked for, or a finished sentence.
pub type Answer<T> = Result<T, WireError>;

/// The program's state; every command gets it.
pub struct App {
    held: Arc<Mutex<Held>>,
    /// What the system dropped on the window last: of files that the page names, only these are read.
    dropped: Mutex<Vec<PathBuf>>,
    /// The source that is open for importing.
    pub import: OpenImport,
    /// The ledger that the window shows.
    seen: Mutex<SeenLedger>,
    places: Places,
    /// The number of the long work that may go on; a new one, or cancelling, takes the next.
    work: Arc<AtomicU64>,
}

/// A long work that runs beside everything else until it is done, cancelled, or another begins.
pub struct Work {
    number: u64,
    current: Arc<AtomicU64>,
}

impl Work {
    /// Whether it was neither cancelled nor overtaken.
    pub fn goes_on(&self) -> bool {
        self.current.load(Relaxed) == self.number
    }
}

struct Held {
    coalition: Option<Coalition>,
    /// How many files were opened so far.
    opened: u64,
    /// Why no coalition is open.
    failure: Option<WireError>,
    /// The folder of the sample while it is open; it goes when the sample is left.
    sample: Option<PathBuf>,
    remembered: Remembered,
    language: Language,
}

/// Where the program keeps its own files.
struct Places {
    /// One's own coalition, when no other was ever chosen.
    own: PathBuf,
    /// What is remembered between starts.
    memory: PathBuf,
    /// Where samples are made.
    cache: PathBuf,
}

/// What is remembered between starts: no name of anybody.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Remembered {
    language: Option<Language>,
    last_file: Option<PathBuf>,
    /// How lists are arranged, by the list's name: the window's own JSON.
    views: BTreeMap<String, serde_json::Value>,
}

/// The coalition that a start of the program names, if any: the first argument that is no option.
pub fn file_argument(arguments: Vec<String>, folder: &Path) -> Option<PathBuf> {
    let file = arguments
        .into_iter()
        .skip(1)
        .find(|argument| !argument.starts_with('-') && !argument.is_empty())?;
    Some(folder.join(file))
}

/// A panic elsewhere leaves the coalition whole: every write is one transaction. So the lock is taken all the same.
fn lock(held: &Mutex<Held>) -> MutexGuard<'_, Held> {
    held.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Reads ahead in a file that was opened, once the window has asked for what it shows, and step by step, so that what the
/// person asks for comes in between.
fn read_ahead(held: &Mutex<Held>, opened: u64) {
    std::thread::sleep(FIRST);
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
        std::thread::sleep(BREATH);
    }
}

impl App {
    /// Starts with the file that was asked for, else the last one, else one's own, which is made when it is not there.
    /// A file that can't be opened is no reason not to start: the window then says why.
    pub fn start<R: tauri::Runtime>(paths: &PathResolver<R>, asked: Option<PathBuf>) -> tauri::Result<Self> {
        let places = Places {
            own: paths.app_data_dir()?.join(format!("coalition.{EXTENSION}")),
            memory: paths.app_config_dir()?.join("remembered.json"),
            cache: paths.app_cache_dir()?,
        };
        let remembered: Remembered = std::fs::read(&places.memory)
            .ok()
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default();
        let language = remembered.language.unwrap_or_else(Language::from_environment);
        let last = remembered.last_file.clone();
        let mut held = Held {
            coalition: None,
            opened: 0,
            failure: None,
            sample: None,
            remembered,
            language,
        };
        // The web view keeps its own things in these folders, and makes them for everybody to read.
        for folder in [
            paths.app_data_dir()?,
            paths.app_config_dir()?,
            paths.app_cache_dir()?,
        ] {
            if let Err(error) = make_private_folder(&folder) {
                held.failure = Some(WireError::new(&error, language));
            }
        }
        let app = Self {
            held: Arc::new(Mutex::new(held)),
            dropped: Mutex::default(),
            import: OpenImport::default(),
            seen: Mutex::default(),
            places,
            work: Arc::default(),
        };
        app.remove_old_samples();
        remove_copies(&app.folder_of_copies());
        let opened = match asked.or(last) {
            Some(path) => app.open_file(&path),
            None => app.open_own(),
        };
        if let Err(error) = opened {
            app.hold().failure = Some(error);
        }
        Ok(app)
    }

    fn hold(&self) -> MutexGuard<'_, Held> {
        lock(&self.held)
    }

    /// The language of the window.
    pub fn language(&self) -> Language {
        self.hold().language
    }

    /// An error as a sentence.
    pub fn say(&self, error: &Error) -> WireError {
        WireError::new(error, self.language())
    }

    /// Asks the open coalition something.
    pub fn ask<T>(&self, ask: impl FnOnce(&Coalition, Language) -> Result<T, Error>) -> Answer<T> {
        let held = self.hold();
        let language = held.language;
        let coalition = held.coalition.as_ref().ok_or_else(|| held.no_file())?;
        ask(coalition, language).map_err(|error| WireError::new(&error, language))
    }

    /// Asks the open coalition something that depends on the time.
    pub fn ask_now<T>(
        &self,
        ask: impl FnOnce(&Coalition, Language, DateTime<Utc>) -> Result<T, Error>,
    ) -> Answer<T> {
        self.ask(|coalition, language| ask(coalition, language, Utc::now()))
    }

    /// What became of a letter's ledger since the window saw it.
    pub fn news_of(&self, letter: LetterId, seen: Option<u32>) -> Answer<LedgerNews> {
        // Held while the ledger is read: an older one must not be compared with a newer.
        let mut known = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let rows = self.ask_now(|coalition, _, now| coalition.list_sign_ons(letter, now))?;
        Ok(known.news(letter, seen, rows))
    }

    /// Remembers what the system dropped on the window.
    pub fn note_dropped(&self, paths: &[PathBuf]) {
        let mut dropped = self.dropped.lock().unwrap_or_else(PoisonError::into_inner);
        *dropped = paths.to_vec();
    }

    /// A file that the page says was dropped, when it was: the page has no right of its own to any file.
    pub fn take_dropped(&self, path: &Path) -> Answer<PathBuf> {
        let dropped = self.dropped.lock().unwrap_or_else(PoisonError::into_inner);
        let found = dropped.iter().find(|known| known.as_path() == path).cloned();
        drop(dropped);
        found.ok_or_else(|| self.say(&Error::FileMissing(path.to_path_buf())))
    }

    /// Where private copies of files lie that the system's own programs open.
    pub fn folder_of_copies(&self) -> PathBuf {
        self.places.cache.join("opened")
    }

    /// Does something to the open coalition.
    pub fn act<T: undersigned_core::wire::Wire>(
        &self,
        act: impl FnOnce(&mut Coalition, DateTime<Utc>) -> Result<Change<T>, Error>,
    ) -> Answer<Applied<T>> {
        let mut held = self.hold();
        let language = held.language;
        let none = held.no_file();
        let coalition = held.coalition.as_mut().ok_or(none)?;
        act(coalition, Utc::now())
            .and_then(|change| Applied::new(coalition, change, language))
            .map_err(|error| WireError::new(&error, language))
    }

    /// The state of the program.
    pub fn state(&self) -> Answer<AppState> {
        let sample = self.hold().sample.is_some();
        self.ask(|coalition, language| AppState::new(coalition, sample, language))
    }

    /// Changes the language and remembers it.
    pub fn set_language(&self, language: Language) {
        let mut held = self.hold();
        held.language = language;
        held.remembered.language = Some(language);
        self.remember(&held.remembered);
    }

    /// How a list is arranged.
    pub fn view(&self, name: &str) -> Option<serde_json::Value> {
        self.hold().remembered.views.get(name).cloned()
    }

    /// Remembers how a list is arranged.
    pub fn set_view(&self, name: String, view: serde_json::Value) {
        let mut held = self.hold();
        held.remembered.views.insert(name, view);
        self.remember(&held.remembered);
    }

    /// Begins a long work; one that still runs stops.
    pub fn begin_work(&self) -> Work {
        Work {
            number: self.work.fetch_add(1, Relaxed) + 1,
            current: self.work.clone(),
        }
    }

    /// Begins a long work that tells the window how far it is and stops when it is cancelled.
    pub fn watch(&self, window: Channel<Progress>) -> impl FnMut(Progress) -> bool + use<> {
        let work = self.begin_work();
        move |so_far| {
            // A page that is gone needs no progress; the work ends by itself.
            let _ = window.send(so_far);
            work.goes_on()
        }
    }

    /// Stops the long work that runs.
    pub fn cancel_work(&self) {
        self.work.fetch_add(1, Relaxed);
    }

    /// Opens a coalition in place of the open one, which stays open when it can't.
    pub fn open_file(&self, path: &Path) -> Answer<()> {
        if self.is_open(path) {
            return Ok(());
        }
        let coalition = Coalition::open(path).map_err(|error| self.say(&error))?;
        self.replace(coalition, None);
        Ok(())
    }

    /// Makes an empty coalition and opens it.
    pub fn new_file(&self, path: &Path) -> Answer<()> {
        let coalition = Coalition::create(&with_ending(path)).map_err(|error| self.say(&error))?;
        self.replace(coalition, None);
        Ok(())
    }

    /// Opens one's own coalition: the last one that was no sample, else the one in the system's place.
    pub fn open_own(&self) -> Answer<()> {
        let last = self.hold().remembered.last_file.clone();
        match last {
            Some(path) if path.exists() => self.open_file(&path),
            _ if self.places.own.exists() => self.open_file(&self.places.own),
            _ => self.new_file(&self.places.own),
        }
    }

    /// Makes the sample in a folder of its own and opens it. It goes when it is left.
    pub fn open_sample(&self) -> Answer<()> {
        let folder = self.places.cache.join(format!("sample-{}", std::process::id()));
        if self.is_open(&folder.join(format!("sample.{EXTENSION}"))) {
            return Ok(());
        }
        let _ = std::fs::remove_dir_all(&folder);
        let made =
            Coalition::create(&folder.join(format!("sample.{EXTENSION}"))).and_then(|mut coalition| {
                coalition.fill_sample(Utc::now())?;
                Ok(coalition)
            });
        let coalition = made.map_err(|error| self.say(&error))?;
        self.replace(coalition, Some(folder));
        Ok(())
    }

    /// Writes a copy of the open coalition.
    pub fn save_copy(&self, path: &Path) -> Answer<PathBuf> {
        let path = with_ending(path);
        self.ask(|coalition, _| coalition.save_copy(&path))?;
        Ok(path)
    }

    /// Closes the file; called when the program ends.
    pub fn close(&self) {
        let mut held = self.hold();
        held.coalition = None;
        remove_sample(&mut held);
        remove_copies(&self.folder_of_copies());
    }

    fn is_open(&self, path: &Path) -> bool {
        let held = self.hold();
        let Some(coalition) = &held.coalition else {
            return false;
        };
        match (coalition.path().canonicalize(), path.canonicalize()) {
            (Ok(ours), Ok(theirs)) => ours == theirs,
            _ => false,
        }
    }

    fn replace(&self, coalition: Coalition, sample: Option<PathBuf>) {
        let mut held = self.hold();
        if sample.is_none() {
            held.remembered.last_file = Some(coalition.path().to_path_buf());
            self.remember(&held.remembered);
        }
        // The old file is closed before the folder it may lie in goes.
        held.coalition = Some(coalition);
        remove_sample(&mut held);
        held.sample = sample;
        held.failure = None;
        held.opened += 1;
        let opened = held.opened;
        let held = Arc::clone(&self.held);
        std::thread::spawn(move || read_ahead(&held, opened));
    }

    /// Best effort: what can't be remembered is chosen again.
    fn remember(&self, remembered: &Remembered) {
        if let (Some(folder), Ok(json)) = (self.places.memory.parent(), serde_json::to_vec_pretty(remembered))
        {
            let _ = std::fs::create_dir_all(folder).and_then(|()| std::fs::write(&self.places.memory, json));
        }
    }

    /// Samples that a crash left behind. One that another process still has open is locked by it, and stays.
    fn remove_old_samples(&self) {
        for entry in std::fs::read_dir(&self.places.cache)
            .into_iter()
            .flatten()
            .flatten()
        {
            let folder = entry.path();
            let is_sample = entry.file_name().to_string_lossy().starts_with("sample-");
            if is_sample && Coalition::open(&folder.join(format!("sample.{EXTENSION}"))).is_ok() {
                let _ = std::fs::remove_dir_all(folder);
            }
        }
    }
}

impl Held {
    fn no_file(&self) -> WireError {
        let none = || WireError::new(&Error::rule(Message::new("error-no-coalition")), self.language);
        self.failure.clone().unwrap_or_else(none)
    }
}

fn remove_sample(held: &mut Held) {
    if let Some(folder) = held.sample.take() {
        let _ = std::fs::remove_dir_all(folder);
    }
}

fn with_ending(path: &Path) -> PathBuf {
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
