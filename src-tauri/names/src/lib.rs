//! Names: recognizing an organization by its name, comparing two, folding for search, and the order names sort in.
//!
//! Names are compared here and never changed; how a name prints is no business of this crate. It knows no database and no
//! sentence for people: reasons are ids of messages.

pub mod fold;
pub mod recognize;
pub mod sort;
