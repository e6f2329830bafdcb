//! Headings whose parts are each known, and what one column says of another.

use super::super::headings::{Meaning, meaning};
use super::{Field, fields_of};

#[test]
fn headings_are_known_by_their_parts() {
    for (heading, field) in [
        ("Mailing Street", Field::Street),
        ("primary_address1", Field::Street),
        ("can2_user_address", Field::Street),
        ("Name - First", Field::FirstName),
        ("Contact 1 Last", Field::LastName),
        ("Address (City)", Field::City),
        ("Correo electrónico 1: valor", Field::Email),
        ("E-Mail 1 – Wert", Field::Email),
        ("Téléphone 1 – Valeur", Field::Phone),
        ("Privat: PLZ", Field::PostalCode),
        ("POC Email", Field::Email),
        ("Cargo o función", Field::Title),
        ("City / State", Field::Place),
        ("Ciudad y país", Field::Place),
        ("Name, Vorname", Field::FullName),
        ("Person - Name", Field::FullName),
        ("Organization - Name", Field::Organization),
        ("Owner: Full Name", Field::Owner),
        ("point_person_name", Field::Owner),
        ("Parent Org", Field::Parent),
        ("Company Domain", Field::Website),
        ("Name (First)", Field::FirstName),
        ("Contact name: last", Field::LastName),
        ("Estado / municipio", Field::Place),
        ("Domicilio social", Field::Street),
        ("Member Type", Field::Kind),
        ("2nd POC", Field::FullName),
        ("POC #", Field::Phone),
        ("Adress", Field::Street),
        ("Orgnization", Field::Organization),
        ("Emial address", Field::Email),
        ("HubSpot Owner", Field::Owner),
        ("Observ.", Field::Note),
        ("Cel.", Field::Phone),
        ("Apell.", Field::LastName),
        ("¿Su organización se adhiere a la carta?", Field::Consent),
    ] {
        assert!(
            matches!(meaning(heading), Some(Meaning::Field(found, _)) if found == field),
            "{heading}: {:?}",
            meaning(heading)
        );
    }
    for heading in [
        "Phone Extension",
        "recruiter_name",
        "Correo electrónico 1: etiqueta",
        "E-Mail 1 – Label",
        "Tipo de Email",
        "email_opt_in",
        "Attendee #",
        "Contract",
        "Pres.",
        "Phone 1 - Type",
    ] {
        assert!(
            !matches!(meaning(heading), Some(Meaning::Field(..))),
            "{heading}: {:?}",
            meaning(heading)
        );
    }
}

#[test]
fn an_office_above_names_names_people() {
    assert_eq!(
        fields_of(
            "Organization,Executive Director,ED Email,Board Chair,Chair Email,Policy Contact,Policy Email\n\
             Moor Trust,Iris Vane,iris@moor.example,Bo Lind,bo@moor.example,,\n\
             Casa Luz,Luz Ortega,luz@casa.example,,,Ana Gil,ana@casa.example\n"
        )
        .0,
        [
            "organization",
            "full-name",
            "email",
            "full-name",
            "email",
            "full-name",
            "email"
        ]
    );
    // Above other words it is none.
    assert_eq!(
        fields_of("Organization,Director\nMoor Trust,yes\nCasa Luz,no\n").0,
        ["organization", ""]
    );
}

#[test]
fn a_column_that_says_of_each_row_whose_it_is_leaves_the_name_to_both() {
    assert_eq!(
        fields_of(
            "Organization/Individual,Name,Email\nOrganization,Moor Trust,office@moor.example\n\
             Individual,Iris Vane,iris@moor.example\nIndividual,Bo Lind,bo@lind.example\n"
        )
        .0,
        ["signs-as", "organization", "email"]
    );
    assert_eq!(
        fields_of(
            "Who is signing?,Name,Email\nAn organization,Moor Trust,office@moor.example\n\
             An individual,Iris Vane,iris@moor.example\nAn individual,Bo Lind,bo@lind.example\n"
        )
        .0,
        ["signs-as", "organization", "email"]
    );
}

#[test]
fn a_second_column_of_organizations_is_used_where_the_first_says_nothing() {
    let csv = "Contact Type,First Name,Last Name,Organization Name,Current Employer\n\
               Organization,,,Moor Trust,\nIndividual,Iris,Vane,,Moor Trust\nIndividual,Bo,Lind,,Casa Luz\n";
    assert_eq!(
        fields_of(csv).0,
        [
            "signs-as",
            "first-name",
            "last-name",
            "organization",
            "organization"
        ]
    );
    // Where both are filled in one row, only the surer is.
    let csv =
        "First Name,Last Name,Organization,Employer\nIris,Vane,Moor Trust,City Hall\nBo,Lind,,Casa Luz\n";
    assert_eq!(fields_of(csv).0, ["first-name", "last-name", "organization", ""]);
}

#[test]
fn a_question_for_which_one_gives_no_consent() {
    let csv = "Name,Which statement do you agree with most?,Why do you support the letter?\n\
               Iris Vane,Housing should be built everywhere,It matters\nBo Lind,Only along roads,For my family\n";
    let fields = fields_of(csv).0;
    assert!(!fields.iter().any(|field| field == "consent"), "{fields:?}");
}

#[test]
fn a_picture_of_a_signature_is_no_site() {
    let csv = "Organization,Name,Signature\nMoor Trust,Iris Vane,https://forms.example/uploads/a.png\nCasa Luz,Luz Ortega,https://forms.example/uploads/b.png\n";
    assert_eq!(fields_of(csv).0, ["organization", "full-name", ""]);
}

#[test]
fn a_title_names_what_the_rows_are_about_where_nothing_else_does() {
    assert_eq!(
        fields_of("title,website,founded\nElm Trust,elm.example,1901\nPort League,port.example,1905\nAsh Guild,ash.example,1911\n").0,
        ["organization", "website", ""]
    );
    assert_eq!(
        fields_of("title,email\nDirector,a@elm.example\nTreasurer,b@elm.example\nPresident,c@elm.example\n")
            .0,
        ["title", "email"]
    );
}

#[test]
fn forms_and_trackers_in_their_own_words_are_known() {
    assert_eq!(
        fields_of(
            "Org (as it should appear),Point person (ours),Their contact,Member?,Membership level,Membership status\n\
             Moor Trust,Ana,Iris Vane,Yes,Gold,Active\nCasa Luz,Bo,Luz Ortega,No,Silver,Lapsed\n"
        )
        .0,
        ["organization", "owner", "full-name", "tag", "tag", "membership"]
    );
    assert_eq!(
        fields_of(
            "First, what's the name of your organization?|Nice! Who are *you*?\nMoor Trust|Iris Vane\n"
                .replace(',', "")
                .replace('|', ",")
                .as_str()
        )
        .0,
        ["organization", "full-name"]
    );
}

#[test]
fn what_is_none_of_what_its_heading_promises_is_not_taken_for_it() {
    assert_eq!(
        fields_of(
            "Organization,Email kind,Phone line,Site URL kind,Zip area,Source Url\n             Moor Trust,SMTP,landline,Wordpress,north,https://sign.example/a\nCasa Luz,SMTP,landline,none,south,https://sign.example/a\n             Port Union,Exchange,cell,Drupal,south,https://sign.example/a?b=1\n"
        )
        .0,
        ["organization", "", "", "", "", ""]
    );
    assert_eq!(
        fields_of(
            "Organization,Email,Phone,Website,Zip\nMoor Trust,iris@moor.example,608-555-0143 (ask for Iris),moor.example/home,53703\n             Casa Luz,N/A,none,none,N/A\nPort Union,not yet,call the hall,facebook.com/port,35094\n"
        )
        .0,
        ["organization", "email", "phone", "website", "postal-code"]
    );
}

#[test]
fn what_stands_below_headings_in_any_words_is_told_where_it_is_plain_to_see() {
    assert_eq!(
        fields_of(
            "Group,Whom to ask for,Contact,Email,Where they work from,Anything that moved them\n\
             Moor Trust,Director,Iris Vane,iris@moor.example,12 Elm Street,Clean water is what our members have asked for in every meeting since May\n\
             Casa Luz,Executive Director,Ana Mora,ana@luz.example,8 Port Road,The families of our district pay for what a mine has done to the river\n\
             Port Union,President,Bo Lind,bo@port.example,PO Box 12,\"Because nobody else does, and because the hall is closed when it rains too much\"\n"
        )
        .0,
        ["organization", "title", "full-name", "email", "street", "note"]
    );
    // Whose address it is is not known.
    assert_eq!(
        fields_of("First Name,Last Name,Email,Handler\nIris,Vane,iris@moor.example,ana@us.example\nBo,Lind,bo@port.example,ana@us.example\n").0,
        ["first-name", "last-name", "email", ""]
    );
    assert_eq!(
        fields_of("Name (First),Name (Last),Organization\nIris,Vane,Moor Trust\nBo,Lind,Port Union\n").0,
        ["first-name", "last-name", "organization"]
    );
}

#[test]
fn what_is_the_same_in_every_row_without_headings_is_where_all_are() {
    assert_eq!(
        fields_of("Carlos,Arakaki,TIDE BLUE\nMiguel,Gimenez Zapiola,TIDE BLUE\nIvanovich,Juan,TIDE BLUE\nDel Rosso,Marcos,TIDE BLUE\nMartin,Perez,TIDE BLUE\n").0,
        ["first-name", "last-name", "organization"]
    );
}

#[test]
fn names_without_headings_are_told_by_the_addresses_that_are_made_of_them() {
    assert_eq!(
        fields_of(
            "Aakri,Pun,Xavier College,980-555-0143,aakripun1@post.example\nAaram,Acha,Gems Institute,980-555-0144,aaram.acha@post.example\n\
             Aayam,Singh,Kapan School,980-555-0145,aayamsingh7@post.example\nRoja,Lama,Kapan School,980-555-0146,r@post.example\n"
        )
        .0,
        ["first-name", "last-name", "organization", "phone", "email"]
    );
}

#[test]
fn what_a_program_calls_its_columns_states_nothing_and_a_level_is_no_reach() {
    assert_eq!(
        fields_of(
            "first_name,last_name,works_listed,level,univ,post,municipality\nIris,Vane,FALSE,Prof,Harbor University,Director,Leeds\n\
             Bo,Lind,TRUE,Dr,Stone College,President,York\nCy,Bay,FALSE,Prof,Harbor University,Member,York\nDi,Lee,FALSE,NaN,Moor College,Chair,York\n\
             Al,Fox,FALSE,Prof,Harbor University,Member,York\nEd,Ash,TRUE,NaN,Harbor University,Member,York\n"
        )
        .0,
        ["first-name", "last-name", "", "", "organization", "title", "city"]
    );
}

#[test]
fn a_sort_that_says_how_far_something_reaches_is_its_scope() {
    assert_eq!(
        fields_of("Org,Class\nMoor Trust,Local\nCasa Luz,Global\nElm Fund,National\nAsh Guild,Local\n").0,
        ["organization", "scope"]
    );
    assert_eq!(
        fields_of("Org,Class\nMoor Trust,Church\nCasa Luz,Union\nElm Fund,National\nAsh Guild,Church\n").0,
        ["organization", "kind"]
    );
}

#[test]
fn the_page_of_a_person_is_no_website_of_their_organization() {
    let people = |of: &str| {
        format!(
            "First Name,Last Name,URL,Company,Position\nIris,Vane,{of}/iris-vane,Moor Trust,Director\n             Bo,Lind,{of}/bo-lind,Casa Luz,Organizer\nCy,Dorn,{of}/cy-dorn,Elm Fund,Treasurer\n"
        )
    };
    let profiles = fields_of(&people("https://www.linkedin.com/in")).0;
    assert!(!profiles.iter().any(|field| field == "website"), "{profiles:?}");
    let pages = fields_of(&people("https://www.linkedin.com/company")).0;
    assert!(pages.iter().any(|field| field == "website"), "{pages:?}");
}

#[test]
fn groups_and_users_are_told_apart_and_a_bezirk_is_a_district() {
    assert_eq!(
        fields_of("type,name,Bezirk\norg,Moor Trust,9\nuser,Iris Vane,18\nuser,Bo Lind,4\n").0,
        ["signs-as", "organization", "district"]
    );
}

#[test]
fn headings_in_other_scripts_are_known_and_a_file_is_nobody() {
    assert_eq!(
        fields_of("사진,이름,전화번호,소속,비고\nimg/kang.jpg,강하늘,010-555-0101,들꽃모임,\nimg/park.jpg,박바다,010-555-0102,들꽃모임,\n").0,
        ["", "full-name", "phone", "organization", "note"]
    );
    assert_eq!(
        fields_of("Организация,ФИО,Должность,Эл. почта\nФонд Луг,Анна Мор,Директор,anna@lug.example\n").0,
        ["organization", "full-name", "title", "email"]
    );
    assert_eq!(
        fields_of("団体名,担当者,役職,メールアドレス\n草の会,森 花,代表,hana@kusa.example\n").0,
        ["organization", "full-name", "title", "email"]
    );
    assert_eq!(
        fields_of("اسم المنظمة,الاسم الكامل,البريد الإلكتروني\nجمعية المرج,هدى نور,huda@marj.example\n").0,
        ["organization", "full-name", "email"]
    );
}

#[test]
fn a_site_is_taken_before_other_addresses_and_ticks_are_no_tags() {
    let table = crate::csv::read_text(
        "Organization,Website URL,Application URL,Tag 1,Tag 2\nMoor Trust,https://moor.example,https://app.moor.example,0,1\n\
         Casa Luz,https://luz.example,https://app.luz.example,1,1\nElm Fund,https://elm.example,https://app.elm.example,1,0\n",
        Some(','),
    )
    .unwrap()
    .table;
    let mapping = crate::columns::guess(&table);
    assert_eq!(
        mapping.columns_of(Field::Website).first(),
        Some(&1),
        "the site comes first"
    );
    assert!(mapping.columns_of(Field::Tag).is_empty());
}

#[test]
fn what_an_organization_is_called_in_another_language_is_an_alias_and_what_a_person_is_called_is_none() {
    assert_eq!(
        fields_of("name_es,name_en,website\nRed del Prado,Prairie Network,prado.example\nCasa Azul,Blue House,azul.example\n").0,
        ["alias", "organization", "website"]
    );
    let people = fields_of(
        "name_ar,name_en,email\nماريا نور,Maria Morris,maria@marj.example\nآنا عون,Anna Baker,anna@marj.example\nبول صباغ,Paul Turner,paul@marj.example\n",
    )
    .0;
    assert_eq!(people, ["", "full-name", "email"]);
}

#[test]
fn names_of_people_in_a_script_without_letters_that_were_learned_stay_people() {
    let mut text = String::from("이름,전화번호\n");
    let (families, given) = (["강", "박", "김", "이", "최"], ["하늘", "바다", "별님", "구름"]);
    for (at, family) in families.iter().enumerate() {
        for (of, name) in given.iter().enumerate() {
            text.push_str(&format!("{family}{name} 형제,010-555-01{at}{of}\n"));
        }
    }
    assert_eq!(fields_of(&text).0, ["full-name", "phone"]);
}
