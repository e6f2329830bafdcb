//! Damage to a file: every flipped bit is noticed, and what can still be read is saved.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use base::passphrase::Passphrase;
use undersigned_core::backup::Backups;
use undersigned_core::organization::OrganizationFields;
use undersigned_core::salvage::salvage;
use undersigned_core::{Coalition, Error, Language};

use crate::{Desk, cli, copy_from_before, day, dump, refusal, stdout};

const WORDS: &str = "six plain words of no use";

fn key() -> Passphrase {
    Passphrase::new(WORDS).unwrap()
}

/// A closed coalition with organizations enough for some hundred pages, sign-ons, an edition and a file.
fn desk(locked: bool) -> (tempfile::TempDir, PathBuf) {
    let mut desk = Desk::new();
    desk.sign_wisconsin();
    for number in 0..300 {
        let fields = OrganizationFields {
            name: format!("Grove {number} Neighbors"),
            note: format!("note {number} ").repeat(12),
            ..OrganizationFields::default()
        };
        desk.coalition.add_organization(&fields, day(2)).unwrap();
    }
    if locked {
        let backups = Backups::of(&desk.path(), None);
        desk.coalition.set_passphrase(Some(key()), &backups).unwrap();
    }
    let path = desk.path();
    drop(desk.coalition);
    (desk.folder, path)
}

/// What somebody sees of a file: the blocks, the ledgers, all organizations.
fn seen(coalition: &Coalition) -> Result<String, Error> {
    let mut text = String::new();
    for letter in coalition.list_letters()? {
        text.push_str(&format!("{:?}\n", coalition.list_sign_ons(letter.id, day(9))?));
    }
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("all");
    coalition.export(&to, undersigned_core::export::ExportFormat::Csv)?;
    let mut names: Vec<PathBuf> = fs::read_dir(&to)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .collect();
    names.sort();
    for name in names {
        text.push_str(&fs::read_to_string(name).unwrap());
    }
    Ok(text)
}

#[test]
fn of_flipped_bits_in_a_plain_or_locked_file_none_is_silent() {
    // Opening a locked file takes a quarter of a second: all 200 only when `cargo xtask torture` says so.
    let in_locked = std::env::var("DAMAGED_BITS").map_or(24, |text| text.parse().expect("a number"));
    for (locked, bits) in [(false, 200), (true, in_locked)] {
        let (_folder, path) = desk(locked);
        let whole = fs::read(&path).unwrap();
        let open = || Coalition::open_with(&path, locked.then(key));
        let before = seen(&open().unwrap()).unwrap();
        let (mut refused, mut by_verify) = (0, 0);
        // Spread over the file, over all bits of a byte, and over all places of a page: 101 and 4,096 share no divisor.
        let step = (whole.len() / bits) | 1;
        for number in 0..bits {
            let at = (number * step + number * 101) % whole.len();
            let mut flipped = whole.clone();
            flipped[at] ^= 1 << (number % 8);
            fs::write(&path, &flipped).unwrap();
            let what = format!("bit {} of byte {at}, locked: {locked}", number % 8);
            match open() {
                Err(error) => {
                    refused += 1;
                    assert!(
                        matches!(
                            error,
                            Error::DamagedFile(_) | Error::NotACoalition(_) | Error::WrongPassphrase(_)
                        ),
                        "{what}: {error:?}"
                    );
                }
                Ok(coalition) => {
                    by_verify += 1;
                    assert!(
                        coalition.verify().map_or(true, |faults| !faults.is_empty()),
                        "{what}"
                    );
                    // Until somebody verifies, nothing else than what was written is shown.
                    assert!(seen(&coalition).map_or(true, |now| now == before), "{what}");
                }
            }
        }
        println!(
            "locked: {locked}, {bits} bits: {refused} refused at opening, {by_verify} found by the whole check, 0 silent"
        );
        // Its size is not the point: almost all of it is in use.
        assert!(refused * 4 > bits * 3, "{refused}");
        fs::write(&path, &whole).unwrap();
        assert_eq!(open().unwrap().verify().unwrap(), Vec::<String>::new());
    }
}

/// Damages every page that holds a text, in a file with pages of 4,096 bytes: which of them comes first hangs on random ids.
fn damage(path: &Path, text: &str) {
    let mut bytes = fs::read(path).unwrap();
    let pages: BTreeSet<usize> = bytes
        .windows(text.len())
        .enumerate()
        .filter(|(_, part)| *part == text.as_bytes())
        .map(|(at, _)| at / 4096 * 4096)
        .collect();
    assert!(!pages.is_empty());
    for page in pages {
        bytes[page + 100..page + 4000].fill(0x5A);
    }
    fs::write(path, bytes).unwrap();
}

fn organizations(path: &Path, key: Option<Passphrase>) -> u32 {
    let coalition = Coalition::open_with(path, key).unwrap();
    assert_eq!(coalition.verify().unwrap(), Vec::<String>::new());
    coalition.count_organizations().unwrap()
}

#[test]
fn what_can_be_read_of_a_damaged_file_is_a_new_one_that_is_sound() {
    let (folder, path) = desk(false);
    let all = organizations(&path, None);
    let to = folder.path().join("saved.undersigned");

    // Nothing is damaged: everything is there, undo too.
    let salvaged = salvage(&path, &to, None, day(9)).unwrap();
    assert_eq!((salvaged.losses.len(), salvaged.undo_cleared), (0, false));
    assert_eq!(dump(&to), dump(&path));
    Coalition::open(&to).unwrap().undo(day(9)).unwrap();
    fs::remove_file(&to).unwrap();

    // Pages here and there: all rows but those on them.
    damage(&path, "note 7 note");
    damage(&path, "note 200 note");
    let bytes = fs::read(&path).unwrap();
    assert!(matches!(Coalition::open(&path), Err(Error::DamagedFile(_))));
    let salvaged = salvage(&path, &to, None, day(9)).unwrap();
    assert_eq!(fs::read(&path).unwrap(), bytes, "the damaged file is as it was");
    let loss = salvaged
        .losses
        .iter()
        .find(|loss| loss.table == "organization")
        .unwrap();
    assert!(
        loss.missing.is_some_and(|missing| (1..80).contains(&missing)),
        "{loss:?}"
    );
    assert_eq!(loss.read + loss.missing.unwrap(), all);
    assert_eq!(organizations(&to, None), loss.read);
    assert!(salvaged.undo_cleared);
    let sentence = salvaged.message(&to).to_string(Language::English);
    assert!(
        sentence.contains("organization (") && sentence.contains("can’t be undone"),
        "{sentence}"
    );
    assert!(matches!(
        salvage(&path, &to, None, day(9)),
        Err(Error::FileExists(_))
    ));
    let left: Vec<_> = fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.contains("work") || name.contains("part"))
        .collect();
    assert_eq!(left, [""; 0]);
}

#[test]
fn a_damaged_locked_file_is_salvaged_locked() {
    let (folder, path) = desk(true);
    let all = organizations(&path, Some(key()));
    let to = folder.path().join("saved.undersigned");
    let mut bytes = fs::read(&path).unwrap();
    // Somewhere in the middle, where organizations are.
    let middle = bytes.len() / 4096 / 2 * 4096;
    for page in 0..4 {
        bytes[middle + page * 4096 + 50] ^= 1;
    }
    fs::write(&path, &bytes).unwrap();
    assert!(matches!(salvage(&path, &to, None, day(9)), Err(Error::Locked(_))));
    let other = Passphrase::new("other words").unwrap();
    assert!(matches!(
        salvage(&path, &to, Some(&other), day(9)),
        Err(Error::WrongPassphrase(_))
    ));
    assert!(!to.exists());
    let salvaged = salvage(&path, &to, Some(&key()), day(9)).unwrap();
    assert!(matches!(Coalition::open(&to), Err(Error::Locked(_))));
    let kept = organizations(&to, Some(key()));
    assert!(
        kept > all / 2 && salvaged.rows > kept,
        "{kept} of {all}: {salvaged:?}"
    );
}

#[test]
fn the_command_line_salvages_and_says_what_is_missing() {
    let (folder, path) = desk(false);
    damage(&path, "note 200 note");
    let (file, to) = (
        path.display().to_string(),
        folder.path().join("saved.undersigned"),
    );
    let run = |arguments: &[&str]| cli(&[&["--file", &file], arguments].concat());
    let to = to.display().to_string();
    assert!(refusal(&run(&["organization", "list"])).contains("damaged"));
    let said = stdout(&run(&["salvage", &to]));
    assert!(said.contains("missing: organization ("), "{said}");
    assert!(stdout(&cli(&["--file", &to, "verify"])).contains("in order"));
    assert!(refusal(&run(&["salvage", &to])).contains("saved.undersigned"));
}

#[test]
fn a_file_of_an_earlier_version_has_checksums_once_it_is_opened() {
    for version in ["1", "2", "6", "8"] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("old.undersigned");
        let old =
            Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("fixtures/version-{version}.undersigned"));
        fs::copy(old, &path).unwrap();
        assert_eq!(fs::read(&path).unwrap()[20], 0);
        drop(Coalition::open(&path).unwrap());
        assert_eq!(fs::read(&path).unwrap()[20], 8, "the room that each page keeps");
        assert_eq!(
            Coalition::open(&path).unwrap().verify().unwrap(),
            Vec::<String>::new()
        );
        assert!(copy_from_before(folder.path(), "old") > 0);
    }
}
