//! The XML inside documents and workbooks; the first byte says in which.
#![no_main]

use libfuzzer_sys::fuzz_target;
use reading::{document, sheet};
use undersigned_fuzz::package;

const ODT: &[u8] = b"application/vnd.oasis.opendocument.text";
const ODS: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";
const WORKBOOK: &[u8] = br#"<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const RELATED: &[u8] = br#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
const SHEET: &[u8] = br#"<worksheet><sheetData><row r="1"><c r="A1" t="s" s="1"><v>0</v></c><c r="B1" s="1"><v>45000</v></c></row></sheetData></worksheet>"#;

fuzz_target!(|bytes: &[u8]| {
    let Some((which, xml)) = bytes.split_first() else {
        return;
    };
    let workbook = |part: &'static str| {
        let mut parts = vec![
            ("xl/workbook.xml", WORKBOOK),
            ("xl/_rels/workbook.xml.rels", RELATED),
            ("xl/worksheets/sheet1.xml", SHEET),
        ];
        parts.retain(|(name, _)| *name != part);
        parts.push((part, xml));
        let _ = sheet::read(&package(&parts), &[]);
    };
    match which % 8 {
        0 => drop(document::text(&package(&[("word/document.xml", xml)]))),
        1 => drop(document::text(&package(&[("mimetype", ODT), ("content.xml", xml)]))),
        2 => drop(sheet::read(&package(&[("mimetype", ODS), ("content.xml", xml)]), &[])),
        3 => workbook("xl/worksheets/sheet1.xml"),
        4 => workbook("xl/sharedStrings.xml"),
        5 => workbook("xl/styles.xml"),
        6 => workbook("xl/workbook.xml"),
        _ => workbook("xl/_rels/workbook.xml.rels"),
    }
});
