//! Documents that are refused, each with its reason.

use super::*;

fn refused(document: &[u8]) -> DocxError {
    fill(document, choose).unwrap_err()
}

#[test]
fn what_is_no_document_is_refused() {
    assert_eq!(refused(b""), DocxError::NotADocument);
    assert_eq!(refused(b"Dear all, {{signatories}}"), DocxError::NotADocument);
    assert_eq!(
        refused(&package(&[("a.txt", "{{signatories}}".to_owned())])),
        DocxError::NotADocument
    );
    let mut workbook = Letter::new(&paragraph("{{signatories}}")).parts();
    workbook[0].1 = workbook[0].1.replace("document.main", "other");
    assert_eq!(refused(&package(&workbook)), DocxError::NotADocument);
}

#[test]
fn old_and_closed_documents_are_refused() {
    assert_eq!(refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1..."), DocxError::Closed);
}

#[test]
fn a_document_without_a_placeholder_is_refused() {
    for text in ["Dear all,", "{{name}}", "{{ signatory }}", "{signatories}"] {
        assert_eq!(
            refused(&Letter::new(&paragraph(text)).bytes()),
            DocxError::NoPlaceholder,
            "{text}"
        );
    }
    let apart = [paragraph("{{signa"), paragraph("tories}}")].concat();
    assert_eq!(
        refused(&Letter::new(&apart).bytes()),
        DocxError::NoPlaceholder,
        "one paragraph holds it whole"
    );
}

#[test]
fn an_arrangement_that_nobody_knows_is_named() {
    let document = Letter::new(&paragraph("{{signatories: in  stairs}}")).bytes();
    let error = refused(&document);
    assert_eq!(error, DocxError::UnknownArrangement("in stairs".to_owned()));
    assert!(
        error.to_string().contains("in stairs") && error.to_string().contains("{{signatories:prose}}"),
        "{error}"
    );
}

#[test]
fn a_document_that_breaks_off_is_refused() {
    let document = Letter::new(&paragraph("{{signatories}}")).bytes();
    for length in [10, document.len() / 2, document.len() - 10] {
        assert_eq!(refused(&document[..length]), DocxError::Damaged, "{length}");
    }
    for body in [
        "<w:p>",
        "<w:p></w:r>",
        "<w:p>&own;</w:p>",
        "<w:p><w:r><w:t>&own;</w:t></w:r></w:p>",
        "<w:p",
        "<w:p>&#1114112;",
    ] {
        let body = paragraph("{{signatories}}") + body;
        assert_eq!(refused(&Letter::new(&body).bytes()), DocxError::Damaged, "{body}");
    }
}

#[test]
fn entities_of_its_own_are_not_read() {
    let mut parts = Letter::new(&paragraph("{{signatories}}")).parts();
    parts[3].1 = parts[3].1.replace(
        "<w:document",
        "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><w:document",
    );
    assert_eq!(refused(&package(&parts)), DocxError::Damaged);
}

#[test]
fn files_made_to_fill_memory_are_refused() {
    let mut parts = Letter::new(&paragraph("{{signatories}}")).parts();
    parts.push(("word/bomb.xml", " ".repeat(8 << 20)));
    assert_eq!(refused(&package(&parts)), DocxError::TooLarge, "the ratio");

    let deep = format!("{}{}", "<w:tbl>".repeat(5_000), "</w:tbl>".repeat(5_000));
    assert_eq!(
        refused(&Letter::new(&deep).bytes()),
        DocxError::TooLarge,
        "the depth"
    );

    let many: Vec<(String, String)> = (0..10_001).map(|at| (format!("p{at}"), String::new())).collect();
    let many: Vec<(&str, String)> = many
        .iter()
        .map(|(name, text)| (name.as_str(), text.clone()))
        .collect();
    assert_eq!(
        refused(&package(&many)),
        DocxError::TooLarge,
        "the number of parts"
    );
}

#[test]
fn depth_and_number_together_cost_no_more_than_each() {
    let runs = "<w:r><w:t>{</w:t></w:r>".repeat(100_000);
    let body = format!(
        "<w:p>{}{runs}{}</w:p>",
        "<w:ins>".repeat(900),
        "</w:ins>".repeat(900)
    );
    let mut parts = Letter::new(&body).parts();
    // What differs packs less well, so that it is not the ratio that is refused.
    parts[3].1 = parts[3].1.replace("<w:ins>", "<w:ins w:id=\"1\">");
    let started = std::time::Instant::now();
    let error = refused(&package(&parts));
    assert!(
        matches!(error, DocxError::NoPlaceholder | DocxError::TooLarge),
        "{error}"
    );
    let paragraphs = crate::block::docx::braces_in(&parts[3].1);
    assert_eq!(paragraphs, Ok(1));
    assert!(started.elapsed().as_secs() < 5, "{:?}", started.elapsed());
}

#[test]
fn what_each_entry_would_repeat_is_bounded() {
    let many = paragraph(&"{{signatories}} ".repeat(201));
    assert_eq!(refused(&Letter::new(&many).bytes()), DocxError::TooLarge);
    let long = format!(
        "<w:p><w:pPr><w:x w:y=\"{}\"/></w:pPr><w:r><w:t>{{{{count}}}}</w:t></w:r></w:p>",
        "y".repeat(70_000)
    );
    assert_eq!(refused(&Letter::new(&long).bytes()), DocxError::TooLarge);
}

#[test]
fn a_part_that_lies_about_its_size_is_refused() {
    let document = Letter::new(&paragraph("{{signatories}}")).bytes();
    let size = u32::try_from(part(&document, MAIN).len()).unwrap();
    let mut lying = document.clone();
    let at = lying
        .windows(4)
        .rposition(|bytes| bytes == size.to_le_bytes())
        .unwrap();
    lying[at..at + 4].copy_from_slice(&(size - 100).to_le_bytes());
    assert_ne!(lying, document);
    assert_eq!(refused(&lying), DocxError::Damaged);
}

#[test]
fn every_reason_is_a_sentence_in_both_languages() {
    let reasons = [
        DocxError::NotADocument,
        DocxError::Closed,
        DocxError::Damaged,
        DocxError::TooLarge,
        DocxError::NoPlaceholder,
        DocxError::UnknownArrangement("x".to_owned()),
        DocxError::NotWritten,
    ];
    for reason in reasons {
        for language in Language::ALL {
            let sentence = reason.message().to_string(language);
            assert!(
                sentence.ends_with('.') && !sentence.starts_with("error-"),
                "{sentence}"
            );
        }
    }
}
