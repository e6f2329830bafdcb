//! The derived tables and the statements that make their rows: some of them again, or all.

use rusqlite::Connection;

use super::{Thresholds, list_of};
use base::error::{Error, Result};

/// What a list sorts and filters by, one row for each row of the domain.
pub struct List {
    /// The domain table.
    pub table: &'static str,
    /// The derived table and its key.
    pub list: &'static str,
    pub id: &'static str,
    /// The view that says what it holds.
    pub view: &'static str,
}

pub const LISTS: [List; 2] = [
    List {
        table: "organization",
        list: "organization_list",
        id: "organization_id",
        view: "organization_listed",
    },
    List {
        table: "person",
        list: "person_list",
        id: "person_id",
        view: "person_listed",
    },
];

/// What search looks at.
pub struct Search {
    /// The domain table.
    pub table: &'static str,
    /// The full-text table and its columns.
    pub search: &'static str,
    columns: &'static str,
    /// What says what it holds, with the id first.
    pub view: &'static str,
}

pub const SEARCHES: [Search; 3] = [
    Search {
        table: "organization",
        search: "organization_search",
        columns: "name, alias, place, tag",
        view: "organization_text",
    },
    Search {
        table: "person",
        search: "person_search",
        columns: "name, role, contact, tag",
        view: "person_text",
    },
    Search {
        table: "letter",
        search: "letter_search",
        columns: "title, addressee",
        view: "(SELECT id, title, addressee FROM letter)",
    },
];

/// A derived table.
#[derive(Clone, Copy)]
enum Kind {
    List(&'static List),
    Search(&'static Search),
}

/// Which part of a derived row is stale.
#[derive(Clone, Copy)]
pub enum Part {
    /// The whole row, which may have to come or go.
    Row,
    /// These columns of a list's row: the indexes of the others stay untouched.
    Columns(&'static str),
}

/// Rows of one derived table that are to be made again.
pub struct Work {
    kind: Kind,
    parts: Vec<(Part, Vec<i64>)>,
    /// All rows, of which there are so many, instead of the parts.
    all: Option<usize>,
}

impl Work {
    pub fn of_list(list: &'static List, ids: Vec<i64>) -> Self {
        Self::new(Kind::List(list), ids)
    }

    pub fn of_search(search: &'static Search, ids: Vec<i64>) -> Self {
        Self::new(Kind::Search(search), ids)
    }

    pub fn whole_list(list: &'static List, conn: &Connection) -> Result<Self> {
        Self::new(Kind::List(list), Vec::new()).whole(conn)
    }

    pub fn whole_search(search: &'static Search, conn: &Connection) -> Result<Self> {
        Self::new(Kind::Search(search), Vec::new()).whole(conn)
    }

    fn new(kind: Kind, ids: Vec<i64>) -> Self {
        Self {
            kind,
            parts: vec![(Part::Row, ids)],
            all: None,
        }
    }

    fn whole(mut self, conn: &Connection) -> Result<Self> {
        self.all = Some(self.kind.count(conn)?);
        Ok(self)
    }

    /// More rows of which only a part is stale.
    pub fn and(mut self, part: Part, ids: Vec<i64>) -> Self {
        self.parts.push((part, ids));
        self
    }

    /// Makes all rows when that is quicker.
    pub fn choose(&mut self, conn: &Connection, limits: &Thresholds) -> Result<()> {
        let some: usize = self.parts.iter().map(|(_, ids)| ids.len()).sum();
        if self.all.is_none() && some >= limits.rebuild_from {
            let all = self.kind.count(conn)?;
            if some >= all / 2 {
                self.all = Some(all);
            }
        }
        Ok(())
    }

    /// How many rows it makes.
    pub fn size(&self) -> usize {
        self.all
            .unwrap_or_else(|| self.parts.iter().map(|(_, ids)| ids.len()).sum())
    }

    /// Does it, and reports how many rows are made.
    ///
    /// # Errors
    /// [`Error::Cancelled`] when `report` says so.
    pub fn run(
        self,
        conn: &Connection,
        limits: &Thresholds,
        report: &mut dyn FnMut(usize) -> bool,
    ) -> Result<()> {
        if self.all.is_some() {
            return self.kind.all(conn, limits, report);
        }
        let mut done = 0;
        for (part, ids) in &self.parts {
            for piece in ids.chunks(limits.piece) {
                if !report(done) {
                    return Err(Error::Cancelled);
                }
                self.kind.some(conn, *part, piece)?;
                done += piece.len();
            }
        }
        Ok(())
    }
}

impl Kind {
    fn table(self) -> &'static str {
        match self {
            Self::List(list) => list.table,
            Self::Search(search) => search.table,
        }
    }

    fn count(self, conn: &Connection) -> Result<usize> {
        let sql = format!("SELECT count(*) FROM {}", self.table());
        let count: u32 = conn.query_row(&sql, [], |row| row.get(0))?;
        Ok(count as usize)
    }

    /// Makes the rows of some.
    fn some(self, conn: &Connection, part: Part, ids: &[i64]) -> Result<()> {
        let json = list_of(ids);
        let run = |sql: String| -> Result<()> {
            conn.prepare_cached(&sql)?.execute([&json])?;
            Ok(())
        };
        let table = self.table();
        let gone = format!("(SELECT value FROM json_each(?1) WHERE value NOT IN (SELECT id FROM {table}))");
        // The ids come first in each join, in their order: `CROSS` keeps SQLite from going through all of the table instead.
        match (self, part) {
            (Self::List(List { list, id, view, .. }), Part::Row) => {
                run(format!("DELETE FROM {list} WHERE {id} IN {gone}"))?;
                run(format!(
                    "REPLACE INTO {list} SELECT v.* FROM json_each(?1) j CROSS JOIN {view} v ON v.{id} = j.value"
                ))
            }
            (Self::List(List { list, id, view, .. }), Part::Columns(columns)) => run(format!(
                "UPDATE {list} SET ({columns}) = (SELECT {columns} FROM {view} v WHERE v.{id} = {list}.{id})
                 WHERE {id} IN (SELECT value FROM json_each(?1))"
            )),
            (
                Self::Search(Search {
                    search,
                    columns,
                    view,
                    ..
                }),
                _,
            ) => {
                run(format!("DELETE FROM {search} WHERE rowid IN {gone}"))?;
                run(format!(
                    "REPLACE INTO {search} (rowid, {columns})
                     SELECT v.* FROM json_each(?1) j CROSS JOIN {view} v ON v.id = j.value"
                ))
            }
        }
    }

    /// Makes all rows anew.
    ///
    /// Lists without their indexes, which are made when the rows are there: a row goes into each of a dozen indexes at a place
    /// of its own, and sorting all at once is many times faster.
    fn all(
        self,
        conn: &Connection,
        limits: &Thresholds,
        report: &mut dyn FnMut(usize) -> bool,
    ) -> Result<()> {
        let (indexes, insert) = match self {
            Self::List(List { list, id, view, .. }) => {
                let indexes = take_down_indexes(conn, list)?;
                conn.execute(&format!("DELETE FROM {list}"), [])?;
                let insert =
                    format!("INSERT INTO {list} SELECT * FROM {view} WHERE {id} > ?1 AND {id} <= ?2");
                (indexes, insert)
            }
            Self::Search(Search {
                search,
                columns,
                view,
                ..
            }) => {
                conn.execute(
                    &format!("INSERT INTO {search} ({search}) VALUES ('delete-all')"),
                    [],
                )?;
                let insert = format!(
                    "INSERT INTO {search} (rowid, {columns}) SELECT * FROM {view} WHERE id > ?1 AND id <= ?2"
                );
                (Vec::new(), insert)
            }
        };
        let (mut after, mut done) = (i64::MIN, 0);
        while let Some((last, count)) = self.next(conn, after, limits.piece)? {
            if !report(done) {
                return Err(Error::Cancelled);
            }
            conn.prepare_cached(&insert)?.execute([after, last])?;
            (after, done) = (last, done + count);
        }
        for sql in indexes {
            conn.execute(&sql, [])?;
        }
        Ok(())
    }

    /// The last id of the next piece, and how many rows it has; none when there is no more.
    fn next(self, conn: &Connection, after: i64, piece: usize) -> Result<Option<(i64, usize)>> {
        let sql = format!(
            "SELECT max(id), count(*) FROM (SELECT id FROM {} WHERE id > ?1 ORDER BY id LIMIT ?2)",
            self.table()
        );
        let found: (Option<i64>, u32) = conn
            .prepare_cached(&sql)?
            .query_row([after, i64::try_from(piece).unwrap_or(i64::MAX)], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?;
        Ok(found.0.map(|last| (last, found.1 as usize)))
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
