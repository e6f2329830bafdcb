//! Lines that are rows: Markdown and HTML tables, columns by tab or wide spaces.
//!
//! Owns where they begin and end; what their columns hold is decided in `columns.rs`.

use std::ops::Range;

use names::recognize::words::fold;

use super::super::entry::ListStatus;
use super::super::flow::Flow;
use super::super::lines::{Line, Mark, tags};
use super::super::remark::{Answer, answer};
use super::super::{columns, words};
use super::{Reader, Shape, WIDE};

/// Fewer rows than these are looked at together with others of the text.
const FEW_ROWS: usize = 6;
/// So many of those are looked at.
const MOST_ALIKE: usize = 60;

impl Reader<'_> {
    /// A Markdown table.
    pub(super) fn table(&mut self, at: usize) -> usize {
        let mut rows = Vec::new();
        let mut end = at;
        while let Some(line) = self.lines.get(end)
            && (matches!(line.mark, Mark::Row | Mark::HtmlRow | Mark::Rule) || line.is_blank())
        {
            let cells = match line.mark {
                Mark::Row => columns::bars(self.source, line.whole.clone()),
                Mark::HtmlRow => tags::cells(self.source, line.whole.clone()),
                _ => Vec::new(),
            };
            if !cells.is_empty() {
                rows.push(
                    cells
                        .into_iter()
                        .map(|cell| Flow::of(self.source, cell))
                        .collect(),
                );
            } else if line.is_blank() && self.lines[at].mark == Mark::Row {
                break;
            }
            end += 1;
        }
        self.out.has_table = true;
        self.rows(rows);
        end
    }

    /// Where the columns that begin at a line end; the line itself where none begin.
    pub(super) fn columns_end(&self, at: usize) -> usize {
        let several = |at: usize| {
            self.lines.get(at).is_some_and(|line| {
                !line.is_blank()
                    && matches!(line.mark, Mark::None | Mark::Number(_))
                    && columns::cells(self.source, line.body.clone(), WIDE).len() > 1
            })
        };
        if !several(at) {
            return at;
        }
        let mut end = at + 1;
        let mut last = end;
        // Rows may stand apart.
        let apart = |at: usize| {
            at > 0 && self.lines.get(at).is_some_and(Line::is_blank) && several(at + 1) && several(at - 1)
        };
        while let Some(line) = self.lines.get(end)
            && (!line.is_blank() || apart(end))
            && (line.is_blank() || matches!(line.mark, Mark::None | Mark::Number(_)))
        {
            end += 1;
            if line.is_blank() {
                continue;
            }
            if several(end - 1) {
                last = end;
            } else if end - last > 1 {
                break;
            }
        }
        // A last row may hold a single cell.
        if last < end
            && self.lines[last].indent == self.lines[at].indent
            && last + 1 == end
            && self.lines.get(end).is_none_or(Line::is_blank)
        {
            last = end;
        }
        let tabs = self.text(at).contains('\t');
        if last - at >= 2 || tabs { last } else { at }
    }

    /// Where lines of quoted values between commas end, `"Amber Trust","Dale"`; the line itself where none begin.
    pub(super) fn quoted_end(&self, at: usize) -> usize {
        let headed = self.is_comma_heading(at);
        let cells = |at: usize| {
            self.lines
                .get(at)
                .filter(|line| !line.is_blank() && line.mark == Mark::None)
                .map_or(0, |line| self.comma_cells(line.body.clone(), headed).len())
        };
        let first = cells(at);
        if first < 2 {
            return at;
        }
        let end = (at + 1..self.lines.len())
            .find(|at| cells(*at) != first)
            .unwrap_or(self.lines.len());
        if end - at >= 2 { end } else { at }
    }

    fn comma_cells(&self, range: Range<usize>, headed: bool) -> Vec<Range<usize>> {
        if headed {
            bare_or_quoted(self.source, range)
        } else {
            quoted(self.source, range)
        }
    }

    /// Whether a line is the headings of values between commas, without a space behind them: "Name,Title,Organization".
    fn is_comma_heading(&self, at: usize) -> bool {
        let text = self.text(at);
        if text.len() > 400 || text.contains(", ") || !text.contains(',') {
            return false;
        }
        let headings: Vec<String> = text.split(',').map(|cell| fold(cell.trim_matches('"'))).collect();
        let known = columns::slots(&headings).iter().flatten().count();
        let few = headings.iter().all(|heading| heading.split(' ').count() <= 5);
        known >= 2 && known * 2 >= headings.len() && few
    }

    /// Lines of quoted values between commas.
    pub(super) fn quoted(&mut self, at: usize) -> usize {
        let end = self.quoted_end(at);
        let headed = self.is_comma_heading(at);
        let rows = (at..end)
            .map(|i| {
                self.comma_cells(self.lines[i].body.clone(), headed)
                    .into_iter()
                    .map(|cell| Flow::of(self.source, cell))
                    .collect()
            })
            .collect();
        self.out.has_columns = true;
        self.rows(rows);
        end
    }

    pub(super) fn columns(&mut self, at: usize) -> usize {
        let end = self.columns_end(at);
        let rows: Vec<Vec<Flow>> = (at..end)
            .filter(|i| !self.lines[*i].is_blank())
            .map(|i| {
                columns::cells(self.source, self.lines[i].body.clone(), WIDE)
                    .into_iter()
                    .map(|cell| Flow::of(self.source, cell))
                    .collect()
            })
            .collect();
        self.out.has_columns = true;
        // What few rows hold is seen better with the other rows of the text that have as many cells.
        let width = rows.iter().map(Vec::len).max().unwrap_or_default();
        let alike = if rows.len() < FEW_ROWS && width > 1 {
            self.lines
                .iter()
                .filter(|line| !line.is_blank() && line.mark == Mark::None)
                .map(|line| columns::cells(self.source, line.body.clone(), WIDE))
                .filter(|cells| cells.len() == width)
                .take(MOST_ALIKE)
                .map(|cells| {
                    cells
                        .into_iter()
                        .map(|cell| Flow::of(self.source, cell))
                        .collect()
                })
                .collect()
        } else {
            Vec::new()
        };
        self.rows_among(rows, &alike);
        end
    }

    pub(super) fn rows(&mut self, rows: Vec<Vec<Flow>>) {
        self.rows_among(rows, &[]);
    }

    fn rows_among(&mut self, rows: Vec<Vec<Flow>>, alike: &[Vec<Flow>]) {
        let table = match columns::read(&rows) {
            columns::Table::Names(order) if alike.len() > rows.len() => match columns::read(alike) {
                columns::Table::Records {
                    columns,
                    first,
                    status,
                } => {
                    let heads = rows.first().zip(alike.first()).is_some_and(|(row, first)| {
                        row.iter().zip(first).all(|(one, other)| one.text == other.text)
                    });
                    columns::Table::Records {
                        columns,
                        first: if heads { first } else { 0 },
                        status,
                    }
                }
                columns::Table::Names(_) => columns::Table::Names(order),
            },
            table => table,
        };
        match table {
            columns::Table::Names(order) => {
                let mut rows = rows;
                for (row, column) in order {
                    let flow = std::mem::take(&mut rows[row][column]);
                    self.push(flow, Shape::Cell);
                }
            }
            columns::Table::Records {
                columns,
                first,
                status,
            } => {
                for row in rows.into_iter().skip(first) {
                    let said = status.and_then(|column| row.get(column)).and_then(|cell| {
                        let status = match answer(&fold(&cell.text)) {
                            Some(Answer::No) => ListStatus::Declined,
                            Some(Answer::Waiting) => ListStatus::Asked,
                            Some(Answer::Yes) => return None,
                            None => words::is_no(&fold(&cell.text)).then_some(ListStatus::Asked)?,
                        };
                        Some((status, cell.text.trim().to_owned()))
                    });
                    let cells = row
                        .into_iter()
                        .zip(&columns)
                        .filter_map(|(flow, slot)| slot.map(|slot| (slot, flow)))
                        .filter(|(_, flow)| flow.text.chars().any(char::is_alphanumeric))
                        .collect();
                    self.push_row(cells, said);
                }
            }
        }
    }
}

/// The values of a line that is nothing but quoted values between commas or semicolons; none where it is not.
fn quoted(source: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut cells = Vec::new();
    let mut at = range.start;
    while let Some(inner) = source[at..range.end].strip_prefix('"') {
        let start = at + 1;
        let Some(close) = inner.find('"').map(|close| start + close) else {
            return Vec::new();
        };
        cells.push(start..close);
        let rest = source[close + 1..range.end].trim_start();
        if rest.is_empty() {
            return cells;
        }
        let Some(next) = rest.strip_prefix([',', ';']) else {
            return Vec::new();
        };
        at = range.end - next.trim_start().len();
    }
    Vec::new()
}

/// The values of a line between commas, of which some may stand in quotation marks.
fn bare_or_quoted(source: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut cells = Vec::new();
    let mut start = range.start;
    let mut inside = false;
    for (offset, c) in source[range.clone()].char_indices() {
        match c {
            '"' => inside = !inside,
            ',' if !inside => {
                cells.push(start..range.start + offset);
                start = range.start + offset + 1;
            }
            _ => {}
        }
    }
    cells.push(start..range.end);
    cells
        .into_iter()
        .map(|cell| {
            let text = &source[cell.clone()];
            match text
                .trim()
                .strip_prefix('"')
                .and_then(|text| text.strip_suffix('"'))
            {
                Some(inner) => {
                    let at = cell.start + (text.len() - text.trim_start().len()) + 1;
                    at..at + inner.len()
                }
                None => cell,
            }
        })
        .collect()
}
