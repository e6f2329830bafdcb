#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
use super::*;
use proptest::prelude::*;

fn sorted<'a>(names: &[&'a str], options: &SortOptions) -> Vec<&'a str> {
    let mut names = names.to_vec();
    names.sort_by_key(|name| sort_key(name, options));
    names
}

/// Asserts that the names are given in the order they sort in, whatever order they come in.
fn assert_order(names: &[&str], options: &SortOptions) {
    let reversed: Vec<&str> = names.iter().rev().copied().collect();
    assert_eq!(sorted(&reversed, options), names);
}

fn words() -> SortOptions {
    SortOptions::default()
}

fn letters() -> SortOptions {
    SortOptions {
        letter_by_letter: true,
        ..words()
    }
}

fn spanish() -> SortOptions {
    SortOptions {
        language: "es".into(),
        ..words()
    }
}

#[test]
fn the_shorter_word_comes_first_word_by_word() {
    assert_order(&["New York Lawyers", "Newark Teachers"], &words());
    assert_order(&["Newark Teachers", "New York Lawyers"], &letters());
    assert_order(&["WISDOM", "WISDOM Wausau", "Wisdoms"], &words());
}

#[test]
fn an_initial_is_no_article() {
    let expected = [
        "Americans for Invention",
        "A. Philip Randolph Institute",
        "Apollo Alliance",
    ];
    assert_order(&expected, &letters());
    assert_order(
        &["A. Philip Randolph Institute", "Americans for Invention"],
        &words(),
    );
}

#[test]
fn leading_articles_are_set_aside_unless_kept() {
    let names = [
        "El Mirador",
        "L’Avenir",
        "A Meadow for All",
        "The Nest",
        "Las Olas",
    ];
    assert_order(
        &[
            "L’Avenir",
            "A Meadow for All",
            "El Mirador",
            "The Nest",
            "Las Olas",
        ],
        &words(),
    );
    let kept = SortOptions {
        keep_articles: true,
        ..words()
    };
    assert_order(
        &[
            "A Meadow for All",
            "El Mirador",
            "L’Avenir",
            "Las Olas",
            "The Nest",
        ],
        &kept,
    );
    assert_eq!(sorted(&names, &words()).len(), 5);
}

#[test]
fn case_and_accents_break_ties_only() {
    assert_order(&["alba", "Alba", "ALBA", "álba", "Alba Norte", "Albán"], &words());
    assert_order(&["Éclair A", "Eclair B", "Éclair C"], &words());
}

#[test]
fn digits_count_by_value() {
    assert_order(&["Local 9", "Local 21", "Local 212"], &words());
    assert_order(&["9to5", "350 Acres"], &letters());
}

#[test]
fn curly_and_straight_marks_sort_alike() {
    assert_order(&["Tenants' Aid", "Tenants’ Bureau", "Tenants' Council"], &words());
    assert_order(
        &["Elm - Ash", "Elm – Birch", "Elm — Cedar", "Elm - Dogwood"],
        &words(),
    );
    assert_order(&["Elm Ash", "Elm\u{a0}Birch", "Elm  Cedar"], &words());
}

#[test]
fn spanish_has_its_own_alphabet() {
    assert_order(&["Nuez", "Ñandú", "Olmo"], &spanish());
    assert_order(&["Ñandú", "Nuez", "Olmo"], &words());
}

#[test]
fn an_unknown_language_still_sorts() {
    for language in ["", "tlh", "not a tag", "en-US-u-kn-false"] {
        assert_order(
            &["Ash 9", "Ash 10", "Birch"],
            &SortOptions {
                language: language.into(),
                ..words()
            },
        );
    }
}

#[test]
fn the_version_is_stable_within_one_build() {
    assert_eq!(sort_key_version(), sort_key_version());
    assert_eq!(sort_key_version().len(), 16);
}

#[test]
fn surnames_follow_the_documented_rule() {
    for (person, expected) in [
        ("María de la Cruz", "Cruz"),
        ("Dr. King Jr.", "King"),
        ("Rev. Dr. William Barlow II", "Barlow"),
        ("Anna van den Berg", "Berg"),
        ("Martha Van Buren", "Van Buren"),
        ("Rosa De La Cruz", "De La Cruz"),
        ("Piet Van den Berg", "Van den Berg"),
        ("José Ortega y Gasset", "Ortega y Gasset"),
        ("Cruz, María", "Cruz"),
        ("de la Cruz, María", "Cruz"),
        ("Jane Doe, Executive Director", "Doe"),
        ("Jane Doe, PhD", "Doe"),
        ("Jane Doe, LMFT, RN", "Doe"),
        ("Doe, PhD", "Doe"),
        ("Jane Doe PhD", "Doe"),
        ("Jane Doe (she/her)", "Doe"),
        ("Malcolm X", "X"),
        ("Mary Smith-Jones", "Smith-Jones"),
        ("Cher", "Cher"),
        ("Van Morrow", "Morrow"),
        ("Jr.", "Jr"),
        ("", ""),
    ] {
        assert_eq!(surname(person), expected, "{person}");
    }
}

/// The order that the collator itself gives, and the exact text after it.
fn compared(a: &str, b: &str) -> std::cmp::Ordering {
    make_collator("en", false)
        .compare(&even(a), &even(b))
        .then_with(|| a.cmp(b))
}

proptest! {
    #[test]
    fn weighing_word_by_word_orders_as_the_collator_does(
        a in "[a-cA-Cé., '’\\-\u{301}ßñÑ0-9(&]{0,6}|\\PC{0,12}|((ab|Ab|áb|b) ?){0,5}",
        b in "[a-cA-Cé., '’\\-\u{301}ßñÑ0-9(&]{0,6}|\\PC{0,12}|((ab|Ab|áb|b) ?){0,5}",
    ) {
        let kept = SortOptions { keep_articles: true, ..words() };
        prop_assert_eq!(sort_key(&a, &kept).cmp(&sort_key(&b, &kept)), compared(&a, &b));
    }

    #[test]
    fn equal_keys_mean_equal_names(a in "\\PC{0,40}", b in "\\PC{0,40}") {
        prop_assert_eq!(sort_key(&a, &words()) == sort_key(&b, &words()), a == b);
    }

    #[test]
    fn a_surname_never_panics(person in "\\PC{0,60}|([A-Za-z., ()]{0,8} ?(van|de|y|Jr\\.|Van)? ?){0,6}") {
        surname(&person);
    }
}
