//! A message about a sign-on as it will go: whom to, in their language, from the template, with its code and its links; and why
//! it can't go, or what to know before it does.

use chrono::{DateTime, Days, Utc};
use rusqlite::OptionalExtension;

use super::attach::LetterFile;
use super::fields::{Facts, LINKS, OfLetter, Sender, Writing, fields};
use super::template::{Template, TemplateKind, fault};
use crate::coalition::Coalition;
use crate::signon::{FollowupPerson, Status, code, contact_of, reachable};
use base::error::{Error, Result};
use base::messages::{Language, Message};
use base::text::one_line;
use base::time::{self, day_in};
use drafts::form::{Form, FormField};
use drafts::message::{Link, Piece};
use drafts::template::{Fields, TemplateError, render};
use drafts::{Body, Code, Draft, Mailbox, address};
use vocabulary::ids::{LetterId, PersonId, SignOnId};

/// The longest link of an answer, in bytes: such works everywhere.
const LONGEST_LINK: usize = 800;

/// A message about a sign-on.
#[derive(Debug, Clone, PartialEq)]
pub struct Prepared {
    /// The sign-on.
    pub sign_on: SignOnId,
    /// Its letter.
    pub letter: LetterId,
    /// What it is written for.
    pub kind: TemplateKind,
    /// The name that prints.
    pub name: String,
    /// To whom.
    pub person: Option<FollowupPerson>,
    /// In which language.
    pub language: Language,
    /// The mark of the ask, where an answer is asked for and one was made.
    pub code: Option<Code>,
    /// The form's address with its fields filled in, or empty.
    pub form_link: String,
    /// The message as far as it could be written, without the letter itself.
    pub draft: Draft,
    /// The letter itself, where the message is to carry it: [`Coalition::attach_letters`] puts it in.
    pub letter_file: Option<LetterFile>,
    /// Why it can't go.
    pub faults: Vec<Message>,
    /// What to know before it goes.
    pub notes: Vec<Message>,
}

impl Prepared {
    /// The names of what the message carries.
    pub fn attachments(&self) -> Vec<String> {
        let given = self.draft.attachments.iter().map(|attachment| &attachment.name);
        given
            .chain(self.letter_file.as_ref().map(|file| &file.name))
            .cloned()
            .collect()
    }
}

impl Coalition {
    /// A message about a sign-on as it will go. Nothing is written.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn prepare_draft(
        &self,
        sign_on: SignOnId,
        writing: &Writing<'_>,
        now: DateTime<Utc>,
    ) -> Result<Prepared> {
        let (letter, ..) = self.subject_of_sign_on(sign_on)?;
        self.prepare(
            &OfLetter::read(self, letter, writing.kind)?,
            sign_on,
            writing,
            now,
        )
    }

    pub(super) fn prepare(
        &self,
        of: &OfLetter,
        sign_on: SignOnId,
        writing: &Writing<'_>,
        now: DateTime<Utc>,
    ) -> Result<Prepared> {
        let facts = facts(self, sign_on)?;
        let language_of_letter = Language::from_locale(&of.options.language);
        let person = match (writing.person.or(facts.person), facts.organization) {
            (Some(person), _) => reachable(&self.conn, person)?,
            (None, Some(organization)) => contact_of(&self.conn, organization, &of.options.language)?,
            (None, None) => None,
        };
        let language = match &person {
            Some(person) => language_of(self, person.id)?.unwrap_or(language_of_letter),
            None => language_of_letter,
        };
        let code = match writing.kind.asks() {
            true => code::known(&self.conn, sign_on, person.as_ref().map(|person| person.id))?,
            false => None,
        };
        let (mut faults, notes) = (
            faults_of(self, &facts, person.as_ref())?,
            notes_of(of, sign_on, &facts, writing.kind, now),
        );
        let form_link = form_link(of, &facts, person.as_ref(), code);
        let template = self.get_template(Some(of.letter.id), writing.kind, language)?;
        let letter_file = LetterFile::of(of, writing.attach.unwrap_or(template.attach));
        faults.extend(letter_file.as_ref().and_then(|_| LetterFile::fault(of)));
        let attached = letter_file.is_some() || !writing.attachments.is_empty();
        let mut fields = fields(of, &facts, person.as_ref(), language, writing, attached, now);
        fields.insert(
            "listed_as",
            Some(of.listed.get(&sign_on).unwrap_or(&facts.prints_as).clone()),
        );
        fields.insert("form_link", Some(form_link.clone()));
        let (subject, body) = written(&template, &mut fields, &mut faults);
        let links = code.map(|code| reply_links(&facts, code, language, writing.sender));
        let draft = Draft {
            to: person.iter().filter_map(mailbox).collect(),
            bcc: Vec::new(),
            subject: match code {
                Some(code) => format!("{subject} [{code}]"),
                None => subject,
            },
            body: pieces(&body, links, code, language),
            attachments: writing.attachments.to_vec(),
        };
        Ok(Prepared {
            sign_on,
            letter: of.letter.id,
            kind: writing.kind,
            name: facts.prints_as,
            person,
            language,
            code,
            form_link,
            draft,
            letter_file,
            faults,
            notes,
        })
    }

    /// One message for several sign-ons of a letter, in each language that is spoken there: written to out of sight of each other, in
    /// batches that mail servers take, and without a code, so that nobody answers for another.
    ///
    /// # Errors
    /// [`Error::NotFound`]; a rule: the template can't be filled in.
    pub fn prepare_group(
        &self,
        letter: LetterId,
        sign_ons: &[SignOnId],
        writing: &Writing<'_>,
        now: DateTime<Utc>,
    ) -> Result<(Vec<Draft>, Vec<SignOnId>)> {
        let of = OfLetter::read(self, letter, writing.kind)?;
        let mut to: [Vec<Mailbox>; Language::ALL.len()] = Default::default();
        let mut left_out = Vec::new();
        for sign_on in sign_ons {
            let prepared = self.prepare(&of, *sign_on, writing, now)?;
            let mailbox = prepared.person.as_ref().and_then(mailbox);
            let at = Language::ALL
                .iter()
                .position(|language| *language == prepared.language);
            match (mailbox, at.and_then(|at| to.get_mut(at))) {
                (Some(mailbox), Some(to)) => {
                    if to
                        .iter()
                        .all(|known| !known.email.eq_ignore_ascii_case(&mailbox.email))
                    {
                        to.push(mailbox);
                    }
                }
                _ => left_out.push(*sign_on),
            }
        }
        let mut drafts = Vec::new();
        for (language, to) in Language::ALL.into_iter().zip(to) {
            if to.is_empty() {
                continue;
            }
            let everybody = Facts {
                organization: None,
                prints_as: Message::new("draft-your-organization").to_string(language),
                signer: String::new(),
                title: String::new(),
                status: Status::ToAsk,
                person: None,
                last_contact: None,
                ask_first: false,
            };
            let template = self.get_template(Some(letter), writing.kind, language)?;
            let letter_file = LetterFile::of(&of, writing.attach.unwrap_or(template.attach));
            let mut faults = Vec::from_iter(letter_file.as_ref().and_then(|_| LetterFile::fault(&of)));
            let attached = letter_file.is_some() || !writing.attachments.is_empty();
            let mut fields = fields(&of, &everybody, None, language, writing, attached, now);
            let usual = Message::new("draft-usual-name").to_string(language);
            fields.insert("listed_as", Some(usual));
            fields.insert("form_link", Some(String::new()));
            let (subject, body) = written(&template, &mut fields, &mut faults);
            if let Some(fault) = faults.into_iter().next() {
                return Err(Error::rule(fault));
            }
            let mut attachments = writing.attachments.to_vec();
            if let Some(file) = &letter_file {
                attachments.push(file.render(&of)?);
            }
            for batch in to.chunks(drafts::message::MOST_OF_A_BATCH) {
                drafts.push(Draft {
                    to: Vec::new(),
                    bcc: batch.to_vec(),
                    subject: subject.clone(),
                    body: pieces(&body, None, None, language),
                    attachments: attachments.clone(),
                });
            }
        }
        Ok((drafts, left_out))
    }
}

/// The subject and the text of a template filled in; what is missing is added to the faults, each field once.
fn written(template: &Template, fields: &mut Fields, faults: &mut Vec<Message>) -> (String, String) {
    let mut missing: Vec<String> = Vec::new();
    let mut one = |text: &str| match render(text, fields) {
        Ok(text) => text,
        Err(TemplateError::Missing(names)) => {
            missing.extend(
                names
                    .into_iter()
                    .filter(|name| !missing.contains(name))
                    .collect::<Vec<_>>(),
            );
            String::new()
        }
        Err(error) => {
            faults.push(fault(&error));
            String::new()
        }
    };
    let (subject, text) = (one_line(&one(&template.subject)), one(&template.text));
    if !missing.is_empty() {
        faults.push(fault(&TemplateError::Missing(missing)));
    }
    (subject, text)
}

/// A text with the links of the answer where it names them, and the code in its last line.
fn pieces(text: &str, links: Option<Vec<Link>>, code: Option<Code>, language: Language) -> Body {
    let links = links.unwrap_or_default();
    let plain = Message::new("draft-reply").to_string(language);
    let mut pieces = Vec::new();
    for (at, part) in text.split(LINKS).enumerate() {
        if at > 0 {
            pieces.push(if links.is_empty() {
                Piece::Text(plain.clone())
            } else {
                Piece::Links {
                    links: links.clone(),
                    plain: plain.clone(),
                }
            });
        }
        pieces.push(Piece::Text(part.to_owned()));
    }
    pieces.push(Piece::Text(match code {
        Some(code) => format!("\n\nRef {code}\n"),
        None => "\n".to_owned(),
    }));
    Body { pieces }
}

/// The links that answer: yes, yes but, no; each opens a message with what it says.
fn reply_links(facts: &Facts, code: Code, language: Language, sender: &Sender) -> Vec<Link> {
    if !drafts::message::is_address(&sender.email) {
        return Vec::new();
    }
    let links = [
        ("draft-link-yes", "draft-answer-yes", "draft-answer-yes-text"),
        ("draft-link-but", "draft-answer-but", "draft-answer-but-text"),
        ("draft-link-no", "draft-answer-no", "draft-answer-no-text"),
    ];
    let links = links.map(|(label, subject, text)| {
        let say = |id| {
            Message::new(id)
                .text("name", &facts.prints_as)
                .text("signer", &facts.signer)
                .text("title", &facts.title)
                .to_string(language)
        };
        let subject = format!("{} [{code}]", say(subject));
        let whole = address::mailto(&sender.email, &subject, &format!("{}\n\nRef {code}", say(text)));
        Link {
            label: say(label),
            address: if whole.len() < LONGEST_LINK {
                whole
            } else {
                let short = Message::new(label).to_string(language);
                address::mailto(
                    &sender.email,
                    &format!("{short} [{code}]"),
                    &format!("Ref {code}"),
                )
            },
        }
    });
    links.to_vec()
}

fn form_link(of: &OfLetter, facts: &Facts, person: Option<&FollowupPerson>, code: Option<Code>) -> String {
    let (Some(code), Ok(form)) = (code, Form::read(&of.letter.form)) else {
        return String::new();
    };
    form.fill(|field| match field {
        FormField::Code => code.to_string(),
        FormField::Organization => facts.prints_as.clone(),
        FormField::Name => person.map(|person| person.name.clone()).unwrap_or_default(),
        FormField::Title => facts.title.clone(),
        FormField::Email => person.and_then(|person| person.email.clone()).unwrap_or_default(),
    })
}

fn mailbox(person: &FollowupPerson) -> Option<Mailbox> {
    let email = person
        .email
        .clone()
        .filter(|email| drafts::message::is_address(email))?;
    Some(Mailbox {
        name: person.name.clone(),
        email,
    })
}

/// Why nobody can be written to.
fn faults_of(coalition: &Coalition, facts: &Facts, person: Option<&FollowupPerson>) -> Result<Vec<Message>> {
    let fault = match person {
        Some(FollowupPerson {
            email: Some(email), ..
        }) if drafts::message::is_address(email) => return Ok(Vec::new()),
        Some(FollowupPerson {
            email: Some(email), ..
        }) => Message::new("draft-bad-address").text("email", email),
        Some(person) if has_dead_address(coalition, person.id)? => {
            Message::new("draft-dead-address").text("name", &person.name)
        }
        Some(person) => Message::new("draft-no-address").text("name", &person.name),
        None if wants_nothing(coalition, facts)? => {
            Message::new("draft-do-not-contact").text("name", &facts.prints_as)
        }
        None => Message::new("draft-nobody").text("name", &facts.prints_as),
    };
    Ok(vec![fault])
}

/// What somebody should know before they write.
fn notes_of(
    of: &OfLetter,
    sign_on: SignOnId,
    facts: &Facts,
    kind: TemplateKind,
    now: DateTime<Utc>,
) -> Vec<Message> {
    let mut notes = Vec::new();
    let say = |id: &'static str| Message::new(id).text("name", &facts.prints_as);
    let zone = of.letter.zone.as_deref();
    let today = day_in(now, zone);
    let until = facts
        .last_contact
        .as_ref()
        .and_then(|at| time::read(at).ok())
        .and_then(|at| day_in(at, zone).checked_add_days(Days::new(u64::from(of.letter.gap_days))))
        .filter(|until| *until > today);
    if let Some(until) = until.filter(|_| kind.asks()) {
        notes.push(say("draft-gap").text("day", until.to_string()));
    }
    if facts.ask_first && kind == TemplateKind::Ask {
        notes.push(say("draft-ask-first"));
    }
    if let (Some(edition), false) = (of.edition, of.listed.contains_key(&sign_on)) {
        notes.push(say("draft-not-in-edition").number("edition", edition as usize));
    }
    let fits = match kind {
        TemplateKind::Ask => facts.status == Status::ToAsk,
        TemplateKind::Reminder => matches!(facts.status, Status::Asked | Status::Considering),
        TemplateKind::InWriting => facts.status == Status::SaidYes,
        TemplateKind::Reconfirm => facts.status.is_yes(),
        TemplateKind::Receipt | TemplateKind::Delivered | TemplateKind::Thanks => {
            facts.status == Status::Confirmed
        }
    };
    if !fits {
        notes.push(say("draft-status").text("status", facts.status.word()));
    }
    notes
}

// SQL ---------------------------------------------------------------------------------------------------------------

fn facts(coalition: &Coalition, sign_on: SignOnId) -> Result<Facts> {
    coalition
        .conn
        .prepare_cached(
            "SELECT s.organization_id, s.prints_as, s.signer, s.title, s.status, s.person_id, s.last_contact,
                    coalesce(o.ask_first, 0)
             FROM sign_on s LEFT JOIN organization o ON o.id = s.organization_id WHERE s.id = ?1",
        )?
        .query_row([sign_on], |row| {
            Ok(Facts {
                organization: row.get(0)?,
                prints_as: row.get(1)?,
                signer: row.get(2)?,
                title: row.get(3)?,
                status: row.get(4)?,
                person: row.get(5)?,
                last_contact: row.get(6)?,
                ask_first: row.get(7)?,
            })
        })
        .optional()?
        .ok_or_else(|| Error::NotFound {
            what: "sign-on",
            reference: sign_on.to_string(),
        })
}

/// The first of a person's languages that the program speaks.
fn language_of(coalition: &Coalition, person: PersonId) -> Result<Option<Language>> {
    let languages: String = coalition
        .conn
        .prepare_cached("SELECT languages FROM person WHERE id = ?1")?
        .query_row([person], |row| row.get(0))?;
    let spoken = |tag: &str| {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        Language::ALL
            .into_iter()
            .find(|language| language.tag() == primary)
    };
    Ok(languages.split_whitespace().find_map(spoken))
}

fn has_dead_address(coalition: &Coalition, person: PersonId) -> Result<bool> {
    Ok(coalition
        .conn
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM contact_point WHERE person_id = ?1 AND dead_on IS NOT NULL)",
        )?
        .query_row([person], |row| row.get(0))?)
}

/// Whether whoever could be written to asked not to be.
fn wants_nothing(coalition: &Coalition, facts: &Facts) -> Result<bool> {
    Ok(coalition
        .conn
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM person p WHERE p.do_not_contact AND (p.id = ?1 OR EXISTS
               (SELECT 1 FROM affiliation a WHERE a.person_id = p.id AND a.organization_id = ?2 AND a.until IS NULL)))",
        )?
        .query_row(rusqlite::params![facts.person, facts.organization], |row| row.get(0))?)
}
