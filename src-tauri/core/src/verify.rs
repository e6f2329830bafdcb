//! The check of a whole file: what SQLite says of it, and whether derived rows, stored files and the journal agree with
//! what they come from.

use crate::coalition::Coalition;
use crate::error::Result;
use crate::journal;

impl Coalition {
    /// Checks the whole file: SQLite's own checks, the references, the search index, the journal. Gives a line of
    /// SQLite's or of ours for each fault; none when all is well.
    pub fn verify(&self) -> Result<Vec<String>> {
        let mut faults = Vec::new();
        let mut statement = self.conn.prepare("PRAGMA integrity_check")?;
        let lines = statement.query_map([], |row| row.get::<_, String>(0))?;
        for line in lines {
            faults.push(line?);
        }
        faults.retain(|line| line != "ok");
        let mut statement = self.conn.prepare("PRAGMA foreign_key_check")?;
        let rows = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(2)?)))?;
        for row in rows {
            let (table, parent) = row?;
            faults.push(format!("{table} refers to a row that {parent} lacks"));
        }
        for (derived, id, table) in [
            ("organization_search", "rowid", "organization"),
            ("organization_list", "organization_id", "organization"),
            ("person_search", "rowid", "person"),
            ("person_list", "person_id", "person"),
            ("letter_search", "rowid", "letter"),
        ] {
            let differ: i64 = self.conn.query_row(
                &format!(
                    "SELECT (SELECT count(*) FROM {table} WHERE id NOT IN (SELECT {id} FROM {derived}))
                          + (SELECT count(*) FROM {derived} WHERE {id} NOT IN (SELECT id FROM {table}))"
                ),
                [],
                |row| row.get(0),
            )?;
            if differ > 0 {
                faults.push(format!("{derived} and {table} differ in {differ} rows"));
            }
        }
        // A derived row must say what its sources say now.
        for (list, source) in [
            ("organization_list", "organization_listed"),
            ("person_list", "person_listed"),
        ] {
            let stale: i64 = self.conn.query_row(
                &format!("SELECT count(*) FROM (SELECT * FROM {source} EXCEPT SELECT * FROM {list})"),
                [],
                |row| row.get(0),
            )?;
            if stale > 0 {
                faults.push(format!("{list} is out of date in {stale} rows"));
            }
        }
        faults.extend(crate::stored_file::faults(&self.conn)?);
        let mut statement = self
            .conn
            .prepare("SELECT seq, changeset FROM journal ORDER BY seq")?;
        let entries =
            statement.query_map([], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, Vec<u8>>(1)?)))?;
        for entry in entries {
            let (seq, changeset) = entry?;
            if journal::touched(&changeset).is_err() {
                faults.push(format!("journal entry {seq} cannot be read"));
            }
        }
        Ok(faults)
    }
}
