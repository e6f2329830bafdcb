//! A list in which each line says what a name answered, in somebody's own words: "Amber Trust -- can't sign this time",
//! "Yes: Amber Trust".
//!
//! The words are cut off before anything else looks at the lines, because a sentence behind a name makes the line look like one of
//! the text around the list. It is decided for the whole text: one line that ends so can be anything.

use names::recognize::words::fold;

use super::entry::{Entry, ListStatus};
use super::lines::{Line, Mark};
use super::remark;
use crate::answer::{Answer, answer};

/// The signs that part a name from what it answered. Two blanks come from columns.
const SIGNS: [&str; 8] = [
    " -- ",
    " \u{2014} ",
    " \u{2013} ",
    " - ",
    "\u{2014}",
    ": ",
    "\t",
    "  ",
];

/// At most this many words are a name, or an answer before one.
const MOST_WORDS: usize = 14;

/// What was cut off the lines of a text.
#[derive(Debug, Default)]
pub(super) struct Noted(Vec<Note>);

#[derive(Debug)]
struct Note {
    /// Where the name stands in the source, in bytes.
    name: std::ops::Range<usize>,
    status: Option<ListStatus>,
    /// Whether the words say yes, no or not yet by themselves.
    clear: bool,
    words: String,
}

impl Noted {
    /// Takes the answers off the lines where most lines have one.
    pub fn take(source: &str, lines: &mut [Line]) -> Self {
        for read in [behind, before] {
            let found: Vec<(usize, Note)> = lines
                .iter()
                .enumerate()
                .filter(|(_, line)| matches!(line.mark, Mark::None | Mark::Bullet | Mark::Number(_)))
                .filter_map(|(at, line)| Some((at, read(source, line)?)))
                .collect();
            let clear = found.iter().filter(|(_, note)| note.clear).count();
            let filled = lines.iter().filter(|line| !line.is_blank()).count();
            if clear < 2 || clear * 10 < filled * 6 {
                continue;
            }
            for (at, note) in &found {
                lines[*at].body = note.name.clone();
            }
            return Self(found.into_iter().map(|(_, note)| note).collect());
        }
        Self::default()
    }

    /// Tells the entries what was said of them.
    pub fn say(self, entries: &mut [Entry]) {
        let mut notes = self.0.into_iter().peekable();
        for entry in entries {
            while notes.next_if(|note| note.name.end <= entry.start).is_some() {}
            let Some(note) = notes.peek().filter(|note| note.name.contains(&entry.start)) else {
                continue;
            };
            entry.status = entry.status.or(note.status);
            entry.note = Some(note.words.clone());
        }
    }
}

/// The status that words say, and whether they are clear. What is unclear is no yes.
fn status_of(words: &str) -> (Option<ListStatus>, bool) {
    if let Some(answer) = remark::answer(&fold(words)) {
        return (remark::status_of(answer), true);
    }
    match answer(words) {
        Answer::Yes => (None, true),
        Answer::No => (Some(ListStatus::Declined), true),
        Answer::Condition | Answer::NotYet => (Some(ListStatus::Asked), true),
        Answer::Question | Answer::Unclear | Answer::NoAnswer => (Some(ListStatus::Asked), false),
    }
}

/// "Amber Trust -- can't sign this time".
fn behind(source: &str, line: &Line) -> Option<Note> {
    let body = &source[line.body.clone()];
    let (at, sign) = SIGNS
        .iter()
        .filter_map(|sign| body.find(sign).map(|at| (at, sign)))
        .min_by_key(|(at, sign)| (*at, std::cmp::Reverse(sign.len())))?;
    let (name, words) = (body[..at].trim_end(), body[at + sign.len()..].trim());
    if !is_name(name) || remark::answer(&fold(name)).is_some() {
        return None;
    }
    let (status, clear) = status_of(words);
    // A town or an acronym behind a name is no answer.
    if !clear && !words.starts_with(char::is_lowercase) {
        return None;
    }
    Some(Note {
        name: line.body.start..line.body.start + name.len(),
        status,
        clear,
        words: words.to_owned(),
    })
}

/// "Yes: Amber Trust"; several names behind one word are a list of their own with its heading.
fn before(source: &str, line: &Line) -> Option<Note> {
    let body = &source[line.body.clone()];
    let (at, sign) = SIGNS
        .iter()
        .filter_map(|sign| body.find(sign).map(|at| (at, sign)))
        .min_by_key(|(at, sign)| (*at, std::cmp::Reverse(sign.len())))?;
    let words = body[..at].trim();
    let name = body[at + sign.len()..].trim();
    let several = name.contains(';') || name.matches(',').count() > 1;
    if several || !is_name(name) {
        return None;
    }
    let start = line.body.start + body.len() - body[at + sign.len()..].trim_start().len();
    Some(Note {
        name: start..start + name.len(),
        status: remark::status_of(remark::answer(&fold(words))?),
        clear: true,
        words: words.to_owned(),
    })
}

fn is_name(text: &str) -> bool {
    let first = text.chars().find(|c| c.is_alphanumeric());
    first.is_some_and(|c| !c.is_lowercase()) && text.split_whitespace().count() <= MOST_WORDS
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::super::read_list;
    use super::*;

    fn read(text: &str) -> Vec<(String, Option<ListStatus>)> {
        let entries = read_list(text, &()).entries;
        entries
            .into_iter()
            .map(|entry| (entry.name, entry.status))
            .collect()
    }

    const DECLINED: Option<ListStatus> = Some(ListStatus::Declined);
    const ASKED: Option<ListStatus> = Some(ListStatus::Asked);

    fn are(names: [&str; 3], statuses: [Option<ListStatus>; 3]) -> Vec<(String, Option<ListStatus>)> {
        names.map(str::to_owned).into_iter().zip(statuses).collect()
    }

    #[test]
    fn what_somebody_noted_behind_or_before_a_name_is_its_answer() {
        let names = ["Alder House", "Birch Guild", "Cedar Club"];
        for text in [
            "Alder House -- can't sign this time\nBirch Guild -- happy to sign!\nCedar Club -- sue asks around\n",
            "Alder House: no\nBirch Guild: yes\nCedar Club: waiting on the board\n",
            "No: Alder House\nYes: Birch Guild\nMaybe: Cedar Club\n",
            "No - Alder House\nYes - Birch Guild\nPending - Cedar Club\n",
            "Alder House  no\nBirch Guild  yes\nCedar Club  yes, but only if \"ban\" is removed\n",
            "Alder House NO\nBirch Guild YES\nCedar Club NO REPLY\n",
            "✗ Alder House\n✓ Birch Guild\n☐ Cedar Club\n",
            "- [x] Birch Guild\n- ✗ Alder House\n- [ ] Cedar Club\n",
            "Alder House ✗\nBirch Guild ✓\nCedar Club ☐\n",
            "1. Alder House - ❌\n2. Birch Guild - ✔️\n3. Cedar Club - ⏳\n",
        ] {
            let mut found = read(text);
            found.sort();
            assert_eq!(found, are(names, [DECLINED, None, ASKED]), "{text}");
        }
    }

    #[test]
    fn what_is_no_answer_stays_where_it_is() {
        for text in [
            "Alder House - Milwaukee\nBirch Guild - Madison\nCedar Club - Racine\n",
            "Signed: Alder House, Birch Guild, Cedar Club.\n",
            "• Alder House\n• Birch Guild\n• Cedar Club\n",
            "✓ Alder House\n✓ Birch Guild\n✓ Cedar Club\n",
        ] {
            let statuses: Vec<_> = read(text).into_iter().map(|(_, status)| status).collect();
            assert_eq!(statuses, [None, None, None], "{text}");
        }
    }
}
