//! The one thing the template has to know of the document's styles: which of them make a paragraph an item of
//! a list.

use std::collections::HashMap;

use quick_xml::events::Event;
use quick_xml::reader::Reader;

use super::{DocxError, scan};

/// How many styles may rest on each other before it is taken for a circle.
const MOST_STEPS: usize = 50;

/// The styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: HashMap<String, Style>,
}

#[derive(Debug, Default)]
struct Style {
    based_on: Option<String>,
    /// Whether it numbers, or says that it does not; `None` where the style below decides.
    numbers: Option<bool>,
}

impl Styles {
    /// Reads the part that holds the styles; an empty text holds none.
    pub(super) fn read(source: &str) -> Result<Self, DocxError> {
        let mut reader = Reader::from_str(source.trim_start_matches('\u{feff}'));
        let mut styles = HashMap::new();
        let mut current: Option<(String, Style)> = None;
        loop {
            match reader.read_event().map_err(|_| DocxError::Damaged)? {
                Event::Start(tag) | Event::Empty(tag) => match (tag.local_name().as_ref(), &mut current) {
                    ("style", _) => {
                        styles.extend(current.take());
                        current = scan::attribute(&tag, "styleId").map(|id| (id, Style::default()));
                    }
                    ("basedOn", Some((_, style))) => style.based_on = scan::attribute(&tag, "val"),
                    ("numPr", Some((_, style))) => style.numbers = Some(true),
                    ("numId", Some((_, style))) if scan::attribute(&tag, "val").as_deref() == Some("0") => {
                        style.numbers = Some(false);
                    }
                    _ => {}
                },
                Event::DocType(_) => return Err(DocxError::Damaged),
                Event::Eof => break,
                _ => {}
            }
        }
        styles.extend(current);
        Ok(Self { styles })
    }

    /// Whether a paragraph of this style stands in a list.
    pub(super) fn is_list(&self, style: Option<&str>) -> bool {
        let mut id = style;
        for _ in 0..MOST_STEPS {
            let Some(style) = id.and_then(|id| self.styles.get(id)) else {
                return false;
            };
            if let Some(numbers) = style.numbers {
                return numbers;
            }
            id = style.based_on.as_deref();
        }
        false
    }
}
