//! Messages that no person wrote: automatic replies, reports of delivery, notes that a message was opened.
//!
//! Sources: RFC 3834 (`Auto-Submitted`), RFC 3464 (reports of delivery), RFC 8098 (dispositions); and what servers send that
//! leave those headers out. None of these is ever an answer.

use mail_parser::{HeaderValue, Message, MimeHeaders};
use names::recognize::words::fold;
use serde::{Deserialize, Serialize};

/// What a message is that no person wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Automatic {
    /// Somebody is away, or a system confirms that it received something.
    Reply,
    /// It could not be delivered, or not yet.
    Bounce,
    /// It was opened, or thrown away.
    Disposition,
}

/// Whether a message is automatic, by its headers, its type and its subject.
pub fn automatic(message: &Message<'_>) -> Option<Automatic> {
    let header = |name: &str| match message.header(name) {
        Some(HeaderValue::Text(text)) => Some(text.trim().to_ascii_lowercase()),
        Some(HeaderValue::TextList(all)) => all.first().map(|text| text.trim().to_ascii_lowercase()),
        Some(HeaderValue::Empty) => Some(String::new()),
        Some(_) => Some(String::new()),
        None => None,
    };
    if let Some(kind) = message.content_type()
        && kind.ctype().eq_ignore_ascii_case("multipart")
        && kind
            .subtype()
            .is_some_and(|subtype| subtype.eq_ignore_ascii_case("report"))
    {
        let report = kind.attribute("report-type").unwrap_or("").to_ascii_lowercase();
        return Some(if report == "disposition-notification" {
            Automatic::Disposition
        } else {
            Automatic::Bounce
        });
    }
    let from = message
        .from()
        .and_then(|from| from.first())
        .and_then(|from| from.address())
        .unwrap_or("")
        .to_ascii_lowercase();
    if header("X-Failed-Recipients").is_some()
        || from.starts_with("mailer-daemon@")
        || from.starts_with("postmaster@")
    {
        return Some(Automatic::Bounce);
    }
    let submitted =
        header("Auto-Submitted").is_some_and(|value| !value.is_empty() && !value.starts_with("no"));
    let answered = [
        "X-Autoreply",
        "X-Autorespond",
        "X-Auto-Response",
        "X-Autoresponder",
    ]
    .into_iter()
    .any(|name| header(name).is_some());
    let precedence = header("Precedence").is_some_and(|value| {
        ["auto_reply", "auto-reply", "bulk", "junk"]
            .iter()
            .any(|word| value.starts_with(word))
    });
    let returns_nowhere =
        header("Return-Path").is_some_and(|path| path.trim_matches(['<', '>', ' ']).is_empty());
    if submitted || answered || precedence || returns_nowhere {
        return Some(Automatic::Reply);
    }
    of_subject(message.subject().unwrap_or(""))
}

/// What a subject alone tells, where a server wrote no header.
pub fn of_subject(subject: &str) -> Option<Automatic> {
    const REPLIES: [&str; 22] = [
        "automatic reply",
        "auto reply",
        "auto-reply",
        "autoreply",
        "auto response",
        "automatic response",
        "out of office",
        "out of the office",
        "away from office",
        "away from the office",
        "on vacation",
        "on leave",
        "respuesta automatica",
        "fuera de la oficina",
        "fuera de oficina",
        "reponse automatique",
        "absence du bureau",
        "automatische antwort",
        "abwesenheit",
        "resposta automatica",
        "ausencia temporaria",
        "risposta automatica",
    ];
    const BOUNCES: [&str; 9] = [
        "undeliverable",
        "undelivered mail",
        "mail delivery failed",
        "mail delivery failure",
        "delivery status notification",
        "delivery failure",
        "returned mail",
        "no se puede entregar",
        "unzustellbar",
    ];
    const DISPOSITIONS: [&str; 5] = ["read:", "not read:", "leido:", "lu :", "gelesen:"];
    let subject = fold(subject);
    // Behind the marks of an answer.
    let mut plain = subject.as_str();
    while let Some(rest) = ["re:", "aw:", "rv:", "fw:", "fwd:", "tr:"]
        .iter()
        .find_map(|mark| plain.strip_prefix(mark))
    {
        plain = rest.trim_start();
    }
    let starts = |words: &[&str]| words.iter().any(|word| plain.starts_with(word));
    if starts(&BOUNCES) {
        Some(Automatic::Bounce)
    } else if starts(&REPLIES) {
        Some(Automatic::Reply)
    } else if starts(&DISPOSITIONS) {
        Some(Automatic::Disposition)
    } else {
        None
    }
}
