//! The block as HTML that pastes well: into Word, Google Docs, LibreOffice, Gmail, or a web site.
//!
//! A fragment of plain elements: paragraphs, headings, lists, tables. Inline styles stand only where a paste
//! target needs them: lines without the space of a paragraph, columns as a table without borders (no word
//! processor takes over CSS columns). It begins with the character set, because LibreOffice otherwise reads
//! the clipboard in the system's own. Everything that comes from a name is escaped; a name that runs from
//! right to left is isolated from its neighbours.
//!
//! What a browser prints has pages, and there columns are those of the browser, which fills each page with them: the
//! table gives way by rules that hold for print alone, which paste targets leave aside.

use super::columns::Heights;
use super::prose::{Paragraph, Piece};
use super::{BlockEntry, BlockGroup, Layout, Numbers, Part, PartKind, PrintedLogo, SignatoryBlock, clean};
use base64::prelude::{BASE64_STANDARD, Engine};

/// Lines close together, as typed with Enter in a letter; a longer name goes on indented below its beginning, as in a
/// directory. LibreOffice takes no length without a unit, nor `em`, and keeps a paragraph whole by this older name of the rule alone.
const LINE: &str = "<p style=\"margin:0pt 0pt 0pt 12pt;text-indent:-12pt;page-break-inside:avoid\">";
/// Entries of several lines need space between them.
const SPACED: &str = "<p style=\"margin:0pt 0pt 12pt;page-break-inside:avoid\">";
/// What parts a name in a column from the next column is its own margin, because not every program takes over that of a
/// cell.
const COLUMN_LINE: &str = "<p style=\"margin:0pt 12pt;text-indent:-12pt\">";
const SPACED_IN_COLUMN: &str = "<p style=\"margin:0pt 12pt 12pt 0pt\">";
const TABLE_WITHOUT_BORDERS: &str = "role=\"presentation\" width=\"100%\" border=\"0\" cellspacing=\"0\" cellpadding=\"0\" \
     style=\"border:none;border-collapse:collapse;table-layout:fixed\"><tbody>\n";
/// What follows the names stands apart from them: their own paragraphs have no space below.
const AFTER: &str = "<p class=\"closing\" style=\"margin-top:12pt\">";

/// The block as an HTML fragment, without a newline at its end; empty without signatories.
pub fn render(block: &SignatoryBlock) -> String {
    if block.is_empty() {
        return String::new();
    }
    let mut html = String::from("<meta charset=\"utf-8\">\n");
    if block.options.layout != Layout::Prose {
        html.push_str(&printed(block.options.column_count()));
    }
    html.push_str("<div class=\"signatories\" lang=\"");
    escape_into(&mut html, block.options.language.trim());
    html.push_str("\">\n");
    if block.options.layout == Layout::Prose {
        prose(block, &mut html);
    } else {
        paragraphs(&mut html, "<p>", &block.intro);
        paragraphs(&mut html, "<p>", block.summary.as_deref().unwrap_or_default());
        groups(block, &mut html);
        for text in [&block.others, &block.note] {
            paragraphs(&mut html, AFTER, text.as_deref().unwrap_or_default());
        }
        paragraphs(&mut html, AFTER, &block.outro);
    }
    html.push_str("</div>");
    html
}

/// How a browser prints a block: no entry is torn, the text below stays with the last one, and columns are the browser's own. All that stands around the entries of
/// a table of columns is taken away, so that they stand in the columns themselves.
fn printed(columns: usize) -> String {
    let mut rules = String::from(
        ".signatories :is(p[style],li,tr){break-inside:avoid}\n.signatories .closing{break-before:avoid}\n\
         .signatories sup{line-height:0}",
    );
    if columns > 1 {
        let table = format!(".signatories-{columns}-columns");
        rules.push_str(&format!(
            "\n{table}{{display:block;columns:{columns};column-gap:0;break-before:avoid}}\
             \n{table} :is(tbody,tr,td){{display:contents}}\n{table} :is(ul,ol){{margin:0}}"
        ));
    }
    format!("<style>@media print{{\n{rules}\n}}</style>\n")
}

fn prose(block: &SignatoryBlock, html: &mut String) {
    for paragraph in block.prose() {
        match paragraph {
            Paragraph::Own(text) => paragraphs(html, "<p>", text),
            Paragraph::Sentence(pieces) => {
                html.push_str("<p>");
                for piece in pieces {
                    match piece {
                        Piece::Plain(text) => broken_lines(html, text),
                        Piece::Heading(heading) => {
                            html.push_str("<strong>");
                            isolated(html, &heading);
                            html.push_str(":</strong> ");
                        }
                        Piece::Entry(entry) => push_entry(html, entry),
                    }
                }
                html.push_str("</p>\n");
            }
        }
    }
}

fn groups(block: &SignatoryBlock, html: &mut String) {
    let mut numbers = block.numbers();
    if block.options.layout == Layout::Table {
        table(block, html);
    } else {
        for group in &block.groups {
            if let Some(heading) = block.heading(group) {
                // Printed, it stays with what it heads.
                html.push_str("<h3 style=\"break-after:avoid\">");
                isolated(html, &heading);
                html.push_str("</h3>\n");
            }
            paragraphs(html, "<p>", group.note.as_deref().unwrap_or_default());
            numbers.start_group();
            if block.options.layout == Layout::Logos {
                wall(block, group, html);
            } else if block.options.column_count() > 1 || block.options.layout == Layout::Columns {
                columns(block, group, &mut numbers, html);
            } else {
                entries(block, &group.entries, "", &mut numbers, html);
            }
        }
    }
}

/// Entries one under the other: a list where the layout is one, otherwise paragraphs that open with `line`, or as the
/// block needs.
fn entries(
    block: &SignatoryBlock,
    entries: &[BlockEntry],
    line: &str,
    numbers: &mut Numbers,
    html: &mut String,
) {
    let (open, item, end, close) = match block.options.layout {
        Layout::Bullets => ("<ul>\n".to_owned(), "<li>", "</li>\n", "</ul>\n"),
        Layout::Numbered => {
            let first = numbers.next();
            // The numbers of the others are the reader's business.
            numbers.last += entries.len().saturating_sub(1);
            let open = if first == 1 {
                "<ol>\n".to_owned()
            } else {
                format!("<ol start=\"{first}\">\n")
            };
            (open, "<li>", "</li>\n", "</ol>\n")
        }
        _ => (
            String::new(),
            match line {
                // Asked only where nobody has yet: it looks at every entry.
                "" if block.is_spaced() => SPACED,
                "" => LINE,
                line => line,
            },
            "</p>\n",
            "",
        ),
    };
    html.push_str(&open);
    for entry in entries {
        html.push_str(item);
        push_entry(html, entry);
        html.push_str(end);
    }
    html.push_str(close);
}

/// Columns as a table without borders. A row that is longer than a page would be torn, so that one column went on
/// beside the wrong part of the other: a long list has several rows, each of which stays whole and is filled down by
/// itself.
fn columns(block: &SignatoryBlock, group: &BlockGroup, numbers: &mut Numbers, html: &mut String) {
    let count = block.options.column_count();
    let width = 100 / count;
    html.push_str(&format!(
        "<table class=\"signatories-{count}-columns\" {TABLE_WITHOUT_BORDERS}"
    ));
    let line = if block.is_spaced() {
        SPACED_IN_COLUMN
    } else {
        COLUMN_LINE
    };
    let heights = Heights::of(block);
    for row in heights.rows(&group.entries) {
        html.push_str("<tr style=\"break-inside:avoid\">\n");
        for column in heights.fill_down(row) {
            html.push_str(&format!(
                "<td width=\"{width}%\" valign=\"top\" style=\"border:none;padding:0pt;overflow-wrap:break-word\">\n"
            ));
            if !column.is_empty() {
                entries(block, column, line, numbers, html);
            }
            html.push_str("</td>\n");
        }
        html.push_str("</tr>\n");
    }
    html.push_str("</tbody></table>\n");
}

/// Logos in rows, each row whole on its page; what a picture says is its alternative. A picture is in the document itself:
/// nothing is fetched when it is read.
fn wall(block: &SignatoryBlock, group: &BlockGroup, html: &mut String) {
    let in_row = block.options.logos_in_row();
    html.push_str(&format!("<table {TABLE_WITHOUT_BORDERS}"));
    for row in group.entries.chunks(in_row) {
        html.push_str("<tr style=\"break-inside:avoid\">\n");
        for entry in row {
            html.push_str(&format!(
                "<td width=\"{}%\" align=\"center\" valign=\"middle\" style=\"border:none;padding:7pt;text-align:center;\
                 overflow-wrap:break-word\">",
                100 / in_row
            ));
            match block.logo(entry) {
                Some((logo, png)) => push_logo(html, entry, logo, png),
                None => push_entry(html, entry),
            }
            html.push_str("</td>\n");
        }
        // A row that is not full keeps its places.
        for _ in row.len()..in_row {
            html.push_str(&format!(
                "<td width=\"{}%\" style=\"border:none\"></td>\n",
                100 / in_row
            ));
        }
        html.push_str("</tr>\n");
    }
    html.push_str("</tbody></table>\n");
}

/// A PNG as an address that holds it.
pub fn picture_address(png: &[u8]) -> String {
    format!("data:image/png;base64,{}", BASE64_STANDARD.encode(png))
}

fn push_logo(html: &mut String, entry: &BlockEntry, logo: &PrintedLogo, png: &[u8]) {
    if let Some(link) = &entry.link {
        html.push_str("<a href=\"");
        escape_into(html, link);
        html.push_str("\">");
    }
    html.push_str("<img src=\"");
    html.push_str(&picture_address(png));
    html.push_str("\" alt=\"");
    escape_into(html, &entry.name());
    // A twip is a fifteenth of a pixel.
    let pixels = |twips: u32| (twips + 7) / 15;
    html.push_str(&format!(
        "\" width=\"{}\" height=\"{}\" style=\"border:none\">",
        pixels(logo.width),
        pixels(logo.height)
    ));
    html.push_str(if entry.link.is_some() { "</a>" } else { "" });
}

/// One table for all groups, so that their columns stand under each other; a group's heading is a row of its
/// own.
fn table(block: &SignatoryBlock, html: &mut String) {
    html.push_str(
        "<table width=\"100%\" border=\"0\" cellspacing=\"0\" cellpadding=\"4\" \
         style=\"border-collapse:collapse\">\n<thead>\n<tr>",
    );
    for ((_, title), share) in block.table_columns().zip(block.table_shares()) {
        html.push_str(&format!(
            "<th scope=\"col\" width=\"{}%\" align=\"left\">",
            share / 10
        ));
        isolated(html, title);
        html.push_str("</th>");
    }
    html.push_str("</tr>\n</thead>\n");
    for group in &block.groups {
        html.push_str("<tbody>\n");
        if let Some(heading) = block.heading(group) {
            html.push_str(&format!(
                "<tr style=\"break-after:avoid\"><th scope=\"rowgroup\" colspan=\"{}\" align=\"left\">",
                block.table_columns().count()
            ));
            isolated(html, &heading);
            if let Some(note) = &group.note {
                html.push_str("<br>");
                escape_into(html, note);
            }
            html.push_str("</th></tr>\n");
        }
        for entry in &group.entries {
            html.push_str("<tr valign=\"top\">");
            for (kind, _) in block.table_columns() {
                html.push_str("<td>");
                isolated(html, &entry.cell(kind));
                html.push_str("</td>");
            }
            html.push_str("</tr>\n");
        }
        html.push_str("</tbody>\n");
    }
    html.push_str("</table>\n");
}

fn push_entry(html: &mut String, entry: &BlockEntry) {
    let turns = entry.parts.iter().any(|part| clean::turns_direction(&part.text));
    if turns {
        html.push_str("<bdi>");
    }
    for part in &entry.parts {
        if part.kind == PartKind::Name {
            push_name(html, entry, part);
        } else {
            push_part(html, part);
        }
    }
    if turns {
        html.push_str("</bdi>");
    }
}

fn push_name(html: &mut String, entry: &BlockEntry, part: &Part) {
    if let Some(link) = &entry.link {
        html.push_str("<a href=\"");
        escape_into(html, link);
        html.push_str("\">");
    }
    html.push_str(if entry.bold { "<strong>" } else { "" });
    escape_into(html, &part.text);
    html.push_str(if entry.bold { "</strong>" } else { "" });
    html.push_str(if entry.link.is_some() { "</a>" } else { "" });
}

fn push_part(html: &mut String, part: &Part) {
    match part.kind {
        PartKind::Break => html.push_str("<br>"),
        PartKind::Mark => {
            html.push_str("<sup>");
            escape_into(html, &part.text);
            html.push_str("</sup>");
        }
        _ => escape_into(html, &part.text),
    }
}

fn isolated(html: &mut String, text: &str) {
    if clean::turns_direction(text) {
        html.push_str("<bdi>");
        escape_into(html, text);
        html.push_str("</bdi>");
    } else {
        escape_into(html, text);
    }
}

/// A text of the user's own: an empty line begins a paragraph, a single line break stays one.
fn paragraphs(html: &mut String, open: &str, text: &str) {
    for paragraph in text
        .split("\n\n")
        .map(str::trim)
        .filter(|paragraph| !paragraph.is_empty())
    {
        html.push_str(open);
        broken_lines(html, paragraph);
        html.push_str("</p>\n");
    }
}

fn broken_lines(html: &mut String, text: &str) {
    for (at, line) in text.split('\n').enumerate() {
        if at > 0 {
            html.push_str("<br>");
        }
        escape_into(html, line);
    }
}

/// Escapes for element content and for attributes in double quotes.
fn escape_into(html: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"']) {
        let (plain, special) = rest.split_at(at);
        html.push_str(plain);
        html.push_str(match special.as_bytes().first() {
            Some(b'&') => "&amp;",
            Some(b'<') => "&lt;",
            Some(b'>') => "&gt;",
            _ => "&quot;",
        });
        rest = special.get(1..).unwrap_or_default();
    }
    html.push_str(rest);
}
