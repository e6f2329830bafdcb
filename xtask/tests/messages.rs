//! Every message that the Rust sources name is in the catalogue, and none lies there unused.
//!
//! A message is known by its id, a string: the crates below the core hand out ids without knowing the catalogue, so the compiler can't
//! compare the two. The sources are read as tokens, so that comments, quotation marks and tests can't be taken for ids.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use proc_macro2::{TokenStream, TokenTree};

#[test]
fn every_message_that_is_named_is_there_and_none_lies_unused() {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src-tauri");
    let catalogue = fs::read_to_string(sources.join("base/locales/en.ftl")).unwrap();
    let there: BTreeSet<String> = ids_of(&catalogue);
    let mut named = BTreeSet::new();
    read_folder(&sources, &mut named);
    let families: BTreeSet<&str> = there.iter().filter_map(|id| family(id)).collect();
    let is_id = |text: &&String| family(text).is_some_and(|family| families.contains(family));
    let missing: Vec<&String> = named.difference(&there).filter(is_id).collect();
    let unused: Vec<&String> = there.difference(&named).collect();
    assert!(
        missing.is_empty() && unused.is_empty(),
        "missing: {missing:?}, unused: {unused:?}"
    );
}

#[test]
fn strings_are_found_in_macros_too_and_not_in_tests_or_comments() {
    let source = r#"
        // "in-a-comment"
        fn f() { vec![Message::new("in-a-macro")]; }
        #[cfg(test)]
        mod tests { const A: &str = "in-a-test"; }
        const B: char = '"';
        const C: &str = "in-a-const";
    "#;
    let mut found = BTreeSet::new();
    read_tokens(source.parse().unwrap(), &mut found);
    assert_eq!(found, ["in-a-const", "in-a-macro"].map(str::to_owned).into());
}

/// The ids of a catalogue: `id = text` at the beginning of a line.
fn ids_of(catalogue: &str) -> BTreeSet<String> {
    let begins = |line: &str| line.starts_with(|c: char| c.is_ascii_lowercase());
    let messages = catalogue.lines().filter(|line| begins(line));
    messages
        .filter_map(|line| Some(line.split_once(" =")?.0.to_owned()))
        .collect()
}

/// What the ids of a matter begin with: "error" of "error-name-missing".
fn family(id: &str) -> Option<&str> {
    let (family, rest) = id.split_once('-')?;
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    (!rest.is_empty() && id.chars().all(fits)).then_some(family)
}

fn read_folder(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy();
        if path.is_dir() {
            // What is built by `cargo test`, examples and benchmarks say nothing to people.
            if !["tests", "examples", "benches", "target", "gen"].contains(&&*name) {
                read_folder(&path, found);
            }
        } else if name.ends_with(".rs") && name != "tests.rs" {
            let source = fs::read_to_string(&path).unwrap();
            let tokens = source
                .parse()
                .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            read_tokens(tokens, found);
        }
    }
}

/// The strings among tokens, those of a module of tests left out.
fn read_tokens(tokens: TokenStream, found: &mut BTreeSet<String>) {
    let mut of_tests = false;
    for token in tokens {
        match token {
            TokenTree::Group(group) => {
                of_tests |= group.stream().to_string().replace(' ', "") == "cfg(test)";
                let is_body = group.delimiter() == proc_macro2::Delimiter::Brace;
                if !(of_tests && is_body) {
                    read_tokens(group.stream(), found);
                }
                of_tests &= !is_body;
            }
            TokenTree::Literal(literal) => {
                let written = literal.to_string();
                let text = written.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
                found.extend(text.map(str::to_owned));
            }
            TokenTree::Punct(punct) if punct.as_char() == ';' => of_tests = false,
            TokenTree::Punct(_) | TokenTree::Ident(_) => {}
        }
    }
}
