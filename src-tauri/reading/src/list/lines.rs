//! The lines of the pasted text, each with what stands before its words: quote marks, a bullet, a number.
//!
//! Owns what one line looks like by itself. Which lines belong together, and what they are, is decided in `layout.rs`.

pub(super) mod tags;

use std::borrow::Cow;
use std::ops::Range;

/// What stands before the words of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// Nothing.
    None,
    /// A bullet, an asterisk, a dash or a tick box.
    Bullet,
    /// A number with its full stop or parenthesis.
    Number(u32),
    /// A Markdown heading.
    Heading,
    /// A line of dashes or equal signs, or the second line of a Markdown table.
    Rule,
    /// A row of a Markdown table.
    Row,
    /// A row of an HTML table; the line may go over several lines of the source.
    HtmlRow,
}

/// One line of the source.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// The words of the line, without quote marks, bullet or number, in bytes of the source.
    pub body: Range<usize>,
    /// Width of the white space before the line's own first character.
    pub indent: usize,
    /// What stood before the words.
    pub mark: Mark,
    /// How many `>` quoted the line.
    pub quoted: usize,
    /// The whole line after its quote marks, for columns and for taking a mark back.
    pub whole: Range<usize>,
}

impl Line {
    /// Whether the line holds no words.
    pub fn is_blank(&self) -> bool {
        self.body.is_empty() && self.mark == Mark::None
    }

    /// The same line with its number taken as words.
    pub fn unmark(&mut self) {
        self.mark = Mark::None;
        self.body = self.whole.clone();
    }
}

/// The text with two spaces for each hard one between words, which takes as many bytes: copied from a page, any space may be hard.
pub(super) fn with_plain_spaces(text: &str) -> Cow<'_, str> {
    const HARD: char = '\u{a0}';
    if !text.contains(HARD) {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    let mut before = ' ';
    while let Some(c) = characters.next() {
        let between = !before.is_whitespace() && characters.peek().is_some_and(|next| !next.is_whitespace());
        if c == HARD && between {
            plain.push_str("  ");
        } else {
            plain.push(c);
        }
        before = c;
    }
    Cow::Owned(plain)
}

/// Cuts a text into lines. All line ends count: LF, CR LF, CR, vertical tab, form feed, U+2028, U+2029.
pub(super) fn lines(source: &str) -> Vec<Line> {
    if let Some(found) = tags::lines(source) {
        return found;
    }
    let mut found = Vec::new();
    let mut start = 0;
    let mut characters = source.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        if !matches!(
            c,
            '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{2028}' | '\u{2029}' | '\u{85}'
        ) {
            continue;
        }
        push(source, start..at, &mut found);
        start = at + c.len_utf8();
        if c == '\r' && characters.peek().is_some_and(|(_, next)| *next == '\n') {
            characters.next();
            start += 1;
        }
    }
    push(source, start..source.len(), &mut found);
    trust_numbers(source, &mut found);
    take_back_dashes(source, &mut found);
    see_tight_marks(source, &mut found);
    found
}

/// Adds a line; one that is nothing but images or links is as many lines.
fn push(source: &str, range: Range<usize>, found: &mut Vec<Line>) {
    match links(source, range.clone()) {
        Some(links) => found.extend(links.into_iter().map(|link| line(source, link))),
        None => found.push(line(source, range)),
    }
}

/// The images or links of a line that holds two or more and nothing else.
fn links(source: &str, range: Range<usize>) -> Option<Vec<Range<usize>>> {
    let mut rest = trimmed(source, range);
    let mut found = Vec::new();
    while !rest.is_empty() {
        let text = &source[rest.clone()];
        if !text.starts_with(['!', '[']) {
            return None;
        }
        let mut end = text
            .find("](")
            .and_then(|at| Some(at + text[at..].find(')')? + 1))?;
        if let Some(outer) = text[end..].strip_prefix("](") {
            end += 2 + outer.find(')')? + 1;
        }
        found.push(rest.start..rest.start + end);
        rest = trimmed(source, rest.start + end..rest.end);
    }
    (found.len() > 1).then_some(found)
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}')
}

fn trimmed(source: &str, range: Range<usize>) -> Range<usize> {
    let text = &source[range.clone()];
    let start = range.start + text.len() - text.trim_start_matches(is_space).len();
    let end = range.end - (text.len() - text.trim_end_matches(is_space).len());
    start..end.max(start)
}

fn line(source: &str, range: Range<usize>) -> Line {
    let text = &source[range.clone()];
    let mut indent: usize = text
        .chars()
        .take_while(|c| is_space(*c))
        .map(|c| if c == '\t' { 4 } else { 1 })
        .sum();
    let mut whole = trimmed(source, range);
    let mut quoted = 0;
    while source[whole.clone()].starts_with('>') {
        quoted += 1;
        let rest = whole.start + 1..whole.end;
        indent = source[rest.clone()]
            .chars()
            .take_while(|c| is_space(*c))
            .count()
            .saturating_sub(1);
        whole = trimmed(source, rest);
    }
    let (mut mark, width) = mark(&source[whole.clone()]);
    let mut body = trimmed(source, whole.start + width..whole.end);
    // The sign for a new line in Markdown.
    if source[body.clone()].ends_with('\\') && body.len() > 1 {
        body.end -= 1;
        body = trimmed(source, body);
    }
    if let Some(width) = between_rules(&source[whole.clone()]) {
        mark = Mark::Heading;
        body = trimmed(source, whole.start + width..whole.end - width);
    }
    Line {
        body,
        indent,
        mark,
        quoted,
        whole,
    }
}

/// How many bytes of rule stand on either side of words: `=== Local ===`, `-- Labor --`.
fn between_rules(text: &str) -> Option<usize> {
    let rule = text
        .chars()
        .next()
        .filter(|c| matches!(c, '=' | '-' | '~' | '\u{2014}' | '\u{2013}' | '\u{2500}'))?;
    let before = text.len() - text.trim_start_matches(rule).len();
    let after = text.len() - text.trim_end_matches(rule).len();
    let several = before / rule.len_utf8() >= 2 || before == after && rule != '-' && rule != '\u{2013}';
    let inner = text.get(before..text.len() - after)?;
    (several && before == after && inner.chars().any(char::is_alphanumeric)).then_some(before)
}

/// The mark at the beginning of a line, and how many bytes of it are no words.
fn mark(text: &str) -> (Mark, usize) {
    let bare: String = text.chars().filter(|c| !c.is_whitespace()).take(200).collect();
    if bare.len() >= 3
        && bare.chars().all(|c| {
            matches!(
                c,
                '-' | '=' | '_' | '*' | '|' | ':' | '~' | '+' | '\u{2014}' | '\u{2500}'
            )
        })
    {
        return (Mark::Rule, text.len());
    }
    if text.starts_with('|') && text.len() > 1 && text[1..].contains('|') {
        return (Mark::Row, 0);
    }
    let hashes = text.chars().take_while(|c| *c == '#').count();
    if (1..=6).contains(&hashes) && text[hashes..].starts_with(' ') {
        return (Mark::Heading, hashes);
    }
    if let Some(width) = bullet(text) {
        return (Mark::Bullet, width + check_box(&text[width..]));
    }
    let boxed = check_box(text);
    if boxed > 0 {
        return (Mark::Bullet, boxed);
    }
    // A signature typed: "/s/ Jane Roe".
    if let Some(rest) = text.strip_prefix("/s/") {
        return (Mark::None, text.len() - rest.len());
    }
    number(text).map_or((Mark::None, 0), |(number, width)| (Mark::Number(number), width))
}

/// Marks that are a bullet even without a space behind them.
const TIGHT: &str = "•‣⁃▪▫◦●○■□◆◇➢➤►▶✓✔✅☑☐☒✗✘✖✕→⇒➔➜❖★☆⚫";
/// Marks that are a bullet only with a space behind them.
const LOOSE: &str = "*-+–—·»›¤o§−‐?";

fn bullet(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    let width = first.len_utf8();
    if TIGHT.contains(first) || tags::is_pictograph(first) {
        let rest = text[width..].trim_start_matches(|c: char| {
            TIGHT.contains(c) || tags::is_pictograph(c) || matches!(c, '\u{fe0f}' | '\u{200d}')
        });
        return Some(text.len() - rest.len());
    }
    (LOOSE.contains(first) && text[width..].starts_with(is_space)).then_some(width)
}

fn check_box(text: &str) -> usize {
    let rest = text.trim_start();
    for tick in ["[ ]", "[x]", "[X]", "[-]", "( )", "(x)", "(X)"] {
        if rest
            .strip_prefix(tick)
            .is_some_and(|rest| rest.starts_with(is_space))
        {
            return text.len() - rest.len() + tick.len();
        }
    }
    0
}

/// A number such as `1.`, `1)`, `(1)`, `1 -` or one followed by a tab, or by itself before a space.
fn number(text: &str) -> Option<(u32, usize)> {
    let inner = text.strip_prefix('(').unwrap_or(text);
    let opened = text.len() - inner.len();
    let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 || digits > 5 {
        return None;
    }
    let value = inner[..digits].parse().ok()?;
    let rest = &inner[digits..];
    let closed = usize::from(rest.starts_with(['.', ')', ':']));
    if opened == 1 && !rest.starts_with(')') {
        return None;
    }
    let after = &rest[closed..];
    (after.starts_with(is_space) && !after.trim().is_empty()).then_some((value, opened + digits + closed))
}

/// Keeps numbers as marks only where they count upwards; elsewhere they belong to the names (18 Streets, 350 Harbor).
fn trust_numbers(source: &str, lines: &mut [Line]) {
    let mut numbered = 0;
    let mut in_step = 0;
    let mut before = None;
    let (mut closed, mut up, mut down) = (0, 0, 0);
    for line in lines.iter() {
        if let Mark::Number(n) = line.mark {
            numbered += 1;
            in_step += usize::from(n == 1 || before.is_some_and(|b: u32| b.checked_add(1) == Some(n)));
            up += usize::from(before.is_some_and(|b| b < n));
            down += usize::from(before.is_some_and(|b| b > n));
            let text =
                source[line.whole.clone()].trim_start_matches(|c: char| c == '(' || c.is_ascii_digit());
            closed += usize::from(text.starts_with(['.', ')']));
            before = Some(n);
        }
    }
    // A part of a longer list, or the newest first: "998. Ana Mora", "997. Bo Lind".
    let filled = lines.iter().filter(|line| !line.is_blank()).count();
    let ordered = numbered >= 4
        && closed * 10 >= numbered * 9
        && up.max(down) * 10 >= (numbered - 1) * 8
        && numbered * 10 >= filled * 6;
    let counted = ordered || in_step >= 2 && in_step * 5 >= numbered * 4;
    if counted {
        return;
    }
    for line in lines
        .iter_mut()
        .filter(|line| matches!(line.mark, Mark::Number(_)))
    {
        line.unmark();
    }
}

/// A dash that only came to the beginning of a line because running text was broken there is no bullet.
fn take_back_dashes(source: &str, lines: &mut [Line]) {
    for at in 1..lines.len() {
        let text = |i: usize| lines.get(i).map_or("", |line: &Line| &source[line.whole.clone()]);
        let plain = |i: usize| lines.get(i).is_none_or(|line| line.mark == Mark::None);
        let runs = |i: usize| text(i).len() >= 40 && text(i).contains([',', ';']);
        let dash = lines[at].mark == Mark::Bullet && text(at).starts_with(['-', '\u{2013}', '\u{2014}']);
        if dash && plain(at - 1) && plain(at + 1) && runs(at - 1) && text(at).contains([',', ';']) {
            lines[at].unmark();
        }
    }
}

/// Dashes and stars without a space behind them are bullets where most lines have one; elsewhere they are footnote marks
/// or part of a name.
fn see_tight_marks(source: &str, lines: &mut [Line]) {
    let tight = |line: &Line| {
        let text = &source[line.whole.clone()];
        let mark = text
            .chars()
            .next()
            .filter(|c| matches!(c, '-' | '\u{2013}' | '\u{2014}' | '*' | '+' | '\u{b7}'))?;
        let rest = &text[mark.len_utf8()..];
        (line.mark == Mark::None && rest.starts_with(char::is_alphanumeric))
            .then_some((mark, mark.len_utf8()))
    };
    let mut filled = 0;
    let mut counts: Vec<(char, usize)> = Vec::new();
    for line in lines.iter().filter(|line| !line.is_blank()) {
        filled += 1;
        if let Some((mark, _)) = tight(line) {
            match counts.iter_mut().find(|(known, _)| *known == mark) {
                Some((_, count)) => *count += 1,
                None => counts.push((mark, 1)),
            }
        }
    }
    let Some((mark, _)) = counts
        .into_iter()
        .find(|(_, count)| *count >= 3 && count * 10 >= filled * 6)
    else {
        return;
    };
    for line in lines {
        if let Some((found, width)) = tight(line)
            && found == mark
        {
            line.mark = Mark::Bullet;
            line.body = trimmed(source, line.whole.start + width..line.whole.end);
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;

    fn bodies(source: &str) -> Vec<(Mark, &str)> {
        lines(source)
            .into_iter()
            .map(|line| (line.mark, &source[line.body]))
            .collect()
    }

    #[test]
    fn marks_are_no_part_of_the_words() {
        assert_eq!(bodies("> > • Alder"), [(Mark::Bullet, "Alder")]);
        assert_eq!(bodies("- [x] Birch"), [(Mark::Bullet, "Birch")]);
        assert_eq!(bodies("## Groups"), [(Mark::Heading, "Groups")]);
        assert_eq!(
            bodies("1. Ash\r\n2. Bay"),
            [(Mark::Number(1), "Ash"), (Mark::Number(2), "Bay")]
        );
    }

    #[test]
    fn numbers_that_do_not_count_belong_to_the_name() {
        assert_eq!(
            bodies("18 Streets\n350 Harbor"),
            [(Mark::None, "18 Streets"), (Mark::None, "350 Harbor")]
        );
    }
}
