//! The journal: every action of the person as one entry that can be undone, and the history that tells of it.
//!
//! An action is an [`Op`]. `Coalition::transact` records the changeset of the domain tables by SQLite's session
//! extension; undo applies its inverse, redo applies it again. Nothing here knows what an action did, so imports and
//! merges are undone without code of their own. The history (`event`) is append-only: undo adds to it. It is written here and
//! read in `history.rs`. The actions themselves and their sentences are in `journal/op.rs`, the applying of changesets in
//! `journal/replay.rs`.

mod op;
mod replay;

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use rusqlite::config::DbConfig;
use rusqlite::session::{Session, invert_strm};
use rusqlite::{Connection, OptionalExtension, Transaction, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::db::DOMAIN_TABLES;
use crate::error::{Error, Result};
use crate::ids::IdSequence;
use crate::time;
use vocabulary::ids::{AliasId, JournalId, LetterId, OrganizationId, PersonId, SignOnId};

pub use op::Op;

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
    pub(crate) renamed: Renamed,
}

/// The organizations of which a name or an alias came, went or changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Renamed {
    /// Whether organizations or people came or went.
    pub(crate) came_or_went: bool,
    pub(crate) organizations: BTreeSet<OrganizationId>,
    /// Aliases that changed where they were: whose they are, the changeset does not say.
    pub(crate) aliases: BTreeSet<AliasId>,
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
#[ts(export)]
pub enum Action {
    /// It was done.
    Do,
    /// It was undone.
    Undo,
    /// It was done again.
    Redo,
}

impl Action {
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Do => "do",
            Self::Undo => "undo",
            Self::Redo => "redo",
        }
    }

    /// The action of this word; "do" for any other, which the file's own rules keep out.
    pub(crate) fn of(word: &str) -> Self {
        match word {
            "undo" => Self::Undo,
            "redo" => Self::Redo,
            _ => Self::Do,
        }
    }
}

/// What an event is about.
#[derive(Debug, Clone, Default)]
pub(crate) struct Subject {
    pub(crate) letter: Option<LetterId>,
    pub(crate) organization: Option<OrganizationId>,
    pub(crate) sign_on: Option<SignOnId>,
    pub(crate) person: Option<PersonId>,
    pub(crate) detail: String,
    /// Who authorized it, or empty.
    pub(crate) authorized_by: String,
}

/// The open transaction of one action: the only place from which the domain is written.
pub struct Tx<'conn> {
    pub(crate) conn: &'conn Connection,
    pub(crate) now: DateTime<Utc>,
    /// The action; an action that learns only while it runs what its sentence should say mends it here.
    pub(crate) op: Op,
    ids: IdSequence,
    subjects: Vec<Subject>,
}

impl Tx<'_> {
    /// A new id.
    pub(crate) fn id(&mut self) -> i64 {
        self.ids.next()
    }

    /// The time of the action, as it is stored.
    pub(crate) fn at(&self) -> String {
        time::store(self.now)
    }

    /// Adds a line to the history of what this action is about.
    pub(crate) fn event(&mut self, subject: Subject) {
        self.subjects.push(subject);
    }
}

/// Runs one action: all of it is written with its journal entry and its events, or nothing is.
pub(crate) fn transact<T>(
    conn: &mut Connection,
    op: Op,
    now: DateTime<Utc>,
    act: impl FnOnce(&mut Tx) -> Result<T>,
) -> Result<Change<T>> {
    let transaction = conn.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    let mut session = Session::new(&transaction)?;
    for table in DOMAIN_TABLES {
        session.attach(Some(*table))?;
    }
    let mut tx = Tx {
        conn: &transaction,
        now,
        op,
        ids: IdSequence::draw()?,
        subjects: Vec::new(),
    };
    let output = act(&mut tx)?;
    let journal_id = JournalId(tx.id());
    let Tx { op, mut subjects, .. } = tx;
    let changeset = record(&mut session)?;
    drop(session);
    let (tables, renamed) = touched(&changeset)?;
    // An action that changed nothing leaves nothing to undo, and nothing to tell.
    if !tables.is_empty() {
        if subjects.is_empty() {
            subjects.push(Subject::default());
        }
        transaction.execute("UPDATE journal SET state = 'dropped' WHERE state = 'undone'", [])?;
        transaction.execute(
            "INSERT INTO journal (id, seq, at, op, changeset)
             VALUES (?1, (SELECT coalesce(max(seq), 0) + 1 FROM journal), ?2, ?3, ?4)",
            params![journal_id, time::store(now), json(&op)?, changeset],
        )?;
        append(&transaction, now, Action::Do, journal_id, &op, &subjects)?;
    }
    transaction.commit()?;
    Ok(Change {
        output,
        op,
        tables,
        renamed,
    })
}

/// Runs what nobody did, such as filling an empty coalition: all of it is written or nothing is, without a journal entry
/// (a changeset of everything would be as large as the file, and held in memory) and without a line in the history.
///
/// Triggers rest meanwhile, so that the derived rows are not made again with every row that they rest on: `act` makes them
/// when the rest is written.
pub(crate) fn unrecorded<T>(conn: &mut Connection, act: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
    // Every index is written to all over: pages that do not fit into memory would be written and read again and again.
    let usual: i64 = conn.pragma_query_value(None, "cache_size", |row| row.get(0))?;
    conn.pragma_update(None, "cache_size", -512 * 1024)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
    let done = whole(conn, act);
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, true)?;
    conn.pragma_update(None, "cache_size", usual)?;
    done
}

fn whole<T>(conn: &mut Connection, act: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
    let transaction = conn.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    let output = act(&transaction)?;
    transaction.commit()?;
    Ok(output)
}

/// Writes what is no action of a person: a fact about `table` that is kept beside the journal, with nothing to undo and no line
/// in the history.
pub(crate) fn aside<T>(
    conn: &mut Connection,
    op: Op,
    now: DateTime<Utc>,
    table: &str,
    act: impl FnOnce(&mut Tx) -> Result<T>,
) -> Result<Change<T>> {
    let transaction = conn.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    let mut tx = Tx {
        conn: &transaction,
        now,
        op,
        ids: IdSequence::draw()?,
        subjects: Vec::new(),
    };
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

/// The sentence of the action that undo (or redo) would take next.
pub(crate) fn next(conn: &Connection, redo: bool) -> Result<Option<Op>> {
    Ok(find_next(conn, redo)?.map(|(_, op, _)| op))
}

/// Undoes the last action that stands, or does the last undone one again.
pub(crate) fn step(conn: &mut Connection, redo: bool, now: DateTime<Utc>) -> Result<Change<()>> {
    let transaction = conn.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    let (id, op, changeset) = find_next(&transaction, redo)?.ok_or(Error::NothingLeft { redo })?;
    let (tables, renamed) = touched(&changeset)?;
    let mut apply = Vec::new();
    if redo {
        apply = changeset;
    } else {
        invert_strm(&mut changeset.as_slice(), &mut apply)?;
        // Of a large action it is large.
        drop(changeset);
    }
    replay::replay(&transaction, &apply)?;
    let state = if redo { "done" } else { "undone" };
    transaction.execute("UPDATE journal SET state = ?2 WHERE id = ?1", params![id, state])?;
    let subjects = subjects(&transaction, id)?;
    append(
        &transaction,
        now,
        if redo { Action::Redo } else { Action::Undo },
        id,
        &op,
        &subjects,
    )?;
    transaction.commit()?;
    Ok(Change {
        output: (),
        op,
        tables,
        renamed,
    })
}

/// The last line of the history, and the action that it tells of: no two files share one. What was read of a coalition holds as
/// long as this stays.
pub(crate) type Revision = (i64, i64);

/// What was done last in a coalition.
pub(crate) fn revision(conn: &Connection) -> Result<Revision> {
    Ok(conn
        .prepare_cached("SELECT seq, journal_id FROM event ORDER BY seq DESC LIMIT 1")?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?
        .unwrap_or_default())
}

/// Puts everything that was done so far beyond undoing.
pub(crate) fn seal(conn: &Connection) -> Result<()> {
    conn.execute("UPDATE journal SET state = 'dropped'", [])?;
    Ok(())
}

/// The undo stack is the entries in order of time: undo takes the latest that stands, redo the earliest undone.
fn find_next(conn: &Connection, redo: bool) -> Result<Option<(JournalId, Op, Vec<u8>)>> {
    let sql = if redo {
        "SELECT id, op, changeset FROM journal WHERE state = 'undone' ORDER BY seq LIMIT 1"
    } else {
        "SELECT id, op, changeset FROM journal WHERE state = 'done' ORDER BY seq DESC LIMIT 1"
    };
    let found = conn
        .prepare_cached(sql)?
        .query_row([], |row| Ok((row.get(0)?, row.get::<_, String>(1)?, row.get(2)?)))
        .optional()?;
    found
        .map(|(id, op, changeset)| Ok((id, parse(&op)?, changeset)))
        .transpose()
}

/// What the events of an entry were about, to say the same of its undoing.
fn subjects(conn: &Connection, id: JournalId) -> Result<Vec<Subject>> {
    let mut statement = conn.prepare_cached(
        "SELECT letter_id, organization_id, sign_on_id, person_id, detail, authorized_by FROM event
         WHERE journal_id = ?1 AND action = 'do' ORDER BY seq",
    )?;
    let rows = statement.query_map([id], |row| {
        Ok(Subject {
            letter: row.get(0)?,
            organization: row.get(1)?,
            sign_on: row.get(2)?,
            person: row.get(3)?,
            detail: row.get(4)?,
            authorized_by: row.get(5)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn append(
    transaction: &Transaction,
    now: DateTime<Utc>,
    action: Action,
    journal_id: JournalId,
    op: &Op,
    subjects: &[Subject],
) -> Result<()> {
    let (at, op) = (time::store(now), json(op)?);
    let mut statement = transaction.prepare_cached(
        "INSERT INTO event (at, action, journal_id, op, letter_id, organization_id, sign_on_id, person_id, detail,
                            authorized_by)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    )?;
    for subject in subjects {
        statement.execute(params![
            at,
            action.word(),
            journal_id,
            op,
            subject.letter,
            subject.organization,
            subject.sign_on,
            subject.person,
            subject.detail,
            subject.authorized_by,
        ])?;
    }
    Ok(())
}

fn record(session: &mut Session) -> Result<Vec<u8>> {
    let mut changeset = Vec::new();
    session.changeset_strm(&mut changeset)?;
    Ok(changeset)
}

/// The tables that a changeset touches, and the organizations whose names it changes.
pub(crate) fn touched(changeset: &[u8]) -> Result<(BTreeSet<String>, Renamed)> {
    use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator;
    let (mut tables, mut renamed) = (BTreeSet::new(), Renamed::default());
    let input: &mut dyn std::io::Read = &mut &*changeset;
    let mut items = rusqlite::session::ChangesetIter::start_strm(&input)?;
    while let Some(item) = items.next()? {
        let operation = item.op()?;
        let table = operation.table_name();
        if !tables.contains(table) {
            tables.insert(table.to_owned());
        }
        // Of an update the changeset holds the key and the columns that changed, and nothing for the others.
        let before = |column| item.old_value(column).ok().and_then(|value| value.as_i64().ok());
        let after = |column| item.new_value(column).ok().and_then(|value| value.as_i64().ok());
        let updated = operation.code() == rusqlite::hooks::Action::SQLITE_UPDATE;
        renamed.came_or_went |= !updated && matches!(table, "organization" | "person");
        match table {
            "organization" if !updated || item.new_value(NAME).is_ok() => {
                let id = before(ID).or_else(|| after(ID));
                renamed.organizations.extend(id.map(OrganizationId));
            }
            "organization_alias" => {
                let owners = [before(ALIAS_OF), after(ALIAS_OF)].into_iter().flatten();
                renamed.organizations.extend(owners.map(OrganizationId));
                if updated {
                    renamed.aliases.extend(before(ID).map(AliasId));
                }
            }
            _ => {}
        }
    }
    Ok((tables, renamed))
}

/// Columns of `organization` and `organization_alias` by their place, which is all that a changeset knows of them.
const ID: usize = 0;
const NAME: usize = 1;
const ALIAS_OF: usize = 1;

fn json(op: &Op) -> Result<String> {
    serde_json::to_string(op).map_err(|_| Error::Damaged)
}

pub(crate) fn parse(op: &str) -> Result<Op> {
    serde_json::from_str(op).map_err(|_| Error::Damaged)
}
