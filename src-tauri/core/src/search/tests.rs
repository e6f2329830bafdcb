//! Finding, by what a person would type. All names are invented.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod any_string;
mod people;

use std::sync::Arc;

use super::*;
use crate::import::{Choices, ImportTarget, Likely};
use crate::letter::LetterFields;
use crate::organization::{
    AliasFields, AliasKind, OrganizationColumn, OrganizationField, OrganizationFields, OrganizationFilter,
    OrganizationSort,
};
use crate::person::{AffiliationFields, ContactKind, ContactPoint, PersonFields, PersonFilter, PersonSort};
use ::vocabulary::ids::{OrganizationId, PersonId};
use base::progress::no_progress;
use chrono::{DateTime, TimeZone, Utc};

fn day(day: i64) -> DateTime<Utc> {
    Utc.timestamp_opt(1_700_000_000 + day * 86_400, 0).unwrap()
}

/// A coalition that is being filled for a test.
struct Desk(Coalition);

impl Desk {
    fn new() -> Self {
        Self(Coalition::in_memory().unwrap())
    }

    fn organization(&mut self, name: &str) -> OrganizationId {
        self.organization_with(name, |_| {})
    }

    fn organization_with(&mut self, name: &str, set: impl FnOnce(&mut OrganizationFields)) -> OrganizationId {
        let mut fields = OrganizationFields {
            name: name.to_owned(),
            ..OrganizationFields::default()
        };
        set(&mut fields);
        self.0.add_organization(&fields, day(0)).unwrap().output
    }

    /// An organization with another name.
    fn alias(&mut self, name: &str, alias: &str, kind: AliasKind) -> OrganizationId {
        self.organization_with(name, |fields| {
            fields.aliases.push(AliasFields {
                name: alias.to_owned(),
                kind,
            });
        })
    }

    /// A person with addresses, each an email when it has an "@".
    fn person(&mut self, name: &str, addresses: &[&str]) -> PersonId {
        self.person_at(name, addresses, None, "")
    }

    fn person_at(
        &mut self,
        name: &str,
        addresses: &[&str],
        at: Option<OrganizationId>,
        role: &str,
    ) -> PersonId {
        let fields = PersonFields {
            name: name.to_owned(),
            contact_points: addresses
                .iter()
                .map(|address| ContactPoint {
                    kind: if address.contains('@') {
                        ContactKind::Email
                    } else {
                        ContactKind::Phone
                    },
                    value: (*address).to_owned(),
                    preferred: false,
                })
                .collect(),
            affiliations: at
                .into_iter()
                .map(|organization_id| AffiliationFields {
                    id: None,
                    organization_id,
                    role: role.to_owned(),
                    since: None,
                    until: None,
                    may_sign: false,
                    primary: false,
                })
                .collect(),
            ..PersonFields::default()
        };
        self.0.add_person(&fields, day(0)).unwrap().output
    }

    fn letter(&mut self, title: &str, on: i64) {
        let fields = LetterFields {
            title: title.to_owned(),
            addressee: "the county board".to_owned(),
            ..LetterFields::default()
        };
        self.0.add_letter(&fields, day(on)).unwrap();
    }

    /// Pushes everything out of the last few hundred events, so that nothing counts as used.
    fn long_ago(&self) {
        self.0
            .conn
            .execute_batch(
                "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)
                 INSERT INTO event (at, action, journal_id, op) SELECT '', 'do', 1, '{}' FROM n",
            )
            .unwrap();
    }

    fn titles(&self, query: &str) -> Vec<String> {
        let hits = self.0.search(query, 12).unwrap();
        hits.into_iter().map(|hit| hit.title).collect()
    }

    /// The title of each hit, and by what it was found.
    fn matched(&self, query: &str) -> Vec<(String, Option<String>)> {
        let hits = self.0.search(query, 12).unwrap();
        hits.into_iter().map(|hit| (hit.title, hit.matched)).collect()
    }

    fn listed(&self, text: &str) -> Vec<String> {
        let filter = OrganizationFilter::finding(text);
        let page = self
            .0
            .list_organizations(&filter, OrganizationSort::default(), 0, 100);
        page.unwrap().rows.into_iter().map(|row| row.name).collect()
    }

    fn listed_people(&self, text: &str) -> Vec<String> {
        let filter = PersonFilter {
            text: text.to_owned(),
            ..PersonFilter::default()
        };
        let page = self.0.list_people(&filter, PersonSort::default(), 0, 100);
        page.unwrap().rows.into_iter().map(|row| row.name).collect()
    }
}

#[test]
fn exact_initials_come_first_then_names_then_beginnings_then_words_then_middles() {
    let mut desk = Desk::new();
    desk.organization("Grand Unmarked Alliance");
    desk.organization("Friends of Marlow");
    desk.organization("Marlow Growers");
    desk.alias("Seven Bells", "Marlow Ringers", AliasKind::Former);
    desk.alias(
        "Meadow and River Landing of Ohio Watch",
        "MARLOW",
        AliasKind::Acronym,
    );
    desk.organization("Marlow");
    desk.organization("Newmarlow Library");
    desk.long_ago();
    assert_eq!(
        desk.titles("marlow"),
        [
            "Meadow and River Landing of Ohio Watch",
            "Marlow",
            "Marlow Growers",
            "Seven Bells",
            "Friends of Marlow",
            "Newmarlow Library",
        ]
    );
}

#[test]
fn among_as_likely_ones_the_order_is_that_of_the_list() {
    let mut desk = Desk::new();
    for name in [
        "Alder Local 10",
        "Alder Local 9",
        "The Alder Circle",
        "alder Bakers",
        "Álder Drummers",
    ] {
        desk.organization(name);
    }
    desk.organization_with("Alder Zebra", |fields| fields.sort_as = Some("Aaa".to_owned()));
    desk.long_ago();
    assert_eq!(
        desk.titles("alder"),
        [
            "Alder Zebra",
            "alder Bakers",
            "The Alder Circle",
            "Álder Drummers",
            "Alder Local 9",
            "Alder Local 10"
        ]
    );
}

#[test]
fn what_was_used_lately_comes_before_others_that_are_as_likely() {
    let mut desk = Desk::new();
    let beta = desk.organization("Cedar Beta");
    desk.organization("Cedar Alpha");
    let gamma = desk.organization("Cedar Gamma");
    desk.organization("Old Cedar");
    desk.long_ago();
    assert_eq!(
        desk.titles("cedar"),
        ["Cedar Alpha", "Cedar Beta", "Cedar Gamma", "Old Cedar"]
    );
    desk.0.note_used(HitKind::Organization, gamma.0);
    assert_eq!(
        desk.titles("cedar"),
        ["Cedar Gamma", "Cedar Alpha", "Cedar Beta", "Old Cedar"]
    );
    desk.0.note_used(HitKind::Organization, beta.0);
    assert_eq!(
        desk.titles("cedar"),
        ["Cedar Beta", "Cedar Gamma", "Cedar Alpha", "Old Cedar"]
    );
    let events = || -> i64 {
        let count = desk
            .0
            .conn
            .query_row("SELECT count(*) FROM event", [], |row| row.get(0));
        count.unwrap()
    };
    let before = events();
    desk.0.note_used(HitKind::Organization, beta.0);
    assert_eq!(desk.titles("cedar")[0], "Cedar Beta");
    assert_eq!(events(), before, "nothing is written");
}

#[test]
fn what_the_history_tells_of_counts_as_used_but_an_import_does_not() {
    let mut desk = Desk::new();
    desk.organization("Elm Alpha");
    let beta = desk.organization("Elm Beta");
    desk.long_ago();
    let fields = OrganizationFields {
        name: "Elm Beta".to_owned(),
        note: "called".to_owned(),
        ..OrganizationFields::default()
    };
    desk.0.set_organization(beta, &fields, day(1)).unwrap();
    assert_eq!(desk.titles("elm"), ["Elm Beta", "Elm Alpha"]);
    let names: Vec<String> = (10..60).map(|number| format!("Elm Zed {number}")).collect();
    let source = Arc::new(desk.0.open_list("", &names.join("\n")).unwrap().into());
    let choices = Choices::new(ImportTarget::Organizations, Likely::New);
    let plan = desk
        .0
        .plan_import(&source, choices, &mut no_progress, day(2))
        .unwrap();
    desk.0.import(&source, &plan, &mut no_progress, day(2)).unwrap();
    assert_eq!(desk.titles("elm")[..3], ["Elm Beta", "Elm Alpha", "Elm Zed 10"]);
}

#[test]
fn something_used_lately_is_found_even_among_thousands() {
    let mut desk = Desk::new();
    for number in 0..60 {
        desk.organization(&format!("Union {number:03}"));
    }
    let last = desk.organization("Union 999");
    desk.long_ago();
    desk.0.note_used(HitKind::Organization, last.0);
    assert_eq!(desk.titles("uni")[..2], ["Union 999", "Union 000"]);
}

#[test]
fn accents_case_and_punctuation_are_aside() {
    let mut desk = Desk::new();
    desk.organization("Coalición Ñandú");
    desk.organization("Jürgen Straße e.V.");
    desk.organization("O’Brien R&D Fund");
    desk.organization("東京都の会");
    for (query, found) in [
        ("coalicion", "Coalición Ñandú"),
        ("COALICIÓN ÑAN", "Coalición Ñandú"),
        ("nandu", "Coalición Ñandú"),
        ("N\u{303}andu\u{301}", "Coalición Ñandú"),
        ("jurgen", "Jürgen Straße e.V."),
        ("strasse", "Jürgen Straße e.V."),
        ("jurgen strasse", "Jürgen Straße e.V."),
        ("e.V.", "Jürgen Straße e.V."),
        ("o'brien", "O’Brien R&D Fund"),
        ("obrien", "O’Brien R&D Fund"),
        ("R&D", "O’Brien R&D Fund"),
        ("r & d fund", "O’Brien R&D Fund"),
        ("東京", "東京都の会"),
        ("京都", "東京都の会"),
        ("🦡 東京 🦡", "東京都の会"),
    ] {
        assert_eq!(desk.titles(query), [found], "{query}");
    }
    assert!(desk.titles("🦡").is_empty());
    assert!(desk.titles("...").is_empty());
    assert!(desk.titles("").is_empty());
}

#[test]
fn a_leading_article_may_be_typed_or_left_out() {
    let mut desk = Desk::new();
    desk.organization("The Acorn Society");
    desk.organization("Acorn Teachers");
    desk.organization("La Crosse Weavers");
    desk.organization("La Casa Verde");
    desk.organization("Copper Miners");
    desk.organization("Theater Owners");
    desk.long_ago();
    assert_eq!(desk.titles("acorn"), ["The Acorn Society", "Acorn Teachers"]);
    assert_eq!(desk.titles("the acorn"), ["The Acorn Society", "Acorn Teachers"]);
    assert_eq!(desk.titles("the acorn society")[0], "The Acorn Society");
    assert_eq!(desk.titles("la c"), ["La Casa Verde", "La Crosse Weavers"]);
    assert_eq!(desk.titles("la cro"), ["La Crosse Weavers"]);
    assert_eq!(desk.titles("the"), ["The Acorn Society", "Theater Owners"]);
}

#[test]
fn initials_are_found_with_and_without_dots() {
    let mut desk = Desk::new();
    desk.alias("Brook Land Owners", "B.L.O.", AliasKind::Acronym);
    desk.alias("Quarry Rail Society", "QRS", AliasKind::Acronym);
    for (query, found, matched) in [
        ("blo", "Brook Land Owners", "B.L.O."),
        ("B.L.O.", "Brook Land Owners", "B.L.O."),
        ("qrs", "Quarry Rail Society", "QRS"),
        ("Q.R.S.", "Quarry Rail Society", "QRS"),
    ] {
        assert_eq!(
            desk.matched(query),
            [(found.to_owned(), Some(matched.to_owned()))],
            "{query}"
        );
    }
}

#[test]
fn an_organization_is_found_by_place_and_tag_after_those_of_that_name() {
    let mut desk = Desk::new();
    desk.organization_with("Harbor Singers", |fields| {
        fields.city = "Elkhorn".to_owned();
        fields.state = "WI".to_owned();
    });
    desk.organization_with("Quilters", |fields| fields.tags = vec!["Elkhorn fair".to_owned()]);
    desk.organization("Friends of Elkhorn");
    desk.organization("Elkhorn Band");
    desk.long_ago();
    assert_eq!(
        desk.matched("elkhorn"),
        [
            ("Elkhorn Band".to_owned(), None),
            ("Friends of Elkhorn".to_owned(), None),
            ("Harbor Singers".to_owned(), None),
            ("Quilters".to_owned(), Some("Elkhorn fair".to_owned())),
        ]
    );
    assert_eq!(desk.titles("singers elkhorn wi"), ["Harbor Singers"]);
    assert_eq!(desk.0.search("harbor", 1).unwrap()[0].detail, "Elkhorn, WI");
}

#[test]
fn an_organization_is_found_by_its_district_and_by_who_talks_to_it_as_they_are_now() {
    let mut desk = Desk::new();
    desk.organization_with("Harbor Singers", |fields| {
        fields.texts.district = "Lakeland".to_owned();
        fields.texts.owner = "Ilse".to_owned();
    });
    desk.organization("Quilters");
    assert_eq!(desk.titles("lakeland"), ["Harbor Singers"]);
    assert_eq!(desk.titles("ilse"), ["Harbor Singers"]);
    let id = desk.0.resolve_organization("Harbor Singers").unwrap();
    desk.0
        .set_organization_field(&[id], OrganizationField::District, "Foothills", day(9))
        .unwrap();
    assert_eq!(desk.titles("foothills singers"), ["Harbor Singers"]);
    assert_eq!(desk.titles("lakeland"), [""; 0]);

    let sort = OrganizationSort {
        column: OrganizationColumn::District,
        reversed: false,
    };
    let filter = OrganizationFilter::default();
    let page = desk.0.list_organizations(&filter, sort, 0, 10).unwrap();
    let names: Vec<&str> = page.rows.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names, ["Harbor Singers", "Quilters"]);
}

#[test]
fn the_alias_is_told_by_which_it_was_found_unless_the_name_shows_it() {
    let mut desk = Desk::new();
    desk.alias(
        "Bluff Farmers Guild",
        "Farm Bureau of the Bluffs",
        AliasKind::Former,
    );
    let name = "Bluff Farmers Guild".to_owned();
    assert_eq!(desk.matched("bluff"), [(name.clone(), None)]);
    assert_eq!(desk.matched("farm"), [(name.clone(), None)]);
    for query in ["farm bureau", "bureau", "urea"] {
        assert_eq!(
            desk.matched(query),
            [(name.clone(), Some("Farm Bureau of the Bluffs".to_owned()))],
            "{query}"
        );
    }
}

#[test]
fn the_middle_of_a_word_counts_from_three_letters() {
    let mut desk = Desk::new();
    desk.organization("Ironworkers of the Valley");
    assert_eq!(desk.titles("work"), ["Ironworkers of the Valley"]);
    assert_eq!(desk.titles("ork"), ["Ironworkers of the Valley"]);
    assert_eq!(desk.titles("orkers val"), ["Ironworkers of the Valley"]);
    assert!(desk.titles("rk").is_empty());
}

#[test]
fn slips_are_forgiven_when_nothing_else_is_found() {
    let mut desk = Desk::new();
    desk.organization("Riverbend Cooperative");
    desk.organization("Lake Shore Painters");
    desk.organization("Lantern Project");
    for (query, found) in [
        ("rivrebend", "Riverbend Cooperative"),
        ("riverbnd coop", "Riverbend Cooperative"),
        ("cooperetive", "Riverbend Cooperative"),
        ("coopperativ", "Riverbend Cooperative"),
        ("river bend", "Riverbend Cooperative"),
        ("lakeshore", "Lake Shore Painters"),
        ("lakeshore paint", "Lake Shore Painters"),
        ("lantren", "Lantern Project"),
        ("lanter projct", "Lantern Project"),
    ] {
        assert_eq!(desk.titles(query), [found], "{query}");
    }
    assert!(desk.titles("lnt").is_empty(), "too short to tell");
    desk.organization("Lantren Brothers");
    assert_eq!(desk.titles("lantren"), ["Lantren Brothers"], "found as typed");
}

#[test]
fn kinds_share_the_room_and_stand_in_order_within_a_tier() {
    let mut desk = Desk::new();
    for number in 0..40 {
        desk.organization(&format!("Maple Group {number:02}"));
        desk.person(&format!("Maple Person{number:02}"), &[]);
    }
    desk.letter("Plant a maple in every yard", 1);
    desk.letter("Maple syrup for all", 1);
    desk.letter("Maple trees now", 2);
    desk.long_ago();
    let hits = desk.0.search("maple", 12).unwrap();
    let titles: Vec<&str> = hits.iter().map(|hit| hit.title.as_str()).collect();
    assert_eq!(
        titles,
        [
            "Maple trees now",
            "Maple syrup for all",
            "Maple Group 00",
            "Maple Group 01",
            "Maple Group 02",
            "Maple Group 03",
            "Maple Group 04",
            "Maple Person00",
            "Maple Person01",
            "Maple Person02",
            "Maple Person03",
            "Maple Person04",
        ]
    );
    assert_eq!(desk.0.search("maple", 2).unwrap().len(), 2);
    assert!(desk.0.search("maple", 0).unwrap().is_empty());
}

#[test]
fn a_letter_is_found_among_many_organizations_that_begin_so() {
    let mut desk = Desk::new();
    for number in 0..40 {
        desk.organization(&format!("Quarry Group {number:02}"));
    }
    desk.letter("Close the quarry", 1);
    desk.long_ago();
    let hits = desk.0.search("quarry", 12).unwrap();
    assert_eq!(hits.len(), 12);
    assert_eq!(hits[11].title, "Close the quarry");
    assert_eq!(hits[11].detail, "the county board");
}

#[test]
fn what_is_new_or_renamed_is_found_by_its_middle_and_by_slips_at_once() {
    let mut desk = Desk::new();
    desk.organization("Gravel Pit");
    assert!(desk.titles("nderpas").is_empty());
    let id = desk.organization("Underpass Painters");
    assert_eq!(desk.titles("nderpas"), ["Underpass Painters"]);
    assert_eq!(desk.titles("undrepass"), ["Underpass Painters"]);
    let fields = OrganizationFields {
        name: "Overbridge Painters".to_owned(),
        ..OrganizationFields::default()
    };
    desk.0.set_organization(id, &fields, day(1)).unwrap();
    assert_eq!(desk.titles("verbri"), ["Overbridge Painters"]);
    assert!(desk.titles("nderpas").is_empty());
    desk.0.undo(day(2)).unwrap();
    assert_eq!(desk.titles("nderpas"), ["Underpass Painters"]);
    assert!(desk.titles("verbri").is_empty());
    desk.person("Olga Thorvald", &["olga@ravine.example"]);
    assert_eq!(desk.titles("avine"), ["Olga Thorvald"]);
    assert_eq!(desk.titles("thorvlad"), ["Olga Thorvald"]);
}

#[test]
fn the_box_of_a_list_finds_by_the_same_steps() {
    let mut desk = Desk::new();
    let mill = desk.organization_with("Millwrights Local 7", |fields| {
        fields.tags = vec!["labor".to_owned()];
        fields.city = "Oakdale".to_owned();
    });
    desk.organization("Windmill Friends");
    desk.person_at("Tom Ferrar", &["(608) 555-0142"], Some(mill), "Steward");
    assert_eq!(desk.listed("mill"), ["Millwrights Local 7"]);
    assert_eq!(desk.listed("mill oak lab"), ["Millwrights Local 7"]);
    assert_eq!(desk.listed("indmil"), ["Windmill Friends"]);
    assert_eq!(desk.listed("wrigh"), ["Millwrights Local 7"]);
    assert_eq!(desk.listed("windmlil"), ["Windmill Friends"]);
    assert!(desk.listed("…").is_empty());
    assert!(desk.listed("qqqqq").is_empty());
    assert_eq!(desk.listed_people("6085550142"), ["Tom Ferrar"]);
    assert_eq!(desk.listed_people("ferarr"), ["Tom Ferrar"]);
    assert_eq!(desk.listed_people("millwr"), ["Tom Ferrar"]);
    desk.person_at("Ora Gates", &[], Some(mill), "");
    desk.person("Wilma Indmill", &[]);
    // Nothing is guessed about organizations when a person is called so, nor the other way round.
    assert_eq!(desk.listed_people("indmill"), ["Wilma Indmill"]);
    assert_eq!(desk.listed_people("oakdale"), ["Tom Ferrar", "Ora Gates"]);
}
