//! A logo: any bytes become a small plain picture or are refused.
#![no_main]

use libfuzzer_sys::fuzz_target;
use reading::picture;

fuzz_target!(|bytes: &[u8]| {
    let _ = picture::read(bytes);
});
