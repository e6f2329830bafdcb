//! The TypeScript types of what crosses from the core to the page: `ui/src/bindings`, one file a room.
//!
//! `.cargo/config.toml` makes every `cargo test` write each type to a file of its own in `target/bindings`, in the folder that its
//! `export_to` names: the tests of several crates write at different times, so none of them can write a whole room. Here the types of a
//! folder are put together as one file, and compared with the committed ones or put in their place.

use std::collections::{BTreeMap, BTreeSet};
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
    let fresh = rooms(read(&written())?)?;
    remove_folder(&committed())?;
    for (name, text) in &fresh {
        let file = committed().join(name);
        let folder = file.parent().unwrap_or(&file);
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(&file, text))
            .during(format_args!("write {}", file.display()))?;
    }
    println!("xtask: {} files in {}", fresh.len(), committed().display());
    Ok(())
}

/// Fails unless the committed bindings are what the core's tests have just written.
pub fn check() -> Result {
    let (fresh, kept) = (rooms(read(&written())?)?, read(&committed())?);
    let stale = differences(&fresh, &kept);
    if stale.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!(
        "the bindings are not current ({}): run cargo xtask bindings",
        stale.join(", ")
    )))
}

/// Puts the types of each folder together as one file. What lies in no folder is a file already.
fn rooms(files: BTreeMap<String, String>) -> Result<BTreeMap<String, String>> {
    let mut rooms = BTreeMap::new();
    let mut parts: BTreeMap<String, Room> = BTreeMap::new();
    for (name, text) in files {
        match name.split_once('/') {
            Some((room, _)) => parts.entry(room.to_owned()).or_default().add(room, &text),
            // A type is named in capitals; `reads.ts` is a file of its own.
            None if name.starts_with(|c: char| c.is_ascii_uppercase()) => {
                return Err(Failure::new(format!(
                    "the type in {name} has no room: give it an export_to"
                )));
            }
            None => {
                rooms.insert(name, text);
            }
        }
    }
    rooms.extend(
        parts
            .into_iter()
            .map(|(room, part)| (format!("{room}.ts"), part.text())),
    );
    Ok(rooms)
}

/// The types of a room, and what they need of others.
#[derive(Default)]
struct Room {
    imports: BTreeMap<String, BTreeSet<String>>,
    types: Vec<String>,
}

impl Room {
    /// Adds a file of one type, as ts-rs writes it: a comment, imports a line each, the type.
    fn add(&mut self, room: &str, text: &str) {
        let mut declared = Vec::new();
        for line in text.lines().skip_while(|line| line.starts_with("//")) {
            match imported(line, room) {
                Some((from, name)) if from != room => {
                    self.imports
                        .entry(from.to_owned())
                        .or_default()
                        .insert(name.to_owned());
                }
                Some(_) => {}
                None => declared.push(line.trim_end()),
            }
        }
        self.types.push(declared.join("\n").trim().to_owned());
    }

    fn text(&self) -> String {
        let mut text = "// Written by `cargo xtask bindings`: change the types in Rust.\n".to_owned();
        for (from, names) in &self.imports {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            text.push_str(&format!(
                "import type {{ {} }} from \"./{from}\";\n",
                names.join(", ")
            ));
        }
        for declared in &self.types {
            text.push_str(&format!("\n{declared}\n"));
        }
        text
    }
}

/// The room and the name in `import type { Name } from "../room/Name";`; beside the file itself it is `"./Name"`.
fn imported<'a>(line: &'a str, room: &'a str) -> Option<(&'a str, &'a str)> {
    let (name, path) = line
        .strip_prefix("import type { ")?
        .strip_suffix("\";")?
        .split_once(" } from \"")?;
    let from = match path.strip_prefix("../") {
        Some(path) => path.split_once('/')?.0,
        None => room,
    };
    Some((from, name))
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
    #[test]
    fn the_types_of_a_room_are_one_file_and_import_what_is_of_others() {
        let written = files(&[
            (
                "ledger/Row.ts",
                "// Generated.\nimport type { Mark } from \"./Mark\";\nimport type { Status } from \"../words/Status\";\n\nexport type Row = { mark: Mark, status: Status, };\n",
            ),
            (
                "ledger/Mark.ts",
                "// Generated.\n\n/**\n * A mark.\n */\nexport type Mark = \"a\";\n",
            ),
            ("words/Status.ts", "// Generated.\nexport type Status = \"b\";\n"),
            ("reads.ts", "export const reads = {};\n"),
        ]);
        let rooms = rooms(written).expect("each type has a room");
        let names: Vec<&String> = rooms.keys().collect();
        assert_eq!(names, ["ledger.ts", "reads.ts", "words.ts"]);
        assert_eq!(
            rooms["ledger.ts"].split_once('\n').map(|(_, rest)| rest),
            Some(
                "import type { Status } from \"./words\";\n\n/**\n * A mark.\n */\nexport type Mark = \"a\";\n\n\
                 export type Row = { mark: Mark, status: Status, };\n"
            )
        );
        assert!(super::rooms(files(&[("Lost.ts", "export type Lost = 1;\n")])).is_err());
    }
}
