//! Opening a coalition: any bytes are refused or opened, and what was opened can be checked, read whole, changed and undone.
//!
//! A changed byte would be noticed by the checksum of its page and nothing behind that tried, so each page is given the checksum of
//! what it now holds, as somebody would who means harm.
#![no_main]

use chrono::DateTime;
use libfuzzer_sys::fuzz_target;
use undersigned_core::Coalition;
use undersigned_core::export::ExportFormat;
use undersigned_fuzz::stamp;

fuzz_target!(|bytes: &[u8]| {
    let folder = tempfile::tempdir().expect("a folder for temporary files");
    let path = folder.path().join("a.undersigned");
    let mut bytes = bytes.to_vec();
    stamp(&mut bytes);
    std::fs::write(&path, bytes).expect("room for it");
    let now = DateTime::UNIX_EPOCH;
    if let Ok(mut coalition) = Coalition::open(&path) {
        let _ = coalition.verify();
        let _ = coalition.export(&folder.path().join("all"), ExportFormat::Csv);
        let _ = coalition.undo(now);
        let _ = coalition.redo(now);
    }
});
