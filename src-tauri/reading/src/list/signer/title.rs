//! Titles: what says that a text tells somebody's office or trade, and where in it the organization begins.
//!
//! "Presidenta de la FAVB", "Presidente Nazionale ANPI", "Director at Harbor Institute" hold both; "Professor of Law" and
//! "Periodista de medio ambiente" only say what is taught or written about.

use std::ops::Range;

use super::super::learned::{self, Field};
use super::super::phrase::{Case, Phrase, Word};
use super::super::words;

/// Small words behind which the organization of a title stands, with their spaces, longest first of those that begin alike.
const OF: &str = concat!(
    " of the | of | at the | at | @ | for the | de la | de l\u{2019}| de l'| de los | de las | del | della |",
    " dell\u{2019}| dell'| dei | di | du | des | de | d\u{2019}| d'| da | do | dos | das | der | des | von der |",
    " vom | von | beim | bei | chez | na | no | \u{e0} l\u{2019}| \u{e0} l'| \u{e0} la | au sein de | au | aux | nel | nella | presso | en el | en la "
);

/// How much a text says what somebody is or does: above 0 it does.
pub(in crate::list) fn occupation(phrase: &Phrase<'_>) -> f32 {
    let Some(first) = phrase.words.first() else {
        return -2.0;
    };
    let title = phrase.title();
    if title > 1.5 {
        return title;
    }
    let small = first.case == Case::Lower
        && first
            .text
            .chars()
            .all(|c| c.is_lowercase() || matches!(c, '-' | '/' | '\u{b7}' | '.' | '\u{2019}'));
    if small
        && !words::is_connector(&first.folded)
        && !first.text.contains('.')
        && !names::recognize::words::is_organization_word(&first.folded)
    {
        return 2.0;
    }
    if small || phrase.organization_words() > 0 && !is_trade(first) {
        return -1.0;
    }
    // "Gesundheits- und Krankenpflegerin", "Dipl. Sozialwirt"
    let looked_at = if phrase
        .words
        .get(1)
        .is_some_and(|word| words::is_and(&word.folded))
    {
        3
    } else {
        2
    };
    let trade = phrase.words.iter().take(looked_at).any(is_trade) || first.folded == "dipl";
    if trade && !phrase.ends_in_legal_form() {
        1.8
    } else {
        -0.5
    }
}

/// Whether a text ends in the English word for an office, so that all of it is one: "School Board Member", "State Party Vice Chair".
pub(in crate::list) fn ends_in_office(phrase: &Phrase<'_>) -> bool {
    const LAST: &str = concat!(
        "chair|chairman|chairwoman|chairperson|co-chair|vice-chair|president|director|member|representative|senator|mayor|trustee|",
        "commissioner|councilmember|councilwoman|councilman|councilor|councillor|alderman|alderwoman|alderperson|supervisor|",
        "treasurer|secretary|delegate|assemblymember|assemblywoman|assemblyman|governor|superintendent|officer|coordinator|",
        "manager|attorney|organizer|selectman|selectwoman|selectperson|councilperson|committeewoman|committeeman|legislator|pastor"
    );
    let [first, .., last] = phrase.words.as_slice() else {
        return false;
    };
    phrase.words.len() <= 9
        && first.case != Case::Lower
        && first.folded != "the"
        && last.case == Case::Upper
        && LAST.split('|').any(|office| office == last.folded)
        && phrase.words.iter().all(|word| {
            word.case != Case::Lower || matches!(word.folded.as_str(), "and" | "pro" | "tem" | "at-large")
        })
        && phrase.person() < 1.5
        && !words::is_honorific(&first.folded)
}

/// Whether a field tells somebody's chair, named after who gave it: "Robert Stevens Professor of Law".
pub(in crate::list) fn is_named_chair(phrase: &Phrase<'_>) -> bool {
    phrase.words.len() >= 4
        && phrase.words.windows(2).skip(1).any(|pair| {
            matches!(
                pair[0].folded.as_str(),
                "professor" | "chair" | "fellow" | "lecturer"
            ) && pair[0].case == Case::Upper
                && matches!(pair[1].folded.as_str(), "of" | "in" | "emeritus" | "emerita")
        })
        && phrase
            .words
            .iter()
            .take_while(|word| word.case != Case::Lower)
            .count()
            >= 2
        && !phrase.words.iter().any(|word| word.folded == "at")
}

/// Whether a text in small letters begins with a trade, of one or of several.
pub(in crate::list) fn names_trade(text: &str) -> bool {
    let phrase = Phrase::new(text);
    phrase.words.first().is_some_and(|word| {
        let folded = word.folded.as_str();
        let one = folded
            .strip_suffix("es")
            .or_else(|| folded.strip_suffix('s'))
            .unwrap_or(folded);
        ENDINGS
            .split('|')
            .any(|ending| folded.ends_with(ending) || one.ends_with(ending))
            || words::is_job(folded)
            || words::is_job(one)
            || words::is_title(one)
    })
}

/// Endings of words for trades.
const ENDINGS: &str = concat!(
    "ctor|edor|edora|perario|tecario|ista|istas|iste|ologo|ologa|ologue|ologist|ografo|ografa|ographe|ador|adora|",
    "itor|itora|utor|utora|ector|ectora|essor|essora|atriz|eiro|eira|ogado|ogada|osofo|osofa|itecto|itecta|itetto|",
    "icien|icienne|ienne|ateur|atrice|iker|ikerin|wissenschaftler|wissenschaftlerin|beauftragter|beauftragte|",
    "therapeut|therapeutin|intendant|intendantin|logopadin|pfleger|pflegerin|padagoge|padagogin|ingenieurin|fachkraft|anwalt|anwaltin|arbeiter|arbeiterin|",
    "vorsitzender|vorsitzende|fuhrer|fuhrerin|sprecher|sprecherin|leiter|leiterin|ologe|ologin|posentado|posentada|",
    "etired|edico|edica|uisico|scritor|scritora|ctriz|ngenheiro"
);

/// Whether a word names a trade: by a list, or by its ending where that says so.
pub(in crate::list) fn is_trade(word: &Word<'_>) -> bool {
    // "president·e·s": said of women and men.
    if let Some((one, _)) = word.folded.split_once('\u{b7}') {
        return words::is_title(one)
            || words::is_job(one)
            || one
                .strip_prefix("co-")
                .is_some_and(|one| words::is_title(one) || words::is_job(one));
    }
    if let Some(shared) = ["co-", "vice-", "sub-"]
        .iter()
        .find_map(|prefix| word.folded.strip_prefix(prefix))
    {
        return words::is_title(shared)
            || words::is_job(shared)
            || shared == "porte-parole"
            || shared.starts_with("delegu");
    }
    // "Secretário-Geral"
    if word.folded.split('-').count() == 2 && word.folded.split('-').any(words::is_title) {
        return true;
    }
    if let Some(former) = word.folded.strip_prefix("ex-") {
        return words::is_title(former)
            || words::is_job(former)
            || OFFICES.split('|').any(|office| former.ends_with(office));
    }
    let folded = word.folded.as_str();
    // "Gewerkschaftssekretärin", "Betriebsratsvorsitzende"
    let compound = word.case == Case::Upper
        && COMPOUNDS
            .split('|')
            .any(|office| folded.len() > office.len() + 4 && folded.ends_with(office));
    compound
        || words::is_job(folded)
        || words::is_title(folded)
        || word.is_plain()
            && folded.len() >= 5
            // "Ecologistas del Levante" are several.
            && !(word.case == Case::Upper && folded.ends_with("istas"))
            && ENDINGS.split('|').any(|ending| folded.ends_with(ending))
            && !names::recognize::words::is_organization_word(folded)
}

/// The office and the body behind a small word, whatever the office is: "co-porte-paroles de Solidaires".
pub(super) fn of_body(office: &str) -> Option<(usize, usize)> {
    OF.split('|')
        .filter_map(|of| office.find(of).map(|at| (at, at + of.len())))
        .filter(|(_, start)| office[*start..].starts_with(char::is_uppercase))
        .min_by_key(|(stop, start)| (*stop, usize::MAX - start))
        .filter(|(_, start)| Phrase::new(&office[*start..]).place() < 1.0)
}

/// Whether a folded word in small letters ends as words for trades do.
pub(super) fn is_trade_word(folded: &str) -> bool {
    folded.len() >= 5 && ENDINGS.split('|').any(|ending| folded.ends_with(ending))
}

/// Offices with which German ends words for those who hold them.
const COMPOUNDS: &str = concat!(
    "sekretar|sekretarin|vorsitzender|vorsitzende|referent|referentin|beauftragter|beauftragte|sprecher|sprecherin|leiter|",
    "leiterin|abgeordneter|abgeordnete|prasident|prasidentin|direktor|direktorin|redakteur|redakteurin|forscher|forscherin|",
    "architekt|architektin|ingenieur|ingenieurin|therapeut|therapeutin|padagoge|padagogin|pfleger|pflegerin"
);

/// Offices that German joins with what they are over: Bankvorstand, Ministerpräsidentin.
const OFFICES: &str = concat!(
    "vorstand|vorsitzender|vorsitzende|prasident|prasidentin|direktor|direktorin|minister|ministerin|meister|",
    "meisterin"
);

/// A title whose field is what is taught: behind "of" stands a subject and no organization.
fn teaches(word: &Word<'_>) -> bool {
    let folded = word.folded.as_str();
    [
        "profes",
        "catedratic",
        "lectur",
        "docent",
        "doctor",
        "student",
        "graduad",
        "licenciad",
        "estudiante",
        "maestr",
        "maitre",
        "lehr",
        "candidat",
        "phd",
        "historia",
    ]
    .iter()
    .any(|stem| folded.starts_with(stem))
}

/// Where a title ends and where the organization in it begins; nothing where it names none.
pub(in crate::list) fn parted(title: &str) -> Option<(usize, usize)> {
    // "presidente Fundación Primero de Mayo de Obreras": the body stands right behind the office.
    let phrase = Phrase::new(title);
    let directly = matches!(phrase.words.as_slice(), [office, body, ..]
        if words::is_title(&office.folded)
            && body.case == Case::Upper
            && names::recognize::words::is_organization_word(&body.folded));
    if (directly || stands_directly(&phrase))
        && let Some(found) = behind_title(title)
    {
        return Some(found);
    }
    behind_of(title).or_else(|| behind_title(title))
}

/// "Executive Director Citizens for Open Water": behind an office in capitals stands a word that says nothing of it.
fn stands_directly(phrase: &Phrase<'_>) -> bool {
    let office = office_words(phrase);
    let capital = phrase.words[..office]
        .iter()
        .all(|word| word.case == Case::Upper || words::is_and(&word.folded));
    office > 0
        && capital
        && words::is_title(&phrase.words[office - 1].folded)
        && phrase.words.get(office).is_some_and(|word| {
            let folded = word.folded.as_str();
            let body = || {
                phrase.words[office..]
                    .iter()
                    .any(|word| names::recognize::words::is_organization_word(&word.folded))
            };
            word.case == Case::Upper
                && !words::is_theme(folded)
                && !words::is_duty(folded)
                && (!words::is_scope(folded) || body())
                && !words::qualifies_title(folded)
        })
        && phrase.words[office + 1..]
            .iter()
            .any(|word| word.case == Case::Lower)
        && learned::probabilities(&Phrase::new(tail(phrase, office)))[Field::Organization as usize] > 0.5
}

/// A phrase from one of its words on.
fn tail<'a>(phrase: &Phrase<'a>, nth: usize) -> &'a str {
    let start = phrase.words[nth].text.as_ptr() as usize - phrase.text.as_ptr() as usize;
    &phrase.text[start..]
}

/// How many words at the beginning say an office, or two with an "and" between them: "Founder and Executive Director".
fn office_words(phrase: &Phrase<'_>) -> usize {
    let says = |word: &Word<'_>| {
        words::is_title(&word.folded)
            || is_trade(word)
            || words::qualifies_title(&word.folded)
            || teaches(word)
            || word.case == Case::Lower && words::names_occupation(&word.folded)
    };
    let mut count = 0;
    while let Some(word) = phrase.words.get(count) {
        // "President and CEO", "President & CEO"
        let joins = count > 0
            && (words::is_and(&word.folded) || word.text == "&")
            && phrase.words[count - 1].case == Case::Upper
            && phrase
                .words
                .get(count + 1)
                .is_some_and(|next| next.case == Case::Upper && says(next));
        if !says(word) && !joins {
            break;
        }
        count += 1;
    }
    count
}

/// "President of the Fund", "Investigadora doctoral del CREAF".
pub(in crate::list) fn behind_of(title: &str) -> Option<(usize, usize)> {
    let phrase = Phrase::new(title);
    let office = phrase.words.iter().rev().find(|w| {
        words::is_title(&w.folded)
            || is_trade(w)
            || w.case == Case::Lower && words::names_occupation(&w.folded)
    });
    let teacher = phrase.words.iter().any(teaches);
    if office.is_none() && !teacher {
        return None;
    }
    let mut places: Vec<(usize, usize)> = OF
        .split('|')
        .flat_map(|of| title.match_indices(of).map(|(at, _)| (at, at + of.len())))
        .collect();
    // The longest of those that begin at one place, in order; "at" says it more plainly than "of".
    let at = |(stop, _): &(usize, usize)| {
        !(title[*stop..].starts_with(" at ") || title[*stop..].starts_with(" chez "))
    };
    places.sort_by_key(|(stop, end)| (at(&(*stop, *end)), *stop, usize::MAX - end));
    places.dedup_by_key(|(at, _)| *at);
    places.into_iter().find(|(stop, start)| {
        let (before, organization) = (Phrase::new(&title[..*stop]), Phrase::new(&title[*start..]));
        let Some(first) = organization.words.first() else {
            return false;
        };
        let offices = before.words.iter().any(|w| {
            words::is_title(&w.folded) || is_trade(w) || teaches(w) || words::names_occupation(&w.folded)
        });
        // "Professor de Economía y vicepresidente de la FAVB": another office comes.
        let another = organization.words.iter().skip(1).any(|w| {
            w.case == Case::Lower
                && (words::is_title(&w.folded) || words::names_occupation(&w.folded))
                && w.folded.len() > 4
        }) || organization
            .words
            .windows(2)
            .any(|pair| words::is_and(&pair[0].folded) && words::is_title(&pair[1].folded));
        let called = organization.words.get(1).is_some_and(|w| w.case == Case::Upper);
        let named = called
            || first.case != Case::Lower
            || names::recognize::words::is_organization_word(&first.folded)
                && organization.words.iter().any(|w| w.case == Case::Upper);
        let acronym = first.is_all_capitals() || first.text.chars().skip(1).any(char::is_uppercase);
        let subject =
            before.words.last().is_some_and(teaches) || before.words.iter().any(teaches) && !acronym;
        let subject = subject && organization.organization_words() == 0 && !first.is_all_capitals();
        let told = learned::probabilities(&organization);
        // "Mayor of Austin"
        let town = told[Field::Place as usize] > 0.5
            && organization.organization_words() == 0
            && before.words.iter().any(|w| words::is_rank(&w.folded));
        offices
            && named
            && !another
            && !subject
            && !town
            // "Director of Government Relations"
            && !organization.words.iter().all(|w| {
                words::is_duty(&w.folded) || words::is_scope(&w.folded) || words::is_and(&w.folded)
            })
            && !organization.is_theme()
            && organization.place() < 2.5
    })
}

/// "Presidente Nazionale ANPI": behind the words of the title, what begins with a capital and is none.
fn behind_title(title: &str) -> Option<(usize, usize)> {
    let phrase = Phrase::new(title);
    let begins = office_words(&phrase);
    // "professor de direito PUC": all small words before initials are the office's.
    let small = phrase.words.iter().take_while(|w| w.case == Case::Lower).count();
    let initials = begins > 0
        && small > begins
        && !phrase.words[..small].iter().any(|w| words::is_and(&w.folded))
        && !words::is_connector(&phrase.words[small - 1].folded)
        && phrase
            .words
            .get(small)
            .is_some_and(|w| w.is_all_capitals() && w.text.chars().filter(|c| c.is_alphabetic()).count() > 1);
    let begins = if initials { small } else { begins };
    let last = begins.checked_sub(1)?;
    let is_office = phrase.words[..=last]
        .iter()
        .any(|w| words::is_title(&w.folded) || is_trade(w) || teaches(w));
    let next = phrase.words.get(last + 1)?;
    // "President 60 Plus Association"
    let numbered =
        next.case == Case::Digit && phrase.words.get(last + 2).is_some_and(|w| w.case == Case::Upper);
    if !is_office
        || next.case != Case::Upper && !numbered
        || !initials
            && phrase.words[..=last]
                .iter()
                .any(|w| w.case == Case::Lower && words::is_connector(&w.folded) && !words::is_and(&w.folded))
    {
        return None;
    }
    let rest = &phrase.words[last + 1..];
    let offset = |word: &Word<'_>| word.text.as_ptr() as usize - title.as_ptr() as usize;
    // "porte-parole d’Action Climat"
    let elided = ["d\u{2019}", "d'"]
        .iter()
        .find(|small| next.text.starts_with(**small))
        .map_or(0, |small| small.len());
    let start = offset(next) + elided;
    let stop = offset(&phrase.words[last]) + phrase.words[last].text.len();
    // Between them stands nothing but a space.
    let apart = title
        .get(stop..start - elided)
        .is_some_and(|between| between.trim().is_empty());
    let subject = rest
        .iter()
        .all(|w| words::is_theme(&w.folded) || words::is_duty(&w.folded) || words::is_connector(&w.folded));
    // "Artista Plástico": one plain word more tells what kind.
    let telling =
        rest.iter().any(|w| w.is_all_capitals()) || Phrase::new(&title[start..]).organization_words() > 0;
    let adjective = [
        "ico", "ica", "ario", "aria", "al", "ivo", "iva", "ista", "oso", "osa",
    ]
    .iter()
    .any(|ending| {
        rest.iter().all(|w| {
            w.folded
                .split('-')
                .next()
                .is_some_and(|first| first.ends_with(ending))
        })
    });
    let office = phrase.words[..=last].iter().any(|w| words::is_title(&w.folded));
    (apart && (telling || office && !adjective) && !subject && Phrase::new(&title[start..]).place() < 2.5)
        .then_some((stop, start))
}

/// The parts of a title that names its organization, as ranges of the whole text.
pub(in crate::list) fn part(text: &str, title: Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    let (stop, start) = parted(&text[title.clone()])?;
    Some((title.start..title.start + stop, title.start + start..title.end))
}

/// Whether what was taken for a title is one by its words.
pub(super) fn says_title(text: &str, record: &super::Record) -> bool {
    record.title.clone().is_some_and(|title| {
        let phrase = Phrase::new(&text[title]);
        phrase.title() >= 1.5
            || super::is_occupation(&phrase)
            || occupation(&phrase) > 0.0
            || learned::probabilities(&phrase)[Field::Title as usize] > 0.6
    })
}

/// Whether a text in parentheses is a party and where its member was elected: "D-CA", "DFL-Duluth".
pub(super) fn is_party(text: &str) -> bool {
    text.split_once('-').is_some_and(|(party, seat)| {
        matches!(party, "D" | "R" | "I" | "L" | "G" | "DFL")
            && seat.starts_with(char::is_uppercase)
            && !seat.contains(' ')
    })
}

/// Whether the parenthesis that opens at an offset closes at the end of the text.
pub(super) fn ends_at_parenthesis(text: &str, at: usize) -> bool {
    // An affiliation is short; and a line of nothing but parentheses must stay cheap.
    if text.len() - at > 400 {
        return false;
    }
    let rest = text[at..].trim_end().trim_end_matches(['.', ';']);
    let close = if rest.starts_with('[') { ']' } else { ')' };
    // "[4]" is a note.
    let told = rest.chars().filter(|c| c.is_alphabetic()).count() > 1;
    let closed = rest.ends_with(close) && rest.matches(close).count() == 1;
    // "Ana Mora (Professor, Harbor University;"
    let forgotten = text.trim_end().ends_with(';') && !rest.contains(close) && rest.contains(',');
    told && at > 0 && (forgotten || closed && !is_party(&rest[1..rest.len() - 1]))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;

    #[test]
    fn an_organization_is_found_behind_its_office() {
        for (title, office, organization) in [
            ("Presidenta de la FAVB", "Presidenta", "FAVB"),
            ("Presidente Nazionale ANPI", "Presidente Nazionale", "ANPI"),
            (
                "Professor de Econom\u{ed}a y vicepresidente de la FAVB",
                "Professor de Econom\u{ed}a y vicepresidente",
                "FAVB",
            ),
            ("porte-parole d\u{2019}Attac", "porte-parole", "Attac"),
            ("Director de la revista Faro", "Director", "revista Faro"),
            ("Director at Harbor Institute", "Director", "Harbor Institute"),
            ("President of the Ash Fund", "President", "Ash Fund"),
        ] {
            let (stop, start) = parted(title).unwrap_or_else(|| panic!("{title}"));
            assert_eq!((&title[..stop], &title[start..]), (office, organization));
        }
    }

    #[test]
    fn a_subject_is_no_organization() {
        for title in [
            "Professor of Law",
            "Catedr\u{e1}tico de Historia Antigua",
            "Periodista de medio ambiente",
            "Executive Director",
            "militante associative de l\u{2019}\u{e9}migration",
        ] {
            assert_eq!(parted(title), None, "{title}");
        }
    }
}
