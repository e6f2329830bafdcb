//! A calendar file, RFC 5545, of days that matter. Each entry keeps its id, so that reading a later file moves it rather than adding
//! another.

use chrono::{DateTime, NaiveDate, Utc};
use icalendar::{Calendar, Component, Event, EventLike, Property};

use crate::one_line;

/// When something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// At a moment.
    At(DateTime<Utc>),
    /// On a day.
    On(NaiveDate),
}

/// Something on the calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it is known by, the same in every file.
    pub uid: String,
    /// When.
    pub when: When,
    /// What.
    pub summary: String,
    /// More about it, or empty.
    pub description: String,
}

/// A calendar of entries, as of `now`.
pub fn calendar(name: &str, entries: &[Entry], now: DateTime<Utc>) -> String {
    let mut calendar = Calendar::empty();
    calendar
        .append_property(Property::new("VERSION", "2.0"))
        .append_property(Property::new("PRODID", "-//Undersigned//EN"))
        .append_property(Property::new("CALSCALE", "GREGORIAN"));
    calendar.name(&one_line(name));
    for entry in entries {
        let mut event = Event::with_uid(&one_line(&entry.uid));
        event.timestamp(now).summary(&one_line(&entry.summary));
        if !entry.description.is_empty() {
            event.description(&entry.description.replace('\r', ""));
        }
        match entry.when {
            When::At(moment) => event.starts(moment).ends(moment),
            When::On(day) => event.all_day(day),
        };
        calendar.push(event.done());
    }
    calendar.to_string()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn entries_keep_their_ids_and_texts_are_escaped_and_folded() {
        let now = DateTime::from_timestamp(1_764_441_600, 0).unwrap();
        let day = NaiveDate::from_ymd_opt(2026, 12, 15).unwrap();
        let entries = [
            Entry {
                uid: "letter-7-hard@undersigned".to_owned(),
                when: When::At(now),
                summary: "Deadline; Healthy Housing,\r\nBEGIN:VALARM and a very long title that goes on and on beyond the line ñ".to_owned(),
                description: String::new(),
            },
            Entry {
                uid: "sign-on-9@undersigned".to_owned(),
                when: When::On(day),
                summary: "Luz".to_owned(),
                description: "first\nsecond".to_owned(),
            },
        ];
        let text = calendar("Letter", &entries, now);
        assert!(text.contains("UID:letter-7-hard@undersigned\r\n"), "{text}");
        assert!(text.contains("DTSTART;VALUE=DATE:20261215\r\n"), "{text}");
        assert!(text.contains("DESCRIPTION:first\\nsecond\r\n"), "{text}");
        assert!(text.contains("DTSTAMP:20251129T184000Z\r\n"), "{text}");
        assert!(!text.contains("\r\nBEGIN:VALARM"), "{text}");
        let unfolded = text.replace("\r\n ", "");
        assert!(
            unfolded.contains("SUMMARY:Deadline\\; Healthy Housing\\, BEGIN:VALARM and"),
            "{text}"
        );
        assert!(text.lines().all(|line| line.len() <= 75), "{text}");
        assert_eq!(text, calendar("Letter", &entries, now));
    }
}
