//! The two typefaces of a PDF, and text as glyphs of them.

use std::collections::HashMap;
use std::ops::Range;

use rustybuzz::ttf_parser::{GlyphId, RawFace, Tag};
use rustybuzz::{Direction, Face, ShapePlan, UnicodeBuffer, script};
use subsetter::GlyphRemapper;

/// Libertinus Serif, under the SIL Open Font License: see `fonts/OFL.txt`.
const REGULAR: &[u8] = include_bytes!("../../fonts/LibertinusSerif-Regular.otf");
const BOLD: &[u8] = include_bytes!("../../fonts/LibertinusSerif-Bold.otf");

/// How a piece of text looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(super) struct Style {
    pub(super) bold: bool,
    /// A footnote mark.
    pub(super) raised: bool,
    /// The number of the address behind it.
    pub(super) link: Option<u16>,
    /// Whether it runs from right to left.
    pub(super) backward: bool,
}

/// A glyph in its place; measures are in ems.
pub(super) struct Glyph {
    /// Its number in the typeface.
    pub(super) number: u16,
    /// How far the next one stands from it.
    pub(super) advance: f32,
    /// How far the next one stands from it where nothing is kerned.
    pub(super) natural: f32,
    /// How far it is moved to the right.
    pub(super) offset: f32,
    /// The text that it stands for, in bytes.
    pub(super) text: Range<usize>,
}

/// What a reader has to know of a typeface without its glyphs, in thousandths of an em.
pub(super) struct Metrics {
    pub(super) ascent: f32,
    pub(super) descent: f32,
    pub(super) cap_height: f32,
    pub(super) bbox: (f32, f32, f32, f32),
}

/// Both typefaces, and the widths of the words met.
pub(super) struct Typefaces {
    regular: Face<'static>,
    bold: Face<'static>,
    /// How Latin text is shaped in each, worked out once: for every word anew it would cost more than all the rest.
    plans: [ShapePlan; 2],
    widths: HashMap<(bool, Box<str>), f32>,
}

impl Typefaces {
    pub(super) fn new() -> Option<Self> {
        let (regular, bold) = (Face::from_slice(REGULAR, 0)?, Face::from_slice(BOLD, 0)?);
        let plan = |face| ShapePlan::new(face, Direction::LeftToRight, Some(script::LATIN), None, &[]);
        Some(Self {
            plans: [plan(&regular), plan(&bold)],
            regular,
            bold,
            widths: HashMap::new(),
        })
    }

    fn face(&self, bold: bool) -> &Face<'static> {
        if bold { &self.bold } else { &self.regular }
    }

    /// Whether every letter of a text can be shown.
    pub(super) fn shows(&self, text: &str) -> bool {
        text.chars().all(|c| self.has(c))
    }

    /// Whether there is a glyph for a letter, or it needs none.
    pub(super) fn has(&self, c: char) -> bool {
        c.is_whitespace()
            || is_invisible(c)
            || self.regular.glyph_index(c).is_some() && self.bold.glyph_index(c).is_some()
    }

    /// The width of a text in ems.
    pub(super) fn width(&mut self, text: &str, bold: bool) -> f32 {
        if let Some(width) = self.widths.get(&(bold, Box::from(text))) {
            return *width;
        }
        let width = self.glyphs(text, bold, false).1;
        self.widths.insert((bold, text.into()), width);
        width
    }

    /// A text as glyphs, and its width, in ems.
    pub(super) fn glyphs(&self, text: &str, bold: bool, backward: bool) -> (Vec<Glyph>, f32) {
        let face = self.face(bold);
        let ems = |units: i32| units as f32 / face.units_per_em() as f32;
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        buffer.set_direction(if backward {
            Direction::RightToLeft
        } else {
            Direction::LeftToRight
        });
        let [regular, bold_plan] = &self.plans;
        let shaped = if buffer.script() == script::LATIN && !backward {
            rustybuzz::shape_with_plan(face, if bold { bold_plan } else { regular }, buffer)
        } else {
            rustybuzz::shape(face, &[], buffer)
        };
        // A cluster ends where the next begins; from right to left that is the glyph before it.
        let mut starts: Vec<usize> = shaped
            .glyph_infos()
            .iter()
            .map(|info| info.cluster as usize)
            .collect();
        starts.sort_unstable();
        let mut width = 0.0;
        let glyphs = shaped
            .glyph_infos()
            .iter()
            .zip(shaped.glyph_positions())
            .map(|(info, position)| {
                let start = info.cluster as usize;
                let next = starts.get(starts.partition_point(|other| *other <= start));
                let number = u16::try_from(info.glyph_id).unwrap_or_default();
                width += ems(position.x_advance);
                Glyph {
                    number,
                    advance: ems(position.x_advance),
                    natural: ems(i32::from(
                        face.glyph_hor_advance(GlyphId(number)).unwrap_or_default(),
                    )),
                    offset: ems(position.x_offset),
                    text: start..next.copied().unwrap_or(text.len()),
                }
            })
            .collect();
        (glyphs, width)
    }

    /// What a reader has to know of a typeface.
    pub(super) fn metrics(&self, bold: bool) -> Metrics {
        let face = self.face(bold);
        let thousandths = |units: i16| f32::from(units) * 1000.0 / face.units_per_em() as f32;
        let bbox = face.global_bounding_box();
        Metrics {
            ascent: thousandths(face.ascender()),
            descent: thousandths(face.descender()),
            cap_height: thousandths(face.capital_height().unwrap_or_default()),
            bbox: (
                thousandths(bbox.x_min),
                thousandths(bbox.y_min),
                thousandths(bbox.x_max),
                thousandths(bbox.y_max),
            ),
        }
    }

    /// The outlines of a typeface, cut down to these glyphs.
    pub(super) fn cut(&self, bold: bool, glyphs: &GlyphRemapper) -> Option<Vec<u8>> {
        let cut = subsetter::subset(if bold { BOLD } else { REGULAR }, 0, glyphs).ok()?;
        let outlines = RawFace::parse(&cut, 0).ok()?.table(Tag::from_bytes(b"CFF "))?;
        Some(outlines.to_vec())
    }
}

/// Whether a character marks direction or joins, and shows nothing itself.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}
