//! The rules of a short text: one line, how long, how tags are kept, how a place is read.
//!
//! Owns what holds for every field of every concept; what a single concept asks of its own fields stands there.

use crate::error::{Error, Result};
use crate::messages::Message;

/// The longest name taken, in characters; nothing that prints under a letter is longer.
pub const LONGEST_NAME: usize = 1_000;

/// A name is one line: breaks and runs of blanks that came with pasting become one space. All else is as given.
pub(crate) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text
        .split(|c: char| matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}') || c.is_control())
    {
        if !word.is_empty() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    line
}

/// A name must be there and not be a whole text.
pub(crate) fn check_name(field: &'static str, name: &str) -> Result<()> {
    if name.is_empty() {
        return Err(Error::field(field, Message::new("error-name-empty")));
    }
    check_length(field, name)
}

/// No line is longer than the longest name.
pub(crate) fn check_length(field: &'static str, text: &str) -> Result<()> {
    if text.chars().count() > LONGEST_NAME {
        return Err(Error::field(
            field,
            Message::new("error-name-long").number("most", LONGEST_NAME),
        ));
    }
    Ok(())
}

/// Tags as they are kept: one line each, without a leading "#", none twice whatever its case.
pub(crate) fn clean_tags(tags: &[String]) -> Vec<String> {
    let mut clean: Vec<String> = Vec::with_capacity(tags.len());
    for tag in tags {
        let tag = one_line(tag).trim_start_matches('#').trim().to_owned();
        let folded = tag.to_lowercase();
        if !tag.is_empty() && !clean.iter().any(|known| known.to_lowercase() == folded) {
            clean.push(tag);
        }
    }
    clean
}

/// City and state as people read them: "Viroqua, WI".
pub(crate) fn place(city: &str, state: &str) -> String {
    [city, state]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}
