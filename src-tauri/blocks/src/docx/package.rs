//! The package around a document: a zip archive (ECMA-376 part 2), written with nothing in it that depends on
//! the moment, and read within bounds.
//!
//! What a package says of its sizes is compared with the bounds before anything is unpacked, and unpacking
//! stops at the bound all the same, because a file can lie about itself.

use std::collections::HashMap;
use std::io::{Cursor, Read, Write};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use super::DocxError;

/// The largest file taken as a document: letters with scanned letterheads stay far below.
pub const MOST_BYTES: usize = 128 << 20;
/// The most parts; a document has some dozens, one with many pictures some hundreds.
const MOST_PARTS: usize = 10_000;
/// The most bytes that all parts together may unpack to.
const MOST_UNPACKED: u64 = 1 << 30;
/// The most bytes that a part of text may unpack to: twenty times a letter with 10,000 signatories.
const MOST_TEXT: u64 = 32 << 20;
/// How many times its size a part may unpack to. Real documents stay below 100; deflate ends at 1032.
const MOST_RATIO: u64 = 400;
/// Below this size a part may have any ratio: an empty picture packs well.
const SMALL: u64 = 1 << 20;

/// Begins compound files: Word before 2007, and every document closed by a password ([MS-CFB]).
const COMPOUND_FILE: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/// Puts a new package together; the same parts give the same bytes.
pub(super) fn write(parts: &[(&str, &[u8])]) -> Result<Vec<u8>, DocxError> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for (name, content) in parts {
        writer.start_file(*name, options).map_err(not_written)?;
        writer.write_all(content).map_err(|_| DocxError::NotWritten)?;
    }
    Ok(writer.finish().map_err(not_written)?.into_inner())
}

fn not_written(_: ZipError) -> DocxError {
    DocxError::NotWritten
}

/// A package that somebody gave.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
}

impl<'a> Package<'a> {
    /// Opens a package and compares what it says of itself with the bounds.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, DocxError> {
        if bytes.starts_with(COMPOUND_FILE) {
            return Err(DocxError::Closed);
        }
        if !bytes.starts_with(b"PK") {
            return Err(DocxError::NotADocument);
        }
        if bytes.len() > MOST_BYTES {
            return Err(DocxError::TooLarge);
        }
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| DocxError::Damaged)?;
        if archive.len() > MOST_PARTS {
            return Err(DocxError::TooLarge);
        }
        // Of two parts with one name only one would be copied.
        if archive.has_duplicate_names() {
            return Err(DocxError::Damaged);
        }
        let mut unpacked = 0u64;
        for at in 0..archive.len() {
            let part = archive.by_index_raw(at).map_err(|_| DocxError::Damaged)?;
            if part.encrypted() {
                return Err(DocxError::Closed);
            }
            unpacked = unpacked.saturating_add(part.size());
            let swells = part.size() > SMALL && part.size() / MOST_RATIO > part.compressed_size();
            if unpacked > MOST_UNPACKED || swells {
                return Err(DocxError::TooLarge);
            }
        }
        Ok(Self { archive })
    }

    /// The text of a part; `None` where there is no part of that name, whose case does not matter (ECMA-376
    /// part 2, section 6.2.2.3).
    pub(super) fn text(&mut self, name: &str) -> Result<Option<String>, DocxError> {
        let Some(at) = self.index(name) else {
            return Ok(None);
        };
        let part = self.archive.by_index(at).map_err(|_| DocxError::Damaged)?;
        if part.size() > MOST_TEXT {
            return Err(DocxError::TooLarge);
        }
        let mut bytes = Vec::with_capacity(usize::try_from(part.size()).unwrap_or_default());
        part.take(MOST_TEXT + 1)
            .read_to_end(&mut bytes)
            .map_err(|_| DocxError::Damaged)?;
        if bytes.len() as u64 > MOST_TEXT {
            return Err(DocxError::TooLarge);
        }
        decoded(bytes).map(Some).ok_or(DocxError::Damaged)
    }

    /// Whether there is a part of that name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.index(name).is_some()
    }

    /// The names of all parts, in their order.
    pub(super) fn names(&self) -> Vec<String> {
        let name = |at| Some(self.archive.name_for_index(at)?.ok()?.into_owned());
        (0..self.archive.len()).filter_map(name).collect()
    }

    fn index(&self, name: &str) -> Option<usize> {
        let same = |at: &usize| {
            let found = self.archive.name_for_index(*at).and_then(Result::ok);
            found.is_some_and(|found| found.eq_ignore_ascii_case(name))
        };
        self.archive
            .index_for_name(name)
            .or_else(|| (0..self.archive.len()).find(same))
    }

    /// The package with the text of some parts replaced (by name, as [`Self::text`] takes it), all others copied as they
    /// are packed, in their order, and behind them some that it did not have.
    pub(super) fn with(
        mut self,
        replaced: &HashMap<String, String>,
        added: &[(&str, &[u8])],
    ) -> Result<Vec<u8>, DocxError> {
        let replaced: HashMap<usize, &String> = replaced
            .iter()
            .filter_map(|(name, text)| Some((self.index(name)?, text)))
            .collect();
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        writer
            .set_raw_comment(self.archive.comment().into())
            .map_err(not_written)?;
        for at in 0..self.archive.len() {
            let part = self.archive.by_index_raw(at).map_err(|_| DocxError::Damaged)?;
            let Some(text) = replaced.get(&at) else {
                writer.raw_copy_file(part).map_err(|_| DocxError::Damaged)?;
                continue;
            };
            let mut options = SimpleFileOptions::default()
                .compression_method(part.compression())
                .last_modified_time(part.last_modified().unwrap_or_default());
            if let Some(mode) = part.unix_mode() {
                options = options.unix_permissions(mode);
            }
            let name = part.name().map_err(|_| DocxError::Damaged)?.into_owned();
            drop(part);
            writer.start_file(name, options).map_err(not_written)?;
            writer
                .write_all(text.as_bytes())
                .map_err(|_| DocxError::NotWritten)?;
        }
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default());
        for (name, content) in added {
            writer.start_file(*name, options).map_err(not_written)?;
            writer.write_all(content).map_err(|_| DocxError::NotWritten)?;
        }
        Ok(writer.finish().map_err(not_written)?.into_inner())
    }
}
/// The text of a part, which is in UTF-8 or UTF-16 (ISO/IEC 29500-2, 6.2.5); it is written in UTF-8.
fn decoded(bytes: Vec<u8>) -> Option<String> {
    let unit: fn([u8; 2]) -> u16 = match bytes.get(..2) {
        Some([0xff, 0xfe]) => u16::from_le_bytes,
        Some([0xfe, 0xff]) => u16::from_be_bytes,
        _ => return String::from_utf8(bytes).ok(),
    };
    let (pairs, []) = bytes.get(2..)?.as_chunks::<2>() else {
        return None;
    };
    let text: String = char::decode_utf16(pairs.iter().map(|pair| unit(*pair)))
        .collect::<Result<_, _>>()
        .ok()?;
    let end = text.find("?>").unwrap_or_default();
    let (declaration, rest) = text.split_at(end);
    Some(declaration.replace("UTF-16", "UTF-8").replace("utf-16", "UTF-8") + rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_in_utf_16_is_read_and_says_that_it_is_utf_8() {
        let text = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><w>{{signatories}} Ñandú 𝔸</w>";
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let expected = text.replace("UTF-16", "UTF-8");
        for (mark, units) in [([0xff, 0xfe], &little), ([0xfe, 0xff], &big)] {
            let bytes = [mark.as_slice(), units].concat();
            assert_eq!(decoded(bytes.clone()).as_deref(), Some(expected.as_str()));
            assert_eq!(
                decoded(bytes.get(..bytes.len() - 1).unwrap_or_default().to_vec()),
                None
            );
        }
        assert_eq!(decoded(b"plain".to_vec()).as_deref(), Some("plain"));
        assert_eq!(decoded(vec![0xff, 0xfe, 0x00, 0xd8]), None);
    }
}
