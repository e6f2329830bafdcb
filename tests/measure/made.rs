//! The files that are measured with.

use std::ffi::OsStr;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use undersigned_tests::desktop::Desktop;

fn command_line(file: &Path, arguments: &[&dyn AsRef<OsStr>]) -> String {
    let mut command = Command::new(undersigned_tests::program("undersigned-cli"));
    command.arg("--file").arg(file);
    for argument in arguments {
        command.arg(argument);
    }
    let output = command.output().expect("the command line starts");
    assert!(output.status.success(), "{command:?}: {}", output.status);
    String::from_utf8(output.stdout).expect("it prints text")
}

fn generate(file: &Path, organizations: &str, people: &str, letters: &str) {
    println!("generating {} …", file.display());
    let sizes: [&dyn AsRef<OsStr>; 9] = [
        &"generate",
        &"--organizations",
        &organizations,
        &"--people",
        &people,
        &"--letters",
        &letters,
        &"--seed",
        &"1",
    ];
    command_line(file, &sizes);
}

/// A hundred thousand organizations; it is kept.
pub fn contacts(_: &Desktop) -> PathBuf {
    let file = undersigned_tests::root().join("target/huge.undersigned");
    if !file.exists() {
        generate(&file, "100000", "150000", "200");
    }
    file
}

/// Ten thousand organizations, of which an import knows some again.
pub fn known(desktop: &Desktop) -> PathBuf {
    let file = desktop.home().join("known.undersigned");
    generate(&file, "10000", "15000", "20");
    file
}

/// A letter that five thousand organizations have signed.
pub fn ledger(desktop: &Desktop) -> PathBuf {
    let file = desktop.home().join("ledger.undersigned");
    generate(&file, "6000", "3000", "3");
    command_line(&file, &[&"letter", &"add", &crate::watch::LETTER]);
    let names = command_line(&file, &[&"organization", &"list"]);
    let mut list = String::from("Organization\n");
    for line in names.lines().take(5_000) {
        writeln!(list, "\"{}\"", line.replace('"', "\"\"")).expect("a text can be written");
    }
    let path = desktop.home().join("list.csv");
    std::fs::write(&path, list).expect("the home folder can be written");
    let letter: [&dyn AsRef<OsStr>; 8] = [
        &"import",
        &path,
        &"--letter",
        &crate::watch::LETTER,
        &"--status",
        &"confirmed",
        &"--likely",
        &"new",
    ];
    command_line(&file, &letter);
    file
}
