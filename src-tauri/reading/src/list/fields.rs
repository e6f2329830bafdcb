//! Entries whose fields stand on lines of their own, each with its label: "Organization: Amber Isle", "Name: Gloria Stein".
//!
//! Owns when a text is such answers, and where one entry ends. What a label means is known in `columns.rs`.

use std::ops::Range;

use names::recognize::words::fold;

use super::columns;
use super::flow::Flow;
use super::lines::Line;
use super::phrase::ratio;
use super::signer::Slot;

/// The longest label, in bytes.
const LABEL: usize = 60;

/// The entries of a text that is answers under labels, each as its fields; nothing where it is not.
pub(super) fn read(source: &str, lines: &[Line]) -> Option<Vec<Vec<(Slot, Flow)>>> {
    let mut labels: Vec<String> = Vec::new();
    // Of each labelled line: which label, the range of its value.
    let mut found: Vec<(usize, Range<usize>)> = Vec::new();
    let mut filled = 0;
    for line in lines.iter().filter(|line| !line.body.is_empty()) {
        filled += 1;
        let text = &source[line.body.clone()];
        let near = text.get(..text.len().min(LABEL)).unwrap_or(text);
        let Some(colon) = near.find(':') else { continue };
        let label = fold(text[..colon].trim_matches(['*', '_', '"', '\'', ' ']));
        let value = line.body.start + colon + 1..line.body.end;
        if label.is_empty() || label.split(' ').count() > 6 || source[value.clone()].starts_with("//") {
            continue;
        }
        let known = labels.iter().position(|known| *known == label);
        // A form has few labels: a list of names with colons has as many as lines.
        if known.is_none() && labels.len() > 40 {
            return None;
        }
        let at = known.unwrap_or_else(|| {
            labels.push(label);
            labels.len() - 1
        });
        found.push((at, value));
    }
    let slots = columns::slots(&labels);
    let slot_of = |at: usize| slots.get(at).copied().flatten();
    let named =
        [Slot::Organization, Slot::Person, Slot::Title, Slot::Place].map(|slot| slots.contains(&Some(slot)));
    let told = found
        .iter()
        .filter(|(at, value)| slot_of(*at).is_some() && !source[value.clone()].trim().is_empty());
    let enough = named[0] && (named[1] || named[2]) || named[1] && named[2];
    if !enough || told.count() < 2 || ratio(found.len(), filled) < 0.6 {
        return None;
    }
    let mut entries: Vec<Vec<(Slot, Flow)>> = vec![Vec::new()];
    let mut seen: Vec<usize> = Vec::new();
    for (at, value) in found {
        if seen.contains(&at) {
            entries.push(Vec::new());
            seen.clear();
        }
        seen.push(at);
        let flow = Flow::of(source, value);
        if let (Some(slot), Some(entry)) = (slot_of(at), entries.last_mut())
            && flow.text.chars().any(char::is_alphanumeric)
        {
            entry.push((slot, flow));
        }
    }
    entries.retain(|entry| {
        entry
            .iter()
            .any(|(slot, _)| matches!(slot, Slot::Organization | Slot::Person))
    });
    Some(entries)
}
