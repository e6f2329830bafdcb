//! Locking, backups and forgetting as the window does them.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod desk;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use base::passphrase::Passphrase;
use serde_json::{Value, json};
use undersigned_core::Coalition;

use desk::{Program, WORDS, make};

#[test]
fn a_locked_file_waits_for_its_passphrase_and_shows_nothing_until_then() {
    let program = Program::with(Some(WORDS));
    for command in ["get_app", "list_letters", "list_backups"] {
        assert_eq!(program.refused(command, json!({})), "locked", "{command}");
    }
    let waiting = program.ask("get_waiting", json!({}));
    assert_eq!(
        (&waiting["fileName"], &waiting["locked"], &waiting["back"]),
        (&json!("letters"), &json!(true), &json!(false))
    );
    let wrong = json!({ "passphrase": "amber trust" });
    assert_eq!(program.refused("unlock", wrong), "wrong-passphrase");
    assert_eq!(program.refused("get_app", json!({})), "locked");
    let state = program.ask("unlock", json!({ "passphrase": format!(" {WORDS}\n") }));
    assert_eq!(
        (&state["organizations"], &state["locked"]),
        (&json!(1), &json!(true))
    );
    assert_eq!(program.ask("get_waiting", json!({})), Value::Null);
}

#[test]
fn locking_closes_the_file_keeps_what_was_done_and_leaves_a_locked_backup() {
    let program = Program::with(Some(WORDS));
    program.ask("unlock", json!({ "passphrase": WORDS }));
    program.add("Amber Trust");
    program.ask("lock", json!({}));
    assert_eq!(program.refused("get_app", json!({})), "locked");
    // Nobody holds it any longer.
    let key = Passphrase::new(WORDS).unwrap();
    drop(Coalition::open_with(&program.file, Some(key)).unwrap());
    program.ask("unlock", json!({ "passphrase": WORDS }));
    assert_eq!(program.organizations(), 2);
    let backups = program.backups();
    assert_eq!(backups.len(), 1, "{backups:?}");
    assert_eq!(
        (
            &backups[0]["contents"]["organizations"],
            &backups[0]["changesSince"]
        ),
        (&json!(2), &json!(0))
    );
    let path = PathBuf::from(backups[0]["path"].as_str().unwrap());
    assert_eq!(Coalition::open(&path).err().unwrap().kind(), "locked");
}

#[test]
fn a_plain_file_is_not_locked_by_a_key_and_a_locked_one_beside_it_leaves_it_open() {
    let program = Program::with(None);
    assert_eq!(program.refused("lock", json!({})), "rule");
    let other = program.folder.path().join("other.undersigned");
    make(&other, Some(WORDS));
    program.desk.choose(&other);
    assert_eq!(program.refused("open_coalition", json!({})), "locked");
    assert_eq!(program.ask("get_waiting", json!({}))["back"], true);
    assert_eq!(program.ask("leave_waiting", json!({}))["fileName"], "letters");
    assert_eq!(program.ask("get_waiting", json!({})), Value::Null);
}

#[test]
fn a_passphrase_is_set_changed_and_removed_with_the_backups_and_only_by_who_knows_it() {
    let program = Program::with(None);
    program.ask("make_backup", json!({}));
    let set = program.ask("set_passphrase", json!({ "current": null, "passphrase": WORDS }));
    assert_eq!(
        (&set["copies"], &set["left"], &set["app"]["locked"]),
        (&json!(1), &json!([]), &json!(true))
    );
    for file in [
        program.file.clone(),
        PathBuf::from(program.backups()[0]["path"].as_str().unwrap()),
    ] {
        let bytes = std::fs::read(file).unwrap();
        assert!(!bytes.starts_with(b"SQLite format"));
    }
    for current in [Value::Null, json!("amber")] {
        let change = json!({ "current": current, "passphrase": "other words entirely here" });
        assert_eq!(program.refused("set_passphrase", change), "wrong-passphrase");
    }
    let change = json!({ "current": WORDS, "passphrase": "other words entirely here" });
    assert_eq!(program.ask("set_passphrase", change)["copies"], 1);
    program.ask("lock", json!({}));
    assert_eq!(
        program.refused("unlock", json!({ "passphrase": WORDS })),
        "wrong-passphrase"
    );
    program.ask("unlock", json!({ "passphrase": "other words entirely here" }));
    let remove = json!({ "current": "other words entirely here", "passphrase": null });
    assert_eq!(program.ask("set_passphrase", remove)["app"]["locked"], false);
    program.app.close();
    assert_eq!(
        Coalition::open(&program.file)
            .unwrap()
            .count_organizations()
            .unwrap(),
        1
    );
}

#[test]
fn a_passphrase_that_is_made_up_is_strong_and_what_everybody_types_is_not() {
    let program = Program::with(None);
    let made = program.ask("generate_passphrase", json!({}));
    assert_eq!(made.as_str().unwrap().split(' ').count(), 6);
    assert_eq!(
        program.ask("judge_passphrase", json!({ "passphrase": made })),
        "strong"
    );
    assert_eq!(
        program.ask("judge_passphrase", json!({ "passphrase": "password" })),
        "weak"
    );
}

#[test]
fn a_backup_is_made_before_an_import_and_when_a_changed_file_is_closed_and_not_otherwise() {
    let program = Program::with(None);
    program.app.close();
    let Program { folder, file, .. } = program;
    let backups = folder.path().join("letters backups");
    assert!(!backups.exists(), "nothing was written");
    let program = Program::at(&file, folder);
    let text = "Birch Society\nElm Network\n";
    let id = program.ask("open_import_list", json!({ "text": text }))["id"].clone();
    let target = json!({ "kind": "organizations" });
    let told = json!({ "id": id, "target": target, "likely": "ask", "progress": null });
    program.ask("plan_import", told);
    program.ask(
        "import_source",
        json!({ "id": id, "target": target, "progress": null }),
    );
    let made = program.backups();
    assert_eq!(
        (made.len(), &made[0]["contents"]["organizations"]),
        (1, &json!(1))
    );
    program.app.close();
    assert_eq!(std::fs::read_dir(&backups).unwrap().count(), 2);
}

#[test]
fn a_backup_that_can_not_be_made_is_said_and_in_nobodys_way() {
    let program = Program::with(None);
    // A file stands where the folder of backups is to be.
    std::fs::write(program.folder.path().join("letters backups"), "").unwrap();
    let other = program.folder.path().join("b.csv");
    std::fs::write(&other, "Organization\nBirch Society\n").unwrap();
    for name in ["Birch Society", "Elm Network"] {
        program.add(name);
    }
    let found = program.ask("search", json!({ "query": "Birch", "limit": 1 }))[0]["id"].clone();
    let kept = program.ask("search", json!({ "query": "Elm", "limit": 1 }))[0]["id"].clone();
    let merged = program.ask(
        "merge_organizations",
        json!({ "keep": kept, "drop": found, "choices": {} }),
    );
    let notice = merged["app"]["notice"].as_str().unwrap();
    assert!(notice.starts_with("No backup was made"), "{notice}");
    assert_eq!(program.organizations(), 2);
    assert_eq!(
        program.ask("get_app", json!({}))["notice"],
        Value::Null,
        "said once"
    );
}

#[test]
fn a_backup_is_tested_and_brought_back_and_what_was_there_is_kept() {
    let program = Program::with(None);
    program.ask("make_backup", json!({}));
    let path = program.backups()[0]["path"].clone();
    program.add("Amber Trust");
    assert_eq!(program.backups()[0]["changesSince"], 1);
    assert_eq!(
        program.ask("test_backup", json!({ "path": path }))["organizations"],
        1
    );
    assert_eq!(
        program.refused("test_backup", json!({ "path": program.file })),
        "file-missing"
    );
    assert_eq!(
        program.refused("restore_backup", json!({ "path": program.file })),
        "file-missing"
    );
    let state = program.ask("restore_backup", json!({ "path": path }));
    assert_eq!(
        (&state["organizations"], &state["fileName"]),
        (&json!(1), &json!("letters"))
    );
    let kept = program.backups();
    assert_eq!(
        (kept.len(), &kept[0]["contents"]["organizations"]),
        (2, &json!(2))
    );
    // A damaged one is refused, and the file stays as it is.
    let damaged = PathBuf::from(path.as_str().unwrap());
    let mut bytes = std::fs::read(&damaged).unwrap();
    bytes[4096..].fill(7);
    std::fs::write(&damaged, bytes).unwrap();
    program.refused("test_backup", json!({ "path": path }));
    program.refused("restore_backup", json!({ "path": path }));
    assert_eq!(program.organizations(), 1);
}

#[test]
fn a_copy_elsewhere_is_remembered_and_missed_once() {
    let program = Program::with(None);
    assert_eq!(program.ask("remind_of_copy", json!({})), Value::Null);
    let remembered = program.folder.path().join("config/remembered.json");
    let age = || {
        let mut memory: Value = serde_json::from_slice(&std::fs::read(&remembered).unwrap()).unwrap();
        let copies = memory["copies"].as_object_mut().unwrap();
        copies.values_mut().next().unwrap()["since"] = json!("2020-01-01T00:00:00Z");
        std::fs::write(&remembered, memory.to_string()).unwrap();
    };
    let to = program.folder.path().join("stick.undersigned");
    program.desk.choose(&to);
    assert_eq!(program.ask("copy_elsewhere", json!({})), json!(to));
    assert!(!program.ask("list_backups", json!({}))["copiedAt"].is_null());
    program.app.close();
    age();
    let Program { folder, file, .. } = program;
    let program = Program::at(&file, folder);
    let due = program.ask("remind_of_copy", json!({}));
    assert!(
        due["copiedAt"].as_str().unwrap().starts_with("2020-01-01"),
        "{due}"
    );
    assert_eq!(program.ask("remind_of_copy", json!({})), Value::Null, "said once");
}

#[test]
fn a_file_in_a_synced_folder_is_not_worked_on_there_and_moves_here_or_is_copied() {
    for (key, copy) in [(None, false), (Some(WORDS), false), (None, true)] {
        let folder = tempfile::tempdir().unwrap();
        let synced = folder.path().join("synced");
        std::fs::create_dir_all(synced.join(".stfolder")).unwrap();
        let file = synced.join("letters.undersigned");
        make(&file, key);
        let program = Program::at(&file, folder);
        assert_eq!(program.refused("get_app", json!({})), "shared");
        let waiting = program.ask("get_waiting", json!({}));
        assert!(
            waiting["shared"].as_str().unwrap().contains("Syncthing"),
            "{waiting}"
        );
        assert_eq!(waiting["locked"], key.is_some());
        let to = program.folder.path().join("copy.undersigned");
        program.desk.choose(&to);
        let state = program.ask("bring_here", json!({ "passphrase": key, "copy": copy }));
        assert_eq!(
            (&state["organizations"], &state["locked"]),
            (&json!(1), &json!(key.is_some()))
        );
        let at = PathBuf::from(state["filePath"].as_str().unwrap());
        assert_eq!(
            at,
            if copy {
                to
            } else {
                program.folder.path().join("data/letters.undersigned")
            }
        );
        assert_eq!(file.exists(), copy);
    }
}

#[test]
fn no_new_file_is_made_where_others_write() {
    let program = Program::with(None);
    let synced = program.folder.path().join("OneDrive - Cedar");
    std::fs::create_dir(&synced).unwrap();
    program.desk.choose(&synced.join("new.undersigned"));
    assert_eq!(program.refused("new_coalition", json!({})), "rule");
    assert!(!synced.join("new.undersigned").exists());
    assert_eq!(program.ask("get_app", json!({}))["fileName"], "letters");
}

#[test]
fn a_file_that_was_moved_is_told_and_nothing_more_is_written() {
    let program = Program::with(None);
    assert_eq!(program.ask("get_app", json!({}))["moved"], false);
    std::fs::rename(&program.file, program.folder.path().join("away")).unwrap();
    assert_eq!(program.ask("get_app", json!({}))["moved"], true);
    assert_eq!(
        program.refused("add_organization", json!({ "fields": { "name": "x" } })),
        "file-moved"
    );
    // What is seen can still be kept.
    let to = program.folder.path().join("kept.undersigned");
    program.desk.choose(&to);
    assert_eq!(program.ask("save_copy", json!({})), json!(to));
}

#[test]
fn who_is_forgotten_is_planned_first_and_then_gone() {
    let program = Program::with(None);
    let fields = json!({ "name": "Ana Mora", "emails": [], "affiliations": [], "contactPoints": [] });
    let person = program.ask("add_person", json!({ "fields": fields }))["output"].clone();
    program.ask("make_backup", json!({}));
    let who = json!({ "who": { "kind": "person", "id": person } });
    let plan = program.ask("plan_forgetting", who.clone());
    assert_eq!(
        (&plan["people"], plan["copies"].as_array().unwrap().len()),
        (&json!(1), 1)
    );
    assert_eq!(program.ask("get_app", json!({}))["people"], 1);
    program.ask("forget", who.clone());
    assert_eq!(program.ask("get_app", json!({}))["people"], 0);
    assert_eq!(program.refused("plan_forgetting", who), "not-found");
    program.app.close();
    let bytes = std::fs::read(&program.file).unwrap();
    assert!(!bytes.windows(8).any(|part| part == b"Ana Mora"));
}

#[test]
fn what_was_copied_is_taken_off_the_clipboard_after_a_time_unless_something_newer_was() {
    let program = Program::with(None);
    let settings = json!({ "settings": { "clearClipboardAfter": 1 } });
    program.ask("set_settings", settings);
    for text in ["one", "two"] {
        program.ask("copy_text", json!({ "text": text }));
    }
    std::thread::sleep(std::time::Duration::from_millis(1_600));
    assert_eq!(
        *program.desk.told.lock().unwrap(),
        ["copy one", "copy two", "clear two"]
    );
}

/// Damages the page of a plain file that holds a text.
fn damage(file: &Path, text: &str) {
    let mut bytes = std::fs::read(file).unwrap();
    let at = bytes.windows(text.len()).position(|part| part == text.as_bytes());
    let page = at.unwrap() / 4096 * 4096;
    bytes[page + 200] ^= 1;
    std::fs::write(file, bytes).unwrap();
}

#[test]
fn a_damaged_file_waits_and_its_backup_or_what_can_be_read_of_it_is_opened() {
    for salvaged in [false, true] {
        let program = Program::with(None);
        program.ask("make_backup", json!({}));
        program.add("Amber Trust");
        assert_eq!(program.ask("verify_file", json!({})), json!([]));
        program.app.close();
        let Program { folder, file, .. } = program;
        if salvaged {
            std::fs::remove_dir_all(folder.path().join("letters backups")).unwrap();
        }
        damage(&file, "Amber Trust");
        let program = Program::at(&file, folder);
        assert_eq!(program.refused("get_app", json!({})), "damaged");
        let waiting = program.ask("get_waiting", json!({}));
        assert!(
            waiting["damaged"].as_str().unwrap().contains("damaged"),
            "{waiting}"
        );
        assert_eq!(waiting["backup"].is_null(), salvaged);
        if salvaged {
            assert_eq!(
                program.refused("restore_waiting", json!({ "passphrase": "" })),
                "file-missing"
            );
            program.desk.choose(&program.folder.path().join("new"));
            let state = program.ask("salvage_waiting", json!({ "passphrase": "" }));
            assert_eq!(state["fileName"], "new");
            assert!(
                state["notice"]
                    .as_str()
                    .unwrap()
                    .contains("Not all could be read"),
                "{state}"
            );
            assert!(file.exists(), "the damaged one stays");
        } else {
            // The backup that was made when it was closed holds everything.
            let state = program.ask("restore_waiting", json!({ "passphrase": "" }));
            assert_eq!(
                (&state["organizations"], &state["fileName"]),
                (&json!(2), &json!("letters"))
            );
        }
        assert_eq!(program.ask("get_waiting", json!({})), Value::Null);
        assert_eq!(program.ask("verify_file", json!({})), json!([]));
    }
}

#[test]
fn damage_that_comes_while_a_file_is_open_is_found_by_the_check_and_salvaged() {
    let program = Program::with(None);
    program.add("Amber Trust");
    damage(&program.file, "Amber Trust");
    let faults = program.ask("verify_file", json!({}));
    assert!(faults[0].as_str().unwrap().contains("page"), "{faults}");
    let to = program.folder.path().join("new.undersigned");
    program.desk.choose(&to);
    let said = program.ask("salvage_file", json!({}));
    assert!(said.as_str().unwrap().contains("new.undersigned"), "{said}");
    assert!(Coalition::open(&to).unwrap().verify().unwrap().is_empty());
}

#[test]
fn the_keychain_keeps_a_passphrase_only_when_asked_and_follows_its_changes() {
    let program = Program::with(None);
    assert_eq!(
        program.refused("keep_passphrase", json!({ "keep": true })),
        "rule",
        "not locked"
    );
    program.ask("set_passphrase", json!({ "current": null, "passphrase": WORDS }));
    assert_eq!(
        program.refused("keep_passphrase", json!({ "keep": true })),
        "rule",
        "no keychain"
    );
    assert_eq!(program.ask("is_passphrase_kept", json!({})), false);
    *program.desk.keychain.lock().unwrap() = Some(BTreeMap::new());
    let kept = || program.desk.keychain.lock().unwrap().clone().unwrap();
    assert!(kept().is_empty());
    assert_eq!(program.ask("keep_passphrase", json!({ "keep": true })), true);
    assert_eq!(kept()[&program.file], WORDS);
    // It opens the file, and only when it is asked to.
    program.ask("lock", json!({}));
    assert_eq!(program.ask("get_waiting", json!({}))["kept"], true);
    assert_eq!(program.refused("get_app", json!({})), "locked");
    assert_eq!(program.ask("unlock_kept", json!({}))["locked"], true);
    let change = json!({ "current": WORDS, "passphrase": "other words entirely here" });
    program.ask("set_passphrase", change);
    assert_eq!(kept()[&program.file], "other words entirely here");
    program.ask("rename_coalition", json!({ "name": "renamed" }));
    assert!(kept().is_empty(), "it is kept for the file that was asked for");
    program.ask("keep_passphrase", json!({ "keep": true }));
    assert_eq!(kept().len(), 1);
    let remove = json!({ "current": "other words entirely here", "passphrase": null });
    program.ask("set_passphrase", remove);
    assert!(
        kept().is_empty(),
        "nothing is kept of a file without a passphrase"
    );
    assert_eq!(program.ask("is_passphrase_kept", json!({})), false);
}
