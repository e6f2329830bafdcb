//! What is refused: each with a sentence that says why, and the file as it was.

use std::fs;

use base::progress::no_progress;
use reading::text::{check_text, decode};
use undersigned_core::import::{Choices, ImportTarget, Likely};
use undersigned_core::organization::{OrganizationFilter, OrganizationSort};
use undersigned_core::signon::Status;
use undersigned_core::{Coalition, Error, Language};

use crate::{Desk, cli, cli_with, refusal};

#[test]
fn an_empty_paste_a_picture_and_fifty_megabytes_are_refused_with_a_sentence() {
    for (bytes, word) in [
        (b"  \n\t ".to_vec(), "no text"),
        (
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\xff\xfe".to_vec(),
            "picture",
        ),
        (vec![b'a'; 50 * 1024 * 1024], "too much"),
        (b"Alder\0\0\0\x01\x02\x03 Neighbors".to_vec(), "picture"),
    ] {
        let refused =
            undersigned_core::Error::from(decode(&bytes).and_then(|text| check_text(&text)).unwrap_err());
        assert!(
            refused.sentence(Language::English).contains(word),
            "{}",
            refused.sentence(Language::English)
        );
    }
}

#[test]
fn fifty_megabytes_on_standard_input_are_refused_by_the_command_line() {
    let sentence = refusal(&cli_with(&["read-list", "-"], &vec![b'a'; 50 * 1024 * 1024]));
    assert!(sentence.contains("too much"), "{sentence}");
}

#[test]
fn a_file_that_is_no_coalition_is_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let other = folder.path().join("other.undersigned");
    let foreign = folder.path().join("foreign.undersigned");
    let conn = rusqlite::Connection::open(&foreign).unwrap();
    conn.execute_batch("CREATE TABLE t (a); INSERT INTO t VALUES (1);")
        .unwrap();
    drop(conn);
    for content in [
        b"".to_vec(),
        b"Dear all, please sign.".to_vec(),
        vec![0; 8192],
        fs::read(&foreign).unwrap(),
    ] {
        fs::write(&other, &content).unwrap();
        assert!(matches!(Coalition::open(&other), Err(Error::NotACoalition(_))));
        assert_eq!(fs::read(&other).unwrap(), content);
    }
    assert!(matches!(
        Coalition::open(folder.path()),
        Err(Error::NotACoalition(_))
    ));
}

#[test]
fn a_file_of_a_newer_version_is_left_as_it_is() {
    let desk = Desk::new();
    let path = desk.path();
    let folder = desk.folder;
    drop(desk.coalition);
    let conn = rusqlite::Connection::open(&path).unwrap();
    conn.pragma_update(None, "journal_mode", "delete").unwrap();
    conn.pragma_update(None, "user_version", 999).unwrap();
    drop(conn);
    let before = fs::read(&path).unwrap();
    assert!(matches!(Coalition::open(&path), Err(Error::FileTooNew(_))));
    assert_eq!(fs::read(&path).unwrap(), before);
    drop(folder);
}

#[test]
fn a_coalition_with_a_trigger_or_view_of_somebody_else_is_refused() {
    for hostile in [
        "CREATE TRIGGER t AFTER INSERT ON letter BEGIN DELETE FROM organization; END;",
        "CREATE VIEW v AS SELECT 1;",
        "CREATE TABLE extra (a);",
        "DROP TRIGGER event_is_never_deleted;",
    ] {
        let desk = Desk::new();
        let (path, _folder) = (desk.path(), desk.folder);
        drop(desk.coalition);
        let conn = rusqlite::Connection::open(&path).unwrap();
        conn.execute_batch(hostile).unwrap();
        drop(conn);
        assert!(
            matches!(Coalition::open(&path), Err(Error::NotACoalition(_))),
            "{hostile}"
        );
    }
}

#[test]
fn a_second_program_on_the_same_file_is_refused() {
    let desk = Desk::new();
    let path = desk.path();
    assert!(matches!(Coalition::open(&path), Err(Error::InUse(_))));
    let sentence = refusal(&cli(&["--file", path.to_str().unwrap(), "letter", "list"]));
    assert!(
        sentence.contains("open in another window or program"),
        "{sentence}"
    );
    drop(desk.coalition);
    assert!(Coalition::open(&path).is_ok());
}

#[test]
fn a_new_coalition_is_never_written_over_anything() {
    let desk = Desk::new();
    let path = desk.path();
    drop(desk.coalition);
    let before = fs::read(&path).unwrap();
    let sentence = refusal(&cli(&["--file", path.to_str().unwrap(), "new"]));
    assert!(sentence.contains("there already"), "{sentence}");
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn a_full_disk_changes_nothing() {
    let mut desk = Desk::new();
    let before = desk.dump();
    desk.coalition.limit_size_for_tests();
    let list: String = (0..2000).map(|n| format!("Grove {n} Neighbors\n")).collect();
    let source = desk.list(&list);
    let target = ImportTarget::SignOns {
        letter_id: desk.letter,
        status: Status::Confirmed,
    };
    let choices = Choices::new(target, Likely::Ask);
    let plan = desk
        .coalition
        .plan_import(&source, choices, &mut no_progress, crate::day(9));
    let refused = desk
        .coalition
        .import(&source, &plan.unwrap(), &mut no_progress, crate::day(9));
    assert!(matches!(refused, Err(Error::DiskFull)), "{refused:?}");
    assert_eq!(desk.dump(), before);
    assert_eq!(desk.coalition.verify().unwrap(), Vec::<String>::new());
}

/// A program that is killed closes nothing: the file stays as it was made, and its log lies beside it.
#[test]
fn a_coalition_that_was_never_closed_opens_again_with_all_that_was_written() {
    let mut desk = Desk::new();
    desk.sign_wisconsin();
    let dump = desk.dump();
    let elsewhere = tempfile::tempdir().unwrap();
    for ending in ["undersigned", "undersigned-wal"] {
        let name = format!("desk.{ending}");
        fs::copy(desk.folder.path().join(&name), elsewhere.path().join(&name)).unwrap();
    }
    let killed = elsewhere.path().join("desk.undersigned");
    let coalition = Coalition::open(&killed).unwrap();
    assert_eq!(crate::dump(&killed), dump);
    assert_eq!(coalition.verify().unwrap(), Vec::<String>::new());
}

#[cfg(unix)]
#[test]
fn files_are_their_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("deep/inside/mine.undersigned");
    let mut coalition = Coalition::create(&path).unwrap();
    let letter = undersigned_core::letter::LetterFields {
        title: "A letter".into(),
        ..Default::default()
    };
    coalition.add_letter(&letter, crate::day(1)).unwrap();
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&path), 0o600);
    assert_eq!(mode(path.parent().unwrap()), 0o700);
    for beside in [
        "mine.undersigned-wal",
        "mine.undersigned-shm",
        "mine.undersigned.lock",
    ] {
        assert_eq!(mode(&path.with_file_name(beside)), 0o600, "{beside}");
    }
    let copy = folder.path().join("copy.undersigned");
    coalition.save_copy(&copy).unwrap();
    assert_eq!(mode(&copy), 0o600);
    drop(coalition);
    let left: Vec<_> = fs::read_dir(path.parent().unwrap())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(
        left,
        ["mine.undersigned"],
        "one file, and nothing beside it once closed"
    );
    Coalition::open(&copy).unwrap();
}

#[test]
fn any_query_is_only_a_query() {
    let mut desk = Desk::new();
    desk.sign_wisconsin();
    for query in [
        "\"",
        "*",
        "a OR b",
        "NEAR(a b)",
        "name:x",
        "^a",
        "a\0b",
        "'; DROP TABLE letter; --",
        "-",
        "(((",
        "ACLU*\"",
    ] {
        desk.coalition.search(query, 10).unwrap();
        desk.coalition
            .list_organizations(
                &OrganizationFilter::finding(query),
                OrganizationSort::default(),
                0,
                10,
            )
            .unwrap();
    }
    assert_eq!(desk.coalition.list_letters().unwrap().len(), 1);
}

#[test]
fn every_door_refuses_a_text_that_nobody_writes_by_hand() {
    use undersigned_core::letter::{DeadlineKind, LetterFields};
    use undersigned_core::organization::{OrganizationField, OrganizationFields};
    use undersigned_core::person::PersonFields;
    use undersigned_core::signon::{OutreachKind, Status, StatusChange};
    use undersigned_core::version::{Reconfirm, VersionFields};
    let mut desk = Desk::new();
    let long = "x".repeat(5 * 1024 * 1024);
    let id = desk.organization("Cedar Choir");
    let letter = desk.letter;
    desk.coalition.add_sign_ons(letter, &[id], crate::day(2)).unwrap();
    let sign_on = desk.coalition.find_sign_on(letter, id).unwrap().unwrap();
    let before = desk.dump();
    let now = crate::day(3);
    let asked = StatusChange::to(Status::Asked);
    let coalition = &mut desk.coalition;
    let mut refused = Vec::new();
    for change in [
        StatusChange {
            authorized_by: Some(long.clone()),
            ..asked.clone()
        },
        StatusChange {
            evidence: Some(long.clone()),
            ..asked.clone()
        },
        StatusChange {
            reason: Some(long.clone()),
            ..asked.clone()
        },
    ] {
        refused.push(coalition.set_sign_on_status(&[sign_on], &change, now).err());
    }
    refused.push(coalition.set_sign_on_note(sign_on, &long, now).err());
    refused.push(coalition.set_sign_on_heading(&[sign_on], &long, now).err());
    refused.push(coalition.rename_heading(letter, "Faith", &long, now).err());
    refused.push(
        coalition
            .log_outreach(&[sign_on], OutreachKind::Note, None, &long, None, now)
            .err(),
    );
    refused.push(
        coalition
            .move_deadline(
                letter,
                DeadlineKind::Hard,
                Some("2020-12-18T17:00"),
                "America/Chicago",
                &long,
                now,
            )
            .err(),
    );
    for fields in [
        LetterFields {
            title: "A".into(),
            addressee: long.clone(),
            ..LetterFields::default()
        },
        LetterFields {
            title: "A".into(),
            note: long.clone(),
            ..LetterFields::default()
        },
        LetterFields {
            title: "\u{200B}".into(),
            ..LetterFields::default()
        },
    ] {
        refused.push(coalition.add_letter(&fields, now).err());
    }
    for fields in [
        OrganizationFields {
            name: "A".into(),
            note: long.clone(),
            ..OrganizationFields::default()
        },
        OrganizationFields {
            name: "\u{200B}".into(),
            ..OrganizationFields::default()
        },
    ] {
        refused.push(coalition.add_organization(&fields, now).err());
    }
    for (field, value) in [
        (OrganizationField::Note, long.as_str()),
        (OrganizationField::City, long.as_str()),
        (OrganizationField::Name, "\u{200B}"),
    ] {
        refused.push(coalition.set_organization_field(&[id], field, value, now).err());
    }
    let person = PersonFields {
        name: "Ana Mora".into(),
        note: long.clone(),
        ..PersonFields::default()
    };
    refused.push(coalition.add_person(&person, now).err());
    refused.push(coalition.set_sign_on_name(sign_on, "\u{200B}", now).err());
    refused.push(coalition.add_individual(letter, "\u{2060}", "", "", now).err());
    let version = VersionFields {
        summary: long.clone(),
        text: "A text".into(),
        reconfirm: Reconfirm::None,
        reconfirm_by: None,
    };
    refused.push(coalition.add_version(letter, &version, now).err());
    for (at, refused) in refused.iter().enumerate() {
        assert!(
            matches!(refused, Some(Error::Rule { field: Some(_), .. })),
            "{at}: {refused:?}"
        );
    }
    assert_eq!(desk.dump(), before);
}
