//! Importing lists and tables, and telling what became of each row.

use std::path::Path;
use std::sync::Arc;

use base::files::Pending;
use base::progress::no_progress;
use reading::columns::Field;
use reading::document::{self, DocumentKind};
use reading::format::Format;
use reading::problem::{FileError, LARGEST_FILE};
use reading::source::{ReadOptions, Source, Suggestion};
use serde_json::{Value, json};
use undersigned_core::import::{
    Choices, ConsentPolicy, Decision, ImportPlan, ImportTarget, Likely, MailPolicy, OpenSource, Outcome,
    PlannedRow,
};
use undersigned_core::{Coalition, Error, Message};

use super::output::{print_json, print_lines, read_bytes, refuse_input};
use super::{Context, Result};
use crate::args::{As, ConsentWord, Import, InputFormat, LikelyWord};

/// A row as it is told of: its number in the source, its name, its place among the rows, and what becomes of it.
struct Told<'a> {
    number: u32,
    name: String,
    place: usize,
    planned: &'a PlannedRow,
}

fn told<'a>(source: &Arc<OpenSource>, plan: &'a ImportPlan) -> Vec<Told<'a>> {
    let records = plan.records(source);
    let rows = plan.rows.iter().enumerate();
    rows.map(|(place, planned)| Told {
        number: source.number(place),
        name: records
            .at(place)
            .map_or_else(String::new, |record| record.name().to_owned()),
        place,
        planned,
    })
    .collect()
}

impl Context<'_> {
    pub(super) fn import(&self, import: &Import) -> Result {
        let bytes = read_bytes(&import.input, LARGEST_FILE)?;
        let name = Path::new(&import.input)
            .file_name()
            .map(|name| name.to_string_lossy().into_owned());
        let name = name.filter(|_| import.input != "-").unwrap_or_default();
        let options = ReadOptions {
            sheet: import.sheets.first().cloned(),
            more_sheets: import.sheets.iter().skip(1).cloned().collect(),
            ..ReadOptions::default()
        };
        let mut coalition = self.open()?;
        let (bytes, format) = as_told(bytes, import.format)?;
        let opened = Source::open(&name, bytes, format, options).map_err(Error::from)?;
        let mut source = coalition.open_source(&name, opened)?;
        let seems = seems(&source);
        let target = self.target(import, &coalition, seems)?;
        refuse_unfit(import, &source, &target)?;
        if let OpenSource::Table(table) = &mut source {
            self.read_as_told(import, table)?;
        }
        let source = Arc::new(source);
        let mut choices = Choices::new(target, likely(import.likely));
        choices.as_members = import.as_members;
        choices.hidden_rows = import.hidden_rows;
        if import.individuals {
            let keys = source.keys().into_iter();
            choices.decisions = keys.map(|key| (key, Decision::Individual)).collect();
        }
        choices.consent = match import.consent {
            ConsentWord::Ask => ConsentPolicy::Ask,
            ConsentWord::Take => ConsentPolicy::Take,
        };
        // Whoever says `--status confirmed` of messages means those whose own words say yes.
        choices.mail = MailPolicy::TakeYes;
        let plan = coalition.plan_import(&source, choices, &mut no_progress, self.now)?;
        let rows = told(&source, &plan);
        // Before anything is imported: where they can't be written, nothing is.
        let rejects = self.rejects(import, &source, &rows)?;
        if !import.dry_run {
            self.back_up_before(&coalition)?;
            coalition.import(&source, &plan, &mut no_progress, self.now)?;
        }
        rejects.map_or(Ok(()), Pending::put_in_place)?;
        self.name_other_sheets(&source);
        self.tell(import, &source, &plan, &rows)
    }

    /// Names the sheets of a workbook that are not imported, with what is in them.
    fn name_other_sheets(&self, source: &OpenSource) {
        let others: Vec<String> = source
            .table()
            .into_iter()
            .flat_map(Source::sheet_counts)
            .filter(|(_, rows, taken)| !taken && *rows != Some(0))
            .map(|(name, rows, _)| match rows {
                Some(rows) => format!("{name} ({rows})"),
                None => name.to_owned(),
            })
            .collect();
        if !others.is_empty() {
            let sentence = Message::new("cli-import-other-sheets").text("sheets", others.join(", "));
            eprintln!("{}", sentence.to_string(self.language));
        }
    }

    /// Reads a table by what was said of its columns, and tells what was read with a loss.
    fn read_as_told(&self, import: &Import, source: &mut Source) -> Result {
        for map in &import.maps {
            let wrong = || Error::rule(Message::new("error-import-map"));
            let (heading, word) = map.rsplit_once('=').ok_or_else(wrong)?;
            let field = match word.trim() {
                "" | "-" => None,
                word => Some(Field::from_word(word).ok_or_else(wrong)?),
            };
            source.set_column(heading, field)?;
        }
        for sentence in undersigned_core::import::problems(source.problems(), self.language) {
            eprintln!("{sentence}");
        }
        Ok(())
    }

    fn target(&self, import: &Import, coalition: &Coalition, seems: As) -> Result<ImportTarget> {
        let what = import.what.unwrap_or(if import.letter.is_some() {
            As::SignOns
        } else {
            seems
        });
        Ok(match what {
            As::Organizations => ImportTarget::Organizations,
            As::People => ImportTarget::People,
            As::SignOns => {
                let letter = import.letter.as_deref();
                let letter = letter.ok_or_else(|| Error::rule(Message::new("error-import-letter")))?;
                ImportTarget::SignOns {
                    letter_id: coalition.resolve_letter(letter)?,
                    status: import.status.as_deref().unwrap_or("to-ask").parse()?,
                }
            }
        })
    }

    fn tell(&self, import: &Import, source: &Arc<OpenSource>, plan: &ImportPlan, rows: &[Told]) -> Result {
        let notes: Vec<String> = plan
            .notes()
            .iter()
            .map(|note| note.to_string(self.language))
            .collect();
        if import.json {
            return self.print_json_plan(source, rows, &notes);
        }
        let count = |outcome| of(rows, outcome).count();
        let mut lines = vec![
            Message::new("cli-import-summary")
                .number("read", rows.len())
                .number("created", count(Outcome::Created))
                .number("updated", count(Outcome::Updated))
                .number("unchanged", count(Outcome::Unchanged))
                .number("rejected", count(Outcome::Rejected))
                .number("asked", count(Outcome::Asked))
                .to_string(self.language),
        ];
        lines.extend(notes);
        let reason = |row: &Told| row.planned.reason.to_string(self.language);
        for row in of(rows, Outcome::Rejected) {
            lines.push(format!("{}\t{}", row.name, reason(row)));
        }
        for row in of(rows, Outcome::Asked) {
            // What is asked about an answer is no question of who it is.
            if row.planned.candidates().is_empty() || row.planned.consent.is_some() {
                lines.push(format!("{}\t{}", row.name, reason(row)));
                continue;
            }
            for candidate in row.planned.candidates() {
                lines.push(format!(
                    "{}\t{}\t{}",
                    row.name,
                    candidate.name,
                    self.reason(&candidate.reason)
                ));
            }
        }
        print_lines(lines.iter())
    }

    fn print_json_plan(&self, source: &OpenSource, rows: &[Told], notes: &[String]) -> Result {
        let count = |outcome| of(rows, outcome).count();
        let say = |message: &Message| message.to_string(self.language);
        let likely: Vec<Value> = of(rows, Outcome::Asked)
            .map(|row| {
                let candidates = row.planned.candidates().iter();
                let candidates: Vec<Value> = candidates.map(|found| self.candidate(found)).collect();
                json!({
                    "row": row.number, "name": row.name, "candidates": candidates,
                    "reason": say(&row.planned.question()),
                })
            })
            .collect();
        let consent: Vec<Value> = rows
            .iter()
            .filter_map(|row| {
                let question = row.planned.consent.as_ref()?;
                Some(json!({
                    "row": row.number, "name": question.name, "was": question.was, "says": question.says,
                    "reason": say(&question.reason),
                }))
            })
            .collect();
        let rejects: Vec<Value> = of(rows, Outcome::Rejected)
            .map(|row| json!({ "row": row.number, "name": row.name, "reason": say(&row.planned.reason) }))
            .collect();
        let changes: Vec<Value> = rows
            .iter()
            .filter(|row| !row.planned.changes.is_empty())
            .map(|row| json!({ "row": row.number, "name": row.name, "changes": row.planned.changes }))
            .collect();
        let flags: Vec<Value> = rows
            .iter()
            .filter(|row| !row.planned.flags.is_empty())
            .map(|row| {
                let flags: Vec<String> = row.planned.flags.iter().map(say).collect();
                json!({ "row": row.number, "name": row.name, "flags": flags })
            })
            .collect();
        let mut told = json!({
            "read": rows.len(), "created": count(Outcome::Created), "updated": count(Outcome::Updated),
            "unchanged": count(Outcome::Unchanged), "rejected": count(Outcome::Rejected),
            "asked": count(Outcome::Asked), "likely": likely, "consent": consent, "rejects": rejects,
            "changes": changes, "flags": flags, "notes": notes, "format": source.format().word(),
            "sheets": sheets(source), "unused": unused(source),
        });
        let origin = source.table().and_then(|source| source.mapping().origin.name());
        if let Some(origin) = origin
            && let Some(told) = told.as_object_mut()
        {
            told.insert("origin".to_owned(), json!(origin));
        }
        print_json(&told)
    }

    /// Rows that were not taken or wait for a decision, as CSV under their own headings, with the reason or the question, where that is
    /// asked for. A cell that a spreadsheet would take for a formula is guarded by an apostrophe.
    fn rejects(&self, import: &Import, source: &OpenSource, rows: &[Told]) -> Result<Option<Pending>> {
        let Some(path) = &import.rejects else {
            return Ok(None);
        };
        refuse_input(&import.input, path)?;
        let left = rows.iter().filter(|row| row.planned.outcome.is_left());
        let rows: Vec<(u32, Vec<String>, String)> = left
            .map(|row| {
                let reason = row.planned.question().to_string(self.language);
                (row.number, source.cells(row.place), reason)
            })
            .collect();
        let csv = undersigned_core::import::rejects(&source.headings(), &rows, "reason");
        Ok(Some(Pending::write(path, csv.as_bytes())?))
    }
}

/// What rows seem to be where nobody said it.
fn seems(source: &OpenSource) -> As {
    let Some(table) = source.table() else {
        return As::Organizations;
    };
    match table.suggests() {
        Suggestion::Organizations => As::Organizations,
        // Answers without a letter are of organizations, or of people where they name none.
        Suggestion::SignOns if table.mapping().column(Field::Organization).is_some() => As::Organizations,
        Suggestion::People | Suggestion::SignOns => As::People,
    }
}

/// Refuses an option that does not apply to what was read or to what its rows become.
fn refuse_unfit(import: &Import, source: &OpenSource, target: &ImportTarget) -> Result {
    let format = source.format();
    let workbook = matches!(format, Format::Xlsx | Format::Xls | Format::Ods);
    let signs = target.status().is_some();
    let unfit = [
        ("--map", !import.maps.is_empty() && source.table().is_none()),
        ("--sheet", !import.sheets.is_empty() && !workbook),
        ("--hidden-rows", import.hidden_rows && !workbook),
        ("--individuals", import.individuals && !source.mails().is_empty()),
    ];
    let refused = |id: &'static str, option: &str| {
        let message = Message::new(id)
            .text("option", option)
            .text("format", format.word());
        Err(Error::rule(message).into())
    };
    if let Some((option, _)) = unfit.iter().find(|(_, unfit)| *unfit) {
        return refused("error-option-input", option);
    }
    let for_sign_ons = [
        ("--individuals", import.individuals),
        ("--letter", import.letter.is_some()),
        ("--status", import.status.is_some()),
        ("--consent take", matches!(import.consent, ConsentWord::Take)),
    ];
    match for_sign_ons.iter().find(|(_, given)| *given && !signs) {
        Some((option, _)) => refused("error-option-sign-ons", option),
        None => Ok(()),
    }
}

/// The sheets of a workbook, and of which one rows were taken.
fn sheets(source: &OpenSource) -> Vec<Value> {
    let Some(source) = source.table() else {
        return Vec::new();
    };
    source
        .sheet_counts()
        .map(|(name, rows, taken)| json!({ "name": name, "rows": rows, "taken": taken }))
        .collect()
}

/// The headings of columns that are for nothing.
fn unused(source: &OpenSource) -> Vec<String> {
    let Some(source) = source.table() else {
        return Vec::new();
    };
    source.unused().into_iter().map(str::to_owned).collect()
}

fn of<'r, 'a>(rows: &'r [Told<'a>], outcome: Outcome) -> impl Iterator<Item = &'r Told<'a>> {
    rows.iter().filter(move |row| row.planned.outcome == outcome)
}

fn likely(word: LikelyWord) -> Likely {
    match word {
        LikelyWord::Ask => Likely::Ask,
        LikelyWord::New => Likely::New,
        LikelyWord::Match => Likely::Match,
    }
}

/// The bytes to read and their kind. A document is its text, read as a list.
fn as_told(bytes: Vec<u8>, word: InputFormat) -> Result<(Vec<u8>, Option<Format>)> {
    let told = match word {
        InputFormat::Auto => None,
        InputFormat::Docx => Some(DocumentKind::Docx),
        InputFormat::Odt => Some(DocumentKind::Odt),
        InputFormat::Pdf => Some(DocumentKind::Pdf),
        InputFormat::Rtf => Some(DocumentKind::Rtf),
        other => return Ok((bytes, format(other))),
    };
    let is = document::kind(&bytes);
    if told.is_some() && told != is {
        return Err(Error::from(FileError::Kind).into());
    }
    if is.is_none() {
        return Ok((bytes, None));
    }
    let text = document::text(&bytes).map_err(|error| Error::rule(Message::new(error.message())))?;
    Ok((text.unwrap_or_default().into_bytes(), Some(Format::List)))
}

fn format(word: InputFormat) -> Option<Format> {
    Some(match word {
        InputFormat::Auto | InputFormat::Docx | InputFormat::Odt | InputFormat::Pdf | InputFormat::Rtf => {
            return None;
        }
        InputFormat::List => Format::List,
        InputFormat::Csv => Format::Csv,
        InputFormat::Tsv => Format::Tsv,
        InputFormat::Xlsx => Format::Xlsx,
        InputFormat::Xls => Format::Xls,
        InputFormat::Ods => Format::Ods,
        InputFormat::Html => Format::Html,
        InputFormat::Vcard => Format::Vcard,
        InputFormat::Ldif => Format::Ldif,
        InputFormat::Eml => Format::Eml,
        InputFormat::Mbox => Format::Mbox,
    })
}
