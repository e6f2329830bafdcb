//! The block as Rich Text Format 1.9: a document of its own that every word processor opens.
//!
//! Real lists, real columns (a section for each group), heading style and language; everything outside ASCII
//! as `\u`, so that no code page matters. A name cannot begin a control word: backslashes and braces are
//! escaped.

use super::prose::{Paragraph, Piece};
use super::{BlockEntry, BlockGroup, Layout, Numbering, PartKind, SignatoryBlock};

/// The width of the text on a page of US Letter with margins of one inch, in twips (1/20 point).
const TEXT_WIDTH: usize = 9360;
const PLAIN: &str = "\\pard\\plain\\f0\\fs24";

/// The block as an RTF document, without a newline at its end; empty without signatories.
pub fn render(block: &SignatoryBlock) -> String {
    if block.is_empty() {
        return String::new();
    }
    let mut rtf = String::from(
        "{\\rtf1\\ansi\\ansicpg1252\\deff0\\uc1\n\
         {\\fonttbl{\\f0\\froman Times New Roman;}}\n\
         {\\stylesheet{\\s0 Normal;}{\\s1\\sbasedon0\\snext0\\outlinelevel0\\keepn\\sb240\\sa60\\b heading 1;}}\n",
    );
    match block.options.layout {
        // Each list in the table of lists needs an id of its own; numbering runs on through the groups by
        // itself.
        Layout::Bullets => rtf.push_str(
            "{\\*\\listtable{\\list\\listtemplateid1\\listsimple1{\\listlevel\\levelnfc23\\levelstartat1\\levelfollow0\
             {\\leveltext\\'01\\u8226 ?;}{\\levelnumbers;}\\fi-360\\li720}\\listid1}}\n\
             {\\*\\listoverridetable{\\listoverride\\listid1\\listoverridecount0\\ls1}}\n",
        ),
        Layout::Numbered => rtf.push_str(
            "{\\*\\listtable{\\list\\listtemplateid1\\listsimple1{\\listlevel\\levelnfc0\\levelstartat1\\levelfollow0\
             {\\leveltext\\'02\\'00.;}{\\levelnumbers\\'01;}\\fi-540\\li720}\\listid1}}\n",
        ),
        _ => {}
    }
    if block.options.layout == Layout::Numbered {
        rtf.push_str("{\\*\\listoverridetable{\\listoverride\\listid1\\listoverridecount0\\ls1}");
        if block.options.numbering == Numbering::EachGroup {
            // Each group but the first has a list of its own that begins with 1.
            for number in 2..=block.groups.len() {
                rtf.push_str(&format!(
                    "{{\\listoverride\\listid1\\listoverridecount1{{\\lfolevel\\listoverridestartat\\levelstartat1}}\\ls{number}}}"
                ));
            }
        }
        rtf.push_str("}\n");
    }
    rtf.push_str(&format!(
        "\\deflang{0}\\lang{0}\\paperw{1}\\paperh{2}\\margl{3}\\margr{3}\\margt1440\\margb1440\\htmautsp\n",
        language_code(&block.options.language),
        block.paper.twips().0,
        block.paper.twips().1,
        block.paper.side_twips(),
    ));
    let mut document = Document { rtf, started: false };
    if block.options.layout == Layout::Prose {
        prose(block, &mut document);
    } else {
        document.paragraphs("\\sa240", &block.intro);
        document.paragraphs("\\sa240", block.summary.as_deref().unwrap_or_default());
        groups(block, &mut document);
        document.paragraphs("\\sb240", block.others.as_deref().unwrap_or_default());
        document.paragraphs("\\sb240", block.note.as_deref().unwrap_or_default());
        document.paragraphs("\\sb240", &block.outro);
    }
    document.rtf.push('}');
    document.rtf
}

/// The language as Windows numbers it, for spelling; US English where the number is not known here.
fn language_code(language: &str) -> u16 {
    match language.split(['-', '_']).next().unwrap_or_default() {
        "es" => 3082,
        "fr" => 1036,
        "de" => 1031,
        "pt" => 1046,
        "it" => 1040,
        _ => 1033,
    }
}

struct Document {
    rtf: String,
    /// Whether a paragraph stands in it already; an empty first section would print an empty line.
    started: bool,
}

impl Document {
    /// A paragraph with this formatting, filled by `fill`.
    fn paragraph(&mut self, formatting: &str, fill: impl FnOnce(&mut String)) {
        self.rtf.push_str(PLAIN);
        self.rtf.push_str(formatting);
        self.rtf.push(' ');
        fill(&mut self.rtf);
        self.rtf.push_str("\\par\n");
        self.started = true;
    }

    /// A paragraph with this formatting for each part of the text between empty lines.
    fn paragraphs(&mut self, formatting: &str, text: &str) {
        for paragraph in text
            .split("\n\n")
            .map(str::trim)
            .filter(|paragraph| !paragraph.is_empty())
        {
            self.paragraph(formatting, |rtf| broken_lines(rtf, paragraph));
        }
    }

    /// Begins a section of this many columns on the same page.
    fn section(&mut self, columns: usize) {
        self.rtf.push_str(if self.started {
            "\\sect\\sectd\\sbknone"
        } else {
            "\\sectd\\sbknone"
        });
        self.rtf.push_str(&format!("\\cols{columns}\\colsx480\n"));
    }
}

fn prose(block: &SignatoryBlock, document: &mut Document) {
    for paragraph in block.prose() {
        match paragraph {
            Paragraph::Own(text) => document.paragraphs("\\sa240", text),
            Paragraph::Sentence(pieces) => document.paragraph("\\sa240", |rtf| {
                for piece in pieces {
                    match piece {
                        Piece::Plain(text) => broken_lines(rtf, text),
                        Piece::Heading(heading) => {
                            rtf.push_str("{\\b ");
                            escape_into(rtf, &heading);
                            rtf.push_str(":} ");
                        }
                        Piece::Entry(entry) => push_entry(rtf, entry),
                    }
                }
            }),
        }
    }
}

fn groups(block: &SignatoryBlock, document: &mut Document) {
    let mut numbers = block.numbers();
    let formatting = if block.is_spaced() {
        "\\keep\\sa240"
    } else {
        "\\keep\\fi-240\\li240"
    };
    for (place, group) in block.groups.iter().enumerate() {
        let columns = block.options.column_count();
        if let Some(heading) = block.heading(group) {
            if columns > 1 && place > 0 {
                // Not seen, a point high: LibreOffice moves a heading that stands first between two sections onto the next
                // page with all that it heads, as if that had to stay whole.
                document.paragraph("\\sl-20\\slmult0", |_| ());
            }
            document.paragraph("\\s1\\outlinelevel0\\keepn\\sb240\\sa60\\b", |rtf| {
                escape_into(rtf, &heading)
            });
        }
        if let Some(note) = &group.note {
            document.paragraph("\\keepn", |rtf| escape_into(rtf, note));
        }
        if columns > 1 {
            // A section of its own, whose columns the word processor fills down and balances: breaks of our own would
            // tear a list of several pages apart.
            document.section(columns);
        }
        numbers.start_group();
        let kept = |entry: &BlockEntry| {
            if block.keeps_with_closing(group, entry) {
                "\\keepn"
            } else {
                ""
            }
        };
        match block.options.layout {
            Layout::Bullets => {
                for entry in &group.entries {
                    let formatting = format!("\\keep{}\\ls1\\ilvl0\\fi-360\\li720", kept(entry));
                    document.paragraph(&formatting, |rtf| {
                        rtf.push_str("{\\listtext\\u8226 ?\\tab}");
                        push_entry(rtf, entry);
                    });
                }
            }
            Layout::Numbered => {
                let list = match block.options.numbering {
                    Numbering::Through => 1,
                    Numbering::EachGroup => place + 1,
                };
                for entry in &group.entries {
                    let formatting = format!("\\keep{}\\ls{list}\\ilvl0\\fi-540\\li720", kept(entry));
                    let number = numbers.next();
                    document.paragraph(&formatting, |rtf| {
                        rtf.push_str(&format!("{{\\listtext {number}.\\tab}}"));
                        push_entry(rtf, entry);
                    });
                }
            }
            Layout::Table => table(block, group, document),
            Layout::Lines | Layout::Columns | Layout::Prose | Layout::Wet | Layout::Logos => {
                for entry in &group.entries {
                    document.paragraph(&format!("{formatting}{}", kept(entry)), |rtf| {
                        push_entry(rtf, entry)
                    });
                }
            }
        }
        if columns > 1 {
            document.section(1);
        }
    }
}

fn table(block: &SignatoryBlock, group: &BlockGroup, document: &mut Document) {
    let mut end = 0;
    let ends: String = block
        .table_shares()
        .map(|share| {
            end += share;
            let line = "\\brdrs\\brdrw5";
            format!("\\clbrdrt{line}\\clbrdrb{line}\\cellx{}", TEXT_WIDTH * end / 1000)
        })
        .collect();
    let head = std::iter::once(None);
    for entry in head.chain(group.entries.iter().map(Some)) {
        document.rtf.push_str("\\trowd\\trgaph108\\trkeep");
        document
            .rtf
            .push_str(if entry.is_none() { "\\trhdr" } else { "" });
        document.rtf.push_str(&ends);
        document.rtf.push('\n');
        for (kind, title) in block.table_columns() {
            document.rtf.push_str(PLAIN);
            document.rtf.push_str(if entry.is_none() {
                "\\intbl\\keepn\\b "
            } else {
                "\\intbl "
            });
            match entry {
                None => escape_into(&mut document.rtf, title),
                Some(entry) => escape_into(&mut document.rtf, &entry.cell(kind)),
            }
            document.rtf.push_str("\\cell\n");
        }
        document.rtf.push_str("\\row\n");
    }
    document.started = true;
}

fn push_entry(rtf: &mut String, entry: &BlockEntry) {
    for part in &entry.parts {
        match part.kind {
            PartKind::Break => rtf.push_str("\\line "),
            PartKind::Name => push_name(rtf, entry, &part.text),
            PartKind::Mark => {
                rtf.push_str("{\\super ");
                escape_into(rtf, &part.text);
                rtf.push('}');
            }
            _ => escape_into(rtf, &part.text),
        }
    }
}

fn push_name(rtf: &mut String, entry: &BlockEntry, name: &str) {
    if let Some(link) = &entry.link {
        rtf.push_str("{\\field{\\*\\fldinst HYPERLINK \"");
        escape_into(rtf, link);
        rtf.push_str("\"}{\\fldrslt ");
    }
    if entry.bold {
        rtf.push_str("{\\b ");
    }
    escape_into(rtf, name);
    rtf.push_str(if entry.bold { "}" } else { "" });
    rtf.push_str(if entry.link.is_some() { "}}" } else { "" });
}

fn broken_lines(rtf: &mut String, text: &str) {
    for (at, line) in text.split('\n').enumerate() {
        if at > 0 {
            rtf.push_str("\\line ");
        }
        escape_into(rtf, line);
    }
}

fn escape_into(rtf: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '\\' | '{' | '}' => {
                rtf.push('\\');
                rtf.push(c);
            }
            ' '..='~' => rtf.push(c),
            '\t' => rtf.push_str("\\tab "),
            _ => {
                // RTF counts in UTF-16 units, as signed numbers; `?` is for readers that know no Unicode.
                for unit in c.encode_utf16(&mut [0; 2]) {
                    rtf.push_str("\\u");
                    rtf.push_str(&unit.cast_signed().to_string());
                    rtf.push('?');
                }
            }
        }
    }
}
