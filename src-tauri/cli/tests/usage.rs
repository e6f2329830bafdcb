//! The program itself: its exit codes and its language. What its commands do is told by the journeys in `tests/`.

#![allow(missing_docs, clippy::unwrap_used)]

use std::process::{Command, Output};

fn run(arguments: &[&str], language: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_undersigned-cli"))
        .args(arguments)
        .env("LC_ALL", language)
        .output()
        .unwrap()
}

#[test]
fn usage_is_exit_code_two() {
    for arguments in [
        &["frobnicate"][..],
        &["--file", "any.undersigned", "block", "End the", "--columns", "9"],
    ] {
        let output = run(arguments, "C");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn it_speaks_the_language_of_its_surroundings() {
    let output = run(&["letter", "list"], "es_MX.UTF-8");
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).starts_with("Indique la coalición"));
}
