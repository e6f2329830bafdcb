//! Several people who hold one office, said behind them: "Ana Mora, Bo Lind, and Cy Dorn, co-chairs of the Harbor Council", "Ana Mora e
//! Bo Lind (consiglieri comunali)".

use std::ops::Range;

use names::recognize::words::fold;

use super::super::learned::{self, Field};
use super::super::phrase::{Case, Phrase};
use super::super::{trim, words};
use super::record::Record;
use super::title;

const ANDS: [&str; 8] = [" and ", " & ", " y ", " e ", " i ", " et ", " und ", " o "];

/// The people of an entry who hold one office together; nothing where it is otherwise.
pub(in crate::list) fn shared_office(text: &str) -> Option<Vec<Record>> {
    // An office stands behind a comma or in parentheses.
    let behind = text.ends_with([')', ';', '.', ',']) && text.contains(" (") || text.contains(", ");
    if text.len() > 600 || !behind || !ANDS.iter().any(|and| text.contains(and)) {
        return None;
    }
    let (people, office) = people_and_office(text)?;
    let people = split(text, people);
    if people.len() < 2 || !people.iter().all(|person| is_person(&text[person.clone()])) {
        return None;
    }
    let inner = &text[office.clone()];
    let (title, organization) = match title::parted(inner).or_else(|| title::of_body(inner)) {
        Some((stop, start)) => (
            office.start..office.start + stop,
            Some(office.start + start..office.end),
        ),
        None => (office, None),
    };
    let last = people.len() - 1;
    let records = people.into_iter().enumerate().map(|(nth, person)| Record {
        person: Some(person),
        title: Some(title.clone()),
        organization: organization.clone(),
        grouped: nth < last,
        ..Record::default()
    });
    Some(records.collect())
}

/// The people, and the office of several that stands behind them, in parentheses or behind the last comma.
fn people_and_office(text: &str) -> Option<(Range<usize>, Range<usize>)> {
    let bare = text.trim_end_matches([',', ';', '.']);
    if let Some(open) = bare.rfind(" (").filter(|_| bare.ends_with(')')) {
        let office = open + 2..bare.len() - 1;
        return says_of_several(&text[office.clone()]).then_some((0..open, office));
    }
    bare.match_indices(", ")
        .map(|(at, _)| (0..at, at + 2..bare.len()))
        .find(|(_, office)| says_of_several(&text[office.clone()]))
}

/// Whether an office in small letters is said of several: "co-chairs of the Harbor Council", "presidenta y tesorera de la Casa Luz".
fn says_of_several(office: &str) -> bool {
    if !office.starts_with(char::is_lowercase) {
        return false;
    }
    let phrase = Phrase::new(office);
    let small: Vec<&str> = phrase
        .words
        .iter()
        .take_while(|word| word.case == Case::Lower && !words::is_connector(&word.folded))
        .map(|word| word.folded.as_str())
        .collect();
    let Some(first) = small.first() else { return false };
    let of_one = |word: &str| words::is_title(word) || words::is_job(word);
    let of_many = |word: &str| {
        let bare = ["co-", "vice-", "ex-"]
            .iter()
            .find_map(|before| word.strip_prefix(before))
            .unwrap_or(word);
        let one = [
            bare.strip_suffix("es"),
            bare.strip_suffix('s'),
            bare.strip_suffix("\u{b7}s"),
        ];
        let italian = [("i", "e"), ("i", "o"), ("e", "a"), ("i", "a")]
            .iter()
            .filter_map(|(many, one)| Some(format!("{}{one}", bare.strip_suffix(many)?)))
            .any(|one| of_one(&one));
        italian
            || one
                .into_iter()
                .flatten()
                .any(|one| of_one(one) || one == "porte-parole" || title::is_trade_word(one))
    };
    // "presidentessa e consigliera nazionale"
    let joined = phrase
        .words
        .iter()
        .position(|word| words::is_and(&word.folded))
        .is_some_and(|and| {
            (1..4).contains(&and) && phrase.words.get(and + 1).is_some_and(|next| of_one(&next.folded))
        });
    of_many(first)
        || small
            .get(1)
            .is_some_and(|second| first.ends_with('s') && of_many(second))
        || joined && title::names_trade(office)
}

/// The names between commas and "and", without what stands in parentheses behind them.
fn split(text: &str, people: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = people.start;
    for part in text[people].split_inclusive([',', ';']) {
        let mut from = start;
        start += part.len();
        let mut rest = part;
        while let Some((at, width)) = ANDS
            .iter()
            .filter_map(|and| Some((rest.find(and)?, and.len())))
            .min()
        {
            found.push(from..from + at);
            from += at + width;
            rest = &rest[at + width..];
        }
        found.push(from..start);
    }
    found
        .into_iter()
        .map(|part| {
            // The "and" behind a comma.
            let range = trim::name(text, part);
            let first = text[range.clone()].split(' ').next().unwrap_or_default();
            let begin = if words::is_and(&fold(first)) {
                first.len()
            } else {
                0
            };
            let range = trim::space(text, range.start + begin..range.end);
            let close = text[range.clone()]
                .rfind(" (")
                .filter(|_| text[range.clone()].ends_with(')'));
            range.start..close.map_or(range.end, |open| range.start + open)
        })
        .filter(|part| !part.is_empty())
        .collect()
}

fn is_person(text: &str) -> bool {
    let phrase = Phrase::new(text);
    (2..=5).contains(&phrase.words.len())
        && phrase
            .words
            .iter()
            .all(|word| word.case == Case::Upper || words::is_name_particle(&word.folded))
        && phrase.organization_words() == 0
        && (phrase.person() > 0.8 || learned::probabilities(&phrase)[Field::Person as usize] > 0.4)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<[&str; 3]> {
        let field = |range: &Option<Range<usize>>| range.clone().map_or("", |range| &text[range]);
        shared_office(text)
            .unwrap_or_default()
            .iter()
            .map(|record| {
                [
                    field(&record.person),
                    field(&record.title),
                    field(&record.organization),
                ]
            })
            .collect()
    }

    #[test]
    fn an_office_behind_several_is_said_of_each() {
        assert_eq!(
            read(
                "Ana Mora (CA-14), Bo Lindholm (MI-2), and Clara Dorn (OH-3), co-chairs of the Harbor Caucus"
            ),
            [
                ["Ana Mora", "co-chairs", "Harbor Caucus"],
                ["Bo Lindholm", "co-chairs", "Harbor Caucus"],
                ["Clara Dorn", "co-chairs", "Harbor Caucus"],
            ]
        );
        assert_eq!(
            read("Hélène Morel et Simon Dubois, co-porte-paroles de Solidarité Mer").len(),
            2
        );
        assert_eq!(
            read("Elena Ferri e Maria Bruni (consiglieri comunali)"),
            [
                ["Elena Ferri", "consiglieri comunali", ""],
                ["Maria Bruni", "consiglieri comunali", ""],
            ]
        );
    }

    #[test]
    fn an_office_of_one_is_not_shared() {
        for text in [
            "Ana Mora, director of Arts and Letters",
            "Harbor Council and Amber Trust, members of the Ash League",
            "Ana Mora and Bo Lindholm, Harbor Council",
        ] {
            assert!(read(text).is_empty(), "{text}");
        }
    }
}
