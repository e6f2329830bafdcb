//! People whose office or trade stands before their name in small letters: "the sociologist Ana Mora", "il presidente di
//! Libera Luigi Ciotti".

use std::ops::Range;

use super::super::learned::{self, Field};
use super::super::phrase::{Case, Phrase, Word};
use super::super::trim;
use super::super::words;
use super::record::Record;
use super::title;

/// Reads an office in small letters, perhaps with its organization, and the person who holds it; an article before it may
/// stand in the text.
pub(in crate::list) fn office_first(text: &str) -> Option<Record> {
    // "the professor Ana Mora (Harbor University)"
    if let Some((before, inside)) = text
        .strip_suffix(')')
        .and_then(|open| open.split_once(" ("))
        .filter(|(_, inside)| !inside.contains(['(', ')']))
    {
        let start = before.len() + 2;
        return office_first(before).map(|record| Record {
            organization: record.organization.or(Some(start..start + inside.len())),
            ..record
        });
    }
    let phrase = Phrase::new(text);
    let at = |word: &Word<'_>| word.text.as_ptr() as usize - text.as_ptr() as usize;
    let end = |word: &Word<'_>| at(word) + word.text.len();
    let is_article = |word: &Word<'_>| {
        words::is_article(&word.folded)
            || matches!(
                word.text,
                "o" | "a" | "os" | "as" | "il" | "lo" | "gli" | "i" | "del" | "dal" | "al"
            )
    };
    let begin = usize::from(phrase.words.first().is_some_and(is_article));
    let all = &phrase.words[begin.min(phrase.words.len())..];
    if all.len() > 12 || all.first()?.case != Case::Lower {
        return None;
    }
    let small = all.iter().take_while(|word| word.case == Case::Lower).count();
    // "dell’Arci" begins with a small letter and holds the organization's name.
    let elided = all[..small.max(1)]
        .last()
        .filter(|_| small < all.len())
        .and_then(|word| word.text.find(['\u{2019}', '\'']).map(|sign| (word, sign)))
        .filter(|(word, sign)| word.text[*sign..].chars().nth(1).is_some_and(char::is_uppercase));
    let office = all[..small - usize::from(elided.is_some())]
        .iter()
        .rev()
        .skip_while(|word| words::is_connector(&word.folded) || is_article(word))
        .count();
    let last = all[..small].get(office.checked_sub(1)?)?;
    let title = at(&all[0])..end(last);
    // "whistleblowers William Binney, Thomas Drake": said of all that follow.
    let of_several =
        office == 1 && last.folded.len() > 4 && last.folded.ends_with('s') && !last.folded.ends_with("ss");
    if of_several || all[..small].iter().any(|word| words::names_letter(&word.folded)) {
        return None;
    }
    if probability(&text[title.clone()], Field::Title) < 0.4 {
        return None;
    }
    let rest = &all[small..];
    let named = elided.is_some() || office < small;
    let stretch = |words: &[Word<'_>]| Some(at(words.first()?)..end(words.last()?));
    let (organization, person) = if let Some((word, sign)) = elided {
        let first = at(word) + sign + word.text[sign..].chars().next().map_or(0, char::len_utf8);
        let parted = parted(text, rest, &stretch).unwrap_or(0);
        let stop = if parted == 0 {
            end(word)
        } else {
            end(&rest[parted - 1])
        };
        (Some(first..stop), stretch(&rest[parted..])?)
    } else if named {
        let parted = parted(text, rest, &stretch).filter(|parted| *parted > 0)?;
        (stretch(&rest[..parted]), stretch(&rest[parted..])?)
    } else {
        // "presidente nazionale Anpi Carla Nespolo"
        let called = rest.len() >= 3
            && words::is_given_name(&rest[1].folded)
            && !words::is_given_name(&rest[0].folded);
        let parted = usize::from(called);
        (stretch(&rest[..parted]), stretch(&rest[parted..])?)
    };
    let people = text[person.clone()].split_whitespace().count();
    ((2..=5).contains(&people) && names_person(&text[person.clone()])).then(|| Record {
        organization,
        person: Some(person),
        title: Some(title),
        ..Record::default()
    })
}

/// Reads a trade with a capital and who has it, as the lines of a list begin with it: "Economista Ana Mora". Ranks stay with their names.
pub(in crate::list) fn capital_office_first(text: &str) -> Option<Record> {
    let phrase = Phrase::new(text);
    let first = phrase.words.first()?;
    let plain = first.is_plain()
        && first.text.len() == first.folded.len()
        && text.starts_with(first.text)
        && !words::is_rank(&first.folded)
        && (title::is_trade(first) || words::is_job(&first.folded) || words::is_title(&first.folded));
    // An honorific before a bare name is one: "Professor Ana Mora".
    let called = words::is_honorific(&first.folded)
        && phrase.words.get(1).is_some_and(|word| word.case == Case::Upper);
    if !plain || called || text.len() > 200 || text.contains(',') {
        return None;
    }
    let small = format!("{}{}", first.text.to_lowercase(), &text[first.text.len()..]);
    (small.len() == text.len())
        .then(|| office_first(&small))
        .flatten()
}

/// Whether a text is an office in small letters with where it is held, and says not who holds it: "la directora de la Casa Luz".
pub(in crate::list) fn is_office_without_holder(text: &str) -> bool {
    let phrase = Phrase::new(text);
    let begin =
        usize::from(phrase.words.first().is_some_and(|word| {
            words::is_article(&word.folded) || matches!(word.text, "o" | "a" | "il" | "lo")
        }));
    let small = phrase.words[begin..]
        .iter()
        .take_while(|word| word.case == Case::Lower)
        .count();
    let office: Vec<&Word<'_>> = phrase.words[begin..begin + small]
        .iter()
        .take_while(|word| !words::is_connector(&word.folded))
        .collect();
    let (Some(first), Some(last)) = (office.first(), office.last()) else {
        return false;
    };
    let start = first.text.as_ptr() as usize - text.as_ptr() as usize;
    let end = last.text.as_ptr() as usize - text.as_ptr() as usize + last.text.len();
    phrase.words.len() > begin + small
        && small > office.len()
        && phrase.words.len() <= 14
        && probability(&text[start..end], Field::Title) > 0.4
        && office_first(text).is_none()
}

/// Whether a text behind an office names who holds it: by what was learned, or by its given name ("Diego Paz").
fn names_person(text: &str) -> bool {
    let phrase = Phrase::new(text);
    probability(text, Field::Person) > 0.5
        || phrase.words.len() <= 4
            && phrase.organization_words() == 0
            && phrase
                .words
                .first()
                .is_some_and(|word| words::is_given_name(&word.folded))
            && phrase
                .words
                .iter()
                .all(|word| word.case == Case::Upper || words::is_name_particle(&word.folded))
}

/// Reads a person and, behind a small word, the body they are of: "Ana Mora of Harbor Council", "Ana Mora, de la Casa Luz".
pub(in crate::list) fn person_of(text: &str) -> Option<Record> {
    const OF: [&str; 22] = [
        " of the ",
        " of ",
        " from the ",
        " from ",
        " with the ",
        " with ",
        " de la ",
        " de los ",
        " de las ",
        " del ",
        " de ",
        " von der ",
        " vom ",
        " von ",
        " da ",
        " do ",
        " della ",
        " del ",
        " dell\u{2019}",
        " di ",
        " du ",
        " des ",
    ];
    let (stop, start) = OF
        .iter()
        .filter_map(|of| text.find(of).map(|at| (at, at + of.len())))
        .min_by_key(|(at, end)| (*at, usize::MAX - end))?;
    let person = trim::space(text, 0..stop);
    let bare = text[person.clone()].trim_end_matches(',').len();
    let person = person.start..person.start + bare;
    let organization = trim::space(text, start..text.len());
    let name = Phrase::new(&text[person.clone()]);
    let body = Phrase::new(&text[organization.clone()]);
    let told = learned::probabilities(&body);
    let named = body.words.first().is_some_and(|word| word.case == Case::Upper)
        && body.place() < 1.0
        && (body.organization_words() > 0
            || body.ends_in_legal_form()
            || told[Field::Organization as usize] > 0.6
            || body.words[0].is_all_capitals());
    let whole = (2..=4).contains(&name.words.len())
        && name.organization_words() == 0
        && name.words.iter().all(|word| word.case == Case::Upper)
        && learned::probabilities(&name)[Field::Person as usize] > 0.25;
    (named && whole).then(|| Record {
        person: Some(person),
        organization: Some(organization),
        ..Record::default()
    })
}

/// Whether a text is a person's name and nothing else.
pub(in crate::list) fn is_person(text: &str) -> bool {
    (2..=5).contains(&text.split_whitespace().count()) && probability(text, Field::Person) > 0.6
}

/// Whether a text names one person or two joined by an "and".
pub(in crate::list) fn are_people(text: &str) -> bool {
    let person = |text: &str| {
        (2..=5).contains(&text.split_whitespace().count())
            && (names_person(text) || probability(text, Field::Person) > 0.4)
    };
    person(text)
        || [" and ", " y ", " et ", " und ", " e ", " & "]
            .iter()
            .find_map(|and| text.split_once(and))
            .is_some_and(|(one, other)| person(one) && person(other))
}

/// Whether a text in small letters is an office or trade, perhaps with where it is held, as it stands behind a name: "portavoz
/// de la Casa Luz".
pub(in crate::list) fn is_office_behind(text: &str) -> bool {
    let phrase = Phrase::new(text);
    let first = phrase.words.first();
    text.starts_with(char::is_lowercase)
        && phrase.words.len() <= 14
        && first.is_some_and(|first| {
            // "activists and teachers" are several.
            let several = first.folded.ends_with('s') && !first.folded.starts_with("co");
            !several && !words::is_connector(&first.folded) && !words::is_article(&first.folded)
        })
        && !phrase.is_sentence()
        && (super::title::parted(text).is_some() || probability(text, Field::Title) > 0.6)
}

/// How many words of a stretch are the organization's before the person's begin.
fn parted(
    text: &str,
    words: &[Word<'_>],
    stretch: &dyn Fn(&[Word<'_>]) -> Option<Range<usize>>,
) -> Option<usize> {
    (0..words.len().saturating_sub(1))
        .rev()
        .filter(|at| words.len() - at <= 4)
        .filter_map(|at| {
            let person = probability(&text[stretch(&words[at..])?], Field::Person);
            let given = words::is_given_name(&words[at].folded) || words::is_honorific(&words[at].folded);
            Some((person + if given { 0.5 } else { 0.0 }, at))
        })
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, at)| at)
}

fn probability(text: &str, field: Field) -> f32 {
    learned::probabilities(&Phrase::new(text))[field as usize]
}

/// Where a surname in capitals ends and, with nothing between, something else begins: "Ana MORA Harbor Group".
fn behind_surname(text: &str) -> Option<usize> {
    let phrase = Phrase::new(text);
    let end = |word: &Word<'_>| word.text.as_ptr() as usize - text.as_ptr() as usize + word.text.len();
    let capitals = |word: &Word<'_>| word.is_all_capitals() && word.text.chars().count() > 2;
    let nth = (1..phrase.words.len().min(6)).find(|nth| {
        let (before, word) = (&phrase.words[nth - 1], &phrase.words[*nth]);
        capitals(word) && !capitals(before) && before.case == Case::Upper
    })?;
    // "DE LA MORA", "MORA-LIND"
    let last = (nth..phrase.words.len())
        .take_while(|at| phrase.words[*at].is_all_capitals())
        .last()?;
    let next = phrase.words.get(last + 1)?;
    let stop = end(&phrase.words[last]);
    let apart = text[stop..].starts_with(' ') && text[stop + 1..].starts_with(next.text);
    let given = phrase.words[..nth].iter().all(|word| {
        word.case == Case::Upper && !words::is_title(&word.folded) || words::is_rank(&word.folded)
    });
    let names = given
        && phrase.words[..nth]
            .iter()
            .all(|word| !names::recognize::words::is_organization_word(&word.folded));
    (apart && names && next.case == Case::Upper && phrase.words.len() > last + 2).then_some(stop)
}

/// Where a person's name ends and an office or trade begins, with nothing between them but a space.
pub(super) fn person_then_office(text: &str) -> Option<(usize, usize)> {
    if let Some(at) = behind_surname(text) {
        return Some((at, at + 1));
    }
    // "Ana MORA" is all of it.
    if text
        .rsplit(' ')
        .next()
        .is_some_and(|last| last.len() > 2 && last.chars().all(char::is_uppercase))
        && Phrase::new(text).words.len() <= 4
    {
        return None;
    }
    // Without a word for an office or trade, or one in small letters, no stretch of it can be one.
    let whole = Phrase::new(text);
    if !whole.words.iter().skip(1).any(|word| {
        word.case == Case::Lower && !words::is_connector(&word.folded)
            || words::qualifies_title(&word.folded)
            || title::is_trade(word)
    }) {
        return None;
    }
    let spaces: Vec<usize> = text.match_indices(' ').map(|(at, _)| at).take(7).collect();
    spaces
        .iter()
        .skip(1)
        .filter_map(|at| {
            let (person, office) = (Phrase::new(&text[..*at]), Phrase::new(&text[at + 1..]));
            // "Délégué général de Terre Commune": the office by itself tells it.
            // So does "President Harbor Council".
            let parted = title::parted(office.text).map(|(stop, _)| Phrase::new(&office.text[..stop]));
            // "Ana Mora Society"
            if parted.is_none() && office.organization_words() > 0 && office.title() < 1.0 {
                return None;
            }
            let person = learned::probabilities(&person)[Field::Person as usize];
            let told = |phrase: &Phrase<'_>| learned::probabilities(phrase)[Field::Title as usize];
            let office = told(&office).max(parted.as_ref().map_or(0.0, told));
            (person > 0.4 && office > 0.35).then_some((person * office, *at))
        })
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, at)| (at, at + 1))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;

    #[test]
    fn an_office_before_its_holder_is_told_from_the_organization_and_the_name() {
        for (text, title, organization, person) in [
            ("o jurista Celso Prado", "jurista", "", "Celso Prado"),
            (
                "il segretario generale della Cgil Susanna Moretti",
                "segretario generale",
                "Cgil",
                "Susanna Moretti",
            ),
            (
                "il presidente nazionale dell\u{2019}Arci Francesca Bianchi",
                "presidente nazionale",
                "Arci",
                "Francesca Bianchi",
            ),
            ("la periodista Rosa Vidal", "periodista", "", "Rosa Vidal"),
        ] {
            let record = office_first(text).unwrap_or_else(|| panic!("{text}"));
            let field = |range: &Option<Range<usize>>| range.clone().map_or("", |range| &text[range]);
            assert_eq!(
                (
                    field(&record.title),
                    field(&record.organization),
                    field(&record.person)
                ),
                (title, organization, person)
            );
        }
        for text in [
            "the Amber Trust",
            "la Red Azul",
            "various groups of the Coast",
            "whistleblowers Thomas Drake",
        ] {
            assert_eq!(office_first(text), None, "{text}");
        }
    }
}
