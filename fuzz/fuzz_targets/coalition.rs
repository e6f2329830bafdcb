//! Opening a coalition: any bytes are refused or opened, and what was opened can be checked and read whole.
#![no_main]

use libfuzzer_sys::fuzz_target;
use undersigned_core::Coalition;
use undersigned_core::export::ExportFormat;

fuzz_target!(|bytes: &[u8]| {
    let folder = tempfile::tempdir().expect("a folder for temporary files");
    let path = folder.path().join("a.undersigned");
    std::fs::write(&path, bytes).expect("room for it");
    if let Ok(coalition) = Coalition::open(&path) {
        let _ = coalition.verify();
        let _ = coalition.export(&folder.path().join("all"), ExportFormat::Csv);
    }
});
