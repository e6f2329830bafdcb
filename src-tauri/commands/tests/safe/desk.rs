//! A desktop whose answers a test chooses, and a program with one window on it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use base::passphrase::Passphrase;
use serde_json::{Value, json};
use tempfile::TempDir;
use undersigned_commands::{
    App, Clock, FileKind, Host, HostError, NoDesktop, OnProgress, Places, SaveAs, Window, call,
};
use undersigned_core::Coalition;

/// What the locked files of the tests are locked with.
pub const WORDS: &str = "amber trust river song";

/// A desktop where these are chosen in the next dialogs; what is done with the clipboard is written down.
#[derive(Clone, Default)]
pub struct Desk {
    pub choices: Arc<Mutex<Vec<PathBuf>>>,
    pub told: Arc<Mutex<Vec<String>>>,
    /// None where there is no keychain.
    pub keychain: Arc<Mutex<Option<BTreeMap<PathBuf, String>>>>,
}

impl Desk {
    pub fn choose(&self, path: &Path) {
        self.choices.lock().unwrap().push(path.to_path_buf());
    }

    pub fn next(&self) -> Option<PathBuf> {
        self.choices.lock().unwrap().pop()
    }
}

impl Host for Desk {
    fn pick_file(&self, _: &[FileKind]) -> Option<PathBuf> {
        self.next()
    }

    fn pick_destination(&self, _: &SaveAs) -> Option<PathBuf> {
        self.next()
    }

    fn pick_folder(&self) -> Option<PathBuf> {
        self.next()
    }

    fn copy(&self, text: &str, _: Option<&str>) -> Result<(), HostError> {
        self.told.lock().unwrap().push(format!("copy {text}"));
        Ok(())
    }

    fn clear_copied(&self, text: &str) {
        self.told.lock().unwrap().push(format!("clear {text}"));
    }

    fn keep_secret(&self, file: &Path, secret: &str) -> Result<(), HostError> {
        let mut keychain = self.keychain.lock().unwrap();
        let kept = keychain.as_mut().ok_or(HostError)?;
        kept.insert(file.to_path_buf(), secret.to_owned());
        Ok(())
    }

    fn kept_secret(&self, file: &Path) -> Result<zeroize::Zeroizing<String>, HostError> {
        let keychain = self.keychain.lock().unwrap();
        let secret = keychain.as_ref().and_then(|kept| kept.get(file)).cloned();
        secret.map(zeroize::Zeroizing::new).ok_or(HostError)
    }

    fn drop_secret(&self, file: &Path) {
        if let Some(kept) = self.keychain.lock().unwrap().as_mut() {
            kept.remove(file);
        }
    }

    fn open_file(&self, path: &Path) -> Result<(), HostError> {
        NoDesktop.open_file(path)
    }

    fn open_address(&self, _: &str) -> Result<(), HostError> {
        Err(HostError)
    }

    fn print(&self) -> Result<(), HostError> {
        NoDesktop.print()
    }

    fn open_window(&self, label: &str) -> Result<(), HostError> {
        NoDesktop.open_window(label)
    }

    fn show_window(&self, label: &str) {
        NoDesktop.show_window(label);
    }

    fn progress(&self, argument: &Value) -> OnProgress {
        NoDesktop.progress(argument)
    }
}

/// A program with one window over a coalition of the person's own.
pub struct Program {
    pub folder: TempDir,
    pub app: Arc<App>,
    pub window: Arc<Window>,
    pub desk: Desk,
    pub file: PathBuf,
}

impl Program {
    pub fn at(file: &Path, folder: TempDir) -> Self {
        let places = Places {
            data: folder.path().join("data"),
            config: folder.path().join("config"),
            cache: folder.path().join("cache"),
            documents: None,
        };
        let app = Arc::new(App::start(places, Clock::System));
        let desk = Desk::default();
        let window = app.open_window("main", Box::new(desk.clone()), Some(file.to_path_buf()));
        Self {
            folder,
            app,
            window,
            desk,
            file: file.to_path_buf(),
        }
    }

    /// Over a file with one organization in it, locked when there is a passphrase.
    pub fn with(key: Option<&str>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("letters.undersigned");
        make(&file, key);
        Self::at(&file, folder)
    }

    pub fn ask(&self, command: &str, arguments: Value) -> Value {
        let answer = call(&self.window, command, arguments);
        serde_json::from_str(&answer.unwrap_or_else(|error| panic!("{command}: {error:?}"))).unwrap()
    }

    pub fn refused(&self, command: &str, arguments: Value) -> String {
        match call(&self.window, command, arguments) {
            Ok(answer) => panic!("{command}: {answer}"),
            Err(error) => error.kind.to_owned(),
        }
    }

    pub fn add(&self, name: &str) {
        self.ask("add_organization", json!({ "fields": { "name": name } }));
    }

    pub fn organizations(&self) -> Value {
        self.ask("get_app", json!({}))["organizations"].clone()
    }

    pub fn backups(&self) -> Vec<Value> {
        self.ask("list_backups", json!({}))["backups"]
            .as_array()
            .unwrap()
            .clone()
    }
}

/// A file with one organization in it, locked when there is a passphrase.
pub fn make(file: &Path, key: Option<&str>) {
    let key = key.map(|text| Passphrase::new(text).unwrap());
    let mut coalition = Coalition::create_with(file, key).unwrap();
    let fields = undersigned_core::organization::OrganizationFields {
        name: "WISDOM".to_owned(),
        ..Default::default()
    };
    coalition.add_organization(&fields, chrono::Utc::now()).unwrap();
}
