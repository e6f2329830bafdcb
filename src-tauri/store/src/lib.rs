//! One SQLite file, whatever is said about it above: how it is recognized, upgraded and checked ([`db`]), how every action is
//! kept so that it can be undone ([`journal`]), the rows that follow from others ([`derived`]), files kept inside it ([`stored_file`]),
//! how one program at a time holds it ([`lock`]), and what can be read of a damaged one ([`salvage`]).

pub mod condition;
pub mod db;
pub mod derived;
pub mod digest;
pub mod ids;
pub mod journal;
pub mod lock;
pub mod page_cache;
pub mod salvage;
pub mod snapshot;
pub mod stored_file;
