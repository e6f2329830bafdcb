//! What each format looks like, as snapshots: one letter with everything that needs care, in every layout. Word
//! documents have theirs in `new_documents.rs`, workbooks in `workbooks.rs`.

use super::*;

/// Names that every format has to escape somewhere, an RTL one, a wide one, and one too long for a column.
pub(super) fn awkward() -> Vec<Signatory> {
    let mut signatories = named(&[
        "Smith & Sons <Workers>",
        "The “Elm” Project_One, Inc.",
        "1. Mai Komitee *Berlin*",
        "=SUM(A1) Society",
        "C:\\Temp {50% off} #1 ~ ^ $5",
        "عدالة",
        "東京の会",
        "Intercommunal Riverbend Neighborhood Federation of Tenants and Small Farmers",
    ]);
    signatories[0].lead = true;
    signatories[0].signer = Some("Ana Rosa".into());
    signatories[0].title = Some("Director".into());
    signatories[1].late = true;
    signatories.push(person("Lee Marsh", "Dean", "Elm University"));
    signatories
}

pub(super) fn everything(layout: Layout) -> SignatoryBlock {
    let options = BlockOptions {
        layout,
        columns: 3,
        order: Order::Entered,
        late_heading: true,
        counts: true,
        entry: EntryForm::Signer,
        identification: Identification::Footnote,
        intro: "Sincerely,\nthe undersigned:".into(),
        outro: "Contact: a_b@elm.example".into(),
        ..BlockOptions::default()
    };
    arranged(&awkward(), &options)
}

/// The block in one text format, layout after layout.
fn assert_as_before(format: Format) {
    let layouts: Vec<String> = Layout::ALL
        .iter()
        .map(|layout| {
            let text = render_text(&everything(*layout), format).unwrap();
            format!("########## {layout} ##########\n{text}")
        })
        .collect();
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(format!("every_layout_as_{format}"), layouts.join("\n\n"));
    });
}

#[test]
fn every_layout_as_text() {
    assert_as_before(Format::Text);
}

#[test]
fn every_layout_as_html() {
    assert_as_before(Format::Html);
}

#[test]
fn every_layout_as_markdown() {
    assert_as_before(Format::Markdown);
}

#[test]
fn every_layout_as_latex() {
    assert_as_before(Format::Latex);
}

#[test]
fn every_layout_as_rtf() {
    assert_as_before(Format::Rtf);
}

#[test]
fn csv_rows() {
    insta::assert_snapshot!(csv::render(&everything(Layout::Lines)), @r#"
    Group,Signatory,Signed by,Title,Affiliation
    ,Smith & Sons <Workers>,Ana Rosa,Director,
    ,Lee Marsh,,Dean,Elm University*
    ,1. Mai Komitee *Berlin*,,,
    ,'=SUM(A1) Society,,,
    ,C:\Temp {50% off} #1 ~ ^ $5,,,
    ,عدالة,,,
    ,東京の会,,,
    ,Intercommunal Riverbend Neighborhood Federation of Tenants and Small Farmers,,,
    Added after delivery,"The “Elm” Project_One, Inc.",,,
    "#);
}

#[test]
fn the_wisconsin_letter_in_two_columns() {
    let options = BlockOptions {
        layout: Layout::Columns,
        intro: "Sincerely,".into(),
        ..BlockOptions::default()
    };
    insta::assert_snapshot!(text_of(&wisconsin(), &options), @r"
    Sincerely,

    ACLU of Wisconsin                        Milwaukee Turners
    Black Leaders Organizing for             Mothers for Justice United
      Communities (BLOC)                     National Association for the
    Brown Berets                               Advancement of Colored People (NAACP)
    DSA                                        - Milwaukee Branch
    First Unitarian Society - Madison -      National Association of Social Workers,
      Justice Ministry                         Wisconsin Chapter
    Hanan Refugees Relief Group              National Lawyers’ Guild Madison Chapter
    Hmong American Women’s Association,      National Lawyers’ Guild Milwaukee
      Inc.                                     Chapter
    Kids Forward                             RidRacism Milwaukee
    League of United Latin American          Task Force on Criminal Justice Reform
      Citizens - WI                          Voces de la Frontera
    League of Women Voters of Wisconsin      Wisconsin Faith Voices for Justice
    Lutheran Office for Public Policy in     Wisconsin Justice Initiative
      Wisconsin                              Wisconsin Network for Peace and Justice
    Milwaukee Action Intersection            WISDOM
    Milwaukee County Human Rights
      Commission
    ");
}

#[test]
fn text_formats_end_in_exactly_one_newline() {
    for layout in Layout::ALL {
        for format in [
            Format::Text,
            Format::Html,
            Format::Markdown,
            Format::Latex,
            Format::Rtf,
            Format::Csv,
        ] {
            let bytes = render(&everything(*layout), format).unwrap();
            assert!(
                bytes.ends_with(b"\n") && !bytes.ends_with(b"\n\n"),
                "{layout} {format}"
            );
        }
    }
}

#[test]
fn no_line_of_text_ends_in_a_space() {
    for layout in Layout::ALL {
        let text = text::render(&everything(*layout));
        assert!(text.lines().all(|line| line.trim_end() == line), "{text}");
    }
}
