//! Whether a message is signed or encrypted, by S/MIME (RFC 8551) or OpenPGP (RFC 3156). No signature is verified here and nothing
//! is decrypted: it is only told, so that nobody takes a message without words for one that says nothing.

use mail_parser::{ContentType, Message, MimeHeaders};
use serde::{Deserialize, Serialize};

/// How a message is sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Seal {
    /// It is signed, and its words can be read.
    Signed,
    /// It is signed in a form that holds its words too, which can't be read here; or it is encrypted, which can't be told.
    Closed,
    /// It is encrypted.
    Encrypted,
}

impl Seal {
    /// Whether the words can be read.
    pub fn is_readable(self) -> bool {
        self == Self::Signed
    }
}

/// How a message is sealed, if it is. A message that is attached to it doesn't count.
pub(super) fn of(message: &Message<'_>) -> Option<Seal> {
    message
        .parts
        .iter()
        .filter_map(|part| part.content_type())
        .find_map(of_type)
}

fn of_type(kind: &ContentType<'_>) -> Option<Seal> {
    let is = |ctype: &str, subtype: &str| {
        kind.ctype().eq_ignore_ascii_case(ctype)
            && kind
                .subtype()
                .is_some_and(|known| known.eq_ignore_ascii_case(subtype))
    };
    if is("multipart", "signed") {
        return Some(Seal::Signed);
    }
    if is("multipart", "encrypted") {
        return Some(Seal::Encrypted);
    }
    if !is("application", "pkcs7-mime") && !is("application", "x-pkcs7-mime") {
        return None;
    }
    let said = kind.attribute("smime-type").unwrap_or("").to_ascii_lowercase();
    match said.as_str() {
        // A certificate alone seals nothing.
        "certs-only" => None,
        "enveloped-data" | "authenveloped-data" => Some(Seal::Encrypted),
        _ => Some(Seal::Closed),
    }
}
