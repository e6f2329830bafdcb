//! The properties of the paragraphs that take the place of one: those of the place, with what each needs by its role.

use super::elements::{attribute_of, value_of};
use super::lines::Role;
use super::scan;
use super::styles::{Styles, is_fixed_frame, is_on};

/// The properties of a paragraph in the order that the schema wants (ISO/IEC 29500-1, CT_PPr).
const ORDER: [&str; 36] = [
    "pStyle",
    "keepNext",
    "keepLines",
    "pageBreakBefore",
    "framePr",
    "widowControl",
    "numPr",
    "suppressLineNumbers",
    "pBdr",
    "shd",
    "tabs",
    "suppressAutoHyphens",
    "kinsoku",
    "wordWrap",
    "overflowPunct",
    "topLinePunct",
    "autoSpaceDE",
    "autoSpaceDN",
    "bidi",
    "adjustRightInd",
    "snapToGrid",
    "spacing",
    "ind",
    "contextualSpacing",
    "mirrorIndents",
    "suppressOverlap",
    "jc",
    "textDirection",
    "textAlignment",
    "textboxTightWrap",
    "outlineLvl",
    "divId",
    "cnfStyle",
    "rPr",
    "sectPr",
    "pPrChange",
];
/// How far the lines of a name in a column stand in below its first, in twips (1/20 point).
const HANGING: u32 = 240;
/// The height of a line of text of 12 points, in twips.
const LINE: u32 = 240;

/// What the place of a placeholder says of its paragraph.
pub(super) struct Properties<'a> {
    prefix: &'a str,
    /// Whether the document is strict, where left is called start.
    strict: bool,
    children: Vec<(String, &'a str)>,
    /// Whether the paragraph brings a bullet or number.
    pub(super) is_list: bool,
    /// Whether its lines are stretched to the width of the column, or nobody knows.
    justified: bool,
    /// Whether it runs from right to left.
    pub(super) backward: bool,
    /// Whether it stands in a frame whose height is fixed.
    pub(super) in_fixed_frame: bool,
}

/// One of the paragraphs that take the place of one.
pub(super) struct Wanted<'a> {
    pub(super) role: Role,
    /// A page break belongs to the first of them.
    pub(super) first: bool,
    /// A section, and changes that were noted, belong to the last of them.
    pub(super) last: bool,
    /// Whether a line break stands in it.
    pub(super) breaks: bool,
    /// The properties of a section that ends with it.
    pub(super) section: Option<&'a str>,
    /// The start tag of the tracked insertion that its end was made in.
    pub(super) inserted: Option<&'a str>,
}

impl<'a> Properties<'a> {
    /// Reads them from the source of the element, which is empty where there is none.
    pub(super) fn read(
        source: &'a str,
        prefix: &'a str,
        strict: bool,
        in_table: bool,
        styles: &Styles,
    ) -> Self {
        let children = scan::children(source);
        let own = |wanted: &str| {
            let found = children.iter().find(|(name, _)| name == wanted);
            found.map(|(_, source)| *source)
        };
        let style = own("pStyle").and_then(value_of);
        let alignment = match own("jc").and_then(value_of) {
            Some(alignment) => Some(alignment),
            None => styles.alignment(style.as_deref()).map(str::to_owned),
        };
        Self {
            prefix,
            strict,
            is_list: match own("numPr") {
                // Number 0 takes a paragraph out of the list that its style puts it in.
                Some(source) => !scan::children(source)
                    .iter()
                    .any(|(name, id)| name == "numId" && value_of(id).as_deref() == Some("0")),
                None => styles.is_list(style.as_deref()),
            },
            // The style of a table can justify what is in it.
            justified: match alignment.as_deref() {
                Some(alignment) => !matches!(alignment, "left" | "start" | "center" | "right" | "end"),
                None => in_table,
            },
            backward: match own("bidi") {
                Some(source) => value_of(source).as_deref().is_none_or(is_on),
                None => styles.runs_backward(style.as_deref()),
            },
            in_fixed_frame: match own("framePr") {
                Some(source) => is_fixed_frame(attribute_of(source, "hRule")),
                None => styles.in_fixed_frame(style.as_deref()),
            },
            children,
        }
    }

    /// The properties of one of the paragraphs; empty where it has none.
    pub(super) fn write(&self, wanted: &Wanted) -> String {
        let w = self.prefix;
        let mut list: Vec<(&str, String)> = Vec::with_capacity(self.children.len() + 4);
        for (name, source) in &self.children {
            let source = match name.as_str() {
                "sectPr" | "pPrChange" if !wanted.last => continue,
                "pageBreakBefore" if !wanted.first => continue,
                "rPr" if !wanted.last => self.unmarked(source),
                _ => (*source).to_owned(),
            };
            list.push((name, source));
        }
        // Without a prefix an attribute would be in no namespace.
        if w.is_empty() {
            return self.element(&list);
        }
        let off = |list: &mut Vec<(&str, String)>| {
            if self.is_list {
                let source = format!("<{w}numPr><{w}ilvl {w}val=\"0\"/><{w}numId {w}val=\"0\"/></{w}numPr>");
                set(list, "numPr", source);
            }
        };
        if matches!(
            wanted.role,
            Role::Whole | Role::Apart | Role::InColumn | Role::Marked(_)
        ) {
            set(&mut list, "keepLines", format!("<{w}keepLines/>"));
        }
        match wanted.role {
            Role::Item | Role::Whole => {}
            Role::Apart => self.space(&mut list),
            Role::InColumn if !self.is_list => self.hang(&mut list, HANGING),
            Role::InColumn => {}
            Role::Marked(by) => self.hang(&mut list, by),
            Role::Text | Role::Gap => off(&mut list),
            Role::Heading | Role::Note => {
                off(&mut list);
                set(&mut list, "keepNext", format!("<{w}keepNext/>"));
            }
            Role::InWall => {
                off(&mut list);
                set(&mut list, "jc", format!("<{w}jc {w}val=\"center\"/>"));
                for indent in ["ind", "keepNext"] {
                    list.retain(|(name, _)| *name != indent);
                }
            }
            Role::Sliver => {
                off(&mut list);
                let source = format!(
                    "<{w}spacing {w}before=\"0\" {w}after=\"0\" {w}line=\"20\" {w}lineRule=\"exact\"/>"
                );
                set(&mut list, "spacing", source);
            }
        }
        if wanted.breaks && self.justified && wanted.role != Role::InWall {
            let left = if self.strict { "start" } else { "left" };
            set(&mut list, "jc", format!("<{w}jc {w}val=\"{left}\"/>"));
        }
        if let Some(tag) = wanted.inserted.filter(|_| !wanted.last) {
            self.mark(&mut list, tag);
        }
        if let Some(section) = wanted.section {
            set(&mut list, "sectPr", section.to_owned());
        }
        self.element(&list)
    }

    fn element(&self, list: &[(&str, String)]) -> String {
        let w = self.prefix;
        let kept: String = list.iter().map(|(_, source)| source.as_str()).collect();
        if kept.is_empty() {
            kept
        } else {
            format!("<{w}pPr>{kept}</{w}pPr>")
        }
    }

    /// Has all lines but the first stand in further by this much.
    fn hang(&self, list: &mut Vec<(&str, String)>, by: u32) {
        let w = self.prefix;
        let own = list.iter().find(|(name, _)| *name == "ind");
        let left: i64 = own
            .and_then(|(_, source)| {
                let start = attribute_of(source, "start");
                start.or_else(|| attribute_of(source, "left"))
            })
            .and_then(|left| left.parse().ok())
            .unwrap_or_default();
        let name = if self.strict { "start" } else { "left" };
        let left = left.clamp(0, 1 << 15) + i64::from(by);
        set(
            list,
            "ind",
            format!("<{w}ind {w}{name}=\"{left}\" {w}hanging=\"{by}\"/>"),
        );
    }

    /// Puts the distance of a line below the paragraph, whatever style follows.
    fn space(&self, list: &mut Vec<(&str, String)>) {
        let w = self.prefix;
        let own = list.iter().find(|(name, _)| *name == "spacing");
        let kept: String = ["before", "beforeAutospacing", "line", "lineRule"]
            .into_iter()
            .filter_map(|name| {
                let value = attribute_of(&own?.1, name)?;
                let plain = value
                    .chars()
                    .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '.');
                plain.then(|| format!(" {w}{name}=\"{value}\""))
            })
            .collect();
        set(
            list,
            "spacing",
            format!("<{w}spacing{kept} {w}after=\"{LINE}\" {w}afterAutospacing=\"0\"/>"),
        );
        set(
            list,
            "contextualSpacing",
            format!("<{w}contextualSpacing {w}val=\"0\"/>"),
        );
    }

    /// Marks the end of the paragraph as part of the insertion that it was made in.
    fn mark(&self, list: &mut Vec<(&str, String)>, tag: &str) {
        let w = self.prefix;
        let mark = format!("{}/>", tag.trim_end_matches('>').trim_end_matches('/'));
        let inside: String = list
            .iter()
            .find(|(name, _)| *name == "rPr")
            .map(|(_, source)| scan::children(source))
            .unwrap_or_default()
            .into_iter()
            .map(|(_, source)| source)
            .collect();
        set(list, "rPr", format!("<{w}rPr>{mark}{inside}</{w}rPr>"));
    }

    /// The properties of a paragraph mark without the note that it was added, taken away or changed.
    fn unmarked(&self, source: &str) -> String {
        let w = self.prefix;
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

/// Puts a property where it belongs, in the place of one of that name.
fn set(list: &mut Vec<(&str, String)>, name: &'static str, source: String) {
    let rank = |name: &str| {
        ORDER
            .iter()
            .position(|known| *known == name)
            .unwrap_or(ORDER.len())
    };
    list.retain(|(other, _)| *other != name);
    let at = list.iter().position(|(other, _)| rank(other) > rank(name));
    list.insert(at.unwrap_or(list.len()), (name, source));
}
