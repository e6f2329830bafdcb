//! A table as it is being read: cells, spans, the row that is open.
//!
//! A cell that reaches down over several rows is repeated in each of them that has something of its own, as a person reads
//! it: the state beside four organizations is the state of all four.

use crate::document::arranges;
use crate::problem::{FileError, LONGEST_CELL, MOST_COLUMNS};
use crate::table::Table;

/// The longest cell that is repeated downwards, in bytes.
const LONGEST_REPEATED: usize = 1024;

/// A table that is being read.
#[derive(Default)]
pub struct Builder {
    table: Table,
    row: Vec<Cell>,
    hidden: bool,
    in_row: bool,
    /// The open cell of the row.
    open: Option<usize>,
    number: u32,
    /// For each column, how many rows a cell still reaches down, and what is in it.
    reaching: Vec<Option<(usize, String)>>,
    /// Where the table begins in the text of the page.
    begins: usize,
    /// What its cells hold, as long as its rows are few.
    cells: Vec<String>,
}

/// A table of more rows than this holds data, whatever is in its cells.
const MOST_ROWS_ARRANGED: u32 = 3;

struct Cell {
    column: usize,
    text: String,
    link: Option<String>,
    down: usize,
}

impl Builder {
    /// A table that begins at an offset in the text of the page.
    pub fn at(begins: usize) -> Self {
        Self {
            begins,
            ..Self::default()
        }
    }

    /// What its cells hold one after the other, and where it begins in the text of the page, where it only arranges it: a few cells with many
    /// lines in each, which are columns of names or cards side by side.
    pub fn arranged(&self) -> Option<(usize, String)> {
        let lines = self.cells.iter().map(|cell| cell.lines().count());
        (self.number <= MOST_ROWS_ARRANGED && arranges(lines)).then(|| (self.begins, self.cells.join("\n\n")))
    }

    /// Whether a cell is open.
    pub fn is_in_cell(&self) -> bool {
        self.open.is_some()
    }

    /// Whether the open row has cells.
    pub fn has_cells(&self) -> bool {
        !self.row.is_empty()
    }

    /// Whether a row has begun.
    pub fn has_rows(&self) -> bool {
        self.number > 0
    }

    /// Begins a row.
    pub fn start_row(&mut self, hidden: bool) {
        self.in_row = true;
        self.hidden = hidden;
        self.number = self.number.saturating_add(1);
    }

    /// Begins a cell that is this wide and this high.
    pub fn start_cell(&mut self, across: usize, down: usize) {
        if !self.in_row {
            self.start_row(false);
        }
        let mut column = self.row.last().map_or(0, |cell| cell.column + 1);
        while self.reaching.get(column).is_some_and(Option::is_some) {
            column += 1;
        }
        self.open = Some(self.row.len());
        // The columns that a wide cell covers are taken by cells without text.
        for covered in 0..across.clamp(1, MOST_COLUMNS) {
            self.row.push(Cell {
                column: column + covered,
                text: String::new(),
                link: None,
                down: down.clamp(1, 65_534),
            });
        }
    }

    /// Ends the open cell.
    pub fn end_cell(&mut self) {
        self.open = None;
    }

    fn cell(&mut self) -> Option<&mut Cell> {
        self.row.get_mut(self.open?)
    }

    /// A paragraph ends. Says whether that was in a cell.
    pub fn line_end(&mut self) -> bool {
        let Some(cell) = self.cell() else {
            return false;
        };
        if !cell.text.is_empty() && !cell.text.ends_with('\n') {
            cell.text.push('\n');
        }
        true
    }

    /// Adds a character to the open cell.
    pub fn push(&mut self, c: char) {
        if let Some(cell) = self.cell()
            && cell.text.len() <= LONGEST_CELL
        {
            if c == ' ' && (cell.text.is_empty() || cell.text.ends_with('\n')) {
                return;
            }
            cell.text.push(c);
        }
    }

    /// Links the open cell. Only addresses of pages and of mail are kept.
    pub fn link(&mut self, address: &str) {
        let kept = ["http://", "https://", "mailto:"]
            .iter()
            .any(|scheme| address.to_ascii_lowercase().starts_with(scheme));
        if kept
            && address.len() < 2000
            && let Some(cell) = self.cell()
        {
            cell.link.get_or_insert_with(|| address.to_owned());
        }
    }

    /// Ends the open row.
    pub fn end_row(&mut self) -> Result<(), FileError> {
        if !std::mem::take(&mut self.in_row) {
            return Ok(());
        }
        self.end_cell();
        let row = std::mem::take(&mut self.row);
        let width = row
            .last()
            .map_or(0, |cell| cell.column + 1)
            .max(self.reaching.len());
        if width > MOST_COLUMNS {
            return Err(FileError::Wide {
                row: self.number,
                most: MOST_COLUMNS,
            });
        }
        let mut texts: Vec<&str> = vec![""; width];
        for cell in &row {
            texts[cell.column] = &cell.text;
        }
        if texts.iter().any(|text| !text.trim().is_empty()) {
            for (text, reaching) in texts.iter_mut().zip(&self.reaching) {
                if let Some((_, from_above)) = reaching {
                    *text = from_above;
                }
            }
        }
        if self.number <= MOST_ROWS_ARRANGED {
            let filled = texts
                .iter()
                .map(|text| text.trim())
                .filter(|text| !text.is_empty());
            self.cells.extend(filled.map(str::to_owned));
        }
        let kept = self.table.push(self.number, self.hidden, texts.iter().copied())?;
        if kept {
            let at = self.table.len() - 1;
            for cell in &row {
                if let Some(link) = &cell.link {
                    self.table.set_link(at, cell.column, link.clone());
                }
            }
        }
        for reaching in &mut self.reaching {
            *reaching = reaching
                .take()
                .and_then(|(rows, text)| (rows > 1).then(|| (rows - 1, text)));
        }
        for cell in row {
            if cell.down > 1 {
                if self.reaching.len() <= cell.column {
                    self.reaching.resize(cell.column + 1, None);
                }
                let repeated = if cell.text.len() <= LONGEST_REPEATED {
                    cell.text
                } else {
                    String::new()
                };
                self.reaching[cell.column] = Some((cell.down - 1, repeated));
            }
        }
        while self.reaching.last().is_some_and(Option::is_none) {
            self.reaching.pop();
        }
        Ok(())
    }

    /// The table, where it holds data: two cells at least.
    pub fn finish(mut self) -> Result<Option<Table>, FileError> {
        self.end_row()?;
        let cells: usize = self.table.rows().take(2).map(crate::table::Row::len).sum();
        if cells < 2 {
            return Ok(None);
        }
        self.table.find_headings()?;
        Ok(Some(self.table))
    }
}
