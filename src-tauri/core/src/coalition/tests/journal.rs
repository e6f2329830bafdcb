//! What the journal promises: nothing is lost by undo and redo, whichever version wrote an action; and it stays small.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use chrono::{Duration, TimeZone};

use crate::coalition::Coalition;
use crate::history::HistoryQuery;
use crate::organization::OrganizationFields;
use base::Error;
use base::messages::Language;
use chrono::{DateTime, Utc};
use rusqlite::params;
use store::journal::{Action, Op, Subject, faults, next};
use vocabulary::ids::OrganizationId;

fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 9, 1, 12, 0, 0).unwrap()
}

fn add(coalition: &mut Coalition, name: &str) -> OrganizationId {
    let fields = OrganizationFields {
        name: name.to_owned(),
        ..OrganizationFields::default()
    };
    coalition.add_organization(&fields, now()).unwrap().output
}

/// One action about so many organizations, each with a line of its own.
fn add_many(coalition: &mut Coalition, count: i64) {
    coalition
        .transact(
            Op::SetOrganizations {
                count: count as usize,
            },
            now(),
            |tx| {
                for number in 0..count {
                    let id = OrganizationId(tx.id());
                    tx.conn.execute(
                        "INSERT INTO organization (id, name, note) VALUES (?1, ?2, ?3)",
                        params![id, format!("Group {number} {}", id.0), "A note. ".repeat(40)],
                    )?;
                    tx.event(Subject {
                        organization: Some(id),
                        ..Subject::default()
                    });
                }
                Ok(())
            },
        )
        .unwrap();
}

fn count(coalition: &Coalition, sql: &str) -> i64 {
    coalition.conn.query_row(sql, [], |row| row.get(0)).unwrap()
}

#[test]
fn an_action_of_another_version_is_shown_by_its_word_and_undone_like_any_other() {
    for stored in [
        r#"{"op":"invite-choir","name":"Cedar Choir"}"#,
        // A word that this program knows, with what it does not.
        r#"{"op":"set-sign-on-status","name":"Cedar Choir","count":1,"status":"singing"}"#,
        "no JSON at all",
    ] {
        let mut coalition = Coalition::in_memory().unwrap();
        add(&mut coalition, "Cedar Choir");
        coalition
            .conn
            .execute_batch(&format!(
                "UPDATE journal SET op = '{stored}';
                 DROP TRIGGER event_is_never_changed; UPDATE event SET op = '{stored}';"
            ))
            .unwrap();
        assert!(matches!(coalition.next_undo().unwrap(), Some(Op::Unknown { .. })));
        coalition.undo(now()).unwrap();
        assert_eq!(coalition.count_organizations().unwrap(), 0);
        assert!(matches!(coalition.next_redo().unwrap(), Some(Op::Unknown { .. })));
        coalition.redo(now()).unwrap();
        assert_eq!(coalition.count_organizations().unwrap(), 1);
        for query in [
            HistoryQuery::default(),
            HistoryQuery {
                actions: vec!["undo".to_owned()],
                text: "version".to_owned(),
                ..HistoryQuery::default()
            },
        ] {
            let found = coalition.find_history(&query, Language::English).unwrap();
            assert!(!found.events.is_empty());
        }
        // What another version wrote stays as it wrote it.
        let kept = count(
            &coalition,
            "SELECT count(*) FROM event WHERE op = (SELECT op FROM journal)",
        );
        assert_eq!(kept, 3);
        assert_eq!(coalition.verify().unwrap(), Vec::<String>::new());
    }
    let op = Op::read(r#"{"op":"invite-choir"}"#);
    assert_eq!(
        op.message().to_string(Language::English),
        "An action of another version of Undersigned (invite-choir)"
    );
}

#[test]
fn undoing_what_was_about_many_adds_one_line_which_each_of_them_finds() {
    let mut coalition = Coalition::in_memory().unwrap();
    add_many(&mut coalition, 50);
    let one: i64 = count(&coalition, "SELECT max(id) FROM organization");
    coalition.undo(now() + Duration::minutes(1)).unwrap();
    coalition.redo(now() + Duration::minutes(2)).unwrap();
    assert_eq!(count(&coalition, "SELECT count(*) FROM event"), 52);
    let query = HistoryQuery {
        organization_id: Some(OrganizationId(one)),
        ..HistoryQuery::default()
    };
    let actions = |query: &HistoryQuery| -> Vec<Action> {
        let found = coalition.find_history(query, Language::English).unwrap();
        found.events.iter().map(|event| event.action).collect()
    };
    assert_eq!(actions(&query), [Action::Redo, Action::Undo, Action::Do]);
    assert_eq!(
        actions(&HistoryQuery::default()),
        [Action::Redo, Action::Undo, Action::Do]
    );
    let another = HistoryQuery {
        organization_id: Some(OrganizationId(one + 1_000)),
        ..HistoryQuery::default()
    };
    assert_eq!(actions(&another), []);
}

#[test]
fn the_line_of_undoing_what_was_about_one_says_all_of_it() {
    let mut coalition = Coalition::in_memory().unwrap();
    let id = add(&mut coalition, "Cedar Choir");
    coalition.undo(now()).unwrap();
    let (organization, detail): (i64, String) = coalition
        .conn
        .query_row(
            "SELECT organization_id, detail FROM event WHERE action = 'undo'",
            [],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .unwrap();
    assert_eq!((organization, detail.as_str()), (id.0, "Cedar Choir"));
}

#[test]
fn what_is_to_be_undone_next_is_told_without_its_changeset() {
    let mut coalition = Coalition::in_memory().unwrap();
    add(&mut coalition, "Cedar Choir");
    // What can't be read is not read.
    coalition
        .conn
        .execute_batch("UPDATE journal SET changeset = x'28B52FFD00'")
        .unwrap();
    assert!(coalition.next_undo().unwrap().is_some());
    assert!(matches!(coalition.undo(now()), Err(Error::Damaged)));
    assert_eq!(coalition.verify().unwrap().len(), 1);
}

#[test]
fn changesets_are_compressed_and_those_of_an_earlier_version_are_read_as_they_are() {
    let mut coalition = Coalition::in_memory().unwrap();
    add_many(&mut coalition, 200);
    let stored: Vec<u8> = coalition
        .conn
        .query_row("SELECT changeset FROM journal", [], |row| row.get(0))
        .unwrap();
    let plain = store::journal::changeset::unpack(stored.clone()).unwrap();
    assert!(
        stored.len() * 4 < plain.len(),
        "{} of {}",
        stored.len(),
        plain.len()
    );
    coalition
        .conn
        .execute("UPDATE journal SET changeset = ?1", [&plain])
        .unwrap();
    coalition.undo(now()).unwrap();
    coalition.redo(now()).unwrap();
    assert_eq!(coalition.count_organizations().unwrap(), 200);
}

#[test]
fn what_can_no_longer_be_undone_nor_redone_has_no_changeset_and_keeps_its_history() {
    let mut coalition = Coalition::in_memory().unwrap();
    add(&mut coalition, "Cedar Choir");
    coalition.undo(now()).unwrap();
    add(&mut coalition, "Oak Choir");
    let empty = "SELECT count(*) FROM journal WHERE length(changeset) = 0";
    assert_eq!(count(&coalition, empty), 1);
    assert_eq!(count(&coalition, "SELECT count(*) FROM event"), 3);
    assert_eq!(coalition.verify().unwrap(), Vec::<String>::new());
}

#[test]
fn undo_reaches_back_by_size_and_by_time_and_always_to_the_last_action() {
    let undone = |coalition: &mut Coalition| -> usize {
        let mut undone = 0;
        while coalition.undo(now()).is_ok() {
            undone += 1;
        }
        undone
    };
    // By size: 64 actions, and it is looked after the 64th.
    let mut coalition = Coalition::in_memory().unwrap();
    for number in 0..64 {
        add(&mut coalition, &format!("Group {number}"));
    }
    let size = count(&coalition, "SELECT max(length(changeset)) FROM journal");
    assert_eq!(undone(&mut coalition), 64, "all of it is little");
    let mut coalition = Coalition::in_memory().unwrap();
    coalition.settings.reach.bytes = 10 * size;
    for number in 0..64 {
        add(&mut coalition, &format!("Group {number}"));
    }
    let history = count(&coalition, "SELECT count(*) FROM event");
    assert!((9..=12).contains(&undone(&mut coalition)));
    assert_eq!(history, 64, "the history is whole");

    let mut coalition = Coalition::in_memory().unwrap();
    coalition.settings.reach.bytes = 1;
    for number in 0..64 {
        add(&mut coalition, &format!("Group {number}"));
    }
    assert_eq!(undone(&mut coalition), 1);

    // By time: what is older than a year, and not among the last.
    let mut coalition = Coalition::in_memory().unwrap();
    coalition.settings.reach.actions = 5;
    for number in 0..64 {
        let fields = OrganizationFields {
            name: format!("Group {number}"),
            ..OrganizationFields::default()
        };
        let at = now() - Duration::days(if number < 62 { 400 } else { 0 });
        coalition.add_organization(&fields, at).unwrap();
    }
    assert_eq!(undone(&mut coalition), 5);
}

#[test]
fn each_action_has_the_author_of_its_time_and_none_when_nobody_said_who() {
    let mut coalition = Coalition::in_memory().unwrap();
    add(&mut coalition, "Cedar Choir");
    coalition.set_author("  Ana\nMora ").unwrap();
    assert_eq!(coalition.author(), "Ana Mora");
    add(&mut coalition, "Oak Choir");
    coalition.set_author("Bo Lind").unwrap();
    coalition.undo(now()).unwrap();
    let found = coalition
        .find_history(&HistoryQuery::default(), Language::English)
        .unwrap();
    let authors: Vec<&str> = found.events.iter().map(|event| event.author.as_str()).collect();
    assert_eq!(authors, ["Bo Lind", "Ana Mora", ""]);
    let journal: String = coalition
        .conn
        .query_row(
            "SELECT author FROM journal ORDER BY seq DESC LIMIT 1",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(journal, "Ana Mora", "who undid it did not do it");
    assert!(coalition.set_author(&"x".repeat(2_000)).is_err());
}

#[test]
fn what_was_entered_later_comes_later_within_one_second_and_one_action() {
    let mut coalition = Coalition::in_memory().unwrap();
    let places = |coalition: &mut Coalition| -> Vec<i64> {
        coalition
            .transact(Op::SetOrganizations { count: 1 }, now(), |tx| {
                let id = tx.id();
                tx.conn
                    .execute("INSERT INTO organization (id, name) VALUES (?1, ?1)", [id])?;
                Ok(vec![tx.entered(), tx.entered()])
            })
            .unwrap()
            .output
    };
    let all: Vec<i64> = (0..5).flat_map(|_| places(&mut coalition)).collect();
    assert!(all.is_sorted_by(|a, b| a < b), "{all:?}");
}

#[test]
fn choices_tried_after_one_another_are_one_step_to_undo_and_one_line_of_the_history() {
    let mut coalition = Coalition::in_memory().unwrap();
    let fields = crate::letter::LetterFields {
        title: "Bridges".to_owned(),
        ..crate::letter::LetterFields::default()
    };
    let id = coalition.add_letter(&fields, now()).unwrap().output;
    let lines = |coalition: &Coalition| {
        let found = coalition.find_history(&HistoryQuery::default(), Language::English);
        found.unwrap().events.len()
    };
    let choose = |coalition: &mut Coalition, layout: &str, minutes: i64| {
        let change = serde_json::json!({ "layout": layout });
        let at = now() + Duration::minutes(minutes);
        let change = change.as_object().unwrap().clone();
        coalition.change_block_options(id, change, at).unwrap();
    };
    let layout = |coalition: &Coalition| {
        let options = serde_json::to_value(coalition.get_block_options(id).unwrap()).unwrap();
        options["layout"].as_str().unwrap().to_owned()
    };
    let first = layout(&coalition);
    let before = lines(&coalition);
    for (minutes, tried) in ["bullets", "table", "prose"].into_iter().enumerate() {
        choose(&mut coalition, tried, i64::try_from(minutes).unwrap());
    }
    assert_eq!(
        (layout(&coalition).as_str(), lines(&coalition)),
        ("prose", before + 1)
    );
    coalition.undo(now()).unwrap();
    assert_eq!(layout(&coalition), first, "all of them at once");
    coalition.redo(now()).unwrap();
    assert_eq!(layout(&coalition), "prose");
    // After undoing, another action, or a while, it is a step of its own.
    choose(&mut coalition, "bullets", 3);
    add(&mut coalition, "Cedar Choir");
    choose(&mut coalition, "table", 4);
    choose(&mut coalition, "columns", 40);
    for expected in ["table", "bullets"] {
        coalition.undo(now()).unwrap();
        assert_eq!(layout(&coalition), expected);
    }
    // What was tried in between leaves no trace.
    let mut coalition = Coalition::in_memory().unwrap();
    let id = coalition.add_letter(&fields, now()).unwrap().output;
    let mut choose = |layout: &str| {
        let change = serde_json::json!({ "layout": layout });
        coalition
            .change_block_options(id, change.as_object().unwrap().clone(), now())
            .unwrap();
    };
    choose("table");
    choose("prose");
    choose("table");
    assert!(matches!(
        next(&coalition.conn, false).unwrap(),
        Some(Op::SetBlock { .. })
    ));
    assert!(faults(&coalition.conn).unwrap().is_empty());
}
