//! Tables of shapes that were found in public: what their columns and cells mean.

use super::tables::{organizations, people, texts};
use super::*;

#[test]
fn an_organization_and_a_person_the_wrong_way_round_are_asked_as_they_are_meant() {
    let mut coalition = Coalition::in_memory().unwrap();
    let text = "Company,Contact person\nElm League,Anna Berg\nMaria Lopez,Moor Valley Water District\nPort Workers,Paul Stone\n";
    let plan = import(&mut coalition, text, ImportTarget::Organizations);
    assert_eq!(counts(&plan), [2, 0, 0, 0, 1]);
    assert_eq!(plan.rows[1].reason.id(), "import-asked-swapped");
    assert_eq!(organizations(&coalition), ["Elm League", "Port Workers"]);
}

#[test]
fn a_name_that_may_begin_with_the_surname_is_asked() {
    let mut coalition = Coalition::in_memory().unwrap();
    let text =
        "Company,Contact person\nElm League,Anna Berg\nMoor Trust,\"Vane, Irix\"\nPort Workers,Paul Stone\n";
    let plan = import(&mut coalition, text, ImportTarget::Organizations);
    assert_eq!(counts(&plan), [2, 0, 0, 0, 1]);
    assert_eq!(
        (plan.rows[1].reason.id(), plan.rows[1].may_be_taken),
        ("import-asked-surname", true)
    );
    assert_eq!(
        people(&coalition),
        ["Anna Berg @ Elm League", "Paul Stone @ Port Workers"]
    );
}

#[test]
fn a_cell_that_is_no_address_of_a_website_is_none() {
    let mut coalition = Coalition::in_memory().unwrap();
    let text = "Organization,Website\nElm League,No website available\nPort Workers,ask the office\nStone Fund,https://stone.example|https://fund.example\n\
                Moor Trust,www.moor.example\nAsh Guild,Not provided\n";
    let plan = import(&mut coalition, text, ImportTarget::Organizations);
    assert_eq!(counts(&plan), [5, 0, 0, 0, 0]);
    let told: Vec<usize> = plan.rows.iter().map(|row| row.flags.len()).collect();
    assert_eq!(told, [0, 1, 0, 0, 0]);
    assert_eq!(
        texts(
            &coalition,
            "SELECT name || ': ' || website || ' (' || note || ')' FROM organization ORDER BY name"
        ),
        [
            "Ash Guild:  ()",
            "Elm League:  ()",
            "Moor Trust: www.moor.example ()",
            "Port Workers:  (ask the office)",
            "Stone Fund: https://stone.example (https://stone.example|https://fund.example)",
        ]
    );
}

#[test]
fn two_people_whom_a_cell_joins_are_two_and_the_address_is_whose_name_it_has() {
    let mut coalition = Coalition::in_memory().unwrap();
    let text = "Timestamp,Parent/Guardian Name,Parent Email,School District\n\
                2026-01-02T10:00:00Z,Paul and Maria Stone,maria.stone@post.example,Elm Valley\n\
                2026-01-03T10:00:00Z,Anna Berg & Peter Lund,lund@post.example,Elm Valley\n\
                2026-01-03T11:00:00Z,Julia Fox,julia@post.example,Elm Valley\n";
    for outcome in [[3, 0, 0, 0, 0], [0, 0, 3, 0, 0]] {
        let plan = import(&mut coalition, text, ImportTarget::People);
        assert_eq!(counts(&plan), outcome);
    }
    assert_eq!(
        people(&coalition),
        [
            "Anna Berg lund@post.example",
            "Julia Fox julia@post.example",
            "Maria Stone maria.stone@post.example",
            "Paul Stone",
            "Peter Lund",
        ]
    );
    assert!(organizations(&coalition).is_empty());
}

#[test]
fn somebody_of_several_organizations_in_a_cell_is_one_person_at_each() {
    let mut coalition = Coalition::in_memory().unwrap();
    let text = "Name,Roles,Organizations,Locations\nAnna Berg,Founder|Chair,Elm League|Stone Fund,\"Viroqua, Wisconsin, USA\"\n\
                Paul Lund,Clerk,Port Workers|Stone Fund|Moor Trust,\"Leeds|York\"\nJulia Fox,,Elm League,\n";
    for outcome in [[5, 1, 0, 0, 0], [0, 0, 6, 0, 0]] {
        let plan = import(&mut coalition, text, ImportTarget::People);
        assert_eq!(counts(&plan), outcome);
    }
    assert_eq!(
        people(&coalition),
        [
            "Anna Berg @ Elm League, Founder, Chair",
            "Anna Berg @ Stone Fund, Founder, Chair",
            "Julia Fox @ Elm League",
            "Paul Lund @ Port Workers, Clerk",
            "Paul Lund @ Stone Fund, Clerk",
            "Paul Lund @ Moor Trust, Clerk",
        ]
    );
    assert_eq!(
        texts(
            &coalition,
            "SELECT name || ' | ' || city || ' ' || state || ' ' || country FROM organization WHERE name = 'Elm League'"
        ),
        ["Elm League | Viroqua WI USA"]
    );
}

#[test]
fn what_somebody_is_stands_in_the_note_where_no_organization_is_named() {
    let mut coalition = Coalition::in_memory().unwrap();
    let text = "id,organization_id,name,title,email\n1,7,Anna Berg,\"Director, Elder Programs\",anna@elm.example\n2,7,Paul Lund,,\n";
    for outcome in [[2, 0, 0, 0, 0], [0, 0, 2, 0, 0]] {
        assert_eq!(
            counts(&import(&mut coalition, text, ImportTarget::People)),
            outcome
        );
    }
    assert_eq!(
        texts(
            &coalition,
            "SELECT name || ': ' || note FROM person ORDER BY name"
        ),
        ["Anna Berg: Director, Elder Programs", "Paul Lund: "]
    );
}

#[test]
fn people_with_honorifics_between_commas_are_several_and_an_address_is_nobody() {
    let mut coalition = Coalition::in_memory().unwrap();
    let text = "Organization,Contact\nElm League,\"Prof. Dr. Anna Berg, Dr. phil. Paul Lund\"\nPort Workers,\"Julia Fox, Peter Stone\"\n\
                Stone Fund,33 N Dearborn St Chicago IL 60602\nMoor Trust,\"Vane, Iris\"\n";
    let plan = import(&mut coalition, text, ImportTarget::Organizations);
    assert_eq!(counts(&plan), [4, 0, 0, 0, 0]);
    assert_eq!(plan.rows[2].flags[0].id(), "import-loss-name");
    assert_eq!(
        people(&coalition),
        [
            "Dr. phil. Paul Lund @ Elm League",
            "Iris Vane @ Moor Trust",
            "Julia Fox @ Port Workers",
            "Peter Stone @ Port Workers",
            "Prof. Dr. Anna Berg @ Elm League",
        ]
    );
    assert_eq!(
        texts(
            &coalition,
            "SELECT note FROM organization WHERE name = 'Stone Fund'"
        ),
        ["33 N Dearborn St Chicago IL 60602"]
    );
}

#[test]
fn a_town_with_its_state_and_a_postal_code_with_both_are_taken_apart() {
    let mut coalition = Coalition::in_memory().unwrap();
    let text = "name,city,state,postal\nElm &amp; Moor League,\"Camden, NJ\",new jersey,08103\nPort Workers,,,\"Homer, Alaska 99603\"\n\
                Stone Fund,\"Leeds, West Yorkshire\",,\n";
    import(&mut coalition, text, ImportTarget::Organizations);
    assert_eq!(
        organizations(&coalition),
        [
            "Elm & Moor League | Camden NJ",
            "Port Workers | Homer AK",
            "Stone Fund | Leeds, West Yorkshire ",
        ]
    );
}

#[test]
fn an_office_in_parentheses_is_a_title_and_a_naught_is_nothing() {
    let mut coalition = Coalition::in_memory().unwrap();
    let text = "name,contact_name,contact_email,phone\nElm Transit,\"Mr. Paul Stone (General Manager, Buses)\",paul@elm.example,0\n\
                Port Ferries,Ms. Anna Berg (Director),anna@port.example,608 555 0143\nMoor Lines,0,0,0\n";
    let plan = import(&mut coalition, text, ImportTarget::Organizations);
    assert!(plan.rows.iter().all(|row| row.flags.is_empty()));
    assert_eq!(
        people(&coalition),
        [
            "Anna Berg @ Port Ferries, Director anna@port.example 608 555 0143",
            "Paul Stone @ Elm Transit, General Manager, Buses paul@elm.example",
        ]
    );
    assert_eq!(organizations(&coalition).len(), 3);
}

#[test]
fn what_many_rows_of_a_column_lose_is_said_once_of_the_column() {
    let mut coalition = Coalition::in_memory().unwrap();
    let text = "Organization,Site,Phone\nElm League,ask us,608 555 0143\nPort Workers,on request,call Bo\nStone Fund,soon,608 555 0145\nMoor Trust,www.moor.example,\n";
    let plan = import(&mut coalition, text, ImportTarget::Organizations);
    let notes: Vec<String> = plan
        .notes()
        .iter()
        .map(|note| note.to_string(base::messages::Language::English))
        .collect();
    assert_eq!(
        notes,
        ["Site: 3 rows hold something other than a web address, such as “ask us”; kept in their notes"]
    );
    let said = plan.said_once();
    let left: Vec<&str> = plan
        .rows
        .iter()
        .flat_map(|row| &row.flags)
        .filter(|flag| !said.holds(flag))
        .map(Message::id)
        .collect();
    assert_eq!(left, ["import-loss-phone"]);
}

#[test]
fn parents_that_nobody_knows_are_said_once_of_their_column() {
    let mut coalition = Coalition::in_memory().unwrap();
    let text = "Organization,Part of\nElm League,Harbor Federation\nPort Workers,Harbor Federation\nStone Fund,Moor Union\n\
        Moor Trust,Elm League\n";
    let plan = import(&mut coalition, text, ImportTarget::Organizations);
    let notes: Vec<String> = plan
        .notes()
        .iter()
        .map(|note| note.to_string(base::messages::Language::English))
        .collect();
    assert_eq!(
        notes,
        [
            "Part of: in 3 rows we couldn’t find the parent, such as \u{201c}Harbor Federation\u{201d}; left without one"
        ]
    );
    let said = plan.said_once();
    assert!(
        plan.rows
            .iter()
            .flat_map(|row| &row.flags)
            .all(|flag| said.holds(flag))
    );
}

#[test]
fn a_body_of_several_districts_and_countries_keeps_them_all() {
    let mut coalition = Coalition::in_memory().unwrap();
    let text = "Signatory,Constituency,Country,Website\n\
                Moor Climate Group,Elm North,Ireland,moor.example\n\
                Port Choir,Leeds,Ireland,port.example\n\
                Moor Climate Group,Elm South,France,moor.example\n\
                Moor Climate Group,Elm South,Spain,moor.example\n";
    for outcome in [[2, 2, 0, 0, 0], [0, 0, 4, 0, 0]] {
        let plan = import(&mut coalition, text, ImportTarget::Organizations);
        assert_eq!(counts(&plan), outcome);
    }
    let stored = "SELECT name || ': ' || district || ', ' || country || ' (' || replace(note, char(10), '; ') || ')' FROM organization ORDER BY name";
    assert_eq!(
        texts(&coalition, stored),
        [
            "Moor Climate Group: Elm North, Ireland (France; Elm South; Spain)",
            "Port Choir: Leeds, Ireland ()"
        ]
    );
    // A later file moves it.
    let later = "Signatory,Constituency\nMoor Climate Group,Elm West\n";
    let plan = import(&mut coalition, later, ImportTarget::Organizations);
    assert_eq!(counts(&plan), [0, 1, 0, 0, 0]);
    assert_eq!(
        texts(
            &coalition,
            "SELECT district FROM organization WHERE name LIKE 'Moor%'"
        ),
        ["Elm West"]
    );
}

#[test]
fn a_name_in_another_language_is_a_translation() {
    let mut coalition = Coalition::in_memory().unwrap();
    let text = "name_en,name_es,Acronym\nElm League,Liga del Olmo,EL\nPort Workers,Obreros del Puerto,\n";
    import(&mut coalition, text, ImportTarget::Organizations);
    // What an organization that is there comes to be called.
    let more = "name_en,name_fr\nElm League,Ligue de l’Orme\nAsh Guild,Guilde du Frêne\nStone Fund,Fonds de la Pierre\n";
    import(&mut coalition, more, ImportTarget::Organizations);
    assert_eq!(
        texts(
            &coalition,
            "SELECT name || ': ' || kind FROM organization_alias ORDER BY name"
        ),
        [
            "EL: acronym",
            "Fonds de la Pierre: translation",
            "Guilde du Frêne: translation",
            "Liga del Olmo: translation",
            "Ligue de l’Orme: translation",
            "Obreros del Puerto: translation",
        ]
    );
}

#[test]
fn an_acronym_whose_name_is_known_stands_for_no_other_name() {
    let mut coalition = Coalition::in_memory().unwrap();
    let text = "Acronym,Name\nML,Moor League\n,Mill Lodge\nMountain,Mountain Lodge\n";
    let plan = import(&mut coalition, text, ImportTarget::Organizations);
    assert_eq!(counts(&plan), [3, 0, 0, 0, 0]);
    // An acronym alone may be anybody's.
    let mut coalition = Coalition::in_memory().unwrap();
    let text = "Name\nMLA\nMoor League of Artists\nPort Workers\n";
    let plan = import(&mut coalition, text, ImportTarget::Organizations);
    assert_eq!(counts(&plan), [2, 0, 0, 0, 1]);
}

#[test]
fn a_name_that_is_spelled_together_is_the_one_before_it_in_the_same_file() {
    let mut coalition = Coalition::in_memory().unwrap();
    let text = "Name,Institution\nAna Mora,FF Elm\nBo Lind,FFElm\nCy Dorn,Moor University\n";
    for outcome in [[3, 0, 0, 0, 0], [0, 0, 3, 0, 0]] {
        let plan = import(&mut coalition, text, ImportTarget::People);
        assert_eq!(counts(&plan), outcome);
    }
    assert_eq!(organizations(&coalition), ["FF Elm", "Moor University"]);
}
