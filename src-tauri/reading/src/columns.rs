//! Which column is what: a guess that a person sees and corrects, and that is remembered for the next file.
//!
//! Owns the fields that a row can have, the guess by headings (`columns/headings.rs`) and by content (`columns/kinds.rs`),
//! which program an export came from, and the form in which a mapping is remembered. It deliberately does not read the
//! values into organizations or people, and decides nothing about a row.

mod cells;
mod content;
mod desks;
mod field;
mod headings;
mod kinds;
mod nobody;
mod origin;
mod persons;
mod scripts;
mod settle;
mod spots;
mod tongues;
mod veto;
mod vocabulary;

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::answer::{asks_to_sign, is_about_letter};
use crate::table::Table;
use names::recognize::words::fold;

pub use cells::signs_as;
pub use desks::names_a_desk;
pub use field::Field;
pub use headings::{
    LEVELS, heading_points, is_generic_heading, is_heading, is_import_id, is_person_word,
    names_a_sort_of_body, names_where_somebody_is, plain,
};
pub use kinds::{Kind, is_answer, kind, names_a_person, names_an_organization};
pub use nobody::{is_error_value, names_nobody, says_nothing};

use content::{Content, by_content};
use headings::{Meaning, UNSURE_CONSENT, in_a_language, meaning};

/// How it was found what a column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export, export_to = "reading/", rename = "MappedBy")]
pub enum By {
    /// By its heading.
    Heading,
    /// By what is in it: to be looked at by a person.
    Content,
    /// As a person said for an earlier file with this heading, or for this one.
    Person,
}

/// A column with what it is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export, export_to = "reading/")]
pub struct Assignment {
    /// The column, from 0.
    pub column: usize,
    /// What it is for.
    pub field: Field,
    /// How that was found.
    pub by: By,
    /// Among several columns of one field, the highest comes first.
    pub weight: u8,
    /// Whose it is, where the columns of a row name several people; from 0.
    #[serde(default, skip_serializing_if = "is_first")]
    #[ts(skip)]
    pub person: u8,
}

#[allow(clippy::trivially_copy_pass_by_ref)] // As serde asks for it.
fn is_first(person: &u8) -> bool {
    *person == 0
}

/// The program or form that a table came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export, export_to = "reading/", rename = "ImportOrigin")]
pub enum Origin {
    /// The answers to a Google Form: they have a timestamp, and come again with more.
    GoogleForm,
    /// The answers to a form of Microsoft's.
    MicrosoftForm,
    /// The answers to a survey of SurveyMonkey's.
    SurveyMonkey,
    /// The answers to a form of Typeform's.
    Typeform,
    /// The answers to a form of JotForm's.
    JotForm,
    /// An export of Google Contacts.
    GoogleContacts,
    /// An export of Outlook.
    Outlook,
    /// An export of Thunderbird's address book.
    Thunderbird,
    /// An export of CiviCRM.
    CiviCrm,
    /// An export of Action Network.
    ActionNetwork,
    /// An export of NationBuilder.
    NationBuilder,
    /// An export of EveryAction or of VAN.
    EveryAction,
    /// An export of Mailchimp.
    Mailchimp,
    /// Address cards.
    Cards,
    /// Anything else.
    Other,
}

/// What every column of a table is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export, export_to = "reading/")]
pub struct Mapping {
    /// The columns that are used, from the left.
    pub columns: Vec<Assignment>,
    /// Where the table came from.
    pub origin: Origin,
}

impl Origin {
    /// Whether each row is an answer that somebody sent in.
    pub fn is_form(self) -> bool {
        matches!(
            self,
            Self::GoogleForm | Self::MicrosoftForm | Self::SurveyMonkey | Self::Typeform | Self::JotForm
        )
    }

    /// The name that the program goes by; none where nothing is known of it.
    pub fn name(self) -> Option<&'static str> {
        Some(match self {
            Self::GoogleForm => "Google Forms",
            Self::MicrosoftForm => "Microsoft Forms",
            Self::SurveyMonkey => "SurveyMonkey",
            Self::Typeform => "Typeform",
            Self::JotForm => "JotForm",
            Self::GoogleContacts => "Google Contacts",
            Self::Outlook => "Outlook",
            Self::Thunderbird => "Thunderbird",
            Self::CiviCrm => "CiviCRM",
            Self::ActionNetwork => "Action Network",
            Self::NationBuilder => "NationBuilder",
            Self::EveryAction => "EveryAction",
            Self::Mailchimp => "Mailchimp",
            Self::Cards | Self::Other => return None,
        })
    }
}

impl Mapping {
    /// The column of a field, the best of several.
    pub fn column(&self, field: Field) -> Option<usize> {
        self.columns_of(field).first().copied()
    }

    /// All columns of a field, best first.
    pub fn columns_of(&self, field: Field) -> Vec<usize> {
        self.columns_of_person(field, 0)
    }

    /// How many people the columns of a row name; one, or none, is one.
    pub fn people(&self) -> u8 {
        self.columns
            .iter()
            .map(|column| column.person)
            .max()
            .unwrap_or(0)
            .saturating_add(1)
    }

    /// All columns of a field of one of several people in a row, best first.
    pub fn columns_of_person(&self, field: Field, person: u8) -> Vec<usize> {
        let mut found: Vec<&Assignment> = self
            .columns
            .iter()
            .filter(|column| column.field == field && column.person == person)
            .collect();
        found.sort_by_key(|column| (std::cmp::Reverse(column.weight), column.column));
        found.iter().map(|column| column.column).collect()
    }

    /// What a column is for.
    pub fn field(&self, column: usize) -> Option<Field> {
        self.columns
            .iter()
            .find(|assigned| assigned.column == column)
            .map(|assigned| assigned.field)
    }

    /// Says what a column is for, as a person does; another column that was it gives way where only one may be.
    pub fn set(&mut self, column: usize, field: Option<Field>) {
        self.columns.retain(|assigned| {
            assigned.column != column
                && (Some(assigned.field) != field || assigned.field.may_repeat() || assigned.person > 0)
        });
        if let Some(field) = field {
            self.columns.push(Assignment {
                column,
                field,
                by: By::Person,
                weight: u8::MAX,
                person: 0,
            });
        }
        self.columns.sort_by_key(|assigned| assigned.column);
    }

    /// The mapping as it is remembered for the next file with these headings. What was only guessed by what is in a column is guessed
    /// again: nobody said that it is right, though its rows were imported or asked about.
    pub fn remember(&self, table: &Table) -> Remembered {
        let headings = table.headings();
        let guessed = |column: usize| {
            (self.columns.iter()).any(|assigned| assigned.column == column && assigned.by == By::Content)
        };
        let fields = headings
            .iter()
            .enumerate()
            .filter(|(column, heading)| !heading.is_empty() && !guessed(*column));
        Remembered {
            fingerprint: fingerprint(&headings),
            fields: fields
                .map(|(column, heading)| ((*heading).to_owned(), self.field(column)))
                .collect(),
        }
    }

    /// The mapping of a table whose headings are remembered. Columns that are new since are guessed.
    pub fn recall(table: &Table, remembered: &Remembered) -> Self {
        let mut known: HashMap<String, Vec<Option<Field>>> = HashMap::new();
        // From the end, so that of two columns of one heading the first is taken first.
        for (heading, field) in remembered.fields.iter().rev() {
            known.entry(with_numbers(heading)).or_default().push(*field);
        }
        let mut mapping = guess(table);
        for (column, heading) in table.headings().into_iter().enumerate() {
            // What is guessed just so keeps whose it is.
            let by_content = (mapping.columns.iter())
                .any(|assigned| assigned.column == column && assigned.by == By::Content);
            if let Some(field) = known.get_mut(&with_numbers(heading)).and_then(Vec::pop)
                && (field != mapping.field(column) || field.is_none() || by_content)
            {
                mapping.set(column, field);
            }
        }
        mapping
    }
}

/// A mapping as it is remembered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export, export_to = "reading/")]
pub struct Remembered {
    /// What the headings are known by: see [`fingerprint`].
    pub fingerprint: String,
    /// What each heading was for; `None` when a person left the column out.
    pub fields: Vec<(String, Option<Field>)>,
}

/// What a table's headings are known by: equal for the same headings in any order and any case, and stable between
/// versions. FNV-1a of 64 bits, in hexadecimal; it protects nothing and needs no key.
pub fn fingerprint(headings: &[&str]) -> String {
    let mut plain: Vec<String> = headings
        .iter()
        .filter(|heading| !heading.is_empty())
        .map(|heading| with_numbers(heading))
        .collect();
    plain.sort();
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in plain.join("\u{1f}").bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    format!("{hash:016x}")
}

/// A heading folded with its numbers, which tell "Email 1" from "Email 2" where a mapping is remembered.
fn with_numbers(heading: &str) -> String {
    fold(heading)
}

/// The several values that Google's exports write in one cell, the starred one first.
pub fn values(cell: &str) -> Vec<&str> {
    let mut values: Vec<&str> = cell
        .split(" ::: ")
        .map(str::trim)
        .filter(|value| !value.is_empty())
        .collect();
    values.sort_by_key(|value| !value.starts_with("* "));
    values
        .into_iter()
        .map(|value| value.strip_prefix("* ").unwrap_or(value))
        .collect()
}

/// What a heading alone says that its column is.
pub(crate) fn field_of(heading: &str) -> Option<Field> {
    match meaning(heading) {
        // "Name" by itself may be anybody's.
        Some(Meaning::Field(field, 3..)) => Some(field),
        _ => None,
    }
}

/// What the columns of a table seem to be for.
pub fn guess(table: &Table) -> Mapping {
    let given = table.headings();
    let bare = headings::without_letters(&given);
    let headings: Vec<&str> = match &bare {
        Some(bare) => bare.iter().map(String::as_str).collect(),
        None => given,
    };
    let origin = origin::origin(&headings);
    let mut contents: Vec<Content> = (0..table.width())
        .map(|column| Content::of_column(table, column))
        .collect();
    let mut found: Vec<Assignment> = Vec::new();
    let mut aside: Vec<usize> = Vec::new();
    for (column, heading) in headings.iter().enumerate() {
        match meaning(heading) {
            Some(Meaning::Field(field, weight)) => found.push(Assignment {
                column,
                field,
                by: if field == Field::Consent && weight == UNSURE_CONSENT {
                    By::Content
                } else {
                    By::Heading
                },
                weight,
                person: 0,
            }),
            Some(Meaning::Aside) => aside.push(column),
            // "Executive Director" and "Policy contact" above names.
            None if names_an_office(heading) && contents[column].people * 2 > contents[column].full => {
                found.push(Assignment {
                    column,
                    field: Field::FullName,
                    by: By::Heading,
                    weight: 5,
                    person: 0,
                });
            }
            None => {}
        }
    }
    // The same in several languages: the one that most can read is meant.
    let spoken: Vec<Option<(usize, String)>> =
        headings.iter().map(|heading| in_a_language(heading)).collect();
    let mut translated: Vec<(usize, usize)> = Vec::new();
    found.retain(|assigned| {
        let Some((rank, name)) = &spoken[assigned.column] else {
            return true;
        };
        let better = spoken
            .iter()
            .enumerate()
            .filter_map(|(column, spoken)| Some((spoken.as_ref()?, column)))
            .filter(|((other, same), _)| same == name && other < rank)
            .min_by_key(|((other, _), _)| *other);
        if let Some((_, better)) = better {
            aside.push(assigned.column);
            translated.push((assigned.column, better));
        }
        better.is_none()
    });
    if origin == Origin::GoogleContacts {
        // There "Type" is home or work, and "Short Name" the person's.
        found.retain(|assigned| !matches!(assigned.field, Field::Kind | Field::Alias | Field::SignsAs));
    }
    for assigned in &found {
        let of_names = match assigned.field {
            Field::Organization => {
                assigned.weight <= 2
                    || matches!(
                        plain(headings[assigned.column]).as_str(),
                        "endorser" | "endorsers" | "signatories" | "firmantes" | "signataires" | "members"
                    )
            }
            Field::Title => {
                assigned.weight <= 3 || settle::TITLES.contains(&plain(headings[assigned.column]).as_str())
            }
            field => matches!(field, Field::Parent | Field::FullName),
        };
        if of_names {
            contents[assigned.column].judge(table, assigned.column);
        }
    }
    // "SORT_NAME" beside "NAME" says the same in another order, where it says anything.
    if headings
        .iter()
        .any(|heading| matches!(meaning(heading), Some(Meaning::Field(Field::Organization, 2))))
    {
        found.retain(|assigned| {
            let sorts = matches!(plain(headings[assigned.column]).as_str(), "sort name" | "file as");
            if sorts {
                aside.push(assigned.column);
            }
            !sorts
        });
    }
    settle::trust_numbered(&mut found, &headings);
    // A sort of body above the few words of a choice names none.
    found.retain(|assigned| {
        let content = &contents[assigned.column];
        assigned.field != Field::Organization
            || assigned.weight > 1
            || content.full < 6
            || content.distinct * 3 > content.full
            || content.of(Kind::Answer) * 2 > content.full
    });
    settle::turn_departments(&mut found, &headings, table);
    settle::settle_headings(&mut found, &headings, &contents);
    aside.extend(settle::pass_over_officials(&mut found, &headings));
    aside.extend(veto::veto(&mut found, &headings, &contents));
    // What an organization is called in another language is a name of it too.
    for (column, better) in translated {
        let organization =
            |assigned: &Assignment| assigned.field == Field::Organization && assigned.column == better;
        if found.iter().any(organization) && contents[column].full > 0 {
            aside.retain(|left| *left != column);
            found.push(Assignment {
                column,
                field: Field::Alias,
                by: By::Heading,
                weight: 5,
                person: 0,
            });
        }
    }
    // What is hidden in a sheet is for its owner: it is said, and used only where a person says so.
    found.retain(|assigned| !table.hidden_columns().contains(&assigned.column));
    aside.extend(table.hidden_columns());
    settle::leave_one_kind(&mut found);
    persons::tell_apart(&mut found, &headings);
    take_statements(table, &mut found, &headings, &contents);
    // A column without anything in it gives way to one that has.
    let filled: Vec<Field> = found
        .iter()
        .filter(|assigned| contents[assigned.column].full > 0)
        .map(|assigned| assigned.field)
        .collect();
    for assigned in &mut found {
        if contents[assigned.column].full == 0 && filled.contains(&assigned.field) {
            assigned.weight = assigned.weight.min(1);
        }
    }
    settle::print_as_named(&mut found, &headings, &contents);
    settle::keep_the_surest(&mut found, table);
    if table.header().is_none() {
        for (column, content) in contents.iter_mut().enumerate() {
            content.judge(table, column);
        }
        if let Some((given, family)) = persons::named_by_addresses(table, &contents) {
            let of = |column, field| Assignment {
                column,
                field,
                by: By::Content,
                weight: 1,
                person: 0,
            };
            found.extend([of(given, Field::FirstName), of(family, Field::LastName)]);
        }
    }
    // Below headings of which none names anybody, the names may tell themselves.
    let nameless = !found.iter().any(|assigned| {
        matches!(
            assigned.field,
            Field::Organization | Field::FullName | Field::FirstName | Field::LastName
        )
    });
    if nameless && table.header().is_some() {
        for (column, content) in contents.iter_mut().enumerate() {
            content.judge(table, column);
        }
    }
    let spots: Vec<usize> = (0..headings.len())
        .filter(|column| spots::names_a_spot(headings[*column]))
        .collect();
    by_content(&mut found, &aside, &contents, table.header().is_some(), &spots);
    found.sort_by_key(|assigned| assigned.column);
    Mapping {
        columns: found,
        origin,
    }
}

/// The office that stands above a column of names: "Executive Director", "Board Chair name".
pub fn office_above(heading: &str) -> Option<&str> {
    let own = heading.rsplit(LEVELS).next().unwrap_or(heading).trim();
    let lower = own.to_lowercase();
    let end = if lower.ends_with(" name") {
        own.len() - " name".len()
    } else {
        own.len()
    };
    let office = own.get(..end)?.trim_end_matches(|c: char| " :*".contains(c));
    let plain = plain(office);
    let words: Vec<&str> = plain.split(' ').collect();
    let is_office = |word: Option<&&str>| word.is_some_and(|word| headings::OFFICES.contains(word));
    (words.len() <= 4 && (is_office(words.first()) || is_office(words.last()))).then_some(office)
}

/// Whether a heading is an office, or a word for whoever stands for an organization with a word for what: "Board Chair",
/// "Policy contact".
fn names_an_office(heading: &str) -> bool {
    let plain = plain(heading);
    let words: Vec<&str> = plain.split(' ').collect();
    let person = |word: Option<&&str>| word.is_some_and(|word| headings::is_person_word(word));
    office_above(heading).is_some() || words.len() <= 4 && (person(words.first()) || person(words.last()))
}

/// Boxes and questions of a form that say in words of their own what is agreed to: the words stand in the rows where they were
/// ticked, or above a column of ticks and answers. Whoever did not tick them gave no answer, whatever is chosen for all rows.
fn take_statements(table: &Table, found: &mut Vec<Assignment>, headings: &[&str], contents: &[Content]) {
    let is_sure = |assigned: &Assignment| match assigned.field {
        Field::Consent => assigned.weight > UNSURE_CONSENT,
        field => field == Field::Status,
    };
    if found.iter().any(is_sure) {
        return;
    }
    // Marks for several letters, one beside the other, say of none that it is the one.
    let of_letters = contents.iter().zip(headings).filter(|(content, heading)| {
        content.full > 0 && content.of(Kind::Answer) == content.full && is_about_letter(heading)
    });
    let several = of_letters.count() > 1;
    for (column, content) in contents.iter().enumerate() {
        let heading = headings.get(column).copied().unwrap_or_default();
        // A name that a program gave a column states nothing.
        if !heading.contains(' ') && !content.is_statement() {
            continue;
        }
        // One remark in a column of remarks is no box.
        let known = meaning(heading).is_some();
        let repeats = content.full > content.distinct || content.full == 1 && !known;
        let by = if content.is_statement() && repeats {
            By::Content
        } else if content.full > 0 && content.of(Kind::Answer) == content.full && is_about_letter(heading) {
            if asks_to_sign(heading) {
                By::Heading
            } else if several {
                continue;
            } else {
                By::Content
            }
        } else {
            continue;
        };
        if table.hidden_columns().contains(&column) {
            continue;
        }
        found.retain(|assigned| assigned.column != column);
        found.push(Assignment {
            column,
            field: Field::Consent,
            by,
            weight: UNSURE_CONSENT + 1,
            person: 0,
        });
    }
}

/// Whether a heading says in which language or script its column is: `name_en`, "Nom (FR)".
pub fn is_in_a_language(heading: &str) -> bool {
    in_a_language(heading).is_some()
}

/// The field that a heading names as a whole.
pub fn field_of_heading(heading: &str) -> Option<Field> {
    match meaning(heading) {
        Some(Meaning::Field(field, _)) if is_heading(heading) => Some(field),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
