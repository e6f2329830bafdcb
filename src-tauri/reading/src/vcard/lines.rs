//! From the bytes of a file to properties: line ends, folding, quoted-printable, parameters.
//!
//! Everything is done on bytes, because a file may hold several charsets, and lines are folded inside of characters.
//! A property that is not wanted is passed over without a copy, so that a photo costs nothing.

use std::borrow::Cow;

use encoding_rs::Encoding;

use crate::charset;

/// The names of properties that say something about who the card is for.
const WANTED: [&str; 16] = [
    "FN",
    "N",
    "ORG",
    "TITLE",
    "ROLE",
    "EMAIL",
    "TEL",
    "ADR",
    "URL",
    "NOTE",
    "CATEGORIES",
    "KIND",
    "X-ADDRESSBOOKSERVER-KIND",
    "X-ABSHOWAS",
    "AGENT",
    "BEGIN",
];

/// How many parameters a property may have; the rest say nothing.
const MOST_PARAMETERS: usize = 32;

/// How long the head of a property may be, in bytes, folded or not.
const LONGEST_HEAD: usize = 4096;

/// A property of a card: `item1.EMAIL;TYPE=work:ana@luz.example`.
#[derive(Debug, Clone)]
pub struct Property<'a> {
    /// Its name in capitals, without its group; empty when the line is no property.
    pub name: String,
    /// Its parameters, names in capitals; one without a name, as 2.1 has them, is a `TYPE`.
    pub parameters: Vec<(String, String)>,
    /// Its value, unfolded and out of quoted-printable, in its charset.
    pub value: Cow<'a, [u8]>,
    /// The charset that it names.
    pub charset: Option<&'static Encoding>,
    /// It lacks its colon; what stands behind the last semicolon was taken for its value.
    pub mended: bool,
}

impl Property<'_> {
    /// Whether anything is done with it.
    pub fn is_wanted(&self) -> bool {
        WANTED.contains(&self.name.as_str())
    }

    /// Its value as text, in the charset it names or else in this one.
    pub fn text(&self, encoding: &'static Encoding) -> Cow<'_, str> {
        self.charset
            .unwrap_or(encoding)
            .decode_without_bom_handling(&self.value)
            .0
    }

    /// Whether it is of a type: `WORK`, `FAX`.
    pub fn has_type(&self, of: &str) -> bool {
        self.parameters
            .iter()
            .filter(|(name, _)| name == "TYPE")
            .any(|(_, value)| {
                value
                    .split(',')
                    .any(|one| one.trim().trim_matches('"').eq_ignore_ascii_case(of))
            })
    }

    /// Where it comes among others of its name: the preferred first, then that of work, that of home last.
    pub fn rank(&self) -> u32 {
        let preference = self
            .parameters
            .iter()
            .find(|(name, _)| name == "PREF")
            .and_then(|(_, value)| value.trim().parse::<u32>().ok());
        match preference {
            Some(preference) => preference.min(100),
            None if self.has_type("PREF") => 1,
            None if self.has_type("WORK") => 101,
            None if self.has_type("HOME") => 103,
            None => 102,
        }
    }
}

/// The properties of a file, one after another.
pub struct Lines<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Lines<'a> {
    /// The properties in these bytes.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// The next line without its end, not unfolded.
    fn line(&mut self) -> Option<&'a [u8]> {
        if self.at >= self.bytes.len() {
            return None;
        }
        let rest = &self.bytes[self.at..];
        let length = rest
            .iter()
            .position(|byte| matches!(byte, b'\n' | b'\r'))
            .unwrap_or(rest.len());
        let end = if rest[length..].starts_with(b"\r\n") { 2 } else { 1 };
        self.at = (self.at + length + end).min(self.bytes.len());
        Some(&rest[..length])
    }

    fn peek(&self) -> Option<&'a [u8]> {
        Self { ..*self }.line()
    }

    /// What the line after this one is to it: its continuation without the mark of folding, or nothing.
    fn continuation(&mut self) -> Option<&'a [u8]> {
        let next = self.peek()?;
        let (first, rest) = next.split_first()?;
        if !matches!(first, b' ' | b'\t') {
            return None;
        }
        self.line();
        Some(rest)
    }
}

impl<'a> Iterator for Lines<'a> {
    type Item = Property<'a>;

    fn next(&mut self) -> Option<Property<'a>> {
        let line = self.line()?;
        // The head may be folded too, so what decides is where the colon is once it is there.
        let mut value: Cow<'a, [u8]> = Cow::Borrowed(line);
        let mut end = HeadEnd::default();
        let mut colon = end.look(&value);
        while colon.is_none() && value.len() < LONGEST_HEAD {
            let Some(more) = self.continuation() else { break };
            value.to_mut().extend_from_slice(more);
            colon = end.look(more);
        }
        let mended = colon.is_none();
        let Some(colon) = colon.or_else(|| without_colon(&value)) else {
            return Some(Property {
                name: String::new(),
                parameters: Vec::new(),
                value,
                charset: None,
                mended: false,
            });
        };
        let (name, parameters) = head(&value[..colon]);
        let quoted = parameters.iter().any(|(name, value)| {
            matches!(name.as_str(), "ENCODING" | "TYPE")
                && value.trim_matches('"').eq_ignore_ascii_case("quoted-printable")
        });
        let charset = parameters
            .iter()
            .find(|(name, _)| name == "CHARSET")
            .and_then(|(_, label)| charset::named(label).ok());
        let mut property = Property {
            name,
            parameters,
            value: Cow::Borrowed(&[]),
            charset,
            mended,
        };
        let wanted = property.is_wanted() || matches!(property.name.as_str(), "END");
        let mut value = match value {
            Cow::Borrowed(line) => Cow::Borrowed(&line[colon + 1..]),
            Cow::Owned(line) => Cow::Owned(line[colon + 1..].to_vec()),
        };
        loop {
            if quoted && value.ends_with(b"=") {
                // A soft line end; but a card that ends goes before.
                let Some(next) = self
                    .peek()
                    .filter(|next| !next.to_ascii_uppercase().starts_with(b"END:VCARD"))
                else {
                    break;
                };
                self.line();
                if wanted {
                    let value = value.to_mut();
                    value.pop();
                    value.extend_from_slice(next);
                } else {
                    value = Cow::Borrowed(next);
                }
            } else if let Some(more) = self.continuation() {
                if wanted {
                    value.to_mut().extend_from_slice(more);
                } else if quoted {
                    value = Cow::Borrowed(more);
                }
            } else {
                break;
            }
        }
        if wanted {
            property.value = if quoted {
                Cow::Owned(from_quoted_printable(&value))
            } else {
                value
            };
        }
        Some(property)
    }
}

/// Where the head of a property ends that lacks its colon: `TEL;TYPE=HOME;+1 608 555 0143`. Only of what a value can be told from
/// a parameter: numbers and addresses.
fn without_colon(line: &[u8]) -> Option<usize> {
    let name = line.split(|byte| *byte == b';').next()?;
    let name = name.rsplit(|byte| *byte == b'.').next()?;
    let last = line.iter().rposition(|byte| *byte == b';')?;
    let value = line.get(last + 1..)?;
    let digits = value.iter().filter(|byte| byte.is_ascii_digit()).count();
    let fits = name.eq_ignore_ascii_case(b"TEL") && digits > 4
        || name.eq_ignore_ascii_case(b"EMAIL") && value.contains(&b'@');
    (fits && !value.contains(&b'=')).then_some(last)
}

/// Looks for the end of the head of a property, piece by piece as it is unfolded: the first colon outside of quotation marks.
#[derive(Default)]
struct HeadEnd {
    looked: usize,
    quoted: bool,
    /// The first colon, within marks or not.
    first: Option<usize>,
}

impl HeadEnd {
    /// Where the head ends, if it does in this piece or in those before.
    fn look(&mut self, piece: &[u8]) -> Option<usize> {
        let start = self.looked;
        self.looked += piece.len();
        for (at, byte) in piece.iter().enumerate() {
            self.quoted ^= *byte == b'"';
            if *byte == b':' {
                self.first.get_or_insert(start + at);
                if !self.quoted {
                    return Some(start + at);
                }
            }
        }
        // A mark that is never closed hides no colon.
        if self.quoted { self.first } else { None }
    }
}

/// The name and the parameters of a property.
fn head(head: &[u8]) -> (String, Vec<(String, String)>) {
    let head = String::from_utf8_lossy(head);
    let mut pieces = Vec::new();
    let mut quoted = false;
    let mut start = 0;
    for (at, c) in head.char_indices() {
        match c {
            '"' => quoted = !quoted,
            ';' if !quoted => {
                pieces.push(&head[start..at]);
                start = at + 1;
            }
            _ => {}
        }
        if pieces.len() > MOST_PARAMETERS {
            break;
        }
    }
    pieces.push(&head[start..]);
    let name = pieces
        .first()
        .map_or("", |name| name.rsplit('.').next().unwrap_or(name))
        .trim()
        .to_ascii_uppercase();
    let parameters = pieces.iter().skip(1).map(|piece| match piece.split_once('=') {
        Some((name, value)) => (name.trim().to_ascii_uppercase(), value.to_owned()),
        None => ("TYPE".to_owned(), piece.trim().to_owned()),
    });
    (name, parameters.collect())
}

/// Bytes out of quoted-printable (RFC 2045, 6.7); what is no escape stays as it is.
fn from_quoted_printable(bytes: &[u8]) -> Vec<u8> {
    let digit = |byte: Option<&u8>| byte.and_then(|byte| char::from(*byte).to_digit(16));
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if byte == b'='
            && let (Some(high), Some(low)) = (digit(bytes.get(at + 1)), digit(bytes.get(at + 2)))
        {
            out.push(u8::try_from(high * 16 + low).unwrap_or(b'?'));
            at += 3;
        } else {
            // A soft line end before nothing.
            if !(byte == b'=' && at + 1 == bytes.len()) {
                out.push(byte);
            }
            at += 1;
        }
    }
    out
}
