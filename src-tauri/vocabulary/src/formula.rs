//! What a spreadsheet takes for a formula, and how a text is kept from being one.
//!
//! Source: OWASP, "CSV Injection"; with the wide forms, which East Asian spreadsheets read alike.

use std::borrow::Cow;

/// A text that no spreadsheet takes for a formula: led in by an apostrophe where it could be, which spreadsheets take
/// for "this is text".
pub fn guarded(text: &str) -> Cow<'_, str> {
    if is_formula(text) {
        format!("'{text}").into()
    } else {
        text.into()
    }
}

/// The text that was guarded; any other as it is.
pub fn unguarded(text: &str) -> &str {
    text.strip_prefix('\'')
        .filter(|rest| is_formula(rest))
        .unwrap_or(text)
}

/// Apostrophes before it change nothing, so that a text with one of its own comes back with that one.
fn is_formula(text: &str) -> bool {
    let text = text.trim_start_matches('\'');
    text.starts_with(['\t', '\r'])
        || text
            .trim_start()
            .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_be_a_formula_is_text_and_comes_back_as_it_was() {
        for text in [
            "=1+1", "+1", "-x", "@SUM(A1)", " =1", "\t=1", "＝1", "＋", "\r", "'=1",
        ] {
            assert_eq!(guarded(text), format!("'{text}"));
            assert_eq!(unguarded(&guarded(text)), text);
        }
        for text in ["", "Elm", "’s", "'tis", "1=1", "a@b.example"] {
            assert_eq!(guarded(text), text);
            assert_eq!(unguarded(text), text);
        }
    }
}
