//! Why a Word document is not written or not taken as a template.

use std::fmt;

use crate::messages::{Language, Message};

/// Why there is no document. Nothing was written when one of these comes back.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum DocxError {
    /// It is no Word document: not a package, or one without a text.
    NotADocument,
    /// It is closed by a password, or from a version of Word before 2007; both look alike from outside.
    Closed,
    /// It breaks off, or its parts contradict themselves.
    Damaged,
    /// It would unpack to more than a document needs, as files do that are made to fill memory.
    TooLarge,
    /// There is no `{{signatories}}` and no `{{count}}` in it.
    NoPlaceholder,
    /// A placeholder asks for an arrangement that nobody knows.
    UnknownArrangement(
        /// The words after the colon, as they stand in the document.
        String,
    ),
    /// The package could not be put together.
    NotWritten,
}

impl DocxError {
    /// The sentence that says what is wrong and what to do.
    pub fn message(&self) -> Message {
        match self {
            Self::NotADocument => Message::new("error-docx-not-a-document"),
            Self::Closed => Message::new("error-docx-closed"),
            Self::Damaged => Message::new("error-docx-damaged"),
            Self::TooLarge => Message::new("error-docx-too-large"),
            Self::NoPlaceholder => Message::new("error-docx-no-placeholder"),
            Self::UnknownArrangement(words) => {
                Message::new("error-docx-arrangement-unknown").text("words", words.clone())
            }
            Self::NotWritten => Message::new("error-docx-not-written"),
        }
    }
}

impl fmt::Display for DocxError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message().to_string(Language::English))
    }
}

impl std::error::Error for DocxError {}
