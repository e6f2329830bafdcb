//! A hundred thousand rows of CSV imported against ten thousand organizations, and how long SQLite alone takes to put the same
//! file into a table with two indexes and a search index: a ratio that can be read on any machine, and the memory.
//!
//! Both run once in the same process, the peer first; what is told is the time on the clock.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fmt::Write;
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{DateTime, TimeZone, Utc};
use undersigned_core::Coalition;
use undersigned_core::import::source::{Opened, ReadOptions, Source};
use undersigned_core::import::{Choices, ImportTarget, Likely, Outcome};
use undersigned_core::progress::unwatched;

#[path = "support/names.rs"]
mod names;

const ROWS: usize = 100_000;
const ORGANIZATIONS: usize = 10_000;

fn now() -> DateTime<Utc> {
    Utc.timestamp_opt(1_793_552_400, 0).unwrap()
}

/// People at ten thousand organizations, ten at each: names, a title, an email, a phone, a town. One in ten rows writes the
/// organization another way that is the same for comparing.
fn csv() -> String {
    let names = names::names(ORGANIZATIONS);
    let mut text = String::from("Organization,Full name,Title,Email,Phone,City\n");
    for row in 0..ROWS {
        let name = &names[row % ORGANIZATIONS];
        let name = if row % 10 == 0 {
            format!("The {name}, Inc.").to_uppercase()
        } else {
            name.clone()
        };
        writeln!(
            text,
            "\"{name}\",Ana Mora {row},Organizer,person{row}@group{}.example,608-555-{:04},Viroqua",
            row % ORGANIZATIONS,
            row % 10_000
        )
        .unwrap();
    }
    text
}

/// What `sqlite3 .import` does: every field of every row as text into a table, here with two indexes and a search index as wide
/// as our own.
fn peer(path: &std::path::Path, text: &str) -> Duration {
    let start = Instant::now();
    let mut conn = rusqlite::Connection::open(path).unwrap();
    conn.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
         CREATE TABLE t (id INTEGER PRIMARY KEY, organization, name, title, email, phone, city);
         CREATE INDEX t_name ON t (name); CREATE INDEX t_email ON t (email);
         CREATE VIRTUAL TABLE t_search USING fts5 (organization, name, title, email, phone, city, prefix = '1 2 3',
           tokenize = 'unicode61 remove_diacritics 2');",
    )
    .unwrap();
    let table = undersigned_core::import::csv::read_text(text, Some(','))
        .unwrap()
        .table;
    let tx = conn.transaction().unwrap();
    for (table_of, columns) in [
        ("t", "organization, name, title, email, phone, city"),
        ("t_search", "organization, name, title, email, phone, city"),
    ] {
        let mut insert = tx
            .prepare(&format!(
                "INSERT INTO {table_of} ({columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
            ))
            .unwrap();
        for row in table.records() {
            let cells: Vec<&str> = (0..6).map(|column| row.cell(column)).collect();
            insert.execute(rusqlite::params_from_iter(cells)).unwrap();
        }
    }
    tx.commit().unwrap();
    start.elapsed()
}

/// The most memory that this process had so far, in megabytes; none where the system does not say.
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace()
        .nth(1)?
        .parse::<u64>()
        .ok()
        .map(|kilobytes| kilobytes / 1024)
}

fn main() {
    // Chosen among by name, as criterion does.
    let wanted = std::env::args()
        .skip(1)
        .find(|argument| !argument.starts_with('-'));
    if wanted.is_some_and(|name| !"imports".contains(&name)) {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bench.undersigned");
    let text = csv();
    let alone = peer(&folder.path().join("peer.db"), &text);

    let mut coalition = Coalition::create(&path).unwrap();
    let mut known = String::from("Organization\n");
    for name in names::names(ORGANIZATIONS) {
        writeln!(known, "\"{name}\"").unwrap();
    }
    let run = |coalition: &mut Coalition, text: &str, target: ImportTarget| {
        let start = Instant::now();
        let Opened::Table(source) = Source::open(
            "bench.csv",
            text.as_bytes().to_vec(),
            Some(undersigned_core::import::format::Format::Csv),
            ReadOptions::default(),
        )
        .unwrap() else {
            panic!("a table");
        };
        let source = Arc::new(*source);
        let read = start.elapsed();
        let choices = Choices::new(target, Likely::New);
        let plan = coalition.plan_table(&source, choices, &mut unwatched).unwrap();
        let planned = start.elapsed();
        coalition
            .import_table(&source, &plan, &mut unwatched, now())
            .unwrap();
        (plan, [read, planned - read, start.elapsed() - planned])
    };
    run(&mut coalition, &known, ImportTarget::Organizations);
    let before = peak();
    let (plan, times) = run(&mut coalition, &text, ImportTarget::People);
    let all: Duration = times.iter().sum();
    let peak = peak();
    let start = Instant::now();
    coalition.undo(now()).unwrap();
    let undone = start.elapsed();
    println!(
        "imports: {ROWS} rows of {} MB against {ORGANIZATIONS} organizations",
        text.len() >> 20
    );
    println!(
        "  created {}, updated {}, unchanged {}",
        plan.count(Outcome::Created),
        plan.count(Outcome::Updated),
        plan.count(Outcome::Unchanged)
    );
    println!(
        "  read {:.2?}, planned {:.2?}, written {:.2?}: {all:.2?} in all",
        times[0], times[1], times[2]
    );
    println!(
        "  peer: SQLite alone {alone:.2?}; ratio {:.2}",
        all.as_secs_f64() / alone.as_secs_f64()
    );
    println!("  memory at most {peak:?} MB ({before:?} MB before); undone in {undone:.2?}");
}
