//! Learns what each word of a running text is part of: a person who signs, an office, an organization or nothing of these.
//!
//! usage: cargo run --release -p undersigned-reading --example prose -- train | show
//!
//! `train` writes `src/list/tagger.weights` and prints how many stretches of sentences that were kept aside are found. It learns
//! from sentences that a grammar makes up of the texts in `corpus/`; the same corpus gives the same weights.

use std::collections::HashSet;
use std::ops::Range;

#[allow(dead_code, reason = "another example uses the rest")]
mod corpus;
#[path = "corpus/sentences.rs"]
mod sentences;

use corpus::{Corpus, Draw, root};
use reading::list::learned::Field;
use reading::list::tagger::{FEATURES, TAGS, WEIGHTS, best, features, tokens};
use sentences::{Phrases, Sentence};

/// How many sentences are made.
const SENTENCES: usize = 9_000;
/// How often they are gone through.
const ROUNDS: usize = 5;
/// How often in a hundred a sentence is learned without its words, so that words nobody knows are told by what stands around them.
const BLIND: usize = 30;

/// The features of each word of a sentence, and the tag that it has.
struct Example {
    words: Vec<Vec<usize>>,
    tags: Vec<u8>,
}

fn main() -> std::io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.first().map(String::as_str) {
        Some("train") => train(),
        Some("show") => {
            let (corpus, phrases) = (Corpus::read()?, Phrases::read()?);
            let mut draw = Draw(11);
            for _ in 0..20 {
                println!("{}\n", phrases.sentence(&corpus, &mut draw).text);
            }
            Ok(())
        }
        _ => {
            eprintln!("usage: prose train | show");
            Ok(())
        }
    }
}

fn example(sentence: &Sentence, blind: bool) -> Example {
    let tokens = tokens(&sentence.text);
    let words = features(&sentence.text, &tokens)
        .into_iter()
        .map(|word| {
            word.into_iter()
                .filter(|(about, _)| !(blind && *about < 10))
                .map(|(_, feature)| feature)
                .collect()
        })
        .collect();
    let tag = |token: &Range<usize>| {
        sentence
            .parts
            .iter()
            .find(|(range, _)| range.start < token.end && token.start < range.end)
            .map_or(0, |(range, field)| {
                let kind = match field {
                    Field::Person => 1,
                    Field::Title => 3,
                    _ => 5,
                };
                kind + u8::from(token.start > range.start)
            })
    };
    Example {
        words,
        tags: tokens.iter().map(tag).collect(),
    }
}

/// Weights that grow and shrink with what is told wrong, and their mean over all steps.
struct Model {
    weights: Vec<f32>,
    sums: Vec<f64>,
    since: Vec<u32>,
    step: u32,
}

impl Model {
    fn change(&mut self, at: usize, by: f32) {
        self.sums[at] += f64::from(self.weights[at]) * f64::from(self.step - self.since[at]);
        self.since[at] = self.step;
        self.weights[at] += by;
    }

    fn tags(weights: &[f32], words: &[Vec<usize>]) -> Vec<u8> {
        let scores: Vec<[f32; TAGS]> = words
            .iter()
            .map(|features| {
                let mut sums = [0.0; TAGS];
                for feature in features {
                    for (sum, weight) in sums.iter_mut().zip(&weights[feature * TAGS..]) {
                        *sum += weight;
                    }
                }
                sums
            })
            .collect();
        let mut behind = [[0.0; TAGS]; TAGS];
        for (one, row) in behind.iter_mut().enumerate() {
            row.copy_from_slice(&weights[FEATURES * TAGS + one * TAGS..][..TAGS]);
        }
        best(&scores, &behind)
    }

    fn learn(&mut self, example: &Example) {
        self.step += 1;
        let told = Self::tags(&self.weights, &example.words);
        for at in 0..told.len() {
            let (wrong, right) = (usize::from(told[at]), usize::from(example.tags[at]));
            if wrong != right {
                for feature in &example.words[at] {
                    self.change(feature * TAGS + right, 1.0);
                    self.change(feature * TAGS + wrong, -1.0);
                }
            }
            if at > 0 {
                let pair =
                    |tags: &[u8]| FEATURES * TAGS + usize::from(tags[at - 1]) * TAGS + usize::from(tags[at]);
                self.change(pair(&example.tags), 1.0);
                self.change(pair(&told), -1.0);
            }
        }
    }
}

/// The stretches that tags make: where each begins and ends, and what it is.
fn stretches(tags: &[u8]) -> HashSet<(usize, usize, u8)> {
    let mut found = HashSet::new();
    for start in (0..tags.len()).filter(|at| tags[*at] % 2 == 1) {
        let further = tags[start + 1..]
            .iter()
            .take_while(|tag| **tag == tags[start] + 1)
            .count();
        found.insert((start, start + 1 + further, tags[start]));
    }
    found
}

/// How many stretches are found as they are, by precision and recall in one.
fn share(weights: &[f32], examples: &[Example]) -> f64 {
    let (mut right, mut all) = (0, 0);
    for example in examples {
        let (told, wanted) = (
            stretches(&Model::tags(weights, &example.words)),
            stretches(&example.tags),
        );
        right += told.intersection(&wanted).count();
        all += told.len() + wanted.len();
    }
    2.0 * right as f64 / all.max(1) as f64
}

fn train() -> std::io::Result<()> {
    let (corpus, phrases) = (Corpus::read()?, Phrases::read()?);
    let mut draw = Draw(20_261_130);
    let mut learned = Vec::new();
    let mut aside = Vec::new();
    for at in 0..SENTENCES {
        let sentence = phrases.sentence(&corpus, &mut draw);
        if at % 20 == 0 {
            aside.push(example(&sentence, false));
        } else {
            learned.push(example(&sentence, draw.percent(BLIND)));
        }
    }
    let mut model = Model {
        weights: vec![0.0; WEIGHTS],
        sums: vec![0.0; WEIGHTS],
        since: vec![0; WEIGHTS],
        step: 0,
    };
    for round in 0..ROUNDS {
        for example in &learned {
            model.learn(example);
        }
        println!(
            "round {}: {:.4} of the stretches kept aside",
            round + 1,
            share(&model.weights, &aside)
        );
    }
    for at in 0..WEIGHTS {
        model.change(at, 0.0);
    }
    let means: Vec<f32> = model
        .sums
        .iter()
        .map(|sum| (sum / f64::from(model.step)) as f32)
        .collect();
    println!("mean: {:.4}", share(&means, &aside));
    // The few greatest are cut off, so that steps are small enough for the rest.
    let mut sizes: Vec<f32> = means
        .iter()
        .map(|weight| weight.abs())
        .filter(|size| *size > 0.0)
        .collect();
    sizes.sort_by(f32::total_cmp);
    let most = sizes.get(sizes.len() * 999 / 1000).copied().unwrap_or(1.0);
    let steps: Vec<u8> = means
        .iter()
        .map(|weight| ((weight / most * 127.0).round().clamp(-127.0, 127.0) as i8).cast_unsigned())
        .collect();
    let rounded: Vec<f32> = steps.iter().map(|step| f32::from(step.cast_signed())).collect();
    println!("in steps: {:.4}", share(&rounded, &aside));
    std::fs::write(root().join("src/list/tagger.weights"), steps)
}
