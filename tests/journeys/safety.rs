//! What happens to the file from outside while it is open, after a kill, and when somebody hostile made it.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use undersigned_core::organization::OrganizationFields;
use undersigned_core::{Coalition, Error};

use crate::{cli, day, refusal, stdout};

fn add(coalition: &mut Coalition, name: &str) -> Result<(), Error> {
    let fields = OrganizationFields {
        name: name.into(),
        ..OrganizationFields::default()
    };
    coalition.add_organization(&fields, day(1)).map(drop)
}

fn names(path: &Path) -> Vec<String> {
    let conn = Connection::open(path).unwrap();
    let mut statement = conn
        .prepare("SELECT name FROM organization ORDER BY name")
        .unwrap();
    let rows = statement.query_map([], |row| row.get(0)).unwrap();
    rows.collect::<rusqlite::Result<_>>().unwrap()
}

fn beside(path: &Path, end: &str) -> PathBuf {
    PathBuf::from(format!("{}{end}", path.display()))
}

#[test]
fn everything_that_was_done_is_in_the_file_itself_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.undersigned");
    let mut coalition = Coalition::create(&path).unwrap();
    for name in ["Amber Trust", "Birch Union", "Cedar House"] {
        add(&mut coalition, name).unwrap();
        // The copy that somebody puts on a stick, without the log beside it.
        let copy = folder.path().join(format!("{name}.undersigned"));
        fs::copy(&path, &copy).unwrap();
        assert_eq!(names(&copy).last().map(String::as_str), Some(name));
    }
    coalition.undo(day(2)).unwrap();
    let copy = folder.path().join("undone.undersigned");
    fs::copy(&path, &copy).unwrap();
    assert_eq!(names(&copy), ["Amber Trust", "Birch Union"]);
}

#[test]
#[cfg(unix)]
fn nothing_more_is_written_to_a_file_that_another_program_moved_replaced_or_deleted() {
    type Meddle = fn(&Path, &Path);
    let meddle: [Meddle; 3] = [
        |path, _| fs::rename(path, path.with_extension("moved")).unwrap(),
        |path, other| fs::rename(other, path).unwrap(),
        |path, _| fs::remove_file(path).unwrap(),
    ];
    for (number, meddle) in meddle.into_iter().enumerate() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.undersigned");
        let mut coalition = Coalition::create(&path).unwrap();
        add(&mut coalition, "Amber Trust").unwrap();
        let other = folder.path().join("other.undersigned");
        coalition.save_copy(&other).unwrap();
        meddle(&path, &other);
        assert!(!coalition.is_in_place());
        let refused = add(&mut coalition, "Birch Union");
        assert!(
            matches!(refused, Err(Error::FileMoved(_))),
            "{number}: {refused:?}"
        );
        assert!(matches!(coalition.undo(day(2)), Err(Error::FileMoved(_))));
        assert_eq!(coalition.verify().unwrap().len(), 1, "the whole check says it");
        // What is in view can still be kept.
        let rescued = folder.path().join("rescued.undersigned");
        coalition.save_copy(&rescued).unwrap();
        drop(coalition);
        assert_eq!(names(&rescued), ["Amber Trust"]);
        assert_eq!(
            Coalition::open(&rescued).unwrap().verify().unwrap(),
            Vec::<String>::new()
        );
    }
}

/// Leaves a coalition as a kill does after a commit and before the log was folded in: the log holds one more organization than the
/// file. `note` is put into the file that notes what was folded into.
fn killed(folder: &Path, note: Option<&str>) -> PathBuf {
    let path = folder.join("a.undersigned");
    let work = folder.join("work");
    let mut coalition = Coalition::create(&path).unwrap();
    // A table whose indexes need none of the program's functions.
    let options = blocks::BlockOptions::default();
    coalition.save_style("In the file", &options, day(1)).unwrap();
    drop(coalition);
    fs::copy(&path, &work).unwrap();
    let conn = Connection::open(&work).unwrap();
    conn.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0;
         UPDATE block_style SET name = 'In the log';",
    )
    .unwrap();
    fs::copy(beside(&work, "-wal"), beside(&path, "-wal")).unwrap();
    // Opening made it one with a log; that is in its header.
    fs::copy(&work, &path).unwrap();
    if let Some(note) = note {
        fs::write(beside(&path, ".lock"), note).unwrap();
    }
    path
}

#[test]
#[cfg(unix)]
fn a_log_that_was_left_is_taken_up_by_its_own_file_alone() {
    use std::os::unix::fs::MetadataExt;
    let identity = |path: &Path| {
        let file = fs::metadata(path).unwrap();
        let changed = file.mtime() as i128 * 1_000_000_000 + i128::from(file.mtime_nsec());
        format!("{} {} {} {changed}", file.dev(), file.ino(), file.len())
    };
    let opened = |path: &Path| {
        let styles = Coalition::open(path).unwrap().list_styles("en").unwrap();
        styles
            .saved
            .into_iter()
            .map(|style| style.name)
            .collect::<Vec<_>>()
    };
    // The program was killed, and nothing else happened.
    let folder = tempfile::tempdir().unwrap();
    let path = killed(folder.path(), None);
    fs::write(beside(&path, ".lock"), identity(&path)).unwrap();
    assert_eq!(opened(&path), ["In the log"]);
    // It was killed while it folded the log in: the file is in the middle of a change.
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(opened(&killed(folder.path(), Some("folding"))), ["In the log"]);
    // File and log were copied elsewhere together.
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(opened(&killed(folder.path(), None)), ["In the log"]);
    // Another file was put in the place of the one that the log belongs to.
    let folder = tempfile::tempdir().unwrap();
    let path = killed(folder.path(), Some("1 2 3 4"));
    assert_eq!(opened(&path), ["In the file"]);
    assert!(beside(&path, "-wal.left-over").exists(), "nothing is deleted");
}

#[test]
fn a_file_that_hides_something_under_a_name_of_sqlites_is_no_coalition() {
    let hidden = [
        "CREATE TRIGGER sqlite_x AFTER INSERT ON organization BEGIN UPDATE sign_on SET status = 'confirmed'; END",
        "CREATE VIEW sqlite_x AS SELECT 1",
        "CREATE TABLE sqlite_x (a)",
        "CREATE TABLE sqlite_stat1 (tbl, idx, stat, more)",
    ];
    for sql in hidden {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.undersigned");
        drop(Coalition::create(&path).unwrap());
        let conn = Connection::open(&path).unwrap();
        let (kind, rest) = sql
            .split_once(' ')
            .map(|(_, rest)| rest.split_once(' ').unwrap())
            .unwrap();
        let name = rest.split([' ', '(']).next().unwrap();
        let table = if kind == "TRIGGER" { "organization" } else { name };
        conn.execute_batch("PRAGMA writable_schema = ON").unwrap();
        conn.execute(
            "INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql) VALUES (lower(?1), ?2, ?3, 0, ?4)",
            [kind, name, table, sql],
        )
        .unwrap();
        drop(conn);
        assert!(
            matches!(
                Coalition::open(&path),
                Err(Error::NotACoalition(_) | Error::DamagedFile(_))
            ),
            "{sql}"
        );
    }
}

#[test]
fn an_index_without_a_statement_is_only_sqlites_own() {
    // SQLite makes the index of a UNIQUE by itself and writes no statement for it. Under any other name, or for a table that has none,
    // it is somebody else's.
    for (name, table) in [
        ("sqlite_x", "organization"),
        ("sqlite_autoindex_organization_9", "organization"),
        ("hidden", "organization"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.undersigned");
        drop(Coalition::create(&path).unwrap());
        let conn = Connection::open(&path).unwrap();
        conn.execute_batch("PRAGMA writable_schema = ON").unwrap();
        conn.execute(
            "INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql)
             SELECT 'index', ?1, ?2, rootpage, NULL FROM sqlite_schema WHERE name = 'organization'",
            [name, table],
        )
        .unwrap();
        drop(conn);
        let opened = Coalition::open(&path);
        assert!(
            matches!(opened, Err(Error::NotACoalition(_) | Error::DamagedFile(_))),
            "{name}: {:?}",
            opened.err()
        );
    }
}

#[test]
fn what_sqlite_counted_by_itself_is_no_reason_to_refuse() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.undersigned");
    let mut coalition = Coalition::create(&path).unwrap();
    add(&mut coalition, "Amber Trust").unwrap();
    drop(coalition);
    Connection::open(&path)
        .unwrap()
        .execute_batch("ANALYZE block_style")
        .unwrap();
    assert!(Coalition::open(&path).is_ok());
}

#[test]
#[cfg(unix)]
fn a_file_or_folder_that_was_there_keeps_its_mode() {
    use std::os::unix::fs::PermissionsExt;
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.undersigned");
    let mut coalition = Coalition::create(&path).unwrap();
    add(&mut coalition, "Amber Trust").unwrap();
    drop(coalition);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
    let there = folder.path().join("there");
    fs::create_dir(&there).unwrap();
    fs::set_permissions(&there, fs::Permissions::from_mode(0o755)).unwrap();
    let coalition = Coalition::open(&path).unwrap();
    let format = undersigned_core::export::ExportFormat::Csv;
    coalition.export(&there, format).unwrap();
    let made = folder.path().join("made");
    coalition.export(&made, format).unwrap();
    assert_eq!((mode(&path), mode(&there), mode(&made)), (0o644, 0o755, 0o700));
    assert_eq!(mode(&made.join("organization.csv")), 0o600);
}

#[test]
#[cfg(target_os = "linux")]
fn a_crash_leaves_no_picture_of_the_memory() {
    use std::process::{Command, Stdio};
    let mut child = Command::new(undersigned_tests::program("undersigned-cli"))
        .args(["read-list", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let limits = format!("/proc/{}/limits", child.id());
    let started = std::time::Instant::now();
    let core = || {
        let limits = fs::read_to_string(&limits).unwrap_or_default();
        let line = limits.lines().find(|line| line.starts_with("Max core file size"));
        line.map(|line| {
            line.split_whitespace()
                .skip(4)
                .take(2)
                .map(str::to_owned)
                .collect::<Vec<_>>()
        })
    };
    while core().is_none_or(|limits| limits != ["0", "0"]) {
        assert!(started.elapsed().as_secs() < 20, "{:?}", core());
        std::thread::yield_now();
    }
    drop(child.stdin.take());
    assert!(child.wait().unwrap().success());
}

#[test]
fn nothing_that_is_written_out_goes_over_a_coalition_or_over_what_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    // Under a name that says nothing, and with a passphrase: nothing but that it is open tells what it is.
    let (plain, locked, words) = (at("a.undersigned"), at("list.db"), at("words"));
    fs::write(&words, "amber trust river song").unwrap();
    stdout(&cli(&["--file", &plain, "sample"]));
    stdout(&cli(&["--file", &locked, "--passphrase-file", &words, "new"]));
    let (names, table) = (at("names.txt"), at("table.csv"));
    fs::write(&names, "Alder Union\nBirch Society\n").unwrap();
    fs::write(&table, "Organization\nAlder Union\n=SUM(A1)\n").unwrap();
    let kept = [&plain, &locked, &names, &table].map(|file| fs::read(file).unwrap());

    let block = ["block", "End ICE", "--format", "pdf", "-o"];
    for target in [&plain, &at("a.undersigned-wal"), &at("new.undersigned")] {
        let arguments = [&["--file", &plain][..], &block, &[target]].concat();
        let sentence = refusal(&cli(&arguments));
        assert!(sentence.contains("nothing else can be saved there"), "{sentence}");
    }
    let import = ["import", &table, "--as", "organizations", "--rejects"];
    for (file, options, target) in [
        (&plain, vec![], &plain),
        (&locked, vec!["--passphrase-file", &words], &locked),
        (&plain, vec![], &table),
        (&plain, vec![], &at("none/rejects.csv")),
    ] {
        refusal(&cli(
            &[&["--file", file][..], &options, &import, &[target]].concat()
        ));
    }
    refusal(&cli(&["read-list", &names, "--text", &names]));
    let after = [&plain, &locked, &names, &table].map(|file| fs::read(file).unwrap());
    assert!(kept == after, "something was written");
    assert!(!fs::exists(at("new.undersigned")).unwrap());
}
