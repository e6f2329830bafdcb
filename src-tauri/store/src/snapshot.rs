//! One look at the file for several questions.

use rusqlite::Connection;

use base::error::Result;

/// While this lives, all that is read is of one moment, and the file is locked and let go once: many small questions cost more by
/// that than by what they ask.
pub struct Snapshot<'c>(Option<&'c Connection>);

impl<'c> Snapshot<'c> {
    /// Begins to look, unless somebody above does already.
    ///
    /// # Errors
    /// SQLite's, when the file can't be read.
    pub fn of(conn: &'c Connection) -> Result<Self> {
        if !conn.is_autocommit() {
            return Ok(Self(None));
        }
        conn.prepare_cached("BEGIN")?.execute([])?;
        Ok(Self(Some(conn)))
    }
}

impl Drop for Snapshot<'_> {
    fn drop(&mut self) {
        if let Some(conn) = self.0 {
            // Nothing was written: there is nothing that could fail to be kept.
            let _ = conn.prepare_cached("COMMIT").and_then(|mut end| end.execute([]));
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn one_within_another_ends_with_the_outer_one() {
        let conn = Connection::open_in_memory().unwrap();
        let outer = Snapshot::of(&conn).unwrap();
        drop(Snapshot::of(&conn).unwrap());
        assert!(!conn.is_autocommit());
        drop(outer);
        assert!(conn.is_autocommit());
    }
}
