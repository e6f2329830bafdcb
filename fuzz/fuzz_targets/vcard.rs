//! Address cards: any bytes are read or refused.
#![no_main]

use libfuzzer_sys::fuzz_target;
use reading::vcard;

fuzz_target!(|bytes: &[u8]| {
    let _ = vcard::read(bytes, None);
});
