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
    /// It can run programs of its own.
    #[error("holds macros")]
    Macros,
    /// There is no `{{signatories}}` and no `{{count}}` in it.
    #[error("holds no placeholder")]
    NoPlaceholder,
    /// The only placeholder is misspelled.
    #[error("misspelled placeholder: {written}")]
    Misspelled {
        /// As it stands in the document.
        written: String,
        /// What was probably meant.
        meant: String,
    },
    /// The only placeholder asks for an arrangement that nobody knows.
    #[error("unknown arrangement: {words}")]
    UnknownArrangement {
        /// The words after the colon, as they stand in the document.
        words: String,
        /// What was probably meant.
        meant: Option<String>,
    },
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
            Self::Macros => ("error-docx-macros", Vec::new()),
            Self::NoPlaceholder => ("error-docx-no-placeholder", Vec::new()),
            Self::Misspelled { written, meant } => (
                "error-docx-misspelled",
                vec![("written", written.clone()), ("meant", meant.clone())],
            ),
            Self::UnknownArrangement { words, meant: None } => {
                ("error-docx-arrangement-unknown", vec![("words", words.clone())])
            }
            Self::UnknownArrangement {
                words,
                meant: Some(meant),
            } => (
                "error-docx-arrangement-meant",
                vec![("words", words.clone()), ("meant", meant.clone())],
            ),
            Self::NotWritten => ("error-docx-not-written", Vec::new()),
        }
    }
}
