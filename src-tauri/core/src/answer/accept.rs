//! What is done when a person accepts an answer: the status, the message as evidence, what is learned of addresses; one action each.

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::params;
use serde::Deserialize;
use ts_rs::TS;

use super::{change, status_for};
use crate::coalition::Coalition;
use crate::import::Proposal;
use crate::signon::{self, FileRead, Status, code, insert_file};
use base::error::{Error, Result};
use base::messages::Message;
use base::time::day_in;
use reading::mail::{Failed, Mail};
use store::journal::{Change, Op, Tx};
use vocabulary::Via;
use vocabulary::ids::SignOnId;

/// How an answer is accepted.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "outreach/")]
pub struct Acceptance {
    /// For which sign-on.
    pub sign_on: SignOnId,
    /// As what a person takes it.
    pub proposal: Proposal,
    /// Of one who has not decided: by when an answer is expected; of one who is away: until when to leave them alone.
    #[serde(default)]
    #[ts(type = "string | null")]
    pub until: Option<NaiveDate>,
}

/// What was accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Accepted {
    /// The status that the sign-on has now, where it was changed.
    pub status: Option<Status>,
}

impl Coalition {
    /// Accepts a message as an answer: a yes or a no sets the status and rests on the message; a condition or a day to come makes it
    /// considering; a question, and what only a person can read, is noted. A delivery failure marks the addresses and brings the
    /// sign-on back to those to ask; an automatic reply leaves it alone until the day that is given.
    ///
    /// # Errors
    /// [`Error::NotFound`]; a rule: a yes that rests on an older text or is older than a no.
    pub fn accept_answer(
        &mut self,
        mail: &Mail,
        content: &[u8],
        acceptance: &Acceptance,
        now: DateTime<Utc>,
    ) -> Result<Change<Accepted>> {
        let sign_on = acceptance.sign_on;
        let (letter, _, name) = self.subject_of_sign_on(sign_on)?;
        let zone = self.get_letter(letter)?.zone;
        let before: Status = self
            .conn
            .prepare_cached("SELECT status FROM sign_on WHERE id = ?1")?
            .query_row([sign_on], |row| row.get(0))?;
        let status = status_for(acceptance.proposal, before);
        if acceptance.proposal == Proposal::Yes && mail.automatic.is_some() {
            return Err(Error::rule(Message::new("answer-automatic-no-yes")));
        }
        let op = Op::AcceptAnswer { name, status };
        let today = day_in(now, zone.as_deref());
        self.transact(op, now, |tx| {
            match (acceptance.proposal, status) {
                (Proposal::DeliveryFailure, _) => bounced(tx, sign_on, before, mail, today)?,
                (Proposal::Automatic, _) => leave_alone(tx, sign_on, mail, acceptance.until)?,
                (_, Some(status)) => answered(tx, sign_on, status, mail, content, acceptance.until)?,
                (_, None) => noted(tx, sign_on, &words(mail))?,
            }
            Ok(Accepted { status })
        })
    }

    /// Learns from the copy of a message of the coordinator's own that it was sent about a sign-on, so that what answers it is known.
    ///
    /// # Errors
    /// [`Error::NotFound`]; a rule when it has no id.
    pub fn learn_sent(&mut self, mail: &Mail, sign_on: SignOnId, now: DateTime<Utc>) -> Result<Change<()>> {
        let (_, _, name) = self.subject_of_sign_on(sign_on)?;
        let Some(id) = mail.message_id.clone() else {
            return Err(Error::rule(Message::new("answer-no-id")));
        };
        self.transact(Op::LearnSent { name }, now, |tx| {
            code::learn_sent(tx, &id, sign_on)
        })
    }
}

/// Sets the status by a message, which it rests on where the status needs that.
fn answered(
    tx: &mut Tx,
    sign_on: SignOnId,
    status: Status,
    mail: &Mail,
    content: &[u8],
    until: Option<NaiveDate>,
) -> Result<()> {
    let evidence = if status.is_decided() {
        let name = if mail.start == 0 && mail.end == 0 {
            "message.txt"
        } else {
            "message.eml"
        };
        let file = FileRead::new(name, content, tx.now);
        Some(insert_file(tx, Some(Via::Email), &file, content)?)
    } else {
        noted(tx, sign_on, &words(mail))?;
        None
    };
    signon::set_status(tx, sign_on, &change(status, mail, until), evidence)
}

/// Keeps what was said as a note: it is nothing that a yes could rest on.
fn noted(tx: &mut Tx, sign_on: SignOnId, words: &str) -> Result<()> {
    signon::log_outreach_note(tx, sign_on, Some(Via::Email), words)
}

/// Who wrote, and their own words.
fn words(mail: &Mail) -> String {
    let from = mail.from.name.as_deref().unwrap_or(&mail.from.email);
    let words = if mail.own_words.is_empty() {
        &mail.text
    } else {
        &mail.own_words
    };
    let words: String = words.chars().take(4_000).collect();
    if from.is_empty() {
        words
    } else {
        format!("{from}: {words}")
    }
}

/// Marks the addresses that are dead, with the day, and brings the sign-on back to those to ask. What is tried again is passed by.
fn bounced(tx: &mut Tx, sign_on: SignOnId, before: Status, mail: &Mail, today: NaiveDate) -> Result<()> {
    let dead: Vec<&Failed> = mail.failed.iter().filter(|failed| failed.for_good).collect();
    for failed in &dead {
        tx.conn.execute(
            "UPDATE contact_point SET dead_on = coalesce(dead_on, ?2)
             WHERE name_start(value) = name_start(?1) AND kind = 'email' AND value = ?1 COLLATE NOCASE",
            params![failed.email, today.to_string()],
        )?;
    }
    let Some(first) = dead.first() else {
        return Ok(());
    };
    noted(tx, sign_on, &format!("✗ {} {}", first.email, first.status))?;
    if before == Status::Asked {
        tx.conn.execute(
            "UPDATE sign_on SET last_contact = NULL, asked_at = NULL WHERE id = ?1",
            [sign_on],
        )?;
        signon::set_status(tx, sign_on, &crate::signon::StatusChange::to(Status::ToAsk), None)?;
    }
    Ok(())
}

fn leave_alone(tx: &mut Tx, sign_on: SignOnId, mail: &Mail, until: Option<NaiveDate>) -> Result<()> {
    if let Some(until) = until {
        tx.conn.execute(
            "UPDATE sign_on SET chase_after = ?2 WHERE id = ?1",
            params![sign_on, until.to_string()],
        )?;
    }
    noted(tx, sign_on, &words(mail))
}
