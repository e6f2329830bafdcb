//! Consent: what a confirmed sign-on rests on, and what anything but a person's own hand may do to an answer.
//!
//! Owns the two questions that keep the block true. [`Ground`]: does this yes rest on something in writing (or a named
//! reason) that is newer than the last no, and given for a text that it may stand under? [`judge`]: may an import, a message
//! or a merge change this answer, or must the row be asked? Nothing here writes; `signon/status.rs` sets a status, the plan
//! of an import asks.
//!
//! # What is newer
//!
//! The moment of a piece of evidence is its own where it has one, never later than now; otherwise its place in the history
//! decides. The clock at the time of entry decides nothing, because clocks are set back.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use chrono::{DateTime, NaiveDate, TimeZone, Utc};
use chrono_tz::Tz;
use rusqlite::{Connection, OptionalExtension, params};

use crate::error::{Error, Result};
use crate::messages::Message;
use vocabulary::ids::{EvidenceId, LetterId, SignOnId};
use vocabulary::{Status, Via};

/// How well the moment of something is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dated {
    /// It says its own moment.
    Time,
    /// It says its own day.
    Day,
    /// Only when it was entered is known.
    Entry,
}

impl Dated {
    /// The word in the file.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Time => "time",
            Self::Day => "day",
            Self::Entry => "entry",
        }
    }

    /// The value of this word; the file's own rules keep out any other.
    pub(crate) fn of(word: &str) -> Self {
        match word {
            "day" => Self::Day,
            "entry" => Self::Entry,
            _ => Self::Time,
        }
    }
}

/// When something came: a moment, how well it is known, and its place in the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// ISO 8601 in UTC, as it is stored.
    pub(crate) at: String,
    pub(crate) dated: Dated,
    /// The line of the history at which it was entered; 0 for what an earlier version of the program wrote.
    pub(crate) entered: i64,
}

impl Stamp {
    /// The stamp of what is entered now. `given` is a moment or a day as `signon::status` checked it; a moment that is still to
    /// come is no date of its own.
    pub(crate) fn new(given: Option<&str>, zone: Tz, now: DateTime<Utc>, entered: i64) -> Result<Self> {
        let undated = Self {
            at: crate::time::store(now),
            dated: Dated::Entry,
            entered,
        };
        let Some(given) = given else {
            return Ok(undated);
        };
        let (at, dated) = match given.parse::<NaiveDate>() {
            Ok(day) => (noon(day, zone), Dated::Day),
            Err(_) => (crate::time::read(given)?, Dated::Time),
        };
        let to_come = match dated {
            Dated::Day => at.with_timezone(&zone).date_naive() > now.with_timezone(&zone).date_naive(),
            _ => at > now,
        };
        if to_come {
            return Ok(undated);
        }
        Ok(Self {
            at: crate::time::store(at),
            dated,
            entered,
        })
    }

    /// Whether this came after `other`, in the days of `zone` where one of them is only known by its day.
    pub(crate) fn is_after(&self, other: &Self, zone: Tz) -> bool {
        let later_entry = self.entered > other.entered;
        match (self.dated, other.dated) {
            (Dated::Entry, _) => later_entry,
            (Dated::Time, Dated::Time) => self.at > other.at || self.at == other.at && later_entry,
            _ => {
                let (own, others) = (day_of(&self.at, zone), day_of(&other.at, zone));
                own > others || own == others && later_entry
            }
        }
    }
}

/// The noon of a day: that day in every zone nearby.
fn noon(day: NaiveDate, zone: Tz) -> DateTime<Utc> {
    let local = day.and_hms_opt(12, 0, 0).unwrap_or_default();
    zone.from_local_datetime(&local)
        .earliest()
        .map_or_else(|| local.and_utc(), |at| at.with_timezone(&Utc))
}

fn day_of(at: &str, zone: Tz) -> Option<NaiveDate> {
    let at = crate::time::read(at).ok()?;
    Some(at.with_timezone(&zone).date_naive())
}

/// The zone in which the days of a letter are counted.
pub(crate) fn zone_of(conn: &Connection, letter: LetterId) -> Result<Tz> {
    let zone: Option<String> = conn
        .prepare_cached("SELECT zone FROM letter WHERE id = ?1")?
        .query_row([letter], |row| row.get(0))
        .optional()?
        .flatten();
    Ok(zone
        .unwrap_or_else(crate::time::local_zone)
        .parse()
        .unwrap_or(Tz::UTC))
}

/// The place in the history of what is being done.
pub(crate) fn place_in_history(conn: &Connection) -> Result<i64> {
    Ok(conn
        .prepare_cached("SELECT coalesce(max(seq), 0) + 1 FROM event")?
        .query_row([], |row| row.get(0))?)
}

/// What a confirmed sign-on rests on today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ground {
    /// The evidence, where it is one.
    pub evidence: Option<EvidenceId>,
    /// How it came.
    pub via: Option<Via>,
    /// When, ISO 8601 in UTC.
    pub at: Option<String>,
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
        let day = self
            .at
            .as_deref()
            .and_then(|at| at.split('T').next())
            .unwrap_or("");
        Message::new("ground-evidence")
            .text("via", self.via.map_or("none", Via::word))
            .text("day", day)
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

/// A piece of evidence of an answer, without its text.
struct Piece {
    id: EvidenceId,
    via: Option<Via>,
    stamp: Stamp,
}

impl Piece {
    /// Whether it is in writing: what was said in a call or a meeting is not.
    fn is_written(&self) -> bool {
        self.via.is_none_or(Via::is_written)
    }
}

/// The texts of a letter that ask for a new yes, by number.
struct NewYes(Vec<(u32, Stamp)>);

impl NewYes {
    fn read(conn: &Connection, letter: LetterId) -> Result<Self> {
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

    /// Whether a later text than this asks for a new yes.
    fn asks_again(&self, version: Option<u32>) -> bool {
        self.0
            .last()
            .is_some_and(|(number, _)| *number > version.unwrap_or(0))
    }
}

/// What a claim rests on, of the pieces that it has; none where it rests on nothing that counts.
fn ground_of(claim: &Claim, pieces: &[&Piece], texts: &NewYes, zone: Tz) -> Option<Ground> {
    if texts.asks_again(claim.version) {
        return None;
    }
    let newest = pieces
        .iter()
        .filter(|piece| piece.is_written())
        .filter(|piece| {
            claim
                .refused
                .as_ref()
                .is_none_or(|no| piece.stamp.is_after(no, zone))
        })
        .filter(|piece| {
            texts
                .since(claim.version)
                .is_none_or(|text| piece.stamp.is_after(text, zone))
        })
        .reduce(|best, piece| {
            if piece.stamp.is_after(&best.stamp, zone) {
                piece
            } else {
                best
            }
        });
    let ground = Ground {
        evidence: newest.map(|piece| piece.id),
        via: newest.map_or(claim.via, |piece| piece.via),
        at: newest
            .map(|piece| piece.stamp.at.clone())
            .or_else(|| claim.decided_at.clone()),
        version: claim.version,
        reason: claim.reason.clone(),
    };
    if newest.is_some() || !claim.reason.is_empty() {
        return Some(ground);
    }
    // Files of earlier versions hold a yes with how it came and nothing filed of it; there the word of how it came is the ground.
    let unfiled = pieces.iter().all(|piece| piece.stamp.entered == 0)
        && claim.via.is_some_and(Via::is_written)
        && claim
            .refused
            .as_ref()
            .is_none_or(|no| claim.decided_at.as_ref() > Some(&no.at));
    unfiled.then_some(ground)
}

const CLAIM: &str =
    "SELECT s.id, s.reason, s.via, s.decided_at, s.refused_at, s.refused_dated, s.refused_entered,
        (SELECT number FROM letter_version v WHERE v.id = s.version_id) FROM sign_on s";

fn claim(row: &rusqlite::Row) -> rusqlite::Result<Claim> {
    let refused_at: Option<String> = row.get(4)?;
    Ok(Claim {
        id: row.get(0)?,
        reason: row.get(1)?,
        via: row.get(2)?,
        decided_at: row.get(3)?,
        refused: match refused_at {
            Some(at) => Some(Stamp {
                at,
                dated: Dated::of(row.get_ref(5)?.as_str()?),
                entered: row.get(6)?,
            }),
            None => None,
        },
        version: row.get(7)?,
    })
}

fn piece(conn: &Connection, id: EvidenceId) -> Result<Option<Piece>> {
    Ok(conn
        .prepare_cached("SELECT via, at, dated, entered FROM evidence WHERE id = ?1 AND about = 'answer'")?
        .query_row([id], |row| {
            Ok(Piece {
                id,
                via: row.get(0)?,
                stamp: Stamp {
                    at: row.get(1)?,
                    dated: Dated::of(row.get_ref(2)?.as_str()?),
                    entered: row.get(3)?,
                },
            })
        })
        .optional()?)
}

/// What each confirmed sign-on of a letter rests on. One that is not among them rests on nothing, and is not printed.
pub(crate) fn grounds(conn: &Connection, letter: LetterId) -> Result<HashMap<SignOnId, Ground>> {
    let zone = zone_of(conn, letter)?;
    let texts = NewYes::read(conn, letter)?;
    let mut linked = conn.prepare_cached(
        "SELECT l.sign_on_id, l.evidence_id FROM sign_on s JOIN sign_on_evidence l ON l.sign_on_id = s.id
         WHERE s.letter_id = ?1 AND s.status = 'confirmed'",
    )?;
    let linked = linked.query_map([letter], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let linked: Vec<(SignOnId, EvidenceId)> = linked.collect::<rusqlite::Result<_>>()?;
    // Each piece is read once: a pasted list of thousands of names is what thousands of sign-ons rest on.
    let mut pieces: HashMap<EvidenceId, Option<Piece>> = HashMap::new();
    for (_, evidence) in &linked {
        if let Entry::Vacant(unread) = pieces.entry(*evidence) {
            unread.insert(piece(conn, *evidence)?);
        }
    }
    let mut of: HashMap<SignOnId, Vec<&Piece>> = HashMap::new();
    for (sign_on, evidence) in &linked {
        if let Some(Some(piece)) = pieces.get(evidence) {
            of.entry(*sign_on).or_default().push(piece);
        }
    }
    let mut statement = conn.prepare_cached(&format!(
        "{CLAIM} WHERE s.letter_id = ?1 AND s.status = 'confirmed'"
    ))?;
    let claims = statement.query_map([letter], claim)?;
    let mut found = HashMap::new();
    for claim in claims {
        let claim = claim?;
        let pieces = of.get(&claim.id).map_or(&[][..], Vec::as_slice);
        if let Some(ground) = ground_of(&claim, pieces, &texts, zone) {
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
    let claim = conn
        .prepare_cached(&format!("{CLAIM} WHERE s.id = ?1"))?
        .query_row([id], claim)?;
    let pieces = pieces_of(conn, id)?;
    let pieces: Vec<&Piece> = pieces.iter().collect();
    Ok(ground_of(
        &claim,
        &pieces,
        &NewYes::read(conn, letter)?,
        zone_of(conn, letter)?,
    ))
}

fn pieces_of(conn: &Connection, id: SignOnId) -> Result<Vec<Piece>> {
    let mut statement =
        conn.prepare_cached("SELECT evidence_id FROM sign_on_evidence WHERE sign_on_id = ?1")?;
    let ids = statement.query_map([id], |row| row.get(0))?;
    let ids: Vec<EvidenceId> = ids.collect::<rusqlite::Result<_>>()?;
    let mut pieces = Vec::with_capacity(ids.len());
    for id in ids {
        pieces.extend(piece(conn, id)?);
    }
    Ok(pieces)
}

/// Since when something counts as a yes for a sign-on whose status is about to change: the last no, and for somebody who said
/// yes before, the latest text that asks for a new one.
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
        let claim = conn
            .prepare_cached(&format!("{CLAIM} WHERE s.id = ?1"))?
            .query_row([id], claim)?;
        let texts = NewYes::read(conn, letter)?;
        let text = texts
            .0
            .into_iter()
            .rev()
            .find(|(number, _)| before.is_yes() && *number > claim.version.unwrap_or(0))
            .map(|(_, stamp)| stamp);
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

    pub(crate) fn zone(&self) -> Tz {
        self.zone
    }

    /// Whether something in writing is there that counts, and that is from after a moment where one is given.
    pub(crate) fn has_writing(&self, conn: &Connection, id: SignOnId, after: Option<&str>) -> Result<bool> {
        Ok(pieces_of(conn, id)?.iter().any(|piece| {
            piece.is_written()
                && self.counts(&piece.stamp)
                && after.is_none_or(|after| piece.stamp.at.as_str() > after)
        }))
    }
}

/// Whether the yes of one sign-on is newer than the no of another that becomes one with it, by something in writing.
pub(crate) fn outweighs(conn: &Connection, yes: SignOnId, no: SignOnId) -> Result<bool> {
    let refused = conn
        .prepare_cached(&format!("{CLAIM} WHERE s.id = ?1"))?
        .query_row([no], claim)?
        .refused;
    let Some(refused) = refused else { return Ok(true) };
    Ok(pieces_of(conn, yes)?
        .iter()
        .any(|piece| piece.is_written() && piece.stamp.is_after(&refused, Tz::UTC)))
}

/// An answer as it stands, for [`judge`].
#[derive(Debug, Clone)]
pub(crate) struct Standing<'a> {
    pub(crate) name: &'a str,
    pub(crate) status: Status,
    /// When it last said no, also when it was asked again since.
    pub(crate) refused_at: Option<&'a str>,
}

/// What comes from an import, a message or a merge.
#[derive(Debug, Clone)]
pub(crate) struct Incoming<'a> {
    pub(crate) status: Status,
    /// The name that it would print, where that is said.
    pub(crate) prints_as: Option<&'a str>,
    /// Whether it brings evidence with a date of its own that is newer than the last no.
    pub(crate) is_newer: bool,
}

/// What becomes of an answer that comes otherwise than by a person's hand on that row.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Verdict {
    /// It is taken.
    Take,
    /// What is there is firmer or the same; it stays, and nothing needs to be said.
    Keep,
    /// A person decides; the message says why.
    Ask(Message),
}

/// What an import, a message or a merge may do to an answer: it may make one firmer, and never turns a no into anything, a
/// yes into a no, or a printed name into another, without that row being asked.
pub(crate) fn judge(was: &Standing<'_>, comes: &Incoming<'_>) -> Verdict {
    let ask = |id: &'static str| {
        let day = was.refused_at.and_then(|at| at.split('T').next()).unwrap_or("");
        Verdict::Ask(
            Message::new(id)
                .text("name", was.name)
                .text("status", was.status.word())
                .text("day", day)
                .text("given", comes.prints_as.unwrap_or(was.name))
                .text("says", comes.status.word()),
        )
    };
    let no = |status: Status| matches!(status, Status::Declined | Status::Withdrawn);
    let names_other = comes.prints_as.is_some_and(|name| name != was.name);
    match was.status {
        Status::Declined | Status::Withdrawn => {
            if no(comes.status) || matches!(comes.status, Status::ToAsk) {
                Verdict::Keep
            } else if was.status == Status::Withdrawn {
                ask("consent-withdrew")
            } else {
                ask("consent-declined")
            }
        }
        Status::Confirmed | Status::SaidYes => {
            if no(comes.status) {
                ask("consent-yes-to-no")
            } else if names_other && comes.status != Status::ToAsk {
                ask("consent-name")
            } else if comes.status.firmness() > was.status.firmness() {
                if was.refused_at.is_some() && !comes.is_newer {
                    ask("consent-refused-before")
                } else {
                    Verdict::Take
                }
            } else {
                Verdict::Keep
            }
        }
        Status::ToAsk | Status::Asked | Status::Considering => {
            if comes.status.is_yes() && was.refused_at.is_some() && !comes.is_newer {
                ask("consent-refused-before")
            } else if comes.status.firmness() >= was.status.firmness() {
                Verdict::Take
            } else {
                Verdict::Keep
            }
        }
    }
}

/// The stamp of a piece of evidence that is to be kept with some sign-on.
pub(crate) fn stamp_for(
    conn: &Connection,
    sign_on: Option<SignOnId>,
    given: Option<&str>,
    now: DateTime<Utc>,
) -> Result<Stamp> {
    let zone = match sign_on {
        Some(id) => conn
            .prepare_cached("SELECT letter_id FROM sign_on WHERE id = ?1")?
            .query_row(params![id], |row| row.get(0))
            .optional()?
            .map_or(Ok(Tz::UTC), |letter| zone_of(conn, letter))?,
        None => Tz::UTC,
    };
    Stamp::new(given, zone, now, place_in_history(conn)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stamp(at: &str, dated: Dated, entered: i64) -> Stamp {
        Stamp {
            at: at.to_owned(),
            dated,
            entered,
        }
    }

    #[test]
    fn what_is_newer_goes_by_its_own_date_and_else_by_the_history() {
        let zone = Tz::Pacific__Auckland;
        let no = stamp("2026-11-14T03:00:00Z", Dated::Entry, 10);
        // A clock that was set back an hour decides nothing.
        assert!(stamp("2026-11-14T02:00:00Z", Dated::Entry, 11).is_after(&no, zone));
        assert!(!stamp("2026-11-20T02:00:00Z", Dated::Entry, 9).is_after(&no, zone));
        // Its own date wins over the order of entry.
        assert!(!stamp("2026-11-10T00:00:00Z", Dated::Day, 12).is_after(&no, zone));
        assert!(!stamp("2026-11-10T09:00:00Z", Dated::Time, 12).is_after(&no, zone));
        let no = stamp("2026-11-14T03:00:00Z", Dated::Time, 10);
        assert!(stamp("2026-11-14T03:00:01Z", Dated::Time, 1).is_after(&no, zone));
        assert!(!stamp("2026-11-14T02:59:59Z", Dated::Time, 11).is_after(&no, zone));
    }

    #[test]
    fn a_day_is_the_day_of_the_letters_zone_and_a_moment_to_come_is_none() {
        let zone = Tz::Pacific__Auckland;
        let now = crate::time::read("2026-11-14T22:00:00Z").unwrap_or_default();
        // In Auckland it is the fifteenth already.
        let day = Stamp::new(Some("2026-11-15"), zone, now, 5).ok();
        assert_eq!(day.as_ref().map(|day| day.dated), Some(Dated::Day));
        assert_eq!(day.map(|day| day.at), Some("2026-11-14T23:00:00Z".to_owned()));
        let to_come = Stamp::new(Some("2026-11-16"), zone, now, 5).ok();
        assert_eq!(to_come.map(|to_come| to_come.dated), Some(Dated::Entry));
    }

    #[test]
    fn a_no_and_a_printed_name_are_never_changed_unasked() {
        let was = |status, refused_at| Standing {
            name: "Elm Network",
            status,
            refused_at,
        };
        let comes = |status, is_newer| Incoming {
            status,
            prints_as: None,
            is_newer,
        };
        for status in [Status::Declined, Status::Withdrawn] {
            for newer in [false, true] {
                for yes in [
                    Status::Confirmed,
                    Status::SaidYes,
                    Status::Considering,
                    Status::Asked,
                ] {
                    let verdict = judge(&was(status, Some("2026-11-14T00:00:00Z")), &comes(yes, newer));
                    assert!(matches!(verdict, Verdict::Ask(_)), "{status} → {yes}");
                }
            }
        }
        for yes in [Status::Confirmed, Status::SaidYes] {
            for no in [Status::Declined, Status::Withdrawn] {
                assert!(matches!(
                    judge(&was(yes, None), &comes(no, true)),
                    Verdict::Ask(_)
                ));
            }
        }
        let renamed = Incoming {
            prints_as: Some("ELM NETWORK"),
            ..comes(Status::Confirmed, true)
        };
        assert!(matches!(
            judge(&was(Status::Confirmed, None), &renamed),
            Verdict::Ask(_)
        ));
        assert_eq!(
            judge(&was(Status::Asked, None), &comes(Status::Confirmed, false)),
            Verdict::Take
        );
        assert_eq!(
            judge(&was(Status::SaidYes, None), &comes(Status::Confirmed, false)),
            Verdict::Take
        );
        assert_eq!(
            judge(&was(Status::Confirmed, None), &comes(Status::Asked, false)),
            Verdict::Keep
        );
    }
}
