//! The reader of pasted lists takes any text, and every entry points into it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use reading::list::read_list;

fuzz_target!(|text: &str| {
    for entry in read_list(text, &()).entries {
        assert!(text.get(entry.start..entry.end).is_some());
    }
});
