//! Words of sheets, English and Spanish, for what the coalition has its own words for.

use names::recognize::words::fold;
use vocabulary::{Membership, OrganizationKind, Scope, Status};

/// A kind of organization in the words that people's own sheets have for it.
pub(super) fn kind_of(text: &str) -> Option<OrganizationKind> {
    use OrganizationKind::{Academic, Business, Faith, Government, Informal, Labor, Nonprofit};
    if let Ok(kind) = text.parse() {
        return Some(kind);
    }
    // "Advocacy & Government" sorts several kinds together, and says of none which.
    let several = text
        .split(['/', '&', ',', ';'])
        .filter(|part| part.len() < text.len());
    let mut kinds = several.filter_map(kind_of);
    if let Some(first) = kinds.next()
        && kinds.any(|other| other != first)
    {
        return None;
    }
    // What takes place out of school is none.
    let folded = fold(text)
        .replace("out-of-school", "")
        .replace("out of school", "");
    let has = |words: &[&str]| parts(&folded).any(|part| words.contains(&part));
    if has(&[
        "faith",
        "church",
        "religious",
        "congregation",
        "iglesia",
        "fe",
        "religiosa",
        "synagogue",
        "mosque",
    ]) {
        Some(Faith)
    } else if has(&["labor", "labour", "union", "sindicato", "sindical"]) {
        Some(Labor)
    } else if has(&[
        "academic",
        "university",
        "school",
        "college",
        "academica",
        "universidad",
        "escuela",
    ]) {
        Some(Academic)
    } else if has(&["business", "company", "corporation", "empresa", "negocio"]) {
        Some(Business)
    } else if has(&["government", "agency", "gobierno", "municipal", "tribal"]) {
        Some(Government)
    } else if has(&["informal", "grassroots", "collective", "colectivo"]) {
        Some(Informal)
    } else if has(&[
        "nonprofit",
        "profit",
        "ngo",
        "ong",
        "charity",
        "lucro",
        "501",
        "advocacy",
        "asociacion",
    ]) {
        Some(Nonprofit)
    } else {
        None
    }
}

/// A text with lines where a page writes marks for them: "<br/>".
pub(super) fn without_breaks(text: &str) -> String {
    let lower = text.to_ascii_lowercase();
    if !lower.contains("<br") {
        return text.trim().to_owned();
    }
    let mut lines: Vec<&str> = Vec::new();
    let mut start = 0;
    for (at, _) in lower.match_indices("<br").filter(|(at, _)| {
        let mark = lower[*at..].split_once('>').map_or("", |(mark, _)| mark);
        ["<br", "<br/", "<br /"].contains(&mark)
    }) {
        lines.push(&text[start..at]);
        start = at + text[at..].find('>').map_or(0, |end| end + 1);
    }
    lines.push(&text[start..]);
    let lines = lines.into_iter().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// The words to group by in a cell. What stands in parentheses and a sum with its commas are no several: "food bank (312,403 lbs, 2024)".
pub(super) fn tags_in(cell: &str) -> Vec<&str> {
    let closed = cell.matches('(').count() == cell.matches(')').count();
    let (mut depth, mut start) = (0_usize, 0);
    let mut tags = Vec::new();
    for (at, c) in cell.char_indices() {
        match c {
            '(' if closed => depth += 1,
            ')' if closed => depth = depth.saturating_sub(1),
            _ => {}
        }
        // "312,403 lbs" beside words, and no list of years.
        let behind = &cell[at + c.len_utf8()..];
        let digits = behind.bytes().take_while(u8::is_ascii_digit).count();
        let within = c == ','
            && digits == 3
            && cell[start..at].ends_with(|c: char| c.is_ascii_digit())
            && cell[start..at].contains(char::is_alphabetic);
        if depth == 0 && matches!(c, ',' | ';' | '\n' | '|') && !within {
            tags.push(&cell[start..at]);
            start = at + c.len_utf8();
        }
    }
    tags.push(&cell[start..]);
    // "translation, legal aid, and art"
    let several = tags.len() > 1;
    if several && let Some(tag) = tags.last_mut() {
        let last = tag.trim_start();
        let and = ["and ", "& ", "y ", "et ", "und ", "e "];
        *tag = and.iter().find_map(|and| last.strip_prefix(and)).unwrap_or(last);
    }
    tags
}

/// The words of a text.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
}

/// A scope, likewise.
pub(super) fn scope_of(text: &str) -> Option<Scope> {
    if let Ok(scope) = text.parse() {
        return Some(scope);
    }
    let folded = fold(text);
    let starts = |words: &[&str]| parts(&folded).any(|part| words.iter().any(|word| part.starts_with(word)));
    if starts(&["international", "internacional", "global"]) {
        Some(Scope::International)
    } else if starts(&["national", "nacional", "federal"]) {
        Some(Scope::National)
    } else if starts(&["tribal", "tribe", "indigena"]) {
        Some(Scope::Tribal)
    } else if starts(&["state", "statewide", "estatal", "provincial", "regional"]) {
        Some(Scope::State)
    } else if starts(&["local", "city", "county", "community", "municipal", "comunitari"]) {
        Some(Scope::Local)
    } else {
        None
    }
}

/// A status in the words that people's own sheets have for it.
pub(super) fn status_of(text: &str) -> Option<Status> {
    if let Ok(status) = text.parse() {
        return Some(status);
    }
    let folded = fold(text);
    // What somebody put a question mark behind is not known.
    if text.contains('?') {
        return None;
    }
    let plain = folded.trim_matches(|c: char| !c.is_alphanumeric());
    Some(match plain {
        "signed"
        | "signed on"
        | "confirmed in writing"
        | "yes in writing"
        | "confirmado"
        | "confirmada"
        | "firmado"
        | "firmada"
        | "firmo" => Status::Confirmed,
        "said yes" | "verbal yes" | "yes" | "y" | "in" | "ok" | "si" | "verbal" | "dijo que si" => {
            Status::SaidYes
        }
        "declined" | "no" | "n" | "out" | "not signing" | "declined to sign" | "do not list" | "removed"
        | "rechazado" | "rechazada" | "rechazo" | "no firma" => Status::Declined,
        "withdrawn" | "withdrew" | "retirado" | "retirada" => Status::Withdrawn,
        "considering" | "maybe" | "thinking" | "undecided" | "por confirmar" | "quiza" | "en duda"
        | "considerando" => Status::Considering,
        "asked" | "contacted" | "invited" | "pending" | "emailed" | "not yet" | "no response"
        | "no reply" | "no answer" | "sin respuesta" | "pendiente" | "invitado" | "invitada"
        | "contactado" | "contactada" | "preguntado" => Status::Asked,
        "to ask" | "not asked" | "to do" | "to contact" | "por preguntar" | "por contactar"
        | "sin preguntar" => Status::ToAsk,
        _ => return None,
    })
}

/// Whether it is a member, likewise.
pub(super) fn membership_of(text: &str) -> Option<Membership> {
    if let Ok(membership) = text.parse() {
        return Some(membership);
    }
    let folded = fold(text);
    let plain = folded.trim_matches(|c: char| !c.is_alphanumeric());
    let has = |words: &[&str]| parts(plain).any(|part| words.contains(&part));
    if has(&["former", "ex", "lapsed", "expired", "antiguo", "antigua"]) {
        return Some(Membership::Former);
    }
    if has(&["non", "not", "no"]) {
        return None;
    }
    if has(&[
        "member", "members", "miembro", "miembra", "socio", "socia", "mitglied", "membre", "yes", "si", "y",
        "x", "ja", "oui", "sim", "true", "checked",
    ]) {
        Some(Membership::Member)
    } else if has(&["ally", "allies", "aliado", "aliada", "partner", "supporter"]) {
        Some(Membership::Ally)
    } else if has(&["prospect", "prospective", "prospecto", "potential"]) {
        Some(Membership::Prospect)
    } else if has(&["active", "activo", "activa", "current", "vigente"]) {
        Some(Membership::Member)
    } else {
        None
    }
}
