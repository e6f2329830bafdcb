//! The program: its windows, its language, where it keeps its own files, and what it remembers between starts.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use base::files::{make_private_folder, write_whole};
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use undersigned_core::backup::Backups;
use undersigned_core::coalition::EXTENSION;
use undersigned_core::{Coalition, Language};
use wire::WireError;

use crate::host::Host;
use crate::opening::{remove_copies, remove_drafts};
use crate::settings::Settings;
use crate::window::Window;

/// The program. Each window has a coalition of its own; the language and what is remembered are the same for all.
pub struct App {
    places: Places,
    clock: Clock,
    memory: Mutex<Memory>,
    windows: Mutex<BTreeMap<String, Arc<Window>>>,
    /// Windows that are to be opened, with their files.
    planned: Mutex<Planned>,
    /// Held while a window is closed, so that the program does not end before its backup is made.
    closing: Mutex<()>,
    /// Held while a window is opened on demand: two requests of its page must not open it twice.
    opening: Mutex<()>,
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
    /// The person's documents, where there are any: for drafts, which a mail program in a box of its own reads only there.
    pub documents: Option<PathBuf>,
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

#[derive(Default)]
struct Planned {
    /// How many there were so far.
    count: u64,
    files: BTreeMap<String, PathBuf>,
}

/// What is remembered between starts: no name of anybody but the person's own.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Remembered {
    language: Option<Language>,
    last_file: Option<PathBuf>,
    settings: Settings,
    /// Where backups are made, when not beside the file.
    backup_folder: Option<PathBuf>,
    /// Where answers are looked for when a window comes to the front.
    answers_folder: Option<PathBuf>,
    /// When a copy of each file was last made elsewhere.
    copies: BTreeMap<PathBuf, Elsewhere>,
    /// The files whose passphrase the system's keychain keeps.
    kept: BTreeSet<PathBuf>,
    /// The files that were opened, the latest first.
    recent: Vec<PathBuf>,
    /// How lists are arranged, by the list's name: the window's own JSON.
    views: BTreeMap<String, serde_json::Value>,
}

/// Copies of a file elsewhere than on this computer.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Elsewhere {
    /// Since when it is waited for the next: the last copy, or when the file was first seen.
    since: DateTime<Utc>,
    /// Whether there is one.
    copied: bool,
    /// Whether it was said that it is long ago.
    said: bool,
}

/// So many files that were opened are remembered.
const MOST_RECENT: usize = 12;

/// How old the last copy elsewhere may be before that is said.
const COPY_DUE: TimeDelta = TimeDelta::days(30);

impl Remembered {
    fn note_recent(&mut self, path: &Path) {
        self.recent.retain(|known| known != path);
        if self.settings.keep_recent {
            self.recent.insert(0, path.to_path_buf());
            self.recent.truncate(MOST_RECENT);
        }
    }
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
            planned: Mutex::default(),
            closing: Mutex::default(),
            opening: Mutex::default(),
        };
        app.remove_old_samples();
        remove_copies(&app.folder_of_copies());
        remove_drafts(&app.folder_of_drafts());
        app
    }

    /// Opens a window with the file that was asked for or planned for it, else the last one, else one's own, which is made when
    /// it is not there. A file that can't be opened is no reason not to open a window: the window then says why.
    pub fn open_window(
        self: &Arc<Self>,
        label: &str,
        host: Box<dyn Host>,
        asked: Option<PathBuf>,
    ) -> Arc<Window> {
        let window = Arc::new(Window::new(Arc::clone(self), host, self.failure.clone()));
        let planned = hold(&self.planned).files.remove(label);
        window.begin(asked.or(planned).or_else(|| self.last_file()));
        hold(&self.windows).insert(label.to_owned(), Arc::clone(&window));
        window
    }

    /// A window that is open, or else opened with the host that `host` gives; None when that gives none.
    pub fn window_or_open(
        self: &Arc<Self>,
        label: &str,
        host: impl FnOnce() -> Option<Box<dyn Host>>,
    ) -> Option<Arc<Window>> {
        self.window(label).or_else(|| {
            let _opening = hold(&self.opening);
            self.window(label)
                .or_else(|| Some(self.open_window(label, host()?, None)))
        })
    }

    /// Remembers that a window is to be opened with a file; gives the window's name.
    pub fn plan_window(&self, file: PathBuf) -> String {
        let mut planned = hold(&self.planned);
        planned.count += 1;
        let label = format!("window-{}", planned.count);
        planned.files.insert(label.clone(), file);
        label
    }

    /// Remembers which file a window is to be opened with that has none yet.
    pub fn plan_file(&self, label: &str, file: PathBuf) {
        hold(&self.planned).files.insert(label.to_owned(), file);
    }

    /// Whether a window of this name is to be opened.
    pub fn is_planned(&self, label: &str) -> bool {
        hold(&self.planned).files.contains_key(label)
    }

    /// The name of the window that has a file open.
    pub fn window_with(&self, file: &Path) -> Option<String> {
        let windows = hold(&self.windows);
        let found = windows.iter().find(|(_, window)| window.is_open(file));
        found.map(|(label, _)| label.clone())
    }

    /// A window that is open.
    pub fn window(&self, label: &str) -> Option<Arc<Window>> {
        hold(&self.windows).get(label).cloned()
    }

    /// Closes a window and its file, and makes a backup when it was changed, which can take a while.
    pub fn close_window(&self, label: &str) {
        let _closing = hold(&self.closing);
        let window = hold(&self.windows).remove(label);
        if let Some(window) = window {
            window.close();
        }
    }

    /// Closes every window; called when the program ends.
    pub fn close(&self) {
        let _closing = hold(&self.closing);
        let windows = std::mem::take(&mut *hold(&self.windows));
        for window in windows.values() {
            window.close();
        }
        remove_copies(&self.folder_of_copies());
        remove_drafts(&self.folder_of_drafts());
    }

    /// The language of the windows.
    pub fn language(&self) -> Language {
        hold(&self.memory).language
    }

    /// What time it is for the program.
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    pub(crate) fn set_language(&self, language: Language) {
        let mut memory = hold(&self.memory);
        memory.language = language;
        memory.remembered.language = Some(language);
        self.remember(&memory.remembered);
    }

    pub(crate) fn settings(&self) -> Settings {
        hold(&self.memory).remembered.settings.clone()
    }

    pub(crate) fn set_settings(&self, settings: Settings) {
        let mut memory = hold(&self.memory);
        if !settings.keep_recent {
            memory.remembered.recent.clear();
        }
        memory.remembered.settings = settings.clone();
        self.remember(&memory.remembered);
        drop(memory);
        for window in hold(&self.windows).values() {
            window.obey(&settings);
        }
    }

    pub(crate) fn view(&self, name: &str) -> Option<serde_json::Value> {
        hold(&self.memory).remembered.views.get(name).cloned()
    }

    pub(crate) fn set_view(&self, name: String, view: serde_json::Value) {
        let mut memory = hold(&self.memory);
        memory.remembered.views.insert(name, view);
        self.remember(&memory.remembered);
    }

    /// Where the backups of a file are.
    pub(crate) fn backups_of(&self, file: &Path) -> Backups {
        Backups::of(file, self.backup_folder().as_deref())
    }

    /// The folder that was chosen for backups.
    pub(crate) fn backup_folder(&self) -> Option<PathBuf> {
        hold(&self.memory).remembered.backup_folder.clone()
    }

    pub(crate) fn set_backup_folder(&self, folder: Option<PathBuf>) {
        let mut memory = hold(&self.memory);
        memory.remembered.backup_folder = folder;
        self.remember(&memory.remembered);
    }

    /// When a copy of a file was last made elsewhere.
    pub(crate) fn copied_at(&self, file: &Path) -> Option<DateTime<Utc>> {
        let memory = hold(&self.memory);
        let copy = memory.remembered.copies.get(file).filter(|copy| copy.copied);
        copy.map(|copy| copy.since)
    }

    /// Remembers that a copy of a file was made elsewhere just now.
    pub(crate) fn note_copied(&self, file: &Path) {
        self.set_elsewhere(file, true, false);
    }

    /// Whether no copy of a file was made elsewhere for a month, and that was not said yet; then when the last one was. It counts
    /// as said from then on.
    pub(crate) fn is_copy_due(&self, file: &Path) -> Option<Option<DateTime<Utc>>> {
        let known = hold(&self.memory).remembered.copies.get(file).cloned();
        let Some(known) = known else {
            self.set_elsewhere(file, false, false);
            return None;
        };
        if known.said || self.now() - known.since < COPY_DUE {
            return None;
        }
        let mut memory = hold(&self.memory);
        if let Some(copy) = memory.remembered.copies.get_mut(file) {
            copy.said = true;
        }
        self.remember(&memory.remembered);
        Some(known.copied.then_some(known.since))
    }

    fn set_elsewhere(&self, file: &Path, copied: bool, said: bool) {
        let since = self.now();
        let mut memory = hold(&self.memory);
        let elsewhere = Elsewhere { since, copied, said };
        memory.remembered.copies.insert(file.to_path_buf(), elsewhere);
        self.remember(&memory.remembered);
    }

    /// Whether the keychain keeps the passphrase of a file.
    pub(crate) fn is_passphrase_kept(&self, file: &Path) -> bool {
        hold(&self.memory).remembered.kept.contains(file)
    }

    pub(crate) fn note_passphrase_kept(&self, file: &Path, kept: bool) {
        let mut memory = hold(&self.memory);
        if kept {
            memory.remembered.kept.insert(file.to_path_buf());
        } else {
            memory.remembered.kept.remove(file);
        }
        self.remember(&memory.remembered);
    }

    /// Whether a file lies in one of the program's own folders.
    pub(crate) fn is_own(&self, file: &Path) -> bool {
        file.starts_with(&self.places.data) || file.starts_with(&self.places.cache)
    }

    /// A place in the program's own folder, with the name of a file that comes from elsewhere.
    pub(crate) fn free_place(&self, of: &Path) -> PathBuf {
        let stem = of.file_stem().map(|stem| stem.to_string_lossy().into_owned());
        let stem = stem.unwrap_or_else(|| "coalition".to_owned());
        let named = |name: &str| self.places.data.join(format!("{name}.{EXTENSION}"));
        let mut path = named(&stem);
        let mut number = 1;
        while path.exists() {
            number += 1;
            path = named(&format!("{stem} {number}"));
        }
        path
    }

    /// The last file that was opened and was no sample.
    pub(crate) fn last_file(&self) -> Option<PathBuf> {
        hold(&self.memory).remembered.last_file.clone()
    }

    pub(crate) fn set_last_file(&self, path: PathBuf) {
        let mut memory = hold(&self.memory);
        memory.remembered.note_recent(&path);
        memory.remembered.last_file = Some(path);
        self.remember(&memory.remembered);
    }

    /// The files that were opened, the latest first.
    pub(crate) fn recent(&self) -> Vec<PathBuf> {
        hold(&self.memory).remembered.recent.clone()
    }

    /// Forgets which files were opened; but for the one that is opened again at the next start.
    pub(crate) fn clear_recent(&self) {
        let mut memory = hold(&self.memory);
        memory.remembered.recent.clear();
        self.remember(&memory.remembered);
    }

    /// Remembers a file under the name that it has now.
    pub(crate) fn note_renamed(&self, from: &Path, to: &Path) {
        let mut memory = hold(&self.memory);
        let remembered = &mut memory.remembered;
        remembered.recent.retain(|known| known != from);
        remembered.kept.remove(from);
        if let Some(copy) = remembered.copies.remove(from) {
            remembered.copies.insert(to.to_path_buf(), copy);
        }
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

    /// Where drafts lie that the mail program opens: among the documents, unless those are copied elsewhere by another program.
    pub(crate) fn folder_of_drafts(&self) -> PathBuf {
        const NAME: &str = "Undersigned drafts";
        let documents = self
            .places
            .documents
            .as_ref()
            .map(|documents| documents.join(NAME));
        documents
            .filter(|folder| base::place::shared_by(folder).is_none())
            .unwrap_or_else(|| self.places.cache.join("drafts"))
    }

    /// The folder that is looked into for answers.
    pub(crate) fn answers_folder(&self) -> Option<PathBuf> {
        hold(&self.memory).remembered.answers_folder.clone()
    }

    pub(crate) fn set_answers_folder(&self, folder: Option<PathBuf>) {
        let mut memory = hold(&self.memory);
        memory.remembered.answers_folder = folder;
        self.remember(&memory.remembered);
    }

    /// Where a sample of this process is made, by its number.
    pub(crate) fn folder_of_sample(&self, number: u64) -> PathBuf {
        self.places
            .cache
            .join(format!("sample-{}-{number}", std::process::id()))
    }

    /// Best effort: what can't be remembered is chosen again.
    fn remember(&self, remembered: &Remembered) {
        if let Ok(json) = serde_json::to_vec_pretty(remembered) {
            let _ = make_private_folder(&self.places.config)
                .and_then(|()| write_whole(&memory_file(&self.places), &json));
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

/// A panic elsewhere while it was held cannot have left it half changed.
fn hold<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn memory_file(places: &Places) -> PathBuf {
    places.config.join("remembered.json")
}
