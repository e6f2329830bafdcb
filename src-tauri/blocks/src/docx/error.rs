//! Why a Word document is not written or not taken as a template.

/// Why there is no document. Nothing was written when one of these comes back.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DocxError {
    /// It is no Word document: not a package, or one without a text.
    #[error("no Word document")]
    NotADocument,
    /// It is closed by a password, or from a version of Word before 2007; both look alike from outside.
    #[error("closed by a password, or older than Word 2007")]
    Closed,
    /// It breaks off, or its parts contradict themselves.
    #[error("damaged")]
    Damaged,
    /// It would unpack to more than a document needs, as files do that are made to fill memory.
    #[error("unpacks to too much")]
    TooLarge,
    /// There is no `{{signatories}}` and no `{{count}}` in it.
    #[error("holds no placeholder")]
    NoPlaceholder,
    /// A placeholder asks for an arrangement that nobody knows.
    #[error("unknown arrangement: {0}")]
    UnknownArrangement(
        /// The words after the colon, as they stand in the document.
        String,
    ),
    /// The package could not be put together.
    #[error("not written")]
    NotWritten,
}

impl DocxError {
    /// The Fluent message that says what is wrong and what to do, and its arguments.
    pub fn message(&self) -> (&'static str, Vec<(&'static str, String)>) {
        match self {
            Self::NotADocument => ("error-docx-not-a-document", Vec::new()),
            Self::Closed => ("error-docx-closed", Vec::new()),
            Self::Damaged => ("error-docx-damaged", Vec::new()),
            Self::TooLarge => ("error-docx-too-large", Vec::new()),
            Self::NoPlaceholder => ("error-docx-no-placeholder", Vec::new()),
            Self::UnknownArrangement(words) => {
                ("error-docx-arrangement-unknown", vec![("words", words.clone())])
            }
            Self::NotWritten => ("error-docx-not-written", Vec::new()),
        }
    }
}
