//! HTML as a browser prints it, and our own PDF beside it.

use std::path::Path;
use std::process::{Command, Stdio};

use blocks::{Format, SignatoryBlock, render_noting, render_text};

use crate::cases::Case;
use crate::page::{self, Expected};
use crate::{Checked, faults};

/// Has Chromium print each case, makes the PDF of each, and looks at both.
pub fn print(cases: &[Case], folder: &Path) -> Vec<Checked> {
    let mut checked = Vec::new();
    for case in cases {
        let printed = folder.join(format!("{}-html.html", case.name));
        to_pdf(&case.block, &printed);
        let expected = Expected::new(case.names(), case.columns());
        checked.push(look(
            case,
            "printed by a browser",
            &printed.with_extension("pdf"),
            &expected,
        ));
        let own = folder.join(format!("{}-own.pdf", case.name));
        let outcome = match render_noting(&case.block, Format::Pdf) {
            Ok(rendered) => {
                std::fs::write(&own, &rendered.bytes).expect("the folder can be written");
                let expected = Expected {
                    names: faults::own_names(case, &rendered.notices),
                    columns: case.columns(),
                    unknown: Vec::new(),
                };
                look(case, "as pdf", &own, &expected)
            }
            Err(error) => (format!("{} as pdf", case.name), Err(error.to_string())),
        };
        checked.push(outcome);
    }
    checked
}

fn look(case: &Case, how: &str, pdf: &Path, expected: &Expected) -> Checked {
    (format!("{} {how}", case.name), page::look(pdf, expected))
}

/// Writes a block as a page, and beside it the PDF that Chromium prints of it.
pub fn to_pdf(block: &SignatoryBlock, page: &Path) {
    print_source(&render_text(block, Format::Html).unwrap_or_default(), page);
}

/// Writes a fragment as a page, and beside it the PDF that Chromium prints of it.
pub fn print_source(html: &str, page: &Path) {
    let source = format!(
        "<meta charset=utf-8><style>@page {{ size: letter; margin: 1in }} body {{ font: 11pt/1.3 serif; margin: 0 }}</style>{html}"
    );
    std::fs::write(page, source).expect("the folder can be written");
    let to = format!("--print-to-pdf={}", page.with_extension("pdf").display());
    chromium(page, &[&to, "--no-pdf-header-footer"]);
}

/// Opens a file without a window.
pub fn chromium(file: &Path, arguments: &[&str]) {
    let profile = tempfile::tempdir().expect("a folder for temporary files");
    let status = Command::new("chromium")
        .args(["--headless", "--no-sandbox", "--disable-gpu"])
        .arg(format!("--user-data-dir={}", profile.path().display()))
        .args(arguments)
        .arg(format!("file://{}", file.display()))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    assert!(status.is_ok_and(|status| status.success()), "chromium is there");
}
