//! The commands of imports: opening a source, reading it another way, planning, deciding, importing, and what was imported.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use reading::columns::Field;
use reading::problem::{FileError, LARGEST_FILE};
use reading::source::{Opened, ReadOptions, Source};
use undersigned_core::import::{Decision, ImportTarget, Likely, ListEdit, OpenSource, Outcome};
use undersigned_core::{Error, Message};
use vocabulary::ids::ImportId;
use wire::{
    self, Applied, ImportPlanView, ImportRowView, ImportRows, ImportSource, ImportSummary, ListText,
    MessageView, PlanRows, SourceChange, TableSource, TextSpan,
};

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
    opened_source(window, opened, "")
}

/// Opens what was pasted as a list of names, whatever else it may be.
pub fn open_import_list(window: &Window, text: String) -> Answer<ImportSource> {
    opened_source(window, Ok(Opened::List(text)), "")
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
pub fn plan_import(
    window: &Window,
    id: u32,
    target: ImportTarget,
    likely: Likely,
    progress: Reported,
) -> Answer<ImportPlanView> {
    let planned = window.plan_import(id, target, likely, &mut window.watch(progress))?;
    Ok(plan_view(window, &planned))
}

/// Decides what rows are, each by its key.
pub fn decide_rows(window: &Window, id: u32, decisions: Vec<(usize, Decision)>) -> Answer<ImportPlanView> {
    Ok(plan_view(window, &window.decide_import(id, decisions)?))
}

/// Splits, joins or renames rows of the open list.
pub fn edit_list(window: &Window, id: u32, edit: ListEdit) -> Answer<ImportPlanView> {
    Ok(plan_view(window, &window.edit_import(id, &edit)?))
}

/// Takes the last decision or edit back.
pub fn take_back(window: &Window, id: u32) -> Answer<ImportPlanView> {
    Ok(plan_view(window, &window.take_back_import(id)?))
}

/// Where the planned rows of the open list stand in its text.
pub fn list_spans(window: &Window, id: u32) -> Answer<Vec<TextSpan>> {
    let Planned {
        source,
        choices,
        plan,
    } = window.planned_import(id)?;
    Ok(wire::list_spans(&source, &plan, &choices))
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

/// The message that a planned row of mail is.
pub fn get_import_message(window: &Window, id: u32, key: usize) -> Answer<MessageView> {
    let planned = window.planned_import(id)?;
    let gone = || window.say(&Error::rule(Message::new("error-import-row")));
    MessageView::of(&planned.source, key, window.language()).ok_or_else(gone)
}

/// Imports as it was planned, as one action; refused when anything was changed since.
pub fn import_source(
    window: &Window,
    id: u32,
    target: ImportTarget,
    progress: Reported,
) -> Answer<Applied<ImportPlanView>> {
    let planned = window.planned_for(id, target)?;
    let view = plan_view(window, &planned);
    let mut watch = window.watch(progress);
    window.act_backed_up(|coalition, now| {
        let change = coalition.import(&planned.source, &planned.plan, &mut watch, now)?;
        Ok(change.map(|letter| ImportPlanView { letter, ..view }))
    })
}

/// Asks where, and saves the rows that are not taken, with the reason of each.
pub fn save_rejects(window: &Window, id: u32) -> Answer<Option<String>> {
    let Planned { source, plan, .. } = window.planned_import(id)?;
    let csv = plan.rejects(&source, window.language());
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

/// Takes one earlier import back, whatever was done since elsewhere.
pub fn undo_import(window: &Window, import_id: ImportId) -> Answer<Applied<()>> {
    window.act(|coalition, now| coalition.undo_import(import_id, now))
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
        Ok((name, coalition.import_rejects(import_id, language)?))
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
    opened_source(window, opened, &name)
}

fn opened_source(window: &Window, opened: Result<Opened, FileError>, name: &str) -> Answer<ImportSource> {
    let opened = opened.map_err(|error| window.say(&Error::from(error)))?;
    if let Opened::Table(mut source) = opened {
        recall(window, &mut source).map_err(|error| window.say(&error))?;
        let (id, source) = window.import.open(OpenSource::Table(source));
        return Ok(ImportSource::Table(Box::new(table_source(window, id, &source)?)));
    }
    let list = window.ask(|coalition, _| coalition.open_source(name, opened))?;
    let (id, source) = window.import.open(list);
    let closed = || window.say(&Error::rule(Message::new("error-import-closed")));
    Ok(ImportSource::List(ListText::new(
        id,
        source.list().ok_or_else(closed)?,
    )))
}

fn plan_view(window: &Window, planned: &Planned) -> ImportPlanView {
    ImportPlanView::new(
        &planned.source,
        &planned.plan,
        &planned.choices,
        window.language(),
    )
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
