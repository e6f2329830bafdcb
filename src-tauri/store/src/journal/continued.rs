//! Actions that go on with the one before them: choices tried one after the other are one step to undo and one line of the history.

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::session::Changegroup;
use rusqlite::{Connection, OptionalExtension, params};

use super::{Subject, changeset};
use base::error::{Error, Result};
use base::time;
use vocabulary::ids::{JournalId, LetterId};

/// What is done so long after the last of them is an action of its own.
const PAUSE: TimeDelta = TimeDelta::minutes(10);

/// Adds a changeset, as it is stored, to the last action, when that is the same of the same letter and person, was done a short while ago, and nothing
/// came between. False when it is not.
pub fn add(
    conn: &Connection,
    word: &str,
    author: &str,
    subjects: &[Subject],
    now: DateTime<Utc>,
    later: &[u8],
) -> Result<bool> {
    let [subject] = subjects else {
        return Ok(false);
    };
    let last: Option<(JournalId, String, Option<LetterId>)> = conn
        .prepare_cached(
            "SELECT j.id, j.at, e.letter_id FROM event e JOIN journal j ON j.id = e.journal_id
             WHERE e.seq = (SELECT max(seq) FROM event) AND e.action = 'do' AND j.state = 'done'
               AND j.op = ?1 AND j.author = ?2",
        )?
        .query_row(params![word, author], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })
        .optional()?;
    let Some((id, at, letter)) = last else {
        return Ok(false);
    };
    let since = now - time::read(&at)?;
    if letter != subject.letter || since < TimeDelta::zero() || since > PAUSE {
        return Ok(false);
    }
    let earlier = changeset::read(conn, id)?;
    let mut both = Changegroup::new()?;
    both.add_stream(&mut earlier.as_slice())?;
    both.add_stream(&mut changeset::unpack(later.to_vec())?.as_slice())?;
    let mut together = Vec::new();
    both.output_strm(&mut together)?;
    // What came back to where it began leaves nothing to undo.
    let state = if together.is_empty() { "dropped" } else { "done" };
    let packed = changeset::pack(together)?;
    let changed = conn
        .prepare_cached("UPDATE journal SET changeset = ?2, at = ?3, state = ?4 WHERE id = ?1")?
        .execute(params![id, packed, time::store(now), state])?;
    if changed == 1 {
        Ok(true)
    } else {
        Err(Error::Damaged)
    }
}
