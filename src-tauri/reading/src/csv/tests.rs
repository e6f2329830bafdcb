#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::*;
use crate::charset::CharsetBy;
use crate::columns::{Field, guess};

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/fixtures/imports/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn rows(text: &str) -> Vec<Vec<String>> {
    let reading = read_text(text, None).unwrap();
    reading
        .table
        .rows()
        .map(|row| row.cells().map(str::to_owned).collect())
        .collect()
}

#[test]
fn marks_delimiters_and_line_ends_inside_a_cell_stay_in_it() {
    let read = rows("Organization,Note\r\n\"Luz, Inc.\",\"said \"\"yes\"\"\r\nby mail\"\r\nMoor,\r\n");
    assert_eq!(
        read,
        [
            vec!["Organization", "Note"],
            vec!["Luz, Inc.", "said \"yes\"\nby mail"],
            vec!["Moor"]
        ]
    );
}

#[test]
fn delimiters_are_found() {
    for (text, delimiter) in [
        ("Organization,City\nLuz,Leeds\n", Some(',')),
        ("Organización;Ciudad\nLuz, A.C.;Leeds\n", Some(';')),
        ("Organization\tCity, State\nLuz\tLeeds, WI\n", Some('\t')),
        ("Organization|City\nLuz|Leeds\n", Some('|')),
        ("Casa Luz, Moor Alliance, and Peña Verde", None),
        ("Casa Luz, Madison\nMoor Alliance, Leeds\n", None),
        ("Casa Luz\nMoor Alliance\n", None),
        (
            "Casa Luz,Madison,WI\nMoor Alliance,Leeds,WI\nPeña,York,WI\n",
            Some(','),
        ),
        ("sep=;\nOrganization;City\n", Some(';')),
    ] {
        let found = declared_delimiter(text).0.or_else(|| find_delimiter(text));
        assert_eq!(found, delimiter, "{text}");
    }
}

#[test]
fn a_file_of_one_column_keeps_the_commas_of_its_names() {
    assert_eq!(
        rows("Organization\nLuz, Inc.\nMoor\n"),
        [["Organization"], ["Luz, Inc."], ["Moor"]]
    );
}

#[test]
fn a_mark_that_is_never_closed_costs_its_own_row_only() {
    let reading = read_text(
        "Organization,City\n\"Luz,Leeds\nMoor,York\n\"Peña, A.C.\",Bath\n",
        None,
    )
    .unwrap();
    let names: Vec<&str> = reading.table.records().map(|row| row.cell(0)).collect();
    assert_eq!(names, ["\"Luz", "Moor", "Peña, A.C."]);
    assert_eq!(
        reading.problems,
        [Problem {
            row: 2,
            reason: ProblemReason::QuoteOpen
        }]
    );
}

#[test]
fn rows_are_numbered_as_a_spreadsheet_numbers_them() {
    let reading = read_text(
        "Organization,City\n\nLuz,\"Leeds\n(North)\"\n,\nMoor,York\n",
        None,
    )
    .unwrap();
    let numbers: Vec<u32> = reading
        .table
        .rows()
        .map(super::super::table::Row::number)
        .collect();
    assert_eq!(numbers, [1, 3, 5]);
}

#[test]
fn rows_with_more_cells_than_headings_are_told_and_kept() {
    let reading = read_text("Organization,City\nLuz,Leeds,extra\nMoor,York\nPeña,Bath\n", None).unwrap();
    assert_eq!(
        reading.problems,
        [Problem {
            row: 2,
            reason: ProblemReason::MoreCells
        }]
    );
    assert_eq!(reading.table.cell(1, 2), "extra");
}

#[test]
fn hostile_texts_are_refused_or_read_within_their_limits() {
    let wide = vec!["x"; 1_000_000].join(",");
    assert!(matches!(
        read_text(&wide, Some(',')),
        Err(FileError::Wide { row: 1, .. })
    ));
    let endless = "x".repeat(40 * 1024 * 1024);
    assert!(matches!(
        read(endless.as_bytes(), &Options::default()),
        Err(FileError::Endless { row: 1, .. })
    ));
    let commas = ",".repeat(8 * 1024 * 1024);
    assert_eq!(read_text(&commas, Some(',')), Err(FileError::Empty));
    let marks = "\"x\n".repeat(200_000);
    assert_eq!(read_text(&marks, Some(',')).unwrap().table.len(), 200_000);
    let large = vec![b'x'; crate::problem::LARGEST_FILE + 1];
    assert!(matches!(
        read(&large, &Options::default()),
        Err(FileError::Large { .. })
    ));
    assert_eq!(read(b" \n\n", &Options::default()), Err(FileError::Empty));
    let zeros = read(b"Organization,City\nLu\0z,Leeds\n", &Options::default()).unwrap();
    assert_eq!(zeros.table.cell(1, 0), "Luz");
}

#[test]
fn characters_that_cannot_be_read_are_told() {
    let mut bytes = "Organization,City\nLuz,Leeds\n".to_owned();
    bytes.push_str(&"Peña,Bath\n".repeat(30));
    let mut bytes = bytes.into_bytes();
    bytes.extend(b"Mo\xFFor,York\n");
    let reading = read(&bytes, &Options::default()).unwrap();
    assert_eq!(
        reading.problems,
        [Problem {
            row: 33,
            reason: ProblemReason::Unreadable
        }]
    );
}

#[test]
fn a_sheet_of_answers_to_a_form_is_read_and_mapped() {
    let reading = read(&fixture("form-responses.csv"), &Options::default()).unwrap();
    let mapping = guess(&reading.table);
    assert_eq!(reading.table.records().count(), 12);
    assert_eq!(mapping.origin, crate::columns::Origin::GoogleForm);
    for (field, column) in [
        (Field::Timestamp, 0),
        (Field::Email, 1),
        (Field::Organization, 2),
        (Field::PrintsAs, 3),
        (Field::FullName, 4),
        (Field::Title, 5),
        (Field::Consent, 6),
        (Field::State, 7),
        (Field::Note, 8),
    ] {
        assert_eq!(mapping.column(field), Some(column), "{field:?}");
    }
}

#[test]
fn a_list_in_an_old_charset_with_semicolons_is_read() {
    let reading = read(&fixture("latin1-semicolons.csv"), &Options::default()).unwrap();
    assert_eq!(reading.charset.unwrap().by, CharsetBy::Guess);
    assert_eq!(reading.delimiter, Some(';'));
    assert_eq!(reading.table.cell(1, 0), "Asociación de Vecinos del Peñón");
    assert_eq!(reading.table.records().count(), 5);
}

proptest::proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes: Vec<u8>) {
        let _ = read(&bytes, &Options::default());
    }

    #[test]
    fn every_row_with_something_in_it_is_read(cells in proptest::collection::vec(proptest::collection::vec("[a-zA-Z0-9,;\" \n]{0,8}", 1..5), 1..12)) {
        let quote = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
        let text: String = cells.iter().map(|row| row.iter().map(quote).collect::<Vec<_>>().join(",") + "\n").collect();
        let trim = |row: &Vec<String>| {
            let mut row: Vec<String> = row.iter().map(|cell| cell.trim().to_owned()).collect();
            while row.last().is_some_and(String::is_empty) { row.pop(); }
            row
        };
        let expected: Vec<Vec<String>> = cells.iter().map(trim).filter(|row| !row.is_empty()).collect();
        match read_text(&text, Some(',')) {
            Ok(reading) => {
                let read: Vec<Vec<String>> = reading.table.rows().map(|row| row.cells().map(str::to_owned).collect()).collect();
                proptest::prop_assert_eq!(read, expected);
            }
            Err(error) => {
                proptest::prop_assert_eq!(error, FileError::Empty);
                proptest::prop_assert!(expected.is_empty());
            }
        }
    }

    #[test]
    fn no_text_loses_a_line(lines in proptest::collection::vec("[a-z,;\"]{0,12}", 0..20)) {
        let text = lines.join("\n");
        if let Ok(reading) = read_text(&text, Some(',')) {
            let read: String = reading.table.rows().flat_map(|row| row.cells().map(str::to_owned).collect::<Vec<_>>()).collect();
            // A row that is the heading of those below it is said again in each of them.
            for letter in 'a'..='z' {
                let count = |text: &str| text.matches(letter).count();
                proptest::prop_assert!(count(&read) >= count(&text), "{} of {read:?}", letter);
            }
        }
    }
}

#[test]
fn empty_lines_count_as_rows_and_cost_nothing() {
    let mut text = "Name;City\n".to_owned();
    text.push_str(&"\n".repeat(3_000_000));
    text.push_str("Luz;Viroqua\n\n");
    let reading = read_text(&text, None).unwrap();
    assert_eq!(reading.delimiter, Some(';'));
    let row = reading.table.records().next().unwrap();
    assert_eq!((row.number(), row.cell(1)), (3_000_002, "Viroqua"));
}

#[test]
fn more_rows_than_any_sheet_has_are_refused_though_they_are_blank() {
    let text = format!("Name\n{}Luz\n", " \n".repeat(MOST_ROWS));
    let error = read_text(&text, None).unwrap_err();
    assert!(matches!(error, FileError::Long { most: MOST_ROWS }), "{error:?}");
}

#[test]
fn rows_that_were_quoted_whole_are_taken_out_of_their_marks() {
    let read = rows(
        "\"Group,Contact,Email\"\r\n\"\"\"Elm, League\"\",Bo Lind,bo@elm.example\"\r\n\"Port,Cy Bay,cy@port.example\"\r\n",
    );
    assert_eq!(read[1], ["Elm, League", "Bo Lind", "bo@elm.example"]);
    // Every cell in marks is another thing.
    let each = "\"id\",\"name\",\"say \"\"yes\"\"\"\n\"1\",\"Elm\",\"\"\n\"2\",\"Port\",\"x\"\n";
    assert_eq!(rows(each)[2], ["2", "Port", "x"]);
    assert_eq!(read.len(), 3);
}

#[test]
fn accents_of_old_macs_are_read_by_where_they_stand() {
    // Mac Roman: é 8E, ñ 96, ó 97, á 87.
    let old = b"Organizaci\x97n,Contacto\rCaf\x8e del Pe\x96asco,Ren\x8ee Mu\x96oz\r";
    let reading = read(old, &Options::default()).unwrap();
    assert_eq!(reading.table.cell(1, 0), "Café del Peñasco");
    assert_eq!(reading.charset.unwrap().name, "macintosh");
    // Windows' curly quotes and dashes are not taken for them.
    let windows = b"Organization,Note\nTeachers\x92 Union,1990\x962000\nCaf\xe9 Luz,\x93yes\x94\n";
    let reading = read(windows, &Options::default()).unwrap();
    assert_eq!(
        (reading.table.cell(1, 0), reading.table.cell(2, 0)),
        ("Teachers’ Union", "Café Luz")
    );
}

#[test]
fn a_sentence_that_begins_with_a_label_is_no_table_and_a_row_of_headings_is_one() {
    let sentence = "Signed: Amber Trust, Elm Network, and Fir Circle.";
    assert_eq!(find_delimiter(sentence), None);
    assert_eq!(find_delimiter("Organization,Email,City"), Some(','));
}

#[test]
fn a_row_that_was_written_whole_as_one_cell_is_cut_again() {
    let read = read_text(
        "Name,Job,Email,City,Note\n\"Iris Vane,Director,iris@moor.example,Leeds,\"\"meets, calls\"\"\"\nBo Lind,Chair,bo@moor.example,York,\n",
        Some(','),
    )
    .unwrap();
    let row = read.table.record(0).unwrap();
    assert_eq!(
        row.cells().collect::<Vec<_>>(),
        [
            "Iris Vane",
            "Director",
            "iris@moor.example",
            "Leeds",
            "meets, calls"
        ]
    );
}

#[test]
fn stars_separate_cells_below_headings_and_stand_before_the_lines_of_a_list() {
    let reading = read_text(
        "Organization*Contact*Email\nMoor Trust*Iris Vane*iris@moor.example\nCasa Luz*Ana Mora*ana@luz.example\n",
        None,
    )
    .unwrap();
    assert_eq!((reading.delimiter, reading.table.count_records()), (Some('*'), 2));
    for list in [
        "* Moor Trust\n* Casa Luz\n* Port Union\n",
        "Moor Trust*\nCasa Luz*\nName*\n",
    ] {
        assert_eq!(find_delimiter(list), None, "{list}");
    }
}
