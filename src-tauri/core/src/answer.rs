//! Answers that come in: whose each is, what it seems to say, and what is done when a person accepts it.
//!
//! All that tells whose an answer is tells nothing of whether it is a yes: that the writer's own words say, and a person accepts
//! it, each one by itself. What no person wrote is no answer: a delivery failure marks an address, an automatic reply says when to
//! chase again.

mod accept;
mod whose;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::coalition::Coalition;
use crate::consent::{Dated, Incoming, Since, Stamp, Standing, Verdict, judge};
use crate::import::{Proposal, about_seal};
use crate::signon::{Status, StatusChange, authority};
use base::error::{Error, Result};
use base::messages::Message;
use base::time::day_in;
use reading::answer::back_on;
use reading::mail::{self, Failed, Mail};
use vocabulary::Via;
use vocabulary::ids::{LetterId, OrganizationId, SignOnId};

pub use accept::{Acceptance, Accepted};

/// The most answers that are taken at once.
pub const MOST_ANSWERS: usize = 2_000;

/// How it is known whose an answer is, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export, export_to = "outreach/")]
pub enum KnownBy {
    /// The code of the ask, in the subject or the writer's own words.
    Code,
    /// The code in what is quoted, and the sender is of that organization.
    QuotedCode,
    /// It answers a message of ours.
    Thread,
    /// The sender's address.
    Address,
    /// The organization is named under it, or is the sender's name.
    Signature,
    /// The code in what is quoted, and the sender is not known there.
    ForeignCode,
    /// The sender's domain is that of the organization.
    Domain,
    /// The sender's name.
    Name,
    /// What it resembles.
    Likeness,
}

impl KnownBy {
    /// Whether it is taken without asking whose the answer is.
    pub fn is_sure(self) -> bool {
        self <= Self::Signature
    }
}

/// A sign-on that an answer may be to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "outreach/")]
pub struct Guess {
    /// The sign-on.
    pub sign_on: SignOnId,
    /// Its letter.
    pub letter_id: LetterId,
    /// The letter's title.
    pub letter: String,
    /// The name that prints.
    pub name: String,
    /// Where the sign-on stands.
    pub status: Status,
    /// Why it is thought of.
    pub by: KnownBy,
}

/// An answer as it is understood.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The message.
    pub mail: Mail,
    /// The sign-ons that it may be to, the likeliest first; at most three.
    pub guesses: Vec<Guess>,
    /// Whether the first of them is known, and not guessed.
    pub known: bool,
    /// What it seems to say.
    pub proposal: Proposal,
    /// Of an automatic reply: the day until which somebody is away.
    pub away_until: Option<NaiveDate>,
    /// What to know before it is accepted for the first guess.
    pub warnings: Vec<Message>,
    /// Codes in it that have a wrong character.
    pub damaged: Vec<String>,
    /// Whether it is a message of the coordinator's own, from which its id is learned.
    pub is_own: bool,
}

impl Answer {
    /// The addresses that it says are dead.
    pub fn dead(&self) -> Vec<&Failed> {
        self.mail.failed.iter().filter(|failed| failed.for_good).collect()
    }

    /// What accepting it for a sign-on that stands so makes of that; none where it is no answer.
    pub fn status_for(&self, before: Status) -> Option<Status> {
        status_for(self.proposal, before)
    }
}

/// What a proposal makes of a sign-on: a yes that is taken back is withdrawn.
pub fn status_for(proposal: Proposal, before: Status) -> Option<Status> {
    match proposal.status() {
        Some(Status::Declined) if before.is_yes() => Some(Status::Withdrawn),
        Some(Status::Considering) if before.is_decided() => None,
        other => other,
    }
}

/// The messages of a file, with the bytes that each stands in: a message, a mailbox, or what Outlook saved.
///
/// # Errors
/// A rule: there is no message in it, or it is beyond the limits.
pub fn read_file(bytes: &[u8]) -> Result<Vec<(Mail, Vec<u8>)>> {
    if let Ok((mails, message)) = mail::read_outlook(bytes) {
        // What is kept is what Outlook saved.
        return Ok(mails.into_iter().map(|mail| (mail, message.clone())).collect());
    }
    let (mails, _) = mail::read(bytes)?;
    if mails.len() > MOST_ANSWERS {
        let message = Message::new("answer-too-many").number("most", MOST_ANSWERS);
        return Err(Error::rule(message));
    }
    Ok(mails
        .into_iter()
        .map(|mail| {
            let content = bytes.get(mail.start..mail.end).unwrap_or_default().to_vec();
            (mail, content)
        })
        .collect())
}

/// A text that was pasted, as a message: one with headers is read as a file, any other as it was copied.
pub fn read_text(text: &str) -> Vec<(Mail, Vec<u8>)> {
    let has_headers = text.trim_start().lines().take(40).any(|line| {
        let line = line.to_ascii_lowercase();
        line.starts_with("message-id:") || line.starts_with("received:") || line.starts_with("mime-version:")
    });
    if has_headers && let Ok(read) = read_file(text.as_bytes()) {
        return read;
    }
    let mail = mail::read_copied(text);
    if mail.text.trim().is_empty() {
        return Vec::new();
    }
    vec![(mail, text.as_bytes().to_vec())]
}

impl Coalition {
    /// Whose a message is and what it seems to say. `own` are the coordinator's addresses. Nothing is written.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn understand(&self, mail: &Mail, own: &[&str], now: DateTime<Utc>) -> Result<Answer> {
        let proposal = Proposal::of(mail);
        let is_own = own
            .iter()
            .any(|email| !email.is_empty() && email.eq_ignore_ascii_case(&mail.from.email));
        let (guesses, damaged) = whose::guesses(self, mail)?;
        let known = guesses.first().is_some_and(|guess| guess.by.is_sure())
            && guesses.get(1).is_none_or(|second| !second.by.is_sure());
        let sent = mail.sent.unwrap_or(now);
        let away_until = (proposal == Proposal::Automatic)
            .then(|| back_on(&mail.own_words, day_in(sent, None)))
            .flatten();
        let mut answer = Answer {
            mail: mail.clone(),
            known,
            proposal,
            away_until,
            warnings: Vec::from_iter(mail.seal.map(about_seal)),
            damaged,
            is_own,
            guesses,
        };
        if let Some(guess) = answer.guesses.first() {
            let warnings = self.warn_of(&answer, guess, now)?;
            answer.warnings.extend(warnings);
        }
        Ok(answer)
    }

    /// What somebody should know before they accept an answer for a sign-on: a no that it would turn over, a yes that it takes back,
    /// and who may not be the one to sign.
    fn warn_of(&self, answer: &Answer, guess: &Guess, now: DateTime<Utc>) -> Result<Vec<Message>> {
        let mut warnings = Vec::new();
        if guess.by == KnownBy::ForeignCode {
            warnings.push(Message::new("answer-foreign-code").text("name", &guess.name));
        }
        let Some(status) = answer.status_for(guess.status) else {
            return Ok(warnings);
        };
        let since = Since::read(&self.conn, guess.sign_on, guess.status)?;
        let sent = answer.mail.sent.map(base::time::store);
        let stamp = Stamp::new(sent.as_deref(), since.zone(), now, i64::MAX)?;
        let is_newer =
            stamp.dated != Dated::Entry && since.last_no().is_none_or(|no| stamp.is_after(no, since.zone()));
        let was = Standing {
            name: &guess.name,
            status: guess.status,
            refused_on: since.last_no().map(|no| no.day(since.zone())),
        };
        let comes = Incoming {
            status,
            prints_as: None,
            is_newer,
            is_of_older_text: is_newer && !since.counts(&stamp),
        };
        if let Verdict::Ask(question) = judge(&was, &comes) {
            warnings.push(question);
        }
        let organization: Option<OrganizationId> = self
            .conn
            .prepare_cached("SELECT organization_id FROM sign_on WHERE id = ?1")?
            .query_row([guess.sign_on], |row| row.get(0))?;
        if let (true, Some(organization)) = (status.is_yes(), organization) {
            let expected = authority::ExpectedYes {
                organization,
                signer: answer.mail.from.name.as_deref().unwrap_or(""),
                via: Via::Email,
                sender: &answer.mail.from.email,
            };
            warnings.extend(authority::expected(&self.conn, Some(guess.letter_id), &expected)?);
        }
        Ok(warnings)
    }
}

/// The change of status that accepting makes. Its day is that of the message, however much later it is accepted: an old yes takes
/// back no later no.
fn change(status: Status, mail: &Mail, expected_by: Option<NaiveDate>) -> StatusChange {
    StatusChange {
        authorized_by: mail
            .from
            .name
            .clone()
            .or_else(|| Some(mail.from.email.clone()))
            .filter(|name| !name.is_empty()),
        via: Some(Via::Email),
        at: mail.sent.map(base::time::store),
        expected_by: expected_by.map(|day| day.to_string()),
        ..StatusChange::to(status)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_condition_changes_no_decision_and_a_no_after_a_yes_withdraws_it() {
        for (proposal, before, after) in [
            (Proposal::YesBut, Status::Asked, Some(Status::Considering)),
            (Proposal::YesBut, Status::Confirmed, None),
            (Proposal::YesBut, Status::Declined, None),
            (Proposal::NotYet, Status::Withdrawn, None),
            (Proposal::No, Status::Asked, Some(Status::Declined)),
            (Proposal::No, Status::Confirmed, Some(Status::Withdrawn)),
            (Proposal::No, Status::SaidYes, Some(Status::Withdrawn)),
            (Proposal::Yes, Status::Asked, Some(Status::Confirmed)),
            (Proposal::Question, Status::Asked, None),
            (Proposal::Automatic, Status::Asked, None),
            (Proposal::DeliveryFailure, Status::Confirmed, None),
        ] {
            assert_eq!(
                status_for(proposal, before),
                after,
                "{proposal:?} after {before:?}"
            );
        }
    }
}
