//! Nobody is listed who did not say so: every road by which an organization could come into the block against its word.

use serde_json::Value;
use undersigned_core::Coalition;
use vocabulary::ids::SignOnId;

use crate::{cli, cli_with, refusal, stdout};

/// A coalition with one letter.
struct Desk {
    _folder: tempfile::TempDir,
    file: String,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.undersigned").to_str().unwrap().to_owned();
        let desk = Self {
            _folder: folder,
            file,
        };
        desk.run(&["new"]);
        desk.run(&["letter", "add", "Letter", "--zone", "America/Chicago"]);
        desk
    }

    fn all<'a>(&'a self, words: &[&'a str]) -> Vec<&'a str> {
        [&["--file", self.file.as_str()][..], words].concat()
    }

    fn run(&self, words: &[&str]) -> String {
        stdout(&cli(&self.all(words)))
    }

    fn refused(&self, words: &[&str]) -> String {
        refusal(&cli(&self.all(words)))
    }

    fn json(&self, words: &[&str]) -> Value {
        serde_json::from_str(&self.run(words)).unwrap()
    }

    fn import(&self, text: &str, more: &[&str]) -> Value {
        let words = [
            &["import", "-", "--as", "sign-ons", "--letter", "Letter", "--json"],
            more,
        ]
        .concat();
        serde_json::from_str(&stdout(&cli_with(&self.all(&words), text.as_bytes()))).unwrap()
    }

    fn set(&self, organization: &str, status: &str, more: &[&str]) -> String {
        self.run(&[&["sign-on", "set", "Letter", organization, status], more].concat())
    }

    fn block(&self) -> String {
        self.run(&["block", "Letter", "--layout", "lines", "--format", "text"])
    }

    fn status(&self, organization: &str) -> String {
        let rows = self.json(&["sign-on", "list", "Letter", "--json"]);
        let row = rows
            .as_array()
            .unwrap()
            .iter()
            .find(|row| row["printsAs"] == organization)
            .cloned();
        row.map_or_else(
            || "absent".to_owned(),
            |row| row["status"].as_str().unwrap().to_owned(),
        )
    }

    /// The kinds of what the check finds, and its exit code's meaning: whether something stands in the way.
    fn check(&self) -> (Vec<String>, bool) {
        let output = cli(&self.all(&["check", "Letter", "--json"]));
        let found: Value = serde_json::from_slice(&output.stdout).unwrap();
        let kinds = found
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["kind"].as_str().unwrap().to_owned());
        (kinds.collect(), !output.status.success())
    }

    fn finding(&self, kind: &str) -> Value {
        let output = cli(&self.all(&["check", "Letter", "--json"]));
        let found: Value = serde_json::from_slice(&output.stdout).unwrap();
        let one = found.as_array().unwrap().iter().find(|one| one["kind"] == kind);
        one.unwrap_or_else(|| panic!("no {kind} in {found}")).clone()
    }
}

const LIST: &str = "Amber Trust\nElm Network\n";

#[test]
fn a_list_pasted_again_brings_nobody_back_who_withdrew_or_declined() {
    let desk = Desk::new();
    desk.import(LIST, &["--status", "confirmed"]);
    desk.set("Elm Network", "withdrawn", &["--by", "Ana Mora"]);
    let again = desk.import(LIST, &["--status", "confirmed"]);
    assert_eq!(
        (&again["updated"], &again["unchanged"], &again["asked"]),
        (&0.into(), &1.into(), &1.into())
    );
    assert_eq!(
        (&again["consent"][0]["was"], &again["consent"][0]["name"]),
        (&"withdrawn".into(), &"Elm Network".into())
    );
    assert!(
        again["consent"][0]["reason"]
            .as_str()
            .unwrap()
            .contains("Elm Network withdrew"),
        "{again}"
    );
    assert_eq!(desk.status("Elm Network"), "withdrawn");
    assert_eq!(desk.block(), "Amber Trust\n");
    let taken = desk.import(LIST, &["--status", "confirmed", "--consent", "take"]);
    assert_eq!(taken["asked"], 0);
    assert_eq!(
        desk.block(),
        "Amber Trust\nElm Network\n",
        "who decided so has decided so"
    );
}

#[test]
fn the_same_holds_for_a_table() {
    let desk = Desk::new();
    let table = "Organization,Name,Do you sign?\nAmber Trust,Ana Mora,Yes\nElm Network,Bo Lind,Yes\n";
    desk.import(table, &[]);
    desk.set("Elm Network", "declined", &[]);
    let other = "Organization,Name,Will you sign on?\nElm Network,Bo Lind,Yes\n";
    let asked = desk.import(other, &[]);
    assert_eq!(
        (&asked["asked"], &asked["consent"][0]["says"]),
        (&1.into(), &"confirmed".into())
    );
    assert_eq!(desk.status("Elm Network"), "declined");
}

#[test]
fn a_message_is_a_yes_only_when_its_own_words_say_so() {
    let mail = |from: &str, headers: &str, words: &str| {
        format!(
            "From {from} Mon May  4 10:00:00 2026\nFrom: {from}\nDate: Mon, 4 May 2026 10:00:00 -0500\nSubject: Re: Letter\nMessage-ID: <{from}>\n{headers}\n{words}\n\n"
        )
    };
    let desk = Desk::new();
    for name in [
        "Amber Trust",
        "Elm Network",
        "Fern Circle",
        "Grove Union",
        "Holly House",
    ] {
        desk.run(&["organization", "add", name]);
        let at = name.split(' ').next().unwrap().to_lowercase();
        desk.run(&[
            "person",
            "add",
            &format!("{at} person"),
            "--at",
            name,
            "--email",
            &format!("ana@{at}.example.org"),
        ]);
    }
    let mbox = [
        mail("ana@amber.example.org", "", "Yes, please add us."),
        mail(
            "ana@elm.example.org",
            "",
            "We cannot sign this one, please do not list us.",
        ),
        mail(
            "ana@fern.example.org",
            "Auto-Submitted: auto-generated\n",
            "Yes, I am away until Monday.",
        ),
        mail(
            "ana@grove.example.org",
            "",
            "Yes, but only if the title is changed.",
        ),
        mail(
            "ana@holly.example.org",
            "",
            "No, we will not.\n\nOn Mon, Ana wrote:\n> Yes, please add us.",
        ),
    ]
    .concat();
    let read = desk.import(&mbox, &["--status", "confirmed", "--format", "mbox"]);
    assert_eq!(
        (&read["read"], &read["created"], &read["asked"]),
        (&5.into(), &1.into(), &4.into()),
        "{read}"
    );
    assert_eq!(desk.block(), "Amber Trust\n");
    for name in ["Elm Network", "Fern Circle", "Grove Union", "Holly House"] {
        assert_ne!(desk.status(name), "confirmed", "{name}");
    }
}

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
fn a_condition_is_no_yes_and_an_empty_box_is_no_no() {
    let desk = Desk::new();
    let form = "Organization,Signed\nAmber Trust,\"Yes, but only if the word \"\"ban\"\" is removed\"\nElm Network,FALSE\nFern Circle,\nGrove Union,TRUE\n";
    desk.import(form, &[]);
    assert_eq!(desk.status("Amber Trust"), "considering");
    assert_eq!(
        (desk.status("Elm Network"), desk.status("Fern Circle")),
        ("to-ask".into(), "to-ask".into())
    );
    assert_eq!(desk.block(), "Grove Union\n");
    let rows = desk.json(&["sign-on", "list", "Letter", "--json"]);
    let amber = rows
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["printsAs"] == "Amber Trust")
        .unwrap();
    assert!(
        amber["note"].as_str().unwrap().contains("ban"),
        "the words are kept: {amber}"
    );
}

#[test]
fn both_signers_of_an_organization_are_kept_and_it_counts_once() {
    let desk = Desk::new();
    let list = "Jane Doe, Executive Director, Amber Trust\nJohn Roe, President, Amber Trust\nBo Lind, Chair, Elm Network\n";
    desk.import(list, &["--status", "confirmed"]);
    assert_eq!(desk.block(), "Amber Trust\nElm Network\n");
    let block = desk.run(&[
        "block", "Letter", "--entry", "signer", "--layout", "lines", "--format", "text",
    ]);
    assert!(
        block.contains("Jane Doe") && block.contains("John Roe"),
        "{block}"
    );
    let again = desk.import(list, &["--status", "confirmed"]);
    assert_eq!(again["unchanged"], 3, "{again}");
}

#[test]
fn a_later_list_renames_nobody_who_confirmed() {
    let desk = Desk::new();
    desk.import("Élan Vert\nMoor Alliance\n", &["--status", "confirmed"]);
    let later = desk.import("Elan Vert\nMoor Alliance\n", &["--status", "confirmed"]);
    assert_eq!(
        (&later["updated"], &later["asked"]),
        (&0.into(), &1.into()),
        "{later}"
    );
    assert_eq!(desk.block(), "Élan Vert\nMoor Alliance\n");
}

#[test]
fn a_form_after_its_sign_on_was_taken_off_is_asked() {
    let desk = Desk::new();
    let form = "Timestamp,Organization,Will you sign?\n5/4/2026 10:00:00,Amber Trust,Yes\n5/4/2026 10:01:00,Elm Network,Yes\n";
    desk.import(form, &[]);
    let id = desk.json(&["sign-on", "list", "Letter", "--json"])[0]["id"]
        .as_i64()
        .unwrap();
    let mut coalition = Coalition::open(desk.file.as_ref()).unwrap();
    coalition
        .remove_sign_ons(&[SignOnId(id)], chrono::Utc::now())
        .unwrap();
    drop(coalition);
    let again = desk.import(form, &[]);
    assert_eq!(
        (&again["unchanged"], &again["asked"]),
        (&1.into(), &1.into()),
        "{again}"
    );
    let taken = desk.import(form, &["--consent", "take"]);
    assert_eq!(taken["created"], 1, "{taken}");
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
