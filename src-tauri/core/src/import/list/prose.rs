//! Names in running text: "The letter was signed by A, B, Inc., the C, and D."
//!
//! Owns finding the sentence that holds a list, where its introduction ends and where what it says afterwards begins, and
//! cutting the stretch between at its separators. Which commas belong to names is weighed in `cut.rs`.

use std::ops::Range;

use crate::recognize::words::fold;

use super::Known;
use super::cut;
use super::evidence::{Atom, join_text};
use super::phrase::{Case, Phrase, is_address};
use super::trim;
use super::words;

/// A name found in running text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Found {
    /// Its range in the text.
    pub range: Range<usize>,
    /// The first comma inside it, when the reader kept one on weak grounds.
    pub doubtful_comma: Option<usize>,
    /// Whether it may belong to the name before it.
    pub perhaps_part: bool,
    /// Where an "and" inside it may part two names.
    pub perhaps_two: Option<Range<usize>>,
}

/// What parts the names of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Separator {
    /// `,` and its forms in other scripts.
    Comma,
    /// `;`
    Semicolon,
    /// A sign between spaces: ` · `, ` * `, ` | `.
    Sign(char),
}

/// Below this much evidence a kept comma is shown as doubtful.
const SURE: f32 = 2.2;
/// A cut that won by less than this is shown as doubtful.
const SURE_CUT: f32 = 0.9;

/// The names in a text, with the separator of the longest list in it.
pub(super) fn read(text: &str, known: &dyn Known) -> (Vec<Found>, Separator) {
    let mut found = Vec::new();
    let mut separator = Separator::Comma;
    let mut most = 0;
    for sentence in sentences(text) {
        let Some((list, sep)) = list_in(text, sentence, 0) else {
            continue;
        };
        let before = found.len();
        names(text, list, sep, known, &mut found);
        if found.len() - before > most {
            most = found.len() - before;
            separator = sep;
        }
    }
    (found, separator)
}

/// Whether a text holds a list in running prose: an introduction and names, or many separators between names.
pub(super) fn holds_list(text: &str) -> bool {
    sentences(text).into_iter().any(|sentence| {
        let Some((list, separator)) = list_in(text, sentence.clone(), 0) else {
            return false;
        };
        let parts = separators(text, list.clone(), separator).len();
        let introduced = list.start > sentence.start;
        let last_and = separators(text, list.clone(), separator)
            .last()
            .is_some_and(|cut| {
                text[cut.end..list.end]
                    .split_whitespace()
                    .next()
                    .is_some_and(|w| words::is_and(&fold(w)))
            });
        match separator {
            Separator::Comma => {
                parts >= 6 || parts >= 2 && (introduced || last_and && parts >= 3) || parts >= 1 && introduced
            }
            Separator::Semicolon => parts >= 1,
            Separator::Sign(_) => parts >= 2,
        }
    })
}

/// Whether a line that is all there is reads as names side by side: "Alder Council, Birch Choir, and WISDOM". Each must
/// stand as a name: by a word for an organization or by its initials; or, where an "and" closes the list, by at least not
/// being a single plain word, a place or a person.
pub(super) fn is_all_names(text: &str) -> bool {
    let (found, separator) = read(text, &());
    if separator != Separator::Comma || found.len() < 2 {
        return false;
    }
    let closed = separators(text, 0..text.len(), separator)
        .last()
        .and_then(|cut| text[cut.end..].split_whitespace().next())
        .is_some_and(|word| words::is_and(&fold(word)));
    found.iter().all(|name| {
        let phrase = Phrase::new(&text[name.range.clone()]);
        let initials =
            matches!(phrase.words.as_slice(), [word] if word.is_all_capitals() && word.text.len() > 2);
        let apart = phrase.words.len() > 1 && phrase.place() < 1.0 && phrase.lower_share() == 0.0;
        let organization = phrase.organization_words() > 0 && phrase.person() < 1.0;
        initials || apart && (organization || closed && found.len() > 2)
    })
}

/// Cuts a text into sentences at full stops that end one.
fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let mut start = 0;
    let mut depth = 0_i32;
    for (at, c) in text.char_indices() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = (depth - 1).max(0),
            '.' | '!' | '?' => {
                let mut after = at + c.len_utf8();
                while text[after..].starts_with(['"', '\u{201d}', '\u{2019}', '\u{bb}']) {
                    after += text[after..].chars().next().map_or(1, char::len_utf8);
                }
                let rest = &text[after..];
                let begins = rest.starts_with(' ')
                    && rest[1..].starts_with(|c: char| {
                        c.is_uppercase() || c.is_numeric() || "\"\u{201c}\u{ab}¿¡*".contains(c)
                    });
                if depth == 0 && begins && ends_sentence(text, start, at, c, &rest[1..]) {
                    all.push(start..after);
                    start = after;
                }
            }
            _ => {}
        }
    }
    if start < text.len() {
        all.push(start..text.len());
    }
    all
}

fn ends_sentence(text: &str, start: usize, at: usize, mark: char, rest: &str) -> bool {
    let near = text[at + 1..]
        .char_indices()
        .nth(160)
        .map_or(text.len(), |(offset, _)| at + 1 + offset);
    match mark {
        '.' => {
            let from = text[start..at]
                .char_indices()
                .rev()
                .nth(40)
                .map_or(start, |(offset, _)| start + offset);
            !trim::keeps_stop(&text[from..=at])
                || Phrase::new(&text[at + 1..near]).is_sentence() && !text[at + 1..near].contains(',')
        }
        _ => Phrase::new(&rest[..near - (text.len() - rest.len()).min(near)]).is_sentence(),
    }
}

/// The stretch of a sentence that is a list of names, and what parts them.
fn list_in(text: &str, sentence: Range<usize>, depth: usize) -> Option<(Range<usize>, Separator)> {
    let range = trim::space(text, sentence);
    if range.is_empty() {
        return None;
    }
    let start = introduction_end(text, after_time(text, range.clone())..range.end);
    let separator = separator_of(text, start..range.end);
    let end = clause_start(text, start..range.end, separator);
    // "The campaign, led by A and B, is supported by groups including C, D, and E": the longer list is meant.
    if end < range.end && start > range.start && depth < 3 {
        let rest = end..range.end;
        let further = introduction_end(text, rest.clone());
        let sep = separator_of(text, further..range.end);
        if further > rest.start
            && separators(text, further..range.end, sep).len() > separators(text, start..end, separator).len()
        {
            return list_in(text, rest, depth + 1);
        }
    }
    let list = trim::space(text, start..end);
    let cuts = separators(text, list.clone(), separator);
    if list.is_empty() || cuts.is_empty() && start == range.start {
        return None;
    }
    let share = cut::name_share(&Phrase::new(&text[list.clone()]));
    (share >= 0.66).then_some((list, separator))
}

/// Where a sentence begins behind a time that stands before its first comma: "Today, A, B, and C called on".
fn after_time(text: &str, range: Range<usize>) -> usize {
    let near = text[range.clone()]
        .char_indices()
        .nth(40)
        .map_or(range.end, |(at, _)| range.start + at);
    let Some(comma) = text[range.start..near].find(',') else {
        return range.start;
    };
    let words = Phrase::new(&text[range.start..range.start + comma]).words;
    let told = words
        .iter()
        .any(|w| words::tells_time(&w.folded) || words::is_month(&w.folded));
    let all = words.iter().all(|w| {
        words::tells_time(&w.folded)
            || words::is_month(&w.folded)
            || w.case == Case::Digit
            || matches!(
                w.folded.as_str(),
                "on" | "in" | "this" | "last" | "the" | "el" | "le" | "am"
            )
    });
    if told && all {
        range.start + comma + 1
    } else {
        range.start
    }
}

/// Where the introduction of a sentence ends and its first name begins.
fn introduction_end(text: &str, range: Range<usize>) -> usize {
    let near = text[range.clone()]
        .char_indices()
        .nth(600)
        .map_or(range.end, |(offset, _)| range.start + offset);
    let head = &text[range.start..near];
    let mut end = range.start;
    // A colon hands over when what stands before it introduces a list, and more than one name follows.
    for (at, _) in head.match_indices(':') {
        let before = Phrase::new(&head[..at]);
        let introduced = before
            .words
            .iter()
            .any(|w| words::introduces(&w.folded) || words::hands_over(&w.folded).is_some())
            || before.lower_share() > 0.3;
        let spaced = head[at + 1..].starts_with(char::is_whitespace);
        // "Signed by A, B, Latency: Zero": the list is under way.
        let under_way =
            handing_word(&head[..at], false).is_some_and(|from| head[from..at].contains([',', ';']));
        if introduced && spaced && !under_way && head[..at].matches(',').count() <= 8 {
            end = range.start + at + 1;
            break;
        }
    }
    if end > range.start {
        let rest = &text[end..near.max(end)];
        // "The statement: signed by A, B" hands over once more.
        return end + handing_word(rest, true).unwrap_or(0);
    }
    range.start + handing_word(head, false).unwrap_or(0)
}

/// The offset after the word that hands over to the list, as in "groups, including" or "signed by", if there is one.
fn handing_word(head: &str, introduced: bool) -> Option<usize> {
    let mut handed = None;
    let mut before: Option<(String, bool)> = None;
    let mut reads_as_sentence = introduced;
    let mut after_comma = false;
    let mut at = 0;
    for (count, piece) in head
        .split_inclusive(|c: char| c.is_whitespace() || matches!(c, '\u{ff0d}' | '\u{2014}'))
        .take(90)
        .enumerate()
    {
        at += piece.len();
        let word = piece.trim_matches(|c: char| !c.is_alphanumeric());
        if word.is_empty() {
            continue;
        }
        let lower = word.starts_with(char::is_lowercase);
        let folded = fold(word);
        let rest = head[at..]
            .trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ':' | '"' | '\u{201c}'));
        let hands = (lower || count == 0)
            && (begins_name(rest) || begins_small_name(rest))
            && match words::hands_over(&folded) {
                Some(words::Handing::Alone) => true,
                Some(words::Handing::AfterParticiple) => before
                    .as_ref()
                    .is_some_and(|(word, _)| words::is_participle(word)),
                Some(words::Handing::AfterGroup) => before.as_ref().is_some_and(|(word, small)| {
                    words::introduces(word) && (*small || count <= 3) || word == "such"
                }),
                Some(words::Handing::AfterAmong) => before
                    .as_ref()
                    .is_some_and(|(word, _)| matches!(word.as_str(), "among" | "amongst" | "entre")),
                None => false,
            };
        if after_comma && !hands && (handed.is_some() || !reads_as_sentence) {
            // The first name and its comma have gone by: the list is under way.
            break;
        }
        if hands {
            handed = Some(at);
        }
        reads_as_sentence |=
            lower && !words::is_connector(&folded) || words::introduces(&folded) && count < 3;
        after_comma = piece.trim_end().ends_with([',', ';']);
        before = Some((folded, lower));
    }
    handed
}

/// Whether a name can begin here: a capital, a digit, or an article before one.
fn begins_name(rest: &str) -> bool {
    let mut words_ahead = rest.split_whitespace();
    let Some(first) = words_ahead.next() else {
        return false;
    };
    let starts = |w: &str| {
        w.chars()
            .find(|c| c.is_alphanumeric())
            .is_some_and(|c| !c.is_lowercase())
            || w.chars().skip(1).any(char::is_uppercase)
    };
    // A name in small letters is known by its comma: "include pixelbarn, Mapleroot".
    let brand = first.ends_with(',')
        && first.len() > 4
        && first.starts_with(char::is_lowercase)
        && !words::makes_sentence(&fold(&first[..first.len() - 1]));
    if starts(first) || brand || is_address(first) {
        return true;
    }
    let folded = fold(first.trim_matches(|c: char| !c.is_alphanumeric() && c != '\u{2019}' && c != '\''));
    words::is_article(&folded) && words_ahead.next().is_some_and(starts) || folded.starts_with("l'")
}

/// Whether a name in small letters can begin here, known by the capital that follows: "including knotwork UG".
fn begins_small_name(rest: &str) -> bool {
    let mut ahead = rest.split_whitespace();
    let (Some(first), Some(second)) = (ahead.next(), ahead.next()) else {
        return false;
    };
    let folded = fold(first);
    first.len() > 4
        && first.chars().all(char::is_lowercase)
        && !words::makes_sentence(&folded)
        && !words::introduces(&folded)
        && !words::is_connector(&folded)
        && !words::is_scope(&folded)
        && Phrase::new(second).is_legal_form()
}

/// Where a sentence goes on to say something about its list: "... and Z are calling on".
fn clause_start(text: &str, range: Range<usize>, separator: Separator) -> usize {
    let cuts = separators(text, range.clone(), separator);
    let parts = parts(range.clone(), &cuts);
    for (index, part) in parts.iter().enumerate() {
        let phrase_range = trim::space(text, part.clone());
        let stretch = &text[phrase_range.clone()];
        if index > 0 && begins_clause(stretch) {
            return phrase_range.start;
        }
        if let Some(offset) = clause_inside(stretch, index + 1 == parts.len() || index > 0) {
            return phrase_range.start + offset;
        }
    }
    range.end
}

/// Whether a stretch after a comma is no name but a clause about the list, or says that there are more.
fn begins_clause(stretch: &str) -> bool {
    let phrase = Phrase::new(stretch);
    let Some(first) = phrase.words.first() else {
        return false;
    };
    if words::says_there_are_more(&phrase.folded()) {
        return true;
    }
    let skip = usize::from(words::is_and(&first.folded));
    let Some(first) = phrase.words.get(skip) else {
        return false;
    };
    let lower = phrase.words.iter().filter(|w| w.case == Case::Lower).count();
    first.case == Case::Lower
        && (words::begins_clause(&first.folded)
            || phrase.words.len() >= 3
                && lower * 5 >= phrase.words.len() * 4
                && phrase.organization_words() == 0)
}

/// How near the end of a stretch its last words must begin to be looked at as a whole.
const TAIL: usize = 160;

/// The offset of a dash or verb inside a stretch, behind which the sentence goes on.
fn clause_inside(stretch: &str, may_end: bool) -> Option<usize> {
    if !may_end {
        return None;
    }
    let mut at = 0;
    let mut words_before = 0;
    for piece in stretch.split_inclusive(|c: char| c.is_whitespace() || is_long_dash(c)) {
        let from = at;
        at += piece.len();
        let dashed = piece.ends_with(is_long_dash);
        let small_next = stretch[at..].trim_start().starts_with(char::is_lowercase);
        if (dashed || matches!(piece.trim(), "\u{2013}" | "-")) && small_next && (words_before > 0 || dashed)
        {
            let width = piece.chars().next_back().map_or(1, char::len_utf8);
            return Some(if dashed { at - width } else { from });
        }
        let word = piece.trim_matches(|c: char| !c.is_alphanumeric());
        if word.is_empty() {
            continue;
        }
        words_before += 1;
        if words_before == 1 || !word.starts_with(char::is_lowercase) {
            continue;
        }
        let folded = fold(word);
        let verb = words::begins_clause(&folded)
            && !matches!(
                folded.as_str(),
                "entre"
                    | "support"
                    | "das"
                    | "die"
                    | "han"
                    | "son"
                    | "do"
                    | "does"
                    | "may"
                    | "will"
                    | "might"
            )
            && stretch[at..]
                .split_whitespace()
                .take(4)
                .any(|w| w.starts_with(char::is_lowercase));
        if verb || stretch.len() - from < TAIL && trails(&stretch[from..], &folded) {
            return Some(from);
        }
    }
    None
}

fn is_long_dash(c: char) -> bool {
    matches!(c, '\u{ff0d}' | '\u{2014}')
}

/// Whether the last words of a list, which begin with the given one, are no name: "among others", "and many more", "to the letter".
fn trails(rest: &str, first: &str) -> bool {
    let more = words::is_and(first) || matches!(first, "among" | "entre" | "unter");
    if more && words::says_there_are_more(&fold(rest)) {
        return true;
    }
    words::is_connector(first)
        && rest.split_whitespace().take(7).count() <= 6
        && rest.split_whitespace().all(|w| w.starts_with(char::is_lowercase))
        && Phrase::new(rest)
            .words
            .iter()
            .any(|w| words::names_letter(&w.folded))
}

/// Signs that part names where spaces stand around them.
const SIGNS: [char; 9] = ['·', '•', '*', '|', '∙', '●', '‧', '▪', '/'];

/// What parts the names of a stretch of text.
fn separator_of(text: &str, range: Range<usize>) -> Separator {
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

fn stands_between_spaces(text: &str, range: &Range<usize>, at: usize, c: char) -> bool {
    text[range.start..at].ends_with(' ') && text[at + c.len_utf8()..range.end].starts_with(' ')
}

/// The separators in a stretch, those within parentheses left out.
fn separators(text: &str, range: Range<usize>, separator: Separator) -> Vec<Range<usize>> {
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
fn outside_parentheses(text: &str, range: Range<usize>, mut see: impl FnMut(usize, char)) {
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
fn closings(text: &str, range: Range<usize>) -> Vec<(usize, usize)> {
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

fn parts(range: Range<usize>, cuts: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut start = range.start;
    let mut all = Vec::with_capacity(cuts.len() + 1);
    for cut in cuts {
        all.push(start..cut.start);
        start = cut.end;
    }
    all.push(start..range.end);
    all
}

/// The range of a name after the "and" and the article of the sentence before it.
fn after_small_words(text: &str, range: Range<usize>) -> (Range<usize>, bool, bool) {
    let mut range = trim::space(text, range);
    let mut after_and = false;
    for and in ["as well as ", "along with ", "así como ", "ainsi que ", "sowie "] {
        if text[range.clone()].starts_with(and) {
            range.start += and.len();
            after_and = true;
        }
    }
    if let Some((word, _)) = text[range.clone()].split_once(' ')
        && (word.starts_with(char::is_lowercase) || word == "&")
        && words::is_and(&fold(word))
    {
        range.start += word.len();
        range = trim::space(text, range);
        after_and = true;
    }
    let mut after_article = false;
    let inner = &text[range.clone()];
    if let Some((word, rest)) = inner.split_once(' ')
        && word.starts_with(char::is_lowercase)
        && words::is_article(&fold(word))
        && begins_name(rest)
    {
        range.start += word.len();
        after_article = true;
    } else if let Some(rest) = inner
        .strip_prefix("l\u{2019}")
        .or_else(|| inner.strip_prefix("l'"))
        && rest.starts_with(char::is_uppercase)
    {
        range.start = range.end - rest.len();
        after_article = true;
    }
    (trim::space(text, range), after_and, after_article)
}

fn names(text: &str, list: Range<usize>, separator: Separator, known: &dyn Known, found: &mut Vec<Found>) {
    let in_a_sentence =
        text[list.clone()].trim_end().ends_with('.') || list.start > 0 || list.end < text.len();
    let cuts = separators(text, list.clone(), separator);
    let mut ranges: Vec<(Range<usize>, bool, bool)> = parts(list, &cuts)
        .into_iter()
        .map(|part| after_small_words(text, part))
        .filter(|(range, ..)| !trim::name(text, range.clone()).is_empty())
        .collect();
    // The list's own "and" stands before the last name, which may hold a comma or two.
    let mut lists_and = (ranges.len().saturating_sub(3).max(1)..ranges.len())
        .rev()
        .find(|i| ranges[*i].1);
    let mut perhaps_two = None;
    // Without a comma before it, it parts the last two names, the last of which may end in ", Inc." and the like.
    if lists_and.is_none() && !ranges.is_empty() {
        let last = ranges.len() - 1;
        let tails = (1..=last.min(2)).take_while(|back| {
            let [head, tail] =
                [last - back, last - back + 1].map(|i| &text[trim::name(text, ranges[i].0.clone())]);
            separator == Separator::Comma && join_text(head, tail) > 0.5
        });
        for at in (0..=tails.count()).map(|back| last - back) {
            let whole = ranges[at].0.clone();
            let bare = trim::name(text, whole.clone());
            if let Some(and) = cut::last_and(&text[bare.clone()], known, in_a_sentence) {
                let left = after_small_words(text, whole.start..bare.start + and.start);
                let (right, _, article) = after_small_words(text, bare.start + and.end..whole.end);
                ranges.splice(at..=at, [left, (right, true, article)]);
                lists_and = Some(at + 1);
                break;
            }
        }
        if lists_and.is_none() && in_a_sentence && separator == Separator::Comma {
            perhaps_two = inner_and(text, trim::name(text, ranges[last].0.clone()));
        }
    }
    ranges.retain(|(range, ..)| !words::says_there_are_more(&fold(&text[trim::name(text, range.clone())])));
    if separator != Separator::Comma {
        found.extend(ranges.into_iter().map(|(range, ..)| Found {
            range: trim::name(text, range),
            doubtful_comma: None,
            perhaps_part: false,
            perhaps_two: None,
        }));
        return;
    }
    let atoms: Vec<Atom<'_>> = ranges
        .iter()
        .map(|(range, after_and, after_article)| Atom {
            phrase: Phrase::new(&text[trim_final_stop(text, range.clone())]),
            after_article: *after_article,
            after_and: *after_and,
        })
        .collect();
    for run in cut::cut(&atoms, known, lists_and) {
        let range = trim::name(text, ranges[run.from].0.start..ranges[run.to - 1].0.end);
        let doubtful = run.kept_by.is_some_and(|by| by < SURE);
        found.push(Found {
            doubtful_comma: doubtful.then(|| ranges[run.from].0.end),
            perhaps_part: run.from > 0 && run.cut_by < SURE_CUT,
            perhaps_two: if run.to == ranges.len() {
                perhaps_two.clone()
            } else {
                None
            },
            range,
        });
    }
}

fn trim_final_stop(text: &str, range: Range<usize>) -> Range<usize> {
    let name = trim::name(text, range.clone());
    if name.is_empty() { range } else { name }
}

/// The first "and" of the sentence's language inside a last name that was not parted.
fn inner_and(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let inner = &text[range.clone()];
    let at = [" and ", " y ", " et ", " und "]
        .iter()
        .find_map(|and| inner.find(and).map(|at| (at, and.len())))?;
    Some(range.start + at.0..range.start + at.0 + at.1)
}
