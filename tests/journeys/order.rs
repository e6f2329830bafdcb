//! Where several would do, what was entered first is taken: ids are random and say nothing.

use base::messages::Language;
use blocks::{BlockOptions, Format, Translations};
use reading::mail;
use undersigned_core::answer::Guess;
use undersigned_core::letter::LetterFields;
use undersigned_core::organization::{AliasFields, AliasKind, OrganizationFields};
use undersigned_core::person::{AffiliationFields, ContactPoint, PersonFields};
use undersigned_core::signon::{AskSource, Status, StatusChange, Via};
use vocabulary::ContactKind;
use vocabulary::ids::OrganizationId;

use crate::{Desk, day};

/// So often that ids put in order by chance would show.
const ROUNDS: usize = 10;

fn person(desk: &mut Desk, name: &str, email: &str, organizations: &[OrganizationId]) {
    let fields = PersonFields {
        name: name.to_owned(),
        contact_points: vec![ContactPoint {
            kind: ContactKind::Email,
            value: email.to_owned(),
            preferred: true,
        }],
        ..PersonFields::default()
    };
    let id = desk.coalition.add_person(&fields, day(1)).unwrap().output;
    // One action each: within one, ids are in order.
    for organization in organizations {
        let mut fields = PersonFields::from(desk.coalition.get_person(id).unwrap());
        fields.affiliations.push(AffiliationFields {
            id: None,
            organization_id: *organization,
            role: String::new(),
            since: None,
            until: None,
            may_sign: false,
            primary: false,
        });
        desk.coalition.set_person(id, &fields, day(1)).unwrap();
    }
}

/// Which sign-ons a yes from this address may be to, the likeliest first.
fn understand(desk: &Desk, email: &str) -> Vec<Guess> {
    let text = format!("From: {email}\nTo: desk@coalition.example\nSubject: Re: Letter\n\nYes, list us.\n");
    let (mails, _) = mail::read(text.as_bytes()).unwrap();
    desk.coalition.understand(&mails[0], &[], day(2)).unwrap().guesses
}

#[test]
fn of_several_people_as_good_the_first_entered_is_written_to() {
    let mut desk = Desk::new();
    for round in 0..ROUNDS {
        let id = desk.organization(&format!("Alder Neighbors {round}"));
        for name in ["Ana Mora", "Bo Lind", "Cy Dahl"] {
            person(&mut desk, name, &format!("{round}@{}.example", &name[..2]), &[id]);
        }
        let source = AskSource::Organizations { ids: vec![id] };
        let plan = desk.coalition.plan_ask(desk.letter, &source).unwrap();
        assert_eq!(plan.rows[0].person.as_ref().unwrap().name, "Ana Mora", "{round}");
    }
}

#[test]
fn an_answer_of_somebody_at_several_organizations_is_taken_for_the_first_entered() {
    let mut desk = Desk::new();
    for round in 0..ROUNDS {
        let ids = ["Alder Neighbors", "Birch Union", "Cedar Choir"]
            .map(|name| desk.organization(&format!("{name} {round}")));
        desk.coalition.add_sign_ons(desk.letter, &ids, day(1)).unwrap();
        let email = format!("ana@mora{round}.example");
        person(&mut desk, &format!("Ana Mora {round}"), &email, &ids);
        let text =
            format!("From: {email}\nTo: desk@coalition.example\nSubject: Re: Letter\n\nYes, list us.\n");
        let (mails, _) = mail::read(text.as_bytes()).unwrap();
        let answer = desk.coalition.understand(&mails[0], &[], day(2)).unwrap();
        let names: Vec<&str> = answer.guesses.iter().map(|guess| guess.name.as_str()).collect();
        assert_eq!(
            names,
            [
                format!("Alder Neighbors {round}"),
                format!("Birch Union {round}"),
                format!("Cedar Choir {round}")
            ]
        );
    }
}

#[test]
fn an_answer_of_somebody_who_was_asked_twice_at_one_moment_is_taken_for_the_later_letter() {
    let mut desk = Desk::new();
    let mut letters = vec![desk.letter];
    for title in ["Save the river", "Clean water"] {
        let fields = LetterFields {
            title: title.into(),
            ..LetterFields::default()
        };
        letters.push(desk.coalition.add_letter(&fields, day(1)).unwrap().output);
    }
    for round in 0..ROUNDS {
        let id = desk.organization(&format!("Alder Neighbors {round}"));
        let email = format!("ana@mora{round}.example");
        person(&mut desk, &format!("Ana Mora {round}"), &email, &[id]);
        for letter in &letters {
            desk.coalition.add_sign_ons(*letter, &[id], day(1)).unwrap();
            let sign_on = desk.coalition.find_sign_on(*letter, id).unwrap().unwrap();
            let asked = StatusChange::to(Status::Asked);
            desk.coalition
                .set_sign_on_status(&[sign_on], &asked, day(2))
                .unwrap();
        }
        let guesses = understand(&desk, &email).into_iter().map(|guess| guess.letter);
        assert_eq!(
            guesses.collect::<Vec<_>>(),
            ["Clean water", "Save the river", "End the programs"]
        );
    }
}

#[test]
fn of_several_translations_of_a_name_the_first_entered_prints() {
    let mut desk = Desk::new();
    let mut expected = Vec::new();
    for round in 10..10 + ROUNDS {
        let id = desk.organization(&format!("Alder Neighbors {round}"));
        for name in ["Vecinos", "Barrio", "Comité"] {
            let organization = desk.coalition.get_organization(id).unwrap();
            let mut fields = OrganizationFields::from(organization);
            fields.aliases.push(AliasFields {
                name: format!("{name} {round}"),
                kind: AliasKind::Translation,
            });
            desk.coalition.set_organization(id, &fields, day(1)).unwrap();
        }
        desk.coalition.add_sign_ons(desk.letter, &[id], day(1)).unwrap();
        let sign_on = desk.coalition.find_sign_on(desk.letter, id).unwrap().unwrap();
        let yes = StatusChange {
            via: Some(Via::Email),
            evidence: Some("Yes, list us.".into()),
            ..StatusChange::to(Status::Confirmed)
        };
        desk.coalition
            .set_sign_on_status(&[sign_on], &yes, day(2))
            .unwrap();
        expected.push(format!("Vecinos {round}"));
    }
    let options = BlockOptions {
        translations: Translations::Instead,
        ..BlockOptions::default()
    };
    let block = desk
        .coalition
        .get_block(desk.letter, &options, &Language::English)
        .unwrap();
    assert_eq!(
        blocks::render_text(&block, Format::Text).unwrap().trim_end(),
        expected.join("\n")
    );
}
