//! Logos of organizations: a picture, and who permitted that it is printed, and when.
//!
//! What is given is decoded within bounds and kept as a small PNG of its own (`reading/src/picture.rs`), as a stored file
//! that a row of the domain names. Without a word of who permitted it there is no logo.

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
use blocks::{BlockOptions, Labels, Layout, SignatoryBlock};
use reading::picture::{self, LARGEST_PICTURE, PictureError};
use store::journal::{Change, Op, Subject, Tx};
use store::stored_file;
use vocabulary::ids::{LetterId, OrganizationId};

/// An organization's logo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "organizations/")]
pub struct Logo {
    /// What the picture is kept under: its SHA-256, in lower-case hexadecimal.
    pub picture: String,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// Who permitted that it is printed.
    pub permitted_by: String,
    /// On which day, `2020-12-15`.
    pub permitted_on: String,
}

impl Coalition {
    /// The logo of an organization, if it has one.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such organization.
    pub fn get_logo(&self, organization: OrganizationId) -> Result<Option<Logo>> {
        self.get_organization(organization)?;
        logo_of(&self.conn, organization)
    }

    /// Gives an organization a logo in the place of the one it has. `permitted_on` is a day; today when it is empty.
    ///
    /// # Errors
    /// [`Error::NotFound`]; a rule: why the picture is not taken (field `file`), nobody who permitted it (field
    /// `permittedBy`), a day that can't be read (field `permittedOn`).
    pub fn set_logo(
        &mut self,
        organization: OrganizationId,
        bytes: &[u8],
        permitted_by: &str,
        permitted_on: &str,
        now: DateTime<Utc>,
    ) -> Result<Change<()>> {
        let name = self.get_organization(organization)?.name;
        let (by, on) = checked(permitted_by, permitted_on, now)?;
        let picture = picture::read(bytes).map_err(refused)?;
        self.transact(Op::SetLogo { name }, now, |tx| {
            let sha = stored_file::put(tx, &picture.png)?;
            tx.conn.execute(
                "INSERT INTO logo (organization_id, sha256, width, height, permitted_by, permitted_on)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                 ON CONFLICT (organization_id) DO UPDATE SET sha256 = excluded.sha256, width = excluded.width,
                   height = excluded.height, permitted_by = excluded.permitted_by, permitted_on = excluded.permitted_on",
                params![organization, sha, picture.width, picture.height, by, on],
            )?;
            tx.event(about(organization, format!("{by}, {on}")));
            Ok(())
        })
    }

    /// Says anew who permitted a logo, and when.
    ///
    /// # Errors
    /// [`Error::NotFound`]; a rule when the organization has none; the rules of [`Self::set_logo`].
    pub fn set_logo_permission(
        &mut self,
        organization: OrganizationId,
        permitted_by: &str,
        permitted_on: &str,
        now: DateTime<Utc>,
    ) -> Result<Change<()>> {
        let name = self.get_organization(organization)?.name;
        let (by, on) = checked(permitted_by, permitted_on, now)?;
        self.transact(Op::SetLogo { name: name.clone() }, now, |tx| {
            let changed = tx.conn.execute(
                "UPDATE logo SET permitted_by = ?2, permitted_on = ?3 WHERE organization_id = ?1",
                params![organization, by, on],
            )?;
            if changed == 0 {
                return Err(none(&name));
            }
            tx.event(about(organization, format!("{by}, {on}")));
            Ok(())
        })
    }

    /// Takes an organization's logo away. Editions that print it keep it.
    ///
    /// # Errors
    /// [`Error::NotFound`]; a rule when it has none.
    pub fn remove_logo(&mut self, organization: OrganizationId, now: DateTime<Utc>) -> Result<Change<()>> {
        let name = self.get_organization(organization)?.name;
        self.transact(Op::RemoveLogo { name: name.clone() }, now, |tx| {
            let removed = tx
                .conn
                .execute("DELETE FROM logo WHERE organization_id = ?1", [organization])?;
            if removed == 0 {
                return Err(none(&name));
            }
            tx.event(about(organization, String::new()));
            Ok(())
        })
    }

    /// The picture of a logo, as a PNG; nothing where no logo has it and no edition prints it.
    ///
    /// # Errors
    /// [`Error::Damaged`] when it is not what it is kept under.
    pub fn get_logo_picture(&self, picture: &str) -> Result<Option<Vec<u8>>> {
        let known: bool = self
            .conn
            .prepare_cached(
                "SELECT length(?1) = 64 AND (EXISTS (SELECT 1 FROM logo WHERE sha256 = ?1)
                   OR EXISTS (SELECT 1 FROM edition WHERE instr(block, ?1) > 0))",
            )?
            .query_row([picture], |row| row.get(0))?;
        known.then(|| stored_file::get(&self.conn, picture)).transpose()
    }

    /// The names of the organizations in a letter's block that have no logo, in the order of the block.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such letter.
    pub fn list_without_logo(
        &self,
        letter: LetterId,
        options: &BlockOptions,
        labels: &dyn Labels,
    ) -> Result<Vec<String>> {
        let options = BlockOptions {
            layout: Layout::Logos,
            limit: None,
            ..options.clone()
        };
        let block = self.get_block(letter, &options, labels)?;
        let entries = block.groups.iter().flat_map(|group| &group.entries);
        Ok(entries
            .filter(|entry| !entry.individual && entry.logo.is_none())
            .map(blocks::BlockEntry::name)
            .collect())
    }
}

/// Reads a file that may be a picture, no more of it than is taken.
///
/// # Errors
/// That it can't be read.
pub fn read_file(path: &Path) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| file.take(LARGEST_PICTURE as u64 + 1).read_to_end(&mut bytes))
        .map_err(|error| Error::file(path, error))?;
    Ok(bytes)
}

/// Who permitted a logo and on which day, as they are kept.
fn checked(by: &str, on: &str, now: DateTime<Utc>) -> Result<(String, String)> {
    let by = one_line(by);
    if by.is_empty() {
        return Err(Error::field(
            "permittedBy",
            Message::new("error-logo-permitted-by"),
        ));
    }
    check_length("permittedBy", &by)?;
    let on = on.trim();
    if on.is_empty() {
        return Ok((by, now.date_naive().to_string()));
    }
    let day: NaiveDate = on.parse().map_err(|_| {
        Error::field(
            "permittedOn",
            Message::new("error-date-unreadable").text("text", on),
        )
    })?;
    Ok((by, day.to_string()))
}

fn refused(error: PictureError) -> Error {
    let (id, number) = error.message();
    let message = Message::new(id);
    Error::field(
        "file",
        match number {
            Some((name, number)) => message.number(name, usize::try_from(number).unwrap_or_default()),
            None => message,
        },
    )
}

fn none(name: &str) -> Error {
    Error::rule(Message::new("error-logo-none").text("name", name))
}

fn about(organization: OrganizationId, detail: String) -> Subject {
    Subject {
        organization: Some(organization),
        detail,
        ..Subject::default()
    }
}

// SQL ---------------------------------------------------------------------------------------------------------------

pub(crate) fn logo_of(conn: &Connection, organization: OrganizationId) -> Result<Option<Logo>> {
    let found = conn
        .prepare_cached(
            "SELECT sha256, width, height, permitted_by, permitted_on FROM logo WHERE organization_id = ?1",
        )?
        .query_row([organization], |row| {
            Ok(Logo {
                picture: row.get(0)?,
                width: row.get(1)?,
                height: row.get(2)?,
                permitted_by: row.get(3)?,
                permitted_on: row.get(4)?,
            })
        })
        .optional()?;
    Ok(found)
}

/// Brings the pictures that a block prints. One that is no longer there prints as the name.
pub(crate) fn bring_pictures(conn: &Connection, block: &mut SignatoryBlock) -> Result<()> {
    for name in block.picture_names() {
        match stored_file::get(conn, &name) {
            Ok(png) => block.pictures.bring(name, png),
            Err(Error::Damaged) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// Gives the kept of two organizations that become one the logo of the other, where it has none of its own.
pub(crate) fn merge(tx: &Tx, keep: OrganizationId, drop: OrganizationId) -> Result<()> {
    tx.conn.execute(
        "INSERT INTO logo (organization_id, sha256, width, height, permitted_by, permitted_on)
         SELECT ?1, sha256, width, height, permitted_by, permitted_on FROM logo WHERE organization_id = ?2
         ON CONFLICT (organization_id) DO NOTHING",
        [keep, drop],
    )?;
    tx.conn
        .execute("DELETE FROM logo WHERE organization_id = ?1", [drop])?;
    Ok(())
}

/// A line for each logo whose picture can't be printed.
pub(crate) fn faults(conn: &Connection) -> Result<Vec<String>> {
    let mut statement = conn.prepare("SELECT organization_id, sha256, width, height FROM logo")?;
    let mut rows = statement.query([])?;
    let mut faults = Vec::new();
    while let Some(row) = rows.next()? {
        let (organization, sha): (OrganizationId, String) = (row.get(0)?, row.get(1)?);
        let size: (u32, u32) = (row.get(2)?, row.get(3)?);
        // That the file is what it is called is told with the stored files.
        if let Ok(png) = stored_file::get(conn, &sha)
            && blocks::picture_size(&png) != Some(size)
        {
            faults.push(format!(
                "logo of organization {organization} is not the picture that it says"
            ));
        }
    }
    Ok(faults)
}

#[cfg(test)]
mod tests;
