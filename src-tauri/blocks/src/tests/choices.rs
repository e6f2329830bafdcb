//! The choices that real letters need beyond a plain list: numbers that begin anew, columns of a list, the organization
//! first, marks with their notes, links, lines to sign on, names in two languages.

use super::*;

fn signed(name: &str, signer: &str, title: &str) -> Signatory {
    Signatory {
        signer: Some(signer.to_owned()),
        title: Some(title.to_owned()),
        ..organization(name)
    }
}

fn in_country(name: &str, country: &str) -> Signatory {
    Signatory {
        country: Some(country.to_owned()),
        ..organization(name)
    }
}

#[test]
fn numbers_begin_anew_in_each_group_where_asked_for() {
    let signatories = [
        in_state("Ash", "WI"),
        in_state("Birch", "WI"),
        in_state("Cedar", "IL"),
    ];
    let options = BlockOptions {
        layout: Layout::Numbered,
        numbering: Numbering::EachGroup,
        group: GroupBy::State,
        ..BlockOptions::default()
    };
    let block = arranged(&signatories, &options);
    assert_eq!(
        text::render(&block),
        "Illinois\n1. Cedar\n\nWisconsin\n1. Ash\n2. Birch"
    );
    assert_eq!(
        markdown::render(&block),
        "### Illinois\n\n1. Cedar\n\n### Wisconsin\n\n1. Ash\n2. Birch"
    );
    assert!(!html::render(&block).contains("<ol start"));
    assert!(!latex::render(&block).contains("setcounter"));
    assert!(rtf::render(&block).contains("{\\listtext 1.\\tab}Ash"));
    let package = docx::render(&block).unwrap();
    let document = new_documents::part(&package, "word/document.xml");
    let numbering = new_documents::part(&package, "word/numbering.xml");
    assert_eq!(
        document.matches("<w:numId w:val=\"3\"/>").count(),
        2,
        "the second group: {document}"
    );
    assert!(
        numbering.contains("<w:num w:numId=\"3\">") && numbering.contains("<w:startOverride w:val=\"1\"/>")
    );
}

#[test]
fn a_country_heads_all_that_are_in_it() {
    let signatories = [
        Signatory {
            scope: Some(Scope::National),
            state: Some("WI".to_owned()),
            ..in_country("Ash", "US")
        },
        in_country("Birke", "Germany"),
        in_country("Cedar", "USA"),
        organization("Dogwood"),
    ];
    let options = BlockOptions {
        group: GroupBy::Country,
        ..BlockOptions::default()
    };
    assert_eq!(
        outline(&signatories, &options),
        ["# Germany", "Birke", "# US", "Ash", "Cedar", "# Other", "Dogwood"]
    );
}

#[test]
fn one_group_stands_alone_and_is_found_by_any_grouping() {
    let signatories = [
        in_state("Ash", "WI"),
        in_state("Birch", "IL"),
        in_country("Cedro", "Chile"),
    ];
    let only = |name: &str| {
        let options = BlockOptions {
            only_group: Some(name.to_owned()),
            counts: true,
            ..BlockOptions::default()
        };
        text_of(&signatories, &options)
    };
    assert_eq!(only("wisconsin"), "1 organization\n\nAsh");
    assert_eq!(only("Chile"), "1 organization\n\nCedro");
    assert_eq!(only("Nowhere"), "");
    let names = group_names(&signatories, &BlockOptions::default(), &english);
    assert!(
        names.contains(&"Illinois".to_owned()) && names.contains(&"Chile".to_owned()),
        "{names:?}"
    );
}

#[test]
fn the_organization_stands_first_in_bold_with_its_signer_below() {
    let options = BlockOptions {
        entry: EntryForm::OrganizationFirst,
        ..BlockOptions::default()
    };
    let block = arranged(
        &[
            signed("Ash", "Rosa Pine", "Director"),
            person("Lee Marsh", "Dean", "Elm University"),
        ],
        &options,
    );
    assert_eq!(
        text::render(&block),
        "Ash\nRosa Pine, Director\n\nLee Marsh, Dean\nElm University (for identification purposes only)"
    );
    assert!(html::render(&block).contains("<strong>Ash</strong><br>Rosa Pine, Director"));
    assert!(markdown::render(&block).starts_with("**Ash**\\\nRosa Pine, Director"));
    assert!(latex::render(&block).contains("\\textbf{Ash}\\\\*\nRosa Pine, Director"));
    assert!(rtf::render(&block).contains("{\\b Ash}\\line Rosa Pine, Director"));
    let document = new_documents::part(&docx::render(&block).unwrap(), "word/document.xml");
    assert!(
        document.contains("<w:r><w:rPr><w:b/><w:bCs/></w:rPr><w:t xml:space=\"preserve\">Ash</w:t></w:r>")
    );
}

#[test]
fn signer_and_place_stand_together() {
    let ash = Signatory {
        place: Some("Madison, WI".to_owned()),
        country: Some("US".to_owned()),
        ..signed("Ash", "Rosa Pine", "Director")
    };
    let with = |whereabouts| {
        let options = BlockOptions {
            entry: EntryForm::Signer,
            whereabouts,
            ..BlockOptions::default()
        };
        text_of(std::slice::from_ref(&ash), &options)
    };
    assert_eq!(with(Whereabouts::Auto), "Rosa Pine, Director, Ash");
    assert_eq!(with(Whereabouts::Place), "Rosa Pine, Director, Ash, Madison, WI");
    assert_eq!(with(Whereabouts::Country), "Rosa Pine, Director, Ash, US");
    assert_eq!(
        with(Whereabouts::All),
        "Rosa Pine, Director, Ash, Madison, WI, US"
    );
}

#[test]
fn signs_between_names_make_no_sentence() {
    for (separator, sign) in [
        (Separator::Dash, " – "),
        (Separator::Bullet, " • "),
        (Separator::Slash, " / "),
    ] {
        let options = BlockOptions {
            layout: Layout::Prose,
            separator,
            limit: Some(2),
            ..BlockOptions::default()
        };
        assert_eq!(
            text_of(&named(&["Ash", "Birch, Inc.", "Cedar"]), &options),
            format!("Ash{sign}Birch, Inc.{sign}1 other")
        );
    }
}

#[test]
fn lists_stand_in_columns_with_their_marks() {
    let options = BlockOptions {
        layout: Layout::Numbered,
        list_columns: 2,
        ..BlockOptions::default()
    };
    let block = arranged(&named(&["Ash", "Birch", "Cedar"]), &options);
    assert_eq!(text::render(&block), "1. Ash     3. Cedar\n2. Birch");
    assert!(html::render(&block).contains("<ol start=\"3\">\n<li>Cedar</li>"));
    assert!(
        latex::render(&block).contains("\\begin{multicols}{2}")
            && latex::render(&block).contains("\\begin{enumerate}")
    );
    assert!(rtf::render(&block).contains("\\cols2"));
    let document = new_documents::part(&docx::render(&block).unwrap(), "word/document.xml");
    assert!(
        document.contains("<w:cols w:num=\"2\"") && document.contains("ListNumber"),
        "{document}"
    );
}

#[test]
fn marks_stand_behind_the_names_that_bear_them_and_say_below_what_they_mean() {
    let mark = |mark: &str, note: &str, names: &[&str]| NameMark {
        mark: mark.to_owned(),
        note: note.to_owned(),
        names: names.iter().map(|name| (*name).to_owned()).collect(),
    };
    let options = BlockOptions {
        marks: vec![
            mark("†", "In consultative status.", &["ash", "Cédar"]),
            mark("‡", "Not here.", &["Elm"]),
        ],
        ..BlockOptions::default()
    };
    assert_eq!(
        text_of(&named(&["Ash", "Birch", "Cedar"]), &options),
        "Ash†\nBirch\nCedar†\n\n† In consultative status."
    );
}

#[test]
fn the_note_about_affiliations_can_stand_under_its_heading() {
    let options = BlockOptions {
        individuals: Individuals::Apart,
        affiliation: Affiliation::Comma,
        identification: Identification::Heading,
        ..BlockOptions::default()
    };
    let signatories = [organization("Ash"), person("Lee Marsh", "Dean", "Elm University")];
    assert_eq!(
        text_of(&signatories, &options),
        "Ash\n\nIndividuals\nOrganization listed for identification purposes only.\nLee Marsh, Elm University"
    );
}

#[test]
fn a_web_site_stands_behind_the_name_and_nothing_else_does() {
    let with = |website: &str| Signatory {
        website: Some(website.to_owned()),
        ..organization("Ash")
    };
    let options = BlockOptions {
        links: true,
        ..BlockOptions::default()
    };
    let html = |website: &str| html::render(&arranged(&[with(website)], &options));
    assert!(html("ash.example.org").contains("<a href=\"https://ash.example.org\">Ash</a>"));
    assert!(
        html("http://ash.example.org/?a=1&b")
            .contains("<a href=\"http://ash.example.org/?a=1&amp;b\">Ash</a>")
    );
    for website in [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "ash",
        "a@example.org",
        "https://a.example\" onclick=\"x",
        "https://a.example\\b",
    ] {
        assert!(!html(website).contains("<a "), "{website}");
    }
    let block = arranged(&[with("ash.example.org/a(b)")], &options);
    assert_eq!(markdown::render(&block), "[Ash](<https://ash.example.org/a(b)>)");
    let document = new_documents::part(&docx::render(&block).unwrap(), "word/document.xml");
    assert!(
        document.contains("<w:fldSimple w:instr=\" HYPERLINK &quot;https://ash.example.org/a(b)&quot; \">")
    );
    let plain = arranged(&[with("ash.example.org")], &BlockOptions::default());
    assert!(!html::render(&plain).contains("<a "), "only where asked for");
}

#[test]
fn a_line_to_sign_on_stands_above_each_entry() {
    let options = BlockOptions {
        layout: Layout::Wet,
        ..BlockOptions::default()
    };
    let text = text_of(
        &[signed("Ash", "Rosa Pine", "Director"), organization("Birch")],
        &options,
    );
    let lines: Vec<&str> = text.lines().collect();
    assert!(
        lines[0].starts_with("____") && lines[0].contains("  Date: ____"),
        "{text}"
    );
    assert_eq!(lines[1..5], ["Rosa Pine", "Director", "Ash", ""]);
    assert_eq!(lines[6], "Birch");
}

#[test]
fn a_name_in_another_language_stands_in_its_place_or_beside_it() {
    let ash = Signatory {
        translation: Some("Fresno".to_owned()),
        ..organization("Ash")
    };
    let with = |translations| {
        let options = BlockOptions {
            translations,
            ..BlockOptions::default()
        };
        text_of(&[ash.clone(), organization("Birch")], &options)
    };
    assert_eq!(with(Translations::None), "Ash\nBirch");
    assert_eq!(with(Translations::Instead), "Fresno\nBirch");
    assert_eq!(with(Translations::Beside), "Ash (Fresno)\nBirch");
}

#[test]
fn a_quotation_mark_is_no_place_in_the_alphabet() {
    assert_eq!(
        text_of(
            &named(&["“Birch” Coalition", "Cedar", "(Ash) Group", "¡Dogwood!", "«Elm»"]),
            &BlockOptions::default()
        ),
        "(Ash) Group\n“Birch” Coalition\nCedar\n¡Dogwood!\n«Elm»"
    );
}

#[test]
fn long_columns_in_html_have_rows_that_stay_whole() {
    let names: Vec<String> = (0..300)
        .map(|number| format!("Organization {number:03}"))
        .collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let options = BlockOptions {
        layout: Layout::Columns,
        ..BlockOptions::default()
    };
    let html = html::render(&arranged(&named(&names), &options));
    assert_eq!(
        html.matches("<tr style=\"break-inside:avoid\">").count(),
        7,
        "48 names a row"
    );
    let at = |name: &str| html.find(name).unwrap();
    assert!(
        at("Organization 047") < at("Organization 048"),
        "the order is that of the names"
    );
    assert_eq!(html.matches("<td ").count(), 14);
}

#[test]
fn printed_html_has_columns_of_the_browser_and_tears_no_entry() {
    let html = |layout, columns| {
        let options = BlockOptions {
            layout,
            columns,
            list_columns: columns,
            ..BlockOptions::default()
        };
        html::render(&arranged(&named(&["Ash", "Birch", "Cedar"]), &options))
    };
    for (layout, columns) in [(Layout::Columns, 2), (Layout::Numbered, 3), (Layout::Bullets, 4)] {
        let html = html(layout, columns);
        let class = format!("signatories-{columns}-columns");
        assert!(html.contains(&format!("<table class=\"{class}\" ")), "{html}");
        let (style, rest) = html.split_once("</style>").unwrap();
        // Paste targets read no rules for print: there the table stays one.
        let (_, rules) = style.split_once("<style>@media print{\n").unwrap();
        assert!(!rest.contains("<style"), "{html}");
        for rule in [
            format!(".{class}{{display:block;columns:{columns};column-gap:0;break-before:avoid}}"),
            format!(".{class} :is(tbody,tr,td){{display:contents}}"),
            ".signatories :is(p[style],li,tr){break-inside:avoid}".to_owned(),
        ] {
            assert!(rules.contains(&rule), "{rule} in {rules}");
        }
    }
    assert!(!html(Layout::Lines, 2).contains("display:contents"));
    assert!(
        !html(Layout::Prose, 2).contains("<style"),
        "a sentence of many names goes on over pages"
    );
}

#[test]
fn a_style_of_an_earlier_version_still_reads() {
    let options: BlockOptions = serde_json::from_str(r#"{"layout":"columns","columns":3}"#).unwrap();
    assert_eq!((options.column_count(), options.list_columns), (3, 1));
    let block: SignatoryBlock = serde_json::from_str(
        r#"{"options":{},"intro":"","summary":null,"groups":[{"heading":null,"count":1,"entries":[{"signOn":null,"parts":[],
        "after":"","unwritten":false,"late":false,"lead":false,"individual":false}],"stop":""}],"others":null,"note":null,
        "outro":"","table":[],"total":1,"individuals":0,"unwritten":0,"unwrittenLeftOut":0}"#,
    )
    .unwrap();
    assert_eq!((block.states, block.total), (0, 1));
}
