//! How texts are folded for being found, and which characters make a word.
//!
//! What is folded here stands in the indexes of the file: a change of these rules is a change of the file, which is made
//! anew when it is next opened. The search tables cut words by themselves (the `unicode61` tokenizer of FTS5);
//! [`words`] cuts where they cut, or leaves a word whole that they will cut further.

use icu_properties::CodePointMapData;
use icu_properties::props::{GeneralCategory, GeneralCategoryGroup};

use crate::recognize::words::{fold as fold_letters, leading_article};
use crate::sort::surname;

/// The longest folded text, in characters; real names are shorter.
const MAX_FOLDED_CHARS: usize = 64;

/// How many characters of the input are folded: accents and marks that are dropped may come before those that are kept.
const MAX_INPUT_CHARS: usize = 4 * MAX_FOLDED_CHARS;

/// A text folded for prefix search: case, accents and the leading article are dropped, whatever separates words
/// becomes one space. Only the first 64 characters count.
pub fn name_start(text: &str) -> String {
    let text = beginning(text, MAX_INPUT_CHARS);
    let rest = leading_article(text)
        .and_then(|length| text.get(length..))
        .unwrap_or(text);
    fold(rest)
}

/// A person's name folded like [`name_start`], with the surname before the whole name.
pub fn surname_start(name: &str) -> String {
    let name = beginning(name, MAX_INPUT_CHARS);
    fold(&format!("{} {name}", surname(name)))
}

/// A text folded like [`name_start`], with the article in it.
pub fn fold(text: &str) -> String {
    let letters = fold_letters(beginning(text, MAX_INPUT_CHARS));
    let mut folded = String::with_capacity(letters.len());
    let mut count = 0;
    for word in words(&letters) {
        if !folded.is_empty() {
            if count + 1 >= MAX_FOLDED_CHARS {
                break;
            }
            folded.push(' ');
            count += 1;
        }
        for c in word.chars() {
            folded.push(c);
            count += 1;
            if count >= MAX_FOLDED_CHARS {
                // What was cut off may leave nothing but marks of a word.
                folded.truncate(folded.trim_end_matches(|c| c == ' ' || is_mark(c)).len());
                return folded;
            }
        }
    }
    folded
}

/// A single word folded, however long: case and accents aside.
pub fn fold_word(word: &str) -> String {
    fold_letters(word)
}

/// The words of a text, as they are written.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c| !is_in_word(c))
        .filter(|word| word.chars().any(|c| !is_mark(c)))
}

/// Whether a character stands within a word: a letter, a digit, or a mark on one.
fn is_in_word(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    let category = CodePointMapData::<GeneralCategory>::new().get(c);
    GeneralCategoryGroup::Letter
        .union(GeneralCategoryGroup::Number)
        .union(GeneralCategoryGroup::Mark)
        .contains(category)
}

/// Whether a character only changes the one before it.
fn is_mark(c: char) -> bool {
    !c.is_ascii() && GeneralCategoryGroup::Mark.contains(CodePointMapData::<GeneralCategory>::new().get(c))
}

/// The first `count` characters of a text.
pub fn beginning(text: &str, count: usize) -> &str {
    match text.char_indices().nth(count) {
        Some((end, _)) => &text[..end],
        None => text,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn case_accents_and_punctuation_are_aside_when_a_name_is_found_by_its_beginning() {
        for (text, folded) in [
            ("  Ñandú  — Río,  A.C. ", "nandu rio a c"),
            ("N\u{303}andu\u{301}", "nandu"),
            ("O’Brien & Sons", "o brien sons"),
            ("The Arc", "arc"),
            ("L’Entraide", "entraide"),
            ("La Crosse Friends", "la crosse friends"),
            ("R&D", "r d"),
            ("Straße e.V.", "strasse e v"),
            ("ΟΔΟΣ", "οδοσ"),
            ("東京都", "東京都"),
            ("हिन्दी", "हिन्दी"),
            ("ＦＵＬＬ ﬁne", "full fine"),
            ("🦡 Badger 🦡", "badger"),
            ("ana@river-org.example", "ana river org example"),
            ("(608) 555-0142", "608 555 0142"),
            ("…", ""),
            ("\u{301}", ""),
        ] {
            assert_eq!(name_start(text), folded, "{text}");
        }
    }

    #[test]
    fn a_person_is_found_by_the_surname_first() {
        assert_eq!(surname_start("María de la Cruz"), "cruz maria de la cruz");
        assert_eq!(surname_start("Cruz, María"), "cruz cruz maria");
    }

    proptest! {
        #[test]
        fn folding_is_bounded_and_folding_twice_changes_nothing(text in "\\PC{0,300}|.{0,80}") {
            let once = fold(&text);
            prop_assert!(once.chars().count() <= MAX_FOLDED_CHARS);
            prop_assert_eq!(fold(&once), once.clone());
            prop_assert_eq!(once.trim(), &once);
        }

        #[test]
        fn what_is_typed_of_a_name_is_where_its_folded_form_begins(
            words in proptest::collection::vec("[A-Za-zÁÉÑáéñßø]{1,9}", 1..6), typed in 1_usize..40
        ) {
            let name = words.join(" ");
            prop_assert!(fold(&name).starts_with(&fold(beginning(&name, typed))));
        }
    }
}
