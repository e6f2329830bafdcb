//! What a changeset touched: which tables, whose names, and which derived rows are stale after it.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;
use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator;
use rusqlite::hooks::Action;
use rusqlite::session::{ChangesetItem, ChangesetIter};

use super::{Stale, list_of};
use base::error::Result;
use vocabulary::ids::{AliasId, OrganizationId};

/// The organizations of which a name or an alias came, went or changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Renamed {
    /// Whether organizations or people came or went.
    pub came_or_went: bool,
    /// Organizations whose derived rows are stale.
    pub organizations: BTreeSet<OrganizationId>,
    /// Aliases that changed where they were: whose they are, the changeset does not say.
    pub aliases: BTreeSet<AliasId>,
}

/// What a changeset touched.
#[derive(Debug, Default)]
pub struct Touched {
    /// The tables, each with how many columns of it the changeset knows: an earlier version's has fewer than there are now.
    pub tables: BTreeMap<String, usize>,
    /// Whose names may have changed.
    pub renamed: Renamed,
    stale: Stale,
    more: More,
}

/// Rows on which derived rows hang that the changeset does not name.
#[derive(Debug, Default)]
struct More {
    /// Organizations that came, went, or are called otherwise: chapters and people are sorted by their names.
    renamed: BTreeSet<i64>,
    /// People who came, went, or may be written to or not: which organizations have somebody hangs on them.
    people: BTreeSet<i64>,
    /// Rows that were updated: the changeset need not say whose they are.
    aliases: BTreeSet<i64>,
    sign_ons: BTreeSet<i64>,
    points: BTreeSet<i64>,
    affiliations: BTreeSet<i64>,
}

/// Reads what a changeset touched.
///
/// # Errors
/// SQLite's when it is no changeset.
pub fn read(changeset: &mut dyn std::io::Read) -> Result<Touched> {
    let mut touched = Touched::default();
    let mut items = ChangesetIter::start_strm(&changeset)?;
    while let Some(item) = items.next()? {
        let operation = item.op()?;
        let table = operation.table_name();
        if !touched.tables.contains_key(table) {
            let columns = usize::try_from(operation.number_of_columns()).unwrap_or_default();
            touched.tables.insert(table.to_owned(), columns);
        }
        touched.item(table, operation.code() == Action::SQLITE_UPDATE, item);
    }
    Ok(touched)
}

impl Touched {
    /// The tables that it touches.
    pub fn names(&self) -> BTreeSet<String> {
        self.tables.keys().cloned().collect()
    }

    /// One row. Of an update the changeset holds the key and the columns that changed, and nothing for the others; a column is
    /// known by its place only.
    fn item(&mut self, table: &str, updated: bool, item: &ChangesetItem) {
        let numbers = |column: usize| {
            let before = item.old_value(column).ok().and_then(|value| value.as_i64().ok());
            let after = item.new_value(column).ok().and_then(|value| value.as_i64().ok());
            before.into_iter().chain(after)
        };
        // A row that comes or goes changes all of its columns.
        let changed =
            |columns: &[usize]| !updated || columns.iter().any(|column| item.new_value(*column).is_ok());
        let (stale, more) = (&mut self.stale, &mut self.more);
        match table {
            "organization" => {
                // id, name, prints_as, sort_as, scope, kind, parent_id, city, state, country ... district, owner
                let [name, prints_as, sort_as, city, state, country] = [1, 2, 3, 7, 8, 9];
                let [district, owner] = [17, 18];
                stale.organization_rows.extend(numbers(0));
                if changed(&[name, prints_as, city, state, country, district, owner]) {
                    stale.organization_text.extend(numbers(0));
                }
                if changed(&[name, sort_as]) {
                    more.renamed.extend(numbers(0));
                }
                if changed(&[name]) {
                    self.renamed.organizations.extend(numbers(0).map(OrganizationId));
                }
                self.renamed.came_or_went |= !updated;
            }
            "organization_alias" => {
                stale.organization_text.extend(numbers(1));
                self.renamed.organizations.extend(numbers(1).map(OrganizationId));
                if updated {
                    more.aliases.extend(numbers(0));
                    self.renamed.aliases.extend(numbers(0).map(AliasId));
                }
            }
            "organization_tag" => stale.organization_text.extend(numbers(0)),
            "sign_on" => {
                // id, letter_id, organization_id, position, status ... last_contact
                let [organization, status, last_contact] = [2, 4, 13];
                if changed(&[organization, status, last_contact]) {
                    stale.organization_counts.extend(numbers(organization));
                    more.sign_ons.extend(numbers(0).filter(|_| updated));
                }
            }
            "person" => {
                // id, name, sort_as, pronouns, languages, do_not_contact
                let [name, do_not_contact] = [1, 5];
                stale.person_rows.extend(numbers(0));
                if changed(&[name]) {
                    stale.person_text.extend(numbers(0));
                }
                if changed(&[do_not_contact]) {
                    more.people.extend(numbers(0));
                }
                self.renamed.came_or_went |= !updated;
            }
            "contact_point" => {
                stale.person_rows.extend(numbers(1));
                stale.person_text.extend(numbers(1));
                more.points.extend(numbers(0).filter(|_| updated));
            }
            "affiliation" => {
                stale.person_rows.extend(numbers(1));
                stale.person_text.extend(numbers(1));
                stale.organization_people.extend(numbers(2));
                more.affiliations.extend(numbers(0).filter(|_| updated));
            }
            "person_tag" => stale.person_text.extend(numbers(0)),
            "letter" => {
                let [title, addressee] = [1, 2];
                if changed(&[title, addressee]) {
                    stale.letter_text.extend(numbers(0));
                }
            }
            _ => {}
        }
    }

    /// Which derived rows are stale, once the changeset is in the tables, which say what it does not.
    pub fn stale(self, conn: &Connection) -> Result<Stale> {
        let (mut stale, more) = (self.stale, self.more);
        let add = |to: &mut BTreeSet<i64>, sql: &str, ids: &BTreeSet<i64>| -> Result<()> {
            if ids.is_empty() {
                return Ok(());
            }
            let ids: Vec<i64> = ids.iter().copied().collect();
            let mut statement =
                conn.prepare_cached(&format!("{sql} IN (SELECT value FROM json_each(?1))"))?;
            let mut rows = statement.query([list_of(&ids)])?;
            while let Some(row) = rows.next()? {
                to.extend(row.get::<_, Option<i64>>(0)?);
            }
            Ok(())
        };
        let alias = "SELECT organization_id FROM organization_alias WHERE id";
        add(&mut stale.organization_text, alias, &more.aliases)?;
        let sign_on = "SELECT organization_id FROM sign_on WHERE id";
        add(&mut stale.organization_counts, sign_on, &more.sign_ons)?;
        let affiliation = "SELECT organization_id FROM affiliation WHERE id";
        add(&mut stale.organization_people, affiliation, &more.affiliations)?;
        let person = "SELECT organization_id FROM affiliation WHERE person_id";
        add(&mut stale.organization_people, person, &more.people)?;
        let parent = "SELECT id FROM organization WHERE parent_id";
        add(&mut stale.organization_rows, parent, &more.renamed)?;
        let at = "SELECT person_id FROM affiliation WHERE organization_id";
        add(&mut stale.person_rows, at, &more.renamed)?;
        for (sql, ids) in [
            ("SELECT person_id FROM contact_point WHERE id", &more.points),
            ("SELECT person_id FROM affiliation WHERE id", &more.affiliations),
        ] {
            add(&mut stale.person_rows, sql, ids)?;
            add(&mut stale.person_text, sql, ids)?;
        }
        Ok(stale)
    }
}

/// The ids of the rows of a table that a changeset touched, as `json_each` reads them. The table's key is its first column.
pub fn ids_of(changeset: &[u8], table: &str) -> Result<String> {
    let mut ids = BTreeSet::new();
    let input: &mut dyn std::io::Read = &mut &*changeset;
    let mut items = ChangesetIter::start_strm(&input)?;
    while let Some(item) = items.next()? {
        if item.op()?.table_name() == table {
            let before = item.old_value(0).ok().and_then(|value| value.as_i64().ok());
            let after = item.new_value(0).ok().and_then(|value| value.as_i64().ok());
            ids.extend(before.into_iter().chain(after));
        }
    }
    Ok(list_of(&ids.into_iter().collect::<Vec<_>>()))
}
