//! The commands of what goes out and comes in: templates, the desk and its carriers, calendars; answers and what is made of them.

use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use reading::mail::Mail;
use undersigned_core::answer::{Acceptance, read_file, read_text};
use undersigned_core::desk::{
    Carrier, DeskItem, DraftFile, FIELDS, Sender, Template, TemplateKind, address_of,
};
use undersigned_core::{Error, Language, Message, stored_file};
use vocabulary::Status;
use vocabulary::ids::{DeskItemId, LetterId, PersonId, SignOnId};
use wire::{AnswerView, Applied, PreparedView};

use crate::Answer;
use crate::host::{FileKind, SaveAs};
use crate::opening::open_copy;
use crate::window::Window;

/// The most answers that wait in a window at once.
const MOST_WAITING: usize = 2_000;

/// The answers that wait in a window, each with the bytes that it came in, until it is accepted or set aside.
#[derive(Default)]
pub struct AnswersWaiting(Mutex<Vec<(Mail, Vec<u8>)>>);

impl AnswersWaiting {
    fn hold(&self) -> MutexGuard<'_, Vec<(Mail, Vec<u8>)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lets go of all of them.
    pub fn clear(&self) {
        self.hold().clear();
    }
}

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
) -> Answer<Applied<()>> {
    window.act(|coalition, now| coalition.set_template(letter_id, (kind, language), &subject, &text, now))
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
    let prepared = window.ask_now(|coalition, _, now| coalition.prepare_desk_item(id, &sender, now))?;
    if let Some(fault) = prepared.faults.first() {
        return Err(window.say(&Error::rule(fault.clone())));
    }
    match carrier {
        Carrier::Copy => window.copy(&prepared.draft.body.plain(), Some(&prepared.draft.body.html()))?,
        Carrier::Eml => {
            let file =
                DraftFile::new(&prepared.draft, &prepared.name, 1).map_err(|error| window.say(&error))?;
            open_copy(window, &file.name, &file.content).map_err(|error| window.say(&error))?;
        }
        Carrier::Mailto | Carrier::Gmail | Carrier::OutlookWeb => {
            let address = address_of(&prepared.draft, carrier).map_err(|error| window.say(&error))?;
            open_address(window, &address)?;
        }
    }
    window.act(|coalition, now| coalition.step_desk(Some(id), now))
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
            .and_then(|file| open_copy(window, &file.name, &file.content))
            .map_err(|error| window.say(&error)),
        Carrier::Mailto | Carrier::Gmail | Carrier::OutlookWeb => {
            let address = address_of(&draft, carrier).map_err(|error| window.say(&error))?;
            open_address(window, &address)
        }
    }
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
fn sender(window: &Window) -> Sender {
    let settings = window.app().settings();
    Sender {
        name: settings.name,
        email: settings.email,
        organization: settings.organization,
    }
}

// Answers ---------------------------------------------------------------------------------------------------------

/// Takes in a text that was pasted, behind the answers that wait. Gives back all that wait.
pub fn add_answer_text(window: &Window, text: String) -> Answer<Vec<AnswerView>> {
    add(window, read_text(&text))
}

/// Takes in a file that was dropped on the window.
pub fn add_answers_at(window: &Window, path: PathBuf) -> Answer<Vec<AnswerView>> {
    let path = window.take_dropped(&path)?;
    let content = stored_file::read(&path).map_err(|error| window.say(&error))?;
    add(window, read_file(&content).map_err(|error| window.say(&error))?)
}

/// Asks for a file of answers, and takes it in.
pub fn add_answers(window: &Window) -> Answer<Option<Vec<AnswerView>>> {
    const MAIL: FileKind = FileKind::of("mail", &["eml", "mbox", "msg", "txt"]);
    let Some(path) = window.host().pick_file(&[MAIL]) else {
        return Ok(None);
    };
    let content = stored_file::read(&path).map_err(|error| window.say(&error))?;
    let read = read_file(&content).or_else(|error| match std::str::from_utf8(&content) {
        Ok(text) if !text.trim().is_empty() => Ok(read_text(text)),
        _ => Err(error),
    });
    add(window, read.map_err(|error| window.say(&error))?).map(Some)
}

fn add(window: &Window, read: Vec<(Mail, Vec<u8>)>) -> Answer<Vec<AnswerView>> {
    {
        let mut waiting = window.answers.hold();
        let room = MOST_WAITING.saturating_sub(waiting.len());
        waiting.extend(read.into_iter().take(room));
    }
    list_answers(window)
}

/// The answers that wait, as they are understood now.
pub fn list_answers(window: &Window) -> Answer<Vec<AnswerView>> {
    let own = sender(window).email;
    let waiting = window.answers.hold();
    window.ask_now(|coalition, language, now| {
        let mut views = Vec::new();
        for (number, (mail, _)) in waiting.iter().enumerate() {
            let answer = coalition.understand(mail, &[&own], now)?;
            views.push(AnswerView::new(number, &answer, language));
        }
        Ok(views)
    })
}

/// Accepts an answer that waits; it waits no longer. Gives back the status that was set.
pub fn accept_answer(
    window: &Window,
    number: usize,
    acceptance: Acceptance,
) -> Answer<Applied<Option<Status>>> {
    let mut waiting = window.answers.hold();
    let Some((mail, content)) = waiting.get(number) else {
        return Err(window.say(&Error::rule(Message::new("answer-gone"))));
    };
    let applied = window.act(|coalition, now| {
        let change = coalition.accept_answer(mail, content, &acceptance, now)?;
        Ok(change.map(|accepted| accepted.status))
    })?;
    waiting.remove(number);
    Ok(applied)
}

/// Learns from a copy of one's own message that it was sent; it waits no longer.
pub fn learn_answer(window: &Window, number: usize, sign_on_id: SignOnId) -> Answer<Applied<()>> {
    let mut waiting = window.answers.hold();
    let Some((mail, _)) = waiting.get(number) else {
        return Err(window.say(&Error::rule(Message::new("answer-gone"))));
    };
    let applied = window.act(|coalition, now| coalition.learn_sent(mail, sign_on_id, now))?;
    waiting.remove(number);
    Ok(applied)
}

/// Sets an answer aside: nothing is made of it.
pub fn drop_answer(window: &Window, number: usize) -> Answer<()> {
    let mut waiting = window.answers.hold();
    if number < waiting.len() {
        waiting.remove(number);
    }
    Ok(())
}
