//! The SQLite file: how it is recognized, opened and brought up to date, and the functions its views and
//! indexes call.
//!
//! A file from anywhere is hostile. Before SQLite sees it, its header says whether it is a coalition and of which
//! version; then its schema must be exactly the one that our migrations make, so that no foreign trigger or view runs.

use std::collections::BTreeSet;
use std::fs::{File, OpenOptions};
use std::io::Read;
use std::path::{Path, PathBuf};

use rusqlite::config::DbConfig;
use rusqlite::functions::{Context, FunctionFlags};
use rusqlite::{Connection, OpenFlags, OptionalExtension};

use crate::derived;
use crate::error::{Error, Result};
use crate::files::{Part, folder_of, make_folder, private};
use crate::messages::Message;
use crate::passphrase::Passphrase;
use crate::progress::no_progress;
use names::fold::{name_start, surname_start};
use names::sort::{SortOptions, list_key, person_list_key, sort_key, sort_key_version};
use vocabulary::{Membership, OrganizationKind, Scope};

/// "UNDS", big-endian: what marks a SQLite file as a coalition.
const APPLICATION_ID: u32 = 0x554E_4453;

/// One script a version; the file's `user_version` counts how many it has had.
const MIGRATIONS: &[&str] = &[
    include_str!("../migrations/001_init.sql"),
    include_str!("../migrations/002_contacts.sql"),
    include_str!("../migrations/003_ledger.sql"),
    include_str!("../migrations/004_imports.sql"),
    include_str!("../migrations/005_texts.sql"),
    include_str!("../migrations/006_refusals.sql"),
    include_str!("../migrations/007_positions.sql"),
    include_str!("../migrations/008_yes_and_no.sql"),
    include_str!("../migrations/009_consent.sql"),
    include_str!("../migrations/010_journal.sql"),
    include_str!("../migrations/011_derived.sql"),
    include_str!("../migrations/012_texts_of_organizations.sql"),
    include_str!("../migrations/013_texts_listed.sql"),
    include_str!("../migrations/015_forgetting.sql"),
];

/// The tables whose rows are the coalition: journaled, undone and redone.
pub(crate) const DOMAIN_TABLES: &[&str] = &[
    "organization",
    "organization_alias",
    "organization_tag",
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
pub(crate) fn create(path: &Path, key: Option<&Passphrase>) -> Result<Connection> {
    make_folder(folder_of(path))?;
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    private(&mut options);
    options.open(path).map_err(|error| Error::file(path, error))?;
    let made = connect(path, key).and_then(|mut conn| {
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
pub(crate) fn open(path: &Path, key: Option<&Passphrase>) -> Result<Connection> {
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

/// Opens a coalition whose file can't be written: a copy of it in memory, brought up to date there. Nothing is written anywhere.
pub(crate) fn open_to_look(path: &Path, key: Option<&Passphrase>) -> Result<Connection> {
    let key = key_for(path, key)?;
    let mut conn = Connection::open_in_memory()?;
    if let Some(key) = key {
        // The cipher copies only between files of one key. What is in memory is not written anywhere.
        unlock(&conn, key, path)?;
    }
    copy_into(path, key, &mut conn)?;
    configure(&conn)?;
    check(&conn, path)?;
    migrate(&mut conn)?;
    refresh_derived(&mut conn)?;
    Ok(conn)
}

fn copy_into(path: &Path, key: Option<&Passphrase>, conn: &mut Connection) -> Result<()> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut copy = |source: rusqlite::Result<Connection>| -> Result<()> {
        let source = source?;
        if let Some(key) = key {
            unlock(&source, key, path)?;
        }
        rusqlite::backup::Backup::new(&source, conn)?.run_to_completion(
            1024,
            std::time::Duration::ZERO,
            None,
        )?;
        Ok(())
    };
    match copy(Connection::open_with_flags(path, flags)) {
        Ok(()) => return Ok(()),
        Err(Error::WrongPassphrase(path)) => return Err(Error::WrongPassphrase(path)),
        Err(_) => {}
    }
    // SQLite wants to put a log and its index beside the file, where nothing may be written. Without a log there is nothing to
    // wait for: the file itself says all.
    if std::fs::metadata(beside(path, "-wal")).is_ok_and(|log| log.len() > 0) {
        return Err(Error::NotWritable(path.to_path_buf()));
    }
    let uri = format!("{}?immutable=1", file_uri(path));
    copy(Connection::open_with_flags(
        uri,
        flags | OpenFlags::SQLITE_OPEN_URI,
    ))
    .map_err(|error| at_path(path, error))
}

/// A path as SQLite reads it in a URI: `%`, `?`, `#` and whatever is not ASCII as hexadecimal numbers.
fn file_uri(path: &Path) -> String {
    use std::fmt::Write;
    let mut uri = String::from("file:");
    for byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            b'/' | b'.' | b'-' | b'_' | b'~' | b':' => uri.push(char::from(*byte)),
            b'\\' if cfg!(windows) => uri.push('/'),
            _ if byte.is_ascii_alphanumeric() => uri.push(char::from(*byte)),
            // Writing into a String never fails.
            _ => drop(write!(uri, "%{byte:02X}")),
        }
    }
    uri
}

/// The passphrase that a file is opened with: none for a plain one.
///
/// # Errors
/// [`Error::Locked`] when it needs one; [`Error::FileTooNew`] and [`Error::NotACoalition`] as far as a plain file's header tells.
fn key_for<'k>(path: &Path, key: Option<&'k Passphrase>) -> Result<Option<&'k Passphrase>> {
    match header(path)? {
        Header::Plain(version) if version > MIGRATIONS.len() => Err(Error::FileTooNew(path.to_path_buf())),
        Header::Plain(_) => Ok(None),
        Header::Locked => key.map(Some).ok_or_else(|| Error::Locked(path.to_path_buf())),
    }
}

/// Gives the cipher its passphrase, and sees whether it opens the file.
fn unlock(conn: &Connection, key: &Passphrase, path: &Path) -> Result<()> {
    // It would write its own lines to standard error, about pages and checks.
    conn.execute_batch("PRAGMA cipher_log_level = NONE")?;
    conn.pragma_update(None, "key", key.text())?;
    match conn.query_row("SELECT count(*) FROM sqlite_schema", [], |row| {
        row.get::<_, i64>(0)
    }) {
        Ok(_) => Ok(()),
        Err(error) => match Error::from(error) {
            Error::Damaged => Err(Error::WrongPassphrase(path.to_path_buf())),
            other => Err(at_path(path, other)),
        },
    }
}

/// Whether a file may only be read: nobody may write it, whoever asks, or we may not.
fn is_read_only(path: &Path) -> bool {
    use std::io::ErrorKind as Kind;
    std::fs::metadata(path).is_ok_and(|file| file.permissions().readonly())
        || OpenOptions::new()
            .write(true)
            .open(path)
            .is_err_and(|error| matches!(error.kind(), Kind::PermissionDenied | Kind::ReadOnlyFilesystem))
}

/// Where the copy from before an upgrade goes: a name that is free, for one from an earlier time may stand there.
fn free_name(path: &Path, version: usize) -> Result<PathBuf> {
    const MAX_COPIES: usize = 1_000;
    (1..MAX_COPIES)
        .map(|number| match number {
            1 => path.with_extension(format!("before-version-{version}.undersigned")),
            _ => path.with_extension(format!("before-version-{version}-{number}.undersigned")),
        })
        .find(|name| !name.exists())
        .ok_or_else(|| Error::FileExists(path.to_path_buf()))
}

/// A coalition in memory, for tests and for reading without a file.
pub(crate) fn in_memory() -> Result<Connection> {
    let mut conn = Connection::open_in_memory()?;
    configure(&conn)?;
    migrate(&mut conn)?;
    refresh_derived(&mut conn)?;
    Ok(conn)
}

/// Writes a whole copy to a place where nothing stands yet: beside it under another name, synced, then renamed, so that a kill or
/// a full disk leaves no half of one under that name. It is locked with the passphrase that the open file has.
pub(crate) fn back_up(conn: &Connection, to: &Path, key: Option<&Passphrase>) -> Result<()> {
    if to.exists() {
        return Err(Error::FileExists(to.to_path_buf()));
    }
    let part = Part::beside(to)?;
    copy_pages(conn, &part.path, key)?;
    part.sync().map_err(|error| Error::file(to, error))?;
    part.put_in_place(to)
}

/// Copies an open file page by page into one that is there and empty, under the same passphrase.
pub(crate) fn copy_pages(conn: &Connection, to: &Path, key: Option<&Passphrase>) -> Result<()> {
    let mut target = Connection::open(to)?;
    if let Some(key) = key {
        unlock(&target, key, to)?;
    }
    rusqlite::backup::Backup::new(conn, &mut target)?.run_to_completion(
        1024,
        std::time::Duration::ZERO,
        None,
    )?;
    // A copy is one file: no write-ahead log beside it.
    target.pragma_update(None, "journal_mode", "delete")?;
    Ok(())
}

/// What the beginning of a file says of it.
enum Header {
    /// A coalition that anybody can read, of this version.
    Plain(usize),
    /// Nothing that anybody can read: a locked coalition, or no coalition.
    Locked,
}

/// The pages of a locked file, in bytes: SQLCipher 4's own choice.
const LOCKED_PAGE: u64 = 4096;

/// Reads a file's header. The layout is SQLite's file format, section 1.3: `user_version` in bytes 60 to 63, `application_id` in 68
/// to 71. A locked file has none: it begins with its random salt, and is whole pages of what looks random.
fn header(path: &Path) -> Result<Header> {
    let mut header = Vec::with_capacity(100);
    let metadata = std::fs::metadata(path).map_err(|error| Error::file(path, error))?;
    let foreign = || Err(Error::NotACoalition(path.to_path_buf()));
    if !metadata.is_file() {
        return foreign();
    }
    let file = File::open(path).map_err(|error| Error::file(path, error))?;
    file.take(100)
        .read_to_end(&mut header)
        .map_err(|error| Error::file(path, error))?;
    let number = |at: usize| {
        header
            .get(at..at + 4)
            .and_then(|bytes| bytes.try_into().ok())
            .map_or(0, u32::from_be_bytes)
    };
    if !header.starts_with(b"SQLite format 3\0") {
        let pages = metadata.len() > 0 && metadata.len() % LOCKED_PAGE == 0;
        // Of 100 random bytes some 83 are different; text, zeros and the headers of other formats have far fewer.
        let random = header.iter().collect::<BTreeSet<_>>().len() > 56;
        return if pages && random {
            Ok(Header::Locked)
        } else {
            foreign()
        };
    }
    if number(68) != APPLICATION_ID {
        return foreign();
    }
    Ok(Header::Plain(number(60) as usize))
}

fn connect(path: &Path, key: Option<&Passphrase>) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags).map_err(|error| access(path, error))?;
    if let Some(key) = key {
        unlock(&conn, key, path)?;
    }
    configure(&conn).map_err(|error| at_path(path, error))?;
    Ok(conn)
}

/// Whether a file is a locked coalition, as far as can be seen without its passphrase.
pub(crate) fn is_locked(path: &Path) -> Result<bool> {
    Ok(matches!(header(path)?, Header::Locked))
}

/// Writes a copy of the open file that is locked with another passphrase, or with none, to a file that is there and empty. The
/// backup interface can't: it copies pages as they are.
pub(crate) fn copy_with_key(conn: &Connection, to: &Path, key: Option<&Passphrase>) -> Result<()> {
    let to = to
        .to_str()
        .ok_or_else(|| Error::rule(Message::new("error-path-text")))?;
    conn.execute(
        "ATTACH DATABASE ?1 AS copy KEY ?2",
        [to, key.map_or("", Passphrase::text)],
    )?;
    // The export writes the schema's own table, as VACUUM does, which a defensive connection refuses.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, false)?;
    let copied: Result<()> = (|| {
        conn.query_row("SELECT sqlcipher_export('copy')", [], |_| Ok(()))?;
        let version = user_version(conn)?;
        conn.execute_batch(&format!(
            "PRAGMA copy.application_id = {APPLICATION_ID}; PRAGMA copy.user_version = {version};"
        ))?;
        Ok(())
    })();
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    let detached = conn.execute_batch("DETACH DATABASE copy");
    copied?;
    Ok(detached?)
}

/// Opens a copy that nobody works on, to read it as it is: nothing is upgraded, and no log is begun.
pub(crate) fn open_copy(path: &Path, key: Option<&Passphrase>) -> Result<Connection> {
    let conn = connect(path, key_for(path, key)?)?;
    check(&conn, path)?;
    Ok(conn)
}

/// Opens a copy that was just written, and sees that it is whole.
pub(crate) fn check_copy(path: &Path, key: Option<&Passphrase>) -> Result<()> {
    let conn = open_copy(path, key)?;
    let found: String = conn.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if found == "ok" {
        Ok(())
    } else {
        Err(Error::Damaged)
    }
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

/// Writes the log into the file and empties it.
pub(crate) fn fold_log(conn: &Connection) -> Result<()> {
    conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    Ok(())
}

/// Gives a log that is another file's a name under which SQLite does not take it up; nothing is deleted.
pub(crate) fn set_log_aside(path: &Path) -> Result<()> {
    let log = beside(path, "-wal");
    if std::fs::metadata(&log).is_ok_and(|log| log.len() > 0) {
        let mut aside = beside(path, "-wal.left-over");
        let mut number = 1;
        while aside.exists() {
            number += 1;
            aside = beside(path, &format!("-wal.left-over-{number}"));
        }
        std::fs::rename(&log, &aside).map_err(|error| Error::file(path, error))?;
    }
    // The index of a log is of no use without it.
    let _ = std::fs::remove_file(beside(path, "-shm"));
    Ok(())
}

/// A file's path with more at its end.
fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    PathBuf::from(name)
}

fn user_version(conn: &Connection) -> Result<usize> {
    Ok(conn.query_row("PRAGMA user_version", [], |row| row.get::<_, u32>(0))? as usize)
}

/// Runs the migrations that the file has not had, each in a transaction of its own.
fn migrate(conn: &mut Connection) -> Result<()> {
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

/// Which rules made the keys and indexes that a file holds: it changes with the collation data and with how names are
/// folded.
fn derived_version() -> String {
    format!(
        "{} {}",
        sort_key_version(),
        name_start("The Ænima–Ćuk ‘Ñandú’ & Straße ΕΛΛΆΔΑ")
    )
}

/// Makes the derived rows and indexes anew when other rules made them than those of this program.
fn refresh_derived(conn: &mut Connection) -> Result<()> {
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

/// Gives the system the space back that nothing in the file uses, when that is a good part of it.
pub(crate) fn give_back_space(conn: &Connection) -> Result<()> {
    /// So many pages are not worth the copying.
    const MIN_FREE_PAGES: i64 = 256;
    let count = |pragma: &str| conn.query_row(&format!("PRAGMA {pragma}"), [], |row| row.get::<_, i64>(0));
    let (free, all) = (count("freelist_count")?, count("page_count")?);
    if free > MIN_FREE_PAGES && free > all / 6 {
        conn.execute_batch("VACUUM")?;
        // The log holds the file a second time until it is written back.
        fold_log(conn)?;
    }
    Ok(())
}

/// Refuses a file whose schema is not the one that our migrations make up to its version.
fn check_schema(conn: &Connection, version: usize, path: &Path) -> Result<()> {
    let expected = Connection::open_in_memory()?;
    configure(&expected)?;
    for script in MIGRATIONS.iter().take(version) {
        expected.execute_batch(script)?;
    }
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
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
