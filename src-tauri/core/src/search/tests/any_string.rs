//! No string that is typed, or pasted, makes finding fail.

use proptest::prelude::*;

use super::*;

/// Strings that mean something to FTS5, to SQL or to neither, and pieces of words that are there.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("\"".to_owned()),
        Just("'".to_owned()),
        Just("*".to_owned()),
        Just("(".to_owned()),
        Just(")".to_owned()),
        Just(" AND ".to_owned()),
        Just(" OR ".to_owned()),
        Just(" NOT ".to_owned()),
        Just("NEAR(".to_owned()),
        Just("name:".to_owned()),
        Just("{name alias} : ".to_owned()),
        Just("^".to_owned()),
        Just("+".to_owned()),
        Just("-".to_owned()),
        Just("\0".to_owned()),
        Just("'; DROP TABLE letter; --".to_owned()),
        Just("%_\\".to_owned()),
        Just("\u{10FFFF}".to_owned()),
        Just("\u{E000}".to_owned()),
        Just("𞤀𞤣".to_owned()),
        Just("🅰".to_owned()),
        Just("हिन्दी".to_owned()),
        Just("é\u{301}\u{301}".to_owned()),
        "[a-z]{1,4}",
        "(riverbend|ñandú|straße|608|555)",
        "\\PC{0,4}",
        ".{0,4}",
        "[\\x00-\\x1f]{1,3}",
    ];
    proptest::collection::vec(piece, 0..10).prop_map(|pieces| pieces.concat())
}

fn filled() -> Desk {
    let mut desk = Desk::new();
    let id = desk.alias("Riverbend Ñandú Straße", "RÑS", AliasKind::Acronym);
    desk.organization("हिन्दी 東京 🦡 R&D");
    desk.person_at(
        "Ana O’Brien",
        &["ana@riverbend.example", "(608) 555-0142"],
        Some(id),
        "Chair",
    );
    desk.letter("Ñandú for all", 1);
    desk
}

#[test]
fn no_string_makes_search_or_a_list_fail() {
    let desk = filled();
    let config = ProptestConfig {
        cases: 10_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    let mut runner = proptest::test_runner::TestRunner::new(config);
    runner
        .run(&hostile(), |query| {
            let fails = |error: crate::Error| TestCaseError::fail(error.to_string());
            desk.0.search(&query, 12).map_err(fails)?;
            for (searched, kind) in [
                (Searched::Organizations, HitKind::Organization),
                (Searched::People, HitKind::Person),
            ] {
                if let Some(made) = desk.0.match_query(searched, &query).map_err(fails)? {
                    sources::finds(&desk.0.conn, kind, &made).map_err(fails)?;
                }
            }
            // The lists put the same queries into larger ones, which takes its time.
            if query.len() % 8 == 0 {
                desk.listed(&query);
                desk.listed_people(&query);
            }
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_whole_text_that_was_pasted_into_the_box_makes_nothing_fail() {
    let desk = filled();
    for piece in [
        "riverbend ",
        "\" OR ",
        "(",
        "é\u{301}",
        "\0",
        "a",
        "555-",
        "東",
        "𞤀",
        "\n",
    ] {
        let query = piece.repeat(100_000 / piece.len());
        desk.0.search(&query, 12).unwrap();
        desk.listed(&query);
        desk.listed_people(&query);
    }
}
