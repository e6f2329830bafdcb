//! Where a sign-on stands: the seven statuses, which may follow which, and what each needs.
//!
//! The whole machine is [`Status::passage`] and [`set`]; nothing else changes a status.

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::get;
use crate::error::{Error, Result};
use crate::journal::Tx;
use crate::messages::Message;
use crate::text::one_line;
use vocabulary::ids::{EvidenceId, SignOnId};
pub use vocabulary::{Needs, Passage, Status, Via};

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

    /// Reads the dates and takes off blanks.
    pub(super) fn checked(&self) -> Result<Self> {
        Ok(Self {
            status: self.status,
            authorized_by: self
                .authorized_by
                .as_deref()
                .map(one_line)
                .filter(|text| !text.is_empty()),
            via: self.via,
            evidence: given(self.evidence.as_deref()),
            reason: given(self.reason.as_deref()),
            at: moment("at", self.at.as_deref())?,
            expected_by: day("expectedBy", self.expected_by.as_deref())?,
        })
    }
}

/// A text without blanks around it; None when nothing is left.
pub(super) fn given(text: Option<&str>) -> Option<String> {
    text.map(str::trim)
        .filter(|text| !text.is_empty())
        .map(str::to_owned)
}

/// A moment as it is stored, from ISO 8601; a day without a time is its noon.
pub(super) fn moment(field: &'static str, text: Option<&str>) -> Result<Option<String>> {
    let Some(text) = given(text) else { return Ok(None) };
    let at = DateTime::parse_from_rfc3339(&text)
        .map(|at| at.with_timezone(&Utc))
        .ok()
        .or_else(|| Some(text.parse::<NaiveDate>().ok()?.and_hms_opt(12, 0, 0)?.and_utc()))
        .ok_or_else(|| unreadable(field, text))?;
    Ok(Some(crate::time::store(at)))
}

/// A day as it is stored, `2020-12-15`.
pub(super) fn day(field: &'static str, text: Option<&str>) -> Result<Option<String>> {
    let Some(text) = given(text) else { return Ok(None) };
    let day: NaiveDate = text.parse().map_err(|_| unreadable(field, text))?;
    Ok(Some(day.to_string()))
}

fn unreadable(field: &'static str, text: String) -> Error {
    Error::field(field, Message::new("error-date-unreadable").text("text", text))
}

/// Sets the status of one sign-on within an action: the rules of the ledger. The change is checked already; `evidence`
/// is the row that holds its text.
pub(crate) fn set(
    tx: &mut Tx,
    id: SignOnId,
    change: &StatusChange,
    evidence: Option<EvidenceId>,
) -> Result<()> {
    let before = get(tx.conn, id)?;
    let passage = change.status.passage(before.status);
    if passage == Passage::Refused {
        let message = Message::new("error-withdrawn-without-yes").text("name", &before.prints_as);
        return Err(Error::field("status", message));
    }
    let since = counts_since(tx, id, before.status)?;
    if change.status == Status::Confirmed {
        // A text given with a call or a meeting is a note of what was said, not something in writing.
        let spoken = change.via.is_some_and(|via| !via.is_written());
        let written = !spoken && (change.via.is_some() || evidence.is_some());
        let reason = change.reason.is_some() || since.is_none() && !before.reason.is_empty();
        // What was written before a yes was only said is not that yes.
        let after = match before.status {
            Status::Confirmed => since.clone(),
            _ if !spoken => since.clone(),
            Status::SaidYes => since.clone().max(before.decided_at.clone()),
            _ => Some(tx.at()),
        };
        if !written && !reason && !has_writing(tx, id, after.as_deref())? {
            let id = if since.is_some() {
                "error-confirmed-needs-new-writing"
            } else {
                "error-confirmed-needs-writing"
            };
            let message = Message::new(id).text("name", &before.prints_as);
            return Err(Error::field("evidence", message));
        }
    }
    if let Some(evidence) = evidence {
        super::evidence::attach(tx, id, evidence)?;
    }
    let at = change.at.clone().unwrap_or_else(|| tx.at());
    // Who confirms again keeps the day of the first yes, unless that very day is corrected.
    let again = passage == Passage::Again && change.status == Status::Confirmed;
    // Who said yes, and how, still holds when it comes in writing; another answer is somebody's anew.
    let same_answer = passage == Passage::Again || before.status.is_yes() && change.status.is_yes();
    let keeps_day = again && (change.at.is_none() || since.is_some());
    tx.conn
        .prepare_cached(
            "UPDATE sign_on SET status = ?2,
                    authorized_by = coalesce(?3, CASE WHEN ?13 THEN authorized_by ELSE '' END),
                    via = coalesce(?4, CASE WHEN ?13 THEN via END),
                    reason = CASE WHEN ?12 THEN coalesce(?5, '') ELSE coalesce(?5, reason) END,
                    decided_at = CASE WHEN ?11 THEN coalesce(decided_at, ?6) ELSE ?6 END, expected_by = ?7,
                    version_id = CASE WHEN ?10 THEN (SELECT id FROM letter_version v
                        WHERE v.letter_id = sign_on.letter_id ORDER BY number DESC LIMIT 1) ELSE version_id END,
                    refused_at = CASE WHEN ?2 IN ('declined', 'withdrawn') THEN ?6 ELSE refused_at END,
                    confirmed_as = CASE WHEN ?2 = 'confirmed' THEN prints_as ELSE confirmed_as END,
                    chase_after = CASE WHEN status = ?2 THEN chase_after END,
                    last_contact = CASE WHEN ?8 THEN max(coalesce(last_contact, ?9), ?9) ELSE last_contact END,
                    asked_at = CASE WHEN ?8 THEN coalesce(asked_at, ?9) ELSE asked_at END
             WHERE id = ?1",
        )?
        .execute(params![
            id,
            change.status,
            change.authorized_by,
            change.via,
            change.reason,
            change.status.is_decided().then_some(&at),
            if change.status == Status::Considering { change.expected_by.as_ref() } else { None },
            change.status != Status::ToAsk,
            at,
            change.status.is_yes(),
            keeps_day,
            change.status == Status::Confirmed && since.is_some(),
            same_answer,
        ])?;
    let detail = format!(
        "{}: {} → {}",
        before.prints_as,
        before.status.word(),
        change.status.word()
    );
    let mut subject = before.subject(detail);
    subject.authorized_by = tx
        .conn
        .prepare_cached("SELECT authorized_by FROM sign_on WHERE id = ?1")?
        .query_row([id], |row| row.get(0))?;
    tx.event(subject);
    Ok(())
}

/// From when on something counts as a yes: after a no only what came since, also when it was asked once more; for a text that
/// asks for a new yes, what came since that text. None when whatever there is counts.
fn counts_since(tx: &Tx, id: SignOnId, before: Status) -> Result<Option<String>> {
    let (refused, asked_again): (Option<String>, Option<String>) = tx
        .conn
        .prepare_cached(&format!(
            "SELECT CASE WHEN status IN ('declined', 'withdrawn') THEN max(coalesce(refused_at, ''), coalesce(decided_at, ''))
                    WHEN status = 'confirmed' THEN NULL ELSE refused_at END,
                (SELECT max(created_at) FROM letter_version n WHERE n.letter_id = s.letter_id
                 AND n.reconfirm = 'opt-in' AND n.number > {})
             FROM sign_on s WHERE s.id = ?1",
            super::standing::SIGNED_NUMBER
        ))?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(refused.max(asked_again.filter(|_| before.is_yes())))
}

/// Whether there is something in writing, of after a moment where one is given.
fn has_writing(tx: &Tx, id: SignOnId, since: Option<&str>) -> Result<bool> {
    Ok(tx
        .conn
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM sign_on_evidence JOIN evidence ON id = evidence_id
                            WHERE sign_on_id = ?1 AND (via IS NULL OR via NOT IN ('phone', 'meeting'))
                              AND (?2 IS NULL OR at > ?2))",
        )?
        .query_row(params![id, since], |row| row.get(0))?)
}
