//! The check of a whole file: what SQLite says of it, and whether derived rows, stored files, logos and the journal agree with
//! what they come from.

use crate::coalition::Coalition;
use base::error::{Error, Result};
use store::{db, journal};

impl Coalition {
    /// Checks the whole file: SQLite's own checks, the references, the search index, the journal. Gives a line of
    /// SQLite's or of ours for each fault; none when all is well.
    pub fn verify(&self) -> Result<Vec<String>> {
        let mut faults = Vec::new();
        if !self.is_in_place() {
            faults.push(Error::FileMoved(self.path().to_path_buf()).to_string());
        }
        let damaged = self.damaged_pages()?;
        if !damaged.is_empty() {
            // Whatever else is looked at would end at the first of them.
            faults.extend(damaged);
            return Ok(faults);
        }
        faults.extend(
            self.lines("PRAGMA integrity_check")?
                .into_iter()
                .filter(|line| line != "ok"),
        );
        let mut statement = self.conn.prepare("PRAGMA foreign_key_check")?;
        let rows = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(2)?)))?;
        for row in rows {
            let (table, parent) = row?;
            faults.push(format!("{table} refers to a row that {parent} lacks"));
        }
        faults.extend(store::derived::faults(&self.conn)?);
        faults.extend(store::stored_file::faults(&self.conn)?);
        faults.extend(crate::logo::faults(&self.conn)?);
        faults.extend(journal::faults(&self.conn)?);
        Ok(faults)
    }

    /// A line for each page that is not as it was written, those among them that nothing uses.
    fn damaged_pages(&self) -> Result<Vec<String>> {
        if self.path().as_os_str().is_empty() || self.is_read_only() || !self.is_in_place() {
            return Ok(Vec::new());
        }
        if self.is_locked() {
            return self.lines("PRAGMA cipher_integrity_check");
        }
        db::fold_log(&self.conn)?;
        let pages = checksums::damaged_pages(self.path()).map_err(|error| Error::file(self.path(), error))?;
        Ok(pages
            .into_iter()
            .map(|page| format!("page {page} is not as it was written"))
            .collect())
    }

    fn lines(&self, pragma: &str) -> Result<Vec<String>> {
        let mut statement = self.conn.prepare(pragma)?;
        let lines = statement.query_map([], |row| row.get(0))?;
        Ok(lines.collect::<rusqlite::Result<_>>()?)
    }
}
