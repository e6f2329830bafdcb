//! Outreach: who was asked, reminded or called about a sign-on, when, how and with what words; and "later".

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::status::{day, moment};
use super::{Status, StatusChange, Via, get, status};
use crate::coalition::Coalition;
use crate::consent::stamp_for;
use crate::person::PersonRef;
use base::error::Result;
use store::journal::{Change, Op, Tx};
pub use vocabulary::OutreachKind;
use vocabulary::ids::{OutreachId, PersonId, SignOnId};

/// One line of what was written or said about a sign-on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export, export_to = "ledger/")]
pub struct OutreachItem {
    /// Its id.
    pub id: OutreachId,
    /// What was done.
    pub kind: OutreachKind,
    /// How.
    pub via: Option<Via>,
    /// To whom.
    pub person: Option<PersonRef>,
    /// When, ISO 8601 in UTC.
    pub at: String,
    /// With what words, or empty.
    pub text: String,
}

impl Coalition {
    /// What was written or said about a sign-on, the latest first.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`].
    pub fn list_outreach(&self, sign_on: SignOnId) -> Result<Vec<OutreachItem>> {
        get(&self.conn, sign_on)?;
        let mut statement = self.conn.prepare_cached(
            "SELECT o.id, o.kind, o.via, p.id, p.name, o.at, o.text
             FROM outreach o LEFT JOIN person p ON p.id = o.person_id
             WHERE o.sign_on_id = ?1 ORDER BY o.at DESC, o.entered DESC, o.id DESC",
        )?;
        let rows = statement.query_map([sign_on], |row| {
            let person: Option<PersonId> = row.get(3)?;
            Ok(OutreachItem {
                id: row.get(0)?,
                kind: row.get(1)?,
                via: row.get(2)?,
                person: match person {
                    Some(id) => Some(PersonRef {
                        id,
                        name: row.get(4)?,
                    }),
                    None => None,
                },
                at: row.get(5)?,
                text: row.get(6)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Notes that people were asked, reminded or called, each the one to write to about the sign-on. Who was still to be asked
    /// is asked then. Gives back how many.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`]; a rule: nothing is chosen, a date that can't be read (field `at`).
    pub fn log_outreach(
        &mut self,
        sign_ons: &[SignOnId],
        kind: OutreachKind,
        via: Option<Via>,
        text: &str,
        at: Option<&str>,
        now: DateTime<Utc>,
    ) -> Result<Change<usize>> {
        let at = moment("at", at)?;
        base::text::check_text("text", text)?;
        let op = Op::LogOutreach {
            name: self.name_of(sign_ons)?,
            count: sign_ons.len(),
            kind,
        };
        self.transact(op, now, |tx| {
            let at = stamp_for(tx, sign_ons.first().copied(), at.as_deref())?.at;
            for id in sign_ons {
                log(tx, *id, kind, via, text.trim(), Some(&at))?;
            }
            Ok(sign_ons.len())
        })
    }

    /// Leaves sign-ons alone until a day (`2020-12-15`); None as usual.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`]; a rule: nothing is chosen, a date that can't be read (field `date`).
    pub fn set_chase_after(
        &mut self,
        sign_ons: &[SignOnId],
        date: Option<&str>,
        now: DateTime<Utc>,
    ) -> Result<Change<()>> {
        let date = day("date", date)?;
        let op = Op::SetChaseAfter {
            name: self.name_of(sign_ons)?,
            count: sign_ons.len(),
        };
        self.transact(op, now, |tx| {
            for id in sign_ons {
                let before = get(tx.conn, *id)?;
                tx.conn
                    .prepare_cached("UPDATE sign_on SET chase_after = ?2 WHERE id = ?1")?
                    .execute(params![id, date])?;
                tx.event(before.subject(date.clone().unwrap_or_default()));
            }
            Ok(())
        })
    }
}

/// Notes one contact within an action.
pub(super) fn log(
    tx: &mut Tx,
    sign_on: SignOnId,
    kind: OutreachKind,
    via: Option<Via>,
    text: &str,
    at: Option<&str>,
) -> Result<()> {
    insert(tx, sign_on, kind, (via, None), text, at).map(drop)
}

/// Notes within an action that a message went to somebody, or to the one to write to about the sign-on.
pub(crate) fn log_to(
    tx: &mut Tx,
    sign_on: SignOnId,
    kind: OutreachKind,
    via: Option<Via>,
    person: Option<PersonId>,
) -> Result<OutreachId> {
    insert(tx, sign_on, kind, (via, person), "", None)
}

/// Keeps within an action what was said, as a note: no contact of ours.
pub(crate) fn note(tx: &mut Tx, sign_on: SignOnId, via: Option<Via>, text: &str) -> Result<()> {
    log(tx, sign_on, OutreachKind::Note, via, text, None)
}

/// Takes back within an action that something was written: what it alone changed is as it was, and who was asked by it alone is to
/// be asked again.
pub(crate) fn take_back(tx: &mut Tx, sign_on: SignOnId, id: OutreachId) -> Result<()> {
    let before = get(tx.conn, sign_on)?;
    let gone: Option<(OutreachKind, String)> = tx
        .conn
        .prepare_cached("DELETE FROM outreach WHERE id = ?1 AND sign_on_id = ?2 RETURNING kind, at")?
        .query_row(params![id, sign_on], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let Some((_, at)) = gone.filter(|(kind, _)| kind.is_contact()) else {
        return Ok(());
    };
    // Who answered since was asked in some way.
    tx.conn
        .prepare_cached(
            "UPDATE sign_on SET asked_at = coalesce(
               (SELECT min(at) FROM outreach WHERE sign_on_id = ?1 AND kind IN ('ask', 'reminder', 'call')),
               CASE WHEN status <> 'asked' THEN asked_at END)
             WHERE id = ?1 AND asked_at = ?2",
        )?
        .execute(params![sign_on, at])?;
    tx.conn
        .prepare_cached(
            "UPDATE sign_on SET last_contact = (SELECT max(at) FROM (
               SELECT at FROM outreach WHERE sign_on_id = ?1 AND kind IN ('ask', 'reminder', 'call')
               UNION ALL SELECT e.at FROM sign_on_evidence l JOIN evidence e ON e.id = l.evidence_id
                         WHERE l.sign_on_id = ?1 AND e.about = 'answer'
               UNION ALL SELECT asked_at FROM sign_on WHERE id = ?1
               UNION ALL SELECT decided_at FROM sign_on WHERE id = ?1))
             WHERE id = ?1 AND last_contact = ?2",
        )?
        .execute(params![sign_on, at])?;
    let asked: bool = tx
        .conn
        .prepare_cached("SELECT asked_at IS NOT NULL FROM sign_on WHERE id = ?1")?
        .query_row([sign_on], |row| row.get(0))?;
    if before.status == Status::Asked && !asked {
        status::set(tx, sign_on, &StatusChange::to(Status::ToAsk), None)?;
    }
    Ok(())
}

fn insert(
    tx: &mut Tx,
    sign_on: SignOnId,
    kind: OutreachKind,
    (via, person): (Option<Via>, Option<PersonId>),
    text: &str,
    at: Option<&str>,
) -> Result<OutreachId> {
    let before = get(tx.conn, sign_on)?;
    let id = OutreachId(tx.id());
    let at = at.map_or_else(|| tx.at(), str::to_owned);
    tx.conn
        .prepare_cached(
            "INSERT INTO outreach (id, sign_on_id, kind, via, person_id, at, text, entered)
             VALUES (?1, ?2, ?3, ?4, coalesce(?8, (SELECT person_id FROM sign_on WHERE id = ?2)), ?5, ?6, ?7)",
        )?
        .execute(params![id, sign_on, kind, via, at, text, tx.entered(), person])?;
    if kind.is_contact() {
        if before.status == Status::ToAsk {
            let asked = StatusChange {
                at: Some(at.clone()),
                ..StatusChange::to(Status::Asked)
            };
            status::set(tx, sign_on, &asked, None)?;
        }
        tx.conn
            .prepare_cached(
                "UPDATE sign_on SET last_contact = max(coalesce(last_contact, ?2), ?2),
                        asked_at = coalesce(asked_at, ?2) WHERE id = ?1",
            )?
            .execute(params![sign_on, at])?;
    }
    let line = text.lines().next().unwrap_or_default();
    tx.event(before.subject(if line.is_empty() {
        before.prints_as.clone()
    } else {
        format!("{}: {line}", before.prints_as)
    }));
    Ok(id)
}
