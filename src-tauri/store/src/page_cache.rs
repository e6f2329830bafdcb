//! How much of the file SQLite keeps in memory while many rows are written.

use rusqlite::Connection;

use base::error::Result;

/// While this lives, SQLite keeps more of the file in memory: many rows are put into each index all over it, and pages that do not
/// fit would be written and read again and again.
pub struct LargeCache<'c> {
    conn: &'c Connection,
    usual: i64,
}

impl<'c> LargeCache<'c> {
    /// As much as an import needs.
    pub fn begin(conn: &'c Connection) -> Result<Self> {
        Self::of(conn, 48 * 1024)
    }

    /// So many kilobytes, unless it is as many already.
    pub fn of(conn: &'c Connection, kilobytes: i64) -> Result<Self> {
        let usual: i64 = conn.pragma_query_value(None, "cache_size", |row| row.get(0))?;
        // A negative size is one in kilobytes.
        conn.pragma_update(None, "cache_size", usual.min(-kilobytes))?;
        Ok(Self { conn, usual })
    }
}

impl Drop for LargeCache<'_> {
    fn drop(&mut self) {
        // It can't fail on an open connection.
        let _ = self.conn.pragma_update(None, "cache_size", self.usual);
    }
}
