//! Writing a plan: all of its rows as one action, with the source and what became of each row.

use chrono::{DateTime, Utc};

use super::{PIECE, PlannedTable, stale};
use crate::coalition::Coalition;
use crate::derived::{Rest, Touched};
use crate::error::{Error, Result};
use crate::import::apply::{Ground, Grounds, Writing};
use crate::import::history::{self, BETWEEN, Kept, KeptRow, fingerprint};
use crate::import::record::Reader;
use crate::import::reply;
use crate::journal::{Change, Op, Tx};
use crate::progress::{Progress, Watch};
use crate::signon::Via;
use reading::source::Source;
use reading::table::Row;
use vocabulary::ids::LetterId;

/// When so many rows write, what is derived is made once at the end and not with each row. Few in tests, which see both.
const MANY: usize = if cfg!(test) { 8 } else { 200 };

impl Coalition {
    /// Imports a table as it was planned, as one action, with the letter that is begun for it. Gives back the letter that the
    /// sign-ons went to. Nothing is written when it is cancelled.
    ///
    /// # Errors
    /// A rule when the coalition has changed since it was planned, or no letter can be begun so; [`Error::Cancelled`].
    pub fn import_table(
        &mut self,
        source: &Source,
        plan: &PlannedTable,
        watch: Watch,
        now: DateTime<Utc>,
    ) -> Result<Change<Option<LetterId>>> {
        if crate::journal::revision(&self.conn)? != plan.revision {
            return Err(stale());
        }
        let count_of = plan.written();
        let op = match plan.target.title(self)? {
            Some(title) => Op::Import {
                title: Some(title),
                count: count_of,
            },
            None => Op::ImportTable {
                name: source.name().to_owned(),
                count: count_of,
            },
        };
        self.transact(op, now, |tx| {
            let letter = plan.target.letter_within(tx, count_of)?;
            if count_of < MANY {
                write(tx, source, plan, letter, watch)?;
                return Ok(letter);
            }
            // What is derived takes about a third of the time: to whoever watches, of each row.
            let rest = Rest::begin(tx.conn)?;
            let of = count(plan.rows.len());
            let thirds = |done: u64, whole: u32, from: u64, times: u64| Progress {
                done: u32::try_from((from + times * done * u64::from(of) / u64::from(whole.max(1))) / 3)
                    .unwrap_or(of),
                of,
            };
            let touched = write(tx, source, plan, letter, &mut |so_far| {
                watch(thirds(so_far.done.into(), so_far.of, 0, 2))
            })?;
            rest.refresh(&touched, &mut |so_far| {
                watch(thirds(so_far.done.into(), so_far.of, 2 * u64::from(of), 1))
            })?;
            Ok(letter)
        })
    }
}

/// Writes all of a plan: its rows, and the import itself.
fn write(
    tx: &mut Tx,
    source: &Source,
    plan: &PlannedTable,
    letter: Option<LetterId>,
    watch: Watch,
) -> Result<Touched> {
    let table = source.table();
    let reader = Reader::new(table, source.mapping(), plan.zone);
    let headings = table.headings();
    let lines: Vec<Row<'_>> = table.records().collect();
    let ground = |number: usize| ground_of(source, &reader, &headings, &lines, number);
    let mut writing = Writing::new(letter, Grounds::Rows(&ground));
    let kept = Kept {
        name: source.name(),
        format: source.format(),
        fingerprint: fingerprint(source),
        options: serde_json::to_string(source.options()).map_err(|_| Error::Damaged)?,
        mapping: serde_json::to_string(&source.mapping().remember(table)).map_err(|_| Error::Damaged)?,
        source: source.bytes(),
        target: &plan.target,
        letter,
    };
    // An import that takes nothing changes nothing, and leaves no trace.
    let import = match plan.written() {
        0 => None,
        _ => Some(history::keep(tx, &kept, plan.rows.len(), |outcome| {
            plan.count(outcome)
        })?),
    };
    let of = count(plan.rows.len());
    for (position, planned) in plan.rows.iter().enumerate() {
        if position.is_multiple_of(PIECE)
            && !watch(Progress {
                done: count(position),
                of,
            })
        {
            return Err(Error::Cancelled);
        }
        let written = writing.row(tx, position, &planned.step)?;
        if let (Some(import), Some(line)) = (import, lines.get(position)) {
            let (identity, content) = plan.marks.get(position).copied().unwrap_or_default();
            let record = reader.read(*line);
            history::keep_row(
                tx,
                import,
                &KeptRow {
                    position,
                    number: line.number(),
                    name: record.name(),
                    cells: joined(*line),
                    identity,
                    content,
                    planned,
                    written,
                },
            )?;
        }
    }
    writing.finish(tx, plan.rows.iter().map(|row| &row.step))
}

fn count(of: usize) -> u32 {
    u32::try_from(of).unwrap_or(u32::MAX)
}

fn joined(row: Row<'_>) -> String {
    let mut text = String::new();
    for (at, cell) in row.cells().enumerate() {
        if at > 0 {
            text.push(BETWEEN);
        }
        text.push_str(cell);
    }
    text
}

/// What a sign-on of a row rests on: the row itself, as it was read, or the message.
fn ground_of(
    source: &Source,
    reader: &Reader,
    headings: &[&str],
    lines: &[Row<'_>],
    number: usize,
) -> Ground {
    let Some(row) = lines.get(number) else {
        return Ground {
            via: Via::List,
            text: String::new(),
            at: None,
            file: None,
        };
    };
    let at = reader.read(*row).at.map(crate::time::store);
    if let Some(mail) = source.mails().get(number) {
        let content = source
            .bytes()
            .get(mail.start..mail.end)
            .unwrap_or_default()
            .to_vec();
        return Ground {
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
    for (column, cell) in row.cells().enumerate().filter(|(_, cell)| !cell.is_empty()) {
        if !text.is_empty() {
            text.push('\n');
        }
        match headings.get(column) {
            Some(heading) if !heading.is_empty() => {
                text.push_str(heading);
                text.push_str(if heading.ends_with([':', '?']) { " " } else { ": " });
            }
            _ => {}
        }
        text.push_str(cell);
    }
    Ground {
        via: if reader.is_form() { Via::Form } else { Via::List },
        text,
        at,
        file: None,
    }
}
