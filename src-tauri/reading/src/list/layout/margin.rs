//! Lines that only go on from the one before because that had no more room.
//!
//! Owns what can be told from the width of lines and from the order of the alphabet; what words tell is in
//! `surroundings.rs`.

use std::ops::Range;

use names::recognize::words::fold;

use super::super::boilerplate::{self, Role};
use super::super::lines::Mark;
use super::super::phrase::Phrase;
use super::super::signer;
use super::super::surroundings::goes_on;
use super::super::words;
use super::Reader;

impl Reader<'_> {
    /// Whether a plain line among bullets can only be the rest of a line before it that had no more room.
    pub(super) fn fills_margin(&self, at: usize) -> bool {
        let before = self.text(at - 1);
        let text = self.text(at);
        let first = text
            .split_whitespace()
            .next()
            .map_or(0, |word| word.chars().count());
        let full = before.chars().count() + 1 + first > self.whole.margin
            && (before.chars().count() >= 36 || self.whole.narrow && before.chars().count() >= 20);
        let below = self.lines[at + 1..].iter().take(3).find(|next| !next.is_blank());
        let listed = below.is_none_or(|next| matches!(next.mark, Mark::Bullet | Mark::Number(_)));
        full && listed
            && text.chars().count() < before.chars().count()
            && !text.ends_with(':')
            && boilerplate::role(text, true) == Role::Item
            && !boilerplate::is_place_heading(text)
    }

    /// The margin at which names were broken, where some go on so that no doubt is left, and every one of those had no room.
    pub(super) fn margin_of_names(&self, start: usize, end: usize) -> Option<usize> {
        let width = self.column_width(start, end)?;
        let broken: Vec<usize> = (start + 1..end)
            .filter(|i| goes_on(self.text(i - 1), self.text(*i)))
            .collect();
        (width >= 40 && !broken.is_empty() && broken.iter().all(|i| self.had_no_room(*i, width)))
            .then_some(width)
    }

    /// The width of the widest line; of the next widest, where that one stands out and was not broken with the others.
    fn column_width(&self, start: usize, end: usize) -> Option<usize> {
        let mut widths: Vec<usize> = (start..end).map(|i| self.text(i).chars().count()).collect();
        widths.sort_unstable_by_key(|width| std::cmp::Reverse(*width));
        match widths.as_slice() {
            [widest, next, _, ..] if *widest * 10 > *next * 14 => Some(*next),
            [widest, ..] => Some(*widest),
            [] => None,
        }
    }

    /// The width of a narrow column in which names were broken: where some plainly go on, each for want of room.
    pub(super) fn narrow_column(&self, start: usize, end: usize) -> Option<usize> {
        let width = self.column_width(start, end)?;
        let broken: Vec<usize> = (start + 1..end)
            .filter(|i| goes_on(self.text(i - 1), self.text(*i)))
            .collect();
        let full = broken.iter().filter(|i| self.had_no_room(**i, width)).count();
        (end - start >= 8 && width <= 60 && broken.len() >= 2 && full * 10 >= broken.len() * 9)
            .then_some(width)
    }

    /// Whether a line of a narrow column is the end of a name that the full line before it began: it is short, and that one
    /// ends in no word that ends a name.
    pub(super) fn ends_name(&self, at: usize, width: usize) -> bool {
        let (before, line) = (Phrase::new(self.text(at - 1)), Phrase::new(self.text(at)));
        let ends = |phrase: &Phrase<'_>| {
            phrase.words.last().is_some_and(|w| {
                w.text == phrase.text && names::recognize::words::is_organization_word(&w.folded)
            })
        };
        let ended = before
            .words
            .last()
            .is_some_and(|w| names::recognize::words::is_organization_word(&w.folded))
            && !ends(&before);
        let short = match line.words.as_slice() {
            [_] => true,
            [_, _] => line.organization_words() > 0 || line.words.iter().any(|w| words::is_theme(&w.folded)),
            [_, _, _] => {
                line.organization_words() > 0
                    && line.words.iter().take(2).any(|w| {
                        words::is_theme(&w.folded) || names::recognize::words::is_organization_word(&w.folded)
                    })
            }
            _ => false,
        };
        short && !ended && self.had_no_room(at, width) && before.text.chars().count() * 2 >= width
    }

    /// Whether the first word of a line did not fit on the line before it.
    pub(super) fn had_no_room(&self, at: usize, width: usize) -> bool {
        let first = self
            .text(at)
            .split_whitespace()
            .next()
            .map_or(0, |word| word.chars().count());
        self.text(at - 1).chars().count() + 1 + first > width
    }

    /// Whether a line behind a full one stands out of the order of the alphabet that its neighbours keep.
    pub(super) fn breaks_order(&self, at: usize, first: usize, end: usize, margin: usize) -> bool {
        let key = |i: usize| fold(self.text(i));
        let (name, line) = (key(first), key(at));
        self.had_no_room(at, margin)
            && at + 1 < end
            && name <= key(at + 1)
            && (line < name || line > key(at + 1))
    }

    /// The width of lines that mostly begin with a person and a comma; nothing where they do not.
    pub(super) fn people_lines(&self, start: usize, end: usize) -> Option<usize> {
        let sample = start..end.min(start + 200);
        let people = sample.clone().filter(|i| self.begins_with_person(*i)).count();
        let width = sample.clone().map(|i| self.text(i).chars().count()).max()?;
        (people >= 2 && (people * 2 >= sample.len() || self.are_broken_people(sample, width)))
            .then_some(width)
    }

    /// Whether lines that begin with no person are what had no room on those before them, nearly all: then people were broken at a
    /// margin, however narrow it is.
    pub(super) fn are_broken_people(&self, lines: Range<usize>, width: usize) -> bool {
        let all = lines.len();
        let rest: Vec<usize> = lines.skip(1).filter(|i| !self.begins_with_person(*i)).collect();
        let full = rest.iter().filter(|i| self.had_no_room(**i, width)).count();
        let people = all - rest.len();
        // What is broken lacks fields that the others have.
        let fewer = rest
            .iter()
            .filter(|i| !self.text(**i).trim_end_matches(',').contains(", "))
            .count();
        width >= 24
            && fewer * 3 >= rest.len() * 2
            && people >= 3
            && people * 4 >= all
            && rest.len() >= 2
            && full * 10 >= rest.len() * 9
    }

    pub(super) fn begins_with_person(&self, at: usize) -> bool {
        super::begins_with_person(self.text(at))
    }

    /// Whether a line is somebody and their office, and ends with it: "Ana Roca, directora de la Casa Luz".
    pub(super) fn names_a_holder(&self, at: usize) -> bool {
        let text = self.text(at);
        self.begins_with_person(at)
            && !text.ends_with([',', ';'])
            && text
                .split(',')
                .nth(1)
                .is_some_and(|office| signer::is_office(office.trim()) || Phrase::new(office).title() > 1.0)
    }

    /// How many commas the entries of people mostly have, of which some may be broken.
    pub(super) fn commas_of_people(&self, start: usize, end: usize) -> usize {
        let mut counts: Vec<usize> = (start..end.min(start + 200))
            .filter(|at| self.begins_with_person(*at))
            .map(|at| self.commas(at))
            .collect();
        counts.sort_unstable();
        counts.get(counts.len() / 2).copied().unwrap_or_default()
    }

    fn commas(&self, at: usize) -> usize {
        self.text(at).trim_end_matches(',').matches(", ").count()
    }

    /// Whether a line goes on from a full line of a person before it.
    pub(super) fn continues_person(&self, at: usize, width: usize, broken: bool, usual: usize) -> bool {
        let before = self.text(at - 1).chars().count();
        // With as many fields as most have it is an entry by itself.
        let whole = usual > 0 && self.commas(at) >= usual && !self.text(at - 1).ends_with(',');
        self.had_no_room(at, width) && (broken || before >= 40) && !whole && !self.begins_with_person(at)
    }
}
