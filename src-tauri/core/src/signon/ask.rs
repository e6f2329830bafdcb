//! Whom to ask: organizations from a search, a filter, the members, or those who signed before, each with the person to write
//! to, and why somebody is left out unless chosen.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::followup::{FollowupPerson, contact_of};
use super::{OutreachKind, Status, find_of, insert, outreach};
use crate::coalition::Coalition;
use crate::filter::Filter;
use crate::letter::Letter;
use crate::organization::{self, OrganizationFields, OrganizationRef, OrganizationSort};
use crate::person::PersonSort;
use base::error::{Error, Result};
use base::messages::Message;
use base::text::place;
use names::recognize::words::fold;
use store::journal::{Change, Op, Tx};
use vocabulary::ids::{FilterId, ImportId, LetterId, OrganizationId, PersonId};

/// Where those to ask come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
#[ts(export, export_to = "ledger/")]
pub enum AskSource {
    /// Every member.
    Members,
    /// What a saved filter finds; of people, their organizations.
    Filter {
        /// The filter.
        id: FilterId,
    },
    /// Who signed another letter.
    Letter {
        /// That letter.
        letter_id: LetterId,
    },
    /// Who signed the last letter on a topic.
    Topic {
        /// The topic.
        topic: String,
    },
    /// Whom an import brought or found.
    Import {
        /// That import.
        id: ImportId,
    },
    /// These.
    Organizations {
        /// The organizations.
        ids: Vec<OrganizationId>,
    },
}

/// An organization to ask, as it was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "ledger/")]
pub struct AskItem {
    /// The organization.
    pub organization_id: OrganizationId,
    /// Whom to write to there.
    pub person_id: Option<PersonId>,
}

/// Whom to put on a letter.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export, export_to = "ledger/")]
pub struct Asking {
    /// Organizations that are known.
    pub items: Vec<AskItem>,
    /// The names of organizations that are new to the coalition, and are added.
    #[serde(default)]
    pub names: Vec<String>,
    /// Whether they have been written to already, each the person to write to there: that is noted as the ask.
    #[serde(default)]
    pub asked: bool,
}

impl From<Vec<AskItem>> for Asking {
    /// Known organizations that are still to be asked.
    fn from(items: Vec<AskItem>) -> Self {
        Self {
            items,
            ..Self::default()
        }
    }
}

/// An organization that could be asked.
#[derive(Debug, Clone, PartialEq)]
pub struct AskRow {
    /// The organization.
    pub organization: OrganizationRef,
    /// City and state.
    pub place: String,
    /// Whom to write to there.
    pub person: Option<FollowupPerson>,
    /// Why it is left out unless somebody chooses it.
    pub why: Option<Message>,
    /// Whether it is chosen as long as nobody says otherwise.
    pub chosen: bool,
}

/// Whom a source would put on a letter.
#[derive(Debug, Clone, PartialEq)]
pub struct AskPlan {
    /// Those who are not on it yet, by name.
    pub rows: Vec<AskRow>,
    /// How many of the source are on it already.
    pub already: u32,
}

impl Coalition {
    /// Whom a source would put on a letter, each with the person to write to. Nothing is written.
    ///
    /// # Errors
    /// [`Error::NotFound`]; a rule when there is no earlier letter on the topic (field `topic`).
    pub fn plan_ask(&self, letter: LetterId, source: &AskSource) -> Result<AskPlan> {
        let letter = self.get_letter(letter)?;
        let language = self.get_block_options(letter.id)?.language;
        let named = matches!(source, AskSource::Organizations { .. });
        let declined = self.declined_last(&letter)?;
        let mut plan = AskPlan {
            rows: Vec::new(),
            already: 0,
        };
        for (id, person) in self.source_of(&letter, source)? {
            if find_of(&self.conn, letter.id, id)?.is_some() {
                plan.already += 1;
                continue;
            }
            let Some(row) = self.ask_row(&letter, id, person, &declined, &language)? else {
                continue;
            };
            plan.rows.push(AskRow {
                // Who was named one by one is meant.
                chosen: named || row.why.is_none(),
                ..row
            });
        }
        Ok(plan)
    }

    /// Puts organizations on a letter, to be asked or asked already, each with the person to write to. Those that are on it stay
    /// as they are. Gives back how many are new.
    ///
    /// # Errors
    /// [`Error::NotFound`], also of a person; a rule when nothing is chosen, or a new name is the name of an organization that is
    /// there (field `name`).
    pub fn ask(&mut self, letter: LetterId, asking: &Asking, now: DateTime<Utc>) -> Result<Change<usize>> {
        let count = asking.items.len() + asking.names.len();
        if count == 0 {
            return Err(Error::rule(Message::new("error-nothing-chosen")));
        }
        let fields = |name: &String| {
            organization::checked(&OrganizationFields {
                name: name.clone(),
                ..OrganizationFields::default()
            })
        };
        let new = asking.names.iter().map(fields).collect::<Result<Vec<_>>>()?;
        let title = self.get_letter(letter)?.title;
        let op = Op::AddSignOns {
            title: title.clone(),
            count,
        };
        self.transact(op, now, |tx| {
            let mut items = asking.items.clone();
            for fields in &new {
                organization::refuse_twin(tx.conn, &fields.name, None)?;
                items.push(AskItem {
                    organization_id: organization::insert(tx, fields)?,
                    person_id: None,
                });
            }
            let mut added = 0;
            for item in &items {
                if find_of(tx.conn, letter, item.organization_id)?.is_none() {
                    put(tx, letter, item, asking.asked)?;
                    added += 1;
                }
            }
            tx.op = Op::AddSignOns { title, count: added };
            Ok(added)
        })
    }

    /// The organizations of a source by name, each once, with the person where the source names one.
    fn source_of(
        &self,
        letter: &Letter,
        source: &AskSource,
    ) -> Result<Vec<(OrganizationId, Option<PersonId>)>> {
        let found: Vec<(OrganizationId, Option<PersonId>)> = match source {
            AskSource::Members => {
                let mut statement = self.conn.prepare_cached(
                    "SELECT o.id FROM organization o JOIN organization_list l ON l.organization_id = o.id
                     WHERE o.membership = 'member' ORDER BY l.sort_key, o.id",
                )?;
                let rows = statement.query_map([], |row| Ok((row.get(0)?, None)))?;
                rows.collect::<rusqlite::Result<_>>()?
            }
            AskSource::Filter { id } => self.filtered(*id)?,
            AskSource::Letter { letter_id } => {
                self.check_letter_exists(*letter_id)?;
                self.signed(*letter_id)?
            }
            AskSource::Topic { topic } => {
                let topic = topic.trim();
                let topic = if topic.is_empty() { &letter.topic } else { topic };
                let last = self.last_on(topic, letter.id)?.ok_or_else(|| {
                    Error::field(
                        "topic",
                        Message::new("error-no-letter-on-topic").text("topic", topic),
                    )
                })?;
                self.signed(last)?
            }
            AskSource::Import { id } => {
                // A row that was not taken names nobody. People who were imported are those to write to where they are now.
                let mut statement = self.conn.prepare_cached(
                    "SELECT o.id, NULL, r.position FROM import i JOIN import_row r ON r.import_id = i.id
                     JOIN organization o ON o.id = r.organization_id WHERE i.id = ?1 AND i.target <> 'people'
                     UNION ALL
                     SELECT a.organization_id, a.person_id, r.position FROM import i JOIN import_row r ON r.import_id = i.id
                     JOIN affiliation a ON a.person_id = r.person_id AND a.until IS NULL
                     WHERE i.id = ?1 AND i.target = 'people' ORDER BY 3",
                )?;
                let rows = statement.query_map([id], |row| Ok((row.get(0)?, row.get(1)?)))?;
                rows.collect::<rusqlite::Result<_>>()?
            }
            AskSource::Organizations { ids } => ids.iter().map(|id| (*id, None)).collect(),
        };
        let mut seen = HashSet::new();
        Ok(found.into_iter().filter(|(id, _)| seen.insert(*id)).collect())
    }

    fn filtered(&self, id: FilterId) -> Result<Vec<(OrganizationId, Option<PersonId>)>> {
        let filters = self.list_filters()?;
        let saved = filters
            .into_iter()
            .find(|saved| saved.id == id)
            .ok_or_else(|| Error::NotFound {
                what: "filter",
                reference: id.to_string(),
            })?;
        match saved.filter {
            Filter::Organizations(filter) => {
                let ids = self.list_organization_ids(&filter, OrganizationSort::default())?;
                Ok(ids.into_iter().map(|id| (id, None)).collect())
            }
            Filter::People(filter) => {
                let mut found = Vec::new();
                let mut statement = self.conn.prepare_cached(
                    "SELECT organization_id FROM affiliation WHERE person_id = ?1 AND until IS NULL
                     ORDER BY is_primary DESC, entered, id",
                )?;
                for person in self.list_person_ids(&filter, PersonSort::default())? {
                    let rows = statement.query_map([person], |row| row.get(0))?;
                    for organization in rows {
                        found.push((organization?, Some(person)));
                    }
                }
                Ok(found)
            }
        }
    }

    /// The organizations that signed a letter, by name, each with whom was written to then.
    fn signed(&self, letter: LetterId) -> Result<Vec<(OrganizationId, Option<PersonId>)>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT s.organization_id, s.person_id FROM sign_on s
             JOIN organization_list l ON l.organization_id = s.organization_id
             WHERE s.letter_id = ?1 AND s.status = 'confirmed' ORDER BY l.sort_key, s.organization_id",
        )?;
        let rows = statement.query_map([letter], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The last letter on a topic before this one.
    fn last_on(&self, topic: &str, except: LetterId) -> Result<Option<LetterId>> {
        if topic.is_empty() {
            return Ok(None);
        }
        Ok(self
            .conn
            .prepare_cached(
                "SELECT id FROM letter WHERE topic = ?1 COLLATE NOCASE AND id <> ?2
                 ORDER BY created_at DESC, entered DESC, id DESC LIMIT 1",
            )?
            .query_row(params![topic, except], |row| row.get(0))
            .optional()?)
    }

    /// Who declined the last letter on the same topic, and its title.
    fn declined_last(&self, letter: &Letter) -> Result<(HashSet<OrganizationId>, String)> {
        let Some(last) = self.last_on(&letter.topic, letter.id)? else {
            return Ok((HashSet::new(), String::new()));
        };
        let mut statement = self.conn.prepare_cached(
            "SELECT organization_id FROM sign_on
             WHERE letter_id = ?1 AND status = 'declined' AND organization_id IS NOT NULL",
        )?;
        let rows = statement.query_map([last], |row| row.get(0))?;
        Ok((
            rows.collect::<rusqlite::Result<_>>()?,
            self.get_letter(last)?.title,
        ))
    }

    fn ask_row(
        &self,
        letter: &Letter,
        id: OrganizationId,
        person: Option<PersonId>,
        declined: &(HashSet<OrganizationId>, String),
        language: &str,
    ) -> Result<Option<AskRow>> {
        let found = self
            .conn
            .prepare_cached(
                "SELECT name, city, state, never_signs, ask_first, membership = 'former',
                        EXISTS (SELECT 1 FROM affiliation a WHERE a.organization_id = o.id AND a.until IS NULL)
                 FROM organization o WHERE id = ?1",
            )?
            .query_row([id], |row| {
                Ok((
                    row.get::<_, String>(0)?,
                    place(&row.get::<_, String>(1)?, &row.get::<_, String>(2)?),
                    row.get::<_, String>(3)?,
                    row.get::<_, bool>(4)?,
                    row.get::<_, Option<bool>>(5)?.unwrap_or(false),
                    row.get::<_, bool>(6)?,
                ))
            })
            .optional()?;
        let Some((name, place, never_signs, ask_first, former, has_people)) = found else {
            return Ok(None);
        };
        let known = match person {
            Some(person) => super::followup::reachable(&self.conn, person)?,
            None => None,
        };
        let person = match known {
            Some(person) => Some(person),
            None => contact_of(&self.conn, id, language)?,
        };
        let why = if let Some(topic) = never(&never_signs, &letter.topic, &letter.title) {
            Some(Message::new("asking-never-signs").text("topic", topic))
        } else if declined.0.contains(&id) {
            Some(Message::new("asking-declined").text("title", &declined.1))
        } else if ask_first {
            Some(Message::new("asking-ask-first"))
        } else if former {
            Some(Message::new("asking-former"))
        } else if has_people && person.is_none() {
            Some(Message::new("asking-nobody-to-write-to"))
        } else {
            None
        };
        Ok(Some(AskRow {
            organization: OrganizationRef { id, name },
            place,
            person,
            why,
            chosen: false,
        }))
    }
}

/// Puts one organization on a letter within an action.
fn put(tx: &mut Tx, letter: LetterId, item: &AskItem, asked: bool) -> Result<()> {
    let id = insert(tx, letter, Some(item.organization_id), None, Status::ToAsk)?;
    if let Some(person) = item.person_id {
        let set = tx
            .conn
            .prepare_cached(
                "UPDATE sign_on SET person_id = (SELECT id FROM person WHERE id = ?2)
                 WHERE id = ?1 AND EXISTS (SELECT 1 FROM person WHERE id = ?2)",
            )?
            .execute(params![id, person])?;
        if set == 0 {
            return Err(Error::NotFound {
                what: "person",
                reference: person.to_string(),
            });
        }
    }
    if asked {
        outreach::log(tx, id, OutreachKind::Ask, None, "", None)?;
    }
    Ok(())
}

/// The topic that an organization never signs on, of those it names, when the letter is about it.
fn never<'a>(never_signs: &'a str, topic: &str, title: &str) -> Option<&'a str> {
    let (topic, title) = (fold(topic.trim()), fold(title));
    never_signs
        .split([',', ';', '/', '\n'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .find(|part| {
            let part = fold(part);
            let same = !topic.is_empty() && (topic.contains(&part) || part.contains(&topic));
            same || title
                .split(|c: char| !c.is_alphanumeric())
                .any(|word| word == part)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_topic_that_is_never_signed_is_found_in_the_letters_topic_and_title() {
        let habits = "Elections, gun control";
        assert_eq!(never(habits, "elections", "x"), Some("Elections"));
        assert_eq!(never(habits, "State elections 2026", "x"), Some("Elections"));
        assert_eq!(
            never(habits, "", "Free elections in every county"),
            Some("Elections")
        );
        assert_eq!(never(habits, "housing", "Extend rent assistance"), None);
        assert_eq!(never("", "elections", "Elections"), None);
    }
}
