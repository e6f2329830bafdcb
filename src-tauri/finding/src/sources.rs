//! Where things that may be meant are read from: the indexes of where names begin, and the search tables.

use std::collections::HashSet;

use rusqlite::{Connection, OptionalExtension, params};

use super::HitKind;
use super::typed::Typed;
use base::error::Result;
use store::condition::CachedOrder;

/// Up to this many rows are ordered by looking up the key of each; for more, the list is walked in its order.
const LOOK_UP_LIMIT_ROWS: usize = 300;

/// Upper bound of people, and of organizations, that are joined.
const MOST_TOGETHER: usize = 2_000;

/// Upper bound of rows walked in a list.
const LONGEST_WALK: usize = 4_000;

impl HitKind {
    /// The table of its rows; its search table is named after it.
    pub fn table(self) -> &'static str {
        match self {
            Self::Organization => "organization",
            Self::Person => "person",
            Self::Letter => "letter",
        }
    }

    /// The queries that give the ids of what begins between two texts, in order.
    fn starts(self) -> &'static [&'static str] {
        match self {
            Self::Organization => &[
                "SELECT id FROM organization WHERE name_start(name) >= ?1 AND name_start(name) < ?2
                 ORDER BY name_start(name) LIMIT ?3",
                "SELECT organization_id FROM organization_alias WHERE name_start(name) >= ?1 AND name_start(name) < ?2
                 ORDER BY name_start(name) LIMIT ?3",
            ],
            Self::Person => &[
                "SELECT id FROM person WHERE name_start(name) >= ?1 AND name_start(name) < ?2
                 ORDER BY name_start(name) LIMIT ?3",
                "SELECT id FROM person WHERE surname_start(name) >= ?1 AND surname_start(name) < ?2
                 ORDER BY surname_start(name) LIMIT ?3",
                "SELECT person_id FROM contact_point WHERE name_start(value) >= ?1 AND name_start(value) < ?2
                 ORDER BY name_start(value) LIMIT ?3",
            ],
            Self::Letter => &[
                "SELECT id FROM letter WHERE name_start(title) >= ?1 AND name_start(title) < ?2
                 ORDER BY name_start(title) LIMIT ?3",
            ],
        }
    }

    /// The ids of all in the order of the list.
    fn in_order(self) -> &'static str {
        match self {
            Self::Organization => "SELECT organization_id FROM organization_list ORDER BY sort_key",
            Self::Person => "SELECT person_id FROM person_list ORDER BY sort_key",
            Self::Letter => "SELECT id FROM letter ORDER BY created_at DESC, entered DESC",
        }
    }

    /// What one sorts by.
    fn key(self) -> &'static str {
        match self {
            Self::Organization => "SELECT sort_key FROM organization_list WHERE organization_id = ?1",
            Self::Person => "SELECT sort_key FROM person_list WHERE person_id = ?1",
            // The oldest last: the order is turned round where it is read.
            Self::Letter => {
                "SELECT CAST(created_at || printf('%016d', entered) AS BLOB) FROM letter WHERE id = ?1"
            }
        }
    }
}

/// The ids of what is called as typed, or begins so: from each index the first so many.
pub fn beginning(conn: &Connection, kind: HitKind, typed: &Typed, most: usize) -> Result<Vec<i64>> {
    let mut ids = Vec::new();
    for sql in kind.starts() {
        let mut statement = conn.prepare_cached(sql)?;
        for start in &typed.starts {
            // After all that begins so: no folded text holds the last of all characters.
            let end = format!("{}\u{10FFFF}", start.text);
            let found = statement.query_map(params![start.text, end, most as i64], |row| row.get(0))?;
            for id in found {
                ids.push(id?);
            }
        }
    }
    Ok(ids)
}

/// The ids of what a query of FTS5 finds, without those known already: so many, the first of the list, whose order need not
/// be read where it is at hand; the first of so many rows when there are more.
pub fn matching(
    conn: &Connection,
    kind: HitKind,
    query: &str,
    known: &HashSet<i64>,
    rows: usize,
    most: usize,
    order: Option<&CachedOrder>,
) -> Result<Vec<i64>> {
    let table = kind.table();
    let mut statement = conn.prepare_cached(&format!(
        "SELECT rowid FROM {table}_search WHERE {table}_search MATCH ?1 LIMIT ?2"
    ))?;
    let rows = statement.query_map(params![query, rows as i64], |row| row.get::<_, i64>(0))?;
    let mut ids: Vec<i64> = Vec::new();
    for id in rows {
        let id = id?;
        if !known.contains(&id) {
            ids.push(id);
        }
    }
    if ids.len() > most {
        match order {
            Some(order) => Ok(order.first_of(&ids, most)),
            None => first_of(conn, kind, ids, most),
        }
    } else {
        Ok(ids)
    }
}

/// The ids of people that a query of FTS5 finds, at organizations that another finds.
pub fn people_at(conn: &Connection, person: &str, organization: &str, most: usize) -> Result<Vec<i64>> {
    let mut statement = conn.prepare_cached(
        "SELECT DISTINCT person_id FROM affiliation WHERE organization_id IN
           (SELECT rowid FROM organization_search WHERE organization_search MATCH ?2 LIMIT ?4)
         AND person_id IN (SELECT rowid FROM person_search WHERE person_search MATCH ?1 LIMIT ?4) LIMIT ?3",
    )?;
    let ids = statement.query_map(
        params![person, organization, most as i64, MOST_TOGETHER as i64],
        |row| row.get(0),
    )?;
    Ok(ids.collect::<rusqlite::Result<_>>()?)
}

/// Those of these ids that come first in the list.
fn first_of(conn: &Connection, kind: HitKind, mut ids: Vec<i64>, most: usize) -> Result<Vec<i64>> {
    if ids.len() > LOOK_UP_LIMIT_ROWS {
        let wanted: HashSet<i64> = ids.iter().copied().collect();
        let mut statement = conn.prepare_cached(kind.in_order())?;
        let mut rows = statement.query([])?;
        let mut first = Vec::with_capacity(most);
        let mut walked = 0;
        while first.len() < most && walked < LONGEST_WALK {
            let Some(row) = rows.next()? else {
                return Ok(first);
            };
            let id = row.get(0)?;
            if wanted.contains(&id) {
                first.push(id);
            }
            walked += 1;
        }
        if first.len() == most {
            return Ok(first);
        }
        // They all come late in the list.
        ids.truncate(LOOK_UP_LIMIT_ROWS);
    }
    let mut statement = conn.prepare_cached(kind.key())?;
    let mut keyed: Vec<(Vec<u8>, i64)> = Vec::with_capacity(ids.len());
    for id in ids {
        if let Some(key) = statement.query_row([id], |row| row.get(0)).optional()? {
            keyed.push((key, id));
        }
    }
    keyed.sort_unstable();
    if kind == HitKind::Letter {
        keyed.reverse();
    }
    keyed.truncate(most);
    Ok(keyed.into_iter().map(|(_, id)| id).collect())
}

/// Whether a query of FTS5 finds anything.
pub fn finds(conn: &Connection, kind: HitKind, query: &str) -> Result<bool> {
    let table = kind.table();
    Ok(conn
        .prepare_cached(&format!(
            "SELECT 1 FROM {table}_search WHERE {table}_search MATCH ?1 LIMIT 1"
        ))?
        .exists([query])?)
}
