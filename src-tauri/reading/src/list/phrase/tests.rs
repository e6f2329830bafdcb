#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
use super::*;

#[test]
fn people_titles_and_organizations_are_told_apart() {
    for person in [
        "Amira Haddad",
        "Dr. Selin Aydın",
        "Inés Valdés de la Cruz",
        "Dwayne K. Price",
        "Matthias von Roden",
    ] {
        let phrase = Phrase::new(person);
        assert!(
            phrase.person() > 1.0 && phrase.person() > phrase.organization(),
            "{person}: {}",
            phrase.person()
        );
    }
    for organization in [
        "Harbor Light Coalition",
        "Instituto del Mar",
        "Open Orchard, LLC",
        "Alder & Ash Fund",
    ] {
        let phrase = Phrase::new(organization);
        assert!(
            phrase.organization() > phrase.person() && phrase.organization() > phrase.title(),
            "{organization}"
        );
    }
    for title in [
        "Executive Director",
        "Co-Founder and CEO",
        "Directora General",
        "President/CEO",
        "Professor of Law",
    ] {
        let phrase = Phrase::new(title);
        assert!(
            phrase.title() > 2.0 && phrase.title() > phrase.organization(),
            "{title}"
        );
    }
}

#[test]
fn sentences_are_no_names() {
    for sentence in [
        "Sign the letter via GitHub.",
        "We will add more names on Friday.",
        "Te paso las organizaciones que se suman a la carta:",
    ] {
        assert!(Phrase::new(sentence).is_sentence(), "{sentence}");
    }
    for name in [
        "Yes to Libraries",
        "Fight for the Harbor",
        "Ligue des droits de la nuit",
        "Evergreen Now!",
        "Join Hands",
        "the Other 12%",
    ] {
        assert!(!Phrase::new(name).is_sentence(), "{name}");
    }
}
