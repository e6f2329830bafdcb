//! Those who sign for an organization beside its signer: the organization counts once, and all of them print where signers do.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::get;
use crate::coalition::Coalition;
use base::error::Result;
use base::text::{check_length, check_name, one_line};
use store::journal::{Change, Op, Tx};
use vocabulary::ids::{FurtherSignerId, LetterId, SignOnId};

/// Somebody who signs beside the signer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export, export_to = "ledger/")]
pub struct FurtherSigner {
    /// Their id.
    pub id: FurtherSignerId,
    /// Their name.
    pub name: String,
    /// Their title, or empty.
    pub title: String,
    /// Whether they print where signers do.
    pub shown: bool,
}

impl Coalition {
    /// Who signs beside the signer of a sign-on, in the order in which they came.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn list_further_signers(&self, sign_on: SignOnId) -> Result<Vec<FurtherSigner>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT id, name, title, shown FROM further_signer WHERE sign_on_id = ?1 ORDER BY position",
        )?;
        let rows = statement.query_map([sign_on], from_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Keeps somebody who signs beside the signer.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`]; a rule: no name, or one that is too long (field `name`).
    pub fn add_further_signer(
        &mut self,
        sign_on: SignOnId,
        name: &str,
        title: &str,
        now: DateTime<Utc>,
    ) -> Result<Change<()>> {
        let (name, title) = (one_line(name), one_line(title));
        check_name("name", &name)?;
        check_length("title", &title)?;
        let before = get(&self.conn, sign_on)?;
        let op = Op::SetSignOn {
            name: before.prints_as.clone(),
        };
        self.transact(op, now, |tx| {
            add(tx, sign_on, &name, &title)?;
            tx.event(before.subject(name));
            Ok(())
        })
    }

    /// Lets a further signer print or not; with None takes them off.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`].
    pub fn set_further_signer_shown(
        &mut self,
        sign_on: SignOnId,
        signer: FurtherSignerId,
        shown: Option<bool>,
        now: DateTime<Utc>,
    ) -> Result<Change<()>> {
        let before = get(&self.conn, sign_on)?;
        let op = Op::SetSignOn {
            name: before.prints_as.clone(),
        };
        self.transact(op, now, |tx| {
            let changed = match shown {
                Some(shown) => tx.conn.execute(
                    "UPDATE further_signer SET shown = ?3 WHERE id = ?2 AND sign_on_id = ?1",
                    params![sign_on, signer, shown],
                )?,
                None => tx.conn.execute(
                    "DELETE FROM further_signer WHERE id = ?2 AND sign_on_id = ?1",
                    params![sign_on, signer],
                )?,
            };
            if changed == 0 {
                return Err(crate::Error::NotFound {
                    what: "signer",
                    reference: signer.to_string(),
                });
            }
            tx.event(before.subject(before.prints_as.clone()));
            Ok(())
        })
    }
}

fn from_row(row: &rusqlite::Row) -> rusqlite::Result<FurtherSigner> {
    Ok(FurtherSigner {
        id: row.get(0)?,
        name: row.get(1)?,
        title: row.get(2)?,
        shown: row.get(3)?,
    })
}

/// Keeps somebody who signs beside the signer, within an action.
pub(crate) fn add(tx: &mut Tx, sign_on: SignOnId, name: &str, title: &str) -> Result<()> {
    let id = FurtherSignerId(tx.id());
    tx.conn
        .prepare_cached(
            "INSERT INTO further_signer (id, sign_on_id, name, title, position)
             VALUES (?1, ?2, ?3, ?4, (SELECT coalesce(max(position), 0) + 1 FROM further_signer WHERE sign_on_id = ?2))",
        )?
        .execute(params![id, sign_on, name, title])?;
    Ok(())
}

/// Gives those of one sign-on to another, after its own and in their order, within an action.
pub(crate) fn move_all(tx: &Tx, from: SignOnId, to: SignOnId) -> Result<()> {
    let last: i64 = tx
        .conn
        .prepare_cached("SELECT coalesce(max(position), 0) FROM further_signer WHERE sign_on_id = ?1")?
        .query_row([to], |row| row.get(0))?;
    tx.conn
        .prepare_cached(
            "UPDATE further_signer SET sign_on_id = ?2, position = position + ?3 WHERE sign_on_id = ?1",
        )?
        .execute(params![from, to, last])?;
    Ok(())
}

/// The further signers of a letter that print, by their sign-on and in order.
pub(super) fn shown_on(conn: &Connection, letter: LetterId) -> Result<Vec<(SignOnId, String, String)>> {
    let mut statement = conn.prepare_cached(
        "SELECT f.sign_on_id, f.name, f.title FROM sign_on s JOIN further_signer f ON f.sign_on_id = s.id
         WHERE s.letter_id = ?1 AND f.shown = 1 ORDER BY f.sign_on_id, f.position",
    )?;
    let rows = statement.query_map([letter], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
