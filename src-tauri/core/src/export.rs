//! Everything in the coalition, openly: a file for each table of the domain, for other programs and for leaving.
//!
//! Owns what is written beside a table's own columns so that it can be read without the others, and brought in again: an
//! organization with its parent, aliases and tags, a person with their addresses and where they are. Files that the coalition
//! keeps come out as they came in, named by their SHA-256. Nothing is ever written over.

use std::path::{Path, PathBuf};

use rusqlite::types::ValueRef;
use rust_xlsxwriter::Workbook;
use serde_json::{Map, Value, json};

use crate::coalition::Coalition;
use base::error::{Error, Result};
use base::files::{Part, make_folder};
use blocks::csv::push_cell;
use store::db::DOMAIN_TABLES;
use vocabulary::string_enum;

string_enum! {
    /// A kind of file that tables are written as.
    ExportFormat {
        /// Comma-separated values, a line a row.
        Csv = "csv",
        /// A workbook of Excel.
        Xlsx = "xlsx",
        /// An array of objects.
        Json = "json",
    }
}

/// Organizations with what they are called besides, under whom they stand, and their tags.
const ORGANIZATIONS: &str = "SELECT o.*,
    (SELECT p.name FROM organization p WHERE p.id = o.parent_id) AS parent,
    (SELECT group_concat(a.name, '; ') FROM organization_alias a WHERE a.organization_id = o.id) AS alias,
    (SELECT group_concat(t.tag, '; ') FROM organization_tag t WHERE t.organization_id = o.id) AS tags
  FROM organization o ORDER BY o.id";

/// People with their addresses, and where they are first of all.
const PEOPLE: &str = "SELECT p.*,
    (SELECT group_concat(c.value, '; ') FROM contact_point c WHERE c.person_id = p.id AND c.kind = 'email') AS email,
    (SELECT group_concat(c.value, '; ') FROM contact_point c WHERE c.person_id = p.id AND c.kind = 'phone') AS phone,
    (SELECT o.name FROM organization o WHERE o.id = a.organization_id) AS organization, a.role AS title,
    (SELECT group_concat(t.tag, '; ') FROM person_tag t WHERE t.person_id = p.id) AS tags
  FROM person p LEFT JOIN affiliation a ON a.id = (
    SELECT b.id FROM affiliation b WHERE b.person_id = p.id AND b.until IS NULL ORDER BY b.is_primary DESC, b.entered, b.id LIMIT 1)
  ORDER BY p.id";

impl Coalition {
    /// Writes a file for each table of the domain into a folder, which is made when it is not there, and the files that the
    /// coalition keeps into `files` below it. Gives back how many files were written.
    ///
    /// # Errors
    /// [`Error::FileExists`] when one of them is there already; what the system says of the folder; [`Error::Damaged`].
    pub fn export(&self, folder: &Path, format: ExportFormat) -> Result<usize> {
        make_folder(folder)?;
        let mut written = Vec::new();
        let exported = self.export_into(folder, format, &mut written);
        if exported.is_err() {
            // Half an export would be taken for a whole one.
            for path in &written {
                let _ = std::fs::remove_file(path);
            }
        }
        exported.map(|()| written.len())
    }

    fn export_into(&self, folder: &Path, format: ExportFormat, written: &mut Vec<PathBuf>) -> Result<()> {
        for table in DOMAIN_TABLES {
            let (sql, name) = match *table {
                "organization" => (ORGANIZATIONS.to_owned(), "organization"),
                "person" => (PEOPLE.to_owned(), "full_name"),
                table => (format!("SELECT * FROM {table}"), "name"),
            };
            let bytes = self.table_as(&sql, name, format)?;
            write_new(folder.join(format!("{table}.{}", format.word())), &bytes, written)?;
        }
        let mut statement = self.conn.prepare("SELECT sha256, content FROM stored_file")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let files = folder.join("files");
            make_folder(&files)?;
            let sha: String = row.get(0)?;
            // What names a file is hexadecimal; anything else was not written by this program.
            if !sha.bytes().all(|byte| byte.is_ascii_hexdigit()) {
                return Err(Error::Damaged);
            }
            let content = row.get_ref(1)?.as_blob().map_err(|_| Error::Damaged)?;
            write_new(files.join(sha), content, written)?;
        }
        Ok(())
    }

    /// What a query gives, with its column `name` under a heading that says whose name it is.
    fn table_as(&self, sql: &str, name: &str, format: ExportFormat) -> Result<Vec<u8>> {
        let mut statement = self.conn.prepare(sql)?;
        let names: Vec<String> = statement
            .column_names()
            .map(|column| if column == "name" { name } else { column }.to_owned())
            .collect();
        let mut rows = statement.query([])?;
        match format {
            ExportFormat::Csv => {
                let mut text = String::new();
                for (at, name) in names.iter().enumerate() {
                    push_cell(&mut text, at, name);
                }
                text.push_str("\r\n");
                while let Some(row) = rows.next()? {
                    for at in 0..names.len() {
                        push_cell(&mut text, at, &as_text(row.get_ref(at)?));
                    }
                    text.push_str("\r\n");
                }
                Ok(text.into_bytes())
            }
            ExportFormat::Json => {
                let mut all = Vec::new();
                while let Some(row) = rows.next()? {
                    let mut object = Map::new();
                    for (at, name) in names.iter().enumerate() {
                        object.insert(name.clone(), as_json(row.get_ref(at)?));
                    }
                    all.push(Value::Object(object));
                }
                serde_json::to_vec_pretty(&all).map_err(|_| Error::Damaged)
            }
            ExportFormat::Xlsx => {
                let refused =
                    |error: rust_xlsxwriter::XlsxError| Error::from(blocks::xlsx::XlsxError::from(error));
                let mut book = Workbook::new();
                let sheet = book.add_worksheet();
                for (name, column) in names.iter().zip(0u16..) {
                    sheet.write_string(0, column, name).map_err(refused)?;
                }
                let mut number = 0;
                while let Some(row) = rows.next()? {
                    number += 1;
                    for (at, column) in (0..names.len()).zip(0u16..) {
                        // Every cell is text, so that nothing in it is a formula.
                        let text = as_text(row.get_ref(at)?);
                        if !text.is_empty() {
                            sheet.write_string(number, column, text).map_err(refused)?;
                        }
                    }
                }
                book.save_to_buffer().map_err(refused)
            }
        }
    }
}

fn as_text(value: ValueRef) -> String {
    match value {
        ValueRef::Null => String::new(),
        ValueRef::Integer(number) => number.to_string(),
        ValueRef::Real(number) => number.to_string(),
        ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
        ValueRef::Blob(bytes) => bytes.iter().map(|byte| format!("{byte:02x}")).collect(),
    }
}

fn as_json(value: ValueRef) -> Value {
    match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => json!(number),
        ValueRef::Real(number) => json!(number),
        other => Value::String(as_text(other)),
    }
}

/// Writes a private file where nothing stands yet, and notes it.
fn write_new(path: PathBuf, bytes: &[u8], written: &mut Vec<PathBuf>) -> Result<()> {
    let part = Part::beside(&path)?;
    part.write(bytes).map_err(|error| Error::file(&path, error))?;
    part.put_in_place(&path)?;
    written.push(path);
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn json_keeps_numbers_and_nothing_apart() {
        let coalition = Coalition::in_memory().unwrap();
        coalition
            .conn
            .execute_batch("INSERT INTO organization (id, name, lead_days) VALUES (5, '=1+1', 3)")
            .unwrap();
        let json = coalition
            .table_as(ORGANIZATIONS, "organization", ExportFormat::Json)
            .unwrap();
        let read: Value = serde_json::from_slice(&json).unwrap();
        assert_eq!(
            (&read[0]["id"], &read[0]["organization"], &read[0]["parent"]),
            (&json!(5), &json!("=1+1"), &Value::Null)
        );
        let csv = coalition
            .table_as(ORGANIZATIONS, "organization", ExportFormat::Csv)
            .unwrap();
        assert!(String::from_utf8(csv).unwrap().contains("\r\n5,'=1+1,"));
    }
}
