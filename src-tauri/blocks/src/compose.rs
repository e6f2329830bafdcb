//! What one entry says: the pieces of a signatory that the options ask for, in their order, with the
//! punctuation between.

use super::clean;
use super::grouping::state_name;
use super::labels::{Label, Labels};
use super::options::{Affiliation, BlockOptions, EntryForm, Identification, Layout};
use super::{BlockEntry, Part, PartKind, Signatory};

/// The footnote mark of a person's affiliation.
pub(super) const MARK: &str = "*";

/// Composes entries, with what is the same for all of them worked out once.
pub(super) struct Composer<'o> {
    options: &'o BlockOptions,
    /// On how many lines an entry may stand: one in a sentence or a table.
    lines: u8,
    for_identification: String,
}

impl<'o> Composer<'o> {
    pub(super) fn new(options: &'o BlockOptions, labels: &dyn Labels) -> Self {
        let one_line = matches!(options.layout, Layout::Prose | Layout::Table);
        Self {
            options,
            lines: if one_line {
                1
            } else {
                options.entry_lines.clamp(1, 3)
            },
            for_identification: clean::one_line(&labels.text(Label::ForIdentification)).into_owned(),
        }
    }

    /// The entry of one signatory.
    pub(super) fn compose(&self, signatory: &Signatory) -> BlockEntry {
        BlockEntry {
            sign_on: signatory.sign_on,
            parts: if signatory.individual {
                self.individual(signatory)
            } else {
                self.organization(signatory)
            },
            after: String::new(),
            unwritten: signatory.unwritten,
            late: signatory.late,
            lead: signatory.lead,
            individual: signatory.individual,
        }
    }

    fn organization(&self, signatory: &Signatory) -> Vec<Part> {
        let signer = self.options.entry == EntryForm::Signer;
        let mut parts = Vec::with_capacity(if signer { 5 } else { 1 });
        if signer {
            self.add(&mut parts, PartKind::Signer, signatory.signer.as_deref(), 1);
            self.add(&mut parts, PartKind::Title, signatory.title.as_deref(), 3);
        }
        self.add(&mut parts, PartKind::Name, Some(&signatory.name), 2);
        self.add_place(&mut parts, signatory);
        parts
    }

    fn individual(&self, signatory: &Signatory) -> Vec<Part> {
        let mut parts = Vec::with_capacity(1);
        let signer = self.options.entry == EntryForm::Signer;
        self.add(&mut parts, PartKind::Name, Some(&signatory.name), 1);
        let title = printable(signatory.title.as_deref()).filter(|_| signer);
        let affiliation =
            printable(signatory.affiliation.as_deref()).filter(|_| match self.options.affiliation {
                Affiliation::Auto => signer,
                Affiliation::Comma | Affiliation::Parentheses => true,
                Affiliation::Hidden => false,
            });
        if self.options.affiliation == Affiliation::Parentheses && affiliation.is_some() {
            parts.push(glue(" ("));
            if let Some(title) = title {
                parts.push(Part::new(PartKind::Title, title));
                parts.push(glue(", "));
            }
            self.add_affiliation(&mut parts, affiliation, ", ", "");
            parts.push(glue(")"));
        } else {
            self.add(&mut parts, PartKind::Title, title.as_deref(), 3);
            if affiliation.is_some() {
                self.part_off(&mut parts, 2);
            }
            self.add_affiliation(&mut parts, affiliation, " (", ")");
        }
        self.add_place(&mut parts, signatory);
        parts
    }

    /// The affiliation with the words that it is no signature, between `open` and `close` where they stand
    /// beside it.
    fn add_affiliation(
        &self,
        parts: &mut Vec<Part>,
        affiliation: Option<String>,
        open: &'static str,
        close: &'static str,
    ) {
        let Some(text) = affiliation else { return };
        parts.push(Part::new(PartKind::Affiliation, text));
        match self.options.identification {
            Identification::Inline => {
                parts.push(glue(open));
                parts.push(Part::new(PartKind::Note, self.for_identification.clone()));
                if !close.is_empty() {
                    parts.push(glue(close));
                }
            }
            Identification::Footnote => parts.push(Part::new(PartKind::Mark, MARK)),
            Identification::Note | Identification::None => {}
        }
    }

    /// City, or where none is known the state spelled out, or the country.
    fn add_place(&self, parts: &mut Vec<Part>, signatory: &Signatory) {
        if self.options.entry != EntryForm::Place {
            return;
        }
        let state = || {
            printable(signatory.state.as_deref())
                .map(|state| state_name(&state, &self.options.language).into_owned())
        };
        let place = printable(signatory.place.as_deref())
            .or_else(state)
            .or_else(|| printable(signatory.country.as_deref()));
        if let Some(text) = place {
            parts.push(glue(", "));
            parts.push(Part::new(PartKind::Place, text));
        }
    }

    /// Adds a piece, parted from what stands before it: by a new line where the entry has at least `lines`
    /// lines.
    fn add(&self, parts: &mut Vec<Part>, kind: PartKind, text: Option<&str>, lines: u8) {
        let Some(text) = printable(text) else { return };
        self.part_off(parts, lines);
        parts.push(Part::new(kind, text));
    }

    fn part_off(&self, parts: &mut Vec<Part>, lines: u8) {
        if !parts.is_empty() {
            parts.push(if self.lines >= lines {
                Part::new(PartKind::Break, "")
            } else {
                glue(", ")
            });
        }
    }
}

fn glue(text: &'static str) -> Part {
    Part::new(PartKind::Glue, text)
}

fn printable(text: Option<&str>) -> Option<String> {
    text.map(clean::one_line)
        .filter(|text| !text.is_empty())
        .map(std::borrow::Cow::into_owned)
}
