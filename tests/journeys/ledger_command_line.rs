//! The ledger through the command line: every status, evidence, follow-ups, the check, editions, texts, the history.

use std::path::Path;

use serde_json::Value;

use crate::{cli, copy_from_before, refusal, stdout};

/// A coalition in a folder of its own, asked through the command line.
struct Line {
    folder: tempfile::TempDir,
}

impl Line {
    fn new() -> Self {
        let line = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        line.done(&["new"]);
        for name in ["Alder Neighbors", "Birch Neighbors", "Cedar Neighbors"] {
            line.done(&["organization", "add", name]);
        }
        line.done(&[
            "letter",
            "add",
            "Keep the buses",
            "--topic",
            "transit",
            "--deadline",
            "2999-12-18T17:00",
            "--zone",
            "America/Chicago",
        ]);
        line
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }

    fn run(&self, arguments: &[&str]) -> std::process::Output {
        cli(&[&["--file", &self.path("a.undersigned")], arguments].concat())
    }

    fn done(&self, arguments: &[&str]) -> String {
        stdout(&self.run(arguments))
    }

    fn json(&self, arguments: &[&str]) -> Value {
        serde_json::from_str(&self.done(&[arguments, &["--json"]].concat())).unwrap()
    }

    fn set(&self, name: &str, more: &[&str]) -> String {
        self.done(&[&["sign-on", "set", "Keep", name], more].concat())
    }
}

#[test]
fn every_status_is_set_with_what_it_rests_on() {
    let line = Line::new();
    let status = |line: &Line| line.json(&["sign-on", "list", "Keep"])[0]["status"].clone();
    for (word, more) in [
        ("to-ask", [].as_slice()),
        ("asked", &["--via", "email", "--at", "2020-12-01"]),
        ("considering", &["--expected-by", "2020-12-15"]),
        (
            "said-yes",
            &[
                "--via",
                "phone",
                "--by",
                "Ana Example",
                "--evidence",
                "Called: yes.",
            ],
        ),
        ("confirmed", &["--via", "email", "--evidence", "Yes."]),
        ("withdrawn", &["--via", "email", "--evidence", "No more."]),
        ("declined", &[]),
    ] {
        line.set("Alder", &[&[word], more].concat());
        assert_eq!(status(&line), word);
    }
    let sentence = refusal(&line.run(&["sign-on", "set", "Keep", "Alder", "confirmed"]));
    assert!(sentence.contains("new yes in writing"), "{sentence}");
    let sentence = refusal(&line.run(&["sign-on", "set", "Keep", "Birch", "withdrawn"]));
    assert!(sentence.contains("has not said yes"), "{sentence}");
    let told = line.json(&["history", "--text", "yes"]);
    assert_eq!(told[0]["authorizedBy"], "Ana Example");
    assert_eq!(
        line.json(&["history", "--limit", "2"]).as_array().unwrap().len(),
        2
    );
    line.done(&["undo"]);
    assert_eq!(status(&line), "withdrawn");
    assert_eq!(
        line.json(&["history", "--action", "undo"])
            .as_array()
            .unwrap()
            .len(),
        1
    );
    assert_eq!(line.done(&["verify"]), "The file is in order.\n");
}

#[test]
fn a_file_is_kept_as_evidence_and_comes_out_byte_for_byte() {
    let line = Line::new();
    let mail = b"From: Ana Example <ana@alder.example.org>\nSubject: Re: buses\nDate: Mon, 30 Nov 2020 10:00:00 -0600\n\nWe sign.\n";
    let file = line.path("reply.eml");
    std::fs::write(&file, mail).unwrap();
    line.set("Alder", &["confirmed", "--evidence-file", &file]);
    let shown = line.json(&["sign-on", "show", "Keep", "Alder"]);
    let evidence = &shown["evidence"][0];
    assert_eq!(evidence["sender"], "Ana Example <ana@alder.example.org>");
    assert_eq!(
        (&evidence["subject"], &evidence["text"]),
        (&"Re: buses".into(), &"We sign.".into())
    );
    assert_eq!(evidence["file"]["bytes"], mail.len());
    assert_eq!(evidence["file"]["sha256"].as_str().unwrap().len(), 64);
    let out = line.path("out.eml");
    line.done(&["sign-on", "evidence", &evidence["id"].to_string(), "-o", &out]);
    assert_eq!(std::fs::read(&out).unwrap(), mail);

    let large = line.path("large.pdf");
    std::fs::write(&large, vec![7; 25 * 1024 * 1024 + 1]).unwrap();
    let refused = [
        "sign-on",
        "set",
        "Keep",
        "Birch",
        "confirmed",
        "--evidence-file",
        &large,
    ];
    let sentence = refusal(&line.run(&refused));
    assert!(sentence.contains("25 MB"), "{sentence}");
    let most = line.path("most.pdf");
    std::fs::write(&most, vec![7; 25 * 1024 * 1024]).unwrap();
    line.set("Birch", &["confirmed", "--evidence-file", &most]);
    // What is changed in the file from outside is found.
    assert_eq!(line.done(&["verify"]), "The file is in order.\n");
    let conn = rusqlite::Connection::open(line.path("a.undersigned")).unwrap();
    assert!(conn.execute("DELETE FROM stored_file", []).is_err());
    conn.execute_batch(
        "DROP TRIGGER stored_file_is_never_changed; UPDATE stored_file SET content = x'00', bytes = 1;",
    )
    .unwrap();
    drop(conn);
    assert_eq!(line.run(&["verify"]).status.code(), Some(1));
}

#[test]
fn a_name_changed_after_it_was_confirmed_is_done_and_warned_of() {
    let line = Line::new();
    line.set("Alder", &["confirmed", "--via", "email"]);
    let arguments = ["--prints-as", "Alder Neighbours", "--via", "email"];
    // Confirmed anew under the new name, nothing differs.
    assert_eq!(
        line.set("Alder", &[&["confirmed"], arguments.as_slice()].concat()),
        ""
    );
    assert!(line.json(&["sign-on", "list", "Keep"])[0]["confirmedAs"].is_null());
}

#[test]
fn who_is_to_be_chased_is_told_with_the_reason() {
    let line = Line::new();
    assert_eq!(line.json(&["followups"]), Value::Array(Vec::new()));
    assert_eq!(
        line.done(&["sign-on", "ask", "Keep", "Alder", "Birch", "Cedar"]),
        "3\n"
    );
    line.done(&[
        "sign-on",
        "log",
        "Keep",
        "Alder",
        "ask",
        "--at",
        "2020-12-01T10:00:00Z",
    ]);
    line.set(
        "Birch",
        &["said-yes", "--via", "phone", "--at", "2020-12-02T10:00:00Z"],
    );
    let chased = line.json(&["followups", "--letter", "Keep"]);
    let kinds: Vec<&str> = chased
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["kind"].as_str().unwrap())
        .collect();
    assert_eq!(kinds, ["unwritten", "no-answer", "to-ask"]);
    assert!(
        chased[1]["why"].as_str().unwrap().starts_with("No answer for "),
        "{chased}"
    );
    line.done(&["sign-on", "log", "Keep", "Birch", "call", "--text", "Will write."]);
    line.done(&["sign-on", "later", "Keep", "Alder", "2999-01-01"]);
    assert_eq!(line.json(&["followups"]).as_array().unwrap().len(), 1);
    assert_eq!(
        line.json(&["followups", "--all"]).as_array().unwrap().len(),
        2,
        "who waits is there too, who was put off is not"
    );
}

#[test]
fn an_individual_signs_and_prints_with_an_organization_for_identification_only() {
    let line = Line::new();
    line.done(&[
        "sign-on",
        "add-individual",
        "Keep",
        "Robin Sample",
        "--title",
        "Professor",
        "--affiliation",
        "Grove College",
    ]);
    line.set("Robin Sample", &["confirmed", "--via", "form"]);
    let block = line.done(&["block", "Keep", "--entry", "signer"]);
    assert!(
        block.contains("Robin Sample, Professor, Grove College"),
        "{block}"
    );
    assert!(block.contains("identification purposes only"), "{block}");
    let list = line.path("list.txt");
    std::fs::write(
        &list,
        "Ana Example, Professor of Law, Grove College\nSam Specimen, Professor of History, Harbor University\n",
    )
    .unwrap();
    line.done(&[
        "import",
        &list,
        "--letter",
        "Keep",
        "--status",
        "confirmed",
        "--individuals",
    ]);
    let ledger = line.json(&["sign-on", "list", "Keep"]);
    let sam = ledger
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["printsAs"] == "Sam Specimen")
        .unwrap();
    assert_eq!(
        (&sam["title"], &sam["affiliation"], &sam["organizationId"]),
        (
            &"Professor of History".into(),
            &"Harbor University".into(),
            &Value::Null
        )
    );
    assert_eq!(
        line.json(&["organization", "list"]).as_array().unwrap().len(),
        3,
        "no college has signed"
    );
    line.done(&["undo"]);
    let twice = ["sign-on", "add-individual", "Keep", "Robin Sample"];
    assert!(refusal(&line.run(&twice)).contains("on the letter already"));
    line.done(&["letter", "add", "Organizations only", "--no-individuals"]);
    let refused = ["sign-on", "add-individual", "Organizations", "Robin Sample"];
    assert!(refusal(&line.run(&refused)).contains("takes organizations only"));
}

#[test]
fn texts_are_compared_and_the_ledger_says_who_stands() {
    let line = Line::new();
    for (name, text) in [
        ("one", "We ask you to keep the bus.\n"),
        ("two", "We ask you to keep every bus.\n"),
    ] {
        std::fs::write(line.path(name), text).unwrap();
    }
    line.done(&["letter", "version", "add", "Keep", &line.path("one")]);
    line.set("Alder", &["confirmed", "--via", "email"]);
    line.done(&[
        "letter",
        "version",
        "add",
        "Keep",
        &line.path("two"),
        "--reconfirm",
        "opt-in",
        "--by",
        "2999-01-01",
    ]);
    assert_eq!(
        line.done(&["letter", "version", "diff", "Keep", "1", "2"]),
        "~ We ask you to keep [-the-]{+every+} bus.\n"
    );
    assert_eq!(
        line.done(&["letter", "version", "standing", "Keep"]),
        "1\t0\t0\t1\t0\n"
    );
    assert_eq!(line.done(&["block", "Keep"]), "");
    let check = line.json_of_a_stop(&["check", "Keep"]);
    assert_eq!(check[0]["kind"], "empty");
    let again = check
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["kind"] == "older-version")
        .unwrap();
    assert_eq!(again["mend"], "ask");
    // The email of before was for another text.
    assert!(
        refusal(&line.run(&["sign-on", "set", "Keep", "Alder", "confirmed"])).contains("another version")
    );
    line.set(
        "Alder",
        &["confirmed", "--via", "email", "--evidence", "Every bus, yes."],
    );
    assert_eq!(line.done(&["block", "Keep"]), "Alder Neighbors\n");
    line.done(&["edition", "freeze", "Keep"]);
    line.set("Birch", &["confirmed", "--via", "form"]);
    line.done(&["edition", "freeze", "Keep"]);
    assert_eq!(
        line.done(&["edition", "diff", "Keep", "1", "2", "--sentence"]),
        "Added: Birch Neighbors.\n"
    );
    line.done(&[
        "letter",
        "deadline",
        "Keep",
        "2999-12-20T17:00",
        "--note",
        "A board meets.",
    ]);
    assert!(
        line.done(&["letter", "show", "Keep"])
            .contains("2999-12-18T17:00 → 2999-12-20T17:00\tA board meets.")
    );
    let matrix = line.done(&["matrix"]);
    assert_eq!(
        matrix,
        "Organization,Letters signed,Keep the buses\nAlder Neighbors,1,signed\nBirch Neighbors,1,signed\n"
    );
}

impl Line {
    /// The JSON of a check that something stands in the way of.
    fn json_of_a_stop(&self, arguments: &[&str]) -> Value {
        let output = self.run(&[arguments, &["--json"]].concat());
        assert_eq!(output.status.code(), Some(1));
        serde_json::from_slice(&output.stdout).unwrap()
    }
}

#[test]
fn a_file_of_the_second_version_opens_with_all_it_had_and_its_actions_can_be_undone() {
    let line = Line {
        folder: tempfile::tempdir().unwrap(),
    };
    let old = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/version-2.undersigned");
    std::fs::copy(&old, line.path("a.undersigned")).unwrap();
    assert_eq!(line.done(&["verify"]), "The file is in order.\n");
    assert_eq!(
        copy_from_before(line.folder.path(), "a"),
        std::fs::metadata(&old).unwrap().len()
    );
    let ledger = line.json(&["sign-on", "list", "Open the depot"]);
    let standing: Vec<&str> = ledger
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["standing"].as_str().unwrap())
        .collect();
    // Cedar Grove and Harbor Choir said yes to the first text; Meadow League to the second, which asked for it.
    assert!(matches!(standing[0], "must-reconfirm" | "lapsed"), "{standing:?}");
    assert_eq!(&standing[2..], ["stands", "stands"]);
    assert_eq!(line.done(&["block", "Open the depot"]), "Meadow League\n");
    assert_eq!(
        line.done(&["edition", "show", "Open the depot", "1"])
            .lines()
            .count(),
        2
    );
    assert_eq!(ledger.as_array().unwrap().len(), 4);
    // What was undone before can be done again, and everything taken back to the empty file.
    line.done(&["redo"]);
    assert_eq!(
        line.json(&["sign-on", "list", "Open the depot"])
            .as_array()
            .unwrap()
            .len(),
        5
    );
    while line.run(&["undo"]).status.success() {}
    assert_eq!(line.json(&["letter", "list"]), Value::Array(Vec::new()));
    assert_eq!(line.json(&["organization", "list"]), Value::Array(Vec::new()));
    assert_eq!(line.done(&["verify"]), "The file is in order.\n");
}

#[test]
fn the_history_names_who_acted_when_they_said_so_and_a_file_to_look_at_is_told_of() {
    let line = Line {
        folder: tempfile::tempdir().unwrap(),
    };
    line.done(&["new"]);
    line.done(&["organization", "add", "Cedar Choir"]);
    line.done(&["--author", "Ana Mora", "organization", "add", "Oak Choir"]);
    let history = line.json(&["history"]);
    let authors: Vec<&str> = history
        .as_array()
        .unwrap()
        .iter()
        .map(|line| line["author"].as_str().unwrap())
        .collect();
    assert_eq!(authors, ["Ana Mora", ""]);
    assert!(
        line.done(&["history"])
            .lines()
            .next()
            .unwrap()
            .ends_with("\t\tAna Mora")
    );
    let path = line.path("a.undersigned");
    let mut permissions = std::fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&path, permissions).unwrap();
    let looked = line.run(&["organization", "list"]);
    assert!(looked.status.success());
    assert!(String::from_utf8_lossy(&looked.stderr).contains("open as read-only"));
    let refused = line.run(&["organization", "add", "Elm Choir"]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("Save a copy to work on it"));
}
