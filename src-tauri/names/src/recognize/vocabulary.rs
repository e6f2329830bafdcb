//! What the ordinary words in names mean for telling organizations apart, and what they are in other languages.
//!
//! Each line is one concept: its class, the word that stands for it, and the words that say the same in Spanish, French,
//! German, Italian, Portuguese, Catalan, Dutch and other languages, and their abbreviations. It owns general institutional
//! vocabulary only, no proper names: a word that is not here is one, and distinguishes.

mod concepts;

use std::collections::HashMap;
use std::sync::LazyLock;

use concepts::VOCABULARY;

/// The role of a word in a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// A function word: of, for, de la.
    Little,
    /// A kind of institution that stands in one place: university, hospital, museum. A place after it says where it is.
    Institution,
    /// A kind of organization that says nothing more than "organization": group, association, company.
    Plain,
    /// A kind of organization that distinguishes: coalition, network, council.
    Kind,
    /// A part within an institution: department, faculty, laboratory.
    Unit,
    /// A word that makes a sister organization of a name: Action, Fund, Foundation, Press, Alumni.
    Sister,
    /// One of several of the same name: chapter, branch, local.
    Chapter,
    /// Any other ordinary word: national, technology, medical.
    Describing,
    /// A state, province, country or city.
    Place,
    /// A number, in digits, Roman or spelled.
    Number,
    /// Anything else: a proper name, a word of no list.
    Proper,
}

/// The concept that a folded word names, and its class.
pub(super) fn concept(word: &str) -> Option<(&'static str, Class)> {
    if let Some(found) = CONCEPTS.get(word) {
        return Some(*found);
    }
    // German without umlauts: Universitaet, fuer.
    if word.len() > 5 && (word.contains("ae") || word.contains("oe") || word.contains("ue")) {
        let plain = word.replace("ae", "a").replace("oe", "o").replace("ue", "u");
        return CONCEPTS.get(plain.as_str()).copied();
    }
    None
}

/// Whether a folded word is a function word.
pub(super) fn is_little(word: &str) -> bool {
    CONCEPTS
        .get(word)
        .is_some_and(|(_, class)| *class == Class::Little)
}

static CONCEPTS: LazyLock<HashMap<&'static str, (&'static str, Class)>> = LazyLock::new(|| {
    let mut concepts = HashMap::new();
    for (class, lines) in VOCABULARY {
        for line in lines.lines() {
            let mut words = line.split_whitespace();
            let Some(first) = words.next() else { continue };
            concepts.insert(first, (first, *class));
            for word in words {
                concepts.entry(word).or_insert((first, *class));
            }
        }
    }
    concepts
});

/// The body of many countries that two words name together, in whichever language, and the word that stands for it.
pub(super) fn joined_body(first: &str, second: &str) -> Option<&'static str> {
    const BODIES: &[(&str, &[&str])] = &[
        (
            "un",
            &[
                "united nations",
                "naciones unidas",
                "nations unies",
                "vereinte nationen",
                "vereinten nationen",
                "nacoes unidas",
                "nazioni unite",
                "nacions unides",
                "verenigde naties",
            ],
        ),
        (
            "eu",
            &[
                "european union",
                "union europea",
                "union europeenne",
                "europaische union",
                "europaischen union",
                "uniao europeia",
                "unione europea",
                "europese unie",
            ],
        ),
        (
            "redcross",
            &[
                "red cross",
                "cruz roja",
                "croix rouge",
                "rotes kreuz",
                "roten kreuz",
                "rote kreuz",
                "cruz vermelha",
                "croce rossa",
                "creu roja",
                "rode kruis",
                "rode kors",
                "roda korset",
            ],
        ),
        (
            "redcrescent",
            &[
                "red crescent",
                "media luna",
                "croissant rouge",
                "roter halbmond",
                "mezzaluna rossa",
            ],
        ),
    ];
    let both = |phrase: &str| phrase.split_once(' ') == Some((first, second));
    BODIES
        .iter()
        .find(|(_, phrases)| phrases.iter().any(|phrase| both(phrase)))
        .map(|(body, _)| *body)
}

/// The value of a word that is a number: digits (212, 1st), Roman from II to XX, or spelled out in English.
pub(super) fn number(word: &str) -> Option<u64> {
    let digits = word.len() - word.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if digits > 0 {
        let ordinal = matches!(
            &word[digits..],
            "" | "st" | "nd" | "rd" | "th" | "o" | "a" | "er" | "e"
        );
        return if ordinal {
            word[..digits].parse().ok()
        } else {
            None
        };
    }
    NUMBERS.get(word).copied()
}

static NUMBERS: LazyLock<HashMap<&'static str, u64>> = LazyLock::new(|| {
    let lists = [
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty",
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth",
        "_ ii iii iv _ vi vii viii ix _ xi xii xiii xiv xv xvi xvii xviii xix xx",
        "primera segunda tercera cuarta quinta sexta septima octava novena decima",
        "primero segundo tercero cuarto quinto sexto septimo octavo noveno decimo",
    ];
    let mut numbers = HashMap::new();
    for list in lists {
        for (value, word) in (1..).zip(list.split(' ')) {
            if word != "_" {
                numbers.insert(word, value);
            }
        }
    }
    for (value, word) in (2..).zip("twenty thirty forty fifty sixty seventy eighty ninety".split(' ')) {
        numbers.insert(word, value * 10);
    }
    numbers
});
