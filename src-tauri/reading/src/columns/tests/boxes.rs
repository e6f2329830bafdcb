//! Boxes of a form with a statement of their own.

use super::*;

#[test]
fn a_box_with_a_statement_of_its_own_is_consent_and_a_remark_or_another_box_is_none() {
    let of = |heading: &str, cells: [&str; 4]| {
        let names = ["Amber Trust", "Elm Network", "Rosa Pine Fund", "Moor Alliance"];
        let mut rows: Vec<[&str; 2]> = vec![["Organization", heading]];
        rows.extend(names.into_iter().zip(cells).map(|(name, cell)| [name, cell]));
        let rows: Vec<&[&str]> = rows.iter().map(|row| &row[..]).collect();
        let mapping = guess(&table(&rows));
        mapping
            .columns
            .iter()
            .find(|found| found.column == 1)
            .map(|found| (found.field, found.by))
    };
    let signs = "I confirm that my organization signs the letter";
    let may = "I am authorized to sign on behalf of my organization";
    for heading in [
        "Statement",
        "Please check",
        "Agreement",
        "Authorization",
        "Select one",
    ] {
        for words in [signs, may, "Confirmo que mi organización firma la carta"] {
            let found = of(heading, [words, "", words, words]);
            assert_eq!(
                found.map(|(field, _)| field),
                Some(Field::Consent),
                "{heading}: {words}"
            );
        }
    }
    assert_eq!(
        of("Statement", [signs, "", signs, ""]),
        Some((Field::Consent, By::Content))
    );
    for ticks in [
        ["TRUE", "FALSE", "TRUE", "TRUE"],
        ["x", "", "x", "x"],
        ["Yes", "No", "Yes", "Yes"],
    ] {
        assert_eq!(of(signs, ticks), Some((Field::Consent, By::Heading)), "{ticks:?}");
    }
    let privacy = "I agree to the privacy policy";
    for (heading, cells) in [
        ("Privacy", [privacy, "", privacy, privacy]),
        (privacy, ["TRUE", "FALSE", "TRUE", "TRUE"]),
        (
            "Newsletter",
            [
                "Sign me up for the newsletter",
                "",
                "Sign me up for the newsletter",
                "",
            ],
        ),
        ("Comments", ["Please list us as Amber Trust, Inc.", "", "", ""]),
        ("Words", [signs, signs, "Good luck to all of you", ""]),
    ] {
        let found = of(heading, cells);
        assert_ne!(
            found.map(|(field, _)| field),
            Some(Field::Consent),
            "{heading}: {cells:?}"
        );
    }
}

#[test]
fn a_question_about_a_letter_is_consent_and_one_that_may_be_about_it_only_denies() {
    let of = |heading: &str| {
        let rows: [&[&str]; 4] = [
            &["Organization", heading],
            &["Amber Trust", "Yes"],
            &["Elm Network", ""],
            &["Moor Alliance", "No"],
        ];
        let mapping = guess(&table(&rows));
        let found = mapping.columns.iter().find(|found| found.column == 1);
        found.map(|found| (found.field, found.by))
    };
    for heading in [
        "Will your organization sign on?",
        "Does your group wish to be added as a signatory?",
        "¿Su organización se suma a la carta?",
    ] {
        assert_eq!(of(heading), Some((Field::Consent, By::Heading)), "{heading}");
    }
    for heading in [
        "Did you hear about the letter from a partner?",
        "Do you agree with our mission and goals?",
    ] {
        assert_eq!(of(heading), Some((Field::Consent, By::Content)), "{heading}");
    }
    for heading in [
        "Would you sign a non-disclosure agreement?",
        "We are a law firm",
        "Do you need childcare?",
    ] {
        assert_ne!(
            of(heading).map(|(field, _)| field),
            Some(Field::Consent),
            "{heading}"
        );
    }
}

#[test]
fn a_box_in_a_hidden_column_is_used_only_where_a_person_says_so() {
    let signs = "I confirm that my organization signs the letter";
    let mut table = table(&[
        &["Organization", "Statement"],
        &["Amber Trust", signs],
        &["Elm Network", ""],
        &["Moor Alliance", signs],
    ]);
    table.set_hidden_columns(vec![1]);
    assert_eq!(guess(&table).field(1), None);
}
