//! Importing: what will happen to each row is decided in one place, shown as the preview, and then done.
//!
//! [`Coalition::plan_import`] and [`Coalition::import`] share one function, so that the preview says exactly what the
//! import then does. Every row is accounted for: read = created + updated + unchanged + rejected + asked. Readers in
//! `import/` only parse; none of them decides.

mod apply;
mod history;
mod plan;
pub mod record;
mod reply;
mod run;
mod target;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use self::apply::{Grounds, Writing};
pub use self::history::{Import, ImportedRow};
pub use self::plan::PlannedRow;
use self::plan::{Asked, Planner};
use self::record::Record;
pub use self::run::{Choices, PlanRun, PlannedTable, Recognized};
pub use self::target::ImportTarget;
use crate::coalition::Coalition;
use crate::error::Result;
use crate::journal::{Change, Op};
use crate::messages::Message;
use blocks::csv::push_cell;
use reading::list::{Entry, Known, ListReading, read_list};
use vocabulary::ids::{LetterId, OrganizationId};

/// What a person decided about a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
#[ts(export)]
pub enum Decision {
    /// Nothing: an exact match is taken, a likely one is asked, anything else is new.
    #[default]
    Auto,
    /// It is a new organization.
    New,
    /// It is this organization, whose aliases then include the spelling.
    Match {
        /// The organization.
        organization_id: OrganizationId,
    },
    /// The person signs for themselves; the organization is where they are, for identification only. Without a person the
    /// name is theirs.
    Individual,
    /// It is left out.
    Drop,
}

/// A row to import: what was read and what was decided.
#[derive(Debug, Clone, PartialEq)]
pub struct ImportRow {
    /// What was read.
    pub entry: Entry,
    /// What was decided.
    pub decision: Decision,
}

/// What happens to a likely match that nobody decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export)]
pub enum Likely {
    /// It stays unwritten and is listed.
    #[default]
    Ask,
    /// It becomes a new organization.
    New,
    /// The best candidate is taken.
    Match,
}

/// What becomes of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export)]
pub enum Outcome {
    /// Something new is written.
    Created,
    /// Something that is there changes.
    Updated,
    /// It is there already, just so.
    Unchanged,
    /// It is not taken; the reason says why.
    Rejected,
    /// It needs a decision, and is not written without one.
    Asked,
}

impl Outcome {
    /// The word in the file and on the wire.
    pub fn word(self) -> &'static str {
        match self {
            Self::Created => "created",
            Self::Updated => "updated",
            Self::Unchanged => "unchanged",
            Self::Rejected => "rejected",
            Self::Asked => "asked",
        }
    }

    /// The outcome of exactly this word.
    pub fn find(word: &str) -> Option<Self> {
        let all = [
            Self::Created,
            Self::Updated,
            Self::Unchanged,
            Self::Rejected,
            Self::Asked,
        ];
        all.into_iter().find(|outcome| outcome.word() == word)
    }
}

/// A field that an import can change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)] // Named by the domain's words.
pub enum ChangeField {
    Alias,
    PrintsAs,
    Scope,
    Kind,
    Parent,
    City,
    State,
    Country,
    Website,
    Note,
    Email,
    Phone,
    Affiliation,
    Role,
    Status,
    Signer,
    Title,
}

impl ChangeField {
    /// The word for it in the person's language.
    pub fn message(self) -> Message {
        Message::new(match self {
            Self::Alias => "import-field-alias",
            Self::PrintsAs => "import-field-prints-as",
            Self::Scope => "import-field-scope",
            Self::Kind => "import-field-kind",
            Self::Parent => "import-field-parent",
            Self::City => "import-field-city",
            Self::State => "import-field-state",
            Self::Country => "import-field-country",
            Self::Website => "import-field-website",
            Self::Note => "import-field-note",
            Self::Email => "import-field-email",
            Self::Phone => "import-field-phone",
            Self::Affiliation => "import-field-affiliation",
            Self::Role => "import-field-role",
            Self::Status => "import-field-status",
            Self::Signer => "import-field-signer",
            Self::Title => "import-field-title",
        })
    }

    /// A value of it as people read it: the words of the file in the person's language, all else as it is.
    pub fn value(self, value: &str, language: crate::messages::Language) -> String {
        match self {
            Self::Scope | Self::Kind | Self::Status if !value.is_empty() => Message::new("import-word")
                .text("word", value)
                .to_string(language),
            _ => value.to_owned(),
        }
    }
}

/// A value that an import would change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct FieldChange {
    /// The field, as the wire names it.
    #[ts(type = "string")]
    pub field: ChangeField,
    /// What stands there.
    pub old: String,
    /// What will stand there.
    pub new: String,
}

fn change(field: ChangeField, old: &str, new: &str) -> FieldChange {
    FieldChange {
        field,
        old: old.to_owned(),
        new: new.to_owned(),
    }
}

/// What every row of an import becomes. read = created + updated + unchanged + rejected + asked.
#[derive(Debug, Clone)]
pub struct ImportPlan {
    /// The rows, in the order in which they were read.
    pub rows: Vec<PlannedRow>,
    /// The letter that the sign-ons go to; one that is begun with them is there once they are imported.
    pub letter: Option<LetterId>,
}

impl ImportPlan {
    /// How many rows have this outcome.
    pub fn count(&self, outcome: Outcome) -> usize {
        self.rows.iter().filter(|row| row.outcome == outcome).count()
    }

    /// How many rows are written.
    pub fn written(&self) -> usize {
        self.count(Outcome::Created) + self.count(Outcome::Updated)
    }
}

impl Known for Coalition {
    fn is_known(&self, name: &str) -> bool {
        self.with_names(|index| index.knows(name)).unwrap_or(false)
    }
}

impl Coalition {
    /// Reads a pasted list; what the coalition knows already decides doubtful cuts.
    ///
    /// # Errors
    /// A rule: the text is empty, too large, or no text.
    pub fn read_list(&self, text: &str) -> Result<ListReading> {
        reading::text::check_text(text)?;
        Ok(read_list(text, self))
    }

    /// What an import would do, row by row. Nothing is written.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the letter is not there.
    pub fn plan_import(
        &self,
        rows: &[ImportRow],
        target: &ImportTarget,
        likely: Likely,
    ) -> Result<ImportPlan> {
        if let Some(letter) = target.letter_id() {
            self.get_letter(letter)?;
        }
        let mut planner = Planner::new(self, target, likely)?;
        let mut planned = Vec::with_capacity(rows.len());
        for (number, row) in rows.iter().enumerate() {
            let record = Record::from(&row.entry);
            let recognition = match record.organization.as_str() {
                "" => None,
                name => Some(std::sync::Arc::new(self.recognize(name)?)),
            };
            planned.push(planner.plan(
                self,
                number,
                &Asked {
                    row: u32::try_from(number + 1).unwrap_or(u32::MAX),
                    record: &record,
                    decision: row.decision,
                    recognition: recognition.as_ref(),
                    earlier: None,
                },
            )?);
        }
        planner.finish(self, &mut planned)?;
        Ok(ImportPlan {
            rows: planned,
            letter: target.letter_id(),
        })
    }

    /// Imports rows as one action, with the letter that is begun for them. `source` is what they were read from; its text becomes
    /// the evidence of sign-ons, and is kept with what became of each row.
    ///
    /// # Errors
    /// As [`Coalition::plan_import`]; a rule when no letter can be begun so. Nothing is written then.
    pub fn import<'s>(
        &mut self,
        rows: &[ImportRow],
        target: &ImportTarget,
        likely: Likely,
        source: impl Into<ListSource<'s>>,
        now: DateTime<Utc>,
    ) -> Result<Change<ImportPlan>> {
        let source = source.into();
        let mut plan = self.plan_import(rows, target, likely)?;
        let op = Op::Import {
            title: target.title(self)?,
            count: plan.written(),
        };
        self.transact(op, now, |tx| {
            plan.letter = target.letter_within(tx, plan.written())?;
            let mut writing = Writing::new(plan.letter, Grounds::Text(source.text));
            let mut written = Vec::with_capacity(plan.rows.len());
            for (number, planned) in plan.rows.iter().enumerate() {
                written.push(writing.row(tx, number, &planned.step)?);
            }
            writing.finish(tx, plan.rows.iter().map(|row| &row.step))?;
            // An import that takes nothing changes nothing, and leaves no trace.
            if plan.written() > 0 && !source.text.trim().is_empty() {
                history::keep_list(tx, source, target, rows, &plan, &written)?;
            }
            Ok(plan)
        })
    }
}

/// Where a list came from.
#[derive(Debug, Clone, Copy)]
pub struct ListSource<'a> {
    /// The name of its file; empty when it was pasted.
    pub name: &'a str,
    /// The text that was read.
    pub text: &'a str,
}

impl<'a> From<&'a str> for ListSource<'a> {
    fn from(text: &'a str) -> Self {
        Self { name: "", text }
    }
}

impl<'a> From<&'a String> for ListSource<'a> {
    fn from(text: &'a String) -> Self {
        text.as_str().into()
    }
}

/// Rows that were not taken, as CSV under their own headings with the reason of each at the end: to be mended and imported
/// again. A cell that a spreadsheet would take for a formula is guarded.
pub fn rejects(headings: &[String], rows: &[(u32, Vec<String>, String)], reason: &str) -> String {
    let width = rows.iter().map(|(_, cells, _)| cells.len()).max().unwrap_or(0);
    let width = width.max(headings.len());
    let line = |cells: &[String], last: &str| {
        let mut line = String::new();
        for at in 0..width {
            push_cell(&mut line, at, cells.get(at).map_or("", String::as_str));
        }
        push_cell(&mut line, width, last);
        line.push('\n');
        line
    };
    let mut csv = line(headings, reason);
    for (_, cells, reason) in rows {
        csv.push_str(&line(cells, reason));
    }
    csv
}
