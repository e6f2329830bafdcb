//! What a row of a table says.

#![allow(clippy::unwrap_used)]

use super::*;
use reading::columns::guess;
use reading::csv::read_text;

fn records(csv: &str) -> Vec<Record> {
    let table = read_text(csv, Some(',')).unwrap().table;
    let reader = Reader::new(&table, &guess(&table), chrono_tz::America::Chicago);
    table.records().map(|row| reader.read(row)).collect()
}

#[test]
fn a_form_answer_is_read_whole() {
    let read = records(
        "Timestamp,Organization,Your name,Title,Email,Will your organization sign on to the letter?\n\
         5/14/2026 9:12:44,\"Casa Luz, Inc.\",Ana Mora,Directora,ana@luz.example,\"Yes, sign us on\"\n\
         5/15/2026 10:00:00,Moor Alliance,Bo Lind,Chair,bo at moor,We will see\n",
    );
    let first = &read[0];
    assert_eq!(
        (
            first.organization.as_str(),
            first.person.as_str(),
            first.title.as_str()
        ),
        ("Casa Luz, Inc.", "Ana Mora", "Directora")
    );
    assert_eq!(first.emails, ["ana@luz.example"]);
    assert_eq!(first.answer, Answer::Status(Status::Confirmed));
    assert_eq!(first.at.as_deref(), Some("2026-05-14T14:12:44Z"));
    assert_eq!(read[1].answer, Answer::Unclear("We will see".to_owned()));
    assert!(read[1].emails.is_empty() && read[1].losses.len() == 1);
}

#[test]
fn names_are_put_together_from_their_parts() {
    let read = records(
        "Prefix,First name,Middle name,Last name,Suffix,Company\nMs.,Ana,M.,Mora,Jr.,Luz\nRev.,Bo,,Lind,PhD,Moor\n",
    );
    assert_eq!(read[0].person, "Ana M. Mora Jr.");
    assert_eq!(read[1].person, "Rev. Bo Lind, PhD");
}

#[test]
fn places_and_words_are_read() {
    let read = records(
        "Organization,City and State,Scope,Type,Status\nLuz,\"Viroqua, Wisconsin\",Statewide,Labor union,Firmada\n\
         Moor,Leeds,somewhere,,\n",
    );
    assert_eq!((read[0].city.as_str(), read[0].state.as_str()), ("Viroqua", "WI"));
    assert_eq!(
        (read[0].scope, read[0].kind),
        (Some(Scope::State), Some(OrganizationKind::Labor))
    );
    assert_eq!(read[0].answer, Answer::Status(Status::Confirmed));
    assert_eq!((read[1].answer.clone(), read[1].losses.len()), (Answer::None, 1));
}

#[test]
fn several_addresses_in_a_cell_are_several() {
    let read = records(
        "Organization,Name,Email,Phone\nLuz,Ana Mora,\"a@luz.example; Ana <b@luz.example>\",608-555-0143\n",
    );
    assert_eq!(read[0].emails, ["a@luz.example", "b@luz.example"]);
    assert_eq!(read[0].phones, ["608-555-0143"]);
}
