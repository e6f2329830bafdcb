//! A full disk, errors of the disk, and power lost, at every call by which the command line changes a file.
//!
//! `faults/layer.c` stands between the program and the C library: SQLite's calls and those of Rust's own files both go through it.
//! `FAULT_POINTS` says how many calls of each work are tried, spread evenly (a few by default, `all` for each).

mod crash;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

use undersigned_core::Coalition;

use crate::{cli, dump, stdout};

/// A work of the command line in a folder of its own. `FOLDER/` in an argument is that folder.
struct Work {
    name: &'static str,
    prepare: fn(&Path),
    arguments: &'static [&'static str],
}

const SAVE: Work = Work {
    name: "save",
    prepare: a_coalition,
    arguments: &["organization", "add", "Cedar House"],
};
const EXPORT: Work = Work {
    name: "export",
    prepare: a_coalition,
    arguments: &["export", "FOLDER/all"],
};
const BACK_UP: Work = Work {
    name: "back up",
    prepare: a_coalition,
    arguments: &["backup", "FOLDER/copy.undersigned"],
};
const WRITE_OVER: Work = Work {
    name: "write a block over a file",
    prepare: a_letter,
    arguments: &["block", "Letter", "-o", "FOLDER/block.txt"],
};
const RESTORE: Work = Work {
    name: "restore",
    prepare: a_backup,
    arguments: &["restore", "FOLDER/copy.undersigned"],
};
const LOCK: Work = Work {
    name: "lock",
    prepare: a_coalition,
    arguments: &["passphrase", "set", "--new-passphrase-file", "FOLDER/words.txt"],
};
const IMPORT: Work = Work {
    name: "import of 200 rows",
    prepare: a_coalition,
    arguments: &["import", "FOLDER/rows.csv", "--as", "people", "--likely", "new"],
};
const MIGRATE: Work = Work {
    name: "migration",
    prepare: a_file_of_an_earlier_version,
    arguments: &["organization", "list"],
};

fn file(folder: &Path) -> PathBuf {
    folder.join("a.undersigned")
}

fn run(folder: &Path, arguments: &[&str]) {
    let file = file(folder).display().to_string();
    stdout(&cli(&[&["--file", &file], arguments].concat()));
}

fn a_coalition(folder: &Path) {
    run(folder, &["new"]);
    for name in ["Amber Trust", "Birch Union"] {
        run(folder, &["organization", "add", name]);
    }
    fs::write(folder.join("words.txt"), "some words for it\n").unwrap();
    let rows = (0..200).map(|n| format!("Person Number{n},p{n}@example.org,Trust Number{}\n", n % 40));
    let rows: String = std::iter::once("name,email,organization\n".to_owned())
        .chain(rows)
        .collect();
    fs::write(folder.join("rows.csv"), rows).unwrap();
}

fn a_letter(folder: &Path) {
    a_coalition(folder);
    run(folder, &["letter", "add", "Letter"]);
    let confirm = [
        "sign-on",
        "set",
        "Letter",
        "Amber Trust",
        "confirmed",
        "--via",
        "email",
        "--evidence",
        "We sign.",
    ];
    run(folder, &confirm);
    fs::write(folder.join("block.txt"), "what stood there before\n").unwrap();
}

fn a_backup(folder: &Path) {
    a_coalition(folder);
    let copy = folder.join("copy.undersigned").display().to_string();
    run(folder, &["backup", &copy]);
    run(folder, &["organization", "add", "Cedar House"]);
}

fn a_file_of_an_earlier_version(folder: &Path) {
    let old = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/version-8.undersigned");
    fs::copy(old, file(folder)).unwrap();
}

fn prepared(work: &Work) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    (work.prepare)(folder.path());
    folder
}

/// The layer as a library, compiled once.
fn layer() -> &'static Path {
    static LAYER: OnceLock<(tempfile::TempDir, PathBuf)> = OnceLock::new();
    let (_, path) = LAYER.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let library = folder.path().join("layer.so");
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("journeys/faults/layer.c");
        let compiled = Command::new("cc")
            .args(["-shared", "-fPIC", "-O1", "-o"])
            .args([&library, &source])
            .arg("-ldl")
            .output()
            .expect("cc is what SQLite was compiled with");
        assert!(
            compiled.status.success(),
            "{}",
            String::from_utf8_lossy(&compiled.stderr)
        );
        (folder, library)
    });
    path
}

/// Runs a work under the layer.
fn under_layer(folder: &Path, work: &Work, variables: &[(&str, String)]) -> Output {
    let arguments = work
        .arguments
        .iter()
        .map(|argument| argument.replace("FOLDER", &folder.display().to_string()));
    Command::new(undersigned_tests::program("undersigned-cli"))
        .arg("--file")
        .arg(file(folder))
        .args(arguments)
        .env("LC_ALL", "C")
        .env("LD_PRELOAD", layer())
        .env("FAULT_FOLDER", folder)
        .envs(variables.iter().map(|(name, value)| (name, value)))
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

/// How many calls a work makes.
fn calls(work: &Work) -> u64 {
    let (folder, count) = (prepared(work), tempfile::NamedTempFile::new().unwrap());
    let variables = [("FAULT_COUNT", count.path().display().to_string())];
    stdout(&under_layer(folder.path(), work, &variables));
    let calls = fs::read_to_string(count.path()).unwrap().parse().unwrap();
    assert!(calls > 3, "{}: {calls} calls were seen", work.name);
    calls
}

/// The numbers of the calls, or steps, that are tried of so many.
fn tried(of: u64) -> Vec<u64> {
    let points = match std::env::var("FAULT_POINTS") {
        Ok(text) if text == "all" => of,
        Ok(text) => text.parse().expect("a number, or all"),
        Err(_) => 5,
    };
    let points = points.clamp(1, of);
    (0..points).map(|point| 1 + point * of / points).collect()
}

/// Everything in a folder but the coalition, its log and what holds it, by name.
fn others(folder: &Path) -> Vec<String> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let of_sqlite = ["-wal", "-shm", ".lock"]
            .iter()
            .any(|end| name == format!("a.undersigned{end}"));
        if name != "a.undersigned" && !of_sqlite {
            names.push(name);
        }
    }
    names.sort();
    names
}

/// The coalition as the next start finds it, checked from end to end.
fn found(folder: &Path, when: &str) -> String {
    let path = file(folder);
    let key = base::passphrase::Passphrase::new("some words for it").unwrap();
    let coalition = Coalition::open_with(&path, Some(key)).unwrap_or_else(|error| panic!("{when}: {error}"));
    assert_eq!(coalition.verify().unwrap(), Vec::<String>::new(), "{when}");
    if coalition.is_locked() {
        let copy = tempfile::tempdir().unwrap();
        let plain = copy.path().join("plain.undersigned");
        coalition.save_copy(&plain).unwrap();
        let mut plain_one = Coalition::open_with(&plain, coalition.key().cloned()).unwrap();
        let backups = undersigned_core::backup::Backups::of(&plain, None);
        plain_one.set_passphrase(None, &backups).unwrap();
        return dump(&plain);
    }
    dump(&path)
}

#[test]
fn a_full_disk_or_an_error_of_the_disk_leaves_all_or_nothing_at_every_call() {
    for work in [&SAVE, &EXPORT, &BACK_UP, &WRITE_OVER, &RESTORE, &LOCK] {
        let calls = calls(work);
        let original = prepared(work);
        let names = others(original.path());
        let before = found(crash::copied(original.path()).path(), work.name);
        let whole = crash::copied(original.path());
        stdout(&under_layer(whole.path(), work, &[]));
        let after = found(whole.path(), work.name);
        let whole_names = others(whole.path());
        for error in ["ENOSPC", "EIO"] {
            let (mut done, mut refused) = (0, 0);
            for at in tried(calls) {
                let when = format!("{}, {error} at call {at} of {calls}", work.name);
                let folder = crash::copied(original.path());
                let variables = [("FAULT_AT", at.to_string()), ("FAULT_ERROR", error.to_owned())];
                let output = under_layer(folder.path(), work, &variables);
                let said = String::from_utf8_lossy(&output.stderr).into_owned();
                let state = without_ids(&found(folder.path(), &when));
                let is_before = state == without_ids(&before);
                assert!(
                    is_before || state == without_ids(&after),
                    "{when}: {said}\n{state}"
                );
                match output.status.code() {
                    Some(0) => {
                        done += 1;
                        assert!(state == without_ids(&after), "{when}: it said that it was done");
                        check_written(folder.path(), work, true, &when);
                    }
                    Some(1) => {
                        refused += 1;
                        assert!(!said.trim().is_empty(), "{when}: without a word");
                        check_written(folder.path(), work, false, &when);
                    }
                    code => panic!("{when}: {code:?}: {said}"),
                }
                // Nothing half lies about: what was there before, and what a whole run makes.
                for name in others(folder.path()) {
                    let known = names.contains(&name) || whole_names.contains(&name) || is_backup(&name);
                    // Removing the half of a file can fail as well.
                    assert!(known || error == "EIO" && name.contains("part"), "{when}: {name}");
                }
            }
            println!(
                "{}, {error}: {done} done all the same, {refused} refused, of {calls} calls",
                work.name
            );
        }
    }
}

/// The folder of the program's own backups has names with the time.
fn is_backup(name: &str) -> bool {
    name == "a backups" || name.starts_with("a.before-")
}

/// Two runs give their rows different numbers and times.
fn without_ids(dump: &str) -> String {
    let mut text = String::new();
    for line in dump.lines() {
        let cells: Vec<&str> = line
            .split(" | ")
            .filter(|cell| !cell.contains("Integer(") && !cell.starts_with("Text(\"20"))
            .collect();
        text.push_str(&cells.join(" | "));
        text.push('\n');
    }
    let mut lines: Vec<&str> = text.lines().collect();
    lines.sort_unstable();
    lines.join("\n")
}

/// What a work writes beside the coalition is whole, or as it was before.
fn check_written(folder: &Path, work: &Work, done: bool, when: &str) {
    let copy = folder.join("copy.undersigned");
    if copy.exists() {
        let copy = Coalition::open(&copy).unwrap_or_else(|error| panic!("{when}: {error}"));
        assert_eq!(copy.verify().unwrap(), Vec::<String>::new(), "{when}");
    } else {
        assert!(!(done && work.name == BACK_UP.name), "{when}: there is no backup");
    }
    if work.name == WRITE_OVER.name {
        let text = fs::read_to_string(folder.join("block.txt")).unwrap();
        let expected = if done {
            "Amber Trust\n"
        } else {
            "what stood there before\n"
        };
        // A failed sync of the folder comes after the file has its name.
        assert!(text == expected || text == "Amber Trust\n", "{when}: {text:?}");
    }
    if work.name == EXPORT.name {
        let files = fs::read_dir(folder.join("all")).map_or(0, |entries| entries.count());
        assert!(
            if done { files > 20 } else { files == 0 },
            "{when}: {files} files"
        );
    }
}
