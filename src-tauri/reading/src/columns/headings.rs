//! What the headings of columns mean, in English and Spanish.
//!
//! Owns the words that exports, forms and people's own sheets write above a column. A heading is folded (case, accents and
//! punctuation aside) and its numbers are taken out, so that "E-mail 2 - Value" is known as "e mail value"; one that is
//! not known as a whole is read by the words in it, as the questions of a form have to be. Deliberately general: no
//! product's columns are listed one by one where a rule covers them.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::Field;
use super::vocabulary::{ASIDE, WHOLE};
use names::recognize::words::fold;

/// What a heading says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// The column is this field. The higher the number, the surer; among several of one field the surest comes first.
    Field(Field, u8),
    /// A heading that is known, of a column that this program has no use for.
    Aside,
}

/// A heading as it is compared: folded, punctuation and numbers aside.
pub fn plain(heading: &str) -> String {
    let mut out = String::new();
    for word in fold(heading).split(|c: char| !c.is_alphanumeric()) {
        if word.is_empty() || word.bytes().all(|byte| byte.is_ascii_digit()) {
            continue;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        // `organization_name`, `Email2`: digits at the end of a word count as much as those beside it.
        out.push_str(word.trim_end_matches(|c: char| c.is_ascii_digit()));
    }
    out
}

/// What a heading says; `None` when it is not known.
pub fn meaning(heading: &str) -> Option<Meaning> {
    if heading.len() > 600 {
        return None;
    }
    let plain = plain(heading);
    if plain.is_empty() {
        return None;
    }
    whole(&plain)
        .or_else(|| {
            // `OrganizationName`, `firstName`: words told by their capitals.
            let apart = apart(heading);
            (apart != plain).then(|| whole(&apart)).flatten()
        })
        .or_else(|| of_words(heading, &plain))
}

/// Whether a cell is a heading that is known in full: what tells headings from a row that happens to hold such a word.
pub fn is_heading(cell: &str) -> bool {
    if cell.len() > 200 {
        return false;
    }
    let plain = plain(cell);
    // A form's question asks, or speaks to somebody: "Your title at the organization".
    let asks = cell.contains(['?', '¿', ':', '*'])
        || plain.split(' ').any(|word| ["your", "su", "tu"].contains(&word));
    whole(&plain).is_some() || asks && of_words(cell, &plain).is_some()
}

/// Every heading that is known in full.
static KNOWN: LazyLock<HashMap<&'static str, Meaning>> = LazyLock::new(|| {
    let mut known = HashMap::new();
    for (field, weight, ways) in WHOLE {
        for way in ways.split('|') {
            known.insert(way.trim(), Meaning::Field(*field, *weight));
        }
    }
    known.extend(ASIDE.split('|').map(|way| (way.trim(), Meaning::Aside)));
    known
});

fn whole(plain: &str) -> Option<Meaning> {
    if let Some(meaning) = KNOWN.get(plain) {
        return Some(*meaning);
    }
    // "Phone 1 - Type", "Address 1 - Extended Address", "Phonetic First Name": exports of address books.
    let last = plain.rsplit(' ').next().unwrap_or("");
    let first = plain.split(' ').next().unwrap_or("");
    let parts = ["type", "label", "yomi", "extended", "box"];
    let exported = plain.contains(' ')
        && (parts.contains(&last) || plain.ends_with("extended address") || plain.ends_with("po box"));
    (exported || plain.split(' ').any(|word| word == "yomi" || word == "phonetic") || first == "custom")
        .then_some(Meaning::Aside)
}

fn apart(heading: &str) -> String {
    let mut spaced = String::with_capacity(heading.len() + 8);
    let mut before = ' ';
    for c in heading.chars() {
        if c.is_uppercase() && before.is_lowercase() {
            spaced.push(' ');
        }
        spaced.push(c);
        before = c;
    }
    plain(&spaced)
}

/// What a longer heading says by its words: a question of a form, a heading with a remark in brackets.
fn of_words(heading: &str, plain: &str) -> Option<Meaning> {
    // What stands before a bracket, a colon or a line end is the heading; the rest explains it.
    if let Some((short, _)) = heading.split_once(['(', '\n', ':', '*', '/'])
        && short.trim().chars().count() >= 3
        && let Some(meaning) = whole(&self::plain(short))
    {
        return Some(meaning);
    }
    let words: Vec<&str> = plain.split(' ').collect();
    let has = |any: &[&str]| words.iter().any(|word| any.contains(word));
    let says = |any: &[&str]| any.iter().any(|phrase| plain.contains(phrase));
    let organization = has(&[
        "organization",
        "organisation",
        "organizacion",
        "organizations",
        "organizaciones",
        "org",
        "company",
        "group",
        "empresa",
        "entidad",
        "colectivo",
        "coalition",
        "institution",
    ]);
    let name = has(&["name", "nombre", "named", "llama"]);
    let question = words.len() >= 4 || heading.contains(['?', '¿']);

    let is = |field, weight| Some(Meaning::Field(field, weight));
    if has(&["email", "correo"]) || says(&["e mail"]) {
        return is(Field::Email, 7);
    }
    if has(&["phone", "telephone", "telefono", "celular", "cell", "mobile"]) && !has(&["fax"]) {
        return is(Field::Phone, 7);
    }
    if has(&["website", "url", "homepage"]) || says(&["sitio web", "pagina web", "web site", "web page"]) {
        return is(Field::Website, 7);
    }
    if has(&["timestamp"]) || says(&["marca temporal"]) {
        return is(Field::Timestamp, 9);
    }
    if has(&[
        "listed", "appear", "appears", "printed", "print", "aparecer", "aparezca", "figurar", "figure",
        "imprima", "publicar",
    ]) && (name || organization || has(&["how", "como"]))
    {
        return is(Field::PrintsAs, 8);
    }
    if has(&["acronym", "siglas", "abbreviation", "alias"]) || says(&["known as", "conocida como"]) {
        return is(Field::Alias, 7);
    }
    if says(&["first name", "given name", "nombre de pila"])
        && !has(&["last", "apellido", "apellidos", "surname"])
    {
        return is(Field::FirstName, 7);
    }
    if says(&["last name", "family name"]) && !has(&["first"]) || has(&["surname"]) {
        return is(Field::LastName, 7);
    }
    // "Name and title of signer" is a name; "Your title at the organization" is a title.
    if has(&["title", "position", "role", "cargo", "puesto", "titulo"]) && !name {
        return is(Field::Title, 7);
    }
    if question
        && (has(&[
            "comment",
            "comments",
            "note",
            "notes",
            "comentario",
            "comentarios",
            "anything",
            "questions",
            "preguntas",
            "algo",
            "feedback",
            "edits",
            "suggestions",
            "sugerencias",
        ]))
    {
        return is(Field::Note, 6);
    }
    let signing = has(&[
        "sign",
        "signing",
        "agree",
        "agrees",
        "consent",
        "endorse",
        "endorses",
        "authorize",
        "authorized",
        "join",
        "add",
        "support",
        "firmar",
        "firma",
        "adherir",
        "adherirse",
        "sumar",
        "sumarse",
        "autoriza",
        "autorizo",
        "apoya",
        "apoyar",
        "acepta",
        "acuerdo",
        "incluir",
        "agregar",
    ]);
    let person = has(&[
        "contact",
        "signer",
        "signatory",
        "representative",
        "person",
        "individual",
        "your",
        "you",
        "contacto",
        "firmante",
        "representante",
        "persona",
        "su",
        "tu",
        "who",
        "quien",
        "authorizing",
        "authorized",
    ]);
    if organization
        && (name || words.len() <= 5)
        && !has(&[
            "type",
            "tipo",
            "address",
            "direccion",
            "state",
            "estado",
            "city",
            "ciudad",
            "country",
            "pais",
            "size",
            "members",
            "miembros",
            "mission",
        ])
        && !(question && signing && !name)
    {
        // "Name of the person who signs for your organization": the name is the person's.
        let of_person = name
            && has(&[
                "person",
                "signer",
                "signatory",
                "representative",
                "contact",
                "persona",
                "firmante",
                "representante",
                "contacto",
                "quien",
                "who",
            ]);
        return if of_person {
            is(Field::FullName, 7)
        } else {
            is(Field::Organization, 7)
        };
    }
    if name && (person || says(&["full name", "nombre completo"])) {
        return is(Field::FullName, 7);
    }
    if question && signing {
        return is(Field::Consent, 7);
    }
    if has(&["city", "ciudad", "town"]) && has(&["state", "estado", "country", "pais"]) {
        return is(Field::Place, 7);
    }
    if has(&["city", "ciudad", "municipio"]) {
        return is(Field::City, 6);
    }
    if has(&["state", "province", "provincia"]) && words.len() <= 8 {
        return is(Field::State, 6);
    }
    if has(&["country", "pais"]) {
        return is(Field::Country, 6);
    }
    if has(&["zip", "postal"]) {
        return is(Field::PostalCode, 6);
    }
    if has(&["date", "fecha"]) && has(&["signed", "signature", "submitted", "firma", "envio"]) {
        return is(Field::Timestamp, 6);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_in_both_languages_with_and_without_accents() {
        for (heading, field) in [
            ("Organization", Field::Organization),
            ("ORGANIZACIÓN", Field::Organization),
            ("Nombre de la organizacion", Field::Organization),
            ("organization_name", Field::Organization),
            ("Organization 1 - Name", Field::Organization),
            ("OrganizationName", Field::Organization),
            ("Company", Field::Organization),
            ("Organization 1 - Title", Field::Title),
            ("Correo electrónico", Field::Email),
            ("E-mail 2 - Value", Field::Email),
            ("E-mail Address", Field::Email),
            ("Email Address *", Field::Email),
            ("Teléfono", Field::Phone),
            ("Business Phone 2", Field::Phone),
            ("Marca temporal", Field::Timestamp),
            ("Cargo", Field::Title),
            ("País", Field::Country),
            ("Business Country/Region", Field::Country),
            ("Nombre y apellidos", Field::FullName),
            ("What is the full name of your organization?", Field::Organization),
            (
                "How should your organization's name appear on the letter?",
                Field::PrintsAs,
            ),
            (
                "Name of the person signing for your organization",
                Field::FullName,
            ),
            ("Your title at the organization", Field::Title),
            ("Will your organization sign on to the letter?", Field::Consent),
            ("¿Desea su organización firmar la carta?", Field::Consent),
            (
                "¿Cómo debe aparecer el nombre de su organización?",
                Field::PrintsAs,
            ),
            ("Anything else we should know?", Field::Note),
            ("Organization (as it is registered)", Field::Organization),
            ("City and State", Field::Place),
        ] {
            assert!(
                matches!(meaning(heading), Some(Meaning::Field(of, _)) if of == field),
                "{heading}: {:?}",
                meaning(heading)
            );
        }
    }

    #[test]
    fn what_an_export_has_besides_is_known_and_left_aside() {
        for heading in [
            "Phone 1 - Type",
            "Given Name Yomi",
            "Phonetic First Name",
            "Home Fax",
            "Group Membership",
            "Address 2 - Extended Address",
        ] {
            assert_eq!(meaning(heading), Some(Meaning::Aside), "{heading}");
        }
        assert_eq!(meaning("Favourite colour"), None);
    }

    #[test]
    fn no_heading_is_listed_with_two_meanings() {
        let mut all: Vec<&str> = WHOLE
            .iter()
            .flat_map(|(_, _, ways)| ways.split('|'))
            .chain(ASIDE.split('|'))
            .map(str::trim)
            .collect();
        all.sort_unstable();
        let twice: Vec<&[&str]> = all.windows(2).filter(|pair| pair[0] == pair[1]).collect();
        assert!(twice.is_empty(), "{twice:?}");
        for way in all {
            assert_eq!(plain(way), way, "is never asked for");
        }
    }

    #[test]
    fn names_are_no_headings() {
        for cell in [
            "Casa Luz",
            "Madison Teachers Inc.",
            "Organization of American Historians",
            "Alliance for Youth Organizing, Ohio",
            "State Innovation Exchange",
        ] {
            assert!(!is_heading(cell), "{cell}");
        }
    }
}
