//! HTML as LibreOffice Writer takes it from the clipboard: on a desktop of its own, by the keys that a person presses.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use blocks::{Format, render_text};
use undersigned_tests::desktop::{Desktop, Running, wait_for, wait_within};

use crate::Checked;
use crate::cases::Case;
use crate::office::to_pdf;
use crate::page::{self, Expected};

/// An empty document that Writer opens, so that saving asks for nothing.
const EMPTY: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text><text:p/></office:text></office:body></office:document>
"#;

/// Pastes each case into a document of its own, saves it, has it printed, and looks.
pub fn paste(cases: &[Case], folder: &Path) -> Vec<Checked> {
    if !has_windows() {
        let reason =
            "this LibreOffice has no windows: install libreoffice-core in place of libreoffice-core-nogui";
        return vec![("pasting into Writer".to_owned(), Err(reason.to_owned()))];
    }
    let mut files = Vec::new();
    for case in cases {
        let file = folder.join(format!("{}-pasted.fodt", case.name));
        std::fs::write(&file, EMPTY).expect("the folder can be written");
        let html = render_text(&case.block, Format::Html).unwrap_or_default();
        paste_one(&file, &html);
        files.push((case, file));
    }
    let paths: Vec<PathBuf> = files.iter().map(|(_, file)| file.clone()).collect();
    to_pdf(&paths, folder);
    let check = |(case, file): (&Case, PathBuf)| {
        let pdf = file.with_extension("pdf");
        let expected = Expected::new(case.names(), case.columns());
        (
            format!("{} pasted into Writer", case.name),
            page::look(&pdf, &expected),
        )
    };
    files.into_iter().map(check).collect()
}

/// Whether LibreOffice is one that opens windows: some packages hold only what converts files.
fn has_windows() -> bool {
    let program = std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default())
        .find_map(|folder| folder.join("soffice").canonicalize().ok());
    let parts = program.and_then(|program| std::fs::read_dir(program.parent()?).ok());
    parts
        .into_iter()
        .flatten()
        .flatten()
        .any(|part| part.file_name().to_string_lossy().starts_with("libvclplug_"))
}

/// How long an office program may take to start with a profile of its own, on a busy machine.
const START: Duration = Duration::from_secs(150);

fn paste_one(file: &Path, html: &str) {
    let desktop = Desktop::start();
    desktop.set_clipboard_as("text/html", html);
    let profile = desktop.home().join("office");
    let mut writer = Running::start(
        desktop
            .command("soffice")
            .arg(format!("-env:UserInstallation=file://{}", profile.display()))
            .args(["--norestore", "--nologo", "--nofirststartwizard", "--writer"])
            .arg(file)
            .env("SAL_USE_VCLPLUGIN", "gen")
            .stdout(Stdio::null())
            .stderr(Stdio::null()),
    );
    let title = file
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let window = wait_within(START, "Writer's window", || {
        let found = xdotool(&desktop, &["search", "--onlyvisible", "--name", &title]);
        found.lines().next().map(str::to_owned)
    });
    // The window is there before it takes keys; there is nothing to ask whether it does.
    std::thread::sleep(Duration::from_secs(2));
    xdotool(&desktop, &["windowfocus", "--sync", &window]);
    xdotool(&desktop, &["key", "--window", &window, "ctrl+v"]);
    std::thread::sleep(Duration::from_secs(2));
    wait_for("the pasted document", || {
        xdotool(&desktop, &["key", "--window", &window, "ctrl+s"]);
        std::thread::sleep(Duration::from_millis(500));
        let saved = std::fs::metadata(file).is_ok_and(|saved| saved.len() > 2 * EMPTY.len() as u64);
        saved.then_some(())
    });
    assert!(writer.is_alive(), "Writer is still there");
}

fn xdotool(desktop: &Desktop, arguments: &[&str]) -> String {
    let output = desktop
        .command("xdotool")
        .args(arguments)
        .output()
        .expect("xdotool is installed");
    String::from_utf8_lossy(&output.stdout).into_owned()
}
