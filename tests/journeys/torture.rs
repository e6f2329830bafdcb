//! Killing the program at random moments: what it said was done is done, what it did not say is done whole or not at all, and the file
//! is sound whatever happened.
//!
//! `TORTURE_KILLS` says how many kills there are over all works (a few by default), `TORTURE_SEED` where they begin. `cargo xtask
//! torture` runs a thousand and prints the figures.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use base::passphrase::Passphrase;
use undersigned_core::Coalition;
use undersigned_core::backup::{Backups, Contents};

use crate::{cli, stdout};

/// A work that is killed: its name, what is done once before, and the command.
struct Work {
    name: &'static str,
    prepare: fn(&Path),
    arguments: &'static [&'static str],
    /// Whether the file is locked when it begins, and when it has ended.
    locked: (bool, bool),
}

const WORKS: [Work; 11] = [
    Work {
        name: "import",
        prepare: nothing,
        arguments: &["import", "rows.csv", "--as", "people", "--likely", "new"],
        locked: (false, false),
    },
    Work {
        name: "import into a locked file",
        prepare: lock,
        arguments: &[
            "--passphrase-file",
            "words.txt",
            "import",
            "rows.csv",
            "--as",
            "people",
            "--likely",
            "new",
        ],
        locked: (true, true),
    },
    Work {
        name: "edit",
        prepare: nothing,
        arguments: &["organization", "set", "Amber Trust", "--district", "North"],
        locked: (false, false),
    },
    Work {
        name: "merge",
        prepare: nothing,
        arguments: &["merge", "Amber Trust", "Birch Union"],
        locked: (false, false),
    },
    Work {
        name: "undo",
        prepare: import,
        arguments: &["undo"],
        locked: (false, false),
    },
    Work {
        name: "back up",
        prepare: import,
        arguments: &["backup", "copy.undersigned"],
        locked: (false, false),
    },
    Work {
        name: "restore",
        prepare: back_up_and_undo,
        arguments: &["restore", "copy.undersigned"],
        locked: (false, false),
    },
    Work {
        name: "lock",
        prepare: import,
        arguments: &["passphrase", "set", "--new-passphrase-file", "words.txt"],
        locked: (false, true),
    },
    Work {
        name: "take the lock off",
        prepare: lock,
        arguments: &["--passphrase-file", "words.txt", "passphrase", "remove"],
        locked: (true, false),
    },
    Work {
        name: "migrate",
        prepare: file_of_an_earlier_version,
        arguments: &["organization", "list"],
        locked: (false, false),
    },
    Work {
        name: "forget",
        prepare: import,
        arguments: &["forget", "person", "Person Number1"],
        locked: (false, false),
    },
];

fn nothing(_: &Path) {}

fn run(folder: &Path, arguments: &[&str]) -> std::process::Output {
    let file = folder.join("a.undersigned").display().to_string();
    let arguments: Vec<String> = arguments
        .iter()
        .map(|argument| in_folder(folder, argument))
        .collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    cli(&[&["--file", &file], &arguments[..]].concat())
}

/// An argument that names one of the files of a work, as its path.
fn in_folder(folder: &Path, argument: &str) -> String {
    match argument {
        "rows.csv" | "words.txt" | "copy.undersigned" => folder.join(argument).display().to_string(),
        _ => argument.to_owned(),
    }
}

fn import(folder: &Path) {
    stdout(&run(folder, WORKS[0].arguments));
}

fn lock(folder: &Path) {
    import(folder);
    stdout(&run(
        folder,
        &["passphrase", "set", "--new-passphrase-file", "words.txt"],
    ));
}

fn file_of_an_earlier_version(folder: &Path) {
    let old = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/version-8.undersigned");
    fs::copy(old, folder.join("a.undersigned")).unwrap();
}

fn back_up_and_undo(folder: &Path) {
    import(folder);
    stdout(&run(folder, &["backup", "copy.undersigned"]));
    stdout(&run(folder, &["undo"]));
}

fn prepared(work: &Work) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("words.txt"), "some words for it\n").unwrap();
    let mut rows = String::from("name,email,organization\n");
    for number in 0..200 {
        rows.push_str(&format!(
            "Person Number{number},p{number}@example.org,Trust Number{}\n",
            number % 40
        ));
    }
    fs::write(folder.path().join("rows.csv"), rows).unwrap();
    stdout(&run(folder.path(), &["new"]));
    for name in ["Amber Trust", "Birch Union"] {
        stdout(&run(folder.path(), &["organization", "add", name]));
    }
    (work.prepare)(folder.path());
    folder
}

/// All that is compared of a file: how much is in it, how long its history is, and whether the edit is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct State {
    locked: bool,
    contents: Contents,
    edited: bool,
}

/// Opens the file as the next start does, and checks all of it.
fn state(folder: &Path, when: &str) -> State {
    let path = folder.join("a.undersigned");
    let key = Passphrase::new("some words for it").unwrap();
    let coalition = Coalition::open_with(&path, Some(key)).unwrap_or_else(|error| panic!("{when}: {error}"));
    assert_eq!(coalition.verify().unwrap(), Vec::<String>::new(), "{when}");
    let edited = coalition
        .resolve_organization("Amber Trust")
        .and_then(|amber| coalition.get_organization(amber))
        .is_ok_and(|amber| amber.texts.district == "North");
    State {
        locked: coalition.is_locked(),
        contents: coalition.contents().unwrap(),
        edited,
    }
}

/// Copies a prepared folder, so that it is prepared once.
fn copied(from: &Path) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(from, folder.path());
    folder
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            fs::create_dir(&target).unwrap();
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).unwrap();
        }
    }
}

/// Starts a work, kills it after a time, and says whether it had said before that it was done.
fn killed(folder: &Path, work: &Work, after: Duration) -> bool {
    let file = folder.join("a.undersigned");
    let mut child = Command::new(undersigned_tests::program("undersigned-cli"))
        .arg("--file")
        .arg(&file)
        .args(work.arguments.iter().map(|argument| in_folder(folder, argument)))
        .env("LC_ALL", "C")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    std::thread::sleep(after);
    let _ = child.kill();
    child.wait().unwrap().success()
}

/// Every file that is a coalition by its name, and is whole.
fn check_copies(folder: &Path, when: &str) {
    let key = Passphrase::new("some words for it").unwrap();
    let backups = Backups::of(&folder.join("a.undersigned"), None);
    let folders = [folder, backups.folder()];
    let files = folders
        .iter()
        .flat_map(|folder| fs::read_dir(folder).into_iter().flatten());
    let names: Vec<PathBuf> = files
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "undersigned"))
        .collect();
    for path in names {
        let coalition = Coalition::open_with(&path, Some(key.clone()))
            .unwrap_or_else(|error| panic!("{when}: {}: {error}", path.display()));
        assert_eq!(
            coalition.verify().unwrap(),
            Vec::<String>::new(),
            "{when}: {}",
            path.display()
        );
    }
}

#[test]
fn a_kill_at_any_moment_loses_nothing_that_was_said_to_be_done_and_leaves_nothing_half_done() {
    let number = |name: &str, default: u64| {
        std::env::var(name).map_or(default, |text| text.parse().expect("a number"))
    };
    let (kills, mut seed) = (number("TORTURE_KILLS", 10), number("TORTURE_SEED", 1));
    let mut random = move || {
        // SplitMix64 (Steele and others, 2014).
        seed = seed.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = seed;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    };
    let mut figures: BTreeMap<&str, [u32; 3]> = BTreeMap::new();
    for work in &WORKS {
        let original = prepared(work);
        let before = state(copied(original.path()).path(), work.name);
        assert_eq!(before.locked, work.locked.0, "{}", work.name);
        let whole = copied(original.path());
        let began = Instant::now();
        assert!(killed_never(whole.path(), work), "{}", work.name);
        let takes = began.elapsed();
        let after = state(whole.path(), work.name);
        assert_eq!(after.locked, work.locked.1, "{}", work.name);
        for kill in 0..kills.div_ceil(WORKS.len() as u64) {
            let folder = copied(original.path());
            let moment = takes.mul_f64((random() % 1_000) as f64 / 900.0);
            let said = killed(folder.path(), work, moment);
            let when = format!("{}, kill {kill} after {} µs", work.name, moment.as_micros());
            let found = state(folder.path(), &when);
            assert!(found == before || found == after, "{when}: {found:?}");
            assert!(!said || found == after, "{when}: it said that it was done");
            check_copies(folder.path(), &when);
            let figures = figures.entry(work.name).or_default();
            figures[match (said, found == after) {
                (true, _) => 0,
                (false, true) => 1,
                (false, false) => 2,
            }] += 1;
        }
    }
    for (work, [said, done, not]) in figures {
        println!("{work}: {said} ended before the kill, {done} done and not said, {not} as before");
    }
}

fn killed_never(folder: &Path, work: &Work) -> bool {
    run(folder, work.arguments).status.success()
}
