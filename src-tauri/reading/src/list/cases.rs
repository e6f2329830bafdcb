//! The lists in `cases/*.txt`, scored together: what is right was written before the reader saw them.
//!
//! Each whole list is a goal, not a condition: what must hold is how many are read whole, and how much of all names and
//! of all signers is found. Every list that is not whole is named with what differs. The form of the files is in
//! `cases/README.txt`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::HashMap;
use std::path::Path;

use super::*;

/// The least share of lists read whole.
const WHOLE: f32 = 0.9;
/// The least F1 of names.
const NAMES: f32 = 0.99;
/// The least F1 of signer, title and organization together.
const SIGNERS: f32 = 0.95;

/// One entry as the files write it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Row {
    /// Name, signer, title, place.
    fields: [String; 4],
    heading: String,
    not_signing: bool,
}

/// One list with its entries.
struct Case {
    name: String,
    text: String,
    rows: Vec<Row>,
    /// Whether the headings are compared.
    headed: bool,
}

/// The cases of one file.
fn cases_of(file: &str, text: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut reads = false;
    let mut heading = String::new();
    for line in text.split_inclusive('\n') {
        let bare = line.trim_end_matches(['\n', '\r']);
        if bare == "%%% reads" {
            reads = true;
            heading.clear();
        } else if let Some(name) = bare.strip_prefix("%%% ") {
            reads = false;
            cases.push(Case {
                name: format!("{file}: {name}"),
                text: String::new(),
                rows: Vec::new(),
                headed: false,
            });
        } else if !reads {
            cases
                .last_mut()
                .expect("a case begins with its name")
                .text
                .push_str(line);
        } else if let Some(text) = bare.strip_prefix('@') {
            heading = text.trim().to_owned();
            cases.last_mut().unwrap().headed = true;
        } else if !bare.trim().is_empty() {
            let (not_signing, entry) = match bare.strip_prefix("! ") {
                Some(entry) => (true, entry),
                None => (false, bare),
            };
            let entry = entry.replace("\\|", "\0");
            let mut fields = entry.split('|').map(|field| field.trim().replace('\0', "|"));
            let fields = std::array::from_fn(|_| fields.next().unwrap_or_default());
            cases.last_mut().unwrap().rows.push(Row {
                fields,
                heading: heading.clone(),
                not_signing,
            });
        }
    }
    cases
}

fn rows_read(case: &Case, text: &str) -> Vec<Row> {
    let field = |field: &Option<String>| field.clone().unwrap_or_default();
    read_list(text, &())
        .entries
        .iter()
        .map(|entry| Row {
            fields: [
                entry.name.clone(),
                field(&entry.signer),
                field(&entry.title),
                field(&entry.place),
            ],
            heading: if case.headed {
                field(&entry.heading)
            } else {
                String::new()
            },
            not_signing: entry.status.is_some(),
        })
        .collect()
}

/// Counts what two lists share.
#[derive(Default)]
struct Score {
    hit: usize,
    got: usize,
    want: usize,
}

impl Score {
    fn add<T: std::hash::Hash + Eq>(&mut self, got: impl Iterator<Item = T>, want: impl Iterator<Item = T>) {
        let mut left: HashMap<T, usize> = HashMap::new();
        for item in want {
            self.want += 1;
            *left.entry(item).or_default() += 1;
        }
        for item in got {
            self.got += 1;
            if let Some(count) = left.get_mut(&item).filter(|count| **count > 0) {
                *count -= 1;
                self.hit += 1;
            }
        }
    }

    fn f1(&self) -> f32 {
        ratio(2 * self.hit, self.got + self.want)
    }
}

fn shown(row: &Row) -> String {
    let mark = if row.not_signing { "! " } else { "" };
    let under = if row.heading.is_empty() {
        String::new()
    } else {
        format!("  @ {}", row.heading)
    };
    format!("{mark}{}{under}", row.fields.join(" | "))
}

#[test]
fn lists_written_beforehand_are_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/list/cases");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| !path.ends_with("README.txt"))
        .collect();
    paths.sort();
    let (mut names, mut signers) = (Score::default(), Score::default());
    let (mut all, mut whole) = (0, 0);
    let mut wrong = String::new();
    for path in &paths {
        let file = path.file_stem().unwrap().to_string_lossy().into_owned();
        for case in cases_of(&file, &std::fs::read_to_string(path).unwrap()) {
            let got = rows_read(&case, &case.text);
            let with_carriage_returns = rows_read(&case, &case.text.replace('\n', "\r\n"));
            assert_eq!(got, with_carriage_returns, "{}", case.name);
            all += 1;
            names.add(
                got.iter().map(|row| (&row.fields[0], row.not_signing)),
                case.rows.iter().map(|row| (&row.fields[0], row.not_signing)),
            );
            if case.rows.iter().any(|row| !row.fields[1].is_empty()) {
                signers.add(
                    got.iter().map(|row| &row.fields[..3]),
                    case.rows.iter().map(|row| &row.fields[..3]),
                );
            }
            if got == case.rows {
                whole += 1;
                continue;
            }
            wrong.push_str(&format!("{}\n", case.name));
            for row in got.iter().filter(|row| !case.rows.contains(row)) {
                wrong.push_str(&format!("  + {}\n", shown(row)));
            }
            for row in case.rows.iter().filter(|row| !got.contains(row)) {
                wrong.push_str(&format!("  - {}\n", shown(row)));
            }
        }
    }
    let report = format!(
        "{wrong}{whole} of {all} lists whole; names F1 {:.4}; signers F1 {:.4}",
        names.f1(),
        signers.f1()
    );
    println!("{report}");
    assert!(
        all >= 45 && ratio(whole, all) >= WHOLE && names.f1() >= NAMES && signers.f1() >= SIGNERS,
        "{report}"
    );
}
