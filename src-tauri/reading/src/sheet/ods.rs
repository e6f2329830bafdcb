//! ODS: spreadsheets of LibreOffice and others (OpenDocument 1.3). A cell holds the text that it shows.

use super::package::{Node, Package, attribute};
use super::{Book, LONGEST_ROW, MOST_MERGES, Merge, Sheet, with_merged};
use crate::dates;
use crate::problem::{FileError, LONGEST_CELL, MOST_COLUMNS};
use crate::table::Table;

/// The most sheets of a workbook.
const MOST_SHEETS: usize = 1_000;

/// A workbook that is open.
pub struct Ods<'a> {
    package: Package<'a>,
    sheets: Vec<Sheet>,
}

impl<'a> Ods<'a> {
    /// Opens a workbook.
    pub fn open(mut package: Package<'a>) -> Result<Self, FileError> {
        if let Some(mut xml) = package.xml("META-INF/manifest.xml")? {
            loop {
                match xml.next() {
                    Ok(Node::Start(start)) if start.local_name().as_ref() == "encryption-data" => {
                        return Err(FileError::Locked);
                    }
                    // A manifest names its document type in old files, and its content does not matter here.
                    Ok(Node::Over) | Err(FileError::Declares) => break,
                    Ok(_) => {}
                    Err(error) => return Err(error),
                }
            }
        }
        let Some(mut xml) = package.xml("content.xml")? else {
            return Err(FileError::Kind);
        };
        let mut sheets: Vec<Sheet> = Vec::new();
        let mut hidden_styles: Vec<String> = Vec::new();
        let (mut style, mut depth, mut is_spreadsheet) = (String::new(), 0usize, false);
        loop {
            match xml.next()? {
                Node::Start(start) => match start.local_name().as_ref() {
                    "style" => style = attribute(&start, "name").unwrap_or_default(),
                    "table-properties"
                        if attribute(&start, "display").as_deref() == Some("false")
                            && hidden_styles.len() < MOST_SHEETS =>
                    {
                        hidden_styles.push(style.clone());
                    }
                    "spreadsheet" => is_spreadsheet = true,
                    "table" => {
                        depth += 1;
                        if depth == 1 && sheets.len() < MOST_SHEETS {
                            sheets.push(Sheet {
                                name: attribute(&start, "name").unwrap_or_default(),
                                hidden: attribute(&start, "style-name")
                                    .is_some_and(|style| hidden_styles.contains(&style)),
                            });
                        }
                    }
                    _ => {}
                },
                Node::End(name) if name.local_name().as_ref() == "table" => depth = depth.saturating_sub(1),
                Node::Over => break,
                _ => {}
            }
        }
        drop(xml);
        match (is_spreadsheet, sheets.is_empty()) {
            (false, _) => Err(FileError::Kind),
            (true, true) => Err(FileError::Empty),
            (true, false) => Ok(Self { package, sheets }),
        }
    }
}

/// The cell that is being read.
#[derive(Default)]
struct Cell {
    text: String,
    repeated: usize,
    down: u32,
    link: Option<String>,
    moment: Option<chrono::NaiveDateTime>,
    /// A paragraph has begun before.
    paragraphs: usize,
}

/// The row that is being read.
#[derive(Default)]
struct Line {
    number: u32,
    repeated: u32,
    hidden: bool,
    /// The column of the next cell.
    next: usize,
    cells: Vec<String>,
    /// How long its texts are together.
    size: usize,
    moments: Vec<(usize, chrono::NaiveDateTime)>,
    links: Vec<(usize, String)>,
    down: Vec<(usize, u32)>,
}

impl Book for Ods<'_> {
    fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }

    fn read(&mut self, sheet: usize) -> Result<Table, FileError> {
        let name = self.sheets[sheet].name.clone();
        let Some(mut xml) = self.package.xml("content.xml")? else {
            return Err(FileError::Damaged);
        };
        let mut table = Table::new(Some(name));
        let (mut line, mut cell, mut merges, mut hidden_columns) =
            (Line::default(), Cell::default(), Vec::new(), Vec::new());
        let (mut seen, mut depth, mut aside, mut column, mut paragraph) =
            (0usize, 0usize, 0usize, 0usize, 0usize);
        loop {
            let node = xml.next()?;
            // Another table, or one inside a cell.
            match &node {
                Node::Start(start) if start.local_name().as_ref() == "table" => {
                    depth += 1;
                    seen += usize::from(depth == 1);
                    continue;
                }
                Node::End(name) if name.local_name().as_ref() == "table" => {
                    depth = depth.saturating_sub(1);
                    if depth == 0 && seen > sheet {
                        break;
                    }
                    continue;
                }
                Node::Over => break,
                _ if depth != 1 || seen != sheet + 1 => continue,
                _ => {}
            }
            match node {
                Node::Start(start) => match start.local_name().as_ref() {
                    // A remark on a cell is not what is in it.
                    "annotation" => aside += 1,
                    "table-column" => {
                        let repeated = number(attribute(&start, "number-columns-repeated"));
                        if is_hidden(attribute(&start, "visibility").as_deref()) {
                            hidden_columns
                                .extend((column..(column + repeated).min(MOST_COLUMNS)).take(MOST_COLUMNS));
                        }
                        column = column.saturating_add(repeated);
                    }
                    "table-row" => {
                        line.number = line.number.saturating_add(line.repeated.max(1));
                        if line.repeated == 0 {
                            line.number = 1;
                        }
                        line.repeated = u32::try_from(number(attribute(&start, "number-rows-repeated")))
                            .unwrap_or(u32::MAX);
                        line.hidden = is_hidden(attribute(&start, "visibility").as_deref());
                        line.next = 0;
                    }
                    "table-cell" | "covered-table-cell" => {
                        cell = Cell {
                            repeated: number(attribute(&start, "number-columns-repeated")),
                            down: u32::try_from(number(attribute(&start, "number-rows-spanned")))
                                .unwrap_or(1),
                            moment: attribute(&start, "date-value")
                                .and_then(|date| dates::moment(&date, dates::Order::MonthFirst))
                                .map(|moment| moment.local),
                            ..Cell::default()
                        };
                    }
                    "p" | "h" if aside == 0 => {
                        if cell.paragraphs > 0 {
                            cell.text.push('\n');
                        }
                        cell.paragraphs += 1;
                        paragraph += 1;
                    }
                    "s" if aside == 0 && paragraph > 0 => {
                        let count = attribute(&start, "c")
                            .and_then(|count| count.parse::<usize>().ok())
                            .unwrap_or(1);
                        cell.text.extend(std::iter::repeat_n(' ', count.min(1_000)));
                    }
                    "tab" if aside == 0 && paragraph > 0 => cell.text.push('\t'),
                    "line-break" if aside == 0 && paragraph > 0 => cell.text.push('\n'),
                    "a" if aside == 0 => {
                        let address = attribute(&start, "href").unwrap_or_default();
                        if ["http://", "https://", "mailto:"]
                            .iter()
                            .any(|scheme| address.to_ascii_lowercase().starts_with(scheme))
                        {
                            cell.link.get_or_insert(address);
                        }
                    }
                    _ => {}
                },
                Node::Text(text) if aside == 0 && paragraph > 0 => cell.text.push_str(&text),
                Node::Text(_) | Node::Aside => {}
                Node::End(name) => match name.local_name().as_ref() {
                    "annotation" => aside = aside.saturating_sub(1),
                    "p" | "h" if aside == 0 => paragraph = paragraph.saturating_sub(1),
                    "table-cell" | "covered-table-cell" => finish_cell(&mut cell, &mut line)?,
                    "table-row" => finish_row(&mut line, &mut table, &mut merges)?,
                    _ => {}
                },
                Node::Over => break,
            }
            if cell.text.len() > LONGEST_CELL {
                return Err(FileError::Endless {
                    row: line.number,
                    most: LONGEST_CELL / 1024,
                });
            }
        }
        drop(xml);
        table.set_hidden_columns(hidden_columns);
        with_merged(table, merges)
    }
}

fn number(attribute: Option<String>) -> usize {
    attribute
        .and_then(|number| number.trim().parse().ok())
        .unwrap_or(1)
        .max(1)
}

fn is_hidden(visibility: Option<&str>) -> bool {
    matches!(visibility, Some("collapse" | "filter"))
}

fn finish_cell(cell: &mut Cell, line: &mut Line) -> Result<(), FileError> {
    let column = line.next;
    line.next = line.next.saturating_add(cell.repeated.max(1));
    if cell.text.trim().is_empty() {
        return Ok(());
    }
    if line.next > MOST_COLUMNS {
        return Err(FileError::Wide {
            row: line.number,
            most: MOST_COLUMNS,
        });
    }
    line.size = line
        .size
        .saturating_add(cell.text.len().saturating_mul(line.next - column));
    if line.size > LONGEST_ROW {
        return Err(FileError::Endless {
            row: line.number,
            most: LONGEST_ROW / 1024,
        });
    }
    line.cells.resize(line.next, String::new());
    for at in column..line.next {
        line.cells[at].clone_from(&cell.text);
        line.moments.extend(cell.moment.map(|moment| (at, moment)));
        line.links.extend(cell.link.clone().map(|link| (at, link)));
    }
    if cell.down > 1 {
        line.down.push((column, cell.down));
    }
    Ok(())
}

/// A row that is repeated more often than this is taken once: a sheet filled down to its end, or a file of some hundred bytes that
/// wants to become a gigabyte. Nobody lists the same row a thousand times.
const MOST_SAME_ROWS: u32 = 1_000;

/// Adds the row as often as it is repeated. One without anything in it is only counted.
fn finish_row(line: &mut Line, table: &mut Table, merges: &mut Vec<Merge>) -> Result<(), FileError> {
    let times = if line.repeated > MOST_SAME_ROWS {
        1
    } else {
        line.repeated
    };
    for again in 0..times {
        let number = line.number.saturating_add(again);
        if !table.push(number, line.hidden, line.cells.iter().map(String::as_str))? {
            break;
        }
        let row = table.len() - 1;
        for (column, moment) in &line.moments {
            table.set_moment(*column, *moment);
        }
        for (column, link) in &line.links {
            table.set_link(row, *column, link.clone());
        }
    }
    for (column, down) in line.down.drain(..) {
        if merges.len() < MOST_MERGES {
            merges.push(Merge {
                rows: (line.number, line.number.saturating_add(down - 1)),
                columns: (column, column),
            });
        }
    }
    line.cells.clear();
    line.size = 0;
    line.moments.clear();
    line.links.clear();
    Ok(())
}
