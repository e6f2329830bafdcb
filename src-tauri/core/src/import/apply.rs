//! Does what was planned, row by row, within one action.
//!
//! Owns the writing of a [`Step`] and what a sign-on then rests on. It decides nothing.

use chrono_tz::Tz;
use rusqlite::params;

use super::ChangeField;
use super::plan::{AffiliationStep, OrganizationStep, PersonStep, SignOnStep, Slot, Step};
use crate::consent::Stamp;
use crate::person::{AffiliationFields, PersonFields};
use crate::signon::{self, Status, StatusChange, Via};
use base::error::{Error, Result};
use records::Record;
use store::journal::{Subject, Tx};
use vocabulary::ids::{EvidenceId, LetterId, OrganizationId, PersonId, SignOnId};

/// What a sign-on of a row rests on.
pub(super) struct EvidenceSource {
    pub via: Via,
    pub text: String,
    /// When the answer was given, a moment or a day; the time of the import when nothing says so.
    pub at: Option<String>,
    /// The name and the content of a file that is kept with it.
    pub file: Option<(String, Vec<u8>)>,
}

/// What the sign-ons of an import rest on.
pub(super) enum EvidenceOf<'a> {
    /// One text for all of them.
    Text(&'a str),
    /// Each on its row, whose place and record it is made of.
    Rows(&'a dyn Fn(usize, &Record) -> EvidenceSource),
}

/// What a row went into.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Written {
    pub organization: Option<OrganizationId>,
    pub person: Option<PersonId>,
    pub sign_on: Option<SignOnId>,
}

impl Written {
    /// What a row is about that writes nothing.
    pub fn known(step: &Step) -> Self {
        fn known<Id>(slot: Slot<Id>) -> Option<Id> {
            match slot {
                Slot::Known(id) => Some(id),
                Slot::New(_) => None,
            }
        }
        let sign_on = step.sign_on.as_ref();
        let organization = step.organization.as_ref().map(|step| step.slot);
        Self {
            organization: organization
                .or_else(|| sign_on.and_then(|step| step.organization))
                .and_then(known),
            person: step.person.as_ref().and_then(|step| known(step.slot)),
            sign_on: sign_on.and_then(|step| known(step.slot)),
        }
    }
}

/// The writing of an import, with what its rows have made so far.
pub(super) struct Writing<'a> {
    letter: Option<LetterId>,
    /// The zone in which the days of the letter are counted.
    zone: Tz,
    grounds: EvidenceOf<'a>,
    organizations: Vec<OrganizationId>,
    people: Vec<PersonId>,
    sign_ons: Vec<SignOnId>,
    /// The evidence that all sign-ons share, once one rests on it.
    shared: Option<EvidenceId>,
}

impl<'a> Writing<'a> {
    /// `letter` is where sign-ons go, `zone` where its days are counted.
    pub fn new(letter: Option<LetterId>, zone: Tz, grounds: EvidenceOf<'a>) -> Self {
        Self {
            letter,
            zone,
            grounds,
            organizations: Vec::new(),
            people: Vec::new(),
            sign_ons: Vec::new(),
            shared: None,
        }
    }

    /// Writes a row. Rows come in the order in which they were planned.
    pub fn row(&mut self, tx: &mut Tx, row: (usize, &Record), step: &Step) -> Result<Written> {
        let mut written = Written::default();
        if let Some(step) = &step.organization {
            written.organization = Some(self.organization(tx, step)?);
        }
        if let Some(step) = &step.person {
            written.person = Some(self.person(tx, step)?);
        }
        for other in &step.others {
            self.person(tx, other)?;
        }
        if let (Some(step), Some(letter)) = (&step.sign_on, self.letter) {
            if let (None, Some(organization)) = (written.organization, step.organization) {
                written.organization = Some(of(&self.organizations, organization)?);
            }
            written.sign_on = Some(self.sign_on(tx, row, letter, step)?);
        }
        Ok(written)
    }

    /// After the last row: organizations that come to stand under one that a later row made.
    pub fn finish<'s>(self, tx: &mut Tx, steps: impl Iterator<Item = &'s Step>) -> Result<()> {
        for step in steps.filter_map(|step| step.organization.as_ref()) {
            let Some(parent) = step.parent else { continue };
            let (id, parent) = (
                of(&self.organizations, step.slot)?,
                of(&self.organizations, parent)?,
            );
            tx.conn
                .prepare_cached("UPDATE organization SET parent_id = ?2 WHERE id = ?1")?
                .execute(params![id, parent])?;
        }
        Ok(())
    }

    fn organization(&mut self, tx: &mut Tx, step: &OrganizationStep) -> Result<OrganizationId> {
        let id = match &step.create {
            Some(fields) => {
                let id = crate::organization::insert(tx, fields)?;
                self.organizations.push(id);
                id
            }
            None => of(&self.organizations, step.slot)?,
        };
        for (field, value) in &step.set {
            let column;
            let sql = match field {
                ChangeField::Text(field) => {
                    column = format!("UPDATE organization SET {} = ?2 WHERE id = ?1", field.column());
                    column.as_str()
                }
                ChangeField::PrintsAs => "UPDATE organization SET prints_as = ?2 WHERE id = ?1",
                ChangeField::Scope => "UPDATE organization SET scope = ?2 WHERE id = ?1",
                ChangeField::Kind => "UPDATE organization SET kind = ?2 WHERE id = ?1",
                ChangeField::City => "UPDATE organization SET city = ?2 WHERE id = ?1",
                ChangeField::State => "UPDATE organization SET state = ?2 WHERE id = ?1",
                ChangeField::Country => "UPDATE organization SET country = ?2 WHERE id = ?1",
                ChangeField::Website => "UPDATE organization SET website = ?2 WHERE id = ?1",
                ChangeField::Membership => "UPDATE organization SET membership = ?2 WHERE id = ?1",
                ChangeField::Note => "UPDATE organization SET note = ?2 WHERE id = ?1",
                _ => continue,
            };
            tx.conn.prepare_cached(sql)?.execute(params![id, value])?;
        }
        for (alias, kind) in &step.aliases {
            crate::organization::add_alias(tx, id, alias, *kind)?;
        }
        for tag in &step.tags {
            crate::organization::add_tag(tx, id, tag)?;
        }
        if !step.set.is_empty() || !step.aliases.is_empty() || !step.tags.is_empty() {
            tx.event(Subject {
                organization: Some(id),
                ..Subject::default()
            });
        }
        Ok(id)
    }

    fn person(&mut self, tx: &mut Tx, step: &PersonStep) -> Result<PersonId> {
        let id = match &step.create {
            Some(name) => {
                let fields = PersonFields {
                    name: name.clone(),
                    note: step.note.clone().unwrap_or_default(),
                    contact_points: step.points.clone(),
                    tags: step.tags.clone(),
                    ..PersonFields::default()
                };
                let id = crate::person::insert(tx, &fields)?;
                self.people.push(id);
                id
            }
            None => {
                let id = of(&self.people, step.slot)?;
                for point in &step.points {
                    crate::person::add_point(tx, id, point)?;
                }
                if let Some(note) = &step.note {
                    tx.conn
                        .prepare_cached("UPDATE person SET note = ?2 WHERE id = ?1")?
                        .execute(params![id, note])?;
                }
                for tag in &step.tags {
                    crate::person::add_tag(tx, id, tag)?;
                }
                if !step.points.is_empty()
                    || !step.tags.is_empty()
                    || step.note.is_some()
                    || step.affiliation.is_some()
                {
                    tx.event(Subject {
                        person: Some(id),
                        ..Subject::default()
                    });
                }
                id
            }
        };
        if let Some(affiliation) = &step.affiliation {
            self.affiliation(tx, id, affiliation)?;
        }
        Ok(id)
    }

    fn affiliation(&mut self, tx: &mut Tx, person: PersonId, step: &AffiliationStep) -> Result<()> {
        let organization_id = of(&self.organizations, step.organization)?;
        if step.create {
            let fields = AffiliationFields {
                id: None,
                organization_id,
                role: step.role.clone(),
                since: None,
                until: None,
                may_sign: false,
                primary: step.primary,
            };
            return crate::person::add_affiliation(tx, person, &fields);
        }
        tx.conn
            .prepare_cached(
                "UPDATE affiliation SET role = ?3 WHERE person_id = ?1 AND organization_id = ?2 AND until IS NULL",
            )?
            .execute(params![person, organization_id, step.role])?;
        Ok(())
    }

    fn sign_on(
        &mut self,
        tx: &mut Tx,
        row: (usize, &Record),
        letter: LetterId,
        step: &SignOnStep,
    ) -> Result<SignOnId> {
        let organization = match step.organization {
            Some(slot) => Some(of(&self.organizations, slot)?),
            None => None,
        };
        let id = match &step.create {
            Some(name) => {
                let id = signon::insert(tx, letter, organization, Some(name), Status::ToAsk)?;
                self.sign_ons.push(id);
                id
            }
            None => of(&self.sign_ons, step.slot)?,
        };
        let says = [
            &step.prints_as,
            &step.signer,
            &step.title,
            &step.note,
            &step.affiliation,
        ];
        if says.into_iter().any(Option::is_some) {
            tx.conn
                .prepare_cached(
                    "UPDATE sign_on SET prints_as = coalesce(?2, prints_as), signer = coalesce(?3, signer),
                            title = coalesce(?4, title), note = coalesce(?5, note),
                            affiliation = coalesce(?6, affiliation) WHERE id = ?1",
                )?
                .execute(params![
                    id,
                    step.prints_as,
                    step.signer,
                    step.title,
                    step.note,
                    step.affiliation
                ])?;
        }
        for (name, title) in &step.further {
            signon::add_further_signer(tx, id, name, title)?;
        }
        if let Some(status) = step.status {
            self.status(tx, row, id, status, step.accepted)?;
        } else if step.create.is_none()
            && (step.prints_as.is_some() || step.signer.is_some() || !step.further.is_empty())
        {
            tx.event(Subject {
                letter: Some(letter),
                organization,
                sign_on: Some(id),
                ..Subject::default()
            });
        }
        Ok(id)
    }

    fn status(
        &mut self,
        tx: &mut Tx,
        row: (usize, &Record),
        id: SignOnId,
        status: Status,
        accepted: bool,
    ) -> Result<()> {
        let needs = !matches!(status, Status::ToAsk | Status::Asked | Status::Considering);
        let mut change = StatusChange::to(status);
        let evidence = match &self.grounds {
            EvidenceOf::Text(text) if needs => {
                change.via = Some(Via::List);
                if self.shared.is_none() {
                    let stamp = Stamp::new(None, self.zone, tx.now, tx.place_in_history()?)?;
                    self.shared = Some(signon::add_evidence(tx, Some(Via::List), text, &stamp)?);
                }
                self.shared
            }
            EvidenceOf::Rows(ground) => {
                let ground = ground(row.0, row.1);
                change.via = Some(ground.via);
                // What a person decided is their word of now, however old the answer is.
                let at = ground.at.filter(|_| !accepted);
                change.at.clone_from(&at);
                match ground.file {
                    _ if !needs => None,
                    Some((name, content)) => {
                        let mut file = signon::FileRead::new(&name, &content, tx.now);
                        if accepted {
                            file.at = tx.at();
                        }
                        Some(signon::insert_file(tx, Some(ground.via), &file, &content)?)
                    }
                    None => {
                        let stamp = Stamp::new(at.as_deref(), self.zone, tx.now, tx.place_in_history()?)?;
                        Some(signon::add_evidence(tx, Some(ground.via), &ground.text, &stamp)?)
                    }
                }
            }
            EvidenceOf::Text(_) => None,
        };
        signon::set_status(tx, id, &change, evidence)
    }
}

/// What a slot stands for: something that is there, or what an earlier row made.
fn of<Id: Copy>(made: &[Id], slot: Slot<Id>) -> Result<Id> {
    match slot {
        Slot::Known(id) => Ok(id),
        // A plan names nothing before the row that makes it.
        Slot::New(at) => made.get(at).copied().ok_or(Error::Damaged),
    }
}
