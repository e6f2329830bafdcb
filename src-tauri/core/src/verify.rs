//! The check of a whole file: what SQLite says of it, and whether derived rows, stored files, logos and the journal agree with
//! what they come from.

use crate::coalition::Coalition;
use base::error::{Error, Result};
use store::journal;

impl Coalition {
    /// Checks the whole file: SQLite's own checks, the references, the search index, the journal. Gives a line of
    /// SQLite's or of ours for each fault; none when all is well.
    pub fn verify(&self) -> Result<Vec<String>> {
        let mut faults = Vec::new();
        if !self.is_in_place() {
            faults.push(Error::FileMoved(self.path().to_path_buf()).to_string());
        }
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
        faults.extend(store::derived::faults(&self.conn)?);
        faults.extend(crate::stored_file::faults(&self.conn)?);
        faults.extend(crate::logo::faults(&self.conn)?);
        faults.extend(journal::faults(&self.conn)?);
        Ok(faults)
    }
}
