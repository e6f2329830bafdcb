//! Finds the paragraphs of a part of WordprocessingML in whose text a brace stands, where in the source each
//! piece of that text is, so that it can be changed without touching the rest, and what they stand in.
//!
//! Word cuts text into runs as it likes: by revision, spelling, language, smart tags. What a person sees as
//! one text is put together here; text that is marked as deleted is none. Nothing is resolved that is not in
//! the part: a document type, and so an entity of one's own, makes the part damaged.

use std::borrow::Cow;
use std::ops::Range;

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::{Namespace, ResolveResult};
use quick_xml::reader::{NsReader, Reader};

use super::DocxError;
use super::placeholder::OBSTACLE;

/// The namespaces of WordprocessingML: transitional (what everybody writes) and strict (ISO/IEC 29500-1).
const NAMESPACES: [&str; 2] = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    STRICT,
];
/// The namespace of strict documents.
pub(super) const STRICT: &str = "http://purl.oclc.org/ooxml/wordprocessingml/main";
/// How deep elements may stand in each other. Tables in tables in text boxes stay below 100.
const MOST_DEPTH: usize = 1000;
/// Around how many elements a paragraph is split; runs stand in one or two.
const MOST_WRAPPERS: usize = 8;

/// A paragraph with braces in its text.
#[derive(Debug, Default)]
pub(super) struct Paragraph<'a> {
    /// What stands before the local names of its elements, with the colon.
    pub(super) prefix: &'a str,
    /// Where its start tag stands.
    pub(super) tag: Range<usize>,
    /// What it stands in, as a number in [`Scanned::containers`].
    pub(super) container: Option<usize>,
    /// Whether it stands in the body itself, so that a section can end with it.
    pub(super) in_body: bool,
    /// Where its properties stand.
    pub(super) properties: Option<Range<usize>>,
    /// Whether it is in a content control for plain text, which holds one paragraph of one look.
    pub(super) plain: bool,
    pub(super) runs: Vec<Run>,
    pub(super) texts: Vec<Text>,
    pub(super) pieces: Vec<Piece<'a>>,
}

/// A run of a paragraph.
#[derive(Debug, Default)]
pub(super) struct Run {
    /// Where its properties stand.
    pub(super) properties: Option<Range<usize>>,
    /// Where the start tags stand of the elements between the paragraph and the run.
    pub(super) wrappers: Vec<Range<usize>>,
    /// Whether the paragraph can be ended and begun again inside the run.
    pub(super) splits: bool,
    /// What the run stands in, as a number in [`Scanned::containers`].
    pub(super) container: Option<usize>,
}

/// A `w:t`.
#[derive(Debug)]
pub(super) struct Text {
    /// Where its start tag stands.
    pub(super) tag: Range<usize>,
    /// The run that it is in.
    pub(super) run: usize,
}

/// A piece of what a person reads in the paragraph.
#[derive(Debug)]
pub(super) struct Piece<'a> {
    pub(super) text: Cow<'a, str>,
    /// Where it stands in the source.
    pub(super) source: Range<usize>,
    /// The `w:t` that it is in; `None` for an obstacle.
    pub(super) element: Option<usize>,
}

impl Paragraph<'_> {
    /// What a person reads in it.
    pub(super) fn text(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_ref()).collect()
    }

    /// The length of the longest source, in bytes, that several paragraphs in its place would repeat.
    pub(super) fn most_repeated(&self) -> usize {
        let of_runs = self
            .runs
            .iter()
            .flat_map(|run| run.properties.iter().chain(&run.wrappers));
        self.properties
            .iter()
            .chain(of_runs)
            .map(|range| range.len())
            .max()
            .unwrap_or_default()
    }
}

/// What was found in a part.
#[derive(Debug, Default)]
pub(super) struct Scanned<'a> {
    /// The paragraphs with a brace in their text.
    pub(super) paragraphs: Vec<Paragraph<'a>>,
    /// What paragraphs and runs stand in.
    pub(super) containers: Vec<Container>,
    /// Where the properties of the sections of the body stand, in order.
    pub(super) sections: Vec<Range<usize>>,
}

impl Scanned<'_> {
    /// The container of this number and all that it stands in, from the inside out.
    pub(super) fn around(&self, container: Option<usize>) -> impl Iterator<Item = &Container> {
        let get = |number: Option<usize>| number.and_then(|number| self.containers.get(number));
        std::iter::successors(get(container), move |inner| get(inner.parent))
    }
}

/// An element that says something about all that is in it.
#[derive(Debug)]
pub(super) struct Container {
    pub(super) kind: ContainerKind,
    parent: Option<usize>,
    /// Where the properties of a content control stand.
    pub(super) properties: Option<Range<usize>>,
    /// Whether it grows with what is in it.
    pub(super) grows: bool,
}

/// What a container is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ContainerKind {
    /// A content control.
    Control,
    /// A shape or text box.
    TextBox,
    /// A row of a table.
    Row,
}

/// What an open element is to us.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Element {
    Paragraph,
    ParagraphProperties,
    /// With its number in the paragraph, once there is text in it.
    Run(Option<usize>),
    RunProperties,
    Text(usize),
    /// Around runs, and can stand around several paragraphs' worth of them: an insertion, a smart tag.
    Through,
    /// Around runs that are no longer there: a deletion.
    Hidden,
    Control,
    ControlProperties,
    Body,
    Section,
    Other,
}

/// An open element, with what it hands down to those inside, so that nobody has to look further up.
struct Open {
    element: Element,
    tag: Range<usize>,
    /// Where the properties of the run stand.
    properties: Option<Range<usize>>,
    /// Inside a deletion.
    hidden: bool,
    /// Inside a content control for plain text.
    plain: bool,
    /// How many elements stand around it in its paragraph; `None` where one of them cannot be split.
    wrappers: Option<usize>,
    /// The container that it is, or is in.
    container: Option<usize>,
}

struct Scanner<'a> {
    source: &'a str,
    open: Vec<Open>,
    /// The paragraphs that are open: a text box holds paragraphs inside a paragraph.
    paragraphs: Vec<Paragraph<'a>>,
    scanned: Scanned<'a>,
}

/// The paragraphs with a brace in their text, and what they stand in.
pub(super) fn scan(source: &str) -> Result<Scanned<'_>, DocxError> {
    let mut scanner = Scanner {
        source,
        open: Vec::new(),
        paragraphs: Vec::new(),
        scanned: Scanned::default(),
    };
    let mut reader = NsReader::from_str(source);
    let mut at = 0;
    loop {
        let (namespace, event) = reader.read_resolved_event().map_err(|_| DocxError::Damaged)?;
        let ours = matches!(namespace, ResolveResult::Bound(Namespace(name)) if NAMESPACES.contains(&name));
        let end = usize::try_from(reader.buffer_position()).map_err(|_| DocxError::TooLarge)?;
        let range = at..end;
        at = end;
        match &event {
            Event::Start(tag) => scanner.start(tag, ours, false, range)?,
            Event::Empty(tag) => {
                scanner.start(tag, ours, true, range.clone())?;
                scanner.end(range);
            }
            Event::End(_) => scanner.end(range),
            Event::Text(_) => scanner.piece(range, None),
            Event::CData(_) => scanner.piece(range, Some(OBSTACLE.into())),
            Event::GeneralRef(reference) => {
                let c = match reference.resolve_char_ref().map_err(|_| DocxError::Damaged)? {
                    Some(c) => c.to_string(),
                    None => {
                        let entity = range.clone();
                        let name = source.get(entity.start + 1..entity.end - 1).unwrap_or_default();
                        quick_xml::escape::resolve_xml_entity(name)
                            .ok_or(DocxError::Damaged)?
                            .to_owned()
                    }
                };
                scanner.piece(range, Some(c.into()));
            }
            Event::DocType(_) => return Err(DocxError::Damaged),
            Event::Eof => break,
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
    }
    if scanner.open.is_empty() {
        Ok(scanner.scanned)
    } else {
        Err(DocxError::Damaged)
    }
}

impl<'a> Scanner<'a> {
    fn parent(&self) -> Element {
        self.open.last().map_or(Element::Other, |open| open.element)
    }

    fn start(
        &mut self,
        start: &BytesStart,
        ours: bool,
        is_empty: bool,
        tag: Range<usize>,
    ) -> Result<(), DocxError> {
        if self.open.len() >= MOST_DEPTH {
            return Err(DocxError::TooLarge);
        }
        let (hidden, plain, wrappers, around) = match self.open.last() {
            Some(above) => (above.hidden, above.plain, above.wrappers, above.container),
            None => (false, false, None, None),
        };
        let local = start.local_name();
        let name = if ours { local.as_ref() } else { "" };
        let mut container = around;
        let element = match (name, self.parent()) {
            ("", _) => {
                container = self.foreign(local.as_ref(), start, around);
                match self.parent() {
                    Element::Run(_) => {
                        self.push_piece(tag.clone(), OBSTACLE.into(), None);
                        Element::Other
                    }
                    _ => Element::Other,
                }
            }
            ("p", parent) => {
                self.start_paragraph(&tag, plain, around, parent == Element::Body);
                Element::Paragraph
            }
            ("pPr", Element::Paragraph) => Element::ParagraphProperties,
            ("r", _) if !hidden && !self.paragraphs.is_empty() => Element::Run(None),
            ("rPr", Element::Run(_)) => Element::RunProperties,
            ("t", Element::Run(_)) => self.start_text(tag.clone()),
            ("del" | "moveFrom", _) => Element::Hidden,
            ("ins" | "moveTo" | "smartTag", _) => Element::Through,
            ("sdt", _) => {
                container = Some(self.contain(ContainerKind::Control, true, around));
                Element::Control
            }
            ("sdtPr", Element::Control) => Element::ControlProperties,
            ("text", Element::ControlProperties) => {
                if let Some(control) = self.open.iter_mut().rev().nth(1) {
                    control.plain = true;
                }
                Element::Other
            }
            ("tr", _) => {
                container = Some(self.contain(ContainerKind::Row, true, around));
                Element::Other
            }
            ("trHeight", _) => {
                if attribute(start, "hRule").as_deref() == Some("exact") {
                    self.set_grows(around, ContainerKind::Row, false);
                }
                Element::Other
            }
            ("body", _) => Element::Body,
            ("sectPr", Element::Body) => Element::Section,
            ("sectPr", Element::ParagraphProperties) if self.is_paragraph_of_body() => Element::Section,
            // The hyphen at which no line may break, which word processors put between the words of a name. With an
            // end tag of its own it could not be taken out by itself.
            ("noBreakHyphen", Element::Run(_)) if is_empty => {
                self.push_piece(tag.clone(), "\u{2011}".into(), None);
                Element::Other
            }
            ("lastRenderedPageBreak" | "softHyphen" | "delText" | "instrText", _) => Element::Other,
            (_, Element::Run(_)) => {
                self.push_piece(tag.clone(), OBSTACLE.into(), None);
                Element::Other
            }
            _ => Element::Other,
        };
        let is_paragraph = element == Element::Paragraph;
        self.open.push(Open {
            element,
            tag,
            properties: None,
            hidden: !is_paragraph && (hidden || element == Element::Hidden),
            plain,
            wrappers: match element {
                Element::Paragraph => Some(0),
                Element::Through => wrappers
                    .map(|count| count + 1)
                    .filter(|count| *count <= MOST_WRAPPERS),
                Element::Run(_) => wrappers,
                _ => None,
            },
            container,
        });
        Ok(())
    }

    /// An element of another vocabulary: a shape says whether it grows with its text (DrawingML in a child, VML in
    /// its style).
    fn foreign(&mut self, name: &str, start: &BytesStart, around: Option<usize>) -> Option<usize> {
        match name {
            "wsp" => Some(self.contain(ContainerKind::TextBox, false, around)),
            "spAutoFit" => {
                self.set_grows(around, ContainerKind::TextBox, true);
                around
            }
            "textbox" => {
                let style = attribute(start, "style").unwrap_or_default().replace(' ', "");
                let grows = style.contains("mso-fit-shape-to-text:t");
                Some(self.contain(ContainerKind::TextBox, grows, around))
            }
            _ => around,
        }
    }

    fn contain(&mut self, kind: ContainerKind, grows: bool, parent: Option<usize>) -> usize {
        self.scanned.containers.push(Container {
            kind,
            parent,
            properties: None,
            grows,
        });
        self.scanned.containers.len() - 1
    }

    fn set_grows(&mut self, container: Option<usize>, kind: ContainerKind, grows: bool) {
        let found = container.and_then(|number| self.scanned.containers.get_mut(number));
        if let Some(found) = found.filter(|found| found.kind == kind) {
            found.grows = grows;
        }
    }

    fn is_paragraph_of_body(&self) -> bool {
        self.paragraphs.last().is_some_and(|paragraph| paragraph.in_body)
    }

    fn start_paragraph(&mut self, tag: &Range<usize>, plain: bool, container: Option<usize>, in_body: bool) {
        let name = self.source.get(tag.start + 1..tag.end).unwrap_or_default();
        let end = name.find(|c: char| c == ':' || c.is_whitespace() || c == '>' || c == '/');
        let prefix = end
            .filter(|at| name.get(*at..=*at) == Some(":"))
            .and_then(|at| name.get(..=at));
        self.paragraphs.push(Paragraph {
            prefix: prefix.unwrap_or_default(),
            tag: tag.clone(),
            container,
            in_body,
            plain,
            ..Paragraph::default()
        });
    }

    /// A text begins in the run that is open; with its first text the run is noted.
    fn start_text(&mut self, tag: Range<usize>) -> Element {
        let depth = self.open.len().saturating_sub(1);
        let Some(paragraph) = self.paragraphs.last_mut() else {
            return Element::Other;
        };
        let Some(Open {
            element: Element::Run(number),
            properties,
            plain,
            wrappers,
            container,
            ..
        }) = self.open.get(depth)
        else {
            return Element::Other;
        };
        paragraph.plain |= plain;
        let run = number.unwrap_or(paragraph.runs.len());
        if number.is_none() {
            let splits = wrappers.filter(|_| !plain);
            let around = self
                .open
                .get(depth - splits.unwrap_or(0)..depth)
                .unwrap_or_default();
            paragraph.runs.push(Run {
                properties: properties.clone(),
                wrappers: around.iter().map(|open| open.tag.clone()).collect(),
                splits: splits.is_some(),
                container: *container,
            });
        }
        paragraph.texts.push(Text { tag, run });
        let text = Element::Text(paragraph.texts.len() - 1);
        if let Some(open) = self.open.get_mut(depth) {
            open.element = Element::Run(Some(run));
        }
        text
    }

    /// Text of the source, or what a reference in it stands for.
    fn piece(&mut self, range: Range<usize>, meaning: Option<Cow<'a, str>>) {
        if let Element::Text(element) = self.parent() {
            let source = self.source;
            let text = meaning.unwrap_or_else(|| source.get(range.clone()).unwrap_or_default().into());
            let element = (text != OBSTACLE).then_some(element);
            self.push_piece(range, text, element);
        }
    }

    fn push_piece(&mut self, source: Range<usize>, text: Cow<'a, str>, element: Option<usize>) {
        let Some(paragraph) = self.paragraphs.last_mut() else {
            return;
        };
        // Of obstacles in a row one is enough.
        let again = text == OBSTACLE
            && paragraph
                .pieces
                .last()
                .is_some_and(|piece| piece.text == OBSTACLE);
        if !again {
            paragraph.pieces.push(Piece {
                text,
                source,
                element,
            });
        }
    }

    fn end(&mut self, tag: Range<usize>) {
        // The reader compares names, so there is always one to close.
        let Some(closed) = self.open.pop() else { return };
        let whole = closed.tag.start..tag.end;
        match closed.element {
            Element::Section => self.scanned.sections.push(whole),
            Element::ControlProperties => {
                let control = closed.container;
                if let Some(control) = control.and_then(|number| self.scanned.containers.get_mut(number)) {
                    control.properties = Some(whole);
                }
            }
            _ => self.end_in_paragraph(closed.element, whole),
        }
    }

    fn end_in_paragraph(&mut self, element: Element, whole: Range<usize>) {
        let Some(paragraph) = self.paragraphs.last_mut() else {
            return;
        };
        match element {
            Element::ParagraphProperties => paragraph.properties = Some(whole),
            Element::RunProperties => {
                if let Some(run) = self.open.last_mut() {
                    run.properties = Some(whole);
                }
            }
            Element::Paragraph => {
                if let Some(paragraph) = self.paragraphs.pop()
                    && paragraph.pieces.iter().any(|piece| piece.text.contains('{'))
                {
                    self.scanned.paragraphs.push(paragraph);
                }
            }
            _ => {}
        }
    }
}

/// The children of an element, each with its local name and its source.
pub(super) fn children(element: &str) -> Vec<(String, &str)> {
    let mut reader = Reader::from_str(element);
    let mut children = Vec::new();
    let (mut depth, mut at, mut start) = (0usize, 0, 0);
    let mut name = String::new();
    while let Ok(event) = reader.read_event() {
        let end = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        match &event {
            Event::Start(tag) => {
                if depth == 1 {
                    start = at;
                    name = tag.local_name().as_ref().to_owned();
                }
                depth += 1;
            }
            Event::Empty(tag) if depth == 1 => {
                let source = element.get(at..end).unwrap_or_default();
                children.push((tag.local_name().as_ref().to_owned(), source));
            }
            Event::End(_) => {
                depth = depth.saturating_sub(1);
                if depth == 1 {
                    children.push((
                        std::mem::take(&mut name),
                        element.get(start..end).unwrap_or_default(),
                    ));
                }
            }
            Event::Eof => break,
            _ => {}
        }
        at = end;
    }
    children
}

/// The value of an attribute, by its local name.
pub(super) fn attribute(tag: &BytesStart, name: &str) -> Option<String> {
    let found = tag
        .attributes()
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == name)?;
    Some(found.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
}
