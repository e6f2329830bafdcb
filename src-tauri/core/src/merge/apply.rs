//! Writes what `plan.rs` decided, within one action. It decides nothing.

use rusqlite::params;

use super::Side;
use super::plan::{Affiliated, Collision, Merge};
use crate::consent::{Ground, ground};
use crate::organization;
use crate::signon::Status;
use base::error::{Error, Result};
use base::messages::Message;
use store::journal::{Subject, Tx};
use vocabulary::ids::OrganizationId;

/// Writes a merge.
pub(super) fn write(tx: &mut Tx, merge: &Merge) -> Result<OrganizationId> {
    let (keep, drop) = (merge.keep.id, merge.drop.id);
    for affiliation in &merge.affiliations {
        move_affiliation(tx, keep, affiliation)?;
    }
    for sign_on in &merge.sign_ons {
        tx.conn
            .prepare_cached("UPDATE sign_on SET organization_id = ?2 WHERE id = ?1")?
            .execute(params![sign_on.id, keep])?;
        tx.event(Subject {
            letter: Some(sign_on.letter),
            organization: Some(keep),
            sign_on: Some(sign_on.id),
            detail: sign_on.prints_as.clone(),
            ..Subject::default()
        });
    }
    for collision in &merge.collisions {
        join_sign_ons(tx, keep, collision)?;
    }
    for lead in &merge.leads {
        let sql = if lead.both {
            "UPDATE letter_lead SET position = ?4 WHERE letter_id = ?1 AND organization_id = ?2"
        } else {
            "UPDATE letter_lead SET organization_id = ?2, position = ?4 WHERE letter_id = ?1 AND organization_id = ?3"
        };
        tx.conn
            .prepare_cached(sql)?
            .execute(params![lead.letter, keep, drop, lead.position])?;
        tx.event(Subject {
            letter: Some(lead.letter),
            organization: Some(keep),
            detail: merge.drop.name.clone(),
            ..Subject::default()
        });
    }
    for child in &merge.children {
        tx.conn
            .prepare_cached("UPDATE organization SET parent_id = ?2 WHERE id = ?1")?
            .execute(params![child.id, keep])?;
        tx.event(Subject {
            organization: Some(child.id),
            detail: child.name.clone(),
            ..Subject::default()
        });
    }
    tx.conn
        .execute("DELETE FROM not_same WHERE ?1 IN (a_id, b_id)", [drop])?;
    for other in merge.not_same.iter().filter(|other| **other != keep) {
        tx.conn
            .prepare_cached("INSERT OR IGNORE INTO not_same (a_id, b_id) VALUES (min(?1, ?2), max(?1, ?2))")?
            .execute([keep, *other])?;
    }
    for (filter, json) in &merge.filters {
        tx.conn
            .prepare_cached("UPDATE saved_filter SET filter = ?2 WHERE id = ?1")?
            .execute(params![filter, json])?;
    }
    crate::logo::merge(tx, keep, drop)?;
    // Update `keep` first to clear a parent_id that points at `drop`. It records its own event.
    organization::update(tx, keep, &merge.merged)?;
    for sql in [
        "DELETE FROM letter_lead WHERE organization_id = ?1",
        "DELETE FROM organization_alias WHERE organization_id = ?1",
        "DELETE FROM organization_tag WHERE organization_id = ?1",
        "DELETE FROM organization WHERE id = ?1",
    ] {
        tx.conn.prepare_cached(sql)?.execute([drop])?;
    }
    tx.event(Subject {
        organization: Some(drop),
        detail: format!("{} → {}", merge.drop.name, merge.merged.name),
        ..Subject::default()
    });
    Ok(keep)
}

fn move_affiliation(tx: &mut Tx, keep: OrganizationId, affiliation: &Affiliated) -> Result<()> {
    if affiliation.into.is_some() {
        tx.conn
            .prepare_cached("DELETE FROM affiliation WHERE id = ?1")?
            .execute([affiliation.id])?;
    }
    tx.conn
        .prepare_cached(
            "UPDATE affiliation SET organization_id = ?2, since = ?3, until = ?4, may_sign = ?5, is_primary = ?6
             WHERE id = ?1",
        )?
        .execute(params![
            affiliation.into.unwrap_or(affiliation.id),
            keep,
            affiliation.since,
            affiliation.until,
            affiliation.may_sign,
            affiliation.primary,
        ])?;
    tx.event(Subject {
        organization: Some(keep),
        person: Some(affiliation.person),
        detail: affiliation.label.clone(),
        ..Subject::default()
    });
    Ok(())
}

/// Two sign-ons on one letter become one, resting on the evidence of both, with what was written about either.
fn join_sign_ons(tx: &mut Tx, keep: OrganizationId, collision: &Collision) -> Result<()> {
    let shown = &collision.shown;
    let (stays, goes) = match shown.taken {
        Side::Keep => (&shown.keep, &shown.drop),
        Side::Drop => (&shown.drop, &shown.keep),
    };
    let held = stays.status == Status::Confirmed && ground(tx.conn, stays.id)?.is_some();
    tx.conn
        .prepare_cached(
            "INSERT OR IGNORE INTO sign_on_evidence (sign_on_id, evidence_id)
             SELECT ?1, evidence_id FROM sign_on_evidence WHERE sign_on_id = ?2",
        )?
        .execute([stays.id, goes.id])?;
    // An answer to either ask finds what they became.
    for table in ["outreach", "ask_code", "sent_message"] {
        tx.conn
            .prepare_cached(&format!(
                "UPDATE {table} SET sign_on_id = ?1 WHERE sign_on_id = ?2"
            ))?
            .execute([stays.id, goes.id])?;
    }
    let two_signers = !goes.signer.is_empty() && !stays.signer.is_empty() && goes.signer != stays.signer;
    if goes.status.is_yes() && stays.status.is_yes() && two_signers {
        crate::signon::add_further_signer(tx, stays.id, &goes.signer, &collision.other_title)?;
    }
    crate::signon::move_further_signers(tx, goes.id, stays.id)?;
    for sql in [
        "DELETE FROM sign_on_evidence WHERE sign_on_id = ?1",
        "DELETE FROM desk_item WHERE sign_on_id = ?1",
        "DELETE FROM sign_on WHERE id = ?1",
    ] {
        tx.conn.prepare_cached(sql)?.execute([goes.id])?;
    }
    let filled = &collision.filled;
    tx.conn
        .prepare_cached(
            "UPDATE sign_on SET organization_id = ?2, note = ?3, signer = ?4, title = ?5, heading = ?6, pin = ?7,
                    asked_at = ?8, last_contact = ?9, person_id = ?10, chase_after = ?11, refused_at = ?12,
                    refused_dated = coalesce(?13, refused_dated), refused_entered = coalesce(?14, refused_entered),
                    unnamed = ?15 WHERE id = ?1",
        )?
        .execute(params![
            stays.id,
            keep,
            filled.note,
            filled.signer,
            filled.title,
            filled.heading,
            filled.pin,
            filled.asked_at,
            filled.last_contact,
            filled.person,
            filled.chase_after,
            filled.refused.as_ref().map(|no| &no.at),
            filled.refused.as_ref().map(|no| no.dated.word()),
            filled.refused.as_ref().map(|no| no.entered),
            filled.unnamed,
        ])?;
    // A reason was given before what the other said no to was known of it: only writing is newer than that.
    let rests = ground(tx.conn, stays.id)?;
    let holds = |ground: &Ground| ground.evidence.is_some() || !collision.other_refused;
    if held && !rests.is_some_and(|ground| holds(&ground)) {
        let message = Message::new("error-merge-no-ground")
            .text("name", &stays.prints_as)
            .text("title", &shown.title);
        return Err(Error::rule(message));
    }
    for (sign_on, detail) in [
        (stays, format!("{}: {}", stays.prints_as, stays.status.word())),
        (
            goes,
            format!(
                "{}: {} → {}",
                goes.prints_as,
                goes.status.word(),
                stays.status.word()
            ),
        ),
    ] {
        tx.event(Subject {
            letter: Some(shown.letter_id),
            organization: Some(keep),
            sign_on: Some(sign_on.id),
            detail,
            ..Subject::default()
        });
    }
    Ok(())
}
