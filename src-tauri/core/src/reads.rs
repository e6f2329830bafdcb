//! Which tables a question reads, as SQLite itself says when it prepares a statement: after a change of one of them its answer is
//! out of date. The bindings of the page are made from it.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::Connection;
use rusqlite::hooks::{AuthAction, AuthContext, Authorization};

use crate::coalition::Coalition;
use base::error::Result;
use store::db::DOMAIN_TABLES;
use store::derived;

/// The table of the history, which every action adds to.
pub const HISTORY: &str = "event";

/// The tables that are read from now on; see [`Coalition::note_reads`].
#[derive(Debug, Clone, Default)]
pub struct Reads(Arc<Mutex<BTreeSet<String>>>);

impl Coalition {
    /// Notes which tables are read, until [`Reads::end`]. Everything that is remembered in memory is forgotten, so that it is
    /// read again.
    ///
    /// # Errors
    /// Those of SQLite.
    pub fn note_reads(&mut self) -> Result<Reads> {
        self.forget_memory()?;
        let reads = Reads::default();
        reads.begin(&mut self.conn)?;
        Ok(reads)
    }
}

impl Reads {
    /// Sets the authorizer, which makes SQLite prepare every statement again that it has prepared before.
    fn begin(&self, conn: &mut Connection) -> Result<()> {
        // One that is prepared and not run would be taken from there, and never be seen.
        conn.flush_prepared_statement_cache();
        let noted = Arc::clone(&self.0);
        conn.authorizer(Some(move |context: AuthContext<'_>| {
            if let AuthAction::Read { table_name, .. } = context.action {
                let mut noted = noted.lock().unwrap_or_else(PoisonError::into_inner);
                noted.insert(table_name.to_owned());
            }
            Authorization::Allow
        }))?;
        Ok(())
    }

    fn stop(&self, conn: &mut Connection) -> Result<BTreeSet<String>> {
        conn.authorizer(None::<fn(AuthContext<'_>) -> Authorization>)?;
        let mut noted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(std::mem::take(&mut *noted))
    }

    /// Stops, and says which tables were read, of those that [`store::journal::Change::tables`] names and the history: for a derived
    /// table stand those that it is derived from.
    ///
    /// # Errors
    /// Those of SQLite.
    pub fn end(self, coalition: &mut Coalition) -> Result<BTreeSet<String>> {
        let read = self.stop(&mut coalition.conn)?;
        let mut tables = BTreeSet::new();
        for table in &read {
            if let Some(select) = derived::source_of(table) {
                let of = Self::default();
                of.begin(&mut coalition.conn)?;
                let prepared = coalition.conn.prepare(&select).map(drop);
                tables.extend(of.stop(&mut coalition.conn)?);
                prepared?;
            } else {
                tables.insert(table.clone());
            }
        }
        Ok(tables
            .iter()
            .filter_map(|table| changed_with(table))
            .map(str::to_owned)
            .collect())
    }
}

/// The table that a change names when it touches this one; none for what never changes, and for what is no table of the file.
fn changed_with(table: &str) -> Option<&'static str> {
    match table {
        HISTORY | "journal" => Some(HISTORY),
        // The rows of an import are written with it.
        "import_row" => Some("import"),
        _ => DOMAIN_TABLES.iter().copied().find(|domain| *domain == table),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is read of a coalition with a letter in it.
    fn reads_of(ask: impl Fn(&Coalition)) -> Vec<String> {
        let mut coalition = Coalition::in_memory().unwrap();
        let fields = crate::letter::LetterFields {
            title: "Clean water".to_owned(),
            ..Default::default()
        };
        coalition
            .add_letter(&fields, chrono::DateTime::UNIX_EPOCH)
            .unwrap();
        // Prepared before, which must not hide anything.
        ask(&coalition);
        let reads = coalition.note_reads().unwrap();
        ask(&coalition);
        reads.end(&mut coalition).unwrap().into_iter().collect()
    }

    #[test]
    fn a_question_reads_the_tables_of_its_statements() {
        let filters = reads_of(|coalition| drop(coalition.list_styles("en").unwrap()));
        assert_eq!(filters, ["block_style"]);
    }

    #[test]
    fn a_derived_table_stands_for_what_it_is_derived_from() {
        let counted = reads_of(|coalition| drop(coalition.search("cedar", 5).unwrap()));
        for table in [
            "organization",
            "organization_alias",
            "contact_point",
            "letter",
            HISTORY,
        ] {
            assert!(counted.iter().any(|read| read == table), "{table}: {counted:?}");
        }
        assert!(!counted.iter().any(|read| read.contains("search")), "{counted:?}");
    }

    #[test]
    fn a_change_brings_the_letters_whenever_their_list_went_stale() {
        let read = reads_of(|coalition| drop(coalition.list_letters().unwrap()));
        assert_eq!(read, crate::letter::SUMMARY_TABLES);
    }

    #[test]
    fn what_undo_would_take_back_changes_with_every_action() {
        assert_eq!(
            reads_of(|coalition| drop(coalition.next_undo().unwrap())),
            [HISTORY]
        );
    }
}
