//! Undo and redo: any number of steps, after a restart, with the search index following.

use base::messages::Language;
use blocks::{BlockOptions, Layout};
use proptest::prelude::*;
use undersigned_core::Error;
use undersigned_core::filter::Filter;
use undersigned_core::letter::{LetterFields, Stage};
use undersigned_core::organization::{
    AliasFields, AliasKind, OrganizationField, OrganizationFields, OrganizationFilter, OrganizationSort,
};
use undersigned_core::person::{
    AffiliationFields, ContactKind, ContactPoint, PersonFields, PersonFilter, PersonSort,
};
use undersigned_core::signon::{Status, StatusChange, Via};
use vocabulary::ids::OrganizationId;

use crate::{Desk, day};

#[test]
fn one_undo_takes_the_whole_list_back_and_a_redo_after_a_restart_brings_it_again() {
    let mut desk = Desk::new();
    let empty = desk.dump();
    desk.sign_wisconsin();
    let signed = desk.dump();
    desk.coalition.undo(day(10)).unwrap();
    assert_eq!(desk.dump(), empty);
    assert_eq!(
        desk.coalition.search("milwaukee", 50).unwrap().len(),
        0,
        "the search index follows"
    );
    let mut desk = desk.restart();
    desk.coalition.redo(day(10)).unwrap();
    assert_eq!(desk.dump(), signed);
    assert_eq!(desk.coalition.search("milwaukee", 50).unwrap().len(), 6);
    assert_eq!(desk.coalition.verify().unwrap(), Vec::<String>::new());
}

#[test]
fn something_new_after_an_undo_leaves_nothing_to_redo() {
    let mut desk = Desk::new();
    desk.sign_wisconsin();
    desk.coalition.undo(day(10)).unwrap();
    desk.import("Alder Neighbors\n", Status::Asked);
    assert!(matches!(
        desk.coalition.redo(day(10)),
        Err(Error::NothingLeft { redo: true })
    ));
}

#[test]
fn there_is_an_end_to_undoing() {
    let mut desk = Desk::new();
    desk.coalition.undo(day(10)).unwrap();
    assert!(matches!(
        desk.coalition.undo(day(10)),
        Err(Error::NothingLeft { redo: false })
    ));
}

#[test]
fn undo_adds_to_the_history_and_erases_nothing() {
    let mut desk = Desk::new();
    desk.sign_wisconsin();
    desk.coalition.undo(day(10)).unwrap();
    desk.coalition.redo(day(11)).unwrap();
    assert_eq!(desk.coalition.list_history(None, 100).unwrap().len(), 4);
}

#[test]
fn a_refused_action_leaves_no_trace() {
    let mut desk = Desk::new();
    desk.import("Alder Neighbors\nBirch Neighbors\n", Status::Asked);
    let before = desk.dump();
    let history = desk.coalition.list_history(None, 100).unwrap().len();
    let ids: Vec<_> = desk
        .coalition
        .list_sign_ons(desk.letter, day(10))
        .unwrap()
        .iter()
        .map(|row| row.id)
        .collect();
    // The second of the two is refused, so the first is not written either.
    let yes = StatusChange::to(Status::SaidYes);
    desk.coalition
        .set_sign_on_status(&ids[..1], &yes, day(3))
        .unwrap();
    assert!(
        desk.coalition
            .set_sign_on_status(&ids, &StatusChange::to(Status::Withdrawn), day(4))
            .is_err()
    );
    desk.coalition.undo(day(5)).unwrap();
    assert_eq!(desk.dump(), before);
    assert_eq!(desk.coalition.list_history(None, 100).unwrap().len(), history + 2);
}

/// Something a person does, with numbers that choose among what is there.
#[derive(Debug, Clone)]
enum Deed {
    Organization(u8),
    Rename(u8, u8),
    Letter(u8),
    Stage(u8, u8),
    Ask(u8, u8),
    Status(u8, u8, u8),
    PrintsAs(u8, u8),
    TakeOff(u8),
    Block(u8),
    RemoveLetter(u8),
    RemoveOrganization(u8),
    Import(u8),
    Person(u8, u8),
    ChangePerson(u8, u8),
    RemovePerson(u8),
    Field(u8, u8, u8),
    Filter(u8),
    Apart(u8, u8),
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        any::<u8>().prop_map(Deed::Organization),
        any::<(u8, u8)>().prop_map(|(a, b)| Deed::Rename(a, b)),
        any::<u8>().prop_map(Deed::Letter),
        any::<(u8, u8)>().prop_map(|(a, b)| Deed::Stage(a, b)),
        any::<(u8, u8)>().prop_map(|(a, b)| Deed::Ask(a, b)),
        any::<(u8, u8, u8)>().prop_map(|(a, b, c)| Deed::Status(a, b, c)),
        any::<(u8, u8)>().prop_map(|(a, b)| Deed::PrintsAs(a, b)),
        any::<u8>().prop_map(Deed::TakeOff),
        any::<u8>().prop_map(Deed::Block),
        any::<u8>().prop_map(Deed::RemoveLetter),
        any::<u8>().prop_map(Deed::RemoveOrganization),
        // Few, so that the same list comes again.
        (0..24_u8).prop_map(Deed::Import),
        any::<(u8, u8)>().prop_map(|(a, b)| Deed::Person(a, b)),
        any::<(u8, u8)>().prop_map(|(a, b)| Deed::ChangePerson(a, b)),
        any::<u8>().prop_map(Deed::RemovePerson),
        any::<(u8, u8, u8)>().prop_map(|(a, b, c)| Deed::Field(a, b, c)),
        any::<u8>().prop_map(Deed::Filter),
        any::<(u8, u8)>().prop_map(|(a, b)| Deed::Apart(a, b)),
    ]
}

/// A plainly invented person at these organizations.
fn invented_person(number: u8, organizations: impl Iterator<Item = OrganizationId>) -> PersonFields {
    let point = |kind, value: String| ContactPoint {
        kind,
        value,
        preferred: number.is_multiple_of(2),
    };
    PersonFields {
        name: format!("Robin Sample {number}"),
        languages: vec!["es".into(), "en".into()],
        do_not_contact: number.is_multiple_of(7),
        contact_points: vec![
            point(ContactKind::Email, format!("robin{number}@example.org")),
            point(ContactKind::Phone, format!("608-555-01{:02}", number % 100)),
        ],
        affiliations: organizations
            .map(|organization_id| AffiliationFields {
                id: None,
                organization_id,
                role: "Director".into(),
                since: Some("2019-05".into()),
                until: None,
                may_sign: number % 2 == 1,
                primary: number.is_multiple_of(3),
            })
            .collect(),
        tags: vec![format!("tag {}", number % 4)],
        ..Default::default()
    }
}

/// Does a deed where it can be done, and says whether it changed anything.
fn perform(desk: &mut Desk, deed: &Deed) -> bool {
    let now = day(10);
    let pick = |number: u8, length: usize| usize::from(number) % length.max(1);
    let organizations = desk
        .coalition
        .list_organizations(
            &OrganizationFilter::finding(""),
            OrganizationSort::default(),
            0,
            1000,
        )
        .unwrap()
        .rows;
    let letters = desk.coalition.list_letters().unwrap();
    let organization = |number: u8| {
        organizations
            .get(pick(number, organizations.len()))
            .map(|row| row.id)
    };
    let letter = |number: u8| letters.get(pick(number, letters.len())).map(|row| row.id);
    let ledger = letters
        .first()
        .map(|row| desk.coalition.list_sign_ons(row.id, day(10)).unwrap())
        .unwrap_or_default();
    let sign_on = |number: u8| ledger.get(pick(number, ledger.len())).map(|row| row.id);
    let people = desk
        .coalition
        .list_people(&PersonFilter::default(), PersonSort::default(), 0, 1000)
        .unwrap()
        .rows;
    let person = |number: u8| people.get(pick(number, people.len())).map(|row| row.id);
    let coalition = &mut desk.coalition;
    let changed = |tables: std::collections::BTreeSet<String>| Some(!tables.is_empty());
    let done = match deed {
        Deed::Organization(a) => {
            let fields = OrganizationFields {
                name: format!("Grove {a} Neighbors"),
                ..Default::default()
            };
            coalition
                .add_organization(&fields, now)
                .ok()
                .and_then(|change| changed(change.tables))
        }
        Deed::Rename(a, b) => organization(*a).and_then(|id| {
            let fields = OrganizationFields {
                name: format!("Meadow {b} League, Inc."),
                city: "Viroqua".into(),
                aliases: vec![AliasFields {
                    name: format!("M{b}L"),
                    kind: AliasKind::Acronym,
                }],
                parent_id: organization(*b).filter(|parent| *parent != id),
                ..Default::default()
            };
            coalition
                .set_organization(id, &fields, now)
                .ok()
                .and_then(|change| changed(change.tables))
        }),
        Deed::Letter(a) => {
            let leads = Vec::from_iter(organization(*a));
            let fields = LetterFields {
                title: format!("Letter {a}"),
                leads,
                ..Default::default()
            };
            coalition
                .add_letter(&fields, now)
                .ok()
                .and_then(|change| changed(change.tables))
        }
        Deed::Stage(a, b) => letter(*a).and_then(|id| {
            let stage = Stage::ALL[pick(*b, Stage::ALL.len())];
            let fields = LetterFields {
                title: format!("Letter {b}"),
                stage,
                ..Default::default()
            };
            coalition
                .set_letter(id, &fields, now)
                .ok()
                .and_then(|change| changed(change.tables))
        }),
        Deed::Ask(a, b) => letters.first().and_then(|row| {
            let ids: Vec<_> = [organization(*a), organization(*b)]
                .into_iter()
                .flatten()
                .collect();
            coalition
                .add_sign_ons(row.id, &ids, now)
                .ok()
                .and_then(|change| changed(change.tables))
        }),
        Deed::Status(a, b, c) => sign_on(*a).and_then(|id| {
            let change = StatusChange {
                via: Some(Via::ALL[pick(*c, Via::ALL.len())]),
                evidence: (c % 2 == 0).then(|| "We sign.".to_owned()),
                ..StatusChange::to(Status::ALL[pick(*b, Status::ALL.len())])
            };
            coalition
                .set_sign_on_status(&[id], &change, now)
                .ok()
                .and_then(|change| changed(change.tables))
        }),
        Deed::PrintsAs(a, b) => sign_on(*a).and_then(|id| {
            let name = format!("“Prints {b}”");
            coalition
                .set_sign_on_name(id, &name, now)
                .ok()
                .and_then(|change| changed(change.tables))
        }),
        Deed::TakeOff(a) => sign_on(*a).and_then(|id| {
            coalition
                .remove_sign_ons(&[id], now)
                .ok()
                .and_then(|change| changed(change.tables))
        }),
        Deed::Block(a) => letter(*a).and_then(|id| {
            let options = BlockOptions {
                layout: Layout::ALL[pick(*a, Layout::ALL.len())],
                ..Default::default()
            };
            coalition
                .set_block_options(id, &options, now)
                .ok()
                .and_then(|change| changed(change.tables))
        }),
        Deed::RemoveLetter(a) => letter(*a).filter(|_| a % 4 == 0).and_then(|id| {
            coalition
                .remove_letter(id, now)
                .ok()
                .and_then(|change| changed(change.tables))
        }),
        Deed::RemoveOrganization(a) => organization(*a).and_then(|id| {
            coalition
                .remove_organizations(&[id], now)
                .ok()
                .and_then(|change| changed(change.tables))
        }),
        Deed::Import(a) => letters.first().map(|row| {
            desk.letter = row.id;
            let text = format!("Grove {a} Neighbors\nHarbor {a} Choir\nGrove 1 Neighbors\n");
            let plan = desk.import(
                &text,
                if a % 2 == 0 {
                    Status::Confirmed
                } else {
                    Status::Asked
                },
            );
            plan.written() > 0
        }),
        Deed::Person(a, b) => {
            let fields = invented_person(*a, organization(*a).into_iter().chain(organization(*b)));
            coalition
                .add_person(&fields, now)
                .ok()
                .and_then(|change| changed(change.tables))
        }
        Deed::ChangePerson(a, b) => person(*a).and_then(|id| {
            let fields = invented_person(*b, organization(*b).into_iter());
            coalition
                .set_person(id, &fields, now)
                .ok()
                .and_then(|change| changed(change.tables))
        }),
        Deed::RemovePerson(a) => person(*a).and_then(|id| {
            coalition
                .remove_people(&[id], now)
                .ok()
                .and_then(|change| changed(change.tables))
        }),
        Deed::Field(a, b, c) => organization(*a).and_then(|id| {
            let field = OrganizationField::ALL[pick(*b, OrganizationField::ALL.len())];
            let value = ["", "state", "member", "7", "yes", "no", "Grove"][pick(*c, 7)];
            let ids = [Some(id), organization(*c)];
            let ids: Vec<_> = ids.into_iter().flatten().collect();
            coalition
                .set_organization_field(&ids, field, value, now)
                .ok()
                .and_then(|change| changed(change.tables))
        }),
        Deed::Filter(a) => {
            let filter = Filter::Organizations(OrganizationFilter::finding(&format!("grove {a}")));
            coalition
                .save_filter(&format!("Filter {}", a % 3), &filter, now)
                .ok()
                .and_then(|change| changed(change.tables))
        }
        Deed::Apart(a, b) => organization(*a).zip(organization(*b)).and_then(|(one, other)| {
            coalition
                .keep_apart(one, other, now)
                .ok()
                .and_then(|change| changed(change.tables))
        }),
    };
    done.unwrap_or(false)
}

/// A dump without the imports that wrote nothing: their accounting is kept, is no action, and stays when others are undone.
fn without_imports_of_nothing(dump: &str) -> String {
    let wrote_nothing =
        |line: &str| line.starts_with("import: ") && line.split(" | ").skip(11).take(2).eq(["Integer(0)"; 2]);
    dump.lines()
        .filter(|line| !wrote_nothing(line))
        .collect::<Vec<_>>()
        .join("\n")
}

/// How many histories are tried: `UNDO_HISTORIES`; a long run takes 10,000.
fn histories() -> u32 {
    std::env::var("UNDO_HISTORIES").map_or(24, |text| text.parse().expect("a number"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: histories(), failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is done, every step back is the coalition as it was before that step, and every step forth as after.
    #[test]
    fn any_sequence_of_deeds_is_undone_and_redone_step_by_step(deeds in prop::collection::vec(deed(), 1..40)) {
        let mut desk = Desk::new();
        let dump = |desk: &Desk| without_imports_of_nothing(&desk.dump());
        let mut dumps = vec![dump(&desk)];
        for deed in &deeds {
            if perform(&mut desk, deed) {
                dumps.push(dump(&desk));
            } else {
                prop_assert_eq!(&dump(&desk), dumps.last().unwrap(), "{:?} changed something and said it did not", deed);
            }
        }
        for before in dumps.iter().rev().skip(1) {
            desk.coalition.undo(day(11)).unwrap();
            prop_assert_eq!(&dump(&desk), before);
        }
        prop_assert_eq!(desk.coalition.verify().unwrap(), Vec::<String>::new());
        for after in dumps.iter().skip(1) {
            desk.coalition.redo(day(12)).unwrap();
            prop_assert_eq!(&dump(&desk), after);
        }
        prop_assert_eq!(desk.coalition.verify().unwrap(), Vec::<String>::new());
    }
}

#[test]
fn a_person_who_is_added_to_a_letter_is_named_and_is_no_organization() {
    let mut desk = Desk::new();
    let fields = LetterFields {
        title: "Open the records".into(),
        individuals: true,
        ..LetterFields::default()
    };
    let letter = desk.coalition.add_letter(&fields, day(1)).unwrap().output;
    let added = desk
        .coalition
        .add_individual(letter, "Kim Lee", "Teacher", "", day(2))
        .unwrap();
    let said = |language| added.op.message().to_string(language);
    assert_eq!(said(Language::English), "Added Kim Lee to “Open the records”");
    assert_eq!(
        said(Language::Spanish),
        "Se agregó a Kim Lee en «Open the records»"
    );
}
