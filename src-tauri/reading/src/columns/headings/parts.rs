//! What a heading says whose parts are each known: "Cargo o función", "City / State", "Correo electrónico 1: valor", "Mailing City",
//! "POC Email", "Privat: PLZ".
//!
//! Owns the words that only tell which address or whose it is, and what two headings in one mean together. It deliberately
//! reads no question of a form: that is for `words.rs`.

use super::super::Field;
use super::words::BODIES;
use super::{KNOWN, Meaning, OFFICES, is_person_word, known, plain, whole};

/// The most words that are read so; what is longer is a sentence.
const MOST_WORDS: usize = 7;

/// What a heading means by its parts; nothing where one of them is not known.
pub(super) fn of_parts(heading: &str, plain: &str) -> Option<Meaning> {
    if heading.contains(['?', '¿']) && plain.split(' ').count() > 3 {
        return None;
    }
    of_several(heading).or_else(|| qualified(plain))
}

/// Two or more headings in one cell: the same twice, or what one cell can hold together.
fn of_several(heading: &str) -> Option<Meaning> {
    let lower = heading.to_lowercase();
    let mut parts: Vec<&str> = vec![&lower];
    for separator in [
        "/", ",", "(", ")", ":", "|", "&", "+", " - ", " – ", " or ", " and ", " o ", " y ", " e ", " ou ",
        " et ", " und ", " oder ",
    ] {
        parts = parts.into_iter().flat_map(|part| part.split(separator)).collect();
    }
    let parts: Vec<String> = (parts.into_iter().map(plain))
        .filter(|part| !part.is_empty())
        .collect();
    if !(2..=4).contains(&parts.len()) {
        return None;
    }
    let mut found: Vec<(Field, u8)> = Vec::new();
    for part in &parts {
        match whole(part).or_else(|| qualified(part)) {
            Some(Meaning::Field(field, weight)) => found.push((field, weight)),
            _ => return None,
        }
    }
    // "Name (First)", "Nombre: apellidos".
    if let [(Field::Organization, 0..=2), (part, _)] = found.as_slice()
        && heading.contains(['(', ':', '-', '–'])
        && matches!(
            part,
            Field::FirstName | Field::LastName | Field::MiddleName | Field::Prefix | Field::Suffix
        )
    {
        return Some(Meaning::Field(*part, 8));
    }
    // "Estado" beside "municipio" is no stage of anything.
    let of_place = found.iter().any(|(field, _)| *field == Field::City);
    for (field, weight) in &mut found {
        if of_place && (*field, *weight) == (Field::Status, 3) {
            (*field, *weight) = (Field::State, 7);
        }
    }
    let all = |fields: &[Field]| found.iter().all(|(field, _)| fields.contains(field));
    let has = |of: Field| found.iter().any(|(field, _)| *field == of);
    let weight = found.iter().map(|(_, weight)| *weight).min().unwrap_or(0);
    let first = found.first()?.0;
    if all(&[first]) {
        return Some(Meaning::Field(first, weight));
    }
    if all(&[
        Field::City,
        Field::State,
        Field::Country,
        Field::PostalCode,
        Field::Place,
    ]) && (has(Field::City) || has(Field::Place))
    {
        return Some(Meaning::Field(Field::Place, 7));
    }
    // "Name (Last, First)", "Apellidos, nombre".
    let named = found.iter().all(|(field, weight)| {
        matches!(
            field,
            Field::FirstName | Field::LastName | Field::MiddleName | Field::FullName
        ) || *field == Field::Organization && *weight <= 2
    });
    if named
        && has(Field::FirstName)
        && (has(Field::LastName)
            || has(Field::Organization) && parts.len() == 2 && !heading.contains(['(', '-', '–']))
    {
        return Some(Meaning::Field(Field::FullName, 8));
    }
    None
}

/// A known heading with words around it that only say which or whose.
fn qualified(plain: &str) -> Option<Meaning> {
    let words: Vec<&str> = plain.split(' ').collect();
    if words.len() > MOST_WORDS {
        return None;
    }
    let bare: Vec<&str> = words
        .iter()
        .copied()
        .filter(|word| !LITTLE.contains(word))
        .collect();
    [words.as_slice(), bare.as_slice()].into_iter().find_map(within)
}

fn within(words: &[&str]) -> Option<Meaning> {
    let ends = (1..words.len()).map(|at| (&words[at..], &words[..at], false));
    let starts = (1..words.len())
        .rev()
        .map(|at| (&words[..at], &words[at..], true));
    std::iter::once((words, &words[..0], false))
        .chain(ends)
        .chain(starts)
        .find_map(|(heading, rest, before)| of_qualified(&heading.join(" "), rest, before))
}

/// What a known heading means with other words beside it; `before` where it stands before them.
fn of_qualified(heading: &str, rest: &[&str], before: bool) -> Option<Meaning> {
    let (field, weight) = match known(heading)? {
        Meaning::Field(field, weight) => (field, weight),
        Meaning::Aside => return None,
    };
    // When and whether somebody signed is said by a heading as a whole.
    if !rest.is_empty()
        && matches!(
            field,
            Field::Timestamp | Field::Consent | Field::Status | Field::SignsAs
        )
    {
        return None;
    }
    let has = |any: &[&str]| rest.iter().any(|word| any.contains(word));
    let person = rest
        .iter()
        .any(|word| is_person_word(word) || WHOSE.contains(word));
    let body = rest
        .iter()
        .any(|word| OF_BODY.contains(word) || BODIES.contains(word));
    let is = |field, weight| Some(Meaning::Field(field, weight));
    if !rest.iter().all(|word| {
        LITTLE.contains(word)
            || WHICH.contains(word)
            || HOME.contains(word)
            || OF_BODY.contains(word)
            || BODIES.contains(word)
            || WHOSE.contains(word)
            || OWNERS.contains(word)
            || is_person_word(word)
            || ADDRESS.contains(word) && is_of_address(field)
            || NAME.contains(word) && is_of_name(field)
    }) {
        return None;
    }
    // Who looks after a row is no contact of it.
    if has(OWNERS) {
        return (matches!(field, Field::FullName | Field::Owner) || NAME.contains(&heading))
            .then_some(Meaning::Field(Field::Owner, 7));
    }
    if NAME.contains(&heading) {
        return match (person, body) {
            (true, _) => is(Field::FullName, 7),
            // Members are bodies or people: the names say which.
            _ if has(&["member"]) => is(Field::Organization, 2),
            (false, true) => is(Field::Organization, 7),
            _ => None,
        };
    }
    if weight <= 3 {
        return None;
    }
    // "Organization / Individual" asks which.
    if field == Field::Organization && has(&["individual", "person", "persona", "individuo", "people"]) {
        return None;
    }
    // "Applicant organization" is one, and "First name" is no first of several.
    if field == Field::FullName && rest.last().is_some_and(|word| OF_BODY.contains(word)) && before {
        return is(Field::Organization, 7);
    }
    if field == Field::FullName && rest.first() == Some(&"first") {
        return None;
    }
    is(field, if has(HOME) { 4 } else { weight.min(7) })
}

/// What a word that was cut short says, where all that it may be cut from say the same: "Observ.", "Cel.", "Apell."
pub(super) fn abbreviated(heading: &str, plain: &str) -> Option<Meaning> {
    let letters = plain.chars().count();
    let may_be_cut = (heading.trim_end().ends_with('.') && letters > 2 || (4..7).contains(&letters))
        && !plain.contains(' ')
        && !OFFICES.iter().any(|office| office.starts_with(plain));
    if !may_be_cut {
        return None;
    }
    let mut fields = KNOWN
        .iter()
        .filter(|(way, _)| way.starts_with(plain) && !way.contains(' '))
        .filter_map(|(_, meaning)| match meaning {
            Meaning::Field(field, 6..) => Some(*field),
            _ => None,
        });
    let field = fields.next()?;
    fields
        .all(|other| other == field)
        .then_some(Meaning::Field(field, 6))
}

/// What a heading says that is misspelled by one letter: "Adress", "Orgnization". A letter too few, too many, or two that
/// changed places; another letter makes another word.
pub(super) fn misspelled(plain: &str) -> Option<Meaning> {
    if plain.chars().count() < 6 || !plain.is_ascii() || plain == "contract" || OFFICES.contains(&plain) {
        return None;
    }
    let mut found = KNOWN.iter().filter_map(|(way, meaning)| match meaning {
        Meaning::Field(field, 6..) if way.len() > 5 && is_slip(plain, way) => Some(*field),
        _ => None,
    });
    let field = found.next()?;
    found
        .all(|other| other == field)
        .then_some(Meaning::Field(field, 6))
}

/// Whether two words differ by a letter that one lacks, or by two that changed places.
fn is_slip(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.first() != other.first() {
        return false;
    }
    let same = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let (rest, rest_of_other) = (&one[same..], &other[same..]);
    match (rest, rest_of_other) {
        ([_, rest @ ..], others) if rest == others => true,
        (rest, [_, others @ ..]) if rest == others => true,
        ([a, b, rest @ ..], [c, d, others @ ..]) => a == d && b == c && rest == others,
        _ => false,
    }
}

fn is_of_address(field: Field) -> bool {
    matches!(
        field,
        Field::Street
            | Field::City
            | Field::State
            | Field::PostalCode
            | Field::Country
            | Field::Email
            | Field::Website
            | Field::Place
    )
}

fn is_of_name(field: Field) -> bool {
    matches!(
        field,
        Field::FirstName
            | Field::MiddleName
            | Field::LastName
            | Field::Prefix
            | Field::Suffix
            | Field::FullName
            | Field::City
            | Field::State
            | Field::Country
    )
}

const NAME: &[&str] = &[
    "name", "names", "nombre", "nombres", "nome", "nom", "naam", "navn", "namn",
];

const ADDRESS: &[&str] = &[
    "address",
    "direccion",
    "adresse",
    "endereco",
    "anschrift",
    "indirizzo",
    "morada",
    "location",
    "social",
    "fiscal",
    "legal",
];

/// Words that say nothing of a column.
const LITTLE: &[&str] = &[
    "of", "the", "a", "an", "your", "our", "their", "s", "in", "at", "for", "to", "de", "del", "la", "las",
    "el", "los", "su", "tu", "en", "para", "da", "do", "das", "dos", "na", "no", "du", "des", "le", "les",
    "l", "d", "dans", "votre", "der", "die", "des", "im", "ihr", "ihre", "seu", "sua",
];

/// Which of several: at work, the first, the preferred one; and what exports write behind a heading.
const WHICH: &[&str] = &[
    "work",
    "business",
    "office",
    "mailing",
    "billing",
    "shipping",
    "postal",
    "physical",
    "registered",
    "primary",
    "main",
    "principal",
    "preferred",
    "best",
    "current",
    "first",
    "1st",
    "second",
    "2nd",
    "third",
    "3rd",
    "secondary",
    "alternate",
    "alternative",
    "alt",
    "additional",
    "other",
    "value",
    "user",
    "can",
    "official",
    "public",
    "direct",
    "daytime",
    "corporate",
    "full",
    "valor",
    "valeur",
    "wert",
    "trabajo",
    "oficina",
    "laboral",
    "principal",
    "preferido",
    "adicional",
    "secundario",
    "segundo",
    "alternativo",
    "institucional",
    "bureau",
    "professionnel",
    "professionnelle",
    "pro",
    "travail",
    "geschaftlich",
    "dienstlich",
    "primare",
    "primar",
    "sekundare",
    "zweite",
    "comercial",
    "profissional",
    "institucional",
    "trabalho",
    "zwei",
    "premiere",
    "deuxieme",
    "secondaire",
    "principale",
    "published",
    "formatted",
    "optional",
    "required",
    "obligatorio",
    "opcional",
    "if",
    "any",
    "different",
];

/// Where somebody lives: less sure than where they work.
const HOME: &[&str] = &[
    "home",
    "personal",
    "private",
    "privat",
    "personnel",
    "personnelle",
    "prive",
    "privee",
    "domicile",
    "casa",
    "particular",
    "residencial",
    "residencia",
];

/// Whose it is, besides those who stand for an organization.
const WHOSE: &[&str] = &[
    "poc",
    "ref",
    "individual",
    "people",
    "respondent",
    "submitter",
    "encargado",
    "encargada",
    "ed",
    "ceo",
    "referente",
    "vocero",
    "vocera",
    "chairperson",
    "chairman",
    "liaison",
    "secretario",
    "secretaria",
    "tesorero",
    "responsavel",
    "adherent",
    "adherente",
    "participant",
    "participante",
    "inscrit",
    "donateur",
    "donor",
    "volunteer",
    "voluntario",
    "voluntaria",
    "benevole",
    "teilnehmer",
    "mitglied",
    "socio",
    "payeur",
    "payer",
];

/// Words for bodies that stand before one thing of them.
const OF_BODY: &[&str] = &[
    "organization",
    "organisation",
    "org",
    "group",
    "account",
    "organizacion",
    "grupo",
    "groupe",
    "gruppe",
    "empresa",
    "organizacao",
    "instituicao",
    "initiative",
    "institucion",
    "asociacion",
    "associacao",
    "coletivo",
    "member",
    "coalition",
    "signatory",
    "charity",
    "constituent",
    "supporter",
];

/// Who looks after a row.
const OWNERS: &[&str] = &[
    "owner",
    "assigned",
    "assignee",
    "propietario",
    "propietaria",
    "besitzer",
    "proprietaire",
    "proprietario",
];
