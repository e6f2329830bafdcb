//! An organization as rows: reading one with its names and tags, and writing it within an action.

use std::sync::LazyLock;

use rusqlite::{Connection, OptionalExtension, Row, params, params_from_iter};

use super::fields::{INSERT, UPDATE};
use super::{
    Alias, AliasFields, AliasKind, Organization, OrganizationFields, OrganizationRef, OrganizationText,
    OrganizationTexts, SigningHabits,
};
use base::error::Result;
use names::recognize::NameIndex;
use store::journal::{Subject, Tx};
use vocabulary::ids::{AliasId, OrganizationId};

fn from_row(row: &Row) -> rusqlite::Result<Organization> {
    let parent = match row.get::<_, Option<OrganizationId>>(5)? {
        Some(id) => Some(OrganizationRef {
            id,
            name: row.get(6)?,
        }),
        None => None,
    };
    Ok(Organization {
        id: row.get(0)?,
        name: row.get(1)?,
        prints_as: row.get(2)?,
        sort_as: row.get(3)?,
        scope: row.get(4)?,
        parent,
        city: row.get(7)?,
        state: row.get(8)?,
        country: row.get(9)?,
        note: row.get(10)?,
        kind: row.get(11)?,
        website: row.get(12)?,
        membership: row.get(13)?,
        signing: SigningHabits {
            decides: row.get(14)?,
            lead_days: row.get(15)?,
            never_signs: row.get(16)?,
            ask_first: row.get(17)?,
        },
        texts: OrganizationTexts::from_row(row, 18)?,
        aliases: Vec::new(),
        tags: Vec::new(),
    })
}

static FIND: LazyLock<String> = LazyLock::new(|| {
    format!(
        "SELECT o.id, o.name, o.prints_as, o.sort_as, o.scope, o.parent_id, p.name,
                o.city, o.state, o.country, o.note, o.kind, o.website, o.membership, o.decides, o.lead_days,
                o.never_signs, o.ask_first{}
         FROM organization o LEFT JOIN organization p ON p.id = o.parent_id WHERE o.id = ?1",
        OrganizationText::columns("o.")
    )
});

pub(super) fn find(conn: &Connection, id: OrganizationId) -> Result<Option<Organization>> {
    let found = conn.prepare_cached(&FIND)?.query_row([id], from_row).optional()?;
    let Some(mut organization) = found else {
        return Ok(None);
    };
    let mut statement = conn.prepare_cached(
        "SELECT id, name, kind FROM organization_alias WHERE organization_id = ?1 ORDER BY entered, id",
    )?;
    let aliases = statement.query_map([id], |row| {
        Ok(Alias {
            id: row.get(0)?,
            name: row.get(1)?,
            kind: row.get(2)?,
        })
    })?;
    organization.aliases = aliases.collect::<rusqlite::Result<_>>()?;
    organization.tags = tags_of(conn, id)?;
    Ok(Some(organization))
}

fn tags_of(conn: &Connection, id: OrganizationId) -> Result<Vec<String>> {
    let mut statement = conn.prepare_cached(
        "SELECT tag FROM organization_tag WHERE organization_id = ?1 ORDER BY tag COLLATE NOCASE",
    )?;
    let tags = statement.query_map([id], |row| row.get(0))?;
    Ok(tags.collect::<rusqlite::Result<_>>()?)
}

/// Adds an organization within an action. The fields are checked already.
pub(crate) fn insert(tx: &mut Tx, fields: &OrganizationFields) -> Result<OrganizationId> {
    let id = OrganizationId(tx.id());
    write(tx, id, fields, &INSERT)?;
    for alias in &fields.aliases {
        add_alias(tx, id, &alias.name, alias.kind)?;
    }
    for tag in &fields.tags {
        add_tag(tx, id, tag)?;
    }
    tx.event(Subject {
        organization: Some(id),
        detail: fields.name.clone(),
        ..Subject::default()
    });
    Ok(id)
}

/// Writes what is said of an organization by a statement that takes all of it, in this order.
fn write(tx: &Tx, id: OrganizationId, fields: &OrganizationFields, sql: &str) -> Result<()> {
    let mut values: Vec<Box<dyn rusqlite::ToSql + '_>> = vec![Box::new(id)];
    values.extend(fields.values());
    tx.conn.prepare_cached(sql)?.execute(params_from_iter(values))?;
    Ok(())
}

/// Adds an alias within an action.
pub(crate) fn add_alias(tx: &mut Tx, id: OrganizationId, name: &str, kind: AliasKind) -> Result<()> {
    let alias = AliasId(tx.id());
    tx.conn
        .prepare_cached(
            "INSERT INTO organization_alias (id, organization_id, name, kind, entered) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![alias, id, name, kind, tx.entered()])?;
    Ok(())
}

/// Adds a tag within an action, in the spelling that the coalition has for it already.
pub(crate) fn add_tag(tx: &mut Tx, id: OrganizationId, tag: &str) -> Result<()> {
    tx.conn
        .prepare_cached(
            "INSERT OR IGNORE INTO organization_tag (organization_id, tag)
             VALUES (?1, coalesce((SELECT tag FROM organization_tag WHERE tag = ?2 COLLATE NOCASE LIMIT 1), ?2))",
        )?
        .execute(params![id, tag])?;
    Ok(())
}

/// Changes an organization within an action, and tells of it. The fields are checked already.
pub(crate) fn update(tx: &mut Tx, id: OrganizationId, fields: &OrganizationFields) -> Result<()> {
    write(tx, id, fields, &UPDATE)?;
    let before = tags_of(tx.conn, id)?;
    for tag in before.iter().filter(|tag| !fields.tags.contains(tag)) {
        tx.conn.execute(
            "DELETE FROM organization_tag WHERE organization_id = ?1 AND tag = ?2",
            params![id, tag],
        )?;
    }
    for tag in fields.tags.iter().filter(|tag| !before.contains(tag)) {
        add_tag(tx, id, tag)?;
    }
    // Aliases that stay keep their rows, so that the journal holds only what changed.
    let mut statement = tx
        .conn
        .prepare("SELECT id, name, kind FROM organization_alias WHERE organization_id = ?1")?;
    let old = statement.query_map([id], |row| {
        Ok((
            row.get::<_, AliasId>(0)?,
            AliasFields {
                name: row.get(1)?,
                kind: row.get(2)?,
            },
        ))
    })?;
    let old: Vec<_> = old.collect::<rusqlite::Result<_>>()?;
    for (alias, fields_before) in &old {
        if !fields.aliases.contains(fields_before) {
            tx.conn
                .execute("DELETE FROM organization_alias WHERE id = ?1", [alias])?;
        }
    }
    for alias in &fields.aliases {
        if !old.iter().any(|(_, before)| before == alias) {
            add_alias(tx, id, &alias.name, alias.kind)?;
        }
    }
    tx.event(Subject {
        organization: Some(id),
        detail: fields.name.clone(),
        ..Subject::default()
    });
    Ok(())
}

/// The name and the aliases of an organization as the index of names has them; none when it is not there.
pub(crate) fn names_of(conn: &Connection, id: OrganizationId) -> Result<Vec<String>> {
    let mut statement = conn.prepare_cached(
        "SELECT name, -1 AS place, 0 AS alias_id FROM organization WHERE id = ?1
         UNION ALL SELECT name, entered, id FROM organization_alias WHERE organization_id = ?1 ORDER BY place, alias_id",
    )?;
    let names = statement.query_map([id], |row| row.get(0))?;
    Ok(names.collect::<rusqlite::Result<_>>()?)
}

/// Whose an alias is.
pub(crate) fn find_alias_owner(conn: &Connection, alias: AliasId) -> Result<Option<OrganizationId>> {
    Ok(conn
        .prepare_cached("SELECT organization_id FROM organization_alias WHERE id = ?1")?
        .query_row([alias], |row| row.get(0))
        .optional()?)
}

/// Every name and alias.
pub(crate) fn index_names(conn: &Connection) -> Result<NameIndex> {
    let mut index = NameIndex::new();
    add_names(conn, &mut index, i64::MIN, usize::MAX)?;
    Ok(index)
}

/// Adds the names and aliases of so many organizations after one, in the order of their ids, and gives back the last of them;
/// none when there was none.
pub(crate) fn add_names(
    conn: &Connection,
    index: &mut NameIndex,
    after: i64,
    most: usize,
) -> Result<Option<i64>> {
    let mut statement = conn.prepare_cached(
        "SELECT o.id, o.name, a.name FROM (SELECT id, name FROM organization WHERE id > ?1 ORDER BY id LIMIT ?2) o
         LEFT JOIN organization_alias a ON a.organization_id = o.id ORDER BY o.id, a.entered, a.id",
    )?;
    let mut rows = statement.query(params![after, i64::try_from(most).unwrap_or(i64::MAX)])?;
    let mut current: Option<(i64, Vec<String>)> = None;
    while let Some(row) = rows.next()? {
        let id = row.get(0)?;
        if current.as_ref().is_none_or(|(open, _)| *open != id)
            && let Some((id, names)) = current.replace((id, vec![row.get(1)?]))
        {
            index.insert(id, &names);
        }
        if let (Some((_, names)), Some(alias)) = (current.as_mut(), row.get(2)?) {
            names.push(alias);
        }
    }
    Ok(current.map(|(id, names)| {
        index.insert(id, &names);
        id
    }))
}
