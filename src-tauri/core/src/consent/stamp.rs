//! When an answer or a piece of evidence came, and which of two came later.
//!
//! The moment of a piece of evidence is its own where it has one, never later than now; otherwise its place in the history
//! decides. The clock at the time of entry decides nothing, because clocks are set back.

use chrono::{DateTime, NaiveDate, TimeZone, Utc};
use chrono_tz::Tz;
use rusqlite::{Connection, OptionalExtension, params};

use base::error::Result;
use store::journal::Tx;
use vocabulary::ids::{LetterId, SignOnId};

/// How well the moment of something is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dated {
    /// It says its own moment.
    Time,
    /// It says its own day.
    Day,
    /// Only when it was entered is known.
    Entry,
}

impl Dated {
    /// The word in the file.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Time => "time",
            Self::Day => "day",
            Self::Entry => "entry",
        }
    }

    /// The value of this word; the file's own rules keep out any other.
    pub(crate) fn of(word: &str) -> Self {
        match word {
            "day" => Self::Day,
            "entry" => Self::Entry,
            _ => Self::Time,
        }
    }
}

/// When something came: a moment, how well it is known, and its place in the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// ISO 8601 in UTC, as it is stored.
    pub(crate) at: String,
    pub(crate) dated: Dated,
    /// The line of the history at which it was entered; 0 for what an earlier version of the program wrote.
    pub(crate) entered: i64,
}

impl Stamp {
    /// The stamp of what is entered now. `given` is a moment or a day as `signon::status` checked it; a moment that is still to
    /// come is no date of its own.
    pub(crate) fn new(given: Option<&str>, zone: Tz, now: DateTime<Utc>, entered: i64) -> Result<Self> {
        let undated = Self {
            at: base::time::store(now),
            dated: Dated::Entry,
            entered,
        };
        let Some(given) = given else {
            return Ok(undated);
        };
        let (at, dated) = match given.parse::<NaiveDate>() {
            Ok(day) => (noon(day, zone), Dated::Day),
            Err(_) => (base::time::read(given)?, Dated::Time),
        };
        let to_come = match dated {
            Dated::Day => at.with_timezone(&zone).date_naive() > now.with_timezone(&zone).date_naive(),
            _ => at > now,
        };
        if to_come {
            return Ok(undated);
        }
        Ok(Self {
            at: base::time::store(at),
            dated,
            entered,
        })
    }

    /// The day of it in a zone, `2026-11-14`.
    pub(crate) fn day(&self, zone: Tz) -> String {
        day_of(&self.at, zone).map_or_else(String::new, |day| day.to_string())
    }

    /// The stamp after which only that is which comes after both.
    pub(crate) fn latest(self, other: Self, zone: Tz) -> Self {
        let entered = self.entered.max(other.entered);
        // Of two moments the later, whoever says it.
        let later = match (self.dated, other.dated) {
            (Dated::Day, _) | (_, Dated::Day) => day_of(&self.at, zone) > day_of(&other.at, zone),
            _ => self.at > other.at,
        };
        let of = if later { self } else { other };
        Self { entered, ..of }
    }

    /// Whether this came after `other`, in the days of `zone` where one of them is only known by its day.
    pub(crate) fn is_after(&self, other: &Self, zone: Tz) -> bool {
        let later_entry = self.entered > other.entered;
        match (self.dated, other.dated) {
            (Dated::Entry, _) => later_entry,
            (Dated::Time, Dated::Time) => self.at > other.at || self.at == other.at && later_entry,
            _ => {
                let (own, others) = (day_of(&self.at, zone), day_of(&other.at, zone));
                own > others || own == others && later_entry
            }
        }
    }
}

/// The noon of a day: that day in every zone nearby.
fn noon(day: NaiveDate, zone: Tz) -> DateTime<Utc> {
    let local = day.and_hms_opt(12, 0, 0).unwrap_or_default();
    zone.from_local_datetime(&local)
        .earliest()
        .map_or_else(|| local.and_utc(), |at| at.with_timezone(&Utc))
}

pub(super) fn day_of(at: &str, zone: Tz) -> Option<NaiveDate> {
    let at = base::time::read(at).ok()?;
    Some(at.with_timezone(&zone).date_naive())
}

/// The zone in which the days of a letter are counted.
pub(crate) fn zone_of(conn: &Connection, letter: LetterId) -> Result<Tz> {
    let zone: Option<String> = conn
        .prepare_cached("SELECT zone FROM letter WHERE id = ?1")?
        .query_row([letter], |row| row.get(0))
        .optional()?
        .flatten();
    Ok(zone
        .unwrap_or_else(base::time::local_zone)
        .parse()
        .unwrap_or(Tz::UTC))
}

/// The stamp of a piece of evidence that is to be kept with some sign-on.
pub(crate) fn stamp_for(tx: &Tx, sign_on: Option<SignOnId>, given: Option<&str>) -> Result<Stamp> {
    let zone = match sign_on {
        Some(id) => tx
            .conn
            .prepare_cached("SELECT letter_id FROM sign_on WHERE id = ?1")?
            .query_row(params![id], |row| row.get(0))
            .optional()?
            .map_or(Ok(Tz::UTC), |letter| zone_of(tx.conn, letter))?,
        None => Tz::UTC,
    };
    Stamp::new(given, zone, tx.now, tx.place_in_history()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stamp(at: &str, dated: Dated, entered: i64) -> Stamp {
        Stamp {
            at: at.to_owned(),
            dated,
            entered,
        }
    }

    #[test]
    fn what_is_newer_goes_by_its_own_date_and_else_by_the_history() {
        let zone = Tz::Pacific__Auckland;
        let no = stamp("2026-11-14T03:00:00Z", Dated::Entry, 10);
        // A clock that was set back an hour decides nothing.
        assert!(stamp("2026-11-14T02:00:00Z", Dated::Entry, 11).is_after(&no, zone));
        assert!(!stamp("2026-11-20T02:00:00Z", Dated::Entry, 9).is_after(&no, zone));
        // Its own date wins over the order of entry.
        assert!(!stamp("2026-11-10T00:00:00Z", Dated::Day, 12).is_after(&no, zone));
        assert!(!stamp("2026-11-10T09:00:00Z", Dated::Time, 12).is_after(&no, zone));
        let no = stamp("2026-11-14T03:00:00Z", Dated::Time, 10);
        assert!(stamp("2026-11-14T03:00:01Z", Dated::Time, 1).is_after(&no, zone));
        assert!(!stamp("2026-11-14T02:59:59Z", Dated::Time, 11).is_after(&no, zone));
    }

    #[test]
    fn a_day_is_the_day_of_the_letters_zone_and_a_moment_to_come_is_none() {
        let zone = Tz::Pacific__Auckland;
        let now = base::time::read("2026-11-14T22:00:00Z").unwrap_or_default();
        // In Auckland it is the fifteenth already.
        let day = Stamp::new(Some("2026-11-15"), zone, now, 5).ok();
        assert_eq!(day.as_ref().map(|day| day.dated), Some(Dated::Day));
        assert_eq!(day.map(|day| day.at), Some("2026-11-14T23:00:00Z".to_owned()));
        let to_come = Stamp::new(Some("2026-11-16"), zone, now, 5).ok();
        assert_eq!(to_come.map(|to_come| to_come.dated), Some(Dated::Entry));
    }
}
