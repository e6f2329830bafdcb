//! Which lines of the pasted text belong together and what they are: items of a list, running text, tables, headings, or
//! the boilerplate around a list (greetings, calls to sign, page numbers), which is left out.
//!
//! Owns the order in which these are recognized. It deliberately does not look inside an item: cutting running text is
//! `prose.rs`, the fields of an entry are `signer.rs`.

mod margin;
mod plain;
mod stacks;
mod tables;

use std::ops::Range;

use names::recognize::words::is_organization_word;

use super::boilerplate::{self, Role};
use super::cue::{self, Cue};
use super::entry::ListStatus;
use super::fields;
use super::flow::Flow;
use super::learned::{self, Field};
use super::lines::{Line, Mark};
use super::phrase::Phrase;
use super::prose;
use super::signer::Slot;
use super::span;
use super::surroundings::{Whole, goes_on, label};
use super::twice;

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
    /// A line of several names among lines of one each.
    Names,
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
    let span = span::list_span(source, lines);
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
    reader.say_once();
    reader.out
}

struct Reader<'a> {
    source: &'a str,
    lines: &'a [Line],
    whole: Whole,
    heading: Option<usize>,
    /// The heading of those who did not sign, and how many items stood above it, while it holds for the headings below.
    denial: Option<(usize, usize)>,
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
            denial: None,
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
                _ if self.quoted_end(at) > at => self.quoted(at),
                _ if self.columns_end(at) > at => self.columns(at),
                Mark::Bullet | Mark::Number(_) => self.marked(at),
                Mark::None => self.plain(at),
            };
        }
    }

    fn push(&mut self, mut flow: Flow, shape: Shape) {
        if let Some(at) = twice::behind_logo(&flow.text).or_else(|| twice::behind_picture(&flow.text)) {
            flow.drop_front(at);
        }
        if let Some(at) = behind_note(&flow.text) {
            flow.cut_off(at);
        }
        // "(This letter was signed by: A, B and C.)"
        if shape == Shape::Prose
            && flow.text.starts_with('(')
            && flow.text.ends_with(')')
            && prose::is_enclosed(&flow.text)
        {
            flow.cut_off(flow.text.len() - 1);
            flow.drop_front(1);
        }
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

    /// Leaves out what only says again what stands before it.
    fn say_once(&mut self) {
        for at in twice::said_again(&self.out.items).into_iter().rev() {
            self.out.items.remove(at);
            for (before, _) in self.out.between.iter_mut().filter(|(before, _)| *before > at) {
                *before -= 1;
            }
        }
    }

    /// Notes what stands here instead of an item.
    fn note(&mut self, between: Between) {
        self.out.between.push((self.out.items.len(), between));
    }

    fn set_heading(&mut self, text: &str) {
        let mut heading = boilerplate::heading(text);
        let signing = cue::signs(text) || heading.denies;
        self.hold_denial(&mut heading);
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

    /// "Did not sign", and right below it "National": what the one says holds for the other and those that follow, until a
    /// heading says who signed.
    fn hold_denial(&mut self, heading: &mut Heading) {
        let items = self.out.items.len();
        if heading.denies {
            self.denial = Some((self.out.headings.len(), items));
            return;
        }
        let Some((at, begun)) = self.denial else { return };
        let first = self.out.headings.len() == at + 1 && items == begun;
        let held = self.out.headings.len() > at + 1;
        if cue::signs(&heading.text) || heading.announces || !(first || held) {
            self.denial = None;
            return;
        }
        heading.denies = true;
        heading.waits = self.out.headings[at].waits;
    }

    /// An item behind a bullet or a number, with the lines that go on from it.
    fn marked(&mut self, at: usize) -> usize {
        let line = &self.lines[at];
        let shape = if line.mark == Mark::Bullet {
            Shape::Bullet
        } else {
            Shape::Number
        };
        // "2. State representatives:", and bullets below it.
        if line.body.len() <= 80
            && self.source[line.body.clone()].ends_with(':')
            && self.lines[at + 1..]
                .iter()
                .find(|next| !next.is_blank())
                .is_some_and(|next| match (line.mark, next.mark) {
                    (Mark::Number(_), Mark::Bullet) => true,
                    (Mark::Bullet, Mark::Number(1)) => true,
                    (Mark::Bullet, Mark::Bullet) | (Mark::Number(_), Mark::Number(1)) => {
                        next.indent > line.indent
                    }
                    _ => false,
                })
        {
            let text = self.text(at);
            self.set_heading(text);
            return at + 1;
        }
        if let Mark::Number(first) = line.mark {
            let pieces = numbered_in_one(self.source, line.body.clone(), first as usize);
            if pieces.len() >= 3 {
                for piece in pieces {
                    self.labelled_or(Flow::of(self.source, piece), shape);
                }
                return at + 1;
            }
        }
        let mut flow = self.flow(at);
        // "• Amber Trust • Birch Society • Cedar Union": a list in one line.
        if prose::signs(&flow.text) >= 2 {
            self.labelled_or(flow, Shape::Line);
            return at + 1;
        }
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
                || deeper && learned::probabilities(&person)[Field::Title as usize] > 0.5
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
            if self.whole.filled >= 4
                && self.whole.parted * 3 <= self.whole.filled
                && flow.breaks.is_empty()
                && prose::are_several_names(&flow.text)
            {
                self.push(flow, Shape::Names);
                return;
            }
            // A long item that is itself a list of names.
            let many = flow.text.matches([',', ';']).count() >= 5
                && flow.text.len() > 120
                && !begins_with_person(&flow.text)
                && prose::holds_list(&flow.text)
                // "• Amber Trust • Birch Society • Cedar Union"
                || prose::signs(&flow.text) >= 2 && prose::holds_list(&flow.text);
            self.push(flow, if many { Shape::Prose } else { shape });
            return;
        };
        let text = flow.text[..at.start].to_owned();
        let before = self.heading;
        self.set_heading(&text);
        let letter = Phrase::new(&text)
            .words
            .iter()
            .any(|w| super::words::names_letter(&w.folded));
        if letter || self.out.headings.last().is_some_and(|heading| heading.announces) {
            self.heading = before;
        }
        let mut rest = flow.clone();
        rest.drop_front(at.end);
        // "Palestina: Addameer, Asociación de Apoyo a los Presos": the comma belongs to the name.
        let several =
            !explains_itself(&rest.text) && (rest.text.contains([',', ';']) || prose::holds_list(&rest.text));
        // "Firmantes: Liga de padres, Casa Luz": by itself the rest would be no list.
        let announced = several && !prose::holds_list(&rest.text) && prose::holds_list(&flow.text);
        let flow = if announced { flow } else { rest };
        self.push(flow, if several { Shape::Prose } else { Shape::Line });
    }
}

/// Where a text ends before the number of a note: "Amber Trust[2]".
fn behind_note(text: &str) -> Option<usize> {
    let bare = text.trim_end().strip_suffix(']')?;
    let at = bare.rfind('[')?;
    let digits = &bare[at + 1..];
    let number = (1..=3).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    (number && at > 2 && text[..at].contains(char::is_alphabetic)).then_some(text[..at].trim_end().len())
}

/// The parts of a line behind a number in which the numbers that follow stand: "Amber Trust 2. Birch Society 3. Cedar Union".
fn numbered_in_one(source: &str, body: Range<usize>, first: usize) -> Vec<Range<usize>> {
    let text = &source[body.clone()];
    let mut pieces = Vec::new();
    let mut from = 0;
    let mut number = first + 1;
    while let Some((at, sign)) = [".", ")"]
        .iter()
        .map(|sign| format!(" {number}{sign} "))
        .filter_map(|sign| text[from..].find(&sign).map(|at| (from + at, sign.len())))
        .min()
    {
        pieces.push(body.start + from..body.start + at);
        from = at + sign;
        number += 1;
    }
    pieces.push(body.start + from..body.end);
    pieces
}

/// Whether a text begins with a person and a comma.
fn begins_with_person(text: &str) -> bool {
    text.split_once(',')
        .is_some_and(|(first, _)| Phrase::new(first).person() > 0.8)
}

/// Whether the only comma of a text stands between a short name and what it is: "Addameer, Asociación de Apoyo a los Presos".
fn explains_itself(text: &str) -> bool {
    text.matches(',').count() == 1
        && text.split_once(", ").is_some_and(|(name, rest)| {
            let (name, rest) = (Phrase::new(name), Phrase::new(rest));
            name.words.len() <= 2
                && name.organization_words() == 0
                && rest.words.len() >= 3
                && rest
                    .words
                    .first()
                    .is_some_and(|w| is_organization_word(&w.folded))
        })
}
