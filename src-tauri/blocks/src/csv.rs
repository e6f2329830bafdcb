//! The block as comma-separated values (RFC 4180): a head, then a row for each entry, the group's heading in
//! the first column.
//!
//! It is data for a spreadsheet, so introduction, closing text and counts stay out. A cell that a spreadsheet
//! would read as a formula is guarded against that; the app's own reader takes the guard off again.

use super::{BlockGroup, SignatoryBlock};
use vocabulary::formula::guarded;

/// The block as CSV, rows parted by a newline, without one at its end; empty without signatories.
pub fn render(block: &SignatoryBlock) -> String {
    let mut csv = String::new();
    if block.is_empty() {
        return csv;
    }
    for (at, column) in block.table.iter().enumerate() {
        push_cell(&mut csv, at, &column.title);
    }
    for group in &block.groups {
        rows(block, group, &mut csv);
    }
    csv
}

fn rows(block: &SignatoryBlock, group: &BlockGroup, csv: &mut String) {
    for entry in &group.entries {
        csv.push('\n');
        for (at, column) in block.table.iter().enumerate() {
            match column.kind {
                Some(kind) => push_cell(csv, at, &entry.cell(kind)),
                None => push_cell(csv, at, group.heading.as_deref().unwrap_or_default()),
            }
        }
    }
}

/// Appends a cell, guarded against formulas, with the comma before it unless it is the first of its row.
pub fn push_cell(csv: &mut String, at: usize, text: &str) {
    if at > 0 {
        csv.push(',');
    }
    let text = guarded(text);
    let quoted = text.contains([',', '"', '\n', '\r']) || text.starts_with(' ') || text.ends_with(' ');
    if quoted {
        csv.push('"');
    }
    for (at, piece) in text.split('"').enumerate() {
        if at > 0 {
            csv.push_str("\"\"");
        }
        csv.push_str(piece);
    }
    if quoted {
        csv.push('"');
    }
}
