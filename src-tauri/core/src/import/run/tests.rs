#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod again;
mod any_table;
mod forms;
mod lists;
mod mails;
mod strangers;
mod tables;

use chrono::{DateTime, TimeZone, Utc};

use super::*;
use crate::letter::LetterFields;
use crate::organization::{OrganizationFields, OrganizationKind, Scope};
use crate::signon::{SignOn, Status};
use base::progress::no_progress;
use reading::source::{Opened, ReadOptions};
use vocabulary::ids::LetterId;

fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 5, 20, 12, 0, 0).unwrap()
}

fn source(coalition: &Coalition, name: &str, bytes: &[u8]) -> Arc<OpenSource> {
    let opened = Source::open(name, bytes.to_vec(), None, ReadOptions::default()).unwrap();
    assert!(matches!(opened, Opened::Table(_)), "{name} is read as a list");
    Arc::new(coalition.open_source(name, opened).unwrap())
}

fn import(coalition: &mut Coalition, text: &str, target: ImportTarget) -> ImportPlan {
    let source = source(coalition, "rows.csv", text.as_bytes());
    let choices = Choices::new(target, Likely::Ask);
    let plan = coalition
        .plan_import(&source, choices, &mut no_progress, now())
        .unwrap();
    coalition.import(&source, &plan, &mut no_progress, now()).unwrap();
    assert_eq!(coalition.verify().unwrap(), Vec::<String>::new());
    plan
}

/// Created, updated, unchanged, rejected and asked; their sum is what was read.
fn counts(plan: &ImportPlan) -> [usize; 5] {
    let all = [
        Outcome::Created,
        Outcome::Updated,
        Outcome::Unchanged,
        Outcome::Rejected,
        Outcome::Asked,
    ];
    let counts = all.map(|outcome| plan.count(outcome));
    assert_eq!(counts.iter().sum::<usize>(), plan.rows.len());
    counts
}

fn letter(coalition: &mut Coalition) -> LetterId {
    let fields = LetterFields {
        title: "Open the books".into(),
        zone: Some("America/Chicago".into()),
        ..LetterFields::default()
    };
    coalition.add_letter(&fields, now()).unwrap().output
}

fn sign_ons(coalition: &Coalition, letter: LetterId) -> Vec<SignOn> {
    coalition.list_sign_ons(letter, now()).unwrap()
}

fn organization(coalition: &mut Coalition, name: &str) -> OrganizationId {
    let fields = OrganizationFields {
        name: name.into(),
        ..OrganizationFields::default()
    };
    coalition.add_organization(&fields, now()).unwrap().output
}

/// Every row of the domain but the imports themselves, as text.
fn dump(coalition: &Coalition) -> String {
    let mut text = String::new();
    for table in store::db::DOMAIN_TABLES
        .iter()
        .filter(|table| **table != "import")
        .chain(&["organization_list", "person_list"])
    {
        let mut statement = coalition.conn.prepare(&format!("SELECT * FROM {table}")).unwrap();
        let width = statement.column_count();
        let mut rows = statement.query([]).unwrap();
        let mut lines = Vec::new();
        while let Some(row) = rows.next().unwrap() {
            let cells: Vec<String> = (0..width)
                .map(|column| format!("{:?}", row.get::<_, rusqlite::types::Value>(column).unwrap()))
                .collect();
            lines.push(format!("{table}: {}\n", cells.join(" | ")));
        }
        lines.sort();
        text.extend(lines);
    }
    text
}

use vocabulary::ids::OrganizationId;

#[test]
fn organizations_come_in_with_all_that_their_rows_say_and_a_second_time_nothing_changes() {
    let mut coalition = Coalition::in_memory().unwrap();
    let csv = "Organization,Acronym,Parent organization,City,State,Country,Website,Type,Scope,Contact name,Title,Email,Phone,Notes\n\
               Moor Alliance,MA,,Leeds,,UK,moor.example,Nonprofit,National,Ana Mora,Chair,ana@moor.example,+44 113 496 0000,Meets monthly\n\
               Moor Alliance Leeds Chapter,,Moor Alliance,Leeds,,UK,,,Local,Bo Lind,Organizer,bo@moor.example,,\n\
               Moor Alliance,,,,,,,,,Cy Dahl,Treasurer,cy@moor.example,,\n";
    let plan = import(&mut coalition, csv, ImportTarget::Organizations);
    assert_eq!(counts(&plan), [3, 0, 0, 0, 0]);
    assert_eq!(plan.makes(), (2, 3, 0));
    let id = coalition.resolve_organization("Moor Alliance").unwrap();
    let moor = coalition.get_organization(id).unwrap();
    assert_eq!(
        (
            moor.city.as_str(),
            moor.website.as_str(),
            moor.note.as_str(),
            moor.aliases[0].name.as_str()
        ),
        ("Leeds", "moor.example", "Meets monthly", "MA")
    );
    let chapter = coalition
        .resolve_organization("Moor Alliance Leeds Chapter")
        .unwrap();
    assert_eq!(
        coalition.get_organization(chapter).unwrap().parent.unwrap().id,
        id
    );
    let ana = coalition
        .get_person(coalition.resolve_person("Ana Mora").unwrap())
        .unwrap();
    assert_eq!(ana.contact_points.len(), 2);
    assert!(ana.affiliations[0].primary && ana.affiliations[0].role == "Chair");
    let cy = coalition
        .get_person(coalition.resolve_person("Cy Dahl").unwrap())
        .unwrap();
    assert!(!cy.affiliations[0].primary);
    let before = dump(&coalition);
    let again = import(&mut coalition, csv, ImportTarget::Organizations);
    assert_eq!(counts(&again), [0, 0, 3, 0, 0]);
    assert_eq!(dump(&coalition), before);
}

#[test]
fn a_different_value_is_an_update_that_is_shown_and_an_empty_cell_empties_nothing() {
    let mut coalition = Coalition::in_memory().unwrap();
    import(
        &mut coalition,
        "Organization,City,Website\nMoor Alliance,Leeds,moor.example\n",
        ImportTarget::Organizations,
    );
    let plan = import(
        &mut coalition,
        "Organization,City,Website\nMoor Alliance,,alliance.example\n",
        ImportTarget::Organizations,
    );
    assert_eq!(counts(&plan), [0, 1, 0, 0, 0]);
    let shown: Vec<_> = plan.rows[0]
        .changes
        .iter()
        .map(|change| (change.old.as_str(), change.new.as_str()))
        .collect();
    assert_eq!(shown, [("moor.example", "alliance.example")]);
    let moor = coalition
        .get_organization(coalition.resolve_organization("Moor").unwrap())
        .unwrap();
    assert_eq!(
        (moor.city.as_str(), moor.website.as_str()),
        ("Leeds", "alliance.example")
    );
    coalition.undo(now()).unwrap();
    assert_eq!(
        coalition.get_organization(moor.id).unwrap().city,
        "Leeds",
        "an undo brings the old value back"
    );
}

#[test]
fn likely_matches_are_asked_and_a_decision_settles_them() {
    let mut coalition = Coalition::in_memory().unwrap();
    let moor = organization(&mut coalition, "Moorland Neighbors Alliance");
    let source = source(
        &coalition,
        "a.csv",
        b"Organization,City\nMooreland Neighbors Alliance,York\nLuz Collective,Leeds\n",
    );
    let mut choices = Choices::new(ImportTarget::Organizations, Likely::Ask);
    let plan = coalition
        .plan_import(&source, choices.clone(), &mut no_progress, now())
        .unwrap();
    assert_eq!(counts(&plan), [1, 0, 0, 0, 1]);
    choices.decisions.insert(
        0,
        Decision::Match {
            organization_id: moor,
        },
    );
    choices.decisions.insert(1, Decision::Drop);
    let plan = coalition
        .plan_import(&source, choices, &mut no_progress, now())
        .unwrap();
    assert_eq!(counts(&plan), [0, 1, 0, 1, 0]);
    coalition.import(&source, &plan, &mut no_progress, now()).unwrap();
    let found = coalition.get_organization(moor).unwrap();
    assert_eq!((found.city.as_str(), found.aliases.len()), ("York", 1));
}

#[test]
fn people_are_known_by_email_or_by_name_at_the_same_organization() {
    let mut coalition = Coalition::in_memory().unwrap();
    let first = "First name,Last name,Company,Job title,E-mail Address,Business Phone\n\
                 Ana,Mora,Moor Alliance,Chair,ana@moor.example,608-555-0143\n\
                 Bo,Lind,Moor Alliance,Clerk,,\n\
                 Cy,Dahl,,,cy@dahl.example,\n";
    let plan = import(&mut coalition, first, ImportTarget::People);
    assert_eq!((counts(&plan), plan.makes()), ([3, 0, 0, 0, 0], (1, 3, 0)));
    let second = "First name,Last name,Company,Job title,E-mail Address,Business Phone\n\
                  A.,Mora,Luz Collective,Director,ANA@moor.example,(608) 555-0143\n\
                  bo,lind,Moor Alliance,Clerk,bo@moor.example,\n\
                  Cy,Dahl,,,cy@dahl.example,\n\
                  Di,Roe,Moor Alliance,,ana@moor.example,\n";
    let plan = import(&mut coalition, second, ImportTarget::People);
    // The second is Bo with an address; the fourth shares an address and is somebody else.
    assert_eq!((counts(&plan), plan.makes()), ([2, 1, 1, 0, 0], (1, 1, 0)));
    assert_eq!(coalition.count_people().unwrap(), 4);
    let ana = coalition
        .get_person(coalition.resolve_person("Ana Mora").unwrap())
        .unwrap();
    assert_eq!((ana.affiliations.len(), ana.contact_points.len()), (2, 2));
    assert!(
        plan.rows[3]
            .flags
            .iter()
            .any(|flag| flag.id() == "import-flag-shared-email")
    );
}

#[test]
fn an_import_that_was_cancelled_leaves_nothing_and_one_that_is_stale_is_refused() {
    let mut coalition = Coalition::in_memory().unwrap();
    let mut csv = String::from("Organization,Contact name,Email\n");
    for number in 0..600 {
        csv.push_str(&format!(
            "Group {number} of Leeds,Ana Mora{number},a{number}@luz.example\n"
        ));
    }
    let source = source(&coalition, "a.csv", csv.as_bytes());
    let choices = Choices::new(ImportTarget::Organizations, Likely::New);
    let mut told = 0;
    let stopped = coalition.plan_import(
        &source,
        choices.clone(),
        &mut |_| {
            told += 1;
            told < 2
        },
        now(),
    );
    assert!(matches!(stopped, Err(Error::Cancelled)));
    let plan = coalition
        .plan_import(&source, choices, &mut no_progress, now())
        .unwrap();
    let before = dump(&coalition);
    let stopped = coalition.import(&source, &plan, &mut |so_far| so_far.done < 500, now());
    assert!(matches!(stopped, Err(Error::Cancelled)));
    assert_eq!(dump(&coalition), before);
    organization(&mut coalition, "Something else");
    assert!(coalition.import(&source, &plan, &mut no_progress, now()).is_err());
    assert_eq!(coalition.count_organizations().unwrap(), 1);
    // Triggers are awake again after all of that.
    assert_eq!(coalition.verify().unwrap(), Vec::<String>::new());
}

#[test]
fn a_large_import_derives_what_its_triggers_would_and_is_undone_and_redone_whole() {
    let mut coalition = Coalition::in_memory().unwrap();
    let letter = letter(&mut coalition);
    organization(&mut coalition, "Group 7 of Leeds");
    let before = dump(&coalition);
    let mut csv = String::from("Organization,Parent organization,Contact name,Email,City,Will you sign?\n");
    for number in 0..450 {
        let parent = if number % 5 == 1 { "Group 0 of Leeds" } else { "" };
        csv.push_str(&format!(
            "Group {number} of Leeds,{parent},Ana Mora{number},a{number}@luz.example,Leeds,yes\n"
        ));
    }
    let target = ImportTarget::SignOns {
        letter_id: letter,
        status: Status::ToAsk,
    };
    let source = source(&coalition, "a.csv", csv.as_bytes());
    let choices = Choices::new(target, Likely::New);
    let plan = coalition
        .plan_import(&source, choices, &mut no_progress, now())
        .unwrap();
    assert_eq!(counts(&plan), [450, 0, 0, 0, 0]);
    coalition.import(&source, &plan, &mut no_progress, now()).unwrap();
    assert_eq!(coalition.verify().unwrap(), Vec::<String>::new());
    assert_eq!(sign_ons(&coalition, letter).len(), 450);
    let after = dump(&coalition);
    coalition.undo(now()).unwrap();
    assert_eq!(dump(&coalition), before);
    assert_eq!(coalition.verify().unwrap(), Vec::<String>::new());
    assert!(coalition.list_imports().unwrap().is_empty());
    coalition.redo(now()).unwrap();
    assert_eq!(dump(&coalition), after);
    assert_eq!(coalition.verify().unwrap(), Vec::<String>::new());
}

#[test]
fn an_import_is_kept_with_its_source_and_its_rows_and_its_mapping_is_remembered() {
    let mut coalition = Coalition::in_memory().unwrap();
    let csv = "Group,Colour,City\nMoor Alliance,red,Leeds\n,blue,York\n";
    let bytes = csv.as_bytes().to_vec();
    let opened = Source::open("colours.csv", bytes, None, ReadOptions::default()).unwrap();
    let Opened::Table(mut first) = opened else {
        panic!()
    };
    first
        .set_column("colour", Some(reading::columns::Field::Note))
        .unwrap();
    assert!(first.set_column("Size", None).is_err());
    let first = Arc::new(OpenSource::Table(first));
    let choices = Choices::new(ImportTarget::Organizations, Likely::Ask);
    let plan = coalition
        .plan_import(&first, choices, &mut no_progress, now())
        .unwrap();
    assert_eq!(counts(&plan), [1, 0, 0, 1, 0]);
    coalition.import(&first, &plan, &mut no_progress, now()).unwrap();
    let imports = coalition.list_imports().unwrap();
    assert_eq!(
        (imports.len(), imports[0].name.as_str(), imports[0].counts),
        (1, "colours.csv", [2, 1, 0, 0, 1, 0])
    );
    assert_eq!(
        coalition.get_import_source(imports[0].id).unwrap(),
        csv.as_bytes()
    );
    let english = base::messages::Language::English;
    let (total, rows) = coalition
        .list_import_rows(imports[0].id, &[Outcome::Rejected], 0, 10, english)
        .unwrap();
    assert_eq!(
        (total, rows[0].number, rows[0].reason.as_str()),
        (1, 3, "Names no organization")
    );
    let rejects = coalition.import_rejects(imports[0].id, english).unwrap();
    assert_eq!(
        rejects,
        "Group,Colour,City,Reason\n,blue,York,Names no organization\n"
    );
    let next = source(&coalition, "next.csv", b"GROUP,City,Colour\nLuz,Leeds,green\n");
    let next = next.table().unwrap();
    assert_eq!(
        next.mapping().field(2),
        Some(reading::columns::Field::Note),
        "what was said of a heading is remembered"
    );
    assert!(next.remembered().is_some());
}

#[test]
fn each_field_that_a_later_table_changes_is_changed_of_its_organization_alone() {
    let mut coalition = Coalition::in_memory().unwrap();
    let headings = "Organization,Prints as,Scope,Type,City,State,Country\n";
    let two = "Moor Alliance,The Moor,Local,Nonprofit,Madison,WI,USA\nBirch Union,The Birch,Local,Nonprofit,Madison,WI,USA\n";
    import(
        &mut coalition,
        &format!("{headings}{two}"),
        ImportTarget::Organizations,
    );
    let of = |coalition: &Coalition, name: &str| {
        let id = coalition.resolve_organization(name).unwrap();
        let found = coalition.get_organization(id).unwrap();
        let word = |text: Option<&str>| text.unwrap_or_default().to_owned();
        [
            found.prints_as.unwrap_or_default(),
            word(found.scope.map(Scope::word)),
            word(found.kind.map(OrganizationKind::word)),
            found.city,
            found.state,
            found.country,
        ]
    };
    let before = of(&coalition, "Birch Union");
    for (field, (cells, value)) in [
        ("Moor & Dale,,,,,", "Moor & Dale"),
        (",National,,,,", "national"),
        (",,Labor,,,", "labor"),
        (",,,Superior,,", "Superior"),
        (",,,,MN,", "MN"),
        (",,,,,Canada", "Canada"),
    ]
    .into_iter()
    .enumerate()
    {
        let mut expected = of(&coalition, "Moor Alliance");
        expected[field] = value.to_owned();
        // Another place would be another organization as often as not: the person says that it is this one.
        let source = source(
            &coalition,
            "a.csv",
            format!("{headings}Moor Alliance,{cells}\n").as_bytes(),
        );
        let mut choices = Choices::new(ImportTarget::Organizations, Likely::Ask);
        let organization_id = coalition.resolve_organization("Moor Alliance").unwrap();
        choices.decisions.insert(0, Decision::Match { organization_id });
        let plan = coalition
            .plan_import(&source, choices, &mut no_progress, now())
            .unwrap();
        coalition.import(&source, &plan, &mut no_progress, now()).unwrap();
        assert_eq!(counts(&plan), [0, 1, 0, 0, 0], "{cells}");
        assert_eq!(of(&coalition, "Moor Alliance"), expected, "{cells}");
        assert_eq!(of(&coalition, "Birch Union"), before, "{cells}");
    }
}
