//! Text as runs of WordprocessingML: escaped, bold or raised where asked for, and marked where it runs from
//! right to left.
//!
//! Whatever the text is, it ends up inside `w:t`, where nothing acts: no field, no markup.

use super::super::{BlockEntry, PartKind, PrintedLogo, SignatoryBlock, clean};
use super::pictures;

/// How a piece of text looks beyond what the paragraph and the run's own properties say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Look {
    pub(super) bold: bool,
    /// Superscript, for footnote marks.
    pub(super) raised: bool,
}

/// The bold look of headings.
pub(super) const BOLD: Look = Look {
    bold: true,
    raised: false,
};

/// The names of elements and the properties of runs, worked out once for many runs.
pub(super) struct Looks {
    /// What stands before the local name of an element, with its colon: `w:` nearly always.
    pub(super) prefix: String,
    /// Whether the text around runs from right to left.
    backward: bool,
    /// Whether every look is the plain one.
    uniform: bool,
    /// Whether the document is a strict one, whose namespaces are others.
    strict: bool,
    /// Opening of a run up to its text, for each of [`Looks::index`].
    openings: [String; 8],
}

impl Looks {
    /// Runs in a document of one's own, whose paragraphs run in this direction.
    pub(super) fn new(backward: bool) -> Self {
        Self::with("w:", &[], backward, false)
    }

    /// Runs with these properties (local name and source of each), in a document that binds this prefix. A
    /// `uniform` run may not change its look, as in a content control for plain text.
    pub(super) fn with(prefix: &str, properties: &[(&str, &str)], backward: bool, uniform: bool) -> Self {
        // Without a prefix an attribute would be in no namespace.
        let uniform = uniform || prefix.is_empty();
        let mut openings: [String; 8] = Default::default();
        for (at, opening) in openings.iter_mut().enumerate() {
            let (bold, raised, rtl) = (at & 1 > 0, at & 2 > 0, at & 4 > 0);
            let is_first = |name: &str| matches!(name, "rStyle" | "rFonts");
            let is_replaced = |name: &str| match name {
                "b" | "bCs" => bold,
                "vertAlign" | "position" => raised,
                // A name of the other direction is marked by itself.
                "rtl" => true,
                _ => false,
            };
            let kept = properties.iter().filter(|(name, _)| !is_replaced(name));
            let (first, rest): (Vec<_>, Vec<_>) = kept.partition(|(name, _)| is_first(name));
            let mut inner: String = first.iter().map(|(_, source)| *source).collect();
            if bold {
                inner += &format!("<{prefix}b/><{prefix}bCs/>");
            }
            inner.extend(rest.iter().map(|(_, source)| *source));
            if raised {
                inner += &format!("<{prefix}vertAlign {prefix}val=\"superscript\"/>");
            }
            if rtl {
                inner += &format!("<{prefix}rtl/>");
            }
            if !inner.is_empty() {
                inner = format!("<{prefix}rPr>{inner}</{prefix}rPr>");
            }
            *opening = format!("<{prefix}r>{inner}<{prefix}t xml:space=\"preserve\">");
        }
        Self {
            prefix: prefix.to_owned(),
            backward,
            uniform,
            strict: false,
            openings,
        }
    }

    /// The same in a document that is strict or not.
    pub(super) fn strict(self, strict: bool) -> Self {
        Self { strict, ..self }
    }

    /// Whether a picture can stand among the runs.
    pub(super) fn shows_pictures(&self) -> bool {
        !self.uniform
    }

    fn opening(&self, look: Look, rtl: bool) -> &str {
        let look = if self.uniform { Look::default() } else { look };
        let at = usize::from(look.bold) | usize::from(look.raised) << 1 | usize::from(rtl) << 2;
        self.openings.get(at).map_or("", String::as_str)
    }

    /// Whether the text around runs from right to left.
    pub(super) fn backward(&self) -> bool {
        self.backward
    }

    /// The opening of a plain run up to its text.
    pub(super) fn plain_opening(&self) -> &str {
        self.opening(Look::default(), self.backward)
    }
}

/// Writes runs one after the other; pieces of the same look share one.
pub(super) struct Runs<'a> {
    xml: &'a mut String,
    looks: &'a Looks,
    open: Option<(Look, bool)>,
}

impl<'a> Runs<'a> {
    pub(super) fn new(xml: &'a mut String, looks: &'a Looks) -> Self {
        Self {
            xml,
            looks,
            open: None,
        }
    }

    /// Adds text, which may hold line breaks and tabs.
    pub(super) fn text(&mut self, text: &str, look: Look) {
        if text.is_empty() {
            return;
        }
        for (piece, rtl) in directions(text, self.looks.backward) {
            self.open(look, rtl);
            self.escaped(piece);
        }
    }

    /// Adds a signatory.
    pub(super) fn entry(&mut self, entry: &BlockEntry) {
        for part in &entry.parts {
            match part.kind {
                PartKind::Break => self.text("\n", Look::default()),
                PartKind::Name => {
                    let look = if entry.bold { BOLD } else { Look::default() };
                    match &entry.link {
                        Some(link) => self.link(link, &part.text, look),
                        None => self.text(&part.text, look),
                    }
                }
                PartKind::Mark => self.text(
                    &part.text,
                    Look {
                        raised: true,
                        ..Look::default()
                    },
                ),
                _ => self.text(&part.text, Look::default()),
            }
        }
    }

    /// Adds a signatory as its logo, or as its name where there is none or can be none.
    pub(super) fn logo_or_entry(&mut self, block: &SignatoryBlock, entry: &BlockEntry) {
        match block.logo(entry).filter(|_| self.looks.shows_pictures()) {
            Some((logo, _)) => self.logo(logo, &entry.name()),
            None => self.entry(entry),
        }
    }

    fn logo(&mut self, logo: &PrintedLogo, alternative: &str) {
        self.close();
        let Looks { prefix, strict, .. } = self.looks;
        self.xml.extend(["<", prefix, "r><", prefix, "drawing>"]);
        pictures::inline(self.xml, logo, alternative, *strict);
        self.xml.extend(["</", prefix, "drawing></", prefix, "r>"]);
    }

    /// Adds text behind which stands a web address: as a field, because a link of the package would be one more
    /// relationship of the part.
    fn link(&mut self, link: &str, text: &str, look: Look) {
        if self.looks.uniform {
            self.text(text, look);
            return;
        }
        self.close();
        let prefix = &self.looks.prefix;
        self.xml
            .push_str(&format!("<{prefix}fldSimple {prefix}instr=\" HYPERLINK &quot;"));
        // The address holds no quotation mark.
        self.xml.push_str(&link.replace('&', "&amp;"));
        self.xml.push_str("&quot; \">");
        self.text(text, look);
        self.close();
        self.xml.extend(["</", self.looks.prefix.as_str(), "fldSimple>"]);
    }

    /// Ends the last run.
    pub(super) fn end(mut self) {
        self.close();
    }

    fn open(&mut self, look: Look, rtl: bool) {
        if self.open != Some((look, rtl)) {
            self.close();
            self.xml.push_str(self.looks.opening(look, rtl));
            self.open = Some((look, rtl));
        }
    }

    fn close(&mut self) {
        if self.open.take().is_some() {
            let prefix = &self.looks.prefix;
            self.xml.extend(["</", prefix, "t></", prefix, "r>"]);
        }
    }

    fn escaped(&mut self, text: &str) {
        let acts = |byte: u8| matches!(byte, b'&' | b'<' | b'>' | 0..0x20 | 0xef);
        if !text.bytes().any(acts) {
            self.xml.push_str(text);
            return;
        }
        for c in text.chars() {
            match c {
                '&' => self.xml.push_str("&amp;"),
                '<' => self.xml.push_str("&lt;"),
                '>' => self.xml.push_str("&gt;"),
                '\n' => self.element("br"),
                '\t' => self.element("tab"),
                // What XML 1.0 (section 2.2) has no way to hold.
                '\0'..' ' | '\u{fffe}' | '\u{ffff}' => {}
                _ => self.xml.push(c),
            }
        }
    }

    /// An empty element between two texts of the run.
    fn element(&mut self, name: &str) {
        let prefix = &self.looks.prefix;
        self.xml.extend([
            "</",
            prefix,
            "t><",
            prefix,
            name,
            "/><",
            prefix,
            "t xml:space=\"preserve\">",
        ]);
    }
}

/// Cuts text where its direction turns; with each piece, whether it runs from right to left. Marks, digits and
/// spaces between two letters of one direction go with them, all others with the direction around.
fn directions(text: &str, backward: bool) -> Vec<(&str, bool)> {
    if !backward && !clean::turns_direction(text) {
        return vec![(text, false)];
    }
    let mut pieces = Vec::new();
    let (mut start, mut against, mut end) = (0, false, 0);
    for (at, c) in text.char_indices() {
        let Some(rtl) = strong_direction(c) else { continue };
        if (rtl != backward) != against {
            // What runs against the direction around ends with its last letter.
            let cut = if against { end } else { at };
            pieces.push((text.get(start..cut).unwrap_or_default(), backward != against));
            (start, against) = (cut, !against);
        }
        end = at + c.len_utf8();
    }
    if against {
        pieces.push((text.get(start..end).unwrap_or_default(), !backward));
        (start, against) = (end, false);
    }
    pieces.push((text.get(start..).unwrap_or_default(), backward != against));
    pieces.retain(|(piece, _)| !piece.is_empty());
    pieces
}

/// Whether a letter runs from right to left; `None` for what has no direction of its own.
fn strong_direction(c: char) -> Option<bool> {
    match c {
        '\u{590}'..='\u{8ff}'
        | '\u{fb1d}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefc}'
        | '\u{10800}'..='\u{10fff}'
        | '\u{1e800}'..='\u{1efff}' => Some(true),
        _ if c.is_alphabetic() => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_cut_where_its_direction_turns() {
        assert_eq!(directions("Elm & Ash", false), [("Elm & Ash", false)]);
        assert_eq!(
            directions("Elm (עדאלה 7 שלום) Ash", false),
            [("Elm (", false), ("עדאלה 7 שלום", true), (") Ash", false)]
        );
        assert_eq!(directions("שלום", false), [("שלום", true)]);
        assert_eq!(
            directions("שלום: Elm 7.", true),
            [("שלום: ", true), ("Elm", false), (" 7.", true)]
        );
        assert_eq!(directions("", true), []);
    }

    #[test]
    fn properties_of_a_run_stay_and_a_look_adds_to_them() {
        let own = [
            ("b", "<w:b w:val=\"0\"/>"),
            ("rFonts", "<w:rFonts w:ascii=\"X\"/>"),
            ("i", "<w:i/>"),
        ];
        let looks = Looks::with("w:", &own, false, false);
        let mut xml = String::new();
        let mut runs = Runs::new(&mut xml, &looks);
        runs.text("a<", Look::default());
        runs.text("b", BOLD);
        runs.end();
        assert_eq!(
            xml,
            "<w:r><w:rPr><w:rFonts w:ascii=\"X\"/><w:b w:val=\"0\"/><w:i/></w:rPr>\
             <w:t xml:space=\"preserve\">a&lt;</w:t></w:r>\
             <w:r><w:rPr><w:rFonts w:ascii=\"X\"/><w:b/><w:bCs/><w:i/></w:rPr>\
             <w:t xml:space=\"preserve\">b</w:t></w:r>"
        );
    }
}
