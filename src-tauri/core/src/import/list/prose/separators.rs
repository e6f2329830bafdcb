//! What parts the names of a stretch of running text, and where.

use std::ops::Range;

/// What parts the names of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::import::list) enum Separator {
    /// `,` and its forms in other scripts.
    Comma,
    /// `;`
    Semicolon,
    /// A sign between spaces: ` · `, ` * `, ` | `.
    Sign(char),
}

/// Signs that part names where spaces stand around them.
const SIGNS: [char; 9] = ['·', '•', '*', '|', '∙', '●', '‧', '▪', '/'];

/// What parts the names of a stretch of text.
pub(super) fn separator_of(text: &str, range: Range<usize>) -> Separator {
    let mut signs = [0_usize; SIGNS.len()];
    let mut semicolons = 0;
    let mut commas = 0;
    outside_parentheses(text, range.clone(), |at, c| match c {
        ',' => commas += 1,
        ';' | '\u{ff1b}' => semicolons += 1,
        _ => {
            if let Some(sign) = SIGNS.iter().position(|sign| *sign == c)
                && stands_between_spaces(text, &range, at, c)
            {
                signs[sign] += 1;
            }
        }
    });
    let (sign, most) = SIGNS
        .iter()
        .zip(signs)
        .rev()
        .max_by_key(|(_, count)| *count)
        .unwrap_or((&'·', 0));
    if most >= 2 && most >= semicolons {
        return Separator::Sign(*sign);
    }
    if semicolons >= 2 || semicolons == 1 && commas <= 2 {
        Separator::Semicolon
    } else {
        Separator::Comma
    }
}

pub(super) fn stands_between_spaces(text: &str, range: &Range<usize>, at: usize, c: char) -> bool {
    text[range.start..at].ends_with(' ') && text[at + c.len_utf8()..range.end].starts_with(' ')
}

/// The separators in a stretch, those within parentheses left out.
pub(super) fn separators(text: &str, range: Range<usize>, separator: Separator) -> Vec<Range<usize>> {
    let mut cuts = Vec::new();
    outside_parentheses(text, range.clone(), |at, c| {
        let hit = match (separator, c) {
            // Not the comma in 1,000.
            (Separator::Comma, ',') => {
                let digit_before = text[..at].ends_with(|c: char| c.is_ascii_digit());
                !(digit_before && text[at + 1..].starts_with(|c: char| c.is_ascii_digit()))
            }
            (Separator::Comma, '\u{3001}' | '\u{ff0c}' | '\u{60c}')
            | (Separator::Semicolon, ';' | '\u{ff1b}') => true,
            (Separator::Sign(sign), c) => c == sign && stands_between_spaces(text, &range, at, c),
            _ => false,
        };
        if hit {
            cuts.push(at..at + c.len_utf8());
        }
    });
    cuts
}

/// Goes through the characters of a stretch that stand in no parentheses or quotes.
pub(super) fn outside_parentheses(text: &str, range: Range<usize>, mut see: impl FnMut(usize, char)) {
    let pairs = closings(text, range.clone());
    let mut next = 0;
    let mut inside_until = 0;
    for (offset, c) in text[range.clone()].char_indices() {
        let at = range.start + offset;
        while let Some((open, end)) = pairs.get(next)
            && *open <= at
        {
            inside_until = inside_until.max(*end);
            next += 1;
        }
        if at >= inside_until && !c.is_alphanumeric() {
            see(at, c);
        }
    }
}

/// Pairs of parentheses and quotes that are near enough to belong together: where they open and where they have closed.
pub(super) fn closings(text: &str, range: Range<usize>) -> Vec<(usize, usize)> {
    const FAR: usize = 300;
    let mut open = Vec::new();
    let mut pairs = Vec::new();
    for (offset, c) in text[range.clone()].char_indices() {
        let at = range.start + offset;
        match c {
            '(' | '[' | '\u{201c}' | '\u{ab}' => open.push(at),
            ')' | ']' | '\u{201d}' | '\u{bb}' => {
                if let Some(from) = open.pop()
                    && at - from <= FAR
                {
                    pairs.push((from, at + c.len_utf8()));
                }
            }
            _ => {}
        }
        if open.len() > 16 {
            open.remove(0);
        }
    }
    pairs.sort_unstable();
    pairs
}

pub(super) fn parts(range: Range<usize>, cuts: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut start = range.start;
    let mut all = Vec::with_capacity(cuts.len() + 1);
    for cut in cuts {
        all.push(start..cut.start);
        start = cut.end;
    }
    all.push(start..range.end);
    all
}
