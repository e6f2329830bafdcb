//! The commands of letters, their texts, and the sign-ons on them.

use undersigned_core::letter::{Letter, LetterFields, LetterSummary};
use undersigned_core::signon::{SignOn, StatusChange};
use undersigned_core::version::{Version, VersionFields, read_letter};
use vocabulary::ids::{LetterId, OrganizationId, SignOnId, VersionId};
use wire::{Applied, LedgerView, SignOnDetail};

use crate::Answer;
use crate::host::FileKind;
use crate::window::Window;

// Letters ---------------------------------------------------------------------------------------------------------

/// Every letter, the latest first.
pub fn list_letters(window: &Window) -> Answer<Vec<LetterSummary>> {
    window.ask(|coalition, _| coalition.list_letters())
}

/// One letter.
pub fn get_letter(window: &Window, id: LetterId) -> Answer<Letter> {
    window.ask(|coalition, _| coalition.get_letter(id))
}

/// Starts a letter.
pub fn add_letter(window: &Window, fields: LetterFields) -> Answer<Applied<LetterId>> {
    window.act(|coalition, now| coalition.add_letter(&fields, now))
}

/// Changes a letter.
pub fn set_letter(window: &Window, id: LetterId, fields: LetterFields) -> Answer<Applied<()>> {
    window.act(|coalition, now| coalition.set_letter(id, &fields, now))
}

/// Removes a letter with its sign-ons.
pub fn remove_letter(window: &Window, id: LetterId) -> Answer<Applied<()>> {
    window.act(|coalition, now| coalition.remove_letter(id, now))
}

/// The versions of a letter's text.
pub fn list_versions(window: &Window, letter_id: LetterId) -> Answer<Vec<Version>> {
    window.ask(|coalition, _| coalition.list_versions(letter_id))
}

/// Adds a version of a letter's text.
pub fn add_version(
    window: &Window,
    letter_id: LetterId,
    fields: VersionFields,
) -> Answer<Applied<VersionId>> {
    window.act(|coalition, now| coalition.add_version(letter_id, &fields, now))
}

/// The latest text of a letter; empty when it has none.
pub fn get_letter_text(window: &Window, letter_id: LetterId) -> Answer<String> {
    window.ask(|coalition, _| coalition.get_letter_text(letter_id))
}

/// Asks for a document or a text, and gives what it says, for the text of a letter.
pub fn choose_text(window: &Window) -> Answer<Option<String>> {
    const TEXTS: FileKind = FileKind::of(
        "docx, odt, rtf, pdf, txt",
        &["docx", "odt", "rtf", "pdf", "txt", "md"],
    );
    let Some(path) = window.host().pick_file(&[TEXTS]) else {
        return Ok(None);
    };
    read_letter(&path).map(Some).map_err(|error| window.say(&error))
}

// Sign-ons --------------------------------------------------------------------------------------------------------

/// The ledger of a letter.
pub fn list_sign_ons(window: &Window, letter_id: LetterId) -> Answer<Vec<SignOn>> {
    window.ask_now(|coalition, _, now| coalition.list_sign_ons(letter_id, now))
}

/// A letter, and what became of its ledger since the state that the window names; all of it when it names none.
pub fn get_ledger(window: &Window, letter_id: LetterId, seen: Option<u32>) -> Answer<LedgerView> {
    window.ledger_since(letter_id, seen)
}

/// What stands beside a row of the ledger that is shown in full.
pub fn get_sign_on(window: &Window, id: SignOnId) -> Answer<SignOnDetail> {
    window.ask(|coalition, language| SignOnDetail::new(coalition, id, language))
}

/// Puts organizations on a letter, to be asked.
pub fn add_sign_ons(
    window: &Window,
    letter_id: LetterId,
    organization_ids: Vec<OrganizationId>,
) -> Answer<Applied<usize>> {
    window.act(|coalition, now| coalition.add_sign_ons(letter_id, &organization_ids, now))
}

/// Sets the status of sign-ons, with what it rests on.
pub fn set_sign_on_status(window: &Window, ids: Vec<SignOnId>, change: StatusChange) -> Answer<Applied<()>> {
    window.act(|coalition, now| coalition.set_sign_on_status(&ids, &change, now))
}

/// Sets the name that a sign-on prints.
pub fn set_sign_on_name(window: &Window, id: SignOnId, prints_as: String) -> Answer<Applied<()>> {
    window.act(|coalition, now| coalition.set_sign_on_name(id, &prints_as, now))
}

/// Sets who signs for an organization, and their title.
pub fn set_sign_on_signer(
    window: &Window,
    id: SignOnId,
    signer: String,
    title: String,
) -> Answer<Applied<()>> {
    window.act(|coalition, now| coalition.set_sign_on_signer(id, &signer, &title, now))
}

/// Sets what the coordinator wants to remember of a sign-on.
pub fn set_sign_on_note(window: &Window, id: SignOnId, note: String) -> Answer<Applied<()>> {
    window.act(|coalition, now| coalition.set_sign_on_note(id, &note, now))
}

/// Takes sign-ons off their letter.
pub fn remove_sign_ons(window: &Window, ids: Vec<SignOnId>) -> Answer<Applied<()>> {
    window.act(|coalition, now| coalition.remove_sign_ons(&ids, now))
}
