//! Editions: a block as it was sent, frozen. Later sign-ons make a later edition; what differs is told.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::check::Settled;
use crate::coalition::Coalition;
use base::error::{Error, Result};
use base::messages::{Language, Message, sentence_of_json};
use base::text::{check_length, one_line};
use blocks::{self, BlockOptions, Format, Labels, SignatoryBlock};
use store::journal::{Change, Op, Subject, Tx};
use vocabulary::ids::{EditionId, LetterId, OrganizationId, SignOnId};

/// An edition without its forms.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "editions/")]
pub struct Edition {
    /// Its id.
    pub id: EditionId,
    /// 1, 2, 3 ... within the letter.
    pub number: u32,
    /// What it was for: "To the Senate office".
    pub label: String,
    /// When it was frozen, ISO 8601 in UTC.
    pub at: String,
    /// The number of the text it stood under.
    pub version: Option<u32>,
    /// How many names stand in it.
    pub count: u32,
    /// When a person was struck out of it who was forgotten, ISO 8601 in UTC; the copy that went out is as it was.
    pub struck_at: Option<String>,
}

/// A name that reads otherwise in a later edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export, export_to = "editions/")]
pub struct Renamed {
    /// In the earlier edition.
    pub before: String,
    /// In the later edition.
    pub after: String,
}

/// A finding of the check that somebody had accepted when an edition was frozen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Accepted {
    /// The finding as it is kept, in no language.
    message: String,
    /// Who accepted it.
    pub by: String,
    /// In their words.
    pub word: String,
    /// When, ISO 8601 in UTC.
    pub at: String,
}

impl Accepted {
    /// What was found, in a language.
    pub fn sentence(&self, language: Language) -> String {
        sentence_of_json(&self.message, language).unwrap_or_else(|| self.message.clone())
    }
}

/// What differs between two editions.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export, export_to = "editions/")]
pub struct EditionDiff {
    /// Names only in the later one, in its order.
    pub added: Vec<String>,
    /// Names only in the earlier one, in its order.
    pub removed: Vec<String>,
    /// Names that read otherwise.
    pub renamed: Vec<Renamed>,
}

impl EditionDiff {
    /// Whether the two list the same names, whatever their order.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.removed.is_empty() && self.renamed.is_empty()
    }

    /// What differs, as sentences for an email to those who have the earlier one.
    pub fn sentence(&self, language: Language) -> String {
        if self.is_empty() {
            return Message::new("edition-same-names").to_string(language);
        }
        let names = |names: &[String]| blocks::join_names(names, language.tag());
        let mut sentences = Vec::new();
        for (id, listed) in [("edition-added", &self.added), ("edition-removed", &self.removed)] {
            if !listed.is_empty() {
                let message = Message::new(id)
                    .number("count", listed.len())
                    .text("names", names(listed));
                sentences.push(message.to_string(language));
            }
        }
        if !self.renamed.is_empty() {
            let renamed: Vec<String> = self
                .renamed
                .iter()
                .map(|name| {
                    Message::new("edition-renamed-name")
                        .text("before", &name.before)
                        .text("after", &name.after)
                        .to_string(language)
                })
                .collect();
            let message = Message::new("edition-renamed")
                .number("count", renamed.len())
                .text("names", names(&renamed));
            sentences.push(message.to_string(language));
        }
        sentences
            .iter()
            // A name that ends in a full stop brings the sentence's own.
            .map(|sentence| match sentence.strip_suffix("..") {
                Some(one) => format!("{one}."),
                None => sentence.clone(),
            })
            .collect::<Vec<_>>()
            .join(" ")
    }
}

impl Coalition {
    /// Freezes the block of a letter as it stands, in every form, with the findings of the check that were accepted.
    ///
    /// # Errors
    /// [`Error::NotFound`]; a rule when nobody stands in the block.
    pub fn freeze_edition(
        &mut self,
        letter: LetterId,
        options: &BlockOptions,
        labels: &dyn Labels,
        label: &str,
        now: DateTime<Utc>,
    ) -> Result<Change<EditionId>> {
        let title = self.get_letter(letter)?.title;
        check_length("label", &one_line(label))?;
        let block = self.get_block(letter, options, labels)?;
        if block.is_empty() {
            return Err(Error::rule(Message::new("error-edition-empty")));
        }
        let json = serde_json::to_string(&block).map_err(|_| Error::Damaged)?;
        let accepted: Vec<Accepted> = self
            .check_letter(letter, options, now)?
            .into_iter()
            .filter_map(|finding| {
                let Settled { by, word, at } = finding.settled?;
                let message = finding.message.to_json();
                Some(Accepted {
                    message,
                    by,
                    word,
                    at,
                })
            })
            .collect();
        let accepted = serde_json::to_string(&accepted).map_err(|_| Error::Damaged)?;
        let number = self.list_editions(letter)?.last().map_or(0, |last| last.number) + 1;
        self.transact(Op::FreezeEdition { title, number }, now, |tx| {
            let id = EditionId(tx.id());
            let version = crate::version::latest(tx.conn, letter)?;
            tx.conn.execute(
                "INSERT INTO edition (id, letter_id, number, label, at, version_id, block, accepted)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                params![
                    id,
                    letter,
                    number,
                    one_line(label),
                    tx.at(),
                    version,
                    json,
                    accepted
                ],
            )?;
            for format in Format::ALL {
                // A form that can't be made is no reason not to keep the others.
                if let Ok(content) = blocks::render(&block, *format) {
                    tx.conn.execute(
                        "INSERT INTO edition_form (edition_id, format, content) VALUES (?1, ?2, ?3)",
                        params![id, format.word(), content],
                    )?;
                }
            }
            insert_names(tx, id, &block)?;
            tx.event(Subject {
                letter: Some(letter),
                detail: one_line(label),
                ..Subject::default()
            });
            Ok(id)
        })
    }

    /// The findings of the check that somebody had accepted when an edition was frozen.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Damaged`] when they can't be read.
    pub fn list_accepted(&self, edition: EditionId) -> Result<Vec<Accepted>> {
        let json: String = self
            .conn
            .prepare_cached("SELECT accepted FROM edition WHERE id = ?1")?
            .query_row([edition], |row| row.get(0))
            .optional()?
            .ok_or_else(|| Error::NotFound {
                what: "edition",
                reference: edition.to_string(),
            })?;
        serde_json::from_str(&json).map_err(|_| Error::Damaged)
    }

    /// The editions of a letter, the first one first.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such letter.
    pub fn list_editions(&self, letter: LetterId) -> Result<Vec<Edition>> {
        self.check_letter_exists(letter)?;
        let mut statement = self
            .conn
            .prepare_cached(&format!("{EDITION} WHERE letter_id = ?1 ORDER BY number"))?;
        let rows = statement.query_map([letter], from_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The edition of a letter with this number.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn get_edition(&self, letter: LetterId, number: u32) -> Result<Edition> {
        let found = self
            .list_editions(letter)?
            .into_iter()
            .find(|edition| edition.number == number);
        found.ok_or_else(|| Error::NotFound {
            what: "edition",
            reference: number.to_string(),
        })
    }

    /// An edition as it goes on the clipboard: as HTML, as text, and how many names stand in it.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn get_edition_to_copy(&self, edition: EditionId) -> Result<(String, String, u32)> {
        let copied = |format| -> Result<String> {
            let mut text =
                String::from_utf8(self.get_edition_form(edition, format)?).map_err(|_| Error::Damaged)?;
            // A file ends with a newline, the clipboard does not.
            if text.ends_with('\n') {
                text.pop();
            }
            Ok(text)
        };
        let (html, text) = (copied(Format::Html)?, copied(Format::Text)?);
        let count = self
            .conn
            .prepare_cached(&format!("{EDITION} WHERE id = ?1"))?
            .query_row([edition], from_row)?
            .count;
        Ok((html, text, count))
    }

    /// The block of an edition as it was frozen, to be shown.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Damaged`] when it can't be read.
    pub fn get_edition_block(&self, edition: EditionId) -> Result<SignatoryBlock> {
        let json: String = self
            .conn
            .prepare_cached("SELECT block FROM edition WHERE id = ?1")?
            .query_row([edition], |row| row.get(0))
            .optional()?
            .ok_or_else(|| Error::NotFound {
                what: "edition",
                reference: edition.to_string(),
            })?;
        serde_json::from_str(&json).map_err(|_| Error::Damaged)
    }

    /// A form of an edition, byte for byte as it was sent.
    ///
    /// # Errors
    /// [`Error::NotFound`], also when the edition was frozen before the format was known.
    pub fn get_edition_form(&self, edition: EditionId, format: Format) -> Result<Vec<u8>> {
        self.conn
            .prepare_cached("SELECT content FROM edition_form WHERE edition_id = ?1 AND format = ?2")?
            .query_row(params![edition, format.word()], |row| row.get(0))
            .optional()?
            .ok_or_else(|| Error::NotFound {
                what: "edition",
                reference: format.word().to_owned(),
            })
    }

    /// What differs between two editions of a letter, by number.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn diff_editions(&self, letter: LetterId, earlier: u32, later: u32) -> Result<EditionDiff> {
        let mut before = self.names(self.get_edition(letter, earlier)?.id)?;
        let mut after = self.names(self.get_edition(letter, later)?.id)?;
        // What is sent to the addressee names nobody who is not to be named since.
        let unnamed = self.unnamed(letter)?;
        let is_named = |(who, _): &(Who, String)| !unnamed.contains(who);
        before.retain(is_named);
        after.retain(is_named);
        Ok(diff(&before, &after))
    }

    /// Those on a letter who are not to be named now.
    fn unnamed(&self, letter: LetterId) -> Result<BTreeSet<Who>> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT id, organization_id FROM sign_on WHERE letter_id = ?1 AND unnamed = 1")?;
        let rows = statement.query_map([letter], |row| {
            let organization: Option<OrganizationId> = row.get(1)?;
            Ok(match organization {
                Some(id) => Who::Organization(id),
                None => Who::SignOn(row.get(0)?),
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    fn names(&self, edition: EditionId) -> Result<Vec<(Who, String)>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT organization_id, sign_on_id, name FROM edition_name WHERE edition_id = ?1 ORDER BY position",
        )?;
        let rows = statement.query_map([edition], |row| {
            let name: String = row.get(2)?;
            let who = match (
                row.get::<_, Option<OrganizationId>>(0)?,
                row.get::<_, Option<SignOnId>>(1)?,
            ) {
                (Some(id), _) => Who::Organization(id),
                (None, Some(id)) => Who::SignOn(id),
                (None, None) => Who::Name(name.clone()),
            };
            Ok((who, name))
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

/// Who a name in an edition stands for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Who {
    Organization(OrganizationId),
    SignOn(SignOnId),
    Name(String),
}

fn diff(before: &[(Who, String)], after: &[(Who, String)]) -> EditionDiff {
    let then: BTreeMap<&Who, &String> = before.iter().map(|(who, name)| (who, name)).collect();
    let now: BTreeMap<&Who, &String> = after.iter().map(|(who, name)| (who, name)).collect();
    let mut found = EditionDiff::default();
    for (who, name) in after {
        match then.get(who) {
            None => found.added.push(name.clone()),
            Some(before) if *before != name => {
                found.renamed.push(Renamed {
                    before: (*before).clone(),
                    after: name.clone(),
                });
            }
            Some(_) => {}
        }
    }
    found.removed = before
        .iter()
        .filter(|(who, _)| !now.contains_key(who))
        .map(|(_, name)| name.clone())
        .collect();
    // A merge makes one name another's: what prints in both editions neither came nor went.
    for name in std::mem::take(&mut found.added) {
        match found.removed.iter().position(|gone| *gone == name) {
            Some(at) => {
                found.removed.remove(at);
            }
            None => found.added.push(name),
        }
    }
    found
}

// SQL ---------------------------------------------------------------------------------------------------------------

const EDITION: &str = "SELECT id, number, label, at,
        (SELECT number FROM letter_version v WHERE v.id = version_id),
        (SELECT count(*) FROM edition_name WHERE edition_id = id), struck_at
 FROM edition";

fn from_row(row: &Row) -> rusqlite::Result<Edition> {
    Ok(Edition {
        id: row.get(0)?,
        number: row.get(1)?,
        label: row.get(2)?,
        at: row.get(3)?,
        version: row.get(4)?,
        count: row.get(5)?,
        struck_at: row.get(6)?,
    })
}

fn insert_names(tx: &mut Tx, edition: EditionId, block: &SignatoryBlock) -> Result<()> {
    let entries = block.groups.iter().flat_map(|group| &group.entries);
    for (position, entry) in entries.enumerate() {
        tx.conn
            .prepare_cached(
                "INSERT INTO edition_name (edition_id, position, sign_on_id, organization_id, name)
                 VALUES (?1, ?2, ?3, (SELECT organization_id FROM sign_on WHERE id = ?3), ?4)",
            )?
            .execute(params![
                edition,
                position as i64,
                entry.sign_on,
                entry.cell(blocks::PartKind::Name)
            ])?;
    }
    Ok(())
}

/// Removes the editions of a letter that is removed, within that action.
pub(crate) fn remove_of(tx: &mut Tx, letter: LetterId) -> Result<()> {
    for table in ["edition_name", "edition_form"] {
        tx.conn.execute(
            &format!("DELETE FROM {table} WHERE edition_id IN (SELECT id FROM edition WHERE letter_id = ?1)"),
            [letter],
        )?;
    }
    tx.conn
        .execute("DELETE FROM edition WHERE letter_id = ?1", [letter])?;
    Ok(())
}
