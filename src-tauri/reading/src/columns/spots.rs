//! Cells and headings that say where something is: a street with its number, a town with its state or country, "Venue".
//!
//! Coarse, like all that tells a column by what is in it: what counts is what most of its cells are.

use names::recognize::words::{fold, is_country, state_code};

/// Whether a heading that is no known one names where or at what something is: what stands below it names no organization that
/// signs, whatever it looks like.
pub(super) fn names_a_spot(heading: &str) -> bool {
    super::plain(heading).split(' ').any(|word| {
        [
            "lugar", "comuna", "sede", "venue", "location", "room", "sala", "salon", "polling", "votacion",
            "station", "estacion", "mesa", "table", "street", "calle", "barrio", "vereda", "precinct",
            "place", "site", "lieu", "ort", "raum", "local",
        ]
        .contains(&word)
    })
}

/// Whether a cell is a street with its number, a box at a post office, or a road.
pub(super) fn is_street(cell: &str) -> bool {
    if cell.len() > 120 || cell.contains(['@', '|', '?']) || !cell.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let folded = fold(cell);
    let words: Vec<&str> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let is_number = |word: &&&str| word.len() < 6 && word.starts_with(|c: char| c.is_ascii_digit());
    let letters = words
        .iter()
        .filter(|word| word.chars().all(char::is_alphabetic) && word.len() > 1)
        .count();
    (2..=12).contains(&words.len())
        && letters > 0
        && (words.first().is_some_and(|word| is_number(&word)) && letters > 1 && words.len() <= 8
            || words
                .iter()
                .any(|word| STREETS.contains(word) || word.ends_with("strasse") || word.ends_with("straat"))
                && words.iter().any(|word| is_number(&word)))
}

/// Whether a cell is a town with its state or its country: "Viroqua, WI".
pub(super) fn is_town(cell: &str) -> bool {
    let Some((town, last)) = cell.rsplit_once(',') else {
        return false;
    };
    let last = fold(last.trim());
    let plain = |c: char| c.is_alphabetic() || " .,'’-".contains(c);
    cell.len() < 80
        && !town.trim().is_empty()
        && town.chars().all(plain)
        && (state_code(&last).is_some() || is_country(&last))
}

/// Words for roads, and what stands beside their numbers.
const STREETS: &[&str] = &[
    "street",
    "st",
    "road",
    "rd",
    "avenue",
    "ave",
    "blvd",
    "boulevard",
    "lane",
    "ln",
    "drive",
    "dr",
    "way",
    "court",
    "ct",
    "highway",
    "hwy",
    "route",
    "suite",
    "ste",
    "apt",
    "floor",
    "box",
    "calle",
    "c",
    "avenida",
    "av",
    "avda",
    "carrera",
    "cra",
    "plaza",
    "paseo",
    "camino",
    "carretera",
    "ruta",
    "col",
    "colonia",
    "jiron",
    "jr",
    "pasaje",
    "rua",
    "travessa",
    "rue",
    "chemin",
    "quai",
    "allee",
    "via",
    "viale",
    "piazza",
    "corso",
    "str",
    "weg",
    "platz",
    "gasse",
    "postfach",
    "square",
    "parkway",
    "pkwy",
    "place",
    "pl",
    "gate",
    "vej",
    "gatan",
    "laan",
    "plein",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn streets_and_towns_are_told_from_names_and_numbers() {
        for cell in [
            "12 Elm Street",
            "194 Heath Shoal Apt 726",
            "27610 Powell Extension Suite 216",
            "C/ Olmo 12",
            "Av. Belgrano 456, La Banda",
            "Hafenstraße 4",
            "P.O. Box 1115",
            "8 rue du Lac",
        ] {
            assert!(is_street(cell), "{cell}");
        }
        for cell in [
            "Local 212",
            "Moor Trust",
            "608-555-0143",
            "3/14/2026",
            "53703",
            "Room 4",
            "iris@moor.example 4",
        ] {
            assert!(!is_street(cell), "{cell}");
        }
        assert!(is_town("Viroqua, WI") && is_town("Oaxaca, México"));
        assert!(!is_town("Moor, Trust") && !is_town("Madison") && !is_town("12 Elm St, Madison, WI"));
    }
}
