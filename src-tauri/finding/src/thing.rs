//! What can be found: an organization, a person or a letter with all the texts by which it is found.

use rusqlite::{Connection, OptionalExtension, Row};

use super::HitKind;
use base::error::Result;
use base::text::place;

/// A thing that can be found, as far as finding needs it.
#[derive(Debug, Clone)]
pub struct Thing {
    /// What sort of thing it is.
    pub kind: HitKind,
    /// Its id among those of its kind.
    pub id: i64,
    /// Its name or title.
    pub title: String,
    /// What tells it from others: place, role and organization, addressee.
    pub detail: String,
    /// What it is sorted by among its kind.
    pub key: Vec<u8>,
    /// What else it is found by.
    pub others: Vec<Other>,
}

/// A text other than the title by which a thing is found.
#[derive(Debug, Clone)]
pub struct Other {
    /// What the text is to it.
    pub what: What,
    /// The text as given.
    pub text: String,
}

/// What a text is of a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// An alias that is its initials.
    Acronym,
    /// Any other alias, and how it prints.
    Alias,
    /// An email address.
    Email,
    /// A telephone number.
    Phone,
    /// A tag.
    Tag,
    /// A role, a place: found by, but never what a person looks for the thing by.
    Circumstance,
}

impl Thing {
    /// Reads a thing; None when it is not there.
    pub fn find(conn: &Connection, kind: HitKind, id: i64) -> Result<Option<Self>> {
        let (sql, read): (_, fn(&Row) -> rusqlite::Result<Self>) = match kind {
            HitKind::Organization => (ORGANIZATION, organization),
            HitKind::Person => (PERSON, person),
            HitKind::Letter => (LETTER, letter),
        };
        Ok(conn.prepare_cached(sql)?.query_row([id], read).optional()?)
    }
}

// SQL ---------------------------------------------------------------------------------------------------------------

// Several texts come as one, a line each; names, addresses and tags are single lines.

const ORGANIZATION: &str = "SELECT o.id, o.name, k.sort_key, o.city, o.state, o.country, o.prints_as,
    (SELECT group_concat(kind || ' ' || name, char(10)) FROM organization_alias WHERE organization_id = o.id),
    (SELECT group_concat(tag, char(10)) FROM organization_tag WHERE organization_id = o.id), o.district, o.owner
  FROM organization o JOIN organization_list k ON k.organization_id = o.id WHERE o.id = ?1";

fn organization(row: &Row) -> rusqlite::Result<Thing> {
    let (city, state): (String, String) = (row.get(3)?, row.get(4)?);
    let mut others: Vec<Other> = Vec::new();
    for line in lines(row, 7)? {
        let (kind, name) = line.split_once(' ').unwrap_or(("", &line));
        let what = if kind == "acronym" {
            What::Acronym
        } else {
            What::Alias
        };
        others.push(Other::new(what, name));
    }
    if let Some(prints_as) = row.get::<_, Option<String>>(6)? {
        others.push(Other::new(What::Alias, &prints_as));
    }
    others.extend(lines(row, 8)?.iter().map(|tag| Other::new(What::Tag, tag)));
    for column in [5, 9, 10] {
        others.push(Other::new(What::Circumstance, &row.get::<_, String>(column)?));
    }
    Ok(Thing {
        kind: HitKind::Organization,
        id: row.get(0)?,
        title: row.get(1)?,
        detail: place(&city, &state),
        key: row.get(2)?,
        others,
    })
}

const PERSON: &str = "SELECT p.id, p.name, l.sort_key, nullif(l.role, char(0x10FFFF)),
    (SELECT name FROM organization WHERE id = l.organization_id),
    (SELECT group_concat(kind || ' ' || value, char(10)) FROM contact_point WHERE person_id = p.id),
    (SELECT group_concat(tag, char(10)) FROM person_tag WHERE person_id = p.id),
    (SELECT group_concat(role, char(10)) FROM affiliation WHERE person_id = p.id)
  FROM person p JOIN person_list l ON l.person_id = p.id WHERE p.id = ?1";

fn person(row: &Row) -> rusqlite::Result<Thing> {
    let (role, organization): (Option<String>, Option<String>) = (row.get(3)?, row.get(4)?);
    let mut others: Vec<Other> = Vec::new();
    for line in lines(row, 5)? {
        let (kind, value) = line.split_once(' ').unwrap_or(("", &line));
        let what = if kind == "email" { What::Email } else { What::Phone };
        others.push(Other::new(what, value));
    }
    others.extend(lines(row, 6)?.iter().map(|tag| Other::new(What::Tag, tag)));
    others.extend(
        lines(row, 7)?
            .iter()
            .map(|role| Other::new(What::Circumstance, role)),
    );
    Ok(Thing {
        kind: HitKind::Person,
        id: row.get(0)?,
        title: row.get(1)?,
        detail: place(&role.unwrap_or_default(), &organization.unwrap_or_default()),
        key: row.get(2)?,
        others,
    })
}

const LETTER: &str = "SELECT id, title, created_at, addressee FROM letter WHERE id = ?1";

fn letter(row: &Row) -> rusqlite::Result<Thing> {
    // The newest first: the time turned round.
    let created: String = row.get(2)?;
    Ok(Thing {
        kind: HitKind::Letter,
        id: row.get(0)?,
        title: row.get(1)?,
        detail: row.get(3)?,
        key: created.bytes().map(|byte| !byte).collect(),
        others: Vec::new(),
    })
}

fn lines(row: &Row, at: usize) -> rusqlite::Result<Vec<String>> {
    let text: Option<String> = row.get(at)?;
    Ok(text
        .unwrap_or_default()
        .lines()
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect())
}

impl Other {
    fn new(what: What, text: &str) -> Self {
        Self {
            what,
            text: text.to_owned(),
        }
    }
}
