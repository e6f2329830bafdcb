//! Letters, the versions of their text, and their sign-ons.

use undersigned_core::Coalition;
use undersigned_core::letter::LetterFields;
use undersigned_core::signon::{SignOn, SignOnFields, Status, StatusChange};
use undersigned_core::version::VersionFields;

use super::output::{print, print_json, print_lines, read_text};
use super::{Context, Result};
use crate::args::{LetterCommand, SignOnCommand, VersionCommand};

impl Context<'_> {
    pub(super) fn letter(&self, command: &LetterCommand) -> Result {
        let mut coalition = self.open()?;
        match command {
            LetterCommand::Add {
                title,
                to,
                leads,
                deadline,
                zone,
            } => {
                let leads = leads.iter().map(|lead| coalition.resolve_organization(lead));
                let fields = LetterFields {
                    title: title.clone(),
                    addressee: to.clone().unwrap_or_default(),
                    leads: leads.collect::<Result<_, _>>()?,
                    hard_deadline: deadline.clone(),
                    zone: zone.clone(),
                    ..LetterFields::default()
                };
                print(&coalition.add_letter(&fields, self.now)?.output.to_string())
            }
            LetterCommand::Version(command) => self.version(&mut coalition, command),
            LetterCommand::Show { reference, json } => {
                let letter = coalition.get_letter(coalition.resolve_letter(reference)?)?;
                if *json {
                    return print_json(&letter);
                }
                let mut lines = vec![letter.title.clone()];
                lines.extend(
                    Some(format!("to\t{}", letter.addressee)).filter(|_| !letter.addressee.is_empty()),
                );
                lines.extend(letter.leads.iter().map(|lead| format!("lead\t{}", lead.name)));
                lines.push(format!("stage\t{}", letter.stage.word()));
                lines.extend(
                    letter
                        .hard_deadline
                        .iter()
                        .map(|at| format!("deadline\t{} {}", at.local, at.zone)),
                );
                lines.push(format!("confirmed\t{}", letter.counts.confirmed));
                print_lines(lines.iter())
            }
            LetterCommand::List { json } => {
                let all = coalition.list_letters()?;
                if *json {
                    print_json(&all)
                } else {
                    print_lines(all.iter().map(|letter| letter.title.clone()))
                }
            }
        }
    }

    fn version(&self, coalition: &mut Coalition, command: &VersionCommand) -> Result {
        match command {
            VersionCommand::Add {
                letter,
                text,
                summary,
                reconfirm,
                by,
            } => {
                let letter = coalition.resolve_letter(letter)?;
                let fields = VersionFields {
                    text: read_text(text)?,
                    summary: summary.clone(),
                    reconfirm: reconfirm.parse()?,
                    reconfirm_by: by.clone(),
                };
                coalition.add_version(letter, &fields, self.now)?;
                print(&coalition.list_versions(letter)?.len().to_string())
            }
            VersionCommand::List { letter, json } => {
                let all = coalition.list_versions(coalition.resolve_letter(letter)?)?;
                if *json {
                    return print_json(&all);
                }
                print_lines(all.iter().map(|version| {
                    format!(
                        "{}\t{}\t{}\t{}",
                        version.number,
                        version.created_at,
                        version.reconfirm.word(),
                        version.summary
                    )
                }))
            }
        }
    }

    pub(super) fn sign_on(&self, command: &SignOnCommand) -> Result {
        let mut coalition = self.open()?;
        match command {
            SignOnCommand::Set(set) => {
                let letter = coalition.resolve_letter(&set.letter)?;
                let organization = coalition.resolve_organization(&set.organization)?;
                let status: Status = set.status.parse()?;
                let change = StatusChange {
                    status,
                    authorized_by: set.by.clone(),
                    via: set.via.as_deref().map(str::parse).transpose()?,
                    evidence: match &set.evidence_file {
                        Some(file) => Some(read_text(file)?),
                        None => set.evidence.clone(),
                    },
                    reason: set.note.clone().filter(|_| status == Status::Confirmed),
                    at: set.at.clone(),
                    expected_by: set.expected_by.clone(),
                };
                let more = SignOnFields {
                    prints_as: set.prints_as.clone(),
                    signer: set.signer.clone(),
                    title: set.title.clone(),
                    note: set.note.clone(),
                    file: None,
                };
                coalition.set_sign_on(letter, organization, &change, &more, self.now)?;
                Ok(())
            }
            SignOnCommand::List { letter, status, json } => {
                let status: Option<Status> = status.as_deref().map(str::parse).transpose()?;
                let mut rows = coalition.list_sign_ons(coalition.resolve_letter(letter)?, self.now)?;
                rows.retain(|row| status.is_none_or(|status| row.status == status));
                if *json {
                    return print_json(&rows);
                }
                print_lines(
                    rows.iter()
                        .map(|row: &SignOn| format!("{}\t{}", row.status.word(), row.prints_as)),
                )
            }
        }
    }
}
