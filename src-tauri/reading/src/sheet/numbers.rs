//! What a number looks like in a cell: the formats of numbers of spreadsheets (ECMA-376, 18.8.30 and 18.8.31).
//!
//! Owns dates with their moments, and telephone numbers, postal codes and amounts with the marks that their format adds.
//! What Excel shows differently in every country (the built-in short date) looks here as it does in the United States.

use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeDelta, Timelike};
use vocabulary::months;

/// A number as it looks, and the moment that it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Looks {
    /// The text in the cell.
    pub text: String,
    /// The moment, where the format shows a day.
    pub moment: Option<NaiveDateTime>,
}

/// The format with a built-in number.
pub fn built_in(id: u32) -> &'static str {
    match id {
        1 => "0",
        2 => "0.00",
        3 | 37 | 38 => "#,##0",
        4 | 39 | 40 => "#,##0.00",
        9 => "0%",
        10 => "0.00%",
        14 | 27..=31 | 36 | 50..=58 => "m/d/yyyy",
        15 => "d-mmm-yy",
        16 => "d-mmm",
        17 => "mmm-yy",
        18 => "h:mm AM/PM",
        19 => "h:mm:ss AM/PM",
        20 | 32 | 34 => "h:mm",
        21 | 33 | 35 => "h:mm:ss",
        22 => "m/d/yyyy h:mm",
        45 => "mm:ss",
        46 => "[h]:mm:ss",
        47 => "mm:ss.0",
        _ => "General",
    }
}

/// What a number looks like in a format. `from_1904`: the workbook counts days from 1904, as the old Mac did.
pub fn looks(value: f64, code: &str, from_1904: bool) -> Looks {
    let section = section(value, code);
    let parts = parts(section);
    let dated = parts
        .iter()
        .any(|part| matches!(part, Part::Date(_) | Part::Elapsed(_)));
    if let Some(moment) = moment(value, from_1904).filter(|_| dated) {
        let is_day =
            |part: &Part| matches!(part, Part::Date(letters) if letters.starts_with(['d', 'y', 'M']));
        return Looks {
            text: date(moment, value, &parts),
            moment: parts.iter().any(is_day).then_some(moment),
        };
    }
    let plain = parts.iter().any(|part| matches!(part, Part::General))
        || !parts.iter().any(|part| matches!(part, Part::Digit(_)));
    Looks {
        text: if plain {
            general(value)
        } else {
            number(value, &parts, code)
        },
        moment: None,
    }
}

/// A number without a format: whole numbers in full, as telephone numbers are typed.
pub fn general(value: f64) -> String {
    if value == value.trunc() && value.abs() < 1e15 {
        return format!("{value:.0}");
    }
    // Eleven digits are what a cell shows; more are the noise of binary fractions.
    let rounded: f64 = format!("{value:.10e}").parse().unwrap_or(value);
    format!("{rounded}")
}

/// The moment that a serial number is. Day 60 of 1900 is the 29th of February that never was.
pub fn moment(value: f64, from_1904: bool) -> Option<NaiveDateTime> {
    if !(0.0..2_958_466.0).contains(&value) {
        return None;
    }
    let start = if from_1904 {
        NaiveDate::from_ymd_opt(1904, 1, 1)?
    } else {
        NaiveDate::from_ymd_opt(1899, 12, 30)?
    };
    let shift = if !from_1904 && value < 60.0 { 1.0 } else { 0.0 };
    // Rounded to the second: a third of a day is no whole number of bits.
    let seconds = ((value + shift) * 86_400.0).round();
    start
        .and_hms_opt(0, 0, 0)?
        .checked_add_signed(TimeDelta::try_seconds(seconds as i64)?)
}

/// A piece of a format.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    /// Text that stands there as it is.
    Text(String),
    /// `0`, `#` or `?`.
    Digit(char),
    Point,
    Thousands,
    Percent,
    General,
    /// `yyyy`, `mm` for minutes, `MM` for months, `AM/PM`.
    Date(String),
    /// `[h]`: hours that go on counting.
    Elapsed(char),
    /// Months and days in Spanish from here on.
    Spanish,
}

/// The section of a format that is for this number.
fn section(value: f64, code: &str) -> &str {
    let sections = sections(code);
    let conditioned = |section: &str| -> Option<bool> {
        let inside = section.strip_prefix('[')?.split(']').next()?;
        let (operator, limit) = ["<=", ">=", "<>", "<", ">", "="]
            .iter()
            .find_map(|operator| inside.strip_prefix(operator).map(|limit| (*operator, limit)))?;
        let limit: f64 = limit.parse().ok()?;
        Some(match operator {
            "<=" => value <= limit,
            ">=" => value >= limit,
            "<>" => value != limit,
            "<" => value < limit,
            ">" => value > limit,
            _ => value == limit,
        })
    };
    if sections.iter().any(|section| conditioned(section).is_some()) {
        let found = sections
            .iter()
            .find(|section| conditioned(section).unwrap_or(true));
        return found.copied().unwrap_or(code);
    }
    let which = match sections.len() {
        0 | 1 => 0,
        2 => usize::from(value < 0.0),
        _ if value < 0.0 => 1,
        _ if value == 0.0 => 2,
        _ => 0,
    };
    sections.get(which).copied().unwrap_or(code)
}

fn sections(code: &str) -> Vec<&str> {
    let (mut found, mut start) = (Vec::new(), 0);
    let (mut quoted, mut escaped) = (false, false);
    for (at, c) in code.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if !quoted => escaped = true,
            '"' => quoted = !quoted,
            ';' if !quoted => {
                found.push(&code[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    found.push(&code[start..]);
    found
}

/// The longest format that is read, in characters; Excel allows 255.
const LONGEST: usize = 400;

fn parts(section: &str) -> Vec<Part> {
    let characters: Vec<char> = section.chars().take(LONGEST).collect();
    let rest_is = |at: usize, word: &str| {
        let end = (at + word.chars().count()).min(characters.len());
        characters[at..end]
            .iter()
            .collect::<String>()
            .eq_ignore_ascii_case(word)
    };
    let mut parts: Vec<Part> = Vec::new();
    let mut at = 0;
    while let Some(&c) = characters.get(at) {
        at += 1;
        match c {
            '"' => {
                let end = characters[at..]
                    .iter()
                    .position(|c| *c == '"')
                    .map_or(characters.len(), |length| at + length);
                parts.push(Part::Text(characters[at..end].iter().collect()));
                at = end + 1;
            }
            '\\' => {
                parts.extend(characters.get(at).map(|c| Part::Text(c.to_string())));
                at += 1;
            }
            // A space as wide as the next character; a fill of it.
            '_' => {
                parts.push(Part::Text(" ".to_owned()));
                at += 1;
            }
            '*' => at += 1,
            '[' => {
                let end = characters[at..]
                    .iter()
                    .position(|c| *c == ']')
                    .map_or(characters.len(), |length| at + length);
                let inside: String = characters[at..end].iter().collect();
                at = end + 1;
                let lower = inside.to_ascii_lowercase();
                if let Some(locale) = inside.strip_prefix('$') {
                    let (sign, language) = locale.split_once('-').unwrap_or((locale, ""));
                    if !sign.is_empty() {
                        parts.push(Part::Text(sign.to_owned()));
                    }
                    // The low ten bits of a locale's number are its language; 0x0A is Spanish.
                    if u32::from_str_radix(language, 16).is_ok_and(|number| number & 0x3FF == 0x0A)
                        || language.to_ascii_lowercase().starts_with("es")
                    {
                        parts.push(Part::Spanish);
                    }
                } else if let Some(letter) = lower
                    .chars()
                    .next()
                    .filter(|c| "hms".contains(*c) && lower.chars().all(|other| other == *c))
                {
                    parts.push(Part::Elapsed(letter));
                }
            }
            '0' | '#' | '?' => parts.push(Part::Digit(c)),
            '.' if parts
                .iter()
                .any(|part| matches!(part, Part::Date(letters) if letters.starts_with('s'))) =>
            {
                // Fractions of a second are not shown.
                while characters.get(at) == Some(&'0') {
                    at += 1;
                }
            }
            '.' => parts.push(Part::Point),
            ',' => parts.push(Part::Thousands),
            '%' => parts.push(Part::Percent),
            'G' | 'g' if rest_is(at - 1, "general") => {
                parts.push(Part::General);
                at += 6;
            }
            'A' | 'a' if rest_is(at - 1, "am/pm") => {
                parts.push(Part::Date("AM/PM".to_owned()));
                at += 4;
            }
            'A' | 'a' if rest_is(at - 1, "a/p") => {
                parts.push(Part::Date("AM/PM".to_owned()));
                at += 2;
            }
            'y' | 'Y' | 'm' | 'M' | 'd' | 'D' | 'h' | 'H' | 's' | 'S' => {
                let run = characters[at..]
                    .iter()
                    .take_while(|other| other.eq_ignore_ascii_case(&c))
                    .count();
                let letters = c.to_ascii_lowercase().to_string().repeat(run + 1);
                at += run;
                parts.push(Part::Date(letters));
            }
            '@' => {}
            other => parts.push(Part::Text(other.to_string())),
        }
    }
    tell_months(&mut parts);
    parts
}

/// `m` is a month, unless it stands behind hours or before seconds. Months become capitals.
fn tell_months(parts: &mut [Part]) {
    let times: Vec<Option<char>> = parts
        .iter()
        .map(|part| match part {
            Part::Date(letters) if letters != "AM/PM" => letters.chars().next(),
            Part::Elapsed(letter) => Some(*letter),
            _ => None,
        })
        .collect();
    for at in 0..parts.len() {
        let Some('m') = times[at] else { continue };
        let before = times[..at].iter().rev().flatten().next();
        let after = times[at + 1..].iter().flatten().next();
        if before == Some(&'h') || after == Some(&'s') {
            continue;
        }
        if let Part::Date(letters) = &mut parts[at] {
            *letters = letters.to_uppercase();
        }
    }
}

const DAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];
const DIAS: [&str; 7] = [
    "lunes",
    "martes",
    "miércoles",
    "jueves",
    "viernes",
    "sábado",
    "domingo",
];

fn date(moment: NaiveDateTime, value: f64, parts: &[Part]) -> String {
    let spanish = parts.contains(&Part::Spanish);
    let halves = parts
        .iter()
        .any(|part| matches!(part, Part::Date(letters) if letters == "AM/PM"));
    let month = moment.month0() as usize;
    let month_name = if spanish {
        months::SPANISH[month]
    } else {
        months::ENGLISH[month]
    };
    let weekday = moment.weekday().num_days_from_monday() as usize;
    let day_name = if spanish { DIAS[weekday] } else { DAYS[weekday] };
    let short = |name: &str| name.chars().take(3).collect::<String>();
    let hour = if halves { moment.hour12().1 } else { moment.hour() };
    let mut out = String::new();
    for part in parts {
        match part {
            Part::Text(text) => out.push_str(text),
            Part::Thousands => out.push(','),
            Part::Point => out.push('.'),
            Part::Elapsed(letter) => {
                let units = match letter {
                    'h' => value * 24.0,
                    'm' => value * 1_440.0,
                    _ => value * 86_400.0,
                };
                out.push_str(&format!("{:.0}", (units + 1e-9).floor()));
            }
            Part::Date(letters) => match letters.as_str() {
                "y" | "yy" => out.push_str(&format!("{:02}", moment.year().rem_euclid(100))),
                "M" => out.push_str(&moment.month().to_string()),
                "MM" => out.push_str(&format!("{:02}", moment.month())),
                "MMM" => out.push_str(&short(month_name)),
                "MMMMM" => out.extend(month_name.chars().take(1)),
                "d" => out.push_str(&moment.day().to_string()),
                "dd" => out.push_str(&format!("{:02}", moment.day())),
                "ddd" => out.push_str(&short(day_name)),
                "h" => out.push_str(&hour.to_string()),
                "hh" => out.push_str(&format!("{hour:02}")),
                "m" => out.push_str(&moment.minute().to_string()),
                "mm" => out.push_str(&format!("{:02}", moment.minute())),
                "s" => out.push_str(&moment.second().to_string()),
                "ss" => out.push_str(&format!("{:02}", moment.second())),
                "AM/PM" => out.push_str(if moment.hour() < 12 { "AM" } else { "PM" }),
                letters if letters.starts_with('y') => out.push_str(&moment.year().to_string()),
                letters if letters.starts_with('M') => out.push_str(month_name),
                letters if letters.starts_with('d') => out.push_str(day_name),
                _ => {}
            },
            _ => {}
        }
    }
    out.trim().to_owned()
}

/// A number in a format of digits: from the right, each digit in its place, the marks between them where they stand.
fn number(value: f64, parts: &[Part], code: &str) -> String {
    let point = parts
        .iter()
        .position(|part| *part == Part::Point)
        .unwrap_or(parts.len());
    let last_digit = parts
        .iter()
        .rposition(|part| matches!(part, Part::Digit(_)))
        .unwrap_or(0);
    let percent = parts.contains(&Part::Percent);
    let is_digit = |part: &Part| matches!(part, Part::Digit(_));
    // A comma between digits groups them by thousands; one behind the last digit divides by a thousand.
    let first_digit = parts.iter().position(is_digit).unwrap_or(0);
    let grouped = parts
        .iter()
        .enumerate()
        .any(|(at, part)| *part == Part::Thousands && at > first_digit && at < last_digit.min(point));
    let scaled = parts
        .iter()
        .enumerate()
        .filter(|(at, part)| **part == Part::Thousands && *at > last_digit)
        .count()
        .min(4);
    let shown =
        value.abs() * if percent { 100.0 } else { 1.0 } / 1000f64.powi(i32::try_from(scaled).unwrap_or(0));
    let places = parts[point..]
        .iter()
        .filter(|part| is_digit(part))
        .count()
        .min(20);
    let fixed = format!("{shown:.places$}");
    let (whole, fraction) = fixed.split_once('.').unwrap_or((&fixed, ""));
    let whole = if whole == "0" { "" } else { whole };

    let mut backwards: Vec<char> = Vec::new();
    let mut digits = whole.chars().rev().peekable();
    let mut placed = 0usize;
    let first = parts[..point].iter().position(is_digit);
    let mut place = |backwards: &mut Vec<char>, digit: char| {
        if grouped && placed > 0 && placed.is_multiple_of(3) {
            backwards.push(',');
        }
        placed += 1;
        backwards.push(digit);
    };
    for (at, part) in parts[..point].iter().enumerate().rev() {
        match part {
            Part::Digit(mark) => {
                match (digits.next(), mark) {
                    (Some(digit), _) => place(&mut backwards, digit),
                    (None, '0') => place(&mut backwards, '0'),
                    _ => {}
                }
                if Some(at) == first {
                    for digit in digits.by_ref() {
                        place(&mut backwards, digit);
                    }
                }
            }
            Part::Text(text) => backwards.extend(text.chars().rev()),
            Part::Percent => backwards.push('%'),
            _ => {}
        }
    }
    let mut out: String = backwards.into_iter().rev().collect();
    if point < parts.len() {
        let marks: Vec<char> = parts[point..]
            .iter()
            .filter_map(|part| {
                if let Part::Digit(mark) = part {
                    Some(*mark)
                } else {
                    None
                }
            })
            .collect();
        // A `#` behind the point shows no zero.
        let mut kept = fraction.len().min(marks.len());
        while kept > 0 && marks[kept - 1] == '#' && fraction.as_bytes().get(kept - 1) == Some(&b'0') {
            kept -= 1;
        }
        if kept > 0 {
            out.push('.');
            out.push_str(&fraction[..kept]);
        }
        for part in &parts[point..] {
            match part {
                Part::Text(text) => out.push_str(text),
                Part::Percent => out.push('%'),
                _ => {}
            }
        }
    }
    // A section of its own for what is below zero brings its own mark.
    let marked = sections(code).len() > 1 && !code.starts_with("[<") && !code.starts_with("[>");
    if value < 0.0 && !marked {
        out.insert(0, '-');
    }
    out.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_look_as_their_formats_say() {
        for (value, code, text) in [
            (
                6_085_550_143.0,
                "[<=9999999]###-####;(###) ###-####",
                "(608) 555-0143",
            ),
            (5_550_143.0, "[<=9999999]###-####;(###) ###-####", "555-0143"),
            (6_085_550_143.0, "000\\-000\\-0000", "608-555-0143"),
            (6_085_550_143.0, "General", "6085550143"),
            (1_520.0, "00000", "01520"),
            (537_031_234.0, "00000\\-0000", "53703-1234"),
            (1_234_567.891, "#,##0.00", "1,234,567.89"),
            (-12.5, "0.0", "-12.5"),
            (-12.5, "0.0;(0.0)", "(12.5)"),
            (0.25, "0%", "25%"),
            (12.0, "\"Local \"0", "Local 12"),
            (0.1 + 0.2, "General", "0.3"),
            (7.0, "@", "7"),
            (1200.0, "[$€-407] #,##0", "€ 1,200"),
            (0.5, "#.##", ".5"),
        ] {
            assert_eq!(looks(value, code, false).text, text, "{value} in {code}");
        }
    }

    #[test]
    fn dates_look_as_their_formats_say_and_keep_their_moment() {
        let value = 46_146.388_888_888_9;
        for (code, text) in [
            ("m/d/yyyy h:mm", "5/4/2026 9:20"),
            ("yyyy\\-mm\\-dd", "2026-05-04"),
            ("d-mmm-yy", "4-May-26"),
            ("dddd, mmmm d, yyyy", "Monday, May 4, 2026"),
            ("h:mm AM/PM", "9:20 AM"),
            ("[$-40A]d \"de\" mmmm \"de\" yyyy", "4 de mayo de 2026"),
            ("dd/mm/yyyy hh:mm:ss", "04/05/2026 09:20:00"),
        ] {
            let looks = looks(value, code, false);
            assert_eq!(looks.text, text, "{code}");
            let day = code != "h:mm AM/PM";
            assert_eq!(
                looks.moment.map(|moment| moment.to_string()),
                day.then(|| "2026-05-04 09:20:00".to_owned()),
                "{code}"
            );
        }
        assert_eq!(looks(value - 1462.0, "yyyy", true).text, "2026");
        assert_eq!(looks(1.5, "[h]:mm", false).text, "36:00");
        assert_eq!(looks(1.0, "yyyy-mm-dd", false).text, "1900-01-01");
        assert_eq!(looks(-5.0, "yyyy", false).text, "-5");
    }

    proptest::proptest! {
        #[test]
        fn any_format_shows_any_number(value: f64, code in "[0#?.,%;\\[\\]<>=$a-zA-Z\"\\\\_* -]{0,24}") {
            looks(value, &code, false);
        }
    }
}
