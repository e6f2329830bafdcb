//! The text of a document: Word (`.docx`), OpenDocument (`.odt`), RTF and PDF, as the reader of lists takes it.
//!
//! Owns which of these some bytes are, and what a paragraph, a heading, a bullet and a row of a table become as text: a line,
//! `# `, `- `, and cells with tabs between. Nothing is fetched or executed, and every size is bounded. HTML and Markdown are
//! text already; the reader of lists reads them as they are.

mod package;
mod pdf;
mod rtf;

use crate::problem::FileError;
use crate::text::LARGEST_TEXT;

/// The largest document that is opened, in bytes.
pub const LARGEST_DOCUMENT: usize = 50 * 1024 * 1024;

/// What a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentKind {
    /// A document of Word 2007 and later.
    Docx,
    /// A text of LibreOffice.
    Odt,
    /// Rich Text Format.
    Rtf,
    /// A PDF.
    Pdf,
}

/// Why no text was read out of a document.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DocumentError {
    /// It can't be opened, or is not what it says.
    #[error("damaged")]
    Damaged,
    /// It needs a password.
    #[error("locked")]
    Locked,
    /// It, or what it unpacks to, is larger than is read, or it takes longer than anybody waits.
    #[error("too large")]
    Large,
    /// It holds pictures of text and no text.
    #[error("pictures only")]
    Pictures,
}

impl DocumentError {
    /// The Fluent message that says why and what to do.
    pub fn message(&self) -> &'static str {
        match self {
            Self::Damaged => "error-document-damaged",
            Self::Locked => "error-document-locked",
            Self::Large => "error-document-large",
            Self::Pictures => "error-document-pictures",
        }
    }
}

impl From<FileError> for DocumentError {
    fn from(error: FileError) -> Self {
        match error {
            FileError::Locked => Self::Locked,
            FileError::Unpacks { .. } | FileError::Large { .. } => Self::Large,
            _ => Self::Damaged,
        }
    }
}

/// What kind of document some bytes are, if they are one.
pub fn kind(bytes: &[u8]) -> Option<DocumentKind> {
    let near = &bytes[..bytes.len().min(1024)];
    if bytes.starts_with(b"{\\rtf") {
        return Some(DocumentKind::Rtf);
    }
    // Some programs put a line or two before the mark.
    if near.windows(5).any(|window| window == b"%PDF-") {
        return Some(DocumentKind::Pdf);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return package::kind(bytes);
    }
    None
}

/// The text of a document; nothing where the bytes are none of those that are read here.
///
/// # Errors
/// It is damaged, locked, too large, or holds only pictures.
pub fn text(bytes: &[u8]) -> Result<Option<String>, DocumentError> {
    let Some(kind) = kind(bytes) else {
        return Ok(None);
    };
    let text = match kind {
        DocumentKind::Docx => package::docx(bytes)?,
        DocumentKind::Odt => package::odt(bytes)?,
        DocumentKind::Rtf => rtf::text(bytes)?,
        DocumentKind::Pdf => pdf::text(bytes)?,
    };
    if text.len() > LARGEST_TEXT {
        return Err(DocumentError::Large);
    }
    Ok(Some(text))
}

/// What parts the paragraphs of a cell until its row is whole; no document holds it.
const IN_CELL: char = '\u{1e}';

/// Whether cells only arrange a page, by how many lines each has: columns of names, or cards side by side.
pub(crate) fn arranges(lines: impl Iterator<Item = usize>) -> bool {
    let (mut cells, mut many, mut most) = (0, 0, 0);
    for lines in lines {
        cells += 1;
        many += usize::from(lines > 2);
        most = most.max(lines);
    }
    most > 3 && many * 2 > cells
}

/// The lines of a document while they are read.
#[derive(Debug, Default)]
struct Lines {
    text: String,
    line: String,
    /// Inside how many cells of tables.
    cells: usize,
    /// What stands before the line.
    mark: &'static str,
}

impl Lines {
    /// Text of the line under way.
    fn push(&mut self, text: &str) -> Result<(), DocumentError> {
        if self.text.len() + self.line.len() + text.len() > LARGEST_TEXT {
            return Err(DocumentError::Large);
        }
        self.line.extend(text.chars().filter(|c| *c != IN_CELL));
        Ok(())
    }

    /// The end of a paragraph: of a line, or within a cell a space.
    fn paragraph(&mut self) {
        if self.cells > 0 {
            if !self.line.ends_with([' ', '\t', IN_CELL]) && !self.line.is_empty() {
                self.line.push(IN_CELL);
            }
        } else {
            self.end();
        }
        self.mark = "";
    }

    /// The end of a cell.
    fn cell(&mut self) {
        self.cells = self.cells.saturating_sub(1);
        let bare = self.line.trim_end_matches([' ', IN_CELL]).len();
        self.line.truncate(bare);
        if self.cells == 0 {
            self.line.push('\t');
        }
    }

    /// The end of a line, or of a row of cells.
    fn end(&mut self) {
        let cells: Vec<&str> = self.line.split('\t').map(str::trim).collect();
        let arranged = arranges(cells.iter().map(|cell| cell.split(IN_CELL).count()));
        let line = if arranged {
            let filled: Vec<&str> = cells.iter().copied().filter(|cell| !cell.is_empty()).collect();
            filled.join("\n\n").replace(IN_CELL, "\n")
        } else {
            self.line.trim_end().replace(IN_CELL, " ")
        };
        if !line.trim().is_empty() {
            self.text.push_str(self.mark);
            self.text.push_str(&line);
        }
        self.text.push('\n');
        self.line.clear();
    }

    fn finish(mut self) -> String {
        if !self.line.is_empty() {
            self.end();
        }
        self.text
    }
}

#[cfg(test)]
mod tests;
