//! Every command of the window: each hands over to the core and says what came of it. No rule lives here.
//!
//! All of them run off the window's own thread. Those of the contact list stand in `commands/contacts.rs`, those of
//! the ledger in `commands/ledger.rs`, those of the block in `commands/block.rs`.

mod block;
mod contacts;
mod imports;
mod ledger;

use std::path::PathBuf;

use reading::list::{join_entries, split_entry};
use tauri::ipc::Invoke;
use tauri::{AppHandle, State};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};
use undersigned_core::coalition::EXTENSION;
use undersigned_core::import::{ImportRow, ImportTarget, Likely, ListSource};
use undersigned_core::letter::{Letter, LetterFields, LetterSummary};
use undersigned_core::signon::{SignOn, StatusChange};
use undersigned_core::version::{Version, VersionFields};
use undersigned_core::wire::{AppState, Applied, ImportPlanView, LedgerNews, ListRead, ReviewRow};
use undersigned_core::{Error, Language, Message};
use vocabulary::ids::{LetterId, OrganizationId, SignOnId, VersionId};

use crate::app::{Answer, App};

/// The commands, by name.
pub fn handler() -> impl Fn(Invoke) -> bool + Send + Sync + 'static {
    tauri::generate_handler![
        get_app,
        set_language,
        new_coalition,
        open_coalition,
        open_coalition_at,
        save_copy,
        open_sample,
        open_own,
        undo,
        redo,
        list_letters,
        get_letter,
        add_letter,
        set_letter,
        remove_letter,
        list_versions,
        add_version,
        get_letter_text,
        list_sign_ons,
        get_ledger,
        add_sign_ons,
        set_sign_on_status,
        set_sign_on_name,
        set_sign_on_signer,
        set_sign_on_note,
        remove_sign_ons,
        read_list,
        split_row,
        join_rows,
        preview_import,
        import_rows,
        imports::open_import,
        imports::open_import_at,
        imports::open_import_text,
        imports::set_import_source,
        imports::set_import_columns,
        imports::plan_table,
        imports::decide_rows,
        imports::list_plan_rows,
        imports::import_table,
        imports::save_rejects,
        imports::close_import,
        imports::list_imports,
        imports::list_import_rows,
        imports::save_import_source,
        imports::save_import_rejects,
        ledger::plan_ask,
        ledger::ask,
        ledger::set_sign_on_person,
        ledger::add_individual,
        ledger::set_sign_on_affiliation,
        ledger::list_evidence,
        ledger::add_evidence,
        ledger::add_evidence_file,
        ledger::add_evidence_at,
        ledger::open_evidence,
        ledger::save_evidence,
        ledger::remove_evidence,
        ledger::list_outreach,
        ledger::log_outreach,
        ledger::set_chase_after,
        ledger::list_followups,
        ledger::compare_versions,
        ledger::list_standing,
        ledger::move_deadline,
        ledger::list_deadline_moves,
        ledger::list_history,
        ledger::get_timeline,
        ledger::get_states,
        ledger::get_matrix,
        ledger::save_matrix,
        ledger::save_picture,
        block::get_block,
        block::get_block_options,
        block::change_block_options,
        block::copy_block,
        block::save_block,
        block::get_block_text,
        block::copy_text,
        block::fill_document,
        block::print_window,
        block::rename_heading,
        block::copy_edition,
        contacts::list_organizations,
        contacts::list_organization_ids,
        contacts::list_organization_rows,
        contacts::get_organization,
        contacts::add_organization,
        contacts::set_organization,
        contacts::set_organization_field,
        contacts::set_parents,
        contacts::remove_organization,
        contacts::recognize,
        contacts::search,
        contacts::list_people,
        contacts::list_person_ids,
        contacts::list_person_rows,
        contacts::get_person,
        contacts::find_person_twins,
        contacts::add_person,
        contacts::set_person,
        contacts::set_person_field,
        contacts::remove_person,
        contacts::list_filter_choices,
        contacts::list_filters,
        contacts::save_filter,
        contacts::remove_filter,
        contacts::find_duplicates,
        contacts::cancel_work,
        contacts::keep_apart,
        contacts::plan_merge,
        contacts::merge_organizations,
        contacts::copy_table,
        get_view,
        set_view,
        block::list_styles,
        block::save_style,
        block::remove_style,
        block::set_sign_on_heading,
        block::set_sign_on_pin,
        block::check_letter,
        block::freeze_edition,
        block::list_editions,
        block::diff_editions,
        block::get_edition_update,
        block::get_edition_text,
        block::save_edition,
    ]
}

// The file ------------------------------------------------------------------------------------------------------

/// The open file and the program around it.
#[tauri::command(async)]
pub fn get_app(app: State<App>) -> Answer<AppState> {
    app.state()
}

/// Changes the language of the window.
#[tauri::command(async)]
pub fn set_language(app: State<App>, language: Language) -> Answer<AppState> {
    app.set_language(language);
    app.state()
}

/// Asks where, and makes an empty coalition there.
#[tauri::command(async)]
pub fn new_coalition(handle: AppHandle, app: State<App>) -> Answer<Option<AppState>> {
    let Some(path) = path(
        coalitions(&handle)
            .set_file_name(format!("coalition.{EXTENSION}"))
            .blocking_save_file(),
    ) else {
        return Ok(None);
    };
    app.new_file(&path)?;
    app.state().map(Some)
}

/// Asks which coalition to open.
#[tauri::command(async)]
pub fn open_coalition(handle: AppHandle, app: State<App>) -> Answer<Option<AppState>> {
    let Some(path) = path(coalitions(&handle).blocking_pick_file()) else {
        return Ok(None);
    };
    app.open_file(&path)?;
    app.state().map(Some)
}

/// Opens a coalition that was dropped on the window.
#[tauri::command(async)]
pub fn open_coalition_at(app: State<App>, path: PathBuf) -> Answer<AppState> {
    app.open_file(&path)?;
    app.state()
}

/// Asks where, and saves a copy of the open coalition there.
#[tauri::command(async)]
pub fn save_copy(handle: AppHandle, app: State<App>) -> Answer<Option<String>> {
    let name = format!("{}-copy.{EXTENSION}", app.state()?.file_name);
    let Some(path) = path(coalitions(&handle).set_file_name(name).blocking_save_file()) else {
        return Ok(None);
    };
    Ok(Some(app.save_copy(&path)?.display().to_string()))
}

/// Opens the sample; one's own coalition is left as it is.
#[tauri::command(async)]
pub fn open_sample(app: State<App>) -> Answer<AppState> {
    app.open_sample()?;
    app.state()
}

/// Goes back to one's own coalition.
#[tauri::command(async)]
pub fn open_own(app: State<App>) -> Answer<AppState> {
    app.open_own()?;
    app.state()
}

/// How the person has arranged a list: JSON of the window's own, or None.
#[tauri::command(async)]
pub fn get_view(app: State<App>, name: String) -> Answer<Option<serde_json::Value>> {
    Ok(app.view(&name))
}

/// Remembers how the person has arranged a list.
#[tauri::command(async)]
pub fn set_view(app: State<App>, name: String, view: serde_json::Value) -> Answer<()> {
    app.set_view(name, view);
    Ok(())
}

/// Takes the last action back.
#[tauri::command(async)]
pub fn undo(app: State<App>) -> Answer<Applied<()>> {
    app.act(|coalition, now| coalition.undo(now))
}

/// Does the action that was undone last again.
#[tauri::command(async)]
pub fn redo(app: State<App>) -> Answer<Applied<()>> {
    app.act(|coalition, now| coalition.redo(now))
}

// Letters ---------------------------------------------------------------------------------------------------------

/// Every letter, the latest first.
#[tauri::command(async)]
pub fn list_letters(app: State<App>) -> Answer<Vec<LetterSummary>> {
    app.ask(|coalition, _| coalition.list_letters())
}

/// One letter.
#[tauri::command(async)]
pub fn get_letter(app: State<App>, id: LetterId) -> Answer<Letter> {
    app.ask(|coalition, _| coalition.get_letter(id))
}

/// Starts a letter.
#[tauri::command(async)]
pub fn add_letter(app: State<App>, fields: LetterFields) -> Answer<Applied<LetterId>> {
    app.act(|coalition, now| coalition.add_letter(&fields, now))
}

/// Changes a letter.
#[tauri::command(async)]
pub fn set_letter(app: State<App>, id: LetterId, fields: LetterFields) -> Answer<Applied<()>> {
    app.act(|coalition, now| coalition.set_letter(id, &fields, now))
}

/// Removes a letter with its sign-ons.
#[tauri::command(async)]
pub fn remove_letter(app: State<App>, id: LetterId) -> Answer<Applied<()>> {
    app.act(|coalition, now| coalition.remove_letter(id, now))
}

/// The versions of a letter's text.
#[tauri::command(async)]
pub fn list_versions(app: State<App>, letter_id: LetterId) -> Answer<Vec<Version>> {
    app.ask(|coalition, _| coalition.list_versions(letter_id))
}

/// Adds a version of a letter's text.
#[tauri::command(async)]
pub fn add_version(
    app: State<App>,
    letter_id: LetterId,
    fields: VersionFields,
) -> Answer<Applied<VersionId>> {
    app.act(|coalition, now| coalition.add_version(letter_id, &fields, now))
}

/// The latest text of a letter; empty when it has none.
#[tauri::command(async)]
pub fn get_letter_text(app: State<App>, letter_id: LetterId) -> Answer<String> {
    app.ask(|coalition, _| coalition.get_letter_text(letter_id))
}

// Sign-ons --------------------------------------------------------------------------------------------------------

/// The ledger of a letter.
#[tauri::command(async)]
pub fn list_sign_ons(app: State<App>, letter_id: LetterId) -> Answer<Vec<SignOn>> {
    app.ask_now(|coalition, _, now| coalition.list_sign_ons(letter_id, now))
}

/// What became of a letter's ledger since the state that the window names; all of it when it names none.
#[tauri::command(async)]
pub fn get_ledger(app: State<App>, letter_id: LetterId, seen: Option<u32>) -> Answer<LedgerNews> {
    app.news_of(letter_id, seen)
}

/// Puts organizations on a letter, to be asked.
#[tauri::command(async)]
pub fn add_sign_ons(
    app: State<App>,
    letter_id: LetterId,
    organization_ids: Vec<OrganizationId>,
) -> Answer<Applied<usize>> {
    app.act(|coalition, now| coalition.add_sign_ons(letter_id, &organization_ids, now))
}

/// Sets the status of sign-ons, with what it rests on.
#[tauri::command(async)]
pub fn set_sign_on_status(app: State<App>, ids: Vec<SignOnId>, change: StatusChange) -> Answer<Applied<()>> {
    app.act(|coalition, now| coalition.set_sign_on_status(&ids, &change, now))
}

/// Sets the name that a sign-on prints.
#[tauri::command(async)]
pub fn set_sign_on_name(app: State<App>, id: SignOnId, prints_as: String) -> Answer<Applied<()>> {
    app.act(|coalition, now| coalition.set_sign_on_name(id, &prints_as, now))
}

/// Sets who signs for an organization, and their title.
#[tauri::command(async)]
pub fn set_sign_on_signer(
    app: State<App>,
    id: SignOnId,
    signer: String,
    title: String,
) -> Answer<Applied<()>> {
    app.act(|coalition, now| coalition.set_sign_on_signer(id, &signer, &title, now))
}

/// Sets what the coordinator wants to remember of a sign-on.
#[tauri::command(async)]
pub fn set_sign_on_note(app: State<App>, id: SignOnId, note: String) -> Answer<Applied<()>> {
    app.act(|coalition, now| coalition.set_sign_on_note(id, &note, now))
}

/// Takes sign-ons off their letter.
#[tauri::command(async)]
pub fn remove_sign_ons(app: State<App>, ids: Vec<SignOnId>) -> Answer<Applied<()>> {
    app.act(|coalition, now| coalition.remove_sign_ons(&ids, now))
}

// Reading and importing -------------------------------------------------------------------------------------------

/// Reads a pasted list.
#[tauri::command(async)]
pub fn read_list(app: State<App>, text: String) -> Answer<ListRead> {
    app.ask(|coalition, language| Ok(ListRead::new(&coalition.read_list(&text)?, language)))
}

/// Cuts a row in two at a byte of the text.
#[tauri::command(async)]
pub fn split_row(app: State<App>, text: String, row: ReviewRow, at: usize) -> Answer<Vec<ReviewRow>> {
    let parts = split_entry(&text, &row.entry(), at);
    let (first, second) = parts.ok_or_else(|| app.say(&Error::rule(Message::new("error-split"))))?;
    let language = app.language();
    Ok([first, second]
        .iter()
        .map(|entry| ReviewRow::new(entry, language))
        .collect())
}

/// Joins two rows that are one name.
#[tauri::command(async)]
pub fn join_rows(app: State<App>, text: String, first: ReviewRow, second: ReviewRow) -> Answer<ReviewRow> {
    let joined = join_entries(&text, &first.entry(), &second.entry());
    Ok(ReviewRow::new(&joined, app.language()))
}

/// What an import would do.
#[tauri::command(async)]
pub fn preview_import(app: State<App>, rows: Vec<ReviewRow>, target: ImportTarget) -> Answer<ImportPlanView> {
    app.ask(|coalition, language| {
        let plan = coalition.plan_import(&import_rows_of(&rows), &target, Likely::Ask)?;
        Ok(ImportPlanView::new(&rows, &plan, language))
    })
}

/// Imports rows as one action.
#[tauri::command(async)]
pub fn import_rows(
    app: State<App>,
    rows: Vec<ReviewRow>,
    target: ImportTarget,
    source: String,
    name: String,
) -> Answer<Applied<ImportPlanView>> {
    let language = app.language();
    let source = ListSource {
        name: &name,
        text: &source,
    };
    app.act(|coalition, now| {
        let change = coalition.import(&import_rows_of(&rows), &target, Likely::Ask, source, now)?;
        Ok(change.map(|plan| ImportPlanView::new(&rows, &plan, language)))
    })
}

fn import_rows_of(rows: &[ReviewRow]) -> Vec<ImportRow> {
    rows.iter().map(ReviewRow::row).collect()
}

/// A dialog that shows coalitions.
fn coalitions(handle: &AppHandle) -> FileDialogBuilder<tauri::Wry> {
    handle.dialog().file().add_filter("Undersigned", &[EXTENSION])
}

fn path(chosen: Option<FilePath>) -> Option<PathBuf> {
    chosen.and_then(|path| path.into_path().ok())
}
