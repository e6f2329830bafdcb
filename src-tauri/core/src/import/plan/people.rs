//! The people of an import as they will be: who a row means, and what it adds about them.
//!
//! Somebody is recognized by an email of theirs, as long as the names could be one person's, or by their name at the same
//! organization. Names are left as they are.

use rusqlite::params;

use super::organizations::with_lines;
use super::step::{AffiliationStep, PersonStep, Slot};
use super::{Earlier, PlannedRow, Planner};
use crate::coalition::Coalition;
use crate::import::{ChangeField, Decision, ImportTarget, Outcome, change};
use crate::person::{ContactKind, ContactPoint, PersonRef};
use base::error::{Error, Result};
use base::messages::Message;
use names::recognize::words::fold;
use records::{Record, digits};
use vocabulary::ids::PersonId;

/// A person as they will be after the rows so far.
pub(super) struct PlannedPerson {
    pub slot: Slot<PersonId>,
    pub name: String,
    /// The row that named them first.
    pub first: usize,
    folded: String,
    /// In small letters.
    emails: Vec<String>,
    /// Their digits.
    phones: Vec<String>,
    note: String,
    tags: Vec<String>,
    /// Where they are, by place among the organizations, and as what; those that are there by id.
    roles: Vec<(Slot<vocabulary::ids::OrganizationId>, String)>,
}

impl Planner {
    /// Whom a row names, and what becomes of them; none when it names nobody.
    pub(super) fn somebody(
        &mut self,
        coalition: &Coalition,
        number: usize,
        record: &Record,
        org: Option<usize>,
        earlier: Option<Earlier>,
        planned: &mut PlannedRow,
    ) -> Result<Option<usize>> {
        let reachable = !record.emails.is_empty() || !record.phones.is_empty();
        let is_individual = self.target.status().is_some() && org.is_none();
        if record.person.is_empty() && record.emails.is_empty() || is_individual && !reachable {
            return Ok(None);
        }
        let found = self.recognize_person(coalition, record, org, earlier, planned)?;
        if planned.outcome == Outcome::Asked {
            return Ok(None);
        }
        let at = match found {
            Some(at) => {
                self.people[at].first = self.people[at].first.min(number);
                at
            }
            // An address without a name is nobody yet; in an address book it is somebody who is called by it.
            None if record.person.is_empty()
                && (self.target != ImportTarget::People || org.is_some() || record.emails.is_empty()) =>
            {
                return Ok(None);
            }
            None => {
                let name = [&record.person, record.emails.first().unwrap_or(&record.person)]
                    .into_iter()
                    .find(|name| !name.is_empty())
                    .cloned()
                    .unwrap_or_default();
                let slot = Slot::New(self.made.people);
                self.made.people += 1;
                let mut step = PersonStep::of(slot);
                step.create = Some(name.clone());
                planned.step.person = Some(Box::new(step));
                self.new_names
                    .entry(fold(&name))
                    .or_default()
                    .push(self.people.len());
                self.people.push(PlannedPerson {
                    slot,
                    folded: fold(&name),
                    name,
                    first: number,
                    emails: Vec::new(),
                    phones: Vec::new(),
                    note: String::new(),
                    tags: Vec::new(),
                    roles: Vec::new(),
                });
                self.people.len() - 1
            }
        };
        if let Slot::Known(id) = self.people[at].slot {
            planned.person = Some(PersonRef {
                id,
                name: self.people[at].name.clone(),
            });
            if !record.person.is_empty() && self.people[at].folded != fold(&record.person) {
                planned.flags.push(
                    Message::new("import-flag-person-name")
                        .text("name", &self.people[at].name)
                        .text("given", &record.person),
                );
            }
        }
        self.add_points(at, record, planned);
        self.add_role(coalition, at, org, record, planned)?;
        if self.target == ImportTarget::People {
            self.add_tags(at, record, planned);
        }
        // What somebody is stands at an organization; without one it is a remark.
        let nowhere = org.is_none() && self.people[at].roles.is_empty();
        let title = Some(record.title.as_str()).filter(|title| nowhere && !title.is_empty());
        let note = title.map_or_else(|| record.note.clone(), |title| with_lines(title, &record.note));
        if self.target == ImportTarget::People && !note.is_empty() {
            let longer = with_lines(&self.people[at].note, &note);
            if longer != self.people[at].note {
                let old = std::mem::replace(&mut self.people[at].note, longer.clone());
                let (step, is_new) = step(planned, self.people[at].slot);
                step.note = Some(longer.clone());
                if !is_new {
                    planned.changes.push(change(ChangeField::Note, &old, &longer));
                }
            }
        }
        Ok(Some(at))
    }

    /// Others whom a row names besides its first person.
    pub(super) fn others(
        &mut self,
        coalition: &Coalition,
        number: usize,
        record: &Record,
        org: Option<usize>,
        planned: &mut PlannedRow,
    ) -> Result<()> {
        for other in &record.others {
            let alone = Record {
                person: other.person.clone(),
                title: other.title.clone(),
                emails: other.emails.clone(),
                phones: other.phones.clone(),
                ..Record::default()
            };
            let first = planned.step.person.take();
            let (reason, named) = (planned.reason.clone(), planned.person.clone());
            self.somebody(coalition, number, &alone, org, None, planned)?;
            let step = std::mem::replace(&mut planned.step.person, first);
            if planned.outcome == Outcome::Asked {
                // Who the second is can be asked later; the row is taken without them.
                planned.outcome = Outcome::Unchanged;
                planned
                    .flags
                    .push(Message::new("import-flag-other-person").text("name", &other.person));
            } else if let Some(step) = step {
                planned.step.others.push(*step);
            }
            (planned.reason, planned.person) = (reason, named);
        }
        Ok(())
    }

    fn add_tags(&mut self, at: usize, record: &Record, planned: &mut PlannedRow) {
        for tag in &record.tags {
            let person = &mut self.people[at];
            if person.tags.iter().any(|known| fold(known) == fold(tag)) {
                continue;
            }
            person.tags.push(tag.clone());
            let slot = person.slot;
            let (step, is_new) = step(planned, slot);
            step.tags.push(tag.clone());
            if !is_new {
                planned.changes.push(change(ChangeField::Tag, "", tag));
            }
        }
    }

    fn recognize_person(
        &mut self,
        coalition: &Coalition,
        record: &Record,
        org: Option<usize>,
        earlier: Option<Earlier>,
        planned: &mut PlannedRow,
    ) -> Result<Option<usize>> {
        if let Some(id) = earlier.and_then(|earlier| earlier.person)
            && let Some(at) = self.known_person(coalition, id)?
            && (record.person.is_empty() || alike(&self.people[at].folded, &fold(&record.person)))
        {
            return Ok(Some(at));
        }
        let name = fold(&record.person);
        for email in &record.emails {
            let small = email.to_lowercase();
            let mut with_it: Vec<usize> = self.new_emails.get(&small).cloned().unwrap_or_default();
            for id in people_with_email(coalition, email)? {
                with_it.extend(self.known_person(coalition, id)?);
            }
            let fits = |at: &&usize| name.is_empty() || alike(&self.people[**at].folded, &name);
            // The very name before one that could be.
            let exact = with_it.iter().find(|at| self.people[**at].folded == name);
            if let Some(at) = exact.or_else(|| with_it.iter().find(fits)).copied() {
                if org.is_none() {
                    planned.reason = Message::new("import-person-by-email").text("email", email);
                }
                return Ok(Some(at));
            }
            if let Some(other) = with_it.first() {
                planned.flags.push(
                    Message::new("import-flag-shared-email")
                        .text("email", email)
                        .text("name", &self.people[*other].name),
                );
            }
        }
        if name.is_empty() {
            return Ok(None);
        }
        // A row that stands for several organizations names one person.
        if let Some(at) = self.again.filter(|at| self.people[*at].folded == name) {
            return Ok(Some(at));
        }
        if let Some(org) = org {
            let there = self.people_at(coalition, org)?;
            return Ok(there.into_iter().find(|at| self.people[*at].folded == name));
        }
        self.nameless_place(coalition, record, &name, planned)
    }

    /// Somebody of this name, where the row names no organization: only when nothing speaks against it.
    fn nameless_place(
        &mut self,
        coalition: &Coalition,
        record: &Record,
        name: &str,
        planned: &mut PlannedRow,
    ) -> Result<Option<usize>> {
        let mut of_name: Vec<usize> = self.new_names.get(name).cloned().unwrap_or_default();
        for id in people_of_name(coalition, &record.person)? {
            if let Some(at) = self.known_person(coalition, id)?
                && self.people[at].folded == name
            {
                of_name.push(at);
            }
        }
        let phones: Vec<String> = record.phones.iter().map(|phone| digits(phone)).collect();
        let shares = |at: &usize| self.people[*at].phones.iter().any(|phone| phones.contains(phone));
        let silent = record.emails.is_empty() && record.phones.is_empty();
        let found = match of_name.as_slice() {
            [one] if silent || shares(one) || self.is_unreachable(*one) => Some(*one),
            several => several.iter().copied().find(|at| shares(at)),
        };
        // Several of this name, and nothing that tells which: one more would not make it clearer.
        if found.is_none() && silent && of_name.len() > 1 && self.decision == Decision::Auto {
            planned.outcome = Outcome::Asked;
            planned.reason = Message::new("import-asked-person").text("name", &record.person);
            return Ok(None);
        }
        if found.is_some() {
            planned.reason = Message::new("import-person-by-name");
        }
        Ok(found)
    }

    fn is_unreachable(&self, at: usize) -> bool {
        self.people[at].emails.is_empty() && self.people[at].phones.is_empty()
    }

    fn known_person(&mut self, coalition: &Coalition, id: PersonId) -> Result<Option<usize>> {
        if let Some(at) = self.known_people.get(&id) {
            return Ok(Some(*at));
        }
        let found = match coalition.get_person(id) {
            Ok(found) => found,
            Err(Error::NotFound { .. }) => return Ok(None),
            Err(error) => return Err(error),
        };
        let of = |kind: ContactKind| {
            found
                .contact_points
                .iter()
                .filter(move |point| point.kind == kind)
        };
        self.people.push(PlannedPerson {
            slot: Slot::Known(id),
            folded: fold(&found.name),
            first: usize::MAX,
            emails: of(ContactKind::Email)
                .map(|point| point.value.to_lowercase())
                .collect(),
            phones: of(ContactKind::Phone).map(|point| digits(&point.value)).collect(),
            roles: found
                .affiliations
                .iter()
                .filter(|affiliation| affiliation.until.is_none())
                .map(|affiliation| (Slot::Known(affiliation.organization.id), affiliation.role.clone()))
                .collect(),
            note: found.note,
            tags: found.tags,
            name: found.name,
        });
        self.known_people.insert(id, self.people.len() - 1);
        Ok(Some(self.people.len() - 1))
    }

    /// The people of an organization, by their places.
    fn people_at(&mut self, coalition: &Coalition, org: usize) -> Result<Vec<usize>> {
        if let Some(people) = &self.orgs[org].people {
            return Ok(people.clone());
        }
        let mut people = Vec::new();
        if let Slot::Known(id) = self.orgs[org].slot {
            let mut statement = coalition.conn.prepare_cached(
                "SELECT person_id FROM affiliation WHERE organization_id = ?1 AND until IS NULL",
            )?;
            let ids = statement.query_map([id], |row| row.get::<_, PersonId>(0))?;
            for id in ids.collect::<rusqlite::Result<Vec<_>>>()? {
                people.extend(self.known_person(coalition, id)?);
            }
        }
        self.orgs[org].people = Some(people.clone());
        Ok(people)
    }

    fn add_points(&mut self, at: usize, record: &Record, planned: &mut PlannedRow) {
        let person = &mut self.people[at];
        let mut points: Vec<ContactPoint> = Vec::new();
        for email in &record.emails {
            let small = email.to_lowercase();
            if person.emails.contains(&small) {
                continue;
            }
            points.push(ContactPoint {
                kind: ContactKind::Email,
                value: email.clone(),
                preferred: person.emails.is_empty(),
            });
            self.new_emails.entry(small.clone()).or_default().push(at);
            person.emails.push(small);
        }
        for phone in &record.phones {
            let digits = digits(phone);
            if person.phones.contains(&digits) {
                continue;
            }
            points.push(ContactPoint {
                kind: ContactKind::Phone,
                value: phone.clone(),
                preferred: person.phones.is_empty(),
            });
            person.phones.push(digits);
        }
        if points.is_empty() {
            return;
        }
        let slot = person.slot;
        let (step, is_new) = step(planned, slot);
        step.points.clone_from(&points);
        if !is_new {
            for point in points {
                let field = match point.kind {
                    ContactKind::Email => ChangeField::Email,
                    ContactKind::Phone => ChangeField::Phone,
                };
                planned.changes.push(change(field, "", &point.value));
            }
        }
    }

    /// What somebody is at the organization of their row.
    fn add_role(
        &mut self,
        coalition: &Coalition,
        at: usize,
        org: Option<usize>,
        record: &Record,
        planned: &mut PlannedRow,
    ) -> Result<()> {
        let Some(org) = org else { return Ok(()) };
        let organization = self.orgs[org].slot;
        let person = self.people[at].slot;
        let known = self.people[at]
            .roles
            .iter_mut()
            .find(|(there, _)| *there == organization);
        if let Some((_, role)) = known {
            if record.title.is_empty() || *role == record.title {
                return Ok(());
            }
            let old = std::mem::replace(role, record.title.clone());
            let (step, _) = step(planned, person);
            step.affiliation = Some(AffiliationStep {
                organization,
                create: false,
                role: record.title.clone(),
                primary: false,
            });
            planned
                .changes
                .push(change(ChangeField::Role, &old, &record.title));
            return Ok(());
        }
        self.people[at].roles.push((organization, record.title.clone()));
        let mut there = self.people_at(coalition, org)?;
        // Whoever is the first is the one to write to.
        let primary = there.is_empty();
        there.push(at);
        self.orgs[org].people = Some(there);
        let (step, is_new) = step(planned, person);
        step.affiliation = Some(AffiliationStep {
            organization,
            create: true,
            role: record.title.clone(),
            primary,
        });
        if !is_new {
            planned
                .changes
                .push(change(ChangeField::Affiliation, "", &self.orgs[org].name));
        }
        Ok(())
    }
}

/// The step about a person, and whether it makes them.
fn step(planned: &mut PlannedRow, slot: Slot<PersonId>) -> (&mut PersonStep, bool) {
    let step = planned
        .step
        .person
        .get_or_insert_with(|| Box::new(PersonStep::of(slot)));
    let is_new = step.create.is_some();
    (step, is_new)
}

/// Whether two folded names could be one person's: the first and the last word agree, an initial for a word; or one name has
/// all the words of the other.
fn alike(one: &str, other: &str) -> bool {
    let words = |name: &str| -> Vec<String> {
        name.split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let (one, other) = (words(one), words(other));
    let (Some(first), Some(last), Some(first_other), Some(last_other)) =
        (one.first(), one.last(), other.first(), other.last())
    else {
        return false;
    };
    let agree = |a: &str, b: &str| {
        a == b || a.chars().count() == 1 && b.starts_with(a) || b.chars().count() == 1 && a.starts_with(b)
    };
    agree(first, first_other) && last == last_other
        || one.iter().all(|word| other.contains(word))
        || other.iter().all(|word| one.contains(word))
}

fn people_with_email(coalition: &Coalition, email: &str) -> Result<Vec<PersonId>> {
    let mut statement = coalition.conn.prepare_cached(
        "SELECT person_id FROM contact_point
         WHERE name_start(value) = name_start(?1) AND kind = 'email' AND value = ?1 COLLATE NOCASE LIMIT 20",
    )?;
    let ids = statement.query_map(params![email], |row| row.get(0))?;
    Ok(ids.collect::<rusqlite::Result<_>>()?)
}

fn people_of_name(coalition: &Coalition, name: &str) -> Result<Vec<PersonId>> {
    let mut statement = coalition
        .conn
        .prepare_cached("SELECT id FROM person WHERE name_start(name) = name_start(?1) LIMIT 50")?;
    let ids = statement.query_map(params![name], |row| row.get(0))?;
    Ok(ids.collect::<rusqlite::Result<_>>()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_could_be_one_person_are_told_from_those_of_two() {
        for (one, other, same) in [
            ("ana mora", "ana mora", true),
            ("ana mora", "ana m. mora", true),
            ("a. mora", "ana mora", true),
            ("ana mora", "mora", true),
            ("ana mora", "bo mora", false),
            ("ana mora", "ana lind", false),
            ("ana mora", "", false),
        ] {
            assert_eq!(alike(one, other), same, "{one} / {other}");
            assert_eq!(alike(other, one), same, "{other} / {one}");
        }
    }
}
