//! Headings that a program wrote with a letter before each, for the table they are of: `o_name`, `c_email`.

use super::super::Field;
use super::{Meaning, plain, whole};

/// Headings without the letter that a program wrote before each: `o_name`, `c_email`. Nothing where most have none.
pub fn without_letters(headings: &[&str]) -> Option<Vec<String>> {
    let letter_of = |heading: &&str| {
        let mut characters = heading.chars();
        let (letter, mark) = (characters.next()?, characters.next()?);
        (letter.is_ascii_alphabetic() && mark == '_' && characters.next()?.is_alphanumeric())
            .then_some(letter)
    };
    let named = headings.iter().filter(|heading| !heading.is_empty()).count();
    let lettered = headings.iter().filter_map(letter_of).count();
    if lettered < 3 || lettered * 10 < named * 6 {
        return None;
    }
    let own = |heading: &str| plain(&heading[2..]);
    // Of two groups that have a name the one with an address or an office is a person's.
    let personal = |letter: char| {
        headings.iter().any(|heading| {
            letter_of(heading) == Some(letter)
                && matches!(
                    whole(&own(heading)),
                    Some(Meaning::Field(Field::Email | Field::Title | Field::FirstName, _))
                )
        })
    };
    let letters: Vec<char> = headings.iter().filter_map(letter_of).collect();
    let of_people = letters.iter().any(|letter| personal(*letter));
    let bare = headings.iter().map(|heading| match letter_of(heading) {
        Some(letter) if own(heading) == "name" && letters.iter().any(|other| *other != letter) => {
            match (personal(letter), of_people) {
                (true, _) => "contact name".to_owned(),
                (false, true) => "organization name".to_owned(),
                (false, false) => "name".to_owned(),
            }
        }
        Some(_) => heading[2..].to_owned(),
        None => (*heading).to_owned(),
    });
    Some(bare.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_before_headings_go_where_most_have_one() {
        let bare = |headings: &[&str]| without_letters(headings).map(|bare| bare.join(" | "));
        assert_eq!(
            bare(&["e_id", "e_name", "e_city"]).as_deref(),
            Some("id | name | city")
        );
        // Whose a name is, the other headings with its letter say.
        assert_eq!(
            bare(&["o_name", "o_city", "c_name", "c_email"]).as_deref(),
            Some("organization name | city | contact name | email")
        );
        assert_eq!(bare(&["name", "e_mail", "city", "state"]), None);
        assert_eq!(bare(&["org_name", "org_city", "org_zip"]), None);
    }
}
