//! Codes: the short mark of one ask, which stands in a draft's subject and text and in a form's link, so that the answer finds
//! its sign-on.
//!
//! `US-7K3QX9D`: Crockford's base 32 without I, L, O and U, six random characters and a check character. Read without regard to
//! case, O as 0, I and L as 1. The check is a weighted sum over the field of 32 elements in which every place has a weight of its
//! own: any one wrong character is found, and any two that changed places.

use std::fmt;
use std::str::FromStr;

/// What a code begins with.
const PREFIX: &str = "US";

/// How many characters a code has behind the prefix, the last of which checks the others.
const LENGTH: usize = 7;

/// The characters by value.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// What may stand between the prefix and the characters.
const DASHES: [char; 8] = ['-', '‐', '‑', '‒', '–', '—', '−', '_'];

/// The mark of one ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Code([u8; LENGTH]);

/// A text that is no code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CodeError {
    /// It does not look like one.
    #[error("not a code")]
    Form,
    /// It looks like one, and a character of it is wrong.
    #[error("a code with a wrong character")]
    Check,
}

impl Code {
    /// A code of 30 random bits; higher ones are ignored.
    pub fn from_random(bits: u64) -> Self {
        let mut values = [0; LENGTH];
        for (at, value) in values.iter_mut().take(LENGTH - 1).enumerate() {
            *value = ((bits >> (5 * at)) & 31) as u8;
        }
        // The weight of the last place is one, and the sum of all is nothing.
        let check = sum(&values);
        if let Some(last) = values.last_mut() {
            *last = check;
        }
        Self(values)
    }
}

/// The weighted sum of characters: the last place weighs one, each before it `x` times the one behind it, in GF(2)[x] modulo
/// x⁵ + x² + 1, where x has order 31.
fn sum(values: &[u8]) -> u8 {
    values.iter().fold(0, |sum, value| {
        let doubled = sum << 1;
        let reduced = if doubled & 32 == 0 {
            doubled
        } else {
            doubled ^ 0b10_0101
        };
        reduced ^ value
    })
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{PREFIX}-")?;
        for value in self.0 {
            let character = ALPHABET.get(usize::from(value)).copied().unwrap_or(b'0');
            write!(f, "{}", char::from(character))?;
        }
        Ok(())
    }
}

impl FromStr for Code {
    type Err = CodeError;

    /// Reads a code as people type it into a box: in any case, with or without the prefix and what separates.
    fn from_str(text: &str) -> Result<Self, CodeError> {
        let mut plain: String = text
            .chars()
            .filter(|c| !c.is_whitespace() && !DASHES.contains(c))
            .collect();
        if plain.len() == LENGTH + PREFIX.len()
            && plain.get(..2).is_some_and(|at| at.eq_ignore_ascii_case(PREFIX))
        {
            plain = plain.split_off(PREFIX.len());
        }
        of_characters(&plain)
    }
}

fn of_characters(text: &str) -> Result<Code, CodeError> {
    let mut values = [0; LENGTH];
    if text.chars().count() != LENGTH {
        return Err(CodeError::Form);
    }
    for (value, character) in values.iter_mut().zip(text.chars()) {
        *value = value_of(character).ok_or(CodeError::Form)?;
    }
    if sum(&values) == 0 {
        Ok(Code(values))
    } else {
        Err(CodeError::Check)
    }
}

fn value_of(character: char) -> Option<u8> {
    let character = match character.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let at = ALPHABET
        .iter()
        .position(|known| char::from(*known) == character)?;
    u8::try_from(at).ok()
}

/// What a text holds of codes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// The codes in order, each once.
    pub codes: Vec<Code>,
    /// What looks like a code, and has a wrong character.
    pub damaged: Vec<String>,
}

/// The codes in a text, quoted or not: with their prefix, as words of their own.
pub fn find_in(text: &str) -> Found {
    let mut found = Found::default();
    let mut before = None;
    for (at, character) in text.char_indices() {
        let starts_word = !before.is_some_and(char::is_alphanumeric);
        before = Some(character);
        if !starts_word || !character.eq_ignore_ascii_case(&'u') {
            continue;
        }
        let Some(word) = text.get(at..).and_then(characters_at) else {
            continue;
        };
        match of_characters(word) {
            Ok(code) if !found.codes.contains(&code) => found.codes.push(code),
            // A word such as "US-Georgia" looks like one too; a code without any digit is rare.
            Err(CodeError::Check) if word.contains(|c: char| c.is_ascii_digit()) => {
                found
                    .damaged
                    .push(format!("{PREFIX}-{}", word.to_ascii_uppercase()));
            }
            _ => {}
        }
    }
    found
}

/// The characters of what begins like a code: the prefix, a dash, perhaps a line's end, and as many as a code has.
fn characters_at(text: &str) -> Option<&str> {
    let start = text.get(..PREFIX.len())?;
    if !start.eq_ignore_ascii_case(PREFIX) {
        return None;
    }
    let rest = text.get(PREFIX.len()..)?.trim_start_matches([' ', '\u{a0}']);
    let rest = rest.strip_prefix(DASHES)?.trim_start();
    let end = rest
        .char_indices()
        .find(|(_, c)| !c.is_alphanumeric())
        .map_or(rest.len(), |(end, _)| end);
    rest.get(..end).filter(|word| word.len() == LENGTH)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    /// Numbers without a pattern, the same each time.
    fn numbers() -> impl Iterator<Item = u64> {
        std::iter::successors(Some(0x9E37_79B9_7F4A_7C15_u64), |last| {
            let mut next = last ^ (last << 13);
            next ^= next >> 7;
            Some(next ^ (next << 17))
        })
    }

    #[test]
    fn each_wrong_character_and_each_swap_is_found_in_ten_thousand_codes() {
        for code in numbers().take(10_000).map(Code::from_random) {
            let text = code.to_string();
            assert_eq!(text.parse(), Ok(code));
            let characters = text.trim_start_matches("US-").as_bytes();
            for at in 0..LENGTH {
                for other in ALPHABET {
                    let mut wrong = characters.to_vec();
                    wrong[at] = *other;
                    let wrong = String::from_utf8(wrong).unwrap();
                    let read = of_characters(&wrong);
                    assert_eq!(read == Ok(code), *other == characters[at], "{text} {wrong}");
                    assert!(
                        *other == characters[at] || read == Err(CodeError::Check),
                        "{text} {wrong}"
                    );
                }
                for second in at + 1..LENGTH {
                    let mut wrong = characters.to_vec();
                    wrong.swap(at, second);
                    let wrong = String::from_utf8(wrong).unwrap();
                    assert_eq!(
                        of_characters(&wrong).is_ok(),
                        characters[at] == characters[second],
                        "{text} {wrong}"
                    );
                }
            }
        }
    }

    #[test]
    fn a_code_is_found_in_subjects_sentences_and_quotations() {
        let code = Code::from_random(0x2A5F_11C3);
        let text = code.to_string();
        let lower = text.to_lowercase();
        let dashed = text.replace('-', "–");
        let wrapped = text.replace('-', "-\n");
        for holding in [
            format!("Re: Will you sign? [{text}]"),
            format!("> Ref {text}\n"),
            format!("({lower})."),
            format!("Ref. {dashed}, gracias"),
            format!("ref:{wrapped}"),
            format!("https://forms.example/?code={text}&name=Ana"),
        ] {
            assert_eq!(find_in(&holding).codes, [code], "{holding}");
        }
        assert_eq!(find_in(&format!("{text} and again {text}")).codes, [code]);
    }

    #[test]
    fn letters_that_look_like_digits_are_read_as_them() {
        let code = numbers()
            .map(Code::from_random)
            .find(|code| code.to_string().contains('0') && code.to_string().contains('1'))
            .unwrap();
        for (digit, letter) in [("0", "O"), ("0", "o"), ("1", "I"), ("1", "l")] {
            let typed = code.to_string().replace(digit, letter);
            assert_eq!(typed.parse(), Ok(code), "{typed}");
            assert_eq!(find_in(&typed).codes, [code], "{typed}");
        }
    }

    #[test]
    fn what_is_no_code_is_not_taken_for_one_and_a_damaged_one_is_said() {
        for other in [
            "US-Mexico relations",
            "USB-7K3QX9D",
            "US-123",
            "BUS-0000000",
            "US 7K3QX9D",
            "",
        ] {
            assert_eq!(find_in(other).codes, [], "{other}");
        }
        let text = Code::from_random(1).to_string();
        let last = if text.ends_with('0') { "1" } else { "0" };
        let damaged = format!("{}{last}", &text[..text.len() - 1]);
        let found = find_in(&format!("Ref {damaged}"));
        assert_eq!((found.codes.len(), found.damaged), (0, vec![damaged]));
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_a_panic(text in "\\PC*") {
            find_in(&text);
            let _ = text.parse::<Code>();
        }

        #[test]
        fn every_code_is_found_in_any_surrounding(bits: u64, before in "\\PC*", after in "\\PC*") {
            let code = Code::from_random(bits);
            // A code is a word of its own.
            let before = before.trim_end_matches(char::is_alphanumeric);
            let after = after.trim_start_matches(char::is_alphanumeric);
            let text = format!("{before}{code}{after}");
            prop_assert!(find_in(&text).codes.contains(&code));
        }
    }
}
