//! The SQLite file: how it is recognized, opened and brought up to date, and the functions its views and
//! indexes call.
//!
//! A file from anywhere is hostile. Before SQLite sees it, its header says whether it is a coalition and of which
//! version; then its schema must be exactly the one that our migrations make, so that no foreign trigger or view runs.

mod copy;
mod damaged;
mod header;
mod schema;
mod space;

use std::fs::OpenOptions;
use std::path::Path;

use rusqlite::Connection;
use rusqlite::OpenFlags;
use rusqlite::config::DbConfig;
use rusqlite::functions::{Context, FunctionFlags};

use base::error::{Error, Result};
use base::files::{folder_of, make_folder, private};
use base::passphrase::Passphrase;
use names::fold::{name_start, surname_start};
use names::sort::{SortOptions, list_key, person_list_key, sort_key};
use vocabulary::{Membership, OrganizationKind, Scope};

use copy::free_name;
use header::{is_read_only, key_for, unlock};
use schema::{MIGRATIONS, check_schema, migrate, refresh_derived};

pub use copy::{
    back_up, check_copy, copy_pages, copy_with_key, fold_log, open_copy, open_to_look, set_log_aside,
};
pub use damaged::{DamagedFile, create_at_version, finish};
pub use header::is_locked;
pub use schema::take_down_guards;
pub use space::{check_quickly, give_back_space, vacuum};

/// "UNDS", big-endian: what marks a SQLite file as a coalition.
const APPLICATION_ID: u32 = 0x554E_4453;

/// The tables whose rows are the coalition: journaled, undone and redone.
pub const DOMAIN_TABLES: &[&str] = &[
    "organization",
    "organization_alias",
    "organization_tag",
    "logo",
    "not_same",
    "person",
    "contact_point",
    "affiliation",
    "person_tag",
    "saved_filter",
    "letter",
    "letter_lead",
    "letter_version",
    "sign_on",
    "evidence",
    "sign_on_evidence",
    "outreach",
    "ask_code",
    "sent_message",
    "desk_item",
    "template",
    "further_signer",
    "settled_finding",
    "deadline_move",
    "import",
    "block_style",
    "edition",
    "edition_form",
    "edition_name",
];

/// Makes an empty coalition, locked when there is a passphrase. Refuses to write over anything.
pub fn create(path: &Path, key: Option<&Passphrase>) -> Result<Connection> {
    make_folder(folder_of(path))?;
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    private(&mut options);
    options.open(path).map_err(|error| Error::file(path, error))?;
    let made = connect(path, key).and_then(|mut conn| {
        if key.is_none() {
            checksums::begin(&conn, "main")?;
        }
        migrate(&mut conn)?;
        refresh_derived(&mut conn)?;
        log_ahead(&conn)?;
        Ok(conn)
    });
    if made.is_err() {
        // Best effort: the empty file is ours, and the error that is told matters more.
        let _ = std::fs::remove_file(path);
    }
    made
}

/// Opens a coalition, and brings it up to date when an earlier version wrote it.
///
/// # Errors
/// [`Error::NotWritable`] when it can only be read, which [`open_to_look`] does.
pub fn open(path: &Path, key: Option<&Passphrase>) -> Result<Connection> {
    let key = key_for(path, key)?;
    if is_read_only(path) {
        return Err(Error::NotWritable(path.to_path_buf()));
    }
    let mut conn = connect(path, key)?;
    log_ahead(&conn).map_err(|error| at_path(path, error))?;
    let version = check(&conn, path)?;
    if version < MIGRATIONS.len() {
        back_up(&conn, &free_name(path, MIGRATIONS.len())?, key)?;
        migrate(&mut conn)?;
    }
    if key.is_none() {
        space::add_checksums(&conn);
    }
    refresh_derived(&mut conn)?;
    Ok(conn)
}

/// The version of an open file, after checking that it is a coalition and that nothing foreign is in it. The log beside a file that
/// was not closed can know of a newer version than the file's own header.
fn check(conn: &Connection, path: &Path) -> Result<usize> {
    let application: u32 = conn.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    if application != APPLICATION_ID {
        return Err(Error::NotACoalition(path.to_path_buf()));
    }
    let version = user_version(conn)?;
    if version > MIGRATIONS.len() {
        return Err(Error::FileTooNew(path.to_path_buf()));
    }
    check_schema(conn, version, path)?;
    Ok(version)
}

/// A coalition in memory, for tests and for reading without a file.
pub fn in_memory() -> Result<Connection> {
    let mut conn = Connection::open_in_memory()?;
    configure(&conn)?;
    migrate(&mut conn)?;
    refresh_derived(&mut conn)?;
    Ok(conn)
}

fn connect(path: &Path, key: Option<&Passphrase>) -> Result<Connection> {
    checksums::install()?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags).map_err(|error| access(path, error))?;
    if let Some(key) = key {
        unlock(&conn, key, path)?;
    }
    configure(&conn).map_err(|error| at_path(path, error))?;
    Ok(conn)
}

/// The same error, about this file where SQLite can't get at it.
fn at_path(path: &Path, error: Error) -> Error {
    match error {
        Error::Database(error) => access(path, error),
        other => other,
    }
}

/// What SQLite says when it can't get at the file, as an error that names it.
fn access(path: &Path, error: rusqlite::Error) -> Error {
    use rusqlite::ErrorCode as Code;
    match error.sqlite_error_code() {
        Some(Code::CannotOpen | Code::ReadOnly | Code::PermissionDenied) => {
            Error::NotWritable(path.to_path_buf())
        }
        Some(Code::DatabaseBusy | Code::DatabaseLocked) => Error::InUse(path.to_path_buf()),
        _ => error.into(),
    }
}

fn configure(conn: &Connection) -> Result<()> {
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, true)?;
    // A plan is made once for each statement, not anew for each value that is asked with: SQLite would otherwise read the
    // value of every LIMIT, and of every term that FTS5 looks up, and prepare the statement again.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    // A lost power line must not lose a confirmed sign-on: FULL syncs each commit.
    conn.execute_batch(
        "PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON;
         PRAGMA secure_delete = ON;",
    )?;
    // Finding reads here and there in all of the file; a tenth of a large one in memory spares most of the reading.
    conn.execute_batch("PRAGMA cache_size = -32768")?;
    conn.set_prepared_statement_cache_capacity(128);
    let flags =
        FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_INNOCUOUS;
    // What views and indexes call, and the triggers of earlier versions: each gives the same for the same text, until [`derived_version`] changes.
    fn text<'a>(context: &'a Context, at: usize) -> &'a str {
        context.get_raw(at).as_str().unwrap_or_default()
    }
    conn.create_scalar_function("sort_key", 1, flags, |context| {
        Ok(sort_key(text(context, 0), &SortOptions::default()))
    })?;
    conn.create_scalar_function("list_key", 1, flags, |context| Ok(list_key(text(context, 0))))?;
    conn.create_scalar_function("person_list_key", 2, flags, |context| {
        Ok(person_list_key(
            text(context, 0),
            context.get_raw(1).as_str().ok(),
        ))
    })?;
    conn.create_scalar_function("name_start", 1, flags, |context| Ok(name_start(text(context, 0))))?;
    conn.create_scalar_function("surname_start", 1, flags, |context| {
        Ok(surname_start(text(context, 0)))
    })?;
    conn.create_scalar_function("digits", 1, flags, |context| {
        Ok(text(context, 0)
            .chars()
            .filter(char::is_ascii_digit)
            .collect::<String>())
    })?;
    conn.create_scalar_function("word_number", 1, flags, |context| {
        Ok(word_number(text(context, 0)))
    })?;
    Ok(())
}

/// The number of a scope, a kind or a membership among its like; 99 for none. Their words are all different.
fn word_number(word: &str) -> i64 {
    const NONE: i64 = 99;
    Scope::find(word)
        .map(Scope::number)
        .or_else(|| OrganizationKind::find(word).map(OrganizationKind::number))
        .or_else(|| Membership::find(word).map(Membership::number))
        .unwrap_or(NONE)
}

/// Writes go to a log first, so that reading never waits for writing. Only once the file itself says what it is: a
/// program that is killed leaves the file and its log, and the file must be known for a coalition by its header.
fn log_ahead(conn: &Connection) -> Result<()> {
    conn.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(()))?;
    Ok(())
}

fn user_version(conn: &Connection) -> Result<usize> {
    Ok(conn.query_row("PRAGMA user_version", [], |row| row.get::<_, u32>(0))? as usize)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::copy::file_uri;
    use super::header::{Header, header};
    use super::schema::derived_version;
    use super::*;

    #[test]
    fn every_table_is_journaled_or_named_as_one_that_is_not() {
        let conn = in_memory().unwrap();
        let mut statement = conn
            .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB '*_search*' ORDER BY name")
            .unwrap();
        let tables: Vec<String> = statement
            .query_map([], |row| row.get(0))
            .unwrap()
            .collect::<rusqlite::Result<_>>()
            .unwrap();
        let mut known: Vec<&str> = DOMAIN_TABLES
            .iter()
            .copied()
            .chain([
                "journal",
                "event",
                "derived",
                "organization_list",
                "person_list",
                "stored_file",
                "import_row",
            ])
            .collect();
        known.sort_unstable();
        assert_eq!(tables, known);
    }

    #[test]
    fn what_other_rules_derived_is_made_anew() {
        let mut conn = in_memory().unwrap();
        conn.execute_batch(
            "INSERT INTO organization (id, name) VALUES (1, 'Cedar Choir');
             UPDATE derived SET version = 'another';",
        )
        .unwrap();
        refresh_derived(&mut conn).unwrap();
        let key: Vec<u8> = conn
            .query_row("SELECT sort_key FROM organization_list", [], |row| row.get(0))
            .unwrap();
        assert_eq!(key, list_key("Cedar Choir"));
        let version: String = conn
            .query_row("SELECT version FROM derived", [], |row| row.get(0))
            .unwrap();
        assert_eq!(version, derived_version());
    }

    #[test]
    fn a_commit_is_synced_and_what_is_deleted_is_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.undersigned");
        drop(create(&path, None).unwrap());
        let conn = open(&path, None).unwrap();
        let pragma = |name: &str| {
            conn.pragma_query_value(None, name, |row| row.get::<_, i64>(0))
                .unwrap()
        };
        // 2 is FULL: a lost power line loses no commit.
        assert_eq!(pragma("synchronous"), 2);
        assert_eq!(pragma("secure_delete"), 1);
        assert_eq!(pragma("foreign_keys"), 1);
        assert_eq!(pragma("trusted_schema"), 0);
        let mode: String = conn
            .pragma_query_value(None, "journal_mode", |row| row.get(0))
            .unwrap();
        assert_eq!(mode, "wal");
    }

    #[test]
    fn a_copy_is_whole_or_is_not_there_and_stands_over_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let conn = create(&folder.path().join("a.undersigned"), None).unwrap();
        let copy = folder.path().join("copy.undersigned");
        back_up(&conn, &copy, None).unwrap();
        assert!(matches!(header(&copy), Ok(Header::Plain(version)) if version == MIGRATIONS.len()));
        assert!(!folder.path().join("copy.undersigned.undersigned-part").exists());
        assert!(matches!(back_up(&conn, &copy, None), Err(Error::FileExists(_))));
    }

    #[test]
    fn any_path_can_be_told_to_sqlite() {
        assert_eq!(
            file_uri(Path::new("/a b/50%?#ñ.x")),
            "file:/a%20b/50%25%3F%23%C3%B1.x"
        );
    }

    #[test]
    fn the_history_refuses_to_be_changed_or_deleted() {
        let conn = in_memory().unwrap();
        conn.execute(
            "INSERT INTO event (at, action, journal_id, op) VALUES ('', 'do', 1, '{}')",
            [],
        )
        .unwrap();
        assert!(conn.execute("UPDATE event SET at = 'x'", []).is_err());
        assert!(conn.execute("DELETE FROM event", []).is_err());
    }
}
