//! Lines that are rows: Markdown and HTML tables, columns by tab or wide spaces.
//!
//! Owns where they begin and end; what their columns hold is decided in `columns.rs`.

use names::recognize::words::fold;

use super::super::entry::ListStatus;
use super::super::flow::Flow;
use super::super::lines::{Line, Mark, tags};
use super::super::remark::{Answer, answer};
use super::super::{columns, words};
use super::{Reader, Shape, WIDE};

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
        let cells = |at: usize| {
            self.lines
                .get(at)
                .filter(|line| !line.is_blank() && line.mark == Mark::None)
                .map_or(0, |line| quoted(self.source, line.body.clone()).len())
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

    /// Lines of quoted values between commas.
    pub(super) fn quoted(&mut self, at: usize) -> usize {
        let end = self.quoted_end(at);
        let rows = (at..end)
            .map(|i| {
                quoted(self.source, self.lines[i].body.clone())
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
        self.rows(rows);
        end
    }

    pub(super) fn rows(&mut self, rows: Vec<Vec<Flow>>) {
        match columns::read(&rows) {
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
fn quoted(source: &str, range: std::ops::Range<usize>) -> Vec<std::ops::Range<usize>> {
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
