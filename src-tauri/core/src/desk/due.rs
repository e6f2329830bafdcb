//! What is due to be written to whom: by where each sign-on stands, what was written before, and the gap between two messages.

use chrono::{DateTime, Utc};

use super::template::TemplateKind;
use crate::coalition::Coalition;
use crate::signon::{FollowupKind, Status, contact_of, reachable};
use base::error::Result;
use vocabulary::ids::{LetterId, OrganizationId, PersonId, SignOnId};

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
             WHERE s.letter_id = ?1 AND s.status IN ({statuses}) AND (NOT ?2 OR l.delivered_at IS NOT NULL)
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
                let told =
                    |kind| -> Result<bool> { Ok(!self.list_due(letter, kind, now)?.contains(&sign_on)) };
                if !told(TemplateKind::Receipt)? {
                    TemplateKind::Receipt
                } else if !told(TemplateKind::Delivered)? {
                    TemplateKind::Delivered
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
