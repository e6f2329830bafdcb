//! Ten kinds of letters, each as people send it: names invented, the style real.

use super::*;

fn signed(name: &str, signer: &str, title: &str) -> Signatory {
    Signatory {
        signer: Some(signer.to_owned()),
        title: Some(title.to_owned()),
        ..organization(name)
    }
}

#[test]
fn two_columns_with_the_leads_first() {
    let mut names = named(&[
        "Alder Tenants",
        "Birch Farmers",
        "Cedar Nurses",
        "Dogwood Drivers",
        "The Elm Fund",
    ]);
    names[3].lead = true;
    let options = BlockOptions {
        layout: Layout::Columns,
        lead_first: true,
        ..BlockOptions::default()
    };
    insta::assert_snapshot!(text_of(&names, &options), @r"
    Dogwood Drivers   Cedar Nurses
    Alder Tenants     The Elm Fund
    Birch Farmers
    ");
}

#[test]
fn by_state_with_counts() {
    let names = [
        in_state("Larch Legal Aid", "WI"),
        in_state("Juniper Clinic", "Illinois"),
        in_state("Maple Mutual", "WI"),
        Signatory {
            scope: Some(Scope::National),
            ..organization("Nutmeg Network")
        },
    ];
    let options = BlockOptions {
        group: GroupBy::State,
        counts: true,
        ..BlockOptions::default()
    };
    insta::assert_snapshot!(text_of(&names, &options), @r"
    National (1)
    Nutmeg Network

    Illinois (1)
    Juniper Clinic

    Wisconsin (2)
    Larch Legal Aid
    Maple Mutual
    ");
}

#[test]
fn signer_and_title_on_two_lines() {
    let names = [
        signed("Oak Shelter", "Rosa Pine", "Executive Director"),
        signed("Elm Library", "Ann Reed", "Chair"),
    ];
    let options = BlockOptions {
        entry: EntryForm::Signer,
        entry_lines: 2,
        ..BlockOptions::default()
    };
    insta::assert_snapshot!(text_of(&names, &options), @r"
    Ann Reed, Chair
    Elm Library

    Rosa Pine, Executive Director
    Oak Shelter
    ");
}

#[test]
fn individuals_by_surname_with_their_affiliation_in_parentheses() {
    let names = [
        person("Prof. Iris van der Linde", "", "Quince University"),
        person("Tomás Rowan", "", ""),
        person("Dr. May Abbott, PhD", "", "Hazel Institute"),
    ];
    let options = BlockOptions {
        order: Order::Surname,
        affiliation: Affiliation::Parentheses,
        identification: Identification::Note,
        ..BlockOptions::default()
    };
    insta::assert_snapshot!(text_of(&names, &options), @r"
    Dr. May Abbott, PhD (Hazel Institute)
    Prof. Iris van der Linde (Quince University)
    Tomás Rowan

    Organization listed for identification purposes only.
    ");
}

#[test]
fn spanish_prose_says_e_before_iglesia() {
    let options = BlockOptions {
        layout: Layout::Prose,
        language: "es".into(),
        intro: "Firman:".into(),
        ..BlockOptions::default()
    };
    let names = named(&["Casa del Abedul", "Iglesia del Olmo", "El Fresno"]);
    let sentence = text_of(&names, &options);
    assert_eq!(sentence, "Firman: Casa del Abedul, El Fresno e Iglesia del Olmo.");
}

#[test]
fn semicolons_where_names_hold_commas() {
    let options = BlockOptions {
        layout: Layout::Prose,
        ..BlockOptions::default()
    };
    let names = named(&["Ash, Elm & Oak, Inc.", "Birch House", "Yew Guild, Inc."]);
    assert_eq!(
        text_of(&names, &options),
        "Ash, Elm & Oak, Inc.; Birch House; and Yew Guild, Inc."
    );
}

#[test]
fn numbered_by_the_date_signed() {
    let mut names = named(&["Ash Guild", "Birch Guild", "Cedar Guild"]);
    for (signatory, day) in names.iter_mut().zip(["2020-12-11", "2020-12-09", "2020-12-10"]) {
        signatory.signed_at = Some(format!("{day}T12:00:00Z"));
    }
    let options = BlockOptions {
        layout: Layout::Numbered,
        order: Order::Signed,
        ..BlockOptions::default()
    };
    assert_eq!(
        text_of(&names, &options),
        "1. Birch Guild\n2. Cedar Guild\n3. Ash Guild"
    );
}

#[test]
fn the_article_is_kept_under_t() {
    let options = BlockOptions {
        keep_articles: true,
        ..BlockOptions::default()
    };
    let names = named(&["The Aspen Fund", "Spruce Union", "Umbra Lab"]);
    assert_eq!(
        outline(&names, &options),
        ["Spruce Union", "The Aspen Fund", "Umbra Lab"]
    );
}

#[test]
fn letter_by_letter_a_philip_stands_between_americans_and_apollo() {
    let options = BlockOptions {
        order: Order::LetterByLetter,
        ..BlockOptions::default()
    };
    let names = named(&[
        "Apollo Neighbors",
        "A. Philip Randolph Readers",
        "Americans for Trees",
    ]);
    let expected = [
        "Americans for Trees",
        "A. Philip Randolph Readers",
        "Apollo Neighbors",
    ];
    assert_eq!(outline(&names, &options), expected);
}

#[test]
fn a_press_release_adds_the_late_signers() {
    let mut names = named(&["Willow Watch", "Ironwood Institute", "Tupelo Trust", "Fir Forum"]);
    names[3].late = true;
    let options = BlockOptions {
        layout: Layout::Prose,
        late_heading: true,
        intro: "Signatories of the letter included: ".into(),
        ..BlockOptions::default()
    };
    insta::assert_snapshot!(text_of(&names, &options), @r"
    Signatories of the letter included: Ironwood Institute, Tupelo Trust, and Willow Watch.

    Added after delivery: Fir Forum.
    ");
}

#[test]
fn the_words_of_a_placeholder_choose_an_arrangement() {
    let own = BlockOptions {
        lead_first: true,
        ..BlockOptions::default()
    };
    let chosen = own
        .with_words("State, numbered surname+counts place semicolon")
        .unwrap();
    let expected = BlockOptions {
        group: GroupBy::State,
        layout: Layout::Numbered,
        order: Order::Surname,
        counts: true,
        entry: EntryForm::Place,
        separator: Separator::Semicolon,
        ..own.clone()
    };
    assert_eq!(chosen, expected);
    assert_eq!(own.with_words("columns 3").unwrap().column_count(), 3);
    assert_eq!(
        own.with_words(" ").unwrap(),
        own,
        "without words it is the letter's own"
    );
    for words in ["stairs", "columns 5", "columns -1"] {
        assert!(own.with_words(words).is_err(), "{words}");
    }
}
