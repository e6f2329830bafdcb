//! Workbooks: XLSX, XLS and ODS, sheet by sheet, with what a person sees in each cell.
//!
//! Owns which sheet is read and the rules that the three formats share; each has a reader of its own (`sheet/xlsx.rs`,
//! `sheet/xls.rs`, `sheet/ods.rs`). The readers are ours and not a library's for two reasons: what a cell looks like (a date, a
//! telephone number with its brackets), what is hidden and what is merged stand in places that a library of values passes
//! over; and every row must be bounded before memory is asked for it, where a small file can ask for gigabytes. Formulas are
//! never computed: the value that was saved with them is read.

mod compound;
mod numbers;
mod ods;
pub(crate) mod package;
mod xls;
mod xlsx;

use crate::problem::{FileError, check_size};
use crate::table::{Reading, Table};

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
    /// Which of them was read.
    pub chosen: usize,
    /// The rows of that one.
    pub reading: Reading,
}

/// A workbook that is open for reading, whichever its format.
trait Book {
    fn sheets(&self) -> &[Sheet];
    fn read(&mut self, sheet: usize) -> Result<Table, FileError>;
}

/// Reads a sheet of a workbook: the one of this name, or the first that is not hidden and not empty.
///
/// Cells are what they look like in the program that made them; the moment behind a date is kept beside it. Rows are numbered as in
/// the sheet. Merged cells count for each row that they reach over.
///
/// # Errors
/// [`FileError`] when it is no workbook, is locked, has no such sheet, or is beyond the limits.
pub fn read(bytes: &[u8], sheet: Option<&str>) -> Result<Workbook, FileError> {
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
        _ => return Err(FileError::Kind),
    };
    let sheets = book.sheets().to_vec();
    let (chosen, mut table) = match sheet {
        Some(name) => {
            let same = |sheet: &Sheet| sheet.name == name;
            let alike = |sheet: &Sheet| sheet.name.trim().to_lowercase() == name.trim().to_lowercase();
            let at = sheets
                .iter()
                .position(same)
                .or_else(|| sheets.iter().position(alike));
            let at = at.ok_or_else(|| FileError::NoSheet {
                sheet: name.to_owned(),
                sheets: sheets
                    .iter()
                    .take(20)
                    .map(|sheet| sheet.name.as_str())
                    .collect::<Vec<_>>()
                    .join(", "),
            })?;
            (at, book.read(at)?)
        }
        None => first_with_rows(book.as_mut(), &sheets)?,
    };
    table.set_header(table.find_header());
    let problems = table.rows_beyond_headings();
    let reading = Reading {
        table,
        problems,
        charset: None,
        delimiter: None,
    };
    Ok(Workbook {
        sheets,
        chosen,
        reading,
    })
}

/// The first sheet with rows, visible ones before hidden ones.
fn first_with_rows(book: &mut dyn Book, sheets: &[Sheet]) -> Result<(usize, Table), FileError> {
    for hidden in [false, true] {
        for (at, _) in sheets
            .iter()
            .enumerate()
            .filter(|(_, sheet)| sheet.hidden == hidden)
        {
            let table = book.read(at)?;
            if !table.is_empty() {
                return Ok((at, table));
            }
        }
    }
    Err(FileError::Empty)
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
