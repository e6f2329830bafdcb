//! Recognizing organizations by their names.

mod align;
mod countries;
mod index;
mod name;
mod normalize;
mod places;
mod reason;
mod score;
mod vocabulary;
pub mod words;

pub use index::{Candidate, NameIndex, Recognition};
pub use name::Name;
pub use normalize::normalize;
pub use reason::{Comparison, Match, Reason, Verdict};
pub use score::{LIKELY, compare};
