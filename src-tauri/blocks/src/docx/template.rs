//! The block placed into the user's own document, where `{{signatories}}` or `{{count}}` stands.
//!
//! It may stand anywhere in the text: in the body, a table cell, a text box, a content control, a header or
//! footer, a note; Word may have cut it into runs. The block takes on the style of that place: each entry is a
//! paragraph with the properties of the paragraph there and of the run in which the placeholder begins. What
//! stands before the placeholder in its paragraph stands before the first entry, what stands after it after the
//! last. Only the parts with a placeholder are written anew, and in them only those paragraphs; all other parts
//! are copied as they are packed.
//!
//! What the place decides instead of the block:
//! - Columns become lines. In a section, text box or table of several columns they fill these.
//! - In a list the paragraph brings bullets or numbers of its own; elsewhere they are written as text.
//! - Inside a link, field or content control in the line, and in one for plain text, entries are parted by line
//!   breaks instead of paragraphs, and a table becomes lines.
//! - Parts of the block are parted by an empty paragraph, since there is no style to space them.

use std::collections::HashMap;
use std::ops::Range;

use quick_xml::events::Event;
use quick_xml::reader::Reader;

use super::DocxError;
use super::lines::{Lines, Step};
use super::package::Package;
use super::placeholder::{self, Kind, Placeholder};
use super::run::{Look, Looks, Runs};
use super::scan::{self, Paragraph};
use super::styles::Styles;
use crate::SignatoryBlock;

/// Content types of the parts that hold text, after the main part's, without which it is no document. A
/// document with macros is another type, and so none.
const MAIN: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
const TEXTS: [&str; 4] = [
    "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.endnotes+xml",
];
const STYLES: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml";

/// The most placeholders of a document, and the longest source, in bytes, of what each entry repeats: the
/// properties of a paragraph or run. Both multiply with the number of signatories.
const MOST_PLACEHOLDERS: usize = 200;
const MOST_REPEATED: usize = 64 << 10;

/// A document with the block in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filled {
    /// The bytes of the document.
    pub document: Vec<u8>,
    /// How many placeholders gave way.
    pub places: usize,
}

/// The document with the block in the place of each placeholder.
///
/// `choose` is asked once for each arrangement that is named: with the words after the colon
/// (`{{signatories:state}}`, `{{count:prose}}`), or with an empty text for the letter's own. It answers `None`
/// to words it does not know; [`BlockOptions::with_words`](crate::BlockOptions::with_words) reads them.
/// A count is that of all signatories of the block.
///
/// # Errors
///
/// [`DocxError`] says why the document was not taken.
pub fn fill(
    document: &[u8],
    mut choose: impl FnMut(&str) -> Option<SignatoryBlock>,
) -> Result<Filled, DocxError> {
    let mut package = Package::open(document)?;
    let types = package
        .text("[Content_Types].xml")?
        .ok_or(DocxError::NotADocument)?;
    let Parts { texts, styles } = parts(&types)?;
    let styles = match styles {
        Some(name) => Styles::read(&package.text(&name)?.unwrap_or_default())?,
        None => Styles::default(),
    };
    let mut blocks: HashMap<String, SignatoryBlock> = HashMap::new();
    let mut replaced = HashMap::new();
    let mut found = 0;
    for name in texts {
        let Some(text) = package.text(&name)? else {
            return Err(DocxError::Damaged);
        };
        let mark = if text.starts_with('\u{feff}') {
            '\u{feff}'.len_utf8()
        } else {
            0
        };
        let source = text.get(mark..).unwrap_or_default();
        let mut edits = Vec::new();
        for paragraph in scan::paragraphs(source)? {
            let placeholders = placeholder::find(&paragraph.text());
            found += placeholders.len();
            if found > MOST_PLACEHOLDERS
                || (!placeholders.is_empty() && paragraph.most_repeated() > MOST_REPEATED)
            {
                return Err(DocxError::TooLarge);
            }
            for placeholder in &placeholders {
                if !blocks.contains_key(&placeholder.argument) {
                    let block = choose(&placeholder.argument)
                        .ok_or_else(|| DocxError::UnknownArrangement(placeholder.argument.clone()))?;
                    blocks.insert(placeholder.argument.clone(), block);
                }
            }
            if !placeholders.is_empty() {
                Place {
                    source,
                    paragraph: &paragraph,
                    styles: &styles,
                }
                .fill(&placeholders, &blocks, &mut edits);
            }
        }
        if !edits.is_empty() {
            replaced.insert(
                name,
                text.get(..mark).unwrap_or_default().to_owned() + &edited(source, edits),
            );
        }
    }
    if replaced.is_empty() {
        return Err(DocxError::NoPlaceholder);
    }
    Ok(Filled {
        document: package.with(&replaced)?,
        places: found,
    })
}

/// The names of the parts that matter here.
struct Parts {
    /// Those that hold text, the main part among them.
    texts: Vec<String>,
    styles: Option<String>,
}

fn parts(types: &str) -> Result<Parts, DocxError> {
    let mut reader = Reader::from_str(types);
    let mut parts = Parts {
        texts: Vec::new(),
        styles: None,
    };
    let mut main = false;
    loop {
        match reader.read_event().map_err(|_| DocxError::Damaged)? {
            Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == "Override" => {
                let (Some(name), Some(kind)) = (
                    scan::attribute(&tag, "PartName"),
                    scan::attribute(&tag, "ContentType"),
                ) else {
                    return Err(DocxError::Damaged);
                };
                let name = name.trim_start_matches('/').to_owned();
                main |= kind == MAIN;
                if kind == STYLES {
                    parts.styles = Some(name);
                } else if kind == MAIN || TEXTS.contains(&kind.as_str()) {
                    parts.texts.push(name);
                }
            }
            Event::DocType(_) => return Err(DocxError::Damaged),
            Event::Eof => break,
            _ => {}
        }
    }
    if main {
        Ok(parts)
    } else {
        Err(DocxError::NotADocument)
    }
}

/// A change of the source: what stands in this range gives way to that.
struct Edit {
    range: Range<usize>,
    with: String,
}

fn edited(source: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
    let mut text =
        String::with_capacity(source.len() + edits.iter().map(|edit| edit.with.len()).sum::<usize>());
    let mut at = 0;
    for edit in edits {
        text.push_str(source.get(at..edit.range.start).unwrap_or_default());
        text.push_str(&edit.with);
        at = edit.range.end;
    }
    text.push_str(source.get(at..).unwrap_or_default());
    text
}

/// A paragraph with placeholders, in its part.
struct Place<'a> {
    source: &'a str,
    paragraph: &'a Paragraph<'a>,
    styles: &'a Styles,
}

/// The properties of a paragraph that becomes several.
struct Properties {
    first: String,
    between: String,
    last: String,
    is_list: bool,
}

impl Place<'_> {
    /// Adds the changes that put the blocks in the places of the placeholders.
    fn fill(
        &self,
        placeholders: &[Placeholder],
        blocks: &HashMap<String, SignatoryBlock>,
        edits: &mut Vec<Edit>,
    ) {
        let properties = self.properties();
        let contents: Vec<(&Placeholder, usize, Vec<Step>)> = placeholders
            .iter()
            .filter_map(|placeholder| {
                let run = self.run_at(placeholder.range.start)?;
                let block = blocks.get(&placeholder.argument)?;
                Some((
                    placeholder,
                    run,
                    self.content(placeholder.kind, run, block, &properties),
                ))
            })
            .collect();
        let is_end = |step: &&Step| matches!(step, Step::Paragraph | Step::Table(_));
        let mut ends_left = contents
            .iter()
            .flat_map(|(.., steps)| steps)
            .filter(is_end)
            .count();
        if ends_left > 0
            && let Some(range) = self.paragraph.properties.clone()
        {
            edits.push(Edit {
                range,
                with: properties.first.clone(),
            });
        }
        let mut touched = Vec::new();
        for (placeholder, run, steps) in contents {
            let written = self.written(run, steps, &properties, &mut ends_left);
            self.replace(&placeholder.range, written, edits, &mut touched);
        }
        touched.dedup();
        for element in touched {
            // What is left beside the placeholder may begin or end with a space.
            if let Some(text) = self.paragraph.texts.get(element)
                && !self.text_of(&text.tag).contains("xml:space")
            {
                let with = format!("<{}t xml:space=\"preserve\">", self.paragraph.prefix);
                edits.push(Edit {
                    range: text.tag.clone(),
                    with,
                });
            }
        }
    }

    fn text_of(&self, range: &Range<usize>) -> &str {
        self.source.get(range.clone()).unwrap_or_default()
    }

    /// The run in which this byte of the paragraph's text stands.
    fn run_at(&self, at: usize) -> Option<usize> {
        let mut end = 0;
        let piece = self.paragraph.pieces.iter().find(|piece| {
            end += piece.text.len();
            at < end
        })?;
        Some(self.paragraph.texts.get(piece.element?)?.run)
    }

    fn looks(&self, run: usize) -> Looks {
        let source = self
            .paragraph
            .runs
            .get(run)
            .and_then(|run| run.properties.clone());
        let children = source
            .map(|range| scan::children(self.text_of(&range)))
            .unwrap_or_default();
        let properties: Vec<(&str, &str)> = children
            .iter()
            .map(|(name, source)| (name.as_str(), *source))
            .filter(|(name, _)| !matches!(*name, "rPrChange" | "ins" | "del" | "moveFrom" | "moveTo"))
            .collect();
        Looks::with(self.paragraph.prefix, &properties, false, self.paragraph.plain)
    }

    fn content(&self, kind: Kind, run: usize, block: &SignatoryBlock, properties: &Properties) -> Vec<Step> {
        let looks = self.looks(run);
        if kind == Kind::Count {
            let mut xml = String::new();
            let mut runs = Runs::new(&mut xml, &looks);
            runs.text(&block.total.to_string(), Look::default());
            runs.end();
            return vec![Step::Runs(xml)];
        }
        let splits = self.paragraph.runs.get(run).is_some_and(|run| run.splits);
        Lines::new(&looks, splits, properties.is_list, &properties.between).write(block)
    }

    /// The source that stands in the place of a placeholder, inside the `w:t` where it begins.
    fn written(
        &self,
        run: usize,
        steps: Vec<Step>,
        properties: &Properties,
        ends_left: &mut usize,
    ) -> String {
        let w = self.paragraph.prefix;
        let wrappers = self
            .paragraph
            .runs
            .get(run)
            .map(|run| run.wrappers.as_slice())
            .unwrap_or_default();
        let begin: String = wrappers.iter().map(|tag| self.text_of(tag)).collect();
        let end: String = wrappers
            .iter()
            .rev()
            .map(|tag| format!("</{}>", name_of(self.text_of(tag))))
            .collect();
        let mut xml = format!("</{w}t></{w}r>");
        for step in steps {
            let table = match step {
                Step::Runs(runs) => {
                    xml.push_str(&runs);
                    continue;
                }
                Step::Paragraph => String::new(),
                Step::Table(table) => table,
            };
            *ends_left = ends_left.saturating_sub(1);
            let properties = if *ends_left == 0 {
                &properties.last
            } else {
                &properties.between
            };
            xml.push_str(&format!("{end}</{w}p>{table}<{w}p>{properties}{begin}"));
        }
        xml.push_str(self.looks(run).plain_opening());
        xml
    }

    /// Takes the text in this range of the paragraph out, and puts the source in its place.
    fn replace(&self, range: &Range<usize>, with: String, edits: &mut Vec<Edit>, touched: &mut Vec<usize>) {
        let mut with = Some(with);
        let mut at = 0;
        for piece in &self.paragraph.pieces {
            let place = at..at + piece.text.len();
            at = place.end;
            if place.end <= range.start || place.start >= range.end {
                continue;
            }
            let source = if self.text_of(&piece.source) == piece.text {
                let within = |at: usize| piece.source.start + at.clamp(place.start, place.end) - place.start;
                within(range.start)..within(range.end)
            } else {
                // A reference stands for one character, and so for one of the placeholder's.
                piece.source.clone()
            };
            edits.push(Edit {
                range: source,
                with: with.take().unwrap_or_default(),
            });
            touched.extend(piece.element);
        }
    }

    /// What the paragraphs have for properties into which this one is cut. A section is told by the last of
    /// them, a page break by the first; changes that Word has noted stay with the last.
    fn properties(&self) -> Properties {
        let w = self.paragraph.prefix;
        let source = self.paragraph.properties.clone();
        let children = source
            .map(|range| scan::children(self.text_of(&range)))
            .unwrap_or_default();
        let without = |dropped: &[&str]| {
            let kept: String = children
                .iter()
                .filter(|(name, _)| !dropped.contains(&name.as_str()))
                .map(|(name, source)| {
                    if name == "rPr" && dropped.contains(&"sectPr") {
                        self.unmarked(source)
                    } else {
                        (*source).to_owned()
                    }
                })
                .collect();
            if kept.is_empty() {
                kept
            } else {
                format!("<{w}pPr>{kept}</{w}pPr>")
            }
        };
        let style = children
            .iter()
            .find(|(name, _)| name == "pStyle")
            .and_then(|(_, source)| value_of(source));
        Properties {
            first: without(&["sectPr", "pPrChange"]),
            between: without(&["sectPr", "pPrChange", "pageBreakBefore"]),
            last: without(&["pageBreakBefore"]),
            is_list: match children.iter().find(|(name, _)| name == "numPr") {
                // Number 0 takes a paragraph out of the list that its style puts it in.
                Some((_, source)) => !scan::children(source)
                    .iter()
                    .any(|(name, id)| name == "numId" && value_of(id).as_deref() == Some("0")),
                None => self.styles.is_list(style.as_deref()),
            },
        }
    }

    /// The properties of a paragraph mark without the note that it was added, taken away or changed.
    fn unmarked(&self, source: &str) -> String {
        let w = self.paragraph.prefix;
        let kept: String = scan::children(source)
            .into_iter()
            .filter(|(name, _)| !matches!(name.as_str(), "ins" | "del" | "moveFrom" | "moveTo" | "rPrChange"))
            .map(|(_, source)| source)
            .collect();
        if kept.is_empty() {
            kept
        } else {
            format!("<{w}rPr>{kept}</{w}rPr>")
        }
    }
}

/// The name in a start tag, with its prefix.
fn name_of(tag: &str) -> &str {
    let name = tag.trim_start_matches('<');
    name.split(|c: char| c.is_whitespace() || c == '>' || c == '/')
        .next()
        .unwrap_or_default()
}

/// The `w:val` of an empty element.
fn value_of(element: &str) -> Option<String> {
    match Reader::from_str(element).read_event() {
        Ok(Event::Start(tag) | Event::Empty(tag)) => scan::attribute(&tag, "val"),
        _ => None,
    }
}
