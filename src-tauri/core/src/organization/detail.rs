//! Everything about one organization: the people there, its family, and its letters with how it answers.

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Organization, OrganizationRef};
use crate::coalition::Coalition;
use crate::logo::{Logo, logo_of};
use crate::search::HitKind;
use base::error::Result;
use base::time;
use vocabulary::Status;
use vocabulary::ids::{AffiliationId, LetterId, OrganizationId, PersonId, SignOnId};

/// So many members of a family are shown; a family that is larger is found by a filter.
const FAMILY_SHOWN: usize = 200;

/// What an organization did on a letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "organizations/")]
pub struct OrganizationLetter {
    /// The letter.
    pub letter_id: LetterId,
    /// Its title.
    pub title: String,
    /// The sign-on.
    pub sign_on_id: SignOnId,
    /// The status of the sign-on.
    pub status: Status,
    /// The name on that letter.
    pub prints_as: String,
    /// When it was first asked, ISO 8601 in UTC.
    pub asked_at: Option<String>,
    /// When it was decided, ISO 8601 in UTC.
    pub decided_at: Option<String>,
}

/// Somebody at an organization.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "organizations/")]
pub struct OrganizationPerson {
    /// The affiliation.
    pub affiliation_id: AffiliationId,
    /// The person.
    pub person_id: PersonId,
    /// Their name.
    pub name: String,
    /// Their pronouns, or empty.
    pub pronouns: String,
    /// What they are there, or empty.
    pub role: String,
    /// The email to write to.
    pub email: Option<String>,
    /// The phone to call.
    pub phone: Option<String>,
    /// Since when: 2019, 2019-05 or 2019-05-12.
    pub since: Option<String>,
    /// Until when.
    pub until: Option<String>,
    /// Whether they may sign for it.
    pub may_sign: bool,
    /// Whether they are the one to write to.
    pub primary: bool,
    /// Whether they want to hear nothing.
    pub do_not_contact: bool,
}

/// A member of a family, in the order of the tree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export, export_to = "organizations/")]
pub struct OrganizationNode {
    /// The organization.
    pub id: OrganizationId,
    /// Its name.
    pub name: String,
    /// How deep it stands; the head of the family at 0.
    pub depth: u32,
}

/// How an organization answers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "organizations/")]
pub struct Answers {
    /// On how many letters it was asked.
    pub asked: u32,
    /// How many of those it answered: said yes, confirmed, declined, withdrew.
    pub answered: u32,
    /// How many it has confirmed.
    pub confirmed: u32,
    /// The days from the asking to the answer: the middle one of all.
    pub days: Option<u32>,
}

/// Everything about one organization.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "organizations/")]
pub struct OrganizationDetail {
    /// The organization.
    pub organization: Organization,
    /// The people there: the one to write to first, those who left last.
    pub people: Vec<OrganizationPerson>,
    /// The letters that it stands on, latest first.
    pub letters: Vec<OrganizationLetter>,
    /// Its chapters and affiliates.
    pub children: Vec<OrganizationRef>,
    /// Its family as a tree, with itself in it; empty when it stands alone.
    pub family: Vec<OrganizationNode>,
    /// How many more the family has than are shown.
    pub family_more: u32,
    /// How it answers.
    pub answers: Answers,
    /// When something was last heard or asked, ISO 8601 in UTC.
    pub last_contact: Option<String>,
    /// How many letters it leads.
    pub leads: u32,
    /// Its logo.
    pub logo: Option<Logo>,
}

impl Coalition {
    /// The people at an organization: the one to write to first, those who left last.
    ///
    /// # Errors
    /// Those of SQLite.
    pub fn list_people_of_organization(&self, id: OrganizationId) -> Result<Vec<OrganizationPerson>> {
        people(&self.conn, id)
    }

    /// Everything about one organization.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`].
    pub fn get_organization_detail(&self, id: OrganizationId) -> Result<OrganizationDetail> {
        let organization = self.get_organization(id)?;
        self.note_used(HitKind::Organization, id.0);
        let letters = letters(&self.conn, id)?;
        let (family, family_more) = family(&self.conn, id)?;
        let last_contact = self.conn.query_row(
            "SELECT last_contact FROM organization_list WHERE organization_id = ?1",
            [id],
            |row| row.get(0),
        )?;
        let leads = self.conn.query_row(
            "SELECT count(*) FROM letter_lead WHERE organization_id = ?1",
            [id],
            |row| row.get(0),
        )?;
        Ok(OrganizationDetail {
            organization,
            people: people(&self.conn, id)?,
            answers: answers(&letters)?,
            letters,
            children: children(&self.conn, id)?,
            family,
            family_more,
            last_contact,
            leads,
            logo: logo_of(&self.conn, id)?,
        })
    }
}

fn answers(letters: &[OrganizationLetter]) -> Result<Answers> {
    let mut answers = Answers::default();
    let mut days = Vec::new();
    for letter in letters.iter().filter(|letter| letter.status != Status::ToAsk) {
        answers.asked += 1;
        answers.confirmed += u32::from(letter.status == Status::Confirmed);
        answers.answered += u32::from(matches!(
            letter.status,
            Status::SaidYes | Status::Confirmed | Status::Declined | Status::Withdrawn
        ));
        if let (Some(asked), Some(decided)) = (&letter.asked_at, &letter.decided_at) {
            let taken = time::read(decided)? - time::read(asked)?;
            if let Ok(taken) = u32::try_from(taken.num_days()) {
                days.push(taken);
            }
        }
    }
    days.sort_unstable();
    answers.days = days.get(days.len() / 2).copied();
    Ok(answers)
}

// SQL ---------------------------------------------------------------------------------------------------------------

fn letters(conn: &Connection, id: OrganizationId) -> Result<Vec<OrganizationLetter>> {
    let mut statement = conn.prepare_cached(
        "SELECT letter_id, l.title, s.id, status, s.prints_as, asked_at, decided_at
         FROM sign_on s JOIN letter l ON l.id = letter_id WHERE organization_id = ?1 ORDER BY l.created_at DESC, l.entered DESC",
    )?;
    let letters = statement.query_map([id], |row| {
        Ok(OrganizationLetter {
            letter_id: row.get(0)?,
            title: row.get(1)?,
            sign_on_id: row.get(2)?,
            status: row.get(3)?,
            prints_as: row.get(4)?,
            asked_at: row.get(5)?,
            decided_at: row.get(6)?,
        })
    })?;
    Ok(letters.collect::<rusqlite::Result<_>>()?)
}

fn people(conn: &Connection, id: OrganizationId) -> Result<Vec<OrganizationPerson>> {
    let mut statement = conn.prepare_cached(
        "SELECT a.id, p.id, p.name, p.pronouns, a.role,
           (SELECT value FROM contact_point c WHERE c.person_id = p.id AND kind = 'email'
            ORDER BY preferred DESC, entered, id LIMIT 1),
           (SELECT value FROM contact_point c WHERE c.person_id = p.id AND kind = 'phone'
            ORDER BY preferred DESC, entered, id LIMIT 1),
           a.since, a.until, a.may_sign, a.is_primary, p.do_not_contact
         FROM affiliation a JOIN person p ON p.id = a.person_id JOIN person_list k ON k.person_id = p.id
         WHERE a.organization_id = ?1
         ORDER BY a.until IS NOT NULL, a.is_primary DESC, a.may_sign DESC, k.sort_key",
    )?;
    let people = statement.query_map([id], |row| {
        Ok(OrganizationPerson {
            affiliation_id: row.get(0)?,
            person_id: row.get(1)?,
            name: row.get(2)?,
            pronouns: row.get(3)?,
            role: row.get(4)?,
            email: row.get(5)?,
            phone: row.get(6)?,
            since: row.get(7)?,
            until: row.get(8)?,
            may_sign: row.get(9)?,
            primary: row.get(10)?,
            do_not_contact: row.get(11)?,
        })
    })?;
    Ok(people.collect::<rusqlite::Result<_>>()?)
}

fn children(conn: &Connection, id: OrganizationId) -> Result<Vec<OrganizationRef>> {
    let mut statement = conn.prepare_cached(
        "SELECT o.id, o.name FROM organization_list l JOIN organization o ON o.id = l.organization_id
         WHERE l.parent_id = ?1 ORDER BY l.sort_key LIMIT 1000",
    )?;
    let children = statement.query_map([id], |row| {
        Ok(OrganizationRef {
            id: row.get(0)?,
            name: row.get(1)?,
        })
    })?;
    Ok(children.collect::<rusqlite::Result<_>>()?)
}

/// The tree that an organization stands in, from its head down, and how many more there are than are shown.
fn family(conn: &Connection, id: OrganizationId) -> Result<(Vec<OrganizationNode>, u32)> {
    // UNION, not UNION ALL: a circle that a damaged file may hold ends the walk.
    let head: OrganizationId = conn
        .prepare_cached(
            "WITH RECURSIVE above (id, parent_id) AS (
               SELECT id, parent_id FROM organization WHERE id = ?1
               UNION SELECT o.id, o.parent_id FROM organization o JOIN above ON o.id = above.parent_id)
             SELECT coalesce((SELECT id FROM above WHERE parent_id IS NULL LIMIT 1), ?1)",
        )?
        .query_row([id], |row| row.get(0))?;
    let mut statement = conn.prepare_cached(
        "WITH RECURSIVE below (id, depth, sort_key) AS (
           SELECT ?1, 0, x''
           UNION SELECT c.organization_id, depth + 1, c.sort_key
           FROM below JOIN organization_list c ON c.parent_id = below.id
           WHERE depth < 32 ORDER BY 2 DESC, 3 LIMIT ?2)
         SELECT o.id, o.name, depth FROM below JOIN organization o ON o.id = below.id",
    )?;
    let nodes = statement.query_map(rusqlite::params![head, 5_000], |row| {
        Ok(OrganizationNode {
            id: row.get(0)?,
            name: row.get(1)?,
            depth: row.get(2)?,
        })
    })?;
    let mut nodes: Vec<OrganizationNode> = nodes.collect::<rusqlite::Result<_>>()?;
    if nodes.len() < 2 {
        return Ok((Vec::new(), 0));
    }
    let more = nodes.len().saturating_sub(FAMILY_SHOWN);
    if more > 0 && nodes.iter().skip(FAMILY_SHOWN).any(|node| node.id == id) {
        // Itself is always shown, in place of the last one.
        if let Some(own) = nodes.iter().position(|node| node.id == id) {
            nodes.swap(own, FAMILY_SHOWN - 1);
        }
    }
    nodes.truncate(FAMILY_SHOWN);
    Ok((nodes, more as u32))
}
