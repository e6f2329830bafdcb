//! Addresses of people and bodies: emails, telephone numbers, websites, several of them in one cell.
//!
//! Owns what is an address and what is none; what is none goes to the note, and is said.

use crate::{Reader, Record, short};
use base::text::looks_like_email;
use base::text::one_line;
use names::recognize::words::fold;
use reading::columns::{Field, names_a_desk, names_a_person, names_an_organization, says_nothing, values};
use reading::list::begins_with_given_name;
use reading::table::Row;

impl Reader {
    /// The addresses and the numbers of one of the people of a row. What is none goes to the note, and is said.
    pub(super) fn addresses(
        &self,
        row: Row<'_>,
        person: u8,
        record: &mut Record,
    ) -> (Vec<String>, Vec<String>) {
        let (mut emails, mut phones): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
        for (column, cell) in self.cells_of(row, Field::Email, person) {
            // A sheet shows a word and links the address.
            let linked = row
                .link(column)
                .and_then(|link| link.strip_prefix("mailto:"))
                .filter(|_| !cell.contains('@'))
                .map(|link| link.split('?').next().unwrap_or(link));
            for part in values(linked.unwrap_or(cell))
                .into_iter()
                .flat_map(|value| value.split([';', ',', '\n', '|']))
                .flat_map(several_addresses)
            {
                let part = part.trim();
                // "Ana Mora <ana@luz.example>" and "Ana: ana@luz.example" are an address with its name.
                let named = part.rsplit_once('<').or_else(|| {
                    part.split_once(": ")
                        .filter(|(_, rest)| looks_like_email(rest.trim()))
                });
                let inner = named.map_or(part, |(_, inner)| inner);
                let name = named.map_or("", |(name, _)| name.trim().trim_matches('"'));
                if person == 0 && emails.is_empty() && record.person.is_empty() {
                    if is_somebody(name) {
                        record.person = one_line(name);
                    } else if !name.is_empty() && fold(name) != fold(&record.organization) {
                        record.add_note(name);
                    }
                }
                let email = inner.trim_end_matches('>').trim();
                let email = email.strip_prefix("mailto:").unwrap_or(email);
                let email = email.trim_end_matches(['.', ':']);
                if email.is_empty()
                    || says_nothing(email)
                    || emails.iter().any(|known| known.eq_ignore_ascii_case(email))
                {
                    continue;
                }
                let has_domain = email
                    .rsplit_once('@')
                    .is_some_and(|(_, domain)| domain.contains('.') && !domain.ends_with('.'));
                if looks_like_email(email) && has_domain && email.chars().count() <= 320 {
                    emails.push(email.to_owned());
                } else {
                    record.lose("import-loss-email", part, &self.heading(column));
                }
            }
        }
        for (column, cell) in self.cells_of(row, Field::Phone, person) {
            for part in values(cell)
                .into_iter()
                .flat_map(|value| value.split([';', '\n']))
                .flat_map(several_numbers)
            {
                let phone = one_line(part.trim().strip_prefix("tel:").unwrap_or(part.trim()));
                let phone = without_fraction(&phone).to_owned();
                let digits = digits(&phone);
                if phone.is_empty()
                    || says_nothing(&phone)
                    || phones.iter().any(|known| self::digits(known) == digits)
                {
                    continue;
                }
                // Fewer are an extension or words: "ask Bo".
                if digits.len() < 5 {
                    record.lose("import-loss-phone", &phone, &self.heading(column));
                } else {
                    phones.push(short(&phone));
                }
            }
        }
        (emails, phones)
    }

    /// The site, where the cell holds an address; what else it says goes to the note.
    pub(super) fn read_website(&self, row: Row<'_>, record: &mut Record) {
        // A handle of a network is no address: it is kept, and the next column asked.
        let is_handle = |cell: &str| cell.starts_with('@') && !cell.contains([' ', '/']);
        let handles: Vec<&str> = self
            .cells(row, Field::Website)
            .map(|(_, cell)| cell)
            .filter(|cell| is_handle(cell))
            .collect();
        for handle in handles {
            record.add_note(handle);
        }
        let Some((column, cell)) = self.cells(row, Field::Website).find(|(_, cell)| !is_handle(cell)) else {
            return;
        };
        // A sheet shows a word and links the address.
        let shown = one_line(values(cell).first().copied().unwrap_or(""));
        if says_nothing(&shown) {
            return;
        }
        if let Some(link) = row.link(column).filter(|_| !shown.contains('.')) {
            record.website = one_line(link);
            return;
        }
        // "luz.example (in Spanish)" holds one, "on request" none.
        let is_address = |word: &&str| word.contains('.') && word.len() > 3 || word.contains("://");
        let words: Vec<&str> = shown
            .split([' ', ';', '|', ','])
            .filter(|word| !word.is_empty())
            .collect();
        let mut addresses = words.iter().copied().filter(|word| is_address(word));
        let Some(first) = addresses.next() else {
            record.lose("import-loss-website", &shown, &self.heading(column));
            return;
        };
        record.website = first.to_owned();
        if words.len() > 1 {
            // The other addresses, and what is said of them.
            record.add_note(&shown);
        }
    }
}

/// A number without the ".0" that programs write behind one that they took for a sum: "601427333.0".
pub(super) fn without_fraction(number: &str) -> &str {
    number
        .strip_suffix(".0")
        .filter(|whole| whole.len() > 3 && whole.bytes().all(|byte| byte.is_ascii_digit()))
        .unwrap_or(number)
}

/// Whether what stands before an address is the name of somebody.
fn is_somebody(name: &str) -> bool {
    !names_an_organization(name)
        && !names_a_desk(name)
        && !says_nothing(name)
        && (names_a_person(name) || begins_with_given_name(name) && name.chars().all(char::is_alphabetic))
}

/// Numbers that only a slash, a comma, a full stop or wide spaces part: "0550974582/0505447466", "035-5550134.  06-55501340".
fn several_numbers(value: &str) -> Vec<&str> {
    fn bare(part: &str) -> &str {
        part.trim_matches(|c: char| c.is_whitespace() || c == '.')
    }
    let are_numbers = |parts: &[&str]| parts.len() > 1 && parts.iter().all(|part| digits(part).len() >= 7);
    let of = |separators: &[&str]| -> Vec<&str> {
        let mut parts = vec![value];
        for separator in separators {
            parts = parts.into_iter().flat_map(|part| part.split(separator)).collect();
        }
        parts
            .into_iter()
            .map(bare)
            .filter(|part| !part.is_empty())
            .collect()
    };
    [&["/", ","][..], &["  "], &["  ", ". "]]
        .into_iter()
        .map(of)
        .find(|parts| are_numbers(parts))
        .unwrap_or_else(|| vec![value])
}

/// Addresses that only a space or a slash parts.
fn several_addresses(value: &str) -> Vec<&str> {
    let parts: Vec<&str> = value
        .split(['/', ' '])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    if parts.len() > 1 && parts.iter().all(|part| looks_like_email(part)) {
        parts
    } else {
        vec![value]
    }
}

/// The digits of a number, by which two ways to write it are the same.
pub fn digits(phone: &str) -> String {
    phone.chars().filter(char::is_ascii_digit).collect()
}
