//! A message that Outlook saved: any bytes are read or refused.
#![no_main]

use libfuzzer_sys::fuzz_target;
use reading::mail;

fuzz_target!(|bytes: &[u8]| {
    let _ = mail::read_outlook(bytes);
});
