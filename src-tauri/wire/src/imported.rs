//! What crosses to the window of what was imported before.

use serde::Serialize;
use ts_rs::TS;

use super::TableKind;
use super::imports::named;
use base::messages::Language;
use reading::format::Format;
use undersigned_core::import::{Import, ImportedRow, Outcome};
use undersigned_core::letter::LetterRef;
use vocabulary::ids::ImportId;

/// An import as it stands in the list of them.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export, export_to = "imports/")]
pub struct ImportSummary {
    /// Its id.
    pub id: ImportId,
    /// When, ISO 8601 in UTC.
    pub at: String,
    /// The name of the file.
    pub name: String,
    /// What kind of file it was.
    pub format: Format,
    /// What the rows became.
    pub target: TableKind,
    /// The letter, for sign-ons; none when it is gone.
    pub letter: Option<LetterRef>,
    /// How many rows were read: the sum of the five that follow.
    pub read: usize,
    /// How many made something new.
    pub created: usize,
    /// How many changed what was there.
    pub updated: usize,
    /// How many were there already.
    pub unchanged: usize,
    /// How many were not taken.
    pub rejected: usize,
    /// How many were left undecided.
    pub asked: usize,
}

/// A row of an earlier import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "imports/")]
pub struct ImportRowView {
    /// Its number, as the program that made the file counted.
    pub row: u32,
    /// The organization or the person that it named.
    pub name: String,
    /// What became of it.
    pub outcome: Outcome,
    /// Why, as a sentence.
    pub reason: String,
    /// Its cells, in a line.
    pub cells: String,
}

/// A part of the rows of an earlier import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "imports/")]
pub struct ImportRows {
    /// How many there are in all.
    pub total: usize,
    /// This part of them.
    pub rows: Vec<ImportRowView>,
}

impl ImportSummary {
    /// An import in a language.
    pub fn new(import: Import, language: Language) -> Self {
        let [read, created, updated, unchanged, rejected, asked] = import.counts;
        Self {
            id: import.id,
            at: import.at,
            name: named(&import.name, language),
            format: import.format,
            target: match import.target.as_str() {
                "people" => TableKind::People,
                "sign-ons" => TableKind::SignOns,
                _ => TableKind::Organizations,
            },
            letter: import.letter,
            read,
            created,
            updated,
            unchanged,
            rejected,
            asked,
        }
    }
}

impl From<ImportedRow> for ImportRowView {
    fn from(row: ImportedRow) -> Self {
        let cells: Vec<String> = row.cells.into_iter().filter(|cell| !cell.is_empty()).collect();
        Self {
            row: row.number,
            name: row.name,
            outcome: row.outcome,
            reason: row.reason,
            cells: cells.join(" · "),
        }
    }
}
