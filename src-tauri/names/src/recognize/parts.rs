//! Parts of a name that repeats or explains itself: a translation in parentheses, an explanation after a colon, a
//! description after a comma.
//!
//! Owns where a name is split, and whether the remainder may be dropped without changing which organization is named: a
//! place, a number, a chapter word or a body of its own may not. Comparing is for `score.rs`.

use super::name::{Name, Word, english};
use super::tokens::{Gap, Token};
use super::vocabulary::Class;

/// A part of a name that may be the whole name elsewhere.
#[derive(Clone, Debug)]
pub(super) struct Part {
    /// The part, as a name.
    pub name: Name,
    /// The words beside it.
    pub rest: Box<[Word]>,
    mark: Gap,
    /// Whether the part stands before the mark.
    first: bool,
}

/// The words that begin what an organization was called before, or is called elsewhere.
const CALLED: &[&[&str]] = &[
    &["formerly", "known", "as"],
    &["previously", "known", "as"],
    &["also", "known", "as"],
    &["doing", "business", "as"],
    &["formerly"],
    &["previously"],
    &["fka"],
    &["aka"],
    &["dba"],
    &["antes"],
    &["anteriormente"],
    &["antiguamente"],
    &["tambien", "conocida", "como"],
    &["anciennement"],
    &["ehemals"],
    &["vormals"],
    &["fruher"],
];

/// The words that begin what an organization belongs to.
const SAID_OF_WHOLE: &[&[&str]] = &[
    &["a", "project", "of"],
    &["a", "program", "of"],
    &["an", "initiative", "of"],
    &["a", "campaign", "of"],
    &["a", "ministry", "of"],
    &["project", "of"],
    &["fiscally", "sponsored", "by"],
    &["sponsored", "by"],
    &["un", "proyecto", "de"],
    &["una", "iniciativa", "de"],
    &["un", "projet", "de"],
    &["um", "projeto", "de"],
    &["ein", "projekt"],
];

/// What unions write behind their names.
const UNION_FEDERATIONS: &[&[&str]] = &[&["afl", "cio"], &["afl", "cio", "clc"], &["clc"]];

/// How many tokens at the start say that the name goes by another: "formerly known as".
fn called(tokens: &[Token]) -> usize {
    let begins = |words: &&&[&str]| {
        tokens.len() > words.len() && words.iter().zip(tokens).all(|(word, token)| token.text == *word)
    };
    CALLED.iter().find(begins).map_or(0, |words| words.len())
}

/// Two names of one organization, where the name says that it was called something else, or is elsewhere: "Lamp Union (formerly Candle
/// Makers)", "Lamp Union dba Bright".
pub(super) fn two_names(tokens: &[Token]) -> Option<(std::ops::Range<usize>, std::ops::Range<usize>)> {
    let (at, words) = (1..tokens.len())
        .map(|at| (at, called(&tokens[at..])))
        .find(|(at, words)| {
            // Without a mark, only what stands nowhere else in a name.
            *words > 1
                || *words == 1
                    && (tokens[*at].gap != Gap::Space
                        || matches!(&*tokens[*at].text, "fka" | "aka" | "dba" | "formerly"))
        })?;
    let open = tokens[at].gap == Gap::Open;
    let close = tokens[at..]
        .iter()
        .position(|token| open && token.gap == Gap::Close)
        .map_or(tokens.len(), |n| at + n);
    (at + words < close).then_some((0..at, at + words..close))
}

/// Where a name may be cut in two: at its last pair of parentheses, else its first colon, slash or dash, else its first comma.
pub(super) fn cut(tokens: &[Token]) -> Option<(Gap, std::ops::Range<usize>)> {
    let position = |wanted: fn(Gap) -> bool| tokens.iter().position(|token| wanted(token.gap));
    if let Some(open) = tokens.iter().rposition(|token| token.gap == Gap::Open)
        && open > 0
    {
        let close = tokens[open + 1..]
            .iter()
            .position(|token| token.gap == Gap::Close);
        return Some((Gap::Open, open..close.map_or(tokens.len(), |n| open + 1 + n)));
    }
    let at = position(|gap| matches!(gap, Gap::Colon | Gap::Slash | Gap::Dash))
        .or_else(|| position(|gap| gap == Gap::Comma))?;
    (at > 0).then(|| (tokens[at].gap, at..tokens.len()))
}

impl Part {
    /// A part with the words beside it.
    pub(super) fn new(name: Name, rest: Box<[Word]>, mark: Gap, first: bool) -> Self {
        Self {
            name,
            rest,
            mark,
            first,
        }
    }

    /// Whether the rest only says the name again or explains it.
    pub(super) fn is_whole_name(&self) -> bool {
        if self.first && self.is_said_of_whole() {
            return true;
        }
        let rest: Vec<&Word> = self
            .rest
            .iter()
            .filter(|word| word.class != Class::Little)
            .collect();
        let kept = &self.name.words;
        let [.., last] = rest.as_slice() else { return false };
        let any = |class: Class| rest.iter().any(|word| word.class == class);
        let own = kept
            .iter()
            .filter(|word| matches!(word.class, Class::Proper | Class::Describing | Class::Number));
        if any(Class::Number) || any(Class::Chapter) || own.count() == 0 {
            return false;
        }
        if rest
            .iter()
            .all(|word| word.capitals && word.class == Class::Proper)
        {
            return rest.len() < 3;
        }
        // "XYZ: Whatever It Is" and "Whatever It Is, XYZ": a mark beside a word in capitals says that it is the acronym.
        let short = matches!(&**kept, [word] if word.class == Class::Proper);
        if short && rest.len() > 1 && self.is_abbreviated() {
            return true;
        }
        if self.mark == Gap::Comma && self.is_institute_of_academy() {
            return true;
        }
        let said = |word: &&Word| kept.iter().any(|other| other.text == word.text);
        if rest
            .iter()
            .any(|word| matches!(word.class, Class::Place | Class::Sister) && !said(word))
        {
            return false;
        }
        // The same kind of body in both halves, or two languages: one half is the other, translated.
        let twice = rest.iter().any(|word| is_body(word) && said(word));
        let foreign = english(&self.rest).signum() * self.name.english.signum() < 0 && rest.len() > 1;
        if (twice || foreign) && self.mark != Gap::Comma {
            return true;
        }
        let proper = rest.iter().filter(|word| word.class == Class::Proper).count();
        let little = self.rest.len() - rest.len();
        let sentence = self.rest.first().is_some_and(|word| word.class == Class::Little)
            || little > 0 && matches!(self.mark, Gap::Colon | Gap::Slash);
        let explains =
            rest.len() > 1 && !is_body(last) && (proper < rest.len() || rest.len() > 2 || sentence);
        // ", Institute of Glass" is a part of what stands before it, and explains nothing.
        let is_part = matches!(rest[0].class, Class::Institution | Class::Unit);
        match (self.mark, self.first) {
            (Gap::Comma, false) => false,
            (Gap::Comma, true) if is_part => false,
            // "X, organizing for justice"; not "X, Lone Star Group" and not "X, Brixley".
            (Gap::Comma, true) => explains && proper < rest.len() && (little > 0 || rest.len() > 2),
            (_, true) => explains || kept.len() == 1 && rest.len() > 2,
            (Gap::Open | Gap::Slash, false) if explains => true,
            (_, false) => proper > 0 && rest.len() < 3 && !rest.iter().any(|word| is_body(word)),
        }
    }

    /// Whether the rest says to what the whole belongs or who stands for it: "Lamps for All, a project of Lantern Trust", "(fiscally sponsored
    /// by Lantern Trust)", "Lamp Workers, AFL-CIO". What it names may be a place or a body of its own.
    fn is_said_of_whole(&self) -> bool {
        let said: Vec<&str> = self.rest.iter().map(Word::written).collect();
        SAID_OF_WHOLE.iter().any(|words| said.starts_with(words))
            || UNION_FEDERATIONS.iter().any(|words| said == *words)
    }

    /// Whether the part is an institute that is known by its own name, and the rest the academy that it is one of: "Quillan Academy of
    /// Sciences, Institute of Lamp Physics and Glass".
    pub(super) fn is_institute_of_academy(&self) -> bool {
        let has = |words: &[Word], concept: &str| words.iter().any(|word| word.text == concept);
        let own = self.name.words.iter().filter(|word| word.class != Class::Little);
        let body = self
            .name
            .words
            .iter()
            .any(|word| matches!(word.class, Class::Institution | Class::Kind | Class::Plain));
        has(&self.rest, "academy") && !has(&self.name.words, "academy") && body && own.count() > 2
    }

    /// Whether the part is one short word whose letters occur in the rest in this order: one in capitals, or behind a dash one that begins
    /// as the rest does ("Associação de Saúde Coletiva – Asaco").
    fn is_abbreviated(&self) -> bool {
        let [word] = &*self.name.words else { return false };
        let length = word.written().chars().count();
        let begins =
            word.written().chars().next() == self.rest.first().and_then(|rest| rest.full().chars().next());
        let behind_dash = self.mark == Gap::Dash && !self.first && begins && length > 3;
        if !(word.capitals || behind_dash) || !(2..=10).contains(&length) {
            return false;
        }
        let mut letters = self.rest.iter().flat_map(|word| word.full().chars());
        word.written().chars().all(|c| letters.any(|other| other == c))
    }
}

/// Whether a word says what kind of body an organization is.
pub(super) fn is_body(word: &Word) -> bool {
    matches!(
        word.class,
        Class::Kind | Class::Plain | Class::Institution | Class::Sister | Class::Unit
    )
}
