//! Documents whose list is read (Word, OpenDocument, RTF, PDF): any bytes are read or refused.
#![no_main]

use libfuzzer_sys::fuzz_target;
use reading::document;

fuzz_target!(|bytes: &[u8]| {
    let _ = document::text(bytes);
});
