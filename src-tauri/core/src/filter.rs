//! Filters that are kept under a name: lists that one can ask to sign.

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::coalition::Coalition;
use crate::organization::OrganizationFilter;
use crate::person::PersonFilter;
use base::error::{Error, Result};
use base::text::{check_name, one_line};
use store::journal::{Change, Op};
use vocabulary::ids::FilterId;

/// What a saved filter finds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "about", content = "filter", rename_all = "kebab-case")]
#[ts(export, export_to = "filters/")]
pub enum Filter {
    /// Organizations.
    Organizations(OrganizationFilter),
    /// People.
    People(PersonFilter),
}

impl Filter {
    /// What it finds, by the word that is kept.
    pub fn about(&self) -> &'static str {
        match self {
            Self::Organizations(_) => "organizations",
            Self::People(_) => "people",
        }
    }

    /// The filter as it is kept.
    ///
    /// # Errors
    /// None that a filter can bring about.
    pub fn json(&self) -> Result<String> {
        match self {
            Self::Organizations(filter) => serde_json::to_string(filter),
            Self::People(filter) => serde_json::to_string(filter),
        }
        .map_err(|error| Error::System(error.into()))
    }
}

/// A filter under a name: a list that one can ask to sign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "filters/")]
pub struct SavedFilter {
    /// Its id.
    pub id: FilterId,
    /// Its name.
    pub name: String,
    /// What it finds.
    pub filter: Filter,
    /// How many it finds now.
    pub count: u32,
}

impl Coalition {
    /// The saved filters, by name.
    pub fn list_filters(&self) -> Result<Vec<SavedFilter>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT id, name, about, filter FROM saved_filter ORDER BY name COLLATE NOCASE",
        )?;
        let rows = statement.query_map([], |row| {
            Ok((
                row.get(0)?,
                row.get(1)?,
                row.get::<_, String>(2)?,
                row.get::<_, String>(3)?,
            ))
        })?;
        let rows: Vec<(FilterId, String, String, String)> = rows.collect::<rusqlite::Result<_>>()?;
        rows.into_iter()
            .map(|(id, name, about, json)| {
                // What a later version may have added to a filter is left aside; a damaged one finds everything.
                let filter = match about.as_str() {
                    "people" => Filter::People(serde_json::from_str(&json).unwrap_or_default()),
                    _ => Filter::Organizations(serde_json::from_str(&json).unwrap_or_default()),
                };
                let count = match &filter {
                    Filter::Organizations(filter) => crate::organization::count_matching(self, filter)?,
                    Filter::People(filter) => crate::person::count_matching(self, filter)?,
                };
                Ok(SavedFilter {
                    id,
                    name,
                    filter,
                    count,
                })
            })
            .collect()
    }

    /// Keeps a filter under a name, in place of the one of that name if there is one.
    ///
    /// # Errors
    /// A rule when the name is empty or too long (field `name`).
    pub fn save_filter(
        &mut self,
        name: &str,
        filter: &Filter,
        now: DateTime<Utc>,
    ) -> Result<Change<FilterId>> {
        let name = one_line(name);
        check_name("name", &name)?;
        let json = filter.json()?;
        let about = filter.about();
        self.transact(Op::SaveFilter { name: name.clone() }, now, |tx| {
            let known = tx
                .conn
                .query_row(
                    "SELECT id FROM saved_filter WHERE about = ?1 AND name = ?2",
                    params![about, name],
                    |row| row.get(0),
                )
                .optional()?;
            let id = known.unwrap_or_else(|| FilterId(tx.id()));
            tx.conn.execute(
                "INSERT INTO saved_filter (id, about, name, filter) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (id) DO UPDATE SET filter = ?4",
                params![id, about, name, json],
            )?;
            Ok(id)
        })
    }

    /// Forgets a saved filter.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn remove_filter(&mut self, id: FilterId, now: DateTime<Utc>) -> Result<Change<()>> {
        let name: String = self
            .conn
            .query_row("SELECT name FROM saved_filter WHERE id = ?1", [id], |row| {
                row.get(0)
            })
            .optional()?
            .ok_or_else(|| Error::NotFound {
                what: "filter",
                reference: id.to_string(),
            })?;
        self.transact(Op::RemoveFilter { name }, now, |tx| {
            tx.conn.execute("DELETE FROM saved_filter WHERE id = ?1", [id])?;
            Ok(())
        })
    }
}
