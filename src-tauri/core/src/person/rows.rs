//! A person as rows: reading one with all that is theirs, and writing it within an action.

use rusqlite::{Connection, OptionalExtension, params};

use super::{
    AffiliationFields, ContactPoint, Person, PersonAffiliation, PersonFields, PersonLetter, not_found,
    record_event,
};
use crate::organization::OrganizationRef;
use base::error::{Error, Result};
use store::journal::Tx;
use vocabulary::ids::{AffiliationId, ContactPointId, PersonId};

pub(super) fn find(conn: &Connection, id: PersonId) -> Result<Option<Person>> {
    let found = conn
        .prepare_cached(
            "SELECT id, name, sort_as, pronouns, languages, do_not_contact, note FROM person WHERE id = ?1",
        )?
        .query_row([id], |row| {
            Ok(Person {
                id: row.get(0)?,
                name: row.get(1)?,
                sort_as: row.get(2)?,
                pronouns: row.get(3)?,
                languages: row
                    .get::<_, String>(4)?
                    .split_whitespace()
                    .map(str::to_owned)
                    .collect(),
                do_not_contact: row.get(5)?,
                note: row.get(6)?,
                contact_points: Vec::new(),
                affiliations: Vec::new(),
                tags: Vec::new(),
            })
        })
        .optional()?;
    let Some(mut person) = found else {
        return Ok(None);
    };
    person.contact_points = points(conn, id)?.into_iter().map(|(_, point)| point).collect();
    person
        .contact_points
        .sort_by_key(|point| (point.kind, !point.preferred));
    let mut statement = conn.prepare_cached(
        "SELECT a.id, organization_id, o.name, role, since, until, may_sign, is_primary
         FROM affiliation a JOIN organization o ON o.id = organization_id WHERE person_id = ?1
         ORDER BY until IS NOT NULL, is_primary DESC, a.entered, a.id",
    )?;
    let affiliations = statement.query_map([id], |row| {
        Ok(PersonAffiliation {
            id: row.get(0)?,
            organization: OrganizationRef {
                id: row.get(1)?,
                name: row.get(2)?,
            },
            role: row.get(3)?,
            since: row.get(4)?,
            until: row.get(5)?,
            may_sign: row.get(6)?,
            primary: row.get(7)?,
        })
    })?;
    person.affiliations = affiliations.collect::<rusqlite::Result<_>>()?;
    person.tags = tags_of(conn, id)?;
    Ok(Some(person))
}

fn points(conn: &Connection, id: PersonId) -> Result<Vec<(ContactPointId, ContactPoint)>> {
    let mut statement = conn.prepare_cached(
        "SELECT id, kind, value, preferred FROM contact_point WHERE person_id = ?1 ORDER BY entered, id",
    )?;
    let points = statement.query_map([id], |row| {
        Ok((
            row.get(0)?,
            ContactPoint {
                kind: row.get(1)?,
                value: row.get(2)?,
                preferred: row.get(3)?,
            },
        ))
    })?;
    Ok(points.collect::<rusqlite::Result<_>>()?)
}

fn tags_of(conn: &Connection, id: PersonId) -> Result<Vec<String>> {
    let mut statement =
        conn.prepare_cached("SELECT tag FROM person_tag WHERE person_id = ?1 ORDER BY tag COLLATE NOCASE")?;
    let tags = statement.query_map([id], |row| row.get(0))?;
    Ok(tags.collect::<rusqlite::Result<_>>()?)
}

/// The letters that a person has to do with: by name at their organizations, and as an individual.
pub(super) fn letters(conn: &Connection, person: &Person) -> Result<Vec<PersonLetter>> {
    let mut statement = conn.prepare_cached(
        "SELECT letter_id, l.title, s.prints_as, status, signer = ?2 OR s.organization_id IS NULL, authorized_by = ?2,
                decided_at
         FROM sign_on s JOIN letter l ON l.id = letter_id
         WHERE s.organization_id IN (SELECT organization_id FROM affiliation WHERE person_id = ?1)
            OR (s.organization_id IS NULL AND s.prints_as = ?2)
         ORDER BY l.created_at DESC, l.entered DESC, s.position, s.id LIMIT 500",
    )?;
    let letters = statement.query_map(params![person.id, person.name], |row| {
        Ok(PersonLetter {
            letter_id: row.get(0)?,
            title: row.get(1)?,
            name: row.get(2)?,
            status: row.get(3)?,
            signs: row.get(4)?,
            authorized: row.get(5)?,
            decided_at: row.get(6)?,
        })
    })?;
    Ok(letters.collect::<rusqlite::Result<_>>()?)
}

/// Adds a person within an action. The fields are checked already.
pub(crate) fn insert(tx: &mut Tx, fields: &PersonFields) -> Result<PersonId> {
    let id = PersonId(tx.id());
    tx.conn
        .prepare_cached(
            "INSERT INTO person (id, name, sort_as, pronouns, languages, do_not_contact, note)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .execute(params![
            id,
            fields.name,
            fields.sort_as,
            fields.pronouns,
            fields.languages.join(" "),
            fields.do_not_contact,
            fields.note,
        ])?;
    for point in &fields.contact_points {
        add_point(tx, id, point)?;
    }
    for affiliation in &fields.affiliations {
        add_affiliation(tx, id, affiliation)?;
    }
    for tag in &fields.tags {
        add_tag(tx, id, tag)?;
    }
    record_event(tx, id, fields.name.clone());
    Ok(id)
}

pub(crate) fn update(tx: &mut Tx, id: PersonId, fields: &PersonFields) -> Result<()> {
    let Some(before) = find(tx.conn, id)? else {
        return Err(not_found(id.to_string()));
    };
    tx.conn.execute(
        "UPDATE person SET name = ?2, sort_as = ?3, pronouns = ?4, languages = ?5, do_not_contact = ?6, note = ?7
         WHERE id = ?1",
        params![
            id,
            fields.name,
            fields.sort_as,
            fields.pronouns,
            fields.languages.join(" "),
            fields.do_not_contact,
            fields.note,
        ],
    )?;
    // What stays keeps its row, so that the journal holds only what changed.
    let old = points(tx.conn, id)?;
    for (point_id, point) in &old {
        if !fields.contact_points.contains(point) {
            tx.conn
                .execute("DELETE FROM contact_point WHERE id = ?1", [point_id])?;
        }
    }
    for point in &fields.contact_points {
        if !old.iter().any(|(_, known)| known == point) {
            add_point(tx, id, point)?;
        }
    }
    for affiliation in &before.affiliations {
        if !fields
            .affiliations
            .iter()
            .any(|given| given.id == Some(affiliation.id))
        {
            tx.conn
                .execute("DELETE FROM affiliation WHERE id = ?1", [affiliation.id])?;
        }
    }
    for affiliation in &fields.affiliations {
        match affiliation.id {
            Some(known) if before.affiliations.iter().any(|old| old.id == known) => {
                set_affiliation(tx, known, id, affiliation)?;
            }
            _ => add_affiliation(tx, id, affiliation)?,
        }
    }
    for tag in before.tags.iter().filter(|tag| !fields.tags.contains(tag)) {
        tx.conn.execute(
            "DELETE FROM person_tag WHERE person_id = ?1 AND tag = ?2",
            params![id, tag],
        )?;
    }
    for tag in fields.tags.iter().filter(|tag| !before.tags.contains(tag)) {
        add_tag(tx, id, tag)?;
    }
    record_event(tx, id, fields.name.clone());
    Ok(())
}

/// Adds an email or a phone within an action.
pub(crate) fn add_point(tx: &mut Tx, id: PersonId, point: &ContactPoint) -> Result<()> {
    let point_id = ContactPointId(tx.id());
    tx.conn
        .prepare_cached(
            "INSERT INTO contact_point (id, person_id, kind, value, preferred, entered) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![point_id, id, point.kind, point.value, point.preferred, tx.entered()])?;
    Ok(())
}

/// Adds an affiliation within an action; whoever was the one to write to there, is no longer when this one is.
pub(crate) fn add_affiliation(tx: &mut Tx, id: PersonId, fields: &AffiliationFields) -> Result<()> {
    let (affiliation, entered) = (AffiliationId(tx.id()), tx.entered());
    write_affiliation(
        tx,
        affiliation,
        id,
        fields,
        Some(entered),
        "INSERT INTO affiliation (id, person_id, organization_id, role, since, until, may_sign, is_primary, entered)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )
}

fn set_affiliation(
    tx: &mut Tx,
    affiliation: AffiliationId,
    id: PersonId,
    fields: &AffiliationFields,
) -> Result<()> {
    write_affiliation(
        tx,
        affiliation,
        id,
        fields,
        None,
        "UPDATE affiliation SET organization_id = ?3, role = ?4, since = ?5, until = ?6, may_sign = ?7, is_primary = ?8,
                entered = coalesce(?9, entered)
         WHERE id = ?1 AND person_id = ?2",
    )
}

/// Writes an affiliation by a statement that takes all that is said of it, in this order.
fn write_affiliation(
    tx: &Tx,
    affiliation: AffiliationId,
    id: PersonId,
    fields: &AffiliationFields,
    entered: Option<i64>,
    sql: &str,
) -> Result<()> {
    give_way(tx, affiliation, fields)?;
    tx.conn
        .prepare_cached(sql)?
        .execute(params![
            affiliation,
            id,
            fields.organization_id,
            fields.role,
            fields.since,
            fields.until,
            fields.may_sign,
            fields.primary,
            entered,
        ])
        .map_err(|error| match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::ConstraintViolation) => Error::NotFound {
                what: "organization",
                reference: fields.organization_id.to_string(),
            },
            _ => error.into(),
        })?;
    Ok(())
}

/// Whoever was the one to write to there, is no longer when this one is.
fn give_way(tx: &Tx, id: AffiliationId, fields: &AffiliationFields) -> Result<()> {
    if fields.primary {
        tx.conn
            .prepare_cached(
                "UPDATE affiliation SET is_primary = 0 WHERE organization_id = ?1 AND id <> ?2 AND is_primary",
            )?
            .execute(params![fields.organization_id, id])?;
    }
    Ok(())
}

/// Adds a tag within an action, in the spelling that people have for it already.
pub(crate) fn add_tag(tx: &mut Tx, id: PersonId, tag: &str) -> Result<()> {
    tx.conn
        .prepare_cached(
            "INSERT OR IGNORE INTO person_tag (person_id, tag)
             VALUES (?1, coalesce((SELECT tag FROM person_tag WHERE tag = ?2 COLLATE NOCASE LIMIT 1), ?2))",
        )?
        .execute(params![id, tag])?;
    Ok(())
}
