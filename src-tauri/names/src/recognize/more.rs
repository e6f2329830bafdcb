//! What more words in one of two names may say of the same body: its country, how far it reaches, what it is for.
//!
//! Each is a way in which people shorten names. All make a pair likely, which is asked, and never the same.

use super::align::{Alignment, How};
use super::name::{Name, Word};
use super::parts::is_body;
use super::vocabulary::Class;

impl Alignment<'_> {
    /// Whether one name says all that the other says and, behind it or inside it, more of the same body.
    pub(super) fn says_more(
        &self,
        longer: &Name,
        how: &[How],
        left: &[(usize, &Word)],
        shorter: &Name,
    ) -> bool {
        let sister = left.iter().any(|(_, word)| word.class == Class::Sister);
        self.of_the_whole_country(longer, left, shorter)
            || same_unit(longer, how) && !sister
            || beside_its_region(longer, how, left)
            || and_another(longer, how, left)
            || coined(longer, how, left, shorter)
            || foundation_of(longer, left)
            || national_itself(longer, left)
            || begins_national(longer, left, shorter)
            || self.cut_short(longer, how, left, shorter)
    }

    /// Whether the longer name only says of which country it is, in words, as the national body's own name does: "Guild of Lamps" and "Guild of
    /// Lamps of the United States", "Lamp Parents" and "Lamp Parents Federation of America". Whoever is of the whole world is not meant.
    fn of_the_whole_country(&self, longer: &Name, left: &[(usize, &Word)], shorter: &Name) -> bool {
        let [body @ .., (at, country)] = left else {
            return false;
        };
        let of = at.checked_sub(1).is_some_and(|before| {
            longer.words[before].class == Class::Little && at + 1 == longer.words.len()
        });
        // "United States Conference of Lamps".
        let before = *at == 0 && &*country.text == "US";
        let world = |word: &Word| matches!(&*word.text, "international" | "worldwide" | "world" | "global");
        let significant = shorter.words.iter().filter(|word| word.class != Class::Little);
        (of && matches!(&*country.text, "US" | "america" | "americas") || before)
            && body
                .iter()
                .all(|(_, word)| matches!(word.class, Class::Plain | Class::Kind))
            && (significant.count() > 1 || self.likeness > 0.5)
            && shorter.words.iter().any(Word::distinguishes)
            && !shorter.words.iter().any(world)
    }

    /// Whether the longer name only goes on where the shorter ends, with what it is for or at: "Lantern Center" and "Lantern Center for
    /// Light at Brixley University". A name that many bodies could begin with, such as "National Coalition" or "Teachers", is not cut short.
    fn cut_short(&self, longer: &Name, how: &[How], left: &[(usize, &Word)], shorter: &Name) -> bool {
        let kept = how
            .iter()
            .rposition(|how| *how != How::Left)
            .map_or(0, |last| last + 1);
        let goes_on = longer.words.get(kept).map(Word::written);
        let general = |word: &Word| {
            matches!(
                &*word.text,
                "national"
                    | "international"
                    | "american"
                    | "america"
                    | "new"
                    | "people"
                    | "public"
                    | "community"
            )
        };
        let telling = |class: Class| {
            let words = shorter.words.iter();
            words.filter(|word| word.class == class && !general(word)).count()
        };
        let significant: Vec<&Word> = shorter
            .words
            .iter()
            .filter(|word| word.class != Class::Little)
            .collect();
        left.first().is_some_and(|(at, _)| *at > kept)
            && matches!(
                goes_on,
                Some("for" | "on" | "at" | "against" | "por" | "pour" | "contra")
            )
            && match significant.as_slice() {
                [word] => is_coined(word) && !left.iter().any(|(_, word)| word.class == Class::Place),
                [.., last] => {
                    (is_body(last) || self.uses(How::Acronym) || goes_on == Some("at"))
                        && (telling(Class::Proper) > 0 || telling(Class::Describing) > 1)
                }
                [] => false,
            }
    }
}

/// Whether both names give the number of one local or chapter: "Lamp Workers Local 32" and "Lamp Workers, Brixley Local 32".
fn same_unit(longer: &Name, how: &[How]) -> bool {
    longer.words.windows(2).zip(how.windows(2)).any(|(words, how)| {
        words[0].class == Class::Chapter
            && words[1].class == Class::Number
            && how.iter().all(|how| *how != How::Left)
    })
}

/// Whether nothing is left but how far around a place it reaches: "Lamp League of Brixley", "Lamp League of Greater Brixley" and "Brixley Area Lamp
/// League". A county is another place than the town of its name, and so is an institution's place.
fn beside_its_region(longer: &Name, how: &[How], left: &[(usize, &Word)]) -> bool {
    let [(at, word)] = left else { return false };
    let beside = match &*word.text {
        "area" => at.checked_sub(1),
        "great" | "greater" | "metropolitan" | "metro" => Some(at + 1),
        _ => None,
    };
    beside.is_some_and(|beside| {
        longer.words.get(beside).is_some_and(|place| {
            how[beside] != How::Left && matches!(place.class, Class::Place | Class::Proper)
        })
    }) && !longer.words.iter().any(|word| word.class == Class::Institution)
}

/// Whether nothing is left but one of two things that "and" joins, inside a long name: "Lamp Legal Defense Fund" and "Lamp Legal Defense and
/// Educational Fund".
fn and_another(longer: &Name, how: &[How], left: &[(usize, &Word)]) -> bool {
    let [(at, word)] = left else { return false };
    let paired = longer.words.iter().zip(how);
    let paired = paired.filter(|(word, how)| **how != How::Left && word.class != Class::Little);
    let and = at.checked_sub(1).map(|before| longer.words[before].written());
    matches!(and, Some("and" | "y" | "e" | "et" | "und"))
        && at + 1 < longer.words.len()
        && matches!(word.class, Class::Describing | Class::Plain | Class::Proper)
        && paired.count() > 3
}

/// Whether the shorter name is one word that no other name has, and the longer says behind it what that is: "Lanternwise" and "Lanternwise for
/// Safe Streets". A place, a number or a name of its own behind it may be another body.
fn coined(longer: &Name, how: &[How], left: &[(usize, &Word)], shorter: &Name) -> bool {
    let mut significant = shorter.words.iter().filter(|word| word.class != Class::Little);
    let (Some(word), None) = (significant.next(), significant.next()) else {
        return false;
    };
    is_coined(word)
        && how.first().is_some_and(|how| *how != How::Left)
        && left.len() > 1
        && left.iter().all(|(_, word)| {
            matches!(
                word.class,
                Class::Describing | Class::Plain | Class::Kind | Class::Institution
            )
        })
        && longer.english >= 0
}

/// Whether a word is long enough to have been made up for one body.
fn is_coined(word: &Word) -> bool {
    word.class == Class::Proper && word.length() > 5
}

/// Whether nothing is left but the word with which foundations begin where no other body is beside them, as in Spanish: "Fundación Farola".
fn foundation_of(longer: &Name, left: &[(usize, &Word)]) -> bool {
    let [(0, word)] = left else { return false };
    longer.words.len() > 1
        && matches!(
            word.written(),
            "fundacion" | "fundacio" | "fundacao" | "fondazione" | "fondation" | "stiftung"
        )
}

/// Whether the longer name only says that the body of the whole country is meant: "Lamp Project National Office".
fn national_itself(longer: &Name, left: &[(usize, &Word)]) -> bool {
    let last = longer.words.len() - 1;
    match left {
        [(at, word)] => *at == last && word.written() == "national",
        [(at, word), (_, office)] => {
            at + 1 == last
                && &*word.text == "national"
                && matches!(office.written(), "office" | "headquarters")
        }
        _ => false,
    }
}

/// Whether the longer name only begins with the word that the body of the whole country is often named without: "National Lamp League" and
/// "Lamp League". A name with a place in it is that of a chapter.
fn begins_national(longer: &Name, left: &[(usize, &Word)], shorter: &Name) -> bool {
    let [(0, word)] = left else { return false };
    &*word.text == "national"
        && longer.words.len() > 2
        && shorter.words.iter().any(Word::distinguishes)
        && !shorter
            .words
            .iter()
            .any(|word| matches!(word.class, Class::Place | Class::Number | Class::Chapter))
}

/// Whether nothing is left but a digit that is read as the little word of the other name: "Lamps 4 All" and "Lamps for All".
pub(super) fn digit_for_word(longer: &Name, left: &[(usize, &Word)], shorter: &Name) -> bool {
    let [(at, digit)] = left else { return false };
    let word = match digit.written() {
        "4" => "for",
        "2" => "to",
        _ => return false,
    };
    let little = |name: &Name| name.words.iter().filter(|other| other.written() == word).count();
    (1..longer.words.len().saturating_sub(1)).contains(at) && little(shorter) == little(longer) + 1
}
