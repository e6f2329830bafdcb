//! The user's own documents, awkward as they come: the block stands in the right place, and nothing else
//! changes.

use std::io::{Cursor, Read, Write};

use proptest::prelude::*;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::new_documents::{paragraphs, part};
use super::survival::{any_names, block_of};
use super::*;
use crate::docx::{DocxError, Notice, fill};

mod columns;
mod damaged;
mod packages;
mod places;
mod typography;
mod words;

const MAIN: &str = "word/document.xml";

/// A document as Word writes it, around this body. Its picture is stored and not packed, and it has a header
/// and a footer of their own.
struct Letter {
    body: String,
    header: String,
    footer: String,
    styles: String,
}

impl Letter {
    fn new(body: &str) -> Self {
        Self {
            body: body.to_owned(),
            header: "<w:p><w:r><w:t>Elm Coalition</w:t></w:r></w:p>".to_owned(),
            footer: "<w:p/>".to_owned(),
            styles: String::new(),
        }
    }

    fn parts(&self) -> Vec<(&'static str, String)> {
        const NAMES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
             xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" \
             xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" \
             xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" xmlns:v=\"urn:schemas-microsoft-com:vml\"";
        let kind = "application/vnd.openxmlformats-officedocument.wordprocessingml";
        let types: String = [
            ("document", "document.main"),
            ("header1", "header"),
            ("footer1", "footer"),
            ("styles", "styles"),
        ]
        .iter()
        .map(|(name, part)| {
            format!("<Override PartName=\"/word/{name}.xml\" ContentType=\"{kind}.{part}+xml\"/>")
        })
        .collect();
        vec![
            (
                "[Content_Types].xml",
                format!(
                    "<Types xmlns=\"x\"><Default Extension=\"png\" ContentType=\"image/png\"/>{types}</Types>"
                ),
            ),
            ("_rels/.rels", "<Relationships/>".to_owned()),
            (
                "word/header1.xml",
                format!("<w:hdr {NAMES}>{}</w:hdr>", self.header),
            ),
            (
                MAIN,
                format!(
                    "\u{feff}<?xml version=\"1.0\"?>\r\n<w:document {NAMES}><!-- {{{{signatories}}}} --><w:body>{}</w:body></w:document>",
                    self.body
                ),
            ),
            (
                "word/footer1.xml",
                format!("<w:ftr {NAMES}>{}</w:ftr>", self.footer),
            ),
            (
                "word/styles.xml",
                format!("<w:styles {NAMES}>{}</w:styles>", self.styles),
            ),
            (
                "word/media/image1.png",
                "{{signatories}} in a picture ".repeat(50),
            ),
            ("customXml/item1.xml", "<x>{{signatories}}</x>".to_owned()),
        ]
    }

    fn bytes(&self) -> Vec<u8> {
        package(&self.parts())
    }
}

fn package(parts: &[(&str, String)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        let method = if name.ends_with(".png") {
            CompressionMethod::Stored
        } else {
            CompressionMethod::Deflated
        };
        let written = zip::DateTime::from_date_and_time(2020, 12, 18, 17, 0, 2).unwrap();
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(written);
        writer.start_file(*name, options).unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// Ash, Birch, "Cedar & Sons", each in its state, arranged by the words of the placeholder.
fn choose(words: &str) -> Option<SignatoryBlock> {
    let signatories = [
        in_state("Ash", "WI"),
        in_state("Birch", "IL"),
        in_state("Cedar & Sons", "IL"),
    ];
    Some(arranged(
        &signatories,
        &BlockOptions::default().with_words(words).ok()?,
    ))
}

/// What tells one entry of a package from another: name, method, checksum, date, and its bytes as packed.
type Packed = (String, CompressionMethod, u32, Option<zip::DateTime>, Vec<u8>);

fn packed(package: &[u8]) -> Vec<Packed> {
    let mut archive = ZipArchive::new(Cursor::new(package)).unwrap();
    (0..archive.len())
        .map(|at| {
            let mut part = archive.by_index_raw(at).unwrap();
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).unwrap();
            (
                part.name().unwrap().into_owned(),
                part.compression(),
                part.crc32(),
                part.last_modified(),
                bytes,
            )
        })
        .collect()
}

/// Compares two packages part by part: these parts differ, and nothing else.
fn assert_only_these_changed(before: &[u8], after: &[u8], changed: &[&str]) {
    let (before, after) = (packed(before), packed(after));
    assert_eq!(before.len(), after.len());
    for (old, new) in before.iter().zip(&after) {
        assert_eq!(
            (&old.0, old.1, old.3),
            (&new.0, new.1, new.3),
            "name, method and date stay, and the order"
        );
        assert_eq!(old != new, changed.contains(&old.0.as_str()), "{}", old.0);
    }
}

/// Organizations with signer and title, on lines of their own.
fn signers(words: &str) -> Option<SignatoryBlock> {
    let signed = |name: &str, signer: &str, state: &str| Signatory {
        signer: Some(signer.to_owned()),
        title: Some("Director".to_owned()),
        ..in_state(name, state)
    };
    let signatories = [
        signed("Ash", "Rosa Pine", "WI"),
        signed("Birch", "Lee Marsh", "IL"),
    ];
    let options = BlockOptions {
        entry: EntryForm::Signer,
        entry_lines: 3,
        ..BlockOptions::default()
    };
    Some(arranged(&signatories, &options.with_words(words).ok()?))
}

/// What a person is told about this body once it is filled.
fn notices(body: &str) -> Vec<Notice> {
    fill(&Letter::new(body).bytes(), choose).unwrap().notices
}

/// The paragraphs of the main part once this body is filled, after the comparison with what it was.
fn filled(body: &str) -> Vec<String> {
    paragraphs(&source_filled(body))
}

/// The body once it is filled.
fn source_filled(body: &str) -> String {
    source_filled_by(body, choose)
}

/// The body once it is filled with the blocks that `choose` gives.
fn source_filled_by(body: &str, choose: impl Fn(&str) -> Option<SignatoryBlock>) -> String {
    let before = Letter::new(body).bytes();
    let after = fill(&before, |words: &str| choose(words)).unwrap().document;
    assert_only_these_changed(&before, &after, &[MAIN]);
    let source = part(&after, MAIN);
    let start = source.find("<w:body>").unwrap() + "<w:body>".len();
    assert!(
        source.starts_with("\u{feff}<?xml version=\"1.0\"?>\r\n"),
        "the bytes before the body are as they were"
    );
    roxmltree::Document::parse(source.trim_start_matches('\u{feff}')).unwrap();
    format!(
        "<w:body xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:mc=\"m\" \
         xmlns:wps=\"s\" xmlns:w14=\"w\" xmlns:v=\"v\">{}",
        &source[start..source.rfind("</w:document>").unwrap()]
    )
}

/// A paragraph of one run.
fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_template_gives_the_names_back(names in any_names(), splits in any::<bool>()) {
        let (block, printed) = block_of(&names, Layout::Lines);
        let place = "<w:r><w:t>{{signatories}}</w:t></w:r>";
        let body = if splits { format!("<w:p>{place}</w:p>") } else { format!("<w:p><w:hyperlink>{place}</w:hyperlink></w:p>") };
        let after = fill(&Letter::new(&body).bytes(), |_: &str| Some(block.clone())).unwrap().document;
        let source = part(&after, MAIN);
        let texts = paragraphs(source.trim_start_matches('\u{feff}'));
        let expected = if splits && !printed.is_empty() { printed } else { vec![printed.join("\n")] };
        prop_assert_eq!(texts, expected);
    }

    #[test]
    fn no_bytes_make_it_fail_without_a_reason(bytes in prop::collection::vec(any::<u8>(), 0..300), at in 0usize..2000) {
        let _ = fill(&bytes, choose);
        let mut document = Letter::new(&paragraph("{{signatories}}")).bytes();
        let length = document.len();
        for (offset, byte) in bytes.iter().take(8).enumerate() {
            document[(at + offset) % length] = *byte;
        }
        let _ = fill(&document, choose);
    }

    #[test]
    fn no_markup_makes_it_fail_without_a_reason(
        pieces in prop::collection::vec(prop::sample::select(vec![
            "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>", "</w:t>", "{{signatories}}", "{{", "signatories", "}}",
            "<w:pPr/>", "<w:ins w:id=\"1\">", "</w:ins>", "<w:rPr><w:i/></w:rPr>", "&#123;", "<w:tab/>", "<w:sdt>", "</w:sdt>",
        ]), 0..30)
    ) {
        if let Ok(after) = fill(&Letter::new(&pieces.concat()).bytes(), choose).map(|filled| filled.document) {
            let source = part(&after, MAIN);
            let read = roxmltree::Document::parse(source.trim_start_matches('\u{feff}'));
            prop_assert!(read.is_ok(), "{}", source);
        }
    }
}
