//! The text of a PDF, put together from where its characters stand on the page.
//!
//! A PDF says where to paint each character and nothing of lines: characters of one height are a line, a gap as wide as a
//! space parts words, a wide one parts columns. The library underneath gives up on a damaged file by panicking, so it works
//! on a thread of its own, with a bound on time and on how much it gives.

mod hanging;
mod unpacked;
mod widths;

use std::collections::HashSet;
use std::sync::mpsc;
use std::time::Duration;

use pdf_extract::{
    Dictionary, Document, MediaBox, Object, ObjectId, OutputDev, OutputError, Transform, output_doc,
};

use super::{DocumentError, LARGEST_DOCUMENT};

/// How long a PDF may take.
const LONGEST: Duration = Duration::from_secs(20);
/// The most characters that are taken.
const MOST: usize = 3_000_000;
/// How deep drawings may be in drawings.
const DEEPEST: usize = 24;
/// The stack of the thread: the library goes down with each drawing in a drawing.
const STACK: usize = 64 * 1024 * 1024;
/// With fewer letters than this a page is a picture.
const FEWEST: usize = 12;

/// The text of a PDF.
pub(super) fn text(bytes: &[u8]) -> Result<String, DocumentError> {
    if bytes.len() > LARGEST_DOCUMENT {
        return Err(DocumentError::Large);
    }
    let (send, receive) = mpsc::channel();
    let bytes = bytes.to_vec();
    let reading = std::thread::Builder::new()
        .stack_size(STACK)
        .name("pdf".to_owned())
        .spawn(move || {
            let read = std::panic::catch_unwind(|| read(&bytes)).unwrap_or(Err(DocumentError::Damaged));
            // Nobody may be waiting any more.
            let _ = send.send(read);
        });
    if reading.is_err() {
        return Err(DocumentError::Large);
    }
    receive.recv_timeout(LONGEST).map_err(|_| DocumentError::Large)?
}

fn read(bytes: &[u8]) -> Result<String, DocumentError> {
    if unpacked::is_too_much(bytes) {
        return Err(DocumentError::Large);
    }
    let mut document = Document::load_mem(bytes).map_err(|_| DocumentError::Damaged)?;
    if document.is_encrypted() {
        document.decrypt("").map_err(|_| DocumentError::Locked)?;
    }
    if has_endless_drawing(&document) {
        return Err(DocumentError::Damaged);
    }
    widths::write_out(&mut document);
    let mut page = Pages::default();
    let read = output_doc(&document, &mut page);
    if read.is_err() && page.all >= MOST {
        return Err(DocumentError::Large);
    }
    // What was read before the damage is worth having.
    page.end();
    let letters = page
        .text
        .chars()
        .filter(|c| c.is_alphabetic())
        .take(FEWEST)
        .count();
    match (read, letters) {
        (Err(_), 0) => Err(DocumentError::Damaged),
        (_, letters) if letters < FEWEST => Err(DocumentError::Pictures),
        _ => Ok(page.text),
    }
}

/// Whether a drawing draws itself, or one is drawn in another too often.
fn has_endless_drawing(document: &Document) -> bool {
    let mut visited = HashSet::new();
    document
        .objects
        .keys()
        .any(|id| goes_round(document, *id, &mut Vec::new(), &mut visited))
}

fn goes_round(
    document: &Document,
    id: ObjectId,
    path: &mut Vec<ObjectId>,
    visited: &mut HashSet<ObjectId>,
) -> bool {
    if path.contains(&id) || path.len() > DEEPEST {
        return true;
    }
    if !visited.insert(id) {
        return false;
    }
    let Ok(object) = document.get_object(id) else {
        return false;
    };
    let dictionary = match object {
        Object::Stream(stream) => &stream.dict,
        Object::Dictionary(dictionary) => dictionary,
        _ => return false,
    };
    path.push(id);
    let round = drawings(document, dictionary)
        .into_iter()
        .any(|drawing| goes_round(document, drawing, path, visited));
    path.pop();
    round
}

/// The drawings that a page or a drawing may draw.
fn drawings(document: &Document, dictionary: &Dictionary) -> Vec<ObjectId> {
    let part = |dictionary: &Dictionary, key: &[u8]| -> Option<Dictionary> {
        let (_, object) = document.dereference(dictionary.get(key).ok()?).ok()?;
        object.as_dict().ok().cloned()
    };
    let resources = part(dictionary, b"Resources");
    let drawn = resources.and_then(|resources| part(&resources, b"XObject"));
    drawn
        .map(|drawn| {
            drawn
                .iter()
                .filter_map(|(_, object)| object.as_reference().ok())
                .collect()
        })
        .unwrap_or_default()
}

/// A character on a page.
#[derive(Debug, Clone)]
struct Glyph {
    x: f64,
    end: f64,
    y: f64,
    size: f64,
    text: String,
}

/// The pages while their characters come in.
#[derive(Debug, Default)]
struct Pages {
    text: String,
    glyphs: Vec<Glyph>,
    all: usize,
}

impl Pages {
    /// Puts the characters of a page together.
    fn end(&mut self) {
        let mut glyphs = std::mem::take(&mut self.glyphs);
        glyphs.retain(|glyph| glyph.x.is_finite() && glyph.y.is_finite() && glyph.size > 0.0);
        glyphs.sort_by(|a, b| b.y.total_cmp(&a.y).then(a.x.total_cmp(&b.x)));
        let mut lines: Vec<Vec<Glyph>> = Vec::new();
        for glyph in glyphs {
            match lines.last_mut() {
                Some(line) if line[0].y - glyph.y < 0.5 * line[0].size.min(glyph.size).max(1.0) => {
                    line.push(glyph)
                }
                _ => lines.push(vec![glyph]),
            }
        }
        let mut gaps: Vec<f64> = lines.windows(2).map(|pair| pair[0][0].y - pair[1][0].y).collect();
        gaps.sort_by(f64::total_cmp);
        let usual = gaps.get(gaps.len() / 3).copied().unwrap_or_default();
        let mut above: Option<f64> = None;
        let lines = lines.into_iter().map(|mut line| {
            let y = line[0].y;
            let apart = above.is_some_and(|above| above - y > 1.6 * usual.max(1.0));
            above = Some(y);
            line.sort_by(|a, b| a.x.total_cmp(&b.x));
            Line {
                apart,
                stretches: stretches(&line),
            }
        });
        for line in hanging::joined(lines.collect()) {
            if line.apart {
                self.text.push('\n');
            }
            let texts: Vec<&str> = line.stretches.iter().map(|stretch| stretch.text.trim()).collect();
            let text = texts.join("\t");
            if !text.trim().is_empty() {
                self.text.push_str(text.trim());
                self.text.push('\n');
            }
        }
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
    }
}

/// A line of a page.
#[derive(Debug)]
struct Line {
    /// Whether more room than usual is above it.
    apart: bool,
    stretches: Vec<Stretch>,
}

/// Text of a line without a wide gap in it: all of it, or its part of a column.
#[derive(Debug)]
struct Stretch {
    x: f64,
    end: f64,
    /// Where its first word ends.
    word: f64,
    size: f64,
    text: String,
}

fn stretches(line: &[Glyph]) -> Vec<Stretch> {
    let mut found: Vec<Stretch> = Vec::new();
    let mut end: Option<f64> = None;
    for glyph in line {
        let gap = end.map_or(f64::INFINITY, |end| glyph.x - end);
        end = Some(glyph.end.max(glyph.x));
        let blank = glyph.text.trim().is_empty();
        if gap > 1.8 * glyph.size && !blank {
            found.push(Stretch {
                x: glyph.x,
                end: glyph.end,
                word: glyph.end,
                size: glyph.size,
                text: glyph.text.clone(),
            });
            continue;
        }
        let Some(stretch) = found.last_mut() else { continue };
        if (blank || gap > 0.16 * glyph.size) && !stretch.text.ends_with(' ') {
            stretch.text.push(' ');
        }
        if blank {
            continue;
        }
        if !stretch.text.contains(' ') {
            stretch.word = glyph.end;
        }
        stretch.end = glyph.end;
        stretch.text.push_str(&glyph.text);
    }
    found
}

impl OutputDev for Pages {
    fn begin_page(
        &mut self,
        _number: u32,
        _media: &MediaBox,
        _art: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        self.end();
        Ok(())
    }

    fn output_character(
        &mut self,
        at: &Transform,
        width: f64,
        _spacing: f64,
        font: f64,
        text: &str,
    ) -> Result<(), OutputError> {
        self.all += 1;
        if self.all > MOST {
            return Err(OutputError::FormatError(std::fmt::Error));
        }
        // What the font's size is on the page, however the page is scaled.
        let (across, along) = (font * (at.m11 + at.m21), font * (at.m12 + at.m22));
        let size = (across * along).abs().sqrt();
        let blank = text.trim().is_empty();
        // A space moves the pen only; where it stands is told by the next character.
        let end = if blank { at.m31 } else { at.m31 + width * size };
        self.glyphs.push(Glyph {
            x: at.m31,
            end,
            y: at.m32,
            size,
            text: ligature(text),
        });
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}

/// Letters that a font draws as one are letters again.
fn ligature(text: &str) -> String {
    text.replace('\u{fb00}', "ff")
        .replace('\u{fb01}', "fi")
        .replace('\u{fb02}', "fl")
        .replace('\u{fb03}', "ffi")
        .replace('\u{fb04}', "ffl")
}
