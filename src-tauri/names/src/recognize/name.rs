//! A name taken apart once: its comparison form, its words and what each of them does in it.
//!
//! Owns what a word means at its place in a name (`WI` at the end, `Washington` before `D.C.`, `forty-four`). It
//! deliberately compares nothing.

use std::borrow::Cow;

use super::normalize::Cut;
use super::parts::{self, Part};
use super::places;
use super::tokens::{Gap, Token};
use super::vocabulary::{self, Class};
use super::words;

/// A name, read once and compared often.
#[derive(Clone, Debug)]
pub struct Name {
    /// The comparison form, as [`super::normalize`] gives it.
    pub(super) key: Box<str>,
    /// An acronym in parentheses after the whole name, folded: an alias.
    pub(super) acronym: Option<Box<str>>,
    /// An acronym in parentheses inside the name.
    pub(super) inner_acronym: Option<Box<str>>,
    /// The kind of legal form that was set aside.
    pub(super) legal: Option<&'static str>,
    /// The words in order, the little ones too.
    pub(super) words: Box<[Word]>,
    /// What of it may be its whole name elsewhere.
    pub(super) parts: Box<[Part]>,
    /// What its ordinary words say of its language: above 0 English, below 0 another, 0 nothing.
    pub(super) english: i32,
    /// Which letters its words have, places in full, a bit for each of 64 classes of them.
    letters: u64,
}

/// One word of a name and what it does there.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// The concept it stands for (`university` for `Universidad`, `US` for `U.S.`), or itself.
    pub text: Cow<'static, str>,
    /// As written, folded; empty when it is the same as `text`.
    written: Box<str>,
    /// What it does.
    pub class: Class,
    /// What stood before it.
    pub gap: Gap,
    /// Written in capitals among words that are not.
    pub capitals: bool,
    /// An abbreviation with its dot.
    pub dotted: bool,
    /// A hash of `text`: words of one concept have the same.
    pub concept: u32,
    /// Which letters the word is written with, a bit for each of 64 classes of them.
    letters: u64,
    /// How many letters it is written with.
    length: u32,
}

impl Word {
    /// A word; empty `written` when that is the same as `text`.
    fn new(text: Cow<'static, str>, written: Box<str>, class: Class, gap: Gap) -> Self {
        let mut word = Self {
            text,
            written,
            class,
            gap,
            capitals: false,
            dotted: false,
            concept: 0,
            letters: 0,
            length: 0,
        };
        word.concept = hash(&word.text);
        word.letters = letters(word.written());
        word.length = word.written().chars().count() as u32;
        word
    }

    /// Whether both stand for one concept.
    pub(super) fn is(&self, other: &Word) -> bool {
        self.concept == other.concept && self.text == other.text
    }

    /// How many letters it is written with.
    pub(super) fn length(&self) -> usize {
        self.length as usize
    }

    /// A lower bound of the edits between the two as written, found without looking at the order of their letters.
    pub(super) fn least_edits(&self, other: &Word) -> u32 {
        let (own, theirs) = (self.letters & !other.letters, other.letters & !self.letters);
        own.count_ones().max(theirs.count_ones())
    }

    /// The word as written, folded.
    pub(super) fn written(&self) -> &str {
        if self.written.is_empty() {
            &self.text
        } else {
            &self.written
        }
    }

    /// A place in full (`new york city` for `NYC`), any other word as written.
    pub(super) fn full(&self) -> &str {
        let code = self.text.starts_with(|c: char| c.is_ascii_uppercase());
        if self.class == Class::Place && !code {
            &self.text
        } else {
            self.written()
        }
    }

    /// Whether it distinguishes its organization from others by itself.
    pub(super) fn distinguishes(&self) -> bool {
        matches!(
            self.class,
            Class::Proper | Class::Place | Class::Number | Class::Describing
        )
    }

    /// How much evidence agreement on this word is.
    pub(super) fn weight(&self) -> f64 {
        match self.class {
            Class::Little => 0.03,
            Class::Plain => 0.2,
            Class::Institution | Class::Unit | Class::Chapter => 0.4,
            Class::Kind | Class::Sister => 0.5,
            Class::Describing => 0.7,
            Class::Place | Class::Number => 0.9,
            Class::Proper => 1.0,
        }
    }
}

impl Name {
    /// Takes a name apart.
    pub fn new(name: &str) -> Self {
        let cut = Cut::new(name);
        let key = cut.key().into_boxed_str();
        // In a name all in capitals, capitals carry no information, unless it is as short as "NASW-WI".
        let mixed = cut.tokens.len() <= 2 || cut.is_mixed();
        let words = words_of(&cut.tokens, mixed);
        Self {
            parts: parts_of(&cut.tokens, mixed),
            english: english(&words),
            letters: letters_of(&words),
            key,
            acronym: cut.acronym.map(String::into_boxed_str),
            inner_acronym: cut.inner_acronym.map(String::into_boxed_str),
            legal: cut.legal,
            words: words.into_boxed_slice(),
        }
    }

    /// The comparison form.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// The acronym given in parentheses after the name, folded.
    pub fn acronym(&self) -> Option<&str> {
        self.acronym.as_deref()
    }

    /// Whether the name is nothing but an acronym: one short word in capitals.
    pub(super) fn is_acronym(&self) -> bool {
        let [word] = &*self.words else { return false };
        word.capitals && word.class != Class::Number && word.written().chars().count() <= 8
    }

    /// Whether the words of the name, places in full, have all letters of the key of another.
    pub(super) fn has_letters_of(&self, other: &Name) -> bool {
        letters(&other.key) & !self.letters == 0
    }

    /// Whether the whole name may be an acronym: one short word, or a few in capitals.
    pub(super) fn as_acronym(&self) -> Option<String> {
        let significant = self.words.len();
        let first = self.words.first()?;
        if significant == 1 {
            let length = first.text.chars().count();
            let plain = first.class == Class::Proper || first.class == Class::Place && length <= 5;
            return (plain && (2..=10).contains(&length) && (first.capitals || length > 2))
                .then(|| first.written().to_owned());
        }
        (significant <= 3 && self.words.iter().all(|word| word.capitals))
            .then(|| self.words.iter().map(Word::written).collect())
            .filter(|joined: &String| joined.len() <= 10)
    }
}

/// The two halves of a name that is cut by a mark, each of at least two words; or two names that it says it has.
fn parts_of(tokens: &[Token], mixed: bool) -> Box<[Part]> {
    if let Some((one, other)) = parts::two_names(tokens) {
        let (one, other) = (&tokens[one], &tokens[other]);
        return [(one, other, true), (other, one, false)]
            .map(|(kept, rest, first)| part(kept, rest, Gap::Open, first, mixed))
            .into();
    }
    let Some((mark, inside)) = parts::cut(tokens) else {
        return Box::default();
    };
    let outside: Vec<Token> = tokens[..inside.start]
        .iter()
        .chain(&tokens[inside.end..])
        .cloned()
        .collect();
    let inside = &tokens[inside];
    let halves = [
        (outside.as_slice(), inside, true),
        (inside, outside.as_slice(), false),
    ];
    halves
        .into_iter()
        .filter(|(kept, rest, _)| !kept.is_empty() && !rest.is_empty())
        .map(|(kept, rest, first)| part(kept, rest, mark, first, mixed))
        .filter(Part::is_whole_name)
        .collect()
}

fn part(kept: &[Token], rest: &[Token], mark: Gap, first: bool, mixed: bool) -> Part {
    let key: Vec<&str> = kept.iter().map(|token| token.text.as_str()).collect();
    let words = words_of(kept, mixed);
    let name = Name {
        english: english(&words),
        letters: letters_of(&words),
        key: key.join(" ").into_boxed_str(),
        acronym: None,
        inner_acronym: None,
        legal: None,
        words: words.into_boxed_slice(),
        parts: Box::default(),
    };
    Part::new(name, words_of(rest, mixed).into_boxed_slice(), mark, first)
}

/// What the ordinary words of a name say of its language: above 0 English, below 0 another, 0 nothing.
pub(super) fn english(words: &[Word]) -> i32 {
    let says = |word: &Word| match (word.class, word.written()) {
        (Class::Little, "of" | "the" | "for" | "and" | "in" | "on" | "with" | "by") => 1,
        (Class::Little, "a" | "an" | "at" | "to" | "or" | "i" | "studi") => 0,
        (Class::Little, _) => -1,
        (Class::Proper | Class::Place | Class::Number, _) => 0,
        _ if word.capitals => 0,
        (_, written) if *written == *word.text => 1,
        // "Centers" is "center" too.
        (_, written) if word.text.get(..4).is_some_and(|start| written.starts_with(start)) => 0,
        _ => -1,
    };
    words.iter().map(says).sum()
}

/// Classes every word, and joins those that are one place or one number.
fn words_of(tokens: &[Token], mixed: bool) -> Vec<Word> {
    let mut out: Vec<Word> = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        let token = &tokens[at];
        let last = at + 1 == tokens.len();
        if let Some((count, text)) = joined_place(&tokens[at..]) {
            let written = tokens[at..at + count]
                .iter()
                .map(|token| token.text.as_str())
                .collect::<Vec<_>>()
                .join(" ");
            let written = if written == text {
                Box::default()
            } else {
                written.into()
            };
            out.push(Word::new(text.into(), written, Class::Place, token.gap));
            at += count;
            continue;
        }
        if let Some(next) = tokens.get(at + 1)
            && let Some(body) = vocabulary::joined_body(&token.text, &next.text)
        {
            let written = format!("{} {}", token.text, next.text);
            out.push(Word::new(body.into(), written.into(), Class::Proper, token.gap));
            at += 2;
            continue;
        }
        at += 1;
        if token.elided > 0 {
            let (article, rest) = token.text.split_at(usize::from(token.elided));
            if matches!(article, "d" | "l" | "dell" | "all" | "nell" | "sull" | "dall") {
                out.push(Word::new("of".into(), article.into(), Class::Little, token.gap));
                let rest = Token {
                    text: rest.to_owned(),
                    elided: 0,
                    gap: Gap::Space,
                    ..token.clone()
                };
                let (text, class) = meaning(&rest, out.is_empty(), last, mixed);
                out.push(word(&rest, text, class, mixed));
                continue;
            }
        }
        if let Some(before) = out.last()
            && matches!(before.class, Class::Chapter | Class::Number)
            && is_code(token, tokens.get(at))
        {
            out.push(word(token, token.text.clone().into(), Class::Number, mixed));
            continue;
        }
        let (text, class) = meaning(token, out.is_empty(), last, mixed);
        if class == Class::Number
            && let Some(before) = out.last_mut()
            && before.class == Class::Number
            && let (Ok(tens), Ok(ones)) = (before.text.parse::<u64>(), text.parse::<u64>())
            && (20..=90).contains(&tens)
            && tens % 10 == 0
            && (1..=9).contains(&ones)
            && !before.written().starts_with(|c: char| c.is_ascii_digit())
        {
            let whole = (tens + ones).to_string();
            *before = Word {
                capitals: before.capitals,
                dotted: before.dotted,
                ..Word::new(
                    whole.into(),
                    std::mem::take(&mut before.written),
                    Class::Number,
                    before.gap,
                )
            };
            continue;
        }
        out.push(word(token, text, class, mixed));
    }
    out
}

/// Whether the word after a chapter word or a number is a distinguishing letter: `Section A`, `Local 21-A`,
/// `Region 4A`. Articles and ordinals of other languages (`a`, `4a`) stand before a word.
fn is_code(token: &Token, next: Option<&Token>) -> bool {
    let letters = token.text.trim_start_matches(|c: char| c.is_ascii_digit());
    letters.len() == 1
        && letters.is_ascii()
        && next.is_none_or(|next| next.gap != Gap::Space || matches!(next.text.as_str(), "of" | "de" | "at"))
}

fn word(token: &Token, text: Cow<'static, str>, class: Class, mixed: bool) -> Word {
    let written = if *text == *token.text {
        Box::default()
    } else {
        token.text.as_str().into()
    };
    Word {
        capitals: token.capitals && (mixed || token.initials),
        dotted: token.dotted,
        ..Word::new(text, written, class, token.gap)
    }
}

/// Which letters a text has, a bit for each of 64 classes of them.
fn letters(text: &str) -> u64 {
    text.chars()
        .fold(0, |letters, c| letters | 1 << (u32::from(c) % u64::BITS))
}

/// The same of words, places in full.
fn letters_of(words: &[Word]) -> u64 {
    words.iter().fold(0, |all, word| {
        all | match word.class {
            Class::Place => letters(word.full()),
            _ => word.letters,
        }
    })
}

/// FNV-1a of 32 bits.
pub(super) fn hash(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

/// A place of two to four words at the start of these.
fn joined_place(tokens: &[Token]) -> Option<(usize, &'static str)> {
    let first = tokens.first()?;
    if tokens.len() < 2 || !places::begins_place(&first.text) {
        return None;
    }
    (2..=tokens.len().min(4)).rev().find_map(|count| {
        let mut phrase = first.text.clone();
        for token in &tokens[1..count] {
            phrase.push(' ');
            phrase.push_str(&token.text);
        }
        known_place(&phrase).map(|text| (count, text))
    })
}

/// The text that stands for a place: a city's first name, a state's full name, a country's code in capitals.
fn known_place(phrase: &str) -> Option<&'static str> {
    places::place(phrase)
        .or_else(|| {
            if phrase.len() > 3 {
                words::state_code(phrase).and_then(words::state_name)
            } else {
                None
            }
        })
        .or_else(|| words::country_code(phrase))
}

fn meaning(token: &Token, first: bool, last: bool, mixed: bool) -> (Cow<'static, str>, Class) {
    let text = token.text.as_str();
    if text.bytes().any(|b| b.is_ascii_digit()) {
        let value = vocabulary::number(text).map(|value| value.to_string());
        return (value.unwrap_or_else(|| text.to_owned()).into(), Class::Number);
    }
    if let Some(value) = vocabulary::number(text) {
        return (value.to_string().into(), Class::Number);
    }
    if last
        && !first
        && let Some(value) = match text {
            "i" => Some("1"),
            "v" => Some("5"),
            "x" => Some("10"),
            _ => None,
        }
    {
        return (value.into(), Class::Number);
    }
    if token.capitals && mixed || token.initials || token.dotted {
        // Codes are words in small letters.
        let place = match text {
            "us" | "usa" => Some("US"),
            "uk" => Some("GB"),
            "nz" => Some("NZ"),
            _ => None,
        };
        if let Some(place) = place {
            return (place.into(), Class::Place);
        }
        let parted = matches!(
            token.gap,
            Gap::Comma | Gap::Colon | Gap::Slash | Gap::Dash | Gap::Open
        ) || first
            || last;
        if parted
            && text.len() == 2
            && text != "la"
            && let Some(state) = words::state_code(text).and_then(words::state_name)
        {
            return (state.into(), Class::Place);
        }
    }
    // "UN" is no French article.
    if matches!(text, "un" | "eu") && token.capitals && (mixed || first) {
        return (text.to_owned().into(), Class::Proper);
    }
    // "MIT" is not German for "with".
    let acronym = token.capitals && mixed;
    if let Some((concept, class)) = vocabulary::concept(text)
        && !(acronym && class == Class::Little)
    {
        return (concept.into(), class);
    }
    if let Some(place) = known_place(text) {
        return (place.into(), Class::Place);
    }
    (text.to_owned().into(), Class::Proper)
}
