//! What is in a column, and what it is therefore where no heading says so.

use std::collections::{HashMap, HashSet};

use super::{
    Assignment, By, Field, Kind, is_answer, kind, names_a_person, names_an_organization, says_nothing,
};
use super::{cells, spots};
use crate::answer::states_signing;
use crate::list::{begins_with_given_name, is_office, names_of_either};
use crate::table::Table;
use names::recognize::words::fold;

/// How many rows are looked at to tell what a column holds.
const ROWS: usize = 200;

/// How many statements one box can have: that they sign, that they do not, that they may.
const STATEMENTS: usize = 3;

/// What is in a column, counted over its first rows.
#[derive(Debug, Clone, Default)]
pub struct Content {
    /// How many cells were looked at.
    pub rows: usize,
    /// How many of its cells have something in them.
    pub full: usize,
    /// How many are a yes, a no or an answer in between.
    pub answers: usize,
    kinds: HashMap<Kind, usize>,
    /// How many could name organizations.
    pub organizations: usize,
    /// How many could name people.
    pub people: usize,
    /// How many are a Mr. or Ms.
    pub courtesy: usize,
    /// How many are a whole statement of signing, as a form writes where its box was ticked.
    pub statements: usize,
    /// How many say how far a sign-on has come.
    pub statuses: usize,
    /// How many are codes: capitals, digits and hyphens in one word.
    pub codes: usize,
    /// How many are days of the last century.
    long_ago: usize,
    /// How many are addresses of machines or places on the globe.
    pub machines: usize,
    /// How many are a yes, a no, or nothing in words.
    pub nothing_or_answers: usize,
    /// How many say whether an organization or a person signs.
    pub signers: usize,
    /// How many of these are a person's.
    alone: usize,
    /// How many name a sort of body and none: "Nonprofit", "Union".
    pub sorts: usize,
    /// How many of the first names below a heading of names are likelier a person's, and how many likelier an
    /// organization's, by what was learned of names.
    pub likelier: (usize, usize),
    /// How many of the same are offices.
    pub offices: usize,
    /// How many of the same begin with a given name, and how many were judged.
    given: (usize, usize),
    /// How many are longer than any office is.
    pub long: usize,
    /// How many end as a sentence does.
    pub sentences: usize,
    /// How many different cells there are.
    pub distinct: usize,
    /// How many are one word.
    pub single: usize,
    /// How many have an "@" in them, so many digits as a number to call has, any digit, and a point or an "@".
    pub at: usize,
    pub numbered: usize,
    pub digits: usize,
    pub dotted: usize,
    /// The hosts of its addresses of pages, where there are two at most.
    hosts: HashSet<String>,
    /// How many say whether something is in being still: "Activa", "Dissolved".
    pub lives: usize,
    /// How many are a street with its number, and how many a town with its state or country.
    streets: usize,
    towns: usize,
    /// How many have a word for an office in them.
    titles: usize,
    /// How many say how far something reaches.
    pub reaches: usize,
    /// How many bytes its cells have together.
    bytes: usize,
}

/// How many cells are judged by what was learned of names, which takes longer than looking at words.
const JUDGED: usize = 60;

/// Whether a character is of a script without spaces between words, or of Korean names: kana, Han, Hangul.
fn is_unparted(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}')
}

impl Content {
    /// How many of its cells are of a kind.
    pub fn of(&self, kind: Kind) -> usize {
        self.kinds.get(&kind).copied().unwrap_or(0)
    }

    fn of_cells<'a>(cells: impl Iterator<Item = &'a str>) -> Self {
        let mut content = Self::default();
        let mut seen = HashSet::new();
        let mut stated = HashSet::new();
        for cell in cells {
            content.rows += 1;
            if cell.is_empty() {
                continue;
            }
            content.full += 1;
            let is_first = seen.insert(cell);
            content.distinct += usize::from(is_first);
            // Boxes have few statements, and a column of remarks need not be judged to its end.
            if is_first && content.distinct <= STATEMENTS && states_signing(cell) {
                stated.insert(cell);
            }
            content.statements += usize::from(stated.contains(cell));
            content.long += usize::from(cell.len() > 60);
            content.sentences +=
                usize::from(cell.len() > 16 && cell.ends_with(['.', '!', '?', '。', '！', '？']));
            content.single += usize::from(!cell.trim().contains(char::is_whitespace));
            let digits = cell.bytes().filter(u8::is_ascii_digit).count();
            content.at += usize::from(cell.contains('@'));
            content.bytes += cell.len();
            content.titles += usize::from(cells::holds_office(cell));
            content.reaches += usize::from(cells::says_how_far(cell));
            content.streets += usize::from(spots::is_street(cell));
            content.towns += usize::from(spots::is_town(cell));
            content.dotted += usize::from(cell.contains(['@', '.']));
            content.digits += usize::from(digits > 0);
            // A naught is how some programs write that there is none.
            content.numbered += usize::from(digits > 5 || cell == "0");
            if content.hosts.len() < 2 {
                content.hosts.extend(cells::host(cell));
            }
            content.answers += usize::from(is_answer(cell));
            *content.kinds.entry(kind(cell)).or_default() += 1;
            content.organizations += usize::from(names_an_organization(cell));
            content.people += usize::from(names_a_person(cell));
            let folded = fold(cell);
            let folded = folded.trim_end_matches('.');
            let courtesy = [
                "mr", "mrs", "ms", "miss", "mx", "dr", "rev", "prof", "sr", "sra", "srta", "dra", "lic",
                "ing", "fr", "hon", "frau", "herr", "herrn", "mme", "mlle", "m", "monsieur", "madame",
                "mister", "don", "dona", "senor", "senora", "sir", "dame", "mag", "dipl-ing", "pr", "me",
                "eng", "prof. dr", "dr. med",
            ];
            content.courtesy += usize::from(courtesy.contains(&folded));
            content.codes += usize::from(cells::is_code(cell));
            content.long_ago += usize::from(cells::is_long_ago(cell));
            content.machines += usize::from(cells::is_machine(cell));
            let answers = says_nothing(cell) || kind(cell) == Kind::Answer;
            content.nothing_or_answers += usize::from(answers);
            let signs = cells::signs_as(cell);
            content.signers += usize::from(signs.is_some());
            content.alone += usize::from(signs == Some(true));
            content.sorts += usize::from(cells::SORTS.contains(&folded));
            let statuses = [
                "confirmed",
                "asked",
                "declined",
                "withdrawn",
                "considering",
                "to ask",
                "pending",
                "said yes",
                "signed",
                "confirmado",
                "confirmada",
                "pendiente",
                "rechazado",
                "firmado",
                "firmada",
                "retirado",
                "por confirmar",
                "invitado",
                "contactado",
            ];
            content.statuses += usize::from(statuses.contains(&folded));
            content.lives += usize::from(cells::LIVES.contains(&folded));
        }
        content
    }

    /// Whether what it says of nothing aside, hardly any of its cells is among so many.
    pub fn hardly(&self, of: usize) -> bool {
        of * 3 < self.full.saturating_sub(self.nothing_or_answers)
    }

    /// Whether its pages are all of one site, as those are that a form was sent from, or of a directory.
    pub fn is_one_site(&self) -> bool {
        let networks = [
            "facebook.com",
            "instagram.com",
            "twitter.com",
            "linktr.ee",
            "x.com",
            "linkedin.com",
            "youtube.com",
            "tiktok.com",
            "bsky.app",
            "threads.net",
        ];
        self.hosts.len() == 1
            && self.of(Kind::Website) > 2
            && !self.hosts.iter().any(|host| networks.contains(&host.as_str()))
    }

    /// Judges the names in a column by what was learned of names.
    pub fn judge(&mut self, table: &Table, column: usize) {
        let cells = table.records().map(|row| row.cell(column));
        for cell in cells
            .filter(|cell| !cell.is_empty() && cell.len() < 120)
            .take(JUDGED)
        {
            // What was learned goes by words, which these scripts do not part.
            if cell.chars().any(is_unparted) {
                continue;
            }
            // "Vane, Iris" and "IRIS VANE" are judged as Iris Vane.
            let written = in_small_letters(cell);
            let cell = written.as_deref().unwrap_or(cell);
            let turned = in_order(cell);
            let cell = turned.as_deref().unwrap_or(cell);
            let (person, organization) = names_of_either(cell);
            self.likelier.0 += usize::from(person > 0.5);
            self.likelier.1 += usize::from(organization > 0.5);
            self.offices += usize::from(is_office(cell));
            self.given.0 += usize::from(begins_with_given_name(cell));
            self.given.1 += 1;
        }
    }

    /// Whether its cells look like names of people, and not rather like organizations'.
    pub fn may_be_people(&self) -> bool {
        let (person, organization) = self.likelier;
        let (given, judged) = self.given;
        // Given names stand alone in a list of those who know each other.
        let named = self.people * 2 > self.full || self.people > 0 && given * 4 >= judged * 3 && judged > 2;
        named
            && (self.likelier == (0, 0)
                || person > organization && (given * 4 >= judged || person * 10 >= judged * 8))
    }

    /// Whether its cells are given names and nothing more.
    fn are_given_names(&self) -> bool {
        let (given, judged) = self.given;
        judged >= 3 && given * 10 >= judged * 7 && self.people * 4 < self.full && self.organizations == 0
    }

    /// Whether its cells are plainly names of organizations.
    pub fn are_bodies(&self) -> bool {
        let (person, organization) = self.likelier;
        organization > 2 && organization > person * 3 && self.given.0 * 4 < self.given.1
    }

    /// Whether most of its cells could be names.
    pub fn are_names(&self) -> bool {
        (self.organizations + self.people) * 2 > self.full
    }

    /// Whether most of its cells have a word for an office in them, and are short.
    fn are_offices(&self) -> bool {
        self.full > 2 && self.titles * 2 > self.full && self.long == 0
    }

    /// Whether its cells are sentences, each of its own.
    fn is_prose(&self) -> bool {
        self.full > 2
            && self.bytes >= self.full * 60
            && self.distinct * 10 >= self.full * 7
            && self.of(Kind::Text) == self.full
    }

    /// Whether it says the same in every row.
    fn is_one(&self) -> bool {
        self.full > 2 && self.distinct == 1
    }

    /// Whether its cells are names of one word, as given names and surnames are.
    fn are_single_names(&self) -> bool {
        self.full > 2
            && self.single * 10 >= self.full * 6
            && self.of(Kind::Text) == self.full
            && self.organizations == 0
    }

    /// Whether it is a box with a statement of signing of its own, ticked in some rows.
    pub fn is_statement(&self) -> bool {
        self.full > 0 && self.statements == self.full
    }

    /// Whether its cells say who signs, an organization or a person.
    pub fn are_signers(&self) -> bool {
        self.full > 0 && self.signers * 4 >= self.full * 3
    }

    /// Whether hardly any of its cells is an office or a courtesy; only of a column that was judged.
    pub fn are_no_offices(&self) -> bool {
        let judged = self.given.1;
        judged > 2 && self.offices * 5 < judged && self.courtesy * 5 < self.full
    }

    /// Whether its cells say of each row whether it is an organization's or a person's, in the few words of a choice.
    pub fn sorts_signers(&self) -> bool {
        self.are_signers() && self.alone > 0 && self.alone < self.signers && self.distinct <= 6
    }

    /// What is in a column of a table.
    pub fn of_column(table: &Table, column: usize) -> Self {
        Self::of_cells(table.records().take(ROWS).map(|row| row.cell(column)))
    }
}

/// Columns without a known heading, by what is in them.
///
/// Below headings that nobody knows only what is plain to see is taken: an address, a page, a state, a country. Who signs,
/// when, and under which number is said by a heading, by a person, or asked.
/// `spots` are columns whose heading says that they name a place.
pub fn by_content(
    found: &mut Vec<Assignment>,
    aside: &[usize],
    contents: &[Content],
    headed: bool,
    spots: &[usize],
) {
    let taken: Vec<usize> = found
        .iter()
        .map(|assigned| assigned.column)
        .chain(aside.iter().copied())
        .collect();
    let free: Vec<usize> = (0..contents.len())
        .filter(|column| !taken.contains(column) && contents[*column].full > 0)
        .collect();
    let add = |found: &mut Vec<Assignment>, column: usize, field: Field| {
        if field.may_repeat() || !found.iter().any(|assigned| assigned.field == field) {
            found.push(Assignment {
                column,
                field,
                by: By::Content,
                weight: 1,
                person: 0,
            });
            return true;
        }
        false
    };
    let has = |found: &[Assignment], fields: &[Field]| {
        found.iter().any(|assigned| fields.contains(&assigned.field))
    };
    // Whose a second address is, no heading says.
    let reached = has(found, &[Field::Email]);
    let of_people = has(found, &[Field::FullName, Field::LastName]);
    let mut words: Vec<usize> = Vec::new();
    for &column in &free {
        let content = &contents[column];
        if headed && content.sorts_signers() && add(found, column, Field::SignsAs) {
            continue;
        }
        let mostly = |kind| content.of(kind) * 10 >= content.full * 7;
        let field = [
            (Kind::Email, Field::Email),
            (Kind::Phone, Field::Phone),
            (Kind::Website, Field::Website),
            (Kind::Date, Field::Timestamp),
            (Kind::State, Field::State),
            (Kind::Country, Field::Country),
            (Kind::Answer, Field::Consent),
        ]
        .into_iter()
        .find(|(kind, field)| {
            mostly(*kind)
                && !(headed && matches!(field, Field::Phone | Field::Timestamp | Field::Consent))
                && !(*kind == Kind::Website && content.is_one_site())
                // Birthdays, and when something was founded.
                && !(*kind == Kind::Date && content.long_ago * 2 > content.full)
                && !(*kind == Kind::Email && headed && reached)
        });
        match field {
            Some((_, field)) => {
                add(found, column, field);
            }
            None if headed && content.streets * 10 >= content.full * 7 => {
                add(found, column, Field::Street);
            }
            None if headed && content.towns * 10 >= content.full * 7 && !has(found, &[Field::City]) => {
                add(found, column, Field::Place);
            }
            None if headed && of_people && content.are_offices() => {
                add(found, column, Field::Title);
            }
            None if headed && content.is_prose() => {
                add(found, column, Field::Note);
            }
            // What comes again and again in every row sorts them: "Member", or whom each endorsed.
            None if content.full >= 20 && content.distinct * 12 < content.full || spots.contains(&column) => {
            }
            None if mostly(Kind::Text) => words.push(column),
            None => {}
        }
    }
    // What is the same in every row is where all of them are, and nobody's name.
    let shared = words
        .iter()
        .position(|column| !headed && contents[*column].is_one());
    if let Some(at) = shared {
        let column = words.remove(at);
        if contents[column].organizations > 0
            || words
                .iter()
                .filter(|other| contents[**other].are_single_names())
                .count()
                == 2
        {
            add(found, column, Field::Organization);
        }
    }
    // Two columns of one word each are a given name and a surname, whichever way round some rows have them.
    if !headed
        && shared.is_some()
        && let Some(at) = words.iter().position(|column| {
            contents[*column].are_single_names()
                && words.contains(&(column + 1))
                && contents[*column + 1].are_single_names()
        })
    {
        add(found, words[at], Field::FirstName);
        add(found, words[at] + 1, Field::LastName);
        words.drain(at..=at + 1);
    }
    // Given names in one word, and what stands beside them.
    if !headed
        && let Some(at) = words
            .iter()
            .position(|column| contents[*column].are_given_names())
    {
        let column = words.remove(at);
        add(found, column, Field::FirstName);
        if let Some(next) = words.get(at).copied().filter(|next| *next == column + 1) {
            add(found, next, Field::LastName);
            words.remove(at);
        }
    }
    let people = [Field::FullName, Field::FirstName, Field::LastName];
    if headed
        && !has(found, &people)
        && !has(found, &[Field::Organization])
        && let Some(at) = words.iter().position(|column| {
            let content = &contents[*column];
            content.may_be_people() && content.likelier.0 > content.likelier.1 * 2
        })
    {
        let column = words.remove(at);
        add(found, column, Field::FullName);
    }
    if !(has(found, &[Field::Organization]) || headed && has(found, &people)) {
        // The column with the most words of organizations; without any, the first of words that are no people.
        let best = words.iter().copied().max_by_key(|column| {
            let content = &contents[*column];
            (
                content.organizations * 100 / content.full,
                std::cmp::Reverse(*column),
            )
        });
        let best = best
            .filter(|column| contents[*column].organizations * 4 >= contents[*column].full)
            .or_else(|| {
                let people = |column: &&usize| contents[**column].people * 2 > contents[**column].full;
                if has(found, &[Field::FullName, Field::LastName]) {
                    None
                } else {
                    words.iter().find(|column| !people(column)).copied()
                }
            });
        if let Some(column) = best {
            add(found, column, Field::Organization);
            words.retain(|other| *other != column);
        }
    }
    if !headed
        && !has(found, &people)
        && let Some(column) = words
            .iter()
            .copied()
            .find(|column| contents[*column].people * 10 >= contents[*column].full * 6)
    {
        add(found, column, Field::FullName);
    }
}

/// A name whose surname stands before a comma, with its given name first; none where nothing tells which is which.
fn in_order(cell: &str) -> Option<String> {
    let (family, given) = cell.split_once(',')?;
    let (family, given) = (family.trim(), given.trim());
    let short = |text: &str| !text.is_empty() && text.split_whitespace().count() <= 2;
    (short(family) && short(given) && !begins_with_given_name(family) && begins_with_given_name(given))
        .then(|| format!("{given} {family}"))
}

/// A name of several words in capitals as it would be written among others; none where it has small letters.
fn in_small_letters(cell: &str) -> Option<String> {
    let letters = cell.chars().filter(|c| c.is_alphabetic()).count();
    if letters < 6 || !cell.contains(' ') || cell.chars().any(char::is_lowercase) {
        return None;
    }
    let mut out = String::with_capacity(cell.len());
    let mut begins = true;
    for c in cell.chars() {
        if begins {
            out.push(c);
        } else {
            out.extend(c.to_lowercase());
        }
        begins = !c.is_alphabetic();
    }
    Some(out)
}
