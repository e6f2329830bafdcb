//! People in groups, with what they are before each group: "los escritores Ana Mora y Bo Lind; la poeta Cy Dorn", "actors com Ana
//! Mora o Bo Lind".

use std::ops::Range;

use names::recognize::words::fold;

use super::super::learned::{self, Field};
use super::super::phrase::{Case, Phrase};
use super::super::{signer, trim, words};
use super::Found;
use super::introduction::introduction_end;

/// At most so many words of a sentence are looked at.
const MOST: usize = 4000;

/// What stands before a group: where it begins, the trade (empty where it says only that they are people), where the first name
/// begins, and whether it is said of several.
struct Head {
    start: usize,
    trade: Range<usize>,
    names: usize,
    several: bool,
    /// Whether a word that hands over to a list stands right before it: "among whom are the emeriti Ana Mora, ...".
    handed: bool,
}

/// The people of a sentence that lists them in two or more groups.
pub(super) fn read(text: &str, sentence: Range<usize>) -> Option<Vec<Found>> {
    let heads = heads(text, sentence.clone());
    if heads.len() < 2 && !heads.iter().any(|head| head.handed) {
        return None;
    }
    let one = |range: Range<usize>, office: Option<Range<usize>>| Found {
        range,
        doubtful_comma: None,
        perhaps_part: false,
        perhaps_two: None,
        office,
        titled: false,
    };
    let mut found = Vec::new();
    // "Firman Ana Mora, Bo Lind, los escritores Cy Dorn y Di Falk": some stand before the first group.
    let begins = introduction_end(text, sentence.clone());
    if begins > sentence.start && begins < heads[0].start {
        found.extend(
            names(text, begins..heads[0].start)
                .into_iter()
                .map(|name| one(name, None)),
        );
    }
    let mut most = 0;
    for (at, head) in heads.iter().enumerate() {
        let end = heads.get(at + 1).map_or(sentence.end, |next| next.start);
        let names = names(text, head.names..end);
        if head.several {
            most = most.max(names.len());
        }
        for (nth, name) in names.into_iter().enumerate() {
            // "el arqueólogo Ana Mora, Bo Lind": said of the first alone.
            let office = (head.several || nth == 0).then(|| head.trade.clone());
            let titled = office_behind(text, name.end, end);
            found.push(match titled {
                // "escritores como Ana Mora o Bo Lind, director de la Casa Luz"
                Some(stop) => Found {
                    titled: true,
                    ..one(name.start..stop, None)
                },
                None => one(name, office.filter(|office| !office.is_empty())),
            });
        }
    }
    // People one by one, each with an office, are told apart elsewhere.
    (found.len() >= 3 && most >= 2).then_some(found)
}

/// The people of a line that begins with the office they all hold: "Councilors Ana Mora, Bo Lind and Cy Dorn".
pub(in crate::list) fn under_office(text: &str) -> Option<Vec<Found>> {
    if text.len() > 2_000 || !text.contains(',') && !text.split(' ').any(words::is_and) {
        return None;
    }
    let phrase = Phrase::new(text);
    let mut at = 0;
    let office = phrase.words.iter().take(5).position(|word| {
        at += 1;
        let one = word
            .folded
            .strip_suffix("es")
            .or_else(|| word.folded.strip_suffix('s'));
        let least = word.folded.strip_suffix('s');
        // "Council members Ana Mora and Bo Lind"
        (word.case == Case::Upper || at > 1 && matches!(word.folded.as_str(), "members" | "trustees"))
            && [one, least]
                .into_iter()
                .flatten()
                .any(|one| words::is_rank(one) || words::is_title(one))
    })?;
    let end = |at: usize| {
        phrase.words[at].text.as_ptr() as usize - text.as_ptr() as usize + phrase.words[at].text.len()
    };
    let capital = phrase.words[..office]
        .iter()
        .all(|word| word.case == Case::Upper || words::is_connector(&word.folded));
    let capital = capital && phrase.words[0].case == Case::Upper;
    // "State Sens. Ana Mora and Bo Lind"
    let stop = end(office) + usize::from(text[end(office)..].starts_with('.'));
    // The first name stands right behind it.
    if !capital || !text[stop..].starts_with(' ') || phrase.words.len() < office + 4 {
        return None;
    }
    let people = names(text, stop + 1..text.len());
    let sure = people
        .iter()
        .filter(|person| signer::is_person(&text[(*person).clone()]));
    let all = people.len() >= 2
        && sure.count() * 2 >= people.len()
        && people.iter().all(|person| {
            let phrase = Phrase::new(&text[person.clone()]);
            (2..=5).contains(&phrase.words.len()) && phrase.place() < 2.5
        });
    all.then(|| {
        people
            .into_iter()
            .map(|range| Found {
                range,
                doubtful_comma: None,
                perhaps_part: false,
                perhaps_two: None,
                office: Some(0..stop),
                titled: false,
            })
            .collect()
    })
}

/// Where groups begin: an article, a trade in small letters, and a name.
fn heads(text: &str, sentence: Range<usize>) -> Vec<Head> {
    let mut heads: Vec<Head> = Vec::new();
    let mut at = sentence.start;
    let mut pieces = Vec::new();
    for piece in text[sentence].split_inclusive(' ').take(MOST) {
        pieces.push((at, piece.trim()));
        at += piece.len();
    }
    let plain = |word: &str| !word.is_empty() && word.chars().all(|c| c.is_lowercase() || c == '-');
    for (index, (start, word)) in pieces.iter().enumerate() {
        if let Some(head) = such_as(text, &pieces, index)
            .filter(|head| heads.last().is_none_or(|last: &Head| last.names <= head.start))
        {
            heads.push(head);
            continue;
        }
        let bare = word.trim_start_matches(|c: char| !c.is_alphanumeric());
        let begins = index == 0
            || pieces[index - 1].1.ends_with([';', ',', ':'])
            || words::is_and(pieces[index - 1].1)
            || pieces[index - 1].1.starts_with(char::is_lowercase);
        // In German every noun has a capital: "die Kabarettisten Ana Mora und Bo Lind".
        if begins
            && matches!(bare, "der" | "die" | "den" | "dem")
            && let [(start_of_trade, trade), (names, first), (_, last), ..] = &pieces[index + 1..]
            && trade.chars().all(char::is_alphabetic)
            && trade.starts_with(char::is_uppercase)
            && signer::is_person(&format!(
                "{first} {}",
                last.trim_end_matches([',', ';', '.', ':'])
            ))
            && !words::is_given_name(&fold(trade))
            && heads.last().is_none_or(|head: &Head| head.names <= *start)
        {
            heads.push(Head {
                start: *start,
                trade: *start_of_trade..start_of_trade + trade.len(),
                names: *names,
                several: bare == "die" && !trade.ends_with("in"),
                handed: false,
            });
            continue;
        }
        if !begins || !is_article(&fold(bare)) {
            continue;
        }
        let trade: Vec<&(usize, &str)> = pieces[index + 1..]
            .iter()
            .take(4)
            .take_while(|(_, word)| {
                plain(word) && !is_article(word) && !words::is_and(word) && !words::names_letter(&fold(word))
            })
            .collect();
        let ends_open = |word: &str| words::is_connector(&fold(word)) || words::gives_examples(&fold(word));
        let Some(last) = trade.last().filter(|last| trade.len() <= 3 && !ends_open(last.1)) else {
            continue;
        };
        let Some((names, first)) = pieces.get(index + 1 + trade.len()) else {
            continue;
        };
        let range = trade[0].0..last.0 + last.1.len();
        let several = is_of_several(&fold(bare), &text[range.clone()]);
        let handed = several
            && index.checked_sub(1).is_some_and(|before| {
                words::hands_over(&fold(pieces[before].1)) == Some(words::Handing::Alone)
            })
            && is_rather_a_body(text, *names).is_some_and(|body| body < -0.3);
        let is_trade = handed
            || learned::probabilities(&Phrase::new(&text[range.clone()]))[Field::Title as usize] > 0.4
            || signer::names_trade(&text[range.clone()])
            || words::names_those(&fold(trade[0].1)) && !words::is_kind(&fold(trade[0].1));
        let apart = heads.last().is_none_or(|head: &Head| head.names <= *start);
        if first.starts_with(char::is_uppercase) && is_trade && apart {
            heads.push(Head {
                start: *start,
                several,
                trade: range,
                names: *names,
                handed,
            });
        }
    }
    heads
}

/// Whether a sentence gives examples more than once.
pub(super) fn gives_examples(sentence: &str) -> bool {
    [" como ", " com ", " come ", " comme ", " wie ", " such as "]
        .iter()
        .any(|word| sentence.match_indices(word).nth(1).is_some())
}

/// "actors com Ana Mora", "personalidades de la cultura como Ana Mora": what some are whose names follow a word for examples.
fn such_as(text: &str, pieces: &[(usize, &str)], index: usize) -> Option<Head> {
    let (_, word) = pieces[index];
    let example = match word {
        "as" => index.checked_sub(1).is_some_and(|at| pieces[at].1 == "such"),
        _ => matches!(word, "like" | "como" | "comme" | "wie" | "come" | "com"),
    };
    if !example {
        return None;
    }
    let (names, first) = *pieces.get(index + 1)?;
    if !first.starts_with(char::is_uppercase) && !words::is_honorific(&fold(first.trim_end_matches('.'))) {
        return None;
    }
    let last = index - usize::from(word == "as");
    let mut begin = last;
    while begin > 0 && last - begin < 7 {
        let before = pieces[begin - 1].1;
        let plain = before
            .chars()
            .all(|c| c.is_lowercase() || matches!(c, '-' | '\'' | '\u{2019}'));
        if !plain || words::is_and(before) || words::hands_over(&fold(before)).is_some() && !is_small(before)
        {
            break;
        }
        begin -= 1;
    }
    // "Periodistas como Ana Mora": the sentence begins with it.
    if begin == last || begin > 0 && pieces[begin - 1].1.ends_with('.') {
        let opens = begin.checked_sub(1).filter(|at| {
            (*at == 0 || pieces[at - 1].1.ends_with('.')) && pieces[*at].1.chars().all(char::is_alphabetic)
        });
        begin = opens.unwrap_or(begin);
    }
    // What the sentence says before: "también firman escritores como", "altri scrittori come".
    let said = &pieces[begin..last];
    let sure = is_rather_a_body(text, names)? < -0.3
        || words::is_given_name(&fold(first.trim_end_matches(|c: char| !c.is_alphanumeric())));
    let known = |word: &str| {
        let folded = fold(word);
        signer::names_trade(word)
            || words::names_those(&folded) && !words::is_kind(&folded)
            || names_people(&folded)
    };
    let noun = |word: &str| {
        let folded = fold(word);
        // A word of many behind which people are named says what they are, whatever it is.
        let many = sure && (folded.ends_with('s') || folded.ends_with('i'));
        folded.len() >= 4
            && !is_small(word)
            && !is_filler(&folded)
            && (!words::is_kind(&folded) || names_people(&folded))
            && (known(word) || many)
    };
    // "directores de teatro", "escritores chilenos": from the last word back to the one that it goes with.
    let mut at = said.len().checked_sub(1)?;
    loop {
        if at >= 2 && is_small(said[at - 1].1) && noun(said[at - 2].1) {
            at -= 2;
        } else if at >= 3 && is_small(said[at - 1].1) && is_small(said[at - 2].1) && noun(said[at - 3].1) {
            at -= 3;
        } else if at >= 1 && known(said[at - 1].1) && noun(said[at - 1].1) {
            at -= 1;
        } else {
            break;
        }
    }
    if !noun(said[at].1) {
        return None;
    }
    let several = !names_people(&fold(said[at].1));
    let trade = said[at].0..pieces[last - 1].0 + pieces[last - 1].1.len();
    // "asociaciones de escritores como Liga Azul" are bodies.
    let bodies = said[..at].iter().any(|(_, word)| {
        let folded = fold(word);
        words::is_kind(&folded) && !names_people(&folded)
            || names::recognize::words::is_organization_word(&folded)
    });
    if bodies || trade.is_empty() {
        return None;
    }
    Some(Head {
        start: said[at].0,
        trade: if several { trade } else { names..names },
        names,
        several: true,
        handed: false,
    })
}

/// By how much the name that begins at an offset is rather a body's than a person's; nothing where it plainly is a body's.
fn is_rather_a_body(text: &str, start: usize) -> Option<f32> {
    let end = text[start..]
        .find([',', ';', '('])
        .map_or(text.len(), |at| start + at);
    let name: Vec<&str> = text[start..end]
        .split(' ')
        .take_while(|word| {
            !matches!(
                *word,
                "y" | "e" | "i" | "and" | "et" | "und" | "o" | "u" | "ou" | "or"
            )
        })
        .take(6)
        .collect();
    let phrase = Phrase::new(&text[start..start + name.join(" ").len()]);
    let told = learned::probabilities(&phrase);
    let rather = told[Field::Organization as usize] - told[Field::Person as usize];
    (phrase.organization_words() == 0 && rather < 0.3).then_some(rather)
}

/// Words for several that name nobody.
fn is_filler(folded: &str) -> bool {
    const FILLERS: &str = concat!(
        "ademas|tambien|tambe|entre|otros|otras|altres|altri|altre|autres|outros|outras|others|diversos|diversas|diverses|varios|varias|",
        "muchos|muchas|algunos|algunas|tantos|tantas|nuevos|nuevas|nous|mas|otros|molti|molte|diversi|diverse|plusieurs|nombreux|muitos|",
        "muitas|demas|quienes|anche|ellos|ellas|ells|elles|todos|todas|junto|along|besides"
    );
    FILLERS.split('|').any(|word| word == folded)
}

/// Words that say of those whose names follow only that they are people.
fn names_people(folded: &str) -> bool {
    const PEOPLE: &str = concat!(
        "personalidades|personalitats|personalidade|personalita|personalites|personalities|personas|persones|personnes|pessoas|",
        "persone|people|figuras|figures|figure|nombres|noms|nomes|nomi|names|firmas|referentes|rostros|celebridades|famosos|esponenti|",
        "exponentes|integrantes|intelectuales|intelectuais|intellettuali|intellectuels|mundo|ambito|mondo|monde|sector|campo"
    );
    PEOPLE.split('|').any(|word| word == folded)
}

/// A small word between a noun and what it is of.
fn is_small(word: &str) -> bool {
    let folded = fold(word);
    words::is_connector(&folded)
        || is_article(&folded)
        || matches!(folded.as_str(), "del" | "di" | "dos" | "das" | "dels" | "of")
}

/// Where an office ends that stands behind a name and its comma: "Bo Lind, director de la Casa Luz".
fn office_behind(text: &str, name: usize, end: usize) -> Option<usize> {
    let rest = text[name..end].strip_prefix(", ")?;
    let start = end - rest.len();
    let stop = rest.find([',', ';', '.', '(']).unwrap_or(rest.len());
    let whole = rest[..stop].trim_end();
    let whole = [" y ", " e ", " i ", " and ", " et ", " und ", " o "]
        .iter()
        .filter_map(|and| whole.find(and))
        .min()
        .map_or(whole, |at| &whole[..at]);
    let trade = signer::names_trade(whole) && signer::is_office_behind(whole);
    trade.then_some(start + whole.len())
}

/// Not those of German, where what follows one in small letters is an adjective.
fn is_article(folded: &str) -> bool {
    matches!(
        folded,
        "the"
            | "el"
            | "la"
            | "los"
            | "las"
            | "o"
            | "a"
            | "os"
            | "as"
            | "il"
            | "lo"
            | "i"
            | "gli"
            | "le"
            | "les"
            | "els"
    )
}

/// Whether an article and the trade behind it are said of several people.
fn is_of_several(article: &str, trade: &str) -> bool {
    let ends = |endings: [&str; 2]| {
        trade.split(' ').any(|word| {
            endings
                .iter()
                .any(|ending| word.ends_with(ending) && !word.ends_with("ss"))
        })
    };
    match article {
        "the" => ends(["s", "s"]),
        // In French it is said of one man, in Italian of several women.
        "le" => ends(["trici", "esse"]),
        "el" | "la" | "o" | "a" | "il" | "lo" => false,
        _ => true,
    }
}

/// The names of a group, up to where its sentence goes on.
fn names(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut names = Vec::new();
    let mut start = range.start;
    for part in text[range].split_inclusive([',', ';']) {
        let mut from = start;
        start += part.len();
        let mut rest = part;
        while let Some((at, width)) = [" y ", " e ", " i ", " and ", " et ", " und ", " o "]
            .iter()
            .filter_map(|and| rest.find(and).map(|at| (at, and.len())))
            .min()
        {
            names.push(from..from + at);
            from += at + width;
            rest = &rest[at + width..];
        }
        names.push(from..start);
    }
    names
        .into_iter()
        .map(|name| trim::name(text, before_small_word(text, name)))
        .take_while(|name| {
            let phrase = Phrase::new(&text[name.clone()]);
            // The "and" before the next group leaves nothing behind.
            name.is_empty()
                || phrase
                    .words
                    .first()
                    .is_some_and(|w| w.text.starts_with(char::is_uppercase))
        })
        .filter(|name| {
            let phrase = Phrase::new(&text[name.clone()]);
            !name.is_empty() && phrase.words.len() <= 6 && phrase.lower_share() < 0.3
        })
        .collect()
}

/// A name without what the sentence says behind it: "Ana Mora son algunas de las que firman".
fn before_small_word(text: &str, name: Range<usize>) -> Range<usize> {
    let phrase = Phrase::new(&text[name.clone()]);
    let small = phrase.words.iter().skip(1).find(|word| {
        word.case == Case::Lower && (!words::is_connector(&word.folded) || words::begins_clause(&word.folded))
    });
    match small {
        Some(word) => {
            name.start..name.start + (word.text.as_ptr() as usize - text[name.clone()].as_ptr() as usize)
        }
        None => name,
    }
}
