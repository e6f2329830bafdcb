//! Parts of a long list are parts of the whole, in every order and with every filter.

#![allow(clippy::unwrap_used)]

use undersigned_core::Coalition;
use undersigned_core::organization::{
    Membership, OrganizationColumn, OrganizationField, OrganizationFields, OrganizationFilter,
    OrganizationKind, OrganizationSort, Scope, Standing,
};
use undersigned_core::person::{AffiliationFields, PersonFields, PersonFilter, PersonSort};
use undersigned_generate::{Size, fixture_now, generate};

/// A list that is long enough for every way of reading a part.
fn long() -> Coalition {
    let mut coalition = Coalition::in_memory().unwrap();
    let size = Size {
        organizations: 9_000,
        people: 3_000,
        letters: 3,
    };
    generate(&mut coalition, size, 1, fixture_now()).unwrap();
    coalition
}

#[test]
fn every_part_of_a_list_is_the_same_part_of_the_whole() {
    let coalition = long();
    let filters = [
        OrganizationFilter::default(),
        OrganizationFilter {
            scopes: vec![Scope::Local],
            ..OrganizationFilter::default()
        },
        OrganizationFilter {
            kinds: vec![OrganizationKind::Faith],
            ..OrganizationFilter::default()
        },
        OrganizationFilter {
            tags: vec!["housing".to_owned()],
            ..OrganizationFilter::default()
        },
        OrganizationFilter {
            has_person: Some(false),
            ..OrganizationFilter::default()
        },
        OrganizationFilter {
            standing: Some(Standing::Chapter),
            ..OrganizationFilter::default()
        },
        OrganizationFilter {
            signed_least: Some(1),
            has_person: Some(true),
            scopes: vec![Scope::Local],
            ..OrganizationFilter::default()
        },
        OrganizationFilter {
            standing: Some(Standing::Alone),
            ..OrganizationFilter::default()
        },
        OrganizationFilter {
            memberships: vec![Membership::Member],
            has_signer: Some(true),
            ..OrganizationFilter::default()
        },
    ];
    for filter in &filters {
        for column in OrganizationColumn::ALL {
            let sort = |reversed| OrganizationSort {
                column: *column,
                reversed,
            };
            let whole = coalition.list_organization_ids(filter, sort(false)).unwrap();
            let mut turned = coalition.list_organization_ids(filter, sort(true)).unwrap();
            turned.reverse();
            assert_eq!(whole, turned, "{column:?} {filter:?}");
            for reversed in [false, true] {
                for offset in [
                    0,
                    1,
                    whole.len() / 3,
                    whole.len() / 2 + 1,
                    whole.len().saturating_sub(7),
                    whole.len(),
                ] {
                    let page = coalition
                        .list_organizations(filter, sort(reversed), offset, 7)
                        .unwrap();
                    assert_eq!(page.total as usize, whole.len());
                    let wanted: Vec<_> = if reversed {
                        whole.iter().rev().skip(offset).take(7).copied().collect()
                    } else {
                        whole.iter().skip(offset).take(7).copied().collect()
                    };
                    let rows: Vec<_> = page.rows.iter().map(|row| row.id).collect();
                    assert_eq!(rows, wanted, "{column:?} {reversed} {offset} {filter:?}");
                }
            }
        }
    }
}

#[test]
fn what_is_remembered_of_a_list_is_forgotten_when_it_changes() {
    let mut coalition = long();
    let filter = OrganizationFilter {
        tags: vec!["housing".to_owned()],
        ..OrganizationFilter::default()
    };
    let sort = OrganizationSort::default();
    let before = coalition.list_organizations(&filter, sort, 0, 5).unwrap();
    let ids = [before.rows[0].id];
    coalition
        .set_organization_field(&ids, OrganizationField::RemoveTag, "housing", fixture_now())
        .unwrap();
    let after = coalition.list_organizations(&filter, sort, 0, 5).unwrap();
    assert_eq!(after.total, before.total - 1);
    assert_eq!(after.rows[0].id, before.rows[1].id);
}

#[test]
fn people_are_found_by_the_organization_that_they_are_at_as_long_as_they_are() {
    let mut coalition = Coalition::in_memory().unwrap();
    let fields = OrganizationFields {
        name: "Meadow League".to_owned(),
        ..OrganizationFields::default()
    };
    let organization_id = coalition.add_organization(&fields, fixture_now()).unwrap().output;
    let mut robin = PersonFields {
        name: "Robin Sample".to_owned(),
        affiliations: vec![AffiliationFields {
            id: None,
            organization_id,
            role: String::new(),
            since: None,
            until: None,
            may_sign: false,
            primary: false,
        }],
        ..PersonFields::default()
    };
    let id = coalition.add_person(&robin, fixture_now()).unwrap().output;
    let found = |coalition: &Coalition| {
        let filter = PersonFilter {
            text: "meadow".to_owned(),
            ..PersonFilter::default()
        };
        let page = coalition
            .list_people(&filter, PersonSort::default(), 0, 5)
            .unwrap();
        page.rows.iter().map(|row| row.id).collect::<Vec<_>>()
    };
    assert_eq!(found(&coalition), [id]);
    robin.affiliations.clear();
    coalition.set_person(id, &robin, fixture_now()).unwrap();
    assert!(found(&coalition).is_empty());
    coalition.undo(fixture_now()).unwrap();
    assert_eq!(found(&coalition), [id]);
}
