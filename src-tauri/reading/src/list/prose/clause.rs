//! Where a sentence that holds a list goes on to say something about it, or that there are more.

use std::ops::Range;

use names::recognize::words::fold;

use super::super::phrase::{Case, Phrase};
use super::super::{signer, trim, words};
use super::separators::{Separator, parts, separators};

/// Where a sentence goes on to say something about its list: "... and Z are calling on".
pub(super) fn clause_start(text: &str, range: Range<usize>, separator: Separator) -> usize {
    let cuts = separators(text, range.clone(), separator);
    let parts = parts(range.clone(), &cuts);
    for (index, part) in parts.iter().enumerate() {
        let phrase_range = trim::space(text, part.clone());
        let stretch = &text[phrase_range.clone()];
        let last = index + 1 == parts.len();
        if index > 0 && (begins_clause(stretch) || last && is_clause(stretch)) {
            return phrase_range.start;
        }
        // "..., Plataforma 2015 y más, Red Azul": names follow, so it belongs to this one.
        let more = |offset: &usize| {
            let rest = &stretch[*offset..];
            !last && rest.split_whitespace().count() == 2 && words::says_there_are_more(&fold(rest))
        };
        if let Some(offset) = clause_inside(stretch, last || index > 0).filter(|offset| !more(offset)) {
            return phrase_range.start + offset;
        }
    }
    range.end
}

/// Whether a stretch after a comma is no name but a clause about the list, or says that there are more.
pub(super) fn begins_clause(stretch: &str) -> bool {
    let phrase = Phrase::new(stretch);
    let Some(first) = phrase.words.first() else {
        return false;
    };
    // "..., Fjord Alliance, Dear colleagues, please sign by Friday."
    let greets = words::greets(&first.folded)
        && (2..=4).contains(&phrase.words.len())
        && phrase.words.iter().skip(1).all(|w| w.case == Case::Lower);
    if greets || words::says_there_are_more(&phrase.folded()) {
        return true;
    }
    let skip = usize::from(words::is_and(&first.folded));
    let Some(first) = phrase.words.get(skip) else {
        return false;
    };
    // "le Syndicat des avocats libres": behind its article a name begins.
    if words::is_article(&first.folded) && phrase.words.get(skip + 1).is_some_and(|w| w.case == Case::Upper) {
        return false;
    }
    let lower = phrase.words.iter().filter(|w| w.case == Case::Lower).count();
    // "..., Cy Dorn y Di Falk, académicos del Instituto Azul"
    let all_are = skip == 0
        && phrase.words.len() >= 2
        && first.folded.ends_with('s')
        && signer::names_trade(&first.folded)
        && !signer::is_office_behind(stretch);
    first.case == Case::Lower
        && (words::begins_clause(&first.folded)
            || all_are
            || phrase.words.len() >= 3
                && lower * 5 >= phrase.words.len() * 4
                && (phrase.organization_words() == 0
                    || phrase.words.len() > 8 && !has_named_organization(&phrase))
                && !signer::is_office_behind(stretch))
}

/// Whether a word with a capital says that this is an organization: "en la central nuclear" names none.
fn has_named_organization(phrase: &Phrase<'_>) -> bool {
    phrase
        .words
        .iter()
        .any(|w| w.case == Case::Upper && names::recognize::words::is_organization_word(&w.folded))
}

/// Whether the last stretch of a sentence is mostly small words, so that it says something and names nobody.
fn is_clause(stretch: &str) -> bool {
    let phrase = Phrase::new(stretch);
    let Some(first) = phrase.words.first() else {
        return false;
    };
    let lower = phrase.words.iter().filter(|w| w.case == Case::Lower).count();
    let plain = first.case == Case::Lower && first.text.chars().all(char::is_lowercase);
    plain
        && !words::is_connector(&first.folded)
        && !words::is_article(&first.folded)
        && !names::recognize::words::is_chapter_word(&first.folded)
        && words::joining_phrase(stretch) == 0
        && phrase.words.len() >= 3
        && lower * 5 >= phrase.words.len() * 3
        && (lower == phrase.words.len() || phrase.organization_words() == 0)
        && !signer::is_office_behind(stretch)
}

/// How near the end of a stretch its last words must begin to be looked at as a whole.
const TAIL: usize = 160;

/// The offset of a dash or verb inside a stretch, behind which the sentence goes on.
pub(super) fn clause_inside(stretch: &str, may_end: bool) -> Option<usize> {
    if !may_end {
        return None;
    }
    let mut at = words::joining_phrase(stretch);
    let mut words_before = 0;
    let mut joining = 0;
    for piece in stretch[at..].split_inclusive(|c: char| c.is_whitespace() || is_long_dash(c)) {
        let from = at;
        at += piece.len();
        // "... ainsi que la Maison verte": the "que" begins no clause.
        joining = joining.max(from + words::joining_phrase(&stretch[from..]));
        if words_before > 0 && from < joining {
            continue;
        }
        let dashed = piece.ends_with(is_long_dash);
        let small_next = stretch[at..].trim_start().starts_with(char::is_lowercase);
        if (dashed || matches!(piece.trim(), "\u{2013}" | "-")) && small_next && (words_before > 0 || dashed)
        {
            let width = piece.chars().next_back().map_or(1, char::len_utf8);
            return Some(if dashed { at - width } else { from });
        }
        // "... and Dune Watch (the “Groups”) give notice of"
        if words_before > 0
            && ["(the ", "(collectively", "(together"]
                .iter()
                .any(|open| stretch[from..].starts_with(open))
            && stretch[from..]
                .chars()
                .take(20)
                .any(|c| matches!(c, '\u{201c}' | '"'))
        {
            return Some(from);
        }
        let word = piece.trim_matches(|c: char| !c.is_alphanumeric());
        if word.is_empty() {
            continue;
        }
        // "... and Cedar Committee in Support of Petitioner"
        if words_before > 0
            && [
                "in Support of ",
                "in support of ",
                "in Opposition to ",
                "in opposition to ",
            ]
            .iter()
            .any(|way| stretch[from..].starts_with(way))
        {
            return Some(from);
        }
        words_before += 1;
        if words_before == 1 || !word.starts_with(char::is_lowercase) {
            continue;
        }
        let folded = fold(word);
        // "... und C unterzeichnet."
        if words::ends_passive(&folded) && !stretch[at..].contains(char::is_alphanumeric) {
            return Some(from);
        }
        // "... y Reinserta son algunos de los que firman": such a small word may stand in a name, but not before one that says something.
        let mut next = stretch[at..].split_whitespace().map(fold);
        let says = stretch[at..].trim_start().starts_with(char::is_lowercase)
            && next.next().is_some_and(|first| {
                // "... y el Club Gris son las entidades que"
                !words::is_connector(&first) && !words::is_article(&first)
                    || words::is_article(&first)
                        && next
                            .next()
                            .is_some_and(|kind| words::is_kind(&kind) || words::names_those(&kind))
            });
        let seldom = matches!(
            folded.as_str(),
            "entre" | "support" | "das" | "die" | "han" | "son" | "do" | "does" | "may" | "will" | "might"
        );
        // "... et plusieurs dizaines d'autres associations appellent": up to the verb.
        if words::is_and(&folded) && stretch.len() - from < 4 * TAIL {
            let more: Vec<&str> = stretch[from..]
                .split(' ')
                .take_while(|word| !words::begins_clause(&fold(word)))
                .take(12)
                .collect();
            if more.len() < stretch[from..].split(' ').count()
                && words::says_there_are_more(&fold(&more.join(" ")))
            {
                return Some(from);
            }
        }
        let verb = (words::begins_clause(&folded) || words::ends_as_verb(&folded))
            && (says || !seldom)
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

pub(super) fn is_long_dash(c: char) -> bool {
    matches!(c, '\u{ff0d}' | '\u{2014}')
}

/// Whether the last words of a list, which begin with the given one, are no name: "among others", "and many more", "to the letter".
pub(super) fn trails(rest: &str, first: &str) -> bool {
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
