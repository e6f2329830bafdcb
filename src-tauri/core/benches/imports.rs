//! A hundred thousand rows of CSV imported against ten thousand organizations, and how long SQLite alone takes to put the same
//! file into a table with two indexes and a search index: ratios that can be read on any machine, and the memory.
//!
//! SQLite alone is measured twice: as its shell's `.import` does it, where a trigger has each row searched; and with the search
//! index filled in one go after the rows, which is the least that anything can take.
//!
//! Three shapes: people at organizations that are there, organizations that are not, and these with their people and sign-ons. For each it tells the import, the same
//! file a second time, its undo and its redo, all by the clock and once; nothing is averaged, for each takes seconds.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fmt::Write;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use base::passphrase::Passphrase;
use base::progress::no_progress;
use chrono::{DateTime, TimeZone, Utc};
use reading::source::{Opened, ReadOptions, Source};
use undersigned_core::Coalition;
use undersigned_core::import::{Choices, ImportTarget, Likely, OpenSource, Outcome};
use undersigned_core::letter::LetterFields;
use undersigned_core::signon::Status;
use vocabulary::ids::LetterId;

#[path = "support/allocator.rs"]
mod allocator;
#[path = "support/memory.rs"]
mod memory;
#[path = "support/names.rs"]
mod names;

const ROWS: usize = 100_000;
const ORGANIZATIONS: usize = 10_000;

fn now() -> DateTime<Utc> {
    Utc.timestamp_opt(1_793_552_400, 0).unwrap()
}

/// A file, and what becomes of it.
struct Shape {
    name: &'static str,
    /// Into what, where there is a letter.
    target: fn(LetterId) -> ImportTarget,
    text: String,
    /// The columns on which SQLite alone has its two indexes.
    indexed: [&'static str; 2],
}

/// People at ten thousand organizations, ten at each: names, a title, an email, a phone, a town. One in ten rows writes the
/// organization another way that is the same for comparing.
fn people() -> Shape {
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
    Shape {
        name: "people at organizations",
        target: |_| ImportTarget::People,
        text,
        indexed: ["Full name", "Email"],
    }
}

/// Organizations that nobody knows, with a town, a state, a website and a note.
fn organizations() -> Shape {
    let mut text = String::from("Organization,City,State,Website,Notes\n");
    for row in 0..ROWS {
        writeln!(
            text,
            "\"{} of Sector {row}\",Viroqua,WI,https://group{row}.example,Met at the fair of {}",
            names::name(row % ORGANIZATIONS).replace(", Inc.", ""),
            1950 + row % 70
        )
        .unwrap();
    }
    Shape {
        name: "new organizations",
        target: |_| ImportTarget::Organizations,
        text,
        indexed: ["Organization", "Website"],
    }
}

/// Answers to a form: organizations that nobody knows, who answered there, and each of them signs a letter.
fn answers() -> Shape {
    let mut text = String::from("Organization,Your name,Title,Email,City\n");
    for row in 0..ROWS {
        writeln!(
            text,
            "\"{} of Sector {row}\",Ana Mora {row},Organizer,person{row}@group{row}.example,Viroqua",
            names::name(row % ORGANIZATIONS).replace(", Inc.", ""),
        )
        .unwrap();
    }
    Shape {
        name: "sign-ons of new organizations, with who answered",
        target: |letter_id| ImportTarget::SignOns {
            letter_id,
            status: Status::Confirmed,
        },
        text,
        indexed: ["Organization", "Email"],
    }
}

/// How a search index comes to its rows.
#[derive(Clone, Copy)]
enum Searched {
    /// With each row, by a trigger: all that `.import` into one table can do.
    ByTrigger,
    /// In one go, when all rows are there.
    Afterwards,
}

/// What `sqlite3 .import` does, in one transaction: every field of every row as text into a table, here with two indexes and a
/// search index of the same kind as our own (all columns, prefixes of one to three letters, accents aside). It writes ahead and
/// syncs as our files do. Reading the file is by our own reader, and counts.
fn peer(path: &Path, shape: &Shape, searched: Searched) -> Duration {
    let start = Instant::now();
    let table = reading::csv::read_text(&shape.text, Some(',')).unwrap().table;
    let headings: Vec<&str> = shape.text.lines().next().unwrap().split(',').collect();
    let columns: Vec<String> = headings.iter().map(|heading| format!("\"{heading}\"")).collect();
    let columns = columns.join(", ");
    let mut conn = rusqlite::Connection::open(path).unwrap();
    conn.execute_batch(&format!(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -131072;
         CREATE TABLE t (id INTEGER PRIMARY KEY, {columns});
         CREATE INDEX t_first ON t (\"{}\"); CREATE INDEX t_second ON t (\"{}\");
         CREATE VIRTUAL TABLE t_search USING fts5 ({columns}, content = '', contentless_delete = 1, prefix = '1 2 3',
           tokenize = 'unicode61 remove_diacritics 2');",
        shape.indexed[0], shape.indexed[1]
    ))
    .unwrap();
    if let Searched::ByTrigger = searched {
        let new: Vec<String> = headings
            .iter()
            .map(|heading| format!("new.\"{heading}\""))
            .collect();
        conn.execute_batch(&format!(
            "CREATE TRIGGER t_added AFTER INSERT ON t BEGIN
               INSERT INTO t_search (rowid, {columns}) VALUES (new.id, {});
             END;",
            new.join(", ")
        ))
        .unwrap();
    }
    let marks = vec!["?"; headings.len()].join(", ");
    let tx = conn.transaction().unwrap();
    {
        let into = format!("INSERT INTO t ({columns}) VALUES ({marks})");
        let mut insert = tx.prepare(&into).unwrap();
        for row in table.records() {
            let cells: Vec<&str> = (0..headings.len()).map(|column| row.cell(column)).collect();
            insert.execute(rusqlite::params_from_iter(cells)).unwrap();
        }
    }
    if let Searched::Afterwards = searched {
        let all = format!("INSERT INTO t_search (rowid, {columns}) SELECT id, {columns} FROM t");
        tx.execute(&all, []).unwrap();
    }
    tx.commit().unwrap();
    start.elapsed()
}

/// How long reading, planning and writing took, and what became of the rows.
struct Imported {
    took: [Duration; 3],
    counts: [usize; 3],
}

impl Imported {
    fn all(&self) -> Duration {
        self.took.iter().sum()
    }
}

fn import(coalition: &mut Coalition, text: &str, target: ImportTarget) -> Imported {
    let start = Instant::now();
    let Opened::Table(source) = Source::open(
        "bench.csv",
        text.as_bytes().to_vec(),
        Some(reading::format::Format::Csv),
        ReadOptions::default(),
    )
    .unwrap() else {
        panic!("a table");
    };
    let source = Arc::new(OpenSource::Table(source));
    let read = start.elapsed();
    let choices = Choices::new(target, Likely::New);
    let plan = coalition
        .plan_import(&source, choices, &mut no_progress, now())
        .unwrap();
    let planned = start.elapsed();
    coalition.import(&source, &plan, &mut no_progress, now()).unwrap();
    Imported {
        took: [read, planned - read, start.elapsed() - planned],
        counts: [Outcome::Created, Outcome::Updated, Outcome::Unchanged].map(|outcome| plan.count(outcome)),
    }
}

/// A coalition that knows some organizations, and has a letter.
fn known(path: &Path, key: Option<Passphrase>) -> (Coalition, LetterId) {
    let mut coalition = Coalition::create_with(path, key).unwrap();
    let mut known = String::from("Organization\n");
    for name in names::names(ORGANIZATIONS) {
        writeln!(known, "\"{name}\"").unwrap();
    }
    import(&mut coalition, &known, ImportTarget::Organizations);
    let letter = LetterFields {
        title: "Keep the river clean".to_owned(),
        ..LetterFields::default()
    };
    let letter = coalition.add_letter(&letter, now()).unwrap().output;
    (coalition, letter)
}

fn measure(folder: &Path, shape: &Shape) {
    let [by_trigger, afterwards] = [Searched::ByTrigger, Searched::Afterwards].map(|searched| {
        let path = folder.join(format!("peer-{}.db", searched as u8));
        peer(&path, shape, searched)
    });
    let locked = {
        let key = Passphrase::new("six words for a benchmark alone").unwrap();
        let (mut coalition, letter) = known(&folder.join("locked.undersigned"), Some(key));
        import(&mut coalition, &shape.text, (shape.target)(letter))
    };
    let (mut coalition, letter) = known(&folder.join("bench.undersigned"), None);
    let target = (shape.target)(letter);
    let before = {
        memory::forget();
        memory::peak()
    };
    let first = import(&mut coalition, &shape.text, target.clone());
    let imported = memory::peak();
    let again = import(&mut coalition, &shape.text, target.clone());
    let timed = |act: &mut dyn FnMut()| {
        memory::forget();
        let start = Instant::now();
        act();
        (start.elapsed(), memory::peak())
    };
    let undone = timed(&mut || drop(coalition.undo(now()).unwrap()));
    let redone = timed(&mut || drop(coalition.redo(now()).unwrap()));
    println!(
        "imports: {ROWS} rows, {} ({} MB of CSV), against {ORGANIZATIONS} organizations",
        shape.name,
        shape.text.len() >> 20
    );
    println!(
        "  created, updated, unchanged: {:?}; a second time {:?}",
        first.counts, again.counts
    );
    println!("  read, planned, written: {:.2?}", first.took);
    println!(
        "  import {:.2?}; SQLite alone {by_trigger:.2?}: ratio {:.2}; searched afterwards {afterwards:.2?}: ratio {:.2}",
        first.all(),
        first.all().as_secs_f64() / by_trigger.as_secs_f64(),
        first.all().as_secs_f64() / afterwards.as_secs_f64()
    );
    println!(
        "  into a locked file {:.2?}: ratio {:.2}",
        locked.all(),
        locked.all().as_secs_f64() / first.all().as_secs_f64()
    );
    println!("  a second time {:.2?}: {:.2?}", again.all(), again.took);
    println!("  undone in {:.2?}, done again in {:.2?}", undone.0, redone.0);
    println!(
        "  memory in MB: {before} before, at most {imported} importing, {} undoing, {} doing again",
        undone.1, redone.1
    );
}

fn main() {
    // Chosen among by name, as criterion does.
    let wanted = std::env::args()
        .skip(1)
        .find(|argument| !argument.starts_with('-'));
    let is_wanted = |shape: &Shape| {
        wanted
            .as_deref()
            .is_none_or(|name| "imports".contains(name) || shape.name.contains(name))
    };
    for shape in [people, organizations, answers] {
        let shape = shape();
        if is_wanted(&shape) {
            measure(tempfile::tempdir().unwrap().path(), &shape);
        }
    }
}
