//! Messages and mailboxes: any bytes are read or refused, and every message is a piece of them.
#![no_main]

use libfuzzer_sys::fuzz_target;
use reading::mail;

fuzz_target!(|bytes: &[u8]| {
    if let Ok((mails, _)) = mail::read(bytes) {
        assert!(mails.iter().all(|mail| bytes.get(mail.start..mail.end).is_some()));
    }
});
