//! The SQL of a sign-on's own row: read before it changes, found, put on a letter, taken off.

use rusqlite::{Connection, OptionalExtension, params};

use super::{Before, Status, evidence};
use base::error::{Error, Result};
use store::journal::{Subject, Tx};
use vocabulary::ids::{LetterId, OrganizationId, SignOnId};

pub(super) fn get(conn: &Connection, id: SignOnId) -> Result<Before> {
    conn.prepare_cached(
        "SELECT letter_id, organization_id, prints_as, status, reason, decided_at FROM sign_on WHERE id = ?1",
    )?
    .query_row([id], |row| {
        Ok(Before {
            id,
            letter: row.get(0)?,
            organization: row.get(1)?,
            prints_as: row.get(2)?,
            status: row.get(3)?,
            reason: row.get(4)?,
            decided_at: row.get(5)?,
        })
    })
    .optional()?
    .ok_or_else(|| Error::NotFound {
        what: "sign-on",
        reference: id.to_string(),
    })
}

pub(crate) fn find_of(
    conn: &Connection,
    letter: LetterId,
    organization: OrganizationId,
) -> Result<Option<SignOnId>> {
    Ok(conn
        .prepare_cached("SELECT id FROM sign_on WHERE letter_id = ?1 AND organization_id = ?2")?
        .query_row(params![letter, organization], |row| row.get(0))
        .optional()?)
}

/// The sign-on of a person who signs for themselves, by the name that prints.
pub(crate) fn find_individual(conn: &Connection, letter: LetterId, name: &str) -> Result<Option<SignOnId>> {
    Ok(conn
        .prepare_cached(
            "SELECT id FROM sign_on WHERE letter_id = ?1 AND organization_id IS NULL AND prints_as = ?2",
        )?
        .query_row(params![letter, name], |row| row.get(0))
        .optional()?)
}

pub(crate) fn ids_of(conn: &Connection, letter: LetterId) -> Result<Vec<SignOnId>> {
    let mut statement = conn.prepare_cached("SELECT id FROM sign_on WHERE letter_id = ?1")?;
    let rows = statement.query_map([letter], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Puts an organization, or with none an individual, on a letter within an action. Without a name of its own it prints as on its last letter, else
/// as the organization usually prints.
pub(crate) fn insert(
    tx: &mut Tx,
    letter: LetterId,
    organization: Option<OrganizationId>,
    prints_as: Option<&str>,
    status: Status,
) -> Result<SignOnId> {
    let id = SignOnId(tx.id());
    let name = match prints_as {
        Some(name) => name.to_owned(),
        None => tx
            .conn
            .prepare_cached(
                "SELECT coalesce(prints_as,
                   (SELECT s.prints_as FROM sign_on s JOIN letter l ON l.id = s.letter_id
                    WHERE s.organization_id = o.id ORDER BY l.created_at DESC, l.entered DESC, l.id DESC LIMIT 1), name)
                 FROM organization o WHERE id = ?1",
            )?
            .query_row([organization], |row| row.get(0))
            .optional()?
            .ok_or_else(|| Error::NotFound {
                what: "organization",
                reference: organization.map_or_else(String::new, |id| id.to_string()),
            })?,
    };
    tx.conn
        .prepare_cached(
            "INSERT INTO sign_on (id, letter_id, organization_id, position, status, prints_as)
             VALUES (?1, ?2, ?3, (SELECT coalesce(max(position), 0) + 1 FROM sign_on WHERE letter_id = ?2), ?4, ?5)",
        )?
        .execute(params![id, letter, organization, status, name])?;
    tx.event(Subject {
        letter: Some(letter),
        organization,
        sign_on: Some(id),
        detail: name,
        ..Subject::default()
    });
    Ok(id)
}

/// Takes sign-ons off within an action, with the evidence that nothing else rests on.
pub(crate) fn remove(tx: &mut Tx, ids: &[SignOnId]) -> Result<()> {
    for id in ids {
        let before = get(tx.conn, *id)?;
        evidence::remove_of(tx, *id)?;
        for table in [
            "desk_item",
            "ask_code",
            "sent_message",
            "outreach",
            "further_signer",
        ] {
            tx.conn
                .prepare_cached(&format!("DELETE FROM {table} WHERE sign_on_id = ?1"))?
                .execute([id])?;
        }
        tx.conn
            .prepare_cached("DELETE FROM sign_on WHERE id = ?1")?
            .execute([id])?;
        tx.event(before.subject(before.prints_as.clone()));
    }
    Ok(())
}
