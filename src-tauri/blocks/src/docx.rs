//! The block as a Word document (Office Open XML, ECMA-376): a new one, or placed into the user's own.
//!
//! A new document has what a word processor works with: paragraph styles, heading styles, real lists, real
//! columns (a section for each group, which the word processor balances), a table whose head repeats, and the
//! language of the letter. Its other parts are the skeleton beside this file. The same block gives the same
//! bytes. The user's own document is the business of `docx/template.rs`.

mod error;
mod lines;
mod package;
mod placeholder;
mod run;
mod scan;
mod styles;
mod table;
mod template;

pub use error::DocxError;
pub use package::MOST_BYTES;
pub use template::{Filled, fill};

use super::prose::{Paragraph, Piece};
use super::{BlockGroup, Layout, SignatoryBlock};
use run::{BOLD, Look, Looks, Runs};

const CONTENT_TYPES: &str = include_str!("docx/skeleton/content-types.xml");
const RELATIONSHIPS: &str = include_str!("docx/skeleton/relationships.xml");
const PROPERTIES: &str = include_str!("docx/skeleton/core.xml");
const DOCUMENT_RELATIONSHIPS: &str = include_str!("docx/skeleton/document-relationships.xml");
const STYLES: &str = include_str!("docx/skeleton/styles.xml");
const NUMBERING: &str = include_str!("docx/skeleton/numbering.xml");
const SETTINGS: &str = include_str!("docx/skeleton/settings.xml");

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
    let language = language_tag(&block.options.language);
    let backward = runs_backward(&language);
    let styles = STYLES
        .replace("{language}", &language)
        .replace(
            "{direction}",
            if backward { "<w:pPr><w:bidi/></w:pPr>" } else { "" },
        )
        .replace("{between}", if block.is_spaced() { "240" } else { "0" });
    package::write(&[
        ("[Content_Types].xml", CONTENT_TYPES),
        ("_rels/.rels", RELATIONSHIPS),
        ("docProps/core.xml", &PROPERTIES.replace("{language}", &language)),
        ("word/document.xml", &document(block, backward)),
        ("word/_rels/document.xml.rels", DOCUMENT_RELATIONSHIPS),
        ("word/styles.xml", &styles),
        ("word/numbering.xml", NUMBERING),
        ("word/settings.xml", SETTINGS),
    ])
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
fn document(block: &SignatoryBlock, backward: bool) -> String {
    let mut body = Body {
        xml: String::from(HEAD),
        looks: Looks::new(backward),
        last_properties: None,
        open: false,
    };
    if block.options.layout == Layout::Prose {
        prose(block, &mut body);
    } else {
        body.texts("BodyText", &block.intro);
        body.texts("BodyText", block.summary.as_deref().unwrap_or_default());
        groups(block, &mut body);
        body.texts("Closing", block.others.as_deref().unwrap_or_default());
        body.texts("Closing", block.note.as_deref().unwrap_or_default());
        body.texts("Closing", &block.outro);
    }
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
    /// Where the properties of the last paragraph end; a section is told by the last paragraph in it.
    last_properties: Option<usize>,
    /// Whether a paragraph has to follow: after columns, so that they are balanced, and after a table.
    open: bool,
}

impl Body {
    /// A paragraph of this style, filled by `fill`.
    fn paragraph(&mut self, style: &str, fill: impl FnOnce(&mut Runs)) {
        self.xml.extend(["<w:p><w:pPr><w:pStyle w:val=\"", style, "\"/>"]);
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

    /// Ends a section of this many columns with the last paragraph; without one there is nothing to end.
    fn end_section(&mut self, columns: usize) {
        if let Some(at) = self.last_properties.take() {
            let section = self.section(columns);
            self.xml.insert_str(at, &section);
        }
    }

    /// A page of US Letter with margins of one inch, as in the RTF.
    fn section(&self, columns: usize) -> String {
        format!(
            "<w:sectPr><w:type w:val=\"continuous\"/><w:pgSz w:w=\"12240\" w:h=\"15840\"/><w:pgMar w:top=\"1440\" \
             w:right=\"1440\" w:bottom=\"1440\" w:left=\"1440\" w:header=\"720\" w:footer=\"720\" w:gutter=\"0\"/>\
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
    for group in &block.groups {
        if let Some(heading) = block.heading(group) {
            // The first level, because nothing stands above it in a new document and a level left out
            // disturbs those who read by headings.
            body.paragraph("Heading1", |runs| runs.text(&heading, Look::default()));
        }
        match block.options.layout {
            Layout::Columns if block.options.column_count() > 1 => {
                body.end_section(1);
                // Entries that stand apart need no hanging lines to be told apart.
                let style = if block.is_spaced() {
                    "Signatory"
                } else {
                    "SignatoryInColumn"
                };
                entries(group, style, body);
                body.end_section(block.options.column_count());
                body.open = true;
            }
            Layout::Bullets => entries(group, "ListBullet", body),
            Layout::Numbered => entries(group, "ListNumber", body),
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
                    "",
                );
                body.open = true;
            }
            Layout::Lines | Layout::Columns | Layout::Prose => entries(group, "Signatory", body),
        }
    }
}

fn entries(group: &BlockGroup, style: &str, body: &mut Body) {
    for entry in &group.entries {
        body.paragraph(style, |runs| runs.entry(entry));
    }
}

/// How many paragraphs of a part hold braces, for tests of the scan alone.
#[cfg(test)]
pub(super) fn braces_in(source: &str) -> Result<usize, DocxError> {
    scan::paragraphs(source.trim_start_matches('\u{feff}')).map(|found| found.len())
}
