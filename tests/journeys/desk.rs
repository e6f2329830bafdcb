//! Asks that go out: the desk, step by step, with its codes; drafts and addresses on the command line; the calendar.

use base::messages::Language;
use drafts::message::is_address;
use serde_json::Value;
use undersigned_core::desk::{DeskState, Sender, TemplateKind, Writing};
use undersigned_core::letter::LetterFields;
use undersigned_core::organization::{OrganizationFields, SigningHabits};
use undersigned_core::person::PersonFields;
use undersigned_core::signon::{Status, StatusChange, Via};
use undersigned_tests::asked::Asked;
use vocabulary::OutreachKind;
use vocabulary::ids::SignOnId;

use crate::{Desk, cli, day, stdout};

pub(crate) fn sender() -> Sender {
    Sender {
        name: "Nora Hale".to_owned(),
        email: "nora@coalition.example".to_owned(),
        organization: "Housing Coalition".to_owned(),
    }
}

/// Puts an organization with a person to write to on the letter.
fn put(desk: &mut Desk, name: &str, person: &str, email: &str, languages: &str) -> SignOnId {
    let asked = Asked {
        name,
        website: "",
        person,
        email,
        languages,
    };
    asked.put(&mut desk.coalition, desk.letter, day(1))
}

pub(crate) fn three() -> (Desk, Vec<SignOnId>) {
    let mut desk = Desk::new();
    let ids = vec![
        put(&mut desk, "Alder Neighbors", "Ann Lee", "ann@alder.example", "en"),
        put(
            &mut desk,
            "Casa Luz",
            "Inés Cano",
            "ines@casaluz.example",
            "es en",
        ),
        put(&mut desk, "Cedar Union", "Rev. Bo Park", "bo@cedar.example", ""),
    ];
    (desk, ids)
}

fn states(desk: &Desk) -> Vec<DeskState> {
    desk.coalition
        .list_desk()
        .unwrap()
        .into_iter()
        .map(|item| item.state)
        .collect()
}

fn status(desk: &Desk, id: SignOnId) -> Status {
    let rows = desk.coalition.list_sign_ons(desk.letter, day(9)).unwrap();
    rows.into_iter().find(|row| row.id == id).unwrap().status
}

#[test]
fn what_was_opened_counts_as_asked_when_one_goes_on_and_is_left_off_and_gone_on_with_after_a_restart() {
    let (mut desk, ids) = three();
    desk.coalition.start_desk(&ids, None, day(2)).unwrap();
    let items = desk.coalition.list_desk().unwrap();
    assert!(
        items
            .iter()
            .all(|item| item.kind == TemplateKind::Ask && item.state == DeskState::Waiting)
    );
    desk.coalition.step_desk(Some(items[0].id), day(2)).unwrap();
    // Opened is not asked: the draft may never be sent.
    assert_eq!(status(&desk, ids[0]), Status::ToAsk);
    let opened = desk.dump();
    desk.coalition.step_desk(Some(items[1].id), day(2)).unwrap();
    assert_eq!(
        (status(&desk, ids[0]), status(&desk, ids[1])),
        (Status::Asked, Status::ToAsk)
    );
    // A step is one undo.
    desk.coalition.undo(day(2)).unwrap();
    assert_eq!(desk.dump(), opened);
    desk.coalition.redo(day(2)).unwrap();
    let mut desk = desk.restart();
    assert_eq!(
        states(&desk),
        [DeskState::Sent, DeskState::Opened, DeskState::Waiting]
    );
    // It was not sent after all: everything of it is as it was.
    desk.coalition.take_back_draft(items[0].id, day(2)).unwrap();
    assert_eq!(status(&desk, ids[0]), Status::ToAsk);
    assert!(desk.coalition.list_outreach(ids[0]).unwrap().is_empty());
    desk.coalition.leave_out_draft(items[2].id, true, day(2)).unwrap();
    desk.coalition.step_desk(None, day(2)).unwrap();
    assert_eq!(
        states(&desk),
        [DeskState::Waiting, DeskState::Sent, DeskState::Left]
    );
    let noted = desk.coalition.list_outreach(ids[1]).unwrap();
    assert_eq!(
        (noted.len(), noted[0].kind, noted[0].via),
        (1, OutreachKind::Ask, Some(Via::Email))
    );
    desk.coalition.clear_desk(day(3)).unwrap();
    assert!(states(&desk).is_empty());
    assert_eq!(status(&desk, ids[1]), Status::Asked);
}

#[test]
fn a_draft_that_was_not_sent_takes_back_what_it_alone_changed() {
    let (mut desk, ids) = three();
    let [by_key, confirmed, by_mail] = ids[..] else {
        panic!()
    };
    let asked = StatusChange::to(Status::Asked);
    desk.coalition
        .set_sign_on_status(&[by_key], &asked, day(2))
        .unwrap();
    for (kind, at) in [(OutreachKind::Ask, day(3)), (OutreachKind::Reminder, day(4))] {
        desk.coalition
            .log_outreach(&[by_mail], kind, Some(Via::Email), "", None, at)
            .unwrap();
    }
    let yes = StatusChange {
        via: Some(Via::Email),
        evidence: Some("Yes, list us.".into()),
        ..StatusChange::to(Status::Confirmed)
    };
    desk.coalition
        .set_sign_on_status(&[confirmed], &yes, day(4))
        .unwrap();
    let ledger = |desk: &Desk| -> Vec<String> {
        let dump = desk.dump();
        let rows = dump
            .lines()
            .filter(|line| line.starts_with("sign_on: ") || line.starts_with("outreach: "));
        rows.map(str::to_owned).collect()
    };
    let before = ledger(&desk);
    for (sign_on, kind) in [
        (by_key, TemplateKind::Reminder),
        (by_mail, TemplateKind::Reminder),
        (confirmed, TemplateKind::Receipt),
    ] {
        desk.coalition.start_desk(&[sign_on], Some(kind), day(5)).unwrap();
        let item = desk.coalition.list_desk().unwrap()[0].id;
        desk.coalition.step_desk(Some(item), day(5)).unwrap();
        desk.coalition.step_desk(None, day(5)).unwrap();
        assert_ne!(ledger(&desk), before, "{kind:?} is noted");
        desk.coalition.take_back_draft(item, day(6)).unwrap();
        assert_eq!(ledger(&desk), before, "{kind:?}");
    }
}

#[test]
fn a_message_is_in_the_persons_language_and_carries_its_code_twice_and_its_links() {
    let (mut desk, ids) = three();
    desk.coalition.start_desk(&ids, None, day(2)).unwrap();
    let items = desk.coalition.list_desk().unwrap();
    desk.coalition
        .set_desk_item(items[1].id, None, "¡Felicidades por el premio!", day(2))
        .unwrap();
    let prepared = desk
        .coalition
        .prepare_desk_item(items[1].id, &sender(), day(2))
        .unwrap();
    assert_eq!(prepared.language, Language::Spanish);
    assert!(prepared.faults.is_empty(), "{:?}", prepared.faults);
    let code = prepared.code.unwrap().to_string();
    let (subject, text) = (&prepared.draft.subject, prepared.draft.body.plain());
    assert!(subject.ends_with(&format!("[{code}]")), "{subject}");
    assert!(text.trim_end().ends_with(&format!("Ref {code}")), "{text}");
    assert!(
        text.starts_with("Hola, Inés:\n\n¡Felicidades por el premio!\n\n"),
        "{text}"
    );
    assert!(text.contains("Responda SÍ"), "{text}");
    let html = prepared.draft.body.html();
    for label in ["Sí, tal como está", "Sí, pero cambien …", "No"] {
        assert!(html.contains(&format!(">{label}</a>")), "{html}");
    }
    for link in html
        .split("href=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
    {
        assert!(
            link.starts_with("mailto:nora@coalition.example?subject=") && link.len() < 800,
            "{link}"
        );
        assert!(link.contains(&code), "{link}");
    }
    assert!(is_address(&prepared.draft.to[0].email));
    let english = desk
        .coalition
        .prepare_desk_item(items[2].id, &sender(), day(2))
        .unwrap();
    assert!(
        english
            .draft
            .body
            .plain()
            .starts_with("Dear Bo,\n\nWe are gathering signatures"),
        "{}",
        english.draft.body.plain()
    );
    assert_ne!(english.code, prepared.code);
}

#[test]
fn who_can_not_or_should_not_be_written_to_is_said() {
    let (mut desk, ids) = three();
    desk.coalition.start_desk(&ids, None, day(2)).unwrap();
    let items = desk.coalition.list_desk().unwrap();
    let said = |desk: &Desk, nth: usize, now| {
        let prepared = desk
            .coalition
            .prepare_desk_item(items[nth].id, &sender(), now)
            .unwrap();
        let ids = |all: &[undersigned_core::Message]| all.iter().map(|one| one.id()).collect::<Vec<_>>();
        (ids(&prepared.faults), ids(&prepared.notes))
    };
    assert_eq!(said(&desk, 0, day(2)), (vec![], vec![]));
    // Without a name of one's own nothing opens.
    let nameless = desk
        .coalition
        .prepare_desk_item(items[0].id, &Sender::default(), day(2))
        .unwrap();
    assert_eq!(nameless.faults[0].id(), "error-template-missing");
    // Written to yesterday.
    desk.coalition
        .log_outreach(&[ids[0]], OutreachKind::Ask, None, "", None, day(2))
        .unwrap();
    assert_eq!(
        said(&desk, 0, day(3)),
        (vec![], vec!["draft-gap", "draft-status"])
    );
    // Asked for a call first; wants to hear nothing.
    let rows = desk.coalition.list_sign_ons(desk.letter, day(3)).unwrap();
    let organization = rows[1].organization_id.unwrap();
    let fields = OrganizationFields {
        name: "Casa Luz".to_owned(),
        signing: SigningHabits {
            ask_first: true,
            ..SigningHabits::default()
        },
        ..OrganizationFields::default()
    };
    desk.coalition
        .set_organization(organization, &fields, day(3))
        .unwrap();
    assert_eq!(said(&desk, 1, day(3)).1, ["draft-ask-first"]);
    let people = desk.coalition.list_people_of_organization(organization).unwrap();
    let person = desk.coalition.get_person(people[0].person_id).unwrap();
    let mut fields = PersonFields::from(person);
    fields.do_not_contact = true;
    desk.coalition
        .set_person(people[0].person_id, &fields, day(3))
        .unwrap();
    assert_eq!(said(&desk, 1, day(3)).0, ["draft-do-not-contact"]);
}

#[test]
fn receipts_say_exactly_how_one_is_listed_and_are_due_once() {
    let (mut desk, ids) = three();
    let change = StatusChange {
        evidence: Some("Yes, add us.".to_owned()),
        via: Some(Via::Email),
        ..StatusChange::to(Status::Confirmed)
    };
    desk.coalition
        .set_sign_on_status(&ids[..1], &change, day(3))
        .unwrap();
    desk.coalition
        .set_sign_on_name(ids[0], "Alder Neighbors, Inc.", day(3))
        .unwrap();
    let due = |desk: &Desk, kind| desk.coalition.list_due(desk.letter, kind, day(4)).unwrap();
    assert_eq!(due(&desk, TemplateKind::Receipt), [ids[0]]);
    assert_eq!(due(&desk, TemplateKind::Ask), ids[1..]);
    let sender = sender();
    let writing = Writing {
        kind: TemplateKind::Receipt,
        sender: &sender,
        person: None,
        personal: "",
        attachments: &[],
        attach: None,
    };
    let prepared = desk.coalition.prepare_draft(ids[0], &writing, day(4)).unwrap();
    let text = prepared.draft.body.plain();
    assert!(
        text.contains("exactly like this:\n\nAlder Neighbors, Inc.\n\n"),
        "{text}"
    );
    assert!(text.contains("tell me by December 7, 2020."), "{text}");
    // Nothing is asked, so nothing has to find its way home.
    assert!(prepared.code.is_none() && !text.contains("Ref "), "{text}");
    desk.coalition.start_desk(&ids[..1], None, day(4)).unwrap();
    let item = desk.coalition.list_desk().unwrap().remove(0);
    assert_eq!(item.kind, TemplateKind::Receipt);
    desk.coalition.step_desk(Some(item.id), day(4)).unwrap();
    desk.coalition.step_desk(None, day(4)).unwrap();
    assert_eq!(due(&desk, TemplateKind::Receipt), []);
    assert_eq!(status(&desk, ids[0]), Status::Confirmed);
}

#[test]
fn a_group_is_written_to_out_of_sight_of_each_other_and_without_a_code() {
    let (mut desk, mut ids) = three();
    for nth in 0..60 {
        ids.push(put(
            &mut desk,
            &format!("Chapter {nth}"),
            &format!("Pat {nth}"),
            &format!("pat{nth}@chapter.example"),
            "en",
        ));
    }
    let sender = sender();
    let writing = Writing {
        kind: TemplateKind::Ask,
        sender: &sender,
        person: None,
        personal: "",
        attachments: &[],
        attach: None,
    };
    let (drafts, left) = desk
        .coalition
        .prepare_group(desk.letter, &ids, &writing, day(2))
        .unwrap();
    assert!(left.is_empty());
    let counts: Vec<usize> = drafts.iter().map(|draft| draft.bcc.len()).collect();
    assert_eq!(counts, [45, 17, 1]);
    for draft in &drafts {
        assert!(draft.to.is_empty());
        let eml = String::from_utf8(draft.eml().unwrap()).unwrap();
        assert!(!eml.contains("US-") && !eml.contains("\r\nTo:"), "{eml}");
    }
}

#[test]
fn the_command_line_writes_private_drafts_with_codes_as_one_action_and_asks_nobody_by_it() {
    let (desk, _) = three();
    let (file, folder) = (desk.path(), desk.folder.path().join("drafts"));
    drop(desk.coalition);
    let file = file.display().to_string();
    let run = |arguments: &[&str]| cli(&[&["--file", file.as_str()], arguments].concat());
    let dir = folder.display().to_string();
    let options = [
        "--template",
        "ask",
        "--dir",
        &dir,
        "--from-name",
        "Nora",
        "--from-email",
        "nora@coalition.example",
    ];
    // Without a name nothing is written, and no code is made.
    let refused = run(&["draft", "End", "--template", "ask", "--dir", &dir]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(
        String::from_utf8_lossy(&refused.stderr).contains("sender"),
        "{refused:?}"
    );
    assert!(!folder.exists());
    assert_eq!(stdout(&run(&["code", "list", "End"])), "");
    let written = stdout(&run(&[&["draft", "End"], options.as_slice()].concat()));
    assert_eq!(written.lines().count(), 3);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(
            (mode(&folder), mode(written.lines().next().unwrap().as_ref())),
            (0o700, 0o600)
        );
    }
    let codes = stdout(&run(&["code", "list", "End"]));
    assert_eq!(codes.lines().count(), 3);
    let (code, name) = codes.lines().next().unwrap().split_once('\t').unwrap();
    assert_eq!(
        stdout(&run(&[
            "code",
            "find",
            &code.to_lowercase().replace("us-", "US ")
        ])),
        format!("End the programs\t{name}\n")
    );
    let eml = std::fs::read_to_string(written.lines().next().unwrap()).unwrap();
    assert!(eml.starts_with("X-Unsent: 1\r\n") && eml.contains(code), "{eml}");
    let rows: Value = serde_json::from_str(&stdout(&run(&["sign-on", "list", "End", "--json"]))).unwrap();
    assert!(
        rows.as_array()
            .unwrap()
            .iter()
            .all(|row| row["status"] == "to-ask")
    );
    // The reply comes home by its code, and is accepted.
    let reply = desk.folder.path().join("reply.eml");
    std::fs::write(
        &reply,
        format!("From: x@webmail.example\nSubject: Re: [{code}]\n\nYes, please add us.\n"),
    )
    .unwrap();
    let reply = reply.display().to_string();
    assert_eq!(
        stdout(&run(&["answers", "read", &reply])),
        format!("1\tknown\t{name}\tyes\n")
    );
    assert_eq!(
        stdout(&run(&["answers", "accept", &reply])),
        format!("{name}\tconfirmed\n")
    );
    assert_eq!(stdout(&run(&["block", "End"])), format!("{name}\n"));
    // Reading and accepting left one action each to undo: the answer, then the codes.
    assert!(run(&["undo"]).status.success() && run(&["undo"]).status.success());
    assert_eq!(stdout(&run(&["code", "list", "End"])), "");
    let addresses = stdout(&run(&[
        &["draft", "End", "Alder Neighbors", "--as", "mailto"],
        &options[..2],
        &options[4..],
    ]
    .concat()));
    assert!(
        addresses.starts_with("mailto:ann@alder.example?subject=Will%20Alder%20Neighbors%20sign"),
        "{addresses}"
    );
}

#[test]
fn a_form_row_comes_home_by_its_code_whatever_name_it_says() {
    let (mut desk, ids) = three();
    desk.coalition.make_codes(&ids, day(2)).unwrap();
    let code = desk.coalition.list_codes(ids[2]).unwrap()[0].code.to_string();
    let csv = desk.folder.path().join("form.csv");
    let rows = format!(
        "Timestamp,Code,Organization,Will your organization sign on?\n2020-12-03 10:00,{},The Cedars of Dane,Yes\n",
        code.to_lowercase()
    );
    std::fs::write(&csv, rows).unwrap();
    let file = desk.path().display().to_string();
    drop(desk.coalition);
    let csv = csv.display().to_string();
    let run = |arguments: &[&str]| stdout(&cli(&[&["--file", file.as_str()], arguments].concat()));
    let said: Value = serde_json::from_str(&run(&[
        "import",
        &csv,
        "--as",
        "sign-ons",
        "--letter",
        "End",
        "--status",
        "confirmed",
        "--json",
    ]))
    .unwrap();
    assert_eq!(
        (&said["created"], &said["rejected"]),
        (&Value::from(0), &Value::from(0)),
        "{said}"
    );
    let rows: Value = serde_json::from_str(&run(&["sign-on", "list", "End", "--json"])).unwrap();
    let cedar = rows
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["id"] == ids[2].0)
        .unwrap();
    assert_eq!(cedar["status"], "confirmed", "{said} {rows}");
}

#[test]
fn the_calendar_has_the_deadlines_and_the_answers_expected_under_ids_that_stay() {
    let (mut desk, ids) = three();
    let letter = desk.coalition.get_letter(desk.letter).unwrap();
    let fields = LetterFields {
        hard_deadline: Some("2020-12-18T17:00".to_owned()),
        zone: Some("America/Chicago".to_owned()),
        goal: Some(10),
        ..LetterFields::from(letter)
    };
    desk.coalition.set_letter(desk.letter, &fields, day(2)).unwrap();
    let change = StatusChange {
        expected_by: Some("2020-12-10".to_owned()),
        ..StatusChange::to(Status::Considering)
    };
    desk.coalition
        .set_sign_on_status(&ids[..1], &change, day(2))
        .unwrap();
    let make = |desk: &Desk, now| {
        desk.coalition
            .make_calendar(desk.letter, Language::English, now)
            .unwrap()
    };
    let text = make(&desk, day(3));
    assert!(text.contains("DTSTART:20201218T230000Z\r\n"), "{text}");
    assert!(
        text.contains("SUMMARY:Answer expected: Alder Neighbors\r\n"),
        "{text}"
    );
    let uids = |text: &str| {
        text.lines()
            .filter(|line| line.starts_with("UID:"))
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(uids(&text), uids(&make(&desk, day(4))));
    let pace = desk.coalition.get_pace(desk.letter, day(3)).unwrap().unwrap();
    assert_eq!(
        pace.sentence(Language::English),
        "0 of 10 confirmed, 10 to go in 15 days: that takes 5 a week; 0 came in the last week."
    );
}

#[test]
fn what_is_taken_back_of_one_leaves_those_who_were_written_to_at_the_same_moment() {
    let (mut desk, ids) = three();
    desk.coalition
        .start_desk(&ids, Some(TemplateKind::Ask), day(3))
        .unwrap();
    let items: Vec<_> = desk
        .coalition
        .list_desk()
        .unwrap()
        .iter()
        .map(|item| item.id)
        .collect();
    for item in &items {
        desk.coalition.step_desk(Some(*item), day(3)).unwrap();
    }
    desk.coalition.step_desk(None, day(3)).unwrap();
    let rows = |desk: &Desk| -> Vec<String> {
        let dump = desk.dump();
        dump.lines()
            .filter(|line| line.starts_with("sign_on: "))
            .map(str::to_owned)
            .collect()
    };
    let before = rows(&desk);
    desk.coalition.take_back_draft(items[0], day(4)).unwrap();
    let after = rows(&desk);
    let changed: Vec<&String> = before.iter().filter(|row| !after.contains(row)).collect();
    assert!(
        matches!(changed[..], [row] if row.contains("Alder Neighbors")),
        "{changed:?}"
    );
}
