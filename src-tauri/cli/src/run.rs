//! What each command does: read its input, call the core, print. No rule lives here; the commands of one concept are in a
//! file of `run/`.

mod block;
mod duplicates;
mod edition;
mod file;
mod import;
mod ledger;
mod letter;
mod names;
mod organization;
mod output;
mod outreach;
mod person;

use std::path::Path;
use std::process::ExitCode;

use base::place::shared_by;
use chrono::{DateTime, Utc};
use undersigned_core::history::HistoryQuery;
use undersigned_core::matrix::MatrixQuery;
use undersigned_core::{Coalition, Error, Language, Message};
use undersigned_generate::{Size, fixture_now, generate};

use crate::args::{Cli, Command};
use output::print;

/// Why a command was not done.
pub enum Failure {
    /// The core says why.
    Core(Error),
    /// Standard output, or the file that was to be written, was not to be written.
    Output(std::io::Error),
}

impl Failure {
    /// The sentence for standard error.
    pub fn sentence(&self, language: Language) -> String {
        match self {
            Self::Core(error) => error.sentence(language),
            Self::Output(error) => format!("{error}"),
        }
    }
}

impl<E: Into<Error>> From<E> for Failure {
    fn from(error: E) -> Self {
        Self::Core(error.into())
    }
}

type Result<T = (), E = Failure> = std::result::Result<T, E>;

/// What a command needs besides its own options.
struct Context<'a> {
    file: Option<&'a Path>,
    passphrase_file: Option<&'a Path>,
    backups: Option<&'a Path>,
    author: Option<&'a str>,
    paper: &'a str,
    language: Language,
    now: DateTime<Utc>,
}

/// Does what was asked for. The exit code is 1 without a sentence of its own only where the output says it all.
pub fn run(cli: &Cli, language: Language, now: DateTime<Utc>) -> Result<ExitCode> {
    let context = Context {
        file: cli.file.as_deref(),
        passphrase_file: cli.passphrase_file.as_deref(),
        backups: cli.backups.as_deref(),
        author: cli.author.as_deref(),
        paper: &cli.paper,
        language,
        now,
    };
    match &cli.command {
        Command::New => drop(context.create()?),
        Command::Sample => undersigned_sample::fill(&mut context.create()?, now)?,
        Command::Generate {
            organizations,
            people,
            letters,
            seed,
        } => {
            let size = Size {
                organizations: *organizations,
                people: *people,
                letters: *letters,
            };
            context.generate(size, *seed)?;
        }
        Command::ReadList { input, json, text } => context.read_list(input, *json, text.as_deref())?,
        Command::Recognize { input, json } => context.recognize(input, *json)?,
        Command::Compare { input, json } => context.compare(input, *json)?,
        Command::Search { query, json, limit } => context.search(query, *json, *limit)?,
        Command::Import(import) => context.import(import)?,
        Command::Organization(command) => context.organization(command)?,
        Command::Person(command) => context.person(command)?,
        Command::Duplicates { json, min_score } => context.duplicates(*json, *min_score)?,
        Command::Merge {
            keep,
            drop,
            dry_run,
            json,
        } => context.merge(keep, drop, *dry_run, *json)?,
        Command::Letter(command) => context.letter(command)?,
        Command::SignOn(command) => context.sign_on(command)?,
        Command::Block(options) => context.block(options)?,
        Command::Check {
            letter,
            json,
            grounds: true,
            ..
        } => context.grounds(letter, *json)?,
        Command::Check {
            letter,
            settle: Some(id),
            by,
            word,
            ..
        } => context.settle(letter, id, by.as_deref(), word.as_deref())?,
        Command::Check { letter, json, .. } => return context.check(letter, *json),
        Command::Edition(command) => context.edition(command)?,
        Command::Undo => {
            let label = context.open()?.undo(now)?.op.message().to_string(language);
            print(
                &Message::new("cli-done-undo")
                    .text("label", label)
                    .to_string(language),
            )?;
        }
        Command::Redo => {
            let label = context.open()?.redo(now)?.op.message().to_string(language);
            print(
                &Message::new("cli-done-redo")
                    .text("label", label)
                    .to_string(language),
            )?;
        }
        Command::Followups { letter, all, json } => context.followups(letter.as_deref(), *all, *json)?,
        Command::Draft(options) => context.draft(options)?,
        Command::Template(command) => context.template(command)?,
        Command::Desk(command) => context.desk(command)?,
        Command::Code(command) => context.code(command)?,
        Command::Answers(command) => context.answers(command)?,
        Command::Calendar { letter, output } => context.calendar(letter, output.as_deref())?,
        Command::Matrix {
            letters,
            organizations,
            sort,
            format,
            json,
            output,
        } => {
            let query = MatrixQuery {
                letter_ids: None,
                from: 0,
                organizations: organizations.parse()?,
                sort: sort.parse()?,
                offset: 0,
                limit: usize::MAX >> 1,
            };
            context.matrix(query, letters, format, *json, output.as_deref())?;
        }
        Command::History {
            letter,
            organization,
            person,
            text,
            from,
            to,
            actions,
            limit,
            json,
        } => {
            let query = HistoryQuery {
                text: text.clone().unwrap_or_default(),
                from: from.clone(),
                to: to.clone(),
                actions: actions.clone(),
                limit: limit.unwrap_or(usize::MAX >> 1),
                ..HistoryQuery::default()
            };
            let about = [letter, organization, person].map(|reference| reference.as_deref());
            context.history(query, about, *json)?;
        }
        Command::Export { folder, format } => {
            let written = context.open()?.export(folder, format.parse()?)?;
            print(
                &Message::new("cli-exported")
                    .number("count", written)
                    .to_string(language),
            )?;
        }
        Command::Verify => return context.verify(),
        Command::Passphrase(command) => context.set_passphrase(command)?,
        Command::Backup { output } => context.backup(output)?,
        Command::Salvage { output } => context.salvage(output)?,
        Command::Restore { backup } => context.restore(backup)?,
        Command::Forget {
            what,
            reference,
            dry_run,
        } => context.forget(*what, reference, *dry_run)?,
        Command::Backups { json } => context.list_backups(*json)?,
    }
    Ok(ExitCode::SUCCESS)
}

impl Context<'_> {
    fn path(&self) -> Result<&Path> {
        Ok(self
            .file
            .ok_or_else(|| Error::rule(Message::new("cli-no-file")))?)
    }

    fn open(&self) -> Result<Coalition> {
        self.warn_of_place();
        let mut coalition = Coalition::open_with(self.path()?, self.passphrase()?)?;
        coalition.set_author(self.author.unwrap_or_default())?;
        coalition.set_paper(self.paper.parse()?);
        if coalition.is_read_only() {
            let file = coalition.path().display().to_string();
            let note = Message::new("cli-read-only").text("file", file);
            eprintln!("{}", note.to_string(self.language));
        }
        Ok(coalition)
    }

    fn create(&self) -> Result<Coalition> {
        self.warn_of_place();
        Ok(Coalition::create_with(self.path()?, self.passphrase()?)?)
    }

    /// Says where the file should not be worked on, and goes on.
    fn warn_of_place(&self) {
        if let Some(shared) = self.file.and_then(shared_by) {
            let message = match shared.name() {
                Some(name) => Message::new("cli-synced").text("name", name),
                None => Message::new("cli-network"),
            };
            eprintln!("{}", message.to_string(self.language));
        }
    }

    /// Fills a new or an empty coalition. A new one that could not be filled is not left behind.
    fn generate(&self, size: Size, seed: u64) -> Result {
        let path = self.path()?;
        let there = path.exists();
        let mut coalition = if there { self.open()? } else { self.create()? };
        let filled = generate(&mut coalition, size, seed, fixture_now());
        drop(coalition);
        if filled.is_err() && !there {
            // Best effort: the file is ours, and why it could not be filled matters more.
            let _ = std::fs::remove_file(path);
        }
        Ok(filled?)
    }

    fn verify(&self) -> Result<ExitCode> {
        let faults = self.open()?.verify()?;
        if faults.is_empty() {
            print(&Message::new("cli-verified").to_string(self.language))?;
            return Ok(ExitCode::SUCCESS);
        }
        for fault in faults {
            eprintln!("{fault}");
        }
        Ok(ExitCode::from(1))
    }
}
