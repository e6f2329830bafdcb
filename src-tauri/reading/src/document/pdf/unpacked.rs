//! What the compressed streams of a PDF unpack to, counted without holding it: the library that reads them unpacks each whole, and a
//! few kilobytes can become gigabytes.
//!
//! Streams are looked for in the bytes of the file, before anything is read of it, because the tables that say where its
//! objects are may be compressed themselves.

use std::io::Read;

use flate2::read::ZlibDecoder;

/// The most that all streams together may unpack to, in bytes.
const MOST: usize = 512 * 1024 * 1024;
/// The most that one stream may, in bytes.
const MOST_OF_ONE: usize = 128 * 1024 * 1024;
/// A stream may be compressed twice; how often it is looked into.
const DEEPEST: usize = 3;
/// How much of a stream is kept to look into it again, in bytes.
const KEPT: usize = 4 * 1024 * 1024;

/// Whether the streams of a file unpack to more than is read.
pub(super) fn is_too_much(bytes: &[u8]) -> bool {
    let mut all = 0;
    for start in memchr::memmem::find_iter(bytes, b"stream") {
        if bytes[..start].ends_with(b"end") {
            continue;
        }
        let rest = &bytes[start + b"stream".len()..];
        let rest = rest
            .strip_prefix(b"\r\n")
            .or_else(|| rest.strip_prefix(b"\n"))
            .unwrap_or(rest);
        all += size(rest, 0);
        if all > MOST {
            return true;
        }
    }
    false
}

/// How many bytes a stream that begins here unpacks to; more than [`MOST`] where it is one too many.
fn size(packed: &[u8], depth: usize) -> usize {
    // The header of the format that PDF uses: anything else is no stream of that kind.
    let [first, second, ..] = packed else { return 0 };
    let header = u16::from_be_bytes([*first, *second]);
    if first & 0x0f != 8 || header % 31 != 0 || depth >= DEEPEST {
        return 0;
    }
    let mut decoder = ZlibDecoder::new(packed);
    let mut kept = Vec::new();
    let mut piece = [0; 16 * 1024];
    let mut count = 0;
    while let Ok(read @ 1..) = decoder.read(&mut piece) {
        count += read;
        if count > MOST_OF_ONE {
            return MOST + 1;
        }
        kept.extend_from_slice(&piece[..read.min(KEPT - kept.len())]);
    }
    count + size(&kept, depth + 1)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use std::io::Write;

    use super::*;

    fn packed(content: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(content).unwrap();
        encoder.finish().unwrap()
    }

    fn file(stream: &[u8]) -> Vec<u8> {
        [
            b"%PDF-1.5\n1 0 obj<</Filter/FlateDecode>>stream\n".as_slice(),
            stream,
            b"\nendstream endobj",
        ]
        .concat()
    }

    #[test]
    fn a_stream_that_unpacks_to_more_than_is_read_is_told_before() {
        let bomb = packed(&vec![b' '; MOST_OF_ONE + 1]);
        assert!(bomb.len() < 1024 * 1024);
        assert!(is_too_much(&file(&bomb)));
        assert!(is_too_much(&file(&packed(&bomb))));
        assert!(!is_too_much(&file(&packed(b"BT (Amber Trust) Tj ET"))));
        assert!(!is_too_much(b"%PDF-1.5 stream of words, endstream"));
    }
}
