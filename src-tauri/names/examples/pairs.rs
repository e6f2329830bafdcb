//! Measures the comparison of names on labelled pairs, and learns its weights from them.
//!
//! usage: `pairs measure|show|train|agree FILE...`; each line is `name TAB name TAB 1|0 [TAB kind]`, 1 for one organization
//! under two names. `measure` prints precision and recall, `show` the wrong pairs too, `train` the source of `weights.rs`, and
//! `agree` which pairs that a comparison offers the index and the search for duplicates miss.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::expect_used,
    clippy::indexing_slicing
)]

use std::collections::{BTreeMap, HashSet};

use names::recognize::{LIKELY, Match, NameIndex, Verdict, compare, duplicates, measured};

/// A labelled pair.
struct Pair {
    a: String,
    b: String,
    same: bool,
    kind: String,
}

fn read(files: &[String]) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(file).expect("a readable file");
        for line in text.lines() {
            let mut fields = line.split('\t');
            let (Some(a), Some(b), Some(same)) = (fields.next(), fields.next(), fields.next()) else {
                continue;
            };
            pairs.push(Pair {
                a: a.to_owned(),
                b: b.to_owned(),
                same: same == "1",
                kind: fields.next().unwrap_or("").to_owned(),
            });
        }
    }
    pairs
}

fn ratio(part: usize, of: usize) -> f64 {
    if of == 0 { 0.0 } else { part as f64 / of as f64 }
}

fn measure(pairs: &[Pair], show: bool) {
    let mut count: BTreeMap<(usize, bool), usize> = BTreeMap::new();
    let mut kinds: BTreeMap<(bool, &str), [usize; 3]> = BTreeMap::new();
    for pair in pairs {
        let comparison = compare(&pair.a, &pair.b);
        let verdict = match comparison.verdict {
            Match::Exact => 0,
            Match::Likely => 1,
            Match::Different => 2,
        };
        *count.entry((verdict, pair.same)).or_default() += 1;
        kinds.entry((pair.same, &pair.kind)).or_default()[verdict] += 1;
        let wrong = (verdict == 2) == pair.same || verdict == 0 && !pair.same;
        if show && wrong {
            println!(
                "{} {} {:.2} {:?}\t{} | {}",
                u8::from(pair.same),
                comparison.verdict.word(),
                comparison.score,
                comparison.reason,
                pair.a,
                pair.b
            );
        }
    }
    let of = |verdict: usize, same: bool| count.get(&(verdict, same)).copied().unwrap_or(0);
    let exact = of(0, true) + of(0, false);
    let offered = exact + of(1, true) + of(1, false);
    let found = of(0, true) + of(1, true);
    let same = found + of(2, true);
    println!(
        "{} pairs, {same} the same: exact {exact}, wrong {}, precision {:.4}; exact+likely precision {:.3} recall {:.3}",
        pairs.len(),
        of(0, false),
        ratio(of(0, true), exact),
        ratio(found, offered),
        ratio(found, same)
    );
    for ((same, kind), [exact, likely, different]) in kinds {
        println!(
            "  {} {kind:24} exact {exact:5} likely {likely:5} different {different:5}",
            if same { "same" } else { "not " }
        );
    }
}

/// How strongly large weights are held down.
const RIDGE: f64 = 2.0;

/// Learns the weights by logistic regression (Newton's method) from the pairs of which no rule is certain, and prints the
/// source of `weights.rs`.
fn train(pairs: &[Pair]) {
    let mut rows: Vec<(Vec<f64>, f64)> = Vec::new();
    let mut names: &[&str] = &[];
    for pair in pairs {
        if let Some((features, values)) = measured(&pair.a, &pair.b) {
            names = features;
            rows.push((values, f64::from(u8::from(pair.same))));
        }
    }
    let count = names.len();
    eprintln!(
        "{} of {} pairs are weighed, {} the same",
        rows.len(),
        pairs.len(),
        rows.iter().filter(|(_, same)| *same > 0.5).count()
    );
    let mut weights = vec![0.0; count];
    for _ in 0..30 {
        let mut gradient: Vec<f64> = weights.iter().map(|weight| -RIDGE * weight).collect();
        let mut hessian = vec![vec![0.0; count]; count];
        for (at, row) in hessian.iter_mut().enumerate() {
            row[at] = RIDGE;
        }
        for (values, same) in &rows {
            let sum: f64 = values
                .iter()
                .zip(&weights)
                .map(|(value, weight)| value * weight)
                .sum();
            let p = 1.0 / (1.0 + (-sum).exp());
            for i in 0..count {
                if values[i] == 0.0 {
                    continue;
                }
                gradient[i] += (same - p) * values[i];
                for j in 0..count {
                    hessian[i][j] += p * (1.0 - p) * values[i] * values[j];
                }
            }
        }
        for (weight, step) in weights.iter_mut().zip(solve(hessian, gradient)) {
            *weight += step;
        }
    }
    println!("//! The weights of what `weigh.rs` measures, learned from labelled pairs.");
    println!("\nuse super::weigh::COUNT;\n");
    println!("/// One weight for each of [`super::weigh::FEATURES`], in their order.");
    println!("pub(super) const WEIGHTS: [f64; COUNT] = [");
    for (weight, name) in weights.iter().zip(names) {
        println!("    {weight:.3}, // {name}");
    }
    println!("];");
}

/// Solves a system of linear equations by elimination.
fn solve(mut matrix: Vec<Vec<f64>>, mut right: Vec<f64>) -> Vec<f64> {
    let count = right.len();
    for pivot in 0..count {
        let best = (pivot..count)
            .max_by(|&i, &j| matrix[i][pivot].abs().total_cmp(&matrix[j][pivot].abs()))
            .unwrap_or(pivot);
        matrix.swap(pivot, best);
        right.swap(pivot, best);
        for row in pivot + 1..count {
            let factor = matrix[row][pivot] / matrix[pivot][pivot];
            let known = matrix[pivot].clone();
            for (value, known) in matrix[row].iter_mut().zip(known).skip(pivot) {
                *value -= factor * known;
            }
            right[row] -= factor * right[pivot];
        }
    }
    for row in (0..count).rev() {
        let known: f64 = (row + 1..count)
            .map(|column| matrix[row][column] * right[column])
            .sum();
        right[row] = (right[row] - known) / matrix[row][row];
    }
    right
}

/// How many of the pairs that a comparison offers are found among all names too: by the index, and as duplicates.
fn agree(pairs: &[Pair]) {
    let mut index = NameIndex::new();
    let mut both = NameIndex::new();
    for (at, pair) in (0..).zip(pairs) {
        index.insert(at, &[&pair.b]);
        both.insert(2 * at, &[&pair.a]);
        both.insert(2 * at + 1, &[&pair.b]);
    }
    let start = std::time::Instant::now();
    let found: HashSet<(i64, i64)> = duplicates(&both, LIKELY, &mut |_, _| true)
        .into_iter()
        .map(|pair| (pair.a, pair.b))
        .collect();
    let took = start.elapsed();
    let (mut offered, mut recognized, mut twice) = (0, 0, 0);
    for (at, pair) in (0..).zip(pairs) {
        if compare(&pair.a, &pair.b).verdict == Match::Different {
            continue;
        }
        offered += 1;
        let recognition = index.recognize(&pair.a);
        // Another pair of the same organization may be exact, or five others be nearer.
        let others = recognition.verdict == Verdict::Exact || recognition.candidates.len() >= 5;
        let known = others || recognition.candidates.iter().any(|other| other.id == at);
        recognized += usize::from(known);
        let duplicate = found.contains(&(2 * at, 2 * at + 1));
        twice += usize::from(duplicate);
        if !known || !duplicate {
            println!(
                "{} {}\t{} | {}",
                u8::from(known),
                u8::from(duplicate),
                pair.a,
                pair.b
            );
        }
    }
    println!(
        "of {offered} offered: recognized {:.3}, duplicates {:.3} (of {} names, {} found, {took:?})",
        ratio(recognized, offered),
        ratio(twice, offered),
        both.len(),
        found.len()
    );
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some((command, files)) = arguments.split_first() else {
        eprintln!("usage: pairs measure|show|train|agree FILE...");
        std::process::exit(2);
    };
    let pairs = read(files);
    match command.as_str() {
        "train" => train(&pairs),
        "agree" => agree(&pairs),
        _ => measure(&pairs, command == "show"),
    }
}
