use super::*;

#[test]
fn headings_are_known_in_both_languages_with_and_without_accents() {
    for (heading, field) in [
        ("Organization", Field::Organization),
        ("ORGANIZACIÓN", Field::Organization),
        ("Nombre de la organizacion", Field::Organization),
        ("organization_name", Field::Organization),
        ("Organization 1 - Name", Field::Organization),
        ("OrganizationName", Field::Organization),
        ("Company", Field::Organization),
        ("Organization 1 - Title", Field::Title),
        ("Correo electrónico", Field::Email),
        ("E-mail 2 - Value", Field::Email),
        ("E-mail Address", Field::Email),
        ("Email Address *", Field::Email),
        ("Teléfono", Field::Phone),
        ("Business Phone 2", Field::Phone),
        ("Marca temporal", Field::Timestamp),
        ("Cargo", Field::Title),
        ("País", Field::Country),
        ("Business Country/Region", Field::Country),
        ("Nombre y apellidos", Field::FullName),
        ("What is the full name of your organization?", Field::Organization),
        (
            "How should your organization's name appear on the letter?",
            Field::PrintsAs,
        ),
        (
            "Name of the person signing for your organization",
            Field::FullName,
        ),
        ("Your title at the organization", Field::Title),
        ("Will your organization sign on to the letter?", Field::Consent),
        ("¿Desea su organización firmar la carta?", Field::Consent),
        (
            "¿Cómo debe aparecer el nombre de su organización?",
            Field::PrintsAs,
        ),
        ("Anything else we should know?", Field::Note),
        ("Organization (as it is registered)", Field::Organization),
        ("City and State", Field::Place),
    ] {
        assert!(
            matches!(meaning(heading), Some(Meaning::Field(of, _)) if of == field),
            "{heading}: {:?}",
            meaning(heading)
        );
    }
}

#[test]
fn what_an_export_has_besides_is_known_and_left_aside() {
    for heading in [
        "Phone 1 - Type",
        "Given Name Yomi",
        "Phonetic First Name",
        "Home Fax",
        "Group Membership",
        "Address 2 - Extended Address",
    ] {
        assert_eq!(meaning(heading), Some(Meaning::Aside), "{heading}");
    }
    assert_eq!(meaning("Favourite colour"), None);
}

#[test]
fn no_heading_is_listed_with_two_meanings() {
    let mut all: Vec<&str> = WHOLE
        .iter()
        .chain(SCRIPTS)
        .flat_map(|(_, _, ways)| ways.split('|'))
        .chain(ASIDE.split('|'))
        .map(str::trim)
        .collect();
    all.sort_unstable();
    let twice: Vec<&[&str]> = all.windows(2).filter(|pair| pair[0] == pair[1]).collect();
    assert!(twice.is_empty(), "{twice:?}");
    for way in all {
        assert_eq!(plain(way), way, "is never asked for");
    }
}

#[test]
fn names_are_no_headings() {
    for cell in [
        "Casa Luz",
        "Madison Teachers Inc.",
        "Organization of American Historians",
        "Alliance for Youth Organizing, Ohio",
        "State Innovation Exchange",
    ] {
        assert!(!is_heading(cell), "{cell}");
    }
}

#[test]
fn a_heading_in_one_of_several_languages_is_known_by_the_rest_of_it() {
    assert_eq!(in_a_language("role_en"), Some((0, "role".to_owned())));
    assert_eq!(in_a_language("Nombre (ES)"), Some((1, "nombre".to_owned())));
    assert_eq!(in_a_language("latin_name"), Some((0, "name".to_owned())));
    assert_eq!(in_a_language("arabic_name").map(|(rank, _)| rank), Some(10));
    // What only looks like one.
    for heading in ["date", "party_code", "Estado de", "name"] {
        assert_eq!(in_a_language(heading), None, "{heading}");
    }
}

#[test]
fn institutes_towns_and_pictures_are_known_and_a_target_group_is_no_group() {
    for (heading, field) in [
        ("institute", Some(Field::Organization)),
        ("comune", Some(Field::City)),
        ("regione", Some(Field::State)),
        ("role_en", Some(Field::Title)),
    ] {
        let found = match meaning(heading) {
            Some(Meaning::Field(field, _)) => Some(field),
            _ => None,
        };
        assert_eq!(found, field, "{heading}");
    }
    for heading in ["logo", "target_group", "slug"] {
        assert_eq!(meaning(heading), Some(Meaning::Aside), "{heading}");
    }
}
