//! What is read from a list: entries, why one is doubtful, the form of the list.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One entry of a list: an organization, with who signs for it where the list says so, or a person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "reading/")]
pub struct Entry {
    /// The organization exactly as given, or the person where the entry names no organization.
    pub name: String,
    /// The person who signs for the organization.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub signer: Option<String>,
    /// The person's title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub title: Option<String>,
    /// The place, where the whole list gives one for each entry.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub place: Option<String>,
    /// The heading that the entry stands under: National, Wisconsin, France.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub heading: Option<String>,
    /// Where the entry begins in the text, in bytes.
    pub start: usize,
    /// Where it ends, in bytes.
    pub end: usize,
    /// Why a person should look at it before it is taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub doubt: Option<Doubt>,
    /// What the text says of whether it signed, where that is no yes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub status: Option<ListStatus>,
    /// What stands behind the name and is no part of it: "7 members", "signed 9/2/2024".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub note: Option<String>,
    /// How sure the reading of this entry is, 0 to 1.
    #[serde(default = "certain")]
    pub probability: f32,
}

/// Entries surer than this are taken without asking.
pub const SURE: f32 = 0.75;

/// An entry that a person made is as it is.
fn certain() -> f32 {
    1.0
}

impl Entry {
    /// Whether a person should look at it before it is taken.
    pub fn is_doubtful(&self) -> bool {
        self.probability < SURE
    }
}

/// What a text says of somebody who did not say yes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export, export_to = "reading/")]
pub enum ListStatus {
    /// They said no, or stand under a heading of those who did not sign.
    Declined,
    /// They have not answered yet.
    Asked,
}

impl ListStatus {
    /// The word that the command line prints.
    pub fn word(self) -> &'static str {
        match self {
            Self::Declined => "declined",
            Self::Asked => "asked",
        }
    }
}

/// Why the reader was unsure of an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[ts(export, export_to = "reading/")]
pub enum Doubt {
    /// A comma was kept inside the name on weak grounds: these may be two.
    CommaInside {
        /// What stands before the comma.
        head: String,
        /// What stands after it.
        tail: String,
    },
    /// An "and" was kept inside the name: these may be two.
    PerhapsTwo {
        /// What stands before the "and".
        first: String,
        /// What stands after it.
        second: String,
    },
    /// The name may be the end of the one before it.
    PerhapsPart {
        /// The name before it.
        before: String,
    },
    /// The name looks like a person's among organizations.
    PerhapsPerson,
    /// The name looks like a heading: a place, or the kind of those that follow.
    PerhapsHeading,
    /// The text does not look like a name.
    PerhapsNotAName,
    /// It may not belong to the list.
    PerhapsNotListed,
    /// Which part of it is the organization, the person or the title is unsure.
    UnsureFields,
    /// It stands under a heading that says who did not sign: not to be taken unless a person says so.
    NotSigning {
        /// The heading.
        heading: String,
    },
}

impl Doubt {
    /// The Fluent message that says why, and its arguments.
    pub fn message(&self) -> (&'static str, Vec<(&'static str, String)>) {
        match self {
            Self::CommaInside { head, tail } => (
                "doubt-comma-inside",
                vec![("head", head.clone()), ("tail", tail.clone())],
            ),
            Self::PerhapsTwo { first, second } => (
                "doubt-perhaps-two",
                vec![("first", first.clone()), ("second", second.clone())],
            ),
            Self::PerhapsPart { before } => ("doubt-perhaps-part", vec![("before", before.clone())]),
            Self::PerhapsPerson => ("doubt-perhaps-person", Vec::new()),
            Self::PerhapsHeading => ("doubt-perhaps-heading", Vec::new()),
            Self::PerhapsNotAName => ("doubt-perhaps-not-a-name", Vec::new()),
            Self::PerhapsNotListed => ("doubt-perhaps-not-listed", Vec::new()),
            Self::UnsureFields => ("doubt-unsure-fields", Vec::new()),
            Self::NotSigning { heading } => ("doubt-not-signing", vec![("heading", heading.clone())]),
        }
    }
}

/// The form in which a list was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export, export_to = "reading/")]
pub enum ListForm {
    /// Running text with commas.
    ProseCommas,
    /// Running text with semicolons or another sign between the names.
    ProseSemicolons,
    /// One entry a line.
    Lines,
    /// Bullets.
    Bullets,
    /// Numbers.
    Numbered,
    /// Columns by tab or wide spaces.
    Columns,
    /// A table with bars.
    Table,
    /// Markdown with links, images or headings.
    Markdown,
    /// Several of these.
    Mixed,
}

/// What was read from a text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "reading/")]
pub struct ListReading {
    /// The entries, in the order of the text.
    pub entries: Vec<Entry>,
    /// The form of the list.
    pub form: ListForm,
}
