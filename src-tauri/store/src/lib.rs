//! One SQLite file, whatever is said about it above: how it is recognized, upgraded and checked ([`db`]), how every action is
//! kept so that it can be undone ([`journal`]), and the rows that follow from others ([`derived`]).

pub mod condition;
pub mod db;
pub mod derived;
pub mod ids;
pub mod journal;
pub mod page_cache;
pub mod snapshot;
