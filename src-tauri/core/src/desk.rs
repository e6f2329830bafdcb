//! The desk: whom to write to, one after the other. It is kept in the coalition, so that what was left off at 17 of 40 goes on
//! there after a restart, and so that each step is one undo.
//!
//! A draft that was opened counts as sent when one goes on to the next: only then is it noted, and only then is somebody asked who
//! was to be asked. "Not sent" takes that back. Nothing is sent by the program.

mod attach;
mod calendar;
mod carry;
mod draft;
mod due;
mod fields;
mod pace;
mod template;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::coalition::Coalition;
use crate::person::PersonRef;
use crate::signon::{self, Status, Via, code};
use base::error::{Error, Result};
use base::messages::Message;
use store::journal::{Change, Op, Subject, Tx};
use vocabulary::ids::{DeskItemId, LetterId, OutreachId, PersonId, SignOnId};

pub use attach::LetterFile;
pub use carry::{Carrier, DraftFile, address_of, csv, file_name};
pub use draft::Prepared;
pub use due::ReceiptsDue;
pub use fields::{Sender, Writing};
pub use pace::Pace;
pub use template::{FIELDS, Template, TemplateAttachment, TemplateKind, TemplateOrigin};
pub use vocabulary::DeskState;

/// Somebody on the desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "outreach/")]
pub struct DeskItem {
    /// Its id.
    pub id: DeskItemId,
    /// The letter.
    pub letter_id: LetterId,
    /// Its title.
    pub letter: String,
    /// The sign-on.
    pub sign_on: SignOnId,
    /// The name that prints.
    pub name: String,
    /// Where the sign-on stands.
    pub status: Status,
    /// To whom, where somebody else is chosen than whom the sign-on names.
    pub person: Option<PersonRef>,
    /// What for.
    pub kind: TemplateKind,
    /// A line for this person alone, or empty.
    pub personal: String,
    /// Where its draft stands.
    pub state: DeskState,
}

impl Coalition {
    /// Who is on the desk, in order.
    pub fn list_desk(&self) -> Result<Vec<DeskItem>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT d.id, d.letter_id, l.title, d.sign_on_id, s.prints_as, s.status, p.id, p.name, d.kind, d.personal, d.state
             FROM desk_item d JOIN letter l ON l.id = d.letter_id JOIN sign_on s ON s.id = d.sign_on_id
             LEFT JOIN person p ON p.id = d.person_id ORDER BY d.position, d.id",
        )?;
        let rows = statement.query_map([], |row| {
            let person: Option<PersonId> = row.get(6)?;
            Ok(DeskItem {
                id: row.get(0)?,
                letter_id: row.get(1)?,
                letter: row.get(2)?,
                sign_on: row.get(3)?,
                name: row.get(4)?,
                status: row.get(5)?,
                person: match person {
                    Some(id) => Some(PersonRef {
                        id,
                        name: row.get(7)?,
                    }),
                    None => None,
                },
                kind: row.get(8)?,
                personal: row.get(9)?,
                state: row.get(10)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Puts sign-ons on the desk in place of who was there, in this order: for what is named, else for what is due of each. Each
    /// that asks for an answer gets its code. Gives back how many.
    ///
    /// # Errors
    /// [`Error::NotFound`]; a rule: nothing is chosen.
    pub fn start_desk(
        &mut self,
        sign_ons: &[SignOnId],
        kind: Option<TemplateKind>,
        now: DateTime<Utc>,
    ) -> Result<Change<usize>> {
        let mut chosen: Vec<(SignOnId, LetterId, TemplateKind, Option<PersonId>)> = Vec::new();
        for id in sign_ons {
            if chosen.iter().any(|(known, ..)| known == id) {
                continue;
            }
            let (letter, ..) = self.subject_of_sign_on(*id)?;
            let kind = match kind {
                Some(kind) => kind,
                None => self.kind_due(*id, now)?,
            };
            chosen.push((*id, letter, kind, self.person_to_write_to(*id)?));
        }
        if chosen.is_empty() {
            return Err(Error::rule(Message::new("error-nothing-chosen")));
        }
        let count = chosen.len();
        self.transact(Op::StartDesk { count }, now, |tx| {
            tx.conn.execute("DELETE FROM desk_item", [])?;
            for (position, (sign_on, letter, kind, person)) in (0_i64..).zip(&chosen) {
                let id = DeskItemId(tx.id());
                tx.conn
                    .prepare_cached(
                        "INSERT INTO desk_item (id, letter_id, sign_on_id, kind, position) VALUES (?1, ?2, ?3, ?4, ?5)",
                    )?
                    .execute(params![id, letter, sign_on, kind, position])?;
                if kind.asks() {
                    code::make(tx, *sign_on, *person)?;
                }
            }
            let letters: std::collections::BTreeSet<LetterId> = chosen.iter().map(|(_, letter, ..)| *letter).collect();
            for letter in letters {
                tx.event(Subject {
                    letter: Some(letter),
                    detail: count.to_string(),
                    ..Subject::default()
                });
            }
            Ok(count)
        })
    }

    /// Takes everybody off the desk. What was written stays noted.
    pub fn clear_desk(&mut self, now: DateTime<Utc>) -> Result<Change<()>> {
        self.transact(Op::ClearDesk, now, |tx| {
            note_opened(tx, None)?;
            tx.conn.execute("DELETE FROM desk_item", [])?;
            Ok(())
        })
    }

    /// One step: what was opened before counts as sent, and this one's draft is open. With none, the last one is gone on from.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn step_desk(&mut self, open: Option<DeskItemId>, now: DateTime<Utc>) -> Result<Change<()>> {
        let name = match open {
            Some(id) => item(&self.conn, id)?.name,
            None => String::new(),
        };
        self.transact(Op::StepDesk { name }, now, |tx| {
            note_opened(tx, open)?;
            if let Some(id) = open {
                tx.conn.execute(
                    "UPDATE desk_item SET state = 'opened' WHERE id = ?1 AND state IN ('waiting', 'left')",
                    [id],
                )?;
            }
            Ok(())
        })
    }

    /// Takes back that a draft was sent: it waits again, and what was noted of it is gone.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn take_back_draft(&mut self, id: DeskItemId, now: DateTime<Utc>) -> Result<Change<()>> {
        let item = item(&self.conn, id)?;
        let op = Op::TakeBackDraft {
            name: item.name.clone(),
        };
        self.transact(op, now, |tx| {
            tx.conn.execute(
                "UPDATE desk_item SET state = 'waiting', outreach_id = NULL WHERE id = ?1",
                [id],
            )?;
            if let Some(outreach) = item.outreach {
                signon::take_back_outreach(tx, item.sign_on, outreach)?;
            }
            tx.event(Subject {
                letter: Some(item.letter),
                sign_on: Some(item.sign_on),
                detail: item.name.clone(),
                ..Subject::default()
            });
            Ok(())
        })
    }

    /// Leaves somebody out, or puts them back among those who wait.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn leave_out_draft(&mut self, id: DeskItemId, left: bool, now: DateTime<Utc>) -> Result<Change<()>> {
        let item = item(&self.conn, id)?;
        let state = if left { DeskState::Left } else { DeskState::Waiting };
        self.transact(Op::SetDeskItem { name: item.name }, now, |tx| {
            tx.conn.execute(
                "UPDATE desk_item SET state = ?2 WHERE id = ?1 AND state IN ('waiting', 'left')",
                params![id, state],
            )?;
            Ok(())
        })
    }

    /// Sets whom to write to and a line for them alone.
    ///
    /// # Errors
    /// [`Error::NotFound`], also of the person; a rule: the line is too long (field `personal`).
    pub fn set_desk_item(
        &mut self,
        id: DeskItemId,
        person: Option<PersonId>,
        personal: &str,
        now: DateTime<Utc>,
    ) -> Result<Change<()>> {
        let item = item(&self.conn, id)?;
        let personal = personal.trim().replace("\r\n", "\n");
        base::text::check_text("personal", &personal)?;
        if let Some(person) = person {
            self.get_person(person)?;
        }
        self.transact(Op::SetDeskItem { name: item.name }, now, |tx| {
            tx.conn.execute(
                "UPDATE desk_item SET person_id = ?2, personal = ?3 WHERE id = ?1",
                params![id, person, personal],
            )?;
            if item.kind.asks() && person.is_some() {
                code::make(tx, item.sign_on, person)?;
            }
            Ok(())
        })
    }

    /// The message of somebody on the desk as it will go.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn prepare_desk_item(&self, id: DeskItemId, sender: &Sender, now: DateTime<Utc>) -> Result<Prepared> {
        let item = item(&self.conn, id)?;
        let writing = Writing {
            kind: item.kind,
            sender,
            person: item.person,
            personal: &item.personal,
            attachments: &[],
            attach: None,
        };
        self.prepare_draft(item.sign_on, &writing, now)
    }

    /// Gives each of these the code that its draft carries, as one action. Gives back how many are new.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn make_codes(&mut self, sign_ons: &[SignOnId], now: DateTime<Utc>) -> Result<Change<usize>> {
        let mut people = Vec::new();
        for id in sign_ons {
            people.push((*id, self.person_to_write_to(*id)?));
        }
        let count = sign_ons.len();
        self.transact(Op::MakeCodes { count }, now, |tx| {
            let mut made = 0;
            for (sign_on, person) in people {
                if code::known(tx.conn, sign_on, person)?.is_none() {
                    code::make(tx, sign_on, person)?;
                    made += 1;
                }
            }
            tx.op = Op::MakeCodes { count: made };
            Ok(made)
        })
    }
}

/// Notes within an action that what was opened was sent, except the draft that is opened now.
fn note_opened(tx: &mut Tx, except: Option<DeskItemId>) -> Result<()> {
    let mut statement = tx.conn.prepare_cached(
        "SELECT id FROM desk_item WHERE state = 'opened' AND id IS NOT ?1 ORDER BY position",
    )?;
    let opened: Vec<DeskItemId> = statement
        .query_map([except], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    for id in opened {
        let item = item(tx.conn, id)?;
        let outreach = signon::log_outreach_to(
            tx,
            item.sign_on,
            item.kind.outreach(),
            Some(Via::Email),
            item.person,
        )?;
        tx.conn
            .prepare_cached("UPDATE desk_item SET state = 'sent', outreach_id = ?2 WHERE id = ?1")?
            .execute(params![id, outreach])?;
    }
    Ok(())
}

/// A row of the desk.
struct Row {
    letter: LetterId,
    sign_on: SignOnId,
    name: String,
    person: Option<PersonId>,
    kind: TemplateKind,
    personal: String,
    outreach: Option<OutreachId>,
}

fn item(conn: &Connection, id: DeskItemId) -> Result<Row> {
    conn.prepare_cached(
        "SELECT d.letter_id, d.sign_on_id, s.prints_as, d.person_id, d.kind, d.personal, d.outreach_id
         FROM desk_item d JOIN sign_on s ON s.id = d.sign_on_id WHERE d.id = ?1",
    )?
    .query_row([id], |row| {
        Ok(Row {
            letter: row.get(0)?,
            sign_on: row.get(1)?,
            name: row.get(2)?,
            person: row.get(3)?,
            kind: row.get(4)?,
            personal: row.get(5)?,
            outreach: row.get(6)?,
        })
    })
    .optional()?
    .ok_or_else(|| Error::NotFound {
        what: "draft",
        reference: id.to_string(),
    })
}
