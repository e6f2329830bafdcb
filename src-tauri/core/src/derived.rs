//! What is derived from the domain by triggers, made once for many rows instead of with each of them.
//!
//! Owns which derived rows hang on which domain rows, as the triggers of the migrations have it; `Coalition::verify` tells
//! when the two differ.

use std::collections::BTreeSet;

use rusqlite::Connection;
use rusqlite::config::DbConfig;

use crate::error::Result;
use crate::ids::{OrganizationId, PersonId};

/// Triggers rest as long as this lives. Whoever lets them rest says afterwards what was changed.
pub(crate) struct Rest<'c> {
    conn: &'c Connection,
}

impl<'c> Rest<'c> {
    /// Lets the triggers rest.
    pub fn begin(conn: &'c Connection) -> Result<Self> {
        conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
        Ok(Self { conn })
    }

    /// Makes the rows that are derived from these, and wakes the triggers. An organization counts as changed with its people,
    /// its sign-ons and its chapters; a person with their addresses and affiliations. Names of organizations that were there
    /// must not have changed.
    pub fn refresh(
        self,
        organizations: &BTreeSet<OrganizationId>,
        people: &BTreeSet<PersonId>,
    ) -> Result<()> {
        for sql in [
            "REPLACE INTO organization_list SELECT * FROM organization_listed WHERE organization_id = ?1",
            "REPLACE INTO organization_search (rowid, name, alias, place, tag) SELECT * FROM organization_text WHERE id = ?1",
        ] {
            let mut statement = self.conn.prepare(sql)?;
            for id in organizations {
                statement.execute([id])?;
            }
        }
        for sql in [
            "REPLACE INTO person_list SELECT * FROM person_listed WHERE person_id = ?1",
            "REPLACE INTO person_search (rowid, name, role, contact, tag) SELECT * FROM person_text WHERE id = ?1",
        ] {
            let mut statement = self.conn.prepare(sql)?;
            for id in people {
                statement.execute([id])?;
            }
        }
        Ok(())
    }
}

impl Drop for Rest<'_> {
    fn drop(&mut self) {
        // It can't fail on an open connection.
        let _ = self
            .conn
            .set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, true);
    }
}
