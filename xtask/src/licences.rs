//! The list of what the program is made of, with versions and licences, which it shows on its own page:
//! `src-tauri/commands/licences.tsv`, a line a library. It is written by hand of `cargo tree` and the page's own packages.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::shell::{During, Failure, Result, output_of, root, ui};

/// Writes the list anew.
pub fn write() -> Result {
    let tree = output_of(
        "cargo",
        &[
            "tree",
            "-p",
            "undersigned",
            "-e",
            "normal",
            "--target",
            "all",
            "--prefix",
            "none",
            "--format",
            "{p}\t{l}",
        ],
    )
    .ok_or_else(|| Failure::new("cargo tree gave nothing"))?;
    let mut lines: BTreeSet<String> = tree.lines().filter_map(of_crate).collect();
    let own = fs::read_to_string(ui().join("package.json")).during("read package.json")?;
    let dependencies = own.split("\"dependencies\"").nth(1).unwrap_or_default();
    for name in ["svelte"].into_iter().chain(quoted_keys(dependencies)) {
        lines.extend(of_package(&ui().join("node_modules").join(name), name));
    }
    let list: String = lines.iter().map(|line| format!("{line}\n")).collect();
    let file = root().join("src-tauri/commands/licences.tsv");
    fs::write(&file, list).during(format_args!("write {}", file.display()))?;
    println!("xtask: {} libraries in {}", lines.len(), file.display());
    Ok(())
}

/// A line of `cargo tree`: `serde v1.0.2 (*)`, a tab, the licence. Our own crates are not listed.
fn of_crate(line: &str) -> Option<String> {
    let (package, licence) = line.split_once('\t')?;
    let mut words = package.split(' ');
    let (name, version) = (words.next()?, words.next()?.strip_prefix('v')?);
    let ours = package.contains("(/") || name.starts_with("undersigned");
    let licence = licence.trim_end_matches(" (*)");
    (!ours && !licence.is_empty()).then(|| format!("{name}\t{version}\t{licence}"))
}

/// The keys of the first object in a text of JSON.
fn quoted_keys(json: &str) -> impl Iterator<Item = &str> {
    let object = json.split('}').next().unwrap_or_default();
    object.lines().filter_map(|line| {
        line.trim()
            .strip_prefix('"')?
            .split_once("\":")
            .map(|(key, _)| key)
    })
}

/// A package of the page.
fn of_package(folder: &Path, name: &str) -> Option<String> {
    let json = fs::read_to_string(folder.join("package.json")).ok()?;
    let field = |key: &str| {
        let line = json
            .lines()
            .find(|line| line.trim().starts_with(&format!("\"{key}\":")))?;
        Some(line.split_once(':')?.1.trim().trim_matches([',', '"']).to_owned())
    };
    Some(format!("{name}\t{}\t{}", field("version")?, field("license")?))
}
