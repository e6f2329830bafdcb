//! Sign-ons: one organization (or individual) on one letter, its status and what it rests on.
//!
//! Nobody is listed without a confirmed sign-on, and confirmed needs something in writing or a stated reason: those rules
//! live in `signon/status.rs`. This file owns the actions on a sign-on and its row; a file of `signon/` each owns the ledger
//! as it is read, the evidence, the outreach, whom to ask and whom to chase, and who stands under the latest text. Where
//! they stand in the block is in `signon/block.rs`; how it prints, in `crate::block`.

use chrono::{DateTime, Utc};
use rusqlite::params;

use crate::coalition::Coalition;
use crate::consent::stamp_for;
use base::error::{Error, Result};
use base::messages::Message;
use base::text::{check_length, check_name, check_text, one_line};
use store::journal::{Change, Op, Subject, Tx};
use vocabulary::ids::{LetterId, OrganizationId, PersonId, SignOnId};

pub(crate) mod ask;
pub(crate) mod authority;
mod block;
pub(crate) mod code;
pub(crate) mod evidence;
pub(crate) mod followup;
mod further;
mod ledger;
mod outreach;
mod rows;
mod standing;
mod status;

pub use ask::{AskItem, AskPlan, AskRow, AskSource, Asking};
pub use block::check_target;
pub use code::Coded;
pub(crate) use evidence::insert as add_evidence;
pub use evidence::{EvidenceFile, EvidenceItem, KeptFile};
pub(crate) use evidence::{FileRead, insert_file};
pub use followup::{Followup, FollowupKind, FollowupPerson};
pub(crate) use followup::{contact_of, reachable};
pub use further::FurtherSigner;
pub(crate) use further::{add as add_further_signer, move_all as move_further_signers};
pub use ledger::SignOn;
pub use outreach::{OutreachItem, OutreachKind};
pub(crate) use outreach::{
    log_to as log_outreach_to, note as log_outreach_note, take_back as take_back_outreach,
};
use rows::get;
pub(crate) use rows::{find_individual, find_of, ids_of, insert, remove};
pub use standing::{SignOnStanding, VersionStanding};
pub(crate) use status::set as set_status;
pub use status::{Needs, Status, StatusChange, Transition, Via};

/// What else can be said of a sign-on; what is left out stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SignOnFields {
    /// The name on this letter.
    pub prints_as: Option<String>,
    /// Who signs for it.
    pub signer: Option<String>,
    /// The signer's title.
    pub title: Option<String>,
    /// What the coordinator wants to remember.
    pub note: Option<String>,
    /// A file that it rests on.
    pub file: Option<KeptFile>,
}

impl SignOnFields {
    /// Takes off blanks and checks what needs no look into the coalition.
    fn checked(&self) -> Result<Self> {
        let fields = Self {
            prints_as: self.prints_as.as_deref().map(one_line),
            signer: self.signer.as_deref().map(one_line),
            title: self.title.as_deref().map(one_line),
            note: self.note.as_deref().map(str::trim).map(str::to_owned),
            file: self.file.clone(),
        };
        if let Some(name) = &fields.prints_as {
            check_name("printsAs", name)?;
        }
        check_length("signer", fields.signer.as_deref().unwrap_or_default())?;
        check_length("title", fields.title.as_deref().unwrap_or_default())?;
        check_text("note", fields.note.as_deref().unwrap_or_default())?;
        if let Some(file) = &fields.file {
            store::stored_file::check(&file.content)?;
        }
        Ok(fields)
    }
}

impl Coalition {
    /// The sign-on of an organization on a letter, when there is one.
    pub fn find_sign_on(&self, letter: LetterId, organization: OrganizationId) -> Result<Option<SignOnId>> {
        find_of(&self.conn, letter, organization)
    }

    /// Puts organizations on a letter, to be asked. Those that are on it stay as they are. Gives back how many are new.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn add_sign_ons(
        &mut self,
        letter: LetterId,
        organizations: &[OrganizationId],
        now: DateTime<Utc>,
    ) -> Result<Change<usize>> {
        let title = self.get_letter(letter)?.title;
        self.transact(
            Op::AddSignOns {
                title: title.clone(),
                count: organizations.len(),
            },
            now,
            |tx| {
                let mut added = 0;
                for organization in organizations {
                    if find_of(tx.conn, letter, *organization)?.is_none() {
                        insert(tx, letter, Some(*organization), None, Status::ToAsk)?;
                        added += 1;
                    }
                }
                tx.op = Op::AddSignOns { title, count: added };
                Ok(added)
            },
        )
    }

    /// Sets the status of sign-ons, with what it rests on.
    ///
    /// # Errors
    /// [`Error::NotFound`]; a rule: confirmed without anything in writing nor a reason (field `evidence`), withdrawn
    /// without a yes before it (field `status`), a date that can't be read.
    pub fn set_sign_on_status(
        &mut self,
        ids: &[SignOnId],
        change: &StatusChange,
        now: DateTime<Utc>,
    ) -> Result<Change<()>> {
        let change = change.checked()?;
        let op = Op::SetSignOnStatus {
            name: self.name_of(ids)?,
            count: ids.len(),
            status: change.status,
        };
        self.transact(op, now, |tx| {
            let evidence = match &change.evidence {
                Some(text) => {
                    let stamp = stamp_for(tx, ids.first().copied(), change.at.as_deref())?;
                    Some(evidence::insert(tx, change.via, text, &stamp)?)
                }
                None => None,
            };
            for id in ids {
                set_status(tx, *id, &change, evidence)?;
            }
            Ok(())
        })
    }

    /// Sets the name that a sign-on prints under this letter. After it was confirmed the check shows that it did.
    ///
    /// # Errors
    /// [`Error::NotFound`]; a rule when the name is empty or too long (field `printsAs`).
    pub fn set_sign_on_name(
        &mut self,
        id: SignOnId,
        prints_as: &str,
        now: DateTime<Utc>,
    ) -> Result<Change<()>> {
        let name = one_line(prints_as);
        check_name("printsAs", &name)?;
        let before = get(&self.conn, id)?;
        let detail = format!("{} → {name}", before.prints_as);
        self.change_sign_on(
            id,
            "UPDATE sign_on SET prints_as = ?2 WHERE id = ?1",
            params![id, name],
            detail,
            now,
        )
    }

    /// Sets who signs for an organization, and their title; of an individual, the title.
    ///
    /// # Errors
    /// [`Error::NotFound`]; a rule when one is too long.
    pub fn set_sign_on_signer(
        &mut self,
        id: SignOnId,
        signer: &str,
        title: &str,
        now: DateTime<Utc>,
    ) -> Result<Change<()>> {
        let (signer, title) = (one_line(signer), one_line(title));
        check_length("signer", &signer)?;
        check_length("title", &title)?;
        let detail = [signer.as_str(), title.as_str()]
            .into_iter()
            .filter(|part| !part.is_empty());
        let detail = detail.collect::<Vec<_>>().join(", ");
        self.change_sign_on(
            id,
            "UPDATE sign_on SET signer = ?2, title = ?3 WHERE id = ?1",
            params![id, signer, title],
            detail,
            now,
        )
    }

    /// Sets the organization that an individual is at, which does not sign: it prints for identification only.
    ///
    /// # Errors
    /// [`Error::NotFound`]; a rule when an organization signs, or it is too long (field `affiliation`).
    pub fn set_sign_on_affiliation(
        &mut self,
        id: SignOnId,
        affiliation: &str,
        now: DateTime<Utc>,
    ) -> Result<Change<()>> {
        let affiliation = one_line(affiliation);
        check_length("affiliation", &affiliation)?;
        let before = get(&self.conn, id)?;
        if before.organization.is_some() && !affiliation.is_empty() {
            let message = Message::new("error-affiliation-of-organization").text("name", &before.prints_as);
            return Err(Error::field("affiliation", message));
        }
        self.change_sign_on(
            id,
            "UPDATE sign_on SET affiliation = ?2 WHERE id = ?1",
            params![id, affiliation],
            affiliation.clone(),
            now,
        )
    }

    /// Sets whom to write to about a sign-on.
    ///
    /// # Errors
    /// [`Error::NotFound`], also when there is no such person.
    pub fn set_sign_on_person(
        &mut self,
        id: SignOnId,
        person: Option<PersonId>,
        now: DateTime<Utc>,
    ) -> Result<Change<()>> {
        let name = match person {
            Some(person) => self.get_person(person)?.name,
            None => String::new(),
        };
        self.change_sign_on(
            id,
            "UPDATE sign_on SET person_id = ?2 WHERE id = ?1",
            params![id, person],
            name,
            now,
        )
    }

    /// Sets what the coordinator wants to remember of a sign-on; an empty note forgets it. It may have several lines.
    ///
    /// # Errors
    /// [`Error::NotFound`]; a rule when it is too long (field `note`).
    pub fn set_sign_on_note(&mut self, id: SignOnId, note: &str, now: DateTime<Utc>) -> Result<Change<()>> {
        let note = note.trim();
        check_text("note", note)?;
        self.change_sign_on(
            id,
            "UPDATE sign_on SET note = ?2 WHERE id = ?1",
            params![id, note],
            one_line(note),
            now,
        )
    }

    /// One change of a sign-on's own row, and the line that tells it.
    fn change_sign_on(
        &mut self,
        id: SignOnId,
        sql: &str,
        values: &[&dyn rusqlite::ToSql],
        detail: String,
        now: DateTime<Utc>,
    ) -> Result<Change<()>> {
        let before = get(&self.conn, id)?;
        let op = Op::SetSignOn {
            name: before.prints_as.clone(),
        };
        self.transact(op, now, |tx| {
            tx.conn.prepare_cached(sql)?.execute(values)?;
            tx.event(before.subject(detail));
            Ok(())
        })
    }

    /// Puts a person who signs for themselves on a letter, to be asked.
    ///
    /// # Errors
    /// [`Error::NotFound`]; a rule: the letter takes organizations only, no name, the name is on it already (field `name`).
    pub fn add_individual(
        &mut self,
        letter: LetterId,
        name: &str,
        title: &str,
        affiliation: &str,
        now: DateTime<Utc>,
    ) -> Result<Change<SignOnId>> {
        let letter = self.get_letter(letter)?;
        let (name, title, affiliation) = (one_line(name), one_line(title), one_line(affiliation));
        check_name("name", &name)?;
        check_length("title", &title)?;
        check_length("affiliation", &affiliation)?;
        if !letter.individuals {
            let message = Message::new("error-no-individuals").text("title", &letter.title);
            return Err(Error::field("name", message));
        }
        if find_individual(&self.conn, letter.id, &name)?.is_some() {
            let message = Message::new("error-individual-twin").text("name", &name);
            return Err(Error::field("name", message));
        }
        let op = Op::AddIndividual {
            title: letter.title,
            name: name.clone(),
        };
        self.transact(op, now, |tx| {
            let id = insert(tx, letter.id, None, Some(&name), Status::ToAsk)?;
            tx.conn.execute(
                "UPDATE sign_on SET title = ?2, affiliation = ?3 WHERE id = ?1",
                params![id, title, affiliation],
            )?;
            Ok(id)
        })
    }

    /// The sign-on that is meant on a letter: by its id, its organization or the name of an individual.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Ambiguous`].
    pub fn resolve_sign_on(&self, letter: LetterId, reference: &str) -> Result<SignOnId> {
        let reference = reference.trim();
        if let Ok(id) = reference.parse().map(SignOnId)
            && get(&self.conn, id).is_ok_and(|found| found.letter == letter)
        {
            return Ok(id);
        }
        if let Some(id) = find_individual(&self.conn, letter, reference)? {
            return Ok(id);
        }
        let organization = self.resolve_organization(reference)?;
        find_of(&self.conn, letter, organization)?.ok_or_else(|| Error::NotFound {
            what: "sign-on",
            reference: reference.to_owned(),
        })
    }

    /// Sets all of a sign-on at once, and puts the organization on the letter when it isn't there: one action.
    ///
    /// # Errors
    /// As [`Coalition::set_sign_on_status`], [`Coalition::set_sign_on_name`] and [`Coalition::add_evidence_file`].
    pub fn set_sign_on(
        &mut self,
        letter: LetterId,
        organization: OrganizationId,
        change: &StatusChange,
        fields: &SignOnFields,
        now: DateTime<Utc>,
    ) -> Result<Change<SignOnId>> {
        let (change, fields) = (change.checked()?, fields.checked()?);
        self.get_letter(letter)?;
        let name = self.get_organization(organization)?.name;
        let op = Op::SetSignOnStatus {
            name,
            count: 1,
            status: change.status,
        };
        self.transact(op, now, |tx| {
            let id = match find_of(tx.conn, letter, organization)? {
                Some(id) => id,
                None => insert(
                    tx,
                    letter,
                    Some(organization),
                    fields.prints_as.as_deref(),
                    Status::ToAsk,
                )?,
            };
            set_whole(tx, id, &change, &fields)?;
            Ok(id)
        })
    }

    /// Sets all of a sign-on that is there at once: one action.
    ///
    /// # Errors
    /// As [`Coalition::set_sign_on`].
    pub fn change_whole_sign_on(
        &mut self,
        id: SignOnId,
        change: &StatusChange,
        fields: &SignOnFields,
        now: DateTime<Utc>,
    ) -> Result<Change<SignOnId>> {
        let (change, fields) = (change.checked()?, fields.checked()?);
        let op = Op::SetSignOnStatus {
            name: get(&self.conn, id)?.prints_as,
            count: 1,
            status: change.status,
        };
        self.transact(op, now, |tx| {
            set_whole(tx, id, &change, &fields)?;
            Ok(id)
        })
    }

    /// Lets sign-ons count and be named in no block, or names them again. Editions that were frozen before keep their names: gives
    /// back the numbers of those in which one of them stands.
    ///
    /// # Errors
    /// [`Error::NotFound`]; a rule when nothing is chosen.
    pub fn set_sign_on_unnamed(
        &mut self,
        ids: &[SignOnId],
        unnamed: bool,
        now: DateTime<Utc>,
    ) -> Result<Change<Vec<u32>>> {
        let op = Op::SetUnnamed {
            name: self.name_of(ids)?,
            count: ids.len(),
            unnamed,
        };
        self.transact(op, now, |tx| {
            let mut named_in = std::collections::BTreeSet::new();
            for id in ids {
                let before = get(tx.conn, *id)?;
                tx.conn
                    .prepare_cached("UPDATE sign_on SET unnamed = ?2 WHERE id = ?1")?
                    .execute(params![id, unnamed])?;
                let mut editions = tx.conn.prepare_cached(
                    "SELECT number FROM edition e JOIN edition_name n ON n.edition_id = e.id WHERE n.sign_on_id = ?1",
                )?;
                let rows = editions.query_map([id], |row| row.get(0))?;
                for number in rows {
                    named_in.insert(number?);
                }
                tx.event(before.subject(before.prints_as.clone()));
            }
            Ok(named_in.into_iter().collect())
        })
    }

    /// Takes sign-ons off their letter.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn remove_sign_ons(&mut self, ids: &[SignOnId], now: DateTime<Utc>) -> Result<Change<()>> {
        let op = Op::RemoveSignOns {
            name: self.name_of(ids)?,
            count: ids.len(),
        };
        self.transact(op, now, |tx| remove(tx, ids))
    }

    /// The name that stands for some sign-ons in a sentence: the first one's.
    fn name_of(&self, ids: &[SignOnId]) -> Result<String> {
        let first = ids
            .first()
            .ok_or_else(|| Error::rule(Message::new("error-nothing-chosen")))?;
        Ok(get(&self.conn, *first)?.prints_as)
    }
}

/// What the rules need to know of a sign-on before it changes.
struct Before {
    id: SignOnId,
    letter: LetterId,
    organization: Option<OrganizationId>,
    prints_as: String,
    status: Status,
    reason: String,
    decided_at: Option<String>,
}

impl Before {
    fn subject(&self, detail: String) -> Subject {
        Subject {
            letter: Some(self.letter),
            organization: self.organization,
            sign_on: Some(self.id),
            detail,
            ..Subject::default()
        }
    }
}

/// Sets all of a sign-on within an action: first what it prints, for that is what is confirmed.
fn set_whole(tx: &mut Tx, id: SignOnId, change: &StatusChange, fields: &SignOnFields) -> Result<()> {
    tx.conn.execute(
        "UPDATE sign_on SET prints_as = coalesce(?2, prints_as), signer = coalesce(?3, signer),
                title = coalesce(?4, title), note = coalesce(?5, note) WHERE id = ?1",
        params![id, fields.prints_as, fields.signer, fields.title, fields.note],
    )?;
    let mut rests_on = match &change.evidence {
        Some(text) => {
            let stamp = stamp_for(tx, Some(id), change.at.as_deref())?;
            Some(evidence::insert(tx, change.via, text, &stamp)?)
        }
        None => None,
    };
    if let Some(file) = &fields.file {
        let read = evidence::FileRead::new(&file.name, &file.content, tx.now);
        let kept = evidence::insert_file(tx, change.via, &read, &file.content)?;
        evidence::attach(tx, id, kept)?;
        rests_on = rests_on.or(Some(kept));
    }
    set_status(tx, id, change, rests_on)
}
