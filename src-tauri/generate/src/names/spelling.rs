//! Names written otherwise: slips, initials, letters without their accents.

use super::super::random::Random;
use super::super::words::LEGAL;

/// The same organization as somebody else writes it: a slip, "&" for "and", the legal form, the article, the accents, the
/// acronym behind it. `acronym`: its initials, when it has any.
pub(crate) fn misspell(random: &mut Random, name: &str, acronym: Option<&str>) -> String {
    let bare = LEGAL
        .iter()
        .find_map(|legal| name.strip_suffix(legal)?.strip_suffix(", "));
    match random.below(8) {
        0 if name.contains('&') => name.replacen('&', "and", 1),
        0 if name.contains(" and ") => name.replacen(" and ", " & ", 1),
        1 => bare.map_or_else(|| format!("{name}, Inc."), str::to_owned),
        2 => match name.strip_prefix("The ") {
            Some(rest) => rest.to_owned(),
            None => format!("The {name}"),
        },
        3 => match acronym {
            Some(acronym) => format!("{name} ({acronym})"),
            None => format!("{name} "),
        },
        4 if !name.is_ascii() => name.chars().map(plain).collect(),
        4 => name.replace('’', "'"),
        5 => slip(random, bare.unwrap_or(name)),
        _ => slip(random, name),
    }
    .trim()
    .to_owned()
}

/// A typing slip in one of the longer words: two letters swapped, one left out, one typed twice.
fn slip(random: &mut Random, name: &str) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    let inner: Vec<usize> = (2..letters.len().saturating_sub(1))
        .filter(|at| (at - 2..=at + 1).all(|at| letters.get(at).is_some_and(|c| c.is_lowercase())))
        .collect();
    if inner.is_empty() {
        return name.to_owned();
    }
    let at = random.pick(&inner);
    match random.below(3) {
        0 => letters.swap(at, at - 1),
        1 => {
            letters.remove(at);
        }
        _ => {
            if let Some(letter) = letters.get(at).copied() {
                letters.insert(at, letter);
            }
        }
    }
    letters.into_iter().collect()
}

/// The initials of a name, three to seven of them; None when it has more or fewer.
pub(crate) fn acronym(name: &str) -> Option<String> {
    const SMALL: &[&str] = &[
        "of", "the", "The", "for", "and", "in", "de", "la", "los", "las", "el", "por", "a", "e.V.",
    ];
    let initials: String = name
        .split([' ', '-'])
        .filter(|word| !SMALL.contains(word) && !LEGAL.contains(word) && *word != "A.C.")
        .filter_map(|word| word.chars().next())
        .filter(|c| c.is_alphabetic())
        .flat_map(char::to_uppercase)
        .map(plain)
        .collect();
    (3..=7).contains(&initials.len()).then_some(initials)
}

/// A text as it stands in an address on the web: the letters and digits of ASCII only, at most `most` of them.
pub(crate) fn slug(text: &str, most: usize) -> String {
    text.chars()
        .flat_map(char::to_lowercase)
        .map(plain)
        .filter(char::is_ascii_alphanumeric)
        .take(most)
        .collect()
}

/// A letter without its accents, as the lists of words here have them.
fn plain(letter: char) -> char {
    match letter {
        'á' | 'à' | 'ả' | 'ã' | 'ạ' | 'ă' | 'â' | 'ầ' | 'ä' | 'å' | 'ą' => 'a',
        'Á' | 'Å' | 'Â' => 'A',
        'é' | 'è' | 'ê' | 'ế' | 'ề' | 'ễ' | 'ệ' | 'ë' | 'ę' => 'e',
        'É' => 'E',
        'í' | 'ì' | 'ỉ' | 'ĩ' | 'ị' | 'î' | 'ï' => 'i',
        'Í' => 'I',
        'ó' | 'ò' | 'ỏ' | 'õ' | 'ọ' | 'ô' | 'ồ' | 'ỗ' | 'ộ' | 'ơ' | 'ờ' | 'ö' | 'ø' => 'o',
        'Ó' | 'Ö' => 'O',
        'ú' | 'ù' | 'ủ' | 'ũ' | 'ụ' | 'ư' | 'ừ' | 'ữ' | 'ü' => 'u',
        'Ú' => 'U',
        'ý' | 'ỳ' => 'y',
        'ñ' | 'ń' => 'n',
        'Ñ' => 'N',
        'ç' | 'ć' => 'c',
        'đ' => 'd',
        'Đ' => 'D',
        'ł' => 'l',
        'Ł' => 'L',
        'ś' => 's',
        'ß' => 's',
        'ż' | 'ź' => 'z',
        '’' => '\'',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_changes_a_letter_and_no_more() {
        let mut random = Random::new(7, 7);
        for _ in 0..50 {
            let name = slip(&mut random, "Alder Creek Housing Alliance");
            assert!(name.len().abs_diff(28) <= 1, "{name}");
            assert!(name.starts_with("A"));
        }
    }
}
