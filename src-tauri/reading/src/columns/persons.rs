//! Several people in one row: "Contact 1 Name, Contact 1 Email, Contact 2 Name, Contact 2 Email".
//!
//! Owns which columns belong to whom: those whose headings name the same person besides the field ("second contact",
//! "director", "2"). It deliberately splits no cells.

use super::content::Content;
use super::headings::is_person_word;
use super::{Assignment, Field, Kind};
use crate::table::Table;
use names::recognize::words::fold;

/// The most people in one row.
const MOST_PEOPLE: u8 = 8;

/// Fields that are a person's.
pub(super) fn is_of_person(field: Field) -> bool {
    matches!(
        field,
        Field::FullName
            | Field::FirstName
            | Field::MiddleName
            | Field::LastName
            | Field::Prefix
            | Field::Suffix
            | Field::Title
            | Field::Email
            | Field::Phone
    )
}

/// Words of headings that name a field and nobody.
const FIELD_WORDS: &[&str] = &[
    "name",
    "names",
    "email",
    "mail",
    "e",
    "phone",
    "telephone",
    "tel",
    "title",
    "address",
    "number",
    "cell",
    "mobile",
    "first",
    "last",
    "middle",
    "full",
    "firstname",
    "lastname",
    "fullname",
    "givenname",
    "familyname",
    "forename",
    "emailaddress",
    "phonenumber",
    "jobtitle",
    "username",
    "forenames",
    "given",
    "additional",
    "job",
    "position",
    "role",
    "of",
    "the",
    "your",
    "s",
    "given",
    "family",
    "surname",
    "prefix",
    "suffix",
    "value",
    "and",
    "nombre",
    "nombres",
    "correo",
    "electronico",
    "telefono",
    "cargo",
    "puesto",
    "apellido",
    "apellidos",
    "de",
    "del",
    "la",
    "el",
    "completo",
    "su",
    "tu",
    "celular",
    "movil",
    "direccion",
    "nom",
    "prenom",
    "vorname",
    "nachname",
    "telefon",
    "adresse",
    "organization",
    "display",
    "formatted",
    "file",
    "as",
    "sort",
    "person",
    "work",
    "business",
    "home",
    "preferred",
    "primary",
    "display",
    "preferido",
    "legal",
    "printed",
    "in",
    "at",
    "for",
    "to",
    "who",
    "will",
    "is",
    "what",
    "please",
    "contact",
    "contacto",
    "contatto",
    "contato",
    "referente",
    "ref",
    "kontakt",
    "kontaktperson",
    "ansprechpartner",
    "individual",
    "info",
    "information",
    "details",
    "datos",
    "informacion",
    "notes",
    "website",
    "member",
    "miembro",
    "membre",
    "mitglied",
    "membro",
];

/// Words that name somebody who is neither signer nor contact.
const BYSTANDERS: &[&str] = &[
    "emergency",
    "spouse",
    "manager",
    "assistant",
    "referred",
    "supervisor",
    "parent",
    "child",
    "owner",
    "creator",
    "submitted",
    "entered",
    "added",
    "created",
    "recruiter",
    "mentor",
    "campaign",
    "list",
    "event",
    "letter",
    "payer",
    "payeur",
    "pagador",
    "zahler",
    "buyer",
];

/// So many rows are looked at to tell names by addresses.
const ROWS: usize = 200;

/// Two columns side by side that hold a given name and a surname where no heading says so: the addresses of most rows are made of both.
pub(super) fn named_by_addresses(table: &Table, contents: &[Content]) -> Option<(usize, usize)> {
    let email = contents
        .iter()
        .position(|content| content.full > 2 && content.of(Kind::Email) * 10 >= content.full * 7)?;
    let in_address = |column: usize| {
        let (mut full, mut held) = (0, 0);
        for row in table.records().take(ROWS) {
            let local = fold(row.cell(email).split('@').next().unwrap_or(""));
            let name = fold(row.cell(column));
            let first = name.split_whitespace().next().unwrap_or("");
            if local.is_empty() || first.len() < 3 {
                continue;
            }
            full += 1;
            held += usize::from(local.contains(first));
        }
        full > 2 && held * 2 > full
    };
    (0..contents.len().saturating_sub(1))
        .filter(|column| *column != email && *column + 1 != email)
        .find(|column| in_address(*column) && in_address(*column + 1))
        .map(|column| (column, column + 1))
}

/// What tells one person of a row from another, in order: "2", "second", "director".
fn qualifiers(heading: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in fold(heading).split(|c: char| !c.is_alphanumeric()) {
        // `contact2email` is rare, `email2` is not.
        let digits = word.trim_start_matches(|c: char| !c.is_ascii_digit());
        let stem = &word[..word.len() - digits.len()];
        if stem == "ed" && digits.is_empty() {
            words.extend(["executive", "director"].map(str::to_owned));
            continue;
        }
        for part in [stem, digits] {
            if !part.is_empty() {
                words.push(part.to_owned());
            }
        }
    }
    let ordinal = |word: &str| {
        Some(match word {
            "second" | "secondary" | "2nd" | "segundo" | "segunda" | "secundario" | "alternate"
            | "alternative" | "backup" | "additional" | "other" | "alterno" | "suplente" | "otro" | "co" => {
                "2"
            }
            "third" | "3rd" | "tercer" | "tercero" => "3",
            "1st" | "main" | "principal" | "primer" | "primero" | "1" => "",
            _ => return None,
        })
    };
    let mut kept: Vec<String> = words
        .iter()
        .filter_map(|word| match ordinal(word) {
            Some("") => None,
            Some(number) => Some(number.to_owned()),
            None if FIELD_WORDS.contains(&word.as_str()) => None,
            None => Some(word.clone()),
        })
        .collect();
    kept.sort();
    kept.dedup();
    kept
}

/// Says of each column whose it is, where the headings name several people.
pub(super) fn tell_apart(found: &mut [Assignment], headings: &[&str]) {
    let heading = |column: usize| headings.get(column).copied().unwrap_or("");
    // A second name makes a second person; a second address alone does not.
    let mut people: Vec<Vec<String>> = Vec::new();
    for assigned in found.iter() {
        if !matches!(
            assigned.field,
            Field::FullName | Field::FirstName | Field::LastName
        ) || assigned.weight < 5
        {
            continue;
        }
        let of = qualifiers(heading(assigned.column));
        // What names a person: a number, what they are, or a word that more than one of their columns has.
        let names = of.is_empty()
            || of
                .iter()
                .any(|word| word.bytes().all(|byte| byte.is_ascii_digit()) || is_person_word(word))
            || found.iter().any(|other| {
                other.field != assigned.field
                    && is_of_person(other.field)
                    && qualifiers(heading(other.column)) == of
            });
        if names && !people.contains(&of) && !of.iter().any(|word| BYSTANDERS.contains(&word.as_str())) {
            people.push(of);
        }
    }
    if people.len() < 2 {
        return;
    }
    // Who signs stands first, whichever comes first in the table.
    let signs = |of: &[String]| {
        of.iter().any(|word| {
            [
                "signer",
                "signatory",
                "firmante",
                "signing",
                "authorized",
                "signataire",
            ]
            .contains(&word.as_str())
        })
    };
    people.sort_by_key(|of| !signs(of));
    for assigned in found.iter_mut().filter(|assigned| is_of_person(assigned.field)) {
        let of = qualifiers(heading(assigned.column));
        let exactly = people.iter().position(|person| *person == of);
        let within = || {
            let mut fitting = people
                .iter()
                .enumerate()
                .filter(|(_, person)| !of.is_empty() && of.iter().all(|word| person.contains(word)));
            match (fitting.next(), fitting.next()) {
                (Some((at, _)), None) => Some(at),
                _ => None,
            }
        };
        let at = exactly.or_else(within).unwrap_or(0);
        assigned.person = u8::try_from(at).unwrap_or(0).min(MOST_PEOPLE);
    }
}
