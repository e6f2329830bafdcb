//! The lines of HTML that was pasted as text: a tag of a block ends a line, whatever line ends the source has.
//!
//! Owns which tags end a line and what they make of it: a bullet, a heading, a row. Tags within a line and entities are
//! undone in `flow.rs`. It deliberately reads nothing but a list: the clipboard's own HTML is read elsewhere.

use std::ops::Range;

use super::{Line, Mark, is_space, line, trimmed};

/// A tag of the source.
struct Tag<'a> {
    /// Its name as written.
    name: &'a str,
    /// Whether it closes.
    closes: bool,
    /// Where it stands, with its brackets.
    range: Range<usize>,
}

impl Tag<'_> {
    fn is(&self, names: &[&str]) -> bool {
        names.iter().any(|name| self.name.eq_ignore_ascii_case(name))
    }
}

/// Tags that begin or end a line of their own.
const BLOCKS: &[&str] = &[
    "p",
    "div",
    "ul",
    "ol",
    "li",
    "table",
    "tbody",
    "thead",
    "tfoot",
    "tr",
    "br",
    "hr",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "section",
    "article",
    "header",
    "footer",
    "blockquote",
    "dl",
    "dt",
    "dd",
    "figure",
    "body",
    "html",
    "nav",
    "main",
    "head",
    "title",
    "pre",
];
/// Tags whose content is no text.
const HIDDEN: &[&str] = &["script", "style", "template"];
/// Tags between which a line end of the source is only white space.
const FLOWING: &[&str] = &["li", "p", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd"];
const HEADINGS: &[&str] = &["h1", "h2", "h3", "h4", "h5", "h6"];

/// All tags of a text, in order.
fn tags(source: &str) -> Vec<Tag<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = source[at..].find('<').map(|offset| at + offset) {
        let inner = &source[open + 1..];
        let closes = inner.starts_with('/');
        let name_from = open + 1 + usize::from(closes);
        let name_len = source[name_from..]
            .bytes()
            .take_while(u8::is_ascii_alphanumeric)
            .count();
        let named = name_len > 0 && source[name_from..].starts_with(|c: char| c.is_ascii_alphabetic());
        at = open + 1;
        if !named {
            continue;
        }
        // An address in angle brackets, or a sign of its own, is no tag.
        let after = source[name_from + name_len..].chars().next();
        if !after.is_some_and(|c| c == '>' || c == '/' || c.is_whitespace()) {
            continue;
        }
        let Some(end) = source[open..].find('>').map(|offset| open + offset + 1) else {
            break;
        };
        found.push(Tag {
            name: &source[name_from..name_from + name_len],
            closes,
            range: open..end,
        });
        at = end;
    }
    found
}

/// The lines of a text that is HTML; nothing where it is not.
pub(super) fn lines(source: &str) -> Option<Vec<Line>> {
    if !source.contains('<') {
        return None;
    }
    let tags = tags(source);
    let blocks = tags
        .iter()
        .filter(|tag| tag.is(&["li", "p", "td", "th", "tr", "br", "div"]) || tag.is(HEADINGS));
    if blocks.count() < 2 {
        return None;
    }
    let mut reader = Reader {
        source,
        found: Vec::new(),
        start: 0,
        mark: Mark::None,
        flowing: false,
        depth: 0,
    };
    let mut tags = tags.iter().peekable();
    while let Some(tag) = tags.next() {
        if !tag.closes && tag.is(HIDDEN) {
            reader.end(tag.range.start);
            while let Some(end) = tags.next_if(|next| !(next.closes && next.is(HIDDEN))) {
                reader.start = end.range.end;
            }
            reader.start = tags.next().map_or(source.len(), |end| end.range.end);
        } else if !tag.closes && tag.is(&["tr"]) {
            // A row is one line, from its tag to the next that closes it.
            reader.end(tag.range.start);
            let mut end = source.len();
            while let Some(next) = tags.peek() {
                if next.is(&["tr", "table"]) {
                    end = next.range.start;
                    break;
                }
                tags.next();
            }
            reader.row(tag.range.end..end);
            reader.start = end;
        } else if tag.is(BLOCKS) {
            reader.block(tag);
        }
    }
    reader.end(source.len());
    Some(reader.found)
}

struct Reader<'a> {
    source: &'a str,
    found: Vec<Line>,
    /// Where the line under way begins.
    start: usize,
    /// What the line under way is.
    mark: Mark,
    /// Whether line ends of the source are only white space here.
    flowing: bool,
    /// How many lists are open.
    depth: usize,
}

impl Reader<'_> {
    fn block(&mut self, tag: &Tag<'_>) {
        self.end(tag.range.start);
        self.start = tag.range.end;
        if tag.is(&["ul", "ol"]) {
            self.depth = if tag.closes {
                self.depth.saturating_sub(1)
            } else {
                self.depth + 1
            };
        }
        if tag.is(FLOWING) {
            self.flowing = !tag.closes;
        }
        if tag.is(&["li", "dd"]) || tag.is(HEADINGS) {
            self.mark = match (tag.closes, tag.is(HEADINGS)) {
                (true, _) => Mark::None,
                (false, true) => Mark::Heading,
                (false, false) => Mark::Bullet,
            };
        }
        if !tag.is(&["br", "li"]) {
            self.blank(tag.range.end);
        }
    }

    /// An empty line, where the last is none.
    fn blank(&mut self, at: usize) {
        if self.found.last().is_some_and(|line| !line.is_blank()) {
            self.found.push(line(self.source, at..at));
        }
    }

    /// Ends the line under way.
    fn end(&mut self, end: usize) {
        let range = self.start..end.max(self.start);
        self.start = range.end;
        let pieces: Vec<Range<usize>> = if self.flowing {
            vec![range]
        } else {
            let mut from = range.start;
            let text = &self.source[range.clone()];
            text.split_inclusive('\n')
                .map(|piece| {
                    let piece = from..from + piece.len();
                    from = piece.end;
                    piece
                })
                .collect()
        };
        for piece in pieces {
            let body = self.within(piece);
            if body.is_empty() {
                continue;
            }
            let mut found = line(self.source, body.clone());
            found.indent = 2 * self.depth.saturating_sub(1);
            if self.mark != Mark::None {
                // A bullet or number written out as well is still no part of the words.
                if found.mark == Mark::None || self.mark == Mark::Heading {
                    found.body = body;
                }
                found.mark = self.mark;
                self.mark = Mark::None;
            }
            self.found.push(found);
        }
    }

    fn row(&mut self, range: Range<usize>) {
        let mut found = line(self.source, range.start..range.start);
        found.whole = range.clone();
        found.body = range;
        found.mark = Mark::HtmlRow;
        self.found.push(found);
    }

    /// A range without white space and the tags around all of it.
    fn within(&self, range: Range<usize>) -> Range<usize> {
        let mut range = trimmed(self.source, range);
        loop {
            let text = &self.source[range.clone()];
            let before = range.clone();
            if text.starts_with('<') && !text.starts_with("<http") {
                if let Some(end) = text.find('>').filter(|_| {
                    text[1..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!'))
                }) {
                    range.start += end + 1;
                }
            } else if text.ends_with('>')
                && let Some(open) = text
                    .rfind("</")
                    .filter(|open| !text[*open..text.len() - 1].contains('>'))
            {
                range.end = range.start + open;
            } else if let Some(rest) = text.strip_prefix("&nbsp;") {
                range.start = range.end - rest.len();
            } else if let Some(rest) = text.strip_suffix("&nbsp;") {
                range.end = range.start + rest.len();
            }
            range = trimmed(self.source, range);
            if range == before || range.is_empty() {
                return range;
            }
        }
    }
}

/// The cells of a row.
pub(in crate::list) fn cells(source: &str, row: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open = None;
    for tag in tags(&source[row.clone()]) {
        if !tag.is(&["td", "th"]) {
            continue;
        }
        let at = row.start + tag.range.start;
        if let Some(from) = open.take() {
            found.push(from..at);
        }
        if !tag.closes {
            open = Some(row.start + tag.range.end);
        }
    }
    if let Some(from) = open {
        found.push(from..row.end);
    }
    found
}

/// Whether a character is drawn, not written: an emoji or ornament before a name is a bullet.
pub(super) fn is_pictograph(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}') && !is_space(c)
}
