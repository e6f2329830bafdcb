//! The rooms of the core, and of the crates that it was parted into, stand one above the other: no top-level module imports one
//! that imports it, over any number of steps.
//!
//! Cargo sees to it between crates; inside a crate the compiler allows any circle. This reads every `crate::` path of the
//! sources, tests left aside, and looks for modules that reach each other.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Which module imports which, each with a place where it does.
type Imports = BTreeMap<String, BTreeMap<String, String>>;

#[test]
fn no_module_imports_one_that_imports_it() {
    for (room, at_least) in [("base", 8), ("store", 5), ("finding", 5), ("core", 20)] {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../src-tauri/{room}/src"));
        let imports = imports_of(&source);
        assert!(imports.len() > at_least, "the modules of {room} are found");
        let circles = circles(&imports);
        assert!(circles.is_empty(), "{}", description(&circles, &imports));
    }
}

#[test]
fn a_circle_over_several_steps_is_found() {
    let mut imports = Imports::new();
    for (from, to) in [("a", "b"), ("b", "c"), ("c", "a"), ("c", "d")] {
        imports
            .entry(from.to_owned())
            .or_default()
            .insert(to.to_owned(), String::new());
    }
    assert_eq!(
        circles(&imports),
        [BTreeSet::from(["a", "b", "c"].map(str::to_owned))]
    );
}

#[test]
fn paths_are_read_alone_and_in_groups_and_tests_are_left_aside() {
    let text = "use crate::{error::{Error, Result}, time}; // crate::comment\n\
                fn f() { crate::db::open() }\n\
                #[cfg(test)]\nmod tests {\n use crate::sample;\n}\n";
    let found: BTreeSet<String> = first_segments(&shipped(text))
        .into_iter()
        .map(|(name, _)| name)
        .collect();
    assert_eq!(found, ["db", "error", "time"].map(str::to_owned).into());
}

fn imports_of(source: &Path) -> Imports {
    let root = fs::read_to_string(source.join("lib.rs")).unwrap();
    let mut modules = BTreeSet::new();
    // Names that the root gives to what lies in a module: `pub use coalition::Coalition`.
    let mut names = BTreeMap::new();
    for line in root.lines() {
        let line = line.trim_start_matches("pub(crate) ").trim_start_matches("pub ");
        if let Some(module) = line.strip_prefix("mod ").and_then(|rest| rest.strip_suffix(';')) {
            modules.insert(module.to_owned());
        } else if let Some((module, what)) = line
            .strip_prefix("use ")
            .and_then(|rest| rest.trim_end_matches(';').split_once("::"))
        {
            for name in what.trim_matches(['{', '}']).split(',') {
                names.insert(name.trim().to_owned(), module.to_owned());
            }
        }
    }
    let mut imports: Imports = modules
        .iter()
        .map(|module| (module.clone(), BTreeMap::new()))
        .collect();
    for file in files(source) {
        let path = file
            .strip_prefix(source)
            .unwrap()
            .to_str()
            .unwrap()
            .replace('\\', "/");
        let module = path.split('/').next().unwrap().trim_end_matches(".rs").to_owned();
        if module == "lib"
            || path
                .split('/')
                .any(|part| part.trim_end_matches(".rs") == "tests")
        {
            continue;
        }
        let text = fs::read_to_string(&file).unwrap();
        for (name, line) in first_segments(&shipped(&text)) {
            let to = names.get(&name).unwrap_or(&name);
            if modules.contains(to) && *to != module {
                let at = format!("{path}:{line}");
                imports
                    .entry(module.clone())
                    .or_default()
                    .entry(to.clone())
                    .or_insert(at);
            }
        }
    }
    imports
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The text without comments and without a module of tests, which closes a file.
fn shipped(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let lines = text
        .lines()
        .map(|line| line.split("//").next().unwrap_or_default());
    lines.collect::<Vec<_>>().join("\n")
}

/// What follows each `crate::`, of a group what each of its parts begins with, and in which line.
fn first_segments(text: &str) -> Vec<(String, usize)> {
    let mut found = Vec::new();
    for (at, marker) in text.match_indices("crate::") {
        if text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_') {
            continue;
        }
        let line = text[..at].lines().count();
        let rest = &text[at + marker.len()..];
        let mut add = |part: &str| {
            let name: String = part
                .trim_start()
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect();
            if !name.is_empty() {
                found.push((name, line));
            }
        };
        let Some(group) = rest.strip_prefix('{') else {
            add(rest);
            continue;
        };
        let (mut depth, mut start) = (0, 0);
        for (at, c) in group.char_indices() {
            match c {
                '{' => depth += 1,
                '}' if depth == 0 => {
                    add(&group[start..at]);
                    break;
                }
                '}' => depth -= 1,
                ',' if depth == 0 => {
                    add(&group[start..at]);
                    start = at + 1;
                }
                _ => {}
            }
        }
    }
    found
}

/// The groups of modules that reach each other.
fn circles(imports: &Imports) -> Vec<BTreeSet<String>> {
    let reach: BTreeMap<&String, BTreeSet<&String>> = imports
        .keys()
        .map(|from| (from, reached(from, imports)))
        .collect();
    let mut circles: Vec<BTreeSet<String>> = Vec::new();
    for (from, to) in &reach {
        if to.contains(from) && !circles.iter().any(|circle| circle.contains(*from)) {
            let back = to
                .iter()
                .filter(|other| reach.get(*other).is_some_and(|back| back.contains(from)));
            circles.push(back.map(|module| (*module).clone()).collect());
        }
    }
    circles
}

fn reached<'a>(from: &String, imports: &'a Imports) -> BTreeSet<&'a String> {
    let mut reached = BTreeSet::new();
    let mut next: Vec<&String> = imports.get(from).into_iter().flat_map(BTreeMap::keys).collect();
    while let Some(module) = next.pop() {
        if reached.insert(module) {
            next.extend(imports.get(module).into_iter().flat_map(BTreeMap::keys));
        }
    }
    reached
}

fn description(circles: &[BTreeSet<String>], imports: &Imports) -> String {
    let mut lines = vec!["modules that import each other:".to_owned()];
    for circle in circles {
        for (from, to) in imports.iter().filter(|(from, _)| circle.contains(*from)) {
            for (to, at) in to.iter().filter(|(to, _)| circle.contains(*to)) {
                lines.push(format!("  {from} imports {to} at {at}"));
            }
        }
    }
    lines.join("\n")
}
