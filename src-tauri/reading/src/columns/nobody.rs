//! Words that stand in a cell where nobody and nothing is named: "N/A", "None", "Self", `#REF!`.
//!
//! Owns the words, in the languages that sheets come in. What becomes of a row that names nobody is for the plan.

use names::recognize::words::fold;

/// Whether a cell says only that there is nothing: "N/A", "none", "-", "No aplica".
pub fn says_nothing(cell: &str) -> bool {
    let cell = cell.trim();
    if cell.is_empty() || cell.len() > 60 {
        return false;
    }
    if !cell.chars().any(char::is_alphanumeric) {
        return true;
    }
    let bare = bare(cell);
    // "test 44", "Anonymous 2"
    let tried = |word: &str| {
        [
            "test",
            "testing",
            "prueba",
            "asdf",
            "anonymous",
            "anonimo",
            "anonima",
            "anonyme",
            "anonym",
        ]
        .contains(&word)
    };
    let counted = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let is_trial = bare.split(' ').any(tried) && bare.split(' ').all(|word| tried(word) || counted(word));
    is_trial || NOTHING.contains(&bare.as_str()) || says_it_is_missing(&bare)
}

/// Whether folded words say of a value that it is not there: "No URL provided", "email not available", "Sin correo".
fn says_it_is_missing(bare: &str) -> bool {
    let (mut denied, mut named) = (false, false);
    for word in bare.split(' ') {
        if DENIED.contains(&word) {
            denied = true;
        } else if MISSING.contains(&word) {
            named = true;
        } else {
            return false;
        }
    }
    denied && named
}

const DENIED: &[&str] = &[
    "no", "not", "none", "without", "sin", "kein", "keine", "pas", "aucun", "aucune", "sans", "nenhum",
    "nenhuma", "sem", "nessun", "nessuna", "senza", "nicht", "non", "nao", "nie", "geen", "niet", "bez",
    "neni",
];

/// What can be missing, and the words that say so.
const MISSING: &[&str] = &[
    "on",
    "the",
    "in",
    "at",
    "this",
    "time",
    "our",
    "their",
    "provided",
    "available",
    "given",
    "listed",
    "specified",
    "found",
    "known",
    "recorded",
    "published",
    "public",
    "stated",
    "disclosed",
    "supplied",
    "yet",
    "url",
    "website",
    "web",
    "site",
    "link",
    "page",
    "homepage",
    "email",
    "mail",
    "e",
    "phone",
    "telephone",
    "number",
    "address",
    "contact",
    "data",
    "information",
    "info",
    "correo",
    "electronico",
    "telefono",
    "pagina",
    "sitio",
    "direccion",
    "contacto",
    "disponible",
    "datos",
    "informacion",
    "de",
    "adresse",
    "telefon",
    "angabe",
    "angegeben",
    "vorhanden",
    "renseigne",
    "indique",
    "disponivel",
    "informado",
    "telefone",
    "endereco",
    "sito",
    "disponibile",
    "indirizzo",
    "dokumentiert",
    "documented",
    "documentado",
    "documentada",
    "documente",
    "documentato",
    "registered",
    "registrado",
    "registrada",
    "bekannt",
    "verfugbar",
    "genannt",
    "ermittelt",
    "erfasst",
    "encontrado",
    "encontrada",
    "especificado",
    "especificada",
    "conocido",
    "conocida",
    "connu",
    "connue",
    "precise",
    "trouve",
    "fourni",
    "conhecido",
    "noto",
    "indicato",
    "specificato",
    "trovato",
    "bekend",
    "beschikbaar",
    "opgegeven",
    "podano",
    "danych",
    "znany",
    "udaje",
    "uvedeno",
    "informationen",
    "angaben",
    "daten",
    "informazioni",
    "informatie",
    "detected",
    "retrieved",
    "confirmed",
    "shared",
    "accessible",
];

/// Whether a cell where an organization should be names none: what says nothing, and the words by which a person says that they
/// stand for themselves.
pub fn names_nobody(cell: &str) -> bool {
    if says_nothing(cell) {
        return true;
    }
    let bare = bare(cell);
    if bare.len() > 60 {
        return false;
    }
    // "Self-employed", "just myself", "I am signing as an individual".
    let words: Vec<&str> = bare.split(' ').collect();
    let own = |word: &&str| OWN.contains(word);
    let little = |word: &&str| LITTLE.contains(word);
    !bare.is_empty() && words.iter().any(own) && words.iter().all(|word| own(word) || little(word))
}

/// Whether a cell is a value that a spreadsheet shows for a mistake in a formula.
pub fn is_error_value(cell: &str) -> bool {
    let cell = cell.trim();
    cell.starts_with('#')
        && [
            "#N/A",
            "#REF!",
            "#NAME?",
            "#VALUE!",
            "#DIV/0!",
            "#NULL!",
            "#NUM!",
            "#GETTING_DATA",
            "#SPILL!",
            "#CALC!",
            "#FIELD!",
            "#BLOCKED!",
            "#UNKNOWN!",
            "#CONNECT!",
            "#ERROR!",
            "#¡REF!",
            "#¿NOMBRE?",
            "#¡VALOR!",
            "#¡DIV/0!",
            "#¡NUM!",
            "#¡NULO!",
            "#N/D",
            "#BEZUG!",
            "#WERT!",
            "#NV",
            "#ZAHL!",
            "#VALEUR!",
            "#NOM?",
            "#NOMBRE!",
            "#NOME?",
            "#VALOR!",
            "#DESBORDAMIENTO!",
        ]
        .contains(&cell)
}

/// Folded words, their punctuation aside.
pub(super) fn bare(cell: &str) -> String {
    let folded = fold(cell);
    let words: Vec<&str> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}

const NOTHING: &[&str] = &[
    "k a",
    "o a",
    "s d",
    "s n d",
    "n c",
    "n a",
    "na",
    "none",
    "nil",
    "null",
    "no",
    "nope",
    "not applicable",
    "does not apply",
    "doesn t apply",
    "nothing",
    "blank",
    "empty",
    "unknown",
    "unbekannt",
    "inconnu",
    "inconnue",
    "desconocida",
    "desconhecido",
    "desconhecida",
    "sconosciuto",
    "sconosciuta",
    "onbekend",
    "nieznany",
    "neznamy",
    "brak",
    "not known",
    "tbd",
    "tba",
    "to be determined",
    "to be confirmed",
    "x",
    "xx",
    "xxx",
    "no aplica",
    "no applica",
    "n d",
    "s d",
    "sin dato",
    "sin datos",
    "ninguna",
    "ninguno",
    "ningun",
    "desconocido",
    "por definir",
    "aucun",
    "aucune",
    "neant",
    "sans objet",
    "keine",
    "keiner",
    "keines",
    "entfallt",
    "nicht zutreffend",
    "nenhum",
    "nenhuma",
    "nao se aplica",
    "no organization",
    "no organisation",
    "no affiliation",
    "no org",
    "no company",
    "none given",
    "not provided",
    "not listed",
    "sin organizacion",
    "ninguna organizacion",
    "sans organisation",
    "keine organisation",
    "sem organizacao",
    "anonymous",
    "anonimo",
    "test",
    "testing",
    "test test",
    "prueba",
    "asdf",
    "n a n a",
    "no one",
    "nobody",
    "none at this time",
    "none currently",
    "none specified",
    "not specified",
    "undisclosed",
    "no name",
    "sin nombre",
];

/// Words by which somebody says that they stand for themselves.
const OWN: &[&str] = &[
    "self",
    "myself",
    "me",
    "individual",
    "individually",
    "individuals",
    "personal",
    "personally",
    "private",
    "citizen",
    "retired",
    "retiree",
    "unaffiliated",
    "independent",
    "freelance",
    "freelancer",
    "independiente",
    "unemployed",
    "homemaker",
    "student",
    "resident",
    "voter",
    "taxpayer",
    "yo",
    "mismo",
    "misma",
    "individuo",
    "individual",
    "particular",
    "persona",
    "ciudadano",
    "ciudadana",
    "jubilado",
    "jubilada",
    "retirado",
    "retirada",
    "privatperson",
    "einzelperson",
    "privat",
    "rentner",
    "rentnerin",
    "particulier",
    "individuel",
    "retraite",
    "retraitee",
    "individu",
    "aposentado",
    "aposentada",
    "pessoa",
    "independiente",
    "concerned",
    "freelance",
    "independent",
];

const LITTLE: &[&str] = &[
    "a",
    "an",
    "as",
    "am",
    "i",
    "the",
    "just",
    "only",
    "signing",
    "sign",
    "on",
    "my",
    "own",
    "behalf",
    "employed",
    "in",
    "capacity",
    "for",
    "not",
    "with",
    "no",
    "none",
    "n",
    "affiliated",
    "organization",
    "of",
    "any",
    "person",
    "please",
    "list",
    "soy",
    "como",
    "por",
    "cuenta",
    "propia",
    "natural",
    "un",
    "una",
    "a",
    "titulo",
    "als",
    "ich",
    "fisica",
    "privado",
    "privada",
    "concerned",
    "former",
    "now",
    "currently",
    "and",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_to_be_missing_is_nothing() {
        for cell in [
            "test",
            "test 44",
            "Anonymous 2",
            "Test 2 test",
            "N/A",
            "prueba 3",
            "[nicht dokumentiert]",
            "Information not available",
            "unbekannt",
            "non précisé",
        ] {
            assert!(says_nothing(cell), "{cell}");
        }
        for cell in ["Test Valley Trust", "44", "Moor Test Group", "Non", "Daten e.V."] {
            assert!(!says_nothing(cell), "{cell}");
        }
    }
}
