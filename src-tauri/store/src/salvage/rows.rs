//! Reading a table past its damaged pages.
//!
//! A table lies in the order of its key. It is read from its beginning to the first page that can't be read. The key of the next row that
//! can is then found by steps that double, and by halving the last of them; a table without a number for its key, and a locked file, in
//! which each error costs opening it again, is instead read from its end back to the damage.

use rusqlite::types::{Value, ValueRef};
use rusqlite::{Connection, Row, params_from_iter};

use crate::db::DamagedFile;
use base::error::Result;

/// A table, and how it is read.
pub(super) struct Table {
    name: String,
    columns: Vec<String>,
    /// The columns that it lies in the order of.
    key: Vec<String>,
    /// Whether the key is SQLite's own number of each row.
    numbered: bool,
}

impl Table {
    /// The table of this name, if there is one.
    pub fn of(conn: &Connection, name: &str) -> Result<Option<Self>> {
        let mut statement = conn.prepare("SELECT name, pk FROM pragma_table_info(?1) ORDER BY cid")?;
        let columns: Vec<(String, u32)> = statement
            .query_map([name], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<rusqlite::Result<_>>()?;
        if columns.is_empty() {
            return Ok(None);
        }
        let numbered = !conn.query_row(
            "SELECT wr FROM pragma_table_list(?1) WHERE schema = 'main'",
            [name],
            |row| row.get::<_, bool>(0),
        )?;
        let mut key: Vec<&(String, u32)> = columns.iter().filter(|(_, place)| *place > 0).collect();
        key.sort_by_key(|(_, place)| *place);
        let key = if numbered {
            vec!["rowid".to_owned()]
        } else {
            key.into_iter().map(|(name, _)| name.clone()).collect()
        };
        Ok(Some(Self {
            name: name.to_owned(),
            columns: columns.into_iter().map(|(name, _)| name).collect(),
            key,
            numbered,
        }))
    }

    /// The statement that takes a row.
    pub fn insert(&self) -> String {
        let places: Vec<String> = (1..=self.columns.len())
            .map(|place| format!("?{place}"))
            .collect();
        format!(
            "INSERT INTO {} ({}) VALUES ({})",
            self.name,
            self.columns.join(", "),
            places.join(", ")
        )
    }

    /// The statement that reads the rows behind a key, or before one.
    fn select(&self, backwards: bool, from: bool) -> String {
        let (order, than) = if backwards { (" DESC", "<") } else { ("", ">") };
        let key = self.key.join(", ");
        let places: Vec<String> = (1..=self.key.len()).map(|place| format!("?{place}")).collect();
        let range = if from {
            format!("WHERE ({key}) {than} ({})", places.join(", "))
        } else {
            String::new()
        };
        let ordered: Vec<String> = self.key.iter().map(|column| format!("{column}{order}")).collect();
        format!(
            "SELECT {key}, {} FROM {} NOT INDEXED {range} ORDER BY {}",
            self.columns.join(", "),
            self.name,
            ordered.join(", ")
        )
    }
}

/// A row in the order of a table's columns.
type Cells = Vec<Value>;

/// Reads all rows that can be read; true when these are all there are.
pub(super) fn read_rows(
    source: &mut DamagedFile,
    table: &Table,
    take: &mut dyn FnMut(Cells),
) -> Result<bool> {
    let mut last: Option<Cells> = None;
    let mut complete = true;
    while !read_on(source, table, &mut last, None, take) {
        complete = false;
        source.reopen()?;
        match next_readable(source, table, last.as_deref()) {
            Some(next) => last = Some(vec![Value::Integer(next)]),
            None => {
                read_back(source, table, last.as_deref(), take)?;
                break;
            }
        }
    }
    Ok(complete)
}

/// Reads the rows behind `last`, which is the last that was read from then on; false when it came to a damaged page. With `until` it reads
/// backwards, and ends at that key.
fn read_on(
    source: &DamagedFile,
    table: &Table,
    last: &mut Option<Cells>,
    until: Option<&[Value]>,
    take: &mut dyn FnMut(Cells),
) -> bool {
    let sql = table.select(until.is_some(), last.is_some());
    let from = last.clone().unwrap_or_default();
    let read = || -> rusqlite::Result<()> {
        let mut statement = source.conn().prepare(&sql)?;
        let mut rows = statement.query(params_from_iter(from))?;
        while let Some(row) = rows.next()? {
            let key = cells(row, 0..table.key.len())?;
            if until.is_some_and(|until| key == until) {
                break;
            }
            let content = cells(row, table.key.len()..table.key.len() + table.columns.len())?;
            *last = Some(key);
            take(content);
        }
        Ok(())
    };
    read().is_ok()
}

/// Reads from the end of a table back to the damage behind `last`.
fn read_back(
    source: &mut DamagedFile,
    table: &Table,
    last: Option<&[Value]>,
    take: &mut dyn FnMut(Cells),
) -> Result<()> {
    let mut from = None;
    if !read_on(source, table, &mut from, Some(last.unwrap_or_default()), take) {
        source.reopen()?;
    }
    Ok(())
}

fn cells(row: &Row, range: std::ops::Range<usize>) -> rusqlite::Result<Cells> {
    range
        .map(|at| {
            Ok(match row.get_ref(at)? {
                // Damaged text need not be text.
                ValueRef::Text(bytes) => Value::Text(String::from_utf8_lossy(bytes).into_owned()),
                other => other.try_into().unwrap_or(Value::Null),
            })
        })
        .collect()
}

/// A number behind which the next row can be read, past the page that can't be; None when there is none, or when it can't be looked for.
fn next_readable(source: &DamagedFile, table: &Table, last: Option<&[Value]>) -> Option<i64> {
    if !table.numbered || !source.reads_on() {
        return None;
    }
    let last = match last {
        Some([Value::Integer(last)]) => *last,
        _ => 0,
    };
    let sql = format!("{} LIMIT 1", table.select(false, true));
    // Whether what comes behind a number can be read; None when nothing comes.
    let readable = |number: i64| -> Option<bool> {
        let read = || -> rusqlite::Result<bool> {
            let mut statement = source.conn().prepare_cached(&sql)?;
            let mut rows = statement.query([number])?;
            match rows.next()? {
                Some(row) => cells(row, 0..table.key.len() + table.columns.len()).map(|_| true),
                None => Ok(false),
            }
        };
        match read() {
            Ok(true) => Some(true),
            Ok(false) => None,
            Err(_) => Some(false),
        }
    };
    let (mut damaged, mut step) = (last, 1i64);
    let mut found = loop {
        let number = last.checked_add(step)?;
        if readable(number)? {
            break number;
        }
        (damaged, step) = (number, step.checked_mul(2)?);
    };
    while found - damaged > 1 {
        let middle = damaged + (found - damaged) / 2;
        match readable(middle) {
            Some(false) => damaged = middle,
            _ => found = middle,
        }
    }
    Some(found)
}

/// How many rows a table has, if that can be told.
pub(super) fn count(source: &mut DamagedFile, table: &str) -> Result<Option<u32>> {
    let counted = source
        .conn()
        .query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0));
    source.reopen()?;
    Ok(counted.ok())
}
