//! The plan of an import, made in pieces, so that nobody waits for it; and its writing as one action.
//!
//! A [`PlanRun`] recognizes the names of the next rows without the coalition, and then decides those rows with it; what took
//! place meanwhile is noticed. [`Coalition::import`] (in `run/write.rs`) does exactly the plan that was made, or refuses it
//! when the coalition is no longer the one that it was made for. Lists, tables, cards and mail all take this way.

mod notes;
mod write;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

pub use self::notes::SaidOnce;
use super::history::fingerprint;
use super::plan::{Earlier, Planner, RowInput};
use super::reply::{Proposal, Speaks, about_seal, other_letter};
use super::source::{OpenSource, Records};
use super::{ConsentPolicy, Decision, ImportTarget, Likely, MailPolicy, Outcome, PlannedRow, parallel};
use crate::coalition::Coalition;
use crate::organization::{Membership, OrganizationRef};
use crate::signon::authority::{self, ExpectedYes};
use crate::signon::{Status, Via};
use base::error::{Error, Result};
use base::messages::Message;
use base::progress::{Progress, ProgressFn};
use names::recognize::words::fold;
use names::recognize::{NameIndex, Recognition, Verdict};
use reading::columns::{Assignment, By, Field};
use reading::source::Source;
use records::{Answer, Reader, Record};
use store::journal::Revision;
use vocabulary::ids::OrganizationId;

/// So many rows are recognized and decided before somebody else has a turn.
const ROWS_PER_LOCK: usize = 256;

/// What a person chose for an import.
#[derive(Debug, Clone)]
pub struct Choices {
    /// What rows become.
    pub target: ImportTarget,
    /// What happens to likely matches that nobody decided.
    pub likely: Likely,
    /// What was decided of rows, by their keys.
    pub decisions: HashMap<usize, Decision>,
    /// What happens to rows that would change a no, a yes or a printed name.
    pub consent: ConsentPolicy,
    /// What happens to messages whose own words say yes.
    pub mail: MailPolicy,
    /// The organizations are members, where a row does not say what they are.
    pub as_members: bool,
    /// Rows that are hidden in a workbook are taken like the others, and not asked.
    pub hidden_rows: bool,
}

impl Choices {
    /// Choices without any decision.
    pub fn new(target: ImportTarget, likely: Likely) -> Self {
        Self {
            target,
            likely,
            decisions: HashMap::new(),
            consent: ConsentPolicy::default(),
            mail: MailPolicy::default(),
            as_members: false,
            hidden_rows: false,
        }
    }
}

/// What names were recognized as, so that planning anew after a decision asks for none again.
#[derive(Debug, Clone, Default)]
pub struct Recognized {
    index: Option<Arc<NameIndex>>,
    of: HashMap<String, Arc<Recognition>>,
}

/// What every row of an import becomes, for the coalition as it was when the plan was made.
/// read = created + updated + unchanged + rejected + asked.
#[derive(Debug, Clone)]
pub struct ImportPlan {
    /// The rows, in the order in which they were read.
    pub rows: Vec<PlannedRow>,
    /// What the rows become.
    pub target: ImportTarget,
    revision: Revision,
    zone: Tz,
    /// What each row is known by when it comes again, and a hash of its cells.
    marks: Vec<(Option<i64>, i64)>,
    /// How many columns are hidden in the source, and not used.
    hidden_columns: usize,
    /// How many rows make a yes that rests on nothing but the list that they are of.
    only_listed: usize,
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

    /// How many new organizations, people and sign-ons it makes.
    pub fn makes(&self) -> (usize, usize, usize) {
        self.rows.iter().fold((0, 0, 0), |sum, row| {
            let (organization, _, sign_on) = row.makes();
            (
                sum.0 + usize::from(organization),
                sum.1 + row.count_new_people(),
                sum.2 + usize::from(sign_on),
            )
        })
    }

    /// What reads the rows as it was done for this plan.
    pub fn records(&self, source: &Arc<OpenSource>) -> Records {
        Records::new(source, self.zone)
    }
}

/// A plan in the making.
pub struct PlanRun {
    source: Arc<OpenSource>,
    choices: Choices,
    records: Records,
    zone: Tz,
    names: Arc<NameIndex>,
    recognized: Recognized,
    planner: Planner,
    earlier: HashMap<i64, Earlier>,
    headings: Vec<String>,
    /// Which column names the organization was told by its content alone, below headings that say something else.
    guessed_organization: bool,
    /// Whether what names people is only guessed by what is in the column.
    guessed_person: bool,
    stamps: HashMap<i64, usize>,
    rows: Vec<PlannedRow>,
    marks: Vec<(Option<i64>, i64)>,
    /// The records of the piece that is being worked on.
    piece: Vec<Record>,
    total: usize,
    revision: Revision,
}

impl PlanRun {
    /// How far it is.
    pub fn progress(&self) -> Progress {
        let part = |of: usize| u32::try_from(of).unwrap_or(u32::MAX);
        Progress {
            done: part(self.rows.len()),
            of: part(self.total),
        }
    }

    /// Reads the next rows and recognizes their names; it needs no coalition. Whether there were any.
    pub fn recognize_next(&mut self) -> bool {
        let from = self.rows.len();
        self.piece = (from..from + ROWS_PER_LOCK)
            .map_while(|place| self.records.at(place))
            .collect();
        let known = &self.recognized.of;
        let mut seen = HashSet::new();
        let asked: Vec<&str> = self
            .piece
            .iter()
            .map(|record| record.organization.as_str())
            .filter(|name| !name.is_empty() && !known.contains_key(*name) && seen.insert(*name))
            .collect();
        let names = &self.names;
        let found = parallel::map(&asked, |name| Arc::new(recognize(names, name)));
        let found: Vec<_> = asked.into_iter().map(str::to_owned).zip(found).collect();
        self.recognized.of.extend(found);
        let known = &self.recognized.of;
        let unknown = |record: &Record| {
            let found = known.get(&record.organization);
            found.is_some_and(|found| found.verdict != Verdict::Exact)
        };
        let rows = (from..).zip(&self.piece).filter(|(_, record)| unknown(record));
        self.planner.take_up(rows);
        !self.piece.is_empty()
    }

    /// Decides the rows that were recognized.
    ///
    /// # Errors
    /// A rule when the coalition has changed since the plan was begun.
    pub fn plan_next(&mut self, coalition: &Coalition) -> Result<()> {
        if store::journal::revision(&coalition.conn)? != self.revision {
            return Err(stale());
        }
        // One look at the file for all of them; it ends with the piece.
        let _reading = coalition.conn.unchecked_transaction()?;
        for mut record in std::mem::take(&mut self.piece) {
            let number = self.rows.len();
            let key = self.source.key(number).unwrap_or(number);
            let decision = self.choices.decisions.get(&key).copied().unwrap_or_default();
            let row = self
                .source
                .table()
                .and_then(|source| source.table().record(number));
            if !self.choices.hidden_rows && row.is_some_and(|row| row.is_hidden()) {
                ask_first(&mut record, "import-asked-hidden");
            } else if self.guessed_organization && !record.organization.is_empty() {
                ask_first(&mut record, "import-asked-guess");
            } else if self.guessed_person && !record.person.is_empty() {
                ask_first(&mut record, "import-asked-guess-person");
            }
            if self.choices.as_members && !record.organization.is_empty() {
                record.membership = record.membership.or(Some(Membership::Member));
            }
            let mark = self.mark(number);
            let earlier = mark.0.and_then(|identity| self.earlier.get(&identity)).copied();
            let place = (number, self.source.number(number));
            let planned = self.plan_row(coalition, place, &mut record, decision, earlier, mark.1)?;
            self.rows.push(planned);
            self.marks.push(mark);
        }
        Ok(())
    }

    fn plan_row(
        &mut self,
        coalition: &Coalition,
        (number, number_in_source): (usize, u32),
        record: &mut Record,
        decision: Decision,
        earlier: Option<Earlier>,
        content: i64,
    ) -> Result<PlannedRow> {
        let mut by_name = false;
        let (decision, accepted) = match decision {
            Decision::Take {
                organization_id: Some(organization_id),
            } => (Decision::Match { organization_id }, true),
            Decision::Take {
                organization_id: None,
            } => (Decision::Auto, true),
            other => (other, false),
        };
        let letter = self.choices.target.letter_id();
        if let Some(mail) = self.source.mails().get(number) {
            match (decision, super::reply::speaks_for(coalition, mail, letter)?) {
                (_, Speaks::For(found)) => {
                    record.organization = found.name;
                    by_name = found.by_name;
                    if found.is_sender {
                        record.person.clear();
                    }
                }
                (Decision::Auto, Speaks::ForOneOf(names)) => {
                    let message = Message::new("import-mail-several").text("names", names.join(", "));
                    return Ok(PlannedRow::asked(message));
                }
                (Decision::Auto, Speaks::ForOtherLetter(title)) => {
                    return Ok(PlannedRow::asked(other_letter(&title)));
                }
                (Decision::Auto, Speaks::ForNobodyKnown) => {
                    return Ok(PlannedRow::asked(Message::new("import-mail-unknown")));
                }
                _ => {}
            }
            // What was taken before is known again by itself.
            let taken = earlier.is_some_and(|earlier| earlier.content == content);
            if !taken && let Some(reason) = self.judge_mail(number, accepted, record) {
                let proposed = Proposal::of(mail).status();
                let mut planned = PlannedRow::asked(reason);
                planned.organization = self.known(coalition, &record.organization)?;
                planned.may_be_taken = proposed.is_some();
                // Who accepts it must know of a no that it would turn over, or of a yes.
                if let (Some(found), Some(status)) = (&planned.organization, proposed)
                    && let Some(question) = self.planner.consent_of(coalition, record, found.id, status)?
                {
                    planned.reason = question.reason.clone();
                    planned.consent = Some(question);
                }
                return Ok(planned);
            }
        }
        let decision = match super::reply::decided_by_code(coalition, &self.source, number, letter, decision)?
        {
            Ok(decision) => decision,
            Err(question) => return Ok(PlannedRow::asked(question)),
        };
        if let Decision::Match { organization_id } = decision
            && record.organization.is_empty()
        {
            record.organization = coalition.get_organization(organization_id)?.name;
        }
        let recognition = match record.organization.as_str() {
            "" => None,
            name => match self.recognized.of.get(name) {
                Some(known) => Some(Arc::clone(known)),
                None => Some(Arc::new(recognize(&self.names, name))),
            },
        };
        let asked = RowInput {
            row: number_in_source,
            record,
            decision,
            recognition: recognition.as_ref(),
            earlier: earlier.map(|earlier| (earlier, earlier.content == content)),
            accepted: accepted || self.choices.consent == ConsentPolicy::Take,
            decided: accepted,
        };
        let mut planned = self.planner.plan(coalition, number, &asked)?;
        self.doubt_authority(coalition, number, record, &mut planned)?;
        if by_name {
            planned.flags.push(Message::new("import-flag-mail-by-name"));
        }
        Ok(planned)
    }

    /// Says of a row that makes a yes what a careful coordinator would ask before it counts: who may sign.
    fn doubt_authority(
        &self,
        coalition: &Coalition,
        number: usize,
        record: &Record,
        planned: &mut PlannedRow,
    ) -> Result<()> {
        let (Some(organization), Some(status)) = (&planned.organization, planned.step.sign_on_status())
        else {
            return Ok(());
        };
        if !status.is_yes() {
            return Ok(());
        }
        let mail = self.source.mails().get(number);
        let expected = ExpectedYes {
            organization: organization.id,
            signer: &record.person,
            via: if mail.is_some() { Via::Email } else { Via::Form },
            sender: mail.map_or("", |mail| mail.from.email.as_str()),
        };
        let letter = self.choices.target.letter_id();
        planned
            .flags
            .extend(authority::expected(&coalition.conn, letter, &expected)?);
        Ok(())
    }

    /// Reads what a message says, in its writer's own words, into its record. Gives back why it must be asked, where it must: a
    /// message is never an answer by itself, and an automatic one is never one.
    fn judge_mail(&self, number: usize, accepted: bool, record: &mut Record) -> Option<Message> {
        let status = self.choices.target.status()?;
        let mail = self.source.mails().get(number)?;
        let proposal = Proposal::of(mail);
        if accepted {
            if let Some(status) = proposal.status() {
                record.answer = Answer::Status(status);
            }
            return None;
        }
        let takes = status.is_yes() && proposal == Proposal::Yes && self.choices.mail == MailPolicy::TakeYes;
        (!takes).then(|| match mail.seal {
            Some(seal) if !seal.is_readable() => about_seal(seal),
            _ => proposal.question(),
        })
    }

    /// The organization of exactly this name, where it is one that is there.
    fn known(&self, coalition: &Coalition, name: &str) -> Result<Option<OrganizationRef>> {
        if name.is_empty() {
            return Ok(None);
        }
        let found = self.names.recognize(name);
        match found.candidates.first() {
            Some(best) if found.verdict == Verdict::Exact => {
                let id = OrganizationId(best.id);
                Ok(Some(OrganizationRef {
                    id,
                    name: coalition.get_organization(id)?.name,
                }))
            }
            _ => Ok(None),
        }
    }

    /// What a row is known by when it comes again: the moment of a form's answer, the id of a message; and its content.
    fn mark(&mut self, number: usize) -> (Option<i64>, i64) {
        let source = Arc::clone(&self.source);
        let Some(row) = source.table().and_then(|source| source.table().record(number)) else {
            // The names of a list are known by themselves when they come again.
            return (None, hash(self.source.cells(number).iter().map(String::as_str)));
        };
        let mut cells: Vec<(&str, &str)> = self
            .headings
            .iter()
            .map(String::as_str)
            .zip(row.cells())
            .filter(|(_, cell)| !cell.is_empty())
            .collect();
        // A column that was moved, or added and left empty, changes no answer.
        cells.sort_unstable();
        let content = hash(cells.iter().flat_map(|(heading, cell)| [*heading, *cell]));
        if let Some(mail) = self.source.mails().get(number) {
            let id = mail.message_id.as_deref().unwrap_or("");
            let sent = mail.sent.map(base::time::store).unwrap_or_default();
            return (Some(hash([id, &mail.from.email, &sent, &mail.subject])), content);
        }
        let stamp = self.records.reader().map_or("", |reader| reader.stamp(row));
        if self.headings.is_empty() || stamp.is_empty() {
            return (None, content);
        }
        let stamp = hash([stamp]);
        // Two answers in one second are told apart by their order.
        let nth = self.stamps.entry(stamp).or_default();
        *nth += 1;
        (
            Some(stamp.wrapping_add(i64::try_from(*nth).unwrap_or(0))),
            content,
        )
    }

    /// The plan, once every row is decided; and what was recognized, for the next.
    ///
    /// # Errors
    /// As [`PlanRun::plan_next`].
    pub fn finish(mut self, coalition: &Coalition) -> Result<(ImportPlan, Recognized)> {
        self.planner.finish(coalition, &mut self.rows)?;
        let is_form = self.records.reader().is_some_and(Reader::is_form);
        let rests_on_list = self.source.mails().is_empty() && !is_form;
        let yes = |row: &&PlannedRow| row.step.sign_on_status().is_some_and(Status::is_yes);
        let planned = ImportPlan {
            only_listed: if rests_on_list {
                self.rows.iter().filter(yes).count()
            } else {
                0
            },
            rows: self.rows,
            target: self.choices.target,
            revision: self.revision,
            zone: self.zone,
            marks: self.marks,
            hidden_columns: self.source.table().map_or(0, |source| {
                let hidden = source.table().hidden_columns().iter();
                hidden
                    .filter(|column| source.mapping().field(**column).is_none())
                    .count()
            }),
        };
        Ok((planned, self.recognized))
    }
}

/// Asks a row something before what it asks by itself, which stays in view beside it.
/// Whether a table with headings has a field only by what is in a column.
fn is_guessed(source: &OpenSource, field: Field) -> bool {
    let guessed = |column: &Assignment| column.field == field && column.by == By::Content;
    source.table().is_some_and(|source| {
        source.table().header().is_some() && source.mapping().columns.iter().any(guessed)
    })
}

fn ask_first(record: &mut Record, message: &'static str) {
    if let Some(other) = record.question.replace(Message::new(message)) {
        record.losses.push(other);
    }
}

fn stale() -> Error {
    Error::rule(Message::new("error-import-stale"))
}

/// What a name is recognized as, without its relatives: a plan asks for none, and those of a hundred thousand names take much memory.
fn recognize(index: &NameIndex, name: &str) -> Recognition {
    let mut recognition = index.recognize(name);
    recognition.related = Vec::new();
    recognition
}

/// FNV-1a of 64 bits over texts, each with its end; it protects nothing and needs no key.
pub(crate) fn hash<'a>(texts: impl IntoIterator<Item = &'a str>) -> i64 {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for text in texts {
        for byte in text.bytes().chain([0x1F]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
    hash.cast_signed()
}

impl Coalition {
    /// Begins the plan of an import. A row's date that is after `now` is none.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the letter is not there.
    pub fn begin_plan(
        &self,
        source: &Arc<OpenSource>,
        choices: Choices,
        recognized: Recognized,
        now: DateTime<Utc>,
    ) -> Result<PlanRun> {
        let names = self.share_names()?;
        // What was recognized among other names is no longer true.
        let recognized = match recognized.index {
            Some(ref index) if Arc::ptr_eq(index, &names) => recognized,
            _ => Recognized {
                index: Some(Arc::clone(&names)),
                of: HashMap::new(),
            },
        };
        let zone = self.zone_of(&choices.target)?;
        let table = source
            .table()
            .map(Source::table)
            .filter(|table| table.header().is_some());
        let headings = table.map_or_else(Vec::new, |table| table.headings().into_iter().map(fold).collect());
        let print = fingerprint(source);
        let earlier = match print.as_str() {
            "" => HashMap::new(),
            print => self.earlier_rows(print, &choices.target)?,
        };
        Ok(PlanRun {
            planner: Planner::new(self, &choices.target, choices.likely, zone, now)?,
            records: Records::new(source, zone),
            zone,
            names,
            recognized,
            earlier,
            headings,
            guessed_organization: is_guessed(source, Field::Organization),
            guessed_person: is_guessed(source, Field::FullName),
            stamps: HashMap::new(),
            rows: Vec::new(),
            marks: Vec::new(),
            piece: Vec::new(),
            total: source.len(),
            revision: store::journal::revision(&self.conn)?,
            source: Arc::clone(source),
            choices,
        })
    }

    /// What an import would do, row by row; a row's date that is after `now` is none. Nothing is written.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the letter is not there; [`Error::Cancelled`] when `watch` says so.
    pub fn plan_import(
        &self,
        source: &Arc<OpenSource>,
        choices: Choices,
        watch: ProgressFn,
        now: DateTime<Utc>,
    ) -> Result<ImportPlan> {
        let mut run = self.begin_plan(source, choices, Recognized::default(), now)?;
        while run.recognize_next() {
            if !watch(run.progress()) {
                return Err(Error::Cancelled);
            }
            run.plan_next(self)?;
        }
        Ok(run.finish(self)?.0)
    }

    fn zone_of(&self, target: &ImportTarget) -> Result<Tz> {
        let letter = match target {
            ImportTarget::Organizations | ImportTarget::People => None,
            ImportTarget::SignOns { letter_id, .. } => self.get_letter(*letter_id)?.zone,
            ImportTarget::NewLetter { letter, .. } => letter.zone.clone(),
        };
        let zone = letter.unwrap_or_else(base::time::local_zone);
        Ok(zone.parse().unwrap_or(Tz::UTC))
    }
}

#[cfg(test)]
mod tests;
