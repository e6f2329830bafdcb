//! How wide a text is in a fixed-width font, and where a line may break.

use icu_properties::CodePointMapData;
use icu_properties::props::{EastAsianWidth, GeneralCategory};

/// The cells a text takes: East Asian wide characters and emoji two, combining marks and format characters
/// none.
///
/// Follows Unicode Standard Annex #11; ambiguous characters count as narrow, as outside East Asia.
pub(crate) fn display_width(text: &str) -> usize {
    if text.is_ascii() {
        return text.len();
    }
    let mut previous = Previous::default();
    text.chars().map(|c| previous.advance(c)).sum()
}

/// What the width of the next character depends on.
#[derive(Default)]
struct Previous {
    joined: bool,
    width: usize,
}

impl Previous {
    /// The cells that `c` adds after what came before it.
    fn advance(&mut self, c: char) -> usize {
        const JOINER: char = '\u{200d}';
        const EMOJI_STYLE: char = '\u{fe0f}';
        let added = match c {
            ' '..='~' => 1,
            // A picture joined to the one before it, or a skin tone, is drawn in the same cells.
            _ if self.joined => 0,
            '\u{1f3fb}'..='\u{1f3ff}' if self.width == 2 => 0,
            // A character asked to be drawn as a picture takes two cells.
            EMOJI_STYLE if self.width == 1 => {
                self.width = 2;
                return 1;
            }
            _ => match CodePointMapData::<GeneralCategory>::new().get(c) {
                GeneralCategory::NonspacingMark
                | GeneralCategory::EnclosingMark
                | GeneralCategory::Format
                | GeneralCategory::Control => 0,
                _ => match CodePointMapData::<EastAsianWidth>::new().get(c) {
                    EastAsianWidth::Wide | EastAsianWidth::Fullwidth => 2,
                    _ => 1,
                },
            },
        };
        self.joined = c == JOINER && self.width == 2;
        if added > 0 {
            self.width = added;
        }
        added
    }
}

/// The text in lines of at most `width` cells, broken at spaces, all but the first indented by `hanging`.
///
/// A word wider than a line is broken between characters, never inside one, so that the next column stays
/// where it is.
pub(super) fn wrap(text: &str, width: usize, hanging: usize) -> Vec<String> {
    if display_width(text) <= width {
        return vec![text.to_owned()];
    }
    let hanging = if width > 2 * hanging { hanging } else { 0 };
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    let (mut indent, mut used) = (0, 0);
    let mut break_line = |line: &mut String| {
        lines.push(std::mem::replace(line, " ".repeat(hanging)));
        (hanging, hanging)
    };
    for piece in pieces(text) {
        let mut piece = piece;
        if used > indent && used + display_width(piece) > width {
            (indent, used) = break_line(&mut line);
            piece = piece.trim_start_matches(' ');
        }
        let mut previous = Previous::default();
        for c in piece.chars() {
            let cells = previous.advance(c);
            if cells > 0 && used > indent && used + cells > width {
                (indent, used) = break_line(&mut line);
            }
            line.push(c);
            used += cells;
        }
    }
    lines.push(line);
    lines
}

/// The words of a text, each with the spaces before it, which are dropped only where the line breaks.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let word = rest.find(|c| c != ' ')?;
        let end = rest
            .get(word..)?
            .find(' ')
            .map_or(rest.len(), |length| word + length);
        let (piece, left) = rest.split_at_checked(end)?;
        rest = left;
        Some(piece)
    })
}
