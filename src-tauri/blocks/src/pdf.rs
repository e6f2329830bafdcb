//! The block as a PDF: pages typeset by ourselves, with the typeface in it and tags for screen readers.
//!
//! Nothing in it depends on the moment or the machine, so that the same block gives the same bytes. The typeface has
//! Latin, Greek, Cyrillic and Hebrew letters (the other formats leave letters to the reader's fonts). Typefaces for all that
//! people write would make the program many times as large; so what can't be set is refused, or stands as empty boxes
//! where somebody is told which names these are.

mod flow;
mod lines;
mod pages;
mod typeface;
mod writer;

use pdf_writer::types::StructRole;

use std::collections::HashSet;

use super::{Letter, SignatoryBlock};
use flow::{Drawings, Flow, Part};
use lines::{Paragraph, Role};
use pages::{Pages, Placed};
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
        paper: block.paper,
    };
    let tree = structure(&flow, drawn(&flow, &pages));
    let bytes = writer::write(&pages, tree, &about, &typefaces, &flow.drawings)?;
    Ok((bytes, boxed))
}

/// How many entries begin in each column of each page of the block as a PDF, one column after the other; none where they are no
/// lines of their own, as in prose. What follows one under the other, over groups too, counts as one column.
pub fn entries_by_page(block: &SignatoryBlock) -> Vec<Vec<u32>> {
    let Some(mut typefaces) = Typefaces::new().filter(|_| !block.is_empty()) else {
        return Vec::new();
    };
    let mut flow = Flow::of(&Letter::default(), block);
    flow.box_unknown(&typefaces);
    let mut waiting: HashSet<usize> = flow.entries.iter().copied().collect();
    if waiting.is_empty() {
        return Vec::new();
    }
    let side_by_side = block.options.column_count() > 1;
    let mut begun = |page: Vec<Placed>| {
        let mut columns: Vec<u32> = Vec::new();
        let mut above = 0.0;
        for first in page.iter().filter(|placed| waiting.remove(&placed.number)) {
            match columns.last_mut() {
                Some(count) if !side_by_side || first.y > above => *count += 1,
                _ => columns.push(1),
            }
            above = first.y;
        }
        columns
    };
    set(&flow, &mut typefaces).into_iter().map(&mut begun).collect()
}

/// Sets what flows on pages.
fn set(flow: &Flow, typefaces: &mut Typefaces) -> Vec<Vec<Placed>> {
    let mut pages = Pages::new(typefaces, flow.paper);
    for (at, part) in flow.parts.iter().enumerate() {
        pages.followed_by(match flow.parts.get(at + 1) {
            Some(Part::Paragraphs(closing)) => closing.first(),
            _ => None,
        });
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

/// The texts on each page in their order, each with where it begins from the left and stands from the top, for tests of the
/// layout alone.
#[cfg(test)]
pub(super) fn texts(block: &SignatoryBlock) -> Vec<Vec<(f32, f32, String)>> {
    let mut typefaces =
        Typefaces::new().unwrap_or_else(|| unreachable!("the typefaces are part of the program"));
    let pages = set(&Flow::of(&Letter::default(), block), &mut typefaces);
    let text = |placed: Placed| (placed.x, placed.y, placed.text);
    pages
        .into_iter()
        .map(|page| page.into_iter().map(text).collect())
        .collect()
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
