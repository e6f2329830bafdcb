//! Where a placeholder can stand, and how the block looks there.

use super::*;

const LINES: [&str; 3] = ["Ash", "Birch", "Cedar & Sons"];

#[test]
fn each_entry_is_a_paragraph_in_the_style_of_the_place() {
    let source = source_filled(
        "<w:p w14:paraId=\"1\" w:rsidR=\"2\"><w:pPr><w:pStyle w:val=\"Quote\"/><w:jc w:val=\"center\"/></w:pPr>\
         <w:r w:rsidR=\"2\"><w:rPr><w:i/></w:rPr><w:t>{{signatories}}</w:t></w:r></w:p>",
    );
    let properties = "<w:pPr><w:pStyle w:val=\"Quote\"/><w:jc w:val=\"center\"/></w:pPr>";
    for name in ["Birch", "Cedar &amp; Sons"] {
        let expected = format!(
            "<w:p>{properties}<w:r><w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\">{name}</w:t></w:r>"
        );
        assert!(source.contains(&expected), "{source}");
    }
    assert_eq!(
        source.matches("paraId").count(),
        1,
        "a paragraph's own id stays its own"
    );
    assert_eq!(paragraphs(&source), LINES);
}

#[test]
fn what_stands_before_and_after_stays_there() {
    assert_eq!(
        filled(
            &[
                paragraph("Dear all,"),
                paragraph("Signed: {{signatories}}, {{count}} in all."),
                paragraph("End")
            ]
            .concat()
        ),
        [
            "Dear all,",
            "Signed: Ash",
            "Birch",
            "Cedar & Sons, 3 in all.",
            "End"
        ]
    );
    assert_eq!(
        filled(&paragraph("We, {{signatories:prose}} ({{count}} organizations)")),
        ["We, Ash, Birch, and Cedar & Sons (3 organizations)"]
    );
}

#[test]
fn a_placeholder_split_over_runs_is_found() {
    let body = "<w:p><w:r><w:t xml:space=\"preserve\">By </w:t></w:r><w:proofErr w:type=\"spellStart\"/>\
         <w:r><w:rPr><w:b/></w:rPr><w:t>{</w:t></w:r><w:bookmarkStart w:id=\"0\" w:name=\"b\"/><w:r><w:t>{sig</w:t></w:r>\
         <w:proofErr w:type=\"spellEnd\"/><w:smartTag w:element=\"x\"><w:r><w:lastRenderedPageBreak/><w:t>natories</w:t>\
         </w:r></w:smartTag><w:r><w:t>:prose}</w:t></w:r><w:bookmarkEnd w:id=\"0\"/><w:r><w:t>} now</w:t></w:r></w:p>";
    let source = source_filled(body);
    assert_eq!(paragraphs(&source), ["By Ash, Birch, and Cedar & Sons now"]);
    assert!(
        source.contains("<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">Ash, Birch"),
        "as it begins: {source}"
    );
    for kept in [
        "<w:proofErr w:type=\"spellStart\"/>",
        "<w:bookmarkEnd w:id=\"0\"/>",
        "<w:smartTag w:element=\"x\">",
    ] {
        assert!(source.contains(kept), "{kept}");
    }
}

#[test]
fn a_placeholder_within_a_smart_tag_or_an_insertion_still_makes_paragraphs() {
    for (start, end) in [
        ("<w:smartTag w:element=\"x\">", "</w:smartTag>"),
        (
            "<w:ins w:id=\"1\" w:author=\"A\"><w:smartTag w:element=\"x\">",
            "</w:smartTag></w:ins>",
        ),
    ] {
        let body = format!("<w:p>{start}<w:r><w:t>{{{{signatories}}}}</w:t></w:r>{end}</w:p>");
        let source = source_filled(&body);
        assert_eq!(paragraphs(&source), LINES);
        assert_eq!(
            source.matches(start).count(),
            3,
            "each paragraph is marked as the placeholder was"
        );
    }
}

#[test]
fn tracked_changes_are_read_as_the_document_looks_now() {
    let body = "<w:p><w:pPr><w:rPr><w:ins w:id=\"5\"/><w:b/></w:rPr></w:pPr><w:r><w:t>{{sig</w:t></w:r>\
         <w:del w:id=\"1\"><w:r><w:delText>{{signatories}}</w:delText></w:r></w:del>\
         <w:moveFrom w:id=\"2\"><w:r><w:t>{{signatories}}</w:t></w:r></w:moveFrom>\
         <w:ins w:id=\"3\"><w:r><w:t>natories}}</w:t></w:r></w:ins></w:p>";
    let source = source_filled(body);
    assert!(source.contains("<w:delText>{{signatories}}</w:delText>"));
    assert!(source.contains("<w:moveFrom w:id=\"2\"><w:r><w:t>{{signatories}}</w:t></w:r></w:moveFrom>"));
    assert_eq!(paragraphs(&source).len(), 3);
    assert_eq!(
        source.matches("<w:ins w:id=\"5\"/>").count(),
        1,
        "one paragraph mark was added, not three"
    );
}

#[test]
fn a_table_cell_holds_the_block() {
    let body = format!(
        "<w:tbl><w:tr><w:tc><w:tcPr/>{}</w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p/>",
        paragraph("{{signatories}}")
    );
    assert_eq!(filled(&body), ["Ash", "Birch", "Cedar & Sons", "", ""]);
    let source = source_filled(&body.replace("signatories", "signatories:table"));
    let tree = roxmltree::Document::parse(&source).unwrap();
    for cell in tree.descendants().filter(|node| node.tag_name().name() == "tc") {
        assert_eq!(
            cell.last_element_child().unwrap().tag_name().name(),
            "p",
            "a cell ends in a paragraph"
        );
    }
}

#[test]
fn headers_and_footers_hold_the_block() {
    let letter = Letter {
        header: paragraph("{{signatories:prose}}"),
        footer: paragraph("{{ Count }} of us"),
        ..Letter::new(&paragraph("Dear all,"))
    };
    let before = letter.bytes();
    let after = fill(&before, choose).unwrap().document;
    assert_only_these_changed(&before, &after, &["word/header1.xml", "word/footer1.xml"]);
    assert_eq!(
        paragraphs(&part(&after, "word/header1.xml")),
        ["Ash, Birch, and Cedar & Sons."]
    );
    assert_eq!(paragraphs(&part(&after, "word/footer1.xml")), ["3 of us"]);
}

#[test]
fn a_text_box_and_its_fallback_hold_the_block() {
    let inside = paragraph("{{signatories}}");
    let body = format!(
        "<w:p><w:r><w:t>Around {{{{count}}}}</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><wps:txbx>\
         <w:txbxContent>{inside}</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><v:textbox>\
         <w:txbxContent>{inside}</w:txbxContent></v:textbox></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    );
    assert_eq!(
        filled(&body),
        [
            "Around 3",
            "Ash",
            "Birch",
            "Cedar & Sons",
            "Ash",
            "Birch",
            "Cedar & Sons"
        ]
    );
}

#[test]
fn content_controls_stay_whole() {
    let line = "<w:p><w:sdt><w:sdtPr><w:alias w:val=\"a\"/></w:sdtPr><w:sdtContent><w:r><w:t>{{signatories}}</w:t></w:r>\
         </w:sdtContent></w:sdt></w:p>";
    assert_eq!(
        filled(line),
        ["Ash\nBirch\nCedar & Sons"],
        "a control in the line breaks lines"
    );
    let block = format!(
        "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
        paragraph("{{signatories}}")
    );
    assert_eq!(filled(&block), LINES);
    let plain = block
        .replace("<w:sdtPr/>", "<w:sdtPr><w:text/></w:sdtPr>")
        .replace("signatories", "signatories:state");
    let source = source_filled(&plain);
    assert_eq!(
        paragraphs(&source),
        ["Illinois\nBirch\nCedar & Sons\n\nWisconsin\nAsh"]
    );
    assert!(!source.contains("<w:b/>"), "plain text has one look");
}

#[test]
fn links_and_fields_in_the_line_stay_whole() {
    let link =
        "<w:p><w:hyperlink w:anchor=\"x\"><w:r><w:t>{{signatories:table}}</w:t></w:r></w:hyperlink></w:p>";
    assert_eq!(filled(link), ["Ash\nBirch\nCedar & Sons"]);
}

#[test]
fn two_placeholders_in_one_paragraph_are_both_filled() {
    let body = paragraph("{{signatories}} – {{signatories}}");
    assert_eq!(
        filled(&body),
        ["Ash", "Birch", "Cedar & Sons – Ash", "Birch", "Cedar & Sons"]
    );
    let mut asked = Vec::new();
    let document = Letter::new(&paragraph(
        "{{count}} {{signatories}} {{signatories: prose}} {{count:prose}}",
    ))
    .bytes();
    fill(&document, |words: &str| {
        asked.push(words.to_owned());
        choose(words)
    })
    .unwrap();
    assert_eq!(asked, ["", "prose"], "each arrangement is asked for once");
}

#[test]
fn smart_quotes_and_references_around_the_braces_do_not_matter() {
    assert_eq!(
        filled(&paragraph("“{{Signatories:\u{a0}Prose}}”")),
        ["“Ash, Birch, and Cedar & Sons.”"]
    );
    assert_eq!(filled(&paragraph("&lt;&#123;{count&#x7d;}&gt;")), ["<3>"]);
}

#[test]
fn a_section_ends_with_the_last_entry_and_a_page_begins_with_the_first() {
    let body = "<w:p><w:pPr><w:pageBreakBefore/><w:sectPr><w:cols w:num=\"2\"/></w:sectPr></w:pPr>\
         <w:r><w:t>{{signatories}}</w:t></w:r></w:p><w:p/>";
    let source = source_filled(body);
    assert_eq!(
        (
            source.matches("<w:sectPr>").count(),
            source.matches("pageBreakBefore").count()
        ),
        (1, 1)
    );
    let (page, section) = (
        source.find("pageBreakBefore").unwrap(),
        source.find("<w:sectPr>").unwrap(),
    );
    assert!(
        page < source.find("Ash").unwrap() && source.find("Birch").unwrap() < section,
        "{source}"
    );
}

#[test]
fn groups_have_bold_headings_and_are_parted_by_an_empty_paragraph() {
    let source = source_filled(&paragraph("{{signatories:state counts}}"));
    assert_eq!(
        paragraphs(&source),
        [
            "Illinois (2)",
            "Birch",
            "Cedar & Sons",
            "",
            "Wisconsin (1)",
            "Ash"
        ]
    );
    let heading = "<w:r><w:rPr><w:b/><w:bCs/></w:rPr><w:t xml:space=\"preserve\">Wisconsin (1)</w:t></w:r>";
    assert!(source.contains(heading), "{source}");
}

#[test]
fn marks_are_written_where_the_place_brings_none() {
    let body = |properties: &str, words: &str| {
        format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{{{{signatories:{words}}}}}</w:t></w:r></w:p>")
    };
    assert_eq!(
        filled(&body("", "bullets")),
        ["•\tAsh", "•\tBirch", "•\tCedar & Sons"]
    );
    assert_eq!(
        filled(&body("", "numbered")),
        ["1.\tAsh", "2.\tBirch", "3.\tCedar & Sons"]
    );
    assert_eq!(
        filled(&body("<w:numPr><w:numId w:val=\"4\"/></w:numPr>", "numbered")),
        LINES
    );
    assert_eq!(
        filled(&body("<w:numPr><w:numId w:val=\"0\"/></w:numPr>", "bullets"))[0],
        "•\tAsh"
    );

    let styles = "<w:style w:styleId=\"L\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>\
         <w:style w:styleId=\"M\"><w:basedOn w:val=\"L\"/></w:style>";
    let letter = Letter {
        styles: styles.to_owned(),
        ..Letter::new(&body("<w:pStyle w:val=\"M\"/>", "bullets"))
    };
    let after = fill(&letter.bytes(), choose).unwrap().document;
    assert_eq!(
        paragraphs(part(&after, MAIN).trim_start_matches('\u{feff}')),
        LINES
    );
}

#[test]
fn a_table_is_a_table_of_its_own_in_the_style_of_the_place() {
    let body = "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:rPr><w:i/></w:rPr><w:t>{{signatories:table state}}</w:t></w:r></w:p>";
    let source = source_filled(body);
    let texts = paragraphs(&source);
    assert_eq!(
        texts,
        [
            "Illinois",
            "Organization",
            "Birch",
            "Cedar & Sons",
            "",
            "Wisconsin",
            "Organization",
            "Ash",
            ""
        ]
    );
    assert_eq!(source.matches("<w:tbl>").count(), 2);
    assert!(source.contains("<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\">Ash"));
}

#[test]
fn strict_documents_and_other_prefixes_are_read_too() {
    let source = "<x:document xmlns:x=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><x:body><x:p><x:r><x:t>{{signatories}}\
         </x:t></x:r></x:p></x:body></x:document>";
    for source in [
        source.to_owned(),
        source.replace("x:", "").replace("xmlns:x", "xmlns"),
    ] {
        let mut parts = Letter::new("").parts();
        parts[3].1 = source.replace("mlnx=", "mlns=");
        let after = fill(&package(&parts), choose).unwrap().document;
        assert_eq!(paragraphs(&part(&after, MAIN)), LINES, "{source}");
    }
}

#[test]
fn text_of_other_vocabularies_stays() {
    let body = format!(
        "{}<w:customXml><w:t>{{{{signatories}}}}</w:t></w:customXml>",
        paragraph("{{count}} {{name}}")
    );
    let source = source_filled(&body);
    assert!(source.contains("3") && source.contains("{{name}}"));
    assert!(
        source.contains("<w:customXml><w:t>{{signatories}}</w:t></w:customXml>"),
        "no run, no text"
    );
}

#[test]
fn without_signatories_the_placeholder_gives_way_to_nothing() {
    let document = Letter::new(&paragraph("By {{signatories}} ({{count}})")).bytes();
    let after = fill(&document, |_: &str| Some(arranged(&[], &BlockOptions::default())))
        .unwrap()
        .document;
    assert_eq!(
        paragraphs(part(&after, MAIN).trim_start_matches('\u{feff}')),
        ["By  (0)"]
    );
}

#[test]
fn a_document_of_another_word_processor_is_filled() {
    let before = include_bytes!("../../../fixtures/documents/letter.docx");
    let after = fill(before, choose).unwrap().document;
    let texts = paragraphs(&part(&after, MAIN));
    let from = texts.iter().position(|text| text == "Sincerely,").unwrap();
    assert_eq!(texts[from + 1..from + 4], LINES);
    assert!(
        texts.iter().any(|text| text == "3 organizations signed."),
        "{texts:?}"
    );
    let changed: Vec<String> = packed(before)
        .into_iter()
        .zip(packed(&after))
        .filter(|(old, new)| old != new)
        .map(|(old, _)| old.0)
        .collect();
    assert_eq!(changed, [MAIN, "word/header1.xml"]);
    assert_eq!(paragraphs(&part(&after, "word/header1.xml")), ["Letter of 3"]);
}
