//! Rows of cells: any bytes are read or refused, and whatever was read can be mapped.
#![no_main]

use libfuzzer_sys::fuzz_target;
use reading::{columns, csv, format};

fuzz_target!(|bytes: &[u8]| {
    format::format(bytes);
    if let Ok(reading) = csv::read(bytes, &csv::Options::default()) {
        columns::guess(&reading.table);
    }
});
