//! What pictures of a letter show: its sign-ons over time, and by state. The matrix over letters is in `matrix.rs`; the window
//! draws.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::coalition::Coalition;
use crate::signon::Status;
use base::error::Result;
use base::time::{self, Deadline, day_in};
use names::recognize::words::{fold, state_code};
use vocabulary::ids::LetterId;

/// How many had answered by the end of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export, export_to = "pictures/")]
pub struct TimelinePoint {
    /// The day in the letter's zone, `2020-12-15`.
    pub day: String,
    /// How many of those confirmed now had said so by then.
    pub confirmed: u32,
    /// How many of those who declined or withdrew.
    pub declined: u32,
}

/// Sign-ons of a letter over time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export, export_to = "pictures/")]
pub struct Timeline {
    /// The days on which something came, in order.
    pub points: Vec<TimelinePoint>,
    /// When answers are asked for.
    pub soft: Option<Deadline>,
    /// When it closes.
    pub hard: Option<Deadline>,
    /// The day that it is in the letter's zone.
    pub today: String,
}

/// Who signed in a state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export, export_to = "pictures/")]
pub struct StateCount {
    /// The postal code of the state, district or territory: `WI`.
    pub state: String,
    /// How many.
    pub count: u32,
    /// The names as they print, in order.
    pub names: Vec<String>,
}

/// Who signed a letter, by state.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export, export_to = "pictures/")]
pub struct States {
    /// The states where somebody signed, by postal code.
    pub states: Vec<StateCount>,
    /// How many signed elsewhere, or without a state.
    pub elsewhere: u32,
}

/// Postal codes that are in Canada and no tile of a map of the United States.
const CANADIAN: &[&str] = &[
    "AB", "BC", "MB", "NB", "NL", "NS", "NT", "NU", "ON", "PE", "QC", "SK", "YT",
];

impl Coalition {
    /// The sign-ons of a letter over time: who is counted in its block now, and who said no, by the day on which they said so.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] when there is no such letter.
    pub fn get_timeline(&self, letter: LetterId, now: DateTime<Utc>) -> Result<Timeline> {
        let letter = self.get_letter(letter)?;
        let zone = letter.zone.as_deref();
        let mut statement = self.conn.prepare_cached(
            "SELECT decided_at, status, id FROM sign_on
             WHERE letter_id = ?1 AND status IN ('confirmed', 'declined', 'withdrawn') AND decided_at IS NOT NULL",
        )?;
        let counted = self.counted(letter.id)?;
        let mut rows = statement.query([letter.id])?;
        let mut days: BTreeMap<String, (u32, u32)> = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let (at, status): (String, Status) = (row.get(0)?, row.get(1)?);
            // Who must say yes again, or rests on nothing, is in no block, and in no picture of it.
            if status == Status::Confirmed && !counted.contains(&row.get(2)?) {
                continue;
            }
            let day = day_in(time::read(&at)?, zone).to_string();
            let of = days.entry(day).or_default();
            if status == Status::Confirmed {
                of.0 += 1;
            } else {
                of.1 += 1;
            }
        }
        let (mut confirmed, mut declined) = (0, 0);
        let points = days.into_iter().map(|(day, (yes, no))| {
            confirmed += yes;
            declined += no;
            TimelinePoint {
                day,
                confirmed,
                declined,
            }
        });
        Ok(Timeline {
            points: points.collect(),
            today: day_in(now, zone).to_string(),
            soft: letter.soft_deadline,
            hard: letter.hard_deadline,
        })
    }

    /// Who confirmed a letter, by the state that their organization is in, however it is written there.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] when there is no such letter.
    pub fn get_states(&self, letter: LetterId) -> Result<States> {
        self.check_letter_exists(letter)?;
        let mut statement = self.conn.prepare_cached(
            "SELECT s.prints_as, coalesce(o.state, ''), coalesce(o.country, ''), s.id FROM sign_on s
             LEFT JOIN organization o ON o.id = s.organization_id
             WHERE s.letter_id = ?1 AND s.status = 'confirmed'",
        )?;
        let counted = self.counted(letter)?;
        let mut rows = statement.query([letter])?;
        let mut by_state: BTreeMap<&'static str, Vec<String>> = BTreeMap::new();
        let mut elsewhere = 0;
        while let Some(row) = rows.next()? {
            if !counted.contains(&row.get(3)?) {
                continue;
            }
            let (name, state, country): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let code = state_code(&fold(state.trim())).filter(|code| !CANADIAN.contains(code));
            match code.filter(|_| is_domestic(&country)) {
                Some(code) => by_state.entry(code).or_default().push(name),
                None => elsewhere += 1,
            }
        }
        let states = by_state.into_iter().map(|(state, mut names)| {
            names.sort_by_cached_key(|name| names::sort::list_key(name));
            StateCount {
                state: state.to_owned(),
                count: u32::try_from(names.len()).unwrap_or(u32::MAX),
                names,
            }
        });
        Ok(States {
            states: states.collect(),
            elsewhere,
        })
    }
}

/// Whether a country as it is written is the United States; where none is written, its states are meant.
fn is_domestic(country: &str) -> bool {
    let country = fold(country.trim()).replace('.', "");
    matches!(country.as_str(), "" | "us" | "usa" | "eeuu" | "ee uu")
        || names::recognize::words::country_code(&country) == Some("US")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_counts_where_the_country_is_the_united_states_or_none_is_written() {
        for country in ["", "US", "U.S.A.", "United States", "Estados Unidos", "EE. UU."] {
            assert!(is_domestic(country), "{country}");
        }
        for country in ["Mexico", "MX", "Canada", "Georgia (country)"] {
            assert!(!is_domestic(country), "{country}");
        }
    }
}
