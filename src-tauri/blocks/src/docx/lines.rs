//! The block as lines in a document that is not ours: what each format's renderer does, for a place that
//! brings its own style.

use super::super::prose::Paragraph;
use super::super::{BlockGroup, Layout, SignatoryBlock};
use super::run::{BOLD, Look, Looks, Runs};
use super::{sentence, table};

/// A piece of what stands in the place of a placeholder.
#[derive(Debug)]
pub(super) enum Step {
    /// Runs.
    Runs(String),
    /// The paragraph ends and another begins.
    Paragraph,
    /// The paragraph ends, a table follows, and another paragraph begins.
    Table(String),
}

/// Writes a block line by line.
pub(super) struct Lines<'a> {
    looks: &'a Looks,
    /// Whether a line can be a paragraph; otherwise it ends with a line break.
    splits: bool,
    /// Whether the place brings bullets or numbers.
    is_list: bool,
    paragraph_properties: &'a str,
    steps: Vec<Step>,
    /// The runs of the line that is being written.
    line: String,
    /// Whether something stands before the line that is being written.
    started: bool,
    /// Whether that line is empty and stands for the distance to what comes before.
    apart: bool,
}

impl<'a> Lines<'a> {
    pub(super) fn new(looks: &'a Looks, splits: bool, is_list: bool, paragraph_properties: &'a str) -> Self {
        Self {
            looks,
            splits,
            is_list,
            paragraph_properties,
            steps: Vec::new(),
            line: String::new(),
            started: false,
            apart: false,
        }
    }

    /// The steps that write the block; none without signatories.
    pub(super) fn write(mut self, block: &SignatoryBlock) -> Vec<Step> {
        if block.is_empty() {
            return Vec::new();
        }
        if block.options.layout == Layout::Prose {
            for paragraph in block.prose() {
                match paragraph {
                    Paragraph::Own(text) => self.texts(text),
                    Paragraph::Sentence(pieces) => {
                        self.start_part();
                        self.runs(|runs| sentence(&pieces, runs));
                    }
                }
            }
        } else {
            self.texts(&block.intro);
            self.texts(block.summary.as_deref().unwrap_or_default());
            self.groups(block);
            self.texts(block.others.as_deref().unwrap_or_default());
            self.texts(block.note.as_deref().unwrap_or_default());
            self.texts(&block.outro);
        }
        self.steps.push(Step::Runs(self.line));
        self.steps
    }

    fn runs(&mut self, fill: impl FnOnce(&mut Runs)) {
        let mut runs = Runs::new(&mut self.line, self.looks);
        fill(&mut runs);
        runs.end();
        self.started = true;
    }

    fn next_line(&mut self) {
        if self.splits {
            self.steps.push(Step::Runs(std::mem::take(&mut self.line)));
            self.steps.push(Step::Paragraph);
        } else {
            self.runs(|runs| runs.text("\n", Look::default()));
        }
    }

    fn start_line(&mut self) {
        if self.started {
            self.next_line();
        }
        self.started = true;
    }

    /// Begins a part of the block, an empty line after the one before.
    fn start_part(&mut self) {
        if self.started && !self.apart {
            self.next_line();
        }
        self.apart = false;
        self.start_line();
    }

    fn texts(&mut self, text: &str) {
        for paragraph in text
            .split("\n\n")
            .map(str::trim)
            .filter(|paragraph| !paragraph.is_empty())
        {
            self.start_part();
            self.runs(|runs| runs.text(paragraph, Look::default()));
        }
    }

    fn groups(&mut self, block: &SignatoryBlock) {
        let (mut number, spaced) = (0, block.is_spaced());
        for group in &block.groups {
            self.start_part();
            let heading = block.heading(group);
            if let Some(heading) = &heading {
                self.runs(|runs| runs.text(heading, BOLD));
            }
            if block.options.layout == Layout::Table && self.splits && !self.looks.prefix.is_empty() {
                self.table(block, group);
                continue;
            }
            for (at, entry) in group.entries.iter().enumerate() {
                number += 1;
                if at > 0 && spaced {
                    self.start_part();
                } else if at > 0 || heading.is_some() {
                    self.start_line();
                }
                let mark = match block.options.layout {
                    Layout::Bullets if !self.is_list => "• ".to_owned(),
                    Layout::Numbered if !self.is_list => format!("{number}. "),
                    _ => String::new(),
                };
                self.runs(|runs| {
                    runs.text(&mark, Look::default());
                    runs.entry(entry);
                });
            }
        }
    }

    fn table(&mut self, block: &SignatoryBlock, group: &BlockGroup) {
        let mut xml = String::new();
        let properties = self.paragraph_properties;
        table::write(&mut xml, self.looks, block, group, "", properties);
        self.steps.push(Step::Runs(std::mem::take(&mut self.line)));
        self.steps.push(Step::Table(xml));
        (self.started, self.apart) = (true, true);
    }
}
