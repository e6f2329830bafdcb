//! Parting an entry in two and joining two, as a person settles a doubt.
//!
//! Works on the spans of the entries in the text that they were read from, so that names are cut as they stand there.

use std::ops::Range;

use super::flow::Flow;
use super::naming::whole_name;
use super::{Doubt, Entry, lines};

/// Parts an entry in two at a byte offset of the text; nothing when either side would have no name.
///
/// Both keep the heading; signer, title and place stay with the first.
pub fn split_entry(text: &str, entry: &Entry, at: usize) -> Option<(Entry, Entry)> {
    if !(entry.start < at && at < entry.end && entry.end <= text.len() && text.is_char_boundary(at)) {
        return None;
    }
    let first = recut(text, entry.start..at)?;
    let second = recut(text, at..entry.end)?;
    let of = |(name, span): (String, Range<usize>)| Entry {
        name,
        signer: None,
        title: None,
        place: None,
        heading: entry.heading.clone(),
        start: span.start,
        end: span.end,
        doubt: entry
            .doubt
            .clone()
            .filter(|doubt| matches!(doubt, Doubt::NotSigning { .. })),
        status: entry.status,
        note: None,
        probability: 1.0,
    };
    let mut first = of(first);
    first.signer.clone_from(&entry.signer);
    first.title.clone_from(&entry.title);
    first.place.clone_from(&entry.place);
    first.note.clone_from(&entry.note);
    Some((first, of(second)))
}

/// Makes one entry of two, its name being all that stands from the beginning of the one to the end of the other.
pub fn join_entries(text: &str, first: &Entry, second: &Entry) -> Entry {
    let span = first.start.min(second.start)..first.end.max(second.end);
    let (name, span) =
        recut(text, span.clone()).unwrap_or_else(|| (format!("{}, {}", first.name, second.name), span));
    Entry {
        name,
        signer: first.signer.clone().or_else(|| second.signer.clone()),
        title: first.title.clone().or_else(|| second.title.clone()),
        place: first.place.clone().or_else(|| second.place.clone()),
        heading: first.heading.clone().or_else(|| second.heading.clone()),
        start: span.start,
        end: span.end,
        doubt: first
            .doubt
            .clone()
            .filter(|doubt| matches!(doubt, Doubt::NotSigning { .. })),
        status: first.status.or(second.status),
        note: first.note.clone().or_else(|| second.note.clone()),
        probability: 1.0,
    }
}

/// Makes an entry of a part of the text that a person marked; nothing where no name stands there.
pub fn take_entry(text: &str, span: Range<usize>) -> Option<Entry> {
    let (name, span) = recut(text, span)?;
    Some(Entry {
        name,
        signer: None,
        title: None,
        place: None,
        heading: None,
        start: span.start,
        end: span.end,
        doubt: None,
        status: None,
        note: None,
        probability: 1.0,
    })
}

/// The name in a span of the text, and where it stands.
fn recut(text: &str, span: Range<usize>) -> Option<(String, Range<usize>)> {
    let inside = text.get(span.clone())?;
    let mut flow = Flow::default();
    for line in lines::lines(inside)
        .into_iter()
        .filter(|line| !line.body.is_empty())
    {
        // A mark is only a mark at the beginning of a line of the whole text.
        let body = if line.body.start < 8 {
            line.whole
        } else {
            line.body
        };
        flow.push_line(text, span.start + body.start..span.start + body.end);
    }
    let range = whole_name(&flow.text, false);
    if !flow.text[range.clone()].chars().any(char::is_alphanumeric) {
        return None;
    }
    let source = flow.source(text, range.clone());
    Some((flow.text[range].to_owned(), source))
}
