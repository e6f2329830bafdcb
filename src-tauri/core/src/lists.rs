//! Parts of a long list in order, and what is remembered of it until something changes, so that the next part is there at
//! once: how many rows a filter finds, which, and in what order they stand.
//!
//! The first part of a list is read by walking the index of its order. What lies deep in it is cheaper read once as a
//! whole: a list of a hundred thousand ids takes less than a megabyte.

use std::sync::Arc;

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use crate::coalition::Coalition;
use base::error::Result;
use store::condition::{About, Bits, CachedOrder, Condition, Link, Order, Ordering, Pairs, Places, remember};

/// Up to this many matching rows are read and sorted; for more, the index of the order is walked.
const SORT_LIMIT_ROWS: usize = 4_000;

/// Up to this many rows of an index are walked before the whole list is read instead.
const WALK_LIMIT_ROWS: usize = 3_000;

impl Coalition {
    /// A list in the order of an index, if nothing has to be read for it.
    pub(crate) fn known_order(&self, table: &str, index: &str) -> Option<CachedOrder> {
        let lists = self.lists.borrow();
        Some(CachedOrder {
            ids: lists.ids.get(table)?.clone(),
            order: lists.orders.get(index)?.places.clone(),
        })
    }

    /// Reads ahead what the first part of a list needs, so that it need not wait.
    pub(crate) fn prepare_list(&self, ordering: &Ordering) -> Result<()> {
        let ids = self.ids(ordering)?;
        self.order(ordering, &ids)?;
        self.count_of(ordering, &Condition::default())?;
        Ok(())
    }

    /// Reads ahead which rows of two lists belong together.
    pub(crate) fn prepare_link(&self, link: &'static Link) -> Result<()> {
        self.pairs(link).map(|_| ())
    }

    /// How many rows of a list a condition finds.
    pub(crate) fn count_of(&self, ordering: &Ordering, condition: &Condition) -> Result<u32> {
        let key = key(ordering, condition);
        if let Some(count) = self.lists.borrow().counts.get(&key) {
            return Ok(*count);
        }
        let count = if condition.is_empty() {
            u32::try_from(self.ids(ordering)?.len()).unwrap_or(u32::MAX)
        } else if condition.looks_elsewhere() || self.finds_few(ordering, condition)? {
            self.found(ordering, condition)?.count()
        } else {
            let (sql, values) = condition.here();
            let reading = condition.reading();
            let sql = format!("SELECT count(*) FROM {} l {reading} WHERE {sql}", ordering.table);
            self.conn
                .query_row(&sql, params_from_iter(values), |row| row.get(0))?
        };
        remember(&mut self.lists.borrow_mut().counts, key, count);
        Ok(count)
    }

    /// How many rows a condition finds, and the ids of a part of them in order.
    pub(crate) fn page_of(
        &self,
        ordering: &Ordering,
        condition: &Condition,
        reversed: bool,
        offset: usize,
        limit: usize,
    ) -> Result<(u32, Vec<i64>)> {
        let count = self.count_of(ordering, condition)?;
        let total = count as usize;
        let length = limit.min(total.saturating_sub(offset));
        if length == 0 {
            return Ok((count, Vec::new()));
        }
        let key = key_of_order(ordering, condition);
        let remembered = self.lists.borrow().ordered.get(&key).cloned();
        // A part near the end is reached sooner from there.
        let from_end = offset > total / 2;
        let start = if from_end { total - offset - length } else { offset };
        let all = self.count_of(ordering, &Condition::default())? as usize;
        // So many rows of the index lie before the end of the part, were those that match spread evenly.
        let rows = (start + length).saturating_mul(all) / total;
        let near = remembered.is_none()
            && !self.lists.borrow().orders.contains_key(ordering.index)
            && (condition.is_empty() || (total > SORT_LIMIT_ROWS && rows <= WALK_LIMIT_ROWS));
        let backwards = reversed != from_end;
        let walked = if !near {
            None
        } else if condition.looks_elsewhere() {
            self.walk_found(ordering, condition, backwards, start, length)?
        } else {
            walk(ordering, &self.conn, condition, backwards, start, length)?
        };
        let ids = if let Some(mut ids) = walked {
            if from_end {
                ids.reverse();
            }
            ids
        } else {
            let ordered = match remembered {
                Some(ordered) => ordered,
                None => self.ordered(ordering, condition, total, key)?,
            };
            if reversed {
                ordered.iter().rev().skip(offset).take(length).copied().collect()
            } else {
                ordered.iter().skip(offset).take(length).copied().collect()
            }
        };
        Ok((count, ids))
    }

    /// All ids that a condition finds, in order.
    fn ordered(
        &self,
        ordering: &Ordering,
        condition: &Condition,
        total: usize,
        key: String,
    ) -> Result<Arc<Vec<i64>>> {
        let known = self.lists.borrow().orders.contains_key(ordering.index);
        let ordered = if total <= SORT_LIMIT_ROWS && !known && !condition.reads_all() {
            let (sql, values) = condition.here();
            let filter = if sql.is_empty() {
                String::new()
            } else {
                format!("WHERE {sql}")
            };
            sort(ordering, &self.conn, &filter, &values)?
        } else if total <= SORT_LIMIT_ROWS && !known {
            let (ids, found) = (self.ids(ordering)?, self.found(ordering, condition)?);
            let few: Vec<i64> = found
                .places()
                .filter_map(|at| ids.get(at as usize).copied())
                .collect();
            let few = serde_json::to_string(&few).unwrap_or_default();
            let within = format!("WHERE l.{} IN (SELECT value FROM json_each(?))", ordering.id);
            sort(ordering, &self.conn, &within, &[few.into()])?
        } else {
            let ids = self.ids(ordering)?;
            let order = self.order(ordering, &ids)?;
            if condition.is_empty() {
                order
                    .iter()
                    .filter_map(|at| ids.get(*at as usize).copied())
                    .collect()
            } else {
                let found = self.found(ordering, condition)?;
                let ordered = order.iter().filter(|at| found.has(**at));
                ordered.filter_map(|at| ids.get(*at as usize).copied()).collect()
            }
        };
        let ordered = Arc::new(ordered);
        remember(&mut self.lists.borrow_mut().ordered, key, ordered.clone());
        Ok(ordered)
    }

    /// All ids of a list, the smallest first.
    fn ids(&self, ordering: &Ordering) -> Result<Arc<Vec<i64>>> {
        if let Some(ids) = self.lists.borrow().ids.get(ordering.table) {
            return Ok(ids.clone());
        }
        let sql = format!("SELECT {} FROM {} ORDER BY {0}", ordering.id, ordering.table);
        let ids = Arc::new(read_ids(&self.conn, &sql, &[])?);
        self.lists.borrow_mut().ids.insert(ordering.table, ids.clone());
        Ok(ids)
    }

    /// The whole list in an order.
    fn order(&self, ordering: &Ordering, ids: &[i64]) -> Result<Arc<Vec<u32>>> {
        if let Some(order) = self.lists.borrow().orders.get(ordering.index) {
            return Ok(order.places.clone());
        }
        let all = ids.len();
        let ordered = walk(ordering, &self.conn, &Condition::default(), false, 0, all)?.unwrap_or_default();
        let mut all = Places::of(ids);
        let places: Vec<u32> = ordered.into_iter().filter_map(|id| all.find(id)).collect();
        let order = Order {
            tables: ordering.tables,
            places: Arc::new(places),
        };
        let places = order.places.clone();
        self.lists.borrow_mut().orders.insert(ordering.index, order);
        Ok(places)
    }

    /// The rows that a condition finds.
    fn found(&self, ordering: &Ordering, condition: &Condition) -> Result<Arc<Bits>> {
        let key = key(ordering, condition);
        if let Some(found) = self.lists.borrow().found.get(&key) {
            return Ok(found.clone());
        }
        let ids = self.ids(ordering)?;
        let found = match condition.apart().as_slice() {
            [] => Bits::all(ids.len()),
            [only] => {
                let (mut found, on) = match only.parts.as_slice() {
                    [part] if part.about == About::NotAmong => (Bits::all(ids.len()), false),
                    _ => (Bits::none(ids.len()), true),
                };
                let (sql, values) = only.select(ordering);
                let mut places = Places::of(&ids);
                let mut statement = self.conn.prepare(&sql)?;
                let mut rows = statement.query(params_from_iter(values))?;
                while let Some(row) = rows.next()? {
                    if let Some(at) = places.find(row.get(0)?) {
                        found.set(at, on);
                    }
                }
                for (link, others) in only.parts.iter().filter_map(|part| part.or_linked.as_ref()) {
                    let others = self.found(&(link.from)(), others)?;
                    for (other, here) in &*self.pairs(link)? {
                        if others.has(*other) {
                            found.set(*here, on);
                        }
                    }
                }
                found
            }
            // Each by itself is soon asked for again, beside something else.
            several => {
                let mut found = Bits::all(ids.len());
                for part in several {
                    found.keep(&*self.found(ordering, part)?);
                }
                found
            }
        };
        let found = Arc::new(found);
        remember(&mut self.lists.borrow_mut().found, key, found.clone());
        Ok(found)
    }

    /// Which rows of two lists belong together, by their places.
    fn pairs(&self, link: &'static Link) -> Result<Pairs> {
        if let Some((_, pairs)) = self.lists.borrow().pairs.get(link.sql) {
            return Ok(pairs.clone());
        }
        let (others, here) = (self.ids(&(link.from)())?, self.ids(&(link.to)())?);
        let (mut others, mut here) = (Places::of(&others), Places::of(&here));
        let mut statement = self.conn.prepare(link.sql)?;
        let mut rows = statement.query([])?;
        let mut pairs = Vec::new();
        while let Some(row) = rows.next()? {
            if let (Some(other), Some(here)) = (others.find(row.get(0)?), here.find(row.get(1)?)) {
                pairs.push((other, here));
            }
        }
        let pairs = Arc::new(pairs);
        self.lists
            .borrow_mut()
            .pairs
            .insert(link.sql, (link.table, pairs.clone()));
        Ok(pairs)
    }

    /// Whether a condition for which every row is read finds few; which they are is then remembered, so that the rows are read
    /// only once. Of many it is enough to count them, which is sooner done than to take each in hand.
    fn finds_few(&self, ordering: &Ordering, condition: &Condition) -> Result<bool> {
        if !condition.reads_all() {
            return Ok(false);
        }
        let (sql, values) = condition.select(ordering);
        let few = read_ids(
            &self.conn,
            &format!("{sql} LIMIT {}", SORT_LIMIT_ROWS + 1),
            &values,
        )?;
        if few.len() > SORT_LIMIT_ROWS {
            return Ok(false);
        }
        let ids = self.ids(ordering)?;
        let (mut found, mut places) = (Bits::none(ids.len()), Places::of(&ids));
        for id in few {
            if let Some(at) = places.find(id) {
                found.set(at, true);
            }
        }
        remember(
            &mut self.lists.borrow_mut().found,
            key(ordering, condition),
            Arc::new(found),
        );
        Ok(true)
    }

    /// A part of what a condition finds that looks into other tables, along the index of the order; None when it lies
    /// further on than is worth walking.
    fn walk_found(
        &self,
        ordering: &Ordering,
        condition: &Condition,
        reversed: bool,
        start: usize,
        length: usize,
    ) -> Result<Option<Vec<i64>>> {
        let (ids, found) = (self.ids(ordering)?, self.found(ordering, condition)?);
        let sql = format!(
            "SELECT l.{} FROM {} l INDEXED BY {} ORDER BY {} LIMIT {}",
            ordering.id,
            ordering.table,
            ordering.index,
            terms_of(ordering, reversed, ""),
            2 * WALK_LIMIT_ROWS,
        );
        let mut statement = self.conn.prepare(&sql)?;
        let mut rows = statement.query([])?;
        let mut places = Places::of(&ids);
        let (mut passed, mut part) = (0, Vec::with_capacity(length));
        while let Some(row) = rows.next()? {
            let id = row.get(0)?;
            if !places.find(id).is_some_and(|at| found.has(at)) {
                continue;
            }
            passed += 1;
            if passed > start {
                part.push(id);
            }
            if part.len() == length {
                return Ok(Some(part));
            }
        }
        Ok(None)
    }
}

/// A part of the list along the index of this order; None when it lies further on than is worth walking.
fn walk(
    ordering: &Ordering,
    conn: &Connection,
    condition: &Condition,
    reversed: bool,
    start: usize,
    length: usize,
) -> Result<Option<Vec<i64>>> {
    let (id, table, terms) = (ordering.id, ordering.table, terms_of(ordering, reversed, ""));
    let walked = format!("{table} l INDEXED BY {}", ordering.index);
    let part = format!("LIMIT {length} OFFSET {start}");
    if condition.is_empty() {
        let sql = format!("SELECT l.{id} FROM {walked} ORDER BY {terms} {part}");
        return read_ids(conn, &sql, &[]).map(Some);
    }
    // What matches need not be spread evenly: where the order is by what the filter is about, it stands at one end.
    let far = 2 * WALK_LIMIT_ROWS;
    let (filter, values) = condition.here();
    let sql = format!(
        "SELECT l.{id} FROM (SELECT l.* FROM {walked} ORDER BY {terms} LIMIT {far}) l WHERE {filter}
         ORDER BY {terms} {part}",
    );
    let ids = read_ids(conn, &sql, &values)?;
    Ok(Some(ids).filter(|ids| ids.len() == length))
}

/// All that fits, sorted. A plus sign keeps the index of the order out of it: then the filter may use its own.
fn sort(ordering: &Ordering, conn: &Connection, filter: &str, values: &[Value]) -> Result<Vec<i64>> {
    let sql = format!(
        "SELECT l.{} FROM {} l {filter} ORDER BY {}",
        ordering.id,
        ordering.table,
        terms_of(ordering, false, "+"),
    );
    read_ids(conn, &sql, values)
}

fn terms_of(ordering: &Ordering, reversed: bool, plus: &str) -> String {
    let last = format!("l.{}", ordering.id);
    let terms = ordering.terms.iter().copied().chain([last.as_str()]).map(|term| {
        let (column, down) = match term.strip_suffix(" DESC") {
            Some(column) => (column, true),
            None => (term, false),
        };
        format!("{plus}{column}{}", if down != reversed { " DESC" } else { "" })
    });
    terms.collect::<Vec<_>>().join(", ")
}

fn read_ids(conn: &Connection, sql: &str, values: &[Value]) -> Result<Vec<i64>> {
    let mut statement = conn.prepare(sql)?;
    let ids = statement.query_map(params_from_iter(values), |row| row.get(0))?;
    Ok(ids.collect::<rusqlite::Result<_>>()?)
}

/// What tells a filter of a list from others.
fn key(ordering: &Ordering, condition: &Condition) -> String {
    format!("{} {:?}", ordering.table, condition.parts)
}

/// What tells a filter of a list in an order from others.
fn key_of_order(ordering: &Ordering, condition: &Condition) -> String {
    format!("{} {:?}", ordering.index, condition.parts)
}
