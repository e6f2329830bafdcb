//! What documents become as text.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::io::Write;

use super::*;

fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in parts {
        let options = zip::write::SimpleFileOptions::default();
        let options = if *name == "mimetype" {
            options.compression_method(zip::CompressionMethod::Stored)
        } else {
            options
        };
        zip.start_file(*name, options).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn names(text: &str) -> Vec<String> {
    crate::list::read_list(text, &())
        .entries
        .into_iter()
        .map(|entry| entry.name)
        .collect()
}

#[test]
fn a_word_document_becomes_its_lines() {
    let bytes = zipped(&[(
        "word/document.xml",
        r#"<w:document xmlns:w="w"><w:body>
        <w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Signatories</w:t></w:r></w:p>
        <w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>Amber Trust, </w:t></w:r><w:del><w:r><w:delText>LLC</w:delText></w:r></w:del><w:r><w:t>Inc.</w:t></w:r></w:p>
        <w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>Birch &amp; Co.</w:t></w:r></w:p>
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Ana Mora</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Director</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
        </w:body></w:document>"#,
    )]);
    assert_eq!(kind(&bytes), Some(DocumentKind::Docx));
    assert_eq!(
        text(&bytes).unwrap().unwrap(),
        "# Signatories\n- Amber Trust, Inc.\n- Birch & Co.\nAna Mora\tDirector\n"
    );
}

#[test]
fn cells_that_arrange_columns_of_names_are_lines_and_those_of_data_are_rows() {
    let paragraphs = |names: &[&str]| {
        let names = names
            .iter()
            .map(|name| format!("<w:p><w:r><w:t>{name}</w:t></w:r></w:p>"));
        format!("<w:tc>{}</w:tc>", names.collect::<String>())
    };
    let row = |cells: &[&[&str]]| {
        let cells = cells.iter().map(|cell| paragraphs(cell));
        format!("<w:tr>{}</w:tr>", cells.collect::<String>())
    };
    let columns: &[&[&str]] = &[
        &["Amber Trust", "Birch Union", "Cedar Club", "Dune Watch"],
        &["Elm League", "Fir Fund", "Grove Watch"],
    ];
    let data: &[&[&str]] = &[&["Hill Trust"], &["1 Main St", "Second floor", "Brixley", "WI"]];
    let tables = [row(columns), row(data)]
        .map(|row| format!("<w:tbl>{row}</w:tbl>"))
        .concat();
    let bytes = zipped(&[(
        "word/document.xml",
        &format!(r#"<w:document xmlns:w="w"><w:body>{tables}</w:body></w:document>"#),
    )]);
    assert_eq!(
        text(&bytes).unwrap().unwrap(),
        "Amber Trust\nBirch Union\nCedar Club\nDune Watch\n\nElm League\nFir Fund\nGrove Watch\nHill Trust\t1 Main St Second floor Brixley WI\n"
    );
}

#[test]
fn an_open_document_becomes_its_lines() {
    let bytes = zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        (
            "content.xml",
            r#"<o:document xmlns:o="o" xmlns:text="t"><o:body><text:h>Signed</text:h>
            <text:list><text:list-item><text:p>Amber<text:s text:c="1"/>Trust</text:p></text:list-item></text:list>
            <text:p>Birch<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>since May</text:p></text:note-body></text:note> Union</text:p></o:body></o:document>"#,
        ),
    ]);
    assert_eq!(kind(&bytes), Some(DocumentKind::Odt));
    assert_eq!(
        text(&bytes).unwrap().unwrap(),
        "# Signed\n- Amber Trust\nBirch Union\n"
    );
}

#[test]
fn rich_text_becomes_its_lines() {
    let bytes = br"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\*\generator X;}\f0 Signed:\par Caf\'e9 Trust\par {\listtext\bullet\tab}Birch \u8211- Union\par {\v hidden}Cedar\tab Fund\par}";
    assert_eq!(kind(bytes), Some(DocumentKind::Rtf));
    assert_eq!(
        text(bytes).unwrap().unwrap(),
        "Signed:\nCaf\u{e9} Trust\n- Birch \u{2013} Union\nCedar\tFund\n"
    );
}

/// A page with text at given places, as small as a PDF can be.
fn page(content: &str) -> Vec<u8> {
    let mut bytes = b"%PDF-1.4\n".to_vec();
    let mut offsets = Vec::new();
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>".to_owned(),
        format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned(),
    ];
    for (at, object) in objects.iter().enumerate() {
        offsets.push(bytes.len());
        bytes.extend(format!("{} 0 obj\n{object}\nendobj\n", at + 1).bytes());
    }
    let start = bytes.len();
    bytes.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    for offset in offsets {
        bytes.extend(format!("{offset:010} 00000 n \n").bytes());
    }
    bytes.extend(
        format!(
            "trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n",
            objects.len() + 1
        )
        .bytes(),
    );
    bytes
}

#[test]
fn the_columns_of_a_page_are_told_apart_by_position() {
    let bytes = page(
        "BT /F1 12 Tf 72 700 Td (Signed:) Tj ET BT /F1 12 Tf 72 680 Td (Amber Trust) Tj ET BT /F1 12 Tf 320 680 Td (Cedar League) Tj ET \
         BT /F1 12 Tf 72 660 Td (Birch Union) Tj ET BT /F1 12 Tf 320 660 Td (Dune Fund) Tj ET",
    );
    assert_eq!(kind(&bytes), Some(DocumentKind::Pdf));
    let text = text(&bytes).unwrap().unwrap();
    assert_eq!(
        text.trim(),
        "Signed:\nAmber Trust\tCedar League\nBirch Union\tDune Fund"
    );
    assert_eq!(
        names(&text),
        ["Amber Trust", "Birch Union", "Cedar League", "Dune Fund"]
    );
}

#[test]
fn a_page_of_pictures_says_so() {
    assert_eq!(
        text(&page("q 612 0 0 792 0 0 cm Q")),
        Err(DocumentError::Pictures)
    );
}

#[test]
fn damaged_documents_are_refused() {
    assert_eq!(text(b"%PDF-1.4\nnothing of it"), Err(DocumentError::Damaged));
    let good = page("BT /F1 12 Tf 72 700 Td (Amber Trust) Tj ET");
    for cut in (10..good.len()).step_by(37) {
        let _ = text(&good[..cut]);
    }
    assert!(text(b"{\\rtf1 {{{{").is_ok());
    assert_eq!(text(b"Amber Trust\nBirch Union"), Ok(None));
}
