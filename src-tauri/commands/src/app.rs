//! The program: its windows, its language, where it keeps its own files, and what it remembers between starts.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use undersigned_core::coalition::{EXTENSION, make_private_folder};
use undersigned_core::wire::WireError;
use undersigned_core::{Coalition, Language};

use crate::host::Host;
use crate::opening::remove_copies;
use crate::settings::Settings;
use crate::window::Window;

/// The program. Each window has a coalition of its own; the language and what is remembered are the same for all.
pub struct App {
    places: Places,
    clock: Clock,
    memory: Mutex<Memory>,
    windows: Mutex<BTreeMap<String, Arc<Window>>>,
    /// Why the program's own folders can't be used.
    failure: Option<WireError>,
}

/// Where the program keeps its own files.
#[derive(Debug, Clone)]
pub struct Places {
    /// For one's own coalition, when no other was ever chosen.
    pub data: PathBuf,
    /// For what is remembered between starts.
    pub config: PathBuf,
    /// For samples, and for copies that other programs open.
    pub cache: PathBuf,
}

/// What time it is.
#[derive(Debug, Clone, Copy)]
pub enum Clock {
    /// The system's time.
    System,
    /// Always this time: for tests, and to show a coalition as it stood.
    Fixed(DateTime<Utc>),
}

impl Clock {
    /// The time.
    pub fn now(self) -> DateTime<Utc> {
        match self {
            Self::System => Utc::now(),
            Self::Fixed(time) => time,
        }
    }
}

struct Memory {
    language: Language,
    remembered: Remembered,
}

/// What is remembered between starts: no name of anybody but the person's own.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Remembered {
    language: Option<Language>,
    last_file: Option<PathBuf>,
    settings: Settings,
    /// How lists are arranged, by the list's name: the window's own JSON.
    views: BTreeMap<String, serde_json::Value>,
}

impl App {
    /// Starts the program, without a window yet.
    pub fn start(places: Places, clock: Clock) -> Self {
        let remembered: Remembered = std::fs::read(memory_file(&places))
            .ok()
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default();
        let language = remembered.language.unwrap_or_else(Language::from_environment);
        // The web view keeps its own things in these folders, and makes them for everybody to read.
        let folders = [&places.data, &places.config, &places.cache];
        let made = folders
            .into_iter()
            .try_for_each(|folder| make_private_folder(folder));
        let app = Self {
            failure: made.err().map(|error| WireError::new(&error, language)),
            places,
            clock,
            memory: Mutex::new(Memory { language, remembered }),
            windows: Mutex::default(),
        };
        app.remove_old_samples();
        remove_copies(&app.folder_of_copies());
        app
    }

    /// Opens a window with the file that was asked for, else the last one, else one's own, which is made when it is not
    /// there. A file that can't be opened is no reason not to open a window: the window then says why.
    pub fn open_window(
        self: &Arc<Self>,
        label: &str,
        host: Box<dyn Host>,
        asked: Option<PathBuf>,
    ) -> Arc<Window> {
        let window = Arc::new(Window::new(Arc::clone(self), host, self.failure.clone()));
        self.hold_windows().insert(label.to_owned(), Arc::clone(&window));
        window.begin(asked.or_else(|| self.last_file()));
        window
    }

    /// A window that is open.
    pub fn window(&self, label: &str) -> Option<Arc<Window>> {
        self.hold_windows().get(label).cloned()
    }

    /// Closes a window and its file.
    pub fn close_window(&self, label: &str) {
        let window = self.hold_windows().remove(label);
        if let Some(window) = window {
            window.close();
        }
    }

    /// Closes every window; called when the program ends.
    pub fn close(&self) {
        let windows = std::mem::take(&mut *self.hold_windows());
        for window in windows.values() {
            window.close();
        }
        remove_copies(&self.folder_of_copies());
    }

    /// The language of the windows.
    pub fn language(&self) -> Language {
        self.hold_memory().language
    }

    /// What time it is for the program.
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    pub(crate) fn set_language(&self, language: Language) {
        let mut memory = self.hold_memory();
        memory.language = language;
        memory.remembered.language = Some(language);
        self.remember(&memory.remembered);
    }

    pub(crate) fn settings(&self) -> Settings {
        self.hold_memory().remembered.settings.clone()
    }

    pub(crate) fn set_settings(&self, settings: Settings) {
        let name = settings.name.clone();
        let mut memory = self.hold_memory();
        memory.remembered.settings = settings;
        self.remember(&memory.remembered);
        drop(memory);
        for window in self.hold_windows().values() {
            window.set_author(&name);
        }
    }

    pub(crate) fn view(&self, name: &str) -> Option<serde_json::Value> {
        self.hold_memory().remembered.views.get(name).cloned()
    }

    pub(crate) fn set_view(&self, name: String, view: serde_json::Value) {
        let mut memory = self.hold_memory();
        memory.remembered.views.insert(name, view);
        self.remember(&memory.remembered);
    }

    /// The last file that was opened and was no sample.
    pub(crate) fn last_file(&self) -> Option<PathBuf> {
        self.hold_memory().remembered.last_file.clone()
    }

    pub(crate) fn set_last_file(&self, path: PathBuf) {
        let mut memory = self.hold_memory();
        memory.remembered.last_file = Some(path);
        self.remember(&memory.remembered);
    }

    /// One's own coalition, when no other was ever chosen.
    pub(crate) fn own_file(&self) -> PathBuf {
        self.places.data.join(format!("coalition.{EXTENSION}"))
    }

    /// Where private copies of files lie that the system's own programs open.
    pub(crate) fn folder_of_copies(&self) -> PathBuf {
        self.places.cache.join("opened")
    }

    /// Where a sample of this process is made, by its number.
    pub(crate) fn folder_of_sample(&self, number: u64) -> PathBuf {
        self.places
            .cache
            .join(format!("sample-{}-{number}", std::process::id()))
    }

    fn hold_memory(&self) -> MutexGuard<'_, Memory> {
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn hold_windows(&self) -> MutexGuard<'_, BTreeMap<String, Arc<Window>>> {
        self.windows.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Best effort: what can't be remembered is chosen again.
    fn remember(&self, remembered: &Remembered) {
        if let Ok(json) = serde_json::to_vec_pretty(remembered) {
            let _ = std::fs::create_dir_all(&self.places.config)
                .and_then(|()| std::fs::write(memory_file(&self.places), json));
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

fn memory_file(places: &Places) -> PathBuf {
    places.config.join("remembered.json")
}
