//! Importing: what will happen to each row is decided in one place, shown as the preview, and then done.
//!
//! A list, a table, cards and mail are one thing here: an [`OpenSource`], whose rows come to one plan
//! ([`Coalition::plan_import`]). [`Coalition::import`] does just that plan as one action, or refuses it when the coalition
//! changed since. Every row is accounted for: read = created + updated + unchanged + rejected + asked.

mod apply;
mod history;
mod parallel;
mod plan;
mod rejects;
mod reply;
mod run;
mod source;
mod target;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use self::history::{Import, ImportedRow};
pub use self::plan::{ConsentQuestion, PlannedRow};
pub use self::rejects::rejects;
pub(crate) use self::reply::organization_of;
pub use self::reply::{Proposal, about_seal};
pub(crate) use self::run::hash;
pub use self::run::{Choices, ImportPlan, PlanRun, Recognized, SaidOnce};
pub use self::source::{ListEdit, ListRow, ListSource, OpenSource, Records};
pub use self::target::ImportTarget;
use crate::coalition::Coalition;
use crate::organization::OrganizationText;
use base::error::Result;
use base::messages::{Language, Message};
use reading::list::{Known, ListReading, read_list};
use reading::problem::{Problem, ProblemReason};
use vocabulary::ids::OrganizationId;

/// What a person decided about a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
#[ts(export, export_to = "imports/")]
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
    /// What it asks is taken: that it changes an answer, how it is read, or what a message says. It is the organization, where one was chosen.
    Take {
        /// The organization that was chosen before.
        organization_id: Option<OrganizationId>,
    },
}

/// What happens to a likely match that nobody decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export, export_to = "imports/")]
pub enum Likely {
    /// It stays unwritten and is listed.
    #[default]
    Ask,
    /// It becomes a new organization.
    New,
    /// The best candidate is taken.
    Match,
}

/// What happens to a row that would change a no, a yes or a printed name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export, export_to = "imports/")]
pub enum ConsentPolicy {
    /// It stays unwritten and is listed.
    #[default]
    Ask,
    /// It is taken: the person decided so for all rows.
    Take,
}

/// What happens to a message whose writer's own words say yes. All other messages are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export, export_to = "imports/")]
pub enum MailPolicy {
    /// Each message is seen by a person first.
    #[default]
    Ask,
    /// It is taken.
    TakeYes,
}

/// What becomes of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export, export_to = "imports/")]
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

    /// Whether the row is left over: not taken, or undecided.
    pub fn is_left(self) -> bool {
        matches!(self, Self::Rejected | Self::Asked)
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)] // Named by the domain's words.
pub enum ChangeField {
    Alias,
    PrintsAs,
    Scope,
    Kind,
    Parent,
    Membership,
    Tag,
    City,
    State,
    Country,
    Website,
    Note,
    Email,
    Phone,
    Affiliation,
    Role,
    Others,
    Status,
    Signer,
    Title,
    /// A text field of an organization, by its own word.
    #[serde(untagged)]
    Text(OrganizationText),
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
            Self::Membership => "import-field-membership",
            Self::Tag => "import-field-tag",
            Self::City => "import-field-city",
            Self::State => "import-field-state",
            Self::Country => "import-field-country",
            Self::Website => "import-field-website",
            Self::Note => "import-field-note",
            Self::Email => "import-field-email",
            Self::Phone => "import-field-phone",
            Self::Affiliation => "import-field-affiliation",
            Self::Role => "import-field-role",
            Self::Others => "import-field-others",
            Self::Status => "import-field-status",
            Self::Signer => "import-field-signer",
            Self::Title => "import-field-title",
            Self::Text(field) => field.label(),
        })
    }

    /// A value of it as people read it: the words of the file in the person's language, all else as it is.
    pub fn value(self, value: &str, language: base::messages::Language) -> String {
        match self {
            Self::Scope | Self::Kind | Self::Membership | Self::Status if !value.is_empty() => {
                Message::new("import-word")
                    .text("word", value)
                    .to_string(language)
            }
            _ => value.to_owned(),
        }
    }
}

/// A value that an import would change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export, export_to = "imports/")]
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
}

/// What was read with a loss, a sentence for each reason: of several rows the first few are named.
pub fn problems(problems: &[Problem], language: Language) -> Vec<String> {
    let mut reasons: Vec<(ProblemReason, Vec<u32>)> = Vec::new();
    for problem in problems {
        match reasons.iter_mut().find(|(reason, _)| *reason == problem.reason) {
            Some((_, rows)) => rows.push(problem.row),
            None => reasons.push((problem.reason, vec![problem.row])),
        }
    }
    let sentence = |(reason, rows): (ProblemReason, Vec<u32>)| {
        let (id, arguments) = reason.message();
        let named: Vec<String> = rows.iter().take(NAMED_ROWS).map(u32::to_string).collect();
        let message = if rows.len() == 1 {
            "import-problem"
        } else {
            "import-problem-rows"
        };
        Message::new(message)
            .text(if rows.len() == 1 { "row" } else { "rows" }, named.join(", "))
            .text("problem", Message::with(id, arguments).to_string(language))
            .number("more", rows.len() - named.len())
            .to_string(language)
    };
    reasons.into_iter().map(sentence).collect()
}

/// So many rows of one reason are named; of the others their number is.
const NAMED_ROWS: usize = 6;
