//! Where a sentence begins and ends, and where in it what introduces a list gives way to the first name.

use std::ops::Range;

use names::recognize::words::{fold, is_country, state_code};

use super::super::phrase::{Case, Phrase, is_address};
use super::super::{trim, words};

/// Cuts a text into sentences at full stops that end one.
pub(in crate::list) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let mut start = 0;
    let mut depth = 0_i32;
    for (at, c) in text.char_indices() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = (depth - 1).max(0),
            '.' | '!' | '?' => {
                let mut after = at + c.len_utf8();
                while text[after..].starts_with(['"', '\u{201d}', '\u{2019}', '\u{bb}']) {
                    after += text[after..].chars().next().map_or(1, char::len_utf8);
                }
                let rest = &text[after..];
                // "... en Madrid.Los escritores ...": the space was lost.
                let mut ahead = rest.chars();
                let lost = c == '.'
                    && ahead.next().is_some_and(char::is_uppercase)
                    && ahead.next().is_some_and(char::is_lowercase)
                    && text[..at].chars().rev().take(4).all(char::is_lowercase);
                if depth == 0 && lost {
                    all.push(start..after);
                    start = after;
                    continue;
                }
                let begins = rest.starts_with(' ')
                    && rest[1..].starts_with(|c: char| {
                        c.is_uppercase() || c.is_numeric() || "\"\u{201c}\u{ab}¿¡*".contains(c)
                    });
                if depth == 0 && begins && ends_sentence(text, start, at, c, &rest[1..]) {
                    all.push(start..after);
                    start = after;
                }
            }
            _ => {}
        }
    }
    if start < text.len() {
        all.push(start..text.len());
    }
    all
}

pub(super) fn ends_sentence(text: &str, start: usize, at: usize, mark: char, rest: &str) -> bool {
    let near = text[at + 1..]
        .char_indices()
        .nth(160)
        .map_or(text.len(), |(offset, _)| at + 1 + offset);
    match mark {
        // "1. A 2. B" counts.
        '.' if is_counting(&text[start..at]) => false,
        '.' => {
            let from = text[start..at]
                .char_indices()
                .rev()
                .nth(40)
                .map_or(start, |(offset, _)| start + offset);
            // "Verein Elbtal e. V. und die Initiative": the two letters are one.
            let form = text[from..at].ends_with(" e") && rest.starts_with("V.");
            !form
                && (!trim::keeps_stop(&text[from..=at])
                    || Phrase::new(&text[at + 1..near]).is_sentence() && !text[at + 1..near].contains(','))
        }
        _ => Phrase::new(&rest[..near - (text.len() - rest.len()).min(near)]).is_sentence(),
    }
}

/// Whether a text ends in a small number by itself.
fn is_counting(text: &str) -> bool {
    let rest = text.trim_end_matches(|c: char| c.is_ascii_digit());
    (1..=2).contains(&(text.len() - rest.len())) && (rest.is_empty() || rest.ends_with(char::is_whitespace))
}

/// Where a press release's first sentence begins behind the place and date of it: "DALE, Ohio (May 4) — A coalition".
pub(super) fn after_dateline(text: &str, range: Range<usize>) -> usize {
    let near = text[range.clone()]
        .char_indices()
        .nth(70)
        .map_or(range.end, |(at, _)| range.start + at);
    let head = &text[range.start..near];
    let dash = ["\u{2014}", " \u{2013} ", " -- ", " - "]
        .iter()
        .filter_map(|dash| head.find(dash).map(|at| (at, dash.len())))
        .min();
    let Some((at, width)) = dash else {
        return range.start;
    };
    let before = Phrase::new(&head[..at]);
    let begins = before
        .words
        .first()
        .is_some_and(|w| w.is_all_capitals() && w.text.chars().count() >= 3);
    // "May 23, 2016 – The League of ..."
    let dated = before.words.len() <= 5
        && before
            .words
            .first()
            .is_some_and(|w| words::is_month(&w.folded) || w.case == Case::Digit)
        && before.words.iter().any(|w| w.case == Case::Digit)
        && before
            .words
            .iter()
            .all(|w| w.case == Case::Digit || words::is_month(&w.folded) || words::is_connector(&w.folded));
    // "Dale, OH – The League of ..."
    let stated = head[..at].split_once(", ").is_some_and(|(city, state)| {
        let folded = fold(state.trim().trim_end_matches('.'));
        city.split_whitespace().count() <= 3
            && Phrase::new(city).organization_words() == 0
            && (state_code(&folded).is_some() && state.trim().len() <= 4
                || folded == "d.c"
                || is_country(&folded))
    });
    let begins = begins || dated || stated;
    let placed = dated || before.words.iter().all(|w| w.case != Case::Lower);
    let goes_on = Phrase::new(&text[range.start + at + width..range.end])
        .words
        .iter()
        .take(12)
        .any(|w| w.case == Case::Lower && !words::is_connector(&w.folded) || words::tells_time(&w.folded));
    if begins && placed && (goes_on || dated) {
        range.start + at + width
    } else {
        range.start
    }
}

/// Where a sentence begins behind a time that stands before its first comma: "Today, A, B, and C called on".
pub(super) fn after_time(text: &str, range: Range<usize>) -> usize {
    let near = text[range.clone()]
        .char_indices()
        .nth(40)
        .map_or(range.end, |(at, _)| range.start + at);
    let Some(comma) = text[range.start..near].find(',') else {
        return range.start;
    };
    let words = Phrase::new(&text[range.start..range.start + comma]).words;
    let dated = words
        .iter()
        .any(|w| words::tells_time(&w.folded) || words::is_month(&w.folded));
    let all = words.iter().all(|w| {
        words::tells_time(&w.folded)
            || words::is_month(&w.folded)
            || w.case == Case::Digit
            || matches!(
                w.folded.as_str(),
                "on" | "in" | "this" | "last" | "the" | "el" | "le" | "am"
            )
    });
    // "Additionally, the Harbor League has been endorsed by"
    let adds = words.len() == 1 && words.iter().all(|w| words::adds_further(&w.folded));
    if dated && all || adds {
        range.start + comma + 1
    } else {
        range.start
    }
}

/// Where the introduction of a sentence ends and its first name begins.
pub(super) fn introduction_end(text: &str, range: Range<usize>) -> usize {
    let near = text[range.clone()]
        .char_indices()
        .nth(600)
        .map_or(range.end, |(offset, _)| range.start + offset);
    let head = &text[range.start..near];
    let mut end = range.start;
    // A colon hands over when what stands before it introduces a list, and more than one name follows.
    for (at, _) in head.match_indices(':') {
        let before = Phrase::new(&head[..at]);
        let introduced = before
            .words
            .iter()
            .any(|w| words::introduces(&w.folded) || words::hands_over(&w.folded).is_some())
            || before.lower_share() > 0.3
            || super::super::cue::signs(before.text) && before.words.len() <= 6;
        let next = head[at + 1..].chars().next();
        let spaced = next.is_some_and(|c| c.is_whitespace() || is_without_spaces(c));
        // "Signed by A, B, Latency: Zero": the list is under way.
        let under_way =
            handing_word(&head[..at], false).is_some_and(|from| head[from..at].contains([',', ';']));
        if introduced && spaced && !under_way && head[..at].matches(',').count() <= 8 {
            end = range.start + at + 1;
            break;
        }
    }
    // "The undersigned organizations — A, B, and C — urge"
    if end == range.start
        && let Some((at, width)) = first_dash(head)
    {
        let before = Phrase::new(&head[..at]);
        let plain = before.words.iter().skip(1).all(|w| w.case != Case::Upper);
        if (plain || !head[..at].contains(','))
            && before.words.iter().any(|w| words::introduces(&w.folded))
            && before.words.len() <= 12
            && begins_name(head[at + width..].trim_start())
            && before
                .words
                .last()
                .is_some_and(|w| w.case == Case::Lower || words::introduces(&w.folded))
        {
            end = range.start + at + width;
        }
    }
    if end > range.start {
        let rest = &text[end..near.max(end)];
        // "The statement: signed by A, B" hands over once more.
        return end + handing_word(rest, true).unwrap_or(0);
    }
    range.start
        + handing_word(head, false)
            .or_else(|| behind_kind(head))
            .unwrap_or(0)
}

/// Whether a character is of a script that puts no space behind a colon.
pub(in crate::list) fn is_without_spaces(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}')
}

/// Where the first name begins behind the word for what all are: "Los organismos de derechos humanos Red Azul, Mesa Gris y ...".
fn behind_kind(head: &str) -> Option<usize> {
    let mut at = 0;
    let mut kind = false;
    for (count, piece) in head.split_inclusive(' ').take(9).enumerate() {
        let word = piece.trim();
        let folded = fold(word);
        // "Las organizaciones de ámbito estatal, Red Azul, Mesa Gris y ..."
        if kind && count > 1 && word.ends_with(',') && word.starts_with(char::is_lowercase) {
            let next = at + piece.len();
            return (begins_name(&head[next..]) && head[next..].contains(',')).then_some(next);
        }
        if word.is_empty() || !word.chars().all(char::is_alphabetic) {
            return (kind && count > 1 && begins_name(&head[at..])).then_some(at);
        }
        if count > 0 && word.starts_with(char::is_uppercase) {
            return (kind && count > 1 && head[at..].contains(',')).then_some(at);
        }
        if count == 0 && !words::is_article(&folded) && folded != "the" {
            return None;
        }
        if count > 0 && !kind && !words::is_kind(&folded) {
            return None;
        }
        // "The organizations say that the ..."
        if kind && (words::begins_clause(&folded) || words::ends_as_verb(&folded)) {
            return None;
        }
        kind |= words::is_kind(&folded);
        at += piece.len();
    }
    None
}

/// The first dash that stands around a remark: where it is, and how wide.
fn first_dash(head: &str) -> Option<(usize, usize)> {
    ["\u{2014}", " \u{2013} ", "\u{ff0d}", " -- ", " - "]
        .iter()
        .filter_map(|dash| head.find(dash).map(|at| (at, dash.len())))
        .min()
}

/// A participle of Italian that says what those did to a letter who are named behind "da".
fn is_italian_participle(word: &str) -> bool {
    [
        "promoss",
        "firmat",
        "lanciat",
        "sottoscritt",
        "sostenut",
        "presentat",
        "avviat",
        "propost",
    ]
    .iter()
    .any(|stem| {
        word.strip_prefix(stem)
            .is_some_and(|end| matches!(end, "o" | "a" | "i" | "e"))
    })
}

/// Whether a text ends in a word for bodies and what they are of: "Organizaciones de la sociedad civil".
fn says_kind(text: &str) -> bool {
    for word in text.split_whitespace().rev().take(6) {
        let folded = fold(word);
        if words::is_kind(&folded) {
            return true;
        }
        if !word.chars().all(char::is_lowercase) || words::is_and(&folded) {
            return false;
        }
    }
    false
}

/// The offset after the word that hands over to the list, as in "groups, including" or "signed by", if there is one.
pub(super) fn handing_word(head: &str, introduced: bool) -> Option<usize> {
    let mut handed = None;
    let mut before: Option<(String, bool)> = None;
    let mut reads_as_sentence = introduced;
    let mut after_comma = false;
    // "The letter was ... by A and B ... signed": where the participle comes last, as in German.
    let mut passive = false;
    let mut joining = false;
    // "Among those who signed stand out many of this paper's authors such as A and B"
    let mut announced = false;
    // "Among the groups backing it are A, B and C"
    let (mut among, mut groups) = (false, false);
    let mut depth = 0_i32;
    let mut at = 0;
    for (count, piece) in head
        .split_inclusive(|c: char| c.is_whitespace() || matches!(c, '\u{ff0d}' | '\u{2014}'))
        .take(90)
        .enumerate()
    {
        at += piece.len();
        depth += piece.matches('(').count() as i32 - piece.matches(')').count() as i32;
        let word = piece.trim_matches(|c: char| !c.is_alphanumeric());
        if word.is_empty() {
            continue;
        }
        let lower = word.starts_with(char::is_lowercase);
        let folded = fold(word);
        let rest = head[at..]
            .trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ':' | '"' | '\u{201c}'));
        // "endorsed by, amongst others, A, B, and C"
        let aside = words::aside(rest);
        let skipped = if aside > 0 {
            head[at..].len() - rest.len() + aside
        } else {
            0
        };
        let rest = rest[aside..].trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ':'));
        // "signed by leaders of the Harbor Council and ...", "están las de la Red Azul, ..."
        let of = words::speaking_for(rest);
        let (skipped, rest) = if of > 0 {
            (head[at..].len() - rest.len() + of, &rest[of..])
        } else {
            (skipped, rest)
        };
        among |= count == 0
            && matches!(
                folded.as_str(),
                "among" | "amongst" | "entre" | "parmi" | "tra" | "fra" | "unter" | "zu"
            );
        groups |= among && lower && words::names_those(&folded);
        passive |= matches!(folded.as_str(), "wurde" | "wurden" | "wird" | "werden");
        announced |= lower && words::hands_over(&folded) == Some(words::Handing::Alone)
            || (lower || count == 0) && words::signs_first(&folded);
        joining |= count == 0
            && matches!(
                folded.as_str(),
                "joining" | "signing" | "supporting" | "endorsing"
            );
        let hands = (lower || count == 0)
            && depth <= 0
            && (begins_name(rest)
                || begins_small_name(rest)
                || super::told_before(rest) > 0
                || matches!(
                    words::hands_over(&folded),
                    Some(words::Handing::Alone | words::Handing::AfterAmong)
                ) && begins_office(rest))
            && match words::hands_over(&folded) {
                Some(words::Handing::Alone) => true,
                // "presentadas en conjunto por las organizaciones Red Azul, ..."
                Some(words::Handing::AfterParticiple) => {
                    before.as_ref().is_some_and(|(word, small)| {
                        // "Abogadas por la Igualdad" is a name.
                        words::is_participle(word) && (*small || count <= 1) || passive && folded == "von"
                    }) || count > 2 && super::told_before(rest) > 0
                }
                Some(words::Handing::AfterGroup) => {
                    before.as_ref().is_some_and(|(word, small)| {
                        words::introduces(word) && (*small || count <= 3)
                            || matches!(
                                word.as_str(),
                                "such"
                                    | "tales"
                                    | "tels"
                                    | "telles"
                                    | "otras"
                                    | "otros"
                                    | "outras"
                                    | "outros"
                                    | "altre"
                                    | "altri"
                            )
                            || joining
                    }) || (words::gives_examples(&folded) || words::is_copula(&folded) && count <= 6)
                        && says_kind(&head[..at - piece.len()])
                        || groups && words::is_copula(&folded)
                        || announced && words::gives_examples(&folded)
                        || words::is_copula(&folded) && of > 0 && super::super::cue::signs(&head[..at])
                }
                Some(words::Handing::AfterAmong) => before.as_ref().is_some_and(|(word, _)| {
                    matches!(
                        word.as_str(),
                        "among" | "amongst" | "entre" | "parmi" | "tra" | "fra" | "unter"
                    )
                }),
                Some(words::Handing::AfterPlease) => before
                    .as_ref()
                    .is_some_and(|(word, _)| matches!(word.as_str(), "please" | "bitte")),
                // "on behalf of", "en nombre de", "au nom de", "im Namen von"
                None => {
                    matches!(
                        folded.as_str(),
                        "of" | "de" | "del" | "der" | "des" | "di" | "da" | "von" // "promosso da Ana Mora, Bo Lind e Cy Dorn"
                    ) && before
                        .as_ref()
                        .is_some_and(|(word, small)| *small && is_italian_participle(word))
                        || before.as_ref().is_some_and(|(word, small)| {
                            matches!(
                                word.as_str(),
                                "behalf" | "nombre" | "nom" | "namen" | "nome" | "curiae"
                            ) || *small && super::super::cue::names_signatures(word)
                        })
                }
            };
        // "Firman esta carta la Red Azul, el Colectivo Gris y ...", "Entre otros, firman el manifiesto ..."
        if (count <= 1 || count <= 3 && head[..at - piece.len()].trim_end().ends_with(','))
            && !introduced
            && (words::signs_first(&folded)
                || count == 1
                    && words::has_signed(&folded)
                    && before.as_ref().is_some_and(|(word, _)| words::is_auxiliary(word)))
            && let Some(skipped) = first_name(&head[at..])
        {
            return Some(at + skipped);
        }
        // "The first signatories of this letter are A, B and C"
        let are = !hands
            && lower
            && words::is_copula(&folded)
            && (begins_name(rest) || begins_small_name(rest))
            && super::super::cue::signs(&head[..at]);
        // "Entre els signants hi ha Ana Mora"
        let there = folded == "ha"
            && before.as_ref().is_some_and(|(word, _)| word == "hi")
            && begins_name(rest)
            && super::super::cue::signs(&head[..at]);
        // "promosso da Ana Mora, Bo Lind e Cy Dorn"
        let promoted = !hands
            && lower
            && matches!(
                folded.as_str(),
                "da" | "dal" | "dai" | "dagli" | "dalla" | "dalle"
            )
            && before
                .as_ref()
                .is_some_and(|(word, small)| *small && is_italian_participle(word))
            && begins_name(rest);
        let hands = hands || are || there || promoted;
        if after_comma && !hands && (handed.is_some() || !reads_as_sentence) {
            // The first name and its comma have gone by: the list is under way.
            break;
        }
        if hands {
            handed = Some(at + skipped);
        }
        reads_as_sentence |=
            lower && !words::is_connector(&folded) || words::introduces(&folded) && count < 3;
        after_comma = piece.trim_end().ends_with([',', ';']);
        before = Some((folded, lower));
    }
    handed
}

/// How far it is to the first name behind a verb of signing: over small words and the word for what is signed.
fn first_name(rest: &str) -> Option<usize> {
    let mut at = 0;
    let mut article = None;
    let mut told = None;
    let mut before = String::new();
    for piece in rest.split_inclusive(char::is_whitespace).take(9) {
        let from = at;
        at += piece.len();
        let word = piece.trim_matches(|c: char| !c.is_alphanumeric());
        if word.is_empty() {
            continue;
        }
        let folded = fold(word);
        if piece.trim_end().ends_with([':', '.']) {
            return None;
        }
        let place = matches!(before.as_str(), "en" | "in" | "em" | "desde" | "depuis")
            && word.starts_with(char::is_uppercase);
        before.clone_from(&folded);
        if words::names_letter(&folded) || place {
            // "Firman en Asturias la Federación ..."
            article = None;
        } else if words::is_article(&folded)
            || matches!(
                folded.as_str(),
                "o" | "a" | "os" | "as" | "il" | "lo" | "i" | "gli"
            )
        {
            article = Some(from);
            told = Some(from);
        } else if word.starts_with(char::is_lowercase) {
            article = None;
        } else {
            // "assinam o documento o rapper Ana Mora"
            let office = told.filter(|told| {
                let end = rest[*told..]
                    .find([',', ';', '.'])
                    .map_or(rest.len(), |at| *told + at);
                super::super::signer::office_first(&rest[*told..end]).is_some()
            });
            return Some(office.or(article).unwrap_or(from));
        }
    }
    None
}

/// Whether an office and who holds it stand here: "include the professor Ana Mora (Harbor University), ...".
fn begins_office(rest: &str) -> bool {
    let end = rest.find([',', ';']).unwrap_or(rest.len());
    end < 120 && super::super::signer::office_first(&rest[..end]).is_some()
}

/// Whether a name can begin here: a capital, a digit, or an article before one.
pub(super) fn begins_name(rest: &str) -> bool {
    let mut words_ahead = rest.split_whitespace();
    let Some(first) = words_ahead.next() else {
        return false;
    };
    let starts = |w: &str| {
        w.chars()
            .find(|c| c.is_alphanumeric())
            .is_some_and(|c| !c.is_lowercase())
            || w.chars().skip(1).any(char::is_uppercase)
    };
    // A name in small letters is known by its comma: "include pixelbarn, Mapleroot".
    let brand = first.ends_with(',')
        && first.len() > 4
        && first.starts_with(char::is_lowercase)
        && !words::makes_sentence(&fold(&first[..first.len() - 1]));
    if starts(first) || brand || is_address(first) {
        return true;
    }
    let folded = fold(first.trim_matches(|c: char| !c.is_alphanumeric() && c != '\u{2019}' && c != '\''));
    // "don Luigi", "professor Ann"
    if words::is_honorific(&folded) && words_ahead.clone().next().is_some_and(starts) {
        return true;
    }
    words::is_article(&folded) && words_ahead.next().is_some_and(starts) || folded.starts_with("l'")
}

/// Whether a name in small letters can begin here, known by the capital that follows: "including knotwork UG".
pub(super) fn begins_small_name(rest: &str) -> bool {
    let mut ahead = rest.split_whitespace();
    let (Some(first), Some(second)) = (ahead.next(), ahead.next()) else {
        return false;
    };
    let folded = fold(first);
    first.len() > 4
        && first.chars().all(char::is_lowercase)
        && !words::makes_sentence(&folded)
        && !words::introduces(&folded)
        && !words::is_connector(&folded)
        && !words::is_scope(&folded)
        && Phrase::new(second).is_legal_form()
}
