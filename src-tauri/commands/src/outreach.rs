//! The commands of what goes out: templates, the desk and its carriers, calendars.

use std::collections::BTreeSet;

use base::files::write_whole;
use serde::Serialize;
use ts_rs::TS;
use undersigned_core::desk::{
    Carrier, DeskItem, DraftFile, FIELDS, Prepared, ReceiptsDue, Sender, Template, TemplateAttachment,
    TemplateKind, Writing, address_of, csv,
};
use undersigned_core::{Error, Language, Message};
use vocabulary::DeskState;
use vocabulary::ids::{DeskItemId, LetterId, PersonId, SignOnId};
use wire::{Applied, PreparedView};

use crate::Answer;
use crate::host::{FileKind, SaveAs};
use crate::opening::open_draft_file;
use crate::window::Window;

// Templates -------------------------------------------------------------------------------------------------------

/// The texts to write with, as a letter has them.
pub fn list_templates(window: &Window, letter_id: Option<LetterId>) -> Answer<Vec<Template>> {
    window.ask(|coalition, _| coalition.list_templates(letter_id))
}

/// The fields that a text to write with can name.
pub fn list_template_fields(_: &Window) -> Answer<&'static [&'static str]> {
    Ok(&FIELDS)
}

/// Sets a text to write with, of a letter or of every letter.
pub fn set_template(
    window: &Window,
    letter_id: Option<LetterId>,
    kind: TemplateKind,
    language: Language,
    subject: String,
    text: String,
    attach: TemplateAttachment,
) -> Answer<Applied<()>> {
    window.act(|coalition, now| {
        coalition.set_template(letter_id, (kind, language), &subject, &text, attach, now)
    })
}

/// Goes back to the text that it stood before.
pub fn reset_template(
    window: &Window,
    letter_id: Option<LetterId>,
    kind: TemplateKind,
    language: Language,
) -> Answer<Applied<()>> {
    window.act(|coalition, now| coalition.reset_template(letter_id, (kind, language), now))
}

// The desk --------------------------------------------------------------------------------------------------------

/// Who is on the desk.
pub fn list_desk(window: &Window) -> Answer<Vec<DeskItem>> {
    window.ask(|coalition, _| coalition.list_desk())
}

/// Puts sign-ons on the desk in place of who was there.
pub fn start_desk(
    window: &Window,
    sign_on_ids: Vec<SignOnId>,
    kind: Option<TemplateKind>,
) -> Answer<Applied<usize>> {
    window.act(|coalition, now| coalition.start_desk(&sign_on_ids, kind, now))
}

/// The sign-ons of a letter that a message is due for.
pub fn list_due(window: &Window, letter_id: LetterId, kind: TemplateKind) -> Answer<Vec<SignOnId>> {
    window.ask_now(|coalition, _, now| coalition.list_due(letter_id, kind, now))
}

/// Who signed and was not told yet, letter by letter.
pub fn list_receipts_due(window: &Window) -> Answer<Vec<ReceiptsDue>> {
    window.ask(|coalition, _| coalition.list_receipts_due())
}

/// The message of somebody on the desk as it will go.
pub fn get_draft(window: &Window, id: DeskItemId) -> Answer<PreparedView> {
    let sender = sender(window);
    window.ask_now(|coalition, language, now| {
        let prepared = coalition.prepare_desk_item(id, &sender, now)?;
        Ok(PreparedView::new(&prepared, language))
    })
}

/// Opens the draft of somebody on the desk by the carrier that is chosen, or copies it; what was opened before counts as sent.
pub fn open_draft(window: &Window, id: DeskItemId) -> Answer<Applied<()>> {
    let (sender, carrier) = (sender(window), window.app().settings().carrier);
    // What carries no file opens the message without it; the page says so before.
    let prepared = window.ask_now(|coalition, _, now| {
        let mut prepared = coalition.prepare_desk_item(id, &sender, now)?;
        if let Some(fault) = prepared.faults.first() {
            return Err(Error::rule(fault.clone()));
        }
        if carrier == Carrier::Eml {
            coalition.attach_letters(std::slice::from_mut(&mut prepared))?;
        }
        Ok(prepared)
    })?;
    match carrier {
        Carrier::Copy => window.copy(&prepared.draft.body.plain(), Some(&prepared.draft.body.html()))?,
        Carrier::Eml => {
            let file =
                DraftFile::new(&prepared.draft, &prepared.name, 1).map_err(|error| window.say(&error))?;
            open_draft_file(window, &file.name, &file.content).map_err(|error| window.say(&error))?;
        }
        Carrier::Mailto | Carrier::Gmail | Carrier::OutlookWeb => {
            let address = address_of(&prepared.draft, carrier).map_err(|error| window.say(&error))?;
            open_address(window, &address)?;
        }
    }
    window.act(|coalition, now| coalition.step_desk(Some(id), now))
}

/// Asks where, and saves the letter that the message of somebody on the desk is to carry, for those whose way to the mail program
/// carries no file. None when the person cancels, and when it carries none.
pub fn save_attachment(window: &Window, id: DeskItemId) -> Answer<Option<String>> {
    let sender = sender(window);
    let prepared = window.ask_now(|coalition, _, now| {
        let mut prepared = coalition.prepare_desk_item(id, &sender, now)?;
        coalition.attach_letters(std::slice::from_mut(&mut prepared))?;
        Ok(prepared)
    })?;
    let Some(file) = prepared.draft.attachments.first() else {
        return Ok(None);
    };
    let ending = if file.name.ends_with(".pdf") {
        "pdf"
    } else {
        "docx"
    };
    let dialog = SaveAs::named(file.name.clone()).kind(FileKind::of(
        ending,
        if ending == "pdf" { &["pdf"] } else { &["docx"] },
    ));
    window.save(&dialog, &file.content)
}

/// Counts what was opened last as sent.
pub fn finish_desk(window: &Window) -> Answer<Applied<()>> {
    window.act(|coalition, now| coalition.step_desk(None, now))
}

/// Takes back that a draft was sent.
pub fn take_back_draft(window: &Window, id: DeskItemId) -> Answer<Applied<()>> {
    window.act(|coalition, now| coalition.take_back_draft(id, now))
}

/// Leaves somebody out, or puts them back.
pub fn leave_out_draft(window: &Window, id: DeskItemId, left: bool) -> Answer<Applied<()>> {
    window.act(|coalition, now| coalition.leave_out_draft(id, left, now))
}

/// Sets whom to write to and a line for them alone.
pub fn set_desk_item(
    window: &Window,
    id: DeskItemId,
    person_id: Option<PersonId>,
    personal: String,
) -> Answer<Applied<()>> {
    window.act(|coalition, now| coalition.set_desk_item(id, person_id, &personal, now))
}

/// Takes everybody off the desk.
pub fn clear_desk(window: &Window) -> Answer<Applied<()>> {
    window.act(|coalition, now| coalition.clear_desk(now))
}

/// Opens a draft to oneself by a carrier, to see whether it could be sent from there.
pub fn test_draft(window: &Window, carrier: Carrier) -> Answer<()> {
    let sender = sender(window);
    let say = |id| Message::new(id).to_string(window.language());
    let draft = drafts::Draft {
        to: vec![drafts::Mailbox {
            name: sender.name,
            email: sender.email,
        }],
        subject: say("draft-test-subject"),
        body: drafts::Body::of_text(&say("draft-test-text")),
        ..drafts::Draft::default()
    };
    match carrier {
        Carrier::Copy => window.copy(&draft.body.plain(), None),
        Carrier::Eml => DraftFile::new(&draft, "test", 1)
            .and_then(|file| open_draft_file(window, &file.name, &file.content))
            .map_err(|error| window.say(&error)),
        Carrier::Mailto | Carrier::Gmail | Carrier::OutlookWeb => {
            let address = address_of(&draft, carrier).map_err(|error| window.say(&error))?;
            open_address(window, &address)
        }
    }
}

/// What became of the messages of all who wait on the desk.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "outreach/")]
pub struct Carried {
    /// How many messages were written; of a group, how many drafts were opened.
    pub count: usize,
    /// Where they are, when they were saved.
    pub path: Option<String>,
    /// Why there is none for the others, a sentence each.
    pub left: Vec<String>,
    /// The names of what they are to carry and can't.
    pub without: Vec<String>,
}

/// Asks where, and saves those who wait on the desk as rows for a program that merges: a name, an address, the message and its
/// code each. None when the person cancels.
///
/// # Errors
/// A rule: nobody waits, or none of the messages can go.
pub fn save_desk_rows(window: &Window) -> Answer<Option<Carried>> {
    let (prepared, left) = waiting(window)?;
    let dialog = SaveAs::named("messages.csv").kind(FileKind::of("csv", &["csv"]));
    let saved = window.save(&dialog, csv(&prepared).as_bytes())?;
    let without: BTreeSet<String> = prepared.iter().flat_map(Prepared::attachments).collect();
    Ok(saved.map(|path| Carried {
        count: prepared.len(),
        path: Some(path),
        left,
        without: without.into_iter().collect(),
    }))
}

/// Asks for a folder, and writes the drafts of those who wait on the desk into it, a file each. None when the person cancels. Nobody
/// counts as asked by it: when the drafts were sent is for the person to say.
///
/// # Errors
/// As [`save_desk_rows`]; that a file can't be written.
pub fn save_desk_drafts(window: &Window) -> Answer<Option<Carried>> {
    let (mut prepared, left) = waiting(window)?;
    let Some(folder) = window.host().pick_folder() else {
        return Ok(None);
    };
    window.ask(|coalition, _| coalition.attach_letters(&mut prepared))?;
    for (number, one) in (1..).zip(&prepared) {
        DraftFile::new(&one.draft, &one.name, number)
            .and_then(|file| write_whole(&folder.join(&file.name), &file.content))
            .map_err(|error| window.say(&error))?;
    }
    Ok(Some(Carried {
        count: prepared.len(),
        path: Some(folder.display().to_string()),
        left,
        without: Vec::new(),
    }))
}

/// Opens one message to all who wait on the desk, out of sight of each other, in batches that mail servers take; it carries no code.
///
/// # Errors
/// A rule: nobody waits, they are of several letters or for several purposes, or the message lacks something; that nothing opens it.
pub fn open_group_draft(window: &Window) -> Answer<Carried> {
    let sender = sender(window);
    let (drafts, left) = window.ask_now(|coalition, language, now| {
        let items = still_waiting(coalition.list_desk()?)?;
        let of = |item: &DeskItem| (item.letter_id, item.kind);
        let Some((letter, kind)) = items
            .first()
            .map(of)
            .filter(|first| items.iter().all(|item| of(item) == *first))
        else {
            return Err(Error::rule(Message::new("error-group-of-several")));
        };
        let writing = Writing {
            kind,
            sender: &sender,
            person: None,
            personal: "",
            attachments: &[],
            attach: None,
        };
        let ids: Vec<SignOnId> = items.iter().map(|item| item.sign_on).collect();
        let (drafts, left) = coalition.prepare_group(letter, &ids, &writing, now)?;
        let mut why = Vec::new();
        for id in left {
            let prepared = coalition.prepare_draft(id, &writing, now)?;
            why.extend(prepared.faults.first().map(|fault| fault.to_string(language)));
        }
        match why.first() {
            Some(fault) if drafts.is_empty() => Err(Error::rule(
                Message::new("error-no-message-can-go").text("fault", fault),
            )),
            _ => Ok((drafts, why)),
        }
    })?;
    for (number, draft) in (1..).zip(&drafts) {
        DraftFile::new(draft, "group", number)
            .and_then(|file| open_draft_file(window, &file.name, &file.content))
            .map_err(|error| window.say(&error))?;
    }
    Ok(Carried {
        count: drafts.len(),
        path: None,
        left,
        without: Vec::new(),
    })
}

/// The messages of those who wait on the desk that can go, and why the others can't.
fn waiting(window: &Window) -> Answer<(Vec<Prepared>, Vec<String>)> {
    let sender = sender(window);
    window.ask_now(|coalition, language, now| {
        let (mut able, mut left) = (Vec::new(), Vec::new());
        for item in still_waiting(coalition.list_desk()?)? {
            let prepared = coalition.prepare_desk_item(item.id, &sender, now)?;
            match prepared.faults.first() {
                Some(fault) => left.push(fault.to_string(language)),
                None => able.push(prepared),
            }
        }
        match left.first() {
            Some(fault) if able.is_empty() => Err(Error::rule(
                Message::new("error-no-message-can-go").text("fault", fault),
            )),
            _ => Ok((able, left)),
        }
    })
}

/// Those on the desk whose draft was not opened yet; at least one.
fn still_waiting(items: Vec<DeskItem>) -> Result<Vec<DeskItem>, Error> {
    let waiting: Vec<DeskItem> = items
        .into_iter()
        .filter(|item| item.state == DeskState::Waiting)
        .collect();
    if waiting.is_empty() {
        return Err(Error::rule(Message::new("error-nobody-waits")));
    }
    Ok(waiting)
}

/// Copies the addresses of the people to write to about sign-ons, one a line; gives how many.
pub fn copy_addresses(window: &Window, sign_on_ids: Vec<SignOnId>) -> Answer<usize> {
    let addresses = window.ask(|coalition, _| coalition.list_addresses(&sign_on_ids))?;
    window.copy(&addresses.join(", "), None)?;
    Ok(addresses.len())
}

/// Asks where, and saves the days of a letter as a calendar.
pub fn save_calendar(window: &Window, letter_id: LetterId) -> Answer<Option<String>> {
    let text =
        window.ask_now(|coalition, language, now| coalition.make_calendar(letter_id, language, now))?;
    let dialog = SaveAs::named("calendar.ics").kind(FileKind::of("ics", &["ics"]));
    window.save(&dialog, text.as_bytes())
}

/// The way of a letter to its goal, as a sentence; none without a goal.
pub fn get_pace(window: &Window, letter_id: LetterId) -> Answer<Option<String>> {
    window.ask_now(|coalition, language, now| {
        Ok(coalition
            .get_pace(letter_id, now)?
            .map(|pace| pace.sentence(language)))
    })
}

fn open_address(window: &Window, address: &str) -> Answer<()> {
    let opened = window.host().open_address(address);
    opened.map_err(|_| window.say(&Error::rule(Message::new("error-nothing-opens-mail"))))
}

/// Who writes, as the settings have it.
pub(crate) fn sender(window: &Window) -> Sender {
    let settings = window.app().settings();
    Sender {
        name: settings.name,
        email: settings.email,
        organization: settings.organization,
    }
}
