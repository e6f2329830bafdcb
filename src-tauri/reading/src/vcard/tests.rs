#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::*;
use crate::columns::{Field, Mapping, Origin, guess};

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/fixtures/imports/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn cards(bytes: &[u8]) -> (Reading, Mapping) {
    let reading = read(bytes, None).unwrap();
    let mapping = guess(&reading.table);
    (reading, mapping)
}

fn value(of: &(Reading, Mapping), card: usize, field: Field) -> String {
    let column = of.1.column(field);
    column.map_or(String::new(), |column| of.0.table.cell(card, column).to_owned())
}

#[test]
fn several_cards_of_all_versions_are_rows_of_one_table() {
    let read = cards(&fixture("several-versions.vcf"));
    assert_eq!(
        (read.1.origin, read.0.table.records().count()),
        (Origin::Cards, 4)
    );
    assert_eq!(read.0.problems, []);
    let names: Vec<String> = (1..=4).map(|card| value(&read, card, Field::FullName)).collect();
    assert_eq!(names, ["Ana Mora Peña", "Bo Lind", "Dr. Cy Tran", ""]);
    let organizations: Vec<String> = (1..=4)
        .map(|card| value(&read, card, Field::Organization))
        .collect();
    assert_eq!(
        organizations,
        ["Luz, The", "Moor; Heath & Co.", "Río Alto", "Bend Coalition"]
    );
    assert_eq!(value(&read, 1, Field::Email), "ana@luz.example");
    assert_eq!(value(&read, 1, Field::Title), "Directora");
    assert_eq!(value(&read, 2, Field::Note), "First line\nand, second line");
    assert_eq!(value(&read, 2, Field::City), "Leeds");
    assert_eq!(value(&read, 3, Field::Phone), "+1-608-555-0143 ext. 12");
    assert_eq!(value(&read, 2, Field::Website), "http://moor.example/");
}

#[test]
fn quoted_printable_without_a_charset_is_guessed_from_the_whole_file() {
    let read = cards(b"BEGIN:VCARD\r\nVERSION:2.1\r\nN;ENCODING=QUOTED-PRINTABLE:Nowali=F1ski;Jan\r\nEMAIL:jan@most.example\r\nEND:VCARD\r\n");
    assert_eq!(value(&read, 1, Field::LastName), "Nowaliński");
    assert_eq!(read.0.charset.unwrap().by, CharsetBy::Guess);
    let read = cards(b"BEGIN:VCARD\nVERSION:2.1\nFN;QUOTED-PRINTABLE:Mar=EDa Mu=F1oz\nORG;ENCODING=QUOTED-PRINTABLE:Ni=F1ez Primero\nEND:VCARD\n");
    assert_eq!(
        (
            value(&read, 1, Field::FullName),
            value(&read, 1, Field::Organization)
        ),
        ("María Muñoz".into(), "Niñez Primero".into())
    );
    let read = cards(b"BEGIN:VCARD\nFN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Ren=E9=\ne Roy\nORG;CHARSET=UTF-8:Caf\xC3\xA9\nEND:VCARD");
    assert_eq!(
        (
            value(&read, 1, Field::FullName),
            value(&read, 1, Field::Organization)
        ),
        ("Renée Roy".into(), "Café".into())
    );
}

#[test]
fn an_organizations_card_is_an_organization() {
    let read = cards(b"BEGIN:VCARD\nVERSION:4.0\nKIND:org\nFN:Bend Coalition\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nFN:Moor\nN:;;;;\nORG:Moor\nEND:VCARD\n");
    assert_eq!(
        (
            value(&read, 1, Field::Organization),
            value(&read, 1, Field::FullName)
        ),
        ("Bend Coalition".into(), String::new())
    );
    assert_eq!(
        (
            value(&read, 2, Field::Organization),
            value(&read, 2, Field::FullName)
        ),
        ("Moor".into(), String::new())
    );
}

#[test]
fn cards_that_break_off_or_say_nothing_are_told() {
    let read = cards(b"hello\nBEGIN:VCARD\nFN:Ana Mora\nBEGIN:VCARD\nVERSION:3.0\nEND:VCARD\nBEGIN:VCARD\nFN:Bo Lind\nAGENT:\nBEGIN:VCARD\nFN:Agent\nEND:VCARD\nTITLE:Chair");
    assert_eq!(
        read.0
            .table
            .records()
            .map(super::super::table::Row::number)
            .collect::<Vec<_>>(),
        [1, 3]
    );
    assert_eq!(value(&read, 2, Field::Title), "Chair");
    let problems: Vec<(u32, ProblemReason)> = read
        .0
        .problems
        .iter()
        .map(|problem| (problem.row, problem.reason))
        .collect();
    assert_eq!(
        problems,
        [
            (1, ProblemReason::OutsideCard),
            (1, ProblemReason::CardOpen),
            (2, ProblemReason::CardEmpty),
            (3, ProblemReason::CardOpen)
        ]
    );
}

#[test]
fn wide_text_is_read() {
    let text = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:María Peña\r\nEND:VCARD\r\n";
    let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(value(&cards(&bytes), 1, Field::FullName), "María Peña");
}

#[test]
fn a_card_that_never_ends_is_read_within_its_limits() {
    let mut bytes = b"BEGIN:VCARD\nFN:Ana\nORG:Luz\n".to_vec();
    bytes.extend(b"EMAIL:a@b.example\nX-LONG:".repeat(200_000));
    bytes.extend(b"\nNOTE:".to_vec());
    bytes.extend(vec![b'x'; 4 * 1024 * 1024]);
    for number in 0..10_000 {
        bytes.extend(format!("\nTEL:555{number}").into_bytes());
    }
    let read = cards(&bytes);
    assert_eq!(read.0.table.records().count(), 1);
    assert!(read.0.table.width() < 40);
    assert!(
        read.0
            .problems
            .iter()
            .any(|problem| problem.reason == ProblemReason::TooLong)
    );
    assert_eq!(read_error(b"FN:nobody"), FileError::Kind);
    let folds = [b"BEGIN:VCARD\nFN".as_slice(), &b"\n x".repeat(300_000)].concat();
    assert_eq!(read_error(&folds), FileError::Empty);
    // Seven times as many: what went through all of a head with each fold took far longer.
    let folds = [b"BEGIN:VCARD\nFN".as_slice(), &b"\n x".repeat(2_000_000)].concat();
    assert_eq!(read_error(&folds), FileError::Empty);
    let quoted = b"BEGIN:VCARD\nEMAIL;X=\"a\n b:c\":ana@luz.example\nORG:Luz\nEND:VCARD\n";
    assert_eq!(value(&cards(quoted), 1, Field::Email), "ana@luz.example");
}

fn read_error(bytes: &[u8]) -> FileError {
    read(bytes, None).unwrap_err()
}

proptest::proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes: Vec<u8>) {
        let _ = read(&bytes, None);
    }

    #[test]
    fn every_card_is_a_row_or_a_problem(cards in proptest::collection::vec("((FN|ORG|EMAIL|TEL;X|NOTE;QUOTED-PRINTABLE|BEGIN|AGENT|N)(:|;|=)[a-zA=;,\\\\\r\n ]{0,12}\n){0,5}", 1..6)) {
        let text: String = cards.iter().map(|card| format!("BEGIN:VCARD\n{card}END:VCARD\n")).collect();
        match read(text.as_bytes(), None) {
            Ok(reading) => {
                let lost = reading.problems.iter().filter(|problem| problem.reason == ProblemReason::CardEmpty).count();
                proptest::prop_assert!(reading.table.records().count() + lost <= cards.len() * 2);
                let mut seen: Vec<u32> = reading.table.records().map(super::super::table::Row::number).collect();
                seen.extend(reading.problems.iter().filter(|problem| problem.reason == ProblemReason::CardEmpty).map(|problem| problem.row));
                seen.sort_unstable();
                seen.dedup();
                let last = seen.last().copied().unwrap_or(0);
                proptest::prop_assert_eq!(seen, (1..=last).collect::<Vec<_>>());
            }
            Err(error) => proptest::prop_assert_eq!(error, FileError::Empty),
        }
    }
}

#[test]
fn a_card_with_one_value_is_no_line_between_cards() {
    let reading = read(b"BEGIN:VCARD\nN:cc;\nTEL:1\nEND:VCARD\nBEGIN:VCARD\nN:cc\nEND:VCARD\nBEGIN:VCARD\nFN:Total\nEND:VCARD\n", None).unwrap();
    assert_eq!(reading.table.records().count(), 3);
}

#[test]
fn a_card_filed_under_its_company_keeps_its_person_and_a_number_without_its_colon_is_told() {
    let cards = b"BEGIN:VCARD\nVERSION:3.0\nN:Lind;Bo;;;\nFN:Elm League\nORG:Elm League\nTEL;TYPE=WORK;+1 608 555 0143\nEND:VCARD\n";
    let reading = read(cards, None).unwrap();
    let mapping = crate::columns::guess(&reading.table);
    let cell = |field| {
        reading
            .table
            .record(0)
            .unwrap()
            .cell(mapping.column(field).unwrap())
    };
    assert_eq!(cell(crate::columns::Field::FullName), "Bo Lind");
    assert_eq!(cell(crate::columns::Field::Phone), "+1 608 555 0143");
    assert_eq!(
        reading.problems,
        [Problem {
            row: 1,
            reason: ProblemReason::NoColon
        }]
    );
}

#[test]
fn a_shop_kept_under_a_given_name_is_an_organization_and_a_person_of_one_name_is_none() {
    let cards = b"BEGIN:VCARD\nVERSION:3.0\nN:;Harbor Tours and Lodging;;;\nFN:Harbor Tours and Lodging\nTEL:608 555 0143\nEND:VCARD\n\
BEGIN:VCARD\nVERSION:3.0\nN:;Anna;;;\nFN:Anna\nTEL:608 555 0144\nEND:VCARD\n\
BEGIN:VCARD\nVERSION:3.0\nN:;Paul Stone;;;\nFN:Paul Stone\nTEL:608 555 0145\nEND:VCARD\n";
    let reading = read(cards, None).unwrap();
    let mapping = crate::columns::guess(&reading.table);
    let cells = |field| -> Vec<&str> {
        let column = mapping.column(field).unwrap();
        reading.table.records().map(|row| row.cell(column)).collect()
    };
    assert_eq!(
        cells(crate::columns::Field::Organization),
        ["Harbor Tours and Lodging", "", ""]
    );
    assert_eq!(cells(crate::columns::Field::FullName), ["", "Anna", "Paul Stone"]);
}

#[test]
fn a_body_whose_name_a_telephone_cut_in_two_is_an_organization() {
    let cards = cards(
        b"BEGIN:VCARD\nVERSION:3.0\nN:Bank;Harbor;;;\nFN:Harbor Bank\nTEL:608 555 0143\nEND:VCARD\n\
        BEGIN:VCARD\nVERSION:3.0\nN:Banks;Anna;;;\nFN:Anna Banks\nTEL:608 555 0144\nEND:VCARD\n",
    );
    assert_eq!(
        [1, 2].map(|card| (
            value(&cards, card, Field::Organization),
            value(&cards, card, Field::FullName)
        )),
        [
            ("Harbor Bank".to_owned(), String::new()),
            (String::new(), "Anna Banks".to_owned())
        ]
    );
}
