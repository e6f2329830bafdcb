//! Rows that were not taken, as a file to be mended and imported again.

use super::{ImportPlan, OpenSource, Outcome};
use crate::coalition::Coalition;
use base::error::Result;
use base::messages::{Language, Message};
use blocks::csv::push_cell;
use vocabulary::ids::ImportId;

impl ImportPlan {
    /// The rows of a source that the plan does not take, as CSV with the reason of each; those that wait for a decision are among
    /// them.
    pub fn rejects(&self, source: &OpenSource, language: Language) -> String {
        let left = self
            .rows
            .iter()
            .enumerate()
            .filter(|(_, planned)| planned.outcome.is_left());
        let rows: Vec<(u32, Vec<String>, String)> = left
            .map(|(place, planned)| {
                let reason = planned.question().to_string(language);
                (source.number(place), source.cells(place), reason)
            })
            .collect();
        rejects(
            &source.headings(),
            &rows,
            &Message::new("import-reason").to_string(language),
        )
    }
}

impl Coalition {
    /// The rows that an earlier import did not take, as CSV with the reason of each.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`].
    pub fn import_rejects(&self, id: ImportId, language: Language) -> Result<String> {
        let headings = self.import_headings(id)?;
        let outcomes = [Outcome::Rejected, Outcome::Asked];
        let (_, rows) = self.list_import_rows(id, &outcomes, 0, usize::MAX, language)?;
        let rows: Vec<(u32, Vec<String>, String)> = rows
            .into_iter()
            .map(|row| (row.number, row.cells, row.reason))
            .collect();
        Ok(rejects(
            &headings,
            &rows,
            &Message::new("import-reason").to_string(language),
        ))
    }
}

/// Rows that were not taken, as CSV under their own headings with the reason of each at the end: to be mended and imported
/// again. A cell that a spreadsheet would take for a formula is guarded.
pub fn rejects(headings: &[String], rows: &[(u32, Vec<String>, String)], reason: &str) -> String {
    let width = rows.iter().map(|(_, cells, _)| cells.len()).max().unwrap_or(0);
    let width = width.max(headings.len());
    let line = |cells: &[String], last: &str| {
        let mut line = String::new();
        for at in 0..width {
            push_cell(&mut line, at, cells.get(at).map_or("", String::as_str));
        }
        push_cell(&mut line, width, last);
        line.push('\n');
        line
    };
    let mut csv = line(headings, reason);
    for (_, cells, reason) in rows {
        csv.push_str(&line(cells, reason));
    }
    csv
}
