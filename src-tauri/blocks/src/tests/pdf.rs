//! PDFs: the names come back in order, the bytes are the same each time, and what cannot be shown is refused.

use super::*;
use crate::pdf::{self, PdfError, render};

/// What stands on the pages, one piece after the other.
fn read_back(block: &SignatoryBlock) -> String {
    let texts = pdf::texts(block).into_iter().flatten();
    texts.map(|(.., text)| text).collect::<Vec<_>>().join(" ")
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
    let all: Vec<String> = pages.iter().flatten().map(|(.., text)| text.clone()).collect();
    assert_eq!(all.get(1..).unwrap(), names, "filled down, page by page");
    assert_eq!(pages.len(), 4);
    let by_page = pdf::entries_by_page(&block);
    let begun = |page: &Vec<(f32, f32, String)>| {
        let names = page.iter().filter(|(.., text)| text.starts_with("Organization"));
        let (left, right): (Vec<_>, Vec<_>) = names.partition(|(x, ..)| *x < 200.0);
        vec![left.len() as u32, right.len() as u32]
    };
    assert_eq!(by_page, pages.iter().map(begun).collect::<Vec<_>>());
    assert_eq!(by_page.iter().flatten().sum::<u32>(), 300);
    // The last page is as even as can be.
    let left = pages[3].iter().filter(|(x, ..)| *x < 200.0).count();
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
        let count: u32 = pdf::entries_by_page(&block).iter().flatten().sum();
        assert_eq!(count, if *layout == Layout::Prose { 0 } else { 26 }, "{layout}");
    }
    assert!(pdf::entries_by_page(&arranged(&[], &options(Layout::Lines))).is_empty());
}

#[test]
fn hebrew_runs_from_right_to_left_between_what_does_not() {
    let block = arranged(&named(&["שלום עולם (Elm)"]), &BlockOptions::default());
    let pages = pdf::texts(&block);
    let pieces: Vec<&str> = pages[0].iter().map(|(.., text)| text.as_str()).collect();
    // The first piece from the left is the Hebrew one, in its own order; what is Latin stands to its right.
    assert_eq!(pieces, ["שלום עולם", " (Elm)"]);
    assert!(pages[0][0].0 < pages[0][1].0);
    let block = arranged(&named(&["Elm שלום 7 עולם"]), &BlockOptions::default());
    let seen = pdf::texts(&block).remove(0);
    let pieces: Vec<String> = seen.into_iter().map(|(.., text)| text).collect();
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
        texts.map(|(.., text)| text).collect::<Vec<_>>()
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

fn numbered_names(count: usize) -> Vec<Signatory> {
    (0..count)
        .map(|number| organization(&format!("Organization {number:03}")))
        .collect()
}

#[test]
fn lines_side_by_side_stand_on_common_lines() {
    let long = "Elm Street Interfaith Council for Housing, Health, Schools and the Rights of Those Who Live Along the River";
    let mut signatories = numbered_names(20);
    signatories.insert(3, organization(long));
    for layout in [Layout::Columns, Layout::Bullets, Layout::Numbered] {
        let block = arranged(&signatories, &options(layout));
        let heights = pdf::texts(&block)[0]
            .iter()
            .skip(1)
            .map(|(_, y, _)| *y)
            .collect::<Vec<f32>>();
        let first = heights[0];
        let lines: Vec<f32> = heights.iter().map(|y| (y - first) / 13.6).collect();
        assert!(
            lines.iter().all(|line| (line - line.round()).abs() < 0.02),
            "{layout}: {lines:?}"
        );
    }
}

#[test]
fn what_stands_below_the_names_is_never_alone_on_the_last_page() {
    let outro = "Each of the organizations that are named here has said so in writing, and each of them can be asked. Those who \
        signed after this letter was sent are named in the next edition of it, which will be sent to the same committee. Contact \
        the coordinator for more.";
    for layout in [
        Layout::Lines,
        Layout::Columns,
        Layout::Numbered,
        Layout::Table,
        Layout::Logos,
    ] {
        let mut parted = 0;
        for count in 60..160 {
            let options = BlockOptions {
                outro: outro.into(),
                ..options(layout)
            };
            let pages = pdf::texts(&arranged(&numbered_names(count), &options));
            let [.., before, last] = pages.as_slice() else {
                continue;
            };
            let names =
                |page: &[(f32, f32, String)]| page.iter().any(|(.., text)| text.starts_with("Organization"));
            assert!(names(last), "{count} in {layout}: {last:?}");
            let begins =
                |page: &[(f32, f32, String)]| page.iter().any(|(.., text)| text.starts_with("Each of"));
            parted += usize::from(begins(before));
        }
        assert_eq!(parted, 0, "{layout}: the text is on one page");
    }
}

#[test]
fn no_line_begins_with_a_dash() {
    for before in 1..40 {
        let name = format!("{} Hall – Madison - Chapter", "Elm ".repeat(before).trim());
        let block = arranged(&named(&[&name, "Ash"]), &options(Layout::Columns));
        let pages = pdf::texts(&block);
        let lines: Vec<&str> = pages[0].iter().map(|(.., text)| text.as_str()).collect();
        assert!(
            !lines.iter().any(|line| line.trim_start().starts_with(['–', '-'])),
            "{lines:?}"
        );
        assert!(
            lines.join(" ").contains("Hall –") && lines.join(" ").contains("Madison -"),
            "{lines:?}"
        );
    }
}
