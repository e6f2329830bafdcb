//! What a name sorts by: keys whose byte order is the order a reader of that language expects, and people's
//! surnames.
//!
//! The collation is Unicode's (CLDR, through ICU4X): base letters decide first, then accents, then case;
//! digits count by value. This file owns what comes before it: the leading article set aside, quotes and
//! dashes unified, spaces evened. It does not know blocks, groups or pins, and it never changes what prints.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use icu_collator::options::{AlternateHandling, CollatorOptions, MaxVariable, Strength};
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{CollatorBorrowed, CollatorPreferences};
use icu_locale_core::Locale;

use crate::recognize::words::leading_article;

/// How names are compared.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SortOptions {
    /// BCP 47 tag, `en` or `es-MX`; an unknown language sorts by Unicode's root collation.
    pub language: String,
    /// Ignore spaces and punctuation: "Newark" before "New York". Otherwise the shorter word comes first.
    pub letter_by_letter: bool,
    /// Sort by the leading article too: "The Arc" under T.
    pub keep_articles: bool,
}

impl Default for SortOptions {
    fn default() -> Self {
        Self {
            language: "en".to_owned(),
            letter_by_letter: false,
            keep_articles: false,
        }
    }
}

/// Ends a level of a key: lower than every other byte in it, so that a name that is the beginning of another
/// stays before it.
const END: u8 = 0;
/// Parts two words within a level, and two levels within a key of the collator: lower than every byte of a
/// weight, as the space is lower than every letter.
const SEPARATOR: u8 = 1;

/// The sort key of a name: comparing two keys byte by byte gives the order of the names.
///
/// Names that differ only in accents or case stand beside each other; names equal in all that are ordered by
/// their exact text, so the order is total. Keys are valid for one [`sort_key_version`] only.
pub fn sort_key(name: &str, options: &SortOptions) -> Vec<u8> {
    let mut key = Vec::with_capacity(name.len() * 3);
    Sorter::new(options).append_key(name, &mut key);
    key
}

/// What a list sorts a name by: its base letters only, for it stands in every index of the list.
pub fn list_key(name: &str) -> Vec<u8> {
    with_list_sorter(|sorter, key| sorter.append_base(name, key))
}

/// What a list sorts a person by: the base letters of the surname, then of the whole name, or of what they are sorted by.
pub fn person_list_key(name: &str, sort_as: Option<&str>) -> Vec<u8> {
    with_list_sorter(|sorter, key| match sort_as {
        Some(sort_as) => sorter.append_levels(&even(sort_as), 0..1, key),
        None => {
            sorter.append_levels(&even(&surname(name)), 0..1, key);
            sorter.append_levels(&even(name), 0..1, key);
        }
    })
}

/// Keys for lists are made one by one, by triggers, and share most of their words: one sorter a thread makes them all.
fn with_list_sorter(append: impl FnOnce(&mut Sorter, &mut Vec<u8>)) -> Vec<u8> {
    thread_local! {
        static SORTER: RefCell<Sorter> = RefCell::new(Sorter::new(&SortOptions::default()));
    }
    let mut key = Vec::with_capacity(48);
    SORTER.with_borrow_mut(|sorter| {
        // A hundred thousand words are plenty; a file can hold any number.
        if sorter.words.len() > 100_000 {
            *sorter = Sorter::new(&SortOptions::default());
        }
        append(sorter, &mut key);
    });
    key
}

/// Makes many keys: with one collator, and each word's weights worked out once, because names share most of
/// their words.
pub struct Sorter {
    collator: Arc<CollatorBorrowed<'static>>,
    letter_by_letter: bool,
    keep_articles: bool,
    words: HashMap<Box<str>, Weights>,
    /// The weights of all words met.
    weights: Vec<u8>,
    /// The words of the name at hand, kept to spare an allocation a name.
    name: Vec<Weights>,
}

/// Where the weights of a word stand in [`Sorter::weights`]: base letters, accents, case.
#[derive(Debug, Clone, Copy)]
struct Weights {
    start: usize,
    ends: [usize; 3],
}

impl Weights {
    fn level(self, level: usize) -> Range<usize> {
        let end = |level: usize| self.ends.get(level).copied().unwrap_or(self.start);
        // The separator between two levels belongs to neither.
        if level == 0 {
            self.start..end(0)
        } else {
            end(level - 1) + 1..end(level)
        }
    }
}

impl Sorter {
    /// A sorter for these options.
    pub fn new(options: &SortOptions) -> Self {
        Self {
            collator: collator(&options.language, options.letter_by_letter),
            letter_by_letter: options.letter_by_letter,
            keep_articles: options.keep_articles,
            words: HashMap::new(),
            weights: Vec::new(),
            name: Vec::new(),
        }
    }

    /// Appends the key of `name` to `key`.
    pub fn append_key(&mut self, name: &str, key: &mut Vec<u8>) {
        let article = if self.keep_articles {
            None
        } else {
            leading_article(name)
        };
        let rest = article.and_then(|length| name.get(length..)).unwrap_or(name);
        self.append_levels(&even(rest), 0..3, key);
        key.extend_from_slice(name.as_bytes());
    }

    /// Appends the weights of the base letters of `name`, its leading article set aside.
    fn append_base(&mut self, name: &str, key: &mut Vec<u8>) {
        let rest = leading_article(name)
            .and_then(|length| name.get(length..))
            .unwrap_or(name);
        self.append_levels(&even(rest), 0..1, key);
    }

    /// Appends the key of a text that somebody chose to sort by: nothing is set aside in it.
    pub fn append_chosen_key(&mut self, text: &str, key: &mut Vec<u8>) {
        self.append_levels(&even(text), 0..3, key);
        key.extend_from_slice(text.as_bytes());
    }

    /// Appends the key of a person: the base letters of the surname, then the whole name.
    pub fn append_person_key(&mut self, person: &str, key: &mut Vec<u8>) {
        self.append_levels(&even(&surname(person)), 0..1, key);
        self.append_chosen_key(person, key);
    }

    /// Appends the weights of an evened text, level by level: the base letters of all words before any
    /// accent.
    fn append_levels(&mut self, text: &str, levels: Range<usize>, key: &mut Vec<u8>) {
        if self.letter_by_letter {
            // Across words, letters are weighed together.
            let Ok(()) = self.collator.write_sort_key_to(text, key);
            key.push(END);
            return;
        }
        self.name.clear();
        for word in text.split(' ') {
            let weights = match self.words.get(word) {
                Some(weights) => *weights,
                None => self.weigh(word),
            };
            self.name.push(weights);
        }
        for level in levels {
            for (at, word) in self.name.iter().enumerate() {
                if at > 0 {
                    key.push(SEPARATOR);
                }
                key.extend_from_slice(self.weights.get(word.level(level)).unwrap_or_default());
            }
            key.push(END);
        }
    }

    fn weigh(&mut self, word: &str) -> Weights {
        let start = self.weights.len();
        let Ok(()) = self.collator.write_sort_key_to(word, &mut self.weights);
        let mut ends = [self.weights.len(); 3];
        let separators = self
            .weights
            .iter()
            .enumerate()
            .skip(start)
            .filter(|(_, byte)| **byte == SEPARATOR);
        for (end, (at, _)) in ends.iter_mut().zip(separators) {
            *end = at;
        }
        let weights = Weights { start, ends };
        self.words.insert(word.into(), weights);
        weights
    }
}

/// The collator of a language, made once: making one costs more than many keys.
fn collator(language: &str, letter_by_letter: bool) -> Arc<CollatorBorrowed<'static>> {
    type Made = (String, bool, Arc<CollatorBorrowed<'static>>);
    static MADE: Mutex<Vec<Made>> = Mutex::new(Vec::new());
    /// A file names few languages; a caller that goes through hundreds should not keep them all.
    const MOST_KEPT: usize = 16;

    // A panic elsewhere while it was held cannot have left it half changed.
    let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
    let known = made
        .iter()
        .find(|(tag, by_letter, _)| tag == language && *by_letter == letter_by_letter);
    if let Some((_, _, collator)) = known {
        return Arc::clone(collator);
    }
    let collator = Arc::new(make_collator(language, letter_by_letter));
    if made.len() == MOST_KEPT {
        made.remove(0);
    }
    made.push((language.to_owned(), letter_by_letter, Arc::clone(&collator)));
    collator
}

fn make_collator(language: &str, letter_by_letter: bool) -> CollatorBorrowed<'static> {
    let mut options = CollatorOptions::default();
    options.strength = Some(Strength::Tertiary);
    // Said outright, because some languages (Thai) bring another default of their own.
    options.alternate_handling = Some(if letter_by_letter {
        AlternateHandling::Shifted
    } else {
        AlternateHandling::NonIgnorable
    });
    options.max_variable = Some(MaxVariable::Punctuation);

    let by_value = |locale: &Locale| {
        let mut preferences = CollatorPreferences::from(locale);
        preferences.numeric_ordering = Some(CollationNumericOrdering::True);
        preferences
    };
    let locale = language.parse().unwrap_or(Locale::UNKNOWN);
    CollatorBorrowed::try_new(by_value(&locale), options)
        .or_else(|_| CollatorBorrowed::try_new(by_value(&Locale::UNKNOWN), options))
        .unwrap_or_else(|_| unreachable!("the root collation is compiled in"))
}

/// Typographic variants as one character and every run of white space as one space, so that a curly
/// apostrophe does not send a name elsewhere than a straight one.
fn even(text: &str) -> Cow<'_, str> {
    let plain = |c: char| {
        !matches!(c, '\0'..'\u{20}' | '\u{7f}'..='\u{a0}' | '«' | '»' | '´' | '`' | 'ʹ'..='ˈ')
            && !matches!(c, '\u{1680}' | '\u{2000}'..='\u{206f}' | '\u{2212}' | '\u{3000}' | '\u{fe58}'..='\u{fe63}' | '\u{ff02}'..='\u{ff0d}')
    };
    let trimmed = text.trim();
    if trimmed.chars().all(plain) && !trimmed.contains("  ") {
        return Cow::Borrowed(trimmed);
    }
    let mut even = String::with_capacity(trimmed.len());
    let mut space = false;
    for c in trimmed.chars() {
        if c.is_whitespace() || c.is_control() {
            space = true;
            continue;
        }
        if space && !even.is_empty() {
            even.push(' ');
        }
        space = false;
        even.push(match c {
            '\u{2018}'..='\u{201b}' | '\u{2032}' | '´' | '`' | 'ʹ' | 'ʻ' | 'ʼ' | 'ʽ' | 'ˈ' | '\u{ff07}' => {
                '\''
            }
            '\u{201c}'..='\u{201f}' | '«' | '»' | '\u{2033}' | '\u{ff02}' => '"',
            '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => '-',
            other => other,
        });
    }
    Cow::Owned(even)
}

/// Changes whenever keys made earlier are no longer comparable with keys made now: after an update of the
/// Unicode collation data or of the rules in this file. Store it beside stored keys, and rebuild them when it
/// differs.
pub fn sort_key_version() -> &'static str {
    static VERSION: OnceLock<String> = OnceLock::new();
    VERSION.get_or_init(|| {
        // ICU4X does not say which version of the data is compiled in, so the keys themselves are asked.
        let probe = "The 10 Ænima–Ćuk ‘Ñandú’ & Straße Ελλάδα Москва שלום مرحبا नमस्ते 東京 서울 🦡";
        let mut keys = Vec::new();
        for language in ["en", "es", "sv", "zh"] {
            for letter_by_letter in [false, true] {
                let options = SortOptions {
                    language: language.to_owned(),
                    letter_by_letter,
                    keep_articles: false,
                };
                Sorter::new(&options).append_key(probe, &mut keys);
            }
        }
        format!("{:016x}", fnv1a(&keys))
    })
}

/// The FNV-1a hash: short, and the same on every machine and in every version, which the standard hasher does
/// not promise.
fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// The surname a person sorts by.
///
/// - Courtesy and rank in front never count; generation and degrees behind are set aside (`Jr.`, `III`,
///   `PhD`, `Esq.`, and whatever follows a comma, as in "Jane Doe, Executive Director"), as is what stands in
///   parentheses.
/// - "Cruz, María" with one surname before the comma is taken as surname first.
/// - The surname is the last word, with those joined to it by `y`, `i` or `e` ("Ortega y Gasset").
/// - A particle in lower case is set aside: "María de la Cruz" and "Anna van den Berg" sort under Cruz and
///   Berg. A particle that its bearer writes with a capital belongs to the name: "Van Buren", "De La Cruz",
///   "Van den Berg".
///
/// Two surnames side by side ("Gabriel García Márquez") cannot be told from a middle name; a sort key of
/// one's own says so.
pub fn surname(person: &str) -> String {
    let person = without_parentheses(person);
    let (before_comma, after_comma) = match person.split_once(',') {
        Some((before, after)) => (before, after),
        None => (person.as_str(), ""),
    };
    let words: Vec<&str> = before_comma.split_whitespace().collect();
    let surname_first = !after_comma.trim().is_empty()
        && after_comma
            .split([',', ' '])
            .any(|word| !word.is_empty() && !is_suffix(word, true))
        && words.iter().filter(|word| !is_particle(word)).count() == 1;
    if surname_first {
        return words
            .iter()
            .filter(|word| starts_upper(word))
            .copied()
            .collect::<Vec<_>>()
            .join(" ");
    }

    let mut end = words.len();
    while end > 1 && words.get(end - 1).is_some_and(|word| is_suffix(word, false)) {
        end -= 1;
    }
    let Some(mut start) = end.checked_sub(1) else {
        return String::new();
    };
    while let Some(previous) = start.checked_sub(1).and_then(|before| words.get(before)) {
        let joins = matches!(*previous, "y" | "i" | "e") && start >= 3;
        if joins {
            start -= 2;
        } else if start >= 2 && is_capital_particle(&words, start - 1) {
            start -= 1;
        } else {
            break;
        }
    }
    let surname = words.get(start..end).unwrap_or_default();
    // "Van den Berg" keeps the small words between its capitals; small words in front were never taken in.
    surname
        .join(" ")
        .trim_matches(|c: char| c == '.' || c == '"' || c == '“' || c == '”')
        .to_owned()
}

fn without_parentheses(text: &str) -> String {
    let mut depth = 0_usize;
    text.chars()
        .filter(|c| match c {
            '(' | '[' => {
                depth += 1;
                false
            }
            ')' | ']' => {
                depth = depth.saturating_sub(1);
                false
            }
            _ => depth == 0,
        })
        .collect()
}

/// Whether the word at `at` begins, with a capital, the particles that lead to the surname: the `Van` of "Van
/// den Berg".
fn is_capital_particle(words: &[&str], at: usize) -> bool {
    // Walk left over small particles to the first capital one; small ones alone are set aside.
    words
        .get(1..=at)
        .unwrap_or_default()
        .iter()
        .rev()
        .take_while(|word| is_particle(word))
        .any(|word| starts_upper(word))
}

fn is_particle(word: &str) -> bool {
    const PARTICLES: &[&str] = &[
        "de", "del", "della", "delle", "di", "da", "das", "do", "dos", "du", "des", "la", "las", "le", "les",
        "lo", "los", "el", "al", "van", "von", "vom", "zu", "zum", "zur", "den", "der", "ter", "ten", "te",
        "het", "'t", "’t", "af", "av", "bin", "ibn", "bint", "ben", "abu", "st.", "san", "santa",
    ];
    PARTICLES.contains(&word.to_lowercase().as_str())
}

fn starts_upper(word: &str) -> bool {
    word.chars()
        .find(|c| c.is_alphabetic())
        .is_some_and(|c| !c.is_lowercase())
}

/// Whether a word behind a name is no part of it: a generation, a degree, an order. After a comma any word in
/// capitals is.
fn is_suffix(word: &str, after_comma: bool) -> bool {
    const SUFFIXES: &[&str] = &[
        "jr", "sr", "ii", "iii", "iv", "esq", "phd", "md", "jd", "llm", "edd", "dds", "dmin", "mdiv", "thd",
        "rn", "aprn", "cpa", "lcsw", "msw", "mph", "mpa", "mba", "sj", "op", "ofm", "osf", "ret",
    ];
    let bare: String = word.chars().filter(|c| c.is_alphanumeric()).collect();
    if SUFFIXES.contains(&bare.to_lowercase().as_str()) {
        return true;
    }
    after_comma && bare.chars().count() >= 2 && bare.chars().all(char::is_uppercase)
}

#[cfg(test)]
mod tests;
