//! Importing lists and tables, and telling what became of each row.

use std::path::Path;
use std::sync::Arc;

use reading::columns::Field;
use reading::format::Format;
use reading::problem::LARGEST_FILE;
use reading::source::{Opened, ReadOptions, Source, Suggestion};
use serde_json::{Value, json};
use undersigned_core::import::record::Record;
use undersigned_core::import::{
    Choices, Decision, ImportRow, ImportTarget, Likely, ListSource, Outcome, PlannedRow,
};
use undersigned_core::progress::unwatched;
use undersigned_core::{Coalition, Error, Message};

use super::output::{print_json, print_lines, read_bytes};
use super::{Context, Failure, Result};
use crate::args::{As, Import, InputFormat, LikelyWord};

/// A row as it is told of: its number in the source, its name, its cells under their headings, and what becomes of it.
struct Told<'a> {
    number: u32,
    name: String,
    cells: Vec<String>,
    planned: &'a PlannedRow,
}

impl Context<'_> {
    pub(super) fn import(&self, import: &Import) -> Result {
        let bytes = read_bytes(&import.input, LARGEST_FILE)?;
        let name = Path::new(&import.input)
            .file_name()
            .map(|name| name.to_string_lossy().into_owned());
        let name = name.filter(|_| import.input != "-").unwrap_or_default();
        let options = ReadOptions {
            sheet: import.sheet.clone(),
            ..ReadOptions::default()
        };
        let mut coalition = self.open()?;
        match Source::open(&name, bytes, format(import.format), options).map_err(Error::from)? {
            Opened::List(text) => {
                let source = ListSource {
                    name: &name,
                    text: &text,
                };
                self.import_list(import, &mut coalition, source)
            }
            Opened::Table(source) => self.import_table(import, &mut coalition, *source),
        }
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
                    status: import.status.parse()?,
                }
            }
        })
    }

    fn import_list(&self, import: &Import, coalition: &mut Coalition, source: ListSource) -> Result {
        reading::text::check_text(source.text)?;
        let target = self.target(import, coalition, As::Organizations)?;
        let reading = coalition.read_list(source.text)?;
        let rows: Vec<ImportRow> = reading
            .entries
            .into_iter()
            .map(|entry| ImportRow {
                entry,
                decision: if import.individuals {
                    Decision::Individual
                } else {
                    Decision::Auto
                },
            })
            .collect();
        let likely = likely(import.likely);
        let plan = if import.dry_run {
            coalition.plan_import(&rows, &target, likely)?
        } else {
            coalition.import(&rows, &target, likely, source, self.now)?.output
        };
        let told: Vec<Told> = rows
            .iter()
            .zip(&plan.rows)
            .zip(1..)
            .map(|((row, planned), number)| Told {
                number,
                name: row.entry.name.clone(),
                cells: vec![row.entry.name.clone()],
                planned,
            })
            .collect();
        self.tell(import, &["name".to_owned()], &told, Vec::new())
    }

    fn import_table(&self, import: &Import, coalition: &mut Coalition, mut source: Source) -> Result {
        coalition.recall_mapping(&mut source)?;
        for map in &import.maps {
            let wrong = || Error::rule(Message::new("error-import-map"));
            let (heading, word) = map.rsplit_once('=').ok_or_else(wrong)?;
            let field = match word.trim() {
                "" | "-" => None,
                word => Some(Field::from_word(word).ok_or_else(wrong)?),
            };
            source.set_column(heading, field)?;
        }
        for problem in source.problems().iter().take(20) {
            let (id, arguments) = problem.reason.message();
            let sentence = Message::new("import-problem")
                .text("row", problem.row.to_string())
                .text("problem", Message::with(id, arguments).to_string(self.language));
            eprintln!("{}", sentence.to_string(self.language));
        }
        let seems = match source.suggests() {
            Suggestion::Organizations => As::Organizations,
            // Answers without a letter are of organizations, or of people where they name none.
            Suggestion::SignOns if source.mapping().column(Field::Organization).is_some() => {
                As::Organizations
            }
            Suggestion::People | Suggestion::SignOns => As::People,
        };
        let target = self.target(import, coalition, seems)?;
        let source = Arc::new(source);
        let choices = Choices::new(target, likely(import.likely));
        let plan = coalition.plan_table(&source, choices, &mut unwatched)?;
        if !import.dry_run {
            coalition.import_table(&source, &plan, &mut unwatched, self.now)?;
        }
        let records = plan.records(&source);
        let told: Vec<Told> = source
            .table()
            .records()
            .zip(&plan.rows)
            .zip(&records)
            .map(|((row, planned), record): (_, &Record)| Told {
                number: row.number(),
                name: record.name().to_owned(),
                cells: row.cells().map(str::to_owned).collect(),
                planned,
            })
            .collect();
        let headings: Vec<String> = source.table().headings().into_iter().map(str::to_owned).collect();
        let notes = plan
            .notes()
            .iter()
            .map(|note| note.to_string(self.language))
            .collect();
        self.tell(import, &headings, &told, notes)
    }

    fn tell(&self, import: &Import, headings: &[String], rows: &[Told], notes: Vec<String>) -> Result {
        if let Some(path) = &import.rejects {
            self.write_rejects(path, headings, rows)?;
        }
        if import.json {
            return self.print_json_plan(rows, &notes);
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
            if row.planned.candidates().is_empty() {
                lines.push(format!("{}\t{}", row.name, reason(row)));
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

    fn print_json_plan(&self, rows: &[Told], notes: &[String]) -> Result {
        let count = |outcome| of(rows, outcome).count();
        let say = |message: &Message| message.to_string(self.language);
        let likely: Vec<Value> = of(rows, Outcome::Asked)
            .map(|row| {
                let candidates = row.planned.candidates().iter();
                let candidates: Vec<Value> = candidates.map(|found| self.candidate(found)).collect();
                json!({ "row": row.number, "name": row.name, "candidates": candidates })
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
        print_json(&json!({
            "read": rows.len(), "created": count(Outcome::Created), "updated": count(Outcome::Updated),
            "unchanged": count(Outcome::Unchanged), "rejected": count(Outcome::Rejected),
            "asked": count(Outcome::Asked), "likely": likely, "rejects": rejects, "changes": changes,
            "flags": flags, "notes": notes,
        }))
    }

    /// Rows that were not taken, as CSV under their own headings, with the reason. A cell that a spreadsheet would take for
    /// a formula is guarded by an apostrophe.
    fn write_rejects(&self, path: &Path, headings: &[String], rows: &[Told]) -> Result {
        let rows: Vec<(u32, Vec<String>, String)> = of(rows, Outcome::Rejected)
            .map(|row| {
                (
                    row.number,
                    row.cells.clone(),
                    row.planned.reason.to_string(self.language),
                )
            })
            .collect();
        let csv = undersigned_core::import::rejects(headings, &rows, "reason");
        std::fs::write(path, csv).map_err(|error| Failure::Core(Error::file(path, error)))
    }
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

fn format(word: InputFormat) -> Option<Format> {
    Some(match word {
        InputFormat::Auto => return None,
        InputFormat::List => Format::List,
        InputFormat::Csv => Format::Csv,
        InputFormat::Tsv => Format::Tsv,
        InputFormat::Xlsx => Format::Xlsx,
        InputFormat::Xls => Format::Xls,
        InputFormat::Ods => Format::Ods,
        InputFormat::Html => Format::Html,
        InputFormat::Vcard => Format::Vcard,
        InputFormat::Eml => Format::Eml,
        InputFormat::Mbox => Format::Mbox,
    })
}
