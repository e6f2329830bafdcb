//! Writing a plan: all of its rows as one action, with the source and what became of each row.

use std::cell::Cell;
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::{ImportPlan, ROWS_PER_LOCK, stale};
use crate::coalition::Coalition;
use crate::import::apply::{EvidenceOf, EvidenceSource, Writing, Written};
use crate::import::history::{self, KeptRow};
use crate::import::plan::Step;
use crate::import::source::{OpenSource, Records};
use crate::import::{ImportTarget, reply};
use crate::signon::Via;
use base::error::{Error, Result};
use base::progress::{Progress, ProgressFn};
use reading::source::Source;
use reading::table::Row;
use records::Record;
use store::journal::{Change, Op, Tx};
use store::page_cache::LargeCache;
use vocabulary::ids::LetterId;

/// From so many rows on more of the file is kept in memory meanwhile.
const BULK_THRESHOLD_ROWS: usize = 200;

impl Coalition {
    /// Imports a source as it was planned, as one action, with the letter that is begun for it. Gives back the letter that the
    /// sign-ons went to. Nothing is written when it is cancelled. A plan that writes nothing is no action: only what became of
    /// its rows is kept.
    ///
    /// # Errors
    /// A rule when the coalition has changed since it was planned, or no letter can be begun so; [`Error::Cancelled`].
    pub fn import(
        &mut self,
        source: &Arc<OpenSource>,
        plan: &ImportPlan,
        watch: ProgressFn,
        now: DateTime<Utc>,
    ) -> Result<Change<Option<LetterId>>> {
        if store::journal::revision(&self.conn)? != plan.revision {
            return Err(stale());
        }
        let count_of = plan.written();
        let op = op(self, source, plan)?;
        if count_of == 0 {
            let letter = plan.target.letter_id();
            return self.aside(op, now, "import", |tx| {
                keep_rows(tx, source, plan, letter, watch, |_, _, step| {
                    Ok(Written::known(step))
                })?;
                Ok(letter)
            });
        }
        // What is derived takes about a third of the time: to whoever watches, of each row.
        let of = count(plan.rows.len());
        let written = Cell::new(false);
        let mut thirds = |so_far: Progress| {
            let (from, times) = if written.get() {
                (2 * u64::from(of), 1)
            } else {
                (0, 2)
            };
            let done = times * u64::from(so_far.done) * u64::from(of) / u64::from(so_far.of.max(1));
            watch(Progress {
                done: u32::try_from((from + done) / 3).unwrap_or(of),
                of,
            })
        };
        self.transact_watched(op, now, &mut thirds, |tx, watch| {
            let letter = plan.target.letter_within(tx, count_of)?;
            let _cache = (count_of >= BULK_THRESHOLD_ROWS)
                .then(|| LargeCache::begin(tx.conn))
                .transpose()?;
            write(tx, source, plan, letter, watch)?;
            written.set(true);
            Ok(letter)
        })
    }
}

/// What an import is called in the history and in the undo menu.
fn op(coalition: &Coalition, source: &OpenSource, plan: &ImportPlan) -> Result<Op> {
    let title = plan.target.title(coalition)?;
    let count = plan.written();
    // The rows of a list that become organizations are one each.
    if title.is_some() || source.list().is_some() && plan.target == ImportTarget::Organizations {
        return Ok(Op::Import { title, count });
    }
    Ok(Op::ImportTable {
        name: source.name().to_owned(),
        count,
    })
}

/// Writes all of a plan: its rows, and the import itself.
fn write(
    tx: &mut Tx,
    source: &Arc<OpenSource>,
    plan: &ImportPlan,
    letter: Option<LetterId>,
    watch: ProgressFn,
) -> Result<()> {
    let records = plan.records(source);
    let ground = |number: usize, record: &Record| evidence_source(source, &records, number, record);
    let grounds = match source.list() {
        Some(list) => EvidenceOf::Text(list.text()),
        None => EvidenceOf::Rows(&ground),
    };
    let mut writing = Writing::new(letter, plan.zone, grounds);
    keep_rows(tx, source, plan, letter, watch, |tx, row, step| {
        writing.row(tx, row, step)
    })?;
    writing.finish(tx, plan.rows.iter().map(|row| &row.step))
}

/// Keeps the import and what became of each row; `write` writes a row and says what it went into.
fn keep_rows(
    tx: &mut Tx,
    source: &Arc<OpenSource>,
    plan: &ImportPlan,
    letter: Option<LetterId>,
    watch: ProgressFn,
    mut write: impl FnMut(&mut Tx, (usize, &Record), &Step) -> Result<Written>,
) -> Result<()> {
    let records = plan.records(source);
    // The same sheet of a form, day after day: of what was there already, the counts are enough.
    let writes = plan.written() > 0;
    let import = history::keep(tx, source, plan, letter)?;
    let of = count(plan.rows.len());
    for (position, planned) in plan.rows.iter().enumerate() {
        if position.is_multiple_of(ROWS_PER_LOCK)
            && !watch(Progress {
                done: count(position),
                of,
            })
        {
            return Err(Error::Cancelled);
        }
        if !writes && !planned.outcome.is_left() {
            continue;
        }
        let record = records.at(position).unwrap_or_default();
        let written = write(tx, (position, &record), &planned.step)?;
        let (identity, content) = plan.marks.get(position).copied().unwrap_or_default();
        history::keep_row(
            tx,
            import,
            &KeptRow {
                position,
                number: source.number(position),
                name: record.name(),
                cells: source.joined(position),
                identity,
                content,
                planned,
                written,
            },
        )?;
    }
    Ok(())
}

fn count(of: usize) -> u32 {
    u32::try_from(of).unwrap_or(u32::MAX)
}

/// What a sign-on of a row rests on: the row itself, as it was read, or the message.
fn evidence_source(source: &OpenSource, records: &Records, number: usize, record: &Record) -> EvidenceSource {
    let at = record.at.clone();
    if let Some(mail) = source.mails().get(number) {
        let content = source
            .bytes()
            .get(mail.start..mail.end)
            .unwrap_or_default()
            .to_vec();
        return EvidenceSource {
            via: Via::Email,
            text: mail.text.clone(),
            at,
            file: Some((
                reply::file_name(source.name(), source.mails().len(), number),
                content,
            )),
        };
    }
    let mut text = String::new();
    let table = source.table().map(Source::table);
    let cells = table.and_then(|table| table.record(number)).map(Row::cells);
    for (column, cell) in cells
        .into_iter()
        .flatten()
        .enumerate()
        .filter(|(_, cell)| !cell.is_empty())
    {
        if !text.is_empty() {
            text.push('\n');
        }
        match table.and_then(|table| Some(table.cell(table.header()?, column))) {
            Some(heading) if !heading.is_empty() => {
                text.push_str(heading);
                text.push_str(if heading.ends_with([':', '?']) { " " } else { ": " });
            }
            _ => {}
        }
        text.push_str(cell);
    }
    EvidenceSource {
        via: match records.reader() {
            Some(reader) if reader.is_form() => Via::Form,
            _ => Via::List,
        },
        text,
        at,
        file: None,
    }
}
