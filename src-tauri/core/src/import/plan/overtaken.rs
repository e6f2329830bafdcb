//! What a later row of the same import says otherwise.
//!
//! Rows of one organization or person may differ in a field that has one value: a site, a town, an office. The last of them stands, as it
//! would if the rows were imported one by one. What the rows before it said is taken out of the plan: it would be written and
//! written over, and the same file once more would seem to change what it changes back.

use std::collections::HashMap;

use super::PlannedRow;
use super::organizations::same;
use super::step::{PersonStep, Slot};
use crate::import::{ChangeField, Outcome};
use vocabulary::ids::{OrganizationId, PersonId};

/// A field of one value, and whose.
#[derive(PartialEq, Eq, Hash, Clone, Copy)]
enum Of {
    Organization(Slot<OrganizationId>, ChangeField),
    Role(Slot<PersonId>, Slot<OrganizationId>),
}

/// What stands in a field before the import, and the last row that sets it.
struct Set {
    before: String,
    last: usize,
    value: String,
}

/// Leaves of several rows that set one field the last, and none where what it says is there already.
pub(super) fn leave_the_last(rows: &mut [PlannedRow]) {
    let mut sets: HashMap<Of, Set> = HashMap::new();
    let mut overtaken = false;
    for (number, row) in rows.iter().enumerate() {
        for (of, value) in set_by(row) {
            match sets.get_mut(&of) {
                Some(set) => {
                    overtaken = true;
                    set.last = number;
                    value.clone_into(&mut set.value);
                }
                None => {
                    let set = Set {
                        before: before(row, of, value),
                        last: number,
                        value: value.to_owned(),
                    };
                    sets.insert(of, set);
                }
            }
        }
    }
    if !overtaken {
        return;
    }
    for (number, row) in rows.iter_mut().enumerate() {
        let stands = |of: Of| {
            let set = sets.get(&of)?;
            let is_change = match of {
                Of::Organization(_, field) => !same(field, &set.before, &set.value),
                Of::Role(..) => set.before != set.value,
            };
            (set.last == number && is_change).then_some(set.before.as_str())
        };
        let mut gone: Vec<(ChangeField, String)> = Vec::new();
        let mut kept: Vec<(ChangeField, String, String)> = Vec::new();
        let mut settle = |of: Of, field: ChangeField, value: &str| {
            if let Some(before) = stands(of) {
                kept.push((field, value.to_owned(), before.to_owned()));
                return true;
            }
            gone.push((field, value.to_owned()));
            false
        };
        if let Some(step) = row.step.organization.as_mut() {
            let slot = step.slot;
            step.set.retain(|(field, value)| {
                !has_one_value(*field) || settle(Of::Organization(slot, *field), *field, value)
            });
        }
        let people = row.step.person.iter_mut().map(AsMut::as_mut);
        for person in people.chain(&mut row.step.others) {
            let role = role_of(person);
            if role.is_some_and(|(of, value)| !settle(of, ChangeField::Role, value)) {
                person.affiliation = None;
            }
        }
        if gone.is_empty() && kept.is_empty() {
            continue;
        }
        row.changes.retain(|change| {
            let is = |(field, value): &(ChangeField, String)| *field == change.field && *value == change.new;
            !gone.iter().any(is)
        });
        for change in &mut row.changes {
            let first = kept
                .iter()
                .find(|(field, value, _)| *field == change.field && *value == change.new);
            if let Some((_, _, before)) = first {
                change.old.clone_from(before);
            }
        }
        if row.outcome == Outcome::Updated && row.changes.is_empty() {
            row.outcome = Outcome::Unchanged;
        }
    }
}

/// A note grows by lines, and only the one before it has its beginning.
fn has_one_value(field: ChangeField) -> bool {
    field != ChangeField::Note
}

/// The fields of one value that a row sets in what is there or an earlier row made.
fn set_by(row: &PlannedRow) -> impl Iterator<Item = (Of, &str)> {
    let organization = row.step.organization.iter().flat_map(|step| {
        let set = step.set.iter().filter(|(field, _)| has_one_value(*field));
        set.map(|(field, value)| (Of::Organization(step.slot, *field), value.as_str()))
    });
    let people = row.step.person.iter().map(AsRef::as_ref);
    organization.chain(people.chain(&row.step.others).filter_map(role_of))
}

/// Whose role a step changes, and to what.
fn role_of(step: &PersonStep) -> Option<(Of, &str)> {
    let there = step.affiliation.as_ref().filter(|there| !there.create)?;
    Some((Of::Role(step.slot, there.organization), there.role.as_str()))
}

/// What stood in a field before a row set it.
fn before(row: &PlannedRow, of: Of, value: &str) -> String {
    let field = match of {
        Of::Organization(_, field) => field,
        Of::Role(..) => ChangeField::Role,
    };
    let change = row
        .changes
        .iter()
        .find(|change| change.field == field && change.new == value);
    change.map_or_else(String::new, |change| change.old.clone())
}
