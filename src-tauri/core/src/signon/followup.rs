//! Whom to chase today, across letters, and why: one line a sign-on, for the reason that presses most.
//!
//! [`Facts::reason`] decides by the days alone; the rest of this file reads what it needs. Who was written to lately waits until
//! the letter's least gap has passed, and who was put off is left alone until that day.

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Status;
use super::standing::{SignOnStanding, Texts};
use crate::coalition::Coalition;
use crate::letter::{Letter, Stage};
use base::error::Result;
use base::messages::Message;
use base::time::{self, day_in};
use blocks::BlockOptions;
use vocabulary::ids::{LetterId, OrganizationId, PersonId, SignOnId};
use vocabulary::string_enum;

string_enum! {
    /// Why somebody is to be chased.
    FollowupKind {
        /// Asked, and no answer for as many days as the letter says.
        NoAnswer = "no-answer",
        /// The day by which they wanted to answer has passed.
        BoardDate = "board-date",
        /// They said yes, but not in writing.
        Unwritten = "unwritten",
        /// A deadline is near, or has passed while the letter is still open.
        Deadline = "deadline",
        /// The text changed, and they must say yes again.
        Reconfirm = "reconfirm",
        /// They were not asked yet.
        ToAsk = "to-ask",
    }
}

/// Whom to write to or call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export, export_to = "ledger/")]
pub struct FollowupPerson {
    /// The person.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// The email to write to.
    pub email: Option<String>,
    /// The phone to call.
    pub phone: Option<String>,
}

/// Somebody to chase.
#[derive(Debug, Clone, PartialEq)]
pub struct Followup {
    /// The sign-on.
    pub sign_on: SignOnId,
    /// The letter.
    pub letter: LetterId,
    /// Its title.
    pub title: String,
    /// The name that would print.
    pub name: String,
    /// Where the sign-on stands.
    pub status: Status,
    /// Whom to write to.
    pub person: Option<FollowupPerson>,
    /// Why.
    pub kind: FollowupKind,
    /// Why, as a sentence.
    pub why: Message,
    /// Sort key, 0 to 1000, descending.
    pub urgency: u32,
    /// Since when, or by when.
    pub due: Option<NaiveDate>,
    /// When there was last contact, ISO 8601 in UTC.
    pub last_contact: Option<String>,
    /// How often they were asked, reminded or called.
    pub contacts: u32,
    /// Until which day it is too soon to write again.
    pub waiting: Option<NaiveDate>,
}

/// So many days before a deadline everybody without an answer is chased.
const NEAR_DAYS: i64 = 2;

/// What the reason rests on.
#[derive(Debug, Clone, Copy)]
struct Facts {
    status: Status,
    standing: SignOnStanding,
    standing_by: Option<NaiveDate>,
    today: NaiveDate,
    /// Whether answers are still taken: the letter circulates, and its hard deadline has not passed.
    open: bool,
    soft: Option<NaiveDate>,
    hard: Option<NaiveDate>,
    /// The day of the last contact, or when it was first asked.
    heard: Option<NaiveDate>,
    expected: Option<NaiveDate>,
    chase_days: i64,
    /// The days that a decision takes there.
    lead_days: Option<i64>,
}

/// A reason to chase.
struct Reason {
    kind: FollowupKind,
    why: Message,
    due: Option<NaiveDate>,
    urgency: u32,
}

impl Facts {
    fn reason(&self) -> Option<Reason> {
        if self.status.is_yes() {
            match self.standing {
                SignOnStanding::MustReconfirm => return Some(self.reconfirm()),
                SignOnStanding::Lapsed if self.open => return Some(self.reconfirm()),
                _ => {}
            }
        }
        match self.status {
            Status::SaidYes => Some(self.unwritten()),
            Status::ToAsk if self.open => Some(self.still_to_ask()),
            Status::Considering if self.open && self.expected.is_some() => self.considering(),
            Status::Asked | Status::Considering if self.open => self.near().or_else(|| self.no_answer()),
            _ => None,
        }
    }

    /// The days from then until today; negative for what is to come.
    fn since(&self, day: NaiveDate) -> i64 {
        (self.today - day).num_days()
    }

    fn reconfirm(&self) -> Reason {
        let (id, days) = match self.standing_by {
            Some(by) if by < self.today => ("followup-reconfirm-lapsed", self.since(by)),
            Some(by) => ("followup-reconfirm-by", -self.since(by)),
            None => ("followup-reconfirm", 0),
        };
        reason(
            FollowupKind::Reconfirm,
            Message::new(id).number("days", days.unsigned_abs() as usize),
            self.standing_by,
            500 + nearness(self.standing_by.map_or(0, |by| self.since(by))),
        )
    }

    fn unwritten(&self) -> Reason {
        let days = self.heard.map_or(0, |day| self.since(day).max(0));
        // A yes that is only to be written down is the surest name to win before a letter closes.
        let closing = self.open && self.hard.is_some_and(|day| -self.since(day) <= NEAR_DAYS);
        reason(
            FollowupKind::Unwritten,
            Message::new("followup-unwritten").number("days", days as usize),
            self.heard,
            if closing { 700 } else { 300 } + nearness(days),
        )
    }

    fn still_to_ask(&self) -> Reason {
        let by = [self.soft, self.hard].into_iter().flatten().min();
        let start = by.and_then(|by| by.checked_sub_days(chrono::Days::new(self.lead_days?.unsigned_abs())));
        match start {
            Some(start) if start <= self.today => reason(
                FollowupKind::ToAsk,
                Message::new("followup-to-ask-slow")
                    .number("days", self.lead_days.unwrap_or(0).unsigned_abs() as usize),
                Some(start),
                450 + nearness(self.since(start)),
            ),
            _ => reason(
                FollowupKind::ToAsk,
                Message::new("followup-to-ask"),
                start.or(by),
                100 + by.map_or(0, |by| nearness(NEAR_DAYS + self.since(by))),
            ),
        }
    }

    /// They named a day: before it they are chased only when it comes too late.
    fn considering(&self) -> Option<Reason> {
        let expected = self.expected?;
        if expected < self.today {
            let days = self.since(expected);
            return Some(reason(
                FollowupKind::BoardDate,
                Message::new("followup-board-date").number("days", days as usize),
                Some(expected),
                400 + nearness(days),
            ));
        }
        self.hard
            .filter(|hard| expected > *hard)
            .and_then(|_| self.near())
    }

    /// A deadline within two days, or one that has passed while the letter is open.
    fn near(&self) -> Option<Reason> {
        let is_near = |day: &NaiveDate| -self.since(*day) <= NEAR_DAYS;
        let (day, hard) = match (self.hard.filter(is_near), self.soft.filter(is_near)) {
            (Some(hard), _) => (hard, true),
            (None, soft) => (soft?, false),
        };
        let days = -self.since(day);
        let id = match (hard, days < 0) {
            (true, _) => "followup-deadline-hard",
            (false, false) => "followup-deadline-soft",
            (false, true) => "followup-deadline-soft-passed",
        };
        Some(reason(
            FollowupKind::Deadline,
            Message::new(id).number("days", days.unsigned_abs() as usize),
            Some(day),
            600 + if hard { 50 } else { 0 } + nearness(NEAR_DAYS - days),
        ))
    }

    fn no_answer(&self) -> Option<Reason> {
        let days = self.since(self.heard?);
        (days >= self.chase_days).then(|| {
            reason(
                FollowupKind::NoAnswer,
                Message::new("followup-no-answer").number("days", days.max(0) as usize),
                self.heard
                    .and_then(|day| day.checked_add_days(chrono::Days::new(self.chase_days.unsigned_abs()))),
                200 + nearness(days - self.chase_days),
            )
        })
    }
}

fn reason(kind: FollowupKind, why: Message, due: Option<NaiveDate>, urgency: u32) -> Reason {
    Reason {
        kind,
        why,
        due,
        urgency,
    }
}

/// How much some days weigh within one kind of reason.
fn nearness(days: i64) -> u32 {
    u32::try_from(days.clamp(0, 40)).unwrap_or(0)
}

impl Coalition {
    /// Whom to chase, of one letter or of all that are open: first those who can be written to now, the most urgent first.
    /// Those who were written to within the letter's least gap come last, with the day until which they wait.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] when there is no such letter.
    pub fn list_followups(&self, letter: Option<LetterId>, now: DateTime<Utc>) -> Result<Vec<Followup>> {
        let letters = match letter {
            Some(id) => vec![self.get_letter(id)?],
            None => self.open_letters()?,
        };
        let mut found = Vec::new();
        for letter in &letters {
            let language = self.get_block_options(letter.id).unwrap_or_default();
            of_letter(&self.conn, letter, &language, now, &mut found)?;
        }
        found.sort_by(|a, b| {
            let first = |one: &Followup| (one.waiting.is_some(), std::cmp::Reverse(one.urgency));
            first(a)
                .cmp(&first(b))
                .then_with(|| a.due.cmp(&b.due))
                .then_with(|| a.name.cmp(&b.name))
        });
        Ok(found)
    }

    fn open_letters(&self) -> Result<Vec<Letter>> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT id FROM letter WHERE stage IN ('circulating', 'closed')")?;
        let ids: Vec<LetterId> = statement
            .query_map([], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        ids.into_iter().map(|id| self.get_letter(id)).collect()
    }
}

/// Somebody at an organization to write to: the one it names for that, who may sign, who speaks the letter's language. Nobody
/// who left or wants to hear nothing.
pub(crate) fn contact_of(
    conn: &Connection,
    organization: OrganizationId,
    language: &str,
) -> Result<Option<FollowupPerson>> {
    let primary = language.split(['-', '_']).next().unwrap_or_default();
    let found = conn
        .prepare_cached(
            "SELECT p.id FROM affiliation a JOIN person p ON p.id = a.person_id
             WHERE a.organization_id = ?1 AND a.until IS NULL AND NOT p.do_not_contact
             ORDER BY a.is_primary DESC, a.may_sign DESC, p.languages LIKE ?2 || '%' DESC,
                      ' ' || p.languages LIKE '% ' || ?2 || '%' DESC, a.entered, a.id LIMIT 1",
        )?
        .query_row(params![organization, primary], |row| row.get(0))
        .optional()?;
    match found {
        Some(id) => reachable(conn, id),
        None => Ok(None),
    }
}

/// How to reach a person.
pub(crate) fn reachable(conn: &Connection, id: PersonId) -> Result<Option<FollowupPerson>> {
    Ok(conn
        .prepare_cached(
            "SELECT id, name,
                    (SELECT value FROM contact_point c WHERE c.person_id = p.id AND kind = 'email' AND dead_on IS NULL
                     ORDER BY preferred DESC, entered, id LIMIT 1),
                    (SELECT value FROM contact_point c WHERE c.person_id = p.id AND kind = 'phone'
                     ORDER BY preferred DESC, entered, id LIMIT 1)
             FROM person p WHERE id = ?1 AND NOT do_not_contact",
        )?
        .query_row([id], |row| {
            Ok(FollowupPerson {
                id: row.get(0)?,
                name: row.get(1)?,
                email: row.get(2)?,
                phone: row.get(3)?,
            })
        })
        .optional()?)
}

/// A row as it is read.
struct Row {
    id: SignOnId,
    name: String,
    status: Status,
    organization: Option<OrganizationId>,
    person: Option<PersonId>,
    asked_at: Option<String>,
    last_contact: Option<String>,
    expected_by: Option<String>,
    version: Option<u32>,
    lead_days: Option<i64>,
    contacts: u32,
}

fn of_letter(
    conn: &Connection,
    letter: &Letter,
    options: &BlockOptions,
    now: DateTime<Utc>,
    found: &mut Vec<Followup>,
) -> Result<()> {
    if !matches!(letter.stage, Stage::Circulating | Stage::Closed) {
        return Ok(());
    }
    let zone = letter.zone.as_deref();
    let today = day_in(now, zone);
    let texts = Texts::read(conn, letter.id, today)?;
    let day = |deadline: &Option<time::Deadline>| -> Option<NaiveDate> {
        deadline.as_ref()?.local.get(..10)?.parse().ok()
    };
    let closed = letter
        .hard_deadline
        .as_ref()
        .is_some_and(|deadline| deadline.instant < time::store(now));
    let mut statement = conn.prepare_cached(
        "SELECT s.id, s.prints_as, s.status, s.organization_id, s.person_id, s.asked_at, s.last_contact, s.expected_by,
                (SELECT number FROM letter_version v WHERE v.id = s.version_id), o.lead_days,
                (SELECT count(*) FROM outreach r WHERE r.sign_on_id = s.id AND r.kind IN ('ask', 'reminder', 'call'))
         FROM sign_on s LEFT JOIN organization o ON o.id = s.organization_id
         WHERE s.letter_id = ?1 AND s.status IN ('to-ask', 'asked', 'considering', 'said-yes', 'confirmed')
           AND (s.chase_after IS NULL OR s.chase_after <= ?2)",
    )?;
    let rows = statement.query_map(params![letter.id, today.to_string()], |row| {
        Ok(Row {
            id: row.get(0)?,
            name: row.get(1)?,
            status: row.get(2)?,
            organization: row.get(3)?,
            person: row.get(4)?,
            asked_at: row.get(5)?,
            last_contact: row.get(6)?,
            expected_by: row.get(7)?,
            version: row.get(8)?,
            lead_days: row.get(9)?,
            contacts: row.get(10)?,
        })
    })?;
    for row in rows {
        let row = row?;
        let (standing, standing_by) = texts.standing(row.version);
        let heard = match row.last_contact.as_ref().or(row.asked_at.as_ref()) {
            Some(at) => Some(day_in(time::read(at)?, zone)),
            None => None,
        };
        let facts = Facts {
            status: row.status,
            standing,
            standing_by,
            today,
            open: letter.stage == Stage::Circulating && !closed,
            soft: day(&letter.soft_deadline),
            hard: day(&letter.hard_deadline),
            heard,
            expected: row.expected_by.as_ref().and_then(|day| day.parse().ok()),
            chase_days: i64::from(letter.chase_days),
            lead_days: row.lead_days,
        };
        let Some(reason) = facts.reason() else { continue };
        let waiting = heard
            .and_then(|day| day.checked_add_days(chrono::Days::new(u64::from(letter.gap_days))))
            .filter(|until| *until > today);
        let person = match (row.person, row.organization) {
            (Some(person), _) => reachable(conn, person)?,
            (None, Some(organization)) => contact_of(conn, organization, &options.language)?,
            (None, None) => None,
        };
        found.push(Followup {
            sign_on: row.id,
            letter: letter.id,
            title: letter.title.clone(),
            name: row.name,
            status: row.status,
            person,
            kind: reason.kind,
            why: reason.why,
            urgency: reason.urgency,
            due: reason.due,
            contacts: row.contacts.max(u32::from(row.asked_at.is_some())),
            last_contact: row.last_contact,
            waiting,
        });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn day(text: &str) -> NaiveDate {
        format!("2020-12-{text}").parse().unwrap()
    }

    /// Asked on the 5th, seen on the 10th, answers due on the 18th and the 20th.
    fn facts(status: Status) -> Facts {
        Facts {
            status,
            standing: SignOnStanding::Stands,
            standing_by: None,
            today: day("10"),
            open: true,
            soft: Some(day("18")),
            hard: Some(day("20")),
            heard: Some(day("05")),
            expected: None,
            chase_days: 4,
            lead_days: None,
        }
    }

    fn kind(facts: Facts) -> Option<FollowupKind> {
        facts.reason().map(|reason| reason.kind)
    }

    #[test]
    fn each_reason_is_found_on_its_day_and_not_before() {
        let asked = facts(Status::Asked);
        assert_eq!(kind(asked), Some(FollowupKind::NoAnswer));
        assert_eq!(
            kind(Facts {
                heard: Some(day("07")),
                ..asked
            }),
            None
        );
        assert_eq!(
            kind(Facts {
                today: day("16"),
                ..asked
            }),
            Some(FollowupKind::Deadline),
            "two days before the soft deadline"
        );
        let considering = Facts {
            expected: Some(day("15")),
            ..facts(Status::Considering)
        };
        assert_eq!(
            kind(Facts {
                today: day("15"),
                ..considering
            }),
            None
        );
        assert_eq!(
            kind(Facts {
                today: day("16"),
                ..considering
            }),
            Some(FollowupKind::BoardDate)
        );
        assert_eq!(
            kind(Facts {
                today: day("19"),
                expected: Some(day("22")),
                ..considering
            }),
            Some(FollowupKind::Deadline),
            "the board meets after the letter closes"
        );
        assert_eq!(kind(facts(Status::SaidYes)), Some(FollowupKind::Unwritten));
        assert_eq!(kind(facts(Status::Confirmed)), None);
        let again = Facts {
            standing: SignOnStanding::MustReconfirm,
            standing_by: Some(day("12")),
            ..facts(Status::Confirmed)
        };
        assert_eq!(kind(again), Some(FollowupKind::Reconfirm));
        for done in [Status::Declined, Status::Withdrawn] {
            assert_eq!(kind(facts(done)), None, "{done}");
        }
    }

    #[test]
    fn after_the_deadline_only_a_yes_is_chased() {
        for status in Status::ALL.iter().copied() {
            let late = Facts {
                open: false,
                today: day("25"),
                ..facts(status)
            };
            assert_eq!(kind(late).is_some(), status == Status::SaidYes, "{status}");
        }
    }

    #[test]
    fn who_takes_long_to_decide_is_asked_first_of_those_still_to_ask() {
        let slow = Facts {
            lead_days: Some(10),
            ..facts(Status::ToAsk)
        };
        let quick = facts(Status::ToAsk);
        let urgency = |facts: Facts| facts.reason().unwrap().urgency;
        assert!(urgency(slow) > urgency(facts(Status::Asked)));
        assert!(urgency(quick) < urgency(facts(Status::Asked)));
    }
}
