//! The commands of backups: what there is, whether it can be brought back, and copies elsewhere.

use std::path::PathBuf;

use base::{Error, time};
use serde::Serialize;
use ts_rs::TS;
use undersigned_core::backup::{self, Backup, Contents};
use undersigned_core::coalition::EXTENSION;
use wire::AppState;

use crate::Answer;
use crate::host::SaveAs;
use crate::window::{COALITIONS, Window};

/// The backups of the open file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "backups/")]
pub struct Backups {
    /// The folder that they are in.
    pub folder: PathBuf,
    /// Whether that folder was chosen.
    pub chosen: bool,
    /// The latest first.
    pub backups: Vec<Backup>,
    /// What is in the open file.
    pub contents: Contents,
    /// When a copy was last made elsewhere, ISO 8601 in UTC.
    pub copied_at: Option<String>,
}

/// That it is long since a copy was made elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "backups/")]
pub struct CopyDue {
    /// When it was, ISO 8601 in UTC; None for never.
    pub copied_at: Option<String>,
}

/// The backups of the open file, each with what is in it and how far the file has gone since.
pub fn list_backups(window: &Window) -> Answer<Backups> {
    let app = window.app();
    window.ask(|coalition, _| {
        let backups = app.backups_of(coalition.path());
        Ok(Backups {
            folder: backups.folder().to_path_buf(),
            chosen: app.backup_folder().is_some(),
            backups: coalition.list_backups(&backups)?,
            contents: coalition.contents()?,
            copied_at: app.copied_at(coalition.path()).map(time::store),
        })
    })
}

/// Makes a backup now, unless the latest one holds everything already.
pub fn make_backup(window: &Window) -> Answer<Backups> {
    let (app, now) = (window.app(), window.app().now());
    window.ask(|coalition, _| coalition.make_backup(&app.backups_of(coalition.path()), now))?;
    list_backups(window)
}

/// Brings a backup back on trial, beside itself, and checks it from end to end.
///
/// # Errors
/// Why it can't be brought back.
pub fn test_backup(window: &Window, path: PathBuf) -> Answer<Contents> {
    let key = known_backup(window, &path)?;
    backup::test_backup(&path, key.as_ref()).map_err(|error| window.say(&error))
}

/// Brings a backup back in place of the open file, which is kept among the backups.
///
/// # Errors
/// Why it can't be. The file is then open as it was.
pub fn restore_backup(window: &Window, path: PathBuf) -> Answer<AppState> {
    known_backup(window, &path)?;
    window.restore(&path)?;
    window.state()
}

/// The page has no right of its own to any file: only to the backups that there are. Gives the key of the open file.
fn known_backup(window: &Window, path: &std::path::Path) -> Answer<Option<base::passphrase::Passphrase>> {
    let app = window.app();
    window.ask(|coalition, _| {
        if !app.backups_of(coalition.path()).has(path) {
            return Err(Error::FileMissing(path.to_path_buf()));
        }
        Ok(coalition.key().cloned())
    })
}

/// Asks in which folder backups are made from now on; None when the person cancels.
pub fn choose_backup_folder(window: &Window) -> Answer<Option<Backups>> {
    let Some(folder) = window.host().pick_folder() else {
        return Ok(None);
    };
    window.app().set_backup_folder(Some(folder));
    list_backups(window).map(Some)
}

/// Makes backups beside the file again.
pub fn reset_backup_folder(window: &Window) -> Answer<Backups> {
    window.app().set_backup_folder(None);
    list_backups(window)
}

/// Asks where, and writes a checked copy there, on a stick or another disk; its path, or None when the person cancels.
pub fn copy_elsewhere(window: &Window) -> Answer<Option<String>> {
    let app = window.app();
    let date = app.now().format("%Y-%m-%d");
    let name = format!("{} {date}.{EXTENSION}", window.state()?.file_name);
    let Some(to) = window
        .host()
        .pick_destination(&SaveAs::named(name).kind(COALITIONS))
    else {
        return Ok(None);
    };
    let file = window.ask(|coalition, _| {
        coalition.write_backup(&to)?;
        Ok(coalition.path().to_path_buf())
    })?;
    app.note_copied(&file);
    Ok(Some(to.display().to_string()))
}

/// Whether it is to be said that no copy was made elsewhere for a month: once, and again only after the next copy.
pub fn remind_of_copy(window: &Window) -> Answer<Option<CopyDue>> {
    let state = window.state()?;
    if state.sample || state.empty {
        return Ok(None);
    }
    let due = window.app().is_copy_due(std::path::Path::new(&state.file_path));
    Ok(due.map(|at| CopyDue {
        copied_at: at.map(time::store),
    }))
}
