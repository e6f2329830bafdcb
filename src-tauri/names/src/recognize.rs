//! Recognizing organizations by their names: is this one we know, perhaps one we know, or a new one?
//!
//! - [`normalize`] gives the comparison form of a name; names with equal forms are the same (`normalize.rs`).
//! - [`compare`] compares two names and gives the reason (`align.rs` pairs their words, `rules.rs` has the rules, and
//!   `weigh.rs` decides by learned weights where no rule is certain).
//! - [`NameIndex`] recognizes one name among all of a coalition's (`index.rs`).
//! - [`duplicates`] finds the organizations that a coalition has twice (`duplicates.rs`), [`families`] those that are
//!   chapters of others (`families.rs`).
//!
//! # What must hold
//!
//! - Only an exact match is ever taken by itself. It needs equal comparison forms, no conflict of legal form or acronym, and
//!   a single organization that has them.
//! - A chapter is never its parent or its sister: a place, a number or a chapter word that one name has and the other lacks
//!   keeps them apart, however alike the rest is.
//! - The verdict on two names does not depend on their order.
//! - Names are compared here and never changed; how a name prints is no business of this module.
//!
//! World knowledge is in lists of general vocabulary, without any organization: articles, legal forms, states
//! and the words the list reader shares (`words.rs`, `legal.rs`, `countries.rs`), what ordinary words in names mean and are
//! in other languages (`vocabulary.rs`), cities (`places.rs`).

mod align;
mod countries;
mod duplicates;
mod families;
mod index;
mod legal;
mod more;
mod name;
mod normalize;
mod parts;
mod places;
mod reason;
mod rules;
mod score;
mod spelling;
mod tokens;
mod vocabulary;
mod weigh;
mod weights;
pub mod words;

pub use duplicates::{DuplicatePair, duplicates};
pub use families::{FamilyPair, families};
pub use index::{Candidate, NameIndex, Recognition, Relation};
pub use name::Name;
pub use normalize::normalize;
pub use reason::{Comparison, Match, Reason, Verdict};
pub use score::{LIKELY, compare, measured};

#[cfg(test)]
mod tests;
