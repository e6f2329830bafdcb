//! One entry taken apart: which stretch of its text is the organization, the person, the title, the place.
//!
//! Owns what the fields say once they are given to their slots: "on behalf of" is no part of an organization, "President
//! of the Fund" is a title and an organization, "security researcher" is an occupation.

use std::ops::Range;

use names::recognize::words::{is_country, state_code};

use super::super::learned::{self, Field};
use super::super::phrase::{Case, Phrase, Word};
use super::super::words;
use super::bodies::{is_chamber, leads, names_initials, names_no_place, names_plainly};
use super::{Slot, title};

/// An entry's fields in the order of the list: a range for each slot that it has.
#[derive(Debug, Clone, Default, PartialEq)]
pub(in crate::list) struct Record {
    /// The organization.
    pub organization: Option<Range<usize>>,
    /// The person.
    pub person: Option<Range<usize>>,
    /// The title.
    pub title: Option<Range<usize>>,
    /// The place.
    pub place: Option<Range<usize>>,
    /// How well the fields suit their slots.
    pub score: f32,
    /// Whether what is said besides the name is said of several people, and stands with another of them.
    pub grouped: bool,
}

impl Record {
    /// Settles what the fields themselves say. `titles_name` tells that this list's titles name their organization.
    pub fn settle(&mut self, text: &str, titles_name: bool) {
        self.without_on_behalf(text);
        self.without_of(text);
        self.join_campus(text);
        self.part_office(text);
        self.join_offices(text);
        // "Alice Rotherham, security researcher" among people with organizations.
        if self.title.is_none()
            && self.person.is_some()
            && let Some(range) = self.organization.clone()
        {
            let phrase = Phrase::new(&text[range]);
            let title = phrase.title() >= 2.0
                && phrase.organization_words() == 0
                && phrase.organization() < phrase.title();
            // "Logopädin und Heilpraktikerin": an office alone, where nouns have capitals.
            let office = super::is_office(phrase.text) && title::occupation(&phrase) > 1.0
                || title::ends_in_office(&phrase)
                || title::is_named_chair(&phrase);
            if (title || office || is_occupation(&phrase))
                && !(titles_name && title::parted(phrase.text).is_some())
            {
                self.title = self.organization.take();
            }
        }
        // "Lisa Vogel, physician, Kiel": a city is no organization.
        if let Some(range) = self
            .organization
            .clone()
            .filter(|_| (self.title.is_some() || self.person.is_some()) && self.place.is_none())
            && Phrase::new(&text[range]).place() >= 2.5
        {
            self.place = self.organization.take();
        }
        // "Ana Mora, DNI 12.345.678": the number of a paper.
        if let Some(range) = self.organization.clone().filter(|_| self.person.is_some()) {
            let digits = text[range.clone()].bytes().filter(u8::is_ascii_digit).count();
            let letters = text[range].chars().filter(|c| c.is_alphabetic()).count();
            if digits >= 6 && letters <= 4 {
                self.organization = None;
            }
        }
        self.part_town(text);
        self.take_party(text);
        self.part_parenthesis(text);
        // "Lisa Vogel, Ward 6": where somebody was elected is no organization.
        if let Some(range) = self
            .organization
            .clone()
            .filter(|_| self.person.is_some() && self.title.is_none())
            && is_ward(&Phrase::new(&text[range]))
        {
            self.title = self.organization.take();
        }
        if self.organization.is_none() {
            self.part_title(text, titles_name);
        } else {
            self.part_organization(text, titles_name);
        }
    }

    /// "sen. Ana Mora (Verdi)": a name in parentheses behind somebody with a rank is the party's, whatever it says.
    fn take_party(&mut self, text: &str) {
        let (Some(title), Some(person), None) = (self.title.clone(), self.person.clone(), &self.organization)
        else {
            return;
        };
        let first = text[person.clone()].split(' ').next().unwrap_or_default();
        let rank = names::recognize::words::fold(first.trim_end_matches('.'));
        let phrase = Phrase::new(&text[title.clone()]);
        let named =
            matches!(phrase.words.as_slice(), [word] if word.case == Case::Upper && !title::is_trade(word));
        if (words::is_rank(&rank) || rank == "on")
            && person.end < title.start
            && text[..title.start].ends_with('(')
            && named
        {
            self.organization = self.title.take();
        }
    }

    /// "banker (Harbor Union)": where the office is held stands in parentheses behind it.
    fn part_parenthesis(&mut self, text: &str) {
        let Some(title) = self
            .title
            .clone()
            .filter(|_| self.organization.is_none() && self.person.is_some())
        else {
            return;
        };
        let inner = &text[title.clone()];
        let Some((office, inside)) = inner.strip_suffix(')').and_then(|open| open.rsplit_once(" (")) else {
            return;
        };
        let phrase = Phrase::new(inside);
        let initials =
            matches!(phrase.words.as_slice(), [word] if word.is_all_capitals() && word.text.len() > 2);
        let told = learned::probabilities(&phrase);
        let named = phrase.organization_words() > 0
            || told[Field::Organization as usize] > 0.7
            || told[Field::Place as usize] < 0.3 && phrase.words.len() >= 2;
        // "CEO (Ember)" names what is made there as often.
        let trade = Phrase::new(office)
            .words
            .iter()
            .all(|word| word.case == Case::Lower);
        let begins_large = phrase.words.first().is_some_and(|word| word.case == Case::Upper);
        if trade && (initials || named) && phrase.place() < 1.0 && begins_large {
            let start = title.start + office.len() + 2;
            self.organization = Some(start..start + inside.len());
            self.title = Some(title.start..title.start + office.len());
        }
    }

    /// "Kim Doyle, Chadron, NE 69337", and "Ana Mora, State Senator, Chadron" where the others of the list have their towns there: the
    /// town of a person was taken for an organization.
    pub(super) fn place_town(&mut self, text: &str, placed: bool, bodied: bool) {
        let Some(town) = self.organization.clone().filter(|_| self.person.is_some()) else {
            return;
        };
        let phrase = Phrase::new(&text[town.clone()]);
        if !super::table::is_town_like(&phrase) {
            return;
        }
        let told = learned::probabilities(&phrase);
        let zip = self
            .place
            .clone()
            .is_some_and(|place| text[place].ends_with(|c: char| c.is_ascii_digit()));
        let likelier = told[Field::Place as usize] > told[Field::Organization as usize]
            || phrase.place() >= 1.0
            || zip
            || placed && told[Field::Organization as usize] < 0.9;
        let in_state = self.place.clone().is_some_and(|place| {
            let state = &text[place.clone()];
            let first = state.split(' ').next().unwrap_or_default();
            text.get(town.end..place.start)
                .is_some_and(|between| between.trim() == ",")
                && (state_code(&names::recognize::words::fold(first)).is_some() && state.len() <= 13
                    || is_country(&names::recognize::words::fold(state)))
        });
        // "Rocafort, Valencia" where most have a town and few a body.
        let near = placed
            && !bodied
            && self
                .place
                .clone()
                .is_some_and(|place| town.end <= place.start && Phrase::new(&text[place]).place() >= 2.0)
            && (phrase.place() >= 1.0 || told[Field::Place as usize] > told[Field::Organization as usize]);
        if (in_state || near) && likelier && self.title.is_none() {
            let end = self.place.take().map_or(town.end, |place| place.end);
            self.place = Some(town.start..end);
            self.organization = None;
        } else if self.place.is_none()
            && placed
            && self.title.as_ref().is_some_and(|title| title.end <= town.start)
        {
            self.place = self.organization.take();
        }
    }

    /// "lawyer, Berlin": behind the office stands where somebody lives.
    fn part_town(&mut self, text: &str) {
        let Some(title) = self
            .title
            .clone()
            .filter(|_| self.place.is_none() && self.organization.is_none())
        else {
            return;
        };
        if let Some(at) = text[title.clone()].rfind(", ")
            && at > 2
            && Phrase::new(&text[title.start + at + 2..title.end]).place() >= 2.5
        {
            self.place = Some(title.start + at + 2..title.end);
            self.title = Some(title.start..title.start + at);
        }
    }

    /// "member of the council, retired": two fields in small letters that both say what somebody is are one title.
    fn join_offices(&mut self, text: &str) {
        let (Some(organization), Some(title)) = (self.organization.clone(), self.title.clone()) else {
            return;
        };
        let between = organization.end.min(title.end)..organization.start.max(title.start);
        let phrase = Phrase::new(&text[organization.clone()]);
        // "Sänger, Komponist"
        let trade = phrase
            .words
            .first()
            .is_some_and(|word| word.case == Case::Upper && title::is_trade(word))
            && phrase.organization_words() == 0
            && phrase.words.len() <= 4;
        let said = |word: &Word<'_>| {
            words::is_title(&word.folded)
                || ["membr", "miembr"]
                    .iter()
                    .any(|member| word.folded.starts_with(member))
                || learned::probabilities(&phrase)[Field::Title as usize] > 0.5
                || is_occupation(&phrase)
        };
        // "socióloga, professora Faculdade de Letras": a second office, and where it is held.
        if phrase.words.first().is_some_and(|word| word.case == Case::Lower)
            && title.end <= organization.start
            && let Some((office, place)) = title::part(text, organization.clone())
        {
            self.title = Some(title.start..office.end);
            self.organization = Some(place);
            return;
        }
        if text.get(between).is_some_and(|between| between.trim() == ",")
            && (trade
                || phrase
                    .words
                    .first()
                    .is_some_and(|word| word.case == Case::Lower && said(word)))
        {
            self.title = Some(organization.start.min(title.start)..organization.end.max(title.end));
            self.organization = None;
        }
    }

    /// "Director at Harbor Institute" is a title and an organization; "President of the Fund" where the whole list says it so.
    fn part_title(&mut self, text: &str, titles_name: bool) {
        let Some(title) = self.title.clone() else { return };
        let inner = &text[title.clone()];
        let always = [" at ", " @ ", " chez ", " bei ", " for the "]
            .iter()
            .any(|at| inner.contains(at));
        if let Some((title, organization)) = title::part(text, title)
            && !is_chamber(&Phrase::new(&text[organization.clone()]))
            && (always
                || titles_name
                || names_initials(&text[title.clone()], &text[organization.clone()])
                // Behind "des" and "der" a name stands in another form than its own.
                || !matches!(text[title.end..organization.start].trim(), "des" | "der")
                    && (names_plainly(&text[organization.clone()])
                        || leads(&text[title.clone()])
                            && names_no_place(&text[title.clone()], &text[organization.clone()])))
        {
            self.title = Some(title);
            self.organization = Some(organization);
        }
    }

    /// "Presidente Nazionale ANPI" was taken for an organization.
    fn part_organization(&mut self, text: &str, titles_name: bool) {
        let Some(range) = self
            .organization
            .clone()
            .filter(|_| self.title.is_none() && self.person.is_some())
        else {
            return;
        };
        let phrase = Phrase::new(&text[range.clone()]);
        let begins = phrase.words.first().is_some_and(|w| words::is_title(&w.folded))
            // "Stellvertretender Intendant Theater Bremen"
            || matches!(phrase.words.as_slice(), [first, second, ..] if words::qualifies_title(&first.folded) && title::is_trade(second));
        // "Max Freund Professor of Litigation at the Cardozo School of Law"
        let at = [" at the ", " at ", " chez ", " bei ", " presso "]
            .iter()
            .find_map(|at| text[range.clone()].find(at));
        let office = at.is_some_and(|at| {
            let before = Phrase::new(&text[range.start..range.start + at]);
            learned::probabilities(&before)[Field::Title as usize] > 0.5
        });
        if (begins || titles_name || office)
            && let Some((title, organization)) = title::part(text, range)
        {
            self.title = Some(title);
            self.organization = Some(organization);
        }
    }

    /// "Victor Lam, on behalf of Apple Blossom": what says so is no part of the name.
    fn without_on_behalf(&mut self, text: &str) {
        let Some(range) = self.organization.clone().filter(|_| self.person.is_some()) else {
            return;
        };
        let inner = &text[range.clone()];
        let rest = words::without_on_behalf(inner);
        if rest.starts_with(|c: char| !c.is_lowercase()) {
            self.organization = Some(range.end - rest.len()..range.end);
        }
    }

    /// "Ana Mora, del Instituto Azul": the small words say that she is of it.
    fn without_of(&mut self, text: &str) {
        const OF: [&str; 21] = [
            "de la ",
            "de los ",
            "de las ",
            "del ",
            "de l\u{2019}",
            "de l'",
            "of the ",
            "from the ",
            "from ",
            "at the ",
            "von der ",
            "vom ",
            "della ",
            "dell\u{2019}",
            "dell'",
            "dello ",
            "da ",
            "do ",
            "des ",
            "du ",
            "de ",
        ];
        let Some(range) = self.organization.clone().filter(|_| self.person.is_some()) else {
            return;
        };
        let inner = &text[range.clone()];
        if let Some(rest) = OF.iter().find_map(|of| inner.strip_prefix(of))
            && rest.starts_with(char::is_uppercase)
        {
            self.organization = Some(range.end - rest.len()..range.end);
        }
    }

    /// "Executive Director Gwen Arthur" is a title and a person.
    fn part_office(&mut self, text: &str) {
        let Some(range) = self.person.clone().filter(|_| self.title.is_none()) else {
            return;
        };
        let phrase = Phrase::new(&text[range.clone()]);
        let office = words::office_before(phrase.words.iter().map(|w| w.folded.as_str()));
        // A pastor or professor keeps the word as part of the name.
        let honored = phrase
            .words
            .iter()
            .take(office)
            .any(|w| words::is_honorific(&w.folded) || w.folded == "professor" || w.folded == "profesor");
        let Some(first) = phrase.words.get(office).filter(|_| office > 0 && !honored) else {
            return;
        };
        let at = first.text.as_ptr() as usize - text.as_ptr() as usize;
        if Phrase::new(&text[at..range.end]).person() > 0.5 {
            self.title = Some(range.start..range.start + text[range.start..at].trim_end().len());
            self.person = Some(at..range.end);
        }
    }

    /// The same record of a text that stands at an offset of a longer one.
    pub fn moved(self, by: usize) -> Self {
        let moved = |range: Option<Range<usize>>| range.map(|range| range.start + by..range.end + by);
        Self {
            organization: moved(self.organization),
            person: moved(self.person),
            title: moved(self.title),
            place: moved(self.place),
            score: self.score,
            grouped: self.grouped,
        }
    }

    /// One of a group of people whose office or trade stands before all of them.
    pub fn of_group(person: Range<usize>, title: Range<usize>) -> Self {
        Self {
            person: Some(person),
            title: Some(title),
            grouped: true,
            ..Self::default()
        }
    }

    /// The records of two people who share an organization: "Ana Mora and Bo Lind (Luz)".
    pub fn two_people(&self, text: &str) -> Option<[Self; 2]> {
        let person = self.person.clone()?;
        self.organization.as_ref()?;
        let inner = &text[person.clone()];
        let (at, width) = [" and ", " & ", " y ", " et ", " und ", " e "]
            .iter()
            .find_map(|and| inner.find(and).map(|at| (at, and.len())))?;
        let is_person = |text: &str| {
            let phrase = Phrase::new(text);
            (2..=5).contains(&phrase.words.len())
                && (phrase.person() > 0.8 || learned::probabilities(&phrase)[Field::Person as usize] > 0.6)
        };
        let one = |person: Range<usize>, grouped: bool| Self {
            person: Some(person),
            grouped,
            ..self.clone()
        };
        (is_person(&inner[..at]) && is_person(&inner[at + width..])).then(|| {
            [
                one(person.start..person.start + at, true),
                one(person.start + at + width..person.end, false),
            ]
        })
    }

    /// "City of Austin, Texas": what is named after its place keeps the state.
    /// "University of Texas, Austin": the town of one of several of that name is a part of it.
    fn join_campus(&mut self, text: &str) {
        let (Some(organization), Some(place)) = (self.organization.clone(), self.place.clone()) else {
            return;
        };
        let between = organization.end..place.start.max(organization.end);
        let name = Phrase::new(&text[organization.clone()]);
        let town = Phrase::new(&text[place.clone()]);
        let campus = match name.words.as_slice() {
            [.., last] if matches!(last.folded.as_str(), "suny" | "cuny") => true,
            [first, of, state @ ..] if first.folded.starts_with("universi") && of.case == Case::Lower => {
                let state: Vec<&str> = state.iter().map(|w| w.folded.as_str()).collect();
                let state = state.join(" ");
                state_code(&state).is_some() || is_country(&state)
            }
            _ => false,
        };
        let government = match name.words.as_slice() {
            [_, last] if last.folded == "county" => true,
            [first, of, ..] => {
                matches!(
                    first.folded.as_str(),
                    "city" | "county" | "town" | "village" | "mayor"
                ) && of.case == Case::Lower
            }
            _ => false,
        };
        // "John Jay College, CUNY": initials are no place.
        let initials = matches!(town.words.as_slice(), [word] if word.is_all_capitals() && word.text.len() > 2 && town.place() < 1.0);
        if text.get(between).is_some_and(|between| between.trim() == ",")
            && (campus && town.place() < 3.0 || government || initials)
        {
            self.organization = Some(organization.start..place.end);
            self.place = None;
        }
    }

    /// Whether a slot holds something.
    pub fn has(&self, slot: Slot) -> bool {
        match slot {
            Slot::Person => self.person.is_some(),
            Slot::Title => self.title.is_some(),
            Slot::Organization => self.organization.is_some(),
            Slot::Place => self.place.is_some(),
        }
    }

    /// How many slots hold something.
    pub fn filled(&self) -> usize {
        [&self.organization, &self.person, &self.title, &self.place]
            .into_iter()
            .filter(|range| range.is_some())
            .count()
    }
}

/// Whether a field is a numbered part of a town or state that somebody was elected in.
fn is_ward(phrase: &Phrase<'_>) -> bool {
    let seat = |word: &Word<'_>| {
        matches!(
            word.folded.as_str(),
            "ward" | "district" | "precinct" | "distrito" | "wahlkreis" | "bezirk" | "circonscription"
        )
    };
    match phrase.words.as_slice() {
        [ward, number] if number.case == Case::Digit => seat(ward),
        // "14th Middlesex District", "3rd Ward"
        [nth, between @ .., last] => {
            is_ordinal(&nth.folded)
                && between.len() <= 4
                && seat(last)
                && between.iter().all(|word| word.case != Case::Lower)
        }
        _ => false,
    }
}

/// "14th", "3\u{ba}", "2nd"
fn is_ordinal(folded: &str) -> bool {
    let digits = folded.trim_end_matches(|c: char| !c.is_ascii_digit());
    !digits.is_empty()
        && digits.bytes().all(|b| b.is_ascii_digit())
        && matches!(
            &folded[digits.len()..],
            "th" | "st" | "nd" | "rd" | "\u{ba}" | "\u{aa}" | "o" | "a" | "e" | "er" | "eme" | "\u{b0}"
        )
}

/// Whether a field tells what somebody does or that they sign for themselves, in small letters: "security researcher".
pub(in crate::list) fn is_occupation(phrase: &Phrase<'_>) -> bool {
    if let [word] = phrase.words.as_slice()
        && words::is_job(&word.folded)
    {
        return true;
    }
    let small = !phrase.words.is_empty()
        && phrase.words.len() <= 5
        && phrase.words.iter().all(|w| {
            w.case == Case::Lower && !w.text.contains('.') && !w.text.chars().any(char::is_uppercase)
        });
    small
        && (phrase.words.len() > 1
            || phrase.words.iter().all(|w| {
                words::is_unaffiliated(&w.folded)
                    || words::is_title(&w.folded)
                    || words::names_occupation(&w.folded)
            }))
}

/// Whether a field only says what a title is for: "Advocacy & Public Affairs" behind "Senior Director".
pub(super) fn is_duty(phrase: &Phrase<'_>) -> bool {
    !phrase.words.is_empty()
        && phrase.words.len() <= 6
        && phrase
            .content()
            .all(|w| words::is_duty(&w.folded) || words::is_and(&w.folded))
}
