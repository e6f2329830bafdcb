//! What applying a row does: which organization, person and sign-on it makes or changes, and how.

use super::Earlier;
use crate::import::ChangeField;
use crate::organization::{AliasKind, OrganizationFields};
use crate::person::ContactPoint;
use crate::signon::Status;
use vocabulary::ids::{OrganizationId, PersonId, SignOnId};

/// Something that is there, or that a row of this import makes: the how-manieth new one it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::import) enum Slot<Id> {
    Known(Id),
    New(usize),
}

/// What applying a row does; nothing where all is empty.
#[derive(Debug, Clone, Default)]
pub(in crate::import) struct Step {
    pub organization: Option<Box<OrganizationStep>>,
    pub person: Option<Box<PersonStep>>,
    /// Others whom the row names besides.
    pub others: Vec<PersonStep>,
    pub sign_on: Option<Box<SignOnStep>>,
}

#[derive(Debug, Clone)]
pub(in crate::import) struct OrganizationStep {
    pub slot: Slot<OrganizationId>,
    /// What it is made of, when this row makes it.
    pub create: Option<Box<OrganizationFields>>,
    /// Fields of one that is there, with what they become.
    pub set: Vec<(ChangeField, String)>,
    /// Names that it goes by from now on, and what sort of name each is.
    pub aliases: Vec<(String, AliasKind)>,
    pub tags: Vec<String>,
    /// The organization that it comes to stand under.
    pub parent: Option<Slot<OrganizationId>>,
}

#[derive(Debug, Clone)]
pub(in crate::import) struct PersonStep {
    pub slot: Slot<PersonId>,
    /// The name, when this row makes them.
    pub create: Option<String>,
    pub points: Vec<ContactPoint>,
    pub note: Option<String>,
    pub tags: Vec<String>,
    pub affiliation: Option<AffiliationStep>,
}

#[derive(Debug, Clone)]
pub(in crate::import) struct AffiliationStep {
    pub organization: Slot<OrganizationId>,
    /// Whether they come to it by this row.
    pub create: bool,
    pub role: String,
    /// Whether they become the one to write to there.
    pub primary: bool,
}

#[derive(Debug, Clone)]
pub(in crate::import) struct SignOnStep {
    pub slot: Slot<SignOnId>,
    /// None for somebody who signs for themselves.
    pub organization: Option<Slot<OrganizationId>>,
    /// How it prints, when this row makes it.
    pub create: Option<String>,
    pub prints_as: Option<String>,
    pub signer: Option<String>,
    pub title: Option<String>,
    /// Where somebody is who signs for themselves.
    pub affiliation: Option<String>,
    pub note: Option<String>,
    pub status: Option<Status>,
    /// Who signs beside the signer that is there: name and title.
    pub further: Vec<(String, String)>,
    /// A person decided a question of consent about it.
    pub accepted: bool,
}

impl Step {
    /// The status that a sign-on gets, where it gets another.
    pub fn sign_on_status(&self) -> Option<Status> {
        self.sign_on.as_ref()?.status
    }

    /// A step that does nothing and only tells what a row is about.
    pub fn about(earlier: Earlier) -> Self {
        Self {
            organization: earlier
                .organization
                .map(|id| Box::new(OrganizationStep::of(Slot::Known(id)))),
            person: earlier.person.map(|id| Box::new(PersonStep::of(Slot::Known(id)))),
            others: Vec::new(),
            sign_on: earlier
                .sign_on
                .map(|id| Box::new(SignOnStep::of(Slot::Known(id), None))),
        }
    }
}

impl OrganizationStep {
    pub fn of(slot: Slot<OrganizationId>) -> Self {
        Self {
            slot,
            create: None,
            set: Vec::new(),
            aliases: Vec::new(),
            tags: Vec::new(),
            parent: None,
        }
    }
}

impl PersonStep {
    pub fn of(slot: Slot<PersonId>) -> Self {
        Self {
            slot,
            create: None,
            points: Vec::new(),
            note: None,
            tags: Vec::new(),
            affiliation: None,
        }
    }
}

impl SignOnStep {
    pub fn of(slot: Slot<SignOnId>, organization: Option<Slot<OrganizationId>>) -> Self {
        Self {
            slot,
            organization,
            create: None,
            prints_as: None,
            signer: None,
            title: None,
            affiliation: None,
            note: None,
            status: None,
            further: Vec::new(),
            accepted: false,
        }
    }
}
