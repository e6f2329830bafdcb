//! What each command does: read its input, call the core, print. No rule lives here.

use std::fs::File;
use std::io::{Read, Write};
use std::path::Path;
use std::process::ExitCode;

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::{Value, json};
use undersigned_core::block::UnknownWord;
use undersigned_core::check::Weight;
use undersigned_core::generate::{self, Size};
use undersigned_core::import::list::{Doubt, Entry, read_list};
use undersigned_core::import::{
    Decision, ImportPlan, ImportRow, ImportTarget, LARGEST_TEXT, Likely, Outcome, PlannedRow, check_text,
    decode,
};
use undersigned_core::letter::LetterFields;
use undersigned_core::organization::{
    AliasFields, AliasKind, OrganizationFields, OrganizationFilter, OrganizationSort,
};
use undersigned_core::recognize::{self, Reason, words};
use undersigned_core::signon::{SignOn, SignOnFields, Status, StatusChange};
use undersigned_core::version::VersionFields;
use undersigned_core::{Coalition, Error, Language, Message, wire};

use crate::args::{
    As, Cli, Command, EditionCommand, Import, LetterCommand, LikelyWord, OrganizationCommand, SignOnCommand,
    VersionCommand,
};

mod block;

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
    language: Language,
    now: DateTime<Utc>,
}

/// Does what was asked for. The exit code is 1 without a sentence of its own only where the output says it all.
pub fn run(cli: &Cli, language: Language, now: DateTime<Utc>) -> Result<ExitCode> {
    let context = Context {
        file: cli.file.as_deref(),
        language,
        now,
    };
    match &cli.command {
        Command::New => drop(Coalition::create(context.path()?)?),
        Command::Sample => Coalition::create(context.path()?)?.fill_sample(now)?,
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
        Command::ReadList { input, json } => context.read_list(input, *json)?,
        Command::Recognize { input, json } => context.recognize(input, *json)?,
        Command::Compare { input, json } => context.compare(input, *json)?,
        Command::Search { query, json, limit } => context.search(query, *json, *limit)?,
        Command::Import(import) => context.import(import)?,
        Command::Organization(command) => context.organization(command)?,
        Command::Letter(command) => context.letter(command)?,
        Command::SignOn(command) => context.sign_on(command)?,
        Command::Block(options) => context.block(options)?,
        Command::Check { letter, json } => return context.check(letter, *json),
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
        Command::History { json } => context.history(*json)?,
        Command::Verify => return context.verify(),
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
        Ok(Coalition::open(self.path()?)?)
    }

    /// Fills a new or an empty coalition. A new one that could not be filled is not left behind.
    fn generate(&self, size: Size, seed: u64) -> Result {
        let path = self.path()?;
        let there = path.exists();
        let mut coalition = if there {
            self.open()?
        } else {
            Coalition::create(path)?
        };
        let filled = coalition.generate(size, seed, generate::usual_day());
        drop(coalition);
        if filled.is_err() && !there {
            // Best effort: the file is ours, and why it could not be filled matters more.
            let _ = std::fs::remove_file(path);
        }
        Ok(filled?)
    }

    fn read_list(&self, input: &str, json: bool) -> Result {
        let text = read_text(input)?;
        let reading = if self.file.is_some() {
            self.open()?.read_list(&text)?
        } else {
            check_text(&text)?;
            read_list(&text, &())
        };
        if json {
            return print_json(&reading.entries.iter().map(entry_json).collect::<Vec<_>>());
        }
        // Plain names can't say that somebody did not sign.
        let signing = reading
            .entries
            .iter()
            .filter(|entry| !matches!(entry.doubt, Some(Doubt::NotSigning { .. })));
        print_lines(signing.map(|entry| entry.name.as_str()))
    }

    fn recognize(&self, input: &str, json: bool) -> Result {
        let (coalition, text) = (self.open()?, read_text(input)?);
        let mut found = Vec::new();
        for name in text.lines().filter(|line| !line.trim().is_empty()) {
            found.push((name.trim(), coalition.recognize(name)?));
        }
        if json {
            let rows: Vec<Value> = found
                .iter()
                .map(|(name, recognition)| {
                    let candidates: Vec<Value> = recognition.candidates.iter().map(|c| self.candidate(c)).collect();
                    let best = candidates.first().cloned().unwrap_or_default();
                    json!({
                        "name": name, "verdict": recognition.verdict.word(), "organization": best["organization"],
                        "id": best["id"], "score": best["score"], "reason": best["reason"], "candidates": candidates,
                    })
                })
                .collect();
            return print_json(&rows);
        }
        print_lines(
            found
                .iter()
                .map(|(_, recognition)| match recognition.candidates.first() {
                    Some(best) => {
                        let reason = self.reason(&best.reason);
                        format!(
                            "{}\t{}\t{:.3}\t{reason}",
                            recognition.verdict.word(),
                            best.name,
                            best.score
                        )
                    }
                    None => format!("{}\t\t\t", recognition.verdict.word()),
                }),
        )
    }

    fn candidate(&self, candidate: &recognize::Candidate) -> Value {
        json!({
            "id": candidate.id, "organization": candidate.name, "score": candidate.score,
            "reason": self.reason(&candidate.reason),
        })
    }

    fn reason(&self, reason: &Reason) -> String {
        let (id, arguments) = reason.message();
        Message::with(id, arguments).to_string(self.language)
    }

    fn compare(&self, input: &str, json: bool) -> Result {
        let text = read_text(input)?;
        let mut rows = Vec::new();
        for (number, line) in text
            .lines()
            .enumerate()
            .filter(|(_, line)| !line.trim().is_empty())
        {
            let (a, b) = line
                .split_once('\t')
                .ok_or_else(|| Error::rule(Message::new("error-pair-missing").number("line", number + 1)))?;
            let found = recognize::compare(a.trim(), b.trim());
            let (word, reason) = (found.verdict.word(), self.reason(&found.reason));
            rows.push(if json {
                json!({ "a": a.trim(), "b": b.trim(), "verdict": word, "score": found.score, "reason": reason })
            } else {
                Value::String(format!("{word}\t{:.3}\t{reason}", found.score))
            });
        }
        if json {
            print_json(&rows)
        } else {
            print_lines(rows.iter().filter_map(|row| row.as_str()))
        }
    }

    fn search(&self, query: &str, json: bool, limit: usize) -> Result {
        let found = self.open()?.search(query, limit)?;
        if json {
            return print_json(&found);
        }
        print_lines(found.iter().map(|hit| {
            if hit.detail.is_empty() {
                hit.title.clone()
            } else {
                format!("{}\t{}", hit.title, hit.detail)
            }
        }))
    }

    fn import(&self, import: &Import) -> Result {
        let text = read_text(&import.input)?;
        let mut coalition = self.open()?;
        let target = match (import.what, &import.letter) {
            (Some(As::Organizations), _) | (None, None) => ImportTarget::Organizations,
            (_, letter) => ImportTarget::SignOns {
                letter_id: coalition.resolve_letter(letter.as_deref().unwrap_or_default())?,
                status: import.status.parse()?,
            },
        };
        let likely = match import.likely {
            LikelyWord::Ask => Likely::Ask,
            LikelyWord::New => Likely::New,
            LikelyWord::Match => Likely::Match,
        };
        let reading = coalition.read_list(&text)?;
        let rows: Vec<ImportRow> = reading
            .entries
            .into_iter()
            .map(|entry| ImportRow {
                entry,
                decision: Decision::Auto,
            })
            .collect();
        let plan = if import.dry_run {
            coalition.plan_import(&rows, &target, likely)?
        } else {
            coalition.import(&rows, &target, likely, &text, self.now)?.output
        };
        if let Some(path) = &import.rejects {
            self.write_rejects(path, &rows, &plan)?;
        }
        self.print_plan(&rows, &plan, import.json)
    }

    fn print_plan(&self, rows: &[ImportRow], plan: &ImportPlan, json: bool) -> Result {
        let of = |outcome| {
            let pairs = rows.iter().zip(&plan.rows).enumerate();
            pairs.filter(move |(_, (_, planned))| planned.outcome == outcome)
        };
        let count = |outcome| plan.count(outcome);
        if json {
            let likely: Vec<Value> = of(Outcome::Asked)
                .map(|(number, (row, planned))| {
                    let candidates: Vec<Value> =
                        planned.candidates.iter().map(|c| self.candidate(c)).collect();
                    json!({ "row": number + 1, "name": row.entry.name, "candidates": candidates })
                })
                .collect();
            let rejects: Vec<Value> = of(Outcome::Rejected)
                .map(|(number, (row, planned))| {
                    json!({ "row": number + 1, "name": row.entry.name, "reason": planned.reason.to_string(self.language) })
                })
                .collect();
            return print_json(&json!({
                "read": plan.rows.len(), "created": count(Outcome::Created), "updated": count(Outcome::Updated),
                "unchanged": count(Outcome::Unchanged), "rejected": count(Outcome::Rejected),
                "asked": count(Outcome::Asked), "likely": likely, "rejects": rejects,
            }));
        }
        let mut lines = vec![
            Message::new("cli-import-summary")
                .number("read", plan.rows.len())
                .number("created", count(Outcome::Created))
                .number("updated", count(Outcome::Updated))
                .number("unchanged", count(Outcome::Unchanged))
                .number("rejected", count(Outcome::Rejected))
                .number("asked", count(Outcome::Asked))
                .to_string(self.language),
        ];
        let told = |planned: &PlannedRow| planned.reason.to_string(self.language);
        for (_, (row, planned)) in of(Outcome::Rejected) {
            lines.push(format!("{}\t{}", row.entry.name, told(planned)));
        }
        for (_, (row, planned)) in of(Outcome::Asked) {
            for candidate in &planned.candidates {
                lines.push(format!(
                    "{}\t{}\t{}",
                    row.entry.name,
                    candidate.name,
                    self.reason(&candidate.reason)
                ));
            }
        }
        print_lines(lines.iter())
    }

    /// Rows that were not taken, as CSV. A cell that a spreadsheet would take for a formula is guarded by an apostrophe.
    fn write_rejects(&self, path: &Path, rows: &[ImportRow], plan: &ImportPlan) -> Result {
        let cell = |text: &str| {
            let guard = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
                "'"
            } else {
                ""
            };
            format!("\"{guard}{}\"", text.replace('"', "\"\""))
        };
        let mut csv = String::from("name,reason\n");
        for (row, planned) in rows
            .iter()
            .zip(&plan.rows)
            .filter(|(_, planned)| planned.outcome == Outcome::Rejected)
        {
            csv.push_str(&format!(
                "{},{}\n",
                cell(&row.entry.name),
                cell(&planned.reason.to_string(self.language))
            ));
        }
        std::fs::write(path, csv).map_err(|error| Failure::Core(Error::file(path, error)))
    }

    fn organization(&self, command: &OrganizationCommand) -> Result {
        let mut coalition = self.open()?;
        match command {
            OrganizationCommand::Add {
                name,
                scope,
                state,
                parent,
                aliases,
            } => {
                let state = state.as_deref().unwrap_or_default();
                let fields = OrganizationFields {
                    name: name.clone(),
                    scope: scope.as_deref().map(str::parse).transpose()?,
                    state: words::state_code(&words::fold(state)).unwrap_or(state).to_owned(),
                    parent_id: parent
                        .as_deref()
                        .map(|parent| coalition.resolve_organization(parent))
                        .transpose()?,
                    aliases: aliases
                        .iter()
                        .map(|alias| AliasFields {
                            name: alias.clone(),
                            kind: AliasKind::guess(alias),
                        })
                        .collect(),
                    ..OrganizationFields::default()
                };
                print(&coalition.add_organization(&fields, self.now)?.output.to_string())
            }
            OrganizationCommand::Show { reference, json } => {
                let id = coalition.resolve_organization(reference)?;
                let detail = coalition.get_organization_detail(id)?;
                if *json {
                    return print_json(&detail);
                }
                let organization = &detail.organization;
                let mut lines = vec![organization.name.clone()];
                lines.extend(
                    organization
                        .aliases
                        .iter()
                        .map(|alias| format!("{}\t{}", alias.kind.word(), alias.name)),
                );
                lines.extend(
                    organization
                        .parent
                        .iter()
                        .map(|parent| format!("parent\t{}", parent.name)),
                );
                lines.extend(
                    organization
                        .scope
                        .iter()
                        .map(|scope| format!("scope\t{}", scope.word())),
                );
                for (label, text) in [
                    ("city", &organization.city),
                    ("state", &organization.state),
                    ("country", &organization.country),
                ] {
                    lines.extend(Some(format!("{label}\t{text}")).filter(|_| !text.is_empty()));
                }
                lines.extend(
                    detail
                        .children
                        .iter()
                        .map(|child| format!("chapter\t{}", child.name)),
                );
                lines.extend(
                    detail
                        .letters
                        .iter()
                        .map(|letter| format!("{}\t{}", letter.status.word(), letter.title)),
                );
                print_lines(lines.iter())
            }
            OrganizationCommand::List { json } => {
                let all = coalition.list_organizations(
                    &OrganizationFilter::default(),
                    OrganizationSort::default(),
                    0,
                    u32::MAX as usize,
                )?;
                if *json {
                    print_json(&all.rows)
                } else {
                    print_lines(all.rows.iter().map(|row| row.name.clone()))
                }
            }
        }
    }

    fn letter(&self, command: &LetterCommand) -> Result {
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

    fn sign_on(&self, command: &SignOnCommand) -> Result {
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
                };
                coalition.set_sign_on(letter, organization, &change, &more, self.now)?;
                Ok(())
            }
            SignOnCommand::List { letter, status, json } => {
                let status: Option<Status> = status.as_deref().map(str::parse).transpose()?;
                let mut rows = coalition.list_sign_ons(coalition.resolve_letter(letter)?)?;
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

    fn check(&self, letter: &str, json: bool) -> Result<ExitCode> {
        let coalition = self.open()?;
        let letter = coalition.resolve_letter(letter)?;
        let findings = coalition.check_letter(letter, &coalition.get_block_options(letter)?)?;
        let stops = findings
            .iter()
            .any(|finding| finding.kind.weight() == Weight::Stop);
        if json {
            let rows: Vec<Value> = findings
                .iter()
                .map(|finding| {
                    json!({
                        "kind": finding.kind, "weight": finding.kind.weight(), "signOn": finding.sign_on,
                        "message": finding.message.to_string(self.language),
                    })
                })
                .collect();
            print_json(&rows)?;
        } else {
            print_lines(
                findings
                    .iter()
                    .map(|finding| finding.message.to_string(self.language)),
            )?;
        }
        Ok(if stops {
            ExitCode::from(1)
        } else {
            ExitCode::SUCCESS
        })
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

    fn edition(&self, command: &EditionCommand) -> Result {
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
                let all = coalition.list_editions(coalition.resolve_letter(letter)?)?;
                if *json {
                    return print_json(&all);
                }
                print_lines(all.iter().map(|edition| {
                    format!(
                        "{}\t{}\t{}\t{}",
                        edition.number, edition.at, edition.count, edition.label
                    )
                }))
            }
            EditionCommand::Show {
                letter,
                number,
                format,
            } => {
                let edition = coalition.get_edition(coalition.resolve_letter(letter)?, *number)?;
                write(&coalition.get_edition_form(edition.id, parse(format)?)?)
            }
            EditionCommand::Diff {
                letter,
                earlier,
                later,
                json,
            } => {
                let diff = coalition.diff_editions(coalition.resolve_letter(letter)?, *earlier, *later)?;
                if *json {
                    return print_json(&diff);
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

    fn history(&self, json: bool) -> Result {
        let items = wire::history(&self.open()?, None, usize::MAX >> 1, self.language)?;
        if json {
            return print_json(&items);
        }
        print_lines(items.iter().map(|item| {
            let action = match item.action {
                undersigned_core::journal::Action::Do => String::new(),
                undersigned_core::journal::Action::Undo => {
                    return format!(
                        "{}\t{}",
                        item.at,
                        Message::new("cli-done-undo")
                            .text("label", &item.label)
                            .to_string(self.language)
                    );
                }
                undersigned_core::journal::Action::Redo => {
                    return format!(
                        "{}\t{}",
                        item.at,
                        Message::new("cli-done-redo")
                            .text("label", &item.label)
                            .to_string(self.language)
                    );
                }
            };
            format!("{}\t{action}{}", item.at, item.label)
        }))
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

fn parse<T: std::str::FromStr<Err = UnknownWord>>(word: &str) -> Result<T> {
    word.parse().map_err(|error: UnknownWord| {
        let message = Message::new("error-word-unknown")
            .text("text", word)
            .text("words", error.known.join(", "));
        Failure::Core(Error::rule(message))
    })
}

/// An entry as the command line prints it: what was not read is left out.
fn entry_json(entry: &Entry) -> Value {
    let mut object = json!({ "name": entry.name });
    for (key, value) in [
        ("signer", &entry.signer),
        ("title", &entry.title),
        ("place", &entry.place),
        ("heading", &entry.heading),
    ] {
        if let Some(value) = value {
            object[key] = json!(value);
        }
    }
    object["start"] = json!(entry.start);
    object["end"] = json!(entry.end);
    object["doubtful"] = json!(entry.doubt.is_some());
    object
}

/// Reads a text from a file or from standard input, at most as much as is taken anyway.
fn read_text(input: &str) -> Result<String> {
    let mut bytes = Vec::new();
    let most = LARGEST_TEXT as u64 + 1;
    let read = if input == "-" {
        std::io::stdin().lock().take(most).read_to_end(&mut bytes)
    } else {
        File::open(input).and_then(|file| file.take(most).read_to_end(&mut bytes))
    };
    read.map_err(|error| Failure::Core(Error::file(Path::new(input), error)))?;
    Ok(decode(&bytes)?)
}

/// Writes to a file, or to standard output when none is named.
fn put(output: Option<&Path>, bytes: &[u8]) -> Result {
    match output.filter(|path| *path != Path::new("-")) {
        Some(path) => std::fs::write(path, bytes).map_err(|error| Failure::Core(Error::file(path, error))),
        None => write(bytes),
    }
}

fn write(bytes: &[u8]) -> Result {
    let mut out = std::io::stdout().lock();
    out.write_all(bytes)
        .and_then(|()| out.flush())
        .map_err(Failure::Output)
}

fn print(line: &str) -> Result {
    write(format!("{line}\n").as_bytes())
}

fn print_lines<S: AsRef<str>>(lines: impl Iterator<Item = S>) -> Result {
    let mut text = String::new();
    for line in lines {
        text.push_str(line.as_ref());
        text.push('\n');
    }
    write(text.as_bytes())
}

fn print_json<T: Serialize + ?Sized>(value: &T) -> Result {
    let json = serde_json::to_string_pretty(value).map_err(|error| Failure::Output(error.into()))?;
    print(&json)
}
