//! The plan: what becomes of each row, decided in one place for preview and import alike.
//!
//! A [`Planner`] takes the rows in order and remembers what those before will have written, so that the tenth person of an
//! organization that the first row makes is planned against it. What a row does is a [`Step`]; `apply.rs` does just that.
//! Nothing is ever emptied by an empty cell, and no answer is made less firm.

mod alike;
mod brings;
mod organizations;
mod overtaken;
mod people;
mod row;
mod sign_ons;
mod step;
mod which;

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::{Decision, ImportTarget, Likely, Outcome};
use crate::coalition::Coalition;
use crate::consent::NewYes;
use crate::organization::{OrganizationRef, OrganizationText};
use crate::signon::Status;
use base::error::Result;
use base::messages::Message;
use base::text::{LONGEST_NAME, check_name};
use names::recognize::{Recognition, Verdict, normalize};
use records::{Answer, Record};
use vocabulary::ids::{OrganizationId, PersonId, SignOnId};

use alike::Alike;
use organizations::{Above, Org};
use people::PlannedPerson;
pub use row::{ConsentQuestion, PlannedRow};
use sign_ons::{Signing, TakenOff};
pub(super) use step::{AffiliationStep, OrganizationStep, PersonStep, SignOnStep, Slot, Step};
use which::OrganizationMatch;

/// What an earlier import made of a row that is known again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Earlier {
    /// The hash of its cells then.
    pub content: i64,
    /// What it went into.
    pub organization: Option<OrganizationId>,
    /// Whom it went into.
    pub person: Option<PersonId>,
    /// The sign-on that it went into.
    pub sign_on: Option<SignOnId>,
}

/// A row as it comes to the plan.
pub(super) struct RowInput<'a> {
    /// Its number, as the program that made the source counts.
    pub row: u32,
    pub record: &'a Record,
    pub decision: Decision,
    /// What recognizing its organization said; none when it names none.
    pub recognition: Option<&'a Arc<Recognition>>,
    /// What an earlier import made of it, and whether its cells are the same still.
    pub earlier: Option<(Earlier, bool)>,
    /// Whether a person decided that it may change an answer.
    pub accepted: bool,
    /// Whether they decided so of this very row.
    pub decided: bool,
}

/// Decides row by row, remembering what the rows before will have written.
pub(super) struct Planner {
    target: ImportTarget,
    likely: Likely,
    /// The zone in which the days of the letter are counted.
    zone: Tz,
    /// A date after this moment is none.
    now: DateTime<Utc>,
    orgs: Vec<Org>,
    known_orgs: HashMap<OrganizationId, usize>,
    /// New ones, by their comparison form.
    new_orgs: HashMap<String, Vec<usize>>,
    /// The names that may make new ones, where it is asked which are alike.
    alike: Option<Alike>,
    /// New ones in the order in which they are made.
    made_orgs: Vec<usize>,
    people: Vec<PlannedPerson>,
    known_people: HashMap<PersonId, usize>,
    /// New people's and new addresses, in small letters.
    new_emails: HashMap<String, Vec<usize>>,
    /// New people, by their folded names.
    new_names: HashMap<String, Vec<usize>>,
    sign_ons: Vec<Signing>,
    sign_on_of: HashMap<usize, usize>,
    /// The texts of the letter that ask for a new yes.
    texts: NewYes,
    /// Those who were on the letter and were taken off it.
    taken_off: TakenOff,
    individuals: HashMap<String, usize>,
    made: Made,
    /// Whether people may sign the letter for themselves.
    individuals_may: bool,
    /// Rows whose organization is to stand under one that no row before names.
    parents: Vec<Above>,
    /// The numbers of the rows so far in their source.
    numbers: Vec<u32>,
    /// What was decided of the row that is being planned.
    decision: Decision,
    /// The person of the row before.
    last_person: Option<usize>,
    /// The same, where that is the same row of the source once more.
    again: Option<usize>,
}

/// How many people and sign-ons are new so far: their slots.
#[derive(Debug, Clone, Copy, Default)]
struct Made {
    people: usize,
    sign_ons: usize,
}

impl Planner {
    pub fn new(
        coalition: &Coalition,
        target: &ImportTarget,
        likely: Likely,
        zone: Tz,
        now: DateTime<Utc>,
    ) -> Result<Self> {
        let mut planner = Self {
            target: target.clone(),
            likely,
            zone,
            now,
            orgs: Vec::new(),
            known_orgs: HashMap::new(),
            new_orgs: HashMap::new(),
            alike: (likely == Likely::Ask).then(Alike::default),
            made_orgs: Vec::new(),
            people: Vec::new(),
            known_people: HashMap::new(),
            new_emails: HashMap::new(),
            new_names: HashMap::new(),
            sign_ons: Vec::new(),
            sign_on_of: HashMap::new(),
            texts: NewYes::default(),
            taken_off: TakenOff::default(),
            individuals: HashMap::new(),
            made: Made::default(),
            individuals_may: true,
            parents: Vec::new(),
            numbers: Vec::new(),
            decision: Decision::Auto,
            last_person: None,
            again: None,
        };
        match target {
            ImportTarget::Organizations | ImportTarget::People => {}
            ImportTarget::SignOns { letter_id, .. } => {
                planner.individuals_may = coalition.get_letter(*letter_id)?.individuals;
                planner.load_individuals(coalition, *letter_id)?;
                planner.texts = NewYes::read(&coalition.conn, *letter_id)?;
                planner.taken_off = TakenOff::read(coalition, *letter_id)?;
            }
            ImportTarget::NewLetter { letter, .. } => planner.individuals_may = letter.individuals,
        }
        Ok(planner)
    }

    /// Looks ahead at the next rows, by their places: those of which the coalition may not know the organization.
    pub fn take_up<'r>(&mut self, rows: impl Iterator<Item = (usize, &'r Record)>) {
        let Some(alike) = &mut self.alike else { return };
        let named = rows.filter(|(_, record)| !record.listed);
        alike.take_up(
            named.map(|(row, record)| (row, record.organization.as_str(), record.aliases.as_slice())),
        );
    }

    /// What becomes of the next row; `number` is its place.
    pub fn plan(&mut self, coalition: &Coalition, number: usize, row: &RowInput<'_>) -> Result<PlannedRow> {
        let by_itself = row.record.alone && row.decision == Decision::Auto && !row.record.person.is_empty();
        if (row.decision == Decision::Individual || by_itself) && self.target.status().is_some() {
            let record = row.record.of_individual();
            let alone = RowInput {
                row: row.row,
                record: &record,
                decision: Decision::Auto,
                recognition: None,
                earlier: row.earlier,
                accepted: row.accepted,
                decided: row.decided,
            };
            return self.plan(coalition, number, &alone);
        }
        let record = row.record;
        self.decision = row.decision;
        self.numbers.resize(number, 0);
        let same_row = row.row > 0 && self.numbers.last() == Some(&row.row);
        self.again = self.last_person.take().filter(|_| same_row);
        self.numbers.push(row.row);
        if row.decision == Decision::Drop {
            return Ok(PlannedRow::rejected(Message::new("import-dropped")));
        }
        if let (Some((earlier, true)), Decision::Auto) = (row.earlier, row.decision) {
            match earlier.sign_on {
                // Somebody took it off the letter since: that is not undone by the same file.
                Some(id) if self.target.status().is_some() && !is_there(coalition, id)? => {
                    if !row.accepted {
                        let reason = Message::new("consent-taken-off").text("name", record.name());
                        let mut planned = PlannedRow::asked(reason.clone());
                        planned.may_be_taken = true;
                        planned.consent = Some(ConsentQuestion {
                            name: record.name().to_owned(),
                            was: Status::ToAsk,
                            says: self.status_of(record).unwrap_or(Status::Confirmed),
                            reason,
                        });
                        return Ok(planned);
                    }
                }
                _ => return self.taken(coalition, earlier),
            }
        }
        if record.not_signing && row.decision == Decision::Auto {
            return Ok(PlannedRow::rejected(Message::new("import-not-signing")));
        }
        if let Some(reason) = self.refused(record) {
            let mut refused = PlannedRow::rejected(reason);
            refused.flags.clone_from(&record.losses);
            return Ok(refused);
        }
        if let Answer::Unclear(text) = &record.answer
            && self.target.status().is_some()
            && !row.decided
        {
            return Ok(PlannedRow::asked(
                Message::new("import-unclear").text("text", text),
            ));
        }
        if row.decision == Decision::Auto {
            if let Some(question) = record.question.as_ref().filter(|_| !row.decided) {
                return self.asked_as_read(coalition, row, question.clone());
            }
            if self.names_nobody(record) {
                let mut asked = PlannedRow::asked(Message::new("import-asked-nobody"));
                asked.flags.clone_from(&record.losses);
                return Ok(asked);
            }
        }
        let says_yes = self.status_of(record).is_some_and(Status::is_yes);
        if let Some(text) = record.contradiction.as_ref().filter(|_| says_yes)
            && !row.decided
        {
            let reason = Message::new("import-comment-contradicts").text("text", text);
            let mut asked = PlannedRow::asked(reason);
            asked.flags.clone_from(&record.losses);
            // Whoever read the comment may let the yes beside it stand.
            asked.may_be_taken = true;
            return Ok(asked);
        }
        let mut planned = PlannedRow::new(Outcome::Unchanged, Message::new("import-there"));
        planned.flags.clone_from(&record.losses);
        if let Answer::Condition(words) = &record.answer {
            planned
                .flags
                .push(Message::new("import-flag-condition").text("text", words));
        }
        let changed = row
            .earlier
            .filter(|(_, same)| !same || row.decision != Decision::Auto);
        let changed = changed.map(|(earlier, _)| earlier);
        if changed.is_some() {
            planned.flags.push(Message::new("import-flag-answer-changed"));
        }
        let which = self.which(coalition, number, row, changed, &mut planned)?;
        let org = match which {
            OrganizationMatch::Ask(reason) => {
                planned.outcome = Outcome::Asked;
                planned.reason = reason;
                return Ok(planned);
            }
            OrganizationMatch::Nobody => None,
            OrganizationMatch::Org(at, reason) => {
                planned.reason = reason;
                Some(at)
            }
        };
        let status = self.status_of(record);
        let question = match status {
            Some(status) => self.consent(coalition, record, org, status)?,
            None => None,
        };
        let overruled = row.accepted && question.is_some();
        if let Some(question) = question
            && !row.accepted
        {
            planned.outcome = Outcome::Asked;
            planned.reason = question.reason.clone();
            planned.consent = Some(question);
            planned.may_be_taken = true;
            planned.step = Step::default();
            planned.changes.clear();
            return Ok(planned);
        }
        if let Some(at) = org {
            let first = self.orgs[at].first;
            if first != number && record.listed && (status.is_none() || record.person.is_empty()) {
                planned.reason = self.same_row(first);
                planned.step = Step::default();
                planned.changes.clear();
                return Ok(planned);
            }
            if record.listed {
                self.update_membership(at, record, &mut planned);
            } else {
                self.update_org(at, number, record, &mut planned);
            }
        }
        let person = if record.listed {
            None
        } else {
            self.somebody(coalition, number, record, org, changed, &mut planned)?
        };
        if planned.outcome == Outcome::Asked {
            planned.step = Step::default();
            planned.changes.clear();
            return Ok(planned);
        }
        self.last_person = person;
        self.others(coalition, number, record, org, &mut planned)?;
        if let Some(status) = status {
            self.sign(
                coalition,
                number,
                record,
                org,
                status,
                changed.is_some(),
                overruled,
                &mut planned,
            )?;
        }
        self.settle(number, org, person, &mut planned);
        Ok(planned)
    }

    /// The status that a row gives its sign-on; none when the import is of no sign-ons.
    fn status_of(&self, record: &Record) -> Option<Status> {
        let chosen = self.target.status()?;
        Some(match &record.answer {
            Answer::Status(said) => *said,
            Answer::Condition(_) => Status::Considering,
            Answer::None => Status::ToAsk,
            Answer::NotAsked | Answer::Unclear(_) => chosen,
        })
    }

    /// Why a row can't be taken at all, whatever it is about.
    fn refused(&self, record: &Record) -> Option<Message> {
        for name in [&record.organization, &record.person] {
            if !name.is_empty()
                && let Err(error) = check_name("name", name)
            {
                return Some(error.message());
            }
        }
        let texts = [
            &record.prints_as,
            &record.parent,
            &record.city,
            &record.state,
            &record.country,
            &record.website,
            &record.title,
        ];
        if texts
            .into_iter()
            .chain(&record.aliases)
            .chain(&record.emails)
            .map(String::as_str)
            .chain(OrganizationText::ALL.iter().map(|field| record.texts.get(*field)))
            .any(|text| text.chars().count() > LONGEST_NAME)
        {
            return Some(Message::new("error-name-long").number("most", LONGEST_NAME));
        }
        let (organization, person) = (!record.organization.is_empty(), !record.person.is_empty());
        match self.target {
            ImportTarget::Organizations if record.alone && person => Some(Message::new("import-person")),
            ImportTarget::Organizations if organization => None,
            ImportTarget::Organizations if person => Some(Message::new("import-person")),
            ImportTarget::Organizations => Some(Message::new("import-no-organization")),
            // An address book has entries that are an address and nothing else.
            ImportTarget::People if organization || person || !record.emails.is_empty() => None,
            ImportTarget::People => Some(Message::new("import-no-person")),
            ImportTarget::SignOns { .. } | ImportTarget::NewLetter { .. } => match &record.answer {
                _ if !organization && person && !self.individuals_may => {
                    Some(Message::new("import-no-individuals"))
                }
                _ if organization || person => None,
                _ if record.listed => Some(Message::new("error-name-empty")),
                _ => Some(Message::new("import-nobody")),
            },
        }
    }

    /// A row that is asked for how it is read. Whoever takes it as it is read takes what it would change of an answer with it, so that
    /// is asked in the same place.
    fn asked_as_read(
        &mut self,
        coalition: &Coalition,
        row: &RowInput<'_>,
        reason: Message,
    ) -> Result<PlannedRow> {
        let record = row.record;
        let mut asked = PlannedRow::asked(reason);
        asked.flags.clone_from(&record.losses);
        asked.may_be_taken = true;
        let Some(status) = self.status_of(record) else {
            return Ok(asked);
        };
        if let Some(text) = record.contradiction.as_ref().filter(|_| status.is_yes()) {
            asked
                .flags
                .push(Message::new("import-comment-contradicts").text("text", text));
        }
        // The one that it will go to once it is taken, be it a likely one where those are matched unasked.
        let goes_to = |found: &&Arc<Recognition>| match found.verdict {
            Verdict::Exact => true,
            Verdict::Likely => self.likely == Likely::Match,
            Verdict::New => false,
        };
        let known = row
            .recognition
            .filter(goes_to)
            .and_then(|found| found.candidates.first());
        let org = match known {
            Some(found) => self.known_org(coalition, OrganizationId(found.id))?,
            None => self.made_org(record).filter(|(_, same)| *same).map(|(at, _)| at),
        };
        if let Some(question) = self.consent(coalition, record, org, status)? {
            asked.flags.push(question.reason.clone());
            asked.consent = Some(question);
        }
        Ok(asked)
    }

    /// "N/A" for an organization: whoever signs may sign for themselves, or for one that they did not write.
    fn names_nobody(&self, record: &Record) -> bool {
        record.nobody
            && record.organization.is_empty()
            && !record.person.is_empty()
            && self.target.status().is_some()
    }

    /// A row that an earlier import took, and that is just the same.
    fn taken(&mut self, coalition: &Coalition, earlier: Earlier) -> Result<PlannedRow> {
        let mut planned = PlannedRow::new(Outcome::Unchanged, Message::new("import-taken"));
        planned.verdict = Verdict::Exact;
        if let Some(id) = earlier.organization
            && let Some(at) = self.known_org(coalition, id)?
        {
            planned.organization = Some(OrganizationRef {
                id,
                name: self.orgs[at].name.clone(),
            });
        }
        planned.step = Step::about(earlier);
        Ok(planned)
    }

    /// The outcome of a row whose step stands.
    fn settle(&self, number: usize, org: Option<usize>, person: Option<usize>, planned: &mut PlannedRow) {
        let (organization, somebody, sign_on) = planned.makes();
        planned.outcome = if organization || somebody || sign_on {
            Outcome::Created
        } else if planned.changes.is_empty() {
            Outcome::Unchanged
        } else {
            Outcome::Updated
        };
        let earlier = [
            org.map(|at| self.orgs[at].first),
            person.map(|at| self.people[at].first),
        ];
        let earlier = earlier
            .into_iter()
            .flatten()
            .filter(|first| *first < number)
            .max();
        match (planned.outcome, earlier) {
            (Outcome::Unchanged, Some(first)) => planned.reason = self.same_row(first),
            (Outcome::Created, _) if !organization && somebody => {
                planned.reason = Message::new("import-new-person");
            }
            _ => {}
        }
    }

    fn same_row(&self, first: usize) -> Message {
        let row = self.numbers.get(first).copied().unwrap_or_default();
        Message::new("import-same-row").number("row", row as usize)
    }

    /// After the last row: organizations that are to stand under one that a later row makes, and fields that several rows set.
    pub fn finish(&mut self, coalition: &Coalition, rows: &mut [PlannedRow]) -> Result<()> {
        for above in std::mem::take(&mut self.parents) {
            self.put_under(coalition, &above, rows)?;
        }
        overtaken::leave_the_last(rows);
        Ok(())
    }
}

/// Whether a sign-on is still on its letter.
fn is_there(coalition: &Coalition, id: SignOnId) -> Result<bool> {
    Ok(coalition
        .conn
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM sign_on WHERE id = ?1)")?
        .query_row([id], |row| row.get(0))?)
}

/// The comparison form of a name that may be new.
fn key(name: &str) -> String {
    let key = normalize(name);
    if key.is_empty() { name.to_owned() } else { key }
}
