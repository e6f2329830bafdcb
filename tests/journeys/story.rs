//! The main job: from a pasted list to a block.

use base::messages::Language;
use blocks::{BlockOptions, Layout, Order, Separator, text};
use undersigned_core::Error;
use undersigned_core::import::Outcome;
use undersigned_core::organization::{OrganizationFields, OrganizationFilter, OrganizationSort, Scope};
use undersigned_core::signon::{Status, StatusChange, Via};
use undersigned_sample::PRESS_RELEASE;

use crate::{Desk, day, without_imports};

fn block(desk: &Desk, options: &BlockOptions) -> String {
    text::render(
        &desk
            .coalition
            .get_block(desk.letter, options, &Language::English)
            .unwrap(),
    )
}

#[test]
fn the_wisconsin_sentence_goes_in_and_comes_out_byte_for_byte() {
    let mut desk = Desk::new();
    let plan = desk.import(PRESS_RELEASE, Status::Confirmed);
    assert_eq!(plan.count(Outcome::Created), 26);
    let options = BlockOptions {
        layout: Layout::Prose,
        order: Order::Entered,
        separator: Separator::Comma,
        intro: "Signatories of the letter included: ".into(),
        ..BlockOptions::default()
    };
    assert_eq!(block(&desk, &options).trim_end_matches('\n'), PRESS_RELEASE);
}

#[test]
fn the_block_in_order_of_the_alphabet_reads_word_by_word() {
    let mut desk = Desk::new();
    desk.sign_wisconsin();
    let options = BlockOptions {
        order: Order::Alphabetical,
        ..BlockOptions::default()
    };
    let text = block(&desk, &options);
    let names: Vec<&str> = text.lines().collect();
    let place = |start: &str| names.iter().position(|name| name.starts_with(start)).unwrap();
    assert!(
        place("National Association for the Advancement") < place("National Association of Social Workers")
    );
    assert_eq!(names.last(), Some(&"WISDOM"));
}

#[test]
fn the_same_list_again_changes_nothing() {
    let mut desk = Desk::new();
    desk.sign_wisconsin();
    let before = desk.dump();
    let plan = desk.import(PRESS_RELEASE, Status::Confirmed);
    assert_eq!(plan.count(Outcome::Unchanged), 26);
    assert_eq!(without_imports(&desk.dump()), without_imports(&before));
    assert_eq!(
        desk.coalition.list_history(None, 100).unwrap().len(),
        2,
        "nothing done is nothing told"
    );
}

#[test]
fn nobody_is_in_the_block_without_a_confirmed_sign_on() {
    let mut desk = Desk::new();
    for (name, status) in [
        ("Alder Neighbors", Status::ToAsk),
        ("Birch Neighbors", Status::Asked),
        ("Cedar Neighbors", Status::Considering),
        ("Dogwood Neighbors", Status::SaidYes),
        ("Elm Neighbors", Status::Confirmed),
        ("Fir Neighbors", Status::Declined),
    ] {
        desk.import(&format!("{name}\n"), status);
    }
    assert_eq!(block(&desk, &BlockOptions::default()).trim(), "Elm Neighbors");
    let with_verbal = BlockOptions {
        include_said_yes: true,
        ..BlockOptions::default()
    };
    assert_eq!(
        block(&desk, &with_verbal).trim(),
        "Dogwood Neighbors\nElm Neighbors"
    );
}

#[test]
fn confirmed_needs_something_in_writing_or_a_reason() {
    let mut desk = Desk::new();
    desk.import("Alder Neighbors\n", Status::Asked);
    let id = desk.coalition.list_sign_ons(desk.letter, day(10)).unwrap()[0].id;
    let mut set = |via, evidence: Option<&str>, reason: Option<&str>| {
        let change = StatusChange {
            via,
            evidence: evidence.map(str::to_owned),
            reason: reason.map(str::to_owned),
            ..StatusChange::to(Status::Confirmed)
        };
        desk.coalition.set_sign_on_status(&[id], &change, day(3))
    };
    assert!(matches!(
        set(None, None, None),
        Err(Error::Rule {
            field: Some("evidence"),
            ..
        })
    ));
    assert!(
        set(Some(Via::Phone), Some("They called and said yes"), None).is_err(),
        "a call is not in writing"
    );
    assert!(set(Some(Via::Phone), None, Some("The board chair is travelling")).is_ok());
    assert!(set(Some(Via::Email), Some("We confirm."), None).is_ok());
}

#[test]
fn a_yes_can_be_withdrawn_but_not_a_silence() {
    let mut desk = Desk::new();
    desk.import("Alder Neighbors\n", Status::Asked);
    let id = desk.coalition.list_sign_ons(desk.letter, day(10)).unwrap()[0].id;
    let withdrawn = StatusChange::to(Status::Withdrawn);
    assert!(
        desk.coalition
            .set_sign_on_status(&[id], &withdrawn, day(3))
            .is_err()
    );
    let yes = StatusChange::to(Status::SaidYes);
    desk.coalition.set_sign_on_status(&[id], &yes, day(3)).unwrap();
    desk.coalition
        .set_sign_on_status(&[id], &withdrawn, day(4))
        .unwrap();
}

#[test]
fn an_import_never_makes_an_answer_less_firm() {
    let mut desk = Desk::new();
    desk.sign_wisconsin();
    let plan = desk.import(PRESS_RELEASE, Status::ToAsk);
    assert_eq!(plan.count(Outcome::Unchanged), 26);
}

#[test]
fn a_likely_match_is_asked_and_not_written() {
    let mut desk = Desk::new();
    desk.import("Driftless Farmworkers Alliance, Inc.\n", Status::Asked);
    let before = desk.dump();
    let plan = desk.import("Driftless Farmworker Alliance\n", Status::Confirmed);
    assert_eq!(plan.count(Outcome::Asked), 1);
    assert_eq!(without_imports(&desk.dump()), without_imports(&before));
}

#[test]
fn a_chapter_is_never_taken_for_its_sister() {
    let mut desk = Desk::new();
    desk.sign_wisconsin();
    let plan = desk.import("National Lawyers’ Guild Eau Claire Chapter\n", Status::Confirmed);
    assert_eq!(plan.count(Outcome::Created), 1);
}

#[test]
fn a_name_printed_otherwise_last_time_is_shown_beside_this_one() {
    let mut desk = Desk::new();
    desk.import("Alder Neighbors, Inc.\n", Status::Confirmed);
    let fields = undersigned_core::letter::LetterFields {
        title: "The next letter".into(),
        ..Default::default()
    };
    desk.letter = desk.coalition.add_letter(&fields, day(12)).unwrap().output;
    desk.import("Alder Neighbors\n", Status::Confirmed);
    let ledger = desk.coalition.list_sign_ons(desk.letter, day(10)).unwrap();
    assert_eq!(ledger[0].prints_as, "Alder Neighbors");
    assert_eq!(
        ledger[0].prints_as_before.as_deref(),
        Some("Alder Neighbors, Inc.")
    );
}

#[test]
fn an_organization_is_found_by_the_beginning_of_any_word_accents_aside() {
    let mut desk = Desk::new();
    let fields = OrganizationFields {
        name: "Círculo de Mujeres del Río".into(),
        scope: Some(Scope::Local),
        ..OrganizationFields::default()
    };
    desk.coalition.add_organization(&fields, day(2)).unwrap();
    for query in ["circulo", "MUJ", "rio mujeres", "Río"] {
        assert_eq!(
            desk.coalition
                .list_organizations(
                    &OrganizationFilter::finding(query),
                    OrganizationSort::default(),
                    0,
                    10
                )
                .unwrap()
                .total,
            1,
            "{query}"
        );
        assert_eq!(desk.coalition.search(query, 10).unwrap().len(), 1, "{query}");
    }
    assert_eq!(
        desk.coalition
            .list_organizations(
                &OrganizationFilter::finding("hombres"),
                OrganizationSort::default(),
                0,
                10
            )
            .unwrap()
            .total,
        0
    );
}

#[test]
fn the_sample_is_whole_and_says_nothing_of_anybody_who_did_not_sign() {
    let folder = tempfile::tempdir().unwrap();
    let mut sample = undersigned_core::Coalition::create(&folder.path().join("sample.undersigned")).unwrap();
    undersigned_sample::fill(&mut sample, day(15)).unwrap();
    assert_eq!(sample.verify().unwrap(), Vec::<String>::new());
    assert!(
        sample.next_undo().unwrap().is_none(),
        "what nobody did is not offered for undoing"
    );
    let letter = sample.resolve_letter("End ICE").unwrap();
    // The map shows the state that eight names say, and leaves the others without one.
    let map = sample.get_states(letter).unwrap();
    let [wisconsin] = map.states.as_slice() else {
        panic!("one state: {:?}", map.states);
    };
    assert_eq!(
        (wisconsin.state.as_str(), wisconsin.count, map.elsewhere),
        ("WI", 8, 18)
    );
    assert!(
        wisconsin
            .names
            .iter()
            .all(|name| name.contains("Wisconsin") || name.ends_with("WI"))
    );
    let ledger = sample.list_sign_ons(letter, day(10)).unwrap();
    let confirmed: Vec<_> = ledger
        .iter()
        .filter(|row| row.status == Status::Confirmed)
        .collect();
    assert_eq!(confirmed.len(), 26);
    for row in ledger.iter().filter(|row| row.status != Status::Confirmed) {
        let organization = sample.get_organization(row.organization_id.unwrap()).unwrap();
        assert_eq!(organization.note, "Invented for the sample.", "{}", row.prints_as);
    }
}
