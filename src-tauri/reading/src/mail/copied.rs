//! A message as it is copied out of a mail program: text, perhaps with the lines at its head.

use chrono::{DateTime, Utc};

use super::{LONGEST_TEXT, Mail, Mailbox, header, own_words};
use crate::answer::of_subject;

/// Reads a text that was copied out of a mail program: the lines at its head that say who wrote about what, where they were copied
/// along, and the words.
pub fn read_copied(text: &str) -> Mail {
    let text: String = text
        .replace("\r\n", "\n")
        .replace('\r', "\n")
        .chars()
        .filter(|c| !c.is_control() || matches!(c, '\n' | '\t'))
        .take(LONGEST_TEXT / 4)
        .collect();
    if let Some(mail) = raw(&text) {
        return mail;
    }
    let (mut from, mut subject, mut sent) = (Mailbox::default(), String::new(), None);
    let (mut body, mut headed) = (0, false);
    for line in text.split_inclusive('\n').take(HEAD_LINES) {
        let plain = line.trim();
        // A line that goes on with the one before, as programs break theirs.
        if headed && line.starts_with([' ', '\t']) && !plain.is_empty() {
            body += line.len();
            continue;
        }
        let Some((name, value)) = plain
            .split_once(':')
            .map(|(name, value)| (name.trim(), value.trim()))
        else {
            if plain.is_empty() && !headed {
                body += line.len();
                continue;
            }
            break;
        };
        match names::recognize::words::fold(name).as_str() {
            "from" | "de" | "von" => from = mailbox_of(value),
            "subject" | "asunto" | "betreff" => subject = header(value),
            "date" | "sent" | "fecha" | "enviado" | "enviado el" | "gesendet" | "datum" => {
                sent = DateTime::parse_from_rfc2822(value)
                    .ok()
                    .map(|sent| sent.with_timezone(&Utc));
            }
            "to" | "para" | "cc" | "an" | "reply-to" | "responder a" => {}
            _ if headed && is_for_programs(name) => {}
            _ => break,
        }
        headed = true;
        body += line.len();
    }
    // The head of an answer that begins with what it answers is none of its own.
    if !headed {
        body = 0;
    }
    let text = text.get(body..).unwrap_or_default().trim().to_owned();
    Mail {
        row: 1,
        from,
        to: Vec::new(),
        automatic: of_subject(&subject),
        subject,
        sent,
        message_id: None,
        answers: Vec::new(),
        own_words: own_words(&text),
        text,
        attachments: Vec::new(),
        seal: None,
        failed: Vec::new(),
        returned: String::new(),
        start: 0,
        end: 0,
    }
}

/// A message as it came over the wire, pasted whole: what only programs read of it is read as programs do. None where the text is
/// none, or says nothing when it is read so.
fn raw(text: &str) -> Option<Mail> {
    let text = text.trim_start();
    let head: Vec<&str> = text
        .lines()
        .take(HEAD_LINES)
        .take_while(|line| !line.trim().is_empty())
        .collect();
    let name = |line: &str| -> Option<String> {
        let (name, _) = line.split_once(':')?;
        let written = |c: char| c.is_ascii_alphanumeric() || c == '-';
        (!name.is_empty() && name.chars().all(written)).then(|| name.to_ascii_lowercase())
    };
    let goes_on = |line: &str| line.starts_with([' ', '\t']);
    let names: Vec<String> = head.iter().filter_map(|line| name(line)).collect();
    let whole = head.iter().all(|line| goes_on(line) || name(line).is_some());
    if !whole || !names.iter().any(|name| name == "from") || !names.iter().any(|name| is_for_programs(name)) {
        return None;
    }
    let (mails, _) = super::read(text.as_bytes()).ok()?;
    let mail = mails.into_iter().next()?;
    (!mail.text.trim().is_empty()).then_some(Mail {
        row: 1,
        start: 0,
        end: 0,
        ..mail
    })
}

/// Whether a line at the head of a message is for programs alone, which none shows (RFC 5322 and 2045, and what servers add).
fn is_for_programs(name: &str) -> bool {
    const NAMES: [&str; 18] = [
        "mime-version",
        "message-id",
        "in-reply-to",
        "references",
        "received",
        "return-path",
        "delivered-to",
        "dkim-signature",
        "authentication-results",
        "received-spf",
        "thread-topic",
        "thread-index",
        "accept-language",
        "user-agent",
        "importance",
        "precedence",
        "auto-submitted",
        "sender",
    ];
    let name = name.to_ascii_lowercase();
    ["content-", "x-", "arc-", "list-"]
        .iter()
        .any(|beginning| name.starts_with(beginning))
        || NAMES.contains(&name.as_str())
}

/// How many lines at the head of a copied text are looked at: servers add dozens.
const HEAD_LINES: usize = 200;

/// Somebody as a mail program shows them: `Ana Mora <ana@luz.example>`, an address alone, a name alone.
fn mailbox_of(text: &str) -> Mailbox {
    let text = header(text);
    match text.split_once('<') {
        Some((name, rest)) => Mailbox {
            name: Some(name.trim().trim_matches('"').to_owned()).filter(|name| !name.is_empty()),
            email: rest.split('>').next().unwrap_or_default().trim().to_owned(),
        },
        None if text.contains('@') && !text.contains(' ') => Mailbox {
            name: None,
            email: text,
        },
        None => Mailbox {
            name: Some(text).filter(|name| !name.is_empty()),
            email: String::new(),
        },
    }
}
