//! `cargo xtask test`: every check there is, the quick ones first, stopping at the first that fails; and `shots`, which
//! drives the same window for pictures.

use std::time::{Duration, Instant};

use crate::machine::{self, Purpose};
use crate::shell::{Failure, Result, cargo, run, target};
use crate::{bindings, page};

/// One check: its name in the summary, and what it does.
type Step = (&'static str, fn() -> Result);

/// In an order that says "no" early. The page is built before the app is compiled, because it is embedded in it, and its
/// tests talk to the host. Everything that cargo builds is built with the same packages and features, so that nothing is
/// compiled twice.
const STEPS: &[Step] = &[
    ("machine", || machine::prepare(Purpose::Test)),
    ("formatting (Rust)", || {
        run(&mut cargo(["fmt", "--all", "--check"]))
    }),
    ("npm ci", page::install),
    ("lint and formatting (page)", || page::script("lint")),
    ("types (page)", || page::script("check")),
    ("build (page)", page::build),
    ("build (host)", page::host),
    ("tests (page)", || page::script("test")),
    ("clippy", || {
        run(&mut cargo([
            "clippy",
            "--workspace",
            "--all-targets",
            "--locked",
            "--",
            "-D",
            "warnings",
        ]))
    }),
    ("build", build),
    ("tests (core, command line, journeys)", tests),
    ("bindings", bindings::check),
    ("window", window),
];

/// The programs and the tests in one go: the journeys need the programs beside them.
fn build() -> Result {
    run(&mut cargo([
        "build",
        "--workspace",
        "--exclude",
        "xtask",
        "--bins",
        "--tests",
        "--locked",
    ]))
}

fn tests() -> Result {
    bindings::forget()?;
    run(&mut cargo(["test", "--workspace", "--locked"]))
}

/// The real window, on a display of its own. Only WebKitGTK comes with a driver that can be installed everywhere.
fn window() -> Result {
    if !cfg!(target_os = "linux") {
        println!("xtask: the window is NOT tested here: its driver exists on Linux only.");
        return Ok(());
    }
    run(&mut cargo([
        "test",
        "--workspace",
        "--locked",
        "--test",
        "window",
    ]))
}

/// Runs every check and closes with a table of how long each took.
pub fn test() -> Result {
    let mut done: Vec<(&str, Duration, bool)> = Vec::new();
    let mut failure = None;
    for (name, check) in STEPS {
        println!("\n==> {name}");
        let start = Instant::now();
        let outcome = check();
        done.push((name, start.elapsed(), outcome.is_ok()));
        if let Err(error) = outcome {
            failure = Some(error);
            break;
        }
    }
    println!("\n{}", summary(&done));
    failure.map_or(Ok(()), Err)
}

fn summary(done: &[(&str, Duration, bool)]) -> String {
    let mut text = String::new();
    for (index, (name, _)) in STEPS.iter().enumerate() {
        let (took, verdict) = match done.get(index) {
            Some((_, took, true)) => (format!("{:7.1} s", took.as_secs_f64()), "passed"),
            Some((_, took, false)) => (format!("{:7.1} s", took.as_secs_f64()), "FAILED"),
            None => (" ".repeat(9), "not run"),
        };
        text.push_str(&format!("{took}  {verdict:8} {name}\n"));
    }
    let passed = done.iter().filter(|(_, _, passed)| *passed).count();
    let total: Duration = done.iter().map(|(_, took, _)| *took).sum();
    text.push_str(&format!("{:7.1} s  in all\n", total.as_secs_f64()));
    text.push_str(&format!(
        "steps: {passed} passed, {} failed, {} skipped",
        done.len() - passed,
        STEPS.len() - done.len()
    ));
    text
}

/// Pictures of every screen, in both themes, both languages and two sizes, into `target/shots/`.
pub fn shots(arguments: &[String]) -> Result {
    if !cfg!(target_os = "linux") {
        return Err(Failure::new(
            "the pictures are taken through WebKitGTK's driver, which exists on Linux only",
        ));
    }
    machine::prepare(Purpose::Test)?;
    page::install()?;
    page::build()?;
    build()?;
    let folder = target().join("shots");
    let mut command = cargo(["test", "--workspace", "--locked", "--test", "shots", "--"]);
    run(command.arg("--out").arg(&folder).args(arguments))?;
    println!("xtask: the pictures are in {}", folder.display());
    Ok(())
}

/// The block in every format as other programs open it, checked, with pictures, into `target/documents/`.
pub fn documents(arguments: &[String]) -> Result {
    if !cfg!(target_os = "linux") {
        return Err(Failure::new(
            "the programs that open the documents are driven on Linux only",
        ));
    }
    machine::prepare(Purpose::Documents)?;
    let folder = target().join("documents");
    let mut command = cargo([
        "test",
        "--package",
        "undersigned-tests",
        "--locked",
        "--test",
        "documents",
        "--",
    ]);
    run(command.arg("--out").arg(&folder).args(arguments))
}

/// An ask that goes out by Thunderbird, and its answer; pictures go into `target/mail/`.
pub fn mail() -> Result {
    if !cfg!(target_os = "linux") {
        return Err(Failure::new("the mail program is driven on Linux only"));
    }
    machine::prepare(Purpose::Mail)?;
    page::install()?;
    page::build()?;
    build()?;
    run(&mut cargo(["test", "--workspace", "--locked", "--test", "mail"]))
}

/// A thousand kills in the middle of everything that writes, faults and lost power at a hundred calls of each work, flipped bits, and ten
/// thousand histories of undo, in a build as it is shipped. Variables change how many: see the tests.
pub fn torture() -> Result {
    machine::prepare(Purpose::Build)?;
    run(&mut cargo([
        "build",
        "--workspace",
        "--exclude",
        "undersigned",
        "--locked",
        "--release",
    ]))?;
    let mut command = cargo([
        "test",
        "--package",
        "undersigned-tests",
        "--locked",
        "--release",
        "--test",
        "journeys",
        "--",
        "--nocapture",
        "torture::",
        "faults::",
        "damage::of_flipped_bits",
        "undo::any_sequence",
    ]);
    for (name, long) in [
        ("TORTURE_KILLS", "1000"),
        ("FAULT_POINTS", "100"),
        ("DAMAGED_BITS", "200"),
        ("UNDO_HISTORIES", "10000"),
    ] {
        if std::env::var_os(name).is_none() {
            command.env(name, long);
        }
    }
    run(&mut command)
}

/// What a person waits for in the real window, with a coalition of a hundred thousand organizations, as figures.
pub fn measure(arguments: &[String]) -> Result {
    if !cfg!(target_os = "linux") {
        return Err(Failure::new(
            "the window is measured through WebKitGTK's driver, which exists on Linux only",
        ));
    }
    machine::prepare(Purpose::Test)?;
    page::install()?;
    page::build()?;
    run(&mut cargo(["build", "--workspace", "--locked", "--release"]))?;
    run(&mut cargo([
        "build",
        "--workspace",
        "--example",
        "floor",
        "--features",
        "undersigned/measure",
        "--locked",
        "--release",
    ]))?;
    let mut command = cargo([
        "test",
        "--workspace",
        "--locked",
        "--release",
        "--test",
        "measure",
        "--",
    ]);
    run(command.args(arguments))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_summary_names_the_step_that_failed_and_those_that_did_not_run() {
        let second = Duration::from_secs(1);
        let text = summary(&[(STEPS[0].0, second, true), (STEPS[1].0, second, false)]);
        assert!(text.contains("FAILED   formatting (Rust)"), "{text}");
        assert!(text.contains("not run  window"), "{text}");
        assert!(
            text.ends_with(&format!("steps: 1 passed, 1 failed, {} skipped", STEPS.len() - 2)),
            "{text}"
        );
    }
}
