//! Who a row names: names from their parts, a surname that stands first, several people in one row or in one cell.

use super::{Reader, Record, is_courtesy};
use base::text::one_line;
use names::recognize::words::fold;
use reading::columns::{Field, names_a_person, names_an_organization, says_nothing, values};
use reading::table::{Row, Table};

/// Somebody besides the first whom a row names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Other {
    /// Their name.
    pub person: String,
    /// What they are there.
    pub title: String,
    /// Their addresses.
    pub emails: Vec<String>,
    /// Their numbers.
    pub phones: Vec<String>,
}

/// The most people in one cell.
const MOST_IN_A_CELL: usize = 8;

impl Reader {
    /// The name of one of the people of a row.
    pub(super) fn person(&self, row: Row<'_>, person: u8) -> String {
        let of = |field| self.person_text(row, field, person);
        let (first, last) = (of(Field::FirstName), of(Field::LastName));
        let whole = of(Field::FullName);
        if !whole.is_empty() {
            // "Vane, Iris" beside "Iris" and "Vane" is how an address book sorts.
            let in_parts = !first.is_empty() && !last.is_empty();
            let sorted = whole.split_once(',').is_some_and(|(family, given)| {
                fold(family.trim()) == fold(&last) && fold(given.trim()).starts_with(&fold(&first))
            });
            let is_organization = fold(&whole) == fold(&self.text(row, Field::Organization));
            if !in_parts || !(sorted || is_organization) {
                return match turned(&whole) {
                    Some(turned) if self.surname_first => turned,
                    _ => whole,
                };
            }
        }
        if first.is_empty() && last.is_empty() {
            return String::new();
        }
        // Mr. and Ms. are how a letter is addressed, no part of a name under it.
        let prefix = Some(of(Field::Prefix))
            .filter(|prefix| !is_courtesy(prefix))
            .unwrap_or_default();
        let parts = [prefix, first, of(Field::MiddleName), last];
        let parts: Vec<&str> = parts
            .iter()
            .map(String::as_str)
            .filter(|part| !part.is_empty())
            .collect();
        let mut name = parts.join(" ");
        let suffix = of(Field::Suffix);
        if !suffix.is_empty() {
            let generation = ["jr", "sr", "ii", "iii", "iv"].contains(&fold(&suffix).trim_end_matches('.'));
            name.push_str(if generation { " " } else { ", " });
            name.push_str(&suffix);
        }
        name
    }

    fn person_text(&self, row: Row<'_>, field: Field, person: u8) -> String {
        let cell = self
            .cells_of(row, field, person)
            .next()
            .map_or("", |(_, cell)| cell);
        let text = values(cell).first().copied().unwrap_or("");
        if says_nothing(text) {
            String::new()
        } else {
            one_line(text)
        }
    }

    /// The second and later people that a row has columns for.
    pub(super) fn others(&self, row: Row<'_>, record: &mut Record) {
        for person in 1..self.people {
            let name = self.person(row, person);
            let mut other = Other {
                person: name,
                title: self.person_text(row, Field::Title, person),
                ..Other::default()
            };
            (other.emails, other.phones) = self.addresses(row, person, record);
            if fold(&other.person) == fold(&record.person) {
                record.emails.extend(other.emails);
                record.phones.extend(other.phones);
            } else if !other.person.is_empty() || !other.emails.is_empty() {
                record.others.push(other);
            }
        }
        // A row whose first person has no name goes by the second.
        if record.person.is_empty() && record.emails.is_empty() && !record.others.is_empty() {
            let first = record.others.remove(0);
            record.person = first.person;
            record.title = first.title;
            record.emails = first.emails;
            record.phones.extend(first.phones);
        }
    }

    /// The people whom one cell names together: a line each, or as many as there are addresses.
    pub(super) fn split_people(&self, row: Row<'_>, record: &mut Record) {
        let cell = self.cell(row, Field::FullName).trim();
        let names = people_in(cell, record.emails.len());
        if names.len() < 2 {
            return;
        }
        let titles: Vec<String> = self
            .cell(row, Field::Title)
            .split('\n')
            .map(one_line)
            .filter(|title| !title.is_empty())
            .collect();
        let each = record.emails.len() == names.len();
        let numbers = record.phones.len() == names.len();
        let (emails, phones) = (
            std::mem::take(&mut record.emails),
            std::mem::take(&mut record.phones),
        );
        let mut people: Vec<Other> = names
            .into_iter()
            .enumerate()
            .map(|(at, person)| Other {
                person: one_line(&person),
                title: titles
                    .get(at)
                    .filter(|_| titles.len() > 1)
                    .cloned()
                    .unwrap_or_default(),
                emails: emails.get(at).filter(|_| each).cloned().into_iter().collect(),
                phones: phones.get(at).filter(|_| numbers).cloned().into_iter().collect(),
            })
            .collect();
        let first = people.remove(0);
        record.person = first.person;
        if titles.len() > 1 {
            record.title = first.title;
        }
        record.emails = if each { first.emails } else { emails };
        record.phones = if numbers { first.phones } else { phones };
        record.others.splice(0..0, people);
    }
}

/// The names in a cell: on lines of their own, or as many as there are addresses to tell them apart by.
fn people_in(cell: &str, addresses: usize) -> Vec<String> {
    let parts = |marks: &[&str]| -> Vec<String> {
        let mut all = vec![cell.to_owned()];
        for mark in marks {
            all = all
                .iter()
                .flat_map(|part| {
                    part.split(mark)
                        .map(str::trim)
                        .map(str::to_owned)
                        .collect::<Vec<_>>()
                })
                .collect();
        }
        all.retain(|part| !part.is_empty());
        all
    };
    let are_people = |names: &[String]| {
        (2..=MOST_IN_A_CELL).contains(&names.len())
            && names
                .iter()
                .all(|name| names_a_person(name) && !names_an_organization(name))
    };
    for marks in [&["\n"][..], &["\n", ";"], &["\n", ";", " / "]] {
        let names = parts(marks);
        if are_people(&names) {
            return names;
        }
    }
    let names = parts(&["\n", ";", "/", ",", " & ", " and ", " y ", " und ", " et "]);
    if addresses > 1 && names.len() == addresses && are_people(&names) {
        return names;
    }
    Vec::new()
}

/// A name whose surname stood first, turned: "Vane, Iris" is Iris Vane. None where what follows the comma is no given name.
pub(super) fn turned(name: &str) -> Option<String> {
    let (family, given) = name.split_once(',')?;
    let (family, given) = (family.trim(), given.trim());
    let after = fold(given);
    let after = after.trim_end_matches('.');
    let is_suffix = [
        "jr", "sr", "ii", "iii", "iv", "phd", "ph.d", "md", "m.d", "esq", "rn", "msw", "jd", "j.d", "cpa",
        "dds", "mba", "lcsw", "mph", "osb", "osf", "dd", "edd", "ed.d", "dr", "rev", "inc", "llc", "ltd",
    ]
    .contains(&after);
    let plain = |text: &str| {
        !text.is_empty()
            && text.split_whitespace().count() <= 3
            && text.chars().all(|c| c.is_alphabetic() || " .'’-".contains(c))
    };
    let capital = given.chars().next().is_some_and(char::is_uppercase);
    (!is_suffix && capital && plain(family) && plain(given) && !given.contains(','))
        .then(|| format!("{given} {family}"))
}

/// Whether a table writes surnames first: its heading says so, or nearly all of its names do.
pub(super) fn is_surname_first(table: &Table, column: Option<usize>) -> bool {
    let Some(column) = column else { return false };
    let heading = fold(table.headings().get(column).copied().unwrap_or(""));
    let says = [
        "last, first",
        "last name, first",
        "surname, ",
        "apellidos, nombre",
        "apellido, nombre",
        "nachname, vorname",
        "nom, prenom",
    ];
    if says.iter().any(|words| heading.contains(words)) {
        return true;
    }
    let (mut full, mut sorted) = (0, 0);
    for row in table.records().take(500) {
        let cell = row.cell(column);
        if !cell.is_empty() {
            full += 1;
            sorted += usize::from(turned(cell).is_some());
        }
    }
    full > 2 && sorted * 5 >= full * 4
}
