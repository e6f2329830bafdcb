//! The list of people, of any length: filtered, sorted and paged in SQL, and one field of many changed at once.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, Row, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{add_tag, record_event};
use crate::coalition::Coalition;
use crate::organization::OrganizationColumn;
use crate::search::Searched;
use base::error::{Error, Result};
use base::messages::Message;
use base::progress::{ProgressFn, each, no_progress};
use base::text::{check_length, clean_tags, one_line};
use store::condition::{Condition, Link, Ordering, matching};
use store::journal::{Change, Op, Tx};
use vocabulary::ids::{ImportId, OrganizationId, PersonId};
use vocabulary::string_enum;

string_enum! {
    /// What the list of people can be sorted by.
    PersonColumn {
        /// Surname, then the whole name.
        Name = "name",
        /// The organization where they are.
        Organization = "organization",
        /// Their role there.
        Role = "role",
        /// The email to write to.
        Email = "email",
    }
}

impl PersonColumn {
    pub(crate) fn ordering(self) -> Ordering {
        let (index, terms): (_, &'static [&'static str]) = match self {
            Self::Name => ("person_list_by_name", &["l.sort_key"]),
            Self::Organization => (
                "person_list_by_organization",
                &["l.organization_key", "l.sort_key"],
            ),
            Self::Role => ("person_list_by_role", &["l.role COLLATE NOCASE", "l.sort_key"]),
            Self::Email => ("person_list_by_email", &["l.email COLLATE NOCASE", "l.sort_key"]),
        };
        Ordering {
            table: "person_list",
            index,
            id: "person_id",
            terms,
            tables: match self {
                Self::Name => &["person"],
                Self::Organization | Self::Role => &["person", "affiliation", "organization"],
                Self::Email => &["person", "contact_point"],
            },
        }
    }
}

/// By what the list is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export, export_to = "people/")]
pub struct PersonSort {
    /// The column.
    pub column: PersonColumn,
    /// The other way round.
    pub reversed: bool,
}

impl Default for PersonSort {
    fn default() -> Self {
        Self {
            column: PersonColumn::Name,
            reversed: false,
        }
    }
}

string_enum! {
    /// A field of a person that is changed by itself.
    PersonField {
        /// The name; of one person only.
        Name = "name",
        /// Pronouns.
        Pronouns = "pronouns",
        /// Whether they want to hear nothing: yes or no.
        DoNotContact = "do-not-contact",
        /// The role where they are now.
        Role = "role",
        /// A tag to add.
        AddTag = "add-tag",
        /// A tag to take off.
        RemoveTag = "remove-tag",
    }
}

/// Which people; what is left empty does not narrow them. Within a list one of its values is enough (of the tags all).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(export, export_to = "people/")]
pub struct PersonFilter {
    /// What the box of the list finds: by themselves or by their organization.
    pub text: String,
    /// At this organization, now or before.
    pub organization_id: Option<OrganizationId>,
    /// At organizations in these states or regions.
    pub states: Vec<String>,
    /// Who speak one of these languages.
    pub languages: Vec<String>,
    /// All of these tags.
    pub tags: Vec<String>,
    /// Whether they may sign somewhere.
    pub may_sign: Option<bool>,
    /// Whether they are the one to write to somewhere.
    pub primary: Option<bool>,
    /// Whether they are still somewhere.
    pub current: Option<bool>,
    /// Whether they want to hear nothing.
    pub do_not_contact: Option<bool>,
    /// Whether an email is known.
    pub has_email: Option<bool>,
    /// Whether a phone is known.
    pub has_phone: Option<bool>,
    /// Who came with this import, or were found by it.
    pub import_id: Option<ImportId>,
}

/// A row of the list of people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "people/")]
pub struct PersonRow {
    /// Their id.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// Their pronouns.
    pub pronouns: String,
    /// The organization where they are.
    pub organization_id: Option<OrganizationId>,
    /// Its name.
    pub organization: Option<String>,
    /// At how many organizations they are or were.
    pub organizations: u32,
    /// Their role there.
    pub role: String,
    /// The email to write to.
    pub email: Option<String>,
    /// The phone to call.
    pub phone: Option<String>,
    /// Their languages, the preferred one first.
    pub languages: Vec<String>,
    /// Whether they may sign somewhere.
    pub may_sign: bool,
    /// Whether they are the one to write to somewhere.
    pub primary: bool,
    /// Whether they want to hear nothing.
    pub do_not_contact: bool,
    /// Their tags.
    pub tags: Vec<String>,
    /// What the coordinator wants to remember.
    pub note: String,
}

/// A part of the list of people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export, export_to = "people/")]
pub struct PersonPage {
    /// How many there are in all.
    pub total: u32,
    /// Those of this part.
    pub rows: Vec<PersonRow>,
}

impl Coalition {
    /// A part of the list of people.
    pub fn list_people(
        &self,
        filter: &PersonFilter,
        sort: PersonSort,
        offset: usize,
        limit: usize,
    ) -> Result<PersonPage> {
        let Some(condition) = condition(self, filter)? else {
            return Ok(PersonPage {
                total: 0,
                rows: Vec::new(),
            });
        };
        let ordering = sort.column.ordering();
        let (total, ids) = self.page_of(&ordering, &condition, sort.reversed, offset, limit)?;
        Ok(PersonPage {
            total,
            rows: rows(&self.conn, &ids)?,
        })
    }

    /// The ids of all people that a filter finds, in order.
    pub fn list_person_ids(&self, filter: &PersonFilter, sort: PersonSort) -> Result<Vec<PersonId>> {
        let Some(condition) = condition(self, filter)? else {
            return Ok(Vec::new());
        };
        let ordering = sort.column.ordering();
        let (_, ids) = self.page_of(&ordering, &condition, sort.reversed, 0, usize::MAX)?;
        Ok(ids.into_iter().map(PersonId).collect())
    }

    /// The rows of these people, in the order given; one who is not there is left out.
    pub fn list_person_rows(&self, ids: &[PersonId]) -> Result<Vec<PersonRow>> {
        rows(&self.conn, &ids.iter().map(|id| id.0).collect::<Vec<_>>())
    }

    /// Sets a field of people to what was typed; an empty value empties it. One action, however many.
    ///
    /// # Errors
    /// [`Error::NotFound`]; a rule when the value can't be that of the field, or for the name of several (field `value`).
    pub fn set_person_field(
        &mut self,
        ids: &[PersonId],
        field: PersonField,
        value: &str,
        now: DateTime<Utc>,
    ) -> Result<Change<usize>> {
        self.set_person_field_watched(ids, field, value, now, &mut no_progress)
    }

    /// [`Coalition::set_person_field`] of very many, which can be stopped: then nothing is changed.
    ///
    /// # Errors
    /// As that one; [`Error::Cancelled`].
    pub fn set_person_field_watched(
        &mut self,
        ids: &[PersonId],
        field: PersonField,
        value: &str,
        now: DateTime<Utc>,
        watch: ProgressFn,
    ) -> Result<Change<usize>> {
        let value = one_line(value);
        check_length("value", &value)?;
        if field == PersonField::Name {
            if ids.len() != 1 {
                return Err(Error::field("value", Message::new("error-one-name-each")));
            }
            base::text::check_name("value", &value)?;
        }
        let op = match ids {
            [only] => Op::SetPerson {
                name: self.get_person(*only)?.name,
            },
            _ => Op::SetPeople { count: ids.len() },
        };
        self.transact(op, now, |tx| {
            each(ids, watch, |id| set(tx, *id, field, &value))?;
            Ok(ids.len())
        })
    }
}

fn set(tx: &mut Tx, id: PersonId, field: PersonField, value: &str) -> Result<()> {
    let before = super::find(tx.conn, id)?.ok_or_else(|| super::not_found(id.to_string()))?;
    match field {
        PersonField::Name => {
            tx.conn
                .execute("UPDATE person SET name = ?2 WHERE id = ?1", params![id, value])?;
        }
        PersonField::Pronouns => {
            tx.conn.execute(
                "UPDATE person SET pronouns = ?2 WHERE id = ?1",
                params![id, value],
            )?;
        }
        PersonField::DoNotContact => {
            let wanted = crate::organization::yes(value)?;
            tx.conn.execute(
                "UPDATE person SET do_not_contact = ?2 WHERE id = ?1",
                params![id, wanted],
            )?;
        }
        PersonField::Role => {
            tx.conn.execute(
                "UPDATE affiliation SET role = ?2 WHERE id = (SELECT id FROM affiliation WHERE person_id = ?1
                 ORDER BY until IS NOT NULL, is_primary DESC, entered, id LIMIT 1)",
                params![id, value],
            )?;
        }
        PersonField::AddTag => {
            for tag in clean_tags(&[value.to_owned()]) {
                add_tag(tx, id, &tag)?;
            }
        }
        PersonField::RemoveTag => {
            tx.conn.execute(
                "DELETE FROM person_tag WHERE person_id = ?1 AND tag = ?2 COLLATE NOCASE",
                params![id, value],
            )?;
        }
    }
    record_event(tx, id, format!("{}: {}: {value}", before.name, field.word()));
    Ok(())
}

/// How many people a filter finds.
pub(crate) fn count(coalition: &Coalition, filter: &PersonFilter) -> Result<u32> {
    match condition(coalition, filter)? {
        Some(condition) => coalition.count_of(&PersonColumn::Name.ordering(), &condition),
        None => Ok(0),
    }
}

/// Who is, or was, at an organization.
pub(crate) static AT_ORGANIZATIONS: Link = Link {
    from: || OrganizationColumn::Name.ordering(),
    to: || PersonColumn::Name.ordering(),
    table: "affiliation",
    sql: "SELECT organization_id, person_id FROM affiliation",
};

/// At which organization the list shows a person.
pub(crate) static LISTED_AT: Link = Link {
    from: || OrganizationColumn::Name.ordering(),
    to: || PersonColumn::Name.ordering(),
    table: "affiliation",
    sql: "SELECT organization_id, person_id FROM person_list WHERE organization_id IS NOT NULL",
};

/// Of each way to name the languages that somebody speaks, who speak those: there are few ways, which the index steps through, and
/// many people.
const SPEAKING: &str = "
    WITH RECURSIVE spoken (languages) AS (
      SELECT min(languages) FROM person WHERE languages <> ''
      UNION ALL
      SELECT (SELECT min(p.languages) FROM person p WHERE p.languages <> '' AND p.languages > s.languages)
        FROM spoken s WHERE s.languages IS NOT NULL)
    SELECT p.id FROM spoken s CROSS JOIN person p ON p.languages <> '' AND p.languages = s.languages";

/// The filter as SQL over `person_list l`; None when nothing can match.
fn condition(coalition: &Coalition, filter: &PersonFilter) -> Result<Option<Condition>> {
    let mut all = Condition::default();
    if !filter.text.trim().is_empty() {
        let [people, organizations] =
            coalition.match_queries([Searched::People, Searched::Organizations], &filter.text)?;
        if people.is_none() && organizations.is_none() {
            return Ok(None);
        }
        // A query that can't match stands for one that nothing matches.
        let nothing = || "\"\u{1}\"".to_owned();
        let mut theirs = Condition::default();
        theirs.among(
            crate::organization::FOUND_BY_WORDS,
            [organizations.unwrap_or_else(nothing).into()],
        );
        all.among_or_linked(
            "SELECT rowid FROM person_search WHERE person_search MATCH ?",
            [people.unwrap_or_else(nothing).into()],
            &AT_ORGANIZATIONS,
            theirs,
        );
    }
    if let Some(id) = filter.organization_id {
        all.among(
            "SELECT person_id FROM affiliation WHERE organization_id = ?",
            [id.0.into()],
        );
    }
    if let Some(import) = filter.import_id {
        // A row of an import that was taken back names nobody.
        all.among(
            "SELECT r.person_id FROM import i JOIN import_row r ON r.import_id = i.id
             WHERE i.id = ? AND r.person_id IS NOT NULL",
            [import.0.into()],
        );
    }
    let mut states = Condition::default();
    states.one_of(
        "l.state COLLATE NOCASE",
        filter.states.iter().map(|state| state.clone().into()),
    );
    all.linked(&LISTED_AT, states);
    let mut languages = Condition::default();
    languages.any(
        "' ' || s.languages || ' ' LIKE ? ESCAPE '\\'",
        filter
            .languages
            .iter()
            .map(|language| store::condition::contains(&format!(" {} ", language.trim()))),
    );
    all.among_those(SPEAKING, languages);
    for tag in &filter.tags {
        all.among(
            "SELECT person_id FROM person_tag WHERE tag = ? COLLATE NOCASE",
            [tag.clone().into()],
        );
    }
    // Of each, an index holds those for whom it is so, or is not where those are fewer.
    let flags = [
        (filter.may_sign, true, "may_sign", "may_sign"),
        (filter.primary, true, "is_primary", "primary"),
        (filter.current, false, "is_current", "gone"),
        (filter.do_not_contact, true, "do_not_contact", "do_not_contact"),
        (filter.has_phone, false, "has_phone", "no_phone"),
    ];
    for (wanted, indexed, column, index) in flags {
        let not = if indexed { "" } else { "NOT " };
        all.whether_among(
            wanted.map(|wanted| wanted == indexed),
            &format!("SELECT person_id FROM person_list INDEXED BY person_list_{index} WHERE {not}{column}"),
        );
    }
    all.whether_among(
        filter.has_email.map(|has| !has),
        "SELECT person_id FROM person_list WHERE email COLLATE NOCASE = char(0x10FFFF)",
    );
    Ok(Some(all))
}

// SQL ---------------------------------------------------------------------------------------------------------------

fn rows(conn: &Connection, ids: &[i64]) -> Result<Vec<PersonRow>> {
    let mut statement = conn.prepare_cached(
        "SELECT p.id, p.name, p.pronouns, l.organization_id,
           (SELECT name FROM organization o WHERE o.id = l.organization_id),
           (SELECT count(DISTINCT organization_id) FROM affiliation a WHERE a.person_id = p.id),
           nullif(l.role, char(0x10FFFF)), nullif(l.email, char(0x10FFFF)),
           (SELECT value FROM contact_point c WHERE c.person_id = p.id AND kind = 'phone'
            ORDER BY preferred DESC, entered, id LIMIT 1),
           p.languages, l.may_sign, l.is_primary, l.do_not_contact,
           (SELECT coalesce(group_concat(tag, char(10) ORDER BY tag COLLATE NOCASE), '') FROM person_tag
            WHERE person_id = p.id), p.note
         FROM person p JOIN person_list l ON l.person_id = p.id WHERE p.id = ?1",
    )?;
    matching(ids, |id| Ok(statement.query_row([id], from_row)?))
}

fn from_row(row: &Row) -> rusqlite::Result<PersonRow> {
    let words = |at: usize, part: char| -> rusqlite::Result<Vec<String>> {
        let text: String = row.get(at)?;
        Ok(text
            .split(part)
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect())
    };
    Ok(PersonRow {
        id: row.get(0)?,
        name: row.get(1)?,
        pronouns: row.get(2)?,
        organization_id: row.get(3)?,
        organization: row.get(4)?,
        organizations: row.get(5)?,
        role: row.get::<_, Option<String>>(6)?.unwrap_or_default(),
        email: row.get(7)?,
        phone: row.get(8)?,
        languages: words(9, ' ')?,
        may_sign: row.get(10)?,
        primary: row.get(11)?,
        do_not_contact: row.get(12)?,
        tags: words(13, '\n')?,
        note: row.get(14)?,
    })
}
