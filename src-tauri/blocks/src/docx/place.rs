//! A paragraph with placeholders, and what takes its place.

use std::collections::BTreeSet;
use std::ops::Range;

use super::Notice;
use super::elements::name_of;
use super::lines::{Columns, Line, Lines, Role as LineRole, Setting};
use super::parts::Role;
use super::placeholder::{Kind, OBSTACLE, Placeholder};
use super::properties::{Properties, Wanted};
use super::run::{Look, Looks, Runs};
use super::scan::{self, ContainerKind, Paragraph, Scanned};
use super::sections::{Section, Sections};
use super::styles::Styles;
use crate::prose::CLOSING_QUOTES;
use crate::{Layout, SignatoryBlock};

/// How many lines of text a header or footer has room for on any page.
const MOST_IN_HEADER: usize = 8;
/// How many lines a text box has room for on any page.
const MOST_IN_BOX: usize = 20;
/// How many letters a line of text has at least, and one in a text box.
const LINE: usize = 90;
const LINE_IN_BOX: usize = 40;

/// A change of the source: what stands in this range gives way to that.
pub(super) struct Edit {
    pub(super) range: Range<usize>,
    pub(super) with: String,
}

/// What a placeholder gives way to.
pub(super) enum Content<'a> {
    Block(&'a SignatoryBlock),
    Number(u32),
}

/// The part of the document that is being filled, and what is found out on the way.
pub(super) struct Filling<'a> {
    pub(super) source: &'a str,
    pub(super) scanned: &'a Scanned<'a>,
    pub(super) role: Role,
    pub(super) styles: &'a Styles,
    /// Whether the document is a strict one.
    pub(super) strict: bool,
    pub(super) edits: Vec<Edit>,
    pub(super) sections: Sections,
    /// Where the properties stand of the content controls that are filled.
    pub(super) controls: BTreeSet<(usize, usize)>,
    pub(super) notices: BTreeSet<Notice>,
}

/// A placeholder with its lines and the run in which it begins.
struct Filled {
    range: Range<usize>,
    run: usize,
    lines: Vec<Line>,
}

/// What stands around a placeholder.
struct Around {
    columns: Columns,
    as_wide_as_page: bool,
    goes_on: bool,
}

impl<'a> Filling<'a> {
    /// Fills the placeholders of a paragraph.
    pub(super) fn paragraph<'b>(
        &mut self,
        paragraph: &'a Paragraph<'a>,
        placeholders: &[Placeholder],
        content: impl Fn(&Placeholder) -> Option<Content<'b>>,
    ) {
        let text = paragraph.text();
        let in_table = self
            .scanned
            .around(paragraph.container)
            .any(|container| container.kind == ContainerKind::Row);
        let properties = Properties::read(
            paragraph
                .properties
                .clone()
                .map_or("", |range| self.text_of(&range)),
            paragraph.prefix,
            self.strict,
            in_table,
            self.styles,
        );
        let section = self.section(paragraph);
        let mut filled = Vec::new();
        for placeholder in placeholders {
            let Some((content, run)) = content(placeholder).zip(run_at(paragraph, placeholder.range.start))
            else {
                continue;
            };
            self.look_around(paragraph, run, placeholder.kind, &properties);
            let columns = match &section {
                _ if !paragraph.in_body => Columns::Table,
                // In a section of several columns they fill these.
                Place::Columns => Columns::Lines,
                Place::Section(_) => Columns::Section,
                Place::None => Columns::Table,
            };
            let after = text.get(placeholder.range.end..).unwrap_or_default();
            let mut range = placeholder.range.clone();
            if let Content::Block(block) = &content
                && block.ends_in_stop()
                && after.starts_with('.')
                && !after.starts_with("..")
            {
                // The name brings the full stop of the sentence.
                range.end += 1;
            }
            let setting = Around {
                columns,
                // A wall takes the whole width of the page.
                as_wide_as_page: self.role == Role::Main
                    && paragraph.in_body
                    && !matches!(section, Place::Columns),
                goes_on: goes_on(after),
            };
            let lines = self.lines(paragraph, run, &content, &setting, &properties);
            let in_box = self.is_in_box(paragraph, run);
            self.check_room(placeholder.kind, &content, &lines, in_box);
            filled.push(Filled { range, run, lines });
        }
        let cut = match section {
            Place::Section(range) => filled
                .iter()
                .flat_map(|filled| &filled.lines)
                .any(|line| line.ends_section.is_some())
                .then(|| self.sections.cut(self.source, &range, paragraph.prefix)),
            _ => None,
        };
        self.write(paragraph, &text, filled, &properties, cut);
    }

    /// What the paragraph's section makes of columns.
    fn section(&self, paragraph: &Paragraph) -> Place {
        if self.role != Role::Main || !paragraph.in_body {
            return Place::None;
        }
        Sections::around(self.source, self.scanned, paragraph.tag.start)
    }

    /// Notes the content controls around a run, and says what does not grow.
    fn look_around(&mut self, paragraph: &Paragraph, run: usize, kind: Kind, properties: &Properties) {
        let container = paragraph.runs.get(run).and_then(|run| run.container);
        for container in self.scanned.around(container) {
            match (container.kind, &container.properties) {
                (ContainerKind::Control, Some(range)) => {
                    self.controls.insert((range.start, range.end));
                }
                _ if kind == Kind::Count || container.grows => {}
                (ContainerKind::TextBox, _) => {
                    self.notices.insert(Notice::FixedTextBox);
                }
                (ContainerKind::Row, _) => {
                    self.notices.insert(Notice::FixedRow);
                }
                (ContainerKind::Control, None) => {}
            }
        }
        if kind == Kind::Signatories && properties.in_fixed_frame {
            self.notices.insert(Notice::FixedFrame);
        }
    }

    /// Whether a run stands in a text box, of whatever height.
    fn is_in_box(&self, paragraph: &Paragraph, run: usize) -> bool {
        let container = paragraph.runs.get(run).and_then(|run| run.container);
        let mut around = self.scanned.around(container);
        around.any(|container| container.kind == ContainerKind::TextBox)
    }

    fn check_room(&mut self, kind: Kind, content: &Content, lines: &[Line], in_box: bool) {
        let Content::Block(block) = content else { return };
        let entries = || block.groups.iter().flat_map(|group| &group.entries);
        let length: usize = entries().map(|entry| entry.text().chars().count()).sum();
        let rows = lines.len().max(match block.options.layout {
            Layout::Prose => 1,
            // A table is one line of the place, with a row for each entry.
            _ => entries().count() / block.options.column_count(),
        });
        let is_more =
            |most: usize, line: usize| kind == Kind::Signatories && (rows > most || length > most * line);
        if is_more(MOST_IN_HEADER, LINE) && matches!(self.role, Role::Header | Role::Footer) {
            self.notices.insert(Notice::HeaderOrFooter);
        }
        if in_box && is_more(MOST_IN_BOX, LINE_IN_BOX) && !self.notices.contains(&Notice::FixedTextBox) {
            self.notices.insert(Notice::LongTextBox);
        }
    }

    fn lines(
        &self,
        paragraph: &Paragraph,
        run: usize,
        content: &Content,
        around: &Around,
        properties: &Properties,
    ) -> Vec<Line> {
        let looks = self.looks(paragraph, run, properties.backward);
        let block = match content {
            Content::Number(number) => {
                let mut xml = String::new();
                let mut runs = Runs::new(&mut xml, &looks);
                runs.text(&number.to_string(), Look::default());
                runs.end();
                return vec![Line {
                    role: LineRole::Item,
                    table: None,
                    runs: xml,
                    ends_section: None,
                }];
            }
            Content::Block(block) => block,
        };
        let in_cell = |role: LineRole| {
            properties.write(&Wanted {
                role,
                first: false,
                last: false,
                breaks: true,
                section: None,
                inserted: None,
            })
        };
        let setting = Setting {
            looks: &looks,
            splits: paragraph.runs.get(run).is_some_and(|run| run.splits),
            is_list: properties.is_list,
            columns: around.columns,
            as_wide_as_page: around.as_wide_as_page,
            goes_on: around.goes_on,
            in_cell: &in_cell,
        };
        Lines::write(&setting, block)
    }

    /// Writes the paragraphs that take the place of this one.
    fn write(
        &mut self,
        paragraph: &Paragraph<'a>,
        text: &str,
        filled: Vec<Filled>,
        properties: &Properties,
        mut section: Option<Section>,
    ) {
        let (Some(first), Some(end)) = (filled.first(), filled.last()) else {
            return;
        };
        let says = |text: &str| text.chars().any(|c| !c.is_whitespace());
        let before = says(text.get(..first.range.start).unwrap_or_default());
        let after = says(text.get(end.range.end..).unwrap_or_default());
        let count: usize = 1 + filled.iter().map(|filled| filled.lines.len() - 1).sum::<usize>();

        // What each of the paragraphs is; line breaks can come from several placeholders.
        let is_break = format!("<{}br/>", paragraph.prefix);
        let mut wanted: Vec<(LineRole, bool, Option<String>)> = Vec::with_capacity(count);
        for placed in &filled {
            for (at, line) in placed.lines.iter().enumerate() {
                if at > 0 || wanted.is_empty() {
                    wanted.push((line.role, false, None));
                }
                if let Some((_, breaks, ends)) = wanted.last_mut() {
                    *breaks |= line.runs.contains(&is_break);
                    *ends = line
                        .ends_section
                        .and_then(|columns| Some(section.as_mut()?.next(columns)));
                }
            }
        }
        let last = wanted.len().saturating_sub(1);
        for (at, (role, ..)) in wanted.iter_mut().enumerate() {
            // Text of the document's own is no sliver and no heading.
            let own = at == 0 && before || at == last && after;
            if own && *role == LineRole::Sliver {
                *role = LineRole::Text;
            } else if own && *role != LineRole::Item {
                *role = LineRole::Item;
            }
        }
        let inserted: Vec<Option<String>> = filled
            .iter()
            .flat_map(|placed| {
                let tag = self.insertion(paragraph, placed.run).map(str::to_owned);
                std::iter::repeat_n(tag, placed.lines.len() - 1)
            })
            .collect();
        let dress = |at: usize| {
            let (role, breaks, section) = wanted.get(at).cloned().unwrap_or((LineRole::Item, false, None));
            properties.write(&Wanted {
                role,
                first: at == 0,
                last: at == last,
                breaks,
                section: section.as_deref(),
                inserted: inserted.get(at).and_then(Option::as_deref),
            })
        };

        let source = paragraph.properties.clone();
        let own = source.clone().map_or("", |range| self.text_of(&range));
        let dressed = dress(0);
        if dressed != own
            && (last > 0
                || wanted
                    .iter()
                    .any(|(role, breaks, _)| *breaks || *role != LineRole::Item))
        {
            let range = source.unwrap_or(paragraph.tag.end..paragraph.tag.end);
            self.edits.push(Edit { range, with: dressed });
        }
        let mut touched = Vec::new();
        let mut at = 0;
        for placed in filled {
            let mut xml = format!("</{0}t></{0}r>", paragraph.prefix);
            let (begin, end) = self.around(paragraph, placed.run);
            for (number, line) in placed.lines.iter().enumerate() {
                if number > 0 {
                    at += 1;
                    let table = line.table.as_deref().unwrap_or_default();
                    let properties = dress(at);
                    xml.push_str(&format!(
                        "{end}</{0}p>{table}<{0}p>{properties}{begin}",
                        paragraph.prefix
                    ));
                }
                xml.push_str(&line.runs);
            }
            xml.push_str(
                self.looks(paragraph, placed.run, properties.backward)
                    .plain_opening(),
            );
            self.replace(paragraph, &placed.range, xml, &mut touched);
        }
        touched.dedup();
        for element in touched {
            // What is left beside the placeholder may begin or end with a space.
            if let Some(text) = paragraph.texts.get(element)
                && !self.text_of(&text.tag).contains("xml:space")
            {
                let with = format!("<{}t xml:space=\"preserve\">", paragraph.prefix);
                self.edits.push(Edit {
                    range: text.tag.clone(),
                    with,
                });
            }
        }
    }

    fn text_of(&self, range: &Range<usize>) -> &'a str {
        self.source.get(range.clone()).unwrap_or_default()
    }

    fn looks(&self, paragraph: &Paragraph, run: usize, backward: bool) -> Looks {
        let run = paragraph.runs.get(run);
        let source = run.and_then(|run| run.properties.clone());
        let children = source
            .map(|range| scan::children(self.text_of(&range)))
            .unwrap_or_default();
        // A control that shows its prompt has it grey; what is filled in is no prompt.
        let prompts = self
            .scanned
            .around(run.and_then(|run| run.container))
            .any(|container| {
                let properties = container.properties.clone();
                properties.is_some_and(|range| self.text_of(&range).contains("showingPlcHdr"))
            });
        let properties: Vec<(&str, &str)> = children
            .iter()
            .map(|(name, source)| (name.as_str(), *source))
            .filter(|(name, _)| !matches!(*name, "rPrChange" | "ins" | "del" | "moveFrom" | "moveTo"))
            .filter(|(name, _)| !prompts || *name != "rStyle")
            .collect();
        Looks::with(paragraph.prefix, &properties, backward, paragraph.plain).strict(self.strict)
    }

    /// What begins and ends the elements between the paragraph and a run.
    fn around(&self, paragraph: &Paragraph, run: usize) -> (String, String) {
        let wrappers = paragraph
            .runs
            .get(run)
            .map(|run| run.wrappers.as_slice())
            .unwrap_or_default();
        let begin = wrappers.iter().map(|tag| self.text_of(tag)).collect();
        let end = wrappers
            .iter()
            .rev()
            .map(|tag| format!("</{}>", name_of(self.text_of(tag))))
            .collect();
        (begin, end)
    }

    /// The start tag of the tracked insertion that a run stands in.
    fn insertion(&self, paragraph: &Paragraph, run: usize) -> Option<&'a str> {
        let wrappers = &paragraph.runs.get(run)?.wrappers;
        wrappers
            .iter()
            .map(|tag| self.text_of(tag))
            .find(|tag| name_of(tag).strip_prefix(paragraph.prefix) == Some("ins"))
    }

    /// Takes the text in this range of the paragraph out, and puts the source in its place.
    fn replace(
        &mut self,
        paragraph: &Paragraph,
        range: &Range<usize>,
        with: String,
        touched: &mut Vec<usize>,
    ) {
        let mut with = Some(with);
        let mut at = 0;
        for piece in &paragraph.pieces {
            let place = at..at + piece.text.len();
            at = place.end;
            if place.end <= range.start || place.start >= range.end {
                continue;
            }
            let source = if self.text_of(&piece.source) == piece.text {
                let within = |at: usize| piece.source.start + at.clamp(place.start, place.end) - place.start;
                within(range.start)..within(range.end)
            } else {
                // A reference stands for one character, and so for one of the placeholder's.
                piece.source.clone()
            };
            self.edits.push(Edit {
                range: source,
                with: with.take().unwrap_or_default(),
            });
            touched.extend(piece.element);
        }
    }
}

/// What the place makes of columns.
pub(super) enum Place {
    /// No section of the body.
    None,
    /// It stands in columns already.
    Columns,
    /// A section, whose properties stand there.
    Section(Range<usize>),
}

/// The run in which this byte of the paragraph's text stands.
fn run_at(paragraph: &Paragraph, at: usize) -> Option<usize> {
    let mut end = 0;
    let piece = paragraph.pieces.iter().find(|piece| {
        end += piece.text.len();
        at < end
    })?;
    Some(paragraph.texts.get(piece.element?)?.run)
}

/// Whether a sentence goes on with this text, which stands behind it.
fn goes_on(after: &str) -> bool {
    after
        .replace(OBSTACLE, "")
        .trim()
        .trim_start_matches(CLOSING_QUOTES)
        .chars()
        .any(|c| !c.is_whitespace())
}
