//! What a yes rests on, how new it is, who may sign, and who is not to be named.

use super::{Desk, LIST};
use crate::{cli, cli_with, stdout};

#[test]
fn the_last_ground_of_a_confirmed_sign_on_stays() {
    let desk = Desk::new();
    desk.run(&["organization", "add", "Amber Trust"]);
    desk.set(
        "Amber Trust",
        "confirmed",
        &["--via", "email", "--evidence", "Yes, add us.", "--by", "Ana Mora"],
    );
    let shown = desk.json(&["sign-on", "show", "Letter", "Amber Trust", "--json"]);
    let id = shown["evidence"][0]["id"].to_string();
    let why = desk.refused(&["sign-on", "evidence-remove", "Letter", "Amber Trust", &id]);
    assert!(why.contains("Amber Trust"), "{why}");
    assert_eq!(desk.block(), "Amber Trust\n");
    // After a no and a new yes the note from before the no is no ground.
    desk.set("Amber Trust", "withdrawn", &[]);
    desk.set(
        "Amber Trust",
        "confirmed",
        &["--via", "email", "--evidence", "We are in again."],
    );
    let shown = desk.json(&["sign-on", "show", "Letter", "Amber Trust", "--json"]);
    let newer = shown["evidence"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["text"] == "We are in again.")
        .unwrap()["id"]
        .to_string();
    desk.refused(&["sign-on", "evidence-remove", "Letter", "Amber Trust", &newer]);
    desk.run(&["sign-on", "evidence-remove", "Letter", "Amber Trust", &id]);
    assert_eq!(desk.block(), "Amber Trust\n");
    let grounds = desk.json(&["check", "Letter", "--grounds", "--json"]);
    assert!(
        grounds[0]["ground"].as_str().unwrap().contains("email"),
        "{grounds}"
    );
}

#[test]
fn a_reason_belongs_to_the_yes_that_it_was_given_for() {
    let desk = Desk::new();
    desk.run(&["organization", "add", "Amber Trust"]);
    let by_phone = [
        "--via",
        "phone",
        "--note",
        "Their board voted; the minutes come later.",
    ];
    desk.set("Amber Trust", "confirmed", &by_phone);
    assert_eq!(desk.block(), "Amber Trust\n");
    let refused = |status: &str| {
        desk.run(&["sign-on", "set", "Letter", "Amber Trust", status]);
        let again = [
            "sign-on",
            "set",
            "Letter",
            "Amber Trust",
            "confirmed",
            "--via",
            "phone",
        ];
        assert!(desk.refused(&again).contains("Amber Trust"), "after {status}");
    };
    // The answer was set back, and another is another.
    refused("to-ask");
    let text = |words: &str, reconfirm: &str| {
        let path = desk.folder.path().join("text.txt");
        std::fs::write(&path, words).unwrap();
        let path = path.display().to_string();
        desk.run(&[
            "letter",
            "version",
            "add",
            "Letter",
            &path,
            "--reconfirm",
            reconfirm,
        ]);
    };
    text("The first text.", "none");
    desk.set("Amber Trust", "confirmed", &by_phone);
    // A new text asks for a new yes; that it was said again by phone is none in writing.
    text("The second text.", "opt-in");
    refused("said-yes");
    assert_eq!(desk.block(), "");
}

#[test]
fn what_is_newer_goes_by_the_evidences_own_date() {
    let desk = Desk::new();
    desk.run(&["organization", "add", "Amber Trust"]);
    desk.set(
        "Amber Trust",
        "confirmed",
        &["--via", "email", "--evidence", "Yes.", "--at", "2026-05-01"],
    );
    desk.set("Amber Trust", "withdrawn", &["--at", "2026-05-10"]);
    let why = desk.refused(&[
        "sign-on",
        "set",
        "Letter",
        "Amber Trust",
        "confirmed",
        "--via",
        "email",
        "--evidence",
        "An older yes.",
        "--at",
        "2026-05-05",
    ]);
    assert!(!why.is_empty());
    // A date that is still to come is none.
    desk.run(&["undo"]);
    desk.run(&["undo"]);
    desk.set(
        "Amber Trust",
        "confirmed",
        &["--via", "email", "--evidence", "Yes.", "--at", "2199-01-01"],
    );
    desk.set("Amber Trust", "declined", &[]);
    desk.refused(&["sign-on", "set", "Letter", "Amber Trust", "confirmed"]);
    desk.set(
        "Amber Trust",
        "confirmed",
        &["--via", "email", "--evidence", "Yes after all."],
    );
    assert_eq!(desk.block(), "Amber Trust\n");
}

#[test]
fn delivered_by_mistake_makes_nobody_late_for_ever() {
    let desk = Desk::new();
    desk.run(&["organization", "add", "Amber Trust"]);
    desk.run(&["letter", "stage", "Letter", "delivered"]);
    desk.run(&["letter", "stage", "Letter", "circulating"]);
    desk.set(
        "Amber Trust",
        "confirmed",
        &["--via", "email", "--evidence", "Yes."],
    );
    let rows = desk.json(&["sign-on", "list", "Letter", "--json"]);
    assert_eq!(rows[0]["late"], false);
}

#[test]
fn the_check_says_who_may_not_have_signed_and_each_is_settled_by_a_word() {
    let desk = Desk::new();
    desk.run(&["organization", "add", "Amber Trust", "--membership", "former"]);
    desk.run(&["organization", "add", "Elm Network"]);
    desk.run(&["person", "add", "Bo Lind", "--at", "Elm Network"]);
    desk.set(
        "Amber Trust",
        "confirmed",
        &["--via", "email", "--evidence", "Yes.", "--by", "Ana Mora"],
    );
    desk.set(
        "Elm Network",
        "confirmed",
        &["--via", "email", "--evidence", "Yes.", "--signer", "Bo Lind"],
    );
    desk.import("Fern Circle\nGrove Union\n", &["--status", "confirmed"]);
    let (kinds, stops) = desk.check();
    assert_eq!(kinds, ["signer-may-not-sign", "former-organization", "list-only"]);
    assert!(!stops);
    desk.run(&[
        "sign-on",
        "verify",
        "Letter",
        "Elm Network",
        "--by",
        "Ana Mora",
        "--how",
        "by phone",
    ]);
    desk.run(&[
        "sign-on",
        "verify",
        "Letter",
        "Amber Trust",
        "--by",
        "Ana Mora",
        "--how",
        "by phone",
    ]);
    assert_eq!(desk.check().0, ["list-only"]);
    let list = desk.finding("list-only");
    let id = list["id"].as_str().unwrap();
    desk.run(&[
        "check",
        "Letter",
        "--settle",
        id,
        "--by",
        "Ana Mora",
        "--word",
        "The host’s own list",
    ]);
    let settled = desk.finding("list-only");
    assert_eq!(settled["settled"]["by"], "Ana Mora");
    // With other facts it is another finding.
    desk.import(
        "Fern Circle\nGrove Union\nHolly House\n",
        &["--status", "confirmed"],
    );
    assert!(desk.check().0.contains(&"list-only".to_owned()));
    // Authority is no answer: what was verified is no ground.
    let shown = desk.json(&["sign-on", "show", "Letter", "Elm Network", "--json"]);
    let answer = shown["evidence"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["text"] == "Yes.")
        .unwrap()["id"]
        .to_string();
    desk.refused(&["sign-on", "evidence-remove", "Letter", "Elm Network", &answer]);
}

#[test]
fn what_was_verified_says_nothing_of_an_answer_that_came_later() {
    let desk = Desk::new();
    desk.run(&["organization", "add", "Amber Trust", "--membership", "former"]);
    let yes = ["--via", "email", "--evidence", "Yes."];
    desk.set("Amber Trust", "confirmed", &yes);
    desk.run(&[
        "sign-on",
        "verify",
        "Letter",
        "Amber Trust",
        "--by",
        "Ana",
        "--how",
        "by phone",
    ]);
    assert_eq!(desk.check().0, [""; 0]);
    desk.set("Amber Trust", "withdrawn", &[]);
    desk.set("Amber Trust", "confirmed", &yes);
    assert_eq!(desk.check().0, ["former-organization"]);
}
#[test]
fn who_is_unnamed_stands_in_no_block_and_in_the_ledger() {
    let desk = Desk::new();
    desk.import(LIST, &["--status", "confirmed"]);
    desk.run(&["sign-on", "unnamed", "Letter", "Elm Network", "on"]);
    for format in ["text", "html", "markdown", "latex", "rtf", "csv"] {
        let block = desk.run(&["block", "Letter", "--format", format]);
        assert!(
            block.contains("Amber") && !block.contains("Elm"),
            "{format}: {block}"
        );
    }
    assert_eq!(desk.status("Elm Network"), "confirmed");
    let counted = desk.run(&[
        "block",
        "Letter",
        "--counts",
        "--count-unnamed",
        "--format",
        "text",
    ]);
    assert!(
        counted.contains('2') && !counted.contains("Elm") && !counted.contains("other"),
        "{counted}"
    );
    desk.run(&["sign-on", "unnamed", "Letter", "Elm Network", "off"]);
    assert_eq!(desk.block(), "Amber Trust\nElm Network\n");
}

#[test]
fn no_later_edition_nor_its_difference_names_who_is_not_to_be_named_since() {
    let desk = Desk::new();
    desk.import(LIST, &["--status", "confirmed"]);
    desk.run(&["edition", "freeze", "Letter"]);
    let set = cli(&desk.all(&["sign-on", "unnamed", "Letter", "Elm Network", "on"]));
    assert!(
        String::from_utf8_lossy(&set.stderr).contains("1"),
        "it says which edition names it"
    );
    desk.import("Fern Circle\n", &["--status", "confirmed"]);
    desk.run(&["edition", "freeze", "Letter"]);
    for words in [
        &["edition", "diff", "Letter", "1", "2"][..],
        &["edition", "diff", "Letter", "1", "2", "--sentence"],
    ] {
        let diff = desk.run(words);
        assert!(diff.contains("Fern Circle") && !diff.contains("Elm"), "{diff}");
    }
    for format in ["text", "html", "csv"] {
        let later = desk.run(&["edition", "show", "Letter", "2", "--format", format]);
        assert!(!later.contains("Elm"), "{later}");
    }
}

#[test]
fn a_merge_keeps_no_yes_that_a_no_took_back() {
    let desk = Desk::new();
    desk.import(
        "Elm Network\nElm Net\n",
        &["--status", "confirmed", "--likely", "new"],
    );
    desk.set("Elm Net", "withdrawn", &[]);
    desk.run(&["merge", "Elm Network", "Elm Net"]);
    assert_eq!(desk.block(), "", "the later word of one organization is its no");
}

#[test]
fn a_merge_of_two_that_signed_keeps_both_signers_and_counts_one() {
    let desk = Desk::new();
    let list = "Jane Doe, Executive Director, Elm Network\nJohn Roe, President, Elm Net\n";
    desk.import(list, &["--status", "confirmed", "--likely", "new"]);
    let entries = || {
        desk.run(&[
            "block", "Letter", "--entry", "signer", "--layout", "lines", "--format", "text",
        ])
    };
    let before = entries();
    assert!(
        before.contains("Jane Doe") && before.contains("John Roe"),
        "{before}"
    );
    desk.run(&["merge", "Elm Network", "Elm Net"]);
    let merged = entries();
    assert!(
        merged.contains("Jane Doe") && merged.contains("John Roe"),
        "{merged}"
    );
    assert!(
        !merged.contains("Elm Net,") && !merged.contains("Elm Net\n"),
        "{merged}"
    );
    assert_eq!(desk.block(), "Elm Network\n");
    desk.run(&["undo"]);
    assert_eq!(entries(), before);
}

#[test]
fn a_row_that_carries_a_date_to_come_is_not_newer_than_a_no() {
    let desk = Desk::new();
    let form = |date: &str| format!("Timestamp,Organization,Will you sign?\n{date},Amber Trust,Yes\n");
    desk.import(&form("2026-05-01 10:00:00"), &[]);
    desk.set("Amber Trust", "withdrawn", &["--at", "2026-05-10"]);
    desk.set("Amber Trust", "asked", &[]);
    for date in ["2199-05-04 10:00:00", "2026-05-09 10:00:00", "2026-05-10"] {
        let read = desk.import(&form(date), &[]);
        assert_eq!(
            (&read["updated"], &read["asked"]),
            (&0.into(), &1.into()),
            "{date}: {read}"
        );
    }
    assert_eq!(desk.block(), "");
    let read = desk.import(&form("2026-05-11"), &[]);
    assert_eq!(
        (&read["updated"], &read["asked"]),
        (&1.into(), &0.into()),
        "{read}"
    );
    assert_eq!(desk.block(), "Amber Trust\n");
}

#[test]
fn a_day_of_a_form_is_the_day_of_the_letters_zone() {
    let desk = Desk::new();
    desk.run(&["letter", "add", "Far", "--zone", "Pacific/Auckland"]);
    let form = "Timestamp,Organization,Will you sign?\n2026-05-04,Amber Trust,Yes\n";
    let words = ["import", "-", "--as", "sign-ons", "--letter", "Far"];
    stdout(&cli_with(&desk.all(&words), form.as_bytes()));
    let grounds = desk.run(&["check", "Far", "--grounds"]);
    assert!(grounds.contains("A form from May 4, 2026"), "{grounds}");
    // A no of the evening before, in that zone.
    desk.run(&[
        "sign-on",
        "set",
        "Far",
        "Amber Trust",
        "withdrawn",
        "--at",
        "2026-05-03T09:00:00Z",
    ]);
    desk.run(&["sign-on", "set", "Far", "Amber Trust", "confirmed"]);
    assert_eq!(
        desk.run(&["block", "Far", "--layout", "lines", "--format", "text"]),
        "Amber Trust\n"
    );
}
