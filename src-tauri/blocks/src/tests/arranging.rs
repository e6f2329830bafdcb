//! Who stands where: order, groups, leads, pins, and who is left out.

use super::*;

fn sorted_by(order: Order, names: &[&str]) -> Vec<String> {
    outline(
        &named(names),
        &BlockOptions {
            order,
            ..BlockOptions::default()
        },
    )
}

#[test]
fn the_alphabet_puts_the_published_order_right() {
    let names = outline(&wisconsin(), &BlockOptions::default());
    let place = |start: &str| names.iter().position(|name| name.starts_with(start)).unwrap();
    assert_eq!(
        place("National Association for the Advancement") + 1,
        place("National Association of Social Workers")
    );
    assert_eq!(place("WISDOM"), 25);
    assert_eq!(place("ACLU"), 0);
}

#[test]
fn the_order_of_entry_does_not_depend_on_the_order_given() {
    let mut shuffled = wisconsin();
    shuffled.reverse();
    let options = BlockOptions {
        order: Order::Entered,
        ..BlockOptions::default()
    };
    assert_eq!(outline(&shuffled, &options).join("\n"), WISCONSIN);
}

#[test]
fn letter_by_letter_ignores_spaces_and_points() {
    let names = ["Apollo Guild", "Americans for Shade", "A. Philip Rowan Institute"];
    assert_eq!(
        sorted_by(Order::LetterByLetter, &names),
        ["Americans for Shade", "A. Philip Rowan Institute", "Apollo Guild"]
    );
    assert_eq!(
        sorted_by(Order::Alphabetical, &names)[0],
        "A. Philip Rowan Institute"
    );
}

#[test]
fn leading_articles_are_ignored_or_kept() {
    let names = named(&["The Arbor Project", "Zinnia", "Birch"]);
    let kept = BlockOptions {
        keep_articles: true,
        ..BlockOptions::default()
    };
    assert_eq!(
        outline(&names, &BlockOptions::default()),
        ["The Arbor Project", "Birch", "Zinnia"]
    );
    assert_eq!(outline(&names, &kept), ["Birch", "The Arbor Project", "Zinnia"]);
}

#[test]
fn a_sort_key_of_its_own_overrides_the_name() {
    let mut names = named(&["Ash", "17th Street Mission", "Birch"]);
    names[1].sort_as = Some("Seventeenth Street Mission".into());
    assert_eq!(
        outline(&names, &BlockOptions::default()),
        ["Ash", "Birch", "17th Street Mission"]
    );
}

#[test]
fn by_date_the_first_to_sign_is_first_and_the_undated_last() {
    let mut names = named(&["Ash", "Birch", "Cedar", "Dogwood"]);
    for (signatory, time) in names.iter_mut().zip([
        Some("2020-12-11"),
        None,
        Some("2020-12-09T10:00:00Z"),
        Some("2020-12-11"),
    ]) {
        signatory.signed_at = time.map(str::to_owned);
    }
    let options = BlockOptions {
        order: Order::Signed,
        layout: Layout::Numbered,
        ..BlockOptions::default()
    };
    assert_eq!(
        text_of(&names, &options),
        "1. Cedar\n2. Ash\n3. Dogwood\n4. Birch"
    );
}

#[test]
fn pins_win_over_leads_and_the_alphabet() {
    let mut names = named(&["Ash", "Birch", "Cedar", "Dogwood", "Elm"]);
    names[0].pin = Some(-1);
    names[4].pin = Some(1);
    names[2].pin = Some(3);
    names[1].lead = true;
    let options = BlockOptions {
        lead_first: true,
        ..BlockOptions::default()
    };
    assert_eq!(
        outline(&names, &options),
        ["Elm", "Birch", "Cedar", "Dogwood", "Ash"]
    );
}

#[test]
fn pins_that_collide_or_lie_beyond_the_end_still_place_everybody() {
    let names = ["Ash", "Birch", "Cedar", "Dogwood"];
    let pinned = |pins: [Option<i64>; 4]| {
        let mut signatories = named(&names);
        for (signatory, pin) in signatories.iter_mut().zip(pins) {
            signatory.pin = pin;
        }
        outline(&signatories, &BlockOptions::default())
    };
    assert_eq!(
        pinned([None, None, Some(1), Some(1)]),
        ["Cedar", "Dogwood", "Ash", "Birch"]
    );
    assert_eq!(
        pinned([Some(99), None, None, None]),
        ["Birch", "Cedar", "Dogwood", "Ash"]
    );
    assert_eq!(
        pinned([Some(i64::MAX), Some(i64::MIN), Some(0), None]),
        ["Cedar", "Birch", "Dogwood", "Ash"]
    );
    assert_eq!(
        pinned([Some(-1), Some(-1), None, None]),
        ["Cedar", "Dogwood", "Ash", "Birch"]
    );
    assert_eq!(pinned([Some(4), Some(4), Some(4), Some(4)]).len(), 4);
}

#[test]
fn people_sort_by_surname_with_their_affiliation_in_parentheses() {
    let signatories = [
        person("Dr. Ana de la Rosa", "", "Elm University"),
        person("Zoe Abbott", "Dean", ""),
        person("Lee Marsh, PhD", "", ""),
        organization("The Naturalists"),
    ];
    let options = BlockOptions {
        order: Order::Surname,
        affiliation: Affiliation::Parentheses,
        identification: Identification::Note,
        ..BlockOptions::default()
    };
    assert_eq!(
        text_of(&signatories, &options),
        "Zoe Abbott\nLee Marsh, PhD\nThe Naturalists\nDr. Ana de la Rosa (Elm University)\n\n\
         Organization listed for identification purposes only."
    );
}

#[test]
fn an_affiliation_prints_only_when_asked_for_and_says_what_it_is() {
    let signatories = [person("Ana Rosa", "Professor", "Elm University")];
    let with = |affiliation, identification, entry| {
        text_of(
            &signatories,
            &BlockOptions {
                affiliation,
                identification,
                entry,
                ..BlockOptions::default()
            },
        )
    };
    use EntryForm::{Organization, Signer};
    assert_eq!(
        with(Affiliation::Auto, Identification::Inline, Organization),
        "Ana Rosa"
    );
    assert_eq!(
        with(Affiliation::Auto, Identification::Inline, Signer),
        "Ana Rosa, Professor, Elm University (for identification purposes only)"
    );
    assert_eq!(
        with(Affiliation::Parentheses, Identification::Inline, Organization),
        "Ana Rosa (Elm University, for identification purposes only)"
    );
    assert_eq!(
        with(Affiliation::Comma, Identification::Footnote, Organization),
        "Ana Rosa, Elm University*\n\n* Organization listed for identification purposes only."
    );
    assert_eq!(
        with(Affiliation::Hidden, Identification::Footnote, Signer),
        "Ana Rosa, Professor"
    );
}

#[test]
fn signer_title_and_organization_take_one_to_three_lines() {
    let signatories = [
        Signatory {
            signer: Some("Ana Rosa".into()),
            title: Some("Director".into()),
            ..organization("Ash Alliance")
        },
        organization("Birch"),
    ];
    let lines = |entry_lines| {
        text_of(
            &signatories,
            &BlockOptions {
                entry: EntryForm::Signer,
                entry_lines,
                ..BlockOptions::default()
            },
        )
    };
    assert_eq!(lines(1), "Ana Rosa, Director, Ash Alliance\nBirch");
    assert_eq!(lines(2), "Ana Rosa, Director\nAsh Alliance\n\nBirch");
    assert_eq!(lines(3), "Ana Rosa\nDirector\nAsh Alliance\n\nBirch");
}

#[test]
fn without_a_yes_in_writing_nobody_is_listed_unless_included_by_hand() {
    let mut names = named(&["Ash", "Birch"]);
    names[1].unwritten = true;
    let block = arranged(&names, &BlockOptions::default());
    assert_eq!(
        (block.total, block.unwritten, block.unwritten_left_out),
        (1, 0, 1)
    );
    assert_eq!(text::render(&block), "Ash");
    let by_hand = BlockOptions {
        include_said_yes: true,
        ..BlockOptions::default()
    };
    let block = arranged(&names, &by_hand);
    assert_eq!(
        (block.total, block.unwritten, block.unwritten_left_out),
        (2, 1, 0)
    );
    assert!(block.groups[0].entries[1].unwritten);
    assert_eq!(text::render(&block), "Ash\nBirch");
}

#[test]
fn without_signatories_every_format_is_empty() {
    let options = BlockOptions {
        intro: "Signed:".into(),
        outro: "Thanks".into(),
        counts: true,
        ..BlockOptions::default()
    };
    let mut unwritten = named(&["Ash"]);
    unwritten[0].unwritten = true;
    for signatories in [vec![], unwritten, named(&[" \n "])] {
        let block = arranged(&signatories, &options);
        assert!(block.is_empty());
        for format in [
            Format::Text,
            Format::Html,
            Format::Markdown,
            Format::Latex,
            Format::Rtf,
            Format::Csv,
        ] {
            assert_eq!(render(&block, format).unwrap(), b"", "{format}");
        }
    }
}

#[test]
fn counts_without_headings_are_one_line() {
    let mut names = named(&["Ash", "Birch"]);
    let options = BlockOptions {
        counts: true,
        intro: "Sincerely,".into(),
        ..BlockOptions::default()
    };
    assert_eq!(
        text_of(&names, &options),
        "Sincerely,\n\n2 organizations\n\nAsh\nBirch"
    );
    names.push(person("Ana Rosa", "", ""));
    assert_eq!(
        arranged(&names, &options).summary.as_deref(),
        Some("2 organizations and 1 individual")
    );
}

#[test]
fn a_limit_cuts_after_the_whole_is_counted() {
    let options = BlockOptions {
        limit: Some(3),
        group: GroupBy::State,
        counts: true,
        ..BlockOptions::default()
    };
    let signatories = [
        in_state("Ash", "WI"),
        in_state("Birch", "WI"),
        in_state("Cedar", "IL"),
        in_state("Dogwood", "WI"),
        in_state("Elm", "WI"),
    ];
    assert_eq!(
        text_of(&signatories, &options),
        "Illinois (1)\nCedar\n\nWisconsin (4)\nAsh\nBirch\nand 2 others"
    );
}

#[test]
fn columns_are_filled_down_and_balanced() {
    let group = |count: usize| BlockGroup {
        entries: (0..count)
            .map(|at| BlockEntry {
                after: at.to_string(),
                ..BlockEntry::default()
            })
            .collect(),
        ..BlockGroup::default()
    };
    let heights = |entries, columns| {
        group(entries)
            .columns(columns)
            .iter()
            .map(|c| c.len())
            .collect::<Vec<_>>()
    };
    assert_eq!(heights(26, 3), [9, 9, 8]);
    assert_eq!(heights(10, 4), [3, 3, 2, 2]);
    assert_eq!(heights(2, 4), [1, 1, 0, 0]);
    assert_eq!(heights(5, 1), [5]);
    assert_eq!(group(5).columns(2)[1][0].after, "3");
}

#[test]
fn words_of_the_command_line_and_of_the_wire_are_the_same() {
    assert_eq!(
        "Letter by letter".parse::<Order>().unwrap(),
        Order::LetterByLetter
    );
    assert_eq!(
        serde_json::to_string(&Order::LetterByLetter).unwrap(),
        "\"letter-by-letter\""
    );
    let error = "stairs".parse::<Layout>().unwrap_err();
    assert_eq!(error.text, "stairs");
    assert_eq!(
        error.words,
        [
            "lines", "columns", "bullets", "numbered", "table", "prose", "wet", "logos"
        ]
    );
    for format in Format::ALL {
        assert_eq!(format.word().parse::<Format>().unwrap(), *format);
    }
}

#[test]
fn options_of_an_earlier_version_still_read() {
    let options: BlockOptions = serde_json::from_str(r#"{"layout":"prose","leadFirst":true}"#).unwrap();
    assert_eq!(
        options,
        BlockOptions {
            layout: Layout::Prose,
            lead_first: true,
            ..BlockOptions::default()
        }
    );
    assert!(options.serial_comma);
}

#[test]
fn a_frozen_block_comes_back_as_it_was() {
    let options = BlockOptions {
        entry: EntryForm::Signer,
        entry_lines: 2,
        ..BlockOptions::default()
    };
    let block = arranged(
        &[person("Ana Rosa", "Dean", "Elm"), organization("Birch")],
        &options,
    );
    let frozen = serde_json::to_string(&block).unwrap();
    assert_eq!(serde_json::from_str::<SignatoryBlock>(&frozen).unwrap(), block);
}
