//! What a merge keeps, where it collides, and that an undo takes all of it back. All names are invented.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod property;
mod sign_ons;

use chrono::{DateTime, TimeZone, Utc};
use rusqlite::types::Value;

use super::*;
use crate::filter::Filter;
use crate::letter::LetterFields;
use crate::organization::{
    AliasFields, AliasKind, Organization, OrganizationFields, OrganizationFilter, Scope, SigningHabits,
};
use crate::person::{AffiliationFields, PersonFields, PersonFilter};
use crate::signon::{OutreachKind, SignOnFields, StatusChange, Via};
use store::db::DOMAIN_TABLES;
use vocabulary::ids::PersonId;

pub(super) fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2024, 5, 1, 12, 0, 0).unwrap()
}

/// Every row of the coalition and of what is derived from it, as text: equal dumps are equal coalitions.
pub(super) fn dump(coalition: &Coalition) -> String {
    let mut text = String::new();
    for table in DOMAIN_TABLES.iter().chain(&["organization_list", "person_list"]) {
        let mut statement = coalition
            .conn
            .prepare(&format!("SELECT * FROM {table} ORDER BY 1, 2"))
            .unwrap();
        let width = statement.column_count();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let cells: Vec<String> = (0..width)
                .map(|column| format!("{:?}", row.get::<_, Value>(column).unwrap()))
                .collect();
            text.push_str(&format!("{table}: {}\n", cells.join(" | ")));
        }
    }
    text
}

fn number(coalition: &Coalition, sql: &str) -> i64 {
    coalition.conn.query_row(sql, [], |row| row.get(0)).unwrap()
}

/// A coalition with two organizations that are one.
struct Two {
    coalition: Coalition,
    keep: OrganizationId,
    drop: OrganizationId,
}

impl Two {
    fn new(keep: OrganizationFields, drop: OrganizationFields) -> Self {
        let mut coalition = Coalition::in_memory().unwrap();
        let keep = coalition.add_organization(&keep, now()).unwrap().output;
        let drop = coalition.add_organization(&drop, now()).unwrap().output;
        Self {
            coalition,
            keep,
            drop,
        }
    }

    fn named() -> Self {
        Self::new(organization("Alder Neighbors"), organization("Alder Neighbours"))
    }

    fn add(&mut self, fields: OrganizationFields) -> OrganizationId {
        self.coalition.add_organization(&fields, now()).unwrap().output
    }

    fn letter(&mut self, title: &str, leads: &[OrganizationId]) -> LetterId {
        let fields = LetterFields {
            title: title.into(),
            leads: leads.to_vec(),
            ..Default::default()
        };
        self.coalition.add_letter(&fields, now()).unwrap().output
    }

    fn person(&mut self, name: &str, affiliations: Vec<AffiliationFields>) -> PersonId {
        let fields = PersonFields {
            name: name.into(),
            affiliations,
            ..Default::default()
        };
        self.coalition.add_person(&fields, now()).unwrap().output
    }

    fn sign(
        &mut self,
        letter: LetterId,
        organization: OrganizationId,
        status: Status,
        text: &str,
    ) -> SignOnId {
        let change = StatusChange {
            via: Some(Via::Email),
            evidence: (!text.is_empty()).then(|| text.to_owned()),
            ..StatusChange::to(status)
        };
        let fields = SignOnFields::default();
        let done = self
            .coalition
            .set_sign_on(letter, organization, &change, &fields, now());
        done.unwrap().output
    }

    fn plan(&self, choices: &MergeChoices) -> MergePlan {
        self.coalition.plan_merge(self.keep, self.drop, choices).unwrap()
    }

    fn merge(&mut self) -> Organization {
        self.merge_with(&MergeChoices::default())
    }

    /// Merges, and checks what must hold of any merge: one action, the file in order, an undo that takes all of it back,
    /// and a redo that does the same again.
    fn merge_with(&mut self, choices: &MergeChoices) -> Organization {
        let before = dump(&self.coalition);
        let change = self
            .coalition
            .merge_organizations(self.keep, self.drop, choices, now())
            .unwrap();
        assert_eq!(change.output, self.keep);
        assert!(self.coalition.get_organization(self.drop).is_err());
        let after = dump(&self.coalition);
        assert_eq!(self.coalition.verify().unwrap(), Vec::<String>::new());
        self.coalition.undo(now()).unwrap();
        assert_eq!(dump(&self.coalition), before);
        assert_eq!(self.coalition.verify().unwrap(), Vec::<String>::new());
        self.coalition.redo(now()).unwrap();
        assert_eq!(dump(&self.coalition), after);
        assert_eq!(self.coalition.verify().unwrap(), Vec::<String>::new());
        self.coalition.get_organization(self.keep).unwrap()
    }

    fn only_sign_on(&self, letter: LetterId) -> crate::signon::SignOn {
        let mut rows = self.coalition.list_sign_ons(letter, now()).unwrap();
        assert_eq!(rows.len(), 1);
        rows.remove(0)
    }
}

fn organization(name: &str) -> OrganizationFields {
    OrganizationFields {
        name: name.into(),
        ..Default::default()
    }
}

fn at(organization: OrganizationId, role: &str) -> AffiliationFields {
    AffiliationFields {
        id: None,
        organization_id: organization,
        role: role.into(),
        since: None,
        until: None,
        may_sign: false,
        primary: false,
    }
}

fn alias(name: &str, kind: AliasKind) -> AliasFields {
    AliasFields {
        name: name.into(),
        kind,
    }
}

fn taking(field: OrganizationField) -> MergeChoices {
    MergeChoices {
        fields: vec![FieldChoice {
            field,
            take: Side::Drop,
        }],
        sign_ons: Vec::new(),
    }
}

#[test]
fn every_name_of_the_dropped_one_becomes_an_alias_and_keeps_its_kind() {
    let mut two = Two::new(
        OrganizationFields {
            aliases: vec![
                alias("AN", AliasKind::Spelling),
                alias("Neighbors of Alder", AliasKind::Former),
            ],
            ..organization("Alder Neighbors")
        },
        OrganizationFields {
            prints_as: Some("The Alder Neighbours".into()),
            aliases: vec![
                alias("AN", AliasKind::Acronym),
                alias("Alder Neighbors", AliasKind::Spelling),
                alias("Alder Watch", AliasKind::Former),
            ],
            ..organization("Alder Neighbours")
        },
    );
    let plan = two.plan(&MergeChoices::default());
    assert_eq!(
        plan.aliases,
        ["Alder Watch", "Alder Neighbours", "The Alder Neighbours"]
    );
    let kept = two.merge();
    let mut aliases: Vec<_> = kept
        .aliases
        .iter()
        .map(|alias| (alias.name.as_str(), alias.kind))
        .collect();
    aliases.sort_unstable();
    assert_eq!(
        aliases,
        [
            ("AN", AliasKind::Acronym),
            ("Alder Neighbours", AliasKind::Spelling),
            ("Alder Watch", AliasKind::Former),
            ("Neighbors of Alder", AliasKind::Former),
            ("The Alder Neighbours", AliasKind::Spelling),
        ]
    );
    assert_eq!(
        two.coalition.recognize("Alder Neighbours").unwrap().candidates[0].id,
        two.keep.0
    );
}

#[test]
fn a_chosen_name_leaves_the_other_as_an_alias() {
    let mut two = Two::named();
    let kept = two.merge_with(&taking(OrganizationField::Name));
    assert_eq!(kept.name, "Alder Neighbours");
    assert_eq!(kept.aliases[0].name, "Alder Neighbors");
    assert_eq!(kept.aliases.len(), 1);
}

#[test]
fn an_empty_field_takes_what_the_other_has_and_a_full_one_stays_unless_chosen() {
    let two = || {
        Two::new(
            OrganizationFields {
                city: "Viroqua".into(),
                scope: Some(Scope::Local),
                ..organization("Alder Neighbors")
            },
            OrganizationFields {
                city: "Westby".into(),
                state: "WI".into(),
                website: "alder.example".into(),
                scope: Some(Scope::State),
                signing: SigningHabits {
                    lead_days: Some(9),
                    ask_first: true,
                    ..Default::default()
                },
                ..organization("Alder Neighbours")
            },
        )
    };
    let plan = two().plan(&MergeChoices::default());
    let told: Vec<_> = plan
        .fields
        .iter()
        .map(|field| (field.field, field.taken, field.collides))
        .collect();
    assert_eq!(
        told,
        [
            (OrganizationField::Name, Side::Keep, true),
            (OrganizationField::Scope, Side::Keep, true),
            (OrganizationField::City, Side::Keep, true),
            (OrganizationField::State, Side::Drop, false),
            (OrganizationField::Website, Side::Drop, false),
            (OrganizationField::LeadDays, Side::Drop, false),
            (OrganizationField::AskFirst, Side::Drop, false),
        ]
    );
    let kept = two().merge();
    assert_eq!((kept.city.as_str(), kept.state.as_str()), ("Viroqua", "WI"));
    assert_eq!(
        (kept.scope, kept.website.as_str()),
        (Some(Scope::Local), "alder.example")
    );
    assert!(kept.signing.ask_first);
    assert_eq!(kept.signing.lead_days, Some(9));
    let kept = two().merge_with(&taking(OrganizationField::City));
    assert_eq!(kept.city, "Westby");
}

#[test]
fn both_notes_and_all_tags_stay() {
    let mut two = Two::new(
        OrganizationFields {
            note: "Ask Mo.".into(),
            tags: vec!["Water".into()],
            ..organization("Alder Neighbors")
        },
        OrganizationFields {
            note: "Call first.".into(),
            tags: vec!["Housing".into(), "water".into()],
            ..organization("Alder Neighbours")
        },
    );
    assert_eq!(two.plan(&MergeChoices::default()).tags, ["Housing"]);
    let kept = two.merge();
    assert_eq!(kept.note, "Ask Mo.\n\nCall first.");
    assert_eq!(kept.tags, ["Housing", "Water"]);
}

#[test]
fn people_move_with_their_roles_and_the_same_role_of_one_person_becomes_one() {
    let mut two = Two::named();
    let (keep, drop) = (two.keep, two.drop);
    let mo = two.person(
        "Mo Reyes",
        vec![
            AffiliationFields {
                since: Some("2019".into()),
                until: Some("2021".into()),
                primary: true,
                ..at(keep, "Chair")
            },
            AffiliationFields {
                since: Some("2017-05".into()),
                may_sign: true,
                primary: true,
                ..at(drop, "chair")
            },
            at(drop, "Treasurer"),
        ],
    );
    let ada = two.person(
        "Ada Lund",
        vec![AffiliationFields {
            primary: true,
            ..at(drop, "")
        }],
    );
    let plan = two.plan(&MergeChoices::default());
    assert_eq!(plan.joined, ["Mo Reyes, chair"]);
    assert_eq!(plan.people, ["Ada Lund", "Mo Reyes, Treasurer"]);
    two.merge();
    let mo = two.coalition.get_person(mo).unwrap();
    let chair = mo
        .affiliations
        .iter()
        .find(|affiliation| affiliation.role == "Chair")
        .unwrap();
    assert_eq!(
        (chair.since.as_deref(), chair.until.as_deref()),
        (Some("2017-05"), None)
    );
    assert!(chair.may_sign && chair.primary);
    assert_eq!(mo.affiliations.len(), 2);
    let ada = two.coalition.get_person(ada).unwrap();
    assert_eq!(ada.affiliations[0].organization.id, keep);
    assert!(
        !ada.affiliations[0].primary,
        "the kept one's primary stays the only one"
    );
}

#[test]
fn the_primary_of_the_dropped_one_stays_primary_where_there_was_none() {
    let mut two = Two::named();
    let drop = two.drop;
    let ada = two.person(
        "Ada Lund",
        vec![AffiliationFields {
            primary: true,
            ..at(drop, "Chair")
        }],
    );
    two.merge();
    assert!(two.coalition.get_person(ada).unwrap().affiliations[0].primary);
}

#[test]
fn a_letter_led_by_both_is_led_once_at_the_first_place() {
    let mut two = Two::named();
    let third = two.add(organization("Harbor Choir"));
    let (keep, drop) = (two.keep, two.drop);
    let both = two.letter("Both", &[drop, third, keep]);
    let alone = two.letter("Alone", &[third, drop]);
    two.merge();
    let leads = |letter| -> Vec<OrganizationId> {
        let letter = two.coalition.get_letter(letter).unwrap();
        letter.leads.iter().map(|lead| lead.id).collect()
    };
    assert_eq!(leads(both), [keep, third]);
    assert_eq!(leads(alone), [third, keep]);
}

#[test]
fn chapters_move_and_neither_way_round_makes_a_circle() {
    // The kept one is the other's chapter.
    let mut two = Two::named();
    let grand = two.add(organization("Neighbors United"));
    let sister = two.add(OrganizationFields {
        parent_id: Some(two.drop),
        ..organization("Birch Neighbors")
    });
    let under = |two: &mut Two, id, parent: Option<OrganizationId>| {
        let mut fields = OrganizationFields::from(two.coalition.get_organization(id).unwrap());
        fields.parent_id = parent;
        two.coalition.set_organization(id, &fields, now()).unwrap();
    };
    let (keep, drop) = (two.keep, two.drop);
    under(&mut two, drop, Some(grand));
    under(&mut two, keep, Some(drop));
    assert_eq!(two.plan(&MergeChoices::default()).children, ["Birch Neighbors"]);
    let kept = two.merge();
    assert_eq!(kept.parent.unwrap().id, grand);
    let parent = two.coalition.get_organization(sister).unwrap().parent.unwrap();
    assert_eq!(parent.id, keep);

    // The dropped one is the kept one's chapter, over a step between.
    let mut two = Two::named();
    let between = two.add(OrganizationFields {
        parent_id: Some(two.keep),
        ..organization("Birch Neighbors")
    });
    let drop = two.drop;
    under(&mut two, drop, Some(between));
    assert_eq!(two.merge_with(&taking(OrganizationField::Parent)).parent, None);

    // The kept one stands under the dropped one, over a step between.
    let mut two = Two::named();
    let grand = two.add(organization("Neighbors United"));
    let (keep, drop) = (two.keep, two.drop);
    let between = two.add(OrganizationFields {
        parent_id: Some(drop),
        ..organization("Birch Neighbors")
    });
    under(&mut two, drop, Some(grand));
    under(&mut two, keep, Some(between));
    assert_eq!(two.merge().parent.unwrap().id, grand);
    let parent = two.coalition.get_organization(between).unwrap().parent.unwrap();
    assert_eq!(parent.id, two.keep);
}

#[test]
fn what_was_said_not_to_be_the_same_is_said_of_the_kept_one() {
    let mut two = Two::named();
    let (one, other) = (
        two.add(organization("Alder Choir")),
        two.add(organization("Alder Guild")),
    );
    let (keep, drop) = (two.keep, two.drop);
    for (a, b) in [(drop, one), (keep, one), (drop, other), (keep, drop)] {
        two.coalition.keep_apart(a, b, now()).unwrap();
    }
    two.merge();
    assert_eq!(number(&two.coalition, "SELECT count(*) FROM not_same"), 2);
}

#[test]
fn saved_filters_name_the_kept_one() {
    let mut two = Two::named();
    let (keep, drop) = (two.keep, two.drop);
    let chapters = Filter::Organizations(OrganizationFilter {
        parent_id: Some(drop),
        ..Default::default()
    });
    let people = Filter::People(PersonFilter {
        organization_id: Some(drop),
        ..Default::default()
    });
    two.coalition.save_filter("Chapters", &chapters, now()).unwrap();
    two.coalition.save_filter("People", &people, now()).unwrap();
    two.merge();
    let filters = two.coalition.list_filters().unwrap();
    let [chapters, people] = filters.as_slice() else {
        panic!("two filters");
    };
    assert!(matches!(&chapters.filter, Filter::Organizations(filter) if filter.parent_id == Some(keep)));
    assert!(matches!(&people.filter, Filter::People(filter) if filter.organization_id == Some(keep)));
}

#[test]
fn the_history_tells_of_both_and_of_every_sign_on_once_for_the_action() {
    let mut two = Two::named();
    let (one, other) = (two.letter("One", &[]), two.letter("Two", &[]));
    let moved = two.sign(one, two.drop, Status::Asked, "");
    let ours = two.sign(other, two.keep, Status::Asked, "");
    let theirs = two.sign(other, two.drop, Status::Confirmed, "Yes.");
    let lines = two.coalition.list_history(None, 100).unwrap().len();
    two.coalition
        .merge_organizations(two.keep, two.drop, &MergeChoices::default(), now())
        .unwrap();
    assert_eq!(two.coalition.list_history(None, 100).unwrap().len(), lines + 1);
    let last = "journal_id = (SELECT journal_id FROM event ORDER BY seq DESC LIMIT 1)";
    for id in [two.keep, two.drop] {
        let sql = format!("SELECT count(*) FROM event WHERE {last} AND organization_id = {id}");
        assert!(number(&two.coalition, &sql) > 0);
    }
    for id in [moved, ours, theirs] {
        let sql = format!("SELECT count(*) FROM event WHERE {last} AND sign_on_id = {id}");
        assert_eq!(number(&two.coalition, &sql), 1);
    }
}

#[test]
fn an_organization_is_not_merged_into_itself_or_into_one_that_is_not_there() {
    let mut two = Two::named();
    let before = dump(&two.coalition);
    let none = MergeChoices::default();
    assert!(matches!(
        two.coalition
            .merge_organizations(two.keep, two.keep, &none, now()),
        Err(Error::Rule { .. })
    ));
    assert!(matches!(
        two.coalition
            .merge_organizations(two.keep, OrganizationId(1), &none, now()),
        Err(Error::NotFound { .. })
    ));
    assert_eq!(dump(&two.coalition), before);
}
