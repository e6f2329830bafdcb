//! The TypeScript types of what crosses from the core to the page: `ui/src/bindings`, written by the core's tests.
//!
//! `.cargo/config.toml` makes every `cargo test` of the core write them to `target/bindings`; here they are compared with
//! the committed ones, or put in their place.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::machine::{self, Purpose};
use crate::shell::{During, Failure, Result, cargo, remove_folder, root, run, ui};

fn written() -> PathBuf {
    root().join("target").join("bindings")
}

fn committed() -> PathBuf {
    ui().join("src").join("bindings")
}

/// Forgets what earlier tests wrote, so that a type that no longer exists is not taken for current.
pub fn forget() -> Result {
    remove_folder(&written())
}

/// Writes the bindings anew.
pub fn write() -> Result {
    machine::prepare(Purpose::Build)?;
    forget()?;
    run(&mut cargo([
        "test",
        "--quiet",
        "--workspace",
        "--exclude",
        "undersigned",
        "--lib",
        "export_bindings",
    ]))?;
    let fresh = read(&written())?;
    remove_folder(&committed())?;
    for (name, text) in &fresh {
        let file = committed().join(name);
        let folder = file.parent().unwrap_or(&file);
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(&file, text))
            .during(format_args!("write {}", file.display()))?;
    }
    println!("xtask: {} types in {}", fresh.len(), committed().display());
    Ok(())
}

/// Fails unless the committed bindings are what the core's tests have just written.
pub fn check() -> Result {
    let (fresh, kept) = (read(&written())?, read(&committed())?);
    let stale = differences(&fresh, &kept);
    if stale.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!(
        "the bindings are not current ({}): run cargo xtask bindings",
        stale.join(", ")
    )))
}

/// The names of the files that only one side has, or that differ.
fn differences(fresh: &BTreeMap<String, String>, kept: &BTreeMap<String, String>) -> Vec<String> {
    let mut names: Vec<&String> = fresh.keys().chain(kept.keys()).collect();
    names.sort();
    names.dedup();
    names
        .into_iter()
        .filter(|name| fresh.get(*name) != kept.get(*name))
        .cloned()
        .collect()
}

fn read(folder: &Path) -> Result<BTreeMap<String, String>> {
    let mut files = BTreeMap::new();
    if folder.is_dir() {
        collect(folder, folder, &mut files).during(format_args!("read {}", folder.display()))?;
    }
    Ok(files)
}

fn collect(top: &Path, folder: &Path, files: &mut BTreeMap<String, String>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(top, &path, files)?;
        } else {
            let name = path
                .strip_prefix(top)
                .unwrap_or(&path)
                .to_string_lossy()
                .replace('\\', "/");
            // A checkout on Windows may have turned the line ends.
            files.insert(name, fs::read_to_string(&path)?.replace("\r\n", "\n"));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(of: &[(&str, &str)]) -> BTreeMap<String, String> {
        of.iter()
            .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
            .collect()
    }

    #[test]
    fn a_changed_a_new_and_a_removed_type_are_all_stale() {
        let fresh = files(&[("Letter.ts", "a"), ("New.ts", "n"), ("Same.ts", "s")]);
        let kept = files(&[("Letter.ts", "b"), ("Gone.ts", "g"), ("Same.ts", "s")]);
        assert_eq!(differences(&fresh, &kept), ["Gone.ts", "Letter.ts", "New.ts"]);
        assert!(differences(&fresh, &fresh).is_empty());
    }
}
