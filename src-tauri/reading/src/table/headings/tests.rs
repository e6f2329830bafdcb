#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::*;
use crate::columns::{Field, guess};
use crate::csv::read_text;
use crate::problem::ProblemReason;

/// What the columns of a CSV are for, and its first cells as they are read.
fn read(csv: &str) -> (Table, Vec<&'static str>, Vec<String>) {
    let table = read_text(csv, Some(',')).unwrap().table;
    let mapping = guess(&table);
    let mut fields: Vec<&str> = mapping.columns.iter().map(|column| column.field.word()).collect();
    fields.dedup();
    let organization = mapping.column(Field::Organization).unwrap_or(0);
    let names = table
        .records()
        .map(|row| row.cell(organization).to_owned())
        .collect();
    (table, fields, names)
}

#[test]
fn one_cell_that_looks_like_data_does_not_make_a_row_of_headings_data() {
    for heading in [
        "Group,Contact person,Email,I certify that I have authority to sign",
        "Group,Contact person,Email,2019",
        "Group,Contact person,Email,10/3/2024",
        "Grupo,Contacto,Correo,Confirmo que puedo firmar por mi organización",
        "Organization,Name,Email,X",
        "Organization,Email,Email,Notes,Notes",
        "sponsor,Group,ward_name,ward_code,rep_party",
    ] {
        let rows = "Elm League,Bo Lind,bo@elm.example,yes\nPort Workers,Cy Bay,cy@port.example,\n";
        let (table, ..) = read(&format!("{heading}\n{rows}"));
        assert_eq!((table.header(), table.count_records()), (Some(0), 2), "{heading}");
    }
}

#[test]
fn rows_of_data_are_no_headings_because_a_word_in_them_is_one() {
    for csv in [
        "Iris Vane,Representative,iris@moor.example\nBo Lind,Representative,bo@elm.example\n",
        "Casa Luz,Church,Madison,WI\nElm League,Union,Leeds,WI\n",
        "Casa Luz,a@luz.example,Contact\nMoor,b@moor.example,Contact\n",
    ] {
        assert_eq!(read(csv).0.header(), None, "{csv}");
    }
}

#[test]
fn two_and_three_rows_of_headings_are_read_as_one() {
    let (table, fields, names) = read(
        "Respondent ID,Collector ID,What is your organization called?,Who signs?,,,Does your group endorse the letter?,\n\
         ,,Open-Ended Response,Full Name,Role,E-mail,Response,Other (please specify)\n\
         118000000001,4460001,Elm League,Bo Lind,Chair,bo@elm.example,Yes,\n",
    );
    assert_eq!(
        (table.header(), table.first_heading(), names),
        (Some(1), Some(0), vec!["Elm League".to_owned()])
    );
    for field in ["organization", "full-name", "title", "email", "consent"] {
        assert!(fields.contains(&field), "{field} of {fields:?}");
    }
    let (table, fields, _) = read(
        "Membership list,,,,\nOrganization,First contact,,Second contact,\n,Name,Email,Name,Email\n\
         Elm League,Bo Lind,bo@elm.example,Cy Bay,cy@elm.example\nPort,Di Lee,di@port.example,,\n",
    );
    assert_eq!(
        (table.count_records(), table.headings()[4]),
        (2, "Second contact › Email")
    );
    assert!(fields.contains(&"full-name") && fields.contains(&"email"));
}

#[test]
fn a_title_and_a_word_above_are_no_headings_and_the_headings_below_are_found() {
    let (table, _, names) = read(
        "Sign-ons to the water letter,,\nas of,5/1/2026,\n,,\nOrganisation,Ansprechpartner,E-Mail\nElm League,Bo Lind,bo@elm.example\n",
    );
    assert_eq!((table.header(), names.len()), (Some(2), 1));
}

#[test]
fn what_a_program_tells_of_its_own_report_is_no_table() {
    let (table, fields, names) = read(
        "Attendee Report,,,,,,,\nTopic,Webinar ID,Start Time,Registered,Cancelled,,,\nClean water,812 345,2026-03-04 17:58,14,1,,,\n\
         Attendee Details,,,,,,,\nAttended,First Name,Last Name,Email,City,Join Time,Organization,Job Title\n\
         Yes,Iris,Vane,iris@moor.example,Madison,2026-03-04 18:00,Moor Trust,Director\nNo,Paul,Keogh,paul@port.example,Leeds,--,Port Union,\n",
    );
    assert_eq!(
        (table.header(), names),
        (Some(4), vec!["Moor Trust".to_owned(), "Port Union".to_owned()])
    );
    assert!(
        fields.contains(&"first-name") && fields.contains(&"email"),
        "{fields:?}"
    );
}

#[test]
fn headings_once_more_sums_and_remarks_are_no_records_and_are_told() {
    let (table, _, names) = read(
        "Organization,Contact,Email\nElm League,Bo Lind,bo@elm.example\nOrganization,Contact,Email\nPort Workers,Cy Bay,cy@port.example\n\
         Total,2,\nSource: answers to the form of May,,\n",
    );
    assert_eq!(names, ["Elm League", "Port Workers"]);
    let told: Vec<(u32, ProblemReason)> = table
        .asides()
        .map(|problem| (problem.row, problem.reason))
        .collect();
    assert_eq!(
        told,
        [
            (3, ProblemReason::HeadingAgain),
            (5, ProblemReason::Total),
            (6, ProblemReason::Remark)
        ]
    );
}

#[test]
fn sums_in_words_are_no_records_and_names_that_begin_like_them_are() {
    for sum in [
        "TOTAL IN: 1,,",
        "Total: 26,,",
        "Count,2,",
        "Subtotal,,2",
        "Summe,,2",
        "Total général,2,",
        "Total signed on,3 yes,2",
        "Number of organizations: 2,,",
    ] {
        let (table, _, names) = read(&format!(
            "Organization,Contact,Email\nElm League,Bo Lind,bo@elm.example\nPort Workers,Cy Bay,cy@port.example\n{sum}\n"
        ));
        assert_eq!(names, ["Elm League", "Port Workers"], "{sum}");
        assert_eq!(
            table.asides().map(|problem| problem.reason).collect::<Vec<_>>(),
            [ProblemReason::Total],
            "{sum}"
        );
    }
    let (_, _, names) = read(
        "Organization,Contact,Zip\nTotal Wellness Center,Bo Lind,53703\nSuma Foundation,,53704\nTotal Action,,\n",
    );
    assert_eq!(
        names,
        ["Total Wellness Center", "Suma Foundation", "Total Action"]
    );
}

#[test]
fn a_section_gives_its_rows_their_state_or_group() {
    let (table, fields, names) = read(
        "Organization,Contact,Email\nOhio,,\nElm League,Bo Lind,bo@elm.example\nPort Workers,Cy Bay,cy@port.example\nIOWA (1):,,\n\
         Lago Unido,Di Lee,di@lago.example\n",
    );
    assert_eq!(names, ["Elm League", "Port Workers", "Lago Unido"]);
    assert!(fields.contains(&"state"), "{fields:?}");
    let sections: Vec<&str> = table.records().map(|row| row.cell(3)).collect();
    assert_eq!(sections, ["Ohio", "Ohio", "IOWA"]);
}

#[test]
fn an_organization_of_which_only_the_name_is_known_is_no_section() {
    let (_, _, names) = read(
        "Organization,Contact,Email\nElm League,Bo Lind,bo@elm.example\nNAACP,,\nACLU,,\nPort Workers,Cy Bay,cy@port.example\nHarbor House,,\n",
    );
    assert_eq!(names.len(), 5);
}

#[test]
fn what_a_person_says_of_the_headings_is_taken() {
    let (mut table, ..) =
        read("Organization,Contact\nElm League,Bo Lind\nOrganization,Contact\nPort,Cy Bay\n");
    assert_eq!(table.count_records(), 2);
    table.set_header(None);
    assert_eq!(
        (table.count_records(), table.record(2).unwrap().cell(0)),
        (4, "Organization")
    );
}

#[test]
fn what_a_survey_calls_its_columns_is_neither_a_heading_nor_a_record() {
    let csv = "StartDate,Q2,Q7\nStart Date,What is the name of the organisation?,Who may we write to?\n\"{\"\"ImportId\"\":\"\"startDate\"\"}\",\"{\"\"ImportId\"\":\"\"QID4_TEXT\"\"}\",\"{\"\"ImportId\"\":\"\"QID7_TEXT\"\"}\"\n2024-03-01,Elm League,bo@elm.example\n2024-03-02,Port Workers,cy@port.example\n";
    let (table, fields, names) = read(csv);
    assert_eq!(table.count_records(), 2);
    assert!(fields.contains(&"organization"), "{fields:?}");
    assert_eq!(names, ["Elm League", "Port Workers"]);
}

#[test]
fn a_given_name_and_a_family_name_are_known_in_either_order_of_their_words() {
    let (table, fields, _) =
        read("NameGiven,NameFamily,Organization\nBo,Lind,Elm League\nCy,Bay,Port Workers\n");
    assert_eq!((table.header(), table.count_records()), (Some(0), 2));
    assert!(
        fields.contains(&"first-name") && fields.contains(&"last-name"),
        "{fields:?}"
    );
}

#[test]
fn a_row_that_says_how_to_fill_in_the_columns_is_no_record() {
    for row in [
        "(required),(required),(optional)",
        "required,required,optional",
        "e.g. Moor Trust,e.g. Iris Vane,iris@moor.example",
        "Ejemplo: Casa Luz,Ejemplo: Luz,Ejemplo: luz@casa.example",
    ] {
        let (table, _, names) = read(&format!(
            "Organization,Contact,Email\n{row}\nElm League,Bo Lind,bo@elm.example\nPort Workers,Cy Bay,cy@port.example\n"
        ));
        assert_eq!(names, ["Elm League", "Port Workers"], "{row}");
        assert!(
            table
                .asides()
                .any(|problem| problem.reason == ProblemReason::Remark),
            "{row}"
        );
    }
}

#[test]
fn sections_between_lines_are_sections_and_those_that_are_no_places_group() {
    let (table, fields, names) = read(
        "Organization,Contact,City\nIllinois (2),,\nCasa Luz,Luz Ortega,Cicero\nPort Union,Ed Moor,Chicago\n-- Wisconsin --,,\n\
         Moor Trust,Iris Vane,Madison\nElm Church,Dora Finch,Viroqua\nNational organizations,,\nTenants United,Bo Lind,Washington\nTOTAL: 5,,\n",
    );
    assert_eq!(
        names,
        [
            "Casa Luz",
            "Port Union",
            "Moor Trust",
            "Elm Church",
            "Tenants United"
        ]
    );
    assert_eq!(fields, ["organization", "full-name", "city", "state", "tag"]);
    let sections: Vec<(&str, &str)> = table.records().map(|row| (row.cell(3), row.cell(4))).collect();
    assert_eq!(
        sections,
        [
            ("Illinois", ""),
            ("Illinois", ""),
            ("Wisconsin", ""),
            ("Wisconsin", ""),
            ("", "National organizations")
        ]
    );
}

#[test]
fn an_acronym_alone_among_acronyms_heads_no_section() {
    let (table, fields, _) = read(
        "shortName,name\nAGU,Advocacia da União\nCONATRA,\nAJUF,Associação dos Juízes\nAMB,Associação de Magistrados\n",
    );
    assert_eq!((table.count_records(), table.width()), (4, 2));
    assert_eq!(fields, ["alias", "organization"]);
}

#[test]
fn known_headings_in_other_words_are_no_record_and_a_row_with_a_time_is_one() {
    let (table, _, names) = read(
        "Timestamp,Organization,Contact email\n\
         5/1/2026 9:00:00,Elm League,bo@elm.example\n\
         Date,Organization name,Email address\n\
         5/2/2026 9:00:00,Port Workers,cy@port.example\n",
    );
    assert_eq!(names, ["Elm League", "Port Workers"]);
    let asides: Vec<_> = table.asides().map(|aside| (aside.row, aside.reason)).collect();
    assert_eq!(asides, [(3, ProblemReason::HeadingAgain)]);
}
