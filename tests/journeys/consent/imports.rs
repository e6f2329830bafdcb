//! What an import of any kind may do to an answer that is there.

use undersigned_core::Coalition;
use vocabulary::ids::SignOnId;

use super::{Desk, LIST};

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
fn what_a_list_says_of_each_name_holds_over_the_status_it_is_imported_with() {
    for list in [
        "✓ Amber Trust\n✗ Elm Network\n☐ Fern Circle\n",
        "Amber Trust - yes\nElm Network - no\nFern Circle - pending\n",
        "Yes: Amber Trust\nNo: Elm Network\nMaybe: Fern Circle\n",
        "Amber Trust -- happy to sign\nElm Network -- can't sign this one\nFern Circle -- asks her board first\n",
    ] {
        let desk = Desk::new();
        let read = desk.import(list, &["--status", "confirmed"]);
        assert_eq!(
            (&read["created"], &read["rejected"]),
            (&3.into(), &0.into()),
            "{read}"
        );
        assert_eq!(desk.block(), "Amber Trust\n", "{list}");
        let statuses = ["Elm Network", "Fern Circle"].map(|name| desk.status(name));
        assert_eq!(statuses, ["declined", "asked"], "{list}");
    }
}

#[test]
fn a_comment_that_takes_a_yes_back_is_asked_and_one_that_does_not_is_a_note() {
    let desk = Desk::new();
    let form = "Organization,Will you sign?,Comments\n\
        Amber Trust,Yes,Actually please take us off\n\
        Elm Network,Yes,Only if the second paragraph goes\n\
        Fern Circle,Yes,No\n\
        Grove Union,Yes,\"Thank you, no questions. Let us know if we can help.\"\n\
        Holly House,No,Happy to sign next time\n";
    let read = desk.import(form, &[]);
    assert_eq!(
        (&read["created"], &read["asked"]),
        (&3.into(), &2.into()),
        "{read}"
    );
    assert_eq!(desk.block(), "Fern Circle\nGrove Union\n");
    assert_eq!(desk.status("Holly House"), "declined");
    // Where nobody was asked, a comment still speaks against the status that all rows are given.
    let desk = Desk::new();
    let list = "Organization,Comments\nAmber Trust,Please do not include us in this letter\nElm Network,\n";
    desk.import(list, &["--status", "confirmed"]);
    assert_eq!(desk.block(), "Elm Network\n");
}

#[test]
fn a_sheets_own_words_for_a_status_are_understood_and_a_question_mark_is_asked() {
    let desk = Desk::new();
    let sheet = "Organization,Status\nAmber Trust,Declined to sign\nElm Network,Withdrew 11/2\nFern Circle,not yet\n\
        Grove Union,signed?\nHolly House,yes - pending\nIvy Row,Y\nJuniper Way,Signed on\n";
    let read = desk.import(sheet, &["--likely", "new"]);
    assert_eq!(read["asked"], 1, "{read}");
    let statuses = [
        "Amber Trust",
        "Elm Network",
        "Fern Circle",
        "Grove Union",
        "Holly House",
        "Ivy Row",
        "Juniper Way",
    ]
    .map(|name| desk.status(name));
    let expected = [
        "declined",
        "declined",
        "asked",
        "absent",
        "considering",
        "said-yes",
        "confirmed",
    ];
    assert_eq!(statuses, expected);
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
fn who_withdrew_and_was_taken_off_comes_back_by_no_list() {
    let desk = Desk::new();
    desk.import(LIST, &["--status", "confirmed"]);
    desk.set("Elm Network", "withdrawn", &[]);
    let rows = desk.json(&["sign-on", "list", "Letter", "--json"]);
    let id = rows
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["printsAs"] == "Elm Network")
        .unwrap()["id"]
        .as_i64()
        .unwrap();
    let mut coalition = Coalition::open(desk.file.as_ref()).unwrap();
    coalition
        .remove_sign_ons(&[SignOnId(id)], chrono::Utc::now())
        .unwrap();
    drop(coalition);
    let again = desk.import(LIST, &["--status", "confirmed"]);
    assert_eq!(
        (&again["unchanged"], &again["asked"]),
        (&1.into(), &1.into()),
        "{again}"
    );
    assert_eq!(desk.block(), "Amber Trust\n");
    // By a person's own hand it is there again.
    let taken = desk.import(LIST, &["--status", "confirmed", "--consent", "take"]);
    assert_eq!(taken["created"], 1, "{taken}");
    assert_eq!(desk.block(), "Amber Trust\nElm Network\n");
}

#[test]
fn a_no_that_an_import_brings_to_a_yes_is_a_withdrawal() {
    let desk = Desk::new();
    desk.import("Organization,Will you sign?\nAmber Trust,Yes\n", &[]);
    let no = "Organization,Will you sign on?\nAmber Trust,No\n";
    let asked = desk.import(no, &[]);
    assert_eq!(
        (&asked["asked"], desk.status("Amber Trust").as_str()),
        (&1.into(), "confirmed")
    );
    desk.import(no, &["--consent", "take"]);
    assert_eq!(desk.status("Amber Trust"), "withdrawn");
    assert_eq!(desk.block(), "");
}

#[test]
fn an_option_that_does_not_apply_is_refused_and_one_that_applies_is_done() {
    let desk = Desk::new();
    let file = desk.folder.path().join("signers.csv");
    std::fs::write(
        &file,
        "Organization,Your name,Will you sign?\nAmber Trust,Ana Mora,Yes\n",
    )
    .unwrap();
    let file = file.to_str().unwrap();
    let list = desk.folder.path().join("list.txt");
    std::fs::write(&list, LIST).unwrap();
    let list = list.to_str().unwrap();
    let signs = ["--as", "sign-ons", "--letter", "Letter"];
    for words in [
        [&["import", list, "--map", "X=organization"], &signs[..]].concat(),
        [&["import", file, "--sheet", "Answers"], &signs[..]].concat(),
        vec!["import", file, "--as", "organizations", "--status", "confirmed"],
        vec!["import", file, "--as", "organizations", "--individuals"],
        vec!["import", file, "--as", "organizations", "--consent", "take"],
    ] {
        let why = desk.refused(&words);
        assert!(why.contains("--"), "{why}");
    }
    desk.run(&[&["import", file, "--individuals"], &signs[..]].concat());
    assert_eq!(desk.block(), "Ana Mora\n");
}

#[test]
fn a_preview_says_who_may_not_sign_and_what_rests_on_a_list_alone() {
    let desk = Desk::new();
    desk.run(&["organization", "add", "Amber Trust", "--membership", "former"]);
    desk.run(&["organization", "add", "Elm Network"]);
    desk.run(&["person", "add", "Bo Lind", "--at", "Elm Network"]);
    let form = "Organization,Your name,Will you sign?\nAmber Trust,,Yes\nElm Network,Bo Lind,Yes\n";
    let read = desk.import(form, &["--dry-run"]);
    let flags = read["flags"].to_string();
    assert!(
        flags.contains("Amber Trust is marked as former") && flags.contains("Bo Lind signed for Elm Network"),
        "{read}"
    );
    let read = desk.import(
        "Amber Trust\nElm Network\n",
        &["--status", "confirmed", "--dry-run"],
    );
    let notes = read["notes"].to_string();
    assert!(notes.contains("2 signatures come from a list alone"), "{read}");
    // A message of somebody whom nobody knew; the import makes a person of them, of whom is not known that they may sign.
    let mail = "From: New One <new@elsewhere.example>\nSubject: Re: Letter\nMessage-ID: <1@elsewhere.example>\n\nYes, please add us.\n\nAmber Trust\n";
    let read = desk.import(mail, &["--format", "eml", "--status", "confirmed"]);
    assert!(
        read["flags"].to_string().contains("You had no contact with"),
        "{read}"
    );
    let (kinds, _) = desk.check();
    assert_eq!(kinds, ["signer-may-not-sign", "former-organization"]);
}

#[test]
fn what_is_unclear_is_no_yes_though_what_is_asked_is_taken() {
    let desk = Desk::new();
    let form = "Organization,Will you sign?\nAmber Trust,We will see\nElm Network,Yes\n";
    let read = desk.import(form, &["--consent", "take"]);
    assert_eq!(
        (&read["created"], &read["asked"]),
        (&1.into(), &1.into()),
        "{read}"
    );
    assert_eq!(desk.block(), "Elm Network\n");
}

#[test]
fn another_spelling_of_the_signer_renames_nobody() {
    let desk = Desk::new();
    desk.import(
        "Organization,Your name,Will you sign?\nAmber Trust,Inés Mora,Yes\n",
        &[],
    );
    desk.import(
        "Organization,Contact name,Will you sign on?\nAmber Trust,INES MORA,Yes\n",
        &[],
    );
    let block = desk.run(&[
        "block", "Letter", "--entry", "signer", "--layout", "lines", "--format", "text",
    ]);
    assert_eq!(block, "Inés Mora, Amber Trust\n");
}
