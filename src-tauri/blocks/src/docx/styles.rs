//! What the template has to know of the document's styles: whether a paragraph is an item of a list, how it is
//! aligned, in which direction it runs, and whether it stands in a frame that does not grow.

use std::collections::HashMap;

use super::{DocxError, parts, scan};

/// How many styles may rest on each other before it is taken for a circle.
const MOST_STEPS: usize = 50;

/// The styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: HashMap<String, Style>,
    /// The style of paragraphs that name none.
    usual: Option<String>,
    /// What holds where no style says anything.
    defaults: Style,
}

/// What a style says; `None` where the style below decides.
#[derive(Debug, Default)]
struct Style {
    based_on: Option<String>,
    /// Whether it numbers, or says that it does not.
    numbers: Option<bool>,
    alignment: Option<String>,
    backward: Option<bool>,
    /// Whether its frame has a fixed height.
    fixed_frame: Option<bool>,
}

impl Styles {
    /// Reads the part that holds the styles; an empty text holds none.
    pub(super) fn read(source: &str) -> Result<Self, DocxError> {
        let mut styles = Self::default();
        let mut current: Option<String> = None;
        parts::elements(source, |tag| {
            let value = || scan::attribute(tag, "val");
            let name = tag.local_name();
            if name.as_ref() == "style" {
                current = scan::attribute(tag, "styleId");
                if let Some(id) = &current {
                    let is_paragraph = scan::attribute(tag, "type").as_deref() == Some("paragraph");
                    let is_default = scan::attribute(tag, "default").as_deref().is_some_and(is_on);
                    if is_paragraph && is_default {
                        styles.usual = Some(id.clone());
                    }
                    styles.styles.insert(id.clone(), Style::default());
                }
                return Ok(());
            }
            let style = match &current {
                Some(id) => styles.styles.get_mut(id),
                None => Some(&mut styles.defaults),
            };
            let Some(style) = style else { return Ok(()) };
            match name.as_ref() {
                "basedOn" => style.based_on = value(),
                "numPr" => style.numbers = Some(true),
                "numId" if value().as_deref() == Some("0") => style.numbers = Some(false),
                "jc" => style.alignment = value(),
                "bidi" => style.backward = Some(value().as_deref().is_none_or(is_on)),
                "framePr" => style.fixed_frame = Some(is_fixed_frame(scan::attribute(tag, "hRule"))),
                _ => {}
            }
            Ok(())
        })?;
        Ok(styles)
    }

    /// Whether a paragraph of this style stands in a list.
    pub(super) fn is_list(&self, style: Option<&str>) -> bool {
        self.said(style, |style| style.numbers).unwrap_or_default()
    }

    /// How a paragraph of this style is aligned, where any style says so.
    pub(super) fn alignment<'a>(&'a self, style: Option<&'a str>) -> Option<&'a str> {
        self.said(style, |style| style.alignment.as_deref())
    }

    /// Whether a paragraph of this style runs from right to left.
    pub(super) fn runs_backward(&self, style: Option<&str>) -> bool {
        self.said(style, |style| style.backward).unwrap_or_default()
    }

    /// Whether a paragraph of this style stands in a frame of a fixed height.
    pub(super) fn in_fixed_frame(&self, style: Option<&str>) -> bool {
        self.said(style, |style| style.fixed_frame).unwrap_or_default()
    }

    fn said<'a, T>(&'a self, style: Option<&'a str>, what: impl Fn(&'a Style) -> Option<T>) -> Option<T> {
        let mut id = style.or(self.usual.as_deref());
        for _ in 0..MOST_STEPS {
            let Some(style) = id.and_then(|id| self.styles.get(id)) else {
                break;
            };
            if let Some(said) = what(style) {
                return Some(said);
            }
            id = style.based_on.as_deref();
        }
        what(&self.defaults)
    }
}

/// Whether a frame with this rule for its height has a fixed one.
pub(super) fn is_fixed_frame(rule: Option<String>) -> bool {
    rule.as_deref() == Some("exact")
}

/// Whether the value of a property that is on or off is on.
pub(super) fn is_on(value: &str) -> bool {
    !matches!(value, "0" | "false" | "off")
}
