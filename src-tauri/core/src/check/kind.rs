//! What the check looks for: each kind of finding, how much it weighs and how it is fixed.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How much a finding weighs. Its words on the wire and on the command line are `stop` and `look`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[ts(export, export_to = "check/", rename = "CheckWeight")]
pub enum Severity {
    /// It stands in the way.
    #[serde(rename = "stop")]
    Error,
    /// It is worth a look.
    #[serde(rename = "look")]
    Warning,
}

/// What the check looks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export, export_to = "check/", rename = "CheckKind")]
pub enum Kind {
    /// Nobody stands in the block.
    Empty,
    /// Confirmed, and rests on nothing that counts today: left out.
    NoGround,
    /// In the block, though the yes is not in writing.
    Unwritten,
    /// In the block without anybody who answers for it.
    NobodyResponsible,
    /// The text says another number than the block holds.
    CountDiffers,
    /// Titles print, and one is missing.
    TitleMissing,
    /// An organization and its chapter both stand in the block.
    ParentAndChapter,
    /// It printed otherwise last time.
    NameDiffers,
    /// Said yes, but not in writing: left out.
    SaidYesLeftOut,
    /// Signed an earlier text, and has not said yes to this one: left out.
    OlderVersion,
    /// Withdrew.
    Withdrawn,
    /// Withdrew after an edition that lists it went out: that edition needs a correction.
    SentAndWithdrawn,
    /// Two in the block are the same organization by name.
    Twice,
    /// Two in the block are likely the same organization.
    PerhapsTwice,
    /// Its name was changed after it was confirmed.
    NameChanged,
    /// Some who signed an earlier text may still say that they do not stand under this one.
    MayOptOut,
    /// Confirmed after the deadline or after delivery.
    Late,
    /// The answer came from another domain than that of the organization's website.
    OtherDomain,
    /// The answer for a national organization came from a free mail address.
    FreeMail,
    /// Who signed is known, and not as somebody of the organization.
    SignerNotThere,
    /// Who signed is not known as somebody who may sign.
    SignerMayNotSign,
    /// Nobody there was known before, and it signed nothing before.
    FirstContact,
    /// The organization is marked as a former one.
    FormerOrganization,
    /// Some rest on nothing but a list that names them.
    ListOnly,
    /// An import names somebody again who said no, or says otherwise than what is confirmed.
    AskedByImport,
}

/// How a finding is mended: what the window offers to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export, export_to = "check/", rename = "CheckMend")]
pub enum Fix {
    /// Confirm it, with what it rests on.
    Confirm,
    /// Ask for the yes in writing, or for a new one.
    Ask,
    /// Say who signs and answers for it, and their title.
    Signer,
    /// Choose the name that prints.
    Name,
    /// Change the text of the letter.
    Text,
    /// Merge the two, or say that they are not the same.
    Merge,
    /// Freeze another edition.
    Edition,
    /// Look at the sign-on.
    Look,
    /// Say how it was verified who may sign.
    Verify,
}

impl Kind {
    /// How much it weighs.
    pub fn severity(self) -> Severity {
        match self {
            Self::Empty
            | Self::NoGround
            | Self::Unwritten
            | Self::NobodyResponsible
            | Self::CountDiffers
            | Self::TitleMissing
            | Self::Twice
            | Self::SentAndWithdrawn => Severity::Error,
            _ => Severity::Warning,
        }
    }

    /// How it is mended.
    pub fn fix(self) -> Fix {
        match self {
            Self::Empty | Self::NoGround | Self::Unwritten => Fix::Confirm,
            Self::NobodyResponsible | Self::TitleMissing => Fix::Signer,
            Self::CountDiffers => Fix::Text,
            Self::ParentAndChapter | Self::Withdrawn | Self::Late | Self::MayOptOut => Fix::Look,
            Self::NameDiffers | Self::NameChanged => Fix::Name,
            Self::SaidYesLeftOut | Self::OlderVersion => Fix::Ask,
            Self::SentAndWithdrawn => Fix::Edition,
            Self::Twice | Self::PerhapsTwice => Fix::Merge,
            Self::OtherDomain
            | Self::FreeMail
            | Self::SignerNotThere
            | Self::SignerMayNotSign
            | Self::FirstContact
            | Self::FormerOrganization => Fix::Verify,
            Self::ListOnly => Fix::Ask,
            Self::AskedByImport => Fix::Look,
        }
    }

    pub(super) fn message_id(self) -> &'static str {
        match self {
            Self::Empty => "check-empty",
            Self::Unwritten => "check-unwritten",
            Self::NobodyResponsible => "check-nobody-responsible",
            Self::CountDiffers => "check-count-differs",
            Self::TitleMissing => "check-title-missing",
            Self::ParentAndChapter => "check-parent-and-chapter",
            Self::NameDiffers => "check-name-differs",
            Self::SaidYesLeftOut => "check-said-yes-left-out",
            Self::OlderVersion => "check-older-version",
            Self::Withdrawn => "check-withdrawn",
            Self::SentAndWithdrawn => "check-sent-and-withdrawn",
            Self::Twice => "check-twice",
            Self::PerhapsTwice => "check-perhaps-twice",
            Self::NameChanged => "check-name-changed",
            Self::MayOptOut => "check-may-opt-out",
            Self::Late => "check-late",
            Self::NoGround => "check-no-ground",
            Self::OtherDomain => "check-other-domain",
            Self::FreeMail => "check-free-mail",
            Self::SignerNotThere => "check-signer-not-there",
            Self::SignerMayNotSign => "check-signer-may-not-sign",
            Self::FirstContact => "check-first-contact",
            Self::FormerOrganization => "check-former-organization",
            Self::ListOnly => "check-list-only",
            Self::AskedByImport => "check-asked-by-import",
        }
    }

    /// Whether a person may accept it as it is. What prints without any ground is no matter of opinion.
    pub fn may_be_settled(self) -> bool {
        !matches!(self, Self::Empty | Self::NoGround | Self::Unwritten)
    }
}
