//! Texts to write with: those that ship, those that the coordinator made of them, and which of them a person gets.

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::coalition::Coalition;
use base::error::{Error, Result};
use base::messages::{Language, Message};
use base::text::{check_text, one_line};
use drafts::template::{Fields, TemplateError, render};
use store::journal::{Change, Op, Subject};
use vocabulary::ids::{LetterId, TemplateId};
pub use vocabulary::{TemplateAttachment, TemplateKind};

/// The fields that a template can name, in the order in which they are offered.
pub const FIELDS: [&str; 25] = [
    "first_name",
    "name",
    "organization",
    "listed_as",
    "prints_as",
    "signer",
    "title",
    "letter",
    "addressee",
    "leads",
    "deadline",
    "hard_deadline",
    "reconfirm_by",
    "summary",
    "text",
    "block",
    "count",
    "tell_by",
    "form_link",
    "reply_links",
    "personal",
    "attached",
    "sender",
    "sender_email",
    "sender_organization",
];

/// A text to write with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "outreach/")]
pub struct Template {
    /// What for.
    pub kind: TemplateKind,
    /// In which language.
    pub language: Language,
    /// What about, with fields.
    pub subject: String,
    /// What it says, with fields.
    pub text: String,
    /// What its messages carry of the letter itself.
    pub attach: TemplateAttachment,
    /// Whose it is.
    pub origin: TemplateOrigin,
}

/// Whose a template is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export, export_to = "outreach/")]
pub enum TemplateOrigin {
    /// It ships with the program.
    Shipped,
    /// The coordinator's, for every letter.
    Own,
    /// The coordinator's, for one letter.
    Letter,
}

impl Coalition {
    /// The template that a letter's messages of a kind are written with: the letter's own, else the coordinator's, else the one
    /// that ships.
    pub fn get_template(
        &self,
        letter: Option<LetterId>,
        kind: TemplateKind,
        language: Language,
    ) -> Result<Template> {
        for (of, origin) in [(letter, TemplateOrigin::Letter), (None, TemplateOrigin::Own)] {
            if of.is_none() && origin == TemplateOrigin::Letter {
                continue;
            }
            let found = self
                .conn
                .prepare_cached(
                    "SELECT subject, text, attach FROM template WHERE letter_id IS ?1 AND kind = ?2 AND language = ?3",
                )?
                .query_row(params![of, kind, language.tag()], |row| {
                    Ok((row.get(0)?, row.get(1)?, row.get(2)?))
                })
                .optional()?;
            if let Some((subject, text, attach)) = found {
                return Ok(Template {
                    kind,
                    language,
                    subject,
                    text,
                    attach,
                    origin,
                });
            }
        }
        Ok(shipped(kind, language))
    }

    /// The templates of a letter, or of every letter, in every language.
    pub fn list_templates(&self, letter: Option<LetterId>) -> Result<Vec<Template>> {
        let kinds = TemplateKind::ALL.iter();
        let all = kinds.flat_map(|kind| Language::ALL.map(|language| (*kind, language)));
        all.map(|(kind, language)| self.get_template(letter, kind, language))
            .collect()
    }

    /// Sets a template of a letter, or of every letter.
    ///
    /// # Errors
    /// [`Error::NotFound`]; a rule: it is empty, it can't be read, it names a field that there is not (field `subject` or `text`).
    pub fn set_template(
        &mut self,
        letter: Option<LetterId>,
        (kind, language): (TemplateKind, Language),
        subject: &str,
        text: &str,
        attach: TemplateAttachment,
        now: DateTime<Utc>,
    ) -> Result<Change<()>> {
        let (subject, text) = (one_line(subject), text.trim().replace("\r\n", "\n"));
        check(&subject, &text)?;
        self.check_letter_if_named(letter)?;
        self.transact(Op::SetTemplate { kind }, now, |tx| {
            let known: Option<TemplateId> = tx
                .conn
                .prepare_cached(
                    "SELECT id FROM template WHERE letter_id IS ?1 AND kind = ?2 AND language = ?3",
                )?
                .query_row(params![letter, kind, language.tag()], |row| row.get(0))
                .optional()?;
            match known {
                Some(id) => tx.conn.execute(
                    "UPDATE template SET subject = ?2, text = ?3, attach = ?4 WHERE id = ?1",
                    params![id, subject, text, attach],
                )?,
                None => {
                    let id = TemplateId(tx.id());
                    tx.conn.execute(
                        "INSERT INTO template (id, letter_id, kind, language, subject, text, attach)
                         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                        params![id, letter, kind, language.tag(), subject, text, attach],
                    )?
                }
            };
            tx.event(Subject {
                letter,
                detail: subject,
                ..Subject::default()
            });
            Ok(())
        })
    }

    /// Takes a template of the coordinator's own away; what it stood before is used again.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the letter is not there.
    pub fn reset_template(
        &mut self,
        letter: Option<LetterId>,
        (kind, language): (TemplateKind, Language),
        now: DateTime<Utc>,
    ) -> Result<Change<()>> {
        self.check_letter_if_named(letter)?;
        self.transact(Op::ResetTemplate { kind }, now, |tx| {
            tx.conn.execute(
                "DELETE FROM template WHERE letter_id IS ?1 AND kind = ?2 AND language = ?3",
                params![letter, kind, language.tag()],
            )?;
            tx.event(Subject {
                letter,
                ..Subject::default()
            });
            Ok(())
        })
    }

    fn check_letter_if_named(&self, letter: Option<LetterId>) -> Result<()> {
        letter.map_or(Ok(()), |letter| self.check_letter_exists(letter))
    }
}

/// The template that ships.
fn shipped(kind: TemplateKind, language: Language) -> Template {
    macro_rules! text {
        ($name:literal) => {
            match language {
                Language::English => include_str!(concat!("../../templates/", $name, ".en.txt")),
                Language::Spanish => include_str!(concat!("../../templates/", $name, ".es.txt")),
            }
        };
    }
    let whole = match kind {
        TemplateKind::Ask => text!("ask"),
        TemplateKind::Reminder => text!("reminder"),
        TemplateKind::InWriting => text!("in-writing"),
        TemplateKind::Reconfirm => text!("reconfirm"),
        TemplateKind::Receipt => text!("receipt"),
        TemplateKind::Delivered => text!("delivered"),
        TemplateKind::Thanks => text!("thanks"),
    };
    let (subject, text) = whole.split_once("\n\n").unwrap_or((whole, ""));
    Template {
        kind,
        language,
        subject: subject.trim().to_owned(),
        text: text.trim().replace("\r\n", "\n"),
        attach: TemplateAttachment::Nothing,
        origin: TemplateOrigin::Shipped,
    }
}

/// Refuses a template that is empty, can't be read or names a field that there is not.
fn check(subject: &str, text: &str) -> Result<()> {
    let every: Fields = FIELDS
        .into_iter()
        .map(|field| (field, Some("x".to_owned())))
        .collect();
    // What is only written where something is absent is read as well.
    let none: Fields = FIELDS
        .into_iter()
        .map(|field| (field, Some(String::new())))
        .collect();
    for (field, part) in [("subject", subject), ("text", text)] {
        if part.trim().is_empty() {
            return Err(Error::field(field, Message::new("error-template-empty")));
        }
        check_text(field, part)?;
        for fields in [&every, &none] {
            render(part, fields).map_err(|error| Error::field(field, fault(&error)))?;
        }
    }
    Ok(())
}

/// What is wrong with a template, and what to do.
pub(crate) fn fault(error: &TemplateError) -> Message {
    match error {
        TemplateError::Syntax { line, .. } => Message::new("error-template-syntax").number("line", *line),
        TemplateError::Unknown(names) => Message::new("error-template-unknown")
            .text("names", names.join(", "))
            .text("fields", FIELDS.join(", ")),
        TemplateError::Missing(names) => {
            Message::new("error-template-missing").text("names", names.join(", "))
        }
        TemplateError::Long => Message::new("error-template-long"),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_template_that_ships_can_be_read_and_names_known_fields_alone() {
        for kind in TemplateKind::ALL.iter().copied() {
            for language in Language::ALL {
                let template = shipped(kind, language);
                check(&template.subject, &template.text).unwrap();
                // The code is added by the program, so that no text can lose it.
                assert!(!template.text.contains("code"), "{kind}");
                assert_eq!(
                    template.text.contains("reply_links"),
                    kind.asks(),
                    "{kind} {language:?}"
                );
            }
        }
    }

    #[test]
    fn a_template_of_the_letter_comes_before_that_of_every_letter_and_one_that_ships() {
        let mut coalition = Coalition::in_memory().unwrap();
        let now = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        let fields = crate::letter::LetterFields {
            title: "Housing".to_owned(),
            ..crate::letter::LetterFields::default()
        };
        let letter = coalition.add_letter(&fields, now).unwrap().output;
        let plain = TemplateAttachment::Nothing;
        let ask = (TemplateKind::Ask, Language::English);
        let origin =
            |coalition: &Coalition| coalition.get_template(Some(letter), ask.0, ask.1).unwrap().origin;
        assert_eq!(origin(&coalition), TemplateOrigin::Shipped);
        coalition
            .set_template(None, ask, "Sign {{ letter }}?", "Dear {{ name }}", plain, now)
            .unwrap();
        assert_eq!(origin(&coalition), TemplateOrigin::Own);
        coalition
            .set_template(Some(letter), ask, "Sign?", "Dear {{ name }}", plain, now)
            .unwrap();
        coalition
            .set_template(Some(letter), ask, "Sign it?", "Dear {{ name }}", plain, now)
            .unwrap();
        assert_eq!(origin(&coalition), TemplateOrigin::Letter);
        coalition.reset_template(Some(letter), ask, now).unwrap();
        assert_eq!(origin(&coalition), TemplateOrigin::Own);
        coalition.undo(now).unwrap();
        assert_eq!(origin(&coalition), TemplateOrigin::Letter);
        for (subject, text) in [
            ("", "x"),
            ("x", "{{ nmae }}"),
            ("{{", "x"),
            ("x", "{% if attached %}{% else %}{{ nmae }}{% endif %}"),
        ] {
            assert!(
                coalition
                    .set_template(None, ask, subject, text, plain, now)
                    .is_err(),
                "{subject} {text}"
            );
        }
    }
}
