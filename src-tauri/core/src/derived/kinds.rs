//! The derived rows of organizations, people and letters: some of them made again, or all.

use rusqlite::Connection;

use super::list_of;
use crate::error::{Error, Result};

/// So many rows are made by one statement, and before the next word of how far it is.
const PIECE: usize = if cfg!(test) { 4 } else { 16 * 1024 };

/// From so many rows on all are made anew, when they are at least half of all. Few in tests, which see both ways.
const MANY: usize = if cfg!(test) { 12 } else { 4096 };

/// What is derived from the rows of one table.
pub(super) struct Kind {
    /// The table.
    table: &'static str,
    /// What its lists sort by, one row each: the table, its id, and the view that says what it holds.
    list: Option<(&'static str, &'static str, &'static str)>,
    /// What search looks at: the table, its columns, and what says what it holds, with the id first.
    search: (&'static str, &'static str, &'static str),
}

pub(super) const KINDS: [Kind; 3] = [
    Kind {
        table: "organization",
        list: Some(("organization_list", "organization_id", "organization_listed")),
        search: (
            "organization_search",
            "name, alias, place, tag",
            "organization_text",
        ),
    },
    Kind {
        table: "person",
        list: Some(("person_list", "person_id", "person_listed")),
        search: ("person_search", "name, role, contact, tag", "person_text"),
    },
    Kind {
        table: "letter",
        list: None,
        search: (
            "letter_search",
            "title, addressee",
            "(SELECT id, title, addressee FROM letter)",
        ),
    },
];

/// Rows to make again.
pub(super) struct Work {
    kind: &'static Kind,
    ids: Ids,
}

enum Ids {
    Some(Vec<i64>),
    /// All, of which there are so many.
    All(usize),
}

impl Kind {
    /// What is to do so that what is derived from these rows is right.
    pub fn refresh(&'static self, conn: &Connection, ids: Vec<i64>) -> Result<Work> {
        let ids = match ids.len() {
            few if few < MANY => Ids::Some(ids),
            many => match self.count(conn)? {
                all if many >= all / 2 => Ids::All(all),
                _ => Ids::Some(ids),
            },
        };
        Ok(Work { kind: self, ids })
    }

    fn count(&self, conn: &Connection) -> Result<usize> {
        let count: u32 = conn.query_row(&format!("SELECT count(*) FROM {}", self.table), [], |row| {
            row.get(0)
        })?;
        Ok(count as usize)
    }

    /// Makes the rows of some.
    fn some(&self, conn: &Connection, ids: &[i64]) -> Result<()> {
        let list = list_of(ids);
        let run = |sql: String| -> Result<()> {
            conn.prepare_cached(&sql)?.execute([&list])?;
            Ok(())
        };
        let table = self.table;
        let gone = format!("(SELECT value FROM json_each(?1) WHERE value NOT IN (SELECT id FROM {table}))");
        // The ids come first in each join, in their order: `CROSS` keeps SQLite from going through all of the table instead.
        if let Some((list, id, view)) = self.list {
            run(format!("DELETE FROM {list} WHERE {id} IN {gone}"))?;
            run(format!(
                "REPLACE INTO {list} SELECT v.* FROM json_each(?1) j CROSS JOIN {view} v ON v.{id} = j.value"
            ))?;
        }
        let (search, columns, view) = self.search;
        run(format!("DELETE FROM {search} WHERE rowid IN {gone}"))?;
        run(format!(
            "REPLACE INTO {search} (rowid, {columns})
             SELECT v.* FROM json_each(?1) j CROSS JOIN {view} v ON v.id = j.value"
        ))
    }

    /// Makes all rows anew.
    ///
    /// Without their indexes, which are made when the rows are there: a row goes into each of a dozen indexes at a place of its
    /// own, and sorting all at once is many times faster.
    fn all(&self, conn: &Connection, told: &mut dyn FnMut(usize) -> bool) -> Result<()> {
        let indexes = match self.list {
            Some((list, ..)) => take_down_indexes(conn, list)?,
            None => Vec::new(),
        };
        let (search, columns, text) = self.search;
        if let Some((list, ..)) = self.list {
            conn.execute(&format!("DELETE FROM {list}"), [])?;
        }
        conn.execute(
            &format!("INSERT INTO {search} ({search}) VALUES ('delete-all')"),
            [],
        )?;
        let (mut after, mut done) = (i64::MIN, 0);
        loop {
            let Some((last, count)) = self.next(conn, after)? else {
                break;
            };
            if !told(done) {
                return Err(Error::Cancelled);
            }
            if let Some((list, id, view)) = self.list {
                let sql = format!("INSERT INTO {list} SELECT * FROM {view} WHERE {id} > ?1 AND {id} <= ?2");
                conn.prepare_cached(&sql)?.execute([after, last])?;
            }
            let sql = format!(
                "INSERT INTO {search} (rowid, {columns}) SELECT * FROM {text} WHERE id > ?1 AND id <= ?2"
            );
            conn.prepare_cached(&sql)?.execute([after, last])?;
            (after, done) = (last, done + count);
        }
        for sql in indexes {
            conn.execute(&sql, [])?;
        }
        Ok(())
    }

    /// The last id of the next piece, and how many rows it has; none when there is no more.
    fn next(&self, conn: &Connection, after: i64) -> Result<Option<(i64, usize)>> {
        let sql = format!(
            "SELECT max(id), count(*) FROM (SELECT id FROM {} WHERE id > ?1 ORDER BY id LIMIT {PIECE})",
            self.table
        );
        let found: (Option<i64>, u32) = conn
            .prepare_cached(&sql)?
            .query_row([after], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(found.0.map(|last| (last, found.1 as usize)))
    }
}

impl Work {
    /// How many rows it makes.
    pub fn size(&self) -> usize {
        match &self.ids {
            Ids::Some(ids) => ids.len(),
            Ids::All(count) => *count,
        }
    }

    /// Does it, and tells how many rows are made.
    ///
    /// # Errors
    /// [`Error::Cancelled`] when `told` says so.
    pub fn run(self, conn: &Connection, told: &mut dyn FnMut(usize) -> bool) -> Result<()> {
        let Ids::Some(ids) = self.ids else {
            return self.kind.all(conn, told);
        };
        for (piece, some) in ids.chunks(PIECE).enumerate() {
            if !told(piece * PIECE) {
                return Err(Error::Cancelled);
            }
            self.kind.some(conn, some)?;
        }
        Ok(())
    }
}

/// Drops the indexes of a table, and gives back the statements that make them.
fn take_down_indexes(conn: &Connection, table: &str) -> Result<Vec<String>> {
    let mut statement = conn.prepare(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ?1 AND sql IS NOT NULL",
    )?;
    let found = statement.query_map([table], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))?;
    let found: Vec<(String, String)> = found.collect::<rusqlite::Result<_>>()?;
    drop(statement);
    let mut made_by = Vec::with_capacity(found.len());
    for (name, sql) in found {
        // The schema was compared with our own when the file was opened, so the name is one of ours.
        conn.execute(&format!("DROP INDEX {name}"), [])?;
        made_by.push(sql);
    }
    Ok(made_by)
}
