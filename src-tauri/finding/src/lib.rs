//! The parts of finding that know no open coalition: what was typed, what can be found, where it is read from, how likely it
//! is meant, and what is kept in memory meanwhile.
//!
//! `search.rs` puts them together; [`Memory`] is held by the open coalition.

pub mod judge;
mod memory;
pub mod sources;
pub mod thing;
pub mod typed;
mod vocabulary;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use memory::Memory;

/// What kind of thing was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export, export_to = "finding/")]
pub enum HitKind {
    /// An organization.
    Organization,
    /// A letter.
    Letter,
    /// A person.
    Person,
}

impl HitKind {
    /// All, in the order in which those that are as likely stand.
    pub const ALL: [Self; 3] = [Self::Letter, Self::Organization, Self::Person];

    /// Its place in tables of one row a kind.
    pub fn number(self) -> usize {
        match self {
            Self::Letter => 0,
            Self::Organization => 1,
            Self::Person => 2,
        }
    }
}

/// Something found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export, export_to = "finding/")]
pub struct Hit {
    /// What it is.
    pub kind: HitKind,
    /// Its id, of that kind.
    #[ts(type = "number")]
    pub id: i64,
    /// Its name or title.
    pub title: String,
    /// What tells it from others: the place; role and organization; the addressee.
    pub detail: String,
    /// The alias, email, phone or tag by which it was found, when neither title nor detail shows why.
    pub matched: Option<String>,
}
