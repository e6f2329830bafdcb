//! A stretch of the pasted text as it reads, with the place each byte of it came from.
//!
//! Owns the way from source lines to readable text: lines joined by one space, white space collapsed, invisible characters
//! dropped, Markdown and the commonest HTML entities undone. It deliberately knows nothing of names.

mod entities;

use std::ops::Range;

/// Readable text and, for every byte of it, the byte offset in the source.
#[derive(Debug, Clone, Default)]
pub(super) struct Flow {
    /// The text as it reads.
    pub text: String,
    /// For every byte of `text`, the offset in the source of the character it came from.
    origin: Vec<usize>,
    /// Offsets in `text` at which a new source line begins.
    pub breaks: Vec<usize>,
    /// Whether the whole of it was marked as bold or as a heading.
    pub bold: bool,
    /// Where what was marked as bold at its beginning ends, and more follows.
    pub lead: Option<usize>,
}

impl Flow {
    /// Reads one range of the source, which holds no line break.
    pub fn of(source: &str, range: Range<usize>) -> Self {
        let mut flow = Self::default();
        flow.push(source, range);
        flow
    }

    /// Appends a further line, joined by a space, or without one where a word or name was broken at its hyphen.
    pub fn push_line(&mut self, source: &str, range: Range<usize>) {
        let next = source[range.clone()].trim_start().chars().next();
        if self.text.ends_with('\u{ad}') || ends_in_broken_word(&self.text) {
            if next.is_some_and(char::is_lowercase) && !self.text.ends_with('\u{ad}') {
                self.pop();
            }
        } else if !self.text.is_empty() {
            self.text.push(' ');
            self.origin.push(range.start.min(source.len().saturating_sub(1)));
        }
        self.breaks.push(self.text.len());
        self.push(source, range);
    }

    /// Drops the text before an offset.
    pub fn drop_front(&mut self, to: usize) {
        self.text.drain(..to);
        self.origin.drain(..to);
        self.breaks = self.breaks.iter().filter_map(|at| at.checked_sub(to)).collect();
    }

    /// Cuts the text at an offset, and gives what stood behind it.
    pub fn cut_off(&mut self, at: usize) -> String {
        self.origin.truncate(at);
        self.breaks.retain(|offset| *offset < at);
        self.text.split_off(at)
    }

    fn pop(&mut self) {
        if let Some(last) = self.text.pop() {
            self.origin.truncate(self.origin.len() - last.len_utf8());
        }
    }

    fn push(&mut self, source: &str, range: Range<usize>) {
        let first = self.text.len();
        // A backslash at the end of a line is Markdown's line break.
        let range = match source[range.clone()].strip_suffix('\\') {
            Some(rest) if !rest.ends_with('\\') => range.start..range.start + rest.len(),
            _ => range,
        };
        let plain = !source[range.clone()].contains(['*', '_', '[', '\\', '&', '`', '~', '<']);
        if plain {
            for (offset, c) in source[range.clone()].char_indices() {
                self.push_char(c, range.start + offset);
            }
        } else {
            Markup::new(source, range.clone()).write(self);
            if self.lead.is_none() {
                self.lead = behind_link(&source[range], &self.text[first..]).map(|at| first + at);
            }
        }
        self.trim_end(first);
    }

    /// Takes back the white space at the end of what was pushed since `first`.
    fn trim_end(&mut self, first: usize) {
        while self.text.len() > first && self.text.ends_with(' ') {
            self.pop();
        }
    }

    fn push_char(&mut self, c: char, from: usize) {
        match c {
            // Zero-width characters, direction marks, byte order mark; a soft hyphen only matters at the end of a line.
            '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}'
            | '\u{feff}'
            | '\u{ad}' => {}
            c if c.is_whitespace() || c.is_control() => {
                if !self.text.is_empty() && !self.text.ends_with(' ') {
                    self.text.push(' ');
                    self.origin.push(from);
                }
            }
            c => {
                self.text.push(c);
                self.origin.extend((0..c.len_utf8()).map(|_| from));
            }
        }
    }

    /// The range of the source that a range of the text came from.
    pub fn source(&self, source: &str, range: Range<usize>) -> Range<usize> {
        let Some(last) = self.text[range.clone()].char_indices().next_back() else {
            let at = self.origin.get(range.start).copied().unwrap_or_default();
            return at..at;
        };
        let start = self.origin[range.start];
        let end = self.origin[range.start + last.0];
        let width = source[end..].chars().next().map_or(0, char::len_utf8);
        start..(end + width).max(start)
    }
}

/// Where in the readable text of a line the country begins that stands behind a link: "[Harbor Club](https://...) Ghana".
fn behind_link(line: &str, text: &str) -> Option<usize> {
    let (_, behind) = line.trim_start().strip_prefix('[')?.split_once("](")?;
    let place = behind
        .split_once(')')?
        .1
        .trim()
        .trim_matches([',', '-', '\u{2013}', '(', ')', ' ']);
    let folded = names::recognize::words::fold(place);
    let known = names::recognize::words::is_country(&folded)
        || place.len() > 2 && names::recognize::words::state_code(&folded).is_some();
    if known { text.rfind(place) } else { None }
}

/// Whether a line ends in the first part of a word that goes on in the next line.
pub(super) fn ends_in_broken_word(text: &str) -> bool {
    let Some(stem) = text.strip_suffix(['-', '\u{2010}']) else {
        return false;
    };
    stem.chars().next_back().is_some_and(char::is_alphabetic)
}

/// What a marker of emphasis or a bracket looks like while it waits for its partner.
struct Open {
    /// Which marker: `*`, `_`, `~`, "`", `[`, or the doubled ones as upper-case stand-ins.
    kind: char,
    /// Its range among the written characters.
    written: Range<usize>,
}

/// Undoes inline Markdown in one line, in one pass: brackets and emphasis wait on a stack for their partners.
struct Markup<'a> {
    source: &'a str,
    range: Range<usize>,
    /// The characters written so far, each with its offset, and whether it was taken out again.
    written: Vec<(char, usize, bool)>,
    open: Vec<Open>,
    /// The offset of the next `)`, so that it is looked for only once.
    next_paren: Option<usize>,
    /// The same of the next `>`.
    next_bracket: Option<usize>,
}

/// Emphasis is not looked for deeper than this, so that a line of nothing but asterisks stays cheap.
const DEEPEST: usize = 64;

impl<'a> Markup<'a> {
    fn new(source: &'a str, range: Range<usize>) -> Self {
        Self {
            source,
            range,
            written: Vec::new(),
            open: Vec::new(),
            next_paren: None,
            next_bracket: None,
        }
    }

    fn write(mut self, flow: &mut Flow) {
        let line = &self.source[..self.range.end];
        let mut at = self.range.start;
        while let Some(c) = line[at..].chars().next() {
            at = match c {
                '\\' if line[at + 1..].starts_with(|next: char| next.is_ascii_punctuation()) => {
                    let escaped = line[at + 1..].chars().next().unwrap_or('\\');
                    self.keep(escaped, at + 1);
                    at + 1 + escaped.len_utf8()
                }
                '!' if line[at + 1..].starts_with('[') => {
                    self.open_bracket(at, 2);
                    at + 2
                }
                '[' => {
                    self.open_bracket(at, 1);
                    at + 1
                }
                ']' => self.close_bracket(line, at),
                '*' | '_' | '~' | '`' => self.emphasis(line, at, c),
                '&' => self.entity(line, at),
                '<' => self.tag(line, at),
                c => {
                    self.keep(c, at);
                    at + c.len_utf8()
                }
            };
        }
        let whole = self.written.first().is_some_and(|first| first.2)
            && self.written.last().is_some_and(|last| last.2);
        let marked = self
            .written
            .iter()
            .take(2)
            .filter(|w| w.2 && matches!(w.0, '*' | '_'))
            .count();
        flow.bold |= whole && marked == 2;
        // "**Ana Mora** Directora": the first marker out behind words closes what is bold.
        let closes = self
            .written
            .iter()
            .enumerate()
            .skip(2)
            .find(|(_, w)| w.2 && matches!(w.0, '*' | '_'))
            .map(|(at, _)| at);
        let lead = closes.filter(|_| marked == 2 && !whole && flow.text.is_empty());
        for (at, (c, from, gone)) in self.written.into_iter().enumerate() {
            if lead == Some(at) {
                flow.lead = Some(flow.text.len());
            }
            if !gone {
                flow.push_char(c, from);
            }
        }
    }

    fn keep(&mut self, c: char, from: usize) {
        self.written.push((c, from, false));
    }

    fn open_bracket(&mut self, at: usize, width: usize) {
        let start = self.written.len();
        for (offset, c) in self.source[at..at + width].char_indices() {
            self.keep(c, at + offset);
        }
        self.open.push(Open {
            kind: '[',
            written: start..start + width,
        });
        if self.open.len() > DEEPEST {
            self.open.remove(0);
        }
    }

    /// At `]`: a link or an image when an address in parentheses or a reference follows, else a plain bracket.
    fn close_bracket(&mut self, line: &str, at: usize) -> usize {
        let opened = self.open.iter().rposition(|open| open.kind == '[');
        let after = &line[at + 1..];
        let address = after
            .starts_with('(')
            .then(|| self.closing_paren(line, at + 1))
            .flatten();
        let reference = after
            .starts_with('[')
            .then(|| after.get(..after.len().min(80)).and_then(|a| a.find(']')))
            .flatten();
        match (opened, address, reference) {
            (Some(opened), Some(end), _) => {
                self.image(opened, &line[end..]);
                self.take_out(opened);
                end
            }
            (Some(opened), None, Some(end)) => {
                self.take_out(opened);
                at + 1 + end + 1
            }
            _ => {
                if let Some(opened) = opened {
                    self.open.truncate(opened);
                }
                self.keep(']', at);
                at + 1
            }
        }
    }

    /// An image's text stands for the image: without "logo", and not at all where the name follows the image.
    fn image(&mut self, opened: usize, after: &str) {
        let written = self.open[opened].written.clone();
        if written.len() < 2 {
            return;
        }
        let label = &mut self.written[written.end..];
        let after = after.trim_start().trim_start_matches(['*', '_', '[']);
        if after.starts_with(char::is_alphanumeric) {
            label.iter_mut().for_each(|character| character.2 = true);
            return;
        }
        let text: String = label
            .iter()
            .map(|character| character.0.to_ascii_lowercase())
            .collect();
        for word in [" logo", " logotipo", "-logo", "_logo"] {
            if let Some(rest) = text.strip_suffix(word).filter(|rest| !rest.trim().is_empty()) {
                let keep = rest.chars().count();
                label
                    .iter_mut()
                    .skip(keep)
                    .for_each(|character| character.2 = true);
            }
        }
    }

    fn take_out(&mut self, opened: usize) {
        let written = self.open[opened].written.clone();
        self.open.truncate(opened);
        for character in &mut self.written[written] {
            character.2 = true;
        }
    }

    /// The offset after the parenthesis that closes the address opened at `at`.
    fn closing_paren(&mut self, line: &str, at: usize) -> Option<usize> {
        if self.next_paren.is_none_or(|known| known < at) {
            self.next_paren = Some(line[at..].find(')').map_or(line.len(), |offset| at + offset));
        }
        let close = self.next_paren.filter(|close| *close < line.len())?;
        let nested = line[at + 1..close].contains('(') && line[close + 1..].starts_with(')');
        Some(close + 1 + usize::from(nested))
    }

    fn emphasis(&mut self, line: &str, at: usize, c: char) -> usize {
        let run = line[at..].chars().take_while(|next| *next == c).take(3).count();
        let after = line[at + run..].chars().next();
        let before = line[self.range.start..at].chars().next_back();
        let (kind, width) = match (c, run) {
            ('*', 2) => ('S', 2),
            ('_', 2) => ('U', 2),
            ('~', 2) => ('~', 2),
            ('*', 3) => ('T', 3),
            ('*', 1) => ('*', 1),
            ('_', 1) => ('_', 1),
            ('`', 1) => ('`', 1),
            _ => {
                for offset in 0..run {
                    self.keep(c, at + offset);
                }
                return at + run;
            }
        };
        let outside = |side: Option<char>| side.is_none_or(|c| !c.is_alphanumeric());
        let can_close = before.is_some_and(|c| !c.is_whitespace()) && outside(after);
        let can_open = after.is_some_and(|c| !c.is_whitespace()) && outside(before);
        let start = self.written.len();
        for offset in 0..width {
            self.keep(c, at + offset);
        }
        let partner = if can_close {
            self.open.iter().rposition(|open| open.kind == kind)
        } else {
            None
        };
        if let Some(partner) = partner {
            self.take_out(partner);
            for character in &mut self.written[start..] {
                character.2 = true;
            }
        } else if can_open {
            self.open.push(Open {
                kind,
                written: start..start + width,
            });
            if self.open.len() > DEEPEST {
                self.open.remove(0);
            }
        }
        at + width
    }

    fn entity(&mut self, line: &str, at: usize) -> usize {
        let near: &[u8] = &line.as_bytes()[at..line.len().min(at + 12)];
        let end = near.iter().position(|byte| *byte == b';');
        let meant = end.and_then(|end| Some((entities::meant(line.get(at + 1..at + end)?)?, end)));
        let (c, width) = meant.map_or(('&', 1), |(c, end)| (c, end + 1));
        self.keep(c, at);
        at + width
    }

    /// Drops a tag or an address in angle brackets; other angle brackets are text.
    fn tag(&mut self, line: &str, at: usize) -> usize {
        let is_tag = line[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!'));
        if is_tag && self.next_bracket.is_none_or(|known| known < at) {
            self.next_bracket = Some(line[at..].find('>').map_or(line.len(), |offset| at + offset));
        }
        let end = self.next_bracket.filter(|end| is_tag && *end < line.len());
        let Some(end) = end.filter(|end| !line[at + 1..*end].contains('<')) else {
            self.keep('<', at);
            return at + 1;
        };
        // A raised number or mark is a footnote's.
        if line[at..].starts_with("<sup") {
            let near = &line.as_bytes()[end..line.len().min(end + 24)];
            let close = near.windows(6).position(|window| window == b"</sup>");
            let rest = &line[end + 1..];
            if close.is_none() && rest.len() <= 6 && !rest.contains('<') {
                return line.len();
            }
            if let Some(close) =
                close.filter(|close| line.get(end + 1..end + close).is_some_and(|mark| mark.len() <= 6))
            {
                return end + close + 6;
            }
        }
        if line[at..].starts_with("<br") {
            self.keep(' ', at);
        }
        end + 1
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;

    fn reads(source: &str) -> String {
        Flow::of(source, 0..source.len()).text
    }

    #[test]
    fn markdown_reads_as_its_text() {
        assert_eq!(
            reads("[Arroyo *Legal* Fund](https://a.example/x_(y))"),
            "Arroyo Legal Fund"
        );
        assert_eq!(reads("[![Dunlin](/i/d.png)](https://d.example)"), "Dunlin");
        assert_eq!(
            reads("**Bold** and __strong__ and _soft_"),
            "Bold and strong and soft"
        );
        assert_eq!(reads("A \\& B &amp; C"), "A & B & C");
    }

    #[test]
    fn marks_without_a_partner_stay() {
        assert_eq!(reads("*Downriver Legal"), "*Downriver Legal");
        assert_eq!(
            reads("snake_case_name [1] a * b * c"),
            "snake_case_name [1] a * b * c"
        );
        assert_eq!(reads("[open"), "[open");
    }

    #[test]
    fn joined_lines_keep_their_source() {
        let source = "Interfaith Anti-\nDiscrimination organi-\nzation";
        let mut flow = Flow::of(source, 0..16);
        flow.push_line(source, 17..39);
        flow.push_line(source, 40..46);
        assert_eq!(flow.text, "Interfaith Anti-Discrimination organization");
        let at = flow.text.find("Discrimination").unwrap();
        assert_eq!(flow.source(source, at..at + 14), 17..31);
    }

    #[test]
    fn many_open_marks_stay_cheap() {
        for mark in ["[", "*", "**a ", "![", "_a ", "[a](", "<a", "`", "&"] {
            let text = mark.repeat(200_000);
            let _ = Flow::of(&text, 0..text.len());
        }
    }
}
