//! The block of 10,000 signatories, measured: arranged, then in every format; and the same documents written by
//! python-docx and XlsxWriter in the same run, as ratios.
//!
//! To hold: 20 ms to arrange, 20 ms more for each text format, 150 ms for a Word document and a workbook. A PDF is of a
//! letter as letters are, with 300 names: 300 ms.

#![allow(missing_docs, clippy::unwrap_used)]

use std::hint::black_box;
use std::io::Write;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use blocks::{
    BlockOptions, EntryForm, Format, GroupBy, Layout, Order, Signatory, SignatoryBlock, arrange, render,
};
use criterion::{BatchSize, Criterion, criterion_group};
use undersigned_core::Language;

#[path = "support/allocator.rs"]
mod allocator;
#[path = "support/names.rs"]
mod names;

use names::names;

const COUNT: usize = 10_000;

fn signatories() -> Vec<Signatory> {
    const STATES: [&str; 10] = ["WI", "IL", "MN", "IA", "MI", "OH", "IN", "MO", "KS", "NE"];
    let made = names(COUNT).into_iter().enumerate().map(|(at, name)| Signatory {
        name,
        signer: Some(format!("Rosa Pine {}", at % 97)),
        title: Some("Executive Director".to_owned()),
        state: Some(STATES[at % STATES.len()].to_owned()),
        place: Some(format!("Riverbend, {}", STATES[at % STATES.len()])),
        signed_at: Some(format!("2020-12-{:02}T12:00:00Z", at % 28 + 1)),
        // As they come: not in the order of the alphabet.
        position: ((at * 7919) % COUNT) as i64,
        ..Signatory::default()
    });
    made.collect()
}

fn arranged(layout: Layout) -> SignatoryBlock {
    let options = BlockOptions {
        layout,
        ..BlockOptions::default()
    };
    arrange(&signatories(), &options, &Language::English)
}

fn arranging(criterion: &mut Criterion) {
    let signatories = signatories();
    let base = BlockOptions::default();
    let mut group = criterion.benchmark_group("arrange 10000 signatories");
    group.sample_size(20);
    for (name, options) in [
        ("alphabetical", base.clone()),
        (
            "letter by letter in prose",
            BlockOptions {
                layout: Layout::Prose,
                order: Order::LetterByLetter,
                ..base.clone()
            },
        ),
        (
            "by state with counts, signers by surname",
            BlockOptions {
                group: GroupBy::State,
                counts: true,
                entry: EntryForm::Signer,
                order: Order::Surname,
                ..base.clone()
            },
        ),
        (
            "by date signed",
            BlockOptions {
                order: Order::Signed,
                ..base
            },
        ),
    ] {
        group.bench_function(name, |b| {
            b.iter(|| arrange(black_box(&signatories), &options, &Language::English))
        });
    }
    group.bench_function("peer: sort the names by bytes", |b| {
        b.iter_batched_ref(
            || names(COUNT),
            |names| names.sort_unstable(),
            BatchSize::LargeInput,
        )
    });
    group.finish();
}

fn rendering(criterion: &mut Criterion) {
    for layout in [Layout::Lines, Layout::Columns, Layout::Table, Layout::Prose] {
        let block = arranged(layout);
        let mut group = criterion.benchmark_group(format!("render 10000 signatories in {layout}"));
        group.sample_size(20);
        for format in Format::ALL {
            group.bench_function(format.word(), |b| {
                b.iter(|| render(black_box(&block), *format).unwrap().len())
            });
        }
        group.finish();
    }
}

fn letter(criterion: &mut Criterion) {
    let some: Vec<Signatory> = signatories().into_iter().take(300).collect();
    let mut group = criterion.benchmark_group("render 300 signatories as pdf");
    for layout in Layout::ALL {
        let options = BlockOptions {
            layout: *layout,
            entry: EntryForm::Signer,
            ..BlockOptions::default()
        };
        let block = arrange(&some, &options, &Language::English);
        group.bench_function(layout.word(), |b| {
            b.iter(|| render(black_box(&block), Format::Pdf).unwrap().len())
        });
    }
    group.finish();
}

/// The same names written by the libraries that scripts use, in turns with ours.
fn compare_with_peers() {
    let python = std::env::var("UNDERSIGNED_PEERS_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    println!("\nthe same names by other libraries, {COUNT} of them, median of 5 in turns:");
    let block = arranged(Layout::Lines);
    let entries = block.groups.iter().flat_map(|group| &group.entries);
    let list: Vec<String> = entries.map(|entry| entry.text()).collect();
    for (format, peer) in [(Format::Docx, "python-docx"), (Format::Xlsx, "XlsxWriter")] {
        let mut times = Vec::new();
        for _ in 0..5 {
            let started = Instant::now();
            black_box(render(&block, format).unwrap());
            let ours = started.elapsed();
            let Some(theirs) = peer_time(&python, format, &list.join("\n")) else {
                println!(
                    "  {format}: not compared, because {python} has no {peer} (cargo xtask bench installs it)"
                );
                break;
            };
            times.push((ours, theirs));
        }
        if times.len() < 5 {
            continue;
        }
        let median = |of: fn(&(Duration, Duration)) -> Duration| {
            let mut all: Vec<Duration> = times.iter().map(of).collect();
            all.sort();
            all[2]
        };
        let (ours, theirs) = (median(|pair| pair.0), median(|pair| pair.1));
        println!(
            "  {format}: {:.1} ms here, {:.1} ms by {peer}: {:.1} times as long",
            ours.as_secs_f64() * 1e3,
            theirs.as_secs_f64() * 1e3,
            theirs.as_secs_f64() / ours.as_secs_f64()
        );
    }
}

/// How long the peer takes from the names to the bytes; starting Python and reading the names do not count.
fn peer_time(python: &str, format: Format, list: &str) -> Option<Duration> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/peers/write.py");
    let mut child = Command::new(python)
        .args([script, format.word()])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let _ = child.stdin.take()?.write_all(list.as_bytes());
    let output = child.wait_with_output().ok()?;
    let nanoseconds = String::from_utf8(output.stdout).ok()?.trim().parse().ok()?;
    output.status.success().then(|| Duration::from_nanos(nanoseconds))
}

criterion_group!(blocks, arranging, rendering, letter);

fn main() {
    blocks();
    // A name on the command line chooses among the benchmarks; this one is called "peers".
    let mut chosen = std::env::args()
        .skip(1)
        .filter(|argument| !argument.starts_with('-'));
    let is_trial = std::env::args().any(|argument| argument == "--test");
    if !is_trial && chosen.next().is_none_or(|name| name == "peers") {
        compare_with_peers();
    }
}
