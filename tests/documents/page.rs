//! A printed page as words with their places, and whether the names of a block stand on it as they should.
//!
//! A name is followed from word to word as an eye follows it: to the right, else to the next line, else to the top of the next
//! column or page. The order in which a PDF stores its text plays no part.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

/// A word of a page. Lengths are in points, from the left and the top of the page.
struct Word {
    text: String,
    page: usize,
    left: f64,
    right: f64,
    top: f64,
    foot: f64,
}

impl Word {
    fn height(&self) -> f64 {
        self.foot - self.top
    }

    fn middle(&self) -> f64 {
        f64::midpoint(self.top, self.foot)
    }

    /// Whether another stands on the same line, of whatever column.
    fn is_beside(&self, other: &Self) -> bool {
        self.page == other.page
            && (self.middle() - other.middle()).abs() < 0.5 * self.height().min(other.height())
    }
}

/// What is expected of a document.
pub struct Expected {
    /// The text of each entry, in order; white space does not count.
    pub names: Vec<String>,
    /// In how many columns they stand.
    pub columns: usize,
    /// Letters for which there is no font here: what stands in their place does not count.
    pub unknown: Vec<char>,
}

impl Expected {
    /// Names in columns, where letters that no font of this machine has need not be seen.
    pub fn new(names: Vec<String>, columns: usize) -> Self {
        let mut letters: Vec<char> = names
            .iter()
            .flat_map(|name| name.chars())
            .filter(|c| !c.is_ascii() && c.is_alphabetic())
            .collect();
        letters.sort_unstable();
        letters.dedup();
        letters.retain(|letter| !has_font(*letter));
        Self {
            names,
            columns,
            unknown: letters,
        }
    }
}

/// Whether some font of this machine has a letter.
fn has_font(letter: char) -> bool {
    let output = Command::new("fc-list")
        .arg(format!(":charset={:x}", u32::from(letter)))
        .output();
    output.is_ok_and(|output| !output.stdout.is_empty())
}

/// How much of a page that is not the last may stay free, in points: the highest entry with its heading.
const MOST_FREE: f64 = 100.0;
/// The widest space between two words of a line; columns stand further apart.
const SPACE: f64 = 11.0;
/// The widest space that surely parts two words of one line: columns of TeX stand ten points apart.
const CLOSE: f64 = 9.8;
/// How far a line may begin from where the line above begins, and how far below it stands, in heights of a line.
const INDENT: f64 = 40.0;
const NEXT_LINE: f64 = 2.0;
/// How far down a page its first line may stand, below a header.
const HEAD: f64 = 200.0;

/// Whether every name stands in the PDF, whole, in this order, in so many columns, filled down and even, and whether its
/// pages are filled.
pub fn check(pdf: &Path, expected: &Expected) -> Result<(), String> {
    let (mut words, width) = words(pdf)?;
    let without = |text: &str| -> String {
        let is_box = |c: char| c == '□' || c == '\u{fffd}' || c.is_control();
        let unknown = |c: char| expected.unknown.contains(&c) || !expected.unknown.is_empty() && is_box(c);
        text.chars().filter(|c| !unknown(*c)).collect()
    };
    for word in &mut words {
        word.text = squeezed(&without(&word.text));
    }
    if let Some(word) = words.iter().find(|word| word.right > width - 1.0) {
        return Err(format!("“{}” runs over the edge of its page", word.text));
    }
    let lines = Lines::new(&words);
    // The longest first, so that no name is found in a longer one.
    let mut order: Vec<(usize, String)> = expected
        .names
        .iter()
        .map(|name| squeezed(&without(name)))
        .enumerate()
        .collect();
    order.sort_by_key(|(at, name)| (std::cmp::Reverse(name.chars().count()), *at));
    let mut used = vec![false; words.len()];
    let mut begins = vec![0; order.len()];
    // Those that are hard to follow come last, so that none takes the end of another.
    for reach in [Reach::Line, Reach::Below, Reach::Further] {
        let mut rest = Vec::new();
        for (at, wanted) in order {
            let found = (0..words.len())
                .filter(|first| !words[*first].text.is_empty())
                .find_map(|first| lines.follow(first, &wanted, reach, &used));
            let Some(chain) = found else {
                rest.push((at, wanted));
                continue;
            };
            begins[at] = chain[0];
            for word in chain {
                used[word] = true;
            }
        }
        order = rest;
    }
    if let Some((at, _)) = order.first() {
        return Err(format!("“{}” is not there", expected.names[*at]));
    }
    let places: Vec<&Word> = begins.iter().map(|at| &words[*at]).collect();
    check_order(&places, &expected.names, expected.columns)?;
    if expected.columns > 1 {
        check_columns(&places, expected.columns)?;
    }
    check_feet(&words)
}

/// [`check`] for a document that may not have been printed, with a picture of each of its pages.
pub fn look(pdf: &Path, expected: &Expected) -> Result<(), String> {
    if !pdf.is_file() {
        return Err("it was not printed".to_owned());
    }
    picture(pdf);
    check(pdf, expected)
}

/// A picture of each page beside the PDF.
fn picture(pdf: &Path) {
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

/// How far a text is followed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// To the right, and from the end of a line to the next.
    Line,
    /// To the next line also where something stands at the right: another column that is near.
    Below,
    /// To the next column or page too.
    Further,
}

/// The words of a document, and what follows what.
struct Lines<'w> {
    words: &'w [Word],
    /// The word that stands right of each without more than a space between.
    right: Vec<Option<usize>>,
    /// Where the line of each begins.
    start: Vec<usize>,
    /// The words with which a line begins that has no line above it.
    tops: Vec<usize>,
}

impl<'w> Lines<'w> {
    fn new(words: &'w [Word]) -> Self {
        let nearest = |at: usize| {
            let word = &words[at];
            let beside = words.iter().enumerate().filter(|(other, candidate)| {
                let apart = candidate.left - word.right;
                *other != at
                    && word.is_beside(candidate)
                    && candidate.left > word.left
                    && (-3.0..SPACE).contains(&apart)
            });
            beside
                .min_by(|(_, one), (_, other)| one.left.total_cmp(&other.left))
                .map(|(at, _)| at)
        };
        let right: Vec<Option<usize>> = (0..words.len()).map(nearest).collect();
        let mut before = vec![None; words.len()];
        for (at, next) in right.iter().enumerate() {
            if let Some(next) = next.filter(|next| words[*next].left - words[at].right < CLOSE) {
                before[next] = Some(at);
            }
        }
        let start: Vec<usize> = (0..words.len())
            .map(|at| {
                let mut first = at;
                while let Some(earlier) = before[first] {
                    first = earlier;
                }
                first
            })
            .collect();
        let is_top = |at: &usize| {
            let word: &Word = &words[*at];
            start[*at] == *at
                && !words.iter().any(|other| {
                    let above = word.top - other.top;
                    other.page == word.page
                        && above > 0.5 * word.height()
                        && above < NEXT_LINE * word.height()
                        && other.left < word.left + INDENT
                        && other.right > word.left - INDENT
                })
        };
        let tops = (0..words.len()).filter(is_top).collect();
        Self {
            words,
            right,
            start,
            tops,
        }
    }

    /// Where the text can go on behind a word.
    fn next(&self, at: usize, reach: Reach) -> Vec<usize> {
        if let Some(next) = self.right[at].filter(|_| reach == Reach::Line) {
            return vec![next];
        }
        let (word, start) = (&self.words[at], &self.words[self.start[at]]);
        let below = |(other, candidate): &(usize, &Word)| {
            let down = candidate.top - word.top;
            candidate.page == word.page
                && self.start[*other] == *other
                && down > 0.5 * word.height()
                && down < NEXT_LINE * word.height()
                && (candidate.left - start.left).abs() < INDENT
        };
        let below: Vec<(usize, &Word)> = self.words.iter().enumerate().filter(below).collect();
        let nearest = below.iter().map(|(_, word)| word.top).fold(f64::MAX, f64::min);
        let on_it = below
            .iter()
            .filter(|(_, candidate)| candidate.top < nearest + 0.3 * word.height());
        // What stands at the right can be another column that is near.
        let mut next: Vec<usize> = self.right[at]
            .into_iter()
            .chain(on_it.map(|(at, _)| *at))
            .collect();
        if reach != Reach::Further {
            return next;
        }
        let in_next_column = |top: &&usize| {
            let top = &self.words[**top];
            top.page == word.page && top.left > word.right && top.top < word.top
        };
        next.extend(self.tops.iter().filter(in_next_column));
        // A page may begin with a header.
        let on_next_page = |at: &usize| {
            let candidate = &self.words[*at];
            self.start[*at] == *at && candidate.page == word.page + 1 && candidate.top < HEAD
        };
        next.extend((0..self.words.len()).filter(on_next_page));
        next
    }

    /// The words from here that spell a text and are not used for another.
    fn follow(&self, at: usize, wanted: &str, reach: Reach, used: &[bool]) -> Option<Vec<usize>> {
        self.spell(at, wanted, (true, reach), used)
    }

    fn spell(
        &self,
        at: usize,
        wanted: &str,
        (first, reach): (bool, Reach),
        used: &[bool],
    ) -> Option<Vec<usize>> {
        if used[at] {
            return None;
        }
        let mut text = self.words[at].text.as_str();
        // A number may stand so close before a name that both are read as one word.
        if let Some((number, name)) = text.split_once('.')
            && first
            && !name.is_empty()
            && number.parse::<u16>().is_ok()
            && !wanted.starts_with(text)
        {
            text = name;
        }
        if let Some(behind) = text.strip_prefix(wanted) {
            // A comma or the mark of a note may stand right behind a name, but no letter of it.
            return (!behind.starts_with(char::is_alphanumeric)).then(|| vec![at]);
        }
        let hyphenated = || text.strip_suffix('-').and_then(|part| wanted.strip_prefix(part));
        let rest = wanted.strip_prefix(text).or_else(hyphenated)?;
        self.next(at, reach).into_iter().find_map(|next| {
            let mut chain = self.spell(next, rest, (false, reach), used)?;
            chain.insert(0, at);
            Some(chain)
        })
    }
}

/// Names go on to the right, else further down, else to the top of a column at the right, else to the left below all that
/// stands in the columns so far, or on the next page.
fn check_order(places: &[&Word], names: &[String], columns: usize) -> Result<(), String> {
    let mut deepest: (usize, f64) = (0, 0.0);
    for (at, pair) in places.windows(2).enumerate() {
        let [before, this] = pair else { continue };
        deepest = later(deepest, (before.page, before.top));
        let same_line = before.is_beside(this) && this.left > before.left;
        let below = (this.page, this.top) > (before.page, before.top + 1.0);
        let in_order = if same_line {
            true
        } else if columns == 1 || (this.left - before.left).abs() < INDENT {
            below
        } else if this.left > before.left {
            // A column at the right, on the same page or, where nothing has room beside, the next.
            this.page == before.page && this.top <= before.top || this.page == before.page + 1
        } else {
            later(deepest, (this.page, this.top)) == (this.page, this.top)
        };
        if !in_order {
            return Err(format!("“{}” stands out of order", names[at + 1]));
        }
    }
    Ok(())
}

fn later(one: (usize, f64), other: (usize, f64)) -> (usize, f64) {
    if one > other { one } else { other }
}

/// Names begin at as many places as there are columns, which hold about as many names each.
fn check_columns(places: &[&Word], columns: usize) -> Result<(), String> {
    let mut begins: Vec<(f64, usize)> = Vec::new();
    for place in places {
        match begins
            .iter_mut()
            .find(|(begin, _)| (begin - place.left).abs() < 15.0)
        {
            Some((_, count)) => *count += 1,
            None => begins.push((place.left, 1)),
        }
    }
    if begins.len() != columns {
        return Err(format!(
            "names begin at {begins:.0?} instead of in {columns} columns"
        ));
    }
    let lengths = || begins.iter().map(|(_, count)| *count);
    match (lengths().min(), lengths().max()) {
        // Names of several lines may cost a column some names of each group; more would be no balance.
        (Some(least), Some(most)) if most - least <= places.len() / 4 => Ok(()),
        _ => Err(format!("the columns hold {begins:.0?} names")),
    }
}

/// Every page but the last is filled.
fn check_feet(words: &[Word]) -> Result<(), String> {
    let mut feet: BTreeMap<usize, f64> = BTreeMap::new();
    for word in words {
        let foot = feet.entry(word.page).or_default();
        *foot = foot.max(word.foot);
    }
    let deepest = feet.values().copied().fold(0.0, f64::max);
    feet.pop_last();
    match feet.iter().find(|(_, foot)| deepest - **foot > MOST_FREE) {
        Some((page, foot)) => Err(format!(
            "{:.0} points stay free at the foot of page {page}",
            deepest - foot
        )),
        None => Ok(()),
    }
}

fn squeezed(text: &str) -> String {
    let stays = |c: &char| !c.is_whitespace() && !matches!(c, '\u{200e}' | '\u{200f}' | '\u{ad}');
    text.chars().filter(stays).collect()
}

/// The words of a PDF, and how wide its pages are.
fn words(pdf: &Path) -> Result<(Vec<Word>, f64), String> {
    let output = Command::new("pdftotext").arg("-bbox").arg(pdf).arg("-").output();
    let output = output.map_err(|error| format!("pdftotext: {error}"))?;
    let source = String::from_utf8_lossy(&output.stdout).into_owned();
    let mut words = Vec::new();
    let (mut page, mut width) = (0, 0.0_f64);
    for line in source.lines().map(str::trim) {
        let number = |name: &str| -> f64 {
            let after = line
                .split_once(&format!("{name}=\""))
                .map_or("", |(_, after)| after);
            after
                .split('"')
                .next()
                .and_then(|number| number.parse().ok())
                .unwrap_or_default()
        };
        if line.starts_with("<page") {
            page += 1;
            width = width.max(number("width"));
        }
        if !line.starts_with("<word ") {
            continue;
        }
        let text = line
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
            page,
            left: number("xMin"),
            right: number("xMax"),
            top: number("yMin"),
            foot: number("yMax"),
        });
    }
    Ok((words, width))
}
