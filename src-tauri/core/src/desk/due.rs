//! What is due to be written to whom: by where each sign-on stands, what was written before, and the gap between two messages.

use chrono::{DateTime, Utc};
use serde::Serialize;
use ts_rs::TS;

use super::template::TemplateKind;
use crate::coalition::Coalition;
use crate::signon::{FollowupKind, Status, contact_of, reachable};
use base::error::Result;
use vocabulary::ids::{LetterId, OrganizationId, PersonId, SignOnId};

/// Those of a letter who signed and were not told yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "outreach/")]
pub struct ReceiptsDue {
    /// The letter.
    pub letter_id: LetterId,
    /// Its title.
    pub title: String,
    /// What is due: a receipt, or the final copy.
    pub kind: TemplateKind,
    /// The sign-ons, in the order of the ledger.
    pub sign_on_ids: Vec<SignOnId>,
}

impl Coalition {
    /// The sign-ons of a letter for which a kind of message is due, in the order of the ledger.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`].
    pub fn list_due(
        &self,
        letter: LetterId,
        kind: TemplateKind,
        now: DateTime<Utc>,
    ) -> Result<Vec<SignOnId>> {
        self.check_letter_exists(letter)?;
        let statuses = match kind {
            TemplateKind::Ask => "'to-ask'",
            TemplateKind::Reminder => "'asked', 'considering'",
            TemplateKind::InWriting => "'said-yes'",
            TemplateKind::Reconfirm => "'said-yes', 'confirmed'",
            TemplateKind::Receipt | TemplateKind::Delivered | TemplateKind::Thanks => "'confirmed'",
        };
        let delivered = matches!(kind, TemplateKind::Delivered | TemplateKind::Thanks);
        let sql = format!(
            "SELECT s.id FROM sign_on s JOIN letter l ON l.id = s.letter_id
             WHERE s.letter_id = ?1 AND s.status IN ({statuses}) AND (NOT ?2 OR l.stage = 'delivered' OR l.delivered_at IS NOT NULL)
               AND (?3 <> 'receipt' OR l.stage NOT IN ('delivered', 'archived'))
               AND (?3 IN ('ask', 'reminder', 'in-writing', 'reconfirm') OR NOT EXISTS
                 (SELECT 1 FROM outreach r WHERE r.sign_on_id = s.id AND r.kind = ?3))
             ORDER BY s.position, s.id"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement.query_map(rusqlite::params![letter, delivered, kind], |row| row.get(0))?;
        let found: Vec<SignOnId> = rows.collect::<rusqlite::Result<_>>()?;
        if !matches!(
            kind,
            TemplateKind::Reminder | TemplateKind::InWriting | TemplateKind::Reconfirm
        ) {
            return Ok(found);
        }
        // Who is to be chased today for this, and was not written to within the gap.
        let followups = self.list_followups(Some(letter), now)?;
        let is_due = |id: &SignOnId| {
            followups.iter().any(|followup| {
                followup.sign_on == *id && followup.waiting.is_none() && kind_of(followup.kind) == Some(kind)
            })
        };
        Ok(found.into_iter().filter(is_due).collect())
    }

    /// Who signed and was not told yet, letter by letter, the latest first: of a letter that is open or closed how they are listed,
    /// of one that went out its final copy.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn list_receipts_due(&self) -> Result<Vec<ReceiptsDue>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT l.id, l.title, l.stage = 'delivered', s.id FROM letter l JOIN sign_on s ON s.letter_id = l.id
             WHERE l.stage NOT IN ('draft', 'archived') AND s.status = 'confirmed' AND NOT EXISTS
               (SELECT 1 FROM outreach r WHERE r.sign_on_id = s.id
                  AND r.kind = CASE l.stage WHEN 'delivered' THEN 'delivered' ELSE 'receipt' END)
             ORDER BY l.created_at DESC, l.entered DESC, l.id DESC, s.position, s.id",
        )?;
        let mut rows = statement.query([])?;
        let mut due: Vec<ReceiptsDue> = Vec::new();
        while let Some(row) = rows.next()? {
            let (letter_id, sign_on): (LetterId, SignOnId) = (row.get(0)?, row.get(3)?);
            match due.last_mut().filter(|last| last.letter_id == letter_id) {
                Some(last) => last.sign_on_ids.push(sign_on),
                None => due.push(ReceiptsDue {
                    letter_id,
                    title: row.get(1)?,
                    kind: if row.get(2)? {
                        TemplateKind::Delivered
                    } else {
                        TemplateKind::Receipt
                    },
                    sign_on_ids: vec![sign_on],
                }),
            }
        }
        Ok(due)
    }

    /// The addresses of those to write to about sign-ons, each once; who can't or may not be written to is left out.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`].
    pub fn list_addresses(&self, sign_ons: &[SignOnId]) -> Result<Vec<String>> {
        let mut addresses: Vec<String> = Vec::new();
        for sign_on in sign_ons {
            let Some(person) = self.person_to_write_to(*sign_on)? else {
                continue;
            };
            let email = reachable(&self.conn, person)?.and_then(|person| person.email);
            if let Some(email) = email
                && addresses.iter().all(|known| !known.eq_ignore_ascii_case(&email))
            {
                addresses.push(email);
            }
        }
        Ok(addresses)
    }

    /// What is due to be written about a sign-on.
    pub(super) fn kind_due(&self, sign_on: SignOnId, now: DateTime<Utc>) -> Result<TemplateKind> {
        let (letter, ..) = self.subject_of_sign_on(sign_on)?;
        let status: Status = self
            .conn
            .prepare_cached("SELECT status FROM sign_on WHERE id = ?1")?
            .query_row([sign_on], |row| row.get(0))?;
        if status.is_yes() {
            let reconfirm = self
                .list_followups(Some(letter), now)?
                .iter()
                .any(|followup| followup.sign_on == sign_on && followup.kind == FollowupKind::Reconfirm);
            if reconfirm {
                return Ok(TemplateKind::Reconfirm);
            }
        }
        Ok(match status {
            Status::ToAsk | Status::Declined | Status::Withdrawn => TemplateKind::Ask,
            Status::Asked | Status::Considering => TemplateKind::Reminder,
            Status::SaidYes => TemplateKind::InWriting,
            Status::Confirmed => {
                let is_due =
                    |kind| -> Result<bool> { Ok(self.list_due(letter, kind, now)?.contains(&sign_on)) };
                if is_due(TemplateKind::Delivered)? {
                    TemplateKind::Delivered
                } else if is_due(TemplateKind::Receipt)? {
                    TemplateKind::Receipt
                } else {
                    TemplateKind::Thanks
                }
            }
        })
    }

    /// Whom a draft about a sign-on is written to, as [`Coalition::prepare_draft`] chooses.
    pub(super) fn person_to_write_to(&self, sign_on: SignOnId) -> Result<Option<PersonId>> {
        let (letter, organization, _) = self.subject_of_sign_on(sign_on)?;
        let person: Option<PersonId> = self
            .conn
            .prepare_cached("SELECT person_id FROM sign_on WHERE id = ?1")?
            .query_row([sign_on], |row| row.get(0))?;
        let organization: Option<OrganizationId> = organization;
        let found = match (person, organization) {
            (Some(person), _) => reachable(&self.conn, person)?,
            (None, Some(organization)) => {
                let language = self.get_block_options(letter)?.language;
                contact_of(&self.conn, organization, &language)?
            }
            (None, None) => None,
        };
        Ok(found.map(|person| person.id))
    }
}

/// What is written to somebody who is chased.
fn kind_of(kind: FollowupKind) -> Option<TemplateKind> {
    Some(match kind {
        FollowupKind::ToAsk => TemplateKind::Ask,
        FollowupKind::NoAnswer | FollowupKind::BoardDate | FollowupKind::Deadline => TemplateKind::Reminder,
        FollowupKind::Unwritten => TemplateKind::InWriting,
        FollowupKind::Reconfirm => TemplateKind::Reconfirm,
    })
}
