//! Sign-ons: their status and what they rest on, whom to ask and whom to chase; the history and the matrix.

use std::path::Path;

use serde_json::json;
use store::journal::Action;
use undersigned_core::history::HistoryQuery;
use undersigned_core::matrix::{MatrixFormat, MatrixQuery};
use undersigned_core::signon::{AskItem, AskSource, KeptFile, SignOn, SignOnFields, Status, StatusChange};
use undersigned_core::{Coalition, Error, Message, stored_file};
use vocabulary::ids::{EvidenceId, LetterId, SignOnId};
use wire::{AskPlanView, FollowupView, HistoryItem, HistoryPage};

use super::output::{print, print_json, print_lines, put, read_text};
use super::{Context, Result};
use crate::args::{SetSignOn, SignOnCommand};

impl Context<'_> {
    pub(super) fn sign_on(&self, command: &SignOnCommand) -> Result {
        let mut coalition = self.open()?;
        match command {
            SignOnCommand::Ask { letter, .. } => {
                let letter = coalition.resolve_letter(letter)?;
                self.ask(&mut coalition, letter, command)
            }
            SignOnCommand::AddIndividual {
                letter,
                name,
                title,
                affiliation,
            } => {
                let letter = coalition.resolve_letter(letter)?;
                let added = coalition.add_individual(letter, name, title, affiliation, self.now)?;
                print(&added.output.to_string())
            }
            SignOnCommand::Set(set) => self.set_sign_on(&mut coalition, set),
            SignOnCommand::Log {
                letter,
                sign_on,
                kind,
                via,
                text,
                at,
            } => {
                let id = find(&coalition, letter, sign_on)?;
                let via = via.as_deref().map(str::parse).transpose()?;
                coalition.log_outreach(&[id], kind.parse()?, via, text, at.as_deref(), self.now)?;
                Ok(())
            }
            SignOnCommand::Later {
                letter,
                sign_on,
                until,
            } => {
                let id = find(&coalition, letter, sign_on)?;
                let until = Some(until.as_str()).filter(|until| *until != "none");
                coalition.set_chase_after(&[id], until, self.now)?;
                Ok(())
            }
            SignOnCommand::Show {
                letter,
                sign_on,
                json,
            } => {
                let letter = coalition.resolve_letter(letter)?;
                let id = coalition.resolve_sign_on(letter, sign_on)?;
                self.show(&coalition, letter, id, *json)
            }
            SignOnCommand::Evidence { id, output } => {
                let file = coalition.get_evidence_file(EvidenceId(*id))?;
                put(output.as_deref(), &file.content)
            }
            SignOnCommand::EvidenceRemove { letter, sign_on, id } => {
                let sign_on = find(&coalition, letter, sign_on)?;
                coalition.remove_evidence(sign_on, EvidenceId(*id), self.now)?;
                Ok(())
            }
            SignOnCommand::Verify {
                letter,
                sign_on,
                by,
                how,
            } => {
                let sign_on = find(&coalition, letter, sign_on)?;
                coalition.verify_authority(sign_on, by, how, self.now)?;
                Ok(())
            }
            SignOnCommand::Unnamed {
                letter,
                sign_on,
                unnamed,
            } => {
                let sign_on = find(&coalition, letter, sign_on)?;
                let editions = coalition
                    .set_sign_on_unnamed(&[sign_on], unnamed == "on", self.now)?
                    .output;
                if unnamed == "on" && !editions.is_empty() {
                    let numbers: Vec<String> = editions.iter().map(u32::to_string).collect();
                    let told = Message::new("cli-unnamed-editions").text("editions", numbers.join(", "));
                    eprintln!("{}", told.to_string(self.language));
                }
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

    fn set_sign_on(&self, coalition: &mut Coalition, set: &SetSignOn) -> Result {
        let letter = coalition.resolve_letter(&set.letter)?;
        let status: Status = set.status.parse()?;
        let mut change = StatusChange {
            status,
            authorized_by: set.by.clone(),
            via: set.via.as_deref().map(str::parse).transpose()?,
            evidence: set.evidence.clone(),
            reason: set.note.clone().filter(|_| status == Status::Confirmed),
            at: set.at.clone(),
            expected_by: set.expected_by.clone(),
        };
        let mut fields = SignOnFields {
            prints_as: set.prints_as.clone(),
            signer: set.signer.clone(),
            title: set.title.clone(),
            note: set.note.clone(),
            file: None,
        };
        match set.evidence_file.as_deref() {
            Some("-") => {
                let text = read_text("-")?;
                change.evidence = Some(match &change.evidence {
                    Some(more) => format!("{more}\n\n{text}"),
                    None => text,
                });
            }
            Some(file) => {
                let path = Path::new(file);
                fields.file = Some(KeptFile {
                    name: path
                        .file_name()
                        .unwrap_or_default()
                        .to_string_lossy()
                        .into_owned(),
                    content: stored_file::read(path)?,
                });
            }
            None => {}
        }
        // Somebody who is on the letter for themselves, else an organization that is put on it when it is not.
        let id = match coalition.resolve_organization(&set.organization) {
            Ok(organization) => {
                coalition
                    .set_sign_on(letter, organization, &change, &fields, self.now)?
                    .output
            }
            Err(error) => {
                let Ok(id) = coalition.resolve_sign_on(letter, &set.organization) else {
                    return Err(error.into());
                };
                coalition
                    .change_whole_sign_on(id, &change, &fields, self.now)?
                    .output
            }
        };
        // Not a fault, so it goes beside the output, and the exit code is that of something done.
        let ledger = coalition.list_sign_ons(letter, self.now)?;
        if let Some(row) = ledger.iter().find(|row| row.id == id)
            && let Some(before) = &row.confirmed_as
        {
            let message = Message::new("cli-name-changed")
                .text("name", &row.prints_as)
                .text("before", before);
            eprintln!("{}", message.to_string(self.language));
        }
        Ok(())
    }

    fn ask(&self, coalition: &mut Coalition, letter: LetterId, command: &SignOnCommand) -> Result {
        let SignOnCommand::Ask {
            organizations,
            members,
            filter,
            signed,
            topic,
            dry_run,
            json,
            ..
        } = command
        else {
            return Ok(());
        };
        let mut sources = Vec::new();
        if !organizations.is_empty() {
            let ids = organizations
                .iter()
                .map(|name| coalition.resolve_organization(name));
            sources.push(AskSource::Organizations {
                ids: ids.collect::<std::result::Result<_, _>>()?,
            });
        }
        if *members {
            sources.push(AskSource::Members);
        }
        if let Some(name) = filter {
            let found = coalition
                .list_filters()?
                .into_iter()
                .find(|saved| saved.name == *name);
            let found = found.ok_or_else(|| Error::NotFound {
                what: "filter",
                reference: name.clone(),
            })?;
            sources.push(AskSource::Filter { id: found.id });
        }
        if let Some(other) = signed {
            sources.push(AskSource::Letter {
                letter_id: coalition.resolve_letter(other)?,
            });
        }
        if let Some(topic) = topic {
            sources.push(AskSource::Topic { topic: topic.clone() });
        }
        let mut plan = AskPlanView {
            rows: Vec::new(),
            already: 0,
        };
        for source in &sources {
            let more = AskPlanView::new(coalition.plan_ask(letter, source)?, self.language);
            plan.already += more.already;
            for row in more.rows {
                if !plan
                    .rows
                    .iter()
                    .any(|known| known.organization.id == row.organization.id)
                {
                    plan.rows.push(row);
                }
            }
        }
        if !dry_run {
            let items: Vec<AskItem> = plan
                .rows
                .iter()
                .filter(|row| row.chosen)
                .map(|row| AskItem {
                    organization_id: row.organization.id,
                    person_id: row.person.as_ref().map(|person| person.id),
                })
                .collect();
            if items.is_empty() && plan.already == 0 && plan.rows.is_empty() {
                return Err(Error::rule(Message::new("error-nothing-chosen")).into());
            }
            let added = if items.is_empty() {
                0
            } else {
                coalition.ask(letter, &items.into(), self.now)?.output
            };
            if !*json {
                return print(&added.to_string());
            }
        }
        if *json {
            return print_json(&plan);
        }
        print_lines(plan.rows.iter().map(|row| {
            format!(
                "{}\t{}\t{}\t{}",
                if row.chosen { "ask" } else { "leave" },
                row.organization.name,
                row.person.as_ref().map_or("", |person| person.name.as_str()),
                row.why.as_deref().unwrap_or_default()
            )
        }))
    }

    fn show(&self, coalition: &Coalition, letter: LetterId, id: SignOnId, json: bool) -> Result {
        let ledger = coalition.list_sign_ons(letter, self.now)?;
        let row = ledger.iter().find(|row| row.id == id);
        let (evidence, outreach) = (coalition.list_evidence(id)?, coalition.list_outreach(id)?);
        if json {
            return print_json(&json!({ "signOn": row, "evidence": evidence, "outreach": outreach }));
        }
        let mut lines = Vec::new();
        if let Some(row) = row {
            lines.push(format!("{}\t{}", row.status.word(), row.prints_as));
        }
        lines.extend(evidence.iter().map(|item| {
            let what = item.file.as_ref().map_or_else(
                || item.text.lines().next().unwrap_or_default().to_owned(),
                |file| format!("{} ({} bytes, {})", file.name, file.bytes, file.sha256),
            );
            let sender = if item.sender.is_empty() {
                String::new()
            } else {
                format!("\t{}\t{}", item.sender, item.subject)
            };
            format!("evidence\t{}\t{}\t{what}{sender}", item.id, item.at)
        }));
        lines.extend(outreach.iter().map(|item| {
            let person = item.person.as_ref().map_or("", |person| person.name.as_str());
            format!("{}\t{}\t{person}\t{}", item.kind.word(), item.at, item.text)
        }));
        print_lines(lines.iter())
    }

    pub(super) fn followups(&self, letter: Option<&str>, all: bool, json: bool) -> Result {
        let coalition = self.open()?;
        let letter = letter
            .map(|letter| coalition.resolve_letter(letter))
            .transpose()?;
        let mut found = coalition.list_followups(letter, self.now)?;
        found.retain(|followup| all || followup.waiting.is_none());
        let rows: Vec<FollowupView> = found
            .into_iter()
            .map(|followup| FollowupView::new(followup, self.language))
            .collect();
        if json {
            return print_json(&rows);
        }
        if rows.is_empty() {
            eprintln!("{}", Message::new("cli-nobody-to-chase").to_string(self.language));
        }
        print_lines(rows.iter().map(|row| {
            let person = row.person.as_ref().map_or_else(String::new, |person| {
                [Some(&person.name), person.email.as_ref(), person.phone.as_ref()]
                    .into_iter()
                    .flatten()
                    .map(String::as_str)
                    .collect::<Vec<_>>()
                    .join(", ")
            });
            format!(
                "{}\t{}\t{}\t{}\t{person}",
                row.kind.word(),
                row.name,
                row.letter,
                row.why
            )
        }))
    }

    pub(super) fn matrix(
        &self,
        mut query: MatrixQuery,
        letters: &[String],
        format: &str,
        json: bool,
        output: Option<&Path>,
    ) -> Result {
        let coalition = self.open()?;
        if !letters.is_empty() {
            let ids = letters.iter().map(|letter| coalition.resolve_letter(letter));
            query.letter_ids = Some(ids.collect::<std::result::Result<_, _>>()?);
        }
        if json {
            return print_json(&coalition.get_matrix(&query)?);
        }
        let format = match format {
            "csv" => MatrixFormat::Csv,
            "xlsx" => MatrixFormat::Xlsx,
            other => {
                let message = Message::new("error-word-unknown")
                    .text("text", other)
                    .text("words", "csv, xlsx");
                return Err(Error::rule(message).into());
            }
        };
        put(output, &coalition.export_matrix(&query, format, self.language)?)
    }

    pub(super) fn history(&self, mut query: HistoryQuery, about: [Option<&str>; 3], json: bool) -> Result {
        let coalition = self.open()?;
        let [letter, organization, person] = about;
        query.letter_id = letter
            .map(|letter| coalition.resolve_letter(letter))
            .transpose()?;
        query.organization_id = organization
            .map(|organization| coalition.resolve_organization(organization))
            .transpose()?;
        query.person_id = person
            .map(|person| coalition.resolve_person(person))
            .transpose()?;
        let items = HistoryPage::new(&coalition, &query, self.language)?.items;
        if json {
            return print_json(&items);
        }
        let line = |item: &HistoryItem| {
            let label = match item.action {
                Action::Do => return item.label.clone(),
                Action::Undo => Message::new("cli-done-undo"),
                Action::Redo => Message::new("cli-done-redo"),
            };
            label.text("label", &item.label).to_string(self.language)
        };
        print_lines(items.iter().map(|item| {
            let by = match (item.authorized_by.as_str(), item.author.as_str()) {
                ("", "") => String::new(),
                (authorized, "") => format!("\t{authorized}"),
                (authorized, author) => format!("\t{authorized}\t{author}"),
            };
            format!("{}\t{}{by}", item.at, line(item))
        }))
    }
}

fn find(coalition: &Coalition, letter: &str, sign_on: &str) -> Result<SignOnId> {
    let letter = coalition.resolve_letter(letter)?;
    Ok(coalition.resolve_sign_on(letter, sign_on)?)
}
