//! Exports of directories: any bytes are read or refused, and whatever was read can be mapped.
#![no_main]

use libfuzzer_sys::fuzz_target;
use reading::{columns, ldif};

fuzz_target!(|bytes: &[u8]| {
    if let Ok(reading) = ldif::read(bytes, None) {
        columns::guess(&reading.table);
    }
});
