//! Versions: the texts of a letter, and what a new one asks of those who signed an earlier one.
//!
//! A sign-on is bound to the version it was given for (`signon::set_status`); who stands under the latest one is read
//! in `signon/standing.rs`. Two texts are compared in `version/compare.rs`.

mod compare;

use std::fs::File;
use std::io::Read;
use std::path::Path;

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::coalition::Coalition;
use base::error::{Error, Result};
use base::messages::Message;
use base::text::{check_length, one_line};
use reading::document::{self, LARGEST_DOCUMENT};
use store::journal::{Change, Op, Subject};
pub use vocabulary::Reconfirm;
use vocabulary::ids::{LetterId, VersionId};

pub use compare::{DiffKind, DiffParagraph, DiffPiece, PieceKind, VersionDiff, compare};

/// One text of a letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "versions/")]
pub struct Version {
    /// Its id.
    pub id: VersionId,
    /// 1, 2, 3 ... within the letter.
    pub number: u32,
    /// The text.
    pub text: String,
    /// What changed, in a line.
    pub summary: String,
    /// What those who signed an earlier text must do.
    pub reconfirm: Reconfirm,
    /// Until which day, `2020-12-15`.
    pub reconfirm_by: Option<String>,
    /// When it was added, ISO 8601 in UTC.
    pub created_at: String,
}

/// A text as it is given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "versions/")]
pub struct VersionFields {
    /// The text.
    pub text: String,
    /// What changed, in a line.
    pub summary: String,
    /// What those who signed an earlier text must do.
    pub reconfirm: Reconfirm,
    /// Until which day, `2020-12-15`.
    pub reconfirm_by: Option<String>,
}

/// The text of a letter in a file: a text as it is, or what a Word document, an OpenDocument, an RTF or a PDF says, its
/// paragraphs with an empty line between and its points below one another.
///
/// # Errors
/// A rule says why it can't be read.
pub fn text_of_file(bytes: &[u8]) -> Result<String> {
    if bytes.len() > LARGEST_DOCUMENT {
        return Err(Error::rule(Message::new("error-document-large")));
    }
    let read = document::text(bytes).map_err(|error| Error::rule(Message::new(error.message())))?;
    let Some(read) = read else {
        return Ok(reading::text::decode(bytes)?);
    };
    let mut text = String::with_capacity(read.len() * 2);
    let mut after_point = false;
    for line in read.lines().map(str::trim_end).filter(|line| !line.is_empty()) {
        let point = line.starts_with("- ");
        if !text.is_empty() {
            text.push_str(if point && after_point { "\n" } else { "\n\n" });
        }
        text.push_str(line);
        after_point = point;
    }
    Ok(text)
}

/// The text of a letter in a file, as [`text_of_file`] takes it.
///
/// # Errors
/// That it can't be read; a rule says why it is not taken.
pub fn read_letter(path: &Path) -> Result<String> {
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| file.take(LARGEST_DOCUMENT as u64 + 1).read_to_end(&mut bytes))
        .map_err(|error| Error::file(path, error))?;
    text_of_file(&bytes)
}

impl Coalition {
    /// The versions of a letter, the first one first.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such letter.
    pub fn list_versions(&self, letter: LetterId) -> Result<Vec<Version>> {
        self.check_letter_exists(letter)?;
        let mut statement = self.conn.prepare_cached(
            "SELECT id, number, text, summary, reconfirm, reconfirm_by, created_at FROM letter_version
             WHERE letter_id = ?1 ORDER BY number",
        )?;
        let rows = statement.query_map([letter], |row| {
            Ok(Version {
                id: row.get(0)?,
                number: row.get(1)?,
                text: row.get(2)?,
                summary: row.get(3)?,
                reconfirm: row.get(4)?,
                reconfirm_by: row.get(5)?,
                created_at: row.get(6)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The latest text of a letter; empty when it has none.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such letter.
    pub fn get_letter_text(&self, letter: LetterId) -> Result<String> {
        self.check_letter_exists(letter)?;
        let text: Option<String> = self
            .conn
            .prepare_cached(
                "SELECT text FROM letter_version WHERE letter_id = ?1 ORDER BY number DESC LIMIT 1",
            )?
            .query_row([letter], |row| row.get(0))
            .optional()?;
        Ok(text.unwrap_or_default())
    }

    /// Adds a version. The first one asks nothing of anybody, whatever is given.
    ///
    /// # Errors
    /// [`Error::NotFound`]; a rule: an empty text (field `text`), a date that can't be read (field `reconfirmBy`).
    pub fn add_version(
        &mut self,
        letter: LetterId,
        fields: &VersionFields,
        now: DateTime<Utc>,
    ) -> Result<Change<VersionId>> {
        let title = self.get_letter(letter)?.title;
        reading::text::check_text(&fields.text).map_err(|error| Error::from(error).in_field("text"))?;
        check_length("summary", &one_line(&fields.summary))?;
        let by = fields
            .reconfirm_by
            .as_deref()
            .map(str::trim)
            .filter(|text| !text.is_empty());
        let by = by
            .map(|text| {
                text.parse::<NaiveDate>()
                    .map(|date| date.to_string())
                    .map_err(|_| {
                        Error::field(
                            "reconfirmBy",
                            Message::new("error-date-unreadable").text("text", text),
                        )
                    })
            })
            .transpose()?;
        let number = self.list_versions(letter)?.last().map_or(0, |last| last.number) + 1;
        let reconfirm = if number == 1 {
            Reconfirm::None
        } else {
            fields.reconfirm
        };
        self.transact(Op::AddVersion { title, number }, now, |tx| {
            let id = VersionId(tx.id());
            tx.conn.execute(
                "INSERT INTO letter_version (id, letter_id, number, text, summary, reconfirm, reconfirm_by, created_at, entered)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                params![
                    id,
                    letter,
                    number,
                    fields.text,
                    one_line(&fields.summary),
                    reconfirm,
                    by.filter(|_| reconfirm != Reconfirm::None),
                    tx.at(),
                    tx.place_in_history()?,
                ],
            )?;
            tx.event(Subject { letter: Some(letter), detail: one_line(&fields.summary), ..Subject::default() });
            Ok(id)
        })
    }
}

/// The id of a letter's latest version.
pub(crate) fn latest(conn: &Connection, letter: LetterId) -> Result<Option<VersionId>> {
    Ok(conn
        .prepare_cached("SELECT id FROM letter_version WHERE letter_id = ?1 ORDER BY number DESC LIMIT 1")?
        .query_row([letter], |row| row.get(0))
        .optional()?)
}
