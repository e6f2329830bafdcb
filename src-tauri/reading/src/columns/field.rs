//! What a column of a table can be for.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a column of a table is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export, export_to = "reading/", rename = "ImportField")]
pub enum Field {
    /// The organization's name.
    Organization,
    /// The name on the letter, where it differs.
    PrintsAs,
    /// Another name of the organization: its acronym, a former name.
    Alias,
    /// The organization it is a chapter of.
    Parent,
    /// What sort of organization it is.
    Kind,
    /// National, state, local.
    Scope,
    /// The whole name of the person.
    FullName,
    /// The person's given name.
    FirstName,
    /// The person's middle names.
    MiddleName,
    /// The person's family name.
    LastName,
    /// What stands before a person's name: Rev., Dr.
    Prefix,
    /// What stands after it: Jr., PhD.
    Suffix,
    /// What the person is at the organization.
    Title,
    /// An email address. Several columns may be one.
    Email,
    /// A telephone number. Several columns may be one.
    Phone,
    /// Street and number.
    Street,
    /// The town.
    City,
    /// The state or province.
    State,
    /// The postal code.
    PostalCode,
    /// The country.
    Country,
    /// Town and state in one.
    Place,
    /// The address of a page. Several columns may be one.
    Website,
    /// A word of the coalition's own that organizations are grouped by.
    District,
    /// Who of the coalition talks to the organization.
    Owner,
    /// When it was signed or sent in.
    Timestamp,
    /// The yes or no.
    Consent,
    /// A sign-on's status in words.
    Status,
    /// Whether it is a member, an ally, a prospect.
    Membership,
    /// What it is grouped by. Several columns may be one.
    Tag,
    /// Whether the row is an organization's or a person's own.
    SignsAs,
    /// Anything else. Several columns may be one.
    Note,
}

impl Field {
    /// Every field, in the order in which a person is offered them.
    pub const ALL: [Self; 31] = [
        Self::Organization,
        Self::PrintsAs,
        Self::Alias,
        Self::Parent,
        Self::Kind,
        Self::Scope,
        Self::FullName,
        Self::FirstName,
        Self::MiddleName,
        Self::LastName,
        Self::Prefix,
        Self::Suffix,
        Self::Title,
        Self::Email,
        Self::Phone,
        Self::Street,
        Self::City,
        Self::State,
        Self::PostalCode,
        Self::Country,
        Self::Place,
        Self::Website,
        Self::District,
        Self::Owner,
        Self::Timestamp,
        Self::Consent,
        Self::Status,
        Self::Membership,
        Self::Tag,
        Self::SignsAs,
        Self::Note,
    ];

    /// The word for it on the command line and in a remembered mapping: `prints-as`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Organization => "organization",
            Self::PrintsAs => "prints-as",
            Self::Alias => "alias",
            Self::Parent => "parent",
            Self::Kind => "kind",
            Self::Scope => "scope",
            Self::FullName => "full-name",
            Self::FirstName => "first-name",
            Self::MiddleName => "middle-name",
            Self::LastName => "last-name",
            Self::Prefix => "prefix",
            Self::Suffix => "suffix",
            Self::Title => "title",
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Street => "street",
            Self::City => "city",
            Self::State => "state",
            Self::PostalCode => "postal-code",
            Self::Country => "country",
            Self::Place => "place",
            Self::Website => "website",
            Self::District => "district",
            Self::Owner => "owner",
            Self::Timestamp => "timestamp",
            Self::Consent => "consent",
            Self::Status => "status",
            Self::Membership => "membership",
            Self::Tag => "tag",
            Self::SignsAs => "signs-as",
            Self::Note => "note",
        }
    }

    /// The field with this word.
    pub fn from_word(word: &str) -> Option<Self> {
        // What a person would type for the signer's name.
        let word = match word {
            "name" | "signer" | "person" => "full-name",
            other => other,
        };
        Self::ALL.into_iter().find(|field| field.word() == word)
    }

    /// Whether several columns may be this field.
    pub fn may_repeat(self) -> bool {
        matches!(
            self,
            Self::Email | Self::Phone | Self::Website | Self::Alias | Self::Tag | Self::Note
        )
    }
}
