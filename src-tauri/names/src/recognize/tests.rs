//! Labelled pairs of names, and what must hold for any name at all.
//!
//! Organizations are invented, except those of the letter that the project began with.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod chapters;
mod pairs;

use proptest::prelude::*;

use pairs::{APART, DIFFERENT, EXACT, SAME};

use super::name::Name;
use super::{LIKELY, Match, NameIndex, Reason, Relation, Verdict, compare, duplicates, normalize};

#[test]
fn a_chapter_is_never_its_parent_or_its_sister() {
    for (a, b) in APART {
        let comparison = compare(a, b);
        assert_eq!(comparison.verdict, Match::Different, "{a} | {b}: {comparison:?}");
        assert!(comparison.score < LIKELY);
    }
}

#[test]
fn different_organizations_with_much_in_common_are_different() {
    for (a, b) in DIFFERENT {
        let comparison = compare(a, b);
        assert_eq!(comparison.verdict, Match::Different, "{a} | {b}: {comparison:?}");
    }
}

#[test]
fn one_organization_under_two_names_is_found() {
    for (a, b) in SAME {
        let comparison = compare(a, b);
        assert_ne!(comparison.verdict, Match::Different, "{a} | {b}: {comparison:?}");
    }
}

#[test]
fn one_name_written_differently_is_exact() {
    for (a, b) in EXACT {
        let comparison = compare(a, b);
        assert_eq!(
            comparison.verdict,
            Match::Exact,
            "{a} | {b}: {comparison:?} {} {}",
            normalize(a),
            normalize(b)
        );
    }
}

#[test]
fn nothing_that_only_resembles_is_exact() {
    for (a, b) in APART.iter().chain(DIFFERENT) {
        assert_ne!(normalize(a), normalize(b), "{a} | {b}");
    }
    for (a, b) in [
        ("Brightwater University", "University of Brightwater"),
        ("Lampwerk AG", "Lampwerk GmbH"),
        ("Lamp Society (LAS)", "Lamp Society (LSO)"),
        ("!!!", "???"),
        ("", ""),
    ] {
        assert_ne!(compare(a, b).verdict, Match::Exact, "{a} | {b}");
    }
}

#[test]
fn a_legal_form_written_with_the_name_without_its_dots_or_with_a_slip_is_asked() {
    for (a, b) in [
        ("LampwerkAG", "Lampwerk AG"),
        ("Lampwerk Aktiengeselschaft", "Lampwerk AG"),
        ("Lantern Bank NA", "Lantern Bank, N.A."),
        (
            "Lantern Works Corporation Joint Stock Compan",
            "Lantern Works Corporation Joint Stock Company",
        ),
    ] {
        for (a, b) in [(a, b), (b, a)] {
            assert_eq!(compare(a, b).verdict, Match::Likely, "{a} | {b}");
        }
    }
    for (a, b) in [
        ("Lantern Bank NA", "Lantern Bank, Inc."),
        ("Lantern Cooperation", "Lantern Corporation"),
        ("Lantern Ag Workers", "Lantern AG"),
    ] {
        assert_eq!(compare(a, b).verdict, Match::Different, "{a} | {b}");
    }
}

#[test]
fn ways_heights_and_directions_are_asked_when_one_name_shortens_them() {
    for (a, b) in [
        ("Lamp St. Church", "Lamp Street Church"),
        ("Lantern Ave Tenants", "Lantern Avenue Tenants"),
        ("Mt. Lamp Baptist Church", "Mount Lamp Baptist Church"),
        ("N. Lamp Rd. Block Club", "North Lamp Road Block Club"),
        ("Gtr. Lantern Legal Aid", "Greater Lantern Legal Aid"),
        ("Sts. Peter and Lamp Parish", "Saints Peter and Lamp Parish"),
    ] {
        assert_eq!(compare(a, b).verdict, Match::Likely, "{a} | {b}");
        assert_eq!(compare(b, a).verdict, Match::Likely, "{b} | {a}");
    }
    for (a, b) in [
        ("Lamp Street Church", "Lamp Avenue Church"),
        ("N. Lamp Block Club", "South Lamp Block Club"),
        ("Mt. Lamp Baptist Church", "Lake Lamp Baptist Church"),
    ] {
        assert_eq!(compare(a, b).verdict, Match::Different, "{a} | {b}");
    }
}

#[test]
fn the_reason_names_the_words_that_differ_in_the_order_asked() {
    let reason = compare("Milwaukee Lamps Chapter", "Madison Lamps Chapter").reason;
    assert_eq!(
        reason,
        Reason::DifferentChapter {
            a: "milwaukee".into(),
            b: "madison".into()
        }
    );
    let reason = compare("Madison Lamps Chapter", "Milwaukee Lamps Chapter").reason;
    assert_eq!(
        reason,
        Reason::DifferentChapter {
            a: "madison".into(),
            b: "milwaukee".into()
        }
    );
    let reason = compare("National Assocation of Lamps", "National Association of Lamps").reason;
    assert!(matches!(reason, Reason::Spelling { .. }), "{reason:?}");
    let reason = compare("Asociación Nacional de Lamps", "National Association of Lamps").reason;
    assert!(!matches!(reason, Reason::Spelling { .. }), "{reason:?}");
    let reason = compare("Kids Foward", "Kids Forward").reason;
    assert_eq!(
        reason,
        Reason::Spelling {
            a: "foward".into(),
            b: "forward".into()
        }
    );
}

#[test]
fn an_exact_name_or_alias_of_one_organization_is_recognized() {
    let mut index = NameIndex::new();
    index.insert(1, &["Black Leaders Organizing for Communities (BLOC)"]);
    index.insert(2, &["Milwaukee Turners, Inc.", "Turnverein Milwaukee"]);
    for (name, id) in [
        ("BLOC", 1),
        ("black leaders organizing for communities", 1),
        ("The Milwaukee Turners", 2),
        ("Turnverein Milwaukee", 2),
    ] {
        let found = index.recognize(name);
        assert_eq!(found.verdict, Verdict::Exact, "{name}");
        assert_eq!(found.candidates.len(), 1);
        assert_eq!(found.candidates[0].id, id);
    }
}

#[test]
fn an_acronym_or_name_that_two_organizations_have_is_asked() {
    let mut index = NameIndex::new();
    index.insert(1, &["Lamp Makers Union (LMU)"]);
    index.insert(2, &["Lake Michigan Umbrellas", "LMU"]);
    let found = index.recognize("LMU");
    assert_eq!(found.verdict, Verdict::Likely);
    assert_eq!(
        found
            .candidates
            .iter()
            .map(|candidate| candidate.id)
            .collect::<Vec<_>>(),
        [1, 2]
    );
    index.remove(2);
    assert_eq!(index.recognize("LMU").verdict, Verdict::Exact);
    index.insert(2, &["LMU"]);
    let whole = index.recognize("Lamp Makers Union (LMU)");
    assert_eq!((whole.verdict, whole.candidates[0].id), (Verdict::Exact, 1));
    index.insert(3, &["Lamp Makers Union"]);
    assert_eq!(index.recognize("Lamp Makers Union").verdict, Verdict::Likely);
}

#[test]
fn a_parent_is_related_and_no_candidate() {
    let mut index = NameIndex::new();
    index.insert(1, &["National Association of Social Workers"]);
    index.insert(2, &["National Association of Social Workers, Minnesota Chapter"]);
    let found = index.recognize("National Association of Social Workers, Wisconsin Chapter");
    assert_eq!(found.verdict, Verdict::New);
    assert!(found.candidates.is_empty());
    let related: Vec<_> = found
        .related
        .iter()
        .map(|other| (other.id, other.relation))
        .collect();
    assert_eq!(
        related,
        [(1, Some(Relation::Parent)), (2, Some(Relation::Sister))]
    );
}

#[test]
fn a_misspelled_word_or_an_acronym_is_found_among_many() {
    let mut index = NameIndex::new();
    for n in 0..2_000 {
        index.insert(n, &[format!("Lampwick {} Coalition of Wisconsin", letters(n))]);
    }
    index.insert(9_001, &["Brightwater Tenants Union"]);
    index.insert(9_002, &["Quiet Rivers Conservation League"]);
    for (name, id) in [
        ("Brigthwater Tenants Union", 9_001),
        ("Brightwater Tennants Union", 9_001),
        ("QRCL", 9_002),
    ] {
        let found = index.recognize(name);
        assert_eq!(found.verdict, Verdict::Likely, "{name}");
        assert_eq!(found.candidates[0].id, id, "{name}");
    }
    assert_eq!(index.recognize("Something Else Entirely").verdict, Verdict::New);
}

/// A word of its own for each number.
fn letters(mut n: i64) -> String {
    let mut word = String::from("K");
    for _ in 0..4 {
        word.push_str(["ab", "eg", "ul", "or", "in", "ys", "ak", "et"][(n % 8) as usize]);
        n /= 8;
    }
    word
}

#[test]
fn duplicates_are_found_once_best_first_and_chapters_are_not_among_them() {
    let mut index = NameIndex::new();
    index.insert(7, &["Kids Forward"]);
    index.insert(3, &["Kids Foward"]);
    index.insert(4, &["Lamp Makers Union (LMU)", "LMU"]);
    index.insert(5, &["Lamp Makers Union, Inc."]);
    index.insert(10, &["National Lawyers Guild Madison Chapter"]);
    index.insert(11, &["National Lawyers Guild Milwaukee Chapter"]);
    index.insert(12, &["National Lawyers Guild"]);
    index.insert(13, &["Democratic Socialists of America"]);
    index.insert(14, &["DSA"]);
    let pairs = duplicates(&index, LIKELY, &mut |_, _| true);
    let found: Vec<_> = pairs.iter().map(|pair| (pair.a, pair.b)).collect();
    assert_eq!(found, [(4, 5), (3, 7), (13, 14)]);
    assert!(pairs.is_sorted_by(|x, y| x.score >= y.score));
}

#[test]
fn a_cancelled_search_for_duplicates_returns_nothing() {
    let mut index = NameIndex::new();
    index.insert(1, &["Kids Forward"]);
    index.insert(2, &["Kids Forward, Inc."]);
    assert!(duplicates(&index, 0.0, &mut |_, _| false).is_empty());
    assert_eq!(duplicates(&index, 0.0, &mut |_, _| true).len(), 1);
}

#[test]
fn a_removed_organization_is_forgotten_and_its_place_used_again() {
    let mut index = NameIndex::new();
    index.insert(1, &["Kids Forward", "KF"]);
    index.remove(1);
    index.remove(1);
    assert!(index.is_empty());
    assert_eq!(index.recognize("Kids Forward").verdict, Verdict::New);
    index.insert(2, &["Milwaukee Turners"]);
    assert_eq!(index.len(), 1);
    assert_eq!(index.recognize("Milwaukee Turners").candidates[0].id, 2);
    assert!(index.recognize("Kids Forward").candidates.is_empty());
}

/// Names out of the pieces that names are made of, so that chance finds the corners.
fn name() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "The",
        "La",
        "A",
        "L’",
        "of",
        "de",
        "&",
        "and",
        "Inc.",
        ", Inc.",
        "LLC",
        "e.V.",
        "S.A.",
        "Co.",
        "Ltd",
        "WI",
        ", WI",
        "LA",
        "Wisconsin",
        "New",
        "York",
        "(",
        ")",
        "(ABC)",
        "ABC",
        "U.S.",
        "Lamp",
        "Lamps",
        "Union",
        "University",
        "Local",
        "212",
        "II",
        "V",
        "-",
        " – ",
        "'",
        "’s",
        "St.",
        "Paul",
        "é",
        "ß",
        "ﬁ",
        "İ",
        "한국",
        "J.",
        "P.",
        "OOO",
        "No.",
        "@",
        "+",
        "&amp;",
        "Los",
        "Angeles",
        "Chapter",
        "School",
        "Madison",
    ]);
    prop::collection::vec(piece, 0..9).prop_map(|pieces| pieces.join(" "))
}

proptest! {
    #[test]
    fn normalizing_twice_changes_nothing(name in name()) {
        let once = normalize(&name);
        prop_assert_eq!(normalize(&once), once);
    }

    #[test]
    fn normalizing_any_text_twice_changes_nothing(text in "\\PC*") {
        let once = normalize(&text);
        prop_assert_eq!(normalize(&once), once);
    }

    #[test]
    fn a_legal_form_at_the_end_does_not_count(name in "[A-Z][a-z]{3,9} [A-Z][a-z]{3,9}( [A-Z][a-z]{4,9})?") {
        let plain = normalize(&name);
        for form in [", Inc.", " Inc", " LLC", ", L.L.C.", " GmbH", " e. V.", ", A.C.", " Incorporated"] {
            prop_assert_eq!(&normalize(&format!("{name}{form}")), &plain);
        }
    }

    #[test]
    fn no_text_makes_a_comparison_panic(a in ".*", b in ".*") {
        let _ = compare(&a, &b);
    }

    #[test]
    fn the_verdict_does_not_depend_on_the_order(a in name(), b in name()) {
        let (one, other) = (compare(&a, &b), compare(&b, &a));
        prop_assert_eq!(one.verdict, other.verdict);
        prop_assert_eq!(one.score, other.score);
        prop_assert!((0.0..=1.0).contains(&one.score));
        prop_assert_eq!(one.verdict == Match::Different, one.score < LIKELY);
    }

    #[test]
    fn a_name_is_the_same_as_itself_in_any_case(name in "[A-Za-z]{3,9}( [A-Za-z]{6,9}){1,4}") {
        prop_assert_eq!(compare(&name, &name.to_lowercase()).verdict, Match::Exact);
    }

    #[test]
    fn no_text_makes_the_index_panic(names in prop::collection::vec(name(), 0..12), asked in ".*") {
        let mut index = NameIndex::new();
        for (id, name) in (0..).zip(&names) {
            index.insert(id, &[name]);
        }
        let _ = index.recognize(&asked);
        for name in &names {
            let found = index.recognize(name);
            prop_assert!(found.verdict != Verdict::New || normalize(name).is_empty(), "{}", name);
        }
        let _ = duplicates(&index, 0.0, &mut |_, _| true);
        for id in 0..names.len() as i64 {
            index.remove(id);
        }
        prop_assert!(index.is_empty());
    }
}

#[test]
fn what_an_acronym_abbreviates_is_looked_for_only_where_it_is_the_official_name() {
    let mut index = NameIndex::new();
    index.insert(1, &["Lamp Council", "CONACYT"]);
    index.insert(2, &["CONACYT"]);
    index.insert(3, &["Consejo Nacional de Ciencia y Tecnología"]);
    let name = Name::new("CONACYT");
    let found = |slot: u32| index.kin(slot, &name).contains(&3);
    assert_eq!((found(1), found(2)), (false, true));
}
