//! Rows of cells in text: CSV in all its dialects, and TSV.
//!
//! Owns the finding of the delimiter, the quoting, and the numbers of the rows. A guard against formulas is taken off. The splitting is our own, of a hundred lines:
//! blank lines count as the rows they are in a spreadsheet; a quotation mark that is never closed costs its own row and
//! not the rest of the file; and what is too long or too wide is refused before memory is asked for it.

use std::borrow::Cow;

use crate::charset;
use crate::columns::{Field, Kind, kind};
use crate::problem::{FileError, LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, Problem, ProblemReason, check_size};
use crate::table::{Reading, Table};
use vocabulary::formula::unguarded;

/// What separates cells, in the order in which a tie is decided.
/// A star is a mark of lists as well: it separates only below headings that it separates too, and in every row.
const DELIMITERS: [char; 5] = ['\t', ';', ',', '|', '*'];

/// How many rows are looked at to find the delimiter.
const ROWS: usize = 100;

/// How many rows are cut at most to find those.
const MOST_LOOKED: usize = 10_000;

/// How many marks may stay open before marks are taken for letters in the whole file.
const MOST_OPEN: usize = 50;

/// What a person corrected; nothing of it is known when a file is read first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// The charset, by any of its names.
    pub charset: Option<String>,
    /// What separates the cells.
    pub delimiter: Option<char>,
}

/// Reads rows of cells. The headings are found, and can be corrected with [`Table::set_header`].
///
/// # Errors
/// [`FileError`] when it is no text, or beyond the limits.
pub fn read(bytes: &[u8], options: &Options) -> Result<Reading, FileError> {
    check_size(bytes)?;
    let decoded = charset::decode(bytes, options.charset.as_deref())?;
    let mut reading = read_text(&decoded.text, options.delimiter)?;
    reading.charset = Some(decoded.charset);
    Ok(reading)
}

/// Reads rows of cells from a text, such as one that was pasted.
///
/// # Errors
/// [`FileError`] when it is empty, or beyond the limits.
pub fn read_text(text: &str, delimiter: Option<char>) -> Result<Reading, FileError> {
    let text = with_plain_line_ends(text);
    let unwrapped = unwrapped(&text).filter(|_| delimiter.is_none());
    let text = unwrapped
        .as_deref()
        .unwrap_or(&text)
        .trim_start_matches('\u{FEFF}');
    let (declared, skipped) = declared_delimiter(text);
    let text = &text[skipped..];
    // A file of one column has no delimiter, and a comma in it is a comma in a name only if nothing speaks for cells.
    let delimiter = delimiter.or(declared).or_else(|| find_delimiter(text));
    let mut table = Table::new(None);
    let mut problems = Vec::new();
    let mut rows = Rows::new(text, delimiter.unwrap_or(','));
    if delimiter.is_none() {
        rows.delimiter = None;
    }
    let mut number = u32::from(skipped > 0);
    let mut cut = 0;
    loop {
        number = number.saturating_add(rows.skip_empty());
        if rows.is_at_end() {
            break;
        }
        // No sheet has more, were most of them blank.
        cut += 1;
        if cut > MOST_ROWS {
            return Err(FileError::Long { most: MOST_ROWS });
        }
        number = number.saturating_add(1);
        let row = rows.next(number)?;
        if row.open {
            problems.push(Problem {
                row: number,
                reason: ProblemReason::QuoteOpen,
            });
        }
        let unreadable = row.cells.iter().any(|cell| cell.contains('\u{FFFD}'));
        let kept = match cut_again(&row.cells, delimiter, table.width()) {
            Some(cells) => table.push(number, false, cells.iter().map(|cell| unguarded(cell)))?,
            None => table.push(number, false, row.cells.iter().map(|cell| unguarded(cell)))?,
        };
        if kept && unreadable {
            problems.push(Problem {
                row: number,
                reason: ProblemReason::Unreadable,
            });
        }
    }
    if table.is_empty() {
        return Err(FileError::Empty);
    }
    table.find_headings()?;
    problems.extend(table.rows_beyond_headings());
    problems.sort_by_key(|problem| problem.row);
    Ok(Reading {
        table,
        problems,
        charset: None,
        delimiter,
    })
}

/// The cells of a row that a program wrote whole, as one cell in marks, where they are as many as the table has.
fn cut_again(cells: &[Cow<'_, str>], delimiter: Option<char>, width: usize) -> Option<Vec<String>> {
    let ([cell], Some(delimiter)) = (cells, delimiter) else {
        return None;
    };
    if width < LEAST_TO_CUT_AGAIN || !cell.contains(delimiter) {
        return None;
    }
    let mut rows = Rows::new(cell, delimiter);
    let row = rows.next(1).ok()?;
    (rows.is_at_end() && row.cells.len() == width)
        .then(|| row.cells.iter().map(|cell| cell.to_string()).collect())
}

/// A row of fewer cells may be a name with commas in it.
const LEAST_TO_CUT_AGAIN: usize = 5;

/// Line ends of Windows and of old Macs become line feeds.
pub(crate) fn with_plain_line_ends(text: &str) -> Cow<'_, str> {
    if text.contains('\r') {
        Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The rows of a file that wrote each of them, cells and all, as one cell in marks; none where it did not.
pub(crate) fn unwrapped(text: &str) -> Option<String> {
    if !text.trim_start_matches('\u{FEFF}').starts_with('"') {
        return None;
    }
    let whole = text.trim_start_matches('\u{FEFF}');
    let mut rows = Rows::new(whole, '\n');
    rows.delimiter = None;
    let (mut inner, mut count) = (String::new(), 0usize);
    loop {
        rows.skip_empty();
        if rows.is_at_end() {
            break;
        }
        let start = rows.at;
        let row = rows.next(1).ok()?;
        let [cell] = row.cells.as_slice() else { return None };
        let raw = whole.get(start..rows.at)?.trim_end();
        // Marks within are doubled; a row of several cells in marks has single ones between them.
        let inside = raw.strip_prefix('"').and_then(|raw| raw.strip_suffix('"'));
        let is_one = inside.is_some_and(|inside| !inside.replace("\"\"", "").contains('"'));
        if row.open || count >= MOST_ROWS || !is_one {
            return None;
        }
        count += 1;
        inner.push_str(cell);
        inner.push('\n');
    }
    (count > 1 && find_delimiter(&inner).is_some()).then_some(inner)
}

/// Whether a text without delimiters is a table of one column all the same: a heading that is known, above what it promises.
/// Bare names are a list, and so are names below the word for all of them.
pub(crate) fn is_one_column(text: &str) -> bool {
    let mut lines = text
        .trim_start_matches('\u{FEFF}')
        .lines()
        .map(|line| line.trim())
        .filter(|line| !line.is_empty());
    let heading = lines.next().unwrap_or("").trim_matches('"');
    let below: Vec<&str> = lines.take(ROWS).collect();
    let Some(field) = crate::columns::field_of_heading(heading) else {
        // Addresses one a line, and nothing else.
        return kind(heading) == Kind::Email && below.iter().all(|line| kind(line) == Kind::Email);
    };
    if below.is_empty() || heading.ends_with(':') {
        return false;
    }
    let of = |wanted: Kind| {
        below
            .iter()
            .filter(|line| kind(line.trim_matches('"')) == wanted)
            .count()
    };
    if field == Field::Email {
        return of(Kind::Email) * 2 > below.len();
    }
    let plain = crate::columns::plain(heading);
    let of_all = plain.split(' ').any(|word| {
        [
            "signatories",
            "signers",
            "endorsers",
            "members",
            "organizations",
            "organisations",
            "organizaciones",
            "firmantes",
            "list",
            "names",
            "miembros",
            "groups",
            "partners",
            "group",
            "signatory",
            "signataires",
            "unterzeichner",
            "national",
            "state",
            "local",
            "individuals",
            "lista",
        ]
        .contains(&word)
    });
    let like_a_list = |line: &&str| {
        let quoted = line.starts_with('"') && line.ends_with('"');
        line.starts_with(['-', '*', '•', '#'])
            || line.ends_with([':', ';', ','])
            || !quoted && line.contains(", ")
            || line.split_whitespace().count() > 14
    };
    matches!(field, Field::Organization | Field::FullName | Field::PrintsAs)
        && !of_all
        && !below.iter().any(like_a_list)
}

/// The delimiter that Excel's own first line, `sep=;`, declares, and how long that line is.
fn declared_delimiter(text: &str) -> (Option<char>, usize) {
    let line = text.split('\n').next().unwrap_or("");
    let declared = line.strip_prefix("sep=").or_else(|| line.strip_prefix("SEP="));
    let mut rest = declared.unwrap_or("").chars();
    match (rest.next(), rest.next()) {
        (Some(mark), None) if mark.is_ascii() => (Some(mark), (line.len() + 1).min(text.len())),
        _ => (None, 0),
    }
}

/// What separates the cells of a text, or `None` when it does not seem to have several in a row.
///
/// The delimiter is the one that cuts most rows into the same number of cells, two or more. Running text and lists have
/// commas too; there a space follows, and the first row holds no headings.
pub fn find_delimiter(text: &str) -> Option<char> {
    let mut best: Option<(char, usize, usize)> = None;
    for delimiter in DELIMITERS {
        let mut widths = Vec::new();
        let mut first: Vec<String> = Vec::new();
        let mut quoted = false;
        let mut rows = Rows::new(text, delimiter);
        let mut looked = 0;
        while widths.len() < ROWS && looked < MOST_LOOKED {
            rows.skip_empty();
            if rows.is_at_end() {
                break;
            }
            looked += 1;
            let start = rows.at;
            let Ok(row) = rows.next(1) else {
                return Some(delimiter);
            };
            let full = row.cells.iter().any(|cell| !cell.trim().is_empty());
            if !full {
                continue;
            }
            quoted |= !row.open && text[start..rows.at].starts_with('"')
                || text[start..rows.at].contains(&format!("{delimiter}\""));
            if first.is_empty() {
                first = row.cells.iter().map(|cell| cell.trim().to_owned()).collect();
            }
            widths.push(row.cells.len());
        }
        let Some(usual) = most_common(&widths).filter(|usual| *usual > 1) else {
            continue;
        };
        let same = widths.iter().filter(|width| **width == usual).count();
        let headings = first
            .iter()
            .filter(|cell| crate::columns::is_heading(cell))
            .count();
        // A row alone is one of headings only where most of it is: "Signed: Amber Trust, Elm Network, and Fir Circle." is a list.
        let cells = first.iter().filter(|cell| !cell.is_empty()).count();
        let share = if widths.len() < 2 { 2 } else { 1 };
        let table = headings > 0 && headings * 3 >= cells * share;
        if delimiter != '\t'
            && !table
            && !quoted
            && (looks_like_prose(text, delimiter) || widths.len() < 2 || starts_with_bars(text))
        {
            continue;
        }
        // Two thirds of the rows agree; or, where cells are left off at the end, the first row is the widest.
        let agree = same * 3 >= widths.len() * 2 || table && widths.iter().all(|width| *width <= first.len());
        let score = same * 100 / widths.len();
        if delimiter == '*'
            && !(table && score == 100 && widths.len() > 1 && !text.trim_start().starts_with('*'))
        {
            continue;
        }
        if agree
            && best
                .is_none_or(|(_, most, wide)| (score, usual) > (most, wide) && !(wide > usual && most >= 90))
        {
            best = Some((delimiter, score, usual));
        }
    }
    best.map(|(delimiter, _, _)| delimiter)
}

/// Whether the mark is mostly followed by a space, as between words, or stands in a text of one line.
fn looks_like_prose(text: &str, delimiter: char) -> bool {
    let head: String = text.chars().take(16 * 1024).collect();
    let (mut all, mut spaced) = (0usize, 0usize);
    for (at, _) in head.match_indices(delimiter) {
        all += 1;
        spaced += usize::from(head[at + delimiter.len_utf8()..].starts_with([' ', '\u{a0}']));
    }
    spaced * 2 > all
}

/// Whether the rows begin with a bar: a table in Markdown, which the reader of lists reads.
fn starts_with_bars(text: &str) -> bool {
    text.lines()
        .find(|line| !line.trim().is_empty())
        .is_some_and(|line| line.trim_start().starts_with('|'))
}

fn most_common(widths: &[usize]) -> Option<usize> {
    let mut sorted = widths.to_vec();
    sorted.sort_unstable();
    sorted
        .chunk_by(|a, b| a == b)
        .max_by_key(|run| (run.len(), run[0]))
        .map(|run| run[0])
}

/// A row as it was cut.
struct CutRow<'a> {
    cells: Vec<Cow<'a, str>>,
    /// A mark opened in it that is never closed, and was taken for a letter.
    open: bool,
}

/// Cuts a text into rows, one after another.
struct Rows<'a> {
    text: &'a str,
    at: usize,
    /// `None` cuts nothing: a row is one cell.
    delimiter: Option<u8>,
    open: usize,
}

impl<'a> Rows<'a> {
    fn new(text: &'a str, delimiter: char) -> Self {
        Self {
            text,
            at: 0,
            delimiter: u8::try_from(delimiter).ok().filter(u8::is_ascii),
            open: 0,
        }
    }

    fn is_at_end(&self) -> bool {
        self.at >= self.text.len()
    }

    /// Goes on past lines with nothing at all in them; how many there were.
    fn skip_empty(&mut self) -> u32 {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let empty = rest.iter().take_while(|byte| **byte == b'\n').count();
        self.at += empty;
        u32::try_from(empty).unwrap_or(u32::MAX)
    }

    fn next(&mut self, number: u32) -> Result<CutRow<'a>, FileError> {
        let mut row = CutRow {
            cells: Vec::new(),
            open: false,
        };
        loop {
            let (cell, open) = self.cell();
            row.open |= open;
            let full = !cell.is_empty();
            if cell.len() > LONGEST_CELL {
                return Err(FileError::Endless {
                    row: number,
                    most: LONGEST_CELL / 1024,
                });
            }
            if row.cells.len() < MOST_COLUMNS {
                row.cells.push(cell);
            } else if full {
                return Err(FileError::Wide {
                    row: number,
                    most: MOST_COLUMNS,
                });
            }
            match self.text.as_bytes().get(self.at) {
                Some(b'\n') => {
                    self.at += 1;
                    return Ok(row);
                }
                Some(_) => self.at += 1,
                None => return Ok(row),
            }
        }
    }

    /// The next cell; afterwards `at` is on the delimiter, the line end or the end.
    fn cell(&mut self) -> (Cow<'a, str>, bool) {
        let bytes = self.text.as_bytes();
        let mut start = self.at;
        while bytes.get(start) == Some(&b' ') {
            start += 1;
        }
        let mut open = false;
        if bytes.get(start) == Some(&b'"') && self.open < MOST_OPEN {
            if let Some(cell) = self.quoted(start + 1) {
                return (cell, false);
            }
            self.open += 1;
            open = true;
        }
        let start = self.at;
        let end = bytes[start..]
            .iter()
            .position(|byte| *byte == b'\n' || Some(*byte) == self.delimiter);
        self.at = end.map_or(bytes.len(), |length| start + length);
        (Cow::Borrowed(&self.text[start..self.at]), open)
    }

    /// A cell in marks, from behind the first; `None` when nothing closes it.
    fn quoted(&mut self, start: usize) -> Option<Cow<'a, str>> {
        let bytes = self.text.as_bytes();
        let mut doubled = false;
        let mut lines = 0usize;
        let mut at = start;
        loop {
            if at - start > LONGEST_CELL {
                return None;
            }
            match bytes.get(at)? {
                b'\n' => lines += 1,
                b'"' if bytes.get(at + 1) == Some(&b'"') => {
                    doubled = true;
                    at += 1;
                }
                b'"' => {
                    let mut after = at + 1;
                    while bytes.get(after) == Some(&b' ') {
                        after += 1;
                    }
                    let next = bytes.get(after);
                    if next.is_none_or(|byte| *byte == b'\n' || Some(*byte) == self.delimiter) {
                        self.at = after;
                        let cell = &self.text[start..at];
                        return Some(if doubled {
                            Cow::Owned(cell.replace("\"\"", "\""))
                        } else {
                            Cow::Borrowed(cell)
                        });
                    }
                    // A cell of several lines in which another one opens: it was never closed.
                    let before = bytes.get(at.wrapping_sub(1));
                    if lines > 0 && before.is_some_and(|byte| *byte == b'\n' || Some(*byte) == self.delimiter)
                    {
                        return None;
                    }
                }
                _ => {}
            }
            at += 1;
        }
    }
}

#[cfg(test)]
mod tests;
