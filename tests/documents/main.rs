//! `cargo xtask documents`: what other programs make of a block, with pictures to look at.
//!
//! Before that, documents with a fault each show that it is noticed (`faults`).
//!
//! usage: documents [--out FOLDER] [--names COUNT] [CASE]...; 300 names where nothing else is said
//!
//! Word documents, RTF, workbooks and a letter of one's own with the block in it are opened by LibreOffice and printed; HTML is pasted into LibreOffice Writer from
//! the clipboard; LaTeX is set by a TeX where there is one; HTML is printed by Chromium, and our own PDF stands beside it. In each, every name must be there, whole, in the order of the
//! block, and in as many columns, and no page but the last may stay empty at its foot. Ten arrangements of real letters (`letters`) are printed as Word documents, as PDF and as HTML by
//! Chromium, in one picture each. What looks right only a person can say: the pictures are for that.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[cfg(target_os = "linux")]
mod browser;
#[cfg(target_os = "linux")]
mod cases;
#[cfg(target_os = "linux")]
mod faults;
#[cfg(target_os = "linux")]
mod letters;
#[cfg(target_os = "linux")]
mod office;
#[cfg(target_os = "linux")]
mod page;
#[cfg(target_os = "linux")]
mod paste;
#[cfg(target_os = "linux")]
mod tex;

#[cfg(target_os = "linux")]
fn main() -> std::process::ExitCode {
    use std::path::PathBuf;

    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut folder: PathBuf = undersigned_tests::root().join("target/documents");
    if let Some(place) = arguments.iter().position(|argument| argument == "--out") {
        folder = arguments.get(place + 1).expect("--out names a folder").into();
        arguments.drain(place..=place + 1);
    }
    let mut count = 300;
    if let Some(place) = arguments.iter().position(|argument| argument == "--names") {
        let number = arguments.get(place + 1).and_then(|number| number.parse().ok());
        count = number.expect("--names has a number");
        arguments.drain(place..=place + 1);
    }
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("the folder can be made");
    let mut cases = cases::all(count);
    cases.retain(|case| arguments.is_empty() || arguments.iter().any(|name| name == case.name));

    let letters = arguments.is_empty() || arguments.iter().any(|name| name == "letters");

    let mut failures = Vec::new();
    let mut checked = 0;
    let checks = [
        faults::noticed(&folder),
        office::print(&cases, &folder),
        office::fill(&cases, &folder),
        browser::print(&cases, &folder),
        paste::paste(&cases, &folder),
        tex::set(&cases, &folder),
        if letters {
            letters::print(&folder)
        } else {
            Vec::new()
        },
    ];
    for (name, outcome) in checks.into_iter().flatten() {
        checked += 1;
        match outcome {
            Ok(()) => println!("      ok  {name}"),
            Err(reason) => {
                println!("  FAILED  {name}: {reason}");
                failures.push(name);
            }
        }
    }
    println!(
        "{checked} documents in {}, {} of them not as they should be",
        folder.display(),
        failures.len()
    );
    std::process::ExitCode::from(u8::from(!failures.is_empty()))
}

#[cfg(not(target_os = "linux"))]
fn main() {
    println!("0 documents: the programs that read them are driven on Linux only");
}

/// The name of a document, and what is wrong with it.
#[cfg(target_os = "linux")]
type Checked = (String, Result<(), String>);
