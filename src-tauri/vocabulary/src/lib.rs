//! The words that everything else is written in: ids, the closed vocabularies of the domain, and the guard against formulas.
//!
//! It knows nothing of the coalition, of reading or of printing; every other crate may use it.

#![allow(clippy::module_name_repetitions)]

pub mod formula;
pub mod ids;
mod letter;
mod macros;
pub mod months;
mod organization;
mod person;
mod sign_on;

use std::fmt;

pub use letter::{DeadlineKind, Reconfirm, Stage};
pub use organization::{AliasKind, Membership, OrganizationKind, OrganizationText, OrganizationTexts, Scope};
pub use person::ContactKind;
#[doc(hidden)]
pub use rusqlite;
pub use sign_on::{
    DeskState, Needs, OutreachKind, SignOnStanding, Status, TemplateAttachment, TemplateKind, Transition, Via,
};

/// A text that is none of the words of a closed vocabulary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownWord {
    /// The text.
    pub text: String,
    /// The words that there are.
    pub words: Vec<&'static str>,
}

impl UnknownWord {
    /// A text and the words that it is none of.
    pub fn new(text: &str, words: impl Iterator<Item = &'static str>) -> Self {
        Self {
            text: text.to_owned(),
            words: words.collect(),
        }
    }
}

impl fmt::Display for UnknownWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} is none of: {}", self.text, self.words.join(", "))
    }
}

impl std::error::Error for UnknownWord {}
