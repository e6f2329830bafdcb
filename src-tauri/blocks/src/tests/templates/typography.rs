//! How the block looks in the place: nothing is stretched, stranded, cut off without a word, or made an item of a list
//! that is none.

use super::*;

const NUMBERED: &str = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"4\"/></w:numPr>";

/// The paragraphs of a body, each with its text and the source of its properties.
fn dressed(source: &str) -> Vec<(String, String)> {
    let tree = roxmltree::Document::parse(source).unwrap();
    let properties = |node: roxmltree::Node| {
        let found = node.children().find(|child| child.tag_name().name() == "pPr");
        found.map_or("", |found| &source[found.range()]).to_owned()
    };
    let nodes = tree.descendants().filter(|node| node.tag_name().name() == "p");
    paragraphs(source)
        .into_iter()
        .zip(nodes.map(properties))
        .collect()
}

fn place(properties: &str, text: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
}

#[test]
fn lines_of_an_entry_are_not_stretched_in_a_justified_paragraph() {
    for justified in ["both", "distribute", "mediumKashida"] {
        let jc = format!("<w:jc w:val=\"{justified}\"/>");
        let source = source_filled_by(&place(&jc, "{{signatories}}"), signers);
        let entry = dressed(&source)
            .into_iter()
            .find(|(text, _)| text.starts_with("Rosa"))
            .unwrap();
        assert!(
            entry.0.contains('\n') && !entry.1.contains(justified),
            "{entry:?}"
        );
        assert!(entry.1.contains("<w:jc w:val=\"left\"/>"), "{entry:?}");
    }
    // A sentence goes on being justified, and so does a centred entry being centred.
    let source = source_filled(&place("<w:jc w:val=\"both\"/>", "{{signatories:prose}}"));
    assert!(source.contains("<w:jc w:val=\"both\"/>"));
    let source = source_filled_by(&place("<w:jc w:val=\"center\"/>", "{{signatories}}"), signers);
    assert_eq!(
        source.matches("<w:jc w:val=\"center\"/>").count(),
        paragraphs(&source).len()
    );
}

#[test]
fn lines_are_not_stretched_where_a_style_or_the_defaults_justify() {
    let styles = [
        "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"N\"><w:pPr><w:jc w:val=\"both\"/></w:pPr></w:style>",
        "<w:docDefaults><w:pPrDefault><w:pPr><w:jc w:val=\"both\"/></w:pPr></w:pPrDefault></w:docDefaults>",
        "<w:style w:type=\"paragraph\" w:styleId=\"A\"><w:pPr><w:jc w:val=\"both\"/></w:pPr></w:style>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"N\"><w:basedOn w:val=\"A\"/></w:style>",
    ];
    for styles in styles {
        for body in [
            paragraph("{{signatories}}"),
            // Inside a link the lines are parted by breaks.
            "<w:p><w:hyperlink w:anchor=\"x\"><w:r><w:t>{{signatories}}</w:t></w:r></w:hyperlink></w:p>"
                .to_owned(),
        ] {
            let letter = Letter {
                styles: styles.to_owned(),
                ..Letter::new(&body)
            };
            let after = fill(&letter.bytes(), signers).unwrap().document;
            let source = part(&after, MAIN);
            assert!(source.contains("<w:jc w:val=\"left\"/></w:pPr>"), "{source}");
        }
    }
}

#[test]
fn only_signatories_are_items_of_a_list() {
    let source = source_filled(&place(NUMBERED, "{{signatories:state counts}}"));
    let items: Vec<String> = dressed(&source)
        .into_iter()
        .filter(|(_, properties)| properties.contains("<w:numId w:val=\"4\"/>"))
        .map(|(text, _)| text)
        .collect();
    assert_eq!(items, ["Birch", "Cedar & Sons", "Ash"]);

    let around = |words: &str| {
        let options = BlockOptions {
            intro: "We agree:".into(),
            outro: "Thank you.".into(),
            counts: true,
            ..BlockOptions::default()
        };
        let people = [organization("Ash"), person("Lee Marsh", "Dean", "Elm University")];
        let options = BlockOptions {
            affiliation: Affiliation::Comma,
            identification: Identification::Footnote,
            ..options
        };
        Some(arranged(&people, &options.with_words(words).ok()?))
    };
    let source = source_filled_by(&place(NUMBERED, "{{signatories}}"), around);
    let items: Vec<String> = dressed(&source)
        .into_iter()
        .filter(|(_, properties)| properties.contains("<w:numId w:val=\"4\"/>"))
        .map(|(text, _)| text)
        .collect();
    assert_eq!(items, ["Ash", "Lee Marsh, Elm University*"]);
}

#[test]
fn nothing_is_left_of_an_item_that_a_table_takes_the_place_of() {
    for words in ["table", "columns 2"] {
        let source = source_filled(&place(NUMBERED, &format!("{{{{signatories:{words}}}}}")));
        let first = &dressed(&source)[0];
        assert_eq!(first.0, "", "{source}");
        assert!(
            first.1.contains("<w:numId w:val=\"0\"/>") && first.1.contains("w:line=\"20\""),
            "{first:?}"
        );
    }
}

#[test]
fn what_a_style_makes_a_list_is_one_too() {
    let styles = "<w:style w:type=\"paragraph\" w:styleId=\"L\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>";
    let letter = Letter {
        styles: styles.to_owned(),
        ..Letter::new(&place("<w:pStyle w:val=\"L\"/>", "{{signatories:state}}"))
    };
    let source = part(&fill(&letter.bytes(), choose).unwrap().document, MAIN);
    let numbered = dressed(source.trim_start_matches('\u{feff}'))
        .into_iter()
        .filter(|(_, properties)| !properties.contains("<w:numId w:val=\"0\"/>"))
        .map(|(text, _)| text);
    assert_eq!(numbered.collect::<Vec<_>>(), ["Birch", "Cedar & Sons", "Ash"]);
}

#[test]
fn entries_of_several_lines_stay_one_item_and_need_no_distance() {
    let source = source_filled_by(&place(NUMBERED, "{{signatories}}"), signers);
    assert_eq!(paragraphs(&source).len(), 2);
}

#[test]
fn a_heading_stays_with_its_first_entry() {
    let source = source_filled(&paragraph("{{signatories:state}}"));
    for (text, properties) in dressed(&source) {
        let is_heading = text == "Illinois" || text == "Wisconsin";
        assert_eq!(
            properties.contains("<w:keepNext/>"),
            is_heading,
            "{text}: {properties}"
        );
    }
    let source = source_filled(&paragraph("{{signatories:state table}}"));
    let head = dressed(&source)
        .into_iter()
        .find(|(text, _)| text == "Organization")
        .unwrap();
    assert!(
        head.1.contains("<w:keepNext/>"),
        "a table's head stays with its first row"
    );
}

#[test]
fn no_full_stop_stands_where_the_sentence_goes_on() {
    let sentence = |text: &str| filled(&paragraph(text)).concat();
    assert_eq!(
        sentence("We, {{signatories:prose}}, urge"),
        "We, Ash, Birch, and Cedar & Sons, urge"
    );
    assert_eq!(
        sentence("Signed by {{signatories:prose}}."),
        "Signed by Ash, Birch, and Cedar & Sons."
    );
    assert_eq!(
        sentence("Signed by {{signatories:prose}} "),
        "Signed by Ash, Birch, and Cedar & Sons. "
    );
    assert_eq!(
        sentence("“We, {{signatories:prose}}”"),
        "“We, Ash, Birch, and Cedar & Sons.”"
    );
    assert_eq!(
        sentence("({{signatories:prose}})"),
        "(Ash, Birch, and Cedar & Sons)"
    );
}

#[test]
fn a_name_that_ends_in_a_full_stop_brings_that_of_the_sentence() {
    let incorporated = |_: &str| {
        let options = BlockOptions {
            layout: Layout::Prose,
            ..BlockOptions::default()
        };
        Some(arranged(&named(&["Ash", "Birch, Inc."]), &options))
    };
    let sentence = |text: &str| paragraphs(&source_filled_by(&paragraph(text), incorporated)).concat();
    assert_eq!(sentence("By {{signatories}}."), "By Ash; and Birch, Inc.");
    assert_eq!(sentence("By {{signatories}}"), "By Ash; and Birch, Inc.");
    assert_eq!(
        sentence("By {{signatories}}, all."),
        "By Ash; and Birch, Inc., all."
    );
    assert_eq!(sentence("By {{signatories}}..."), "By Ash; and Birch, Inc....");
}

#[test]
fn a_place_that_does_not_grow_is_said() {
    let inside = paragraph("{{signatories}}");
    let shape = |fit: &str| {
        format!(
            "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><wps:wsp><wps:txbx><w:txbxContent>{inside}\
             </w:txbxContent></wps:txbx><wps:bodyPr>{fit}</wps:bodyPr></wps:wsp></mc:Choice></mc:AlternateContent></w:r></w:p>"
        )
    };
    assert_eq!(notices(&shape("")), [Notice::FixedTextBox]);
    assert_eq!(notices(&shape("<v:noAutofit/>")), [Notice::FixedTextBox]);
    assert_eq!(notices(&shape("<v:spAutoFit/>")), []);
    let old = |style: &str| {
        format!(
            "<w:p><w:r><w:pict><v:textbox style=\"{style}\"><w:txbxContent>{inside}</w:txbxContent></v:textbox></w:pict></w:r></w:p>"
        )
    };
    assert_eq!(notices(&old("width:2in")), [Notice::FixedTextBox]);
    assert_eq!(notices(&old("mso-fit-shape-to-text: t")), []);
    let row = |rule: &str| {
        format!(
            "<w:tbl><w:tr><w:trPr><w:trHeight w:val=\"400\" w:hRule=\"{rule}\"/></w:trPr><w:tc>{inside}</w:tc></w:tr></w:tbl><w:p/>"
        )
    };
    assert_eq!(notices(&row("exact")), [Notice::FixedRow]);
    assert_eq!(notices(&row("atLeast")), []);
    let number = row("exact").replace("signatories", "count");
    assert_eq!(notices(&number), [], "a number needs no room");
    assert_eq!(
        notices(&place(
            "<w:framePr w:h=\"400\" w:hRule=\"exact\"/>",
            "{{signatories}}"
        )),
        [Notice::FixedFrame]
    );
    let by_style = Letter {
        styles: "<w:style w:type=\"paragraph\" w:styleId=\"Sender\"><w:pPr><w:framePr w:hRule=\"exact\"/></w:pPr></w:style>".to_owned(),
        ..Letter::new(&place("<w:pStyle w:val=\"Sender\"/>", "{{signatories}}"))
    };
    assert_eq!(
        fill(&by_style.bytes(), choose).unwrap().notices,
        [Notice::FixedFrame]
    );
}

#[test]
fn a_text_box_that_grows_over_its_page_is_said() {
    let shape = format!(
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><wps:wsp><wps:txbx><w:txbxContent>{}\
         </w:txbxContent></wps:txbx><wps:bodyPr><v:spAutoFit/></wps:bodyPr></wps:wsp></mc:Choice></mc:AlternateContent></w:r></w:p>",
        paragraph("{{signatories}}")
    );
    let said = |layout| {
        let options = BlockOptions {
            layout,
            ..BlockOptions::default()
        };
        let many = |_: &str| Some(arranged(&wisconsin(), &options));
        fill(&Letter::new(&shape).bytes(), many).unwrap().notices
    };
    for layout in [Layout::Lines, Layout::Table, Layout::Bullets] {
        assert_eq!(said(layout), [Notice::LongTextBox], "{layout}");
    }
    assert_eq!(notices(&shape), []);
}

#[test]
fn a_long_block_in_a_header_is_said() {
    let many = |_: &str| Some(arranged(&wisconsin(), &BlockOptions::default()));
    let letter = Letter {
        header: paragraph("{{signatories}}"),
        ..Letter::new("<w:p/>")
    };
    assert_eq!(
        fill(&letter.bytes(), many).unwrap().notices,
        [Notice::HeaderOrFooter]
    );
    assert_eq!(fill(&letter.bytes(), choose).unwrap().notices, []);
}

#[test]
fn new_paragraphs_of_a_tracked_insertion_are_marked_as_inserted() {
    let source = source_filled(
        "<w:p><w:ins w:id=\"7\" w:author=\"A\" w:date=\"2020-12-18T17:00:00Z\"><w:r><w:t>{{signatories}}</w:t></w:r></w:ins></w:p>",
    );
    let marked: Vec<bool> = dressed(&source)
        .iter()
        .map(|(_, properties)| {
            properties
                .contains("<w:rPr><w:ins w:id=\"7\" w:author=\"A\" w:date=\"2020-12-18T17:00:00Z\"/></w:rPr>")
        })
        .collect();
    assert_eq!(marked, [true, true, false], "the last mark was there before");
}

#[test]
fn a_place_that_runs_from_right_to_left_is_one() {
    let hebrew = |_: &str| Some(arranged(&named(&["עדאלה", "Elm"]), &BlockOptions::default()));
    for (properties, run) in [("<w:bidi/>", ""), ("<w:bidi/>", "<w:rPr><w:rtl/></w:rPr>")] {
        let body =
            format!("<w:p><w:pPr>{properties}</w:pPr><w:r>{run}<w:t>{{{{signatories}}}}</w:t></w:r></w:p>");
        let source = source_filled_by(&body, hebrew);
        assert!(
            source.contains("<w:r><w:rPr><w:rtl/></w:rPr><w:t xml:space=\"preserve\">עדאלה</w:t>"),
            "{source}"
        );
        assert!(
            source.contains("<w:r><w:t xml:space=\"preserve\">Elm</w:t>"),
            "{source}"
        );
    }
    let off = source_filled_by(&place("<w:bidi w:val=\"0\"/>", "{{signatories}}: 7"), hebrew);
    assert!(
        !off.contains("<w:rtl/></w:rPr><w:t xml:space=\"preserve\">Elm"),
        "{off}"
    );
}

#[test]
fn marks_hang_before_their_names() {
    let source = source_filled(&place("<w:ind w:left=\"300\"/>", "{{signatories:bullets}}"));
    assert_eq!(
        source
            .matches("<w:ind w:left=\"580\" w:hanging=\"280\"/>")
            .count(),
        3,
        "{source}"
    );
}

#[test]
fn an_entry_of_several_lines_and_one_in_a_column_stay_whole() {
    let keeps = |source: &str, text: &str| {
        let found = dressed(source).into_iter().find(|(own, _)| own.starts_with(text));
        found.unwrap().1.contains("<w:keepLines/>")
    };
    let several = source_filled_by(&paragraph("{{signatories}}"), signers);
    assert!(keeps(&several, "Rosa"), "{several}");
    let place_in_columns =
        place("<w:spacing w:before=\"40\" w:after=\"0\"/>", "{{signatories}}") + "<w:sectPr/>";
    let columns = source_filled_by(&place_in_columns, |_: &str| {
        let mut block = signers("")?;
        block.options.layout = Layout::Columns;
        Some(block)
    });
    assert!(
        keeps(&columns, "Rosa") && !columns.contains("w:hanging"),
        "{columns}"
    );
    // The distance is no empty line, which would stand at the top of a column.
    let lines = dressed(&columns);
    let rosa = lines
        .iter()
        .position(|(text, _)| text.starts_with("Rosa"))
        .unwrap();
    assert!(lines[rosa + 1].0.starts_with("Lee"), "{lines:?}");
    let spacing = "<w:spacing w:before=\"40\" w:after=\"240\" w:afterAutospacing=\"0\"/>";
    assert!(
        lines[rosa].1.contains(spacing) && !lines[rosa + 1].1.contains(spacing),
        "{lines:?}"
    );
    for words in ["columns 2", "bullets", "numbered"] {
        let source = source_filled(&place("<w:keepNext/>", &format!("{{{{signatories:{words}}}}}")));
        for name in dressed(&source).iter().filter(|(text, _)| text.contains("Birch")) {
            assert!(
                name.1.starts_with("<w:pPr><w:keepNext/><w:keepLines/>"),
                "{words}: {name:?}"
            );
        }
    }
    // A paragraph of many names is not one entry: a sentence, and lines within a link.
    let link = "<w:p><w:hyperlink w:anchor=\"x\"><w:r><w:t>{{signatories}}</w:t></w:r></w:hyperlink></w:p>";
    for source in [
        source_filled(&paragraph("{{signatories:prose}}")),
        source_filled_by(link, signers),
        source_filled(&link.replace("}}", ":numbered}}")),
    ] {
        assert!(!source.contains("keepLines"), "{source}");
    }
}
