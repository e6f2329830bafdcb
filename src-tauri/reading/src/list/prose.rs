//! Names in running text: "The letter was signed by A, B, Inc., the C, and D."
//!
//! Owns finding the sentence that holds a list, where its introduction ends and where what it says afterwards begins, and
//! cutting the stretch between at its separators. Which commas belong to names is weighed in `cut.rs`.

mod clause;
mod enclosed;
mod introduction;
mod parts;
mod people;
mod separators;
mod trades;

use std::ops::Range;

use names::recognize::words::fold;

use super::Known;
use super::cue::{self, Cue};
use super::cut;
use super::learned::{self, Field};
use super::phrase::Phrase;
use super::signer;
use super::trim;
use super::words;
use clause::clause_start;
use introduction::{after_dateline, after_time, begins_name, introduction_end};
pub(super) use introduction::{is_without_spaces, sentences};
pub(super) use parts::told_before;
use people::are_all_people;
pub(super) use people::is_enclosed;
pub(super) use separators::{Separator, is_spaceless, parting_signs, signs};
use separators::{separator_of, separators};
pub(super) use trades::under_office;

/// A name found in running text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Found {
    /// Its range in the text.
    pub range: Range<usize>,
    /// The first comma inside it, when the reader kept one on weak grounds.
    pub doubtful_comma: Option<usize>,
    /// Whether it may belong to the name before it.
    pub perhaps_part: bool,
    /// Where an "and" inside it may part two names.
    pub perhaps_two: Option<Range<usize>>,
    /// What was said before it of all of its group: "los escritores".
    pub office: Option<Range<usize>>,
    /// Whether it is a person and, behind a comma, the person's office.
    pub titled: bool,
}

/// A list in one sentence of a running text.
#[derive(Debug)]
pub(super) struct List {
    /// Its names.
    pub names: Vec<Found>,
    /// What parts them.
    pub separator: Separator,
    /// How plainly the sentence says that they sign.
    pub cue: Cue,
    /// Whether the sentence adds them to those before: "Además, Ana Mora, Bo Lind y ...".
    pub further: bool,
}

/// At most this many lists are looked for in one text.
const MOST_LISTS: usize = 2000;

/// "We, the undersigned mayors and local officials, resolve to": those who speak, by no name.
fn says_we(text: &str, first: &Range<usize>) -> bool {
    let name = &text[first.clone()];
    let last = name.rsplit(' ').next().unwrap_or(name);
    matches!(
        last,
        "We" | "Nosotros" | "Nosotras" | "Nous" | "Wir" | "N\u{f3}s" | "Noi" | "Nosaltres"
    ) && text[first.end..]
        .trim_start_matches([',', ' '])
        .starts_with(char::is_lowercase)
}

/// The lists in a text, sentence by sentence.
pub(super) fn read(text: &str, known: &dyn Known) -> Vec<List> {
    let mut lists: Vec<List> = Vec::new();
    if let Some(names) = person_by_person(text) {
        let cue = cue::cue(text);
        lists.push(List {
            names,
            separator: Separator::Semicolon,
            cue,
            further: false,
        });
        return lists;
    }
    let mut waiting: Vec<Range<usize>> = sentences(text);
    waiting.reverse();
    let mut further = false;
    while let Some(sentence) = waiting.pop() {
        if let Some(names) = trades::read(text, sentence.clone()) {
            let near = trim::near(text, sentence.clone(), 4_000);
            let cue = if cue::signs(&text[near]) {
                Cue::Signing
            } else {
                Cue::Introduced
            };
            lists.push(List {
                names,
                separator: Separator::Comma,
                cue,
                further: goes_on_listing(&text[sentence]),
            });
            continue;
        }
        if let Some(groups) = enclosed::in_groups(text, sentence.clone()) {
            let mut names = Vec::new();
            for group in &groups {
                parts::names(text, group.clone(), Separator::Comma, known, &mut names);
            }
            lists.push(List {
                names,
                separator: Separator::Comma,
                cue: cue::cue(&text[sentence.start..groups[0].start]),
                further: goes_on_listing(&text[sentence]),
            });
            continue;
        }
        let found = enclosed::enclosed(text, sentence.clone())
            .or_else(|| list_in(text, sentence.clone(), 0))
            .or_else(|| enclosed::in_parentheses(text, sentence.clone()));
        let Some((list, separator)) = found.filter(|(list, _)| !further || list.start > sentence.start)
        else {
            further = false;
            continue;
        };
        let introduced = list.start > sentence.start;
        let near = |range: Range<usize>| &text[trim::near(text, range, 400)];
        // What follows the list may say it as well: "A, B and C have signed an open letter".
        let before = &text[trim::near_end(text, sentence.start..list.start, 400)];
        let cue = if introduced && cue::signs(before)
            || list.end < sentence.end && cue::signs(near(list.end..sentence.end))
        {
            Cue::Signing
        } else if introduced {
            Cue::Introduced
        } else {
            Cue::None
        };
        // What somebody said enumerates, but lists nobody. Behind the closing mark the text itself speaks again.
        let said = text[sentence.start..list.start.max(sentence.start)].trim_start();
        let quoted = [
            "\"\"",
            "\u{201c}\u{201d}",
            "\u{ab}\u{bb}",
            "\u{201e}\u{201c}",
            "\u{2018}\u{2019}",
        ]
        .iter()
        .filter_map(|marks| {
            let mut marks = marks.chars();
            (said_first(text, &sentence)? == marks.next()?).then_some(marks.next()?)
        })
        .next()
        .is_some_and(|close| !said.chars().skip(1).any(|c| c == close));
        let cue = if quoted { cue.min(Cue::Introduced) } else { cue };
        let mut names = Vec::new();
        parts::names(text, list.clone(), separator, known, &mut names);
        // "Companies like A and B have joined, along with groups like C and D."
        let rest = list.end..sentence.end;
        further = rest.len() > 30 && lists.len() < MOST_LISTS && text[rest.clone()].contains(',');
        if further {
            waiting.push(rest);
        }
        // "2016 | 2008 | 2004" names nobody.
        let spelled = |name: &Found| text[name.range.clone()].contains(char::is_alphabetic);
        let we = names.first().is_some_and(|name| says_we(text, &name.range));
        if !we && names.iter().filter(|name| spelled(name)).count() * 2 > names.len() {
            lists.push(List {
                names,
                separator,
                cue,
                further: goes_on_listing(&text[sentence]),
            });
        }
    }
    lists
}

/// The people of a text in which each sentence is one of them and what they do: "Ana Mora, escritora. Bo Lind, pintor. ..."
fn person_by_person(text: &str) -> Option<Vec<Found>> {
    if text.len() > 20_000 || text.matches(". ").count() < 3 {
        return None;
    }
    let mut names = Vec::new();
    for sentence in sentences(text) {
        let range = trim::name(text, sentence);
        let inner = &text[range.clone()];
        if inner.is_empty() || words::says_there_are_more(&fold(inner)) {
            continue;
        }
        let person = inner.split_once(", ").is_some_and(|(person, trade)| {
            let called = Phrase::new(person);
            called.person() > -0.5
                && called.organization_words() == 0
                && (2..=5).contains(&person.split(' ').count())
                && trade.starts_with(char::is_lowercase)
                && trade.split_whitespace().count() <= 10
        });
        if !person {
            break;
        }
        names.push(Found {
            range,
            doubtful_comma: None,
            perhaps_part: false,
            perhaps_two: None,
            office: None,
            titled: false,
        });
    }
    (names.len() >= 4).then_some(names)
}

/// Whether a sentence begins with a word that adds what it says to what was said.
fn goes_on_listing(sentence: &str) -> bool {
    let mut words = sentence
        .split_whitespace()
        .map(|word| fold(word.trim_matches(|c: char| !c.is_alphanumeric())));
    let Some(first) = words.next() else { return false };
    if words::adds_further(&first) {
        return true;
    }
    // "And other notable people and groups including: A, B and C"
    words::is_and(&first)
        && words.next().is_some_and(|word| {
            matches!(
                word.as_str(),
                "other" | "others" | "otros" | "otras" | "autres" | "outros" | "outras" | "altri" | "altre"
            )
        })
}

/// The first character of a sentence.
fn said_first(text: &str, sentence: &Range<usize>) -> Option<char> {
    text[sentence.clone()].trim_start().chars().next()
}

/// Whether a text holds a list in running prose: an introduction and names, or many separators between names.
pub(super) fn holds_list(text: &str) -> bool {
    sentences(text).into_iter().any(|sentence| {
        // "There are poets such as Ana Mora or Bo Lind and painters such as Cy Dorn"
        if trades::gives_examples(&text[sentence.clone()]) && trades::read(text, sentence.clone()).is_some() {
            return true;
        }
        let Some((list, separator)) = list_in(text, sentence.clone(), 0) else {
            return false;
        };
        let parts = separators(text, list.clone(), separator).len();
        let introduced = list.start > sentence.start;
        let last_and = separators(text, list.clone(), separator)
            .last()
            .is_some_and(|cut| {
                text[cut.end..list.end]
                    .split_whitespace()
                    .next()
                    .is_some_and(|w| words::is_and(&fold(w)))
            });
        match separator {
            // "signed by the Tall Grass Society and the Bureau of Streams"
            Separator::Comma if parts == 0 => {
                introduced
                    && words::says_signed_by(&fold(&text[sentence.start..list.start]))
                    && cut::last_and(&text[trim::name(text, list.clone())], &(), true, false).is_some()
            }
            // "A, B, C und D haben Klage eingereicht."
            Separator::Comma
                if parts >= 2 && text[list.end..sentence.end].split_whitespace().count() >= 2 =>
            {
                true
            }
            // "Ana Mora (Luz), Bo Lind (Moor), Cy Dorn (Ash)"
            Separator::Comma if parts >= 2 && separators::all_close(text, list.clone()) => true,
            Separator::Comma if parts >= 3 && are_all_people(&text[list.clone()]) => true,
            Separator::Comma => {
                parts >= 6 || parts >= 2 && (introduced || last_and && parts >= 3) || parts >= 1 && introduced
            }
            Separator::Semicolon => parts >= 1,
            Separator::Sign(sign) => {
                parts >= 2 || parts == 1 && separators::stand_on_both_sides(text, &list, sign)
            }
            Separator::Numbers | Separator::Ideographic => parts >= 2,
        }
    })
}

/// Whether a line that is all there is reads as names side by side: "Alder Council, Birch Choir, and WISDOM". Each must
/// stand as a name: by a word for an organization or by its initials; or, where an "and" closes the list, by at least not
/// being a single plain word, a place or a person.
pub(super) fn is_all_names(text: &str) -> bool {
    let lists = read(text, &());
    let [
        List {
            names: found,
            separator,
            ..
        },
    ] = lists.as_slice()
    else {
        return false;
    };
    if *separator != Separator::Comma || found.len() < 2 {
        return false;
    }
    // The "and" of the list stands between the last two names.
    let [.., before, last] = found.as_slice() else {
        return false;
    };
    let closed = text[before.range.end..last.range.start]
        .split_whitespace()
        .any(|word| words::is_and(&fold(word)));
    found.iter().all(|name| {
        let phrase = Phrase::new(&text[name.range.clone()]);
        let initials =
            matches!(phrase.words.as_slice(), [word] if word.is_all_capitals() && word.text.len() > 2);
        let apart = phrase.words.len() > 1 && phrase.place() < 1.0 && phrase.lower_share() == 0.0;
        let organization =
            (phrase.organization_words() > 0 || phrase.ends_in_legal_form()) && phrase.person() < 1.0;
        initials || apart && (organization || closed && found.len() > 2)
    })
}

/// Whether a line among lines of one name each holds several: each stands as a name by itself, with two words or more, and no
/// person, office, town or part of a body is among them.
pub(super) fn are_several_names(text: &str) -> bool {
    let bare = text.trim_end_matches([',', ';', '.']);
    if bare.len() > 240 || !bare.contains([',', ';']) || bare.contains(['(', ':', '\u{201c}', '"']) {
        return false;
    }
    let lists = read(bare, &());
    let [list] = lists.as_slice() else {
        return false;
    };
    let (least, sign) = match list.separator {
        Separator::Comma => (3, ','),
        Separator::Semicolon => (2, ';'),
        _ => return false,
    };
    // No comma is left inside a name.
    if list.names.len() < least || list.names.len() <= bare.matches(sign).count() {
        return false;
    }
    let mut told = 0;
    let named = list.names.iter().all(|name| {
        let phrase = Phrase::new(&text[name.range.clone()]);
        let organization = learned::probabilities(&phrase)[Field::Organization as usize];
        let sure = phrase.organization_words() > 0 && phrase.words.len() > 1 || organization > 0.6;
        told += usize::from(sure);
        name.office.is_none()
            && !name.titled
            && phrase.words.len() >= 2
            && phrase.lower_share() == 0.0
            && phrase.person() < 1.5
            && phrase.title() < 1.5
            && phrase.place() < 1.0
            && !phrase.is_chapter()
            && !phrase.is_legal_form()
            && (sure || phrase.person() < 1.2)
    });
    named && told * 3 >= list.names.len() * 2
}

/// Whether all that stands between commas or semicolons is short and begins as a name does: "CFDT, Force Ouvrière, FSU".
pub(super) fn are_short_names(text: &str) -> bool {
    text.trim_end_matches('.').split([',', ';']).all(|part| {
        let phrase = Phrase::new(part);
        (1..=6).contains(&phrase.words.len())
            && phrase.lower_share() <= 0.5
            && (begins_name(part.trim_start())
                || phrase.words.iter().any(|w| w.case == super::phrase::Case::Upper))
    })
}

/// The stretch of a sentence that is a list of names, and what parts them.
fn list_in(text: &str, sentence: Range<usize>, depth: usize) -> Option<(Range<usize>, Separator)> {
    let range = trim::space(text, sentence);
    if range.is_empty() {
        return None;
    }
    let begins = after_dateline(text, range.clone());
    let start = introduction_end(text, after_time(text, begins..range.end)..range.end);
    let start = if start == begins {
        enclosed::behind_aside(text, start..range.end)
    } else {
        start
    };
    let separator = separator_of(text, start..range.end);
    let people = match separator {
        Separator::Semicolon => are_people(text, start..range.end),
        Separator::Comma => start == begins && hold_offices(text, start..range.end),
        Separator::Sign(sign) => separators::part_people(&text[start..range.end], sign),
        _ => false,
    };
    // "In the hall were the sociologist Ana Mora; the poet Bo Lind"
    let first = text[start..range.end]
        .find([';', ','])
        .map_or(range.end, |at| start + at);
    let start = if people {
        start + office_inside(&text[start..first]).unwrap_or(0)
    } else {
        start
    };
    let end = if people && separator != Separator::Comma {
        range.end
    } else {
        clause_start(text, start..range.end, separator)
    };
    // "The campaign, led by A and B, is supported by groups including C, D, and E": the longer list is meant.
    if end < range.end && start > range.start && depth < 3 {
        let rest = end..range.end;
        let further = introduction_end(text, rest.clone());
        let sep = separator_of(text, further..range.end);
        if further > rest.start
            && separators(text, further..range.end, sep).len() > separators(text, start..end, separator).len()
        {
            return list_in(text, rest, depth + 1);
        }
    }
    let list = trim::space(text, start..end);
    let cuts = separators(text, list.clone(), separator);
    if list.is_empty() || cuts.is_empty() && start == begins {
        return None;
    }
    let share = cut::name_share(&Phrase::new(&text[list.clone()]));
    // "Ana Mora (segretario generale Luz), Bo Lind (direttore Moor)"
    let bare = || {
        let bare = separators::without_parentheses(&text[list.clone()]);
        bare.len() * 4 < list.len() * 3 && cut::name_share(&Phrase::new(&bare)) >= 0.75
    };
    // "Firmantes: Liga de padres, Sindicato de enfermeras, Casa Luz": only the first word of a name is a capital one.
    // "La Liga de padres, el Sindicato de enfermeras y la Casa Luz han firmado una carta" says it behind them.
    let signed = || {
        let before = start > begins
            && cue::signs(&text[begins..start])
            && text[begins..start].trim_end().ends_with(':');
        let behind = start == begins
            && end < range.end
            && cuts.len() >= 2
            && cue::signs(&text[trim::near(text, end..range.end, 100)]);
        share >= 0.4 && (before || behind) && all_begin_as_names(text, list.clone(), &cuts)
    };
    // "Ana Mora, portavoz de la Casa Luz, Bo Lind, presidente de los Amigos del puente"
    let titled = || {
        let starts = std::iter::once(list.start).chain(cuts.iter().map(|cut| cut.end));
        let ends = cuts.iter().map(|cut| cut.start).chain(std::iter::once(list.end));
        let held = starts
            .zip(ends)
            .filter(|(start, end)| signer::is_office_behind(text[*start..*end].trim()))
            .count();
        let least = if start > begins { 2 } else { 3 };
        separator == Separator::Comma && held >= least && held * 3 > cuts.len()
    };
    // "Parti du travail, Les Verts, Ligue ouvrière, Alternative citoyenne, ..." and nothing else
    let alone = || {
        let plain = separator == Separator::Comma && start == begins && end == range.end && cuts.len() >= 5;
        let short = || {
            separators::parts(list.clone(), &cuts).into_iter().all(|part| {
                let phrase = Phrase::new(text[part].trim());
                (1..=5).contains(&phrase.words.len()) && !phrase.is_sentence()
            })
        };
        let whole = text[..range.start].trim().is_empty() && text[range.end..].trim().is_empty();
        plain && whole && share >= 0.4 && short() && mostly_begin_as_names(text, list.clone(), &cuts)
    };
    (share >= 0.66 || people || bare() || signed() || titled() || alone()).then_some((list, separator))
}

/// Whether of the stretches between the separators at most one does not begin with a capital.
fn mostly_begin_as_names(text: &str, list: Range<usize>, cuts: &[Range<usize>]) -> bool {
    let small = separators::parts(list, cuts)
        .into_iter()
        .filter(|part| {
            !text[part.clone()]
                .trim_start()
                .starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        })
        .count();
    small <= 1
}

/// Whether every stretch between the separators begins as a name does, an "and" and an article set aside.
fn all_begin_as_names(text: &str, list: Range<usize>, cuts: &[Range<usize>]) -> bool {
    let starts = std::iter::once(list.start).chain(cuts.iter().map(|cut| cut.end));
    starts.clone().count() >= 2
        && starts.into_iter().all(|start| {
            let mut words = text[start..list.end].split_whitespace().take(3);
            words.next().is_some_and(|first| {
                let folded = fold(first);
                let starts = |word: &str| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
                starts(first)
                    || (words::is_and(&folded) || words::is_article(&folded)) && words.any(starts)
                    || folded.starts_with("l'")
            })
        })
}

/// Whether most of what stands between semicolons begins with a person and a comma: "Ana Mora, escritora; Bo Lind, pintor".
fn are_people(text: &str, range: Range<usize>) -> bool {
    let all: Vec<&str> = text[range]
        .split(';')
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    let people = all
        .iter()
        .take(400)
        .filter(|part| {
            part.split_once(',')
                .is_some_and(|(first, _)| Phrase::new(first).person() > 0.5)
                || office_inside(part).is_some()
        })
        .count();
    all.len() >= 3 && people * 5 >= all.len().min(400) * 3
}

/// Whether most of what stands between commas is an office in small letters and who holds it: "Además del poeta Ana Mora, el
/// director Bo Lind, la actriz Cy Dorn".
fn hold_offices(text: &str, range: Range<usize>) -> bool {
    let all: Vec<&str> = text[range].split(',').map(str::trim).take(60).collect();
    let held = all.iter().filter(|part| office_inside(part).is_some()).count();
    held >= 3 && held * 5 >= all.len() * 3
}

/// Where in a stretch an article, an office and who holds it begin: "In the hall were the sociologist Ana Mora".
fn office_inside(part: &str) -> Option<usize> {
    if signer::office_first(part).is_some() {
        return Some(0);
    }
    part.match_indices(' ')
        .map(|(at, _)| at + 1)
        .filter(|at| part.len() - at < 120)
        .find(|at| {
            part[*at..].split_once(' ').is_some_and(|(word, _)| {
                words::is_article(word) || matches!(word, "il" | "lo" | "o" | "a" | "del" | "dal" | "al")
            }) && signer::office_first(&part[*at..]).is_some()
        })
}
