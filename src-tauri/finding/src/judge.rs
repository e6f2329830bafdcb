//! How likely a thing is meant by what was typed, and what shows that it was found.

use super::HitKind;
use super::thing::{Thing, What};
use super::typed::{Start, Typed};
use names::fold::{fold, fold_word, name_start, surname_start, words};

/// How likely a thing is meant, the likeliest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// Its initials were typed.
    Acronym,
    /// Its name, an alias, an email or a phone was typed whole.
    Whole,
    /// Its name, or a person's surname, begins so.
    Beginning,
    /// An alias, an email or a phone begins so.
    OtherBeginning,
    /// Each typed word begins a word of its name.
    Words,
    /// Each begins a word of any text of it.
    WordsElsewhere,
    /// Some are in the middle of words of its name.
    Middles,
    /// Some are in the middle of words of any text of it.
    MiddlesElsewhere,
    /// It is found only when slips are forgiven.
    Slips,
}

/// How the typed words are looked for in the words of a text.
#[derive(Clone, Copy)]
pub enum Reading<'a> {
    /// A word begins so.
    Beginnings,
    /// A word has it in it.
    Middles,
    /// A word begins as one of those that may have been meant, for each typed word.
    Slips(&'a [Vec<String>]),
}

impl Reading<'_> {
    fn finds(self, typed: &str, number: usize, word: &str) -> bool {
        match self {
            Self::Beginnings => word.starts_with(typed),
            Self::Middles => word.contains(typed),
            Self::Slips(meant) => {
                word.starts_with(typed)
                    || meant
                        .get(number)
                        .is_some_and(|meant| meant.iter().any(|meant| word.starts_with(meant.as_str())))
            }
        }
    }
}

/// How likely a thing is meant, and by which of its texts it was found when neither its title nor its detail shows it.
/// None when the reading finds no more than a part of what was typed in it.
pub fn judge(thing: &Thing, typed: &Typed, reading: Reading) -> Option<(Tier, Option<String>)> {
    let title = fold_word(&thing.title);
    let title_words: Vec<&str> = words(&title).collect();
    if let Some((tier, other)) = by_beginning(thing, typed, &title_words) {
        return Some((tier, other.map(str::to_owned)));
    }
    if all_in(typed, &title_words, Reading::Beginnings) {
        return Some((Tier::Words, None));
    }
    let others: Vec<(What, &str, String)> = thing
        .others
        .iter()
        .map(|other| (other.what, other.text.as_str(), searched(other.what, &other.text)))
        .collect();
    let detail = fold_word(&thing.detail);
    let texts: Vec<&str> = others.iter().map(|(_, _, folded)| folded.as_str()).collect();
    let mut all: Vec<&str> = title_words.clone();
    all.extend(words(&detail));
    // What is shown is the title and the detail; what is not is looked for in the other texts.
    let shown = all.len();
    all.extend(texts.iter().flat_map(|text| words(text)));
    let tier = if all_in(typed, &all, Reading::Beginnings) {
        Tier::WordsElsewhere
    } else if all_in(typed, &title_words, reading) {
        match reading {
            Reading::Slips(_) => Tier::Slips,
            _ => Tier::Middles,
        }
    } else if all_in(typed, &all, reading) {
        match reading {
            Reading::Slips(_) => Tier::Slips,
            _ => Tier::MiddlesElsewhere,
        }
    } else {
        return None;
    };
    let shown = all.get(..shown).unwrap_or_default();
    let missing: Vec<(usize, &String)> = typed
        .words
        .iter()
        .enumerate()
        .filter(|(number, typed)| !shown.iter().any(|word| reading.finds(typed, *number, word)))
        .collect();
    let matched = others
        .iter()
        .filter(|(what, ..)| *what != What::Circumstance)
        .map(|(_, text, folded)| {
            let found = missing
                .iter()
                .filter(|(number, typed)| words(folded).any(|word| reading.finds(typed, *number, word)))
                .count();
            (found, *text)
        })
        // Of several that show as much the first.
        .rev()
        .max_by_key(|(found, _)| *found)
        .filter(|(found, _)| *found > 0)
        .map(|(_, text)| text.to_owned());
    Some((tier, matched))
}

/// Whether a thing is called what was typed, or begins so; and the text that does when the title does not show it.
fn by_beginning<'a>(thing: &'a Thing, typed: &Typed, title: &[&str]) -> Option<(Tier, Option<&'a str>)> {
    let mut best: Option<(Tier, Option<&str>)> = None;
    let mut offer = |tier: Tier, other: Option<&'a str>| {
        if best.is_none_or(|(known, _)| tier < known) {
            best = Some((tier, other));
        }
    };
    let name = title.join(" ");
    let start = name_start(&thing.title);
    for Start { text, sure } in &typed.starts {
        if name == *text || start == *text {
            offer(Tier::Whole, None);
        } else if *sure
            && (name.starts_with(text)
                || start.starts_with(text)
                || thing.kind == HitKind::Person && surname_start(&thing.title).starts_with(text))
        {
            offer(Tier::Beginning, None);
        }
    }
    let spaced = format!(" {name}");
    let is_shown = |typed: &str| spaced.contains(&format!(" {typed}"));
    for other in &thing.others {
        let text = Some(other.text.as_str());
        match other.what {
            What::Tag | What::Circumstance => continue,
            What::Phone => {
                let digits = digits(&other.text);
                for typed in &typed.phones {
                    if digits == *typed {
                        offer(Tier::Whole, text);
                    } else if digits.starts_with(typed) {
                        offer(Tier::OtherBeginning, text);
                    }
                }
            }
            What::Acronym | What::Alias | What::Email => {}
        }
        let (name, start) = (fold(&other.text), name_start(&other.text));
        for Start { text: typed, sure } in &typed.starts {
            let text = text.filter(|_| !is_shown(typed));
            if name == *typed || start == *typed {
                let acronym = other.what == What::Acronym;
                offer(if acronym { Tier::Acronym } else { Tier::Whole }, text);
            } else if *sure && (name.starts_with(typed) || start.starts_with(typed)) {
                offer(Tier::OtherBeginning, text);
            }
        }
    }
    best
}

/// Whether each typed word is found in one of these words.
fn all_in(typed: &Typed, words: &[&str], reading: Reading) -> bool {
    typed
        .words
        .iter()
        .enumerate()
        .all(|(number, typed)| words.iter().any(|word| reading.finds(typed, number, word)))
}

/// The text as it is searched: folded, a phone with its digits in one.
fn searched(what: What, text: &str) -> String {
    match what {
        What::Phone => format!("{} {}", fold_word(text), digits(text)),
        _ => fold_word(text),
    }
}

/// The digits of a text in one.
pub fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}
