//! A name cut into words: letters and digits, folded, each with how it was written.
//!
//! Owns where a word begins and ends: apostrophes inside, initials with their dots, `&` and `@`, which dashes part and which
//! join. What is set aside for comparing is for `normalize.rs`.

use std::borrow::Cow;

use icu_normalizer::ComposingNormalizerBorrowed;
use icu_properties::CodePointMapData;
use icu_properties::props::GeneralCategory;

use super::words;

/// What stood between a word and the word before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// Nothing: the first word.
    Start,
    /// A space, a hyphen or other mark that joins rather than parts.
    Space,
    /// A comma or semicolon.
    Comma,
    /// A colon: what follows explains what stands before.
    Colon,
    /// A slash or bar: what follows says it again in other words.
    Slash,
    /// A dash that parts, with space around it.
    Dash,
    /// An opening parenthesis or bracket.
    Open,
    /// A closing one.
    Close,
}

/// One word of a name, folded, with how it was written.
#[derive(Clone, Debug)]
pub(super) struct Token {
    /// Folded letters and digits only.
    pub text: String,
    /// All its letters were capitals, and it has more than one.
    pub capitals: bool,
    /// A dot followed or stood inside: an abbreviation or initials.
    pub dotted: bool,
    /// Initials joined into one word (`U.S.`).
    pub initials: bool,
    /// Bytes of `text` that an apostrophe cut off at the front (`l'`, `d'`); 0 without.
    pub elided: u8,
    /// What stood before it.
    pub gap: Gap,
}

impl AsRef<str> for Token {
    fn as_ref(&self) -> &str {
        &self.text
    }
}

/// Cuts a text into words.
pub(super) fn tokenize(name: &str) -> Vec<Token> {
    let text: Cow<str> = if name.is_ascii() {
        Cow::Borrowed(name)
    } else {
        ComposingNormalizerBorrowed::new_nfkc().normalize(name)
    };
    let mut tokens: Vec<Token> = Vec::with_capacity(8);
    let mut gap = Gap::Start;
    let mut word = Word::default();
    let mut characters = text.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        if is_word_character(c) {
            word.push(c);
            continue;
        }
        let rest = &text[at + c.len_utf8()..];
        let next = rest.chars().next();
        if is_invisible(c) {
            continue;
        }
        if is_apostrophe(c) && !word.text.is_empty() && next.is_some_and(is_word_character) {
            word.apostrophe();
            continue;
        }
        if c == '.' && !word.text.is_empty() {
            word.dotted = true;
            let after = rest.chars().nth(1);
            if word.segment == 1
                && next.is_some_and(char::is_alphabetic)
                && !after.is_some_and(is_word_character)
            {
                word.initials = true;
                word.segment = 0;
                continue;
            }
        }
        if c == '/'
            && word.segment == 1
            && word.letters == 1
            && next.is_some_and(char::is_alphabetic)
            && rest.chars().nth(1).is_none_or(|c| !is_word_character(c))
        {
            // "A/S"
            word.initials = true;
            word.segment = 0;
            continue;
        }
        word.finish(&mut tokens, &mut gap);
        let spaced = text[..at].ends_with(char::is_whitespace) && next.is_none_or(char::is_whitespace);
        match c {
            '&' => {
                // `&amp;` is what a web form's export makes of it, with or without its semicolon.
                let entity = rest
                    .get(..3)
                    .is_some_and(|three| three.eq_ignore_ascii_case("amp"))
                    && rest[3..].chars().next().is_none_or(|c| !is_word_character(c));
                push_word(&mut tokens, &mut gap, "and");
                if entity {
                    for _ in 0..3 {
                        characters.next();
                    }
                    if rest[3..].starts_with(';') {
                        characters.next();
                    }
                }
            }
            '+' if spaced && !tokens.is_empty() => push_word(&mut tokens, &mut gap, "and"),
            '@' if spaced => push_word(&mut tokens, &mut gap, "at"),
            ',' | ';' => gap = gap_after(gap, Gap::Comma),
            ':' => gap = gap_after(gap, Gap::Colon),
            '/' | '|' => gap = gap_after(gap, Gap::Slash),
            '(' | '[' => gap = gap_after(gap, Gap::Open),
            ')' | ']' => gap = gap_after(gap, Gap::Close),
            '\u{2013}' | '\u{2014}' | '\u{2015}' => gap = gap_after(gap, Gap::Dash),
            '-' if spaced => gap = gap_after(gap, Gap::Dash),
            _ => gap = gap_after(gap, Gap::Space),
        }
    }
    word.finish(&mut tokens, &mut gap);
    join_spaced_initials(&mut tokens);
    tokens
}

/// The stronger of two gaps.
fn gap_after(before: Gap, now: Gap) -> Gap {
    match (before, now) {
        (Gap::Start, _) => Gap::Start,
        (_, Gap::Space) => before,
        (Gap::Close, Gap::Open) | (Gap::Open, _) => Gap::Open,
        _ => now,
    }
}

fn push_word(tokens: &mut Vec<Token>, gap: &mut Gap, text: &str) {
    let before = std::mem::replace(gap, Gap::Space);
    tokens.push(Token {
        text: text.to_owned(),
        capitals: false,
        dotted: false,
        initials: false,
        elided: 0,
        gap: before,
    });
}

/// Joins `J. P.` and `e. V.`: single letters, each with its dot, with a space between.
fn join_spaced_initials(tokens: &mut Vec<Token>) {
    let mut at = 1;
    while at < tokens.len() {
        let [before, after] = [&tokens[at - 1], &tokens[at]];
        let single = |token: &Token| token.dotted && (token.initials || token.text.chars().count() == 1);
        if single(before) && single(after) && after.gap == Gap::Space && after.text.chars().count() == 1 {
            let text = tokens.remove(at).text;
            tokens[at - 1].text.push_str(&text);
            tokens[at - 1].initials = true;
            tokens[at - 1].capitals = true;
        } else {
            at += 1;
        }
    }
}

/// A word while it is read.
#[derive(Default)]
struct Word {
    text: String,
    letters: usize,
    capitals: usize,
    segment: usize,
    dotted: bool,
    initials: bool,
    elided: usize,
}

impl Word {
    fn push(&mut self, c: char) {
        self.segment += 1;
        if c.is_alphabetic() {
            self.letters += 1;
            if !c.is_lowercase() {
                self.capitals += usize::from(c.is_uppercase());
            }
        }
        if c.is_ascii() {
            self.text.push(c.to_ascii_lowercase());
        } else {
            self.text.push(c);
        }
    }

    fn apostrophe(&mut self) {
        if self.elided == 0 && self.text.len() <= 4 {
            self.elided = self.text.len();
        }
    }

    fn finish(&mut self, tokens: &mut Vec<Token>, gap: &mut Gap) {
        if self.text.is_empty() {
            return;
        }
        let mut text = std::mem::take(&mut self.text);
        if !text.is_ascii() {
            text = words::fold(&text);
            // Folding may leave marks that are no letters.
            text.retain(is_word_character);
        }
        if !text.is_empty() {
            let capitals = self.letters > 1 && self.capitals >= 2 && self.capitals * 2 > self.letters;
            let elided = if self.elided < text.len() && text.is_ascii() {
                self.elided as u8
            } else {
                0
            };
            let before = std::mem::replace(gap, Gap::Space);
            tokens.push(Token {
                text,
                capitals,
                dotted: self.dotted,
                initials: self.initials,
                elided,
                gap: before,
            });
        }
        *self = Word::default();
    }
}

fn is_word_character(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    c.is_alphanumeric()
        || matches!(
            CodePointMapData::<GeneralCategory>::new().get(c),
            GeneralCategory::NonspacingMark | GeneralCategory::SpacingMark
        )
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(
        c,
        '\'' | '\u{2019}' | '\u{2018}' | '\u{201b}' | '\u{2032}' | '\u{b4}' | '`' | '\u{2bb}'..='\u{2bf}'
    )
}
