//! Drafts, the desk, templates, codes, answers and the calendar.

use std::path::Path;

use base::files::{make_folder, write_whole};
use chrono::NaiveDate;
use drafts::Attachment;
use undersigned_core::answer::{Acceptance, Answer, read_file, read_text};
use undersigned_core::desk::{
    Carrier, DeskItem, DraftFile, FIELDS, Prepared, Sender, TemplateKind, Writing, address_of, csv,
};
use undersigned_core::import::Proposal;
use undersigned_core::{Coalition, Error, Language, Message};
use vocabulary::ids::{LetterId, SignOnId};
use wire::{AnswerView, PreparedView};

use super::output::{print, print_json, print_lines, put, read_bytes, read_text as read_input};
use super::{Context, Result};
use crate::args::{
    AnswerCommand, CodeCommand, DeskCommand, DraftForm, DraftOptions, SenderOptions, TemplateCommand,
};

/// The largest file that is attached or read as answers.
const MOST_BYTES: usize = 25 * 1024 * 1024;

impl From<&SenderOptions> for Sender {
    fn from(options: &SenderOptions) -> Self {
        Self {
            name: options.from_name.clone(),
            email: options.from_email.clone(),
            organization: options.from_organization.clone(),
        }
    }
}

impl Context<'_> {
    pub(super) fn draft(&self, options: &DraftOptions) -> Result {
        let mut coalition = self.open()?;
        let letter = coalition.resolve_letter(&options.letter)?;
        let kind: TemplateKind = options.template.parse()?;
        let sign_ons = self.meant(&coalition, letter, &options.organizations, kind)?;
        let sender = Sender::from(&options.sender);
        let attachments = attachments(&options.attachments)?;
        let writing = Writing {
            kind,
            sender: &sender,
            person: None,
            personal: &options.personal,
            attachments: &attachments,
            attach: options.attach_letter.as_deref().map(str::parse).transpose()?,
        };
        if options.group {
            let (drafts, left) = coalition.prepare_group(letter, &sign_ons, &writing, self.now)?;
            for id in left {
                let prepared = coalition.prepare_draft(id, &writing, self.now)?;
                self.say_faults(&prepared);
            }
            let files = (1..)
                .zip(&drafts)
                .map(|(number, draft)| DraftFile::new(draft, kind.word(), number))
                .collect::<Result<Vec<_>, _>>()?;
            return write_files(options.dir.as_deref(), &files);
        }
        let prepare = |coalition: &Coalition| -> Result<Vec<Prepared>> {
            let all = sign_ons
                .iter()
                .map(|id| coalition.prepare_draft(*id, &writing, self.now));
            Ok(all.collect::<Result<_, _>>()?)
        };
        // What no message can do without is said before anything is written.
        for prepared in &prepare(&coalition)? {
            if let Some(fault) = prepared.faults.iter().find(|fault| {
                matches!(
                    fault.id(),
                    "error-template-missing"
                        | "error-template-unknown"
                        | "error-template-syntax"
                        | "error-template-long"
                        | "draft-nothing-to-attach"
                )
            }) {
                return Err(Error::rule(fault.clone()).into());
            }
        }
        if kind.asks() && !options.dry_run {
            coalition.make_codes(&sign_ons, self.now)?;
        }
        let prepared = prepare(&coalition)?;
        if options.json {
            let views = prepared.iter().map(|one| PreparedView::new(one, self.language));
            return print_json(&views.collect::<Vec<_>>());
        }
        for one in prepared.iter().filter(|one| !one.faults.is_empty()) {
            self.say_faults(one);
        }
        let mut able: Vec<Prepared> = prepared.into_iter().filter(|one| one.faults.is_empty()).collect();
        if options.form == DraftForm::Eml {
            coalition.attach_letters(&mut able)?;
        } else if let Some(file) = able.iter().find_map(|one| one.letter_file.as_ref()) {
            let note = Message::new("cli-attached-nowhere").text("name", &file.name);
            eprintln!("{}", note.to_string(self.language));
        }
        match options.form {
            DraftForm::Csv => put(options.output.as_deref(), csv(&able).as_bytes()),
            DraftForm::Mailto => {
                let mut lines = String::new();
                for one in &able {
                    lines.push_str(&address_of(&one.draft, Carrier::Mailto)?);
                    lines.push('\n');
                }
                put(options.output.as_deref(), lines.as_bytes())
            }
            DraftForm::Eml => {
                let files = (1..)
                    .zip(&able)
                    .map(|(number, one)| DraftFile::new(&one.draft, &one.name, number))
                    .collect::<Result<Vec<_>, _>>()?;
                write_files(options.dir.as_deref(), &files)
            }
        }
    }

    fn say_faults(&self, prepared: &Prepared) {
        for fault in &prepared.faults {
            eprintln!("{}", fault.to_string(self.language));
        }
    }

    /// The named sign-ons of a letter, else those that a kind of message is due for.
    fn meant(
        &self,
        coalition: &Coalition,
        letter: LetterId,
        named: &[String],
        kind: TemplateKind,
    ) -> Result<Vec<SignOnId>> {
        if named.is_empty() {
            return Ok(coalition.list_due(letter, kind, self.now)?);
        }
        let found = named.iter().map(|name| coalition.resolve_sign_on(letter, name));
        Ok(found.collect::<Result<_, _>>()?)
    }

    pub(super) fn template(&self, command: &TemplateCommand) -> Result {
        let mut coalition = self.open()?;
        let of = |coalition: &Coalition, letter: &Option<String>| -> Result<Option<LetterId>> {
            Ok(letter
                .as_deref()
                .map(|letter| coalition.resolve_letter(letter))
                .transpose()?)
        };
        match command {
            TemplateCommand::List { letter, json } => {
                let all = coalition.list_templates(of(&coalition, letter)?)?;
                if *json {
                    return print_json(&all);
                }
                print_lines(all.iter().map(|one| {
                    let whose = format!("{:?}", one.origin).to_lowercase();
                    format!("{}\t{}\t{whose}\t{}", one.kind, one.language.tag(), one.subject)
                }))
            }
            TemplateCommand::Show {
                kind,
                letter,
                language,
            } => {
                let letter = of(&coalition, letter)?;
                let template =
                    coalition.get_template(letter, kind.parse()?, Language::from_locale(language))?;
                print(&format!("{}\n\n{}", template.subject, template.text))
            }
            TemplateCommand::Set {
                kind,
                input,
                letter,
                language,
                attach,
            } => {
                let letter = of(&coalition, letter)?;
                let whole = read_input(input)?.replace("\r\n", "\n");
                let (subject, text) = whole.trim().split_once("\n\n").unwrap_or((whole.trim(), ""));
                let which = (kind.parse()?, Language::from_locale(language));
                let attach = match attach {
                    Some(attach) => attach.parse()?,
                    None => coalition.get_template(letter, which.0, which.1)?.attach,
                };
                coalition.set_template(letter, which, subject, text, attach, self.now)?;
                Ok(())
            }
            TemplateCommand::Reset {
                kind,
                letter,
                language,
            } => {
                let letter = of(&coalition, letter)?;
                coalition.reset_template(
                    letter,
                    (kind.parse()?, Language::from_locale(language)),
                    self.now,
                )?;
                Ok(())
            }
            TemplateCommand::Fields => print_lines(FIELDS.iter()),
        }
    }

    pub(super) fn desk(&self, command: &DeskCommand) -> Result {
        let mut coalition = self.open()?;
        match command {
            DeskCommand::Start {
                letter,
                organizations,
                template,
            } => {
                let letter = coalition.resolve_letter(letter)?;
                let kind = template.as_deref().map(str::parse).transpose()?;
                let due = kind.unwrap_or(TemplateKind::Ask);
                let sign_ons = self.meant(&coalition, letter, organizations, due)?;
                let count = coalition.start_desk(&sign_ons, kind, self.now)?.output;
                print(&count.to_string())
            }
            DeskCommand::Show { json } => {
                let items = coalition.list_desk()?;
                if *json {
                    return print_json(&items);
                }
                print_lines((1..).zip(&items).map(|(number, item): (usize, &DeskItem)| {
                    format!("{number}\t{}\t{}\t{}", item.state, item.kind, item.name)
                }))
            }
            DeskCommand::Preview { number, sender } => {
                let item = numbered(coalition.list_desk()?, *number)?;
                let prepared = coalition.prepare_desk_item(item.id, &sender.into(), self.now)?;
                self.say_faults(&prepared);
                for note in &prepared.notes {
                    eprintln!("{}", note.to_string(self.language));
                }
                let view = PreparedView::new(&prepared, self.language);
                print(&format!(
                    "To: {} <{}>\nSubject: {}\n\n{}",
                    view.person, view.email, view.subject, view.text
                ))
            }
            DeskCommand::Open { number } => {
                let items = coalition.list_desk()?;
                let item = match number {
                    Some(number) => Some(numbered(items, *number)?),
                    None => items
                        .into_iter()
                        .find(|item| item.state == undersigned_core::desk::DeskState::Waiting),
                };
                coalition.step_desk(item.as_ref().map(|item| item.id), self.now)?;
                match item {
                    Some(item) => print(&item.name),
                    None => Ok(()),
                }
            }
            DeskCommand::NotSent { number } => {
                let item = numbered(coalition.list_desk()?, *number)?;
                coalition.take_back_draft(item.id, self.now)?;
                Ok(())
            }
            DeskCommand::Leave { number } => {
                let item = numbered(coalition.list_desk()?, *number)?;
                coalition.leave_out_draft(item.id, true, self.now)?;
                Ok(())
            }
            DeskCommand::Finish => {
                coalition.step_desk(None, self.now)?;
                Ok(())
            }
            DeskCommand::Clear => {
                coalition.clear_desk(self.now)?;
                Ok(())
            }
        }
    }

    pub(super) fn code(&self, command: &CodeCommand) -> Result {
        let coalition = self.open()?;
        match command {
            CodeCommand::Find { code } => {
                let unknown = || Error::rule(Message::new("cli-code-unknown").text("code", code));
                let known = code.parse().map_err(|_| unknown())?;
                let found = coalition.find_code(known)?.ok_or_else(unknown)?;
                let (letter, _, name) = coalition.subject_of_sign_on(found.sign_on)?;
                print(&format!("{}\t{name}", coalition.get_letter(letter)?.title))
            }
            CodeCommand::List { letter } => {
                let letter = coalition.resolve_letter(letter)?;
                let mut lines = Vec::new();
                for row in coalition.list_sign_ons(letter, self.now)? {
                    for coded in coalition.list_codes(row.id)? {
                        lines.push(format!("{}\t{}", coded.code, row.prints_as));
                    }
                }
                print_lines(lines.iter())
            }
        }
    }

    pub(super) fn answers(&self, command: &AnswerCommand) -> Result {
        let mut coalition = self.open()?;
        match command {
            AnswerCommand::Read { input, json, sender } => {
                let mut views = Vec::new();
                for (number, (mail, _)) in messages(input)?.iter().enumerate() {
                    let answer = coalition.understand(mail, &[&sender.from_email], self.now)?;
                    views.push(AnswerView::new(number, &answer, self.language));
                }
                if *json {
                    return print_json(&views);
                }
                print_lines(views.iter().map(|view| {
                    let known = if view.known { "known" } else { "guessed" };
                    let name = view.guesses.first().map_or("-", |guess| guess.name.as_str());
                    format!("{}\t{known}\t{name}\t{}", view.number + 1, word_of(view.proposal))
                }))
            }
            AnswerCommand::Accept {
                input,
                number,
                what,
                letter,
                organization,
                until,
            } => {
                let mut messages = messages(input)?;
                let at = number.saturating_sub(1);
                if at >= messages.len() {
                    return Err(
                        Error::rule(Message::new("cli-no-such-number").number("number", *number)).into(),
                    );
                }
                let (mail, content) = messages.swap_remove(at);
                let answer = coalition.understand(&mail, &[], self.now)?;
                let sign_on = match (letter, organization) {
                    (Some(letter), Some(organization)) => {
                        coalition.resolve_sign_on(coalition.resolve_letter(letter)?, organization)?
                    }
                    _ => known(&answer)?,
                };
                let proposal = match what {
                    Some(what) => serde_json::from_value::<Proposal>(what.clone().into()).map_err(|_| {
                        Error::rule(
                            Message::new("error-word-unknown")
                                .text("text", what)
                                .text("words", WORDS),
                        )
                    })?,
                    None => answer.proposal,
                };
                let until: Option<NaiveDate> = match until {
                    Some(until) => Some(until.parse().map_err(|_| {
                        Error::rule(Message::new("error-date-unreadable").text("text", until))
                    })?),
                    None => answer.away_until,
                };
                let acceptance = Acceptance {
                    sign_on,
                    proposal,
                    until,
                };
                let accepted = coalition
                    .accept_answer(&mail, &content, &acceptance, self.now)?
                    .output;
                let (_, _, name) = coalition.subject_of_sign_on(sign_on)?;
                print(&format!(
                    "{name}\t{}",
                    accepted.status.map_or("noted", |status| status.word())
                ))
            }
            AnswerCommand::Learn { input } => {
                let mut learned = 0;
                for (mail, _) in messages(input)? {
                    let answer = coalition.understand(&mail, &[], self.now)?;
                    if mail.message_id.is_some() && answer.known {
                        coalition.learn_sent(&mail, known(&answer)?, self.now)?;
                        learned += 1;
                    }
                }
                print(&learned.to_string())
            }
        }
    }

    pub(super) fn calendar(&self, letter: &str, output: Option<&Path>) -> Result {
        let coalition = self.open()?;
        let letter = coalition.resolve_letter(letter)?;
        let text = coalition.make_calendar(letter, self.language, self.now)?;
        put(output, text.as_bytes())
    }
}

/// The words of what an answer can be taken as.
const WORDS: &str = "yes, yes-but, not-yet, no, question, automatic, delivery-failure, unclear";

fn word_of(proposal: Proposal) -> String {
    serde_json::to_value(proposal)
        .ok()
        .and_then(|word| word.as_str().map(str::to_owned))
        .unwrap_or_default()
}

/// The sign-on that an answer is known to be to.
fn known(answer: &Answer) -> Result<SignOnId, Error> {
    match answer.guesses.first() {
        Some(guess) if answer.known => Ok(guess.sign_on),
        _ => {
            let names: Vec<&str> = answer.guesses.iter().map(|guess| guess.name.as_str()).collect();
            Err(Error::rule(
                Message::new("cli-answer-unknown").text("names", names.join("; ")),
            ))
        }
    }
}

fn messages(input: &str) -> Result<Vec<(reading::mail::Mail, Vec<u8>)>> {
    let bytes = read_bytes(input, MOST_BYTES)?;
    match read_file(&bytes) {
        Ok(messages) => Ok(messages),
        Err(error) => match std::str::from_utf8(&bytes) {
            Ok(text) if !text.trim().is_empty() => Ok(read_text(text)),
            _ => Err(error.into()),
        },
    }
}

fn numbered(items: Vec<DeskItem>, number: usize) -> Result<DeskItem> {
    let item = items.into_iter().nth(number.wrapping_sub(1));
    Ok(item.ok_or_else(|| Error::rule(Message::new("cli-no-such-number").number("number", number)))?)
}

fn attachments(paths: &[std::path::PathBuf]) -> Result<Vec<Attachment>> {
    let mut attachments = Vec::new();
    for path in paths {
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        let content = read_bytes(&path.to_string_lossy(), MOST_BYTES)?;
        if content.len() > MOST_BYTES {
            return Err(Error::rule(Message::new("cli-attachment-large").text("name", name)).into());
        }
        attachments.push(Attachment {
            media_type: drafts::message::media_type(&name),
            name,
            content,
        });
    }
    Ok(attachments)
}

/// Writes private files into a private folder, and prints their paths.
fn write_files(folder: Option<&Path>, files: &[DraftFile]) -> Result {
    let Some(folder) = folder else {
        return Err(Error::rule(Message::new("cli-no-dir")).into());
    };
    make_folder(folder)?;
    let mut lines = Vec::new();
    for file in files {
        let path = folder.join(&file.name);
        write_whole(&path, &file.content)?;
        lines.push(path.display().to_string());
    }
    print_lines(lines.iter())
}
