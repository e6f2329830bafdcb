//! What is derived from the domain: what lists sort and filter by, and what search looks at.
//!
//! One way keeps it: every action, undo and redo included, ends with a changeset, [`touched::read`] says which derived rows are
//! stale after it, and [`refresh`] makes those again within the same transaction. Nothing else writes these tables; the views that
//! say what a row holds are in the migrations. [`rebuild`] makes all of them, for a file that other rules made, and [`faults`] compares.
//!
//! `derived/kinds.rs` has the statements, `derived/touched.rs` reads changesets.

mod kinds;
mod touched;

use std::collections::BTreeSet;

use rusqlite::Connection;

use crate::page_cache::LargeCache;
use base::error::Result;
use base::progress::{Progress, ProgressFn};

use kinds::{LISTS, Part, SEARCHES, Work};
pub use touched::{Renamed, Touched, ids_of, read as read_touched};

/// When derived rows are made in pieces, and when all of them are made anew.
#[derive(Debug, Clone)]
pub struct Thresholds {
    /// Rows made by one statement, and between two reports of progress. A statement for each row would cost far more than the row:
    /// before each, the search index writes what it gathered as a segment of its own, to be merged later.
    pub piece: usize,
    /// From so many stale rows on, when they are at least half of the table, all rows are made anew: indexes built by sorting
    /// take a fraction of the time of inserting one by one.
    pub rebuild_from: usize,
    /// From so many stale rows on more of the file is kept in memory meanwhile.
    pub large_cache_from: usize,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self {
            piece: 16 * 1024,
            rebuild_from: 4096,
            large_cache_from: 200,
        }
    }
}

/// Ids of domain rows whose derived rows are out of date.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stale {
    /// Organizations, with all that lists sort them by.
    pub organization_rows: BTreeSet<i64>,
    /// Organizations, with what is counted of their sign-ons.
    pub organization_counts: BTreeSet<i64>,
    /// Organizations, with whether they have somebody to write to, or who may sign.
    pub organization_people: BTreeSet<i64>,
    /// Organizations, with what search looks at.
    pub organization_text: BTreeSet<i64>,
    /// People, with all that lists sort them by.
    pub person_rows: BTreeSet<i64>,
    /// People, with what search looks at.
    pub person_text: BTreeSet<i64>,
    /// Letters, with what search looks at.
    pub letter_text: BTreeSet<i64>,
}

/// Makes the derived rows again that are stale. Belongs into the transaction of the action that made them so.
///
/// # Errors
/// [`base::Error::Cancelled`] when `watch` says so.
pub fn refresh(conn: &Connection, stale: Stale, limits: &Thresholds, watch: ProgressFn) -> Result<()> {
    let list = |ids: BTreeSet<i64>| ids.into_iter().collect::<Vec<i64>>();
    let [organizations, people] = &LISTS;
    let [organization_search, person_search, letter_search] = &SEARCHES;
    let counted = stale.organization_counts.difference(&stale.organization_rows);
    let counted: Vec<i64> = counted.copied().collect();
    let staffed = stale.organization_people.difference(&stale.organization_rows);
    let staffed: Vec<i64> = staffed.copied().collect();
    let works = [
        Work::of_list(organizations, list(stale.organization_rows))
            .and(Part::Columns("letters, signed, last_contact"), counted)
            .and(Part::Columns("has_person, has_signer"), staffed),
        Work::of_search(organization_search, list(stale.organization_text)),
        Work::of_list(people, list(stale.person_rows)),
        Work::of_search(person_search, list(stale.person_text)),
        Work::of_search(letter_search, list(stale.letter_text)),
    ];
    run(conn, works, limits, watch)
}

/// Makes all derived rows anew.
///
/// # Errors
/// [`base::Error::Cancelled`] when `watch` says so.
pub fn rebuild(conn: &Connection, limits: &Thresholds, watch: ProgressFn) -> Result<()> {
    let [organizations, people] = &LISTS;
    let [organization_search, person_search, letter_search] = &SEARCHES;
    let works = [
        Work::whole_list(organizations, conn)?,
        Work::whole_search(organization_search, conn)?,
        Work::whole_list(people, conn)?,
        Work::whole_search(person_search, conn)?,
        Work::whole_search(letter_search, conn)?,
    ];
    run(conn, works, limits, watch)
}

fn run<const N: usize>(
    conn: &Connection,
    mut works: [Work; N],
    limits: &Thresholds,
    watch: ProgressFn,
) -> Result<()> {
    for work in &mut works {
        work.choose(conn, limits)?;
    }
    let of: usize = works.iter().map(Work::size).sum();
    if of == 0 {
        return Ok(());
    }
    let _cache = (of >= limits.large_cache_from)
        .then(|| LargeCache::begin(conn))
        .transpose()?;
    let mut before = 0;
    for work in works {
        let size = work.size();
        work.run(conn, limits, &mut |done| watch(Progress::new(before + done, of)))?;
        before += size;
    }
    Ok(())
}

/// The statement that says what a derived table holds, also for the tables that SQLite keeps behind one for search; None when it
/// is no derived table.
pub fn source_of(table: &str) -> Option<String> {
    let list = LISTS.iter().find(|list| list.list == table).map(|list| list.view);
    let search = SEARCHES.iter().find(|search| table.starts_with(search.search));
    let view = list.or(search.map(|search| search.view))?;
    Some(format!("SELECT * FROM {view}"))
}

/// A line for each derived table that does not say what it is derived from.
pub fn faults(conn: &Connection) -> Result<Vec<String>> {
    let mut faults = Vec::new();
    let lists = LISTS.iter().map(|list| (list.list, list.id, list.table));
    let searches = SEARCHES
        .iter()
        .map(|search| (search.search, "rowid", search.table));
    for (derived, id, table) in lists.chain(searches) {
        let differ: i64 = conn.query_row(
            &format!(
                "SELECT (SELECT count(*) FROM {table} WHERE id NOT IN (SELECT {id} FROM {derived}))
                      + (SELECT count(*) FROM {derived} WHERE {id} NOT IN (SELECT id FROM {table}))"
            ),
            [],
            |row| row.get(0),
        )?;
        if differ > 0 {
            faults.push(format!("{derived} and {table} differ in {differ} rows"));
        }
    }
    for list in &LISTS {
        let (list, view) = (list.list, list.view);
        let stale: i64 = conn.query_row(
            &format!("SELECT count(*) FROM (SELECT * FROM {view} EXCEPT SELECT * FROM {list})"),
            [],
            |row| row.get(0),
        )?;
        if stale > 0 {
            faults.push(format!("{list} is out of date in {stale} rows"));
        }
    }
    Ok(faults)
}

/// Ids as SQLite's `json_each` reads them.
fn list_of(ids: &[i64]) -> String {
    let mut list = String::with_capacity(2 + 17 * ids.len());
    list.push('[');
    for (at, id) in ids.iter().enumerate() {
        if at > 0 {
            list.push(',');
        }
        list.push_str(&id.to_string());
    }
    list.push(']');
    list
}
