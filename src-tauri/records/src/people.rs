//! Who a row names: names from their parts, a surname that stands first, several people in one row or in one cell.

use crate::{Reader, Record, is_courtesy, plain_signs};
use base::messages::Message;
use base::text::one_line;
use names::recognize::words::fold;
use reading::columns::{
    Field, names_a_desk, names_a_person, names_an_organization, office_above, says_nothing, values,
};
use reading::list::{begins_with_given_name, is_office, names_of_either};
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
    /// The name of one of the people of a row; and how it is written there, where only the comma in it says that the surname may
    /// stand first.
    pub(super) fn person(&self, row: Row<'_>, person: u8) -> (String, Option<String>) {
        let of = |field| self.person_text(row, field, person);
        let (first, last) = (of(Field::FirstName), particles_first(of(Field::LastName)));
        let whole = of(Field::FullName);
        if !whole.is_empty() {
            // "Vane, Iris" beside "Iris" and "Vane" is how an address book sorts.
            let in_parts = !first.is_empty() && !last.is_empty();
            let sorted = whole.split_once(',').is_some_and(|(family, given)| {
                fold(family.trim()) == fold(&last) && fold(given.trim()).starts_with(&fold(&first))
            });
            let is_organization = fold(&whole) == fold(&self.text(row, Field::Organization));
            if !in_parts || !(sorted || is_organization) {
                let whole = without_courtesy(without_office(&whole).0);
                return match turned(whole) {
                    Some(turned) if self.surname_first || self.begins_with_surname(row, whole, person) => {
                        (turned, None)
                    }
                    Some(turned) if may_be_turned(whole) => (turned, Some(whole.to_owned())),
                    _ => (whole.to_owned(), None),
                };
            }
        }
        if first.is_empty() && last.is_empty() {
            return (String::new(), None);
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
        (name, None)
    }

    /// Asks of a name that was read with its surname first, though nothing but the comma says so.
    pub(super) fn ask_if_turned(record: &mut Record, written: &str, turned: &str) {
        let question = Message::new("import-asked-surname")
            .text("name", written)
            .text("person", turned);
        record.question.get_or_insert(question);
    }

    /// Whether a name with a comma begins with the surname, by a given name behind the comma or by the address beside it:
    /// "Vane, Iris" with iris@moor.example.
    fn begins_with_surname(&self, row: Row<'_>, name: &str, person: u8) -> bool {
        let Some((family, given)) = name.split_once(',') else {
            return false;
        };
        let (family, given) = (family.trim(), given.trim());
        // Two given names are two people, and an office behind a comma is no name.
        if begins_with_given_name(&format!("{given} {family}"))
            && !begins_with_given_name(&format!("{family} {given}"))
            && !is_office(given)
        {
            return true;
        }
        let given = fold(given.split_whitespace().next().unwrap_or(""));
        let email = self
            .cells_of(row, Field::Email, person)
            .next()
            .map_or("", |(_, cell)| cell);
        let local = fold(email.split('@').next().unwrap_or(""));
        given.len() > 1
            && (local == given
                || local.starts_with(&format!("{given}."))
                || local == format!("{given}{}", fold(family.trim())))
    }

    /// What somebody is by what stands above their name: "Board Chair".
    pub(super) fn office_above(&self, person: u8) -> String {
        let columns = self
            .columns
            .iter()
            .find(|(field, of, _)| *field == Field::FullName && *of == person);
        let heading = columns
            .and_then(|(_, _, columns)| columns.first())
            .and_then(|column| self.headings.get(*column))
            .map_or("", String::as_str);
        office_above(heading).unwrap_or_default().to_owned()
    }

    /// Takes what is no name out of the place of one, to the note: an address, a date.
    pub(super) fn lose_what_is_no_name(&self, record: &mut Record) {
        let digits = |word: &str| word.bytes().filter(u8::is_ascii_digit).count();
        let words = record.person.split_whitespace();
        let numbers = words
            .filter(|word| digits(word) > 1 && digits(word) * 2 >= word.len())
            .count();
        let begins = record.person.starts_with(|c: char| c.is_ascii_digit());
        let at_desk = is_a_desk(&record.person);
        if at_desk && record.organization.is_empty() {
            // Whether it is anybody is asked: there is nothing else that the row could be of.
            let question = Message::new("import-asked-desk").text("name", &record.person);
            record.question.get_or_insert(question);
        }
        let desk = !record.organization.is_empty() && at_desk;
        if numbers > 1 || numbers > 0 && begins || desk {
            let text = std::mem::take(&mut record.person);
            record.lose("import-loss-name", &text, &self.heading_of(Field::FullName));
        }
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
            plain_signs(one_line(text))
        }
    }

    /// The second and later people that a row has columns for.
    pub(super) fn others(&self, row: Row<'_>, record: &mut Record) {
        for person in 1..self.people {
            let (name, written) = self.person(row, person);
            if let Some(written) = written {
                Self::ask_if_turned(record, &written, &name);
            }
            let mut other = Other {
                person: name,
                title: self.person_text(row, Field::Title, person),
                ..Other::default()
            };
            if other.title.is_empty() && !other.person.is_empty() {
                other.title = self.office_above(person);
            }
            (other.emails, other.phones) = self.addresses(row, person, record);
            if !record.organization.is_empty() && is_a_desk(&other.person) {
                let text = std::mem::take(&mut other.person);
                record.lose("import-loss-name", &text, &self.heading_of(Field::FullName));
            }
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

    /// The people whom one cell names together: a line each, or as many as there are addresses; two given names before a surname of
    /// its own column.
    pub(super) fn split_people(&self, row: Row<'_>, record: &mut Record) {
        let cell = self.cell(row, Field::FullName).trim();
        let names = if cell.is_empty() {
            let of = |field| self.person_text(row, field, 0);
            couple_of_parts(&of(Field::FirstName), &of(Field::LastName)).unwrap_or_default()
        } else {
            people_in(cell, record.emails.len(), self.given_first)
        };
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
        let owner = emails.first().map_or(0, |email| whose_address(&names, email));
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
        record.emails = if each { first.emails } else { Vec::new() };
        if !each && owner > 0 {
            people[owner - 1].emails = emails;
        } else if !each {
            record.emails = emails;
        }
        record.phones = if numbers { first.phones } else { phones };
        record.others.splice(0..0, people);
    }
}

/// Whether a desk stands where a person should, and nobody: "Front desk".
fn is_a_desk(name: &str) -> bool {
    names_a_desk(name) && !begins_with_given_name(name)
}

/// A name without the office in parentheses behind it, and the office: "Ana Mora (Director)".
pub(super) fn without_office(name: &str) -> (&str, &str) {
    let Some((before, inside)) = name.strip_suffix(')').and_then(|name| name.rsplit_once(" (")) else {
        return (name, "");
    };
    let first = inside.split(',').next().unwrap_or(inside);
    if is_office(first.trim()) {
        (before.trim_end(), inside.trim())
    } else {
        (name, "")
    }
}

/// A name without the Mr. or Ms. before it.
fn without_courtesy(name: &str) -> &str {
    match name.split_once(' ') {
        Some((courtesy, rest))
            if is_courtesy(courtesy) && courtesy.len() > 1 && rest.trim().contains(' ') =>
        {
            rest.trim()
        }
        _ => name,
    }
}

/// The names in a cell: on lines of their own, or as many as there are addresses to tell them apart by.
fn people_in(cell: &str, addresses: usize, given_first: bool) -> Vec<String> {
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
    for marks in [
        &["\n"][..],
        &["\n", ";"],
        &["\n", ";", "|"],
        &["\n", ";", "|", " / "],
    ] {
        let names = parts(marks);
        if are_people(&names) {
            return names;
        }
    }
    let names = parts(&["\n", ";", "/", ",", " & ", " and ", " y ", " und ", " et "]);
    if addresses > 1 && names.len() == addresses && are_people(&names) {
        return names;
    }
    couple(cell)
        .or_else(|| enumerated(cell, given_first))
        .unwrap_or_default()
}

/// Several full names between commas: "Dr. Ana Mora, Dr. Bo Lind". "Mora, Ana" is one.
fn enumerated(cell: &str, given_first: bool) -> Option<Vec<String>> {
    let names = surnames_turned(cell.split([',', ';']).map(str::trim).collect());
    let full = |name: &String| {
        let bare = without_honorifics(name);
        bare.split_whitespace().count() > 1 && names_a_person(bare) && !is_office(bare)
    };
    let whole = |name: &String| {
        let bare = without_honorifics(name);
        bare.len() < name.len() || begins_with_given_name(bare) || names_of_either(bare).0 > 0.6
    };
    // A surname of two words before a given name of two is the rarer case, and begins with no given name; where the other names of
    // the column begin with theirs, two given names tell it: "García López, Ana María".
    let first = without_honorifics(names.first()?);
    let plain = first.len() < names.first()?.len() || begins_with_given_name(first);
    let two_given = |name: &String| name.split_whitespace().all(begins_with_given_name);
    let apart = given_first && !names.iter().skip(1).any(two_given) && names.iter().skip(1).any(whole);
    ((2..=MOST_IN_A_CELL).contains(&names.len())
        && cell.len() < 240
        && names.iter().all(full)
        && (plain && names.iter().all(whole) || apart))
        .then_some(names)
}

/// The names of a cell, with those together whose surname stands before a comma of its own: "Prof. Mora, Ana, Dr. Bo Lind".
fn surnames_turned(parts: Vec<&str>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let one_word = |name: &str| !name.is_empty() && !name.contains(' ');
    for part in parts.iter().copied() {
        let family = names.last().map_or("", |name| without_honorifics(name));
        if parts.len() > 2 && one_word(part) && begins_with_given_name(part) && one_word(family) {
            let last = names.pop().unwrap_or_default();
            let family = without_honorifics(&last);
            names.push(format!("{}{part} {family}", &last[..last.len() - family.len()]));
        } else {
            names.push(part.to_owned());
        }
    }
    names
}

/// A surname with the small words before it that lists sort behind it: "Brink, ten" and "Heijden van der" in a column of surnames.
fn particles_first(surname: String) -> String {
    const SMALL: &[&str] = &[
        "van", "von", "vom", "zu", "zum", "zur", "de", "der", "den", "ten", "ter", "te", "'t", "’t", "het",
        "op", "d'", "d’", "da", "das", "do", "dos", "di", "del", "della", "dello", "la", "le", "du", "des",
        "af", "av", "el",
    ];
    let (words, comma) = match surname.split_once(',') {
        Some((family, small)) => (format!("{} {}", family.trim(), small.trim()), Some(family)),
        None => (surname.clone(), None),
    };
    let words: Vec<&str> = words.split_whitespace().collect();
    let small = words.iter().rev().take_while(|word| SMALL.contains(word)).count();
    let at = words.len() - small;
    let family = comma.map(|family| family.split_whitespace().count());
    if small == 0 || at == 0 || family.is_some_and(|family| family != at) {
        return surname;
    }
    format!("{} {}", words[at..].join(" "), words[..at].join(" "))
}

/// A name without what stands before it: "Prof. Dr. phil. Ana Mora".
fn without_honorifics(name: &str) -> &str {
    let mut rest = name.trim();
    while let Some((word, more)) = rest.split_once(' ') {
        let folded = fold(word);
        let small = [
            "phil", "med", "habil", "rer", "nat", "ing", "iur", "theol", "hc", "h.c", "pd", "univ",
        ];
        let bare = folded.trim_end_matches('.');
        if !is_courtesy(word)
            && !small.contains(&bare)
            && !["dr", "prof", "rev", "hon", "dra", "lic", "dr.-ing"].contains(&bare)
        {
            break;
        }
        rest = more.trim_start();
    }
    rest
}

/// Two given names that share the surname of the next column: "Karen & Kevin", "Lind".
fn couple_of_parts(given: &str, surname: &str) -> Option<Vec<String>> {
    let marks = [" & ", " and ", " y ", " und ", " et ", " e "];
    let (first, second) = marks.iter().find_map(|mark| given.split_once(mark))?;
    let one_name = |name: &str| {
        name.starts_with(char::is_uppercase) && name.chars().all(|c| c.is_alphabetic() || "-'’.".contains(c))
    };
    (one_name(first) && one_name(second) && names_a_person(&format!("{second} {surname}")))
        .then(|| vec![format!("{first} {surname}"), format!("{second} {surname}")])
}

/// Two people whom one cell joins: "Ana Mora & Bo Lind", "Ana and Bo Mora".
fn couple(cell: &str) -> Option<Vec<String>> {
    if cell.len() > 120 || names_an_organization(cell) {
        return None;
    }
    let marks = [" & ", " and ", " y ", " und ", " et "];
    let (first, second) = marks.iter().find_map(|mark| cell.split_once(mark))?;
    let (first, second) = (first.trim(), second.trim());
    let given = [first, second].map(begins_with_given_name);
    let known = |name: &str| begins_with_given_name(name) || names_of_either(name).0 > 0.5;
    if marks.iter().any(|mark| second.contains(mark))
        || !(given[0] || given[1])
        || !names_a_person(second)
        || !known(second)
    {
        return None;
    }
    let first = if names_a_person(first) {
        known(first).then(|| first.to_owned())?
    } else {
        // They share the surname.
        let (_, surname) = second.split_once(' ')?;
        let alone = first.chars().all(|c| c.is_alphabetic() || "-'’.".contains(c));
        alone.then(|| format!("{first} {surname}"))?
    };
    Some(vec![first, second.to_owned()])
}

/// Which of several people an address is likelier of, by the names in it; the first where none is.
fn whose_address(names: &[String], email: &str) -> usize {
    let local = fold(email.split('@').next().unwrap_or(""));
    let given = |name: &String| fold(name.split_whitespace().next().unwrap_or(""));
    names
        .iter()
        .position(|name| given(name).len() > 2 && local.contains(&given(name)))
        .unwrap_or(0)
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
    let is_suffix = is_suffix || stands_for_a_degree(given) && family.chars().any(char::is_lowercase);
    let plain = |text: &str| {
        !text.is_empty()
            && text.split_whitespace().count() <= 3
            && text.chars().all(|c| c.is_alphabetic() || " .'’-".contains(c))
    };
    let capital = given.chars().next().is_some_and(char::is_uppercase);
    // "Prof. Dr. Mora, Ana"
    let bare = without_honorifics(family);
    let before = &family[..family.len() - bare.len()];
    (!is_suffix && capital && plain(bare) && plain(given) && !given.contains(','))
        .then(|| format!("{before}{given} {bare}"))
}

/// Whether what follows a name is letters for a degree or an office: "M.Ed.", "B.S.M.I.S.", "CPSM".
fn stands_for_a_degree(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let one_word = !text.contains(' ') && (2..=6).contains(&letters);
    let capitals = text.chars().all(|c| c.is_uppercase() || !c.is_alphabetic());
    one_word && (capitals || text.matches('.').count() > 1)
}

/// Whether a name with a comma may begin with the surname: what follows is no office, and the whole is no organization in a town.
fn may_be_turned(name: &str) -> bool {
    let given = name.split_once(',').map_or("", |(_, given)| given.trim());
    !is_office(given) && !names_an_organization(name)
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
        if !cell.is_empty() && cell != "0" {
            full += 1;
            sorted += usize::from(turned(cell).is_some());
        }
    }
    full > 2 && sorted * 5 >= full * 4
}

/// Whether a table writes given names first: most of its names have no comma, and of those whose given name is known nearly all begin
/// with it.
pub(super) fn is_given_first(table: &Table, column: Option<usize>) -> bool {
    let Some(column) = column else { return false };
    let (mut full, mut plain, mut first, mut last) = (0, 0, 0, 0);
    for row in table.records().take(500) {
        let cell = row.cell(column).trim();
        full += usize::from(!cell.is_empty());
        if cell.is_empty() || cell.contains(',') {
            continue;
        }
        plain += 1;
        let bare = without_honorifics(cell);
        if begins_with_given_name(bare) {
            first += 1;
        } else if bare.rsplit(' ').next().is_some_and(begins_with_given_name) {
            last += 1;
        }
    }
    plain * 2 > full && first > 2 && last * 4 < first
}
