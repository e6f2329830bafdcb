//! Lines whose breaks were lost: "Sincerely, Ana Mora President Harbor Council", "Ana Mora President Harbor Council Bo Lind Executive
//! Director Amber Trust". The text of a PDF and what is copied from it often comes so.
//!
//! Owns where such a line is cut: behind the words that close a letter, and before each person behind whom an office stands. What
//! stands between is taken apart as any line is.

use std::ops::Range;

use super::boilerplate;
use super::learned::{self, Field};
use super::lines::{Line, Mark};
use super::phrase::{Case, Phrase, Word};
use super::words;

/// A longer line is left as it is.
const LONGEST: usize = 20_000;

/// The lines, with those cut that hold several.
pub(super) fn parted(source: &str, lines: Vec<Line>) -> Vec<Line> {
    let mut parted = Vec::with_capacity(lines.len());
    for line in lines {
        let text = &source[line.body.clone()];
        if line.mark != Mark::None || !(12..LONGEST).contains(&text.len()) {
            parted.push(line);
            continue;
        }
        let closed = behind_closing(text);
        let rest = closed.map_or(0, |(_, end)| end);
        let starts = entries(&text[rest..]).unwrap_or_default();
        if closed.is_none() && starts.is_empty() {
            parted.push(line);
            continue;
        }
        let mut cuts: Vec<usize> = closed.into_iter().flat_map(|(start, end)| [start, end]).collect();
        cuts.retain(|at| *at > 0);
        cuts.extend(starts.into_iter().map(|at| rest + at).filter(|at| *at > rest));
        let mut start = 0;
        for end in cuts.into_iter().chain([text.len()]) {
            parted.push(part(source, &line, start..end));
            start = end;
        }
    }
    parted
}

/// A part of a line as a line of its own.
fn part(source: &str, line: &Line, range: Range<usize>) -> Line {
    let whole = line.body.start + range.start..line.body.start + range.end;
    let text = &source[whole.clone()];
    let start = whole.start + text.len() - text.trim_start().len();
    let body = start..start + text.trim().len();
    Line {
        body: body.clone(),
        whole: body,
        ..line.clone()
    }
}

/// Where the words begin that close a letter and, in the same line, names behind them: "... improve it. Sincerely, Ana Mora President".
fn behind_closing(text: &str) -> Option<(usize, usize)> {
    const CLOSINGS: [&str; 11] = [
        "Sincerely",
        "Respectfully",
        "Respectfully submitted",
        "egards",
        "Sincerely yours",
        "Atentamente",
        "Cordialmente",
        "Atenciosamente",
        "Cordialement",
        "Signed",
        "Cordiali saluti",
    ];
    // Few lines have many commas, and hardly one stands behind such a word.
    let (end, closing) = text
        .match_indices(", ")
        .filter_map(|(at, _)| {
            Some((
                at,
                CLOSINGS
                    .iter()
                    .filter(|closing| text[..at].ends_with(**closing))
                    .max_by_key(|closing| closing.len())?,
            ))
        })
        .last()?;
    let at = end - closing.len();
    let before = text[..at].trim_end();
    let start = if before.is_empty() {
        0
    } else if before.ends_with(['.', '!', ':']) {
        at
    } else {
        // "With kind regards, Ana Mora"
        before.rfind(['.', '!']).map_or(0, |stop| stop + 1)
    };
    let comma = at + text[at..].find(',')?;
    let closing = text[start..=comma].trim();
    let end = comma + 2;
    let names = text[end..].trim_start().starts_with(char::is_uppercase) && text[end..].trim().len() > 4;
    (names && boilerplate::is_closing(closing, &Phrase::new(closing))).then_some((start, end))
}

/// Offices that tell a signature from a name: others stand in the names of organizations as well.
const OFFICES: &str = concat!(
    "president|director|chair|chairman|chairwoman|chairperson|ceo|founder|co-founder|cofounder|coordinator|co-chair|co-director|",
    "presidente|presidenta|directora|coordinador|coordinadora|secretario|secretaria|directeur|directrice|coordinateur|coordinatrice|",
    "presidente|diretor|diretora|coordenador|coordenadora|direttore|direttrice|segretario|segretaria|treasurer|superintendent"
);

/// The same of a word as it stands, without folding it: it is asked of every word with a capital.
fn is_office_word(word: &str) -> bool {
    (3..=13).contains(&word.len())
        && OFFICES
            .split('|')
            .any(|office| office.len() == word.len() && office.eq_ignore_ascii_case(word))
}

fn is_office(word: &Word<'_>) -> bool {
    word.case == Case::Upper && OFFICES.split('|').any(|office| office == word.folded)
}

/// Where each of two or more entries begins that stand in one line with nothing between: a person, an office with a capital, an
/// organization. Nothing where the line is otherwise.
fn entries(text: &str) -> Option<Vec<usize>> {
    let offices = text
        .split_ascii_whitespace()
        .filter(|word| word.len() >= 3 && word.starts_with(|c: char| c.is_ascii_uppercase()))
        .filter(|word| is_office_word(word.trim_end_matches(',')))
        .take(2)
        .count();
    if offices < 2 || text.contains(['(', ';', '\u{2022}', '\t', '|']) {
        return None;
    }
    let phrase = Phrase::new(text);
    let all = &phrase.words;
    let small = |word: &Word<'_>| words::is_connector(&word.folded) || words::is_article(&word.folded);
    if all.iter().any(|word| word.case == Case::Lower && !small(word)) {
        return None;
    }
    let at = |word: &Word<'_>| word.text.as_ptr() as usize - text.as_ptr() as usize;
    let mut starts: Vec<usize> = Vec::new();
    // Where the office of the entry so far ends.
    let mut behind = 0;
    let mut nth = 1;
    while nth < all.len() {
        if !is_office(&all[nth]) {
            nth += 1;
            continue;
        }
        // "Executive Director", "Vice President": the office begins before.
        let mut first = nth;
        while first > behind
            && words::qualifies_title(&all[first - 1].folded)
            && all[first - 1].case == Case::Upper
        {
            first -= 1;
        }
        let person = if starts.is_empty() {
            (2..=first.min(5))
                .contains(&first)
                .then_some(0)
                .filter(|_| odds(text, &all[..first]) > 0.4)
        } else {
            before_office(text, all, behind, first)
        };
        let Some(person) = person else {
            nth += 1;
            continue;
        };
        starts.push(at(&all[person]));
        // "President and CEO", "Founder and Executive Director": with the organization's first word.
        behind = nth + 1;
        while all.get(behind).is_some_and(|word| {
            is_office(word)
                || words::is_and(&word.folded)
                || word.text == "&"
                || words::qualifies_title(&word.folded)
        }) {
            behind += 1;
        }
        behind += 1;
        nth = behind;
    }
    (starts.len() >= 2 && starts[0] == at(all.first()?)).then_some(starts)
}

/// Which word begins the person before an office, of those that stand behind the office before.
fn before_office(text: &str, all: &[Word<'_>], behind: usize, office: usize) -> Option<usize> {
    (2..=4)
        .filter_map(|count| {
            let first = office.checked_sub(count).filter(|first| *first >= behind)?;
            let words = &all[first..office];
            let named = words
                .iter()
                .all(|word| word.case == Case::Upper || words::is_name_particle(&word.folded));
            let given = words::is_given_name(&all[first].folded);
            let odds = odds(text, words) + if given { 0.5 } else { 0.0 };
            (named && all[first].case == Case::Upper && odds > 0.5).then_some((odds, first))
        })
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, first)| first)
}

/// How likely words name a person.
fn odds(text: &str, all: &[Word<'_>]) -> f32 {
    let (Some(first), Some(last)) = (all.first(), all.last()) else {
        return 0.0;
    };
    let start = first.text.as_ptr() as usize - text.as_ptr() as usize;
    let end = last.text.as_ptr() as usize - text.as_ptr() as usize + last.text.len();
    learned::probabilities(&Phrase::new(&text[start..end]))[Field::Person as usize]
}

#[cfg(test)]
mod tests {
    use super::super::read_list;

    fn read(text: &str) -> Vec<[String; 3]> {
        let field = |field: &Option<String>| field.clone().unwrap_or_default();
        read_list(text, &())
            .entries
            .iter()
            .map(|entry| [field(&entry.signer), field(&entry.title), entry.name.clone()])
            .collect()
    }

    #[test]
    fn people_whose_line_breaks_were_lost_are_told_by_their_offices() {
        let text = "May 3, 2012 Dear Senator, We urge you to keep the harbor fund as it is, and to hold the hearings that were promised \
            in March. The people of the coast have waited long enough. Sincerely, Marcus Hale President Harbor Rivers Alliance\n\n\
            Judith Crane Executive Director Friends of the Moor\n\n\
            Peter Novak President Ash Valley Union Helen Marsh Executive Director Citizens for Open Water Brian Holt Chairman and CEO \
            Amber Trust Foundation Susan Kerr Founder and President Pine County League\n";
        let read = read(text);
        let read: Vec<[&str; 3]> = read
            .iter()
            .map(|row| row.each_ref().map(String::as_str))
            .collect();
        assert_eq!(
            read,
            [
                ["Marcus Hale", "President", "Harbor Rivers Alliance"],
                ["Judith Crane", "Executive Director", "Friends of the Moor"],
                ["Peter Novak", "President", "Ash Valley Union"],
                ["Helen Marsh", "Executive Director", "Citizens for Open Water"],
                ["Brian Holt", "Chairman and CEO", "Amber Trust Foundation"],
                ["Susan Kerr", "Founder and President", "Pine County League"],
            ]
        );
    }
}
