//! The block as Markdown: CommonMark 0.31, with GitHub's tables for the table layout.
//!
//! A character is escaped only where it would format, so that the source stays readable and every renderer
//! gives back exactly the names. Markdown has no columns: they become lines, in the same order.

use super::prose::{Paragraph, Piece};
use super::{BlockEntry, BlockGroup, Layout, Part, PartKind, SignatoryBlock};

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
    for paragraph in block.prose() {
        match paragraph {
            Paragraph::Own(text) => paragraphs(parts, text),
            Paragraph::Sentence(pieces) => {
                let mut text = String::new();
                for piece in pieces {
                    match piece {
                        Piece::Plain(plain) => running_lines(&mut text, plain),
                        Piece::Heading(heading) => {
                            text.push_str("**");
                            escape_into(&mut text, &heading, false);
                            text.push_str(":** ");
                        }
                        Piece::Entry(entry) => {
                            let at_start = begins_line(&text);
                            push_entry(&mut text, entry, at_start);
                        }
                    }
                }
                parts.push(text);
            }
        }
    }
}

/// Plain text within a sentence. At the start of the paragraph white space goes, because there it would
/// indent code; an empty line begins a new paragraph.
fn running_lines(text: &mut String, plain: &str) {
    for (at, line) in plain.split('\n').enumerate() {
        if at > 0 && !begins_line(text) {
            text.push_str("\\\n");
        } else if at > 0 && text.ends_with("\\\n") {
            text.truncate(text.len() - "\\\n".len());
            text.push_str("\n\n");
        }
        let at_start = begins_line(text);
        // A name that is a number, before the full stop: together they would number a list.
        if line.starts_with(['.', ')']) {
            let current = text.rsplit('\n').next().unwrap_or_default();
            if !current.is_empty() && current.bytes().all(|byte| byte.is_ascii_digit()) {
                text.push('\\');
            }
        }
        escape_into(text, if at_start { line.trim_start() } else { line }, at_start);
    }
}

fn begins_line(text: &str) -> bool {
    text.is_empty() || text.ends_with('\n')
}

fn groups(block: &SignatoryBlock, parts: &mut Vec<String>) {
    let mut numbers = block.numbers();
    for group in &block.groups {
        if let Some(heading) = block.heading(group) {
            let mut line = String::from("### ");
            escape_into(&mut line, &heading, true);
            parts.push(line);
        }
        paragraphs(parts, group.note.as_deref().unwrap_or_default());
        numbers.start_group();
        let body = match block.options.layout {
            Layout::Bullets => list(group, |_| "- ".to_owned()),
            Layout::Numbered => {
                let first = numbers.last + 1;
                numbers.last += group.entries.len();
                list(group, |at| format!("{}. ", first + at))
            }
            Layout::Table => table(block, group),
            Layout::Lines | Layout::Columns | Layout::Prose | Layout::Wet | Layout::Logos => {
                lines(block, group)
            }
        };
        parts.push(body);
    }
}

fn lines(block: &SignatoryBlock, group: &BlockGroup) -> String {
    let between = if block.is_spaced() { "\n\n" } else { "\\\n" };
    let mut text = String::new();
    for (at, entry) in group.entries.iter().enumerate() {
        if at > 0 {
            text.push_str(between);
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
        if part.kind == PartKind::Break {
            text.push(' ');
        } else {
            push_part(text, entry, part, at_start && at == 0);
        }
    }
}

/// A piece of an entry; the name bold and with its link where they are asked for.
fn push_part(text: &mut String, entry: &BlockEntry, part: &Part, at_start: bool) {
    let name = part.kind == PartKind::Name;
    let link = entry.link.as_ref().filter(|_| name);
    let bold = if name && entry.bold { "**" } else { "" };
    text.push_str(if link.is_some() { "[" } else { "" });
    text.push_str(bold);
    escape_into(text, &part.text, at_start && link.is_none() && bold.is_empty());
    text.push_str(bold);
    if let Some(link) = link {
        // In angle brackets, which an address does not hold, parentheses mean nothing.
        text.push_str(&format!("](<{link}>)"));
    }
}

fn push_lines(text: &mut String, entry: &BlockEntry, indent: &str) {
    for (number, line) in entry.lines().enumerate() {
        if number > 0 {
            text.push_str("\\\n");
            text.push_str(indent);
        }
        for (at, part) in line.iter().enumerate() {
            push_part(text, entry, part, at == 0);
        }
    }
}

/// A text of the user's own: an empty line begins a paragraph, a single line break stays one. It formats
/// nothing.
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

/// Writes the beginning of a line so that it begins no list, heading, quotation, rule or code; returns what
/// it has written of the text, in bytes.
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

/// Whether what follows an ampersand makes it a character reference. At the end of a name it may: a semicolon
/// can come next.
fn is_entity(after: &str) -> bool {
    let body = after.strip_prefix('#').unwrap_or(after);
    let end = body
        .find(|c: char| !c.is_ascii_alphanumeric())
        .unwrap_or(body.len());
    let (body, rest) = body.split_at(end);
    !body.is_empty() && (rest.is_empty() || rest.starts_with(';'))
}

fn is_www(before: &str) -> bool {
    before.len() >= 3
        && before
            .get(before.len() - 3..)
            .is_some_and(|end| end.eq_ignore_ascii_case("www"))
}
