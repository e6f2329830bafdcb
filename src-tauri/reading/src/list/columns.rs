//! Lists in columns: tables by tab, by wide spaces or by Markdown bars, and names set in several columns.
//!
//! Owns what each column holds, from its heading or from its content, and in which order names in columns follow each
//! other. It deliberately does not read files of comma-separated values.

use std::ops::Range;

use names::recognize::words::fold;

use super::flow::Flow;
use super::learned;
use super::phrase::{Phrase, ratio};
use super::signer::Slot;
use super::words;

/// What a table says.
pub(super) enum Table {
    /// Rows are entries; for every column what it is, or nothing when it is no part of an entry.
    Records {
        /// What each column holds.
        columns: Vec<Option<Slot>>,
        /// The first row that is an entry.
        first: usize,
        /// The column that says whether somebody signed.
        status: Option<usize>,
    },
    /// Every cell is a name; the cells in reading order as (row, column).
    Names(Vec<(usize, usize)>),
}

/// The cells of a line, or a single one where it has no columns. `wide` is how many spaces part columns.
pub(super) fn cells(source: &str, line: Range<usize>, wide: usize) -> Vec<Range<usize>> {
    let text = &source[line.clone()];
    let mut found = Vec::new();
    let mut start = line.start;
    if text.contains('\t') {
        for (offset, _) in text.match_indices('\t') {
            found.push(start..line.start + offset);
            start = line.start + offset + 1;
        }
        found.push(start..line.end);
        return found;
    }
    // "Amber Trust | Birch Union |"
    if text.contains(" | ") {
        for (offset, _) in text.match_indices('|') {
            found.push(start..line.start + offset);
            start = line.start + offset + 1;
        }
        if start < line.end {
            found.push(start..line.end);
        }
        return found;
    }
    let mut spaces = 0;
    let mut blank_from = 0;
    for (offset, c) in text.char_indices() {
        if matches!(c, ' ' | '\u{a0}' | '\u{2003}' | '\u{3000}') {
            if spaces == 0 {
                blank_from = offset;
            }
            spaces += 1;
            continue;
        }
        // Wide spaces behind the end of a sentence part no columns.
        let ended = blank_from > 60 && text[..blank_from].ends_with(['.', '!', '?', ':']);
        if spaces >= wide && offset > spaces && !ended {
            found.push(start..line.start + blank_from);
            start = line.start + offset;
        }
        spaces = 0;
    }
    found.push(start..line.end);
    found
}

/// The cells of a row of a Markdown table.
pub(super) fn bars(source: &str, line: Range<usize>) -> Vec<Range<usize>> {
    let text = &source[line.clone()];
    let end = line.end - usize::from(text.ends_with('|') && text.len() > 1);
    let mut start = line.start + 1;
    let mut found = Vec::new();
    for (offset, _) in source[start..end].match_indices('|') {
        let at = line.start + 1 + offset;
        if source[..at].ends_with('\\') {
            continue;
        }
        found.push(start..at);
        start = at + 1;
    }
    found.push(start.min(end)..end);
    found
}

/// Decides what a table of cells holds.
pub(super) fn read(rows: &[Vec<Flow>]) -> Table {
    let width = rows.iter().map(Vec::len).max().unwrap_or_default();
    if let Some((columns, status)) = rows.first().and_then(|row| by_heading(row, rows.get(1))) {
        return Table::Records {
            columns,
            first: 1,
            status,
        };
    }
    let sample = || rows.iter().step_by(rows.len().div_ceil(200).max(1));
    let mut means = vec![[0.0_f32; 4]; width];
    let mut with_words = vec![0_usize; width];
    let mut filled = vec![0_usize; width];
    let mut plain = vec![0_usize; width];
    let mut people = vec![0_usize; width];
    let mut told = vec![0_usize; width];
    let mut single = vec![0_usize; width];
    let mut given = vec![0_usize; width];
    for row in sample() {
        for (column, cell) in row
            .iter()
            .enumerate()
            .filter(|(_, cell)| !cell.text.trim().is_empty())
        {
            let phrase = Phrase::new(&cell.text);
            for (mean, score) in means[column].iter_mut().zip(learned::scores(&phrase)) {
                *mean += score.clamp(-3.0, 4.0);
            }
            with_words[column] += usize::from(phrase.organization_words() > 0 || phrase.ends_in_legal_form());
            people[column] += usize::from(phrase.person() > 1.9);
            told[column] += usize::from(phrase.words.len() >= 4 && phrase.lower_share() >= 0.35);
            if let [word] = phrase.words.as_slice() {
                single[column] += usize::from(word.is_plain() || word.text.contains('-'));
                given[column] += usize::from(words::is_given_name(&word.folded));
            }
            filled[column] += 1;
            plain[column] += usize::from(is_name_text(&cell.text));
        }
    }
    for (column, mean) in means.iter_mut().enumerate() {
        for score in mean.iter_mut() {
            *score /= filled[column].max(1) as f32;
        }
    }
    let again: Vec<bool> = (0..width)
        .map(|column| {
            let texts: Vec<&str> = sample()
                .filter_map(|row| row.get(column))
                .map(|cell| cell.text.trim())
                .filter(|text| !text.is_empty())
                .collect();
            let different: std::collections::HashSet<&str> = texts.iter().copied().collect();
            texts.len() >= 6 && different.len() * 2 <= texts.len()
        })
        .collect();
    let share = |column: usize| ratio(with_words[column], filled[column]);
    let named = |column: usize| ratio(plain[column], filled[column]) > 0.6;
    let describes = |column: usize| told[column] >= 2 && told[column] * 5 >= filled[column] * 2;
    let main = (0..width)
        .filter(|c| named(*c) && !((0..width).any(|c| named(c) && !describes(c)) && describes(*c)))
        .max_by(|a, b| share(*a).total_cmp(&share(*b)))
        .unwrap_or(0);
    let mut columns: Vec<Option<Slot>> = vec![None; width];
    for column in (0..width).filter(|c| named(*c)) {
        let [person, title, organization, place] = means[column];
        columns[column] = if title > 1.5 && title > person {
            Some(Slot::Title)
        } else if person > 1.2
            && person > organization
            && share(column) < 0.3
            && people[column] * 4 >= filled[column]
        {
            Some(Slot::Person)
        } else if place > 1.0
            // "Bauru", "Caruaru", "Bauru": nobody stands in a list as often as that.
            || column != main && again[column] && share(column) < 0.3
            || column != main
                && share(column) < 0.1
                && share(main) > 0.5
                && place > organization - 1.5
                && (place > person || single[column] * 2 >= filled[column])
                && column > main
        {
            Some(Slot::Place)
        } else {
            Some(Slot::Organization)
        };
    }
    // Beside titles stand those who hold them, whatever they are called.
    let held = columns.contains(&Some(Slot::Title)) && !columns.contains(&Some(Slot::Person));
    let of_bodies = columns
        .iter()
        .filter(|slot| **slot == Some(Slot::Organization))
        .count();
    if held && of_bodies == 2 {
        let people = (0..width)
            .filter(|c| *c != main && columns[*c] == Some(Slot::Organization))
            .find(|c| share(*c) == 0.0 && means[*c][0] > means[*c][2] && means[*c][0] > means[main][0]);
        if let Some(column) = people {
            columns[column] = Some(Slot::Person);
        }
    }
    // A column of given names, and beside it one of surnames.
    for column in 1..width {
        let alone = |column: usize| filled[column] >= 2 && single[column] * 10 >= filled[column] * 9;
        if alone(column - 1) && alone(column) && given[column - 1] * 2 >= filled[column - 1] && width > 2 {
            columns[column - 1] = Some(Slot::Person);
            columns[column] = Some(Slot::Person);
        }
    }
    // A column that says what each of the organizations does.
    for column in (0..width).filter(|c| *c != main && describes(*c)) {
        if columns[column] == Some(Slot::Organization) {
            columns[column] = None;
        }
    }
    // People set in several columns, each with all that is said of them: no column holds a part of another's entry.
    let whole = |column: usize| {
        columns[column] == Some(Slot::Person) && filled[column] >= 2 && single[column] * 3 < filled[column]
    };
    if width >= 2 && (0..width).all(whole) {
        return Table::Names(reading_order(rows, width));
    }
    let organizations = columns.iter().filter(|c| **c == Some(Slot::Organization)).count();
    let others = columns.iter().flatten().count() - organizations;
    if organizations == 0 && columns.iter().flatten().any(|c| *c == Slot::Person) || organizations == 1 {
        // The single heading that is known: "Organization", and beside it "Prop 1A".
        let headed = rows.len() > 2
            && columns.iter().zip(&rows[0]).any(|(slot, cell)| {
                *slot == Some(Slot::Organization) && words::names_organization(&fold(&cell.text))
            });
        return Table::Records {
            columns,
            first: usize::from(headed),
            status: None,
        };
    }
    if others > 0 && organizations > 1 {
        for (column, slot) in columns.iter_mut().enumerate() {
            if *slot == Some(Slot::Organization) && column != main {
                *slot = None;
            }
        }
        return Table::Records {
            columns,
            first: 0,
            status: None,
        };
    }
    Table::Names(reading_order(rows, width))
}

/// Whether a cell could be a name at all: not a number, a date, an address.
fn is_name_text(text: &str) -> bool {
    let text = text.trim();
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    letters > 1
        && letters * 2 > text.chars().filter(|c| !c.is_whitespace()).count()
        && !text.contains('@')
        && !text.starts_with("http")
        && !text.starts_with("www.")
}

/// What the columns hold by their headings, and which says who signed, when the row is a row of headings.
fn by_heading(row: &[Flow], next: Option<&Vec<Flow>>) -> Option<(Vec<Option<Slot>>, Option<usize>)> {
    let long = |cell: &Flow| cell.text.split_whitespace().count() > 6 && !cell.text.contains('?');
    if row.iter().any(long) {
        return None;
    }
    let headings: Vec<String> = row.iter().map(|cell| fold(&cell.text)).collect();
    let columns = slots(&headings);
    let named = columns.iter().flatten().count();
    let names = columns
        .iter()
        .flatten()
        .any(|slot| matches!(slot, Slot::Organization | Slot::Person));
    // A form asks for much else: then no heading holds a number or an address, but what is under them does.
    let told = |text: &str| text.contains('@') || text.contains(|c: char| c.is_ascii_digit());
    let plainly = !headings.iter().any(|text| told(text))
        && next.is_some_and(|next| next.iter().any(|cell| told(&cell.text)));
    let status = headings
        .iter()
        .zip(&columns)
        .position(|(text, slot)| slot.is_none() && has(text, words::names_status));
    let enough = named * 2 >= row.len() || plainly || status.is_some() && named * 2 + 1 >= row.len();
    let single = named == 1 && row.len() == 1;
    (enough && names && (named >= 2 || plainly || status.is_some()) && !single).then_some((columns, status))
}

fn has(text: &str, is: fn(&str) -> bool) -> bool {
    text.split(|c: char| !c.is_alphanumeric()).any(is)
}

/// What columns or answers hold by their folded headings.
pub(super) fn slots(headings: &[String]) -> Vec<Option<Slot>> {
    // A column "Name" is that of the organization, unless another one says that it is. Of two that could be, the first is;
    // a first and a last name are one person's.
    let clear = headings.iter().any(|text| has(text, words::names_organization));
    let parted = headings.iter().any(|text| has(text, words::names_part_of_name));
    let mut columns: Vec<Option<Slot>> = Vec::new();
    for text in headings {
        let slot = if has(text, words::names_title) && !has(text, words::names_organization) {
            Some(Slot::Title)
        } else if has(text, words::names_organization) {
            Some(Slot::Organization)
        } else if has(text, words::names_place) {
            Some(Slot::Place)
        } else if has(text, words::names_signer) {
            let person = clear || parted || columns.contains(&Some(Slot::Organization));
            Some(if person { Slot::Person } else { Slot::Organization })
        } else {
            None
        };
        // The place and a person's name may fill several columns; a second organization is none.
        let taken = matches!(slot, Some(Slot::Organization | Slot::Title)) && columns.contains(&slot);
        let address = has(text, |word| {
            matches!(
                word,
                "email" | "mail" | "phone" | "telephone" | "correo" | "telefono" | "courriel" | "telefon"
            )
        });
        columns.push(if taken || address { None } else { slot });
    }
    columns
}

/// Names set in columns run down when that is the order of the alphabet, else across.
fn reading_order(rows: &[Vec<Flow>], width: usize) -> Vec<(usize, usize)> {
    let filled = |(row, column): &(usize, usize)| {
        rows[*row]
            .get(*column)
            .is_some_and(|cell| !cell.text.trim().is_empty())
    };
    let across: Vec<(usize, usize)> = (0..rows.len())
        .flat_map(|row| (0..width).map(move |column| (row, column)))
        .filter(filled)
        .collect();
    let down: Vec<(usize, usize)> = (0..width)
        .flat_map(|column| (0..rows.len()).map(move |row| (row, column)))
        .filter(filled)
        .collect();
    // People stand in the order of their surnames.
    let surname = |text: &str| {
        let name = text.split(',').next().unwrap_or(text);
        name.split_once(' ').map_or(name, |(_, last)| last).to_owned()
    };
    let steps = |keys: &[String]| keys.windows(2).filter(|pair| pair[0] <= pair[1]).count();
    let in_order = |order: &[(usize, usize)]| {
        let texts: Vec<String> = order
            .iter()
            .take(2000)
            .map(|(row, column)| fold(&rows[*row][*column].text))
            .collect();
        let surnames: Vec<String> = texts.iter().map(|text| surname(text)).collect();
        steps(&texts).max(steps(&surnames))
    };
    if in_order(&down) > in_order(&across) {
        down
    } else {
        across
    }
}
