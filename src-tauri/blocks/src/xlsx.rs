//! The block as an Excel workbook: one sheet with a head, then a row for each entry, the group's heading in
//! the first column, as in CSV.
//!
//! Every cell is a string, so nothing in it is a formula, a number or a date; no guard is needed and names
//! stand exactly as given. The head stays in view, can be filtered by, and prints on every page. The same
//! block gives the same bytes.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet};
use std::collections::HashMap;

use super::text::display_width;
use super::{BlockEntry, BlockGroup, SignatoryBlock, TableColumn};

/// The most rows of a sheet, and the most characters (UTF-16 units) of a cell: Excel's specifications.
const MOST_ROWS: usize = 1_048_576;
const MOST_CHARACTERS: usize = 32_767;
/// Widths of columns, in digits of the font: what is longer wraps.
const NARROWEST: usize = 10;
const WIDEST: usize = 60;
/// What a line is likely to lose because it ends at a word.
const SLACK: usize = 10;
/// The height of a line in points, and the most lines of a row: Excel ends at 409 points.
const LINE: f64 = 15.0;
const MOST_LINES: usize = 27;

/// Why there is no workbook.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum XlsxError {
    /// More signatories than a sheet has rows.
    #[error("more than {} signatories", MOST_ROWS - 1)]
    TooManyRows,
    /// A text is longer than a cell can be.
    #[error("a text of more than {MOST_CHARACTERS} characters")]
    TextTooLong,
    /// The workbook could not be put together.
    #[error("not written")]
    NotWritten,
}

impl XlsxError {
    /// The Fluent message that says what is wrong and what to do, and its arguments.
    pub fn message(&self) -> (&'static str, Vec<(&'static str, String)>) {
        match self {
            Self::TooManyRows => (
                "error-xlsx-too-many-rows",
                vec![("most", (MOST_ROWS - 1).to_string())],
            ),
            Self::TextTooLong => (
                "error-xlsx-text-too-long",
                vec![("most", MOST_CHARACTERS.to_string())],
            ),
            Self::NotWritten => ("error-xlsx-not-written", Vec::new()),
        }
    }
}

impl From<rust_xlsxwriter::XlsxError> for XlsxError {
    fn from(error: rust_xlsxwriter::XlsxError) -> Self {
        match error {
            rust_xlsxwriter::XlsxError::RowColumnLimitError => Self::TooManyRows,
            rust_xlsxwriter::XlsxError::MaxStringLengthExceeded => Self::TextTooLong,
            _ => Self::NotWritten,
        }
    }
}

/// The block as a workbook; empty without signatories.
///
/// # Errors
///
/// [`XlsxError`] for a block that no sheet holds.
pub fn render(block: &SignatoryBlock) -> Result<Vec<u8>, XlsxError> {
    if block.is_empty() {
        return Ok(Vec::new());
    }
    let mut workbook = Workbook::new();
    // The moment of writing would make every file differ.
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
    fill(workbook.add_worksheet(), block)?;
    Ok(workbook.save_to_buffer()?)
}

fn fill(sheet: &mut Worksheet, block: &SignatoryBlock) -> Result<(), XlsxError> {
    let head = Format::new().set_bold();
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let last_column =
        u16::try_from(block.table.len().saturating_sub(1)).map_err(|_| XlsxError::NotWritten)?;
    let mut last_row = 0;
    let mut heights: HashMap<u32, usize> = HashMap::new();
    for (column, title) in (0u16..).zip(&block.table) {
        sheet.write_string_with_format(0, column, &title.title, &head)?;
        let mut width = display_width(&title.title) + 3;
        let mut row = 0u32;
        for (group, entry) in block
            .groups
            .iter()
            .flat_map(|group| group.entries.iter().map(move |entry| (group, entry)))
        {
            row += 1;
            let text = cell(title, group, entry);
            let needed = display_width(&text) + 1;
            width = width.max(needed);
            // Spreadsheets that keep the height that a file says would cut a wrapped text off; lines end at
            // words, so they hold less than they could.
            let lines = needed.div_ceil(WIDEST - SLACK).min(MOST_LINES);
            if needed > WIDEST && lines > heights.get(&row).copied().unwrap_or(1) {
                heights.insert(row, lines);
                sheet.set_row_height(row, LINE * lines as f64)?;
            }
            if !text.is_empty() {
                sheet.write_string_with_format(row, column, text, &wrapped)?;
            }
        }
        sheet.set_column_width(column, width.clamp(NARROWEST, WIDEST) as f64)?;
        last_row = row;
    }
    sheet.autofilter(0, 0, last_row, last_column)?;
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_repeat_rows(0, 0)?;
    // As wide as the page and as long as it takes, so that no name is parted from its title.
    sheet.set_print_fit_to_pages(1, 0);
    Ok(())
}

fn cell(column: &TableColumn, group: &BlockGroup, entry: &BlockEntry) -> String {
    match column.kind {
        Some(kind) => entry.cell(kind),
        None => group.heading.clone().unwrap_or_default(),
    }
}
