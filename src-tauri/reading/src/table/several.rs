//! Several organizations in one cell, parted by bars, semicolons or line breaks: each gets a row of its own.
//!
//! Owns telling such cells and repeating their rows, with the number that the row has in the source. Commas part nothing
//! here: names have them. A table that would grow beyond the limits stays as it is.

use std::collections::{HashMap, HashSet};

use super::offices::{ORGANIZATION_OF, TITLE_OF};
use super::{Table, index};
use crate::columns::{Field, field_of, names_a_person, names_a_sort_of_body, names_an_organization, plain};
use crate::list::begins_with_given_name;
use crate::problem::{FileError, MOST_CELLS, MOST_ROWS, MOST_TEXT};

/// The most organizations in one cell; more are a text.
const MOST_IN_A_CELL: usize = 24;
/// So many rows are looked at to tell names of bodies from those of people.
const ROWS: usize = 200;

impl Table {
    /// Gives each organization of a cell a row of its own.
    pub(super) fn part_organizations(&mut self) -> Result<(), FileError> {
        let Some(header) = self.header else {
            return Ok(());
        };
        let headings = self.headings();
        // "Sponsor 1", "Sponsor 2": a column each.
        let numbered = |column: usize| headings[column].ends_with(|c: char| c.is_ascii_digit());
        let Some(column) = (0..self.width)
            .find(|column| field_of(headings[*column]) == Some(Field::Organization))
            .or_else(|| (0..self.width).find(|column| numbered(*column) && self.holds_bodies(*column)))
        else {
            return Ok(());
        };
        let alike = |other: &usize| numbered(*other) && plain(headings[*other]) == plain(headings[column]);
        let beside: Vec<usize> = (column + 1..self.width)
            .filter(|other| numbered(column) && alike(other))
            .collect();
        let alone: HashSet<&str> = self.records().map(|row| row.cell(column).trim()).collect();
        let mut parted: HashMap<usize, Vec<String>> = HashMap::new();
        let mut sure = false;
        // Where offices and organizations stood in one column, each of two has its own.
        let made = |heading: &str| {
            let inside = [TITLE_OF, ORGANIZATION_OF]
                .iter()
                .find_map(|begin| heading.strip_prefix(begin));
            let inside = inside.and_then(|inside| inside.strip_suffix(')'));
            inside.is_some_and(|inside| headings.contains(&inside))
        };
        let parted_before = headings.iter().any(|heading| made(heading));
        let (mut rows, mut cells, mut text) = (self.rows.len(), self.ends.len(), self.text.len());
        for row in self.records() {
            let mut names = organizations_in(row.cell(column));
            if names.is_empty() {
                names = known_in(row.cell(column), &alone);
                if names.is_empty() && parted_before {
                    names = joined_with(row.cell(column), &alone);
                }
                sure |= !names.is_empty();
            }
            let others = beside.iter().map(|other| row.cell(*other));
            let others: Vec<&str> = others.filter(|name| !name.is_empty()).collect();
            if !others.is_empty() {
                if names.is_empty() {
                    names.extend(Some(row.cell(column)).filter(|name| !name.is_empty()));
                }
                names.extend(others);
            }
            let moved = row.cell(column).is_empty() && !names.is_empty();
            if names.len() > 1 || moved {
                let more = names.len() - 1;
                rows += more;
                cells += more * row.len();
                text += more * row.cells().map(str::len).sum::<usize>();
                parted.insert(row.index(), names.iter().map(|name| (*name).to_owned()).collect());
            }
        }
        // One of many may be a name in two languages, and a few among hundreds are names with what their owners say of themselves
        // behind a bar.
        let full = self.records().filter(|row| !row.cell(column).is_empty()).count();
        let usual = !beside.is_empty()
            || parted_before
            || sure
            || parted.len() * 10 >= full
            || parted.len() > 1 && parted.len() * 50 >= full;
        if parted.is_empty() || !usual || rows > MOST_ROWS || cells > MOST_CELLS || text > MOST_TEXT {
            return Ok(());
        }
        // What somebody is in each of them, where both were parted from one cell: "Professor; Director".
        let titles: Vec<bool> = headings
            .iter()
            .map(|heading| {
                parted_before && (heading.starts_with(TITLE_OF) || field_of(heading) == Some(Field::Title))
            })
            .collect();
        let before = std::mem::take(self);
        let mut with = Self::new(before.name.clone());
        let mut places = Vec::with_capacity(before.rows.len());
        for row in before.rows() {
            places.push(index(with.rows.len()));
            let Some(names) = parted.get(&row.index()) else {
                with.push(row.number(), row.is_hidden(), row.cells())?;
                continue;
            };
            for (which, name) in names.iter().enumerate() {
                let cells = row.cells().enumerate().map(|(at, cell)| match at {
                    at if at == column => name.as_str(),
                    at if beside.binary_search(&at).is_ok() => "",
                    at if titles[at] && names.len() > 1 => title_of(cell, which, names.len()),
                    _ => cell,
                });
                with.push(row.number(), row.is_hidden(), cells)?;
            }
            if names.len() > 1 {
                with.parted.push(row.number());
            }
        }
        let moved = |row: u32| places.get(row as usize).copied().unwrap_or(row);
        let times = |row: u32| parted.get(&(row as usize)).map_or(1, |names| index(names.len()));
        for ((row, column), moment) in &before.moments {
            for copy in 0..times(*row) {
                with.moments.insert((moved(*row) + copy, *column), *moment);
            }
        }
        for ((row, at), link) in &before.links {
            // The address behind several names is none of one of them.
            if parted.contains_key(&(*row as usize)) && *at as usize == column {
                continue;
            }
            for copy in 0..times(*row) {
                with.links.insert((moved(*row) + copy, *at), link.clone());
            }
        }
        with.hidden_columns = before.hidden_columns;
        with.spanned = before.spanned;
        with.set_header(Some(header));
        with.asides = before
            .asides
            .iter()
            .map(|(row, reason)| (moved(*row), *reason))
            .collect();
        *self = with;
        Ok(())
    }

    /// Whether a column whose heading names a sort of body holds names of them, and not of people.
    fn holds_bodies(&self, column: usize) -> bool {
        let heading = self.headings()[column];
        let cells = self
            .records()
            .map(|row| row.cell(column))
            .filter(|cell| !cell.is_empty());
        let (mut full, mut people) = (0, 0);
        for cell in cells.take(ROWS) {
            full += 1;
            people += usize::from(names_a_person(cell) && begins_with_given_name(cell));
        }
        names_a_sort_of_body(heading) && full > 0 && people * 3 < full
    }
}

/// The organizations in a cell that commas, slashes or an "and" part, where each of them stands alone in another cell of the column.
fn known_in<'c>(cell: &'c str, alone: &HashSet<&str>) -> Vec<&'c str> {
    if cell.len() > 300 {
        return Vec::new();
    }
    let signs = [
        &[", "][..],
        &["/"],
        &[" & "],
        &[" and ", " y ", " et ", " und ", " e ", " a ", " i ", " en "],
        &[
            ", ", "/", " & ", " and ", " y ", " et ", " und ", " e ", " a ", " i ", " en ",
        ],
    ];
    signs
        .into_iter()
        .map(|signs| {
            let mut parts = vec![cell];
            for sign in signs {
                parts = parts.into_iter().flat_map(|part| part.split(sign)).collect();
            }
            parts.into_iter().map(str::trim).collect::<Vec<_>>()
        })
        .find(|parts| {
            (2..=MOST_IN_A_CELL).contains(&parts.len())
                && parts.iter().all(|part| !part.is_empty() && alone.contains(part))
        })
        .unwrap_or_default()
}

/// Two organizations that a sign joins in a column of where people are, of which one stands alone in another cell.
fn joined_with<'c>(cell: &'c str, alone: &HashSet<&str>) -> Vec<&'c str> {
    let Some((first, second)) = cell.split_once(" & ") else {
        return Vec::new();
    };
    let (first, second) = (first.trim(), second.trim());
    let named = |name: &str| {
        let capitals = name.chars().filter(|c| c.is_uppercase()).count();
        name.starts_with(char::is_uppercase)
            && (names_an_organization(name) || !name.contains(' ') && capitals > 1)
    };
    if alone.contains(first) && named(second) || alone.contains(second) && named(first) {
        vec![first, second]
    } else {
        Vec::new()
    }
}

/// What somebody is in one of several organizations, where the cell says as many things as there are; else the whole cell.
fn title_of(cell: &str, which: usize, of: usize) -> &str {
    let parts = || {
        cell.split([';', '|', '\n'])
            .map(str::trim)
            .filter(|part| !part.is_empty())
    };
    if parts().count() == of {
        parts().nth(which).unwrap_or(cell)
    } else {
        cell
    }
}

/// Words that no name ends with.
const GOES_ON: &[&str] = &[
    "for", "of", "and", "the", "in", "on", "to", "with", "&", "-", "\u{2013}", "de", "del", "la", "las",
    "los", "el", "y", "para", "por", "du", "des", "et", "pour", "les", "le", "da", "do", "dos", "das", "e",
    "und", "f\u{fc}r", "der", "die", "di", "per",
];

/// The organizations in a cell, where bars, semicolons or line breaks part them.
fn organizations_in(cell: &str) -> Vec<&str> {
    if !cell.contains(['|', ';', '\n']) || cell.contains("://") {
        return Vec::new();
    }
    // A name that goes on in the next line has no capital there, too few words of its own ("Trust"), or one before it that asks for
    // more ("Institute for").
    let in_lines = cell.contains('\n');
    let whole = |line: &str| {
        let last = line.rsplit(' ').next().unwrap_or(line).to_lowercase();
        let capitals =
            line.chars().filter(|c| c.is_uppercase()).count() > 2 && !line.chars().any(char::is_lowercase);
        line.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            && (capitals || line.split_whitespace().count() > 1)
            && !GOES_ON.contains(&last.as_str())
    };
    let lines = || cell.lines().map(str::trim).filter(|line| !line.is_empty());
    if in_lines && lines().filter(|line| whole(line)).count() * 4 < lines().count() * 3 {
        return Vec::new();
    }
    let names: Vec<&str> = cell
        .split(['|', ';', '\n'])
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .collect();
    // "AT&amp;T" holds one.
    let is_name = |name: &&str| {
        let letters = name.chars().filter(|c| c.is_alphanumeric()).count();
        let entity = name.rsplit_once('&').is_some_and(|(_, end)| {
            !end.is_empty() && end.chars().all(|c| c.is_ascii_alphanumeric() || c == '#')
        }) && cell.contains(';');
        letters > 1 && !entity && name.starts_with(char::is_alphanumeric)
    };
    if (2..=MOST_IN_A_CELL).contains(&names.len()) && names.iter().all(is_name) {
        names
    } else {
        Vec::new()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::problem::ProblemReason;

    fn table<const COLUMNS: usize>(rows: &[[&str; COLUMNS]]) -> Table {
        let mut table = Table::new(None);
        for (number, row) in (1..).zip(rows) {
            table.push(number, false, row.iter().copied()).unwrap();
        }
        table.find_headings().unwrap();
        table
    }

    #[test]
    fn several_organizations_in_a_cell_are_rows_of_their_own() {
        let table = table(&[
            ["Name", "Organizations", "City"],
            ["Ana Mora", "Casa Luz|Moor League", "Viroqua"],
            ["Bo Lind", "AT&amp;T Pioneers", "Leeds"],
            ["Cy Dorn", "Stone Fund; Elm Trust; Ash Guild", "Leeds"],
            ["Di Falk", "Harbor Young\nbuilders", "Leeds"],
            ["Ed Gray", "Birch Choir\nPort Society", "Leeds"],
            ["Fay Holm", "Harbor Research\nCentre", "Leeds"],
            ["Gil Ives", "Elm Institute for\nHarbor Technology", "Leeds"],
        ]);
        let rows: Vec<(u32, String)> = table
            .records()
            .map(|row| (row.number(), [row.cell(0), row.cell(1), row.cell(2)].join(" / ")))
            .collect();
        assert_eq!(
            rows,
            [
                (2, "Ana Mora / Casa Luz / Viroqua".to_owned()),
                (2, "Ana Mora / Moor League / Viroqua".to_owned()),
                (3, "Bo Lind / AT&amp;T Pioneers / Leeds".to_owned()),
                (4, "Cy Dorn / Stone Fund / Leeds".to_owned()),
                (4, "Cy Dorn / Elm Trust / Leeds".to_owned()),
                (4, "Cy Dorn / Ash Guild / Leeds".to_owned()),
                (5, "Di Falk / Harbor Young\nbuilders / Leeds".to_owned()),
                (6, "Ed Gray / Birch Choir / Leeds".to_owned()),
                (6, "Ed Gray / Port Society / Leeds".to_owned()),
                (7, "Fay Holm / Harbor Research\nCentre / Leeds".to_owned()),
                (
                    8,
                    "Gil Ives / Elm Institute for\nHarbor Technology / Leeds".to_owned()
                ),
            ]
        );
        let told: Vec<u32> = table
            .rows_beyond_headings()
            .iter()
            .filter(|problem| problem.reason == ProblemReason::Several)
            .map(|problem| problem.row)
            .collect();
        assert_eq!(told, [2, 4, 6]);
    }

    #[test]
    fn a_few_bars_among_many_names_are_a_part_of_them() {
        let mut table = Table::new(None);
        table.push(1, false, ["Name", "Organization"]).unwrap();
        for number in 2..200_u32 {
            let organization = match number {
                70 | 140 => format!("Moor Trust {number} | The first league of lamps"),
                _ => format!("Moor Trust {number}"),
            };
            let person = format!("Iris Vane{number}");
            table
                .push(number, false, [person.as_str(), organization.as_str()])
                .unwrap();
        }
        table.find_headings().unwrap();
        assert_eq!(table.records().count(), 198);
    }

    #[test]
    fn numbered_columns_of_organizations_name_one_each() {
        let table = table(&[
            ["Day", "Organization 1", "Organization 2", "Organization 3"],
            ["2026-01-02", "Casa Luz", "Moor League", ""],
            ["2026-02-02", "", "Stone Fund", ""],
            ["2026-03-02", "Elm Trust", "", "Ash Guild"],
        ]);
        let names: Vec<String> = table
            .records()
            .map(|row| [row.cell(1), row.cell(2), row.cell(3)].join("/"))
            .collect();
        assert_eq!(
            names,
            [
                "Casa Luz//",
                "Moor League//",
                "Stone Fund//",
                "Elm Trust//",
                "Ash Guild//"
            ]
        );
    }

    #[test]
    fn numbered_columns_of_a_sort_of_body_name_one_each() {
        let sponsors = table(&[
            ["Event", "Sponsor 1", "Sponsor 2", "Sponsor 3"],
            ["Spring fair", "Casa Luz", "Moor League", ""],
            ["Summer fair", "Moor League", "Stone Fund", "Casa Luz"],
            ["Autumn fair", "Casa Luz", "Stone Fund", ""],
            ["Winter fair", "Casa Luz", "", "Moor League"],
        ]);
        assert_eq!(sponsors.records().count(), 9);
        let mapping = crate::columns::guess(&sponsors);
        assert_eq!(mapping.column(Field::Organization), Some(1));
        // Members of a team are people.
        let team = table(&[
            ["Team", "Member 1", "Member 2", "Member 3"],
            ["Red", "Ana Mora", "Paul Keogh", ""],
            ["Blue", "Maria Lind", "Peter Dorn", "Anna Falk"],
        ]);
        assert_eq!(team.records().count(), 2);
    }

    #[test]
    fn names_between_commas_that_stand_alone_elsewhere_are_several() {
        let table = table(&[
            ["Name", "Institution", "Role"],
            ["Ana Mora", "FS Elm", "student"],
            ["Bo Lind", "HS Elm", "student"],
            ["Cy Dorn", "FS Elm, HS Elm", "graduate"],
            ["Di Falk", "Port University, Leeds", "student"],
            ["Ed Gray", "HS Elm / FS Elm", "student"],
        ]);
        let rows: Vec<(&str, &str)> = table.records().map(|row| (row.cell(1), row.cell(2))).collect();
        assert_eq!(
            rows,
            [
                ("FS Elm", "student"),
                ("HS Elm", "student"),
                ("FS Elm", "graduate"),
                ("HS Elm", "graduate"),
                ("Port University, Leeds", "student"),
                ("HS Elm", "student"),
                ("FS Elm", "student"),
            ]
        );
    }
}
