//! Columns as a table whose rows each stay whole on a page, where a format has no columns of its own: how many entries
//! stand in a row, and in each of its cells, by a guess at how they wrap.
//!
//! A row that is longer than a page would be torn, so that one column went on beside the wrong part of the other. A long
//! list has several rows, each of which is filled down by itself.

use super::{BlockEntry, Part, SignatoryBlock};

/// How many lines a row may have: half a page, so that little of it stays empty above a row that has to stay whole. And how
/// many letters a line across the page has.
const ROW_LINES: usize = 24;
const LINE_LETTERS: usize = 90;

/// The heights of entries, in lines.
pub(super) struct Heights {
    columns: usize,
    spaced: bool,
}

impl Heights {
    /// Those in the columns of a block.
    pub(super) fn of(block: &SignatoryBlock) -> Self {
        Self {
            columns: block.options.column_count(),
            spaced: block.is_spaced(),
        }
    }

    /// The lines that an entry takes.
    fn entry(&self, entry: &BlockEntry) -> usize {
        let letters = (LINE_LETTERS / self.columns.max(1)).max(1);
        let length = |line: &[Part]| line.iter().map(|part| part.text.chars().count()).sum::<usize>();
        let lines = entry.lines().map(|line| 1 + length(line) / letters);
        lines.sum::<usize>() + usize::from(self.spaced)
    }

    /// Entries cut into rows that fit on a page.
    pub(super) fn rows<'block>(&self, entries: &'block [BlockEntry]) -> Vec<&'block [BlockEntry]> {
        let room = ROW_LINES * self.columns;
        let (mut rows, mut start, mut used) = (Vec::new(), 0, 0);
        for (at, entry) in entries.iter().enumerate() {
            let height = self.entry(entry);
            if used + height > room && at > start {
                rows.push(entries.get(start..at).unwrap_or_default());
                (start, used) = (at, 0);
            }
            used += height;
        }
        rows.push(entries.get(start..).unwrap_or_default());
        rows
    }

    /// A row filled down into columns that are as nearly of one height as whole entries allow.
    pub(super) fn fill_down<'block>(&self, mut row: &'block [BlockEntry]) -> Vec<&'block [BlockEntry]> {
        let mut left: usize = row.iter().map(|entry| self.entry(entry)).sum();
        let mut filled = Vec::with_capacity(self.columns);
        for columns in (1..=self.columns.max(1)).rev() {
            let share = left.div_ceil(columns);
            let (mut taken, mut used) = (0, 0);
            for entry in row {
                let height = self.entry(entry);
                // Half of an entry may stand over.
                if columns > 1 && taken > 0 && 2 * used + height > 2 * share {
                    break;
                }
                (taken, used) = (taken + 1, used + height);
            }
            let (column, rest) = row.split_at(taken);
            filled.push(column);
            (row, left) = (rest, left - used);
        }
        filled
    }
}
