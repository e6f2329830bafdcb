//! The text of a document in Rich Text Format.
//!
//! Only what is shown is read: fonts, colours, styles, pictures and everything in a destination that a reader may skip is
//! skipped. Control words that nobody knows say nothing.

use encoding_rs::Encoding;

use super::{DocumentError, Lines};
use crate::text::LARGEST_TEXT;

/// How deep groups may be in groups.
const DEEPEST: usize = 500;

/// Destinations whose text is no text of the document.
const SKIPPED: &[&str] = &[
    "fonttbl",
    "colortbl",
    "stylesheet",
    "info",
    "pict",
    "header",
    "headerl",
    "headerr",
    "headerf",
    "footer",
    "footerl",
    "footerr",
    "footerf",
    "footnote",
    "object",
    "fldinst",
    "listtable",
    "listoverridetable",
    "rsidtbl",
    "generator",
    "themedata",
    "datastore",
    "xmlnstbl",
    "nonshppict",
    "bkmkstart",
    "bkmkend",
    "pntext",
    "listtext",
];

/// What a group has of its own.
#[derive(Debug, Clone, Copy)]
struct Group {
    skipped: bool,
    hidden: bool,
    /// How many bytes stand for a character that was given by its number.
    fallback: usize,
}

/// The text of an RTF document.
pub(super) fn text(bytes: &[u8]) -> Result<String, DocumentError> {
    if bytes.len() > LARGEST_TEXT * 5 {
        return Err(DocumentError::Large);
    }
    let mut reader = Reader {
        bytes,
        at: 0,
        lines: Lines::default(),
        groups: Vec::new(),
        group: Group {
            skipped: false,
            hidden: false,
            fallback: 1,
        },
        encoding: encoding_rs::WINDOWS_1252,
        pending: Vec::new(),
        skip: 0,
        high: None,
    };
    reader.read()?;
    Ok(reader.lines.finish())
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
    lines: Lines,
    groups: Vec<Group>,
    group: Group,
    encoding: &'static Encoding,
    /// Bytes of the document's own code page, not yet decoded: a character may need two.
    pending: Vec<u8>,
    /// How many of the next characters only stand in for one that was read.
    skip: usize,
    /// The first half of a character beyond 65535.
    high: Option<u16>,
}

impl Reader<'_> {
    fn read(&mut self) -> Result<(), DocumentError> {
        while let Some(byte) = self.bytes.get(self.at).copied() {
            self.at += 1;
            match byte {
                b'{' => {
                    self.flush()?;
                    if self.groups.len() > DEEPEST {
                        return Err(DocumentError::Damaged);
                    }
                    self.groups.push(self.group);
                }
                b'}' => {
                    self.flush()?;
                    if let Some(group) = self.groups.pop() {
                        self.group = group;
                    }
                    self.skip = 0;
                }
                b'\\' => self.control()?,
                b'\r' | b'\n' => {}
                byte => self.byte(byte),
            }
        }
        self.flush()
    }

    fn byte(&mut self, byte: u8) {
        if self.skip > 0 {
            self.skip -= 1;
        } else if self.is_shown() {
            self.pending.push(byte);
        }
    }

    fn is_shown(&self) -> bool {
        !self.group.skipped && !self.group.hidden
    }

    fn flush(&mut self) -> Result<(), DocumentError> {
        if !self.pending.is_empty() {
            let (text, _) = self.encoding.decode_without_bom_handling(&self.pending);
            self.lines.push(&text)?;
            self.pending.clear();
        }
        Ok(())
    }

    fn control(&mut self) -> Result<(), DocumentError> {
        let Some(first) = self.bytes.get(self.at).copied() else {
            return Ok(());
        };
        if !first.is_ascii_alphabetic() {
            self.at += 1;
            match first {
                b'\'' => {
                    let digits = self
                        .bytes
                        .get(self.at..self.at + 2)
                        .and_then(|digits| std::str::from_utf8(digits).ok());
                    let byte = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok());
                    self.at += 2;
                    if let Some(byte) = byte {
                        self.byte(byte);
                    }
                }
                b'*' => self.group.skipped = true,
                b'~' => self.say("\u{a0}")?,
                b'_' => self.say("-")?,
                b'\\' | b'{' | b'}' => self.byte(first),
                b'\r' | b'\n' => self.paragraph()?,
                _ => {}
            }
            return Ok(());
        }
        let from = self.at;
        while self.bytes.get(self.at).is_some_and(u8::is_ascii_alphabetic) {
            self.at += 1;
        }
        let word = std::str::from_utf8(&self.bytes[from..self.at])
            .unwrap_or_default()
            .to_owned();
        let from = self.at;
        if self.bytes.get(self.at) == Some(&b'-') {
            self.at += 1;
        }
        while self.at - from < 12 && self.bytes.get(self.at).is_some_and(u8::is_ascii_digit) {
            self.at += 1;
        }
        let number: Option<i64> = std::str::from_utf8(&self.bytes[from..self.at])
            .ok()
            .and_then(|digits| digits.parse().ok());
        if self.bytes.get(self.at) == Some(&b' ') {
            self.at += 1;
        }
        self.word(&word, number)
    }

    fn word(&mut self, word: &str, number: Option<i64>) -> Result<(), DocumentError> {
        if SKIPPED.contains(&word) {
            if matches!(word, "listtext" | "pntext") {
                self.lines.mark = "- ";
            }
            self.group.skipped = true;
            return Ok(());
        }
        match word {
            "par" | "sect" | "page" | "line" => self.paragraph(),
            "tab" => self.say("\t"),
            "cell" | "nestcell" => {
                self.flush()?;
                self.say("\t")
            }
            "row" | "nestrow" => {
                self.flush()?;
                self.lines.end();
                Ok(())
            }
            "emdash" => self.say("\u{2014}"),
            "endash" => self.say("\u{2013}"),
            "bullet" => self.say("\u{2022}"),
            "lquote" => self.say("\u{2018}"),
            "rquote" => self.say("\u{2019}"),
            "ldblquote" => self.say("\u{201c}"),
            "rdblquote" => self.say("\u{201d}"),
            "v" | "deleted" => {
                self.group.hidden = number != Some(0);
                Ok(())
            }
            "uc" => {
                self.group.fallback = number
                    .and_then(|count| usize::try_from(count).ok())
                    .unwrap_or(1)
                    .min(16);
                Ok(())
            }
            "u" => self.character(number.unwrap_or_default()),
            "ansicpg" => {
                let label = format!("windows-{}", number.unwrap_or(1252));
                self.encoding = Encoding::for_label(label.as_bytes()).unwrap_or(encoding_rs::WINDOWS_1252);
                Ok(())
            }
            "bin" => {
                self.at += number
                    .and_then(|count| usize::try_from(count).ok())
                    .unwrap_or_default()
                    .min(self.bytes.len());
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn paragraph(&mut self) -> Result<(), DocumentError> {
        self.flush()?;
        if self.is_shown() {
            self.lines.paragraph();
        }
        Ok(())
    }

    fn say(&mut self, text: &str) -> Result<(), DocumentError> {
        self.flush()?;
        if self.is_shown() {
            self.lines.push(text)?;
        }
        Ok(())
    }

    /// A character by its number, which is written as a signed one of sixteen bits.
    fn character(&mut self, number: i64) -> Result<(), DocumentError> {
        self.skip = self.group.fallback;
        let unit = u16::try_from(number.rem_euclid(65_536)).unwrap_or_default();
        let units = match self.high.take() {
            Some(high) => vec![high, unit],
            None if (0xd800..0xdc00).contains(&unit) => {
                self.high = Some(unit);
                return Ok(());
            }
            None => vec![unit],
        };
        let text: String = char::decode_utf16(units).filter_map(Result::ok).collect();
        let skip = self.skip;
        self.say(&text)?;
        self.skip = skip;
        Ok(())
    }
}
