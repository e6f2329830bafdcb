//! The documents that are zip files of XML: Word and OpenDocument.

use super::{DocumentError, DocumentKind, Lines};
use crate::sheet::package::{Node, Package, attribute};

/// Which of the two a zip file is, if it is one.
pub(super) fn kind(bytes: &[u8]) -> Option<DocumentKind> {
    let package = Package::open(bytes).ok()?;
    if package.has("word/document.xml") {
        return Some(DocumentKind::Docx);
    }
    // The type of an OpenDocument stands uncompressed at its beginning.
    let near = &bytes[..bytes.len().min(200)];
    let text = b"application/vnd.oasis.opendocument.text";
    (package.has("content.xml") && near.windows(text.len()).any(|window| window == text))
        .then_some(DocumentKind::Odt)
}

/// The text of a Word document: what is struck out by a tracked change, hidden or an instruction is left out.
pub(super) fn docx(bytes: &[u8]) -> Result<String, DocumentError> {
    let mut package = Package::open(bytes)?;
    let mut xml = package.xml("word/document.xml")?.ok_or(DocumentError::Damaged)?;
    let mut lines = Lines::default();
    let mut text = false;
    // Inside how many elements whose text is not shown.
    let mut hidden = 0_usize;
    loop {
        match xml.next()? {
            Node::Over => break,
            Node::Start(start) => {
                let name = start.local_name();
                match name.as_ref() {
                    "t" => text = true,
                    "del" | "moveFrom" | "txbxContent" | "Fallback" => hidden += 1,
                    "tc" => lines.cells += 1,
                    "tab" if hidden == 0 => lines.push("\t")?,
                    "br" | "cr" if hidden == 0 => lines.paragraph(),
                    "noBreakHyphen" => lines.push("-")?,
                    "numPr" => lines.mark = "- ",
                    "pStyle" if is_heading(attribute(&start, "val").as_deref()) => lines.mark = "# ",
                    _ => {}
                }
            }
            Node::End(end) => {
                let name = end.local_name();
                match name.as_ref() {
                    "t" => text = false,
                    "del" | "moveFrom" | "txbxContent" | "Fallback" => hidden = hidden.saturating_sub(1),
                    "p" if hidden == 0 => lines.paragraph(),
                    "tc" => lines.cell(),
                    "tr" if lines.cells == 0 => lines.end(),
                    _ => {}
                }
            }
            Node::Text(said) if text && hidden == 0 => lines.push(&said)?,
            Node::Text(_) | Node::Aside => {}
        }
    }
    Ok(lines.finish())
}

/// Whether a style of Word is one of headings, in the languages that name them in the file.
fn is_heading(style: Option<&str>) -> bool {
    style.is_some_and(|style| {
        let style = style.to_lowercase();
        [
            "heading",
            "titre",
            "berschrift",
            "ttulo",
            "titulo",
            "titolo",
            "title",
        ]
        .iter()
        .any(|name| style.contains(name))
    })
}

/// The text of an OpenDocument.
pub(super) fn odt(bytes: &[u8]) -> Result<String, DocumentError> {
    let mut package = Package::open(bytes)?;
    let mut xml = package.xml("content.xml")?.ok_or(DocumentError::Damaged)?;
    let mut lines = Lines::default();
    let mut body = false;
    let mut hidden = 0_usize;
    // Inside how many paragraphs and headings: white space between elements is none.
    let mut inside = 0_usize;
    loop {
        match xml.next()? {
            Node::Over => break,
            Node::Start(start) => {
                let name = start.local_name();
                match name.as_ref() {
                    "body" => body = true,
                    "tracked-changes" | "annotation" | "note-body" | "note-citation" => hidden += 1,
                    "list-item" => lines.mark = "- ",
                    "h" => {
                        lines.mark = "# ";
                        inside += 1;
                    }
                    "p" => inside += 1,
                    "table-cell" => lines.cells += 1,
                    "tab" if hidden == 0 => lines.push("\t")?,
                    "line-break" if hidden == 0 => lines.paragraph(),
                    "s" if hidden == 0 => {
                        let count = attribute(&start, "c")
                            .and_then(|count| count.parse().ok())
                            .unwrap_or(1_usize);
                        lines.push(&" ".repeat(count.min(80)))?;
                    }
                    _ => {}
                }
            }
            Node::End(end) => {
                let name = end.local_name();
                match name.as_ref() {
                    "tracked-changes" | "annotation" | "note-body" | "note-citation" => {
                        hidden = hidden.saturating_sub(1)
                    }
                    "p" | "h" => {
                        inside = inside.saturating_sub(1);
                        if hidden == 0 && body {
                            lines.paragraph();
                        }
                    }
                    "table-cell" => lines.cell(),
                    "table-row" if lines.cells == 0 => lines.end(),
                    _ => {}
                }
            }
            Node::Text(said) if body && hidden == 0 && inside > 0 => lines.push(&said)?,
            Node::Text(_) | Node::Aside => {}
        }
    }
    Ok(lines.finish())
}
