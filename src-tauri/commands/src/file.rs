//! The commands of the file and the program around it: opening, undo, the language, how lists are arranged.

use std::path::PathBuf;

use undersigned_core::coalition::EXTENSION;
use undersigned_core::{Error, Language, Message};
use wire::{AppState, Applied};

use crate::Answer;
use crate::host::SaveAs;
use crate::window::{COALITIONS, Window};

/// The open file and the program around it.
pub fn get_app(window: &Window) -> Answer<AppState> {
    window.state()
}

/// Changes the language of the windows.
pub fn set_language(window: &Window, language: Language) -> Answer<AppState> {
    window.app().set_language(language);
    window.state()
}

/// Asks where, and makes an empty coalition there.
pub fn new_coalition(window: &Window) -> Answer<Option<AppState>> {
    let dialog = SaveAs::named(format!("coalition.{EXTENSION}")).kind(COALITIONS);
    let Some(path) = window.host().pick_destination(&dialog) else {
        return Ok(None);
    };
    window.new_file(&path)?;
    window.state().map(Some)
}

/// Asks which coalition to open.
pub fn open_coalition(window: &Window) -> Answer<Option<AppState>> {
    let Some(path) = window.host().pick_file(&[COALITIONS]) else {
        return Ok(None);
    };
    window.open_file(&path)?;
    window.state().map(Some)
}

/// Opens a coalition that was dropped on the window; only what the system dropped is opened.
pub fn open_coalition_at(window: &Window, path: PathBuf) -> Answer<AppState> {
    let path = window.take_dropped(&path)?;
    window.open_file(&path)?;
    window.state()
}

/// Asks which coalition to open, and opens it in a window of its own; one that is open in a window already is shown there.
/// False when the person cancels.
pub fn new_window(window: &Window) -> Answer<bool> {
    let Some(path) = window.host().pick_file(&[COALITIONS]) else {
        return Ok(false);
    };
    let app = window.app();
    match app.window_with(&path) {
        Some(label) => window.host().show_window(&label),
        None => window
            .host()
            .open_window(&app.plan_window(path))
            .map_err(|_| window.say(&Error::rule(Message::new("error-window"))))?,
    }
    Ok(true)
}

/// Asks where, and saves a copy of the open coalition there.
pub fn save_copy(window: &Window) -> Answer<Option<String>> {
    let name = format!("{}-copy.{EXTENSION}", window.state()?.file_name);
    let dialog = SaveAs::named(name).kind(COALITIONS);
    let Some(path) = window.host().pick_destination(&dialog) else {
        return Ok(None);
    };
    Ok(Some(window.save_copy(&path)?.display().to_string()))
}

/// Opens the sample; one's own coalition is left as it is.
pub fn open_sample(window: &Window) -> Answer<AppState> {
    window.open_sample()?;
    window.state()
}

/// Goes back to one's own coalition.
pub fn open_own(window: &Window) -> Answer<AppState> {
    window.open_own()?;
    window.state()
}

/// How the person has arranged a list: JSON of the page's own, or None.
pub fn get_view(window: &Window, name: String) -> Answer<Option<serde_json::Value>> {
    Ok(window.app().view(&name))
}

/// Remembers how the person has arranged a list.
pub fn set_view(window: &Window, name: String, view: serde_json::Value) -> Answer<()> {
    window.app().set_view(name, view);
    Ok(())
}

/// Takes the last action back.
pub fn undo(window: &Window) -> Answer<Applied<()>> {
    window.act(|coalition, now| coalition.undo(now))
}

/// Does the action that was undone last again.
pub fn redo(window: &Window) -> Answer<Applied<()>> {
    window.act(|coalition, now| coalition.redo(now))
}

/// Stops the long work that runs.
pub fn cancel_work(window: &Window) -> Answer<()> {
    window.cancel_work();
    Ok(())
}
