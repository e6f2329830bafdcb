//! What crosses to the window of an import: the source as it was read, a page of what its rows become, and what was
//! imported before. A table stays in the program, however long: the window sees its columns, a few rows, and pages.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::CandidateView;
use crate::ids::ImportId;
use crate::import::columns::{By, Field};
use crate::import::format::Format;
use crate::import::{Decision, Outcome};
use crate::letter::LetterRef;
use crate::organization::OrganizationRef;
use crate::person::PersonRef;

/// What was opened, dropped or pasted.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[ts(export)]
pub enum ImportSource {
    /// Running text or one name a line: for the review of lists.
    List {
        /// The name of the file; none for what was pasted.
        name: Option<String>,
        /// The text.
        text: String,
    },
    /// Rows of cells, address cards or messages.
    Table(TableSource),
}

/// A table that is open for importing.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct TableSource {
    /// What it is known by while it is open.
    pub id: u32,
    /// The name of the file, or a word for what was pasted.
    pub name: String,
    /// What kind of file it is.
    pub format: Format,
    /// Its sheets; empty where there are none.
    pub sheets: Vec<String>,
    /// Which of them is read.
    pub sheet: usize,
    /// The row of headings, by its place in the table.
    pub header: Option<usize>,
    /// The charset, where the file is text.
    pub charset: Option<String>,
    /// Charsets to choose from; empty where the file is no text.
    pub charsets: Vec<String>,
    /// What separates the cells, where something does.
    pub delimiter: Option<String>,
    /// How many rows stand below the headings.
    pub rows: usize,
    /// Its columns, from the left.
    pub columns: Vec<ImportColumn>,
    /// The rows down to the headings, to choose others from; at most 30.
    pub above: Vec<RowSample>,
    /// The first rows below the headings.
    pub first: Vec<RowSample>,
    /// What was read with a loss or not at all, as sentences; the first few.
    pub problems: Vec<String>,
    /// Where the mapping comes from, when it is remembered: "As on 3 March, from answers.csv".
    pub remembered: Option<String>,
    /// What its rows seem to be.
    pub suggested_target: TableKind,
}

/// What rows become, without saying where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export)]
pub enum TableKind {
    /// Organizations, with the people that the rows name there.
    Organizations,
    /// People, with their organizations.
    People,
    /// Sign-ons to a letter, with their organizations and people.
    SignOns,
}

/// A row as it was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct RowSample {
    /// Its number, as the program that made the file counts.
    pub row: u32,
    /// Its place in the table.
    pub index: usize,
    /// Its cells.
    pub cells: Vec<String>,
    /// Whether it is hidden in the source.
    pub hidden: bool,
}

/// A column and what it is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct ImportColumn {
    /// Its place, from 0.
    pub index: usize,
    /// Its heading, or empty.
    pub heading: String,
    /// What it is for; none when it is left out.
    pub field: Option<Field>,
    /// How that was found.
    pub by: Option<By>,
    /// The first cells with something in them.
    pub samples: Vec<String>,
    /// What they look like: "email addresses".
    pub kind: String,
    /// Whether it is hidden in the source.
    pub hidden: bool,
}

/// Another way to read a source; what is left out stays.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, TS)]
#[serde(default)]
#[ts(export, optional_fields)]
pub struct SourceChange {
    /// Another sheet, by its name.
    pub sheet: Option<String>,
    /// Another row of headings, by its place in the table; none where there are no headings.
    #[serde(deserialize_with = "given")]
    #[ts(optional = nullable, as = "Option<usize>")]
    pub header: Option<Option<usize>>,
    /// Another charset.
    pub charset: Option<String>,
    /// Another mark between the cells.
    pub delimiter: Option<String>,
}

/// Tells "none" from "left out".
fn given<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<Option<usize>>, D::Error> {
    Option::<usize>::deserialize(from).map(Some)
}

/// What an import of a table would do, or did: read is the sum of the five that follow.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct TablePlan {
    /// How many rows were read.
    pub read: usize,
    /// How many make something new.
    pub created: usize,
    /// How many change what is there.
    pub updated: usize,
    /// How many are there already, just so.
    pub unchanged: usize,
    /// How many are not taken.
    pub rejected: usize,
    /// How many need a decision.
    pub asked: usize,
    /// How many organizations are new.
    pub organizations: usize,
    /// How many people are new.
    pub people: usize,
    /// How many sign-ons are new.
    pub sign_ons: usize,
    /// What is worth knowing of all rows together, as sentences.
    pub notes: Vec<String>,
}

/// A value that an import changes, named in the person's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct FieldChangeView {
    /// The field: "City".
    pub field: String,
    /// What stands there.
    pub old: String,
    /// What will stand there.
    pub new: String,
}

/// A row of a table with what becomes of it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct PlanRow {
    /// Its place among the rows of the import.
    pub index: usize,
    /// Its number, as the program that made the file counts.
    pub row: u32,
    /// The organization that it names, else the person.
    pub name: String,
    /// The person that it names beside an organization.
    pub person: Option<String>,
    /// Their email.
    pub email: Option<String>,
    /// What becomes of it.
    pub outcome: Outcome,
    /// Why, as a sentence.
    pub reason: String,
    /// The organization that it is, where it is one that is there.
    pub organization: Option<OrganizationRef>,
    /// The person that it is, where it is one that is there.
    pub person_ref: Option<PersonRef>,
    /// Organizations that it may be, best first.
    pub candidates: Vec<CandidateView>,
    /// What was decided about it.
    pub decision: Decision,
    /// What changes in what is there.
    pub changes: Vec<FieldChangeView>,
    /// What to look at, as sentences: "Signed already, by Ana Ruiz".
    pub flags: Vec<String>,
}

/// A part of the rows of a plan.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct PlanRows {
    /// How many there are in all.
    pub total: usize,
    /// This part of them.
    pub rows: Vec<PlanRow>,
}

/// An import as it stands in the list of them.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
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
#[ts(export)]
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
#[ts(export)]
pub struct ImportRows {
    /// How many there are in all.
    pub total: usize,
    /// This part of them.
    pub rows: Vec<ImportRowView>,
}
