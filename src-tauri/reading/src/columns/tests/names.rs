//! Whose names a column holds, where its heading alone does not say so.

use super::super::By;
use super::{Field, fields_of, guess};

#[test]
fn people_below_title_beside_what_they_are_are_people() {
    assert_eq!(
        fields_of("kind,title,url\nresearcher,Ana Mora,https://a.example/1\nresearcher,Paul Lund,https://b.example/2\nvolunteer,Julia Fox,https://c.example/3\n").0,
        ["kind", "full-name", "website"]
    );
}

#[test]
fn sorts_of_bodies_above_their_names_are_organizations() {
    for csv in [
        "Club,City,Contact\nHarbour Rowers,Leeds,Anna Berg\nMoor Ramblers,York,Julia Fox\n",
        "Peña,Localidad,Presidente\nPeña Los Robles,Soria,Ana Gil\nPeña El Molino,Burgos,Luis Prado\n",
        "Pfarrei,Ort,Pfarrer\nSt. Martin,Köln,Ernst Weiß\nHeilig Geist,Bonn,Jürgen Möller\n",
    ] {
        assert_eq!(fields_of(csv).0, ["organization", "city", "full-name"], "{csv}");
    }
}

#[test]
fn payments_are_of_those_who_paid() {
    assert_eq!(
        fields_of(
            "Name,Type,Status,Currency,Gross,From Email Address,To Email Address,Item Title\n\
             Iris Vane,Payment,Completed,USD,25.00,iris@vane.example,dues@moor.example,Annual dues\n\
             Bo Lind,Payment,Completed,USD,25.00,bo@lind.example,dues@moor.example,Annual dues\n"
        )
        .0,
        ["full-name", "", "", "", "", "email", "", ""]
    );
    // Whoever pays for another is not the member.
    assert_eq!(
        fields_of(
            "Statut de la commande,Nom adhérent,Prénom adhérent,Nom payeur,Prénom payeur,Montant tarif\n\
             Validé,Morel,Jeanne,Morel,Jeanne,\"10,00\"\nValidé,Dubois,Claire,Dubois,Henri,\"15,00\"\n"
        )
        .0,
        ["", "last-name", "first-name", "", "", ""]
    );
}

#[test]
fn names_with_the_surname_first_are_told_below_any_heading() {
    assert_eq!(
        fields_of(
            "Wer,Was\n\"Möller, Hans\",Tischler\n\"Schulz, Petra\",Lehrerin\n\"Bauer, Karl\",Landwirt\n"
        )
        .0,
        ["full-name", ""]
    );
    let table = crate::csv::read_text(
        "Blatt,Zeichen\n\"Vane, Iris\",iris@vane.example\n\"Lund, Paul\",paul@lund.example\n\"Gil, Ana\",ana@gil.example\n",
        Some(','),
    );
    let mapping = guess(&table.unwrap().table);
    let first = mapping.columns.first().map(|column| (column.field, column.by));
    assert_eq!(first, Some((Field::FullName, By::Content)));
}

#[test]
fn a_name_beside_the_surname_of_the_same_person_is_the_given_one() {
    assert_eq!(
        fields_of("Entidad,,Persona de contacto,,\nNombre,Municipio,Nombre,Apellidos,Correo\nCasa Luz,Soria,Ana,Mora,ana@luz.example\nRed del Río,Burgos,Luis,Prado,luis@rio.example\n").0,
        ["organization", "city", "first-name", "last-name", "email"]
    );
}

#[test]
fn groups_beside_an_affiliation_sort_people() {
    assert_eq!(
        fields_of(
            "Nom,Affiliation,Role,Groupes\nAnna Berg,Université du Port,Directrice,Direction;A3;Comité scientifique\n\
             Paul Lund,Université du Val,Codirecteur,Direction;A1\nJulia Fox,Université du Val,,Comité aviseur\n"
        )
        .0,
        ["full-name", "organization", "title", "tag"]
    );
}

#[test]
fn universities_below_department_are_the_organizations() {
    let mut csv = "nombre\tdepartamento\tuniversidad\n".to_owned();
    for (name, university, part) in [
        ("Ana Mora", "Universidad del Puerto", "Historia"),
        ("Luis Prado", "Universidad del Valle", "Sociología"),
        ("Rosa Vidal", "Universitat del Mar", "Derecho"),
        ("Paul Lund", "Universidad del Puerto", "Filosofía"),
        ("Eva Sol", "Universidad del Valle", "Historia"),
    ] {
        csv.push_str(&format!("{name}\t{university}\t{part}\n"));
    }
    assert_eq!(
        fields_of(&csv.replace('\t', ",")).0,
        ["full-name", "organization", "note"]
    );
}

#[test]
fn a_form_that_asks_for_a_sex_is_answered_by_people() {
    assert_eq!(
        fields_of("Timestamp,Name,Email,Gender (optional)\n2026/09/23 5:25:16 PM,K,k@post.example,Woman\n2026/09/23 5:26:16 PM,L,l@post.example,Man\n").0,
        ["timestamp", "full-name", "email", ""]
    );
}

#[test]
fn birthdays_are_no_moments_of_an_answer_and_who_signs_is_a_person() {
    assert_eq!(
        fields_of("Anna Berg,14/03/1961,anna@berg.example\nPaul Lund,02/11/1975,paul@lund.example\nJulia Fox,23/07/1988,julia@fox.example\n").0,
        ["full-name", "", "email"]
    );
    assert_eq!(
        fields_of("Group name,Who signs for it?\nMoor Trust,Iris Vane\nCasa Luz,Ana Mora\n").0,
        ["organization", "full-name"]
    );
}

#[test]
fn names_in_capitals_and_those_who_have_a_trade_are_people() {
    assert_eq!(
        fields_of("name,role\nANNA BERG,MINISTER OF THE SEA\nDR. PAUL LUND,RECTOR OF THE PORT\nJULIA FOX,NaN\nPETER STONE,CHAIR OF THE BOARD\n").0,
        ["full-name", "title"]
    );
    assert_eq!(
        fields_of(
            "nom,profession,ville,telephone\nKOUASSI Aya Ruth,médecin,Nongo,623583370\nSENI H.S. Tola,pharmacien,Taouyah,629656081\nDOSSOU Codjo,infirmier,Nongo,629371213\n"
        )
        .0[0],
        "full-name"
    );
}

#[test]
fn whom_somebody_speaks_for_is_an_organization_and_who_holds_an_office_a_person() {
    assert_eq!(
        fields_of("Attendee,On behalf of,E-mail address\nIris Vane,Moor Trust,iris@moor.example\nPaul Lund,Port Union,paul@port.example\n").0,
        ["full-name", "organization", "email"]
    );
    assert_eq!(
        fields_of("Nombre de quien asiste,En representación de,Teléfono\nAna Mora,Casa Luz,951 555 0101\nLuis Prado,Red del Río,951 555 0102\n").0,
        ["full-name", "organization", "phone"]
    );
    assert_eq!(
        fields_of("Local,Office held,Officer\nAFT Local 212,President,Anna Berg\nAFT Local 212,Treasurer,Paul Lund\nIBEW 494,President,Julia Fox\n").0,
        ["organization", "title", "full-name"]
    );
    assert_eq!(
        fields_of("Household,Member 1,Member 2,Town\nVane/Keogh,Iris Vane,Paul Keogh,Madison\nLind,Bo Lind,,Madison\nGil/Mora,Ana Gil,Eva Mora,Racine\n").0,
        ["", "full-name", "full-name", "city"]
    );
}

#[test]
fn marks_for_several_letters_are_no_consent_to_one() {
    assert_eq!(
        fields_of("Group,Clean water letter,Budget letter\nMoor Trust,X,\nCasa Luz,,X\nPort Union,X,X\n").0,
        ["organization", "", ""]
    );
}

#[test]
fn people_of_whom_some_stand_for_themselves_are_a_table_of_people() {
    use crate::source::{Opened, ReadOptions, Source, Suggestion};
    let csv = "Nombre de quien asiste,En representación de\nAna Mora,Casa Luz\nLuis Prado,Red del Río\nRosa Vidal,A título personal\n";
    let opened = Source::open("rows.csv", csv.into(), None, ReadOptions::default());
    let Ok(Opened::Table(source)) = opened else {
        panic!("no table")
    };
    assert_eq!(source.suggests(), Suggestion::People);
}
