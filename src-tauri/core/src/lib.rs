//! Undersigned without a window: the coalition, its organizations, letters and sign-ons, and the signatory block.
//!
//! # The way of one action
//!
//! Everything is written through one door, `Coalition::transact`: it runs the action in a transaction, stores the
//! changeset as the undo step and a line in the history, and says which tables changed. A concept's type, rules and SQL
//! stand together in its own file. The window and the command line call the same functions.
//!
//! # Invariants
//!
//! - Nobody is in a block without a confirmed sign-on, unless included by hand ([`signon`]).
//! - Only an exact match after normalization is taken by itself; a likely one is asked ([`names::recognize`], [`import`]).
//! - A preview and its import are one function ([`import`]).
//! - Names are kept exactly as given; normalized forms are for comparing and sorting only.
//! - Every domain table is in the journal, so every action can be undone; the history only grows ([`journal`]).
//! - Time is passed in; nothing in here reads the clock, the network or a file that it was not given.

mod ahead;
pub mod answer;
pub mod backup;
pub mod bulk;
pub mod check;
pub mod coalition;
pub mod consent;
pub mod desk;
pub mod duplicates;
pub mod edition;
pub mod export;
pub mod filter;
pub mod forget;
pub mod history;
pub mod import;
pub mod letter;
mod lists;
pub mod locking;
pub mod logo;
pub mod matrix;
pub mod merge;
pub mod organization;
pub mod person;
pub mod pictures;
pub mod reads;
mod removal;
pub mod search;
pub mod signon;
pub mod style;
mod verify;
pub mod version;

pub use ahead::ReadAhead;
pub use base::{Error, Language, Message, Result};
pub use coalition::Coalition;
pub use store::{salvage, stored_file};
