//! The block as lines in a document that is not ours: what each format's renderer does, for a place that
//! brings its own style.

use super::run::{BOLD, Look, Looks, Runs};
use super::{sentence, table};
use crate::prose::Paragraph;
use crate::{BlockEntry, BlockGroup, Layout, SignatoryBlock};

/// What a line is; its paragraph is dressed by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// A signatory on a line, or a sentence of them.
    Item,
    /// A signatory of several lines.
    Whole,
    /// One in a column, with a distance below it: an empty line would stand at the top of a column.
    Apart,
    /// A signatory with a bullet or number written before it, after which its lines stand in by so many twips.
    Marked(u32),
    /// A signatory in a column.
    InColumn,
    /// The heading of a group.
    Heading,
    /// The note under a heading.
    Note,
    /// Text of the block that is no signatory: introduction, count, note, closing.
    Text,
    /// An empty line that stands for distance.
    Gap,
    /// A logo or a name in the middle of its place.
    InWall,
    /// A paragraph without height, where a section has to end or begin.
    Sliver,
}

/// A line of the block.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) role: Role,
    /// A table that stands before it.
    pub(super) table: Option<String>,
    pub(super) runs: String,
    /// The number of columns of the section that ends with it.
    pub(super) ends_section: Option<usize>,
}

/// What a place makes of columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Columns {
    /// Lines one under the other.
    Lines,
    /// A section of the document.
    Section,
    /// A table without borders.
    Table,
}

/// What Lines has to know of the place.
pub(super) struct Setting<'a> {
    pub(super) looks: &'a Looks,
    /// Whether a line can be a paragraph; otherwise it ends with a line break.
    pub(super) splits: bool,
    /// Whether the place brings bullets or numbers.
    pub(super) is_list: bool,
    pub(super) columns: Columns,
    /// Whether its lines are as wide as the text of the page.
    pub(super) as_wide_as_page: bool,
    /// Whether the sentence around goes on after the block.
    pub(super) goes_on: bool,
    /// The properties of a paragraph in a table, by its role.
    pub(super) in_cell: &'a dyn Fn(Role) -> String,
}

/// Writes a block line by line.
pub(super) struct Lines<'a> {
    setting: &'a Setting<'a>,
    lines: Vec<Line>,
    /// Whether something stands before the line that is being written.
    started: bool,
    /// Whether that line is empty and stands for the distance to what comes before.
    apart: bool,
}

impl<'a> Lines<'a> {
    /// The lines that write the block: at least one, which is empty without signatories.
    pub(super) fn write(setting: &'a Setting<'a>, block: &SignatoryBlock) -> Vec<Line> {
        let mut lines = Self {
            setting,
            lines: Vec::new(),
            started: false,
            apart: false,
        };
        lines.push(Role::Item, None);
        if block.is_empty() {
            return lines.lines;
        }
        if block.options.layout == Layout::Prose {
            for paragraph in block.prose_within(setting.goes_on) {
                match paragraph {
                    Paragraph::Own(text) => lines.texts(text),
                    Paragraph::Sentence(pieces) => {
                        lines.start_part(Role::Item);
                        lines.runs(|runs| sentence(&pieces, runs));
                    }
                }
            }
        } else {
            lines.texts(&block.intro);
            lines.texts(block.summary.as_deref().unwrap_or_default());
            lines.groups(block);
            lines.texts(block.others.as_deref().unwrap_or_default());
            lines.texts(block.note.as_deref().unwrap_or_default());
            lines.texts(&block.outro);
        }
        if let [.., before, last] = lines.lines.as_mut_slice()
            && before.ends_section.is_some()
            && last.runs.is_empty()
        {
            last.role = Role::Sliver;
        }
        lines.lines
    }

    fn push(&mut self, role: Role, table: Option<String>) {
        self.lines.push(Line {
            role,
            table,
            runs: String::new(),
            ends_section: None,
        });
    }

    fn last(&mut self) -> Option<&mut Line> {
        self.lines.last_mut()
    }

    fn runs(&mut self, fill: impl FnOnce(&mut Runs)) {
        let looks = self.setting.looks;
        if let Some(line) = self.last() {
            let mut runs = Runs::new(&mut line.runs, looks);
            fill(&mut runs);
            runs.end();
        }
        self.started = true;
    }

    fn next_line(&mut self, role: Role) {
        if self.setting.splits {
            self.push(role, None);
        } else {
            self.runs(|runs| runs.text("\n", Look::default()));
        }
    }

    fn start_line(&mut self, role: Role) {
        if self.started {
            self.next_line(role);
        } else if let Some(line) = self.last() {
            line.role = role;
        }
        self.started = true;
    }

    /// Begins a part of the block, an empty line after the one before.
    fn start_part(&mut self, role: Role) {
        if self.started && !self.apart {
            self.next_line(Role::Gap);
        }
        self.apart = false;
        self.start_line(role);
    }

    fn texts(&mut self, text: &str) {
        for paragraph in text
            .split("\n\n")
            .map(str::trim)
            .filter(|paragraph| !paragraph.is_empty())
        {
            self.start_part(Role::Text);
            self.runs(|runs| runs.text(paragraph, Look::default()));
        }
    }

    fn groups(&mut self, block: &SignatoryBlock) {
        let tables = self.setting.splits && !self.setting.looks.prefix.is_empty();
        let mut numbers = block.numbers();
        let digits = block.total.max(1).ilog10();
        for group in &block.groups {
            let heading = block.heading(group);
            let as_columns = block.options.column_count() > 1 && self.setting.columns != Columns::Lines;
            if let Some(heading) = &heading {
                self.start_part(Role::Heading);
                self.runs(|runs| runs.text(heading, BOLD));
                if let Some(note) = &group.note {
                    self.start_line(Role::Note);
                    self.runs(|runs| runs.text(note, Look::default()));
                }
            } else if self.started && !self.apart {
                self.next_line(Role::Gap);
                self.apart = true;
            }
            if block.options.layout == Layout::Table && tables {
                let mut xml = String::new();
                table::write(
                    &mut xml,
                    self.setting.looks,
                    block,
                    group,
                    "",
                    &(self.setting.in_cell)(Role::Heading),
                    &(self.setting.in_cell)(Role::Text),
                );
                self.after_table(xml);
                continue;
            }
            if block.options.layout == Layout::Logos && tables && self.setting.as_wide_as_page {
                let mut xml = String::new();
                table::wall(
                    &mut xml,
                    self.setting.looks,
                    block,
                    group,
                    &(self.setting.in_cell)(Role::InWall),
                );
                self.after_table(xml);
                continue;
            }
            let mut marks = block.list_marks(group, &mut numbers);
            if self.setting.is_list {
                marks.iter_mut().for_each(String::clear);
            }
            let role = match block.options.layout {
                // Where the place brings the marks, the paragraph stands as it does there.
                Layout::Bullets if !self.setting.is_list && self.setting.splits => Role::Marked(280),
                Layout::Numbered if !self.setting.is_list && self.setting.splits => {
                    Role::Marked(280 + 130 * digits)
                }
                // Entries that stand apart need no hanging lines to be told apart.
                _ if as_columns && block.is_spaced() => Role::Whole,
                _ if as_columns => Role::InColumn,
                _ => Role::Item,
            };
            if as_columns && tables {
                self.columns(block, group, role, &marks);
            } else {
                self.entries(block, group, role, &marks);
            }
        }
    }

    fn entries(&mut self, block: &SignatoryBlock, group: &BlockGroup, role: Role, marks: &[String]) {
        // The marks of a list tell its entries apart.
        let spaced = block.is_spaced() && !self.setting.is_list;
        for (at, (entry, mark)) in group.entries.iter().zip(marks).enumerate() {
            let role = match role {
                Role::Item if self.setting.splits && entry.lines().count() > 1 => Role::Whole,
                role => role,
            };
            if at > 0 && spaced || at == 0 && self.apart {
                self.start_part(role);
            } else {
                self.start_line(role);
            }
            self.entry(block, entry, mark);
        }
    }

    fn entry(&mut self, block: &SignatoryBlock, entry: &BlockEntry, mark: &str) {
        let parted = if self.setting.splits { "\t" } else { " " };
        self.runs(|runs| {
            if !mark.is_empty() {
                runs.text(&format!("{mark}{parted}"), Look::default());
            }
            runs.logo_or_entry(block, entry);
        });
    }

    fn columns(&mut self, block: &SignatoryBlock, group: &BlockGroup, role: Role, marks: &[String]) {
        let count = block.options.column_count();
        if self.setting.columns == Columns::Table {
            let mut xml = String::new();
            let properties = (self.setting.in_cell)(role);
            let between = if block.is_spaced() {
                format!(
                    "<{0}p>{1}</{0}p>",
                    self.setting.looks.prefix,
                    (self.setting.in_cell)(Role::Gap)
                )
            } else {
                String::new()
            };
            table::columns(
                &mut xml,
                self.setting.looks,
                block,
                group,
                marks,
                &properties,
                &between,
            );
            self.after_table(xml);
            return;
        }
        if let Some(line) = self.last() {
            // What stands before the columns stands in a section of its own.
            line.ends_section = Some(1);
            if line.runs.is_empty() {
                line.role = Role::Sliver;
            }
        }
        (self.started, self.apart) = (true, false);
        for (at, (entry, mark)) in group.entries.iter().zip(marks).enumerate() {
            let apart = block.is_spaced() && at + 1 < group.entries.len();
            self.start_line(if apart { Role::Apart } else { role });
            self.entry(block, entry, mark);
        }
        if let Some(line) = self.last() {
            line.ends_section = Some(count);
        }
        self.push(Role::Gap, None);
        (self.started, self.apart) = (true, true);
    }

    /// A table stands between two paragraphs; the one after it is distance enough.
    fn after_table(&mut self, xml: String) {
        if let [first] = self.lines.as_mut_slice()
            && first.runs.is_empty()
        {
            // What remains of the paragraph that the table takes the place of is neither an item nor a line.
            first.role = Role::Sliver;
        }
        self.push(Role::Gap, Some(xml));
        (self.started, self.apart) = (true, true);
    }
}
