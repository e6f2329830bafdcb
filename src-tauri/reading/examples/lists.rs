//! Scores the reader of lists on folders of labelled lists: how many names it finds, how many lists it reads whole, and how
//! well its probabilities tell right entries from wrong ones.
//!
//! usage: cargo run -p undersigned-reading --example lists -- [--show] FOLDER...
//!
//! A list is `NAME.in.txt` with `NAME.expected.tsv`: name, signer, title, place, heading, tabs between, as the fixtures write
//! them. `docs/reading.md` keeps the figures.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use reading::list::{Entry, read_list};

/// The fields of an entry that are compared: name, signer, title.
type Row = [String; 3];

/// What was counted over the lists of a folder.
#[derive(Default)]
struct Score {
    lists: usize,
    whole: usize,
    right: usize,
    read: usize,
    wanted: usize,
    /// Right entries and wrong ones that were marked as doubtful.
    marked: [usize; 2],
    /// By tenths of probability: how many entries, how many of them right.
    tenths: [[usize; 2]; 11],
    time: Duration,
}

fn main() -> std::io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let show = arguments.iter().any(|argument| argument == "--show");
    for folder in arguments.iter().filter(|argument| !argument.starts_with("--")) {
        let mut score = Score::default();
        let mut files: Vec<PathBuf> = std::fs::read_dir(folder)?
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.to_string_lossy().ends_with(".in.txt"))
            .collect();
        files.sort();
        for file in files {
            list(&file, show, &mut score)?;
        }
        print(folder, &score);
    }
    Ok(())
}

fn rows(path: &Path) -> std::io::Result<Vec<Row>> {
    Ok(std::fs::read_to_string(path)?
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| {
            let mut fields = line.split('\t').map(|field| field.trim().to_owned());
            std::array::from_fn(|_| bare(&fields.next().unwrap_or_default()))
        })
        .collect())
}

fn row(entry: &Entry) -> Row {
    let field = |field: &Option<String>| field.clone().unwrap_or_default();
    [&entry.name, &field(&entry.signer), &field(&entry.title)].map(|text| bare(text))
}

/// Without a last pair of parentheses: there they hold a gloss, a place or a party, and either reading is right.
fn bare(text: &str) -> String {
    let text = text.trim();
    match text.rfind('(').filter(|_| text.ends_with(')')) {
        Some(open) if text[open..].matches(')').count() == 1 => text[..open].trim_end().to_owned(),
        _ => text.to_owned(),
    }
}

fn list(file: &Path, show: bool, score: &mut Score) -> std::io::Result<()> {
    let path = file.to_string_lossy();
    let text = std::fs::read_to_string(file)?;
    let wanted = rows(Path::new(&path.replace(".in.txt", ".expected.tsv")))?;
    let begun = Instant::now();
    let entries = read_list(&text, &()).entries;
    score.time += begun.elapsed();
    let mut left: HashMap<&Row, usize> = HashMap::new();
    for row in &wanted {
        *left.entry(row).or_default() += 1;
    }
    let found: Vec<Row> = entries.iter().map(row).collect();
    let mut same = 0;
    let mut extra = Vec::new();
    for (entry, row) in entries.iter().zip(&found) {
        let right = left.get_mut(row).filter(|count| **count > 0);
        let is_right = right.is_some();
        if let Some(count) = right {
            *count -= 1;
            same += 1;
        } else {
            extra.push(format!("{} ({:.2})", row.join(" | "), entry.probability));
        }
        score.marked[usize::from(!is_right)] += usize::from(entry.is_doubtful());
        let tenth = &mut score.tenths[(entry.probability * 10.0) as usize];
        tenth[0] += 1;
        tenth[1] += usize::from(is_right);
    }
    let whole = found == wanted;
    score.lists += 1;
    score.whole += usize::from(whole);
    score.right += same;
    score.read += found.len();
    score.wanted += wanted.len();
    if show && !whole {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        println!("{name}: {same} of {}, read {}", wanted.len(), found.len());
        for row in extra {
            println!("  + {row}");
        }
        for (row, _) in left.iter().filter(|(_, count)| **count > 0) {
            println!("  - {}", row.join(" | "));
        }
    }
    Ok(())
}

fn print(folder: &str, score: &Score) {
    let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
    let (precision, recall) = (share(score.right, score.read), share(score.right, score.wanted));
    println!(
        "{folder}: {} of {} lists whole; precision {precision:.4} recall {recall:.4} F1 {:.4}; {:.1} ms",
        score.whole,
        score.lists,
        2.0 * precision * recall / (precision + recall).max(1e-9),
        score.time.as_secs_f64() * 1000.0,
    );
    let wrong = score.read - score.right;
    println!(
        "  doubt: {} of {wrong} wrong entries marked ({:.2}), {} of {} right ones ({:.3})",
        score.marked[1],
        share(score.marked[1], wrong),
        score.marked[0],
        score.right,
        share(score.marked[0], score.right),
    );
    for (tenth, [all, right]) in score.tenths.iter().enumerate().filter(|(_, [all, _])| *all > 0) {
        println!(
            "  probability {:.1}: {all} entries, {:.2} right",
            tenth as f64 / 10.0,
            share(*right, *all)
        );
    }
}
