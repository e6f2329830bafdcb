//! What an import begins and what it leaves: a letter of its own, and a place in the history of imports.

use std::path::Path;
use std::sync::Arc;

use base::messages::Language;
use base::progress::no_progress;
use reading::format::Format;
use reading::source::{ReadOptions, Source};
use undersigned_core::import::{Choices, Decision, ImportTarget, Likely, OpenSource, Outcome};
use undersigned_core::letter::LetterFields;
use undersigned_core::organization::OrganizationFields;
use undersigned_core::signon::{Status, StatusChange};
use undersigned_core::{Coalition, Error};

use crate::{Desk, day};

/// A letter that is begun with an import.
fn new_letter(title: &str) -> ImportTarget {
    ImportTarget::NewLetter {
        letter: Box::new(LetterFields {
            title: title.into(),
            ..LetterFields::default()
        }),
        status: Status::Confirmed,
    }
}

const LIST: &str = "Alder Neighbors\nBirch Neighbors\nAlder Neighbors";

#[test]
fn a_letter_that_an_import_begins_comes_and_goes_with_it_and_the_preview_says_what_is_done() {
    let mut desk = Desk::new();
    let source = desk.list(LIST);
    let before = desk.dump();
    let letters = desk.coalition.list_letters().unwrap().len();
    // The preview needs no title yet; the import does.
    let plan = |desk: &Desk, title: &str| {
        let choices = Choices::new(new_letter(title), Likely::Ask);
        desk.coalition
            .plan_import(&source, choices, &mut no_progress, day(9))
            .unwrap()
    };
    let preview = plan(&desk, "");
    let told: Vec<Outcome> = preview.rows.iter().map(|row| row.outcome).collect();
    assert_eq!(told, [Outcome::Created, Outcome::Created, Outcome::Unchanged]);
    let untitled = plan(&desk, " ");
    let refused = desk
        .coalition
        .import(&source, &untitled, &mut no_progress, day(9));
    assert!(matches!(
        refused,
        Err(Error::Rule {
            field: Some("title"),
            ..
        })
    ));
    assert_eq!(desk.dump(), before);
    let titled = plan(&desk, "Save the river");
    let change = desk
        .coalition
        .import(&source, &titled, &mut no_progress, day(9))
        .unwrap();
    let letter = change.output.unwrap();
    assert_eq!(desk.coalition.get_letter(letter).unwrap().title, "Save the river");
    let signed = desk.coalition.list_sign_ons(letter, day(9)).unwrap();
    assert_eq!(signed.len(), 2);
    assert!(signed.iter().all(|row| row.status == Status::Confirmed));
    let after = desk.dump();
    desk.coalition.undo(day(9)).unwrap();
    assert_eq!(desk.dump(), before);
    desk.coalition.redo(day(9)).unwrap();
    assert_eq!(desk.dump(), after);
    // Where nothing would be written, no letter is begun.
    let mut choices = Choices::new(new_letter("Nothing"), Likely::Ask);
    choices.decisions = source
        .keys()
        .into_iter()
        .map(|key| (key, Decision::Drop))
        .collect();
    let nothing = desk
        .coalition
        .plan_import(&source, choices, &mut no_progress, day(9));
    let none = desk
        .coalition
        .import(&source, &nothing.unwrap(), &mut no_progress, day(9));
    assert_eq!(none.unwrap().output, None);
    assert_eq!(desk.coalition.list_letters().unwrap().len(), letters + 1);
}

#[test]
fn a_table_begins_its_letter_in_the_same_action_however_many_rows_it_has() {
    for many in [3, 260] {
        let mut desk = Desk::new();
        let mut csv = String::from("Organization,Signer\n");
        for number in 0..many {
            csv.push_str(&format!("Grove {number} Neighbors {number},Person {number}\n"));
        }
        let opened = Source::open("answers.csv", csv.into_bytes(), None, ReadOptions::default());
        let source = Arc::new(
            desk.coalition
                .open_source("answers.csv", opened.unwrap())
                .unwrap(),
        );
        assert!(source.table().is_some());
        let before = desk.dump();
        let choices = Choices::new(new_letter("Save the river"), Likely::New);
        let plan = desk
            .coalition
            .plan_import(&source, choices, &mut no_progress, day(9))
            .unwrap();
        assert_eq!(plan.count(Outcome::Created), many);
        let letter = desk
            .coalition
            .import(&source, &plan, &mut no_progress, day(9))
            .unwrap()
            .output
            .unwrap();
        let signed = desk.coalition.list_sign_ons(letter, day(9)).unwrap();
        assert_eq!(signed.len(), many);
        let found = desk.coalition.search("save the river", 9).unwrap();
        assert!(!found.is_empty(), "the new letter is found");
        assert_eq!(
            desk.coalition.list_imports().unwrap()[0]
                .letter
                .as_ref()
                .unwrap()
                .id,
            letter
        );
        assert_eq!(desk.coalition.verify().unwrap(), Vec::<String>::new());
        desk.coalition.undo(day(9)).unwrap();
        assert_eq!(desk.dump(), before);
    }
}

#[test]
fn a_list_of_a_file_goes_by_the_name_of_the_file() {
    let mut desk = Desk::new();
    let list = desk.coalition.open_list("replies.txt", LIST).unwrap();
    let source = Arc::new(OpenSource::from(list));
    let choices = Choices::new(ImportTarget::Organizations, Likely::Ask);
    let plan = desk
        .coalition
        .plan_import(&source, choices, &mut no_progress, day(9));
    desk.coalition
        .import(&source, &plan.unwrap(), &mut no_progress, day(9))
        .unwrap();
    assert_eq!(desk.coalition.list_imports().unwrap()[0].name, "replies.txt");
}

#[test]
fn a_pasted_list_is_in_the_history_of_imports_with_its_text_and_its_rows() {
    let mut desk = Desk::new();
    desk.import(LIST, Status::Confirmed);
    let [import] = desk.coalition.list_imports().unwrap().try_into().unwrap();
    assert_eq!((import.name.as_str(), import.format), ("", Format::List));
    assert_eq!(import.target, "sign-ons");
    assert_eq!(import.letter.as_ref().unwrap().id, desk.letter);
    assert_eq!(import.counts, [3, 2, 0, 1, 0, 0]);
    assert_eq!(
        desk.coalition.get_import_source(import.id).unwrap(),
        LIST.as_bytes()
    );
    let (total, rows) = desk
        .coalition
        .list_import_rows(import.id, &[], 0, 9, Language::English)
        .unwrap();
    assert_eq!(total, 3);
    assert_eq!(
        (rows[2].number, rows[2].name.as_str(), rows[2].outcome),
        (3, "Alder Neighbors", Outcome::Unchanged)
    );
    desk.coalition.undo(day(9)).unwrap();
    assert!(desk.coalition.list_imports().unwrap().is_empty());
    desk.coalition.redo(day(9)).unwrap();
    let [again] = desk.coalition.list_imports().unwrap().try_into().unwrap();
    assert_eq!(again, import);
    // What changes nothing is kept with its counts, and there is nothing of it to undo.
    let undo = desk.coalition.next_undo().unwrap();
    desk.import(LIST, Status::Confirmed);
    let counts: Vec<_> = desk
        .coalition
        .list_imports()
        .unwrap()
        .iter()
        .map(|import| import.counts)
        .collect();
    assert!(counts.contains(&[3, 0, 0, 3, 0, 0]), "{counts:?}");
    assert_eq!(desk.coalition.next_undo().unwrap(), undo);
    let rejects = desk.coalition.import_rejects(import.id, Language::English);
    assert_eq!(
        rejects.unwrap(),
        "Organization,Signer,Title,City and State,Reason\n"
    );
}

#[test]
fn a_file_of_the_sixth_version_opens_with_its_import_which_can_be_undone_and_done_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("old.undersigned");
    let old = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/version-6.undersigned");
    std::fs::copy(&old, &path).unwrap();
    let mut coalition = Coalition::open(&path).unwrap();
    assert_eq!(coalition.verify().unwrap(), Vec::<String>::new());
    assert_eq!(
        crate::copy_from_before(folder.path(), "old"),
        std::fs::metadata(&old).unwrap().len()
    );
    let letter = coalition.resolve_letter("Keep the river clean").unwrap();
    let confirmed = |coalition: &Coalition| coalition.get_letter(letter).unwrap().counts.confirmed;
    assert_eq!(confirmed(&coalition), 3);
    // The withdrawal that was undone comes back; then all is taken back to before the import.
    coalition.redo(day(9)).unwrap();
    assert_eq!(confirmed(&coalition), 2);
    coalition.undo(day(9)).unwrap();
    coalition.undo(day(9)).unwrap();
    assert_eq!(confirmed(&coalition), 0);
    assert!(coalition.list_imports().unwrap().is_empty());
    coalition.redo(day(9)).unwrap();
    assert_eq!(confirmed(&coalition), 3);
    assert_eq!(coalition.verify().unwrap(), Vec::<String>::new());
}

/// A form's answer of one moment, with the website that it gives.
fn answer(desk: &Desk, site: &str) -> Arc<OpenSource> {
    let csv = format!(
        "Timestamp,Organization,Website,Will you sign?\n5/14/2026 9:12:44,Alder Neighbors,{site},Yes\n"
    );
    let opened = Source::open("answers.csv", csv.into_bytes(), None, ReadOptions::default());
    let opened = desk.coalition.open_source("answers.csv", opened.unwrap());
    Arc::new(opened.unwrap())
}

#[test]
fn an_answer_is_held_against_the_latest_import_that_took_it_and_not_against_the_first() {
    let mut desk = Desk::new();
    let import = |desk: &mut Desk, site: &str| {
        let source = answer(desk, site);
        let target = ImportTarget::SignOns {
            letter_id: desk.letter,
            status: Status::Confirmed,
        };
        let choices = Choices::new(target, Likely::Ask);
        let plan = desk
            .coalition
            .plan_import(&source, choices, &mut no_progress, day(9))
            .unwrap();
        desk.coalition
            .import(&source, &plan, &mut no_progress, day(9))
            .unwrap();
        plan.rows[0].outcome
    };
    let website = |desk: &Desk| {
        let id = desk.coalition.resolve_organization("Alder Neighbors").unwrap();
        desk.coalition.get_organization(id).unwrap().website
    };
    assert_eq!(import(&mut desk, "https://old.example"), Outcome::Created);
    assert_eq!(import(&mut desk, "https://alder.example"), Outcome::Updated);
    assert_eq!(website(&desk), "https://alder.example");
    // What a person wrote since is not written over by an answer that says again what it said last.
    let id = desk.coalition.resolve_organization("Alder Neighbors").unwrap();
    let fields = OrganizationFields {
        website: "https://by-hand.example".into(),
        ..OrganizationFields::from(desk.coalition.get_organization(id).unwrap())
    };
    desk.coalition.set_organization(id, &fields, day(9)).unwrap();
    assert_eq!(import(&mut desk, "https://alder.example"), Outcome::Unchanged);
    assert_eq!(website(&desk), "https://by-hand.example");
    // One that says what it said first has changed.
    assert_eq!(import(&mut desk, "https://old.example"), Outcome::Updated);
    assert_eq!(website(&desk), "https://old.example");
}

#[test]
fn one_import_is_taken_back_by_itself_whatever_came_after_unless_something_was_built_on_it() {
    let mut desk = Desk::new();
    let import = |desk: &mut Desk, text: &str, title: &str| {
        let source = desk.list(text);
        let choices = Choices::new(new_letter(title), Likely::Ask);
        let plan = desk
            .coalition
            .plan_import(&source, choices, &mut no_progress, day(3))
            .unwrap();
        desk.coalition
            .import(&source, &plan, &mut no_progress, day(3))
            .unwrap()
            .output
            .unwrap()
    };
    let first = import(&mut desk, "Alder Neighbors\nBirch Neighbors", "Save the river");
    let second = import(&mut desk, "Cedar Union", "Save the marsh");
    desk.organization("Dogwood Parents");
    let ids: Vec<_> = desk
        .coalition
        .list_imports()
        .unwrap()
        .iter()
        .map(|one| one.id)
        .collect();
    let [newest, oldest] = ids[..] else {
        panic!("{ids:?}")
    };
    let before = desk.dump();
    desk.coalition.undo_import(oldest, day(4)).unwrap();
    // What came with it is gone, and nothing else.
    assert!(desk.coalition.get_letter(first).is_err() && desk.coalition.get_letter(second).is_ok());
    let known = |desk: &Desk, name: &str| {
        desk.coalition
            .recognize(name)
            .unwrap()
            .candidates
            .first()
            .is_some_and(|one| one.name == name)
    };
    for (name, there) in [
        ("Alder Neighbors", false),
        ("Birch Neighbors", false),
        ("Cedar Union", true),
        ("Dogwood Parents", true),
    ] {
        assert_eq!(known(&desk, name), there, "{name}");
    }
    assert_eq!(desk.coalition.list_imports().unwrap().len(), 1);
    // It is a step like any other, and can be taken back itself; the rows of the import are still told.
    desk.coalition.undo(day(5)).unwrap();
    assert_eq!(desk.dump(), before);
    let (rows, _) = desk
        .coalition
        .list_import_rows(oldest, &[], 0, 9, Language::English)
        .unwrap();
    assert_eq!(rows, 2);
    // A status that was changed since stands in the way, and nothing happens.
    let signed = desk.coalition.list_sign_ons(second, day(5)).unwrap();
    let no = StatusChange::to(Status::Withdrawn);
    desk.coalition
        .set_sign_on_status(&[signed[0].id], &no, day(5))
        .unwrap();
    let changed = desk.dump();
    let refused = desk.coalition.undo_import(newest, day(6)).unwrap_err();
    assert!(
        matches!(&refused, Error::Rule { message, .. } if message.id() == "error-import-used"),
        "{refused:?}"
    );
    assert_eq!(desk.dump(), changed);
    // So does an organization of it that another letter uses.
    let signed = desk.coalition.list_sign_ons(first, day(5)).unwrap();
    desk.coalition
        .add_sign_ons(second, &[signed[0].organization_id.unwrap()], day(6))
        .unwrap();
    assert!(desk.coalition.undo_import(oldest, day(7)).is_err());
    assert!(
        desk.coalition
            .undo_import(vocabulary::ids::ImportId(5), day(7))
            .is_err()
    );
}
