//! The block as a Word document (Office Open XML, ECMA-376): a new one, or placed into the user's own.
//!
//! A new document has what a word processor works with: paragraph styles, heading styles, real lists, real
//! columns (a section for each group, which the word processor balances), a table whose head repeats, and the
//! language of the letter. Its other parts are the skeleton beside this file. The same block gives the same
//! bytes. The user's own document is the business of `docx/template.rs`.

mod elements;
mod error;
mod lines;
mod notice;
mod package;
mod parts;
mod pictures;
mod place;
mod placeholder;
mod properties;
mod run;
mod scan;
mod sections;
mod styles;
mod table;
mod template;

pub use error::DocxError;
pub use notice::Notice;
pub use package::MOST_BYTES;
pub use placeholder::nearest;
pub use template::{Arrangements, Filled, fill};

use super::prose::{Paragraph, Piece};
use super::{BlockGroup, Layout, Letter, Numbering, Paper, SignatoryBlock, letter};
use run::{BOLD, Look, Looks, Runs};

const CONTENT_TYPES: &str = include_str!("docx/skeleton/content-types.xml");
const RELATIONSHIPS: &str = include_str!("docx/skeleton/relationships.xml");
const PROPERTIES: &str = include_str!("docx/skeleton/core.xml");
const DOCUMENT_RELATIONSHIPS: &str = include_str!("docx/skeleton/document-relationships.xml");
const STYLES: &str = include_str!("docx/skeleton/styles.xml");
const NUMBERING: &str = include_str!("docx/skeleton/numbering.xml");
const SETTINGS: &str = include_str!("docx/skeleton/settings.xml");

/// The properties of a paragraph that is not seen: a point high.
const SLIVER: &str = "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/>";

/// The number of the numbered list in the skeleton.
const NUMBERED: usize = 2;

/// The block as a new document; empty without signatories.
///
/// # Errors
///
/// [`DocxError::NotWritten`] when the package cannot be put together, which takes more bytes than a package
/// can hold.
pub fn render(block: &SignatoryBlock) -> Result<Vec<u8>, DocxError> {
    if block.is_empty() {
        return Ok(Vec::new());
    }
    render_letter(&Letter::default(), block)
}

/// A letter with its block as a new document.
///
/// # Errors
///
/// As [`render`].
pub fn render_letter(letter: &Letter, block: &SignatoryBlock) -> Result<Vec<u8>, DocxError> {
    let language = language_tag(&block.options.language);
    let backward = runs_backward(&language);
    let styles = STYLES
        .replace("{language}", &language)
        .replace(
            "{direction}",
            if backward { "<w:pPr><w:bidi/></w:pPr>" } else { "" },
        )
        .replace("{between}", if block.is_spaced() { "240" } else { "0" });
    let mut pictures = pictures::Used::default();
    let document = pictures.take(&document(letter, block, backward), std::slice::from_ref(block));
    let content_types = pictures.with_content_type(CONTENT_TYPES);
    let relationships = pictures::related(DOCUMENT_RELATIONSHIPS, &document, &pictures, false);
    let core = PROPERTIES.replace("{language}", &language);
    let numbering = numbering(block);
    let mut parts = vec![
        ("[Content_Types].xml", content_types.as_bytes()),
        ("_rels/.rels", RELATIONSHIPS.as_bytes()),
        ("docProps/core.xml", core.as_bytes()),
        ("word/document.xml", document.as_bytes()),
        ("word/_rels/document.xml.rels", relationships.as_bytes()),
        ("word/styles.xml", styles.as_bytes()),
        ("word/numbering.xml", numbering.as_bytes()),
        ("word/settings.xml", SETTINGS.as_bytes()),
    ];
    parts.extend(pictures.parts());
    package::write(&parts)
}

/// The language as Word wants it: with a region, which it takes to choose a dictionary. The regions are those
/// that the RTF takes.
fn language_tag(language: &str) -> String {
    let tag: String = language
        .replace('_', "-")
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || *c == '-')
        .collect();
    match tag.as_str() {
        "" | "en" => "en-US".to_owned(),
        "es" => "es-ES".to_owned(),
        "fr" => "fr-FR".to_owned(),
        "de" => "de-DE".to_owned(),
        "pt" => "pt-BR".to_owned(),
        "it" => "it-IT".to_owned(),
        _ => tag,
    }
}

/// Whether a language is written from right to left.
fn runs_backward(language: &str) -> bool {
    const BACKWARD: [&str; 11] = ["ar", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi"];
    language
        .split('-')
        .next()
        .is_some_and(|primary| BACKWARD.contains(&primary.to_ascii_lowercase().as_str()))
}

/// The main part.
fn document(letter: &Letter, block: &SignatoryBlock, backward: bool) -> String {
    let mut body = Body {
        xml: String::from(HEAD),
        looks: Looks::new(backward),
        paper: block.paper,
        last_properties: None,
        open: false,
    };
    body.letter(&letter.before);
    if block.is_empty() {
        // Without signatories there is no introduction and no closing line either.
    } else if block.options.layout == Layout::Prose {
        prose(block, &mut body);
    } else {
        body.texts("BodyText", &block.intro);
        body.texts("BodyText", block.summary.as_deref().unwrap_or_default());
        groups(block, &mut body);
        body.texts("Closing", block.others.as_deref().unwrap_or_default());
        body.texts("Closing", block.note.as_deref().unwrap_or_default());
        body.texts("Closing", &block.outro);
    }
    body.letter(&letter.after);
    body.finish()
}

const HEAD: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    "\n",
    r#"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>"#
);

struct Body {
    xml: String,
    looks: Looks,
    paper: Paper,
    /// Where the properties of the last paragraph end; a section is told by the last paragraph in it.
    last_properties: Option<usize>,
    /// Whether a paragraph has to follow: after columns, so that they are balanced, and after a table.
    open: bool,
}

impl Body {
    /// A paragraph of this style, filled by `fill`.
    fn paragraph(&mut self, style: &str, fill: impl FnOnce(&mut Runs)) {
        self.paragraph_with(style, "", fill);
    }

    /// A paragraph of this style with properties of its own.
    fn paragraph_with(&mut self, style: &str, properties: &str, fill: impl FnOnce(&mut Runs)) {
        self.xml
            .extend(["<w:p><w:pPr><w:pStyle w:val=\"", style, "\"/>", properties]);
        self.last_properties = Some(self.xml.len());
        self.xml.push_str("</w:pPr>");
        let mut runs = Runs::new(&mut self.xml, &self.looks);
        fill(&mut runs);
        runs.end();
        self.xml.push_str("</w:p>\n");
        self.open = false;
    }

    /// A paragraph for each part of the text between empty lines.
    fn texts(&mut self, style: &str, text: &str) {
        for paragraph in text
            .split("\n\n")
            .map(str::trim)
            .filter(|paragraph| !paragraph.is_empty())
        {
            self.paragraph(style, |runs| runs.text(paragraph, Look::default()));
        }
    }

    /// The letter's own text.
    fn letter(&mut self, pieces: &[letter::Piece]) {
        for (at, piece) in pieces.iter().enumerate() {
            let goes_on = matches!(pieces.get(at + 1), Some(letter::Piece::Item(_)));
            let (style, properties, text) = match piece {
                letter::Piece::Text(text) => ("BodyText", "", text),
                letter::Piece::Heading(text) => ("Heading1", "", text),
                letter::Piece::Item(text) if goes_on => ("ListBullet", "", text),
                // A list is as far from what follows as a paragraph.
                letter::Piece::Item(text) => ("ListBullet", "<w:spacing w:after=\"240\"/>", text),
            };
            self.paragraph_with(style, properties, |runs| runs.text(text, Look::default()));
        }
    }

    /// Ends a section of this many columns with the last paragraph; without one there is nothing to end.
    fn end_section(&mut self, columns: usize) {
        if let Some(at) = self.last_properties.take() {
            let section = self.section(columns);
            self.xml.insert_str(at, &section);
        }
    }

    /// A page whose text is as wide on either paper, as in the RTF.
    fn section(&self, columns: usize) -> String {
        let ((width, height), side) = (self.paper.twips(), self.paper.side_twips());
        format!(
            "<w:sectPr><w:type w:val=\"continuous\"/><w:pgSz w:w=\"{width}\" w:h=\"{height}\"/><w:pgMar w:top=\"1440\" \
             w:right=\"{side}\" w:bottom=\"1440\" w:left=\"{side}\" w:header=\"720\" w:footer=\"720\" w:gutter=\"0\"/>\
             <w:cols w:num=\"{columns}\" w:space=\"480\"/>{}</w:sectPr>",
            if self.looks.backward() { "<w:bidi/>" } else { "" }
        )
    }

    fn finish(mut self) -> String {
        if self.open {
            self.xml.push_str("<w:p/>\n");
        }
        let section = self.section(1);
        self.xml.extend([section.as_str(), "</w:body></w:document>\n"]);
        self.xml
    }
}

fn prose(block: &SignatoryBlock, body: &mut Body) {
    for paragraph in block.prose() {
        match paragraph {
            Paragraph::Own(text) => body.texts("BodyText", text),
            Paragraph::Sentence(pieces) => body.paragraph("BodyText", |runs| sentence(&pieces, runs)),
        }
    }
}

/// A sentence of names, the heading of its group in bold.
fn sentence(pieces: &[Piece], runs: &mut Runs) {
    for piece in pieces {
        match piece {
            Piece::Plain(text) => runs.text(text, Look::default()),
            Piece::Heading(heading) => {
                runs.text(&format!("{heading}:"), BOLD);
                runs.text(" ", Look::default());
            }
            Piece::Entry(entry) => runs.entry(entry),
        }
    }
}

fn groups(block: &SignatoryBlock, body: &mut Body) {
    for (number, group) in block.groups.iter().enumerate() {
        let columns = block.options.column_count();
        if let Some(heading) = block.heading(group) {
            if columns > 1 && number > 0 {
                // LibreOffice moves a heading that stands first between two sections onto the next page with all that
                // it heads, as if that had to stay whole.
                body.paragraph_with("Signatory", SLIVER, |_| ());
            }
            // The first level, because nothing stands above it in a new document and a level left out
            // disturbs those who read by headings.
            body.paragraph("Heading1", |runs| runs.text(&heading, Look::default()));
        }
        if let Some(note) = &group.note {
            body.paragraph_with("Signatory", "<w:keepNext/>", |runs| {
                runs.text(note, Look::default())
            });
        }
        if columns > 1 {
            body.end_section(1);
        }
        match block.options.layout {
            Layout::Bullets => entries(block, group, "ListBullet", "", body),
            Layout::Numbered => {
                let anew = match (block.options.numbering, number) {
                    (Numbering::EachGroup, 1..) => format!(
                        "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{}\"/></w:numPr>",
                        NUMBERED + number
                    ),
                    _ => String::new(),
                };
                entries(block, group, "ListNumber", &anew, body);
            }
            Layout::Table => {
                if body.open {
                    // Two tables side by side would become one.
                    body.xml.push_str("<w:p/>\n");
                }
                table::write(
                    &mut body.xml,
                    &body.looks,
                    block,
                    group,
                    "<w:tblStyle w:val=\"SignatoryTable\"/>",
                    "<w:pPr><w:keepNext/></w:pPr>",
                    "",
                );
                body.open = true;
            }
            Layout::Logos => {
                if body.open {
                    body.xml.push_str("<w:p/>\n");
                }
                let centered = "<w:pPr><w:pStyle w:val=\"Signatory\"/><w:ind w:left=\"0\" w:firstLine=\"0\"/>\
                                <w:jc w:val=\"center\"/></w:pPr>";
                table::wall(&mut body.xml, &body.looks, block, group, centered);
                body.open = true;
            }
            Layout::Lines | Layout::Columns | Layout::Prose | Layout::Wet => {
                // Entries that stand apart need no hanging lines to be told apart.
                let style = if block.is_spaced() {
                    "Signatory"
                } else {
                    "HangingSignatory"
                };
                entries(block, group, style, "", body);
            }
        }
        if columns > 1 {
            body.end_section(columns);
            body.open = true;
        }
    }
}

fn entries(block: &SignatoryBlock, group: &BlockGroup, style: &str, properties: &str, body: &mut Body) {
    for entry in &group.entries {
        let keeps = if block.keeps_with_closing(group, entry) {
            "<w:keepNext/>"
        } else {
            ""
        };
        body.paragraph_with(style, &format!("{keeps}{properties}"), |runs| runs.entry(entry));
    }
}

/// The definitions of lists: where each group is numbered anew, each but the first has a list of its own that begins
/// with 1.
fn numbering(block: &SignatoryBlock) -> String {
    let anew = block.options.layout == Layout::Numbered && block.options.numbering == Numbering::EachGroup;
    let count = if anew { block.groups.len() } else { 0 };
    let lists: String = (1..count)
        .map(|number| {
            format!(
                "<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\">\
                 <w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>",
                NUMBERED + number
            )
        })
        .collect();
    NUMBERING.replace("</w:numbering>", &format!("{lists}</w:numbering>"))
}

/// How many paragraphs of a part hold braces, for tests of the scan alone.
#[cfg(test)]
pub(super) fn braces_in(source: &str) -> Result<usize, DocxError> {
    scan::scan(source.trim_start_matches('\u{feff}')).map(|found| found.paragraphs.len())
}
