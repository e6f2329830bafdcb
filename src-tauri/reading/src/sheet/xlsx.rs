//! XLSX: workbooks of Excel 2007 and later (ECMA-376), as every spreadsheet writes them.

use std::collections::HashMap;

use super::numbers::{built_in, looks};
use super::package::{Node, Package, attribute, is_true};
use super::{Book, LONGEST_ROW, MOST_MERGES, Merge, Sheet, range, reference, with_merged};
use crate::dates;
use crate::problem::{FileError, LONGEST_CELL, MOST_COLUMNS, MOST_TEXT};
use crate::table::Table;

/// The most formats and styles that a workbook may have; Excel allows 65,490 styles.
const MOST_STYLES: usize = 100_000;

/// The most sheets of a workbook.
const MOST_SHEETS: usize = 1_000;

/// A workbook that is open.
pub struct Xlsx<'a> {
    package: Package<'a>,
    sheets: Vec<Sheet>,
    /// The part of each sheet.
    parts: Vec<String>,
    strings: Strings,
    /// The format of each style.
    styles: Vec<Format>,
    from_1904: bool,
}

#[derive(Clone)]
struct Format {
    code: std::rc::Rc<str>,
    plain: bool,
}

/// Texts that cells share, in one piece.
#[derive(Default)]
struct Strings {
    text: String,
    ends: Vec<usize>,
}

impl Strings {
    fn get(&self, index: usize) -> &str {
        let start = index
            .checked_sub(1)
            .map_or(0, |before| self.ends.get(before).copied().unwrap_or(0));
        self.ends
            .get(index)
            .and_then(|end| self.text.get(start..*end))
            .unwrap_or("")
    }
}

impl<'a> Xlsx<'a> {
    /// Opens a workbook.
    pub fn open(mut package: Package<'a>) -> Result<Self, FileError> {
        let roots = relations(&mut package, "_rels/.rels")?;
        let root = roots
            .values()
            .find(|relation| relation.kind.ends_with("/officeDocument"))
            .map(|relation| relation.target.clone());
        let root = root
            .filter(|root| package.has(root))
            .unwrap_or_else(|| "xl/workbook.xml".to_owned());
        let folder = root.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
        let file = root.rsplit('/').next().unwrap_or("").to_owned();
        let related = relations(&mut package, &join(&folder, &format!("_rels/{file}.rels")))?;
        let part = |kind: &str, usual: &str| {
            let found = related
                .values()
                .find(|relation| relation.kind.ends_with(kind))
                .map(|relation| join(&folder, &relation.target));
            found.unwrap_or_else(|| join(&folder, usual))
        };
        let (strings, styles) = (
            part("/sharedStrings", "sharedStrings.xml"),
            part("/styles", "styles.xml"),
        );
        let Some(mut xml) = package.xml(&root)? else {
            return Err(FileError::Kind);
        };
        let (mut sheets, mut parts, mut from_1904, mut is_workbook) = (Vec::new(), Vec::new(), false, false);
        loop {
            let start = match xml.next()? {
                Node::Start(start) => start,
                Node::Over => break,
                _ => continue,
            };
            match start.local_name().as_ref() {
                "workbook" => is_workbook = true,
                "workbookPr" => from_1904 = is_true(attribute(&start, "date1904").as_deref()),
                "sheet" if sheets.len() < MOST_SHEETS => {
                    // `r:id`; `sheetId` is another attribute.
                    let Some(relation) = attribute(&start, "id").and_then(|id| related.get(&id)) else {
                        continue;
                    };
                    // Sheets of charts and of macros have no rows.
                    if relation.kind.ends_with("/worksheet") {
                        sheets.push(Sheet {
                            name: attribute(&start, "name").unwrap_or_default(),
                            hidden: attribute(&start, "state").is_some_and(|state| state != "visible"),
                        });
                        parts.push(join(&folder, &relation.target));
                    }
                }
                _ => {}
            }
        }
        drop(xml);
        if !is_workbook {
            return Err(FileError::Kind);
        }
        if sheets.is_empty() {
            return Err(FileError::Empty);
        }
        let strings = read_strings(&mut package, &strings)?;
        let styles = read_styles(&mut package, &styles)?;
        Ok(Self {
            package,
            sheets,
            parts,
            strings,
            styles,
            from_1904,
        })
    }
}

/// Where something in the package, or outside it, is.
struct Relation {
    kind: String,
    target: String,
    outside: bool,
}

fn relations(package: &mut Package<'_>, part: &str) -> Result<HashMap<String, Relation>, FileError> {
    let mut found = HashMap::new();
    let Some(mut xml) = package.xml(part)? else {
        return Ok(found);
    };
    loop {
        match xml.next()? {
            Node::Start(start)
                if start.local_name().as_ref() == "Relationship" && found.len() < MOST_STYLES =>
            {
                let get = |name| attribute(&start, name).unwrap_or_default();
                let relation = Relation {
                    kind: get("Type"),
                    target: get("Target"),
                    outside: get("TargetMode") == "External",
                };
                found.insert(get("Id"), relation);
            }
            Node::Over => return Ok(found),
            _ => {}
        }
    }
}

/// The part that a target in a folder is. `..` never leaves the package: there is nothing above it.
fn join(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let mut parts: Vec<&str> = if target.starts_with('/') {
        Vec::new()
    } else {
        folder.split('/').collect()
    };
    for piece in target.split('/') {
        match piece {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            piece => parts.push(piece),
        }
    }
    parts.retain(|part| !part.is_empty());
    parts.join("/")
}

fn read_strings(package: &mut Package<'_>, part: &str) -> Result<Strings, FileError> {
    let mut strings = Strings::default();
    let Some(mut xml) = package.xml(part)? else {
        return Ok(strings);
    };
    // `t` is text, also in a run; but in `rPh` it is how the text is pronounced.
    let (mut in_text, mut spoken) = (false, 0usize);
    loop {
        match xml.next()? {
            Node::Start(start) => match start.local_name().as_ref() {
                "t" => in_text = spoken == 0,
                "rPh" => spoken += 1,
                _ => {}
            },
            Node::End(name) => match name.local_name().as_ref() {
                "t" => in_text = false,
                "rPh" => spoken = spoken.saturating_sub(1),
                "si" => strings.ends.push(strings.text.len()),
                _ => {}
            },
            Node::Text(text) if in_text => {
                strings.text.push_str(&text);
                if strings.text.len() > MOST_TEXT {
                    return Err(FileError::Unpacks {
                        most: MOST_TEXT / 1024 / 1024,
                    });
                }
            }
            Node::Text(_) | Node::Aside => {}
            Node::Over => return Ok(strings),
        }
    }
}

fn read_styles(package: &mut Package<'_>, part: &str) -> Result<Vec<Format>, FileError> {
    let (mut own, mut styles) = (HashMap::<u32, String>::new(), Vec::new());
    let Some(mut xml) = package.xml(part)? else {
        return Ok(styles);
    };
    let mut known: HashMap<u32, Format> = HashMap::new();
    let mut in_cells = false;
    loop {
        match xml.next()? {
            Node::Start(start) => {
                let number = || {
                    attribute(&start, "numFmtId")
                        .and_then(|id| id.parse::<u32>().ok())
                        .unwrap_or(0)
                };
                match start.local_name().as_ref() {
                    "numFmt" if own.len() < MOST_STYLES => {
                        own.insert(number(), attribute(&start, "formatCode").unwrap_or_default());
                    }
                    "cellXfs" => in_cells = true,
                    "xf" if in_cells && styles.len() < MOST_STYLES => {
                        let id = number();
                        let format = known.entry(id).or_insert_with(|| {
                            let code: &str = own.get(&id).map_or_else(|| built_in(id), String::as_str);
                            Format {
                                code: code.into(),
                                plain: matches!(code, "General" | "@" | ""),
                            }
                        });
                        styles.push(format.clone());
                    }
                    _ => {}
                }
            }
            Node::End(name) if name.local_name().as_ref() == "cellXfs" => in_cells = false,
            Node::Over => return Ok(styles),
            _ => {}
        }
    }
}

/// The row that is being read.
#[derive(Default)]
struct Line {
    number: u32,
    hidden: bool,
    cells: Vec<String>,
    /// How long its texts are together.
    size: usize,
    moments: Vec<(usize, chrono::NaiveDateTime)>,
    /// The column of the next cell that does not say where it is.
    next: usize,
}

/// The cell that is being read.
#[derive(Default)]
struct Cell {
    column: usize,
    kind: String,
    style: usize,
    value: String,
}

impl Book for Xlsx<'_> {
    fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }

    fn read(&mut self, sheet: usize) -> Result<Table, FileError> {
        let (part, name) = (self.parts[sheet].clone(), self.sheets[sheet].name.clone());
        let folder = part.rsplit_once('/').map_or("", |(folder, _)| folder);
        let file = part.rsplit('/').next().unwrap_or("");
        let related = relations(&mut self.package, &join(folder, &format!("_rels/{file}.rels")))?;
        let Some(mut xml) = self.package.xml(&part)? else {
            return Err(FileError::Damaged);
        };
        let (strings, styles, from_1904) = (&self.strings, &self.styles, self.from_1904);
        let mut table = Table::new(Some(name));
        let (mut hidden_columns, mut merges, mut links) = (Vec::new(), Vec::new(), Vec::new());
        let (mut line, mut cell) = (Line::default(), Cell::default());
        let (mut in_value, mut spoken) = (false, 0usize);
        loop {
            match xml.next()? {
                Node::Start(start) => match start.local_name().as_ref() {
                    "row" => {
                        let number = attribute(&start, "r")
                            .and_then(|row| row.parse().ok())
                            .unwrap_or(line.number.saturating_add(1));
                        line.number = number;
                        line.hidden = is_true(attribute(&start, "hidden").as_deref());
                        line.next = 0;
                    }
                    "c" => {
                        // In one pass and without a copy: there are millions of them.
                        (cell.column, cell.style) = (line.next, 0);
                        cell.kind.clear();
                        for attribute in start.attributes().with_checks(false).flatten() {
                            match attribute.key.local_name().as_ref() {
                                "r" => {
                                    cell.column =
                                        reference(&attribute.value).map_or(cell.column, |(column, _)| column)
                                }
                                "t" => cell.kind.push_str(&attribute.value),
                                "s" => cell.style = attribute.value.parse().unwrap_or(0),
                                _ => {}
                            }
                        }
                        line.next = cell.column + 1;
                        cell.value.clear();
                    }
                    // A cell with both has its text from `is`, whichever comes first.
                    "v" => in_value = cell.kind != "inlineStr" || cell.value.is_empty(),
                    "is" => cell.value.clear(),
                    "t" => in_value = spoken == 0,
                    "rPh" => spoken += 1,
                    "col" if is_true(attribute(&start, "hidden").as_deref()) => {
                        let at = |name| {
                            attribute(&start, name)
                                .and_then(|at| at.parse::<usize>().ok())
                                .unwrap_or(0)
                        };
                        hidden_columns.extend(
                            (at("min").max(1)..=at("max").min(MOST_COLUMNS)).map(|column| column - 1),
                        );
                        hidden_columns.truncate(MOST_COLUMNS);
                    }
                    "mergeCell" if merges.len() < MOST_MERGES => {
                        merges.extend(attribute(&start, "ref").and_then(|text| range(&text)));
                    }
                    "hyperlink" if links.len() < MOST_MERGES => {
                        let place: Option<Merge> = attribute(&start, "ref").and_then(|text| range(&text));
                        let target = attribute(&start, "id")
                            .and_then(|id| related.get(&id))
                            .filter(|relation| relation.outside);
                        if let (Some(place), Some(target)) = (place, target) {
                            links.push((place, target.target.clone()));
                        }
                    }
                    _ => {}
                },
                Node::Text(text) if in_value => {
                    if cell.value.len() + text.len() > LONGEST_CELL {
                        return Err(FileError::Endless {
                            row: line.number,
                            most: LONGEST_CELL / 1024,
                        });
                    }
                    cell.value.push_str(&text);
                }
                Node::Text(_) | Node::Aside => {}
                Node::End(name) => match name.local_name().as_ref() {
                    "v" | "t" => in_value = false,
                    "rPh" => spoken = spoken.saturating_sub(1),
                    "c" => finish_cell(&cell, &mut line, strings, styles, from_1904)?,
                    "row" => finish_row(&mut line, &mut table)?,
                    _ => {}
                },
                Node::Over => break,
            }
        }
        drop(xml);
        table.set_hidden_columns(hidden_columns);
        for (place, target) in links {
            if let Some(row) = table.find_row(place.rows.0)
                && ["http://", "https://", "mailto:"]
                    .iter()
                    .any(|scheme| target.to_ascii_lowercase().starts_with(scheme))
            {
                table.set_link(row, place.columns.0, target);
            }
        }
        with_merged(table, merges)
    }
}

fn finish_cell(
    cell: &Cell,
    line: &mut Line,
    strings: &Strings,
    styles: &[Format],
    from_1904: bool,
) -> Result<(), FileError> {
    if cell.value.is_empty() {
        return Ok(());
    }
    let mut moment = None;
    let text = match cell.kind.as_str() {
        "s" => cell
            .value
            .trim()
            .parse::<usize>()
            .map_or("", |index| strings.get(index))
            .to_owned(),
        "str" | "inlineStr" | "e" => cell.value.clone(),
        "b" => if is_true(Some(cell.value.trim())) {
            "TRUE"
        } else {
            "FALSE"
        }
        .to_owned(),
        "d" => {
            moment = dates::moment(&cell.value, dates::Order::MonthFirst).map(|moment| moment.local);
            cell.value.clone()
        }
        _ => match (cell.value.trim().parse::<f64>(), styles.get(cell.style)) {
            (Ok(value), Some(format)) if !format.plain => {
                let looks = looks(value, &format.code, from_1904);
                moment = looks.moment;
                looks.text
            }
            (Ok(value), _) => super::numbers::general(value),
            (Err(_), _) => cell.value.clone(),
        },
    };
    let text = without_escapes(text);
    if text.trim().is_empty() {
        return Ok(());
    }
    if cell.column >= MOST_COLUMNS {
        return Err(FileError::Wide {
            row: line.number,
            most: MOST_COLUMNS,
        });
    }
    line.size += text.len();
    if line.size > LONGEST_ROW {
        return Err(FileError::Endless {
            row: line.number,
            most: LONGEST_ROW / 1024,
        });
    }
    if line.cells.len() <= cell.column {
        line.cells.resize(cell.column + 1, String::new());
    }
    line.cells[cell.column] = text;
    if let Some(moment) = moment {
        line.moments.push((cell.column, moment));
    }
    Ok(())
}

fn finish_row(line: &mut Line, table: &mut Table) -> Result<(), FileError> {
    let kept = table.push(line.number, line.hidden, line.cells.iter().map(String::as_str))?;
    for (column, moment) in line.moments.drain(..) {
        if kept {
            table.set_moment(column, moment);
        }
    }
    line.cells.clear();
    line.size = 0;
    Ok(())
}

/// Text with Excel's own escapes, `_x000D_`, made characters (ECMA-376, 22.4.2.4).
fn without_escapes(text: String) -> String {
    if !text.contains("_x") {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find("_x") {
        out.push_str(&rest[..at]);
        let code = rest
            .get(at + 2..at + 6)
            .filter(|code| code.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let meant = code
            .filter(|_| rest.as_bytes().get(at + 6) == Some(&b'_'))
            .and_then(|code| u32::from_str_radix(code, 16).ok())
            .and_then(char::from_u32);
        match meant {
            Some(c) => {
                out.push(c);
                rest = &rest[at + 7..];
            }
            None => {
                out.push_str("_x");
                rest = &rest[at + 2..];
            }
        }
    }
    out.push_str(rest);
    out
}
