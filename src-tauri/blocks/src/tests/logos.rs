//! A wall of logos: in the order of the block, the name where there is none, the name as what a screen reader says, and
//! names alone in formats without pictures.

use std::collections::BTreeSet;
use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::new_documents::{paragraphs, part, parts};
use super::*;
use crate::docx::fill;
use crate::pdf;

/// A PNG of one colour, as whoever brings the pictures keeps them.
pub(super) fn png(width: u32, height: u32, colour: [u8; 3]) -> Vec<u8> {
    let mut rows = Vec::new();
    for _ in 0..height {
        rows.push(0);
        rows.extend(std::iter::repeat_n(colour, width as usize).flatten());
    }
    let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut chunk = |kind: &[u8], content: &[u8]| {
        bytes.extend((content.len() as u32).to_be_bytes());
        let summed = [kind, content].concat();
        bytes.extend(&summed);
        bytes.extend(crc(&summed).to_be_bytes());
    };
    let sides = [width.to_be_bytes(), height.to_be_bytes()].concat();
    chunk(b"IHDR", &[&sides[..], &[8, 2, 0, 0, 0]].concat());
    chunk(b"IDAT", &miniz_oxide::deflate::compress_to_vec_zlib(&rows, 6));
    chunk(b"IEND", &[]);
    bytes
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            if crc & 1 == 1 {
                0xedb8_8320 ^ (crc >> 1)
            } else {
                crc >> 1
            }
        })
    })
}

/// What a picture is kept under, in these tests.
fn kept_as(number: u32) -> String {
    format!("{number:064x}").chars().rev().collect()
}

/// Ash and Cedar with a logo of their own, Elm with Ash's, "Birch & Sons" and a person with none.
fn wall() -> SignatoryBlock {
    let mut signatories = named(&["Ash \"A\" <Group>", "Birch & Sons", "Cedar", "Elm"]);
    let sizes = [Some((1, 400, 100)), None, Some((2, 90, 90)), Some((1, 400, 100))];
    for (signatory, size) in signatories.iter_mut().zip(sizes) {
        signatory.logo = size.map(|(number, width, height)| Logo {
            picture: kept_as(number),
            width,
            height,
        });
    }
    signatories.push(person("Lee Marsh", "", ""));
    let options = BlockOptions {
        layout: Layout::Logos,
        logo_columns: 3,
        intro: "Signed:".into(),
        ..BlockOptions::default()
    };
    let mut block = arranged(&signatories, &options);
    block.pictures.bring(kept_as(1), png(400, 100, [0, 70, 140]));
    block.pictures.bring(kept_as(2), png(90, 90, [160, 20, 20]));
    block
}

#[test]
fn html_holds_the_pictures_in_the_order_of_the_block_and_fetches_nothing() {
    let html = html::render(&wall());
    let cells: Vec<&str> = html.split("<td ").skip(1).collect();
    assert_eq!(cells.len(), 6, "two rows of three places");
    assert!(cells[0].contains("src=\"data:image/png;base64,iVBORw0KGgo"));
    assert!(
        cells[0].contains("alt=\"Ash &quot;A&quot; &lt;Group&gt;\""),
        "{}",
        cells[0]
    );
    assert!(cells[1].contains(">Birch &amp; Sons</td>"), "{}", cells[1]);
    assert!(cells[2].contains("alt=\"Cedar\""));
    assert!(cells[3].contains("alt=\"Elm\""));
    assert!(cells[4].contains(">Lee Marsh</td>"));
    assert!(!html.contains("http"), "nothing is fetched");
}

#[test]
fn logos_of_one_wall_have_one_area_on_the_page() {
    let block = wall();
    let logos: Vec<&PrintedLogo> = block.groups[0]
        .entries
        .iter()
        .filter_map(|entry| entry.logo.as_ref())
        .collect();
    assert_eq!(logos.len(), 3);
    let area = |logo: &PrintedLogo| f64::from(logo.width) * f64::from(logo.height);
    assert!((area(logos[0]) / area(logos[1]) - 1.0).abs() < 0.01, "{logos:?}");
    assert!(logos[0].width > logos[1].width && logos[0].height < logos[1].height);
}

/// The drawings of a part: what each says, and the picture that it leads to.
fn drawings(package: &[u8], name: &str) -> Vec<(String, Vec<u8>)> {
    let all = parts(package);
    let source = String::from_utf8(all[name].clone()).unwrap();
    let tree = roxmltree::Document::parse(source.trim_start_matches('\u{feff}')).unwrap();
    let (folder, file) = name.rsplit_once('/').unwrap();
    let related = String::from_utf8(all[&format!("{folder}/_rels/{file}.rels")].clone()).unwrap();
    let related = roxmltree::Document::parse(&related).unwrap();
    let mut numbers = BTreeSet::new();
    let mut found = Vec::new();
    for inline in tree
        .descendants()
        .filter(|node| node.tag_name().name() == "inline")
    {
        let named = |name: &str| {
            let mut all = inline.descendants();
            all.find(|node| node.tag_name().name() == name).unwrap()
        };
        let about = named("docPr");
        assert!(
            numbers.insert(about.attribute("id").unwrap().to_owned()),
            "each has its number"
        );
        let blip = named("blip");
        let id = blip
            .attributes()
            .find(|attribute| attribute.name() == "embed")
            .unwrap()
            .value();
        let to = related
            .descendants()
            .find(|node| node.attribute("Id") == Some(id))
            .unwrap();
        assert!(to.attribute("Type").unwrap().ends_with("/relationships/image"));
        let target = to.attribute("Target").unwrap().trim_start_matches('/').to_owned();
        let types = String::from_utf8(all["[Content_Types].xml"].clone()).unwrap();
        assert!(
            types.contains(&format!("PartName=\"/{target}\" ContentType=\"image/png\"")),
            "{types}"
        );
        roxmltree::Document::parse(&types).unwrap();
        found.push((about.attribute("descr").unwrap().to_owned(), all[&target].clone()));
    }
    found
}

fn the_three() -> Vec<(String, Vec<u8>)> {
    let (blue, red) = (png(400, 100, [0, 70, 140]), png(90, 90, [160, 20, 20]));
    vec![
        ("Ash \"A\" <Group>".to_owned(), blue.clone()),
        ("Cedar".to_owned(), red),
        ("Elm".to_owned(), blue),
    ]
}

#[test]
fn a_new_document_holds_each_picture_once_and_says_each_name() {
    let bytes = docx::render(&wall()).unwrap();
    assert_eq!(drawings(&bytes, "word/document.xml"), the_three());
    let media = parts(&bytes).keys().filter(|name| name.contains("media")).count();
    assert_eq!(media, 2);
    let texts = paragraphs(&part(&bytes, "word/document.xml"));
    assert_eq!(
        texts,
        ["Signed:", "", "Birch & Sons", "", "", "Lee Marsh", "", ""]
    );
    assert_eq!(
        bytes,
        docx::render(&wall()).unwrap(),
        "the same block, the same bytes"
    );
}

fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A document of somebody's own with this in its body and this in its header.
fn own(body: &str, header: &str, namespace: &str) -> Vec<u8> {
    let kind = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    let types = format!(
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Override PartName=\"/word/document.xml\" ContentType=\"{kind}.document.main+xml\"/>\
         <Override PartName=\"/word/header1.xml\" ContentType=\"{kind}.header+xml\"/></Types>"
    );
    packed(&[
        ("[Content_Types].xml", &types),
        ("_rels/.rels", "<Relationships/>"),
        (
            "word/document.xml",
            &format!("<w:document xmlns:w=\"{namespace}\"><w:body>{body}</w:body></w:document>"),
        ),
        (
            "word/header1.xml",
            &format!("<w:hdr xmlns:w=\"{namespace}\">{header}</w:hdr>"),
        ),
        (
            "word/_rels/document.xml.rels",
            "<r:Relationships xmlns:r=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
             <r:Relationship Id=\"rId1\" Type=\"x\" Target=\"header1.xml\"/></r:Relationships>",
        ),
        ("word/media/image1.png", "a picture of its own"),
    ])
}

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const PLACE: &str = "<w:p><w:pPr><w:jc w:val=\"both\"/></w:pPr><w:r><w:t>{{signatories}}</w:t></w:r></w:p>";

#[test]
fn placed_into_a_document_the_wall_is_a_table_and_all_else_stays() {
    let before = own(PLACE, PLACE, W);
    let filled = fill(&before, |_: &str| Some(wall())).unwrap().document;
    assert_eq!(drawings(&filled, "word/document.xml"), the_three());
    // A header has no room for a table of that width: one under the other, with relationships of its own.
    assert_eq!(drawings(&filled, "word/header1.xml"), the_three());
    let body = part(&filled, "word/document.xml");
    assert!(
        body.contains("<w:tbl>") && body.contains("<w:jc w:val=\"center\"/>"),
        "{body}"
    );
    assert!(!part(&filled, "word/header1.xml").contains("<w:tbl>"));
    let related = part(&filled, "word/_rels/document.xml.rels");
    assert!(
        related.contains("<r:Relationship Id=\"rId1\" Type=\"x\" Target=\"header1.xml\"/>"),
        "{related}"
    );
    assert_eq!(part(&filled, "word/media/image1.png"), "a picture of its own");
    assert_eq!(part(&filled, "_rels/.rels"), "<Relationships/>");

    // Filled once more, it holds each picture once.
    let again = body.replacen("</w:body>", &format!("{PLACE}</w:body>"), 1);
    let mut all = parts(&filled);
    all.insert("word/document.xml".to_owned(), again.into_bytes());
    let texts: Vec<(String, String)> = all
        .into_iter()
        .filter(|(name, _)| !name.contains("media/logo"))
        .map(|(name, bytes)| (name, String::from_utf8(bytes).unwrap()))
        .collect();
    let texts: Vec<(&str, &str)> = texts
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()))
        .collect();
    let twice = fill(&packed(&texts), |_: &str| Some(wall())).unwrap().document;
    let related = part(&twice, "word/_rels/document.xml.rels");
    assert_eq!(related.matches("relationships/image").count(), 2, "{related}");
}

#[test]
fn a_strict_document_gets_drawings_of_its_own_namespaces() {
    let strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    let filled = fill(&own(PLACE, "<w:p/>", strict), |_: &str| Some(wall()))
        .unwrap()
        .document;
    let body = part(&filled, "word/document.xml");
    assert_eq!(drawings(&filled, "word/document.xml"), the_three());
    assert!(!body.contains("schemas.openxmlformats.org/drawingml"), "{body}");
}

#[test]
fn in_a_place_for_plain_text_the_names_stand() {
    let body = "<w:p><w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent><w:r><w:t>{{signatories}}</w:t></w:r></w:sdtContent></w:sdt></w:p>";
    let filled = fill(&own(body, "<w:p/>", W), |_: &str| Some(wall()))
        .unwrap()
        .document;
    let source = part(&filled, "word/document.xml");
    assert!(!source.contains("drawing"), "{source}");
    assert!(source.contains("Cedar"), "{source}");
    assert!(!parts(&filled).keys().any(|name| name.contains("media/logo")));
    assert!(!part(&filled, "[Content_Types].xml").contains("image/png"));
}

#[test]
fn a_pdf_shows_each_picture_as_it_is_packed_and_names_it() {
    let bytes = pdf::render(&wall()).unwrap();
    let source = String::from_utf8_lossy(&bytes);
    assert_eq!(source.matches("/Subtype /Image").count(), 2, "each once");
    assert_eq!(source.matches("/S /Figure").count(), 3);
    assert_eq!(source.matches("/Alt").count(), 3);
    assert_eq!(
        source.matches("/S /LI\n").count() + source.matches("/S /LI ").count(),
        5
    );
    // The pixels come back as they were.
    let at = find(&bytes, b"/Width 90");
    let from = at + find(&bytes[at..], b"stream\n") + 7;
    let rows = miniz_oxide::inflate::decompress_to_vec_zlib(&bytes[from..]).unwrap();
    assert_eq!(rows.len(), 90 * (1 + 3 * 90));
    assert_eq!(&rows[..7], [0, 160, 20, 20, 160, 20, 20]);
    assert_eq!(bytes, pdf::render(&wall()).unwrap());
}

#[test]
fn formats_without_pictures_print_the_names_as_lines() {
    let mut lines = wall();
    lines.options.layout = Layout::Lines;
    for format in Format::ALL.iter().filter(|format| !format.has_pictures()) {
        assert_eq!(render(&wall(), *format), render(&lines, *format), "{format}");
    }
}

#[test]
fn a_picture_that_nobody_brings_prints_as_the_name() {
    let mut block = wall();
    block.pictures = Pictures::default();
    for bytes in [
        render(&block, Format::Html).unwrap(),
        part(&docx::render(&block).unwrap(), "word/document.xml").into_bytes(),
    ] {
        let text = String::from_utf8(bytes).unwrap();
        assert!(
            text.contains("Cedar") && !text.contains("img") && !text.contains("drawing"),
            "{text}"
        );
    }
    let texts: Vec<String> = pdf::texts(&block)
        .into_iter()
        .flatten()
        .map(|(.., text)| text)
        .collect();
    assert!(texts.iter().any(|text| text == "Cedar"), "{texts:?}");
}

#[test]
fn a_wall_of_many_rows_goes_on_over_the_pages() {
    let mut signatories = Vec::new();
    for number in 0..100 {
        let mut signatory = organization(&format!("Organization {number:03}"));
        signatory.logo = (number % 3 > 0).then(|| Logo {
            picture: kept_as(2),
            width: 90,
            height: 90,
        });
        signatories.push(signatory);
    }
    let options = BlockOptions {
        layout: Layout::Logos,
        ..BlockOptions::default()
    };
    let mut block = arranged(&signatories, &options);
    block.pictures.bring(kept_as(2), png(90, 90, [160, 20, 20]));
    let pages = pdf::texts(&block);
    assert!(pages.len() > 1);
    assert_eq!(
        pages.iter().map(Vec::len).sum::<usize>(),
        100 + count_broken(&pages)
    );
    let source = pdf::render(&block).unwrap();
    let source = String::from_utf8_lossy(&source).into_owned();
    assert_eq!(source.matches("/S /Figure").count(), 66);
}

/// How many names go on in a second line.
fn count_broken(pages: &[Vec<(f32, f32, String)>]) -> usize {
    let all: Vec<&String> = pages.iter().flatten().map(|(.., text)| text).collect();
    all.iter()
        .filter(|text| !text.is_empty() && !text.starts_with("Organization"))
        .count()
}

fn find(bytes: &[u8], part: &[u8]) -> usize {
    bytes
        .windows(part.len())
        .position(|window| window == part)
        .unwrap()
}
