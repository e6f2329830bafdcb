//! What a person should know about a document that was filled: what was left in it, and where to look.

/// Something to say about a document that was filled.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Notice {
    /// Braces that were left as they are.
    Left {
        /// As they stand in the document.
        written: String,
        /// The placeholder that was probably meant.
        meant: Option<String>,
    },
    /// The block stands in a text box that does not grow with its text.
    FixedTextBox,
    /// It stands in a row of a table whose height is fixed.
    FixedRow,
    /// It stands in a frame whose height is fixed.
    FixedFrame,
    /// It stands in a text box that grows, but goes on to no other page, and may be too long for one.
    LongTextBox,
    /// It stands in a header or footer, which has no room for many lines and goes on to no other page.
    HeaderOrFooter,
    /// A content control was filled from data of the document, and no longer is.
    Unbound,
    /// The document bears a digital signature, which a change breaks.
    Signed,
    /// Changes are tracked, and this one is not.
    Tracked,
    /// The document is protected against changes, and stays so.
    Protected,
    /// It was a template, and is a document now.
    FromTemplate,
}

impl Notice {
    /// The Fluent message that says it, and its arguments.
    pub fn message(&self) -> (&'static str, Vec<(&'static str, String)>) {
        let id = match self {
            Self::Left { written, meant: None } => {
                return ("block-docx-left", vec![("written", written.clone())]);
            }
            Self::Left {
                written,
                meant: Some(meant),
            } => {
                let arguments = vec![("written", written.clone()), ("meant", meant.clone())];
                return ("block-docx-left-meant", arguments);
            }
            Self::FixedTextBox => "block-docx-fixed-text-box",
            Self::FixedRow => "block-docx-fixed-row",
            Self::FixedFrame => "block-docx-fixed-frame",
            Self::LongTextBox => "block-docx-long-text-box",
            Self::HeaderOrFooter => "block-docx-header-or-footer",
            Self::Unbound => "block-docx-unbound",
            Self::Signed => "block-docx-signed",
            Self::Tracked => "block-docx-tracked",
            Self::Protected => "block-docx-protected",
            Self::FromTemplate => "block-docx-from-template",
        };
        (id, Vec::new())
    }
}
