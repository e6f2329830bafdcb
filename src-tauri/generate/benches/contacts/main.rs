//! The contact list, measured at a hundred thousand organizations and a hundred and fifty thousand people: finding,
//! recognizing, a page in any order and filter, duplicates, opening.
//!
//! The coalition is synthetic, made once and kept in `target/` until the program changes. Each figure has a peer beside it,
//! measured in the same run: what plain SQL, or a comparison of all with all, does with the same file.

#![allow(missing_docs, clippy::unwrap_used)]

#[path = "../../../core/benches/support/allocator.rs"]
mod allocator;
mod measure;
#[path = "../../../core/benches/support/memory.rs"]
mod memory;
mod queries;

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use measure::{Budget, Table, time, timed};
use rusqlite::{Connection, OpenFlags};
use undersigned_core::Coalition;
use undersigned_core::ReadAhead;
use undersigned_core::organization::{
    OrganizationColumn, OrganizationField, OrganizationFilter, OrganizationSort,
};
use undersigned_core::person::{PersonColumn, PersonFilter, PersonSort};
use undersigned_generate::{Size, fixture_now, generate};
use wire::FilterChoices;

/// How many rows a page has.
const PAGE: usize = 100;

/// How many hits the box shows.
const HITS: usize = 20;

const LARGE: Size = Size {
    organizations: 100_000,
    people: 150_000,
    letters: 200,
};

const SMALL: Size = Size {
    organizations: 10_000,
    people: 15_000,
    letters: 20,
};

fn main() {
    // Cargo passes --bench when it measures; a test run of all targets has nothing to wait for here. A word chooses among the
    // lines, as it does with the other benchmarks.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let wanted = std::env::args()
        .skip(1)
        .find(|argument| !argument.starts_with('-'));
    let mut table = Table::new(wanted);
    let path = made(&mut table, LARGE);
    let peer = Connection::open_with_flags(&path, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    opening(&mut table, &path);
    let coalition = Coalition::open(&path).unwrap();
    first_questions(&mut table, &coalition);
    reading_ahead(&mut table, &coalition);
    finding(&mut table, &coalition, &peer);
    recognizing(&mut table, &coalition, &peer);
    people_pages(&mut table, &coalition, &peer);
    duplicates(&mut table, &coalition, LARGE, Duration::from_secs(15));
    drop(coalition);
    organization_pages(&mut table, &path, &peer);
    let small = made(&mut table, SMALL);
    let coalition = Coalition::open(&small).unwrap();
    duplicates(&mut table, &coalition, SMALL, Duration::from_millis(1_500));
    comparing_all(&mut table, &peer);
    let report = folder().join("contacts.txt");
    std::fs::write(report, table.text()).unwrap();
}

/// Where coalitions and the report are kept.
fn folder() -> PathBuf {
    // The program lies in target/PROFILE/deps.
    let program = std::env::current_exe().unwrap();
    let folder = program.ancestors().nth(3).unwrap().join("measured");
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// The coalition of a size; made anew when this program is younger than it.
fn made(table: &mut Table, size: Size) -> PathBuf {
    let path = folder().join(format!("{}.undersigned", size.organizations));
    let age = |path: &Path| std::fs::metadata(path).and_then(|about| about.modified());
    let fresh = age(&path)
        .is_ok_and(|made| age(&std::env::current_exe().unwrap()).is_ok_and(|program| program < made));
    if !fresh {
        for end in ["", "-wal", "-shm"] {
            let _ = std::fs::remove_file(format!("{}{end}", path.display()));
        }
        let mut coalition = Coalition::create(&path).unwrap();
        let start = std::time::Instant::now();
        generate(&mut coalition, size, 1, fixture_now()).unwrap();
        let took = time(start.elapsed());
        drop(coalition);
        let bytes = std::fs::metadata(&path).unwrap().len() / 1_000_000;
        table.say(&format!(
            "{took:>10} {:>65}  generated {} organizations, {} people, {} letters: {bytes} MB",
            "", size.organizations, size.people, size.letters
        ));
    }
    path
}

fn opening(table: &mut Table, path: &Path) {
    let times: Vec<u8> = (0..10).collect();
    table.line("open the file", Budget::None, &times, |_| {
        black_box(Coalition::open(path).unwrap().count_organizations().unwrap());
    });
    table.line("open the file; peer: SQLite alone", Budget::None, &times, |_| {
        let conn = Connection::open(path).unwrap();
        black_box(count(&conn));
    });
}

fn count(conn: &Connection) -> i64 {
    conn.query_row("SELECT count(*) FROM organization", [], |row| row.get(0))
        .unwrap()
}

fn finding(table: &mut Table, coalition: &Coalition, peer: &Connection) {
    let queries = queries::searches(peer);
    let budget = Budget::P99(Duration::from_millis(10));
    let times = table.line("search, 1 to 12 characters", budget, &queries, |query| {
        black_box(coalition.search(query, HITS).unwrap());
    });
    slowest(table, &queries, &times);
    for length in 1..=12 {
        let of_length: Vec<String> = queries
            .iter()
            .filter(|query| query.chars().count() == length)
            .cloned()
            .collect();
        table.line(
            &format!("search, {length} characters"),
            budget,
            &of_length,
            |query| {
                black_box(coalition.search(query, HITS).unwrap());
            },
        );
    }
    let few: Vec<String> = queries.iter().step_by(9).cloned().collect();
    let mut like = peer
        .prepare("SELECT id, name FROM organization WHERE name LIKE '%' || ?1 || '%' ORDER BY name LIMIT 20")
        .unwrap();
    table.line(
        "search; peer: LIKE over the names of organizations",
        Budget::None,
        &few,
        |query| {
            let found = like.query_map([query], |row| row.get::<_, String>(1)).unwrap();
            black_box(found.count());
        },
    );
}

fn recognizing(table: &mut Table, coalition: &Coalition, peer: &Connection) {
    let names = queries::names_as_typed(peer);
    table.once("recognize: the index of all names", Budget::None, || {
        black_box(coalition.recognize("Nobody in Particular").unwrap())
    });
    let budget = Budget::P99(Duration::from_millis(10));
    let times = table.line("recognize one name", budget, &names, |name| {
        black_box(coalition.recognize(name).unwrap());
    });
    slowest(table, &names, &times);
    let all = queries::all_names(peer);
    let few: Vec<String> = names.iter().step_by(40).cloned().collect();
    table.line(
        "recognize one name; peer: OSA to every name",
        Budget::None,
        &few,
        |name| {
            black_box(nearest(name, &all));
        },
    );
}

/// The smallest distance of a name to all.
fn nearest(name: &str, all: &[String]) -> usize {
    let comparator = rapidfuzz::distance::osa::BatchComparator::new(name.chars());
    all.iter()
        .map(|other| comparator.distance(other.chars()))
        .min()
        .unwrap_or(0)
}

fn slowest(table: &mut Table, things: &[String], times: &[Duration]) {
    let mut of: Vec<(&Duration, &String)> = times.iter().zip(things).collect();
    of.sort_unstable_by(|a, b| b.cmp(a));
    let worst: Vec<String> = of
        .iter()
        .take(5)
        .map(|(took, thing)| format!("{thing:?} {}", time(**took)))
        .collect();
    if !worst.is_empty() {
        table.say(&format!("{:>76}  slowest: {}", "", worst.join(", ")));
    }
}

/// What the window asks for when a file was opened, each for the first time, before anything is read ahead.
fn first_questions(table: &mut Table, coalition: &Coalition) {
    type Question = fn(&Coalition);
    let questions: [(&str, Question); 5] = [
        ("letters", |coalition| drop(coalition.list_letters().unwrap())),
        ("whom to chase", |coalition| {
            drop(coalition.list_followups(None, fixture_now()).unwrap());
        }),
        ("saved filters, counted", |coalition| {
            drop(coalition.list_filters().unwrap());
        }),
        ("what can be filtered by", |coalition| {
            drop(FilterChoices::new(coalition).unwrap());
        }),
        ("organizations", |coalition| {
            let (filter, sort) = (OrganizationFilter::default(), OrganizationSort::default());
            drop(coalition.list_organizations(&filter, sort, 0, 50).unwrap());
        }),
    ];
    for (name, ask) in questions {
        let start = Instant::now();
        ask(coalition);
        table.say(&format!(
            "{:>10.1?} {:>65}  the first time: {name}",
            start.elapsed(),
            ""
        ));
    }
}

/// What is read ahead once a file was opened: in all, and the longest step, which is the longest that anybody waits for it.
fn reading_ahead(table: &mut Table, coalition: &Coalition) {
    let (mut ahead, mut steps) = (ReadAhead::default(), Vec::new());
    loop {
        let start = Instant::now();
        let more = coalition.read_ahead(&mut ahead).unwrap();
        steps.push(start.elapsed());
        if !more {
            break;
        }
    }
    let all: Duration = steps.iter().sum();
    let longest: Vec<String> = steps.iter().take(7).map(|took| format!("{took:.1?}")).collect();
    table.say(&format!(
        "{all:>10.2?} {:>65}  read ahead in {} steps; the first: {}; the longest of all {:.1?}",
        "",
        steps.len(),
        longest.join(", "),
        steps.iter().max().unwrap()
    ));
}

/// One page to be shown.
struct Page {
    name: String,
    filter: OrganizationFilter,
    sort: OrganizationSort,
    offset: usize,
}

fn organization_pages(table: &mut Table, path: &Path, peer: &Connection) {
    let filters = queries::organization_filters(peer);
    let budget = Budget::Every(Duration::from_millis(15));
    let mut coalition = Coalition::open(path).unwrap();
    coalition.read_all_ahead().unwrap();
    // Which rows match is remembered until something changes: the first page of a filter after that takes longer.
    let first = coalition
        .list_organization_ids(&OrganizationFilter::default(), OrganizationSort::default())
        .unwrap()[..1]
        .to_vec();
    let mut turn = 0;
    let mut change = |coalition: &mut Coalition| {
        turn += 1;
        let city = if turn % 2 == 0 { "Arden" } else { "Belmont" };
        coalition
            .set_organization_field(&first, OrganizationField::City, city, fixture_now())
            .unwrap();
    };
    let times = table.timed_line(
        "a filter's first page after a change",
        budget,
        &filters,
        |(_, filter)| {
            change(&mut coalition);
            let page = || coalition.list_organizations(filter, OrganizationSort::default(), 0, PAGE);
            timed(|| black_box(page().unwrap())).1
        },
    );
    let names: Vec<String> = filters.iter().map(|(name, _)| (*name).to_owned()).collect();
    slowest(table, &names, &times);
    let of_people = queries::person_filters(peer);
    let times = table.timed_line(
        "a filter of people's first page after a change",
        budget,
        &of_people,
        |(_, filter)| {
            change(&mut coalition);
            let page = || coalition.list_people(filter, PersonSort::default(), 0, PAGE);
            timed(|| black_box(page().unwrap())).1
        },
    );
    let names: Vec<String> = of_people.iter().map(|(name, _)| (*name).to_owned()).collect();
    slowest(table, &names, &times);
    let mut pages = Vec::new();
    for (name, filter) in &filters {
        let total = coalition
            .list_organizations(filter, OrganizationSort::default(), 0, 1)
            .unwrap()
            .total as usize;
        for column in OrganizationColumn::ALL {
            for reversed in [false, true] {
                for (at, offset) in offsets(total) {
                    pages.push(Page {
                        name: format!(
                            "{}{} x {name} x {at}",
                            column.word(),
                            if reversed { " down" } else { "" }
                        ),
                        filter: filter.clone(),
                        sort: OrganizationSort {
                            column: *column,
                            reversed,
                        },
                        offset,
                    });
                }
            }
        }
    }
    let times = table.line(
        "a page of organizations, sort x filter x offset",
        budget,
        &pages,
        |page| {
            black_box(
                coalition
                    .list_organizations(&page.filter, page.sort, page.offset, PAGE)
                    .unwrap(),
            );
        },
    );
    let names: Vec<String> = pages.into_iter().map(|page| page.name).collect();
    slowest(table, &names, &times);
    let late = Duration::from_millis(15);
    let over = times.iter().filter(|took| **took > late).count();
    if over > 0 {
        table.say(&format!(
            "{:>76}  {over} of {} pages take longer",
            "",
            times.len()
        ));
    }
    let offsets: Vec<usize> = (0..8).map(|at| at * 12_000).collect();
    let mut plain = peer
        .prepare("SELECT * FROM organization WHERE scope = 'local' ORDER BY city, name LIMIT 100 OFFSET ?1")
        .unwrap();
    table.line(
        "a page of organizations; peer: ORDER BY without an index",
        Budget::None,
        &offsets,
        |offset| {
            let rows = plain
                .query_map([*offset as i64], |row| row.get::<_, String>(1))
                .unwrap();
            black_box(rows.count());
        },
    );
}

/// The first page, some between, the last one.
fn offsets(total: usize) -> Vec<(&'static str, usize)> {
    let last = total.saturating_sub(PAGE);
    let mut offsets = vec![
        ("first", 0),
        ("a quarter", total / 4),
        ("the middle", total / 2),
        ("nine tenths", total * 9 / 10),
        ("last", last),
    ];
    offsets.dedup_by_key(|(_, offset)| *offset);
    offsets
}

fn people_pages(table: &mut Table, coalition: &Coalition, peer: &Connection) {
    let budget = Budget::Every(Duration::from_millis(15));
    let mut pages: Vec<(String, PersonFilter, PersonSort, usize)> = Vec::new();
    for (name, filter) in queries::person_filters(peer) {
        let total = coalition
            .list_people(&filter, PersonSort::default(), 0, 1)
            .unwrap()
            .total as usize;
        for column in PersonColumn::ALL {
            for reversed in [false, true] {
                for (at, offset) in offsets(total) {
                    let name = format!(
                        "{}{} x {name} x {at}",
                        column.word(),
                        if reversed { " down" } else { "" }
                    );
                    let sort = PersonSort {
                        column: *column,
                        reversed,
                    };
                    pages.push((name, filter.clone(), sort, offset));
                }
            }
        }
    }
    let times = table.line(
        "a page of people, sort x filter x offset",
        budget,
        &pages,
        |(_, filter, sort, offset)| {
            black_box(coalition.list_people(filter, *sort, *offset, PAGE).unwrap());
        },
    );
    let names: Vec<String> = pages.into_iter().map(|(name, ..)| name).collect();
    slowest(table, &names, &times);
}

fn duplicates(table: &mut Table, coalition: &Coalition, size: Size, most: Duration) {
    let name = format!("duplicates among {}", size.organizations);
    let found = table.once(&name, Budget::Every(most), || {
        let search = coalition.duplicate_search().unwrap();
        search.run(0.75, &mut |_| true).unwrap()
    });
    if let Some(found) = found {
        table.say(&format!(
            "{:>76}  {} pairs, {} of parent and chapter",
            "",
            found.likely.len(),
            found.families.len()
        ));
    }
}

/// The peer of the search for duplicates: every name with every other. Some of them are timed, and the time for all told.
fn comparing_all(table: &mut Table, peer: &Connection) {
    let all = queries::all_names(peer);
    let few: Vec<String> = all.iter().step_by(all.len() / 10).cloned().collect();
    let times = table.line(
        "duplicates; peer: OSA of one name to every name",
        Budget::None,
        &few,
        |name| {
            black_box(nearest(name, &all));
        },
    );
    if !times.is_empty() {
        let one = times.iter().sum::<Duration>() / times.len() as u32;
        table.say(&format!(
            "{:>76}  which makes {} for each pair of {} once",
            "",
            time(one * (all.len() / 2) as u32),
            all.len()
        ));
    }
}
