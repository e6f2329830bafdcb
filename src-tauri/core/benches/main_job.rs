//! The main job, measured: reading a list, recognizing its names, opening a file. The block has `blocks.rs`.
//!
//! Each group has a peer measured in the same run, so that a figure can be read as a ratio on any machine.

#![allow(missing_docs, clippy::unwrap_used)]

use std::hint::black_box;
use std::sync::Arc;

use ::names::recognize::NameIndex;
use base::passphrase::Passphrase;
use base::progress::no_progress;
use chrono::{DateTime, TimeZone, Utc};
use criterion::{Criterion, criterion_group, criterion_main};
use reading::list::read_list;
use undersigned_core::Coalition;
use undersigned_core::import::{Choices, ImportTarget, Likely};

#[path = "support/allocator.rs"]
mod allocator;
#[path = "support/names.rs"]
mod names;

use names::{name, names};

fn now() -> DateTime<Utc> {
    Utc.timestamp_opt(1_607_000_000, 0).unwrap()
}

fn reading_lists(criterion: &mut Criterion) {
    let list = format!("Signed by: {}, and {}.", names(499).join(", "), name(499));
    let mut group = criterion.benchmark_group("read a list of 500 names");
    group.bench_function("reader", |b| {
        b.iter(|| read_list(black_box(&list), &()).entries.len())
    });
    group.bench_function("peer: cut at commas", |b| {
        b.iter(|| black_box(&list).split(", ").map(str::to_owned).count())
    });
    group.finish();
}

fn recognizing(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("recognize 500 names");
    group.sample_size(10);
    let asked: Vec<String> = names(500)
        .iter()
        .map(|name| name.replace("United", "Untied"))
        .collect();
    for count in [10_000, 100_000] {
        let all = names(count);
        let mut index = NameIndex::new();
        for (id, name) in all.iter().enumerate() {
            index.insert(id as i64, std::slice::from_ref(name));
        }
        group.bench_function(format!("index of {count}"), |b| {
            b.iter(|| {
                asked
                    .iter()
                    .map(|name| index.recognize(black_box(name)).candidates.len())
                    .sum::<usize>()
            })
        });
        if count == 10_000 {
            group.bench_function("peer: a ratio to each of 10000, one name", |b| {
                b.iter(|| {
                    all.iter()
                        .map(|name| rapidfuzz::fuzz::ratio(black_box(asked[0].chars()), name.chars()))
                        .fold(0.0_f64, f64::max)
                })
            });
        }
    }
    group.finish();
}

fn files(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    let list = names(10_000).join("\n");
    let made = |name: &str, key: Option<Passphrase>| {
        let path = folder.path().join(name);
        let mut coalition = Coalition::create_with(&path, key).unwrap();
        let source = Arc::new(coalition.open_list("", &list).unwrap().into());
        let choices = Choices::new(ImportTarget::Organizations, Likely::New);
        let plan = coalition
            .plan_import(&source, choices, &mut no_progress, now())
            .unwrap();
        coalition.import(&source, &plan, &mut no_progress, now()).unwrap();
        path
    };
    let path = made("bench.undersigned", None);
    let words = || Passphrase::new("six words for a benchmark alone").unwrap();
    let locked = made("locked.undersigned", Some(words()));
    let mut group = criterion.benchmark_group("open a file of 10000 organizations");
    group.sample_size(20);
    group.bench_function("coalition", |b| {
        b.iter(|| Coalition::open(&path).unwrap().count_organizations().unwrap())
    });
    group.bench_function("coalition, locked", |b| {
        b.iter(|| {
            Coalition::open_with(&locked, Some(words()))
                .unwrap()
                .count_organizations()
                .unwrap()
        })
    });
    group.bench_function("peer: SQLite alone", |b| {
        b.iter(|| {
            let conn = rusqlite::Connection::open(&path).unwrap();
            conn.query_row("SELECT count(*) FROM organization", [], |row| {
                row.get::<_, i64>(0)
            })
            .unwrap()
        })
    });
    group.finish();
}

criterion_group!(main_job, reading_lists, recognizing, files);
criterion_main!(main_job);
