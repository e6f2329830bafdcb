//! The neutral table: what every reader of rows gives, and nothing a coalition knows.
//!
//! Owns the rows with their numbers in the source, the row of headings (found, and to be corrected by a person), what is
//! hidden, and the exact moment and link behind a cell. Cells are text as they look in the program that made them. It
//! deliberately does not know what a column is (see `columns.rs`), and decides nothing about a row.
//!
//! The text of all cells is kept in one piece: a hundred thousand rows of twenty cells are a few allocations, not two
//! million, and the million empty cells of a hostile file cost four bytes each.

mod asides;
mod headings;
mod labelled;
mod offices;
mod several;
mod totals;

pub use headings::SECTION;

use std::collections::HashMap;

use chrono::NaiveDateTime;

use crate::charset::Charset;
use crate::problem::{
    FileError, LONGEST_CELL, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, MOST_TEXT, Problem, ProblemReason,
};

/// How many rows from the top are looked at for the headings: above them stand titles and notes.
const ROWS_FOR_HEADINGS: usize = 30;

/// How many rows are looked at to tell what a column holds.
const ROWS_FOR_KINDS: usize = 60;

/// The most moments and links that are kept beside the text of cells, whatever a sheet claims.
const MOST_MOMENTS: usize = 1_500_000;
const MOST_LINKS: usize = 100_000;

/// What a reader made of a file, or of a sheet of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The rows.
    pub table: Table,
    /// The rows that were read with a loss or not at all.
    pub problems: Vec<Problem>,
    /// The charset, where the bytes were text.
    pub charset: Option<Charset>,
    /// What separates the cells, where something does.
    pub delimiter: Option<char>,
}

/// Rows of cells, with the number each row has in its source.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table {
    name: Option<String>,
    text: String,
    /// Where each cell ends in `text`, all rows one after another.
    ends: Vec<u32>,
    rows: Vec<Line>,
    /// The last row of the headings.
    header: Option<usize>,
    /// The first and the last row of the headings that were found.
    spanned: Option<(usize, usize)>,
    /// The headings, joined where they are in several rows.
    headings: Vec<String>,
    /// Rows below the headings that are no records, in order, and why.
    asides: Vec<(u32, ProblemReason)>,
    /// The numbers of rows that name several organizations, and stand here once for each.
    parted: Vec<u32>,
    width: usize,
    moments: HashMap<(u32, u32), NaiveDateTime>,
    links: HashMap<(u32, u32), String>,
    hidden_columns: Vec<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Line {
    number: u32,
    /// Where its cells end in `ends`.
    end: u32,
    hidden: bool,
}

/// One row of a table.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    table: &'a Table,
    index: usize,
}

impl<'a> Row<'a> {
    /// Where it stands in the table, from 0.
    pub fn index(self) -> usize {
        self.index
    }

    /// Its row or line in the source, counted from 1 as the program that made the file counts.
    pub fn number(self) -> u32 {
        self.table.rows[self.index].number
    }

    /// Whether it is hidden in the source.
    pub fn is_hidden(self) -> bool {
        self.table.rows[self.index].hidden
    }

    /// How many cells it has.
    pub fn len(self) -> usize {
        self.table.cells_of(self.index).len()
    }

    /// Whether it has no cell with anything in it.
    pub fn is_empty(self) -> bool {
        self.cells().all(str::is_empty)
    }

    /// A cell as it looks; empty where the row has none.
    pub fn cell(self, column: usize) -> &'a str {
        self.table.cell(self.index, column)
    }

    /// The cells from the left.
    pub fn cells(self) -> impl Iterator<Item = &'a str> {
        self.table
            .cells_of(self.index)
            .map(|cell| self.table.text_of(cell))
    }

    /// The exact moment behind a cell, where the source has one.
    pub fn moment(self, column: usize) -> Option<NaiveDateTime> {
        self.table
            .moments
            .get(&(index(self.index), index(column)))
            .copied()
    }

    /// The address behind a cell, where the source links one.
    pub fn link(self, column: usize) -> Option<&'a str> {
        self.table
            .links
            .get(&(index(self.index), index(column)))
            .map(String::as_str)
    }
}

fn index(of: usize) -> u32 {
    u32::try_from(of).unwrap_or(u32::MAX)
}

impl Table {
    /// An empty table; `name` is the sheet's, where it is one of several.
    pub fn new(name: Option<String>) -> Self {
        Self {
            name,
            ..Self::default()
        }
    }

    /// The name of the sheet, where it is one of several.
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// How many rows there are, headings and what stands above them included.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// How many cells the widest row has.
    pub fn width(&self) -> usize {
        self.width
    }

    /// A row.
    pub fn row(&self, index: usize) -> Option<Row<'_>> {
        (index < self.rows.len()).then_some(Row { table: self, index })
    }

    /// Every row, headings and what stands above them included.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        (0..self.rows.len()).map(|index| Row { table: self, index })
    }

    /// The rows below the headings, or all where there are none: each becomes a row of the import. Rows that are none of
    /// anybody's data (a total, the headings once more, the name of a section) are passed over.
    pub fn records(&self) -> impl Iterator<Item = Row<'_>> {
        self.records_from(0)
    }

    /// The records from the one with this place among them.
    pub fn records_from(&self, number: usize) -> impl Iterator<Item = Row<'_>> {
        let from = self.place_of_record(number);
        (from..self.rows.len())
            .filter(|row| !self.is_aside(*row))
            .map(|index| Row { table: self, index })
    }

    /// The record with this place among them.
    pub fn record(&self, number: usize) -> Option<Row<'_>> {
        self.row(self.place_of_record(number))
    }

    /// How many records there are.
    pub fn count_records(&self) -> usize {
        self.rows.len() - self.first_record().min(self.rows.len()) - self.asides.len()
    }

    fn first_record(&self) -> usize {
        self.header.map_or(0, |header| header + 1)
    }

    fn is_aside(&self, row: usize) -> bool {
        self.asides
            .binary_search_by_key(&index(row), |(row, _)| *row)
            .is_ok()
    }

    /// Where the record with this place among them stands in the table; beyond its end where there is none.
    fn place_of_record(&self, number: usize) -> usize {
        let mut place = self.first_record().saturating_add(number);
        for (aside, _) in &self.asides {
            if *aside as usize > place {
                break;
            }
            place += 1;
        }
        place
    }

    /// The rows above the headings: a title, a note, the day of the export. They are shown, and not imported.
    pub fn preamble(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows().take(self.first_heading().unwrap_or(0))
    }

    /// The first row of the headings, where they are in several rows.
    pub fn first_heading(&self) -> Option<usize> {
        match (self.header, self.spanned) {
            (Some(header), Some((first, last))) if last == header => Some(first),
            (header, _) => header,
        }
    }

    /// A cell as it looks; empty where there is none.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        if row >= self.rows.len() {
            return "";
        }
        let mut cells = self.cells_of(row);
        cells.nth(column).map_or("", |cell| self.text_of(cell))
    }

    /// The columns that are hidden in the source.
    pub fn hidden_columns(&self) -> &[usize] {
        &self.hidden_columns
    }

    /// Which row holds the headings.
    pub fn header(&self) -> Option<usize> {
        self.header
    }

    /// Says which row holds the headings, or that none does. A row that is not there is none. Headings that were found in several
    /// rows stay one.
    pub fn set_header(&mut self, header: Option<usize>) {
        self.header = header.filter(|header| *header < self.rows.len());
        self.headings = match (self.header, self.first_heading()) {
            (Some(last), Some(first)) => self.joined_headings(first, last),
            _ => vec![String::new(); self.width],
        };
        self.find_asides();
    }

    /// Says that every row below the headings is a record: what was no table has no rows that name a section or add others up.
    pub fn take_every_row(&mut self) {
        self.asides.clear();
    }

    /// The headings as given; empty strings where a column has none.
    pub fn headings(&self) -> Vec<&str> {
        (0..self.width)
            .map(|column| self.headings.get(column).map_or("", String::as_str))
            .collect()
    }

    fn cells_of(&self, row: usize) -> std::ops::Range<usize> {
        let start = row
            .checked_sub(1)
            .map_or(0, |before| self.rows[before].end as usize);
        start..self.rows[row].end as usize
    }

    fn text_of(&self, cell: usize) -> &str {
        let start = cell.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        &self.text[start..self.ends[cell] as usize]
    }

    /// Adds a row. One without anything in it is not kept: it is no row of anybody's data.
    ///
    /// Cells are trimmed of white space, and control characters are taken out, line ends within a cell excepted.
    ///
    /// # Errors
    /// [`FileError::Wide`], [`FileError::Long`], [`FileError::Endless`] beyond the limits.
    pub fn push<'a>(
        &mut self,
        number: u32,
        hidden: bool,
        cells: impl IntoIterator<Item = &'a str>,
    ) -> Result<bool, FileError> {
        let (text_before, ends_before) = (self.text.len(), self.ends.len());
        let mut last_full = 0;
        for cell in cells {
            let column = self.ends.len() - ends_before;
            let start = self.text.len();
            push_clean(&mut self.text, cell);
            if self.text.len() - start > LONGEST_CELL {
                return Err(FileError::Endless {
                    row: number,
                    most: LONGEST_CELL / 1024,
                });
            }
            if self.text.len() > start {
                last_full = column + 1;
                if last_full > MOST_COLUMNS {
                    return Err(FileError::Wide {
                        row: number,
                        most: MOST_COLUMNS,
                    });
                }
            }
            // Empty cells beyond the limit say nothing; only one with something in it is too far out.
            if column < MOST_COLUMNS {
                self.ends.push(index(self.text.len()));
            } else if last_full <= column {
                self.text.truncate(start);
            }
        }
        if last_full == 0 {
            self.text.truncate(text_before);
            self.ends.truncate(ends_before);
            return Ok(false);
        }
        if self.text.len() > MOST_TEXT {
            return Err(FileError::Unpacks {
                most: MOST_TEXT / 1024 / 1024,
            });
        }
        if self.rows.len() >= MOST_ROWS || self.ends.len() > MOST_CELLS {
            return Err(FileError::Long {
                most: if self.rows.len() >= MOST_ROWS {
                    MOST_ROWS
                } else {
                    MOST_CELLS
                },
            });
        }
        self.ends.truncate(ends_before + last_full);
        self.width = self.width.max(last_full);
        self.rows.push(Line {
            number,
            end: index(self.ends.len()),
            hidden,
        });
        Ok(true)
    }

    /// The table with every row changed: `change` is given a row's number in the source and its cells.
    ///
    /// # Errors
    /// As [`Table::push`].
    pub fn mapped(self, mut change: impl FnMut(u32, &mut Vec<String>)) -> Result<Self, FileError> {
        let mut mapped = Self {
            name: self.name.clone(),
            ..Self::default()
        };
        for row in self.rows() {
            let mut cells: Vec<String> = row.cells().map(str::to_owned).collect();
            change(row.number(), &mut cells);
            mapped.push(row.number(), row.is_hidden(), cells.iter().map(String::as_str))?;
        }
        // No row had nothing in it, so every row is where it was.
        mapped.header = self.header;
        mapped.spanned = self.spanned;
        mapped.headings = self.headings;
        mapped.asides = self.asides;
        mapped.parted = self.parted;
        mapped.moments = self.moments;
        mapped.links = self.links;
        mapped.hidden_columns = self.hidden_columns;
        Ok(mapped)
    }

    /// Adds columns at the end: `part` is given the place and the cells of each row below the headings, may change the cells, and
    /// gives what stands in the new columns.
    ///
    /// # Errors
    /// As [`Table::push`].
    fn add_columns(
        &mut self,
        headings: &[String],
        mut part: impl FnMut(usize, &mut [String]) -> Vec<String>,
    ) -> Result<(), FileError> {
        let Some((header, width)) = self.header.zip(Some(self.width)) else {
            return Ok(());
        };
        let (spanned, asides) = (self.spanned, self.asides.clone());
        let mut place = 0;
        let mut with = std::mem::take(self).mapped(|_, cells| {
            if place == header {
                cells.resize(width, String::new());
                cells.extend(headings.iter().cloned());
            } else if place > header {
                let more = part(place, cells);
                if more.iter().any(|cell| !cell.is_empty()) {
                    cells.resize(width, String::new());
                    cells.extend(more);
                }
            }
            place += 1;
        })?;
        with.spanned = spanned;
        with.set_header(Some(header));
        // Judged before the columns were there.
        with.asides = asides;
        *self = with;
        Ok(())
    }

    /// The row with this number in the source, where the rows are in order.
    pub fn find_row(&self, number: u32) -> Option<usize> {
        self.rows.binary_search_by_key(&number, |row| row.number).ok()
    }

    /// Says which moment is behind a cell of the last row.
    pub fn set_moment(&mut self, column: usize, moment: NaiveDateTime) {
        if let Some(row) = self
            .rows
            .len()
            .checked_sub(1)
            .filter(|_| self.moments.len() < MOST_MOMENTS)
        {
            self.moments.insert((index(row), index(column)), moment);
        }
    }

    /// Says which address is behind a cell.
    pub fn set_link(&mut self, row: usize, column: usize, address: String) {
        if self.links.len() < MOST_LINKS {
            self.links.insert((index(row), index(column)), address);
        }
    }

    /// Says which columns are hidden.
    pub fn set_hidden_columns(&mut self, columns: Vec<usize>) {
        self.hidden_columns = columns;
    }

    /// Tells of rows that have more cells than there are headings, which are kept whole, and of rows that are no records.
    pub fn rows_beyond_headings(&self) -> Vec<Problem> {
        let Some(header) = self.header else {
            return Vec::new();
        };
        let named = match self.headings.iter().rposition(|heading| !heading.is_empty()) {
            Some(last) => (last + 1).max(self.cells_of(header).len()),
            None => self.cells_of(header).len(),
        };
        self.records()
            .filter(|row| row.len() > named)
            .map(|row| Problem {
                row: row.number(),
                reason: ProblemReason::MoreCells,
            })
            .chain(self.asides())
            .chain(self.parted.iter().map(|row| Problem {
                row: *row,
                reason: ProblemReason::Several,
            }))
            .collect()
    }
}

/// Appends a cell: white space around it and control characters in it left out.
fn push_clean(text: &mut String, cell: &str) {
    let keep = |c: char| !c.is_control() || c == '\n' || c == '\t';
    // A sheet's no-break spaces and byte order marks at the ends are as invisible as spaces.
    let cell = cell
        .trim_matches(|c: char| c.is_whitespace() || c.is_control() || c == '\u{FEFF}' || c == '\u{200B}');
    if cell.chars().all(keep) {
        text.push_str(cell);
    } else {
        text.extend(cell.chars().filter(|c| keep(*c)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(rows: &[&[&str]]) -> Table {
        let mut table = Table::new(None);
        for (number, row) in rows.iter().enumerate() {
            table.push(number as u32 + 1, false, row.iter().copied()).unwrap();
        }
        table
    }

    #[test]
    fn rows_keep_their_numbers_and_empty_ones_are_not_kept() {
        let table = table(&[&["Name", "City"], &["", " "], &[" Luz\u{a0}", "", ""]]);
        assert_eq!(table.len(), 2);
        let last = table.row(1).unwrap();
        assert_eq!(
            (last.number(), last.len(), last.cell(0), last.cell(5)),
            (3, 1, "Luz", "")
        );
        assert_eq!(table.width(), 2);
    }

    #[test]
    fn control_characters_go_and_line_ends_within_a_cell_stay() {
        let table = table(&[&["Ca\0sa\u{7}\nLuz"]]);
        assert_eq!(table.cell(0, 0), "Casa\nLuz");
    }

    #[test]
    fn known_headings_are_found_in_the_first_row_and_below_a_title() {
        assert_eq!(
            table(&[&["Organization", "Contact"], &["Luz", "Ana"]]).find_header(),
            Some(0)
        );
        assert_eq!(
            table(&[
                &["Sign-ons as of May"],
                &["Organización", "Correo"],
                &["Luz", "a@luz.example"]
            ])
            .find_header(),
            Some(1)
        );
    }

    #[test]
    fn unknown_headings_are_told_by_the_data_below_them() {
        assert_eq!(
            table(&[&["Zug", "Wer"], &["12", "Ana"], &["14", "Bo"]]).find_header(),
            Some(0)
        );
        assert_eq!(
            table(&[&["Notes"], &["A", "B", "C"], &["x", "y", "z"], &["u", "v", "w"]]).find_header(),
            Some(1)
        );
    }

    #[test]
    fn a_list_without_headings_has_none() {
        assert_eq!(
            table(&[&["Casa Luz", "Madison"], &["Moor Alliance", "Leeds"]]).find_header(),
            None
        );
        assert_eq!(
            table(&[&["Casa Luz", "a@luz.example"], &["Moor", "b@moor.example"]]).find_header(),
            None
        );
    }

    #[test]
    fn headings_can_be_corrected() {
        let mut table = table(&[&["Organization"], &["Luz"], &["Moor"]]);
        table.set_header(table.find_header());
        assert_eq!(table.records().count(), 2);
        table.set_header(None);
        assert_eq!(table.records().count(), 3);
        table.set_header(Some(9));
        assert_eq!(table.header(), None);
    }

    #[test]
    fn a_row_wider_than_any_is_refused_and_empty_cells_far_out_are_not() {
        let mut table = Table::new(None);
        assert!(matches!(
            table.push(7, false, vec!["x"; 2000]),
            Err(FileError::Wide { row: 7, .. })
        ));
        let mut table = Table::new(None);
        let mut cells = vec![""; 5000];
        cells[0] = "x";
        assert_eq!(table.push(1, false, cells), Ok(true));
        assert_eq!(table.width(), 1);
    }
}
