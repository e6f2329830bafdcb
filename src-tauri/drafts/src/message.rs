//! A message that a person's own mail program opens as an unsent draft.
//!
//! What is written: `X-Unsent: 1`, so that it opens as a draft; no From, Date or Message-ID, which the program that sends it sets;
//! lines end in CRLF; plain text and plain HTML beside each other; names and subject by RFC 2047 and folded, the names of
//! attachments by RFC 2231. A header's value holds no CR, LF or NUL.

use std::fmt::Write as _;

use mail_builder::headers::Header;
use mail_builder::headers::address::Address;
use mail_builder::headers::raw::Raw;
use mail_builder::headers::text::Text;
use mail_builder::mime::MimePart;

use crate::one_line;

/// The most addresses of a draft that writes to several at once: mail servers refuse more.
pub const MOST_OF_A_BATCH: usize = 45;

/// The longest address, RFC 5321.
const LONGEST_ADDRESS: usize = 254;

/// Somebody to write to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mailbox {
    /// The name, or empty.
    pub name: String,
    /// The address.
    pub email: String,
}

/// Something attached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its name, without a path.
    pub name: String,
    /// What kind of file it is, such as `application/pdf`.
    pub media_type: &'static str,
    /// What is in it.
    pub content: Vec<u8>,
}

/// A link that stands on a line of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// What is shown.
    pub label: String,
    /// Where it leads.
    pub address: String,
}

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Text; an empty line begins a paragraph.
    Text(String),
    /// Links where they can be shown, else the words that stand for them.
    Links {
        /// The links.
        links: Vec<Link>,
        /// What plain text says instead.
        plain: String,
    },
}

/// What a message says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Body {
    /// Its pieces in order.
    pub pieces: Vec<Piece>,
}

impl Body {
    /// Plain text alone.
    pub fn of_text(text: &str) -> Self {
        Self {
            pieces: vec![Piece::Text(text.to_owned())],
        }
    }

    /// As plain text, lines ended by LF.
    pub fn plain(&self) -> String {
        let mut text = String::new();
        for piece in &self.pieces {
            text.push_str(match piece {
                Piece::Text(text) => text,
                Piece::Links { plain, .. } => plain,
            });
        }
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        text.chars()
            .filter(|c| !c.is_control() || matches!(c, '\n' | '\t'))
            .collect()
    }

    /// As HTML of paragraphs and links alone, without style or picture.
    pub fn html(&self) -> String {
        let mut inner = String::new();
        for piece in &self.pieces {
            match piece {
                Piece::Text(text) => {
                    let text = Self::of_text(text).plain();
                    linked(&text, &mut inner);
                }
                Piece::Links { links, .. } => {
                    for (at, link) in links.iter().enumerate() {
                        if at > 0 {
                            inner.push('\n');
                        }
                        // Writing to a text does not fail.
                        let _ = write!(
                            inner,
                            "<a href=\"{}\">{}</a>",
                            escaped(&link.address),
                            escaped(&link.label)
                        );
                    }
                }
            }
        }
        let mut html = String::from("<html><body>\r\n");
        for paragraph in inner.split("\n\n").map(|paragraph| paragraph.trim_matches('\n')) {
            if !paragraph.trim().is_empty() {
                let _ = write!(html, "<p>{}</p>\r\n", paragraph.replace('\n', "<br>\r\n"));
            }
        }
        html.push_str("</body></html>\r\n");
        html
    }
}

/// Text escaped, with the web addresses in it as links.
fn linked(text: &str, html: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find("https://") {
        let (before, from) = rest.split_at(at);
        html.push_str(&escaped(before));
        let end = from
            .find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"'))
            .unwrap_or(from.len());
        let address = from
            .get(..end)
            .unwrap_or(from)
            .trim_end_matches(['.', ',', ';', ')', ':', '!', '?']);
        let _ = write!(html, "<a href=\"{0}\">{0}</a>", escaped(address));
        rest = from.get(address.len()..).unwrap_or_default();
    }
    html.push_str(&escaped(rest));
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

/// A message that is to be sent by a person.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Draft {
    /// To whom. Empty where everybody is written to out of sight of the others.
    pub to: Vec<Mailbox>,
    /// Who gets it out of sight of the others.
    pub bcc: Vec<Mailbox>,
    /// What about.
    pub subject: String,
    /// What it says.
    pub body: Body,
    /// What is attached.
    pub attachments: Vec<Attachment>,
}

/// Why a message can't be written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DraftError {
    /// An address that no message can be sent to.
    #[error("not an address to write to: {0}")]
    Address(String),
    /// Nobody to write to.
    #[error("nobody to write to")]
    Nobody,
}

/// What kind of file a name says it is.
pub fn media_type(name: &str) -> &'static str {
    let ending = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    match ending.as_str() {
        "pdf" => "application/pdf",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "doc" => "application/msword",
        "odt" => "application/vnd.oasis.opendocument.text",
        "rtf" => "application/rtf",
        _ => "application/octet-stream",
    }
}

/// Whether a message can be sent to an address: one `@`, a name before it without blanks, quotes or separators, a domain behind it.
pub fn is_address(email: &str) -> bool {
    let Some((name, domain)) = email.split_once('@') else {
        return false;
    };
    let is_of_name = |c: char| c.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c);
    let is_of_domain = |c: char| c.is_alphanumeric() || c == '-';
    let name_fits =
        !name.is_empty() && name.chars().all(is_of_name) && name.split('.').all(|part| !part.is_empty());
    let domain_fits = domain.split('.').all(|part| {
        !part.is_empty() && part.chars().all(is_of_domain) && !part.starts_with('-') && !part.ends_with('-')
    });
    email.len() <= LONGEST_ADDRESS && name_fits && domain_fits
}

impl Draft {
    /// Whether there is somebody to write to, and every address can be written to.
    ///
    /// # Errors
    /// [`DraftError`].
    pub fn check(&self) -> Result<(), DraftError> {
        let mut all = self.to.iter().chain(&self.bcc).peekable();
        if all.peek().is_none() {
            return Err(DraftError::Nobody);
        }
        match all.find(|mailbox| !is_address(&mailbox.email)) {
            Some(mailbox) => Err(DraftError::Address(one_line(&mailbox.email))),
            None => Ok(()),
        }
    }

    /// The file of the draft: an unsent message, RFC 5322 and MIME, lines ended by CRLF.
    ///
    /// # Errors
    /// [`DraftError`].
    pub fn eml(&self) -> Result<Vec<u8>, DraftError> {
        self.check()?;
        let mut message = Vec::new();
        message.extend_from_slice(b"X-Unsent: 1\r\n");
        for (name, mailboxes) in [("To", &self.to), ("Bcc", &self.bcc)] {
            if !mailboxes.is_empty() {
                addresses(&mut message, name, mailboxes);
            }
        }
        let subject = one_line(&self.subject);
        if subject.contains(ENCODED) {
            header(&mut message, "Subject", &Raw::new(encoded_words(&subject)));
        } else {
            header(&mut message, "Subject", &Text::new(subject));
        }
        message.extend_from_slice(b"MIME-Version: 1.0\r\n");
        let words = MimePart::new(
            "multipart/alternative",
            vec![
                MimePart::new("text/plain", crlf(&self.body.plain())),
                MimePart::new("text/html", self.body.html()),
            ],
        );
        if self.attachments.is_empty() {
            words.write_part(&mut message);
        } else {
            let mut parts = vec![words];
            for attachment in &self.attachments {
                let name = file_name(&attachment.name);
                let part = MimePart::new(attachment.media_type, attachment.content.clone()).attachment(name);
                parts.push(part);
            }
            MimePart::new("multipart/mixed", parts).write_part(&mut message);
        }
        Ok(message)
    }
}

fn header(message: &mut Vec<u8>, name: &str, value: &impl Header) {
    message.extend_from_slice(name.as_bytes());
    message.extend_from_slice(b": ");
    value.write_header(message, name.len() + 2);
}

/// What begins a word that is read as encoded. A name that holds it as it is would be read as something else.
const ENCODED: &str = "=?";

fn addresses(message: &mut Vec<u8>, header_name: &str, mailboxes: &[Mailbox]) {
    if mailboxes.iter().any(|mailbox| mailbox.name.contains(ENCODED)) {
        let all: Vec<String> = mailboxes
            .iter()
            .map(|mailbox| format!("{} <{}>", encoded_words(&one_line(&mailbox.name)), mailbox.email))
            .collect();
        return header(message, header_name, &Raw::new(all.join(", ")));
    }
    let one = |mailbox: &Mailbox| {
        let name = one_line(&mailbox.name);
        Address::new_address((!name.is_empty()).then_some(name), mailbox.email.clone())
    };
    header(
        message,
        header_name,
        &Address::new_list(mailboxes.iter().map(one).collect()),
    );
}

/// A text as encoded words, RFC 2047, of at most 75 characters each, none of which parts a character.
fn encoded_words(text: &str) -> String {
    const LONGEST: usize = 75 - "=?utf-8?Q?".len() - "?=".len();
    let mut words: Vec<String> = Vec::new();
    for character in text.chars() {
        let mut buffer = [0; 4];
        let mut piece = String::new();
        for byte in character.encode_utf8(&mut buffer).bytes() {
            if byte.is_ascii_alphanumeric() {
                piece.push(char::from(byte));
            } else {
                // Writing to a text does not fail.
                let _ = write!(piece, "={byte:02X}");
            }
        }
        match words.last_mut() {
            Some(last) if last.len() + piece.len() <= LONGEST => last.push_str(&piece),
            _ => words.push(piece),
        }
    }
    let words: Vec<String> = words.iter().map(|word| format!("=?utf-8?Q?{word}?=")).collect();
    words.join(" ")
}

fn crlf(text: &str) -> String {
    text.replace('\n', "\r\n")
}

/// A name without a path and without what no system takes in one.
fn file_name(name: &str) -> String {
    let plain = one_line(name).replace(['/', '\\', ':', '*', '?', '"', '<', '>', '|'], "-");
    plain.trim_matches(['.', ' ']).to_owned()
}
