//! The commands of imports: opening a source, reading it another way, planning, deciding, importing, and what was imported.

use std::path::PathBuf;

use tauri::ipc::Channel;
use tauri::{AppHandle, State};
use undersigned_core::ids::ImportId;
use undersigned_core::import::columns::Field;
use undersigned_core::import::{Decision, ImportTarget, Likely, Outcome};
use undersigned_core::progress::Progress;
use undersigned_core::wire::{
    Applied, ImportRows, ImportSource, ImportSummary, PlanRows, SourceChange, TablePlan, TableSource,
};
use undersigned_core::{Error, Message};

use crate::app::{Answer, App};

fn not_yet<T>(app: &App) -> Answer<T> {
    Err(app.say(&Error::rule(Message::new("error-file-kind"))))
}

/// Asks for a file, and opens it.
#[tauri::command(async)]
pub fn open_import(_handle: AppHandle, app: State<App>) -> Answer<Option<ImportSource>> {
    not_yet(&app)
}

/// Opens a file that was dropped on the window.
#[tauri::command(async)]
pub fn open_import_at(app: State<App>, _path: PathBuf) -> Answer<ImportSource> {
    not_yet(&app)
}

/// Opens what was pasted, with its markup where the clipboard had it.
#[tauri::command(async)]
pub fn open_import_text(app: State<App>, _text: String, _html: Option<String>) -> Answer<ImportSource> {
    not_yet(&app)
}

/// Reads the open source another way.
#[tauri::command(async)]
pub fn set_import_source(app: State<App>, _id: u32, _change: SourceChange) -> Answer<TableSource> {
    not_yet(&app)
}

/// Says what each column is for.
#[tauri::command(async)]
pub fn set_import_columns(app: State<App>, _id: u32, _fields: Vec<Option<Field>>) -> Answer<TableSource> {
    not_yet(&app)
}

/// What an import of the open source would do. It runs beside everything else, and can be cancelled.
#[tauri::command(async)]
pub fn plan_table(
    app: State<App>,
    _id: u32,
    _target: ImportTarget,
    _likely: Likely,
    _progress: Channel<Progress>,
) -> Answer<TablePlan> {
    not_yet(&app)
}

/// Decides what rows are.
#[tauri::command(async)]
pub fn decide_rows(
    app: State<App>,
    _id: u32,
    _indexes: Vec<usize>,
    _decision: Decision,
) -> Answer<TablePlan> {
    not_yet(&app)
}

/// A part of the planned rows.
#[tauri::command(async)]
pub fn list_plan_rows(
    app: State<App>,
    _id: u32,
    _outcome: Option<Outcome>,
    _offset: usize,
    _limit: usize,
) -> Answer<PlanRows> {
    not_yet(&app)
}

/// Imports as it was planned, as one action.
#[tauri::command(async)]
pub fn import_table(app: State<App>, _id: u32, _progress: Channel<Progress>) -> Answer<Applied<TablePlan>> {
    not_yet(&app)
}

/// Asks where, and saves the rows that are not taken, with the reason of each.
#[tauri::command(async)]
pub fn save_rejects(_handle: AppHandle, app: State<App>, _id: u32) -> Answer<Option<String>> {
    not_yet(&app)
}

/// Lets go of the open source.
#[tauri::command(async)]
pub fn close_import(_app: State<App>, _id: u32) -> Answer<()> {
    Ok(())
}

/// What was imported, latest first.
#[tauri::command(async)]
pub fn list_imports(_app: State<App>) -> Answer<Vec<ImportSummary>> {
    Ok(Vec::new())
}

/// A part of the rows of an earlier import.
#[tauri::command(async)]
pub fn list_import_rows(
    app: State<App>,
    _import_id: ImportId,
    _outcome: Option<Outcome>,
    _offset: usize,
    _limit: usize,
) -> Answer<ImportRows> {
    not_yet(&app)
}

/// Asks where, and saves the source of an earlier import there, as it came.
#[tauri::command(async)]
pub fn save_import_source(
    _handle: AppHandle,
    app: State<App>,
    _import_id: ImportId,
) -> Answer<Option<String>> {
    not_yet(&app)
}

/// Asks where, and saves the rows there that an earlier import did not take.
#[tauri::command(async)]
pub fn save_import_rejects(
    _handle: AppHandle,
    app: State<App>,
    _import_id: ImportId,
) -> Answer<Option<String>> {
    not_yet(&app)
}
