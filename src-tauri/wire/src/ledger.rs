//! The ledger as the window gets it: follow-ups, whom to ask, the history and the check, with their sentences.

use serde::Serialize;
use ts_rs::TS;

use base::messages::{Language, Message};
use base::time;
use store::journal::{Action, Op};
use undersigned_core::check::{Finding, Fix, Kind, Settled, Severity};
use undersigned_core::edition::Accepted;
use undersigned_core::history::{Event, HistoryQuery};
use undersigned_core::letter::LetterRef;
use undersigned_core::organization::OrganizationRef;
use undersigned_core::person::PersonRef;
use undersigned_core::signon::{AskPlan, AskRow, Followup, FollowupKind, FollowupPerson, Status};
use vocabulary::ids::{LetterId, OrganizationId, SignOnId};

/// Somebody to chase.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "ledger/", rename = "Followup")]
pub struct FollowupView {
    /// The sign-on.
    pub sign_on_id: SignOnId,
    /// The letter.
    pub letter_id: LetterId,
    /// Its title.
    pub letter: String,
    /// The name that would print.
    pub name: String,
    /// Where the sign-on stands.
    pub status: Status,
    /// Whom to write to or call.
    pub person: Option<FollowupPerson>,
    /// Why.
    pub kind: FollowupKind,
    /// Why, as a sentence.
    pub why: String,
    /// How much it presses: more comes first.
    pub urgency: u32,
    /// Since when, or by when, `2020-12-15`.
    pub due: Option<String>,
    /// When there was last contact, ISO 8601 in UTC.
    pub last_contact: Option<String>,
    /// How often they were asked, reminded or called.
    pub contacts: u32,
    /// Until which day it is too soon to write again.
    pub waiting: Option<String>,
}

impl FollowupView {
    /// A follow-up in a language.
    pub fn new(followup: Followup, language: Language) -> Self {
        Self {
            sign_on_id: followup.sign_on,
            letter_id: followup.letter,
            letter: followup.title,
            name: followup.name,
            status: followup.status,
            person: followup.person,
            kind: followup.kind,
            why: followup.why.to_string(language),
            urgency: followup.urgency,
            due: followup.due.map(|day| day.to_string()),
            last_contact: followup.last_contact,
            contacts: followup.contacts,
            waiting: followup.waiting.map(|day| day.to_string()),
        }
    }
}

/// An organization that could be asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "ledger/", rename = "AskRow")]
pub struct AskRowView {
    /// The organization.
    pub organization: OrganizationRef,
    /// City and state.
    pub place: String,
    /// Whom to write to there.
    pub person: Option<PersonRef>,
    /// The email to write to.
    pub email: Option<String>,
    /// Why it is left out unless somebody chooses it, as a sentence.
    pub why: Option<String>,
    /// Whether it is chosen as long as nobody says otherwise.
    pub chosen: bool,
}

/// Whom a source would put on a letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "ledger/", rename = "AskPlan")]
pub struct AskPlanView {
    /// Those who are not on it yet, by name.
    pub rows: Vec<AskRowView>,
    /// How many of the source are on it already.
    pub already: u32,
}

impl AskPlanView {
    /// A plan in a language.
    pub fn new(plan: AskPlan, language: Language) -> Self {
        let view = |row: AskRow| AskRowView {
            organization: row.organization,
            place: row.place,
            email: row.person.as_ref().and_then(|person| person.email.clone()),
            person: row.person.map(|person| PersonRef {
                id: person.id,
                name: person.name,
            }),
            why: row.why.map(|why| why.to_string(language)),
            chosen: row.chosen,
        };
        Self {
            rows: plan.rows.into_iter().map(view).collect(),
            already: plan.already,
        }
    }
}

/// One entry of the history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "history/")]
pub struct HistoryItem {
    /// Its place: later ones are larger.
    #[ts(type = "number")]
    pub seq: i64,
    /// When, ISO 8601 in UTC.
    pub at: String,
    /// Done, undone or done again.
    pub action: Action,
    /// What was done, as a sentence.
    pub label: String,
    /// More than the sentence says.
    pub detail: String,
    /// The letter it was about, when it is about one that is still there.
    pub letter: Option<LetterRef>,
    /// The organization it was about, when it is about one that is still there.
    pub organization: Option<OrganizationRef>,
    /// People whom it removed, who are still gone: the first of them.
    pub removed: Vec<PersonRef>,
    /// Who authorized it, or empty.
    pub authorized_by: String,
    /// Who did it, as they named themselves then, or empty.
    pub author: String,
}

/// What was kept of a change, as a person reads it: statuses by their words, moments without the signs that only programs need.
fn readable(op: &Op, detail: String, language: Language) -> String {
    let read = match op {
        Op::SetSignOnStatus { name, .. } => statuses(name, &detail, language),
        Op::MoveDeadline { .. } => moved(&detail),
        _ => None,
    };
    read.unwrap_or(detail)
}

/// "WISDOM: asked → confirmed"; without the name where the sentence has it.
fn statuses(named: &str, detail: &str, language: Language) -> Option<String> {
    let (before, after) = detail.rsplit_once(" → ")?;
    let (name, before) = before.rsplit_once(": ")?;
    let word = |status: &str| {
        let status: Status = status.parse().ok()?;
        Some(
            Message::new("import-word")
                .text("word", status.word())
                .to_string(language),
        )
    };
    let change = format!("{} → {}", word(before)?, word(after)?);
    Some(if name == named {
        change
    } else {
        format!("{name}: {change}")
    })
}

/// "2020-12-15T17:00 America/Chicago → 2020-12-18T17:00 America/Chicago", the zone once where it is the same, and the note.
fn moved(detail: &str) -> Option<String> {
    let (before, after) = detail.split_once(" → ")?;
    let (after, note) = match after.split_once(": ") {
        Some((after, note)) => (after, format!(". {note}")),
        None => (after, String::new()),
    };
    let parts = |moment: &str| -> Option<(String, String)> {
        let (local, zone) = moment.split_once(' ')?;
        Some((local.replace('T', " "), zone.to_owned()))
    };
    Some(match (parts(before), parts(after)) {
        (Some((was, of)), Some((is, zone))) if of == zone => format!("{was} → {is}, {zone}{note}"),
        (was, is) => {
            let told = |moment: Option<(String, String)>| {
                moment.map_or_else(|| "–".to_owned(), |(local, zone)| format!("{local}, {zone}"))
            };
            format!("{} → {}{note}", told(was), told(is))
        }
    })
}

/// A part of the history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "history/")]
pub struct HistoryPage {
    /// The entries, the latest first.
    pub items: Vec<HistoryItem>,
    /// Whether there are earlier ones.
    pub more: bool,
}

impl HistoryPage {
    /// A part of the history in a language, latest first.
    ///
    /// # Errors
    /// As [`undersigned_core::Coalition::find_history`].
    pub fn new(
        coalition: &undersigned_core::Coalition,
        query: &HistoryQuery,
        language: Language,
    ) -> undersigned_core::Result<Self> {
        let found = coalition.find_history(query, language)?;
        let item = |event: Event| HistoryItem {
            seq: event.seq,
            at: time::store(event.at),
            action: event.action,
            label: event.op.message().to_string(language),
            detail: readable(&event.op, event.detail, language),
            letter: event.letter,
            organization: event.organization,
            removed: event.removed,
            authorized_by: event.authorized_by,
            author: event.author,
        };
        Ok(Self {
            items: found.events.into_iter().map(item).collect(),
            more: found.more,
        })
    }
}

/// Something that the check before a letter goes out has found.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "check/")]
pub struct CheckItem {
    /// What it is.
    pub kind: Kind,
    /// How much it weighs.
    pub weight: Severity,
    /// How it is mended.
    pub mend: Fix,
    /// The sign-on that it is about, when it is about one.
    pub sign_on: Option<SignOnId>,
    /// The organization that may be the same as the sign-on's, or that it is a chapter of.
    pub other: Option<OrganizationId>,
    /// What it is and how to mend it.
    pub message: String,
    /// What it is known by, to accept it.
    pub id: String,
    /// By whom it was accepted, where it was.
    pub settled: Option<Settled>,
}

impl CheckItem {
    /// A finding in a language.
    pub fn new(finding: &Finding, language: Language) -> Self {
        Self {
            kind: finding.kind,
            weight: finding.kind.severity(),
            mend: finding.kind.fix(),
            sign_on: finding.sign_on,
            other: finding.other,
            message: finding.message.to_string(language),
            id: finding.id(),
            settled: finding.settled.clone(),
        }
    }
}

/// A finding of the check that somebody had accepted when an edition was frozen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "check/")]
pub struct AcceptedItem {
    /// What was found.
    pub message: String,
    /// Who accepted it.
    pub by: String,
    /// In their words.
    pub word: String,
    /// When, ISO 8601 in UTC.
    pub at: String,
}

impl AcceptedItem {
    /// A finding in a language.
    pub fn new(accepted: &Accepted, language: Language) -> Self {
        Self {
            message: accepted.sentence(language),
            by: accepted.by.clone(),
            word: accepted.word.clone(),
            at: accepted.at.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use undersigned_core::letter::DeadlineKind;

    #[test]
    fn a_change_is_told_in_the_words_of_whoever_reads_it() {
        let one = Op::SetSignOnStatus {
            name: "WISDOM".to_owned(),
            count: 1,
            status: Status::Confirmed,
        };
        let told = |detail: &str, language| readable(&one, detail.to_owned(), language);
        assert_eq!(
            told("WISDOM: to-ask → confirmed", Language::English),
            "to ask → confirmed"
        );
        assert_eq!(
            told("WISDOM: to-ask → confirmed", Language::Spanish),
            "por invitar → confirmada"
        );
        assert_eq!(
            told("League: of Voters: said-yes → declined", Language::English),
            "League: of Voters: said yes → declined"
        );
        assert_eq!(told("no change", Language::English), "no change");
    }

    #[test]
    fn a_moved_deadline_names_its_zone_once_unless_that_changed_too() {
        let op = Op::MoveDeadline {
            title: "Clean water".to_owned(),
            which: DeadlineKind::Hard,
        };
        let told = |detail: &str| readable(&op, detail.to_owned(), Language::English);
        assert_eq!(
            told(
                "2026-12-15T17:00 America/Chicago → 2026-12-18T17:00 America/Chicago: Two boards: both late."
            ),
            "2026-12-15 17:00 → 2026-12-18 17:00, America/Chicago. Two boards: both late."
        );
        assert_eq!(
            told("2026-12-15T17:00 America/Chicago → 2026-12-15T17:00 America/New_York"),
            "2026-12-15 17:00, America/Chicago → 2026-12-15 17:00, America/New_York"
        );
        assert_eq!(told("– → 2026-12-18T17:00 UTC"), "– → 2026-12-18 17:00, UTC");
    }
}
