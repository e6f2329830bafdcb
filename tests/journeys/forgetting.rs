//! Forgetting a person: nothing of them is left in the file, and all else is as it was.

use std::fs;
use std::path::Path;

use blocks::{BlockOptions, EntryForm};
use undersigned_core::backup::Backups;
use undersigned_core::forget::{Forgotten, STRUCK};
use undersigned_core::history::HistoryQuery;
use undersigned_core::organization::OrganizationFields;
use undersigned_core::person::{AffiliationFields, ContactKind, ContactPoint, PersonFields};
use undersigned_core::signon::{Status, StatusChange, Via};
use undersigned_core::{Coalition, Language};
use vocabulary::ids::{OrganizationId, PersonId};

use crate::{Desk, cli, day, refusal, stdout};

const NAME: &str = "Quillon Brackenridge";
const EMAIL: &str = "quillon@brackenridge.example";
const PHONE: &str = "+1 608 555 0147";

fn person(desk: &mut Desk, name: &str, (email, phone): (&str, &str), at: OrganizationId) -> PersonId {
    let point = |kind, value: &str| ContactPoint {
        kind,
        value: value.into(),
        preferred: false,
    };
    let fields = PersonFields {
        name: name.into(),
        contact_points: vec![point(ContactKind::Email, email), point(ContactKind::Phone, phone)],
        affiliations: vec![AffiliationFields {
            organization_id: at,
            id: None,
            role: "Director".into(),
            since: None,
            until: None,
            may_sign: true,
            primary: true,
        }],
        ..PersonFields::default()
    };
    desk.coalition.add_person(&fields, day(1)).unwrap().output
}

fn organization(desk: &mut Desk, name: &str) -> OrganizationId {
    let fields = OrganizationFields {
        name: name.into(),
        note: format!("{NAME} runs it."),
        ..OrganizationFields::default()
    };
    desk.coalition.add_organization(&fields, day(1)).unwrap().output
}

/// Which of these can be read in any file of a folder, as they are or in small letters.
fn left(folder: &Path) -> Vec<String> {
    let mut left = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            continue;
        }
        let bytes = fs::read(&path).unwrap().to_ascii_lowercase();
        for word in ["quillon", "brackenridge", "608 555 0147", "6085550147"] {
            if bytes.windows(word.len()).any(|part| part == word.as_bytes()) {
                left.push(format!("{}: {word}", path.file_name().unwrap().display()));
            }
        }
    }
    left
}

/// The words of theirs in the full-text indexes, which keep them in pieces that no search through the bytes finds.
fn terms(path: &Path) -> Vec<String> {
    let conn = rusqlite::Connection::open(path).unwrap();
    let mut found = Vec::new();
    for index in ["organization_search", "person_search", "letter_search"] {
        let words = format!("{index}_words");
        conn.execute_batch(&format!(
            "CREATE VIRTUAL TABLE temp.{words} USING fts5vocab (main, {index}, row)"
        ))
        .unwrap();
        let sql = format!(
            "SELECT term FROM temp.{words} WHERE term IN ('quillon', 'brackenridge') OR term LIKE '%5550147%'"
        );
        let mut statement = conn.prepare(&sql).unwrap();
        let rows = statement.query_map([], |row| row.get(0)).unwrap();
        found.extend(rows.collect::<rusqlite::Result<Vec<String>>>().unwrap());
    }
    found
}

/// Imports a table that names them, from the command line.
fn imported(desk: Desk) -> Desk {
    let table = desk.folder.path().join("table.csv");
    let rows = format!(
        "name,email,organization\n{NAME},{EMAIL},Cedar House\nAda Stone,ada@cedar.example,Birch Union\n"
    );
    fs::write(&table, rows).unwrap();
    let path = desk.path();
    let Desk {
        folder,
        coalition,
        letter,
    } = desk;
    drop(coalition);
    let (path, table) = (path.display().to_string(), table.display().to_string());
    stdout(&cli(&["--file", &path, "import", &table, "--as", "people"]));
    fs::remove_file(table).unwrap();
    let coalition = Coalition::open(Path::new(&path)).unwrap();
    Desk {
        folder,
        coalition,
        letter,
    }
}

#[test]
fn nothing_of_a_person_who_is_forgotten_is_left_and_the_block_stands_as_it_was() {
    let mut desk = Desk::new();
    let cedar = organization(&mut desk, "Cedar House");
    let birch = organization(&mut desk, "Birch Union");
    let them = person(&mut desk, NAME, (EMAIL, PHONE), cedar);
    let other = person(
        &mut desk,
        "Ada Stone",
        ("ada@cedar.example", "+1 414 555 0188"),
        birch,
    );
    let letter = desk.letter;
    desk.coalition
        .add_sign_ons(letter, &[cedar, birch], day(2))
        .unwrap();
    let rows = desk.coalition.list_sign_ons(letter, day(2)).unwrap();
    let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
    assert_eq!(ids.len(), 2);
    let yes = |by: &str| StatusChange {
        authorized_by: Some(by.into()),
        via: Some(Via::Email),
        evidence: Some(format!("{by} <{EMAIL}>: yes, list us")),
        ..StatusChange::to(Status::Confirmed)
    };
    desk.coalition
        .set_sign_on_status(&ids, &yes(NAME), day(3))
        .unwrap();
    desk.coalition
        .set_sign_on_signer(ids[0], NAME, "Director", day(3))
        .unwrap();
    desk.coalition
        .set_sign_on_person(ids[0], Some(them), day(3))
        .unwrap();
    desk.coalition
        .add_individual(letter, NAME, "", "", day(3))
        .unwrap();
    desk.coalition
        .add_evidence_file(
            &[ids[1]],
            Some(Via::Email),
            "yes.eml",
            format!("From: {NAME} <{EMAIL}>\r\nSubject: yes\r\n\r\nList us.\r\n").as_bytes(),
            day(3),
        )
        .unwrap();
    desk = imported(desk);
    let options = BlockOptions {
        entry: EntryForm::Signer,
        ..BlockOptions::default()
    };
    desk.coalition
        .freeze_edition(letter, &options, &Language::English, "To the office", day(4))
        .unwrap();
    let path = desk.coalition.path().to_path_buf();
    let backups = Backups::of(&path, None);
    desk.coalition.make_backup(&backups, day(5)).unwrap().unwrap();
    assert!(!left(desk.folder.path()).is_empty());
    assert!(terms(&desk.path()).contains(&"quillon".to_owned()));

    let before = desk.coalition.verify().unwrap();
    assert_eq!(before, Vec::<String>::new());
    let planned = desk
        .coalition
        .plan_forgetting(Forgotten::Person(them), &backups, day(6))
        .unwrap();
    assert_eq!(
        desk.coalition.get_person(them).unwrap().name,
        NAME,
        "a plan takes nothing"
    );
    assert_eq!(
        (planned.people, planned.editions, planned.copies.len()),
        (1, 1, 2)
    );
    assert!(
        planned.texts > 4 && planned.undo_steps > 4 && planned.files > 0,
        "{planned:?}"
    );

    let taken = desk
        .coalition
        .forget(Forgotten::Person(them), &backups, day(6))
        .unwrap();
    assert_eq!(taken, planned);
    assert_eq!(desk.coalition.verify().unwrap(), Vec::<String>::new());
    assert_eq!(left(desk.folder.path()), Vec::<String>::new(), "while it is open");
    assert_eq!(terms(&desk.path()), [""; 0], "in the search index");
    assert_eq!(desk.coalition.get_person(other).unwrap().name, "Ada Stone");
    let block = desk
        .coalition
        .get_block(letter, &BlockOptions::default(), &Language::English)
        .unwrap();
    assert_eq!((block.total, block.groups[0].entries.len()), (2, 2));
    let edition = desk.coalition.list_editions(letter).unwrap().remove(0);
    assert!(edition.struck_at.is_some());
    let (_, text, _) = desk.coalition.get_edition_to_copy(edition.id).unwrap();
    assert!(text.contains(STRUCK) && text.contains("Birch Union"), "{text}");
    let Desk {
        folder, coalition, ..
    } = desk;
    drop(coalition);
    assert_eq!(left(folder.path()), Vec::<String>::new(), "when it is closed");

    // It opens again with its guards, and goes on.
    let mut coalition = Coalition::open(&path).unwrap();
    assert_eq!(coalition.verify().unwrap(), Vec::<String>::new());
    assert!(
        coalition.undo(day(7)).is_err(),
        "what would bring them back is gone"
    );
    let query = HistoryQuery {
        limit: 1,
        ..HistoryQuery::default()
    };
    let last = &coalition.find_history(&query, Language::English).unwrap().events[0];
    assert!(format!("{last:?}").contains("Forget"), "{last:?}");
}

#[test]
fn somebody_of_the_same_name_keeps_theirs() {
    let mut desk = Desk::new();
    let cedar = organization(&mut desk, "Cedar House");
    let birch = organization(&mut desk, "Birch Union");
    let them = person(&mut desk, NAME, (EMAIL, PHONE), cedar);
    let twin = person(&mut desk, NAME, ("other@birch.example", PHONE), birch);
    let backups = Backups::of(desk.coalition.path(), None);
    let taken = desk
        .coalition
        .forget(Forgotten::Person(them), &backups, day(6))
        .unwrap();
    assert!(taken.namesake);
    assert_eq!(desk.coalition.get_person(twin).unwrap().name, NAME);
    assert!(desk.coalition.get_person(them).is_err());
    assert_eq!(desk.coalition.verify().unwrap(), Vec::<String>::new());
}

#[test]
fn the_command_line_says_what_it_takes_before_it_takes_it() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.undersigned").display().to_string();
    let run = |arguments: &[&str]| cli(&[&["--file", &file], arguments].concat());
    stdout(&run(&["new"]));
    stdout(&run(&["organization", "add", "Cedar House"]));
    stdout(&run(&[
        "person",
        "add",
        NAME,
        "--at",
        "Cedar House",
        "--email",
        EMAIL,
    ]));
    let said = stdout(&run(&["forget", "person", NAME, "--dry-run"]));
    assert!(said.contains("Would forget 1"), "{said}");
    assert!(stdout(&run(&["person", "list"])).contains(NAME));
    stdout(&run(&["forget", "contacts-of", "Cedar House"]));
    assert_eq!(stdout(&run(&["person", "list"])), "");
    assert!(refusal(&run(&["forget", "person", NAME])).contains(NAME));
    assert!(stdout(&run(&["verify"])).contains("in order"));
    assert_eq!(left(folder.path()), Vec::<String>::new());
}

#[test]
fn who_was_removed_before_is_forgotten_by_the_name_that_the_history_has() {
    let mut desk = Desk::new();
    let cedar = organization(&mut desk, "Cedar House");
    let them = person(&mut desk, NAME, (EMAIL, PHONE), cedar);
    let letter = desk.letter;
    desk.coalition.add_sign_ons(letter, &[cedar], day(2)).unwrap();
    let row = desk.coalition.list_sign_ons(letter, day(2)).unwrap()[0].id;
    let yes = StatusChange {
        authorized_by: Some("The director".into()),
        via: Some(Via::Email),
        evidence: Some(format!("From {EMAIL}: list us. Call {PHONE}.")),
        ..StatusChange::to(Status::Confirmed)
    };
    desk.coalition.set_sign_on_status(&[row], &yes, day(3)).unwrap();
    desk.coalition.remove_people(&[them], day(4)).unwrap();
    assert!(desk.coalition.resolve_person(NAME).is_err());
    assert_eq!(
        desk.coalition
            .resolve_removed_person(&NAME.to_uppercase())
            .unwrap(),
        them
    );
    let path = desk.path();
    let Desk {
        folder, coalition, ..
    } = desk;
    drop(coalition);
    let file = path.display().to_string();
    let said = stdout(&cli(&["--file", &file, "forget", "person", NAME]));
    assert!(said.starts_with("Forgotten: 1 people"), "{said}");
    assert_eq!(left(folder.path()), Vec::<String>::new());
    assert_eq!(terms(&path), Vec::<String>::new());
    assert!(refusal(&cli(&["--file", &file, "forget", "person", NAME])).contains(NAME));
    let coalition = Coalition::open(&path).unwrap();
    assert_eq!(coalition.verify().unwrap(), Vec::<String>::new());
    let told = coalition.list_history(None, 10).unwrap();
    assert!(told.iter().all(|event| event.removed.is_empty()), "{told:?}");
    assert_eq!(
        coalition.list_sign_ons(letter, day(5)).unwrap()[0].status,
        Status::Confirmed
    );
}

#[test]
fn who_was_removed_takes_no_name_and_address_with_them_that_somebody_there_has() {
    let mut desk = Desk::new();
    let cedar = organization(&mut desk, "Cedar House");
    let birch = organization(&mut desk, "Birch Union");
    let them = person(&mut desk, NAME, (EMAIL, PHONE), cedar);
    let twin = person(&mut desk, NAME, ("other@birch.example", PHONE), birch);
    desk.coalition.remove_people(&[them], day(4)).unwrap();
    let backups = Backups::of(desk.coalition.path(), None);
    let taken = desk
        .coalition
        .forget(Forgotten::Person(them), &backups, day(6))
        .unwrap();
    assert!(taken.namesake);
    let kept = desk.coalition.get_person(twin).unwrap();
    let points: Vec<&str> = kept
        .contact_points
        .iter()
        .map(|point| point.value.as_str())
        .collect();
    assert_eq!(
        (kept.name.as_str(), points),
        (NAME, vec!["other@birch.example", PHONE])
    );
    // What another organization says of somebody of this name stays; it may mean the one who is there.
    let note = desk.coalition.get_organization(birch).unwrap().note;
    assert_eq!(note, format!("{NAME} runs it."));
}
