//! The block as Markdown: CommonMark 0.31, with GitHub's tables for the table layout.
//!
//! A character is escaped only where it would format, so that the source stays readable and every renderer gives back
//! exactly the names. Markdown has no columns: they become lines, in the same order.

use super::{BlockEntry, BlockGroup, Layout, PartKind, SignatoryBlock};

/// The block as Markdown, without a newline at its end; empty without signatories.
pub fn render(block: &SignatoryBlock) -> String {
    if block.is_empty() {
        return String::new();
    }
    let mut parts: Vec<String> = Vec::new();
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
    paragraphs(parts, block.summary.as_deref().unwrap_or_default());
    let one_sentence = block.groups.iter().all(|group| group.heading.is_none());
    if !one_sentence {
        paragraphs(parts, &block.intro);
    }
    let mut text = if one_sentence {
        escaped_lines(block.intro.trim_start())
    } else {
        String::new()
    };
    let last = block.groups.len().saturating_sub(1);
    for (at, group) in block.groups.iter().enumerate() {
        if let Some(heading) = block.heading(group) {
            text.push_str("**");
            escape_into(&mut text, &heading, false);
            text.push_str(":** ");
        }
        for entry in &group.entries {
            let at_start = text.is_empty() || text.ends_with('\n');
            push_entry(&mut text, entry, at_start);
            text.push_str(&entry.after);
        }
        if at == last {
            escape_into(&mut text, block.others.as_deref().unwrap_or_default(), false);
        }
        text.push_str(&group.stop);
        if !one_sentence {
            parts.push(std::mem::take(&mut text));
        }
    }
    if one_sentence {
        // What follows on the same line is no line start; what follows a line break is.
        for (at, line) in block.outro.trim_end().split('\n').enumerate() {
            if at > 0 {
                text.push_str("\\\n");
            }
            escape_into(&mut text, line, at > 0);
        }
        parts.push(text);
    } else {
        paragraphs(parts, &block.outro);
    }
    paragraphs(parts, block.note.as_deref().unwrap_or_default());
}

fn groups(block: &SignatoryBlock, parts: &mut Vec<String>) {
    let mut number = 1;
    for (at, group) in block.groups.iter().enumerate() {
        let heading = block.heading(group);
        if let Some(heading) = &heading {
            let mut line = String::from("### ");
            escape_into(&mut line, heading, true);
            parts.push(line);
        } else if at > 0 && matches!(block.options.layout, Layout::Bullets | Layout::Numbered) {
            // Two lists in a row would be one; a comment parts them.
            parts.push("<!-- -->".to_owned());
        }
        let body = match block.options.layout {
            Layout::Bullets => list(group, |_| "- ".to_owned()),
            Layout::Numbered => {
                let first = number;
                number += group.entries.len();
                list(group, |at| format!("{}. ", first + at))
            }
            Layout::Table => table(block, group),
            Layout::Lines | Layout::Columns | Layout::Prose => lines(group),
        };
        parts.push(body);
    }
}

fn lines(group: &BlockGroup) -> String {
    let mut text = String::new();
    for (at, entry) in group.entries.iter().enumerate() {
        if at > 0 {
            text.push_str("\\\n");
        }
        push_lines(&mut text, entry, "");
    }
    text
}

fn list(group: &BlockGroup, mark: impl Fn(usize) -> String) -> String {
    let mut text = String::new();
    for (at, entry) in group.entries.iter().enumerate() {
        if at > 0 {
            text.push('\n');
        }
        let mark = mark(at);
        text.push_str(&mark);
        push_lines(&mut text, entry, &" ".repeat(mark.len()));
    }
    text
}

fn table(block: &SignatoryBlock, group: &BlockGroup) -> String {
    let mut text = String::from("|");
    for (_, title) in block.table_columns() {
        push_cell(&mut text, title);
    }
    text.push_str("\n|");
    for _ in block.table_columns() {
        text.push_str(" --- |");
    }
    for entry in &group.entries {
        text.push_str("\n|");
        for (kind, _) in block.table_columns() {
            push_cell(&mut text, &entry.cell(kind));
        }
    }
    text
}

fn push_cell(text: &mut String, cell: &str) {
    text.push(' ');
    escape_into(text, cell, false);
    text.push_str(if cell.is_empty() { "|" } else { " |" });
}

fn push_entry(text: &mut String, entry: &BlockEntry, at_start: bool) {
    for (at, part) in entry.parts.iter().enumerate() {
        escape_into(
            text,
            if part.kind == PartKind::Break {
                " "
            } else {
                &part.text
            },
            at_start && at == 0,
        );
    }
}

fn push_lines(text: &mut String, entry: &BlockEntry, indent: &str) {
    for (number, line) in entry.lines().enumerate() {
        if number > 0 {
            text.push_str("\\\n");
            text.push_str(indent);
        }
        for (at, part) in line.iter().enumerate() {
            escape_into(text, &part.text, at == 0);
        }
    }
}

/// A text of the user's own: an empty line begins a paragraph, a single line break stays one. It formats nothing.
fn paragraphs(parts: &mut Vec<String>, text: &str) {
    for paragraph in text
        .split("\n\n")
        .map(str::trim)
        .filter(|paragraph| !paragraph.is_empty())
    {
        parts.push(escaped_lines(paragraph));
    }
}

fn escaped_lines(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for (at, line) in text.split('\n').enumerate() {
        if at > 0 {
            escaped.push_str("\\\n");
        }
        escape_into(&mut escaped, if at > 0 { line.trim_start() } else { line }, true);
    }
    escaped
}

/// Escapes what would format. `at_start` says that the text begins a line, where more characters do.
fn escape_into(out: &mut String, text: &str, at_start: bool) {
    let begin = if at_start { escape_line_start(out, text) } else { 0 };
    let rest = text.get(begin..).unwrap_or_default();
    let mut previous = text.get(..begin).and_then(|start| start.chars().next_back());
    let mut characters = rest.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let after = rest.get(at + c.len_utf8()..).unwrap_or_default();
        let next = characters.peek().map(|(_, next)| *next);
        let formats = match c {
            '\\' | '*' | '`' | '[' | ']' | '<' | '|' | '~' => true,
            // Between two letters or digits an underscore never begins emphasis.
            '_' => !(previous.is_some_and(char::is_alphanumeric) && next.is_some_and(char::is_alphanumeric)),
            '&' => is_entity(after),
            // GitHub turns addresses into links by themselves.
            ':' => after.starts_with("//"),
            '@' => previous.is_some_and(|c| !c.is_whitespace()) && next.is_some_and(|c| !c.is_whitespace()),
            '.' => is_www(text.get(..begin + at).unwrap_or_default()),
            // At the end of a heading number signs would be its closing sequence.
            '#' => after.chars().all(|c| c == '#' || c == ' '),
            _ => false,
        };
        if formats {
            out.push('\\');
        }
        out.push(c);
        previous = Some(c);
    }
}

/// Writes the beginning of a line so that it begins no list, heading, quotation, rule or code; returns what it has written of
/// the text, in bytes.
fn escape_line_start(out: &mut String, text: &str) -> usize {
    match text.bytes().next() {
        // `=` and `-` would also turn the line above into a heading.
        Some(mark @ (b'#' | b'>' | b'-' | b'+' | b'=')) => {
            out.push('\\');
            out.push(char::from(mark));
            1
        }
        Some(b'0'..=b'9') => {
            let digits = text.bytes().take_while(u8::is_ascii_digit).count();
            match text.as_bytes().get(digits..digits + 1) {
                Some(mark @ (b"." | b")"))
                    if text
                        .get(digits + 1..)
                        .is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')) =>
                {
                    out.push_str(text.get(..digits).unwrap_or_default());
                    out.push('\\');
                    out.extend(mark.iter().map(|byte| char::from(*byte)));
                    digits + 1
                }
                _ => 0,
            }
        }
        _ => 0,
    }
}

/// Whether what follows an ampersand makes it a character reference.
fn is_entity(after: &str) -> bool {
    let Some(end) = after.find(';') else { return false };
    let body = after.get(..end).unwrap_or_default();
    let body = body.strip_prefix('#').unwrap_or(body);
    !body.is_empty() && body.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

fn is_www(before: &str) -> bool {
    before.len() >= 3
        && before
            .get(before.len() - 3..)
            .is_some_and(|end| end.eq_ignore_ascii_case("www"))
}
