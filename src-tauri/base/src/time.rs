//! Time as it is stored and as a deadline means it. The clock itself is always passed in.

use chrono::{
    DateTime, Datelike, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, SecondsFormat, TimeZone, Utc,
};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use reading::dates::Order;
pub use reading::when::Toward;
use reading::when::{Unclear, When, when};

use crate::error::{Error, Result};
use crate::messages::{Language, Message};

/// A moment as it stands in the file: ISO 8601, UTC, whole seconds.
pub fn store(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// A moment from the file.
pub fn read(stored: &str) -> Result<DateTime<Utc>> {
    DateTime::parse_from_rfc3339(stored)
        .map(|at| at.with_timezone(&Utc))
        .map_err(|_| Error::Damaged)
}

/// A deadline: a local time in a named zone, and the moment that it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "letters/")]
pub struct Deadline {
    /// Local time, `2020-12-18T17:00`.
    pub local: String,
    /// IANA zone, `America/Chicago`.
    pub zone: String,
    /// The moment, ISO 8601 in UTC.
    pub instant: String,
}

impl Deadline {
    /// Reads a local time (`2020-12-18T17:00`, with or without seconds) in a zone. A time that the clocks skip in
    /// spring is the moment they jump to; one that they show twice in autumn is its first.
    pub fn new(local: &str, zone: &str) -> Result<Self> {
        let tz: Tz = zone
            .parse()
            .map_err(|_| Error::field("zone", Message::new("error-zone-unknown").text("zone", zone)))?;
        let naive = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"]
            .iter()
            .find_map(|form| NaiveDateTime::parse_from_str(local.trim(), form).ok())
            .ok_or_else(|| {
                Error::field(
                    "hardDeadline",
                    Message::new("error-deadline-unreadable").text("text", local),
                )
            })?;
        Ok(Self {
            local: naive.format("%Y-%m-%dT%H:%M").to_string(),
            zone: tz.name().to_owned(),
            instant: store(moment(naive, tz)),
        })
    }

    /// A deadline from the file. Of a zone that this program's table lacks, because another version or system knew it, the local
    /// time is shown as it is and counted as UTC, which is at most 14 hours off: one letter must not keep the others from being
    /// listed. None when it is no time at all.
    pub fn stored(local: &str, zone: &str) -> Option<Self> {
        if let Ok(deadline) = Self::new(local, zone) {
            return Some(deadline);
        }
        let deadline = Self::new(local, Tz::UTC.name()).ok()?;
        Some(Self {
            zone: zone.to_owned(),
            ..deadline
        })
    }
}

/// A day, or a moment, as somebody typed it into a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "letters/")]
pub struct TypedTime {
    /// The day, `2020-12-18`.
    pub day: String,
    /// The moment: 5 p.m. of that day where no hour was typed.
    pub deadline: Deadline,
    /// Whether it is over.
    pub past: bool,
}

/// Which number of a day such as 12/4 is the month where a language is spoken.
pub fn usual_order(language: Language) -> Order {
    match language {
        Language::English => Order::MonthFirst,
        Language::Spanish => Order::DayFirst,
    }
}

/// What somebody means who types `text`, whose day and month stand in an order, now, for a time in a zone; of this computer where none is named. What lies
/// behind or ahead of now is told by `toward`, where the text does not say so.
///
/// # Errors
/// A rule (field `when`) that says what is not understood; one with the field `zone` when there is no such zone.
pub fn typed(
    text: &str,
    zone: Option<&str>,
    order: Order,
    toward: Toward,
    now: DateTime<Utc>,
) -> Result<TypedTime> {
    let zone = zone.map_or_else(local_zone, str::to_owned);
    let tz: Tz = zone.parse().map_err(|_| {
        Error::field(
            "zone",
            Message::new("error-zone-unknown").text("zone", zone.as_str()),
        )
    })?;
    let there = now.with_timezone(&tz).naive_local();
    let When { date, time } = when(text, there, order, toward).map_err(|unclear| {
        let message = match unclear {
            Unclear::Words => Message::new("error-time-unclear"),
            Unclear::NoSuchDay => Message::new("error-time-none"),
            Unclear::Weekday(date) => {
                Message::new("error-time-weekday").text("day", date.weekday().to_string().to_lowercase())
            }
        };
        Error::field("when", message.text("text", text.trim()))
    })?;
    let close_of_business = NaiveTime::from_hms_opt(17, 0, 0).unwrap_or_default();
    let local = date.and_time(time.unwrap_or(close_of_business));
    let past = if time.is_some() {
        local <= there
    } else {
        date < there.date()
    };
    Ok(TypedTime {
        day: date.to_string(),
        deadline: Deadline::new(&local.format("%Y-%m-%dT%H:%M").to_string(), &zone)?,
        past,
    })
}

/// The moment of a local time. See [`Deadline::new`].
fn moment(local: NaiveDateTime, zone: Tz) -> DateTime<Utc> {
    match zone.from_local_datetime(&local) {
        LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => at.with_timezone(&Utc),
        LocalResult::None => (1..=180)
            .find_map(|minutes| {
                let later = local.checked_add_signed(chrono::Duration::minutes(minutes))?;
                zone.from_local_datetime(&later).earliest()
            })
            .map_or_else(|| local.and_utc(), |at| at.with_timezone(&Utc)),
    }
}

/// The day that a moment is in a zone; in this computer's where none is named or known.
pub fn day_in(at: DateTime<Utc>, zone: Option<&str>) -> NaiveDate {
    let zone: Tz = zone
        .and_then(|zone| zone.parse().ok())
        .or_else(|| local_zone().parse().ok())
        .unwrap_or(Tz::UTC);
    at.with_timezone(&zone).date_naive()
}

/// When a day begins on this computer.
pub fn day_start(day: NaiveDate) -> DateTime<Utc> {
    let midnight = format!("{day}T00:00");
    Deadline::new(&midnight, &local_zone())
        .and_then(|start| read(&start.instant))
        .unwrap_or_else(|_| day.and_time(chrono::NaiveTime::MIN).and_utc())
}

/// The zone of this computer, `America/Chicago`; UTC when the system does not say.
pub fn local_zone() -> String {
    iana_time_zone::get_timezone()
        .ok()
        .filter(|zone| zone.parse::<Tz>().is_ok())
        .unwrap_or_else(|| "UTC".to_owned())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_deadline_is_local_time_on_both_sides_of_a_clock_change() {
        let instant = |local| Deadline::new(local, "America/Chicago").unwrap().instant;
        assert_eq!(instant("2020-10-31T17:00"), "2020-10-31T22:00:00Z");
        assert_eq!(instant("2020-11-02T17:00"), "2020-11-02T23:00:00Z");
    }

    #[test]
    fn a_time_that_the_clocks_skip_is_the_moment_they_jump_to() {
        assert_eq!(
            Deadline::new("2021-03-14T02:30", "America/Chicago")
                .unwrap()
                .instant,
            "2021-03-14T08:00:00Z"
        );
    }

    #[test]
    fn of_an_hour_that_the_clocks_show_twice_the_first_is_meant() {
        let instant = |local| Deadline::new(local, "America/Chicago").unwrap().instant;
        assert_eq!(instant("2020-11-01T00:59"), "2020-11-01T05:59:00Z");
        assert_eq!(instant("2020-11-01T01:30"), "2020-11-01T06:30:00Z");
        assert_eq!(instant("2020-11-01T02:00"), "2020-11-01T08:00:00Z");
        // The first is still in summer time wherever that is.
        let madrid = Deadline::new("2020-10-25T02:30", "Europe/Madrid").unwrap();
        assert_eq!(madrid.instant, "2020-10-25T00:30:00Z");
    }

    #[test]
    fn a_zone_that_is_not_in_the_table_is_kept_and_counted_as_utc() {
        let stored = Deadline::stored("2020-12-18T17:00", "America/Atlantis").unwrap();
        assert_eq!(
            (stored.zone.as_str(), stored.instant.as_str()),
            ("America/Atlantis", "2020-12-18T17:00:00Z")
        );
        assert_eq!(Deadline::stored("soon", "America/Chicago"), None);
    }

    #[test]
    fn the_day_is_that_of_the_zone() {
        let at = read("2020-12-19T03:00:00Z").unwrap();
        assert_eq!(day_in(at, Some("America/Chicago")).to_string(), "2020-12-18");
        assert_eq!(day_in(at, Some("Europe/Madrid")).to_string(), "2020-12-19");
    }

    #[test]
    fn what_is_typed_is_a_moment_where_the_deadline_is() {
        // In Chicago it is still Saturday evening.
        let now = read("2026-11-29T03:00:00Z").unwrap();
        let typed = |text, language| {
            super::typed(
                text,
                Some("America/Chicago"),
                usual_order(language),
                Toward::Future,
                now,
            )
            .map(|typed| (typed.deadline.local, typed.deadline.instant, typed.past))
        };
        let at = |local: &str, instant: &str, past| (local.to_owned(), instant.to_owned(), past);
        assert_eq!(
            typed("12/4", Language::English).unwrap(),
            at("2026-12-04T17:00", "2026-12-04T23:00:00Z", false)
        );
        assert_eq!(
            typed("4/12", Language::Spanish).unwrap(),
            at("2026-12-04T17:00", "2026-12-04T23:00:00Z", false)
        );
        assert_eq!(
            typed("tomorrow noon", Language::English).unwrap(),
            at("2026-11-29T12:00", "2026-11-29T18:00:00Z", false)
        );
        // The day is not over at 9 p.m., though 5 p.m. of it is.
        assert!(!typed("today", Language::English).unwrap().2);
        assert!(typed("today 5pm", Language::English).unwrap().2);
        let refused = |text| {
            typed(text, Language::English)
                .unwrap_err()
                .sentence(Language::English)
        };
        assert_eq!(
            refused("thursday dec 4"),
            "“thursday dec 4”: that date is a Friday."
        );
        assert!(refused("soon").starts_with("“soon” isn’t a date"));
    }

    #[test]
    fn an_unknown_zone_names_its_field() {
        assert!(matches!(
            Deadline::new("2020-10-31T17:00", "Mars/Base"),
            Err(Error::Rule {
                field: Some("zone"),
                ..
            })
        ));
    }
}
