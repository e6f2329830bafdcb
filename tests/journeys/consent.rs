//! Nobody is listed who did not say so: every road by which an organization could come into the block against its word.

mod grounds;
mod imports;

use serde_json::Value;

use crate::{cli, cli_with, refusal, stdout};

/// A coalition with one letter.
struct Desk {
    folder: tempfile::TempDir,
    file: String,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.undersigned").to_str().unwrap().to_owned();
        let desk = Self { folder, file };
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
