//! Headings that two words tell together, whatever stands between them: a time and a sending, who and a following, an
//! organization and a person.

use super::super::Field;
use super::Meaning;

/// When somebody sent in an answer, in the words of any form: "Heure de soumission", "Date endorsed", "Fecha y hora de envío".
pub(super) fn of_time(plain: &str) -> Option<Meaning> {
    let words: Vec<&str> = plain.split(' ').collect();
    let has = |any: &[&str]| words.iter().any(|word| any.contains(word));
    let time = has(&[
        "date",
        "time",
        "fecha",
        "hora",
        "heure",
        "datum",
        "zeit",
        "zeitpunkt",
        "data",
        "dia",
        "when",
    ]);
    let sent = has(&[
        "submission",
        "submitted",
        "submit",
        "soumission",
        "soumis",
        "envoi",
        "envio",
        "enviado",
        "einsendung",
        "abgabe",
        "eingang",
        "signature",
        "signed",
        "firma",
        "firmo",
        "unterschrift",
        "assinatura",
        "received",
        "recibido",
        "recepcion",
        "reception",
        "endorsed",
        "endorsement",
        "adhesion",
        "adesao",
        "respuesta",
        "response",
        "responded",
        "reponse",
        "antwort",
        "resposta",
        "confirmed",
        "confirmacion",
        "completed",
        "completion",
    ]);
    (words.len() <= 5 && time && sent).then_some(Meaning::Field(Field::Timestamp, 8))
}

/// Who of the coalition looks after a row: "Who's following up", "Quién da seguimiento".
pub(super) fn of_owner(plain: &str) -> Option<Meaning> {
    let words: Vec<&str> = plain.split(' ').collect();
    let has = |any: &[&str]| words.iter().any(|word| any.contains(word));
    // "HubSpot Owner"; whoever owns a business is somebody of it.
    if let [of, "owner"] = words.as_slice() {
        let owned = [
            "business",
            "home",
            "property",
            "pet",
            "dog",
            "shop",
            "store",
            "company",
            "land",
            "building",
            "restaurant",
        ];
        return (!owned.contains(of)).then_some(Meaning::Field(Field::Owner, 7));
    }
    let asks = has(&["who", "quien", "wer", "qui", "quem"]);
    let follows = has(&[
        "following",
        "followup",
        "follow",
        "reaching",
        "asking",
        "asks",
        "asked",
        "calling",
        "calls",
        "called",
        "contacting",
        "contacted",
        "outreach",
        "responsible",
        "seguimiento",
        "llama",
        "llamara",
        "contacta",
        "contactara",
        "pregunta",
        "kontaktiert",
        "contacte",
    ]);
    let speaks = has(&["you", "your", "we", "us", "usted", "su", "tu", "nos"]);
    (words.len() <= 6 && asks && follows && !speaks).then_some(Meaning::Field(Field::Owner, 7))
}

/// Whether a heading asks if an organization or a person signs: "Are you signing as an organization or an individual?",
/// "Organization/Individual".
pub(super) fn asks_who_signs(heading: &str, plain: &str) -> bool {
    let words: Vec<&str> = plain.split(' ').collect();
    let has = |any: &[&str]| words.iter().any(|word| any.contains(word));
    has(&[
        "organization",
        "organisation",
        "organizacion",
        "organizations",
        "org",
        "company",
        "group",
        "empresa",
        "entidad",
        "colectivo",
        "institution",
        "verein",
        "association",
        "organizacao",
        "entidade",
    ]) && has(&[
        "individual",
        "individually",
        "person",
        "individuo",
        "individualmente",
        "persona",
        "particular",
        "yourself",
        "behalf",
    ]) && (has(&["or", "o", "u", "oder", "ou"]) || heading.contains('/'))
        && !has(&[
            "name", "nombre", "named", "llama", "nom", "nome", "called", "names",
        ])
}

#[cfg(test)]
mod tests {
    use super::super::meaning;
    use super::*;

    #[test]
    fn two_words_tell_a_heading_that_neither_does() {
        for (heading, field) in [
            ("Heure de soumission", Field::Timestamp),
            ("Date endorsed", Field::Timestamp),
            ("Fecha y hora de envío", Field::Timestamp),
            ("Who's following up", Field::Owner),
            ("Quién da seguimiento", Field::Owner),
            ("Organization/Individual", Field::SignsAs),
        ] {
            let said = meaning(heading);
            assert!(
                matches!(said, Some(Meaning::Field(of, _)) if of == field),
                "{heading}: {said:?}"
            );
        }
        for heading in ["Who asked you to join?", "Time zone", "Event date"] {
            let said = meaning(heading);
            assert!(
                !matches!(said, Some(Meaning::Field(Field::Owner | Field::Timestamp, 7..))),
                "{heading}: {said:?}"
            );
        }
    }
}
