//! The passphrase of a locked coalition: how it is held, made up and judged.

use icu_normalizer::ComposingNormalizerBorrowed;
use zeroize::Zeroizing;

use crate::error::{Error, Result};
use crate::messages::{Language, Message};

/// The longest passphrase, in characters.
const LONGEST: usize = 500;

/// How many words a passphrase has that is made up here: 66 bits, for the lists have 2,048 words each.
const WORDS: usize = 6;

/// A passphrase. Its memory is overwritten when it is dropped; nothing shows it.
#[derive(Clone)]
pub struct Passphrase(Zeroizing<String>);

impl std::fmt::Debug for Passphrase {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Passphrase")
    }
}

impl Passphrase {
    /// Takes a passphrase as somebody typed it. Blanks around it and line ends do not count, and a letter with an accent is one,
    /// in whichever of the two ways the keyboard wrote it.
    ///
    /// # Errors
    /// A rule when it is empty or longer than 500 characters (field `passphrase`).
    pub fn new(text: &str) -> Result<Self> {
        let text = text.trim();
        let refuse = |id| Err(Error::field("passphrase", Message::new(id)));
        if text.is_empty() {
            return refuse("error-passphrase-empty");
        }
        if text.chars().count() > LONGEST || text.contains('\0') {
            return refuse("error-passphrase-long");
        }
        let composed = ComposingNormalizerBorrowed::new_nfkc().normalize(text);
        Ok(Self(Zeroizing::new(composed.into_owned())))
    }

    /// Makes one up: six words of a public list, drawn by the system's random source.
    ///
    /// # Errors
    /// [`Error::NoRandomness`].
    pub fn generate(language: Language) -> Result<Self> {
        let list = match language {
            Language::English => bip39::Language::English,
            Language::Spanish => bip39::Language::Spanish,
        }
        .word_list();
        let mut words = Zeroizing::new(String::new());
        for number in 0..WORDS {
            // 2,048 divides 2^32: each word is as likely as any other.
            let random = getrandom::u32().map_err(|_| Error::NoRandomness)?;
            let word = list
                .get(random as usize % list.len())
                .copied()
                .unwrap_or_default();
            if number > 0 {
                words.push(' ');
            }
            words.push_str(word);
        }
        Self::new(&words)
    }

    /// Its text: for the cipher, and for the sheet that its owner prints.
    pub fn text(&self) -> &str {
        &self.0
    }
}

/// How hard a passphrase is to guess.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export, export_to = "locking/")]
pub enum Strength {
    /// Found in minutes by somebody who has the file.
    Weak,
    /// Found by somebody who spends weeks and money on it.
    Fair,
    /// Found by nobody.
    Strong,
}

/// Judges a passphrase by how many guesses it takes (Wheeler, "zxcvbn", USENIX Security 2016), at the ten thousand guesses in a
/// second that a slow hash and a good machine allow.
pub fn strength(text: &str) -> Strength {
    // What is longer tells no more, and takes long.
    let text: String = text.trim().chars().take(100).collect();
    let guesses = zxcvbn::zxcvbn(&text, &[]).guesses_log10();
    match guesses {
        ..10.0 => Strength::Weak,
        10.0..15.0 => Strength::Fair,
        _ => Strength::Strong,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_is_made_up_is_strong_and_never_the_same() {
        for language in Language::ALL {
            let one = Passphrase::generate(language).unwrap();
            let other = Passphrase::generate(language).unwrap();
            assert_eq!(one.text().split(' ').count(), WORDS);
            assert_ne!(one.text(), other.text());
            assert_eq!(strength(one.text()), Strength::Strong);
        }
    }

    #[test]
    fn what_everybody_types_is_weak() {
        for text in ["", "password", "wisconsin2024", "Signed!1"] {
            assert_eq!(strength(text), Strength::Weak, "{text}");
        }
    }

    #[test]
    fn a_passphrase_is_the_same_however_the_keyboard_wrote_it_and_never_shown() {
        let composed = Passphrase::new(" ni\u{f1}o azul\n").unwrap();
        assert_eq!(
            composed.text(),
            Passphrase::new("nin\u{303}o azul").unwrap().text()
        );
        assert_eq!(format!("{composed:?}"), "Passphrase");
        assert!(Passphrase::new(" \n").is_err());
        assert!(Passphrase::new(&"x".repeat(501)).is_err());
    }
}
