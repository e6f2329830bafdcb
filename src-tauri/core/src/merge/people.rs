//! Two people made one: all that the dropped one has goes to the kept one, as one action that can be undone.
//!
//! Nothing that either said is lost: addresses, places and tags are joined, both notes stay, and whoever wanted to hear
//! nothing hears nothing. What letters print stays as it was printed.

use chrono::{DateTime, Utc};
use rusqlite::params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Side;
use super::plan::{joined, later, sooner};
use crate::coalition::Coalition;
use crate::person::{self, AffiliationFields, ContactPoint, Person, PersonFields, PersonRow};
use base::error::{Error, Result};
use base::messages::Message;
use store::journal::{Change, Op, Subject, Tx};
use vocabulary::ids::{AffiliationId, PersonId};

/// What a merge of two people does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export, export_to = "merge/")]
pub struct PersonMergePlan {
    /// The one that is kept, as they are now.
    pub keep: PersonRow,
    /// The one that is dropped.
    pub drop: PersonRow,
    /// Whose spelling of the name is taken.
    pub name: Side,
    /// The emails and phones that the kept one gets.
    pub addresses: Vec<String>,
    /// The organizations where the kept one is then too, each with the role there.
    pub places: Vec<String>,
    /// The organizations where both are in the same role: one entry is made of the two.
    pub joined: Vec<String>,
    /// The tags that are added.
    pub tags: Vec<String>,
    /// The letters on which the dropped one is the one to write to.
    pub letters: Vec<String>,
    /// What the dropped one has and the kept one says otherwise: it goes.
    pub lost: Vec<String>,
}

/// What is written: the kept person as they become, and which rows move to them.
struct Decided {
    keep: Person,
    drop: Person,
    merged: PersonFields,
    addresses: Vec<ContactPoint>,
    places: Vec<AffiliationId>,
    told: PersonMergePlan,
}

impl Coalition {
    /// What a merge of two people would do.
    ///
    /// # Errors
    /// [`Error::NotFound`]; a rule when both are the same one.
    pub fn plan_person_merge(&self, keep: PersonId, drop: PersonId, name: Side) -> Result<PersonMergePlan> {
        Ok(self.decide_person_merge(keep, drop, name)?.told)
    }

    /// Merges the person `drop` into `keep`, as the plan says.
    ///
    /// # Errors
    /// As [`Coalition::plan_person_merge`]. Nothing is written then.
    pub fn merge_people(
        &mut self,
        keep: PersonId,
        drop: PersonId,
        name: Side,
        now: DateTime<Utc>,
    ) -> Result<Change<PersonId>> {
        let merge = self.decide_person_merge(keep, drop, name)?;
        let op = Op::MergePeople {
            keep: merge.merged.name.clone(),
            drop: match name {
                Side::Keep => merge.drop.name.clone(),
                Side::Drop => merge.keep.name.clone(),
            },
        };
        self.transact(op, now, |tx| write(tx, &merge))
    }

    fn decide_person_merge(&self, keep: PersonId, drop: PersonId, name: Side) -> Result<Decided> {
        let (keep, drop) = (self.get_person(keep)?, self.get_person(drop)?);
        if keep.id == drop.id {
            return Err(Error::rule(
                Message::new("error-merge-itself").text("name", &keep.name),
            ));
        }
        let row = |id: PersonId| -> Result<PersonRow> {
            self.list_person_rows(&[id])?
                .pop()
                .ok_or_else(|| Error::NotFound {
                    what: "person",
                    reference: id.to_string(),
                })
        };
        let mut told = PersonMergePlan {
            keep: row(keep.id)?,
            drop: row(drop.id)?,
            name,
            addresses: Vec::new(),
            places: Vec::new(),
            joined: Vec::new(),
            tags: Vec::new(),
            letters: self.letters_written_to(drop.id)?,
            lost: Vec::new(),
        };
        let mut merged = PersonFields::from(keep.clone());
        if name == Side::Drop {
            merged.name.clone_from(&drop.name);
            merged.sort_as.clone_from(&drop.sort_as);
        }
        let said = |ours: &mut String, theirs: &str, lost: &mut Vec<String>| {
            if ours.is_empty() {
                theirs.clone_into(ours);
            } else if !theirs.is_empty() && ours != theirs {
                lost.push(theirs.to_owned());
            }
        };
        said(&mut merged.pronouns, &drop.pronouns, &mut told.lost);
        for language in &drop.languages {
            if !merged.languages.contains(language) {
                merged.languages.push(language.clone());
            }
        }
        merged.do_not_contact |= drop.do_not_contact;
        merged.note = joined(&merged.note, &drop.note);
        for tag in &drop.tags {
            if !merged
                .tags
                .iter()
                .any(|known| known.to_lowercase() == tag.to_lowercase())
            {
                merged.tags.push(tag.clone());
                told.tags.push(tag.clone());
            }
        }
        let addresses = join_addresses(&mut merged, &drop);
        told.addresses = addresses.iter().map(|point| point.value.clone()).collect();
        let places = join_places(&mut merged, &drop, &mut told);
        Ok(Decided {
            keep,
            drop,
            merged,
            addresses,
            places,
            told,
        })
    }

    fn letters_written_to(&self, person: PersonId) -> Result<Vec<String>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT DISTINCT l.title FROM sign_on s JOIN letter l ON l.id = letter_id WHERE person_id = ?1
             ORDER BY l.created_at DESC, l.entered DESC, l.id",
        )?;
        let titles = statement.query_map([person], |row| row.get(0))?;
        Ok(titles.collect::<rusqlite::Result<_>>()?)
    }
}

/// The emails and phones that move, as they then are: one that is to be used stays so only where there is none yet.
fn join_addresses(merged: &mut PersonFields, drop: &Person) -> Vec<ContactPoint> {
    let mut moved = Vec::new();
    for point in &drop.contact_points {
        let same = |known: &ContactPoint| {
            known.kind == point.kind && known.value.to_lowercase() == point.value.to_lowercase()
        };
        if merged.contact_points.iter().any(same) {
            continue;
        }
        let taken = merged
            .contact_points
            .iter()
            .any(|known| known.kind == point.kind && known.preferred);
        let moving = ContactPoint {
            preferred: point.preferred && !taken,
            ..point.clone()
        };
        merged.contact_points.push(moving.clone());
        moved.push(moving);
    }
    moved
}

/// The affiliations that move; one in the same role at the same organization becomes a part of the kept one's.
fn join_places(merged: &mut PersonFields, drop: &Person, told: &mut PersonMergePlan) -> Vec<AffiliationId> {
    let mut moved = Vec::new();
    for place in &drop.affiliations {
        let label = if place.role.is_empty() {
            place.organization.name.clone()
        } else {
            format!("{}, {}", place.role, place.organization.name)
        };
        let role = place.role.to_lowercase();
        let same = merged.affiliations.iter_mut().find(|known| {
            known.organization_id == place.organization.id && known.role.to_lowercase() == role
        });
        if let Some(known) = same {
            known.since = sooner(known.since.take(), place.since.clone());
            known.until = later(known.until.take(), place.until.clone());
            known.may_sign |= place.may_sign;
            known.primary |= place.primary;
            told.joined.push(label);
        } else {
            merged.affiliations.push(AffiliationFields {
                id: Some(place.id),
                organization_id: place.organization.id,
                role: place.role.clone(),
                since: place.since.clone(),
                until: place.until.clone(),
                may_sign: place.may_sign,
                primary: place.primary,
            });
            moved.push(place.id);
            told.places.push(label);
        }
    }
    moved
}

fn write(tx: &mut Tx, merge: &Decided) -> Result<PersonId> {
    let (keep, drop) = (merge.keep.id, merge.drop.id);
    for place in &merge.places {
        tx.conn
            .prepare_cached("UPDATE affiliation SET person_id = ?2 WHERE id = ?1")?
            .execute(params![place, keep])?;
    }
    for point in &merge.addresses {
        tx.conn
            .prepare_cached(
                "UPDATE contact_point SET person_id = ?2, preferred = ?5
                 WHERE person_id = ?1 AND kind = ?3 AND value = ?4",
            )?
            .execute(params![drop, keep, point.kind, point.value, point.preferred])?;
    }
    for table in ["sign_on", "outreach", "ask_code", "desk_item"] {
        tx.conn
            .prepare_cached(&format!("UPDATE {table} SET person_id = ?2 WHERE person_id = ?1"))?
            .execute([drop, keep])?;
    }
    // Those that became a part of others go before these take over being the one to write to.
    for sql in [
        "DELETE FROM affiliation WHERE person_id = ?1",
        "DELETE FROM contact_point WHERE person_id = ?1",
        "DELETE FROM person_tag WHERE person_id = ?1",
        "DELETE FROM person WHERE id = ?1",
    ] {
        tx.conn.prepare_cached(sql)?.execute([drop])?;
    }
    // It records its own event.
    person::update(tx, keep, &merge.merged)?;
    tx.event(Subject {
        person: Some(drop),
        detail: format!("{} → {}", merge.drop.name, merge.merged.name),
        ..Subject::default()
    });
    Ok(keep)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::letter::LetterFields;
    use crate::merge::tests::{dump, now};
    use crate::organization::OrganizationFields;
    use crate::person::ContactKind;
    use vocabulary::ids::OrganizationId;

    fn email(value: &str, preferred: bool) -> ContactPoint {
        ContactPoint {
            kind: ContactKind::Email,
            value: value.to_owned(),
            preferred,
        }
    }

    fn at(organization: OrganizationId, role: &str) -> AffiliationFields {
        AffiliationFields {
            id: None,
            organization_id: organization,
            role: role.to_owned(),
            since: None,
            until: None,
            may_sign: false,
            primary: false,
        }
    }

    /// Pat, known twice: as director and treasurer, with addresses of which one is the same.
    fn twice() -> (Coalition, PersonId, PersonId) {
        let mut coalition = Coalition::in_memory().unwrap();
        let mut organization = |name: &str| {
            let fields = OrganizationFields {
                name: name.to_owned(),
                ..OrganizationFields::default()
            };
            coalition.add_organization(&fields, now()).unwrap().output
        };
        let (grove, ridge) = (organization("Grove Neighbors"), organization("Ridge Farmers"));
        let keep = PersonFields {
            name: "Pat Example".to_owned(),
            pronouns: "she/her".to_owned(),
            languages: vec!["en".to_owned()],
            note: "Call in the morning.".to_owned(),
            contact_points: vec![email("pat@grove.example", true)],
            affiliations: vec![AffiliationFields {
                since: Some("2021".to_owned()),
                ..at(grove, "Director")
            }],
            tags: vec!["faith".to_owned()],
            ..PersonFields::default()
        };
        let drop = PersonFields {
            name: "Patricia Example".to_owned(),
            pronouns: "they/them".to_owned(),
            languages: vec!["es".to_owned()],
            do_not_contact: true,
            note: "Met in Wausau.".to_owned(),
            contact_points: vec![
                email("PAT@grove.example", true),
                email("pat@ridge.example", false),
            ],
            affiliations: vec![
                AffiliationFields {
                    since: Some("2019-05".to_owned()),
                    may_sign: true,
                    primary: true,
                    ..at(grove, "director")
                },
                at(ridge, "Treasurer"),
            ],
            tags: vec!["Faith".to_owned(), "farm".to_owned()],
            ..PersonFields::default()
        };
        let keep = coalition.add_person(&keep, now()).unwrap().output;
        let drop = coalition.add_person(&drop, now()).unwrap().output;
        let letter = LetterFields {
            title: "Clean water".to_owned(),
            ..LetterFields::default()
        };
        let letter = coalition.add_letter(&letter, now()).unwrap().output;
        coalition.add_sign_ons(letter, &[ridge], now()).unwrap();
        let sign_on = coalition.list_sign_ons(letter, now()).unwrap()[0].id;
        coalition.set_sign_on_person(sign_on, Some(drop), now()).unwrap();
        (coalition, keep, drop)
    }

    #[test]
    fn all_that_the_dropped_one_has_goes_to_the_kept_one() {
        let (mut coalition, keep, drop) = twice();
        let plan = coalition.plan_person_merge(keep, drop, Side::Keep).unwrap();
        assert_eq!(plan.addresses, ["pat@ridge.example"]);
        assert_eq!(plan.places, ["Treasurer, Ridge Farmers"]);
        assert_eq!(plan.joined, ["director, Grove Neighbors"]);
        assert_eq!(plan.tags, ["farm"]);
        assert_eq!(plan.letters, ["Clean water"]);
        assert_eq!(plan.lost, ["they/them"]);
        coalition.merge_people(keep, drop, Side::Keep, now()).unwrap();
        let pat = coalition.get_person(keep).unwrap();
        assert!(matches!(coalition.get_person(drop), Err(Error::NotFound { .. })));
        assert_eq!(pat.name, "Pat Example");
        assert_eq!(pat.languages, ["en", "es"]);
        assert!(pat.do_not_contact, "whoever wanted to hear nothing hears nothing");
        assert_eq!(pat.note, "Call in the morning.\n\nMet in Wausau.");
        assert_eq!(
            pat.contact_points,
            [
                email("pat@grove.example", true),
                email("pat@ridge.example", false)
            ]
        );
        let director = pat.affiliations.iter().find(|at| at.role == "Director").unwrap();
        assert_eq!(director.since.as_deref(), Some("2019-05"));
        assert!(director.may_sign && director.primary);
        assert_eq!(pat.affiliations.len(), 2);
        assert_eq!(coalition.letters_written_to(keep).unwrap(), ["Clean water"]);
    }

    #[test]
    fn the_other_spelling_of_the_name_can_be_taken() {
        let (mut coalition, keep, drop) = twice();
        coalition.merge_people(keep, drop, Side::Drop, now()).unwrap();
        assert_eq!(coalition.get_person(keep).unwrap().name, "Patricia Example");
    }

    #[test]
    fn undoing_a_merge_of_people_brings_back_every_row() {
        let (mut coalition, keep, drop) = twice();
        let before = dump(&coalition);
        coalition.merge_people(keep, drop, Side::Drop, now()).unwrap();
        assert_ne!(dump(&coalition), before);
        coalition.undo(now()).unwrap();
        assert_eq!(dump(&coalition), before);
    }

    #[test]
    fn nobody_is_merged_with_themselves() {
        let (mut coalition, keep, _) = twice();
        assert!(matches!(
            coalition.merge_people(keep, keep, Side::Keep, now()),
            Err(Error::Rule { .. })
        ));
    }
}
