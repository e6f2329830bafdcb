//! Changesets as they are stored: compressed by zstd where that makes them smaller, empty when no undo or redo needs them.
//!
//! What is stored tells by its first bytes what it is: a changeset of SQLite begins with `T`, a frame of zstd with its magic number.

use std::io::{self, Read, Write};

use rusqlite::Connection;
use rusqlite::session::Session;
use zstd::stream::{read::Decoder, write::Encoder};

use base::error::{Error, Result};
use vocabulary::ids::JournalId;

/// The first bytes of a frame of zstd, RFC 8878, section 3.1.1.
const ZSTD_MAGIC: [u8; 4] = [0x28, 0xB5, 0x2F, 0xFD];

/// A larger changeset is stored as it is: nothing that claims to become larger is decompressed, whoever wrote the file.
const LARGEST_COMPRESSED: usize = 256 * 1024 * 1024;

/// Compresses an import to a fifth at several hundred megabytes a second.
const LEVEL: i32 = 1;

/// From so many bytes on a changeset is compressed while it is written: that of an import is larger than the file it came from.
const STREAMED_FROM: usize = 1024 * 1024;

/// What a session recorded, as it is stored.
pub fn record(session: &mut Session) -> Result<Vec<u8>> {
    let mut sink = Sink::Whole(Vec::new());
    session.changeset_strm(&mut sink)?;
    match sink {
        Sink::Whole(changeset) => pack(changeset),
        Sink::Compressed { encoder, written } => {
            let packed = encoder.finish().map_err(Error::System)?;
            if written <= LARGEST_COMPRESSED {
                return Ok(packed);
            }
            let mut changeset = Vec::with_capacity(written);
            let mut decoder = Decoder::new(packed.as_slice()).map_err(Error::System)?;
            decoder.read_to_end(&mut changeset).map_err(Error::System)?;
            Ok(changeset)
        }
    }
}

/// What a changeset is written to.
enum Sink {
    Whole(Vec<u8>),
    Compressed {
        encoder: Encoder<'static, Vec<u8>>,
        written: usize,
    },
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Whole(whole) => {
                whole.extend_from_slice(bytes);
                if whole.len() >= STREAMED_FROM {
                    let mut encoder = Encoder::new(Vec::new(), LEVEL)?;
                    encoder.write_all(whole)?;
                    let written = whole.len();
                    *self = Self::Compressed { encoder, written };
                }
            }
            Self::Compressed { encoder, written } => {
                encoder.write_all(bytes)?;
                *written += bytes.len();
            }
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Reads a changeset from what is stored, piece by piece.
///
/// # Errors
/// [`Error::Damaged`] when it can't be decompressed.
pub fn reader(stored: &[u8]) -> Result<Box<dyn Read + '_>> {
    if !stored.starts_with(&ZSTD_MAGIC) {
        return Ok(Box::new(stored));
    }
    let decoder = Decoder::new(stored).map_err(|_| Error::Damaged)?;
    Ok(Box::new(decoder.take(LARGEST_COMPRESSED as u64)))
}

/// A changeset as it is stored.
pub fn pack(changeset: Vec<u8>) -> Result<Vec<u8>> {
    if changeset.len() > LARGEST_COMPRESSED {
        return Ok(changeset);
    }
    let packed = zstd::bulk::compress(&changeset, LEVEL).map_err(Error::System)?;
    Ok(if packed.len() < changeset.len() {
        packed
    } else {
        changeset
    })
}

/// A changeset from what is stored.
///
/// # Errors
/// [`Error::Damaged`] when it can't be decompressed, or would be larger than what is ever compressed.
pub fn unpack(stored: Vec<u8>) -> Result<Vec<u8>> {
    if !stored.starts_with(&ZSTD_MAGIC) {
        return Ok(stored);
    }
    let mut changeset = Vec::new();
    let decoder = Decoder::new(stored.as_slice()).map_err(|_| Error::Damaged)?;
    decoder
        .take(LARGEST_COMPRESSED as u64 + 1)
        .read_to_end(&mut changeset)
        .map_err(|_| Error::Damaged)?;
    if changeset.len() > LARGEST_COMPRESSED {
        return Err(Error::Damaged);
    }
    Ok(changeset)
}

/// The changeset of an entry.
pub fn read(conn: &Connection, id: JournalId) -> Result<Vec<u8>> {
    let stored = conn
        .prepare_cached("SELECT changeset FROM journal WHERE id = ?1")?
        .query_row([id], |row| row.get(0))?;
    unpack(stored)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_is_packed_comes_back_whether_it_became_smaller_or_not() {
        for changeset in [Vec::new(), b"T\x01".to_vec(), b"T".repeat(100_000)] {
            let packed = pack(changeset.clone()).unwrap();
            assert!(packed.len() <= changeset.len());
            assert_eq!(unpack(packed).unwrap(), changeset);
        }
    }

    #[test]
    fn what_is_compressed_while_it_is_written_is_read_as_it_was() {
        let changeset: Vec<u8> = (0..3 * STREAMED_FROM as u32)
            .flat_map(|n| (n / 7).to_le_bytes())
            .collect();
        let mut sink = Sink::Whole(Vec::new());
        for piece in changeset.chunks(1000) {
            sink.write_all(piece).unwrap();
        }
        let Sink::Compressed { encoder, written } = sink else {
            panic!("it is kept whole");
        };
        assert_eq!(written, changeset.len());
        let packed = encoder.finish().unwrap();
        assert!(packed.len() < changeset.len());
        let mut read = Vec::new();
        reader(&packed).unwrap().read_to_end(&mut read).unwrap();
        assert_eq!(read, changeset);
        assert_eq!(unpack(packed).unwrap(), changeset);
    }

    #[test]
    fn a_frame_that_would_fill_the_memory_or_is_cut_off_is_refused() {
        let bomb = zstd::bulk::compress(&vec![b'T'; LARGEST_COMPRESSED + 1], LEVEL).unwrap();
        assert!(bomb.len() < 100_000);
        assert!(matches!(unpack(bomb), Err(Error::Damaged)));
        let mut cut_off = pack(b"T".repeat(100_000)).unwrap();
        cut_off.truncate(cut_off.len() / 2);
        assert!(matches!(unpack(cut_off), Err(Error::Damaged)));
    }
}
