//! What lines are only known to be from the whole text around them: broken at a margin, headed, stacked one field a line.
//!
//! Owns these questions; `layout.rs` asks them.

mod wrapped;

use std::ops::Range;

use names::recognize::words::{fold, is_country, state_code};

use super::boilerplate::{self, Role};
use super::learned::{self, Field};
use super::lines::{Line, Mark};
use super::phrase::{Case, Phrase, ratio};
use super::prose;
use super::words;
pub(super) use wrapped::{goes_on, is_wrapped};

/// Facts about the whole text that single lines are judged by.
pub(super) struct Whole {
    /// How many lines have a bullet or a number.
    pub marked: usize,
    /// How many lines are only a state or a country.
    pub places: usize,
    /// How many lines have words.
    pub filled: usize,
    /// Whether a blank line stands between nearly all lines.
    pub apart: bool,
    /// How many of them hold a comma or semicolon before their end.
    pub parted: usize,
    /// How many lines are nothing but words of headings: "Regional", "UNIONS".
    pub scopes: usize,
    /// Short lines that stand above a group of lines more than once.
    pub repeated: Vec<String>,
    /// Whether groups of lines are one entry each: name, title, organization on lines of their own.
    pub stacked: bool,
    /// Whether these begin with the person.
    pub cards: bool,
    /// How many lines most of these have.
    pub card: usize,
    /// Whether most bullets have a further line of their own below a blank one.
    pub spaced: bool,
    /// Whether single lines stand above groups of lines, again and again.
    pub topped: bool,
    /// Whether the first line of every group is a heading.
    pub headed: bool,
    /// Whether single letters stand above the names that begin with them.
    pub lettered: bool,
    /// Whether lines without an indent stand above groups of indented ones.
    pub indented: bool,
    /// Whether a heading says who did not sign.
    pub denies: bool,
    /// How many characters the longest line with a bullet or number has.
    pub margin: usize,
    /// Whether lines right below bullets have none themselves, and all of those had no room on the line before.
    pub narrow: bool,
    /// Whether most lines hold a dash between spaces: a name, and something said of it.
    pub dashed: bool,
    /// Whether a bold name stands above lines of addresses, again and again.
    pub addressed: bool,
    /// The marks that stand behind a name somewhere: the same mark before a line explains them.
    pub noted: Vec<char>,
}

impl Whole {
    /// Looks over all lines once.
    pub fn of(source: &str, lines: &[Line]) -> Self {
        let mut whole = Self {
            marked: 0,
            places: 0,
            filled: 0,
            apart: false,
            parted: 0,
            scopes: 0,
            repeated: Vec::new(),
            stacked: false,
            cards: false,
            card: 0,
            spaced: false,
            topped: false,
            headed: false,
            lettered: false,
            indented: is_indented(source, lines),
            denies: false,
            margin: 0,
            narrow: false,
            dashed: false,
            addressed: false,
            noted: Vec::new(),
        };
        let mut letters = 0;
        let mut dashes = 0;
        let mut starred: Vec<char> = Vec::new();
        let mut groups: Vec<Range<usize>> = Vec::new();
        for (at, line) in lines.iter().enumerate() {
            if line.is_blank() || line.mark == Mark::Rule {
                continue;
            }
            whole.filled += 1;
            whole.marked += usize::from(matches!(line.mark, Mark::Bullet | Mark::Number(_)));
            let text = &source[line.body.clone()];
            dashes += usize::from(DASHES.iter().any(|dash| text.contains(dash)));
            whole.parted += usize::from(text.trim_end_matches([',', ';']).contains([',', ';']));
            if text.len() < 60 {
                whole.scopes += usize::from(is_scope(&Phrase::new(text)));
                whole.places += usize::from(boilerplate::is_place_heading(text));
                let phrase = Phrase::new(text);
                whole.denies |= boilerplate::denies(&phrase, &phrase.folded());
            }
            let mut characters = text.chars();
            letters += usize::from(
                characters.next().is_some_and(char::is_alphabetic) && characters.next().is_none(),
            );
            if matches!(line.mark, Mark::Bullet | Mark::Number(_)) {
                whole.margin = whole.margin.max(text.chars().count());
            }
            if let Some(mark) = text
                .chars()
                .next_back()
                .filter(|c| boilerplate::LEGENDS.contains(c))
                && !whole.noted.contains(&mark)
            {
                whole.noted.push(mark);
            }
            if let Some(mark) = source[line.whole.clone()]
                .chars()
                .next()
                .filter(|c| boilerplate::LEGENDS.contains(c))
            {
                starred.push(mark);
            }
            if line.mark == Mark::None {
                match groups.last_mut() {
                    Some(group) if group.end == at => group.end = at + 1,
                    _ => groups.push(at..at + 1),
                }
            }
        }
        let text = |at: usize| &source[lines[at].body.clone()];
        let filled: Vec<usize> = (0..lines.len()).filter(|at| !lines[*at].is_blank()).collect();
        let close = filled.windows(2).filter(|pair| pair[1] == pair[0] + 1).count();
        whole.apart = filled.len() >= 6 && close * 10 <= filled.len();
        let some: Vec<&Range<usize>> = groups.iter().take(300).collect();
        let mut tops: Vec<String> = some
            .iter()
            .filter(|group| group.len() > 1 && text(group.start).split_whitespace().count() <= 2)
            .map(|group| fold(text(group.start)))
            .collect();
        tops.sort_unstable();
        whole.repeated = tops
            .windows(2)
            .filter(|pair| pair[0] == pair[1])
            .map(|pair| pair[0].clone())
            .collect();
        let stacks = some
            .iter()
            .filter(|group| {
                let phrases: Vec<Phrase<'_>> = (group.start..group.end.min(group.start + 6))
                    .map(|at| Phrase::new(text(at)))
                    .collect();
                // Lines of which each is a person with a title are an entry each.
                let titled = phrases.iter().filter(|p| is_person_with_title(p.text)).count();
                (2..=6).contains(&group.len())
                    && titled < 2
                    && !phrases.iter().all(|p| p.text.matches(", ").count() >= 2)
                    && (phrases.iter().any(|p| says_office(p) && p.person() < 1.0)
                        && phrases.iter().take(2).any(|p| p.person() > 0.8)
                        || phrases.iter().take(2).any(|p| is_person_with_title(p.text)))
            })
            .count();
        // Cards: a person, and below it an organization, now and then a title between or a remark behind.
        let cards: Vec<&&Range<usize>> = some
            .iter()
            .filter(|group| (2..=6).contains(&group.len()))
            .collect();
        let people = cards
            .iter()
            .filter(|group| {
                Phrase::new(text(group.start)).person() > 0.5
                    && boilerplate::role(text(group.start), true) == Role::Item
            })
            .count();
        let below = cards
            .iter()
            .filter(|group| Phrase::new(text(group.start + 1)).person() < 1.9)
            .count();
        // The paragraphs of a letter above them are no part of the list.
        let cardlike = |group: &Range<usize>| {
            group.len() > 1
                || text(group.start).len() < 100 && boilerplate::role(text(group.start), true) == Role::Item
        };
        let listed = some.iter().filter(|group| cardlike(group)).count();
        whole.cards = cards.len() >= 3
            && cards.len() * 10 >= listed * 6
            && people * 2 >= cards.len()
            && below * 10 >= cards.len() * 7;
        whole.card = (2..=6)
            .max_by_key(|lines| {
                (
                    cards.iter().filter(|group| group.len() == *lines).count(),
                    usize::MAX - lines,
                )
            })
            .unwrap_or(2);
        let addressed = some
            .iter()
            .filter(|group| {
                group.len() > 1
                    && text(group.start).starts_with("**")
                    && (group.start + 1..group.end).all(|at| tells_how_to_reach(text(at)))
            })
            .count();
        whole.addressed = addressed >= 3 && addressed * 10 >= some.len() * 6;
        let paired = some
            .iter()
            .filter(|group| (2..=4).contains(&group.len()) && is_led_by_organization(group, &text))
            .count();
        // Between cards single names may stand that nobody signs for.
        let several = some.iter().filter(|group| group.len() > 1).count();
        whole.stacked = whole.cards
            || stacks >= 2 && stacks * 10 >= several * 6 && stacks * 3 >= listed
            || paired >= 2 && paired * 10 >= some.len() * 6;
        let tops = some
            .windows(2)
            .filter(|pair| {
                pair[0].len() == 1 && pair[1].len() > 1 && text(pair[0].start).split_whitespace().count() <= 6
            })
            .count();
        let untopped = some
            .iter()
            .enumerate()
            .filter(|(i, group)| group.len() > 1 && (*i == 0 || some[i - 1].len() > 1))
            .count();
        whole.topped = tops >= 2 && untopped == 0;
        let below: Vec<usize> = (1..lines.len())
            .filter(|at| {
                lines[*at].mark == Mark::None
                    && !lines[*at].is_blank()
                    && matches!(lines[at - 1].mark, Mark::Bullet | Mark::Number(_))
            })
            .collect();
        whole.dashed = dashes >= 3 && dashes * 10 >= whole.filled * 7;
        whole.narrow = below.len() >= 2
            && below.iter().all(|at| {
                let first = text(*at)
                    .split_whitespace()
                    .next()
                    .map_or(0, |word| word.chars().count());
                text(at - 1).chars().count() + 1 + first > whole.margin
            });
        let bullets = (0..lines.len())
            .filter(|at| lines[*at].mark == Mark::Bullet)
            .take(300);
        let (all, below) = bullets.fold((0, 0), |(all, below), at| {
            (all + 1, below + usize::from(is_below_bullet(lines, at)))
        });
        whole.spaced = below >= 3 && below * 2 >= all;
        whole.headed = !whole.stacked && headed(&some, &text);
        whole.lettered = letters >= 2 && letters * 2 < whole.filled;
        // Where most lines begin with the mark, it is a bullet.
        whole
            .noted
            .retain(|mark| starred.iter().filter(|other| *other == mark).count() <= 2);
        whole
    }
}

/// The dashes that part what is said of a name from it.
pub(super) const DASHES: [&str; 3] = [" \u{2013} ", " \u{2014} ", " - "];

/// Whether a line is a word or two of a heading and nothing else.
pub(super) fn is_scope(phrase: &Phrase<'_>) -> bool {
    phrase.words.len() <= 3
        && phrase.words.iter().all(|word| {
            words::is_scope(&word.folded) || words::is_kind(&word.folded) || words::is_and(&word.folded)
        })
        && boilerplate::is_heading_words(phrase)
}

/// Whether a blank line and then a line set in under the words of a bullet follow it.
pub(super) fn is_below_bullet(lines: &[Line], at: usize) -> bool {
    let deeper = |line: &Line| line.mark == Mark::None && !line.is_blank() && line.indent > lines[at].indent;
    lines.get(at + 1).is_some_and(Line::is_blank)
        && lines.get(at + 2).is_some_and(deeper)
        && lines.get(at + 3).is_none_or(Line::is_blank)
}

/// Whether a group of lines is an organization and, below it, who signs for it or where it is, perhaps with an address:
/// "Harbor Baptist Alliance", "Rev. Carol Denning".
fn is_led_by_organization<'a>(group: &Range<usize>, text: &dyn Fn(usize) -> &'a str) -> bool {
    let first = Phrase::new(text(group.start));
    let second = Phrase::new(text(group.start + 1));
    let named = first.organization_words() > 0 && first.person() < 1.5
        || learned::probabilities(&first)[Field::Organization as usize] > 0.7;
    let person = second.person() > 1.0
        && second.organization_words() == 0
        && learned::probabilities(&second)[Field::Person as usize] > 0.6;
    let town = second.text.rsplit_once(", ").is_some_and(|(city, state)| {
        state.len() == 2
            && state.chars().all(|c| c.is_ascii_uppercase())
            && state_code(&fold(state)).is_some()
            && city.split_whitespace().count() <= 3
    });
    let rest = (group.start + 2..group.end).all(|at| is_contact(text(at)));
    named && rest && (person || town)
}

/// Whether a line says where somebody is or how to reach them: it holds an address or many digits.
fn tells_how_to_reach(text: &str) -> bool {
    text.contains('@') || text.contains("http") || text.chars().filter(char::is_ascii_digit).count() >= 4
}

/// Whether a line is nothing but an address or number at which somebody is reached.
fn is_contact(text: &str) -> bool {
    let one = !text.contains(char::is_whitespace);
    one && (text.contains('@') || text.starts_with("http") || text.starts_with("www."))
        || !text.contains(char::is_alphabetic) && text.chars().filter(char::is_ascii_digit).count() >= 7
}

/// Whether a line tells somebody's office or trade.
fn says_office(phrase: &Phrase<'_>) -> bool {
    phrase.title() > 1.8 || learned::probabilities(phrase)[Field::Title as usize] > 0.8
}

/// Whether a line is a person and a title: "Olivia Grant, Executive Director".
fn is_person_with_title(text: &str) -> bool {
    text.split_once(", ").is_some_and(|(first, rest)| {
        Phrase::new(first).person() > 0.8
            && Phrase::new(rest.split(',').next().unwrap_or_default()).title() > 1.8
    })
}

/// Whether lines without an indent stand above groups of indented ones, so that they are headings and not the beginnings
/// of long names that go on below.
fn is_indented(source: &str, lines: &[Line]) -> bool {
    let mut tops = 0;
    let mut above_several = 0;
    let mut below = 0;
    let filled = lines
        .iter()
        .filter(|line| !line.is_blank() && line.mark != Mark::Rule);
    let mut before = usize::MAX;
    for line in filled {
        if line.mark != Mark::None {
            return false;
        }
        if line.indent >= 2 {
            below += 1;
            above_several += usize::from(below == 2);
        } else {
            if before == 0 || line.body.len() > 40 || source[line.body.clone()].contains(',') {
                return false;
            }
            tops += 1;
            below = 0;
        }
        before = usize::from(line.indent >= 2);
    }
    tops >= 2 && above_several * 10 >= tops * 6
}

/// Whether every group begins with a line that is no organization while what follows mostly is.
fn headed<'a>(groups: &[&Range<usize>], text: &dyn Fn(usize) -> &'a str) -> bool {
    let groups: Vec<_> = groups.iter().filter(|group| group.len() > 1).collect();
    if groups.len() < 3 {
        return false;
    }
    let mut tops = 0;
    let mut rest = 0;
    let mut named = 0;
    for group in &groups {
        let top = Phrase::new(text(group.start));
        tops += usize::from(top.organization_words() > 0 || top.words.len() > 3 || top.ends_in_legal_form());
        for at in group.start + 1..group.end.min(group.start + 20) {
            let phrase = Phrase::new(text(at));
            rest += 1;
            named += usize::from(phrase.organization_words() > 0 || phrase.words.len() > 3);
        }
    }
    ratio(tops, groups.len()) < 0.15 && ratio(named, rest) > 0.7
}

/// What stands behind a heading that has its list on the same line: "National: A, B, C", "France – A; B". Where the sign
/// stands that parts them.
pub(super) fn label(text: &str) -> Option<Range<usize>> {
    let sign = [": ", "\u{ff1a}", " \u{2013} ", " \u{2014} ", " - "]
        .iter()
        .filter_map(|sign| text.find(sign).map(|at| at..at + sign.len()))
        // "賢同団体:平和": no space stands behind the colon.
        .chain(text.find(':').and_then(|at| {
            let next = text[at + 1..].chars().next()?;
            prose::is_without_spaces(next).then_some(at..at + 1)
        }))
        .min_by_key(|found| found.start)?;
    if sign.start > 80 {
        return None;
    }
    let label = Phrase::new(&text[..sign.start]);
    let folded = label.folded();
    // "Not signing: A" must not be taken for "A", however many follow.
    if boilerplate::denies(&label, &folded) && text[sign.end..].contains(char::is_alphabetic) {
        return Some(sign);
    }
    // "ACADEMIA: A; B; C"
    let capitals = sign.len() == 2
        && label.words.len() <= 3
        && label
            .words
            .iter()
            .all(|w| w.is_all_capitals() && w.text.chars().count() > 3)
        && text[sign.end..].matches([';', ',']).count() >= 2;
    // "Promueve: Comité de la Ribera"
    let announced = sign.len() == 2
        && (1..=3).contains(&label.words.len())
        && label.words.iter().all(|w| words::announces(&w.folded))
        && text[sign.end..].starts_with(char::is_uppercase);
    // "Communiqué : CFDT, FSU, UNSA"
    let letter = text[sign.start..].starts_with(':')
        && (1..=3).contains(&label.words.len())
        && label.words.iter().any(|w| words::names_letter(&w.folded))
        && label
            .words
            .iter()
            .all(|w| words::names_letter(&w.folded) || words::announces(&w.folded) || w.case == Case::Lower)
        && text[sign.end..].matches([',', ';']).count() >= 2
        && prose::are_short_names(&text[sign.end..]);
    // "联署团体：": without spaces, a few signs before the wide colon.
    let wide = (text[sign.clone()].starts_with('\u{ff1a}') || sign.len() == 1)
        && text[..sign.start].chars().count() <= 12
        && !text[..sign.start].contains(char::is_whitespace);
    let heads = capitals
        || wide
        || boilerplate::is_heading_words(&label)
        || state_code(&folded).is_some()
        || is_country(&folded);
    // "Argentina: Liga por los Derechos" stands above those that follow.
    let placed = sign.len() == 2
        && text[sign.start..].starts_with(':')
        && boilerplate::is_place_heading(&text[..sign.start])
        && text[sign.end..].starts_with(char::is_uppercase);
    (heads && text[sign.end..].contains([',', ';', '\u{3001}', '\u{ff0c}', '\u{ff1b}'])
        || placed
        || letter
        || announced)
        .then_some(sign)
}
