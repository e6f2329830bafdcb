//! A locked coalition and its backups, through the core and the command line.

use std::fs;
use std::path::{Path, PathBuf};

use base::passphrase::Passphrase;
use undersigned_core::backup::{self, Backups};
use undersigned_core::{Coalition, Error};

use crate::{Desk, cli, day, dump, refusal, stdout};

/// A word that stands in nothing but this coalition.
const KNOWN: &str = "Zebrawood";

fn key(text: &str) -> Option<Passphrase> {
    Some(Passphrase::new(text).unwrap())
}

/// Whether a word can be read in any file of a folder.
fn readable(folder: &Path, word: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(readable(&path, word));
        } else {
            let bytes = fs::read(&path).unwrap();
            let is_in = |word: &[u8]| bytes.windows(word.len()).any(|part| part == word);
            if is_in(word.as_bytes()) || is_in(word.to_lowercase().as_bytes()) {
                found.push(path);
            }
        }
    }
    found
}

/// A coalition with a backup and some history, all of it naming the known word.
fn desk() -> (tempfile::TempDir, PathBuf, Backups) {
    let Desk {
        folder,
        mut coalition,
        letter,
    } = Desk::new();
    let path = coalition.path().to_path_buf();
    let backups = Backups::of(&path, None);
    let fields = undersigned_core::organization::OrganizationFields {
        name: format!("{KNOWN} Trust"),
        ..Default::default()
    };
    let organization = coalition.add_organization(&fields, day(2)).unwrap().output;
    coalition.add_sign_ons(letter, &[organization], day(2)).unwrap();
    coalition.make_backup(&backups, day(3)).unwrap().unwrap();
    (folder, path, backups)
}

#[test]
fn locking_leaves_no_plain_copy_and_changes_nothing_in_it() {
    let (folder, path, backups) = desk();
    let before = dump(&path);
    assert_eq!(readable(folder.path(), KNOWN).len(), 2, "file and backup");
    let mut plain = fs::File::open(&path).unwrap();
    let mut coalition = Coalition::open(&path).unwrap();
    let done = coalition
        .set_passphrase(key("six plain words of no use"), &backups)
        .unwrap();
    assert_eq!((done.copies.len(), done.left.len()), (1, 0));
    assert_eq!(
        readable(folder.path(), KNOWN),
        [""; 0].map(PathBuf::from),
        "while it is open"
    );
    // What the plain file held is overwritten where it lay: it has no name any longer, and is still open here.
    let mut held = Vec::new();
    std::io::Read::read_to_end(&mut plain, &mut held).unwrap();
    assert!(held.len() > 4096 && held.iter().all(|byte| *byte == 0));
    // It goes on as it was: undo, redo, and everything in it.
    coalition.undo(day(4)).unwrap();
    coalition.redo(day(4)).unwrap();
    assert_eq!(coalition.verify().unwrap(), Vec::<String>::new());
    drop(coalition);
    assert_eq!(
        readable(folder.path(), KNOWN),
        [""; 0].map(PathBuf::from),
        "when it is closed"
    );

    assert!(matches!(Coalition::open(&path), Err(Error::Locked(_))));
    let bytes = fs::read(&path).unwrap();
    assert!(matches!(
        Coalition::open_with(&path, key("another")),
        Err(Error::WrongPassphrase(_))
    ));
    assert_eq!(
        fs::read(&path).unwrap(),
        bytes,
        "a wrong passphrase changes nothing"
    );

    let mut coalition = Coalition::open_with(&path, key("six plain words of no use")).unwrap();
    let done = coalition.set_passphrase(key("another"), &backups).unwrap();
    assert_eq!((done.copies.len(), done.left.len()), (1, 0));
    drop(coalition);
    assert!(matches!(
        Coalition::open_with(&path, key("six plain words of no use")),
        Err(Error::WrongPassphrase(_))
    ));
    let mut coalition = Coalition::open_with(&path, key("another")).unwrap();
    coalition.set_passphrase(None, &backups).unwrap();
    drop(coalition);
    let without_history = |dump: &str| -> Vec<String> {
        dump.lines()
            .filter(|line| !line.starts_with("event: ") && !line.starts_with("journal: "))
            .map(str::to_owned)
            .collect()
    };
    assert_eq!(without_history(&dump(&path)), without_history(&before));
}

#[test]
fn a_damaged_or_shortened_locked_file_shows_nothing() {
    let (_folder, path, backups) = desk();
    let mut coalition = Coalition::open(&path).unwrap();
    coalition.set_passphrase(key("words"), &backups).unwrap();
    drop(coalition);
    let whole = fs::read(&path).unwrap();
    let open = |bytes: &[u8]| {
        fs::write(&path, bytes).unwrap();
        Coalition::open_with(&path, key("words")).and_then(|coalition| coalition.verify())
    };
    for at in (5..whole.len()).step_by(whole.len() / 40) {
        let mut flipped = whole.clone();
        flipped[at] ^= 4;
        let opened = open(&flipped);
        assert!(
            opened.as_ref().is_err() || opened.as_ref().is_ok_and(|faults| !faults.is_empty()),
            "the bit at {at} went unnoticed"
        );
    }
    assert!(open(&whole[..whole.len() / 2]).is_err());
    assert!(open(&whole[..4096]).is_err());
    assert_eq!(open(&whole).unwrap(), Vec::<String>::new());
}

#[test]
fn a_backup_is_made_when_something_changed_and_brought_back_without_losing_what_was_there() {
    let (_folder, path, backups) = desk();
    let mut coalition = Coalition::open(&path).unwrap();
    assert_eq!(
        coalition.make_backup(&backups, day(4)).unwrap(),
        None,
        "nothing changed"
    );
    coalition.undo(day(5)).unwrap();
    let listed = coalition.list_backups(&backups).unwrap();
    assert_eq!(listed.len(), 1);
    assert_eq!(listed[0].changes_since, Some(1));
    assert_eq!(listed[0].contents.unwrap().sign_ons, 1);
    assert_eq!(coalition.contents().unwrap().sign_ons, 0);
    assert_eq!(backup::test_backup(&listed[0].path, None).unwrap().sign_ons, 1);

    let restore = |now| backup::restore(&path, &listed[0].path, None, &backups, now);
    assert!(matches!(restore(day(6)), Err(Error::InUse(_))));
    drop(coalition);
    let kept = restore(day(6)).unwrap().unwrap();
    let coalition = Coalition::open(&path).unwrap();
    assert_eq!(coalition.contents().unwrap().sign_ons, 1);
    assert_eq!(coalition.verify().unwrap(), Vec::<String>::new());
    assert_eq!(Coalition::open(&kept).unwrap().contents().unwrap().sign_ons, 0);

    // One that is damaged is not brought back.
    drop(coalition);
    let mut bytes = fs::read(&listed[0].path).unwrap();
    let middle = bytes.len() / 2;
    bytes.truncate(middle);
    fs::write(&listed[0].path, bytes).unwrap();
    let now = dump(&path);
    assert!(restore(day(7)).is_err());
    assert_eq!(dump(&path), now);
}

#[test]
fn the_command_line_locks_and_backs_up() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).display().to_string();
    let (file, one, two) = (at("a.undersigned"), at("one.txt"), at("two.txt"));
    fs::write(&one, "first words\n").unwrap();
    fs::write(&two, "second words\n").unwrap();
    let run = |arguments: &[&str]| cli(&[&["--file", &file], arguments].concat());
    stdout(&run(&["new"]));
    stdout(&run(&["organization", "add", "Zebrawood Trust"]));
    assert!(refusal(&run(&["passphrase", "remove"])).contains("not locked"));
    stdout(&run(&["passphrase", "set", "--new-passphrase-file", &one]));
    assert!(refusal(&run(&["organization", "list"])).contains("is locked"));
    assert!(refusal(&run(&["--passphrase-file", &two, "organization", "list"])).contains("does not open"));
    let open = ["--passphrase-file", &one];
    let list = stdout(&run(&[&open[..], &["organization", "list"]].concat()));
    assert!(list.contains("Zebrawood Trust"));
    stdout(&run(&[
        &open[..],
        &["passphrase", "change", "--new-passphrase-file", &two],
    ]
    .concat()));
    let open = ["--passphrase-file", &two];

    let copy = at("copy.undersigned");
    stdout(&run(&[&open[..], &["backup", &copy]].concat()));
    assert!(refusal(&run(&[&open[..], &["backup", &copy]].concat())).contains("copy.undersigned"));
    stdout(&run(&[&open[..], &["undo"]].concat()));
    stdout(&run(&[&open[..], &["restore", &copy]].concat()));
    let list = stdout(&run(&[&open[..], &["organization", "list"]].concat()));
    assert!(list.contains("Zebrawood Trust"));
    let backups = stdout(&run(&[&open[..], &["backups", "--json"]].concat()));
    let backups: serde_json::Value = serde_json::from_str(&backups).unwrap();
    assert_eq!(
        backups[0]["contents"]["organizations"], 0,
        "what was there before"
    );
    stdout(&run(&[&open[..], &["passphrase", "remove"]].concat()));
    assert!(stdout(&run(&["organization", "list"])).contains("Zebrawood Trust"));
    assert!(readable(folder.path(), KNOWN).len() > 1);
}
