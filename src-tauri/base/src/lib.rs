//! What every room of the core stands on, without a coalition: errors and the sentences they become, days and deadlines,
//! texts and their bounds, sites, passphrases, and files that are written whole or not at all.

pub mod dumps;
pub mod email;
pub mod error;
pub mod files;
pub mod messages;
pub mod passphrase;
pub mod place;
pub mod priority;
pub mod progress;
pub mod sites;
pub mod table;
pub mod text;
pub mod time;

pub use error::{Error, Result};
pub use messages::{Language, Message};
