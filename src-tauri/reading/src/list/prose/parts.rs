//! The names in a stretch of running text that is a list, once it is known what parts them.
//!
//! Owns what stands before a name and is none of it ("and", an article, "whistleblowers"), and the last "and" of a list. Which
//! commas belong to names is weighed in `cut.rs`.

use std::ops::Range;

use names::recognize::words::fold;

use super::super::Known;
use super::super::cut;
use super::super::evidence::{Atom, join_text};
use super::super::phrase::Phrase;
use super::super::signer;
use super::super::trim;
use super::super::words;
use super::Found;
use super::introduction::begins_name;
use super::separators::{Separator, parts, separators};

/// Below this much evidence a kept comma is shown as doubtful.
const SURE: f32 = 2.2;
/// A cut that won by less than this is shown as doubtful.
const SURE_CUT: f32 = 0.9;

/// A stretch between two separators.
#[derive(Debug, Clone)]
struct Part {
    /// Where its name stands.
    range: Range<usize>,
    /// The same with the article of the sentence before it.
    whole: Range<usize>,
    /// Whether "and" stood before it.
    after_and: bool,
    /// Whether an article of the sentence stood before it.
    after_article: bool,
    /// Whether it is added to what has been listed: "along with", "as well as".
    added: bool,
    /// Whether it is an office and who holds it.
    holder: bool,
    /// Whether it is a person and, behind a comma, the person's office.
    titled: bool,
    /// Whether no sign stood between it and the name before it.
    glued: bool,
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
            whole: range.clone(),
            range,
            after_and: after_and || joined > 0,
            after_article: true,
            added: joined > 0,
            holder: true,
            titled: false,
            glued: false,
        };
    }
    let whole = range.clone();
    let told = told_before(&text[range.clone()]);
    let mut after_article = told > 0;
    range.start += told;
    let inner = &text[range.clone()];
    if let Some((word, rest)) = inner.split_once(' ')
        && word.starts_with(char::is_lowercase)
        && (words::is_article(&fold(word))
            || matches!(word, "o" | "a" | "os" | "as" | "il" | "lo" | "gli")
                && rest.starts_with(char::is_uppercase))
        && (begins_name(rest) || words::is_article(&fold(word)) && begins_with_kind(rest))
    {
        range.start += word.len();
        after_article = true;
    } else if let Some(rest) = inner
        .strip_prefix("l\u{2019}")
        .or_else(|| inner.strip_prefix("l'"))
        && (rest.starts_with(char::is_uppercase) || begins_with_kind(rest))
    {
        range.start = range.end - rest.len();
        after_article = true;
    }
    Part {
        range: trim::space(text, range),
        whole,
        after_and: (after_and || joined > 0) && told == 0,
        after_article: after_article || joined > 0,
        added: joined > 0,
        holder: false,
        titled: false,
        glued: false,
    }
}

/// "association Abiosol", "asociación cultural Gris": a name whose word for what it is stands in small letters.
fn begins_with_kind(text: &str) -> bool {
    text.split_once(' ').is_some_and(|(kind, rest)| {
        let mut behind = rest
            .split(' ')
            .skip_while(|word| word.chars().all(char::is_lowercase) && !words::is_connector(&fold(word)));
        behind
            .next()
            .is_some_and(|name| name.starts_with(char::is_uppercase))
            && kind.chars().all(char::is_lowercase)
            && names::recognize::words::is_organization_word(&fold(kind))
    })
}

/// The length of small words before a name that only say what it is: "organizaciones como", "whistleblowers".
pub(in crate::list) fn told_before(text: &str) -> usize {
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
    // "the Birch Union as well as the Cedar League"
    let phrase = inner.match_indices(' ').take(40).find_map(|(at, _)| {
        let length = words::joining_phrase(&inner[at + 1..]);
        let several = inner[at + 1..at + 1 + length].trim().contains(' ');
        (several && begins_name(&inner[at + 1 + length..])).then_some(range.start + at..range.start + at + 1)
    });
    if phrase.is_some() {
        return phrase;
    }
    [" and ", " y ", " et ", " und ", " e ", " & "]
        .iter()
        .flat_map(|and| inner.match_indices(and).map(|(at, _)| (at, at + and.len())))
        .take(40)
        .find(|(stop, start)| {
            let (left, right) = (
                &inner[..*stop],
                inner[*start..].trim_end_matches([' ', '.', ',', ';']),
            );
            let people = Phrase::new(left).person() > 1.0 && Phrase::new(right).person() > 1.0;
            let closed = left.ends_with(')')
                && right.starts_with(char::is_uppercase)
                && (right.ends_with(')') || ends_in_short_form(left) && Phrase::new(right).words.len() > 1);
            people && Phrase::new(right).words.len() > 1 || closed
        })
        .map(|(stop, start)| range.start + stop..range.start + start)
}

/// Whether a name closes with its own short form: "Harbor Council (HC)".
fn ends_in_short_form(name: &str) -> bool {
    name.strip_suffix(')')
        .and_then(|open| open.rsplit_once('('))
        .is_some_and(|(before, short)| {
            let short = short.trim_matches(['"', '\u{201c}', '\u{201d}']);
            before.trim_end().contains(' ')
                && (2..=8).contains(&short.chars().count())
                && short.chars().all(char::is_alphanumeric)
                && short.chars().filter(|c| c.is_uppercase()).count() >= 2
        })
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

pub(super) fn names(
    text: &str,
    list: Range<usize>,
    separator: Separator,
    known: &dyn Known,
    found: &mut Vec<Found>,
) {
    let in_a_sentence =
        text[list.clone()].trim_end().ends_with('.') || list.start > 0 || list.end < text.len();
    // A sentence that goes on behind its list has closed it with an "and".
    let behind = &text[list.end..];
    // "A, B, C y otras organizaciones piden": its own "and" stands before those who are not named.
    let more = behind
        .split_whitespace()
        .next()
        .is_some_and(|word| words::is_and(&fold(word)));
    let goes_on = behind.split_whitespace().take(2).count() == 2
        && !more
        && !text[..list.end].trim_end().ends_with('.');
    let cuts = separators(text, list.clone(), separator);
    // "May 3 – The Harbor Chamber, Birch Fund, and Ash League have endorsed it": the capital is the sentence's.
    let opens = text[..list.start]
        .trim_end()
        .ends_with(['\u{2013}', '\u{2014}', '-']);
    let list = if opens && goes_on && cuts.len() >= 2 && text[list.clone()].starts_with("The ") {
        list.start + 4..list.end
    } else {
        list
    };
    let mut found_parts: Vec<Part> = parts(list, &cuts)
        .into_iter()
        .map(|part| after_small_words(text, part))
        .filter(|part| !trim::name(text, part.range.clone()).is_empty())
        .filter(|part| !cites_law(&fold(&text[part.range.clone()])))
        .collect();
    if separator == Separator::Semicolon {
        part_closed(text, &mut found_parts);
    }
    if separator == Separator::Comma {
        part_glued(text, &mut found_parts);
        join_offices(text, &mut found_parts);
    }
    let mut at = 0;
    while at < found_parts.len() {
        // Who holds an office together is parted with it.
        if found_parts[at].titled {
            at += 1;
            continue;
        }
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
    join_holders(text, &mut found_parts);
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
    found_parts.retain(|part| {
        let name = fold(&text[trim::name(text, part.range.clone())]);
        // "Las organizaciones firmantes, Red Azul y ...": the word for what they do is none of them.
        !(words::says_there_are_more(&name)
            || text[part.range.clone()].starts_with(char::is_lowercase) && words::announces(&name))
    });
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
            titled: false,
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
                holder: part.holder,
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
            perhaps_part: run.from > 0 && (run.cut_by < SURE_CUT || found_parts[run.from].glued),
            perhaps_two: if run.to == found_parts.len() {
                perhaps_two.clone()
            } else {
                None
            },
            office: None,
            titled: found_parts[run.from].titled,
            range,
        });
    }
}

/// Whether a folded stretch says where a law stands: "Under Section 304 of the Act, 42 U.S.C. § 7604, the Harbor League, ...".
fn cites_law(folded: &str) -> bool {
    ["u.s.c.", "c.f.r.", "\u{a7}", "fed. reg."]
        .iter()
        .any(|law| folded.contains(law))
        || ["under section", "pursuant to", "under title", "under article"]
            .iter()
            .any(|under| folded.starts_with(under))
}

/// Parts what stands between semicolons where it is people with parentheses, and commas between them: "Ana Mora (Harbor Council), Bo
/// Lind (Amber Trust)".
fn part_closed(text: &str, all: &mut Vec<Part>) {
    let mut at = 0;
    while at < all.len() {
        let range = all[at].range.clone();
        let inner = &text[range.clone()];
        let person = |text: &str| {
            text.split_once(" (")
                .is_some_and(|(name, _)| signer::are_people(name))
        };
        let cut = inner
            .match_indices("), ")
            .map(|(at, _)| at + 1)
            .find(|cut| inner.ends_with(')') && person(&inner[..*cut]) && person(&inner[cut + 2..]));
        if let Some(cut) = cut {
            let right = after_small_words(text, range.start + cut + 2..range.end);
            all[at].range.end = range.start + cut;
            all.insert(at + 1, right);
        }
        at += 1;
    }
}

/// Parts names whose comma was left out where the one before plainly ends: in its legal form, or in its own short form.
/// "Alder Mills, Inc. Birch Farm, LLC", "Clean Air Project (CAP) Dune Watch".
fn part_glued(text: &str, all: &mut Vec<Part>) {
    let mut at = 0;
    while at < all.len() {
        let range = all[at].range.clone();
        let inner = &text[range.clone()];
        let begins = |rest: &str| {
            let phrase = Phrase::new(rest);
            phrase.words.len() > 1 && rest.starts_with(char::is_uppercase) && !phrase.ends_in_legal_form()
        };
        let behind_form = inner
            .split_once(' ')
            .filter(|(form, rest)| {
                at > 0 && form.ends_with('.') && Phrase::new(form).is_legal_form() && begins(rest)
            })
            .map(|(form, _)| form.len());
        let behind_short = || {
            inner.match_indices(") ").map(|(at, _)| at + 1).find(|at| {
                let (left, right) = (&inner[..*at], &inner[at + 1..]);
                // "Ana Mora (Harbor Council) Bo Lind (Amber Trust)": each has its own.
                let each = right.ends_with(')')
                    && inner.matches('(').count() == 2
                    && right
                        .split_once(" (")
                        .is_some_and(|(name, _)| signer::are_people(name));
                (ends_in_short_form(left) || each) && begins(right)
            })
        };
        if let Some(stop) = behind_form.or_else(behind_short) {
            let right = Part {
                after_article: true,
                after_and: false,
                glued: true,
                ..after_small_words(text, range.start + stop..range.end)
            };
            all[at].range.end = range.start + stop;
            all.insert(at + 1, right);
        }
        at += 1;
    }
}

/// Joins people to the office behind their comma where the list says it of most: "Ana Mora, presidenta de Luz, Bo Lind, portavoz
/// de Moor, Casa Gris".
fn join_offices(text: &str, all: &mut Vec<Part>) {
    let name = |part: &Part| trim::name(text, part.range.clone());
    let holds = |all: &[Part], at: usize| {
        all.get(at + 1).is_some_and(|office| {
            let (person, held) = (name(&all[at]), name(office));
            text[person.end..held.start].trim() == ","
                && !office.after_article
                && signer::is_office_behind(&text[held])
                && signer::are_people(&text[person])
        })
    };
    let pairs = (0..all.len()).filter(|at| holds(all, *at)).count();
    let enough = if pairs >= 3 { 6 } else { 3 };
    if pairs < 2 || pairs * enough < all.len() {
        return;
    }
    let mut at = 0;
    while at < all.len() {
        if holds(all, at) {
            all[at].titled = true;
            all[at].holder = true;
            all[at].after_article = true;
            // "Ana Mora, abogada, portavoz de Moor"
            while all
                .get(at + 1)
                .is_some_and(|office| !office.after_and && signer::is_office_behind(&text[name(office)]))
            {
                all[at].range.end = all[at + 1].range.end;
                all.remove(at + 1);
            }
        }
        at += 1;
    }
}

/// Joins an office to who holds it where a comma stands between them: "la directora de la Casa Luz, Ana Mora".
fn join_holders(text: &str, all: &mut Vec<Part>) {
    let mut at = 0;
    while at + 1 < all.len() {
        let [office, person] = [at, at + 1].map(|at| trim::name(text, all[at].range.clone()));
        let between = &text[office.end..person.start];
        let joined = office.start..person.end;
        if between.trim() == ","
            && !all[at + 1].after_and
            && signer::is_office_without_holder(&text[all[at].whole.clone()])
            && signer::is_person(&text[person])
        {
            let start = all[at].whole.start;
            all[at].range = start..joined.end;
            all[at].after_article = true;
            all[at].holder = true;
            all.remove(at + 1);
        }
        at += 1;
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
