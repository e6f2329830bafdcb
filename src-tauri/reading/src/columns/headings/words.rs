//! What a heading that is no known one says by its words.

use super::super::Field;
use super::{Meaning, is_person_word, whole};

/// What a longer heading says by its words: a question of a form, a heading with a remark in brackets.
pub(super) fn of_words(heading: &str, plain: &str) -> Option<Meaning> {
    // What stands before a bracket, a colon or a line end is the heading; the rest explains it.
    if let Some((short, _)) = heading.split_once(['(', '\n', ':', '*', '/'])
        && short.trim().chars().count() >= 3
        && let Some(meaning) = whole(&super::plain(short))
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
        "verein",
        "association",
        "structure",
        "organizacao",
        "entidade",
        "firma",
    ]);
    let name = has(&[
        "name", "nombre", "named", "llama", "nom", "nome", "called", "names",
    ]);
    let question = words.len() >= 4 || heading.contains(['?', '¿']);

    let is = |field, weight| Some(Meaning::Field(field, weight));
    // "Are you signing as an organization or an individual?"
    if organization
        && has(&[
            "individual",
            "individually",
            "person",
            "individuo",
            "individualmente",
            "persona",
            "particular",
            "yourself",
            "behalf",
        ])
        && has(&["or", "o", "u", "oder", "ou"])
        && !name
    {
        return is(Field::SignsAs, 8);
    }
    if has(&["email", "emails", "correo", "courriel", "correios", "messagerie"]) || says(&["e mail"]) {
        return is(Field::Email, 7);
    }
    if has(&[
        "phone",
        "telephone",
        "telefono",
        "celular",
        "cell",
        "mobile",
        "telefon",
        "telefone",
        "handy",
    ]) && !has(&["fax"])
    {
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
    if says(&[
        "what organization",
        "which organization",
        "what organisation",
        "which organisation",
        "what group",
        "organization are you",
        "organization do you",
        "que organizacion",
        "cual organizacion",
        "cual es su organizacion",
        "que grupo",
        "quelle organisation",
        "welche organisation",
        "welcher organisation",
        "qual organizacao",
    ]) && !has(&["title", "role", "cargo", "puesto", "type"])
    {
        return is(Field::Organization, 7);
    }
    // "Name and title of signer" is a name; "Your title at the organization" is a title.
    if has(&[
        "title", "position", "role", "cargo", "puesto", "titulo", "funktion", "fonction",
    ]) && !name
    {
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
            "target",
            "age",
            "blood",
            "ethnic",
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
    if name
        && (person
            || says(&["full name", "nombre completo"])
            || words.len() <= 4 && words.iter().any(|word| is_person_word(word)))
    {
        return is(Field::FullName, 7);
    }
    // "Second contact", "Contacto suplente".
    let ordinals = [
        "second",
        "secondary",
        "first",
        "primary",
        "third",
        "alternate",
        "backup",
        "additional",
        "other",
        "main",
        "principal",
        "segundo",
        "segunda",
        "primer",
        "primero",
        "tercer",
        "suplente",
        "alterno",
        "zweiter",
        "zweite",
        "deuxieme",
        "co",
    ];
    let met = [
        "contact",
        "contacts",
        "contacto",
        "contactos",
        "signer",
        "signatory",
        "representative",
        "firmante",
        "representante",
        "kontakt",
        "ansprechpartner",
        "ansprechpartnerin",
        "contato",
        "person",
        "persona",
    ];
    if has(&met)
        && words
            .iter()
            .all(|word| met.contains(word) || ordinals.contains(word))
    {
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
