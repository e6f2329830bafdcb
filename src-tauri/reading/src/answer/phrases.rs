//! The phrases that answers are made of, folded: small letters, no accents. One that ends in `*` may go on.

mod doubt;
mod no;
mod yes;

pub(super) use doubt::{
    BUT, CONDITION, DENIES_NOTHING, ELSEWHERE, FOREIGN, HEARSAY, NOT_YET, ONLY_IF, PAST, RELAYED,
};
pub(super) use no::{GOES_WITH_NO, NEGATED, NO};
pub(super) use yes::{AFTER_A_NAME, GOES_WITH_YES, YES};
