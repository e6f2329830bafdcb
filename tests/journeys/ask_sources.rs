//! Whom a letter may be offered to: who signed before, what a saved filter finds, and who is left out unless chosen; and who is
//! chased first.

use base::messages::Language;
use base::progress::no_progress;
use undersigned_core::filter::Filter;
use undersigned_core::import::{Choices, ImportTarget, Likely};
use undersigned_core::letter::LetterFields;
use undersigned_core::organization::OrganizationFilter;
use undersigned_core::person::{AffiliationFields, PersonFields, PersonFilter, PersonSort};
use undersigned_core::signon::{AskItem, AskPlan, AskSource, Status, StatusChange, Via};
use vocabulary::ids::{LetterId, OrganizationId, PersonId};

use crate::import_rows::open;
use crate::{Desk, day};

/// Somebody at these organizations: which, whether they are the one to write to there, and until when.
fn person(desk: &mut Desk, name: &str, at: &[(OrganizationId, bool, Option<&str>)]) -> PersonId {
    let affiliation =
        |(organization_id, primary, until): &(OrganizationId, bool, Option<&str>)| AffiliationFields {
            id: None,
            organization_id: *organization_id,
            role: String::new(),
            since: None,
            until: until.map(str::to_owned),
            may_sign: true,
            primary: *primary,
        };
    let fields = PersonFields {
        name: name.to_owned(),
        tags: vec!["ally".to_owned()],
        affiliations: at.iter().map(affiliation).collect(),
        ..PersonFields::default()
    };
    desk.coalition.add_person(&fields, day(1)).unwrap().output
}

fn letter(desk: &mut Desk, title: &str, topic: &str, on: u32) -> LetterId {
    let fields = LetterFields {
        title: title.to_owned(),
        topic: topic.to_owned(),
        ..LetterFields::default()
    };
    desk.coalition.add_letter(&fields, day(on)).unwrap().output
}

fn answer(desk: &mut Desk, letter: LetterId, organization: OrganizationId, status: Status) {
    desk.coalition
        .add_sign_ons(letter, &[organization], day(3))
        .unwrap();
    let id = desk
        .coalition
        .find_sign_on(letter, organization)
        .unwrap()
        .unwrap();
    let change = StatusChange {
        authorized_by: Some("The director".to_owned()),
        via: Some(Via::Email),
        evidence: Some("As they wrote.".to_owned()),
        ..StatusChange::to(status)
    };
    desk.coalition.set_sign_on_status(&[id], &change, day(4)).unwrap();
}

/// The names of a plan in its order, each with whether it is chosen.
fn names(plan: &AskPlan) -> Vec<(&str, bool)> {
    plan.rows
        .iter()
        .map(|row| (row.organization.name.as_str(), row.chosen))
        .collect()
}

#[test]
fn those_who_signed_another_letter_are_offered_by_name_and_nobody_else_of_it() {
    let mut desk = Desk::new();
    let [cedar, birch, alder, dogwood, elm] = [
        "Cedar Choir",
        "Birch Union",
        "Alder Neighbors",
        "Dogwood Club",
        "Elm Circle",
    ]
    .map(|name| desk.organization(name));
    let ana = person(&mut desk, "Ana Mora", &[(birch, true, None)]);
    let bo = person(&mut desk, "Bo Lind", &[(birch, false, None)]);
    let before = letter(&mut desk, "Last year", "", 2);
    desk.coalition.add_sign_ons(before, &[birch], day(3)).unwrap();
    let of_birch = desk.coalition.find_sign_on(before, birch).unwrap().unwrap();
    desk.coalition
        .set_sign_on_person(of_birch, Some(bo), day(3))
        .unwrap();
    for (organization, status) in [
        (cedar, Status::Confirmed),
        (birch, Status::Confirmed),
        (alder, Status::Confirmed),
        (dogwood, Status::Declined),
        (elm, Status::Considering),
    ] {
        answer(&mut desk, before, organization, status);
    }
    desk.coalition
        .add_sign_ons(desk.letter, &[alder], day(5))
        .unwrap();
    let plan = desk
        .coalition
        .plan_ask(desk.letter, &AskSource::Letter { letter_id: before })
        .unwrap();
    assert_eq!(names(&plan), [("Birch Union", true), ("Cedar Choir", true)]);
    assert_eq!(plan.already, 1, "who is on the letter is counted, not offered");
    // Who was written to then is written to again, and not the one whom one would begin with.
    let written = plan.rows[0].person.as_ref().map(|person| person.id);
    assert_eq!((written, written == Some(ana)), (Some(bo), false));
}

#[test]
fn the_last_letter_on_the_topic_offers_its_signers_and_who_declined_it_is_not_chosen() {
    let mut desk = Desk::new();
    let [cedar, birch] = ["Cedar Choir", "Birch Union"].map(|name| desk.organization(name));
    let older = letter(&mut desk, "Two years ago", "Housing", 1);
    answer(&mut desk, older, birch, Status::Confirmed);
    let last = letter(&mut desk, "Last year", "housing", 2);
    answer(&mut desk, last, cedar, Status::Confirmed);
    answer(&mut desk, last, birch, Status::Declined);
    let new = letter(&mut desk, "This year", "Housing", 5);
    let topic = |topic: &str| AskSource::Topic {
        topic: topic.to_owned(),
    };
    for source in [topic(""), topic(" housing ")] {
        let plan = desk.coalition.plan_ask(new, &source).unwrap();
        assert_eq!(names(&plan), [("Cedar Choir", true)], "{source:?}");
    }
    let members = desk
        .coalition
        .plan_ask(new, &AskSource::Letter { letter_id: older })
        .unwrap();
    assert_eq!(names(&members), [("Birch Union", false)]);
    let why = members.rows[0].why.as_ref().unwrap().to_string(Language::English);
    assert!(why.contains("Last year"), "{why}");
    let refused = desk.coalition.plan_ask(new, &topic("Water")).unwrap_err();
    assert_eq!(refused.kind(), "rule");
}

#[test]
fn a_saved_filter_offers_what_it_finds_of_people_where_they_are_now() {
    let mut desk = Desk::new();
    let [cedar, birch, alder] =
        ["Cedar Choir", "Birch Union", "Alder Neighbors"].map(|name| desk.organization(name));
    let ana = person(
        &mut desk,
        "Ana Mora",
        &[
            (cedar, false, None),
            (birch, true, None),
            (alder, false, Some("2019")),
        ],
    );
    person(&mut desk, "Bo Zane", &[(birch, false, None)]);
    let organizations = Filter::Organizations(OrganizationFilter::finding("union"));
    let people = Filter::People(PersonFilter {
        tags: vec!["ally".to_owned()],
        ..PersonFilter::default()
    });
    let mut saved = Vec::new();
    for (name, filter) in [("Unions", organizations), ("Allies", people)] {
        saved.push(desk.coalition.save_filter(name, &filter, day(2)).unwrap().output);
    }
    let plan = desk
        .coalition
        .plan_ask(desk.letter, &AskSource::Filter { id: saved[0] })
        .unwrap();
    assert_eq!(names(&plan), [("Birch Union", true)]);
    let plan = desk
        .coalition
        .plan_ask(desk.letter, &AskSource::Filter { id: saved[1] })
        .unwrap();
    // Where Ana is the one to write to comes first, each organization once, and none where she is no longer.
    assert_eq!(names(&plan), [("Birch Union", true), ("Cedar Choir", true)]);
    let people: Vec<Option<PersonId>> = plan
        .rows
        .iter()
        .map(|row| row.person.as_ref().map(|found| found.id))
        .collect();
    assert_eq!(people, [Some(ana), Some(ana)]);
    desk.coalition.remove_filter(saved[0], day(6)).unwrap();
    let gone = desk
        .coalition
        .plan_ask(desk.letter, &AskSource::Filter { id: saved[0] })
        .unwrap_err();
    assert_eq!(gone.kind(), "not-found");
}

#[test]
fn the_end_of_a_letter_is_nearer_than_the_day_by_which_it_asks_for_answers() {
    let mut desk = Desk::new();
    let at = desk.organization("Alder Neighbors");
    let mut closing = |title: &str, soft: Option<&str>, hard: Option<&str>| {
        let fields = LetterFields {
            title: title.to_owned(),
            soft_deadline: soft.map(str::to_owned),
            hard_deadline: hard.map(str::to_owned),
            zone: Some("America/Chicago".to_owned()),
            ..LetterFields::default()
        };
        let letter = desk.coalition.add_letter(&fields, day(1)).unwrap().output;
        desk.coalition.add_sign_ons(letter, &[at], day(1)).unwrap();
        let id = desk.coalition.find_sign_on(letter, at).unwrap().unwrap();
        let asked = StatusChange::to(Status::Asked);
        desk.coalition.set_sign_on_status(&[id], &asked, day(8)).unwrap();
        letter
    };
    let day_of = "2020-12-11T17:00";
    let soft = closing("Asks for answers", Some(day_of), None);
    let hard = closing("Closes", None, Some(day_of));
    let soft_again = closing("Asks for answers too", Some(day_of), None);
    let chased = desk.coalition.list_followups(None, day(10)).unwrap();
    let letters: Vec<LetterId> = chased.iter().map(|found| found.letter).collect();
    assert_eq!(letters[0], hard, "{letters:?}");
    assert!(letters.contains(&soft) && letters.contains(&soft_again));
}

#[test]
fn nobody_is_asked_through_a_person_who_is_not_there() {
    let mut desk = Desk::new();
    let organization_id = desk.organization("Alder Neighbors");
    let gone = person(&mut desk, "Ana Mora", &[]);
    desk.coalition.remove_people(&[gone], day(2)).unwrap();
    let before = desk.dump();
    let item = AskItem {
        organization_id,
        person_id: Some(gone),
    };
    let refused = desk
        .coalition
        .ask(desk.letter, &vec![item].into(), day(3))
        .unwrap_err();
    assert_eq!((refused.kind(), desk.dump() == before), ("not-found", true));
}

#[test]
fn an_import_offers_whom_it_brought_and_found_and_nobody_whom_it_asked_about() {
    let mut desk = Desk::new();
    desk.organization("Alder Guild");
    desk.organization("Cedar Choir");
    desk.import("Birch Union\nAlder Guild\nCedar Chior\n", Status::Asked);
    let id = desk.coalition.list_imports().unwrap()[0].id;
    let source = AskSource::Import { id };
    let other = letter(&mut desk, "The next letter", "Housing", 10);
    let plan = desk.coalition.plan_ask(other, &source).unwrap();
    assert_eq!(names(&plan), [("Birch Union", true), ("Alder Guild", true)]);
    let plan = desk.coalition.plan_ask(desk.letter, &source).unwrap();
    assert_eq!((names(&plan).len(), plan.already), (0, 2));
}

#[test]
fn an_import_of_people_offers_the_organizations_where_they_are_now_with_them_to_write_to() {
    let mut desk = Desk::new();
    let [alder, birch, cedar] =
        ["Alder Guild", "Birch Union", "Cedar Choir"].map(|name| desk.organization(name));
    person(&mut desk, "Ash Earlier", &[(birch, true, None)]);
    let asked = desk.letter;
    answer(&mut desk, asked, alder, Status::Declined);
    let table = "Name,Email,Organization\nBo Lind,bo@birch.example,Birch Union\nCy Dahl,cy@birch.example,Birch Union\n\
                 Di Roe,di@cedar.example,Cedar Choir\nEd Fay,ed@alder.example,Alder Guild\nFi Oak,fi@oak.example,\n";
    let source = open(&desk, "people.csv", table);
    let choices = Choices::new(ImportTarget::People, Likely::Ask);
    let plan = desk
        .coalition
        .plan_import(&source, choices, &mut no_progress, day(9))
        .unwrap();
    desk.coalition
        .import(&source, &plan, &mut no_progress, day(9))
        .unwrap();
    let id = desk.coalition.list_imports().unwrap()[0].id;
    let plan = desk
        .coalition
        .plan_ask(desk.letter, &AskSource::Import { id })
        .unwrap();
    let offered: Vec<_> = plan
        .rows
        .iter()
        .map(|row| {
            let person = row.person.as_ref().map(|found| found.name.as_str());
            (row.organization.id, person)
        })
        .collect();
    assert_eq!(offered, [(birch, Some("Bo Lind")), (cedar, Some("Di Roe"))]);
    assert_eq!(plan.already, 1);
    // The list of people shows the same import by itself, and nobody once it is taken back.
    let came = PersonFilter {
        import_id: Some(id),
        ..PersonFilter::default()
    };
    let names = |desk: &Desk| -> Vec<String> {
        let page = desk.coalition.list_people(&came, PersonSort::default(), 0, 9);
        page.unwrap().rows.into_iter().map(|row| row.name).collect()
    };
    assert_eq!(names(&desk), ["Cy Dahl", "Ed Fay", "Bo Lind", "Fi Oak", "Di Roe"]);
    desk.coalition.undo(day(9)).unwrap();
    assert!(names(&desk).is_empty());
    desk.coalition.redo(day(9)).unwrap();
    assert_eq!(names(&desk).len(), 5);
}

#[test]
fn the_list_of_organizations_shows_those_that_an_import_named() {
    let mut desk = Desk::new();
    let birch = desk.organization("Birch Union");
    desk.organization("Cedar Choir");
    let source = open(
        &desk,
        "members.csv",
        "Organization,City\nBirch Union,\nDahlia House,Racine\n",
    );
    let choices = Choices::new(ImportTarget::Organizations, Likely::Ask);
    let plan = desk
        .coalition
        .plan_import(&source, choices, &mut no_progress, day(9))
        .unwrap();
    desk.coalition
        .import(&source, &plan, &mut no_progress, day(9))
        .unwrap();
    let came = OrganizationFilter {
        import_id: Some(desk.coalition.list_imports().unwrap()[0].id),
        ..OrganizationFilter::default()
    };
    // One that was there and has nothing new is one of those that can be asked next.
    let id = desk.coalition.list_imports().unwrap()[0].id;
    let asked = desk
        .coalition
        .plan_ask(desk.letter, &AskSource::Import { id })
        .unwrap();
    assert_eq!(asked.rows.len(), 2);
    let found = |desk: &Desk| {
        let sort = undersigned_core::organization::OrganizationSort::default();
        desk.coalition.list_organization_ids(&came, sort).unwrap()
    };
    assert_eq!((found(&desk).len(), found(&desk)[0]), (2, birch));
    desk.coalition.undo(day(9)).unwrap();
    assert!(found(&desk).is_empty());
}
