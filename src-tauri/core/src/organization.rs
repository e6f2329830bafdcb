//! Organizations: members, allies and prospects, what they are called, under whom they stand, and how they sign.
//!
//! Owns one organization, its rules and its SQL. `organization/list.rs` lists many, `organization/edit.rs` changes a
//! field of many, `organization/detail.rs` tells everything about one.

mod detail;
mod edit;
mod fields;
mod list;
mod name_index;
mod rows;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::coalition::Coalition;
use base::error::{Error, Result};
use base::messages::Message;
use base::text::{check_length, check_name, check_text, clean_tags, one_line};
use names::recognize::Recognition;
use store::journal::{Change, Op, Subject};
use vocabulary::ids::{AliasId, OrganizationId};

pub use vocabulary::{AliasKind, Membership, OrganizationKind, OrganizationText, OrganizationTexts, Scope};

pub use detail::{Answers, OrganizationDetail, OrganizationLetter, OrganizationNode, OrganizationPerson};
pub(crate) use edit::yes;
pub use fields::{OrganizationColumn, OrganizationField};
pub use list::{
    Containing, LetterFilter, OrganizationFilter, OrganizationPage, OrganizationRow, OrganizationSort,
    Standing, TextField, TextValues,
};
pub(crate) use list::{FOUND_BY_WORDS, count as count_matching};
use rows::find;
pub(crate) use rows::{add_alias, add_names, add_tag, insert, update};

/// The longest lead time taken, in days.
const LONGEST_LEAD: u32 = 3_650;

/// Another name of an organization.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export, export_to = "organizations/")]
pub struct Alias {
    /// Its id.
    pub id: AliasId,
    /// The name.
    pub name: String,
    /// What kind of name it is.
    pub kind: AliasKind,
}

/// An organization by id and name, where no more is needed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export, export_to = "organizations/")]
pub struct OrganizationRef {
    /// Its id.
    pub id: OrganizationId,
    /// Its official name.
    pub name: String,
}

/// An organization.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "organizations/")]
pub struct Organization {
    /// Its id.
    pub id: OrganizationId,
    /// Its official name.
    pub name: String,
    /// How it prints on letters unless a letter says otherwise; None for its name.
    pub prints_as: Option<String>,
    /// What it is sorted by; None for its name.
    pub sort_as: Option<String>,
    /// How far its work reaches.
    pub scope: Option<Scope>,
    /// What kind of body it is.
    pub kind: Option<OrganizationKind>,
    /// The organization that it is a chapter or affiliate of.
    pub parent: Option<OrganizationRef>,
    /// City, or empty.
    pub city: String,
    /// State or region, a postal code where there is one, or empty.
    pub state: String,
    /// Country, or empty.
    pub country: String,
    /// Its site on the web, as it was typed, or empty.
    pub website: String,
    /// What it is to the coalition.
    pub membership: Option<Membership>,
    /// How it signs.
    pub signing: SigningHabits,
    /// Its fields of one line of text.
    #[serde(flatten)]
    pub texts: OrganizationTexts,
    /// What the coordinator wants to remember.
    pub note: String,
    /// Its other names.
    pub aliases: Vec<Alias>,
    /// Its tags, in order.
    pub tags: Vec<String>,
}

/// How an organization signs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(export, export_to = "organizations/")]
pub struct SigningHabits {
    /// Who decides there: "the board", a name, or empty.
    pub decides: String,
    /// How many days a decision takes.
    pub lead_days: Option<u32>,
    /// The topics that it never signs, or empty.
    pub never_signs: String,
    /// Whether it wants a word before it is put on a letter.
    pub ask_first: bool,
}

/// An alias as it is given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export, export_to = "organizations/")]
pub struct AliasFields {
    /// The name.
    pub name: String,
    /// What kind of name it is.
    pub kind: AliasKind,
}

/// All that can be said of an organization. What is left out is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(export, export_to = "organizations/")]
pub struct OrganizationFields {
    /// Its official name.
    pub name: String,
    /// How it prints on letters; None or empty for its name.
    pub prints_as: Option<String>,
    /// What it is sorted by; None or empty for its name.
    pub sort_as: Option<String>,
    /// How far its work reaches.
    pub scope: Option<Scope>,
    /// What kind of body it is.
    pub kind: Option<OrganizationKind>,
    /// The organization that it is a chapter or affiliate of.
    pub parent_id: Option<OrganizationId>,
    /// City.
    pub city: String,
    /// State or region.
    pub state: String,
    /// Country.
    pub country: String,
    /// Its site on the web.
    pub website: String,
    /// What it is to the coalition.
    pub membership: Option<Membership>,
    /// How it signs.
    pub signing: SigningHabits,
    /// Its fields of one line of text.
    #[serde(flatten)]
    pub texts: OrganizationTexts,
    /// What the coordinator wants to remember.
    pub note: String,
    /// Its other names.
    pub aliases: Vec<AliasFields>,
    /// Its tags.
    pub tags: Vec<String>,
}

impl Coalition {
    /// The organization with this id.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn get_organization(&self, id: OrganizationId) -> Result<Organization> {
        find(&self.conn, id)?.ok_or_else(|| not_found(id.to_string()))
    }

    /// The organization that a person means by an id, an exact name or alias, or an unambiguous part of a name.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Ambiguous`] with the candidates.
    pub fn resolve_organization(&self, reference: &str) -> Result<OrganizationId> {
        let reference = reference.trim();
        if let Ok(id) = reference.parse().map(OrganizationId)
            && find(&self.conn, id)?.is_some()
        {
            return Ok(id);
        }
        let mut statement = self.conn.prepare_cached(
            "SELECT id, name FROM organization WHERE name = ?1
             UNION SELECT o.id, o.name FROM organization_alias a JOIN organization o ON o.id = organization_id
             WHERE a.name = ?1",
        )?;
        let exact = statement.query_map([reference], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let exact: Vec<(OrganizationId, String)> = exact.collect::<rusqlite::Result<_>>()?;
        let mut found = exact;
        if found.is_empty() {
            let mut statement = self.conn.prepare_cached(
                "SELECT id, name FROM organization JOIN organization_list ON organization_id = id
                 WHERE instr(lower(name), lower(?1)) > 0 ORDER BY sort_key LIMIT 9",
            )?;
            let part = statement.query_map([reference], |row| Ok((row.get(0)?, row.get(1)?)))?;
            found = part.collect::<rusqlite::Result<_>>()?;
        }
        match found.as_slice() {
            [] => Err(not_found(reference.to_owned())),
            [(id, _)] => Ok(*id),
            several => Err(Error::Ambiguous {
                reference: reference.to_owned(),
                candidates: several.iter().map(|(_, name)| name.clone()).collect(),
            }),
        }
    }

    /// Which organization a name as people write it means.
    pub fn recognize(&self, name: &str) -> Result<Recognition> {
        self.with_names(|index| index.recognize(name))
    }

    /// How many organizations there are.
    pub fn count_organizations(&self) -> Result<u32> {
        Ok(self
            .conn
            .query_row("SELECT count(*) FROM organization", [], |row| row.get(0))?)
    }

    /// Adds an organization.
    ///
    /// # Errors
    /// A rule, with the field that breaks it; an organization with exactly this name is one.
    pub fn add_organization(
        &mut self,
        fields: &OrganizationFields,
        now: DateTime<Utc>,
    ) -> Result<Change<OrganizationId>> {
        let fields = checked(fields)?;
        self.transact(
            Op::AddOrganization {
                name: fields.name.clone(),
            },
            now,
            |tx| {
                refuse_twin(tx.conn, &fields.name, None)?;
                insert(tx, &fields)
            },
        )
    }

    /// Changes an organization to what is given.
    ///
    /// # Errors
    /// [`Error::NotFound`]; a rule, with the field that breaks it.
    pub fn set_organization(
        &mut self,
        id: OrganizationId,
        fields: &OrganizationFields,
        now: DateTime<Utc>,
    ) -> Result<Change<()>> {
        let fields = checked(fields)?;
        self.transact(
            Op::SetOrganization {
                name: fields.name.clone(),
            },
            now,
            |tx| {
                if find(tx.conn, id)?.is_none() {
                    return Err(not_found(id.to_string()));
                }
                refuse_twin(tx.conn, &fields.name, Some(id))?;
                refuse_circle(tx.conn, id, fields.parent_id)?;
                update(tx, id, &fields)
            },
        )
    }

    /// Removes organizations, as one action. Those that stand on a letter, lead one or have a chapter that stays are left; how
    /// many went.
    ///
    /// # Errors
    /// [`Error::NotFound`]; a rule when none of them can be removed.
    pub fn remove_organizations(
        &mut self,
        ids: &[OrganizationId],
        now: DateTime<Utc>,
    ) -> Result<Change<usize>> {
        let going = removable(&self.conn, ids)?;
        let op = match (ids, going.as_slice()) {
            ([id], []) => {
                let name = self.get_organization(*id)?.name;
                return Err(Error::rule(
                    Message::new("error-organization-used").text("name", name),
                ));
            }
            (_, []) => {
                return Err(Error::rule(
                    Message::new("error-organizations-used").number("count", ids.len()),
                ));
            }
            (_, [id]) => Op::RemoveOrganization {
                name: self.get_organization(*id)?.name,
            },
            (_, several) => Op::RemoveOrganizations { count: several.len() },
        };
        self.transact(op, now, |tx| {
            for id in &going {
                for sql in [
                    "DELETE FROM organization_alias WHERE organization_id = ?1",
                    "DELETE FROM organization_tag WHERE organization_id = ?1",
                    "DELETE FROM affiliation WHERE organization_id = ?1",
                    "DELETE FROM logo WHERE organization_id = ?1",
                    "DELETE FROM not_same WHERE ?1 IN (a_id, b_id)",
                    "DELETE FROM organization WHERE id = ?1",
                ] {
                    tx.conn.prepare_cached(sql)?.execute([id])?;
                }
                tx.event(Subject {
                    organization: Some(*id),
                    ..Subject::default()
                });
            }
            Ok(going.len())
        })
    }
}

/// Those of some organizations that can be removed together, each after the chapters that go with it.
fn removable(conn: &Connection, ids: &[OrganizationId]) -> Result<Vec<OrganizationId>> {
    let mut stays = conn.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM sign_on WHERE organization_id = ?1)
             OR EXISTS (SELECT 1 FROM letter_lead WHERE organization_id = ?1)
             OR NOT EXISTS (SELECT 1 FROM organization WHERE id = ?1)",
    )?;
    let mut below = conn.prepare_cached("SELECT id FROM organization WHERE parent_id = ?1")?;
    let mut chapters = BTreeMap::new();
    for id in ids {
        if !stays.query_row([id], |row| row.get::<_, bool>(0))? {
            let found = below.query_map([id], |row| row.get(0))?;
            chapters.insert(*id, found.collect::<rusqlite::Result<Vec<OrganizationId>>>()?);
        }
    }
    let (mut going, mut gone) = (Vec::new(), BTreeSet::new());
    loop {
        let ready: Vec<OrganizationId> = chapters
            .iter()
            .filter(|(id, below)| !gone.contains(*id) && below.iter().all(|child| gone.contains(child)))
            .map(|(id, _)| *id)
            .collect();
        if ready.is_empty() {
            return Ok(going);
        }
        gone.extend(ready.iter().copied());
        going.extend(ready);
    }
}

/// Takes off blanks and checks what needs no look into the file.
pub(crate) fn checked(fields: &OrganizationFields) -> Result<OrganizationFields> {
    let optional = |text: &Option<String>| text.as_deref().map(one_line).filter(|text| !text.is_empty());
    let mut clean = OrganizationFields {
        name: one_line(&fields.name),
        prints_as: optional(&fields.prints_as),
        sort_as: optional(&fields.sort_as),
        city: one_line(&fields.city),
        state: one_line(&fields.state),
        country: one_line(&fields.country),
        website: one_line(&fields.website),
        signing: SigningHabits {
            decides: one_line(&fields.signing.decides),
            never_signs: one_line(&fields.signing.never_signs),
            ..fields.signing.clone()
        },
        note: fields.note.trim().to_owned(),
        tags: clean_tags(&fields.tags),
        ..fields.clone()
    };
    for field in OrganizationText::ALL {
        let text = clean.texts.get_mut(*field);
        *text = one_line(text);
        check_length(field.word(), text)?;
    }
    check_name("name", &clean.name)?;
    for (field, text) in [
        ("printsAs", clean.prints_as.as_deref().unwrap_or_default()),
        ("sortAs", clean.sort_as.as_deref().unwrap_or_default()),
        ("city", &clean.city),
        ("state", &clean.state),
        ("country", &clean.country),
        ("website", &clean.website),
        ("decides", &clean.signing.decides),
        ("neverSigns", &clean.signing.never_signs),
    ] {
        check_length(field, text)?;
    }
    check_text("note", &clean.note)?;
    for tag in &clean.tags {
        check_length("tags", tag)?;
    }
    if clean.signing.lead_days.is_some_and(|days| days > LONGEST_LEAD) {
        return Err(Error::field(
            "leadDays",
            Message::new("error-days").number("most", LONGEST_LEAD as usize),
        ));
    }
    for alias in &mut clean.aliases {
        alias.name = one_line(&alias.name);
        check_length("aliases", &alias.name)?;
    }
    clean.aliases.retain(|alias| !alias.name.is_empty());
    Ok(clean)
}

fn not_found(reference: String) -> Error {
    Error::NotFound {
        what: "organization",
        reference,
    }
}

/// Two organizations may not have the very same name: nobody could tell them apart in a list.
pub(crate) fn refuse_twin(conn: &Connection, name: &str, except: Option<OrganizationId>) -> Result<()> {
    let twin: bool = conn
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM organization WHERE name = ?1 AND id IS NOT ?2)")?
        .query_row(params![name, except], |row| row.get(0))?;
    if twin {
        Err(Error::field(
            "name",
            Message::new("error-organization-twin").text("name", name),
        ))
    } else {
        Ok(())
    }
}

/// An organization may not stand under itself, over any number of steps.
fn refuse_circle(conn: &Connection, id: OrganizationId, parent: Option<OrganizationId>) -> Result<()> {
    let circle: bool = conn
        .prepare_cached(
            "WITH RECURSIVE above (id) AS (SELECT ?2 UNION SELECT parent_id FROM organization JOIN above USING (id))
             SELECT EXISTS (SELECT 1 FROM above WHERE id = ?1)",
        )?
        .query_row(params![id, parent], |row| row.get(0))?;
    if circle {
        Err(Error::field(
            "parentId",
            Message::new("error-organization-circle"),
        ))
    } else {
        Ok(())
    }
}
