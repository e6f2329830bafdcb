//! Finding by what a person types: organizations and letters, by the beginnings of words, accents and case aside.

use rusqlite::params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::coalition::Coalition;
use crate::error::Result;
use crate::organization::place;

/// What kind of thing was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export)]
pub enum HitKind {
    /// An organization.
    Organization,
    /// A letter.
    Letter,
    /// A person.
    Person,
}

/// Something found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Hit {
    /// What it is.
    pub kind: HitKind,
    /// Its id, of that kind.
    #[ts(type = "number")]
    pub id: i64,
    /// Its name or title.
    pub title: String,
    /// What tells it from others: the place, the addressee.
    pub detail: String,
}

/// What a query looks into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Searched {
    /// Organizations: names, aliases, places, tags.
    Organizations,
    /// People: names, roles, emails, phones, tags.
    People,
}

impl Coalition {
    /// What was typed as a query of FTS5 over these; None when nothing can match.
    pub(crate) fn match_query(&self, _searched: Searched, typed: &str) -> Result<Option<String>> {
        Ok(fts_query(typed))
    }

    /// What a person most likely means comes first: letters by title, then organizations whose name begins so, then
    /// the others, each in order.
    pub fn search(&self, query: &str, limit: usize) -> Result<Vec<Hit>> {
        let Some(fts) = fts_query(query) else {
            return Ok(Vec::new());
        };
        let mut statement = self.conn.prepare_cached(
            "SELECT l.id, l.title, l.addressee FROM letter_search JOIN letter l ON l.id = letter_search.rowid
             WHERE letter_search MATCH ?1 ORDER BY l.created_at DESC LIMIT ?2",
        )?;
        let letters = statement.query_map(params![fts, limit as i64], |row| {
            Ok(Hit {
                kind: HitKind::Letter,
                id: row.get(0)?,
                title: row.get(1)?,
                detail: row.get(2)?,
            })
        })?;
        let mut found: Vec<Hit> = letters.collect::<rusqlite::Result<_>>()?;
        let mut statement = self.conn.prepare_cached(
            "SELECT o.id, o.name, o.city, o.state FROM organization_search
             JOIN organization o ON o.id = organization_search.rowid JOIN organization_list k ON k.organization_id = o.id
             WHERE organization_search MATCH ?1
             ORDER BY instr(lower(o.name), lower(?3)) <> 1, k.sort_key LIMIT ?2",
        )?;
        let organizations = statement.query_map(params![fts, limit as i64, query.trim()], |row| {
            Ok(Hit {
                kind: HitKind::Organization,
                id: row.get(0)?,
                title: row.get(1)?,
                detail: place(&row.get::<_, String>(2)?, &row.get::<_, String>(3)?),
            })
        })?;
        for hit in organizations {
            found.push(hit?);
        }
        found.truncate(limit);
        Ok(found)
    }
}

/// What was typed as a query of FTS5: every word, quoted, as the beginning of a word. None when there is no letter or
/// digit in it. Nothing that is typed can be read as FTS5's own syntax.
pub(crate) fn fts_query(typed: &str) -> Option<String> {
    let words: Vec<String> = typed
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(16)
        .map(|word| format!("\"{word}\"*"))
        .collect();
    if words.is_empty() {
        None
    } else {
        Some(words.join(" "))
    }
}

/// A text folded for finding by its beginning: case and accents aside, its leading article set aside, whatever parts
/// words one space. Only the first characters count.
pub(crate) fn name_start(text: &str) -> String {
    let rest = crate::recognize::words::leading_article(text)
        .and_then(|length| text.get(length..))
        .unwrap_or(text);
    fold(rest)
}

/// A person's name folded, the surname first.
pub(crate) fn surname_start(name: &str) -> String {
    fold(&format!("{} {name}", crate::sort::surname(name)))
}

fn fold(text: &str) -> String {
    text.to_lowercase()
}
