//! What is asked of the coalition: a fixed mix of what people type, taken from the names that are in it, and filters of every
//! field.

use rusqlite::Connection;
use undersigned_core::organization::{
    Containing, LetterFilter, Membership, OrganizationFilter, OrganizationKind, Scope, Standing, TextField,
};
use undersigned_core::person::PersonFilter;
use undersigned_core::signon::Status;
use vocabulary::ids::{LetterId, OrganizationId};

fn column(conn: &Connection, sql: &str) -> Vec<String> {
    let mut statement = conn.prepare(sql).unwrap();
    let rows = statement.query_map([], |row| row.get(0)).unwrap();
    rows.map(Result::unwrap).collect()
}

/// The names of all organizations, by id.
pub fn all_names(conn: &Connection) -> Vec<String> {
    column(conn, "SELECT name FROM organization ORDER BY id")
}

/// A slip in a name: the two letters in its middle swapped.
fn slipped(name: &str) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    let middle = letters.len() / 2;
    if middle > 1 {
        letters.swap(middle, middle - 1);
    }
    letters.into_iter().collect()
}

/// What people type into the box: of each length from 1 to 12 the beginnings of names, of words in them, middles of words,
/// beginnings with a slip, people, emails, acronyms, places and letters, and what is nowhere.
pub fn searches(conn: &Connection) -> Vec<String> {
    let names = all_names(conn);
    let people = column(conn, "SELECT name FROM person ORDER BY id LIMIT 50000");
    let emails = column(
        conn,
        "SELECT value FROM contact_point WHERE kind = 'email' ORDER BY id LIMIT 20000",
    );
    let others = column(conn, "SELECT name FROM organization_alias ORDER BY id LIMIT 5000");
    let places = column(
        conn,
        "SELECT DISTINCT city FROM organization WHERE city <> '' ORDER BY city LIMIT 5000",
    );
    let letters = column(conn, "SELECT title FROM letter ORDER BY id");
    let mut queries = Vec::new();
    let mut step = 0_usize;
    for length in 1..=12 {
        let cut = |text: &str| text.chars().take(length).collect::<String>();
        let mut pick = |from: &[String]| {
            step += 1;
            from[step * 7_919 % from.len()].clone()
        };
        for _ in 0..10 {
            queries.push(cut(&pick(&names)));
        }
        for _ in 0..8 {
            let name = pick(&names);
            let word = name.split(' ').next_back().unwrap_or_default().to_owned();
            queries.push(cut(&word));
        }
        for _ in 0..6 {
            let name = pick(&names).replace(' ', "");
            queries.push(name.chars().skip(3).take(length).collect());
        }
        for _ in 0..4 {
            queries.push(slipped(&cut(&pick(&names))));
        }
        for list in [
            &people, &people, &people, &emails, &emails, &others, &places, &letters,
        ] {
            queries.push(cut(&pick(list)));
        }
        queries.push("qxzvkwpjqxzv".chars().take(length).collect());
    }
    queries.retain(|query| !query.trim().is_empty());
    queries
}

/// Names as somebody else writes them: as they are, without the legal form, with a slip, of others altogether.
pub fn names_as_typed(conn: &Connection) -> Vec<String> {
    let names = all_names(conn);
    (0..400)
        .map(|number| {
            let name = &names[number * 7_919 % names.len()];
            match number % 4 {
                0 => name.clone(),
                1 => name.trim_end_matches(", Inc.").replace(" & ", " and "),
                2 => slipped(name),
                _ => format!("{} of Nowhere", name.split(' ').next().unwrap_or_default()),
            }
        })
        .collect()
}

/// Filters of every field and some of several, each with what it is.
pub fn organization_filters(conn: &Connection) -> Vec<(&'static str, OrganizationFilter)> {
    let id = |sql: &str| conn.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
    let largest = LetterId(id(
        "SELECT letter_id FROM sign_on GROUP BY letter_id ORDER BY count(*) DESC LIMIT 1",
    ));
    let recent = LetterId(id("SELECT id FROM letter ORDER BY created_at DESC LIMIT 1"));
    let parent = OrganizationId(id(
        "SELECT parent_id FROM organization WHERE parent_id IS NOT NULL GROUP BY parent_id ORDER BY count(*) DESC LIMIT 1",
    ));
    let all = OrganizationFilter::default;
    let containing = |field, text: &str| OrganizationFilter {
        containing: vec![Containing {
            field,
            text: text.to_owned(),
        }],
        ..all()
    };
    let on = |letter_id, statuses: &[Status], absent| OrganizationFilter {
        letter: Some(LetterFilter {
            letter_id,
            statuses: statuses.to_vec(),
            absent,
        }),
        ..all()
    };
    let states = |states: &[&str]| OrganizationFilter {
        states: states.iter().map(|state| (*state).to_owned()).collect(),
        ..all()
    };
    let tags = |tags: &[&str]| OrganizationFilter {
        tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
        ..all()
    };
    vec![
        ("all", all()),
        (
            "local",
            OrganizationFilter {
                scopes: vec![Scope::Local],
                ..all()
            },
        ),
        (
            "tribal",
            OrganizationFilter {
                scopes: vec![Scope::Tribal],
                ..all()
            },
        ),
        (
            "state or national",
            OrganizationFilter {
                scopes: vec![Scope::State, Scope::National],
                ..all()
            },
        ),
        (
            "faith",
            OrganizationFilter {
                kinds: vec![OrganizationKind::Faith],
                ..all()
            },
        ),
        (
            "members",
            OrganizationFilter {
                memberships: vec![Membership::Member],
                ..all()
            },
        ),
        (
            "former members",
            OrganizationFilter {
                memberships: vec![Membership::Former],
                ..all()
            },
        ),
        ("in Wisconsin", states(&["WI"])),
        ("in Vermont", states(&["VT"])),
        ("in three states", states(&["WI", "MN", "IL"])),
        ("without a state", states(&[""])),
        (
            "in Canada",
            OrganizationFilter {
                countries: vec!["Canada".to_owned()],
                ..all()
            },
        ),
        ("tag", tags(&["housing"])),
        ("two tags", tags(&["housing", "rural"])),
        (
            "chapters of one",
            OrganizationFilter {
                parent_id: Some(parent),
                ..all()
            },
        ),
        (
            "parents",
            OrganizationFilter {
                standing: Some(Standing::Parent),
                ..all()
            },
        ),
        (
            "chapters",
            OrganizationFilter {
                standing: Some(Standing::Chapter),
                ..all()
            },
        ),
        (
            "alone",
            OrganizationFilter {
                standing: Some(Standing::Alone),
                ..all()
            },
        ),
        (
            "has a person",
            OrganizationFilter {
                has_person: Some(true),
                ..all()
            },
        ),
        (
            "has no person",
            OrganizationFilter {
                has_person: Some(false),
                ..all()
            },
        ),
        (
            "has a signer",
            OrganizationFilter {
                has_signer: Some(true),
                ..all()
            },
        ),
        (
            "has no signer",
            OrganizationFilter {
                has_signer: Some(false),
                ..all()
            },
        ),
        (
            "ask first",
            OrganizationFilter {
                ask_first: Some(true),
                ..all()
            },
        ),
        (
            "decides in a week",
            OrganizationFilter {
                lead_days_most: Some(7),
                ..all()
            },
        ),
        (
            "signed one",
            OrganizationFilter {
                signed_least: Some(1),
                ..all()
            },
        ),
        (
            "signed five",
            OrganizationFilter {
                signed_least: Some(5),
                ..all()
            },
        ),
        (
            "quiet since 2024",
            OrganizationFilter {
                quiet_since: Some("2024-01-01".to_owned()),
                ..all()
            },
        ),
        ("on the largest letter", on(largest, &[], false)),
        (
            "confirmed the largest letter",
            on(largest, &[Status::Confirmed], false),
        ),
        ("not on the latest letter", on(recent, &[], true)),
        ("alias contains", containing(TextField::Aliases, "ABC")),
        ("city contains", containing(TextField::City, "creek")),
        ("website contains", containing(TextField::Website, "www.")),
        ("note contains", containing(TextField::Note, "spanish")),
        ("found by a word", OrganizationFilter::finding("housing")),
        ("found by a letter", OrganizationFilter::finding("a")),
        ("found by two words", OrganizationFilter::finding("alder hous")),
        ("found by a middle", OrganizationFilter::finding("ousin")),
        ("found nowhere", OrganizationFilter::finding("qxzvk")),
        (
            "members in Wisconsin with a tag",
            OrganizationFilter {
                memberships: vec![Membership::Member],
                tags: vec!["housing".to_owned()],
                ..states(&["WI"])
            },
        ),
        (
            "local, with a person, in three states",
            OrganizationFilter {
                scopes: vec![Scope::Local],
                has_person: Some(true),
                ..states(&["WI", "MN", "IL"])
            },
        ),
        (
            "members that are quiet and not on the latest letter",
            OrganizationFilter {
                memberships: vec![Membership::Member],
                quiet_since: Some("2025-01-01".to_owned()),
                ..on(recent, &[], true)
            },
        ),
    ]
}

/// Filters of people, each with what it is.
pub fn person_filters(conn: &Connection) -> Vec<(&'static str, PersonFilter)> {
    let at = OrganizationId(
        conn.query_row(
            "SELECT organization_id FROM affiliation GROUP BY organization_id ORDER BY count(*) DESC LIMIT 1",
            [],
            |row| row.get(0),
        )
        .unwrap(),
    );
    let all = PersonFilter::default;
    let finding = |text: &str| PersonFilter {
        text: text.to_owned(),
        ..all()
    };
    vec![
        ("all", all()),
        (
            "at one",
            PersonFilter {
                organization_id: Some(at),
                ..all()
            },
        ),
        (
            "in Wisconsin",
            PersonFilter {
                states: vec!["WI".to_owned()],
                ..all()
            },
        ),
        (
            "in Vermont",
            PersonFilter {
                states: vec!["VT".to_owned()],
                ..all()
            },
        ),
        (
            "speak Spanish",
            PersonFilter {
                languages: vec!["es".to_owned()],
                ..all()
            },
        ),
        (
            "tag",
            PersonFilter {
                tags: vec!["housing".to_owned()],
                ..all()
            },
        ),
        (
            "may sign",
            PersonFilter {
                may_sign: Some(true),
                ..all()
            },
        ),
        (
            "primary",
            PersonFilter {
                primary: Some(true),
                ..all()
            },
        ),
        (
            "gone",
            PersonFilter {
                current: Some(false),
                ..all()
            },
        ),
        (
            "do not contact",
            PersonFilter {
                do_not_contact: Some(true),
                ..all()
            },
        ),
        (
            "no email",
            PersonFilter {
                has_email: Some(false),
                ..all()
            },
        ),
        (
            "phone",
            PersonFilter {
                has_phone: Some(true),
                ..all()
            },
        ),
        ("found by a name", finding("maria")),
        ("found by a letter", finding("a")),
        ("found by a middle", finding("ousin")),
        (
            "may sign, Spanish, in Wisconsin",
            PersonFilter {
                may_sign: Some(true),
                languages: vec!["es".to_owned()],
                states: vec!["WI".to_owned()],
                ..all()
            },
        ),
    ]
}
