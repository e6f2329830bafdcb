//! What a reader could not take: a whole file, refused with a sentence, or a row of it, kept as data.
//!
//! Owns the two kinds of bad news that the readers of files have, and the limits that all of them keep. A file is refused
//! ([`FileError`]) only where nothing in it can be trusted or where reading it would take the machine's memory; everything
//! smaller is a [`Problem`] of a row, which stands beside the rows that were read, so that every row is accounted for.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The largest file that the readers take, in bytes. A caller reads at most one byte more than this, and nothing of what a
/// larger file holds: a hundred thousand rows of a spreadsheet are a fifth of it.
pub const LARGEST_FILE: usize = 64 * 1024 * 1024;

/// The most columns that a table may have: four times what Outlook exports, and what a person can look through.
pub const MOST_COLUMNS: usize = 1_000;

/// The most rows that a table may have: what a sheet of Excel can hold.
pub const MOST_ROWS: usize = 1_048_576;

/// The most cells that a table may have, so that it stays within the memory of a small computer.
pub const MOST_CELLS: usize = 3_000_000;

/// The most text that all cells of a table may have together, in bytes: a sheet can name one long text a million times.
pub const MOST_TEXT: usize = 128 * 1024 * 1024;

/// The longest cell, in bytes: what a cell of Excel can hold (32,767 characters), generously.
pub const LONGEST_CELL: usize = 256 * 1024;

/// Why a whole file is not read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FileError {
    /// There is nothing in it.
    #[error("empty")]
    Empty,
    /// It is larger than [`LARGEST_FILE`].
    #[error("larger than {most} MB")]
    Large {
        /// The limit in megabytes.
        most: usize,
    },
    /// It is small, but would unpack to more than a computer should be asked for.
    #[error("unpacks to more than {most} MB")]
    Unpacks {
        /// The limit in megabytes.
        most: usize,
    },
    /// It has more rows than [`MOST_ROWS`], or more cells than [`MOST_CELLS`].
    #[error("more than {most} rows or cells")]
    Long {
        /// The limit.
        most: usize,
    },
    /// It has more columns than [`MOST_COLUMNS`].
    #[error("row {row} has more than {most} columns")]
    Wide {
        /// The row in the source.
        row: u32,
        /// The limit.
        most: usize,
    },
    /// A line or a cell of it is longer than any that a person writes.
    #[error("row {row} has a cell of more than {most} KB")]
    Endless {
        /// The row in the source.
        row: u32,
        /// The limit in kilobytes.
        most: usize,
    },
    /// It is no text, where text was expected.
    #[error("no text")]
    Binary,
    /// The named charset is none that is known.
    #[error("unknown charset {charset}")]
    Charset {
        /// The name that was given.
        charset: String,
    },
    /// It is not what it says it is, or has been cut off.
    #[error("damaged")]
    Damaged,
    /// It is locked with a password.
    #[error("locked with a password")]
    Locked,
    /// Its XML declares a document type, which no spreadsheet does and which is how entities attack.
    #[error("declares a document type")]
    Declares,
    /// It is nested deeper, or is in more parts, than anything a person makes.
    #[error("nested too deep")]
    Deep,
    /// There is no sheet of this name.
    #[error("no sheet {sheet}; there are {sheets}")]
    NoSheet {
        /// The name that was asked for.
        sheet: String,
        /// The names that there are.
        sheets: String,
    },
    /// A sheet has other headings than the one that it should be taken together with.
    #[error("sheet {sheet} has other headings")]
    OtherHeadings {
        /// Its name.
        sheet: String,
    },
    /// It is of a kind that is not read: a picture, a program, an old or a rare format.
    #[error("not a kind that is read")]
    Kind,
}

impl FileError {
    /// The Fluent message that says why and what to do, and its arguments.
    pub fn message(&self) -> (&'static str, Vec<(&'static str, String)>) {
        match self {
            Self::Empty => ("error-file-empty", Vec::new()),
            Self::Large { most } => ("error-file-large", vec![("most", most.to_string())]),
            Self::Unpacks { most } => ("error-file-unpacks", vec![("most", most.to_string())]),
            Self::Long { most } => ("error-file-long", vec![("most", most.to_string())]),
            Self::Wide { row, most } => (
                "error-file-wide",
                vec![("row", row.to_string()), ("most", most.to_string())],
            ),
            Self::Endless { row, most } => (
                "error-file-endless",
                vec![("row", row.to_string()), ("most", most.to_string())],
            ),
            Self::Binary => ("error-file-binary", Vec::new()),
            Self::Charset { charset } => ("error-file-charset", vec![("charset", charset.clone())]),
            Self::Damaged => ("error-file-damaged", Vec::new()),
            Self::Locked => ("error-file-locked", Vec::new()),
            Self::Declares => ("error-file-declares", Vec::new()),
            Self::Deep => ("error-file-deep", Vec::new()),
            Self::NoSheet { sheet, sheets } => (
                "error-file-no-sheet",
                vec![("sheet", sheet.clone()), ("sheets", sheets.clone())],
            ),
            Self::OtherHeadings { sheet } => ("error-file-other-headings", vec![("sheet", sheet.clone())]),
            Self::Kind => ("error-file-kind", Vec::new()),
        }
    }
}

/// Refuses what is larger than any reader takes, or empty.
///
/// # Errors
/// [`FileError::Large`] and [`FileError::Empty`].
pub fn check_size(bytes: &[u8]) -> Result<(), FileError> {
    if bytes.len() > LARGEST_FILE {
        return Err(FileError::Large {
            most: LARGEST_FILE / 1024 / 1024,
        });
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(FileError::Empty);
    }
    Ok(())
}

/// A row that was read with a loss, or not at all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export, export_to = "reading/")]
pub struct Problem {
    /// The row or line in the source, counted from 1 as the program that made the file counts.
    pub row: u32,
    /// What is wrong with it.
    pub reason: ProblemReason,
}

/// What is wrong with a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export, export_to = "reading/")]
pub enum ProblemReason {
    /// It has more cells than there are headings; all of them were kept.
    MoreCells,
    /// A quotation mark opens in it and is never closed; what follows was read as new rows.
    QuoteOpen,
    /// Some of its characters could not be read in the charset of the file.
    Unreadable,
    /// A card begins in it and never ends; what there is of it was read.
    CardOpen,
    /// A card begins in it that names nobody; it was left out.
    CardEmpty,
    /// It stands outside of any card; it was left out.
    OutsideCard,
    /// It holds something longer than any that a person writes; that was left out.
    TooLong,
    /// A message begins in it that has neither sender nor text; it was left out.
    MessageEmpty,
    /// A message begins in it that is in more parts than anybody sends; it was left out.
    MessageParts,
    /// A line of it lacks its colon; what stands at its end was taken for the value.
    NoColon,
    /// It holds headings once more; it is no record.
    HeadingAgain,
    /// It adds up the rows above it; it is no record.
    Total,
    /// It names a section of the rows below it; it is no record.
    Section,
    /// It is a remark about the table; it is no record.
    Remark,
    /// It names several organizations in one cell; each was read as a row of its own.
    Several,
}

impl ProblemReason {
    /// The Fluent message that says so, and its arguments.
    pub fn message(self) -> (&'static str, Vec<(&'static str, String)>) {
        let id = match self {
            Self::MoreCells => "error-row-more-cells",
            Self::QuoteOpen => "error-row-quote-open",
            Self::Unreadable => "error-row-unreadable",
            Self::CardOpen => "error-row-card-open",
            Self::CardEmpty => "error-row-card-empty",
            Self::OutsideCard => "error-row-outside-card",
            Self::TooLong => "error-row-too-long",
            Self::MessageEmpty => "error-row-message-empty",
            Self::MessageParts => "error-row-message-parts",
            Self::NoColon => "error-row-no-colon",
            Self::HeadingAgain => "error-row-heading-again",
            Self::Total => "error-row-total",
            Self::Section => "error-row-section",
            Self::Remark => "error-row-remark",
            Self::Several => "error-row-several",
        };
        (id, Vec::new())
    }

    /// Whether it follows from which row holds the headings, and so changes with it.
    pub fn is_of_headings(self) -> bool {
        matches!(
            self,
            Self::MoreCells | Self::HeadingAgain | Self::Total | Self::Section | Self::Remark | Self::Several
        )
    }

    /// Whether what stands in the row is not among the rows that were read.
    pub fn loses_the_row(self) -> bool {
        matches!(
            self,
            Self::CardEmpty | Self::OutsideCard | Self::MessageEmpty | Self::MessageParts
        )
    }
}
