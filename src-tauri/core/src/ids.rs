//! Ids: one newtype for each concept, and the one place where new ones are made.
//!
//! An id is an `INTEGER PRIMARY KEY` of at most 53 bits, so that JavaScript holds it exactly. Several computers will
//! share a coalition one day, so an id must be unique across them: each action draws a random start and counts up from
//! it, which keeps the rows of an import side by side in the file. Nothing derives meaning from an id.

use crate::error::{Error, Result};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        #[serde(transparent)]
        #[ts(export, type = "number")]
        pub struct $name(pub i64);

        impl rusqlite::ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
                self.0.to_sql()
            }
        }

        impl rusqlite::types::FromSql for $name {
            fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
                i64::column_result(value).map(Self)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

ids! {
    /// An organization.
    OrganizationId,
    /// An alias of an organization.
    AliasId,
    /// A person.
    PersonId,
    /// An email or a phone of a person.
    ContactPointId,
    /// A person at an organization.
    AffiliationId,
    /// A filter under a name.
    FilterId,
    /// A letter.
    LetterId,
    /// A sign-on: one organization or individual on one letter.
    SignOnId,
    /// A piece of evidence that sign-ons rest on.
    EvidenceId,
    /// A note of what was written or said to somebody about a sign-on.
    OutreachId,
    /// A deadline that was moved.
    DeadlineMoveId,
    /// A version of a letter's text.
    VersionId,
    /// A saved style of blocks.
    StyleId,
    /// An edition: a block as it was sent.
    EditionId,
    /// An import: a source whose rows were taken in.
    ImportId,
    /// An entry of the journal: one action that can be undone.
    JournalId,
}

/// The largest id, 2^53 - 1: the largest integer that JavaScript holds exactly.
const LARGEST: i64 = (1 << 53) - 1;

/// Room left above a random start, so that counting up within one action never passes [`LARGEST`].
const ROOM: i64 = 1 << 32;

/// Makes the ids of one action: a random start, then one after the other.
#[derive(Debug)]
pub(crate) struct Ids {
    next: i64,
}

impl Ids {
    /// Draws the start of a new action from the system's random source.
    pub(crate) fn draw() -> Result<Self> {
        Ok(Self::counted_from(
            getrandom::u64().map_err(|_| Error::NoRandomness)?,
        ))
    }

    /// Starts where a number says that was drawn otherwise, so that the ids are the same each time.
    pub(crate) fn counted_from(random: u64) -> Self {
        // The masks make both values fit into an i64.
        let start = (random & LARGEST as u64) as i64;
        Self {
            next: start.clamp(1, LARGEST - ROOM),
        }
    }

    /// The next id of this action.
    pub(crate) fn next(&mut self) -> i64 {
        let id = self.next;
        self.next += 1;
        id
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn ids_of_one_action_are_dense_and_exact_in_javascript() {
        let mut ids = Ids::draw().unwrap();
        let first = ids.next();
        assert_eq!(ids.next(), first + 1);
        assert!((1..=LARGEST).contains(&first));
    }
}
