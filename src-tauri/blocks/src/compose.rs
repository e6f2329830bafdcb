//! What one entry says: the pieces of a signatory that the options ask for, in their order, with the
//! punctuation between.

use std::collections::HashSet;

use names::recognize::words;

use super::clean;
use super::grouping::state_name;
use super::labels::{Label, Labels};
use super::options::{
    Affiliation, BlockOptions, EntryForm, Identification, Layout, Translations, Whereabouts,
};
use super::{BlockEntry, Part, PartKind, PrintedLogo, Signatory};

/// The footnote mark of a person's affiliation.
pub(super) const MARK: &str = "*";

/// How many underscores make a line for a signature, and one for a date.
const SIGNATURE: usize = 36;
const DATE: usize = 14;
/// What stands between two who sign for one organization.
pub(super) const BESIDE: &str = " & ";

/// Composes entries, with what is the same for all of them worked out once.
pub(super) struct Composer<'o> {
    options: &'o BlockOptions,
    /// On how many lines an entry may stand: one in a sentence or a table.
    lines: u8,
    for_identification: String,
    /// "Date:", where there is a line to sign on.
    date: String,
    /// The marks, each with the names that bear it, folded.
    marks: Vec<(String, HashSet<String>)>,
}

impl<'o> Composer<'o> {
    pub(super) fn new(options: &'o BlockOptions, labels: &dyn Labels) -> Self {
        let one_line = matches!(options.layout, Layout::Prose | Layout::Table);
        Self {
            options,
            lines: if one_line {
                1
            } else {
                match (options.layout, options.entry) {
                    (Layout::Wet, _) => 3,
                    // Below the organization is no place on its own line.
                    (_, EntryForm::OrganizationFirst) => options.entry_lines.clamp(2, 3),
                    _ => options.entry_lines.clamp(1, 3),
                }
            },
            for_identification: clean::one_line(&labels.text(Label::ForIdentification)).into_owned(),
            date: clean::one_line(&labels.text(Label::Date)).into_owned(),
            marks: options
                .marks
                .iter()
                .map(|mark| (clean::one_line(&mark.mark).into_owned(), folded(&mark.names)))
                .filter(|(mark, _)| !mark.is_empty())
                .collect(),
        }
    }

    /// The entry of one signatory.
    pub(super) fn compose(&self, signatory: &Signatory) -> BlockEntry {
        let mut parts = if signatory.individual {
            self.individual(signatory)
        } else {
            self.organization(signatory)
        };
        self.mark(&mut parts, &signatory.name);
        if self.options.layout == Layout::Wet {
            self.line_to_sign_on(&mut parts);
        }
        BlockEntry {
            sign_on: signatory.sign_on,
            parts,
            bold: self.options.entry == EntryForm::OrganizationFirst && !signatory.individual,
            link: signatory
                .website
                .as_deref()
                .filter(|_| self.options.links && !signatory.individual)
                .and_then(web_address),
            logo: signatory
                .logo
                .as_ref()
                .filter(|_| self.options.layout == Layout::Logos && !signatory.individual)
                .map(|logo| PrintedLogo::new(logo, self.options.logos_in_row())),
            after: String::new(),
            unwritten: signatory.unwritten,
            late: signatory.late,
            lead: signatory.lead,
            individual: signatory.individual,
        }
    }

    fn organization(&self, signatory: &Signatory) -> Vec<Part> {
        // Where one signs by hand it is a person who does.
        let wet = self.options.layout == Layout::Wet && self.options.entry != EntryForm::OrganizationFirst;
        let signer = self.options.entry == EntryForm::Signer || wet;
        let mut parts = Vec::with_capacity(if signer { 5 } else { 1 });
        if signer {
            self.add(&mut parts, PartKind::Signer, signatory.signer.as_deref(), 1);
            self.add(&mut parts, PartKind::Title, signatory.title.as_deref(), 3);
            self.add_further(&mut parts, signatory);
        }
        self.add_name(&mut parts, signatory);
        self.add_place(&mut parts, signatory);
        if self.options.entry == EntryForm::OrganizationFirst {
            self.add(&mut parts, PartKind::Signer, signatory.signer.as_deref(), 2);
            let title = if printable(signatory.signer.as_deref()).is_some() {
                3
            } else {
                2
            };
            self.add(&mut parts, PartKind::Title, signatory.title.as_deref(), title);
            self.add_further(&mut parts, signatory);
        }
        parts
    }

    /// Who signs for the organization beside the signer.
    fn add_further(&self, parts: &mut Vec<Part>, signatory: &Signatory) {
        for (name, title) in &signatory.further {
            let Some(name) = printable(Some(name)) else {
                continue;
            };
            // Behind a title a comma would make the next signer a part of it.
            if self.lines >= 2 {
                self.part_off(parts, 2);
            } else if !parts.is_empty() {
                parts.push(glue(BESIDE));
            }
            parts.push(Part::new(PartKind::Signer, name));
            self.add(parts, PartKind::Title, Some(title), 3);
        }
    }

    /// The name, in another language or with it where asked for.
    fn add_name(&self, parts: &mut Vec<Part>, signatory: &Signatory) {
        let translation = printable(signatory.translation.as_deref());
        match (self.options.translations, translation) {
            (Translations::Instead, Some(translation)) => {
                self.add(parts, PartKind::Name, Some(&translation), 2);
            }
            (Translations::Beside, Some(translation)) => {
                let both = format!("{} ({translation})", clean::one_line(&signatory.name));
                self.add(parts, PartKind::Name, Some(&both), 2);
            }
            _ => self.add(parts, PartKind::Name, Some(&signatory.name), 2),
        }
    }

    /// Puts the marks that a name bears behind it.
    fn mark(&self, parts: &mut Vec<Part>, name: &str) {
        if self.marks.is_empty() {
            return;
        }
        let name = words::fold(&clean::one_line(name));
        let at = parts.iter().position(|part| part.kind == PartKind::Name);
        let mut at = at.map_or(parts.len(), |at| at + 1);
        for (mark, names) in &self.marks {
            if names.contains(&name) {
                parts.insert(at, Part::new(PartKind::Mark, mark.clone()));
                at += 1;
            }
        }
    }

    fn line_to_sign_on(&self, parts: &mut Vec<Part>) {
        let line = [
            Part::new(PartKind::Rule, "_".repeat(SIGNATURE)),
            Part::new(PartKind::Glue, format!("  {} ", self.date)),
            Part::new(PartKind::Rule, "_".repeat(DATE)),
            Part::new(PartKind::Break, ""),
        ];
        parts.splice(0..0, line);
    }

    fn individual(&self, signatory: &Signatory) -> Vec<Part> {
        let mut parts = Vec::with_capacity(1);
        let signer = self.options.layout == Layout::Wet
            || matches!(
                self.options.entry,
                EntryForm::Signer | EntryForm::OrganizationFirst
            );
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
            Identification::Note | Identification::Heading | Identification::None => {}
        }
    }

    /// City, or where none is known the state spelled out, or the country.
    fn add_place(&self, parts: &mut Vec<Part>, signatory: &Signatory) {
        let wanted = match (self.options.whereabouts, self.options.entry) {
            (Whereabouts::Auto, EntryForm::Place) => Whereabouts::Auto,
            (Whereabouts::Auto, _) => return,
            (wanted, _) => wanted,
        };
        let country = || printable(signatory.country.as_deref());
        let state = || {
            printable(signatory.state.as_deref())
                .map(|state| state_name(&state, &self.options.language).into_owned())
        };
        let place = || printable(signatory.place.as_deref()).or_else(state);
        let text = match wanted {
            Whereabouts::Auto => place().or_else(country),
            Whereabouts::Place => place(),
            Whereabouts::Country => country(),
            Whereabouts::All => {
                let both: Vec<String> = place().into_iter().chain(country()).collect();
                (!both.is_empty()).then(|| both.join(", "))
            }
        };
        if let Some(text) = text {
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

/// Names folded, so that case and accents do not part them.
fn folded(names: &[String]) -> HashSet<String> {
    names
        .iter()
        .map(|name| words::fold(&clean::one_line(name)))
        .collect()
}

/// The address of a web site as a link has it; `None` for what is none.
fn web_address(website: &str) -> Option<String> {
    let address = clean::one_line(website);
    let has_scheme = |scheme: &str| {
        address
            .get(..scheme.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    };
    let whole = if has_scheme("https://") || has_scheme("http://") {
        address.into_owned()
    } else if address.contains('.') && !address.contains([':', '@']) {
        format!("https://{address}")
    } else {
        return None;
    };
    // What could end an attribute or a field, or is no address at all, is no link.
    let plain =
        |c: char| !c.is_whitespace() && !c.is_control() && !matches!(c, '"' | '<' | '>' | '\\' | '{' | '}');
    whole.chars().all(plain).then_some(whole)
}

fn glue(text: &'static str) -> Part {
    Part::new(PartKind::Glue, text)
}

fn printable(text: Option<&str>) -> Option<String> {
    text.map(clean::one_line)
        .filter(|text| !text.is_empty())
        .map(std::borrow::Cow::into_owned)
}
