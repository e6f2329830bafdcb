//! Prose: the published sentence, the comma and the semicolon, "and" in the language of the letter, one full
//! stop.

use super::*;

fn prose() -> BlockOptions {
    BlockOptions {
        layout: Layout::Prose,
        order: Order::Entered,
        ..BlockOptions::default()
    }
}

fn spanish() -> BlockOptions {
    BlockOptions {
        language: "es".into(),
        ..prose()
    }
}

fn sentence(names: &[&str], options: &BlockOptions) -> String {
    text_of(&named(names), options)
}

#[test]
fn the_wisconsin_names_give_the_published_sentence() {
    let options = BlockOptions {
        separator: Separator::Comma,
        intro: "Signatories of the letter included: ".into(),
        ..prose()
    };
    let block = arranged(&wisconsin(), &options);
    let but_last = WISCONSIN.lines().take(25).collect::<Vec<_>>().join(", ");
    let expected = format!("Signatories of the letter included: {but_last}, and WISDOM.");
    assert_eq!(text::render(&block), expected);
    assert_eq!(
        render(&block, Format::Text).unwrap(),
        format!("{expected}\n").into_bytes()
    );
}

#[test]
fn automatic_separators_are_semicolons_where_a_name_holds_a_comma() {
    let text = text_of(&wisconsin(), &prose());
    assert!(text.starts_with("ACLU of Wisconsin; Black Leaders"), "{text}");
    assert!(
        text.contains("Hmong American Women’s Association, Inc.; Kids Forward"),
        "{text}"
    );
    assert!(
        text.ends_with("Wisconsin Network for Peace and Justice; and WISDOM."),
        "{text}"
    );
    assert_eq!(
        sentence(&["Ash", "Birch", "Cedar"], &prose()),
        "Ash, Birch, and Cedar."
    );
}

#[test]
fn a_place_or_a_title_counts_as_a_comma_too() {
    let signatories: Vec<_> = named(&["Ash", "Birch", "Cedar"])
        .into_iter()
        .map(|signatory| Signatory {
            place: Some("Elmville".into()),
            ..signatory
        })
        .collect();
    let text = text_of(
        &signatories,
        &BlockOptions {
            entry: EntryForm::Place,
            ..prose()
        },
    );
    assert_eq!(text, "Ash, Elmville; Birch, Elmville; and Cedar, Elmville.");
}

#[test]
fn one_name_and_two_names_are_joined_as_people_do() {
    let semicolon = BlockOptions {
        separator: Separator::Semicolon,
        ..prose()
    };
    assert_eq!(sentence(&["Ash"], &prose()), "Ash.");
    assert_eq!(sentence(&["Ash", "Birch"], &prose()), "Ash and Birch.");
    assert_eq!(sentence(&["Ash", "Birch"], &semicolon), "Ash and Birch.");
    assert_eq!(
        sentence(&["Ash, Inc.", "Birch"], &prose()),
        "Ash, Inc.; and Birch."
    );
    assert_eq!(
        sentence(&["Ash", "Birch", "Cedar"], &semicolon),
        "Ash; Birch; and Cedar."
    );
}

#[test]
fn the_serial_comma_is_a_choice_in_english() {
    let without = BlockOptions {
        serial_comma: false,
        ..prose()
    };
    assert_eq!(
        sentence(&["Ash", "Birch", "Cedar"], &without),
        "Ash, Birch and Cedar."
    );
    for language in ["en", "en-GB", "en-US", "EN"] {
        let options = BlockOptions {
            language: language.into(),
            ..prose()
        };
        assert_eq!(
            sentence(&["Ash", "Birch", "Cedar"], &options),
            "Ash, Birch, and Cedar.",
            "{language}"
        );
    }
    // A semicolon before "and" is no serial comma: without it the last two would run together.
    assert_eq!(
        sentence(&["Ash, Inc.", "Birch", "Cedar"], &without),
        "Ash, Inc.; Birch; and Cedar."
    );
}

#[test]
fn spanish_says_e_before_the_sound_of_i() {
    for (last, expected) in [
        ("Iglesia del Valle", "Fresno, Roble e Iglesia del Valle."),
        ("Hijas del Río", "Fresno, Roble e Hijas del Río."),
        ("Íntegra", "Fresno, Roble e Íntegra."),
        ("«Iguales»", "Fresno, Roble e «Iguales»."),
        ("Hierbabuena", "Fresno, Roble y Hierbabuena."),
        ("Yucatán Unido", "Fresno, Roble y Yucatán Unido."),
        ("Olmo", "Fresno, Roble y Olmo."),
    ] {
        assert_eq!(sentence(&["Fresno", "Roble", last], &spanish()), expected);
    }
    assert_eq!(sentence(&["Olmo", "Iglesia"], &spanish()), "Olmo e Iglesia.");
    assert_eq!(
        sentence(&["Olmo, A.C.", "Roble", "Iglesia"], &spanish()),
        "Olmo, A.C.; Roble; e Iglesia."
    );
    assert_eq!(
        sentence(
            &["Olmo", "Iglesia"],
            &BlockOptions {
                language: "es-MX".into(),
                ..prose()
            }
        ),
        "Olmo e Iglesia."
    );
}

#[test]
fn other_languages_bring_their_own_patterns() {
    let joined = |language: &str, names: &[&str]| {
        sentence(
            names,
            &BlockOptions {
                language: language.into(),
                ..prose()
            },
        )
    };
    assert_eq!(
        joined("fr", &["Frêne", "Orme", "Tilleul"]),
        "Frêne, Orme et Tilleul."
    );
    assert_eq!(
        joined("de", &["Esche", "Ulme", "Linde"]),
        "Esche, Ulme und Linde."
    );
    assert_eq!(joined("zh", &["甲", "乙", "丙"]), "甲、乙和丙。");
    assert_eq!(joined("not a tag", &["Ash", "Birch"]), "Ash, Birch.");
}

#[test]
fn the_full_stop_never_doubles() {
    assert_eq!(
        sentence(&["Ash", "Elm Works, Inc."], &prose()),
        "Ash; and Elm Works, Inc."
    );
    assert_eq!(sentence(&["Who Decides?"], &prose()), "Who Decides?");
    assert_eq!(sentence(&["“Elm Inc.”"], &prose()), "“Elm Inc.”");
    assert_eq!(sentence(&["“Elm”"], &prose()), "“Elm”.");
    assert_eq!(sentence(&["Elm (EWI)"], &prose()), "Elm (EWI).");
}

#[test]
fn introduction_and_closing_stand_directly_beside_the_names() {
    let with = |intro: &str, outro: &str| {
        let options = BlockOptions {
            intro: intro.into(),
            outro: outro.into(),
            ..prose()
        };
        sentence(&["Ash", "Birch"], &options)
    };
    assert_eq!(
        with("Signed: ", "More at elm.example."),
        "Signed: Ash and Birch. More at elm.example."
    );
    assert_eq!(with("Signed:", " More."), "Signed: Ash and Birch. More.");
    assert_eq!(
        with("Signed: ", ", among others."),
        "Signed: Ash and Birch, among others."
    );
    assert_eq!(with("(", ")"), "(Ash and Birch)");
    assert_eq!(
        with("Dear all,\r\n\r\nwe sign: ", "\n\nThanks\n"),
        "Dear all,\n\nwe sign: Ash and Birch.\n\nThanks"
    );
}

#[test]
fn groups_become_sentences_of_their_own() {
    let signatories = [
        in_state("Birch", "WI"),
        in_state("Ash", "wi"),
        in_state("Cedar, Inc.", "Iowa"),
    ];
    let options = BlockOptions {
        group: GroupBy::State,
        counts: true,
        order: Order::Alphabetical,
        intro: "Signed: ".into(),
        outro: "Thank you.".into(),
        ..prose()
    };
    let expected = "Signed:\n\nIowa (1): Cedar, Inc.\n\nWisconsin (2): Ash and Birch.\n\nThank you.";
    assert_eq!(text_of(&signatories, &options), expected);
}

#[test]
fn a_press_release_names_a_few_the_others_and_the_late() {
    let mut signatories = named(&["Ash", "Birch", "Cedar", "Dogwood"]);
    let limited = BlockOptions {
        limit: Some(2),
        ..prose()
    };
    assert_eq!(text_of(&signatories, &limited), "Ash, Birch, and 2 others.");
    assert_eq!(
        text_of(
            &signatories,
            &BlockOptions {
                limit: Some(4),
                ..prose()
            }
        ),
        "Ash, Birch, Cedar, and Dogwood."
    );
    signatories[1].late = true;
    let late = BlockOptions {
        late_heading: true,
        ..prose()
    };
    assert_eq!(
        text_of(&signatories, &late),
        "Ash, Cedar, and Dogwood.\n\nAdded after delivery: Birch."
    );
}

#[test]
fn the_introduction_runs_into_the_sentence_also_when_late_names_follow() {
    let mut signatories = named(&["Ash", "Birch"]);
    signatories[1].late = true;
    let options = BlockOptions {
        late_heading: true,
        intro: "Signed: ".into(),
        outro: "Thanks.".into(),
        ..prose()
    };
    assert_eq!(
        text_of(&signatories, &options),
        "Signed: Ash.\n\nAdded after delivery: Birch.\n\nThanks."
    );
}

#[test]
fn line_breaks_of_the_introduction_stay_in_every_format() {
    let options = BlockOptions {
        intro: "Dear all,\n\nwe\nsign: ".into(),
        outro: "\n- A\n# B".into(),
        ..prose()
    };
    let block = arranged(&named(&["1. Mai"]), &options);
    assert_eq!(
        markdown::render(&block),
        "Dear all,\n\nwe\\\nsign: 1. Mai.\\\n\\- A\\\n\\# B"
    );
    assert_eq!(
        latex::render(&block),
        "Dear all,\n\nwe\\\\\nsign: 1. Mai.\\\\\n- A\\\\\n\\# B"
    );
    assert!(html::render(&block).contains("<p>Dear all,<br><br>we<br>sign: 1. Mai.<br>- A<br># B</p>"));
    let bare = arranged(&named(&["1. Mai"]), &prose());
    assert_eq!(markdown::render(&bare), "1\\. Mai.");
}

#[test]
fn markdown_is_not_made_by_what_joins_the_names() {
    let source = |names: &[&str]| markdown::render(&arranged(&named(names), &prose()));
    assert_eq!(source(&["1789"]), "1789\\.");
    assert_eq!(source(&["&copy", "Ash, Inc."]), "\\&copy; and Ash, Inc.");
    assert_eq!(source(&["R&D Workers", "Ash"]), "R&D Workers and Ash.");
}
