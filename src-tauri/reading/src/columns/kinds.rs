//! What a cell holds, told by itself: an address, a number, a date, a state, a yes.
//!
//! Deliberately coarse: it serves to tell columns apart by what most of their cells are, and whether a row can be headings.
//! Whether an address works or a number rings is not asked.

use crate::answer::{Answer, answer};
use crate::dates;
use names::recognize::words::{fold, is_country, is_organization_word, state_code};

/// What a cell seems to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Nothing.
    Empty,
    /// An email address.
    Email,
    /// A telephone number.
    Phone,
    /// An address of a page.
    Website,
    /// A day, with or without a time.
    Date,
    /// Another number.
    Number,
    /// A state of the United States, by name or by code.
    State,
    /// A country by its name.
    Country,
    /// A yes or no, alone or as the beginning of a sentence.
    Answer,
    /// Words.
    Text,
}

/// What a cell seems to be.
pub fn kind(cell: &str) -> Kind {
    let cell = cell.trim();
    if cell.is_empty() {
        return Kind::Empty;
    }
    if cell.len() > 300 {
        return Kind::Text;
    }
    if is_email(cell) {
        return Kind::Email;
    }
    if is_website(cell) {
        return Kind::Website;
    }
    let digits = cell.bytes().filter(u8::is_ascii_digit).count();
    if digits > 0 {
        if dates::moment(cell, dates::Order::MonthFirst).is_some()
            || dates::moment(cell, dates::Order::DayFirst).is_some()
        {
            return Kind::Date;
        }
        if is_phone(cell, digits) {
            return Kind::Phone;
        }
        let number = |c: char| {
            c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '+' | ' ' | '%' | '$' | '€' | '/' | '#')
        };
        return if cell.chars().all(number) {
            Kind::Number
        } else {
            Kind::Text
        };
    }
    let folded = fold(cell);
    if state_code(&folded).is_some() && (cell.chars().count() > 2 || cell.chars().all(char::is_uppercase)) {
        return Kind::State;
    }
    if is_country(&folded) {
        return Kind::Country;
    }
    if is_answer(cell) {
        return Kind::Answer;
    }
    Kind::Text
}

/// Whether a cell is one email address, as `a@b.c`, `<a@b.c>` or `mailto:a@b.c`.
fn is_email(cell: &str) -> bool {
    let cell = cell
        .strip_prefix("mailto:")
        .unwrap_or(cell)
        .trim_matches(['<', '>', ';', ',']);
    // Several in one cell are of the same kind.
    let mut parts = cell
        .split([';', ','])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .flat_map(|part| part.split(" ::: "));
    let one = |part: &str| {
        part.split_once('@').is_some_and(|(local, domain)| {
            !local.is_empty()
                && !part.contains(char::is_whitespace)
                && !domain.contains('@')
                && domain
                    .rsplit_once('.')
                    .is_some_and(|(host, top)| !host.is_empty() && top.chars().count() > 1)
        })
    };
    let mut any = false;
    parts.all(|part| {
        any = true;
        one(part)
    }) && any
}

fn is_website(cell: &str) -> bool {
    if cell.contains(char::is_whitespace) {
        return false;
    }
    let lower = cell.to_ascii_lowercase();
    if ["http://", "https://", "www."]
        .iter()
        .any(|start| lower.starts_with(start))
    {
        return true;
    }
    // A bare domain: `luz.example.org`, but neither `St.Paul` nor `A.C.`.
    let host = lower.split('/').next().unwrap_or("");
    let tops = [
        "com", "org", "net", "edu", "gov", "info", "coop", "us", "mx", "es", "uk", "ca", "de", "fr", "ar",
        "co", "cl", "pe", "eu", "io",
    ];
    host.split('.').count() >= 2
        && host.rsplit('.').next().is_some_and(|top| tops.contains(&top))
        && host
            .split('.')
            .all(|label| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-'))
        && host.split('.').next().is_some_and(|first| first.len() > 1)
}

fn is_phone(cell: &str, digits: usize) -> bool {
    let cell = cell.strip_prefix("tel:").unwrap_or(cell);
    let lower = cell.to_ascii_lowercase();
    let number = ["ext.", "ext", "x", "int."]
        .iter()
        .find_map(|word| lower.split_once(word))
        .map_or(lower.as_str(), |(number, _)| number);
    let marks = |c: char| {
        c.is_ascii_digit() || matches!(c, '+' | '(' | ')' | '-' | '.' | ' ' | '/' | '\u{a0}' | '‑' | '–')
    };
    let separated = cell.contains(['(', '-', '+', '.', ' ', '–', '‑']);
    number.chars().all(marks)
        && (7..=15).contains(&digits)
        && (separated || digits >= 10)
        && !is_numbered(cell)
        && !is_decimal(cell)
}

/// Whether a cell is a number with a point in it, as places on the globe and sums are.
pub(super) fn is_decimal(cell: &str) -> bool {
    let parts = |text: &str| {
        let text = text.trim().trim_start_matches(['-', '+']);
        let (whole, rest) = text.split_once('.').unwrap_or((text, ""));
        whole.len() <= 3
            && !whole.is_empty()
            && rest.len() > 1
            && whole
                .bytes()
                .chain(rest.bytes())
                .all(|byte| byte.is_ascii_digit())
    };
    cell.split([',', ';']).all(parts)
}

/// Whether digits are those of a registry or a machine: `12-3456789`, `53703-1234`, `203.0.113.4`, `123-45-6789`.
fn is_numbered(cell: &str) -> bool {
    let groups: Vec<&str> = cell.split(['-', '.']).collect();
    let all_digits = groups
        .iter()
        .all(|group| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit()));
    let lengths: Vec<usize> = groups.iter().map(|group| group.len()).collect();
    let dotted = groups.len() == 4
        && cell.matches('.').count() == 3
        && groups.iter().all(|group| group.parse::<u8>().is_ok());
    all_digits && (dotted || cell.contains('-') && matches!(lengths[..], [2, 7] | [5, 4] | [3, 2, 4]))
}

/// Whether a cell is an answer to whether somebody signs, in words or as the sign that a box leaves.
pub fn is_answer(cell: &str) -> bool {
    match answer(cell) {
        Answer::Yes | Answer::Condition | Answer::NotYet | Answer::No => true,
        // A box that nobody ticked, in the word that a spreadsheet has for it.
        Answer::NoAnswer => matches!(
            fold(cell).trim(),
            "false" | "unchecked" | "0" | "falso" | "falsch" | "faux" | "☐" | "□" | "◻"
        ),
        Answer::Question | Answer::Unclear => false,
    }
}

/// Whether a cell has a word that names of organizations have.
pub fn names_an_organization(cell: &str) -> bool {
    let folded = fold(cell);
    folded
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .any(is_organization_word)
}

/// Whether a cell could be a person's name: two to five words, capital at the front, without digits or an organization's word.
pub fn names_a_person(cell: &str) -> bool {
    let words: Vec<&str> = cell.split_whitespace().collect();
    let small = [
        "de", "la", "del", "los", "las", "y", "van", "von", "der", "den", "da", "dos", "bin", "al",
    ];
    (2..=5).contains(&words.len())
        && words.iter().all(|word| {
            small.contains(word)
                || word.chars().next().is_some_and(char::is_uppercase)
                    && word.chars().all(|c| c.is_alphabetic() || "'’.-,".contains(c))
        })
        && !small.contains(&words[0])
        && !names_an_organization(cell)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_told_by_themselves() {
        for (cell, of) in [
            ("ana@luz.example", Kind::Email),
            ("ana@luz.example; bo@luz.example", Kind::Email),
            ("(608) 555-0143", Kind::Phone),
            ("+52 55 5555 0143 ext. 12", Kind::Phone),
            ("6085550143", Kind::Phone),
            ("https://luz.example", Kind::Website),
            ("www.luz.example/es", Kind::Website),
            ("9/6/2018 0:06:16", Kind::Date),
            ("2026-03-04", Kind::Date),
            ("53703", Kind::Number),
            ("53703-1234", Kind::Number),
            ("12-3456789", Kind::Number),
            ("203.0.113.4", Kind::Number),
            ("-89.4012345", Kind::Number),
            ("12.50", Kind::Number),
            ("WI", Kind::State),
            ("Wisconsin", Kind::State),
            ("México", Kind::Country),
            ("Yes, sign us on", Kind::Answer),
            ("Casa Luz", Kind::Text),
            ("Local 212", Kind::Text),
            ("St.Paul", Kind::Text),
        ] {
            assert_eq!(kind(cell), of, "{cell}");
        }
    }

    #[test]
    fn answers_are_known_in_both_languages_and_names_are_no_answers() {
        for cell in [
            "Yes, sign us on",
            "yes",
            "Sí, queremos firmar",
            "I agree",
            "Agree",
            "No, thank you",
            "Not at this time",
            "Not sure yet",
            "Tal vez",
            "TRUE",
            "FALSE",
            "☐",
            "x",
        ] {
            assert!(is_answer(cell), "{cell}");
        }
        for cell in [
            "Please",
            "No More Walls",
            "Si Se Puede",
            "Yes Institute",
            "Maybelle Carter",
            "Join Together Fund",
            "",
        ] {
            assert!(!is_answer(cell), "{cell}");
        }
    }

    #[test]
    fn people_and_organizations_are_told_apart_by_their_words() {
        assert!(names_a_person("Ana María de la Peña") && !names_a_person("Moor Alliance"));
        assert!(names_an_organization("Coalición de Vecinos") && !names_an_organization("Bo Lind"));
    }
}
