//! Workbooks of the three formats: any bytes are read or refused.
#![no_main]

use libfuzzer_sys::fuzz_target;
use reading::sheet;

fuzz_target!(|bytes: &[u8]| {
    let _ = sheet::read(bytes, &[]);
});
