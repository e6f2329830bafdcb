//! The one count of a letter's sign-ons: what its head, its list, the block and the pictures say.

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use base::error::Result;
use vocabulary::Status;
use vocabulary::ids::LetterId;

/// Sign-ons of one letter by status.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "letters/")]
#[allow(missing_docs)] // The fields are the statuses.
pub struct StatusCounts {
    pub to_ask: u32,
    pub asked: u32,
    pub considering: u32,
    pub said_yes: u32,
    pub confirmed: u32,
    pub declined: u32,
    pub withdrawn: u32,
    /// Of the confirmed, how many must say yes again to the latest text, and are in no block until they do.
    pub to_reconfirm: u32,
}

/// The number of the text that a sign-on `s` was given for, in SQL; 0 for none.
pub(crate) const SIGNED_NUMBER: &str =
    "coalesce((SELECT number FROM letter_version v WHERE v.id = s.version_id), 0)";

/// Whether a later text than that which a sign-on `s` was given for asks for a new yes, in SQL that binds its letter as `?1`: the
/// latest text that asks is then looked up once, and not for every row.
pub(crate) fn asked_again() -> String {
    format!(
        "coalesce({SIGNED_NUMBER} < (SELECT max(number) FROM letter_version
            WHERE letter_id = ?1 AND reconfirm = 'opt-in'), 0)"
    )
}

/// How many have confirmed an earlier text of a letter and have yet to say yes to the latest, which asks for it.
fn count_to_reconfirm(conn: &Connection, letter: LetterId) -> Result<u32> {
    let asks: bool = conn
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM letter_version WHERE letter_id = ?1 AND reconfirm = 'opt-in')",
        )?
        .query_row([letter], |row| row.get(0))?;
    // Most letters never ask, and the sign-ons of a large one are many to go through.
    if !asks {
        return Ok(0);
    }
    let sql = format!(
        "SELECT count(*) FROM sign_on s WHERE s.letter_id = ?1 AND s.status = 'confirmed' AND {}",
        asked_again()
    );
    Ok(conn.prepare_cached(&sql)?.query_row([letter], |row| row.get(0))?)
}

pub(super) fn count(conn: &Connection, letter: LetterId) -> Result<StatusCounts> {
    let mut counts = StatusCounts::default();
    let mut statement =
        conn.prepare_cached("SELECT status, count(*) FROM sign_on WHERE letter_id = ?1 GROUP BY status")?;
    let mut rows = statement.query([letter])?;
    while let Some(row) = rows.next()? {
        let count = row.get(1)?;
        match row.get(0)? {
            Status::ToAsk => counts.to_ask = count,
            Status::Asked => counts.asked = count,
            Status::Considering => counts.considering = count,
            Status::SaidYes => counts.said_yes = count,
            Status::Confirmed => counts.confirmed = count,
            Status::Declined => counts.declined = count,
            Status::Withdrawn => counts.withdrawn = count,
        }
    }
    if counts.confirmed > 0 {
        counts.to_reconfirm = count_to_reconfirm(conn, letter)?;
    }
    Ok(counts)
}
