//! Where a sign-on stands: the seven statuses, which may follow which, and what each needs.
//!
//! The whole machine is [`Status::transition`] and [`set`]; nothing else changes a status.

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Before, get};
use crate::consent::{Since, Stamp};
use base::error::{Error, Result};
use base::messages::Message;
use base::text::{check_length, check_text, one_line};
use store::journal::Tx;
use vocabulary::ids::{EvidenceId, SignOnId};
pub use vocabulary::{Needs, Status, Transition, Via};

/// A new status with what it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "ledger/")]
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
        let checked = Self {
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
        };
        check_length(
            "authorizedBy",
            checked.authorized_by.as_deref().unwrap_or_default(),
        )?;
        super::evidence::check_evidence("evidence", checked.evidence.as_deref().unwrap_or_default())?;
        check_text("reason", checked.reason.as_deref().unwrap_or_default())?;
        Ok(checked)
    }
}

/// A text without blanks around it; None when nothing is left.
pub(super) fn given(text: Option<&str>) -> Option<String> {
    text.map(str::trim)
        .filter(|text| !text.is_empty())
        .map(str::to_owned)
}

/// A moment as it is stored, or a day (`2020-12-15`), from ISO 8601. Which moment a day is depends on the letter: see
/// [`crate::consent::Stamp`].
pub(super) fn moment(field: &'static str, text: Option<&str>) -> Result<Option<String>> {
    let Some(text) = given(text) else { return Ok(None) };
    if let Ok(day) = text.parse::<NaiveDate>() {
        return Ok(Some(day.to_string()));
    }
    let at = DateTime::parse_from_rfc3339(&text).map_err(|_| unreadable(field, text))?;
    Ok(Some(base::time::store(at.with_timezone(&Utc))))
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
    let transition = change.status.transition(before.status);
    if transition == Transition::Refused {
        let message = Message::new("error-withdrawn-without-yes").text("name", &before.prints_as);
        return Err(Error::field("status", message));
    }
    if let Some(evidence) = evidence {
        super::evidence::attach(tx, id, evidence)?;
    }
    let since = Since::read(tx.conn, id, before.status)?;
    let stamp = Stamp::new(change.at.as_deref(), since.zone(), tx.now, tx.place_in_history()?)?;
    let new_yes = change.status == Status::Confirmed && since.needs_new(before.status);
    if change.status == Status::Confirmed {
        confirm(tx, &before, change, evidence.is_some(), &since, &stamp)?;
    }
    let at = &stamp.at;
    // Who confirms again keeps the day of the first yes, unless that very day is corrected.
    let again = transition == Transition::Again && change.status == Status::Confirmed;
    // Who said yes, and how, still holds when it comes in writing; another answer is somebody's anew.
    let same_answer = transition == Transition::Again || before.status.is_yes() && change.status.is_yes();
    // So is the reason that a yes counts without writing: it was given for one answer, and for the text of then.
    let other_reason = !same_answer || change.status.is_yes() && since.needs_new(before.status);
    let keeps_day = again && (change.at.is_none() || new_yes);
    let is_no = |status: Status| matches!(status, Status::Declined | Status::Withdrawn);
    let refuses = is_no(change.status);
    // A no that is set right is another; one that comes to light after another takes nothing from that.
    let refused = match since.last_no() {
        Some(last) if !is_no(before.status) => stamp.clone().latest(last.clone(), since.zone()),
        _ => stamp.clone(),
    };
    tx.conn
        .prepare_cached(
            "UPDATE sign_on SET status = ?2,
                    authorized_by = coalesce(?3, CASE WHEN ?13 THEN authorized_by ELSE '' END),
                    via = coalesce(?4, CASE WHEN ?13 THEN via END),
                    reason = CASE WHEN ?12 THEN coalesce(?5, '') ELSE coalesce(?5, reason) END,
                    decided_at = CASE WHEN ?11 THEN coalesce(decided_at, ?6) ELSE ?6 END, expected_by = ?7,
                    version_id = CASE WHEN ?10 THEN (SELECT id FROM letter_version v
                        WHERE v.letter_id = sign_on.letter_id ORDER BY number DESC LIMIT 1) ELSE version_id END,
                    refused_at = CASE WHEN ?14 THEN ?17 ELSE refused_at END,
                    refused_dated = CASE WHEN ?14 THEN ?15 ELSE refused_dated END,
                    refused_entered = CASE WHEN ?14 THEN ?16 ELSE refused_entered END,
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
            change.status.is_decided().then_some(at),
            if change.status == Status::Considering { change.expected_by.as_ref() } else { None },
            change.status != Status::ToAsk,
            at,
            change.status.is_yes(),
            keeps_day,
            other_reason,
            same_answer,
            refuses,
            refused.dated.word(),
            refused.entered,
            refused.at,
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

/// Refuses a yes that rests on nothing in writing and no reason, or on what is older than the last no or than a text that asks
/// for a new yes. What came in writing and is not filed is kept as a piece of evidence without a text, so that every confirmed
/// sign-on names what it rests on.
fn confirm(
    tx: &mut Tx,
    before: &Before,
    change: &StatusChange,
    filed: bool,
    since: &Since,
    stamp: &Stamp,
) -> Result<()> {
    // A text given with a call or a meeting is a note of what was said, not something in writing.
    let spoken = change.via.is_some_and(|via| !via.is_written());
    let needs_new = since.needs_new(before.status);
    let reason = change.reason.is_some() || !needs_new && before.status.is_yes() && !before.reason.is_empty();
    // What was written before a yes was only said is not that yes; who only says it now has written nothing since.
    let reason_or_writing = match before.status {
        _ if reason => true,
        Status::Confirmed => since.has_writing(tx.conn, before.id, None)?,
        _ if !spoken => since.has_writing(tx.conn, before.id, None)?,
        Status::SaidYes => since.has_writing(tx.conn, before.id, before.decided_at.as_deref())?,
        _ => false,
    };
    if reason_or_writing {
        return Ok(());
    }
    // Something in writing that is not filed: an email that somebody else has, a paper in a drawer.
    if !spoken && !filed && change.via.is_some() && since.counts(stamp) {
        let evidence = super::evidence::insert(tx, change.via, "", stamp)?;
        return super::evidence::attach(tx, before.id, evidence);
    }
    let id = if needs_new {
        "error-confirmed-needs-new-writing"
    } else {
        "error-confirmed-needs-writing"
    };
    Err(Error::field(
        "evidence",
        Message::new(id).text("name", &before.prints_as),
    ))
}
