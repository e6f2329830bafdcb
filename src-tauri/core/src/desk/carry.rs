//! How a message gets to the person's own mail program: as a file that opens as a draft, as an address, copied, or as a row for
//! those who merge elsewhere.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::draft::Prepared;
use base::error::{Error, Result};
use base::messages::Message;
use blocks::csv::push_cell;
use drafts::Draft;
use drafts::address::{AddressError, Opener};
use drafts::message::DraftError;

/// What carries a message.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export, export_to = "outreach/")]
pub enum Carrier {
    /// Copied piece by piece, which works everywhere.
    #[default]
    Copy,
    /// A file that the mail program opens as a draft.
    Eml,
    /// An address that the mail program opens.
    Mailto,
    /// Gmail in the browser.
    Gmail,
    /// Outlook in the browser.
    OutlookWeb,
}

/// A draft as a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftFile {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub content: Vec<u8>,
}

/// The address that opens a draft.
///
/// # Errors
/// A rule says why it can't be carried so, and what carries it.
pub fn address_of(draft: &Draft, carrier: Carrier) -> Result<String> {
    let opener = match carrier {
        Carrier::Gmail => Opener::Gmail,
        Carrier::OutlookWeb => Opener::OutlookWeb,
        Carrier::Mailto | Carrier::Copy | Carrier::Eml => Opener::Mailto,
    };
    opener.address(draft, cfg!(windows)).map_err(|error| match error {
        AddressError::Draft(error) => unwritten(error),
        AddressError::Attachments => Error::rule(Message::new("error-address-attachments")),
        AddressError::Plus => Error::rule(Message::new("error-address-plus")),
        AddressError::Long { length, most } => Error::rule(
            Message::new("error-address-long")
                .number("length", length)
                .number("most", most),
        ),
    })
}

fn unwritten(error: DraftError) -> Error {
    Error::rule(match error {
        DraftError::Address(email) => Message::new("draft-bad-address").text("email", email),
        DraftError::Nobody => Message::new("error-draft-nobody"),
    })
}

impl DraftFile {
    /// The file of a draft under a name; `number` keeps the names of several apart.
    ///
    /// # Errors
    /// A rule: nobody to write to, an address that no message can be sent to.
    pub fn new(draft: &Draft, name: &str, number: usize) -> Result<Self> {
        Ok(Self {
            name: format!("{number:03} {}.eml", file_name(name)),
            content: draft.eml().map_err(unwritten)?,
        })
    }
}

/// A name that every system takes for a file.
pub fn file_name(name: &str) -> String {
    const LONGEST: usize = 60;
    let kept: String = name
        .chars()
        .map(|c| {
            if c.is_alphanumeric() || matches!(c, ' ' | '-' | '_') {
                c
            } else {
                ' '
            }
        })
        .collect();
    let kept = base::text::one_line(&kept);
    let short: String = kept.chars().take(LONGEST).collect();
    if short.trim().is_empty() {
        "draft".to_owned()
    } else {
        short.trim().to_owned()
    }
}

/// Messages as rows for a program that merges: name, address, organization, subject, text, code and the form's link.
pub fn csv(prepared: &[Prepared]) -> String {
    let mut text = String::new();
    for (at, heading) in [
        "Name",
        "Email",
        "Organization",
        "Subject",
        "Message",
        "Code",
        "Form",
    ]
    .into_iter()
    .enumerate()
    {
        push_cell(&mut text, at, heading);
    }
    text.push_str("\r\n");
    for one in prepared {
        let person = one.person.as_ref();
        let cells = [
            person.map(|person| person.name.clone()).unwrap_or_default(),
            person.and_then(|person| person.email.clone()).unwrap_or_default(),
            one.name.clone(),
            one.draft.subject.clone(),
            one.draft.body.plain().trim_end().to_owned(),
            one.code.map(|code| code.to_string()).unwrap_or_default(),
            one.form_link.clone(),
        ];
        for (at, cell) in cells.iter().enumerate() {
            push_cell(&mut text, at, cell);
        }
        text.push_str("\r\n");
    }
    text
}
