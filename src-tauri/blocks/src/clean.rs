//! Makes a name safe to print beside others without changing what it says.
//!
//! A name prints exactly as given, with four exceptions, each because the character would act on what stands
//! around it: line breaks and tabs become a space; other control characters and Unicode noncharacters, which
//! no document format may hold, go; white space at the ends goes; direction marks that a name leaves open are
//! closed, so that it cannot turn the names after it around.

use std::borrow::Cow;

/// A name, title, place or heading as it prints: on one line.
pub(super) fn one_line(text: &str) -> Cow<'_, str> {
    let trimmed = text.trim();
    if !trimmed.chars().any(acts_outside) {
        return Cow::Borrowed(trimmed);
    }
    let mut line = String::with_capacity(trimmed.len());
    let mut broken = false;
    for c in trimmed.chars() {
        if is_break(c) {
            broken = true;
        } else if broken && c == ' ' {
            // White space around a line break came with it.
        } else if !is_forbidden(c) {
            if broken {
                line.truncate(line.trim_end_matches(' ').len());
                line.push(' ');
                broken = false;
            }
            line.push(c);
        }
    }
    // Trimmed again, because what stood at the end may have been dropped.
    Cow::Owned(close_directions(line.trim()).trim().to_owned())
}

/// A text of several lines, such as an introduction: line breaks stay, as `\n`; spaces at the ends stay too.
pub(super) fn lines(text: &str) -> String {
    let unified = text
        .replace("\r\n", "\n")
        .replace(['\r', '\u{85}', '\u{2028}', '\u{2029}', '\u{b}', '\u{c}'], "\n");
    let kept: String = unified
        .chars()
        .filter(|c| matches!(c, '\n' | '\t') || !is_forbidden(*c))
        .collect();
    kept.split('\n')
        .map(close_directions)
        .collect::<Vec<_>>()
        .join("\n")
}

/// Whether a text holds letters that run from right to left, or marks that turn direction.
pub(super) fn turns_direction(text: &str) -> bool {
    !text.is_ascii()
        && text.chars().any(|c| {
            matches!(c,
                '\u{590}'..='\u{8ff}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
                | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
        })
}

fn is_break(c: char) -> bool {
    matches!(c, '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Control characters, and the noncharacters that XML and HTML refuse.
fn is_forbidden(c: char) -> bool {
    c.is_control() || matches!(c, '\u{fdd0}'..='\u{fdef}') || (c as u32) & 0xfffe == 0xfffe
}

fn is_direction_mark(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn acts_outside(c: char) -> bool {
    // Most characters, and told at once.
    !matches!(c, ' '..='~') && (is_break(c) || is_forbidden(c) || is_direction_mark(c))
}

/// Closes the embeddings, overrides and isolates left open, and drops closing marks that close nothing.
///
/// After the Unicode Bidirectional Algorithm (UAX #9, rules X1 to X8): a closing isolate also ends embeddings
/// opened inside.
fn close_directions(text: &str) -> String {
    const POP_EMBEDDING: char = '\u{202c}';
    const POP_ISOLATE: char = '\u{2069}';
    let mut closed = String::with_capacity(text.len());
    let mut open = Vec::new();
    for c in text.chars() {
        match c {
            '\u{202a}' | '\u{202b}' | '\u{202d}' | '\u{202e}' => open.push(POP_EMBEDDING),
            '\u{2066}'..='\u{2068}' => open.push(POP_ISOLATE),
            POP_EMBEDDING => {
                if open.last() != Some(&POP_EMBEDDING) {
                    continue;
                }
                open.pop();
            }
            POP_ISOLATE => {
                let Some(at) = open.iter().rposition(|mark| *mark == POP_ISOLATE) else {
                    continue;
                };
                open.truncate(at);
            }
            _ => {}
        }
        closed.push(c);
    }
    closed.extend(open.iter().rev());
    closed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ordinary_name_is_not_touched() {
        for name in [
            "Women’s  Guild, Inc.",
            "שלום",
            "日本",
            "👩‍👩‍👧 Families",
            "A\u{a0}B",
            "\u{200f}x",
        ] {
            assert_eq!(one_line(name), name);
        }
    }

    #[test]
    fn line_breaks_and_tabs_become_one_space() {
        assert_eq!(
            one_line(" Riverbend\r\n  Tenants\tCouncil\u{2028}\n"),
            "Riverbend Tenants Council"
        );
        assert_eq!(one_line("Riverbend \n Tenants"), "Riverbend Tenants");
        assert_eq!(one_line("a\u{0}b\u{1b}[31m\u{ffff}c"), "ab[31mc");
        assert_eq!(one_line("\n\u{0}\n"), "");
        assert_eq!(lines("Dear all,\r\nwe sign: \u{7}"), "Dear all,\nwe sign: ");
    }

    #[test]
    fn direction_marks_are_closed_within_the_name() {
        assert_eq!(one_line("a\u{202e}b"), "a\u{202e}b\u{202c}");
        assert_eq!(
            one_line("a\u{2067}b\u{202a}c"),
            "a\u{2067}b\u{202a}c\u{202c}\u{2069}"
        );
        assert_eq!(one_line("a\u{2069}b\u{a0}\u{202c}"), "ab");
        assert_eq!(
            one_line("\u{2067}\u{202a}x\u{2069}y"),
            "\u{2067}\u{202a}x\u{2069}y"
        );
    }
}
