//! Paragraphs broken into lines.

use unicode_bidi::{BidiInfo, Level};

use super::typeface::{Style, Typefaces};
use crate::clean;

/// A paragraph before it is broken.
#[derive(Debug, Clone, Default)]
pub(super) struct Paragraph {
    pub(super) pieces: Vec<(String, Style)>,
    /// A bullet or number that hangs before it.
    pub(super) mark: Option<String>,
    /// How far all its lines stand in, and how much further those after the first, in points.
    pub(super) indent: f32,
    pub(super) hanging: f32,
    /// The distance to what stands before and after, in points.
    pub(super) before: f32,
    pub(super) after: f32,
    pub(super) role: Role,
    /// The picture that stands in its place.
    pub(super) picture: Option<Picture>,
    /// Which paragraph of the block this is, for the tags.
    pub(super) number: usize,
}

/// A picture in the place of a paragraph.
#[derive(Debug, Clone)]
pub(super) struct Picture {
    /// What it is kept under.
    pub(super) name: String,
    /// How large it prints, in points.
    pub(super) width: f32,
    pub(super) height: f32,
    /// What a screen reader says in its place.
    pub(super) alternative: String,
    /// The number of the address behind it.
    pub(super) link: Option<u16>,
}

/// What a paragraph is, for the tags and for where a page can end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Role {
    #[default]
    Text,
    /// A signatory, which stays on one page.
    Item,
    /// A heading, which stays with what it heads.
    Heading,
    /// What stands under a heading and stays with what follows.
    Note,
    /// A cell of a table.
    Cell,
}

/// A line: its pieces from left to right, each with where it begins.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    pub(super) pieces: Vec<(f32, String, Style)>,
    /// How far it reaches.
    pub(super) end: f32,
}

/// A word: pieces without a space between, and whether a space stands before it.
struct Word {
    pieces: Vec<(String, Style)>,
    spaced: bool,
    /// Whether a line has to begin with it.
    begins: bool,
}

impl Paragraph {
    /// Its lines in a column of this width, in points.
    pub(super) fn lines(&self, typefaces: &mut Typefaces, width: f32, size: f32) -> Vec<Line> {
        let room = |first: bool| {
            let indent = self.indent + if first { 0.0 } else { self.hanging };
            (indent, (width - indent).max(size))
        };
        let mut lines: Vec<Line> = Vec::new();
        let mut line = Open::new(room(true));
        for word in self.words() {
            let wide = word_width(&word.pieces, typefaces, size);
            let space = if word.spaced && !line.pieces.is_empty() {
                typefaces.width(" ", false) * size
            } else {
                0.0
            };
            let full = !line.pieces.is_empty() && line.used + space + wide > line.room;
            if word.begins || full {
                lines.push(line.close(typefaces, size));
                line = Open::new(room(false));
            }
            if wide > line.room {
                // A word that is longer than a line is broken anywhere.
                for (text, style) in &word.pieces {
                    for c in text.chars() {
                        let letter = c.to_string();
                        let wide = typefaces.width(&letter, style.bold) * scale(*style, size);
                        if line.used + wide > line.room && !line.pieces.is_empty() {
                            lines.push(line.close(typefaces, size));
                            line = Open::new(room(false));
                        }
                        line.push(&letter, *style, wide);
                    }
                }
                continue;
            }
            if word.spaced && !line.pieces.is_empty() {
                let style = line.pieces.last().map(|(_, style)| *style).unwrap_or_default();
                line.push(" ", style, space);
            }
            for (text, style) in &word.pieces {
                let wide = typefaces.width(text, style.bold) * scale(*style, size);
                line.push(text, *style, wide);
            }
        }
        lines.push(line.close(typefaces, size));
        lines
    }

    fn words(&self) -> Vec<Word> {
        let mut words: Vec<Word> = Vec::new();
        let (mut spaced, mut begins, mut open) = (false, false, false);
        for (text, style) in &self.pieces {
            let mut word = String::new();
            let mut close = |word: &mut String, open: &mut bool, spaced: &mut bool, begins: &mut bool| {
                if word.is_empty() {
                    return;
                }
                let piece = (std::mem::take(word), *style);
                match words.last_mut().filter(|_| *open) {
                    Some(last) => last.pieces.push(piece),
                    None => words.push(Word {
                        pieces: vec![piece],
                        spaced: std::mem::take(spaced),
                        begins: std::mem::take(begins),
                    }),
                }
                *open = true;
            };
            for c in text.chars() {
                if c == '\n' || c == ' ' || c == '\t' {
                    close(&mut word, &mut open, &mut spaced, &mut begins);
                    open = false;
                    spaced = true;
                    begins |= c == '\n';
                } else {
                    word.push(c);
                    if matches!(c, '-' | '–' | '—' | '/') {
                        // A line may break behind these.
                        close(&mut word, &mut open, &mut spaced, &mut begins);
                        open = false;
                    }
                }
            }
            close(&mut word, &mut open, &mut spaced, &mut begins);
        }
        without_leading_dashes(words)
    }
}

/// Words where a dash between spaces belongs to the one before: no line begins with it.
fn without_leading_dashes(words: Vec<Word>) -> Vec<Word> {
    let mut joined: Vec<Word> = Vec::with_capacity(words.len());
    for mut word in words {
        let is_dash = word.spaced
            && !word.begins
            && word
                .pieces
                .iter()
                .all(|(text, _)| matches!(text.as_str(), "-" | "–" | "—"));
        match joined.last_mut().filter(|_| is_dash) {
            Some(before) => {
                if let Some((text, _)) = word.pieces.first_mut() {
                    text.insert(0, ' ');
                }
                before.pieces.append(&mut word.pieces);
            }
            None => joined.push(word),
        }
    }
    joined
}

/// A line while it is filled.
struct Open {
    pieces: Vec<(String, Style)>,
    used: f32,
    indent: f32,
    room: f32,
}

impl Open {
    fn new((indent, room): (f32, f32)) -> Self {
        Self {
            pieces: Vec::new(),
            used: 0.0,
            indent,
            room,
        }
    }

    /// Adds text; that of one style is set as one.
    fn push(&mut self, text: &str, style: Style, width: f32) {
        self.used += width;
        match self.pieces.last_mut().filter(|(_, last)| *last == style) {
            Some((last, _)) => last.push_str(text),
            None => self.pieces.push((text.to_owned(), style)),
        }
    }

    fn close(self, typefaces: &mut Typefaces, size: f32) -> Line {
        let mut x = self.indent;
        let mut line = Line::default();
        for (text, style) in as_seen(self.pieces) {
            let wide = typefaces.width(&text, style.bold) * scale(style, size);
            line.pieces.push((x, text, style));
            x += wide;
        }
        line.end = x;
        line
    }
}

/// The pieces of a line in the order in which they stand from left to right (Unicode Standard Annex 9), each of one
/// direction.
fn as_seen(pieces: Vec<(String, Style)>) -> Vec<(String, Style)> {
    if !pieces.iter().any(|(text, _)| clean::turns_direction(text)) {
        return pieces;
    }
    let whole: String = pieces.iter().map(|(text, _)| text.as_str()).collect();
    let info = BidiInfo::new(&whole, Some(Level::ltr()));
    let Some(paragraph) = info.paragraphs.first() else {
        return pieces;
    };
    let (levels, runs) = info.visual_runs(paragraph, paragraph.range.clone());
    let mut seen = Vec::new();
    for run in runs {
        let backward = levels.get(run.start).is_some_and(Level::is_rtl);
        let mut at = 0;
        let mut within: Vec<(String, Style)> = Vec::new();
        for (text, style) in &pieces {
            let (from, to) = (run.start.max(at), run.end.min(at + text.len()));
            if let Some(part) = (from < to).then(|| text.get(from - at..to - at)).flatten() {
                within.push((part.to_owned(), Style { backward, ..*style }));
            }
            at += text.len();
        }
        if backward {
            within.reverse();
        }
        seen.extend(within);
    }
    seen
}

/// The size of text of a style.
pub(super) fn scale(style: Style, size: f32) -> f32 {
    if style.raised { size * 0.65 } else { size }
}

fn word_width(pieces: &[(String, Style)], typefaces: &mut Typefaces, size: f32) -> f32 {
    pieces
        .iter()
        .map(|(text, style)| typefaces.width(text, style.bold) * scale(*style, size))
        .sum()
}
