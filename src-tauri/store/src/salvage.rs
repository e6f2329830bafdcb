//! What can be read of a damaged file, as a new one. The damaged file is left as it is.
//!
//! Each table is read row by row past the pages that are damaged ([`rows`]); what is derived is made anew. A row that refers to one that
//! is lost loses the reference, or is left out where it can't be without. Undo steps go when anything is missing: they would change rows
//! that are not there.

mod rows;

use std::path::Path;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, params_from_iter};

use base::error::{Error, Result};
use base::files::{Part, PrivateFolder};
use base::messages::Message;
use base::passphrase::Passphrase;

use crate::db::{self, DOMAIN_TABLES, DamagedFile, take_down_guards};
use crate::journal::{self, Op, Subject};
use crate::stored_file;

use rows::{Table, read_rows};

/// What is kept beside the domain's own tables.
const KEPT_BESIDE: [&str; 4] = ["stored_file", "import_row", "journal", "event"];

/// What was read of a damaged file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Salvaged {
    /// How many rows were read.
    pub rows: u32,
    /// The tables of which rows are missing.
    pub losses: Vec<Loss>,
    /// How many rows lost a reference to one that is missing, or were left out for it.
    pub dangling: u32,
    /// Whether undo reaches no further back than this.
    pub undo_cleared: bool,
}

/// A table of which rows are missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loss {
    /// Its name, as in an export.
    pub table: String,
    /// How many rows were read.
    pub read: u32,
    /// How many are missing; None when that can't be told either.
    pub missing: Option<u32>,
}

impl Salvaged {
    /// What was read and what was not, as a sentence.
    pub fn message(&self, to: &Path) -> Message {
        let losses = self.losses.iter().map(|loss| {
            let table = loss.table.replace('_', " ");
            match loss.missing {
                Some(missing) => format!(
                    "{table} ({missing}/{})",
                    u64::from(loss.read) + u64::from(missing)
                ),
                None => table,
            }
        });
        let losses = losses.collect::<Vec<_>>().join(", ");
        Message::new(if losses.is_empty() {
            "salvaged-all"
        } else {
            "salvaged-part"
        })
        .number("rows", self.rows as usize)
        .text("file", to.display().to_string())
        .text("losses", losses)
        .text("undo", if self.undo_cleared { "cleared" } else { "kept" })
    }
}

/// Reads what can be read of a damaged file into a new one, which is locked with the same passphrase.
///
/// # Errors
/// [`Error::FileExists`] for the new file; [`Error::Locked`], [`Error::WrongPassphrase`] (also of a locked file whose first page is
/// damaged); [`Error::NotACoalition`] when not even its tables can be told.
pub fn salvage(from: &Path, to: &Path, key: Option<&Passphrase>, now: DateTime<Utc>) -> Result<Salvaged> {
    if !from.exists() {
        return Err(Error::FileMissing(from.to_path_buf()));
    }
    if to.exists() {
        return Err(Error::FileExists(to.to_path_buf()));
    }
    let folder = PrivateFolder::beside(to)?;
    let mut source = DamagedFile::open(from, &folder.path, key)?;
    let part = Part::beside(to)?;
    let mut target = db::create_at_version(&part.path, source.key(), source.version)?;
    let salvaged = fill(&mut source, &mut target, now)?;
    drop(target);
    part.sync().map_err(|error| Error::file(to, error))?;
    part.put_in_place(to)?;
    Ok(salvaged)
}

fn fill(source: &mut DamagedFile, target: &mut Connection, now: DateTime<Utc>) -> Result<Salvaged> {
    let mut salvaged = Salvaged {
        rows: 0,
        losses: Vec::new(),
        dangling: 0,
        undo_cleared: false,
    };
    let tx = target.transaction()?;
    let guards = take_down_guards(&tx)?;
    for name in DOMAIN_TABLES.iter().chain(&KEPT_BESIDE) {
        let Some(table) = Table::of(&tx, name)? else {
            continue;
        };
        let insert = table.insert();
        let mut statement = tx.prepare(&insert)?;
        let (mut read, mut refused) = (0u32, 0u32);
        let complete = read_rows(source, &table, &mut |cells| {
            // What a damaged page gives can break the rules of a table.
            match statement.execute(params_from_iter(cells)) {
                Ok(_) => read += 1,
                Err(_) => refused += 1,
            }
        })?;
        salvaged.rows = salvaged.rows.saturating_add(read);
        if !complete || refused > 0 {
            let all = rows::count(source, name)?;
            salvaged.losses.push(Loss {
                table: (*name).to_owned(),
                read,
                missing: all.and_then(|all| all.checked_sub(read)),
            });
        }
    }
    salvaged.dangling = drop_wrong_files(&tx)? + drop_dangling(&tx)?;
    if !salvaged.losses.is_empty() || salvaged.dangling > 0 {
        salvaged.undo_cleared = true;
        journal::clear_undo_stack(&tx)?;
    }
    for guard in guards {
        tx.execute_batch(&guard)?;
    }
    tx.commit()?;
    db::finish(target)?;
    let tx = target.transaction()?;
    journal::append_final(&tx, "", &Op::Salvage, Subject::default(), now)?;
    tx.commit()?;
    Ok(salvaged)
}

/// Takes out stored files that are not what their names say, and puts a note in place of those that are missing; gives how many rows
/// named one.
fn drop_wrong_files(tx: &Connection) -> Result<u32> {
    if Table::of(tx, "stored_file")?.is_none() {
        return Ok(0);
    }
    for sha in stored_file::wrong(tx)? {
        tx.execute("DELETE FROM stored_file WHERE sha256 = ?1", [sha])?;
    }
    const GONE: &str = "sha256 IS NOT NULL AND sha256 NOT IN (SELECT sha256 FROM stored_file)";
    let evidence = tx.execute(
        &format!("UPDATE evidence SET sha256 = NULL, bytes = NULL, name = '', media = '' WHERE {GONE}"),
        [],
    )?;
    let mut imports = 0;
    if Table::of(tx, "import")?.is_some() {
        let note = stored_file::put_note(tx, "This file could not be read: the coalition was damaged.\n")?;
        imports = tx.execute(&format!("UPDATE import SET sha256 = ?1 WHERE {GONE}"), [note])?;
    }
    Ok(u32::try_from(evidence + imports).unwrap_or(u32::MAX))
}

/// Takes out references to rows that are missing, and the rows that can't be without; gives how many.
fn drop_dangling(tx: &Connection) -> Result<u32> {
    let mut all = 0;
    loop {
        let mut found = 0;
        for table in DOMAIN_TABLES {
            for (column, parent, key) in references(tx, table)? {
                let dangling =
                    format!("{column} IS NOT NULL AND {column} NOT IN (SELECT {key} FROM {parent})");
                let cleared = tx.execute(
                    &format!("UPDATE {table} SET {column} = NULL WHERE {dangling}"),
                    [],
                );
                found += match cleared {
                    Ok(cleared) => cleared,
                    Err(_) => tx.execute(&format!("DELETE FROM {table} WHERE {dangling}"), [])?,
                };
            }
        }
        // A row that was left out can be what another refers to.
        if found == 0 {
            return Ok(all);
        }
        all += u32::try_from(found).unwrap_or(u32::MAX);
    }
}

/// The references of a table: the column, and the table and column that it refers to.
fn references(conn: &Connection, table: &str) -> Result<Vec<(String, String, String)>> {
    let mut statement =
        conn.prepare("SELECT \"from\", \"table\", \"to\" FROM pragma_foreign_key_list(?1)")?;
    let rows = statement.query_map([table], |row| {
        let key: Option<String> = row.get(2)?;
        Ok((row.get(0)?, row.get(1)?, key.unwrap_or_else(|| "id".to_owned())))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
