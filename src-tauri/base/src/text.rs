//! The rules of a short text: one line, how long, how tags are kept, how a place is read.
//!
//! Owns what holds for every field of every concept; what a single concept asks of its own fields stands there.

use crate::error::{Error, Result};
use crate::messages::Message;

/// The longest name taken, in characters; nothing that prints under a letter is longer.
pub const LONGEST_NAME: usize = 1_000;

/// A name is one line: breaks and runs of blanks that came with pasting become one space. All else is as given.
pub fn one_line(text: &str) -> String {
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

/// The longest text taken that somebody writes, in bytes; what is longer is a file.
pub const LONGEST_TEXT: usize = 1024 * 1024;

/// A name must be there, have something to see, and not be a whole text.
pub fn check_name(field: &'static str, name: &str) -> Result<()> {
    if !name.chars().any(is_visible) {
        return Err(Error::field(field, Message::new("error-name-empty")));
    }
    check_length(field, name)
}

/// No line is longer than the longest name.
pub fn check_length(field: &'static str, text: &str) -> Result<()> {
    if text.chars().count() > LONGEST_NAME {
        return Err(Error::field(
            field,
            Message::new("error-name-long").number("most", LONGEST_NAME),
        ));
    }
    Ok(())
}

/// No text of several lines is longer than what somebody writes.
pub fn check_text(field: &'static str, text: &str) -> Result<()> {
    if text.len() > LONGEST_TEXT {
        return Err(Error::field(
            field,
            Message::new("error-text-too-long").number("most", LONGEST_TEXT / 1024),
        ));
    }
    Ok(())
}

/// Whether a character leaves a mark: no blank, no control character, and none that Unicode has drawn as nothing
/// (`Default_Ignorable_Code_Point` of `DerivedCoreProperties.txt`, and the empty pattern of Braille).
fn is_visible(c: char) -> bool {
    !c.is_whitespace()
        && !c.is_control()
        && !matches!(
            c,
            '\u{AD}'
                | '\u{34F}'
                | '\u{61C}'
                | '\u{115F}'..='\u{1160}'
                | '\u{17B4}'..='\u{17B5}'
                | '\u{180B}'..='\u{180F}'
                | '\u{200B}'..='\u{200F}'
                | '\u{202A}'..='\u{202E}'
                | '\u{2060}'..='\u{206F}'
                | '\u{2800}'
                | '\u{3164}'
                | '\u{FE00}'..='\u{FE0F}'
                | '\u{FEFF}'
                | '\u{FFA0}'
                | '\u{FFF0}'..='\u{FFF8}'
                | '\u{1BCA0}'..='\u{1BCA3}'
                | '\u{1D173}'..='\u{1D17A}'
                | '\u{E0000}'..='\u{E0FFF}'
        )
}

/// Tags as they are kept: one line each, without a leading "#", none twice whatever its case.
pub fn clean_tags(tags: &[String]) -> Vec<String> {
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
pub fn place(city: &str, state: &str) -> String {
    [city, state]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

/// Whether a text could be an email: one "@" with something on both sides and no blank. Whether mail arrives there only
/// the sending tells, so no more is asked.
pub fn looks_like_email(text: &str) -> bool {
    match text.rsplit_once('@') {
        Some((local, domain)) => {
            !local.is_empty() && !domain.is_empty() && !text.chars().any(char::is_whitespace)
        }
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_nobody_can_see_is_none() {
        for name in [
            "",
            "\u{200B}",
            " \u{FEFF}\u{2060} ",
            "\u{A0}",
            "\u{2800}",
            "\u{E0041}",
        ] {
            assert!(check_name("name", name).is_err(), "{name:?}");
        }
        for name in ["A", "Nai\u{308}ve", "एक\u{200D}", "350", "—", "👩\u{200D}🌾"] {
            assert!(check_name("name", name).is_ok(), "{name:?}");
        }
    }
}
