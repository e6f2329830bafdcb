//! Drafts as they will go and answers as they are understood, as the window and the command line show them.

use serde::Serialize;
use ts_rs::TS;

use base::messages::Language;
use undersigned_core::answer::{Answer, Guess};
use undersigned_core::desk::{Prepared, TemplateKind};
use undersigned_core::import::Proposal;
use vocabulary::Status;
use vocabulary::ids::{LetterId, PersonId, SignOnId};

/// A message about a sign-on as it will go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "outreach/", rename = "Prepared")]
pub struct PreparedView {
    /// The sign-on.
    pub sign_on: SignOnId,
    /// Its letter.
    pub letter_id: LetterId,
    /// What it is written for.
    pub kind: TemplateKind,
    /// The name that prints.
    pub name: String,
    /// To whom, by their id.
    pub person_id: Option<PersonId>,
    /// To whom, by their name, or empty.
    pub person: String,
    /// At which address, or empty.
    pub email: String,
    /// In which language.
    pub language: Language,
    /// The mark of the ask, or empty.
    pub code: String,
    /// The form's address with its fields filled in, or empty.
    pub form_link: String,
    /// What about.
    pub subject: String,
    /// What it says, as plain text.
    pub text: String,
    /// The same as HTML.
    pub html: String,
    /// The names of what it carries.
    pub attachments: Vec<String>,
    /// Why it can't go.
    pub faults: Vec<String>,
    /// What to know before it goes.
    pub notes: Vec<String>,
}

impl PreparedView {
    /// A message in a language.
    pub fn new(prepared: &Prepared, language: Language) -> Self {
        let person = prepared.person.as_ref();
        let sentences = |messages: &[base::messages::Message]| {
            messages
                .iter()
                .map(|message| message.to_string(language))
                .collect()
        };
        Self {
            sign_on: prepared.sign_on,
            letter_id: prepared.letter,
            kind: prepared.kind,
            name: prepared.name.clone(),
            person_id: person.map(|person| person.id),
            person: person.map(|person| person.name.clone()).unwrap_or_default(),
            email: person.and_then(|person| person.email.clone()).unwrap_or_default(),
            language: prepared.language,
            code: prepared.code.map(|code| code.to_string()).unwrap_or_default(),
            form_link: prepared.form_link.clone(),
            subject: prepared.draft.subject.clone(),
            text: prepared.draft.body.plain(),
            html: prepared.draft.body.html(),
            attachments: prepared.attachments(),
            faults: sentences(&prepared.faults),
            notes: sentences(&prepared.notes),
        }
    }
}

/// An answer as it is understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "outreach/", rename = "Answer")]
pub struct AnswerView {
    /// Which one of those that were taken it is, from 0.
    pub number: usize,
    /// Who wrote it, by their name, or empty.
    pub from: String,
    /// Their address, or empty.
    pub email: String,
    /// What about.
    pub subject: String,
    /// When it was sent, ISO 8601 in UTC.
    pub sent: Option<String>,
    /// The writer's own words.
    pub words: String,
    /// All of it.
    pub text: String,
    /// The sign-ons that it may be to, the likeliest first.
    pub guesses: Vec<Guess>,
    /// Whether the first of them is known, and not guessed.
    pub known: bool,
    /// What it seems to say.
    pub proposal: Proposal,
    /// What accepting it makes of the first guess; none where it is no answer.
    pub status: Option<Status>,
    /// Of an automatic reply: the day until which somebody is away.
    pub away_until: Option<String>,
    /// Of a delivery failure: the addresses that are dead.
    pub dead: Vec<String>,
    /// What to know before it is accepted.
    pub warnings: Vec<String>,
    /// Codes with a wrong character.
    pub damaged: Vec<String>,
    /// Whether it is a message of the coordinator's own.
    pub is_own: bool,
}

impl AnswerView {
    /// An answer in a language.
    pub fn new(number: usize, answer: &Answer, language: Language) -> Self {
        let first = answer.guesses.first();
        Self {
            number,
            from: answer.mail.from.name.clone().unwrap_or_default(),
            email: answer.mail.from.email.clone(),
            subject: answer.mail.subject.clone(),
            sent: answer.mail.sent.map(base::time::store),
            words: answer.mail.own_words.clone(),
            text: answer.mail.text.clone(),
            known: answer.known,
            proposal: answer.proposal,
            status: first.and_then(|guess| answer.status_for(guess.status)),
            away_until: answer.away_until.map(|day| day.to_string()),
            dead: answer.dead().iter().map(|failed| failed.email.clone()).collect(),
            warnings: answer
                .warnings
                .iter()
                .map(|warning| warning.to_string(language))
                .collect(),
            damaged: answer.damaged.clone(),
            is_own: answer.is_own,
            guesses: answer.guesses.clone(),
        }
    }
}
