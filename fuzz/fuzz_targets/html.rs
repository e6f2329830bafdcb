//! Pages: any markup is read or refused.
#![no_main]

use libfuzzer_sys::fuzz_target;
use reading::html;

fuzz_target!(|bytes: &[u8]| {
    let _ = html::read(bytes, None);
});
