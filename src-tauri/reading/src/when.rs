//! A day, and the hour where one is said, as a person types them: "tue", "12/4", "dec 4 5pm", "mañana al mediodía".
//!
//! Owns what the words mean beside the present, which is passed in. English and Spanish words are read whatever the language; the
//! order of day and month in figures is the caller's. What is not understood to the last word is refused, never half taken.

use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime, NaiveTime, Weekday};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use names::recognize::words::fold;

use crate::dates::{Order, month, weekday, year};

/// A day, and the time of day where one was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct When {
    /// The day.
    pub date: NaiveDate,
    /// The time of day; `None` when no word says one.
    pub time: Option<NaiveTime>,
}

/// Why a text is no day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unclear {
    /// Some of it is not understood, or says two things.
    Words,
    /// There is no such day or hour: February 30, 25:00.
    NoSuchDay,
    /// The day of the week is not that of the date.
    Weekday(NaiveDate),
}

/// Where a day without a year or a week lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export, export_to = "words/")]
pub enum Toward {
    /// Ahead, as a deadline.
    Future,
    /// Behind, as the day on which somebody wrote.
    Past,
}

/// What a text means at a moment, which is local to where the day is meant.
///
/// # Errors
/// Why it is not understood.
pub fn when(text: &str, now: NaiveDateTime, order: Order, toward: Toward) -> Result<When, Unclear> {
    if text.len() > 80 {
        return Err(Unclear::Words);
    }
    let words = words(text);
    let mut reader = Reader {
        words: &words,
        at: 0,
        now,
        order,
        toward,
        found: Found::default(),
    };
    while reader.at < words.len() {
        if !reader.take()? {
            return Err(Unclear::Words);
        }
    }
    reader.finish()
}

/// The words of a text: figures with what separates them, and letters. `5pm` and `17h` are two words each.
fn words(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    // "p. m." and "p.m." are one word.
    let mut folded = fold(text).replace(['\u{a0}', '\u{202f}'], " ");
    for (written, word) in [
        ("p. m.", "pm"),
        ("a. m.", "am"),
        ("p.m.", "pm"),
        ("a.m.", "am"),
        ("p.m", "pm"),
        ("a.m", "am"),
    ] {
        folded = folded.replace(written, word);
    }
    for chunk in folded.split(|c: char| c.is_whitespace() || c == ',' || c == ';') {
        let mut word = String::new();
        for c in chunk.chars() {
            let figure = |c: char| c.is_ascii_digit() || matches!(c, '/' | '-' | ':' | '.');
            // The T of an ISO moment divides as a space does.
            if c == 't' && word.len() == 10 && word.starts_with(|c: char| c.is_ascii_digit()) {
                out.push(std::mem::take(&mut word));
                continue;
            }
            let letters_follow = word.ends_with(|c: char| c.is_ascii_digit()) && !figure(c);
            let figures_follow = word.ends_with(char::is_alphabetic) && c.is_ascii_digit();
            if letters_follow || figures_follow {
                out.push(std::mem::take(&mut word));
            }
            word.push(c);
        }
        out.push(word);
    }
    out.into_iter()
        .map(|word| word.trim_matches(['.', '-', '·', '(', ')', '@']).to_owned())
        .filter(|word| !word.is_empty())
        .collect()
}

/// What was found so far.
#[derive(Default)]
struct Found {
    date: Option<NaiveDate>,
    weekday: Option<Weekday>,
    /// The week after this one.
    next: bool,
    time: Option<NaiveTime>,
    /// Morning, afternoon or evening, for an hour that says none.
    part: Option<Part>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Morning,
    Afternoon,
    Evening,
}

struct Reader<'a> {
    words: &'a [String],
    at: usize,
    now: NaiveDateTime,
    order: Order,
    toward: Toward,
    found: Found,
}

impl Reader<'_> {
    fn word(&self, ahead: usize) -> &str {
        self.words.get(self.at + ahead).map_or("", String::as_str)
    }

    fn number(&self, ahead: usize) -> Option<u32> {
        let word = self.word(ahead);
        (word.len() <= 4 && !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit()))
            .then(|| word.parse().ok())
            .flatten()
    }

    /// Whether these words come next; they are passed.
    fn pass(&mut self, phrase: &str) -> bool {
        let mut length = 0;
        for word in phrase.split(' ') {
            if self.word(length) != word {
                return false;
            }
            length += 1;
        }
        self.at += length;
        true
    }

    /// Takes what comes next; false when nothing is known by it.
    fn take(&mut self) -> Result<bool, Unclear> {
        if self.take_part() || self.take_named_time()? || self.take_relative()? {
            return Ok(true);
        }
        if let Some(taken) = self.take_written_date()? {
            return Ok(taken);
        }
        if self.take_clock()? || self.take_weekday()? {
            return Ok(true);
        }
        // Words that only join.
        Ok([
            "at",
            "on",
            "by",
            "the",
            "a las",
            "a la",
            "el",
            "para el",
            "antes del",
            "hora de",
            "de",
            "of",
        ]
        .iter()
        .any(|phrase| self.pass(phrase)))
    }

    fn set_date(&mut self, date: Option<NaiveDate>) -> Result<bool, Unclear> {
        let date = date
            .filter(|date| (1900..=2199).contains(&date.year()))
            .ok_or(Unclear::NoSuchDay)?;
        if self.found.date.replace(date).is_some() {
            return Err(Unclear::Words);
        }
        Ok(true)
    }

    fn set_time(&mut self, hour: u32, minute: u32) -> Result<bool, Unclear> {
        let time = NaiveTime::from_hms_opt(hour, minute, 0).ok_or(Unclear::NoSuchDay)?;
        if self.found.time.replace(time).is_some() {
            return Err(Unclear::Words);
        }
        Ok(true)
    }

    /// The part of the day: "in the morning", "de la tarde".
    fn take_part(&mut self) -> bool {
        let phrases = [
            ("in the morning", Part::Morning),
            ("de la manana", Part::Morning),
            ("por la manana", Part::Morning),
            ("en la manana", Part::Morning),
            ("morning", Part::Morning),
            ("in the afternoon", Part::Afternoon),
            ("afternoon", Part::Afternoon),
            ("de la tarde", Part::Afternoon),
            ("por la tarde", Part::Afternoon),
            ("en la tarde", Part::Afternoon),
            ("in the evening", Part::Evening),
            ("evening", Part::Evening),
            ("at night", Part::Evening),
            ("de la noche", Part::Evening),
            ("por la noche", Part::Evening),
            ("en la noche", Part::Evening),
        ];
        let Some((_, part)) = phrases.iter().find(|(phrase, _)| self.pass(phrase)) else {
            return false;
        };
        self.found.part = Some(*part);
        true
    }

    fn take_named_time(&mut self) -> Result<bool, Unclear> {
        let named = [
            ("noon", 12, 0),
            ("midday", 12, 0),
            ("al mediodia", 12, 0),
            ("mediodia", 12, 0),
            // Midnight of a day is its end: a letter that closes on Friday at midnight is open on Friday.
            ("midnight", 23, 59),
            ("a medianoche", 23, 59),
            ("medianoche", 23, 59),
            ("end of day", 17, 0),
            ("eod", 17, 0),
            ("close of business", 17, 0),
            ("cob", 17, 0),
            ("fin del dia", 17, 0),
        ];
        match named.iter().find(|(phrase, ..)| self.pass(phrase)) {
            Some((_, hour, minute)) => self.set_time(*hour, *minute),
            None => Ok(false),
        }
    }

    /// Days counted from today.
    fn take_relative(&mut self) -> Result<bool, Unclear> {
        let today = self.now.date();
        let after = |days: i64| today.checked_add_signed(chrono::Duration::days(days));
        let phrases = [
            ("day after tomorrow", 2),
            ("pasado manana", 2),
            ("day before yesterday", -2),
            ("anteayer", -2),
            ("today", 0),
            ("hoy", 0),
            ("tomorrow", 1),
            ("tmrw", 1),
            ("manana", 1),
            ("yesterday", -1),
            ("ayer", -1),
            ("next week", 7),
            ("in a week", 7),
            ("proxima semana", 7),
            ("la proxima semana", 7),
            ("la semana que viene", 7),
            ("en una semana", 7),
            ("last week", -7),
            ("la semana pasada", -7),
        ];
        if let Some((_, days)) = phrases.iter().find(|(phrase, _)| self.pass(phrase)) {
            return self.set_date(after(*days));
        }
        if ["end of the month", "end of month", "eom", "fin de mes"]
            .iter()
            .any(|phrase| self.pass(phrase))
        {
            let next = today
                .with_day(1)
                .and_then(|first| first.checked_add_months(Months::new(1)));
            return self.set_date(next.and_then(|first| first.pred_opt()));
        }
        self.take_counted()
    }

    /// "in 3 days", "3 days", "2 weeks ago", "hace tres días".
    fn take_counted(&mut self) -> Result<bool, Unclear> {
        let start = self.at;
        let ago = self.pass("hace");
        if !ago && !self.pass("in") && !self.pass("en") {
            self.pass("dentro de");
        }
        let small = [
            "a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        ];
        let spanish = [
            "un", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez",
        ];
        let count = self.number(0).or_else(|| {
            let word = self.word(0);
            let at = small.iter().position(|of| *of == word);
            let at = at.or_else(|| spanish.iter().position(|of| *of == word));
            at.or((word == "una" || word == "one").then_some(0))
                .and_then(|at| u32::try_from(at + 1).ok())
        });
        let unit = match self.word(1) {
            "day" | "days" | "dia" | "dias" => 1,
            "week" | "weeks" | "semana" | "semanas" => 7,
            _ => 0,
        };
        let (Some(count), true) = (count, unit > 0) else {
            self.at = start;
            return Ok(false);
        };
        self.at += 2;
        let ago = ago || self.pass("ago") || self.pass("atras");
        let days = i64::from(count) * unit * if ago { -1 } else { 1 };
        self.set_date(self.now.date().checked_add_signed(chrono::Duration::days(days)))
    }

    /// A date in figures or with a month's name. `None` when none begins here.
    fn take_written_date(&mut self) -> Result<Option<bool>, Unclear> {
        if let Some(figures) = figures(self.word(0)) {
            self.at += 1;
            let date = self.of_figures(&figures);
            return self.set_date(date).map(Some);
        }
        // "dec 4", "december 4th, 2026"; "mar" before a day and a month is Tuesday, martes.
        let tuesday = self.word(0) == "mar" && (self.word(2) == "de" || month(self.word(2)).is_some());
        let named = month(self.word(0)).filter(|_| !tuesday);
        if let (Some(named), Some(day)) = (named, self.number(1).filter(|day| *day <= 31)) {
            self.at += 2;
            self.ordinal();
            let date = self.dated(named, day);
            return self.set_date(date).map(Some);
        }
        // "4 dec", "4th of december", "4 de diciembre de 2026", "el 4", "the 4th".
        let Some(day) = self.number(0).filter(|day| (1..=31).contains(day)) else {
            return Ok(None);
        };
        let start = self.at;
        let article = start > 0 && matches!(self.words[start - 1].as_str(), "el" | "dia" | "the");
        self.at += 1;
        let ordinal = self.ordinal();
        let joined = self.pass("of") || self.pass("de");
        if let Some(named) = month(self.word(0)) {
            self.at += 1;
            let date = self.dated(named, day);
            return self.set_date(date).map(Some);
        }
        if joined || !(ordinal || article) {
            self.at = start;
            return Ok(None);
        }
        let date = self.of_month(day);
        self.set_date(date).map(Some)
    }

    /// Passes the ending of an ordinal: the `th` of `4th`, which is a word of its own.
    fn ordinal(&mut self) -> bool {
        ["st", "nd", "rd", "th", "o"].iter().any(|end| self.pass(end))
    }

    /// A month and a day, with the year where one follows.
    fn dated(&mut self, month: u32, day: u32) -> Option<NaiveDate> {
        let start = self.at;
        let _ = self.pass("del") || self.pass("de");
        let word = self.word(0).to_owned();
        let digits = word.len();
        if let Some(value) = self.number(0).filter(|_| digits == 4) {
            self.at += 1;
            return NaiveDate::from_ymd_opt(year(value, digits)?, month, day);
        }
        self.at = start;
        self.nearest(month, day)
    }

    /// A day and month of the year in which it lies on the right side of today.
    fn nearest(&self, month: u32, day: u32) -> Option<NaiveDate> {
        let today = self.now.date();
        let mut years: Vec<i32> = (-8..=8).map(|by| today.year() + by).collect();
        if self.toward == Toward::Past {
            years.reverse();
        }
        // February 29 is not there each year.
        years
            .into_iter()
            .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
            .find(|date| match self.toward {
                Toward::Future => *date >= today,
                Toward::Past => *date <= today,
            })
    }

    /// The day with this number, in this month or the nearest that has it.
    fn of_month(&self, day: u32) -> Option<NaiveDate> {
        let first = self.now.date().with_day(1)?;
        (0..4)
            .filter_map(|by| match self.toward {
                Toward::Future => first.checked_add_months(Months::new(by)),
                Toward::Past => first.checked_sub_months(Months::new(by)),
            })
            .filter_map(|first| first.with_day(day))
            .find(|date| match self.toward {
                Toward::Future => *date >= self.now.date(),
                Toward::Past => *date <= self.now.date(),
            })
    }

    fn of_figures(&self, figures: &[(u32, usize)]) -> Option<NaiveDate> {
        let day_first = self.order == Order::DayFirst;
        match *figures {
            [(first, 4), (month, _), (day, _)] => {
                NaiveDate::from_ymd_opt(i32::try_from(first).ok()?, month, day)
            }
            [(first, _), (second, _), (third, digits)] => {
                let year = year(third, digits)?;
                let (month, day) = if day_first {
                    (second, first)
                } else {
                    (first, second)
                };
                NaiveDate::from_ymd_opt(year, month, day)
                    .or_else(|| NaiveDate::from_ymd_opt(year, day, month))
            }
            [(first, _), (second, _)] => {
                let (month, day) = if day_first {
                    (second, first)
                } else {
                    (first, second)
                };
                self.nearest(month, day).or_else(|| self.nearest(day, month))
            }
            _ => None,
        }
    }

    /// "5pm", "5:30 pm", "17:00", "17 h", "at 5".
    fn take_clock(&mut self) -> Result<bool, Unclear> {
        let word = self.word(0).to_owned();
        let (hour, minute) = match word.split_once(':') {
            Some((hour, minute)) => {
                // Seconds are of no use, and stand in what forms export.
                let minute = minute.split(':').next().unwrap_or_default();
                match (hour.parse::<u32>(), minute.parse::<u32>()) {
                    (Ok(hour), Ok(minutes)) if minute.len() == 2 => (hour, Some(minutes)),
                    _ => return Ok(false),
                }
            }
            None => match self.number(0) {
                Some(hour) => (hour, None),
                None => return Ok(false),
            },
        };
        let led = self.at > 0 && matches!(self.words[self.at - 1].as_str(), "at" | "las" | "la");
        self.at += 1;
        if let Some(half) = ["am", "pm", "a", "p"].iter().find(|half| self.pass(half)) {
            if !(1..=12).contains(&hour) {
                return Err(Unclear::NoSuchDay);
            }
            let add = if half.starts_with('p') { 12 } else { 0 };
            return self.set_time(hour % 12 + add, minute.unwrap_or(0));
        }
        let hours = ["h", "hs", "hrs", "horas"].iter().any(|word| self.pass(word));
        if hours || (minute.is_some() && !self.part_follows()) {
            return self.set_time(hour, minute.unwrap_or(0));
        }
        if (led || self.part_follows()) && (1..=12).contains(&hour) {
            let evening = self.peek_part().map(|part| part != Part::Morning);
            // Without a word for the part of the day, an hour of work is meant: 9 is in the morning, 5 in the afternoon.
            let later = evening.unwrap_or(hour < 8 || hour == 12);
            return self.set_time(hour % 12 + if later { 12 } else { 0 }, minute.unwrap_or(0));
        }
        if led && minute.is_none() {
            return self.set_time(hour, 0);
        }
        Err(Unclear::Words)
    }

    fn part_follows(&self) -> bool {
        self.peek_part().is_some()
    }

    fn peek_part(&self) -> Option<Part> {
        let mut ahead = Reader {
            words: self.words,
            at: self.at,
            now: self.now,
            order: self.order,
            toward: self.toward,
            found: Found::default(),
        };
        ahead.take_part();
        ahead.found.part
    }

    fn take_weekday(&mut self) -> Result<bool, Unclear> {
        let start = self.at;
        let mut next = self.pass("next") || self.pass("proximo");
        let _ = self.pass("this") || self.pass("este") || self.pass("last") || self.pass("coming");
        let word = self.word(0);
        let day = weekday(word).or((word == "mar").then_some(Weekday::Tue));
        let Some(day) = day else {
            self.at = start;
            return Ok(false);
        };
        self.at += 1;
        next = next || self.pass("que viene") || self.pass("proximo");
        let _ = self.pass("pasado");
        self.found.next |= next;
        if self.found.weekday.replace(day).is_some() {
            return Err(Unclear::Words);
        }
        Ok(true)
    }

    fn finish(self) -> Result<When, Unclear> {
        let today = self.now.date();
        let time = self.found.time.or_else(|| {
            let hour = match self.found.part? {
                Part::Morning => 9,
                Part::Afternoon => 15,
                Part::Evening => 19,
            };
            NaiveTime::from_hms_opt(hour, 0, 0)
        });
        let date = match (self.found.date, self.found.weekday) {
            (Some(date), Some(weekday)) if date.weekday() != weekday => return Err(Unclear::Weekday(date)),
            (Some(date), _) => date,
            (None, Some(weekday)) => self.on(weekday).ok_or(Unclear::NoSuchDay)?,
            // An hour alone is that of today, or of tomorrow once it is past.
            (None, None) => {
                let time = time.ok_or(Unclear::Words)?;
                let over = today.and_time(time) <= self.now;
                match self.toward {
                    Toward::Future if over => today.checked_add_days(Days::new(1)),
                    Toward::Past if !over => today.checked_sub_days(Days::new(1)),
                    _ => Some(today),
                }
                .ok_or(Unclear::NoSuchDay)?
            }
        };
        Ok(When { date, time })
    }

    /// The day of the week, today left out where it lies ahead; with "next", that of the week after this one.
    fn on(&self, weekday: Weekday) -> Option<NaiveDate> {
        let today = self.now.date();
        let from = today.weekday().days_since(Weekday::Mon);
        let to = weekday.days_since(Weekday::Mon);
        if self.found.next {
            return today.checked_add_days(Days::new(u64::from(7 - from + to)));
        }
        match self.toward {
            Toward::Future => {
                let days = (to + 7 - from) % 7;
                today.checked_add_days(Days::new(u64::from(if days == 0 { 7 } else { days })))
            }
            Toward::Past => today.checked_sub_days(Days::new(u64::from((from + 7 - to) % 7))),
        }
    }
}

/// Two or three numbers with the same mark between them, and how many digits each has.
fn figures(word: &str) -> Option<Vec<(u32, usize)>> {
    let mark = ['/', '-', '.'].into_iter().find(|mark| word.contains(*mark))?;
    let numbers: Option<Vec<(u32, usize)>> = word
        .split(mark)
        .map(|part| {
            let plain = !part.is_empty() && part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit());
            plain.then(|| Some((part.parse().ok()?, part.len()))).flatten()
        })
        .collect();
    numbers.filter(|numbers| (2..=3).contains(&numbers.len()))
}

#[cfg(test)]
mod tests;
