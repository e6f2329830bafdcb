//! The check before a letter goes out: what stands in the way, what is worth a look, and how to mend each.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::block::{BlockOptions, EntryForm, PartKind, SignatoryBlock};
use crate::coalition::Coalition;
use crate::error::Result;
use crate::ids::{LetterId, OrganizationId, SignOnId};
use crate::messages::{Language, Message};
use crate::signon::{SignOn, Status};

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export, rename = "CheckWeight")]
pub enum Weight {
    /// It stands in the way.
    Stop,
    /// It is worth a look.
    Look,
}

/// What the check looks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export, rename = "CheckKind")]
pub enum Kind {
    /// Nobody stands in the block.
    Empty,
    /// In the block, though the yes is not in writing.
    Unwritten,
    /// In the block without anybody who answers for it.
    NobodyResponsible,
    /// The text says another number than the block holds.
    CountDiffers,
    /// Titles print, and one is missing.
    TitleMissing,
    /// An organization and its chapter both stand in the block.
    ParentAndChapter,
    /// It printed otherwise last time.
    NameDiffers,
    /// Said yes, but not in writing: left out.
    SaidYesLeftOut,
    /// Signed an earlier text, and has not said yes to this one: left out.
    OlderVersion,
    /// Withdrew.
    Withdrawn,
}

impl Kind {
    /// How much it weighs.
    pub fn weight(self) -> Weight {
        match self {
            Self::Empty
            | Self::Unwritten
            | Self::NobodyResponsible
            | Self::CountDiffers
            | Self::TitleMissing => Weight::Stop,
            _ => Weight::Look,
        }
    }

    fn message_id(self) -> &'static str {
        match self {
            Self::Empty => "check-empty",
            Self::Unwritten => "check-unwritten",
            Self::NobodyResponsible => "check-nobody-responsible",
            Self::CountDiffers => "check-count-differs",
            Self::TitleMissing => "check-title-missing",
            Self::ParentAndChapter => "check-parent-and-chapter",
            Self::NameDiffers => "check-name-differs",
            Self::SaidYesLeftOut => "check-said-yes-left-out",
            Self::OlderVersion => "check-older-version",
            Self::Withdrawn => "check-withdrawn",
        }
    }
}

/// Something the check found.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// What it is.
    pub kind: Kind,
    /// The sign-on that it is about, when it is about one.
    pub sign_on: Option<SignOnId>,
    /// What it is and how to mend it.
    pub message: Message,
}

impl Coalition {
    /// Checks a letter's block, by the choices given, before it goes out. What stands in the way comes first.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] when there is no such letter.
    pub fn check_letter(&self, letter: LetterId, options: &BlockOptions) -> Result<Vec<Finding>> {
        let block = self.get_block(letter, options, &Language::English)?;
        let ledger = self.list_sign_ons(letter)?;
        let by_id: HashMap<SignOnId, &SignOn> = ledger.iter().map(|row| (row.id, row)).collect();
        let mut findings = Vec::new();
        let about = |kind: Kind, row: &SignOn| Finding {
            kind,
            sign_on: Some(row.id),
            message: Message::new(kind.message_id()).text("name", &row.prints_as),
        };
        if block.is_empty() {
            findings.push(Finding {
                kind: Kind::Empty,
                sign_on: None,
                message: Message::new(Kind::Empty.message_id()),
            });
        }
        let mut shown: Vec<SignOnId> = Vec::new();
        for entry in block.groups.iter().flat_map(|group| &group.entries) {
            let Some(row) = entry.sign_on.and_then(|id| by_id.get(&id)) else {
                continue;
            };
            shown.push(row.id);
            if entry.unwritten {
                findings.push(about(Kind::Unwritten, row));
            }
            if row.authorized_by.is_empty()
                && row.signer.is_empty()
                && row.evidence_count == 0
                && row.via.is_none()
            {
                findings.push(about(Kind::NobodyResponsible, row));
            }
            if options.entry == EntryForm::Signer
                && entry.cell(PartKind::Title).is_empty()
                && !row.signer.is_empty()
            {
                findings.push(about(Kind::TitleMissing, row));
            }
            if let Some(before) = &row.prints_as_before {
                let mut finding = about(Kind::NameDiffers, row);
                finding.message = finding.message.text("before", before);
                findings.push(finding);
            }
        }
        for row in &ledger {
            match row.status {
                Status::SaidYes if !shown.contains(&row.id) => {
                    findings.push(about(Kind::SaidYesLeftOut, row))
                }
                Status::Confirmed if !shown.contains(&row.id) => {
                    findings.push(about(Kind::OlderVersion, row))
                }
                Status::Withdrawn => findings.push(about(Kind::Withdrawn, row)),
                _ => {}
            }
        }
        self.check_chapters(&ledger, &shown, &mut findings)?;
        self.check_count(letter, &block, &mut findings)?;
        findings.sort_by_key(|finding| (finding.kind.weight(), finding.kind));
        Ok(findings)
    }

    /// A body and its chapter on one letter are often meant, and sometimes one signing twice.
    fn check_chapters(
        &self,
        ledger: &[SignOn],
        shown: &[SignOnId],
        findings: &mut Vec<Finding>,
    ) -> Result<()> {
        let rows: HashMap<OrganizationId, &SignOn> = ledger
            .iter()
            .filter(|row| shown.contains(&row.id))
            .filter_map(|row| row.organization_id.map(|id| (id, row)))
            .collect();
        let mut statement = self
            .conn
            .prepare_cached("SELECT parent_id FROM organization WHERE id = ?1")?;
        for (organization, row) in &rows {
            let parent: Option<OrganizationId> = statement.query_row([organization], |row| row.get(0))?;
            if let Some(parent) = parent.and_then(|parent| rows.get(&parent)) {
                findings.push(Finding {
                    kind: Kind::ParentAndChapter,
                    sign_on: Some(row.id),
                    message: Message::new(Kind::ParentAndChapter.message_id())
                        .text("name", &row.prints_as)
                        .text("parent", &parent.prints_as),
                });
            }
        }
        Ok(())
    }

    /// A letter that says "we, the undersigned 26 organizations" must count right.
    fn check_count(
        &self,
        letter: LetterId,
        block: &SignatoryBlock,
        findings: &mut Vec<Finding>,
    ) -> Result<()> {
        let Some(version) = self.list_versions(letter)?.pop() else {
            return Ok(());
        };
        for said in counts_in(&version.text) {
            if said != block.total && said != block.total - block.individuals {
                findings.push(Finding {
                    kind: Kind::CountDiffers,
                    sign_on: None,
                    message: Message::new(Kind::CountDiffers.message_id())
                        .number("said", said as usize)
                        .number("count", block.total as usize),
                });
            }
        }
        Ok(())
    }
}

/// The numbers of signatories that a text names: a number of at most four digits, and within the next two words one
/// that means organizations, in English or Spanish.
fn counts_in(text: &str) -> Vec<u32> {
    const MEANT: [&str; 8] = [
        "organization",
        "organisation",
        "signator",
        "group",
        "undersigned",
        "organizacion",
        "firmante",
        "grupo",
    ];
    let words: Vec<String> = text
        .split_whitespace()
        .map(crate::recognize::words::fold)
        .collect();
    let mut found = Vec::new();
    for (place, word) in words.iter().enumerate() {
        let digits = word.trim_matches(|c: char| !c.is_alphanumeric());
        let Ok(number) = digits.parse::<u32>() else {
            continue;
        };
        let next = words.iter().skip(place + 1).take(2);
        let meant = next
            .into_iter()
            .any(|word| MEANT.iter().any(|start| word.starts_with(start)));
        if meant && digits.len() <= 4 && number > 0 {
            found.push(number);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_in_the_text_is_a_number_before_a_word_for_those_who_sign() {
        assert_eq!(
            counts_in("We, the undersigned 26 organizations, write to you"),
            [26]
        );
        assert_eq!(counts_in("Las 14 organizaciones firmantes"), [14]);
        assert_eq!(counts_in("On behalf of 26 civil-rights groups"), [26]);
        assert_eq!(counts_in("In 2019, 300 families were separated"), [0; 0]);
    }
}
