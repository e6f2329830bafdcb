//! Just within a bound everything is taken, and one beyond it is refused with the name of its field: of texts, days and moments.

use base::text::{LONGEST_NAME, LONGEST_TEXT};
use undersigned_core::letter::LetterFields;
use undersigned_core::organization::OrganizationFields;
use undersigned_core::signon::{OutreachKind, Status, StatusChange, Via};
use undersigned_core::stored_file::LARGEST_FILE;
use undersigned_core::version::{Reconfirm, VersionFields};
use undersigned_core::{Error, Result};

use crate::{Desk, day};

/// What a door says to something that is just as large as it may be, or one more.
fn taken<T>(done: Result<T>) -> bool {
    match done {
        Ok(_) => true,
        Err(Error::Rule { field: Some(_), .. }) => false,
        Err(error) => panic!("{error:?}"),
    }
}

#[test]
fn a_line_and_a_text_are_as_long_as_they_may_be_at_every_door_and_no_longer() {
    for (more, within) in [(0, true), (1, false)] {
        let mut desk = Desk::new();
        let id = desk.organization("Cedar Choir");
        let letter = desk.letter;
        desk.coalition.add_sign_ons(letter, &[id], day(1)).unwrap();
        let sign_on = desk.coalition.find_sign_on(letter, id).unwrap().unwrap();
        let c = &mut desk.coalition;
        // Letters of two bytes: a line is counted in letters, a text in bytes.
        let line = "ñ".repeat(LONGEST_NAME + more);
        let text = "x".repeat(LONGEST_TEXT + more);
        let asked = StatusChange::to(Status::Asked);
        let doors = [
            (
                "the name of an organization",
                taken(c.add_organization(
                    &OrganizationFields {
                        name: line.clone(),
                        ..OrganizationFields::default()
                    },
                    day(2),
                )),
            ),
            (
                "the title of a letter",
                taken(c.add_letter(
                    &LetterFields {
                        title: line.clone(),
                        ..LetterFields::default()
                    },
                    day(2),
                )),
            ),
            ("how it prints", taken(c.set_sign_on_name(sign_on, &line, day(2)))),
            (
                "its signer",
                taken(c.set_sign_on_signer(sign_on, &line, "", day(2))),
            ),
            (
                "the title of its signer",
                taken(c.set_sign_on_signer(sign_on, "", &line, day(2))),
            ),
            (
                "who signs beside",
                taken(c.add_further_signer(sign_on, &line, "", day(2))),
            ),
            (
                "their title",
                taken(c.add_further_signer(sign_on, "Ana Mora", &line, day(2))),
            ),
            (
                "an individual",
                taken(c.add_individual(letter, &line, "", "", day(2))),
            ),
            (
                "where they are",
                taken(c.add_individual(letter, "Bo Lind", "", &line, day(2))),
            ),
            (
                "a heading",
                taken(c.set_sign_on_heading(&[sign_on], &line, day(2))),
            ),
            (
                "who authorized it",
                taken(c.set_sign_on_status(
                    &[sign_on],
                    &StatusChange {
                        authorized_by: Some(line.clone()),
                        ..asked.clone()
                    },
                    day(2),
                )),
            ),
            ("its note", taken(c.set_sign_on_note(sign_on, &text, day(2)))),
            (
                "its reason",
                taken(c.set_sign_on_status(
                    &[sign_on],
                    &StatusChange {
                        reason: Some(text.clone()),
                        ..asked.clone()
                    },
                    day(2),
                )),
            ),
            (
                "what it rests on",
                taken(c.add_evidence(&[sign_on], Some(Via::Email), &text, None, day(2))),
            ),
            (
                "what was said",
                taken(c.log_outreach(&[sign_on], OutreachKind::Note, None, &text, None, day(2))),
            ),
            (
                "the summary of a text",
                taken(c.add_version(
                    letter,
                    &VersionFields {
                        text: "We ask you.".into(),
                        summary: line.clone(),
                        reconfirm: Reconfirm::None,
                        reconfirm_by: None,
                    },
                    day(2),
                )),
            ),
        ];
        for (door, taken) in doors {
            assert_eq!(taken, within, "{door}, {more} more");
        }
    }
}

#[test]
fn a_file_is_kept_up_to_its_bound_and_an_empty_one_is_none() {
    let mut desk = Desk::new();
    let id = desk.organization("Cedar Choir");
    desk.coalition.add_sign_ons(desk.letter, &[id], day(1)).unwrap();
    let sign_on = desk.coalition.find_sign_on(desk.letter, id).unwrap().unwrap();
    for (size, within) in [(0, false), (1, true), (LARGEST_FILE + 1, false)] {
        let content = vec![0x89; size];
        let kept = desk
            .coalition
            .add_evidence_file(&[sign_on], None, "scan.bin", &content, day(2));
        assert_eq!(taken(kept), within, "{size} bytes");
    }
}

#[test]
fn the_soft_deadline_may_be_the_hard_one_and_not_a_minute_later() {
    let mut desk = Desk::new();
    for (soft, within) in [("2020-12-18T17:00", true), ("2020-12-18T17:01", false)] {
        let fields = LetterFields {
            title: "End the programs".into(),
            zone: Some("America/Chicago".into()),
            soft_deadline: Some(soft.into()),
            hard_deadline: Some("2020-12-18T17:00".into()),
            ..LetterFields::default()
        };
        assert_eq!(
            taken(desk.coalition.set_letter(desk.letter, &fields, day(2))),
            within,
            "{soft}"
        );
        let moved = desk.coalition.move_deadline(
            desk.letter,
            vocabulary::DeadlineKind::Soft,
            Some(soft),
            "America/Chicago",
            "",
            day(2),
        );
        assert_eq!(taken(moved), within, "{soft}");
    }
}

#[test]
fn a_yes_at_the_very_moment_of_the_deadline_is_in_time_and_one_a_second_later_is_late() {
    let mut desk = Desk::new();
    let closing = LetterFields {
        title: "End the programs".into(),
        zone: Some("America/Chicago".into()),
        hard_deadline: Some("2020-12-18T17:00".into()),
        ..LetterFields::default()
    };
    desk.coalition.set_letter(desk.letter, &closing, day(1)).unwrap();
    let mut late = Vec::new();
    for (name, at) in [
        ("Cedar Choir", "2020-12-18T17:00:00-06:00"),
        ("Elm Guild", "2020-12-18T17:00:01-06:00"),
    ] {
        let id = desk.organization(name);
        desk.coalition.add_sign_ons(desk.letter, &[id], day(2)).unwrap();
        let sign_on = desk.coalition.find_sign_on(desk.letter, id).unwrap().unwrap();
        let yes = StatusChange {
            via: Some(Via::Email),
            evidence: Some("Yes, list us.".into()),
            at: Some(at.into()),
            ..StatusChange::to(Status::Confirmed)
        };
        desk.coalition
            .set_sign_on_status(&[sign_on], &yes, day(19))
            .unwrap();
    }
    for row in desk.coalition.list_sign_ons(desk.letter, day(19)).unwrap() {
        late.push(row.late);
    }
    assert_eq!(late, [false, true]);
}
