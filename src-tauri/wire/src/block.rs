//! The block as the window's panel gets it.

use serde::Serialize;
use ts_rs::TS;

use base::error::Result;
use base::messages::Language;
use blocks::{SignatoryBlock, text};
use undersigned_core::coalition::Coalition;
use undersigned_core::signon::Status;
use vocabulary::ids::LetterId;

/// Sign-ons of one status that a block leaves out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "block/")]
pub struct LeftOut {
    /// The status.
    pub status: Status,
    /// How many.
    pub count: u32,
}

/// A letter's block for the panel.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "block/")]
pub struct BlockView {
    /// The arrangement; the window draws the paper from it.
    pub block: SignatoryBlock,
    /// The block as plain text, just as it is copied.
    pub text: String,
    /// How many signatories are in it.
    pub total: u32,
    /// Who said something and is left out.
    pub left_out: Vec<LeftOut>,
    /// How many have confirmed an earlier text and are left out until they confirm the latest, which asks for it.
    pub to_reconfirm: u32,
}

impl BlockView {
    /// The block of a letter by its remembered choices.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such letter.
    pub fn new(coalition: &Coalition, letter: LetterId) -> Result<Self> {
        let options = coalition.get_block_options(letter)?;
        let language = Language::from_locale(&options.language);
        let block = coalition.get_block(letter, &options, &language)?;
        let counts = coalition.get_letter(letter)?.counts;
        let said_yes = if options.include_said_yes {
            0
        } else {
            counts.said_yes
        };
        let left_out = [
            (Status::SaidYes, said_yes),
            (Status::Considering, counts.considering),
            (Status::Asked, counts.asked),
            (Status::ToAsk, counts.to_ask),
            (Status::Declined, counts.declined),
            (Status::Withdrawn, counts.withdrawn),
        ];
        let left_out = left_out.into_iter().filter(|(_, count)| *count > 0);
        Ok(Self {
            text: text::render(&block),
            total: block.total,
            left_out: left_out
                .map(|(status, count)| LeftOut { status, count })
                .collect(),
            to_reconfirm: counts.to_reconfirm,
            block,
        })
    }
}

/// A file as it was saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "block/")]
pub struct Saved {
    /// Where.
    pub path: String,
    /// What to know about it.
    pub notices: Vec<String>,
}

/// A document of the person's own with the block in it, as it was saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export, export_to = "block/")]
pub struct Filled {
    /// Where it was saved.
    pub path: String,
    /// How many placeholders were filled.
    pub places: u32,
    /// What to know about it: what was left, and where to look.
    pub notices: Vec<String>,
}
