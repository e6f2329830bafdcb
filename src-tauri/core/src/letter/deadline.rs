//! Deadlines that move: each time one is set, moved or lifted, what it was, what it is and why are kept.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use rusqlite::params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Letter, LetterFields, deadline_of};
use crate::coalition::Coalition;
use base::error::{Error, Result};
use base::messages::Message;
use base::time::{self, Deadline};
use store::journal::{Change, Op, Subject, Tx};
use vocabulary::DeadlineKind;
use vocabulary::ids::{DeadlineMoveId, LetterId};

/// A deadline that was set, moved or lifted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export, export_to = "letters/")]
pub struct DeadlineMove {
    /// Which.
    pub which: DeadlineKind,
    /// When it was.
    pub before: Option<Deadline>,
    /// When it is.
    pub after: Option<Deadline>,
    /// Why, or empty.
    pub note: String,
    /// When it was moved, ISO 8601 in UTC.
    pub at: String,
}

impl Coalition {
    /// Moves a deadline to a local time in a zone, or with None lifts it, and keeps why. A letter has one zone: when this one
    /// is another, the other deadline stays the moment that it is, told in the new zone.
    ///
    /// # Errors
    /// [`Error::NotFound`]; a rule: no such time or zone, the soft deadline after the hard one.
    pub fn move_deadline(
        &mut self,
        letter: LetterId,
        which: DeadlineKind,
        local: Option<&str>,
        zone: &str,
        note: &str,
        now: DateTime<Utc>,
    ) -> Result<Change<()>> {
        let before = self.get_letter(letter)?;
        let zone = Some(zone.trim())
            .filter(|zone| !zone.is_empty())
            .map(str::to_owned)
            .or_else(|| before.zone.clone())
            .unwrap_or_else(time::local_zone);
        let field = match which {
            DeadlineKind::Soft => "softDeadline",
            DeadlineKind::Hard => "hardDeadline",
        };
        let moved = match local.map(str::trim).filter(|local| !local.is_empty()) {
            Some(local) => Some(Deadline::new(local, &zone).map_err(|error| match error {
                Error::Rule {
                    message,
                    field: Some("hardDeadline"),
                } => Error::field(field, message),
                other => other,
            })?),
            None => None,
        };
        let retold = |other: &Option<Deadline>| other.as_ref().map(|other| in_zone(other, &zone)).transpose();
        let (soft, hard) = match which {
            DeadlineKind::Soft => (moved, retold(&before.hard_deadline)?),
            DeadlineKind::Hard => (retold(&before.soft_deadline)?, moved),
        };
        if let (Some(soft), Some(hard)) = (&soft, &hard)
            && soft.instant > hard.instant
        {
            return Err(Error::field(field, Message::new("error-deadline-order")));
        }
        let op = Op::MoveDeadline {
            title: before.title.clone(),
            which,
        };
        let note = note.trim().to_owned();
        base::text::check_text("note", &note)?;
        self.transact(op, now, |tx| {
            tx.conn.execute(
                "UPDATE letter SET soft_deadline = ?2, hard_deadline = ?3, zone = ?4 WHERE id = ?1",
                params![
                    letter,
                    soft.as_ref().map(|soft| &soft.local),
                    hard.as_ref().map(|hard| &hard.local),
                    zone
                ],
            )?;
            let (was, is) = match which {
                DeadlineKind::Soft => (&before.soft_deadline, &soft),
                DeadlineKind::Hard => (&before.hard_deadline, &hard),
            };
            if was != is || !note.is_empty() {
                insert(tx, letter, which, was.as_ref(), is.as_ref(), &note)?;
            }
            let told = |deadline: &Option<Deadline>| {
                deadline
                    .as_ref()
                    .map_or_else(|| "–".to_owned(), |at| format!("{} {}", at.local, at.zone))
            };
            let mut detail = format!("{} → {}", told(was), told(is));
            if !note.is_empty() {
                detail = format!("{detail}: {note}");
            }
            tx.event(Subject {
                letter: Some(letter),
                detail,
                ..Subject::default()
            });
            Ok(())
        })
    }

    /// How the deadlines of a letter moved, the latest first.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such letter.
    pub fn list_deadline_moves(&self, letter: LetterId) -> Result<Vec<DeadlineMove>> {
        self.check_letter_exists(letter)?;
        let mut statement = self.conn.prepare_cached(
            "SELECT which, before, before_zone, after, after_zone, note, at FROM deadline_move
             WHERE letter_id = ?1 ORDER BY at DESC, entered DESC, id DESC",
        )?;
        let mut rows = statement.query([letter])?;
        let mut moves = Vec::new();
        while let Some(row) = rows.next()? {
            moves.push(DeadlineMove {
                which: row.get(0)?,
                before: deadline_of(row.get(1)?, row.get(2)?),
                after: deadline_of(row.get(3)?, row.get(4)?),
                note: row.get(5)?,
                at: row.get(6)?,
            });
        }
        Ok(moves)
    }
}

/// The same moment told in another zone.
fn in_zone(deadline: &Deadline, zone: &str) -> Result<Deadline> {
    if deadline.zone == zone {
        return Ok(deadline.clone());
    }
    let tz: Tz = zone
        .parse()
        .map_err(|_| Error::field("zone", Message::new("error-zone-unknown").text("zone", zone)))?;
    let local = time::read(&deadline.instant)?.with_timezone(&tz);
    Deadline::new(&local.format("%Y-%m-%dT%H:%M").to_string(), zone)
}

/// Keeps what a change of the whole letter moves, within that action: what was set before somebody could answer by it is no
/// move worth telling.
pub(super) fn note_moves(tx: &mut Tx, before: &Letter, after: &LetterFields) -> Result<()> {
    for (which, was, is) in [
        (DeadlineKind::Soft, &before.soft_deadline, &after.soft_deadline),
        (DeadlineKind::Hard, &before.hard_deadline, &after.hard_deadline),
    ] {
        let is = deadline_of(is.clone(), after.zone.clone());
        if was.is_some() && *was != is {
            insert(tx, before.id, which, was.as_ref(), is.as_ref(), "")?;
        }
    }
    Ok(())
}

fn insert(
    tx: &mut Tx,
    letter: LetterId,
    which: DeadlineKind,
    before: Option<&Deadline>,
    after: Option<&Deadline>,
    note: &str,
) -> Result<()> {
    let id = DeadlineMoveId(tx.id());
    tx.conn.execute(
        "INSERT INTO deadline_move (id, letter_id, which, before, before_zone, after, after_zone, note, at,
                                    entered)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        params![
            id,
            letter,
            which,
            before.map(|at| &at.local),
            before.map(|at| &at.zone),
            after.map(|at| &at.local),
            after.map(|at| &at.zone),
            note,
            tx.at(),
            tx.entered(),
        ],
    )?;
    Ok(())
}
