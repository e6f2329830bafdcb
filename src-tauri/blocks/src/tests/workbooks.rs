//! Workbooks: what stands in them, read back by a reader that is not ours.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use proptest::prelude::*;

use super::formats::everything;
use super::new_documents::parts;
use super::survival::{any_names, block_of};
use super::*;

/// The rows of the only sheet. Fails on any cell that is not a string.
fn rows(workbook: &[u8]) -> Vec<Vec<String>> {
    let mut workbook: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(workbook)).unwrap();
    let sheet = workbook.worksheet_range_at(0).unwrap().unwrap();
    let text = |cell: &Data| match cell {
        Data::String(text) => text.clone(),
        Data::Empty => String::new(),
        other => panic!("{other:?} is no string"),
    };
    sheet.rows().map(|row| row.iter().map(text).collect()).collect()
}

fn source(workbook: &[u8], name: &str) -> String {
    String::from_utf8(parts(workbook).remove(name).unwrap()).unwrap()
}

/// Whether an element of this name stands in the source.
fn has_element(source: &str, name: &str) -> bool {
    let tree = roxmltree::Document::parse(source).unwrap();
    tree.descendants().any(|node| node.tag_name().name() == name)
}

#[test]
fn xlsx_rows() {
    let rows: Vec<String> = rows(&xlsx::render(&everything(Layout::Lines)).unwrap())
        .iter()
        .map(|row| row.join(" | "))
        .collect();
    insta::assert_snapshot!(rows.join("\n"), @r"
    Group | Signatory | Signed by | Title | Affiliation
     | Smith & Sons <Workers> | Ana Rosa | Director | 
     | Lee Marsh |  | Dean | Elm University*
     | 1. Mai Komitee *Berlin* |  |  | 
     | =SUM(A1) Society |  |  | 
     | C:\Temp {50% off} #1 ~ ^ $5 |  |  | 
     | عدالة |  |  | 
     | 東京の会 |  |  | 
     | Intercommunal Riverbend Neighborhood Federation of Tenants and Small Farmers |  |  | 
    Added after delivery | The “Elm” Project_One, Inc. |  |  | 
    ");
}

#[test]
fn xlsx_as_it_is_packed() {
    let workbook = xlsx::render(&everything(Layout::Lines)).unwrap();
    let sheet =
        source(&workbook, "xl/worksheets/sheet1.xml") + "\n" + &source(&workbook, "xl/sharedStrings.xml");
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("xlsx", sheet.replace("<row", "\n<row").replace("<si>", "\n<si>"));
    });
}

#[test]
fn the_head_stays_in_view_can_be_filtered_by_and_nothing_is_a_formula() {
    let workbook = xlsx::render(&everything(Layout::Lines)).unwrap();
    let sheet = source(&workbook, "xl/worksheets/sheet1.xml");
    assert!(
        sheet.contains("<pane ySplit=\"1\"") && sheet.contains("state=\"frozen\""),
        "{sheet}"
    );
    assert!(sheet.contains("<autoFilter ref=\"A1:E10\"/>"), "{sheet}");
    assert!(has_element(&sheet, "cols"));
    let tall = sheet.matches("customHeight=\"1\"").count();
    assert_eq!(
        tall, 1,
        "the name that is too long for the column has room for two lines"
    );
    for (name, bytes) in parts(&workbook) {
        let source = String::from_utf8(bytes).unwrap();
        for element in ["f", "hyperlink", "oleObject", "externalReference"] {
            assert!(!has_element(&source, element), "{element} in {name}");
        }
    }
}

#[test]
fn the_same_block_gives_the_same_workbook() {
    let block = everything(Layout::Lines);
    let workbook = xlsx::render(&block).unwrap();
    std::thread::sleep(std::time::Duration::from_millis(2100));
    assert_eq!(xlsx::render(&block).unwrap(), workbook);
}

#[test]
fn a_name_longer_than_a_cell_is_refused_and_not_cut() {
    let long = "x".repeat(32_768);
    let block = arranged(&named(&[&long]), &BlockOptions::default());
    assert_eq!(xlsx::render(&block), Err(xlsx::XlsxError::TextTooLong));
    let block = arranged(&named(&[&long[1..]]), &BlockOptions::default());
    assert_eq!(rows(&xlsx::render(&block).unwrap())[1], [&long[1..]]);
}

#[test]
fn a_name_that_looks_like_an_escape_of_the_format_stays_itself() {
    let names = [
        "_x0041_ Society",
        "_x000D_",
        "_x005F_x0041_",
        "http://elm.example",
        "TRUE",
        "12",
        "1/2/2020",
    ];
    let options = BlockOptions {
        order: Order::Entered,
        ..BlockOptions::default()
    };
    let rows = rows(&xlsx::render(&arranged(&named(&names), &options)).unwrap());
    assert_eq!(rows.concat()[1..], names);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn xlsx_gives_the_names_back_and_no_formula(names in any_names()) {
        let (block, printed) = block_of(&names, Layout::Lines);
        let workbook = xlsx::render(&block).unwrap();
        if block.is_empty() {
            prop_assert!(workbook.is_empty());
        } else {
            prop_assert_eq!(rows(&workbook).concat().split_off(1), printed);
            prop_assert!(!has_element(&source(&workbook, "xl/worksheets/sheet1.xml"), "f"));
        }
    }
}
