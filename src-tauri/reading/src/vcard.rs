//! Address cards: vCard 2.1, 3.0 and 4.0, any number in a file.
//!
//! Owns the cutting of a file into cards (`vcard/lines.rs`), the decoding of values and the choice among several of a kind,
//! and gives a row for each card, under headings of its own. The parsing is our own: cards as they are found break the rules of
//! their version in ways that a strict parser loses text by, and a value in quoted-printable without a charset has to be
//! guessed from the bytes of the whole file. Photos, keys and sounds are passed over.
//!
//! Rules are from RFC 6350 (4.0), RFC 2426 (3.0) and the versit Consortium's vCard 2.1.

mod lines;

use crate::charset::{self, Charset, CharsetBy};
use crate::columns::names_an_organization;
use crate::list::{begins_with_given_name, names_of_either};
use crate::problem::{FileError, LONGEST_CELL, Problem, ProblemReason, check_size};
use crate::table::{Reading, Table};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use lines::{Lines, Property};

/// How many values of one kind a card may have; a person has fewer, and each is a column.
const MOST_VALUES: usize = 12;

/// The most cards of a file: ten times what an address book has.
const MOST_CARDS: u32 = 50_000;

/// How many properties of a card are looked at, and how many of all cards together.
const MOST_PROPERTIES: usize = 2_000;
const MOST_PROPERTIES_OF_ALL: usize = 600_000;

/// The columns, in the order in which they are shown; one that no card fills is left out.
const HEADINGS: [&str; 20] = [
    "Formatted name",
    "Prefix",
    "First name",
    "Middle name",
    "Last name",
    "Suffix",
    "Organization",
    "Department",
    "Title",
    "Email",
    "Phone",
    "Fax",
    "Street",
    "City",
    "State",
    "Postal code",
    "Country",
    "Website",
    "Note",
    "Categories",
];

/// What a card says, by heading.
#[derive(Debug, Default)]
struct Card {
    values: [Vec<String>; HEADINGS.len()],
    /// The card is an organization's and not a person's.
    of_organization: bool,
}

/// Reads cards. A row's number is the card's, counted from 1.
///
/// # Errors
/// [`FileError`] when there is no card, or beyond the limits.
pub fn read(bytes: &[u8], chosen: Option<&str>) -> Result<Reading, FileError> {
    check_size(bytes)?;
    // UTF-16 is turned first, because its line ends are no bytes.
    let found = match chosen {
        Some(label) => (charset::named(label)?, CharsetBy::Chosen),
        None => charset::find(bytes),
    };
    let turned;
    let (bytes, charset) = if found.0 == UTF_16LE || found.0 == UTF_16BE {
        let (text, _, _) = found.0.decode(bytes);
        turned = text.into_owned().into_bytes();
        (turned.as_slice(), Some(found))
    } else {
        (bytes, chosen.map(|_| found))
    };
    let mut reader = Reader::default();
    reader.cut(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes))?;
    if reader.cards.is_empty() {
        return Err(
            if reader
                .problems
                .iter()
                .any(|problem| problem.reason == ProblemReason::CardEmpty)
            {
                FileError::Empty
            } else {
                FileError::Kind
            },
        );
    }
    let (encoding, by) = match charset {
        Some((encoding, by)) if encoding != UTF_16LE && encoding != UTF_16BE => (encoding, by),
        Some((_, by)) => (UTF_8, by),
        None => reader.charset(),
    };
    let name = charset
        .map_or(encoding, |(encoding, _)| encoding)
        .name()
        .to_owned();
    let mut reading = reader.table(encoding)?;
    reading.charset = Some(Charset { name, by });
    Ok(reading)
}

/// The cards of a file with their values still in bytes, so that the charset can be told from all of them.
#[derive(Default)]
struct Reader<'a> {
    cards: Vec<(u32, Vec<Property<'a>>)>,
    problems: Vec<Problem>,
    number: u32,
    properties: usize,
}

impl<'a> Reader<'a> {
    fn problem(&mut self, row: u32, reason: ProblemReason) {
        let problem = Problem { row, reason };
        if self.problems.last() != Some(&problem) {
            self.problems.push(problem);
        }
    }

    fn cut(&mut self, bytes: &'a [u8]) -> Result<(), FileError> {
        let mut card: Option<Vec<Property<'a>>> = None;
        // A card inside another (AGENT) is somebody else's: passed over to its end.
        let mut inside = 0usize;
        let mut agent = false;
        for property in Lines::new(bytes) {
            let what = property.value.trim_ascii();
            if property.name == "BEGIN" && what.eq_ignore_ascii_case(b"vcard") {
                if inside > 0 || card.is_some() && agent {
                    inside += 1;
                    agent = false;
                    continue;
                }
                if let Some(open) = card.take() {
                    self.problem(self.number, ProblemReason::CardOpen);
                    self.keep(open);
                }
                self.number = self.number.saturating_add(1);
                if self.number > MOST_CARDS {
                    return Err(FileError::Long {
                        most: MOST_CARDS as usize,
                    });
                }
                card = Some(Vec::new());
            } else if property.name == "END" && what.eq_ignore_ascii_case(b"vcard") {
                if inside > 0 {
                    inside -= 1;
                } else if let Some(whole) = card.take() {
                    self.keep(whole);
                }
                agent = false;
            } else if let Some(card) = &mut card {
                agent = property.name == "AGENT";
                if inside > 0 || !property.is_wanted() {
                    continue;
                }
                if property.value.len() > LONGEST_CELL
                    || card.len() >= MOST_PROPERTIES
                    || self.properties >= MOST_PROPERTIES_OF_ALL
                {
                    self.problem(self.number, ProblemReason::TooLong);
                } else {
                    self.properties += 1;
                    if property.mended {
                        self.problems.push(Problem {
                            row: self.number,
                            reason: ProblemReason::NoColon,
                        });
                    }
                    card.push(property);
                }
            } else if !property.name.is_empty() || !what.is_empty() {
                self.problem(self.number.saturating_add(1), ProblemReason::OutsideCard);
            }
        }
        if let Some(open) = card {
            self.problem(self.number, ProblemReason::CardOpen);
            self.keep(open);
        }
        Ok(())
    }

    fn keep(&mut self, card: Vec<Property<'a>>) {
        let says_something = |property: &Property<'_>| {
            property.name != "KIND"
                && property
                    .value
                    .iter()
                    .any(|byte| !byte.is_ascii_whitespace() && *byte != b';')
        };
        if card.iter().any(says_something) {
            self.cards.push((self.number, card));
        } else {
            self.problem(self.number, ProblemReason::CardEmpty);
        }
    }

    /// The charset of the values that name none, told from all of them together.
    fn charset(&self) -> (&'static Encoding, CharsetBy) {
        let mut bytes = Vec::new();
        for (_, card) in &self.cards {
            for property in card.iter().filter(|property| property.charset.is_none()) {
                // Addresses are plain letters, but their domains tell the country.
                let tells = property.name == "EMAIL" || !property.value.is_ascii();
                if tells && bytes.len() < 1024 * 1024 {
                    bytes.extend_from_slice(&property.value);
                    bytes.push(b'\n');
                }
            }
        }
        if std::str::from_utf8(&bytes).is_ok() {
            (UTF_8, CharsetBy::Valid)
        } else {
            charset::find(&bytes)
        }
    }

    fn table(mut self, encoding: &'static Encoding) -> Result<Reading, FileError> {
        let mut cards = Vec::new();
        for (number, properties) in std::mem::take(&mut self.cards) {
            let mut card = Card::default();
            let mut unreadable = false;
            for property in ranked(properties) {
                let text = property.text(encoding);
                unreadable |= text.contains('\u{FFFD}');
                card.add(&property, &text);
            }
            card.finish();
            if unreadable {
                self.problem(number, ProblemReason::Unreadable);
            }
            if card.values.iter_mut().any(|values| {
                let long = values.len() > MOST_VALUES;
                values.truncate(MOST_VALUES);
                long
            }) {
                self.problem(number, ProblemReason::TooLong);
            }
            cards.push((number, card));
        }
        let wide = |column: usize| {
            cards
                .iter()
                .map(|(_, card)| card.values[column].len())
                .max()
                .unwrap_or(0)
        };
        let widths: Vec<usize> = (0..HEADINGS.len()).map(wide).collect();
        let mut headings = Vec::new();
        for (heading, width) in HEADINGS.iter().zip(&widths) {
            headings.extend((1..=*width).map(|nth| {
                if nth == 1 {
                    (*heading).to_owned()
                } else {
                    format!("{heading} {nth}")
                }
            }));
        }
        let mut table = Table::new(None);
        table.push(0, false, headings.iter().map(String::as_str))?;
        let mut empty = Vec::new();
        for (number, card) in &cards {
            let cells = card.values.iter().zip(&widths).flat_map(|(values, width)| {
                (0..*width).map(|nth| values.get(nth).map_or("", String::as_str))
            });
            if !table.push(*number, false, cells)? {
                empty.push(*number);
            }
        }
        for number in empty {
            self.problem(number, ProblemReason::CardEmpty);
        }
        if table.len() < 2 {
            return Err(FileError::Empty);
        }
        table.set_header(Some(0));
        table.take_every_row();
        self.problems.sort_by_key(|problem| problem.row);
        Ok(Reading {
            table,
            problems: self.problems,
            charset: None,
            delimiter: None,
        })
    }
}

/// Properties with the preferred ones of each kind first, then those of work, as they stand otherwise.
fn ranked(mut properties: Vec<Property<'_>>) -> Vec<Property<'_>> {
    properties.sort_by_key(Property::rank);
    properties
}

/// The places of the columns in [`HEADINGS`].
mod column {
    pub const FORMATTED: usize = 0;
    pub const PREFIX: usize = 1;
    pub const FIRST: usize = 2;
    pub const MIDDLE: usize = 3;
    pub const LAST: usize = 4;
    pub const SUFFIX: usize = 5;
    pub const ORGANIZATION: usize = 6;
    pub const DEPARTMENT: usize = 7;
    pub const TITLE: usize = 8;
    pub const EMAIL: usize = 9;
    pub const PHONE: usize = 10;
    pub const FAX: usize = 11;
    pub const STREET: usize = 12;
    pub const CITY: usize = 13;
    pub const STATE: usize = 14;
    pub const POSTAL: usize = 15;
    pub const COUNTRY: usize = 16;
    pub const WEBSITE: usize = 17;
    pub const NOTE: usize = 18;
    pub const CATEGORIES: usize = 19;
}

impl Card {
    fn put(&mut self, column: usize, value: &str) {
        let value = value.trim();
        let values = &mut self.values[column];
        if !value.is_empty() && values.len() <= MOST_VALUES && !values.iter().any(|other| other == value) {
            values.push(value.to_owned());
        }
    }

    /// Puts a value where there can be only one: the first, which is the preferred one, stays.
    fn put_once(&mut self, column: usize, value: &str) {
        if self.values[column].is_empty() {
            self.put(column, value);
        }
    }

    fn add(&mut self, property: &Property<'_>, text: &str) {
        match property.name.as_str() {
            "FN" => self.put_once(column::FORMATTED, &unescaped(text)),
            "N" => {
                let columns = [
                    column::LAST,
                    column::FIRST,
                    column::MIDDLE,
                    column::PREFIX,
                    column::SUFFIX,
                ];
                for (column, part) in columns.into_iter().zip(parts(text)) {
                    self.put_once(column, &part);
                }
            }
            "ORG" => {
                let mut parts = parts(text).into_iter();
                self.put(column::ORGANIZATION, &parts.next().unwrap_or_default());
                let units: Vec<String> = parts
                    .map(|part| part.trim().to_owned())
                    .filter(|part| !part.is_empty())
                    .collect();
                self.put_once(column::DEPARTMENT, &units.join(", "));
            }
            "TITLE" => self.put_once(column::TITLE, &unescaped(text)),
            "ROLE" if self.values[column::TITLE].is_empty() => self.put(column::TITLE, &unescaped(text)),
            "EMAIL" => {
                let address = unescaped(text);
                self.put(column::EMAIL, address.strip_prefix("mailto:").unwrap_or(&address));
            }
            "TEL" => {
                let fax = property.has_type("FAX") || property.has_type("PAGER");
                self.put(if fax { column::FAX } else { column::PHONE }, &telephone(text));
            }
            "ADR" => {
                // The first address with something in it; parts of two are not mixed.
                let taken = [
                    column::STREET,
                    column::CITY,
                    column::STATE,
                    column::POSTAL,
                    column::COUNTRY,
                ];
                if taken.iter().all(|column| self.values[*column].is_empty()) {
                    let parts = parts(text);
                    let part = |at: usize| parts.get(at).map_or("", |part| part.trim());
                    let street: Vec<&str> = [part(0), part(1), part(2)]
                        .into_iter()
                        .filter(|part| !part.is_empty())
                        .collect();
                    self.put(column::STREET, &street.join(", "));
                    for (column, at) in taken.into_iter().skip(1).zip(3..) {
                        self.put(column, part(at));
                    }
                }
            }
            "URL" => self.put(column::WEBSITE, &unescaped(text)),
            "NOTE" => {
                // Several notes are one text, and the same note twice is one.
                let note = unescaped(text);
                match self.values[column::NOTE].first_mut() {
                    Some(before)
                        if !before.contains(note.trim()) && before.len() + note.len() < LONGEST_CELL =>
                    {
                        before.push('\n');
                        before.push_str(note.trim());
                    }
                    Some(_) => {}
                    None => self.put(column::NOTE, &note),
                }
            }
            "CATEGORIES" => self.put_once(column::CATEGORIES, &unescaped(text)),
            "KIND" | "X-ADDRESSBOOKSERVER-KIND" => {
                self.of_organization |=
                    matches!(text.trim().to_ascii_lowercase().as_str(), "org" | "organization")
            }
            "X-ABSHOWAS" => self.of_organization |= text.trim().eq_ignore_ascii_case("company"),
            _ => {}
        }
    }

    /// What follows from several properties together: the name where only its parts are written, and an organization's.
    fn finish(&mut self) {
        let in_parts = self.values[column::FIRST].len() + self.values[column::LAST].len() > 0;
        let formatted = self.values[column::FORMATTED].first().cloned();
        let organization = self.values[column::ORGANIZATION].first().cloned();
        if self.of_organization && !in_parts && organization.is_none() {
            self.values[column::ORGANIZATION].extend(formatted.clone());
        }
        // A telephone keeps a shop under a given name.
        let of_name = [column::FIRST, column::MIDDLE, column::LAST];
        let parts: Vec<&String> = of_name.iter().flat_map(|column| &self.values[*column]).collect();
        if organization.is_none()
            && !parts.is_empty()
            && let Some(name) = formatted.clone()
            && parts
                .iter()
                .map(|part| part.as_str())
                .collect::<Vec<_>>()
                .join(" ")
                == name
            && names_a_body(&name)
            && (parts.len() == 1 || names_an_organization(&name) && names_of_either(&name).1 > 0.5)
        {
            for column in of_name {
                self.values[column].clear();
            }
            self.values[column::FORMATTED].clear();
            self.put(column::ORGANIZATION, &name);
        }
        let organization = self.values[column::ORGANIZATION].first().cloned();
        let in_parts = self.values[column::FIRST].len() + self.values[column::LAST].len() > 0;
        let formatted = self.values[column::FORMATTED].first().cloned();
        // A card that is filed under the company is its person's all the same.
        if in_parts && formatted.is_some() && formatted == organization {
            self.values[column::FORMATTED].clear();
        }
        if !in_parts && formatted.is_some() && formatted == organization || self.of_organization && !in_parts
        {
            self.values[column::FORMATTED].clear();
        }
        if self.values[column::FORMATTED].is_empty() && in_parts {
            let of = |column: usize| self.values[column].first().map_or("", String::as_str);
            let name = [
                column::PREFIX,
                column::FIRST,
                column::MIDDLE,
                column::LAST,
                column::SUFFIX,
            ]
            .map(of);
            let name: Vec<&str> = name.into_iter().filter(|part| !part.is_empty()).collect();
            let name = name.join(" ");
            self.put(column::FORMATTED, &name);
        }
    }
}

/// Whether a name in one piece is plainly no person's: "Harbor Tours and Lodging".
fn names_a_body(name: &str) -> bool {
    name.contains(' ')
        && !begins_with_given_name(name)
        && (names_an_organization(name) || names_of_either(name).1 > 0.9)
}

/// The parts of a structured value, with what is escaped in them.
fn parts(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut characters = text.chars();
    while let Some(c) = characters.next() {
        match c {
            ';' if parts.len() < 16 => parts.push(String::new()),
            '\\' => push_escaped(parts.last_mut(), characters.next()),
            c => parts.last_mut().map_or((), |part| part.push(c)),
        }
    }
    parts
}

fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut characters = text.chars();
    while let Some(c) = characters.next() {
        match c {
            '\\' => push_escaped(Some(&mut out), characters.next()),
            c => out.push(c),
        }
    }
    out
}

fn push_escaped(out: Option<&mut String>, escaped: Option<char>) {
    let Some(out) = out else { return };
    match escaped {
        Some('n' | 'N') => out.push('\n'),
        // A path on Windows, as 2.1 writes it plainly.
        Some(c) if c.is_ascii_alphanumeric() => out.extend(['\\', c]),
        Some(c) => out.push(c),
        None => out.push('\\'),
    }
}

/// A telephone number, also where version 4 writes it as an address: `tel:+1-555-0143;ext=102`.
fn telephone(text: &str) -> String {
    let text = unescaped(text);
    let Some(number) = text.trim().strip_prefix("tel:") else {
        return text;
    };
    match number.split_once(";ext=") {
        Some((number, extension)) => format!("{number} ext. {}", extension.split(';').next().unwrap_or("")),
        None => number.split(';').next().unwrap_or(number).to_owned(),
    }
}

#[cfg(test)]
mod tests;
