//! What several targets need.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A zip file of these parts, none of them packed. Damaged bytes of a zip file are refused by its checksums, so that what reads the parts
/// is only reached when the parts themselves are damaged.
pub fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, stored).expect("memory takes any part");
        zip.write_all(bytes).expect("memory takes any bytes");
    }
    zip.finish().expect("memory takes its end").into_inner()
}

/// Writes the right checksum at the end of each page of a SQLite file whose header says that its pages have one (the format of SQLite's
/// cksumvfs: two sums of the 32-bit words before it).
pub fn stamp(file: &mut [u8]) {
    let (Some(size), Some(8)) = (file.get(16..18), file.get(20)) else {
        return;
    };
    let size = match u16::from_be_bytes([size[0], size[1]]) {
        1 => 65_536,
        size => usize::from(size),
    };
    if size < 512 {
        return;
    }
    for page in file.chunks_exact_mut(size) {
        let (content, sum) = page.split_at_mut(size - 8);
        let (mut one, mut two) = (0_u32, 0_u32);
        for pair in content.chunks_exact(8) {
            let word = |at: usize| u32::from_le_bytes([pair[at], pair[at + 1], pair[at + 2], pair[at + 3]]);
            one = one.wrapping_add(word(0)).wrapping_add(two);
            two = two.wrapping_add(word(4)).wrapping_add(one);
        }
        sum[..4].copy_from_slice(&one.to_le_bytes());
        sum[4..].copy_from_slice(&two.to_le_bytes());
    }
}
