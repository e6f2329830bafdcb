//! XLS: workbooks of Excel 5 to 2003 (MS-XLS, BIFF5 and BIFF8).
//!
//! A workbook is a stream of records: first those of the whole (sheets, formats, shared texts), then those of each sheet.
//!
//! Not by calamine (0.38), which is what the other readers are measured beside: of this format it says neither which rows and columns
//! are hidden, which must be asked before they are taken, nor how a number is shown (00123, 12/4/2026, 50 %), and it makes room for as
//! many cells as a sheet claims to have before anything can be counted.

use std::collections::{BTreeMap, HashMap};

use encoding_rs::{Encoding, WINDOWS_1252};

use super::compound::Compound;
use super::numbers::{built_in, general, looks};
use super::{Book, LONGEST_ROW, MOST_MERGES, Merge, Sheet, with_merged};
use crate::problem::FileError;
use crate::table::Table;

/// The most cells of a sheet; a sheet of this format has 65,536 rows.
const MOST_CELLS: usize = 3_000_000;

/// The most texts that cells share.
const MOST_STRINGS: usize = 3_000_000;

/// The most styles and formats; the format allows 4,095.
const MOST_STYLES: usize = 65_536;

/// A workbook that is open.
pub struct Xls {
    stream: Vec<u8>,
    sheets: Vec<Sheet>,
    /// Where the records of each sheet begin.
    starts: Vec<usize>,
    strings: Vec<String>,
    /// The format of each style.
    styles: Vec<u16>,
    formats: HashMap<u16, String>,
    from_1904: bool,
    /// Text is UTF-16 or Latin-1, as BIFF8 has it; before, it was in the charset of the workbook.
    wide: bool,
    charset: &'static Encoding,
}

/// A record: its kind, and its content with what continues it.
struct Record<'a> {
    kind: u16,
    content: &'a [u8],
    continued: Vec<&'a [u8]>,
}

/// The records of a stream from a place on.
struct Records<'a> {
    stream: &'a [u8],
    at: usize,
}

impl<'a> Records<'a> {
    fn one(&self, at: usize) -> Option<(u16, &'a [u8])> {
        let kind = u16::from_le_bytes(self.stream.get(at..at + 2)?.try_into().ok()?);
        let length = u16::from_le_bytes(self.stream.get(at + 2..at + 4)?.try_into().ok()?);
        Some((kind, self.stream.get(at + 4..at + 4 + usize::from(length))?))
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        let (kind, content) = self.one(self.at)?;
        self.at += 4 + content.len();
        let mut continued = Vec::new();
        while let Some((0x003C, more)) = self.one(self.at) {
            self.at += 4 + more.len();
            continued.push(more);
        }
        Some(Record {
            kind,
            content,
            continued,
        })
    }
}

/// Bytes that are read from the front; what is not there reads as `None`.
#[derive(Clone, Copy)]
struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    fn u8(&mut self) -> Option<u8> {
        self.take(1).map(|bytes| bytes[0])
    }

    fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes(self.take(2)?.try_into().ok()?))
    }

    fn u32(&mut self) -> Option<u32> {
        Some(u32::from_le_bytes(self.take(4)?.try_into().ok()?))
    }

    fn f64(&mut self) -> Option<f64> {
        Some(f64::from_le_bytes(self.take(8)?.try_into().ok()?))
    }
}

impl Xls {
    /// Opens a workbook.
    pub fn open(bytes: &[u8]) -> Result<Self, FileError> {
        let stream = if bytes.first() == Some(&0xD0) {
            let compound = Compound::open(bytes)?;
            if compound.has("EncryptedPackage") {
                return Err(FileError::Locked);
            }
            compound
                .stream("Workbook")
                .or_else(|| compound.stream("Book"))
                .ok_or(FileError::Kind)?
        } else {
            bytes.to_vec()
        };
        let mut book = Self {
            stream: Vec::new(),
            sheets: Vec::new(),
            starts: Vec::new(),
            strings: Vec::new(),
            styles: Vec::new(),
            formats: HashMap::new(),
            from_1904: false,
            wide: true,
            charset: WINDOWS_1252,
        };
        let mut records = Records {
            stream: &stream,
            at: 0,
        };
        let first = records.next().ok_or(FileError::Damaged)?;
        match (first.kind, Bytes(first.content).u16()) {
            (0x0809, Some(0x0600)) => {}
            (0x0809, Some(0x0500)) => book.wide = false,
            // Before Excel 5 a file was a single sheet, thirty years ago.
            (0x0009 | 0x0209 | 0x0409, _) => return Err(FileError::Kind),
            _ => return Err(FileError::Damaged),
        }
        for record in records {
            if record.kind == 0x000A {
                break;
            }
            book.take_over(&record)?;
        }
        if book.sheets.is_empty() {
            return Err(FileError::Empty);
        }
        book.stream = stream;
        Ok(book)
    }

    /// Takes over a record of the whole workbook.
    fn take_over(&mut self, record: &Record<'_>) -> Result<(), FileError> {
        let mut bytes = Bytes(record.content);
        match record.kind {
            0x002F => return Err(FileError::Locked),
            0x0022 => self.from_1904 = bytes.u16() == Some(1),
            0x0042 => {
                let page = bytes.u16().unwrap_or(1252);
                self.charset = match page {
                    10_000 => Encoding::for_label(b"macintosh"),
                    page => Encoding::for_label(format!("windows-{page}").as_bytes()),
                }
                .unwrap_or(WINDOWS_1252);
            }
            0x0085 => {
                let start = bytes.u32().ok_or(FileError::Damaged)?;
                let (state, kind) = (bytes.u8().unwrap_or(0), bytes.u8().unwrap_or(0));
                let length = bytes.u8().map(usize::from).ok_or(FileError::Damaged)?;
                let name = self.text(&mut bytes, length);
                // Only kind 0 has rows; others are charts and macros.
                if kind == 0 && self.sheets.len() < 1_000 {
                    self.sheets.push(Sheet {
                        name,
                        hidden: state & 3 != 0,
                    });
                    self.starts.push(usize::try_from(start).unwrap_or(usize::MAX));
                }
            }
            0x041E if self.formats.len() < MOST_STYLES => {
                let id = bytes.u16().ok_or(FileError::Damaged)?;
                let length = if self.wide {
                    bytes.u16().map(usize::from)
                } else {
                    bytes.u8().map(usize::from)
                };
                let code = self.text(&mut bytes, length.unwrap_or(0));
                self.formats.insert(id, code);
            }
            0x00E0 if self.styles.len() < MOST_STYLES => {
                bytes.u16();
                self.styles.push(bytes.u16().unwrap_or(0));
            }
            0x00FC => self.strings = shared(record)?,
            _ => {}
        }
        Ok(())
    }

    /// A text of this many characters.
    fn text(&self, bytes: &mut Bytes<'_>, length: usize) -> String {
        if !self.wide {
            let taken = bytes.take(length.min(bytes.0.len())).unwrap_or(&[]);
            return self.charset.decode_without_bom_handling(taken).0.into_owned();
        }
        let flags = bytes.u8().unwrap_or(0);
        if flags & 8 != 0 {
            bytes.u16();
        }
        if flags & 4 != 0 {
            bytes.u32();
        }
        characters(bytes, length, flags & 1 != 0)
    }

    fn code(&self, style: u16) -> &str {
        let id = self.styles.get(usize::from(style)).copied().unwrap_or(0);
        self.formats
            .get(&id)
            .map_or_else(|| built_in(u32::from(id)), String::as_str)
    }
}

/// Characters of one byte each, which are Latin-1, or of two, as many as there are of this many.
fn characters(bytes: &mut Bytes<'_>, length: usize, wide: bool) -> String {
    if wide {
        let taken = bytes.take((length * 2).min(bytes.0.len() & !1)).unwrap_or(&[]);
        let units = taken
            .chunks_exact(2)
            .map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
        return char::decode_utf16(units)
            .map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect();
    }
    bytes
        .take(length.min(bytes.0.len()))
        .unwrap_or(&[])
        .iter()
        .map(|byte| char::from(*byte))
        .collect()
}

/// The texts that cells share. A text may go on in the next record, where its width is told anew.
fn shared(record: &Record<'_>) -> Result<Vec<String>, FileError> {
    let mut pieces = std::iter::once(record.content)
        .chain(record.continued.iter().copied())
        .map(Bytes);
    let mut bytes = pieces.next().ok_or(FileError::Damaged)?;
    bytes.u32();
    let count = bytes.u32().ok_or(FileError::Damaged)? as usize;
    let mut strings = Vec::new();
    while strings.len() < count {
        if strings.len() >= MOST_STRINGS {
            return Err(FileError::Long { most: MOST_STRINGS });
        }
        if bytes.0.is_empty() {
            let Some(next) = pieces.next() else { break };
            bytes = next;
            continue;
        }
        let (Some(length), Some(flags)) = (bytes.u16(), bytes.u8()) else {
            break;
        };
        let runs = if flags & 8 != 0 {
            bytes.u16().map_or(0, usize::from)
        } else {
            0
        };
        let spoken = if flags & 4 != 0 {
            bytes.u32().map_or(0, |length| length as usize)
        } else {
            0
        };
        let (mut wide, mut left) = (flags & 1 != 0, usize::from(length));
        let mut text = String::new();
        loop {
            let here = left.min(if wide { bytes.0.len() / 2 } else { bytes.0.len() });
            text.push_str(&characters(&mut bytes, here, wide));
            left -= here;
            if left == 0 {
                break;
            }
            let Some(next) = pieces.next() else { break };
            bytes = next;
            wide = bytes.u8().is_some_and(|flags| flags & 1 != 0);
        }
        // How parts of it look and are pronounced, which may go on too.
        let mut behind = runs.saturating_mul(4).saturating_add(spoken);
        while behind > 0 {
            let here = behind.min(bytes.0.len());
            bytes.take(here);
            behind -= here;
            if behind > 0 {
                let Some(next) = pieces.next() else { break };
                bytes = next;
            }
        }
        strings.push(text);
    }
    Ok(strings)
}

/// What is in a cell.
enum Value {
    Shared(u32),
    Text(String),
    Number(f64, u16),
    Truth(bool),
    Error(u8),
}

/// The number in four bytes: a whole number or half a floating one, perhaps a hundred times too large (MS-XLS, 2.5.217).
fn short_number(raw: u32) -> f64 {
    let value = if raw & 2 != 0 {
        f64::from((raw as i32) >> 2)
    } else {
        f64::from_bits(u64::from(raw & 0xFFFF_FFFC) << 32)
    };
    if raw & 1 != 0 { value / 100.0 } else { value }
}

/// What was read of a sheet.
#[derive(Default)]
struct Cells {
    rows: BTreeMap<u16, Vec<(u16, Value)>>,
    count: usize,
    hidden_rows: Vec<u16>,
    hidden_columns: Vec<usize>,
    merges: Vec<Merge>,
}

impl Cells {
    fn put(&mut self, row: u16, column: u16, value: Value) -> Result<(), FileError> {
        self.count += 1;
        if self.count > MOST_CELLS {
            return Err(FileError::Long { most: MOST_CELLS });
        }
        self.rows.entry(row).or_default().push((column, value));
        Ok(())
    }
}

impl Book for Xls {
    fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }

    fn read(&mut self, sheet: usize) -> Result<Table, FileError> {
        let mut records = Records {
            stream: &self.stream,
            at: self.starts[sheet],
        };
        let mut cells = Cells::default();
        if records.next().is_none_or(|record| record.kind != 0x0809) {
            return Err(FileError::Damaged);
        }
        // Charts in a sheet have records of their own, between their own beginning and end.
        let mut inside = 0usize;
        let mut formula: Option<(u16, u16)> = None;
        for record in records {
            match record.kind {
                0x0809 => inside += 1,
                0x000A if inside == 0 => break,
                0x000A => inside -= 1,
                _ if inside > 0 => {}
                _ => {
                    // A record that is too short for what it is says nothing.
                    let _ = self.cell(&record, &mut cells, &mut formula)?;
                }
            }
        }
        self.table(sheet, cells)
    }
}

impl Xls {
    /// Takes what a record says of a cell, a row or a column.
    fn cell(
        &self,
        record: &Record<'_>,
        cells: &mut Cells,
        formula: &mut Option<(u16, u16)>,
    ) -> Result<Option<()>, FileError> {
        let mut bytes = Bytes(record.content);
        if record.kind == 0x0207 {
            // The text that a formula gave.
            let Some((row, column)) = formula.take() else {
                return Ok(None);
            };
            let Some(length) = bytes.u16() else {
                return Ok(None);
            };
            let text = self.text(&mut bytes, usize::from(length));
            cells.put(row, column, Value::Text(text))?;
            return Ok(Some(()));
        }
        let (Some(first), Some(second)) = (bytes.u16(), bytes.u16()) else {
            return Ok(None);
        };
        let (row, column) = (first, second);
        match record.kind {
            // A number of whole rows and columns, first.
            0x00E5 => {
                let mut bytes = Bytes(record.content);
                bytes.u16();
                while let (Some(top), Some(bottom), Some(left), Some(right)) =
                    (bytes.u16(), bytes.u16(), bytes.u16(), bytes.u16())
                {
                    if cells.merges.len() < MOST_MERGES {
                        cells.merges.push(Merge {
                            rows: (u32::from(top) + 1, u32::from(bottom) + 1),
                            columns: (usize::from(left), usize::from(right)),
                        });
                    }
                }
            }
            0x0208 => {
                let flags = bytes.0.get(8).copied().unwrap_or(0);
                if flags & 0x20 != 0 {
                    cells.hidden_rows.push(first);
                }
            }
            0x007D => {
                if bytes.0.get(4).copied().unwrap_or(0) & 1 != 0 {
                    cells
                        .hidden_columns
                        .extend((first..=second.min(255)).map(usize::from));
                    cells.hidden_columns.truncate(256);
                }
            }
            0x00FD | 0x0204 | 0x00D6 | 0x0203 | 0x027E | 0x0205 | 0x0006 => {
                let Some(style) = bytes.u16() else { return Ok(None) };
                let value = match record.kind {
                    0x00FD => bytes.u32().map(Value::Shared),
                    0x0203 => bytes.f64().map(|number| Value::Number(number, style)),
                    0x027E => bytes.u32().map(|raw| Value::Number(short_number(raw), style)),
                    0x0205 => match (bytes.u8(), bytes.u8()) {
                        (Some(value), Some(0)) => Some(Value::Truth(value != 0)),
                        (Some(error), _) => Some(Value::Error(error)),
                        _ => None,
                    },
                    0x0006 => match bytes.take(8) {
                        // What is no number says what it is in its first byte; a text follows in a record of its own.
                        Some([0, .., 0xFF, 0xFF]) => {
                            *formula = Some((row, column));
                            None
                        }
                        Some([1, _, value, .., 0xFF, 0xFF]) => Some(Value::Truth(*value != 0)),
                        Some([2, _, error, .., 0xFF, 0xFF]) => Some(Value::Error(*error)),
                        Some([3, .., 0xFF, 0xFF]) => None,
                        Some(number) => number
                            .try_into()
                            .ok()
                            .map(|number| Value::Number(f64::from_le_bytes(number), style)),
                        None => None,
                    },
                    _ => bytes
                        .u16()
                        .map(|length| Value::Text(self.text(&mut bytes, usize::from(length)))),
                };
                if let Some(value) = value {
                    cells.put(row, column, value)?;
                }
            }
            // Several numbers side by side; the last two bytes say where they end.
            0x00BD => {
                let mut at = column;
                while bytes.0.len() >= 8 {
                    let (Some(style), Some(raw)) = (bytes.u16(), bytes.u32()) else {
                        break;
                    };
                    cells.put(row, at, Value::Number(short_number(raw), style))?;
                    at = at.saturating_add(1);
                }
            }
            _ => return Ok(None),
        }
        Ok(Some(()))
    }

    fn table(&self, sheet: usize, cells: Cells) -> Result<Table, FileError> {
        let mut table = Table::new(Some(self.sheets[sheet].name.clone()));
        let hidden: std::collections::HashSet<u16> = cells.hidden_rows.into_iter().collect();
        for (row, values) in cells.rows {
            let number = u32::from(row) + 1;
            // Columns beyond the format's are a lie.
            let width = values
                .iter()
                .map(|(column, _)| usize::from(*column) + 1)
                .filter(|width| *width <= 256)
                .max()
                .unwrap_or(0);
            let mut texts = vec![String::new(); width];
            let mut moments = Vec::new();
            let mut size = 0;
            for (column, value) in values.into_iter().filter(|(column, _)| *column < 256) {
                let column = usize::from(column);
                texts[column] = match value {
                    Value::Shared(index) => self.strings.get(index as usize).cloned().unwrap_or_default(),
                    Value::Text(text) => text,
                    Value::Truth(truth) => if truth { "TRUE" } else { "FALSE" }.to_owned(),
                    Value::Error(error) => error_text(error).to_owned(),
                    Value::Number(number, style) => match self.code(style) {
                        "General" | "@" | "" => general(number),
                        code => {
                            let looks = looks(number, code, self.from_1904);
                            moments.extend(looks.moment.map(|moment| (column, moment)));
                            looks.text
                        }
                    },
                };
                size += texts[column].len();
                if size > LONGEST_ROW {
                    return Err(FileError::Endless {
                        row: number,
                        most: LONGEST_ROW / 1024,
                    });
                }
            }
            if table.push(number, hidden.contains(&row), texts.iter().map(String::as_str))? {
                for (column, moment) in moments {
                    table.set_moment(column, moment);
                }
            }
        }
        table.set_hidden_columns(cells.hidden_columns);
        with_merged(table, cells.merges)
    }
}

fn error_text(error: u8) -> &'static str {
    match error {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    }
}
