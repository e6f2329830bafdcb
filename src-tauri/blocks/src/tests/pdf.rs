//! PDFs: the names come back in order, the bytes are the same each time, and what cannot be shown is refused.

use super::*;
use crate::pdf::{self, PdfError, render};

/// What stands on the pages, one piece after the other.
fn read_back(block: &SignatoryBlock) -> String {
    let texts = pdf::texts(block).into_iter().flatten();
    texts.map(|(_, text)| text).collect::<Vec<_>>().join(" ")
}

fn options(layout: Layout) -> BlockOptions {
    BlockOptions {
        layout,
        list_columns: 2,
        intro: "We, the undersigned:".into(),
        ..BlockOptions::default()
    }
}

#[test]
fn every_name_stands_in_the_pdf_in_every_layout() {
    for layout in Layout::ALL {
        let text = read_back(&arranged(&wisconsin(), &options(*layout)));
        // Long names are broken over lines.
        let flat = text.split_whitespace().collect::<String>();
        for name in WISCONSIN.lines() {
            let name: String = name.split_whitespace().collect();
            assert!(flat.contains(&name), "{layout}: {name} in {text}");
        }
    }
}

#[test]
fn the_same_block_gives_the_same_pdf() {
    let block = arranged(&wisconsin(), &options(Layout::Columns));
    assert_eq!(render(&block), render(&block));
    assert_eq!(render(&arranged(&[], &options(Layout::Lines))).unwrap(), b"");
}

#[test]
fn a_pdf_is_tagged_and_says_its_language() {
    let bytes = render(&arranged(&wisconsin(), &options(Layout::Numbered))).unwrap();
    let source = String::from_utf8_lossy(&bytes);
    for part in [
        "/Marked true",
        "/StructTreeRoot",
        "/S /LBody",
        "/S /Lbl",
        "/ToUnicode",
        "/Lang",
    ] {
        assert!(source.contains(part), "{part}");
    }
    assert_eq!(source.matches("/S /LI").count(), 26);
}

#[test]
fn names_in_other_scripts_are_named_and_stand_as_boxes_only_where_that_is_said() {
    let block = arranged(&named(&["Ash", "東京の会", "عدالة"]), &BlockOptions::default());
    let Err(PdfError::Letters(names)) = render(&block) else {
        panic!("an edition is right or is not made");
    };
    assert!(
        names.contains("東京の会") && names.contains("عدالة") && !names.contains("Ash"),
        "{names}"
    );
    let rendered = render_noting(&block, Format::Pdf).unwrap();
    let [RenderNotice::Boxes(told)] = rendered.notices.as_slice() else {
        panic!("{:?}", rendered.notices);
    };
    assert_eq!(told.len(), 2);
    let whole = arranged(&named(&["Ash"]), &BlockOptions::default());
    assert_eq!(render_noting(&whole, Format::Pdf).unwrap().notices, []);
    let block = arranged(
        &named(&["Łódź Žižka Ñandú", "Ένωση", "Союз"]),
        &BlockOptions::default(),
    );
    assert!(render(&block).is_ok());
}

#[test]
fn three_hundred_names_take_several_pages_and_stay_in_order() {
    let names: Vec<String> = (0..300)
        .map(|number| format!("Organization {number:03}"))
        .collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let block = arranged(&named(&names), &options(Layout::Columns));
    let started = std::time::Instant::now();
    let bytes = render(&block).unwrap();
    println!("300 names: {:?}, {} bytes", started.elapsed(), bytes.len());
    let pages = pdf::texts(&block);
    let all: Vec<String> = pages.iter().flatten().map(|(_, text)| text.clone()).collect();
    assert_eq!(all.get(1..).unwrap(), names, "filled down, page by page");
    assert_eq!(pages.len(), 4);
    let by_page = pdf::entries_by_page(&block);
    let begun: Vec<u32> = pages
        .iter()
        .map(|page| {
            page.iter()
                .filter(|(_, text)| text.starts_with("Organization"))
                .count() as u32
        })
        .collect();
    assert_eq!(by_page, begun);
    assert_eq!(by_page.iter().sum::<u32>(), 300);
    // The last page is as even as can be.
    let left = pages[3].iter().filter(|(x, _)| *x < 200.0).count();
    assert!(
        pages[3].len().abs_diff(2 * left) <= 1,
        "{left} of {}",
        pages[3].len()
    );
}

#[test]
fn every_entry_begins_on_a_page_in_every_layout_but_prose() {
    for layout in Layout::ALL {
        let block = arranged(&wisconsin(), &options(*layout));
        let count: u32 = pdf::entries_by_page(&block).iter().sum();
        assert_eq!(count, if *layout == Layout::Prose { 0 } else { 26 }, "{layout}");
    }
    assert!(pdf::entries_by_page(&arranged(&[], &options(Layout::Lines))).is_empty());
}

#[test]
fn hebrew_runs_from_right_to_left_between_what_does_not() {
    let block = arranged(&named(&["שלום עולם (Elm)"]), &BlockOptions::default());
    let pages = pdf::texts(&block);
    let pieces: Vec<&str> = pages[0].iter().map(|(_, text)| text.as_str()).collect();
    // The first piece from the left is the Hebrew one, in its own order; what is Latin stands to its right.
    assert_eq!(pieces, ["שלום עולם", " (Elm)"]);
    assert!(pages[0][0].0 < pages[0][1].0);
    let block = arranged(&named(&["Elm שלום 7 עולם"]), &BlockOptions::default());
    let seen = pdf::texts(&block).remove(0);
    let pieces: Vec<String> = seen.into_iter().map(|(_, text)| text).collect();
    // From left to right: the last word, the number, the first word.
    assert_eq!(pieces, ["Elm ", " עולם", "7", "שלום "]);
    assert!(render(&block).is_ok());
}

#[test]
fn the_web_site_stands_behind_the_name_alone_and_is_tagged() {
    let mut signatories = named(&["Ash & Alder", "Birch", "Cedar"]);
    signatories[0].website = Some("https://ash.example/(a)".into());
    signatories[2].website = Some("cedar.example".into());
    for layout in [Layout::Lines, Layout::Prose, Layout::Columns] {
        let options = BlockOptions {
            layout,
            links: true,
            ..BlockOptions::default()
        };
        let bytes = render(&arranged(&signatories, &options)).unwrap();
        let source = String::from_utf8_lossy(&bytes);
        assert_eq!(source.matches("/Subtype /Link").count(), 2, "{layout}");
        assert_eq!(source.matches("/S /Link").count(), 2, "{layout}");
        assert_eq!(source.matches("/S /URI").count(), 2, "{layout}");
        assert_eq!(source.matches("/Type /OBJR").count(), 2, "{layout}");
        assert_eq!(source.matches("/StructParent ").count(), 2, "{layout}");
        assert!(source.contains("(https://cedar.example)"), "{layout}");
    }
    let without = render(&arranged(&signatories, &BlockOptions::default())).unwrap();
    assert!(!String::from_utf8_lossy(&without).contains("/Link"));
}

#[test]
fn a_letter_goes_out_with_its_block_as_one() {
    let text = "# Clean water now\n\nDear Senator,\n\nWe ask you\n- to act;\n- to stay.\n\n{{signatories}}\n\nContact: Ana";
    let letter = Letter::new("Clean water", text);
    let block = arranged(&named(&["Ash", "Birch"]), &BlockOptions::default());
    let bytes = pdf::render_boxed(&letter, &block).unwrap().0;
    let source = String::from_utf8_lossy(&bytes);
    assert_eq!(source.matches("/S /H1").count(), 1);
    // Two points in a list of their own, two names in another.
    assert_eq!(
        source.matches("/S /L\n").count() + source.matches("/S /L ").count(),
        2
    );
    assert!(source.contains("(Clean water)"), "the title of the document");
    let document = docx::render_letter(&letter, &block).unwrap();
    let paragraphs =
        super::new_documents::paragraphs(&super::new_documents::part(&document, "word/document.xml"));
    assert_eq!(
        paragraphs,
        [
            "Clean water now",
            "Dear Senator,",
            "We ask you",
            "to act;",
            "to stay.",
            "Ash",
            "Birch",
            "Contact: Ana"
        ]
    );
    let nobody = arranged(&[], &BlockOptions::default());
    assert!(!pdf::render_boxed(&letter, &nobody).unwrap().0.is_empty());
}

#[test]
fn a_document_has_the_size_of_its_paper_and_the_same_lines_on_either() {
    let mut block = arranged(&wisconsin(), &options(Layout::Lines));
    let lines = |block: &SignatoryBlock| {
        let texts = pdf::texts(block).into_iter().flatten();
        texts.map(|(_, text)| text).collect::<Vec<_>>()
    };
    let on_letter = lines(&block);
    for (paper, pdf_box, word, rtf) in [
        (
            Paper::Letter,
            "/MediaBox [0 0 612 792]",
            "w:w=\"12240\" w:h=\"15840\"",
            "\\paperw12240\\paperh15840\\margl1440",
        ),
        (
            Paper::A4,
            "/MediaBox [0 0 595.3 841.9]",
            "w:w=\"11906\" w:h=\"16838\"",
            "\\paperw11906\\paperh16838\\margl1273",
        ),
    ] {
        block.paper = paper;
        let bytes = render(&block).unwrap();
        assert!(String::from_utf8_lossy(&bytes).contains(pdf_box), "{paper}");
        assert!(crate::rtf::render(&block).contains(rtf), "{paper}");
        let docx = new_documents::part(&crate::docx::render(&block).unwrap(), "word/document.xml");
        assert!(docx.contains(word), "{paper}: {docx}");
        assert_eq!(lines(&block), on_letter, "{paper}");
    }
}
