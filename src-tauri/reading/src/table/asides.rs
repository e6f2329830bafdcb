//! The rows below the headings that are no records: headings repeated, totals, remarks, and the names of sections, which
//! give the rows under them what they say.

use names::recognize::words::{fold, is_country, state_code};

use super::headings::{SECTION, SECTION_TAGS, is_data};
use super::totals::{self, Sum};
use super::{Line, Table, index};
use crate::columns::is_heading;
use crate::problem::{FileError, Problem, ProblemReason};

/// Whether a cell has letters enough to be a heading, which most rows are told by before anything is asked of their words: they hold a
/// time, a number or a telephone.
fn may_be_heading(cell: &str) -> bool {
    let (mut letters, mut digits) = (0, 0);
    for c in cell.chars() {
        letters += usize::from(c.is_alphabetic());
        digits += usize::from(c.is_ascii_digit());
    }
    letters > 0 && letters >= digits
}

impl Table {
    /// Finds the rows below the headings that are no records.
    pub(super) fn find_asides(&mut self) {
        let Some(header) = self.header else {
            self.asides = Vec::new();
            return;
        };
        let headings: Vec<String> = self.headings.iter().map(|heading| fold(heading)).collect();
        let first: Vec<String> = self
            .cells_of(header)
            .map(|cell| fold(self.text_of(cell)))
            .collect();
        let named = headings.iter().filter(|heading| !heading.is_empty()).count();
        let mut asides = Vec::new();
        let from = header + 1;
        for row in from..self.rows.len() {
            let reason = if self.repeats(row, &headings, &first) {
                Some(ProblemReason::HeadingAgain)
            } else if self.is_total(row) {
                Some(ProblemReason::Total)
            } else if named > 1 && self.names_a_section(row) {
                Some(ProblemReason::Section)
            } else if named > 2 && self.is_remark(row) || row <= header + 2 && self.explains(row) {
                Some(ProblemReason::Remark)
            } else {
                None
            };
            if let Some(reason) = reason {
                asides.push((index(row), reason));
            }
        }
        // A table in which hardly anything else remains was misunderstood: better every row than none.
        let records = self.rows.len() - from;
        if asides.len() * 4 > records * 3 && records > 2 {
            asides.clear();
        }
        self.asides = asides;
    }

    /// Whether a row holds the headings once more, or others that are known. The headings and the row that they were read from are folded.
    fn repeats(&self, row: usize, headings: &[String], first: &[String]) -> bool {
        let cells = || {
            self.cells_of(row)
                .map(|cell| self.text_of(cell))
                .enumerate()
                .filter(|(_, cell)| !cell.is_empty())
        };
        let full = cells().count();
        if full == 0 {
            return false;
        }
        let again = cells().all(|(column, cell)| {
            let cell = fold(cell);
            [headings, first]
                .iter()
                .any(|of| of.get(column).is_some_and(|heading| *heading == cell))
        });
        // A row of one cell that is its heading: only where the table has one column.
        again && (full > 1 || self.width == 1)
            || full > 1
                && cells().all(|(_, cell)| may_be_heading(cell))
                && cells().all(|(_, cell)| is_heading(cell))
    }

    /// Whether a row adds up the ones above it: a word for a sum in one cell, and nothing but numbers in the others.
    fn is_total(&self, row: usize) -> bool {
        let (mut named, mut sums) = (0, 0);
        let mut counted = false;
        for cell in self.cells_of(row).map(|cell| self.text_of(cell)) {
            if cell.is_empty() {
                continue;
            }
            match totals::of_cell(cell) {
                Some(Sum::Named) => named += 1,
                Some(Sum::Counted) => counted = true,
                Some(Sum::Number) => sums += 1,
                None => return false,
            }
        }
        named > 0 && (sums > 0 || counted || self.filled(row) == named)
    }

    /// The one cell of a row that has no other.
    fn only_cell(&self, row: usize) -> Option<(usize, &str)> {
        let mut found = None;
        for (column, cell) in self.cells_of(row).enumerate() {
            let cell = self.text_of(cell);
            if !cell.is_empty() {
                if found.is_some_and(|(_, other)| other != cell) {
                    return None;
                }
                found = found.or(Some((column, cell)));
            }
        }
        found
    }

    /// Whether a row names a section of the rows below it: a state, a country, a sort of signers, or capitals above names that are
    /// in small letters.
    fn names_a_section(&self, row: usize) -> bool {
        let Some((column, cell)) = self.only_cell(row) else {
            return false;
        };
        // The next row has to be fuller: a section has somebody in it.
        let next = if row + 1 < self.rows.len() {
            self.filled(row + 1)
        } else {
            0
        };
        if column > 1 || next == 0 || cell.chars().count() > 60 || is_data(cell) {
            return false;
        }
        let bare = without_count(cell);
        let folded = fold(bare);
        if next > 1 && names_a_place(&folded) {
            return true;
        }
        if names_a_group(&folded) && next > 1 {
            return true;
        }
        let capitals = |text: &str| {
            text.chars().filter(|c| c.is_alphabetic()).count() > 4
                && text.chars().all(|c| c.is_uppercase() || " &,.-’'/".contains(c))
        };
        let marked = bare.len() < cell.len() || cell.ends_with(':');
        next > 1
            && (marked && bare.chars().filter(|c| c.is_alphabetic()).count() > 3 || capitals(bare))
            && self.is_unlike_names(row, column, capitals)
    }

    /// Whether the fuller rows write their names in small letters, so that capitals mean something.
    fn is_unlike_names(&self, row: usize, column: usize, capitals: impl Fn(&str) -> bool) -> bool {
        let (mut full, mut loud, mut alone) = (0, 0, 0);
        for other in (0..self.rows.len())
            .skip(self.header.map_or(0, |header| header + 1))
            .take(200)
        {
            let cell = self.cell(other, column);
            if other == row || cell.is_empty() {
                continue;
            }
            if self.filled(other) > 1 {
                full += 1;
                // Acronyms are in capitals as well, however short.
                loud += usize::from(capitals(cell) || !cell.chars().any(char::is_lowercase));
            } else {
                alone += usize::from(!capitals(cell) && !cell.ends_with(':') && without_count(cell) == cell);
            }
        }
        // Where names stand alone too, capitals may be the name of an organization of which nothing more is known.
        full > 0 && loud * 4 <= full && alone == 0
    }

    /// Whether a row is a sentence about the table and not of it.
    fn is_remark(&self, row: usize) -> bool {
        let Some((_, cell)) = self.only_cell(row) else {
            return false;
        };
        let folded = fold(cell);
        let begins = [
            "note:",
            "notes:",
            "source:",
            "sources:",
            "updated ",
            "last updated",
            "as of ",
            "nota:",
            "fuente:",
            "actualizado",
            "hinweis:",
            "stand:",
            "quelle:",
            "source :",
            "* ",
            "** ",
            "(*)",
            "total number",
            "exported ",
            "generated ",
        ];
        let words = cell.split_whitespace().count();
        begins.iter().any(|begin| folded.starts_with(begin)) && words > 2
            || words >= 9 && cell.ends_with(['.', '!', ')'])
    }

    /// Whether a row right below the headings says how they are filled in: "(required)", "e.g. Moor Trust".
    fn explains(&self, row: usize) -> bool {
        let (mut filled, mut told) = (0, 0);
        for cell in self
            .cells_of(row)
            .map(|cell| self.text_of(cell))
            .filter(|cell| !cell.is_empty())
        {
            filled += 1;
            told += usize::from(is_explanation(cell));
        }
        filled > 1 && (told == filled || told * 2 > filled && told > 1)
    }

    /// Keeps the section of each row as a column of its own, where there are sections; where some are places and others are none,
    /// as two.
    pub(super) fn keep_sections(&mut self) -> Result<(), FileError> {
        let sections: Vec<u32> = self
            .asides
            .iter()
            .filter(|(_, reason)| *reason == ProblemReason::Section)
            .map(|(row, _)| *row)
            .collect();
        let room = crate::problem::MOST_COLUMNS.saturating_sub(self.width);
        if sections.is_empty() || room == 0 {
            return Ok(());
        }
        let texts: Vec<String> = sections
            .iter()
            .map(|row| {
                self.only_cell(*row as usize)
                    .map_or("", |(_, cell)| without_count(cell))
                    .to_owned()
            })
            .collect();
        let places: Vec<bool> = texts.iter().map(|text| names_a_place(&fold(text))).collect();
        let both = places.contains(&true) && places.contains(&false) && room > 1;
        let mut headings = vec![SECTION.to_owned()];
        headings.extend(both.then(|| SECTION_TAGS.to_owned()));
        let mut section = vec![String::new(); headings.len()];
        self.add_columns(&headings, |row, _| {
            let Ok(at) = sections.binary_search(&index(row)) else {
                return section.clone();
            };
            if both && !places[at] {
                // National groups are in no state.
                if reaches_beyond(&fold(&texts[at])) {
                    section[0].clear();
                }
                section[1].clone_from(&texts[at]);
            } else {
                section.fill(String::new());
                section[0].clone_from(&texts[at]);
            }
            Vec::new()
        })
    }

    /// Tells of the rows that are no records, and why.
    pub fn asides(&self) -> impl Iterator<Item = Problem> {
        self.asides.iter().filter_map(|(row, reason)| {
            let line: &Line = self.rows.get(*row as usize)?;
            Some(Problem {
                row: line.number,
                reason: *reason,
            })
        })
    }
}

/// Whether a folded section is a state or a country.
fn names_a_place(folded: &str) -> bool {
    folded.len() > 2 && state_code(folded).is_some() || is_country(folded)
}

/// Whether a folded section is of those who belong to no state.
fn reaches_beyond(folded: &str) -> bool {
    [
        "national",
        "nacional",
        "international",
        "internacional",
        "federal",
    ]
    .iter()
    .any(|word| folded.split(' ').any(|part| part.starts_with(word)))
}

/// Whether a cell says how to fill in what stands above it.
fn is_explanation(cell: &str) -> bool {
    let folded = fold(cell);
    let begins = [
        "e.g",
        "eg ",
        "ex.",
        "ex:",
        "example",
        "ejemplo",
        "p. ej",
        "p.ej",
        "por ejemplo",
        "z. b",
        "z.b",
        "beispiel",
        "par ex",
        "exemple",
        "exemplo",
        "p. ex",
    ];
    let words = [
        "required",
        "optional",
        "mandatory",
        "obligatorio",
        "opcional",
        "requerido",
        "pflichtfeld",
        "obligatoire",
        "facultatif",
        "obrigatorio",
        "free text",
        "text",
        "yes/no",
        "y/n",
        "si/no",
    ];
    folded.starts_with('(') && folded.ends_with(')')
        || begins.iter().any(|begin| folded.starts_with(begin))
        || words.contains(&folded.trim_matches('*').trim())
}

/// A heading of a section without the number of its entries, its colon, and the lines around it: "-- Wisconsin (12) --".
fn without_count(cell: &str) -> &str {
    let bare = cell.trim().trim_matches(|c: char| "-–—=*•#~_".contains(c)).trim();
    let bare = bare.trim_end_matches(':').trim_end();
    match bare.rsplit_once('(') {
        Some((before, count))
            if count
                .trim_end_matches(')')
                .trim()
                .bytes()
                .all(|byte| byte.is_ascii_digit())
                && count.len() > 1 =>
        {
            before.trim()
        }
        _ => bare,
    }
}

/// Whether a folded text names a sort of signers: "National organizations", "Grupos locales".
fn names_a_group(folded: &str) -> bool {
    let scopes = [
        "national",
        "state",
        "statewide",
        "local",
        "regional",
        "international",
        "tribal",
        "federal",
        "faith",
        "labor",
        "labour",
        "nacional",
        "nacionales",
        "estatal",
        "estatales",
        "locales",
        "regionales",
        "internacional",
        "internacionales",
    ];
    let groups = [
        "organization",
        "organizations",
        "organisations",
        "groups",
        "partners",
        "members",
        "allies",
        "signers",
        "signatories",
        "endorsers",
        "individuals",
        "organizaciones",
        "grupos",
        "socios",
        "miembros",
        "firmantes",
        "personas",
        "coalitions",
        "affiliates",
        "chapters",
        "communities",
    ];
    let little = [
        "and", "or", "y", "level", "based", "wide", "the", "de", "other", "otras", "otros",
    ];
    let words: Vec<&str> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let plural = words
        .iter()
        .any(|word| groups.contains(word) && word.ends_with('s'));
    words.iter().any(|word| !little.contains(word))
        && words
            .iter()
            .all(|word| scopes.contains(word) || groups.contains(word) || little.contains(word))
        && (plural
            || words
                .iter()
                .all(|word| scopes.contains(word) || little.contains(word)))
}
