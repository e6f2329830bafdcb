//! Sign-ons: one organization (or individual) on one letter, its status and what it rests on.
//!
//! Nobody is listed without a confirmed sign-on, and confirmed needs something in writing or a stated reason: those two
//! rules live here. Where they stand in the block is in `signon/block.rs`; how it prints, in `crate::block`.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::coalition::Coalition;
use crate::error::{Error, Result};
use crate::ids::{EvidenceId, LetterId, OrganizationId, SignOnId};
use crate::journal::{Change, Op, Subject, Tx};
use crate::messages::Message;
use crate::organization::{check_name, one_line, place};
use crate::words::words;

mod block;

words! {
    /// Where a sign-on stands.
    Status {
        /// On the list, not asked yet.
        ToAsk = "to-ask",
        /// Asked, no answer yet.
        Asked = "asked",
        /// They are thinking about it, perhaps until a date.
        Considering = "considering",
        /// They said yes, but not in writing.
        SaidYes = "said-yes",
        /// They said yes in writing, or there is a reason to count it so.
        Confirmed = "confirmed",
        /// They said no.
        Declined = "declined",
        /// They took a yes back.
        Withdrawn = "withdrawn",
    }
}

words! {
    /// How an answer came.
    Via {
        /// An email.
        Email = "email",
        /// A form that was filled in.
        Form = "form",
        /// A call: not in writing.
        Phone = "phone",
        /// A signature or note on paper.
        Paper = "paper",
        /// In a meeting: not in writing.
        Meeting = "meeting",
        /// A list that names them.
        List = "list",
    }
}

impl Via {
    /// Whether what came that way is in writing.
    pub fn is_written(self) -> bool {
        !matches!(self, Self::Phone | Self::Meeting)
    }
}

impl Status {
    /// How firm an answer is, to tell news from a step back: an import never makes an answer less firm.
    pub(crate) fn firmness(self) -> u8 {
        match self {
            Self::ToAsk => 0,
            Self::Asked => 1,
            Self::Considering => 2,
            Self::SaidYes => 3,
            Self::Confirmed | Self::Declined | Self::Withdrawn => 4,
        }
    }

    /// Whether this status may come after `before`. Only a yes can be withdrawn; everything else can be set right.
    pub fn may_follow(self, before: Self) -> bool {
        self != Self::Withdrawn || matches!(before, Self::SaidYes | Self::Confirmed | Self::Withdrawn)
    }
}

/// Sign-ons of one letter by status.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
#[allow(missing_docs)] // The fields are the statuses.
pub struct StatusCounts {
    pub to_ask: u32,
    pub asked: u32,
    pub considering: u32,
    pub said_yes: u32,
    pub confirmed: u32,
    pub declined: u32,
    pub withdrawn: u32,
}

/// A row of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct SignOn {
    /// Its id.
    pub id: SignOnId,
    /// The letter.
    pub letter_id: LetterId,
    /// The organization; None for an individual.
    pub organization_id: Option<OrganizationId>,
    /// The organization's official name; the individual's name.
    pub organization: String,
    /// The name on this letter, exactly.
    pub prints_as: String,
    /// The name on the letter before this one, when it differs.
    pub prints_as_before: Option<String>,
    /// Where it stands.
    pub status: Status,
    /// Who signs for it, or empty.
    pub signer: String,
    /// The signer's title, or empty.
    pub title: String,
    /// Who gave the answer, or empty.
    pub authorized_by: String,
    /// How the answer came.
    pub via: Option<Via>,
    /// The first text that it rests on.
    pub evidence: Option<String>,
    /// How many pieces of evidence it rests on.
    pub evidence_count: u32,
    /// When the answer was given, ISO 8601 in UTC.
    pub decided_at: Option<String>,
    /// By when an answer is expected, `2020-12-15`.
    pub expected_by: Option<String>,
    /// When there was last contact, ISO 8601 in UTC.
    pub last_contact: Option<String>,
    /// Why it counts as confirmed without writing, or empty.
    pub reason: String,
    /// What the coordinator wants to remember.
    pub note: String,
    /// Whether the organization leads the letter.
    pub lead: bool,
    /// City and state: "Viroqua, WI".
    pub place: String,
    /// The number of the text that the answer was given for.
    pub version: Option<u32>,
    /// The coordinator's own heading for it in the block, or empty.
    pub heading: String,
    /// Its place in its group of the block: 1 is the first, -1 the last.
    #[ts(type = "number | null")]
    pub pin: Option<i64>,
}

/// A new status with what it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct StatusChange {
    /// The new status.
    pub status: Status,
    /// Who gave the answer.
    #[serde(default)]
    pub authorized_by: Option<String>,
    /// How it came.
    #[serde(default)]
    pub via: Option<Via>,
    /// The text that it rests on.
    #[serde(default)]
    pub evidence: Option<String>,
    /// Why it counts as confirmed without writing.
    #[serde(default)]
    pub reason: Option<String>,
    /// When the answer was given, ISO 8601; now when left out.
    #[serde(default)]
    pub at: Option<String>,
    /// By when an answer is expected, `2020-12-15`.
    #[serde(default)]
    pub expected_by: Option<String>,
}

impl StatusChange {
    /// A new status with nothing more to say of it.
    pub fn to(status: Status) -> Self {
        Self {
            status,
            authorized_by: None,
            via: None,
            evidence: None,
            reason: None,
            at: None,
            expected_by: None,
        }
    }
}

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
}

impl Coalition {
    /// The ledger of a letter, in the order in which it was entered.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such letter.
    pub fn list_sign_ons(&self, letter: LetterId) -> Result<Vec<SignOn>> {
        self.get_letter(letter)?;
        list(&self.conn, letter)
    }

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
        let change = checked(change)?;
        let op = Op::SetSignOnStatus {
            name: self.name_of(ids)?,
            count: ids.len(),
            status: change.status,
        };
        self.transact(op, now, |tx| {
            let evidence = match &change.evidence {
                Some(text) => Some(add_evidence(tx, change.via, text, change.at.as_deref())?),
                None => None,
            };
            for id in ids {
                set_status(tx, *id, &change, evidence)?;
            }
            Ok(())
        })
    }

    /// Sets the name that a sign-on prints under this letter.
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
        self.transact(
            Op::SetSignOn {
                name: before.prints_as.clone(),
            },
            now,
            |tx| {
                tx.conn.execute(
                    "UPDATE sign_on SET prints_as = ?2 WHERE id = ?1",
                    params![id, name],
                )?;
                tx.event(before.subject(format!("{} → {name}", before.prints_as)));
                Ok(())
            },
        )
    }

    /// Sets who signs for an organization, and their title.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn set_sign_on_signer(
        &mut self,
        id: SignOnId,
        signer: &str,
        title: &str,
        now: DateTime<Utc>,
    ) -> Result<Change<()>> {
        let (signer, title) = (one_line(signer), one_line(title));
        let before = get(&self.conn, id)?;
        self.transact(
            Op::SetSignOn {
                name: before.prints_as.clone(),
            },
            now,
            |tx| {
                tx.conn.execute(
                    "UPDATE sign_on SET signer = ?2, title = ?3 WHERE id = ?1",
                    params![id, signer, title],
                )?;
                let detail = [signer.as_str(), title.as_str()]
                    .into_iter()
                    .filter(|part| !part.is_empty());
                tx.event(before.subject(detail.collect::<Vec<_>>().join(", ")));
                Ok(())
            },
        )
    }

    /// Sets what the coordinator wants to remember of a sign-on.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn set_sign_on_note(&mut self, id: SignOnId, note: &str, now: DateTime<Utc>) -> Result<Change<()>> {
        let before = get(&self.conn, id)?;
        self.transact(
            Op::SetSignOn {
                name: before.prints_as.clone(),
            },
            now,
            |tx| {
                tx.conn.execute(
                    "UPDATE sign_on SET note = ?2 WHERE id = ?1",
                    params![id, note.trim()],
                )?;
                tx.event(before.subject(String::new()));
                Ok(())
            },
        )
    }

    /// Sets all of a sign-on at once, and puts the organization on the letter when it isn't there: one action.
    ///
    /// # Errors
    /// As [`Coalition::set_sign_on_status`] and [`Coalition::set_sign_on_name`].
    pub fn set_sign_on(
        &mut self,
        letter: LetterId,
        organization: OrganizationId,
        change: &StatusChange,
        fields: &SignOnFields,
        now: DateTime<Utc>,
    ) -> Result<Change<SignOnId>> {
        let change = checked(change)?;
        let prints_as = fields.prints_as.as_deref().map(one_line);
        if let Some(name) = &prints_as {
            check_name("printsAs", name)?;
        }
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
                    prints_as.as_deref(),
                    Status::ToAsk,
                )?,
            };
            let evidence = match &change.evidence {
                Some(text) => Some(add_evidence(tx, change.via, text, change.at.as_deref())?),
                None => None,
            };
            set_status(tx, id, &change, evidence)?;
            tx.conn.execute(
                "UPDATE sign_on SET prints_as = coalesce(?2, prints_as), signer = coalesce(?3, signer),
                        title = coalesce(?4, title), note = coalesce(?5, note) WHERE id = ?1",
                params![
                    id,
                    prints_as,
                    fields.signer.as_deref().map(one_line),
                    fields.title.as_deref().map(one_line),
                    fields.note.as_deref().map(str::trim),
                ],
            )?;
            Ok(id)
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
}

impl Before {
    fn subject(&self, detail: String) -> Subject {
        Subject {
            letter: Some(self.letter),
            organization: self.organization,
            sign_on: Some(self.id),
            person: None,
            detail,
        }
    }
}

/// Reads the dates and takes off blanks.
fn checked(change: &StatusChange) -> Result<StatusChange> {
    let given = |text: &Option<String>| {
        text.as_deref()
            .map(str::trim)
            .filter(|text| !text.is_empty())
            .map(str::to_owned)
    };
    let at = match given(&change.at) {
        Some(text) => {
            let at = DateTime::parse_from_rfc3339(&text)
                .map(|at| at.with_timezone(&Utc))
                .ok()
                .or_else(|| Some(text.parse::<NaiveDate>().ok()?.and_hms_opt(12, 0, 0)?.and_utc()))
                .ok_or_else(|| {
                    Error::field("at", Message::new("error-date-unreadable").text("text", text))
                })?;
            Some(crate::time::store(at))
        }
        None => None,
    };
    let expected_by = match given(&change.expected_by) {
        Some(text) => {
            let date: NaiveDate = text.parse().map_err(|_| {
                Error::field(
                    "expectedBy",
                    Message::new("error-date-unreadable").text("text", text),
                )
            })?;
            Some(date.to_string())
        }
        None => None,
    };
    Ok(StatusChange {
        status: change.status,
        authorized_by: change
            .authorized_by
            .as_deref()
            .map(one_line)
            .filter(|text| !text.is_empty()),
        via: change.via,
        evidence: given(&change.evidence),
        reason: given(&change.reason),
        at,
        expected_by,
    })
}

/// Sets the status of one sign-on within an action: the rules of the ledger. The change is checked already; `evidence`
/// is the row that holds its text.
pub(crate) fn set_status(
    tx: &mut Tx,
    id: SignOnId,
    change: &StatusChange,
    evidence: Option<EvidenceId>,
) -> Result<()> {
    let before = get(tx.conn, id)?;
    if !change.status.may_follow(before.status) {
        let message = Message::new("error-withdrawn-without-yes").text("name", &before.prints_as);
        return Err(Error::field("status", message));
    }
    if change.status == Status::Confirmed {
        // A text given with a call or a meeting is a note of what was said, not something in writing.
        let written = change.via.map_or(evidence.is_some(), Via::is_written);
        let reason = change.reason.is_some() || !before.reason.is_empty();
        if !written && !reason && !has_written_evidence(tx.conn, id)? {
            let message = Message::new("error-confirmed-needs-writing").text("name", &before.prints_as);
            return Err(Error::field("evidence", message));
        }
    }
    if let Some(evidence) = evidence {
        tx.conn
            .prepare_cached("INSERT INTO sign_on_evidence (sign_on_id, evidence_id) VALUES (?1, ?2)")?
            .execute(params![id, evidence])?;
    }
    let at = change.at.clone().unwrap_or_else(|| tx.at());
    let decided = matches!(
        change.status,
        Status::SaidYes | Status::Confirmed | Status::Declined | Status::Withdrawn
    );
    tx.conn
        .prepare_cached(
            "UPDATE sign_on SET status = ?2, authorized_by = coalesce(?3, authorized_by), via = coalesce(?4, via),
                    reason = coalesce(?5, reason), decided_at = ?6, expected_by = ?7,
                    version_id = CASE WHEN ?10 THEN (SELECT id FROM letter_version v
                        WHERE v.letter_id = sign_on.letter_id ORDER BY number DESC LIMIT 1) ELSE version_id END,
                    last_contact = CASE WHEN ?8 THEN ?9 ELSE last_contact END,
                    asked_at = CASE WHEN ?8 THEN coalesce(asked_at, ?9) ELSE asked_at END
             WHERE id = ?1",
        )?
        .execute(params![
            id,
            change.status,
            change.authorized_by,
            change.via,
            change.reason,
            decided.then_some(&at),
            if change.status == Status::Considering { change.expected_by.as_ref() } else { None },
            change.status != Status::ToAsk,
            at,
            matches!(change.status, Status::SaidYes | Status::Confirmed),
        ])?;
    tx.event(before.subject(format!(
        "{}: {} → {}",
        before.prints_as,
        before.status.word(),
        change.status.word()
    )));
    Ok(())
}

// SQL ---------------------------------------------------------------------------------------------------------------

fn get(conn: &Connection, id: SignOnId) -> Result<Before> {
    conn.prepare_cached(
        "SELECT letter_id, organization_id, prints_as, status, reason FROM sign_on WHERE id = ?1",
    )?
    .query_row([id], |row| {
        Ok(Before {
            id,
            letter: row.get(0)?,
            organization: row.get(1)?,
            prints_as: row.get(2)?,
            status: row.get(3)?,
            reason: row.get(4)?,
        })
    })
    .optional()?
    .ok_or_else(|| Error::NotFound {
        what: "sign-on",
        reference: id.to_string(),
    })
}

pub(crate) fn find_of(
    conn: &Connection,
    letter: LetterId,
    organization: OrganizationId,
) -> Result<Option<SignOnId>> {
    Ok(conn
        .prepare_cached("SELECT id FROM sign_on WHERE letter_id = ?1 AND organization_id = ?2")?
        .query_row(params![letter, organization], |row| row.get(0))
        .optional()?)
}

pub(crate) fn ids_of(conn: &Connection, letter: LetterId) -> Result<Vec<SignOnId>> {
    let mut statement = conn.prepare_cached("SELECT id FROM sign_on WHERE letter_id = ?1")?;
    let rows = statement.query_map([letter], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Puts an organization, or with none an individual, on a letter within an action. Without a name of its own it prints as on its last letter, else
/// as the organization usually prints.
pub(crate) fn insert(
    tx: &mut Tx,
    letter: LetterId,
    organization: Option<OrganizationId>,
    prints_as: Option<&str>,
    status: Status,
) -> Result<SignOnId> {
    let id = SignOnId(tx.id());
    let name = match prints_as {
        Some(name) => name.to_owned(),
        None => tx
            .conn
            .prepare_cached(
                "SELECT coalesce(prints_as,
                   (SELECT s.prints_as FROM sign_on s JOIN letter l ON l.id = s.letter_id
                    WHERE s.organization_id = o.id ORDER BY l.created_at DESC, l.id DESC LIMIT 1), name)
                 FROM organization o WHERE id = ?1",
            )?
            .query_row([organization], |row| row.get(0))
            .optional()?
            .ok_or_else(|| Error::NotFound {
                what: "organization",
                reference: organization.map_or_else(String::new, |id| id.to_string()),
            })?,
    };
    tx.conn
        .prepare_cached(
            "INSERT INTO sign_on (id, letter_id, organization_id, position, status, prints_as)
             VALUES (?1, ?2, ?3, (SELECT coalesce(max(position), 0) + 1 FROM sign_on WHERE letter_id = ?2), ?4, ?5)",
        )?
        .execute(params![id, letter, organization, status, name])?;
    tx.event(Subject {
        letter: Some(letter),
        organization,
        sign_on: Some(id),
        person: None,
        detail: name,
    });
    Ok(id)
}

/// Keeps a text that sign-ons rest on, within an action.
pub(crate) fn add_evidence(
    tx: &mut Tx,
    via: Option<Via>,
    text: &str,
    at: Option<&str>,
) -> Result<EvidenceId> {
    let id = EvidenceId(tx.id());
    let at = at.map_or_else(|| tx.at(), str::to_owned);
    tx.conn.execute(
        "INSERT INTO evidence (id, via, text, at) VALUES (?1, ?2, ?3, ?4)",
        params![id, via, text, at],
    )?;
    Ok(id)
}

/// Takes sign-ons off within an action, with the evidence that nothing else rests on.
pub(crate) fn remove(tx: &mut Tx, ids: &[SignOnId]) -> Result<()> {
    for id in ids {
        let before = get(tx.conn, *id)?;
        let mut statement = tx
            .conn
            .prepare_cached("SELECT evidence_id FROM sign_on_evidence WHERE sign_on_id = ?1")?;
        let evidence: Vec<EvidenceId> = statement
            .query_map([id], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        tx.conn
            .prepare_cached("DELETE FROM sign_on_evidence WHERE sign_on_id = ?1")?
            .execute([id])?;
        for evidence in evidence {
            tx.conn
                .prepare_cached(
                    "DELETE FROM evidence WHERE id = ?1
                     AND NOT EXISTS (SELECT 1 FROM sign_on_evidence WHERE evidence_id = ?1)",
                )?
                .execute([evidence])?;
        }
        tx.conn
            .prepare_cached("DELETE FROM sign_on WHERE id = ?1")?
            .execute([id])?;
        tx.event(before.subject(before.prints_as.clone()));
    }
    Ok(())
}

fn has_written_evidence(conn: &Connection, id: SignOnId) -> Result<bool> {
    Ok(conn
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM sign_on_evidence JOIN evidence ON id = evidence_id
                            WHERE sign_on_id = ?1 AND (via IS NULL OR via NOT IN ('phone', 'meeting')))",
        )?
        .query_row([id], |row| row.get(0))?)
}

pub(crate) fn count(conn: &Connection, letter: LetterId) -> Result<StatusCounts> {
    let mut counts = StatusCounts::default();
    let mut statement =
        conn.prepare_cached("SELECT status, count(*) FROM sign_on WHERE letter_id = ?1 GROUP BY status")?;
    let mut rows = statement.query([letter])?;
    while let Some(row) = rows.next()? {
        let count = row.get(1)?;
        match row.get(0)? {
            Status::ToAsk => counts.to_ask = count,
            Status::Asked => counts.asked = count,
            Status::Considering => counts.considering = count,
            Status::SaidYes => counts.said_yes = count,
            Status::Confirmed => counts.confirmed = count,
            Status::Declined => counts.declined = count,
            Status::Withdrawn => counts.withdrawn = count,
        }
    }
    Ok(counts)
}

fn list(conn: &Connection, letter: LetterId) -> Result<Vec<SignOn>> {
    let before = names_before(conn, letter)?;
    let mut statement = conn.prepare_cached(
        "SELECT s.id, s.letter_id, s.organization_id, coalesce(o.name, s.prints_as), s.prints_as, s.status, s.signer,
                s.title, s.authorized_by, s.via,
                (SELECT text FROM sign_on_evidence se JOIN evidence e ON e.id = se.evidence_id
                 WHERE se.sign_on_id = s.id ORDER BY e.at, e.id LIMIT 1),
                (SELECT count(*) FROM sign_on_evidence se WHERE se.sign_on_id = s.id),
                s.decided_at, s.expected_by, s.last_contact, s.reason, s.note,
                EXISTS (SELECT 1 FROM letter_lead l
                        WHERE l.letter_id = s.letter_id AND l.organization_id = s.organization_id),
                coalesce(o.city, ''), coalesce(o.state, ''),
                (SELECT number FROM letter_version v WHERE v.id = s.version_id), s.heading, s.pin
         FROM sign_on s LEFT JOIN organization o ON o.id = s.organization_id
         WHERE s.letter_id = ?1 ORDER BY s.position, s.id",
    )?;
    let rows = statement.query_map([letter], from_row)?;
    let mut ledger: Vec<SignOn> = rows.collect::<rusqlite::Result<_>>()?;
    for row in &mut ledger {
        row.prints_as_before = row
            .organization_id
            .and_then(|id| before.get(&id))
            .filter(|name| **name != row.prints_as)
            .cloned();
    }
    Ok(ledger)
}

fn from_row(row: &Row) -> rusqlite::Result<SignOn> {
    Ok(SignOn {
        id: row.get(0)?,
        letter_id: row.get(1)?,
        organization_id: row.get(2)?,
        organization: row.get(3)?,
        prints_as: row.get(4)?,
        prints_as_before: None,
        status: row.get(5)?,
        signer: row.get(6)?,
        title: row.get(7)?,
        authorized_by: row.get(8)?,
        via: row.get(9)?,
        evidence: row.get(10)?,
        evidence_count: row.get(11)?,
        decided_at: row.get(12)?,
        expected_by: row.get(13)?,
        last_contact: row.get(14)?,
        reason: row.get(15)?,
        note: row.get(16)?,
        lead: row.get(17)?,
        place: place(&row.get::<_, String>(18)?, &row.get::<_, String>(19)?),
        version: row.get(20)?,
        heading: row.get(21)?,
        pin: row.get(22)?,
    })
}

/// What each organization of a letter printed as on the last letter before it that it confirmed.
fn names_before(conn: &Connection, letter: LetterId) -> Result<HashMap<OrganizationId, String>> {
    let mut statement = conn.prepare_cached(
        "SELECT s.organization_id, s.prints_as FROM sign_on s JOIN letter l ON l.id = s.letter_id
         WHERE s.status = 'confirmed' AND l.id <> ?1
           AND (l.created_at, l.id) < (SELECT created_at, id FROM letter WHERE id = ?1)
           AND s.organization_id IN (SELECT organization_id FROM sign_on WHERE letter_id = ?1)
         ORDER BY l.created_at, l.id",
    )?;
    let rows = statement.query_map([letter], |row| Ok((row.get(0)?, row.get(1)?)))?;
    // Later letters come later and overwrite.
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
