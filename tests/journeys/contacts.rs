//! The contact list: organizations and people, filtered, sorted and changed, and files of an earlier version.

mod any_filter;

use std::collections::BTreeSet;
use std::path::Path;

use proptest::prelude::*;
use undersigned_core::filter::Filter;
use undersigned_core::history::{Event, HistoryQuery};
use undersigned_core::organization::{
    AliasFields, AliasKind, Containing, LetterFilter, Membership, OrganizationColumn, OrganizationField,
    OrganizationFields, OrganizationFilter, OrganizationKind, OrganizationRow, OrganizationSort, Scope,
    SigningHabits, Standing, TextField,
};
use undersigned_core::person::{
    AffiliationFields, ContactKind, ContactPoint, PersonColumn, PersonField, PersonFields, PersonFilter,
    PersonSort,
};
use undersigned_core::signon::{Status, StatusChange, Via};
use undersigned_core::{Coalition, Error, Language};
use vocabulary::ids::OrganizationId;

use crate::{Desk, day};

fn organization(name: &str) -> OrganizationFields {
    OrganizationFields {
        name: name.into(),
        ..Default::default()
    }
}

fn at(organization_id: OrganizationId, role: &str) -> AffiliationFields {
    AffiliationFields {
        id: None,
        organization_id,
        role: role.into(),
        since: None,
        until: None,
        may_sign: false,
        primary: false,
    }
}

fn email(value: &str) -> ContactPoint {
    ContactPoint {
        kind: ContactKind::Email,
        value: value.into(),
        preferred: false,
    }
}

#[test]
fn a_file_of_the_first_version_opens_with_all_it_had_and_its_actions_can_be_undone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("old.undersigned");
    let old = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/version-1.undersigned");
    std::fs::copy(&old, &path).unwrap();
    let mut coalition = Coalition::open(&path).unwrap();
    assert_eq!(coalition.verify().unwrap(), Vec::<String>::new());
    assert_eq!(
        crate::copy_from_before(folder.path(), "old"),
        std::fs::metadata(&old).unwrap().len(),
        "the copy from before"
    );
    let organizations = coalition.count_organizations().unwrap();
    let found = coalition.search("cedar grove", 5).unwrap();
    assert_eq!(
        found.first().map(|hit| hit.title.as_str()),
        Some("Cedar Grove Neighbors")
    );
    // The last action that stands is the import of three names; the organization that was undone can come back.
    coalition.redo(day(1)).unwrap();
    assert_eq!(coalition.search("ZVL", 5).unwrap().len(), 1);
    coalition.undo(day(1)).unwrap();
    coalition.undo(day(1)).unwrap();
    assert_eq!(coalition.count_organizations().unwrap(), organizations - 3);
    assert!(coalition.search("cedar grove", 5).unwrap().is_empty());
    assert_eq!(coalition.verify().unwrap(), Vec::<String>::new());
}

#[test]
fn everything_that_can_be_said_of_an_organization_comes_back_as_it_was_said() {
    let mut desk = Desk::new();
    let parent = desk
        .coalition
        .add_organization(&organization("Alder League"), day(1))
        .unwrap()
        .output;
    let fields = OrganizationFields {
        name: "Alder League - Birch Chapter".into(),
        prints_as: Some("Alder League of Birch".into()),
        sort_as: Some("Birch".into()),
        scope: Some(Scope::Local),
        kind: Some(OrganizationKind::Informal),
        parent_id: Some(parent),
        city: "Birch".into(),
        state: "WI".into(),
        country: "US".into(),
        website: "https://birch.example.org/about".into(),
        membership: Some(Membership::Ally),
        signing: SigningHabits {
            decides: "the board".into(),
            lead_days: Some(14),
            never_signs: "elections".into(),
            ask_first: true,
        },
        note: "Two lines\nof a note".into(),
        aliases: vec![AliasFields {
            name: "ALB".into(),
            kind: AliasKind::Acronym,
        }],
        tags: vec!["Housing".into(), "faith".into()],
        ..OrganizationFields::default()
    };
    let id = desk.coalition.add_organization(&fields, day(1)).unwrap().output;
    let kept = desk.coalition.get_organization(id).unwrap();
    let mut expected = fields.clone();
    expected.tags = vec!["faith".into(), "Housing".into()];
    assert_eq!(OrganizationFields::from(kept), expected);
    let detail = desk.coalition.get_organization_detail(id).unwrap();
    let family: Vec<_> = detail
        .family
        .iter()
        .map(|node| (node.name.as_str(), node.depth))
        .collect();
    assert_eq!(family, [("Alder League", 0), ("Alder League - Birch Chapter", 1)]);
}

#[test]
fn a_tag_is_kept_in_the_spelling_that_is_there_already() {
    let mut desk = Desk::new();
    let one = OrganizationFields {
        tags: vec!["Housing".into()],
        ..organization("Cedar Choir")
    };
    let other = OrganizationFields {
        tags: vec!["housing".into(), "#HOUSING".into(), " ".into()],
        ..organization("Dogwood Choir")
    };
    desk.coalition.add_organization(&one, day(1)).unwrap();
    let other = desk.coalition.add_organization(&other, day(1)).unwrap().output;
    assert_eq!(desk.coalition.get_organization(other).unwrap().tags, ["Housing"]);
    assert_eq!(desk.coalition.list_tags().unwrap(), ["Housing"]);
}

#[test]
fn a_person_at_two_organizations_is_one_person_and_each_has_one_to_write_to() {
    let mut desk = Desk::new();
    let cedar = desk
        .coalition
        .add_organization(&organization("Cedar Choir"), day(1))
        .unwrap()
        .output;
    let dogwood = desk
        .coalition
        .add_organization(&organization("Dogwood Choir"), day(1))
        .unwrap()
        .output;
    let robin = PersonFields {
        name: "Robin de la Muestra".into(),
        pronouns: "they/them".into(),
        languages: vec!["es".into(), "EN-us".into(), "es".into()],
        contact_points: vec![
            email("robin@cedar.example.org"),
            ContactPoint {
                kind: ContactKind::Phone,
                value: "(608) 555-0142 ext. 3".into(),
                preferred: true,
            },
        ],
        affiliations: vec![
            AffiliationFields {
                primary: true,
                may_sign: true,
                since: Some("2019-05".into()),
                ..at(cedar, "Director")
            },
            at(dogwood, "Treasurer"),
        ],
        tags: vec!["press".into()],
        ..Default::default()
    };
    let robin = desk.coalition.add_person(&robin, day(1)).unwrap().output;
    let kept = desk.coalition.get_person(robin).unwrap();
    assert_eq!(kept.languages, ["es", "en-US"]);
    assert_eq!(kept.affiliations.len(), 2);
    assert_eq!(kept.contact_points[1].value, "(608) 555-0142 ext. 3");
    let jamie = PersonFields {
        name: "Jamie Sample".into(),
        affiliations: vec![AffiliationFields {
            primary: true,
            ..at(cedar, "Organizer")
        }],
        ..Default::default()
    };
    desk.coalition.add_person(&jamie, day(2)).unwrap();
    let there = desk.coalition.get_organization_detail(cedar).unwrap().people;
    let primary: Vec<_> = there
        .iter()
        .filter(|person| person.primary)
        .map(|person| person.name.as_str())
        .collect();
    assert_eq!(primary, ["Jamie Sample"]);
    let row = &desk.coalition.list_organization_rows(&[cedar]).unwrap()[0];
    assert_eq!(row.contact.as_deref(), Some("Jamie Sample"));
    // Typed again, they are offered before they are doubled: by name, and by email.
    let twins = desk
        .coalition
        .find_person_twins("robin DE LA muestra", &[], None)
        .unwrap();
    assert_eq!(twins.iter().map(|twin| twin.id).collect::<Vec<_>>(), [robin]);
    let twins = desk
        .coalition
        .find_person_twins("Somebody Else", &["Robin@cedar.example.org".into()], None)
        .unwrap();
    assert!(twins[0].same_email);
    let letters = desk.coalition.get_person_detail(robin).unwrap().letters;
    assert!(letters.is_empty());
    // Gone from Dogwood: the affiliation ends with its row, the person stays.
    let mut fields = PersonFields {
        name: kept.name,
        ..Default::default()
    };
    fields.affiliations.push(AffiliationFields {
        id: Some(kept.affiliations[0].id),
        ..at(cedar, "Director")
    });
    desk.coalition.set_person(robin, &fields, day(3)).unwrap();
    assert!(
        desk.coalition
            .get_organization_detail(dogwood)
            .unwrap()
            .people
            .is_empty()
    );
    desk.coalition.undo(day(3)).unwrap();
    assert_eq!(
        desk.coalition
            .get_organization_detail(dogwood)
            .unwrap()
            .people
            .len(),
        1
    );
}

#[test]
fn what_a_person_mistypes_is_told_at_its_field_and_nothing_is_written() {
    let mut desk = Desk::new();
    let cedar = desk
        .coalition
        .add_organization(&organization("Cedar Choir"), day(1))
        .unwrap()
        .output;
    let before = desk.dump();
    let person = |change: fn(&mut PersonFields)| {
        let mut fields = PersonFields {
            name: "Jamie Sample".into(),
            affiliations: vec![at(cedar, "")],
            ..Default::default()
        };
        change(&mut fields);
        fields
    };
    let slips = [
        ("name", person(|fields| fields.name = "  ".into())),
        (
            "emails",
            person(|fields| fields.contact_points.push(email("no at sign"))),
        ),
        ("languages", person(|fields| fields.languages = vec!["¿?".into()])),
        (
            "affiliations",
            person(|fields| fields.affiliations[0].since = Some("May 2019".into())),
        ),
        (
            "affiliations",
            person(|fields| {
                fields.affiliations[0].since = Some("2020".into());
                fields.affiliations[0].until = Some("2019-12".into());
            }),
        ),
    ];
    for (expected, fields) in slips {
        let Err(Error::Rule { field, .. }) = desk.coalition.add_person(&fields, day(2)) else {
            panic!("{expected}: taken");
        };
        assert_eq!(field, Some(expected));
    }
    for (field, value) in [
        (OrganizationField::LeadDays, "soon"),
        (OrganizationField::LeadDays, "-1"),
        (OrganizationField::AskFirst, "perhaps"),
        (OrganizationField::Scope, "galactic"),
        (OrganizationField::Name, ""),
        (OrganizationField::Parent, "Cedar Choir"),
        (OrganizationField::Parent, "Nobody at all"),
    ] {
        assert!(
            desk.coalition
                .set_organization_field(&[cedar], field, value, day(2))
                .is_err(),
            "{field:?}: {value}"
        );
    }
    assert_eq!(desk.dump(), before);
}

#[test]
fn several_organizations_change_in_one_action_and_one_undo_takes_it_back() {
    let mut desk = Desk::new();
    let ids: Vec<_> = ["Cedar Choir", "Dogwood Choir", "Elm Choir"]
        .map(|name| {
            desk.coalition
                .add_organization(&organization(name), day(1))
                .unwrap()
                .output
        })
        .to_vec();
    let before = desk.dump();
    for (field, value) in [
        (OrganizationField::Membership, "member"),
        (OrganizationField::AddTag, "choirs"),
        (OrganizationField::State, "WI"),
    ] {
        desk.coalition
            .set_organization_field(&ids, field, value, day(2))
            .unwrap();
    }
    let found = |desk: &Desk, filter: &OrganizationFilter| {
        desk.coalition
            .list_organizations(filter, OrganizationSort::default(), 0, 10)
            .unwrap()
            .total
    };
    let choirs = OrganizationFilter {
        tags: vec!["CHOIRS".into()],
        states: vec!["wi".into()],
        memberships: vec![Membership::Member],
        ..Default::default()
    };
    assert_eq!(found(&desk, &choirs), 3);
    // The filter is kept under a name, and is a list to ask.
    desk.coalition
        .save_filter("Choirs", &Filter::Organizations(choirs.clone()), day(2))
        .unwrap();
    let saved = desk.coalition.list_filters().unwrap();
    assert_eq!((saved[0].name.as_str(), saved[0].count), ("Choirs", 3));
    let ask = desk
        .coalition
        .list_organization_ids(&choirs, OrganizationSort::default())
        .unwrap();
    desk.coalition.add_sign_ons(desk.letter, &ask, day(3)).unwrap();
    let asked = OrganizationFilter {
        letter: Some(LetterFilter {
            letter_id: desk.letter,
            statuses: vec![Status::ToAsk],
            absent: false,
        }),
        ..Default::default()
    };
    assert_eq!(found(&desk, &asked), 3);
    for _ in 0..5 {
        desk.coalition.undo(day(4)).unwrap();
    }
    assert_eq!(desk.dump(), before);
}

#[test]
fn the_days_an_answer_takes_and_the_last_contact_are_counted() {
    let mut desk = Desk::new();
    let cedar = desk
        .coalition
        .add_organization(&organization("Cedar Choir"), day(1))
        .unwrap()
        .output;
    desk.coalition
        .add_sign_ons(desk.letter, &[cedar], day(1))
        .unwrap();
    let id = desk.coalition.find_sign_on(desk.letter, cedar).unwrap().unwrap();
    desk.coalition
        .set_sign_on_status(&[id], &StatusChange::to(Status::Asked), day(2))
        .unwrap();
    desk.coalition
        .set_sign_on_status(&[id], &StatusChange::to(Status::Asked), day(5))
        .unwrap();
    desk.coalition
        .set_sign_on_status(&[id], &StatusChange::to(Status::Declined), day(9))
        .unwrap();
    let detail = desk.coalition.get_organization_detail(cedar).unwrap();
    assert_eq!(detail.letters[0].title, "End the programs");
    assert_eq!(
        (detail.answers.asked, detail.answers.answered, detail.answers.days),
        (1, 1, Some(7))
    );
    assert!(detail.last_contact.unwrap().starts_with("2020-12-09"));
    let quiet = OrganizationFilter {
        quiet_since: Some("2020-12-09".into()),
        ..Default::default()
    };
    let page = desk
        .coalition
        .list_organizations(&quiet, OrganizationSort::default(), 0, 9)
        .unwrap();
    assert_eq!(page.total, 0);
}

#[test]
fn people_are_found_by_themselves_and_by_their_organization() {
    let mut desk = Desk::new();
    let cedar = OrganizationFields {
        state: "WI".into(),
        ..organization("Cedar Choir")
    };
    let cedar = desk.coalition.add_organization(&cedar, day(1)).unwrap().output;
    for (name, language, sign) in [("Robin Muestra", "es", true), ("Jamie Sample", "en", false)] {
        let fields = PersonFields {
            name: name.into(),
            languages: vec![language.into()],
            contact_points: vec![email(&format!("{}@example.org", &name[..5]))],
            affiliations: vec![AffiliationFields {
                may_sign: sign,
                ..at(cedar, "Singer")
            }],
            ..Default::default()
        };
        desk.coalition.add_person(&fields, day(1)).unwrap();
    }
    desk.coalition
        .add_person(
            &PersonFields {
                name: "Alex Nowhere".into(),
                ..Default::default()
            },
            day(1),
        )
        .unwrap();
    let names = |filter: PersonFilter, column| {
        let sort = PersonSort {
            column,
            reversed: false,
        };
        let page = desk.coalition.list_people(&filter, sort, 0, 10).unwrap();
        assert_eq!(page.total as usize, page.rows.len());
        page.rows.into_iter().map(|row| row.name).collect::<Vec<_>>()
    };
    let all = ["Robin Muestra", "Alex Nowhere", "Jamie Sample"];
    assert_eq!(names(PersonFilter::default(), PersonColumn::Name), all);
    let last_without = ["Robin Muestra", "Jamie Sample", "Alex Nowhere"];
    assert_eq!(
        names(PersonFilter::default(), PersonColumn::Organization),
        last_without
    );
    let by = |change: fn(&mut PersonFilter)| {
        let mut filter = PersonFilter::default();
        change(&mut filter);
        names(filter, PersonColumn::Name)
    };
    assert_eq!(
        by(|filter| filter.text = "cedar".into()),
        ["Robin Muestra", "Jamie Sample"]
    );
    assert_eq!(by(|filter| filter.text = "robin@exam".into()), ["Robin Muestra"]);
    assert_eq!(
        by(|filter| filter.languages = vec!["es".into()]),
        ["Robin Muestra"]
    );
    assert_eq!(by(|filter| filter.may_sign = Some(true)), ["Robin Muestra"]);
    assert_eq!(
        by(|filter| filter.states = vec!["WI".into()]),
        ["Robin Muestra", "Jamie Sample"]
    );
    assert_eq!(by(|filter| filter.has_email = Some(false)), ["Alex Nowhere"]);
    assert_eq!(by(|filter| filter.current = Some(false)), ["Alex Nowhere"]);
    let ids = desk
        .coalition
        .list_person_ids(&PersonFilter::default(), PersonSort::default())
        .unwrap();
    desk.coalition
        .set_person_field(&ids, PersonField::AddTag, "choir", day(2))
        .unwrap();
    let tagged = PersonFilter {
        tags: vec!["Choir".into()],
        ..Default::default()
    };
    assert_eq!(
        desk.coalition
            .list_people(&tagged, PersonSort::default(), 0, 9)
            .unwrap()
            .total,
        3
    );
}

#[test]
fn the_history_of_a_person_holds_what_was_done_to_them_and_what_they_authorized() {
    let mut desk = Desk::new();
    let at = desk.organization("Alder Neighbors");
    let other = desk.organization("Birch Union");
    let mut add = |name: &str| {
        let fields = PersonFields {
            name: name.to_owned(),
            ..PersonFields::default()
        };
        desk.coalition.add_person(&fields, day(1)).unwrap().output
    };
    let (ana, bo) = (add("Ana Mora"), add("Bo Lind"));
    desk.coalition
        .add_sign_ons(desk.letter, &[at, other], day(2))
        .unwrap();
    for (organization, by) in [(at, "Ana Mora"), (other, "Bo Lind")] {
        let id = desk
            .coalition
            .find_sign_on(desk.letter, organization)
            .unwrap()
            .unwrap();
        let yes = StatusChange {
            authorized_by: Some(by.to_owned()),
            via: Some(Via::Email),
            evidence: Some("As they wrote.".to_owned()),
            ..StatusChange::to(Status::Confirmed)
        };
        desk.coalition.set_sign_on_status(&[id], &yes, day(3)).unwrap();
    }
    let of = |desk: &Desk, person_id| {
        let query = HistoryQuery {
            person_id: Some(person_id),
            ..HistoryQuery::default()
        };
        let found = desk.coalition.find_history(&query, Language::English).unwrap();
        let line = |event: &Event| event.op.message().to_string(Language::English);
        found.events.iter().map(line).collect::<Vec<_>>()
    };
    for (person, name, organization) in [
        (ana, "Ana Mora", "Alder Neighbors"),
        (bo, "Bo Lind", "Birch Union"),
    ] {
        let lines = of(&desk, person);
        assert_eq!(lines.len(), 2, "{lines:?}");
        assert!(
            lines[0].contains(organization) && lines[1].contains(name),
            "{lines:?}"
        );
    }
    // What was undone of them belongs to them too.
    desk.coalition.undo(day(4)).unwrap();
    assert_eq!((of(&desk, bo).len(), of(&desk, ana).len()), (3, 2));
    desk.coalition.remove_people(&[bo], day(5)).unwrap();
    let removed = desk.coalition.list_history(None, 1).unwrap();
    assert_eq!(
        removed[0]
            .removed
            .iter()
            .map(|person| person.id)
            .collect::<Vec<_>>(),
        [bo]
    );
    desk.coalition.undo(day(6)).unwrap();
    assert!(
        desk.coalition.list_history(None, 2).unwrap()[1]
            .removed
            .is_empty(),
        "who is back is not gone"
    );
}
