//! LaTeX as TeX sets it: a fragment with `\input` in a letter, where there is a TeX.

use std::path::Path;
use std::process::{Command, Stdio};

use blocks::{Format, render};

use crate::Checked;
use crate::cases::Case;
use crate::page::{self, Expected};

/// What the fragment says it needs. A letter of pdfTeX knows no Chinese; it is left out.
const LETTER: &str = "\\documentclass[12pt]{article}\n\\usepackage[letterpaper,margin=1in]{geometry}\n\
    \\usepackage[T1]{fontenc}\n\\usepackage{lmodern,textcomp,multicol,longtable,array}\n\
    \\input{glyphtounicode}\\pdfgentounicode=1\n\\DeclareUnicodeCharacter{6842}{}\n\\begin{document}\n\\input{NAME}\n\\end{document}\n";

/// Sets each case; none where there is no TeX.
pub fn set(cases: &[Case], folder: &Path) -> Vec<Checked> {
    let is_there = Command::new("pdflatex")
        .arg("--version")
        .stdout(Stdio::null())
        .status();
    if !is_there.is_ok_and(|status| status.success()) {
        println!("    none  LaTeX: there is no pdflatex here (Debian: texlive-latex-recommended lmodern)");
        return Vec::new();
    }
    cases
        .iter()
        .map(|case| (format!("{} as latex", case.name), set_one(case, folder)))
        .collect()
}

fn set_one(case: &Case, folder: &Path) -> Result<(), String> {
    let fragment = folder.join(format!("{}-fragment.tex", case.name));
    let letter = folder.join(format!("{}-latex.tex", case.name));
    let bytes = render(&case.block, Format::Latex).expect("the case can be rendered");
    let source = LETTER.replace(
        "NAME",
        &fragment.file_stem().unwrap_or_default().to_string_lossy(),
    );
    std::fs::write(&fragment, bytes)
        .and_then(|()| std::fs::write(&letter, source))
        .map_err(|error| error.to_string())?;
    // Twice, because a long table learns its widths in the first run.
    for _ in 0..2 {
        let output = Command::new("pdflatex")
            .args(["-no-shell-escape", "-interaction=nonstopmode", "-halt-on-error"])
            .arg(&letter)
            .current_dir(folder)
            .stdin(Stdio::null())
            .output()
            .map_err(|error| error.to_string())?;
        if !output.status.success() {
            let log = String::from_utf8_lossy(&output.stdout).into_owned();
            let error = log.lines().skip_while(|line| !line.starts_with('!')).take(3);
            return Err(error.collect::<Vec<_>>().join(" "));
        }
    }
    let pdf = letter.with_extension("pdf");
    let names: Vec<String> = case.names().iter().map(|name| name.replace('桂', "")).collect();
    page::look(&pdf, &Expected::new(names, case.columns()))
}
