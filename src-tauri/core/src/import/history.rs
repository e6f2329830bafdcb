//! What was imported: kept with its source and with what became of each row, so that the next file with the same headings is
//! read alike and its rows are known again.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, params};

use super::apply::Written;
use super::plan::Earlier;
use super::source::{BETWEEN, LIST_HEADINGS, OpenSource};
use super::{ImportPlan, ImportTarget, Outcome, PlannedRow};
use crate::coalition::Coalition;
use crate::letter::LetterRef;
use base::error::{Error, Result};
use base::messages::Message;
use base::time;
use reading::columns::{self, Mapping, Remembered};
use reading::format::Format;
use reading::source::{HEADINGS_WITHIN, RememberedFrom, Source};
use store::journal::{Change, Op, Subject, Tx, take_back};
use vocabulary::ids::{ImportId, LetterId};

/// An import.
#[derive(Debug, Clone, PartialEq)]
pub struct Import {
    /// Its id.
    pub id: ImportId,
    /// When, ISO 8601 in UTC.
    pub at: String,
    /// The name of the file; empty of what was pasted.
    pub name: String,
    /// What kind of file it was.
    pub format: Format,
    /// What the rows became: `organizations`, `people` or `sign-ons`.
    pub target: String,
    /// The letter, while it is there.
    pub letter: Option<LetterRef>,
    /// How many rows were read, and of them created, updated, unchanged, rejected and asked.
    pub counts: [usize; 6],
    /// What is known of the source: its SHA-256.
    pub sha256: String,
}

/// A row of an import.
#[derive(Debug, Clone, PartialEq)]
pub struct ImportedRow {
    /// Its number, as the program that made the file counted.
    pub number: u32,
    /// What it named.
    pub name: String,
    /// What became of it.
    pub outcome: Outcome,
    /// Why.
    pub reason: String,
    /// Its cells.
    pub cells: Vec<String>,
}

impl Coalition {
    /// Every import, the latest first.
    pub fn list_imports(&self) -> Result<Vec<Import>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT i.id, i.at, i.name, i.format, i.target, l.id, l.title, i.read, i.created, i.updated, i.unchanged,
                    i.rejected, i.asked, i.sha256
             FROM import i LEFT JOIN letter l ON l.id = i.letter_id ORDER BY i.at DESC, i.entered DESC, i.id DESC",
        )?;
        let rows = statement.query_map([], |row| {
            let letter: Option<LetterId> = row.get(5)?;
            let title: Option<String> = row.get(6)?;
            let mut counts = [0; 6];
            for (at, count) in counts.iter_mut().enumerate() {
                *count = row.get::<_, u32>(7 + at)? as usize;
            }
            Ok(Import {
                id: row.get(0)?,
                at: row.get(1)?,
                name: row.get(2)?,
                format: Format::from_word(&row.get::<_, String>(3)?).unwrap_or(Format::Unknown),
                target: row.get(4)?,
                letter: letter.zip(title).map(|(id, title)| LetterRef { id, title }),
                counts,
                sha256: row.get(13)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The import with this id.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn get_import(&self, id: ImportId) -> Result<Import> {
        let all = self.list_imports()?;
        all.into_iter()
            .find(|import| import.id == id)
            .ok_or_else(|| Error::NotFound {
                what: "import",
                reference: id.to_string(),
            })
    }

    /// Takes one import back, whatever was done since elsewhere, as an action that can be undone itself. What was changed or used of
    /// what came with it stands in its way.
    ///
    /// # Errors
    /// [`Error::NotFound`]; a rule: something was built on it since, or undo no longer reaches it.
    pub fn undo_import(&mut self, id: ImportId, now: DateTime<Utc>) -> Result<Change<()>> {
        let import = self.get_import(id)?;
        let entered: i64 = self
            .conn
            .prepare_cached("SELECT entered FROM import WHERE id = ?1")?
            .query_row([id], |row| row.get(0))?;
        let large = self.settings.large_changeset;
        let undone = self.transact(Op::UndoImport { name: import.name }, now, |tx| {
            tx.event(Subject {
                letter: import.letter.map(|letter| letter.id),
                ..Subject::default()
            });
            take_back(tx, entered, large)
        });
        undone.map_err(|error| match error {
            Error::NothingLeft { .. } => Error::rule(Message::new("error-import-beyond")),
            Error::Rule { message, .. } if message.id() == "error-undo-conflict" => {
                Error::rule(Message::new("error-import-used"))
            }
            other => other,
        })
    }

    /// The source of an import, as it came.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn get_import_source(&self, id: ImportId) -> Result<Vec<u8>> {
        store::stored_file::get(&self.conn, &self.get_import(id)?.sha256)
    }

    /// A part of the rows of an import, of one outcome or of all, and how many there are.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn list_import_rows(
        &self,
        id: ImportId,
        outcomes: &[Outcome],
        offset: usize,
        limit: usize,
        language: base::messages::Language,
    ) -> Result<(usize, Vec<ImportedRow>)> {
        self.get_import(id)?;
        let words: Vec<String> = outcomes
            .iter()
            .map(|outcome| format!("'{}'", outcome.word()))
            .collect();
        let only = if words.is_empty() {
            String::new()
        } else {
            format!("AND outcome IN ({})", words.join(", "))
        };
        let total: u32 = self
            .conn
            .prepare_cached(&format!(
                "SELECT count(*) FROM import_row WHERE import_id = ?1 {only}"
            ))?
            .query_row([id], |row| row.get(0))?;
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT number, name, outcome, reason, cells FROM import_row WHERE import_id = ?1 {only}
             ORDER BY position LIMIT ?2 OFFSET ?3"
        ))?;
        let rows = statement.query_map(
            params![
                id,
                i64::try_from(limit).unwrap_or(i64::MAX),
                i64::try_from(offset).unwrap_or(i64::MAX)
            ],
            |row| {
                let (cells, reason): (String, String) = (row.get(4)?, row.get(3)?);
                Ok(ImportedRow {
                    number: row.get(0)?,
                    name: row.get(1)?,
                    outcome: Outcome::find(&row.get::<_, String>(2)?).unwrap_or(Outcome::Rejected),
                    // What its outcome says.
                    reason: if reason == Message::new("import-new").to_json() {
                        String::new()
                    } else {
                        read_message(&reason, language)
                    },
                    cells: cells.split(BETWEEN).map(str::to_owned).collect(),
                })
            },
        )?;
        Ok((total as usize, rows.collect::<rusqlite::Result<_>>()?))
    }

    /// The headings of an import, from its source; empty when they can't be read any more.
    pub fn import_headings(&self, id: ImportId) -> Result<Vec<String>> {
        let found: Option<(String, String)> = self
            .conn
            .prepare_cached("SELECT format, options FROM import WHERE id = ?1")?
            .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let Some((format, options)) = found else {
            return Ok(Vec::new());
        };
        if Format::from_word(&format) == Some(Format::List) {
            return Ok(LIST_HEADINGS.map(str::to_owned).to_vec());
        }
        let bytes = self.get_import_source(id)?;
        let options = serde_json::from_str(&options).unwrap_or_default();
        let opened = Source::open("", bytes, Format::from_word(&format), options);
        Ok(match opened {
            Ok(reading::source::Opened::Table(source)) => {
                source.table().headings().into_iter().map(str::to_owned).collect()
            }
            _ => Vec::new(),
        })
    }

    /// Gives a source the mapping of the last one with the same headings.
    pub fn recall_mapping(&self, source: &mut Source) -> Result<()> {
        if !source.mails().is_empty() {
            return Ok(());
        }
        let mut found = self.remembered(&headings_of(source))?;
        // Headings that nothing tells from data are known again once a person said that they are some.
        if source.table().header().is_none() && source.options().header.is_none() {
            for row in 0..HEADINGS_WITHIN.min(source.table().len()) {
                let cells: Vec<&str> = source
                    .table()
                    .row(row)
                    .map_or_else(Vec::new, |row| row.cells().collect());
                found = self.remembered(&columns::fingerprint(&cells))?;
                if found.is_some() {
                    source.set_header(row);
                    break;
                }
            }
        }
        let Some((json, name, at)) = found else {
            return Ok(());
        };
        // A mapping that another version wrote and that can't be read is guessed again.
        if let Ok(remembered) = serde_json::from_str::<Remembered>(&json) {
            let day = at.split('T').next().unwrap_or("").to_owned();
            let mapping = Mapping::recall(source.table(), &remembered);
            source.recall(mapping, RememberedFrom { day, name });
        }
        Ok(())
    }

    /// The mapping of the last import with these headings, the name of its file, and when it was.
    fn remembered(&self, fingerprint: &str) -> Result<Option<(String, String, String)>> {
        if fingerprint.is_empty() {
            return Ok(None);
        }
        Ok(self
            .conn
            .prepare_cached(
                "SELECT mapping, name, at FROM import WHERE fingerprint = ?1 ORDER BY at DESC, entered DESC, id DESC LIMIT 1",
            )?
            .query_row([fingerprint], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .optional()?)
    }

    /// What earlier imports with the same headings into the same place made of rows that can be known again. One that wrote nothing
    /// made nothing of them: it stays when what it found there is undone.
    pub(super) fn earlier_rows(
        &self,
        fingerprint: &str,
        target: &ImportTarget,
    ) -> Result<HashMap<i64, Earlier>> {
        // Nobody answered a letter that is only begun.
        if matches!(target, ImportTarget::NewLetter { .. }) {
            return Ok(HashMap::new());
        }
        let mut statement = self.conn.prepare_cached(
            "SELECT r.identity, r.content, r.organization_id, r.person_id, r.sign_on_id
             FROM import i JOIN import_row r ON r.import_id = i.id
             WHERE i.fingerprint = ?1 AND i.target = ?2 AND i.letter_id IS ?3 AND r.identity IS NOT NULL
               AND r.outcome IN ('created', 'updated', 'unchanged') AND i.created + i.updated > 0
             ORDER BY i.at, i.entered, i.id",
        )?;
        let rows = statement.query_map(params![fingerprint, target.word(), target.letter_id()], |row| {
            Ok((
                row.get(0)?,
                Earlier {
                    content: row.get(1)?,
                    organization: row.get(2)?,
                    person: row.get(3)?,
                    sign_on: row.get(4)?,
                },
            ))
        })?;
        // Later imports come later and overwrite.
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

/// What a source's headings are known by; empty where it has none.
pub(super) fn fingerprint(source: &OpenSource) -> String {
    source.table().map_or_else(String::new, headings_of)
}

fn headings_of(source: &Source) -> String {
    match source.table().header() {
        Some(_) => columns::fingerprint(&source.table().headings()),
        None => String::new(),
    }
}

/// Keeps an import within its action, and gives back its id for its rows. `letter` is where its sign-ons go.
pub(super) fn keep(
    tx: &mut Tx,
    source: &OpenSource,
    plan: &ImportPlan,
    letter: Option<LetterId>,
) -> Result<ImportId> {
    let sha = store::stored_file::put(tx, source.bytes())?;
    let id = ImportId(tx.id());
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let count = |outcome| number(plan.count(outcome));
    // A list is read in one way only.
    let (options, mapping) = match source.table() {
        Some(table) => (
            serde_json::to_string(table.options()),
            serde_json::to_string(&table.mapping().remember(table.table())),
        ),
        None => (Ok("{}".to_owned()), Ok("{}".to_owned())),
    };
    tx.conn
        .prepare_cached(
            "INSERT INTO import (id, at, name, format, target, letter_id, fingerprint, options, mapping, sha256, read,
                                 created, updated, unchanged, rejected, asked, entered)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)",
        )?
        .execute(params![
            id,
            time::store(tx.now),
            source.name(),
            source.format().word(),
            plan.target.word(),
            letter,
            fingerprint(source),
            options.map_err(|_| Error::Damaged)?,
            mapping.map_err(|_| Error::Damaged)?,
            sha,
            number(plan.rows.len()),
            count(Outcome::Created),
            count(Outcome::Updated),
            count(Outcome::Unchanged),
            count(Outcome::Rejected),
            count(Outcome::Asked),
            tx.entered(),
        ])?;
    Ok(id)
}

/// A row to keep.
pub(super) struct KeptRow<'a> {
    pub position: usize,
    pub number: u32,
    pub name: &'a str,
    pub cells: String,
    pub identity: Option<i64>,
    pub content: i64,
    pub planned: &'a PlannedRow,
    pub written: Written,
}

/// Keeps a row of an import within its action.
pub(super) fn keep_row(tx: &Tx, id: ImportId, row: &KeptRow) -> Result<()> {
    // A row that changes nothing has no step, and is about an organization all the same.
    let known = row.planned.organization.as_ref();
    let known = known.filter(|_| row.planned.outcome == Outcome::Unchanged);
    tx.conn
        .prepare_cached(
            "INSERT INTO import_row (import_id, position, number, outcome, name, reason, cells, identity, content,
                                     organization_id, person_id, sign_on_id)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        )?
        .execute(params![
            id,
            i64::try_from(row.position).unwrap_or(i64::MAX),
            row.number,
            row.planned.outcome.word(),
            row.name,
            row.planned.question().to_json(),
            row.cells,
            row.identity,
            row.content,
            row.written.organization.or(known.map(|known| known.id)),
            row.written.person,
            row.written.sign_on,
        ])?;
    Ok(())
}

/// A kept message as a sentence.
fn read_message(json: &str, language: base::messages::Language) -> String {
    base::messages::sentence_of_json(json, language).unwrap_or_default()
}
