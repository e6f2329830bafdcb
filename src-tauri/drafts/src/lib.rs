//! What is prepared here for other programs to send or show: drafts of messages, the addresses that open one, links to forms,
//! calendars, and the codes by which an answer comes home.
//!
//! It knows nothing of the coalition and has no sentence of its own: texts are handed in, and what goes wrong is told by kind.
//! Nothing is sent, opened or written to disk.

pub mod address;
pub mod calendar;
pub mod code;
pub mod form;
pub mod message;
mod percent;
pub mod template;

pub use code::Code;
pub use message::{Attachment, Body, Draft, Mailbox};

/// Text on one line: runs of blanks and control characters become one space, at the ends none.
pub(crate) fn one_line(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control());
    words
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
