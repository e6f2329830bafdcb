//! Opening a file from the coalition in the system's own program: a private copy of it, in a folder of the program's own that
//! is emptied when the program starts and ends.
//!
//! What could run as a program is not opened, whatever it is called: it can be saved.

use std::io::Write;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

use base::files::make_private_folder;
use undersigned_core::{Error, Message};

use crate::window::Window;

/// The ends of names that are documents, pictures, sound or film: nothing else is opened.
const OPENED: &[&str] = &[
    "eml", "msg", "pdf", "txt", "text", "md", "rtf", "doc", "docx", "odt", "csv", "tsv", "xls", "xlsx",
    "ods", "png", "jpg", "jpeg", "gif", "webp", "heic", "tif", "tiff", "bmp", "mp3", "m4a", "wav", "ogg",
    "mp4", "mov", "vcf", "ics",
];

/// Writes a private copy and opens it.
///
/// # Errors
/// A rule when it is no document; that the copy can't be written or the system has nothing to open it with.
pub fn open_copy(window: &Window, name: &str, content: &[u8]) -> Result<(), Error> {
    let ending = Path::new(name)
        .extension()
        .map(|ending| ending.to_string_lossy().to_lowercase())
        .unwrap_or_default();
    if !OPENED.contains(&ending.as_str()) {
        return Err(Error::rule(Message::new("error-not-opened").text("name", name)));
    }
    // A folder each, so that two files of one name are no trouble.
    static OPENED_SO_FAR: AtomicU64 = AtomicU64::new(0);
    let folder = window.app().folder_of_copies();
    let copy = folder.join(format!(
        "{}-{}",
        std::process::id(),
        OPENED_SO_FAR.fetch_add(1, Relaxed)
    ));
    make_private_folder(&folder)?;
    make_private_folder(&copy)?;
    let path = copy.join(name);
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o400);
    options
        .open(&path)
        .and_then(|mut file| file.write_all(content))
        .map_err(|error| Error::file(&path, error))?;
    let opened = window.host().open_file(&path);
    opened.map_err(|_| Error::rule(Message::new("error-nothing-opens").text("name", name)))
}

/// Takes the copies away. Best effort: a program that still has one open may keep it.
pub fn remove_copies(folder: &Path) {
    let _ = std::fs::remove_dir_all(folder);
}
