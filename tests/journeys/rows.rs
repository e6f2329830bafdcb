//! Whole rows of a coalition, told as a story: after each action those that are not as they were, with every column.

use std::collections::{BTreeSet, HashMap, HashSet};

use rusqlite::types::Value;

use crate::Desk;

/// The rows of some tables, each as one line of its columns; what is empty is left out. Ids are random: each reads as the number
/// in which it was first seen.
pub(crate) struct Rows {
    tables: &'static [&'static str],
    ids: HashMap<i64, usize>,
    before: BTreeSet<String>,
    story: String,
}

impl Rows {
    /// Those of these tables, which stand in the order in which they name each other.
    pub(crate) fn of(tables: &'static [&'static str]) -> Self {
        Self {
            tables,
            ids: HashMap::new(),
            before: BTreeSet::new(),
            story: String::new(),
        }
    }

    /// Tells what an action changed.
    pub(crate) fn after(&mut self, desk: &Desk, action: &str) {
        let rows = self.read(desk);
        self.story.push_str(&format!("{action}\n"));
        // The table and the id of a row.
        let key = |row: &str| row.split(' ').take(2).collect::<Vec<_>>().join(" ");
        let new: Vec<&String> = rows.difference(&self.before).collect();
        let changed: HashSet<String> = new.iter().map(|row| key(row)).collect();
        // What a changed row was stands further above.
        for gone in self
            .before
            .difference(&rows)
            .filter(|row| !changed.contains(&key(row)))
        {
            self.story.push_str(&format!("  - {gone}\n"));
        }
        for row in new {
            self.story.push_str(&format!("  + {row}\n"));
        }
        self.before = rows;
    }

    /// All that was told.
    pub(crate) fn story(&self) -> &str {
        &self.story
    }

    fn read(&mut self, desk: &Desk) -> BTreeSet<String> {
        let conn = rusqlite::Connection::open(desk.path()).unwrap();
        let mut lines = BTreeSet::new();
        for table in self.tables {
            let mut statement = conn.prepare(&format!("SELECT * FROM {table}")).unwrap();
            let columns: Vec<String> = statement.column_names().map(str::to_owned).collect();
            let mut found: Vec<Vec<Value>> = Vec::new();
            let mut rows = statement.query([]).unwrap();
            while let Some(row) = rows.next().unwrap() {
                found.push((0..columns.len()).map(|at| row.get(at).unwrap()).collect());
            }
            // By what an id does not decide, so that the numbers are the same in each run.
            found.sort_by_cached_key(|row| self.line(&columns, row, false));
            for row in &found {
                for (column, value) in columns.iter().zip(row) {
                    if let (true, Value::Integer(id)) = (is_id(column), value) {
                        let next = self.ids.len() + 1;
                        self.ids.entry(*id).or_insert(next);
                    }
                }
                lines.insert(format!("{table}: {}", self.line(&columns, row, true)));
            }
        }
        lines
    }

    /// A row as a line; without ids that have no number yet when it is only to be put in order.
    fn line(&self, columns: &[String], row: &[Value], whole: bool) -> String {
        let cells = columns.iter().zip(row).filter_map(|(column, value)| {
            let text = match value {
                Value::Null => return None,
                Value::Text(text) if text.is_empty() => return None,
                Value::Integer(id) if is_id(column) => match self.ids.get(id) {
                    Some(number) => format!("#{number}"),
                    None if whole => "#?".to_owned(),
                    None => return None,
                },
                Value::Integer(number) => number.to_string(),
                Value::Text(text) => format!("{text:?}"),
                other => format!("{other:?}"),
            };
            Some(format!("{column}={text}"))
        });
        cells.collect::<Vec<_>>().join(" ")
    }
}

fn is_id(column: &str) -> bool {
    column == "id" || column.ends_with("_id")
}
