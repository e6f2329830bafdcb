//! From the text to what was sent: versions, the check, editions.

use base::messages::Language;
use blocks::{BlockOptions, Format, Layout, Order};
use undersigned_core::check::{Kind, Severity};
use undersigned_core::organization::OrganizationFields;
use undersigned_core::signon::{Status, StatusChange, Via};
use undersigned_core::version::{Reconfirm, VersionFields};
use undersigned_sample::PRESS_RELEASE;

use crate::{Desk, cli, day, refusal, stdout};

fn text(text: &str, reconfirm: Reconfirm) -> VersionFields {
    VersionFields {
        text: text.into(),
        summary: String::new(),
        reconfirm,
        reconfirm_by: None,
    }
}

impl Desk {
    fn freeze(&mut self, label: &str) -> u32 {
        let options = self.coalition.get_block_options(self.letter).unwrap();
        self.coalition
            .freeze_edition(self.letter, &options, &Language::English, label, day(18))
            .unwrap();
        self.coalition.list_editions(self.letter).unwrap().len() as u32
    }

    fn names(&self) -> Vec<String> {
        let block = self
            .coalition
            .get_block(self.letter, &BlockOptions::default(), &Language::English)
            .unwrap();
        blocks::text::render(&block).lines().map(str::to_owned).collect()
    }
}

#[test]
fn an_edition_stays_as_it_was_sent_and_the_next_one_tells_what_differs() {
    let mut desk = Desk::new();
    desk.import(
        "Alder Neighbors\nBirch Neighbors\nCedar Neighbors\n",
        Status::Confirmed,
    );
    assert_eq!(desk.freeze("To the committee"), 1);
    let first = desk.coalition.get_edition(desk.letter, 1).unwrap();
    let sent = desk.coalition.get_edition_form(first.id, Format::Text).unwrap();
    assert_eq!(sent, b"Alder Neighbors\nBirch Neighbors\nCedar Neighbors\n");

    desk.import("Dogwood Neighbors\n", Status::Confirmed);
    let ledger = desk.coalition.list_sign_ons(desk.letter, day(10)).unwrap();
    let id = |name: &str| ledger.iter().find(|row| row.prints_as == name).unwrap().id;
    desk.coalition
        .set_sign_on_name(id("Birch Neighbors"), "Birch Neighbors, Inc.", day(19))
        .unwrap();
    let withdrawn = StatusChange::to(Status::Withdrawn);
    desk.coalition
        .set_sign_on_status(&[id("Alder Neighbors")], &withdrawn, day(19))
        .unwrap();
    assert_eq!(desk.freeze("Corrected"), 2);

    assert_eq!(
        desk.coalition.get_edition_form(first.id, Format::Text).unwrap(),
        sent
    );
    let diff = desk.coalition.diff_editions(desk.letter, 1, 2).unwrap();
    assert_eq!(diff.added, ["Dogwood Neighbors"]);
    assert_eq!(diff.removed, ["Alder Neighbors"]);
    assert_eq!(
        (diff.renamed[0].before.as_str(), diff.renamed[0].after.as_str()),
        ("Birch Neighbors", "Birch Neighbors, Inc.")
    );
}

#[test]
fn an_edition_can_be_taken_back_but_never_changed() {
    let mut desk = Desk::new();
    desk.import("Alder Neighbors\n", Status::Confirmed);
    let before = desk.dump();
    desk.freeze("Sent");
    let conn = rusqlite::Connection::open(desk.path()).unwrap();
    for sql in [
        "UPDATE edition SET label = 'x'",
        "UPDATE edition_form SET content = x'00'",
        "UPDATE edition_name SET name = 'x'",
    ] {
        assert!(conn.execute(sql, []).is_err(), "{sql}");
    }
    drop(conn);
    desk.coalition.undo(day(19)).unwrap();
    assert_eq!(desk.dump(), before);
}

#[test]
fn a_version_that_asks_for_a_new_yes_leaves_out_who_has_not_given_it() {
    let mut desk = Desk::new();
    desk.coalition
        .add_version(
            desk.letter,
            &text("We ask you to end the programs.", Reconfirm::None),
            day(2),
        )
        .unwrap();
    desk.import("Alder Neighbors\nBirch Neighbors\n", Status::Confirmed);
    desk.coalition
        .add_version(
            desk.letter,
            &text("We ask you to end the programs now.", Reconfirm::OptOut),
            day(5),
        )
        .unwrap();
    assert_eq!(desk.names().len(), 2, "who says nothing stands");
    desk.coalition
        .add_version(desk.letter, &text("We demand it.", Reconfirm::OptIn), day(6))
        .unwrap();
    assert_eq!(desk.names(), [""; 0]);
    let ledger = desk.coalition.list_sign_ons(desk.letter, day(10)).unwrap();
    let yes = StatusChange {
        via: Some(Via::Email),
        ..StatusChange::to(Status::Confirmed)
    };
    desk.coalition
        .set_sign_on_status(&[ledger[0].id], &yes, day(7))
        .unwrap();
    assert_eq!(desk.names(), ["Alder Neighbors"]);
    let findings = desk
        .coalition
        .check_letter(desk.letter, &BlockOptions::default(), day(10))
        .unwrap();
    assert!(
        findings
            .iter()
            .any(|finding| finding.kind == Kind::OlderVersion && finding.sign_on == Some(ledger[1].id))
    );
}

#[test]
fn the_check_says_what_stands_in_the_way_first() {
    let mut desk = Desk::new();
    let parent = desk.organization("Meadow League");
    let chapter = OrganizationFields {
        name: "Meadow League Harbor Chapter".into(),
        parent_id: Some(parent),
        ..OrganizationFields::default()
    };
    desk.coalition.add_organization(&chapter, day(1)).unwrap();
    desk.import("Meadow League\nMeadow League Harbor Chapter\n", Status::Confirmed);
    desk.import("Rowan Neighbors\n", Status::SaidYes);
    let text = text("We, the undersigned 3 organizations, ask you.", Reconfirm::None);
    desk.coalition.add_version(desk.letter, &text, day(2)).unwrap();
    let kinds = |options: &BlockOptions| -> Vec<Kind> {
        let findings = desk
            .coalition
            .check_letter(desk.letter, options, day(10))
            .unwrap();
        assert!(findings.is_sorted_by_key(|finding| finding.kind.severity()));
        findings.iter().map(|finding| finding.kind).collect()
    };
    assert_eq!(
        kinds(&BlockOptions::default()),
        [
            Kind::CountDiffers,
            Kind::ParentAndChapter,
            Kind::SaidYesLeftOut,
            Kind::ListOnly,
            Kind::ListOnly
        ]
    );
    let with_verbal = BlockOptions {
        include_said_yes: true,
        ..BlockOptions::default()
    };
    assert_eq!(
        kinds(&with_verbal),
        [
            Kind::Unwritten,
            Kind::ParentAndChapter,
            Kind::ListOnly,
            Kind::ListOnly
        ]
    );
    assert_eq!(Kind::Unwritten.severity(), Severity::Error);
}

#[test]
fn a_style_is_saved_used_again_and_taken_back() {
    let mut desk = Desk::new();
    let options = BlockOptions {
        layout: Layout::Numbered,
        order: Order::Signed,
        ..BlockOptions::default()
    };
    desk.coalition
        .save_style("As they came", &options, day(2))
        .unwrap();
    let styles = desk.coalition.list_styles("en").unwrap();
    assert_eq!((styles.built_in.len(), styles.saved.len()), (5, 1));
    assert_eq!(styles.saved[0].options, options);
    desk.coalition.undo(day(2)).unwrap();
    assert_eq!(desk.coalition.list_styles("en").unwrap().saved, []);
}

#[test]
fn the_command_line_freezes_shows_and_compares_editions_and_checks_the_letter() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.undersigned").to_str().unwrap().to_owned();
    let run = |arguments: &[&str]| cli(&[&["--file", &file], arguments].concat());
    stdout(&run(&["new"]));
    stdout(&run(&["letter", "add", "End the programs"]));
    let sentence = refusal(&run(&["edition", "freeze", "End the"]));
    assert!(sentence.contains("nothing to freeze"), "{sentence}");
    assert_eq!(run(&["check", "End the"]).status.code(), Some(1));
    let list = folder.path().join("list.txt");
    std::fs::write(&list, PRESS_RELEASE).unwrap();
    stdout(&run(&[
        "import",
        list.to_str().unwrap(),
        "--letter",
        "End the",
        "--status",
        "confirmed",
    ]));
    assert_eq!(
        stdout(&run(&["edition", "freeze", "End the", "--label", "To the press"])),
        "1\n"
    );
    stdout(&run(&["organization", "add", "Rowan Neighbors"]));
    stdout(&run(&[
        "sign-on",
        "set",
        "End the",
        "Rowan",
        "confirmed",
        "--via",
        "email",
    ]));
    assert_eq!(stdout(&run(&["edition", "freeze", "End the"])), "2\n");
    assert_eq!(
        stdout(&run(&["edition", "diff", "End the", "1", "2"])),
        "+ Rowan Neighbors\n"
    );
    assert_eq!(
        stdout(&run(&["edition", "show", "End the", "1"])).lines().count(),
        26
    );
    assert_eq!(
        stdout(&run(&["block", "End the", "--edition", "1"]))
            .lines()
            .count(),
        26
    );
    assert_eq!(
        stdout(&run(&[
            "letter",
            "version",
            "add",
            "End the",
            list.to_str().unwrap()
        ])),
        "1\n"
    );
    assert_eq!(run(&["check", "End the"]).status.code(), Some(0));
}

#[test]
fn a_choice_of_the_block_leaves_the_others_as_they_are() {
    let mut desk = Desk::new();
    for change in [
        serde_json::json!({ "layout": "columns", "columns": 3 }),
        serde_json::json!({ "leadFirst": true }),
        serde_json::json!({ "order": "signed" }),
    ] {
        let change = change.as_object().unwrap().clone();
        desk.coalition
            .change_block_options(desk.letter, change, day(2))
            .unwrap();
    }
    let options = desk.coalition.get_block_options(desk.letter).unwrap();
    assert_eq!((options.layout, options.columns), (Layout::Columns, 3));
    assert_eq!((options.lead_first, options.order), (true, Order::Signed));
    let nonsense = serde_json::json!({ "layout": "stairs" });
    assert!(
        desk.coalition
            .change_block_options(desk.letter, nonsense.as_object().unwrap().clone(), day(2))
            .is_err()
    );
}
