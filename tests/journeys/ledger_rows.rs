//! What stands in the rows of a ledger after actions that must leave some of their columns alone.

use undersigned_core::merge::MergeChoices;
use undersigned_core::signon::{OutreachKind, Status, StatusChange, Via};
use vocabulary::ids::SignOnId;

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
