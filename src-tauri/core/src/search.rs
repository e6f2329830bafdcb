//! Finding by what a person types: one box over organizations, people and letters.
//!
//! Sources propose (`finding/sources.rs`: the indexes of where names begin, then the search tables), one rule judges how
//! likely each is meant (`finding/judge.rs`). They are asked one after the other, and only as far as the answer is not full:
//! what is called or begins so; whatever has words that begin so, or a person and where they are; words that have it in the
//! middle; and, when nothing was found at all, words that it may be a slip of. The last two use an in-memory vocabulary of
//! the coalition (`finding/vocabulary.rs`).
//!
//! Owns finding in the whole coalition and the query that the box of a list makes; what a list filters and sorts by is its
//! own affair, and recognizing a name that is meant exactly is `recognize`.

#[cfg(test)]
mod tests;

use std::collections::HashSet;

use crate::coalition::Coalition;
use base::error::Result;
use finding::judge::{Reading, Tier, judge};
use finding::sources;
use finding::thing::Thing;
use finding::typed::Typed;
use store::condition::CachedOrder;

pub use finding::{Hit, HitKind};

/// At most so many hits; nobody reads on.
const MOST_HITS: usize = 1_000;

/// So many rows that have a word that begins as typed are put in order; of more there are better ones than the rest. Rows
/// that must have several words take longer to find.
const MOST_ROWS: usize = 10_000;

/// So many rows that have it in the middle, or by a slip, are put in order.
const MOST_GUESSES: usize = 300;

/// So many words that have it in the middle are looked for: by the one box, and by the box of a list, which is to be whole.
const MIDDLES: usize = 32;
const MIDDLES_LISTED: usize = 128;

/// What a query looks into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Searched {
    /// Organizations: names, aliases, places, tags.
    Organizations,
    /// People: names, roles, emails, phones, tags.
    People,
}

impl Searched {
    fn kind(self) -> HitKind {
        match self {
            Self::Organizations => HitKind::Organization,
            Self::People => HitKind::Person,
        }
    }
}

/// How freely what was typed is read, step by step.
#[derive(Clone, Copy)]
enum Step {
    Beginnings,
    Middles,
    Slips,
}

impl Coalition {
    /// What was typed as a query of FTS5 over these: words that begin so; when there are none, words that have it in the
    /// middle; when there are none either, words that it may be a slip of. None when nothing can match.
    pub(crate) fn match_query(&self, searched: Searched, typed: &str) -> Result<Option<String>> {
        let [query] = self.match_queries([searched], typed)?;
        Ok(query)
    }

    /// The same over several that are looked into together: none is read more freely than another needs to be, so that
    /// nothing is guessed in one when the other has what was typed.
    pub(crate) fn match_queries<const N: usize>(
        &self,
        searched: [Searched; N],
        typed: &str,
    ) -> Result<[Option<String>; N]> {
        let Some(typed) = Typed::read(typed) else {
            return Ok([const { None }; N]);
        };
        let mut memory = self.search.borrow_mut();
        let kinds = searched.map(Searched::kind);
        for step in [Step::Beginnings, Step::Middles, Step::Slips] {
            let mut queries = [const { None }; N];
            let mut found = false;
            for (kind, query) in kinds.into_iter().zip(&mut queries) {
                *query = match step {
                    Step::Beginnings => Some(typed.beginnings(kind)),
                    Step::Middles => {
                        typed.middles(kind, memory.vocabulary(&self.conn, kind)?, MIDDLES_LISTED)
                    }
                    Step::Slips => {
                        let meant = typed.slips(memory.vocabulary(&self.conn, kind)?);
                        meant.map(|meant| meant.query)
                    }
                };
                if let Some(query) = query {
                    found |= sources::finds(&self.conn, kind, query)?;
                }
            }
            if found {
                return Ok(queries);
            }
        }
        Ok([const { None }; N])
    }

    /// What a person most likely means by what was typed, the likeliest first; at most so many.
    ///
    /// Exact initials, names and aliases come before what begins so, that before what has each word, that before words with
    /// it in the middle; slips are forgiven when nothing else is found. Among what is as likely stand letters, then
    /// organizations, then people, of each kind first what was used lately, then as in its list. No kind that has hits is
    /// left out for the many of another.
    pub fn search(&self, query: &str, limit: usize) -> Result<Vec<Hit>> {
        let limit = limit.min(MOST_HITS);
        let Some(typed) = Typed::read(query).filter(|_| limit > 0) else {
            return Ok(Vec::new());
        };
        // One reading of the file: each of the many small questions would lock it anew by itself.
        let reading = self.conn.unchecked_transaction()?;
        let mut memory = self.search.borrow_mut();
        let mut found = Hits::default();
        for (rank, thing) in memory.used(&self.conn)?.iter().enumerate() {
            if let Some((tier, matched)) = judge(thing, &typed, Reading::Beginnings) {
                found.add(thing.clone(), tier, matched, rank);
            }
        }
        let orders = HitKind::ALL.map(|kind| self.order_of(kind));
        let rows = (MOST_ROWS / typed.words.len().pow(2)).max(MOST_GUESSES);
        for kind in HitKind::ALL {
            let ids = sources::beginning(&self.conn, kind, &typed, limit + found.count(kind))?;
            self.judge_all(kind, ids, &typed, Reading::Beginnings, &mut found)?;
            if found.count(kind) < limit || typed.has_article {
                let ids = sources::matching(
                    &self.conn,
                    kind,
                    &typed.beginnings(kind),
                    &found.of(kind),
                    rows,
                    limit,
                    orders[kind.number()].as_ref(),
                )?;
                self.judge_all(kind, ids, &typed, Reading::Beginnings, &mut found)?;
            }
        }
        if found.hits.is_empty() {
            // Somebody by name and where they are: "ana riverbend".
            for (person, organization) in typed.splits() {
                let ids = sources::people_at(&self.conn, &person, &organization, limit)?;
                self.judge_all(HitKind::Person, ids, &typed, Reading::Beginnings, &mut found)?;
            }
        }
        if found.hits.len() < limit {
            for kind in HitKind::ALL {
                if let Some(middles) = typed.middles(kind, memory.vocabulary(&self.conn, kind)?, MIDDLES) {
                    let ids = sources::matching(
                        &self.conn,
                        kind,
                        &middles,
                        &found.of(kind),
                        MOST_GUESSES,
                        limit,
                        orders[kind.number()].as_ref(),
                    )?;
                    self.judge_all(kind, ids, &typed, Reading::Middles, &mut found)?;
                }
            }
        }
        if found.hits.is_empty() {
            for kind in HitKind::ALL {
                if let Some(meant) = typed.slips(memory.vocabulary(&self.conn, kind)?) {
                    let ids = sources::matching(
                        &self.conn,
                        kind,
                        &meant.query,
                        &found.of(kind),
                        MOST_GUESSES,
                        limit,
                        orders[kind.number()].as_ref(),
                    )?;
                    self.judge_all(kind, ids, &typed, Reading::Slips(&meant.words), &mut found)?;
                }
            }
        }
        reading.commit()?;
        Ok(found.best(limit))
    }

    /// Notes that something was opened, so that it is found before others that are as likely. Nothing is written.
    pub fn note_used(&self, kind: HitKind, id: i64) {
        self.search.borrow_mut().note(kind, id);
    }

    /// Reads ahead the words among which finding looks, so that the first search need not wait.
    ///
    /// # Errors
    /// Those of reading the file.
    pub fn prepare_search(&self, kind: HitKind) -> Result<()> {
        let mut memory = self.search.borrow_mut();
        memory.vocabulary(&self.conn, kind)?;
        memory.used(&self.conn)?;
        Ok(())
    }

    /// The order of a kind's list, if it is at hand.
    fn order_of(&self, kind: HitKind) -> Option<CachedOrder> {
        match kind {
            HitKind::Organization => self.known_order("organization_list", "organization_list_by_name"),
            HitKind::Person => self.known_order("person_list", "person_list_by_name"),
            HitKind::Letter => None,
        }
    }

    /// Judges what a source proposes, and keeps what is meant.
    fn judge_all(
        &self,
        kind: HitKind,
        ids: Vec<i64>,
        typed: &Typed,
        reading: Reading,
        found: &mut Hits,
    ) -> Result<()> {
        for id in ids {
            if found.known.contains(&(kind, id)) {
                continue;
            }
            let Some(thing) = Thing::find(&self.conn, kind, id)? else {
                continue;
            };
            if let Some((tier, matched)) = judge(&thing, typed, reading) {
                found.add(thing, tier, matched, usize::MAX);
            }
        }
        Ok(())
    }
}

/// What was found so far.
#[derive(Default)]
struct Hits {
    hits: Vec<Ranked>,
    known: HashSet<(HitKind, i64)>,
}

/// Something found, and where it stands.
struct Ranked {
    tier: Tier,
    /// How lately it was used; the lowest is the latest.
    used: usize,
    thing: Thing,
    matched: Option<String>,
}

impl Hits {
    fn add(&mut self, thing: Thing, tier: Tier, matched: Option<String>, used: usize) {
        self.known.insert((thing.kind, thing.id));
        self.hits.push(Ranked {
            tier,
            used,
            thing,
            matched,
        });
    }

    fn count(&self, kind: HitKind) -> usize {
        self.known.iter().filter(|(known, _)| *known == kind).count()
    }

    fn of(&self, kind: HitKind) -> HashSet<i64> {
        self.known
            .iter()
            .filter(|(known, _)| *known == kind)
            .map(|(_, id)| *id)
            .collect()
    }

    /// The likeliest of them. Within a tier the kinds take turns for the room that is left, and each kind that has hits
    /// gets at least a sixth of all.
    fn best(mut self, limit: usize) -> Vec<Hit> {
        self.hits.sort_by(|a, b| {
            let key = |hit: &Ranked| (hit.tier, hit.thing.kind.number(), hit.used);
            key(a)
                .cmp(&key(b))
                .then_with(|| a.thing.key.cmp(&b.thing.key))
                .then_with(|| a.thing.title.cmp(&b.thing.title))
                .then_with(|| a.thing.id.cmp(&b.thing.id))
        });
        let share = (limit / 6).max(1);
        let mut room = limit;
        let mut taken = vec![false; self.hits.len()];
        let mut take = |at: usize| {
            if let Some(taken) = taken.get_mut(at)
                && !*taken
                && room > 0
            {
                *taken = true;
                room -= 1;
            }
        };
        let of_kind = |kind: HitKind| {
            self.hits
                .iter()
                .enumerate()
                .filter(move |(_, hit)| hit.thing.kind == kind)
                .map(|(at, _)| at)
        };
        for turn in 0..share {
            for kind in HitKind::ALL {
                of_kind(kind).nth(turn).into_iter().for_each(&mut take);
            }
        }
        for tier in self.hits.chunk_by(|a, b| a.tier == b.tier) {
            let Some(tier) = tier.first().map(|hit| hit.tier) else {
                continue;
            };
            let mut kinds: Vec<Vec<usize>> = HitKind::ALL
                .map(|kind| {
                    of_kind(kind)
                        .filter(|at| self.hits.get(*at).is_some_and(|hit| hit.tier == tier))
                        .rev()
                        .collect()
                })
                .into();
            while kinds.iter().any(|kind| !kind.is_empty()) {
                for kind in &mut kinds {
                    kind.pop().into_iter().for_each(&mut take);
                }
            }
        }
        let chosen = self.hits.into_iter().zip(taken).filter(|(_, taken)| *taken);
        chosen
            .map(|(hit, _)| Hit {
                kind: hit.thing.kind,
                id: hit.thing.id,
                title: hit.thing.title,
                detail: hit.thing.detail,
                matched: hit.matched,
            })
            .collect()
    }
}
