//! Learns what people, offices, organizations and places look like, from the texts in `corpus/`.
//!
//! usage: cargo run --release -p undersigned-reading --example fields -- train | show TEXT...
//!
//! `train` writes `src/list/fields.weights` and prints how often examples that were kept aside are told right. People are
//! made up from the lists of given names and surnames; what is none of the four alone is put together from the others. The
//! same corpus gives the same weights.

use std::path::Path;

mod corpus;

use corpus::{Corpus, Draw, root};
use reading::list::learned::{FEATURES, Field, KINDS, STEP, features, softmax};

/// How often the examples are gone through.
const ROUNDS: usize = 5;
/// How many examples of each kind are made.
const EACH: usize = 9000;

fn main() -> std::io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.split_first() {
        Some((first, _)) if first == "train" => train(),
        Some((first, texts)) if first == "show" => {
            let steps = std::fs::read(root().join("src/list/fields.weights"))?;
            let weights: Vec<f32> = steps
                .iter()
                .map(|step| f32::from(step.cast_signed()) * STEP)
                .collect();
            for text in texts {
                println!(
                    "{text}: {:.2?}",
                    softmax(&sums(
                        &weights,
                        &features(text)
                            .into_iter()
                            .map(|(_, feature)| feature)
                            .collect::<Vec<_>>()
                    ))
                );
            }
            Ok(())
        }
        _ => {
            eprintln!("usage: fields train | show TEXT...");
            Ok(())
        }
    }
}

/// An example: its features, and the kind that it is.
type Example = (Vec<usize>, usize);

/// How often in a hundred an example is learned without what its words are, so that words nobody knows stay in doubt.
const BLIND: usize = 35;

fn examples() -> std::io::Result<Vec<Example>> {
    let corpus = Corpus::read()?;
    let mut draw = Draw(20_261_129);
    let mut all = Vec::new();
    for _ in 0..EACH {
        for kind in [
            Field::Person,
            Field::Title,
            Field::Organization,
            Field::Place,
            Field::Other,
        ] {
            let text = match kind {
                Field::Person => corpus.person(&mut draw),
                Field::Title => corpus.title(&mut draw),
                Field::Organization => corpus.organization(&mut draw),
                Field::Place if draw.percent(60) => corpus.place(&mut draw),
                Field::Place => continue,
                Field::Other => corpus.other(&mut draw),
            };
            let blind = draw.percent(BLIND);
            let seen = features(&text)
                .into_iter()
                .filter(|(about, _)| !(blind && (1..=5).contains(about)))
                .map(|(_, feature)| feature)
                .collect();
            all.push((seen, kind as usize));
        }
    }
    Ok(all)
}

fn sums(weights: &[f32], features: &[usize]) -> [f32; KINDS] {
    let mut sums = [0.0; KINDS];
    for feature in features {
        for (kind, sum) in sums.iter_mut().enumerate() {
            *sum += weights[feature * KINDS + kind];
        }
    }
    sums
}

fn train() -> std::io::Result<()> {
    let all = examples()?;
    let (learned, aside): (Vec<_>, Vec<_>) = all.into_iter().enumerate().partition(|(at, _)| at % 10 != 0);
    let mut weights = vec![0.0_f32; FEATURES * KINDS];
    let mut grown = vec![1e-6_f32; FEATURES * KINDS];
    for round in 0..ROUNDS {
        for (_, (features, kind)) in &learned {
            let probabilities = softmax(&sums(&weights, features));
            for feature in features {
                for (other, probability) in probabilities.iter().enumerate() {
                    let at = feature * KINDS + other;
                    let slope = probability - f32::from(u8::from(other == *kind)) + 2e-6 * weights[at];
                    grown[at] += slope * slope;
                    weights[at] -= 0.25 * slope / grown[at].sqrt();
                }
            }
        }
        println!(
            "round {}: {:.4} of those kept aside are told right",
            round + 1,
            share(&weights, &aside)
        );
    }
    let steps: Vec<u8> = weights
        .iter()
        .map(|weight| ((weight / STEP).round().clamp(-127.0, 127.0) as i8).cast_unsigned())
        .collect();
    let rounded: Vec<f32> = steps
        .iter()
        .map(|step| f32::from(step.cast_signed()) * STEP)
        .collect();
    println!("in steps: {:.4}", share(&rounded, &aside));
    confusion(&rounded, &aside);
    std::fs::write(root().join(Path::new("src/list/fields.weights")), steps)
}

fn told(weights: &[f32], features: &[usize]) -> usize {
    let sums = sums(weights, features);
    (0..KINDS)
        .max_by(|a, b| sums[*a].total_cmp(&sums[*b]))
        .unwrap_or_default()
}

fn share(weights: &[f32], examples: &[(usize, Example)]) -> f64 {
    let right = examples
        .iter()
        .filter(|(_, (features, kind))| told(weights, features) == *kind)
        .count();
    right as f64 / examples.len().max(1) as f64
}

fn confusion(weights: &[f32], examples: &[(usize, Example)]) {
    let mut counts = [[0_usize; KINDS]; KINDS];
    for (_, (features, kind)) in examples {
        counts[*kind][told(weights, features)] += 1;
    }
    for (kind, row) in ["person", "title", "organization", "place", "other"]
        .iter()
        .zip(counts)
    {
        println!("{kind:>12}: {row:?}");
    }
}
