//! Findings that somebody accepted, with a name and a word. One is known by its kind, its sign-on and the facts it rests on, so
//! that it comes back when those change.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use rusqlite::params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::coalition::Coalition;
use base::error::{Error, Result};
use base::messages::Message;
use base::text::{check_length, one_line};
use store::journal::{Change, Op, Subject};
use vocabulary::ids::LetterId;

/// A finding that somebody accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export, export_to = "check/")]
pub struct Settled {
    /// Who.
    pub by: String,
    /// In their words.
    pub word: String,
    /// When, ISO 8601 in UTC.
    pub at: String,
}

impl Coalition {
    /// Accepts a finding as it is, with a name and a word. It comes back when the facts that it rests on change.
    ///
    /// # Errors
    /// As [`Self::settle_findings`].
    pub fn settle_finding(
        &mut self,
        letter: LetterId,
        id: &str,
        by: &str,
        word: &str,
        now: DateTime<Utc>,
    ) -> Result<Change<()>> {
        self.settle_findings(letter, &[id.to_owned()], by, word, now)
    }

    /// Accepts several findings with one name and one word, as one step to undo.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] when the check finds no such thing now; a rule: nothing says who or why, or a finding is of an
    /// entry that rests on nothing.
    pub fn settle_findings(
        &mut self,
        letter: LetterId,
        ids: &[String],
        by: &str,
        word: &str,
        now: DateTime<Utc>,
    ) -> Result<Change<()>> {
        let (by, word) = (one_line(by), one_line(word));
        for (field, text) in [("by", &by), ("word", &word)] {
            if text.is_empty() {
                return Err(Error::field(field, Message::new("error-settle-empty")));
            }
            check_length(field, text)?;
        }
        let options = self.get_block_options(letter)?;
        let found = self.check_letter(letter, &options, now)?;
        let by_id: HashMap<String, _> = found.iter().map(|finding| (finding.id(), finding)).collect();
        let mut settled = Vec::with_capacity(ids.len());
        for id in ids {
            let finding = by_id.get(id).ok_or_else(|| Error::NotFound {
                what: "finding",
                reference: id.clone(),
            })?;
            if !finding.kind.may_be_settled() {
                return Err(Error::rule(Message::new("error-settle-no-ground")));
            }
            settled.push((id, finding.sign_on));
        }
        let op = Op::SettleFinding {
            title: self.get_letter(letter)?.title,
        };
        self.transact(op, now, |tx| {
            for (id, sign_on) in settled {
                tx.conn.execute(
                    "DELETE FROM settled_finding WHERE letter_id = ?1 AND finding = ?2",
                    params![letter, id],
                )?;
                let row = tx.id();
                tx.conn.execute(
                    "INSERT INTO settled_finding (id, letter_id, finding, settled_by, word, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                    params![row, letter, id, by, word, tx.at()],
                )?;
                tx.event(Subject {
                    letter: Some(letter),
                    sign_on,
                    detail: format!("{by}: {word}"),
                    ..Subject::default()
                });
            }
            Ok(())
        })
    }

    /// What was accepted of a letter's findings, by what each is known by.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn settled_findings(&self, letter: LetterId) -> Result<HashMap<String, Settled>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT finding, settled_by, word, at FROM settled_finding WHERE letter_id = ?1",
        )?;
        let rows = statement.query_map([letter], |row| {
            Ok((
                row.get(0)?,
                Settled {
                    by: row.get(1)?,
                    word: row.get(2)?,
                    at: row.get(3)?,
                },
            ))
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
