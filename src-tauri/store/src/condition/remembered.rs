//! What is remembered of the lists until something changes.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::bits::{Bits, Places};

/// Upper bound of remembered filters and orders; at the bound all are dropped.
const MOST_REMEMBERED: usize = 48;

/// What is remembered of the lists. Rows stand for themselves by their place among all ids of their list, the smallest first.
#[derive(Default)]
pub struct Lists {
    /// How many rows a filter leaves, by its text.
    pub counts: HashMap<String, u32>,
    /// The ids of each table, ascending.
    pub ids: HashMap<&'static str, Arc<Vec<i64>>>,
    /// The orders by their index.
    pub orders: HashMap<&'static str, Order>,
    /// Which rows of two lists belong together, and the table that says so.
    pub pairs: HashMap<&'static str, (&'static str, Pairs)>,
    /// The rows that a filter finds, a bit each.
    pub found: HashMap<String, Arc<Bits>>,
    /// The ids that a filter finds, in an order.
    pub ordered: HashMap<String, Arc<Vec<i64>>>,
}

/// Places in two lists of rows that belong together.
pub type Pairs = Arc<Vec<(u32, u32)>>;

/// The whole list in an order.
pub struct Order {
    /// The tables that it rests on.
    pub tables: &'static [&'static str],
    /// For each row of the order its place among the ids.
    pub places: Arc<Vec<u32>>,
}

/// What became stale.
pub enum Stale<'a> {
    /// Everything: rows came or went.
    All,
    /// What these tables say.
    Of(&'a BTreeSet<String>),
}

impl Lists {
    /// Forgets what is stale.
    pub fn forget(&mut self, stale: Stale) {
        match stale {
            Stale::All => *self = Self::default(),
            Stale::Of(tables) if tables.is_empty() => {}
            Stale::Of(tables) => {
                self.counts.clear();
                self.found.clear();
                self.ordered.clear();
                self.pairs.retain(|_, (table, _)| !tables.contains(*table));
                self.orders
                    .retain(|_, order| !order.tables.iter().any(|table| tables.contains(*table)));
            }
        }
    }
}

/// A whole list in an order, as it is remembered.
pub struct CachedOrder {
    /// The ids of the table, ascending.
    pub ids: Arc<Vec<i64>>,
    /// For each row of the order its place among the ids.
    pub order: Arc<Vec<u32>>,
}

impl CachedOrder {
    /// Those of these ids that come first in the list, at most so many.
    pub fn first_of(&self, ids: &[i64], most: usize) -> Vec<i64> {
        let mut wanted = Bits::none(self.ids.len());
        let mut places = Places::of(&self.ids);
        for id in ids {
            if let Some(at) = places.find(*id) {
                wanted.set(at, true);
            }
        }
        let first = self.order.iter().filter(|at| wanted.has(**at)).take(most);
        first
            .filter_map(|at| self.ids.get(*at as usize).copied())
            .collect()
    }
}

/// Remembers an answer; when there are too many, all are forgotten first.
pub fn remember<T>(known: &mut HashMap<String, T>, key: String, value: T) {
    if known.len() >= MOST_REMEMBERED {
        known.clear();
    }
    known.insert(key, value);
}
