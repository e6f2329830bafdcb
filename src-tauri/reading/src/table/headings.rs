//! Which rows of a table are its headings, and which of the rows below are no records.
//!
//! Owns the judging of rows as wholes: a row of headings is known by what most of its cells say, never by one of them; two or
//! three rows of headings are read as one; and a row below that repeats the headings, sums them up or names a section is
//! none of anybody's data. A section is kept beside the rows under it as a column of its own.

use std::collections::HashSet;

use super::{ROWS_FOR_HEADINGS, ROWS_FOR_KINDS, Table};
use crate::columns::{Kind, LEVELS, heading_points, is_generic_heading, is_import_id, kind, names_a_person};
use crate::problem::FileError;
use names::recognize::words::fold;

/// The heading of the column that keeps the section of each row.
pub const SECTION: &str = "Section";

/// The heading of the column that keeps the sections which are no places, where others are.
pub(super) const SECTION_TAGS: &str = "Section (tags)";

/// So many rows of headings one above the other are read as one.
const MOST_HEADING_ROWS: usize = 3;

/// So many rows tell of a report before the headings of what it is about.
const MOST_REPORT_ROWS: usize = 5;

/// What a row has to come to, to be believed to be headings.
const ENOUGH: i32 = 3;

impl Table {
    /// Finds the headings and the rows that are no records, and keeps sections beside their rows,
    /// an office apart from its organization, and several organizations of a cell in rows of their own.
    ///
    /// # Errors
    /// As [`Table::push`], where a table with sections grows beyond the limits.
    pub fn find_headings(&mut self) -> Result<(), FileError> {
        self.spanned = self.find_spanned_header();
        self.set_header(self.spanned.map(|(_, last)| last));
        self.keep_sections()?;
        self.part_labelled()?;
        self.part_contacts()?;
        self.part_titles()?;
        self.part_offices()?;
        self.part_organizations()
    }

    /// Which row seems to hold the headings, the last of several; [`Table::set_header`] takes it, or what a person says.
    pub fn find_header(&self) -> Option<usize> {
        self.find_spanned_header().map(|(_, last)| last)
    }

    /// The first and the last row of the headings.
    ///
    /// A row that holds known headings is believed, as long as it is not data by what else it holds. Otherwise a row of words is taken for
    /// headings when rows below hold data in one of its columns, or when it is the first to reach the full width below a
    /// title.
    fn find_spanned_header(&self) -> Option<(usize, usize)> {
        // Qualtrics writes below the questions what each column is to itself: {"ImportId":"QID4_TEXT"}.
        if let Some(row) =
            (1..self.rows.len().min(MOST_HEADING_ROWS + 1)).find(|row| self.is_for_machines(*row))
        {
            return Some((row - 1, row));
        }
        let row = self.known_header().or_else(|| self.header_by_contrast())?;
        let (mut first, mut last) = (row, row);
        if self.is_subheading(row, row + 1) {
            last += 1;
        }
        while first > 0 && last - first + 1 < MOST_HEADING_ROWS && self.is_group_heading(first - 1, first) {
            first -= 1;
        }
        Some((first, last))
    }

    fn is_for_machines(&self, row: usize) -> bool {
        let told = self
            .cells_of(row)
            .filter(|cell| is_import_id(self.text_of(*cell)))
            .count();
        told >= 2 && told * 2 > self.filled(row)
    }

    /// The row whose cells say most that they are headings.
    fn known_header(&self) -> Option<usize> {
        let usual = self.usual_width();
        let mut best: Option<(usize, i32, usize)> = None;
        for row in 0..self.rows.len().min(ROWS_FOR_HEADINGS) {
            let filled = self.filled(row);
            // One word alone may be a title; the headings of a table of one column are the first row.
            if filled == 0 || filled == 1 && (usual > 1 || row > 0) {
                continue;
            }
            let Some(points) = self.header_points(row) else {
                continue;
            };
            let better = match best {
                None => true,
                // What stands between is no data of the first: a later row is the headings only when it comes at once, when
                // what came before was a form's few lines,
                // or it says much more, as below what a program tells of its own report.
                Some((before, most, wide)) => {
                    points > most
                        && (row - before <= 2
                            || wide * 2 <= filled
                            || wide < filled && points * 2 >= most * 3 && row - before <= MOST_REPORT_ROWS)
                }
            };
            if better {
                best = Some((row, points, filled));
            }
        }
        best.map(|(row, _, _)| row)
    }

    /// How much a row is one of headings; none when it is not.
    fn header_points(&self, row: usize) -> Option<i32> {
        let mut points = 0;
        let mut known = false;
        let mut filled = 0;
        let below = (row + 1..self.rows.len()).take(ROWS_FOR_KINDS);
        // The headings again, further down, are no data. Each row is compared once, not once for each of its columns.
        let others: Vec<usize> = below.filter(|below| !self.is_same_row(row, *below)).collect();
        for (column, cell) in self.cells_of(row).enumerate() {
            let cell = self.text_of(cell);
            if cell.is_empty() {
                continue;
            }
            filled += 1;
            let says = heading_points(cell);
            known |= says >= 2;
            points += if says > 0 { says } else { data_points(cell) };
            points += self.contrast(&others, column, cell, says);
        }
        (known && points >= ENOUGH && points * 4 >= filled).then_some(points)
    }

    /// What the cells of the rows below say about one of the headings: a value that comes again below is data, words above numbers or
    /// addresses are a heading.
    fn contrast(&self, rows: &[usize], column: usize, cell: &str, says: i32) -> i32 {
        let (mut full, mut data, mut again) = (0, 0, false);
        let has_digits = |text: &str| text.bytes().any(|byte| byte.is_ascii_digit());
        for row in rows {
            let other = self.cell(*row, column);
            if other.is_empty() {
                continue;
            }
            full += 1;
            data += i32::from(has_digits(other) || kind(other) == Kind::Email);
            again |= other == cell;
        }
        if again {
            return if says > 0 { -says } else { -2 };
        }
        i32::from(full > 0 && data * 3 >= full * 2 && !has_digits(cell))
    }

    fn is_same_row(&self, row: usize, other: usize) -> bool {
        let cells = |row: usize| self.cells_of(row).map(|cell| self.text_of(cell));
        cells(row).map(fold).eq(cells(other).map(fold))
    }

    /// A row of words above rows that hold data in one of its columns.
    fn header_by_contrast(&self) -> Option<usize> {
        let row = self.first_wide_row()?;
        let full: Vec<&str> = self.cells_of(row).map(|cell| self.text_of(cell)).collect();
        let named: HashSet<&str> = full.iter().copied().filter(|cell| !cell.is_empty()).collect();
        let words = full.iter().all(|cell| !is_data(cell));
        if !words || named.len() < 2.min(self.width) || row + 1 >= self.rows.len() {
            return None;
        }
        let data_below =
            (0..full.len()).any(|column| self.holds_data(column, row + 1) || self.holds_codes(column, row));
        (data_below || row > 0 && self.width > 1 || self.is_louder(row)).then_some(row)
    }

    /// Whether a row is in capitals and hardly any below it is.
    fn is_louder(&self, row: usize) -> bool {
        let loud = |text: &str| {
            text.chars().filter(|c| c.is_alphabetic()).count() > 2 && !text.chars().any(char::is_lowercase)
        };
        let all = |row: usize| {
            let mut cells = self
                .cells_of(row)
                .map(|cell| self.text_of(cell))
                .filter(|cell| !cell.is_empty());
            cells.all(loud)
        };
        let below = row + 1..self.rows.len().min(row + 1 + ROWS_FOR_KINDS);
        let (rows, again) = (below.len(), below.filter(|row| all(*row)).count());
        self.filled(row) > 2 && all(row) && rows > 2 && again * 10 <= rows
    }

    pub(super) fn filled(&self, row: usize) -> usize {
        self.cells_of(row)
            .filter(|cell| !self.text_of(*cell).is_empty())
            .count()
    }

    /// How many cells of a row mostly have something in them.
    fn usual_width(&self) -> usize {
        let rows = self.rows.len().min(ROWS_FOR_HEADINGS + ROWS_FOR_KINDS);
        let mut widths: Vec<usize> = (0..rows).map(|row| self.filled(row)).collect();
        widths.sort_unstable();
        widths.get(widths.len() / 2).copied().unwrap_or(0).max(1)
    }

    /// The first row that is as wide as the table mostly is.
    fn first_wide_row(&self) -> Option<usize> {
        let usual = self.usual_width();
        (0..self.rows.len().min(ROWS_FOR_HEADINGS)).find(|row| self.filled(*row) >= usual)
    }

    /// Whether most of a column from a row on is of a kind that no heading is.
    fn holds_data(&self, column: usize, from: usize) -> bool {
        let cells = (from..self.rows.len().min(from + ROWS_FOR_KINDS)).map(|row| self.cell(row, column));
        let (mut full, mut data) = (0, 0);
        for cell in cells.filter(|cell| !cell.is_empty()) {
            full += 1;
            data += usize::from(is_data(cell));
        }
        data > 0 && data * 3 >= full * 2
    }

    /// Whether what stands below the row's cell in a column are codes, each one word with a digit in it ("0/AB/", "org-17"), and the row's cell is a
    /// word without any.
    fn holds_codes(&self, column: usize, row: usize) -> bool {
        let has_digit = |text: &str| text.bytes().any(|byte| byte.is_ascii_digit());
        let below =
            (row + 1..self.rows.len().min(row + 1 + ROWS_FOR_KINDS)).map(|row| self.cell(row, column));
        let (mut full, mut codes) = (0, 0);
        for cell in below.filter(|cell| !cell.is_empty()) {
            full += 1;
            codes += usize::from(has_digit(cell) && !cell.contains(char::is_whitespace));
        }
        let heading = self.cell(row, column);
        full > 2 && codes * 10 >= full * 9 && !heading.is_empty() && heading.chars().all(char::is_alphabetic)
    }

    /// Whether a row goes on with the headings of the one above it: "Name", "Title", "Email Address" under "Contact Information".
    fn is_subheading(&self, above: usize, row: usize) -> bool {
        if row + 1 >= self.rows.len() || self.is_same_row(above, row) {
            return false;
        }
        let (mut filled, mut known, mut data) = (0, 0, false);
        for cell in self.cells_of(row).map(|cell| self.text_of(cell)) {
            if cell.is_empty() {
                continue;
            }
            filled += 1;
            let generic = is_generic_heading(cell);
            known += usize::from(generic || heading_points(cell) >= 2);
            data |= !generic && heading_points(cell) == 0 && (is_data(cell) || names_a_person(cell));
        }
        // The columns that have no heading yet get one by it.
        let gives = (0..self.cells_of(row).len())
            .any(|column| !self.cell(row, column).is_empty() && self.cell(above, column).is_empty());
        filled > 0 && !data && known * 2 >= filled && (known > 1 || gives && known > 0)
    }

    /// Whether a row names groups of the headings below it: "Primary contact", "Second contact".
    fn is_group_heading(&self, row: usize, below: usize) -> bool {
        let filled = self.filled(row);
        let words = self.cells_of(row).all(|cell| {
            let cell = self.text_of(cell);
            heading_points(cell) > 0 || !is_data(cell)
        });
        if filled < 2 || !words {
            return false;
        }
        let fills = (0..self.cells_of(row).len())
            .any(|column| !self.cell(row, column).is_empty() && self.cell(below, column).is_empty());
        let known = self
            .cells_of(row)
            .filter(|cell| heading_points(self.text_of(*cell)) >= 2)
            .count();
        fills || known * 2 >= filled && filled < self.filled(below)
    }

    /// The headings of all heading rows, column by column.
    pub(super) fn joined_headings(&self, first: usize, last: usize) -> Vec<String> {
        let mut joined: Vec<Vec<&str>> = vec![Vec::new(); self.width];
        for row in first..=last {
            let mut group = "";
            for (column, parts) in joined.iter_mut().enumerate() {
                let own = self.cell(row, column);
                let has_below = row < last && !self.cell(row + 1, column).is_empty();
                // A group reaches over the columns to its right that have a heading under it and none of their own.
                if !own.is_empty() {
                    group = if has_below { own } else { "" };
                } else if !has_below {
                    group = "";
                }
                let part = if own.is_empty() { group } else { own };
                let generic = row > first && is_generic_heading(part) && !parts.is_empty();
                if !part.is_empty() && !generic && !parts.contains(&part) {
                    parts.push(part);
                }
            }
        }
        joined.into_iter().map(|parts| parts.join(LEVELS)).collect()
    }
}

/// What a cell that is no known heading says against its row being headings.
fn data_points(cell: &str) -> i32 {
    match kind(cell) {
        Kind::Empty => 0,
        Kind::Email | Kind::Phone => -6,
        Kind::Website => -3,
        Kind::Date | Kind::Number | Kind::State | Kind::Country => -1,
        // A statement to agree with is a heading as often as not.
        Kind::Answer => -i32::from(cell.split_whitespace().count() < 4),
        Kind::Text => -i32::from(names_a_person(cell)),
    }
}

/// Whether a cell holds what no heading is.
pub(super) fn is_data(cell: &str) -> bool {
    match kind(cell) {
        Kind::Text | Kind::State | Kind::Country | Kind::Empty => false,
        Kind::Answer => cell.split_whitespace().count() < 4,
        _ => true,
    }
}

#[cfg(test)]
mod tests;
