//! The block as LaTeX, to be read into a document by `\input`.
//!
//! Columns need the package `multicol` and tables `array` and `longtable`; a comment at the top says so. Names in other
//! scripts need LuaLaTeX or XeLaTeX. Every character that TeX would act on is escaped, ligatures (`--`, `''`)
//! included, because a name prints exactly as given.

use super::prose::{Paragraph, Piece};
use super::{BlockEntry, BlockGroup, Layout, PartKind, SignatoryBlock};

/// The block as a LaTeX fragment, without a newline at its end; empty without signatories.
pub fn render(block: &SignatoryBlock) -> String {
    if block.is_empty() {
        return String::new();
    }
    let mut parts: Vec<String> = Vec::new();
    match block.options.layout {
        _ if block.options.column_count() > 1 => parts.push("% \\usepackage{multicol}".to_owned()),
        Layout::Table => parts.push("% \\usepackage{array,longtable}".to_owned()),
        _ => {}
    }
    if block.options.layout == Layout::Prose {
        prose(block, &mut parts);
    } else {
        paragraphs(&mut parts, &block.intro);
        paragraphs(&mut parts, block.summary.as_deref().unwrap_or_default());
        groups(block, &mut parts);
        paragraphs(&mut parts, block.others.as_deref().unwrap_or_default());
        paragraphs(&mut parts, block.note.as_deref().unwrap_or_default());
        paragraphs(&mut parts, &block.outro);
    }
    parts.join("\n\n")
}

fn prose(block: &SignatoryBlock, parts: &mut Vec<String>) {
    for paragraph in block.prose() {
        match paragraph {
            Paragraph::Own(text) => paragraphs(parts, text),
            Paragraph::Sentence(pieces) => {
                let mut text = String::new();
                for piece in pieces {
                    match piece {
                        Piece::Plain(plain) => running_lines(&mut text, plain),
                        Piece::Heading(heading) => {
                            text.push_str("\\textbf{");
                            escape_into(&mut text, &heading);
                            text.push_str(":} ");
                        }
                        Piece::Entry(entry) => push_entry(&mut text, entry),
                    }
                }
                parts.push(text);
            }
        }
    }
}

fn groups(block: &SignatoryBlock, parts: &mut Vec<String>) {
    let mut numbers = block.numbers();
    for group in &block.groups {
        let mut text = String::new();
        let mut heading = String::new();
        if let Some(plain) = block.heading(group) {
            heading.push_str("\\subsection*{");
            escape_into(&mut heading, &plain);
            heading.push('}');
            if let Some(note) = &group.note {
                heading.push_str("\n\\noindent ");
                escape_into(&mut heading, note);
                heading.push_str("\\par\\nopagebreak");
            }
        }
        let columns = block.options.column_count();
        if columns > 1 {
            // What stands in the brackets stays with the columns; an entry stays whole.
            text.push_str(&format!("\\begin{{multicols}}{{{columns}}}"));
            if !heading.is_empty() {
                text.extend(["[", heading.as_str(), "]"]);
            }
            text.push_str("\n\\raggedright\\interlinepenalty=10000\n");
        } else if block.options.layout != Layout::Table && !heading.is_empty() {
            text.extend([heading.as_str(), "\n"]);
        }
        numbers.start_group();
        match block.options.layout {
            Layout::Columns if columns > 1 => in_columns(block, group, &mut text),
            Layout::Bullets => list(group, "itemize", "", &mut text),
            Layout::Numbered => {
                let counter = if numbers.last > 0 {
                    format!("\\setcounter{{enumi}}{{{}}}\n", numbers.last)
                } else {
                    String::new()
                };
                list(group, "enumerate", &counter, &mut text);
                numbers.last += group.entries.len();
            }
            Layout::Table => table(block, group, &mut text),
            Layout::Lines | Layout::Columns | Layout::Prose | Layout::Wet | Layout::Logos => {
                lines(block, group, &mut text)
            }
        }
        if columns > 1 {
            if !text.ends_with('\n') {
                text.push('\n');
            }
            text.push_str("\\end{multicols}");
        }
        parts.push(text);
    }
}

fn lines(block: &SignatoryBlock, group: &BlockGroup, text: &mut String) {
    text.push_str("\\begin{flushleft}\\interlinepenalty=10000\n");
    // A longer name goes on indented, unless its entry stands apart.
    let (start, between) = if block.is_spaced() {
        ("", "\\par\\medskip\n")
    } else {
        ("\\hangindent=1em ", "\\par\n")
    };
    for (at, entry) in group.entries.iter().enumerate() {
        if at > 0 {
            text.push_str(between);
        }
        text.push_str(start);
        push_entry(text, entry);
    }
    text.push_str("\n\\end{flushleft}");
}

/// Entries in columns that TeX fills down and balances: breaks of our own would tear a list of several pages apart.
fn in_columns(block: &SignatoryBlock, group: &BlockGroup, text: &mut String) {
    let spaced = block.is_spaced();
    // Entries that stand apart need no hanging lines to be told apart.
    let start = if spaced {
        "\\noindent "
    } else {
        "\\noindent\\hangindent=1em "
    };
    for entry in &group.entries {
        text.push_str(start);
        push_entry(text, entry);
        text.push_str("\\par\n");
        if spaced {
            text.push_str("\\medskip\n");
        }
    }
}

fn list(group: &BlockGroup, environment: &str, counter: &str, text: &mut String) {
    text.push_str(&format!("\\begin{{{environment}}}\n{counter}"));
    for entry in &group.entries {
        text.push_str("\\item ");
        push_entry(text, entry);
        text.push('\n');
    }
    text.push_str(&format!("\\end{{{environment}}}"));
}

fn table(block: &SignatoryBlock, group: &BlockGroup, text: &mut String) {
    // Six hundredths are left for the space between.
    let columns: String = block
        .table_shares()
        .map(|share| {
            format!(
                ">{{\\raggedright\\arraybackslash}}p{{{:.3}\\linewidth}}",
                0.94 * share as f64 / 1000.0
            )
        })
        .collect();
    text.push_str(&format!("\\begin{{longtable}}{{@{{}}{columns}@{{}}}}\n"));
    let mut titles = String::new();
    for (at, (_, title)) in block.table_columns().enumerate() {
        titles.push_str(if at > 0 { " & \\textbf{" } else { "\\textbf{" });
        escape_into(&mut titles, title);
        titles.push('}');
    }
    if let Some(heading) = block.heading(group) {
        // In the first head it stays with the first row.
        let count = block.table_columns().count();
        text.push_str(&format!(
            "\\multicolumn{{{count}}}{{@{{}}p{{\\linewidth}}@{{}}}}{{\\textbf{{\\large "
        ));
        escape_into(text, &heading);
        text.push('}');
        if let Some(note) = &group.note {
            text.push_str("\\newline ");
            escape_into(text, note);
        }
        text.push_str(&format!("}} \\\\*[1ex]\n{titles} \\\\\n\\endfirsthead\n"));
    }
    text.push_str(&format!("{titles} \\\\\n\\endhead\n"));
    for entry in &group.entries {
        for (at, (kind, _)) in block.table_columns().enumerate() {
            if at > 0 {
                text.push_str(" & ");
            }
            escape_into(text, &entry.cell(kind));
        }
        text.push_str(" \\\\\n");
    }
    text.push_str("\\end{longtable}");
}

fn push_entry(text: &mut String, entry: &BlockEntry) {
    for part in &entry.parts {
        match part.kind {
            PartKind::Name if entry.bold => {
                text.push_str("\\textbf{");
                escape_into(text, &part.text);
                text.push('}');
            }
            PartKind::Rule => {
                // An underscore is about half an em wide.
                let ems = part.text.len() as f64 / 2.0;
                text.push_str(&format!("\\rule{{{ems:.1}em}}{{0.4pt}}"));
            }
            // The star keeps the lines of an entry on one page.
            PartKind::Break => text.push_str("\\\\*\n"),
            PartKind::Mark => {
                text.push_str("\\textsuperscript{");
                escape_into(text, &part.text);
                text.push('}');
            }
            _ => escape_into(text, &part.text),
        }
    }
}

fn paragraphs(parts: &mut Vec<String>, text: &str) {
    for paragraph in text
        .split("\n\n")
        .map(str::trim)
        .filter(|paragraph| !paragraph.is_empty())
    {
        let mut escaped = String::new();
        running_lines(&mut escaped, paragraph);
        parts.push(escaped);
    }
}

/// Line breaks of the user's own; an empty line begins a paragraph, because TeX has no line to end there.
fn running_lines(text: &mut String, plain: &str) {
    for (at, line) in plain.split('\n').enumerate() {
        if at > 0 && !text.is_empty() && !text.ends_with('\n') {
            text.push_str("\\\\\n");
        } else if at > 0 && text.ends_with("\\\\\n") {
            text.truncate(text.len() - "\\\\\n".len());
            text.push_str("\n\n");
        }
        escape_into(text, line);
    }
}

fn escape_into(text: &mut String, plain: &str) {
    let mut characters = plain.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '\\' => text.push_str("\\textbackslash{}"),
            '{' | '}' | '$' | '&' | '#' | '%' | '_' => {
                text.push('\\');
                text.push(c);
            }
            '~' => text.push_str("\\textasciitilde{}"),
            '^' => text.push_str("\\textasciicircum{}"),
            '<' => text.push_str("\\textless{}"),
            '>' => text.push_str("\\textgreater{}"),
            '|' => text.push_str("\\textbar{}"),
            // The bare characters would print as curly quotes, or be shorthands of babel.
            '"' => text.push_str("\\symbol{34}"),
            '\'' => text.push_str("\\textquotesingle{}"),
            '`' => text.push_str("\\textasciigrave{}"),
            // After `\\` and `\item` these would be options.
            '[' | ']' | '*' => {
                text.push('{');
                text.push(c);
                text.push('}');
            }
            '\u{a0}' => text.push('~'),
            // Two of these in a row would be a ligature.
            '-' | ',' if characters.peek() == Some(&c) => {
                text.push(c);
                text.push_str("{}");
            }
            _ => text.push(c),
        }
    }
}
