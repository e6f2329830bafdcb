//! The tables of a coalition: the migrations that make them, and what must be exactly so in a file from anywhere.

use std::path::Path;

use rusqlite::{Connection, OptionalExtension};

use super::{configure, user_version};
use crate::derived;
use crate::digest::sha256;
use base::error::{Error, Result};
use base::progress::no_progress;
use names::fold::name_start;
use names::sort::sort_key_version;

/// One script a version; the file's `user_version` counts how many it has had.
pub const MIGRATIONS: &[&str] = &[
    include_str!("../../migrations/001_init.sql"),
    include_str!("../../migrations/002_contacts.sql"),
    include_str!("../../migrations/003_ledger.sql"),
    include_str!("../../migrations/004_imports.sql"),
    include_str!("../../migrations/005_texts.sql"),
    include_str!("../../migrations/006_refusals.sql"),
    include_str!("../../migrations/007_positions.sql"),
    include_str!("../../migrations/008_yes_and_no.sql"),
    include_str!("../../migrations/009_consent.sql"),
    include_str!("../../migrations/010_journal.sql"),
    include_str!("../../migrations/011_derived.sql"),
    include_str!("../../migrations/012_texts_of_organizations.sql"),
    include_str!("../../migrations/013_texts_listed.sql"),
    include_str!("../../migrations/014_accepted.sql"),
    include_str!("../../migrations/015_forgetting.sql"),
    include_str!("../../migrations/016_asks.sql"),
    include_str!("../../migrations/017_logos.sql"),
    include_str!("../../migrations/018_attachments.sql"),
];

/// Runs the migrations that the file has not had, each in a transaction of its own.
pub fn migrate(conn: &mut Connection) -> Result<()> {
    let version = user_version(conn)?;
    if version == MIGRATIONS.len() {
        return Ok(());
    }
    for (number, script) in (1u32..).zip(MIGRATIONS).skip(version) {
        let tx = conn.transaction()?;
        tx.execute_batch(script)?;
        tx.pragma_update(None, "user_version", number)?;
        tx.commit()?;
    }
    if version > 0 {
        // Whatever a migration changed, what is derived says so: none keeps it by itself.
        let tx = conn.transaction()?;
        derived::rebuild(&tx, &derived::Thresholds::default(), &mut no_progress)?;
        tx.commit()?;
    }
    Ok(())
}

/// Makes the tables that a file of this version has, in an empty database.
pub(super) fn make(conn: &Connection, version: usize) -> Result<()> {
    for script in MIGRATIONS.iter().take(version) {
        conn.execute_batch(script)?;
    }
    Ok(conn.pragma_update(None, "user_version", u32::try_from(version).unwrap_or(0))?)
}

/// The version whose schema a file has, whatever its header says; None when it is no coalition's.
pub(super) fn version_by_schema(conn: &Connection) -> Result<Option<usize>> {
    let found = schema(conn)?;
    for version in (1..=MIGRATIONS.len()).rev() {
        let expected = Connection::open_in_memory()?;
        configure(&expected)?;
        make(&expected, version)?;
        if found == schema(&expected)? {
            return Ok(Some(version));
        }
    }
    Ok(None)
}

/// Which rules made the keys and indexes that a file holds: it changes with the collation data and with how names are
/// folded.
pub fn derived_version() -> String {
    format!(
        "{} {}",
        sort_key_version(),
        name_start("The Ænima–Ćuk ‘Ñandú’ & Straße ΕΛΛΆΔΑ")
    )
}

/// Makes the derived rows and indexes anew when other rules made them than those of this program.
pub fn refresh_derived(conn: &mut Connection) -> Result<()> {
    let version = derived_version();
    let made_by: Option<String> = conn
        .query_row("SELECT version FROM derived", [], |row| row.get(0))
        .optional()?;
    if made_by.as_ref() == Some(&version) {
        return Ok(());
    }
    let tx = conn.transaction()?;
    if made_by.is_some() {
        derived::rebuild(&tx, &derived::Thresholds::default(), &mut no_progress)?;
        tx.execute_batch("REINDEX")?;
    }
    tx.execute("DELETE FROM derived", [])?;
    tx.execute("INSERT INTO derived (version) VALUES (?1)", [version])?;
    tx.commit()?;
    Ok(())
}

/// The SHA-256 of the schema that all migrations make, so that a file of today's version is opened without making it again.
const NEWEST: &str = "a1a0987fad9ab2da963667fba1bf31ff99a7b856b0913a133d517205655b38a0";

/// The SHA-256 of a schema, each of its texts with its length before it.
fn digest(schema: &[SchemaRow]) -> String {
    let mut texts = Vec::new();
    for (kind, name, sql) in schema {
        for text in [kind.as_str(), name, sql.as_deref().unwrap_or_default()] {
            texts.extend(text.len().to_be_bytes());
            texts.extend(text.as_bytes());
        }
    }
    sha256(&texts)
}

/// Refuses a file whose schema is not the one that our migrations make up to its version.
pub fn check_schema(conn: &Connection, version: usize, path: &Path) -> Result<()> {
    if version == MIGRATIONS.len() && digest(&schema(conn)?) == NEWEST {
        return Ok(());
    }
    let expected = Connection::open_in_memory()?;
    configure(&expected)?;
    make(&expected, version)?;
    if schema(conn)? == schema(&expected)? {
        Ok(())
    } else {
        Err(Error::NotACoalition(path.to_path_buf()))
    }
}

/// Type, name and statement of what a file holds.
type SchemaRow = (String, String, Option<String>);

/// Whether SQLite made it by itself: the index of a UNIQUE or a key, the numbers of AUTOINCREMENT, and what ANALYZE counted. By
/// its exact form: any name can be written into a file that begins with `sqlite_`.
fn is_sqlites_own((kind, name, sql): &SchemaRow) -> bool {
    match (kind.as_str(), sql.as_deref()) {
        ("index", None) => name.starts_with("sqlite_autoindex_"),
        ("table", Some(sql)) => matches!(
            (name.as_str(), sql),
            ("sqlite_sequence", "CREATE TABLE sqlite_sequence(name,seq)")
                | ("sqlite_stat1", "CREATE TABLE sqlite_stat1(tbl,idx,stat)")
                | (
                    "sqlite_stat4",
                    "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)"
                )
        ),
        _ => false,
    }
}

fn schema(conn: &Connection) -> Result<Vec<SchemaRow>> {
    let mut statement = conn.prepare("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let all: Vec<SchemaRow> = rows.collect::<rusqlite::Result<_>>()?;
    Ok(all.into_iter().filter(|row| !is_sqlites_own(row)).collect())
}

/// Drops the triggers that forbid changes, and returns the statements that recreate them.
pub fn take_down_guards(conn: &Connection) -> Result<Vec<String>> {
    let mut statement = conn.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")?;
    let found = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?;
    let found: Vec<(String, String)> = found.collect::<rusqlite::Result<_>>()?;
    drop(statement);
    let mut guards = Vec::with_capacity(found.len());
    for (name, sql) in found {
        conn.execute_batch(&format!("DROP TRIGGER {name}"))?;
        guards.push(sql);
    }
    Ok(guards)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digest_is_that_of_the_schema_which_all_migrations_make() {
        let conn = Connection::open_in_memory().unwrap();
        configure(&conn).unwrap();
        make(&conn, MIGRATIONS.len()).unwrap();
        let found = schema(&conn).unwrap();
        assert_eq!(
            digest(&found),
            NEWEST,
            "the schema changed: write its digest here"
        );
        let mut moved = found;
        let name = std::mem::take(&mut moved[0].1);
        moved[0].0.push_str(&name);
        assert_ne!(digest(&moved), NEWEST, "where one text ends and the next begins");
    }
}
