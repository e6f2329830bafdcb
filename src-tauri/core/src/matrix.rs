//! The matrix: organizations by letters, who signed what. Paged in SQL, and as a table for a spreadsheet.

use std::collections::HashMap;
use std::fmt::Write;

use rusqlite::params_from_iter;
use rusqlite::types::Value;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::coalition::Coalition;
use crate::organization::OrganizationRef;
use crate::signon::Status;
use base::error::{Error, Result};
use base::messages::{Language, Message};
use blocks::csv::push_cell;
use vocabulary::ids::{LetterId, OrganizationId};
use vocabulary::string_enum;

string_enum! {
    /// Which organizations a matrix shows.
    MatrixRows {
        /// Those that signed one of the letters.
        Signed = "signed",
        /// Members.
        Members = "members",
        /// All.
        All = "all",
    }
}

string_enum! {
    /// By what the rows of a matrix stand.
    MatrixSort {
        /// By name.
        Name = "name",
        /// By how many of the letters they signed, most first.
        Signed = "signed",
    }
}

/// Which part of the matrix.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "matrix/")]
pub struct MatrixQuery {
    /// The letters, in this order; None for all, the latest first.
    pub letter_ids: Option<Vec<LetterId>>,
    /// How many of the letters are left out at the beginning: of very many, a part is shown at a time.
    #[serde(default)]
    pub from: usize,
    /// The organizations.
    pub organizations: MatrixRows,
    /// Their order.
    pub sort: MatrixSort,
    /// How many rows are left out at the beginning.
    pub offset: usize,
    /// At most so many rows.
    pub limit: usize,
}

/// A letter as the head of a column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export, export_to = "matrix/")]
pub struct MatrixLetter {
    /// The letter.
    pub id: LetterId,
    /// Its title.
    pub title: String,
    /// When it was delivered, else started, ISO 8601 in UTC.
    pub at: Option<String>,
}

/// An organization with where it stands on each letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export, export_to = "matrix/")]
pub struct MatrixRow {
    /// The organization.
    pub organization: OrganizationRef,
    /// How many of all letters asked for it confirmed, those not shown too.
    pub signed: u32,
    /// Its status on each letter shown; None where it is not on it.
    pub cells: Vec<Option<Status>>,
}

/// A part of the matrix.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export, export_to = "matrix/")]
pub struct Matrix {
    /// The columns shown.
    pub letters: Vec<MatrixLetter>,
    /// How many columns there are in all.
    pub letters_total: u32,
    /// How many rows there are in all.
    pub total: u32,
    /// The rows of this part.
    pub rows: Vec<MatrixRow>,
}

/// A kind of file that the matrix is saved as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MatrixFormat {
    /// Comma-separated values, guarded against formulas.
    Csv,
    /// An Excel workbook.
    Xlsx,
}

/// At most so many columns are shown at once.
const MOST_SHOWN: usize = 100;

/// At most so many columns are written to a file: Excel ends at 16,384.
const MOST_WRITTEN: usize = 16_000;

impl Coalition {
    /// A part of the matrix of organizations by letters.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn get_matrix(&self, query: &MatrixQuery) -> Result<Matrix> {
        self.matrix(query, MOST_SHOWN)
    }

    /// The whole matrix as a file: a row an organization, a column a letter, statuses in words of a language.
    ///
    /// # Errors
    /// When the file can't be read; a rule when it is more than a sheet holds.
    pub fn export_matrix(
        &self,
        query: &MatrixQuery,
        format: MatrixFormat,
        language: Language,
    ) -> Result<Vec<u8>> {
        let whole = MatrixQuery {
            from: 0,
            offset: 0,
            limit: usize::MAX >> 1,
            ..query.clone()
        };
        let matrix = self.matrix(&whole, MOST_WRITTEN)?;
        let word = |status: Status| {
            Message::new("matrix-status")
                .text("status", status.word())
                .to_string(language)
        };
        let words: HashMap<Status, String> = Status::ALL
            .iter()
            .map(|status| (*status, word(*status)))
            .collect();
        let mut head = vec![
            Message::new("matrix-organization").to_string(language),
            Message::new("matrix-signed").to_string(language),
        ];
        head.extend(matrix.letters.iter().map(|letter| letter.title.clone()));
        match format {
            MatrixFormat::Csv => Ok(csv(&head, &matrix, &words).into_bytes()),
            MatrixFormat::Xlsx => xlsx(&head, &matrix, &words)
                .map_err(|error| Error::from(blocks::xlsx::XlsxError::from(error))),
        }
    }

    fn matrix(&self, query: &MatrixQuery, most: usize) -> Result<Matrix> {
        let all = self.columns(query.letter_ids.as_deref())?;
        let letters_total = u32::try_from(all.len()).unwrap_or(u32::MAX);
        let ids = serde_json::to_string(&all.iter().map(|letter| letter.id).collect::<Vec<_>>())
            .unwrap_or_default();
        let letters: Vec<MatrixLetter> = all.into_iter().skip(query.from).take(most).collect();
        // How many each signed is counted once for all rows, by the index of the letters.
        let signed = "WITH signed AS (SELECT organization_id, count(*) AS n FROM sign_on
               WHERE letter_id IN (SELECT value FROM json_each(?1)) AND status = 'confirmed'
                 AND organization_id IS NOT NULL GROUP BY organization_id)";
        let from = match query.organizations {
            MatrixRows::Signed => {
                "FROM signed g JOIN organization_list l ON l.organization_id = g.organization_id
                 JOIN organization o ON o.id = l.organization_id"
            }
            MatrixRows::Members => {
                "FROM organization o JOIN organization_list l ON l.organization_id = o.id
                 LEFT JOIN signed g ON g.organization_id = o.id WHERE o.membership = 'member'"
            }
            MatrixRows::All => {
                "FROM organization_list l JOIN organization o ON o.id = l.organization_id
                 LEFT JOIN signed g ON g.organization_id = o.id"
            }
        };
        let order = match query.sort {
            MatrixSort::Name => "l.sort_key, o.id",
            MatrixSort::Signed => "coalesce(g.n, 0) DESC, l.sort_key, o.id",
        };
        let total = self
            .conn
            .prepare_cached(&format!("{signed} SELECT count(*) {from}"))?
            .query_row([&ids], |row| row.get(0))?;
        let mut statement = self.conn.prepare_cached(&format!(
            "{signed} SELECT o.id, o.name, coalesce(g.n, 0) {from} ORDER BY {order} LIMIT ?2 OFFSET ?3"
        ))?;
        let (limit, offset) = (
            i64::try_from(query.limit).unwrap_or(i64::MAX),
            i64::try_from(query.offset).unwrap_or(i64::MAX),
        );
        let values: [Value; 3] = [ids.into(), limit.into(), offset.into()];
        let rows = statement.query_map(params_from_iter(values), |row| {
            Ok(MatrixRow {
                organization: OrganizationRef {
                    id: row.get(0)?,
                    name: row.get(1)?,
                },
                signed: row.get(2)?,
                cells: vec![None; letters.len()],
            })
        })?;
        let mut rows: Vec<MatrixRow> = rows.collect::<rusqlite::Result<_>>()?;
        self.fill_cells(&letters, &mut rows)?;
        Ok(Matrix {
            letters,
            letters_total,
            total,
            rows,
        })
    }

    /// The letters in order; those that are not there are left out.
    fn columns(&self, ids: Option<&[LetterId]>) -> Result<Vec<MatrixLetter>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT id, title, coalesce(delivered_at, created_at) FROM letter ORDER BY created_at DESC, entered DESC, id DESC",
        )?;
        let rows = statement.query_map([], |row| {
            Ok(MatrixLetter {
                id: row.get(0)?,
                title: row.get(1)?,
                at: row.get(2)?,
            })
        })?;
        let all: Vec<MatrixLetter> = rows.collect::<rusqlite::Result<_>>()?;
        let Some(ids) = ids else { return Ok(all) };
        let by_id: HashMap<LetterId, &MatrixLetter> = all.iter().map(|letter| (letter.id, letter)).collect();
        Ok(ids
            .iter()
            .filter_map(|id| by_id.get(id).map(|letter| (*letter).clone()))
            .collect())
    }

    /// Fills the cells in: one look for each row, by the index of its organization.
    fn fill_cells(&self, letters: &[MatrixLetter], rows: &mut [MatrixRow]) -> Result<()> {
        let place: HashMap<LetterId, usize> = letters
            .iter()
            .enumerate()
            .map(|(at, letter)| (letter.id, at))
            .collect();
        let mut statement = self
            .conn
            .prepare_cached("SELECT letter_id, status FROM sign_on WHERE organization_id = ?1")?;
        for row in rows {
            let id: OrganizationId = row.organization.id;
            let mut found = statement.query([id])?;
            while let Some(cell) = found.next()? {
                if let Some(at) = place.get(&cell.get(0)?).copied()
                    && let Some(into) = row.cells.get_mut(at)
                {
                    *into = Some(cell.get(1)?);
                }
            }
        }
        Ok(())
    }
}

fn csv(head: &[String], matrix: &Matrix, words: &HashMap<Status, String>) -> String {
    let mut csv = String::new();
    for (at, title) in head.iter().enumerate() {
        push_cell(&mut csv, at, title);
    }
    csv.push('\n');
    for row in &matrix.rows {
        push_cell(&mut csv, 0, &row.organization.name);
        // Writing into a String never fails.
        let _ = write!(csv, ",{}", row.signed);
        for cell in &row.cells {
            push_cell(
                &mut csv,
                1,
                cell.and_then(|status| words.get(&status))
                    .map_or("", String::as_str),
            );
        }
        csv.push('\n');
    }
    csv
}

fn xlsx(
    head: &[String],
    matrix: &Matrix,
    words: &HashMap<Status, String>,
) -> std::result::Result<Vec<u8>, rust_xlsxwriter::XlsxError> {
    let mut workbook = Workbook::new();
    // The moment of writing would make every file differ.
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
    let sheet = workbook.add_worksheet();
    let bold = Format::new().set_bold().set_text_wrap();
    for (column, title) in (0u16..).zip(head) {
        sheet.write_string_with_format(0, column, title, &bold)?;
        sheet.set_column_width(column, if column == 0 { 44.0 } else { 16.0 })?;
    }
    for (line, row) in (1u32..).zip(&matrix.rows) {
        sheet.write_string(line, 0, &row.organization.name)?;
        sheet.write_number(line, 1, row.signed)?;
        for (column, cell) in (2u16..).zip(&row.cells) {
            if let Some(word) = cell.and_then(|status| words.get(&status)) {
                sheet.write_string(line, column, word)?;
            }
        }
    }
    sheet.set_freeze_panes(1, 1)?;
    workbook.save_to_buffer()
}
