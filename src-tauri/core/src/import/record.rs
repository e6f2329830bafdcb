//! What a row says, whatever it was read from: the one form in which lists, tables, cards and messages come to the plan.
//!
//! Owns the reading of cells into values: a name from its parts, several addresses in one cell, words for a status. It
//! deliberately knows nothing of the coalition, and decides nothing. The words for kinds, scopes and statuses are in
//! `record/words.rs`.

mod words;

use chrono::{DateTime, NaiveDateTime, TimeZone, Utc};
use chrono_tz::Tz;

use crate::messages::Message;
use crate::organization::{OrganizationKind, OrganizationText, OrganizationTexts, Scope};
use crate::person::looks_like_email;
use crate::signon::Status;
use crate::text::one_line;
use names::recognize::words::{fold, state_code};
use reading::answer;
use reading::columns::{Field, Mapping, Origin, values};
use reading::dates::{self, Order};
use reading::list::{Doubt, Entry, ListStatus};
use reading::table::{Row, Table};
use words::{kind_of, scope_of, status_of};

/// What a row says of whether they sign.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Answer {
    /// Nothing is asked: what the person chose for all rows holds.
    #[default]
    NotAsked,
    /// It was asked, and the cell is empty.
    None,
    /// This.
    Status(Status),
    /// A yes that hangs on something, in their words.
    Condition(String),
    /// Something that is neither a yes nor a no.
    Unclear(String),
}

/// What a row says. What it does not say is empty.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Record {
    /// The organization's name, as given.
    pub organization: String,
    /// The name on the letter, where the row says one.
    pub prints_as: String,
    /// Other names of the organization.
    pub aliases: Vec<String>,
    /// The organization above it.
    pub parent: String,
    /// What sort of body it is.
    pub kind: Option<OrganizationKind>,
    /// How far its work reaches.
    pub scope: Option<Scope>,
    /// Its town.
    pub city: String,
    /// Its state; the postal code of one where it has one.
    pub state: String,
    /// Its country.
    pub country: String,
    /// Its site.
    pub website: String,
    /// Its fields of one line of text.
    pub texts: OrganizationTexts,
    /// The person's name.
    pub person: String,
    /// What they are there.
    pub title: String,
    /// Their addresses, as typed.
    pub emails: Vec<String>,
    /// Their numbers, as typed.
    pub phones: Vec<String>,
    /// Anything else.
    pub note: String,
    /// Whether they sign.
    pub answer: Answer,
    /// When it was sent in.
    pub at: Option<DateTime<Utc>>,
    /// It is an entry of a list, which says how a name prints and who signs, and nothing of anybody's addresses.
    pub listed: bool,
    /// It stands under a heading of those who did not sign.
    pub not_signing: bool,
    /// The person signs for themselves.
    pub individual: bool,
    /// Where somebody is who signs for themselves: it does not sign.
    pub affiliation: String,
    /// What of it can't be taken.
    pub losses: Vec<Message>,
}

impl From<&Entry> for Record {
    fn from(entry: &Entry) -> Self {
        let name = one_line(&entry.name);
        let mut record = Self {
            listed: true,
            title: entry.title.as_deref().map(one_line).unwrap_or_default(),
            not_signing: matches!(entry.doubt, Some(Doubt::NotSigning { .. })),
            // What the text says of somebody is their answer, and never a yes.
            answer: match entry.status {
                Some(ListStatus::Declined) => Answer::Status(Status::Declined),
                Some(ListStatus::Asked) => Answer::Status(Status::Asked),
                None => Answer::NotAsked,
            },
            note: entry.note.clone().unwrap_or_default(),
            ..Self::default()
        };
        if entry.signer.as_deref() == Some(entry.name.as_str()) {
            record.individual = true;
            record.person = name;
            return record;
        }
        record.person = entry.signer.as_deref().map(one_line).unwrap_or_default();
        record.prints_as.clone_from(&name);
        record.organization = name;
        if let Some(place) = &entry.place {
            record.set_place(place);
        }
        record
    }
}

impl Record {
    /// The same row of a person who signs for themselves, with the organization as where they are. Without a person the name
    /// that stands for one is theirs.
    pub(super) fn of_individual(&self) -> Self {
        let (person, affiliation) = if self.person.is_empty() {
            (self.organization.clone(), String::new())
        } else {
            (self.person.clone(), self.organization.clone())
        };
        Self {
            individual: true,
            person,
            affiliation,
            title: self.title.clone(),
            emails: self.emails.clone(),
            phones: self.phones.clone(),
            note: self.note.clone(),
            answer: self.answer.clone(),
            at: self.at,
            listed: self.listed,
            not_signing: self.not_signing,
            losses: self.losses.clone(),
            ..Self::default()
        }
    }

    /// Town and state where they stand together: "Viroqua, WI".
    fn set_place(&mut self, place: &str) {
        let place = one_line(place);
        match place.rsplit_once(',') {
            Some((city, state)) if state_code(&fold(state)).is_some() => {
                self.city = city.trim().to_owned();
                self.state = state_of(state);
            }
            _ if state_code(&fold(&place)).is_some() => self.state = state_of(&place),
            _ => self.city = place,
        }
    }

    /// What it is called where one name stands for the row: the organization, else the person, else an address.
    pub fn name(&self) -> &str {
        [&self.organization, &self.person]
            .into_iter()
            .find(|name| !name.is_empty())
            .or(self.emails.first())
            .map_or("", String::as_str)
    }
}

/// Reads the rows of a table by what its columns are for.
#[derive(Debug, Clone)]
pub struct Reader {
    columns: Vec<(Field, Vec<usize>)>,
    order: Order,
    zone: Tz,
    origin: Origin,
}

impl Reader {
    /// A reader of this table. Times are in `zone` where they name none.
    pub fn new(table: &Table, mapping: &Mapping, zone: Tz) -> Self {
        let columns: Vec<(Field, Vec<usize>)> = Field::ALL
            .into_iter()
            .map(|field| (field, mapping.columns_of(field)))
            .filter(|(_, columns)| !columns.is_empty())
            .collect();
        let stamp = mapping.column(Field::Timestamp);
        let order = stamp.and_then(|column| dates::order(table.records().map(|row| row.cell(column))));
        Self {
            columns,
            order: order.unwrap_or_default(),
            zone,
            origin: mapping.origin,
        }
    }

    /// Whether the rows are answers to a form.
    pub fn is_form(&self) -> bool {
        matches!(self.origin, Origin::GoogleForm | Origin::MicrosoftForm) || self.has(Field::Consent)
    }

    /// Whether a column is this.
    pub fn has(&self, field: Field) -> bool {
        self.columns.iter().any(|(known, _)| *known == field)
    }

    fn cells<'t>(&self, row: Row<'t>, field: Field) -> impl Iterator<Item = (usize, &'t str)> {
        let columns = self.columns.iter().find(|(known, _)| *known == field);
        columns
            .map(|(_, columns)| columns.clone())
            .unwrap_or_default()
            .into_iter()
            .map(move |column| (column, row.cell(column)))
            .filter(|(_, cell)| !cell.is_empty())
    }

    fn cell<'t>(&self, row: Row<'t>, field: Field) -> &'t str {
        self.cells(row, field).next().map_or("", |(_, cell)| cell)
    }

    /// The first of several values in a cell, on one line.
    fn text(&self, row: Row<'_>, field: Field) -> String {
        one_line(values(self.cell(row, field)).first().copied().unwrap_or(""))
    }

    /// The moment of a row as it is written, which tells the answers of a form apart.
    pub fn stamp<'t>(&self, row: Row<'t>) -> &'t str {
        self.cell(row, Field::Timestamp)
    }

    /// What a row says.
    pub fn read(&self, row: Row<'_>) -> Record {
        let mut record = Record {
            organization: self.text(row, Field::Organization),
            prints_as: self.text(row, Field::PrintsAs),
            parent: self.text(row, Field::Parent),
            city: self.text(row, Field::City),
            state: state_of(&self.text(row, Field::State)),
            country: self.text(row, Field::Country),
            website: self.website(row),
            texts: self.texts(row),
            person: self.person(row),
            title: self.text(row, Field::Title),
            ..Record::default()
        };
        if fold(&record.person) == fold(&record.organization) {
            // A card of an organization that names itself twice.
            record.person.clear();
        }
        if record.city.is_empty() && record.state.is_empty() {
            let place = self.cell(row, Field::Place).to_owned();
            if !place.is_empty() {
                record.set_place(&place);
            }
        }
        for (_, cell) in self.cells(row, Field::Alias) {
            let names = cell.split([';', '\n']).flat_map(values).map(one_line);
            record
                .aliases
                .extend(names.filter(|name| !name.is_empty() && *name != record.organization));
        }
        self.read_words(row, &mut record);
        self.read_addresses(row, &mut record);
        record.note = self.note(row);
        record.answer = self.answer(row);
        if let Answer::Condition(words) = &record.answer {
            // The condition in their own words is what has to be answered.
            if !record.note.is_empty() {
                record.note.push('\n');
            }
            record.note.push_str(words);
        }
        record.at = self.moment(row);
        record
    }

    fn read_words(&self, row: Row<'_>, record: &mut Record) {
        let kind = self.text(row, Field::Kind);
        if !kind.is_empty() {
            record.kind = kind_of(&kind);
            if record.kind.is_none() {
                record
                    .losses
                    .push(Message::new("import-loss-kind").text("text", &kind));
            }
        }
        let scope = self.text(row, Field::Scope);
        if !scope.is_empty() {
            record.scope = scope_of(&scope);
            if record.scope.is_none() {
                record
                    .losses
                    .push(Message::new("import-loss-scope").text("text", &scope));
            }
        }
    }

    fn read_addresses(&self, row: Row<'_>, record: &mut Record) {
        for (_, cell) in self.cells(row, Field::Email) {
            for part in values(cell)
                .into_iter()
                .flat_map(|value| value.split([';', ',', '\n']))
            {
                let part = part.trim();
                // "Ana Mora <ana@luz.example>" is an address with its name.
                let inner = part.rsplit_once('<').map_or(part, |(_, inner)| inner);
                let email = inner.trim_end_matches('>').trim();
                let email = email.strip_prefix("mailto:").unwrap_or(email);
                if email.is_empty()
                    || record
                        .emails
                        .iter()
                        .any(|known| known.eq_ignore_ascii_case(email))
                {
                    continue;
                }
                if looks_like_email(email) && email.chars().count() <= 320 {
                    record.emails.push(email.to_owned());
                } else {
                    record
                        .losses
                        .push(Message::new("import-loss-email").text("text", short(email)));
                }
            }
        }
        for (_, cell) in self.cells(row, Field::Phone) {
            for part in values(cell)
                .into_iter()
                .flat_map(|value| value.split([';', '\n']))
            {
                let phone = one_line(part.trim().strip_prefix("tel:").unwrap_or(part.trim()));
                let digits = digits(&phone);
                if digits.is_empty() || record.phones.iter().any(|known| self::digits(known) == digits) {
                    continue;
                }
                record.phones.push(short(&phone));
            }
        }
    }

    /// The text fields of the organization, each from the column of its word.
    fn texts(&self, row: Row<'_>) -> OrganizationTexts {
        let mut texts = OrganizationTexts::default();
        for field in OrganizationText::ALL {
            if let Some(column) = Field::from_word(field.word()) {
                *texts.get_mut(*field) = self.text(row, column);
            }
        }
        texts
    }

    fn website(&self, row: Row<'_>) -> String {
        let Some((column, cell)) = self.cells(row, Field::Website).next() else {
            return String::new();
        };
        // A sheet shows a word and links the address.
        let shown = one_line(values(cell).first().copied().unwrap_or(""));
        match row.link(column) {
            Some(link) if !shown.contains('.') => one_line(link),
            _ => shown,
        }
    }

    fn person(&self, row: Row<'_>) -> String {
        let whole = self.text(row, Field::FullName);
        if !whole.is_empty() {
            return whole;
        }
        let of = |field| self.text(row, field);
        let (first, last) = (of(Field::FirstName), of(Field::LastName));
        if first.is_empty() && last.is_empty() {
            return String::new();
        }
        // Mr. and Ms. are how a letter is addressed, no part of a name under it.
        let prefix = Some(of(Field::Prefix))
            .filter(|prefix| !is_courtesy(prefix))
            .unwrap_or_default();
        let parts = [prefix, first, of(Field::MiddleName), last];
        let parts: Vec<&str> = parts
            .iter()
            .map(String::as_str)
            .filter(|part| !part.is_empty())
            .collect();
        let mut name = parts.join(" ");
        let suffix = of(Field::Suffix);
        if !suffix.is_empty() {
            let generation = ["jr", "sr", "ii", "iii", "iv"].contains(&fold(&suffix).trim_end_matches('.'));
            name.push_str(if generation { " " } else { ", " });
            name.push_str(&suffix);
        }
        name
    }

    /// Notes, and the street with its postal code, which an organization has no field for; a line each.
    fn note(&self, row: Row<'_>) -> String {
        let mut lines: Vec<String> = Vec::new();
        for (_, cell) in self.cells(row, Field::Note) {
            let text = cell.trim().to_owned();
            if !lines.contains(&text) {
                lines.push(text);
            }
        }
        let street = [self.text(row, Field::Street), self.text(row, Field::PostalCode)];
        let street: Vec<&str> = street
            .iter()
            .map(String::as_str)
            .filter(|part| !part.is_empty())
            .collect();
        if !street.is_empty() {
            lines.push(street.join(", "));
        }
        lines.join("\n")
    }

    fn answer(&self, row: Row<'_>) -> Answer {
        let mut answer = Answer::NotAsked;
        for field in [Field::Status, Field::Consent] {
            if !self.has(field) {
                continue;
            }
            let cell = self.cell(row, field);
            let said = match field {
                _ if cell.is_empty() => Answer::None,
                Field::Consent => match answer::answer(cell) {
                    answer::Answer::Yes => Answer::Status(Status::Confirmed),
                    answer::Answer::Condition => Answer::Condition(one_line(cell)),
                    answer::Answer::NotYet => Answer::Status(Status::Considering),
                    answer::Answer::No => Answer::Status(Status::Declined),
                    answer::Answer::NoAnswer => Answer::None,
                    answer::Answer::Question | answer::Answer::Unclear => {
                        Answer::Unclear(short(&one_line(cell)))
                    }
                },
                _ => match status_of(cell) {
                    Some(status) => Answer::Status(status),
                    None => Answer::Unclear(short(&one_line(cell))),
                },
            };
            // A status in words says more than a yes beside it.
            if matches!(answer, Answer::NotAsked | Answer::None) {
                answer = said;
            }
        }
        answer
    }

    fn moment(&self, row: Row<'_>) -> Option<DateTime<Utc>> {
        let (column, cell) = self.cells(row, Field::Timestamp).next()?;
        if let Some(exact) = row.moment(column) {
            return in_zone(exact, self.zone);
        }
        let moment = dates::moment(cell, self.order)?;
        match moment.offset {
            Some(minutes) => (moment.local - chrono::Duration::minutes(i64::from(minutes)))
                .and_utc()
                .into(),
            // A day without a time is the noon of it, so that it is that day in every zone nearby.
            None if !moment.timed => Some((moment.local + chrono::Duration::hours(12)).and_utc()),
            None => in_zone(moment.local, self.zone),
        }
    }
}

fn in_zone(local: NaiveDateTime, zone: Tz) -> Option<DateTime<Utc>> {
    zone.from_local_datetime(&local)
        .earliest()
        .map_or_else(|| Some(local.and_utc()), |at| Some(at.with_timezone(&Utc)))
}

/// The digits of a number, by which two ways to write it are the same.
pub(super) fn digits(phone: &str) -> String {
    phone.chars().filter(char::is_ascii_digit).collect()
}

/// A state as its postal code where it has one, else as given.
fn state_of(text: &str) -> String {
    let text = text.trim();
    state_code(&fold(text)).map_or_else(|| text.to_owned(), str::to_owned)
}

fn is_courtesy(prefix: &str) -> bool {
    let folded = fold(prefix);
    ["mr", "mrs", "ms", "miss", "mx", "sr", "sra", "srta", "mister"].contains(&folded.trim_end_matches('.'))
}

fn short(text: &str) -> String {
    text.chars().take(80).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use reading::columns::guess;
    use reading::csv::read_text;

    fn records(csv: &str) -> Vec<Record> {
        let table = read_text(csv, Some(',')).unwrap().table;
        let reader = Reader::new(&table, &guess(&table), chrono_tz::America::Chicago);
        table.records().map(|row| reader.read(row)).collect()
    }

    #[test]
    fn a_form_answer_is_read_whole() {
        let read = records(
            "Timestamp,Organization,Your name,Title,Email,Will your organization sign on to the letter?\n\
             5/14/2026 9:12:44,\"Casa Luz, Inc.\",Ana Mora,Directora,ana@luz.example,\"Yes, sign us on\"\n\
             5/15/2026 10:00:00,Moor Alliance,Bo Lind,Chair,bo at moor,We will see\n",
        );
        let first = &read[0];
        assert_eq!(
            (
                first.organization.as_str(),
                first.person.as_str(),
                first.title.as_str()
            ),
            ("Casa Luz, Inc.", "Ana Mora", "Directora")
        );
        assert_eq!(first.emails, ["ana@luz.example"]);
        assert_eq!(first.answer, Answer::Status(Status::Confirmed));
        assert_eq!(first.at.unwrap().to_rfc3339(), "2026-05-14T14:12:44+00:00");
        assert_eq!(read[1].answer, Answer::Unclear("We will see".to_owned()));
        assert!(read[1].emails.is_empty() && read[1].losses.len() == 1);
    }

    #[test]
    fn names_are_put_together_from_their_parts() {
        let read = records(
            "Prefix,First name,Middle name,Last name,Suffix,Company\nMs.,Ana,M.,Mora,Jr.,Luz\nRev.,Bo,,Lind,PhD,Moor\n",
        );
        assert_eq!(read[0].person, "Ana M. Mora Jr.");
        assert_eq!(read[1].person, "Rev. Bo Lind, PhD");
    }

    #[test]
    fn places_and_words_are_read() {
        let read = records(
            "Organization,City and State,Scope,Type,Status\nLuz,\"Viroqua, Wisconsin\",Statewide,Labor union,Firmada\n\
             Moor,Leeds,somewhere,,\n",
        );
        assert_eq!((read[0].city.as_str(), read[0].state.as_str()), ("Viroqua", "WI"));
        assert_eq!(
            (read[0].scope, read[0].kind),
            (Some(Scope::State), Some(OrganizationKind::Labor))
        );
        assert_eq!(read[0].answer, Answer::Status(Status::Confirmed));
        assert_eq!((read[1].answer.clone(), read[1].losses.len()), (Answer::None, 1));
    }

    #[test]
    fn several_addresses_in_a_cell_are_several() {
        let read = records(
            "Organization,Name,Email,Phone\nLuz,Ana Mora,\"a@luz.example; Ana <b@luz.example>\",608-555-0143\n",
        );
        assert_eq!(read[0].emails, ["a@luz.example", "b@luz.example"]);
        assert_eq!(read[0].phones, ["608-555-0143"]);
    }
}
