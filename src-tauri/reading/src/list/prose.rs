//! Names in running text: "The letter was signed by A, B, Inc., the C, and D."
//!
//! Owns finding the sentence that holds a list, where its introduction ends and where what it says afterwards begins, and
//! cutting the stretch between at its separators. Which commas belong to names is weighed in `cut.rs`.

mod clause;
mod introduction;
mod separators;
mod trades;

use std::ops::Range;

use names::recognize::words::fold;

use super::Known;
use super::cue::{self, Cue};
use super::cut;
use super::evidence::{Atom, join_text};
use super::phrase::Phrase;
use super::signer;
use super::trim;
use super::words;
use clause::clause_start;
use introduction::{after_dateline, after_time, begins_name, introduction_end, sentences};
pub(super) use separators::{Separator, signs};
use separators::{parts, separator_of, separators};

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
}

/// Below this much evidence a kept comma is shown as doubtful.
const SURE: f32 = 2.2;
/// A cut that won by less than this is shown as doubtful.
const SURE_CUT: f32 = 0.9;

/// A list in one sentence of a running text.
#[derive(Debug)]
pub(super) struct List {
    /// Its names.
    pub names: Vec<Found>,
    /// What parts them.
    pub separator: Separator,
    /// How plainly the sentence says that they sign.
    pub cue: Cue,
}

/// At most this many lists are looked for in one text.
const MOST_LISTS: usize = 2000;

/// "The five groups (A, B, C and D) handed in": names in parentheses behind a word for those who do something.
fn in_parentheses(text: &str, sentence: Range<usize>) -> Option<(Range<usize>, Separator)> {
    let open = text[sentence.clone()]
        .find(" (")
        .map(|at| sentence.start + at + 2)?;
    let close = text[open..sentence.end].find(')').map(|at| open + at)?;
    let before = Phrase::new(&text[sentence.start..open]);
    let inside = &text[open..close];
    let groups = before
        .words
        .iter()
        .any(|w| words::names_those(&w.folded) || words::introduces(&w.folded));
    let closed = inside.rsplit_once([',', ' ']).is_some() && inside.split_whitespace().any(words::is_and);
    let share = cut::name_share(&Phrase::new(inside));
    (groups && closed && inside.matches([',', ';']).count() >= 2 && share >= 0.66)
        .then(|| (open..close, separator_of(text, open..close)))
}

/// The lists in a text, sentence by sentence.
pub(super) fn read(text: &str, known: &dyn Known) -> Vec<List> {
    let mut lists: Vec<List> = Vec::new();
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
            });
            continue;
        }
        let found = list_in(text, sentence.clone(), 0).or_else(|| in_parentheses(text, sentence.clone()));
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
        self::names(text, list.clone(), separator, known, &mut names);
        // "Companies like A and B have joined, along with groups like C and D."
        let rest = list.end..sentence.end;
        further = rest.len() > 30 && lists.len() < MOST_LISTS && text[rest.clone()].contains(',');
        if further {
            waiting.push(rest);
        }
        if !names.is_empty() {
            lists.push(List {
                names,
                separator,
                cue,
            });
        }
    }
    lists
}

/// The first character of a sentence.
fn said_first(text: &str, sentence: &Range<usize>) -> Option<char> {
    text[sentence.clone()].trim_start().chars().next()
}

/// Whether a text holds a list in running prose: an introduction and names, or many separators between names.
pub(super) fn holds_list(text: &str) -> bool {
    sentences(text).into_iter().any(|sentence| {
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
            Separator::Comma => {
                parts >= 6 || parts >= 2 && (introduced || last_and && parts >= 3) || parts >= 1 && introduced
            }
            Separator::Semicolon => parts >= 1,
            Separator::Sign(_) | Separator::Numbers | Separator::Ideographic => parts >= 2,
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
        let organization = phrase.organization_words() > 0 && phrase.person() < 1.0;
        initials || apart && (organization || closed && found.len() > 2)
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
    let separator = separator_of(text, start..range.end);
    let people = separator == Separator::Semicolon && are_people(text, start..range.end);
    // "In the hall were the sociologist Ana Mora; the poet Bo Lind"
    let first = text[start..range.end]
        .find(';')
        .map_or(range.end, |at| start + at);
    let start = if people {
        start + office_inside(&text[start..first]).unwrap_or(0)
    } else {
        start
    };
    let end = if people {
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
    let signed = || {
        share >= 0.4
            && start > begins
            && cue::signs(&text[begins..start])
            && text[begins..start].trim_end().ends_with(':')
            && all_begin_as_names(text, list.clone(), &cuts)
    };
    (share >= 0.66 || people || bare() || signed()).then_some((list, separator))
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

/// Where in a stretch an article, an office and who holds it begin: "In the hall were the sociologist Ana Mora".
fn office_inside(part: &str) -> Option<usize> {
    if signer::office_first(part).is_some() {
        return Some(0);
    }
    part.match_indices(' ')
        .map(|(at, _)| at + 1)
        .filter(|at| part.len() - at < 120)
        .find(|at| {
            part[*at..]
                .split_once(' ')
                .is_some_and(|(word, _)| words::is_article(word) || matches!(word, "il" | "lo" | "o" | "a"))
                && signer::office_first(&part[*at..]).is_some()
        })
}

/// A stretch between two separators.
#[derive(Debug, Clone)]
struct Part {
    /// Where its name stands.
    range: Range<usize>,
    /// Whether "and" stood before it.
    after_and: bool,
    /// Whether an article of the sentence stood before it.
    after_article: bool,
    /// Whether it is added to what has been listed: "along with", "as well as".
    added: bool,
}

/// The range of a name after the "and" and the article of the sentence before it.
fn after_small_words(text: &str, range: Range<usize>) -> Part {
    let mut range = trim::space(text, range);
    let mut after_and = false;
    let joined = words::joining_phrase(&text[range.clone()]);
    range.start += joined;
    if let Some((word, _)) = text[range.clone()].split_once(' ')
        && (word.starts_with(char::is_lowercase) || word == "&")
        && words::is_and(&fold(word))
        // In Portuguese, which joins by "e", it is an article: "a Rede Verde, o Coletivo Azul e a Casa".
        && !(word == "o" && text.contains(" e "))
    {
        range.start += word.len();
        range = trim::space(text, range);
        after_and = true;
    }
    // "the sociologist Ana Mora": what she is stays, for a name must begin here.
    if signer::office_first(&text[range.clone()]).is_some() {
        return Part {
            range,
            after_and: after_and || joined > 0,
            after_article: true,
            added: joined > 0,
        };
    }
    let told = told_before(&text[range.clone()]);
    let mut after_article = told > 0;
    range.start += told;
    let inner = &text[range.clone()];
    if let Some((word, rest)) = inner.split_once(' ')
        && word.starts_with(char::is_lowercase)
        && (words::is_article(&fold(word))
            || matches!(word, "o" | "a" | "os" | "as" | "il" | "lo" | "gli")
                && rest.starts_with(char::is_uppercase))
        && begins_name(rest)
    {
        range.start += word.len();
        after_article = true;
    } else if let Some(rest) = inner
        .strip_prefix("l\u{2019}")
        .or_else(|| inner.strip_prefix("l'"))
        && rest.starts_with(char::is_uppercase)
    {
        range.start = range.end - rest.len();
        after_article = true;
    }
    Part {
        range: trim::space(text, range),
        after_and: (after_and || joined > 0) && told == 0,
        after_article: after_article || joined > 0,
        added: joined > 0,
    }
}

/// The length of small words before a name that only say what it is: "organizaciones como", "whistleblowers".
pub(super) fn told_before(text: &str) -> usize {
    let mut at = 0;
    let mut kind = false;
    let mut handed = false;
    for (count, piece) in text.split_inclusive(' ').take(6).enumerate() {
        let word = piece.trim();
        if word.is_empty() {
            return 0;
        }
        if !word.starts_with(char::is_lowercase) {
            let name = word
                .chars()
                .find(|c| c.is_alphanumeric())
                .is_some_and(char::is_uppercase);
            return if count > 0 && name && (kind || handed) {
                at
            } else {
                0
            };
        }
        if !word.chars().all(char::is_alphabetic) {
            return 0;
        }
        let folded = fold(word);
        handed = (kind || handed)
            && (matches!(
                words::hands_over(&folded),
                Some(words::Handing::AfterGroup | words::Handing::Alone)
            ) || folded == "such"
                || words::is_article(&folded))
            || words::hands_over(&folded) == Some(words::Handing::Alone);
        kind = words::names_those(&folded);
        at += piece.len();
    }
    0
}

/// Where "and" joins two names in the midst of a list: people ("Ana Mora y Bo Lind"), or behind a parenthesis ("Ana (Luz) y
/// Bo (Moor)").
fn joined(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let inner = &text[range.clone()];
    [" and ", " y ", " et ", " und ", " e ", " & "]
        .iter()
        .find_map(|and| inner.find(and).map(|at| (at, at + and.len())))
        .filter(|(stop, start)| {
            let (left, right) = (&inner[..*stop], inner[*start..].trim_end());
            let people = Phrase::new(left).person() > 1.0 && Phrase::new(right).person() > 1.0;
            let closed = left.ends_with(')') && right.starts_with(char::is_uppercase) && right.ends_with(')');
            people && Phrase::new(right).words.len() > 1 || closed
        })
        .map(|(stop, start)| range.start + stop..range.start + start)
}

/// A name between numbers, without the "and" that stands before the next number.
fn before_number(text: &str, range: Range<usize>) -> Range<usize> {
    let range = trim::name(text, range);
    let inner = &text[range.clone()];
    match inner.rsplit_once(' ') {
        Some((rest, and)) if and.starts_with(char::is_lowercase) && words::is_and(&fold(and)) => {
            trim::name(text, range.start..range.start + rest.len())
        }
        _ => range,
    }
}

fn names(text: &str, list: Range<usize>, separator: Separator, known: &dyn Known, found: &mut Vec<Found>) {
    let in_a_sentence =
        text[list.clone()].trim_end().ends_with('.') || list.start > 0 || list.end < text.len();
    // A sentence that goes on behind its list has closed it with an "and".
    let goes_on = text[list.end..].split_whitespace().take(2).count() == 2
        && !text[..list.end].trim_end().ends_with('.');
    let cuts = separators(text, list.clone(), separator);
    let mut found_parts: Vec<Part> = parts(list, &cuts)
        .into_iter()
        .map(|part| after_small_words(text, part))
        .filter(|part| !trim::name(text, part.range.clone()).is_empty())
        .collect();
    let mut at = 0;
    while at < found_parts.len() {
        let range = found_parts[at].range.clone();
        let added = found_parts.get(at + 1).is_some_and(|part| part.added);
        let bare = trim::name(text, range.clone());
        let and = joined(text, range.clone()).or_else(|| {
            // "A, B and C, as well as D"
            let and = if added {
                cut::last_and(&text[bare.clone()], known, in_a_sentence, false)
            } else {
                None
            };
            and.map(|and| bare.start + and.start..bare.start + and.end)
        });
        if let Some(and) = and {
            let left = Part {
                range: trim::space(text, range.start..and.start),
                ..found_parts[at].clone()
            };
            let mut right = after_small_words(text, and.end..range.end);
            right.after_article = true;
            found_parts.splice(at..=at, [left, right]);
            continue;
        }
        at += 1;
    }
    // The list's own "and" stands before the last name, which may hold a comma or two.
    let mut lists_and = (found_parts.len().saturating_sub(3).max(1)..found_parts.len())
        .rev()
        .find(|i| found_parts[*i].after_and);
    let mut perhaps_two = None;
    // Without a comma before it, it parts the last two names, the last of which may end in ", Inc." and the like.
    let last_added = found_parts.last().is_some_and(|part| part.added);
    if (lists_and.is_none() || last_added) && !found_parts.is_empty() {
        let last = found_parts.len() - 1;
        let tails = (1..=last.min(2)).take_while(|back| {
            let [head, tail] =
                [last - back, last - back + 1].map(|i| &text[trim::name(text, found_parts[i].range.clone())]);
            separator == Separator::Comma && join_text(head, tail) > 0.5
        });
        for at in (0..=tails.count()).map(|back| last - back) {
            let whole = found_parts[at].range.clone();
            let bare = trim::name(text, whole.clone());
            if let Some(and) = cut::last_and(&text[bare.clone()], known, in_a_sentence, goes_on) {
                let mut left = after_small_words(text, whole.start..bare.start + and.start);
                left.after_article |= found_parts[at].after_article;
                let mut right = after_small_words(text, bare.start + and.end..whole.end);
                right.after_and = true;
                found_parts.splice(at..=at, [left, right]);
                lists_and = Some(at + 1);
                break;
            }
        }
        if lists_and.is_none() && in_a_sentence && separator == Separator::Comma {
            perhaps_two = inner_and(text, trim::name(text, found_parts[last].range.clone()));
        }
    }
    found_parts
        .retain(|part| !words::says_there_are_more(&fold(&text[trim::name(text, part.range.clone())])));
    if separator != Separator::Comma {
        found.extend(found_parts.into_iter().map(|part| Found {
            range: if separator == Separator::Numbers {
                before_number(text, part.range)
            } else {
                trim::name(text, part.range)
            },
            doubtful_comma: None,
            perhaps_part: false,
            perhaps_two: None,
            office: None,
        }));
        return;
    }
    let atoms: Vec<Atom<'_>> = found_parts
        .iter()
        .enumerate()
        .map(|(at, part)| {
            // A semicolon among commas parts for sure.
            let before = at
                .checked_sub(1)
                .map_or(part.range.start, |at| found_parts[at].range.end);
            let parted = text
                .get(before..part.range.start)
                .is_some_and(|between| between.contains(';'));
            Atom {
                phrase: Phrase::new(&text[trim_final_stop(text, part.range.clone())]),
                after_article: part.after_article || parted,
                after_and: part.after_and,
            }
        })
        .collect();
    for run in cut::cut(&atoms, known, lists_and) {
        let range = trim::name(
            text,
            found_parts[run.from].range.start..found_parts[run.to - 1].range.end,
        );
        let doubtful = run.kept_by.is_some_and(|by| by < SURE);
        found.push(Found {
            doubtful_comma: doubtful.then(|| found_parts[run.from].range.end),
            perhaps_part: run.from > 0 && run.cut_by < SURE_CUT,
            perhaps_two: if run.to == found_parts.len() {
                perhaps_two.clone()
            } else {
                None
            },
            office: None,
            range,
        });
    }
}

fn trim_final_stop(text: &str, range: Range<usize>) -> Range<usize> {
    let name = trim::name(text, range.clone());
    if name.is_empty() { range } else { name }
}

/// The first "and" of the sentence's language inside a last name that was not parted.
fn inner_and(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let inner = &text[range.clone()];
    let at = [" and ", " y ", " et ", " und "]
        .iter()
        .find_map(|and| inner.find(and).map(|at| (at, and.len())))?;
    Some(range.start + at.0..range.start + at.0 + at.1)
}
