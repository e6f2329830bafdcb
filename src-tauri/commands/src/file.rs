//! The commands of the file and the program around it: opening, undo, the language, how lists are arranged.

use std::path::PathBuf;

use serde::Serialize;
use ts_rs::TS;
use undersigned_core::coalition::EXTENSION;
use undersigned_core::export::ExportFormat;
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

/// Gives the open file another name, in the folder where it is. Its backups go with it.
///
/// # Errors
/// A rule when it can't be called so (field `name`); that there is a file of that name; what the system says.
pub fn rename_coalition(window: &Window, name: String) -> Answer<AppState> {
    window.rename(&name)?;
    window.state()
}

/// Shows the folder of the open file in the system's own program.
pub fn show_in_folder(window: &Window) -> Answer<()> {
    let path = PathBuf::from(window.state()?.file_path);
    let folder = path.parent().unwrap_or(&path);
    let name = folder.display().to_string();
    let shown = window.host().open_file(folder);
    shown.map_err(|_| {
        window.say(&Error::rule(
            Message::new("error-nothing-opens").text("name", name),
        ))
    })
}

/// Where everything was written, and how many files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "app/")]
pub struct Exported {
    /// The folder.
    pub folder: String,
    /// How many files.
    pub files: usize,
}

/// Asks for a folder, and writes everything that is in the coalition there, openly: a file a table. None when the person cancels.
///
/// # Errors
/// That a file is there already; what the system says of the folder.
pub fn export_everything(window: &Window, format: ExportFormat) -> Answer<Option<Exported>> {
    let Some(chosen) = window.host().pick_folder() else {
        return Ok(None);
    };
    let name = window.state()?.file_name;
    let folder = chosen.join(format!("{name} {}", window.app().now().format("%Y-%m-%d %H%M%S")));
    let files = window.ask(|coalition, _| coalition.export(&folder, format))?;
    Ok(Some(Exported {
        folder: folder.display().to_string(),
        files,
    }))
}

/// A file that was opened before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "app/")]
pub struct RecentFile {
    /// Where it is.
    pub path: String,
    /// Its name, without the ending.
    pub name: String,
    /// The folder that it is in.
    pub folder: String,
}

/// The files that were opened before and are there, the latest first; the open one is not among them.
pub fn recent_files(window: &Window) -> Answer<Vec<RecentFile>> {
    let known = window.app().recent();
    let there = known
        .into_iter()
        .filter(|path| path.exists() && !window.is_open(path));
    Ok(there
        .map(|path| RecentFile {
            name: path
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned(),
            folder: path
                .parent()
                .map(|folder| folder.display().to_string())
                .unwrap_or_default(),
            path: path.display().to_string(),
        })
        .collect())
}

/// Opens a file that was opened before: only such a path is taken from the page.
pub fn open_recent(window: &Window, path: PathBuf) -> Answer<AppState> {
    if !window.app().recent().contains(&path) {
        return Err(window.say(&Error::FileMissing(path)));
    }
    window.open_file(&path)?;
    window.state()
}

/// Forgets which files were opened before.
pub fn clear_recent(window: &Window) -> Answer<()> {
    window.app().clear_recent();
    Ok(())
}

/// What the program is, and what it is made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "app/")]
pub struct About {
    /// Its version.
    pub version: &'static str,
    /// The licence that it comes under.
    pub licence: &'static str,
    /// What others wrote of it, by name.
    pub parts: Vec<Part>,
}

/// A library that the program is made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "app/", rename = "AboutPart")]
pub struct Part {
    /// Its name.
    pub name: &'static str,
    /// Its version.
    pub version: &'static str,
    /// The licence that it comes under.
    pub licence: &'static str,
}

/// The program's version and licence, and those of all that it is made of.
pub fn about(_window: &Window) -> Answer<About> {
    // Written by `cargo xtask licences`: a name, a version and a licence a line, with tabs between.
    let parts = include_str!("../licences.tsv").lines().filter_map(|line| {
        let mut cells = line.split('\t');
        Some(Part {
            name: cells.next()?,
            version: cells.next()?,
            licence: cells.next()?,
        })
    });
    Ok(About {
        version: env!("CARGO_PKG_VERSION"),
        licence: env!("CARGO_PKG_LICENSE"),
        parts: parts.collect(),
    })
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
