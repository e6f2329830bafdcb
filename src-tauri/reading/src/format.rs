//! What kind of file some bytes are, told by what is in them and never by their name.
//!
//! Owns the order in which the kinds are asked for. It deliberately reads nothing: a reader may still refuse what it is
//! given.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{charset, csv, ldif, sheet};

/// The kind of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export, export_to = "reading/", rename = "FileFormat")]
pub enum Format {
    /// Running text or one name a line: for the reader of lists.
    List,
    /// Cells separated by a comma, a semicolon, a bar.
    Csv,
    /// Cells separated by tabs.
    Tsv,
    /// A workbook of Excel 2007 and later, and of nearly everything else.
    Xlsx,
    /// A workbook of Excel 97 to 2003.
    Xls,
    /// A spreadsheet of LibreOffice.
    Ods,
    /// A page, or the clipboard's flavour of one.
    Html,
    /// Address cards.
    Vcard,
    /// Entries of a directory or of Thunderbird's address book.
    Ldif,
    /// One message.
    Eml,
    /// A mailbox of messages.
    Mbox,
    /// None that is read: a picture, a PDF, a document, a program.
    Unknown,
}

impl Format {
    /// The word for it on the command line: `csv`, `vcard`.
    pub fn word(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Csv => "csv",
            Self::Tsv => "tsv",
            Self::Xlsx => "xlsx",
            Self::Xls => "xls",
            Self::Ods => "ods",
            Self::Html => "html",
            Self::Vcard => "vcard",
            Self::Ldif => "ldif",
            Self::Eml => "eml",
            Self::Mbox => "mbox",
            Self::Unknown => "unknown",
        }
    }

    /// The kind with this word.
    pub fn from_word(word: &str) -> Option<Self> {
        let all = [
            Self::List,
            Self::Csv,
            Self::Tsv,
            Self::Xlsx,
            Self::Xls,
            Self::Ods,
            Self::Html,
            Self::Vcard,
            Self::Ldif,
            Self::Eml,
            Self::Mbox,
        ];
        all.into_iter().find(|format| format.word() == word)
    }
}

/// How much of a file is looked at, in bytes.
const LOOK: usize = 64 * 1024;

/// What kind of file these bytes are.
pub fn format(bytes: &[u8]) -> Format {
    match bytes {
        [b'P', b'K', 3, 4, ..] => return zipped(bytes),
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => return compound(bytes),
        // BIFF without a container, as Excel 2 to 4 wrote it.
        [0x09, 0x00 | 0x02 | 0x04 | 0x08, ..] if bytes.len() > 6 && bytes[2] < 0x20 && bytes[3] == 0 => {
            return Format::Xls;
        }
        [b'%', b'P', b'D', b'F', b'-', ..] | [b'{', b'\\', b'r', b't', b'f', ..] => return Format::Unknown,
        _ => {}
    }
    let head = &bytes[..bytes.len().min(LOOK)];
    let (encoding, _) = charset::find(head);
    let (text, _, _) = encoding.decode(head);
    let strange = text
        .chars()
        .filter(|c| matches!(c, '\0'..='\u{8}' | '\u{E}'..='\u{1A}' | '\u{1C}'..='\u{1F}'))
        .count();
    if strange > 3 && strange * 20 > text.chars().count() {
        return Format::Unknown;
    }
    // Line ends are one kind before anything is judged.
    of_text(
        csv::with_plain_line_ends(&text)
            .trim_start_matches('\u{feff}')
            .trim_start(),
    )
}

fn zipped(bytes: &[u8]) -> Format {
    let has = |what: &[u8]| {
        // The names stand in the directory at the end, and in front of each part.
        let ends = [
            &bytes[..bytes.len().min(LOOK)],
            &bytes[bytes.len().saturating_sub(4 * LOOK)..],
        ];
        ends.iter()
            .any(|part| part.windows(what.len()).any(|window| window == what))
    };
    if has(b"opendocument.spreadsheet") || has(b"content.xml") && !has(b"opendocument.text") {
        Format::Ods
    } else if has(b"xl/workbook.bin")
        || has(b"word/document")
        || has(b"ppt/presentation")
        || has(b"opendocument.text")
    {
        Format::Unknown
    } else {
        // Whatever else calls itself a workbook is for the reader to refuse, with a sentence.
        Format::Xlsx
    }
}

/// A container of Microsoft's: a workbook, a locked workbook, or an old document.
fn compound(bytes: &[u8]) -> Format {
    let has = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(wide.len()).any(|window| window == wide)
    };
    if has("Workbook") || has("Book") {
        Format::Xls
    } else if has("EncryptedPackage") {
        Format::Xlsx
    } else {
        Format::Unknown
    }
}

fn of_text(text: &str) -> Format {
    let lower: String = text.chars().take(4096).collect::<String>().to_ascii_lowercase();
    if lower.starts_with("begin:vcard") {
        return Format::Vcard;
    }
    if lower.starts_with("from ") && is_mail(text.split_once('\n').map_or("", |(_, rest)| rest)) {
        return Format::Mbox;
    }
    if is_mail(text) {
        return Format::Eml;
    }
    if sheet::is_xml_workbook(&lower) {
        return Format::Xls;
    }
    if ldif::is_ldif(text) {
        return Format::Ldif;
    }
    let tags = [
        "<!doctype html",
        "<html",
        "<table",
        "<meta",
        "<ul",
        "<ol",
        "<!--startfragment",
        "<head",
        "<body",
        "<div",
        "<b style",
    ];
    if tags.iter().any(|tag| lower.starts_with(tag))
        || lower.starts_with('<') && tags.iter().any(|tag| lower.contains(tag))
        || lower.starts_with("version:") && lower.contains("starthtml:")
    {
        return Format::Html;
    }
    if lower.contains("\nbegin:vcard") {
        return Format::Vcard;
    }
    let unwrapped = csv::unwrapped(text);
    match csv::find_delimiter(unwrapped.as_deref().unwrap_or(text)) {
        Some('\t') => Format::Tsv,
        Some(_) => Format::Csv,
        None if csv::is_one_column(text) => Format::Csv,
        None => Format::List,
    }
}

/// Whether a text begins with the headers of a message: several lines of `Name: value`, some of them known ones.
fn is_mail(text: &str) -> bool {
    let known = [
        "from",
        "to",
        "date",
        "subject",
        "received",
        "return-path",
        "message-id",
        "mime-version",
        "delivered-to",
        "content-type",
        "reply-to",
        "cc",
        "in-reply-to",
        "references",
        "sender",
        "x-mailer",
    ];
    let (mut found, mut lines) = (0, 0);
    for line in text.lines().take(60) {
        if line.is_empty() {
            break;
        }
        if line.starts_with([' ', '\t']) && lines > 0 {
            continue;
        }
        let Some((name, _)) = line.split_once(':') else {
            return false;
        };
        if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_graphic()) {
            return false;
        }
        lines += 1;
        found += usize::from(known.contains(&name.to_ascii_lowercase().as_str()));
    }
    found >= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_of_text_are_told_by_what_is_in_them() {
        for (text, kind) in [
            ("Casa Luz\nMoor Alliance\n", Format::List),
            ("Casa Luz, Moor Alliance, and Peña Verde.", Format::List),
            ("Organization,City\n\"Luz, Inc.\",Leeds\nMoor,York\n", Format::Csv),
            ("Organización;Ciudad\nLuz;Leeds\n", Format::Csv),
            ("Organization\tCity\nLuz\tLeeds\n", Format::Tsv),
            ("\u{feff}BEGIN:VCARD\r\nVERSION:3.0\r\n", Format::Vcard),
            (
                "From: ana@luz.example\nTo: b@moor.example\nSubject: Yes\n\nSign us on.",
                Format::Eml,
            ),
            (
                "From ana@luz.example Mon May  4 10:00:00 2026\nFrom: ana@luz.example\nDate: x\n\nYes",
                Format::Mbox,
            ),
            ("<meta charset='utf-8'><table><tr><td>Luz", Format::Html),
            ("Version:0.9\r\nStartHTML:00000097\r\n<html>", Format::Html),
            ("From the members of Casa Luz: yes\nTo all", Format::List),
            // Line ends of one kind between rows and of another within cells.
            (
                "Group,Name,\"Which days?\n(tick all)\"\r\nElm,Bo,\"Mon, Tue\"\r\nPort,Cy,Mon\r\nLago,Di,\"Mon, Wed\"\r\n",
                Format::Csv,
            ),
            ("Organization,Contact\rElm,Bo\rPort,Cy\r", Format::Csv),
            // A table of one column has a heading that is known; bare names are a list.
            ("E-mail address\nbo@elm.example\ncy@port.example\n", Format::Csv),
            ("Organization\nElm League\nPort Workers\n", Format::Csv),
            ("Signatories\nElm League\nPort Workers\n", Format::List),
            ("Organizations:\nElm League\nPort Workers\n", Format::List),
            ("Elm League\nPort Workers\n", Format::List),
            (
                "\"Name;Email\"\n\"Bo Lind;bo@elm.example\"\n\"Cy Bay;cy@port.example\"\n",
                Format::Csv,
            ),
            ("\"Luz, Inc.\"\n\"Moor, LLC\"\n", Format::List),
            (
                "version: 1\n\ndn: cn=Bo Lind\ncn: Bo Lind\nmail: bo@elm.example\n",
                Format::Ldif,
            ),
        ] {
            assert_eq!(format(text.as_bytes()), kind, "{text}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_known_as_such() {
        assert_eq!(format(b"%PDF-1.7\n..."), Format::Unknown);
        assert_eq!(
            format(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0"),
            Format::Unknown
        );
        assert_eq!(format(b"{\\rtf1 x}"), Format::Unknown);
    }

    #[test]
    fn words_and_kinds_are_the_same_both_ways() {
        assert_eq!(Format::from_word("vcard"), Some(Format::Vcard));
        assert_eq!(Format::from_word("unknown"), None);
    }

    proptest::proptest! {
        #[test]
        fn telling_the_kind_never_fails(bytes: Vec<u8>) {
            format(&bytes);
        }
    }
}
