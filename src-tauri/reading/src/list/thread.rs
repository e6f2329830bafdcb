//! A thread of messages in which people answer one after the other: "Amber Trust is in!", "Please add Birch Guild", "I agree".
//!
//! Owns who speaks in a thread and whom an answer names: the organizations in it, else the one who wrote it. Messages that
//! hold a list of their own are read as any text; the caller takes the reading that finds more.

mod named;

use std::collections::HashMap;
use std::ops::Range;

use names::recognize::words::fold;

use super::entry::{Entry, ListStatus};
use super::flow::Flow;
use super::lines::Line;
use super::phrase::Phrase;
use super::prose;
use super::{signer, words};
use crate::mail::says_who_wrote;
use named::Named;

/// A longer text is no thread that somebody pastes.
const MOST_LINES: usize = 5_000;

/// One message: who wrote it, as a range of the source, and its lines.
#[derive(Debug, Default)]
struct Message {
    author: Option<Range<usize>>,
    lines: Vec<usize>,
}

/// The answers in a thread of messages, in the order of the text; nothing where the text is no thread or nobody answers.
pub(super) fn read(source: &str, lines: &[Line]) -> Vec<Entry> {
    if lines.len() > MOST_LINES {
        return Vec::new();
    }
    let Some(messages) = messages(source, lines) else {
        return Vec::new();
    };
    let mut entries: Vec<Entry> = Vec::new();
    for message in &messages {
        let before = entries.len();
        let mut words = String::new();
        for paragraph in paragraphs(source, lines, message) {
            words.push_str(&paragraph.text);
            words.push('\n');
            for sentence in prose::sentences(&paragraph.text) {
                for Named { range, status } in named::in_sentence(&paragraph.text, sentence) {
                    let span = paragraph.source(source, range.clone());
                    entries.push(entry(paragraph.text[range].to_owned(), span, status));
                }
            }
        }
        if entries.len() == before
            && let Some(author) = &message.author
            && let Some(status) = named::of_the_writer(&words)
        {
            let name = source[author.clone()].to_owned();
            match organization_below(source, lines, message) {
                // "Count us in. Ana Mora, Luz Fund"
                Some(span) if named::speaks_for_several(&words) => {
                    let mut own = entry(source[span.clone()].to_owned(), span, status);
                    own.signer = Some(name);
                    entries.push(own);
                }
                _ => entries.push(entry(name, author.clone(), status)),
            }
        }
    }
    entries.sort_by_key(|entry| entry.start);
    // Who is named again in an answer further down has been named.
    let mut seen: Vec<String> = Vec::new();
    entries.retain(|entry| {
        let key = fold(&entry.name);
        let is_new = !seen.contains(&key);
        if is_new {
            seen.push(key);
        }
        is_new
    });
    entries
}

fn entry(name: String, span: Range<usize>, status: Option<ListStatus>) -> Entry {
    Entry {
        name,
        signer: None,
        title: None,
        place: None,
        heading: None,
        start: span.start,
        end: span.end,
        doubt: None,
        status,
        note: None,
        probability: 1.0,
    }
}

/// The messages of a thread; nothing where fewer than two lines say who wrote what, or one and something quoted.
fn messages(source: &str, lines: &[Line]) -> Option<Vec<Message>> {
    let mut messages: Vec<Message> = vec![Message::default()];
    let mut by_author: HashMap<usize, usize> = HashMap::new();
    // Who speaks at each depth of quotation.
    let mut speakers: Vec<Option<Range<usize>>> = vec![None];
    let mut attributions = 0;
    let mut at = 0;
    while at < lines.len() {
        let line = &lines[at];
        let found = attribution(source, lines, at);
        at += 1;
        if let Some((author, headed, used)) = found {
            attributions += 1;
            at += used;
            let below = lines[at..]
                .iter()
                .find(|line| !line.is_blank())
                .map_or(0, |line| line.quoted);
            let depth = if headed || below <= line.quoted {
                line.quoted
            } else {
                below
            };
            speakers.truncate(depth + 1);
            speakers.resize(depth + 1, None);
            speakers[depth] = Some(author);
            continue;
        }
        let text = source[line.body.clone()].trim();
        if is_header(text) {
            continue;
        }
        let author = speakers.get(line.quoted).cloned().flatten();
        let message = match &author {
            None => 0,
            Some(author) => *by_author.entry(author.start).or_insert_with(|| {
                messages.push(Message {
                    author: Some(author.clone()),
                    lines: Vec::new(),
                });
                messages.len() - 1
            }),
        };
        messages[message].lines.push(at - 1);
    }
    let quoted = lines.iter().any(|line| line.quoted > 0);
    (attributions >= 2 || attributions == 1 && quoted).then_some(messages)
}

/// Who wrote what follows, whether a header of a message says so, and how many further lines that takes: "On Mon, Mar 2, Ana
/// Mora <ana@luz.example> wrote:", "From: Ana Mora".
fn attribution(source: &str, lines: &[Line], at: usize) -> Option<(Range<usize>, bool, usize)> {
    let line = &lines[at];
    let text = &source[line.body.clone()];
    if text.len() > 300 || text.is_empty() {
        return None;
    }
    if let Some((label, rest)) = text.split_once(':')
        && matches!(fold(label).as_str(), "from" | "de" | "von" | "da")
        && label.len() <= 6
        && (rest.contains(['@', '[', '<'])
            // "From: Ana Mora", and below it "To:" and "Subject:"
            || (1..=5).contains(&rest.split_whitespace().count())
                && lines[at + 1..]
                    .iter()
                    .take(3)
                    .any(|line| is_header(source[line.body.clone()].trim())))
    {
        let start = line.body.end - rest.len();
        return Some((person_in(source, start..line.body.end)?, true, 0));
    }
    let begins = fold(text.split(' ').next().unwrap_or_default());
    let dated = text.starts_with(|c: char| c.is_ascii_digit())
        || matches!(begins.as_str(), "on" | "el" | "le" | "am" | "em" | "il" | "op");
    let (range, used) = if says_who_wrote(text) {
        (line.body.clone(), 0)
    } else if let Some(next) = lines.get(at + 1)
        && dated
        && source[next.body.clone()].len() < 120
        && says_who_wrote(&source[next.body.clone()])
    {
        (line.body.start..next.body.end, 1)
    } else if dated && text.ends_with('>') && text.contains('@') && text.len() < 120 {
        (line.body.clone(), 0)
    } else {
        return None;
    };
    Some((person_in(source, range)?, false, used))
}

/// The last stretch of up to five words with capitals that is nobody's address, before an address or the word for writing.
fn person_in(source: &str, range: Range<usize>) -> Option<Range<usize>> {
    let text = &source[range.clone()];
    let folded_from = text.find(" schrieb ").map_or(0, |at| at + " schrieb ".len());
    let end = text[folded_from..]
        .find(['<', '[', '(', '\u{ab}'])
        .map_or_else(|| text.trim_end().len(), |at| folded_from + at);
    let mut best: Option<Range<usize>> = None;
    let mut at = folded_from;
    for piece in text[folded_from..end].split_inclusive(char::is_whitespace) {
        let from = at;
        at += piece.len();
        let word = piece
            .trim()
            .trim_matches(['"', '\'', ',', ':', '\u{201c}', '\u{201d}']);
        let bare = fold(word);
        let named = word.starts_with(char::is_uppercase)
            && !words::is_month(&bare)
            && !words::tells_time(&bare)
            && !matches!(
                bare.as_str(),
                "am" | "pm" | "on" | "le" | "el" | "em" | "il" | "at" | "gmt" | "utc"
            )
            && bare.len() < 30
            || best.is_some() && words::is_name_particle(&bare) && word.len() <= 3 && !word.is_empty();
        let ends = piece.trim().ends_with(',');
        let offset = piece.find(word).unwrap_or_default();
        let place = range.start + from + offset..range.start + from + offset + word.len();
        if named && !word.is_empty() {
            best = Some(match best {
                Some(so_far)
                    if source[so_far.end..place.start]
                        .trim_matches(['"', ' '])
                        .is_empty() =>
                {
                    so_far.start..place.end
                }
                _ => place,
            });
        } else if word.chars().any(char::is_alphanumeric)
            && !bare.ends_with("wrote")
            && best.is_some()
            && text[at..end].chars().any(char::is_uppercase)
        {
            best = None;
        }
        if ends && text[at..end].chars().any(char::is_uppercase) {
            best = None;
        }
    }
    best.filter(|range| range.len() > 1 && source[range.clone()].split_whitespace().count() <= 6)
}

/// Whether a line is one of those at the head of a message, or parts one from the next.
fn is_header(text: &str) -> bool {
    let label = text.split(':').next().unwrap_or_default();
    let headed = label.len() < text.len()
        && label.len() <= 16
        && matches!(
            fold(label).as_str(),
            "to" | "cc"
                | "bcc"
                | "date"
                | "sent"
                | "subject"
                | "reply-to"
                | "para"
                | "fecha"
                | "enviado"
                | "asunto"
                | "an"
                | "datum"
                | "gesendet"
                | "betreff"
                | "a"
                | "objet"
                | "envoye"
                | "assunto"
                | "data"
                | "oggetto"
        );
    headed || text.starts_with("-----") || text.starts_with("_____")
}

/// The paragraphs of a message; a blank line or a change of quotation ends one.
fn paragraphs(source: &str, lines: &[Line], message: &Message) -> Vec<Flow> {
    let mut all: Vec<Flow> = Vec::new();
    let mut before: Option<usize> = None;
    for at in &message.lines {
        let line = &lines[*at];
        if line.is_blank() {
            before = None;
            continue;
        }
        match all
            .last_mut()
            .filter(|_| before.is_some_and(|before| before + 1 == *at))
        {
            Some(flow) => flow.push_line(source, line.whole.clone()),
            None => all.push(Flow::of(source, line.whole.clone())),
        }
        before = Some(*at);
    }
    all
}

/// The organization that stands below the writer's own name at the end of a message.
fn organization_below(source: &str, lines: &[Line], message: &Message) -> Option<Range<usize>> {
    let filled: Vec<usize> = message
        .lines
        .iter()
        .copied()
        .filter(|at| !lines[*at].is_blank())
        .collect();
    let last = filled.len().saturating_sub(4);
    let tail = &filled[last..];
    let named = tail.iter().position(|at| {
        signer::is_person(&source[lines[*at].body.clone()])
            || source[lines[*at].body.clone()].split_whitespace().count() == 1
    })?;
    tail[named + 1..].iter().find_map(|at| {
        let body = lines[*at].body.clone();
        let text = &source[body.clone()];
        let start = text
            .find(", ")
            .map_or(0, |at| if signer::is_office(&text[..at]) { at + 2 } else { 0 });
        let phrase = Phrase::new(&text[start..]);
        let is_named =
            phrase.organization_words() > 0 && phrase.lower_share() < 0.3 && phrase.words.len() <= 10;
        (is_named && !text.contains('@')).then(|| body.start + start..body.end)
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::super::{ListStatus, read_list};

    fn read(text: &str) -> Vec<(String, Option<ListStatus>)> {
        let entries = read_list(text, &()).entries;
        entries
            .into_iter()
            .map(|entry| (entry.name, entry.status))
            .collect()
    }

    #[test]
    fn organizations_that_answers_name_are_read() {
        let text = "From: Ruth Alder <ruth@alder.example>\nSubject: Re: sign-on letter\n\nAmber Trust is in!\n\n\
            On Mon, Mar 2, 2020 at 4:01 PM Tom Birch <tom@birch.example> wrote:\n> Hi all,\n> Birch Guild will sign. \
            Also please add Cedar Club, they told me by phone.\n> Dune League can't sign this time.\n> Tom\n>\n> On Mon, \
            Mar 2, 2020 at 10:00 AM Coalition Desk <desk@coalition.example> wrote:\n>> Dear friends, please tell us by \
            Friday whether your organization signs.\n";
        let name = str::to_owned;
        assert_eq!(
            read(text),
            [
                (name("Amber Trust"), None),
                (name("Birch Guild"), None),
                (name("Cedar Club"), Some(ListStatus::Asked)),
                (name("Dune League"), Some(ListStatus::Declined)),
            ]
        );
    }

    #[test]
    fn who_agrees_without_naming_anybody_is_the_writer() {
        let text = "2019/7/17 Mara Linden <mara@linden.example>\n> I agree with the final text\n>\n> M\n>\n> -----Original \
            Message-----\n> From: Kofi Boateng [mailto:kofi@boateng.example]\n> Sent: Friday, July 17, 2019 3:36 AM\n> \
            Subject: Re: last call on the statement\n>\n> Hello\n>\n> I support the text with the last addition\n>\n> KB\n>\n\
            > Jana Hofer a \u{e9}crit :\n> > Hello, thank you. I support the text as is.\n> >\n> > Nia Prosper wrote:\n\
            > >> Am not sure about the second part.\n";
        let names: Vec<String> = read(text).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["Mara Linden", "Kofi Boateng", "Jana Hofer"]);
    }

    #[test]
    fn a_yes_with_a_condition_a_no_or_hearsay_is_no_yes() {
        let said = |words: &str| {
            let text = format!(
                "From: Ruth Alder <ruth@alder.example>\nSubject: Re: sign-on letter\n\n{words}\n\n\
                 On Mon, Mar 2, 2020 Tom Birch <tom@birch.example> wrote:\n> Who is with us?\n"
            );
            read(&text)
        };
        let (asked, declined) = (Some(ListStatus::Asked), Some(ListStatus::Declined));
        for (words, name, status) in [
            ("Amber Trust will sign.", "Amber Trust", None),
            (
                "Amber Trust will sign if the board approves.",
                "Amber Trust",
                asked,
            ),
            ("Amber Trust has agreed to think about it.", "Amber Trust", asked),
            (
                "Amber Trust supports the goals but cannot sign.",
                "Amber Trust",
                declined,
            ),
            ("Amber Trust is not in.", "Amber Trust", declined),
            ("Please add Cedar Club.", "Cedar Club", None),
            ("Please don't add Cedar Club.", "Cedar Club", declined),
            (
                "Never include Cedar Club without asking us.",
                "Cedar Club",
                declined,
            ),
            ("We would rather not add Cedar Club yet.", "Cedar Club", asked),
            ("Please add Cedar Club once they confirm.", "Cedar Club", asked),
            ("Should I add Cedar Club?", "Cedar Club", asked),
            ("Also add Cedar Club, they told me by phone.", "Cedar Club", asked),
            (
                "Luz Vecinal firma si se quita el segundo párrafo.",
                "Luz Vecinal",
                asked,
            ),
            ("No agreguen a Luz Vecinal.", "Luz Vecinal", declined),
            ("I agree.", "Ruth Alder", None),
            (
                "I agree, but only if the second paragraph goes.",
                "Ruth Alder",
                asked,
            ),
            ("Happy to sign once our director approves.", "Ruth Alder", asked),
            ("I agree that we should wait.", "Ruth Alder", asked),
        ] {
            assert_eq!(said(words), [(name.to_owned(), status)], "{words}");
        }
        assert!(
            said("Thank you, next time perhaps.")
                .iter()
                .all(|(name, _)| name != "Ruth Alder")
        );
    }

    #[test]
    fn a_message_with_a_list_stays_a_list() {
        let text = "From: Ruth Alder <ruth@alder.example>\nSubject: who signed\n\nSo far these have signed:\n\n- Amber \
            Trust\n- Birch Guild\n- Cedar Club\n- Dune League\n\nOn Mon, Mar 2, 2020 Tom Birch <tom@birch.example> \
            wrote:\n> Who is in?\n";
        let names: Vec<String> = read(text).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["Amber Trust", "Birch Guild", "Cedar Club", "Dune League"]);
    }
}
