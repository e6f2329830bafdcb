#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::*;
use crate::columns::{Field, guess};

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/fixtures/imports/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn rows(table: &Table) -> Vec<Vec<&str>> {
    table.rows().map(|row| row.cells().collect()).collect()
}

#[test]
fn a_table_from_a_word_processor_is_read_with_its_headings_and_paragraphs() {
    let page = read(&fixture("word-table.html"), None).unwrap();
    let table = page.main_table().unwrap();
    assert_eq!(
        rows(table),
        [
            vec!["Organization", "Signer and title", "State"],
            vec!["Casa Luz de Madison", "Ana Mora\nExecutive Director", "Wisconsin"],
            vec!["Moor Alliance, Inc.", "Bo Lind", "Wisconsin"],
            vec!["Río Alto & Friends", "", "Minnesota"],
        ]
    );
    assert_eq!(guess(table).column(Field::Organization), Some(0));
    assert!(!page.text.contains("Normal") && !page.text.contains("mso"));
}

#[test]
fn a_table_from_a_sheet_is_read_with_its_links_and_hidden_rows() {
    let page = read(&fixture("sheets-table.html"), None).unwrap();
    let table = page.main_table().unwrap();
    assert_eq!(table.len(), 4);
    assert_eq!(table.row(1).unwrap().link(0), Some("https://luz.example/"));
    assert!(table.row(2).unwrap().is_hidden());
    assert_eq!(table.cell(3, 1), "(608) 555-0143");
}

#[test]
fn lists_become_lines_for_the_reader_of_lists() {
    let page = read_text("<meta charset=utf-8><p>Signed by:</p><ul><li><p>Casa <b>Luz</b></p></li><li>Moor&nbsp;Alliance<ul><li>Leeds chapter</li></ul></li></ul><h2>States</h2><p class=MsoListParagraph style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;</span></span><![endif]>Bend<o:p></o:p></p>").unwrap();
    assert_eq!(
        page.text,
        "Signed by:\n- Casa Luz\n- Moor Alliance\n- Leeds chapter\n\n# States\n\n- Bend"
    );
    assert!(page.main_table().is_none());
}

#[test]
fn cells_that_span_are_where_they_are_seen() {
    let page = read_text("<table><tr><th colspan=2>Name</th><th>State</th></tr><tr><td>Ana</td><td>Mora</td><td rowspan=3>WI</td></tr><tr><td>Bo</td><td>Lind</td></tr><tr></tr><tr><td>Cy<td>Tran<td>MN</table>").unwrap();
    assert_eq!(
        rows(&page.tables[0]),
        [
            vec!["Name", "", "State"],
            vec!["Ana", "Mora", "WI"],
            vec!["Bo", "Lind", "WI"],
            vec!["Cy", "Tran", "MN"]
        ]
    );
}

#[test]
fn hostile_markup_is_data() {
    let page = read_text(
        "<table><tr><td onclick=alert(1)>Luz<script>alert('x</td>')</script><img src=x onerror=alert(1)></td><td><a href='javascript:alert(1)'>Moor</a><svg><text>no</text></svg></td></tr><tr><td>a</td><td style='display:none'>secret</td></tr></table>",
    )
    .unwrap();
    assert_eq!(rows(&page.tables[0]), [vec!["Luz", "Moor"], vec!["a"]]);
    assert_eq!(page.tables[0].row(0).unwrap().link(1), None);
    assert!(!page.text.contains("alert") && !page.text.contains("secret"));
}

#[test]
fn markup_without_measure_is_refused_or_read_within_limits() {
    let deep = "<table><tr><td>".repeat(100_000) + "x";
    assert!(read_text(&deep).is_ok());
    let spans = "<table>".to_owned() + &"<tr><td colspan=1000 rowspan=65534>x".repeat(20_000);
    let _ = read_text(&spans);
    let wide = "<table><tr>".to_owned() + &"<td>x".repeat(200_000);
    assert!(matches!(read_text(&wide), Err(FileError::Wide { .. })));
    let open = "<div style='display:none'>".repeat(200_000) + "x";
    assert_eq!(read_text(&open), Err(FileError::Empty));
    let attributes: String = (0..200_000).map(|n| format!("a{n}=1 ")).collect();
    let page = read_text(&format!("<p {attributes}>y</p>")).unwrap();
    assert!(page.text.ends_with('y'));
}

#[test]
fn a_page_in_an_old_charset_says_so_itself() {
    let page = read(b"<html><head><meta http-equiv=Content-Type content=\"text/html; charset=windows-1252\"></head><body>Ni\xF1ez \x96 Luz", None).unwrap();
    assert_eq!(page.text, "Niñez – Luz");
}

proptest::proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes: Vec<u8>) {
        let _ = read(&bytes, None);
    }

    #[test]
    fn any_tags_are_read(tags in proptest::collection::vec("(<table>|</table>|<tr>|</tr>|<td>|<td colspan=3>|<td rowspan=2>|</td>|<li>|</li>|<p>|<br>|<script>|</script>|<span style=display:none>|</span>|[a-z]{1,4}| )", 0..40)) {
        let _ = read_text(&tags.concat());
    }

    #[test]
    fn every_row_of_a_table_is_read(cells in proptest::collection::vec(proptest::collection::vec("[a-z]{1,5}", 2..4), 1..8)) {
        let row = |row: &Vec<String>| format!("<tr>{}</tr>", row.iter().map(|cell| format!("<td>{cell}</td>")).collect::<String>());
        let page = read_text(&format!("<table>{}</table>", cells.iter().map(row).collect::<String>())).unwrap();
        let read: Vec<Vec<String>> = page.tables[0].rows().map(|row| row.cells().map(str::to_owned).collect()).collect();
        proptest::prop_assert_eq!(read, cells);
    }
}

#[test]
fn a_table_that_arranges_columns_of_names_is_a_line_for_each_of_them() {
    let names = |names: [&str; 4]| names.map(|name| format!("<p>{name}</p>")).concat();
    let page = read_text(&format!(
        "<p>Signed by:</p><table><tr><td>{}</td><td>{}</td></tr></table><p>As of today</p>",
        names(["Alder Union", "Birch Society", "Cedar Club", "Dune Watch"]),
        "Elm League<br>Fir Fund<br>Grove Trust",
    ))
    .unwrap();
    assert_eq!(
        page.text
            .split('\n')
            .filter(|line| !line.is_empty())
            .collect::<Vec<_>>(),
        [
            "Signed by:",
            "Alder Union",
            "Birch Society",
            "Cedar Club",
            "Dune Watch",
            "Elm League",
            "Fir Fund",
            "Grove Trust",
            "As of today"
        ]
    );
    // Addresses of two lines are cells of data.
    let page = read_text(
        "<table><tr><td>Alder Union</td><td>1 Main St<br>Brixley</td></tr><tr><td>Birch Society</td><td>2 Elm St<br>Tarvin</td></tr></table>",
    )
    .unwrap();
    assert_eq!(
        page.text,
        "Alder Union\t1 Main St Brixley\nBirch Society\t2 Elm St Tarvin"
    );
}
