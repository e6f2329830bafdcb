//! The check before a letter goes out, and its editions.

use std::process::ExitCode;

use serde::Serialize;
use serde_json::json;
use undersigned_core::edition::Edition;
use undersigned_core::{Language, Message};
use wire::{AcceptedItem, CheckItem};

use super::output::{print, print_json, print_lines, write};
use super::{Context, Result};
use crate::args::EditionCommand;

/// An edition with the findings that had been accepted when it was frozen.
#[derive(Serialize)]
struct ListedEdition<'a> {
    #[serde(flatten)]
    edition: &'a Edition,
    accepted: Vec<AcceptedItem>,
}

/// A finding with who accepted it, in a line.
fn settled(message: String, by: &str, word: &str, language: Language) -> String {
    Message::new("cli-settled")
        .text("message", message)
        .text("by", by)
        .text("word", word)
        .to_string(language)
}

impl Context<'_> {
    pub(super) fn check(&self, letter: &str, json: bool) -> Result<ExitCode> {
        let coalition = self.open()?;
        let letter = coalition.resolve_letter(letter)?;
        let findings = coalition.check_letter(letter, &coalition.get_block_options(letter)?, self.now)?;
        let stops = findings.iter().any(undersigned_core::check::Finding::stops);
        if json {
            let rows: Vec<CheckItem> = findings
                .iter()
                .map(|finding| CheckItem::new(finding, self.language))
                .collect();
            print_json(&rows)?;
        } else {
            print_lines(findings.iter().map(|finding| {
                let message = finding.message.to_string(self.language);
                match &finding.settled {
                    Some(by) => settled(message, &by.by, &by.word, self.language),
                    None => message,
                }
            }))?;
        }
        Ok(if stops {
            ExitCode::from(1)
        } else {
            ExitCode::SUCCESS
        })
    }

    pub(super) fn grounds(&self, letter: &str, json: bool) -> Result {
        let coalition = self.open()?;
        let letter = coalition.resolve_letter(letter)?;
        let rows: Vec<_> = coalition
            .list_grounds(letter, self.now)?
            .into_iter()
            .map(|(row, ground)| {
                (
                    row,
                    ground.map(|ground| ground.message().to_string(self.language)),
                )
            })
            .collect();
        if json {
            let rows = rows.iter().map(
                |(row, ground)| json!({ "signOn": row.id, "printsAs": row.prints_as, "ground": ground }),
            );
            return print_json(&rows.collect::<Vec<_>>());
        }
        print_lines(
            rows.iter()
                .map(|(row, ground)| format!("{}\t{}", row.prints_as, ground.as_deref().unwrap_or("-"))),
        )
    }

    pub(super) fn settle(&self, letter: &str, id: &str, by: Option<&str>, word: Option<&str>) -> Result {
        let mut coalition = self.open()?;
        let letter = coalition.resolve_letter(letter)?;
        coalition.settle_finding(
            letter,
            id,
            by.unwrap_or_default(),
            word.unwrap_or_default(),
            self.now,
        )?;
        Ok(())
    }

    pub(super) fn edition(&self, command: &EditionCommand) -> Result {
        let mut coalition = self.open()?;
        match command {
            EditionCommand::Freeze { letter, label } => {
                let letter = coalition.resolve_letter(letter)?;
                let options = coalition.get_block_options(letter)?;
                let labels = Language::from_locale(&options.language);
                let label = label.as_deref().unwrap_or_default();
                coalition.freeze_edition(letter, &options, &labels, label, self.now)?;
                print(&coalition.list_editions(letter)?.len().to_string())
            }
            EditionCommand::List { letter, json } => {
                let mut all = Vec::new();
                for edition in coalition.list_editions(coalition.resolve_letter(letter)?)? {
                    let accepted = coalition.list_accepted(edition.id)?;
                    all.push((edition, accepted));
                }
                if *json {
                    let rows: Vec<_> = all
                        .iter()
                        .map(|(edition, accepted)| ListedEdition {
                            edition,
                            accepted: accepted
                                .iter()
                                .map(|item| AcceptedItem::new(item, self.language))
                                .collect(),
                        })
                        .collect();
                    return print_json(&rows);
                }
                print_lines(all.iter().flat_map(|(edition, accepted)| {
                    let line = format!(
                        "{}\t{}\t{}\t{}",
                        edition.number, edition.at, edition.count, edition.label
                    );
                    let accepted = accepted.iter().map(|item| {
                        let sentence = item.sentence(self.language);
                        format!(
                            "\t{}\t{}",
                            item.at,
                            settled(sentence, &item.by, &item.word, self.language)
                        )
                    });
                    std::iter::once(line).chain(accepted)
                }))
            }
            EditionCommand::Show {
                letter,
                number,
                format,
            } => {
                let edition = coalition.get_edition(coalition.resolve_letter(letter)?, *number)?;
                write(&coalition.get_edition_form(edition.id, format.parse()?)?)
            }
            EditionCommand::Diff {
                letter,
                earlier,
                later,
                sentence,
                json,
            } => {
                let letter = coalition.resolve_letter(letter)?;
                let diff = coalition.diff_editions(letter, *earlier, *later)?;
                let language = Language::from_locale(&coalition.get_block_options(letter)?.language);
                if *json {
                    return print_json(&json!({
                        "added": diff.added, "removed": diff.removed, "renamed": diff.renamed,
                        "sentence": diff.sentence(language),
                    }));
                }
                if *sentence {
                    return print(&diff.sentence(language));
                }
                let added = diff.added.iter().map(|name| format!("+ {name}"));
                let removed = diff.removed.iter().map(|name| format!("- {name}"));
                let renamed = diff
                    .renamed
                    .iter()
                    .map(|name| format!("~ {} → {}", name.before, name.after));
                print_lines(added.chain(removed).chain(renamed))
            }
        }
    }
}
