//! Columns in a document that is not ours: continuous sections, cut out of the section in which the place stands.
//!
//! The properties of a section stand in its last paragraph, or at the end of the body. A section that is cut keeps all
//! of them; only its first piece begins as it began, has a first page of its own and numbers its pages anew, because
//! the others go on in the middle of a page.

use std::collections::BTreeMap;
use std::ops::Range;

use super::elements::attribute_of;
use super::place::Place;
use super::scan::{self, Scanned};

/// The space between two columns, in twips (1/20 point).
const SPACE: u32 = 480;

/// The sections of a part that are cut.
#[derive(Debug, Default)]
pub(super) struct Sections {
    /// Which are cut already, by where their properties begin.
    cut: BTreeMap<usize, Range<usize>>,
}

/// One section, which is cut.
pub(super) struct Section<'a> {
    prefix: &'a str,
    children: Vec<(String, &'a str)>,
    /// Whether a piece of it is written already.
    begun: bool,
}

impl Sections {
    /// What the section that a byte is in makes of columns.
    pub(super) fn around(source: &str, scanned: &Scanned, at: usize) -> Place {
        let Some(range) = scanned.sections.iter().find(|range| range.start >= at) else {
            return Place::None;
        };
        let children = scan::children(source.get(range.clone()).unwrap_or_default());
        let several = children.iter().any(|(name, source)| {
            let count = || attribute_of(source, "num").and_then(|count| count.parse::<u32>().ok());
            name == "cols" && count().is_some_and(|count| count > 1)
        });
        // Properties in a paragraph that is written anew itself would be written twice.
        let is_in = |paragraph: &scan::Paragraph| {
            let properties = paragraph.properties.as_ref();
            properties.is_some_and(|properties| properties.contains(&range.start))
        };
        if several {
            Place::Columns
        } else if scanned.paragraphs.iter().any(is_in) {
            Place::None
        } else {
            Place::Section(range.clone())
        }
    }

    /// Begins to cut the section whose properties stand there.
    pub(super) fn cut<'a>(&mut self, source: &'a str, range: &Range<usize>, prefix: &'a str) -> Section<'a> {
        let begun = self.cut.insert(range.start, range.clone()).is_some();
        Section {
            prefix,
            children: scan::children(source.get(range.clone()).unwrap_or_default()),
            begun,
        }
    }

    /// What takes the place of the properties of the sections that were cut, where they are the last piece of one.
    pub(super) fn rests(self, source: &str, prefix: &str) -> Vec<(Range<usize>, String)> {
        let rest = |range: Range<usize>| {
            let section = Section {
                prefix,
                children: scan::children(source.get(range.clone()).unwrap_or_default()),
                begun: true,
            };
            let source = section.write(None, true);
            (range, source)
        };
        self.cut.into_values().map(rest).collect()
    }
}

impl Section<'_> {
    /// The properties of the next piece, of this many columns.
    pub(super) fn next(&mut self, columns: usize) -> String {
        let begins = !std::mem::replace(&mut self.begun, true);
        if begins {
            self.write_as_it_began()
        } else {
            self.write(Some(columns), false)
        }
    }

    fn write_as_it_began(&self) -> String {
        let w = self.prefix;
        let kept = self.children.iter().filter(|(name, _)| name != "sectPrChange");
        let inside: String = kept.map(|(_, source)| *source).collect();
        format!("<{w}sectPr>{inside}</{w}sectPr>")
    }

    /// A piece that goes on on the same page; the last one keeps the headers that it names.
    fn write(&self, columns: Option<usize>, last: bool) -> String {
        const BEFORE_TYPE: [&str; 4] = ["headerReference", "footerReference", "footnotePr", "endnotePr"];
        const AFTER_COLUMNS: [&str; 9] = [
            "formProt",
            "vAlign",
            "noEndnote",
            "titlePg",
            "textDirection",
            "bidi",
            "rtlGutter",
            "docGrid",
            "printerSettings",
        ];
        let w = self.prefix;
        let mut inside = String::new();
        let mut kind = Some(format!("<{w}type {w}val=\"continuous\"/>"));
        let mut cols = columns
            .map(|count| format!("<{w}cols {w}num=\"{count}\" {w}space=\"{SPACE}\" {w}equalWidth=\"1\"/>"));
        for (name, source) in &self.children {
            let name = name.as_str();
            if !BEFORE_TYPE.contains(&name) {
                inside.extend(kind.take());
            }
            if AFTER_COLUMNS.contains(&name) || name == "sectPrChange" {
                inside.extend(cols.take());
            }
            match name {
                "type" | "titlePg" => {}
                "headerReference" | "footerReference" | "sectPrChange" if !last => {}
                "cols" if columns.is_some() => inside.extend(cols.take()),
                "pgNumType" => {
                    let plain = |format: &String| format.chars().all(|c| c.is_ascii_alphanumeric());
                    if let Some(format) = attribute_of(source, "fmt").filter(plain) {
                        inside.push_str(&format!("<{w}pgNumType {w}fmt=\"{format}\"/>"));
                    }
                }
                _ => inside.push_str(source),
            }
        }
        inside.extend(kind);
        inside.extend(cols);
        format!("<{w}sectPr>{inside}</{w}sectPr>")
    }
}
