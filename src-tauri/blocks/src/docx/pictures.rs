//! Logos in a document: the drawing in the text, the picture as a part of the package, and what relates the two
//! (ECMA-376 part 1, section 20.4, and part 2).
//!
//! A picture's part and its relationship are called by the beginning of what the picture is kept under. So nothing has to
//! be numbered, the same block gives the same bytes, and a document that is filled again holds each picture once.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::{PrintedLogo, SignatoryBlock};

/// How many letters of its name call a picture.
const CALLED: usize = 24;
/// What a relationship to a picture begins with.
const RELATIONSHIP: &str = "logo-";
/// Stands for the number of a drawing until all of them are numbered. In a text an angle bracket is a reference, so that
/// nothing else reads like this.
const UNNUMBERED: &str = "<wp:docPr id=\"0\" name=\"Logo\"";
/// The number of the first drawing, above those that programs give.
const FIRST_NUMBER: u32 = 700_001;
/// A twip in the units of a drawing.
const EMU: u32 = 635;

/// Writes the drawing of a logo.
pub(super) fn inline(xml: &mut String, logo: &PrintedLogo, alternative: &str, strict: bool) {
    let spaces = Namespaces::of(strict);
    let (cx, cy) = (logo.width * EMU, logo.height * EMU);
    let mut says = String::with_capacity(alternative.len());
    for c in alternative.chars() {
        match c {
            '&' => says.push_str("&amp;"),
            '<' => says.push_str("&lt;"),
            '"' => says.push_str("&quot;"),
            '\0'..' ' | '\u{fffe}' | '\u{ffff}' => says.push(' '),
            _ => says.push(c),
        }
    }
    xml.push_str(&format!(
        "<wp:inline xmlns:wp=\"{drawing}\" distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{cx}\" cy=\"{cy}\"/>\
         {UNNUMBERED} descr=\"{says}\"/><a:graphic xmlns:a=\"{main}\"><a:graphicData uri=\"{picture}\">\
         <pic:pic xmlns:pic=\"{picture}\"><pic:nvPicPr><pic:cNvPr id=\"0\" name=\"Logo\"/><pic:cNvPicPr/></pic:nvPicPr>\
         <pic:blipFill><a:blip xmlns:r=\"{relationships}\" r:embed=\"{id}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
         <pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{cx}\" cy=\"{cy}\"/></a:xfrm>\
         <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>",
        drawing = spaces.drawing,
        main = spaces.main,
        picture = spaces.picture,
        relationships = spaces.relationships,
        id = relationship(&logo.picture),
    ));
}

/// The namespaces of a drawing.
struct Namespaces {
    drawing: &'static str,
    main: &'static str,
    picture: &'static str,
    relationships: &'static str,
}

impl Namespaces {
    fn of(strict: bool) -> Self {
        if strict {
            Self {
                drawing: "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
                main: "http://purl.oclc.org/ooxml/drawingml/main",
                picture: "http://purl.oclc.org/ooxml/drawingml/picture",
                relationships: "http://purl.oclc.org/ooxml/officeDocument/relationships",
            }
        } else {
            Self {
                drawing: "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
                main: "http://schemas.openxmlformats.org/drawingml/2006/main",
                picture: "http://schemas.openxmlformats.org/drawingml/2006/picture",
                relationships: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            }
        }
    }
}

/// What calls a picture in a package.
fn called(name: &str) -> &str {
    name.get(..CALLED).unwrap_or(name)
}

fn relationship(name: &str) -> String {
    format!("{RELATIONSHIP}{}", called(name))
}

/// The pictures that a package needs.
#[derive(Default)]
pub(super) struct Used {
    /// Each by the name of its part.
    parts: BTreeMap<String, Arc<[u8]>>,
    /// How many drawings there are.
    drawings: u32,
}

impl Used {
    /// Numbers the drawings in a part's text, and takes what pictures of these blocks it shows.
    pub(super) fn take<'b>(
        &mut self,
        text: &str,
        blocks: impl IntoIterator<Item = &'b SignatoryBlock>,
    ) -> String {
        if !text.contains(UNNUMBERED) {
            return text.to_owned();
        }
        let mut numbered = String::with_capacity(text.len());
        for (at, piece) in text.split(UNNUMBERED).enumerate() {
            if at > 0 {
                let number = FIRST_NUMBER + self.drawings;
                numbered.push_str(&format!("<wp:docPr id=\"{number}\" name=\"Logo {number}\""));
                self.drawings += 1;
            }
            numbered.push_str(piece);
        }
        for block in blocks {
            for name in block.picture_names() {
                let Some(png) = block.pictures.get(&name) else {
                    continue;
                };
                if numbered.contains(&format!("r:embed=\"{}\"", relationship(&name))) {
                    self.parts.insert(part(&relationship(&name)), Arc::clone(png));
                }
            }
        }
        numbered
    }

    pub(super) fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// The names of the parts, and what is in them.
    pub(super) fn parts(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.parts.iter().map(|(name, png)| (name.as_str(), png.as_ref()))
    }

    /// The content types of a package that has these parts.
    pub(super) fn with_content_type(&self, types: &str) -> String {
        let missing = self
            .parts
            .keys()
            .filter(|name| !types.contains(&format!("/{name}\"")));
        let overrides: String = missing
            .map(|name| {
                format!(
                    "<Override xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\" PartName=\"/{name}\" \
                     ContentType=\"image/png\"/>"
                )
            })
            .collect();
        within_root(types, &overrides)
    }
}

/// The name of a picture's part.
fn part(relationship: &str) -> String {
    format!("word/media/{relationship}.png")
}

/// The name of the part that holds the relationships of a part.
pub(super) fn relationships_of(part: &str) -> String {
    match part.rsplit_once('/') {
        Some((folder, name)) => format!("{folder}/_rels/{name}.rels"),
        None => format!("_rels/{part}.rels"),
    }
}

/// The relationships of a part with those to the pictures that its text shows; as they are where it shows none.
pub(super) fn related(own: &str, text: &str, used: &Used, strict: bool) -> String {
    const NAMESPACE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
    let kind = format!("{}/image", Namespaces::of(strict).relationships);
    let mut added = String::new();
    for name in used.parts.keys() {
        let id = name
            .strip_prefix("word/media/")
            .and_then(|name| name.strip_suffix(".png"))
            .unwrap_or_default();
        if text.contains(&format!("r:embed=\"{id}\"")) && !own.contains(&format!("\"{id}\"")) {
            added.push_str(&format!(
                "<Relationship xmlns=\"{NAMESPACE}\" Id=\"{id}\" Type=\"{kind}\" Target=\"/{name}\"/>"
            ));
        }
    }
    if own.is_empty() && !added.is_empty() {
        return format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\"{NAMESPACE}\">{added}</Relationships>"
        );
    }
    within_root(own, &added)
}

/// A source with more elements at the end of its root element.
fn within_root(source: &str, added: &str) -> String {
    if added.is_empty() {
        return source.to_owned();
    }
    if let Some(at) = source.rfind("</") {
        let (before, end) = source.split_at(at);
        return [before, added, end].concat();
    }
    // A root without anything in it: `<Relationships .../>`.
    let Some((before, _)) = source.rsplit_once("/>") else {
        return source.to_owned();
    };
    let name: String = before
        .rsplit_once('<')
        .map(|(_, tag)| tag.chars().take_while(|c| !c.is_whitespace()).collect())
        .unwrap_or_default();
    format!("{before}>{added}</{name}>")
}
