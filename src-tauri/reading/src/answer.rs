//! What the words of an answer say: yes, no, yes under a condition, not yet, a question, or nothing that a program may
//! decide.
//!
//! Owns consent in words, of a cell of a form and of a message alike, in English and Spanish; French, Portuguese and German
//! are understood well enough to be unclear rather than wrong. It errs towards doubt: a yes is only read where words say
//! so, nothing denies them, no condition follows, and the past is not meant. What an answer then does to a sign-on is
//! decided by the coalition.

mod automatic;
mod back;
mod phrases;
mod statement;
#[cfg(test)]
mod tests;

use names::recognize::words::fold;

pub use automatic::{Automatic, automatic, of_subject};
pub use back::back_on;
pub use statement::{
    asks_to_sign, is_about_authority, is_about_letter, is_about_something_else, states_signing,
};

/// The longest text that is judged, in words: what is longer is a document, and is read by a person.
const MOST_WORDS: usize = 400;

/// What an answer says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Answer {
    /// They sign.
    Yes,
    /// They sign if something is done or happens first.
    Condition,
    /// They have not decided.
    NotYet,
    /// They do not sign, or no longer.
    No,
    /// They ask something, and say neither.
    Question,
    /// There are words, and what they mean is for a person to say.
    Unclear,
    /// There is no answer: an empty cell, a box that nobody ticked.
    NoAnswer,
}

/// What some words say, of a form's cell or of a message's writer.
pub fn answer(words: &str) -> Answer {
    let trimmed = words.trim();
    if trimmed.is_empty() {
        return Answer::NoAnswer;
    }
    if let Some(mark) = of_a_box(trimmed) {
        return mark;
    }
    let text = Text::new(trimmed);
    if text.words == 0 {
        return Answer::NoAnswer;
    }
    if text.words > MOST_WORDS {
        return Answer::Unclear;
    }
    let no = text.says(phrases::NO) || text.starts_with_no();
    let condition = text.says(phrases::CONDITION) || text.si_is_if();
    let not_yet = text.says(phrases::NOT_YET);
    let yes = text.says(phrases::YES) || text.starts_with_yes();
    let doubtful = text.says(phrases::PAST)
        || text.says(phrases::HEARSAY)
        || text.says(phrases::ELSEWHERE)
        || text.is_foreign_condition();
    match (yes, no) {
        (true, true) => Answer::Unclear,
        (false, true) if doubtful => Answer::Unclear,
        (false, true) => Answer::No,
        (true, false) if doubtful => Answer::Unclear,
        (true, false) if condition || not_yet || text.says(phrases::BUT) => Answer::Condition,
        (true, false) if text.asks_whether() => Answer::Question,
        (true, false) => Answer::Yes,
        (false, false) if text.says(phrases::ONLY_IF) && !doubtful => Answer::Condition,
        (false, false) if not_yet => Answer::NotYet,
        (false, false) if text.has_question => Answer::Question,
        (false, false) => Answer::Unclear,
    }
}

/// Whether words hang what they say on something, put it off, relay it, ask it or mean another letter: a yes among them is none
/// yet.
pub fn is_open(words: &str) -> bool {
    let text = Text::new(words.trim());
    text.has_question
        || text.si_is_if()
        || text.is_foreign_condition()
        || [
            phrases::CONDITION,
            phrases::NOT_YET,
            phrases::BUT,
            phrases::HEARSAY,
            phrases::RELAYED,
            phrases::PAST,
            phrases::ELSEWHERE,
        ]
        .iter()
        .any(|phrases| text.says(phrases))
}

/// What a box or a cell that stands for one says; none for anything in words.
fn of_a_box(text: &str) -> Option<Answer> {
    Some(match text {
        "✓" | "✔" | "✔️" | "☑" | "☒" | "✅" | "👍" => Answer::Yes,
        "❌" | "✗" | "✘" | "👎" => Answer::No,
        "☐" | "□" | "◻" | "[ ]" | "-" | "–" | "—" => Answer::NoAnswer,
        _ => match fold(text).as_str() {
            "x" | "[x]" | "true" | "checked" | "1" | "y" | "verdadero" | "wahr" | "vrai" | "verdadeiro" => {
                Answer::Yes
            }
            "n" => Answer::No,
            "false" | "unchecked" | "0" | "falso" | "falsch" | "faux" | "n/a" | "na" => Answer::NoAnswer,
            _ => return None,
        },
    })
}

/// A text whose words stand between spaces, to look for phrases in.
struct Plain {
    text: String,
    /// Where its words begin.
    starts: Vec<usize>,
}

impl Plain {
    fn new(text: String) -> Self {
        Self {
            starts: text.match_indices(' ').map(|(at, _)| at + 1).collect(),
            text,
        }
    }

    /// Whether a phrase stands in it as whole words; one that ends in `*` may go on. Thousands of rows are each asked for
    /// hundreds of phrases, so they are looked for where a word begins alone.
    fn holds(&self, phrase: &str) -> bool {
        let (phrase, may_go_on) = match phrase.strip_suffix('*') {
            Some(start) => (start.as_bytes(), true),
            None => (phrase.as_bytes(), false),
        };
        self.starts.iter().any(|start| {
            let rest = self.text.as_bytes().get(*start..).unwrap_or_default();
            rest.strip_prefix(phrase)
                .is_some_and(|after| may_go_on || after.first() == Some(&b' '))
        })
    }

    /// Puts something else in the place of a phrase, wherever it stands.
    fn replace(&mut self, phrase: &str, by: &str) {
        if self.holds(phrase) {
            *self = Self::new(self.text.replace(&format!(" {phrase} "), by));
        }
    }
}

/// Words made comparable: folded, idioms that deny nothing set aside, each word between single spaces.
struct Text {
    /// Folded, with a space before the first word, between and after; sentences end in ` . `.
    plain: Plain,
    /// Lower case with its accents, between the same spaces.
    accented: String,
    words: usize,
    has_question: bool,
}

impl Text {
    fn new(text: &str) -> Self {
        let mut plain = Plain::new(spaced(&fold_lines(text)));
        for idiom in phrases::DENIES_NOTHING {
            plain.replace(idiom, " ");
        }
        // "Please do not include us": the yes inside it is none.
        for negated in phrases::NEGATED {
            plain.replace(negated, " must decline , ");
        }
        let accented = spaced(&text.to_lowercase());
        Self {
            words: plain
                .text
                .split(' ')
                .filter(|word| word.len() > 1 || word.chars().all(char::is_alphanumeric) && !word.is_empty())
                .count(),
            has_question: text.contains(['?', '？']),
            plain,
            accented,
        }
    }

    fn says(&self, phrases: &[&str]) -> bool {
        phrases.iter().any(|phrase| self.plain.holds(phrase))
    }

    /// Whether a sentence begins with a word of yes that stands by itself or before what goes with it: "Yes, sign us on".
    fn starts_with_yes(&self) -> bool {
        self.sentences().any(|sentence| {
            let mut words = sentence.split(' ').filter(|word| !word.is_empty());
            let Some(first) = words.next() else { return false };
            let second = words.next();
            match first {
                "yes" | "yep" | "yeah" | "yea" | "absolutely" | "definitely" | "agreed" | "approved"
                | "confirmed" | "confirmado" | "confirmada" | "claro" | "adelante" => {
                    second.is_none_or(|next| next == "," || phrases::GOES_WITH_YES.contains(&next))
                }
                "ok" | "okay" | "sure" | "oui" | "sim" | "ja" | "y" | "s" | "agree" | "accept" | "acepto"
                | "aceptamos" => second.is_none(),
                // Without its accent it is "if", unless it stands alone or before a comma.
                "si" => {
                    second.is_none_or(|next| next == ",")
                        || (self.accented.contains(" sí ")
                            && !phrases::AFTER_A_NAME.contains(&second.unwrap_or("")))
                }
                _ => false,
            }
        }) || self.accented.contains(" que sí ")
    }

    fn starts_with_no(&self) -> bool {
        self.sentences().any(|sentence| {
            let mut words = sentence.split(' ').filter(|word| !word.is_empty());
            let Some(first) = words.next() else { return false };
            let second = words.next();
            matches!(
                first,
                "no" | "nope" | "declined" | "decline" | "rechazado" | "non" | "nein" | "nao"
            ) && second.is_none_or(|next| next == "," || phrases::GOES_WITH_NO.contains(&next))
        })
    }

    /// "Si se quita el párrafo, firmamos": the Spanish "if", which is written without an accent.
    fn si_is_if(&self) -> bool {
        self.accented.match_indices(" si ").any(|(at, found)| {
            !matches!(
                self.accented[at + found.len()..].split(' ').next(),
                Some("," | "." | "") | None
            )
        })
    }

    /// Whether the only yes is inside a question: "Can you add us later?" says nothing yet.
    fn asks_whether(&self) -> bool {
        self.has_question
            && self
                .sentences()
                .filter(|sentence| !sentence.trim_end().ends_with('?'))
                .all(|sentence| {
                    let alone = Self {
                        plain: Plain::new(format!(" {} ", sentence.trim())),
                        accented: self.accented.clone(),
                        words: 0,
                        has_question: false,
                    };
                    !(alone.says(phrases::YES) || alone.starts_with_yes())
                })
    }

    fn is_foreign_condition(&self) -> bool {
        self.says(phrases::FOREIGN)
    }

    fn sentences(&self) -> impl Iterator<Item = &str> {
        self.plain
            .text
            .split_inclusive([';', '\u{1}', '?'])
            .flat_map(|part| part.split(" . "))
    }
}

/// The text folded line by line: the end of a line ends a sentence, as below a greeting.
fn fold_lines(text: &str) -> String {
    text.lines().map(fold).collect::<Vec<_>>().join(" . ")
}

/// Words between single spaces; commas, question marks and ends of sentences stay as words of their own.
fn spaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    out.push(' ');
    let mut push = |c: char| {
        if c == ' ' {
            if !out.ends_with(' ') {
                out.push(' ');
            }
        } else {
            out.push(c);
        }
    };
    for c in text.chars() {
        match c {
            '\'' | '’' => push('\''),
            c if c.is_alphanumeric() => push(c),
            ',' | '—' | '–' | ':' => {
                push(' ');
                push(',');
                push(' ');
            }
            '?' | '？' => {
                push(' ');
                push('?');
                push(' ');
                push('.');
                push(' ');
            }
            '.' | '!' | ';' | '\n' => {
                push(' ');
                push('.');
                push(' ');
            }
            _ => push(' '),
        }
    }
    push(' ');
    out
}
