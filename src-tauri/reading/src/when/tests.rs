//! What people type in both languages, and what is refused.

#![allow(clippy::unwrap_used)]
use super::*;

/// Sunday, November 29, 2026, 2 p.m.
fn now() -> NaiveDateTime {
    "2026-11-29T14:00:00".parse().unwrap()
}

fn read(text: &str, order: Order, toward: Toward) -> String {
    match when(text, now(), order, toward) {
        Ok(When {
            date,
            time: Some(time),
        }) => format!("{date} {}", time.format("%H:%M")),
        Ok(When { date, time: None }) => date.to_string(),
        Err(unclear) => format!("{unclear:?}"),
    }
}

#[test]
fn what_people_type_in_english_is_understood() {
    for (text, meant) in [
        ("tue", "2026-12-01"),
        ("Tuesday", "2026-12-01"),
        ("sun", "2026-12-06"),
        ("next fri", "2026-12-04"),
        ("12/4", "2026-12-04"),
        ("1/4", "2027-01-04"),
        ("12/04/2026", "2026-12-04"),
        ("24/12", "2026-12-24"),
        ("2026-12-04", "2026-12-04"),
        ("2026-12-04T17:30", "2026-12-04 17:30"),
        ("dec 4 5pm", "2026-12-04 17:00"),
        ("Dec. 4th, 5:30 p.m.", "2026-12-04 17:30"),
        ("4 december 2027", "2027-12-04"),
        ("Fri, Dec 4, 2026, 5:00 PM", "2026-12-04 17:00"),
        ("friday dec 4 at noon", "2026-12-04 12:00"),
        ("tomorrow noon", "2026-11-30 12:00"),
        ("tomorrow at 9", "2026-11-30 09:00"),
        ("tomorrow morning", "2026-11-30 09:00"),
        ("friday midnight", "2026-12-04 23:59"),
        ("fri eod", "2026-12-04 17:00"),
        ("in 3 days", "2026-12-02"),
        ("two weeks", "2026-12-13"),
        ("the 4th", "2026-12-04"),
        ("5pm", "2026-11-29 17:00"),
        ("9am", "2026-11-30 09:00"),
        ("end of month", "2026-11-30"),
        ("feb 29", "2028-02-29"),
        ("12am dec 4", "2026-12-04 00:00"),
    ] {
        assert_eq!(read(text, Order::MonthFirst, Toward::Future), meant, "{text}");
    }
}

#[test]
fn what_people_type_in_spanish_is_understood() {
    for (text, meant) in [
        ("martes", "2026-12-01"),
        ("mar", "2026-12-01"),
        ("mar 4", "2027-03-04"),
        ("mar, 1 dic 2026, 17:00", "2026-12-01 17:00"),
        ("4 dic 17:00", "2026-12-04 17:00"),
        ("4 de diciembre a las 5 de la tarde", "2026-12-04 17:00"),
        ("vie, 4 dic 2026, 5:00 p. m.", "2026-12-04 17:00"),
        ("viernes 4 de diciembre de 2026", "2026-12-04"),
        ("mañana", "2026-11-30"),
        ("mañana al mediodía", "2026-11-30 12:00"),
        ("mañana por la mañana", "2026-11-30 09:00"),
        ("mañana a las 9 de la mañana", "2026-11-30 09:00"),
        ("pasado mañana 17h", "2026-12-01 17:00"),
        ("el 4", "2026-12-04"),
        ("4/12", "2026-12-04"),
        ("en 3 días", "2026-12-02"),
        ("el viernes que viene", "2026-12-04"),
        ("fin de mes", "2026-11-30"),
    ] {
        assert_eq!(read(text, Order::DayFirst, Toward::Future), meant, "{text}");
    }
}

#[test]
fn a_day_behind_is_the_latest_that_was() {
    for (text, meant) in [
        ("sat", "2026-11-28"),
        ("sun", "2026-11-29"),
        ("dec 4", "2025-12-04"),
        ("11/3", "2026-11-03"),
        ("yesterday", "2026-11-28"),
        ("3 days ago", "2026-11-26"),
        ("hace dos semanas", "2026-11-15"),
        ("5pm", "2026-11-28 17:00"),
    ] {
        assert_eq!(read(text, Order::MonthFirst, Toward::Past), meant, "{text}");
    }
}

#[test]
fn what_is_not_understood_to_the_last_word_is_refused() {
    for text in [
        "",
        "soon",
        "12",
        "1201",
        "dec",
        "dec 4 or 5",
        "dec 4 dec 5",
        "tue wed",
        "12/4 banana",
        "5pm 6pm",
        "/",
        "1/2/3/4",
        "dec 4 5",
        "13:5",
        "the",
        "at",
    ] {
        assert_eq!(read(text, Order::MonthFirst, Toward::Future), "Words", "{text}");
    }
    for text in [
        "feb 30",
        "13/13",
        "dec 4 25:00",
        "dec 4 13pm",
        "2026-13-01",
        "32/1",
    ] {
        assert_eq!(
            read(text, Order::MonthFirst, Toward::Future),
            "NoSuchDay",
            "{text}"
        );
    }
    assert_eq!(
        read("thursday dec 4", Order::MonthFirst, Toward::Future),
        "Weekday(2026-12-04)"
    );
}

proptest::proptest! {
    #[test]
    fn reading_never_fails(text in "\\PC{0,40}") {
        let _ = when(&text, now(), Order::DayFirst, Toward::Past);
    }

    /// What the field itself writes is read back as the same moment.
    #[test]
    fn a_written_moment_reads_back(days in -20_000i64..40_000, hour in 0u32..24, minute in 0u32..60) {
        let date = now().date() + chrono::Duration::days(days);
        let at = date.and_hms_opt(hour, minute, 0).unwrap();
        for form in ["%a, %b %-d, %Y, %-I:%M %p", "%Y-%m-%dT%H:%M", "%A %-d %B %Y %H:%M"] {
            let read = when(&at.format(form).to_string(), now(), Order::DayFirst, Toward::Future);
            proptest::prop_assert_eq!(read, Ok(When { date, time: Some(at.time()) }));
        }
    }
}
