//! What is in a column, and what it is therefore where no heading says so.

use std::collections::HashMap;

use super::{Assignment, By, Field, Kind, kind, names_a_person, names_an_organization};
use crate::table::Table;
use names::recognize::words::fold;

/// How many rows are looked at to tell what a column holds.
const ROWS: usize = 200;

/// What is in a column, counted over its first rows.
#[derive(Debug, Clone, Default)]
pub struct Content {
    /// How many of its cells have something in them.
    pub full: usize,
    kinds: HashMap<Kind, usize>,
    /// How many could name organizations.
    pub organizations: usize,
    /// How many could name people.
    pub people: usize,
    /// How many are a Mr. or Ms.
    pub courtesy: usize,
    /// How many say how far a sign-on has come.
    pub statuses: usize,
}

impl Content {
    /// How many of its cells are of a kind.
    pub fn of(&self, kind: Kind) -> usize {
        self.kinds.get(&kind).copied().unwrap_or(0)
    }

    fn of_cells<'a>(cells: impl Iterator<Item = &'a str>) -> Self {
        let mut content = Self::default();
        for cell in cells.filter(|cell| !cell.is_empty()) {
            content.full += 1;
            *content.kinds.entry(kind(cell)).or_default() += 1;
            content.organizations += usize::from(names_an_organization(cell));
            content.people += usize::from(names_a_person(cell));
            let folded = fold(cell);
            let folded = folded.trim_end_matches('.');
            let courtesy = [
                "mr", "mrs", "ms", "miss", "mx", "dr", "rev", "prof", "sr", "sra", "srta", "dra", "lic",
                "ing", "fr", "hon",
            ];
            content.courtesy += usize::from(courtesy.contains(&folded));
            let statuses = [
                "confirmed",
                "asked",
                "declined",
                "withdrawn",
                "considering",
                "to ask",
                "pending",
                "said yes",
                "signed",
                "confirmado",
                "confirmada",
                "pendiente",
                "rechazado",
                "firmado",
                "firmada",
                "retirado",
                "por confirmar",
                "invitado",
                "contactado",
            ];
            content.statuses += usize::from(statuses.contains(&folded));
        }
        content
    }

    /// What is in a column of a table.
    pub fn of_column(table: &Table, column: usize) -> Self {
        Self::of_cells(table.records().take(ROWS).map(|row| row.cell(column)))
    }
}

/// Columns without a known heading, by what is in them.
pub fn by_content(found: &mut Vec<Assignment>, aside: &[usize], contents: &[Content]) {
    let taken: Vec<usize> = found
        .iter()
        .map(|assigned| assigned.column)
        .chain(aside.iter().copied())
        .collect();
    let free: Vec<usize> = (0..contents.len())
        .filter(|column| !taken.contains(column) && contents[*column].full > 0)
        .collect();
    let add = |found: &mut Vec<Assignment>, column: usize, field: Field| {
        if field.may_repeat() || !found.iter().any(|assigned| assigned.field == field) {
            found.push(Assignment {
                column,
                field,
                by: By::Content,
                weight: 1,
            });
            return true;
        }
        false
    };
    let mut words: Vec<usize> = Vec::new();
    for &column in &free {
        let content = &contents[column];
        let mostly = |kind| content.of(kind) * 10 >= content.full * 7;
        let field = [
            (Kind::Email, Field::Email),
            (Kind::Phone, Field::Phone),
            (Kind::Website, Field::Website),
            (Kind::Date, Field::Timestamp),
            (Kind::State, Field::State),
            (Kind::Country, Field::Country),
            (Kind::Answer, Field::Consent),
        ]
        .into_iter()
        .find(|(kind, _)| mostly(*kind));
        match field {
            Some((_, field)) => {
                add(found, column, field);
            }
            None if mostly(Kind::Text) => words.push(column),
            None => {}
        }
    }
    let named = |found: &[Assignment], fields: &[Field]| {
        found.iter().any(|assigned| fields.contains(&assigned.field))
    };
    if !named(found, &[Field::Organization]) {
        // The column with the most words of organizations; without any, the first of words that are no people.
        let best = words.iter().copied().max_by_key(|column| {
            let content = &contents[*column];
            (
                content.organizations * 100 / content.full,
                std::cmp::Reverse(*column),
            )
        });
        let best = best
            .filter(|column| contents[*column].organizations * 4 >= contents[*column].full)
            .or_else(|| {
                let people = |column: &&usize| contents[**column].people * 2 > contents[**column].full;
                if named(found, &[Field::FullName, Field::LastName]) {
                    None
                } else {
                    words.iter().find(|column| !people(column)).copied()
                }
            });
        if let Some(column) = best {
            add(found, column, Field::Organization);
            words.retain(|other| *other != column);
        }
    }
    if !named(found, &[Field::FullName, Field::FirstName, Field::LastName])
        && let Some(column) = words
            .iter()
            .copied()
            .find(|column| contents[*column].people * 10 >= contents[*column].full * 6)
    {
        add(found, column, Field::FullName);
    }
}
