//! The ledger, measured at a letter of five thousand sign-ons: opening it, a change of status with the block beside it, whom to
//! chase, the check, the matrix.
//!
//! Each group has a peer measured in the same run, so that a figure can be read as a ratio on any machine.

#![allow(missing_docs, clippy::unwrap_used)]

use std::hint::black_box;

use base::messages::Language;
use base::passphrase::Passphrase;
use criterion::{Criterion, criterion_group, criterion_main};
use undersigned_core::Coalition;
use undersigned_core::history::HistoryQuery;
use undersigned_core::matrix::{MatrixQuery, MatrixRows, MatrixSort};
use undersigned_core::signon::{Status, StatusChange, Via};
use undersigned_generate::{Size, fixture_now, generate};
use vocabulary::ids::LetterId;
use wire::BlockView;

#[path = "../../core/benches/support/allocator.rs"]
mod allocator;

/// One letter, which is then the largest that is made.
const SIZE: Size = Size {
    organizations: 10_000,
    people: 10_000,
    letters: 1,
};

fn made(key: Option<Passphrase>) -> (tempfile::TempDir, Coalition, LetterId) {
    let folder = tempfile::tempdir().unwrap();
    let mut coalition = Coalition::create_with(&folder.path().join("ledger.undersigned"), key).unwrap();
    generate(&mut coalition, SIZE, 1, fixture_now()).unwrap();
    let letter = coalition.list_letters().unwrap()[0].id;
    (folder, coalition, letter)
}

fn ledgers(criterion: &mut Criterion) {
    ledger(criterion, None);
    ledger(
        criterion,
        Some(Passphrase::new("six words for a benchmark alone").unwrap()),
    );
}

fn ledger(criterion: &mut Criterion, key: Option<Passphrase>) {
    let locked = key.is_some();
    let (folder, mut coalition, letter) = made(key);
    let now = fixture_now();
    let rows = coalition.list_sign_ons(letter, now).unwrap();
    let mut group = criterion.benchmark_group(format!(
        "a ledger of {}{}",
        rows.len(),
        if locked { ", locked" } else { "" }
    ));
    group.sample_size(20);
    group.bench_function("open: letter, ledger, block", |b| {
        b.iter(|| {
            let counts = coalition.get_letter(letter).unwrap().counts;
            let rows = coalition.list_sign_ons(letter, now).unwrap();
            let block = BlockView::new(&coalition, letter).unwrap();
            black_box((counts, rows.len(), block.total))
        })
    });
    if !locked {
        let peer = rusqlite::Connection::open(folder.path().join("ledger.undersigned")).unwrap();
        group.bench_function("peer: the rows of the table alone", |b| {
            b.iter(|| {
                let mut statement = peer
                    .prepare_cached("SELECT * FROM sign_on WHERE letter_id = ?1")
                    .unwrap();
                let rows = statement
                    .query_map([letter.0], |row| row.get::<_, String>(5))
                    .unwrap();
                black_box(rows.map(Result::unwrap).map(|name| name.len()).sum::<usize>())
            })
        });
    }
    group.bench_function("ledger", |b| {
        b.iter(|| black_box(coalition.list_sign_ons(letter, now).unwrap().len()))
    });
    group.bench_function("block", |b| {
        b.iter(|| black_box(BlockView::new(&coalition, letter).unwrap().total))
    });
    group.bench_function("whom to chase", |b| {
        b.iter(|| black_box(coalition.list_followups(Some(letter), now).unwrap().len()))
    });
    group.bench_function("check", |b| {
        let options = coalition.get_block_options(letter).unwrap();
        b.iter(|| black_box(coalition.check_letter(letter, &options, now).unwrap().len()))
    });
    group.bench_function("matrix: a page of 100 by signed", |b| {
        let query = MatrixQuery {
            letter_ids: None,
            from: 0,
            organizations: MatrixRows::All,
            sort: MatrixSort::Signed,
            offset: 0,
            limit: 100,
        };
        b.iter(|| black_box(coalition.get_matrix(&query).unwrap().rows.len()))
    });
    let mut confirmed = false;
    group.bench_function("a status changes, ledger and block after it", |b| {
        b.iter(|| {
            confirmed = !confirmed;
            let change = StatusChange {
                via: Some(Via::Email),
                ..StatusChange::to(if confirmed {
                    Status::Confirmed
                } else {
                    Status::Asked
                })
            };
            coalition.set_sign_on_status(&[rows[0].id], &change, now).unwrap();
            let rows = coalition.list_sign_ons(letter, now).unwrap();
            black_box((rows.len(), BlockView::new(&coalition, letter).unwrap().total))
        })
    });
    group.bench_function("history: a page of one letter", |b| {
        let query = HistoryQuery {
            letter_id: Some(letter),
            limit: 100,
            ..HistoryQuery::default()
        };
        b.iter(|| {
            let found = coalition.find_history(&query, Language::English).unwrap();
            black_box(found.events.len())
        })
    });
    group.finish();
}

criterion_group!(benches, ledgers);
criterion_main!(benches);
