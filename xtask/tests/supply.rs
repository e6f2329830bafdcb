//! What comes into the app from others, held without a tool: its licences are among those that `deny.toml` allows, every crate and package
//! comes from its registry with a checksum, and nothing that opens connections is linked.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .unwrap()
        .to_path_buf()
}

/// The crates that the app is linked from on a system, each with its licence.
fn linked(system: &str) -> BTreeSet<(String, String)> {
    let output = Command::new(env!("CARGO"))
        .args(["tree", "--offline", "--locked", "--package", "undersigned"])
        .args([
            "--edges",
            "normal,build",
            "--prefix",
            "none",
            "--format",
            "{p}\t{l}",
        ])
        .args(["--target", system])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let text = String::from_utf8(output.stdout).unwrap();
    let parts = text.lines().map(|line| {
        let (package, licence) = line.split_once('\t').unwrap();
        let name = package.split(' ').next().unwrap();
        (name.to_owned(), licence.trim_end_matches(" (*)").to_owned())
    });
    parts.collect()
}

/// The texts in quotation marks behind a key of `deny.toml`.
fn listed(deny: &str, key: &str) -> BTreeSet<String> {
    let list = deny.split_once(&format!("\n{key} = [")).unwrap().1;
    let list = list.split_once(']').unwrap().0;
    list.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Whether a licence can be chosen so that only allowed ones are needed. A bar is an older "or".
fn is_allowed(licence: &str, allowed: &BTreeSet<String>) -> bool {
    let licence = licence.replace('/', " OR ").replace(['(', ')'], "");
    licence.split(" AND ").all(|part| {
        let mut choices = part.split(" OR ").map(str::trim);
        choices.any(|choice| allowed.contains(choice))
    })
}

#[test]
fn every_licence_is_one_that_is_allowed_and_nothing_that_connects_is_linked() {
    let deny = fs::read_to_string(root().join("deny.toml")).unwrap();
    let allowed = listed(&deny, "allow");
    let linked = linked("x86_64-unknown-linux-gnu");
    assert!(linked.len() > 200, "{}", linked.len());
    for (name, licence) in &linked {
        // What stands in deny.toml as an exception, with its reason.
        let excepted = deny.contains(&format!("crate = \"{name}\", allow"));
        assert!(excepted || is_allowed(licence, &allowed), "{name}: {licence}");
        assert!(
            !["reqwest", "ureq", "hyper", "curl"].contains(&name.as_str()),
            "{name}"
        );
    }
}

#[test]
fn every_crate_and_package_comes_from_its_registry_with_a_checksum() {
    let lock = fs::read_to_string(root().join("Cargo.lock")).unwrap();
    for package in lock.split("[[package]]").skip(1) {
        if let Some(line) = package.lines().find(|line| line.starts_with("source = ")) {
            assert!(
                line.contains("registry+https://github.com/rust-lang/crates.io-index"),
                "{line}"
            );
            assert!(package.contains("\nchecksum = \""), "{package}");
        }
    }
    let lock = fs::read_to_string(root().join("ui/package-lock.json")).unwrap();
    let (mut packages, mut whole) = (0, 0);
    for line in lock.lines().map(str::trim) {
        // Where it comes from stands in the file only when that is not the registry.
        if let Some(from) = line.strip_prefix("\"resolved\": \"") {
            assert!(from.starts_with("https://registry.npmjs.org/"), "{from}");
        }
        packages += u32::from(line.starts_with("\"node_modules/") && line.ends_with('{'));
        whole += u32::from(line.starts_with("\"integrity\": \"sha512-"));
    }
    assert!(
        packages > 50 && whole == packages,
        "{packages} packages, {whole} checksums"
    );
}
