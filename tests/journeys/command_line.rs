//! The command line as its contract says.

use serde_json::Value;
use undersigned_sample::PRESS_RELEASE;

use crate::{cli, cli_with, refusal, stdout};

/// A coalition for the command line, and a letter in it.
fn desk() -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.undersigned").to_str().unwrap().to_owned();
    stdout(&cli(&["--file", &file, "new"]));
    stdout(&cli(&[
        "--file",
        &file,
        "letter",
        "add",
        "End the programs",
        "--deadline",
        "2020-12-18T17:00",
        "--zone",
        "America/Chicago",
    ]));
    (folder, file)
}

fn import(file: &str, text: &str, more: &[&str]) -> Value {
    let arguments = [
        &[
            "--file", file, "import", "-", "--as", "sign-ons", "--letter", "End the", "--json",
        ],
        more,
    ]
    .concat();
    serde_json::from_str(&stdout(&cli_with(&arguments, text.as_bytes()))).unwrap()
}

#[test]
fn the_wisconsin_letter_from_an_empty_file() {
    let (_folder, file) = desk();
    let counts = import(&file, PRESS_RELEASE, &["--status", "confirmed"]);
    assert_eq!(
        (&counts["read"], &counts["created"], &counts["asked"]),
        (&26.into(), &26.into(), &0.into())
    );
    let sentence = stdout(&cli(&[
        "--file",
        &file,
        "block",
        "End the",
        "--layout",
        "prose",
        "--separator",
        "comma",
        "--order",
        "entered",
        "--intro",
        "Signatories of the letter included: ",
    ]));
    assert_eq!(sentence, format!("{PRESS_RELEASE}\n"));
    let automatic = stdout(&cli(&[
        "--file", &file, "block", "End the", "--layout", "prose", "--order", "entered",
    ]));
    assert!(
        automatic.contains("; Hmong American Women’s Association, Inc.; Kids Forward; "),
        "{automatic}"
    );
    stdout(&cli(&["--file", &file, "undo"]));
    assert_eq!(
        stdout(&cli(&["--file", &file, "block", "End the"])),
        "",
        "no signatory is empty output"
    );
    stdout(&cli(&["--file", &file, "redo"]));
    assert_eq!(
        stdout(&cli(&[
            "--file",
            &file,
            "sign-on",
            "list",
            "End the",
            "--status",
            "confirmed"
        ]))
        .lines()
        .count(),
        26
    );
    assert_eq!(
        stdout(&cli(&["--file", &file, "verify"])),
        "The file is in order.\n"
    );
}

#[test]
fn a_dry_run_says_what_the_import_then_does() {
    let (_folder, file) = desk();
    let preview = import(&file, PRESS_RELEASE, &["--dry-run"]);
    assert_eq!(stdout(&cli(&["--file", &file, "organization", "list"])), "");
    assert_eq!(import(&file, PRESS_RELEASE, &[]), preview);
}

#[test]
fn a_list_is_read_without_a_coalition_and_its_entries_point_into_it() {
    let names = stdout(&cli_with(&["read-list"], PRESS_RELEASE.as_bytes()));
    assert_eq!(names.lines().count(), 26);
    let json: Value = serde_json::from_str(&stdout(&cli_with(
        &["read-list", "-", "--json"],
        PRESS_RELEASE.as_bytes(),
    )))
    .unwrap();
    let entry = &json[6];
    let (start, end) = (
        entry["start"].as_u64().unwrap() as usize,
        entry["end"].as_u64().unwrap() as usize,
    );
    assert_eq!(
        &PRESS_RELEASE[start..end],
        "Hmong American Women’s Association, Inc."
    );
    assert_eq!(entry["name"], "Hmong American Women’s Association, Inc.");
}

#[test]
fn names_are_compared_two_a_line() {
    let answer = stdout(&cli_with(
        &["compare", "-"],
        "Kids Forward\tKids Forward, Inc.\nKids Forward\tWISDOM\n".as_bytes(),
    ));
    let verdicts: Vec<&str> = answer
        .lines()
        .map(|line| line.split('\t').next().unwrap())
        .collect();
    assert_eq!(verdicts, ["exact", "different"]);
    let sentence = refusal(&cli_with(&["compare", "-"], b"Kids Forward\n"));
    assert!(sentence.contains("tab"), "{sentence}");
}

#[test]
fn a_sign_on_is_set_by_names_as_people_write_them() {
    let (_folder, file) = desk();
    stdout(&cli(&[
        "--file",
        &file,
        "organization",
        "add",
        "Alder Neighbors, Inc.",
        "--alias",
        "AN",
        "--state",
        "Wisconsin",
        "--scope",
        "local",
    ]));
    let set = |more: &[&str]| cli(&[&["--file", &file, "sign-on", "set", "End the", "Alder"], more].concat());
    let sentence = refusal(&set(&["confirmed"]));
    assert!(sentence.contains("in writing"), "{sentence}");
    stdout(&set(&["considering", "--expected-by", "2020-12-15"]));
    stdout(&set(&[
        "confirmed",
        "--via",
        "email",
        "--evidence",
        "We sign.",
        "--signer",
        "Pat Example",
        "--title",
        "Director",
        "--prints-as",
        "Alder Neighbors",
        "--at",
        "2020-12-10T12:00:00Z",
    ]));
    let rows: Value = serde_json::from_str(&stdout(&cli(&[
        "--file", &file, "sign-on", "list", "End the", "--json",
    ])))
    .unwrap();
    assert_eq!(rows[0]["printsAs"], "Alder Neighbors");
    assert_eq!(rows[0]["decidedAt"], "2020-12-10T12:00:00Z");
    let block = stdout(&cli(&["--file", &file, "block", "End the", "--entry", "signer"]));
    assert!(
        block.contains("Pat Example") && block.contains("Director"),
        "{block}"
    );
}

#[test]
fn evidence_can_be_a_file() {
    let (folder, file) = desk();
    stdout(&cli(&["--file", &file, "organization", "add", "Alder Neighbors"]));
    let mail = folder.path().join("mail.eml");
    std::fs::write(&mail, "From: pat@alder.example\n\nYes, sign us on.\n").unwrap();
    let set = [
        "--file",
        &file,
        "sign-on",
        "set",
        "End the",
        "Alder",
        "confirmed",
        "--via",
        "email",
    ];
    stdout(&cli(
        &[&set[..], &["--evidence-file", mail.to_str().unwrap()]].concat()
    ));
    let rows: Value = serde_json::from_str(&stdout(&cli(&[
        "--file", &file, "sign-on", "list", "End the", "--json",
    ])))
    .unwrap();
    assert!(rows[0]["evidence"].as_str().unwrap().contains("Yes, sign us on."));
}

#[test]
fn a_reference_that_can_mean_several_lists_them() {
    let (_folder, file) = desk();
    import(&file, PRESS_RELEASE, &[]);
    let sentence = refusal(&cli(&[
        "--file",
        &file,
        "organization",
        "show",
        "National Lawyers",
    ]));
    assert!(
        sentence.contains("Madison Chapter") && sentence.contains("Milwaukee Chapter"),
        "{sentence}"
    );
    let sentence = refusal(&cli(&["--file", &file, "letter", "show", "No such letter"]));
    assert!(sentence.contains("no letter"), "{sentence}");
}

#[test]
fn what_is_not_taken_is_kept_with_its_reason_and_can_be_no_formula() {
    let (folder, file) = desk();
    let rejects = folder.path().join("rejects.csv");
    let long = "=SUM(A1) ".repeat(200);
    let counts = import(
        &file,
        &format!("Alder Neighbors\n{long}\n"),
        &["--rejects", rejects.to_str().unwrap()],
    );
    let sum: u64 = ["created", "updated", "unchanged", "rejected", "asked"]
        .iter()
        .map(|key| counts[key].as_u64().unwrap())
        .sum();
    assert_eq!(Some(sum), counts["read"].as_u64());
    let csv = std::fs::read_to_string(rejects).unwrap();
    assert!(csv.starts_with("Organization,Signer,Title,City and State,reason\n"));
    assert!(!csv.contains("\n\"="), "{csv}");
}
