//! Which rows of a table are its headings, and which of the rows below are no records.
//!
//! Owns the judging of rows as wholes: a row of headings is known by what most of its cells say, never by one of them; two or
//! three rows of headings are read as one; and a row below that repeats the headings, sums them up or names a section is
//! none of anybody's data. A section is kept beside the rows under it as a column of its own.

use std::collections::HashSet;

use super::{Line, ROWS_FOR_HEADINGS, ROWS_FOR_KINDS, Table, index};
use crate::columns::{Kind, LEVELS, heading_points, is_generic_heading, is_heading, kind, names_a_person};
use crate::problem::{FileError, Problem, ProblemReason};
use names::recognize::words::{fold, is_country, state_code};

/// The heading of the column that keeps the section of each row.
pub const SECTION: &str = "Section";

/// So many rows of headings one above the other are read as one.
const MOST_HEADING_ROWS: usize = 3;

/// What a row has to come to, to be believed to be headings.
const ENOUGH: i32 = 3;

impl Table {
    /// Finds the headings and the rows that are no records, and keeps sections beside their rows.
    ///
    /// # Errors
    /// As [`Table::push`], where a table with sections grows beyond the limits.
    pub fn find_headings(&mut self) -> Result<(), FileError> {
        self.spanned = self.find_spanned_header();
        self.set_header(self.spanned.map(|(_, last)| last));
        self.keep_sections()
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
                // What stands between is no data of the first: a later row is the headings only when it comes at once, or when
                // what came before was a form's few lines.
                Some((before, most, wide)) => points > most && (row - before <= 2 || wide * 2 <= filled),
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
        for (column, cell) in self.cells_of(row).enumerate() {
            let cell = self.text_of(cell);
            if cell.is_empty() {
                continue;
            }
            filled += 1;
            let says = heading_points(cell);
            known |= says >= 2;
            points += if says > 0 { says } else { data_points(cell) };
            points += self.contrast(row, column, cell, says);
        }
        (known && points >= ENOUGH && points * 4 >= filled).then_some(points)
    }

    /// What the cells below say about one of the headings: a value that comes again below is data, words above numbers or
    /// addresses are a heading.
    fn contrast(&self, row: usize, column: usize, cell: &str, says: i32) -> i32 {
        let (mut full, mut data, mut again) = (0, 0, false);
        let has_digits = |text: &str| text.bytes().any(|byte| byte.is_ascii_digit());
        for below in (row + 1..self.rows.len()).take(ROWS_FOR_KINDS) {
            let other = self.cell(below, column);
            if other.is_empty() {
                continue;
            }
            full += 1;
            data += i32::from(has_digits(other) || kind(other) == Kind::Email);
            again |= other == cell && !self.is_same_row(row, below);
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
        let data_below = (0..full.len()).any(|column| self.holds_data(column, row + 1));
        (data_below || row > 0 && self.width > 1).then_some(row)
    }

    fn filled(&self, row: usize) -> usize {
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

    /// Finds the rows below the headings that are no records.
    pub(super) fn find_asides(&mut self) {
        let Some(header) = self.header else {
            self.asides = Vec::new();
            return;
        };
        let headings: Vec<String> = self.headings.iter().map(|heading| fold(heading)).collect();
        let named = headings.iter().filter(|heading| !heading.is_empty()).count();
        let mut asides = Vec::new();
        let from = header + 1;
        for row in from..self.rows.len() {
            let reason = if self.repeats(row, header, &headings) {
                Some(ProblemReason::HeadingAgain)
            } else if self.is_total(row) {
                Some(ProblemReason::Total)
            } else if named > 1 && self.names_a_section(row) {
                Some(ProblemReason::Section)
            } else if named > 2 && self.is_remark(row) {
                Some(ProblemReason::Remark)
            } else {
                None
            };
            if let Some(reason) = reason {
                asides.push((index(row), reason));
            }
        }
        // A table in which hardly anything else remains was misunderstood: better every row than none.
        let records = self.rows.len() - from;
        if asides.len() * 4 > records * 3 && records > 2 {
            asides.clear();
        }
        self.asides = asides;
    }

    /// Whether a row holds the headings once more, or others that are known.
    fn repeats(&self, row: usize, header: usize, headings: &[String]) -> bool {
        let cells: Vec<&str> = self.cells_of(row).map(|cell| self.text_of(cell)).collect();
        let full = cells.iter().filter(|cell| !cell.is_empty()).count();
        if full == 0 {
            return false;
        }
        let same = cells
            .iter()
            .enumerate()
            .filter(|(column, cell)| {
                !cell.is_empty()
                    && (headings
                        .get(*column)
                        .is_some_and(|heading| *heading == fold(cell))
                        || fold(self.cell(header, *column)) == fold(cell))
            })
            .count();
        // A row of one cell that is its heading: only where the table has one column.
        same == full && (full > 1 || self.width == 1)
            || full > 1 && cells.iter().all(|cell| cell.is_empty() || is_heading(cell))
    }

    /// Whether a row adds up the ones above it.
    fn is_total(&self, row: usize) -> bool {
        let mut words = 0;
        let mut sums = 0;
        for cell in self.cells_of(row).map(|cell| self.text_of(cell)) {
            if cell.is_empty() {
                continue;
            }
            let folded = fold(cell);
            let mut parts = folded
                .split(|c: char| !c.is_alphanumeric())
                .filter(|part| !part.is_empty());
            let first = parts.next().unwrap_or("");
            let second = parts.next().unwrap_or("");
            let total = |word: &str| {
                [
                    "total", "totals", "totales", "subtotal", "gesamt", "summe", "suma", "somme", "sum",
                ]
                .contains(&word)
            };
            let begins = total(first) && first.len() + second.len() + 3 >= folded.len()
                || total(first) && (second.is_empty() || second.bytes().all(|byte| byte.is_ascii_digit()))
                || ["grand", "sub", "gran"].contains(&first) && total(second)
                || total(first) && folded.split(' ').count() <= 4 && sums_up(&folded);
            if begins {
                words += 1;
            } else if cell.chars().all(|c| c.is_ascii_digit() || " .,$€£%-".contains(c)) {
                sums += 1;
            } else {
                return false;
            }
        }
        words == 1 && (sums > 0 || self.filled(row) == 1)
    }

    /// The one cell of a row that has no other.
    fn only_cell(&self, row: usize) -> Option<(usize, &str)> {
        let mut found = None;
        for (column, cell) in self.cells_of(row).enumerate() {
            let cell = self.text_of(cell);
            if !cell.is_empty() {
                if found.is_some_and(|(_, other)| other != cell) {
                    return None;
                }
                found = found.or(Some((column, cell)));
            }
        }
        found
    }

    /// Whether a row names a section of the rows below it: a state, a country, a sort of signers, or capitals above names that are
    /// in small letters.
    fn names_a_section(&self, row: usize) -> bool {
        let Some((column, cell)) = self.only_cell(row) else {
            return false;
        };
        // The next row has to be fuller: a section has somebody in it.
        let next = if row + 1 < self.rows.len() {
            self.filled(row + 1)
        } else {
            0
        };
        if column > 1 || next == 0 || cell.chars().count() > 60 || is_data(cell) {
            return false;
        }
        let bare = without_count(cell);
        let folded = fold(bare);
        if next > 1 && (bare.len() > 2 && state_code(&folded).is_some() || is_country(&folded)) {
            return true;
        }
        if names_a_group(&folded) && next > 1 {
            return true;
        }
        let capitals = |text: &str| {
            text.chars().filter(|c| c.is_alphabetic()).count() > 4
                && text.chars().all(|c| c.is_uppercase() || " &,.-’'/".contains(c))
        };
        let marked = bare.len() < cell.len() || cell.ends_with(':');
        next > 1
            && (marked && bare.chars().filter(|c| c.is_alphabetic()).count() > 3 || capitals(bare))
            && self.is_unlike_names(row, column, capitals)
    }

    /// Whether the fuller rows write their names in small letters, so that capitals mean something.
    fn is_unlike_names(&self, row: usize, column: usize, capitals: impl Fn(&str) -> bool) -> bool {
        let (mut full, mut loud, mut alone) = (0, 0, 0);
        for other in (0..self.rows.len())
            .skip(self.header.map_or(0, |header| header + 1))
            .take(200)
        {
            let cell = self.cell(other, column);
            if other == row || cell.is_empty() {
                continue;
            }
            if self.filled(other) > 1 {
                full += 1;
                loud += usize::from(capitals(cell));
            } else {
                alone += usize::from(!capitals(cell) && !cell.ends_with(':') && without_count(cell) == cell);
            }
        }
        // Where names stand alone too, capitals may be the name of an organization of which nothing more is known.
        full > 0 && loud * 4 <= full && alone == 0
    }

    /// Whether a row is a sentence about the table and not of it.
    fn is_remark(&self, row: usize) -> bool {
        let Some((_, cell)) = self.only_cell(row) else {
            return false;
        };
        let folded = fold(cell);
        let begins = [
            "note:",
            "notes:",
            "source:",
            "sources:",
            "updated ",
            "last updated",
            "as of ",
            "nota:",
            "fuente:",
            "actualizado",
            "hinweis:",
            "stand:",
            "quelle:",
            "source :",
            "* ",
            "** ",
            "(*)",
            "total number",
            "exported ",
            "generated ",
        ];
        let words = cell.split_whitespace().count();
        begins.iter().any(|begin| folded.starts_with(begin)) && words > 2
            || words >= 9 && cell.ends_with(['.', '!', ')'])
    }

    /// Keeps the section of each row as a column of its own, where there are sections.
    fn keep_sections(&mut self) -> Result<(), FileError> {
        let sections: Vec<u32> = self
            .asides
            .iter()
            .filter(|(_, reason)| *reason == ProblemReason::Section)
            .map(|(row, _)| *row)
            .collect();
        let Some((header, width)) = self.header.zip(Some(self.width)) else {
            return Ok(());
        };
        if sections.is_empty() || width >= crate::problem::MOST_COLUMNS {
            return Ok(());
        }
        let mut place = 0;
        let mut section = String::new();
        let (spanned, asides) = (self.spanned, self.asides.clone());
        let texts: Vec<String> = sections
            .iter()
            .map(|row| {
                self.only_cell(*row as usize)
                    .map_or("", |(_, cell)| without_count(cell))
                    .to_owned()
            })
            .collect();
        let mut with = std::mem::take(self).mapped(|_, cells| {
            if place == header {
                cells.resize(width, String::new());
                cells.push(SECTION.to_owned());
            } else if let Ok(at) = sections.binary_search(&index(place)) {
                section = texts.get(at).cloned().unwrap_or_default();
            } else if place > header && !section.is_empty() {
                cells.resize(width, String::new());
                cells.push(section.clone());
            }
            place += 1;
        })?;
        with.spanned = spanned;
        with.set_header(Some(header));
        // Judged before the column was there.
        with.asides = asides;
        *self = with;
        Ok(())
    }

    /// Tells of the rows that are no records, and why.
    pub fn asides(&self) -> impl Iterator<Item = Problem> {
        self.asides.iter().filter_map(|(row, reason)| {
            let line: &Line = self.rows.get(*row as usize)?;
            Some(Problem {
                row: line.number,
                reason: *reason,
            })
        })
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
fn is_data(cell: &str) -> bool {
    match kind(cell) {
        Kind::Text | Kind::State | Kind::Country | Kind::Empty => false,
        Kind::Answer => cell.split_whitespace().count() < 4,
        _ => true,
    }
}

/// "Total organizations", "Total of signers: 12".
fn sums_up(folded: &str) -> bool {
    [
        "organiz", "organis", "sign", "member", "row", "count", "contact", "people", "person", "firma",
        "miembro", "record",
    ]
    .iter()
    .any(|word| folded.contains(word))
}

/// A heading of a section without the number of its entries and its colon: "Wisconsin (12):".
fn without_count(cell: &str) -> &str {
    let bare = cell.trim().trim_end_matches(':').trim_end();
    match bare.rsplit_once('(') {
        Some((before, count))
            if count
                .trim_end_matches(')')
                .trim()
                .bytes()
                .all(|byte| byte.is_ascii_digit())
                && count.len() > 1 =>
        {
            before.trim()
        }
        _ => bare,
    }
}

/// Whether a folded text names a sort of signers: "National organizations", "Grupos locales".
fn names_a_group(folded: &str) -> bool {
    let scopes = [
        "national",
        "state",
        "statewide",
        "local",
        "regional",
        "international",
        "tribal",
        "federal",
        "faith",
        "labor",
        "labour",
        "nacional",
        "nacionales",
        "estatal",
        "estatales",
        "locales",
        "regionales",
        "internacional",
        "internacionales",
    ];
    let groups = [
        "organization",
        "organizations",
        "organisations",
        "groups",
        "partners",
        "members",
        "allies",
        "signers",
        "signatories",
        "endorsers",
        "individuals",
        "organizaciones",
        "grupos",
        "socios",
        "miembros",
        "firmantes",
        "personas",
        "coalitions",
        "affiliates",
        "chapters",
        "communities",
    ];
    let little = [
        "and", "or", "y", "level", "based", "wide", "the", "de", "other", "otras", "otros",
    ];
    let words: Vec<&str> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let plural = words
        .iter()
        .any(|word| groups.contains(word) && word.ends_with('s'));
    !words.is_empty()
        && words
            .iter()
            .all(|word| scopes.contains(word) || groups.contains(word) || little.contains(word))
        && (plural
            || words
                .iter()
                .all(|word| scopes.contains(word) || little.contains(word)))
}

#[cfg(test)]
mod tests;
