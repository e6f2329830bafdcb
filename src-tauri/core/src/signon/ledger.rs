//! The ledger of a letter: its sign-ons as rows, and how many stand where.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, Row};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::authority::{AuthorityMark, Yes, marks_of_those};
use super::standing::{SignOnStanding, Texts};
use super::{Status, Via};
use crate::coalition::Coalition;
use crate::consent::Filed;
use crate::letter::Letter;
use crate::person::PersonRef;
use base::error::Result;
use base::text::place;
use store::snapshot::Snapshot;
use vocabulary::ids::{LetterId, OrganizationId, SignOnId};

/// A row of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "ledger/")]
pub struct SignOn {
    /// Its id.
    pub id: SignOnId,
    /// The letter.
    pub letter_id: LetterId,
    /// The organization; None for an individual.
    pub organization_id: Option<OrganizationId>,
    /// The organization's official name; the individual's name.
    pub organization: String,
    /// The name on this letter, exactly.
    pub prints_as: String,
    /// The name on the letter before this one, when it differs.
    pub prints_as_before: Option<String>,
    /// The name that it printed when it was confirmed, when it differs.
    pub confirmed_as: Option<String>,
    /// Where it stands.
    pub status: Status,
    /// Who signs for it, or empty.
    pub signer: String,
    /// The signer's title, or empty.
    pub title: String,
    /// An individual's own organization, which does not sign, or empty.
    pub affiliation: String,
    /// Whom to write to about it.
    pub person: Option<PersonRef>,
    /// Who gave the answer, or empty.
    pub authorized_by: String,
    /// How the answer came.
    pub via: Option<Via>,
    /// The beginning of the first text that it rests on, at most 240 characters; of a file without one, its name.
    pub evidence: Option<String>,
    /// How many pieces of evidence it rests on.
    pub evidence_count: u32,
    /// When the answer was given, ISO 8601 in UTC.
    pub decided_at: Option<String>,
    /// By when an answer is expected, `2020-12-15`.
    pub expected_by: Option<String>,
    /// When there was last contact, ISO 8601 in UTC.
    pub last_contact: Option<String>,
    /// The day until which it is not to be chased, `2020-12-15`.
    pub chase_after: Option<String>,
    /// Why it counts as confirmed without writing, or empty.
    pub reason: String,
    /// What the coordinator wants to remember.
    pub note: String,
    /// Whether the organization leads the letter.
    pub lead: bool,
    /// City and state: "Viroqua, WI".
    pub place: String,
    /// The number of the text that the answer was given for.
    pub version: Option<u32>,
    /// How a yes stands under the latest text; of any other status, that it stands.
    pub standing: SignOnStanding,
    /// By which day they can say that they do not stand, or must say yes again.
    pub standing_by: Option<String>,
    /// Whether it was confirmed after the hard deadline, or after the letter was delivered.
    pub late: bool,
    /// The coordinator's own heading for it in the block, or empty.
    pub heading: String,
    /// Its place in its group of the block: 1 is the first, -1 the last.
    #[ts(type = "number | null")]
    pub pin: Option<i64>,
    /// Whether it counts and is named in no block.
    pub unnamed: bool,
    /// The doubts about who may sign that nobody settled.
    pub doubts: Vec<AuthorityMark>,
}

impl Coalition {
    /// The ledger of a letter, in the order in which it was entered. What depends on the day goes by the letter's zone.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] when there is no such letter.
    pub fn list_sign_ons(&self, letter: LetterId, now: DateTime<Utc>) -> Result<Vec<SignOn>> {
        let _snapshot = Snapshot::of(&self.conn)?;
        let letter = self.get_letter(letter)?;
        list(&self.conn, &letter, &*self.filed(letter.id)?, now)
    }

    /// The letter of a sign-on, its organization unless it is an individual's, and the name that it prints.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`].
    pub fn subject_of_sign_on(&self, id: SignOnId) -> Result<(LetterId, Option<OrganizationId>, String)> {
        let about = super::get(&self.conn, id)?;
        Ok((about.letter, about.organization, about.prints_as))
    }
}

// SQL ---------------------------------------------------------------------------------------------------------------

fn list(conn: &Connection, letter: &Letter, filed: &Filed, now: DateTime<Utc>) -> Result<Vec<SignOn>> {
    let before = names_before(conn, letter.id)?;
    let today = base::time::day_in(now, letter.zone.as_deref());
    let texts = Texts::read(conn, letter.id, today)?;
    let delivered: Option<String> = conn
        .prepare_cached("SELECT delivered_at FROM letter WHERE id = ?1")?
        .query_row([letter.id], |row| row.get(0))?;
    let closed = letter
        .hard_deadline
        .as_ref()
        .map(|deadline| deadline.instant.clone());
    // The earlier of the two; stored moments sort as text.
    let late_after = match (closed, delivered) {
        (Some(closed), Some(delivered)) => Some(closed.min(delivered)),
        (closed, delivered) => closed.or(delivered),
    };
    let mut statement = conn.prepare_cached(
        "SELECT s.id, s.letter_id, s.organization_id, coalesce(o.name, s.prints_as), s.prints_as, s.status, s.signer,
                s.title, s.authorized_by, s.via,
                s.decided_at, s.expected_by, s.last_contact, s.reason, s.note,
                coalesce(o.city, ''), coalesce(o.state, ''), s.version_id, s.heading, s.pin,
                s.affiliation, p.id, p.name, s.chase_after, s.confirmed_as, s.unnamed,
                o.membership, o.scope, coalesce(o.website, ''), s.refused_entered
         FROM sign_on s LEFT JOIN organization o ON o.id = s.organization_id LEFT JOIN person p ON p.id = s.person_id
         WHERE s.letter_id = ?1 ORDER BY s.position, s.id",
    )?;
    // What many rows have in common is read once.
    let common = Common {
        leads: pairs(
            conn,
            "SELECT organization_id, 1 FROM letter_lead WHERE letter_id = ?1",
            letter.id,
        )?,
        versions: pairs(
            conn,
            "SELECT id, number FROM letter_version WHERE letter_id = ?1",
            letter.id,
        )?,
    };
    let mut said_yes = Vec::new();
    let rows = statement.query_map([letter.id], |row| {
        let sign_on = from_row(row, &common)?;
        if sign_on.status.is_yes() {
            said_yes.push(yes(&sign_on, row)?);
        }
        Ok(sign_on)
    })?;
    let mut ledger: Vec<SignOn> = rows.collect::<rusqlite::Result<_>>()?;
    let mut marks = marks_of_those(conn, letter.id, filed, said_yes.into_iter().map(Ok))?;
    for row in &mut ledger {
        let of_row = marks.remove(&row.id).unwrap_or_default();
        row.doubts = of_row.into_iter().map(|mark| mark.mark).collect();
        let first = filed.of(row.id).min_by_key(|piece| (&piece.stamp.at, piece.id));
        row.evidence = first.and_then(|piece| piece.excerpt.clone());
        row.evidence_count = u32::try_from(filed.of(row.id).count()).unwrap_or(u32::MAX);
        row.prints_as_before = row
            .organization_id
            .and_then(|id| before.get(&id))
            .filter(|name| **name != row.prints_as)
            .cloned();
        if row.status.is_yes() {
            let (standing, by) = texts.standing(row.version);
            row.standing = standing;
            row.standing_by = by.map(|by| by.to_string());
        }
        row.late = row.status == Status::Confirmed && late_after.is_some() && row.decided_at > late_after;
    }
    Ok(ledger)
}

/// What the rows of a ledger share: the organizations that lead, and the numbers of the letter's texts by their ids.
struct Common {
    leads: HashMap<i64, u32>,
    versions: HashMap<i64, u32>,
}

/// Two columns of a query about a letter, as keys and values.
fn pairs(conn: &Connection, query: &str, letter: LetterId) -> Result<HashMap<i64, u32>> {
    let mut statement = conn.prepare_cached(query)?;
    let rows = statement.query_map([letter], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn from_row(row: &Row, common: &Common) -> rusqlite::Result<SignOn> {
    let prints_as: String = row.get(4)?;
    let status: Status = row.get(5)?;
    let organization: Option<OrganizationId> = row.get(2)?;
    let version: Option<i64> = row.get(17)?;
    let person: Option<_> = row.get(21)?;
    Ok(SignOn {
        id: row.get(0)?,
        letter_id: row.get(1)?,
        organization_id: organization,
        organization: row.get(3)?,
        prints_as_before: None,
        confirmed_as: row
            .get::<_, Option<String>>(24)?
            .filter(|name| status == Status::Confirmed && *name != prints_as),
        prints_as,
        status,
        signer: row.get(6)?,
        title: row.get(7)?,
        affiliation: row.get(20)?,
        person: match person {
            Some(id) => Some(PersonRef {
                id,
                name: row.get(22)?,
            }),
            None => None,
        },
        authorized_by: row.get(8)?,
        via: row.get(9)?,
        evidence: None,
        evidence_count: 0,
        decided_at: row.get(10)?,
        expected_by: row.get(11)?,
        last_contact: row.get(12)?,
        chase_after: row.get(23)?,
        reason: row.get(13)?,
        note: row.get(14)?,
        lead: organization.is_some_and(|id: OrganizationId| common.leads.contains_key(&id.0)),
        place: place(&row.get::<_, String>(15)?, &row.get::<_, String>(16)?),
        version: version.and_then(|id| common.versions.get(&id).copied()),
        standing: SignOnStanding::Stands,
        standing_by: None,
        late: false,
        heading: row.get(18)?,
        pin: row.get(19)?,
        unnamed: row.get(25)?,
        doubts: Vec::new(),
    })
}

/// A row that says yes, as the marks of doubt about who may sign look at it.
fn yes(sign_on: &SignOn, row: &Row) -> rusqlite::Result<Yes> {
    Ok(Yes {
        id: sign_on.id,
        organization: sign_on.organization_id,
        signer: sign_on.signer.clone(),
        authorized_by: sign_on.authorized_by.clone(),
        membership: row.get(26)?,
        scope: row.get(27)?,
        website: row.get(28)?,
        reason: sign_on.reason.clone(),
        refused: row.get(29)?,
    })
}

/// What each organization of a letter printed as on the last letter before it that it confirmed.
fn names_before(conn: &Connection, letter: LetterId) -> Result<HashMap<OrganizationId, String>> {
    let is_first: bool = conn
        .prepare_cached(
            "SELECT NOT EXISTS (SELECT 1 FROM letter WHERE (created_at, entered, id) <
               (SELECT created_at, entered, id FROM letter WHERE id = ?1))",
        )?
        .query_row([letter], |row| row.get(0))?;
    // The statement below goes through all sign-ons of this letter's organizations before it finds that there is nothing.
    if is_first {
        return Ok(HashMap::new());
    }
    let mut statement = conn.prepare_cached(
        "SELECT s.organization_id, s.prints_as FROM sign_on s JOIN letter l ON l.id = s.letter_id
         WHERE s.status = 'confirmed' AND l.id <> ?1
           AND (l.created_at, l.entered, l.id) < (SELECT created_at, entered, id FROM letter WHERE id = ?1)
           AND s.organization_id IN (SELECT organization_id FROM sign_on WHERE letter_id = ?1)
         ORDER BY l.created_at, l.entered, l.id",
    )?;
    let rows = statement.query_map([letter], |row| Ok((row.get(0)?, row.get(1)?)))?;
    // Later letters come later and overwrite.
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
