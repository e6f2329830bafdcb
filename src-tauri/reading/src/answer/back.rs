//! Until when somebody is away, as an automatic reply says it: "until December 7", "volveré el 7 de diciembre".

use chrono::{Datelike, NaiveDate};
use names::recognize::words::fold;

use crate::dates::month;

/// The words that lead to the day, folded.
const LEADS: [&str; 26] = [
    "until",
    "through",
    "till",
    "back on",
    "back in the office on",
    "back in office on",
    "back at work on",
    "back",
    "return on",
    "returning on",
    "returning",
    "return",
    "hasta el",
    "hasta",
    "vuelvo el",
    "volvere el",
    "regreso el",
    "regresare el",
    "de vuelta el",
    "de regreso el",
    "reincorporare el",
    "reincorporo el",
    "a partir del",
    "bis zum",
    "jusqu'au",
    "ate",
];

/// The days of the week, which may stand before a day.
const WEEKDAYS: [&str; 19] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "lunes",
    "martes",
    "miercoles",
    "jueves",
    "viernes",
    "sabado",
    "domingo",
];

/// The latest day that the words of an automatic reply lead to, not before `sent`. A day without a year is the next one of that
/// name. None where there is none, or only in figures that could be read in two ways.
pub fn back_on(text: &str, sent: NaiveDate) -> Option<NaiveDate> {
    let folded = fold(text);
    let words: Vec<&str> = folded
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | ';' | '(' | ')' | '!' | ':'))
        .filter(|word| !word.is_empty())
        .take(600)
        .collect();
    let mut found: Option<NaiveDate> = None;
    for start in 0..words.len() {
        let leads = LEADS.iter().find_map(|lead| {
            let parts: Vec<&str> = lead.split(' ').collect();
            (words.get(start..start + parts.len()) == Some(parts.as_slice())).then_some(parts.len())
        });
        let Some(length) = leads else { continue };
        if let Some(day) = words.get(start + length..).and_then(|rest| day_at(rest, sent))
            && day >= sent
            && found.is_none_or(|known| day > known)
        {
            found = Some(day);
        }
    }
    found
}

fn day_at(words: &[&str], sent: NaiveDate) -> Option<NaiveDate> {
    let is_filler = |word: &&&str| {
        WEEKDAYS.contains(word) || matches!(**word, "the" | "el" | "on" | "dia" | "del" | "la")
    };
    let skipped = words.iter().take(3).take_while(is_filler).count();
    let words = words.get(skipped..)?;
    let first = words.first()?;
    if let Ok(day) = first.parse::<NaiveDate>() {
        return Some(day);
    }
    let rest: Vec<&str> = words
        .iter()
        .skip(1)
        .copied()
        .filter(|word| !matches!(*word, "de" | "of" | "del"))
        .take(3)
        .collect();
    let (month, day, year) = match (month(first), number(first)) {
        (Some(month), _) => (month, number(rest.first()?)?, rest.get(1)),
        (None, Some(day)) => (month(rest.first()?)?, day, rest.get(1)),
        _ => return None,
    };
    let year = year
        .and_then(|year| year.parse::<i32>().ok())
        .filter(|year| (2000..=2200).contains(year));
    match year {
        Some(year) => NaiveDate::from_ymd_opt(year, month, day),
        None => {
            let this = NaiveDate::from_ymd_opt(sent.year(), month, day)?;
            if this >= sent {
                Some(this)
            } else {
                NaiveDate::from_ymd_opt(sent.year() + 1, month, day)
            }
        }
    }
}

/// A day of a month: `7`, `7th`.
fn number(word: &str) -> Option<u32> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ending = word.get(digits.len()..)?;
    let day: u32 = digits.parse().ok()?;
    ((1..=31).contains(&day) && matches!(ending, "" | "st" | "nd" | "rd" | "th" | "o")).then_some(day)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_day_that_somebody_is_back_is_read_and_an_ambiguous_one_is_not() {
        let sent = "2026-11-29".parse().unwrap();
        for (text, day) in [
            (
                "I am out of the office until December 7, 2026.",
                Some("2026-12-07"),
            ),
            ("I will be back on Monday, 7 December.", Some("2026-12-07")),
            (
                "Away Nov 30 through Dec 4th. Returning on January 4.",
                Some("2027-01-04"),
            ),
            (
                "Estaré fuera de la oficina hasta el 7 de diciembre de 2026.",
                Some("2026-12-07"),
            ),
            ("Volveré el lunes 14 de diciembre.", Some("2026-12-14")),
            ("I am away until 12/7.", None),
            ("I am away until further notice.", None),
            ("Until November 3, 2026 I was away.", None),
            ("Back on 2026-12-09", Some("2026-12-09")),
        ] {
            assert_eq!(back_on(text, sent), day.map(|day| day.parse().unwrap()), "{text}");
        }
    }
}
