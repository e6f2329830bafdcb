//! What crosses to the window where that is more than a concept's own type: sentences in the person's language, and
//! what several concepts say together. No rule lives here.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use serde::Serialize;
use ts_rs::TS;

use base::error::{Error, Result};
use base::messages::{Language, Message};
use names::recognize::{Candidate, Recognition, Relation, Verdict};
use store::journal::Change;
use undersigned_core::coalition::Coalition;
use undersigned_core::letter::{LetterSummary, SUMMARY_TABLES};
use undersigned_core::organization::{OrganizationText, TextValues};
use undersigned_core::reads::HISTORY;
use vocabulary::ids::{LetterId, OrganizationId};

mod block;
mod duplicates;
mod imported;
mod imports;
mod ledger;
mod outreach;
mod plan;
mod seen;
mod signon;

pub use block::{BlockView, Filled, LeftOut, Saved};
pub use duplicates::{DuplicateGroup, DuplicatesView, KinshipView, LikenessView};
pub use imported::{ImportRowView, ImportRows, ImportSummary};
pub use imports::{
    ImportColumn, ImportSource, ListText, RowSample, SheetView, SourceChange, TableKind, TableSource,
};
pub use ledger::{AcceptedItem, AskPlanView, AskRowView, CheckItem, FollowupView, HistoryItem, HistoryPage};
pub use outreach::{AnswerView, PreparedView};
pub use plan::{
    FieldChangeView, FieldValueView, ImportPlanView, ListedRow, MailRow, MessagePiece, MessageView, PlanRow,
    PlanRows, SpanLook, TextSpan, list_spans,
};
pub use seen::{LedgerDelta, LedgerSnapshot, LedgerView};
pub use signon::SignOnDetail;

/// Why something was not done, as a finished sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "app/")]
pub struct WireError {
    /// The word to branch on: see [`Error::kind`].
    pub kind: &'static str,
    /// What happened and what to do.
    pub message: String,
    /// The field of the form that is wrong.
    pub field: Option<&'static str>,
}

impl WireError {
    /// The error in a language.
    pub fn new(error: &Error, language: Language) -> Self {
        let field = if let Error::Rule { field, .. } = error {
            *field
        } else {
            None
        };
        Self {
            kind: error.kind(),
            message: error.sentence(language),
            field,
        }
    }
}

/// What an action may give back to the window.
pub trait Wire: Serialize + TS {}
impl<T: Serialize + TS> Wire for T {}

/// An action that was done.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(export, export_to = "app/")]
pub struct Applied<T: TS> {
    /// What it gave back.
    pub output: T,
    /// What was done, for the short message: "Confirm WISDOM".
    pub label: String,
    /// The tables that went stale, that of the history among them; empty when nothing changed.
    pub tables: BTreeSet<String>,
    /// The open file and the program after it.
    pub app: AppState,
    /// The letters as the navigation shows them, when they went stale.
    pub letters: Option<Vec<LetterSummary>>,
}

impl<T: TS> Applied<T> {
    /// A change in a language, with all that a window shows wherever it is and that went stale by it.
    pub fn new(coalition: &Coalition, change: Change<T>, sample: bool, language: Language) -> Result<Self> {
        let mut tables = change.tables;
        let listed = SUMMARY_TABLES.iter().any(|table| tables.contains(*table));
        if !tables.is_empty() {
            tables.insert(HISTORY.to_owned());
        }
        Ok(Self {
            output: change.output,
            label: change.op.message().to_string(language),
            tables,
            app: AppState::new(coalition, sample, language)?,
            letters: listed.then(|| coalition.list_letters()).transpose()?,
        })
    }
}

/// The open file and the program around it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "app/")]
pub struct AppState {
    /// The language of the window.
    pub language: Language,
    /// The name of the file, without its ending.
    pub file_name: String,
    /// Where it is.
    pub file_path: String,
    /// Whether it is the sample.
    pub sample: bool,
    /// Whether there is neither an organization nor a person nor a letter in it.
    pub empty: bool,
    /// How many organizations there are.
    pub organizations: u32,
    /// How many people there are.
    pub people: u32,
    /// How many letters there are.
    pub letters: u32,
    /// What undo would take back.
    pub undo: Option<String>,
    /// What redo would do again.
    pub redo: Option<String>,
    /// Whether the file is locked with a passphrase.
    pub locked: bool,
    /// Whether it can only be looked at.
    pub read_only: bool,
    /// Whether another program moved, renamed or replaced the file since it was opened.
    pub moved: bool,
    /// What is to be said once, such as that no backup could be made.
    pub notice: Option<String>,
    /// The version of the program.
    pub version: String,
}

impl AppState {
    /// The state of the program with this coalition open.
    pub fn new(coalition: &Coalition, sample: bool, language: Language) -> Result<Self> {
        let (organizations, letters) = (coalition.count_organizations()?, coalition.count_letters()?);
        let people = coalition.count_people()?;
        let path = coalition.path();
        Ok(Self {
            language,
            file_name: path
                .file_stem()
                .map(|name| name.to_string_lossy().into_owned())
                .unwrap_or_default(),
            file_path: path.display().to_string(),
            sample,
            empty: organizations == 0 && people == 0 && letters == 0,
            organizations,
            people,
            letters,
            undo: coalition.next_undo()?.map(|op| op.message().to_string(language)),
            redo: coalition.next_redo()?.map(|op| op.message().to_string(language)),
            locked: coalition.is_locked(),
            read_only: coalition.is_read_only(),
            moved: !coalition.is_in_place(),
            notice: None,
            version: env!("CARGO_PKG_VERSION").to_owned(),
        })
    }
}

/// An organization that a name may mean.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export, export_to = "recognizing/")]
pub struct CandidateView {
    /// The organization.
    pub id: OrganizationId,
    /// The name or alias that is like it.
    pub name: String,
    /// Why, as a sentence.
    pub reason: String,
    /// From 0 to 1.
    pub score: f64,
}

impl CandidateView {
    fn new(candidate: &Candidate, language: Language) -> Self {
        let (id, arguments) = candidate.reason.message();
        Self {
            id: OrganizationId(candidate.id),
            name: candidate.name.clone(),
            reason: Message::with(id, arguments).to_string(language),
            score: candidate.score,
        }
    }
}

/// An organization that a name is not, but that is of one family with it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export, export_to = "recognizing/")]
pub struct RelatedView {
    /// The organization.
    pub id: OrganizationId,
    /// Its name.
    pub name: String,
    /// What it is to the name.
    pub relation: Relation,
}

/// What recognizing a name came to.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export, export_to = "recognizing/")]
pub struct Recognized {
    /// Exact, likely or new.
    pub verdict: Verdict,
    /// Organizations that it may be, best first.
    pub candidates: Vec<CandidateView>,
    /// Its parent, chapters or sister chapters, as far as names tell.
    pub related: Vec<RelatedView>,
}

impl Recognized {
    /// A recognition in a language.
    pub fn new(recognition: &Recognition, language: Language) -> Self {
        let candidates = recognition.candidates.iter();
        Self {
            verdict: recognition.verdict,
            candidates: candidates
                .map(|candidate| CandidateView::new(candidate, language))
                .collect(),
            related: recognition
                .related
                .iter()
                .filter_map(|candidate| {
                    Some(RelatedView {
                        id: OrganizationId(candidate.id),
                        name: candidate.name.clone(),
                        relation: candidate.relation?,
                    })
                })
                .collect(),
        }
    }
}

/// What filters offer to choose from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "filters/")]
pub struct FilterChoices {
    /// The tags of organizations and people.
    pub tags: Vec<String>,
    /// The states and regions of organizations.
    pub states: Vec<String>,
    /// The countries of organizations.
    pub countries: Vec<String>,
    /// The languages of people, as BCP 47 tags.
    pub languages: Vec<String>,
    /// What the text fields of organizations say.
    pub texts: Vec<TextValues>,
}

impl FilterChoices {
    /// What the coalition has now.
    pub fn new(coalition: &Coalition) -> Result<Self> {
        Ok(Self {
            tags: coalition.list_tags()?,
            states: coalition.list_states()?,
            countries: coalition.list_countries()?,
            languages: coalition.list_languages()?,
            texts: OrganizationText::ALL
                .iter()
                .map(|field| {
                    let values = coalition.list_texts(*field)?;
                    Ok(TextValues {
                        field: *field,
                        values,
                    })
                })
                .collect::<Result<_>>()?,
        })
    }
}

/// The check of a letter by the remembered choices of its block, in a language.
pub fn check(
    coalition: &Coalition,
    letter: LetterId,
    now: DateTime<Utc>,
    language: Language,
) -> Result<Vec<CheckItem>> {
    let findings = coalition.check_letter(letter, &coalition.get_block_options(letter)?, now)?;
    Ok(findings
        .iter()
        .map(|finding| CheckItem::new(finding, language))
        .collect())
}
