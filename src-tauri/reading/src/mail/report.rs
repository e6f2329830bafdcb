//! Reports of delivery: which addresses could not be written to, for good or for now, and what came back with the report.
//!
//! Sources: RFC 3464 (fields of each recipient), RFC 3463 (status codes: 5 for good, 4 for now), and `X-Failed-Recipients`, which
//! some servers write instead.

use mail_parser::{HeaderValue, Message, MessageParser, MimeHeaders, PartType};
use serde::{Deserialize, Serialize};

/// How many recipients of a report are kept.
const MOST: usize = 100;

/// How much of what came back is kept, in bytes.
const LONGEST_RETURNED: usize = 16 * 1024;

/// An address that a message did not reach.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failed {
    /// The address.
    pub email: String,
    /// The status, `5.1.1`, or empty.
    pub status: String,
    /// Whether it will not be tried again.
    pub for_good: bool,
}

/// What a report says: who was not reached, and what came back: the subject and the text of the message that was sent.
pub(super) fn read(message: &Message<'_>) -> (Vec<Failed>, String) {
    let (mut failed, mut returned) = (Vec::new(), String::new());
    for part in &message.parts {
        let kind = part.content_type().map(|kind| {
            let subtype = kind.subtype().unwrap_or("");
            format!("{}/{subtype}", kind.ctype()).to_ascii_lowercase()
        });
        match (kind.as_deref(), &part.body) {
            (Some("message/delivery-status"), body) => of_recipients(&text_of(body), &mut failed),
            (Some("text/rfc822-headers"), body) => {
                let headers = format!("{}\r\n\r\n", text_of(body).trim_end());
                if let Some(headers) = MessageParser::default().parse_headers(headers.as_bytes()) {
                    returned.push_str(headers.subject().unwrap_or(""));
                    returned.push('\n');
                }
            }
            (_, PartType::Message(sent)) => {
                returned.push_str(sent.subject().unwrap_or(""));
                returned.push('\n');
                if let Some(text) = sent.body_text(0) {
                    returned.push_str(&text);
                }
            }
            _ => {}
        }
    }
    if failed.is_empty() {
        named_in_a_header(message, &mut failed);
    }
    failed.truncate(MOST);
    let mut end = returned.len().min(LONGEST_RETURNED);
    while !returned.is_char_boundary(end) {
        end -= 1;
    }
    returned.truncate(end);
    (failed, returned)
}

fn text_of(body: &PartType<'_>) -> String {
    match body {
        PartType::Text(text) | PartType::Html(text) => text.to_string(),
        PartType::Binary(bytes) | PartType::InlineBinary(bytes) => {
            String::from_utf8_lossy(bytes).into_owned()
        }
        _ => String::new(),
    }
}

/// Reads the groups of fields, one group a recipient.
fn of_recipients(text: &str, failed: &mut Vec<Failed>) {
    for group in text.replace("\r\n", "\n").split("\n\n").take(MOST) {
        let field = |name: &str| {
            group.lines().find_map(|line| {
                let (field, value) = line.split_once(':')?;
                field
                    .trim()
                    .eq_ignore_ascii_case(name)
                    .then(|| value.trim().to_owned())
            })
        };
        let Some(recipient) = field("Final-Recipient").or_else(|| field("Original-Recipient")) else {
            continue;
        };
        let email = recipient
            .rsplit(';')
            .next()
            .unwrap_or("")
            .trim()
            .trim_matches(['<', '>'])
            .to_owned();
        let status = field("Status").unwrap_or_default();
        let status = status.split_whitespace().next().unwrap_or("").to_owned();
        let gave_up = field("Action").is_some_and(|action| action.eq_ignore_ascii_case("failed"));
        if email.contains('@') {
            failed.push(Failed {
                email,
                for_good: status.starts_with('5') || status.is_empty() && gave_up,
                status,
            });
        }
    }
}

/// Servers that write no report name the addresses in a header, and the reason in words.
fn named_in_a_header(message: &Message<'_>, failed: &mut Vec<Failed>) {
    let value = match message.header("X-Failed-Recipients") {
        Some(HeaderValue::Text(text)) => text.to_string(),
        Some(HeaderValue::TextList(all)) => all.join(","),
        _ => return,
    };
    let words = message.body_text(0).unwrap_or_default();
    let status = words
        .split(|c: char| !c.is_ascii_digit() && c != '.')
        .find(|word| {
            let parts: Vec<&str> = word.split('.').collect();
            parts.len() == 3
                && matches!(parts.first(), Some(&"4" | &"5"))
                && parts.iter().all(|part| !part.is_empty())
        });
    let status = status.unwrap_or("").to_owned();
    for email in value
        .split([',', ';', ' '])
        .map(str::trim)
        .filter(|email| email.contains('@'))
    {
        failed.push(Failed {
            email: email.trim_matches(['<', '>']).to_owned(),
            for_good: !status.starts_with('4'),
            status: status.clone(),
        });
    }
}
