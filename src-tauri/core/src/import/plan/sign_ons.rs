//! The sign-ons of an import as they will be: what a row says of one, and who signed already.

use std::collections::HashSet;

use rusqlite::{OptionalExtension, params};

use super::organizations::with_lines;
use super::step::{SignOnStep, Slot};
use super::{ConsentQuestion, PlannedRow, Planner};
use crate::coalition::Coalition;
use crate::consent::{Dated, Incoming, Stamp, Standing, Verdict, judge};
use crate::import::{ChangeField, change};
use crate::signon::Status;
use base::error::Result;
use base::messages::Message;
use names::recognize::words::fold;
use records::Record;
use vocabulary::ids::{LetterId, OrganizationId, SignOnId};

const SIGNING: &str = "SELECT id, status, prints_as, signer, title, note, refused_at, refused_dated,
        refused_entered, (SELECT number FROM letter_version v WHERE v.id = s.version_id),
        (SELECT group_concat(name, char(10)) FROM further_signer f WHERE f.sign_on_id = s.id) FROM sign_on s";

/// A sign-on as it will be after the rows so far.
pub(super) struct Signing {
    /// The row that named it first.
    first: usize,
    slot: Slot<SignOnId>,
    status: Status,
    prints_as: String,
    signer: String,
    title: String,
    note: String,
    /// Its last no, also when it was asked again since.
    refused: Option<Stamp>,
    /// The number of the text that it was given for.
    version: Option<u32>,
    /// Who signs beside the signer, folded.
    further: Vec<String>,
}

impl Signing {
    fn from_row(row: &rusqlite::Row) -> rusqlite::Result<Self> {
        Ok(Self {
            first: usize::MAX,
            slot: Slot::Known(row.get(0)?),
            status: row.get(1)?,
            prints_as: row.get(2)?,
            signer: row.get(3)?,
            title: row.get(4)?,
            note: row.get(5)?,
            refused: match row.get::<_, Option<String>>(6)? {
                Some(at) => Some(Stamp {
                    at,
                    dated: Dated::of(row.get_ref(7)?.as_str()?),
                    entered: row.get(8)?,
                }),
                None => None,
            },
            version: row.get(9)?,
            further: row
                .get::<_, Option<String>>(10)?
                .map(|names| names.split('\n').map(fold).collect())
                .unwrap_or_default(),
        })
    }
}

/// Those who were on a letter and were taken off it: nothing but a person puts them back.
#[derive(Default)]
pub(super) struct TakenOff {
    organizations: HashSet<OrganizationId>,
    /// Of those who sign for themselves the name that printed.
    individuals: HashSet<String>,
}

impl TakenOff {
    /// Reads the history, for nothing else remembers them.
    pub(super) fn read(coalition: &Coalition, letter: LetterId) -> Result<Self> {
        let mut statement = coalition.conn.prepare_cached(
            "SELECT organization_id, detail FROM event
             WHERE letter_id = ?1 AND sign_on_id IS NOT NULL AND op LIKE '{\"op\":\"remove-sign-ons\"%'",
        )?;
        let mut found = Self::default();
        let rows = statement.query_map([letter], |row| Ok((row.get(0)?, row.get(1)?)))?;
        for row in rows {
            match row? {
                (Some(organization), _) => {
                    found.organizations.insert(organization);
                }
                (None, name) => {
                    found.individuals.insert(name);
                }
            }
        }
        Ok(found)
    }

    fn holds(&self, organization: Option<OrganizationId>, individual: Option<&str>) -> bool {
        organization.is_some_and(|id| self.organizations.contains(&id))
            || individual.is_some_and(|name| self.individuals.contains(name))
    }
}

impl Planner {
    /// Those who signed this letter for themselves.
    pub(super) fn load_individuals(&mut self, coalition: &Coalition, letter: LetterId) -> Result<()> {
        let mut statement = coalition.conn.prepare_cached(&format!(
            "{SIGNING} WHERE letter_id = ?1 AND organization_id IS NULL"
        ))?;
        for signing in statement.query_map([letter], Signing::from_row)? {
            let signing = signing?;
            self.individuals
                .insert(signing.prints_as.clone(), self.sign_ons.len());
            self.sign_ons.push(signing);
        }
        Ok(())
    }

    /// What a row makes of its sign-on. `again` tells that it is an answer that was taken before and has changed since.
    #[allow(clippy::too_many_arguments)] // What a row is and where it goes; a struct of them would be used once.
    pub(super) fn sign(
        &mut self,
        coalition: &Coalition,
        number: usize,
        record: &Record,
        org: Option<usize>,
        status: Status,
        again: bool,
        accepted: bool,
        planned: &mut PlannedRow,
    ) -> Result<()> {
        let existing = match org {
            Some(at) => self.sign_on_of(coalition, at)?,
            None => self.individuals.get(&record.person).copied(),
        };
        if org.is_none() {
            planned.reason = Message::new("import-individual");
        }
        let Some(at) = existing else {
            return self.new_sign_on(coalition, number, record, org, status, planned);
        };
        let first = self.sign_ons[at].first;
        if org.is_none() && first < number {
            planned.reason = self.same_row(first);
            if record.listed {
                return Ok(());
            }
        }
        let repeated = first < number;
        self.sign_ons[at].first = first.min(number);
        let organization = org.map(|at| self.orgs[at].slot);
        let signing = &mut self.sign_ons[at];
        let mut step = SignOnStep::of(signing.slot, organization);
        step.accepted = accepted;
        let mut changes = Vec::new();
        if org.is_some() && signing.status.is_yes() && !again && signs_beside(signing, &record.person) {
            // One signature more for the organization: it counts once, and both names are kept.
            changes.push(change(ChangeField::Signer, "", &record.person));
            planned
                .flags
                .push(Message::new("import-flag-second-signer").text("name", &signing.signer));
            signing.further.push(fold(&record.person));
            step.further.push((record.person.clone(), record.title.clone()));
            planned.changes.extend(changes);
            planned.step.sign_on = Some(Box::new(step));
            return Ok(());
        }
        if repeated && record.listed {
            planned.reason = self.same_row(first);
            return Ok(());
        }
        let signing = &mut self.sign_ons[at];
        // A yes that becomes a no was taken back: "declined" would say that there never was one.
        let status = if signing.status.is_yes() && status == Status::Declined {
            Status::Withdrawn
        } else {
            status
        };
        if moves(signing.status, status) {
            changes.push(change(ChangeField::Status, signing.status.word(), status.word()));
            signing.status = status;
            step.status = Some(status);
        } else if status != signing.status && status.firmness() < signing.status.firmness() {
            planned
                .flags
                .push(Message::new("import-flag-firmer").text("status", signing.status.word()));
        }
        // How it prints is changed by what says so; another spelling in a row is shown.
        if org.is_some() && !record.prints_as.is_empty() {
            if signing.prints_as != record.prints_as {
                changes.push(change(
                    ChangeField::PrintsAs,
                    &signing.prints_as,
                    &record.prints_as,
                ));
                signing.prints_as.clone_from(&record.prints_as);
                step.prints_as = Some(record.prints_as.clone());
            }
        } else if org.is_some() && signing.prints_as != record.organization {
            planned.flags.push(
                Message::new("import-flag-prints-as")
                    .text("name", &signing.prints_as)
                    .text("given", &record.organization),
            );
        }
        let known_beside = signing.further.contains(&fold(&record.person));
        // The same signer in another spelling prints as before.
        let same_signer = signing.status.is_yes() && fold(&signing.signer) == fold(&record.person);
        if org.is_some()
            && !record.person.is_empty()
            && signing.signer != record.person
            && !known_beside
            && !same_signer
        {
            changes.push(change(ChangeField::Signer, &signing.signer, &record.person));
            signing.signer.clone_from(&record.person);
            step.signer = Some(record.person.clone());
        }
        if !record.title.is_empty()
            && !known_beside
            && signing.title != record.title
            && (!record.listed || step.signer.is_some())
        {
            if !record.listed {
                changes.push(change(ChangeField::Title, &signing.title, &record.title));
            }
            signing.title.clone_from(&record.title);
            step.title = Some(record.title.clone());
        }
        let note = with_lines(&signing.note, &record.note);
        if note != signing.note {
            changes.push(change(ChangeField::Note, &signing.note, &note));
            signing.note.clone_from(&note);
            step.note = Some(note);
        }
        if !changes.is_empty() {
            planned.changes.extend(changes);
        }
        planned.step.sign_on = Some(Box::new(step));
        Ok(())
    }

    #[allow(clippy::too_many_arguments)] // As above.
    fn new_sign_on(
        &mut self,
        coalition: &Coalition,
        number: usize,
        record: &Record,
        org: Option<usize>,
        status: Status,
        planned: &mut PlannedRow,
    ) -> Result<()> {
        // Only a yes can be taken back: who is not here yet has given none.
        let status = if status.may_follow(Status::ToAsk) {
            status
        } else {
            Status::Declined
        };
        let slot = Slot::New(self.made.sign_ons);
        self.made.sign_ons += 1;
        let organization = org.map(|at| self.orgs[at].slot);
        let name = match org {
            None => &record.person,
            Some(_) if record.prints_as.is_empty() => &record.organization,
            Some(_) => &record.prints_as,
        };
        if let Some(Slot::Known(id)) = organization
            && let Some(before) = printed_before(coalition, self.target.letter_id(), id)?
            && before != *name
        {
            planned
                .flags
                .push(Message::new("import-flag-printed-before").text("name", before));
        }
        let mut step = SignOnStep::of(slot, organization);
        step.create = Some(name.clone());
        let signer = if org.is_some() {
            record.person.clone()
        } else {
            String::new()
        };
        // Who signs for themselves is the signer of their own entry, as lists have it.
        let signer = if org.is_none() && record.listed {
            record.person.clone()
        } else {
            signer
        };
        step.signer = Some(signer.clone()).filter(|text| !text.is_empty());
        step.title = Some(record.title.clone()).filter(|text| !text.is_empty());
        step.affiliation = Some(record.affiliation.clone()).filter(|text| org.is_none() && !text.is_empty());
        step.note = Some(record.note.clone()).filter(|text| !text.is_empty());
        step.status = Some(status).filter(|status| *status != Status::ToAsk);
        self.sign_ons.push(Signing {
            first: number,
            slot,
            status,
            prints_as: name.clone(),
            signer,
            title: record.title.clone(),
            note: record.note.clone(),
            refused: None,
            version: None,
            further: Vec::new(),
        });
        let at = self.sign_ons.len() - 1;
        match org {
            Some(org) => {
                self.sign_on_of.insert(org, at);
            }
            None => {
                self.individuals.insert(record.person.clone(), at);
            }
        }
        planned.step.sign_on = Some(Box::new(step));
        Ok(())
    }

    /// As [`Planner::consent`], of an organization that is there.
    pub(in crate::import) fn consent_of(
        &mut self,
        coalition: &Coalition,
        record: &Record,
        organization: OrganizationId,
        status: Status,
    ) -> Result<Option<ConsentQuestion>> {
        let org = self.known_org(coalition, organization)?;
        self.consent(coalition, record, org, status)
    }

    /// What must be asked before a row changes the answer of an organization or a person that is on the letter; none when it may
    /// be taken. Nothing is planned yet when this is asked.
    pub(super) fn consent(
        &mut self,
        coalition: &Coalition,
        record: &Record,
        org: Option<usize>,
        status: Status,
    ) -> Result<Option<ConsentQuestion>> {
        let existing = match org {
            Some(at) => self.sign_on_of(coalition, at)?,
            None => self.individuals.get(&record.person).copied(),
        };
        let Some(at) = existing else {
            let id = match org.map(|at| self.orgs[at].slot) {
                Some(Slot::Known(id)) => Some(id),
                _ => None,
            };
            let name = record.name();
            let stamp = Stamp::new(record.at.as_deref(), self.zone, self.now, 0)?;
            let text = self.texts.needed_since(Status::ToAsk, None);
            let is_of_older_text =
                stamp.dated != Dated::Entry && text.is_some_and(|text| !stamp.is_after(text, self.zone));
            let question = if self.taken_off.holds(id, org.is_none().then_some(name)) {
                "consent-taken-off"
            } else if is_of_older_text {
                "consent-older-text"
            } else {
                return Ok(None);
            };
            return Ok(status.is_yes().then(|| ConsentQuestion {
                name: name.to_owned(),
                was: Status::ToAsk,
                says: status,
                reason: Message::new(question).text("name", name),
            }));
        };
        let signing = &self.sign_ons[at];
        // A second signer says how the organization signs, not how it prints.
        let beside = signing.status.is_yes() && signs_beside(signing, &record.person);
        let prints_as = Some(record.prints_as.as_str())
            .filter(|name| org.is_some() && !name.is_empty() && !(beside && record.listed));
        // The order in which rows are imported says nothing of when they were written: only a date of their own does.
        let stamp = Stamp::new(record.at.as_deref(), self.zone, self.now, 0)?;
        let is_newer = stamp.dated != Dated::Entry
            && signing
                .refused
                .as_ref()
                .is_none_or(|no| stamp.is_after(no, self.zone));
        let needed = self.texts.needed_since(signing.status, signing.version);
        let is_of_older_text =
            stamp.dated != Dated::Entry && needed.is_some_and(|text| !stamp.is_after(text, self.zone));
        let was = Standing {
            name: &signing.prints_as,
            status: signing.status,
            refused_on: signing.refused.as_ref().map(|no| no.day(self.zone)),
        };
        let comes = Incoming {
            status,
            prints_as,
            is_newer,
            is_of_older_text,
        };
        Ok(match judge(&was, &comes) {
            Verdict::Take | Verdict::Keep => None,
            Verdict::Ask(reason) => Some(ConsentQuestion {
                name: signing.prints_as.clone(),
                was: signing.status,
                says: status,
                reason,
            }),
        })
    }

    fn sign_on_of(&mut self, coalition: &Coalition, org: usize) -> Result<Option<usize>> {
        if let Some(at) = self.sign_on_of.get(&org) {
            return Ok(Some(*at));
        }
        // Nobody is on a letter that is only begun.
        let (Slot::Known(id), Some(letter)) = (self.orgs[org].slot, self.target.letter_id()) else {
            return Ok(None);
        };
        let found = coalition
            .conn
            .prepare_cached(&format!(
                "{SIGNING} WHERE letter_id = ?1 AND organization_id = ?2"
            ))?
            .query_row(params![letter, id], Signing::from_row)
            .optional()?;
        Ok(found.map(|signing| {
            self.sign_ons.push(signing);
            self.sign_on_of.insert(org, self.sign_ons.len() - 1);
            self.sign_ons.len() - 1
        }))
    }
}

/// Whether a person signs beside somebody who signed for the organization already, and is not kept yet.
fn signs_beside(signing: &Signing, person: &str) -> bool {
    let person = fold(person);
    !person.is_empty()
        && !signing.signer.is_empty()
        && fold(&signing.signer) != person
        && !signing.further.contains(&person)
}

/// How an organization printed on the last letter that it confirmed, beside this one.
fn printed_before(
    coalition: &Coalition,
    letter: Option<LetterId>,
    organization: OrganizationId,
) -> Result<Option<String>> {
    Ok(coalition
        .conn
        .prepare_cached(
            "SELECT s.prints_as FROM sign_on s JOIN letter l ON l.id = s.letter_id
             WHERE s.organization_id = ?2 AND s.letter_id IS NOT ?1 AND s.status = 'confirmed'
             ORDER BY l.created_at DESC, l.entered DESC, l.id DESC LIMIT 1",
        )?
        .query_row(params![letter, organization], |row| row.get(0))
        .optional()?)
}

/// Whether an import moves a sign-on: never back to something less firm, never from one no to another, never to what it is.
fn moves(before: Status, after: Status) -> bool {
    let no = |status: Status| matches!(status, Status::Declined | Status::Withdrawn);
    before != after
        && !(no(before) && no(after))
        && after.firmness() >= before.firmness()
        && after.may_follow(before)
}
