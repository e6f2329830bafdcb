//! The letter itself as an attachment: its text with its block as one document, and of a letter that went out its final copy.

use super::draft::Prepared;
use super::fields::OfLetter;
use super::template::{TemplateAttachment, TemplateKind};
use crate::coalition::Coalition;
use base::error::{Error, Result};
use base::messages::Message;
use blocks::{Format, Letter};
use drafts::Attachment;
use vocabulary::ids::LetterId;

/// The letter itself, which a message is to carry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterFile {
    /// The name of the file.
    pub name: String,
    /// As what.
    format: Format,
}

impl LetterFile {
    /// What is to be attached of a letter, if anything.
    pub(super) fn of(of: &OfLetter, attach: TemplateAttachment) -> Option<Self> {
        let format = match attach {
            TemplateAttachment::Nothing => return None,
            TemplateAttachment::Pdf => Format::Pdf,
            TemplateAttachment::Docx => Format::Docx,
        };
        let name = format!("{}.{}", super::file_name(&of.letter.title), format.extension());
        Some(Self { name, format })
    }

    /// Why there is nothing to attach, if so.
    pub(super) fn fault(of: &OfLetter) -> Option<Message> {
        (of.text.trim().is_empty()).then(|| Message::new("draft-nothing-to-attach"))
    }

    /// The file.
    pub(super) fn render(&self, of: &OfLetter) -> Result<Attachment> {
        let letter = Letter::new(&of.letter.title, &of.text);
        let rendered = blocks::render_letter(&letter, &of.signatories, self.format)
            .ok_or_else(|| Error::rule(Message::new("error-block-with-text-format")))??;
        Ok(Attachment {
            name: self.name.clone(),
            media_type: drafts::message::media_type(&self.name),
            content: rendered.bytes,
        })
    }
}

impl Coalition {
    /// Puts the letter itself into the messages that are to carry it; each file is made once.
    ///
    /// # Errors
    /// [`Error::NotFound`]; a rule: the letter is too much for the format.
    pub fn attach_letters(&self, messages: &mut [Prepared]) -> Result<()> {
        let mut made: Vec<(LetterId, TemplateKind, Attachment)> = Vec::new();
        for message in messages {
            let Some(file) = message.letter_file.take() else {
                continue;
            };
            let known = made.iter().find(|(letter, kind, attachment)| {
                *letter == message.letter && *kind == message.kind && attachment.name == file.name
            });
            let attachment = match known {
                Some((.., attachment)) => attachment.clone(),
                None => {
                    let attachment = file.render(&OfLetter::read(self, message.letter, message.kind)?)?;
                    made.push((message.letter, message.kind, attachment.clone()));
                    attachment
                }
            };
            message.draft.attachments.push(attachment);
        }
        Ok(())
    }
}
