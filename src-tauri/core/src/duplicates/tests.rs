//! Duplicates of a whole coalition: by name, site and email, without those that are settled; families; groups.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use chrono::TimeZone;

use super::*;
use crate::organization::{AliasFields, AliasKind, OrganizationFields};
use crate::person::{AffiliationFields, ContactKind, ContactPoint, PersonFields};
use base::messages::Language;

fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2024, 5, 1, 12, 0, 0).unwrap()
}

struct List {
    coalition: Coalition,
}

impl List {
    fn new() -> Self {
        Self {
            coalition: Coalition::in_memory().unwrap(),
        }
    }

    fn add(&mut self, name: &str) -> OrganizationId {
        self.add_with(name, |_| {})
    }

    fn add_with(&mut self, name: &str, with: impl FnOnce(&mut OrganizationFields)) -> OrganizationId {
        let mut fields = OrganizationFields {
            name: name.into(),
            ..Default::default()
        };
        with(&mut fields);
        self.coalition.add_organization(&fields, now()).unwrap().output
    }

    fn person(&mut self, email: &str, at: &[OrganizationId]) {
        let fields = PersonFields {
            name: email.into(),
            contact_points: vec![ContactPoint {
                kind: ContactKind::Email,
                value: email.into(),
                preferred: true,
            }],
            affiliations: at
                .iter()
                .map(|id| AffiliationFields {
                    id: None,
                    organization_id: *id,
                    role: String::new(),
                    since: None,
                    until: None,
                    may_sign: false,
                    primary: false,
                })
                .collect(),
            ..Default::default()
        };
        self.coalition.add_person(&fields, now()).unwrap();
    }

    fn search(&self) -> Duplicates {
        let search = self.coalition.duplicate_search().unwrap();
        search.run(LIKELY, &mut |_| true).unwrap()
    }

    fn likely(&self) -> Vec<(OrganizationId, OrganizationId)> {
        self.search().likely.iter().map(|pair| (pair.a, pair.b)).collect()
    }

    fn families(&self) -> Vec<(OrganizationId, OrganizationId)> {
        let families = self.search().families;
        families.iter().map(|pair| (pair.parent, pair.child)).collect()
    }
}

/// Two ids as a pair is told.
fn pair(a: OrganizationId, b: OrganizationId) -> (OrganizationId, OrganizationId) {
    (a.min(b), a.max(b))
}

#[test]
fn what_was_said_not_to_be_the_same_is_not_offered_again() {
    let mut list = List::new();
    let (a, b) = (list.add("Kids Forward"), list.add("Kids Foward"));
    assert_eq!(list.likely(), [pair(a, b)]);
    list.coalition.keep_apart(b, a, now()).unwrap();
    assert_eq!(list.likely(), []);
    list.coalition.undo(now()).unwrap();
    assert_eq!(list.likely(), [pair(a, b)]);
}

#[test]
fn parent_and_chapter_and_two_chapters_of_one_parent_are_settled() {
    let mut list = List::new();
    let parent = list.add("Kids Forward");
    let under = |fields: &mut OrganizationFields| fields.parent_id = Some(parent);
    list.add_with("Kids Foward", under);
    list.add_with("Kids Forwards", under);
    assert_eq!(list.likely(), []);
    assert_eq!(list.families(), []);
}

#[test]
fn the_same_site_or_email_makes_a_pair_and_strengthens_one() {
    let mut list = List::new();
    let at = |site: &'static str| move |fields: &mut OrganizationFields| fields.website = site.into();
    let old = list.add_with("Brightwater Alliance", at("https://www.brightwater.example/"));
    let new = list.add_with("Dane Lamp Project", at("brightwater.example"));
    let one = list.add_with("Kids Forward", at("kids.example"));
    let other = list.add("Kids Foward");
    list.person("mo@kids.example", &[other]);
    let found = list.search();
    let reasons = |pair: (OrganizationId, OrganizationId)| -> Vec<String> {
        let likeness = found
            .likely
            .iter()
            .find(|likeness| (likeness.a, likeness.b) == pair);
        let reasons = &likeness.unwrap().reasons;
        reasons
            .iter()
            .map(|reason| reason.to_string(Language::English))
            .collect()
    };
    assert_eq!(reasons(pair(old, new)), ["The same site: brightwater.example"]);
    assert_eq!(
        reasons(pair(one, other))[1],
        "kids.example is the site of one and in an email of the other"
    );
    assert_eq!(found.likely.len(), 2);
    assert!(found.likely[0].score > found.likely[1].score);
}

#[test]
fn people_of_two_houses_and_public_providers_make_no_pair() {
    let mut list = List::new();
    let (a, b) = (list.add("Alder Choir"), list.add("Birch Guild"));
    list.person("mo@alder.example", &[a, b]);
    list.person("alder@gmail.com", &[a]);
    list.person("birch@gmail.com", &[b]);
    assert_eq!(list.likely(), []);
    list.person("ada@alder.example", &[a]);
    list.person("bo@alder.example", &[b]);
    assert_eq!(list.likely(), [pair(a, b)]);
}

#[test]
fn a_family_with_one_site_and_one_alias_is_still_no_duplicate() {
    let mut list = List::new();
    let with = |fields: &mut OrganizationFields| {
        fields.website = "lamps.example".into();
        fields.aliases = vec![AliasFields {
            name: "LMU".into(),
            kind: AliasKind::Acronym,
        }];
    };
    for name in [
        "Lamp Makers Union",
        "Lamp Makers Union Madison Chapter",
        "Lamp Makers Union Milwaukee Chapter",
        "Lamp Makers Union Action Fund",
        "Lamp Makers Union Local 5",
    ] {
        list.add_with(name, with);
    }
    assert_eq!(list.likely(), []);
}

#[test]
fn chapters_that_nothing_says_so_of_are_offered_under_their_parent() {
    let mut list = List::new();
    let parent = list.add("Lamp Makers Union (LMU)");
    let national = list.add("National Association of Lamplighters");
    let chapters = [
        list.add("Lamp Makers Union, Madison Chapter"),
        list.add("LMU Ohio"),
        list.add("Milwaukee Lamp Makers Union"),
        list.add("Lamp Makers Union of Dane County"),
        list.add("Lone Tree Chapter of the Lamp Makers Union"),
    ];
    let local = list.add("LMU Ohio Local 5");
    let state = list.add("Association of Lamplighters of Ohio");
    for name in [
        "Lamp Makers Union Action Fund",
        "Friends of the Lamp Makers Union",
        "Ohio",
    ] {
        list.add(name);
    }
    let mut expected: Vec<_> = chapters.iter().map(|chapter| (parent, *chapter)).collect();
    expected.push((chapters[1], local));
    expected.push((national, state));
    expected.sort_unstable();
    let mut found = list.families();
    found.sort_unstable();
    assert_eq!(found, expected);
    // What a person says of one is settled.
    list.coalition.keep_apart(parent, chapters[0], now()).unwrap();
    assert!(!list.families().contains(&(parent, chapters[0])));
}

#[test]
fn a_group_never_brings_a_chapter_and_its_parent_together() {
    let mut list = List::new();
    let parent = list.add("Lamp Makers Union");
    let acronym = list.add("LMU");
    let chapter = list.add_with("Lamp Makers Union Madison Chapter", |fields| {
        fields.aliases = vec![AliasFields {
            name: "LMU".into(),
            kind: AliasKind::Acronym,
        }];
    });
    let found = list.search();
    assert!(
        !found
            .likely
            .iter()
            .any(|likeness| (likeness.a, likeness.b) == pair(parent, chapter))
    );
    for group in &found.groups {
        let ids: HashSet<OrganizationId> = group
            .iter()
            .flat_map(|at| [found.likely[*at].a, found.likely[*at].b])
            .collect();
        assert!(!(ids.contains(&parent) && ids.contains(&chapter)));
        assert!(ids.contains(&acronym));
    }
}

#[test]
fn a_group_is_never_larger_than_can_be_looked_at() {
    let mut list = List::new();
    let ids: Vec<OrganizationId> = (0..30)
        .map(|n| list.add(&format!("Alder Neighbors{}", ",".repeat(n))))
        .collect();
    let found = list.search();
    assert!(found.likely.len() >= ids.len() - 1);
    let mut shown = HashSet::new();
    for group in &found.groups {
        let members: HashSet<OrganizationId> = group
            .iter()
            .flat_map(|at| [found.likely[*at].a, found.likely[*at].b])
            .collect();
        assert!(members.len() <= 12);
        shown.extend(members);
    }
    assert_eq!(shown.len(), ids.len(), "every one is in some group");
    let pairs: usize = found.groups.iter().map(Vec::len).sum();
    assert_eq!(pairs, found.likely.len(), "and every pair");
}

#[test]
fn a_search_tells_how_far_it_is_and_stops_when_told_to() {
    let mut list = List::new();
    for n in 0..200 {
        list.add(&format!("Grove {n} Neighbors"));
    }
    let search = list.coalition.duplicate_search().unwrap();
    let mut told: Vec<Progress> = Vec::new();
    search
        .run(LIKELY, &mut |progress| {
            told.push(progress);
            true
        })
        .unwrap();
    assert!(told.is_sorted_by_key(|progress| progress.done));
    assert_eq!(told.last().map(|progress| progress.done), Some(1000));
    for stop in [0, 1, told.len() / 2, told.len() - 1] {
        let mut calls = 0;
        let stopped = search.run(LIKELY, &mut |_| {
            calls += 1;
            calls <= stop
        });
        assert!(matches!(stopped, Err(Error::Cancelled)));
        assert_eq!(calls, stop + 1, "nothing runs on after it was stopped");
    }
}

#[test]
fn an_acronym_of_many_makes_no_pairs_and_that_of_one_does() {
    let mut list = List::new();
    let short = |acronym: &'static str| {
        move |fields: &mut OrganizationFields| {
            fields.aliases = vec![AliasFields {
                name: acronym.into(),
                kind: AliasKind::Acronym,
            }];
        }
    };
    for name in [
        "Stepping Stone Society",
        "Sweet Spring Society",
        "Silver Star Singers",
        "South Shore Sailors",
        "Sun and Still Solar",
    ] {
        list.add_with(name, short("SSS"));
    }
    list.add_with("Pepper Mill Street Vendors", short("SSSV"));
    list.add("SSS");
    assert_eq!(list.likely(), []);
    let whole = list.add_with("Lamp Makers Union", short("LMU"));
    let only = list.add("LMU");
    list.add_with("Lake Michigan Umbrella Makers", short("LMUM"));
    assert_eq!(list.likely(), [pair(whole, only)]);
    // FIR is not the tree, nor LMU the union of a town that is called so.
    list.add_with("Friends of Ironport River", short("FIR"));
    list.add("Fir Vista Carpenters, Local 1561");
    assert_eq!(list.families(), []);
}

#[test]
fn a_former_name_of_another_is_told_as_such() {
    let mut list = List::new();
    let a = list.add_with("Brightwater Alliance", |fields| {
        fields.aliases = vec![AliasFields {
            name: "Dane Lamp Project".into(),
            kind: AliasKind::Former,
        }];
    });
    let b = list.add("Dane Lamp Project, Inc.");
    let found = list.search();
    let [likeness] = found.likely.as_slice() else {
        panic!("one pair");
    };
    assert_eq!((likeness.a, likeness.b), pair(a, b));
    assert!(likeness.score < 1.0);
    assert_eq!(
        likeness.reasons[0].to_string(Language::English),
        "Known as “Dane Lamp Project”"
    );
}
