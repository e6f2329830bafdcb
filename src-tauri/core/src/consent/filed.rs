//! What sign-ons rest on: which pieces of evidence each has, and of each piece what is asked of it.
//!
//! Of a letter it is read once for all who ask, and each piece once: a pasted list of thousands of names is what thousands of sign-ons
//! rest on, and as long.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use rusqlite::{Connection, Row};

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
    /// The beginning of its text, or the name of a file without one; where it was asked for.
    pub(crate) excerpt: Option<String>,
}

impl Piece {
    /// Whether it is in writing: what was said in a call or a meeting is not.
    pub(crate) fn is_written(&self) -> bool {
        self.via.is_none_or(Via::is_written)
    }
}

/// The evidence of one sign-on, or of all of a letter.
pub(crate) struct Filed {
    /// In order.
    links: Vec<(SignOnId, EvidenceId)>,
    pieces: HashMap<EvidenceId, Piece>,
}

impl Filed {
    /// What all sign-ons of a letter rest on.
    pub(crate) fn of_letter(conn: &Connection, letter: LetterId) -> Result<Self> {
        Self::read(conn, links_of_letter(conn, letter)?, "NULL")
    }

    /// The same, with how the texts begin.
    pub(crate) fn with_excerpts(conn: &Connection, letter: LetterId) -> Result<Self> {
        let excerpt = format!("coalesce(nullif(substr(text, 1, {EXCERPT}), ''), nullif(name, ''))");
        Self::read(conn, links_of_letter(conn, letter)?, &excerpt)
    }

    /// What one sign-on rests on.
    pub(crate) fn of_sign_on(conn: &Connection, id: SignOnId) -> Result<Self> {
        let mut statement = conn
            .prepare_cached("SELECT sign_on_id, evidence_id FROM sign_on_evidence WHERE sign_on_id = ?1")?;
        let links = statement.query_map([id], link)?;
        Self::read(conn, links.collect::<rusqlite::Result<_>>()?, "NULL")
    }

    fn read(conn: &Connection, mut links: Vec<(SignOnId, EvidenceId)>, excerpt: &str) -> Result<Self> {
        links.sort_unstable();
        let mut statement = conn.prepare_cached(&format!(
            "SELECT via, sender, at, dated, entered, about = 'answer', {excerpt} FROM evidence WHERE id = ?1"
        ))?;
        let mut pieces: HashMap<EvidenceId, Piece> = HashMap::new();
        for (_, id) in &links {
            if let Entry::Vacant(unread) = pieces.entry(*id) {
                unread.insert(statement.query_row([id], |row| piece(*id, row))?);
            }
        }
        Ok(Self { links, pieces })
    }

    /// The pieces that a sign-on rests on.
    pub(crate) fn of(&self, id: SignOnId) -> impl Iterator<Item = &Piece> {
        let from = self.links.partition_point(|(sign_on, _)| *sign_on < id);
        let links = self.links[from..]
            .iter()
            .take_while(move |(sign_on, _)| *sign_on == id);
        links.filter_map(|(_, evidence)| self.pieces.get(evidence))
    }

    /// Those that are answers.
    pub(crate) fn answers(&self, id: SignOnId) -> impl Iterator<Item = &Piece> {
        self.of(id).filter(|piece| piece.is_answer)
    }
}

fn links_of_letter(conn: &Connection, letter: LetterId) -> Result<Vec<(SignOnId, EvidenceId)>> {
    let mut statement = conn.prepare_cached(
        "SELECT l.sign_on_id, l.evidence_id FROM sign_on s JOIN sign_on_evidence l ON l.sign_on_id = s.id
         WHERE s.letter_id = ?1",
    )?;
    let links = statement.query_map([letter], link)?;
    Ok(links.collect::<rusqlite::Result<_>>()?)
}

fn link(row: &Row) -> rusqlite::Result<(SignOnId, EvidenceId)> {
    Ok((row.get(0)?, row.get(1)?))
}

fn piece(id: EvidenceId, row: &Row) -> rusqlite::Result<Piece> {
    Ok(Piece {
        id,
        via: row.get(0)?,
        sender: row.get(1)?,
        stamp: Stamp {
            at: row.get(2)?,
            dated: Dated::of(row.get_ref(3)?.as_str()?),
            entered: row.get(4)?,
        },
        is_answer: row.get(5)?,
        excerpt: row.get(6)?,
    })
}
