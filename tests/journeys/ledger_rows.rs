//! What stands in the rows of a ledger after actions that must leave some of their columns alone.

use blocks::BlockOptions;
use undersigned_core::Language;
use undersigned_core::letter::LetterFields;
use undersigned_core::merge::MergeChoices;
use undersigned_core::signon::{OutreachKind, Status, StatusChange, Via};
use undersigned_core::version::{Reconfirm, VersionFields};
use vocabulary::ids::SignOnId;
use vocabulary::{DeadlineKind, Stage};

use crate::rows::Rows;
use crate::{Desk, day};

/// A column of a sign-on as it is stored.
fn stored(desk: &Desk, sign_on: SignOnId, column: &str) -> Option<String> {
    rusqlite::Connection::open(desk.path())
        .unwrap()
        .query_row(
            &format!("SELECT {column} FROM sign_on WHERE id = ?1"),
            [sign_on.0],
            |row| row.get(0),
        )
        .unwrap()
}

/// An organization on the letter, to be asked.
fn sign_on(desk: &mut Desk, name: &str) -> SignOnId {
    let id = desk.organization(name);
    desk.coalition.add_sign_ons(desk.letter, &[id], day(1)).unwrap();
    desk.coalition.find_sign_on(desk.letter, id).unwrap().unwrap()
}

fn at(day: u32) -> String {
    format!("2020-12-{day:02}T15:00:00Z")
}

#[test]
fn a_reminder_and_a_later_answer_leave_the_day_on_which_somebody_was_first_asked() {
    let mut desk = Desk::new();
    let id = sign_on(&mut desk, "Cedar Choir");
    desk.coalition
        .log_outreach(&[id], OutreachKind::Ask, Some(Via::Email), "Sign?", None, day(2))
        .unwrap();
    assert_eq!(stored(&desk, id, "asked_at"), Some(at(2)));
    desk.coalition
        .log_outreach(
            &[id],
            OutreachKind::Reminder,
            Some(Via::Email),
            "Sign!",
            None,
            day(5),
        )
        .unwrap();
    assert_eq!(stored(&desk, id, "asked_at"), Some(at(2)));
    assert_eq!(stored(&desk, id, "last_contact"), Some(at(5)));
    let considering = StatusChange::to(Status::Considering);
    desk.coalition
        .set_sign_on_status(&[id], &considering, day(7))
        .unwrap();
    assert_eq!(stored(&desk, id, "asked_at"), Some(at(2)));
    // What is told of an earlier day takes the last contact back by nothing.
    desk.coalition
        .log_outreach(
            &[id],
            OutreachKind::Call,
            Some(Via::Phone),
            "",
            Some("2020-12-03"),
            day(8),
        )
        .unwrap();
    assert_eq!(stored(&desk, id, "last_contact"), Some(at(7)));
    // A note is no contact.
    desk.coalition
        .log_outreach(&[id], OutreachKind::Note, None, "On holiday", None, day(9))
        .unwrap();
    assert_eq!(stored(&desk, id, "last_contact"), Some(at(7)));
}

#[test]
fn leave_alone_until_ends_with_a_new_status_and_with_no_other() {
    let mut desk = Desk::new();
    let id = sign_on(&mut desk, "Cedar Choir");
    let asked = StatusChange::to(Status::Asked);
    desk.coalition.set_sign_on_status(&[id], &asked, day(2)).unwrap();
    desk.coalition
        .set_chase_after(&[id], Some("2020-12-15"), day(3))
        .unwrap();
    desk.coalition
        .log_outreach(&[id], OutreachKind::Reminder, None, "", None, day(4))
        .unwrap();
    desk.coalition.set_sign_on_status(&[id], &asked, day(5)).unwrap();
    assert_eq!(stored(&desk, id, "chase_after").as_deref(), Some("2020-12-15"));
    let considering = StatusChange::to(Status::Considering);
    desk.coalition
        .set_sign_on_status(&[id], &considering, day(6))
        .unwrap();
    assert_eq!(stored(&desk, id, "chase_after"), None);
}

#[test]
fn a_merge_keeps_the_later_of_what_was_said_to_either() {
    for kept_later in [true, false] {
        let mut desk = Desk::new();
        let (keep, gone) = (
            sign_on(&mut desk, "Cedar Choir of Tarvin"),
            sign_on(&mut desk, "Cedar Chorus of Tarvin"),
        );
        let (later, earlier) = if kept_later { (keep, gone) } else { (gone, keep) };
        let asked = StatusChange::to(Status::Asked);
        desk.coalition
            .set_sign_on_status(&[keep, gone], &asked, day(2))
            .unwrap();
        for (id, day_of, until) in [(earlier, 3, "2020-12-10"), (later, 6, "2020-12-20")] {
            desk.coalition
                .log_outreach(&[id], OutreachKind::Reminder, None, "", None, day(day_of))
                .unwrap();
            desk.coalition
                .set_chase_after(&[id], Some(until), day(7))
                .unwrap();
        }
        let organizations = [keep, gone].map(|id| {
            let rows = desk.coalition.list_sign_ons(desk.letter, day(7)).unwrap();
            rows.into_iter()
                .find(|row| row.id == id)
                .unwrap()
                .organization_id
                .unwrap()
        });
        desk.coalition
            .merge_organizations(
                organizations[0],
                organizations[1],
                &MergeChoices::default(),
                day(8),
            )
            .unwrap();
        assert_eq!(stored(&desk, keep, "last_contact"), Some(at(6)), "{kept_later}");
        assert_eq!(stored(&desk, keep, "chase_after").as_deref(), Some("2020-12-20"));
        assert_eq!(stored(&desk, keep, "asked_at"), Some(at(2)));
    }
}

/// The tables of which every column is kept, those first that others name.
const TABLES: [&str; 8] = [
    "letter",
    "letter_version",
    "deadline_move",
    "sign_on",
    "further_signer",
    "evidence",
    "sign_on_evidence",
    "outreach",
];

/// Does each action once and keeps every column of every row that it changes: what an action has no business with, it leaves.
#[test]
fn each_of_some_forty_actions_changes_just_what_it_is_about() {
    let mut desk = Desk::new();
    let mut rows = Rows::of(&TABLES);
    let letter = desk.letter;
    // Which day a moment is on goes by the letter's zone, not by that of the machine.
    let zone = LetterFields {
        title: "End the programs".into(),
        zone: Some("America/Chicago".into()),
        ..LetterFields::default()
    };
    desk.coalition.set_letter(letter, &zone, day(1)).unwrap();
    rows.after(&desk, "a letter");
    let names = ["Cedar Choir of Tarvin", "Cedar Chorus of Tarvin", "Elm Guild"];
    let organizations = names.map(|name| desk.organization(name));
    let mut ids = [SignOnId(0); 3];
    macro_rules! act {
        ($what:literal, $coalition:ident => $act:expr) => {{
            let $coalition = &mut desk.coalition;
            $act.unwrap();
            rows.after(&desk, $what);
        }};
    }
    act!("three are put on it", c => c.add_sign_ons(letter, &organizations, day(1)));
    for (id, organization) in ids.iter_mut().zip(organizations) {
        *id = desk
            .coalition
            .find_sign_on(letter, organization)
            .unwrap()
            .unwrap();
    }
    let [cedar, chorus, elm] = ids;
    let status = |status| StatusChange::to(status);
    let email = Some(Via::Email);
    act!("two are asked", c => c.log_outreach(&[cedar, chorus], OutreachKind::Ask, email, "Sign?", None, day(2)));
    act!("one is asked by the key of its row", c => c.set_sign_on_status(&[elm], &status(Status::Asked), day(2)));
    act!("a reminder", c => c.log_outreach(&[cedar], OutreachKind::Reminder, email, "Sign!", None, day(5)));
    act!("a call of another day", c => c.log_outreach(&[cedar], OutreachKind::Call, Some(Via::Phone), "", Some("2020-12-04"), day(5)));
    act!("a note to remember", c => c.log_outreach(&[cedar], OutreachKind::Note, None, "On holiday", None, day(5)));
    act!("left alone until", c => c.set_chase_after(&[cedar], Some("2020-12-12"), day(5)));
    act!("considering, until a day", c => c.set_sign_on_status(&[cedar], &StatusChange {
        expected_by: Some("2020-12-10".into()), ..status(Status::Considering)
    }, day(6)));
    act!("said yes in a call", c => c.set_sign_on_status(&[cedar], &StatusChange {
        via: Some(Via::Phone), authorized_by: Some("Ana Mora".into()), ..status(Status::SaidYes)
    }, day(6)));
    act!("confirmed by a text of an earlier day", c => c.set_sign_on_status(&[cedar], &StatusChange {
        via: email, evidence: Some("Yes.".into()), at: Some("2020-12-07".into()), ..status(Status::Confirmed)
    }, day(8)));
    act!("a text that two rest on", c => c.add_evidence(&[cedar, chorus], email, "Both of us.", None, day(8)));
    let note = desk.coalition.list_evidence(cedar).unwrap();
    let first = note.iter().find(|item| item.text == "Yes.").unwrap().id;
    let mail = b"From: Ana <ana@cedar.example>\r\nDate: Tue, 8 Dec 2020 09:00:00 -0600\r\nSubject: Re: Letter\r\n\r\nAdd us.\r\n";
    act!("a message as a file", c => c.add_evidence_file(&[chorus], None, "reply.eml", mail, day(9)));
    act!("confirmed by what is filed", c => c.set_sign_on_status(&[chorus], &status(Status::Confirmed), day(9)));
    act!("one piece of two is taken away", c => c.remove_evidence(cedar, first, day(9)));
    act!("it prints otherwise", c => c.set_sign_on_name(cedar, "The Cedar Choir", day(9)));
    act!("its signer", c => c.set_sign_on_signer(cedar, "Ana Mora", "Chair", day(9)));
    act!("who signs beside", c => c.add_further_signer(cedar, "Bo Lind", "Treasurer", day(9)));
    act!("another who signs beside", c => c.add_further_signer(cedar, "Cy Dahl", "", day(9)));
    let further = desk.coalition.list_further_signers(cedar).unwrap();
    act!("one of them prints no more", c => c.set_further_signer_shown(cedar, further[1].id, Some(false), day(9)));
    act!("and is taken off", c => c.set_further_signer_shown(cedar, further[1].id, None, day(9)));
    act!("a note", c => c.set_sign_on_note(cedar, "Prints with the article", day(9)));
    act!("its heading", c => c.set_sign_on_heading(&[cedar, chorus], "Choirs", day(9)));
    act!("the heading's name", c => c.rename_heading(letter, "Choirs", "Singers", day(9)));
    act!("its place", c => c.set_sign_on_pin(cedar, Some(1), day(9)));
    act!("not to be named", c => c.set_sign_on_unnamed(&[cedar], true, day(9)));
    act!("named again", c => c.set_sign_on_unnamed(&[cedar], false, day(9)));
    act!("who may sign is verified", c => c.verify_authority(cedar, "Me", "by phone", day(9)));
    act!("an edition", c => c.freeze_edition(letter, &BlockOptions::default(), &Language::English, "Sent", day(9)));
    act!("taken back, on an earlier day", c => c.set_sign_on_status(&[cedar], &StatusChange {
        at: Some("2020-12-09".into()), authorized_by: Some("Ana Mora".into()), ..status(Status::Withdrawn)
    }, day(10)));
    act!("asked again", c => c.set_sign_on_status(&[cedar], &status(Status::Asked), day(11)));
    act!("confirmed again for a named reason", c => c.set_sign_on_status(&[cedar], &StatusChange {
        reason: Some("Said so before all of us.".into()), ..status(Status::Confirmed)
    }, day(12)));
    act!("declined", c => c.set_sign_on_status(&[elm], &status(Status::Declined), day(12)));
    act!("a no of another day set right", c => c.set_sign_on_status(&[elm], &StatusChange {
        at: Some("2020-12-11T10:00:00Z".into()), ..status(Status::Declined)
    }, day(12)));
    let text = |reconfirm| VersionFields {
        text: "We ask you.".into(),
        summary: String::new(),
        reconfirm,
        reconfirm_by: None,
    };
    act!("a text", c => c.add_version(letter, &text(Reconfirm::None), day(13)));
    act!("a text that asks for a new yes", c => c.add_version(letter, &text(Reconfirm::OptIn), day(13)));
    act!("a new yes", c => c.set_sign_on_status(&[chorus], &StatusChange {
        via: email, evidence: Some("Still yes.".into()), ..status(Status::Confirmed)
    }, day(14)));
    act!("the deadline", c => c.move_deadline(letter, DeadlineKind::Hard, Some("2020-12-18T17:00"), "America/Chicago", "More time", day(14)));
    let fields = |stage| LetterFields {
        title: "End the programs".into(),
        stage,
        zone: Some("America/Chicago".into()),
        hard_deadline: Some("2020-12-18T17:00".into()),
        ..LetterFields::default()
    };
    act!("delivered", c => c.set_letter(letter, &fields(Stage::Delivered), day(15)));
    act!("not delivered after all", c => c.set_letter(letter, &fields(Stage::Circulating), day(15)));
    act!("the choices of the block", c => c.set_block_options(letter, &BlockOptions { count_unnamed: true, ..BlockOptions::default() }, day(15)));
    desk.import("Fir Forum\nElm Guild\n", Status::Confirmed);
    rows.after(&desk, "a list that names a new one and one that declined");
    act!("a person who signs alone", c => c.add_individual(letter, "Kim Lee", "Teacher", "Fir Forum", day(16)));
    let kim = desk.coalition.resolve_sign_on(letter, "Kim Lee").unwrap();
    act!("where they are", c => c.set_sign_on_affiliation(kim, "", day(16)));
    act!("two that are one", c => c.merge_organizations(organizations[0], organizations[1], &MergeChoices::default(), day(17)));
    act!("one is taken off", c => c.remove_sign_ons(&[elm], day(18)));
    act!("undo", c => c.undo(day(18)));
    act!("redo", c => c.redo(day(18)));
    insta::assert_snapshot!(rows.story());
}

#[test]
fn what_comes_after_the_earlier_of_deadline_and_delivery_is_late() {
    let mut desk = Desk::new();
    let id = sign_on(&mut desk, "Cedar Choir");
    let closing = LetterFields {
        hard_deadline: Some("2020-12-20T17:00".into()),
        zone: Some("America/Chicago".into()),
        stage: Stage::Delivered,
        ..LetterFields::from(desk.coalition.get_letter(desk.letter).unwrap())
    };
    desk.coalition.set_letter(desk.letter, &closing, day(5)).unwrap();
    let yes = StatusChange {
        via: Some(Via::Email),
        evidence: Some("Yes, list us.".into()),
        ..StatusChange::to(Status::Confirmed)
    };
    desk.coalition.set_sign_on_status(&[id], &yes, day(7)).unwrap();
    let ledger = desk.coalition.list_sign_ons(desk.letter, day(8)).unwrap();
    assert!(
        ledger.iter().any(|row| row.id == id && row.late),
        "delivered on the 5th"
    );
}
