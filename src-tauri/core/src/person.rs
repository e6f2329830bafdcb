//! People: who they are, how to reach them, and where they are affiliated. Somebody at two organizations is one person.
//!
//! Owns one person, its rules and its SQL; `person/list.rs` lists many.

mod contact;
mod list;
mod rows;

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::coalition::Coalition;
use crate::organization::OrganizationRef;
use crate::search::HitKind;
use base::error::{Error, Result};
use base::messages::Message;
use base::text::{check_length, check_name, check_text, clean_tags, one_line};
use store::journal::{Change, Op, Subject, Tx};
pub use vocabulary::ContactKind;
use vocabulary::Status;
use vocabulary::ids::{AffiliationId, LetterId, OrganizationId, PersonId};

pub use contact::ContactFields;
pub(crate) use list::{AT_ORGANIZATIONS, LISTED_AT, count as count_matching};
pub use list::{PersonColumn, PersonField, PersonFilter, PersonPage, PersonRow, PersonSort};
pub(crate) use rows::{add_affiliation, add_point, add_tag, insert, update};
use rows::{find, letters};

/// A person by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export, export_to = "people/")]
pub struct PersonRef {
    /// Their id.
    pub id: PersonId,
    /// Their name.
    pub name: String,
}

/// An email or a phone, as it was typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export, export_to = "people/")]
pub struct ContactPoint {
    /// What it is.
    pub kind: ContactKind,
    /// The address or number.
    pub value: String,
    /// Whether it is the one to use; at most one of each kind is.
    pub preferred: bool,
}

/// A person at an organization.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "people/")]
pub struct PersonAffiliation {
    /// Its id.
    pub id: AffiliationId,
    /// The organization.
    pub organization: OrganizationRef,
    /// What they are there, or empty.
    pub role: String,
    /// Since when: 2019, 2019-05 or 2019-05-12.
    pub since: Option<String>,
    /// Until when.
    pub until: Option<String>,
    /// Whether they may sign for it.
    pub may_sign: bool,
    /// Whether they are the one to write to there; at most one at an organization is.
    pub primary: bool,
}

/// A person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "people/")]
pub struct Person {
    /// Their id.
    pub id: PersonId,
    /// Their name as they write it.
    pub name: String,
    /// What they are sorted by; None for their surname.
    pub sort_as: Option<String>,
    /// Their pronouns, or empty.
    pub pronouns: String,
    /// Their languages as BCP 47 tags, the preferred one first.
    pub languages: Vec<String>,
    /// Whether they want to hear nothing.
    pub do_not_contact: bool,
    /// What the coordinator wants to remember.
    pub note: String,
    /// Emails and phones, the preferred ones first.
    pub contact_points: Vec<ContactPoint>,
    /// Where they are and were.
    pub affiliations: Vec<PersonAffiliation>,
    /// Their tags, in order.
    pub tags: Vec<String>,
}

/// An affiliation as it is given. With the id of one that is there, that one is changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "people/")]
pub struct AffiliationFields {
    /// The affiliation that is meant; None for a new one.
    #[serde(default)]
    pub id: Option<AffiliationId>,
    /// The organization.
    pub organization_id: OrganizationId,
    /// What they are there.
    #[serde(default)]
    pub role: String,
    /// Since when: 2019, 2019-05 or 2019-05-12.
    #[serde(default)]
    pub since: Option<String>,
    /// Until when.
    #[serde(default)]
    pub until: Option<String>,
    /// Whether they may sign for it.
    #[serde(default)]
    pub may_sign: bool,
    /// Whether they are the one to write to there; whoever was, is no longer.
    #[serde(default)]
    pub primary: bool,
}

/// All that can be said of a person. What is left out is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(export, export_to = "people/")]
pub struct PersonFields {
    /// Their name as they write it.
    pub name: String,
    /// What they are sorted by; None or empty for their surname.
    pub sort_as: Option<String>,
    /// Their pronouns.
    pub pronouns: String,
    /// Their languages as BCP 47 tags, the preferred one first.
    pub languages: Vec<String>,
    /// Whether they want to hear nothing.
    pub do_not_contact: bool,
    /// What the coordinator wants to remember.
    pub note: String,
    /// Emails and phones.
    pub contact_points: Vec<ContactPoint>,
    /// Where they are and were.
    pub affiliations: Vec<AffiliationFields>,
    /// Their tags.
    pub tags: Vec<String>,
}

/// What a person had to do with a letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "people/")]
pub struct PersonLetter {
    /// The letter.
    pub letter_id: LetterId,
    /// Its title.
    pub title: String,
    /// The name of the organization on it, or their own.
    pub name: String,
    /// Where that sign-on stands.
    pub status: Status,
    /// Whether they sign it.
    pub signs: bool,
    /// Whether they gave the answer.
    pub authorized: bool,
    /// When it was decided, ISO 8601 in UTC.
    pub decided_at: Option<String>,
}

/// Everything about one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export, export_to = "people/")]
pub struct PersonDetail {
    /// The person.
    pub person: Person,
    /// The letters of their organizations, and those that they signed for themselves; latest first.
    pub letters: Vec<PersonLetter>,
}

/// Somebody in the coalition who may be the one that is being typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "people/")]
pub struct PersonTwin {
    /// The person.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// Where they are, or empty.
    pub organization: String,
    /// Whether it is an email that both have; else it is the name.
    pub same_email: bool,
}

impl From<Person> for PersonFields {
    fn from(person: Person) -> Self {
        Self {
            name: person.name,
            sort_as: person.sort_as,
            pronouns: person.pronouns,
            languages: person.languages,
            do_not_contact: person.do_not_contact,
            note: person.note,
            contact_points: person.contact_points,
            affiliations: person
                .affiliations
                .into_iter()
                .map(|affiliation| AffiliationFields {
                    id: Some(affiliation.id),
                    organization_id: affiliation.organization.id,
                    role: affiliation.role,
                    since: affiliation.since,
                    until: affiliation.until,
                    may_sign: affiliation.may_sign,
                    primary: affiliation.primary,
                })
                .collect(),
            tags: person.tags,
        }
    }
}

impl Coalition {
    /// The person with this id.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn get_person(&self, id: PersonId) -> Result<Person> {
        find(&self.conn, id)?.ok_or_else(|| not_found(id.to_string()))
    }

    /// Everything about one person.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn get_person_detail(&self, id: PersonId) -> Result<PersonDetail> {
        let person = self.get_person(id)?;
        self.note_used(HitKind::Person, id.0);
        let letters = letters(&self.conn, &person)?;
        Ok(PersonDetail { person, letters })
    }

    /// The person that is meant by an id, an exact name or email, or an unambiguous part of a name.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Ambiguous`] with the candidates.
    pub fn resolve_person(&self, reference: &str) -> Result<PersonId> {
        let reference = reference.trim();
        if let Ok(id) = reference.parse().map(PersonId)
            && find(&self.conn, id)?.is_some()
        {
            return Ok(id);
        }
        for sql in [
            "SELECT id, name FROM person WHERE name = ?1
             UNION SELECT p.id, p.name FROM contact_point c JOIN person p ON p.id = person_id
             WHERE value = ?1 COLLATE NOCASE",
            "SELECT id, name FROM person JOIN person_list ON person_id = id
             WHERE instr(lower(name), lower(?1)) > 0 ORDER BY sort_key LIMIT 9",
        ] {
            let mut statement = self.conn.prepare_cached(sql)?;
            let found = statement.query_map([reference], |row| Ok((row.get(0)?, row.get(1)?)))?;
            let found: Vec<(PersonId, String)> = found.collect::<rusqlite::Result<_>>()?;
            match found.as_slice() {
                [] => {}
                [(id, _)] => return Ok(*id),
                several => {
                    return Err(Error::Ambiguous {
                        reference: reference.to_owned(),
                        candidates: several.iter().map(|(_, name)| name.clone()).collect(),
                    });
                }
            }
        }
        Err(not_found(reference.to_owned()))
    }

    /// People who may be the one that is being typed: of the same name, or with one of these emails.
    pub fn find_person_twins(
        &self,
        name: &str,
        emails: &[String],
        except: Option<PersonId>,
    ) -> Result<Vec<PersonTwin>> {
        let mut twins: Vec<PersonTwin> = Vec::new();
        let mut statement = self.conn.prepare_cached(
            "SELECT p.id, p.name, coalesce((SELECT name FROM organization o WHERE o.id = k.organization_id), ''),
                    ?3
             FROM person p JOIN person_list k ON k.person_id = p.id
             WHERE p.id IS NOT ?2 AND CASE WHEN ?3
               THEN p.id IN (SELECT person_id FROM contact_point WHERE name_start(value) = name_start(?1))
               ELSE name_start(p.name) = name_start(?1) END LIMIT 5",
        )?;
        let asked = emails
            .iter()
            .map(|email| (email.as_str(), true))
            .chain([(name, false)]);
        for (text, is_email) in asked {
            if text.trim().chars().count() < 3 {
                continue;
            }
            let found = statement.query_map(params![text.trim(), except, is_email], |row| {
                Ok(PersonTwin {
                    id: row.get(0)?,
                    name: row.get(1)?,
                    organization: row.get(2)?,
                    same_email: row.get(3)?,
                })
            })?;
            for twin in found {
                let twin = twin?;
                if !twins.iter().any(|known| known.id == twin.id) {
                    twins.push(twin);
                }
            }
        }
        Ok(twins)
    }

    /// How many people there are.
    pub fn count_people(&self) -> Result<u32> {
        Ok(self
            .conn
            .query_row("SELECT count(*) FROM person_list", [], |row| row.get(0))?)
    }

    /// Adds a person.
    ///
    /// # Errors
    /// A rule, with the field that breaks it.
    pub fn add_person(&mut self, fields: &PersonFields, now: DateTime<Utc>) -> Result<Change<PersonId>> {
        let fields = checked(fields)?;
        self.transact(
            Op::AddPerson {
                name: fields.name.clone(),
            },
            now,
            |tx| insert(tx, &fields),
        )
    }

    /// Changes a person to what is given.
    ///
    /// # Errors
    /// [`Error::NotFound`]; a rule, with the field that breaks it.
    pub fn set_person(
        &mut self,
        id: PersonId,
        fields: &PersonFields,
        now: DateTime<Utc>,
    ) -> Result<Change<()>> {
        let fields = checked(fields)?;
        self.transact(
            Op::SetPerson {
                name: fields.name.clone(),
            },
            now,
            |tx| update(tx, id, &fields),
        )
    }

    /// Removes people with their addresses and affiliations. What they signed, and what was written to them, stays with the
    /// letters; nobody is then the one to write to there.
    ///
    /// # Errors
    /// [`Error::NotFound`], also when nobody is named.
    pub fn remove_people(&mut self, ids: &[PersonId], now: DateTime<Utc>) -> Result<Change<usize>> {
        let people = ids.iter().map(|id| Ok((*id, self.get_person(*id)?.name)));
        let people: Vec<(PersonId, String)> = people.collect::<Result<_>>()?;
        let op = match people.as_slice() {
            [] => return Err(not_found(String::new())),
            [(_, name)] => Op::RemovePerson { name: name.clone() },
            several => Op::RemovePeople { count: several.len() },
        };
        self.transact(op, now, |tx| {
            for (id, name) in &people {
                for sql in [
                    "UPDATE sign_on SET person_id = NULL WHERE person_id = ?1",
                    "UPDATE outreach SET person_id = NULL WHERE person_id = ?1",
                    "UPDATE ask_code SET person_id = NULL WHERE person_id = ?1",
                    "UPDATE desk_item SET person_id = NULL WHERE person_id = ?1",
                    "DELETE FROM contact_point WHERE person_id = ?1",
                    "DELETE FROM affiliation WHERE person_id = ?1",
                    "DELETE FROM person_tag WHERE person_id = ?1",
                    "DELETE FROM person WHERE id = ?1",
                ] {
                    tx.conn.prepare_cached(sql)?.execute([id])?;
                }
                record_event(tx, *id, name.clone());
            }
            Ok(people.len())
        })
    }

    /// The languages of people, as BCP 47 tags, in order.
    pub fn list_languages(&self) -> Result<Vec<String>> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT DISTINCT languages FROM person WHERE languages <> '' LIMIT 1000")?;
        let found = statement.query_map([], |row| row.get::<_, String>(0))?;
        let mut languages = std::collections::BTreeSet::new();
        for one in found {
            languages.extend(one?.split_whitespace().map(str::to_owned));
        }
        Ok(languages.into_iter().collect())
    }

    /// The tags of organizations and people, in order.
    pub fn list_tags(&self) -> Result<Vec<String>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT DISTINCT tag FROM organization_tag UNION SELECT DISTINCT tag FROM person_tag
             ORDER BY tag COLLATE NOCASE LIMIT 1000",
        )?;
        let tags = statement.query_map([], |row| row.get(0))?;
        Ok(tags.collect::<rusqlite::Result<_>>()?)
    }
}

/// Takes off blanks and checks what needs no look into the file.
pub(crate) fn checked(fields: &PersonFields) -> Result<PersonFields> {
    let mut clean = PersonFields {
        name: one_line(&fields.name),
        sort_as: fields
            .sort_as
            .as_deref()
            .map(one_line)
            .filter(|text| !text.is_empty()),
        pronouns: one_line(&fields.pronouns),
        languages: Vec::new(),
        note: fields.note.trim().to_owned(),
        tags: clean_tags(&fields.tags),
        ..fields.clone()
    };
    check_name("name", &clean.name)?;
    check_length("sortAs", clean.sort_as.as_deref().unwrap_or_default())?;
    check_length("pronouns", &clean.pronouns)?;
    check_text("note", &clean.note)?;
    for tag in &clean.tags {
        check_length("tags", tag)?;
    }
    for language in &fields.languages {
        let tag = language.trim();
        if tag.is_empty()
            || clean
                .languages
                .iter()
                .any(|known| known.eq_ignore_ascii_case(tag))
        {
            continue;
        }
        let known = tag.parse::<icu_locale_core::Locale>().map_err(|_| {
            Error::field(
                "languages",
                Message::new("error-language-unknown").text("language", tag),
            )
        })?;
        clean.languages.push(known.to_string());
    }
    for point in &mut clean.contact_points {
        point.value = one_line(&point.value);
        let field = if point.kind == ContactKind::Email {
            "emails"
        } else {
            "phones"
        };
        check_length(field, &point.value)?;
        if point.kind == ContactKind::Email
            && !point.value.is_empty()
            && let Some(problem) = base::email::problem(&point.value)
        {
            return Err(Error::field("emails", problem));
        }
    }
    clean.contact_points.retain(|point| !point.value.is_empty());
    for kind in ContactKind::ALL {
        let mut preferred = clean
            .contact_points
            .iter_mut()
            .filter(|point| point.kind == *kind && point.preferred);
        preferred.next();
        for point in preferred {
            point.preferred = false;
        }
    }
    for affiliation in &mut clean.affiliations {
        affiliation.role = one_line(&affiliation.role);
        check_length("affiliations", &affiliation.role)?;
        affiliation.since = day(affiliation.since.as_deref())?;
        affiliation.until = day(affiliation.until.as_deref())?;
        if let (Some(since), Some(until)) = (&affiliation.since, &affiliation.until)
            && until < since
            && !since.starts_with(until.as_str())
        {
            return Err(Error::field(
                "affiliations",
                Message::new("error-until-before-since"),
            ));
        }
    }
    Ok(clean)
}

/// A day, a month or a year, ISO 8601.
fn day(text: Option<&str>) -> Result<Option<String>> {
    let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) else {
        return Ok(None);
    };
    let full = match text.len() {
        4 => format!("{text}-01-01"),
        7 => format!("{text}-01"),
        _ => text.to_owned(),
    };
    if NaiveDate::parse_from_str(&full, "%Y-%m-%d").is_err() {
        return Err(Error::field(
            "affiliations",
            Message::new("error-partial-date").text("date", text),
        ));
    }
    Ok(Some(text.to_owned()))
}

fn not_found(reference: String) -> Error {
    Error::NotFound {
        what: "person",
        reference,
    }
}

fn record_event(tx: &mut Tx, id: PersonId, detail: String) {
    tx.event(Subject {
        person: Some(id),
        detail,
        ..Subject::default()
    });
}
