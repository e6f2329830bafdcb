//! A column that holds an office and an organization in one cell: "Professor, Harbor University".
//!
//! Owns telling such a column and parting it: the office stays or goes by what the heading names, and the other part is
//! given a column of its own at the end. A column is parted only where most of its cells are such pairs and no other one
//! holds what would come of it.

use super::Table;
use crate::columns::{Field, plain};
use crate::list::office_and_organization;
use crate::problem::{FileError, MOST_COLUMNS};

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
    /// Parts a column of offices and organizations into two.
    pub(super) fn part_offices(&mut self) -> Result<(), FileError> {
        let Some((header, width)) = self.header.zip(Some(self.width)) else {
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
        let (mut full, mut pairs) = (0, 0);
        for cell in cells.filter(|cell| !cell.is_empty()) {
            full += 1;
            pairs += usize::from(office_and_organization(cell).is_some());
        }
        if pairs < LEAST || pairs * 10 < full * 6 {
            return Ok(());
        }
        let organization_stays = named == Some(Field::Organization);
        let heading = if organization_stays {
            "Title"
        } else {
            "Organization"
        };
        let heading = format!("{heading} ({})", headings[column]);
        let (spanned, asides) = (self.spanned, self.asides.clone());
        let mut place = 0;
        let mut with = std::mem::take(self).mapped(|_, cells| {
            if place == header {
                cells.resize(width, String::new());
                cells.push(heading.clone());
            } else if place > header
                && let Some(cell) = cells.get(column).cloned()
                && let Some((office, organization)) = office_and_organization(&cell)
            {
                let (office, organization) = (cell[office].to_owned(), cell[organization].to_owned());
                let (stays, goes) = if organization_stays {
                    (organization, office)
                } else {
                    (office, organization)
                };
                cells[column] = stays;
                cells.resize(width, String::new());
                cells.push(goes);
            }
            place += 1;
        })?;
        with.spanned = spanned;
        with.set_header(Some(header));
        // Judged before the column was there.
        with.asides = asides;
        *self = with;
        Ok(())
    }
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
