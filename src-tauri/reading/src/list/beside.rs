//! What an item's line says beside the names: cut off before they are read, and told of the entries afterwards.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::entry::Entry;
use super::layout::{Item, Layout, Shape};
use super::phrase::Phrase;
use super::remark::{self, Remarks, Tail};
use super::tick::Signs;

/// Takes what stands behind the names off the items: for each item what it was.
pub(super) fn answers(source: &str, layout: &mut Layout) -> Vec<Tail> {
    let signs = Signs::of(source);
    let whole = |item: &Item| !matches!(item.shape, Shape::Prose | Shape::Names) && item.row.is_empty();
    let remarks = Remarks::of(
        layout
            .items
            .iter()
            .filter(|item| whole(item) && item.flow.breaks.is_empty())
            .map(|item| item.flow.text.as_str()),
        signs,
    );
    let stamps = stamps(layout.items.iter().filter(|item| whole(item)));
    layout
        .items
        .iter_mut()
        .map(|item| {
            if !whole(item) {
                return Tail::default();
            }
            let before = signs.before(before(source, item));
            let signed = signs.width(&item.flow.text);
            let before = before.or_else(|| signs.whole(&item.flow.text[..signed]));
            item.flow.drop_front(signed);
            let mut tail = if item.flow.breaks.is_empty() {
                remarks.tail(&item.flow.text)
            } else {
                let whole = item.flow.text.len();
                let stamp = last_line(item).filter(|at| stamps.contains(&item.flow.text[*at..]));
                Tail {
                    end: stamp.map_or(whole, |at| item.flow.text[..at].trim_end().len()),
                    note: stamp.map(|at| at..whole),
                    ..Tail::default()
                }
            };
            tail.status = tail.status.or(before.and_then(remark::status_of));
            item.rest = item.flow.cut_off(tail.end);
            tail
        })
        .collect()
}

/// Where the last of three lines or more of an item begins.
fn last_line(item: &Item) -> Option<usize> {
    item.flow
        .breaks
        .last()
        .copied()
        .filter(|_| item.flow.breaks.len() >= 2)
}

/// What stands again and again below those whose organization has been said above it, and so is none: "Alumna", "Class of 2004".
fn stamps<'a>(items: impl Iterator<Item = &'a Item>) -> HashSet<String> {
    let mut seen: HashMap<&str, (usize, usize)> = HashMap::new();
    for item in items {
        let Some(at) = last_line(item) else { continue };
        let (above, last) = item.flow.text.split_at(at);
        let (count, told) = seen.entry(last).or_default();
        *count += 1;
        *told += usize::from(Phrase::new(above).organization_words() > 0);
    }
    seen.into_iter()
        .filter(|(last, (count, told))| {
            *count >= 3 && told * 5 >= count * 3 && Phrase::new(last).organization_words() == 0
        })
        .map(|(last, _)| last.to_owned())
        .collect()
}

/// The line of an item up to its text: a bullet, a number, a tick.
fn before<'a>(source: &'a str, item: &Item) -> &'a str {
    let start = item.flow.source(source, 0..item.flow.text.len()).start;
    let line = source[..start].rfind(['\n', '\r']).map_or(0, |at| at + 1);
    &source[line..start]
}

/// Tells the entries of an item what was said behind its name, and what its row says of whether they sign.
pub(super) fn say(item: &Item, tail: &Tail, entries: &mut [Entry]) {
    let said = |range: &Option<Range<usize>>| {
        let range = range.clone()?;
        let offset = item.flow.text.len();
        item.rest
            .get(range.start - offset..range.end - offset)
            .map(|said| said.trim().to_owned())
            .filter(|said| !said.is_empty())
    };
    let (note, place) = (said(&tail.note), said(&tail.place));
    for entry in entries {
        entry.note.clone_from(&note);
        if entry.place.is_none() {
            entry.place.clone_from(&place);
        }
        let status = tail
            .status
            .map(|status| (status, note.clone().unwrap_or_default()));
        if let Some((status, said)) = item.status.clone().or(status) {
            entry.status = Some(status);
            entry.note = entry.note.take().or(Some(said).filter(|said| !said.is_empty()));
        }
    }
}
