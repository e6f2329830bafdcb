//! Whether lines are one text that was broken at a margin, and whether one goes on from the one before it.

use names::recognize::words::fold;

use super::super::boilerplate;
use super::super::flow::ends_in_broken_word;
use super::super::learned::{self, Field};
use super::super::lines::Line;
use super::super::phrase::{Case, Phrase};
use super::super::prose;
use super::super::words;
use super::label;

/// Whether a line goes on from the one before it, because that one stops where no name ends or this one begins where none begins.
pub(in crate::list) fn goes_on(before: &str, next: &str) -> bool {
    let before = before.trim_end();
    let Some(last) = before.split_whitespace().next_back() else {
        return false;
    };
    let Some(first) = next.split_whitespace().next() else {
        return false;
    };
    // "and 45 others"
    if next.len() < 60
        && next.starts_with(char::is_lowercase)
        && words::says_there_are_more(&Phrase::new(next).folded())
    {
        return false;
    }
    // ", Lisa Rochester, Julia Brown"
    if next.starts_with([',', ';']) {
        return true;
    }
    let small = |word: &str| word.starts_with(char::is_lowercase) || word == "&";
    // However it is written, no name ends in "of" or "and".
    let open = matches!(fold(last).as_str(), "of" | "and" | "against" | "the" | "&");
    if open && !before.ends_with(", The") && next.starts_with(char::is_uppercase)
        || small(last) && words::leaves_open(&fold(last))
        || small(first) && words::goes_on(&fold(first)) && !(is_whole(before) && is_whole_of_surname(next))
    {
        return true;
    }
    // "Ana Mora (Professor, Harbor University;": who set it forgot to close it.
    let open = before.matches('(').count() > before.matches(')').count() && !before.ends_with(';');
    if open && next.len() < 120 || next.starts_with('(') && next.len() < 120 {
        return true;
    }
    let broken = last.len() > 2
        && last.ends_with(['-', '\u{2010}'])
        && last
            .trim_end_matches(['-', '\u{2010}'])
            .ends_with(char::is_alphabetic);
    broken
        || before.ends_with(',') && Phrase::new(next).is_legal_form()
        || Phrase::new(next).is_legal_form() && next.contains('.')
}

/// Whether the lines of a narrow column are a sentence that introduces a list and holds it: "Signed by: Alder Council, Birch",
/// "Choir, the Cedar", "League and Dune Watch.".
fn is_narrow_prose(texts: &[&str]) -> bool {
    let [first, rest @ ..] = texts else {
        return false;
    };
    let introduced = first
        .split_once(": ")
        .is_some_and(|(before, rest)| boilerplate::introduces(before) && rest.contains(char::is_alphabetic));
    let commas = |text: &&str| text.contains([',', ';']);
    introduced
        && rest.len() >= 2
        && texts[..texts.len() - 1]
            .iter()
            .filter(|text| commas(text))
            .count()
            * 2
            >= texts.len()
        && texts[..texts.len() - 1]
            .iter()
            .any(|text| !text.ends_with([',', ';']))
        && prose::holds_list(&texts.join(" "))
}

/// Whether a line ends in a word for what it is, as English names do: "Luna Arts Collective".
fn is_whole(text: &str) -> bool {
    Phrase::new(text)
        .words
        .last()
        .is_some_and(|w| names::recognize::words::is_organization_word(&w.folded))
}

/// Whether a line is a name that begins with the small words of a surname: "de la Cruz Fund".
fn is_whole_of_surname(text: &str) -> bool {
    let phrase = Phrase::new(text);
    let small = phrase.words.iter().take_while(|w| w.case == Case::Lower).count();
    small <= 2
        && phrase.words.len() > small + 1
        && phrase.words[..small]
            .iter()
            .all(|w| words::is_name_particle(&w.folded) || words::is_article(&w.folded))
        && phrase.words[small..].iter().all(|w| w.case == Case::Upper)
        && is_whole(text)
}

/// Whether each line is an entry of several fields by itself: a person stands in the same place of all of them, and none is open
/// at its end. Running text is not cut so by its margin.
fn are_records(texts: &[&str]) -> bool {
    let fields: Vec<Vec<&str>> = texts
        .iter()
        .map(|text| text.trim_end_matches(['.', ';', ',']).split(", ").collect())
        .collect();
    let width = fields[0].len();
    if !(2..=5).contains(&width) || fields.iter().any(|parts| parts.len() != width) {
        return false;
    }
    let open = texts.windows(2).any(|pair| {
        pair[0].trim_end().ends_with(',') && texts.len() < 3
            || goes_on(pair[0], pair[1])
            || pair[1].starts_with(char::is_lowercase)
    });
    let is_person = |text: &str| {
        let phrase = Phrase::new(text.trim_matches('*'));
        (2..=5).contains(&phrase.words.len())
            && phrase.organization_words() == 0
            && (phrase.person() > 0.5 || learned::probabilities(&phrase)[Field::Person as usize] > 0.5)
    };
    let column = |at: usize| fields.iter().filter(|parts| is_person(parts[at])).count() == fields.len();
    // "Ana Mora, Bo Lind, Cy Dorn" is a row of people.
    let first = column(0);
    let others = (1..width).filter(|at| column(*at)).count();
    !open && (first && others == 0 || !first && others == 1 && width >= 3)
}

/// Whether lines are one text broken at a margin: each is as full as the next word allows, and names go on over the breaks.
pub(in crate::list) fn is_wrapped(source: &str, lines: &[Line]) -> bool {
    if lines.len() < 2 {
        return false;
    }
    let texts: Vec<&str> = lines
        .iter()
        .take(400)
        .map(|line| &source[line.body.clone()])
        .collect();
    // "Endorsements so far:", and below it "Jeff Brown:".
    if texts.len() == 2 && texts.iter().all(|text| text.ends_with(':')) {
        return false;
    }
    let widths: Vec<usize> = texts.iter().map(|text| text.chars().count()).collect();
    let margin = widths.iter().copied().max().unwrap_or_default();
    // Signs between names, over the breaks: "A · B · C ·".
    let signs: Vec<usize> = texts.iter().map(|text| prose::signs(text)).collect();
    let over_breaks = texts
        .windows(2)
        .filter(|pair| {
            let sign = |text: &str| text.chars().count() == 1 && prose::signs(text) == 1;
            pair[0].rsplit(' ').next().is_some_and(sign)
                || pair[1].split(' ').next().is_some_and(sign)
                || goes_on(pair[0], pair[1])
        })
        .count();
    if over_breaks > 0
        && signs.iter().sum::<usize>() >= 2 * texts.len()
        && signs.iter().all(|count| *count > 0)
    {
        return true;
    }
    let separators: usize = texts.iter().map(|text| text.matches([',', ';']).count()).sum();
    if separators >= 3 * texts.len() && texts.iter().any(|text| text.starts_with([',', ';'])) {
        return true;
    }
    let ended = texts[..texts.len() - 1]
        .iter()
        .filter(|text| text.ends_with([',', ';']) || text.ends_with(" and"))
        .count();
    let breaks = texts.len() - 1;
    // "Ana Mora, escritora;" - each line is one.
    let semicolons = texts
        .iter()
        .filter(|text| text.trim_end().ends_with(';') && text.matches(';').count() == 1)
        .count();
    if semicolons >= 2 && semicolons * 5 >= breaks * 4 {
        return false;
    }
    if are_records(&texts) {
        return false;
    }
    // Lines that all end in a comma and hold others besides.
    if ended == breaks && separators >= 2 * texts.len() && separators - ended > breaks {
        return true;
    }
    if is_narrow_prose(&texts) {
        return true;
    }
    if margin < 40 || texts.iter().filter(|text| label(text).is_some()).count() > 1 {
        return false;
    }
    // Running text does not begin every line with the same words.
    let beginning = |text: &str| text.split_whitespace().take(2).map(fold).collect::<Vec<_>>();
    let first = beginning(texts[0]);
    let alike = texts.iter().filter(|text| beginning(text) == first).count();
    if texts.len() >= 3 && alike * 5 >= texts.len() * 4 {
        return false;
    }
    let full = (0..breaks)
        .filter(|i| {
            let next = texts[i + 1]
                .split_whitespace()
                .next()
                .map_or(0, |word| word.chars().count());
            // A word broken at its hyphen, or a name at a word that none ends in, shows the margin by itself.
            widths[*i] + 1 + next > margin
                || ends_in_broken_word(texts[*i])
                || goes_on(texts[*i], texts[i + 1])
        })
        .count();
    let joined = texts.join(" ");
    let phrase = Phrase::new(&joined);
    let sentence = phrase.lower_share() > 0.25;
    let listed = separators * 10 >= texts.len() * 8;
    // Names between semicolons on lines that end about where the next word had no room: letters of a printed page are of many widths. Lines of
    // equally many fields are entries.
    let nearly_full = (0..breaks).filter(|i| {
        let next = texts[i + 1]
            .split_whitespace()
            .next()
            .map_or(0, |word| word.chars().count());
        (widths[*i] + 1 + next) * 4 > margin * 3
    });
    let inside: Vec<usize> = texts.iter().map(|text| text.matches("; ").count()).collect();
    let several = |many: usize| inside.iter().filter(|count| **count >= many).count();
    if several(1) * 3 >= texts.len() * 2
        && several(2) * 3 >= texts.len()
        && inside[..breaks].windows(2).any(|pair| pair[0] != pair[1])
        && nearly_full.count() * 10 >= breaks * 9
    {
        return true;
    }
    if !(sentence || listed) || full * 10 < breaks * 9 {
        return false;
    }
    let open = texts[..breaks]
        .iter()
        .zip(&texts[1..])
        .filter(|(before, next)| before.ends_with([',', ';']) || goes_on(before, next))
        .count();
    if texts.len() > 3 {
        let introduced =
            !texts[0].ends_with(':') && boilerplate::introduces(texts[0]) && prose::holds_list(&joined);
        return sentence || introduced || open * 5 >= breaks;
    }
    let told = separators >= 3 || !texts[0].ends_with(':') && boilerplate::introduces(texts[0]);
    sentence || open > 0 && separators >= 2 || told && prose::holds_list(&joined)
}
