//! What becomes of the sign-ons of both: those that move, and those on a letter where both stand, of which one stays.

use chrono_tz::Tz;
use rusqlite::Connection;

use super::super::{MergeChoices, MergeCollision, MergeSignOn, Side};
use super::joined;
use crate::consent::{Dated, Stamp, ground, outweighs, zone_of};
use crate::signon::Status;
use base::error::Result;
use vocabulary::ids::{LetterId, OrganizationId, PersonId, SignOnId};

/// A sign-on that moves.
pub(in crate::merge) struct Moved {
    pub(in crate::merge) id: SignOnId,
    pub(in crate::merge) letter: LetterId,
    pub(in crate::merge) title: String,
    pub(in crate::merge) prints_as: String,
}

/// Two sign-ons on one letter.
pub(in crate::merge) struct Collision {
    pub(in crate::merge) shown: MergeCollision,
    /// What the one that stays is filled up with from the other.
    pub(in crate::merge) filled: Filled,
    /// The other said no at some time.
    pub(in crate::merge) other_refused: bool,
    /// The title of the other's signer, who may sign beside the one that stays.
    pub(in crate::merge) other_title: String,
}

/// What stays of a sign-on that goes, besides its evidence.
#[derive(Default)]
pub(in crate::merge) struct Filled {
    pub(in crate::merge) note: String,
    pub(in crate::merge) signer: String,
    pub(in crate::merge) title: String,
    pub(in crate::merge) heading: String,
    pub(in crate::merge) pin: Option<i64>,
    pub(in crate::merge) asked_at: Option<String>,
    pub(in crate::merge) last_contact: Option<String>,
    pub(in crate::merge) person: Option<PersonId>,
    pub(in crate::merge) chase_after: Option<String>,
    pub(in crate::merge) refused: Option<Stamp>,
    pub(in crate::merge) unnamed: bool,
}

pub(super) fn moved(conn: &Connection, keep: OrganizationId, drop: OrganizationId) -> Result<Vec<Moved>> {
    let mut statement = conn.prepare_cached(
        "SELECT s.id, s.letter_id, l.title, s.prints_as FROM sign_on s JOIN letter l ON l.id = s.letter_id
         WHERE s.organization_id = ?1
           AND NOT EXISTS (SELECT 1 FROM sign_on k WHERE k.letter_id = s.letter_id AND k.organization_id = ?2)
         ORDER BY l.created_at DESC, l.entered DESC, l.id",
    )?;
    let rows = statement.query_map([drop, keep], |row| {
        Ok(Moved {
            id: row.get(0)?,
            letter: row.get(1)?,
            title: row.get(2)?,
            prints_as: row.get(3)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn collisions(
    conn: &Connection,
    keep: OrganizationId,
    drop: OrganizationId,
    choices: &MergeChoices,
) -> Result<Vec<Collision>> {
    let mut statement = conn.prepare_cached(
        "SELECT s.letter_id, l.title, s.id, d.id
         FROM sign_on s JOIN sign_on d ON d.letter_id = s.letter_id JOIN letter l ON l.id = s.letter_id
         WHERE s.organization_id = ?1 AND d.organization_id = ?2 ORDER BY l.created_at DESC, l.entered DESC, l.id",
    )?;
    let pairs = statement.query_map([keep, drop], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
    })?;
    let pairs: Vec<(LetterId, String, SignOnId, SignOnId)> = pairs.collect::<rusqlite::Result<_>>()?;
    pairs
        .into_iter()
        .map(|(letter_id, title, ours, theirs)| {
            let (ours, our_rest) = sign_on(conn, ours)?;
            let (theirs, their_rest) = sign_on(conn, theirs)?;
            let taken = choices
                .sign_ons
                .iter()
                .rfind(|choice| choice.letter_id == letter_id)
                .map_or_else(|| firmer(conn, &ours, &theirs), |choice| Ok(choice.take))?;
            let (stays, goes) = match taken {
                Side::Keep => (our_rest, their_rest),
                Side::Drop => (their_rest, our_rest),
            };
            let other_refused = goes.refused.is_some();
            let other_title = goes.title.clone();
            let filled = inherit_blanks(stays, goes, zone_of(conn, letter_id)?);
            Ok(Collision {
                shown: MergeCollision {
                    letter_id,
                    title,
                    keep: ours,
                    drop: theirs,
                    taken,
                },
                filled,
                other_refused,
                other_title,
            })
        })
        .collect()
}

/// Which of two sign-ons stays unless a person says otherwise: the firmer answer; of a yes and a no the no, unless the yes is
/// newer by something in writing; of two that are as firm otherwise, the later decision.
fn firmer(conn: &Connection, ours: &MergeSignOn, theirs: &MergeSignOn) -> Result<Side> {
    let no = |status: Status| matches!(status, Status::Declined | Status::Withdrawn);
    if ours.status.is_yes() && no(theirs.status) {
        let stays = outweighs(conn, ours.id, theirs.id)?;
        return Ok(if stays { Side::Keep } else { Side::Drop });
    }
    if no(ours.status) && theirs.status.is_yes() {
        let stays = outweighs(conn, theirs.id, ours.id)?;
        return Ok(if stays { Side::Drop } else { Side::Keep });
    }
    // Of two that signed, the one that stands: the other may have signed an earlier text.
    if ours.status == Status::Confirmed
        && theirs.status == Status::Confirmed
        && ground(conn, ours.id)?.is_none()
        && ground(conn, theirs.id)?.is_some()
    {
        return Ok(Side::Drop);
    }
    let (one, other) = (ours.status.firmness(), theirs.status.firmness());
    let later = one == other && ours.status != theirs.status && theirs.decided_at > ours.decided_at;
    Ok(if other > one || later {
        Side::Drop
    } else {
        Side::Keep
    })
}

fn sign_on(conn: &Connection, id: SignOnId) -> Result<(MergeSignOn, Filled)> {
    Ok(conn
        .prepare_cached(
            "SELECT id, status, prints_as, signer, decided_at,
                    (SELECT count(*) FROM sign_on_evidence WHERE sign_on_id = s.id),
                    note, signer, title, heading, pin, asked_at, last_contact, person_id, chase_after,
                    refused_at, refused_dated, refused_entered, unnamed FROM sign_on s WHERE id = ?1",
        )?
        .query_row([id], |row| {
            Ok((
                MergeSignOn {
                    id: row.get(0)?,
                    status: row.get(1)?,
                    prints_as: row.get(2)?,
                    signer: row.get(3)?,
                    decided_at: row.get(4)?,
                    evidence: row.get(5)?,
                },
                Filled {
                    note: row.get(6)?,
                    signer: row.get(7)?,
                    title: row.get(8)?,
                    heading: row.get(9)?,
                    pin: row.get(10)?,
                    asked_at: row.get(11)?,
                    last_contact: row.get(12)?,
                    person: row.get(13)?,
                    chase_after: row.get(14)?,
                    refused: match row.get::<_, Option<String>>(15)? {
                        Some(at) => Some(Stamp {
                            at,
                            dated: Dated::of(row.get_ref(16)?.as_str()?),
                            entered: row.get(17)?,
                        }),
                        None => None,
                    },
                    unnamed: row.get(18)?,
                },
            ))
        })?)
}

/// What the sign-on that stays says of itself, and where it says nothing, what the other says. What belongs to an answer
/// (who gave it, how, when, for which text) never goes from one to another.
fn inherit_blanks(stays: Filled, goes: Filled, zone: Tz) -> Filled {
    let unsigned = stays.signer.is_empty() && stays.title.is_empty();
    let (signer, title) = if unsigned {
        (goes.signer, goes.title)
    } else {
        (stays.signer, stays.title)
    };
    Filled {
        note: joined(&stays.note, &goes.note),
        signer,
        title,
        heading: if stays.heading.is_empty() {
            goes.heading
        } else {
            stays.heading
        },
        pin: stays.pin.or(goes.pin),
        asked_at: match (stays.asked_at, goes.asked_at) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        },
        last_contact: stays.last_contact.max(goes.last_contact),
        person: stays.person.or(goes.person),
        chase_after: stays.chase_after.max(goes.chase_after),
        refused: match (stays.refused, goes.refused) {
            (Some(one), Some(other)) => Some(one.latest(other, zone)),
            (one, other) => one.or(other),
        },
        // Who is not to be named by either name is not named.
        unnamed: stays.unnamed || goes.unnamed,
    }
}
