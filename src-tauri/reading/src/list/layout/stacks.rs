//! Plain lines of which several are one entry: cards without a blank line between them, and who signed a letter below it.

use super::super::cards::says_office;
use super::super::learned::{self, Field};
use super::super::phrase::{Phrase, ratio};
use super::super::signer;
use super::{Reader, Shape};

impl Reader<'_> {
    /// Whether lines are all that stands below a letter: who signed it, the office, and perhaps where it is held.
    pub(super) fn is_signature(&self, start: usize, end: usize) -> bool {
        let last = self.lines[end..].iter().all(|line| line.is_blank());
        if !(2..=4).contains(&(end - start))
            || !last
            || start == 0
            || !self.lines[start - 1].is_blank()
            || self.out.items.iter().any(|item| item.shape != Shape::Prose)
        {
            return false;
        }
        let told =
            |at: usize, field: Field| learned::probabilities(&Phrase::new(self.text(at)))[field as usize];
        let short = (start..end).all(|i| self.text(i).len() < 80 && !self.text(i).contains(';'));
        let office =
            (start + 1..end).any(|i| Phrase::new(self.text(i)).title() > 1.5 || told(i, Field::Title) > 0.8);
        short && office && signer::is_person(self.text(start))
    }

    /// Whether each line is somebody and, behind a dash, what they are, so that none goes on in the next, however short and long lines
    /// take turns: "Ana Mora – Jornalista", "Bo Lind – Provedor da Casa Luz".
    pub(super) fn are_whole(&self, start: usize, end: usize) -> bool {
        let whole = |at: &usize| {
            let text = self.text(*at);
            [" \u{2013} ", " \u{2014} ", " - "]
                .iter()
                .find_map(|dash| text.split_once(dash))
                .is_some_and(|(name, rest)| {
                    let phrase = Phrase::new(name);
                    (2..=5).contains(&phrase.words.len())
                        && !name.contains(',')
                        && phrase.organization_words() == 0
                        && !rest.trim().is_empty()
                        && signer::are_people(name)
                })
        };
        let sample = start..end.min(start + 60);
        sample.len() >= 4 && sample.clone().filter(whole).count() * 5 >= sample.len() * 4
    }

    /// How many lines each card has where cards stand without a blank line between them: every second or third line is of one kind.
    pub(super) fn lines_a_card(&self, start: usize, end: usize) -> Option<usize> {
        let count = end - start;
        if count < 4 || (start..end).any(|at| self.text(at).len() > 120) {
            return None;
        }
        let told = |text: &str, field: Field| learned::probabilities(&Phrase::new(text))[field as usize];
        let shaped = |text: &str| {
            let phrase = Phrase::new(text);
            (2..=6).contains(&phrase.words.len())
                && text.len() < 60
                && !text.contains([';', ':'])
                && phrase.organization_words() == 0
                && phrase.title() < 1.5
        };
        // "Ana Mora, Directora"
        let titled = |text: &str| {
            text.split_once(", ")
                .is_some_and(|(name, office)| shaped(name) && says_office(office))
        };
        let person = |text: &str| shaped(text) && !text.contains(',');
        let sample: Vec<&str> = (start..end).take(60).map(|at| self.text(at)).collect();
        (2..=3).filter(|size| count.is_multiple_of(*size)).find(|size| {
            let column = |nth: usize| sample.iter().skip(nth).step_by(*size).copied();
            let share = |nth: usize, is: &dyn Fn(&str) -> bool| {
                ratio(column(nth).filter(|text| is(text)).count(), column(nth).count())
            };
            // A single name says little; what all of a column look like says more.
            let mean = |nth: usize, field: Field| {
                let all: f32 = column(nth)
                    .map(|text| told(text.split(", ").next().unwrap_or(text), field))
                    .sum();
                all / column(nth).count().max(1) as f32
            };
            let people = |nth: usize| share(nth, &person) >= 0.8 && mean(nth, Field::Person) > 0.5;
            let holders = |nth: usize| share(nth, &titled) >= 0.8 && mean(nth, Field::Person) > 0.4;
            let offices = |nth: usize| share(nth, &says_office) >= 0.8;
            let bodies = |nth: usize| {
                share(nth, &titled) < 0.2
                    && share(nth, &says_office) < 0.3
                    && mean(nth, Field::Organization) > 0.5
            };
            match size {
                2 => {
                    people(0) && offices(1)
                        || bodies(0) && holders(1)
                        || holders(0) && bodies(1)
                        || count >= 6 && people(0) && bodies(1)
                }
                _ => {
                    people(0) && offices(1) && !people(2) && !offices(2)
                        || bodies(0) && people(1) && offices(2)
                }
            }
        })
    }

    /// Where people stand in lines without a blank one between them, each with an organization or an office below:
    /// "Professor Ana Mora", "Luz School of Law", "Professor Bo Lind", ... Empty where lines are no such cards.
    pub(super) fn people_between(&self, start: usize, end: usize) -> Vec<usize> {
        let is_person = |at: &usize| {
            let text = self.text(*at);
            let phrase = Phrase::new(text);
            text.len() < 60
                && phrase.person() > 0.5
                && learned::probabilities(&phrase)[Field::Person as usize] > 0.6
        };
        if end - start < 6 || !(start..end.min(start + 4)).any(|at| is_person(&at)) {
            return Vec::new();
        }
        let people: Vec<usize> = (start..end).filter(is_person).collect();
        let alone = people.windows(2).filter(|pair| pair[1] == pair[0] + 1).count();
        let longest = people
            .windows(2)
            .map(|pair| pair[1] - pair[0])
            .chain(people.last().map(|last| end - last))
            .max()
            .unwrap_or(0);
        let sizes: Vec<usize> = people
            .iter()
            .zip(people.iter().skip(1).chain([&end]))
            .map(|(from, to)| to - from)
            .collect();
        let alike = (2..=5)
            .map(|size| sizes.iter().filter(|other| **other == size).count())
            .max()
            .unwrap_or(0);
        // People here and there among names of bodies are no cards: below most an office stands, or as many lines as below the rest.
        let held = people
            .iter()
            .filter(|at| **at + 1 < end && says_office(self.text(**at + 1)))
            .count();
        let carded = held * 2 >= people.len() || alike * 10 >= people.len() * 7;
        if people.len() >= 3 && carded && alone * 5 <= people.len() && longest <= 5 {
            people
        } else {
            Vec::new()
        }
    }

    /// Whether the last line of a card is no field of it: most cards are shorter, and no line above it is a title.
    pub(super) fn is_remark(&self, start: usize, end: usize) -> bool {
        let last = Phrase::new(self.text(end - 1));
        let titled = (start..end - 1).any(|i| {
            Phrase::new(self.text(i)).title() > 1.5
                || i > start && signer::is_occupation(&Phrase::new(self.text(i)))
        });
        let says = last.is_sentence() || last.text.ends_with(['!', '.', '?']) && !last.ends_in_legal_form();
        says || self.whole.card == end - start - 1 && !titled
    }
}
