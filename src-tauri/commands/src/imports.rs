//! The commands of imports: opening a source, reading it another way, planning, deciding, importing, and what was imported.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use reading::columns::Field;
use reading::list::{join_entries, split_entry};
use reading::problem::{FileError, LARGEST_FILE};
use reading::source::{Opened, ReadOptions, Source};
use undersigned_core::import::{Decision, ImportTarget, Likely, OpenSource, Outcome};
use undersigned_core::progress::no_progress;
use undersigned_core::wire::{
    self, Applied, ImportPlanView, ImportRowView, ImportRows, ImportSource, ImportSummary, ListRead,
    PlanRows, ReviewRow, SourceChange, TablePlan, TableSource,
};
use undersigned_core::{Error, Message};
use vocabulary::ids::ImportId;

use crate::Answer;
use crate::call::Reported;
use crate::host::{FileKind, SaveAs};
use crate::import::Planned;
use crate::window::Window;

/// What files for importing end in; whatever else a file is called, what is in it decides.
const ENDINGS: &[&str] = &[
    "csv", "tsv", "txt", "xlsx", "xlsm", "xls", "ods", "vcf", "vcard", "ldif", "eml", "mbox", "html", "htm",
    "md",
];

// A pasted list -------------------------------------------------------------------------------------------------

/// Reads a pasted list.
pub fn read_list(window: &Window, text: String) -> Answer<ListRead> {
    window.ask(|coalition, language| Ok(ListRead::new(&coalition.read_list(&text)?, language)))
}

/// Cuts a row in two at a byte of the text.
pub fn split_row(window: &Window, text: String, row: ReviewRow, at: usize) -> Answer<Vec<ReviewRow>> {
    let parts = split_entry(&text, &row.entry(), at);
    let (first, second) = parts.ok_or_else(|| window.say(&Error::rule(Message::new("error-split"))))?;
    let language = window.language();
    Ok([first, second]
        .iter()
        .map(|entry| ReviewRow::new(entry, language))
        .collect())
}

/// Joins two rows that are one name.
pub fn join_rows(window: &Window, text: String, first: ReviewRow, second: ReviewRow) -> Answer<ReviewRow> {
    let joined = join_entries(&text, &first.entry(), &second.entry());
    Ok(ReviewRow::new(&joined, window.language()))
}

/// What an import would do.
pub fn preview_import(window: &Window, rows: Vec<ReviewRow>, target: ImportTarget) -> Answer<ImportPlanView> {
    let (source, choices) = wire::reviewed("", "", &rows, target);
    let (plan, view) = window.ask(|coalition, language| {
        let plan = coalition.plan_import(&source, choices, &mut no_progress)?;
        let view = ImportPlanView::new(&rows, &plan, language);
        Ok((plan, view))
    })?;
    window.import.show(rows, plan);
    Ok(view)
}

/// Imports rows as one action, just as the preview that was shown last said; refused when anything was changed since.
pub fn import_rows(
    window: &Window,
    rows: Vec<ReviewRow>,
    target: ImportTarget,
    source: String,
    name: String,
) -> Answer<Applied<ImportPlanView>> {
    let language = window.language();
    let shown = window.import.shown(&rows, &target);
    let mut plan = shown.map_err(|error| window.say(&error))?;
    let (source, choices) = wire::reviewed(&name, &source, &rows, target);
    // A letter that is begun may have been given its title since.
    plan.target = choices.target;
    window.act(|coalition, now| {
        let change = coalition.import(&source, &plan, &mut no_progress, now)?;
        Ok(change.map(|letter| ImportPlanView {
            letter,
            ..ImportPlanView::new(&rows, &plan, language)
        }))
    })
}

// Tables --------------------------------------------------------------------------------------------------------

/// Asks for a file, and opens it.
pub fn open_import(window: &Window) -> Answer<Option<ImportSource>> {
    const KINDS: &[FileKind] = &[
        FileKind::of("CSV, XLSX, ODS, vCard, EML", ENDINGS),
        FileKind::of("*", &["*"]),
    ];
    match window.host().pick_file(KINDS) {
        Some(path) => open_file(window, &path).map(Some),
        None => Ok(None),
    }
}

/// Opens a file that was dropped on the window.
pub fn open_import_at(window: &Window, path: PathBuf) -> Answer<ImportSource> {
    let path = window.take_dropped(&path)?;
    open_file(window, &path)
}

/// Opens what was pasted, with its markup where the clipboard had it.
pub fn open_import_text(window: &Window, text: String, html: Option<String>) -> Answer<ImportSource> {
    let opened = Source::open_text("", &text, html.as_deref());
    opened_source(window, opened, None)
}

/// Reads the open source another way.
pub fn set_import_source(window: &Window, id: u32, change: SourceChange) -> Answer<TableSource> {
    let source = window.change_source(id, |source| {
        source.set_options(change.options(source))?;
        recall(window, source)
    })?;
    table_source(window, id, &source)
}

/// Says what each column is for.
pub fn set_import_columns(window: &Window, id: u32, fields: Vec<Option<Field>>) -> Answer<TableSource> {
    let source = window.change_source(id, |source| {
        source.set_columns(&fields);
        Ok(())
    })?;
    table_source(window, id, &source)
}

/// What an import of the open source would do. It runs beside everything else, and can be cancelled.
pub fn plan_table(
    window: &Window,
    id: u32,
    target: ImportTarget,
    likely: Likely,
    progress: Reported,
) -> Answer<TablePlan> {
    let planned = window.plan_import(id, target, likely, &mut window.watch(progress))?;
    Ok(TablePlan::new(&planned.plan, window.language()))
}

/// Decides what rows are.
pub fn decide_rows(window: &Window, id: u32, indexes: Vec<usize>, decision: Decision) -> Answer<TablePlan> {
    let planned = window.decide_import(id, &indexes, decision, &mut no_progress)?;
    Ok(TablePlan::new(&planned.plan, window.language()))
}

/// A part of the planned rows.
pub fn list_plan_rows(
    window: &Window,
    id: u32,
    outcome: Option<Outcome>,
    offset: usize,
    limit: usize,
) -> Answer<PlanRows> {
    let Planned {
        source,
        choices,
        plan,
    } = window.planned_import(id)?;
    let part = (offset, limit);
    Ok(PlanRows::new(
        &source,
        &plan,
        &choices,
        outcome,
        part,
        window.language(),
    ))
}

/// Imports as it was planned, as one action.
pub fn import_table(window: &Window, id: u32, progress: Reported) -> Answer<Applied<TablePlan>> {
    let Planned { source, plan, .. } = window.planned_import(id)?;
    let language = window.language();
    let mut watch = window.watch(progress);
    window.act(|coalition, now| {
        let change = coalition.import(&source, &plan, &mut watch, now)?;
        Ok(change.map(|letter| TablePlan {
            letter,
            ..TablePlan::new(&plan, language)
        }))
    })
}

/// Asks where, and saves the rows that are not taken, with the reason of each.
pub fn save_rejects(window: &Window, id: u32) -> Answer<Option<String>> {
    let Planned { source, plan, .. } = window.planned_import(id)?;
    let csv = wire::plan_rejects(&source, &plan, window.language());
    let dialog = SaveAs::named(format!("{}-rejected.csv", stem(source.name())));
    window.save(&dialog, csv.as_bytes())
}

/// Lets go of the open source.
pub fn close_import(window: &Window, id: u32) -> Answer<()> {
    window.import.close(id);
    Ok(())
}

/// What was imported, latest first.
pub fn list_imports(window: &Window) -> Answer<Vec<ImportSummary>> {
    window.ask(|coalition, language| {
        let imports = coalition.list_imports()?.into_iter();
        Ok(imports
            .map(|import| ImportSummary::new(import, language))
            .collect())
    })
}

/// A part of the rows of an earlier import.
pub fn list_import_rows(
    window: &Window,
    import_id: ImportId,
    outcome: Option<Outcome>,
    offset: usize,
    limit: usize,
) -> Answer<ImportRows> {
    let only: Vec<Outcome> = outcome.into_iter().collect();
    let (total, rows) = window
        .ask(|coalition, language| coalition.list_import_rows(import_id, &only, offset, limit, language))?;
    Ok(ImportRows {
        total,
        rows: rows.into_iter().map(ImportRowView::from).collect(),
    })
}

/// Asks where, and saves the source of an earlier import there, as it came.
pub fn save_import_source(window: &Window, import_id: ImportId) -> Answer<Option<String>> {
    let (name, bytes) = window.ask(|coalition, _| {
        let import = coalition.get_import(import_id)?;
        let name = match import.name.as_str() {
            "" => format!("import.{}", import.format.word()),
            name => name.to_owned(),
        };
        Ok((name, coalition.get_import_source(import_id)?))
    })?;
    window.save(&SaveAs::named(name), &bytes)
}

/// Asks where, and saves the rows there that an earlier import did not take.
pub fn save_import_rejects(window: &Window, import_id: ImportId) -> Answer<Option<String>> {
    let (name, csv) = window.ask(|coalition, language| {
        let name = coalition.get_import(import_id)?.name;
        Ok((name, wire::import_rejects(coalition, import_id, language)?))
    })?;
    let dialog = SaveAs::named(format!("{}-rejected.csv", stem(&name)));
    window.save(&dialog, csv.as_bytes())
}

fn open_file(window: &Window, path: &Path) -> Answer<ImportSource> {
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| file.take(LARGEST_FILE as u64 + 1).read_to_end(&mut bytes))
        .map_err(|error| window.say(&Error::file(path, error)))?;
    let name = path
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let opened = Source::open(&name, bytes, None, ReadOptions::default());
    opened_source(window, opened, Some(name))
}

fn opened_source(
    window: &Window,
    opened: Result<Opened, FileError>,
    name: Option<String>,
) -> Answer<ImportSource> {
    match opened.map_err(|error| window.say(&Error::from(error)))? {
        Opened::List(text) => Ok(ImportSource::List { name, text }),
        Opened::Table(mut source) => {
            recall(window, &mut source).map_err(|error| window.say(&error))?;
            let (id, source) = window.import.open(OpenSource::Table(source));
            Ok(ImportSource::Table(Box::new(table_source(window, id, &source)?)))
        }
    }
}

fn table_source(window: &Window, id: u32, source: &OpenSource) -> Answer<TableSource> {
    let closed = || window.say(&Error::rule(Message::new("error-import-closed")));
    let table = source.table().ok_or_else(closed)?;
    Ok(TableSource::new(id, table, window.language()))
}

/// Gives a source the mapping of the last one with the same headings. Without a coalition nothing is remembered.
fn recall(window: &Window, source: &mut Source) -> Result<(), Error> {
    let _ = window.ask(|coalition, _| coalition.recall_mapping(source));
    Ok(())
}

/// A file's name without its ending, or a word where there is none.
fn stem(name: &str) -> &str {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    if stem.is_empty() { "import" } else { stem }
}
