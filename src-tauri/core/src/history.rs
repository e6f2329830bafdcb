//! The history as it is read: what was done to every letter and organization, by whom it was authorized, the latest first.
//!
//! It is written in `journal.rs` alone, and only grows: undo adds to it. One action is one entry, however many sign-ons it was
//! about. Entries are read as a stream, so that a page costs what lies before it and no more. Undoing an action of many lines is a
//! single line, which what each of them was about finds by the action.

use chrono::{DateTime, Days, NaiveDate, Utc};
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, params_from_iter};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::coalition::Coalition;
use crate::letter::LetterRef;
use crate::organization::OrganizationRef;
use crate::person::PersonRef;
use base::error::{Error, Result};
use base::messages::{Language, Message};
use base::time;
use names::recognize::words::fold;
use store::journal::{Action, Op};
use vocabulary::ids::{LetterId, OrganizationId, PersonId};

/// Of how many people whom one action removed the history says who they were.
const MOST_REMOVED: usize = 20;

/// Which part of the history; what is left out does not narrow it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(export, export_to = "history/")]
pub struct HistoryQuery {
    /// About this letter.
    pub letter_id: Option<LetterId>,
    /// About this organization.
    pub organization_id: Option<OrganizationId>,
    /// About this person, or authorized by them.
    pub person_id: Option<PersonId>,
    /// Whose sentence, details or names hold all of these words, accents and case aside.
    pub text: String,
    /// From this day on, `2020-12-15`, as this computer counts days.
    pub from: Option<String>,
    /// Up to and with this day.
    pub to: Option<String>,
    /// Only these: `do`, `undo`, `redo`, or words of actions such as `set-sign-on-status`.
    pub actions: Vec<String>,
    /// Only what lies before this entry: the last one of the page before.
    #[ts(type = "number | null")]
    pub before: Option<i64>,
    /// At most so many.
    pub limit: usize,
}

impl Default for HistoryQuery {
    fn default() -> Self {
        Self {
            letter_id: None,
            organization_id: None,
            person_id: None,
            text: String::new(),
            from: None,
            to: None,
            actions: Vec::new(),
            before: None,
            limit: 100,
        }
    }
}

/// One entry of the history.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// Its place: later ones are larger.
    pub seq: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// Done, undone or redone.
    pub action: Action,
    /// The action.
    pub op: Op,
    /// More than the action says, such as the name of one sign-on of many and what its status was.
    pub detail: String,
    /// The letter it was about, when it is about one that is still there.
    pub letter: Option<LetterRef>,
    /// The organization it was about, when it is about one that is still there.
    pub organization: Option<OrganizationRef>,
    /// People whom it removed, who are still gone: the first of them.
    pub removed: Vec<PersonRef>,
    /// Who authorized it, or empty.
    pub authorized_by: String,
    /// Who did it, as they named themselves then, or empty.
    pub author: String,
}

/// A part of the history.
#[derive(Debug, Clone, PartialEq)]
pub struct Events {
    /// The entries, the latest first.
    pub events: Vec<Event>,
    /// Whether there are earlier ones.
    pub more: bool,
}

/// The lines of one action, as they are gathered.
struct Entry {
    seq: i64,
    at: String,
    action: String,
    journal: i64,
    op: String,
    lines: usize,
    detail: String,
    letter: Option<i64>,
    organization: Option<i64>,
    people: Vec<PersonRef>,
    authorized_by: Vec<String>,
    author: String,
}

impl Coalition {
    /// The history, latest first: of one letter, or of everything.
    pub fn list_history(&self, letter: Option<LetterId>, limit: usize) -> Result<Vec<Event>> {
        let query = HistoryQuery {
            letter_id: letter,
            limit,
            ..HistoryQuery::default()
        };
        Ok(self.find_history(&query, Language::English)?.events)
    }

    /// A part of the history, latest first. The language is that of the sentences in which a text is looked for.
    ///
    /// # Errors
    /// A rule when a day can't be read (fields `from`, `to`).
    pub fn find_history(&self, query: &HistoryQuery, language: Language) -> Result<Events> {
        let (sql, values) = self.condition(query)?;
        let words: Vec<String> = query.text.split_whitespace().map(fold).collect();
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query(params_from_iter(values))?;
        let mut entries: Vec<Entry> = Vec::new();
        let mut label = String::new();
        let mut of_label = None;
        let mut more = false;
        while let Some(row) = rows.next()? {
            let (at, action): (String, String) = (row.get(1)?, row.get(2)?);
            let (journal, op): (i64, String) = (row.get(3)?, row.get(4)?);
            let detail: String = row.get(7)?;
            let authorized_by: String = row.get(8)?;
            if !words.is_empty() {
                if of_label.as_ref() != Some(&op) {
                    label = fold(&Op::read(&op).message().to_string(language));
                    of_label = Some(op.clone());
                }
                let line = fold(&format!("{detail} {authorized_by}"));
                if !words
                    .iter()
                    .all(|word| label.contains(word) || line.contains(word))
                {
                    continue;
                }
            }
            let seq = row.get(0)?;
            let person = row.get::<_, Option<PersonId>>(10)?.map(|id| PersonRef {
                id,
                name: detail.clone(),
            });
            let (letter, organization) = (row.get(5)?, row.get(6)?);
            let full = entries.len() >= query.limit;
            match entries.last_mut() {
                Some(last) if last.journal == journal && last.action == action && last.at == at => {
                    last.seq = seq;
                    last.lines += 1;
                    last.people
                        .extend(person.filter(|_| last.people.len() < MOST_REMOVED));
                    last.letter = last.letter.filter(|_| last.letter == letter);
                    last.organization = last.organization.filter(|_| last.organization == organization);
                    if !authorized_by.is_empty() && !last.authorized_by.contains(&authorized_by) {
                        last.authorized_by.push(authorized_by);
                    }
                }
                _ if full => {
                    more = true;
                    break;
                }
                _ => entries.push(Entry {
                    seq,
                    at,
                    action,
                    journal,
                    op,
                    lines: 1,
                    detail,
                    letter,
                    organization,
                    people: person.into_iter().collect(),
                    author: row.get(9)?,
                    authorized_by: Some(authorized_by)
                        .filter(|name| !name.is_empty())
                        .into_iter()
                        .collect(),
                }),
            }
        }
        let events = entries.into_iter().map(|entry| self.event(entry));
        Ok(Events {
            events: events.collect::<Result<_>>()?,
            more,
        })
    }

    fn event(&self, entry: Entry) -> Result<Event> {
        let name = |sql: &str, id: Option<i64>| -> Result<Option<(i64, String)>> {
            let Some(id) = id else { return Ok(None) };
            Ok(self
                .conn
                .prepare_cached(sql)?
                .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))
                .optional()?)
        };
        let letter = name("SELECT id, title FROM letter WHERE id = ?1", entry.letter)?;
        let organization = name(
            "SELECT id, name FROM organization WHERE id = ?1",
            entry.organization,
        )?;
        let op = Op::read(&entry.op);
        let mut removed = Vec::new();
        if matches!(op, Op::RemovePerson { .. } | Op::RemovePeople { .. }) {
            for person in entry.people {
                if name("SELECT id, name FROM person WHERE id = ?1", Some(person.id.0))?.is_none() {
                    removed.push(person);
                }
            }
        }
        let mut authorized_by = entry.authorized_by;
        // The lines were read from the last to the first.
        authorized_by.reverse();
        authorized_by.truncate(3);
        Ok(Event {
            seq: entry.seq,
            at: time::read(&entry.at)?,
            action: Action::of(&entry.action),
            op,
            removed,
            // What one of many was is no detail of the whole.
            detail: if entry.lines == 1 {
                entry.detail
            } else {
                String::new()
            },
            letter: letter.map(|(id, title)| LetterRef {
                id: LetterId(id),
                title,
            }),
            organization: organization.map(|(id, name)| OrganizationRef {
                id: OrganizationId(id),
                name,
            }),
            authorized_by: authorized_by.join(", "),
            author: entry.author,
        })
    }

    /// The query of a part of the history, and its values.
    fn condition(&self, query: &HistoryQuery) -> Result<(String, Vec<Value>)> {
        /// The columns, and where they are from.
        const LINES: &str = "SELECT seq, at, action, journal_id, op, letter_id, organization_id, detail, authorized_by, author, person_id
             FROM event";
        let mut values: Vec<Value> = Vec::new();
        let mut value = |value: Value| {
            values.push(value);
            format!("?{}", values.len())
        };
        // What a line is about; and what the line of an undo may say that is about more than that.
        let (mut about, mut open) = (Vec::new(), Vec::new());
        for (column, id) in [
            ("letter_id", query.letter_id.map(|id| id.0)),
            ("organization_id", query.organization_id.map(|id| id.0)),
        ] {
            if let Some(id) = id {
                let id = value(id.into());
                about.push(format!("{column} = {id}"));
                open.push(format!("({column} IS NULL OR {column} = {id})"));
            }
        }
        if let Some(person) = query.person_id {
            // A person who was deleted matches by id only: a name of NULL matches no line.
            let name = self.get_person(person).map(|person| person.name);
            let (id, name) = (
                value(person.0.into()),
                value(name.map_or(Value::Null, Value::from)),
            );
            about.push(format!("(person_id = {id} OR authorized_by = {name})"));
            open.push(format!("(person_id IS NULL OR person_id = {id})"));
        }
        let mut rest: Vec<String> = vec!["1".to_owned()];
        if let Some(from) = day("from", query.from.as_deref())? {
            let from = value(time::store(time::day_start(from)).into());
            rest.push(format!("at >= {from}"));
        }
        if let Some(to) = day("to", query.to.as_deref())? {
            let next = to.checked_add_days(Days::new(1)).unwrap_or(to);
            let next = value(time::store(time::day_start(next)).into());
            rest.push(format!("at < {next}"));
        }
        if let Some(before) = query.before {
            let before = value(before.into());
            rest.push(format!("seq < {before}"));
        }
        if !query.actions.is_empty() {
            let words = value(serde_json::to_string(&query.actions).unwrap_or_default().into());
            rest.push(format!(
                "EXISTS (SELECT 1 FROM json_each({words}) w
                         WHERE w.value IN (action, CASE WHEN json_valid(op) THEN op ->> 'op' END))"
            ));
        }
        let rest = rest.join(" AND ");
        if about.is_empty() {
            return Ok((format!("{LINES} WHERE {rest} ORDER BY seq DESC"), values));
        }
        let (about, open) = (about.join(" AND "), open.join(" AND "));
        let sql = format!(
            "{LINES} WHERE {about} AND {rest}
             UNION ALL
             {LINES} INDEXED BY event_not_do
             WHERE action <> 'do' AND {open} AND NOT coalesce({about}, 0) AND {rest}
               AND journal_id IN (SELECT journal_id FROM event WHERE {about})
             ORDER BY seq DESC"
        );
        Ok((sql, values))
    }
}

fn day(field: &'static str, text: Option<&str>) -> Result<Option<NaiveDate>> {
    let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) else {
        return Ok(None);
    };
    let day = text
        .parse()
        .map_err(|_| Error::field(field, Message::new("error-date-unreadable").text("text", text)))?;
    Ok(Some(day))
}
