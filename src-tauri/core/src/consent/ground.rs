//! What a confirmed sign-on rests on: something in writing or a named reason, newer than the last no, given for a text that it
//! may stand under.

use std::collections::HashMap;

use chrono_tz::Tz;
use rusqlite::{Connection, OptionalExtension};

use super::filed::{Filed, Piece};
use super::stamp::{Dated, Stamp, day_of, zone_of};
use base::error::{Error, Result};
use base::messages::Message;
use vocabulary::ids::{EvidenceId, LetterId, SignOnId};
use vocabulary::{Status, Via};

/// What a confirmed sign-on rests on today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ground {
    /// The evidence, where it is one.
    pub evidence: Option<EvidenceId>,
    /// How it came.
    pub via: Option<Via>,
    /// On which day in the letter's zone, `2026-11-14`.
    pub day: Option<String>,
    /// The number of the text that it was given for.
    pub version: Option<u32>,
    /// Why it counts without writing, or empty.
    pub reason: String,
}

impl Ground {
    /// The ground in one line.
    pub fn message(&self) -> Message {
        if !self.reason.is_empty() && self.evidence.is_none() {
            return Message::new("ground-reason").text("reason", &self.reason);
        }
        Message::new("ground-evidence")
            .text("via", self.via.map_or("none", Via::word))
            .text("day", self.day.as_deref().unwrap_or("none"))
            .text(
                "version",
                self.version
                    .map_or_else(|| "none".to_owned(), |number| number.to_string()),
            )
    }
}

/// A sign-on as its ground is looked for.
struct Claim {
    id: SignOnId,
    reason: String,
    via: Option<Via>,
    decided_at: Option<String>,
    refused: Option<Stamp>,
    version: Option<u32>,
}

/// The texts of a letter that ask for a new yes, by number.
#[derive(Default)]
pub(crate) struct NewYes(Vec<(u32, Stamp)>);

impl NewYes {
    pub(crate) fn read(conn: &Connection, letter: LetterId) -> Result<Self> {
        let mut statement = conn.prepare_cached(
            "SELECT number, created_at, entered FROM letter_version
             WHERE letter_id = ?1 AND reconfirm = 'opt-in' ORDER BY number",
        )?;
        let rows = statement.query_map([letter], |row| {
            let entered: i64 = row.get(2)?;
            let dated = if entered == 0 { Dated::Time } else { Dated::Entry };
            Ok((
                row.get(0)?,
                Stamp {
                    at: row.get(1)?,
                    dated,
                    entered,
                },
            ))
        })?;
        Ok(Self(rows.collect::<rusqlite::Result<_>>()?))
    }

    /// From when on a yes to this text counts: the latest text up to it that asked for a new one.
    fn since(&self, version: Option<u32>) -> Option<&Stamp> {
        let signed = version.unwrap_or(0);
        self.0
            .iter()
            .rev()
            .find(|(number, _)| *number <= signed)
            .map(|(_, stamp)| stamp)
    }

    /// From when on a new yes to the latest text counts: for who said yes to a text, only where a later one asks again.
    pub(crate) fn needed_since(&self, before: Status, version: Option<u32>) -> Option<&Stamp> {
        let asking = |(number, _): &&(u32, Stamp)| !before.is_yes() || *number > version.unwrap_or(0);
        self.0.iter().rev().find(asking).map(|(_, stamp)| stamp)
    }

    /// Whether a later text than this asks for a new yes.
    fn asks_again(&self, version: Option<u32>) -> bool {
        self.0
            .last()
            .is_some_and(|(number, _)| *number > version.unwrap_or(0))
    }
}

/// Whether a claim rests on something that counts, and on which of the pieces that it has; none where it rests on nothing.
fn support<'a>(
    claim: &Claim,
    pieces: impl Iterator<Item = &'a Piece> + Clone,
    texts: &NewYes,
    zone: Tz,
) -> Option<Option<&'a Piece>> {
    if texts.asks_again(claim.version) {
        return None;
    }
    let (no, text) = (claim.refused.as_ref(), texts.since(claim.version));
    let newest = pieces
        .clone()
        .filter(|piece| piece.is_written())
        .filter(|piece| no.is_none_or(|no| piece.stamp.is_after(no, zone)))
        .filter(|piece| text.is_none_or(|text| piece.stamp.is_after(text, zone)))
        .reduce(|best, piece| {
            if piece.stamp.is_after(&best.stamp, zone) {
                piece
            } else {
                best
            }
        });
    if newest.is_some() || !claim.reason.is_empty() {
        return Some(newest);
    }
    // Files of earlier versions hold a yes with how it came and nothing filed of it; there the word of how it came is the ground.
    let unfiled = pieces
        .map(|piece| piece.stamp.entered)
        .all(|entered| entered == 0)
        && claim.via.is_some_and(Via::is_written)
        && no.is_none_or(|no| claim.decided_at.as_ref() > Some(&no.at));
    unfiled.then_some(None)
}

/// What a claim rests on, of the pieces that it has; none where it rests on nothing that counts.
fn ground_of<'a>(
    claim: &Claim,
    pieces: impl Iterator<Item = &'a Piece> + Clone,
    texts: &NewYes,
    zone: Tz,
) -> Option<Ground> {
    let newest = support(claim, pieces, texts, zone)?;
    Some(Ground {
        evidence: newest.map(|piece| piece.id),
        via: newest.map_or(claim.via, |piece| piece.via),
        day: newest
            .map(|piece| piece.stamp.at.as_str())
            .or(claim.decided_at.as_deref())
            .and_then(|at| day_of(at, zone))
            .map(|day| day.to_string()),
        version: claim.version,
        reason: claim.reason.clone(),
    })
}

/// The columns of a sign-on `s` that [`Claim::read`] takes, in SQL.
pub(crate) const CLAIM_COLUMNS: &str =
    "s.id, s.reason, s.via, s.decided_at, s.refused_at, s.refused_dated, s.refused_entered,
        (SELECT number FROM letter_version v WHERE v.id = s.version_id)";

impl Claim {
    /// A claim of the row's columns from `first` on, which are [`CLAIM_COLUMNS`].
    fn read(row: &rusqlite::Row, first: usize) -> rusqlite::Result<Self> {
        let refused_at: Option<String> = row.get(first + 4)?;
        Ok(Self {
            id: row.get(first)?,
            reason: row.get(first + 1)?,
            via: row.get(first + 2)?,
            decided_at: row.get(first + 3)?,
            refused: match refused_at {
                Some(at) => Some(Stamp {
                    at,
                    dated: Dated::of(row.get_ref(first + 5)?.as_str()?),
                    entered: row.get(first + 6)?,
                }),
                None => None,
            },
            version: row.get(first + 7)?,
        })
    }
}

fn claim_of(conn: &Connection, id: SignOnId) -> Result<Claim> {
    Ok(conn
        .prepare_cached(&format!("SELECT {CLAIM_COLUMNS} FROM sign_on s WHERE s.id = ?1"))?
        .query_row([id], |row| Claim::read(row, 0))?)
}

/// What the yes of each sign-on of one letter is judged by, read once for all of them.
pub(crate) struct Grounds<'a> {
    filed: &'a Filed,
    texts: NewYes,
    zone: Tz,
}

impl<'a> Grounds<'a> {
    pub(crate) fn of(conn: &Connection, letter: LetterId, filed: &'a Filed) -> Result<Self> {
        Ok(Self {
            filed,
            texts: NewYes::read(conn, letter)?,
            zone: zone_of(conn, letter)?,
        })
    }

    /// Whether the yes of a row rests on something that counts, by its [`CLAIM_COLUMNS`] from `first` on.
    pub(crate) fn support(&self, row: &rusqlite::Row, first: usize) -> rusqlite::Result<bool> {
        let claim = Claim::read(row, first)?;
        Ok(support(&claim, self.filed.answers(claim.id), &self.texts, self.zone).is_some())
    }
}

/// What each confirmed sign-on of a letter rests on, of what is filed. One that is not among them rests on nothing, and is not printed.
pub(crate) fn grounds(
    conn: &Connection,
    letter: LetterId,
    filed: &Filed,
) -> Result<HashMap<SignOnId, Ground>> {
    let by = Grounds::of(conn, letter, filed)?;
    let mut statement = conn.prepare_cached(&format!(
        "SELECT {CLAIM_COLUMNS} FROM sign_on s WHERE s.letter_id = ?1 AND s.status = 'confirmed'"
    ))?;
    let claims = statement.query_map([letter], |row| Claim::read(row, 0))?;
    let mut found = HashMap::new();
    for claim in claims {
        let claim = claim?;
        if let Some(ground) = ground_of(&claim, filed.answers(claim.id), &by.texts, by.zone) {
            found.insert(claim.id, ground);
        }
    }
    Ok(found)
}

/// Whether a sign-on rests on something that is filed, or a reason: what may be taken away is judged by what then is left.
pub(crate) fn is_filed(conn: &Connection, id: SignOnId) -> Result<bool> {
    Ok(ground(conn, id)?.is_some_and(|ground| ground.evidence.is_some() || !ground.reason.is_empty()))
}

/// What a sign-on would rest on if it were confirmed as it is.
pub(crate) fn ground(conn: &Connection, id: SignOnId) -> Result<Option<Ground>> {
    let letter: LetterId = conn
        .prepare_cached("SELECT letter_id FROM sign_on WHERE id = ?1")?
        .query_row([id], |row| row.get(0))
        .optional()?
        .ok_or_else(|| Error::NotFound {
            what: "sign-on",
            reference: id.to_string(),
        })?;
    let claim = claim_of(conn, id)?;
    let filed = Filed::of_sign_on(conn, id)?;
    let (texts, zone) = (NewYes::read(conn, letter)?, zone_of(conn, letter)?);
    Ok(ground_of(&claim, filed.answers(id), &texts, zone))
}

/// Since when something counts as a yes for a sign-on whose status is about to change: the last no, and the latest text that asks
/// for a new one.
pub(crate) struct Since {
    no: Option<Stamp>,
    text: Option<Stamp>,
    zone: Tz,
}

impl Since {
    pub(crate) fn read(conn: &Connection, id: SignOnId, before: Status) -> Result<Self> {
        let letter: LetterId = conn
            .prepare_cached("SELECT letter_id FROM sign_on WHERE id = ?1")?
            .query_row([id], |row| row.get(0))?;
        let claim = claim_of(conn, id)?;
        let texts = NewYes::read(conn, letter)?;
        let text = texts.needed_since(before, claim.version).cloned();
        Ok(Self {
            no: claim.refused,
            text,
            zone: zone_of(conn, letter)?,
        })
    }

    /// Whether a new yes is needed: a no stands before it, or a text asks for it. What is confirmed has had its new yes since
    /// the last no.
    pub(crate) fn needs_new(&self, before: Status) -> bool {
        self.no.is_some() && before != Status::Confirmed || self.text.is_some()
    }

    /// Whether what came then is newer than the last no, and than the text that asks for a new yes.
    pub(crate) fn counts(&self, stamp: &Stamp) -> bool {
        [&self.no, &self.text]
            .into_iter()
            .flatten()
            .all(|since| stamp.is_after(since, self.zone))
    }

    /// The last no before.
    pub(crate) fn last_no(&self) -> Option<&Stamp> {
        self.no.as_ref()
    }

    pub(crate) fn zone(&self) -> Tz {
        self.zone
    }

    /// Whether something in writing is there that counts, and that is from after a moment where one is given.
    pub(crate) fn has_writing(&self, conn: &Connection, id: SignOnId, after: Option<&str>) -> Result<bool> {
        Ok(Filed::of_sign_on(conn, id)?.answers(id).any(|piece| {
            piece.is_written()
                && self.counts(&piece.stamp)
                && after.is_none_or(|after| piece.stamp.at.as_str() > after)
        }))
    }
}

/// Whether the yes of one sign-on is newer than the no of another that becomes one with it, by something in writing.
pub(crate) fn outweighs(conn: &Connection, yes: SignOnId, no: SignOnId) -> Result<bool> {
    let refused = claim_of(conn, no)?.refused;
    let Some(refused) = refused else { return Ok(true) };
    let letter = conn
        .prepare_cached("SELECT letter_id FROM sign_on WHERE id = ?1")?
        .query_row([no], |row| row.get(0))?;
    let zone = zone_of(conn, letter)?;
    Ok(Filed::of_sign_on(conn, yes)?
        .answers(yes)
        .any(|piece| piece.is_written() && piece.stamp.is_after(&refused, zone)))
}
