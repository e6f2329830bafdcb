//! Codes: the mark of one ask, by which an answer finds its sign-on; and the messages of ours that were sent, by their own ids.
//!
//! One code for each sign-on and person: who is reminded gets the one they have. It is drawn at random and means nothing by itself.

use rusqlite::{Connection, OptionalExtension, params};

use crate::coalition::Coalition;
use base::error::{Error, Result};
use drafts::Code;
use drafts::code::find_in;
use store::journal::Tx;
use vocabulary::ids::{PersonId, SignOnId};

/// The longest id of a message that is kept, in bytes.
const LONGEST_ID: usize = 998;

/// The ask that a code marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Coded {
    /// The code.
    pub code: Code,
    /// The sign-on that was asked for.
    pub sign_on: SignOnId,
    /// Who was asked.
    pub person: Option<PersonId>,
}

impl Coalition {
    /// The ask that a code marks, when it is one of this coalition.
    pub fn find_code(&self, code: Code) -> Result<Option<Coded>> {
        find(&self.conn, code)
    }

    /// The codes of a sign-on, the first one first.
    pub fn list_codes(&self, sign_on: SignOnId) -> Result<Vec<Coded>> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT code, person_id FROM ask_code WHERE sign_on_id = ?1 ORDER BY at, code")?;
        let mut rows = statement.query([sign_on])?;
        let mut codes = Vec::new();
        while let Some(row) = rows.next()? {
            let code: String = row.get(0)?;
            codes.push(Coded {
                code: code.parse().map_err(|_| Error::Damaged)?,
                sign_on,
                person: row.get(1)?,
            });
        }
        Ok(codes)
    }
}

fn find(conn: &Connection, code: Code) -> Result<Option<Coded>> {
    Ok(conn
        .prepare_cached("SELECT sign_on_id, person_id FROM ask_code WHERE code = ?1")?
        .query_row([code.to_string()], |row| {
            Ok(Coded {
                code,
                sign_on: row.get(0)?,
                person: row.get(1)?,
            })
        })
        .optional()?)
}

/// The asks whose codes stand in a text, in order, each sign-on once.
pub(crate) fn coded_in(conn: &Connection, text: &str) -> Result<Vec<Coded>> {
    let mut coded: Vec<Coded> = Vec::new();
    for code in find_in(text).codes {
        if let Some(found) = find(conn, code)?
            && coded.iter().all(|known| known.sign_on != found.sign_on)
        {
            coded.push(found);
        }
    }
    Ok(coded)
}

/// The code of a sign-on and a person, where there is one.
pub(crate) fn known(conn: &Connection, sign_on: SignOnId, person: Option<PersonId>) -> Result<Option<Code>> {
    let found: Option<String> = conn
        .prepare_cached(
            "SELECT code FROM ask_code WHERE sign_on_id = ?1 AND person_id IS ?2 ORDER BY at, code LIMIT 1",
        )?
        .query_row(params![sign_on, person], |row| row.get(0))
        .optional()?;
    found
        .map(|code| code.parse().map_err(|_| Error::Damaged))
        .transpose()
}

/// The code of a sign-on and a person within an action: the one they have, else a new one.
pub(crate) fn make(tx: &mut Tx, sign_on: SignOnId, person: Option<PersonId>) -> Result<Code> {
    if let Some(code) = known(tx.conn, sign_on, person)? {
        return Ok(code);
    }
    loop {
        let code = Code::from_random(getrandom::u64().map_err(|_| Error::NoRandomness)?);
        let added = tx
            .conn
            .prepare_cached(
                "INSERT OR IGNORE INTO ask_code (code, sign_on_id, person_id, at) VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute(params![code.to_string(), sign_on, person, tx.at()])?;
        if added > 0 {
            return Ok(code);
        }
    }
}

/// Learns within an action that a message about a sign-on was sent.
pub(crate) fn learn_sent(tx: &mut Tx, message_id: &str, sign_on: SignOnId) -> Result<()> {
    if !message_id.is_empty() && message_id.len() <= LONGEST_ID {
        tx.conn
            .prepare_cached("INSERT OR IGNORE INTO sent_message (message_id, sign_on_id) VALUES (?1, ?2)")?
            .execute(params![message_id, sign_on])?;
    }
    Ok(())
}

/// The sign-on that one of our messages was about, of those that an answer names.
pub(crate) fn sent_about(conn: &Connection, message_ids: &[String]) -> Result<Option<SignOnId>> {
    let mut statement = conn.prepare_cached("SELECT sign_on_id FROM sent_message WHERE message_id = ?1")?;
    for id in message_ids {
        if let Some(found) = statement.query_row([id], |row| row.get(0)).optional()? {
            return Ok(Some(found));
        }
    }
    Ok(None)
}
