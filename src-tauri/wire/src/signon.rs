//! One sign-on in full, as the window shows it beside its row of the ledger.

use serde::Serialize;
use ts_rs::TS;

use super::ledger::{HistoryItem, HistoryPage};
use base::error::Result;
use base::messages::Language;
use undersigned_core::coalition::Coalition;
use undersigned_core::history::HistoryQuery;
use undersigned_core::organization::OrganizationPerson;
use undersigned_core::signon::{EvidenceItem, FurtherSigner, OutreachItem};
use vocabulary::ids::SignOnId;

/// So many entries of the history stand with a sign-on; the rest is on the page of the history.
const ENTRIES: usize = 12;

/// What a row of the ledger does not hold.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export, export_to = "ledger/")]
pub struct SignOnDetail {
    /// The sign-on.
    pub id: SignOnId,
    /// What it rests on.
    pub evidence: Vec<EvidenceItem>,
    /// What was written or said about it, the latest first.
    pub outreach: Vec<OutreachItem>,
    /// The last entries of the history about it, the latest first.
    pub history: Vec<HistoryItem>,
    /// Who signs beside the signer.
    pub further: Vec<FurtherSigner>,
    /// Those at the organization who can be written to now.
    pub people: Vec<OrganizationPerson>,
}

impl SignOnDetail {
    /// A sign-on in full, in a language.
    ///
    /// # Errors
    /// [`undersigned_core::Error::NotFound`].
    pub fn new(coalition: &Coalition, id: SignOnId, language: Language) -> Result<Self> {
        let (letter, organization, prints_as) = coalition.subject_of_sign_on(id)?;
        let query = HistoryQuery {
            letter_id: Some(letter),
            organization_id: organization,
            // An individual has no id of their own in the history.
            text: organization.map_or(prints_as, |_| String::new()),
            limit: ENTRIES,
            ..HistoryQuery::default()
        };
        let mut people = match organization {
            Some(organization) => coalition.list_people_of_organization(organization)?,
            None => Vec::new(),
        };
        people.retain(|person| person.until.is_none() && !person.do_not_contact);
        Ok(Self {
            id,
            evidence: coalition.list_evidence(id)?,
            outreach: coalition.list_outreach(id)?,
            history: HistoryPage::new(coalition, &query, language)?.items,
            further: coalition.list_further_signers(id)?,
            people,
        })
    }
}
