//! How well the fields of an entry suit a person, a title, an organization and a place, and the best way to give them out.

use std::ops::Range;

use super::super::Known;
use super::super::evidence::join_text;
use super::super::learned::{self, Field, both};
use super::super::phrase::{Case, Phrase, Word};
use super::super::words;
use super::record::{Record, is_duty};
use super::title::occupation;
use super::{Slot, is_occupation, title, without_parenthesis};

/// How well the whole entry is one name.
pub(super) fn as_name(text: &str, parts: &[Range<usize>], known: &dyn Known) -> f32 {
    if known.is_known(text) {
        return 12.0;
    }
    // "Ana MORA Harbor Group" is no name of one.
    if let [first, second, ..] = parts
        && second.start == first.end + 1
        && has_surname_in_capitals(&Phrase::new(&text[first.clone()]))
    {
        return -2.0;
    }
    let phrase = Phrase::new(text);
    // What was learned may speak against the whole, but a name with its place looks like one too.
    let told = learned::probabilities(&phrase)[Field::Organization as usize];
    let mut score = both(phrase.organization().min(3.0), told.min(0.6));
    for pair in parts.windows(2) {
        let tail = Phrase::new(&text[pair[1].clone()]);
        if words::says_on_behalf(tail.text) {
            return -4.0;
        }
        if !tail.words.is_empty() && tail.words.iter().all(|w| words::is_credential(&w.folded)) {
            // A degree joins what is before it, but to a person.
            score -= 0.6;
            continue;
        }
        score += join_text(&text[pair[0].clone()], &text[pair[1].clone()]).clamp(-1.5, 1.6);
    }
    score
}

/// The scores of one entry: for every stretch of fields, how well it suits each slot.
pub(super) struct Table {
    parts: Vec<Range<usize>>,
    /// By first and last field, four scores.
    scores: Vec<[f32; 4]>,
}

impl Table {
    pub(super) fn new(
        text: &str,
        parts: &[Range<usize>],
        known: &dyn Known,
        lean: f32,
        placed: bool,
    ) -> Self {
        let count = parts.len();
        let mut joins = vec![0.0; count];
        for i in 1..count {
            joins[i] = join_text(&text[parts[i - 1].clone()], &text[parts[i].clone()]);
        }
        let single: Vec<Phrase<'_>> = parts
            .iter()
            .map(|part| Phrase::new(without_parenthesis(&text[part.clone()])))
            .collect();
        let mut scores = vec![[f32::MIN; 4]; count * count];
        for from in 0..count {
            for to in from..count.min(from + 5) {
                let stretch = &text[parts[from].start..parts[to].end];
                let phrase = Phrase::new(stretch);
                let more = (to - from) as f32;
                let inner: f32 = joins[from + 1..=to].iter().map(|join| join.min(0.5)).sum();
                let person = if to == from {
                    // "Abbott, Jane" was put together.
                    if stretch.contains(',') {
                        phrase.person().max(1.5)
                    } else {
                        phrase.person()
                    }
                } else {
                    let credentials = single[from + 1..=to].iter().all(|field| {
                        !field.words.is_empty() && field.words.iter().all(|w| words::is_credential(&w.folded))
                    });
                    if credentials {
                        single[from].person() + 0.5 + more
                    } else {
                        -4.0
                    }
                };
                // A further field of a title must not be an organization of its own.
                let does = occupation(&single[from]);
                let title = if does > 0.0 && from > 0 {
                    single[from].title().max(1.6)
                } else {
                    single[from].title() + if from > 0 { 2.5 * lean.max(0.0) } else { 0.0 }
                } + single[from + 1..=to]
                    .iter()
                    .map(|field| {
                        let is_title = field.title();
                        if is_title > 0.0
                            || is_duty(field)
                            || is_occupation(field)
                            || occupation(field) > 0.0
                                && (field.organization_words() == 0
                                    || field.text.starts_with(char::is_lowercase))
                        {
                            0.3
                        } else {
                            -0.7 - field.organization().max(0.0) * 0.6 - field.place().max(0.0) * 0.6
                        }
                    })
                    .sum::<f32>();
                // "School Board Member", "Robert Stevens Professor of Law"
                let held = more == 0.0
                    && from > 0
                    && (title::ends_in_office(&single[from]) || title::is_named_chair(&single[from]));
                let title = if held { title.max(2.8) } else { title };
                let organization = if known.is_known(stretch) {
                    6.0
                } else if held {
                    -2.0
                } else if does > 0.0
                    && from > 0
                    && (single[from].organization_words() == 0
                        || single[from].text.starts_with(char::is_lowercase))
                {
                    // "écrivain", "Actor": nobody's organization.
                    phrase.organization().min(-1.5) + inner
                } else {
                    phrase.organization() + inner - if from == 1 { 1.5 * lean.max(0.0) } else { 0.0 }
                };
                let place = if more == 0.0 {
                    phrase.place()
                } else if more == 1.0
                    && text[parts[from].end..parts[to].start].contains(',')
                    && single[to].place() >= 3.0
                    && single[from].organization_words() == 0
                    && single[from].words.len() <= 3
                    && !single[from].words.iter().any(Word::is_all_capitals)
                {
                    4.8
                } else if more == 1.0
                    && placed
                    && from > 0
                    && to + 1 == count
                    && single[to].place() >= 2.0
                    && text[parts[from].end..parts[to].start].contains(',')
                    && is_town_like(&single[from])
                {
                    4.0
                } else {
                    -4.0
                };
                // "Chadron" among towns that are known.
                let place = if placed
                    && more == 0.0
                    && from > 0
                    && to + 1 == count
                    && place < 2.5
                    && is_town_like(&single[from])
                {
                    2.6
                } else {
                    place
                };
                // "University of California, Davis"
                let campus = from > 0
                    && place < 3.0
                    && single[from - 1].words.iter().any(|w| is_university(&w.folded));
                let degrees = single[from + 1..=to].iter().all(|field| {
                    !field.words.is_empty() && field.words.iter().all(|w| words::is_credential(&w.folded))
                });
                // What was learned knows a name with its campus as little as a person with degrees.
                let campuses = single[from].words.iter().any(|w| is_university(&w.folded))
                    && single[from + 1..=to].iter().all(|field| {
                        field.words.len() <= 2 && field.place() < 3.0 && field.organization_words() == 0
                    });
                // "Ana Mora, on behalf of Harbor Council"
                let behalf = to == from
                    && parts
                        .get(from + 1)
                        .is_some_and(|next| words::says_on_behalf(&text[next.clone()]));
                let person = if behalf { person.max(2.5) } else { person };
                let mut told = if degrees || campuses {
                    learned::probabilities(&single[from])
                } else {
                    learned::probabilities(&phrase)
                };
                // Any word may be a town's name; only one that is known to be outweighs an organization.
                let known_place = place >= 1.0;
                let single_word = more == 0.0 && phrase.words.len() == 1;
                if !known_place && (single_word || told[Field::Place as usize] < 0.85) {
                    told[Field::Place as usize] = told[Field::Place as usize].min(0.2);
                }
                // "Abbott, Jane" was put together, and is written so by the whole list.
                if to == from && from == 0 && text[parts[0].clone()].contains(',') && count > 1 {
                    told[Field::Person as usize] = told[Field::Person as usize].max(0.8);
                }
                // "Ana MORA"
                if to == from && from == 0 && has_surname_in_capitals(&phrase) {
                    told[Field::Person as usize] = told[Field::Person as usize].max(0.85);
                }
                if placed && place == 2.6 {
                    told[Field::Place as usize] = told[Field::Place as usize].max(0.8);
                    told[Field::Organization as usize] = told[Field::Organization as usize].min(0.3);
                }
                if held {
                    told[Field::Title as usize] = told[Field::Title as usize].max(0.9);
                    told[Field::Organization as usize] = 0.05;
                }
                if behalf {
                    told[Field::Person as usize] = told[Field::Person as usize].max(0.9);
                }
                scores[from * count + to] = [
                    both(person, told[Field::Person as usize]),
                    both(title, told[Field::Title as usize]),
                    if known.is_known(stretch) {
                        organization
                    } else {
                        both(organization, told[Field::Organization as usize])
                    },
                    both(place, told[Field::Place as usize]) - if campus { 3.0 } else { 0.0 },
                ];
            }
        }
        Self {
            parts: parts.to_vec(),
            scores,
        }
    }

    /// Gives every slot of an order the stretch that suits it; slots may stay empty at a price.
    pub(super) fn assign(&self, order: &[Slot]) -> Record {
        self.assign_with(order, 0.0)
    }

    /// The same, where an entry without an organization costs at least so much.
    pub(super) fn assign_with(&self, order: &[Slot], bodiless: f32) -> Record {
        let count = self.parts.len();
        let width = count + 1;
        // best[slot][field]: best score with the first `slot` slots filled by the first `field` fields, and the stretch last taken.
        let mut best = vec![(f32::MIN, 0_usize); (order.len() + 1) * width];
        best[0] = (0.0, 0);
        for (index, slot) in order.iter().enumerate() {
            for to in 0..=count {
                let mut choice = (f32::MIN, to);
                let skipped = best[index * width + to].0;
                if skipped > f32::MIN {
                    let least = if *slot == Slot::Organization {
                        bodiless
                    } else {
                        0.0
                    };
                    choice = (skipped - price(*slot, order).max(least), to);
                }
                for from in to.saturating_sub(5)..to {
                    let before = best[index * width + from].0;
                    let score = self.scores[from * count + to - 1][column(*slot)];
                    if before > f32::MIN && score > f32::MIN && before + score > choice.0 {
                        choice = (before + score, from);
                    }
                }
                best[(index + 1) * width + to] = choice;
            }
        }
        let mut record = Record {
            score: best[order.len() * width + count].0,
            ..Record::default()
        };
        let mut to = count;
        for (index, slot) in order.iter().enumerate().rev() {
            let from = best[(index + 1) * width + to].1;
            if from < to {
                let range = Some(self.parts[from].start..self.parts[to - 1].end);
                match slot {
                    Slot::Person => record.person = range,
                    Slot::Title => record.title = range,
                    Slot::Organization => record.organization = range,
                    Slot::Place => record.place = range,
                }
            }
            to = from;
        }
        record
    }
}

/// Whether a name ends in a surname in capitals and begins otherwise.
fn has_surname_in_capitals(phrase: &Phrase<'_>) -> bool {
    let capitals = |word: &Word<'_>| word.is_all_capitals() && word.text.chars().count() > 2;
    phrase.words.len() <= 5
        && phrase.organization_words() == 0
        && phrase.words.last().is_some_and(capitals)
        && phrase.words.iter().any(Word::is_plain)
        && phrase.words.iter().all(|word| word.case == Case::Upper)
}

/// Whether a field could be a town: a few words with capitals, of which none says that it is a body or an office.
pub(super) fn is_town_like(phrase: &Phrase<'_>) -> bool {
    (1..=3).contains(&phrase.words.len())
        && phrase.organization_words() == 0
        && phrase.title() < 0.0
        && !phrase.ends_in_legal_form()
        && phrase.words.iter().all(|word| {
            word.case == Case::Upper && !word.is_all_capitals() || words::is_connector(&word.folded)
        })
        && phrase.words[0].case == Case::Upper
}

fn is_university(folded: &str) -> bool {
    folded.starts_with("universi") || folded == "hochschule"
}

fn column(slot: Slot) -> usize {
    match slot {
        Slot::Person => 0,
        Slot::Title => 1,
        Slot::Organization => 2,
        Slot::Place => 3,
    }
}

/// What it costs an entry to have nothing for a slot.
fn price(slot: Slot, order: &[Slot]) -> f32 {
    match slot {
        Slot::Person => 4.0,
        Slot::Title => 0.8,
        Slot::Organization if order.len() > 1 && order.contains(&Slot::Person) => 1.2,
        Slot::Organization => 4.0,
        Slot::Place => 0.8,
    }
}

/// The town and the state with which the fields of an entry close, behind a person and what is said of them.
pub(super) fn town_behind(text: &str, parts: &[Range<usize>]) -> Option<Range<usize>> {
    let [_, _, .., town, state] = parts else {
        return None;
    };
    let code = text[state.clone()].split(' ').next().unwrap_or_default();
    let stated = code.len() == 2
        && code.bytes().all(|b| b.is_ascii_uppercase())
        && Phrase::new(&text[state.clone()]).place() >= 3.0;
    (stated && is_town_like(&Phrase::new(&text[town.clone()]))).then_some(town.start..state.end)
}
