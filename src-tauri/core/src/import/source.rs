//! What is open for importing: a table, or a list, which is a table whose rows are spans of a text.
//!
//! Owns what a person changes in the rows of a list (split, join, rename, take as it is) and gives the rows of either kind
//! alike: to the plan, to the history of imports, to the rejects. Reading is the readers' business; nothing is decided here.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::coalition::Coalition;
use base::error::{Error, Result};
use base::messages::Message;
use reading::format::Format;
use reading::list::{Entry, ListForm, ListReading, join_entries, split_entry, take_entry};
use reading::mail::Mail;
use reading::source::{Opened, Source};
use records::{Reader, Record};

/// What stands between the cells of a row as it is kept; no cell has it, because control characters are taken out of them.
pub const BETWEEN: char = '\u{1F}';

/// What the cells of a list's rows are called, so that its rejects are read again by them.
pub(super) const LIST_HEADINGS: [&str; 4] = ["Organization", "Signer", "Title", "City and State"];

/// A source that is open for importing.
#[derive(Debug, Clone)]
pub enum OpenSource {
    /// Rows of cells, cards or messages.
    Table(Box<Source>),
    /// Names in a text.
    List(ListSource),
}

impl From<Source> for OpenSource {
    fn from(source: Source) -> Self {
        Self::Table(Box::new(source))
    }
}

impl From<ListSource> for OpenSource {
    fn from(source: ListSource) -> Self {
        Self::List(source)
    }
}

impl OpenSource {
    /// The name of the file; empty when it was pasted.
    pub fn name(&self) -> &str {
        match self {
            Self::Table(source) => source.name(),
            Self::List(list) => &list.name,
        }
    }

    /// The source as it came.
    pub fn bytes(&self) -> &[u8] {
        match self {
            Self::Table(source) => source.bytes(),
            Self::List(list) => list.text.as_bytes(),
        }
    }

    /// What kind of file it is.
    pub fn format(&self) -> Format {
        match self {
            Self::Table(source) => source.format(),
            Self::List(_) => Format::List,
        }
    }

    /// The table, if it is one.
    pub fn table(&self) -> Option<&Source> {
        match self {
            Self::Table(source) => Some(source),
            Self::List(_) => None,
        }
    }

    /// The list, if it is one.
    pub fn list(&self) -> Option<&ListSource> {
        match self {
            Self::Table(_) => None,
            Self::List(list) => Some(list),
        }
    }

    /// The messages that its rows are, where it is mail.
    pub fn mails(&self) -> &[Mail] {
        self.table().map_or(&[], Source::mails)
    }

    /// How many rows it has.
    pub fn len(&self) -> usize {
        match self {
            Self::Table(source) => source.table().count_records(),
            Self::List(list) => list.rows.len(),
        }
    }

    /// Whether it has no row.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What the row at a place is known by while the source is open: a decision on it holds wherever other rows move.
    pub fn key(&self, place: usize) -> Option<usize> {
        match self {
            Self::Table(source) => source.table().record(place).map(|_| place),
            Self::List(list) => list.rows.get(place).map(|row| row.key),
        }
    }

    /// The keys of all rows, in their order.
    pub fn keys(&self) -> Vec<usize> {
        match self {
            Self::Table(source) => (0..source.table().count_records()).collect(),
            Self::List(list) => list.rows.iter().map(|row| row.key).collect(),
        }
    }

    /// The number of the row at a place, as the program that made the source counts.
    pub fn number(&self, place: usize) -> u32 {
        match self {
            Self::Table(source) => source.table().record(place).map_or(0, |row| row.number()),
            Self::List(_) => u32::try_from(place + 1).unwrap_or(u32::MAX),
        }
    }

    /// What its cells are called; empty where they have no headings.
    pub fn headings(&self) -> Vec<String> {
        match self {
            Self::Table(source) => source.table().headings().into_iter().map(str::to_owned).collect(),
            Self::List(_) => LIST_HEADINGS.map(str::to_owned).to_vec(),
        }
    }

    /// The cells of the row at a place.
    pub fn cells(&self, place: usize) -> Vec<String> {
        match self {
            Self::Table(source) => source
                .table()
                .record(place)
                .map_or_else(Vec::new, |row| row.cells().map(str::to_owned).collect()),
            Self::List(list) => list.rows.get(place).map_or_else(Vec::new, ListRow::cells),
        }
    }

    /// The cells of the row at a place, as they are kept.
    pub(super) fn joined(&self, place: usize) -> String {
        let mut text = String::new();
        let mut push = |at: usize, cell: &str| {
            if at > 0 {
                text.push(BETWEEN);
            }
            text.push_str(cell);
        };
        match self {
            Self::Table(source) => {
                let cells = source.table().record(place).map(reading::table::Row::cells);
                cells
                    .into_iter()
                    .flatten()
                    .enumerate()
                    .for_each(|(at, cell)| push(at, cell));
            }
            Self::List(_) => self
                .cells(place)
                .iter()
                .enumerate()
                .for_each(|(at, cell)| push(at, cell)),
        }
        text
    }
}

/// A text with the names that were read from it, as a person changed them.
#[derive(Debug, Clone)]
pub struct ListSource {
    name: String,
    text: Arc<str>,
    form: ListForm,
    rows: Vec<ListRow>,
    next_key: usize,
}

/// A row of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct ListRow {
    /// What it is known by, whatever becomes of the rows around it.
    pub key: usize,
    /// What was read.
    pub entry: Entry,
    /// A person looked at what the reader doubted and left it as it is.
    pub settled: bool,
}

impl ListRow {
    /// Whether the reader was unsure of it and nobody has looked at it yet.
    pub fn is_doubtful(&self) -> bool {
        self.entry.is_doubtful() && !self.settled
    }

    fn cells(&self) -> Vec<String> {
        let Entry {
            name,
            signer,
            title,
            place,
            ..
        } = &self.entry;
        [Some(name), signer.as_ref(), title.as_ref(), place.as_ref()]
            .map(|cell| cell.map_or_else(String::new, |cell| cell.replace(BETWEEN, " ")))
            .to_vec()
    }
}

/// What a person changes in the rows of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[ts(export, export_to = "imports/")]
pub enum ListEdit {
    /// A row is two.
    Split {
        /// The row.
        key: usize,
        /// Where it is cut, in UTF-16 units of the text, as a window counts.
        at: usize,
    },
    /// A row and the next are one.
    Join {
        /// The first of them.
        key: usize,
    },
    /// A part of the text is a name, though it was not read as one. Rows that it overlaps become part of it.
    TakeIn {
        /// Where it begins, in UTF-16 units of the text, as a window counts.
        from: usize,
        /// Where it ends.
        to: usize,
    },
    /// A name reads otherwise.
    Rename {
        /// The row.
        key: usize,
        /// The name.
        name: String,
    },
    /// What the reader doubted is right as it is.
    Settle {
        /// The row.
        key: usize,
    },
}

impl ListSource {
    /// A text with what was read from it.
    pub fn new(name: &str, text: &str, read: ListReading) -> Self {
        let rows: Vec<ListRow> = read
            .entries
            .into_iter()
            .enumerate()
            .map(|(key, entry)| ListRow {
                key,
                entry,
                settled: false,
            })
            .collect();
        Self {
            name: name.to_owned(),
            text: text.into(),
            form: read.form,
            next_key: rows.len(),
            rows,
        }
    }

    /// The name of the file; empty when it was pasted.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The text that was read.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The form of the list.
    pub fn form(&self) -> ListForm {
        self.form
    }

    /// Its rows, in the order of the text.
    pub fn rows(&self) -> &[ListRow] {
        &self.rows
    }

    /// Where each row stands in the text, in UTF-16 units, as a window counts; found in one pass.
    pub fn spans(&self) -> Vec<Range<usize>> {
        let ends = self.rows.iter().flat_map(|row| [row.entry.start, row.entry.end]);
        let mut wanted: Vec<usize> = ends.collect();
        wanted.sort_unstable();
        wanted.dedup();
        let mut units = HashMap::with_capacity(wanted.len());
        let mut unit = 0;
        let mut chars = self.text.char_indices().peekable();
        for byte in wanted {
            while let Some((_, c)) = chars.next_if(|(at, _)| *at < byte) {
                unit += c.len_utf16();
            }
            units.insert(byte, unit);
        }
        let unit = |byte: usize| units.get(&byte).copied().unwrap_or_default();
        self.rows
            .iter()
            .map(|row| unit(row.entry.start)..unit(row.entry.end))
            .collect()
    }

    /// The byte at which a UTF-16 unit of the text stands.
    fn byte(&self, unit: usize) -> usize {
        let mut at = 0;
        for (byte, c) in self.text.char_indices() {
            if at >= unit {
                return byte;
            }
            at += c.len_utf16();
        }
        self.text.len()
    }

    /// Changes rows. Gives back the keys of those for which what was decided no longer holds.
    ///
    /// # Errors
    /// A rule when the row is gone, or can't be split there or joined.
    pub fn edit(&mut self, edit: &ListEdit) -> Result<Vec<usize>> {
        match edit {
            ListEdit::Split { key, at } => {
                let place = self.place(*key)?;
                let byte = self.byte(*at);
                let row = self.rows.get(place).ok_or_else(gone)?;
                let (first, second) = split_entry(&self.text, &row.entry, byte)
                    .ok_or_else(|| Error::rule(Message::new("error-split")))?;
                let second = ListRow {
                    key: self.next_key,
                    entry: second,
                    settled: true,
                };
                self.next_key += 1;
                self.replace(place, 1, first, Some(second));
                Ok(vec![*key])
            }
            ListEdit::Join { key } => {
                let place = self.place(*key)?;
                let (Some(first), Some(second)) = (self.rows.get(place), self.rows.get(place + 1)) else {
                    return Err(gone());
                };
                let joined = join_entries(&self.text, &first.entry, &second.entry);
                let keys = vec![*key, second.key];
                self.replace(place, 2, joined, None);
                Ok(keys)
            }
            ListEdit::TakeIn { from, to } => self.take_in(self.byte(*from)..self.byte(*to)),
            ListEdit::Rename { key, name } => {
                let place = self.place(*key)?;
                if let Some(row) = self.rows.get_mut(place) {
                    // Who signs for themselves is the signer of their own entry.
                    if row.entry.signer.as_deref() == Some(row.entry.name.as_str()) {
                        row.entry.signer = Some(name.clone());
                    }
                    row.entry.name.clone_from(name);
                }
                Ok(vec![*key])
            }
            ListEdit::Settle { key } => {
                let place = self.place(*key)?;
                if let Some(row) = self.rows.get_mut(place) {
                    row.settled = true;
                }
                Ok(Vec::new())
            }
        }
    }

    /// Makes a row of a part of the text, in place of those that it overlaps.
    fn take_in(&mut self, span: Range<usize>) -> Result<Vec<usize>> {
        let entry = take_entry(&self.text, span).ok_or_else(|| Error::rule(Message::new("error-take-in")))?;
        let overlaps = |row: &ListRow| row.entry.start < entry.end && entry.start < row.entry.end;
        let place = self
            .rows
            .iter()
            .position(|row| overlaps(row) || row.entry.start >= entry.end)
            .unwrap_or(self.rows.len());
        let over: Vec<usize> = self
            .rows
            .iter()
            .skip(place)
            .take_while(|row| overlaps(row))
            .map(|row| row.key)
            .collect();
        let key = over.first().copied().unwrap_or_else(|| {
            self.next_key += 1;
            self.next_key - 1
        });
        let row = ListRow {
            key,
            entry,
            settled: true,
        };
        self.rows.splice(place..place + over.len(), [row]);
        Ok(over)
    }

    /// Puts what a person made of some rows in their place. The first keeps its key, so that whoever looks at it still does.
    fn replace(&mut self, place: usize, count: usize, first: Entry, second: Option<ListRow>) {
        let Some(key) = self.rows.get(place).map(|row| row.key) else {
            return;
        };
        let first = ListRow {
            key,
            entry: first,
            settled: true,
        };
        let rows = std::iter::once(first).chain(second);
        self.rows.splice(place..place + count, rows);
    }

    fn place(&self, key: usize) -> Result<usize> {
        let found = self.rows.iter().position(|row| row.key == key);
        found.ok_or_else(gone)
    }
}

fn gone() -> Error {
    Error::rule(Message::new("error-import-row"))
}

/// The rows of a source as records.
pub struct Records {
    source: Arc<OpenSource>,
    /// None for a list, whose entries say what they are.
    reader: Option<Reader>,
}

impl Records {
    /// Times are in `zone` where they name none.
    pub fn new(source: &Arc<OpenSource>, zone: Tz) -> Self {
        let reader = source
            .table()
            .map(|source| Reader::new(source.table(), source.mapping(), zone));
        Self {
            source: Arc::clone(source),
            reader,
        }
    }

    /// What the row at a place says.
    pub fn at(&self, place: usize) -> Option<Record> {
        match &*self.source {
            OpenSource::Table(source) => {
                let row = source.table().record(place)?;
                self.reader.as_ref().map(|reader| reader.read(row))
            }
            OpenSource::List(list) => list.rows.get(place).map(|row| Record::from(&row.entry)),
        }
    }

    /// What reads the rows of a table.
    pub fn reader(&self) -> Option<&Reader> {
        self.reader.as_ref()
    }
}

impl Coalition {
    /// Makes what was opened ready for importing: a text is read as a list, a table gets the mapping of the last one with the same
    /// headings.
    ///
    /// # Errors
    /// A rule: the text is empty, too large, or no text.
    pub fn open_source(&self, name: &str, opened: Opened) -> Result<OpenSource> {
        Ok(match opened {
            Opened::List(text) => self.open_list(name, &text)?.into(),
            Opened::Table(mut source) => {
                self.recall_mapping(&mut source)?;
                OpenSource::Table(source)
            }
        })
    }

    /// Opens a text as a list; what the coalition knows already decides doubtful cuts.
    ///
    /// # Errors
    /// A rule: the text is empty, too large, or no text.
    pub fn open_list(&self, name: &str, text: &str) -> Result<ListSource> {
        let read = self.read_list(text)?;
        Ok(ListSource::new(name, text, read))
    }
}
