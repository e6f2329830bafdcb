//! A letter and its block as paragraphs, columns, walls of logos and tables, in the order in which they are set.

use std::collections::BTreeMap;

use super::lines::{Paragraph, Picture, Role};
use super::pages::LEADING;
use super::typeface::{Style, Typefaces};
use super::{BOLD, EMPTY_BOX, HANGING, MARKED};
use crate::logos::Packed;
use crate::prose::{self, Piece};
use crate::{BlockEntry, BlockGroup, Layout, Letter, Paper, PartKind, SignatoryBlock, letter};

/// The block as what is set one after the other.
#[derive(Default)]
pub(super) struct Flow {
    pub(super) parts: Vec<Part>,
    /// How many paragraphs there are.
    pub(super) count: usize,
    /// The numbers of the paragraphs with which entries begin.
    pub(super) entries: Vec<usize>,
    pub(super) drawings: Drawings,
    pub(super) paper: Paper,
}

/// What pages show or lead to beside their text.
#[derive(Default)]
pub(super) struct Drawings {
    /// By what they are kept under.
    pub(super) pictures: BTreeMap<String, Packed>,
    /// Web addresses.
    pub(super) links: Vec<String>,
}

impl Drawings {
    /// The number of an address.
    fn link(&mut self, address: Option<&String>) -> Option<u16> {
        let number = u16::try_from(self.links.len()).ok()?;
        self.links.push(address?.clone());
        Some(number)
    }
}

pub(super) enum Part {
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
    pub(super) fn paragraphs(&mut self) -> Box<dyn Iterator<Item = &mut Paragraph> + '_> {
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
    pub(super) fn of(letter: &Letter, block: &SignatoryBlock) -> Self {
        let mut flow = Self {
            paper: block.paper,
            ..Self::default()
        };
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
    pub(super) fn box_unknown(&mut self, typefaces: &Typefaces) -> Vec<String> {
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
            // Side by side, lines stand on common lines: there is no distance between entries but that of a line.
            let after = match (block.is_spaced(), columns) {
                (true, _) => LEADING,
                (false, 1) => 1.5,
                (false, _) => 0.0,
            };
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
        let piece = |part: &crate::Part| match part.kind {
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
