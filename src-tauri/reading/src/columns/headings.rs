//! What the headings of columns mean, in English and Spanish, and as exports have them in French, German and Portuguese.
//!
//! Owns the words that exports, forms and people's own sheets write above a column. A heading is folded (case, accents and
//! punctuation aside) and its numbers are taken out, so that "E-mail 2 - Value" is known as "e mail value"; one that is
//! not known as a whole is read by the words in it, as the questions of a form have to be. Deliberately general: no
//! product's columns are listed one by one where a rule covers them.

mod letters;
mod pairs;
mod parts;
mod people;
mod words;

use std::collections::HashMap;
use std::sync::LazyLock;

use super::Field;
use super::scripts::SCRIPTS;
use super::tongues::{self, TONGUES};
use super::vocabulary::{ASIDE, WHOLE};
pub use letters::without_letters;
use names::recognize::words::fold;
use parts::{abbreviated, misspelled, of_parts};
pub use people::{OFFICES, is_person_word, names_a_sort_of_body};
use words::{of_body, of_words};

/// What a heading says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// The column is this field. The higher the number, the surer; among several of one field the surest comes first.
    Field(Field, u8),
    /// A heading that is known, of a column that this program has no use for.
    Aside,
}

/// How sure a heading is that asks whether somebody agrees, and not for certain to what.
pub const UNSURE_CONSENT: u8 = 2;

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

/// A heading without the word for its language or script, and how far that is from the one that most can read: `name_en`,
/// "Name (ES)", `latin_name`. Nothing where it names none.
pub fn in_a_language(heading: &str) -> Option<(usize, String)> {
    const CODES: [&str; 14] = [
        "en", "es", "fr", "de", "pt", "it", "ca", "nl", "pl", "ne", "ar", "ru", "uk", "zh",
    ];
    const SCRIPTS: [(&str, usize); 12] = [
        ("english", 0),
        ("latin", 0),
        ("spanish", 1),
        ("french", 2),
        ("german", 3),
        ("portuguese", 4),
        ("italian", 5),
        ("native", 9),
        ("local", 9),
        ("original", 9),
        ("arabic", 10),
        ("russian", 11),
    ];
    let folded = fold(heading);
    let words: Vec<&str> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    if !(2..=4).contains(&words.len()) {
        return None;
    }
    let last = words.len() - 1;
    let coded = heading.contains(['_', '(', '[', '-', '.']);
    let (at, rank) = match CODES.iter().position(|code| *code == words[last]) {
        Some(rank) if coded => (last, rank),
        _ => [0, last].into_iter().find_map(|at| {
            let (_, rank) = SCRIPTS.iter().find(|(script, _)| *script == words[at])?;
            Some((at, *rank))
        })?,
    };
    let rest: Vec<&str> = (0..=last)
        .filter(|other| *other != at)
        .map(|other| words[other])
        .collect();
    let rest = plain(&rest.join(" "));
    whole(&rest).is_some().then_some((rank, rest))
}

/// What stands between the headings of two rows, where they are read as one: "Primary contact › Name".
pub const LEVELS: &str = " › ";

/// What a heading says; `None` when it is not known.
pub fn meaning(heading: &str) -> Option<Meaning> {
    if heading.len() > 600 {
        return None;
    }
    if let Some((group, own)) = heading.rsplit_once(LEVELS) {
        return of_levels(group, own);
    }
    let plain = plain(heading);
    if plain.is_empty() {
        return None;
    }
    // "Attendee #", "Order no."; but "POC #" is where to call.
    if heading.trim_end().ends_with('#')
        && !is_reached(&plain.split(' ').collect::<Vec<_>>())
        && !plain.ends_with("district")
    {
        let person = plain.split(' ').any(|word| word == "poc" || is_person_word(word));
        return Some(if person {
            Meaning::Field(Field::Phone, 6)
        } else {
            Meaning::Aside
        });
    }
    whole(&plain)
        .or_else(|| abbreviated(heading, &plain))
        .or_else(|| whole(&in_a_language(heading)?.1))
        .or_else(|| {
            // `OrganizationName`, `firstName`: words told by their capitals.
            let apart = apart(heading);
            (apart != plain)
                .then(|| whole(&apart).or_else(|| of_parts(&apart, &apart)))
                .flatten()
        })
        .or_else(|| of_parts(heading, &plain))
        .or_else(|| of_words(heading, &plain))
        .or_else(|| {
            // `PresidentName`
            let apart = apart(heading);
            (apart != plain && !heading.contains(' '))
                .then(|| of_words(&apart, &apart))
                .flatten()
        })
        .or_else(|| misspelled(&plain))
}

/// What a heading under another one says: its own words, and where those are "Name" alone, whose.
fn of_levels(group: &str, own: &str) -> Option<Meaning> {
    let above = meaning(group);
    let people = plain(group).split(' ').any(is_person_word);
    match (meaning(own), above) {
        (Some(Meaning::Field(Field::Organization, 0..=3)), _) if people => {
            Some(Meaning::Field(Field::FullName, 9))
        }
        (Some(Meaning::Field(Field::Organization, 0..=3)), Some(Meaning::Field(field, _)))
            if matches!(field, Field::Organization | Field::FullName) =>
        {
            Some(Meaning::Field(field, 9))
        }
        (Some(own), _) => Some(own),
        // What was written beside the answers that were offered.
        (None, Some(_)) if is_other(own) => Some(Meaning::Field(Field::Note, 3)),
        (None, above) => above,
    }
}

fn is_other(heading: &str) -> bool {
    let plain = plain(heading);
    ["other", "otro", "otra", "autre", "andere", "outro", "sonstiges"]
        .iter()
        .any(|word| plain == *word || plain.starts_with(&format!("{word} ")))
}

/// Whether a cell is what Qualtrics calls its column.
pub fn is_import_id(cell: &str) -> bool {
    cell.starts_with("{\"ImportId\"")
}

/// Whether a heading says nothing of its own: what SurveyMonkey writes under a question that has one answer.
pub fn is_generic_heading(heading: &str) -> bool {
    if is_import_id(heading) {
        return true;
    }
    matches!(
        plain(heading).as_str(),
        "response"
            | "open ended response"
            | "respuesta"
            | "respuesta abierta"
            | "reponse"
            | "reponse ouverte"
            | "antwort"
            | "offene antwort"
            | "resposta"
            | "resposta aberta"
            | "text"
            | "answer"
    )
}

/// How much a cell says that its row is one of headings: 0 for nothing.
pub fn heading_points(cell: &str) -> i32 {
    let is_address = || matches!(super::kind(cell), super::Kind::Email | super::Kind::Website);
    if cell.len() > 600 || cell.contains(['@', '/']) && is_address() {
        return 0;
    }
    let plain = plain(cell);
    if plain.is_empty() {
        return 0;
    }
    let known = whole(&plain)
        .or_else(|| whole(&in_a_language(cell)?.1))
        .or_else(|| {
            let apart = apart(cell);
            (apart != plain).then(|| whole(&apart)).flatten()
        });
    match known {
        // A sort of body is a value as often as a heading.
        Some(Meaning::Field(_, 1)) => 1 + i32::from(cell.ends_with(|c: char| c.is_ascii_digit())),
        Some(Meaning::Field(_, 4..=8) | Meaning::Aside) => 2,
        Some(Meaning::Field(..)) => 3,
        None if is_heading(cell) => 3,
        // "Backup contact", "Partner agency": short, and nothing but words of headings.
        None if (2..=4).contains(&plain.split(' ').count())
            && matches!(
                of_parts(cell, &plain).or_else(|| of_words(cell, &plain)),
                Some(Meaning::Field(_, 7..))
            )
            && !super::names_an_organization(cell)
            && !super::names_a_person(&cell.to_lowercase()) =>
        {
            2
        }
        None if cell.split_whitespace().count() > 1
            && (of_parts(cell, &plain).is_some() || of_words(cell, &plain).is_some())
            && !super::names_an_organization(cell) =>
        {
            1
        }
        // `constituency_code`, "Anything else?"
        None if cell.contains('_') && !cell.contains(' ') || cell.ends_with(['?', ':']) => 1,
        None => 0,
    }
}

/// Whether a cell is a heading that is known in full: what tells headings from a row that happens to hold such a word.
pub fn is_heading(cell: &str) -> bool {
    if cell.len() > 200 || cell.contains("://") {
        return false;
    }
    let plain = plain(cell);
    // A form's question asks, or speaks to somebody: "Your title at the organization".
    let asks = cell.contains(['?', '¿', ':', '*'])
        || plain.split(' ').any(|word| ["your", "su", "tu"].contains(&word));
    let known = whole(&plain).is_some_and(|meaning| !matches!(meaning, Meaning::Field(_, 1)));
    known || asks && of_words(cell, &plain).is_some()
}

/// Every heading that is known in full.
static KNOWN: LazyLock<HashMap<&'static str, Meaning>> = LazyLock::new(|| {
    let mut known = HashMap::new();
    for (field, weight, ways) in TONGUES.iter().chain(WHOLE).chain(SCRIPTS) {
        for way in ways.split('|') {
            known.insert(way.trim(), Meaning::Field(*field, *weight));
        }
    }
    let asides = ASIDE.split('|').chain(tongues::ASIDE.split('|'));
    known.extend(asides.map(|way| (way.trim(), Meaning::Aside)));
    known
});

fn whole(plain: &str) -> Option<Meaning> {
    if let Some(meaning) = known(plain) {
        return Some(meaning);
    }
    // "Clubname"
    if let Some(body) = plain
        .strip_suffix("name")
        .filter(|body| body.len() > 2 && !body.contains(' '))
        && let Some(meaning) = of_body(&format!("{body} name"))
    {
        return Some(meaning);
    }
    let words: Vec<&str> = plain.split(' ').collect();
    let has = |any: &[&str]| words.iter().any(|word| any.contains(word));
    let last = words.last().copied().unwrap_or("");
    let first = words.first().copied().unwrap_or("");
    // "Phone 1 - Type", "Address 1 - Extended Address", "Phonetic First Name": exports of address books.
    let parts = [
        "type", "label", "etiqueta", "libelle", "marcador", "yomi", "extended", "box",
    ];
    // Of those who are listed a type is their sort.
    let sorts = last == "type"
        && !has(&[
            "phone", "email", "mail", "address", "website", "relation", "event", "im", "field", "url",
        ]);
    let exported = words.len() > 1
        && (parts.contains(&last) && !sorts
            || plain.ends_with("extended address")
            || plain.ends_with("po box"));
    // "Tipo de email", "Do not mail", "No bulk emails".
    let sort_of = matches!(first, "type" | "tipo" | "typ")
        && words.len() > 1
        && matches!(
            KNOWN.get(
                words[1..]
                    .iter()
                    .copied()
                    .filter(|word| !["de", "of", "d", "do"].contains(word))
                    .collect::<Vec<_>>()
                    .join(" ")
                    .as_str()
            ),
            Some(Meaning::Field(
                Field::Email | Field::Phone | Field::Website | Field::Street,
                _
            ))
        );
    let not_to = ["do not ", "don t ", "no bulk "]
        .iter()
        .any(|begin| plain.starts_with(begin))
        && words.len() <= 7;
    // "Preferred Email Subscription Status"
    let state_of = last == "status"
        && words.len() <= 7
        && has(&[
            "email",
            "mail",
            "phone",
            "sms",
            "subscription",
            "opt",
            "verification",
            "group",
        ]);
    if exported
        || sort_of
        || not_to
        || state_of
        || has(&["yomi", "phonetic"])
        || first == "custom" && words.len() < 4
    {
        return Some(Meaning::Aside);
    }
    // Faxes, assistants, addresses of machines: known, and of no use here.
    let aside = [
        "fax",
        "telefax",
        "telecopie",
        "ip",
        "assistant",
        "assistent",
        "asistente",
        "assistente",
        "latitude",
        "longitude",
        "latitud",
        "longitud",
        "lat",
        "lng",
        "long",
        "linkedin",
        "password",
        "uuid",
        "guid",
        "ein",
        "nif",
        "cif",
        "rfc",
        "ssn",
        "duns",
        "iban",
        "pager",
        "ext",
        "extension",
        "opt",
        "optin",
        "optout",
        "bad",
        "unsub",
        "unsubscribed",
        "bounced",
        "greeting",
        "lifetime",
        // What a program noted about a value: `email__evidence`, `website_source_url`.
        "evidence",
        "certainty",
        "confidence",
        "snippet",
        "json",
        "fallback",
        "discovery",
        "heuristic",
        "query",
        "scraped",
    ];
    // What is numbered is no name: `organization_id`, "Case number".
    let numbered = [
        "id",
        "ids",
        "code",
        "codes",
        "number",
        "no",
        "nr",
        "num",
        "ref",
        "reference",
        "uid",
        "codigo",
        "numero",
        "referencia",
        "nummer",
        "numer",
        "clave",
        "folio",
        "identifier",
        "identificador",
        "key",
        "hash",
        "token",
    ];
    // Whom a payment or a message went to is whoever exports it.
    let to_us = ["to", "recipient", "receiver", "payee"].contains(&first) && has(&["email", "mail", "phone"]);
    let noted = to_us || words.len() > 2 && (plain.ends_with("source url") || plain.ends_with("used url"));
    if words.len() <= 4
        && (has(&aside) || noted || words.len() > 1 && numbered.contains(&last) && !is_reached(&words))
    {
        return Some(Meaning::Aside);
    }
    // Where somebody is reached at work or at home: "Ort geschäftlich", "Ville (bureau)", "Rua do endereço comercial".
    let at_home = [
        "home",
        "privat",
        "domicile",
        "residencial",
        "particular",
        "casa",
        "personal",
        "otra",
        "autre",
        "weitere",
        "outro",
        "other",
    ];
    let at_work = [
        "work",
        "business",
        "geschaftlich",
        "bureau",
        "comercial",
        "trabajo",
        "trabalho",
        "office",
        "dienstlich",
        "oficina",
        "principal",
    ];
    let little = ["de", "del", "do", "da", "la", "el"];
    if words.len() > 1 && (has(&at_home) || has(&at_work)) {
        let bare = |strict: bool| {
            words
                .iter()
                .copied()
                .filter(|word| {
                    !(at_home.contains(word) || at_work.contains(word) || strict && little.contains(word))
                })
                .collect::<Vec<_>>()
                .join(" ")
        };
        let trimmed = bare(false);
        let trimmed = little
            .iter()
            .fold(trimmed.as_str(), |text, word| {
                text.strip_suffix(word).map_or(text, str::trim_end)
            })
            .to_owned();
        for way in [trimmed, bare(true)] {
            match KNOWN.get(way.as_str()) {
                Some(Meaning::Field(field, _)) if has(&at_home) => return Some(Meaning::Field(*field, 4)),
                Some(known) => return Some(*known),
                None => {}
            }
        }
    }
    None
}

/// A heading that is known in full, however "organisation" is spelled, and in the plural where a cell can hold several.
fn known(plain: &str) -> Option<Meaning> {
    if let Some(meaning) = KNOWN.get(plain) {
        return Some(*meaning);
    }
    let spelled;
    let plain = if plain.contains("organis") {
        spelled = plain.replace("organis", "organiz");
        if let Some(meaning) = KNOWN.get(spelled.as_str()) {
            return Some(*meaning);
        }
        spelled.as_str()
    } else {
        plain
    };
    // "Locations", "Roles", "Correos electrónicos". Several towns or days are no one's.
    for ending in ["s", "es"] {
        let one: Vec<&str> = plain
            .split(' ')
            .map(|word| match word.strip_suffix(ending) {
                Some(stem) if stem.len() > 2 && !stem.ends_with('s') => stem,
                _ => word,
            })
            .collect();
        let meaning = KNOWN.get(one.join(" ").as_str());
        if let Some(Meaning::Field(field, weight)) = meaning
            && matches!(
                field,
                Field::Organization
                    | Field::FullName
                    | Field::Title
                    | Field::Email
                    | Field::Phone
                    | Field::Place
                    | Field::Website
                    | Field::Tag
                    | Field::Note
            )
            && *weight > 2
        {
            return Some(Meaning::Field(*field, (*weight).min(8)));
        }
    }
    None
}

/// Whether a heading of organizations says of a person where they are: "Affiliation", "Current employer".
pub fn names_where_somebody_is(heading: &str) -> bool {
    plain(heading)
        .split(' ')
        .any(|word| ["affiliation", "employer", "afiliacion", "affiliations"].contains(&word))
}

/// Whether a number under this heading is one to call or to write to.
fn is_reached(words: &[&str]) -> bool {
    words.iter().any(|word| {
        [
            "phone",
            "telephone",
            "tel",
            "cell",
            "mobile",
            "contact",
            "telefono",
            "celular",
            "movil",
            "telefon",
            "handy",
            "telefone",
            "zip",
            "postal",
            "post",
            "whatsapp",
            "email",
            "mail",
            "state",
            "country",
        ]
        .contains(word)
    })
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

#[cfg(test)]
mod tests;
