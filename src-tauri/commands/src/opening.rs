//! Opening a file from the coalition in the system's own program: a private copy of it, in a folder of the program's own that
//! is emptied when the program starts and ends. A draft goes where mail programs in a box of their own can read it, among the
//! person's documents, and stays a while: a mail program that is only starting reads it later.
//!
//! What could run as a program is not opened, whatever it is called: it can be saved.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::{Duration, Instant};

use base::files::make_private_folder;
use undersigned_core::{Error, Message};

use crate::window::Window;

/// The ends of names that are documents, pictures, sound or film: nothing else is opened.
const OPENED: &[&str] = &[
    "eml", "msg", "pdf", "txt", "text", "md", "rtf", "doc", "docx", "odt", "csv", "tsv", "xls", "xlsx",
    "ods", "png", "jpg", "jpeg", "gif", "webp", "heic", "tif", "tiff", "bmp", "mp3", "m4a", "wav", "ogg",
    "mp4", "mov", "vcf", "ics",
];

/// How long a draft is left for the mail program to read.
const TIME_TO_READ: Duration = Duration::from_secs(120);

/// Writes a private copy and opens it.
///
/// # Errors
/// A rule when it is no document; that the copy can't be written or the system has nothing to open it with.
pub fn open_copy(window: &Window, name: &str, content: &[u8]) -> Result<(), Error> {
    open_in(window, &window.app().folder_of_copies(), name, content)
}

/// Writes a draft as a private file and opens it in the mail program.
///
/// # Errors
/// As [`open_copy`].
pub fn open_draft_file(window: &Window, name: &str, content: &[u8]) -> Result<(), Error> {
    open_in(window, &window.app().folder_of_drafts(), name, content)
}

fn open_in(window: &Window, folder: &Path, name: &str, content: &[u8]) -> Result<(), Error> {
    let ending = Path::new(name)
        .extension()
        .map(|ending| ending.to_string_lossy().to_lowercase())
        .unwrap_or_default();
    if !OPENED.contains(&ending.as_str()) {
        return Err(Error::rule(Message::new("error-not-opened").text("name", name)));
    }
    // A folder each, so that two files of one name are no trouble.
    static OPENED_SO_FAR: AtomicU64 = AtomicU64::new(0);
    let copy = folder.join(format!(
        "{}-{}",
        std::process::id(),
        OPENED_SO_FAR.fetch_add(1, Relaxed)
    ));
    make_private_folder(folder)?;
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

/// How long the system's opener has to say that it knows no program: some stay for as long as the program runs that they start.
const TIME_TO_REFUSE: Duration = Duration::from_millis(400);

/// Runs the system's opener, and waits for a moment whether it refuses.
///
/// # Errors
/// That it can't be run, or says that nothing opens what it was given.
pub fn hand_over(mut command: Command) -> std::io::Result<()> {
    let mut opener = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    let start = Instant::now();
    while start.elapsed() < TIME_TO_REFUSE {
        match opener.try_wait()? {
            Some(status) if status.success() => return Ok(()),
            Some(status) => return Err(std::io::Error::other(status.to_string())),
            None => std::thread::sleep(Duration::from_millis(10)),
        }
    }
    // It is waited for, so that nothing of it is left when it ends.
    std::thread::spawn(move || opener.wait());
    Ok(())
}

/// Takes the copies away. Best effort: a program that still has one open may keep it.
pub fn remove_copies(folder: &Path) {
    let _ = std::fs::remove_dir_all(folder);
}

/// Takes the drafts away that a mail program has had the time to read, and their folder with the last of them.
pub fn remove_drafts(folder: &Path) {
    let is_read = |path: &Path| {
        let written = path.metadata().and_then(|about| about.modified());
        written.is_ok_and(|at| at.elapsed().is_ok_and(|age| age >= TIME_TO_READ))
    };
    let Ok(drafts) = std::fs::read_dir(folder) else {
        return;
    };
    for draft in drafts.flatten().map(|entry| entry.path()) {
        if is_read(&draft) {
            let _ = std::fs::remove_dir_all(&draft);
        }
    }
    // It goes only when it is empty.
    let _ = std::fs::remove_dir(folder);
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn an_opener_that_knows_no_program_is_an_error_and_one_that_stays_is_not_waited_for() {
        let shell = |script: &str| {
            let mut command = Command::new("sh");
            command.args(["-c", script]);
            hand_over(command)
        };
        assert!(shell("exit 0").is_ok());
        // What xdg-open says when nothing opens the file.
        assert!(shell("exit 3").is_err());
        assert!(hand_over(Command::new("no-such-opener")).is_err());
        let start = Instant::now();
        assert!(shell("sleep 5").is_ok());
        assert!(start.elapsed() < Duration::from_secs(3));
    }
}
