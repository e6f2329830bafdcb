//! A group as a table of WordprocessingML, whose head repeats on every page.

use super::super::columns::Heights;
use super::super::{BlockGroup, SignatoryBlock};
use super::run::{BOLD, Look, Looks, Runs};

/// The width of the text on a page of US Letter with margins of one inch, in twips (1/20 point). Its
/// columns share it; a word processor fits them to the page that there is.
const TEXT_WIDTH: usize = 9360;

/// Writes the table, with these properties of its own, of each paragraph in its head, and of the others.
pub(super) fn write(
    xml: &mut String,
    looks: &Looks,
    block: &SignatoryBlock,
    group: &BlockGroup,
    table_properties: &str,
    in_head: &str,
    in_body: &str,
) {
    let w = looks.prefix.as_str();
    let widths: Vec<usize> = block
        .table_shares()
        .map(|share| TEXT_WIDTH * share / 1000)
        .collect();
    start(xml, w, &widths, table_properties);
    let cell = |xml: &mut String, width: &usize, text: &str, look: Look, properties: &str| {
        start_cell(xml, w, *width);
        xml.push_str(&format!("<{w}p>{properties}"));
        let mut runs = Runs::new(xml, looks);
        runs.text(text, look);
        runs.end();
        xml.push_str(&format!("</{w}p></{w}tc>"));
    };
    xml.push_str(&format!(
        "<{w}tr><{w}trPr><{w}cantSplit/><{w}tblHeader/></{w}trPr>"
    ));
    for ((_, title), width) in block.table_columns().zip(&widths) {
        cell(xml, width, title, BOLD, in_head);
    }
    xml.push_str(&format!("</{w}tr>\n"));
    for entry in &group.entries {
        xml.push_str(&format!("<{w}tr><{w}trPr><{w}cantSplit/></{w}trPr>"));
        for ((kind, _), width) in block.table_columns().zip(&widths) {
            cell(xml, width, &entry.cell(kind), Look::default(), in_body);
        }
        xml.push_str(&format!("</{w}tr>\n"));
    }
    xml.push_str(&format!("</{w}tbl>\n"));
}

/// Writes entries side by side where there can be no section of several columns: a table without borders, whose rows each
/// stay whole on a page. `marks` stand before the entries, `between` is what stands between two, above a further row too.
pub(super) fn columns(
    xml: &mut String,
    looks: &Looks,
    block: &SignatoryBlock,
    group: &BlockGroup,
    marks: &[String],
    properties: &str,
    between: &str,
) {
    let w = looks.prefix.as_str();
    let heights = Heights::of(block);
    let count = block.options.column_count();
    let widths = vec![TEXT_WIDTH / count; count];
    start(xml, w, &widths, &format!("<{w}tblLayout {w}type=\"fixed\"/>"));
    let mut marks = marks.iter();
    for (number, row) in heights.rows(&group.entries).into_iter().enumerate() {
        xml.push_str(&format!("<{w}tr><{w}trPr><{w}cantSplit/></{w}trPr>"));
        for (column, width) in heights.fill_down(row).into_iter().zip(&widths) {
            start_cell(xml, w, *width);
            for (at, entry) in column.iter().enumerate() {
                if at > 0 || number > 0 {
                    xml.push_str(between);
                }
                xml.push_str(&format!("<{w}p>{properties}"));
                let mut runs = Runs::new(xml, looks);
                if let Some(mark) = marks.next().filter(|mark| !mark.is_empty()) {
                    runs.text(&format!("{mark}\t"), Look::default());
                }
                runs.entry(entry);
                runs.end();
                xml.push_str(&format!("</{w}p>"));
            }
            if column.is_empty() {
                // A cell ends in a paragraph.
                xml.push_str(&format!("<{w}p/>"));
            }
            xml.push_str(&format!("</{w}tc>"));
        }
        xml.push_str(&format!("</{w}tr>"));
    }
    xml.push_str(&format!("</{w}tbl>\n"));
}

/// Writes logos in rows of a table without borders, each row whole on its page. `properties` are those of each paragraph.
pub(super) fn wall(
    xml: &mut String,
    looks: &Looks,
    block: &SignatoryBlock,
    group: &BlockGroup,
    properties: &str,
) {
    let w = looks.prefix.as_str();
    let in_row = block.options.logos_in_row();
    let widths = vec![TEXT_WIDTH / in_row; in_row];
    let margins = format!(
        "<{w}tblLayout {w}type=\"fixed\"/><{w}tblCellMar><{w}top {w}w=\"140\" {w}type=\"dxa\"/>\
         <{w}bottom {w}w=\"140\" {w}type=\"dxa\"/></{w}tblCellMar>"
    );
    start(xml, w, &widths, &margins);
    for row in group.entries.chunks(in_row) {
        xml.push_str(&format!("<{w}tr><{w}trPr><{w}cantSplit/></{w}trPr>"));
        for at in 0..in_row {
            let width = TEXT_WIDTH / in_row;
            xml.push_str(&format!(
                "<{w}tc><{w}tcPr><{w}tcW {w}w=\"{width}\" {w}type=\"dxa\"/><{w}vAlign {w}val=\"center\"/></{w}tcPr>\
                 <{w}p>{properties}"
            ));
            if let Some(entry) = row.get(at) {
                let mut runs = Runs::new(xml, looks);
                runs.logo_or_entry(block, entry);
                runs.end();
            }
            xml.push_str(&format!("</{w}p></{w}tc>"));
        }
        xml.push_str(&format!("</{w}tr>\n"));
    }
    xml.push_str(&format!("</{w}tbl>\n"));
}

fn start(xml: &mut String, w: &str, widths: &[usize], table_properties: &str) {
    let grid: String = widths
        .iter()
        .map(|width| format!("<{w}gridCol {w}w=\"{width}\"/>"))
        .collect();
    // The style stands before the width, the layout after it (ISO/IEC 29500-1, CT_TblPr). A fiftieth of a percent is
    // the unit of the width: the table is as wide as the text.
    let (before, after) = if table_properties.contains("tblStyle") {
        (table_properties, "")
    } else {
        ("", table_properties)
    };
    xml.push_str(&format!(
        "<{w}tbl><{w}tblPr>{before}<{w}tblW {w}w=\"5000\" {w}type=\"pct\"/>{after}</{w}tblPr><{w}tblGrid>{grid}</{w}tblGrid>"
    ));
}

fn start_cell(xml: &mut String, w: &str, width: usize) {
    xml.push_str(&format!(
        "<{w}tc><{w}tcPr><{w}tcW {w}w=\"{width}\" {w}type=\"dxa\"/></{w}tcPr>"
    ));
}
