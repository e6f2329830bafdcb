//! The journal: every action of the person as one entry that can be undone, and the history that tells of it.
//!
//! An action is an [`Op`]. `Coalition::transact` records the changeset of the domain tables by SQLite's session
//! extension; undo applies its inverse, redo applies it again. Nothing here knows what an action did, so imports and
//! merges are undone without code of their own. The changeset also says which derived rows are stale ([`crate::derived`]): they are
//! made again before the transaction ends. The history (`event`) is append-only: undo adds one line to it. It is written here and
//! read in `history.rs`.
//!
//! The journal is a format that older and newer programs read: an action has a word, an author, a time and a changeset, and one
//! whose word is unknown is shown as such and undone like any other. The actions and their sentences are in `journal/op.rs`, the
//! storing of changesets in `journal/changeset.rs`, their applying in `journal/replay.rs`, the taking back of one among others in `journal/takeback.rs`, how far undo reaches in
//! `journal/reach.rs`.

pub mod changeset;
mod continued;
mod op;
mod people;
mod reach;
mod replay;
mod takeback;

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use rusqlite::session::{Session, invert_strm};
use rusqlite::{Connection, OptionalExtension, Transaction, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::db::DOMAIN_TABLES;
use crate::derived::{self, Renamed, Thresholds, read_touched};
use crate::ids::IdSequence;
use crate::page_cache::LargeCache;
use base::error::{Error, Result};
use base::progress::{ProgressFn, no_progress};
use base::time;
use vocabulary::ids::{JournalId, LetterId, OrganizationId, PersonId, SignOnId};

pub use op::Op;
pub use people::{drop_holding, texts_of_people};
use reach::Reach;
pub use reach::delete_unreachable;
pub use takeback::take_back;

/// How a coalition writes its journal, as long as it is open.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Who acts, as they name themselves; empty when they don't.
    pub author: String,
    /// How far back undo reaches.
    pub reach: Reach,
    /// From how many rows on derived rows are made anew as a whole.
    pub derived: Thresholds,
    /// From so many bytes on a changeset is applied in the way that is quick for many rows.
    pub large_changeset: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            author: String::new(),
            reach: Reach::default(),
            derived: Thresholds::default(),
            large_changeset: 128 * 1024,
        }
    }
}

/// What an action gave back and what went stale by it.
#[derive(Debug, Clone)]
pub struct Change<T> {
    /// What the action gives back.
    pub output: T,
    /// The action.
    pub op: Op,
    /// The domain tables whose rows changed.
    pub tables: BTreeSet<String>,
    /// Whose names may have changed.
    pub renamed: Renamed,
}

impl<T> Change<T> {
    /// The same change with what it gives back made into something else.
    pub fn map<U>(self, make: impl FnOnce(T) -> U) -> Change<U> {
        Change {
            output: make(self.output),
            op: self.op,
            tables: self.tables,
            renamed: self.renamed,
        }
    }
}

/// Whether a line of the history tells of a deed, of undoing it or of doing it again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export, export_to = "history/")]
pub enum Action {
    /// It was done.
    Do,
    /// It was undone.
    Undo,
    /// It was done again.
    Redo,
}

impl Action {
    /// The word that the history stores.
    pub fn word(self) -> &'static str {
        match self {
            Self::Do => "do",
            Self::Undo => "undo",
            Self::Redo => "redo",
        }
    }

    /// The action of this word; "do" for any other, which the file's own rules keep out.
    pub fn of(word: &str) -> Self {
        match word {
            "undo" => Self::Undo,
            "redo" => Self::Redo,
            _ => Self::Do,
        }
    }
}

/// What an event is about.
#[derive(Debug, Clone, Default)]
pub struct Subject {
    /// The letter.
    pub letter: Option<LetterId>,
    /// The organization.
    pub organization: Option<OrganizationId>,
    /// The sign-on.
    pub sign_on: Option<SignOnId>,
    /// The person.
    pub person: Option<PersonId>,
    /// What is said beside it, such as a status before and after.
    pub detail: String,
    /// Who authorized it, or empty.
    pub authorized_by: String,
}

/// The open transaction of one action: the only place from which the domain is written.
pub struct Tx<'conn> {
    /// The connection, within the transaction.
    pub conn: &'conn Connection,
    /// The moment of the action.
    pub now: DateTime<Utc>,
    /// The action; an action that learns only while it runs what its sentence should say mends it here.
    pub op: Op,
    /// Whether it goes on with the action before it, when that was the same: see `journal/continued.rs`.
    pub continues: bool,
    ids: IdSequence,
    /// The place of the action in the journal.
    seq: i64,
    /// The place of the next row among all that were ever entered.
    entered: i64,
    subjects: Vec<Subject>,
}

/// So many rows can be entered by one action before they share places with those of the next: 2^22. With 2^31 actions a place
/// still has 53 bits.
const PLACES: i64 = 1 << 22;

impl<'conn> Tx<'conn> {
    fn begin(conn: &'conn Connection, op: Op, now: DateTime<Utc>) -> Result<Self> {
        let seq: i64 = conn
            .prepare_cached("SELECT coalesce(max(seq), 0) + 1 FROM journal")?
            .query_row([], |row| row.get(0))?;
        Ok(Self {
            conn,
            now,
            op,
            continues: false,
            ids: IdSequence::draw()?,
            seq,
            entered: seq * PLACES,
            subjects: Vec::new(),
        })
    }

    /// A new id.
    pub fn id(&mut self) -> i64 {
        self.ids.next_id()
    }

    /// The place of a row that is entered now, after all that were entered before: ids are random, and times are whole seconds.
    pub fn entered(&mut self) -> i64 {
        let entered = self.entered;
        self.entered += 1;
        entered
    }

    /// The line of the history that the next subject becomes: within an action too, what is written later has a later one.
    pub fn place_in_history(&self) -> Result<i64> {
        let last: i64 = self
            .conn
            .prepare_cached("SELECT coalesce(max(seq), 0) FROM event")?
            .query_row([], |row| row.get(0))?;
        Ok(last + 1 + i64::try_from(self.subjects.len()).unwrap_or(i64::MAX))
    }

    /// The time of the action, as it is stored.
    pub fn at(&self) -> String {
        time::store(self.now)
    }

    /// Adds a line to the history of what this action is about.
    pub fn event(&mut self, subject: Subject) {
        self.subjects.push(subject);
    }
}

/// Runs one action: all of it is written with its journal entry, its events and what is derived from it, or nothing is. `watch`
/// goes to the action, and then is told of the derived rows.
pub fn transact<T>(
    conn: &mut Connection,
    settings: &Settings,
    op: Op,
    now: DateTime<Utc>,
    watch: ProgressFn,
    act: impl FnOnce(&mut Tx, ProgressFn) -> Result<T>,
) -> Result<Change<T>> {
    let transaction = conn.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    let mut session = Session::new(&transaction)?;
    for table in DOMAIN_TABLES {
        session.attach(Some(*table))?;
    }
    let mut tx = Tx::begin(&transaction, op, now)?;
    let seq = tx.seq;
    let output = act(&mut tx, &mut *watch)?;
    let journal_id = JournalId(tx.id());
    let Tx {
        op,
        continues,
        mut subjects,
        ..
    } = tx;
    let changeset = changeset::record(&mut session)?;
    drop(session);
    let mut touched = read_touched(changeset::reader(&changeset)?.as_mut())?;
    let (tables, renamed) = (touched.names(), std::mem::take(&mut touched.renamed));
    // An action that changed nothing leaves nothing to undo, and nothing to tell.
    if !tables.is_empty() {
        derived::refresh(
            &transaction,
            touched.stale(&transaction)?,
            &settings.derived,
            watch,
        )?;
        if subjects.is_empty() {
            subjects.push(Subject::default());
        }
        reach::drop_undone(&transaction)?;
        let word = json(&op)?;
        if continues && continued::add(&transaction, &word, &settings.author, &subjects, now, &changeset)? {
            transaction.commit()?;
            return Ok(Change {
                output,
                op,
                tables,
                renamed,
            });
        }
        transaction
            .prepare_cached(
                "INSERT INTO journal (id, seq, at, op, changeset, author) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute(params![
                journal_id,
                seq,
                time::store(now),
                word,
                changeset,
                settings.author
            ])?;
        let line = Line {
            at: time::store(now),
            action: Action::Do,
            journal_id,
            op: &word,
            author: &settings.author,
        };
        append(&transaction, &line, &subjects)?;
        reach::bound(&transaction, &settings.reach, seq, changeset.len(), now)?;
    }
    transaction.commit()?;
    Ok(Change {
        output,
        op,
        tables,
        renamed,
    })
}

/// Runs what nobody did, such as filling an empty coalition: all of it is written or nothing is, with what is derived from it, but
/// without a journal entry (a changeset of everything would be as large as the file, and held in memory) and without a line in the
/// history.
pub fn unrecorded<T>(
    conn: &mut Connection,
    settings: &Settings,
    act: impl FnOnce(&Connection) -> Result<T>,
) -> Result<T> {
    /// Every index is written to all over: pages that do not fit into memory would be written and read again and again.
    const KILOBYTES: i64 = 512 * 1024;
    let transaction = conn.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    let cache = LargeCache::of(&transaction, KILOBYTES)?;
    let output = act(&transaction)?;
    derived::rebuild(&transaction, &settings.derived, &mut no_progress)?;
    drop(cache);
    transaction.commit()?;
    Ok(output)
}

/// Writes what is no action of a person: a fact about `table` that is kept beside the journal, with nothing to undo and no line
/// in the history. Nothing is derived from it.
pub fn aside<T>(
    conn: &mut Connection,
    op: Op,
    now: DateTime<Utc>,
    table: &str,
    act: impl FnOnce(&mut Tx) -> Result<T>,
) -> Result<Change<T>> {
    let transaction = conn.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    let mut tx = Tx::begin(&transaction, op, now)?;
    let output = act(&mut tx)?;
    let op = tx.op;
    transaction.commit()?;
    Ok(Change {
        output,
        op,
        tables: BTreeSet::from([table.to_owned()]),
        renamed: Renamed::default(),
    })
}

/// The action that undo (or redo) would take next. Its changeset is not read.
pub fn next(conn: &Connection, redo: bool) -> Result<Option<Op>> {
    Ok(find_next(conn, redo)?.map(|(_, op)| Op::read(&op)))
}

/// Undoes the last action that stands, or does the last undone one again.
pub fn step(
    conn: &mut Connection,
    settings: &Settings,
    redo: bool,
    now: DateTime<Utc>,
) -> Result<Change<()>> {
    let transaction = conn.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    let (journal_id, op) = find_next(&transaction, redo)?.ok_or(Error::NothingLeft { redo })?;
    let mut changeset = changeset::read(&transaction, journal_id)?;
    if !redo {
        let mut inverse = Vec::new();
        invert_strm(&mut changeset.as_slice(), &mut inverse)?;
        changeset = inverse;
    }
    let mut touched = replay::replay(&transaction, &changeset, settings.large_changeset)?;
    // Of a large action it is large.
    drop(changeset);
    let (tables, renamed) = (touched.names(), std::mem::take(&mut touched.renamed));
    derived::refresh(
        &transaction,
        touched.stale(&transaction)?,
        &settings.derived,
        &mut no_progress,
    )?;
    let state = if redo { "done" } else { "undone" };
    transaction.execute(
        "UPDATE journal SET state = ?2 WHERE id = ?1",
        params![journal_id, state],
    )?;
    let line = Line {
        at: time::store(now),
        action: if redo { Action::Redo } else { Action::Undo },
        journal_id,
        op: &op,
        author: &settings.author,
    };
    append(&transaction, &line, &[common_subject(&transaction, journal_id)?])?;
    transaction.commit()?;
    Ok(Change {
        output: (),
        op: Op::read(&op),
        tables,
        renamed,
    })
}

/// The last line of the history, and the action that it tells of: no two files share one. What was read of a coalition holds as
/// long as this stays.
pub type Revision = (i64, i64);

/// What was done last in a coalition.
pub fn revision(conn: &Connection) -> Result<Revision> {
    Ok(conn
        .prepare_cached("SELECT seq, journal_id FROM event ORDER BY seq DESC LIMIT 1")?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?
        .unwrap_or_default())
}

/// Puts everything that was done so far beyond undoing.
pub fn clear_undo_stack(conn: &Connection) -> Result<()> {
    conn.execute("UPDATE journal SET state = 'dropped', changeset = x''", [])?;
    Ok(())
}

/// Notes in the history what can't be undone.
pub fn append_final(
    transaction: &Transaction,
    author: &str,
    op: &Op,
    subject: Subject,
    now: DateTime<Utc>,
) -> Result<()> {
    let mut tx = Tx::begin(transaction, op.clone(), now)?;
    let (journal_id, word) = (JournalId(tx.id()), json(op)?);
    transaction.execute(
        "INSERT INTO journal (id, seq, at, op, changeset, author, state) VALUES (?1, ?2, ?3, ?4, x'', ?5, 'dropped')",
        params![journal_id, tx.seq, time::store(now), word, author],
    )?;
    let line = Line {
        at: time::store(now),
        action: Action::Do,
        journal_id,
        op: &word,
        author,
    };
    append(transaction, &line, &[subject])
}

/// A line for each entry that undo or redo needs and that can't be read.
pub fn faults(conn: &Connection) -> Result<Vec<String>> {
    let mut statement = conn.prepare("SELECT seq, id FROM journal ORDER BY seq")?;
    let entries = statement.query_map([], |row| Ok((row.get::<_, i64>(0)?, row.get(1)?)))?;
    let mut faults = Vec::new();
    for entry in entries {
        let (seq, id) = entry?;
        if changeset::read(conn, id)
            .and_then(|changeset| read_touched(&mut changeset.as_slice()))
            .is_err()
        {
            faults.push(format!("journal entry {seq} cannot be read"));
        }
    }
    Ok(faults)
}

/// The undo stack is the entries in order of time: undo takes the latest that stands, redo the earliest undone. Gives back the
/// action as it is stored.
fn find_next(conn: &Connection, redo: bool) -> Result<Option<(JournalId, String)>> {
    let sql = if redo {
        "SELECT id, op FROM journal WHERE state = 'undone' ORDER BY seq LIMIT 1"
    } else {
        "SELECT id, op FROM journal WHERE state = 'done' ORDER BY seq DESC LIMIT 1"
    };
    Ok(conn
        .prepare_cached(sql)?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?)
}

/// What the lines of an action have in common, for the one line of its undoing. Of an action with a single line it is all of it.
fn common_subject(conn: &Connection, id: JournalId) -> Result<Subject> {
    // Where not all lines have a value, or the same, there is none in common.
    let common = |column: &str| {
        format!(
            "CASE WHEN count({column}) = count(*) AND min({column}) = max({column}) THEN min({column}) END"
        )
    };
    let sql = format!(
        "SELECT {}, {}, {}, {}, {}, {} FROM event WHERE journal_id = ?1 AND action = 'do'",
        common("letter_id"),
        common("organization_id"),
        common("sign_on_id"),
        common("person_id"),
        common("detail"),
        common("authorized_by"),
    );
    Ok(conn.prepare_cached(&sql)?.query_row([id], |row| {
        Ok(Subject {
            letter: row.get(0)?,
            organization: row.get(1)?,
            sign_on: row.get(2)?,
            person: row.get(3)?,
            detail: row.get::<_, Option<String>>(4)?.unwrap_or_default(),
            authorized_by: row.get::<_, Option<String>>(5)?.unwrap_or_default(),
        })
    })?)
}

/// What all lines of the history that an action adds have alike.
struct Line<'a> {
    at: String,
    action: Action,
    journal_id: JournalId,
    /// The action as it is stored.
    op: &'a str,
    author: &'a str,
}

fn append(transaction: &Transaction, line: &Line, subjects: &[Subject]) -> Result<()> {
    let mut statement = transaction.prepare_cached(
        "INSERT INTO event (at, action, journal_id, op, letter_id, organization_id, sign_on_id, person_id, detail,
                            authorized_by, author)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    )?;
    for subject in subjects {
        statement.execute(params![
            line.at,
            line.action.word(),
            line.journal_id,
            line.op,
            subject.letter,
            subject.organization,
            subject.sign_on,
            subject.person,
            subject.detail,
            subject.authorized_by,
            line.author,
        ])?;
    }
    Ok(())
}

fn json(op: &Op) -> Result<String> {
    serde_json::to_string(op).map_err(|_| Error::Damaged)
}
