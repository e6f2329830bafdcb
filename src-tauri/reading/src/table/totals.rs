//! Cells of rows that add up those above them: "Total: 26", "TOTAL IN: 1", "Subtotal Wisconsin", "Summe".
//!
//! A name that begins with such a word is no sum: what stands beside it has to say what was counted, or where.

use names::recognize::words::{fold, is_country, state_code};

/// What a cell of a row of sums holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sum {
    /// A word for a sum, with or without its number.
    Named,
    /// A number with what was counted: "3 yes".
    Counted,
    /// A number.
    Number,
}

/// What a cell of a row of sums holds; none where it holds anything else.
pub(super) fn of_cell(cell: &str) -> Option<Sum> {
    if cell
        .chars()
        .all(|c| c.is_ascii_digit() || " .,'$€£%()-".contains(c))
    {
        return Some(Sum::Number);
    }
    if cell.len() > 80 {
        return None;
    }
    let folded = fold(cell);
    let all: Vec<&str> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let is_number = |word: &&str| word.bytes().all(|byte| byte.is_ascii_digit());
    let words: Vec<&str> = all.iter().copied().filter(|word| !is_number(word)).collect();
    let sums = |word: &&str| SUMS.contains(word);
    let says_what =
        |words: &[&str]| words.iter().all(|word| COUNTED.contains(word) || sums(word)) || is_place(words);
    let named = match words.as_slice() {
        ["grand" | "gran" | "sub" | "sous", first, rest @ ..] if sums(first) => says_what(rest),
        [] => false,
        [
            "count" | "counts" | "anzahl" | "conteo" | "recuento" | "cuenta" | "cantidad",
            rest @ ..,
        ] => says_what(rest),
        [
            "number" | "numero" | "nombre" | "no" | "nr",
            "of" | "de" | "total",
            rest @ ..,
        ] => !rest.is_empty() && says_what(rest),
        [first, rest @ ..] if sums(first) => says_what(rest),
        [rest @ .., last] if sums(last) => says_what(rest),
        _ => false,
    };
    if named {
        return Some(Sum::Named);
    }
    let counted = all.first().is_some_and(is_number) && !words.is_empty() && says_what(&words);
    counted.then_some(Sum::Counted)
}

/// Whether words name a state or a country, and perhaps say what was counted there.
fn is_place(words: &[&str]) -> bool {
    let named: Vec<&str> = (words.iter().copied())
        .filter(|word| !COUNTED.contains(word))
        .collect();
    let name = named.join(" ");
    // "Me" and "in" are words before they are states.
    name.len() > 2 && state_code(&name).is_some() || is_country(&name)
}

/// Words for a sum.
const SUMS: &[&str] = &[
    "total",
    "totals",
    "totales",
    "totaux",
    "totale",
    "totali",
    "totais",
    "totaal",
    "totalt",
    "subtotal",
    "subtotals",
    "subtotales",
    "gesamt",
    "gesamtzahl",
    "gesamtsumme",
    "insgesamt",
    "summe",
    "zwischensumme",
    "suma",
    "somme",
    "soma",
    "sum",
    "tot",
    "parcial",
];

/// Words for what is counted, and the small ones between them.
const COUNTED: &[&str] = &[
    "of",
    "the",
    "in",
    "out",
    "on",
    "by",
    "for",
    "and",
    "all",
    "to",
    "so",
    "far",
    "date",
    "here",
    "with",
    "grand",
    "sub",
    "general",
    "generale",
    "generales",
    "geral",
    "global",
    "overall",
    "final",
    "number",
    "count",
    "signed",
    "signing",
    "signers",
    "signatures",
    "signature",
    "signatories",
    "sign",
    "ons",
    "yes",
    "no",
    "maybe",
    "confirmed",
    "declined",
    "pending",
    "asked",
    "members",
    "member",
    "organizations",
    "organization",
    "organisations",
    "orgs",
    "org",
    "groups",
    "group",
    "partners",
    "contacts",
    "people",
    "persons",
    "individuals",
    "rows",
    "records",
    "entries",
    "responses",
    "response",
    "answers",
    "attendees",
    "attendance",
    "attending",
    "attended",
    "participants",
    "registrations",
    "registered",
    "rsvps",
    "rsvp",
    "households",
    "votes",
    "states",
    "state",
    "national",
    "local",
    "sections",
    "chapters",
    "de",
    "del",
    "la",
    "el",
    "los",
    "las",
    "en",
    "por",
    "y",
    "firmas",
    "firmantes",
    "firmaron",
    "firmado",
    "organizaciones",
    "miembros",
    "socios",
    "socias",
    "personas",
    "contactos",
    "respuestas",
    "asistentes",
    "asistencia",
    "participantes",
    "inscritos",
    "inscritas",
    "registros",
    "filas",
    "si",
    "confirmados",
    "confirmadas",
    "pendientes",
    "grupos",
    "des",
    "du",
    "les",
    "le",
    "membres",
    "signataires",
    "reponses",
    "inscrits",
    "adherents",
    "associations",
    "der",
    "die",
    "mitglieder",
    "organisationen",
    "unterschriften",
    "teilnehmer",
    "teilnehmende",
    "antworten",
    "vereine",
    "do",
    "da",
    "dos",
    "das",
    "membros",
    "organizacoes",
    "assinaturas",
    "respostas",
    "entidades",
    "asociaciones",
    "soci",
    "firme",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_told_from_names_that_begin_with_the_same_word() {
        for cell in [
            "TOTAL IN: 1",
            "Total: 26",
            "Totals",
            "Count",
            "Count: 12",
            "Subtotal",
            "Sub-total (Wisconsin)",
            "Wisconsin total",
            "Summe",
            "Gesamtzahl der Mitglieder: 40",
            "Total général",
            "Total de firmas 14",
            "Suma total",
            "Number of organizations: 14",
            "# of orgs: 14, total",
            "26 total",
            "Grand Total",
        ] {
            assert_eq!(of_cell(cell), Some(Sum::Named), "{cell}");
        }
        for cell in [
            "Total Action Against Poverty",
            "Total Wellness Center",
            "Suma Foundation",
            "Sum of Us",
            "Count Me In",
            "Elm League",
            "General Assembly",
            "Members",
        ] {
            assert_eq!(of_cell(cell), None, "{cell}");
        }
        assert_eq!(of_cell("3 yes"), Some(Sum::Counted));
        assert_eq!(of_cell("1,248"), Some(Sum::Number));
    }
}
