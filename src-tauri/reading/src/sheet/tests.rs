#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::io::Write;

use super::*;
use crate::columns::{Field, guess};

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/fixtures/imports/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn rows(table: &Table) -> Vec<Vec<&str>> {
    table.rows().map(|row| row.cells().collect()).collect()
}

/// A package of these parts.
fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default())
            .unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A workbook with one sheet of this content, and these shared texts.
fn workbook(sheet: &str, shared: &str) -> Vec<u8> {
    let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    package(&[
        (
            "_rels/.rels",
            &format!(
                "<Relationships><Relationship Id='a' Type='{relation}/officeDocument' Target='xl/workbook.xml'/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            "<workbook><sheets><sheet name='One' sheetId='1' r:id='r1'/></sheets></workbook>",
        ),
        (
            "xl/_rels/workbook.xml.rels",
            &format!(
                "<Relationships><Relationship Id='r1' Type='{relation}/worksheet' Target='worksheets/sheet1.xml'/></Relationships>"
            ),
        ),
        ("xl/sharedStrings.xml", shared),
        ("xl/worksheets/sheet1.xml", sheet),
    ])
}

/// What the three formats must read alike: title above, a merged state, a hidden row, a date, a number shown as a telephone's.
fn check_alike(bytes: &[u8]) {
    let book = read(bytes, &[]).unwrap();
    assert_eq!(
        book.sheets
            .iter()
            .map(|sheet| (sheet.name.as_str(), sheet.hidden))
            .collect::<Vec<_>>(),
        [("Notes", true), ("Sign-ons", false)]
    );
    let table = &book.reading.table;
    assert_eq!(table.name(), Some("Sign-ons"));
    assert_eq!(
        rows(table),
        [
            vec!["Joint letter: who has signed"],
            vec!["Organization", "Phone", "Signed at", "State", "ZIP"],
            vec![
                "Casa Luz",
                "(608) 555-0143",
                "5/4/2026 9:20",
                "Wisconsin",
                "05301"
            ],
            vec![
                "Río Alto & Friends",
                "(608) 555-0144",
                "5/5/2026 14:05",
                "Wisconsin",
                "53703"
            ],
            vec!["Moor Alliance", "", "", "Minnesota", ""]
                .into_iter()
                .take(4)
                .collect(),
        ]
    );
    assert_eq!(table.header(), Some(1));
    assert_eq!(
        table
            .rows()
            .map(super::super::table::Row::number)
            .collect::<Vec<_>>(),
        [1, 3, 4, 5, 7]
    );
    assert_eq!(
        table.row(2).unwrap().moment(2).unwrap().to_string(),
        "2026-05-04 09:20:00"
    );
    let mapping = guess(table);
    assert_eq!(mapping.column(Field::Organization), Some(0));
    assert_eq!(mapping.column(Field::Timestamp), Some(2));
    assert_eq!(mapping.column(Field::PostalCode), Some(4));
    let other = read(bytes, &["notes".to_owned()]).unwrap();
    assert_eq!((other.chosen, other.reading.table.cell(0, 0)), (0, "internal"));
    assert!(
        matches!(read(bytes, &["Sheet9".to_owned()]), Err(FileError::NoSheet { sheets, .. }) if sheets == "Notes, Sign-ons")
    );
}

#[test]
fn a_workbook_of_today_reads_as_it_looks() {
    let bytes = fixture("sign-ons.xlsx");
    check_alike(&bytes);
    let table = read(&bytes, &[]).unwrap().reading.table;
    assert!(table.row(4).unwrap().is_hidden() && !table.row(3).unwrap().is_hidden());
    assert_eq!(table.row(2).unwrap().link(0), Some("https://luz.example/"));
}

#[test]
fn an_old_workbook_reads_as_it_looks() {
    let bytes = fixture("sign-ons.xls");
    check_alike(&bytes);
    assert!(
        read(&bytes, &[])
            .unwrap()
            .reading
            .table
            .row(4)
            .unwrap()
            .is_hidden()
    );
}

#[test]
fn a_workbook_of_the_open_format_reads_as_it_looks() {
    let bytes = fixture("sign-ons.ods");
    check_alike(&bytes);
    let table = read(&bytes, &[]).unwrap().reading.table;
    assert!(table.row(4).unwrap().is_hidden());
    assert_eq!(table.row(2).unwrap().link(0), Some("https://luz.example/"));
}

#[test]
fn texts_in_runs_and_in_place_are_read_and_how_they_are_spoken_is_not() {
    let bytes = workbook(
        "<worksheet><sheetData><row r='2'><c r='B2' t='s'><v>0</v></c><c t='inlineStr'><is><r><t>Moor</t></r><r><t xml:space='preserve'> &amp; Co</t></r></is></c><c t='b'><v>1</v></c><c t='str'><f>A1</f><v>x_x000D_y</v></c></row></sheetData></worksheet>",
        "<sst><si><r><t>Casa </t></r><r><t>Luz</t></r><rPh><t>kasa</t></rPh></si></sst>",
    );
    let book = read(&bytes, &[]).unwrap();
    assert_eq!(
        rows(&book.reading.table),
        [["", "Casa Luz", "Moor & Co", "TRUE", "xy"]]
    );
    assert_eq!(book.reading.table.row(0).unwrap().number(), 2);
}

#[test]
fn a_cell_in_the_last_corner_costs_nothing_and_is_told() {
    let sheet = "<worksheet><dimension ref='A1:XFD1048576'/><sheetData><row r='1'><c r='A1'><v>1</v></c></row><row r='1048576'><c r='XFD1048576'><v>2</v></c></row></sheetData></worksheet>";
    assert!(matches!(
        read(&workbook(sheet, "<sst/>"), &[]),
        Err(FileError::Wide { row: 1_048_576, .. })
    ));
    let sheet = "<worksheet><sheetData><row r='1'><c r='A1'><v>1</v></c></row><row r='1048576'><c r='A1048576'><v>2</v></c></row></sheetData></worksheet>";
    assert_eq!(
        read(&workbook(sheet, "<sst/>"), &[]).unwrap().reading.table.len(),
        2
    );
}

#[test]
fn entities_and_document_types_are_refused() {
    let bomb = "<!DOCTYPE s [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]><sst><si><t>&b;</t></si></sst>";
    assert_eq!(
        read(&workbook("<worksheet/>", bomb), &[]),
        Err(FileError::Declares)
    );
    let outside = "<!DOCTYPE s [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><worksheet><sheetData><row><c t='str'><v>&x;</v></c></row></sheetData></worksheet>";
    assert_eq!(read(&workbook(outside, "<sst/>"), &[]), Err(FileError::Declares));
}

#[test]
fn bombs_are_refused_before_they_unpack() {
    let spaces = " ".repeat(8 * 1024 * 1024);
    let sheet = format!("<worksheet><sheetData>{spaces}</sheetData></worksheet>");
    assert!(matches!(
        read(&workbook(&sheet, "<sst/>"), &[]),
        Err(FileError::Unpacks { .. })
    ));
    let same = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(200_000));
    let cell = "<c t='s'><v>0</v></c>".repeat(100);
    let sheet = format!(
        "<worksheet><sheetData>{}</sheetData></worksheet>",
        format!("<row>{cell}</row>").repeat(2_000)
    );
    assert!(matches!(
        read(&workbook(&sheet, &same), &[]),
        Err(FileError::Endless { .. } | FileError::Unpacks { .. })
    ));
    let deep = "<a>".repeat(100_000);
    assert_eq!(read(&workbook(&deep, "<sst/>"), &[]), Err(FileError::Deep));
    let nested = package(&[("xl/workbook.xml", "PK\u{3}\u{4}"), ("inner.zip", "PK")]);
    assert!(read(&nested, &[]).is_err());
    let rows = "<table:table-row table:number-rows-repeated='1048576'><table:table-cell table:number-columns-repeated='1000'><text:p>x</text:p></table:table-cell></table:table-row>";
    let ods = package(&[(
        "content.xml",
        &format!(
            "<office:document-content><office:body><office:spreadsheet><table:table table:name='a'>{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
        ),
    )]);
    // A row a million times is one row, whoever asks for a thousand columns of it.
    let filled = read(&ods, &[]);
    assert!(filled.is_ok_and(|book| book.reading.table.len() <= 1));
}

#[test]
fn what_is_no_workbook_is_refused() {
    assert_eq!(read(b"Organization,City", &[]), Err(FileError::Kind));
    assert_eq!(read(b"PK\x03\x04 and no more", &[]), Err(FileError::Damaged));
    assert_eq!(
        read(&package(&[("word/document.xml", "<w:document/>")]), &[]),
        Err(FileError::Kind)
    );
    let whole = fixture("sign-ons.xlsx");
    assert!(read(&whole[..whole.len() / 2], &[]).is_err());
}

#[test]
fn a_damaged_old_workbook_is_refused_or_read_in_part() {
    let whole = fixture("sign-ons.xls");
    for cut in (0..whole.len()).step_by(97) {
        let _ = read(&whole[..cut], &[]);
        let mut changed = whole.clone();
        changed[cut] ^= 0xFF;
        let _ = read(&changed, &[]);
    }
}

#[test]
fn a_hundred_thousand_rows_are_read() {
    let mut sheet = String::from("<worksheet><sheetData>");
    for row in 1..=20_000 {
        sheet.push_str(&format!(
            "<row r='{row}'><c r='A{row}' t='s'><v>0</v></c><c r='B{row}'><v>{row}</v></c></row>"
        ));
    }
    sheet.push_str("</sheetData></worksheet>");
    let table = read(&workbook(&sheet, "<sst><si><t>Luz</t></si></sst>"), &[])
        .unwrap()
        .reading
        .table;
    assert_eq!((table.len(), table.cell(19_999, 1)), (20_000, "20000"));
}

proptest::proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes: Vec<u8>) {
        let _ = read(&bytes, &[]);
        let _ = read(&[b"PK\x03\x04".as_slice(), &bytes].concat(), &[]);
        let _ = read(&[b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".as_slice(), &bytes].concat(), &[]);
    }

    #[test]
    fn any_sheet_is_read_or_refused(xml in "(<row r='[0-9]{1,3}'>|</row>|<c r='[A-Z]{1,3}[0-9]{1,3}'( t='(s|b|e|d|str|inlineStr)')?>|</c>|<v>|</v>|<is>|<t>|[0-9]{1,4}|&(amp|lt|x|#12);|<mergeCell ref='A1:B[0-9]'/>){0,30}") {
        let _ = read(&workbook(&format!("<worksheet><sheetData>{xml}"), "<sst><si><t>x</t></si></sst>"), &[]);
    }

    // No letters of a state's code: a row that is nothing else names a section.
    #[test]
    fn every_row_with_something_in_it_is_read(cells in proptest::collection::vec(proptest::collection::vec("[x-z]{0,4}", 1..4), 1..10)) {
        let row = |row: &Vec<String>| format!("<row>{}</row>", row.iter().map(|cell| format!("<c t='str'><v>{cell}</v></c>")).collect::<String>());
        let bytes = workbook(&format!("<worksheet><sheetData>{}</sheetData></worksheet>", cells.iter().map(row).collect::<String>()), "<sst/>");
        let expected: Vec<String> = cells.iter().map(|row| row.concat()).filter(|row| !row.is_empty()).collect();
        match read(&bytes, &[]) {
            Ok(book) => {
                let read: Vec<String> = book.reading.table.rows().map(|row| row.cells().collect()).collect();
                proptest::prop_assert_eq!(read, expected);
            }
            Err(error) => {
                proptest::prop_assert_eq!(error, FileError::Empty);
                proptest::prop_assert!(expected.is_empty());
            }
        }
    }
}

/// A workbook with several sheets: name, whether hidden, rows of cells, rows that are hidden.
fn sheets(of: &[(&str, bool, &str)]) -> Vec<u8> {
    let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let mut list = String::new();
    let mut related = String::new();
    let mut parts: Vec<(String, String)> = Vec::new();
    for (nth, (name, hidden, csv)) in of.iter().enumerate() {
        let state = if *hidden { " state='hidden'" } else { "" };
        list.push_str(&format!(
            "<sheet name='{name}' sheetId='{nth}'{state} r:id='r{nth}'/>"
        ));
        related.push_str(&format!(
            "<Relationship Id='r{nth}' Type='{relation}/worksheet' Target='worksheets/s{nth}.xml'/>"
        ));
        let rows: String = csv
            .lines()
            .map(|line| {
                let cells: String = line
                    .split(',')
                    .map(|cell| format!("<c t='inlineStr'><is><t>{cell}</t></is></c>"))
                    .collect();
                format!("<row>{cells}</row>")
            })
            .collect();
        parts.push((
            format!("xl/worksheets/s{nth}.xml"),
            format!("<worksheet><sheetData>{rows}</sheetData></worksheet>"),
        ));
    }
    let roots = format!(
        "<Relationships><Relationship Id='a' Type='{relation}/officeDocument' Target='xl/workbook.xml'/></Relationships>"
    );
    let book = format!("<workbook><sheets>{list}</sheets></workbook>");
    let related = format!("<Relationships>{related}</Relationships>");
    let mut all: Vec<(&str, &str)> = vec![
        ("_rels/.rels", &roots),
        ("xl/workbook.xml", &book),
        ("xl/_rels/workbook.xml.rels", &related),
    ];
    all.extend(
        parts
            .iter()
            .map(|(name, content)| (name.as_str(), content.as_str())),
    );
    package(&all)
}

const OHIO: &str =
    "Organization,Contact,Email\nElm League,Bo Lind,bo@elm.example\nPort Workers,Cy Bay,cy@port.example";
const IOWA: &str = "Organization,Contact,Email\nLago Unido,Di Lee,di@lago.example";

#[test]
fn the_sheet_that_holds_the_table_is_read_and_not_the_cover_or_the_legend() {
    for (of, chosen) in [
        (
            vec![
                (
                    "Instructions",
                    false,
                    "About this file\nFill in the next sheet\nAsk Bo",
                ),
                ("Coalition", false, OHIO),
            ],
            1,
        ),
        (
            vec![
                (
                    "Codes",
                    false,
                    "Code,Meaning\n1,Member\n2,Ally\n3,Prospect\n4,Gone",
                ),
                ("Old", true, IOWA),
                ("Ohio", false, OHIO),
            ],
            2,
        ),
        (vec![("Ohio", false, OHIO), ("Iowa", false, IOWA)], 0),
    ] {
        let book = read(&sheets(&of), &[]).unwrap();
        assert_eq!(book.chosen, chosen, "{of:?}");
        assert_eq!(book.taken, [chosen]);
        assert!(
            book.counts
                .iter()
                .enumerate()
                .all(|(at, count)| count.is_some() || of[at].1),
            "{:?}",
            book.counts
        );
    }
}

#[test]
fn sheets_that_are_alike_are_taken_together_and_each_row_keeps_its_sheet() {
    let bytes = sheets(&[
        ("Ohio", false, OHIO),
        ("Iowa", false, IOWA),
        ("Notes", false, "a,b\n1,2"),
    ]);
    let names = ["Ohio".to_owned(), "iowa".to_owned()];
    let book = read(&bytes, &names).unwrap();
    let table = &book.reading.table;
    assert_eq!((book.taken, table.count_records()), (vec![0, 1], 3));
    assert_eq!(
        table.record(2).unwrap().cells().collect::<Vec<_>>(),
        ["Lago Unido", "Di Lee", "di@lago.example", "Iowa"]
    );
    let with_notes = ["Ohio".to_owned(), "Notes".to_owned()];
    assert!(matches!(read(&bytes, &with_notes), Err(FileError::OtherHeadings { sheet }) if sheet == "Notes"));
}

#[test]
fn a_workbook_in_plain_xml_is_read_with_its_hidden_rows_and_dates() {
    let xml = "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" \
        xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"Members\"><Table>\
        <Row><Cell><Data ss:Type=\"String\">Organization</Data></Cell><Cell ss:Index=\"3\"><Data ss:Type=\"String\">Email</Data></Cell><Cell><Data ss:Type=\"String\">Date signed</Data></Cell></Row>\
        <Row ss:Hidden=\"1\"><Cell><Data ss:Type=\"String\">Elm &amp; Oak</Data></Cell></Row>\
        <Row ss:Index=\"9\"><Cell ss:HRef=\"https://port.example\"><Data ss:Type=\"String\">Port</Data></Cell><Cell ss:Index=\"3\"><Data ss:Type=\"String\">cy@port.example</Data></Cell>\
        <Cell><Data ss:Type=\"DateTime\">2026-05-04T10:20:00.000</Data></Cell></Row></Table></Worksheet></Workbook>";
    assert_eq!(crate::format::format(xml.as_bytes()), crate::format::Format::Xls);
    let table = read(xml.as_bytes(), &[]).unwrap().reading.table;
    let (hidden, shown) = (table.record(0).unwrap(), table.record(1).unwrap());
    assert!(hidden.is_hidden() && hidden.cell(0) == "Elm & Oak");
    assert_eq!(
        (shown.number(), shown.cell(2), shown.cell(3)),
        (9, "cy@port.example", "2026-05-04 10:20:00")
    );
    assert!(shown.moment(3).is_some() && shown.link(0) == Some("https://port.example"));
    assert!(matches!(
        read(
            &xml.replace("ss:Index=\"3\"", "ss:Index=\"99999\"").into_bytes(),
            &[]
        ),
        Err(FileError::Wide { .. })
    ));
}

#[test]
fn a_text_in_its_cell_is_read_also_where_a_value_stands_beside_it() {
    let book = workbook(
        "<worksheet><sheetData><row><c t='inlineStr'><is><t>Organization</t></is></c></row>\
         <row><c t='inlineStr'><v>7</v><is><t>Elm League</t></is></c></row></sheetData></worksheet>",
        "<sst/>",
    );
    assert_eq!(read(&book, &[]).unwrap().reading.table.cell(1, 0), "Elm League");
}
