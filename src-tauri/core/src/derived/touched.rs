//! What a changeset touched of that on which derived rows hang.

use std::collections::BTreeSet;

use rusqlite::Connection;
use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator;
use rusqlite::hooks::Action;
use rusqlite::session::{ChangesetItem, ChangesetIter};

use super::{Touched, list_of};
use crate::error::Result;
use vocabulary::ids::{OrganizationId, PersonId};

/// What hangs on the rows that a changeset changed, once it was applied.
pub(crate) fn touched_by(conn: &Connection, changeset: &[u8]) -> Result<Touched> {
    let mut found = Found::default();
    let input: &mut dyn std::io::Read = &mut &*changeset;
    let mut items = ChangesetIter::start_strm(&input)?;
    while let Some(item) = items.next()? {
        let operation = item.op()?;
        found.item(
            operation.table_name(),
            operation.code() == Action::SQLITE_UPDATE,
            item,
        );
    }
    found.complete(conn)
}

/// What the changeset itself says; of an update it holds the key and the columns that changed, and nothing for the others.
#[derive(Default)]
struct Found {
    touched: Touched,
    /// Organizations that came, went, or are called otherwise: chapters and people are sorted by their names.
    renamed: BTreeSet<i64>,
    /// People that came, went, or may be written to or not: which organizations have somebody hangs on them.
    people_changed: BTreeSet<i64>,
    /// Rows of which the changeset does not say whose they are.
    aliases: BTreeSet<i64>,
    sign_ons: BTreeSet<i64>,
    points: BTreeSet<i64>,
    affiliations: BTreeSet<i64>,
}

impl Found {
    fn item(&mut self, table: &str, updated: bool, item: &ChangesetItem) {
        let numbers = |column: usize| {
            let before = item.old_value(column).ok().and_then(|value| value.as_i64().ok());
            let after = item.new_value(column).ok().and_then(|value| value.as_i64().ok());
            before.into_iter().chain(after)
        };
        // Columns by their place, which is all that a changeset knows of them.
        match table {
            "organization" => {
                self.touched.organizations.extend(numbers(0).map(OrganizationId));
                let (name, sort_as) = (1, 3);
                if !updated || item.new_value(name).is_ok() || item.new_value(sort_as).is_ok() {
                    self.renamed.extend(numbers(0));
                }
            }
            "organization_alias" => {
                self.touched.organizations.extend(numbers(1).map(OrganizationId));
                self.aliases.extend(numbers(0).filter(|_| updated));
            }
            "organization_tag" => self.touched.organizations.extend(numbers(0).map(OrganizationId)),
            "sign_on" => {
                self.touched.organizations.extend(numbers(2).map(OrganizationId));
                self.sign_ons.extend(numbers(0).filter(|_| updated));
            }
            "person" => {
                self.touched.people.extend(numbers(0).map(PersonId));
                self.people_changed.extend(numbers(0));
            }
            "contact_point" => {
                self.touched.people.extend(numbers(1).map(PersonId));
                self.points.extend(numbers(0).filter(|_| updated));
            }
            "affiliation" => {
                self.touched.people.extend(numbers(1).map(PersonId));
                self.touched.organizations.extend(numbers(2).map(OrganizationId));
                self.affiliations.extend(numbers(0).filter(|_| updated));
            }
            "person_tag" => self.touched.people.extend(numbers(0).map(PersonId)),
            "letter" => self.touched.letters.extend(numbers(0)),
            _ => {}
        }
    }

    /// Adds what only the tables say.
    fn complete(self, conn: &Connection) -> Result<Touched> {
        let mut touched = self.touched;
        for (ids, sql) in [
            (
                &self.aliases,
                "SELECT organization_id FROM organization_alias WHERE id IN",
            ),
            (
                &self.sign_ons,
                "SELECT organization_id FROM sign_on WHERE organization_id IS NOT NULL AND id IN",
            ),
            (
                &self.affiliations,
                "SELECT organization_id FROM affiliation WHERE id IN",
            ),
            (
                &self.people_changed,
                "SELECT organization_id FROM affiliation WHERE person_id IN",
            ),
            (&self.renamed, "SELECT id FROM organization WHERE parent_id IN"),
        ] {
            touched
                .organizations
                .extend(ask(conn, sql, ids)?.into_iter().map(OrganizationId));
        }
        for (ids, sql) in [
            (&self.points, "SELECT person_id FROM contact_point WHERE id IN"),
            (
                &self.affiliations,
                "SELECT person_id FROM affiliation WHERE id IN",
            ),
            (
                &self.renamed,
                "SELECT person_id FROM affiliation WHERE organization_id IN",
            ),
        ] {
            touched
                .people
                .extend(ask(conn, sql, ids)?.into_iter().map(PersonId));
        }
        Ok(touched)
    }
}

fn ask(conn: &Connection, sql: &str, ids: &BTreeSet<i64>) -> Result<Vec<i64>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<i64> = ids.iter().copied().collect();
    let mut statement = conn.prepare(&format!("{sql} (SELECT value FROM json_each(?1))"))?;
    let found = statement.query_map([list_of(&ids)], |row| row.get(0))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}
