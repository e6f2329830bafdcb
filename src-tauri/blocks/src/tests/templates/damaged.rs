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
    for text in ["Dear all,", "{{name}}", "{name}", "{{}}"] {
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
    let words = "in stairs".to_owned();
    assert_eq!(error, DocxError::UnknownArrangement { words, meant: None });
    assert_eq!(error.message().1, [("words", "in stairs".to_owned())]);
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

/// Beside each other on a busy machine, so that the one slows as the other does.
#[test]
fn depth_and_number_together_cost_no_more_than_each() {
    let runs = "<w:r><w:t>{</w:t></w:r>".repeat(20_000);
    let source = |depth: usize| {
        let mut parts = Letter::new(&format!(
            "<w:p>{}{runs}{}</w:p>",
            // What differs packs less well, so that it is not the ratio that is refused.
            "<w:ins w:id=\"1\">".repeat(depth),
            "</w:ins>".repeat(depth)
        ))
        .parts();
        let error = refused(&package(&parts));
        assert!(
            matches!(error, DocxError::NoPlaceholder | DocxError::TooLarge),
            "{error}"
        );
        parts.swap_remove(3).1
    };
    let (flat, deep) = (source(1), source(900));
    let cost = |source: &str| {
        let started = std::time::Instant::now();
        assert_eq!(crate::docx::braces_in(source), Ok(1));
        started.elapsed()
    };
    let costs: Vec<_> = (0..3).map(|_| (cost(&flat), cost(&deep))).collect();
    // Each run told against each of its ancestors would be some hundred times as much.
    let is_fair = |(flat, deep): &(_, _)| *deep < 10 * *flat;
    assert!(costs.iter().any(is_fair), "{costs:?}");
}
