//! SpreadsheetML: the workbooks in plain XML that Excel 2003 saved and that many programs still write as `.xls`.

use super::package::{Node, Xml, attribute, is_true};
use super::{Book, LONGEST_ROW, MOST_MERGES, Merge, Sheet, with_merged};
use crate::dates;
use crate::problem::{FileError, LONGEST_CELL, MOST_COLUMNS};
use crate::table::Table;

/// The most sheets of a workbook.
const MOST_SHEETS: usize = 1_000;

/// Whether a text is such a workbook.
pub fn is_workbook(head: &str) -> bool {
    head.trim_start_matches('\u{feff}').trim_start().starts_with('<')
        && head.contains("urn:schemas-microsoft-com:office:spreadsheet")
}

/// A workbook that is open.
pub struct Xml2003 {
    text: String,
    sheets: Vec<Sheet>,
}

impl Xml2003 {
    /// Opens a workbook.
    pub fn open(bytes: &[u8]) -> Result<Self, FileError> {
        let text = crate::charset::decode(bytes, None)?.text;
        if !is_workbook(&text) {
            return Err(FileError::Kind);
        }
        let mut sheets: Vec<Sheet> = Vec::new();
        let mut xml = Xml::of_text(&text);
        let mut in_visible = false;
        loop {
            match xml.next()? {
                Node::Start(start) => match start.local_name().as_ref() {
                    "Worksheet" if sheets.len() < MOST_SHEETS => sheets.push(Sheet {
                        name: attribute(&start, "Name").unwrap_or_default(),
                        hidden: false,
                    }),
                    "Visible" => in_visible = true,
                    _ => {}
                },
                Node::Text(text) if in_visible && text.starts_with("Sheet") => {
                    if let Some(sheet) = sheets.last_mut() {
                        sheet.hidden = true;
                    }
                }
                Node::End(_) => in_visible = false,
                Node::Over => break,
                _ => {}
            }
        }
        if sheets.is_empty() {
            return Err(FileError::Empty);
        }
        Ok(Self { text, sheets })
    }
}

/// The cell that is being read.
#[derive(Default)]
struct Cell {
    column: usize,
    kind: String,
    text: String,
    link: Option<String>,
    across: usize,
    down: u32,
}

impl Book for Xml2003 {
    fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }

    fn read(&mut self, sheet: usize) -> Result<Table, FileError> {
        let name = self.sheets.get(sheet).map(|sheet| sheet.name.clone());
        let mut table = Table::new(name);
        let mut xml = Xml::of_text(&self.text);
        let (mut at, mut number, mut hidden, mut next, mut size) = (0usize, 0u32, false, 0usize, 0usize);
        let (mut cells, mut links, mut moments): (Vec<String>, Vec<(usize, String)>, Vec<_>) =
            (Vec::new(), Vec::new(), Vec::new());
        let (mut cell, mut in_data, mut merges) = (Cell::default(), false, Vec::new());
        let (mut hidden_columns, mut column) = (Vec::new(), 0usize);
        loop {
            match xml.next()? {
                Node::Start(start) => {
                    let get =
                        |name| attribute(&start, name).and_then(|value| value.trim().parse::<usize>().ok());
                    match start.local_name().as_ref() {
                        "Worksheet" => at += 1,
                        "Column" if at == sheet + 1 => {
                            column = get("Index").map_or(column, |index| index.saturating_sub(1));
                            let span = get("Span").unwrap_or(0).min(MOST_COLUMNS);
                            if is_true(attribute(&start, "Hidden").as_deref()) {
                                hidden_columns.extend(
                                    (column..=column.saturating_add(span))
                                        .take_while(|at| *at < MOST_COLUMNS),
                                );
                                hidden_columns.truncate(MOST_COLUMNS);
                            }
                            column = column.saturating_add(span + 1);
                        }
                        "Row" => {
                            let index = get("Index").and_then(|index| u32::try_from(index).ok());
                            number = index.unwrap_or(number.saturating_add(1));
                            hidden = is_true(attribute(&start, "Hidden").as_deref());
                            (next, size) = (0, 0);
                        }
                        "Cell" => {
                            cell = Cell {
                                column: get("Index").map_or(next, |index| index.saturating_sub(1)),
                                link: attribute(&start, "HRef"),
                                across: get("MergeAcross").unwrap_or(0),
                                down: get("MergeDown")
                                    .and_then(|down| u32::try_from(down).ok())
                                    .unwrap_or(0),
                                ..Cell::default()
                            };
                        }
                        "Data" => {
                            cell.kind = attribute(&start, "Type").unwrap_or_default();
                            in_data = true;
                        }
                        _ => {}
                    }
                }
                Node::Text(text) if in_data && at == sheet + 1 => {
                    if cell.text.len() + text.len() > LONGEST_CELL {
                        return Err(FileError::Endless {
                            row: number,
                            most: LONGEST_CELL / 1024,
                        });
                    }
                    cell.text.push_str(&text);
                }
                Node::End(name) => match name.local_name().as_ref() {
                    "Data" => in_data = false,
                    "Cell" if at == sheet + 1 => {
                        next = cell.column.saturating_add(cell.across).saturating_add(1);
                        let mut text = std::mem::take(&mut cell.text);
                        if text.trim().is_empty() {
                            continue;
                        }
                        if cell.column >= MOST_COLUMNS {
                            return Err(FileError::Wide {
                                row: number,
                                most: MOST_COLUMNS,
                            });
                        }
                        size += text.len();
                        if size > LONGEST_ROW {
                            return Err(FileError::Endless {
                                row: number,
                                most: LONGEST_ROW / 1024,
                            });
                        }
                        match cell.kind.as_str() {
                            "Number" => {
                                if let Ok(value) = text.trim().parse::<f64>() {
                                    text = super::numbers::general(value);
                                }
                            }
                            "Boolean" => {
                                text = if is_true(Some(text.trim())) {
                                    "TRUE"
                                } else {
                                    "FALSE"
                                }
                                .to_owned()
                            }
                            "DateTime" => {
                                if let Some(moment) = dates::moment(&text, dates::Order::MonthFirst) {
                                    moments.push((cell.column, moment.local));
                                    let shape = if moment.local.time() == chrono::NaiveTime::MIN {
                                        "%Y-%m-%d"
                                    } else {
                                        "%Y-%m-%d %H:%M:%S"
                                    };
                                    text = moment.local.format(shape).to_string();
                                }
                            }
                            _ => {}
                        }
                        if cells.len() <= cell.column {
                            cells.resize(cell.column + 1, String::new());
                        }
                        if let Some(at) = cells.get_mut(cell.column) {
                            *at = text;
                        }
                        if let Some(link) = cell.link.take() {
                            links.push((cell.column, link));
                        }
                        if cell.down > 0 && merges.len() < MOST_MERGES {
                            merges.push(Merge {
                                rows: (number, number.saturating_add(cell.down)),
                                columns: (cell.column, cell.column.saturating_add(cell.across)),
                            });
                        }
                    }
                    "Row" if at == sheet + 1 => {
                        let kept = table.push(number, hidden, cells.iter().map(String::as_str))?;
                        let row = table.len().saturating_sub(1);
                        for (column, moment) in moments.drain(..).filter(|_| kept) {
                            table.set_moment(column, moment);
                        }
                        for (column, link) in links.drain(..) {
                            let lower = link.to_ascii_lowercase();
                            if kept
                                && ["http://", "https://", "mailto:"]
                                    .iter()
                                    .any(|scheme| lower.starts_with(scheme))
                            {
                                table.set_link(row, column, link);
                            }
                        }
                        moments.clear();
                        cells.clear();
                    }
                    _ => {}
                },
                Node::Over => break,
                _ => {}
            }
        }
        table.set_hidden_columns(hidden_columns);
        with_merged(table, merges)
    }
}
