//! Whole journeys without a window: through the core's public functions and through the command line.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod again;
mod answers;
mod ask_sources;
mod attachments;
mod bad_input;
mod blocks;
mod bounds;
mod check;
mod command_line;
mod consent;
mod consent_property;
mod contacts;
mod contacts_command_line;
mod damage;
mod desk;
#[cfg(target_os = "linux")]
mod faults;
mod files;
mod forgetting;
mod import_rows;
mod imports;
mod imports_kept;
mod ledger;
mod ledger_command_line;
mod ledger_rows;
mod locking;
mod order;
mod rows;
mod safety;
mod sending;
mod sign_ons;
mod story;
mod torture;
mod undo;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Arc;

use base::progress::no_progress;
use chrono::{DateTime, TimeZone, Utc};
use undersigned_core::Coalition;
use undersigned_core::import::{Choices, ImportPlan, ImportTarget, Likely, OpenSource};
use undersigned_core::letter::LetterFields;
use undersigned_core::organization::OrganizationFields;
use undersigned_core::signon::Status;
use undersigned_sample::PRESS_RELEASE;
use vocabulary::ids::{LetterId, OrganizationId};

/// A day on which a letter is open.
fn day(day: u32) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2020, 12, day, 15, 0, 0).unwrap()
}

/// A coalition in a folder of its own, and a letter in it.
struct Desk {
    folder: tempfile::TempDir,
    coalition: Coalition,
    letter: LetterId,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut coalition = Coalition::create(&folder.path().join("desk.undersigned")).unwrap();
        let letter = LetterFields {
            title: "End the programs".into(),
            ..LetterFields::default()
        };
        let letter = coalition.add_letter(&letter, day(1)).unwrap().output;
        Self {
            folder,
            coalition,
            letter,
        }
    }

    /// An organization that is added to the list, and signs nothing yet.
    fn organization(&mut self, name: &str) -> OrganizationId {
        let fields = OrganizationFields {
            name: name.into(),
            ..OrganizationFields::default()
        };
        self.coalition.add_organization(&fields, day(1)).unwrap().output
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("desk.undersigned")
    }

    /// Closes the file and opens it again, as a restart does.
    fn restart(self) -> Self {
        let Self {
            folder,
            coalition,
            letter,
        } = self;
        drop(coalition);
        let coalition = Coalition::open(&folder.path().join("desk.undersigned")).unwrap();
        Self {
            folder,
            coalition,
            letter,
        }
    }

    fn list(&self, text: &str) -> Arc<OpenSource> {
        Arc::new(self.coalition.open_list("", text).unwrap().into())
    }

    fn import(&mut self, text: &str, status: Status) -> ImportPlan {
        let source = self.list(text);
        let target = ImportTarget::SignOns {
            letter_id: self.letter,
            status,
        };
        let choices = Choices::new(target, Likely::Ask);
        let plan = self
            .coalition
            .plan_import(&source, choices, &mut no_progress, day(9));
        let plan = plan.unwrap();
        self.coalition
            .import(&source, &plan, &mut no_progress, day(9))
            .unwrap();
        plan
    }

    fn sign_wisconsin(&mut self) {
        self.import(PRESS_RELEASE, Status::Confirmed);
    }

    fn dump(&self) -> String {
        dump(&self.path())
    }
}

/// Every row of the coalition itself, as text: equal dumps are equal coalitions. Stored files and the rows of imports stay when
/// what names them is undone.
fn dump(path: &Path) -> String {
    let conn = rusqlite::Connection::open(path).unwrap();
    let tables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB '*_search*'
                  AND name NOT IN ('journal', 'event', 'stored_file', 'import_row') ORDER BY name";
    let mut text = String::new();
    let mut statement = conn.prepare(tables).unwrap();
    let tables: Vec<String> = statement
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    for table in tables {
        let mut statement = conn.prepare(&format!("SELECT * FROM {table}")).unwrap();
        let width = statement.column_count();
        let mut rows = statement.query([]).unwrap();
        let mut lines = Vec::new();
        while let Some(row) = rows.next().unwrap() {
            let cells: Vec<String> = (0..width)
                .map(|column| format!("{:?}", row.get::<_, rusqlite::types::Value>(column).unwrap()))
                .collect();
            lines.push(format!("{table}: {}\n", cells.join(" | ")));
        }
        // A row that came back by an undo may lie elsewhere in its table.
        lines.sort();
        text.extend(lines);
    }
    text
}

/// A dump without the imports: one that writes nothing is kept beside them and changes nothing else.
fn without_imports(dump: &str) -> String {
    let lines = dump.lines().filter(|line| !line.starts_with("import: "));
    lines.collect::<Vec<_>>().join("\n")
}

/// How long the copy is that was made of a file before it was brought up to date.
fn copy_from_before(folder: &Path, name: &str) -> u64 {
    let copies: Vec<u64> = std::fs::read_dir(folder)
        .unwrap()
        .map(Result::unwrap)
        .filter(|entry| {
            entry
                .file_name()
                .to_string_lossy()
                .starts_with(&format!("{name}.before-version-"))
        })
        .map(|entry| entry.metadata().unwrap().len())
        .collect();
    assert_eq!(copies.len(), 1);
    copies[0]
}

/// Runs the command line, in English wherever the tests run.
fn cli(arguments: &[&str]) -> Output {
    cli_with(arguments, b"")
}

fn cli_with(arguments: &[&str], input: &[u8]) -> Output {
    use std::io::Write;
    let mut child = Command::new(undersigned_tests::program("undersigned-cli"))
        .args(arguments)
        .env("LC_ALL", "C")
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .expect("undersigned-cli is built beside the tests: cargo build --workspace");
    // A command that reads nothing may be gone before it is told anything.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

fn stdout(output: &Output) -> String {
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// The one sentence of a command that was not done; nothing was printed.
fn refusal(output: &Output) -> String {
    assert_eq!(
        output.status.code(),
        Some(1),
        "{}",
        String::from_utf8_lossy(&output.stdout)
    );
    assert!(output.stdout.is_empty());
    let sentence = String::from_utf8(output.stderr.clone()).unwrap();
    assert_eq!(sentence.lines().count(), 1, "{sentence}");
    sentence.trim().to_owned()
}
