//! Names with nothing between them: "Birch Coalition Oak League", or a whole list of a PDF in one line.
//!
//! Two known names are parted for sure. Two stretches that each look like a whole name are parted and marked.

use std::ops::Range;

use names::recognize::words::is_organization_word;

use super::edit::split_entry;
use super::entry::{Doubt, Entry};
use super::phrase::{Case, Phrase, Word};
use super::{Known, words};

/// How sure a reading is whose only ground is how names are made.
const GUESSED: f32 = 0.6;
/// A longer stretch is one name or none.
const MOST_WORDS: usize = 12;

/// Parts the entries that hold two names.
pub(super) fn part(text: &str, entries: &mut Vec<Entry>, known: &dyn Known) {
    let mut at = 0;
    while at < entries.len() {
        let entry = &entries[at];
        let found = (entry.signer.is_none()
            && entry.title.is_none()
            && entry.place.is_none()
            && entry.end <= text.len())
        .then(|| between(&entry.name, known))
        .flatten();
        let Some((offset, sure)) = found else {
            at += 1;
            continue;
        };
        // Where that stands in the text: the name may have been put together from several lines.
        let (first, second) = (
            entry.name[..offset].trim_end().to_owned(),
            entry.name[offset..].to_owned(),
        );
        let head = second.split(' ').next().unwrap_or_default();
        let span = &text[entry.start..entry.end];
        let Some(cut) = span
            .match_indices(head)
            .map(|(at, _)| at)
            .filter(|at| *at >= first.len())
            .find_map(|at| split_entry(text, entry, entry.start + at))
            .filter(|(left, right)| left.name == first && right.name == second)
        else {
            at += 1;
            continue;
        };
        let (mut left, mut right) = cut;
        if !sure {
            for half in [&mut left, &mut right] {
                half.probability = entry.probability.min(GUESSED);
            }
            left.doubt.get_or_insert(Doubt::PerhapsTwo {
                first: first.clone(),
                second,
            });
            right.doubt.get_or_insert(Doubt::PerhapsPart { before: first });
        } else {
            left.probability = entry.probability;
            right.probability = entry.probability;
        }
        entries.splice(at..=at, [left, right]);
        // What was known may stand before a third; a guess is made once.
        at += usize::from(!sure) * 2;
    }
}

/// Where in a name the second of two begins, and whether both are known.
fn between(name: &str, known: &dyn Known) -> Option<(usize, bool)> {
    let phrase = Phrase::new(name);
    let count = phrase.words.len();
    if !(3..=MOST_WORDS).contains(&count)
        || name.contains(['(', '"', '\u{201c}', '\u{ab}', '/'])
        || known.is_known(name)
    {
        return None;
    }
    let at = |word: &Word<'_>| word.text.as_ptr() as usize - name.as_ptr() as usize;
    let both = (1..count)
        .map(|nth| at(&phrase.words[nth]))
        .find(|offset| known.is_known(name[..*offset].trim_end()) && known.is_known(&name[*offset..]));
    if let Some(offset) = both {
        return Some((offset, true));
    }
    if name.contains([',', ';', ':', '\u{2013}', '\u{2014}']) {
        return None;
    }
    // "Alabama Environmental Council Alabama First": the second begins as the first does.
    let again = (2..count.saturating_sub(1)).find(|nth| {
        let (first, here, before) = (&phrase.words[0], &phrase.words[*nth], &phrase.words[*nth - 1]);
        first.folded.len() > 3
            && first.folded == here.folded
            && here.is_plain()
            && before.is_plain()
            && is_organization_word(&before.folded)
            && !is_organization_word(&first.folded)
    });
    if let Some(nth) = again {
        return Some((at(&phrase.words[nth]), false));
    }
    // "Caddo Lake Institute Friends of the Neches River"
    let opened = (2..count.saturating_sub(2)).find(|nth| {
        let (before, word, of) = (
            &phrase.words[nth - 1],
            &phrase.words[*nth],
            &phrase.words[nth + 1],
        );
        word.is_plain()
            && BEFORE_OF.split('|').any(|opener| opener == word.folded)
            && of.case == Case::Lower
            && matches!(of.folded.as_str(), "of" | "for" | "against")
            && before.is_plain()
            && ENDERS.split('|').any(|closer| closer == before.folded)
            && phrase.words[..*nth].iter().all(|word| word.case == Case::Upper)
    });
    if let Some(nth) = opened {
        return Some((at(&phrase.words[nth]), false));
    }
    (2..count.saturating_sub(1))
        .find(|nth| is_whole(&phrase.words[..*nth], 0..*nth) && is_whole_second(&phrase.words[*nth..]))
        .map(|nth| (at(&phrase.words[nth]), false))
}

/// Whether words are a whole name that a word for a body of many ends: "Birch Coalition".
fn is_whole(all: &[Word<'_>], range: Range<usize>) -> bool {
    let Some(([first, ..], last)) = all
        .get(range)
        .and_then(|all| all.split_last().map(|(last, rest)| (rest, last)))
    else {
        return false;
    };
    first.case == Case::Upper && last.is_plain() && CLOSERS.split('|').any(|closer| closer == last.folded)
}

/// Whether words are a whole name that can hardly go on from one before it: plain words that name no cause, and then one for a
/// body of many.
fn is_whole_second(all: &[Word<'_>]) -> bool {
    let [own @ .., last] = all else { return false };
    (1..=3).contains(&own.len())
        && last.is_plain()
        && CLOSERS.split('|').any(|closer| closer == last.folded)
        && own.iter().all(|word| {
            let folded = word.folded.as_str();
            word.is_plain()
                && !is_organization_word(folded)
                && !words::is_theme(folded)
                && !words::is_duty(folded)
                && !words::is_scope(folded)
                && !words::is_kind(folded)
                && !words::qualifies_title(folded)
                && !words::is_title(folded)
                && !words::is_job(folded)
                && !["s", "ion", "ment", "ing", "al", "ian", "ity", "ive"]
                    .iter()
                    .any(|ending| folded.ends_with(ending))
        })
}

/// Words for bodies of many, which seldom stand in the midst of a name.
const CLOSERS: &str = "coalition|alliance|league|union|association|society|council|network|federation|foundation|committee|collective|guild|caucus|partnership|initiative|congress";

/// Words with which names begin that say behind "of" or "for" who they are.
const BEFORE_OF: &str = "friends|citizens|center|coalition|alliance|association|league|parents|mothers|physicians|neighbors|campaign|voices|workers|women|students";

/// Words that end a name and hardly stand before another one for a body.
const ENDERS: &str = "institute|foundation|society|league|alliance|network|collective|guild|initiative|partnership|trust|club|conservancy|riverkeeper|waterkeeper|congress|caucus|works|action|clinic";

/// Where the names of a line begin that holds many without anything between them, as ranges of its text; nothing where it does
/// not. Known are words with which the names of bodies begin, and initials behind a dash, with which they end.
pub(super) fn run_on(text: &str) -> Option<Vec<Range<usize>>> {
    let phrase = Phrase::new(text);
    if phrase.words.len() < 12
        || text.matches([',', ';']).count() * 6 > phrase.words.len()
        || phrase.lower_share() > 0.3
    {
        return None;
    }
    // In English a name ends in the word for what it is, so that none tells where one begins.
    let romance = phrase
        .words
        .iter()
        .filter(|word| SMALL.split('|').any(|small| small == word.text))
        .count();
    if romance < 2 {
        return None;
    }
    let at = |word: &Word<'_>| word.text.as_ptr() as usize - text.as_ptr() as usize;
    let mut starts = vec![at(&phrase.words[0])];
    let mut since = 0;
    let mut signs = 0;
    for nth in 1..phrase.words.len() {
        let (before, word) = (&phrase.words[nth - 1], &phrase.words[nth]);
        since += 1;
        if word.case != Case::Upper {
            continue;
        }
        let stop = at(before) + before.text.len();
        let parted = text[stop..at(word)].trim();
        if !parted.is_empty() {
            continue;
        }
        let dashed = nth >= 2 && {
            let earlier = &phrase.words[nth - 2];
            let gap = text[at(earlier) + earlier.text.len()..at(before)].trim();
            matches!(gap, "-" | "\u{2013}" | "\u{2014}")
        };
        let initials = dashed && before.text.chars().take(3).filter(|c| c.is_uppercase()).count() >= 2;
        let opens = since >= 2
            && before.case != Case::Lower
            && OPENERS.split('|').any(|opener| opener == word.folded)
            && !words::is_connector(&before.folded);
        if initials || opens {
            starts.push(at(word));
            since = 0;
            signs += 1;
        }
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    (signs >= 3).then(|| {
        starts
            .iter()
            .copied()
            .zip(ends)
            .map(|(start, end)| start..end)
            .collect()
    })
}

/// Small words of the languages in which names begin with the word for what they are.
const SMALL: &str = "de|da|do|das|dos|del|des|du|di|della|dei|delle|la|las|los|les";

/// Words with which names of bodies begin where the language puts them first, folded.
const OPENERS: &str = concat!(
    "asociacion|associacao|association|associazione|associacio|federacion|federacao|federation|federazione|federacio|",
    "confederacion|confederacao|confederation|confederazione|fundacion|fundacao|fondation|fondazione|fundacio|",
    "instituto|institut|istituto|red|rede|reseau|rete|xarxa|colectivo|coletivo|collectif|collettivo|movimiento|movimento|",
    "mouvement|sindicato|syndicat|sindacato|comite|comitato|union|uniao|unione|consejo|conselho|conseil|consiglio|centro|",
    "centre|foro|forum|grupo|groupe|gruppo|coordinadora|coordenacao|coordination|frente|front|liga|ligue|lega|",
    "plataforma|plateforme|piattaforma|articulacion|articulacao|sociedad|sociedade|societe|observatorio|caritas"
);

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::super::{Known, read_list};
    use super::*;

    struct Knows(&'static [&'static str]);

    impl Known for Knows {
        fn is_known(&self, name: &str) -> bool {
            self.0.contains(&name)
        }
    }

    #[test]
    fn two_names_without_a_sign_between_them_are_parted_and_marked() {
        let text =
            "Maple Union, Birch Coalition Oak League, Elm Street Tenants Association, Pine Valley Parents";
        let entries = read_list(text, &()).entries;
        let read: Vec<(&str, bool)> = entries
            .iter()
            .map(|entry| (entry.name.as_str(), entry.is_doubtful()))
            .collect();
        assert_eq!(
            read,
            [
                ("Maple Union", false),
                ("Birch Coalition", true),
                ("Oak League", true),
                ("Elm Street Tenants Association", false),
                ("Pine Valley Parents", false)
            ]
        );
    }

    #[test]
    fn what_is_known_is_parted_without_a_mark() {
        let known = Knows(&["Kettle Works", "Willow Bend"]);
        let entries = read_list("Amber Fund\nKettle Works Willow Bend\nDune Choir\n", &known).entries;
        let read: Vec<(&str, bool)> = entries
            .iter()
            .map(|entry| (entry.name.as_str(), entry.is_doubtful()))
            .collect();
        assert_eq!(
            read,
            [
                ("Amber Fund", false),
                ("Kettle Works", false),
                ("Willow Bend", false),
                ("Dune Choir", false)
            ]
        );
    }

    #[test]
    fn one_name_stays_one() {
        for name in [
            "Tenants Union Housing Coalition",
            "Sierra Club Legal Defense Fund",
            "National Council of Churches Women's League",
            "Farm Workers Union Local Council",
            "Credit Union National Association",
            "Baptist Union Pastors Council",
            "League of Women Voters of the Coast",
            "Jewish Federation Housing Alliance",
        ] {
            assert_eq!(between(name, &()), None, "{name}");
        }
    }

    #[test]
    fn a_line_of_many_names_is_parted_where_names_begin() {
        let text = "Associa\u{e7}\u{e3}o Brasileira do Vale \u{2013} ABV C\u{e1}ritas da Serra Confedera\u{e7}\u{e3}o das Matas - \
            CDM Movimento dos Moradores Instituto Lagoa Azul F\u{f3}rum da Terra e do Mar";
        let names: Vec<&str> = run_on(text)
            .unwrap()
            .into_iter()
            .map(|range| text[range].trim())
            .collect();
        assert_eq!(
            names,
            [
                "Associa\u{e7}\u{e3}o Brasileira do Vale \u{2013} ABV",
                "C\u{e1}ritas da Serra",
                "Confedera\u{e7}\u{e3}o das Matas - CDM",
                "Movimento dos Moradores",
                "Instituto Lagoa Azul",
                "F\u{f3}rum da Terra e do Mar",
            ]
        );
        assert!(
            run_on(
                "Fundaci\u{f3}n Centro de Estudios de la Mujer y del Trabajo en el Valle de los R\u{ed}os"
            )
            .is_none()
        );
    }
}
