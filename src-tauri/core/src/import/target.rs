//! What the rows of an import become, and on which letter.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::coalition::Coalition;
use crate::letter::{self, LetterFields};
use crate::signon::Status;
use base::error::Result;
use store::journal::Tx;
use vocabulary::ids::LetterId;

/// What the rows become.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
#[ts(export, export_to = "imports/")]
pub enum ImportTarget {
    /// Organizations.
    Organizations,
    /// People, with their organizations.
    People,
    /// Sign-ons to a letter, and the organizations that are new.
    SignOns {
        /// The letter.
        letter_id: LetterId,
        /// Their status.
        status: Status,
    },
    /// Sign-ons to a letter that is begun with them, in the same action.
    NewLetter {
        /// What is said of the letter. Its title is asked for only when it is begun.
        letter: Box<LetterFields>,
        /// Their status.
        status: Status,
    },
}

impl ImportTarget {
    /// The status of sign-ons whose rows say nothing themselves; none where rows become no sign-ons.
    pub fn status(&self) -> Option<Status> {
        match self {
            Self::Organizations | Self::People => None,
            Self::SignOns { status, .. } | Self::NewLetter { status, .. } => Some(*status),
        }
    }

    /// The letter that the sign-ons go to, where it is there already.
    pub fn letter_id(&self) -> Option<LetterId> {
        match self {
            Self::SignOns { letter_id, .. } => Some(*letter_id),
            _ => None,
        }
    }

    /// Whether rows become the same for both, so that what was decided for the one holds for the other. What a letter that is
    /// begun will be called is no matter.
    pub fn makes_the_same_as(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::NewLetter { status, .. }, Self::NewLetter { status: before, .. }) => status == before,
            _ => self == other,
        }
    }

    /// The word for it in the file: `organizations`, `people`, `sign-ons`.
    pub(super) fn word(&self) -> &'static str {
        match self {
            Self::Organizations => "organizations",
            Self::People => "people",
            Self::SignOns { .. } | Self::NewLetter { .. } => "sign-ons",
        }
    }

    /// The title of the letter that the sign-ons go to.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`]; a rule when no letter can be begun so, with the field that breaks it.
    pub(super) fn title(&self, coalition: &Coalition) -> Result<Option<String>> {
        Ok(match self {
            Self::Organizations | Self::People => None,
            Self::SignOns { letter_id, .. } => Some(coalition.get_letter(*letter_id)?.title),
            Self::NewLetter { letter, .. } => Some(letter::checked(letter)?.title),
        })
    }

    /// The letter that the sign-ons go to within an action, begun where it is not there. An import that writes nothing begins
    /// none.
    pub(super) fn letter_within(&self, tx: &mut Tx, written: usize) -> Result<Option<LetterId>> {
        match self {
            Self::NewLetter { letter, .. } if written > 0 => {
                Ok(Some(letter::insert(tx, &letter::checked(letter)?)?))
            }
            _ => Ok(self.letter_id()),
        }
    }
}
