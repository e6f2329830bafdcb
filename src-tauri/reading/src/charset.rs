//! From bytes to text: which charset they are in, and how sure that is.
//!
//! In this order: the charset that a person chose, a byte order mark, strict UTF-8, UTF-16 without a mark (told by its zero
//! bytes), and a guess by the letters, which is shown to the person and can be corrected. It deliberately knows no format:
//! the charset that a property of a vCard or a part of a mail names comes in as the chosen one.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1250, WINDOWS_1252};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::problem::FileError;

/// How a charset was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export, export_to = "reading/")]
pub enum CharsetBy {
    /// A person or the format named it.
    Chosen,
    /// A byte order mark at the beginning.
    Mark,
    /// Every byte is valid in it, which hardly happens by chance.
    Valid,
    /// By the letters: to be shown to the person.
    Guess,
}

/// The charset of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export, export_to = "reading/")]
pub struct Charset {
    /// Its name in the Encoding Standard: `UTF-8`, `windows-1252`.
    pub name: String,
    /// How it was found.
    pub by: CharsetBy,
}

/// A text with the charset it was written in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text. What could not be read is U+FFFD.
    pub text: String,
    /// The charset.
    pub charset: Charset,
}

/// The text in some bytes. `chosen` is the charset a person chose, by any name that the Encoding Standard knows.
///
/// # Errors
/// [`FileError::Charset`] when the chosen charset is unknown, [`FileError::Binary`] when the bytes are no text.
pub fn decode(bytes: &[u8], chosen: Option<&str>) -> Result<Decoded, FileError> {
    let (encoding, by) = match chosen {
        Some(label) => (named(label)?, CharsetBy::Chosen),
        None => find(bytes),
    };
    let (text, _, _) = encoding.decode(bytes);
    if is_binary(&text) {
        return Err(FileError::Binary);
    }
    let charset = Charset {
        name: encoding.name().to_owned(),
        by,
    };
    Ok(Decoded {
        text: text.into_owned(),
        charset,
    })
}

/// The charset of this name.
///
/// # Errors
/// [`FileError::Charset`] when there is none.
pub fn named(label: &str) -> Result<&'static Encoding, FileError> {
    // Programs on Windows and the Mac write names that the Encoding Standard lacks.
    let plain = label
        .trim()
        .trim_matches('"')
        .to_ascii_lowercase()
        .replace(['_', ' '], "-");
    let known = match plain.as_str() {
        "ansi" => Some(WINDOWS_1252),
        other => Encoding::for_label(other.as_bytes()).or_else(|| {
            let page = other.strip_prefix("cp-").or_else(|| other.strip_prefix("cp"))?;
            Encoding::for_label(format!("windows-{page}").as_bytes())
        }),
    };
    known.ok_or_else(|| FileError::Charset {
        charset: label.trim().chars().take(40).collect(),
    })
}

/// The charset of some bytes without any word from outside.
pub fn find(bytes: &[u8]) -> (&'static Encoding, CharsetBy) {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return (encoding, CharsetBy::Mark);
    }
    // UTF-16 of plain letters is valid UTF-8 too, with zeros between them: it has to be asked for first.
    if let Some(wide) = unmarked_wide(bytes) {
        return (wide, CharsetBy::Guess);
    }
    if std::str::from_utf8(bytes).is_ok() {
        return (UTF_8, CharsetBy::Valid);
    }
    // A UTF-8 file that was cut, or into which one wrong byte came, is still UTF-8: better one name with a mark in it than
    // every accent wrong.
    if mostly_utf8(bytes) {
        return (UTF_8, CharsetBy::Guess);
    }
    if is_macintosh(bytes) {
        return (MACINTOSH, CharsetBy::Guess);
    }
    (by_letters(bytes), CharsetBy::Guess)
}

/// Whether accents stand where old Macs had them: between small letters, on bytes that are signs in every charset of Windows
/// (`é` is a dash's neighbour there), and hardly any where those have their letters. Line ends of the Mac make it surer.
fn is_macintosh(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(256 * 1024)];
    let old_lines = sample.contains(&b'\r') && !sample.contains(&b'\n');
    let (mut mac, mut west) = (0usize, 0usize);
    for window in sample.windows(3) {
        let &[before, byte, after] = window else { continue };
        let letter = |byte: u8| byte.is_ascii_alphabetic() || byte >= 0x80;
        if byte < 0x80 || !before.is_ascii_alphabetic() && !after.is_ascii_lowercase() {
            continue;
        }
        // á à â ä ç é è ê ë í ì î ñ ó ò ô ö ú ù û ü ß, as the Mac has them; œ, š, ž and curly quotes are Windows' there.
        let accent = matches!(byte, 0x87..=0x91 | 0x93..=0x99 | 0x9D | 0x9F);
        let between = accent && before.is_ascii_lowercase() && after.is_ascii_lowercase();
        let beside = old_lines
            && (accent || matches!(byte, 0x92 | 0x9A | 0x9C | 0x9E))
            && (letter(before) || letter(after));
        mac += usize::from(between || beside);
        west += usize::from(byte >= 0xC0);
    }
    if old_lines {
        mac > west
    } else {
        mac > 1 && west * 4 < mac
    }
}

/// UTF-16 without a mark: every second byte is mostly zero, and the others are not.
fn unmarked_wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(64 * 1024) & !1];
    let units = sample.len() / 2;
    if units < 2 {
        return None;
    }
    let zeros = |offset: usize| {
        sample
            .iter()
            .skip(offset)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let (first, second) = (zeros(0), zeros(1));
    let (mostly, hardly) = (units * 2 / 5, units / 50);
    if second > mostly && first <= hardly {
        return Some(UTF_16LE);
    }
    (first > mostly && second <= hardly).then_some(UTF_16BE)
}

/// Whether nearly all that is not ASCII is valid UTF-8.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good >= 20 * bad.max(1)
}

/// The charset that the letters speak for.
///
/// The detector knows long texts best. A list of names is short, so its answer for Western Europe is held against what no
/// language of Western Europe writes: there `ñ` stands before a vowel, `¹` ends no word and `³` follows no letter, while in
/// the charset of Central Europe the same bytes are `ń`, `ą` and `ł`, which do just that.
pub fn by_letters(bytes: &[u8]) -> &'static Encoding {
    let domain = top_domain(bytes);
    let bytes = &*telling(bytes);
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    let guess = detector.guess(domain.as_deref(), Utf8Detection::Deny);
    if guess != WINDOWS_1252 || !central_letters(bytes) {
        return guess;
    }
    // The two charsets of Central Europe differ in Ą, ą, Š, š, Ś, ś, Ź, ź, Ž, ž, Ť and ť only. In ISO 8859-2 they are
    // letters where Windows has signs, and bytes below A0 are control characters, which nobody writes.
    let latin2 = Encoding::for_label(b"iso-8859-2").unwrap_or(WINDOWS_1250);
    if bytes.iter().any(|byte| (0x80..0xA0).contains(byte)) {
        return WINDOWS_1250;
    }
    if bytes.windows(2).any(|pair| {
        pair[0].is_ascii_alphabetic() && matches!(pair[1], 0xA1 | 0xA6 | 0xA9 | 0xAC | 0xB1 | 0xB6 | 0xBC)
    }) {
        return latin2;
    }
    WINDOWS_1250
}

/// What of a large file tells its charset: lines with something in them that is not ASCII, or escapes. The detector takes a
/// second for each few megabytes, and knows after far fewer.
fn telling(bytes: &[u8]) -> Cow<'_, [u8]> {
    const ENOUGH: usize = 512 * 1024;
    const ESCAPE: u8 = 0x1B;
    if bytes.len() <= ENOUGH {
        return Cow::Borrowed(bytes);
    }
    let mut telling = Vec::with_capacity(ENOUGH);
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        if line.iter().any(|byte| !byte.is_ascii() || *byte == ESCAPE) {
            let room = ENOUGH - telling.len();
            telling.extend_from_slice(&line[..line.len().min(room)]);
            if line.len() >= room {
                break;
            }
        }
    }
    Cow::Owned(telling)
}

/// The country of most of the email addresses in some bytes, as the last part of their domains: it tells the language.
fn top_domain(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut counts = std::collections::BTreeMap::<Vec<u8>, usize>::new();
    for (at, _) in bytes
        .iter()
        .enumerate()
        .filter(|(_, byte)| **byte == b'@')
        .take(1000)
    {
        let domain = bytes[at + 1..]
            .split(|byte| !(byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-')))
            .next();
        let top = domain
            .and_then(|domain| domain.rsplit(|byte| *byte == b'.').next())
            .unwrap_or_default();
        // Domains of two letters that are bought for how they look say nothing.
        if top.len() == 2
            && top.iter().all(u8::is_ascii_alphabetic)
            && !matches!(top, b"us" | b"io" | b"me" | b"tv" | b"co" | b"ai")
        {
            *counts.entry(top.to_ascii_lowercase()).or_default() += 1;
        }
    }
    counts
        .into_iter()
        .max_by_key(|(_, count)| *count)
        .map(|(top, _)| top)
}

/// Whether bytes that could be Western European stand where only letters of Central Europe do.
fn central_letters(bytes: &[u8]) -> bool {
    let mut central = 0i32;
    for (at, &byte) in bytes.iter().enumerate() {
        if byte < 0x80 {
            continue;
        }
        let before = at
            .checked_sub(1)
            .and_then(|at| bytes.get(at))
            .copied()
            .unwrap_or(b' ');
        let after = bytes.get(at + 1).copied().unwrap_or(b' ');
        let in_word = before.is_ascii_alphabetic();
        let vowel_after = matches!(
            after.to_ascii_lowercase(),
            b'a' | b'e' | b'i' | b'o' | b'u' | b'y'
        ) || after >= 0xC0;
        central += match byte {
            // ń or ñ: Spanish has it before a vowel only, or as the last letter of nothing.
            0xF1 | 0xD1 => {
                if in_word && !vowel_after {
                    3
                } else {
                    -2
                }
            }
            // ł or ³, ą or ¹, Ľ/ą or ¥, Ż/ż or ¯/¿, ś or ¶/œ, inside a word.
            0xB3 | 0xB9 | 0xBF | 0xB6 | 0xB1 | 0xA3 | 0xAF if in_word || after.is_ascii_lowercase() => 2,
            // ę or ê, before a consonant or at the end: êt is French, and êm, ên Portuguese.
            0xEA if in_word
                && matches!(
                    after,
                    b' ' | b'\r' | b'\n' | b',' | b';' | b'k' | b'g' | b'b' | b'd'
                ) =>
            {
                2
            }
            // ě or ì, ř or ø, č or è: the sounds before them are Czech where no Italian or Dane has them.
            0xF8 if matches!(before, b'p' | b't' | b'k' | b'd') && vowel_after && after != b'y' => 1,
            // ő or õ and ű or û between consonants: Hungarian.
            0xF5 if in_word
                && !matches!(after, b'e' | b'o')
                && matches!(before, b's' | b'z' | b'd' | b'k') =>
            {
                1
            }
            // What both write alike (á, é, í, ó, ö, ü), and what only the West writes (à, ã, ê, ï, û, ...).
            0xE0 | 0xE3 | 0xE8 | 0xE5 | 0xEF | 0xFB => -1,
            _ => 0,
        };
    }
    central > 0
}

/// Whether a decoded text is none: a few stray control characters come with copying, many of them are a picture.
fn is_binary(text: &str) -> bool {
    let strange =
        |c: char| matches!(c, '\0'..='\u{8}' | '\u{E}'..='\u{1A}' | '\u{1C}'..='\u{1F}' | '\u{FFFD}');
    let (mut odd, mut all) = (0usize, 0usize);
    for c in text.chars() {
        all += 1;
        odd += usize::from(strange(c));
    }
    odd > 3 && odd * 20 > all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (String, String, CharsetBy) {
        let decoded = decode(bytes, None).unwrap();
        (decoded.text, decoded.charset.name, decoded.charset.by)
    }

    #[test]
    fn a_mark_is_believed_and_taken_off() {
        assert_eq!(read(b"\xEF\xBB\xBFLuz").0, "Luz");
        assert_eq!(
            read(b"\xFF\xFEL\0u\0z\0"),
            ("Luz".into(), "UTF-16LE".into(), CharsetBy::Mark)
        );
        assert_eq!(read(b"\xFE\xFF\0L\0u\0z").1, "UTF-16BE");
    }

    #[test]
    fn wide_text_without_a_mark_is_told_by_its_zeros() {
        let text = "Name,City\nCasa Alegría,Peñas\n";
        let low: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let high: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(read(&low), (text.into(), "UTF-16LE".into(), CharsetBy::Guess));
        assert_eq!(read(&high), (text.into(), "UTF-16BE".into(), CharsetBy::Guess));
    }

    #[test]
    fn valid_utf8_is_no_guess_and_one_bad_byte_does_not_turn_it_into_another_charset() {
        assert_eq!(read("Café Niño".as_bytes()).2, CharsetBy::Valid);
        let mut cut = "Niño, Peña, Señal, Muñoz, Ibáñez, ".repeat(5).into_bytes();
        cut.push(0xC3);
        let (text, name, by) = read(&cut);
        assert_eq!((name.as_str(), by), ("UTF-8", CharsetBy::Guess));
        assert!(text.starts_with("Niño, Peña") && text.ends_with('\u{FFFD}'));
    }

    #[test]
    fn letters_tell_the_west_from_the_middle_of_europe() {
        for (bytes, text) in [
            (b"Jan Kowali\xF1ski".as_slice(), "Jan Kowaliński"),
            (b"Wyszy\xF1ski, Gda\xF1sk", "Wyszyński, Gdańsk"),
            (
                b"Mu\xF1oz, Pe\xF1a, Ni\xF1os de Logro\xF1o",
                "Muñoz, Peña, Niños de Logroño",
            ),
            (
                b"Asociaci\xF3n de Mujeres, M\xE1laga",
                "Asociación de Mujeres, Málaga",
            ),
            (b"Caf\xE9 des \xCEles, Universit\xE9", "Café des Îles, Université"),
            (
                b"B\xFCrgerinitiative f\xFCr Stra\xDFen",
                "Bürgerinitiative für Straßen",
            ),
            (b"Pawe\xB3 W\xF3jcik, \xA3\xF3d\x9F", "Paweł Wójcik, Łódź"),
            (b"Workers\x92 Rights \x96 Ohio", "Workers’ Rights – Ohio"),
        ] {
            assert_eq!(read(bytes).0, text);
        }
    }

    #[test]
    fn a_chosen_charset_is_taken_by_the_names_that_programs_write() {
        for label in [
            "latin1",
            "ISO-8859-1",
            "iso_8859-1",
            "CP1252",
            "windows-1252",
            "ANSI",
        ] {
            assert_eq!(decode(b"Ni\xF1o", Some(label)).unwrap().text, "Niño", "{label}");
        }
        assert!(matches!(
            decode(b"x", Some("klingon")),
            Err(FileError::Charset { .. })
        ));
    }

    #[test]
    fn what_is_no_text_is_refused_and_a_stray_zero_is_not() {
        let picture: Vec<u8> = (0..4000u32)
            .map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8 & 0x1F)
            .collect();
        assert_eq!(decode(&picture, None), Err(FileError::Binary));
        assert!(decode(b"Casa\0 Luz, a place of some length", None).is_ok());
    }
}
