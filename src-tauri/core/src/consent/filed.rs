//! What sign-ons rest on: which pieces of evidence each has, and of each piece what is asked of it.
//!
//! Of a letter it is read once for all who ask, and each piece once: a pasted list of thousands of names is what thousands of sign-ons
//! rest on, and as long.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use rusqlite::{Connection, Row, params};

use super::stamp::{Dated, Stamp};
use base::error::Result;
use vocabulary::Via;
use vocabulary::ids::{EvidenceId, LetterId, SignOnId};

/// So much of a text is shown in a row of the ledger, in characters.
const EXCERPT: u32 = 240;

/// A piece of evidence, without its text.
pub(crate) struct Piece {
    pub(crate) id: EvidenceId,
    pub(crate) via: Option<Via>,
    /// Who sent it, or empty.
    pub(crate) sender: String,
    pub(crate) stamp: Stamp,
    /// Whether it is an answer, and not a word about who may sign.
    pub(crate) is_answer: bool,
    /// The beginning of its text, or the name of a file without one; of a whole letter's alone.
    pub(crate) excerpt: Option<String>,
}

impl Piece {
    /// Whether it is in writing: what was said in a call or a meeting is not.
    pub(crate) fn is_written(&self) -> bool {
        self.via.is_none_or(Via::is_written)
    }
}

/// What the sign-ons of the letter that was looked at last rest on: its ledger, its block and its check ask one after the other.
#[derive(Default)]
pub(crate) struct FiledCache(Option<(LetterId, Arc<Filed>)>);

impl FiledCache {
    /// What the sign-ons of a letter rest on.
    pub(crate) fn of(&mut self, conn: &Connection, letter: LetterId) -> Result<Arc<Filed>> {
        if let Some((of, filed)) = &self.0
            && *of == letter
        {
            return Ok(Arc::clone(filed));
        }
        let filed = Arc::new(Filed::of_letter(conn, letter)?);
        self.0 = Some((letter, Arc::clone(&filed)));
        Ok(filed)
    }

    /// Forgets it where one of these tables makes it stale. A sign-on that comes or goes takes its links with it.
    pub(crate) fn note(&mut self, changed: &BTreeSet<String>) {
        if ["evidence", "sign_on_evidence"]
            .iter()
            .any(|table| changed.contains(*table))
        {
            self.0 = None;
        }
    }
}

/// The evidence of one sign-on, or of all of a letter.
pub(crate) struct Filed {
    /// In order.
    links: Vec<(SignOnId, EvidenceId)>,
    pieces: HashMap<EvidenceId, Piece>,
}

impl Filed {
    /// What all sign-ons of a letter rest on, with how the texts begin.
    fn of_letter(conn: &Connection, letter: LetterId) -> Result<Self> {
        let links = "FROM sign_on s JOIN sign_on_evidence l ON l.sign_on_id = s.id WHERE s.letter_id = ?1";
        let excerpt = format!("coalesce(nullif(substr(text, 1, {EXCERPT}), ''), nullif(name, ''))");
        Self::read(conn, links, letter.0, &excerpt)
    }

    /// What one sign-on rests on.
    pub(crate) fn of_sign_on(conn: &Connection, id: SignOnId) -> Result<Self> {
        Self::read(
            conn,
            "FROM sign_on_evidence l WHERE l.sign_on_id = ?1",
            id.0,
            "NULL",
        )
    }

    /// Reads the links that `links` names, of the letter or the sign-on with this id, and each piece that they lead to once.
    fn read(conn: &Connection, links: &str, id: i64, excerpt: &str) -> Result<Self> {
        let mut statement = conn.prepare_cached(&format!("SELECT l.sign_on_id, l.evidence_id {links}"))?;
        let found = statement.query_map(params![id], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let mut found: Vec<(SignOnId, EvidenceId)> = found.collect::<rusqlite::Result<_>>()?;
        found.sort_unstable();
        let mut statement = conn.prepare_cached(&format!(
            "SELECT id, via, sender, at, dated, entered, about = 'answer', {excerpt} FROM evidence
             WHERE id IN (SELECT l.evidence_id {links})"
        ))?;
        let pieces = statement.query_map(params![id], |row| Ok((row.get(0)?, piece(row)?)))?;
        Ok(Self {
            links: found,
            pieces: pieces.collect::<rusqlite::Result<_>>()?,
        })
    }

    /// The pieces that a sign-on rests on.
    pub(crate) fn of(&self, id: SignOnId) -> impl Iterator<Item = &Piece> + Clone {
        let from = self.links.partition_point(|(sign_on, _)| *sign_on < id);
        let links = self.links[from..]
            .iter()
            .take_while(move |(sign_on, _)| *sign_on == id);
        links.filter_map(|(_, evidence)| self.pieces.get(evidence))
    }

    /// Those that are answers.
    pub(crate) fn answers(&self, id: SignOnId) -> impl Iterator<Item = &Piece> + Clone {
        self.of(id).filter(|piece| piece.is_answer)
    }
}

fn piece(row: &Row) -> rusqlite::Result<Piece> {
    Ok(Piece {
        id: row.get(0)?,
        via: row.get(1)?,
        sender: row.get(2)?,
        stamp: Stamp {
            at: row.get(3)?,
            dated: Dated::of(row.get_ref(4)?.as_str()?),
            entered: row.get(5)?,
        },
        is_answer: row.get(6)?,
        excerpt: row.get(7)?,
    })
}
