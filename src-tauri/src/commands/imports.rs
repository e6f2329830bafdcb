//! The commands of imports: opening a source, reading it another way, planning, deciding, importing, and what was imported.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use reading::columns::Field;
use reading::problem::{FileError, LARGEST_FILE};
use reading::source::{Opened, ReadOptions, Source};
use tauri::ipc::Channel;
use tauri::{AppHandle, State};
use tauri_plugin_dialog::DialogExt;
use undersigned_core::Error;
use undersigned_core::import::{Decision, ImportTarget, Likely, Outcome};
use undersigned_core::progress::{Progress, unwatched};
use undersigned_core::wire::{
    self, Applied, ImportRowView, ImportRows, ImportSource, ImportSummary, PlanRows, SourceChange, TablePlan,
    TableSource,
};
use vocabulary::ids::ImportId;

use super::path;
use crate::app::{Answer, App};
use crate::import::Planned;

/// What files for importing end in; whatever else a file is called, what is in it decides.
const ENDINGS: [&str; 14] = [
    "csv", "tsv", "txt", "xlsx", "xlsm", "xls", "ods", "vcf", "vcard", "eml", "mbox", "html", "htm", "md",
];

/// Asks for a file, and opens it.
#[tauri::command(async)]
pub fn open_import(handle: AppHandle, app: State<App>) -> Answer<Option<ImportSource>> {
    let dialog = handle
        .dialog()
        .file()
        .add_filter("CSV, XLSX, ODS, vCard, EML", &ENDINGS);
    let dialog = dialog.add_filter("*", &["*"]);
    match path(dialog.blocking_pick_file()) {
        Some(path) => open_file(&app, &path).map(Some),
        None => Ok(None),
    }
}

/// Opens a file that was dropped on the window.
#[tauri::command(async)]
pub fn open_import_at(app: State<App>, path: PathBuf) -> Answer<ImportSource> {
    let path = app.take_dropped(&path)?;
    open_file(&app, &path)
}

/// Opens what was pasted, with its markup where the clipboard had it.
#[tauri::command(async)]
pub fn open_import_text(app: State<App>, text: String, html: Option<String>) -> Answer<ImportSource> {
    let opened = Source::open_text("", &text, html.as_deref());
    opened_source(&app, opened, None)
}

/// Reads the open source another way.
#[tauri::command(async)]
pub fn set_import_source(app: State<App>, id: u32, change: SourceChange) -> Answer<TableSource> {
    let source = app.change_source(id, |source| {
        source.set_options(change.options(source))?;
        recall(&app, source)
    })?;
    Ok(TableSource::new(id, &source, app.language()))
}

/// Says what each column is for.
#[tauri::command(async)]
pub fn set_import_columns(app: State<App>, id: u32, fields: Vec<Option<Field>>) -> Answer<TableSource> {
    let source = app.change_source(id, |source| {
        source.set_columns(&fields);
        Ok(())
    })?;
    Ok(TableSource::new(id, &source, app.language()))
}

/// What an import of the open source would do. It runs beside everything else, and can be cancelled.
#[tauri::command(async)]
pub fn plan_table(
    app: State<App>,
    id: u32,
    target: ImportTarget,
    likely: Likely,
    progress: Channel<Progress>,
) -> Answer<TablePlan> {
    let planned = app.plan_import(id, target, likely, &mut app.watch(progress))?;
    Ok(TablePlan::new(&planned.plan, app.language()))
}

/// Decides what rows are.
#[tauri::command(async)]
pub fn decide_rows(app: State<App>, id: u32, indexes: Vec<usize>, decision: Decision) -> Answer<TablePlan> {
    let planned = app.decide_import(id, &indexes, decision, &mut unwatched)?;
    Ok(TablePlan::new(&planned.plan, app.language()))
}

/// A part of the planned rows.
#[tauri::command(async)]
pub fn list_plan_rows(
    app: State<App>,
    id: u32,
    outcome: Option<Outcome>,
    offset: usize,
    limit: usize,
) -> Answer<PlanRows> {
    let Planned {
        source,
        choices,
        plan,
    } = app.planned_import(id)?;
    let part = (offset, limit);
    Ok(PlanRows::new(
        &source,
        &plan,
        &choices,
        outcome,
        part,
        app.language(),
    ))
}

/// Imports as it was planned, as one action.
#[tauri::command(async)]
pub fn import_table(app: State<App>, id: u32, progress: Channel<Progress>) -> Answer<Applied<TablePlan>> {
    let Planned { source, plan, .. } = app.planned_import(id)?;
    let language = app.language();
    let mut watch = app.watch(progress);
    app.act(|coalition, now| {
        let change = coalition.import_table(&source, &plan, &mut watch, now)?;
        Ok(change.map(|letter| TablePlan {
            letter,
            ..TablePlan::new(&plan, language)
        }))
    })
}

/// Asks where, and saves the rows that are not taken, with the reason of each.
#[tauri::command(async)]
pub fn save_rejects(handle: AppHandle, app: State<App>, id: u32) -> Answer<Option<String>> {
    let Planned { source, plan, .. } = app.planned_import(id)?;
    let csv = wire::plan_rejects(&source, &plan, app.language());
    save(
        &handle,
        &app,
        &format!("{}-rejected.csv", stem(source.name())),
        csv.as_bytes(),
    )
}

/// Lets go of the open source.
#[tauri::command(async)]
pub fn close_import(app: State<App>, id: u32) -> Answer<()> {
    app.import.close(id);
    Ok(())
}

/// What was imported, latest first.
#[tauri::command(async)]
pub fn list_imports(app: State<App>) -> Answer<Vec<ImportSummary>> {
    app.ask(|coalition, language| {
        let imports = coalition.list_imports()?.into_iter();
        Ok(imports
            .map(|import| ImportSummary::new(import, language))
            .collect())
    })
}

/// A part of the rows of an earlier import.
#[tauri::command(async)]
pub fn list_import_rows(
    app: State<App>,
    import_id: ImportId,
    outcome: Option<Outcome>,
    offset: usize,
    limit: usize,
) -> Answer<ImportRows> {
    let only: Vec<Outcome> = outcome.into_iter().collect();
    let (total, rows) =
        app.ask(|coalition, language| coalition.list_import_rows(import_id, &only, offset, limit, language))?;
    Ok(ImportRows {
        total,
        rows: rows.into_iter().map(ImportRowView::from).collect(),
    })
}

/// Asks where, and saves the source of an earlier import there, as it came.
#[tauri::command(async)]
pub fn save_import_source(handle: AppHandle, app: State<App>, import_id: ImportId) -> Answer<Option<String>> {
    let (name, bytes) = app.ask(|coalition, _| {
        let import = coalition.get_import(import_id)?;
        let name = match import.name.as_str() {
            "" => format!("import.{}", import.format.word()),
            name => name.to_owned(),
        };
        Ok((name, coalition.get_import_source(import_id)?))
    })?;
    save(&handle, &app, &name, &bytes)
}

/// Asks where, and saves the rows there that an earlier import did not take.
#[tauri::command(async)]
pub fn save_import_rejects(
    handle: AppHandle,
    app: State<App>,
    import_id: ImportId,
) -> Answer<Option<String>> {
    let (name, csv) = app.ask(|coalition, language| {
        let name = coalition.get_import(import_id)?.name;
        Ok((name, wire::import_rejects(coalition, import_id, language)?))
    })?;
    save(
        &handle,
        &app,
        &format!("{}-rejected.csv", stem(&name)),
        csv.as_bytes(),
    )
}

fn open_file(app: &App, path: &Path) -> Answer<ImportSource> {
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| file.take(LARGEST_FILE as u64 + 1).read_to_end(&mut bytes))
        .map_err(|error| app.say(&Error::file(path, error)))?;
    let name = path
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let opened = Source::open(&name, bytes, None, ReadOptions::default());
    opened_source(app, opened, Some(name))
}

fn opened_source(app: &App, opened: Result<Opened, FileError>, name: Option<String>) -> Answer<ImportSource> {
    match opened.map_err(|error| app.say(&Error::from(error)))? {
        Opened::List(text) => Ok(ImportSource::List { name, text }),
        Opened::Table(mut source) => {
            recall(app, &mut source).map_err(|error| app.say(&error))?;
            let (id, source) = app.import.open(*source);
            Ok(ImportSource::Table(Box::new(TableSource::new(
                id,
                &source,
                app.language(),
            ))))
        }
    }
}

/// Gives a source the mapping of the last one with the same headings. Without a coalition nothing is remembered.
fn recall(app: &App, source: &mut Source) -> Result<(), Error> {
    let _ = app.ask(|coalition, _| coalition.recall_mapping(source));
    Ok(())
}

/// A file's name without its ending, or a word where there is none.
fn stem(name: &str) -> &str {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    if stem.is_empty() { "import" } else { stem }
}

/// Asks where, and writes a file there; none when the person cancels.
fn save(handle: &AppHandle, app: &App, name: &str, bytes: &[u8]) -> Answer<Option<String>> {
    let Some(path) = path(handle.dialog().file().set_file_name(name).blocking_save_file()) else {
        return Ok(None);
    };
    std::fs::write(&path, bytes).map_err(|error| app.say(&Error::file(&path, error)))?;
    Ok(Some(path.display().to_string()))
}
