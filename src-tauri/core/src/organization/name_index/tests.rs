//! The index of names follows every change, back and forth, and says what one that is built anew says.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use chrono::{DateTime, TimeZone, Utc};
use proptest::prelude::*;

use super::*;
use crate::ahead::ReadAhead;
use crate::coalition::MOST_FOLLOWED;
use crate::merge::MergeChoices;
use crate::organization::{AliasFields, AliasKind, OrganizationFields};
use names::recognize::Recognition;
use store::journal::Op;
use vocabulary::ids::OrganizationId;

/// Something that changes names, with numbers that choose among what is there.
#[derive(Debug, Clone)]
enum Deed {
    Add(u8),
    Rename(u8, u8),
    Alias(u8, u8),
    Bare(u8),
    AliasInPlace(u8, u8),
    Remove(u8),
    Merge(u8, u8),
    Undo,
    Redo,
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        3 => any::<u8>().prop_map(Deed::Add),
        2 => any::<(u8, u8)>().prop_map(|(a, b)| Deed::Rename(a, b)),
        2 => any::<(u8, u8)>().prop_map(|(a, b)| Deed::Alias(a, b)),
        1 => any::<u8>().prop_map(Deed::Bare),
        1 => any::<(u8, u8)>().prop_map(|(a, b)| Deed::AliasInPlace(a, b)),
        1 => any::<u8>().prop_map(Deed::Remove),
        2 => any::<(u8, u8)>().prop_map(|(a, b)| Deed::Merge(a, b)),
        2 => Just(Deed::Undo),
        1 => Just(Deed::Redo),
    ]
}

const PLACES: [&str; 4] = ["Madison", "Milwaukee", "Ohio", "Tarvin"];
const KINDS: [&str; 5] = [
    "Neighbors",
    "Neighbours",
    "Lamp Makers Union",
    "Lamp Makers Union (LMU)",
    "Choir, Inc.",
];

fn name(number: u8) -> String {
    let (place, kind) = (
        usize::from(number) % PLACES.len(),
        usize::from(number / 4) % KINDS.len(),
    );
    format!("{} {}", PLACES[place], KINDS[kind])
}

fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2024, 5, 1, 12, 0, 0).unwrap()
}

fn ids(coalition: &Coalition) -> Vec<OrganizationId> {
    let mut statement = coalition
        .conn
        .prepare("SELECT id FROM organization ORDER BY name")
        .unwrap();
    let rows = statement.query_map([], |row| row.get(0)).unwrap();
    rows.map(Result::unwrap).collect()
}

/// Does a deed; what breaks a rule or finds nothing to do is not done.
fn perform(coalition: &mut Coalition, deed: &Deed) {
    let ids = ids(coalition);
    let one = |number: &u8| ids.get(usize::from(*number) % ids.len().max(1)).copied();
    let mut change = |id: Option<OrganizationId>, with: &dyn Fn(&mut OrganizationFields)| {
        let Some(id) = id else { return };
        let mut fields = OrganizationFields::from(coalition.get_organization(id).unwrap());
        with(&mut fields);
        let _ = coalition.set_organization(id, &fields, now());
    };
    match deed {
        Deed::Add(a) => {
            let fields = OrganizationFields {
                name: name(*a),
                ..Default::default()
            };
            let _ = coalition.add_organization(&fields, now());
        }
        Deed::Rename(a, b) => change(one(a), &|fields| fields.name = name(*b)),
        Deed::Alias(a, b) => change(one(a), &|fields| {
            fields.aliases.push(AliasFields {
                name: ["LMU", "MN", "Tarvin Singers"][usize::from(*b) % 3].to_owned(),
                kind: AliasKind::Spelling,
            });
        }),
        Deed::Bare(a) => change(one(a), &|fields| fields.aliases.clear()),
        Deed::AliasInPlace(a, b) => {
            // No action of today changes an alias where it is, or gives it to another; one of tomorrow may.
            let (id, alias) = (one(a), name(*b));
            let _ = coalition.transact(Op::SetOrganizations { count: 1 }, now(), |tx| {
                tx.conn.execute(
                    "UPDATE organization_alias SET name = ?1 WHERE id = (SELECT min(id) FROM organization_alias)",
                    [&alias],
                )?;
                tx.conn.execute(
                    "UPDATE organization_alias SET organization_id = coalesce(?1, organization_id)
                     WHERE id = (SELECT max(id) FROM organization_alias)",
                    [id],
                )?;
                Ok(())
            });
        }
        Deed::Remove(a) => {
            if let Some(id) = one(a) {
                let _ = coalition.remove_organizations(&[id], now());
            }
        }
        Deed::Merge(a, b) => {
            if let (Some(keep), Some(drop)) = (one(a), one(b)) {
                let _ = coalition.merge_organizations(keep, drop, &MergeChoices::default(), now());
            }
        }
        Deed::Undo => {
            let _ = coalition.undo(now());
        }
        Deed::Redo => {
            let _ = coalition.redo(now());
        }
    }
}

fn asked() -> impl Iterator<Item = String> {
    let more = [
        "LMU",
        "MN",
        "Madison",
        "Lamp Makers",
        "Tarvin Neigbors",
        "LMU Ohio",
        "Tarvin Singers",
    ];
    (0..20).map(name).chain(more.map(str::to_owned))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_names_that_followed_recognize_as_names_read_anew_do(deeds in prop::collection::vec(deed(), 1..30)) {
        let mut coalition = Coalition::in_memory().unwrap();
        let followed = coalition.share_names().unwrap();
        prop_assert!(followed.is_empty());
        drop(followed);
        for deed in &deeds {
            perform(&mut coalition, deed);
            prop_assert!(coalition.names.borrow().index.is_some(), "a small change is followed");
            let fresh = index_names(&coalition.conn).unwrap();
            let followed = coalition.share_names().unwrap();
            prop_assert_eq!(followed.len(), fresh.len());
            for name in asked() {
                let (one, other): (Recognition, Recognition) = (followed.recognize(&name), fresh.recognize(&name));
                prop_assert_eq!(one, other, "{} after {:?}", name, deed);
            }
        }
    }
}

#[test]
fn a_change_of_very_many_names_is_read_anew() {
    let mut coalition = Coalition::in_memory().unwrap();
    coalition.share_names().unwrap();
    coalition
        .transact(Op::SetOrganizations { count: 1 }, now(), |tx| {
            for n in 0..=MOST_FOLLOWED {
                let id = tx.id();
                tx.conn.execute(
                    "INSERT INTO organization (id, name) VALUES (?1, ?2)",
                    rusqlite::params![id, format!("Grove {n} Neighbors")],
                )?;
            }
            Ok(())
        })
        .unwrap();
    assert!(coalition.names.borrow().index.is_none());
    assert_eq!(coalition.share_names().unwrap().len(), MOST_FOLLOWED + 1);
}

#[test]
fn what_runs_beside_keeps_the_names_as_they_were() {
    let mut coalition = Coalition::in_memory().unwrap();
    let before = coalition.share_names().unwrap();
    perform(&mut coalition, &Deed::Add(0));
    assert!(before.is_empty());
    assert_eq!(coalition.share_names().unwrap().len(), 1);
}

#[test]
fn names_that_are_read_ahead_are_those_of_the_coalition_as_it_is_when_the_last_is_read() {
    let mut coalition = Coalition::in_memory().unwrap();
    for name in 0..7 {
        perform(&mut coalition, &Deed::Add(name));
    }
    coalition.names.take();
    let mut ahead = ReadAhead::default();
    ahead.names_per_step = 2;
    for _ in 0..8 {
        assert!(coalition.read_ahead(&mut ahead).unwrap());
    }
    assert!(
        coalition.names.borrow().index.is_none(),
        "two steps into the names"
    );
    perform(&mut coalition, &Deed::Add(9));
    while coalition.read_ahead(&mut ahead).unwrap() {}
    let read = coalition.names.borrow().index.clone().unwrap();
    let fresh = index_names(&coalition.conn).unwrap();
    assert_eq!(read.len(), fresh.len());
    for name in asked() {
        assert_eq!(read.recognize(&name), fresh.recognize(&name), "{name}");
    }
    assert!(!coalition.read_ahead(&mut ahead).unwrap(), "nothing is left");
}
