//! Every fixture in `fixtures/lists`, and what must hold for any text.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::Path;

use super::*;

/// One row of an `.expected.tsv`: name, signer, title, place, heading.
type Row = [String; 5];

fn rows(reading: &ListReading) -> Vec<Row> {
    let field = |field: &Option<String>| field.clone().unwrap_or_default();
    reading
        .entries
        .iter()
        .map(|e| {
            [
                e.name.clone(),
                field(&e.signer),
                field(&e.title),
                field(&e.place),
                field(&e.heading),
            ]
        })
        .collect()
}

fn expected(path: &Path) -> Vec<Row> {
    let text = std::fs::read_to_string(path).unwrap();
    text.lines()
        .filter(|line| !line.is_empty())
        .map(|line| {
            let mut fields = line.split('\t').map(str::to_owned);
            std::array::from_fn(|_| fields.next().unwrap_or_default())
        })
        .collect()
}

#[test]
fn every_fixture_is_read_whole() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/lists");
    let mut cases = 0;
    let mut whole = 0;
    let mut wrong = String::new();
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    for path in paths
        .iter()
        .filter(|path| path.to_string_lossy().ends_with(".in.txt"))
    {
        let text = std::fs::read_to_string(path).unwrap();
        let want = expected(Path::new(
            &path.to_string_lossy().replace(".in.txt", ".expected.tsv"),
        ));
        let got = rows(&read_list(&text, &()));
        cases += 1;
        if got == want {
            whole += 1;
            continue;
        }
        wrong.push_str(&format!("\n{}\n", path.file_name().unwrap().to_string_lossy()));
        for row in got.iter().filter(|row| !want.contains(row)) {
            wrong.push_str(&format!("  + {}\n", row.join(" | ")));
        }
        for row in want.iter().filter(|row| !got.contains(row)) {
            wrong.push_str(&format!("  - {}\n", row.join(" | ")));
        }
    }
    println!("{whole} of {cases} lists whole");
    assert!(wrong.is_empty(), "{whole} of {cases} lists whole{wrong}");
}
