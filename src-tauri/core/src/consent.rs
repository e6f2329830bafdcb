//! Consent: what a confirmed sign-on rests on, and what anything but a person's own hand may do to an answer.
//!
//! Owns the two questions that keep the block true. [`Ground`]: does this yes rest on something in writing (or a named
//! reason) that is newer than the last no, and given for a text that it may stand under? [`judge()`]: may an import, a message
//! or a merge change this answer, or must the row be asked? Nothing here writes; `signon/status.rs` sets a status, the plan
//! of an import asks.

mod filed;
mod ground;
mod judge;
mod stamp;

pub(crate) use filed::{Filed, FiledCache, Piece};
pub use ground::Ground;
pub(crate) use ground::{CLAIM_COLUMNS, Grounds, NewYes, Since, ground, grounds, is_filed, outweighs};
pub(crate) use judge::{Incoming, Standing, Verdict, judge, question_of_json};
pub use stamp::{Dated, Stamp};
pub(crate) use stamp::{stamp_for, zone_of};
