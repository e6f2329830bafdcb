//! Importing: what will happen to each row is decided in one place, shown as the preview, and then done.
//!
//! [`Coalition::plan_import`] and [`Coalition::import`] share one function, so that the preview says exactly what the
//! import then does. Every row is accounted for: read = created + updated + unchanged + rejected + asked. Readers in
//! `import/` only parse; none of them decides.

pub mod charset;
pub mod columns;
pub mod csv;
pub mod dates;
pub mod format;
pub mod html;
pub mod list;
pub mod mail;
pub mod problem;
pub mod sheet;
pub mod table;
pub mod vcard;

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use self::list::{Doubt, Entry, Known, ListReading, read_list};
use crate::coalition::Coalition;
use crate::error::{Error, Result};
use crate::ids::{EvidenceId, LetterId, OrganizationId, SignOnId};
use crate::journal::{Change, Op, Tx};
use crate::messages::Message;
use crate::organization::{AliasKind, OrganizationFields, OrganizationRef, check_name, one_line};
use crate::recognize::words::state_code;
use crate::recognize::{Candidate, Verdict, normalize};
use crate::signon::{self, Status, StatusChange, Via};

/// The largest text taken from a clipboard or a file, in bytes: far above any list, far below what a computer can hold.
pub const LARGEST_TEXT: usize = 20 * 1024 * 1024;

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

/// What the rows become.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
#[ts(export)]
pub enum ImportTarget {
    /// Organizations.
    Organizations,
    /// People, with their organizations.
    People,
    /// Sign-ons to a letter, and the organizations that are new.
    SignOns {
        /// The letter.
        letter_id: LetterId,
        /// Their status.
        status: Status,
    },
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

/// A value that an import would change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct FieldChange {
    /// The field, as the wire names it.
    pub field: String,
    /// What stands there.
    pub old: String,
    /// What will stand there.
    pub new: String,
}

/// A row with what becomes of it.
#[derive(Debug, Clone)]
pub struct PlannedRow {
    /// What recognizing said.
    pub verdict: Verdict,
    /// The organization that it is, where it is one that is there.
    pub organization: Option<OrganizationRef>,
    /// Organizations that it may be, best first.
    pub candidates: Vec<Candidate>,
    /// What becomes of it.
    pub outcome: Outcome,
    /// Why, in a sentence.
    pub reason: Message,
    /// What changes in what is there.
    pub changes: Vec<FieldChange>,
    step: Step,
}

/// What every row of an import becomes. read = created + updated + unchanged + rejected + asked.
#[derive(Debug, Clone)]
pub struct ImportPlan {
    /// The rows, in the order in which they were read.
    pub rows: Vec<PlannedRow>,
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

/// Who a row is about.
#[derive(Debug, Clone, PartialEq)]
enum Who {
    Known(OrganizationId),
    New(Box<OrganizationFields>),
    Individual,
}

/// What applying a row does.
#[derive(Debug, Clone, PartialEq)]
enum Step {
    Nothing,
    Organization {
        who: Who,
        alias: Option<String>,
    },
    SignOn {
        who: Who,
        alias: Option<String>,
        existing: Option<SignOnId>,
        set_status: bool,
        set_name: bool,
        set_signer: bool,
    },
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
        check_text(text)?;
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
        if let ImportTarget::SignOns { letter_id, .. } = target {
            self.get_letter(*letter_id)?;
        }
        let mut planner = Planner {
            coalition: self,
            target,
            likely,
            taken: HashMap::new(),
        };
        let rows = rows
            .iter()
            .enumerate()
            .map(|(number, row)| planner.plan(number, row));
        Ok(ImportPlan {
            rows: rows.collect::<Result<_>>()?,
        })
    }

    /// Imports rows as one action. `source` is the text they were read from; it becomes the evidence of sign-ons.
    ///
    /// # Errors
    /// As [`Coalition::plan_import`]; nothing is written then.
    pub fn import(
        &mut self,
        rows: &[ImportRow],
        target: &ImportTarget,
        likely: Likely,
        source: &str,
        now: DateTime<Utc>,
    ) -> Result<Change<ImportPlan>> {
        let plan = self.plan_import(rows, target, likely)?;
        let title = match target {
            ImportTarget::Organizations | ImportTarget::People => None,
            ImportTarget::SignOns { letter_id, .. } => Some(self.get_letter(*letter_id)?.title),
        };
        let op = Op::Import {
            title,
            count: plan.written(),
        };
        self.transact(op, now, |tx| {
            let mut evidence = None;
            for (row, planned) in rows.iter().zip(&plan.rows) {
                apply(tx, target, source, &mut evidence, row, planned)?;
            }
            Ok(plan)
        })
    }
}

/// Refuses what can't be a list, before anything looks at it.
pub fn check_text(text: &str) -> Result<()> {
    if text.trim().is_empty() {
        return Err(Error::rule(Message::new("error-text-empty")));
    }
    if text.len() > LARGEST_TEXT {
        return Err(Error::rule(
            Message::new("error-text-large").number("most", LARGEST_TEXT / 1024 / 1024),
        ));
    }
    // A few stray control characters come with copying from a PDF; many of them are a picture or a program.
    let strange = text
        .chars()
        .filter(|c| matches!(c, '\0'..='\u{8}' | '\u{E}'..='\u{1F}' | '\u{FFFD}'))
        .count();
    if strange > 0 && strange * 50 > text.chars().count() {
        return Err(Error::rule(Message::new("error-text-binary")));
    }
    Ok(())
}

/// The text in some bytes: UTF-8, with or without a mark, or UTF-16 with one.
///
/// # Errors
/// A rule: the bytes are no text, or in an encoding that nothing marks.
pub fn decode(bytes: &[u8]) -> Result<String> {
    if bytes.len() > LARGEST_TEXT {
        return Err(Error::rule(
            Message::new("error-text-large").number("most", LARGEST_TEXT / 1024 / 1024),
        ));
    }
    let wide = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let units = bytes
            .chunks(2)
            .map(|pair| unit([pair[0], pair.get(1).copied().unwrap_or(0)]));
        char::decode_utf16(units).collect::<Result<String, _>>().ok()
    };
    let text = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8(rest.to_vec()).ok(),
        [0xFF, 0xFE, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => wide(rest, u16::from_be_bytes),
        plain => String::from_utf8(plain.to_vec()).ok(),
    };
    text.ok_or_else(|| Error::rule(Message::new("error-text-binary")))
}

/// Decides row by row, remembering which organizations the rows before have taken.
struct Planner<'a> {
    coalition: &'a Coalition,
    target: &'a ImportTarget,
    likely: Likely,
    /// The row that took an organization first, by its id or, for new ones, by its normalized name.
    taken: HashMap<Taken, usize>,
}

#[derive(PartialEq, Eq, Hash)]
enum Taken {
    Known(OrganizationId),
    New(String),
    Person(String),
}

impl Planner<'_> {
    fn plan(&mut self, number: usize, row: &ImportRow) -> Result<PlannedRow> {
        let entry = &row.entry;
        let name = one_line(&entry.name);
        let rejected = |message| PlannedRow {
            verdict: Verdict::New,
            organization: None,
            candidates: Vec::new(),
            outcome: Outcome::Rejected,
            reason: message,
            changes: Vec::new(),
            step: Step::Nothing,
        };
        if row.decision == Decision::Drop {
            return Ok(rejected(Message::new("import-dropped")));
        }
        if let Err(error) = check_name("name", &name) {
            return Ok(rejected(error.message()));
        }
        if row.decision == Decision::Auto && matches!(entry.doubt, Some(Doubt::NotSigning { .. })) {
            return Ok(rejected(Message::new("import-not-signing")));
        }
        if entry.signer.as_deref() == Some(entry.name.as_str()) {
            return self.plan_individual(number, &name, rejected);
        }

        let recognition = self.coalition.recognize(&name)?;
        let best = recognition
            .candidates
            .first()
            .map(|candidate| OrganizationId(candidate.id));
        let mut reason = Message::new("import-new");
        let mut alias = None;
        let mut known = None;
        match (row.decision, recognition.verdict) {
            (Decision::Match { organization_id }, verdict) => {
                known = Some(organization_id);
                reason = Message::new("import-chosen");
                if !(verdict == Verdict::Exact && best == known) {
                    alias = Some(name.clone());
                }
            }
            (Decision::Auto, Verdict::Exact) => {
                known = best;
                reason = recognition.candidates.first().map_or(reason, |candidate| {
                    let (id, arguments) = candidate.reason.message();
                    Message::with(id, arguments)
                });
            }
            (Decision::Auto, Verdict::Likely) => match self.likely {
                Likely::Ask => {
                    return Ok(PlannedRow {
                        verdict: Verdict::Likely,
                        organization: None,
                        candidates: recognition.candidates,
                        outcome: Outcome::Asked,
                        reason: Message::new("import-asked"),
                        changes: Vec::new(),
                        step: Step::Nothing,
                    });
                }
                Likely::Match => {
                    known = best;
                    alias = Some(name.clone());
                    reason = Message::new("import-chosen");
                }
                Likely::New => {}
            },
            // Chosen as new although the very name is there: two of one name could never be told apart.
            (Decision::New, Verdict::Exact) if self.name_of(best)?.as_deref() == Some(name.as_str()) => {
                known = best
            }
            _ => {}
        }

        let organization = match known {
            Some(id) => Some(OrganizationRef {
                id,
                name: self.name_of(Some(id))?.ok_or_else(|| Error::NotFound {
                    what: "organization",
                    reference: id.to_string(),
                })?,
            }),
            None => None,
        };
        let key = known.map_or_else(|| Taken::New(normalize(&name)), Taken::Known);
        let mut planned = PlannedRow {
            verdict: recognition.verdict,
            organization,
            candidates: recognition.candidates,
            outcome: Outcome::Unchanged,
            reason,
            changes: Vec::new(),
            step: Step::Nothing,
        };
        if let Some(first) = self.taken.get(&key) {
            planned.reason = Message::new("import-same-row").number("row", first + 1);
            return Ok(planned);
        }
        self.taken.insert(key, number);
        let who = match known {
            Some(id) => Who::Known(id),
            None => Who::New(Box::new(fields(&name, entry.place.as_deref()))),
        };
        self.settle(planned, who, alias, entry, &name)
    }

    /// A person who signs for themselves.
    fn plan_individual(
        &mut self,
        number: usize,
        name: &str,
        rejected: impl Fn(Message) -> PlannedRow,
    ) -> Result<PlannedRow> {
        let ImportTarget::SignOns { letter_id, status } = self.target else {
            return Ok(rejected(Message::new("import-person")));
        };
        let mut planned = rejected(Message::new("import-individual"));
        planned.outcome = Outcome::Unchanged;
        if let Some(first) = self.taken.get(&Taken::Person(name.to_owned())) {
            planned.reason = Message::new("import-same-row").number("row", first + 1);
            return Ok(planned);
        }
        self.taken.insert(Taken::Person(name.to_owned()), number);
        let existing: Option<(SignOnId, Status)> = self
            .coalition
            .conn
            .prepare_cached(
                "SELECT id, status FROM sign_on WHERE letter_id = ?1 AND organization_id IS NULL AND prints_as = ?2",
            )?
            .query_row(params![letter_id, name], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let set_status = existing.is_none_or(|(_, before)| moves(before, *status));
        if let Some((_, before)) = existing.filter(|_| set_status) {
            planned
                .changes
                .push(change("status", before.word(), status.word()));
        }
        planned.outcome = match existing {
            None => Outcome::Created,
            Some(_) if set_status => Outcome::Updated,
            Some(_) => Outcome::Unchanged,
        };
        if planned.outcome != Outcome::Unchanged {
            planned.step = Step::SignOn {
                who: Who::Individual,
                alias: None,
                existing: existing.map(|(id, _)| id),
                set_status,
                set_name: false,
                set_signer: true,
            };
        }
        Ok(planned)
    }

    /// The outcome for an organization that is known or new, and the step that makes it so.
    fn settle(
        &self,
        mut planned: PlannedRow,
        who: Who,
        alias: Option<String>,
        entry: &Entry,
        name: &str,
    ) -> Result<PlannedRow> {
        let is_new = matches!(who, Who::New(_));
        if let Some(alias) = &alias {
            planned.changes.push(change("alias", "", alias));
        }
        let ImportTarget::SignOns { letter_id, status } = self.target else {
            planned.outcome = match (is_new, &alias) {
                (true, _) => Outcome::Created,
                (false, Some(_)) => Outcome::Updated,
                (false, None) => Outcome::Unchanged,
            };
            if planned.outcome != Outcome::Unchanged {
                planned.step = Step::Organization { who, alias };
            }
            return Ok(planned);
        };
        let existing = match &who {
            Who::Known(id) => self.existing(*letter_id, *id)?,
            _ => None,
        };
        let mut step = (true, true, entry.signer.is_some());
        if let Some(existing) = &existing {
            let signer = entry.signer.as_deref().map(one_line).unwrap_or_default();
            step.0 = moves(existing.status, *status);
            step.1 = existing.prints_as != name;
            step.2 = !signer.is_empty() && existing.signer != signer;
            if step.0 {
                planned
                    .changes
                    .push(change("status", existing.status.word(), status.word()));
            }
            if step.1 {
                planned
                    .changes
                    .push(change("printsAs", &existing.prints_as, name));
            }
            if step.2 {
                planned.changes.push(change("signer", &existing.signer, &signer));
            }
        }
        planned.outcome = match &existing {
            None => Outcome::Created,
            Some(_) if planned.changes.is_empty() => Outcome::Unchanged,
            Some(_) => Outcome::Updated,
        };
        if planned.outcome != Outcome::Unchanged {
            let (set_status, set_name, set_signer) = step;
            let existing = existing.map(|existing| existing.id);
            planned.step = Step::SignOn {
                who,
                alias,
                existing,
                set_status,
                set_name,
                set_signer,
            };
        }
        Ok(planned)
    }

    fn existing(&self, letter: LetterId, organization: OrganizationId) -> Result<Option<Existing>> {
        Ok(self
            .coalition
            .conn
            .prepare_cached(
                "SELECT id, status, prints_as, signer FROM sign_on WHERE letter_id = ?1 AND organization_id = ?2",
            )?
            .query_row(params![letter, organization], |row| {
                Ok(Existing { id: row.get(0)?, status: row.get(1)?, prints_as: row.get(2)?, signer: row.get(3)? })
            })
            .optional()?)
    }

    fn name_of(&self, id: Option<OrganizationId>) -> Result<Option<String>> {
        Ok(self
            .coalition
            .conn
            .prepare_cached("SELECT name FROM organization WHERE id = ?1")?
            .query_row([id], |row| row.get(0))
            .optional()?)
    }
}

struct Existing {
    id: SignOnId,
    status: Status,
    prints_as: String,
    signer: String,
}

/// Whether an import moves a sign-on: never back to something less firm, never to what it is.
fn moves(before: Status, after: Status) -> bool {
    before != after && after.firmness() >= before.firmness() && after.may_follow(before)
}

fn change(field: &str, old: &str, new: &str) -> FieldChange {
    FieldChange {
        field: field.to_owned(),
        old: old.to_owned(),
        new: new.to_owned(),
    }
}

/// What a new organization is known to be: its name, and its place where the list gives one ("Viroqua, WI").
fn fields(name: &str, place: Option<&str>) -> OrganizationFields {
    let mut fields = OrganizationFields {
        name: name.to_owned(),
        ..OrganizationFields::default()
    };
    if let Some(place) = place.map(one_line).filter(|place| !place.is_empty()) {
        let state_of = |text: &str| state_code(&crate::recognize::words::fold(text));
        match place.rsplit_once(',') {
            Some((city, state)) if state_of(state.trim()).is_some() => {
                fields.city = city.trim().to_owned();
                fields.state = state_of(state.trim()).unwrap_or_default().to_owned();
            }
            _ => match state_of(&place) {
                Some(code) => fields.state = code.to_owned(),
                None => fields.city = place,
            },
        }
    }
    fields
}

/// Does what was planned for a row. `evidence` is the source text once a row rests on it.
fn apply(
    tx: &mut Tx,
    target: &ImportTarget,
    source: &str,
    evidence: &mut Option<EvidenceId>,
    row: &ImportRow,
    planned: &PlannedRow,
) -> Result<()> {
    let (who, alias) = match &planned.step {
        Step::Nothing => return Ok(()),
        Step::Organization { who, alias } | Step::SignOn { who, alias, .. } => (who, alias),
    };
    let organization = match who {
        Who::Known(id) => Some(*id),
        Who::New(fields) => Some(crate::organization::insert(tx, fields)?),
        Who::Individual => None,
    };
    if let (Some(id), Some(alias)) = (organization, alias) {
        crate::organization::add_alias(tx, id, alias, AliasKind::Spelling)?;
    }
    let (
        ImportTarget::SignOns { letter_id, status },
        Step::SignOn {
            existing,
            set_status,
            set_name,
            set_signer,
            ..
        },
    ) = (target, &planned.step)
    else {
        return Ok(());
    };
    let name = one_line(&row.entry.name);
    let id = match existing {
        Some(id) => *id,
        None => signon::insert(tx, *letter_id, organization, Some(&name), Status::ToAsk)?,
    };
    if existing.is_some() && *set_name {
        tx.conn.execute(
            "UPDATE sign_on SET prints_as = ?2 WHERE id = ?1",
            params![id, name],
        )?;
    }
    if *set_signer {
        tx.conn.execute(
            "UPDATE sign_on SET signer = ?2, title = ?3 WHERE id = ?1",
            params![
                id,
                row.entry.signer.as_deref().map(one_line).unwrap_or_default(),
                row.entry.title.as_deref().map(one_line).unwrap_or_default()
            ],
        )?;
    }
    if *set_status && *status != Status::ToAsk {
        let rests_on = match (*evidence, status) {
            (_, Status::Asked | Status::Considering) => None,
            (Some(id), _) => Some(id),
            (None, _) => {
                let id = signon::add_evidence(tx, Some(Via::List), source, None)?;
                *evidence = Some(id);
                Some(id)
            }
        };
        let via = rests_on.map(|_| Via::List);
        signon::set_status(
            tx,
            id,
            &StatusChange {
                via,
                ..StatusChange::to(*status)
            },
            rests_on,
        )?;
    }
    Ok(())
}
