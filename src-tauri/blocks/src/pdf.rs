//! The block as a PDF: pages of US Letter, typeset by ourselves, with the typeface in it and tags for screen readers.
//!
//! Nothing in it depends on the moment or the machine, so that the same block gives the same bytes. The typeface has
//! Latin, Greek, Cyrillic and Hebrew letters (the other formats leave letters to the reader's fonts). Typefaces for all that
//! people write would make the program many times as large; so what can't be set is refused, or stands as empty boxes
//! where somebody is told which names these are.

mod lines;
mod pages;
mod typeface;
mod writer;

use pdf_writer::types::StructRole;

use super::prose::{self, Piece};
use std::collections::{BTreeMap, HashSet};

use super::logos::Packed;
use super::{BlockEntry, BlockGroup, Layout, Letter, PartKind, SignatoryBlock, letter};
use lines::{Paragraph, Picture, Role};
use pages::{LEADING, Pages, Placed};
use typeface::{Style, Typefaces};
use writer::{About, Kid, Node};

const BOLD: Style = Style {
    bold: true,
    raised: false,
    link: None,
    backward: false,
};
/// What stands in the place of a letter that the typefaces lack.
const EMPTY_BOX: char = '□';
/// How far entries stand in behind their marks, and the further lines of a name in a column, in points.
const MARKED: f32 = 26.0;
const HANGING: f32 = 11.0;

/// Why a block is no PDF.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PdfError {
    /// Names have letters that the typeface lacks.
    #[error("letters that cannot be shown: {0}")]
    Letters(
        /// The names, with semicolons between.
        String,
    ),
    /// The document could not be put together.
    #[error("not written")]
    NotWritten,
}

impl PdfError {
    /// The Fluent message that says what is wrong and what to do, and its arguments.
    pub fn message(&self) -> (&'static str, Vec<(&'static str, String)>) {
        match self {
            Self::Letters(text) => ("error-pdf-letters", vec![("text", text.clone())]),
            Self::NotWritten => ("error-docx-not-written", Vec::new()),
        }
    }
}

/// The block as a PDF; empty without signatories.
///
/// # Errors
///
/// [`PdfError`] says why there is none.
pub fn render(block: &SignatoryBlock) -> Result<Vec<u8>, PdfError> {
    if block.is_empty() {
        return Ok(Vec::new());
    }
    let (bytes, boxed) = render_boxed(&Letter::default(), block)?;
    if boxed.is_empty() {
        Ok(bytes)
    } else {
        Err(PdfError::Letters(boxed.join("; ")))
    }
}

/// A letter with its block as a PDF; beside it the texts of which some letters stand as empty boxes, because the typeface
/// lacks them.
///
/// # Errors
///
/// [`PdfError`] says why there is none.
pub fn render_boxed(letter: &Letter, block: &SignatoryBlock) -> Result<(Vec<u8>, Vec<String>), PdfError> {
    let mut typefaces = Typefaces::new().ok_or(PdfError::NotWritten)?;
    let mut flow = Flow::of(letter, block);
    let boxed = flow.box_unknown(&typefaces);
    let pages = set(&flow, &mut typefaces);
    let own = Some(letter.title.as_str()).filter(|title| !title.is_empty());
    let title = own.or_else(|| block.intro.lines().map(str::trim).find(|line| !line.is_empty()));
    let about = About {
        title: title.map(|title| title.trim_end_matches(':').to_owned()),
        language: block.options.language.replace('_', "-"),
    };
    let tree = structure(&flow, drawn(&flow, &pages));
    let bytes = writer::write(&pages, tree, &about, &typefaces, &flow.drawings)?;
    Ok((bytes, boxed))
}

/// How many entries begin on each page of the block as a PDF; none where they are no lines of their own, as in prose.
pub fn entries_by_page(block: &SignatoryBlock) -> Vec<u32> {
    let Some(mut typefaces) = Typefaces::new().filter(|_| !block.is_empty()) else {
        return Vec::new();
    };
    let mut flow = Flow::of(&Letter::default(), block);
    flow.box_unknown(&typefaces);
    let mut waiting: HashSet<usize> = flow.entries.iter().copied().collect();
    if waiting.is_empty() {
        return Vec::new();
    }
    let mut begun = |page: Vec<Placed>| {
        let first = page.iter().filter(|placed| waiting.remove(&placed.number));
        u32::try_from(first.count()).unwrap_or(u32::MAX)
    };
    set(&flow, &mut typefaces).into_iter().map(&mut begun).collect()
}

/// Sets what flows on pages.
fn set(flow: &Flow, typefaces: &mut Typefaces) -> Vec<Vec<Placed>> {
    let mut pages = Pages::new(typefaces);
    for part in &flow.parts {
        match part {
            Part::Paragraphs(paragraphs) => pages.paragraphs(paragraphs),
            Part::Columns {
                heads,
                entries,
                count,
            } => pages.columns(heads, entries, *count),
            Part::Wall { heads, cells, in_row } => pages.wall(heads, cells, *in_row),
            Part::Table {
                heads,
                head,
                rows,
                shares,
            } => pages.table(heads, head, rows, shares),
        }
    }
    pages.pages
}

/// The texts on each page in their order, each with where it begins, for tests of the layout alone.
#[cfg(test)]
pub(super) fn texts(block: &SignatoryBlock) -> Vec<Vec<(f32, String)>> {
    let mut typefaces =
        Typefaces::new().unwrap_or_else(|| unreachable!("the typefaces are part of the program"));
    let pages = set(&Flow::of(&Letter::default(), block), &mut typefaces);
    let text = |placed: Placed| (placed.x, placed.text);
    pages
        .into_iter()
        .map(|page| page.into_iter().map(text).collect())
        .collect()
}

/// The block as what is set one after the other.
#[derive(Default)]
struct Flow {
    parts: Vec<Part>,
    /// How many paragraphs there are.
    count: usize,
    /// The numbers of the paragraphs with which entries begin.
    entries: Vec<usize>,
    drawings: Drawings,
}

/// What pages show or lead to beside their text.
#[derive(Default)]
struct Drawings {
    /// By what they are kept under.
    pictures: BTreeMap<String, Packed>,
    /// Web addresses.
    links: Vec<String>,
}

impl Drawings {
    /// The number of an address.
    fn link(&mut self, address: Option<&String>) -> Option<u16> {
        let number = u16::try_from(self.links.len()).ok()?;
        self.links.push(address?.clone());
        Some(number)
    }
}

enum Part {
    Paragraphs(Vec<Paragraph>),
    Columns {
        heads: Vec<Paragraph>,
        entries: Vec<Paragraph>,
        count: usize,
    },
    Wall {
        heads: Vec<Paragraph>,
        cells: Vec<Paragraph>,
        in_row: usize,
    },
    Table {
        heads: Vec<Paragraph>,
        head: Vec<Paragraph>,
        rows: Vec<Vec<Paragraph>>,
        shares: Vec<usize>,
    },
}

impl Part {
    fn paragraphs(&mut self) -> Box<dyn Iterator<Item = &mut Paragraph> + '_> {
        match self {
            Self::Paragraphs(paragraphs) => Box::new(paragraphs.iter_mut()),
            Self::Columns { heads, entries, .. } => Box::new(heads.iter_mut().chain(entries)),
            Self::Wall { heads, cells, .. } => Box::new(heads.iter_mut().chain(cells)),
            Self::Table {
                heads, head, rows, ..
            } => Box::new(heads.iter_mut().chain(head).chain(rows.iter_mut().flatten())),
        }
    }
}

impl Flow {
    fn of(letter: &Letter, block: &SignatoryBlock) -> Self {
        let mut flow = Self::default();
        flow.letter(&letter.before);
        if !block.is_empty() {
            flow.block(block);
        }
        flow.letter(&letter.after);
        flow
    }

    /// The letter's own text.
    fn letter(&mut self, pieces: &[letter::Piece]) {
        for piece in pieces {
            let paragraph = match piece {
                letter::Piece::Text(text) => {
                    self.own(text);
                    continue;
                }
                letter::Piece::Heading(text) => heading(text.clone()),
                letter::Piece::Item(text) => Paragraph {
                    pieces: vec![(text.clone(), Style::default())],
                    mark: Some("•".to_owned()),
                    indent: MARKED,
                    after: 3.0,
                    role: Role::Item,
                    ..Paragraph::default()
                },
            };
            let paragraph = self.numbered(paragraph);
            match self.parts.last_mut() {
                // Points that follow one another are one list, and a heading stays with what it heads.
                Some(Part::Paragraphs(open))
                    if open.last().is_some_and(|last| last.role == Role::Heading)
                        || paragraph.role == Role::Item
                            && open.last().is_some_and(|last| last.role == Role::Item) =>
                {
                    open.push(paragraph);
                }
                _ => self.parts.push(Part::Paragraphs(vec![paragraph])),
            }
        }
    }

    /// Puts an empty box in the place of each letter that the typefaces lack; gives the texts in which there are any.
    fn box_unknown(&mut self, typefaces: &Typefaces) -> Vec<String> {
        let mut boxed: Vec<String> = Vec::new();
        let paragraphs = self.parts.iter_mut().flat_map(Part::paragraphs);
        for (text, _) in paragraphs.flat_map(|paragraph| &mut paragraph.pieces) {
            if typefaces.shows(text) {
                continue;
            }
            if !boxed.contains(text) {
                boxed.push(text.clone());
            }
            *text = text
                .chars()
                .map(|c| if typefaces.has(c) { c } else { EMPTY_BOX })
                .collect();
        }
        boxed
    }

    fn numbered(&mut self, paragraph: Paragraph) -> Paragraph {
        self.count += 1;
        Paragraph {
            number: self.count - 1,
            ..paragraph
        }
    }

    fn block(&mut self, block: &SignatoryBlock) {
        if block.options.layout == Layout::Prose {
            for paragraph in block.prose() {
                match paragraph {
                    prose::Paragraph::Own(text) => self.own(text),
                    prose::Paragraph::Sentence(pieces) => self.sentence(&pieces),
                }
            }
            return;
        }
        self.own(&block.intro);
        self.own(block.summary.as_deref().unwrap_or_default());
        self.groups(block);
        for text in [&block.others, &block.note] {
            self.own(text.as_deref().unwrap_or_default());
        }
        self.own(&block.outro);
    }

    /// A text of the user's own, a paragraph for each part between empty lines.
    fn own(&mut self, text: &str) {
        for paragraph in text.split("\n\n").map(str::trim).filter(|text| !text.is_empty()) {
            self.text(vec![(paragraph.to_owned(), Style::default())]);
        }
    }

    fn text(&mut self, pieces: Vec<(String, Style)>) {
        let paragraph = self.numbered(Paragraph {
            pieces,
            before: LEADING / 2.0,
            after: LEADING / 2.0,
            ..Paragraph::default()
        });
        match self.parts.last_mut() {
            Some(Part::Paragraphs(open)) if open.last().is_some_and(|last| last.role == Role::Heading) => {
                open.push(paragraph);
            }
            _ => self.parts.push(Part::Paragraphs(vec![paragraph])),
        }
    }

    fn sentence(&mut self, pieces: &[Piece]) {
        let mut texts = Vec::new();
        for piece in pieces {
            match piece {
                Piece::Plain(text) => texts.push(((*text).to_owned(), Style::default())),
                Piece::Heading(heading) => {
                    texts.push((format!("{heading}:"), BOLD));
                    texts.push((" ".to_owned(), Style::default()));
                }
                Piece::Entry(entry) => texts.extend(self.entry(entry)),
            }
        }
        self.text(texts);
    }

    fn groups(&mut self, block: &SignatoryBlock) {
        let mut numbers = block.numbers();
        let columns = block.options.column_count();
        for group in &block.groups {
            let heads = self.heads(block, group);
            match block.options.layout {
                Layout::Table => {
                    self.table(block, group, heads);
                    continue;
                }
                Layout::Logos => {
                    self.wall(block, group, heads);
                    continue;
                }
                _ => {}
            }
            let marks = block.list_marks(group, &mut numbers);
            let after = if block.is_spaced() { LEADING } else { 1.5 };
            let entries: Vec<Paragraph> = group
                .entries
                .iter()
                .zip(marks)
                .map(|(entry, mark)| {
                    let marked = !mark.is_empty();
                    let pieces = self.entry(entry);
                    self.numbered(Paragraph {
                        pieces,
                        mark: marked.then_some(mark),
                        indent: if marked { MARKED } else { 0.0 },
                        hanging: if marked || block.is_spaced() { 0.0 } else { HANGING },
                        after,
                        role: Role::Item,
                        ..Paragraph::default()
                    })
                })
                .collect();
            self.note_entries(&entries);
            self.parts.push(if columns > 1 {
                Part::Columns {
                    heads,
                    entries,
                    count: columns,
                }
            } else {
                Part::Paragraphs(heads.into_iter().chain(entries).collect())
            });
        }
    }

    /// The heading of a group and the note under it.
    fn heads(&mut self, block: &SignatoryBlock, group: &BlockGroup) -> Vec<Paragraph> {
        let mut heads = Vec::new();
        if let Some(heading) = block.heading(group) {
            heads.push(self.numbered(self::heading(heading)));
        }
        if let Some(note) = &group.note {
            heads.push(self.numbered(Paragraph {
                pieces: vec![(note.clone(), Style::default())],
                after: 3.0,
                role: Role::Note,
                ..Paragraph::default()
            }));
        }
        heads
    }

    fn note_entries(&mut self, first: &[Paragraph]) {
        self.entries
            .extend(first.iter().map(|paragraph| paragraph.number));
    }

    /// Logos in rows, each the picture or the name.
    fn wall(&mut self, block: &SignatoryBlock, group: &BlockGroup, heads: Vec<Paragraph>) {
        let cells: Vec<Paragraph> = group
            .entries
            .iter()
            .map(|entry| {
                let picture = self.picture(block, entry);
                let pieces = if picture.is_some() {
                    Vec::new()
                } else {
                    self.entry(entry)
                };
                self.numbered(Paragraph {
                    pieces,
                    picture,
                    role: Role::Item,
                    ..Paragraph::default()
                })
            })
            .collect();
        self.note_entries(&cells);
        self.parts.push(Part::Wall {
            heads,
            cells,
            in_row: block.options.logos_in_row(),
        });
    }

    fn picture(&mut self, block: &SignatoryBlock, entry: &BlockEntry) -> Option<Picture> {
        let (logo, png) = block.logo(entry)?;
        if !self.drawings.pictures.contains_key(&logo.picture) {
            self.drawings
                .pictures
                .insert(logo.picture.clone(), Packed::read(png)?);
        }
        Some(Picture {
            name: logo.picture.clone(),
            width: logo.width as f32 / 20.0,
            height: logo.height as f32 / 20.0,
            alternative: entry.name(),
            link: self.drawings.link(entry.link.as_ref()),
        })
    }

    /// The pieces of an entry, the name with the address behind it.
    fn entry(&mut self, entry: &BlockEntry) -> Vec<(String, Style)> {
        let link = self.drawings.link(entry.link.as_ref());
        let piece = |part: &super::Part| match part.kind {
            PartKind::Break => ("\n".to_owned(), Style::default()),
            kind => {
                let style = Style {
                    bold: entry.bold && kind == PartKind::Name,
                    raised: kind == PartKind::Mark,
                    link: link.filter(|_| kind == PartKind::Name),
                    backward: false,
                };
                (part.text.clone().into_owned(), style)
            }
        };
        entry.parts.iter().map(piece).collect()
    }

    fn table(&mut self, block: &SignatoryBlock, group: &BlockGroup, heads: Vec<Paragraph>) {
        let mut cell = |text: String, style: Style| {
            self.numbered(Paragraph {
                pieces: vec![(text, style)],
                role: Role::Cell,
                ..Paragraph::default()
            })
        };
        let head = block
            .table_columns()
            .map(|(_, title)| cell(title.to_owned(), BOLD))
            .collect();
        let rows: Vec<Vec<Paragraph>> = group
            .entries
            .iter()
            .map(|entry| {
                let kinds = block.table_columns().map(|(kind, _)| kind);
                kinds
                    .map(|kind| cell(entry.cell(kind), Style::default()))
                    .collect()
            })
            .collect();
        for row in &rows {
            self.note_entries(row.get(..1).unwrap_or_default());
        }
        self.parts.push(Part::Table {
            heads,
            head,
            rows,
            shares: block.table_shares().collect(),
        });
    }
}

fn heading(text: String) -> Paragraph {
    Paragraph {
        pieces: vec![(text, BOLD)],
        before: LEADING,
        after: 3.0,
        role: Role::Heading,
        ..Paragraph::default()
    }
}

/// What of a paragraph stands on the pages: pages and numbers of marked content.
#[derive(Default)]
struct Drawn {
    mark: Vec<Kid>,
    text: Vec<Kid>,
}

/// What stands on the pages of each paragraph, by their numbers.
fn drawn(flow: &Flow, pages: &[Vec<Placed>]) -> Vec<Drawn> {
    let mut drawn: Vec<Drawn> = std::iter::repeat_with(Drawn::default).take(flow.count).collect();
    for (at, (page, numbers)) in pages.iter().zip(writer::content_numbers(pages)).enumerate() {
        let mut links = 0..;
        for (placed, number) in page.iter().zip(numbers) {
            let link = placed.link().and_then(|_| links.next());
            if let (Some(number), Some(paragraph)) = (number, drawn.get_mut(placed.number)) {
                let into = if placed.mark {
                    &mut paragraph.mark
                } else {
                    &mut paragraph.text
                };
                let content = Kid::Content(at, number);
                into.push(match link {
                    Some(link) => Kid::Node(Node::with(StructRole::Link, vec![content, Kid::Link(at, link)])),
                    None => content,
                });
            }
        }
    }
    drawn
}

/// The structure for screen readers: headings, lists with their marks, tables with their heads. The paragraphs of a part
/// are numbered in the order in which they are read.
fn structure(flow: &Flow, drawn: Vec<Drawn>) -> Vec<Kid> {
    let mut tree = Vec::new();
    let mut drawn = drawn.into_iter();
    let mut next = |role: StructRole| {
        let Drawn { mark, text } = drawn.next().unwrap_or_default();
        let body = Node::with(role, text);
        if mark.is_empty() {
            return vec![Kid::Node(body)];
        }
        vec![Kid::Node(Node::with(StructRole::Lbl, mark)), Kid::Node(body)]
    };
    for part in &flow.parts {
        let (heads, entries): (Vec<&Paragraph>, Vec<&Paragraph>) = match part {
            Part::Paragraphs(paragraphs) => paragraphs
                .iter()
                .partition(|paragraph| paragraph.role != Role::Item),
            Part::Columns { heads, entries, .. } => (heads.iter().collect(), entries.iter().collect()),
            Part::Wall { heads, cells, .. } => (heads.iter().collect(), cells.iter().collect()),
            Part::Table { heads, .. } => (heads.iter().collect(), Vec::new()),
        };
        for head in heads {
            tree.extend(next(match head.role {
                Role::Heading => StructRole::H1,
                _ => StructRole::P,
            }));
        }
        if !entries.is_empty() {
            let items = entries.iter().map(|entry| {
                let Some(picture) = &entry.picture else {
                    return Kid::Node(Node::with(StructRole::LI, next(StructRole::LBody)));
                };
                let mut kids = next(StructRole::Figure);
                for kid in &mut kids {
                    if let Kid::Node(figure) = kid {
                        figure.alternative = Some(picture.alternative.clone());
                    }
                }
                let body = Kid::Node(Node::with(StructRole::LBody, kids));
                Kid::Node(Node::with(StructRole::LI, vec![body]))
            });
            tree.push(Kid::Node(Node::with(StructRole::L, items.collect())));
        }
        if let Part::Table { head, rows, .. } = part {
            let mut row = |cells: &[Paragraph], role: StructRole| {
                let cells = cells.iter().flat_map(|_| next(role));
                Kid::Node(Node::with(StructRole::TR, cells.collect()))
            };
            let mut table = Node::new(StructRole::Table);
            table.kids.push(row(head, StructRole::TH));
            table
                .kids
                .extend(rows.iter().map(|cells| row(cells, StructRole::TD)));
            tree.push(Kid::Node(table));
        }
    }
    tree
}
