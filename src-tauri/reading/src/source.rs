//! A source as it is open for importing: the bytes, how they are read, the table that they are, and what its columns are
//! for.
//!
//! Owns the choice of the reader and what a person corrects: sheet, headings, charset, delimiter, columns. It deliberately
//! knows nothing of the coalition; a mapping that is remembered is brought by `history.rs`.

use std::collections::HashSet;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::columns::{self, By, Field, Kind, Mapping, Origin, kind};
use crate::format::{self, Format};
use crate::mail::{self, Mail};
use crate::problem::{FileError, Problem};
use crate::table::{Reading, Table};
use crate::{csv, html, ldif, sheet, vcard};

/// What a person corrected about how a source is read; what they did not is found.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ReadOptions {
    /// The sheet, by its name.
    pub sheet: Option<String>,
    /// More sheets that are taken together with it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub more_sheets: Vec<String>,
    /// The row of headings by its place in the table; the inner none says that there are no headings.
    #[serde(skip_serializing_if = "Option::is_none", with = "chosen")]
    pub header: Option<Option<usize>>,
    /// The charset.
    pub charset: Option<String>,
    /// What separates the cells.
    pub delimiter: Option<char>,
}

/// A choice of headings as JSON: a number, or -1 for none.
mod chosen {
    use serde::{Deserialize, Deserializer, Serializer};

    pub fn serialize<S: Serializer>(header: &Option<Option<usize>>, to: S) -> Result<S::Ok, S::Error> {
        let row = header.flatten().and_then(|row| i64::try_from(row).ok());
        to.serialize_i64(row.unwrap_or(-1))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Option<usize>>, D::Error> {
        Ok(Some(usize::try_from(i64::deserialize(from)?).ok()))
    }
}

/// What was opened.
#[derive(Debug, Clone)]
pub enum Opened {
    /// Running text or one name a line: for the reader of lists.
    List(String),
    /// Rows of cells, cards or messages.
    Table(Box<Source>),
}

/// The earlier import that a mapping is remembered from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RememberedFrom {
    /// The day, `2020-12-15`.
    pub day: String,
    /// The name of its file.
    pub name: String,
}

/// A heading that no column has.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no column {heading:?}; there are {}", headings.join(", "))]
pub struct NoSuchColumn {
    /// The heading that was asked for.
    pub heading: String,
    /// The headings that there are; numbers of columns where the table has none.
    pub headings: Vec<String>,
}

/// A source of rows.
#[derive(Debug, Clone)]
pub struct Source {
    name: String,
    bytes: Arc<[u8]>,
    format: Format,
    options: ReadOptions,
    sheets: Vec<String>,
    sheet: usize,
    /// How many records each sheet holds, and which are taken.
    counts: Vec<Option<usize>>,
    taken: Vec<usize>,
    reading: Reading,
    mapping: Mapping,
    mails: Vec<Mail>,
    /// Where the mapping is remembered from.
    remembered: Option<RememberedFrom>,
}

/// Charsets that people's files are in, to choose from.
pub const CHARSETS: [&str; 12] = [
    "UTF-8",
    "windows-1252",
    "ISO-8859-15",
    "windows-1250",
    "ISO-8859-2",
    "macintosh",
    "UTF-16LE",
    "UTF-16BE",
    "windows-1251",
    "Shift_JIS",
    "GBK",
    "Big5",
];

/// Within so many rows from the top headings are looked for that a person named.
pub const HEADINGS_WITHIN: usize = 10;

impl Source {
    /// Opens a file. The kind is told by what is in it, unless `format` says it.
    ///
    /// # Errors
    /// [`FileError`] when it can't be read.
    pub fn open(
        name: &str,
        bytes: Vec<u8>,
        format: Option<Format>,
        options: ReadOptions,
    ) -> Result<Opened, FileError> {
        crate::problem::check_size(&bytes)?;
        let format = format.unwrap_or_else(|| format::format(&bytes));
        if format == Format::List {
            return Ok(Opened::List(
                crate::charset::decode(&bytes, options.charset.as_deref())?.text,
            ));
        }
        if format == Format::Html {
            let page = html::read(&bytes, options.charset.as_deref())?;
            if page.main_table().is_none() {
                return Ok(Opened::List(page.text));
            }
        }
        let mut source = Self {
            name: name.to_owned(),
            bytes: bytes.into(),
            format,
            options,
            sheets: Vec::new(),
            sheet: 0,
            counts: Vec::new(),
            taken: Vec::new(),
            reading: Reading {
                table: Table::new(None),
                problems: Vec::new(),
                charset: None,
                delimiter: None,
            },
            mapping: Mapping {
                columns: Vec::new(),
                origin: Origin::Other,
            },
            mails: Vec::new(),
            remembered: None,
        };
        source.load()?;
        Ok(Opened::Table(Box::new(source)))
    }

    /// Opens what was pasted: the table in its markup where the clipboard had one, else the text.
    ///
    /// # Errors
    /// [`FileError`] when it can't be read.
    pub fn open_text(name: &str, text: &str, markup: Option<&str>) -> Result<Opened, FileError> {
        if let Some(markup) = markup
            && let Ok(page) = html::read_text(markup)
            && page.main_table().is_some()
        {
            let bytes = format!("<meta charset=\"utf-8\">{markup}").into_bytes();
            let options = ReadOptions {
                charset: Some("UTF-8".to_owned()),
                ..ReadOptions::default()
            };
            return Self::open(name, bytes, Some(Format::Html), options);
        }
        Self::open(name, text.as_bytes().to_vec(), None, ReadOptions::default())
    }

    /// Reads the source another way. It stays as it was when it can't be read so.
    ///
    /// # Errors
    /// [`FileError`].
    pub fn set_options(&mut self, options: ReadOptions) -> Result<(), FileError> {
        let only_header = self.options
            == ReadOptions {
                header: self.options.header,
                ..options.clone()
            };
        let mut read = self.clone();
        read.options = options;
        if only_header {
            let header = read.options.header.flatten();
            read.reading.table.set_header(header);
            read.reading
                .problems
                .retain(|problem| !problem.reason.is_of_headings());
            read.reading
                .problems
                .extend(read.reading.table.rows_beyond_headings());
            read.mapping = columns::guess(&read.reading.table);
        } else {
            read.load()?;
        }
        read.remembered = None;
        *self = read;
        Ok(())
    }

    fn load(&mut self) -> Result<(), FileError> {
        let charset = self.options.charset.as_deref();
        self.reading = match self.format {
            Format::Csv | Format::Tsv => {
                let tab = (self.format == Format::Tsv).then_some('\t');
                let options = csv::Options {
                    charset: charset.map(str::to_owned),
                    delimiter: self.options.delimiter.or(tab),
                };
                csv::read(&self.bytes, &options)?
            }
            Format::Xlsx | Format::Xls | Format::Ods => {
                let names: Vec<String> = self
                    .options
                    .sheet
                    .iter()
                    .chain(&self.options.more_sheets)
                    .cloned()
                    .collect();
                let book = sheet::read(&self.bytes, &names)?;
                self.sheets = book.sheets.into_iter().map(|sheet| sheet.name).collect();
                self.sheet = book.chosen;
                (self.counts, self.taken) = (book.counts, book.taken);
                book.reading
            }
            Format::Html => html::main_table(&html::read(&self.bytes, charset)?).ok_or(FileError::Kind)?,
            Format::Vcard => {
                let mut reading = vcard::read(&self.bytes, charset)?;
                if reading.table.header().is_none() {
                    reading.table.set_header(Some(0));
                }
                reading
            }
            Format::Ldif => ldif::read(&self.bytes, charset)?,
            Format::Eml | Format::Mbox => {
                let (mails, problems) = mail::read(&self.bytes)?;
                let reading = Reading {
                    table: mail::table(&mails)?,
                    problems,
                    charset: None,
                    delimiter: None,
                };
                self.mails = mails;
                reading
            }
            Format::List | Format::Unknown => return Err(FileError::Kind),
        };
        if let Some(header) = self.options.header {
            self.reading.table.set_header(header);
        }
        self.mapping = match self.format {
            Format::Eml | Format::Mbox => mail::mapping(),
            _ => columns::guess(&self.reading.table),
        };
        Ok(())
    }

    /// The name of the file.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The source as it came.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// What kind of file it is.
    pub fn format(&self) -> Format {
        self.format
    }

    /// How it is read.
    pub fn options(&self) -> &ReadOptions {
        &self.options
    }

    /// The names of its sheets, and which of them is read.
    pub fn sheets(&self) -> (&[String], usize) {
        (&self.sheets, self.sheet)
    }

    /// Its sheets with how many records each holds (none where it could not be read), and whether it is taken.
    pub fn sheet_counts(&self) -> impl Iterator<Item = (&str, Option<usize>, bool)> {
        self.sheets.iter().enumerate().map(|(at, name)| {
            (
                name.as_str(),
                self.counts.get(at).copied().flatten(),
                self.taken.contains(&at),
            )
        })
    }

    /// The headings of columns that are for nothing.
    pub fn unused(&self) -> Vec<&str> {
        let headings = self.table().headings();
        let unused = headings.into_iter().enumerate().filter(|(column, heading)| {
            !heading.is_empty() && self.mapping.field(*column).is_none() && self.mails.is_empty()
        });
        unused.map(|(_, heading)| heading).collect()
    }

    /// What was read.
    pub fn reading(&self) -> &Reading {
        &self.reading
    }

    /// Its rows.
    pub fn table(&self) -> &Table {
        &self.reading.table
    }

    /// Rows that were read with a loss or not at all.
    pub fn problems(&self) -> &[Problem] {
        &self.reading.problems
    }

    /// What its columns are for.
    pub fn mapping(&self) -> &Mapping {
        &self.mapping
    }

    /// The messages that its rows are, where it is mail.
    pub fn mails(&self) -> &[Mail] {
        &self.mails
    }

    /// Where the mapping is remembered from.
    pub fn remembered(&self) -> Option<&RememberedFrom> {
        self.remembered.as_ref()
    }

    /// Says which row holds the headings, and guesses anew what the columns are for.
    pub fn set_header(&mut self, header: usize) {
        self.options.header = Some(Some(header));
        self.reading.table.set_header(Some(header));
        self.mapping = columns::guess(&self.reading.table);
    }

    /// Takes a mapping that was remembered.
    pub fn recall(&mut self, mapping: Mapping, from: RememberedFrom) {
        self.mapping = mapping;
        self.remembered = Some(from);
    }

    /// Says what each column is for, from the left; those that are left off are for nothing.
    pub fn set_columns(&mut self, fields: &[Option<Field>]) {
        for column in 0..self.reading.table.width() {
            let field = fields.get(column).copied().flatten();
            if self.mapping.field(column) != field {
                self.mapping.set(column, field);
            }
        }
    }

    /// Says what the column under a heading is for.
    ///
    /// # Errors
    /// [`NoSuchColumn`].
    pub fn set_column(&mut self, heading: &str, field: Option<Field>) -> Result<(), NoSuchColumn> {
        // Whoever names a heading says which row holds them, where nothing else did.
        let wanted = columns::plain(heading);
        let names = |row: crate::table::Row<'_>| {
            row.cells()
                .any(|cell| cell == heading.trim() || !wanted.is_empty() && columns::plain(cell) == wanted)
        };
        let found = match self.reading.table.header() {
            None => self.reading.table.rows().take(HEADINGS_WITHIN).position(names),
            Some(_) => None,
        };
        if let Some(header) = found {
            self.set_header(header);
        }
        let headings = self.reading.table.headings();
        let plain = columns::plain(heading);
        let at = headings
            .iter()
            .position(|known| known.trim() == heading.trim())
            .or_else(|| {
                headings
                    .iter()
                    .position(|known| columns::plain(known) == plain && !plain.is_empty())
            })
            // One of two headings that are read as one.
            .or_else(|| {
                headings.iter().position(|known| {
                    known
                        .split(columns::LEVELS)
                        .any(|part| !plain.is_empty() && columns::plain(part) == plain)
                })
            })
            // A table without headings: the how-manieth column.
            .or_else(|| {
                let number: usize = heading.trim().parse().ok()?;
                number
                    .checked_sub(1)
                    .filter(|at| *at < self.reading.table.width())
            });
        let at = at.ok_or_else(|| {
            let known: Vec<String> = match self.reading.table.header() {
                Some(_) => headings.iter().map(|&heading| heading.to_owned()).collect(),
                None => (1..=self.reading.table.width())
                    .map(|number| number.to_string())
                    .collect(),
            };
            NoSuchColumn {
                heading: heading.to_owned(),
                headings: known,
            }
        })?;
        self.mapping.set(at, field);
        Ok(())
    }

    /// How it was found what a column is for.
    pub fn by(&self, column: usize) -> Option<By> {
        self.mapping
            .columns
            .iter()
            .find(|assigned| assigned.column == column)
            .map(|assigned| assigned.by)
    }

    /// What most cells of a column look like.
    pub fn kind_of(&self, column: usize) -> Kind {
        let mut counts: Vec<(Kind, usize)> = Vec::new();
        for row in self.table().records().take(60) {
            let of = kind(row.cell(column));
            if of == Kind::Empty {
                continue;
            }
            match counts.iter_mut().find(|(known, _)| *known == of) {
                Some((_, count)) => *count += 1,
                None => counts.push((of, 1)),
            }
        }
        let all: usize = counts.iter().map(|(_, count)| count).sum();
        counts
            .into_iter()
            .max_by_key(|(_, count)| *count)
            .filter(|(_, count)| count * 3 >= all * 2)
            .map_or(if all == 0 { Kind::Empty } else { Kind::Text }, |(kind, _)| kind)
    }

    /// Whether many rows name a person and no organization, or one that a row before names: a list of people, some of whom are
    /// somewhere.
    fn names_more_people(&self) -> bool {
        let columns = |field| self.mapping.columns_of(field);
        let organization = columns(Field::Organization);
        let person: Vec<usize> = [Field::FullName, Field::FirstName, Field::LastName]
            .into_iter()
            .flat_map(columns)
            .collect();
        // What is said of the organization makes the row the organization's.
        let of_organizations = [
            Field::Kind,
            Field::Website,
            Field::Scope,
            Field::Parent,
            Field::Membership,
        ]
        .into_iter()
        // An account of a network is a person's as often.
        .any(|field| {
            self.mapping
                .columns
                .iter()
                .any(|assigned| assigned.field == field && assigned.weight > 4)
        });
        let (mut all, mut alone, mut again) = (0usize, 0usize, 0usize);
        let mut seen = HashSet::new();
        for row in self.table().records().take(500) {
            let says = |columns: &[usize]| columns.iter().any(|column| !row.cell(*column).is_empty());
            if !says(&person) {
                continue;
            }
            all += 1;
            let named = organization.first().map_or("", |column| row.cell(*column));
            // "A título personal" names none either.
            alone += usize::from(!says(&organization) || columns::names_nobody(named));
            again += usize::from(!named.is_empty() && !seen.insert(named));
        }
        alone * 5 > all || !of_organizations && (alone + again) * 4 > all
    }

    /// Whether the column of organizations says where somebody is: "Affiliation", "Employer".
    fn says_where_somebody_is(&self) -> bool {
        self.mapping.column(Field::Organization).is_some_and(|column| {
            let headings = self.table().headings();
            headings
                .get(column)
                .is_some_and(|heading| columns::names_where_somebody_is(heading))
        })
    }

    /// Whether most rows say something of a field.
    fn mostly_says(&self, field: Field) -> bool {
        self.mapping.column(field).is_some_and(|column| {
            let full = self
                .table()
                .records()
                .filter(|row| !row.cell(column).is_empty())
                .count();
            full * 2 > self.table().count_records()
        })
    }

    /// Whether the name of a person stands before where they are.
    fn names_people_first(&self) -> bool {
        let first = [Field::FirstName, Field::LastName]
            .into_iter()
            .filter_map(|field| self.mapping.column(field))
            .min();
        first < self.mapping.column(Field::Organization)
    }

    /// Whether its rows seem to be answers of organizations that sign, people, or organizations.
    pub fn suggests(&self) -> Suggestion {
        let has = |field| self.mapping.column(field).is_some();
        let in_parts = has(Field::FirstName) || has(Field::LastName);
        let person = has(Field::FullName) || in_parts;
        // Who sent in a form names the organization that signs by it.
        let form = self.mapping.origin.is_form() && (has(Field::Organization) || !person);
        if has(Field::Consent) || form || has(Field::PrintsAs) || !self.mails.is_empty() {
            Suggestion::SignOns
        } else if !has(Field::Organization)
            || person && self.names_more_people()
            || !person && has(Field::Email) && self.mostly_says(Field::Title)
            || in_parts && self.names_people_first()
            || person
                && (matches!(self.format, Format::Vcard | Format::Ldif)
                    || matches!(
                        self.mapping.origin,
                        Origin::GoogleContacts | Origin::Outlook | Origin::Cards
                    )
                    || has(Field::Email) && (has(Field::LastName) || self.says_where_somebody_is()))
        {
            Suggestion::People
        } else {
            Suggestion::Organizations
        }
    }
}

/// What the rows of a source seem to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Suggestion {
    /// Organizations.
    Organizations,
    /// People.
    People,
    /// Sign-ons.
    SignOns,
}
