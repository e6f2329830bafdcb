//! Documents as LibreOffice opens and prints them.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use blocks::{Format, Layout, docx, render};

use crate::Checked;
use crate::cases::Case;
use crate::page::{self, Expected};

/// Writes each case in each format, has LibreOffice print it, and looks.
pub fn print(cases: &[Case], folder: &Path) -> Vec<Checked> {
    let mut files = Vec::new();
    for case in cases {
        for format in [Format::Docx, Format::Rtf, Format::Xlsx] {
            let file = folder.join(format!("{}-{format}.{}", case.name, format.extension()));
            let bytes = render(&case.block, format).expect("the case can be rendered");
            std::fs::write(&file, bytes).expect("the folder can be written");
            files.push((case, format, file));
        }
    }
    let paths: Vec<PathBuf> = files.iter().map(|(.., file)| file.clone()).collect();
    to_pdf(&paths, folder);
    let check = |(case, format, file): (&Case, Format, PathBuf)| {
        let pdf = file.with_extension("pdf");
        let expected = if format == Format::Xlsx {
            Expected::new(cells(case), 1)
        } else {
            Expected::new(case.names(), case.columns())
        };
        (format!("{} as {format}", case.name), page::look(&pdf, &expected))
    };
    files.into_iter().map(check).collect()
}

/// Fills a letter that another word processor has written, has it printed, and looks.
pub fn fill(cases: &[Case], folder: &Path) -> Vec<Checked> {
    let letter = undersigned_tests::root().join("src-tauri/blocks/fixtures/documents/letter.docx");
    let letter = std::fs::read(letter).expect("the fixture is there");
    let mut files = Vec::new();
    for case in cases {
        let file = folder.join(format!("{}-filled.docx", case.name));
        let filled =
            docx::fill(&letter, |_: &str| Some(case.block.clone())).expect("the letter has placeholders");
        std::fs::write(&file, filled.document).expect("the folder can be written");
        files.push((case, file));
    }
    let paths: Vec<PathBuf> = files.iter().map(|(_, file)| file.clone()).collect();
    to_pdf(&paths, folder);
    let check = |(case, file): (&Case, PathBuf)| {
        let pdf = file.with_extension("pdf");
        let expected = Expected::new(case.names(), case.columns());
        (
            format!("{} in a letter of one's own", case.name),
            page::look(&pdf, &expected),
        )
    };
    files.into_iter().map(check).collect()
}

/// What stands in the column of names of a workbook, which no layout changes.
fn cells(case: &Case) -> Vec<String> {
    let mut block = case.block.clone();
    block.options.layout = Layout::Table;
    Case {
        name: case.name,
        block,
    }
    .names()
}

/// Has LibreOffice print documents beside themselves, `NAME.pdf` for `NAME.docx`.
pub fn to_pdf(files: &[PathBuf], folder: &Path) {
    if files.is_empty() {
        return;
    }
    let profile = tempfile::tempdir().expect("a folder for temporary files");
    let status = Command::new("soffice")
        .arg(format!(
            "-env:UserInstallation=file://{}",
            profile.path().display()
        ))
        .args(["--headless", "--norestore", "--convert-to", "pdf", "--outdir"])
        .arg(folder)
        .args(files)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    assert!(
        status.is_ok_and(|status| status.success()),
        "LibreOffice is there: cargo xtask documents installs it"
    );
}
