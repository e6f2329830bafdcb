//! Workbooks: XLSX, XLS and ODS, sheet by sheet, with what a person sees in each cell.
//!
//! Owns which sheet is read and the rules that the three formats share; each has a reader of its own (`sheet/xlsx.rs`,
//! `sheet/xls.rs`, `sheet/ods.rs`). The readers are ours and not a library's for two reasons: what a cell looks like (a date, a
//! telephone number with its brackets), what is hidden and what is merged stand in places that a library of values passes
//! over; and every row must be bounded before memory is asked for it, where a small file can ask for gigabytes. Formulas are
//! never computed: the value that was saved with them is read.

pub(crate) mod compound;
mod numbers;
mod ods;
pub(crate) mod package;
mod xls;
mod xlsx;
mod xml2003;

use crate::columns::{self, By, Field};
use crate::problem::{FileError, check_size};
use crate::table::{Reading, SECTION, Table};

pub use xml2003::is_workbook as is_xml_workbook;

/// A sheet of a workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Whether it is hidden.
    pub hidden: bool,
}

/// What was read of a workbook.
#[derive(Debug, Clone, PartialEq)]
pub struct Workbook {
    /// Its sheets, in their order. Sheets of charts and macros are none.
    pub sheets: Vec<Sheet>,
    /// How many records each sheet holds; none where it could not be read.
    pub counts: Vec<Option<usize>>,
    /// Which of them was read, the first of several.
    pub chosen: usize,
    /// All that were read.
    pub taken: Vec<usize>,
    /// The rows of those.
    pub reading: Reading,
}

/// A workbook that is open for reading, whichever its format.
trait Book {
    fn sheets(&self) -> &[Sheet];
    fn read(&mut self, sheet: usize) -> Result<Table, FileError>;
}

/// The most sheets that are looked into for the one that holds the table.
const MOST_LOOKED_INTO: usize = 60;

/// Reads sheets of a workbook: those of these names, taken together, or the one that holds the table.
///
/// Cells are what they look like in the program that made them; the moment behind a date is kept beside it. Rows are numbered as in
/// the sheet. Merged cells count for each row that they reach over.
///
/// # Errors
/// [`FileError`] when it is no workbook, is locked, has no such sheet, or is beyond the limits; when sheets that should be taken
/// together have different headings.
pub fn read(bytes: &[u8], names: &[String]) -> Result<Workbook, FileError> {
    check_size(bytes)?;
    let mut book: Box<dyn Book + '_> = match bytes {
        [0xD0, 0xCF, 0x11, 0xE0, ..] | [0x09, ..] => Box::new(xls::Xls::open(bytes)?),
        [b'P', b'K', ..] => {
            let package = package::Package::open(bytes)?;
            if package.has("content.xml") {
                Box::new(ods::Ods::open(package)?)
            } else {
                Box::new(xlsx::Xlsx::open(package)?)
            }
        }
        _ => Box::new(xml2003::Xml2003::open(bytes)?),
    };
    let sheets = book.sheets().to_vec();
    let mut counts: Vec<Option<usize>> = vec![None; sheets.len()];
    let mut taken: Vec<(usize, Table)> = Vec::new();
    for name in names {
        let at = named(&sheets, name)?;
        if taken.iter().all(|(known, _)| *known != at) {
            let mut table = book.read(at)?;
            table.find_headings()?;
            taken.push((at, table));
        }
    }
    if taken.is_empty() {
        taken.push(the_one_with_the_table(book.as_mut(), &sheets, &mut counts)?);
    } else {
        // The others are named with what is in them; one that can't be read hinders nobody.
        for (at, count) in counts.iter_mut().enumerate().take(MOST_LOOKED_INTO) {
            if taken.iter().all(|(known, _)| *known != at)
                && let Ok(mut table) = book.read(at)
                && table.find_headings().is_ok()
            {
                *count = Some(table.count_records());
            }
        }
    }
    for (at, table) in &taken {
        if let Some(count) = counts.get_mut(*at) {
            *count = Some(table.count_records());
        }
    }
    let places: Vec<usize> = taken.iter().map(|(at, _)| *at).collect();
    let table = together(taken)?;
    if table.is_empty() {
        return Err(FileError::Empty);
    }
    let problems = table.rows_beyond_headings();
    let reading = Reading {
        table,
        problems,
        charset: None,
        delimiter: None,
    };
    Ok(Workbook {
        sheets,
        counts,
        chosen: places.first().copied().unwrap_or(0),
        taken: places,
        reading,
    })
}

/// The sheet of this name.
fn named(sheets: &[Sheet], name: &str) -> Result<usize, FileError> {
    let same = |sheet: &Sheet| sheet.name == name;
    let alike = |sheet: &Sheet| sheet.name.trim().to_lowercase() == name.trim().to_lowercase();
    let at = sheets
        .iter()
        .position(same)
        .or_else(|| sheets.iter().position(alike));
    at.ok_or_else(|| FileError::NoSheet {
        sheet: name.to_owned(),
        sheets: sheets
            .iter()
            .take(20)
            .map(|sheet| sheet.name.as_str())
            .collect::<Vec<_>>()
            .join(", "),
    })
}

/// The sheet that holds the table: the first whose headings say nearly as much as those of the best, visible ones before hidden
/// ones. A cover, a legend and a table of codes have no headings that name anybody.
fn the_one_with_the_table(
    book: &mut dyn Book,
    sheets: &[Sheet],
    counts: &mut [Option<usize>],
) -> Result<(usize, Table), FileError> {
    let mut best: Option<(usize, Table, (usize, usize))> = None;
    let mut failed = None;
    for hidden in [false, true] {
        let of = sheets
            .iter()
            .enumerate()
            .filter(|(_, sheet)| sheet.hidden == hidden);
        for (at, _) in of.take(MOST_LOOKED_INTO) {
            let mut table = match book.read(at) {
                Ok(table) => table,
                Err(error) => {
                    failed = failed.or(Some(error));
                    continue;
                }
            };
            if table.is_empty() {
                if let Some(count) = counts.get_mut(at) {
                    *count = Some(0);
                }
                continue;
            }
            table.find_headings()?;
            let rows = table.count_records();
            if let Some(count) = counts.get_mut(at) {
                *count = Some(rows);
            }
            let says = columns_that_say(&table);
            let better = !(hidden && best.is_some())
                && best.as_ref().is_none_or(|(_, _, (most, before))| {
                    says > most * 2 || says >= *most && (rows > before * 20 || *before == 0 && rows > 0)
                });
            if better {
                best = Some((at, table, (says, rows)));
            }
        }
    }
    match (best, failed) {
        (Some((at, table, _)), _) => Ok((at, table)),
        (None, Some(error)) => Err(error),
        (None, None) => Err(FileError::Empty),
    }
}

/// How many columns of a table have headings that are known, where one of them names somebody; a table of several columns
/// says a little all the same.
fn columns_that_say(table: &Table) -> usize {
    let mapping = columns::guess(table);
    let by_heading = || mapping.columns.iter().filter(|column| column.by == By::Heading);
    let names = by_heading().any(|column| {
        matches!(
            column.field,
            Field::Organization | Field::FullName | Field::FirstName | Field::LastName | Field::Email
        )
    });
    if names {
        2 + by_heading().count()
    } else {
        usize::from(table.width() > 1 && table.header().is_some())
    }
}

/// The tables of several sheets as one, with the sheet of each row beside it.
fn together(mut tables: Vec<(usize, Table)>) -> Result<Table, FileError> {
    if tables.len() < 2 {
        return tables.pop().map(|(_, table)| table).ok_or(FileError::Empty);
    }
    let headings_of =
        |table: &Table| -> Vec<String> { table.headings().into_iter().map(str::to_owned).collect() };
    let mut headings = tables
        .first()
        .map(|(_, table)| headings_of(table))
        .unwrap_or_default();
    let width = headings.len();
    let folded = |headings: &[String]| -> Vec<String> {
        headings
            .iter()
            .take(width)
            .map(|heading| columns::plain(heading))
            .collect()
    };
    for (_, table) in &tables {
        let own = headings_of(table);
        if folded(&own) != folded(&headings) || table.header().is_none() {
            return Err(FileError::OtherHeadings {
                sheet: table.name().unwrap_or_default().to_owned(),
            });
        }
    }
    headings.push(SECTION.to_owned());
    let mut all = Table::new(None);
    all.push(0, false, headings.iter().map(String::as_str))?;
    for (_, table) in &tables {
        let name = table.name().unwrap_or_default();
        for row in table.records() {
            let cells = (0..width).map(|column| row.cell(column)).chain([name]);
            if all.push(row.number(), row.is_hidden(), cells)? {
                let place = all.len() - 1;
                for column in 0..width {
                    if let Some(moment) = row.moment(column) {
                        all.set_moment(column, moment);
                    }
                    if let Some(link) = row.link(column) {
                        all.set_link(place, column, link.to_owned());
                    }
                }
            }
        }
    }
    let hidden = tables.first().map(|(_, table)| table.hidden_columns().to_vec());
    all.set_hidden_columns(hidden.unwrap_or_default());
    all.set_header(Some(0));
    Ok(all)
}

/// Cells that are one: from and to which row and column, rows as they are numbered in the sheet, columns from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Merge {
    rows: (u32, u32),
    columns: (usize, usize),
}

/// The longest that the texts of a row may be together, in bytes; a workbook can name one text in every cell.
const LONGEST_ROW: usize = 4 * 1024 * 1024;

/// The most merged regions that are looked at; a sheet with more is no list.
const MOST_MERGES: usize = 50_000;

/// The most columns in which a merged cell is repeated at once.
const MOST_REPEATED: usize = 64;

/// The table with each cell that reaches over several rows repeated in those of them that have something of their own: the
/// state beside four organizations is the state of all four. What reaches over several columns only stays where it is.
fn with_merged(table: Table, mut merges: Vec<Merge>) -> Result<Table, FileError> {
    merges.retain(|merge| merge.rows.1 > merge.rows.0);
    if merges.is_empty() {
        return Ok(table);
    }
    merges.sort_by_key(|merge| merge.rows.0);
    let mut merges = merges.into_iter().peekable();
    let mut reaching: Vec<(Merge, String)> = Vec::new();
    table.mapped(|row, cells| {
        reaching.retain(|(merge, _)| merge.rows.1 >= row);
        for (merge, text) in &reaching {
            let column = merge.columns.0;
            if cells.len() <= column {
                cells.resize(column + 1, String::new());
            }
            if cells[column].is_empty() {
                cells[column].clone_from(text);
            }
        }
        while let Some(merge) = merges.next_if(|merge| merge.rows.0 <= row) {
            let text = cells
                .get(merge.columns.0)
                .filter(|text| !text.is_empty() && text.len() <= 1024);
            if let Some(text) = text.filter(|_| merge.rows.0 == row && reaching.len() < MOST_REPEATED) {
                reaching.push((merge, text.clone()));
            }
        }
    })
}

/// The column in a reference such as `XFD1048576`, and its row.
fn reference(text: &str) -> Option<(usize, u32)> {
    let text = text.trim_start_matches('$');
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    if letters == 0 || letters > 3 {
        return None;
    }
    let column = text[..letters].bytes().fold(0usize, |column, byte| {
        column * 26 + usize::from(byte.to_ascii_uppercase() - b'A') + 1
    });
    let row: u32 = text[letters..]
        .trim_start_matches('$')
        .parse()
        .ok()
        .filter(|row| *row > 0)?;
    Some((column - 1, row))
}

/// A range such as `A1:B4`, or one cell.
fn range(text: &str) -> Option<Merge> {
    let (from, to) = text.split_once(':').unwrap_or((text, text));
    let ((first, top), (last, bottom)) = (reference(from)?, reference(to)?);
    Some(Merge {
        rows: (top.min(bottom), top.max(bottom)),
        columns: (first.min(last), first.max(last)),
    })
}

#[cfg(test)]
mod tests;
