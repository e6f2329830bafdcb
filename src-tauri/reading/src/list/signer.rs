//! Entries of several fields: the person who signs, the title, the organization, the place, in whatever order the list has them.
//!
//! The order is decided once for the whole list: every [`ORDERS`] entry is tried on the list and the one that fits best is
//! applied to all. Within an entry a small dynamic programme gives each slot the stretch of fields that suits it, so that
//! "Vice President, Product and Programs" stays one title. It deliberately does not decide what is an entry.

mod among;
mod bodies;
mod office;
mod record;
mod shared;
mod surname;
mod table;
mod title;

use std::ops::Range;

use super::Known;
use super::flow::Flow;
use super::learned::{self, Field};
use super::phrase::Phrase;
use super::trim;
use super::words;
pub(super) use among::person_among_names;
use office::person_then_office;
pub(super) use office::{
    are_people, capital_office_first, is_office_behind, is_office_without_holder, is_person, office_first,
    person_of,
};
pub(super) use record::Record;
pub(super) use record::is_occupation;
pub(super) use shared::shared_office;
use surname::{has_surnames_first, is_shaped_surname_first, is_suffix_of_name};
use table::{Table, as_name, town_behind};
use title::{ends_at_parenthesis, says_title};
pub(super) use title::{names_trade, occupation};

/// What a field of an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Slot {
    /// The person who signs.
    Person,
    /// The person's title.
    Title,
    /// The organization.
    Organization,
    /// Where it is.
    Place,
}

/// Which separators part the fields of the entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fields {
    /// Commas and line breaks.
    Commas,
    /// Commas, line breaks, and dashes or bars between spaces.
    Dashes,
    /// Commas, line breaks, and a last pair of parentheses.
    Parentheses,
    /// Commas, line breaks, and the words that say for whom somebody signs: "Ana Mora on behalf of Harbor Council".
    Behalf,
    /// Commas, line breaks, and where a person's name gives way to an office: "Ana Mora Professor of Law".
    Words,
}

/// The orders that lists have, commonest first. A title or place may be absent from an entry, and an organization too.
const ORDERS: &[&[Slot]] = &[
    &[Slot::Person, Slot::Title, Slot::Organization],
    &[Slot::Person, Slot::Organization],
    &[Slot::Organization, Slot::Person, Slot::Title],
    &[Slot::Person, Slot::Organization, Slot::Title],
    &[Slot::Organization, Slot::Title, Slot::Person],
    &[Slot::Title, Slot::Person, Slot::Organization],
    &[Slot::Organization, Slot::Person],
    &[Slot::Person, Slot::Title],
    &[Slot::Organization, Slot::Place],
    &[Slot::Person, Slot::Title, Slot::Organization, Slot::Place],
    &[Slot::Person, Slot::Organization, Slot::Place],
    &[Slot::Person, Slot::Place],
    &[Slot::Organization, Slot::Person, Slot::Title, Slot::Place],
    &[Slot::Organization, Slot::Person, Slot::Place],
];

/// The way a list's entries are to be read: its separators and its order of fields.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Way {
    /// What parts the fields.
    pub fields: Fields,
    /// The order of the slots.
    pub order: &'static [Slot],
    /// Whether titles name their organization: "President of the Fund".
    pub titles_name: bool,
    /// Whether a person's surname stands first: "Abbott, Jane".
    pub surname_first: bool,
    /// How much more often what stands beside a person says what they do than where: -1 to 1.
    pub lean: f32,
    /// Whether the last field of most is a town, a state or a country, so that it is one of the others too.
    pub placed: bool,
    /// Whether nearly all have an organization.
    pub bodied: bool,
}

impl Way {
    /// The way in which people are written where nothing else is known.
    pub const PEOPLE: Self = Self {
        fields: Fields::Commas,
        order: ORDERS[0],
        titles_name: false,
        surname_first: false,
        lean: 0.0,
        placed: false,
        bodied: false,
    };

    /// The way in which a person is written whose office stands behind a comma, as running text has it.
    pub const TITLED: Self = Self {
        titles_name: true,
        lean: 1.0,
        ..Self::PEOPLE
    };
}

/// One entry as text, with the offsets at which a new line began in it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Candidate<'a> {
    /// Its text.
    pub text: &'a str,
    /// Where new lines begin.
    pub breaks: &'a [usize],
    /// Where what was set in bold at its beginning ends: "**Ana Mora** Directora".
    pub lead: Option<usize>,
}

impl<'a> Candidate<'a> {
    /// An entry that is one line.
    pub fn new(text: &'a str) -> Self {
        Self {
            text,
            breaks: &[],
            lead: None,
        }
    }

    /// An entry of one or several lines.
    pub fn of(flow: &'a Flow) -> Self {
        Self {
            text: &flow.text,
            breaks: &flow.breaks,
            lead: flow.lead,
        }
    }
}

/// What it costs an entry to have no organization where nearly all others have one.
const WITHOUT_BODY: f32 = 3.0;
/// At most this many entries are looked at to decide the way of a list.
const SAMPLE: usize = 300;
/// An entry of more fields than this is taken as a name.
const MOST_FIELDS: usize = 12;

/// The separators that lists of one entry a line have.
pub(super) const ANY: &[Fields] = &[
    Fields::Commas,
    Fields::Dashes,
    Fields::Parentheses,
    Fields::Behalf,
    Fields::Words,
];

/// The way in which a list's entries are best read, or nothing when each is simply a name. `allowed` are the separators
/// that may part the fields.
pub(super) fn way(entries: &[Candidate<'_>], allowed: &[Fields], known: &dyn Known) -> Option<Way> {
    let step = entries.len().div_ceil(SAMPLE).max(1);
    let sample: Vec<Candidate<'_>> = entries.iter().step_by(step).copied().collect();
    let mut best: Option<(f32, Way)> = None;
    let surname_first = has_surnames_first(&sample);
    for fields in allowed.iter().copied() {
        // A gloss in parentheses stays with its name, unless it is where the organizations of the list are.
        let organized = best
            .as_ref()
            .is_some_and(|(_, way)| way.order.contains(&Slot::Organization));
        let found = best.is_some();
        if fields == Fields::Parentheses && organized
            || matches!(fields, Fields::Behalf | Fields::Words) && found
        {
            continue;
        }
        let split: Vec<(&Candidate<'_>, Vec<Range<usize>>)> = sample
            .iter()
            .map(|entry| (entry, split(entry, fields, surname_first)))
            .collect();
        let several = split.iter().filter(|(_, parts)| parts.len() > 1).count();
        let needed = match fields {
            Fields::Parentheses | Fields::Behalf | Fields::Words => 6,
            Fields::Commas | Fields::Dashes => 5,
        };
        let few = fields == Fields::Words && split.len() < 3;
        if several * 10 < split.len() * needed || several == 0 || few {
            continue;
        }
        let peopled = surname_first || has_people(&split);
        let lean = leaning(&split);
        let placed = are_placed(&split);
        let tables: Vec<Option<Table>> = split
            .iter()
            .map(|(entry, parts)| {
                (parts.len() > 1 && parts.len() <= MOST_FIELDS)
                    .then(|| Table::new(entry.text, parts, known, lean, placed))
            })
            .collect();
        // What an entry is worth as a name, and how much a single field is like a person, is the same in every order.
        let worth: Vec<f32> = split
            .iter()
            .zip(&tables)
            .map(|((entry, parts), table)| match table {
                Some(_) => as_name(entry.text, parts, known),
                None => Phrase::new(entry.text).person(),
            })
            .collect();
        for order in ORDERS {
            let mut total = 0.0;
            let mut fits = 0;
            let mut filled = [0_usize; 4];
            for (table, worth) in tables.iter().zip(&worth) {
                let Some(table) = table else {
                    total += single(*worth, order);
                    continue;
                };
                let name = *worth;
                let record = table.assign(order);
                total += (record.score - name).clamp(-6.0, 15.0);
                fits += usize::from(record.score > name + 0.8 && record.score > 0.5);
                for (count, slot) in filled.iter_mut().zip(order.iter()) {
                    *count += usize::from(record.has(*slot));
                }
            }
            let enough = if order.contains(&Slot::Person) { 6 } else { 7 };
            let lonely = order == &[Slot::Organization, Slot::Place] && several < 2;
            let gloss = fields == Fields::Parentheses && order.contains(&Slot::Place);
            if order.contains(&Slot::Person) && !peopled {
                continue;
            }
            // What few entries have is no field of the list, unless it is a person's office or town.
            let spare = filled.iter().zip(order.iter()).any(|(count, slot)| {
                let share = if matches!(slot, Slot::Title | Slot::Place) {
                    5
                } else {
                    2
                };
                count * share < several
            });
            if gloss || fits * 10 < split.len() * enough || spare || lonely {
                continue;
            }
            let penalty = if fields == Fields::Commas {
                0.0
            } else {
                0.3 * split.len() as f32
            };
            let score = total - penalty;
            if score > 0.0 && best.as_ref().is_none_or(|(so_far, _)| score > *so_far + 0.01) {
                best = Some((
                    score,
                    Way {
                        fields,
                        order,
                        titles_name: false,
                        surname_first,
                        lean,
                        placed,
                        bodied: order.iter().zip(&filled).any(|(slot, count)| {
                            *slot == Slot::Organization && *count >= 3 && count * 10 >= several * 7
                        }),
                    },
                ));
            }
        }
    }
    let (_, mut way) = best?;
    if way.order.first() == Some(&Slot::Person) {
        // Whether those with an office mostly name its organization in the same breath.
        let mut offices = 0;
        let mut named = 0;
        for entry in &sample {
            let parts = split(entry, way.fields, way.surname_first);
            let Some(rest) = parts
                .get(1)
                .filter(|rest| occupation(&Phrase::new(&entry.text[(*rest).clone()])) > 0.0)
            else {
                continue;
            };
            offices += 1;
            named += usize::from(title::part(entry.text, rest.start..parts[parts.len() - 1].end).is_some());
        }
        way.titles_name = named >= 2 && named * 2 >= offices;
    }
    Some(way)
}

/// Whether some entries plainly hold a person, or what stands beside one: a known given name, a degree, a title, an
/// organization. Two words with capitals are not enough.
fn has_people(split: &[(&Candidate<'_>, Vec<Range<usize>>)]) -> bool {
    let sure = split
        .iter()
        .filter(|(entry, parts)| {
            let phrases: Vec<Phrase<'_>> = parts
                .iter()
                .take(4)
                .map(|part| Phrase::new(&entry.text[part.clone()]))
                .collect();
            // "Rania Khoury, juriste (Liban)"
            let trade = parts.get(1).is_some_and(|part| {
                let phrase = Phrase::new(without_parenthesis(&entry.text[part.clone()]));
                matches!(phrase.words.as_slice(), [word] if words::is_job(&word.folded))
            });
            trade && phrases[0].person() > 0.5
                || phrases
                    .iter()
                    .any(|phrase| phrase.person() > 1.9 || words::says_on_behalf(phrase.text))
                || phrases
                    .iter()
                    .any(|phrase| phrase.person() > 0.8 && phrase.organization_words() == 0)
                    && phrases.iter().any(|phrase| {
                        phrase.person() < 0.5
                            && (phrase.organization_words() > 0
                                || phrase.ends_in_legal_form()
                                || phrase.title() > 1.8)
                    })
        })
        .count();
    sure * 4 >= split.len()
}

/// How much more often the field behind a person says what they do than where they are.
fn leaning(split: &[(&Candidate<'_>, Vec<Range<usize>>)]) -> f32 {
    let mut lean = 0.0;
    let mut count = 0;
    for (entry, parts) in split.iter().filter(|(_, parts)| parts.len() > 1) {
        let phrase = Phrase::new(&entry.text[parts[1].clone()]);
        count += 1;
        if occupation(&phrase) > 0.0 {
            lean += 1.0;
        } else if phrase.organization() > 1.2 {
            lean -= 1.0;
        }
    }
    lean / count.max(1) as f32
}

/// Whether the last field of most entries that have several is plainly a place.
fn are_placed(split: &[(&Candidate<'_>, Vec<Range<usize>>)]) -> bool {
    let mut places = 0;
    let mut several = 0;
    for (entry, parts) in split.iter().filter(|(_, parts)| parts.len() > 1) {
        several += 1;
        places += usize::from(Phrase::new(&entry.text[parts[parts.len() - 1].clone()]).place() >= 2.0);
    }
    places >= 2 && places * 2 >= several
}

/// How an entry of one field fits an order, by how much it is like a person: not at all well where the order begins with one.
fn single(person: f32, order: &[Slot]) -> f32 {
    match order.first() {
        Some(Slot::Person) if person > 1.0 => 0.0,
        Some(Slot::Organization) => 0.0,
        _ => -1.5,
    }
}

/// Reads one entry in the way of its list.
pub(super) fn read(entry: &Candidate<'_>, way: &Way, known: &dyn Known) -> Option<Record> {
    let parts = split(entry, way.fields, way.surname_first);
    if parts.len() < 2 || parts.len() > MOST_FIELDS {
        return None;
    }
    if known.is_known(entry.text) {
        return None;
    }
    // "Ana Mora, Director, Amber Trust, Dale, OH" among those without a town.
    let town = town_behind(entry.text, &parts).filter(|_| !way.order.contains(&Slot::Place));
    let parts = &parts[..parts.len() - town.as_ref().map_or(0, |_| 2)];
    let table = Table::new(entry.text, parts, known, way.lean, way.placed);
    let mut record = table.assign(way.order);
    // Where few have a title, it still is one: "Ana, Engineer, Ember" or "Ana, Ember, engineer" among "Bo, Fjord"; and where
    // few have an organization, it still is one.
    if way.order == [Slot::Person, Slot::Organization] || way.order == [Slot::Person, Slot::Title] {
        let always = way.order.contains(&Slot::Organization);
        let other = table.assign(ORDERS[0]);
        // "Jobs With Dignity" among organizations is one, though it could say what somebody does.
        let unlikely = always
            && other.organization.is_none()
            && record.organization.is_some()
            && !says_title(entry.text, &other);
        if !unlikely && (always || other.organization.is_some() && other.score > record.score) {
            record = other;
        }
        let other = table.assign(ORDERS[3]);
        let titled = other.title.clone().is_some_and(|title| {
            let phrase = Phrase::new(&entry.text[title]);
            phrase.title() > 1.5 || is_occupation(&phrase)
        });
        if titled && other.organization.is_some() && other.score > record.score {
            record = other;
        }
    }
    // Where few have a title or a place, it still is one.
    for order in ORDERS
        .iter()
        .filter(|order| order.first() == Some(&Slot::Person) && holds(order, way.order))
    {
        let other = table.assign(order);
        let says_so =
            record.organization.is_none() || other.organization.is_some() || says_title(entry.text, &other);
        if other.score > record.score + 0.4 && other.title.is_some() && says_so {
            record = other;
        }
    }
    // "Ana Mora, Animatrice, La Cloche" among those who all have an organization.
    if way.bodied && record.organization.is_none() && parts.len() >= 2 {
        let other = table.assign_with(way.order, WITHOUT_BODY);
        // "Professor, Art History" names none.
        let named = other.organization.clone().is_some_and(|range| {
            let told = learned::probabilities(&Phrase::new(&entry.text[range]));
            told[Field::Organization as usize] > told[Field::Title as usize]
        });
        if named && other.person.is_some() {
            record = other;
        }
    }
    let name = as_name(entry.text, parts, known);
    record.settle(entry.text, way.titles_name);
    record.place_town(entry.text, way.placed, way.bodied);
    record.place = record.place.or(town);
    let fits = if way.order.contains(&Slot::Person) {
        record.score > name - 2.5
    } else {
        record.score > name
    };
    (fits && record.filled() > 0).then_some(record)
}

/// Whether an order has all slots of another, in its order, and more.
fn holds(order: &[Slot], other: &[Slot]) -> bool {
    let mut wanted = other.iter().peekable();
    for slot in order {
        wanted.next_if(|next| *next == slot);
    }
    order.len() > other.len()
        && wanted.peek().is_none()
        && order.contains(&Slot::Place) == other.contains(&Slot::Place)
}

/// A field without a last pair of parentheses.
fn without_parenthesis(text: &str) -> &str {
    match text
        .rfind(" (")
        .filter(|open| *open > 0 && text.trim_end().ends_with(')'))
    {
        Some(open) => &text[..open],
        None => text,
    }
}

/// The office and the organization in a text that holds nothing else: "Professor, Harbor University".
pub(super) fn office_and_organization(text: &str) -> Option<(Range<usize>, Range<usize>)> {
    if text.len() > 300 {
        return None;
    }
    let told = |range: &Range<usize>, field: Field| {
        learned::probabilities(&Phrase::new(&text[range.clone()]))[field as usize]
    };
    text.match_indices(", ")
        .map(|(at, sign)| {
            (
                trim::space(text, 0..at),
                trim::space(text, at + sign.len()..text.len()),
            )
        })
        .filter(|(office, organization)| {
            let office = Phrase::new(&text[office.clone()]);
            let organization = Phrase::new(&text[organization.clone()]);
            occupation(&office) > 0.0 && occupation(&organization) < 1.5 && office.organization_words() == 0
        })
        .map(|(office, organization)| {
            let sure = told(&office, Field::Title) * told(&organization, Field::Organization);
            (sure, office, organization)
        })
        .filter(|(sure, ..)| *sure > 0.15)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, office, organization)| (office, organization))
}

/// The office and what stands behind it, where it is known that both do: an organization may be called anything.
pub(super) fn office_and_rest(text: &str) -> Option<(Range<usize>, Range<usize>)> {
    office_and_organization(text).or_else(|| {
        let (at, sign) = text.match_indices(", ").next()?;
        let office = trim::space(text, 0..at);
        let rest = trim::space(text, at + sign.len()..text.len());
        (is_office(&text[office.clone()]) && !rest.is_empty() && !is_office(&text[rest.clone()]))
            .then_some((office, rest))
    })
}

/// Whether a text is an office or a trade and no organization.
pub(super) fn is_office(text: &str) -> bool {
    if text.len() > 120 {
        return false;
    }
    let phrase = Phrase::new(text);
    let told = learned::probabilities(&phrase);
    phrase.organization_words() == 0
        && told[Field::Organization as usize] < 0.3
        && told[Field::Person as usize] < 0.3
        && (occupation(&phrase) > 1.5 || told[Field::Title as usize] > 0.65)
}

/// The parts of an entry.
fn split(entry: &Candidate<'_>, fields: Fields, surname_first: bool) -> Vec<Range<usize>> {
    let text = entry.text;
    let mut parts = Vec::new();
    let mut start = 0;
    let mut depth = 0_i32;
    let mut breaks = entry.breaks.iter().peekable();
    let mut cut = |start: &mut usize, from: usize, to: usize| {
        let part = trim::name(text, *start..from.max(*start));
        if !part.is_empty() {
            parts.push(part);
        }
        *start = to;
    };
    for (at, c) in text.char_indices() {
        if breaks.next_if(|offset| **offset <= at).is_some() || entry.lead == Some(at) {
            cut(&mut start, at, at);
        }
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = (depth - 1).max(0),
            _ => {}
        }
        if depth > 0 {
            if fields == Fields::Parentheses
                && matches!(c, '(' | '[')
                && depth == 1
                && ends_at_parenthesis(text, at)
            {
                cut(&mut start, at, at + 1);
                depth = 0;
            }
            continue;
        }
        let spaced = text[..at].ends_with(' ') && text[at + c.len_utf8()..].starts_with(' ');
        let separates = match c {
            // "Walter Carpenter, Jr."
            ',' if is_suffix_of_name(&text[at + 1..]) => false,
            ',' | ';' => true,
            '\u{2014}' | '\u{ff0d}' => fields == Fields::Dashes,
            // "Ana Mora -student"
            '-' | '\u{2013}'
                if text[..at].ends_with(' ') && text[at + c.len_utf8()..].starts_with(char::is_lowercase) =>
            {
                fields == Fields::Dashes
            }
            '-' | '\u{2013}' | '|' | '/' | '\u{2022}' | '\u{b7}' => fields == Fields::Dashes && spaced,
            ':' => fields == Fields::Dashes && text[at + 1..].starts_with(' '),
            _ => false,
        };
        if separates {
            cut(&mut start, at, at + c.len_utf8());
        }
    }
    let end = text.len();
    cut(&mut start, end, end);
    if fields == Fields::Parentheses
        && let Some(last) = parts.last_mut()
        && text[last.clone()].ends_with([')', ']'])
        && !text[last.clone()].contains(['(', '['])
    {
        last.end -= 1;
    }
    if fields == Fields::Behalf
        && let Some(first) = parts.first().cloned()
        && let Some((stop, start)) = words::signs_for(&text[first.clone()])
        && Phrase::new(&text[first.start..first.start + stop]).person() > 0.5
    {
        parts[0].end = first.start + stop;
        parts.insert(1, first.start + start..first.end);
    }
    if fields == Fields::Words
        && let Some(first) = parts.first().cloned()
        && let Some((stop, start)) = person_then_office(&text[first.clone()])
    {
        parts[0].end = first.start + stop;
        parts.insert(1, first.start + start..first.end);
    }
    if surname_first && parts.len() > 1 && is_shaped_surname_first(text, &parts) {
        let given = parts.remove(1);
        parts[0].end = given.end;
    }
    parts
}
