//! People here and there in a list of names.

use super::super::Known;
use super::super::learned::{self, Field};
use super::super::phrase::Phrase;
use super::record::{Record, is_occupation};
use super::table::Table;
use super::{Candidate, Fields, MOST_FIELDS, ORDERS, is_office, split, title};

/// Reads an entry of a list of names that is plainly a person with a title: "Maria Cordero, organizer".
pub(in crate::list) fn person_among_names(entry: &Candidate<'_>, known: &dyn Known) -> Option<Record> {
    let parts = split(entry, Fields::Commas, false);
    if parts.len() < 2 || parts.len() > MOST_FIELDS {
        return None;
    }
    // "Former County Sheriff and Police Chief, Doug Kofler"
    if let [office, person] = parts.as_slice()
        && entry.text[person.clone()].split(' ').count() <= 4
        && Phrase::new(&entry.text[person.clone()]).person() >= 2.0
        && entry.text[office.clone()].split(' ').count() >= 3
        && is_office(&entry.text[office.clone()])
    {
        return Some(Record {
            title: Some(office.clone()),
            person: Some(person.clone()),
            ..Record::default()
        });
    }
    let person = Phrase::new(&entry.text[parts[0].clone()]).person();
    let second = Phrase::new(&entry.text[parts[1].clone()]);
    let occupied = second.title() >= 2.0 || is_occupation(&second);
    let affiliated = person >= 3.0 && second.organization_words() > 0 && parts.len() == 2;
    // A name that nobody knows, and behind it an office that says so.
    let first = Phrase::new(&entry.text[parts[0].clone()]);
    let told = learned::probabilities(&first)[Field::Person as usize];
    let office = learned::probabilities(&second)[Field::Title as usize];
    let named = parts.get(2).is_some_and(|part| {
        learned::probabilities(&Phrase::new(&entry.text[part.clone()]))[Field::Organization as usize] > 0.5
    }) || title::parted(second.text).is_some();
    let likely = (occupied || office > 0.8 || title::parted(second.text).is_some())
        && person > 0.5
        && (2..=5).contains(&first.words.len())
        && first.organization_words() == 0
        && (told > 0.6 || told > 0.2 && (office > 0.9 || named));
    if !(person >= 2.0 && occupied || likely || affiliated) {
        return None;
    }
    let mut record = Table::new(entry.text, &parts, known, 0.0, false).assign(ORDERS[0]);
    record.settle(entry.text, false);
    Some(record)
}
