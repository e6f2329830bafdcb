//! Evidence: the texts, messages and files that sign-ons rest on. One can carry several sign-ons, a sign-on can rest on several.
//!
//! A file is kept whole in the coalition (`stored_file.rs`) and comes out byte for byte. Of a message (`.eml`) its sender,
//! subject and date are shown; reading it is `import/mail.rs`. Nothing in a file is run, followed or fetched.

use std::path::Path;

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::status::{given, moment};
use super::{Status, Via, get};
use crate::coalition::Coalition;
use crate::consent::{Stamp, is_filed, stamp_for};
use base::error::{Error, Result};
use base::messages::Message;
use base::text::{LONGEST_TEXT, one_line};
use reading::mail;
use store::journal::{Change, Op, Tx};
use store::stored_file;
use vocabulary::ids::{EvidenceId, SignOnId};

/// As much of a file's text is shown, in bytes.
const LONGEST_SHOWN: usize = 64 * 1024;

/// The longest name of a file, in characters.
const LONGEST_FILE_NAME: usize = 200;

/// A file that evidence is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export, export_to = "ledger/")]
pub struct EvidenceFile {
    /// Its name, without any path.
    pub name: String,
    /// Its media type, by its name: `message/rfc822`.
    pub media: String,
    /// Its size in bytes.
    #[ts(type = "number")]
    pub bytes: i64,
    /// The SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
}

/// A piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "ledger/")]
pub struct EvidenceItem {
    /// Its id.
    pub id: EvidenceId,
    /// How it came.
    pub via: Option<Via>,
    /// Its text, or empty: of a message, the writer's own words.
    pub text: String,
    /// When it came, ISO 8601 in UTC.
    pub at: String,
    /// The file, where it is one.
    pub file: Option<EvidenceFile>,
    /// Who sent a message, or empty.
    pub sender: String,
    /// What a message is about, or empty.
    pub subject: String,
    /// When a message was sent, as it says itself, ISO 8601 in UTC.
    pub sent_at: Option<String>,
    /// How many sign-ons rest on it.
    pub shared_by: u32,
}

/// A file as it was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptFile {
    /// Its name, without any path.
    pub name: String,
    /// Its bytes.
    pub content: Vec<u8>,
}

impl Coalition {
    /// What a sign-on rests on, the earliest first.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn list_evidence(&self, sign_on: SignOnId) -> Result<Vec<EvidenceItem>> {
        get(&self.conn, sign_on)?;
        let mut statement = self.conn.prepare_cached(
            "SELECT e.id, e.via, e.text, e.at, e.name, e.media, e.bytes, e.sha256, e.sender, e.subject, e.sent_at,
                    (SELECT count(*) FROM sign_on_evidence o WHERE o.evidence_id = e.id)
             FROM sign_on_evidence se JOIN evidence e ON e.id = se.evidence_id
             WHERE se.sign_on_id = ?1 ORDER BY e.at, e.entered, e.id",
        )?;
        let rows = statement.query_map([sign_on], from_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Keeps a text that sign-ons rest on; their status stays as it is.
    ///
    /// # Errors
    /// [`Error::NotFound`]; a rule: nothing is chosen, an empty or very long text (field `text`), a date that can't be read
    /// (field `at`).
    pub fn add_evidence(
        &mut self,
        sign_ons: &[SignOnId],
        via: Option<Via>,
        text: &str,
        at: Option<&str>,
        now: DateTime<Utc>,
    ) -> Result<Change<EvidenceId>> {
        let text =
            given(Some(text)).ok_or_else(|| Error::field("text", Message::new("error-evidence-empty")))?;
        check_evidence("text", &text)?;
        let at = moment("at", at)?;
        let op = Op::AddEvidence {
            name: self.name_of(sign_ons)?,
            count: sign_ons.len(),
        };
        self.transact(op, now, |tx| {
            let stamp = stamp_for(tx, sign_ons.first().copied(), at.as_deref())?;
            let id = insert(tx, via, &text, &stamp)?;
            attach_all(tx, sign_ons, id, &stamp.at, &text)?;
            Ok(id)
        })
    }

    /// Keeps a file that sign-ons rest on, whole; a message shows who sent it, about what and when.
    ///
    /// # Errors
    /// [`Error::NotFound`]; a rule: nothing is chosen, an empty file or one of more than 25 MB (field `file`).
    pub fn add_evidence_file(
        &mut self,
        sign_ons: &[SignOnId],
        via: Option<Via>,
        name: &str,
        content: &[u8],
        now: DateTime<Utc>,
    ) -> Result<Change<EvidenceId>> {
        stored_file::check(content)?;
        let op = Op::AddEvidence {
            name: self.name_of(sign_ons)?,
            count: sign_ons.len(),
        };
        let file = FileRead::new(name, content, now);
        self.transact(op, now, |tx| {
            let id = insert_file(tx, via, &file, content)?;
            attach_all(tx, sign_ons, id, &file.at, &file.name)?;
            Ok(id)
        })
    }

    /// The file that a piece of evidence is, byte for byte.
    ///
    /// # Errors
    /// [`Error::NotFound`], also for evidence that is no file; [`Error::Damaged`].
    pub fn get_evidence_file(&self, id: EvidenceId) -> Result<KeptFile> {
        let (name, sha): (String, String) = self
            .conn
            .prepare_cached("SELECT name, sha256 FROM evidence WHERE id = ?1 AND sha256 IS NOT NULL")?
            .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?
            .ok_or_else(|| Error::NotFound {
                what: "evidence",
                reference: id.to_string(),
            })?;
        Ok(KeptFile {
            // A file from anywhere may name a path here: what comes out is a name.
            name: file_name(&name),
            content: stored_file::get(&self.conn, &sha)?,
        })
    }

    /// Takes a piece of evidence off a sign-on; it goes when nothing else rests on it.
    ///
    /// # Errors
    /// [`Error::NotFound`]; a rule when the sign-on is confirmed and would rest on nothing in writing and no reason.
    pub fn remove_evidence(
        &mut self,
        sign_on: SignOnId,
        evidence: EvidenceId,
        now: DateTime<Utc>,
    ) -> Result<Change<()>> {
        let before = get(&self.conn, sign_on)?;
        let op = Op::RemoveEvidence {
            name: before.prints_as.clone(),
        };
        self.transact(op, now, |tx| {
            let removed = tx
                .conn
                .prepare_cached("DELETE FROM sign_on_evidence WHERE sign_on_id = ?1 AND evidence_id = ?2")?
                .execute(params![sign_on, evidence])?;
            if removed == 0 {
                return Err(Error::NotFound {
                    what: "evidence",
                    reference: evidence.to_string(),
                });
            }
            if before.status == Status::Confirmed && !is_filed(tx.conn, sign_on)? {
                let message = Message::new("error-evidence-needed").text("name", &before.prints_as);
                return Err(Error::rule(message));
            }
            remove_unused(tx, evidence)?;
            tx.event(before.subject(before.prints_as.clone()));
            Ok(())
        })
    }
}

/// Refuses a text that is longer than anybody writes by hand; `field` is where it was written.
pub(super) fn check_evidence(field: &'static str, text: &str) -> Result<()> {
    if text.len() > LONGEST_TEXT {
        let message = Message::new("error-evidence-long").number("most", LONGEST_TEXT / 1024);
        return Err(Error::field(field, message));
    }
    Ok(())
}

/// What a file says of itself.
pub(crate) struct FileRead {
    /// Its name, without any path.
    pub(crate) name: String,
    media: &'static str,
    via: Option<Via>,
    text: String,
    sender: String,
    subject: String,
    sent_at: Option<String>,
    /// When it came: when it was sent, where it says so and that is not in the future.
    pub(crate) at: String,
}

impl FileRead {
    /// Looks at a file that is to be evidence. What can't be read as the message that its name says is a file like any other.
    pub(crate) fn new(name: &str, content: &[u8], now: DateTime<Utc>) -> Self {
        let name = file_name(name);
        let mut media = media(&name);
        // A text shows what it says; nobody needs a name that ends in .txt for that.
        let text = (media == TEXT || media == OTHER && content.len() <= LONGEST_TEXT)
            .then(|| reading::text::decode(content).ok())
            .flatten()
            .filter(|text| reading::text::check_text(text).is_ok());
        if text.is_some() {
            media = TEXT;
        }
        let mut read = Self {
            name,
            media,
            via: None,
            text: text.map_or_else(String::new, |text| cut(text.trim())),
            sender: String::new(),
            subject: String::new(),
            sent_at: None,
            at: base::time::store(now),
        };
        let message = (media == MESSAGE)
            .then(|| mail::read(content).ok())
            .flatten()
            .and_then(|(messages, _)| messages.into_iter().next());
        if let Some(message) = message {
            read.via = Some(Via::Email);
            read.sender = match message.from.name {
                Some(name) if !message.from.email.is_empty() => format!("{name} <{}>", message.from.email),
                Some(name) => name,
                None => message.from.email,
            };
            read.subject = message.subject;
            read.sent_at = message.sent.map(base::time::store);
            if let Some(sent) = message.sent.filter(|sent| *sent <= now) {
                read.at = base::time::store(sent);
            }
            read.text = if message.own_words.is_empty() {
                message.text
            } else {
                message.own_words
            };
        }
        read
    }
}

/// As much of a text as is shown.
fn cut(text: &str) -> String {
    let mut end = text.len().min(LONGEST_SHOWN);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text[..end].to_owned()
}

/// A file's name without any path, control characters, or what a system reads as more than a name.
fn file_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let clean: String = one_line(last)
        .chars()
        .filter(|c| !c.is_control() && !matches!(c, '<' | '>' | ':' | '"' | '|' | '?' | '*'))
        .collect();
    let clean = clean.trim_matches([' ', '.']);
    let length = clean.chars().count();
    let kept: String = if length > LONGEST_FILE_NAME {
        // The end of a name says what it is.
        clean.chars().skip(length - LONGEST_FILE_NAME).collect()
    } else {
        clean.to_owned()
    };
    if kept.is_empty() {
        "evidence".to_owned()
    } else {
        kept
    }
}

const MESSAGE: &str = "message/rfc822";
const TEXT: &str = "text/plain";
const OTHER: &str = "application/octet-stream";

/// The media type of a file by the end of its name; it is shown, and nothing is decided by it but whether it is a message.
fn media(name: &str) -> &'static str {
    let ending = Path::new(name)
        .extension()
        .map(|ending| ending.to_string_lossy().to_lowercase())
        .unwrap_or_default();
    match ending.as_str() {
        "eml" => MESSAGE,
        "msg" => "application/vnd.ms-outlook",
        "pdf" => "application/pdf",
        "txt" | "text" | "md" | "log" => TEXT,
        "htm" | "html" => "text/html",
        "csv" => "text/csv",
        "rtf" => "application/rtf",
        "doc" => "application/msword",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "odt" => "application/vnd.oasis.opendocument.text",
        "xls" => "application/vnd.ms-excel",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "ods" => "application/vnd.oasis.opendocument.spreadsheet",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "heic" => "image/heic",
        "tif" | "tiff" => "image/tiff",
        "mp3" => "audio/mpeg",
        "m4a" => "audio/mp4",
        "wav" => "audio/wav",
        "mp4" => "video/mp4",
        "mov" => "video/quicktime",
        _ => OTHER,
    }
}

// SQL ---------------------------------------------------------------------------------------------------------------

fn from_row(row: &Row) -> rusqlite::Result<EvidenceItem> {
    let sha256: Option<String> = row.get(7)?;
    Ok(EvidenceItem {
        id: row.get(0)?,
        via: row.get(1)?,
        text: row.get(2)?,
        at: row.get(3)?,
        file: match sha256 {
            Some(sha256) => Some(EvidenceFile {
                name: row.get(4)?,
                media: row.get(5)?,
                bytes: row.get(6)?,
                sha256,
            }),
            None => None,
        },
        sender: row.get(8)?,
        subject: row.get(9)?,
        sent_at: row.get(10)?,
        shared_by: row.get(11)?,
    })
}

/// Keeps a text that sign-ons rest on, within an action.
pub(crate) fn insert(tx: &mut Tx, via: Option<Via>, text: &str, stamp: &Stamp) -> Result<EvidenceId> {
    let id = EvidenceId(tx.id());
    tx.conn
        .prepare_cached(
            "INSERT INTO evidence (id, via, text, at, dated, entered) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![
            id,
            via,
            text,
            stamp.at,
            stamp.dated.word(),
            stamp.entered
        ])?;
    Ok(id)
}

/// Keeps a file that sign-ons rest on, within an action. Without a word on how it came, a message came by email.
pub(crate) fn insert_file(
    tx: &mut Tx,
    via: Option<Via>,
    file: &FileRead,
    content: &[u8],
) -> Result<EvidenceId> {
    let sha = stored_file::put(tx, content)?;
    let id = EvidenceId(tx.id());
    tx.conn
        .prepare_cached(
            "INSERT INTO evidence (id, via, text, at, name, media, bytes, sha256, sender, subject, sent_at, dated, entered)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
        )?
        .execute(params![
            id,
            via.or(file.via),
            file.text,
            file.at,
            file.name,
            file.media,
            content.len() as i64,
            sha,
            file.sender,
            file.subject,
            file.sent_at,
            // A message says itself when it was sent; of any other file only the entry is known.
            if file.sent_at.as_ref() == Some(&file.at) { "time" } else { "entry" },
            tx.place_in_history()?,
        ])?;
    Ok(id)
}

/// Lets a sign-on rest on a piece of evidence, within an action.
pub(crate) fn attach(tx: &Tx, sign_on: SignOnId, evidence: EvidenceId) -> Result<()> {
    tx.conn
        .prepare_cached("INSERT OR IGNORE INTO sign_on_evidence (sign_on_id, evidence_id) VALUES (?1, ?2)")?
        .execute(params![sign_on, evidence])?;
    Ok(())
}

/// Lets sign-ons rest on something that came, and tells it. What comes from them is contact.
fn attach_all(tx: &mut Tx, sign_ons: &[SignOnId], evidence: EvidenceId, at: &str, words: &str) -> Result<()> {
    for id in sign_ons {
        let before = get(tx.conn, *id)?;
        attach(tx, *id, evidence)?;
        tx.conn
            .prepare_cached(
                "UPDATE sign_on SET last_contact = max(coalesce(last_contact, ?2), ?2)
                 WHERE id = ?1 AND status <> 'to-ask'",
            )?
            .execute(params![id, at])?;
        let mut line: String = words
            .lines()
            .next()
            .unwrap_or_default()
            .chars()
            .take(120)
            .collect();
        if line.len() < words.len() {
            line.push('…');
        }
        tx.event(before.subject(format!("{}: {line}", before.prints_as)));
    }
    Ok(())
}

/// Takes everything that a sign-on rests on off it, and what nothing else rests on away, within an action.
pub(super) fn remove_of(tx: &Tx, sign_on: SignOnId) -> Result<()> {
    let mut statement = tx
        .conn
        .prepare_cached("SELECT evidence_id FROM sign_on_evidence WHERE sign_on_id = ?1")?;
    let evidence: Vec<EvidenceId> = statement
        .query_map([sign_on], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    tx.conn
        .prepare_cached("DELETE FROM sign_on_evidence WHERE sign_on_id = ?1")?
        .execute([sign_on])?;
    for evidence in evidence {
        remove_unused(tx, evidence)?;
    }
    Ok(())
}

fn remove_unused(tx: &Tx, evidence: EvidenceId) -> Result<()> {
    tx.conn
        .prepare_cached(
            "DELETE FROM evidence WHERE id = ?1
             AND NOT EXISTS (SELECT 1 FROM sign_on_evidence WHERE evidence_id = ?1)",
        )?
        .execute([evidence])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_keeps_its_name_and_loses_any_path() {
        assert_eq!(file_name("C:\\letters\\reply.eml"), "reply.eml");
        assert_eq!(file_name("../../etc/passwd"), "passwd");
        assert_eq!(file_name(" Zusage „ja“.pdf\u{0}"), "Zusage „ja“.pdf");
        assert_eq!(file_name("..."), "evidence");
        assert!(file_name(&"x".repeat(500)).len() <= LONGEST_FILE_NAME);
    }

    #[test]
    fn a_message_says_who_sent_it_and_what_is_no_message_is_a_file() {
        let now = DateTime::UNIX_EPOCH + chrono::Duration::days(18_600);
        let mail = b"From: Ana Example <ana@grove.example.org>\r\nSubject: Re: the letter\r\nDate: Mon, 30 Nov 2020 10:00:00 -0600\r\n\r\nYes, add us.\r\n\r\nOn Sun, you wrote:\r\n> Will you sign?\r\n";
        let read = FileRead::new("reply.EML", mail, now);
        assert_eq!(read.sender, "Ana Example <ana@grove.example.org>");
        assert_eq!(
            (read.subject.as_str(), read.text.as_str()),
            ("Re: the letter", "Yes, add us.")
        );
        assert_eq!(read.at, "2020-11-30T16:00:00Z");
        assert_eq!(read.via, Some(Via::Email));
        let broken = FileRead::new("reply.eml", b"\x00\x01\x02", now);
        assert_eq!((broken.sender.as_str(), broken.via), ("", None));
    }
}
