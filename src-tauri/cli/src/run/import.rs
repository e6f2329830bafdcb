//! Importing a list, and telling what became of each row.

use std::path::Path;

use serde_json::{Value, json};
use undersigned_core::formula::guarded;
use undersigned_core::import::{Decision, ImportPlan, ImportRow, ImportTarget, Likely, Outcome, PlannedRow};
use undersigned_core::{Error, Message};

use super::output::{print_json, print_lines, read_text};
use super::{Context, Failure, Result};
use crate::args::{As, Import, LikelyWord};

impl Context<'_> {
    pub(super) fn import(&self, import: &Import) -> Result {
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
        let cell = |text: &str| format!("\"{}\"", guarded(text).replace('"', "\"\""));
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
}
