//! What follows a changeset is what is made anew from the domain, whatever changed and however many rows.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use chrono::{DateTime, TimeZone, Utc};
use rusqlite::Connection;

use crate::coalition::Coalition;
use store::derived::Thresholds;
use store::journal::Op;

fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 9, 1, 12, 0, 0).unwrap()
}

/// Every word that search finds in a table, with where it is.
fn words(conn: &Connection, table: &str) -> Vec<(String, i64, String, i64)> {
    conn.execute_batch(&format!(
        "CREATE VIRTUAL TABLE temp.{table}_words USING fts5vocab('main', '{table}', 'instance')"
    ))
    .unwrap();
    let found = conn
        .prepare(&format!(
            "SELECT term, doc, col, offset FROM {table}_words ORDER BY 1, 2, 3, 4"
        ))
        .unwrap()
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))
        .unwrap()
        .collect::<rusqlite::Result<_>>()
        .unwrap();
    conn.execute_batch(&format!("DROP TABLE temp.{table}_words"))
        .unwrap();
    found
}

/// Everything that is derived, as text.
fn derived(conn: &Connection) -> Vec<String> {
    let mut all = Vec::new();
    for table in ["organization_search", "person_search", "letter_search"] {
        all.extend(words(conn, table).iter().map(|word| format!("{table} {word:?}")));
    }
    for list in ["organization_list", "person_list"] {
        let mut statement = conn.prepare(&format!("SELECT * FROM {list} ORDER BY 1")).unwrap();
        let width = statement.column_count();
        let rows = statement
            .query_map([], |row| {
                (0..width)
                    .map(|column| row.get::<_, rusqlite::types::Value>(column))
                    .collect()
            })
            .unwrap();
        let rows: Vec<Vec<_>> = rows.collect::<rusqlite::Result<_>>().unwrap();
        all.extend(rows.iter().map(|row| format!("{list} {row:?}")));
    }
    all
}

/// The same, made anew from the domain.
fn derived_anew(conn: &Connection) -> Vec<String> {
    conn.execute_batch(
        "SAVEPOINT anew;
         DELETE FROM organization_list; INSERT INTO organization_list SELECT * FROM organization_listed;
         DELETE FROM person_list; INSERT INTO person_list SELECT * FROM person_listed;
         INSERT INTO organization_search (organization_search) VALUES ('delete-all');
         INSERT INTO organization_search (rowid, name, alias, place, tag) SELECT * FROM organization_text;
         INSERT INTO person_search (person_search) VALUES ('delete-all');
         INSERT INTO person_search (rowid, name, role, contact, tag) SELECT * FROM person_text;
         INSERT INTO letter_search (letter_search) VALUES ('delete-all');
         INSERT INTO letter_search (rowid, title, addressee) SELECT id, title, addressee FROM letter;",
    )
    .unwrap();
    let made = derived(conn);
    conn.execute_batch("ROLLBACK TO anew; RELEASE anew").unwrap();
    made
}

fn indexes(conn: &Connection) -> Vec<(String, Option<String>)> {
    conn.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'index' ORDER BY name")
        .unwrap()
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .collect::<rusqlite::Result<_>>()
        .unwrap()
}

fn is_right(coalition: &Coalition) {
    assert_eq!(derived(&coalition.conn), derived_anew(&coalition.conn));
    assert_eq!(coalition.verify().unwrap(), Vec::<String>::new());
}

/// Organizations with chapters, people, aliases, tags and sign-ons, as many as asked for; and a bystander of each kind.
fn filled(count: usize) -> Coalition {
    let mut coalition = Coalition::in_memory().unwrap();
    // So low that both ways are taken: few rows one by one and in pieces, and many with all of the table.
    coalition.settings.derived = Thresholds {
        piece: 4,
        rebuild_from: 12,
        large_cache_from: 20,
    };
    coalition.settings.large_changeset = 1024;
    coalition
        .transact(Op::SetPeople { count }, now(), |tx| {
            tx.conn.execute_batch(
                "INSERT INTO letter (id, title, created_at) VALUES (1, 'Water for all', '2026-09-01T12:00:00Z');
                 INSERT INTO organization (id, name, city) VALUES (9000, 'Bystander Choir', 'Leeds');
                 INSERT INTO person (id, name) VALUES (9000, 'Bo Bystander')",
            )?;
            for number in 0..count as i64 {
                let sql = [
                    "INSERT INTO organization (id, name, city, parent_id) VALUES (?1 + 100, 'Group ' || ?1, 'Viroqua',
                       CASE ?1 % 3 WHEN 1 THEN ?1 + 99 END)",
                    "INSERT INTO organization_alias (id, organization_id, name, kind) VALUES (?1, ?1 + 100, 'G' || ?1, 'acronym')",
                    "INSERT INTO organization_tag (organization_id, tag) VALUES (?1 + 100, 'water')",
                    "INSERT INTO person (id, name) VALUES (?1 + 500, 'Ana Mora ' || ?1)",
                    "INSERT INTO contact_point (id, person_id, kind, value) VALUES (?1, ?1 + 500, 'email', 'a' || ?1 || '@luz.example')",
                    "INSERT INTO affiliation (id, person_id, organization_id, role) VALUES (?1, ?1 + 500, ?1 + 100, 'Chair')",
                    "INSERT INTO person_tag (person_id, tag) VALUES (?1 + 500, 'press')",
                    "INSERT INTO sign_on (id, letter_id, organization_id, position, status, prints_as)
                       VALUES (?1, 1, ?1 + 100, ?1, 'asked', 'Group ' || ?1)",
                ];
                for sql in sql {
                    tx.conn.execute(sql, [number])?;
                }
            }
            Ok(())
        })
        .unwrap();
    coalition
}

/// Changes of every kind of row on which something derived hangs.
const CHANGES: [&str; 16] = [
    "UPDATE organization SET name = 'Renamed ' || name WHERE id < 9000",
    "UPDATE organization SET sort_as = 'Zebra ' || name WHERE id < 9000",
    "UPDATE organization SET city = 'Leeds', scope = 'local' WHERE id < 9000",
    "UPDATE organization SET parent_id = NULL WHERE id < 9000",
    "UPDATE organization_alias SET name = name || ' again'",
    "DELETE FROM organization_alias",
    "UPDATE organization_tag SET tag = 'river'",
    "DELETE FROM organization_tag",
    "UPDATE person SET name = 'Cy ' || name, do_not_contact = 1 WHERE id < 9000",
    "UPDATE contact_point SET value = '+1 608 555 01' || id, kind = 'phone'",
    "DELETE FROM contact_point",
    "UPDATE affiliation SET role = 'Treasurer', may_sign = 1",
    "DELETE FROM affiliation",
    "DELETE FROM person_tag",
    "UPDATE sign_on SET status = 'declined', last_contact = '2026-09-01T12:00:00Z'",
    "UPDATE letter SET title = 'Land for all'; UPDATE organization_alias SET kind = 'former'",
];

#[test]
fn whatever_changed_what_is_derived_is_right_after_undo_and_redo_of_few_rows_and_of_many() {
    for count in [2, 8, 30] {
        for change in CHANGES {
            let mut coalition = filled(count);
            let before = derived(&coalition.conn);
            coalition
                .transact(Op::SetPeople { count }, now(), |tx| {
                    Ok(tx.conn.execute_batch(change)?)
                })
                .unwrap();
            is_right(&coalition);
            let after = derived(&coalition.conn);
            coalition.undo(now()).unwrap();
            assert_eq!(derived(&coalition.conn), before, "{count}: {change}");
            is_right(&coalition);
            coalition.redo(now()).unwrap();
            assert_eq!(derived(&coalition.conn), after, "{count}: {change}");
            is_right(&coalition);
        }
    }
}

#[test]
fn a_large_action_that_made_everything_is_undone_and_redone_and_leaves_the_indexes_as_they_were() {
    let mut coalition = filled(40);
    let (before, made) = (indexes(&coalition.conn), derived(&coalition.conn));
    coalition.undo(now()).unwrap();
    assert_eq!(derived(&coalition.conn), Vec::<String>::new());
    is_right(&coalition);
    coalition.redo(now()).unwrap();
    assert_eq!(derived(&coalition.conn), made);
    is_right(&coalition);
    assert_eq!(indexes(&coalition.conn), before);
    // References are checked again.
    assert!(
        coalition
            .conn
            .execute("DELETE FROM organization WHERE id = 100", [])
            .is_err()
    );
}

#[test]
fn a_large_undo_against_which_something_speaks_changes_nothing() {
    let mut coalition = filled(40);
    // Behind the journal's back.
    coalition
        .conn
        .execute_batch("UPDATE organization SET note = 'another' WHERE id = 120")
        .unwrap();
    let before = derived(&coalition.conn);
    assert!(coalition.undo(now()).is_err());
    assert_eq!(derived(&coalition.conn), before);
    is_right(&coalition);

    let mut coalition = filled(40);
    // Somebody who would be left at an organization that is gone.
    coalition
        .conn
        .execute_batch("INSERT INTO affiliation (id, person_id, organization_id) VALUES (7000, 9000, 120)")
        .unwrap();
    let before = derived(&coalition.conn);
    assert!(coalition.undo(now()).is_err());
    assert_eq!(derived(&coalition.conn), before);
}

#[test]
fn the_columns_that_a_changeset_is_read_by_are_where_they_are_looked_for() {
    let coalition = Coalition::in_memory().unwrap();
    for (table, columns) in [
        (
            "organization",
            &[
                (1, "name"),
                (2, "prints_as"),
                (3, "sort_as"),
                (7, "city"),
                (8, "state"),
                (9, "country"),
            ][..],
        ),
        ("organization_alias", &[(1, "organization_id")]),
        ("organization_tag", &[(0, "organization_id")]),
        (
            "sign_on",
            &[(2, "organization_id"), (4, "status"), (13, "last_contact")],
        ),
        ("person", &[(1, "name"), (5, "do_not_contact")]),
        ("contact_point", &[(1, "person_id")]),
        ("affiliation", &[(1, "person_id"), (2, "organization_id")]),
        ("person_tag", &[(0, "person_id")]),
        ("letter", &[(1, "title"), (2, "addressee")]),
    ] {
        for (place, name) in columns {
            let found: String = coalition
                .conn
                .query_row(
                    "SELECT name FROM pragma_table_info(?1) WHERE cid = ?2",
                    rusqlite::params![table, place],
                    |row| row.get(0),
                )
                .unwrap();
            assert_eq!(found, *name, "{table}");
        }
    }
}

#[test]
fn no_trigger_keeps_what_is_derived() {
    let coalition = Coalition::in_memory().unwrap();
    let kept: Vec<String> = coalition
        .conn
        .prepare(
            "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND (sql GLOB '*_list*' OR sql GLOB '*_search*')",
        )
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<rusqlite::Result<_>>()
        .unwrap();
    assert_eq!(kept, Vec::<String>::new());
}

#[test]
fn what_is_not_what_it_is_derived_from_is_a_fault() {
    let coalition = filled(3);
    for damage in [
        "UPDATE organization_list SET letters = 7",
        "DELETE FROM person_list WHERE person_id = 500",
        "DELETE FROM letter_search",
    ] {
        coalition.conn.execute_batch("SAVEPOINT whole").unwrap();
        coalition.conn.execute_batch(damage).unwrap();
        assert_ne!(coalition.verify().unwrap(), Vec::<String>::new(), "{damage}");
        coalition
            .conn
            .execute_batch("ROLLBACK TO whole; RELEASE whole")
            .unwrap();
    }
}
