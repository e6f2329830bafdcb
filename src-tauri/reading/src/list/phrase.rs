//! What a stretch of words looks like: an organization, a person, a title, a place, or a sentence.
//!
//! Owns the scores that the cutting of lists and the ordering of columns weigh against each other. A score is a number of
//! about -4 to +6, 0 where the words say nothing either way. It deliberately decides nothing.

use names::recognize::words::{
    fold, is_chapter_word, is_country, is_legal_suffix, is_organization_word, state_code,
};

use super::learned;
use super::words;

/// How a word begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    /// With a capital letter, or a letter of a script without case.
    Upper,
    /// With a small letter.
    Lower,
    /// With a digit.
    Digit,
    /// With a sign.
    Sign,
}

/// One word, without the punctuation around it.
#[derive(Debug, Clone)]
pub(super) struct Word<'a> {
    /// The word as it stands.
    pub text: &'a str,
    /// The word as lists of words hold it.
    pub folded: String,
    /// How it begins.
    pub case: Case,
}

impl<'a> Word<'a> {
    fn new(raw: &'a str) -> Option<Self> {
        let outside = |c: char| !c.is_alphanumeric() && !matches!(c, '&' | '%' | '+' | '@' | '#' | '$');
        let text = raw.trim_matches(outside);
        // "d’Accueil" is written with a capital.
        let elided = ["l\u{2019}", "d\u{2019}", "l'", "d'"]
            .iter()
            .find_map(|article| text.strip_prefix(article));
        let first = elided
            .and_then(|rest| rest.chars().next())
            .or_else(|| text.chars().next())?;
        let case = if first.is_lowercase() {
            Case::Lower
        } else if first.is_alphabetic() {
            Case::Upper
        } else if first.is_numeric() {
            Case::Digit
        } else {
            Case::Sign
        };
        Some(Self {
            text,
            folded: fold(text),
            case,
        })
    }

    fn is_small(&self) -> bool {
        self.case == Case::Lower && words::is_connector(&self.folded) || self.case == Case::Sign
    }

    /// Whether the word says that its name is an organization's; of a compound, whether a part of it does.
    fn names_organization(&self) -> bool {
        is_organization_word(&self.folded)
            || self.folded.contains(['-', '/'])
                && self
                    .folded
                    .split(['-', '/'])
                    .any(|part| part.len() > 3 && is_organization_word(part))
            || GERMAN_ENDINGS
                .iter()
                .any(|ending| self.folded.len() > ending.len() + 2 && self.folded.ends_with(ending))
    }

    /// Whether it is written as any word of a name: a capital and small letters.
    pub fn is_plain(&self) -> bool {
        self.case == Case::Upper && self.text.chars().skip(1).all(char::is_lowercase)
    }

    pub fn is_all_capitals(&self) -> bool {
        self.text.chars().filter(|c| c.is_alphabetic()).count() > 1
            && !self.text.chars().any(char::is_lowercase)
    }
}

/// Compounds whose last part says what they are: Nachbarschaftsverein, Landesverband, Friedensinitiative.
const GERMAN_ENDINGS: &[&str] = &[
    "verein",
    "verband",
    "initiative",
    "stiftung",
    "gesellschaft",
    "zentrum",
    "netzwerk",
    "bundnis",
    "gruppe",
    "universitat",
    "hochschule",
    "institut",
    "werkstatt",
    "gewerkschaft",
    "kammer",
    "kirche",
    "haus",
    "bund",
    "kollektiv",
    "genossenschaft",
];

/// A stretch of words.
#[derive(Debug, Clone)]
pub(super) struct Phrase<'a> {
    /// The stretch as it stands, trimmed.
    pub text: &'a str,
    /// Its words.
    pub words: Vec<Word<'a>>,
}

impl<'a> Phrase<'a> {
    /// Looks at a stretch of text.
    pub fn new(text: &'a str) -> Self {
        #[cfg(test)]
        LOOKED_AT.with(|bytes| bytes.set(bytes.get() + text.len() + 1));
        let text = text.trim();
        Self {
            text,
            words: text.split_whitespace().filter_map(Word::new).collect(),
        }
    }

    /// The folded text, without the punctuation at its ends.
    pub fn folded(&self) -> String {
        let mut all = String::with_capacity(self.text.len());
        for word in &self.words {
            if !all.is_empty() {
                all.push(' ');
            }
            all.push_str(&word.folded);
        }
        all
    }

    /// The words that are neither connectors nor signs.
    pub fn content(&self) -> impl Iterator<Item = &Word<'a>> {
        self.words.iter().filter(|word| !word.is_small())
    }

    /// How many words say that this is an organization.
    pub fn organization_words(&self) -> usize {
        self.words.iter().filter(|word| word.names_organization()).count()
    }

    /// Whether this is nothing but the legal form of a body, perhaps with a gloss behind it.
    pub fn is_legal_form(&self) -> bool {
        let bare = self
            .text
            .split('(')
            .next()
            .unwrap_or_default()
            .trim()
            .trim_end_matches(',');
        !bare.is_empty() && bare.len() < 40 && is_legal_suffix(&fold(bare))
    }

    /// Whether the last word is a legal form: Inc., e. V., GmbH.
    pub fn ends_in_legal_form(&self) -> bool {
        let last = |count: usize| {
            let from = self.words.len().checked_sub(count)?;
            let words: Vec<&str> = self.words[from..].iter().map(|w| w.folded.as_str()).collect();
            Some(is_legal_suffix(&words.join(" ")))
        };
        self.words.len() > 1 && (last(1) == Some(true) || self.words.len() > 2 && last(2) == Some(true))
    }

    /// Whether this begins or ends with a word for a chapter, and is short: Wisconsin Chapter, Local 418, Sección Norte.
    pub fn is_chapter(&self) -> bool {
        if self.words.len() > 5 {
            return false;
        }
        let ends = [self.words.first(), self.words.last()];
        let by_word = self
            .words
            .iter()
            .all(|word| is_chapter_word(&word.folded) || !word.names_organization())
            && ends
                .into_iter()
                .flatten()
                .any(|word| is_chapter_word(&word.folded));
        let state_part = self
            .words
            .windows(2)
            .any(|pair| pair[1].folded == "state" && state_code(&pair[0].folded).is_some())
            && self.words.last().is_some_and(|w| {
                matches!(
                    w.folded.as_str(),
                    "council"
                        | "conference"
                        | "office"
                        | "committee"
                        | "division"
                        | "board"
                        | "convention"
                        | "association"
                )
            });
        by_word || state_part && self.words.len() <= 4
    }

    /// Whether all its words are plain nouns for causes or people: Youth, Arts and Justice.
    pub fn is_theme(&self) -> bool {
        let mut content = self.content().peekable();
        content.peek().is_some()
            && content
                .all(|word| words::is_theme(&word.folded) || word.folded.split('-').all(words::is_theme))
    }

    /// The share of words in lower case that are no connectors.
    pub fn lower_share(&self) -> f32 {
        let counted = self.words.iter().filter(|w| w.case != Case::Sign).count();
        let lower = self
            .words
            .iter()
            .filter(|w| w.case == Case::Lower && !words::is_connector(&w.folded))
            .count();
        ratio(lower, counted)
    }

    /// Whether this reads as a sentence and not as a name: words in lower case that names do not hold.
    pub fn is_sentence(&self) -> bool {
        let Some(first) = self.words.first() else {
            return false;
        };
        let telling = self
            .words
            .iter()
            .filter(|w| w.case == Case::Lower && words::makes_sentence(&w.folded))
            .count();
        let lower = self.words.iter().filter(|w| w.case == Case::Lower).count();
        let ended = self.text.ends_with(['.', '!', '?', ':', '\u{2026}']);
        let calls = words::begins_call(&first.folded);
        // "We met on Tuesday and talked."
        let speaks = words::is_pronoun(&first.folded)
            && self.words.get(1).is_some_and(|w| {
                w.case == Case::Lower
                    && (ended || words::is_finite_verb(&w.folded))
                    && !words::is_connector(&w.folded)
            });
        let states = ended
            && self.words.len() >= 5
            && self.lower_share() >= 0.3
            && self
                .words
                .iter()
                .skip(1)
                .any(|w| w.case == Case::Lower && words::is_finite_verb(&w.folded));
        if speaks || states {
            return true;
        }
        if self.words.len() < 3 {
            return calls && telling > 0 && ended;
        }
        let share = ratio(lower, self.words.len());
        let asks = self.text.contains("? ") && share >= 0.4;
        asks || (calls && telling > 0)
            || (calls && ended && share >= 0.5)
            || (telling >= 2 && share >= 0.4)
            || (telling >= 1 && ended && share >= 0.4)
            || (self.words.len() >= 6 && self.lower_share() >= 0.5 && (telling >= 1 || ended))
    }

    /// How much this looks like a place: a state, a country, a city, a city with its state.
    pub fn place(&self) -> f32 {
        if self.words.is_empty() || self.words.len() > 5 {
            return -3.0;
        }
        let folded = self.folded();
        if is_country(&folded) {
            return 3.0;
        }
        if let [.., state, zip] = self.words.as_slice()
            && (zip.text.len() == 5 || zip.text.len() == 10)
            && zip.text.bytes().all(|b| b.is_ascii_digit() || b == b'-')
            && state_code(&state.folded).is_some()
        {
            return 3.0;
        }
        if matches!(
            folded.trim_start_matches("the "),
            "americas"
                | "europe"
                | "africa"
                | "asia"
                | "latin america"
                | "middle east"
                | "europa"
                | "america latina"
        ) {
            return 2.5;
        }
        if state_code(&folded).is_some() {
            let code_in_capitals = folded.len() > 2 || self.text.chars().all(|c| c.is_ascii_uppercase());
            return if code_in_capitals { 3.0 } else { -1.0 };
        }
        if words::is_city(&folded) || words::is_long_city_name(&folded) || words::is_region(&folded) {
            return 2.5;
        }
        if let [city @ .., last] = self.words.as_slice()
            && !city.is_empty()
            && (last.is_all_capitals() && state_code(&last.folded).is_some()
                || last.text.len() > 3 && is_country(&last.folded))
            && self.organization_words() == 0
            && !city.iter().any(|word| words::is_title(&word.folded))
        {
            let city = city
                .iter()
                .map(|w| w.folded.as_str())
                .collect::<Vec<_>>()
                .join(" ");
            // "Amnesty International France"
            let body = || {
                last.text.len() > 3 && self.words.len() > 2 && {
                    let end = last.text.as_ptr() as usize - self.text.as_ptr() as usize;
                    let told = learned::probabilities(&Phrase::new(&self.text[..end]));
                    told[learned::Field::Organization as usize] > 0.6
                }
            };
            return if words::is_city(&city) || words::is_long_city_name(&city) {
                2.8
            } else if body() {
                -1.0
            } else {
                2.0
            };
        }
        let lower = self
            .words
            .iter()
            .any(|w| w.case == Case::Lower && !words::is_connector(&w.folded));
        if lower || self.organization_words() > 0 || self.words.len() > 3 {
            return -2.0;
        }
        if self.words.len() > 1
            && matches!(
                self.words[self.words.len() - 1].folded.as_str(),
                "county" | "city" | "region" | "province" | "parish"
            )
        {
            return 1.5;
        }
        let shaped = folded.len() > 5 && PLACE_ENDINGS.iter().any(|ending| folded.ends_with(ending));
        if shaped && self.words.len() <= 2 && self.words[0].case == Case::Upper {
            1.2
        } else {
            -0.3
        }
    }

    /// How much this looks like the name of a person.
    pub fn person(&self) -> f32 {
        // "Ana Mora (Luz)": what stands in parentheses is no part of the name.
        if let Some(open) = self
            .text
            .find(" (")
            .filter(|open| *open > 0 && self.text.ends_with(')'))
        {
            return Phrase::new(&self.text[..open]).person();
        }
        let mut words = self.words.as_slice();
        let mut score = 0.0;
        while let [first, rest @ ..] = words
            && words::is_honorific(&first.folded)
            && !rest.is_empty()
        {
            score = 2.5;
            words = rest;
        }
        let office = words::office_before(words.iter().map(|w| w.folded.as_str()));
        if office > 0
            && words.len() > office + 1
            && ((office > 1 || words::is_rank(&words[0].folded)) && words.len() <= office + 3
                || words::is_given_name(&words[office].folded))
        {
            score += 1.5;
            words = &words[office..];
        }
        while let [rest @ .., last] = words
            && words::is_credential(&last.folded)
            && !rest.is_empty()
        {
            score += 0.7;
            words = rest;
        }
        let [first, others @ ..] = words else { return -3.0 };
        if words.len() > 6
            || self.text.contains(['&', '/', '@', ':', '%'])
            || self.text.contains(|c: char| c.is_ascii_digit())
        {
            return -4.0;
        }
        let particle = |w: &Word<'_>| words::is_name_particle(&w.folded);
        if words.iter().any(|w| w.case != Case::Upper && !particle(w)) || first.case != Case::Upper {
            return -3.0;
        }
        let given = words::is_given_name(&first.folded)
            || first.folded.split('-').next().is_some_and(words::is_given_name);
        let initials = first.text.chars().count() <= 2 || first.text.contains('.');
        if others.is_empty() {
            return if score > 0.0 {
                score - 0.5
            } else if given {
                -0.5
            } else {
                -2.0
            };
        }
        if given {
            score += 2.0;
        } else if initials && others.len() <= 3 {
            score += 0.7;
        }
        if others
            .iter()
            .any(|w| w.text.chars().filter(|c| c.is_alphabetic()).count() == 1)
        {
            score += 0.8;
        }
        let full = 1 + others.iter().filter(|w| !particle(w)).count();
        score += match full {
            2 => 1.0,
            3 => 0.6,
            4 => 0.0,
            _ => -1.5,
        };
        if words
            .iter()
            .skip(1)
            .any(|w| w.is_all_capitals() && w.text.len() > 3)
            && !words[0].is_all_capitals()
            && !given
        {
            score -= 0.5;
        }
        let organization = words
            .iter()
            .filter(|w| w.names_organization() || is_legal_suffix(&w.folded) && w.text.len() > 2)
            .count();
        let themes = others.iter().filter(|w| words::is_theme(&w.folded)).count();
        let titles = words.iter().filter(|w| words::is_title(&w.folded)).count();
        score -= 3.5 * organization.min(2) as f32 + 2.0 * themes.min(2) as f32 + 2.5 * titles.min(2) as f32;
        if words
            .iter()
            .any(|w| matches!(w.folded.as_str(), "for" | "the" | "against" | "and"))
        {
            score -= 3.0;
        }
        if self.place() >= 2.0 {
            score -= 2.0;
        }
        score
    }

    /// How much this looks like a person's title.
    pub fn title(&self) -> f32 {
        if self.words.is_empty() {
            return -4.0;
        }
        let is_title = |w: &Word<'_>| {
            words::is_title(&w.folded)
                || w.folded.contains(['/', '|', '-']) && w.folded.split(['/', '|', '-']).any(words::is_title)
        };
        let titles = self.words.iter().take(8).filter(|w| is_title(w)).count();
        let first = &self.words[0];
        let begins = is_title(first) || words::qualifies_title(&first.folded);
        let ends = self.words.last().is_some_and(is_title);
        if titles == 0 {
            let board = matches!(
                self.folded().as_str(),
                "board of directors" | "board of trustees" | "board of governors"
            );
            return if board {
                0.5
            } else if words::qualifies_title(&first.folded) {
                -1.5
            } else {
                -2.5
            };
        }
        let mut score = 1.5 + if begins { 1.5 } else { 0.0 } + if ends { 0.5 } else { 0.0 };
        if !begins && !ends {
            score -= 1.5;
        }
        if self.words.len() > 10 {
            score -= 1.0;
        }
        if self.ends_in_legal_form() {
            score -= 2.5;
        }
        score
    }

    /// How much this looks like the name of an organization.
    pub fn organization(&self) -> f32 {
        let Some(first) = self.words.first() else {
            return -5.0;
        };
        if self.is_legal_form() {
            return -5.0;
        }
        let mut score: f32 = 0.3;
        score += (1.8 * self.organization_words() as f32).min(2.6);
        if self.ends_in_legal_form() {
            score += 2.0;
        }
        if self.words.len() == 1 && (first.is_all_capitals() || is_mixed_case(first.text)) {
            score += 0.8;
        }
        if self.words.iter().any(|w| is_address(w.text)) {
            score += 1.0;
        }
        if self.text.contains('&') || first.folded == "the" && first.case == Case::Upper {
            score += 0.5;
        }
        if self.words.len() >= 2
            && self
                .words
                .iter()
                .any(|w| w.case == Case::Lower && words::is_connector(&w.folded))
        {
            score += 0.3;
        }
        if self.is_theme() && self.words.len() <= 2 {
            score -= 1.5;
        }
        let title = self.title();
        if title > 2.0 {
            score -= title * 0.8;
        }
        let person = self.person();
        if person > 1.5 {
            score -= person * 0.6;
        }
        if self.place() >= 2.5 {
            score -= 2.0;
        }
        if self.lower_share() > 0.5 && self.words.len() > 2 {
            score -= 2.0;
        }
        score
    }
}

#[cfg(test)]
thread_local! {
    /// How many bytes this thread looked at as phrases: what reading costs, counted instead of timed.
    pub(super) static LOOKED_AT: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// Endings of the names of towns.
const PLACE_ENDINGS: &[&str] = &[
    "ville", "burg", "burgh", "berg", "bury", "ford", "port", "mouth", "ham", "haven", "dale", "wick",
    "minster", "chester", "polis", "shire", "stadt", "furt", "heim", "hausen", "field",
];

/// Whether a word is an address on the web: healthsites.io, Rootwork.org.
pub(super) fn is_address(word: &str) -> bool {
    word.rsplit_once('.').is_some_and(|(host, top)| {
        host.chars().count() > 2
            && (2..=6).contains(&top.len())
            && top.bytes().all(|b| b.is_ascii_alphabetic())
            && host.is_ascii()
            && !host.contains('.')
    })
}

fn is_mixed_case(word: &str) -> bool {
    word.chars().skip(1).any(char::is_uppercase) && word.chars().any(char::is_lowercase)
}

/// A share as a number between 0 and 1; 0 of nothing.
pub(super) fn ratio(part: usize, whole: usize) -> f32 {
    if whole == 0 {
        0.0
    } else {
        part as f32 / whole as f32
    }
}

#[cfg(test)]
mod tests;
