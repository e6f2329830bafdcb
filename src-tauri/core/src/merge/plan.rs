//! What a merge would do, row by row: read from the file and decided here, told by `merge.rs`, written by `apply.rs`.

mod sign_ons;

use std::collections::HashSet;

use rusqlite::{Connection, params};
use serde_json::Value;

use super::{MergeChoices, MergeField, Side};
use crate::organization::{
    AliasFields, AliasKind, Organization, OrganizationField, OrganizationFields, OrganizationRef,
};
use base::error::Result;
use sign_ons::{collisions, moved};
use vocabulary::ids::{AffiliationId, FilterId, LetterId, OrganizationId, PersonId};

pub(super) use sign_ons::{Collision, Moved};

/// Every row that a merge touches, and what becomes of it.
pub(super) struct Merge {
    /// The one that is kept, as it is now.
    pub(super) keep: Organization,
    /// The one that is dropped, as it is now.
    pub(super) drop: Organization,
    /// The fields in which they differ.
    pub(super) fields: Vec<MergeField>,
    /// All that the kept one is to be.
    pub(super) merged: OrganizationFields,
    /// The names among them that it did not have.
    pub(super) aliases: Vec<String>,
    /// The tags among them that it did not have.
    pub(super) tags: Vec<String>,
    /// The dropped one's affiliations.
    pub(super) affiliations: Vec<Affiliated>,
    /// The dropped one's sign-ons on letters where the kept one has none.
    pub(super) sign_ons: Vec<Moved>,
    /// The letters on which both stand.
    pub(super) collisions: Vec<Collision>,
    /// The letters that the dropped one leads.
    pub(super) leads: Vec<Lead>,
    /// The chapters and affiliates of the dropped one, without the kept one.
    pub(super) children: Vec<OrganizationRef>,
    /// Those of which a person said that the dropped one is not the same.
    pub(super) not_same: Vec<OrganizationId>,
    /// The saved filters that name the dropped one, as they are to be.
    pub(super) filters: Vec<(FilterId, String)>,
}

/// An affiliation of the dropped one.
pub(super) struct Affiliated {
    pub(super) id: AffiliationId,
    pub(super) person: PersonId,
    /// The person's name and role, as it is told.
    pub(super) label: String,
    /// The one at the kept organization that it becomes a part of; None when it moves.
    pub(super) into: Option<AffiliationId>,
    pub(super) since: Option<String>,
    pub(super) until: Option<String>,
    pub(super) may_sign: bool,
    pub(super) primary: bool,
}

/// A letter that the dropped one leads.
pub(super) struct Lead {
    pub(super) letter: LetterId,
    pub(super) title: String,
    /// Whether the kept one leads it too.
    pub(super) both: bool,
    pub(super) position: i64,
}

/// Decides everything about a merge. It reads and writes nothing else.
pub(super) fn decide(
    conn: &Connection,
    keep: Organization,
    drop: Organization,
    choices: &MergeChoices,
) -> Result<Merge> {
    let parents = Parents::read(conn, &keep, &drop)?;
    let fields = fields(&keep, &drop, &parents, choices);
    let mut merged = merged(&keep, &drop, &parents, &fields)?;
    let aliases = join_aliases(&mut merged, &keep, &drop);
    let tags = join_tags(&mut merged, &drop);
    Ok(Merge {
        affiliations: affiliations(conn, keep.id, drop.id)?,
        sign_ons: moved(conn, keep.id, drop.id)?,
        collisions: collisions(conn, keep.id, drop.id, choices)?,
        leads: leads(conn, keep.id, drop.id)?,
        children: children(conn, keep.id, drop.id)?,
        not_same: not_same(conn, drop.id)?,
        filters: filters(conn, keep.id, drop.id)?,
        keep,
        drop,
        fields,
        merged,
        aliases,
        tags,
    })
}

// Fields ----------------------------------------------------------------------------------------------------------

/// The parents that the merged one can have: one that would stand under it can't be.
struct Parents {
    keep: Option<OrganizationRef>,
    drop: Option<OrganizationRef>,
}

impl Parents {
    fn read(conn: &Connection, keep: &Organization, drop: &Organization) -> Result<Self> {
        let mut statement = conn.prepare_cached(
            "WITH RECURSIVE above (id) AS (SELECT ?1 UNION SELECT parent_id FROM organization JOIN above USING (id))
             SELECT EXISTS (SELECT 1 FROM above WHERE id IN (?2, ?3))",
        )?;
        let mut possible = |parent: &Option<OrganizationRef>| -> Result<Option<OrganizationRef>> {
            let Some(parent) = parent else { return Ok(None) };
            let circle: bool = statement.query_row(params![parent.id, keep.id, drop.id], |row| row.get(0))?;
            Ok((!circle).then(|| parent.clone()))
        };
        Ok(Self {
            keep: possible(&keep.parent)?,
            drop: possible(&drop.parent)?,
        })
    }
}

/// What a field holds, as it shows; the note and the tags are joined and no matter of choice.
fn shown(fields: &OrganizationFields, parent: Option<&OrganizationRef>, field: OrganizationField) -> String {
    match field {
        OrganizationField::Parent => parent.map_or_else(String::new, |parent| parent.name.clone()),
        _ => fields.get(field),
    }
}

fn fields(
    keep: &Organization,
    drop: &Organization,
    parents: &Parents,
    choices: &MergeChoices,
) -> Vec<MergeField> {
    let mut differing = Vec::new();
    let (keep, drop) = (
        &OrganizationFields::from(keep.clone()),
        &OrganizationFields::from(drop.clone()),
    );
    for &field in OrganizationField::ALL {
        let (ours, theirs) = (
            shown(keep, parents.keep.as_ref(), field),
            shown(drop, parents.drop.as_ref(), field),
        );
        let same = if field == OrganizationField::Parent {
            parents.keep == parents.drop
        } else {
            ours == theirs
        };
        if same {
            continue;
        }
        let usual = if ours.is_empty() { Side::Drop } else { Side::Keep };
        let chosen = choices.fields.iter().rfind(|choice| choice.field == field);
        let joined = field == OrganizationField::Note;
        differing.push(MergeField {
            field,
            taken: chosen.filter(|_| !joined).map_or(usual, |choice| choice.take),
            collides: !joined && !ours.is_empty() && !theirs.is_empty(),
            keep: ours,
            drop: theirs,
        });
    }
    differing
}

/// The kept one with the values that are taken from the dropped one, and both notes.
fn merged(
    keep: &Organization,
    drop: &Organization,
    parents: &Parents,
    fields: &[MergeField],
) -> Result<OrganizationFields> {
    let mut merged = OrganizationFields::from(keep.clone());
    merged.parent_id = parents.keep.as_ref().map(|parent| parent.id);
    merged.note = joined(&keep.note, &drop.note);
    let theirs = OrganizationFields::from(drop.clone());
    for taken in fields.iter().filter(|field| field.taken == Side::Drop) {
        match taken.field {
            OrganizationField::Parent => merged.parent_id = parents.drop.as_ref().map(|parent| parent.id),
            // Both notes are kept.
            OrganizationField::Note => {}
            field => merged.set(field, &theirs.get(field))?,
        }
    }
    Ok(merged)
}

/// Two notes as one, with an empty line between; what both say stands once.
pub(super) fn joined(ours: &str, theirs: &str) -> String {
    if theirs.is_empty() || ours == theirs {
        ours.to_owned()
    } else if ours.is_empty() {
        theirs.to_owned()
    } else {
        format!("{ours}\n\n{theirs}")
    }
}

/// Every name that either was known by becomes an alias, but for the one that is its name. Names are compared letter by
/// letter: a spelling that differs only in a comma is one that was seen, and stays.
fn join_aliases(merged: &mut OrganizationFields, keep: &Organization, drop: &Organization) -> Vec<String> {
    let spelling = |name: &str| AliasFields {
        name: name.to_owned(),
        kind: AliasKind::guess(name),
    };
    let candidates = drop
        .aliases
        .iter()
        .map(|alias| AliasFields {
            name: alias.name.clone(),
            kind: alias.kind,
        })
        .chain([spelling(&drop.name), spelling(&keep.name)])
        .chain(drop.prints_as.as_deref().map(spelling))
        // A value that is not taken would be lost.
        .chain(
            keep.prints_as
                .as_deref()
                .filter(|name| merged.prints_as.as_deref() != Some(name))
                .map(spelling),
        );
    let mut added = Vec::new();
    for alias in candidates.collect::<Vec<_>>() {
        if alias.name == merged.name {
            continue;
        }
        match merged.aliases.iter_mut().find(|known| known.name == alias.name) {
            // What is known to be more than a spelling stays known.
            Some(known) if known.kind == AliasKind::Spelling => known.kind = alias.kind,
            Some(_) => {}
            None => {
                added.push(alias.name.clone());
                merged.aliases.push(alias);
            }
        }
    }
    added
}

fn join_tags(merged: &mut OrganizationFields, drop: &Organization) -> Vec<String> {
    let known: HashSet<String> = merged.tags.iter().map(|tag| tag.to_lowercase()).collect();
    let new = drop
        .tags
        .iter()
        .filter(|tag| !known.contains(&tag.to_lowercase()));
    let added: Vec<String> = new.cloned().collect();
    merged.tags.extend(added.iter().cloned());
    added
}

// What refers to them -----------------------------------------------------------------------------------------------

struct Row {
    id: AffiliationId,
    person: PersonId,
    name: String,
    role: String,
    since: Option<String>,
    until: Option<String>,
    may_sign: bool,
    primary: bool,
}

fn affiliation_rows(conn: &Connection, at: OrganizationId) -> Result<Vec<Row>> {
    let mut statement = conn.prepare_cached(
        "SELECT a.id, person_id, name, role, since, until, may_sign, is_primary
         FROM affiliation a JOIN person p ON p.id = person_id WHERE organization_id = ?1
         ORDER BY until IS NOT NULL, is_primary DESC, a.entered, a.id",
    )?;
    let rows = statement.query_map([at], |row| {
        Ok(Row {
            id: row.get(0)?,
            person: row.get(1)?,
            name: row.get(2)?,
            role: row.get(3)?,
            since: row.get(4)?,
            until: row.get(5)?,
            may_sign: row.get(6)?,
            primary: row.get(7)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The dropped one's affiliations: joined with that of the same person in the same role, where there is one, else moved.
/// The kept one's primary stays the only one.
fn affiliations(conn: &Connection, keep: OrganizationId, drop: OrganizationId) -> Result<Vec<Affiliated>> {
    let mut ours = affiliation_rows(conn, keep)?;
    let mut has_primary = ours.iter().any(|row| row.primary);
    let mut found = Vec::new();
    for theirs in affiliation_rows(conn, drop)? {
        let role = theirs.role.to_lowercase();
        let same = ours
            .iter_mut()
            .find(|row| row.person == theirs.person && row.role.to_lowercase() == role);
        let becomes_primary = theirs.primary && !has_primary;
        has_primary |= becomes_primary;
        let label = if theirs.role.is_empty() {
            theirs.name
        } else {
            format!("{}, {}", theirs.name, theirs.role)
        };
        found.push(match same {
            Some(row) => {
                row.since = sooner(row.since.take(), theirs.since);
                row.until = later(row.until.take(), theirs.until);
                row.may_sign |= theirs.may_sign;
                row.primary |= becomes_primary;
                Affiliated {
                    id: theirs.id,
                    person: theirs.person,
                    label,
                    into: Some(row.id),
                    since: row.since.clone(),
                    until: row.until.clone(),
                    may_sign: row.may_sign,
                    primary: row.primary,
                }
            }
            None => Affiliated {
                id: theirs.id,
                person: theirs.person,
                label,
                into: None,
                since: theirs.since,
                until: theirs.until,
                may_sign: theirs.may_sign,
                primary: becomes_primary,
            },
        });
    }
    Ok(found)
}

/// Since when somebody was there of whom two entries speak.
pub(super) fn sooner(one: Option<String>, other: Option<String>) -> Option<String> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}

/// Until when: they are there still when one of the two entries says no end.
pub(super) fn later(one: Option<String>, other: Option<String>) -> Option<String> {
    Some(one?.max(other?))
}
fn leads(conn: &Connection, keep: OrganizationId, drop: OrganizationId) -> Result<Vec<Lead>> {
    let mut statement = conn.prepare_cached(
        "SELECT d.letter_id, l.title, k.position IS NOT NULL, min(d.position, coalesce(k.position, d.position))
         FROM letter_lead d JOIN letter l ON l.id = d.letter_id
         LEFT JOIN letter_lead k ON k.letter_id = d.letter_id AND k.organization_id = ?1
         WHERE d.organization_id = ?2 ORDER BY l.created_at DESC, l.entered DESC, l.id",
    )?;
    let rows = statement.query_map([keep, drop], |row| {
        Ok(Lead {
            letter: row.get(0)?,
            title: row.get(1)?,
            both: row.get(2)?,
            position: row.get(3)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn children(conn: &Connection, keep: OrganizationId, drop: OrganizationId) -> Result<Vec<OrganizationRef>> {
    let mut statement = conn.prepare_cached(
        "SELECT id, name FROM organization JOIN organization_list l ON l.organization_id = id
         WHERE organization.parent_id = ?1 AND id <> ?2 ORDER BY sort_key, id",
    )?;
    let rows = statement.query_map([drop, keep], |row| {
        Ok(OrganizationRef {
            id: row.get(0)?,
            name: row.get(1)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn not_same(conn: &Connection, drop: OrganizationId) -> Result<Vec<OrganizationId>> {
    let mut statement = conn.prepare_cached(
        "SELECT b_id FROM not_same WHERE a_id = ?1 UNION SELECT a_id FROM not_same WHERE b_id = ?1",
    )?;
    let rows = statement.query_map([drop], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The saved filters that name the dropped one. What else they say, also what a later version added, stays.
fn filters(conn: &Connection, keep: OrganizationId, drop: OrganizationId) -> Result<Vec<(FilterId, String)>> {
    let mut statement = conn.prepare_cached("SELECT id, filter FROM saved_filter ORDER BY id")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get::<_, String>(1)?)))?;
    let mut found = Vec::new();
    for row in rows {
        let (id, json) = row?;
        // A damaged one finds everything, and names nobody.
        let Ok(Value::Object(mut filter)) = serde_json::from_str(&json) else {
            continue;
        };
        let mut renamed = false;
        for key in ["parentId", "organizationId"] {
            if let Some(value) = filter.get_mut(key)
                && value.as_i64() == Some(drop.0)
            {
                *value = keep.0.into();
                renamed = true;
            }
        }
        if renamed {
            found.push((id, Value::Object(filter).to_string()));
        }
    }
    Ok(found)
}
