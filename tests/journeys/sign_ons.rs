//! What is kept with one sign-on beside its status.

use base::messages::Language;
use undersigned_core::Error;
use undersigned_core::letter::LetterFields;
use undersigned_core::merge::Side;
use undersigned_core::person::{AffiliationFields, ContactKind, ContactPoint, PersonFields};
use undersigned_core::signon::{AskItem, Asking, OutreachKind, SignOn, Status, Via};

use vocabulary::ids::SignOnId;

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

#[test]
fn where_one_of_two_individuals_is_and_who_signs_beside_is_changed_of_that_sign_on_alone() {
    let mut desk = Desk::new();
    let letter = desk.letter;
    let mut add = |name: &str, at: &str| {
        let added = desk.coalition.add_individual(letter, name, "", at, day(2));
        added.unwrap().output
    };
    let (ana, bo) = (add("Ana Mora", "Harbor College"), add("Bo Lind", "Birch Clinic"));
    desk.coalition
        .set_sign_on_affiliation(ana, "Cedar School", day(3))
        .unwrap();
    let at: Vec<(String, String)> = rows(&desk)
        .into_iter()
        .map(|row| (row.prints_as, row.affiliation))
        .collect();
    let pair = |name: &str, at: &str| (name.to_owned(), at.to_owned());
    assert!(
        at.contains(&pair("Ana Mora", "Cedar School")) && at.contains(&pair("Bo Lind", "Birch Clinic")),
        "{at:?}"
    );
    // A further signer is of one sign-on, and is found through no other.
    let alder = put(&mut desk, "Alder Neighbors").id;
    desk.coalition
        .add_further_signer(alder, "Cy Dahl", "", day(4))
        .unwrap();
    let signer = desk.coalition.list_further_signers(alder).unwrap()[0].id;
    for shown in [Some(false), None] {
        let refused = desk.coalition.set_further_signer_shown(bo, signer, shown, day(5));
        assert!(matches!(refused, Err(Error::NotFound { .. })), "{shown:?}");
    }
    assert!(desk.coalition.list_further_signers(alder).unwrap()[0].shown);
}

#[test]
fn a_merge_of_people_names_the_letters_that_move_the_latest_first() {
    let mut desk = Desk::new();
    let at = desk.organization("Alder Neighbors");
    let mut add = |name: &str| {
        let fields = PersonFields {
            name: name.to_owned(),
            tags: vec!["ally".to_owned()],
            contact_points: vec![ContactPoint {
                kind: ContactKind::Email,
                value: format!("{}@alder.example", name.replace(' ', ".")),
                preferred: true,
            }],
            affiliations: vec![AffiliationFields {
                id: None,
                organization_id: at,
                role: String::new(),
                since: None,
                until: None,
                may_sign: true,
                primary: false,
            }],
            ..PersonFields::default()
        };
        desk.coalition.add_person(&fields, day(1)).unwrap().output
    };
    let (keep, drop, other) = (add("Ana Mora"), add("A. Mora"), add("Bo Lind"));
    let beside = put(&mut desk, "Birch Union").id;
    desk.coalition
        .set_sign_on_person(beside, Some(other), day(2))
        .unwrap();
    for (title, on) in [("The second", 4), ("The first", 2), ("The third", 6)] {
        let fields = LetterFields {
            title: title.to_owned(),
            ..LetterFields::default()
        };
        let letter = desk.coalition.add_letter(&fields, day(on)).unwrap().output;
        desk.coalition.add_sign_ons(letter, &[at], day(on)).unwrap();
        let id = desk.coalition.find_sign_on(letter, at).unwrap().unwrap();
        desk.coalition
            .set_sign_on_person(id, Some(drop), day(on))
            .unwrap();
    }
    let plan = desk.coalition.plan_person_merge(keep, drop, Side::Keep).unwrap();
    assert_eq!(plan.letters, ["The third", "The second", "The first"]);
    desk.coalition
        .merge_people(keep, drop, Side::Keep, day(7))
        .unwrap();
    let written_to = |id: SignOnId| {
        let all = desk.coalition.list_letters().unwrap();
        let rows = all
            .iter()
            .flat_map(|letter| desk.coalition.list_sign_ons(letter.id, day(9)).unwrap());
        rows.filter(|row| row.id == id)
            .find_map(|row| row.person)
            .map(|person| person.id)
    };
    assert_eq!(
        written_to(beside),
        Some(other),
        "whom somebody else writes to stays"
    );
}

#[test]
fn of_two_merged_people_the_kept_ones_choice_of_address_stands_for_each_kind() {
    let mut desk = Desk::new();
    let at = desk.organization("Alder Neighbors");
    let mut add = |name: &str, role: &str, points: &[(ContactKind, &str)]| {
        let point = |(kind, value): &(ContactKind, &str)| ContactPoint {
            kind: *kind,
            value: (*value).to_owned(),
            preferred: true,
        };
        let fields = PersonFields {
            name: name.to_owned(),
            contact_points: points.iter().map(point).collect(),
            affiliations: vec![AffiliationFields {
                id: None,
                organization_id: at,
                role: role.to_owned(),
                since: None,
                until: None,
                may_sign: false,
                primary: false,
            }],
            ..PersonFields::default()
        };
        desk.coalition.add_person(&fields, day(1)).unwrap().output
    };
    let keep = add("Ana Mora", "Director", &[(ContactKind::Phone, "608-555-0101")]);
    let email = (ContactKind::Email, "ana@alder.example");
    let drop = add("A. Mora", "Chair", &[(ContactKind::Phone, "608-555-0102"), email]);
    desk.coalition
        .merge_people(keep, drop, Side::Keep, day(2))
        .unwrap();
    let merged = desk.coalition.get_person(keep).unwrap();
    let preferred = merged.contact_points.iter().filter(|point| point.preferred);
    let mut preferred: Vec<&str> = preferred.map(|point| point.value.as_str()).collect();
    preferred.sort_unstable();
    assert_eq!(preferred, ["608-555-0101", "ana@alder.example"]);
    // Two roles at one organization are two.
    let mut roles: Vec<&str> = merged
        .affiliations
        .iter()
        .map(|place| place.role.as_str())
        .collect();
    roles.sort_unstable();
    assert_eq!(roles, ["Chair", "Director"]);
}
