//! What a row says, whatever it was read from: the one form in which lists, tables, cards and messages come to the plan.
//!
//! Owns the reading of cells into values: a name from its parts, several addresses in one cell, words for a status. It
//! deliberately knows nothing of the coalition, and decides nothing. The words for kinds, scopes and statuses are in
//! `words.rs`.

mod addresses;
mod answers;
mod people;
mod places;
mod words;

use chrono::{DateTime, NaiveDateTime, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;

pub use addresses::digits;
use base::messages::Message;
use base::text::one_line;
use names::recognize::words::fold;
pub use people::Other;
use reading::columns::{
    By, Field, Mapping, Origin, is_answer, is_error_value, is_in_a_language, names_a_person, names_nobody,
    says_nothing, signs_as, values,
};
use reading::dates::{self, Order};
use reading::list::{Doubt, Entry, ListStatus, begins_with_given_name, names_of_either};
use reading::table::{Row, Table};
use vocabulary::{Membership, OrganizationKind, OrganizationText, OrganizationTexts, Scope, Status};
use words::{kind_of, membership_of, scope_of};

pub use answers::Answer;

/// What a row says. What it does not say is empty.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Record {
    /// The organization's name, as given.
    pub organization: String,
    /// The name on the letter, where the row says one.
    pub prints_as: String,
    /// Other names of the organization.
    pub aliases: Vec<String>,
    /// Those of them that are its name in another language.
    pub translations: Vec<String>,
    /// The organization above it.
    pub parent: String,
    /// The heading of the column that says so.
    pub parent_column: String,
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
    /// When it was sent in, ISO 8601: a moment in UTC, or a day where no time is said.
    pub at: Option<String>,
    /// It is an entry of a list, which says how a name prints and who signs, and nothing of anybody's addresses.
    pub listed: bool,
    /// It stands under a heading of those who did not sign.
    pub not_signing: bool,
    /// The person signs for themselves.
    pub individual: bool,
    /// Where somebody is who signs for themselves: it does not sign.
    pub affiliation: String,
    /// Whether it is a member.
    pub membership: Option<Membership>,
    /// What it is grouped by.
    pub tags: Vec<String>,
    /// Others whom the row names besides the person.
    pub others: Vec<Other>,
    /// Where an organization should be stands that there is none.
    pub nobody: bool,
    /// The row itself says that the person signs for themselves.
    pub alone: bool,
    /// What has to be asked before it is taken.
    pub question: Option<Message>,
    /// A comment beside the answer that says no, or yes under a condition.
    pub contradiction: Option<String>,
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
    pub fn of_individual(&self) -> Self {
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
            others: self.others.clone(),
            at: self.at.clone(),
            listed: self.listed,
            not_signing: self.not_signing,
            losses: self.losses.clone(),
            ..Self::default()
        }
    }

    /// Reads a row that names the person where the organization stands, and the other way round, as it is meant; which is asked.
    fn turn_if_swapped(&mut self) {
        if self.person.is_empty()
            || !begins_with_given_name(&self.organization)
            || !names_a_person(&self.organization)
            || begins_with_given_name(&self.person)
        {
            return;
        }
        let (person, body) = (names_of_either(&self.organization), names_of_either(&self.person));
        if person.0 > 0.8 && body.0 < 0.4 {
            std::mem::swap(&mut self.organization, &mut self.person);
            self.question = Some(
                Message::new("import-asked-swapped")
                    .text("organization", &self.organization)
                    .text("person", &self.person),
            );
        }
    }

    /// Says that a value is none of its field, and keeps it in the note.
    fn lose(&mut self, message: &'static str, value: &str, column: &str) {
        let value = short(&one_line(value));
        self.losses
            .push(Message::new(message).text("text", &value).text("column", column));
        if !self.note.lines().any(|line| line == value) {
            self.add_note(&value);
        }
    }

    /// Adds a line to the note.
    fn add_note(&mut self, line: &str) {
        if !self.note.is_empty() {
            self.note.push('\n');
        }
        self.note.push_str(line);
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
    columns: Vec<(Field, u8, Vec<usize>)>,
    people: u8,
    order: Order,
    zone: Tz,
    origin: Origin,
    /// The names of people begin with the surname.
    surname_first: bool,
    /// They begin with the given name, and a comma parts two people.
    given_first: bool,
    headings: Vec<String>,
    /// Whether the column of consent is only guessed by what is in it: it may then deny a yes, and gives none.
    guesses_consent: bool,
}

impl Reader {
    /// A reader of this table. Times are in `zone` where they name none.
    pub fn new(table: &Table, mapping: &Mapping, zone: Tz) -> Self {
        let people = mapping.people();
        let columns: Vec<(Field, u8, Vec<usize>)> = Field::ALL
            .into_iter()
            .flat_map(|field| (0..people).map(move |person| (field, person)))
            .map(|(field, person)| (field, person, mapping.columns_of_person(field, person)))
            .filter(|(_, _, columns)| !columns.is_empty())
            .collect();
        let stamp = mapping.column(Field::Timestamp);
        let order = stamp.and_then(|column| dates::order(table.records().map(|row| row.cell(column))));
        // "Submit Date (UTC)"
        let heading = stamp.and_then(|column| table.headings().get(column).map(|heading| fold(heading)));
        let is_utc = heading.is_some_and(|heading| {
            heading
                .split(|c: char| !c.is_alphanumeric())
                .any(|word| ["utc", "gmt"].contains(&word))
        });
        Self {
            columns,
            people,
            order: order.unwrap_or_default(),
            zone: if is_utc { Tz::UTC } else { zone },
            origin: mapping.origin,
            surname_first: people::is_surname_first(table, mapping.column(Field::FullName)),
            given_first: people::is_given_first(table, mapping.column(Field::FullName)),
            headings: table.headings().into_iter().map(one_line).collect(),
            guesses_consent: mapping
                .columns
                .iter()
                .any(|assigned| assigned.field == Field::Consent && assigned.by == By::Content),
        }
    }

    /// What stands above a column, or its number from 1.
    fn heading(&self, column: usize) -> String {
        match self.headings.get(column) {
            Some(heading) if !heading.is_empty() => short(heading),
            _ => (column + 1).to_string(),
        }
    }

    /// What stands above the best column of a field.
    fn heading_of(&self, field: Field) -> String {
        let columns = self.columns.iter().find(|(known, _, _)| *known == field);
        columns
            .and_then(|(_, _, columns)| columns.first())
            .map_or_else(String::new, |column| self.heading(*column))
    }

    /// Whether the rows are answers to a form.
    pub fn is_form(&self) -> bool {
        self.origin.is_form() || self.has(Field::Consent)
    }

    /// Whether a column is this.
    pub fn has(&self, field: Field) -> bool {
        self.columns.iter().any(|(known, _, _)| *known == field)
    }

    fn cells<'t>(&self, row: Row<'t>, field: Field) -> impl Iterator<Item = (usize, &'t str)> {
        self.cells_of(row, field, 0)
    }

    fn cells_of<'t>(&self, row: Row<'t>, field: Field, person: u8) -> impl Iterator<Item = (usize, &'t str)> {
        let columns = self
            .columns
            .iter()
            .find(|(known, of, _)| *known == field && *of == person)
            .map_or(&[][..], |(_, _, columns)| columns);
        columns
            .iter()
            .map(move |column| (*column, row.cell(*column)))
            .filter(move |(_, cell)| {
                // Where nothing is, some programs write a naught.
                let naught = *cell == "0" && !matches!(field, Field::Consent | Field::Status);
                !cell.is_empty() && !naught && !is_error_value(cell)
            })
    }

    fn cell<'t>(&self, row: Row<'t>, field: Field) -> &'t str {
        self.cells(row, field).next().map_or("", |(_, cell)| cell)
    }

    /// The first of several values in a cell, on one line; nothing where the cell says that there is none.
    fn text(&self, row: Row<'_>, field: Field) -> String {
        let text = values(self.cell(row, field)).first().copied().unwrap_or("");
        if says_nothing(text) {
            String::new()
        } else {
            one_line(text)
        }
    }

    /// The moment of a row as it is written, which tells the answers of a form apart.
    pub fn stamp<'t>(&self, row: Row<'t>) -> &'t str {
        self.cell(row, Field::Timestamp)
    }

    /// What a row says.
    pub fn read(&self, row: Row<'_>) -> Record {
        let (person, written) = self.person(row, 0);
        let mut record = Record {
            prints_as: self.text(row, Field::PrintsAs),
            parent: self.text(row, Field::Parent),
            parent_column: self.heading_of(Field::Parent).to_owned(),
            city: self.text(row, Field::City),
            country: self.text(row, Field::Country),
            texts: self.texts(row),
            person: person.clone(),
            title: self.text(row, Field::Title).replace('|', ", "),
            ..Record::default()
        };
        if record.title.is_empty() {
            let office = people::without_office(self.cell(row, Field::FullName)).1;
            record.title = one_line(office);
        }
        if record.title.is_empty() && !record.person.is_empty() {
            record.title = self.office_above(0);
        }
        self.read_organization(row, &mut record);
        record.turn_if_swapped();
        if fold(&record.person) == fold(&record.organization) {
            // A card of an organization that names itself twice.
            record.person.clear();
        }
        for (column, cell) in self.cells(row, Field::Alias) {
            let names = cell.split([';', '\n']).flat_map(values).map(one_line);
            let names: Vec<String> = names
                .filter(|name| !name.is_empty() && !says_nothing(name) && *name != record.organization)
                .collect();
            if is_in_a_language(&self.heading(column)) {
                record.translations.extend(names.iter().cloned());
            }
            record.aliases.extend(names);
        }
        self.read_words(row, &mut record);
        let alone = record.organization.is_empty() && !record.person.is_empty();
        record.note = self.note(row, alone);
        self.read_place(row, &mut record);
        self.lose_what_is_no_name(&mut record);
        self.read_website(row, &mut record);
        (record.emails, record.phones) = self.addresses(row, 0, &mut record);
        self.split_people(row, &mut record);
        // Two people whom a comma parts are no surname and given name.
        if let Some(written) = written.filter(|_| record.person == person) {
            Self::ask_if_turned(&mut record, &written, &person);
        }
        self.others(row, &mut record);
        record.answer = answers::of_row(self, row);
        if let Answer::Condition(words) = &record.answer {
            // The condition in their own words is what has to be answered.
            let words = words.clone();
            record.add_note(&words);
        }
        record.contradiction = self
            .cells(row, Field::Note)
            .find(|(_, cell)| answers::contradicts(cell))
            .map(|(_, cell)| short(&one_line(cell)));
        record.at = self.moment(row);
        record
    }

    /// The organization, where the cell names one; and whether the row says that a person signs for themselves.
    fn read_organization(&self, row: Row<'_>, record: &mut Record) {
        let cell = self.cell(row, Field::Organization);
        let name = plain_signs(one_line(values(cell).first().copied().unwrap_or("")));
        let columns = self
            .columns
            .iter()
            .filter(|(field, _, _)| *field == Field::Organization);
        let failed = columns
            .flat_map(|(_, _, columns)| columns)
            .any(|column| is_error_value(row.cell(*column)));
        if failed || names_nobody(&name) {
            record.nobody = true;
        } else {
            record.organization = name;
        }
        record.alone = self
            .cells(row, Field::SignsAs)
            .next()
            .is_some_and(|(_, cell)| signs_as(cell) == Some(true));
        if record.alone && record.person.is_empty() {
            // One column names bodies and people, and another says which.
            record.person = std::mem::take(&mut record.organization);
        }
        let failed = self
            .columns
            .iter()
            .flat_map(|(_, _, columns)| columns)
            .map(|column| (*column, row.cell(*column)))
            .find(|(_, cell)| is_error_value(cell));
        if let Some((column, cell)) = failed {
            let loss = Message::new("import-loss-error").text("text", cell);
            record.losses.push(loss.text("column", self.heading(column)));
        }
    }

    fn read_words(&self, row: Row<'_>, record: &mut Record) {
        let kind = self.text(row, Field::Kind);
        if !kind.is_empty() {
            record.kind = kind_of(&kind);
            if record.kind.is_none() {
                // A word of the coalition's own groups all the same.
                record.tags.push(short(&kind));
                let loss = Message::new("import-loss-kind").text("text", short(&kind));
                record
                    .losses
                    .push(loss.text("column", self.heading_of(Field::Kind)));
            }
        }
        let scope = self.text(row, Field::Scope);
        if !scope.is_empty() {
            record.scope = scope_of(&scope);
            if record.scope.is_none() {
                let loss = Message::new("import-loss-scope").text("text", &scope);
                record
                    .losses
                    .push(loss.text("column", self.heading_of(Field::Scope)));
            }
        }
        let membership = self.text(row, Field::Membership);
        if !membership.is_empty() {
            record.membership = membership_of(&membership);
            // "No" is no word to group by.
            if record.membership.is_none() && !is_answer(&membership) {
                record.tags.push(short(&membership));
            }
        }
        for (_, cell) in self.cells(row, Field::Tag) {
            let tags = words::tags_in(cell)
                .into_iter()
                .flat_map(values)
                .map(|tag| one_line(tag.trim().trim_matches('"')));
            for tag in tags.filter(|tag| !tag.is_empty() && !says_nothing(tag)) {
                if !record.tags.iter().any(|known| fold(known) == fold(&tag)) {
                    record.tags.push(short(&tag));
                }
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

    /// Notes, and the street with its postal code, which an organization has no field for; a line each. A person has no field for the town either.
    fn note(&self, row: Row<'_>, is_person: bool) -> String {
        let mut lines: Vec<String> = Vec::new();
        for (_, cell) in self.cells(row, Field::Note) {
            let text = words::without_breaks(cell);
            if says_nothing(&text) {
                continue;
            }
            if !lines.contains(&text) {
                lines.push(text);
            }
        }
        let street = [self.text(row, Field::Street), self.text(row, Field::PostalCode)];
        let street: Vec<&str> = street
            .iter()
            .map(|part| addresses::without_fraction(part))
            .filter(|part| !part.is_empty())
            .collect();
        let mut place = street.join(", ");
        if is_person {
            let mut town = [Field::City, Field::State].map(|field| self.text(row, field));
            if town.iter().all(String::is_empty) {
                town[0] = self.text(row, Field::Place);
            }
            for part in town.iter().filter(|part| !part.is_empty() && !says_nothing(part)) {
                if !place.is_empty() {
                    place.push_str(if place.ends_with(|c: char| c.is_ascii_digit()) {
                        " "
                    } else {
                        ", "
                    });
                }
                place.push_str(part);
            }
        }
        if !place.is_empty() {
            lines.push(place);
        }
        lines.join("\n")
    }

    /// When a row was sent in. A day without a time stays a day: which moments it is depends on the letter's zone.
    fn moment(&self, row: Row<'_>) -> Option<String> {
        let (column, cell) = self.cells(row, Field::Timestamp).next()?;
        let (local, timed, offset) = match row.moment(column) {
            // A workbook stores a day as its midnight.
            Some(exact) => (exact, exact.time() != NaiveTime::MIN, None),
            None => {
                let moment = dates::moment(cell, self.order)?;
                (moment.local, moment.timed, moment.offset)
            }
        };
        match offset {
            Some(minutes) => {
                let utc = local - chrono::Duration::minutes(i64::from(minutes));
                Some(base::time::store(utc.and_utc()))
            }
            None if !timed => Some(local.date().to_string()),
            None => in_zone(local, self.zone).map(base::time::store),
        }
    }
}

fn in_zone(local: NaiveDateTime, zone: Tz) -> Option<DateTime<Utc>> {
    zone.from_local_datetime(&local)
        .earliest()
        .map_or_else(|| Some(local.and_utc()), |at| Some(at.with_timezone(&Utc)))
}

/// A name without the marks that a page writes for signs: "AT&amp;T".
fn plain_signs(name: String) -> String {
    if !name.contains('&') || !name.contains(';') {
        return name;
    }
    [
        ("&amp;", "&"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&apos;", "'"),
        ("&nbsp;", " "),
        ("&rsquo;", "’"),
        ("&#8217;", "’"),
    ]
    .iter()
    .fold(name, |name, (mark, sign)| name.replace(mark, sign))
}

fn is_courtesy(prefix: &str) -> bool {
    let folded = fold(prefix);
    [
        "mr", "mrs", "ms", "miss", "mx", "sr", "sra", "srta", "mister", "frau", "herr", "herrn", "mme",
        "mlle", "m", "monsieur", "madame", "senor", "senora", "senorita", "senhor", "senhora", "don", "dona",
        "sr(a)", "mr/ms", "sig", "sig.ra", "signor", "signora", "dhr", "mevr",
    ]
    .contains(&folded.trim_end_matches('.'))
}

fn short(text: &str) -> String {
    text.chars().take(80).collect()
}

#[cfg(test)]
mod tests;
