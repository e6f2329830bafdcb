//! The sign-ons of a letter as its block: who stands in it, under which heading of the coordinator's own and in which
//! place, and the block put into the user's own document.
//!
//! It reads who may stand in the block; how they are arranged and printed is decided in `crate::block`.

use std::collections::{HashMap, HashSet};
use std::fs::File;
use std::io::Read;
use std::path::Path;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, params};

use super::get;
use crate::coalition::Coalition;
use crate::consent::{CLAIM_COLUMNS, Filed, Grounds};
use crate::letter::asked_again;
use crate::logo::bring_pictures;
use crate::style::{Styles, same_style};
use base::error::{Error, Result};
use base::files::is_same_file;
use base::messages::Message;
use base::text::{check_length, one_line, place};
use blocks::docx::{self, Arrangements, Filled};
use blocks::{
    BlockOptions, Labels, Logo, Pictures, Signatory, SignatoryBlock, Translations, arrange, group_names,
    same_heading,
};
use store::journal::{Change, Op, Subject};
use store::snapshot::Snapshot;
use vocabulary::ids::{LetterId, SignOnId};

impl Coalition {
    /// The block of a letter: those confirmed (and, when asked for, those who said yes without writing), arranged.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such letter.
    pub fn get_block(
        &self,
        letter: LetterId,
        options: &BlockOptions,
        labels: &dyn Labels,
    ) -> Result<SignatoryBlock> {
        let _snapshot = Snapshot::of(&self.conn)?;
        self.check_letter_exists(letter)?;
        let mut block = arrange(
            &self.signatories(letter, options.translations != Translations::None)?,
            options,
            labels,
        );
        bring_pictures(&self.conn, &mut block)?;
        block.paper = self.paper;
        Ok(block)
    }

    /// The user's own Word document with the block of a letter in the place of its placeholders. The words after a
    /// colon are the name of a saved style, choices ([`BlockOptions::with_words`]) or the name of a style that ships.
    ///
    /// # Errors
    /// [`Error::NotFound`]; that the file can't be read; a rule says why the document was not taken.
    pub fn fill_document(
        &self,
        letter: LetterId,
        options: &BlockOptions,
        labels: &dyn Labels,
        document: &Path,
    ) -> Result<Filled> {
        self.check_letter_exists(letter)?;
        let mut bytes = Vec::new();
        File::open(document)
            .and_then(|file| file.take(docx::MOST_BYTES as u64 + 1).read_to_end(&mut bytes))
            .map_err(|error| Error::file(document, error))?;
        let letterhead = Letterhead {
            conn: &self.conn,
            signatories: self.signatories(letter, true)?,
            styles: self.list_styles(&options.language)?,
            options,
            labels,
        };
        Ok(docx::fill(&bytes, letterhead)?)
    }

    /// That somebody stands under the only heading that the choices ask for, where the letter has headings at all.
    ///
    /// # Errors
    /// [`Error::NotFound`]; a rule that names the headings there are.
    pub fn check_only_group(
        &self,
        letter: LetterId,
        options: &BlockOptions,
        labels: &dyn Labels,
    ) -> Result<()> {
        let Some(group) = &options.only_group else {
            return Ok(());
        };
        let names = group_names(&self.signatories(letter, false)?, options, labels);
        if names.is_empty() || is_heading(group, &names, options) {
            return Ok(());
        }
        Err(Error::rule(
            Message::new("error-block-no-group")
                .text("group", group.clone())
                .text("groups", names.join(", ")),
        ))
    }

    /// Who is confirmed and counts: those whom the block holds, with those it counts without their names.
    pub(crate) fn counted(&self, letter: LetterId) -> Result<HashSet<SignOnId>> {
        let all = self.signatories(letter, false)?;
        Ok(all
            .into_iter()
            .filter(|signatory| !signatory.unwritten)
            .filter_map(|signatory| signatory.sign_on)
            .collect())
    }

    /// Those who may stand in the block of a letter, with their names in another language where those are wanted.
    fn signatories(&self, letter: LetterId, translated: bool) -> Result<Vec<Signatory>> {
        signatories(&self.conn, letter, &*self.filed(letter)?, translated)
    }

    /// Puts sign-ons under a heading of the coordinator's own; under none when it is empty.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn set_sign_on_heading(
        &mut self,
        ids: &[SignOnId],
        heading: &str,
        now: DateTime<Utc>,
    ) -> Result<Change<()>> {
        let heading = one_line(heading);
        check_length("heading", &heading)?;
        let op = Op::ArrangeSignOns {
            name: self.name_of(ids)?,
            count: ids.len(),
        };
        self.transact(op, now, |tx| {
            for id in ids {
                let before = get(tx.conn, *id)?;
                tx.conn.execute(
                    "UPDATE sign_on SET heading = ?2 WHERE id = ?1",
                    params![id, heading],
                )?;
                tx.event(before.subject(heading.clone()));
            }
            Ok(())
        })
    }

    /// Pins a sign-on to a place in its group (1 is the first, -1 the last), or lets it go.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn set_sign_on_pin(
        &mut self,
        id: SignOnId,
        pin: Option<i64>,
        now: DateTime<Utc>,
    ) -> Result<Change<()>> {
        let before = get(&self.conn, id)?;
        self.transact(
            Op::ArrangeSignOns {
                name: before.prints_as.clone(),
                count: 1,
            },
            now,
            |tx| {
                tx.conn.execute(
                    "UPDATE sign_on SET pin = ?2 WHERE id = ?1",
                    params![id, pin.filter(|pin| *pin != 0)],
                )?;
                tx.event(before.subject(pin.map_or_else(String::new, |pin| pin.to_string())));
                Ok(())
            },
        )
    }

    /// Gives a heading of the coordinator's own another name, on all sign-ons of a letter and in the order of its
    /// headings. An empty name takes the heading away; who stood under it stands under none. Where there is a
    /// heading of the new name already, the two become one.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn rename_heading(
        &mut self,
        letter: LetterId,
        from: &str,
        to: &str,
        now: DateTime<Utc>,
    ) -> Result<Change<()>> {
        let title = self.get_letter(letter)?.title;
        let (from, to) = (one_line(from), one_line(to));
        check_length("to", &to)?;
        let mut options = self.get_block_options(letter)?;
        let mut headings: Vec<String> = Vec::new();
        for heading in options.headings {
            let heading = if same_heading(&heading, &from) {
                to.clone()
            } else {
                heading
            };
            if !heading.is_empty() && !headings.iter().any(|kept| same_heading(kept, &heading)) {
                headings.push(heading);
            }
        }
        options.headings = headings;
        let json = serde_json::to_string(&options).map_err(|_| Error::Damaged)?;
        let members: Vec<SignOnId> = headed(&self.conn, letter)?
            .into_iter()
            .filter(|(_, heading)| same_heading(heading, &from))
            .map(|(id, _)| id)
            .collect();
        let op = Op::RenameHeading {
            title,
            from: from.clone(),
            to: to.clone(),
        };
        self.transact(op, now, |tx| {
            for id in members {
                tx.conn
                    .prepare_cached("UPDATE sign_on SET heading = ?2 WHERE id = ?1")?
                    .execute(params![id, to])?;
            }
            tx.conn.execute(
                "UPDATE letter SET block = ?2 WHERE id = ?1",
                params![letter, json],
            )?;
            tx.event(Subject {
                letter: Some(letter),
                detail: to,
                ..Subject::default()
            });
            Ok(())
        })
    }
}

/// That a document is not written over itself.
///
/// # Errors
/// A rule says to choose another name.
pub fn check_target(document: &Path, target: &Path) -> Result<()> {
    if is_same_file(document, target) {
        return Err(Error::rule(Message::new("error-docx-onto-itself")));
    }
    Ok(())
}

/// What the placeholders of a document can ask for.
struct Letterhead<'a> {
    conn: &'a Connection,
    signatories: Vec<Signatory>,
    styles: Styles,
    options: &'a BlockOptions,
    labels: &'a dyn Labels,
}

impl Letterhead<'_> {
    fn shipped(&self, words: &str) -> Option<BlockOptions> {
        let found = self
            .styles
            .built_in
            .iter()
            .find(|style| same_style(&style.word, words))?;
        Some(self.options.with_style(&found.options))
    }

    /// What somebody probably meant who wrote these words.
    fn meant(&self, words: &str) -> Option<String> {
        let saved = self.styles.saved.iter().map(|style| style.name.as_str());
        let shipped = self.styles.built_in.iter().map(|style| style.word.as_str());
        let styles: Vec<&str> = saved.chain(shipped).collect();
        if let Some(style) = docx::nearest(words, styles.into_iter()) {
            return Some(style.to_owned());
        }
        let known = BlockOptions::words();
        let corrected: Option<Vec<&str>> = words
            .split_whitespace()
            .map(|word| docx::nearest(word, known.iter().copied()))
            .collect();
        corrected.map(|words| words.join(" "))
    }
}

impl Arrangements for Letterhead<'_> {
    fn arrange(&mut self, words: &str) -> std::result::Result<SignatoryBlock, Option<String>> {
        let own = self
            .styles
            .saved
            .iter()
            .find(|style| same_style(&style.name, words));
        let chosen = match own {
            Some(style) => self.options.with_style(&style.options),
            None => match self.options.with_words(words) {
                Ok(chosen) => chosen,
                Err(_) => self.shipped(words).ok_or_else(|| self.meant(words))?,
            },
        };
        if let Some(group) = &chosen.only_group {
            let names = group_names(&self.signatories, &chosen, self.labels);
            if !is_heading(group, &names, &chosen) {
                let meant = docx::nearest(group, names.iter().map(String::as_str));
                return Err(meant.map(|meant| words.replace(group.as_str(), meant)));
            }
        }
        let mut block = arrange(&self.signatories, &chosen, self.labels);
        // Where a picture can't be read the name prints.
        if bring_pictures(self.conn, &mut block).is_err() {
            block.pictures = Pictures::default();
        }
        Ok(block)
    }

    fn is_own(&self, words: &str) -> bool {
        !words.is_empty()
            && self
                .styles
                .saved
                .iter()
                .any(|style| same_style(&style.name, words))
    }
}

/// Whether a group is among those of a letter, or a heading of its own under which nobody stands yet.
fn is_heading(group: &str, names: &[String], options: &BlockOptions) -> bool {
    names
        .iter()
        .chain(&options.headings)
        .any(|name| same_heading(name, group))
}

// SQL ---------------------------------------------------------------------------------------------------------------

fn headed(conn: &Connection, letter: LetterId) -> Result<Vec<(SignOnId, String)>> {
    let mut statement =
        conn.prepare_cached("SELECT id, heading FROM sign_on WHERE letter_id = ?1 AND heading <> ''")?;
    let rows = statement.query_map([letter], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Those who said yes and stand under the latest text. A version that asks for a new yes leaves out who has not given it, and
/// nobody is printed whose yes rests on nothing: see [`crate::consent::Ground`].
fn signatories(
    conn: &Connection,
    letter: LetterId,
    filed: &Filed,
    translated: bool,
) -> Result<Vec<Signatory>> {
    let asked_again = asked_again();
    // Looking for translations is a tenth of the whole, and few blocks print any. It is one statement all the same: whether a block is out
    // of date goes by the tables that its statement names.
    let sql = format!(
        "SELECT s.id, s.prints_as, o.sort_as, s.signer, s.title, o.city, o.state, o.country, o.scope, s.decided_at,
                s.position, s.organization_id IS NULL, s.status = 'said-yes',
                EXISTS (SELECT 1 FROM letter_lead l
                        WHERE l.letter_id = s.letter_id AND l.organization_id = s.organization_id),
                o.kind, s.heading, s.pin,
                coalesce(s.decided_at > (SELECT delivered_at FROM letter WHERE id = s.letter_id), 0), s.affiliation,
                o.website,
                CASE WHEN ?2 THEN
                  (SELECT a.name FROM organization_alias a
                   WHERE a.organization_id = o.id AND a.kind = 'translation' ORDER BY a.entered, a.id LIMIT 1) END, s.unnamed,
                o.district, g.sha256, g.width, g.height, {CLAIM_COLUMNS}
         FROM sign_on s LEFT JOIN organization o ON o.id = s.organization_id
         LEFT JOIN logo g ON g.organization_id = s.organization_id
         WHERE s.letter_id = ?1 AND s.status IN ('confirmed', 'said-yes') AND NOT {asked_again}
         ORDER BY s.position, s.id"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let filled = |text: Option<String>| text.filter(|text| !text.is_empty());
    let grounds = Grounds::of(conn, letter, filed)?;
    let rows = statement.query_map(params![letter, translated], |row| {
        let unwritten: bool = row.get(12)?;
        // Who is confirmed and rests on nothing that counts today is not printed.
        if !unwritten && !grounds.support(row, 26)? {
            return Ok(None);
        }
        let (city, state): (Option<String>, Option<String>) = (row.get(5)?, row.get(6)?);
        Ok(Some(Signatory {
            sign_on: Some(row.get(0)?),
            name: row.get(1)?,
            sort_as: row.get(2)?,
            signer: filled(row.get(3)?),
            title: filled(row.get(4)?),
            place: filled(Some(place(
                city.as_deref().unwrap_or(""),
                state.as_deref().unwrap_or(""),
            ))),
            state: filled(state),
            country: filled(row.get(7)?),
            scope: row.get(8)?,
            signed_at: row.get(9)?,
            position: row.get(10)?,
            individual: row.get(11)?,
            unwritten,
            lead: row.get(13)?,
            kind: row.get(14)?,
            heading: filled(row.get(15)?),
            pin: row.get(16)?,
            late: row.get(17)?,
            affiliation: filled(row.get(18)?),
            website: filled(row.get(19)?),
            translation: row.get(20)?,
            unnamed: row.get(21)?,
            district: filled(row.get(22)?),
            further: Vec::new(),
            logo: match row.get::<_, Option<String>>(23)? {
                Some(picture) => Some(Logo {
                    picture,
                    width: row.get(24)?,
                    height: row.get(25)?,
                }),
                None => None,
            },
        }))
    })?;
    let mut signatories: Vec<Signatory> = rows
        .filter_map(Result::transpose)
        .collect::<rusqlite::Result<_>>()?;
    let mut further: HashMap<SignOnId, Vec<(String, String)>> = HashMap::new();
    for (sign_on, name, title) in super::further::shown_on(conn, letter)? {
        further.entry(sign_on).or_default().push((name, title));
    }
    for one in &mut signatories {
        if let Some(signers) = one.sign_on.and_then(|id| further.remove(&id)) {
            one.further = signers;
        }
    }
    Ok(signatories)
}
