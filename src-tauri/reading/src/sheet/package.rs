//! The zip file that a workbook is, and its XML, both read within limits.
//!
//! A part is read as a stream, and only the parts that are asked for; what all of them unpack to is counted while it is read,
//! because what the directory of a zip file says of itself may be a lie. XML that declares a document type is refused,
//! which leaves entities nothing to attack with; and no text, tag or nesting can be longer than a person's.

use std::borrow::Cow;
use std::cell::Cell;
use std::io::{BufRead, BufReader, Cursor, Error, Read};
use std::rc::Rc;

use quick_xml::Reader;
use quick_xml::events::{BytesEnd, BytesStart, Event};
use zip::ZipArchive;
use zip::read::ZipFile;

use crate::problem::FileError;

/// The most that all parts which are read may unpack to, in bytes: a hundred thousand rows of twenty cells fill most of it.
const MOST_UNPACKED: u64 = 112 * 1024 * 1024;

/// The most parts of a package; a workbook has a few for each sheet and picture.
const MOST_PARTS: usize = 20_000;

/// The longest text, tag or comment, in bytes.
const LONGEST_EVENT: usize = 2 * 1024 * 1024;

/// The most elements and texts of a part, empty ones too: three million cells are fifteen million.
const MOST_NODES: usize = 20_000_000;

/// How deep elements may be in elements.
const DEEPEST: usize = 200;

/// A part while it is unpacked.
type Unpacking<'p, 'a> = BufReader<ZipFile<'p, Cursor<&'a [u8]>>>;

/// An open zip file.
pub struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    unpacked: Rc<Cell<u64>>,
}

impl<'a> Package<'a> {
    /// Opens a zip file.
    pub fn open(bytes: &'a [u8]) -> Result<Self, FileError> {
        // Counted before the directory is built: each entry of it takes more memory than its bytes.
        let entries = bytes
            .windows(4)
            .filter(|window| *window == b"PK\x01\x02")
            .take(MOST_PARTS + 1)
            .count();
        if entries > MOST_PARTS {
            return Err(FileError::Unpacks { most: unpacked_mb() });
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| FileError::Damaged)?;
        Ok(Self {
            archive,
            unpacked: Rc::new(Cell::new(0)),
        })
    }

    /// The name of a part as the package writes it: some programs write other capitals, or the separators of Windows.
    fn name(&self, name: &str) -> Option<String> {
        let name = name.trim_start_matches('/');
        if self.archive.index_for_name(name).is_some() {
            return Some(name.to_owned());
        }
        let alike = |other: &str| {
            other
                .trim_start_matches('/')
                .replace('\\', "/")
                .eq_ignore_ascii_case(name)
        };
        self.archive
            .file_names()
            .filter_map(Result::ok)
            .find(|other| alike(other))
            .map(std::borrow::Cow::into_owned)
    }

    /// Whether there is such a part.
    pub fn has(&self, name: &str) -> bool {
        self.name(name).is_some()
    }

    /// The XML of a part; `None` when there is no such part.
    pub fn xml(&mut self, name: &str) -> Result<Option<Xml<Unpacking<'_, 'a>>>, FileError> {
        let Some(name) = self.name(name) else {
            return Ok(None);
        };
        let unpacked = Rc::clone(&self.unpacked);
        let file = self.archive.by_name(&name).map_err(|error| match error {
            zip::result::ZipError::UnsupportedArchive(what) if what.to_lowercase().contains("password") => {
                FileError::Locked
            }
            _ => FileError::Damaged,
        })?;
        // What it admits itself is refused at once.
        if file.size() > MOST_UNPACKED {
            return Err(FileError::Unpacks { most: unpacked_mb() });
        }
        Ok(Some(Xml::new(
            BufReader::with_capacity(32 * 1024, file),
            unpacked,
        )))
    }
}

fn unpacked_mb() -> usize {
    usize::try_from(MOST_UNPACKED / 1024 / 1024).unwrap_or(usize::MAX)
}

/// Counts what passes, and stops what is too much.
struct Guard<R> {
    inner: R,
    unpacked: Rc<Cell<u64>>,
    since: usize,
    failed: Option<FileError>,
}

impl<R: BufRead> Read for Guard<R> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let available = self.fill_buf()?;
        let length = available.len().min(into.len());
        into[..length].copy_from_slice(&available[..length]);
        self.consume(length);
        Ok(length)
    }
}

impl<R: BufRead> BufRead for Guard<R> {
    fn fill_buf(&mut self) -> std::io::Result<&[u8]> {
        if self.unpacked.get() > MOST_UNPACKED {
            self.failed = Some(FileError::Unpacks { most: unpacked_mb() });
        } else if self.since > LONGEST_EVENT {
            self.failed = Some(FileError::Unpacks {
                most: LONGEST_EVENT / 1024 / 1024,
            });
        }
        if self.failed.is_some() {
            return Err(Error::other("beyond the limits"));
        }
        self.inner.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        self.since += amount;
        self.unpacked.set(self.unpacked.get() + amount as u64);
        self.inner.consume(amount);
    }
}

/// What comes next in a part.
pub enum Node<'b> {
    /// An element begins. Its end comes too, also where it is empty.
    Start(BytesStart<'b>),
    /// An element ends.
    End(BytesEnd<'b>),
    /// Text, as it is meant.
    Text(Cow<'b, str>),
    /// What says nothing here: a comment, a declaration.
    Aside,
    /// The part is over.
    Over,
}

/// The XML of a part, one node after another.
pub struct Xml<R> {
    reader: Reader<Guard<R>>,
    buffer: Vec<u8>,
    depth: usize,
    nodes: usize,
}

impl<'t> Xml<&'t [u8]> {
    /// The XML of a text that is in no package.
    pub fn of_text(text: &'t str) -> Self {
        Self::new(
            text.trim_start_matches('\u{feff}').as_bytes(),
            Rc::new(Cell::new(0)),
        )
    }
}

impl<R: BufRead> Xml<R> {
    fn new(inner: R, unpacked: Rc<Cell<u64>>) -> Self {
        let mut reader = Reader::from_reader(Guard {
            inner,
            unpacked,
            since: 0,
            failed: None,
        });
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.allow_dangling_amp = true;
        Self {
            reader,
            buffer: Vec::new(),
            depth: 0,
            nodes: 0,
        }
    }

    /// The next node.
    pub fn next(&mut self) -> Result<Node<'_>, FileError> {
        self.buffer.clear();
        self.reader.get_mut().since = 0;
        self.nodes += 1;
        if self.nodes > MOST_NODES {
            return Err(FileError::Unpacks { most: unpacked_mb() });
        }
        match self.reader.read_event_into(&mut self.buffer) {
            Err(_) => Err(self.reader.get_mut().failed.take().unwrap_or(FileError::Damaged)),
            Ok(Event::Decl(_) | Event::PI(_) | Event::Comment(_)) => Ok(Node::Aside),
            Ok(Event::DocType(_)) => Err(FileError::Declares),
            Ok(Event::Eof) => Ok(Node::Over),
            Ok(Event::End(end)) => {
                self.depth = self.depth.saturating_sub(1);
                Ok(Node::End(end))
            }
            Ok(Event::Start(start)) => {
                self.depth += 1;
                if self.depth > DEEPEST {
                    Err(FileError::Deep)
                } else {
                    Ok(Node::Start(start))
                }
            }
            Ok(Event::Empty(start)) => Ok(Node::Start(start)),
            Ok(Event::Text(text)) => Ok(Node::Text(text.into_inner())),
            Ok(Event::CData(text)) => Ok(Node::Text(text.into_inner())),
            Ok(Event::GeneralRef(reference)) => Ok(Node::Text(meant(&reference).into())),
        }
    }
}

/// The character that a reference means. Without a document type there are five names and the numbers.
fn meant(reference: &str) -> String {
    match reference {
        "amp" => "&".to_owned(),
        "lt" => "<".to_owned(),
        "gt" => ">".to_owned(),
        "quot" => "\"".to_owned(),
        "apos" => "'".to_owned(),
        other => {
            let number = other
                .strip_prefix("#x")
                .map(|digits| u32::from_str_radix(digits, 16));
            let number = number.or_else(|| other.strip_prefix('#').map(str::parse));
            number
                .and_then(Result::ok)
                .and_then(char::from_u32)
                .map_or_else(|| format!("&{other};"), String::from)
        }
    }
}

/// The value of an attribute by its local name.
pub fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    start
        .attributes()
        .with_checks(false)
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == name)
        .map(
            |attribute| match attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0) {
                Ok(value) => value.into_owned(),
                Err(_) => attribute.value.into_owned(),
            },
        )
}

/// Whether an attribute says yes, as XML writes it.
pub fn is_true(value: Option<&str>) -> bool {
    matches!(value, Some("1" | "true" | "on"))
}
