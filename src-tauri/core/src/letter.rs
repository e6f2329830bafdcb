//! Letters: what is asked for, of whom, led by whom and until when; and the choices of each letter's block.
//!
//! How a deadline moves, and what is kept of that, is in `letter/deadline.rs`; its sign-ons are counted in `letter/counts.rs`.

mod counts;
mod deadline;
mod form;
mod leads;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, named_params, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::coalition::Coalition;
use crate::organization::OrganizationRef;
use base::error::{Error, Result};
use base::messages::Message;
use base::text::{check_length, check_name, check_text, one_line};
use base::time::{Deadline, local_zone};
use blocks::BlockOptions;
use store::journal::{Change, Op, Subject, Tx};
use vocabulary::ids::{LetterId, OrganizationId};

pub use counts::StatusCounts;
pub(crate) use counts::{SIGNED_NUMBER, asked_again};
pub use deadline::DeadlineMove;
pub use vocabulary::{DeadlineKind, Stage};

/// The most days that a letter waits for an answer or between two reminders.
const MOST_DAYS: u32 = 365;

/// A letter by its title.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export, export_to = "letters/")]
pub struct LetterRef {
    /// Its id.
    pub id: LetterId,
    /// Its title.
    pub title: String,
}

/// A letter as the list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "letters/")]
pub struct LetterSummary {
    /// Its id.
    pub id: LetterId,
    /// Its title.
    pub title: String,
    /// Where it is on its way.
    pub stage: Stage,
    /// When it closes.
    pub hard_deadline: Option<Deadline>,
    /// Its sign-ons by status.
    pub counts: StatusCounts,
}

/// A letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "letters/")]
pub struct Letter {
    /// Its id.
    pub id: LetterId,
    /// Its title.
    pub title: String,
    /// To whom it is written, or empty.
    pub addressee: String,
    /// Where it is on its way.
    pub stage: Stage,
    /// When answers are asked for.
    pub soft_deadline: Option<Deadline>,
    /// When it closes.
    pub hard_deadline: Option<Deadline>,
    /// The zone of its deadlines; None as long as it has none.
    pub zone: Option<String>,
    /// What it is about, or empty: who signed the last letter on a topic can be asked again.
    pub topic: String,
    /// Whether people may sign for themselves.
    pub individuals: bool,
    /// After how many days without an answer somebody is chased.
    pub chase_days: u32,
    /// Within how many days nobody is written to again.
    pub gap_days: u32,
    /// What the coordinator wants to remember.
    pub note: String,
    /// How many are to confirm, where somebody said so.
    pub goal: Option<u32>,
    /// The pre-filled address of the coordinator's own form, with marker words, or empty.
    pub form: String,
    /// The organizations that lead it, in their order.
    pub leads: Vec<OrganizationRef>,
    /// Its sign-ons by status.
    pub counts: StatusCounts,
}

/// All that can be said of a letter. Deadlines are local times, `2020-12-18T17:00`, in the zone; without a zone, in
/// this computer's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(export, export_to = "letters/")]
pub struct LetterFields {
    /// Its title.
    pub title: String,
    /// To whom it is written.
    pub addressee: String,
    /// Where it is on its way.
    pub stage: Stage,
    /// When answers are asked for.
    pub soft_deadline: Option<String>,
    /// When it closes.
    pub hard_deadline: Option<String>,
    /// IANA zone of the deadlines.
    pub zone: Option<String>,
    /// What it is about.
    pub topic: String,
    /// Whether people may sign for themselves.
    pub individuals: bool,
    /// After how many days without an answer somebody is chased.
    pub chase_days: u32,
    /// Within how many days nobody is written to again.
    pub gap_days: u32,
    /// What the coordinator wants to remember.
    pub note: String,
    /// How many are to confirm.
    pub goal: Option<u32>,
    /// The pre-filled address of the coordinator's own form, with marker words.
    pub form: String,
    /// The organizations that lead it, in their order.
    pub leads: Vec<OrganizationId>,
}

impl Default for LetterFields {
    fn default() -> Self {
        Self {
            title: String::new(),
            addressee: String::new(),
            stage: Stage::Circulating,
            soft_deadline: None,
            hard_deadline: None,
            zone: None,
            topic: String::new(),
            individuals: true,
            chase_days: 4,
            gap_days: 3,
            note: String::new(),
            goal: None,
            form: String::new(),
            leads: Vec::new(),
        }
    }
}

impl From<Letter> for LetterFields {
    fn from(letter: Letter) -> Self {
        Self {
            title: letter.title,
            addressee: letter.addressee,
            stage: letter.stage,
            soft_deadline: letter.soft_deadline.map(|deadline| deadline.local),
            hard_deadline: letter.hard_deadline.map(|deadline| deadline.local),
            zone: letter.zone,
            topic: letter.topic,
            individuals: letter.individuals,
            chase_days: letter.chase_days,
            gap_days: letter.gap_days,
            note: letter.note,
            goal: letter.goal,
            form: letter.form,
            leads: letter.leads.into_iter().map(|lead| lead.id).collect(),
        }
    }
}

/// The tables that `Coalition::list_letters` reads.
pub const SUMMARY_TABLES: &[&str] = &["letter", "sign_on"];

impl Coalition {
    /// The letter with this id.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn get_letter(&self, id: LetterId) -> Result<Letter> {
        find(&self.conn, id)?.ok_or_else(|| not_found(id.to_string()))
    }

    /// That a letter is there, for what needs nothing else of it.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub(crate) fn check_letter_exists(&self, id: LetterId) -> Result<()> {
        let mut statement = self.conn.prepare_cached("SELECT 1 FROM letter WHERE id = ?1")?;
        if statement.exists([id])? {
            return Ok(());
        }
        Err(not_found(id.to_string()))
    }

    /// Every letter, the latest first.
    pub fn list_letters(&self) -> Result<Vec<LetterSummary>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT id, title, stage, hard_deadline, zone FROM letter ORDER BY created_at DESC, entered DESC, id DESC",
        )?;
        let mut rows = statement.query([])?;
        let mut letters = Vec::new();
        while let Some(row) = rows.next()? {
            let id = row.get(0)?;
            letters.push(LetterSummary {
                id,
                title: row.get(1)?,
                stage: row.get(2)?,
                hard_deadline: deadline_of(row.get(3)?, row.get(4)?),
                counts: counts::count(&self.conn, id)?,
            });
        }
        Ok(letters)
    }

    /// The letter that a person means by an id, an exact title, or an unambiguous part of a title.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Ambiguous`] with the candidates.
    pub fn resolve_letter(&self, reference: &str) -> Result<LetterId> {
        let reference = reference.trim();
        if let Ok(id) = reference.parse().map(LetterId)
            && find(&self.conn, id)?.is_some()
        {
            return Ok(id);
        }
        let look = |sql: &str| -> Result<Vec<(LetterId, String)>> {
            let mut statement = self.conn.prepare_cached(sql)?;
            let rows = statement.query_map([reference], |row| Ok((row.get(0)?, row.get(1)?)))?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        };
        let mut found = look("SELECT id, title FROM letter WHERE title = ?1")?;
        if found.is_empty() {
            found = look(
                "SELECT id, title FROM letter WHERE instr(lower(title), lower(?1)) > 0 ORDER BY title LIMIT 9",
            )?;
        }
        match found.as_slice() {
            [] => Err(not_found(reference.to_owned())),
            [(id, _)] => Ok(*id),
            several => Err(Error::Ambiguous {
                reference: reference.to_owned(),
                candidates: several.iter().map(|(_, title)| title.clone()).collect(),
            }),
        }
    }

    /// Starts a letter.
    ///
    /// # Errors
    /// A rule, with the field that breaks it.
    pub fn add_letter(&mut self, fields: &LetterFields, now: DateTime<Utc>) -> Result<Change<LetterId>> {
        let fields = checked(fields)?;
        let op = Op::AddLetter {
            title: fields.title.clone(),
        };
        self.transact(op, now, |tx| insert(tx, &fields))
    }

    /// Changes a letter to what is given.
    ///
    /// # Errors
    /// [`Error::NotFound`]; a rule, with the field that breaks it.
    pub fn set_letter(
        &mut self,
        id: LetterId,
        fields: &LetterFields,
        now: DateTime<Utc>,
    ) -> Result<Change<()>> {
        let fields = checked(fields)?;
        let before = self.get_letter(id)?;
        let op = if before.stage == fields.stage {
            Op::SetLetter {
                title: fields.title.clone(),
            }
        } else {
            Op::SetStage {
                title: fields.title.clone(),
                stage: fields.stage,
            }
        };
        self.transact(op, now, |tx| {
            write(
                tx,
                id,
                &fields,
                "UPDATE letter SET title = :title, addressee = :addressee, stage = :stage, soft_deadline = :soft,
                        hard_deadline = :hard, zone = :zone, note = :note, topic = :topic, individuals = :individuals,
                        chase_days = :chase, gap_days = :gap, goal = :goal, form = :form,
                        delivered_at = CASE WHEN :stage = 'delivered' AND stage <> 'delivered' THEN coalesce(delivered_at, :at)
                                       WHEN :stage IN ('delivered', 'archived') THEN delivered_at END
                 WHERE id = :id",
            )?;
            deadline::note_moves(tx, &before, &fields)?;
            tx.event(Subject { letter: Some(id), detail: fields.title.clone(), ..Subject::default() });
            Ok(())
        })
    }

    /// The choices of a letter's block; the usual ones as long as none were made.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn get_block_options(&self, id: LetterId) -> Result<BlockOptions> {
        let stored: Option<String> = self
            .conn
            .prepare_cached("SELECT block FROM letter WHERE id = ?1")?
            .query_row([id], |row| row.get(0))
            .optional()?
            .ok_or_else(|| not_found(id.to_string()))?;
        // Choices that can't be read are no loss worth an error: the usual ones stand in.
        Ok(stored
            .and_then(|json| serde_json::from_str(&json).ok())
            .unwrap_or_default())
    }

    /// Remembers the choices of a letter's block.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn set_block_options(
        &mut self,
        id: LetterId,
        options: &BlockOptions,
        now: DateTime<Utc>,
    ) -> Result<Change<()>> {
        self.write_block_options(id, options, false, now)
    }

    fn write_block_options(
        &mut self,
        id: LetterId,
        options: &BlockOptions,
        continues: bool,
        now: DateTime<Utc>,
    ) -> Result<Change<()>> {
        let letter = self.get_letter(id)?;
        let json = serde_json::to_string(options).map_err(|_| Error::Damaged)?;
        check_text("block", &json)?;
        self.transact(Op::SetBlock { title: letter.title }, now, |tx| {
            tx.continues = continues;
            tx.conn
                .execute("UPDATE letter SET block = ?2 WHERE id = ?1", params![id, json])?;
            tx.event(Subject {
                letter: Some(id),
                ..Subject::default()
            });
            Ok(())
        })
    }

    /// Changes some choices of a letter's block, by the names that they have on the wire; the others stay as they are. Choices
    /// made shortly after one another are one step to undo.
    ///
    /// # Errors
    /// [`Error::NotFound`]; a rule when a choice is none that there is.
    pub fn change_block_options(
        &mut self,
        id: LetterId,
        change: serde_json::Map<String, serde_json::Value>,
        now: DateTime<Utc>,
    ) -> Result<Change<()>> {
        let stored = serde_json::to_value(self.get_block_options(id)?).map_err(|_| Error::Damaged)?;
        let mut choices = stored.as_object().cloned().unwrap_or_default();
        choices.extend(change);
        let options = serde_json::from_value(choices.into())
            .map_err(|_| Error::rule(Message::new("error-block-choice")))?;
        self.write_block_options(id, &options, true, now)
    }

    /// How many letters there are.
    pub fn count_letters(&self) -> Result<u32> {
        Ok(self
            .conn
            .query_row("SELECT count(*) FROM letter", [], |row| row.get(0))?)
    }
}

fn not_found(reference: String) -> Error {
    Error::NotFound {
        what: "letter",
        reference,
    }
}

/// Takes off blanks, reads the deadlines, and checks what needs no look into the file.
pub(crate) fn checked(fields: &LetterFields) -> Result<LetterFields> {
    let given = |text: &Option<String>| {
        text.as_deref()
            .map(str::trim)
            .filter(|text| !text.is_empty())
            .map(str::to_owned)
    };
    let title = one_line(&fields.title);
    check_name("title", &title)?;
    let topic = one_line(&fields.topic);
    check_length("topic", &topic)?;
    let addressee = one_line(&fields.addressee);
    check_length("addressee", &addressee)?;
    check_text("note", fields.note.trim())?;
    for (field, days) in [("chaseDays", fields.chase_days), ("gapDays", fields.gap_days)] {
        if days > MOST_DAYS {
            return Err(Error::field(
                field,
                Message::new("error-days").number("most", MOST_DAYS as usize),
            ));
        }
    }
    let form = form::checked(&fields.form)?;
    let zone = given(&fields.zone);
    let read = |field: &'static str, local: Option<String>| -> Result<Option<Deadline>> {
        let Some(local) = local else { return Ok(None) };
        let zone = zone.clone().unwrap_or_else(local_zone);
        let deadline = Deadline::new(&local, &zone).map_err(|error| match error {
            Error::Rule {
                message,
                field: Some("hardDeadline"),
            } => Error::field(field, message),
            other => other,
        })?;
        Ok(Some(deadline))
    };
    let soft = read("softDeadline", given(&fields.soft_deadline))?;
    let hard = read("hardDeadline", given(&fields.hard_deadline))?;
    if let (Some(soft), Some(hard)) = (&soft, &hard)
        && soft.instant > hard.instant
    {
        return Err(Error::field("softDeadline", Message::new("error-deadline-order")));
    }
    let zone = soft
        .as_ref()
        .or(hard.as_ref())
        .map(|deadline| deadline.zone.clone())
        .or(zone);
    if let Some(zone) = &zone {
        Deadline::new("2000-01-01T00:00", zone)?;
    }
    Ok(LetterFields {
        title,
        addressee,
        stage: fields.stage,
        soft_deadline: soft.map(|deadline| deadline.local),
        hard_deadline: hard.map(|deadline| deadline.local),
        zone,
        topic,
        individuals: fields.individuals,
        chase_days: fields.chase_days,
        gap_days: fields.gap_days,
        note: fields.note.trim().to_owned(),
        goal: fields.goal.filter(|goal| *goal > 0),
        form,
        leads: fields.leads.clone(),
    })
}

// SQL ---------------------------------------------------------------------------------------------------------------

/// Starts a letter within an action. The fields are checked already.
pub(crate) fn insert(tx: &mut Tx, fields: &LetterFields) -> Result<LetterId> {
    let id = LetterId(tx.id());
    write(
        tx,
        id,
        fields,
        "INSERT INTO letter (id, title, addressee, stage, soft_deadline, hard_deadline, zone, note, created_at,
                             topic, individuals, chase_days, gap_days, goal, form)
         VALUES (:id, :title, :addressee, :stage, :soft, :hard, :zone, :note, :at, :topic, :individuals, :chase,
                 :gap, :goal, :form)",
    )?;
    tx.conn.execute(
        "UPDATE letter SET entered = ?2 WHERE id = ?1",
        params![id, tx.entered()],
    )?;
    tx.event(Subject {
        letter: Some(id),
        detail: fields.title.clone(),
        ..Subject::default()
    });
    Ok(id)
}

/// Writes what is said of a letter, by a statement that names all of it.
fn write(tx: &mut Tx, id: LetterId, fields: &LetterFields, sql: &str) -> Result<()> {
    tx.conn.execute(
        sql,
        named_params! {
            ":id": id,
            ":title": fields.title,
            ":addressee": fields.addressee,
            ":stage": fields.stage,
            ":soft": fields.soft_deadline,
            ":hard": fields.hard_deadline,
            ":zone": fields.zone,
            ":note": fields.note,
            ":at": tx.at(),
            ":topic": fields.topic,
            ":individuals": fields.individuals,
            ":chase": fields.chase_days,
            ":gap": fields.gap_days,
            ":goal": fields.goal,
            ":form": fields.form,
        },
    )?;
    leads::set(tx, id, &fields.leads)
}

/// A deadline as it stands in the file.
fn deadline_of(local: Option<String>, zone: Option<String>) -> Option<Deadline> {
    Deadline::stored(&local?, &zone?)
}

fn find(conn: &Connection, id: LetterId) -> Result<Option<Letter>> {
    let mut statement = conn.prepare_cached(
        "SELECT title, addressee, stage, soft_deadline, hard_deadline, zone, note, topic, individuals, chase_days, gap_days,
                goal, form
         FROM letter WHERE id = ?1",
    )?;
    let mut rows = statement.query([id])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let zone: Option<String> = row.get(5)?;
    Ok(Some(Letter {
        id,
        title: row.get(0)?,
        addressee: row.get(1)?,
        stage: row.get(2)?,
        soft_deadline: deadline_of(row.get(3)?, zone.clone()),
        hard_deadline: deadline_of(row.get(4)?, zone.clone()),
        zone,
        topic: row.get(7)?,
        individuals: row.get(8)?,
        chase_days: row.get(9)?,
        gap_days: row.get(10)?,
        note: row.get(6)?,
        goal: row.get(11)?,
        form: row.get(12)?,
        leads: leads::of(conn, id)?,
        counts: counts::count(conn, id)?,
    }))
}
