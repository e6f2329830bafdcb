//! Forgetting a person: the only write path beside [`Coalition::transact`], and the only one that deletes from the history.
//!
//! A forgotten person is removed from everything in the file: their own rows, every text that contains their name or an address of
//! theirs, rows and sources of imports, the undo steps that would restore them, frozen editions, the search index, and free pages.
//! The history records that a person was forgotten, and when. Exports and sent copies of editions are out of reach; backups that
//! still contain the person are listed.

use std::collections::BTreeSet;
use std::path::PathBuf;

use chrono::{DateTime, Utc};
use rusqlite::functions::FunctionFlags;
use rusqlite::{Connection, params};
use serde::Serialize;
use ts_rs::TS;

use crate::backup::Backups;
use crate::coalition::Coalition;
use base::error::{Error, Result};
use base::time;
use blocks::{Format, SignatoryBlock};
use store::db::{self, DOMAIN_TABLES, take_down_guards};
use store::journal::{self, Op, Subject};
use vocabulary::ids::{OrganizationId, PersonId};

/// What stands where a name stood, as in a bibliography.
pub const STRUCK: &str = "———";

/// Who is to be forgotten.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Forgotten {
    /// A person, also one who was removed and of whom the history still tells.
    Person(PersonId),
    /// All who are at an organization and nowhere else.
    ContactsOf(OrganizationId),
}

/// What forgetting takes, counted before or after.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "forgetting/")]
pub struct Taken {
    /// People, with their addresses, roles and tags.
    pub people: u32,
    /// Sign-ons of people who signed for themselves: these go, with what they rest on.
    pub sign_ons: u32,
    /// Other texts that name them, in which the name is struck out: signers, evidence, outreach, notes, the history.
    pub texts: u32,
    /// Files that are kept as evidence or as the source of an import, and name them.
    pub files: u32,
    /// Editions that were frozen with them.
    pub editions: u32,
    /// Steps that can no longer be undone or done again.
    pub undo_steps: u32,
    /// Backups and earlier copies that still hold them.
    pub copies: Vec<PathBuf>,
    /// Whether somebody else has the same name: then only what certainly means this person is taken.
    pub namesake: bool,
}

/// The people to remove, and the terms that identify them in texts.
struct Wanted {
    people: Vec<PersonId>,
    /// Names of two words or more that nobody else has, addresses and telephones: as they stand, in small letters.
    terms: Vec<Vec<char>>,
    namesake: bool,
}

impl Wanted {
    fn new(people: Vec<PersonId>, terms: &BTreeSet<String>, namesake: bool) -> Self {
        Self {
            people,
            terms: terms
                .iter()
                .map(|term| term.to_lowercase().chars().collect())
                .collect(),
            namesake,
        }
    }
}

impl Coalition {
    /// Somebody who was removed, by the name or the id that the history has of them.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it knows nobody of this name; [`Error::Ambiguous`] when several had it.
    pub fn resolve_removed_person(&self, reference: &str) -> Result<PersonId> {
        let mut statement = self.conn.prepare(
            "SELECT DISTINCT person_id FROM event
             WHERE (detail = ?1 COLLATE NOCASE OR person_id = ?1) AND detail NOT IN ('', ?2)
               AND person_id NOT IN (SELECT id FROM person)",
        )?;
        let found: Vec<PersonId> = statement
            .query_map(params![reference, STRUCK], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        match found.as_slice() {
            [id] => Ok(*id),
            [] => Err(Error::NotFound {
                what: "person",
                reference: reference.to_owned(),
            }),
            several => Err(Error::Ambiguous {
                reference: reference.to_owned(),
                candidates: several.iter().map(ToString::to_string).collect(),
            }),
        }
    }

    /// What forgetting would take. Nothing is changed.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn plan_forgetting(
        &mut self,
        who: Forgotten,
        backups: &Backups,
        now: DateTime<Utc>,
    ) -> Result<Taken> {
        self.forgetting(who, backups, now, false)
    }

    /// Forgets a person, or the contacts of an organization. It can't be undone.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::DiskFull`], [`Error::FileMoved`]. Then everything is as it was.
    pub fn forget(&mut self, who: Forgotten, backups: &Backups, now: DateTime<Utc>) -> Result<Taken> {
        self.forgetting(who, backups, now, true)
    }

    fn forgetting(
        &mut self,
        who: Forgotten,
        backups: &Backups,
        now: DateTime<Utc>,
        really: bool,
    ) -> Result<Taken> {
        self.check_writable()?;
        let wanted = wanted(&self.conn, who)?;
        if wanted.people.is_empty() {
            return Ok(Taken::default());
        }
        define_strike(&self.conn, &wanted)?;
        let author = self.author().to_owned();
        let taken = take(&mut self.conn, &wanted, who, &author, now, really);
        self.conn.remove_function("strike", 1)?;
        let mut taken = taken?;
        taken.copies = copies_with(&wanted, self, backups);
        if really {
            // Free pages still hold deleted index entries, and caches hold names.
            db::vacuum(&self.conn)?;
            self.wrote();
            self.forget_memory()?;
        }
        Ok(taken)
    }
}

/// Removes them in one transaction; rolled back unless `really`, to count only.
fn take(
    conn: &mut Connection,
    wanted: &Wanted,
    who: Forgotten,
    author: &str,
    now: DateTime<Utc>,
    really: bool,
) -> Result<Taken> {
    let tx = conn.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    let guards = take_down_guards(&tx)?;
    let mut taken = Taken {
        people: u32::try_from(wanted.people.len()).unwrap_or(u32::MAX),
        namesake: wanted.namesake,
        ..Taken::default()
    };
    tx.execute_batch("CREATE TEMP TABLE forgotten (id INTEGER PRIMARY KEY)")?;
    for person in &wanted.people {
        tx.execute("INSERT INTO temp.forgotten (id) VALUES (?1)", [person])?;
    }
    taken.files = files(&tx, wanted, now)?;
    taken.sign_ons = own_rows(&tx)?;
    taken.texts = linked_texts(&tx)?;
    taken.editions = editions(&tx, now)?;
    taken.texts += all_texts(&tx)?;
    taken.undo_steps = journal::drop_holding(&tx, &wanted.people, |bytes| holds(bytes, &wanted.terms))?;
    let (op, organization) = match who {
        Forgotten::Person(_) => (Op::ForgetPerson, None),
        Forgotten::ContactsOf(organization) => (Op::ForgetContacts, Some(organization)),
    };
    let subject = Subject {
        organization,
        ..Subject::default()
    };
    journal::append_final(&tx, author, &op, subject, now)?;
    store::derived::rebuild(
        &tx,
        &store::derived::Thresholds::default(),
        &mut base::progress::no_progress,
    )?;
    tx.execute_batch("DROP TABLE temp.forgotten")?;
    for guard in guards {
        tx.execute_batch(&guard)?;
    }
    if really {
        tx.commit()?;
    }
    Ok(taken)
}

fn wanted(conn: &Connection, who: Forgotten) -> Result<Wanted> {
    let sql = match who {
        Forgotten::Person(_) => "SELECT id FROM person WHERE id = ?1",
        Forgotten::ContactsOf(_) => {
            "SELECT DISTINCT person_id FROM affiliation a WHERE organization_id = ?1 AND NOT EXISTS (
               SELECT 1 FROM affiliation b WHERE b.person_id = a.person_id AND b.organization_id <> a.organization_id)"
        }
    };
    let id = match who {
        Forgotten::Person(id) => id.0,
        Forgotten::ContactsOf(id) => id.0,
    };
    let mut statement = conn.prepare(sql)?;
    let people: Vec<PersonId> = statement
        .query_map([id], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    if let (true, Forgotten::Person(id)) = (people.is_empty(), who) {
        return wanted_removed(conn, id);
    }
    let mut terms = BTreeSet::new();
    let mut namesake = false;
    for person in &people {
        let (name, others): (String, u32) = conn.query_row(
            "SELECT name, (SELECT count(*) FROM person o WHERE o.name = p.name COLLATE NOCASE AND o.id <> p.id)
             FROM person p WHERE id = ?1",
            [person],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        // A single word can be any word of a text.
        if others > 0 {
            namesake = true;
        } else if name.split_whitespace().count() > 1 {
            terms.insert(name);
        }
        let mut points = conn.prepare("SELECT value FROM contact_point WHERE person_id = ?1")?;
        for value in points.query_map([person], |row| row.get::<_, String>(0))? {
            let value = value?;
            // An address that others have too, such as an office's, tells of nobody.
            let shared: bool = conn.query_row(
                "SELECT EXISTS (SELECT 1 FROM contact_point WHERE value = ?1 AND person_id NOT IN
                   (SELECT value FROM json_each(?2)))",
                params![value, id_list(&people)],
                |row| row.get(0),
            )?;
            if !shared && value.chars().count() > 4 {
                terms.insert(value);
            }
        }
    }
    Ok(Wanted::new(people, &terms, namesake))
}

/// Somebody who was removed, of whom the history and the undo steps still tell.
fn wanted_removed(conn: &Connection, id: PersonId) -> Result<Wanted> {
    let mut names =
        conn.prepare("SELECT DISTINCT detail FROM event WHERE person_id = ?1 AND detail NOT IN ('', ?2)")?;
    let names: BTreeSet<String> = names
        .query_map(params![id, STRUCK], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    if names.is_empty() {
        return Err(Error::NotFound {
            what: "person",
            reference: id.to_string(),
        });
    }
    let mut terms = BTreeSet::new();
    let mut namesake = false;
    for text in names.into_iter().chain(journal::texts_of_people(conn, &[id])?) {
        let is_address = text.contains('@') || !text.contains(char::is_alphabetic);
        let others: bool = conn.query_row(
            "SELECT EXISTS (SELECT 1 FROM person WHERE name = ?1 COLLATE NOCASE)
               OR EXISTS (SELECT 1 FROM contact_point WHERE value = ?1)",
            [&text],
            |row| row.get(0),
        )?;
        if others {
            namesake |= !is_address;
        } else if is_address && text.chars().count() > 4 || text.split_whitespace().count() > 1 {
            terms.insert(text);
        }
    }
    Ok(Wanted::new(vec![id], &terms, namesake))
}

fn id_list(people: &[PersonId]) -> String {
    let ids: Vec<String> = people.iter().map(ToString::to_string).collect();
    format!("[{}]", ids.join(","))
}

/// Registers the SQL function `strike`, which replaces the terms in a text.
fn define_strike(conn: &Connection, wanted: &Wanted) -> Result<()> {
    let terms = wanted.terms.clone();
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    conn.create_scalar_function("strike", 1, flags, move |context| {
        Ok(context.get_raw(0).as_str().ok().map(|text| struck(text, &terms)))
    })?;
    Ok(())
}

/// A text without the terms: whole words, whichever their case.
fn struck(text: &str, terms: &[Vec<char>]) -> String {
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let mut result = String::with_capacity(text.len());
    let mut at = 0;
    while let Some((start, letter)) = letters.get(at) {
        let begins = at == 0
            || !letters
                .get(at - 1)
                .is_some_and(|(_, before)| before.is_alphanumeric());
        let found = begins
            .then(|| terms.iter().find(|term| stands_at(&letters, at, term)))
            .flatten();
        match found {
            Some(term) => {
                result.push_str(STRUCK);
                at += term.len();
            }
            None => {
                debug_assert!(text.is_char_boundary(*start));
                result.push(*letter);
                at += 1;
            }
        }
    }
    result
}

fn stands_at(letters: &[(usize, char)], at: usize, term: &[char]) -> bool {
    let same = |(number, wanted): (usize, &char)| {
        letters.get(at + number).is_some_and(|(_, letter)| {
            // A letter whose lower case is two characters is compared as it is; none occurs in an address.
            letter == wanted || letter.to_lowercase().eq(std::iter::once(*wanted))
        })
    };
    let ends = letters
        .get(at + term.len())
        .is_none_or(|(_, after)| !after.is_alphanumeric());
    !term.is_empty() && ends && term.iter().enumerate().all(same)
}

/// Whether any of the terms stands in some bytes.
fn holds(bytes: &[u8], terms: &[Vec<char>]) -> bool {
    let text = String::from_utf8_lossy(bytes).to_lowercase();
    terms
        .iter()
        .any(|term| text.contains(&term.iter().collect::<String>()))
}

/// Deletes stored files that contain their terms, and returns how many. Evidence keeps its text and an import keeps its rows; a note
/// replaces the file of an import.
fn files(tx: &Connection, wanted: &Wanted, now: DateTime<Utc>) -> Result<u32> {
    let linked = "SELECT sha256 FROM import WHERE id IN (
           SELECT import_id FROM import_row WHERE person_id IN (SELECT id FROM temp.forgotten) OR strike(cells) <> cells)
         UNION SELECT e.sha256 FROM evidence e WHERE e.sha256 IS NOT NULL AND strike(e.sender) <> e.sender
         UNION SELECT e.sha256 FROM evidence e
           JOIN sign_on_evidence l ON l.evidence_id = e.id JOIN sign_on s ON s.id = l.sign_on_id
           WHERE e.sha256 IS NOT NULL AND s.organization_id IS NULL AND s.person_id IN (SELECT id FROM temp.forgotten)";
    let mut statement = tx.prepare(linked)?;
    let mut shas: BTreeSet<String> = statement
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    // A picture of a logo holds nothing but pixels.
    let mut statement = tx.prepare(
        "SELECT sha256, content FROM stored_file f WHERE NOT EXISTS (SELECT 1 FROM logo l WHERE l.sha256 = f.sha256)
         AND NOT EXISTS (SELECT 1 FROM edition e WHERE instr(e.block, f.sha256) > 0)",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        if holds(
            row.get_ref(1)?.as_blob().map_err(|_| Error::Damaged)?,
            &wanted.terms,
        ) {
            shas.insert(row.get(0)?);
        }
    }
    drop(rows);
    if shas.is_empty() {
        return Ok(0);
    }
    let note = format!(
        "A person who is in this file was forgotten on {}. The file was removed.\n",
        &time::store(now)[..10]
    );
    let instead = store::stored_file::put_note(tx, &note)?;
    let list = serde_json::to_string(&shas).map_err(|_| Error::Damaged)?;
    for sql in [
        "UPDATE evidence SET sha256 = NULL, bytes = NULL, name = '', media = ''
         WHERE sha256 IN (SELECT value FROM json_each(?1))",
        "DELETE FROM stored_file WHERE sha256 IN (SELECT value FROM json_each(?1))",
    ] {
        tx.execute(sql, [&list])?;
    }
    tx.execute(
        "UPDATE import SET sha256 = ?2 WHERE sha256 IN (SELECT value FROM json_each(?1))",
        params![list, instead],
    )?;
    Ok(u32::try_from(shas.len()).unwrap_or(u32::MAX))
}

/// Deletes their own rows and the sign-ons they made as individuals; returns the number of those sign-ons.
fn own_rows(tx: &Connection) -> Result<u32> {
    const OWN: &str = "SELECT id FROM sign_on WHERE organization_id IS NULL AND person_id IN (SELECT id FROM temp.forgotten)";
    let count = tx.query_row(&format!("SELECT count(*) FROM ({OWN})"), [], |row| row.get(0))?;
    let only_theirs = format!(
        "SELECT evidence_id FROM sign_on_evidence WHERE sign_on_id IN ({OWN}) EXCEPT
         SELECT evidence_id FROM sign_on_evidence WHERE sign_on_id NOT IN ({OWN})"
    );
    tx.execute_batch(&format!(
        "CREATE TEMP TABLE forgotten_evidence AS {only_theirs};
         DELETE FROM sign_on_evidence WHERE sign_on_id IN ({OWN});
         DELETE FROM evidence WHERE id IN (SELECT evidence_id FROM temp.forgotten_evidence);
         DROP TABLE temp.forgotten_evidence;
         DELETE FROM desk_item WHERE sign_on_id IN ({OWN});
         DELETE FROM ask_code WHERE sign_on_id IN ({OWN});
         DELETE FROM sent_message WHERE sign_on_id IN ({OWN});
         DELETE FROM outreach WHERE sign_on_id IN ({OWN});
         DELETE FROM further_signer WHERE sign_on_id IN ({OWN});
         UPDATE edition_name SET name = '{STRUCK}' WHERE sign_on_id IN ({OWN});
         DELETE FROM sign_on WHERE id IN ({OWN});"
    ))?;
    Ok(count)
}

/// Clears them from rows that refer to them by id, whatever name is written there; returns the number of texts changed.
fn linked_texts(tx: &Connection) -> Result<u32> {
    const THEY: &str = "(SELECT id FROM temp.forgotten)";
    let mut count = 0;
    for sql in [
        format!("UPDATE sign_on SET signer = '', title = '', person_id = NULL WHERE person_id IN {THEY}"),
        format!("UPDATE outreach SET person_id = NULL WHERE person_id IN {THEY}"),
        format!("UPDATE ask_code SET person_id = NULL WHERE person_id IN {THEY}"),
        format!("UPDATE desk_item SET person_id = NULL, personal = '' WHERE person_id IN {THEY}"),
        format!(
            "UPDATE import_row SET person_id = NULL, name = strike(name), cells = '[]', identity = NULL, content = 0
             WHERE person_id IN {THEY} OR strike(cells) <> cells"
        ),
        format!(
            "UPDATE event SET person_id = NULL, detail = CASE WHEN detail = '' THEN '' ELSE '{STRUCK}' END,
               op = CASE WHEN json_extract(op, '$.name') IS NULL THEN op ELSE json_set(op, '$.name', '{STRUCK}') END
             WHERE person_id IN {THEY}"
        ),
    ] {
        count += tx.execute(&sql, [])?;
    }
    for table in ["contact_point", "affiliation", "person_tag"] {
        tx.execute_batch(&format!("DELETE FROM {table} WHERE person_id IN {THEY}"))?;
    }
    tx.execute_batch(&format!("DELETE FROM person WHERE id IN {THEY}"))?;
    Ok(u32::try_from(count).unwrap_or(u32::MAX))
}

/// Strikes them out of frozen editions, renders the editions again and marks them with the day; returns how many.
fn editions(tx: &Connection, now: DateTime<Utc>) -> Result<u32> {
    let mut statement = tx.prepare(
        "SELECT id, strike(block) FROM edition e WHERE strike(block) <> block
           OR EXISTS (SELECT 1 FROM edition_name n WHERE n.edition_id = e.id AND n.name = ?1)",
    )?;
    let found: Vec<(i64, String)> = statement
        .query_map([STRUCK], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    for (id, json) in &found {
        let mut block: SignatoryBlock = serde_json::from_str(json).map_err(|_| Error::Damaged)?;
        crate::logo::bring_pictures(tx, &mut block)?;
        tx.execute(
            "UPDATE edition SET block = ?2, struck_at = coalesce(struck_at, ?3) WHERE id = ?1",
            params![id, json, time::store(now)],
        )?;
        tx.execute("DELETE FROM edition_form WHERE edition_id = ?1", [id])?;
        for format in Format::ALL {
            // A form that can't be made is no reason not to keep the others.
            if let Ok(content) = blocks::render(&block, *format) {
                tx.execute(
                    "INSERT INTO edition_form (edition_id, format, content) VALUES (?1, ?2, ?3)",
                    params![id, format.word(), content],
                )?;
            }
        }
    }
    Ok(u32::try_from(found.len()).unwrap_or(u32::MAX))
}

/// Strikes them out of every text in the file; returns how many changed. Names of organizations are kept: an organization can be named
/// after a person.
fn all_texts(tx: &Connection) -> Result<u32> {
    let kept = |table: &str, column: &str| {
        matches!(
            (table, column),
            ("organization", "name" | "prints_as" | "sort_as")
                | ("organization_alias", "name")
                | ("edition", "block")
                | ("sign_on", "prints_as" | "confirmed_as")
                | ("edition_name", "name")
        )
    };
    let mut count = 0;
    for table in DOMAIN_TABLES
        .iter()
        .copied()
        .chain(["event", "journal", "import_row"])
    {
        let mut statement = tx.prepare("SELECT name FROM pragma_table_info(?1) WHERE type = 'TEXT'")?;
        let columns: Vec<String> = statement
            .query_map([table], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        for column in columns.iter().filter(|column| !kept(table, column)) {
            count += tx.execute(
                &format!("UPDATE {table} SET {column} = strike({column}) WHERE strike({column}) <> {column}"),
                [],
            )?;
        }
    }
    // Without an organization, the printed name is a person's.
    for sql in [
        "UPDATE sign_on SET prints_as = strike(prints_as), confirmed_as = strike(confirmed_as)
         WHERE organization_id IS NULL AND strike(prints_as) <> prints_as",
        "UPDATE edition_name SET name = strike(name) WHERE organization_id IS NULL AND strike(name) <> name",
    ] {
        count += tx.execute(sql, [])?;
    }
    Ok(u32::try_from(count).unwrap_or(u32::MAX))
}

/// The backups and pre-upgrade copies that still contain any of them. A copy that can't be opened is listed too.
fn copies_with(wanted: &Wanted, coalition: &Coalition, backups: &Backups) -> Vec<PathBuf> {
    let people = id_list(&wanted.people);
    crate::locking::copies_of(coalition.path(), backups)
        .into_iter()
        .filter(|copy| {
            let held = db::open_copy(copy, coalition.key()).and_then(|copy| {
                Ok(copy.query_row(
                    "SELECT EXISTS (SELECT 1 FROM person WHERE id IN (SELECT value FROM json_each(?1)))",
                    [&people],
                    |row| row.get::<_, bool>(0),
                )?)
            });
            held.unwrap_or(true)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strike(text: &str, terms: &[&str]) -> String {
        let terms: Vec<Vec<char>> = terms
            .iter()
            .map(|term| term.to_lowercase().chars().collect())
            .collect();
        struck(text, &terms)
    }

    #[test]
    fn whole_names_are_struck_out_whichever_their_case() {
        assert_eq!(
            strike("Signed: iris vane, Director", &["Iris Vane"]),
            "Signed: ———, Director"
        );
        assert_eq!(
            strike("Iris Vanek and Paris Vane", &["Iris Vane"]),
            "Iris Vanek and Paris Vane"
        );
        assert_eq!(strike("IRIS VANE", &["Iris Vane"]), "———");
        assert_eq!(strike("<iris@example.org>", &["iris@example.org"]), "<———>");
        assert_eq!(strike("Ñandú Çelik wrote", &["ñandú çelik"]), "——— wrote");
        assert_eq!(strike("", &["x y"]), "");
        assert_eq!(strike("nobody", &[]), "nobody");
    }
}
