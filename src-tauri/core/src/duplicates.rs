//! Organizations that are likely one and the same, or one family: found by their names, their sites and their people's
//! emails, in groups, best first. A person says which are not the same, and that is remembered.

mod addresses;
mod groups;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::coalition::Coalition;
use addresses::{Addresses, Shared};
use base::error::{Error, Result};
use base::messages::Message;
use base::progress::{Progress, ProgressFn};
use chrono::{DateTime, Utc};
use names::recognize::{self, FamilyPair, LIKELY, NameIndex};
use store::journal::{Change, Op};
use vocabulary::ids::OrganizationId;

/// Two organizations that are likely the same.
#[derive(Debug, Clone, PartialEq)]
pub struct Likeness {
    /// The one with the smaller id.
    pub a: OrganizationId,
    /// The other.
    pub b: OrganizationId,
    /// From 0 to 1.
    pub score: f64,
    /// Why: one reason or more, the strongest first.
    pub reasons: Vec<Message>,
}

/// An organization that may be a chapter or affiliate of another.
#[derive(Debug, Clone, PartialEq)]
pub struct Kinship {
    /// The one above.
    pub parent: OrganizationId,
    /// The one below.
    pub child: OrganizationId,
    /// Why.
    pub reason: Message,
}

/// What a search for duplicates found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Duplicates {
    /// Pairs that are likely the same, best first.
    pub likely: Vec<Likeness>,
    /// The same pairs in groups of organizations that hang together, each by its place in `likely`; the group with the
    /// best pair first. No group holds two that their names keep apart.
    pub groups: Vec<Vec<usize>>,
    /// Pairs that may be parent and chapter, though nothing says so yet.
    pub families: Vec<Kinship>,
}

/// What a search for duplicates needs to know, gathered at once: the search itself then runs without the coalition, so that
/// nobody waits for it.
pub struct DuplicateSearch {
    names: Arc<NameIndex>,
    parents: HashMap<i64, i64>,
    /// Pairs that a person said are not the same, the smaller id first.
    apart: HashSet<(i64, i64)>,
    /// Sites as they were typed.
    sites: Vec<(i64, String)>,
    /// Emails of people who are at one organization only.
    emails: Vec<(i64, String)>,
}

/// Of a thousand parts of a search, how many each step is.
const PARTS: u32 = 1_000;
const NAMES: u32 = 750;
const SITES: u32 = 100;
const PAIRS: u32 = 50;
const FAMILIES: u32 = 80;
const GROUPS: u32 = 20;

impl DuplicateSearch {
    /// Searches for likely duplicates that score at least `min_score`, and for families. `progress` is told how far it is;
    /// when it answers `false`, the search stops.
    ///
    /// # Errors
    /// [`Error::Cancelled`] when it was stopped.
    pub fn run(&self, min_score: f64, progress: ProgressFn) -> Result<Duplicates> {
        let mut steps = Steps {
            progress,
            stopped: false,
        };
        let by_name = recognize::duplicates(&self.names, min_score.min(LIKELY), &mut |done, of| {
            steps.report(0, NAMES, done, of)
        });
        steps.go_on()?;
        let addresses = Addresses::read(&self.sites, &self.emails, &mut |done, of| {
            steps.report(NAMES, SITES, done, of)
        });
        steps.go_on()?;
        let mut pairs: HashMap<(i64, i64), Likeness> = HashMap::with_capacity(by_name.len());
        for (done, pair) in by_name.iter().enumerate() {
            if done.is_multiple_of(PORTION) && !steps.report(NAMES + SITES, PAIRS, done, by_name.len()) {
                break;
            }
            // An alias can be ever so alike: official names of two chapters say that they are two.
            if self.is_settled(pair.a, pair.b) || self.names.likeness(pair.a, pair.b).is_none() {
                continue;
            }
            let (id, arguments) = pair.reason.message();
            let mut likeness = Likeness {
                a: OrganizationId(pair.a),
                b: OrganizationId(pair.b),
                score: pair.score,
                reasons: vec![Message::with(id, arguments)],
            };
            for shared in addresses.shared_by(pair.a, pair.b) {
                likeness.score += (1.0 - likeness.score) * 0.4;
                likeness.reasons.push(shared.message());
            }
            pairs.insert((pair.a, pair.b), likeness);
        }
        steps.go_on()?;
        for (done, (a, b)) in addresses.pairs().into_iter().enumerate() {
            if done.is_multiple_of(PORTION) && !steps.report(NAMES + SITES, PAIRS, 1, 1) {
                break;
            }
            if self.is_settled(a, b) || pairs.contains_key(&(a, b)) {
                continue;
            }
            let (Some(alike), shared) = (self.names.likeness(a, b), addresses.shared_by(a, b)) else {
                continue;
            };
            let Some(strongest) = shared.first() else { continue };
            pairs.insert(
                (a, b),
                Likeness {
                    a: OrganizationId(a),
                    b: OrganizationId(b),
                    score: strongest.score(alike),
                    reasons: shared.iter().map(Shared::message).collect(),
                },
            );
        }
        let mut likely: Vec<Likeness> = pairs
            .into_values()
            .filter(|pair| pair.score >= min_score)
            .collect();
        likely.sort_by(|x, y| y.score.total_cmp(&x.score).then((x.a, x.b).cmp(&(y.a, y.b))));
        steps.report(NAMES + SITES, PAIRS, 1, 1);
        steps.go_on()?;
        let found = recognize::families(&self.names, &mut |done, of| {
            steps.report(NAMES + SITES + PAIRS, FAMILIES, done, of)
        });
        steps.go_on()?;
        let families = found.into_iter().filter(|pair| self.is_news(pair)).map(|pair| {
            let (id, arguments) = pair.reason.message();
            Kinship {
                parent: OrganizationId(pair.parent),
                child: OrganizationId(pair.child),
                reason: Message::with(id, arguments),
            }
        });
        let families = families.collect();
        let may_meet = |a: OrganizationId, b: OrganizationId| {
            !self.is_settled(a.0, b.0) && self.names.likeness(a.0, b.0).is_some()
        };
        let groups = groups::gather(&likely, &may_meet, &mut |done, of| {
            steps.report(NAMES + SITES + PAIRS + FAMILIES, GROUPS, done, of)
        });
        steps.report(0, PARTS, 1, 1);
        steps.go_on()?;
        Ok(Duplicates {
            likely,
            groups,
            families,
        })
    }

    /// Whether it is known what two organizations are to each other: said not to be the same, parent and chapter, or two
    /// chapters of one parent.
    fn is_settled(&self, a: i64, b: i64) -> bool {
        let (above_a, above_b) = (self.parents.get(&a), self.parents.get(&b));
        self.apart.contains(&(a.min(b), a.max(b)))
            || above_a == Some(&b)
            || above_b == Some(&a)
            || above_a.is_some() && above_a == above_b
    }

    /// Whether a parent and its chapter can be offered: the chapter has none, and does not stand above the parent.
    fn is_news(&self, pair: &FamilyPair) -> bool {
        let mut above = Some(pair.parent);
        // No file has circles; a bound all the same.
        for _ in 0..100 {
            match above {
                Some(id) if id == pair.child => return false,
                Some(id) => above = self.parents.get(&id).copied(),
                None => break,
            }
        }
        !self.parents.contains_key(&pair.child) && !self.is_settled(pair.parent, pair.child)
    }
}

/// So many pairs are looked at between two reports of progress.
const PORTION: usize = 512;

/// The progress of a search over its steps.
struct Steps<'a> {
    progress: ProgressFn<'a>,
    stopped: bool,
}

impl Steps<'_> {
    /// Tells how far a step is that begins at a part of the whole and is so many parts long.
    fn report(&mut self, start: u32, parts: u32, done: usize, of: usize) -> bool {
        let share = done.min(of) * parts as usize / of.max(1);
        self.stopped |= !(self.progress)(Progress {
            done: start + share as u32,
            of: PARTS,
        });
        !self.stopped
    }

    fn go_on(&self) -> Result<()> {
        if self.stopped {
            Err(Error::Cancelled)
        } else {
            Ok(())
        }
    }
}

impl Coalition {
    /// Gathers what a search for duplicates needs.
    pub fn duplicate_search(&self) -> Result<DuplicateSearch> {
        let pairs = |sql| -> Result<Vec<(i64, i64)>> {
            let mut statement = self.conn.prepare(sql)?;
            let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        };
        let texts = |sql| -> Result<Vec<(i64, String)>> {
            let mut statement = self.conn.prepare(sql)?;
            let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        };
        Ok(DuplicateSearch {
            names: self.share_names()?,
            parents: pairs("SELECT id, parent_id FROM organization WHERE parent_id IS NOT NULL")?
                .into_iter()
                .collect(),
            apart: pairs("SELECT a_id, b_id FROM not_same")?.into_iter().collect(),
            sites: texts("SELECT id, website FROM organization WHERE website <> ''")?,
            // Whoever is at two organizations has one address for both, and says nothing by it.
            emails: texts(
                "SELECT a.organization_id, value FROM affiliation a JOIN contact_point c ON c.person_id = a.person_id
                 WHERE c.kind = 'email' AND a.until IS NULL AND NOT EXISTS (SELECT 1 FROM affiliation o
                   WHERE o.person_id = a.person_id AND o.organization_id <> a.organization_id)",
            )?,
        })
    }

    /// Remembers that two organizations are not the same, so that they are not offered again.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn keep_apart(
        &mut self,
        one: OrganizationId,
        other: OrganizationId,
        now: DateTime<Utc>,
    ) -> Result<Change<()>> {
        let op = Op::KeepApart {
            name: self.get_organization(one)?.name,
            other: self.get_organization(other)?.name,
        };
        self.transact(op, now, |tx| {
            tx.conn.execute(
                "INSERT OR IGNORE INTO not_same (a_id, b_id) VALUES (min(?1, ?2), max(?1, ?2))",
                [one, other],
            )?;
            Ok(())
        })
    }
}

#[cfg(test)]
mod tests;
