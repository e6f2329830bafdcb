//! What must hold for the reading of any text.

use proptest::prelude::*;

use super::super::*;

/// A text of the pieces that lists are made of, in any order.
fn list_like() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[A-Z][a-zé]{1,8}",
        "[a-z]{1,6}",
        Just(", ".to_owned()),
        Just("; ".to_owned()),
        Just("\n".to_owned()),
        Just("\n\n".to_owned()),
        Just(" and ".to_owned()),
        Just(" & ".to_owned()),
        Just("the ".to_owned()),
        Just("\n- ".to_owned()),
        Just("\n1. ".to_owned()),
        Just("\n2. ".to_owned()),
        Just("\t".to_owned()),
        Just("   ".to_owned()),
        Just(" (".to_owned()),
        Just(")".to_owned()),
        Just("[".to_owned()),
        Just("](x)".to_owned()),
        Just("**".to_owned()),
        Just("\n| a | b |\n".to_owned()),
        Just("Inc.".to_owned()),
        Just("Director".to_owned()),
        Just("Signed by ".to_owned()),
        Just(": ".to_owned()),
        Just(". ".to_owned()),
        Just("—".to_owned()),
        Just("“".to_owned()),
        Just("”".to_owned()),
        Just("> ".to_owned()),
        Just("Dear ".to_owned()),
        Just("Sincerely,\n".to_owned()),
        Just("\r\n".to_owned()),
        Just("\u{ad}".to_owned()),
        Just("İ".to_owned()),
        Just("日本、".to_owned()),
        Just("l’".to_owned()),
        Just("<ul><li>".to_owned()),
        Just("</li><li>".to_owned()),
        Just("</li></ul>".to_owned()),
        Just("<p>".to_owned()),
        Just("<br/>".to_owned()),
        Just("<table><tr><td>".to_owned()),
        Just("</td><td>".to_owned()),
        Just("</td></tr><tr><td>".to_owned()),
        Just("</table>".to_owned()),
        Just("<sup>1</sup>".to_owned()),
        Just("&nbsp;".to_owned()),
        Just("&amp;".to_owned()),
        Just("\nOrganization: ".to_owned()),
        Just("\nName: ".to_owned()),
        Just("\nPage 2 of 3\n".to_owned()),
        Just("![".to_owned()),
        Just("](a.png) ".to_owned()),
        Just(" · ".to_owned()),
        Just(" – ".to_owned()),
        Just(" (1) ".to_owned()),
        Just(" 2) ".to_owned()),
        Just("== ".to_owned()),
        Just(" ==\n".to_owned()),
        Just("🌱 ".to_owned()),
        Just("Mayor ".to_owned()),
        Just("on behalf of ".to_owned()),
    ];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// What must hold for the reading of any text.
fn check(text: &str) -> Result<(), TestCaseError> {
    let reading = read_list(text, &());
    // Names set in columns may be read down; all others stand in the order of the text, and no two share a byte.
    let mut spans: Vec<_> = reading
        .entries
        .iter()
        .map(|entry| entry.start..entry.end)
        .collect();
    if matches!(
        reading.form,
        ListForm::Columns | ListForm::Table | ListForm::Mixed
    ) {
        spans.sort_by_key(|span| (span.start, span.end));
    }
    for pair in spans.windows(2) {
        prop_assert!(pair[0].end <= pair[1].start, "{pair:?} in {text:?}");
    }
    for entry in &reading.entries {
        prop_assert!(entry.start <= entry.end && entry.end <= text.len());
        prop_assert!(text.is_char_boundary(entry.start) && text.is_char_boundary(entry.end));
        prop_assert!(!entry.name.trim().is_empty());
        prop_assert_eq!(entry.name.trim(), &entry.name);
        // The name's letters stand in the span in their order; only markup and line breaks may stand between them.
        let mut span = text[entry.start..entry.end].chars();
        for letter in entry.name.chars().filter(|c| c.is_alphanumeric()) {
            prop_assert!(
                span.any(|c| c == letter),
                "{} in {}",
                entry.name,
                &text[entry.start..entry.end]
            );
        }
        for at in entry.start..=entry.end {
            let _ = split_entry(text, entry, at);
        }
        let _ = join_entries(text, &reading.entries[0], entry);
        let _ = entry.doubt.as_ref().map(Doubt::message);
    }
    Ok(())
}

/// A plain name: two to four words with capitals, the last of them saying what it is.
fn plain_name() -> impl Strategy<Value = String> {
    let kind = prop_oneof![
        Just("Coalition"),
        Just("Fund"),
        Just("Society"),
        Just("Alliance"),
        Just("Union"),
        Just("Watch"),
        Just("Voters")
    ];
    (proptest::collection::vec("[A-Z][a-z]{3,8}", 1..4), kind)
        .prop_map(|(words, kind)| format!("{} {kind}", words.join(" ")))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn no_string_makes_the_reader_panic(text in "\\PC*") {
        check(&text)?;
    }

    #[test]
    fn no_list_like_text_makes_the_reader_panic(text in list_like()) {
        check(&text)?;
    }

    #[test]
    fn lines_of_plain_names_are_read_whole(names in proptest::collection::vec(plain_name(), 1..40)) {
        let read: Vec<String> = read_list(&names.join("\n"), &()).entries.into_iter().map(|entry| entry.name).collect();
        prop_assert_eq!(&read, &names);
        let bullets: String = names.iter().map(|name| format!("• {name}\n")).collect();
        let read: Vec<String> = read_list(&bullets, &()).entries.into_iter().map(|entry| entry.name).collect();
        prop_assert_eq!(&read, &names);
    }

    #[test]
    fn a_sentence_of_plain_names_is_read_whole(names in proptest::collection::vec(plain_name(), 3..30)) {
        let (last, first) = names.split_last().unwrap_or((&names[0], &[]));
        let text = format!("The letter was signed by {}, and {last}.", first.join(", "));
        let read: Vec<String> = read_list(&text, &()).entries.into_iter().map(|entry| entry.name).collect();
        prop_assert_eq!(&read, &names);
    }
}
