//! A desktop of which nobody sees anything: dialogs are answered with what was told before, and all else is an event.

use std::collections::{BTreeMap, VecDeque};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde_json::{Value, json};
use undersigned_commands::{FileKind, Host, HostError, OnProgress, SaveAs};
use zeroize::Zeroizing;

use crate::Output;

/// What the person at the desktop chooses in the next dialogs; None to cancel one. A dialog that nothing was told about is
/// cancelled.
#[derive(Clone, Default)]
pub struct Choices {
    next: Arc<Mutex<VecDeque<Option<PathBuf>>>>,
    /// What a keychain keeps, as long as this runs.
    kept: Arc<Mutex<BTreeMap<PathBuf, String>>>,
}

impl Choices {
    /// Chooses something in the dialog after those that are told already.
    pub fn add(&self, path: Option<PathBuf>) {
        self.next
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push_back(path);
    }

    fn next(&self) -> Option<PathBuf> {
        self.next
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .pop_front()
            .flatten()
    }

    fn keychain(&self) -> MutexGuard<'_, BTreeMap<PathBuf, String>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The desktop around one window.
pub struct Desktop {
    /// The window's name.
    pub window: String,
    /// What is chosen in dialogs.
    pub choices: Choices,
    /// Where events go.
    pub output: Output,
}

impl Desktop {
    fn tell(&self, event: &str, more: Value) {
        self.output
            .write(&json!({ "window": self.window, "event": event, "detail": more }));
    }
}

impl Host for Desktop {
    fn pick_file(&self, _: &[FileKind]) -> Option<PathBuf> {
        self.choices.next()
    }

    fn pick_destination(&self, dialog: &SaveAs) -> Option<PathBuf> {
        self.tell("asked", json!({ "name": dialog.name }));
        self.choices.next()
    }

    fn pick_folder(&self) -> Option<PathBuf> {
        self.choices.next()
    }

    fn clear_copied(&self, text: &str) {
        self.tell("cleared", json!({ "text": text }));
    }

    fn copy(&self, text: &str, html: Option<&str>) -> Result<(), HostError> {
        self.tell("copied", json!({ "text": text, "html": html }));
        Ok(())
    }

    fn keep_secret(&self, file: &Path, secret: &str) -> Result<(), HostError> {
        self.choices
            .keychain()
            .insert(file.to_path_buf(), secret.to_owned());
        Ok(())
    }

    fn kept_secret(&self, file: &Path) -> Result<Zeroizing<String>, HostError> {
        let secret = self.choices.keychain().get(file).cloned();
        secret.map(Zeroizing::new).ok_or(HostError)
    }

    fn drop_secret(&self, file: &Path) {
        self.choices.keychain().remove(file);
    }

    fn open_file(&self, path: &Path) -> Result<(), HostError> {
        self.tell("opened", json!({ "path": path }));
        Ok(())
    }

    fn open_address(&self, address: &str) -> Result<(), HostError> {
        self.tell("addressed", json!({ "address": address }));
        Ok(())
    }

    fn print(&self) -> Result<(), HostError> {
        self.tell("printed", Value::Null);
        Ok(())
    }

    fn open_window(&self, label: &str) -> Result<(), HostError> {
        self.tell("window", json!({ "label": label }));
        Ok(())
    }

    fn show_window(&self, label: &str) {
        self.tell("shown", json!({ "label": label }));
    }

    fn progress(&self, request: &Value) -> OnProgress {
        let (output, request) = (self.output.clone(), request.clone());
        Box::new(move |so_far| output.write(&json!({ "id": request, "progress": so_far })))
    }
}
