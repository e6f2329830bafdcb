//! Conditions over a list as SQL, the orders of a list that have an index, and what is remembered of a list.
//!
//! Knows no concept: `organization/list.rs` and `person/list.rs` say what can be filtered and sorted, `lists.rs` reads pages.

mod bits;
mod remembered;

use rusqlite::types::Value;

use base::error::{Error, Result};

pub use bits::{Bits, Places};
pub use remembered::{CachedOrder, Lists, Order, Pairs, Stale, remember};

/// A condition over a list: parts that must all hold, each as SQL and the values of its question marks.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Condition {
    /// What a row must all fulfil.
    pub parts: Vec<Part>,
}

/// One thing that a row must fulfil.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// Which of the things that is about.
    pub about: About,
    sql: String,
    values: Vec<Value>,
    /// Of what is found by ids: or what belongs to rows of another list.
    pub or_linked: Option<(&'static Link, Condition)>,
}

/// What the SQL of a part is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// A condition on the row of the list, `l`.
    Row,
    /// A condition on the row of the list that an index of the list answers.
    Indexed,
    /// A SELECT of the ids that are meant.
    Among,
    /// A SELECT of the ids that are not.
    NotAmong,
}

impl Condition {
    /// Adds a condition on the row of the list, `l`, that an index of the list answers.
    pub fn and_indexed(&mut self, sql: &str, values: impl IntoIterator<Item = Value>) {
        self.add(About::Indexed, sql, values);
    }

    /// Adds a condition on the row of the list, `l`, that must hold too.
    pub fn and(&mut self, sql: &str, values: impl IntoIterator<Item = Value>) {
        self.add(About::Row, sql, values);
    }

    /// Adds that the row must be among those whose ids a SELECT finds in other tables.
    pub fn among(&mut self, select: &str, values: impl IntoIterator<Item = Value>) {
        self.add(About::Among, select, values);
    }

    /// Adds that the row must not be among those whose ids a SELECT finds in other tables.
    pub fn not_among(&mut self, select: &str, values: impl IntoIterator<Item = Value>) {
        self.add(About::NotAmong, select, values);
    }

    /// Adds that the row must be among those whose ids a SELECT finds, or belong to a row of another list that a condition
    /// finds there.
    pub fn among_or_linked(
        &mut self,
        select: &str,
        values: impl IntoIterator<Item = Value>,
        link: &'static Link,
        others: Self,
    ) {
        self.add(About::Among, select, values);
        if let Some(part) = self.parts.last_mut() {
            part.or_linked = Some((link, others));
        }
    }

    /// Adds that the row must belong to a row of another list that a condition finds there; nothing when that is empty.
    pub fn linked(&mut self, link: &'static Link, others: Self) {
        if !others.is_empty() {
            self.among_or_linked("SELECT NULL WHERE 0", [], link, others);
        }
    }

    fn add(&mut self, about: About, sql: &str, values: impl IntoIterator<Item = Value>) {
        self.parts.push(Part {
            about,
            sql: sql.to_owned(),
            values: values.into_iter().collect(),
            or_linked: None,
        });
    }

    /// Adds that a column that begins an index has one of some values; nothing when there are none.
    pub fn one_of(&mut self, column: &str, values: impl Iterator<Item = Value>) {
        let values: Vec<Value> = values.collect();
        if !values.is_empty() {
            self.and_indexed(&format!("{column} IN ({})", marks(values.len())), values);
        }
    }

    /// Adds that a condition holds for one of some values; nothing when there are none.
    pub fn any(&mut self, sql: &str, values: impl Iterator<Item = Value>) {
        let values: Vec<Value> = values.collect();
        if !values.is_empty() {
            self.and(&format!("({})", vec![sql; values.len()].join(" OR ")), values);
        }
    }

    /// Adds that the row must be among those that a SELECT finds by another condition; nothing when that is empty.
    pub fn among_those(&mut self, select: &str, inner: Self) {
        if !inner.is_empty() {
            let (sql, values) = inner.here();
            self.among(&format!("{select} WHERE {sql}"), values);
        }
    }

    /// Adds that something is so, or is not.
    pub fn whether(&mut self, wanted: Option<bool>, sql: &str) {
        match wanted {
            Some(true) => self.and(sql, []),
            Some(false) => self.and(&format!("NOT {sql}"), []),
            None => {}
        }
    }

    /// Adds that the row must be among those whose ids a SELECT finds, or must not be.
    pub fn whether_among(&mut self, wanted: Option<bool>, select: &str) {
        match wanted {
            Some(true) => self.among(select, []),
            Some(false) => self.not_among(select, []),
            None => {}
        }
    }

    /// Whether every row fits.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// All that is said of the row itself, as SQL with its values.
    pub fn here(&self) -> (String, Vec<Value>) {
        let here: Vec<&Part> = self.parts.iter().filter(|part| part.is_here()).collect();
        let sql: Vec<&str> = here.iter().map(|part| part.sql.as_str()).collect();
        let values = here.iter().flat_map(|part| part.values.clone());
        (sql.join(" AND "), values.collect())
    }

    /// The ids that one part, or all that is said of the row itself, is about.
    pub fn select(&self, ordering: &Ordering) -> (String, Vec<Value>) {
        match self.parts.as_slice() {
            [only] if !only.is_here() => (only.sql.clone(), only.values.clone()),
            _ => {
                let ((sql, values), reading) = (self.here(), self.reading());
                let sql = format!(
                    "SELECT l.{} FROM {} l {reading} WHERE {sql}",
                    ordering.id, ordering.table
                );
                (sql, values)
            }
        }
    }

    /// How the list is read for what is said of its rows. One condition that an index answers is read from there. Of
    /// several, SQLite would read one from an index and look up each row for the rest, here and there in the file:
    /// reading all rows in their order is sooner done.
    pub fn reading(&self) -> &'static str {
        let mut here = self.parts.iter().filter(|part| part.is_here());
        match (here.next(), here.next()) {
            (Some(only), None) if only.about == About::Indexed => "",
            _ => "NOT INDEXED",
        }
    }

    /// Whether it looks into other tables, which costs the same however few rows are wanted.
    pub fn looks_elsewhere(&self) -> bool {
        self.parts.iter().any(|part| !part.is_here())
    }

    /// Whether finding one row costs as much as finding all: other tables are looked into, or each row is read.
    pub fn reads_all(&self) -> bool {
        self.looks_elsewhere() || (!self.is_empty() && !self.reading().is_empty())
    }

    /// What looks into other tables, each by itself, and all that does not, together.
    pub fn apart(&self) -> Vec<Self> {
        let (here, elsewhere): (Vec<Part>, Vec<Part>) = self.parts.iter().cloned().partition(Part::is_here);
        let mut apart: Vec<Self> = elsewhere
            .into_iter()
            .map(|part| Self { parts: vec![part] })
            .collect();
        if !here.is_empty() {
            apart.push(Self { parts: here });
        }
        apart
    }
}

impl Part {
    fn is_here(&self) -> bool {
        matches!(self.about, About::Row | About::Indexed)
    }
}

/// So many question marks.
pub fn marks(count: usize) -> String {
    vec!["?"; count].join(", ")
}

/// The pattern of LIKE for a text anywhere, its own signs taken as they are.
pub fn contains(text: &str) -> Value {
    let mut pattern = String::with_capacity(text.len() + 2);
    pattern.push('%');
    for c in text.chars() {
        if matches!(c, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    pattern.push('%');
    pattern.into()
}

/// An order of a list that has an index.
pub struct Ordering {
    /// The list table.
    pub table: &'static str,
    /// The name of its index.
    pub index: &'static str,
    /// The column of the ids.
    pub id: &'static str,
    /// The terms of the index, of `l`.
    pub terms: &'static [&'static str],
    /// The tables of which a change moves rows in this order.
    pub tables: &'static [&'static str],
}

/// Which rows of one list belong to which of another. A hundred thousand of them are gone through in memory, where SQLite would
/// look up each.
pub struct Link {
    /// The list to which a row belongs, and the one whose rows are wanted.
    pub from: fn() -> Ordering,
    /// The list that the condition is about.
    pub to: fn() -> Ordering,
    /// The table that says so, and a SELECT of the ids of both from it.
    pub table: &'static str,
    /// What finds the one from the other.
    pub sql: &'static str,
}

impl std::fmt::Debug for Link {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str(self.sql)
    }
}

impl PartialEq for Link {
    fn eq(&self, other: &Self) -> bool {
        self.sql == other.sql
    }
}

/// Reads something for each id, in their order; what is no longer there is left out.
pub fn matching<T>(ids: &[i64], mut read: impl FnMut(i64) -> Result<T>) -> Result<Vec<T>> {
    let mut found = Vec::with_capacity(ids.len());
    for id in ids {
        match read(*id) {
            Ok(row) => found.push(row),
            Err(Error::Database(rusqlite::Error::QueryReturnedNoRows)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(found)
}
