//! Finding people: by any part of a name, an address, a telephone, a role.

use super::*;

#[test]
fn a_person_is_found_by_name_surname_email_phone_role_and_tag() {
    let mut desk = Desk::new();
    let mill = desk.organization_with("Mill Street Clinic", |fields| fields.city = "Oakdale".to_owned());
    let ana = desk.person_at(
        "Ana María Quiñones",
        &["ana.q@mill-street.example", "(608) 555-0142"],
        Some(mill),
        "Head nurse",
    );
    let mut fields = PersonFields {
        tags: vec!["bilingual".to_owned()],
        ..PersonFields::default()
    };
    let person = desk.0.get_person(ana).unwrap();
    fields.name = person.name;
    fields.contact_points = person.contact_points;
    fields.affiliations = person
        .affiliations
        .iter()
        .map(|known| AffiliationFields {
            id: Some(known.id),
            organization_id: known.organization.id,
            role: known.role.clone(),
            since: None,
            until: None,
            may_sign: false,
            primary: false,
        })
        .collect();
    desk.0.set_person(ana, &fields, day(1)).unwrap();
    let email = Some("ana.q@mill-street.example".to_owned());
    let phone = Some("(608) 555-0142".to_owned());
    for (query, matched) in [
        ("ana mar", None),
        ("quinones", None),
        ("Quiñones, Ana", None),
        ("nurse", None),
        ("ana.q@mill-street.example", email.clone()),
        ("ana.q@", email.clone()),
        ("mill-street.ex", email),
        ("608 555", phone.clone()),
        ("(608) 555-0142", phone.clone()),
        ("6085550142", phone.clone()),
        ("608.555.0142", phone.clone()),
        ("+1 608 555 0142", phone.clone()),
        ("16085550142", phone.clone()),
        ("5550142", phone.clone()),
        ("0142", phone),
        ("bilingual", Some("bilingual".to_owned())),
    ] {
        assert_eq!(
            desk.matched(query),
            [("Ana María Quiñones".to_owned(), matched)],
            "{query}"
        );
    }
    let hit = desk.0.search("quinones", 5).unwrap().remove(0);
    assert_eq!((hit.kind, hit.id), (HitKind::Person, ana.0));
    assert_eq!(hit.detail, "Head nurse, Mill Street Clinic");
}

#[test]
fn a_person_is_found_by_name_and_organization_together() {
    let mut desk = Desk::new();
    let mill = desk.organization("Mill Street Clinic");
    let dam = desk.organization("Beaver Dam Council");
    desk.person_at("Ana Ruiz", &[], Some(mill), "Nurse");
    desk.person_at("Ana Ruiz", &[], Some(dam), "Chair");
    desk.person_at("Tom Ferrar", &[], Some(mill), "");
    for query in ["ana mill", "mill street ruiz", "clinic ana r"] {
        let hits = desk.0.search(query, 12).unwrap();
        assert_eq!(hits.len(), 1, "{query}");
        assert_eq!(hits[0].detail, "Nurse, Mill Street Clinic", "{query}");
    }
}

#[test]
fn a_phone_that_was_typed_with_a_country_code_is_found_without_it() {
    let mut desk = Desk::new();
    desk.person("Ilse Brandt", &["+49 30 5550 142"]);
    for query in ["30 5550 142", "305550142", "+49305550142", "+49 30 5550142"] {
        assert_eq!(desk.titles(query), ["Ilse Brandt"], "{query}");
    }
}
