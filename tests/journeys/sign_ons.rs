//! What is kept with one sign-on beside its status.

use base::messages::Language;
use undersigned_core::Error;
use undersigned_core::person::{AffiliationFields, PersonFields};
use undersigned_core::signon::{AskItem, Asking, OutreachKind, SignOn, Status, Via};

use crate::{Desk, day};

fn rows(desk: &Desk) -> Vec<SignOn> {
    desk.coalition.list_sign_ons(desk.letter, day(9)).unwrap()
}

/// Puts an organization on the letter.
fn put(desk: &mut Desk, name: &str) -> SignOn {
    let id = desk.organization(name);
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
        "Changed the sign-on of Alder Neighbors"
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

#[test]
fn who_is_put_on_a_letter_as_asked_is_asked_through_the_person_to_write_to_and_new_names_come_along() {
    let mut desk = Desk::new();
    put(&mut desk, "Cedar Union");
    let organization_id = desk.organization("Alder Neighbors");
    let place = AffiliationFields {
        id: None,
        organization_id,
        role: String::new(),
        since: None,
        until: None,
        may_sign: true,
        primary: true,
    };
    let mo = PersonFields {
        name: "Mo Sample".into(),
        affiliations: vec![place],
        ..PersonFields::default()
    };
    let mo = desk.coalition.add_person(&mo, day(2)).unwrap().output;
    let before = desk.dump();
    let asking = Asking {
        items: vec![AskItem {
            organization_id,
            person_id: Some(mo),
        }],
        names: vec!["Birch Neighbors".into()],
        asked: true,
    };
    let letter = desk.letter;
    assert_eq!(desk.coalition.ask(letter, &asking, day(3)).unwrap().output, 2);
    let asked = desk.dump();
    let on = rows(&desk);
    let [cedar, alder, birch] = on.as_slice() else {
        panic!("three are on the letter: {on:?}");
    };
    // Who is on it already stays as they are.
    assert_eq!((cedar.status, &cedar.person), (Status::ToAsk, &None));
    assert_eq!((alder.status, birch.status), (Status::Asked, Status::Asked));
    assert_eq!(alder.person.as_ref().unwrap().id, mo);
    assert_eq!(
        (birch.prints_as.as_str(), &birch.person),
        ("Birch Neighbors", &None)
    );
    let noted = desk.coalition.list_outreach(alder.id).unwrap();
    assert_eq!(noted.len(), 1);
    assert_eq!(noted[0].kind, OutreachKind::Ask);
    assert_eq!(noted[0].person.as_ref().unwrap().id, mo);
    // One step, there and back.
    desk.coalition.undo(day(3)).unwrap();
    assert_eq!(desk.dump(), before);
    desk.coalition.redo(day(3)).unwrap();
    assert_eq!(desk.dump(), asked);
    // A name that is there is no new one, and nothing is half done.
    let twice = Asking {
        names: vec!["Cedar Neighbors".into(), "Birch Neighbors".into()],
        ..Asking::default()
    };
    let refused = desk.coalition.ask(letter, &twice, day(4));
    assert!(matches!(
        refused,
        Err(Error::Rule {
            field: Some("name"),
            ..
        })
    ));
    assert_eq!(desk.dump(), asked);
}

#[test]
fn a_row_shows_the_beginning_of_what_it_rests_on_however_long_that_is_and_the_whole_is_kept() {
    let mut desk = Desk::new();
    let names: Vec<String> = (0..600)
        .map(|number| format!("Meadow Neighbors of Street {number}"))
        .collect();
    let list = names.join("\n");
    desk.import(&list, Status::Confirmed);
    let ledger = rows(&desk);
    assert_eq!(ledger.len(), 600);
    for row in &ledger {
        let shown = row.evidence.as_deref().unwrap();
        assert!(shown.chars().count() <= 240 && list.starts_with(shown), "{shown}");
        assert_eq!(row.evidence_count, 1);
    }
    let kept = desk.coalition.list_evidence(ledger[599].id).unwrap();
    assert_eq!(kept[0].text, list);
}

#[test]
fn a_row_shows_what_came_first_of_several_pieces() {
    let mut desk = Desk::new();
    let id = put(&mut desk, "Alder Neighbors").id;
    let mut add = |text: &str, on: u32| {
        let said = desk
            .coalition
            .add_evidence(&[id], Some(Via::Email), text, None, day(on));
        said.unwrap();
    };
    add("We sign, as said.", 8);
    add("Please add us.", 4);
    let row = rows(&desk).pop().unwrap();
    assert_eq!(row.evidence_count, 2);
    assert_eq!(row.evidence.as_deref(), Some("Please add us."));
}
