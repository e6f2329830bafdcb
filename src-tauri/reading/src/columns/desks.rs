//! Desks, rooms and parts of bodies that stand in a column of people: "Front desk", "Küche & Hauswirtschaft", "Comité de enlace".
//!
//! Owns the words, in the languages that sheets come in.

use super::nobody::bare;

/// Whether a cell where a person should be names a desk or a part of a body, and nobody: "Front desk", "Comité de enlace".
pub fn names_a_desk(cell: &str) -> bool {
    let bare = bare(cell);
    let words: Vec<&str> = bare.split(' ').collect();
    let part = |word: Option<&&str>| word.is_some_and(|word| PARTS_OF_BODIES.contains(word));
    let joins = |word: &&str| ["and", "y", "e", "et", "und", "en", "i", "a"].contains(word);
    // "Küche & Hauswirtschaft", "Betreuungsfachkräfte": places of a house, and those who work in them.
    let rooms =
        words.iter().any(|word| is_a_room(word)) && words.iter().all(|word| is_a_room(word) || joins(word));
    DESKS.contains(&bare.as_str()) || rooms || words.len() <= 6 && (part(words.first()) || part(words.last()))
}

/// Whether a folded word names a place of a house where somebody is reached, or all who work there.
fn is_a_room(word: &str) -> bool {
    let compound = [
        "fachkrafte",
        "mitarbeiter",
        "abteilung",
        "verwaltung",
        "zentrale",
        "buro",
        "stelle",
    ];
    ROOMS.contains(&word) || word.len() > 12 && compound.iter().any(|end| word.ends_with(end))
}

const ROOMS: &[&str] = &[
    "rezeption",
    "reception",
    "recepcion",
    "recepcao",
    "receptie",
    "recepcja",
    "recepce",
    "portineria",
    "pforte",
    "empfang",
    "accueil",
    "kuche",
    "kitchen",
    "cocina",
    "cuisine",
    "cucina",
    "keuken",
    "kantine",
    "cafeteria",
    "hauswirtschaft",
    "housekeeping",
    "hausmeister",
    "zentrale",
    "centralita",
    "switchboard",
    "standard",
    "verwaltung",
    "administration",
    "administracion",
    "administracao",
    "amministrazione",
    "administracja",
    "segreteria",
    "secretaria",
    "secretariaat",
    "sekretariat",
    "sekretariatet",
    "buchhaltung",
    "accounting",
    "contabilidad",
    "comptabilite",
    "fachkrafte",
    "mitarbeiter",
    "staff",
    "personal",
    "fahrdienst",
    "werkstatt",
];

const DESKS: &[&str] = &[
    "info",
    "information",
    "informacion",
    "reception",
    "recepcion",
    "accueil",
    "empfang",
    "general inquiries",
    "general enquiries",
    "general contact",
    "contacto general",
    "customer service",
    "atencion al publico",
    "atencion ciudadana",
    "volunteer coordinator",
];

/// Words that a part of a body begins or ends with.
const PARTS_OF_BODIES: &[&str] = &[
    "desk",
    "office",
    "oficina",
    "bureau",
    "secretariat",
    "secretariado",
    "sekretariat",
    "geschaftsstelle",
    "committee",
    "comite",
    "comision",
    "commission",
    "board",
    "junta",
    "directiva",
    "consejo",
    "department",
    "departamento",
    "team",
    "equipo",
    "equipe",
    "coordinacion",
    "coordination",
    "koordination",
    "hotline",
    "helpline",
    "vorstand",
    "diretoria",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn desks_and_rooms_are_nobody() {
        for cell in [
            "Front desk",
            "Comité de enlace",
            "Main Office",
            "Info",
            "Rezeption",
            "Küche & Hauswirtschaft",
            "Betreuungsfachkräfte",
        ] {
            assert!(names_a_desk(cell), "{cell}");
        }
        for cell in ["Ana Mora", "Bo Lind", "Casa Luz", "Ana Kuche", "Müller"] {
            assert!(!names_a_desk(cell), "{cell}");
        }
    }
}
