//! Packages as other programs put them together: which part is the main one, and what the package says of itself.

use super::*;

const KIND: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

fn related(target: &str, kind: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?><Relationships xmlns=\"r\"><Relationship Id=\"a\" Type=\"x/metadata/core-properties\" Target=\"c.xml\"/>\
         <Relationship Id=\"b\" Type=\"{kind}\" Target=\"{target}\"/></Relationships>"
    )
}

const TO_MAIN: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";

/// The parts of a letter with the placeholder in it, changed.
fn letter(change: impl FnOnce(&mut Vec<(&'static str, String)>)) -> Vec<u8> {
    let mut parts = Letter::new(&paragraph("{{signatories}}")).parts();
    change(&mut parts);
    package(&parts)
}

fn names_in(document: &[u8], name: &str) -> Vec<String> {
    paragraphs(part(document, name).trim_start_matches('\u{feff}'))
}

#[test]
fn the_main_part_is_the_one_that_the_relationships_name() {
    for target in [
        "word/document2.xml",
        "/word/document2.xml",
        "./word/document2.xml",
    ] {
        let document = letter(|parts| {
            parts[0].1 = parts[0].1.replace("/word/document.xml", "/word/document2.xml");
            parts[1].1 = related(target, TO_MAIN);
            parts[3].0 = "word/document2.xml";
        });
        let after = fill(&document, choose).unwrap().document;
        assert_eq!(
            names_in(&after, "word/document2.xml"),
            ["Ash", "Birch", "Cedar & Sons"]
        );
    }
}

#[test]
fn a_type_by_the_ending_of_the_name_is_one_too() {
    let document = letter(|parts| {
        let main =
            format!("<Override PartName=\"/word/document.xml\" ContentType=\"{KIND}.document.main+xml\"/>");
        assert!(parts[0].1.contains(&main));
        let by_ending = format!("<Default Extension=\"XML\" ContentType=\"{KIND}.document.main+xml\"/>");
        parts[0].1 = parts[0].1.replace(&main, &by_ending);
        parts[1].1 = related("word/document.xml", TO_MAIN);
    });
    let after = fill(&document, choose).unwrap().document;
    assert_eq!(names_in(&after, MAIN), ["Ash", "Birch", "Cedar & Sons"]);
    // Other parts of that ending hold no text of the letter.
    assert_only_these_changed(&document, &after, &[MAIN]);
}

#[test]
fn names_of_parts_in_the_types_have_no_case() {
    let document =
        letter(|parts| parts[0].1 = parts[0].1.replace("/word/document.xml", "/Word/Document.xml"));
    assert!(fill(&document, choose).is_ok());
}

#[test]
fn a_strict_document_is_named_by_a_relationship_of_its_own() {
    let strict = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument";
    let document = letter(|parts| parts[1].1 = related("word/document.xml", strict));
    assert!(fill(&document, choose).is_ok());
}

#[test]
fn a_template_becomes_a_document() {
    let document = letter(|parts| parts[0].1 = parts[0].1.replace("document.main", "template.main"));
    let filled = fill(&document, choose).unwrap();
    assert_eq!(filled.notices, [Notice::FromTemplate]);
    let types = part(&filled.document, "[Content_Types].xml");
    assert!(
        types.contains("document.main+xml") && !types.contains("template.main+xml"),
        "{types}"
    );
    assert_eq!(names_in(&filled.document, MAIN), ["Ash", "Birch", "Cedar & Sons"]);
}

#[test]
fn what_holds_macros_is_refused_for_that() {
    for kind in [
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    ] {
        let document = letter(|parts| {
            parts[0].1 = parts[0].1.replace(&format!("{KIND}.document.main+xml"), kind);
        });
        assert_eq!(fill(&document, choose).unwrap_err(), DocxError::Macros);
    }
}

#[test]
fn that_a_signature_breaks_is_said() {
    let document = letter(|parts| {
        let signature =
            "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin";
        parts[1].1 = related("_xmlsignatures/origin.sigs", signature);
    });
    assert_eq!(fill(&document, choose).unwrap().notices, [Notice::Signed]);
}

#[test]
fn tracked_and_protected_documents_are_filled_and_it_is_said() {
    let with = |settings: &str| {
        let document = letter(|parts| {
            let kind = format!(
                "<Override PartName=\"/word/settings.xml\" ContentType=\"{KIND}.settings+xml\"/></Types>"
            );
            parts[0].1 = parts[0].1.replace("</Types>", &kind);
            parts.push((
                "word/settings.xml",
                format!("<w:settings xmlns:w=\"x\">{settings}</w:settings>"),
            ));
        });
        fill(&document, choose).unwrap().notices
    };
    assert_eq!(with("<w:trackRevisions/>"), [Notice::Tracked]);
    assert_eq!(with("<w:trackRevisions w:val=\"0\"/>"), []);
    assert_eq!(
        with("<w:documentProtection w:edit=\"readOnly\" w:enforcement=\"1\"/>"),
        [Notice::Protected]
    );
    assert_eq!(
        with("<w:documentProtection w:edit=\"readOnly\" w:enforcement=\"0\"/>"),
        []
    );
    assert_eq!(
        with("<w:documentProtection w:edit=\"readOnly\"/>"),
        [],
        "without enforcement there is none"
    );
}
