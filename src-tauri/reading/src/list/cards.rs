//! Cards whose fields stand on lines of their own with blank lines between them: a person, a blank line, an office, two
//! blank lines, the next person.
//!
//! The blank lines inside such a card are taken out before the layout is looked for, so that it is read as any stack of lines.

use super::learned::{self, Field};
use super::lines::{Line, Mark};
use super::phrase::{Phrase, ratio};
use super::signer;
use super::words;

/// A card has at most so many lines below its person.
const MOST_BELOW: usize = 3;

/// The lines without the blank ones inside cards, where most of the text is such cards.
pub(super) fn closed_up(source: &str, lines: Vec<Line>) -> Vec<Line> {
    let text = |at: usize| &source[lines[at].body.clone()];
    let filled: Vec<usize> = (0..lines.len()).filter(|at| !lines[*at].is_blank()).collect();
    let apart = filled.windows(2).filter(|pair| pair[1] > pair[0] + 1).count();
    if filled.len() < 6 || apart * 2 < filled.len() || filled.iter().any(|at| lines[*at].body.len() > 400) {
        return lines;
    }
    let mut people: Vec<usize> = Vec::new();
    // How likely the line before is a person that nothing stands below yet.
    let mut bare = None;
    for (nth, at) in filled.iter().enumerate() {
        let person = person(text(*at)).filter(|_| lines[*at].mark == Mark::None);
        // "Psychologische Psychotherapeutin" looks like a name, and less so than the one above it.
        let is_below = person.is_some_and(|person| person < 0.99 && bare.is_some_and(|bare| person < bare));
        bare = person.filter(|_| !is_below);
        if bare.is_some() {
            people.push(nth);
        }
    }
    let cards: Vec<(usize, usize)> = people
        .iter()
        .zip(people.iter().skip(1).copied().chain([filled.len()]))
        .map(|(from, to)| (*from, to.min(from + 1 + MOST_BELOW)))
        .collect();
    let below = |card: &(usize, usize)| card.0 + 1..card.1;
    let with_office = cards
        .iter()
        .filter(|card| {
            // "Rev. Ana Mora", and below it the congregation.
            let ranked = is_ranked(text(filled[card.0])) && below(card).count() == 1;
            below(card).next().is_some_and(|nth| {
                lines[filled[nth]].mark == Mark::None && (ranked || says_office(text(filled[nth])))
            })
        })
        .count();
    let bare = cards.iter().filter(|card| below(card).is_empty()).count();
    // The blank lines must part what belongs together, or any stack of lines is read well as it stands.
    let parted = cards
        .iter()
        .filter(|card| {
            below(card)
                .next()
                .is_some_and(|nth| filled[nth] > filled[nth - 1] + 1)
        })
        .count();
    let listed = filled.len() - people.first().copied().unwrap_or(filled.len());
    if people.len() < 3
        || ratio(bare, people.len()) > 0.2
        || ratio(with_office, people.len()) < 0.6
        || ratio(parted, people.len()) < 0.3
        || people.len() * 4 < listed
    {
        return lines;
    }
    let mut gone = vec![false; lines.len()];
    for (from, to) in cards {
        for at in filled[from] + 1..filled[to - 1] {
            gone[at] = lines[at].is_blank();
        }
    }
    let mut gone = gone.into_iter();
    lines
        .into_iter()
        .filter(|_| !gone.next().unwrap_or(false))
        .collect()
}

/// The lines without the word that says of some of them that who signs stands there: "Representative: Ana Mora" below the name of
/// what she signs for; and without those that say only who speaks for whom in court, "Attorney for Amicus Curiae".
pub(super) fn without_labels(source: &str, mut lines: Vec<Line>) -> Vec<Line> {
    let speaks = |line: &Line| {
        words::labels_counsel(&names::recognize::words::fold(
            source[line.body.clone()].trim_end_matches(['.', ':']),
        ))
    };
    if lines.iter().filter(|line| speaks(line)).nth(1).is_some() {
        lines.retain(|line| !speaks(line));
    }
    let value = |line: &Line| {
        let text = &source[line.body.clone()];
        let (label, rest) = text.split_once(": ")?;
        let known = names::recognize::words::fold(label);
        (line.mark == Mark::None && words::labels_signer(&known) && person(rest.trim()).is_some())
            .then_some(line.body.end - rest.len())
    };
    let labelled = lines.iter().filter(|line| value(line).is_some()).count();
    let filled = lines.iter().filter(|line| !line.is_blank()).count();
    // Where other lines have labels too, they are the answers of a form.
    let others = lines
        .iter()
        .filter(|line| {
            source[line.body.clone()]
                .split_once(": ")
                .is_some_and(|(label, _)| label.split(' ').count() <= 3)
        })
        .count();
    if labelled >= 2 && labelled * 2 <= filled && others < labelled * 2 {
        for line in &mut lines {
            if let Some(start) = value(line) {
                line.body.start = start;
            }
        }
    }
    lines
}

/// How likely a line is a person and nothing else; nothing where it can hardly be one.
fn person(text: &str) -> Option<f32> {
    // "Rev. Ana Mora, Pastor"
    let ranked = is_ranked(text);
    let text = if ranked {
        text.split(", ").next().unwrap_or(text)
    } else {
        text
    };
    let phrase = Phrase::new(text);
    let likely = text.len() < 60
        && !text.contains([',', ';', ':'])
        && (2..=6).contains(&phrase.words.len())
        && phrase.organization_words() == 0
        && (ranked || !signer::is_office(text));
    let person = learned::probabilities(&phrase)[Field::Person as usize];
    (likely && (ranked || person > 0.45)).then_some(if ranked { person.max(0.99) } else { person })
}

/// Whether a line begins with what somebody is called: "Rev.", "Rabbi".
fn is_ranked(text: &str) -> bool {
    text.split_whitespace().next().is_some_and(|word| {
        let folded = names::recognize::words::fold(word.trim_end_matches('.'));
        words::is_honorific(&folded) || matches!(folded.as_str(), "pastor" | "bishop" | "imam" | "father")
    })
}

/// Whether a line begins with an office or a trade.
pub(super) fn says_office(text: &str) -> bool {
    let first = text.split(", ").next().unwrap_or(text);
    let phrase = Phrase::new(first);
    signer::is_office(first)
        || signer::occupation(&phrase) > 1.0
        || learned::probabilities(&phrase)[Field::Title as usize] > 0.5
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::super::read_list;

    #[test]
    fn cards_with_blank_lines_between_their_fields_are_read_whole() {
        let text = "Unsere Unterst\u{fc}tzer\n\n\nAnna Lindner\n\nLehrerin \n\n\nKarl Brenner\n\nRechtsanwalt und \
            Fachanwalt f\u{fc}r Medizinrecht\n\nMaria Vogel\nJournalistin, Kiel\n\n\nJonas Keller \n\n\
            Vorsitzender des Mietervereins Bremen\n\n\nEva Sommer\n\nPsychologische Psychotherapeutin \n";
        let entries = read_list(text, &()).entries;
        let read: Vec<(&str, Option<&str>)> = entries
            .iter()
            .map(|entry| {
                (
                    entry.signer.as_deref().unwrap_or(&entry.name),
                    entry.title.as_deref(),
                )
            })
            .collect();
        assert_eq!(
            read,
            [
                ("Anna Lindner", Some("Lehrerin")),
                (
                    "Karl Brenner",
                    Some("Rechtsanwalt und Fachanwalt f\u{fc}r Medizinrecht")
                ),
                ("Maria Vogel", Some("Journalistin")),
                ("Jonas Keller", Some("Vorsitzender des Mietervereins Bremen")),
                ("Eva Sommer", Some("Psychologische Psychotherapeutin")),
            ]
        );
    }

    #[test]
    fn organizations_between_blank_lines_stay_one_a_line() {
        let text = "Harbor Light Alliance\n\nJane Addams Collective\n\nDirectors Guild of the Coast\n\nMoor League\n\n\
            Rosa Parks Institute\n\nOrganizers Network\n";
        assert_eq!(read_list(text, &()).entries.len(), 6);
    }
}
