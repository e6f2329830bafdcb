//! A block placed into a Word document: any main part and any styles are filled or refused; what was filled can be filled again.
#![no_main]

use blocks::docx;
use libfuzzer_sys::fuzz_target;
use undersigned_fuzz::package;

const TYPES: &[u8] = br#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>"#;
const ROOT: &[u8] = br#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;
const RELATED: &[u8] = br#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;

fuzz_target!(|bytes: &[u8]| {
    let mut halves = bytes.splitn(2, |byte| *byte == 0);
    let main = halves.next().unwrap_or_default();
    let styles = halves.next().unwrap_or(b"<w:styles/>");
    let document = package(&[
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", ROOT),
        ("word/document.xml", main),
        ("word/_rels/document.xml.rels", RELATED),
        ("word/styles.xml", styles),
    ]);
    let block = |words: &str| Some(blocks::SignatoryBlock { intro: words.to_owned(), ..Default::default() });
    if let Ok(filled) = docx::fill(&document, block) {
        let _ = docx::fill(&filled.document, block);
    }
});
