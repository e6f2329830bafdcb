//! LDIF: the address books that Thunderbird and directories write (RFC 2849).
//!
//! An entry becomes a row under headings of its own; attributes that say nothing of a person or an organization are passed
//! over, and so are entries that are groups of others.

use std::borrow::Cow;

use crate::charset;
use crate::problem::{FileError, LONGEST_CELL, MOST_ROWS, Problem, ProblemReason, check_size};
use crate::table::{Reading, Table};

/// The columns, each with the attributes that go into it, in small letters.
const COLUMNS: [(&str, &[&str]); 16] = [
    ("Full name", &["cn", "displayname", "commonname"]),
    ("First name", &["givenname"]),
    ("Last name", &["sn", "surname"]),
    ("Organization", &["o", "organizationname", "company"]),
    ("Department", &["ou", "department", "departmentnumber", "orgunit"]),
    ("Title", &["title"]),
    (
        "Email",
        &[
            "mail",
            "mozillasecondemail",
            "rfc822mailbox",
            "xmozillasecondemail",
        ],
    ),
    (
        "Phone",
        &["telephonenumber", "mobile", "cellphone", "homephone", "workphone"],
    ),
    (
        "Street",
        &["street", "streetaddress", "postaladdress", "mozillaworkstreet2"],
    ),
    ("City", &["l", "locality", "localityname"]),
    ("State", &["st", "stateorprovincename", "region"]),
    ("Postal code", &["postalcode"]),
    ("Country", &["c", "countryname", "co"]),
    (
        "Website",
        &[
            "mozillaworkurl",
            "workurl",
            "labeleduri",
            "url",
            "mozillahomeurl",
            "homeurl",
        ],
    ),
    ("Note", &["description", "notes"]),
    ("Nickname", &["mozillanickname", "xmozillanickname"]),
];

/// Whether a text begins as LDIF does.
pub fn is_ldif(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim_end).filter(|line| {
        !line.is_empty() && !line.starts_with('#') && !line.to_ascii_lowercase().starts_with("version:")
    });
    let first = lines.next().unwrap_or("").to_ascii_lowercase();
    (first.starts_with("dn:") || first.starts_with("dn::"))
        && lines.take(40).all(|line| {
            line.starts_with(' ')
                || line == "-"
                || line.split_once(':').is_some_and(|(name, _)| !name.contains(' '))
        })
}

/// Reads entries. A row's number is the line on which its entry begins.
///
/// # Errors
/// [`FileError`] when there is none, or beyond the limits.
pub fn read(bytes: &[u8], chosen: Option<&str>) -> Result<Reading, FileError> {
    check_size(bytes)?;
    let decoded = charset::decode(bytes, chosen)?;
    let mut table = Table::new(None);
    let mut problems = Vec::new();
    table.push(0, false, COLUMNS.iter().map(|(heading, _)| *heading))?;
    let mut entry = Entry::default();
    let mut logical = String::new();
    let mut entries = 0usize;
    let lines = decoded.text.lines().chain(std::iter::once(""));
    for (number, line) in (1u32..).zip(lines) {
        if let Some(more) = line.strip_prefix(' ') {
            if logical.len() + more.len() > 4 * LONGEST_CELL {
                return Err(FileError::Endless {
                    row: number,
                    most: LONGEST_CELL / 1024,
                });
            }
            logical.push_str(more);
            continue;
        }
        entry.take(&logical);
        logical.clear();
        if line.trim().is_empty() {
            let done = std::mem::take(&mut entry);
            if done.begun.is_some() {
                entries += 1;
                if entries > MOST_ROWS {
                    return Err(FileError::Long { most: MOST_ROWS });
                }
                done.finish(&mut table, &mut problems)?;
            }
            continue;
        }
        // What version of the form it is stands alone before the first entry.
        let is_version =
            entries == 0 && entry.begun.is_none() && line.to_ascii_lowercase().starts_with("version:");
        if !line.starts_with('#') && !is_version {
            entry.begun = entry.begun.or(Some(number));
            logical.push_str(line);
        }
    }
    if table.len() < 2 {
        return Err(FileError::Empty);
    }
    table.set_header(Some(0));
    Ok(Reading {
        table,
        problems,
        charset: Some(decoded.charset),
        delimiter: None,
    })
}

/// An entry as far as it is read.
#[derive(Default)]
struct Entry {
    begun: Option<u32>,
    cells: [Vec<String>; COLUMNS.len()],
    is_group: bool,
}

impl Entry {
    /// Takes an attribute with its value: plain, or in base64 after two colons. What an address points to is not fetched.
    fn take(&mut self, line: &str) {
        let Some((name, rest)) = line.split_once(':') else {
            return;
        };
        let name = name.split(';').next().unwrap_or("").trim().to_ascii_lowercase();
        let value: Cow<'_, str> = match rest.strip_prefix(':') {
            Some(coded) => match decode_base64(coded.trim()) {
                Some(bytes) => String::from_utf8_lossy(&bytes).into_owned().into(),
                None => return,
            },
            None if rest.starts_with('<') => return,
            None => rest.trim().into(),
        };
        if name == "objectclass" {
            self.is_group |= [
                "groupofnames",
                "groupofuniquenames",
                "organizationalunit",
                "mozillaaddressbooklist",
            ]
            .contains(&value.to_ascii_lowercase().as_str());
        }
        let at = COLUMNS
            .iter()
            .position(|(_, names)| names.contains(&name.as_str()));
        if let Some(values) = at.and_then(|at| self.cells.get_mut(at))
            && values.len() < 12
            && value.len() <= LONGEST_CELL
            && !values.iter().any(|known| *known == value)
        {
            values.push(value.into_owned());
        }
    }

    fn finish(self, table: &mut Table, problems: &mut Vec<Problem>) -> Result<(), FileError> {
        let row = self.begun.unwrap_or_default();
        let cells: Vec<String> = self
            .cells
            .into_iter()
            .zip(COLUMNS)
            // Of several names the first is the name; of several addresses all are addresses.
            .map(|(values, (heading, _))| match heading {
                "Email" | "Phone" => values.join("; "),
                "Note" => values.join("\n"),
                _ => values.into_iter().next().unwrap_or_default(),
            })
            .collect();
        if self.is_group || !table.push(row, false, cells.iter().map(String::as_str))? {
            problems.push(Problem {
                row,
                reason: ProblemReason::CardEmpty,
            });
        }
        Ok(())
    }
}

/// Bytes in base64 (RFC 4648); none where it is not.
fn decode_base64(text: &str) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut held) = (0u32, 0u32);
    for byte in text
        .bytes()
        .filter(|byte| !byte.is_ascii_whitespace() && *byte != b'=')
    {
        let six = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        bits = (bits << 6) | u32::from(six);
        held += 6;
        if held >= 8 {
            held -= 8;
            out.push(((bits >> held) & 0xFF) as u8);
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::columns::{Field, guess};

    const BOOK: &str = "dn: cn=Rosa Lim,mail=rosa@port.example\nobjectclass: top\nobjectclass: person\ngivenName: Rosa\nsn: Lim\ncn: Rosa Lim\n\
        mail: rosa@port.example\no: Port Work\n ers Union\nmobile: 555-0144\n\ndn:: Y249w4FsdmFyb8Kg\ncn:: w4FsdmFybyBQZcOxYQ==\nmail: alvaro@pena.example\n\
        \ndn: cn=All\nobjectclass: groupOfNames\ncn: All\nmember: cn=Rosa Lim\n";

    #[test]
    fn entries_of_an_address_book_are_rows_with_their_folded_and_coded_values() {
        assert!(is_ldif(BOOK) && !is_ldif("Dn: Casa Luz\nMoor Alliance, Leeds"));
        let reading = read(BOOK.as_bytes(), None).unwrap();
        let mapping = guess(&reading.table);
        let cell = |row: usize, field| {
            reading
                .table
                .record(row)
                .unwrap()
                .cell(mapping.column(field).unwrap())
                .to_owned()
        };
        assert_eq!(reading.table.count_records(), 2);
        assert_eq!(
            (cell(0, Field::Organization), cell(0, Field::Phone)),
            ("Port Workers Union".into(), "555-0144".into())
        );
        assert_eq!(
            (cell(1, Field::FullName), cell(1, Field::Email)),
            ("Álvaro Peña".into(), "alvaro@pena.example".into())
        );
        assert_eq!(reading.problems.len(), 1);
    }
}
