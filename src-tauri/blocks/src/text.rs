//! The block as plain text: what lands in an e-mail, a press release or a terminal.
//!
//! Columns and tables are laid out for a fixed-width font, by display width: East Asian wide characters and
//! emoji take two cells. Nothing is cut; what is too long goes on below, indented. No line ends in a space.

use super::prose::{Paragraph, Piece};
use super::{BlockEntry, BlockGroup, Layout, Part, PartKind, SignatoryBlock};

mod width;

pub(super) use width::display_width;
use width::wrap;

/// The width that columns and tables keep to, in cells: what mail programs and terminals show without
/// breaking lines.
const PAGE: usize = 80;
/// Empty cells between two columns.
const GUTTER: usize = 3;
/// How far the rest of a wrapped name is indented.
const HANGING: usize = 2;

/// The block as plain text, without a newline at its end; empty without signatories.
pub fn render(block: &SignatoryBlock) -> String {
    if block.is_empty() {
        return String::new();
    }
    let mut page = Page::default();
    if block.options.layout == Layout::Prose {
        prose(block, &mut page);
    } else {
        page.paragraph(&block.intro);
        page.paragraph(block.summary.as_deref().unwrap_or_default());
        groups(block, &mut page);
        page.paragraph(block.note.as_deref().unwrap_or_default());
        page.paragraph(&block.outro);
    }
    page.text
}

/// Text in paragraphs, an empty line between two.
#[derive(Default)]
struct Page {
    text: String,
}

impl Page {
    fn paragraph(&mut self, text: &str) {
        let text = text.trim_matches('\n').trim_end();
        if text.is_empty() {
            return;
        }
        self.start_paragraph();
        for (at, line) in text.lines().enumerate() {
            if at > 0 {
                self.text.push('\n');
            }
            self.text.push_str(line.trim_end());
        }
    }

    fn start_paragraph(&mut self) {
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
    }

    fn line(&mut self, line: &str) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
        self.text.push_str(line.trim_end());
    }
}

fn prose(block: &SignatoryBlock, page: &mut Page) {
    for paragraph in block.prose() {
        match paragraph {
            Paragraph::Own(text) => page.paragraph(text),
            Paragraph::Sentence(pieces) => {
                page.start_paragraph();
                for piece in pieces {
                    match piece {
                        Piece::Plain(text) => page.text.push_str(text),
                        Piece::Heading(heading) => {
                            page.text.push_str(&heading);
                            page.text.push_str(": ");
                        }
                        Piece::Entry(entry) => push_entry(&mut page.text, entry),
                    }
                }
            }
        }
    }
}

fn push_entry(text: &mut String, entry: &BlockEntry) {
    for part in &entry.parts {
        text.push_str(if part.kind == PartKind::Break {
            " "
        } else {
            &part.text
        });
    }
}

fn groups(block: &SignatoryBlock, page: &mut Page) {
    let grid = match block.options.layout {
        Layout::Columns => Some(column_widths(block)),
        _ if block.options.column_count() > 1 => Some(column_widths(block)),
        Layout::Table => Some(table_widths(block)),
        _ => None,
    };
    let spaced = block.is_spaced();
    let mut numbers = block.numbers();
    for (at, group) in block.groups.iter().enumerate() {
        page.start_paragraph();
        let mut started = false;
        if let Some(heading) = block.heading(group) {
            page.line(&heading);
            started = true;
        }
        if let Some(note) = &group.note {
            page.line(note);
        }
        let marks = block.list_marks(group, &mut numbers);
        match (block.options.layout, &grid) {
            (Layout::Table, Some(widths)) => table(block, group, widths, at == 0, page),
            (_, Some(widths)) => columns(group, widths, &marks, spaced, page),
            (_, None) => {
                for (at, (entry, mark)) in group.entries.iter().zip(&marks).enumerate() {
                    if spaced && at > 0 {
                        page.text.push('\n');
                    }
                    list_entry(entry, mark, page, &mut started);
                }
            }
        }
    }
    if let Some(others) = &block.others {
        page.line(others);
    }
}

/// One entry of a list; the lines after its first are set under its text.
fn list_entry(entry: &BlockEntry, mark: &str, page: &mut Page, started: &mut bool) {
    for (at, line) in entry.lines().enumerate() {
        if *started {
            page.text.push('\n');
        }
        *started = true;
        push_line(line, at == 0, mark, &mut page.text);
    }
}

/// Appends a line of an entry behind its mark, or set in as far as the mark takes where it is not the first.
fn push_line(line: &[Part], is_first: bool, mark: &str, text: &mut String) {
    if !mark.is_empty() && is_first {
        text.push_str(mark);
        text.push(' ');
    } else if !mark.is_empty() {
        text.extend(std::iter::repeat_n(' ', display_width(mark) + 1));
    }
    text.extend(line.iter().map(|part| &*part.text));
}

/// The lines of an entry behind its mark.
fn marked_lines<'a>(entry: &'a BlockEntry, mark: &'a str) -> impl Iterator<Item = String> + 'a {
    entry.lines().enumerate().map(move |(at, line)| {
        let mut text = String::new();
        push_line(line, at == 0, mark, &mut text);
        text
    })
}

fn column_widths(block: &SignatoryBlock) -> Vec<usize> {
    let mut natural = vec![0; block.options.column_count()];
    let mut numbers = block.numbers();
    for group in &block.groups {
        let marks = block.list_marks(group, &mut numbers);
        let mut marks = marks.iter();
        for (width, column) in natural
            .iter_mut()
            .zip(group.columns(block.options.column_count()))
        {
            for entry in column {
                let mark = marks.next().map_or("", String::as_str);
                let lines = marked_lines(entry, mark).map(|line| display_width(&line));
                *width = (*width).max(lines.max().unwrap_or_default());
            }
        }
    }
    fit(natural)
}

fn columns(group: &BlockGroup, widths: &[usize], marks: &[String], spaced: bool, page: &mut Page) {
    let mut marks = marks.iter();
    let stacks: Vec<Vec<String>> = group
        .columns(widths.len())
        .into_iter()
        .zip(widths)
        .map(|(column, width)| {
            let mut stack = Vec::new();
            for (at, entry) in column.iter().enumerate() {
                if spaced && at > 0 {
                    stack.push(String::new());
                }
                let mark = marks.next().map_or("", String::as_str);
                // What is wrapped goes on under the name.
                let hanging = HANGING + display_width(mark);
                stack.extend(marked_lines(entry, mark).flat_map(|line| wrap(&line, *width, hanging)));
            }
            stack
        })
        .collect();
    side_by_side(&stacks, widths, page);
}

fn table_widths(block: &SignatoryBlock) -> Vec<usize> {
    let natural = block.table_columns().map(|(kind, title)| {
        let cells = block
            .groups
            .iter()
            .flat_map(|group| &group.entries)
            .map(|entry| display_width(&entry.cell(kind)));
        cells.max().unwrap_or_default().max(display_width(title))
    });
    fit(natural.collect())
}

fn table(block: &SignatoryBlock, group: &BlockGroup, widths: &[usize], first: bool, page: &mut Page) {
    if first {
        let titles: Vec<_> = block
            .table_columns()
            .zip(widths)
            .map(|((_, title), width)| {
                let mut lines = wrap(title, *width, 0);
                lines.push("-".repeat(*width));
                lines
            })
            .collect();
        side_by_side(&titles, widths, page);
    }
    for entry in &group.entries {
        let cells: Vec<_> = block
            .table_columns()
            .zip(widths)
            .map(|((kind, _), width)| wrap(&entry.cell(kind), *width, HANGING))
            .collect();
        side_by_side(&cells, widths, page);
    }
}

/// Writes stacks of lines beside each other, each as wide as its column.
fn side_by_side(stacks: &[Vec<String>], widths: &[usize], page: &mut Page) {
    let height = stacks.iter().map(Vec::len).max().unwrap_or_default();
    let mut row = String::new();
    for at in 0..height {
        row.clear();
        // Cells still owed before the next text, so that nothing is written after the last one.
        let mut owed = 0;
        for (stack, width) in stacks.iter().zip(widths) {
            let cell = stack.get(at).map_or("", String::as_str);
            if !cell.is_empty() {
                row.extend(std::iter::repeat_n(' ', owed));
                row.push_str(cell);
                owed = 0;
            }
            owed += width.saturating_sub(display_width(cell)) + GUTTER;
        }
        page.line(&row);
    }
}

/// Widths that fit the page: narrow columns keep what they need, the wide ones share the rest evenly.
fn fit(natural: Vec<usize>) -> Vec<usize> {
    let gutters = GUTTER * natural.len().saturating_sub(1);
    let mut room = PAGE.saturating_sub(gutters);
    let mut order: Vec<usize> = (0..natural.len()).collect();
    order.sort_by_key(|at| natural.get(*at).copied().unwrap_or_default());
    let mut widths = vec![0; natural.len()];
    let mut left = natural.len();
    for at in order {
        let share = room / left.max(1);
        let width = natural.get(at).copied().unwrap_or_default().min(share);
        if let Some(slot) = widths.get_mut(at) {
            *slot = width;
        }
        room -= width;
        left -= 1;
    }
    widths
}
