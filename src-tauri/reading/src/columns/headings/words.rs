//! What a heading that is no known one says by its words.

use super::super::Field;
use super::pairs::{asks_who_signs, of_owner, of_time};
use super::{Meaning, UNSURE_CONSENT, is_person_word, whole};
use crate::answer::{asks_to_sign, is_about_something_else};

/// What a longer heading says by its words: a question of a form, a heading with a remark in brackets.
pub(super) fn of_words(heading: &str, plain: &str) -> Option<Meaning> {
    if let Some(meaning) = of_somebody(plain).or_else(|| of_body(plain)) {
        return Some(meaning);
    }
    if asks_who_signs(heading, plain) {
        return Some(Meaning::Field(Field::SignsAs, 8));
    }
    if let Some(meaning) = of_time(plain).or_else(|| of_owner(plain)) {
        return Some(meaning);
    }
    // What stands before a bracket, a colon or a line end is the heading; the rest explains it.
    if let Some((short, _)) = heading.split_once(['(', '\n', ':', '*', '/'])
        && short.trim().chars().count() >= 3
        && let Some(meaning) = whole(&super::plain(short))
    {
        return Some(meaning);
    }
    let words: Vec<&str> = plain.split(' ').collect();
    // "State Senate District" is where somebody votes, and no state.
    let schools = ["school", "escolar", "park", "water", "library"];
    if let [first, .., "district" | "districts" | "distrito" | "wahlkreis"] = words.as_slice()
        && !matches!(*first, "is" | "has" | "in")
        && words.len() <= 5
        && !words.iter().any(|word| schools.contains(word))
    {
        return Some(Meaning::Field(Field::District, 5));
    }
    // "Story title", `project_url`: what stands there is about a thing, and nobody's.
    let about = ["title", "url", "link", "image", "date"];
    if let [thing, .., last] = words.as_slice()
        && words.len() <= 3
        && THINGS.contains(thing)
    {
        if about.contains(last) {
            return Some(Meaning::Aside);
        }
        if ["description", "summary"].contains(last) {
            return Some(Meaning::Field(Field::Note, 4));
        }
    }
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
    // "Nice! Who are you?"
    if words.len() <= 5
        && (has(&["who"]) && has(&["you"])
            || has(&["quien"]) && has(&["eres", "usted"])
            || has(&["wer"]) && has(&["sie", "du"]))
    {
        return is(Field::FullName, 7);
    }
    // "Who signs for it?"
    if words.len() <= 6
        && has(&["who", "quien", "wer", "qui", "quem"])
        && has(&[
            "signs",
            "signed",
            "firma",
            "firmara",
            "firmo",
            "suscribe",
            "unterschreibt",
            "unterzeichnet",
            "signe",
            "signera",
            "assina",
        ])
    {
        return is(Field::FullName, 7);
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
    ]) || asks_to_sign(heading);
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
    // "Parent org", "National organization (if any)"
    if organization
        && words.len() <= 5
        && has(&[
            "parent",
            "umbrella",
            "national",
            "matriz",
            "madre",
            "mere",
            "dachverband",
            "affiliated",
        ])
    {
        return is(Field::Parent, 7);
    }
    if organization
        && (name || words.len() <= 5)
        && !has(&[
            "domain",
            "industry",
            "logo",
            "budget",
            "description",
            "about",
            "founded",
            "structure",
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
    if question && signing && !asks_which(&words) && !is_about_something_else(heading) {
        return is(
            Field::Consent,
            if asks_to_sign(heading) { 7 } else { UNSURE_CONSENT },
        );
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
    None
}

/// Whether a question can't be answered by yes or no: "Which statement do you agree with most?", "¿Por qué firma?"
fn asks_which(words: &[&str]) -> bool {
    let first = words.first().copied().unwrap_or("");
    let second = words.get(1).copied().unwrap_or("");
    [
        "which", "what", "why", "how", "where", "when", "who", "cual", "cuales", "que", "como", "donde",
        "cuando", "quien", "quel", "quelle", "quels", "quelles", "pourquoi", "comment", "ou", "welche",
        "welcher", "welches", "warum", "wie", "wo", "wann", "qual", "quais", "quando", "onde",
    ]
    .contains(&first)
        || first == "por" && second == "que"
}

/// A short heading that names what a row is about and one thing of them: "Parent/Guardian Name", "Volunteer email".
fn of_somebody(plain: &str) -> Option<Meaning> {
    let words: Vec<&str> = plain.split(' ').collect();
    let (last, rest) = words.split_last()?;
    if !(1..=4).contains(&rest.len()) || !rest.iter().any(|word| SOMEBODY.contains(word)) {
        return None;
    }
    // "Nom adhérent"
    let (last, rest) = if let ["name" | "nombre" | "nome" | "nom", of @ ..] = words.as_slice() {
        (&"name", of)
    } else {
        (last, rest)
    };
    // Whose first name, whose birth name and whose organization's is said by more words than these.
    if !rest.iter().all(|word| {
        SOMEBODY.contains(word)
            || is_person_word(word)
            || ["and", "or", "vice", "full", "y", "o", "et", "und"].contains(word)
    }) {
        return None;
    }
    let field = match *last {
        "name" | "names" | "nombre" | "nome" | "nom" => Field::FullName,
        "email" | "mail" | "correo" | "courriel" => Field::Email,
        "phone" | "cell" | "mobile" | "telephone" | "telefono" | "celular" => Field::Phone,
        _ => return None,
    };
    Some(Meaning::Field(field, 6))
}

/// A heading of two words that names a sort of body and one thing of it: `partner_name`, "Entity type".
pub(super) fn of_body(plain: &str) -> Option<Meaning> {
    let (body, what) = plain.split_once(' ')?;
    let (body, what) = match what {
        // "Nombre del club", "Type of entity"
        _ if ["name", "nombre", "nome", "nom", "type", "tipo", "kind"].contains(&body) => {
            (what.rsplit(' ').next().unwrap_or(what), body)
        }
        _ => (body, what),
    };
    if !BODIES.contains(&body) {
        return None;
    }
    match what {
        "name" | "names" | "nombre" | "nome" | "nom" => Some(Meaning::Field(Field::Organization, 7)),
        "type" | "kind" | "tipo" | "typ" | "category" | "categoria" => Some(Meaning::Field(Field::Kind, 8)),
        _ => None,
    }
}

/// What rows can be about besides bodies and people.
const THINGS: &[&str] = &[
    "story",
    "book",
    "project",
    "event",
    "page",
    "article",
    "report",
    "post",
    "campaign",
    "document",
    "course",
    "paper",
    "publication",
    "video",
    "photo",
    "logo",
    "news",
    "talk",
    "session",
    "program",
    "source",
    "grant",
    "item",
    "product",
    "order",
    "payment",
    "transaction",
    "ticket",
];

/// Sorts of bodies that a list can be of.
pub(super) const BODIES: &[&str] = &[
    "partner",
    "entity",
    "club",
    "charity",
    "ngo",
    "ong",
    "chapter",
    "school",
    "business",
    "agency",
    "church",
    "nonprofit",
    "sponsor",
    "endorser",
    "institution",
    "federation",
    "union",
    "league",
    "society",
    "foundation",
    "company",
    "vendor",
    "provider",
    "entidad",
    "socio",
    "colectivo",
    "fundacion",
    "escuela",
    "sindicato",
    "verein",
    "verband",
    "association",
    "asociacion",
    "associazione",
    "structure",
    "entidade",
];

/// Whom the rows of a list can be about, besides those who stand for an organization.
const SOMEBODY: &[&str] = &[
    "parent",
    "parents",
    "guardian",
    "student",
    "applicant",
    "volunteer",
    "teacher",
    "donor",
    "attendee",
    "participant",
    "registrant",
    "supporter",
    "president",
    "vicepresident",
    "officer",
    "principal",
    "household",
    "family",
    "resident",
    "voter",
    "author",
    "speaker",
    "founder",
    "owner",
    "padre",
    "madre",
    "tutor",
    "tutora",
    "estudiante",
    "voluntario",
    "voluntaria",
    "participante",
    "solicitante",
    "eltern",
    "teilnehmer",
    "benevole",
    "adherent",
    "socio",
    "socia",
    "inscrit",
    "donateur",
    "payeur",
];
