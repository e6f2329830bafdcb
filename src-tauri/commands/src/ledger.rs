//! The commands of the ledger: whom to ask, evidence, outreach and follow-ups, deadlines, texts side by side, the history, and
//! what pictures show.

use std::path::PathBuf;

use undersigned_core::history::HistoryQuery;
use undersigned_core::letter::{DeadlineKind, DeadlineMove};
use undersigned_core::matrix::{Matrix, MatrixFormat, MatrixQuery};
use undersigned_core::pictures::{States, Timeline};
use undersigned_core::signon::{
    AskSource, Asking, EvidenceItem, FurtherSigner, OutreachItem, OutreachKind, VersionStanding, Via,
};
use undersigned_core::stored_file;
use undersigned_core::version::VersionDiff;
use undersigned_core::{Error, Message};
use vocabulary::ids::{EvidenceId, FurtherSignerId, LetterId, PersonId, SignOnId};
use wire::{Applied, AskPlanView, FollowupView, HistoryPage};

use crate::host::{FileKind, SaveAs};
use crate::window::Window;
use crate::{Answer, opening};

// Whom to ask -----------------------------------------------------------------------------------------------------

/// Whom a source would put on a letter.
pub fn plan_ask(window: &Window, letter_id: LetterId, source: AskSource) -> Answer<AskPlanView> {
    window.ask(|coalition, language| {
        Ok(AskPlanView::new(
            coalition.plan_ask(letter_id, &source)?,
            language,
        ))
    })
}

/// Puts organizations on a letter, each with the person to write to.
pub fn ask(window: &Window, letter_id: LetterId, asking: Asking) -> Answer<Applied<usize>> {
    window.act(|coalition, now| coalition.ask(letter_id, &asking, now))
}

/// Sets whom to write to about a sign-on.
pub fn set_sign_on_person(window: &Window, id: SignOnId, person_id: Option<PersonId>) -> Answer<Applied<()>> {
    window.act(|coalition, now| coalition.set_sign_on_person(id, person_id, now))
}

/// Puts a person who signs for themselves on a letter.
pub fn add_individual(
    window: &Window,
    letter_id: LetterId,
    name: String,
    title: String,
    affiliation: String,
) -> Answer<Applied<SignOnId>> {
    window.act(|coalition, now| coalition.add_individual(letter_id, &name, &title, &affiliation, now))
}

/// Sets an individual's own organization, which does not sign.
pub fn set_sign_on_affiliation(window: &Window, id: SignOnId, affiliation: String) -> Answer<Applied<()>> {
    window.act(|coalition, now| coalition.set_sign_on_affiliation(id, &affiliation, now))
}

// Evidence --------------------------------------------------------------------------------------------------------

/// What a sign-on rests on.
pub fn list_evidence(window: &Window, sign_on_id: SignOnId) -> Answer<Vec<EvidenceItem>> {
    window.ask(|coalition, _| coalition.list_evidence(sign_on_id))
}

/// Keeps a text that sign-ons rest on.
pub fn add_evidence(
    window: &Window,
    sign_on_ids: Vec<SignOnId>,
    via: Option<Via>,
    text: String,
    at: Option<String>,
) -> Answer<Applied<EvidenceId>> {
    window.act(|coalition, now| coalition.add_evidence(&sign_on_ids, via, &text, at.as_deref(), now))
}

/// Asks which file, and keeps it as evidence.
pub fn add_evidence_file(
    window: &Window,
    sign_on_ids: Vec<SignOnId>,
    via: Option<Via>,
) -> Answer<Option<Applied<EvidenceId>>> {
    let Some(path) = window.host().pick_file(&[]) else {
        return Ok(None);
    };
    keep_file(window, &sign_on_ids, via, &path).map(Some)
}

/// Keeps a file that was dropped on the window as evidence; only what the system dropped is read.
pub fn add_evidence_at(
    window: &Window,
    sign_on_ids: Vec<SignOnId>,
    path: PathBuf,
) -> Answer<Applied<EvidenceId>> {
    let path = window.take_dropped(&path)?;
    keep_file(window, &sign_on_ids, None, &path)
}

fn keep_file(
    window: &Window,
    sign_ons: &[SignOnId],
    via: Option<Via>,
    path: &std::path::Path,
) -> Answer<Applied<EvidenceId>> {
    let content = stored_file::read(path).map_err(|error| window.say(&error))?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    window.act(|coalition, now| coalition.add_evidence_file(sign_ons, via, &name, &content, now))
}

/// Opens the file of a piece of evidence in the system's own program, from a private copy.
pub fn open_evidence(window: &Window, id: EvidenceId) -> Answer<()> {
    let file = window.ask(|coalition, _| coalition.get_evidence_file(id))?;
    opening::open_copy(window, &file.name, &file.content).map_err(|error| window.say(&error))
}

/// Asks where, and saves the file of a piece of evidence there, byte for byte.
pub fn save_evidence(window: &Window, id: EvidenceId) -> Answer<Option<String>> {
    let file = window.ask(|coalition, _| coalition.get_evidence_file(id))?;
    window.save(&SaveAs::named(file.name), &file.content)
}

/// Says how it was verified who may sign for a sign-on.
pub fn verify_authority(
    window: &Window,
    sign_on_id: SignOnId,
    who: String,
    how: String,
) -> Answer<Applied<()>> {
    window.act(|coalition, now| coalition.verify_authority(sign_on_id, &who, &how, now))
}

/// Lets sign-ons count and be named in no block, or names them again; gives back the editions that keep their names.
pub fn set_sign_on_unnamed(window: &Window, ids: Vec<SignOnId>, unnamed: bool) -> Answer<Applied<Vec<u32>>> {
    window.act(|coalition, now| coalition.set_sign_on_unnamed(&ids, unnamed, now))
}

/// Who signs beside the signer of a sign-on.
pub fn list_further_signers(window: &Window, sign_on_id: SignOnId) -> Answer<Vec<FurtherSigner>> {
    window.ask(|coalition, _| coalition.list_further_signers(sign_on_id))
}

/// Lets a further signer print or not; with none takes them off.
pub fn set_further_signer_shown(
    window: &Window,
    sign_on_id: SignOnId,
    signer_id: FurtherSignerId,
    shown: Option<bool>,
) -> Answer<Applied<()>> {
    window.act(|coalition, now| coalition.set_further_signer_shown(sign_on_id, signer_id, shown, now))
}

/// Takes a piece of evidence off a sign-on.
pub fn remove_evidence(
    window: &Window,
    sign_on_id: SignOnId,
    evidence_id: EvidenceId,
) -> Answer<Applied<()>> {
    window.act(|coalition, now| coalition.remove_evidence(sign_on_id, evidence_id, now))
}

// Outreach and follow-ups -----------------------------------------------------------------------------------------

/// What was written or said about a sign-on.
pub fn list_outreach(window: &Window, sign_on_id: SignOnId) -> Answer<Vec<OutreachItem>> {
    window.ask(|coalition, _| coalition.list_outreach(sign_on_id))
}

/// Notes that people were asked, reminded or called.
pub fn log_outreach(
    window: &Window,
    sign_on_ids: Vec<SignOnId>,
    kind: OutreachKind,
    via: Option<Via>,
    text: String,
    at: Option<String>,
) -> Answer<Applied<usize>> {
    window.act(|coalition, now| coalition.log_outreach(&sign_on_ids, kind, via, &text, at.as_deref(), now))
}

/// Leaves sign-ons alone until a day.
pub fn set_chase_after(
    window: &Window,
    sign_on_ids: Vec<SignOnId>,
    date: Option<String>,
) -> Answer<Applied<()>> {
    window.act(|coalition, now| coalition.set_chase_after(&sign_on_ids, date.as_deref(), now))
}

/// Whom to chase, the most urgent first; of one letter, or of all.
pub fn list_followups(window: &Window, letter_id: Option<LetterId>) -> Answer<Vec<FollowupView>> {
    window.ask_now(|coalition, language, now| {
        let found = coalition.list_followups(letter_id, now)?;
        Ok(found
            .into_iter()
            .map(|followup| FollowupView::new(followup, language))
            .collect())
    })
}

// Texts and deadlines ---------------------------------------------------------------------------------------------

/// What changed between two texts, word by word.
pub fn compare_versions(
    window: &Window,
    letter_id: LetterId,
    earlier: u32,
    later: u32,
) -> Answer<VersionDiff> {
    window.ask(|coalition, _| coalition.compare_versions(letter_id, earlier, later))
}

/// How many stand under the newest text, by the text that they confirmed.
pub fn list_standing(window: &Window, letter_id: LetterId) -> Answer<Vec<VersionStanding>> {
    window.ask_now(|coalition, _, now| coalition.list_standing(letter_id, now))
}

/// Moves a deadline, or lifts it, and keeps why.
pub fn move_deadline(
    window: &Window,
    letter_id: LetterId,
    which: DeadlineKind,
    local: Option<String>,
    zone: String,
    note: String,
) -> Answer<Applied<()>> {
    window
        .act(|coalition, now| coalition.move_deadline(letter_id, which, local.as_deref(), &zone, &note, now))
}

/// How the deadlines of a letter moved.
pub fn list_deadline_moves(window: &Window, letter_id: LetterId) -> Answer<Vec<DeadlineMove>> {
    window.ask(|coalition, _| coalition.list_deadline_moves(letter_id))
}

// The history -----------------------------------------------------------------------------------------------------

/// A part of the history, latest first.
pub fn list_history(window: &Window, query: HistoryQuery) -> Answer<HistoryPage> {
    window.ask(|coalition, language| HistoryPage::new(coalition, &query, language))
}

// What pictures show ----------------------------------------------------------------------------------------------

/// The sign-ons of a letter over time.
pub fn get_timeline(window: &Window, letter_id: LetterId) -> Answer<Timeline> {
    window.ask_now(|coalition, _, now| coalition.get_timeline(letter_id, now))
}

/// Who signed a letter, by state.
pub fn get_states(window: &Window, letter_id: LetterId) -> Answer<States> {
    window.ask(|coalition, _| coalition.get_states(letter_id))
}

/// A part of the matrix of organizations by letters.
pub fn get_matrix(window: &Window, query: MatrixQuery) -> Answer<Matrix> {
    window.ask(|coalition, _| coalition.get_matrix(&query))
}

/// Asks where, and saves the whole matrix there: as CSV where the name ends so, else as a workbook.
pub fn save_matrix(window: &Window, query: MatrixQuery) -> Answer<Option<String>> {
    let dialog = SaveAs::named("matrix.xlsx");
    let dialog = dialog
        .kind(FileKind::of("XLSX", &["xlsx"]))
        .kind(FileKind::of("CSV", &["csv"]));
    let Some(path) = window.host().pick_destination(&dialog) else {
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
    let bytes = window.ask(|coalition, language| coalition.export_matrix(&query, format, language))?;
    window.write(&path, &bytes).map(Some)
}

/// Asks where, and saves a picture there: as PNG where the name ends so and the page gives one, else as SVG.
pub fn save_picture(
    window: &Window,
    name: String,
    svg: String,
    png: Option<Vec<u8>>,
) -> Answer<Option<String>> {
    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
    let png = png.filter(|bytes| bytes.starts_with(PNG));
    if !svg.trim_start().starts_with("<svg") && !svg.trim_start().starts_with("<?xml") {
        return Err(window.say(&Error::rule(Message::new("error-no-picture"))));
    }
    let name: String = name
        .chars()
        .map(|c| if c.is_alphanumeric() || c == '-' { c } else { '-' })
        .collect();
    // What was asked for comes first: the dialog begins with it. The other can still be chosen there.
    let ending = if png.is_some() { "png" } else { "svg" };
    let mut dialog = SaveAs::named(format!("{name}.{ending}"));
    if png.is_some() {
        dialog = dialog.kind(FileKind::of("PNG", &["png"]));
    }
    let dialog = dialog.kind(FileKind::of("SVG", &["svg"]));
    let Some(path) = window.host().pick_destination(&dialog) else {
        return Ok(None);
    };
    let wants_svg = path
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("svg"));
    let bytes = match png {
        Some(png) if !wants_svg => png,
        _ => svg.into_bytes(),
    };
    window.write(&path, &bytes).map(Some)
}
