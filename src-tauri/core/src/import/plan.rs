//! The plan: what becomes of each row, decided in one place for preview and import alike.
//!
//! A [`Planner`] takes the rows in order and remembers what those before will have written, so that the tenth person of an
//! organization that the first row makes is planned against it. What a row does is a [`Step`]; `apply.rs` does just that.
//! Nothing is ever emptied by an empty cell, and no answer is made less firm.

mod brings;
mod organizations;
mod people;
mod sign_ons;
mod step;

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::record::{Answer, Record};
use super::{Decision, FieldChange, ImportTarget, Likely, Outcome};
use crate::coalition::Coalition;
use crate::consent::NewYes;
use crate::organization::{OrganizationRef, OrganizationText};
use crate::person::PersonRef;
use crate::signon::Status;
use base::error::{Error, Result};
use base::messages::Message;
use base::text::{LONGEST_NAME, check_name};
use names::recognize::{Candidate, NameIndex, Recognition, Verdict, normalize};
use vocabulary::ids::{OrganizationId, PersonId, SignOnId};

use organizations::Org;
use people::PlannedPerson;
use sign_ons::{Signing, TakenOff};
pub(super) use step::{AffiliationStep, OrganizationStep, PersonStep, SignOnStep, Slot, Step};

/// A row with what becomes of it.
#[derive(Debug, Clone)]
pub struct PlannedRow {
    /// What recognizing said.
    pub verdict: Verdict,
    /// The organization that it is, where it is one that is there.
    pub organization: Option<OrganizationRef>,
    /// The person that it is, where it is one that is there.
    pub person: Option<PersonRef>,
    /// Shared by the rows of one name.
    recognition: Option<Arc<Recognition>>,
    /// What becomes of it.
    pub outcome: Outcome,
    /// Why, in a sentence.
    pub reason: Message,
    /// What changes in what is there.
    pub changes: Vec<FieldChange>,
    /// What a person should look at.
    pub flags: Vec<Message>,
    /// What must be decided before an answer is changed, where the row is asked for that.
    pub consent: Option<ConsentQuestion>,
    /// Whether a person may take it as it is ([`Decision::Take`]): what it asks is about an answer, not whose it is.
    pub may_be_taken: bool,
    pub(super) step: Step,
}

impl PlannedRow {
    fn new(outcome: Outcome, reason: Message) -> Self {
        Self {
            verdict: Verdict::New,
            organization: None,
            person: None,
            recognition: None,
            outcome,
            reason,
            changes: Vec::new(),
            flags: Vec::new(),
            consent: None,
            may_be_taken: false,
            step: Step::default(),
        }
    }

    /// A row that waits for a decision.
    pub(super) fn asked(reason: Message) -> Self {
        Self::new(Outcome::Asked, reason)
    }

    pub(super) fn rejected(reason: Message) -> Self {
        Self::new(Outcome::Rejected, reason)
    }

    /// Organizations that it may be, best first.
    pub fn candidates(&self) -> &[Candidate] {
        self.recognition
            .as_ref()
            .map_or(&[], |recognition| &recognition.candidates)
    }

    /// Why it is left over, as a question where it waits for a decision between organizations.
    pub fn question(&self) -> Message {
        let candidates = self.candidates();
        if self.outcome != Outcome::Asked || candidates.is_empty() || self.reason.id() != "import-asked" {
            return self.reason.clone();
        }
        let names: Vec<&str> = candidates
            .iter()
            .take(3)
            .map(|found| found.name.as_str())
            .collect();
        Message::new("import-question").text("names", names.join("; "))
    }

    /// How many new people it makes.
    pub(super) fn count_new_people(&self) -> usize {
        let Step { person, others, .. } = &self.step;
        let all = person.iter().map(AsRef::as_ref).chain(others);
        all.filter(|step| step.create.is_some()).count()
    }

    /// Whether it makes a new organization, a new person, a new sign-on.
    pub fn makes(&self) -> (bool, bool, bool) {
        let Step {
            organization,
            person,
            others,
            sign_on,
        } = &self.step;
        (
            organization.as_ref().is_some_and(|step| step.create.is_some()),
            person
                .iter()
                .map(AsRef::as_ref)
                .chain(others)
                .any(|step| step.create.is_some()),
            sign_on.as_ref().is_some_and(|step| step.create.is_some()),
        )
    }
}

/// A row that would change a no, a yes or a printed name, which only a person does.
#[derive(Debug, Clone, PartialEq)]
pub struct ConsentQuestion {
    /// Who it is about, as it prints.
    pub name: String,
    /// What its answer is.
    pub was: Status,
    /// What the row says.
    pub says: Status,
    /// Why it is asked, in a sentence.
    pub reason: Message,
}

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
    /// The names of the new ones of a table, by their place among the organizations.
    made_names: NameIndex,
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
    parents: Vec<(usize, usize, String)>,
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

/// Which organization a row is about.
enum OrganizationMatch {
    /// None.
    Nobody,
    /// This one; and why.
    Org(usize, Message),
    /// It has to be asked, for this reason.
    Ask(Message),
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
            made_names: NameIndex::new(),
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
        if let Some(reason) = self.question(record).filter(|_| row.decision == Decision::Auto) {
            let mut asked = PlannedRow::asked(reason);
            asked.flags.clone_from(&record.losses);
            return Ok(asked);
        }
        if let Answer::Unclear(text) = &record.answer
            && self.target.status().is_some()
            && !row.decided
        {
            return Ok(PlannedRow::asked(
                Message::new("import-unclear").text("text", text),
            ));
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

    /// What has to be asked before a row is taken, whatever it is about.
    fn question(&self, record: &Record) -> Option<Message> {
        if let Some(question) = &record.question {
            return Some(question.clone());
        }
        let says_yes = self.status_of(record).is_some_and(Status::is_yes);
        if let Some(text) = record.contradiction.as_ref().filter(|_| says_yes) {
            return Some(Message::new("import-comment-contradicts").text("text", text));
        }
        // "N/A" for an organization: whoever signs may sign for themselves, or for one that they did not write.
        let nameless = record.nobody && record.organization.is_empty() && !record.person.is_empty();
        (nameless && self.target.status().is_some()).then(|| Message::new("import-asked-nobody"))
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

    /// Which organization a row is about, made new where it has to be.
    fn which(
        &mut self,
        coalition: &Coalition,
        number: usize,
        row: &RowInput<'_>,
        earlier: Option<Earlier>,
        planned: &mut PlannedRow,
    ) -> Result<OrganizationMatch> {
        let name = &row.record.organization;
        let Some(recognition) = row.recognition else {
            return Ok(OrganizationMatch::Nobody);
        };
        planned.verdict = recognition.verdict;
        planned.recognition = Some(Arc::clone(recognition));
        let best = recognition
            .candidates
            .first()
            .map(|candidate| OrganizationId(candidate.id));
        let mut reason = Message::new("import-new");
        let mut known = None;
        let mut alias = false;
        // Of several that a name may mean, the one that is called just that, and is where the row says.
        let mut called = None;
        let mut elsewhere = None;
        for candidate in &recognition.candidates {
            let id = OrganizationId(candidate.id);
            if let Some(at) = self.known_org(coalition, id)?
                && (self.orgs[at].name == *name || recognition.verdict == Verdict::Exact)
            {
                if self.is_elsewhere(at, row.record) {
                    elsewhere = elsewhere.or(Some(id));
                } else if self.orgs[at].name == *name {
                    called = Some(id);
                    break;
                }
            }
        }
        // A changed answer of a form goes where it went before, whatever it calls itself now.
        let before = match earlier.and_then(|earlier| earlier.organization) {
            Some(id) if row.decision == Decision::Auto => self.known_org(coalition, id)?.map(|_| id),
            _ => None,
        };
        // The same name in another town is another organization as often as not.
        if row.decision == Decision::Auto && before.is_none() && called.is_none() && elsewhere.is_some() {
            match self.likely {
                // One of this import may be the one, and is where the row says.
                Likely::Ask => {
                    return Ok(match self.made_org(row.record) {
                        Some((at, true)) => OrganizationMatch::Org(at, reason),
                        _ => OrganizationMatch::Ask(Message::new("import-asked-elsewhere")),
                    });
                }
                Likely::New => return Ok(self.new_or_asked(number, row, reason, planned)),
                Likely::Match => {}
            }
        }
        match (row.decision, recognition.verdict) {
            (Decision::Match { organization_id }, verdict) => {
                known = Some(organization_id);
                reason = Message::new("import-chosen");
                alias = !(verdict == Verdict::Exact && best == known);
            }
            (Decision::Auto, verdict)
                if before.is_some() && !(verdict == Verdict::Exact && best != before) =>
            {
                known = before;
                reason = Message::new("import-answer-before");
            }
            (Decision::Auto, Verdict::Exact) => {
                known = best;
                if let Some(candidate) = recognition.candidates.first() {
                    let (id, arguments) = candidate.reason.message();
                    reason = Message::with(id, arguments);
                }
            }
            (Decision::Auto, Verdict::Likely) if called.is_some() => {
                known = called;
                reason = Message::new("reason-same-name");
            }
            (Decision::Auto, Verdict::Likely) => match self.likely {
                Likely::Ask => return Ok(OrganizationMatch::Ask(Message::new("import-asked"))),
                Likely::Match => {
                    known = best;
                    alias = true;
                    reason = Message::new("import-chosen");
                }
                Likely::New => {}
            },
            _ => {}
        }
        // Chosen as new although the very name is there, in the same place: two of one name could never be told apart.
        known = known.or(called);
        let Some(id) = known else {
            return Ok(self.new_or_asked(number, row, reason, planned));
        };
        let at = self.known_org(coalition, id)?.ok_or_else(|| Error::NotFound {
            what: "organization",
            reference: id.to_string(),
        })?;
        self.orgs[at].first = self.orgs[at].first.min(number);
        planned.organization = Some(OrganizationRef {
            id,
            name: self.orgs[at].name.clone(),
        });
        if alias {
            self.add_alias(at, name, planned);
        }
        Ok(OrganizationMatch::Org(at, reason))
    }

    /// An organization that is none of the coalition: one that an earlier row made, a new one, or to be asked.
    fn new_or_asked(
        &mut self,
        number: usize,
        row: &RowInput<'_>,
        reason: Message,
        planned: &mut PlannedRow,
    ) -> OrganizationMatch {
        let ask = row.decision == Decision::Auto && self.likely == Likely::Ask;
        match self.made_org(row.record) {
            Some((at, true)) => return OrganizationMatch::Org(at, reason),
            Some((at, false)) if ask => {
                return OrganizationMatch::Ask(self.same_as(at, "import-asked-row-elsewhere"));
            }
            Some((at, false)) if self.likely == Likely::Match => return OrganizationMatch::Org(at, reason),
            Some(_) => {}
            None if ask && !row.record.listed => {
                if let Some(at) = self.like_one_made(&row.record.organization) {
                    return OrganizationMatch::Ask(self.same_as(at, "import-asked-row"));
                }
            }
            None => {}
        }
        OrganizationMatch::Org(self.new_org(number, row.record, planned), reason)
    }

    /// A question about an organization that an earlier row made.
    fn same_as(&self, at: usize, message: &'static str) -> Message {
        let first = self.orgs[at].first;
        let row = self.numbers.get(first).copied().unwrap_or_default();
        Message::new(message)
            .text("name", &self.orgs[at].name)
            .number("row", row as usize)
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

    /// After the last row: organizations that are to stand under one that a later row makes.
    pub fn finish(&mut self, coalition: &Coalition, rows: &mut [PlannedRow]) -> Result<()> {
        for (number, at, parent) in std::mem::take(&mut self.parents) {
            self.put_under(coalition, number, at, &parent, rows)?;
        }
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
