//! What a row of a table means: who is who, who is nobody, and what is asked.

use super::*;

pub(super) fn texts(coalition: &Coalition, sql: &str) -> Vec<String> {
    let mut statement = coalition.conn.prepare(sql).unwrap();
    let rows = statement.query_map([], |row| row.get(0)).unwrap();
    rows.collect::<rusqlite::Result<_>>().unwrap()
}

pub(super) fn organizations(coalition: &Coalition) -> Vec<String> {
    texts(
        coalition,
        "SELECT name || coalesce(nullif(' | ' || city || ' ' || state, ' |  '), '') FROM organization ORDER BY name, city",
    )
}

/// Each person with where they are, as what, and under which addresses.
pub(super) fn people(coalition: &Coalition) -> Vec<String> {
    texts(
        coalition,
        "SELECT p.name || coalesce(' @ ' || o.name, '') || coalesce(', ' || nullif(a.role, ''), '')
                || coalesce(' ' || (SELECT group_concat(value, ' ') FROM contact_point c WHERE c.person_id = p.id), '')
         FROM person p LEFT JOIN affiliation a ON a.person_id = p.id LEFT JOIN organization o ON o.id = a.organization_id
         ORDER BY p.name",
    )
}

fn sign(coalition: &mut Coalition, letter: LetterId, text: &str) -> ImportPlan {
    let target = ImportTarget::SignOns {
        letter_id: letter,
        status: Status::Confirmed,
    };
    import(coalition, text, target)
}

#[test]
fn who_writes_that_there_is_no_organization_is_asked_and_makes_none() {
    let mut coalition = Coalition::in_memory().unwrap();
    let letter = letter(&mut coalition);
    let plan = sign(
        &mut coalition,
        letter,
        "Organization,Name,Email\nnone,Bo Lind,bo@lind.example\nSelf-employed,Cy Bay,cy@bay.example\nA título individual,Di Lee,di@lee.example\n\
         ---,Ed Fox,ed@fox.example\nElm League,Flo Kay,flo@elm.example\n",
    );
    assert_eq!(counts(&plan), [1, 0, 0, 0, 4]);
    assert_eq!(plan.rows[0].reason.id(), "import-asked-nobody");
    assert_eq!(organizations(&coalition), ["Elm League"]);
}

#[test]
fn a_form_that_asks_who_signs_sorts_its_rows() {
    let mut coalition = Coalition::in_memory().unwrap();
    let letter = letter(&mut coalition);
    let plan = sign(
        &mut coalition,
        letter,
        "I am signing as an individual or an organization,Group name,Your name,Email\nan organization,Elm League,Bo Lind,bo@elm.example\n\
         an individual,Port Workers,Cy Bay,cy@port.example\n",
    );
    assert_eq!(counts(&plan), [2, 0, 0, 0, 0]);
    assert_eq!(organizations(&coalition), ["Elm League"]);
    let signed = sign_ons(&coalition, letter);
    let alone = signed
        .iter()
        .find(|sign_on| sign_on.prints_as == "Cy Bay")
        .unwrap();
    assert_eq!(alone.affiliation, "Port Workers");
}

#[test]
fn a_value_that_a_spreadsheet_could_not_work_out_is_empty_and_said() {
    let mut coalition = Coalition::in_memory().unwrap();
    let text = "Organization,Contact,Title\nElm League,#REF!,Chair\n#N/A,Bo Lind,\n";
    let plan = import(&mut coalition, text, ImportTarget::Organizations);
    assert_eq!(counts(&plan), [1, 0, 0, 1, 0]);
    assert!(
        plan.rows
            .iter()
            .all(|row| row.flags.iter().any(|flag| flag.id() == "import-loss-error"))
    );
    assert_eq!(
        (organizations(&coalition).len(), people(&coalition).len()),
        (1, 0)
    );
}

#[test]
fn one_name_in_two_towns_is_asked_within_a_file_and_against_the_coalition() {
    let mut coalition = Coalition::in_memory().unwrap();
    let first =
        "Organization,City,State\nTrinity Church,Racine,WI\nTrinity Church,Kenosha,WI\nTrinity Church,,\n";
    let plan = import(&mut coalition, first, ImportTarget::Organizations);
    assert_eq!(counts(&plan), [1, 0, 1, 0, 1]);
    let second = "Organization,City,State\nTrinity Church,Elgin,IL\nTrinity Church,Racine,WI\n";
    let plan = import(&mut coalition, second, ImportTarget::Organizations);
    assert_eq!(counts(&plan), [0, 0, 1, 0, 1]);
    assert_eq!(plan.rows[0].reason.id(), "import-asked-elsewhere");
    assert_eq!(organizations(&coalition), ["Trinity Church | Racine WI"]);
    // A staff list has people in many towns and one organization.
    let staff = "Name,Organization,City\nBo Lind,Trinity Church,Elgin\n";
    assert_eq!(counts(&import(&mut coalition, staff, ImportTarget::People))[0], 1);
}

#[test]
fn one_name_in_two_countries_is_asked_unless_it_has_one_site_in_both() {
    let mut coalition = Coalition::in_memory().unwrap();
    let text = "Organization,Country,Website\nElm League,Chile,https://elm.example.cl\nElm League,Peru,https://elm.example.pe\n\
                Moor Watch,Chile,https://www.moor.example/cl\nMoor Watch,Peru,https://moor.example/pe\n\
                Stone Fund,USA,\nStone Fund,United States,\n";
    let plan = import(&mut coalition, text, ImportTarget::Organizations);
    assert_eq!(plan.rows[1].reason.id(), "import-asked-row-elsewhere");
    assert_eq!(counts(&plan)[0], 3);
    assert_eq!(counts(&plan)[4], 1);
}

#[test]
fn nearly_one_name_is_asked_within_a_file_too() {
    let mut coalition = Coalition::in_memory().unwrap();
    let text = "Organization\nWillow Creek Watershed Alliance\nWillow Creek Watershed Aliance\nElm League\n";
    let plan = import(&mut coalition, text, ImportTarget::Organizations);
    assert_eq!(counts(&plan), [2, 0, 0, 0, 1]);
    assert_eq!(plan.rows[1].reason.id(), "import-asked-row");
}

#[test]
fn one_of_several_people_of_a_name_is_asked_and_the_same_again_changes_nothing() {
    let mut coalition = Coalition::in_memory().unwrap();
    let book = "Name,Organization,Email\nAna Gil,Casa Norte,ana@casa.example\nAna Gil,Elm League,ana@elm.example\nBo Lind,Elm League,bo@elm.example\n";
    assert_eq!(
        counts(&import(&mut coalition, book, ImportTarget::People)),
        [3, 0, 0, 0, 0]
    );
    for _ in 0..3 {
        let plan = import(
            &mut coalition,
            "Full name,Role\nAna Gil,Treasurer\nBo Lind,Chair\n",
            ImportTarget::People,
        );
        assert_eq!(counts(&plan), [0, 0, 1, 0, 1]);
    }
    assert_eq!(
        counts(&import(&mut coalition, book, ImportTarget::People)),
        [0, 0, 3, 0, 0]
    );
    assert_eq!(people(&coalition).len(), 3);
}

#[test]
fn several_people_of_a_row_become_several_people() {
    for (text, expected) in [
        (
            "Organization,Contact 1,Contact 1 email,Contact 2,Contact 2 email,Contact 2 phone\nElm League,Bo Lind,bo@elm.example,Cy Bay,cy@elm.example,555 010 0143\n",
            [
                "Bo Lind @ Elm League bo@elm.example",
                "Cy Bay @ Elm League cy@elm.example 555 010 0143",
            ],
        ),
        (
            "Organization,Contacts,Emails\nElm League,\"Bo Lind, Cy Bay\",\"bo@elm.example, cy@elm.example\"\n",
            [
                "Bo Lind @ Elm League bo@elm.example",
                "Cy Bay @ Elm League cy@elm.example",
            ],
        ),
        (
            "Organization,Contact,Title,Email\nElm League,\"Bo Lind\nCy Bay\",\"Chair\nClerk\",bo@elm.example\n",
            [
                "Bo Lind @ Elm League, Chair bo@elm.example",
                "Cy Bay @ Elm League, Clerk",
            ],
        ),
    ] {
        let mut coalition = Coalition::in_memory().unwrap();
        for outcome in [[1, 0, 0, 0, 0], [0, 0, 1, 0, 0]] {
            let plan = import(&mut coalition, text, ImportTarget::Organizations);
            assert_eq!(counts(&plan), outcome, "{text}");
        }
        assert_eq!(people(&coalition), expected);
    }
}

#[test]
fn a_surname_that_stands_first_is_turned_where_the_table_says_so() {
    let mut coalition = Coalition::in_memory().unwrap();
    let text = "\"Name (Last, First)\",Email\n\"Lind, Bo\",bo@elm.example\n\"Bay, Cy\",cy@elm.example\n";
    import(&mut coalition, text, ImportTarget::People);
    let text = "Full name,First name,Last name,Email\n\"Fox, Ed\",Ed,Fox,ed@elm.example\n\"Kay, PhD\",,,kay@elm.example\n";
    import(&mut coalition, text, ImportTarget::People);
    let names = texts(&coalition, "SELECT name FROM person ORDER BY name");
    assert_eq!(names, ["Bo Lind", "Cy Bay", "Ed Fox", "Kay, PhD"]);
}

#[test]
fn what_is_no_number_and_no_address_goes_to_the_note_and_is_said() {
    let mut coalition = Coalition::in_memory().unwrap();
    let text =
        "Name,Phone,Email\nBo Lind,call the office,bo@elm\nCy Bay,0550974582/0505447466,cy@elm.example\n";
    let plan = import(&mut coalition, text, ImportTarget::People);
    assert_eq!(plan.rows[0].flags.len(), 2);
    let notes = texts(&coalition, "SELECT note FROM person ORDER BY name");
    assert_eq!(notes, ["bo@elm\ncall the office", ""]);
    assert_eq!(
        people(&coalition)[1],
        "Cy Bay cy@elm.example 0550974582 0505447466"
    );
}

#[test]
fn a_persons_town_stands_beside_their_street_in_the_note() {
    let mut coalition = Coalition::in_memory().unwrap();
    import(
        &mut coalition,
        "First name,Last name,Street,Postal code,City,State\nBo,Lind,\"5, Elm Row\",53703,Madison,WI\nCy,Bay,,,Viroqua,\n",
        ImportTarget::People,
    );
    let notes = texts(&coalition, "SELECT note FROM person ORDER BY name");
    assert_eq!(notes, ["5, Elm Row, 53703 Madison, WI", "Viroqua"]);
}

#[test]
fn words_that_say_nothing_are_no_other_name() {
    let mut coalition = Coalition::in_memory().unwrap();
    import(
        &mut coalition,
        "Name,Alternate name,Website\nElm League,EL,https://elm.example\nPort Workers,Not applicable,https://port.example\n",
        ImportTarget::Organizations,
    );
    let aliases = texts(&coalition, "SELECT name FROM organization_alias");
    assert_eq!(aliases, ["EL"]);
}

#[test]
fn words_above_codes_are_headings() {
    let mut coalition = Coalition::in_memory().unwrap();
    let plan = import(
        &mut coalition,
        "value;shown\n0/ELM/;Elm League\n0/PORT/;Port Workers\n1/PORT/2/;Port Workers of Brixley\n",
        ImportTarget::Organizations,
    );
    // A heading that nobody knows is only guessed at, so each is asked.
    assert_eq!(counts(&plan), [0, 0, 0, 0, 3]);
}

#[test]
fn a_time_under_a_heading_that_says_utc_is_utc() {
    let mut coalition = Coalition::in_memory().unwrap();
    let letter = letter(&mut coalition);
    sign(
        &mut coalition,
        letter,
        "Organization,Your name,Submitted at (UTC),Do you sign?\nElm League,Bo Lind,2026-05-04 15:04:00,Yes\n",
    );
    assert_eq!(
        sign_ons(&coalition, letter)[0].decided_at.as_deref(),
        Some("2026-05-04T15:04:00Z")
    );
}

#[test]
fn membership_tags_and_kinds_are_taken_and_a_kind_that_is_none_is_a_tag() {
    let mut coalition = Coalition::in_memory().unwrap();
    let text = "Organization,Type,Membership,Tags,Part of\nElm League,Labor union,Member,\"water, north\",Elm Federation\nElm Federation,Watershed group,Ally,,\n";
    for outcome in [[2, 0, 0, 0, 0], [0, 0, 2, 0, 0]] {
        assert_eq!(
            counts(&import(&mut coalition, text, ImportTarget::Organizations)),
            outcome
        );
    }
    assert_eq!(
        texts(
            &coalition,
            "SELECT name || ' ' || membership || ' ' || coalesce(kind, '-') FROM organization ORDER BY name"
        ),
        ["Elm Federation ally -", "Elm League member labor"]
    );
    assert_eq!(
        texts(
            &coalition,
            "SELECT tag FROM organization_tag ORDER BY tag COLLATE NOCASE"
        ),
        ["north", "water", "Watershed group"]
    );
    assert_eq!(
        texts(
            &coalition,
            "SELECT p.name FROM organization o JOIN organization p ON p.id = o.parent_id"
        ),
        ["Elm Federation"]
    );
}

#[test]
fn a_column_that_only_its_content_speaks_for_makes_no_organization_unasked() {
    let mut coalition = Coalition::in_memory().unwrap();
    let text = "Ref,Bearer,Email\n118052219061,Elm League,a@elm.example\n118052219062,Port Workers Union,b@port.example\n";
    let plan = import(&mut coalition, text, ImportTarget::Organizations);
    assert_eq!(counts(&plan), [0, 0, 0, 0, 2]);
    assert_eq!(plan.rows[0].reason.id(), "import-asked-guess");
}

#[test]
fn whoever_imports_members_says_so_once_for_all_rows() {
    let mut coalition = Coalition::in_memory().unwrap();
    import(
        &mut coalition,
        "Organization\nElm League\n",
        ImportTarget::Organizations,
    );
    let table = source(
        &coalition,
        "rows.csv",
        b"Organization,Membership\nElm League,\nPort Workers,\nLago Unido,ally\n",
    );
    let mut choices = Choices::new(ImportTarget::Organizations, Likely::Ask);
    choices.as_members = true;
    let plan = coalition
        .plan_import(&table, choices, &mut no_progress, now())
        .unwrap();
    coalition.import(&table, &plan, &mut no_progress, now()).unwrap();
    assert_eq!(counts(&plan), [2, 1, 0, 0, 0]);
    assert_eq!(
        texts(
            &coalition,
            "SELECT name || ' ' || membership FROM organization ORDER BY name"
        ),
        ["Elm League member", "Lago Unido ally", "Port Workers member"]
    );
}
