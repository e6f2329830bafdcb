//! How a letter gets on towards its goal.

use chrono::{DateTime, Days, Utc};
use serde::Serialize;
use ts_rs::TS;

use crate::coalition::Coalition;
use base::error::Result;
use base::messages::{Language, Message};
use base::time::{self, day_in};
use vocabulary::ids::LetterId;

/// The goal of a letter and the way to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "outreach/")]
pub struct Pace {
    /// How many are to confirm.
    pub goal: u32,
    /// How many did.
    pub confirmed: u32,
    /// How many of them in the last seven days.
    pub last_week: u32,
    /// How many days are left until the letter closes; none without a deadline.
    pub days_left: Option<u32>,
}

impl Pace {
    /// The way to the goal in a line.
    pub fn sentence(&self, language: Language) -> String {
        let left = self.goal.saturating_sub(self.confirmed);
        let id = match (left, self.days_left) {
            (0, _) => "pace-reached",
            (_, None) => "pace-open",
            (_, Some(0)) => "pace-today",
            (_, Some(_)) => "pace-left",
        };
        let days = self.days_left.unwrap_or(0);
        // As many a week as would do, rounded up.
        let a_week = (left * 7).div_ceil(days.max(7));
        Message::new(id)
            .number("confirmed", self.confirmed as usize)
            .number("goal", self.goal as usize)
            .number("left", left as usize)
            .number("days", days as usize)
            .number("week", a_week as usize)
            .number("last", self.last_week as usize)
            .to_string(language)
    }
}

impl Coalition {
    /// The way of a letter to its goal; none without one.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`].
    pub fn get_pace(&self, letter: LetterId, now: DateTime<Utc>) -> Result<Option<Pace>> {
        let letter = self.get_letter(letter)?;
        let Some(goal) = letter.goal else { return Ok(None) };
        let week_ago = now.checked_sub_days(Days::new(7)).unwrap_or(now);
        let last_week = self
            .conn
            .prepare_cached(
                "SELECT count(*) FROM sign_on WHERE letter_id = ?1 AND status = 'confirmed' AND decided_at > ?2",
            )?
            .query_row(rusqlite::params![letter.id, time::store(week_ago)], |row| row.get(0))?;
        let zone = letter.zone.as_deref();
        let days_left = match &letter.hard_deadline {
            Some(deadline) => {
                let days = (day_in(time::read(&deadline.instant)?, zone) - day_in(now, zone)).num_days();
                Some(u32::try_from(days).unwrap_or(0))
            }
            None => None,
        };
        Ok(Some(Pace {
            goal,
            confirmed: letter.counts.confirmed,
            last_week,
            days_left,
        }))
    }
}
