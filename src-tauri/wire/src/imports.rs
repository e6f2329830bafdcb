//! What crosses to the window of a source that is open for importing. A table stays in the program, however long: the window
//! sees its columns and a few rows. Of a list it sees the text.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use base::messages::{Language, Message};
use reading::columns::{By, Field, Kind};
use reading::format::Format;
use reading::list::ListForm;
use reading::source::{CHARSETS, ReadOptions, Source, Suggestion};
use reading::table::Row;
use reading::title::proposed_title;
use undersigned_core::import::ListSource;

/// What was opened, dropped or pasted.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[ts(export, export_to = "imports/")]
pub enum ImportSource {
    /// Names in a text.
    List(ListText),
    /// Rows of cells, address cards or messages.
    Table(Box<TableSource>),
}

/// A text that is open for importing, with the names that were read from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "imports/")]
pub struct ListText {
    /// What it is known by while it is open.
    pub id: u32,
    /// The name of the file; empty for what was pasted.
    pub name: String,
    /// The text.
    pub text: String,
    /// How its names are written.
    pub form: ListForm,
    /// How many names were read.
    pub rows: usize,
    /// What a letter that is begun with it may be called; empty where the text does not say.
    pub title: String,
}

impl ListText {
    /// A list as it is open.
    pub fn new(id: u32, list: &ListSource) -> Self {
        Self {
            id,
            name: list.name().to_owned(),
            text: list.text().to_owned(),
            form: list.form(),
            rows: list.rows().len(),
            title: proposed_title(list.text()).unwrap_or_default(),
        }
    }
}

/// A table that is open for importing.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "imports/")]
pub struct TableSource {
    /// What it is known by while it is open.
    pub id: u32,
    /// The name of the file, or a word for what was pasted.
    pub name: String,
    /// What kind of file it is.
    pub format: Format,
    /// The program or form that it comes from, as a sentence: "Google Forms, 1,005 answers".
    pub origin: Option<String>,
    /// Its sheets; empty where there are none.
    pub sheets: Vec<SheetView>,
    /// The headings of columns that are for nothing.
    pub unused: Vec<String>,
    /// How many rows are hidden in it: each is asked before it is taken.
    pub hidden_rows: usize,
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

/// A sheet of a workbook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "imports/")]
pub struct SheetView {
    /// Its name.
    pub name: String,
    /// How many rows it holds; none where it could not be read.
    pub rows: Option<usize>,
    /// Whether its rows are read.
    pub taken: bool,
}

/// What rows become, without saying where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export, export_to = "imports/")]
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
#[ts(export, export_to = "imports/")]
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
#[ts(export, export_to = "imports/")]
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
#[ts(export, export_to = "imports/", optional_fields)]
pub struct SourceChange {
    /// Other sheets, by their names: of several, the rows of all are read together.
    pub sheets: Option<Vec<String>>,
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

/// So many rows down to the headings, and so many below them, are shown.
const ROWS_TO_HEADINGS: usize = 30;
const ROWS_BELOW_HEADINGS: usize = 20;

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
        let sentences = undersigned_core::import::problems(source.problems(), language);
        let sheets = source.sheet_counts().map(|(name, rows, taken)| SheetView {
            name: name.to_owned(),
            rows,
            taken,
        });
        let charset = source.reading().charset.as_ref();
        Self {
            id,
            name: named(source.name(), language),
            format: source.format(),
            origin: origin(source, language),
            sheets: sheets.collect(),
            unused: source.unused().into_iter().map(shown).collect(),
            hidden_rows: table.records().filter(|row| row.is_hidden()).count(),
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

/// The program or form that a table comes from, with how many rows came.
fn origin(source: &Source, language: Language) -> Option<String> {
    let origin = source.mapping().origin;
    let sentence = Message::new(if origin.is_form() {
        "import-origin-answers"
    } else {
        "import-origin-rows"
    });
    let sentence = sentence
        .text("name", origin.name()?)
        .number("count", source.table().count_records());
    Some(sentence.to_string(language))
}

/// The name of a file, or what stands for one where something was pasted.
pub(super) fn named(name: &str, language: Language) -> String {
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
        if let Some([sheet, more @ ..]) = self.sheets.as_deref() {
            options.sheet = Some(sheet.clone());
            options.more_sheets = more.to_vec();
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
