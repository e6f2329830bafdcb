//! The signatory block: which sign-ons stand on the letter, in what groups and order, and what each entry
//! says.
//!
//! [`arrange`] decides everything once; the files under `block/` only render what it decided, so every format
//! shows the same arrangement. An entry stays in parts (name, place, signer, title, affiliation) down to the
//! renderer, which is what lets a table take them apart and each format escape them in its own way. What
//! prints is the name exactly as given: sorting and grouping look at folded forms, the output never does. The
//! one thing changed is what could break a line or hide text: see `clean.rs`.
//!
//! This file owns the types, `render.rs` the door to the formats. It reads no database, no clock and no message
//! catalogue: sign-ons, choices and words are passed in.

mod arrangement;
mod clean;
mod columns;
mod compose;
pub mod csv;
pub mod docx;
mod grouping;
pub mod html;
mod labels;
pub mod latex;
mod letter;
mod logos;
pub mod markdown;
mod options;
mod ordering;
pub mod pdf;
mod prose;
mod render;
pub mod rtf;
mod states;
pub mod text;
pub mod xlsx;

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use arrangement::{arrange, group_names};
pub use grouping::same_heading;
pub use labels::{Label, Labels};
pub use letter::Letter;
pub use logos::{Logo, Pictures, PrintedLogo, picture_size};
pub use options::{
    Affiliation, BlockOptions, EntryForm, GroupBy, Identification, Individuals, Layout, NameMark, Numbering,
    Order, Paper, Separator, Translations, Whereabouts,
};
pub use prose::join_names;
pub use render::{
    Format, RenderError, RenderNotice, Rendered, render, render_letter, render_noting, render_text,
};

use vocabulary::Scope;
use vocabulary::ids::SignOnId;

/// One sign-on as the block needs it. Build it with `..Signatory::default()`, so that later fields need no
/// change.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Signatory {
    /// The sign-on it comes from, for a click on the name; `None` where there is none (a preview of a style).
    pub sign_on: Option<SignOnId>,
    /// What prints, exactly as given: the organization, or the person where [`Self::individual`] is set.
    pub name: String,
    /// What the name sorts by instead of itself; nothing is set aside in it.
    pub sort_as: Option<String>,
    /// The person who signed for the organization.
    pub signer: Option<String>,
    /// The title of the signer, or of the individual.
    pub title: Option<String>,
    /// Who signs for the organization beside the signer, each with a title that may be empty.
    pub further: Vec<(String, String)>,
    /// An individual's own organization, which did not sign.
    pub affiliation: Option<String>,
    /// The name in another language.
    pub translation: Option<String>,
    /// The address of its web site.
    pub website: Option<String>,
    /// City or city and state, as it prints.
    pub place: Option<String>,
    /// How far the organization's work reaches.
    pub scope: Option<Scope>,
    /// Postal code or name of the state.
    pub state: Option<String>,
    /// Name or ISO code of the country.
    pub country: Option<String>,
    /// The kind of organization, as the coordinator calls it.
    pub kind: Option<String>,
    /// The coordinator's own word for where the organization belongs.
    pub district: Option<String>,
    /// The coordinator's own heading for it on this letter.
    pub heading: Option<String>,
    /// Whether it leads the letter.
    pub lead: bool,
    /// The place it must have in its group: 1 is the first, -1 the last. Pins win over leads and over the
    /// order.
    pub pin: Option<i64>,
    /// When it signed, ISO 8601, all in the same zone (UTC), so that text order is time order.
    pub signed_at: Option<String>,
    /// The order of entry.
    pub position: i64,
    /// Whether a person signed for themselves rather than for an organization.
    pub individual: bool,
    /// Said yes, but not in writing: printed only with [`BlockOptions::include_said_yes`].
    pub unwritten: bool,
    /// Signed after the letter was delivered.
    pub late: bool,
    /// Counts where [`BlockOptions::count_unnamed`] says so, and is named nowhere.
    pub unnamed: bool,
    /// The organization's logo, where it may be printed.
    pub logo: Option<Logo>,
}

/// A block arranged: what every format prints, and what the window shows as the paper.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "block/")]
pub struct SignatoryBlock {
    /// The choices it was arranged by.
    pub options: BlockOptions,
    /// What its documents are printed on.
    #[serde(default)]
    pub paper: Paper,
    /// The introduction, safe to print. In prose whose first group has no heading it runs into that group's
    /// sentence and ends with the space before the first name.
    pub intro: String,
    /// "26 organizations", where counts are asked for and no heading carries them.
    pub summary: Option<String>,
    /// The groups in order; none without signatories.
    pub groups: Vec<BlockGroup>,
    /// What follows when a limit leaves some out: "and 14 others" as a line, "14 others" as the last of a
    /// sentence.
    pub others: Option<String>,
    /// The sentence about affiliations, below the block.
    pub note: Option<String>,
    /// The closing text, safe to print. In prose of a single group without a heading it runs on after the
    /// full stop and begins with the space between.
    pub outro: String,
    /// The columns a table has, and CSV and spreadsheets always.
    pub table: Vec<TableColumn>,
    /// All signatories of the block, those beyond the limit too.
    pub total: u32,
    /// How many of them are people who sign for themselves.
    pub individuals: u32,
    /// How many states they are in. Where a body of national or international scope has its address does not count.
    #[serde(default)]
    pub states: u32,
    /// How many are in it without a yes in writing.
    pub unwritten: u32,
    /// How many were left out because their yes is not in writing.
    pub unwritten_left_out: u32,
    /// The pictures of its logos, which whoever renders it has to bring: one that is not there prints as the name.
    #[serde(skip)]
    pub pictures: Pictures,
}

/// Entries under one heading.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "block/")]
pub struct BlockGroup {
    /// The heading without its count; `None` for entries that stand under no heading.
    pub heading: Option<String>,
    /// How many signatories belong here, those beyond the limit too.
    pub count: u32,
    /// The entries that print, in order.
    pub entries: Vec<BlockEntry>,
    /// The full stop of the group's sentence in prose; empty where the last name brings its own.
    pub stop: String,
    /// The sentence under its heading about affiliations.
    #[serde(default)]
    pub note: Option<String>,
}

/// One signatory as it prints.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "block/")]
pub struct BlockEntry {
    /// The sign-on behind it.
    pub sign_on: Option<SignOnId>,
    /// What prints, piece by piece; put together they are the entry.
    pub parts: Vec<Part>,
    /// What joins it to the next entry in prose: a comma, " and "; empty elsewhere and for the last.
    pub after: String,
    /// Printed without a yes in writing: marked in the preview, never in the output.
    pub unwritten: bool,
    /// Signed after delivery.
    pub late: bool,
    /// Leads the letter.
    pub lead: bool,
    /// A person who signs for themselves.
    pub individual: bool,
    /// The name prints in bold.
    #[serde(default)]
    pub bold: bool,
    /// The address behind the name, `http` or `https`, where links are asked for.
    #[serde(default)]
    pub link: Option<String>,
    /// The logo that prints in the place of the name, in formats that have pictures.
    #[serde(default)]
    pub logo: Option<PrintedLogo>,
}

/// One piece of an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "block/")]
pub struct Part {
    /// What the piece is.
    pub kind: PartKind,
    /// Its text, plain; empty for a line break.
    #[ts(type = "string")]
    pub text: Cow<'static, str>,
}

impl Part {
    fn new(kind: PartKind, text: impl Into<Cow<'static, str>>) -> Self {
        Self {
            kind,
            text: text.into(),
        }
    }
}

/// What a piece of an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export, export_to = "block/")]
pub enum PartKind {
    /// The name that signed.
    Name,
    /// The person who signed for an organization.
    Signer,
    /// That person's title, or the individual's.
    Title,
    /// An individual's own organization.
    Affiliation,
    /// Where it is.
    Place,
    /// "for identification purposes only".
    Note,
    /// A footnote mark.
    Mark,
    /// Punctuation between pieces.
    Glue,
    /// A new line within the entry.
    Break,
    /// The line to sign on, made of underscores where a format has no better.
    Rule,
}

/// One column of the block as a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "block/")]
pub struct TableColumn {
    /// The piece of each entry that stands in it; `None` for the heading of the group.
    pub kind: Option<PartKind>,
    /// What stands over it.
    pub title: String,
}

impl SignatoryBlock {
    /// Whether nothing prints: without signatories there is no introduction and no closing line either.
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// The heading of a group as it prints, with its count where counts are asked for.
    pub fn heading(&self, group: &BlockGroup) -> Option<String> {
        let heading = group.heading.as_ref()?;
        Some(if self.options.counts {
            format!("{heading} ({})", group.count)
        } else {
            heading.clone()
        })
    }

    /// The numbers of its entries, in their order.
    fn numbers(&self) -> Numbers {
        Numbers {
            each_group: self.options.numbering == Numbering::EachGroup,
            last: 0,
        }
    }

    /// The marks before the entries of a group, in a list without those of a format: bullets, or the next numbers.
    fn list_marks(&self, group: &BlockGroup, numbers: &mut Numbers) -> Vec<String> {
        numbers.start_group();
        let mark = |_: &BlockEntry| match self.options.layout {
            Layout::Bullets => "•".to_owned(),
            Layout::Numbered => format!("{}.", numbers.next()),
            _ => String::new(),
        };
        group.entries.iter().map(mark).collect()
    }

    /// Whether entries of several lines need space between them to be told apart, as in a list without marks.
    fn is_spaced(&self) -> bool {
        let several = |entry: &BlockEntry| entry.parts.iter().any(|part| part.kind == PartKind::Break);
        matches!(
            self.options.layout,
            Layout::Lines | Layout::Columns | Layout::Wet | Layout::Logos
        ) && self.groups.iter().flat_map(|group| &group.entries).any(several)
    }

    /// Whether an entry keeps with the text below the names, where entries stand one under the other: the last one does.
    fn keeps_with_closing(&self, group: &BlockGroup, entry: &BlockEntry) -> bool {
        let closing = [
            self.others.as_deref(),
            self.note.as_deref(),
            Some(self.outro.as_str()),
        ];
        let is_last = |group: &BlockGroup| group.entries.last().is_some_and(|last| std::ptr::eq(last, entry));
        self.options.column_count() == 1
            && self
                .groups
                .last()
                .is_some_and(|last| std::ptr::eq(last, group) && is_last(last))
            && closing.into_iter().flatten().any(|text| !text.trim().is_empty())
    }

    /// The columns of a table inside the document, where the heading of a group stands above its own rows.
    fn table_columns(&self) -> impl Iterator<Item = (PartKind, &str)> {
        self.table
            .iter()
            .filter_map(|column| Some((column.kind?, column.title.as_str())))
    }

    /// How the columns of a table inside the document share its width, in thousandths: names are longer than
    /// titles and places.
    fn table_shares(&self) -> impl Iterator<Item = usize> {
        let weight = |kind| if kind == PartKind::Name { 2 } else { 1 };
        let whole: usize = self.table_columns().map(|(kind, _)| weight(kind)).sum();
        self.table_columns()
            .map(move |(kind, _)| weight(kind) * 1000 / whole.max(1))
    }
}

/// The numbers of a numbered list.
#[derive(Debug)]
struct Numbers {
    /// Whether each group begins anew.
    each_group: bool,
    last: usize,
}

impl Numbers {
    fn start_group(&mut self) {
        if self.each_group {
            self.last = 0;
        }
    }

    fn next(&mut self) -> usize {
        self.last += 1;
        self.last
    }
}

impl BlockGroup {
    /// The entries filled down into this many columns, as even as can be: the first columns hold one more
    /// where it does not come out. Columns beyond the last entry are empty.
    pub fn columns(&self, count: usize) -> Vec<&[BlockEntry]> {
        let count = count.max(1);
        let (each, more) = (self.entries.len() / count, self.entries.len() % count);
        let mut rest = self.entries.as_slice();
        let mut columns = Vec::with_capacity(count);
        for column in 0..count {
            let (filled, left) = rest.split_at(each + usize::from(column < more));
            columns.push(filled);
            rest = left;
        }
        columns
    }
}

impl BlockEntry {
    /// The entry on one line, plain, as prose and tables have it.
    pub fn text(&self) -> String {
        match self.parts.as_slice() {
            [only] => only.text.clone().into_owned(),
            parts => parts
                .iter()
                .map(|part| {
                    if part.kind == PartKind::Break {
                        " "
                    } else {
                        part.text.as_ref()
                    }
                })
                .collect(),
        }
    }

    /// The lines of the entry, each as its parts.
    pub fn lines(&self) -> impl Iterator<Item = &[Part]> {
        self.parts.split(|part| part.kind == PartKind::Break)
    }

    /// The text of one table cell: the piece of that kind, with a footnote mark or note that belongs to it.
    pub fn cell(&self, kind: PartKind) -> String {
        let Some(at) = self.parts.iter().position(|part| part.kind == kind) else {
            return String::new();
        };
        let mut cell = String::new();
        for part in self.parts.get(at..).unwrap_or_default() {
            match part.kind {
                PartKind::Mark => cell.push_str(&part.text),
                PartKind::Note => {
                    cell.push_str(" (");
                    cell.push_str(&part.text);
                    cell.push(')');
                }
                PartKind::Glue | PartKind::Break => {}
                other if other == kind && cell.is_empty() => cell.push_str(&part.text),
                _ => break,
            }
        }
        // Of several who sign for one organization each stands in the cell.
        if matches!(kind, PartKind::Signer | PartKind::Title) {
            let further = self.parts.iter().skip(at + 1).filter(|part| part.kind == kind);
            for part in further {
                cell.push_str(compose::BESIDE);
                cell.push_str(&part.text);
            }
        }
        cell
    }
}

#[cfg(test)]
mod tests;
