//! Rows as a table on the clipboard, as Sheets, Excel and word processors take it up.
//!
//! What is pasted into a sheet must not be a formula: see `formula.rs`.

use vocabulary::formula::guarded;

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
    use super::*;

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
