//! A column that holds an office and an organization in one cell: "Professor, Harbor University".
//!
//! Owns telling such a column and parting it: the office stays or goes by what the heading names, and the other part is
//! given a column of its own at the end. A column is parted only where most of its cells are such pairs and no other one
//! holds what would come of it.

use super::Table;
use crate::columns::{Field, is_person_word, names_a_person, names_an_organization, plain};
use crate::list::{
    begins_with_given_name, is_office, names_of_either, office_and_organization, office_and_rest,
};
use crate::problem::{FileError, MOST_COLUMNS};
use names::recognize::words::{fold, is_legal_suffix};

/// What the headings of the columns begin with that are made here.
pub(super) const TITLE_OF: &str = "Title (";
pub(super) const ORGANIZATION_OF: &str = "Organization (";

/// How many rows are looked at.
const ROWS: usize = 200;
/// At least so many cells must be an office and an organization.
const LEAST: usize = 3;

/// Headings, folded, under which both stand; what is not there names one of the two alone.
const OF_BOTH: &[&str] = &[
    "affiliation",
    "affiliations",
    "title",
    "position",
    "role",
    "title and organization",
    "title organization",
    "organization and title",
    "title affiliation",
    "title and affiliation",
    "position and organization",
    "role and organization",
    "title company",
    "bio",
    "credentials",
    "description",
    "cargo",
    "cargo y organizacion",
    "cargo e institucion",
    "afiliacion",
    "fonction",
    "fonction et organisme",
    "funktion",
    "titre",
];

impl Table {
    /// Parts a column of people with what they are: "Ana Mora, Chair of the Elm League".
    pub(super) fn part_titles(&mut self) -> Result<(), FileError> {
        const OF_NAMES: &[&str] = &[
            "name",
            "names",
            "nombre",
            "nom",
            "nome",
            "full name",
            "signer",
            "signatory",
            "endorser",
            "endorsers",
            "supporter",
            "firmante",
            "signataire",
            "person",
            "nombre completo",
        ];
        let Some(width) = self.header.map(|_| self.width) else {
            return Ok(());
        };
        let headings = self.headings();
        let columns: Vec<usize> = (0..width)
            .filter(|column| OF_NAMES.contains(&plain(headings[*column]).as_str()))
            .collect();
        let &[column] = columns.as_slice() else {
            return Ok(());
        };
        let elsewhere = headings.iter().enumerate().any(|(other, heading)| {
            let field = crate::columns::field_of(heading);
            other != column
                && matches!(
                    field,
                    Some(Field::Title | Field::Organization | Field::LastName | Field::FirstName)
                )
        });
        if elsewhere || width >= MOST_COLUMNS {
            return Ok(());
        }
        let (mut full, mut named, mut pairs) = (0, 0, 0);
        for cell in self.records().take(ROWS).map(|row| row.cell(column)) {
            full += usize::from(!cell.is_empty());
            if let Some((_, rest)) = person_and_rest(cell) {
                named += 1;
                pairs += usize::from(office_and_organization(rest).is_some());
            }
        }
        if named < LEAST || named * 10 < full * 6 {
            return Ok(());
        }
        // Where an organization follows, it is parted from the office next.
        let heading = if pairs * 10 >= named * 3 {
            "Affiliation"
        } else {
            "Title"
        };
        self.add_columns(&[heading.to_owned()], |_, cells| {
            let parted = cells.get(column).cloned().unwrap_or_default();
            let Some((person, rest)) = person_and_rest(&parted) else {
                return Vec::new();
            };
            person.clone_into(&mut cells[column]);
            vec![rest.to_owned()]
        })
    }

    /// Parts a column of offices and organizations into two.
    pub(super) fn part_offices(&mut self) -> Result<(), FileError> {
        let Some(width) = self.header.map(|_| self.width) else {
            return Ok(());
        };
        if width >= MOST_COLUMNS {
            return Ok(());
        }
        let headings = self.headings();
        let both: Vec<usize> = (0..width)
            .filter(|column| OF_BOTH.contains(&plain(headings[*column]).as_str()))
            .collect();
        let &[column] = both.as_slice() else {
            return Ok(());
        };
        let fields: Vec<Option<Field>> = headings
            .iter()
            .map(|heading| crate::columns::field_of(heading))
            .collect();
        let elsewhere = |field: Field| {
            fields
                .iter()
                .enumerate()
                .any(|(other, of)| other != column && *of == Some(field))
        };
        let named = fields[column];
        // "Title" beside "Organization" holds what it says.
        if elsewhere(Field::Organization) || elsewhere(Field::Title) {
            return Ok(());
        }
        let cells = self.records().take(ROWS).map(|row| row.cell(column));
        let (mut full, mut pairs, mut offices) = (0, 0, 0);
        for cell in cells.filter(|cell| !cell.is_empty()) {
            full += 1;
            if office_and_organization(cell).is_some() {
                pairs += 1;
            } else if office_and_rest(cell).is_some() || is_office(cell) {
                offices += 1;
            }
        }
        if pairs < LEAST || pairs * 10 < full * 3 || (pairs + offices) * 10 < full * 6 {
            return Ok(());
        }
        let organization_stays = named == Some(Field::Organization);
        let heading = if organization_stays {
            TITLE_OF
        } else {
            ORGANIZATION_OF
        };
        let heading = format!("{heading}{})", headings[column]);
        self.add_columns(&[heading], |_, cells| {
            let cell = cells.get(column).cloned().unwrap_or_default();
            let Some((office, organization)) = parted(cell.trim_matches('"')) else {
                return Vec::new();
            };
            let (stays, goes) = if organization_stays {
                (organization, office)
            } else {
                (office, organization)
            };
            cells[column] = stays;
            vec![goes]
        })
    }
}

/// A person, and what stands behind their name: an office, or an office and an organization.
fn person_and_rest(cell: &str) -> Option<(&str, &str)> {
    let (person, rest) = cell.split_once(',')?;
    let (person, rest) = (person.trim(), rest.trim());
    let is_person =
        names_a_person(person) && (begins_with_given_name(person) || names_of_either(person).0 > 0.5);
    let first = rest.split([',', ';']).next().unwrap_or(rest);
    // "PhD" belongs to the name.
    (is_person
        && rest.len() > 4
        && (is_office(first) || office_and_organization(rest).is_some() || holds_office(first)))
    .then_some((person, rest))
}

/// Whether a word for an office ends a text or stands in it before a small word: "Elm Guild Unit Chair", "Steward of the Port".
fn holds_office(text: &str) -> bool {
    let bare = [" of ", " for ", " de ", " at ", " in "]
        .iter()
        .filter_map(|word| text.find(word))
        .min()
        .map_or(text, |at| &text[..at]);
    bare.rsplit(' ').next().is_some_and(is_office)
}

/// The offices and the organizations of a cell, as many of one as of the other and a semicolon between two; the organization is empty
/// where somebody has an office and none is named.
fn parted(cell: &str) -> Option<(String, String)> {
    // "Professor, Harbor University & Director, Luz Fund" is two offices at two organizations.
    let signs = [" & ", " and ", "; ", " y ", " et ", " und "];
    let known = |part: &str| office_and_rest(part).is_some();
    let told = |part: &str| {
        let office = office_before(part).map(|(office, _)| office);
        known(part) || office.is_some_and(|office| holds_office(office) || begins_with_office(office))
    };
    let second = signs
        .iter()
        .flat_map(|sign| cell.match_indices(sign))
        .filter(|(at, sign)| {
            let (before, behind) = (&cell[..*at], &cell[at + sign.len()..]);
            // An "and" stands within names as well.
            told(before)
                && if [" & ", "; "].contains(sign) {
                    told(behind)
                } else {
                    known(behind)
                }
        })
        .min_by_key(|(at, _)| *at);
    if let Some((at, sign)) = second {
        let (office, organization) = parted(&cell[..at])?;
        let (further, other) = parted(&cell[at + sign.len()..])?;
        return Some((format!("{office}; {further}"), format!("{organization}; {other}")));
    }
    match office_before(cell) {
        Some((office, organization)) => Some((office.to_owned(), organization.to_owned())),
        None => is_office_alone(cell).then(|| (cell.to_owned(), String::new())),
    }
}

/// The office and what stands behind it in a column of such pairs, where offices that nobody knows are told by where they stand:
/// "Loom Systems Architect, Moor Mills", "Weaver at Moor Mills".
fn office_before(cell: &str) -> Option<(&str, &str)> {
    if let Some((office, organization)) = office_and_rest(cell) {
        return Some((cell[office].trim_end_matches(','), &cell[organization]));
    }
    let unknown = |office: &str| {
        !office.is_empty()
            && (holds_office(office) || begins_with_office(office) || !names_an_organization(office))
    };
    let comma = cell
        .split_once(',')
        .map(|(office, rest)| (office.trim(), rest.trim()));
    let at = [" at ", " @ ", " en la ", " bei der ", " bei "]
        .iter()
        .find_map(|sign| cell.split_once(sign))
        .filter(|(office, _)| !office.contains(','));
    at.or(comma)
        .filter(|(office, rest)| unknown(office) && rest.chars().any(char::is_alphabetic) && !is_office(rest))
        .or_else(|| office_before_company(cell))
}

/// The office before a company that its legal form tells: "Founder Moor Mills Ltd.".
fn office_before_company(cell: &str) -> Option<(&str, &str)> {
    let last = cell.rsplit(' ').next()?;
    if cell.contains(',') || !is_legal_suffix(fold(last).trim_end_matches('.')) {
        return None;
    }
    cell.match_indices(' ')
        .map(|(at, _)| (&cell[..at], &cell[at + 1..]))
        .find(|(office, rest)| {
            is_office(office) && rest.contains(' ') && rest.starts_with(char::is_uppercase)
        })
}

/// Whether a word for an office stands first, or second behind what it is of: "Manager Harbor Service", "Group Leader Loom Service".
fn begins_with_office(text: &str) -> bool {
    let mut words = text.split(' ').filter(|word| !word.is_empty());
    let office = |word: &str| is_office(word) || is_person_word(&word.to_lowercase());
    words.by_ref().take(2).any(office) && words.next().is_some()
}

/// Whether a cell says what somebody is, and not where.
fn is_office_alone(cell: &str) -> bool {
    is_office(cell) || holds_office(cell) && !names_an_organization(cell)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
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
    fn an_office_and_an_organization_in_one_column_are_two() {
        let table = read(&[
            &["Name", "Affiliation"],
            &["Ana Mora", "Professor, Harbor University"],
            &["Bo Lind", "Executive Director, Luz Fund"],
            &["Cy Dorn", "Moor League"],
            &["Dee Ash", "Chair, Department of History, Stone College"],
        ]);
        assert_eq!(table.headings(), ["Name", "Affiliation", "Title (Affiliation)"]);
        let rows: Vec<Vec<&str>> = table
            .records()
            .map(|row| (0..3).map(|column| row.cell(column)).collect())
            .collect();
        assert_eq!(
            rows,
            [
                ["Ana Mora", "Harbor University", "Professor"],
                ["Bo Lind", "Luz Fund", "Executive Director"],
                ["Cy Dorn", "Moor League", ""],
                ["Dee Ash", "Department of History, Stone College", "Chair"],
            ]
        );
    }

    #[test]
    fn an_office_alone_names_no_organization_and_a_second_one_has_a_row_of_its_own() {
        let table = read(&[
            &["Name", "Affiliation"],
            &["Ana Mora", "Professor, Harbor University & Director, Luz Fund"],
            &["Bo Lind", "Executive Director, Moor League"],
            &["Cy Dorn", "Chief Technology Officer"],
            &["Dee Ash", "President, Stone College"],
            &["Eli Fenn", "CEO, Tapworks"],
        ]);
        let rows: Vec<(&str, &str)> = table.records().map(|row| (row.cell(1), row.cell(2))).collect();
        assert_eq!(
            rows,
            [
                ("Harbor University", "Professor"),
                ("Luz Fund", "Director"),
                ("Moor League", "Executive Director"),
                ("", "Chief Technology Officer"),
                ("Stone College", "President"),
                ("Tapworks", "CEO"),
            ]
        );
    }

    #[test]
    fn offices_that_nobody_knows_are_told_by_those_beside_them() {
        let table = read(&[
            &["Name", "Affiliation"],
            &["Ana Mora", "Professor, Harbor University"],
            &["Bo Lind", "Loom Systems Architect, Moor Mills"],
            &["Cy Dorn", "Group Leader Loom and Weaving Service, HLI"],
            &["Dee Ash", "PhD candidate at Stone University"],
            &["Eli Fenn", "Weaver in active retirement"],
            &["Fay Holm", "Stone University"],
            &["Gil Ives", "Assoc. Professor, Elm University"],
            &["Hal Juno", "Director, Luz Fund"],
            &["Ida Kern", "Department of History, Stone College"],
            &["Jon Lark", "President, Luz Fund"],
            &["Kim Moss", "Professor, Elm University"],
            &["Lea Nord", "Executive Director, Moor League"],
            &["Max Oak", "Chair, Stone College"],
            &["Ned Ost", "Founder Moor Mills Ltd. & Co-founder Tap Works Inc."],
            &["Oli Pike", "Senior Researcher, HLI & Professor, Elm University"],
            &[
                "Quin Rye",
                "Project Manager Weavers Alliance, Moor Mills & Postdoctoral Researcher, HLI",
            ],
            &["Ros Stow", "Professor, Elm University & LoomHQ"],
            &[
                "Pat Quay",
                "Senior Lecturer, Electrical and Electronic Engineering, Elm University",
            ],
            &["Nia Pell", "Professor, Ash University"],
            &["Oda Quist", "Director, Elm Trust"],
            &["Pia Rook", "Professor, Port University"],
            &["Rio Sand", "Secretary, Port Guild"],
            &["Sam Tarn", "Professor, Birch University"],
        ]);
        let rows: Vec<(&str, &str)> = table.records().map(|row| (row.cell(1), row.cell(2))).collect();
        assert_eq!(
            rows[13..22],
            [
                ("Moor Mills Ltd.", "Founder"),
                ("Tap Works Inc.", "Co-founder"),
                ("HLI", "Senior Researcher"),
                ("Elm University", "Professor"),
                ("Moor Mills", "Project Manager Weavers Alliance"),
                ("HLI", "Postdoctoral Researcher"),
                ("Elm University", "Professor"),
                ("LoomHQ", "Professor"),
                (
                    "Electrical and Electronic Engineering, Elm University",
                    "Senior Lecturer"
                ),
            ]
        );
        assert_eq!(
            rows[..9],
            [
                ("Harbor University", "Professor"),
                ("Moor Mills", "Loom Systems Architect"),
                ("HLI", "Group Leader Loom and Weaving Service"),
                ("Stone University", "PhD candidate"),
                ("", "Weaver in active retirement"),
                ("Stone University", ""),
                ("Elm University", "Assoc. Professor"),
                ("Luz Fund", "Director"),
                ("Department of History, Stone College", ""),
            ]
        );
    }

    #[test]
    fn people_with_their_office_in_the_column_of_names_are_parted() {
        let table = read(&[
            &["name", "image"],
            &["Anna Berg, Elm Guild Unit Chair", "a.png"],
            &["Paul Stone, Steward", "p.png"],
            &["Julia Fox, Treasurer of the Port", "j.png"],
        ]);
        assert_eq!(table.headings(), ["name", "image", "Title"]);
        let row = table.record(0).unwrap();
        assert_eq!((row.cell(0), row.cell(2)), ("Anna Berg", "Elm Guild Unit Chair"));
        let table = read(&[
            &["Name", "Town"],
            &["Anna Berg, Director, Luz Foundation", "Leeds"],
            &["Paul Stone, Professor, Harbor University", "York"],
            &["Julia Fox, Chair, Moor League", "York"],
            &["Ed Lund, PhD", "York"],
        ]);
        assert_eq!(
            table.headings(),
            ["Name", "Town", "Affiliation", "Title (Affiliation)"]
        );
        let row = table.record(1).unwrap();
        assert_eq!(
            [row.cell(0), row.cell(2), row.cell(3)],
            ["Paul Stone", "Harbor University", "Professor"]
        );
        assert_eq!(table.record(3).unwrap().cell(0), "Ed Lund, PhD");
        // Towns behind organizations are no offices.
        let table = read(&[
            &["Name", "Note"],
            &["Elm League, Leeds", "a"],
            &["Moor Trust, York", "b"],
            &["Port Workers, Hull", "c"],
        ]);
        assert_eq!(table.width(), 2);
    }

    #[test]
    fn a_title_beside_an_organization_stays_whole() {
        let table = read(&[
            &["Name", "Title", "Organization"],
            &["Ana Mora", "Director, Harbor Programs", "Luz"],
            &["Bo Lind", "Director, River Fund", "Moor"],
            &["Cy Dorn", "Chair, Stone Committee", "Ash"],
        ]);
        assert_eq!(table.width(), 3);
    }
}
