//! The organizations that lead a letter, in their order.

use rusqlite::{Connection, params};

use crate::organization::OrganizationRef;
use base::error::{Error, Result};
use base::messages::Message;
use store::journal::Tx;
use vocabulary::ids::{LetterId, OrganizationId};

/// The organizations that lead a letter.
pub(super) fn of(conn: &Connection, id: LetterId) -> Result<Vec<OrganizationRef>> {
    let mut statement = conn.prepare_cached(
        "SELECT id, name FROM letter_lead JOIN organization ON id = organization_id
         WHERE letter_id = ?1 ORDER BY position",
    )?;
    let rows = statement.query_map([id], |row| {
        Ok(OrganizationRef {
            id: row.get(0)?,
            name: row.get(1)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Makes these the leads of a letter, in this order; rows that stay as they are stay untouched.
pub(super) fn set(tx: &mut Tx, id: LetterId, wanted: &[OrganizationId]) -> Result<()> {
    let mut wanted_once: Vec<OrganizationId> = Vec::new();
    for lead in wanted {
        if !wanted_once.contains(lead) {
            wanted_once.push(*lead);
        }
    }
    let before: Vec<OrganizationId> = of(tx.conn, id)?.into_iter().map(|lead| lead.id).collect();
    if before == wanted_once {
        return Ok(());
    }
    tx.conn
        .execute("DELETE FROM letter_lead WHERE letter_id = ?1", [id])?;
    for (position, lead) in wanted_once.iter().enumerate() {
        let known: bool = tx.conn.query_row(
            "SELECT EXISTS (SELECT 1 FROM organization WHERE id = ?1)",
            [lead],
            |row| row.get(0),
        )?;
        if !known {
            return Err(Error::field("leads", Message::new("error-lead-unknown")));
        }
        tx.conn.execute(
            "INSERT INTO letter_lead (letter_id, organization_id, position) VALUES (?1, ?2, ?3)",
            params![id, lead, position as i64],
        )?;
    }
    Ok(())
}
