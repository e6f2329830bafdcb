//! The commands of the ledger: whom to ask, evidence, outreach and follow-ups, deadlines, texts side by side, the history, and
//! what pictures show.

use std::path::PathBuf;

use tauri::{AppHandle, State};
use tauri_plugin_dialog::DialogExt;
use undersigned_core::history::HistoryQuery;
use undersigned_core::letter::{DeadlineKind, DeadlineMove};
use undersigned_core::matrix::{Matrix, MatrixFormat, MatrixQuery};
use undersigned_core::pictures::{States, Timeline};
use undersigned_core::signon::{
    AskSource, Asking, EvidenceItem, OutreachItem, OutreachKind, VersionStanding, Via,
};
use undersigned_core::stored_file;
use undersigned_core::version::VersionDiff;
use undersigned_core::wire::{Applied, AskPlanView, FollowupView, HistoryPage};
use undersigned_core::{Error, Message};
use vocabulary::ids::{EvidenceId, LetterId, PersonId, SignOnId};

use super::path;
use crate::app::{Answer, App};
use crate::opening;

// Whom to ask -----------------------------------------------------------------------------------------------------

/// Whom a source would put on a letter.
#[tauri::command(async)]
pub fn plan_ask(app: State<App>, letter_id: LetterId, source: AskSource) -> Answer<AskPlanView> {
    app.ask(|coalition, language| {
        Ok(AskPlanView::new(
            coalition.plan_ask(letter_id, &source)?,
            language,
        ))
    })
}

/// Puts organizations on a letter, each with the person to write to.
#[tauri::command(async)]
pub fn ask(app: State<App>, letter_id: LetterId, asking: Asking) -> Answer<Applied<usize>> {
    app.act(|coalition, now| coalition.ask(letter_id, &asking, now))
}

/// Sets whom to write to about a sign-on.
#[tauri::command(async)]
pub fn set_sign_on_person(app: State<App>, id: SignOnId, person_id: Option<PersonId>) -> Answer<Applied<()>> {
    app.act(|coalition, now| coalition.set_sign_on_person(id, person_id, now))
}

/// Puts a person who signs for themselves on a letter.
#[tauri::command(async)]
pub fn add_individual(
    app: State<App>,
    letter_id: LetterId,
    name: String,
    title: String,
    affiliation: String,
) -> Answer<Applied<SignOnId>> {
    app.act(|coalition, now| coalition.add_individual(letter_id, &name, &title, &affiliation, now))
}

/// Sets an individual's own organization, which does not sign.
#[tauri::command(async)]
pub fn set_sign_on_affiliation(app: State<App>, id: SignOnId, affiliation: String) -> Answer<Applied<()>> {
    app.act(|coalition, now| coalition.set_sign_on_affiliation(id, &affiliation, now))
}

// Evidence --------------------------------------------------------------------------------------------------------

/// What a sign-on rests on.
#[tauri::command(async)]
pub fn list_evidence(app: State<App>, sign_on_id: SignOnId) -> Answer<Vec<EvidenceItem>> {
    app.ask(|coalition, _| coalition.list_evidence(sign_on_id))
}

/// Keeps a text that sign-ons rest on.
#[tauri::command(async)]
pub fn add_evidence(
    app: State<App>,
    sign_on_ids: Vec<SignOnId>,
    via: Option<Via>,
    text: String,
    at: Option<String>,
) -> Answer<Applied<EvidenceId>> {
    app.act(|coalition, now| coalition.add_evidence(&sign_on_ids, via, &text, at.as_deref(), now))
}

/// Asks which file, and keeps it as evidence.
#[tauri::command(async)]
pub fn add_evidence_file(
    handle: AppHandle,
    app: State<App>,
    sign_on_ids: Vec<SignOnId>,
    via: Option<Via>,
) -> Answer<Option<Applied<EvidenceId>>> {
    let Some(path) = path(handle.dialog().file().blocking_pick_file()) else {
        return Ok(None);
    };
    keep_file(&app, &sign_on_ids, via, &path).map(Some)
}

/// Keeps a file that was dropped on the window as evidence; only what the system dropped is read.
#[tauri::command(async)]
pub fn add_evidence_at(
    app: State<App>,
    sign_on_ids: Vec<SignOnId>,
    path: PathBuf,
) -> Answer<Applied<EvidenceId>> {
    let path = app.take_dropped(&path)?;
    keep_file(&app, &sign_on_ids, None, &path)
}

fn keep_file(
    app: &App,
    sign_ons: &[SignOnId],
    via: Option<Via>,
    path: &std::path::Path,
) -> Answer<Applied<EvidenceId>> {
    let content = stored_file::read(path).map_err(|error| app.say(&error))?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    app.act(|coalition, now| coalition.add_evidence_file(sign_ons, via, &name, &content, now))
}

/// Opens the file of a piece of evidence in the system's own program, from a private copy.
#[tauri::command(async)]
pub fn open_evidence(app: State<App>, id: EvidenceId) -> Answer<()> {
    let file = app.ask(|coalition, _| coalition.get_evidence_file(id))?;
    opening::open_copy(&app.folder_of_copies(), &file.name, &file.content).map_err(|error| app.say(&error))
}

/// Asks where, and saves the file of a piece of evidence there, byte for byte.
#[tauri::command(async)]
pub fn save_evidence(handle: AppHandle, app: State<App>, id: EvidenceId) -> Answer<Option<String>> {
    let file = app.ask(|coalition, _| coalition.get_evidence_file(id))?;
    let dialog = handle.dialog().file().set_file_name(&file.name);
    super::block::write(&app, dialog, &file.content)
}

/// Takes a piece of evidence off a sign-on.
#[tauri::command(async)]
pub fn remove_evidence(
    app: State<App>,
    sign_on_id: SignOnId,
    evidence_id: EvidenceId,
) -> Answer<Applied<()>> {
    app.act(|coalition, now| coalition.remove_evidence(sign_on_id, evidence_id, now))
}

// Outreach and follow-ups -----------------------------------------------------------------------------------------

/// What was written or said about a sign-on.
#[tauri::command(async)]
pub fn list_outreach(app: State<App>, sign_on_id: SignOnId) -> Answer<Vec<OutreachItem>> {
    app.ask(|coalition, _| coalition.list_outreach(sign_on_id))
}

/// Notes that people were asked, reminded or called.
#[tauri::command(async)]
pub fn log_outreach(
    app: State<App>,
    sign_on_ids: Vec<SignOnId>,
    kind: OutreachKind,
    via: Option<Via>,
    text: String,
    at: Option<String>,
) -> Answer<Applied<usize>> {
    app.act(|coalition, now| coalition.log_outreach(&sign_on_ids, kind, via, &text, at.as_deref(), now))
}

/// Leaves sign-ons alone until a day.
#[tauri::command(async)]
pub fn set_chase_after(
    app: State<App>,
    sign_on_ids: Vec<SignOnId>,
    date: Option<String>,
) -> Answer<Applied<()>> {
    app.act(|coalition, now| coalition.set_chase_after(&sign_on_ids, date.as_deref(), now))
}

/// Whom to chase, the most urgent first; of one letter, or of all.
#[tauri::command(async)]
pub fn list_followups(app: State<App>, letter_id: Option<LetterId>) -> Answer<Vec<FollowupView>> {
    app.ask_now(|coalition, language, now| {
        let found = coalition.list_followups(letter_id, now)?;
        Ok(found
            .into_iter()
            .map(|followup| FollowupView::new(followup, language))
            .collect())
    })
}

// Texts and deadlines ---------------------------------------------------------------------------------------------

/// What changed between two texts, word by word.
#[tauri::command(async)]
pub fn compare_versions(
    app: State<App>,
    letter_id: LetterId,
    earlier: u32,
    later: u32,
) -> Answer<VersionDiff> {
    app.ask(|coalition, _| coalition.compare_versions(letter_id, earlier, later))
}

/// How many stand under the newest text, by the text that they confirmed.
#[tauri::command(async)]
pub fn list_standing(app: State<App>, letter_id: LetterId) -> Answer<Vec<VersionStanding>> {
    app.ask_now(|coalition, _, now| coalition.list_standing(letter_id, now))
}

/// Moves a deadline, or lifts it, and keeps why.
#[tauri::command(async)]
pub fn move_deadline(
    app: State<App>,
    letter_id: LetterId,
    which: DeadlineKind,
    local: Option<String>,
    zone: String,
    note: String,
) -> Answer<Applied<()>> {
    app.act(|coalition, now| coalition.move_deadline(letter_id, which, local.as_deref(), &zone, &note, now))
}

/// How the deadlines of a letter moved.
#[tauri::command(async)]
pub fn list_deadline_moves(app: State<App>, letter_id: LetterId) -> Answer<Vec<DeadlineMove>> {
    app.ask(|coalition, _| coalition.list_deadline_moves(letter_id))
}

// The history -----------------------------------------------------------------------------------------------------

/// A part of the history, latest first.
#[tauri::command(async)]
pub fn list_history(app: State<App>, query: HistoryQuery) -> Answer<HistoryPage> {
    app.ask(|coalition, language| HistoryPage::new(coalition, &query, language))
}

// What pictures show ----------------------------------------------------------------------------------------------

/// The sign-ons of a letter over time.
#[tauri::command(async)]
pub fn get_timeline(app: State<App>, letter_id: LetterId) -> Answer<Timeline> {
    app.ask_now(|coalition, _, now| coalition.get_timeline(letter_id, now))
}

/// Who signed a letter, by state.
#[tauri::command(async)]
pub fn get_states(app: State<App>, letter_id: LetterId) -> Answer<States> {
    app.ask(|coalition, _| coalition.get_states(letter_id))
}

/// A part of the matrix of organizations by letters.
#[tauri::command(async)]
pub fn get_matrix(app: State<App>, query: MatrixQuery) -> Answer<Matrix> {
    app.ask(|coalition, _| coalition.get_matrix(&query))
}

/// Asks where, and saves the whole matrix there: as CSV where the name ends so, else as a workbook.
#[tauri::command(async)]
pub fn save_matrix(handle: AppHandle, app: State<App>, query: MatrixQuery) -> Answer<Option<String>> {
    let dialog = handle.dialog().file();
    let dialog = dialog.add_filter("XLSX", &["xlsx"]).add_filter("CSV", &["csv"]);
    let Some(path) = path(dialog.set_file_name("matrix.xlsx").blocking_save_file()) else {
        return Ok(None);
    };
    let is_csv = path
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("csv"));
    let format = if is_csv {
        MatrixFormat::Csv
    } else {
        MatrixFormat::Xlsx
    };
    let bytes = app.ask(|coalition, language| coalition.export_matrix(&query, format, language))?;
    std::fs::write(&path, bytes).map_err(|error| app.say(&Error::file(&path, error)))?;
    Ok(Some(path.display().to_string()))
}

/// Asks where, and saves a picture there: as PNG where the name ends so and the page gives one, else as SVG.
#[tauri::command(async)]
pub fn save_picture(
    handle: AppHandle,
    app: State<App>,
    name: String,
    svg: String,
    png: Option<Vec<u8>>,
) -> Answer<Option<String>> {
    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
    let png = png.filter(|bytes| bytes.starts_with(PNG));
    if !svg.trim_start().starts_with("<svg") && !svg.trim_start().starts_with("<?xml") {
        return Err(app.say(&Error::rule(Message::new("error-no-picture"))));
    }
    let name: String = name
        .chars()
        .map(|c| if c.is_alphanumeric() || c == '-' { c } else { '-' })
        .collect();
    // What was asked for comes first: the dialog begins with it. The other can still be chosen there.
    let mut dialog = handle.dialog().file();
    if png.is_some() {
        dialog = dialog.add_filter("PNG", &["png"]);
    }
    dialog = dialog.add_filter("SVG", &["svg"]);
    let ending = if png.is_some() { "png" } else { "svg" };
    let Some(path) = path(
        dialog
            .set_file_name(format!("{name}.{ending}"))
            .blocking_save_file(),
    ) else {
        return Ok(None);
    };
    let wants_svg = path
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("svg"));
    let bytes = match png {
        Some(png) if !wants_svg => png,
        _ => svg.into_bytes(),
    };
    std::fs::write(&path, bytes).map_err(|error| app.say(&Error::file(&path, error)))?;
    Ok(Some(path.display().to_string()))
}
