//! What is left behind: after the window is closed no name stands anywhere but in the coalition's own files, and nothing was connected to.

use std::fs;
use std::path::Path;

use undersigned_tests::desktop::Desktop;
use undersigned_tests::screens::{Holding, SCREENS};
use undersigned_tests::window::{Start, Window};

/// Names and an address of the sample that a trace would hold.
const PRIVATE: [&str; 3] = ["ACLU of Wisconsin", "Driftless Farmworkers", "Hmong American"];

/// Screens that show names, write drafts, or take a file.
const SHOWN: [&str; 6] = [
    "letter",
    "sign-on",
    "organization",
    "person-new",
    "desk",
    "import-preview",
];

#[test]
fn no_name_stays_outside_the_coalition_and_nothing_is_connected_to() {
    let desktop = Desktop::start();
    let program = undersigned_tests::program("undersigned");
    let mut window = Some(Holding::Sample.open(&desktop, &Start::default()));
    for shown in SHOWN {
        let screen = SCREENS.iter().find(|screen| screen.name == shown).expect(shown);
        let file = desktop.home().join("Documents/Coalition.undersigned");
        let again = Start {
            arguments: vec![file.display().to_string()],
            ..Start::default()
        };
        let now = window.take().unwrap_or_else(|| Window::open(&desktop, &again));
        (screen.go)(&now, "en");
        assert_eq!(
            desktop.connections(&program),
            Vec::<String>::new(),
            "{}",
            screen.name
        );
        assert_eq!(now.execute(STORED, &[]), serde_json::json!([]), "{}", screen.name);
        now.close();
    }
    let mut told = Vec::new();
    search(desktop.home(), &mut told);
    assert_eq!(told, Vec::<String>::new());
}

/// What the page keeps in the browser's own stores.
const STORED: &str = "return [...Object.keys(localStorage), ...Object.keys(sessionStorage), ...document.cookie.split(';').filter(Boolean)]";

/// Every file below a folder that holds one of the names, but for the coalition and its backups.
fn search(folder: &Path, told: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
        if name.starts_with("Coalition.undersigned") {
            continue;
        }
        if PRIVATE.iter().any(|private| name.contains(private)) {
            told.push(format!("{} is called so", path.display()));
        }
        let kind = entry.file_type().unwrap();
        if kind.is_dir() {
            search(&path, told);
        } else if kind.is_file() {
            let bytes = fs::read(&path).unwrap_or_default();
            for private in PRIVATE {
                let wide: Vec<u8> = private.encode_utf16().flat_map(u16::to_le_bytes).collect();
                if [private.as_bytes(), &wide]
                    .iter()
                    .any(|needle| holds(&bytes, needle))
                {
                    told.push(format!("{} holds {private}", path.display()));
                }
            }
        }
    }
}

fn holds(bytes: &[u8], needle: &[u8]) -> bool {
    bytes.windows(needle.len()).any(|window| window == needle)
}
