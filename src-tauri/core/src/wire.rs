//! What crosses to the window where that is more than a concept's own type: sentences in the person's language, and
//! what several concepts say together. No rule lives here.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use serde::Serialize;
use ts_rs::TS;

use crate::coalition::Coalition;
use crate::duplicates::{Duplicates, Likeness};
use crate::error::{Error, Result};
use crate::journal::Change;
use crate::letter::{LetterSummary, SUMMARY_TABLES};
use crate::messages::{Language, Message};
use crate::organization::{OrganizationRef, OrganizationRow, OrganizationText, TextValues};
use crate::reads::HISTORY;
use names::recognize::{Candidate, Recognition, Relation, Verdict};
use vocabulary::ids::{LetterId, OrganizationId};

mod block;
mod imported;
mod imports;
mod ledger;
mod plan;
mod seen;
mod signon;

pub use block::{BlockView, Filled, LeftOut};
pub use imported::{ImportRowView, ImportRows, ImportSummary, import_rejects};
pub use imports::{
    ImportColumn, ImportSource, ListText, RowSample, SheetView, SourceChange, TableKind, TableSource,
};
pub use ledger::{AcceptedItem, AskPlanView, AskRowView, CheckItem, FollowupView, HistoryItem, HistoryPage};
pub use plan::{
    FieldChangeView, FieldValueView, ImportPlanView, ListedRow, MailRow, MessagePiece, MessageView, PlanRow,
    PlanRows, SpanLook, TextSpan, list_spans, plan_rejects,
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

/// Two of a group that are likely the same, with the reasons as sentences.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export, export_to = "duplicates/")]
pub struct LikenessView {
    /// The one.
    pub a: OrganizationId,
    /// The other.
    pub b: OrganizationId,
    /// From 0 to 1.
    pub score: f64,
    /// Why, the strongest first.
    pub reasons: Vec<String>,
}

/// Organizations that are likely one and the same.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export, export_to = "duplicates/")]
pub struct DuplicateGroup {
    /// The organizations, the one with the most letters first.
    pub organizations: Vec<OrganizationRow>,
    /// The pairs among them, best first.
    pub pairs: Vec<LikenessView>,
}

/// An organization that may be a chapter or affiliate of another.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export, export_to = "duplicates/")]
pub struct KinshipView {
    /// The one above.
    pub parent: OrganizationRef,
    /// The one below.
    pub child: OrganizationRef,
    /// Why, as a sentence.
    pub reason: String,
}

/// What a search for duplicates found, for the page.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "duplicates/")]
pub struct DuplicatesView {
    /// Groups that are likely the same, best first; the first few hundred.
    pub groups: Vec<DuplicateGroup>,
    /// How many groups there are in all.
    pub total: u32,
    /// Parents and chapters that nothing says so of yet; the first few hundred.
    pub families: Vec<KinshipView>,
    /// How many of those there are in all.
    pub families_total: u32,
}

/// So many groups, and so many parents and chapters, are shown at once.
const SHOWN: usize = 300;

impl DuplicatesView {
    /// What a search found, in a language, with what the organizations are now. One that is gone since is left out.
    pub fn new(coalition: &Coalition, found: &Duplicates, language: Language) -> Result<Self> {
        let mut groups = Vec::new();
        for places in found.groups.iter().take(SHOWN) {
            let mut pairs: Vec<&Likeness> = places.iter().filter_map(|at| found.likely.get(*at)).collect();
            let ids: BTreeSet<OrganizationId> = pairs.iter().flat_map(|pair| [pair.a, pair.b]).collect();
            let ids: Vec<OrganizationId> = ids.into_iter().collect();
            let mut organizations = coalition.list_organization_rows(&ids)?;
            organizations.sort_by_key(|row| std::cmp::Reverse((row.letters, row.signed)));
            let here = |id: OrganizationId| organizations.iter().any(|row| row.id == id);
            pairs.retain(|pair| here(pair.a) && here(pair.b));
            if pairs.is_empty() {
                continue;
            }
            groups.push(DuplicateGroup {
                pairs: pairs
                    .into_iter()
                    .map(|pair| LikenessView {
                        a: pair.a,
                        b: pair.b,
                        score: pair.score,
                        reasons: pair
                            .reasons
                            .iter()
                            .map(|reason| reason.to_string(language))
                            .collect(),
                    })
                    .collect(),
                organizations,
            });
        }
        let mut families = Vec::new();
        for kinship in found.families.iter().take(SHOWN) {
            let rows = coalition.list_organization_rows(&[kinship.parent, kinship.child])?;
            let [parent, child] = rows.as_slice() else {
                continue;
            };
            let reference = |row: &OrganizationRow| OrganizationRef {
                id: row.id,
                name: row.name.clone(),
            };
            families.push(KinshipView {
                parent: reference(parent),
                child: reference(child),
                reason: kinship.reason.to_string(language),
            });
        }
        Ok(Self {
            groups,
            total: found.groups.len() as u32,
            families,
            families_total: found.families.len() as u32,
        })
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
