//! The numbers of signatories that a letter's own text names.

/// The numbers of signatories that a text names: a number of at most four digits, and within the next two words one
/// that means organizations, in English or Spanish.
pub(super) fn counts_in(text: &str) -> Vec<u32> {
    const MEANT: [&str; 8] = [
        "organization",
        "organisation",
        "signator",
        "group",
        "undersigned",
        "organizacion",
        "firmante",
        "grupo",
    ];
    let words: Vec<String> = text
        .split_whitespace()
        .map(names::recognize::words::fold)
        .collect();
    let mut found = Vec::new();
    for (place, word) in words.iter().enumerate() {
        let digits = word.trim_matches(|c: char| !c.is_alphanumeric());
        let Ok(number) = digits.parse::<u32>() else {
            continue;
        };
        let next = words.iter().skip(place + 1).take(2);
        let meant = next
            .into_iter()
            .any(|word| MEANT.iter().any(|start| word.starts_with(start)));
        if meant && digits.len() <= 4 && number > 0 {
            found.push(number);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_in_the_text_is_a_number_before_a_word_for_those_who_sign() {
        assert_eq!(
            counts_in("We, the undersigned 26 organizations, write to you"),
            [26]
        );
        assert_eq!(counts_in("Las 14 organizaciones firmantes"), [14]);
        assert_eq!(counts_in("On behalf of 26 civil-rights groups"), [26]);
        assert_eq!(counts_in("In 2019, 300 families were separated"), [0; 0]);
    }
}
