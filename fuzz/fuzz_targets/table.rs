//! A file opened as the program opens it: its kind told, its headings found, its columns understood.
#![no_main]

use libfuzzer_sys::fuzz_target;
use reading::source::{Opened, Source};

fuzz_target!(|bytes: &[u8]| {
    if let Ok(Opened::Table(source)) = Source::open("file", bytes.to_vec(), None, Default::default()) {
        let _ = source.suggests();
        let _ = source.unused();
    }
});
