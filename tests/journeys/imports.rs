//! Imports by the command line: files of every kind, what is remembered of them, and files that mean harm.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::{Desk, cli, dump, refusal, stdout};

/// How long a hostile file may take: two seconds in the program as it is shipped; tests are built without optimizing, and run
/// beside others.
const PATIENCE: Duration = Duration::from_secs(30);

/// A coalition with a letter, closed so that the command line can have it.
fn desk() -> (tempfile::TempDir, String) {
    let desk = Desk::new();
    let file = desk.path().to_str().unwrap().to_owned();
    drop(desk.coalition);
    (desk.folder, file)
}

fn write(folder: &Path, name: &str, bytes: &[u8]) -> String {
    let path = folder.join(name);
    fs::write(&path, bytes).unwrap();
    path.to_str().unwrap().to_owned()
}

fn import(file: &str, input: &str, options: &[&str]) -> Value {
    let mut arguments = vec!["--file", file, "import", input, "--json"];
    arguments.extend(options);
    let told: Value = serde_json::from_str(&stdout(&cli(&arguments))).unwrap();
    let sum: u64 = ["created", "updated", "unchanged", "rejected", "asked"]
        .iter()
        .map(|key| told[key].as_u64().unwrap())
        .sum();
    assert_eq!(Some(sum), told["read"].as_u64());
    told
}

fn outcome(told: &Value) -> [u64; 5] {
    ["created", "updated", "unchanged", "rejected", "asked"].map(|key| told[key].as_u64().unwrap())
}

#[test]
fn a_sheet_of_a_form_is_imported_day_after_day_and_taken_back() {
    let (folder, file) = desk();
    let empty = dump(Path::new(&file));
    let headings = "Timestamp,Organization,Your name,Title,Email,Will your organization sign?\n";
    let answers = [
        "5/14/2026 9:12:44,\"Alder Neighbors, Inc.\",Ana Mora,Chair,ana@alder.example,Yes\n",
        "5/14/2026 9:30:00,Birch Society,Bo Lind,Clerk,bo@birch.example,\"No, thank you\"\n",
        "5/15/2026 8:00:00,Cedar Union,Cy Dahl,,cy@cedar.example,We will see\n",
    ];
    let first = write(
        folder.path(),
        "answers.csv",
        (headings.to_owned() + &answers.concat()).as_bytes(),
    );
    let rejects = folder.path().join("rejects.csv");
    let options = [
        "--letter",
        "End the programs",
        "--rejects",
        rejects.to_str().unwrap(),
    ];
    assert_eq!(outcome(&import(&file, &first, &options)), [2, 0, 0, 0, 1]);
    let rejected = fs::read_to_string(&rejects).unwrap();
    assert!(rejected.starts_with("Timestamp,Organization,") && rejected.contains("neither a yes nor a no"));

    // Mended, the rejected row comes in by itself.
    let mended = write(
        folder.path(),
        "mended.csv",
        rejected.replace("We will see", "Yes").as_bytes(),
    );
    assert_eq!(outcome(&import(&file, &mended, &options[..2])), [1, 0, 0, 0, 0]);
    assert_eq!(outcome(&import(&file, &first, &options[..2])), [0, 0, 2, 0, 1]);
    let ledger = stdout(&cli(&["--file", &file, "sign-on", "list", "End the", "--json"]));
    let ledger: Value = serde_json::from_str(&ledger).unwrap();
    let statuses: Vec<&str> = ledger
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["status"].as_str().unwrap())
        .collect();
    assert_eq!(statuses, ["confirmed", "declined", "confirmed"]);
    for _ in 0..2 {
        stdout(&cli(&["--file", &file, "undo"]));
    }
    let without_files = |dump: String| -> Vec<String> {
        dump.lines()
            .filter(|line| !line.starts_with("stored_file:") && !line.starts_with("import"))
            .map(str::to_owned)
            .collect()
    };
    assert_eq!(without_files(dump(Path::new(&file))), without_files(empty));
    stdout(&cli(&["--file", &file, "verify"]));
}

#[test]
fn columns_can_be_said_and_are_remembered() {
    let (folder, file) = desk();
    let first = write(
        folder.path(),
        "a.csv",
        b"Who,Where,Thing\nAlder Neighbors,York,red\nBirch Society,Leeds,blue\n",
    );
    let options = [
        "--map",
        "Who=organization",
        "--map",
        "Thing=note",
        "--map",
        "Where=city",
        "--as",
        "organizations",
    ];
    assert_eq!(outcome(&import(&file, &first, &options)), [2, 0, 0, 0, 0]);
    let next = write(
        folder.path(),
        "b.csv",
        b"Who,Where,Thing\nCedar Union,York,green\n",
    );
    assert_eq!(outcome(&import(&file, &next, &[])), [1, 0, 0, 0, 0]);
    let shown = stdout(&cli(&[
        "--file",
        &file,
        "organization",
        "show",
        "Cedar Union",
        "--json",
    ]));
    let shown: Value = serde_json::from_str(&shown).unwrap();
    let organization = shown.get("organization").unwrap_or(&shown);
    assert_eq!(
        (&organization["city"], &organization["note"]),
        (&"York".into(), &"green".into())
    );
    let sentence = refusal(&cli(&["--file", &file, "import", &first, "--map", "Size=city"]));
    assert!(
        sentence.contains("Size") && sentence.contains("Who, Where, Thing"),
        "{sentence}"
    );
    let sentence = refusal(&cli(&["--file", &file, "import", &first, "--as", "sign-ons"]));
    assert!(sentence.contains("letter"), "{sentence}");
}

#[test]
fn cards_and_messages_are_people_and_evidence() {
    let (folder, file) = desk();
    let cards = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana Mora\r\nN:Mora;Ana;;;\r\nORG:Alder Neighbors\r\n\
                 EMAIL:ana@alder.example\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:4.0\r\nFN:Bo Lind\r\nORG:Birch Society\r\nEND:VCARD\r\n";
    let cards = write(folder.path(), "people.vcf", cards.as_bytes());
    assert_eq!(outcome(&import(&file, &cards, &[])), [2, 0, 0, 0, 0]);
    assert_eq!(
        outcome(&import(&file, &cards, &["--as", "people"])),
        [0, 0, 2, 0, 0]
    );
    let reply = "From: Ana Mora <ana@alder.example>\r\nDate: Mon, 4 May 2026 10:00:00 -0500\r\nSubject: Yes\r\n\
                 Message-ID: <1@alder.example>\r\n\r\nYes, sign us on.\r\n";
    let reply = write(folder.path(), "reply.eml", reply.as_bytes());
    let options = ["--letter", "End the programs", "--status", "confirmed"];
    assert_eq!(outcome(&import(&file, &reply, &options)), [1, 0, 0, 0, 0]);
    assert_eq!(outcome(&import(&file, &reply, &options)), [0, 0, 1, 0, 0]);
    let block = stdout(&cli(&["--file", &file, "block", "End the programs"]));
    assert!(block.contains("Alder Neighbors"), "{block}");
}

#[test]
fn everything_is_exported_openly_and_never_over_anything() {
    let (folder, file) = desk();
    let rows = write(
        folder.path(),
        "a.csv",
        b"Organization,City\n=Alder Neighbors,York\n",
    );
    import(&file, &rows, &[]);
    let out = folder.path().join("out");
    stdout(&cli(&["--file", &file, "export", out.to_str().unwrap()]));
    let written = fs::read_to_string(out.join("organization.csv")).unwrap();
    assert!(written.contains("'=Alder Neighbors"), "{written}");
    let sentence = refusal(&cli(&["--file", &file, "export", out.to_str().unwrap()]));
    assert!(sentence.contains("organization.csv"), "{sentence}");
    let again = out.join("organization.csv");
    assert_eq!(
        outcome(&import(&file, again.to_str().unwrap(), &[])),
        [0, 0, 1, 0, 0]
    );
}

/// A zip archive of one stored or deflated part, written by hand.
fn bomb(name: &str, claimed: u32, deflated: &[u8]) -> Vec<u8> {
    let mut zip = Vec::new();
    let header = |zip: &mut Vec<u8>| {
        zip.extend(20u16.to_le_bytes());
        zip.extend(0u16.to_le_bytes());
        zip.extend(8u16.to_le_bytes());
        zip.extend([0; 4]);
        zip.extend(0u32.to_le_bytes());
        zip.extend((deflated.len() as u32).to_le_bytes());
        zip.extend(claimed.to_le_bytes());
        zip.extend((name.len() as u16).to_le_bytes());
        zip.extend(0u16.to_le_bytes());
    };
    zip.extend(b"PK\x03\x04");
    header(&mut zip);
    zip.extend(name.as_bytes());
    zip.extend(deflated);
    let directory = zip.len() as u32;
    zip.extend(b"PK\x01\x02\x14\x00");
    header(&mut zip);
    zip.extend([0; 14]);
    zip.extend(name.as_bytes());
    let length = zip.len() as u32 - directory;
    zip.extend(b"PK\x05\x06\0\0\0\0\x01\0\x01\0");
    zip.extend(length.to_le_bytes());
    zip.extend(directory.to_le_bytes());
    zip.extend([0; 2]);
    zip
}

#[test]
fn files_that_mean_harm_are_refused_with_a_sentence_or_read_and_soon() {
    let (folder, file) = desk();
    let before = dump(Path::new(&file));
    let wide = {
        let mut text = "a,".repeat(1_000_000);
        text.push('\n');
        text
    };
    let entities = "<?xml version=\"1.0\"?><!DOCTYPE t [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><t>&b;</t>";
    let endless = format!("BEGIN:VCARD\nVERSION:3.0\nNOTE:{}", "x".repeat(8 * 1024 * 1024));
    let utf16: Vec<u8> = "Organization,City\nAlder,York\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let files: Vec<(&str, Vec<u8>, &str)> = vec![
        (
            "bomb.xlsx",
            bomb("xl/worksheets/sheet1.xml", u32::MAX, &[0x63, 0, 0]),
            "xlsx",
        ),
        (
            "nested.xlsx",
            bomb("inner.xlsx", 64, &bomb("xl/workbook.xml", 1 << 30, &[0x63])),
            "xlsx",
        ),
        ("entities.html", entities.as_bytes().to_vec(), "auto"),
        ("wide.csv", wide.into_bytes(), "csv"),
        ("endless.vcf", endless.into_bytes(), "vcard"),
        ("zeros.csv", vec![0; 1 << 20], "auto"),
        (
            "half.csv",
            b"Organization,City\nAl\xC3\x28der,York\n\xff\xfe\xfd,Leeds\n".to_vec(),
            "csv",
        ),
        ("wide16.csv", utf16, "auto"),
        ("nothing.csv", Vec::new(), "auto"),
    ];
    for (name, bytes, format) in files {
        let input = write(folder.path(), name, &bytes);
        let start = Instant::now();
        let told = cli(&["--file", &file, "import", &input, "--format", format, "--dry-run"]);
        assert!(start.elapsed() < PATIENCE, "{name}: {:?}", start.elapsed());
        if !told.status.success() {
            let sentence = refusal(&told);
            assert!(sentence.ends_with('.'), "{name}: {sentence}");
        }
        assert_eq!(dump(Path::new(&file)), before, "{name}");
    }
}

#[test]
fn a_line_of_a_gigabyte_is_refused_without_being_held() {
    let (_folder, file) = desk();
    let start = Instant::now();
    let mut child = std::process::Command::new(undersigned_tests::program("undersigned-cli"))
        .args(["--file", &file, "import", "-", "--format", "csv"])
        .env("LC_ALL", "C")
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let piece = vec![b'x'; 1 << 20];
    // The program stops listening long before the end, and the rest has nowhere to go.
    let mut sent = 0;
    while sent < 1024 && input.write_all(&piece).is_ok() {
        sent += 1;
    }
    drop(input);
    let sentence = refusal(&child.wait_with_output().unwrap());
    assert!(sentence.contains("larger than 64 MB"), "{sentence}");
    assert!(sent < 128, "{sent} MB were taken");
    assert!(start.elapsed() < PATIENCE);
}

#[test]
fn an_option_that_does_not_apply_to_the_input_is_refused_with_a_sentence() {
    let (folder, file) = desk();
    let list = write(folder.path(), "list.txt", b"Alder Neighbors\nBirch Society\n");
    let table = write(
        folder.path(),
        "a.csv",
        b"Organization,Name,City\nAlder Neighbors,Ana Mora,York\nBirch Society,Bo Lind,York\n",
    );
    let reply =
        "From: Ana Mora <ana@alder.example>\r\nSubject: Yes\r\nMessage-ID: <1@alder.example>\r\n\r\nYes.\r\n";
    let reply = write(folder.path(), "reply.eml", reply.as_bytes());
    let before = dump(Path::new(&file));
    for (input, options, option) in [
        (&list, ["--map", "Who=organization"].as_slice(), "--map"),
        (&list, &["--sheet", "One"], "--sheet"),
        (&table, &["--sheet", "One"], "--sheet"),
        (&reply, &["--letter", "End the", "--individuals"], "--individuals"),
        (&list, &["--individuals"], "--individuals"),
        (&table, &["--as", "people", "--individuals"], "--individuals"),
        (
            &table,
            &["--as", "organizations", "--letter", "End the"],
            "--letter",
        ),
        (&table, &["--status", "confirmed"], "--status"),
    ] {
        let arguments = [&["--file", &file, "import", input], options].concat();
        let sentence = refusal(&cli(&arguments));
        assert!(sentence.contains(option), "{sentence}");
        assert_eq!(dump(Path::new(&file)), before);
    }
    // People of a table can sign for themselves.
    let options = ["--letter", "End the", "--individuals", "--status", "confirmed"];
    assert_eq!(outcome(&import(&file, &table, &options)), [2, 0, 0, 0, 0]);
    let ledger = stdout(&cli(&["--file", &file, "sign-on", "list", "End the", "--json"]));
    let ledger: Value = serde_json::from_str(&ledger).unwrap();
    assert_eq!(ledger[0]["printsAs"], "Ana Mora");
    assert!(ledger[0]["organizationId"].is_null());
}

#[test]
fn what_was_asked_stands_in_the_rejects_with_its_question_and_json_says_how_the_input_was_read() {
    let (folder, file) = desk();
    stdout(&cli(&[
        "--file",
        &file,
        "organization",
        "add",
        "Alder Neighbors Alliance",
    ]));
    let table = write(
        folder.path(),
        "a.csv",
        b"Timestamp,Organization,Your shoe size\n5/14/2026 9:12:44,Alder Neighbor Alliance,12\n\
          5/14/2026 9:13:44,,13\n5/14/2026 9:14:44,Birch Society,14\n",
    );
    let rejects = folder.path().join("rejects.csv");
    let options = ["--letter", "End the", "--rejects", rejects.to_str().unwrap()];
    let told = import(&file, &table, &options);
    assert_eq!(outcome(&told), [1, 0, 0, 1, 1]);
    assert_eq!(
        (&told["format"], &told["consent"]),
        (&"csv".into(), &Value::Array(Vec::new()))
    );
    assert_eq!(told["unused"], serde_json::json!(["Your shoe size"]));
    assert_eq!(told["sheets"], serde_json::json!([]));
    assert_eq!(told["likely"][0]["row"], 2);
    let left = fs::read_to_string(&rejects).unwrap();
    let [heading, asked, rejected] = left.lines().collect::<Vec<_>>()[..] else {
        panic!("{left}")
    };
    assert_eq!(heading, "Timestamp,Organization,Your shoe size,reason");
    assert!(
        asked.contains("Alder Neighbor Alliance,12,Is it one of these: Alder Neighbors Alliance?"),
        "{asked}"
    );
    assert!(rejected.starts_with("5/14/2026 9:13:44,,13,"), "{rejected}");
    let list = write(
        folder.path(),
        "list.txt",
        b"Cedar Union\nAlder Neighbor Alliance\n",
    );
    let told = import(&file, &list, &options);
    assert_eq!(outcome(&told), [1, 0, 0, 0, 1]);
    assert_eq!(told["format"], "list");
    let left = fs::read_to_string(&rejects).unwrap();
    assert!(
        left.starts_with("Organization,Signer,Title,City and State,reason\nAlder Neighbor Alliance,"),
        "{left}"
    );
}
