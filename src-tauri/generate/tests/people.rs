//! What each filter of people finds.

#![allow(clippy::unwrap_used)]

use undersigned_core::Coalition;
use undersigned_core::person::{AffiliationFields, PersonFields, PersonFilter, PersonRow, PersonSort};
use undersigned_generate::{Size, fixture_now, generate};

fn some_people() -> Coalition {
    let mut coalition = Coalition::in_memory().unwrap();
    let size = Size {
        organizations: 300,
        people: 1_000,
        letters: 1,
    };
    generate(&mut coalition, size, 7, fixture_now()).unwrap();
    coalition
}

fn found(coalition: &Coalition, filter: &PersonFilter) -> Vec<PersonRow> {
    let page = coalition
        .list_people(filter, PersonSort::default(), 0, usize::MAX)
        .unwrap();
    assert_eq!(page.total as usize, page.rows.len());
    page.rows
}

/// Each filter that asks for a yes or a no, and what it means of a row.
type Asked = (fn(Option<bool>) -> PersonFilter, fn(&PersonRow) -> bool);

#[test]
fn each_yes_and_no_finds_the_rows_that_say_so_and_the_other_all_the_rest() {
    let coalition = some_people();
    let everybody = found(&coalition, &PersonFilter::default());
    let asked: [Asked; 5] = [
        (
            |may_sign| PersonFilter {
                may_sign,
                ..Default::default()
            },
            |row| row.may_sign,
        ),
        (
            |primary| PersonFilter {
                primary,
                ..Default::default()
            },
            |row| row.primary,
        ),
        (
            |do_not_contact| PersonFilter {
                do_not_contact,
                ..Default::default()
            },
            |row| row.do_not_contact,
        ),
        (
            |has_email| PersonFilter {
                has_email,
                ..Default::default()
            },
            |row| row.email.is_some(),
        ),
        (
            |has_phone| PersonFilter {
                has_phone,
                ..Default::default()
            },
            |row| row.phone.is_some(),
        ),
    ];
    for (filter, is_so) in asked {
        for wanted in [true, false] {
            let filter = filter(Some(wanted));
            let by_hand: Vec<PersonRow> = everybody
                .iter()
                .filter(|row| is_so(row) == wanted)
                .cloned()
                .collect();
            assert!(!by_hand.is_empty(), "{filter:?} is tried on nobody");
            assert_eq!(found(&coalition, &filter), by_hand, "{filter:?}");
        }
    }
    // A row does not say whether somebody is still there: nobody is both, and nobody neither.
    let [here, gone] = [true, false].map(|current| {
        let current = Some(current);
        found(
            &coalition,
            &PersonFilter {
                current,
                ..Default::default()
            },
        )
    });
    assert!(!gone.is_empty() && here.iter().all(|row| !gone.contains(row)));
    assert_eq!(here.len() + gone.len(), everybody.len());
}

#[test]
fn people_are_found_by_each_language_that_they_speak() {
    let coalition = some_people();
    let everybody = found(&coalition, &PersonFilter::default());
    for languages in [vec!["es"], vec!["en"], vec!["hmn", "es"], vec!["e"], vec!["%"]] {
        let languages: Vec<String> = languages.into_iter().map(str::to_owned).collect();
        let speaks = |row: &PersonRow| row.languages.iter().any(|one| languages.contains(one));
        let by_hand: Vec<PersonRow> = everybody.iter().filter(|row| speaks(row)).cloned().collect();
        let filter = PersonFilter {
            languages: languages.clone(),
            ..Default::default()
        };
        assert_eq!(found(&coalition, &filter), by_hand, "{languages:?}");
    }
}

#[test]
fn a_person_is_found_in_the_state_of_the_organization_where_the_list_shows_them() {
    let mut coalition = some_people();
    let in_state = |coalition: &Coalition, state: &str| {
        let filter = PersonFilter {
            states: vec![state.to_owned()],
            ..Default::default()
        };
        found(coalition, &filter)
    };
    let states: std::collections::HashMap<_, _> = coalition
        .list_organizations(
            &undersigned_core::organization::OrganizationFilter::default(),
            undersigned_core::organization::OrganizationSort::default(),
            0,
            usize::MAX,
        )
        .unwrap()
        .rows
        .into_iter()
        .map(|row| (row.id, row.state))
        .collect();
    let by_hand: Vec<PersonRow> = found(&coalition, &PersonFilter::default())
        .into_iter()
        .filter(|row| row.organization_id.is_some_and(|id| states[&id] == "WI"))
        .collect();
    assert!(!by_hand.is_empty());
    assert_eq!(in_state(&coalition, "wi"), by_hand);

    // What is remembered of who is where does not outlive a change of it.
    let elsewhere = *states.iter().find(|(_, state)| **state == "VT").unwrap().0;
    let moved = PersonFields {
        name: "Ana Mudanza".into(),
        affiliations: vec![AffiliationFields {
            id: None,
            organization_id: elsewhere,
            role: String::new(),
            since: None,
            until: None,
            may_sign: false,
            primary: false,
        }],
        ..Default::default()
    };
    let before = in_state(&coalition, "VT").len();
    let ana = coalition.add_person(&moved, fixture_now()).unwrap().output;
    assert_eq!(in_state(&coalition, "VT").len(), before + 1);
    let gone = PersonFields {
        affiliations: Vec::new(),
        ..moved
    };
    coalition.set_person(ana, &gone, fixture_now()).unwrap();
    assert_eq!(in_state(&coalition, "VT").len(), before);
}
