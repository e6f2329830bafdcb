//! The reader of pasted lists: from text as it was published, mailed or copied to the names in it.
//!
//! Owns what an entry is, and the order of the work: lines (`lines.rs`) become items (`layout.rs`), running text is cut
//! into names (`prose.rs`, `cut.rs`, `evidence.rs`), entries of several fields are taken apart in the order of their list (`signer.rs`,
//! `columns.rs`). Nothing is changed inside a name; where the reader was unsure, the entry carries a [`Doubt`] for a person
//! to settle. It deliberately does not know the coalition: what is known already comes in through [`Known`]. HTML, CSV and
//! other files are read elsewhere.

mod beside;
mod boilerplate;
mod cards;
mod columns;
mod cue;
mod cut;
mod doubt;
mod edit;
mod entry;
mod evidence;
mod fields;
mod flow;
mod joined;
mod layout;
pub mod learned;
mod lines;
mod naming;
mod noted;
mod notes;
mod pages;
mod phrase;
mod prose;
mod remark;
mod runs;
mod select;
mod signer;
mod span;
mod surroundings;
pub mod tagger;
mod thread;
mod tick;
mod told;
mod trim;
mod twice;
mod ways;
mod words;

#[cfg(test)]
mod cases;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::ops::Range;

pub use edit::{join_entries, split_entry, take_entry};
pub use entry::{Doubt, Entry, ListForm, ListReading, ListStatus, SURE};

use beside::{answers, say};
use layout::{Item, Layout, Shape};
use naming::{description, whole_name};
use noted::Noted;
use phrase::{Case, Phrase, ratio};
use prose::Found;
use select::Selection;
use signer::{Candidate, Fields, Record, Slot, Way};
use ways::Ways;

/// The organizations that are known already; they decide where a comma could be read either way.
pub trait Known {
    /// Whether a name, after normalization, is exactly that of a known organization.
    fn is_known(&self, name: &str) -> bool;
}

/// Knows nothing.
impl Known for () {
    fn is_known(&self, _name: &str) -> bool {
        false
    }
}

/// Reads the names in a pasted text.
///
/// A thread of messages is read by its answers, unless a list in it names more. Never fails: a text without names gives no
/// entries. The time it takes grows in step with the length of the text; how long a text may be is for the caller to bound.
pub fn read_list(text: &str, known: &dyn Known) -> ListReading {
    let text = &*lines::with_plain_spaces(text);
    let lines = runs::parted(
        text,
        notes::without(text, pages::without(text, lines::lines(text))),
    );
    let lines = cards::closed_up(text, cards::without_labels(text, lines));
    let answers = thread::read(text, &lines);
    let reading = read_lines(text, lines, known);
    if answers.is_empty() || answers.len() < reading.entries.len() {
        return reading;
    }
    let mut entries = answers;
    let kept = select::Kept::all(entries.len());
    doubt::weigh(&mut entries, &kept);
    ListReading {
        entries,
        form: ListForm::Mixed,
    }
}

/// Reads lines as a list, or as a text that holds one.
fn read_lines(text: &str, mut lines: Vec<lines::Line>, known: &dyn Known) -> ListReading {
    let noted = Noted::take(text, &mut lines);
    let mut layout = layout::layout(text, &lines);
    let remarks = answers(text, &mut layout);
    let ways = Ways::new(text, &layout, known);
    let mut entries = Vec::new();
    // The heading above each entry, as an index into the layout's.
    let mut headings = Vec::new();
    let mut forms: HashMap<ListForm, usize> = HashMap::new();
    let mut selection = Selection::default();
    let mut between = layout.between.iter().peekable();
    for (index, item) in layout.items.iter().enumerate() {
        while let Some((_, passed)) = between.next_if(|(at, _)| *at <= index) {
            selection.pass(*passed);
        }
        let before = entries.len();
        let form = read_item(text, item, &layout, &ways, known, &mut entries, &mut selection);
        if let Some(tail) = remarks.get(index) {
            say(item, tail, &mut entries[before..]);
        }
        headings.resize(entries.len(), item.heading);
        *forms.entry(form).or_default() += entries.len() - before;
    }
    for (_, passed) in between {
        selection.pass(*passed);
    }
    noted.say(&mut entries);
    finish(&mut entries, &headings, &layout);
    let names: Vec<&str> = entries
        .iter()
        .map(|entry| entry.signer.as_deref().unwrap_or(&entry.name))
        .collect();
    let kept = selection.kept(&names);
    doubt::weigh(&mut entries, &kept);
    joined::part(text, &mut entries, known);
    ListReading {
        form: form_of(&forms, &layout),
        entries,
    }
}

/// How likely a text by itself names a person, and how likely an organization, each from 0 to 1, by what was learned of names.
pub fn names_of_either(text: &str) -> (f32, f32) {
    let told = learned::probabilities(&phrase::Phrase::new(text));
    (
        told[learned::Field::Person as usize],
        told[learned::Field::Organization as usize],
    )
}

/// Whether a text begins with a given name.
pub fn begins_with_given_name(text: &str) -> bool {
    text.split_whitespace()
        .next()
        .is_some_and(|word| words::is_given_name(&names::recognize::words::fold(word)))
}

/// The office and the rest of a text in a column where both stand: as [`office_and_organization`], and where the office
/// alone is sure.
pub(crate) fn office_and_rest(text: &str) -> Option<(Range<usize>, Range<usize>)> {
    signer::office_and_rest(text)
}

/// Whether a text says nothing but somebody's office or trade: "Chief Technology Officer".
pub fn is_office(text: &str) -> bool {
    signer::is_office(text)
}

/// An office and the organization where it is held, in one text: "Professor, Harbor University".
pub(crate) fn office_and_organization(text: &str) -> Option<(Range<usize>, Range<usize>)> {
    signer::office_and_organization(text)
}

fn read_item(
    text: &str,
    item: &Item,
    layout: &Layout,
    ways: &Ways,
    known: &dyn Known,
    entries: &mut Vec<Entry>,
    selection: &mut Selection,
) -> ListForm {
    let before = entries.len();
    // A line of a PDF that holds a whole list with nothing between its names.
    if let Some(names) = joined::run_on(&item.flow.text) {
        for name in names {
            let record = Record {
                organization: Some(name),
                ..Record::default()
            };
            let doubt = entries[before..].last().map(|entry| Doubt::PerhapsPart {
                before: entry.name.clone(),
            });
            push_entry(text, item, &record, doubt, entries);
        }
        selection.line(before..entries.len(), 0);
        return ListForm::ProseCommas;
    }
    // "Councilors Ana Mora, Bo Lind and Cy Dorn" is a line of a list.
    if let Some(people) = prose::under_office(&item.flow.text) {
        for Found { range, office, .. } in people {
            let record = Record::of_group(range, office.unwrap_or_default());
            push_entry(text, item, &record, None, entries);
        }
        selection.line(before..entries.len(), 0);
        return ListForm::ProseCommas;
    }
    if item.shape == Shape::Names {
        for Found { range, .. } in prose::read(&item.flow.text, known)
            .into_iter()
            .flat_map(|list| list.names)
        {
            let record = Record {
                organization: Some(range),
                ..Record::default()
            };
            push_entry(text, item, &record, None, entries);
        }
        selection.line(before..entries.len(), 0);
        return ListForm::ProseCommas;
    }
    if item.shape == Shape::Prose {
        return read_prose(text, item, known, entries, selection);
    }
    let form = read_whole(text, item, layout, ways, known, entries);
    let poor = entries[before..].iter().filter(|entry| is_poor(entry)).count();
    selection.line(before..entries.len(), poor);
    form
}

/// Whether an entry can hardly be a name.
fn is_poor(entry: &Entry) -> bool {
    let phrase = Phrase::new(&entry.name);
    entry.name.len() > 160
        || phrase.is_sentence()
        || phrase
            .words
            .first()
            .is_none_or(|w| w.case == Case::Lower && phrase.words.len() > 3)
}

fn read_prose(
    text: &str,
    item: &Item,
    known: &dyn Known,
    entries: &mut Vec<Entry>,
    selection: &mut Selection,
) -> ListForm {
    let mut form = ListForm::ProseCommas;
    let mut most = 0;
    let mut lists = Vec::new();
    let begun = entries.len();
    for list in prose::read(&item.flow.text, known) {
        let before = entries.len();
        let parts: Vec<Candidate<'_>> = list
            .names
            .iter()
            .map(|name| Candidate::new(&item.flow.text[name.range.clone()]))
            .collect();
        // "Ana Mora, Director, Luz; Bo Lind, Chair, Moor": people between semicolons.
        // "Ana Mora (Luz), Bo Lind (Moor)": with commas between people, only parentheses hold where they are.
        let allowed = match list.separator {
            prose::Separator::Comma => &[Fields::Parentheses],
            _ => signer::ANY,
        };
        let way = if parts.len() < 2 {
            None
        } else {
            signer::way(&parts, allowed, known)
        };
        // "Ana Mora of Luz, Bo Lind of the Moor League": where most are so.
        let people: Vec<f32> = parts
            .iter()
            .filter_map(|part| Some(names_of_either(&part.text[signer::person_of(part.text)?.person?]).0))
            .collect();
        let of_bodies = people.len() >= 2
            && people.len() * 3 >= parts.len() * 2
            && people.iter().sum::<f32>() > 0.5 * people.len() as f32;
        for (name, part) in list.names.iter().zip(&parts) {
            if let Some(office) = &name.office {
                push_entry(
                    text,
                    item,
                    &Record::of_group(name.range.clone(), office.clone()),
                    None,
                    entries,
                );
                continue;
            }
            // "Ana Mora and Bo Lind, co-chairs of the Harbor Council; ..."
            if let Some(people) = signer::shared_office(part.text) {
                for record in people {
                    push_entry(text, item, &record.moved(name.range.start), None, entries);
                }
                continue;
            }
            let record = way
                .as_ref()
                .filter(|_| !name.titled)
                .or(name.titled.then_some(&Way::TITLED))
                .and_then(|way| signer::read(part, way, known))
                .or_else(|| signer::office_first(part.text))
                .or_else(|| of_bodies.then(|| signer::person_of(part.text)).flatten())
                // "Casa Luz; Dra. Ana Mora, pediatra; Mesa Gris"
                .or_else(|| {
                    let parted = list.separator == prose::Separator::Semicolon;
                    parted.then(|| signer::person_among_names(part, known)).flatten()
                });
            let doubt = if record.is_none() {
                doubt::of_cut(&item.flow.text, name, entries)
            } else {
                None
            };
            let record = record.map_or_else(
                || Record {
                    organization: Some(name.range.clone()),
                    ..Record::default()
                },
                |record| record.moved(name.range.start),
            );
            let first = entries.len();
            push_entry(text, item, &record, doubt, entries);
            // "..., Dory Builders (declined); ..."
            for entry in &mut entries[first..] {
                if let Some((end, place)) =
                    naming::before_country(&entry.name).filter(|_| entry.signer.is_none())
                {
                    entry.place = Some(entry.name[place].trim().to_owned());
                    entry.name.truncate(end);
                }
                if let Some(tail) = remark::answered(&entry.name).filter(|_| entry.signer.is_none()) {
                    let note = tail.note.map(|note| entry.name[note].to_owned());
                    entry.name.truncate(tail.end);
                    entry.status = tail.status;
                    entry.note = note;
                }
            }
        }
        let found = before..entries.len();
        if found.len() > most {
            most = found.len();
            form = if list.separator == prose::Separator::Comma {
                ListForm::ProseCommas
            } else {
                ListForm::ProseSemicolons
            };
        }
        // "Problems such as homelessness, substance abuse and at-risk youth" are no names, where one or two of a list may be so written.
        let small = |entry: &Entry| {
            entry.name.starts_with(char::is_lowercase) && !entry.name.contains(char::is_uppercase)
        };
        let all_small = entries[found.clone()].iter().filter(|entry| small(entry)).count() * 2 > found.len();
        // "From 17 countries: Chile, Peru, ..." lists nobody.
        let poor = entries[found.clone()]
            .iter()
            .filter(|entry| {
                is_poor(entry) || naming::lists_countries(&entry.name) || all_small && small(entry)
            })
            .count();
        lists.push((found, list.cue, poor, list.further));
    }
    if let Some(told) = told::read(&item.flow.text) {
        let mut other = Vec::new();
        for record in &told.records {
            push_entry(text, item, record, Some(Doubt::UnsureFields), &mut other);
        }
        if told.is_likelier(&entries[begun..]) {
            lists = vec![(begun..begun + other.len(), told.cue, 0, false)];
            entries.splice(begun.., other);
        } else {
            told.mark(&other, &mut entries[begun..]);
        }
    }
    selection.prose(lists);
    form
}

/// Reads an item that is one entry.
fn read_whole(
    text: &str,
    item: &Item,
    layout: &Layout,
    ways: &Ways,
    known: &dyn Known,
    entries: &mut Vec<Entry>,
) -> ListForm {
    if !item.row.is_empty() {
        push_row(text, item, entries);
        return if layout.has_table {
            ListForm::Table
        } else {
            ListForm::Columns
        };
    }
    if let Some(at) = description(&item.flow.text).filter(|_| ways.described) {
        let record = Record {
            organization: Some(whole_name(&item.flow.text[..at], ways.articles)),
            ..Record::default()
        };
        push_entry(text, item, &record, None, entries);
        return form_of_shape(item.shape, layout);
    }
    let candidate = Candidate::of(&item.flow);
    if let Some(people) = signer::shared_office(candidate.text) {
        for record in &people {
            push_entry(text, item, record, None, entries);
        }
        return form_of_shape(item.shape, layout);
    }
    let office = ways
        .offices_first
        .then(|| signer::capital_office_first(candidate.text));
    if let Some(record) = office.flatten() {
        push_entry(text, item, &record, None, entries);
        return form_of_shape(item.shape, layout);
    }
    let record = match ways.of(item, text, layout) {
        Some(way) => signer::read(&candidate, way, known),
        None => signer::person_among_names(&candidate, known),
    };
    // "actor Ana Mora"
    let record = record.or_else(|| signer::office_first(candidate.text));
    let record = record.unwrap_or_else(|| Record {
        organization: Some(whole_name(&item.flow.text, ways.articles)),
        ..Record::default()
    });
    push_entry(text, item, &record, None, entries);
    form_of_shape(item.shape, layout)
}

fn form_of_shape(shape: Shape, layout: &Layout) -> ListForm {
    match shape {
        Shape::Bullet => ListForm::Bullets,
        Shape::Number => ListForm::Numbered,
        Shape::Cell if layout.has_table => ListForm::Table,
        Shape::Cell => ListForm::Columns,
        Shape::Line | Shape::Prose | Shape::Names => ListForm::Lines,
    }
}

/// Adds the entry that a record of ranges of an item's text makes.
fn push_entry(text: &str, item: &Item, record: &Record, doubt: Option<Doubt>, entries: &mut Vec<Entry>) {
    let flow = &item.flow;
    // "Ana Mora and Bo Lind (Luz)" are two, each with what is said of both.
    if let Some([first, second]) = record.two_people(&flow.text) {
        push_entry(text, item, &first, doubt.clone(), entries);
        push_entry(text, item, &second, doubt, entries);
        return;
    }
    let cut = |range: &Option<Range<usize>>| {
        let range = trim::name(&flow.text, range.clone()?);
        (!range.is_empty()).then_some(range)
    };
    let (organization, person, title, place) = (
        cut(&record.organization),
        cut(&record.person),
        cut(&record.title),
        cut(&record.place),
    );
    // What is said of a group belongs to the span of none of its people.
    let shared = [&organization, &title, &place]
        .into_iter()
        .filter(|_| !record.grouped);
    let all: Vec<&Range<usize>> = shared.chain([&person]).flatten().collect();
    let (Some(start), Some(end)) = (all.iter().map(|r| r.start).min(), all.iter().map(|r| r.end).max())
    else {
        return;
    };
    let span = flow.source(text, start..end);
    let string = |range: &Option<Range<usize>>| range.clone().map(|range| flow.text[range].to_owned());
    let (name, signer) = match (string(&organization), string(&person)) {
        (Some(organization), person) => (organization, person),
        (None, Some(person)) => (person, None),
        (None, None) => return,
    };
    entries.push(Entry {
        name,
        signer,
        title: string(&title),
        place: string(&place),
        heading: None,
        start: span.start,
        end: span.end,
        doubt,
        status: None,
        note: None,
        probability: 1.0,
    });
}

/// Adds the entry of a row of a table.
fn push_row(text: &str, item: &Item, entries: &mut Vec<Entry>) {
    let field = |slot: Slot| {
        let cells: Vec<&str> = item
            .row
            .iter()
            .filter(|(cell, _)| *cell == slot)
            .map(|(_, flow)| &flow.text[trim::name(&flow.text, 0..flow.text.len())])
            .filter(|cell| !cell.is_empty())
            .collect();
        // First and last name are one name; city and state are parted by a comma.
        let between = if slot == Slot::Person { " " } else { ", " };
        (!cells.is_empty()).then(|| cells.join(between))
    };
    let spans = || {
        item.row
            .iter()
            .map(|(_, flow)| flow.source(text, trim::space(&flow.text, 0..flow.text.len())))
            .filter(|span| !span.is_empty())
    };
    let (Some(start), Some(end)) = (
        spans().map(|span| span.start).min(),
        spans().map(|span| span.end).max(),
    ) else {
        return;
    };
    let (name, signer) = match (field(Slot::Organization), field(Slot::Person)) {
        (Some(organization), person) => (organization, person),
        (None, Some(person)) => (person, None),
        (None, None) => return,
    };
    entries.push(Entry {
        name,
        signer,
        title: field(Slot::Title),
        place: field(Slot::Place),
        heading: None,
        start,
        end,
        doubt: None,
        status: None,
        note: None,
        probability: 1.0,
    });
}

/// Settles what only the whole list tells: which headings are worth keeping, and what is out of line with the rest.
fn finish(entries: &mut [Entry], headings: &[Option<usize>], layout: &Layout) {
    let heading_of = |index: &Option<usize>| index.and_then(|index| layout.headings.get(index));
    // A single heading over the whole list that only announces it says nothing of an entry.
    let first = headings.first();
    let sole_announcement = headings.iter().all(|heading| Some(heading) == first)
        && first
            .and_then(heading_of)
            .is_some_and(|heading| heading.announces && !heading.denies);
    let people = entries
        .iter()
        .filter(|entry| entry.signer.is_none() && Phrase::new(&entry.name).person() > 1.8)
        .count();
    let few_people = ratio(people, entries.len()) < 0.4;
    for (entry, index) in entries.iter_mut().zip(headings) {
        let heading = heading_of(index);
        if let Some(heading) = heading.filter(|_| !sole_announcement) {
            entry.heading = Some(heading.text.clone());
        }
        if let Some(heading) = heading.filter(|heading| heading.denies) {
            entry.status.get_or_insert(if heading.waits {
                ListStatus::Asked
            } else {
                ListStatus::Declined
            });
            entry.doubt = Some(Doubt::NotSigning {
                heading: heading.text.clone(),
            });
        }
        if entry.doubt.is_none() {
            let under_people = heading.is_some_and(|heading| heading.people);
            entry.doubt = doubt::of_itself(entry, few_people && !under_people);
        }
    }
}

fn form_of(forms: &HashMap<ListForm, usize>, layout: &Layout) -> ListForm {
    let total: usize = forms.values().sum();
    let most = forms
        .iter()
        .max_by_key(|(form, count)| (**count, format!("{form:?}")));
    let Some((form, count)) = most else {
        return ListForm::Lines;
    };
    let form = if layout.has_markdown && !matches!(form, ListForm::Table | ListForm::Columns) {
        ListForm::Markdown
    } else {
        *form
    };
    if *count * 5 >= total * 4 {
        form
    } else {
        ListForm::Mixed
    }
}
