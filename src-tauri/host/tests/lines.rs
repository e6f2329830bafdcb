//! The program as a test of the page finds it: lines in, lines out.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::io::{BufRead, BufReader, Lines, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

struct Host {
    child: Child,
    input: Option<ChildStdin>,
    output: Lines<BufReader<ChildStdout>>,
}

impl Host {
    fn start(options: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_undersigned-host"))
            .args(options)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let output = BufReader::new(child.stdout.take().unwrap()).lines();
        Self {
            input: child.stdin.take(),
            child,
            output,
        }
    }

    fn send(&mut self, line: &str) {
        writeln!(self.input.as_mut().unwrap(), "{line}").unwrap();
    }

    fn read(&mut self) -> String {
        self.output.next().expect("the program ended").unwrap()
    }

    fn ask(&mut self, line: &str) -> String {
        self.send(line);
        self.read()
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        drop(self.input.take());
        let _ = self.child.wait();
    }
}

#[test]
fn a_window_begins_with_the_sample_and_another_one_is_empty() {
    let mut host = Host::start(&["--state", "sample"]);
    let sample = host.ask(r#"{"id": 1, "command": "get_app"}"#);
    assert!(sample.starts_with(r#"{"id":1,"answer":"#), "{sample}");
    assert!(sample.contains(r#""sample":true,"empty":false"#), "{sample}");
    host.ask(
        r#"{"id": 2, "window": "other", "command": "host:open_window", "arguments": {"state": "empty"}}"#,
    );
    let other = host.ask(r#"{"id": 3, "window": "other", "command": "get_app"}"#);
    assert!(other.contains(r#""sample":false,"empty":true"#), "{other}");
}

#[test]
fn what_is_refused_is_an_error_with_its_kind() {
    let mut host = Host::start(&["--state", "empty"]);
    let refused = host.ask(r#"{"id": 7, "command": "undo"}"#);
    assert!(
        refused.contains(r#""id":7"#) && refused.contains(r#""kind":"nothing-left""#),
        "{refused}"
    );
    let unknown = host.ask(r#"{"id": 8, "command": "open_the_door"}"#);
    assert!(unknown.contains(r#""kind":"system""#), "{unknown}");
}

#[test]
fn an_answer_says_which_tables_it_rests_on_when_asked_to() {
    let mut host = Host::start(&["--state", "empty", "--reads"]);
    let styles = host.ask(r#"{"id": 1, "command": "list_styles", "arguments": {"language": "en"}}"#);
    assert!(styles.ends_with(r#""reads":["block_style"]}"#), "{styles}");
}

#[test]
fn the_time_stands_where_it_was_put() {
    let mut host = Host::start(&["--state", "sample", "--now", "2021-03-01T12:00:00Z"]);
    let letters = host.ask(r#"{"id": 1, "command": "list_letters"}"#);
    // The sample's letter closes in three days.
    assert!(letters.contains(r#""local":"2021-03-04T17:00""#), "{letters}");
}

#[test]
fn a_long_work_says_how_far_it_is() {
    let mut host = Host::start(&["--state", "sample"]);
    host.send(r#"{"id": 1, "command": "find_duplicates", "arguments": {"progress": true}}"#);
    let mut progress = 0;
    loop {
        let line = host.read();
        if line.contains("\"answer\"") {
            break;
        }
        assert!(
            line.contains(r#""progress":{"done":"#) && line.contains(r#""id":1"#),
            "{line}"
        );
        progress += 1;
    }
    assert!(progress > 0);
}

#[test]
fn a_dialog_is_answered_with_what_was_chosen_before_and_else_cancelled() {
    let mut host = Host::start(&["--state", "sample"]);
    host.send(r#"{"id": 1, "command": "save_copy"}"#);
    assert!(host.read().contains(r#""event":"asked""#));
    assert_eq!(host.read(), r#"{"id":1,"answer":null}"#);
    let copy = std::env::temp_dir().join(format!("undersigned-host-{}.undersigned", std::process::id()));
    host.ask(&format!(
        r#"{{"id": 2, "command": "host:choose", "arguments": {{"paths": [{:?}]}}}}"#,
        copy.display().to_string()
    ));
    host.send(r#"{"id": 3, "command": "save_copy"}"#);
    host.read();
    assert!(host.read().contains("undersigned-host-"));
    std::fs::remove_file(&copy).expect("the copy was written");
}

#[test]
fn what_is_copied_is_told() {
    let mut host = Host::start(&["--state", "empty"]);
    host.send(r#"{"id": 1, "command": "copy_text", "arguments": {"text": "¡Gracias!"}}"#);
    assert_eq!(
        host.read(),
        r#"{"detail":{"html":null,"text":"¡Gracias!"},"event":"copied","window":"main"}"#
    );
    assert_eq!(host.read(), r#"{"id":1,"answer":null}"#);
}
