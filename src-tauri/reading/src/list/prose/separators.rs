//! What parts the names of a stretch of running text, and where.

use std::ops::Range;

/// What parts the names of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::list) enum Separator {
    /// `,` and its forms in other scripts.
    Comma,
    /// `;`
    Semicolon,
    /// A sign between spaces: ` · `, ` * `, ` | `.
    Sign(char),
    /// `、`, which stands in no name.
    Ideographic,
    /// Numbers that count: `1. A 2. B`, `(1) A; (2) B; and (3) C`.
    Numbers,
}

/// Signs that part names where spaces stand around them.
const SIGNS: [char; 9] = ['·', '•', '*', '|', '∙', '●', '‧', '▪', '/'];

/// Dashes part names only where there are many of them: most stand within names or around a remark.
const DASHES: [char; 3] = ['-', '\u{2013}', '\u{2014}'];

/// How many signs stand between the names of a text, at its ends too: "A · B · C ·".
pub(in crate::list) fn signs(text: &str) -> usize {
    let mut counts = [0_usize; SIGNS.len() + DASHES.len()];
    let mut commas = 0;
    for (at, c) in text.char_indices() {
        commas += usize::from(matches!(c, ',' | ';'));
        let Some(sign) = SIGNS.iter().chain(&DASHES).position(|sign| *sign == c) else {
            continue;
        };
        let after = &text[at + c.len_utf8()..];
        if (at == 0 || text[..at].ends_with(' ')) && (after.is_empty() || after.starts_with(' ')) {
            counts[sign] += 1;
        }
    }
    let (signs, dashes) = counts.split_at(SIGNS.len());
    let many = dashes
        .iter()
        .copied()
        .max()
        .filter(|count| *count >= 3 && *count > 2 * commas);
    signs
        .iter()
        .copied()
        .max()
        .unwrap_or_default()
        .max(many.unwrap_or_default())
}

/// The numbers that count from 1 in a stretch of text, with their full stops or parentheses.
fn numbers(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = range.start;
    for piece in text[range].split_inclusive(char::is_whitespace) {
        let from = at;
        at += piece.len();
        let word = piece.trim_end();
        let inner = word.strip_prefix('(').unwrap_or(word);
        let Some(digits) = inner.strip_suffix([')', '.']).filter(|digits| digits.len() <= 3) else {
            continue;
        };
        let closed = inner.len() < word.len() && word.ends_with('.');
        if !closed && digits.parse() == Ok(found.len() + 1) {
            found.push(from..from + word.len());
        }
    }
    found
}

/// What parts the names of a stretch of text.
pub(super) fn separator_of(text: &str, range: Range<usize>) -> Separator {
    if numbers(text, range.clone()).len() >= 2 {
        return Separator::Numbers;
    }
    let mut signs = [0_usize; SIGNS.len()];
    let mut dashes = [0_usize; DASHES.len()];
    let mut semicolons = 0;
    let mut commas = 0;
    let mut ideographic = 0;
    let spaceless = is_spaceless(&text[range.clone()]);
    // Separators directly behind a parenthesis.
    let mut closing = [0_usize; 2];
    let closes = |at: usize| text[range.start..at].ends_with(')');
    outside_parentheses(text, range.clone(), |at, c| match c {
        ',' => {
            commas += 1;
            closing[0] += usize::from(closes(at));
        }
        '\u{3001}' => ideographic += 1,
        '/' | '\u{ff0f}' if spaceless => ideographic += 1,
        ';' | '\u{ff1b}' => {
            semicolons += 1;
            closing[1] += usize::from(closes(at));
        }
        _ => {
            if let Some(sign) = SIGNS.iter().position(|sign| *sign == c)
                && stands_between_spaces(text, &range, at, c)
            {
                signs[sign] += 1;
            } else if let Some(dash) = DASHES.iter().position(|dash| *dash == c)
                && stands_between_spaces(text, &range, at, c)
            {
                dashes[dash] += 1;
            }
        }
    });
    let (sign, most) = SIGNS
        .iter()
        .zip(signs)
        .rev()
        .max_by_key(|(_, count)| *count)
        .unwrap_or((&'·', 0));
    let one =
        most == 1 && commas + semicolons == 0 && is_bullet(*sign) && stand_on_both_sides(text, &range, *sign);
    if (most >= 2 || one) && most >= semicolons {
        return Separator::Sign(*sign);
    }
    let dash = DASHES.iter().zip(dashes).find(|(dash, count)| {
        *count >= 3 && *count > 2 * commas + semicolons
            || *count >= 4 && semicolons == 0 && part_people(&text[range.clone()], **dash)
    });
    if let Some((dash, _)) = dash {
        return Separator::Sign(*dash);
    }
    if ideographic >= 2 && ideographic > commas + semicolons {
        return Separator::Ideographic;
    }
    // "Ana Mora (Luz), Bo Lind (Moor); Cy Dorn (Ash),": both part.
    let both = closing[0] >= 2 && (closing[0] + closing[1]) * 10 >= (commas + semicolons) * 7;
    if !both && (semicolons >= 2 || semicolons == 1 && commas <= 2) {
        Separator::Semicolon
    } else {
        Separator::Comma
    }
}

/// Whether a dash stands between people who each have their trade behind a comma: "Ana Mora, actrice – Bo Lind, peintre – ...".
pub(super) fn part_people(text: &str, dash: char) -> bool {
    let between = format!(" {dash} ");
    let parts: Vec<&str> = text.split(between.as_str()).take(60).collect();
    let people = parts
        .iter()
        .filter(|part| {
            part.split_once(", ").is_some_and(|(name, trade)| {
                super::super::signer::is_person(name.trim()) && trade.starts_with(char::is_lowercase)
            })
        })
        .count();
    people >= 4 && people * 2 >= parts.len()
}

/// Whether most letters of a text are of scripts that put no spaces between words.
pub(in crate::list) fn is_spaceless(text: &str) -> bool {
    let (mut wide, mut all) = (0, 0);
    for c in text.chars().take(400).filter(|c| c.is_alphabetic()) {
        all += 1;
        wide += usize::from(super::introduction::is_without_spaces(c));
    }
    all > 0 && wide * 3 > all * 2
}

/// Whether a sign stands before names in lists and hardly in them.
fn is_bullet(sign: char) -> bool {
    matches!(sign, '*' | '\u{2022}' | '\u{25cf}' | '\u{25aa}' | '\u{b7}')
}

/// Whether a whole name of several words stands on either side of the only sign: "Breast Cancer Fund * Buckeye Network".
pub(super) fn stand_on_both_sides(text: &str, range: &Range<usize>, sign: char) -> bool {
    text[range.clone()]
        .split_once(&format!(" {sign} "))
        .is_some_and(|sides| {
            let sides = [sides.0, sides.1].map(super::super::phrase::Phrase::new);
            sides
                .iter()
                .all(|side| side.words.len() >= 2 && side.lower_share() < 0.2)
                && sides.iter().any(|side| side.organization_words() > 0)
        })
}

/// How many signs part the names of a whole line, one between two names included.
pub(in crate::list) fn parting_signs(text: &str) -> usize {
    let found = signs(text);
    let one = found == 1
        && ['*', '\u{2022}', '\u{25cf}', '\u{25aa}', '\u{b7}']
            .iter()
            .any(|sign| stand_on_both_sides(text, &(0..text.len()), *sign));
    if one {
        2
    } else if found == 1 {
        0
    } else {
        found
    }
}

pub(super) fn stands_between_spaces(text: &str, range: &Range<usize>, at: usize, c: char) -> bool {
    text[range.start..at].ends_with(' ') && text[at + c.len_utf8()..range.end].starts_with(' ')
}

/// The separators in a stretch, those within parentheses left out.
pub(super) fn separators(text: &str, range: Range<usize>, separator: Separator) -> Vec<Range<usize>> {
    if separator == Separator::Numbers {
        return numbers(text, range);
    }
    let spaceless = separator == Separator::Ideographic && is_spaceless(&text[range.clone()]);
    let mut cuts = Vec::new();
    outside_parentheses(text, range.clone(), |at, c| {
        let hit = match (separator, c) {
            // Not the comma in 1,000.
            (Separator::Comma, ',') => {
                let digit_before = text[..at].ends_with(|c: char| c.is_ascii_digit());
                // "Ana Mora, (Luz), Bo Lind (Moor)"
                !(digit_before && text[at + 1..].starts_with(|c: char| c.is_ascii_digit())
                    || text[at + 1..].trim_start().starts_with('('))
            }
            (Separator::Ideographic, '\u{3001}' | '\u{2026}') => true,
            (Separator::Ideographic, '/' | '\u{ff0f}') => spaceless,
            (Separator::Comma, '\u{3001}' | '\u{ff0c}' | '\u{60c}' | ';')
            | (Separator::Semicolon, ';' | '\u{ff1b}') => true,
            (Separator::Sign(sign), c) => c == sign && stands_between_spaces(text, &range, at, c),
            _ => false,
        };
        if hit {
            cuts.push(at..at + c.len_utf8());
        }
    });
    if separator == Separator::Ideographic {
        // The sign between two was left out: "（Ａ）Ｂ（Ｃ）".
        let glued = text[range.clone()]
            .match_indices([')', '\u{ff09}'])
            .map(|(at, sign)| range.start + at + sign.len());
        cuts.extend(
            glued
                .filter(|at| text[*at..range.end].starts_with(|c: char| c.is_alphabetic() && !c.is_ascii()))
                .map(|at| at..at),
        );
        cuts.sort_unstable_by_key(|cut| cut.start);
    }
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
            '(' | '[' | '\u{201c}' | '\u{ab}' | '\u{ff08}' => open.push(at),
            ')' | ']' | '\u{201d}' | '\u{bb}' | '\u{ff09}' => {
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

/// Whether every name of a stretch closes with a parenthesis.
pub(super) fn all_close(text: &str, range: Range<usize>) -> bool {
    let cuts = separators(text, range.clone(), Separator::Comma);
    parts(range, &cuts)
        .into_iter()
        .all(|part| text[part].trim_end_matches([' ', '.']).ends_with(')'))
}

/// A text without what stands in its parentheses.
pub(super) fn without_parentheses(text: &str) -> String {
    let mut depth = 0_usize;
    text.chars()
        .filter(|c| {
            let inside = depth > 0;
            match c {
                '(' => depth += 1,
                ')' => depth = depth.saturating_sub(1),
                _ => {}
            }
            !inside && *c != '('
        })
        .collect()
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
