//! A printed page as words with their places, and whether the names of a block stand on it as they should.

use std::path::Path;
use std::process::Command;

/// A word of a page.
struct Word {
    text: String,
    /// Where it begins, in points from the left.
    x: f64,
    /// Where it stands, in points from the top, pages one after the other.
    y: f64,
}

/// Whether every name stands in the PDF, in this order, in so many columns, filled down and even.
///
/// A page is drawn in one order and read in another, and a program may keep to either.
pub fn check(pdf: &Path, names: &[String], columns: usize) -> Result<(), String> {
    check_words(&words(pdf, &["-raw"])?, names, columns)
        .or_else(|_| check_words(&words(pdf, &[])?, names, columns))
}

fn check_words(words: &[Word], names: &[String], columns: usize) -> Result<(), String> {
    let mut from = 0;
    let mut places = Vec::new();
    for name in names {
        let wanted = squeezed(name);
        let found = (from..words.len()).find_map(|at| Some((at, end_of(&words[at..], &wanted)?)));
        let Some((at, length)) = found else {
            let anywhere = (0..words.len()).any(|at| end_of(&words[at..], &wanted).is_some());
            return Err(if anywhere {
                format!("“{name}” stands out of order")
            } else {
                format!("“{name}” is not there")
            });
        };
        places.push((words[at].x, words[at].y));
        from = at + length;
    }
    if columns > 1 {
        check_columns(&places, columns)?;
    }
    Ok(())
}

/// A picture of each page beside the PDF.
pub fn picture(pdf: &Path) {
    let to = pdf.with_extension("");
    let status = Command::new("pdftoppm")
        .args(["-png", "-r", "60"])
        .arg(pdf)
        .arg(to)
        .status();
    assert!(
        status.is_ok_and(|status| status.success()),
        "pdftoppm takes {}",
        pdf.display()
    );
}

/// Columns begin at as many places as there are; in each, names go down; where a name stands at the left or higher
/// than the one before, a new column, page or group has begun.
fn check_columns(places: &[(f64, f64)], columns: usize) -> Result<(), String> {
    let mut begins: Vec<f64> = Vec::new();
    for (x, _) in places {
        if !begins.iter().any(|begin| (begin - x).abs() < 15.0) {
            begins.push(*x);
        }
    }
    if begins.len() != columns {
        return Err(format!(
            "names begin at {begins:.0?} instead of in {columns} columns"
        ));
    }
    let mut lengths = vec![0usize; columns];
    begins.sort_by(f64::total_cmp);
    let column_of = |x: f64| {
        begins
            .iter()
            .position(|begin| (begin - x).abs() < 15.0)
            .unwrap_or_default()
    };
    let mut before: Option<(usize, f64)> = None;
    for (x, y) in places {
        let column = column_of(*x);
        if let Some((last, above)) = before
            && column == last
            && *y <= above
        {
            return Err(format!("column {column} does not go down"));
        }
        lengths[column] += 1;
        before = Some((column, *y));
    }
    let (least, most) = (lengths.iter().min(), lengths.iter().max());
    match (least, most) {
        // Names of several lines may cost a column some names of each group; more would be no balance.
        (Some(least), Some(most)) if most - least <= places.len() / 4 => Ok(()),
        _ => Err(format!("the columns hold {lengths:?} names")),
    }
}

/// How many words from here spell the name; white space does not count.
fn end_of(words: &[Word], wanted: &str) -> Option<usize> {
    let mut rest = wanted;
    for (at, word) in words.iter().enumerate() {
        let mut word = squeezed(&word.text);
        // A number may stand so close before a name that both are read as one word.
        if let Some((number, name)) = word.split_once('.')
            && at == 0
            && !name.is_empty()
            && number.parse::<u16>().is_ok()
        {
            word = name.to_owned();
        }
        if let Some(left) = rest.strip_prefix(word.as_str()) {
            rest = left;
            if rest.is_empty() {
                return Some(at + 1);
            }
        } else if word.starts_with(rest) {
            // What stands right behind the name: a comma, a footnote mark.
            return Some(at + 1);
        } else if let Some(left) = word.strip_suffix('-').and_then(|part| rest.strip_prefix(part)) {
            // Hyphenated at the end of a line.
            rest = left;
        } else {
            return None;
        }
    }
    None
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn words(pdf: &Path, order: &[&str]) -> Result<Vec<Word>, String> {
    let output = Command::new("pdftotext")
        .args(order)
        .arg("-bbox")
        .arg(pdf)
        .arg("-")
        .output();
    let output = output.map_err(|error| format!("pdftotext: {error}"))?;
    let source = String::from_utf8_lossy(&output.stdout).into_owned();
    let mut words = Vec::new();
    let mut page = 0.0;
    for line in source.lines().map(str::trim) {
        if line.starts_with("<page") {
            page += 10_000.0;
        }
        let Some(word) = line.strip_prefix("<word ") else {
            continue;
        };
        let number = |name: &str| -> f64 {
            let after = word
                .split_once(&format!("{name}=\""))
                .map_or("", |(_, after)| after);
            after
                .split('"')
                .next()
                .and_then(|number| number.parse().ok())
                .unwrap_or_default()
        };
        let text = word
            .split_once('>')
            .map_or("", |(_, text)| text)
            .trim_end_matches("</word>");
        let text = text
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&apos;", "'");
        words.push(Word {
            text: text.replace("&amp;", "&"),
            x: number("xMin"),
            y: page + number("yMin"),
        });
    }
    Ok(words)
}
