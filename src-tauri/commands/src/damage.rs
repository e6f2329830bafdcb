//! The commands for a damaged file: checking the open one whole, and ways on from one that can't be opened.

use std::path::{Path, PathBuf};

use base::passphrase::Passphrase;
use undersigned_core::coalition::EXTENSION;
use undersigned_core::salvage::salvage;
use undersigned_core::{Coalition, Error, Message, backup};
use wire::AppState;

use crate::Answer;
use crate::host::SaveAs;
use crate::locked::{read_passphrase, waiting_path};
use crate::window::{COALITIONS, Window, with_ending};

/// Checks the whole open file. Gives a line for each fault; none when all is well.
pub fn verify_file(window: &Window) -> Answer<Vec<String>> {
    window.ask(|coalition, _| coalition.verify())
}

/// Asks where, and writes there what can be read of the open file; says what, as a sentence. None when the person cancels.
///
/// # Errors
/// That it can't be read or written.
pub fn salvage_file(window: &Window) -> Answer<Option<String>> {
    let (from, key) =
        window.ask(|coalition, _| Ok((coalition.path().to_path_buf(), coalition.key().cloned())))?;
    let Some(to) = destination(window, &from)? else {
        return Ok(None);
    };
    let message = salvage_to(window, &from, &to, key.as_ref())?;
    Ok(Some(message.to_string(window.language())))
}

/// Asks where, writes there what can be read of the file that waits, and opens that. None when the person cancels.
///
/// # Errors
/// `locked`, `wrong-passphrase`; that it can't be read or written. It waits on.
pub fn salvage_waiting(window: &Window, passphrase: Option<String>) -> Answer<Option<AppState>> {
    let from = waiting_path(window)?;
    let key = read_passphrase(window, passphrase)?;
    let Some(to) = destination(window, &from)? else {
        return Ok(None);
    };
    let message = salvage_to(window, &from, &to, key.as_ref())?;
    let coalition = Coalition::open_with(&to, key).map_err(|error| window.say(&error))?;
    window.replace(coalition, None);
    window.note(&message);
    window.state().map(Some)
}

/// Brings the latest backup back in place of the file that waits, which is kept among the backups, and opens it.
///
/// # Errors
/// That there is none; `wrong-passphrase`; why it can't be brought back. The file waits on.
pub fn restore_waiting(window: &Window, passphrase: Option<String>) -> Answer<AppState> {
    let path = waiting_path(window)?;
    let key = read_passphrase(window, passphrase)?;
    let app = window.app();
    let backups = app.backups_of(&path);
    let say = |error: Error| window.say(&error);
    let (_, latest) = backups
        .latest()
        .ok_or_else(|| say(Error::FileMissing(backups.folder().to_path_buf())))?;
    backup::restore(&path, &latest, key.as_ref(), &backups, app.now()).map_err(say)?;
    let coalition = Coalition::open_with(&path, key).map_err(say)?;
    window.replace(coalition, None);
    window.state()
}

fn destination(window: &Window, from: &Path) -> Answer<Option<PathBuf>> {
    let stem = from.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let name = format!("{}-salvaged.{EXTENSION}", stem.unwrap_or_default());
    let chosen = window
        .host()
        .pick_destination(&SaveAs::named(name).kind(COALITIONS));
    Ok(chosen.map(|path| with_ending(&path)))
}

fn salvage_to(window: &Window, from: &Path, to: &Path, key: Option<&Passphrase>) -> Answer<Message> {
    let salvaged = salvage(from, to, key, window.app().now()).map_err(|error| window.say(&error))?;
    Ok(salvaged.message(to))
}
