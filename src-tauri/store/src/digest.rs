//! The digest by which a stored file is named and a schema is known.

use std::fmt::Write;

use sha2::{Digest, Sha256};

/// The SHA-256 of some bytes, in lower-case hexadecimal.
pub fn sha256(content: &[u8]) -> String {
    let mut text = String::with_capacity(64);
    for byte in Sha256::digest(content) {
        // Writing into a String never fails.
        let _ = write!(text, "{byte:02x}");
    }
    text
}
