//! Days and times as forms and sheets write them.
//!
//! Owns the reading of a written moment, and which of day and month a column puts first, which no single cell can tell.
//! Deliberately strict: what is not wholly a date is none. Which time zone is meant where none is written is for the caller.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Weekday};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use names::recognize::words::fold;

/// What a column of dates in figures puts first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export, export_to = "reading/", rename = "DateOrder")]
pub enum Order {
    /// The month, as in the United States.
    #[default]
    MonthFirst,
    /// The day, as nearly everywhere else.
    DayFirst,
}

/// A moment as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// The day, and the time of day (midnight where none is written).
    pub local: NaiveDateTime,
    /// Whether a time of day is written.
    pub timed: bool,
    /// Minutes east of Greenwich, where the zone is written as a number or is UTC.
    pub offset: Option<i32>,
}

/// Which of day and month come first in a column. `None` when every cell reads both ways: the caller's language decides.
pub fn order<'a>(cells: impl Iterator<Item = &'a str>) -> Option<Order> {
    let (mut month, mut day) = (0usize, 0usize);
    for cell in cells.take(5_000) {
        let numbers: Vec<&str> = cell.split(|c: char| !c.is_ascii_digit()).take(3).collect();
        let [first, second, third] = numbers[..] else {
            continue;
        };
        let (Ok(first), Ok(second)) = (first.parse::<u32>(), second.parse::<u32>()) else {
            continue;
        };
        if third.is_empty() || !(1..=31).contains(&first) || !(1..=31).contains(&second) {
            continue;
        }
        month += usize::from(second > 12 && first <= 12);
        day += usize::from(first > 12 && second <= 12);
    }
    match (month, day) {
        (0, 0) => None,
        (month, day) if month >= day => Some(Order::MonthFirst),
        _ => Some(Order::DayFirst),
    }
}

/// The moment that a text is; `None` when it is not wholly one. `order` decides for dates in figures that read both ways,
/// and is given up where only the other order makes a day.
pub fn moment(text: &str, order: Order) -> Option<Moment> {
    let text = text.trim();
    if text.len() < 6 || text.len() > 64 || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let folded = fold(text);
    let (date, rest) = date_at_start(&folded, order)?;
    if !(1900..=2199).contains(&chrono::Datelike::year(&date)) {
        return None;
    }
    let rest = rest.trim_start_matches([',', ' ']);
    // `2026-03-04T10:00`, `4 March 2026 at 10:00`, `4 de marzo de 2026 a las 10:00`.
    let rest = ["t", "at ", "a las ", "- "]
        .iter()
        .find_map(|word| rest.strip_prefix(word))
        .unwrap_or(rest)
        .trim();
    if rest.is_empty() {
        return Some(Moment {
            local: date.and_time(NaiveTime::MIN),
            timed: false,
            offset: None,
        });
    }
    let (time, offset) = time(rest)?;
    Some(Moment {
        local: date.and_time(time),
        timed: true,
        offset,
    })
}

/// The day that a text begins with, and what follows it.
fn date_at_start(text: &str, order: Order) -> Option<(NaiveDate, &str)> {
    let text = strip_weekday(text);
    let (first, rest) = part(text)?;
    match first {
        Part::Number(first, digits) => {
            let mark = rest.chars().next()?;
            if matches!(mark, '/' | '-' | '.') {
                let (second, after) = part(&rest[1..])?;
                let after = after.strip_prefix(mark)?;
                let (Part::Number(third, third_digits), after) = part(after)? else {
                    return None;
                };
                if after.starts_with(|c: char| c.is_alphanumeric() && c != 't') {
                    return None;
                }
                let date = match second {
                    Part::Month(month) => NaiveDate::from_ymd_opt(year(third, third_digits)?, month, first),
                    Part::Number(second, _) if digits == 4 => {
                        NaiveDate::from_ymd_opt(i32::try_from(first).ok()?, second, third)
                    }
                    Part::Number(second, _) => {
                        let year = year(third, third_digits)?;
                        let (month, day) = if order == Order::MonthFirst && mark != '.' {
                            (first, second)
                        } else {
                            (second, first)
                        };
                        NaiveDate::from_ymd_opt(year, month, day)
                            .or_else(|| NaiveDate::from_ymd_opt(year, day, month))
                    }
                };
                return Some((date?, after));
            }
            // `4 March 2026`, `4 de marzo de 2026`, `4. märz 2026` in the languages that are known.
            let rest = strip_words(strip_ordinal(rest), &["of ", "de "]);
            let (Part::Month(month), rest) = part(rest)? else {
                return None;
            };
            let rest = strip_words(rest, &["of ", "de ", "del "]);
            let (Part::Number(third, digits), rest) = part(rest)? else {
                return None;
            };
            Some((NaiveDate::from_ymd_opt(year(third, digits)?, month, first)?, rest))
        }
        Part::Month(month) => {
            let (Part::Number(day, _), rest) = part(rest.trim_start_matches([' ', '.']))? else {
                return None;
            };
            let (Part::Number(third, digits), rest) =
                part(strip_ordinal(rest).trim_start_matches([' ', ',']))?
            else {
                return None;
            };
            if digits != 4 {
                return None;
            }
            Some((NaiveDate::from_ymd_opt(year(third, digits)?, month, day)?, rest))
        }
    }
}

#[derive(Clone, Copy)]
enum Part {
    /// A number, and how many digits it was written with.
    Number(u32, usize),
    /// A month by name.
    Month(u32),
}

/// The number or the name of a month that a text begins with, and what follows it.
fn part(text: &str) -> Option<(Part, &str)> {
    let text = text.trim_start();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 {
        let value = text[..digits].parse().ok().filter(|_| digits <= 4)?;
        return Some((Part::Number(value, digits), &text[digits..]));
    }
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let month = month(&text[..letters])?;
    Some((Part::Month(month), text[letters..].trim_start_matches('.')))
}

/// Takes the ending of an ordinal off: the `th` of `4th`.
fn strip_ordinal(text: &str) -> &str {
    let ending = ["st", "nd", "rd", "th", "."]
        .iter()
        .find_map(|end| text.strip_prefix(end));
    ending
        .filter(|rest| !rest.starts_with(|c: char| c.is_ascii_alphabetic()))
        .unwrap_or(text)
}

fn strip_words<'a>(text: &'a str, words: &[&str]) -> &'a str {
    let text = text.trim_start_matches([' ', ',']);
    words
        .iter()
        .find_map(|word| text.strip_prefix(word))
        .unwrap_or(text)
}

/// A year of two digits is of this century up to 79, as spreadsheets have it no later than 2029 and births no matter.
pub(crate) fn year(value: u32, digits: usize) -> Option<i32> {
    let value = i32::try_from(value).ok()?;
    match digits {
        4 => Some(value),
        2 if value < 80 => Some(2000 + value),
        2 => Some(1900 + value),
        _ => None,
    }
}

/// The month with this folded name, whole or by its first three letters, in English and Spanish.
pub(crate) fn month(word: &str) -> Option<u32> {
    let names: [&[&str]; 12] = [
        &["january", "jan", "enero", "ene"],
        &["february", "feb", "febrero"],
        &["march", "mar", "marzo"],
        &["april", "apr", "abril", "abr"],
        &["may", "mayo"],
        &["june", "jun", "junio"],
        &["july", "jul", "julio"],
        &["august", "aug", "agosto", "ago"],
        &["september", "sep", "sept", "septiembre", "setiembre"],
        &["october", "oct", "octubre"],
        &["november", "nov", "noviembre"],
        &["december", "dec", "diciembre", "dic"],
    ];
    let at = names.iter().position(|of| of.contains(&word))?;
    u32::try_from(at + 1).ok()
}

/// The day of the week with this folded name, whole or shortened, in English and Spanish. `mar` is left to March.
pub(crate) fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "mon" | "monday" | "lun" | "lunes" => Weekday::Mon,
        "tue" | "tues" | "tuesday" | "martes" => Weekday::Tue,
        "wed" | "wednesday" | "mie" | "miercoles" => Weekday::Wed,
        "thu" | "thur" | "thurs" | "thursday" | "jue" | "jueves" => Weekday::Thu,
        "fri" | "friday" | "vie" | "viernes" => Weekday::Fri,
        "sat" | "saturday" | "sab" | "sabado" => Weekday::Sat,
        "sun" | "sunday" | "dom" | "domingo" => Weekday::Sun,
        _ => return None,
    })
}

fn strip_weekday(text: &str) -> &str {
    let length = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    if weekday(&text[..length]).is_some() {
        text[length..].trim_start_matches(['.', ',', ' '])
    } else {
        text
    }
}

/// A time of day with all that may follow it: seconds, AM or PM, a zone.
fn time(text: &str) -> Option<(NaiveTime, Option<i32>)> {
    let end = text
        .bytes()
        .take_while(|byte| byte.is_ascii_digit() || matches!(byte, b':' | b'.'))
        .count();
    let (clock, rest) = text.split_at(end);
    let clock = clock.trim_end_matches('.');
    let mut fields = clock.split(':');
    let hour: u32 = fields.next()?.parse().ok()?;
    let minute: u32 = fields.next().map_or(Some(0), |field| field.parse().ok())?;
    // Fractions of a second are dropped: no form means them.
    let second: u32 = fields
        .next()
        .map_or(Some(0), |field| field.split('.').next()?.parse().ok())?;
    if fields.next().is_some() {
        return None;
    }
    let rest = rest.trim_start();
    let halves = [
        ("a. m.", 0),
        ("p. m.", 12),
        ("a.m.", 0),
        ("p.m.", 12),
        ("am", 0),
        ("pm", 12),
    ];
    let half = halves
        .iter()
        .find_map(|(word, add)| rest.strip_prefix(word).map(|rest| (*add, rest)));
    let (hour, rest) = match half {
        Some((add, rest)) if (1..=12).contains(&hour) => (hour % 12 + add, rest),
        Some(_) => return None,
        // A bare hour without AM or PM is no time.
        None if !clock.contains(':') => return None,
        None => (hour, rest),
    };
    Some((NaiveTime::from_hms_opt(hour, minute, second)?, zone(rest.trim())?))
}

/// The offset that a zone says; the outer `None` when it is no zone. Names of zones (CST) are passed over, because the same
/// three letters mean several.
fn zone(text: &str) -> Option<Option<i32>> {
    let bare = ["utc", "gmt"]
        .iter()
        .find_map(|word| text.strip_prefix(word))
        .unwrap_or(text)
        .trim();
    if bare.is_empty() {
        return Some(if text.is_empty() { None } else { Some(0) });
    }
    if bare == "z" {
        return Some(Some(0));
    }
    if let Some(sign) = bare.chars().next().filter(|c| matches!(c, '+' | '-')) {
        let digits: String = bare[1..].chars().filter(|c| *c != ':').collect();
        if digits.is_empty() || digits.len() > 4 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let value: i32 = digits.parse().ok()?;
        let minutes = if digits.len() <= 2 {
            value * 60
        } else {
            value / 100 * 60 + value % 100
        };
        return (minutes <= 14 * 60).then_some(Some(if sign == '-' { -minutes } else { minutes }));
    }
    (bare.len() <= 5 && bare.bytes().all(|byte| byte.is_ascii_alphabetic())).then_some(None)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, order: Order) -> Option<String> {
        moment(text, order).map(|moment| {
            let offset = moment
                .offset
                .map(|offset| format!(" {offset:+}"))
                .unwrap_or_default();
            if moment.timed {
                format!("{}{offset}", moment.local.format("%Y-%m-%d %H:%M:%S"))
            } else {
                moment.local.format("%Y-%m-%d").to_string()
            }
        })
    }

    #[test]
    fn moments_are_read_as_forms_and_sheets_write_them() {
        for (text, moment) in [
            ("9/6/2018 0:06:16", "2018-09-06 00:06:16"),
            ("12/15/2020 17:04", "2020-12-15 17:04:00"),
            ("2020/12/15 10:32:07 PM GMT-6", "2020-12-15 22:32:07 -360"),
            ("2020/12/15 12:32:07 AM CST", "2020-12-15 00:32:07"),
            ("2026-03-04", "2026-03-04"),
            ("2026-03-04T10:00:00Z", "2026-03-04 10:00:00 +0"),
            ("2026-03-04T10:00:00.123+05:30", "2026-03-04 10:00:00 +330"),
            ("March 4, 2026", "2026-03-04"),
            ("Wed, Mar 4th, 2026 at 5:00 p.m.", "2026-03-04 17:00:00"),
            ("4 Mar 2026", "2026-03-04"),
            ("4-mar-26", "2026-03-04"),
            ("4 de marzo de 2026 a las 5:00 p. m.", "2026-03-04 17:00:00"),
            ("31/12/2026", "2026-12-31"),
            ("4.3.2026", "2026-03-04"),
        ] {
            assert_eq!(read(text, Order::MonthFirst).as_deref(), Some(moment), "{text}");
        }
        assert_eq!(
            read("04/03/2026 9:05", Order::DayFirst).as_deref(),
            Some("2026-03-04 09:05:00")
        );
    }

    #[test]
    fn what_is_not_wholly_a_moment_is_none() {
        for text in [
            "555-0143",
            "608-555-0143",
            "53703-1234",
            "Local 212",
            "2026",
            "13/13/2026",
            "March 2026",
            "9/6/2018 0:06:16 or so",
            "1.2.3",
            "10.0.0.1",
        ] {
            assert_eq!(read(text, Order::MonthFirst), None, "{text}");
        }
    }

    #[test]
    fn a_column_tells_which_of_day_and_month_comes_first() {
        assert_eq!(
            order(["3/4/2026", "3/14/2026"].into_iter()),
            Some(Order::MonthFirst)
        );
        assert_eq!(
            order(["3/4/2026 1:00", "14/3/2026 1:00"].into_iter()),
            Some(Order::DayFirst)
        );
        assert_eq!(order(["3/4/2026", "2026-03-14"].into_iter()), None);
    }

    proptest::proptest! {
        #[test]
        fn reading_a_moment_never_fails(text in "\\PC{0,40}") {
            moment(&text, Order::DayFirst);
        }
    }
}
