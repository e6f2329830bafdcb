//! Which organization a row is about: one that is there, one that an earlier row made, a new one, or to be asked.

use std::sync::Arc;

use super::{Earlier, PlannedRow, Planner, RowInput};
use crate::coalition::Coalition;
use crate::import::{Decision, Likely};
use crate::organization::{AliasKind, OrganizationRef};
use base::error::{Error, Result};
use base::messages::Message;
use names::recognize::{Match, Verdict, compare};
use vocabulary::ids::OrganizationId;

/// Which organization a row is about.
pub(super) enum OrganizationMatch {
    /// None.
    Nobody,
    /// This one; and why.
    Org(usize, Message),
    /// It has to be asked, for this reason.
    Ask(Message),
}

impl Planner {
    /// Which organization a row is about, made new where it has to be.
    pub(super) fn which(
        &mut self,
        coalition: &Coalition,
        number: usize,
        row: &RowInput<'_>,
        earlier: Option<Earlier>,
        planned: &mut PlannedRow,
    ) -> Result<OrganizationMatch> {
        let name = &row.record.organization;
        let Some(recognition) = row.recognition else {
            return Ok(OrganizationMatch::Nobody);
        };
        planned.verdict = recognition.verdict;
        planned.recognition = Some(Arc::clone(recognition));
        let best = recognition
            .candidates
            .first()
            .map(|candidate| OrganizationId(candidate.id));
        let mut reason = Message::new("import-new");
        let mut known = None;
        let mut alias = false;
        // Of several that a name may mean, the one that is called just that, and is where the row says.
        let mut called = None;
        let mut elsewhere = None;
        for candidate in &recognition.candidates {
            let id = OrganizationId(candidate.id);
            if let Some(at) = self.known_org(coalition, id)?
                && (self.orgs[at].name == *name || recognition.verdict == Verdict::Exact)
            {
                if self.is_elsewhere(at, row.record) {
                    elsewhere = elsewhere.or(Some(id));
                } else if self.orgs[at].name == *name {
                    called = Some(id);
                    break;
                }
            }
        }
        // A changed answer of a form goes where it went before, whatever it calls itself now.
        let before = match earlier.and_then(|earlier| earlier.organization) {
            Some(id) if row.decision == Decision::Auto => self.known_org(coalition, id)?.map(|_| id),
            _ => None,
        };
        // The same name in another town is another organization as often as not.
        if row.decision == Decision::Auto && before.is_none() && called.is_none() && elsewhere.is_some() {
            match self.likely {
                // One of this import may be the one, and is where the row says.
                Likely::Ask => {
                    return Ok(match self.made_org(row.record) {
                        Some((at, true)) => OrganizationMatch::Org(at, reason),
                        _ => OrganizationMatch::Ask(Message::new("import-asked-elsewhere")),
                    });
                }
                Likely::New => return Ok(self.new_or_asked(number, row, reason, planned)),
                Likely::Match => {}
            }
        }
        match (row.decision, recognition.verdict) {
            (Decision::Match { organization_id }, verdict) => {
                known = Some(organization_id);
                reason = Message::new("import-chosen");
                alias = !(verdict == Verdict::Exact && best == known);
            }
            (Decision::Auto, verdict)
                if before.is_some() && !(verdict == Verdict::Exact && best != before) =>
            {
                known = before;
                reason = Message::new("import-answer-before");
            }
            (Decision::Auto, Verdict::Exact) => {
                known = best;
                if let Some(candidate) = recognition.candidates.first() {
                    let (id, arguments) = candidate.reason.message();
                    reason = Message::with(id, arguments);
                }
            }
            (Decision::Auto, Verdict::Likely) if called.is_some() => {
                known = called;
                reason = Message::new("reason-same-name");
            }
            (Decision::Auto, Verdict::Likely) => match self.likely {
                Likely::Ask => return Ok(OrganizationMatch::Ask(Message::new("import-asked"))),
                Likely::Match => {
                    known = best;
                    alias = true;
                    reason = Message::new("import-chosen");
                }
                Likely::New => {}
            },
            _ => {}
        }
        // Chosen as new although the very name is there, in the same place: two of one name could never be told apart.
        known = known.or(called);
        let Some(id) = known else {
            return Ok(self.new_or_asked(number, row, reason, planned));
        };
        let at = self.known_org(coalition, id)?.ok_or_else(|| Error::NotFound {
            what: "organization",
            reference: id.to_string(),
        })?;
        self.orgs[at].first = self.orgs[at].first.min(number);
        planned.organization = Some(OrganizationRef {
            id,
            name: self.orgs[at].name.clone(),
        });
        if alias {
            self.add_alias(at, name, AliasKind::guess(name), planned);
        }
        Ok(OrganizationMatch::Org(at, reason))
    }

    /// An organization that is none of the coalition: one that an earlier row made, a new one, or to be asked.
    fn new_or_asked(
        &mut self,
        number: usize,
        row: &RowInput<'_>,
        reason: Message,
        planned: &mut PlannedRow,
    ) -> OrganizationMatch {
        let ask = row.decision == Decision::Auto && self.likely == Likely::Ask;
        match self.made_org(row.record) {
            Some((at, true)) => return OrganizationMatch::Org(at, reason),
            Some((at, false)) if ask => {
                return OrganizationMatch::Ask(self.same_as(at, "import-asked-row-elsewhere"));
            }
            Some((at, false)) if self.likely == Likely::Match => return OrganizationMatch::Org(at, reason),
            Some(_) => {}
            None if ask && !row.record.listed => {
                let alike = self.alike.as_ref();
                let like = alike.and_then(|alike| alike.made_like(number, &row.record.organization));
                let name = row.record.organization.as_str();
                // "FFElm" and "FF Elm", which the coalition would know for one the next time.
                let same = |at: &usize| {
                    compare(&self.orgs[*at].name, name).verdict == Match::Exact
                        && !self.is_elsewhere(*at, row.record)
                };
                if let Some(at) = like.filter(same) {
                    return OrganizationMatch::Org(at, reason);
                }
                if let Some(at) = like.filter(|at| !self.only_shares_initials(*at, name)) {
                    return OrganizationMatch::Ask(self.same_as(at, "import-asked-row"));
                }
            }
            None => {}
        }
        OrganizationMatch::Org(self.new_org(number, row.record, planned), reason)
    }

    /// Whether a name is like an organization only by the acronym of that one, which stands for the name that it has in full in the same
    /// file: "Moor League (ML)" is not "Mill Lodge".
    fn only_shares_initials(&self, at: usize, name: &str) -> bool {
        let org = &self.orgs[at];
        let different = |one: &str, other: &str| compare(one, other).verdict == Match::Different;
        let is_acronym = |name: &str| AliasKind::guess(name) == AliasKind::Acronym;
        !is_acronym(name)
            && !is_acronym(&org.name)
            && different(&org.name, name)
            && org
                .aliases()
                .iter()
                .all(|alias| different(alias, name) || is_acronym(alias) && !different(alias, &org.name))
    }

    /// A question about an organization that an earlier row made.
    fn same_as(&self, at: usize, message: &'static str) -> Message {
        let first = self.orgs[at].first;
        let row = self.numbers.get(first).copied().unwrap_or_default();
        Message::new(message)
            .text("name", &self.orgs[at].name)
            .number("row", row as usize)
    }
}
