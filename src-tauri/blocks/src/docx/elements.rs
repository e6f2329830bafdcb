//! Single elements of the source: a name, an attribute, a value.

use quick_xml::events::Event;
use quick_xml::reader::Reader;

use super::scan;

/// The name in a start tag, with its prefix.
pub(super) fn name_of(tag: &str) -> &str {
    let name = tag.trim_start_matches('<');
    name.split(|c: char| c.is_whitespace() || c == '>' || c == '/')
        .next()
        .unwrap_or_default()
}

/// The `w:val` of an element.
pub(super) fn value_of(element: &str) -> Option<String> {
    attribute_of(element, "val")
}

/// An attribute of an element, by its local name.
pub(super) fn attribute_of(element: &str, name: &str) -> Option<String> {
    match Reader::from_str(element).read_event() {
        Ok(Event::Start(tag) | Event::Empty(tag)) => scan::attribute(&tag, name),
        _ => None,
    }
}
