//! A row of a plan: what becomes of it, why, and what must be decided first.

use std::sync::Arc;

use super::step::Step;
use crate::import::{FieldChange, Outcome};
use crate::organization::OrganizationRef;
use crate::person::PersonRef;
use crate::signon::Status;
use base::messages::Message;
use names::recognize::{Candidate, Recognition, Verdict};

/// A row with what becomes of it.
#[derive(Debug, Clone)]
pub struct PlannedRow {
    /// What recognizing said.
    pub verdict: Verdict,
    /// The organization that it is, where it is one that is there.
    pub organization: Option<OrganizationRef>,
    /// The person that it is, where it is one that is there.
    pub person: Option<PersonRef>,
    /// Shared by the rows of one name.
    pub(super) recognition: Option<Arc<Recognition>>,
    /// What becomes of it.
    pub outcome: Outcome,
    /// Why, in a sentence.
    pub reason: Message,
    /// What changes in what is there.
    pub changes: Vec<FieldChange>,
    /// What a person should look at.
    pub flags: Vec<Message>,
    /// What must be decided before an answer is changed, where the row is asked for that.
    pub consent: Option<ConsentQuestion>,
    /// Whether a person may take it as it is ([`Decision::Take`]): what it asks is about an answer or how it is read, not whose it is.
    pub may_be_taken: bool,
    pub(in crate::import) step: Step,
}

impl PlannedRow {
    pub(super) fn new(outcome: Outcome, reason: Message) -> Self {
        Self {
            verdict: Verdict::New,
            organization: None,
            person: None,
            recognition: None,
            outcome,
            reason,
            changes: Vec::new(),
            flags: Vec::new(),
            consent: None,
            may_be_taken: false,
            step: Step::default(),
        }
    }

    /// A row that waits for a decision.
    pub(in crate::import) fn asked(reason: Message) -> Self {
        Self::new(Outcome::Asked, reason)
    }

    pub(in crate::import) fn rejected(reason: Message) -> Self {
        Self::new(Outcome::Rejected, reason)
    }

    /// Organizations that it may be, best first.
    pub fn candidates(&self) -> &[Candidate] {
        self.recognition
            .as_ref()
            .map_or(&[], |recognition| &recognition.candidates)
    }

    /// Why it is left over, as a question where it waits for a decision between organizations.
    pub fn question(&self) -> Message {
        let candidates = self.candidates();
        if self.outcome != Outcome::Asked || candidates.is_empty() || self.reason.id() != "import-asked" {
            return self.reason.clone();
        }
        let names: Vec<&str> = candidates
            .iter()
            .take(3)
            .map(|found| found.name.as_str())
            .collect();
        Message::new("import-question").text("names", names.join("; "))
    }

    /// How many new people it makes.
    pub(in crate::import) fn count_new_people(&self) -> usize {
        let Step { person, others, .. } = &self.step;
        let all = person.iter().map(AsRef::as_ref).chain(others);
        all.filter(|step| step.create.is_some()).count()
    }

    /// Whether it makes a new organization, a new person, a new sign-on.
    pub fn makes(&self) -> (bool, bool, bool) {
        let Step {
            organization,
            person,
            others,
            sign_on,
        } = &self.step;
        (
            organization.as_ref().is_some_and(|step| step.create.is_some()),
            person
                .iter()
                .map(AsRef::as_ref)
                .chain(others)
                .any(|step| step.create.is_some()),
            sign_on.as_ref().is_some_and(|step| step.create.is_some()),
        )
    }
}

/// A row that would change a no, a yes or a printed name, which only a person does.
#[derive(Debug, Clone, PartialEq)]
pub struct ConsentQuestion {
    /// Who it is about, as it prints.
    pub name: String,
    /// What its answer is.
    pub was: Status,
    /// What the row says.
    pub says: Status,
    /// Why it is asked, in a sentence.
    pub reason: Message,
}
