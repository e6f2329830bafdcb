//! What is kept with one sign-on beside its status.

use undersigned_core::Error;
use undersigned_core::messages::Language;
use undersigned_core::organization::OrganizationFields;
use undersigned_core::signon::SignOn;

use crate::{Desk, day};

fn rows(desk: &Desk) -> Vec<SignOn> {
    desk.coalition.list_sign_ons(desk.letter, day(9)).unwrap()
}

/// Puts an organization on the letter.
fn put(desk: &mut Desk, name: &str) -> SignOn {
    let fields = OrganizationFields {
        name: name.into(),
        ..OrganizationFields::default()
    };
    let id = desk.coalition.add_organization(&fields, day(2)).unwrap().output;
    let letter = desk.letter;
    desk.coalition.add_sign_ons(letter, &[id], day(2)).unwrap();
    rows(desk).pop().unwrap()
}

#[test]
fn a_note_keeps_its_lines_is_told_in_the_history_and_is_one_step_to_undo() {
    let mut desk = Desk::new();
    let id = put(&mut desk, "Alder Neighbors").id;
    desk.coalition
        .set_sign_on_note(id, "Ask Mo first.", day(3))
        .unwrap();
    let before = desk.dump();
    let change = desk
        .coalition
        .set_sign_on_note(id, "  Ask Mo first.\nThe board meets in May. \n", day(4))
        .unwrap();
    assert!(change.tables.iter().eq(["sign_on"]));
    assert_eq!(rows(&desk)[0].note, "Ask Mo first.\nThe board meets in May.");
    let told = desk.coalition.list_history(Some(desk.letter), 1).unwrap();
    assert_eq!(told[0].detail, "Ask Mo first. The board meets in May.");
    assert_eq!(
        change.op.message().to_string(Language::English),
        "Change the sign-on of Alder Neighbors"
    );
    desk.coalition.undo(day(4)).unwrap();
    assert_eq!(desk.dump(), before);
    desk.coalition.redo(day(4)).unwrap();
    // Nothing new is no action, and nothing at all forgets it.
    assert!(
        desk.coalition
            .set_sign_on_note(id, "Ask Mo first.\nThe board meets in May.", day(5))
            .unwrap()
            .tables
            .is_empty()
    );
    desk.coalition.set_sign_on_note(id, " ", day(5)).unwrap();
    assert_eq!(rows(&desk)[0].note, "");
}

#[test]
fn a_note_longer_than_anybody_writes_is_refused_where_it_was_written() {
    let mut desk = Desk::new();
    let id = put(&mut desk, "Alder Neighbors").id;
    let before = desk.dump();
    let refused = desk
        .coalition
        .set_sign_on_note(id, &"x".repeat(2 * 1024 * 1024), day(3));
    assert!(matches!(
        refused,
        Err(Error::Rule {
            field: Some("note"),
            ..
        })
    ));
    assert_eq!(desk.dump(), before);
}
