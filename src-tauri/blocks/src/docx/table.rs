//! A group as a table of WordprocessingML, whose head repeats on every page.

use super::super::{BlockGroup, SignatoryBlock};
use super::run::{BOLD, Look, Looks, Runs};

/// The width of the text on a page of US Letter with margins of one inch, in twips (1/20 point). Its
/// columns share it; a word processor fits them to the page that there is.
const TEXT_WIDTH: usize = 9360;

/// Writes the table, with these properties of its own and of each paragraph in it.
pub(super) fn write(
    xml: &mut String,
    looks: &Looks,
    block: &SignatoryBlock,
    group: &BlockGroup,
    table_properties: &str,
    paragraph_properties: &str,
) {
    let w = looks.prefix.as_str();
    let widths: Vec<usize> = block
        .table_shares()
        .map(|share| TEXT_WIDTH * share / 1000)
        .collect();
    let grid: String = widths
        .iter()
        .map(|width| format!("<{w}gridCol {w}w=\"{width}\"/>"))
        .collect();
    // A fiftieth of a percent is the unit here: the table is as wide as the text.
    xml.push_str(&format!(
        "<{w}tbl><{w}tblPr>{table_properties}<{w}tblW {w}w=\"5000\" {w}type=\"pct\"/></{w}tblPr><{w}tblGrid>{grid}</{w}tblGrid>"
    ));
    let cell = |xml: &mut String, width: &usize, text: &str, look: Look| {
        xml.push_str(&format!(
            "<{w}tc><{w}tcPr><{w}tcW {w}w=\"{width}\" {w}type=\"dxa\"/></{w}tcPr><{w}p>{paragraph_properties}"
        ));
        let mut runs = Runs::new(xml, looks);
        runs.text(text, look);
        runs.end();
        xml.push_str(&format!("</{w}p></{w}tc>"));
    };
    xml.push_str(&format!(
        "<{w}tr><{w}trPr><{w}cantSplit/><{w}tblHeader/></{w}trPr>"
    ));
    for ((_, title), width) in block.table_columns().zip(&widths) {
        cell(xml, width, title, BOLD);
    }
    xml.push_str(&format!("</{w}tr>\n"));
    for entry in &group.entries {
        xml.push_str(&format!("<{w}tr><{w}trPr><{w}cantSplit/></{w}trPr>"));
        for ((kind, _), width) in block.table_columns().zip(&widths) {
            cell(xml, width, &entry.cell(kind), Look::default());
        }
        xml.push_str(&format!("</{w}tr>\n"));
    }
    xml.push_str(&format!("</{w}tbl>\n"));
}
