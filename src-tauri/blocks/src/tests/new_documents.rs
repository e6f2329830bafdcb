//! New Word documents: what stands in them, that every part is in order, and that names come back.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use proptest::prelude::*;

use super::formats::{awkward, everything};
use super::survival::{any_layout, any_names, block_of, joined};
use super::*;

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The parts of a package, unpacked.
pub(super) fn parts(package: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(package)).unwrap();
    let mut parts = BTreeMap::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        parts.insert(part.name().unwrap().into_owned(), bytes);
    }
    parts
}

pub(super) fn part(package: &[u8], name: &str) -> String {
    String::from_utf8(parts(package).remove(name).unwrap()).unwrap()
}

/// A reader of our own: the text of each paragraph, line breaks and tabs as characters. Fails on what no
/// document of ours holds: fields, objects, scripts, links.
pub(super) fn paragraphs(xml: &str) -> Vec<String> {
    let tree = roxmltree::Document::parse(xml).unwrap();
    let is = |node: &roxmltree::Node, name: &str| node.tag_name().name() == name;
    tree.descendants()
        .filter(|node| is(node, "p"))
        .map(|paragraph| {
            let own =
                |node: &roxmltree::Node| node.ancestors().find(|above| is(above, "p")) == Some(paragraph);
            paragraph
                .descendants()
                .filter(own)
                .filter_map(|node| match node.tag_name().name() {
                    "t" => Some(node.text().unwrap_or_default()),
                    "br" => Some("\n"),
                    "tab" => Some("\t"),
                    "fldSimple" | "instrText" | "object" | "pict" | "script" | "control" => {
                        panic!("{} in a document", node.tag_name().name())
                    }
                    _ => None,
                })
                .collect()
        })
        .collect()
}

fn document(block: &SignatoryBlock) -> String {
    part(&docx::render(block).unwrap(), "word/document.xml")
}

fn read_back(block: &SignatoryBlock) -> Vec<String> {
    paragraphs(&document(block))
        .into_iter()
        .filter(|text| !text.is_empty())
        .collect()
}

/// Compares the main part with the snapshot of this name.
fn assert_as_before(name: &str, block: &SignatoryBlock) {
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(name, document(block));
    });
}

#[test]
fn docx_in_lines() {
    let mut names = awkward();
    names.truncate(3);
    names.push(person("Lee Marsh", "Dean", "Elm University"));
    let options = BlockOptions {
        entry: EntryForm::Signer,
        entry_lines: 2,
        order: Order::Entered,
        late_heading: true,
        identification: Identification::Footnote,
        intro: "Sincerely,\nthe undersigned:".into(),
        outro: "Contact: a_b@elm.example".into(),
        ..BlockOptions::default()
    };
    assert_as_before("docx_in_lines", &arranged(&names, &options));
}

#[test]
fn docx_in_columns() {
    assert_as_before("docx_in_columns", &everything(Layout::Columns));
}

#[test]
fn docx_numbered() {
    assert_as_before("docx_numbered", &everything(Layout::Numbered));
}

#[test]
fn docx_in_bullets() {
    assert_as_before("docx_in_bullets", &everything(Layout::Bullets));
}

#[test]
fn docx_in_a_table() {
    assert_as_before("docx_in_a_table", &everything(Layout::Table));
}

#[test]
fn docx_in_prose() {
    assert_as_before("docx_in_prose", &everything(Layout::Prose));
}

#[test]
fn every_part_is_well_formed_has_a_type_and_every_relationship_ends_somewhere() {
    for layout in Layout::ALL {
        let package = docx::render(&everything(*layout)).unwrap();
        let parts = parts(&package);
        let xml: BTreeMap<&str, &str> = parts
            .iter()
            .map(|(name, bytes)| (name.as_str(), std::str::from_utf8(bytes).unwrap()))
            .collect();
        for (name, source) in &xml {
            roxmltree::Document::parse(source).unwrap_or_else(|error| panic!("{name}: {error}"));
        }
        let types = roxmltree::Document::parse(xml["[Content_Types].xml"]).unwrap();
        let typed: Vec<&str> = types
            .descendants()
            .filter_map(|node| node.attribute("PartName"))
            .collect();
        for name in &typed {
            assert!(
                xml.contains_key(name.trim_start_matches('/')),
                "{name} has a type and is not there"
            );
        }
        for name in xml
            .keys()
            .filter(|name| !name.ends_with(".rels") && !name.starts_with('['))
        {
            assert!(typed.contains(&format!("/{name}").as_str()), "{name} has no type");
        }
        let mut reached = Vec::new();
        for (from, folder) in [("_rels/.rels", ""), ("word/_rels/document.xml.rels", "word/")] {
            let relationships = roxmltree::Document::parse(xml[from]).unwrap();
            for node in relationships
                .descendants()
                .filter(|node| node.has_attribute("Target"))
            {
                assert_eq!(node.attribute("TargetMode"), None, "nothing points outside");
                reached.push(format!("{folder}{}", node.attribute("Target").unwrap()));
            }
        }
        for name in &typed {
            assert!(
                reached.iter().any(|found| format!("/{found}") == *name),
                "{name} is not reached"
            );
        }
    }
}

#[test]
fn every_style_and_list_that_is_used_is_there() {
    for layout in Layout::ALL {
        let package = docx::render(&everything(*layout)).unwrap();
        let (styles, numbering) = (
            part(&package, "word/styles.xml"),
            part(&package, "word/numbering.xml"),
        );
        for (source, styles_of) in [
            (
                part(&package, "word/document.xml"),
                ["pStyle", "tblStyle", "rStyle"].as_slice(),
            ),
            (styles.clone(), &["basedOn", "next"]),
            (numbering.clone(), &["pStyle"]),
        ] {
            let tree = roxmltree::Document::parse(&source).unwrap();
            for node in tree
                .descendants()
                .filter(|node| styles_of.contains(&node.tag_name().name()))
            {
                let id = node.attribute((W, "val")).unwrap();
                assert!(styles.contains(&format!("w:styleId=\"{id}\"")), "{id}");
            }
        }
        let tree = roxmltree::Document::parse(&styles).unwrap();
        for node in tree
            .descendants()
            .filter(|node| node.tag_name().name() == "numId")
        {
            let id = node.attribute((W, "val")).unwrap();
            assert!(numbering.contains(&format!("<w:num w:numId=\"{id}\">")), "{id}");
        }
    }
}

#[test]
fn the_same_block_gives_the_same_bytes() {
    let block = everything(Layout::Columns);
    let package = docx::render(&block).unwrap();
    std::thread::sleep(std::time::Duration::from_millis(2100));
    assert_eq!(
        docx::render(&block).unwrap(),
        package,
        "no clock is in it, nor an order by chance"
    );
}

#[test]
fn the_language_of_the_letter_is_that_of_the_document() {
    let styles_in = |language: &str| {
        let options = BlockOptions {
            language: language.into(),
            ..BlockOptions::default()
        };
        part(
            &docx::render(&arranged(&named(&["Abedul"]), &options)).unwrap(),
            "word/styles.xml",
        )
    };
    assert!(styles_in("es").contains("<w:lang w:val=\"es-ES\""));
    assert!(styles_in("es_MX").contains("<w:lang w:val=\"es-MX\""));
    assert!(styles_in("\"><evil").contains("<w:lang w:val=\"evil\""));
    assert!(styles_in("ar").contains("<w:bidi/>"));
    assert!(!styles_in("en").contains("<w:bidi/>"));
}

#[test]
fn a_section_of_columns_ends_before_what_follows_and_no_paragraph_is_made_for_it() {
    let options = BlockOptions {
        layout: Layout::Columns,
        intro: "Sincerely,".into(),
        outro: "Contact".into(),
        ..BlockOptions::default()
    };
    let block = arranged(&named(&["Ash", "Birch", "Cedar"]), &options);
    assert_eq!(
        paragraphs(&document(&block)),
        ["Sincerely,", "Ash", "Birch", "Cedar", "Contact"]
    );
    let xml = document(&block);
    let tree = roxmltree::Document::parse(&xml).unwrap();
    let columns: Vec<&str> = tree
        .descendants()
        .filter(|node| node.tag_name().name() == "cols")
        .map(|node| node.attribute((W, "num")).unwrap())
        .collect();
    assert_eq!(columns, ["1", "2", "1"]);
}

#[test]
fn no_heading_stands_first_between_two_sections_of_columns() {
    // LibreOffice moves one that does onto the next page.
    let options = BlockOptions {
        layout: Layout::Columns,
        group: GroupBy::Scope,
        ..BlockOptions::default()
    };
    let mut signatories = named(&["Ash", "Birch", "Cedar"]);
    for (one, scope) in signatories
        .iter_mut()
        .zip([Scope::National, Scope::State, Scope::Local])
    {
        one.scope = Some(scope);
    }
    let block = arranged(&signatories, &options);
    assert_eq!(
        paragraphs(&document(&block)),
        ["National", "Ash", "", "State", "Birch", "", "Local", "Cedar", ""]
    );
    let rtf = rtf::render(&block);
    assert_eq!(
        rtf.matches("\\cols1\\colsx480\n\\pard\\plain\\f0\\fs24\\sl-20")
            .count(),
        2,
        "{rtf}"
    );
}

#[test]
fn the_last_entry_stays_with_the_text_below_the_names() {
    let with = |layout, outro: &str| {
        let options = BlockOptions {
            layout,
            outro: outro.to_owned(),
            ..BlockOptions::default()
        };
        arranged(&named(&["Ash", "Birch"]), &options)
    };
    for layout in [Layout::Lines, Layout::Bullets, Layout::Numbered] {
        let block = with(layout, "Contact: Ana");
        let xml = document(&block);
        let (before, last) = xml.split_at(xml.find("Ash").unwrap());
        assert!(
            !before.contains("<w:keepNext/>") && last.matches("<w:keepNext/>").count() == 1,
            "{xml}"
        );
        assert_eq!(
            rtf::render(&block).matches("\\keep\\keepn").count()
                + rtf::render(&block).matches("\\li240\\keepn").count(),
            1
        );
        assert!(!document(&with(layout, "")).contains("keepNext"));
    }
}

#[test]
fn names_from_right_to_left_are_marked_so() {
    let xml = document(&arranged(&named(&["Elm (שלום)"]), &BlockOptions::default()));
    assert!(
        xml.contains("<w:r><w:rPr><w:rtl/></w:rPr><w:t xml:space=\"preserve\">שלום</w:t></w:r>"),
        "{xml}"
    );
    assert_eq!(paragraphs(&xml), ["Elm (שלום)"]);
}

#[test]
fn the_reader_of_lists_finds_the_names_again() {
    for layout in [
        Layout::Lines,
        Layout::Columns,
        Layout::Bullets,
        Layout::Numbered,
        Layout::Prose,
    ] {
        let options = BlockOptions {
            layout,
            order: Order::Entered,
            ..BlockOptions::default()
        };
        let text = read_back(&arranged(&wisconsin(), &options)).join("\n");
        let read = reading::list::read_list(&text, &());
        let names: Vec<&str> = read.entries.iter().map(|entry| entry.name.as_str()).collect();
        assert_eq!(names.join("\n"), WISCONSIN, "{layout}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn docx_gives_the_names_back(names in any_names(), layout in any_layout()) {
        let (block, printed) = block_of(&names, layout);
        if block.is_empty() {
            prop_assert!(docx::render(&block).unwrap().is_empty());
        } else {
            let texts = read_back(&block);
            match layout {
                Layout::Prose => prop_assert_eq!(texts, vec![joined(&block)]),
                Layout::Table => prop_assert_eq!(texts.get(1..).unwrap_or_default(), printed.as_slice()),
                _ => prop_assert_eq!(texts, printed),
            }
        }
    }
}
