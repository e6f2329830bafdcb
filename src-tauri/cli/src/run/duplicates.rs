//! Organizations that are there twice, and making one of two.

use std::io::{IsTerminal, Write};

use base::progress::Progress;
use serde_json::{Value, json};
use undersigned_core::Coalition;
use undersigned_core::merge::{MergeChoices, MergePlan, Side};
use vocabulary::ids::OrganizationId;

use super::output::{print, print_json, print_lines, print_list};
use super::{Context, Result};

/// How many pairs are named and printed at once.
const PART: usize = 500;

impl Context<'_> {
    /// Pairs that are likely the same, best first.
    pub(super) fn duplicates(&self, json: bool, min_score: f64) -> Result {
        let coalition = self.open()?;
        let found = coalition
            .duplicate_search()?
            .run(min_score, &mut told_to_a_person())?;
        let mut pairs = found.likely.iter();
        print_list(json, line, || {
            pairs
                .by_ref()
                .take(PART)
                .map(|pair| {
                    let reasons: Vec<String> =
                        pair.reasons.iter().map(|reason| reason.to_string(self.language)).collect();
                    Ok(json!({
                        "a": name(&coalition, pair.a)?, "b": name(&coalition, pair.b)?, "a_id": pair.a, "b_id": pair.b,
                        "score": pair.score, "reason": reasons.join("; "),
                    }))
                })
                .collect()
        })
    }

    /// Makes one of two and prints the id of the one that stays; with `dry_run` or `json`, says what moves and what collides.
    pub(super) fn merge(&self, keep: &str, drop: &str, dry_run: bool, json: bool) -> Result {
        let mut coalition = self.open()?;
        let (keep, drop) = (
            coalition.resolve_organization(keep)?,
            coalition.resolve_organization(drop)?,
        );
        let choices = MergeChoices::default();
        let plan = coalition.plan_merge(keep, drop, &choices)?;
        if !dry_run {
            self.back_up_before(&coalition)?;
            coalition.merge_organizations(keep, drop, &choices, self.now)?;
        }
        if json {
            print_json(&plan)
        } else if dry_run {
            print_merge(&plan)
        } else {
            print(&keep.to_string())
        }
    }
}

/// What moves and what collides, a line each; of what collides also whose is taken.
fn print_merge(plan: &MergePlan) -> Result {
    let mut lines = Vec::new();
    for (label, names) in [
        ("alias", &plan.aliases),
        ("person", &plan.people),
        ("joined", &plan.joined),
        ("letter", &plan.letters),
        ("lead", &plan.leads),
        ("chapter", &plan.children),
        ("tag", &plan.tags),
    ] {
        lines.extend(names.iter().map(|name| format!("{label}\t{name}")));
    }
    for field in plan.fields.iter().filter(|field| field.collides) {
        let word = field.field.word();
        lines.push(format!("collides\t{word}\t{}\t{}", field.keep, field.drop));
    }
    for collision in &plan.collisions {
        let taken = match collision.taken {
            Side::Keep => "keep",
            Side::Drop => "drop",
        };
        lines.push(format!(
            "collides\t{}\t{}\t{}\t{taken}",
            collision.title,
            collision.keep.status.word(),
            collision.drop.status.word(),
        ));
    }
    print_lines(lines.iter())
}

fn line(pair: &Value) -> String {
    let text = |key: &str| pair[key].as_str().unwrap_or_default().to_owned();
    let score = pair["score"].as_f64().unwrap_or_default();
    format!("{score:.3}\t{}\t{}\t{}", text("a"), text("b"), text("reason"))
}

fn name(coalition: &Coalition, id: OrganizationId) -> Result<String> {
    Ok(coalition.get_organization(id)?.name)
}

/// Says how far the search is, where a person waits for it.
fn told_to_a_person() -> impl FnMut(Progress) -> bool {
    let person = std::io::stderr().is_terminal();
    let mut last = 0;
    move |progress| {
        let percent = u64::from(progress.done) * 100 / u64::from(progress.of.max(1));
        if person && percent != last {
            last = percent;
            let end = if percent == 100 { "\r      \r" } else { "" };
            // Whether it can be read there changes nothing for the search.
            let _ = write!(std::io::stderr(), "\r{percent:3} %{end}");
        }
        true
    }
}
