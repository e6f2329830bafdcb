//! The contact list on the command line: organizations and people in full, a synthetic coalition, finding, duplicates and
//! merging.

use std::path::Path;

use serde_json::Value;

use crate::{cli, dump, refusal, stdout};

/// An empty coalition for the command line.
fn desk() -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.undersigned").to_str().unwrap().to_owned();
    stdout(&cli(&["--file", &file, "new"]));
    (folder, file)
}

fn run(file: &str, arguments: &[&str]) -> String {
    stdout(&cli(&[&["--file", file], arguments].concat()))
}

fn json(file: &str, arguments: &[&str]) -> Value {
    serde_json::from_str(&run(file, &[arguments, &["--json"]].concat())).unwrap()
}

fn refused(file: &str, arguments: &[&str]) -> String {
    refusal(&cli(&[&["--file", file], arguments].concat()))
}

/// The names of a list of rows.
fn names(rows: &Value) -> Vec<&str> {
    rows.as_array()
        .unwrap()
        .iter()
        .map(|row| row["name"].as_str().unwrap())
        .collect()
}

#[test]
fn everything_about_an_organization_is_said_and_shown() {
    let (_folder, file) = desk();
    run(
        &file,
        &[
            "organization",
            "add",
            "Alder League of Wisconsin",
            "--scope",
            "state",
        ],
    );
    let id = run(
        &file,
        &[
            "organization",
            "add",
            "Alder League - Cedar County Chapter",
            "--parent",
            "Alder League of",
            "--scope",
            "local",
            "--type",
            "nonprofit",
            "--membership",
            "member",
            "--city",
            "Cedar Bluff",
            "--state",
            "Wisconsin",
            "--country",
            "United States",
            "--website",
            "https://cedar.example.org",
            "--alias",
            "ALCC",
            "--alias",
            "Cedar League",
            "--tag",
            "housing",
            "--tag",
            "quick to sign",
            "--prints-as",
            "Alder League, Cedar County",
            "--decides",
            "The board",
            "--lead-days",
            "14",
            "--never-signs",
            "Endorsements",
            "--ask-first",
            "--note",
            "Ask early.",
        ],
    );
    let shown = run(&file, &["organization", "show", id.trim()]);
    for line in [
        "acronym\tALCC",
        "spelling\tCedar League",
        "parent\tAlder League of Wisconsin",
        "scope\tlocal",
        "type\tnonprofit",
        "membership\tmember",
        "city\tCedar Bluff",
        "state\tWI",
        "country\tUnited States",
        "website\thttps://cedar.example.org",
        "prints as\tAlder League, Cedar County",
        "decides\tThe board",
        "lead days\t14",
        "never signs\tEndorsements",
        "ask first\tyes",
        "tag\thousing",
        "tag\tquick to sign",
        "note\tAsk early.",
    ] {
        assert!(shown.lines().any(|shown| shown == line), "{line}\n{shown}");
    }
    let detail = json(&file, &["organization", "show", "ALCC"]);
    assert_eq!(detail["organization"]["membership"], "member");
    assert_eq!(detail["organization"]["signing"]["leadDays"], 14);
    assert_eq!(
        detail["organization"]["tags"],
        serde_json::json!(["housing", "quick to sign"])
    );
    let sentence = refused(&file, &["organization", "add", "Other", "--type", "guild"]);
    assert!(sentence.contains("nonprofit, faith, labor"), "{sentence}");
    assert_eq!(run(&file, &["organization", "list"]).lines().count(), 2);
}

#[test]
fn a_district_and_an_owner_are_said_changed_found_and_shown() {
    let (_folder, file) = desk();
    let birch = ["--district", "North Shore", "--owner", "Ana"];
    run(
        &file,
        &[&["organization", "add", "Birch Center"], &birch[..]].concat(),
    );
    run(&file, &["organization", "add", "Alder Church", "--owner", "Sam"]);
    assert_eq!(
        run(&file, &["organization", "list", "--district", "north shore"]),
        "Birch Center\n"
    );
    run(
        &file,
        &[
            "organization",
            "set",
            "Alder",
            "--district",
            "North Shore",
            "--city",
            "Viroqua",
        ],
    );
    assert_eq!(
        run(&file, &["organization", "list", "--district", "north shore"]),
        "Alder Church\nBirch Center\n"
    );
    let shown = run(&file, &["organization", "show", "Alder"]);
    for line in ["district\tNorth Shore", "owner\tSam", "city\tViroqua"] {
        assert!(shown.lines().any(|shown| shown == line), "{line}\n{shown}");
    }
    // What is not said stays, and an empty text empties.
    run(&file, &["organization", "set", "Alder", "--owner", ""]);
    let listed = json(&file, &["organization", "list"]);
    assert_eq!(
        (&listed[0]["district"], &listed[0]["owner"], &listed[0]["city"]),
        (&"North Shore".into(), &"".into(), &"Viroqua".into())
    );
    run(&file, &["merge", "Alder Church", "Birch Center"]);
    assert!(run(&file, &["organization", "show", "Alder"]).contains("owner\tAna\n"));
    run(&file, &["undo"]);
    let out = format!("{file}.out");
    run(&file, &["export", &out]);
    let table = std::fs::read_to_string(format!("{out}/organization.csv")).unwrap();
    assert!(
        table.lines().next().unwrap().contains(",district,owner,"),
        "{table}"
    );
    // What was exported is imported elsewhere as it was, and changes what is there.
    let (_other, other) = desk();
    run(
        &other,
        &["organization", "add", "Alder Church", "--district", "Lakes"],
    );
    let table = format!("{out}/organization.csv");
    run(&other, &["import", &table, "--as", "organizations"]);
    let listed = json(&other, &["organization", "list"]);
    let said = [0, 1].map(|at| (listed[at]["district"].as_str(), listed[at]["owner"].as_str()));
    assert_eq!(
        said,
        [
            (Some("North Shore"), Some("")),
            (Some("North Shore"), Some("Ana"))
        ]
    );
}

#[test]
fn the_list_of_organizations_is_narrowed_and_sorted() {
    let (_folder, file) = desk();
    for (name, state, kind, tag) in [
        ("The Birch Center", "WI", "nonprofit", "housing"),
        ("Alder Church", "MN", "faith", "housing"),
        ("Cedar Workers, Local 12", "WI", "labor", "labor"),
    ] {
        run(
            &file,
            &[
                "organization",
                "add",
                name,
                "--state",
                state,
                "--type",
                kind,
                "--tag",
                tag,
            ],
        );
    }
    let list = |more: &[&str]| run(&file, &[&["organization", "list"], more].concat());
    assert_eq!(
        list(&[]),
        "Alder Church\nThe Birch Center\nCedar Workers, Local 12\n"
    );
    assert_eq!(
        list(&["--state", "wisconsin", "--reversed"]),
        "Cedar Workers, Local 12\nThe Birch Center\n"
    );
    assert_eq!(list(&["--tag", "HOUSING", "--type", "faith"]), "Alder Church\n");
    assert_eq!(list(&["--find", "work"]), "Cedar Workers, Local 12\n");
    assert_eq!(
        names(&json(&file, &["organization", "list", "--sort", "state"]))[0],
        "Alder Church"
    );
    assert_eq!(
        json(&file, &["organization", "list", "--membership", "former"]),
        serde_json::json!([])
    );
    assert!(refused(&file, &["organization", "list", "--sort", "colour"]).contains("last-contact"));
}

#[test]
fn a_person_is_added_shown_listed_and_found() {
    let (_folder, file) = desk();
    run(&file, &["organization", "add", "Alder Neighbors"]);
    run(&file, &["organization", "add", "Birch Center"]);
    let id = run(
        &file,
        &[
            "person",
            "add",
            "José Núñez",
            "--at",
            "Alder",
            "--role",
            "Director",
            "--since",
            "2019-05",
            "--may-sign",
            "--primary",
            "--email",
            "jose@alder.example.org",
            "--email",
            "jn@mail.example.com",
            "--phone",
            "(608) 555-0142",
            "--pronouns",
            "he/him",
            "--language",
            "es",
            "--language",
            "en",
            "--tag",
            "quick to sign",
            "--note",
            "Before noon.",
        ],
    );
    run(&file, &["person", "add", "Zoe Adams", "--do-not-contact"]);
    let shown = run(&file, &["person", "show", "jose@alder.example.org"]);
    for line in [
        "José Núñez",
        "pronouns\the/him",
        "languages\tes en",
        "email\tjose@alder.example.org",
        "email\tjn@mail.example.com",
        "phone\t(608) 555-0142",
        "at\tAlder Neighbors\tDirector, may sign, primary, 2019-05–",
        "tag\tquick to sign",
        "note\tBefore noon.",
    ] {
        assert!(shown.lines().any(|shown| shown == line), "{line}\n{shown}");
    }
    let detail = json(&file, &["person", "show", id.trim()]);
    assert_eq!(detail["person"]["contactPoints"][0]["preferred"], true);
    assert_eq!(
        run(&file, &["person", "list"]),
        "Zoe Adams\nJosé Núñez\tAlder Neighbors\n"
    );
    assert_eq!(
        names(&json(&file, &["person", "list", "--at", "Alder"])),
        ["José Núñez"]
    );
    assert_eq!(run(&file, &["person", "list", "--at", "Birch"]), "");
    assert!(run(&file, &["search", "alder"]).contains("Alder Neighbors"));
    run(&file, &["undo"]);
    assert_eq!(
        run(&file, &["person", "list"]).lines().count(),
        1,
        "each of them is an action"
    );
}

#[test]
fn what_does_not_fit_a_person_is_refused_in_a_sentence() {
    let (_folder, file) = desk();
    assert!(
        refused(
            &file,
            &["person", "add", "Ana Example", "--email", "ana at example"]
        )
        .contains("email")
    );
    assert!(refused(&file, &["person", "add", "Ana Example", "--at", "Nowhere"]).contains("Nowhere"));
    assert!(
        refused(
            &file,
            &["person", "add", "Ana Example", "--language", "quite a lot"]
        )
        .contains("language")
    );
    assert!(refused(&file, &["person", "show", "Ana"]).contains("Ana"));
    let usage = cli(&["--file", &file, "person", "add", "Ana Example", "--may-sign"]);
    assert_eq!(usage.status.code(), Some(2), "may sign where?");
    assert_eq!(run(&file, &["person", "list"]), "");
    run(&file, &["person", "add", "Ana Example"]);
    run(&file, &["person", "add", "Ana Example-Ruiz"]);
    assert!(refused(&file, &["person", "show", "ana ex"]).contains("Ana Example; Ana Example-Ruiz"));
}

#[test]
fn two_runs_of_the_same_seed_are_the_same_coalition() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let generate = |file: &str, seed: &str| {
        let size = [
            "--organizations",
            "300",
            "--people",
            "400",
            "--letters",
            "4",
            "--seed",
            seed,
        ];
        cli(&[&["--file", file, "generate"], &size[..]].concat())
    };
    let (one, same, other) = (
        path("one.undersigned"),
        path("same.undersigned"),
        path("other.undersigned"),
    );
    for (file, seed) in [(&one, "1"), (&same, "1"), (&other, "2")] {
        assert_eq!(stdout(&generate(file, seed)), "");
    }
    assert_eq!(dump(Path::new(&one)), dump(Path::new(&same)));
    assert_ne!(dump(Path::new(&one)), dump(Path::new(&other)));
    assert_eq!(run(&one, &["verify"]), "The file is in order.\n");
    assert_eq!(run(&one, &["organization", "list"]).lines().count(), 300);
    assert_eq!(
        json(&one, &["organization", "list"]).as_array().unwrap().len(),
        300
    );
    assert_eq!(run(&one, &["person", "list"]).lines().count(), 400);
    assert_eq!(json(&one, &["person", "list"]).as_array().unwrap().len(), 400);
    assert_eq!(run(&one, &["letter", "list"]).lines().count(), 4);
    let sentence = refusal(&generate(&one, "1"));
    assert!(sentence.contains("empty"), "{sentence}");
    assert!(
        refused(&one, &["undo"]).contains("nothing to undo"),
        "nobody did it"
    );
    let empty = path("empty.undersigned");
    run(&empty, &["new"]);
    stdout(&generate(&empty, "1"));
    assert_eq!(
        dump(Path::new(&empty)),
        dump(Path::new(&one)),
        "an empty one is filled"
    );
}

#[test]
fn one_box_finds_organizations_people_and_letters() {
    let (_folder, file) = desk();
    run(
        &file,
        &[
            "organization",
            "add",
            "Alder Neighbors",
            "--alias",
            "ANX",
            "--city",
            "Cedar Bluff",
            "--state",
            "WI",
        ],
    );
    run(
        &file,
        &[
            "person",
            "add",
            "José Núñez",
            "--at",
            "Alder",
            "--email",
            "jn@mail.example.com",
        ],
    );
    run(&file, &["letter", "add", "Repair the bridges"]);
    for (query, kind, title) in [
        ("alder", "organization", "Alder Neighbors"),
        ("anx", "organization", "Alder Neighbors"),
        ("nunez", "person", "José Núñez"),
        ("jn@mail", "person", "José Núñez"),
        ("bridg", "letter", "Repair the bridges"),
    ] {
        let hits = json(&file, &["search", query]);
        assert_eq!(
            (&hits[0]["kind"], &hits[0]["title"]),
            (&kind.into(), &title.into()),
            "{query}: {hits}"
        );
    }
    assert_eq!(
        run(&file, &["search", "anx"]),
        "Alder Neighbors\tCedar Bluff, WI\tANX\n"
    );
    assert_eq!(run(&file, &["search", "\"' OR 1=1 --"]), "");
    assert_eq!(
        json(&file, &["search", "e", "--limit", "1"])
            .as_array()
            .unwrap()
            .len(),
        1
    );
}

/// A coalition in which one organization is there twice, each with something of its own.
fn twice() -> (tempfile::TempDir, String) {
    let (folder, file) = desk();
    run(
        &file,
        &[
            "organization",
            "add",
            "Alder Creek Housing Alliance",
            "--tag",
            "housing",
            "--city",
            "Alder Creek",
        ],
    );
    run(
        &file,
        &[
            "organization",
            "add",
            "Alder Creek Housing Aliance, Inc.",
            "--alias",
            "ACHA",
            "--tag",
            "rural",
            "--website",
            "https://acha.example.org",
        ],
    );
    run(&file, &["organization", "add", "Cedar Workers, Local 212"]);
    run(&file, &["organization", "add", "Cedar Workers, Local 213"]);
    run(
        &file,
        &[
            "person",
            "add",
            "Ana Example",
            "--at",
            "ACHA",
            "--role",
            "Director",
        ],
    );
    run(&file, &["letter", "add", "Repair the bridges"]);
    run(
        &file,
        &[
            "sign-on",
            "set",
            "Repair",
            "ACHA",
            "confirmed",
            "--via",
            "email",
            "--evidence",
            "Yes.",
        ],
    );
    (folder, file)
}

#[test]
fn duplicates_are_listed_with_their_reason_and_two_locals_are_none() {
    let (_folder, file) = twice();
    let pairs = json(&file, &["duplicates"]);
    assert_eq!(pairs.as_array().unwrap().len(), 1, "{pairs}");
    let pair = &pairs[0];
    let mut both = [pair["a"].as_str().unwrap(), pair["b"].as_str().unwrap()];
    both.sort_unstable();
    assert_eq!(
        both,
        [
            "Alder Creek Housing Aliance, Inc.",
            "Alder Creek Housing Alliance"
        ]
    );
    assert!(
        pair["score"].as_f64().unwrap() > 0.75 && !pair["reason"].as_str().unwrap().is_empty(),
        "{pair}"
    );
    for (id, name) in [("a_id", "a"), ("b_id", "b")] {
        let shown = json(&file, &["organization", "show", &pair[id].to_string()]);
        assert_eq!(shown["organization"]["name"], pair[name]);
    }
    let line = run(&file, &["duplicates", "--min-score", "0.5"]);
    assert_eq!(line.lines().next().unwrap().split('\t').count(), 4, "{line}");
    assert_eq!(run(&file, &["duplicates", "--min-score", "1"]), "");
    assert_eq!(
        cli(&["--file", &file, "duplicates", "--min-score", "2"])
            .status
            .code(),
        Some(2)
    );
}

#[test]
fn a_merge_says_what_it_moves_then_moves_it_and_is_taken_back_whole() {
    let (_folder, file) = twice();
    let merge = ["merge", "Alder Creek Housing Alliance", "ACHA"];
    let before = dump(Path::new(&file));
    let told = run(&file, &[&merge[..], &["--dry-run"]].concat());
    for line in ["alias\tACHA", "letter\tRepair the bridges", "tag\trural"] {
        assert!(told.lines().any(|told| told == line), "{line}\n{told}");
    }
    assert!(told.contains("person\tAna Example"), "{told}");
    assert_eq!(dump(Path::new(&file)), before, "nothing was written yet");
    let id = run(&file, &merge);
    let kept = json(&file, &["organization", "show", id.trim()]);
    assert_eq!(kept["organization"]["name"], "Alder Creek Housing Alliance");
    assert_eq!(
        kept["organization"]["tags"],
        serde_json::json!(["housing", "rural"])
    );
    assert_eq!(kept["people"][0]["name"], "Ana Example");
    assert_eq!(kept["letters"][0]["status"], "confirmed");
    assert_eq!(
        json(&file, &["organization", "show", "ACHA"])["organization"]["id"],
        kept["organization"]["id"]
    );
    assert_eq!(run(&file, &["organization", "list"]).lines().count(), 3);
    assert_eq!(run(&file, &["duplicates"]), "");
    run(&file, &["undo"]);
    assert_eq!(dump(Path::new(&file)), before);
    let sentence = refused(&file, &["merge", "ACHA", "ACHA"]);
    assert!(!sentence.is_empty());
    assert_eq!(dump(Path::new(&file)), before);
}
