//! Columns whose cells hold several things: an address in labelled lines ("City: Madison"), or everything by which somebody is
//! reached ("Ana Mora / ana@luz.example, 608-555-0143").
//!
//! Owns telling such columns and giving each part a column of its own at the end; what is not parted stays where it is.

use super::Table;
use crate::columns::{Field, Kind, field_of, kind, names_a_person, plain};
use crate::list::{begins_with_given_name, is_office, names_of_either};
use crate::problem::{FileError, MOST_COLUMNS};

/// How many rows are looked at.
const ROWS: usize = 200;
/// The most columns that one is parted into.
const MOST_PARTS: usize = 10;

/// Headings, folded, under which stands how somebody is reached.
const OF_CONTACTS: &[&str] = &[
    "associated contact",
    "associated contacts",
    "contact email phone",
    "email phone",
    "phone email",
    "contact phone email",
    "telefono correo",
    "correo telefono",
    "contact info",
    "contact information",
    "contact details",
    "contact",
    "contacts",
    "contact person",
    "main contact",
    "primary contact",
    "contacto",
    "contactos",
    "datos de contacto",
    "informacion de contacto",
    "persona de contacto",
    "coordonnees",
    "kontakt",
    "kontaktdaten",
    "contatto",
    "contatti",
    "contato",
    "contatos",
    "dados de contato",
    "informations de contact",
];

impl Table {
    /// Parts columns whose cells are lines with a heading before each.
    pub(super) fn part_labelled(&mut self) -> Result<(), FileError> {
        for column in 0..self.width {
            let mut labels: Vec<String> = Vec::new();
            let (mut full, mut labelled) = (0, 0);
            for cell in self.records().take(ROWS).map(|row| row.cell(column)) {
                full += usize::from(!cell.is_empty());
                if !cell.contains('\n') {
                    continue;
                }
                let own: Vec<&str> = cell
                    .lines()
                    .filter_map(|line| label_of(line).map(|(label, _)| label))
                    .collect();
                if own.len() < 2 {
                    continue;
                }
                labelled += 1;
                for label in own {
                    if !labels.iter().any(|known| known == label) {
                        labels.push(label.to_owned());
                    }
                }
            }
            if labelled == 0
                || labelled * 10 < full * 7
                || labels.len() > MOST_PARTS
                || self.width + labels.len() > MOST_COLUMNS
            {
                continue;
            }
            self.add_columns(&labels, |_, cells| {
                let Some(cell) = cells.get_mut(column) else {
                    return Vec::new();
                };
                let mut parts = vec![String::new(); labels.len()];
                let mut rest: Vec<&str> = Vec::new();
                for line in cell.lines() {
                    let at = label_of(line).and_then(|(label, value)| {
                        Some((labels.iter().position(|known| known == label)?, value))
                    });
                    match at {
                        Some((at, value)) if parts[at].is_empty() => value.clone_into(&mut parts[at]),
                        _ => rest.push(line),
                    }
                }
                *cell = rest.join("\n");
                parts
            })?;
        }
        Ok(())
    }

    /// Parts a column that holds names, addresses and numbers of contacts one beside the other.
    pub(super) fn part_contacts(&mut self) -> Result<(), FileError> {
        let headings = self.headings();
        let columns: Vec<usize> = (0..self.width)
            .filter(|column| OF_CONTACTS.contains(&plain(headings[*column]).as_str()))
            .collect();
        let &[column] = columns.as_slice() else {
            return Ok(());
        };
        let (mut full, mut alone, mut mixed) = (0, [0usize; 4], 0);
        for cell in self
            .records()
            .take(ROWS)
            .map(|row| row.cell(column))
            .filter(|cell| !cell.is_empty())
        {
            full += 1;
            let parts = Contact::of(cell);
            let has = [
                !parts.person.is_empty() || !parts.rest.is_empty(),
                !parts.emails.is_empty(),
                !parts.phones.is_empty(),
                !parts.sites.is_empty(),
            ];
            mixed += usize::from(has.iter().filter(|has| **has).count() > 1);
            if let Some(at) = has.iter().position(|has| *has) {
                alone[at] += 1;
            }
        }
        // Names alone stay names, and addresses alone are told by what they are.
        let sorts = alone.iter().filter(|of| **of * 10 >= full).count();
        if full == 0 || mixed * 5 < full && (sorts < 2 || alone[0] * 10 >= full * 9) {
            return Ok(());
        }
        let of = headings[column].to_owned();
        let named = |what: &str| format!("{what} ({of})");
        let added = [
            named("Title"),
            named("Email"),
            named("Phone"),
            named("Website"),
            named("Notes"),
        ];
        if self.width + added.len() > MOST_COLUMNS {
            return Ok(());
        }
        self.add_columns(&added, |_, cells| {
            let Some(cell) = cells.get_mut(column) else {
                return Vec::new();
            };
            let contact = Contact::of(cell);
            let parts = vec![
                contact.title,
                contact.emails.join("; "),
                contact.phones.join("; "),
                contact.sites.join(" "),
                contact.rest,
            ];
            *cell = contact.person;
            parts
        })
    }
}

/// A line with a known heading before it, as forms write the parts of an address.
fn label_of(line: &str) -> Option<(&str, &str)> {
    let (label, value) = line.split_once(':')?;
    let (label, value) = (label.trim(), value.trim());
    (!value.is_empty() && !value.starts_with("//") && label.len() < 40 && field_of(label).is_some())
        .then_some((label, value))
}

/// What a cell says of somebody and how they are reached.
#[derive(Default)]
struct Contact {
    person: String,
    title: String,
    emails: Vec<String>,
    phones: Vec<String>,
    sites: Vec<String>,
    rest: String,
}

impl Contact {
    fn of(cell: &str) -> Self {
        let mut contact = Self::default();
        let mut people: Vec<&str> = Vec::new();
        let mut rest: Vec<String> = Vec::new();
        let marks = |c: char| c.is_whitespace() || "/;,|<>()[]:–—-".contains(c);
        for part in cell
            .split(['\n', ';', '|', ','])
            .flat_map(|part| part.split(" / "))
            .flat_map(|part| part.split(" - "))
        {
            let mut words: Vec<&str> = Vec::new();
            for word in part.split_whitespace() {
                let bare = word.trim_matches(|c: char| "<>()[],;:/".contains(c));
                let bare = bare.strip_prefix("mailto:").unwrap_or(bare);
                match kind(bare) {
                    Kind::Email => contact.emails.push(bare.to_owned()),
                    Kind::Website => contact.sites.push(bare.to_owned()),
                    _ => words.push(word),
                }
            }
            let text = words.join(" ");
            let (text, phone) = without_number(&text);
            contact.phones.extend(phone.map(str::to_owned));
            let text = text.trim_matches(marks);
            if !text.chars().any(char::is_alphanumeric) {
                continue;
            }
            // A word that only says what follows.
            if field_of(text)
                .is_some_and(|field| matches!(field, Field::Email | Field::Phone | Field::Website))
            {
                continue;
            }
            let is_person =
                names_a_person(text) && (begins_with_given_name(text) || names_of_either(text).0 > 0.8);
            // "Via the hotline", "Through Idealist" is how, and nobody.
            let is_person = is_person
                && !["via ", "through ", "see ", "visit ", "por ", "uber "]
                    .iter()
                    .any(|word| text.to_lowercase().starts_with(word));
            let alone = people.is_empty() && !text.contains(' ') && begins_with_given_name(text);
            // Borrowed from the cell, so that nobody's name is put together of two.
            match cell.find(text).map(|at| &cell[at..at + text.len()]) {
                Some(name) if is_person || alone => people.push(name),
                _ if contact.title.is_empty() && is_office(text) && !people.is_empty() => {
                    text.clone_into(&mut contact.title)
                }
                _ => rest.push(text.to_owned()),
            }
        }
        contact.person = people.join(", ");
        contact.rest = rest.join(", ");
        contact
    }
}

/// A text without the telephone number that it ends or begins with, and the number.
fn without_number(text: &str) -> (&str, Option<&str>) {
    let in_number = |c: char| c.is_ascii_digit() || "+()-./ ".contains(c);
    let start = text
        .char_indices()
        .rev()
        .take_while(|(_, c)| in_number(*c))
        .last()
        .map_or(text.len(), |(at, _)| at);
    let end = text
        .char_indices()
        .find(|(_, c)| !in_number(*c))
        .map_or(text.len(), |(at, _)| at);
    for (number, rest) in [(&text[start..], &text[..start]), (&text[..end], &text[end..])] {
        let number = number.trim().trim_end_matches(['-', '(']).trim();
        if kind(number) == Kind::Phone {
            return (rest, Some(number));
        }
    }
    (text, None)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn read(rows: &[&[&str]]) -> Table {
        let mut table = Table::new(None);
        for (number, row) in rows.iter().enumerate() {
            table
                .push(u32::try_from(number).unwrap() + 1, false, row.iter().copied())
                .unwrap();
        }
        table.find_headings().unwrap();
        table
    }

    #[test]
    fn an_address_in_labelled_lines_is_parted() {
        let table = read(&[
            &["Organization", "Address"],
            &[
                "Moor Trust",
                "Street Address: 12 Elm Street\nCity: Madison\nState / Province: WI\nPostal / Zip Code: 53703",
            ],
            &[
                "Casa Luz",
                "Street Address: 8 Port Road\nCity: Leeds\nState / Province: AL\nPostal / Zip Code: 35094",
            ],
            &["Elm Church", ""],
        ]);
        assert_eq!(
            table.headings(),
            [
                "Organization",
                "Address",
                "Street Address",
                "City",
                "State / Province",
                "Postal / Zip Code"
            ]
        );
        let row = table.record(1).unwrap();
        assert_eq!(
            [row.cell(1), row.cell(2), row.cell(3), row.cell(4), row.cell(5)],
            ["", "8 Port Road", "Leeds", "AL", "35094"]
        );
        // A remark with a colon is none.
        let table = read(&[
            &["Organization", "Notes"],
            &["Moor Trust", "Call: Monday\nAsk: Bo"],
            &["Casa Luz", "Time: 10:30\nRoom: 4"],
        ]);
        assert_eq!(table.width(), 2);
    }

    #[test]
    fn contacts_in_one_cell_are_parted_by_what_they_are() {
        let table = read(&[
            &["Group", "Contact info"],
            &["Moor Trust", "Iris Vane / iris@moor.example"],
            &["Casa Luz", "luz@casa.example"],
            &["Port Union", "Paul Keogh, Director, 608-555-0143"],
            &["Elm Church", "Use the form on the site"],
            &["Ash Guild", "Maria"],
            &["Birch Fund", "info@birch.example; 608-555-0199"],
        ]);
        assert_eq!(
            table.headings(),
            [
                "Group",
                "Contact info",
                "Title (Contact info)",
                "Email (Contact info)",
                "Phone (Contact info)",
                "Website (Contact info)",
                "Notes (Contact info)"
            ]
        );
        let rows: Vec<Vec<&str>> = table
            .records()
            .map(|row| [1, 2, 3, 4, 6].map(|at| row.cell(at)).to_vec())
            .collect();
        assert_eq!(
            rows,
            [
                ["Iris Vane", "", "iris@moor.example", "", ""],
                ["", "", "luz@casa.example", "", ""],
                ["Paul Keogh", "Director", "", "608-555-0143", ""],
                ["", "", "", "", "Use the form on the site"],
                ["Maria", "", "", "", ""],
                ["", "", "info@birch.example", "608-555-0199", ""],
            ]
        );
        // Names alone, or addresses alone, stay.
        for cells in [["Iris Vane", "Bo Lind"], ["iris@moor.example", "bo@lind.example"]] {
            let table = read(&[
                &["Group", "Contact"],
                &["Moor Trust", cells[0]],
                &["Casa Luz", cells[1]],
            ]);
            assert_eq!(table.width(), 2);
        }
    }
}
