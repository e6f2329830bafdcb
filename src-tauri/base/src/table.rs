//! Rows as a table: on the clipboard, as Sheets, Excel and word processors take it up, and as a file of its own.
//!
//! What is pasted into a sheet must not be a formula: see `formula.rs`.

use blocks::csv::push_cell;
use blocks::xlsx::XlsxError;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook};
use vocabulary::formula::guarded;

use crate::error::{Error, Result};

/// A table as comma-separated values, a line a row. It begins with the mark by which Excel knows UTF-8.
pub fn csv(headings: &[String], rows: &[Vec<String>]) -> Vec<u8> {
    let mut csv = String::from('\u{feff}');
    for row in std::iter::once(headings).chain(rows.iter().map(Vec::as_slice)) {
        for (at, text) in row.iter().enumerate() {
            push_cell(&mut csv, at, text);
        }
        csv.push_str("\r\n");
    }
    csv.into_bytes()
}

/// A table as a workbook of one sheet, the headings bold and always in view. Every cell is a text, and never a formula.
///
/// # Errors
/// That it is more than a sheet holds.
pub fn xlsx(headings: &[String], rows: &[Vec<String>]) -> Result<Vec<u8>> {
    sheet(headings, rows).map_err(|error| Error::from(XlsxError::from(error)))
}

fn sheet(
    headings: &[String],
    rows: &[Vec<String>],
) -> std::result::Result<Vec<u8>, rust_xlsxwriter::XlsxError> {
    let mut workbook = Workbook::new();
    // The moment of writing would make every file differ.
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
    let sheet = workbook.add_worksheet();
    let bold = Format::new().set_bold().set_text_wrap();
    for (column, heading) in (0u16..).zip(headings) {
        sheet.write_string_with_format(0, column, heading, &bold)?;
        sheet.set_column_width(column, if column == 0 { 44.0 } else { 20.0 })?;
    }
    for (line, row) in (1u32..).zip(rows) {
        for (column, text) in (0u16..).zip(row) {
            if !text.is_empty() {
                sheet.write_string(line, column, text)?;
            }
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    workbook.save_to_buffer()
}

/// A table as HTML, without any style of its own.
pub fn html(headings: &[String], rows: &[Vec<String>]) -> String {
    let mut html = String::from("<table><thead><tr>");
    for heading in headings {
        cell(&mut html, "th", heading);
    }
    html.push_str("</tr></thead><tbody>");
    for row in rows {
        html.push_str("<tr>");
        for text in row {
            cell(&mut html, "td", text);
        }
        html.push_str("</tr>");
    }
    html.push_str("</tbody></table>");
    html
}

/// A table as text: a tab between cells, a line a row. Tabs and breaks within a cell become spaces.
pub fn text(headings: &[String], rows: &[Vec<String>]) -> String {
    let mut text = String::new();
    for row in std::iter::once(headings).chain(rows.iter().map(Vec::as_slice)) {
        for (at, cell) in row.iter().enumerate() {
            if at > 0 {
                text.push('\t');
            }
            let cell = guarded(cell);
            text.extend(cell.chars().map(|c| if c.is_control() { ' ' } else { c }));
        }
        text.push('\n');
    }
    text
}

fn cell(html: &mut String, tag: &str, text: &str) {
    html.push('<');
    html.push_str(tag);
    html.push('>');
    for c in guarded(text).chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\n' => html.push_str("<br>"),
            c if c.is_control() => html.push(' '),
            c => html.push(c),
        }
    }
    html.push_str("</");
    html.push_str(tag);
    html.push('>');
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::io::Cursor;

    use calamine::{Reader, Xlsx};

    use super::*;

    #[test]
    fn a_table_is_saved_as_a_sheet_and_as_text_and_never_as_a_formula() {
        let headings = ["Name".to_owned(), "Note".to_owned()];
        let rows = [vec!["Río, Inc.".to_owned(), "=1+1".to_owned()]];
        let csv = String::from_utf8(csv(&headings, &rows)).unwrap();
        assert_eq!(csv, "\u{feff}Name,Note\r\n\"Río, Inc.\",'=1+1\r\n");
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(xlsx(&headings, &rows).unwrap())).unwrap();
        let sheet = book.worksheet_range_at(0).unwrap().unwrap();
        let cells: Vec<String> = sheet.rows().flatten().map(ToString::to_string).collect();
        assert_eq!(cells, ["Name", "Note", "Río, Inc.", "=1+1"]);
        assert!(book.worksheet_formula("Sheet1").unwrap().is_empty());
    }

    #[test]
    fn a_table_is_copied_as_text_and_markup_and_never_as_a_formula() {
        let headings = ["Name".to_owned(), "Note".to_owned()];
        let rows = [vec![
            "<b>A & B</b>".to_owned(),
            "=HYPERLINK(\"http://example.org\")\ttwo\nlines".to_owned(),
        ]];
        assert_eq!(
            text(&headings, &rows),
            "Name\tNote\n<b>A & B</b>\t'=HYPERLINK(\"http://example.org\") two lines\n"
        );
        assert_eq!(
            html(&headings, &rows),
            "<table><thead><tr><th>Name</th><th>Note</th></tr></thead><tbody><tr><td>&lt;b&gt;A &amp; B&lt;/b&gt;</td>\
             <td>'=HYPERLINK(&quot;http://example.org&quot;) two<br>lines</td></tr></tbody></table>"
        );
    }
}
