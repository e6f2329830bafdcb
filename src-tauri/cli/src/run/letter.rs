//! Letters, their deadlines, and the versions of their text.

use reading::document::LARGEST_DOCUMENT;
use undersigned_core::letter::{DeadlineKind, LetterFields};
use undersigned_core::version::{DiffKind, PieceKind, VersionFields, text_of_file};
use undersigned_core::{Coalition, Error, Message};

use super::output::{print, print_json, print_lines, read_bytes};
use super::{Context, Result};
use crate::args::{LetterCommand, VersionCommand};

impl Context<'_> {
    pub(super) fn letter(&self, command: &LetterCommand) -> Result {
        let mut coalition = self.open()?;
        match command {
            LetterCommand::Add {
                title,
                to,
                leads,
                deadline,
                soft_deadline,
                zone,
                topic,
                no_individuals,
                goal,
            } => {
                let leads = leads.iter().map(|lead| coalition.resolve_organization(lead));
                let fields = LetterFields {
                    title: title.clone(),
                    addressee: to.clone().unwrap_or_default(),
                    leads: leads.collect::<Result<_, _>>()?,
                    hard_deadline: deadline.clone(),
                    soft_deadline: soft_deadline.clone(),
                    topic: topic.clone().unwrap_or_default(),
                    individuals: !no_individuals,
                    zone: zone.clone(),
                    goal: *goal,
                    ..LetterFields::default()
                };
                print(&coalition.add_letter(&fields, self.now)?.output.to_string())
            }
            LetterCommand::Goal { letter, goal: None } => {
                let id = coalition.resolve_letter(letter)?;
                match coalition.get_pace(id, self.now)? {
                    Some(pace) => print(&pace.sentence(self.language)),
                    None => Ok(()),
                }
            }
            LetterCommand::Goal {
                letter,
                goal: Some(goal),
            } => {
                let id = coalition.resolve_letter(letter)?;
                let goal = match goal.as_str() {
                    "none" => None,
                    number => Some(number.parse().map_err(|_| {
                        Error::rule(
                            Message::new("error-word-unknown")
                                .text("text", number)
                                .text("words", "none, 1, 2 ..."),
                        )
                    })?),
                };
                let fields = LetterFields {
                    goal,
                    ..LetterFields::from(coalition.get_letter(id)?)
                };
                coalition.set_letter(id, &fields, self.now)?;
                Ok(())
            }
            LetterCommand::Form { letter, address } => {
                let id = coalition.resolve_letter(letter)?;
                let fields = LetterFields {
                    form: if address == "none" {
                        String::new()
                    } else {
                        address.clone()
                    },
                    ..LetterFields::from(coalition.get_letter(id)?)
                };
                coalition.set_letter(id, &fields, self.now)?;
                Ok(())
            }
            LetterCommand::Stage { letter, stage } => {
                let id = coalition.resolve_letter(letter)?;
                let fields = LetterFields {
                    stage: stage.parse()?,
                    ..LetterFields::from(coalition.get_letter(id)?)
                };
                coalition.set_letter(id, &fields, self.now)?;
                Ok(())
            }
            LetterCommand::Deadline {
                letter,
                when,
                soft,
                zone,
                note,
            } => {
                let id = coalition.resolve_letter(letter)?;
                let which = if *soft {
                    DeadlineKind::Soft
                } else {
                    DeadlineKind::Hard
                };
                let when = Some(when.as_str()).filter(|when| *when != "none");
                coalition.move_deadline(id, which, when, zone, note, self.now)?;
                Ok(())
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
                lines.extend(coalition.list_deadline_moves(letter.id)?.iter().map(|moved| {
                    let told = |at: &Option<base::time::Deadline>| {
                        at.as_ref()
                            .map_or_else(|| "none".to_owned(), |at| at.local.clone())
                    };
                    format!(
                        "moved\t{} → {}\t{}",
                        told(&moved.before),
                        told(&moved.after),
                        moved.note
                    )
                }));
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
                    text: text_of_file(&read_bytes(text, LARGEST_DOCUMENT)?)?,
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
            VersionCommand::Diff {
                letter,
                earlier,
                later,
                json,
            } => {
                let diff = coalition.compare_versions(coalition.resolve_letter(letter)?, *earlier, *later)?;
                if *json {
                    return print_json(&diff);
                }
                print_lines(diff.paragraphs.iter().map(|paragraph| {
                    let mark = match paragraph.kind {
                        DiffKind::Same => ' ',
                        DiffKind::Changed => '~',
                        DiffKind::Added => '+',
                        DiffKind::Removed => '-',
                    };
                    let words = paragraph.pieces.iter().map(|piece| match piece.kind {
                        PieceKind::Added if paragraph.kind == DiffKind::Changed => {
                            format!("{{+{}+}}", piece.text)
                        }
                        PieceKind::Removed if paragraph.kind == DiffKind::Changed => {
                            format!("[-{}-]", piece.text)
                        }
                        _ => piece.text.clone(),
                    });
                    format!("{mark} {}", words.collect::<String>())
                }))
            }
            VersionCommand::Standing { letter, json } => {
                let all = coalition.list_standing(coalition.resolve_letter(letter)?, self.now)?;
                if *json {
                    return print_json(&all);
                }
                print_lines(all.iter().map(|of| {
                    format!(
                        "{}\t{}\t{}\t{}\t{}",
                        of.version, of.stands, of.may_opt_out, of.must_reconfirm, of.lapsed
                    )
                }))
            }
        }
    }
}
