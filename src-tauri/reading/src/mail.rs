//! Messages: a single one (`.eml`) and mailboxes of them (`.mbox`).
//!
//! Owns the cutting of a mailbox into messages and what of a message is evidence: who wrote, when, to whom, about what, the
//! words, which of them are the writer's own and not quoted, and the names of what is attached. The parsing of a message is
//! mail-parser's. Attachments are named and never opened, and nothing that a message points to is fetched. Whether a
//! message is a yes is for a person.

mod copied;
mod outlook;
mod report;
mod seal;

use chrono::{DateTime, Utc};
use mail_parser::{Address, HeaderValue, Message, MessageParser, MimeHeaders, PartType};
use serde::{Deserialize, Serialize};

use crate::answer::{Automatic, automatic};
use crate::columns::{Assignment, By, Field, Mapping, Origin};
use crate::problem::{FileError, Problem, ProblemReason, check_size};
use crate::table::Table;

/// The longest text of a message that is kept, in bytes.
const LONGEST_TEXT: usize = 256 * 1024;

/// The longest header value that is kept, in bytes.
const LONGEST_HEADER: usize = 2_000;

/// How many addresses, references and attachments of a message are kept.
const MAX_OF_A_KIND: usize = 200;

/// The most parts of a message, by the lines that say their type, and by the lines between them.
const MOST_TYPES: usize = 500;
const MOST_BOUNDARIES: usize = 20_000;

/// The most messages of a mailbox.
const MOST_MESSAGES: usize = 50_000;

/// Somebody in a message.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Mailbox {
    /// The name, where it is written.
    pub name: Option<String>,
    /// The address.
    pub email: String,
}

pub use copied::read_copied;
pub use report::Failed;
pub use seal::Seal;

/// Something attached to a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// Its name, without any path.
    pub name: String,
    /// Its size in bytes.
    pub size: usize,
}

/// A message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Mail {
    /// Which one of the file it is, from 1.
    pub row: u32,
    /// Who wrote it.
    pub from: Mailbox,
    /// To whom, copies included.
    pub to: Vec<Mailbox>,
    /// What about.
    pub subject: String,
    /// When it was sent, as it says itself.
    pub sent: Option<DateTime<Utc>>,
    /// What the message is known by, without the angle brackets.
    pub message_id: Option<String>,
    /// What it answers, the last first.
    pub answers: Vec<String>,
    /// All of its words.
    pub text: String,
    /// The words that are the writer's own: without what is quoted and without the signature.
    pub own_words: String,
    /// What is attached.
    pub attachments: Vec<Attachment>,
    /// What it is, where no person wrote it.
    pub automatic: Option<Automatic>,
    /// Whether it is signed or encrypted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seal: Option<Seal>,
    /// Of a report of delivery: whom the message did not reach.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub failed: Vec<Failed>,
    /// Of a report of delivery: the subject and the text of what came back.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub returned: String,
    /// Where it stands in the file, in bytes: what is kept as evidence.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
}

/// Reads a message as Outlook saves it, with the message that it is: what stands where in it counts in that.
///
/// # Errors
/// [`FileError`] when there is no message in it, or beyond the limits.
pub fn read_outlook(bytes: &[u8]) -> Result<(Vec<Mail>, Vec<u8>), FileError> {
    check_size(bytes)?;
    if !outlook::is_container(bytes) {
        return Err(FileError::Kind);
    }
    let message = outlook::as_mail(bytes)?;
    let (mails, _) = read(&message)?;
    Ok((mails, message))
}

/// Reads a message or a mailbox.
///
/// # Errors
/// [`FileError`] when there is no message in it, or beyond the limits.
pub fn read(bytes: &[u8]) -> Result<(Vec<Mail>, Vec<Problem>), FileError> {
    check_size(bytes)?;
    let (mut mails, mut problems) = (Vec::new(), Vec::new());
    for (nth, (start, end)) in messages(bytes).into_iter().enumerate() {
        let row = u32::try_from(nth + 1).unwrap_or(u32::MAX);
        if nth >= MOST_MESSAGES {
            return Err(FileError::Long { most: MOST_MESSAGES });
        }
        if !is_bounded(&bytes[start..end]) {
            problems.push(Problem {
                row,
                reason: ProblemReason::MessageParts,
            });
            continue;
        }
        match one(&bytes[start..end], row) {
            Some(mut mail) => {
                (mail.start, mail.end) = (start, end);
                mails.push(mail);
            }
            None => problems.push(Problem {
                row,
                reason: ProblemReason::MessageEmpty,
            }),
        }
    }
    if mails.is_empty() {
        let long = problems
            .iter()
            .any(|problem| problem.reason == ProblemReason::MessageParts);
        return Err(if long { FileError::Deep } else { FileError::Kind });
    }
    Ok((mails, problems))
}

/// The columns in which messages are shown as rows.
const HEADINGS: [&str; 5] = ["From", "Email", "Date", "Subject", "Message"];

/// Messages as rows, under headings of their own.
///
/// # Errors
/// As [`Table::push`].
pub fn table(mails: &[Mail]) -> Result<Table, FileError> {
    let mut table = Table::new(None);
    table.push(0, false, HEADINGS)?;
    for mail in mails {
        let sent = mail
            .sent
            .map(|sent| sent.to_rfc3339_opts(chrono::SecondsFormat::Secs, true))
            .unwrap_or_default();
        let name = mail.from.name.as_deref().unwrap_or("");
        let cells = [name, &mail.from.email, &sent, &mail.subject, &mail.own_words];
        // A message that says nothing at all is kept by its number, so that rows and messages stay beside each other.
        if !table.push(mail.row, false, cells)? {
            table.push(mail.row, false, ["", "", "", "-"])?;
        }
    }
    table.set_header(Some(0));
    Ok(table)
}

/// What the columns of messages are for.
pub fn mapping() -> Mapping {
    let of = [Field::FullName, Field::Email, Field::Timestamp];
    let columns = of.into_iter().enumerate().map(|(column, field)| Assignment {
        column,
        field,
        by: By::Heading,
        weight: u8::MAX,
        person: 0,
    });
    Mapping {
        columns: columns.collect(),
        origin: Origin::Other,
    }
}

/// Whether a message has as many parts, and parts in parts, as people send. The parser goes down into a message inside a
/// message by calling itself, and the machine's stack is what ends; each level needs a line that says its type.
fn is_bounded(bytes: &[u8]) -> bool {
    let (mut types, mut boundaries) = (0usize, 0usize);
    for line in bytes.split(|byte| *byte == b'\n' || *byte == b'\r') {
        let line = line.trim_ascii_start();
        types += usize::from(
            line.get(..12)
                .is_some_and(|name| name.eq_ignore_ascii_case(b"content-type")),
        );
        boundaries += usize::from(line.starts_with(b"--"));
        if types > MOST_TYPES || boundaries > MOST_BOUNDARIES {
            return false;
        }
    }
    true
}

/// Where the messages of a file stand. A mailbox has a line `From somebody date` before each, mostly after an empty line.
fn messages(bytes: &[u8]) -> Vec<(usize, usize)> {
    let bytes_start = bytes
        .iter()
        .position(|byte| !byte.is_ascii_whitespace())
        .unwrap_or(0);
    if !bytes[bytes_start..].starts_with(b"From ") {
        return vec![(bytes_start, bytes.len())];
    }
    let mut starts: Vec<(usize, usize)> = Vec::new();
    let (mut at, mut blank) = (bytes_start, true);
    while at < bytes.len() {
        let length = bytes[at..]
            .iter()
            .position(|byte| *byte == b'\n')
            .map_or(bytes.len() - at, |length| length + 1);
        let line = &bytes[at..at + length];
        if blank && is_separator(line) || begins_a_message(line, &bytes[at + length..]) {
            starts.push((at, at + length));
        }
        blank = line.trim_ascii().is_empty();
        at += length;
    }
    let ends = starts.iter().skip(1).map(|(line, _)| *line).chain([bytes.len()]);
    starts
        .iter()
        .zip(ends)
        .map(|((_, start), end)| (*start, end))
        .collect()
}

/// Whether a line begins a message in a mailbox: `From ana@luz.example Mon May  4 10:00:00 2026`. A sentence that begins with
/// the word has no year and no time of day at its end.
fn is_separator(line: &[u8]) -> bool {
    let Some(rest) = line.strip_prefix(b"From ") else {
        return false;
    };
    let words = || {
        rest.split(|byte| byte.is_ascii_whitespace())
            .filter(|word| !word.is_empty())
    };
    let clock = words().any(|word| {
        word.len() >= 5
            && word.contains(&b':')
            && word.iter().all(|byte| byte.is_ascii_digit() || *byte == b':')
    });
    let year = words().any(|word| word.len() == 4 && word.iter().all(u8::is_ascii_digit));
    clock && year && words().count() <= 12
}

/// Whether a line begins a message without an empty line before it: exactly as programs write it (an address, weekday, month, day,
/// time and year), with headers at once below.
fn begins_a_message(line: &[u8], below: &[u8]) -> bool {
    let Some(rest) = line.strip_prefix(b"From ") else {
        return false;
    };
    let Ok(rest) = std::str::from_utf8(rest) else {
        return false;
    };
    let words: Vec<&str> = rest.split_whitespace().collect();
    let [_, weekday, month, day, clock, year @ ..] = words.as_slice() else {
        return false;
    };
    let is = |word: &str, of: &[&str]| of.contains(&word);
    let dated = is(weekday, &["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"])
        && is(
            month,
            &[
                "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
            ],
        )
        && day.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day))
        && clock.len() >= 5
        && clock.bytes().all(|byte| byte.is_ascii_digit() || byte == b':')
        && year.len() <= 4
        && year
            .iter()
            .any(|year| year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()));
    let next = below.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let header = next
        .iter()
        .position(|byte| *byte == b':')
        .is_some_and(|colon| colon > 0 && next[..colon].iter().all(u8::is_ascii_graphic));
    dated && (header || next.starts_with(b">From "))
}

fn one(bytes: &[u8], row: u32) -> Option<Mail> {
    let message = MessageParser::default().parse(bytes)?;
    let text = text(&message);
    let from = message
        .from()
        .or_else(|| message.sender())
        .and_then(|address| mailboxes(address).into_iter().next());
    if from.is_none() && (text.trim().is_empty() || message.headers().is_empty())
        || from.is_none() && message.date().is_none() && message.subject().is_none()
    {
        return None;
    }
    let mut to: Vec<Mailbox> = [message.to(), message.cc()]
        .into_iter()
        .flatten()
        .flat_map(mailboxes)
        .collect();
    to.truncate(MAX_OF_A_KIND);
    let mut answers: Vec<String> = ids(message.in_reply_to());
    answers.extend(ids(message.references()).into_iter().rev());
    let mut seen = std::collections::HashSet::new();
    answers.retain(|id| seen.insert(id.clone()));
    answers.truncate(MAX_OF_A_KIND);
    let sent = message
        .date()
        .filter(|date| date.is_valid())
        .and_then(|date| DateTime::from_timestamp(date.to_timestamp(), 0));
    let own_words = own_words(&text);
    let automatic = automatic(&message);
    let (failed, returned) = match automatic {
        Some(Automatic::Bounce) => report::read(&message),
        _ => (Vec::new(), String::new()),
    };
    Some(Mail {
        row,
        from: from.unwrap_or_default(),
        to,
        subject: header(message.subject().unwrap_or("")),
        sent,
        message_id: message.message_id().map(header),
        answers,
        automatic,
        seal: seal::of(&message),
        failed,
        returned,
        own_words,
        text,
        attachments: message
            .attachments()
            .take(MAX_OF_A_KIND)
            .map(attachment)
            .collect(),
        start: 0,
        end: 0,
    })
}

/// A header's value on one line, without control characters, of a length that can be shown.
fn header(value: &str) -> String {
    let mut end = value.len().min(LONGEST_HEADER);
    while !value.is_char_boundary(end) {
        end -= 1;
    }
    let words = value[..end].split(|c: char| c.is_whitespace() || c.is_control());
    words
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn mailboxes(address: &Address<'_>) -> Vec<Mailbox> {
    let one = |of: &mail_parser::Addr<'_>| {
        let email = header(of.address().unwrap_or("")).replace(' ', "");
        let name = of
            .name()
            .map(header)
            .map(|name| name.trim_matches(['"', '\'']).to_owned())
            .filter(|name| !name.is_empty() && *name != email);
        (!email.is_empty() || name.is_some()).then_some(Mailbox { name, email })
    };
    address.iter().take(MAX_OF_A_KIND).filter_map(one).collect()
}

fn ids(value: &HeaderValue<'_>) -> Vec<String> {
    match value {
        HeaderValue::Text(id) => vec![header(id)],
        HeaderValue::TextList(ids) => ids.iter().take(MAX_OF_A_KIND).map(|id| header(id)).collect(),
        _ => Vec::new(),
    }
}

fn attachment(part: &mail_parser::MessagePart<'_>) -> Attachment {
    let name = part.attachment_name().map(header).unwrap_or_default();
    // A name is a name: what stands before a separator of paths is dropped.
    let name = name
        .rsplit(['/', '\\'])
        .next()
        .unwrap_or("")
        .trim_matches('.')
        .to_owned();
    let size = match &part.body {
        PartType::Message(message) => message.raw_message().len(),
        body => match body {
            PartType::Text(text) | PartType::Html(text) => text.len(),
            PartType::Binary(bytes) | PartType::InlineBinary(bytes) => bytes.len(),
            _ => 0,
        },
    };
    Attachment { name, size }
}

/// The words of a message. Where it has only markup, that is read as the clipboard's is, so that what is hidden stays out.
fn text(message: &Message<'_>) -> String {
    let mut all = String::new();
    for part in message.text_bodies() {
        let words = match &part.body {
            PartType::Text(text) => text.replace("\r\n", "\n").replace('\r', "\n"),
            PartType::Html(markup) => crate::html::read_message(markup).unwrap_or_default(),
            _ => continue,
        };
        if !all.is_empty() {
            all.push_str("\n\n");
        }
        all.extend(
            words
                .chars()
                .filter(|c| !c.is_control() || matches!(c, '\n' | '\t'))
                .take(LONGEST_TEXT),
        );
        if all.len() > LONGEST_TEXT {
            break;
        }
    }
    let mut end = all.trim_end().len().min(LONGEST_TEXT);
    while !all.is_char_boundary(end) {
        end -= 1;
    }
    all.truncate(end);
    all
}

/// The words of a message that are its writer's: up to the message it answers and to the signature, without quoted lines. An
/// answer may also stand below what it quotes, or between.
fn own_words(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let mut own: Vec<&str> = Vec::new();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let plain = line.trim();
        if *line == "-- " || plain == "--" && at > 0 {
            break;
        }
        if let Some(introduction) = introduction(&lines[at..]) {
            at += introduction;
            let below = lines[at..]
                .iter()
                .map(|line| line.trim())
                .find(|line| !line.is_empty());
            if below.is_some_and(|line| line.starts_with('>')) {
                continue;
            }
            break;
        }
        // A quoted line, also where the mail program indents it.
        if !is_of_the_device(plain) && !plain.starts_with('>') {
            own.push(line.trim_end());
        }
        at += 1;
    }
    own.join("\n").trim().to_owned()
}

/// Whether a line is what a telephone or a mail program adds by itself: "Sent from my iPhone".
fn is_of_the_device(line: &str) -> bool {
    if line.len() > 120 {
        return false;
    }
    let folded = names::recognize::words::fold(line);
    let starts = [
        "sent from my ",
        "sent from mail for",
        "sent from yahoo",
        "sent from outlook",
        "sent from proton",
        "sent via ",
        "get outlook for",
        "enviado desde mi ",
        "enviado desde el ",
        "enviado desde yahoo",
        "enviado desde outlook",
        "obtener outlook para",
        "obten outlook para",
        "von meinem ",
        "gesendet von ",
        "envoye de mon ",
        "envoye depuis ",
        "telecharger outlook",
        "enviado do meu ",
        "enviado pelo ",
        "sent using ",
        "sent with proton",
    ];
    starts.iter().any(|start| folded.starts_with(start))
}

/// Whether a line ends in words that say who wrote what is quoted below it: "Nora Hale wrote:", "Am 4. Mai schrieb Nora Hale:".
pub(crate) fn says_who_wrote(line: &str) -> bool {
    const WROTE: [&str; 10] = [
        "wrote",
        "writes",
        "escribio",
        "ecrit",
        "escreveu",
        "ha scritto",
        "schrieb",
        "scrisse",
        "schreef",
        "va escriure",
    ];
    let Some(said) = line.trim_end().strip_suffix(':') else {
        return false;
    };
    let said = names::recognize::words::fold(said);
    let said = said.trim_end();
    WROTE.iter().any(|wrote| said.ends_with(wrote)) || said.contains(" schrieb ")
}

/// How many lines introduce here what a mail program puts under an answer, if they do: "On … wrote:", "El … escribió:", the
/// headers that Outlook writes.
fn introduction(lines: &[&str]) -> Option<usize> {
    let first = lines.first()?.trim();
    if first.starts_with("-----") && first.ends_with("-----") && first.contains(char::is_alphabetic) {
        return Some(1);
    }
    // The introduction may be wrapped over two or three lines.
    let starts = ["On ", "El ", "Le ", "Am ", "In data ", "Em ", "Op "];
    if starts.iter().any(|start| first.starts_with(start)) {
        let mut joined = String::new();
        for (above, line) in lines
            .iter()
            .take(3)
            .map(|line| line.trim())
            .take_while(|line| !line.is_empty())
            .enumerate()
        {
            joined.push_str(line);
            joined.push(' ');
            let line = joined.trim_end();
            if says_who_wrote(line) && joined.len() < 400 {
                return Some(above + 1);
            }
        }
    }
    // "Nora Hale wrote:" by itself introduces what is quoted below it.
    let quotes = || {
        lines
            .iter()
            .skip(1)
            .map(|line| line.trim())
            .find(|line| !line.is_empty())
    };
    if first.len() < 200 && says_who_wrote(first) && quotes().is_some_and(|line| line.starts_with('>')) {
        return Some(1);
    }
    let first = first.trim_start_matches('*');
    let begins = |line: &&str, words: &[&str]| {
        words
            .iter()
            .any(|word| line.trim().trim_start_matches('*').starts_with(word))
    };
    let headers = begins(&first, &["From:", "De:", "Von:"])
        && lines.iter().skip(1).take(5).any(|line| {
            begins(
                line,
                &[
                    "Sent:",
                    "Date:",
                    "Enviado:",
                    "Enviado el:",
                    "Fecha:",
                    "Envoyé :",
                    "Gesendet:",
                ],
            )
        })
        && lines.iter().skip(1).take(6).any(|line| {
            begins(
                line,
                &[
                    "To:", "Para:", "À :", "An:", "Subject:", "Asunto:", "Objet :", "Betreff:",
                ],
            )
        });
    headers.then_some(1)
}

#[cfg(test)]
mod tests;
