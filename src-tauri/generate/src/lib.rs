//! A synthetic coalition of any size: for tests, for measuring, and to try what a large list feels like.
//!
//! Everything in it is invented, on example domains and with numbers kept for fiction, and it is the same for the same seed
//! on every machine: the numbers come from `random.rs`, the ids are counted from a seeded start, the time is passed
//! in. Nobody did any of it, so nothing of it is in the journal. `{organizations,people,letters}.rs` make each up and write
//! it; the words are in `{words,names,origins}.rs`.

mod letters;
mod names;
mod organizations;
mod origins;
mod people;
mod random;
mod words;

use chrono::{DateTime, Utc};

use undersigned_core::bulk::Ids;
use undersigned_core::filter::Filter;
use undersigned_core::organization::{Membership, OrganizationFilter, Scope};
use undersigned_core::person::PersonFilter;
use undersigned_core::{Coalition, Result};

/// How much of each a synthetic coalition has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Organizations. One in eighty has chapters, and about one in a hundred is there twice in another spelling.
    pub organizations: u32,
    /// People, at none, one or two organizations.
    pub people: u32,
    /// Letters over eight years, of 20 to 500 sign-ons each and one of 5000, as far as there are organizations.
    pub letters: u32,
}

/// The default `now` of generated data, so that runs on different days give the same.
pub fn fixture_now() -> DateTime<Utc> {
    // 2026-11-01T17:00:00Z
    DateTime::UNIX_EPOCH + chrono::Duration::seconds(1_793_552_400)
}

/// Fills an empty coalition with a synthetic one, the same for the same size, seed and day.
///
/// # Errors
/// A rule when something is in it already. Nothing was written then.
pub fn generate(coalition: &mut Coalition, size: Size, seed: u64, now: DateTime<Utc>) -> Result<()> {
    let count = |count: u32| count as usize;
    coalition.fill_empty(random::Random::new(seed, 0).number(), |conn, ids| {
        let mut organizations = organizations::make(seed, count(size.organizations), ids);
        organizations::write(conn, seed, &organizations, ids)?;
        people::write(conn, seed, count(size.people), &mut organizations, ids, now)?;
        letters::write(conn, seed, count(size.letters), &organizations, ids, now)?;
        save_filters(conn, ids)
    })
}

/// A few filters under names, as people keep them.
fn save_filters(conn: &rusqlite::Connection, ids: &mut Ids) -> Result<()> {
    let filters = [
        (
            "Members in Wisconsin",
            Filter::Organizations(OrganizationFilter {
                memberships: vec![Membership::Member],
                states: vec!["WI".to_owned()],
                ..OrganizationFilter::default()
            }),
        ),
        (
            "State tables",
            Filter::Organizations(OrganizationFilter {
                scopes: vec![Scope::State, Scope::National],
                ..OrganizationFilter::default()
            }),
        ),
        (
            "Signed five letters or more",
            Filter::Organizations(OrganizationFilter {
                signed_least: Some(5),
                ..OrganizationFilter::default()
            }),
        ),
        (
            "May sign, Spanish",
            Filter::People(PersonFilter {
                languages: vec!["es".to_owned()],
                may_sign: Some(true),
                ..PersonFilter::default()
            }),
        ),
    ];
    let mut statement =
        conn.prepare("INSERT INTO saved_filter (id, about, name, filter) VALUES (?1, ?2, ?3, ?4)")?;
    for (name, filter) in &filters {
        statement.execute(rusqlite::params![ids.id(), filter.about(), name, filter.json()?])?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::collections::HashSet;

    use rusqlite::Connection;
    use vocabulary::Status;

    use super::*;

    const SMALL: Size = Size {
        organizations: 2_000,
        people: 3_000,
        letters: 12,
    };

    fn generated(size: Size, seed: u64) -> Coalition {
        let mut coalition = Coalition::in_memory().unwrap();
        generate(&mut coalition, size, seed, fixture_now()).unwrap();
        coalition
    }

    /// The rows of a generated coalition, read as any program reads the file.
    fn file(size: Size, seed: u64) -> (tempfile::TempDir, Connection) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("generated.undersigned");
        generated(size, seed).save_copy(&path).unwrap();
        (folder, Connection::open(path).unwrap())
    }

    /// Every row of a table, as text.
    fn rows(conn: &Connection, table: &str) -> Vec<String> {
        let mut statement = conn.prepare(&format!("SELECT * FROM {table}")).unwrap();
        let width = statement.column_count();
        let mut rows = statement.query([]).unwrap();
        let mut all = Vec::new();
        while let Some(row) = rows.next().unwrap() {
            let cells = (0..width).map(|column| row.get::<_, rusqlite::types::Value>(column).unwrap());
            all.push(format!("{:?}", cells.collect::<Vec<_>>()));
        }
        all.sort();
        all
    }

    fn count(conn: &Connection, sql: &str) -> i64 {
        conn.query_row(sql, [], |row| row.get(0)).unwrap()
    }

    #[test]
    fn the_same_seed_gives_the_same_coalition_and_another_another() {
        let [(_a, one), (_b, same), (_c, other)] = [1, 1, 2].map(|seed| file(SMALL, seed));
        let mut statement = one
            .prepare(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB '*_search*'
                 AND name NOT GLOB 'sqlite_*'",
            )
            .unwrap();
        let tables = statement.query_map([], |row| row.get::<_, String>(0)).unwrap();
        for table in tables.map(Result::unwrap) {
            assert_eq!(rows(&one, &table), rows(&same, &table), "{table}");
        }
        assert_ne!(rows(&one, "organization"), rows(&other, "organization"));
        assert_ne!(rows(&one, "person"), rows(&other, "person"));
    }

    #[test]
    fn the_first_rows_are_these_on_every_machine() {
        let (_folder, conn) = file(SMALL, 1);
        insta::assert_snapshot!(
            rows(&conn, "organization")
                .into_iter()
                .take(3)
                .chain(rows(&conn, "person").into_iter().take(3))
                .chain(rows(&conn, "sign_on").into_iter().take(2))
                .collect::<Vec<_>>()
                .join("\n")
        );
    }

    #[test]
    fn a_generated_coalition_is_in_order_and_has_nothing_to_undo() {
        let mut coalition = generated(SMALL, 3);
        assert_eq!(coalition.verify().unwrap(), Vec::<String>::new());
        assert_eq!(coalition.count_organizations().unwrap(), 2_000);
        assert_eq!(coalition.count_people().unwrap(), 3_000);
        assert_eq!(coalition.list_letters().unwrap().len(), 12);
        assert_eq!(coalition.next_undo().unwrap(), None);
        let again = generate(&mut coalition, SMALL, 3, fixture_now()).unwrap_err();
        assert!(again.to_string().contains("empty"), "{again}");
    }

    #[test]
    fn the_rules_of_the_ledger_hold_for_every_sign_on() {
        let (_folder, conn) = file(SMALL, 4);
        for (what, sql) in [
            (
                "confirmed has something in writing, or a reason",
                "SELECT count(*) FROM sign_on s WHERE status = 'confirmed' AND reason = '' AND NOT EXISTS (
                   SELECT 1 FROM sign_on_evidence JOIN evidence e ON e.id = evidence_id
                   WHERE sign_on_id = s.id AND e.via NOT IN ('phone', 'meeting'))",
            ),
            (
                "who was not asked was not asked at any time",
                "SELECT count(*) FROM sign_on WHERE (status = 'to-ask') <> (asked_at IS NULL AND last_contact IS NULL)",
            ),
            (
                "an answer has its day, after the asking, and nothing else has one",
                "SELECT count(*) FROM sign_on WHERE (status IN ('said-yes', 'confirmed', 'declined', 'withdrawn'))
                   <> (decided_at IS NOT NULL) OR decided_at < asked_at OR last_contact < asked_at",
            ),
            (
                "a yes is for a text of its letter",
                "SELECT count(*) FROM sign_on s WHERE status IN ('said-yes', 'confirmed')
                   AND letter_id IS NOT (SELECT letter_id FROM letter_version v WHERE v.id = version_id)",
            ),
            (
                "at most one at an organization is the one to write to",
                "SELECT count(*) FROM (SELECT 1 FROM affiliation WHERE is_primary GROUP BY organization_id HAVING count(*) > 1)",
            ),
            (
                "at most one address of a kind is preferred",
                "SELECT count(*) FROM (SELECT 1 FROM contact_point WHERE preferred GROUP BY person_id, kind HAVING count(*) > 1)",
            ),
            (
                "nothing is on a real domain",
                "SELECT count(*) FROM contact_point WHERE kind = 'email' AND value NOT LIKE '%.example.org'
                   AND value NOT LIKE '%@mail.example.com'",
            ),
            (
                "no number belongs to anybody",
                "SELECT count(*) FROM contact_point WHERE kind = 'phone' AND value NOT LIKE '%555%01%'",
            ),
        ] {
            assert_eq!(count(&conn, sql), 0, "{what}");
        }
        for status in Status::ALL {
            let sql = format!("SELECT count(*) FROM sign_on WHERE status = '{}'", status.word());
            assert!(count(&conn, &sql) > 0, "{status:?}");
        }
    }

    #[test]
    fn names_all_differ_and_have_the_shapes_of_real_lists() {
        let (_folder, conn) = file(SMALL, 5);
        let mut statement = conn.prepare("SELECT name FROM organization").unwrap();
        let names: Vec<String> = statement
            .query_map([], |row| row.get(0))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        assert_eq!(names.iter().collect::<HashSet<_>>().len(), names.len());
        for mark in [
            ", Inc.",
            " & ",
            "The ",
            " of Wisconsin",
            "County Chapter",
            "Local 2",
            "ó",
            "’",
        ] {
            assert!(names.iter().any(|name| name.contains(mark)), "{mark}");
        }
        for name in &names {
            assert_eq!(*name, name.split_whitespace().collect::<Vec<_>>().join(" "));
        }
        assert!(
            count(
                &conn,
                "SELECT count(*) FROM organization WHERE parent_id IS NOT NULL"
            ) > 200
        );
        for table in [
            "organization_alias",
            "organization_tag",
            "person_tag",
            "letter_lead",
            "saved_filter",
        ] {
            assert!(
                count(&conn, &format!("SELECT count(*) FROM {table}")) > 0,
                "{table}"
            );
        }
    }

    #[test]
    fn nothing_at_all_can_be_generated_too() {
        for (organizations, people, letters) in [(0, 0, 0), (0, 3, 0), (0, 5, 2), (1, 1, 1), (3, 0, 2)] {
            let coalition = generated(
                Size {
                    organizations,
                    people,
                    letters,
                },
                1,
            );
            assert_eq!(coalition.verify().unwrap(), Vec::<String>::new());
            assert_eq!(coalition.count_organizations().unwrap(), organizations);
        }
    }
}
