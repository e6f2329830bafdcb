//! What a cell by itself says of whom its row is: who signs, what sort of body it is, which office somebody has, how far
//! something reaches; and whether it is a code or the address of a machine.

use super::headings::OFFICES;
use super::kinds::is_decimal;
use super::{Kind, kind};
use names::recognize::words::fold;

/// Whether a short cell has a word for an office in it, in the languages that sheets come in.
pub(super) fn holds_office(cell: &str) -> bool {
    let folded = fold(cell);
    let mut words = folded.split(|c: char| !c.is_alphanumeric());
    cell.len() < 60 && words.any(|word| OFFICES.contains(&word) || MORE_OFFICES.contains(&word))
}

/// Offices that stand in cells, and above no names.
const MORE_OFFICES: &[&str] = &[
    "professor",
    "profesor",
    "profesora",
    "professeur",
    "researcher",
    "lecturer",
    "engineer",
    "consultant",
    "analyst",
    "representative",
    "assistant",
    "administrator",
    "attorney",
    "counsel",
    "advocate",
    "specialist",
    "associate",
    "clerk",
    "commissioner",
    "councilor",
    "councillor",
    "councilmember",
    "senator",
    "reverend",
    "delegate",
    "member",
    "chief",
    "vice",
    "executive",
    "representante",
    "vocal",
    "portavoz",
    "gerente",
    "jefe",
    "jefa",
    "encargado",
    "encargada",
    "responsable",
    "miembro",
    "asesor",
    "asesora",
    "abogado",
    "abogada",
    "chargee",
    "charge",
    "sprecher",
    "sprecherin",
    "leiter",
    "leiterin",
    "mitglied",
    "referent",
    "referentin",
    "coordonnateur",
    "coordinatrice",
    "presidenza",
    "direttore",
    "direttrice",
    "segretario",
    "segretaria",
    "coordenador",
    "coordenadora",
    "diretoria",
    "vogal",
];

/// Whether a cell says how far the work of something reaches.
pub(super) fn says_how_far(cell: &str) -> bool {
    let folded = fold(cell);
    let begins = [
        "national",
        "nacional",
        "state",
        "estatal",
        "local",
        "region",
        "international",
        "internacional",
        "global",
        "federal",
        "tribal",
        "city",
        "county",
        "community",
        "municipal",
        "comunitari",
        "provinc",
        "autonom",
        "kommunal",
        "bundes",
        "landes",
        "departement",
        "world",
        "mundial",
    ];
    cell.len() < 40
        && folded
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| begins.iter().any(|begin| word.starts_with(begin)))
}

/// Words for whether something is in being still.
pub(super) const LIVES: &[&str] = &[
    "activa",
    "activo",
    "inactiva",
    "inactivo",
    "vigente",
    "baja",
    "alta",
    "de baja",
    "disuelta",
    "finalizada",
    "finalizado",
    "cancelada",
    "cancelado",
    "en liquidacion",
    "suspendida",
    "suspendido",
    "active",
    "inactive",
    "dissolved",
    "expired",
    "closed",
    "open",
    "archived",
    "registrada",
    "registrado",
    "extinguida",
    "ativa",
    "ativo",
    "inativa",
    "baixada",
];

/// Words for sorts of bodies.
pub(super) const SORTS: &[&str] = &[
    "nonprofit",
    "non-profit",
    "union",
    "labor union",
    "church",
    "faith",
    "business",
    "academic",
    "government",
    "ngo",
    "ong",
    "organization",
    "individual",
    "company",
    "501(c)(3)",
    "501c3",
    "advocacy",
    "labor",
    "other",
    "member",
    "ally",
    "person",
];

/// Whether an organization signs, or a person for themselves, as a form's choice says it; the person is true.
pub fn signs_as(cell: &str) -> Option<bool> {
    let folded = fold(cell);
    let words: Vec<&str> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    if words.is_empty() || words.len() > 12 {
        return None;
    }
    let has = |any: &[&str]| words.iter().any(|word| any.contains(word));
    let person = has(&[
        "individual",
        "individually",
        "individuals",
        "myself",
        "person",
        "personal",
        "individuo",
        "persona",
        "particular",
        "einzelperson",
        "privatperson",
        "particulier",
        "pessoa",
        "self",
        "household",
        "user",
        "usuario",
    ]);
    let organization = has(&[
        "organization",
        "organisation",
        "organizational",
        "org",
        "group",
        "organizacion",
        "grupo",
        "company",
        "empresa",
        "business",
        "institution",
        "organizacao",
        "association",
        "verein",
    ]);
    match (person, organization) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        // "On behalf of my organization", "as an individual (organization for identification only)".
        (true, true) => Some(
            words
                .iter()
                .position(|word| ["individual", "myself", "individually"].contains(word))
                < words.iter().position(|word| word.starts_with("organi")),
        )
        .filter(|_| has(&["individual", "individually", "myself"])),
        (false, false) => None,
    }
}

/// The host of the address of a page.
pub(super) fn host(cell: &str) -> Option<String> {
    if kind(cell) != Kind::Website {
        return None;
    }
    let lower = cell.trim().to_lowercase();
    let bare = lower.split_once("://").map_or(lower.as_str(), |(_, rest)| rest);
    let mut parts = bare.split(['/', '?', '#']);
    let host = parts.next()?;
    // What a person says of themselves there is no page of their organization's.
    if host.ends_with("linkedin.com") && parts.next() == Some("in") {
        return Some("linkedin.com/in".to_owned());
    }
    Some(host.trim_start_matches("www.").to_owned())
}

/// Whether a cell is a code and no name: `GB-CHC-274467`, `E14000001`, `90f3a-22`; or the name of a file: `logos/moor.png`.
pub(super) fn is_code(cell: &str) -> bool {
    if let Some((stem, ending)) = cell.rsplit_once('.')
        && !stem.is_empty()
        && !cell.contains("://")
        && FILES.contains(&ending.to_ascii_lowercase().as_str())
    {
        return true;
    }
    let digits = cell.bytes().filter(u8::is_ascii_digit).count();
    digits > 1
        && cell.len() > 3
        && !cell.contains(char::is_whitespace)
        && cell
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "-_/.#:".contains(c))
        && digits * 4 >= cell.len()
}

/// How the names of pictures and documents end.
const FILES: &[&str] = &[
    "jpg", "jpeg", "png", "gif", "svg", "webp", "jfif", "pdf", "doc", "docx",
];

/// Whether a cell is a day of the last century, on which nobody answered anything that is asked now.
pub(super) fn is_long_ago(cell: &str) -> bool {
    cell.split(|c: char| !c.is_ascii_digit())
        .any(|year| year.len() == 4 && year.starts_with("19"))
}

/// Whether a cell is the address of a machine or a place on the globe: `203.0.113.4`, `43.07, -89.4`.
pub(super) fn is_machine(cell: &str) -> bool {
    let four: Vec<&str> = cell.split('.').collect();
    let address = four.len() == 4 && four.iter().all(|part| part.parse::<u8>().is_ok());
    let pages = cell.matches(':').count() >= 3 && cell.chars().all(|c| c.is_ascii_hexdigit() || c == ':');
    address || pages || is_decimal(cell)
}
