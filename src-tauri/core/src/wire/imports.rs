//! What crosses to the window of an import: the source as it was read, a page of what its rows become, and what was
//! imported before. A table stays in the program, however long: the window sees its columns, a few rows, and pages.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::CandidateView;
use crate::error::Result;
use crate::import::record::Record;
use crate::import::{Choices, Decision, Import, ImportPlan, ImportedRow, OpenSource, Outcome, PlannedRow};
use crate::letter::LetterRef;
use crate::messages::{Language, Message};
use crate::organization::OrganizationRef;
use crate::person::PersonRef;
use reading::columns::{By, Field, Kind};
use reading::format::Format;
use reading::source::{CHARSETS, ReadOptions, Source, Suggestion};
use reading::table::Row;
use vocabulary::ids::{ImportId, LetterId};

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
    Table(Box<TableSource>),
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
    /// The letter that the sign-ons go to; one that is begun with them is there once they are imported.
    pub letter: Option<LetterId>,
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
    /// Whether what it asks is about an answer, and may be taken as it is.
    pub may_be_taken: bool,
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

/// So many rows down to the headings, and so many below them, are shown.
const ROWS_TO_HEADINGS: usize = 30;
const ROWS_BELOW_HEADINGS: usize = 20;

/// So many rows that were read with a loss are told one by one.
const PROBLEMS: usize = 5;

/// The longest cell that is shown whole, in characters.
const LONGEST_SHOWN: usize = 300;

impl RowSample {
    fn new(row: Row<'_>) -> Self {
        Self {
            row: row.number(),
            index: row.index(),
            cells: row.cells().map(shown).collect(),
            hidden: row.is_hidden(),
        }
    }
}

fn shown(cell: &str) -> String {
    match cell.char_indices().nth(LONGEST_SHOWN) {
        Some((end, _)) => format!("{}…", &cell[..end]),
        None => cell.to_owned(),
    }
}

impl TableSource {
    /// A source as it is open, in a language.
    pub fn new(id: u32, source: &Source, language: Language) -> Self {
        let table = source.table();
        let headings = table.headings();
        let columns = (0..table.width()).map(|index| ImportColumn {
            index,
            heading: headings
                .get(index)
                .map_or_else(String::new, |heading| shown(heading)),
            field: source.mapping().field(index),
            by: source.by(index),
            samples: samples(source, index),
            kind: kind_message(source.kind_of(index)).to_string(language),
            hidden: table.hidden_columns().contains(&index),
        });
        let above = table.header().map_or(0, |header| header + 1);
        let problems = source.problems();
        let mut sentences: Vec<String> = problems
            .iter()
            .take(PROBLEMS)
            .map(|problem| {
                let (message, arguments) = problem.reason.message();
                Message::new("import-problem")
                    .text("row", problem.row.to_string())
                    .text("problem", Message::with(message, arguments).to_string(language))
                    .to_string(language)
            })
            .collect();
        if problems.len() > PROBLEMS {
            let more = Message::new("import-problems-more").number("count", problems.len() - PROBLEMS);
            sentences.push(more.to_string(language));
        }
        let (sheets, sheet) = source.sheets();
        let charset = source.reading().charset.as_ref();
        Self {
            id,
            name: named(source.name(), language),
            format: source.format(),
            sheets: sheets.to_vec(),
            sheet,
            header: table.header(),
            charset: charset.map(|charset| charset.name.clone()),
            charsets: match charset {
                Some(charset) => {
                    let mut all: Vec<String> = CHARSETS.iter().map(|&name| name.to_owned()).collect();
                    if !all.contains(&charset.name) {
                        all.insert(0, charset.name.clone());
                    }
                    all
                }
                None => Vec::new(),
            },
            delimiter: source.reading().delimiter.map(String::from),
            rows: table.records().count(),
            columns: columns.collect(),
            above: table
                .rows()
                .take(above.min(ROWS_TO_HEADINGS))
                .map(RowSample::new)
                .collect(),
            first: table
                .records()
                .take(ROWS_BELOW_HEADINGS)
                .map(RowSample::new)
                .collect(),
            problems: sentences,
            remembered: source.remembered().map(|from| {
                Message::new("import-remembered")
                    .text("day", &from.day)
                    .text("name", &from.name)
                    .to_string(language)
            }),
            suggested_target: match source.suggests() {
                Suggestion::Organizations => TableKind::Organizations,
                Suggestion::People => TableKind::People,
                Suggestion::SignOns => TableKind::SignOns,
            },
        }
    }
}

/// The name of a file, or what stands for one where something was pasted.
fn named(name: &str, language: Language) -> String {
    match name {
        "" => Message::new("import-pasted").to_string(language),
        name => name.to_owned(),
    }
}

fn samples(source: &Source, column: usize) -> Vec<String> {
    let mut samples: Vec<String> = Vec::new();
    for row in source.table().records().take(200) {
        let cell = row.cell(column);
        if !cell.is_empty() && !samples.iter().any(|known| known == cell) {
            samples.push(shown(cell));
        }
        if samples.len() == 3 {
            break;
        }
    }
    samples
}

fn kind_message(kind: Kind) -> Message {
    Message::new(match kind {
        Kind::Empty => "import-kind-empty",
        Kind::Email => "import-kind-emails",
        Kind::Phone => "import-kind-phones",
        Kind::Website => "import-kind-websites",
        Kind::Date => "import-kind-dates",
        Kind::Number => "import-kind-numbers",
        Kind::State => "import-kind-states",
        Kind::Country => "import-kind-countries",
        Kind::Answer => "import-kind-answers",
        Kind::Text => "import-kind-words",
    })
}

impl SourceChange {
    /// How a source is to be read: as it is, but for what is given. Another sheet has headings of its own.
    pub fn options(&self, source: &Source) -> ReadOptions {
        let mut options = source.options().clone();
        if let Some(sheet) = &self.sheet {
            options.sheet = Some(sheet.clone());
            options.header = None;
        }
        if let Some(charset) = &self.charset {
            options.charset = Some(charset.clone());
        }
        if let Some(delimiter) = &self.delimiter {
            options.delimiter = delimiter.chars().next();
            options.header = None;
        }
        if let Some(header) = self.header {
            options.header = Some(header);
        }
        options
    }
}

impl TablePlan {
    /// A plan in a language.
    pub fn new(plan: &ImportPlan, language: Language) -> Self {
        let (organizations, people, sign_ons) = plan.makes();
        Self {
            read: plan.rows.len(),
            created: plan.count(Outcome::Created),
            updated: plan.count(Outcome::Updated),
            unchanged: plan.count(Outcome::Unchanged),
            rejected: plan.count(Outcome::Rejected),
            asked: plan.count(Outcome::Asked),
            organizations,
            people,
            sign_ons,
            notes: plan.notes().iter().map(|note| note.to_string(language)).collect(),
            letter: plan.target.letter_id(),
        }
    }
}

impl PlanRows {
    /// A part of a plan, of one outcome or of all, in a language.
    pub fn new(
        source: &Arc<OpenSource>,
        plan: &ImportPlan,
        choices: &Choices,
        outcome: Option<Outcome>,
        (offset, limit): (usize, usize),
        language: Language,
    ) -> Self {
        let fits = |of: Outcome| outcome.is_none_or(|wanted| wanted == of);
        let total = plan.rows.iter().filter(|row| fits(row.outcome)).count();
        let records = plan.records(source);
        let chosen = plan.rows.iter().enumerate().filter(|(_, row)| fits(row.outcome));
        let rows = chosen.skip(offset).take(limit).filter_map(|(place, planned)| {
            let record = records.at(place)?;
            Some(plan_row(source, choices, place, planned, &record, language))
        });
        Self {
            total,
            rows: rows.collect(),
        }
    }
}

fn plan_row(
    source: &OpenSource,
    choices: &Choices,
    place: usize,
    planned: &PlannedRow,
    record: &Record,
    language: Language,
) -> PlanRow {
    let beside = !record.organization.is_empty() && !record.person.is_empty();
    let key = source.key(place).unwrap_or(place);
    PlanRow {
        index: place,
        row: source.number(place),
        name: record.name().to_owned(),
        person: beside.then(|| record.person.clone()),
        email: record.emails.first().cloned(),
        outcome: planned.outcome,
        reason: planned.reason.to_string(language),
        organization: planned.organization.clone(),
        person_ref: planned.person.clone(),
        candidates: planned
            .candidates()
            .iter()
            .map(|found| CandidateView::new(found, language))
            .collect(),
        decision: choices.decisions.get(&key).copied().unwrap_or_default(),
        changes: planned
            .changes
            .iter()
            .map(|change| FieldChangeView {
                field: change.field.message().to_string(language),
                old: change.field.value(&change.old, language),
                new: change.field.value(&change.new, language),
            })
            .collect(),
        may_be_taken: planned.may_be_taken,
        flags: planned
            .flags
            .iter()
            .map(|flag| flag.to_string(language))
            .collect(),
    }
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

/// The rows that a plan does not take, as CSV with the reason of each; those that wait for a decision are among them.
pub fn plan_rejects(source: &OpenSource, plan: &ImportPlan, language: Language) -> String {
    let headings = source.headings();
    let rows: Vec<(u32, Vec<String>, String)> = plan
        .rows
        .iter()
        .enumerate()
        .filter(|(_, planned)| planned.outcome.is_left())
        .map(|(place, planned)| {
            let reason = planned.question().to_string(language);
            (source.number(place), source.cells(place), reason)
        })
        .collect();
    crate::import::rejects(
        &headings,
        &rows,
        &Message::new("import-reason").to_string(language),
    )
}

/// The rows that an earlier import did not take, as CSV with the reason of each.
///
/// # Errors
/// [`crate::Error::NotFound`].
pub fn import_rejects(coalition: &crate::Coalition, id: ImportId, language: Language) -> Result<String> {
    let headings = coalition.import_headings(id)?;
    let outcomes = [Outcome::Rejected, Outcome::Asked];
    let (_, rows) = coalition.list_import_rows(id, &outcomes, 0, usize::MAX, language)?;
    let rows: Vec<(u32, Vec<String>, String)> = rows
        .into_iter()
        .map(|row| (row.number, row.cells, row.reason))
        .collect();
    Ok(crate::import::rejects(
        &headings,
        &rows,
        &Message::new("import-reason").to_string(language),
    ))
}
