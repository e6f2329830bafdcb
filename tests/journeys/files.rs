//! The file itself: who holds it, what may is read-only, files of earlier versions, and the space that is given back.

use std::fs;
use std::path::{Path, PathBuf};

use undersigned_core::letter::LetterFields;
use undersigned_core::organization::OrganizationFields;
use undersigned_core::signon::{OutreachKind, Status, StatusChange, Via};
use undersigned_core::{Coalition, Error};

use crate::{Desk, day, dump};

fn fixtures() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "undersigned"))
        .collect();
    files.sort();
    assert!(files.len() >= 4);
    files
}

fn organization(name: &str) -> OrganizationFields {
    OrganizationFields {
        name: name.into(),
        ..OrganizationFields::default()
    }
}

fn letter(title: &str) -> LetterFields {
    LetterFields {
        title: title.into(),
        ..LetterFields::default()
    }
}

/// What stands in a folder beside the files that are named.
fn others(folder: &Path, names: &[&str]) -> Vec<String> {
    let mut others: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| !names.contains(&name.as_str()))
        .collect();
    others.sort();
    others
}

#[test]
fn what_every_earlier_version_did_is_undone_and_redone_and_nothing_is_lost() {
    for fixture in fixtures() {
        let name = fixture.file_name().unwrap().to_str().unwrap();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("old.undersigned");
        fs::copy(&fixture, &path).unwrap();
        let mut coalition = Coalition::open(&path).unwrap();
        assert_eq!(coalition.verify().unwrap(), Vec::<String>::new(), "{name}");
        while coalition.redo(day(20)).is_ok() {}
        let redone = dump(&path);
        let mut undone = 0;
        while coalition.undo(day(20)).is_ok() {
            undone += 1;
            assert_eq!(coalition.verify().unwrap(), Vec::<String>::new(), "{name}");
        }
        assert!(undone > 1, "{name}: {undone}");
        while coalition.redo(day(20)).is_ok() {}
        assert_eq!(dump(&path), redone, "{name}");
        assert_eq!(coalition.verify().unwrap(), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn a_file_is_brought_up_to_date_also_when_copies_from_before_stand_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("old.undersigned");
    let upgrade = || {
        fs::copy(&fixtures()[0], &path).unwrap();
        drop(Coalition::open(&path).unwrap());
        others(folder.path(), &["old.undersigned"])
    };
    let first = upgrade();
    assert_eq!(first.len(), 1);
    let copy = folder.path().join(&first[0]);
    fs::write(&copy, "what somebody put there").unwrap();
    // A kill while the next copy was written leaves a part of it.
    let part = first[0].replace(".undersigned", "-2.undersigned.undersigned-part");
    fs::write(folder.path().join(part), "half").unwrap();
    let second = upgrade();
    assert_eq!(second.len(), 2, "{second:?}");
    assert_eq!(fs::read_to_string(&copy).unwrap(), "what somebody put there");
    let other = second.iter().find(|name| **name != first[0]).unwrap();
    assert!(Coalition::open(&folder.path().join(other)).is_ok());
}

#[cfg(unix)]
#[test]
fn an_open_file_is_in_use_by_whatever_name_it_is_opened() {
    let desk = Desk::new();
    let elsewhere = tempfile::tempdir().unwrap();
    let (link, hard) = (
        elsewhere.path().join("link.undersigned"),
        elsewhere.path().join("hard.undersigned"),
    );
    std::os::unix::fs::symlink(desk.path(), &link).unwrap();
    fs::hard_link(desk.path(), &hard).unwrap();
    for name in [desk.path(), link.clone(), hard.clone()] {
        assert!(matches!(Coalition::open(&name), Err(Error::InUse(_))), "{name:?}");
    }
    let path = desk.path();
    drop(desk.coalition);
    for name in [link, hard] {
        let coalition = Coalition::open(&name).unwrap();
        assert!(matches!(Coalition::open(&path), Err(Error::InUse(_))), "{name:?}");
        assert_eq!(coalition.verify().unwrap(), Vec::<String>::new());
    }
}

#[test]
fn a_file_that_can_not_be_written_opens_to_look_at_and_refuses_every_action() {
    let mut desk = Desk::new();
    desk.sign_wisconsin();
    let (letter_id, path) = (desk.letter, desk.path());
    drop(desk.coalition);
    let old = desk.folder.path().join("old.undersigned");
    fs::copy(&fixtures()[0], &old).unwrap();
    for path in [&path, &old] {
        let mut permissions = fs::metadata(path).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(path, permissions).unwrap();
        let before = fs::read(path).unwrap();
        let mut coalition = Coalition::open(path).unwrap();
        assert!(coalition.is_read_only());
        assert!(coalition.count_organizations().unwrap() > 3);
        let refused = coalition
            .add_organization(&organization("Late Choir"), day(9))
            .unwrap_err();
        assert!(refused.to_string().contains("is read-only"), "{refused}");
        for refused in [coalition.undo(day(9)).err(), coalition.redo(day(9)).err()] {
            assert!(refused.unwrap().to_string().contains("is read-only"));
        }
        // What is open to look at can be copied, and the copy be changed.
        let copy = path.with_extension("copy.undersigned");
        coalition.save_copy(&copy).unwrap();
        drop(coalition);
        let mut copied = Coalition::open(&copy).unwrap();
        assert!(!copied.is_read_only());
        copied
            .add_organization(&organization("Late Choir"), day(9))
            .unwrap();
        drop(copied);
        assert_eq!(fs::read(path).unwrap(), before);
    }
    let looked = Coalition::open(&path).unwrap();
    assert!(looked.get_letter(letter_id).unwrap().counts.confirmed > 20);
    let names = [
        "desk.undersigned",
        "old.undersigned",
        "desk.copy.undersigned",
        "old.copy.undersigned",
    ];
    // Whoever may write everywhere, as root, leaves SQLite's own empty files beside what was only looked at.
    let mut beside = others(desk.folder.path(), &names);
    beside.retain(|name| !name.ends_with("-shm") && !name.ends_with("-wal"));
    assert_eq!(beside, Vec::<String>::new());
}

#[test]
fn an_import_that_is_undone_for_good_leaves_the_file_about_as_small_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.undersigned");
    let mut coalition = Coalition::create(&path).unwrap();
    let size = undersigned_generate::Size {
        organizations: 3_000,
        people: 3_000,
        letters: 5,
    };
    undersigned_generate::generate(&mut coalition, size, 1, day(1)).unwrap();
    drop(coalition);
    let size = || fs::metadata(&path).unwrap().len();
    let before = size();
    let coalition = Coalition::open(&path).unwrap();
    let mut desk = Desk {
        letter: coalition.list_letters().unwrap()[0].id,
        coalition,
        folder,
    };
    let list: String = (0..2_000)
        .map(|number| format!("Sector {number} Lamplighters of Tarvin Borough\n"))
        .collect();
    desk.import(&list, Status::Confirmed);
    desk.coalition.undo(day(10)).unwrap();
    // It can still be done again, also after a restart, with the list that it was.
    drop(desk.coalition);
    let mut coalition = Coalition::open(&path).unwrap();
    coalition.redo(day(10)).unwrap();
    assert_eq!(coalition.verify().unwrap(), Vec::<String>::new());
    let import = coalition.list_imports().unwrap()[0].id;
    assert_eq!(coalition.get_import_source(import).unwrap(), list.as_bytes());
    coalition.undo(day(10)).unwrap();
    // Something else is done: now it is gone for good.
    coalition
        .add_organization(&organization("Late Choir"), day(10))
        .unwrap();
    drop(coalition);
    assert!(
        size() * 10 <= before * 13,
        "{} bytes before, {} after",
        before,
        size()
    );
    let coalition = Coalition::open(&path).unwrap();
    assert_eq!(coalition.verify().unwrap(), Vec::<String>::new());
    let (rows, files) = (count(&path, "import_row"), count(&path, "stored_file"));
    assert_eq!((rows, files), (0, 0));
}

fn count(path: &Path, table: &str) -> i64 {
    rusqlite::Connection::open(path)
        .unwrap()
        .query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0))
        .unwrap()
}

#[test]
fn a_file_that_an_undo_can_bring_back_stays() {
    let mut desk = Desk::new();
    let id = desk.organization("Cedar Choir");
    desk.coalition.add_sign_ons(desk.letter, &[id], day(2)).unwrap();
    let sign_on = desk.coalition.find_sign_on(desk.letter, id).unwrap().unwrap();
    let evidence = desk
        .coalition
        .add_evidence_file(&[sign_on], Some(Via::Paper), "yes.txt", b"We sign.", day(3))
        .unwrap()
        .output;
    desk.coalition.remove_evidence(sign_on, evidence, day(4)).unwrap();
    let mut desk = desk.restart();
    desk.coalition.undo(day(5)).unwrap();
    let file = desk.coalition.get_evidence_file(evidence).unwrap();
    assert_eq!(file.content, b"We sign.");
}

#[test]
fn a_stored_file_is_compared_with_what_it_is_called_by() {
    let mut desk = Desk::new();
    let id = desk.organization("Cedar Choir");
    desk.coalition.add_sign_ons(desk.letter, &[id], day(2)).unwrap();
    let sign_on = desk.coalition.find_sign_on(desk.letter, id).unwrap().unwrap();
    let evidence = desk
        .coalition
        .add_evidence_file(&[sign_on], Some(Via::Paper), "yes.txt", b"We sign.", day(3))
        .unwrap()
        .output;
    let path = desk.path();
    drop(desk.coalition);
    let other = rusqlite::Connection::open(&path).unwrap();
    let guard: String = other
        .query_row(
            "SELECT sql FROM sqlite_schema WHERE name = 'stored_file_is_never_changed'",
            [],
            |row| row.get(0),
        )
        .unwrap();
    other
        .execute_batch(&format!(
            "DROP TRIGGER stored_file_is_never_changed; UPDATE stored_file SET content = CAST('We shan''t' AS BLOB), bytes = 9;
             {guard}"
        ))
        .unwrap();
    drop(other);
    let coalition = Coalition::open(&path).unwrap();
    assert!(
        coalition
            .get_evidence_file(evidence)
            .is_err_and(|error| error.is_damage())
    );
    assert_eq!(coalition.verify().unwrap().len(), 1);
}

#[test]
fn of_two_letters_of_one_second_the_later_says_what_prints_as_last_time() {
    // Ids are random: an order that rests on them is wrong every other time.
    for _ in 0..20 {
        let mut desk = Desk::new();
        let id = desk.organization("Cedar Choir");
        for (title, name) in [("First", "Cedar Choir of Tarvin"), ("Second", "The Cedar Choir")] {
            let letter = desk.coalition.add_letter(&letter(title), day(2)).unwrap().output;
            desk.coalition.add_sign_ons(letter, &[id], day(2)).unwrap();
            let sign_on = desk.coalition.find_sign_on(letter, id).unwrap().unwrap();
            desk.coalition.set_sign_on_name(sign_on, name, day(2)).unwrap();
            let yes = StatusChange {
                via: Some(Via::Email),
                ..StatusChange::to(Status::Confirmed)
            };
            desk.coalition
                .set_sign_on_status(&[sign_on], &yes, day(2))
                .unwrap();
        }
        let third = desk
            .coalition
            .add_letter(&letter("Third"), day(2))
            .unwrap()
            .output;
        desk.coalition.add_sign_ons(third, &[id], day(2)).unwrap();
        let rows = desk.coalition.list_sign_ons(third, day(2)).unwrap();
        assert_eq!(rows[0].prints_as, "The Cedar Choir");
        let titles: Vec<String> = desk
            .coalition
            .list_letters()
            .unwrap()
            .into_iter()
            .map(|letter| letter.title)
            .collect();
        assert_eq!(titles[..3], ["Third", "Second", "First"]);
    }
}

#[test]
fn what_was_written_in_one_second_is_listed_in_the_order_in_which_it_was_written() {
    for _ in 0..10 {
        let mut desk = Desk::new();
        let id = desk.organization("Cedar Choir");
        desk.coalition.add_sign_ons(desk.letter, &[id], day(2)).unwrap();
        let sign_on = desk.coalition.find_sign_on(desk.letter, id).unwrap().unwrap();
        for text in ["one", "two", "three"] {
            desk.coalition
                .log_outreach(&[sign_on], OutreachKind::Note, None, text, None, day(2))
                .unwrap();
            desk.coalition
                .add_evidence(&[sign_on], None, text, None, day(2))
                .unwrap();
        }
        let outreach = desk.coalition.list_outreach(sign_on).unwrap();
        let texts: Vec<&str> = outreach.iter().map(|item| item.text.as_str()).collect();
        assert_eq!(texts, ["three", "two", "one"]);
        let evidence = desk.coalition.list_evidence(sign_on).unwrap();
        let texts: Vec<&str> = evidence.iter().map(|item| item.text.as_str()).collect();
        assert_eq!(texts, ["one", "two", "three"]);
    }
}

#[test]
fn a_zone_that_nobody_knows_takes_no_list_with_it() {
    let mut desk = Desk::new();
    let fields = LetterFields {
        hard_deadline: Some("2020-12-18T17:00".into()),
        zone: Some("America/Chicago".into()),
        ..letter("Far away")
    };
    let far = desk.coalition.add_letter(&fields, day(2)).unwrap().output;
    let id = desk.organization("Cedar Choir");
    desk.coalition.add_sign_ons(far, &[id], day(2)).unwrap();
    let path = desk.path();
    drop(desk.coalition);
    rusqlite::Connection::open(&path)
        .unwrap()
        .execute_batch("UPDATE letter SET zone = 'America/Atlantis' WHERE zone IS NOT NULL")
        .unwrap();
    let coalition = Coalition::open(&path).unwrap();
    assert_eq!(coalition.list_letters().unwrap().len(), 2);
    assert_eq!(
        coalition.get_letter(far).unwrap().zone.as_deref(),
        Some("America/Atlantis")
    );
    assert!(coalition.list_followups(None, day(17)).is_ok());
    assert!(coalition.list_followups(Some(far), day(17)).is_ok());
    assert!(coalition.list_sign_ons(far, day(17)).is_ok());
}
