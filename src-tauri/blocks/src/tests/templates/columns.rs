//! Columns in a document of one's own: continuous sections, or a table where there can be no section.

use super::*;

const SECTION: &str = "<w:sectPr><w:headerReference w:type=\"default\" r=\"rId1\"/><w:type w:val=\"nextPage\"/>\
     <w:pgSz w:w=\"12240\" w:h=\"15840\"/><w:pgNumType w:fmt=\"lowerRoman\" w:start=\"3\"/><w:cols w:space=\"720\"/><w:titlePg/>\
     <w:docGrid w:linePitch=\"360\"/></w:sectPr>";

/// The sections of a body: the text of each, and its properties.
fn sections(source: &str) -> Vec<(String, String)> {
    let tree = roxmltree::Document::parse(source).unwrap();
    let mut sections = Vec::new();
    let mut texts = Vec::new();
    for node in tree.root_element().children() {
        let own = node
            .descendants()
            .find(|inside| inside.tag_name().name() == "sectPr");
        if node.tag_name().name() != "sectPr" {
            let text: String = node
                .descendants()
                .filter(roxmltree::Node::is_text)
                .filter_map(|inside| inside.text())
                .collect();
            texts.push(text);
        }
        if let Some(own) = own {
            let text = std::mem::take(&mut texts)
                .into_iter()
                .filter(|text| !text.is_empty());
            sections.push((text.collect::<Vec<_>>().join("/"), source[own.range()].to_owned()));
        }
    }
    sections
}

fn texts(source: &str) -> Vec<String> {
    sections(source).into_iter().map(|(text, _)| text).collect()
}

#[test]
fn columns_are_a_section_of_their_own_on_the_same_page() {
    let body = [
        paragraph("Dear all,"),
        paragraph("{{signatories:columns 2}}"),
        paragraph("End"),
        SECTION.to_owned(),
    ]
    .concat();
    let source = source_filled(&body);
    assert_eq!(texts(&source), ["Dear all,", "Ash/Birch/Cedar & Sons", "End"]);
    let [(_, before), (_, columns), (_, rest)] = sections(&source).try_into().unwrap();
    assert_eq!(before, SECTION, "the page begins as it began");
    assert!(columns.contains("<w:cols w:num=\"2\"") && columns.contains("<w:type w:val=\"continuous\"/>"));
    assert!(rest.contains("<w:cols w:space=\"720\"/>") && rest.contains("<w:type w:val=\"continuous\"/>"));
    for later in [&columns, &rest] {
        assert!(
            !later.contains("titlePg") && !later.contains("w:start"),
            "{later}"
        );
        assert!(
            later.contains("lowerRoman") && later.contains("docGrid"),
            "{later}"
        );
    }
    assert!(!columns.contains("headerReference") && rest.contains("headerReference"));
}

#[test]
fn each_group_has_columns_under_its_heading_and_text_beside_the_place_stays() {
    let body = [
        paragraph("Signed: {{signatories:columns 3 state}} and others"),
        paragraph("End"),
        SECTION.to_owned(),
    ]
    .concat();
    let source = source_filled(&body);
    assert_eq!(
        texts(&source),
        [
            "Signed: Illinois",
            "Birch/Cedar & Sons",
            "Wisconsin",
            "Ash",
            " and others/End"
        ]
    );
    assert_eq!(source.matches("<w:cols w:num=\"3\"").count(), 2);
    assert_eq!(source.matches("<w:titlePg/>").count(), 1);
}

#[test]
fn two_places_cut_one_section_in_order() {
    let body = [
        paragraph("{{signatories:columns 2}}"),
        paragraph("Middle"),
        paragraph("{{signatories:columns 2}}"),
        SECTION.to_owned(),
    ]
    .concat();
    let source = source_filled(&body);
    let names = "Ash/Birch/Cedar & Sons";
    assert_eq!(texts(&source), ["", names, "Middle", names, ""]);
    assert_eq!(
        source.matches("w:start=\"3\"").count(),
        1,
        "pages are numbered anew once"
    );
}

#[test]
fn a_place_in_columns_fills_them() {
    let body = [
        paragraph("{{signatories:columns 2}}"),
        SECTION.replace("<w:cols ", "<w:cols w:num=\"2\" "),
    ]
    .concat();
    let source = source_filled(&body);
    assert_eq!(texts(&source), ["Ash/Birch/Cedar & Sons"]);
    assert_eq!(source.matches("<w:p>").count(), 3);
}

#[test]
fn where_there_can_be_no_section_columns_are_a_table() {
    let cell = format!(
        "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl><w:p/>",
        paragraph("{{signatories:columns 2}}")
    );
    let control = format!(
        "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
        paragraph("{{signatories:columns 2}}")
    );
    for body in [cell, control, paragraph("{{signatories:columns 2}}")] {
        let section = if body.contains("<w:sdt>") { SECTION } else { "" };
        let body = body + section;
        let source = source_filled(&body);
        let tree = roxmltree::Document::parse(&source).unwrap();
        let inner = tree
            .descendants()
            .rfind(|node| node.tag_name().name() == "tbl")
            .unwrap();
        let cells: Vec<Vec<String>> = inner
            .descendants()
            .filter(|node| node.tag_name().name() == "tc")
            .map(|cell| {
                let texts = cell.descendants().filter(|node| node.tag_name().name() == "t");
                texts
                    .map(|node| node.text().unwrap_or_default().to_owned())
                    .collect()
            })
            .collect();
        assert_eq!(cells, [vec!["Ash", "Birch"], vec!["Cedar & Sons"]], "{source}");
    }
}

#[test]
fn a_long_list_in_a_table_of_columns_has_rows_that_stay_whole() {
    let many = |words: &str| -> Option<SignatoryBlock> {
        let names: Vec<String> = (0..120).map(|number| format!("Name {number:03}")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let options = BlockOptions::default().with_words(words).ok()?;
        Some(arranged(&named(&names), &options))
    };
    let cell = format!(
        "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl><w:p/>",
        paragraph("{{signatories:columns 2}}")
    );
    let source = source_filled_by(&cell, many);
    assert_eq!(
        source.matches("<w:tr><w:trPr><w:cantSplit/></w:trPr>").count(),
        3,
        "48 names a row"
    );
    let names: Vec<String> = paragraphs(&source)
        .into_iter()
        .filter(|text| !text.is_empty())
        .collect();
    assert_eq!(names.len(), 120);
    assert!(names.is_sorted(), "filled down row by row");
}
