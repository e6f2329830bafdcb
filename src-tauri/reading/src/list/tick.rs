//! Ticks, crosses and boxes before or behind a name: "✓ Amber Trust", "Birch Society ✗", "- [ ] Cedar Union".

use super::remark::Answer;

/// What the cross in a box means: a box that was ticked, or one of those who do not sign.
#[derive(Debug, Clone, Copy)]
pub(super) struct Signs {
    crossed_box: Answer,
    /// Whether a question mark before a name asks, as it does among ticks and crosses.
    asks: bool,
}

impl Default for Signs {
    fn default() -> Self {
        // By itself it could be either; what is unsure is no yes.
        Self {
            crossed_box: Answer::Waiting,
            asks: false,
        }
    }
}

impl Signs {
    /// Goes by the signs that a text holds beside it: with empty boxes it is a ticked one, with ticks it is a no.
    pub fn of(source: &str) -> Self {
        let has = |signs: &[char]| source.contains(signs);
        let crossed_box = match (has(TICKS), has(&['☐'])) {
            (true, _) => Answer::No,
            (false, true) => Answer::Yes,
            (false, false) => Self::default().crossed_box,
        };
        Self {
            crossed_box,
            asks: has(TICKS) || has(CROSSES),
        }
    }

    /// What a single sign says.
    fn says(self, sign: char) -> Option<Answer> {
        Some(match sign {
            '☒' => self.crossed_box,
            _ if TICKS.contains(&sign) => Answer::Yes,
            _ if CROSSES.contains(&sign) => Answer::No,
            _ if WAITING.contains(&sign) => Answer::Waiting,
            _ => return None,
        })
    }

    /// What the sign before a name says: `before` is its line up to the name, a bullet or a number in it.
    pub fn before(self, before: &str) -> Option<Answer> {
        let bare = trimmed(before).trim_end_matches([':', '-', '\u{2013}', '\u{2014}', ' ']);
        if let Some(inside) = bare.strip_suffix([']', ')']) {
            let (outside, mark) = inside.rsplit_once(['[', '('])?;
            return (!outside.contains(char::is_alphabetic)).then(|| self.boxed(mark))?;
        }
        let sign = bare.chars().next_back()?;
        let outside = &bare[..bare.len() - sign.len_utf8()];
        if sign == '?' && self.asks && outside.is_empty() {
            return Some(Answer::Waiting);
        }
        (!outside.contains(char::is_alphabetic)).then(|| self.says(sign))?
    }

    /// What stands in a box that was typed: "[x]", "[ ]", "( )".
    fn boxed(self, mark: &str) -> Option<Answer> {
        match mark.trim() {
            "" | "-" | "?" => Some(Answer::Waiting),
            "x" | "X" => Some(Answer::Yes),
            mark => self.whole(mark),
        }
    }

    /// What a text says that is nothing but one sign.
    pub fn whole(self, text: &str) -> Option<Answer> {
        let mut signs = trimmed(text).chars().filter(|c| !is_joiner(*c));
        let says = self.says(signs.next()?)?;
        signs.next().is_none().then_some(says)
    }

    /// Where a name ends that one of the signs stands behind, where the sign begins, and what it says.
    pub fn behind(self, text: &str) -> Option<(usize, usize, Answer)> {
        let bare = trimmed(text);
        let sign = bare.chars().next_back()?;
        let says = self.says(sign)?;
        let at = bare.len() - sign.len_utf8();
        let name = bare[..at].trim_end_matches(|c: char| {
            c.is_whitespace() || matches!(c, '-' | '\u{2013}' | '\u{2014}' | ':' | '|' | '(' | '[')
        });
        name.contains(char::is_alphabetic)
            .then_some((name.len(), at, says))
    }

    /// How many bytes at the beginning of a text are a sign and the space behind it.
    pub fn width(self, text: &str) -> usize {
        let Some(sign) = text.chars().next().filter(|sign| self.says(*sign).is_some()) else {
            return 0;
        };
        let rest = text[sign.len_utf8()..].trim_start_matches(|c: char| is_joiner(c) || c.is_whitespace());
        text.len() - rest.len()
    }
}

const TICKS: &[char] = &['✓', '✔', '☑', '✅', '🗸', '🗹', '👍'];
const CROSSES: &[char] = &['✗', '✘', '❌', '✖', '✕', '❎', '🚫', '👎', '⛔'];
const WAITING: &[char] = &['☐', '⬜', '⏳', '⌛', '❓', '❔'];

/// What makes a sign a picture or joins two: no sign of its own.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{fe0e}' | '\u{fe0f}' | '\u{200d}')
}

fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || is_joiner(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_before_a_name_is_its_answer() {
        let says = |text: &str| Signs::default().before(text);
        for yes in ["✓ ", "- [x] ", "[X] ", "1. ✔️ ", "(x) ", "☑", "✅ - "] {
            assert_eq!(says(yes), Some(Answer::Yes), "{yes}");
        }
        for no in ["✗ ", "❌ ", "• ✘ "] {
            assert_eq!(says(no), Some(Answer::No), "{no}");
        }
        for waiting in ["☐ ", "- [ ] ", "( ) ", "☒ "] {
            assert_eq!(says(waiting), Some(Answer::Waiting), "{waiting}");
        }
        for nothing in ["", "- ", "1. ", "(a) ", "see [x] and [y] ", "350 "] {
            assert_eq!(says(nothing), None, "{nothing}");
        }
    }

    #[test]
    fn a_crossed_box_is_a_yes_beside_empty_ones_and_a_no_beside_ticks() {
        assert_eq!(Signs::of("☐ a ☒ b").whole("☒"), Some(Answer::Yes));
        assert_eq!(Signs::of("☑ a ☒ b ☐ c").whole("☒"), Some(Answer::No));
        assert_eq!(Signs::of("☒ a ☒ b").whole("☒"), Some(Answer::Waiting));
    }

    #[test]
    fn a_sign_behind_a_name_is_no_part_of_it() {
        for (text, name, says) in [
            ("Birch Society ✗", "Birch Society", Answer::No),
            ("Cedar Union - ✔️", "Cedar Union", Answer::Yes),
            ("Elm Network: ☐", "Elm Network", Answer::Waiting),
        ] {
            let found = Signs::default().behind(text);
            assert_eq!(
                found.map(|(end, _, answer)| (&text[..end], answer)),
                Some((name, says))
            );
        }
        assert!(Signs::default().behind("✗").is_none());
    }
}
