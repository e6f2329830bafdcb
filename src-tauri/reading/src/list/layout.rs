//! Which lines of the pasted text belong together and what they are: items of a list, running text, tables, headings, or
//! the boilerplate around a list (greetings, calls to sign, page numbers), which is left out.
//!
//! Owns the order in which these are recognized. It deliberately does not look inside an item: cutting running text is
//! `prose.rs`, the fields of an entry are `signer.rs`.

mod margin;
mod tables;

use std::ops::Range;

use names::recognize::words::fold;

use super::boilerplate::{self, Role};
use super::cue::{self, Cue};
use super::entry::ListStatus;
use super::fields;
use super::flow::Flow;
use super::learned::{self, Field};
use super::lines::{Line, Mark};
use super::phrase::Phrase;
use super::prose;
use super::signer::{self, Slot};
use super::surroundings::{Whole, goes_on, is_wrapped, label};
use super::words;

/// What an item was in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// Running text that may hold many names.
    Prose,
    /// A line by itself.
    Line,
    /// A line behind a bullet.
    Bullet,
    /// A line behind a number.
    Number,
    /// A name in a cell.
    Cell,
}

/// A piece of the text that is to be read as entries.
#[derive(Debug)]
pub(super) struct Item {
    /// Its text.
    pub flow: Flow,
    /// What it was.
    pub shape: Shape,
    /// The heading above it, as an index into [`Layout::headings`].
    pub heading: Option<usize>,
    /// The fields of a row of a table; `flow` is then the first of them.
    pub row: Vec<(Slot, Flow)>,
    /// What a row's own status says, where that is that it did not sign: "Declined".
    pub status: Option<(ListStatus, String)>,
    /// What was cut off behind the text because it is no part of the name.
    pub rest: String,
}

/// What stood between two items and was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Between {
    /// Words that introduce a list.
    Cue(Cue),
    /// A heading of a part of the list.
    Heading,
    /// A sentence of the text around the list.
    Body,
    /// What ends a list: "###", a greeting, an address to write to.
    End,
}

/// A heading within the list.
#[derive(Debug, Clone)]
pub(super) struct Heading {
    /// Its text, without a colon or a count.
    pub text: String,
    /// Whether it only announces the list.
    pub announces: bool,
    /// Whether it says that those below it did not sign.
    pub denies: bool,
    /// Whether it says so because no answer came yet.
    pub waits: bool,
    /// Whether it says that those below it are people.
    pub people: bool,
}

/// The text taken apart.
#[derive(Debug, Default)]
pub(super) struct Layout {
    /// The pieces, in order.
    pub items: Vec<Item>,
    /// What stood between them, by the number of items before it.
    pub between: Vec<(usize, Between)>,
    /// The headings, in order.
    pub headings: Vec<Heading>,
    /// Whether a Markdown table was read.
    pub has_table: bool,
    /// Whether columns were read.
    pub has_columns: bool,
    /// Whether Markdown was undone anywhere.
    pub has_markdown: bool,
}

/// How many spaces part columns.
const WIDE: usize = 3;

/// Takes a text apart.
pub(super) fn layout(source: &str, lines: &[Line]) -> Layout {
    let span = boilerplate::list_span(source, lines);
    let lines = &lines[span];
    let mut reader = Reader::new(source, lines);
    match fields::read(source, lines) {
        Some(entries) => {
            reader.out.has_columns = true;
            for row in entries {
                reader.push_row(row, None);
            }
        }
        None => reader.read(),
    }
    reader.out
}

struct Reader<'a> {
    source: &'a str,
    lines: &'a [Line],
    whole: Whole,
    heading: Option<usize>,
    out: Layout,
}

impl<'a> Reader<'a> {
    fn new(source: &'a str, lines: &'a [Line]) -> Self {
        let whole = Whole::of(source, lines);
        Self {
            source,
            lines,
            whole,
            heading: None,
            out: Layout::default(),
        }
    }

    fn text(&self, at: usize) -> &'a str {
        &self.source[self.lines[at].body.clone()]
    }

    fn flow(&self, at: usize) -> Flow {
        Flow::of(self.source, self.lines[at].body.clone())
    }

    fn read(&mut self) {
        let mut at = 0;
        while at < self.lines.len() {
            let line = &self.lines[at];
            at = match line.mark {
                Mark::Rule => at + 1,
                Mark::None if line.is_blank() => at + 1,
                Mark::Row | Mark::HtmlRow => self.table(at),
                Mark::Heading => {
                    let flow = self.flow(at);
                    self.set_heading(&flow.text);
                    self.out.has_markdown = true;
                    at + 1
                }
                _ if self.columns_end(at) > at => self.columns(at),
                Mark::Bullet | Mark::Number(_) => self.marked(at),
                Mark::None => self.plain(at),
            };
        }
    }

    fn push(&mut self, flow: Flow, shape: Shape) {
        if flow.text.chars().any(char::is_alphanumeric) {
            self.out.items.push(Item {
                flow,
                shape,
                heading: self.heading,
                row: Vec::new(),
                status: None,
                rest: String::new(),
            });
        }
    }

    fn push_row(&mut self, row: Vec<(Slot, Flow)>, status: Option<(ListStatus, String)>) {
        if let Some((_, first)) = row.first() {
            self.out.items.push(Item {
                flow: first.clone(),
                shape: Shape::Cell,
                heading: self.heading,
                row,
                status,
                rest: String::new(),
            });
        }
    }

    /// Notes what stands here instead of an item.
    fn note(&mut self, between: Between) {
        self.out.between.push((self.out.items.len(), between));
    }

    fn set_heading(&mut self, text: &str) {
        let heading = boilerplate::heading(text);
        let signing = cue::signs(text) || heading.denies;
        self.note(if signing {
            Between::Cue(Cue::Signing)
        } else {
            Between::Heading
        });
        if heading.text.is_empty() {
            self.heading = None;
            return;
        }
        self.out.headings.push(heading);
        self.heading = Some(self.out.headings.len() - 1);
    }

    /// An item behind a bullet or a number, with the lines that go on from it.
    fn marked(&mut self, at: usize) -> usize {
        let line = &self.lines[at];
        let shape = if line.mark == Mark::Bullet {
            Shape::Bullet
        } else {
            Shape::Number
        };
        let mut flow = self.flow(at);
        let mut end = at + 1;
        let mut own_fields = false;
        while let Some(next) = self.lines.get(end)
            && next.mark == Mark::None
            && !next.is_blank()
            && next.quoted == line.quoted
            && end - at < 6
        {
            let text = self.text(end);
            let deeper = next.indent > line.indent;
            if !deeper && !goes_on(&flow.text, text) && !self.fills_margin(end) {
                break;
            }
            let phrase = Phrase::new(text);
            let person = Phrase::new(text.split(',').next().unwrap_or_default());
            own_fields |= phrase.title() > 1.5
                || Phrase::new(&flow.text).person() > 1.8 && phrase.organization() > 1.0
                || deeper
                    && learned::probabilities(&person)[Field::Person as usize] > 0.8
                    && !goes_on(&flow.text, text);
            flow.push_line(self.source, next.body.clone());
            end += 1;
        }
        // A blank line below the bullet, and then a further line of the same item, set in.
        if end == at + 1 && self.whole.spaced {
            let next = end + 1;
            if self.below_bullet(at) {
                own_fields = true;
                flow.push_line(self.source, self.lines[next].body.clone());
                end = next + 1;
            }
        }
        if !own_fields {
            flow.breaks.clear();
        }
        self.note_markdown(at);
        let wanted = !boilerplate::is_legend(
            &self.source[line.whole.clone()],
            self.whole.marked,
            &self.whole.noted,
        );
        // A remark behind the name may be a sentence: "Amber Trust - It signed in May."
        let name = [" - ", " \u{2013} ", " \u{2014} "]
            .iter()
            .filter_map(|sign| flow.text.find(sign))
            .min()
            .filter(|at| *at > 2);
        match boilerplate::role(&flow.text[..name.unwrap_or(flow.text.len())], false) {
            Role::Sentence | Role::Furniture => {}
            _ if wanted => self.labelled_or(flow, shape),
            _ => {}
        }
        end
    }

    /// Whether a blank line and then a line set in under the words of a bullet follow it.
    fn below_bullet(&self, at: usize) -> bool {
        super::surroundings::is_below_bullet(self.lines, at)
    }

    fn note_markdown(&mut self, at: usize) {
        let text = self.text(at);
        self.out.has_markdown |= text.contains("](") || text.contains("**");
    }

    /// "National: A, B, C" is a heading with its own running list; anything else is an item.
    fn labelled_or(&mut self, flow: Flow, shape: Shape) {
        let Some(at) = label(&flow.text) else {
            // A long item that is itself a list of names.
            let many = flow.text.matches([',', ';']).count() >= 5
                && flow.text.len() > 120
                && !begins_with_person(&flow.text)
                && prose::holds_list(&flow.text);
            self.push(flow, if many { Shape::Prose } else { shape });
            return;
        };
        let text = flow.text[..at.start].to_owned();
        let before = self.heading;
        self.set_heading(&text);
        if self.out.headings.last().is_some_and(|heading| heading.announces) {
            self.heading = before;
        }
        let mut flow = flow;
        flow.drop_front(at.end);
        let several = flow.text.contains([',', ';']) || prose::holds_list(&flow.text);
        self.push(flow, if several { Shape::Prose } else { Shape::Line });
    }

    /// Plain lines up to the next blank line, bullet, table or change of quoting.
    fn plain(&mut self, at: usize) -> usize {
        let quoted = self.lines[at].quoted;
        let mut end = at + 1;
        while let Some(line) = self.lines.get(end)
            && !line.is_blank()
            && line.mark == Mark::None
            && line.quoted == quoted
            && self.columns_end(end) == end
        {
            end += 1;
        }
        // A list in running text may be broken by a blank line after a comma.
        let mut ends = vec![end];
        let mut last = end;
        while let Some(next) = (last..self.lines.len()).find(|i| !self.lines[*i].is_blank()) {
            if next - last > 3 || self.lines[next].mark != Mark::None {
                break;
            }
            let text = self.text(last - 1);
            let ended = text.ends_with([',', ';']) && text.matches([',', ';']).count() >= 3;
            // "Bay Beekeepers; Elder" - blank - "Circle; and"
            let semicolons = |i: usize| self.text(i).matches(';').count();
            let parted = semicolons(last - 1) > 0
                && (semicolons(last - 1) + semicolons(next) >= 2)
                && semicolons(next) > 0
                && !text.ends_with(['.', ':', ')'])
                && label(self.text(next)).is_none()
                && boilerplate::role(self.text(next), true) == Role::Item;
            if !(ended || parted) {
                break;
            }
            let mut stop = next + 1;
            while self
                .lines
                .get(stop)
                .is_some_and(|line| !line.is_blank() && line.mark == Mark::None)
            {
                stop += 1;
            }
            last = stop;
            ends.push(stop);
            if ends.len() > 200 {
                break;
            }
        }
        if ends.len() > 1 {
            self.paragraph((at..last).filter(|i| !self.lines[*i].is_blank()));
            return last;
        }
        // `---` or `===` under a single line makes it a heading.
        let underlined = self.lines.get(end).is_some_and(|line| {
            line.mark == Mark::Rule && self.source[line.whole.clone()].starts_with(['-', '='])
        });
        if end - at == 1 && underlined && !self.text(at).contains(',') {
            let flow = self.flow(at);
            if boilerplate::role(&flow.text, true) != Role::Closing {
                self.set_heading(&flow.text);
                return end;
            }
        }
        self.block(at, end);
        end
    }

    fn paragraph(&mut self, lines: impl Iterator<Item = usize>) {
        let mut flow = Flow::default();
        for i in lines {
            if flow.text.is_empty() {
                flow = self.flow(i);
            } else {
                flow.push_line(self.source, self.lines[i].body.clone());
            }
        }
        flow.breaks.clear();
        self.labelled_or_prose(flow);
    }

    fn labelled_or_prose(&mut self, flow: Flow) {
        let denied =
            label(&flow.text).is_some_and(|sign| words::denies_signing(&fold(&flow.text[..sign.start])));
        // "ACADEMIA: ..."
        let named = label(&flow.text)
            .is_some_and(|sign| sign.len() == 2 && !flow.text[..sign.start].contains(char::is_lowercase));
        if flow.text.len() < 200 || denied || named {
            self.labelled_or(flow, Shape::Prose);
        } else {
            self.push(flow, Shape::Prose);
        }
    }

    /// Lines that stand together: headings and boilerplate among them are taken out, the rest is read in stretches.
    fn block(&mut self, at: usize, end: usize) {
        let wrapped = is_wrapped(self.source, &self.lines[at..end]);
        if wrapped {
            self.paragraph(at..end);
            return;
        }
        let mut start = at;
        let mut i = at;
        while i < end {
            let flow = self.flow(i);
            let opens = i == start;
            let role = self.role(&flow, i, opens, at..end);
            match role {
                Role::Item | Role::Sentence => {
                    i += 1;
                    continue;
                }
                Role::Rest => {
                    self.stretch(start, i);
                    self.note(Between::End);
                    return;
                }
                _ => {}
            }
            self.stretch(start, i);
            match role {
                Role::Heading => self.set_heading(&flow.text),
                // "Signed" is a heading where another one says who did not sign.
                Role::Closing if self.whole.denies && boilerplate::says_signed(&flow.text) => {
                    self.set_heading(&flow.text);
                }
                // "The undersigned groups — A, B and C — believe that:"
                Role::Introduction
                    if flow.text.matches([',', ';']).count() >= 2 && prose::holds_list(&flow.text) =>
                {
                    self.push(flow, Shape::Prose);
                    i += 1;
                    start = i;
                    continue;
                }
                Role::Introduction => {
                    self.heading = None;
                    self.note(Between::Cue(cue::cue(&flow.text)));
                }
                Role::Closing => {
                    self.heading = None;
                    self.note(Between::Cue(Cue::Signing));
                }
                Role::Furniture if boilerplate::ends_list(&flow.text) => self.note(Between::End),
                _ => {}
            }
            i += 1;
            start = i;
        }
        self.stretch(start, end);
    }

    /// What a plain line is, seen in its place.
    fn role(&self, flow: &Flow, at: usize, opens: bool, block: Range<usize>) -> Role {
        let phrase = Phrase::new(&flow.text);
        let next = (at + 1..self.lines.len()).find(|i| !self.lines[*i].is_blank());
        let role = boilerplate::role(&flow.text, opens);
        if role != Role::Item {
            let last = next.is_none() && matches!(role, Role::Heading | Role::Introduction);
            return if last && !flow.text.ends_with(':') {
                Role::Item
            } else {
                role
            };
        }
        let Some(next) = next else { return Role::Item };
        let letter = flow.text.chars().count() == 1;
        if letter && self.whole.lettered
            || self.whole.indented && self.lines[at].indent < 2 && self.lines[next].indent >= 2
        {
            return Role::Heading;
        }
        if flow.bold && !Flow::of(self.source, self.lines[next].body.clone()).bold {
            return Role::Heading;
        }
        let end = block.end;
        let alone = at + 1 == end && opens;
        let short = phrase.words.len() <= 6 && !flow.text.ends_with(['.', ',', ';']);
        let marked_next = matches!(self.lines[next].mark, Mark::Bullet | Mark::Number(_));
        if short && marked_next && self.whole.marked >= 2 && at + 1 == end {
            return Role::Heading;
        }
        if boilerplate::is_place_heading(&flow.text)
            && (opens || self.whole.places >= 2)
            && self.whole.places * 2 <= self.whole.filled
        {
            return Role::Heading;
        }
        if short && alone && self.whole.topped && next > at + 1 && self.is_group(next) {
            return Role::Heading;
        }
        if short && at == block.start && self.whole.headed && next == at + 1 {
            return Role::Heading;
        }
        Role::Item
    }

    fn is_group(&self, at: usize) -> bool {
        let plain = |i: usize| {
            self.lines
                .get(i)
                .is_some_and(|line| !line.is_blank() && line.mark == Mark::None)
        };
        plain(at) && plain(at + 1)
    }

    /// Plain lines with nothing but entries and running text among them.
    fn stretch(&mut self, start: usize, end: usize) {
        if start >= end {
            return;
        }
        if self.whole.stacked && (2..=6).contains(&(end - start)) {
            let (start, mut end) = (start, end);
            // A word for all to read below a card: "Free the rivers!"
            while self.whole.cards && end - start > 2 && self.is_remark(start, end) {
                end -= 1;
            }
            let mut flow = self.flow(start);
            // The signature and, below it, the same name in type.
            for i in (start + 1..end).filter(|i| self.text(*i) != self.text(i - 1)) {
                flow.push_line(self.source, self.lines[i].body.clone());
            }
            self.push(flow, Shape::Line);
            return;
        }
        if end - start > 1 && (start > 0) && is_wrapped(self.source, &self.lines[start..end]) {
            self.paragraph(start..end);
            return;
        }
        let separated = self.ends_in_separators(start, end);
        let people = self.people_lines(start, end);
        let margin = self.margin_of_names(start, end);
        let narrow = self.narrow_column(start, end);
        let mut i = start;
        while i < end {
            let mut flow = self.flow(i);
            self.note_markdown(i);
            let first = i;
            i += 1;
            while i < end
                && i - first < 4
                && !separated
                && (goes_on(&flow.text, self.text(i))
                    || people.is_some_and(|margin| self.continues_person(i, margin))
                    || narrow.is_some_and(|width| self.ends_name(i, width))
                    || margin.is_some_and(|margin| self.breaks_order(i, first, end, margin)))
            {
                flow.push_line(self.source, self.lines[i].body.clone());
                i += 1;
            }
            flow.breaks.clear();
            // "Arizona:", and below it on one line all that are there.
            if end - start == 1
                && self.heading.is_some()
                && flow.text.contains(',')
                && !self.whole.stacked
                && prose::is_all_names(&flow.text)
            {
                self.push(flow, Shape::Prose);
                continue;
            }
            self.line(flow, end - start);
        }
    }

    /// Whether the last line of a card is no field of it: most cards are shorter, and no line above it is a title.
    fn is_remark(&self, start: usize, end: usize) -> bool {
        let last = Phrase::new(self.text(end - 1));
        let titled = (start..end - 1).any(|i| {
            Phrase::new(self.text(i)).title() > 1.5
                || i > start && signer::is_occupation(&Phrase::new(self.text(i)))
        });
        let says = last.is_sentence() || last.text.ends_with(['!', '.', '?']) && !last.ends_in_legal_form();
        says || self.whole.card == end - start - 1 && !titled
    }

    /// Whether most lines end in a comma or semicolon that only parts them.
    fn ends_in_separators(&self, start: usize, end: usize) -> bool {
        let ended = (start..end).filter(|i| {
            let text = self.text(*i);
            text.ends_with([',', ';'])
                || text.ends_with(" and")
                || text.ends_with(" y")
                || text.ends_with(" et")
                || text.ends_with(" und")
        });
        end - start >= 2 && ended.count() * 5 >= (end - start - 1) * 4
    }

    fn line(&mut self, flow: Flow, together: usize) {
        if boilerplate::is_legend(&flow.text, self.whole.marked, &self.whole.noted) {
            return;
        }
        let phrase_words = flow.text.split_whitespace().count();
        // No name is that long: a paragraph, which may hold a list.
        if phrase_words > 28 && flow.text.len() > 200 && !begins_with_person(&flow.text) {
            self.labelled_or_prose(flow);
            return;
        }
        let separators = flow
            .text
            .matches([',', ';', '\u{3001}', '\u{ff0c}', '\u{60c}'])
            .count()
            + prose::signs(&flow.text);
        let lonely = together <= 2 || flow.text.len() > 160;
        let many = self.whole.filled >= 5 && flow.text.len() < 160;
        if separators > 0 && self.whole.filled == 1 && prose::is_all_names(&flow.text) {
            self.labelled_or_prose(flow);
            return;
        }
        if separators > 0
            && lonely
            && (phrase_words > 3 || flow.text.contains('\u{3001}'))
            && prose::holds_list(&flow.text)
            && !(many && separators < 5 && !boilerplate::introduces(&flow.text))
        {
            self.labelled_or_prose(flow);
            return;
        }
        if matches!(boilerplate::role(&flow.text, false), Role::Sentence) {
            // A sentence may still hold a list; running text finds it or drops the sentence.
            if separators > 1 || prose::holds_list(&flow.text) {
                self.push(flow, Shape::Prose);
            } else if boilerplate::hands_over(&flow.text) {
                self.note(Between::Cue(cue::cue(&flow.text)));
            } else {
                self.note(Between::Body);
            }
            return;
        }
        self.labelled_or(flow, Shape::Line);
    }
}

/// Whether a text begins with a person and a comma.
fn begins_with_person(text: &str) -> bool {
    text.split_once(',')
        .is_some_and(|(first, _)| Phrase::new(first).person() > 0.8)
}
