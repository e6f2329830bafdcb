//! What stands between the braces: counts, groups, and what somebody mistyped.

use super::*;
use crate::docx::Arrangements;

fn left(written: &str, meant: Option<&str>) -> Notice {
    Notice::Left {
        written: written.to_owned(),
        meant: meant.map(str::to_owned),
    }
}

fn mixed(words: &str) -> Option<SignatoryBlock> {
    let national = Signatory {
        scope: Some(Scope::National),
        ..in_state("Elm", "NY")
    };
    let signatories = [
        in_state("Ash", "WI"),
        in_state("Birch", "Wisconsin"),
        in_state("Cedar", "IL"),
        national,
        person("Lee Marsh", "Dean", "Elm University"),
    ];
    Some(arranged(
        &signatories,
        &BlockOptions::default().with_words(words).ok()?,
    ))
}

#[test]
fn organizations_individuals_and_states_are_counted_apart() {
    let text = "{{count}}: {{count:organizations}} and {{ Count: Individuals }} in {{count:states}}, {{count:state}}";
    assert_eq!(
        paragraphs(&source_filled_by(&paragraph(text), mixed)),
        ["5: 4 and 1 in 2, 5"]
    );
}

#[test]
fn one_group_alone_stands_in_a_place_without_its_heading() {
    let body = [
        paragraph("{{signatories:scope group National}} and {{count:scope group National}}"),
        paragraph("{{signatories:group Wisconsin}}"),
    ]
    .concat();
    assert_eq!(
        paragraphs(&source_filled_by(&body, mixed)),
        ["Elm and 1", "Ash", "Birch"]
    );
}

#[test]
fn an_arrangement_of_ones_own_wins_over_the_words_for_counts() {
    struct Own;
    impl Arrangements for Own {
        fn arrange(&mut self, words: &str) -> Result<SignatoryBlock, Option<String>> {
            let names: &[&str] = if words == "states" {
                &["Ash"]
            } else {
                &["Ash", "Birch"]
            };
            Ok(arranged(&named(names), &BlockOptions::default()))
        }

        fn is_own(&self, words: &str) -> bool {
            words == "states"
        }
    }
    let document = Letter::new(&paragraph("{{count:states}} of {{count:organizations}}")).bytes();
    let after = fill(&document, Own).unwrap().document;
    assert_eq!(
        paragraphs(part(&after, MAIN).trim_start_matches('\u{feff}')),
        ["1 of 2"]
    );
}

#[test]
fn what_is_mistyped_beside_a_good_placeholder_is_left_and_named() {
    let body = [
        paragraph("{{signatories}}"),
        paragraph("{{conut}} of {{name}}"),
        paragraph("{{signatories: in stairs}}"),
    ]
    .concat();
    assert_eq!(
        notices(&body),
        [
            left("{{conut}}", Some("{{count}}")),
            left("{{name}}", None),
            left("{{signatories:in stairs}}", None)
        ]
    );
    assert_eq!(
        filled(&body)[3..],
        ["{{conut}} of {{name}}", "{{signatories: in stairs}}"]
    );
}

#[test]
fn a_mistyped_placeholder_alone_is_refused_with_what_was_meant() {
    for written in [
        "{{signatores}}",
        "{{ signatory }}",
        "{signatories}",
        "{{signatories}",
    ] {
        let error = fill(&Letter::new(&paragraph(written)).bytes(), choose).unwrap_err();
        let expected = DocxError::Misspelled {
            written: written.to_owned(),
            meant: "{{signatories}}".to_owned(),
        };
        assert_eq!(error, expected);
    }
}

#[test]
fn what_nobody_sees_inside_the_braces_is_ignored() {
    for inside in [
        "{{sig\u{200b}natories}}",
        "{\u{200e}{signatories}\u{200f}}",
        "{{signa\u{ad}tories}}",
        "{{\u{2060}signatories\u{feff}}}",
    ] {
        assert_eq!(
            filled(&paragraph(inside)),
            ["Ash", "Birch", "Cedar & Sons"],
            "{inside:?}"
        );
    }
    let seen = std::cell::RefCell::new(Vec::new());
    let body = "<w:p><w:r><w:t>{{signatories:letter</w:t><w:noBreakHyphen/><w:t>by-letter}}</w:t><w:noBreakHyphen/></w:r></w:p>";
    let source = source_filled_by(body, |words| {
        seen.borrow_mut().push(words.to_owned());
        choose(words)
    });
    assert_eq!(*seen.borrow(), ["letter-by-letter"]);
    assert_eq!(
        source.matches("noBreakHyphen").count(),
        1,
        "that behind the braces stays"
    );
}

#[test]
fn a_content_control_filled_from_data_is_let_go() {
    let properties = "<w:sdtPr><w:rPr/><w:alias w:val=\"a\"/><w:dataBinding w:xpath=\"/x\" w:storeItemID=\"{1}\"/>\
         <w:showingPlcHdr/><w:text/></w:sdtPr>";
    let inside = "<w:r><w:rPr><w:rStyle w:val=\"PlaceholderText\"/></w:rPr><w:t>{{signatories}}</w:t></w:r>";
    let other = format!(
        "<w:p><w:sdt>{properties}<w:sdtContent><w:r><w:t>Elm</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    );
    for control in [
        format!("<w:p><w:sdt>{properties}<w:sdtContent>{inside}</w:sdtContent></w:sdt></w:p>"),
        format!("<w:sdt>{properties}<w:sdtContent><w:p>{inside}</w:p></w:sdtContent></w:sdt>"),
    ] {
        let body = [control, other.clone()].concat();
        let source = source_filled(&body);
        assert_eq!(
            source.matches("dataBinding").count(),
            1,
            "the other control is still bound: {source}"
        );
        assert_eq!(source.matches("showingPlcHdr").count(), 1);
        assert!(
            source.contains("<w:r><w:t xml:space=\"preserve\">Ash"),
            "names are no grey prompt: {source}"
        );
        assert!(
            source.contains("<w:sdtPr><w:rPr/><w:alias w:val=\"a\"/><w:text/></w:sdtPr>"),
            "{source}"
        );
        assert_eq!(notices(&body), [Notice::Unbound]);
    }
}
