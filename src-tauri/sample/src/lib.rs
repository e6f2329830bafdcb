//! The sample coalition: a real letter with the 26 organizations that signed it, and more that is plainly invented.
//!
//! The 26 stand as the press release lists them. Everything else (who declined, who was asked, every person, the second
//! and third letter) is made up, and none of it says anything about a real organization.

use std::sync::Arc;

use chrono::{DateTime, Duration, Utc};

use base::progress::no_progress;
use undersigned_core::import::{Choices, ImportTarget, Likely};
use undersigned_core::letter::{DeadlineKind, LetterFields, Stage};
use undersigned_core::organization::{
    AliasFields, AliasKind, Membership, OrganizationField, OrganizationFields, Scope,
};
use undersigned_core::person::{AffiliationFields, ContactKind, ContactPoint, PersonFields};
use undersigned_core::signon::{OutreachKind, Status, StatusChange, Via};
use undersigned_core::version::{Reconfirm, VersionFields};
use undersigned_core::{Coalition, Result};
use vocabulary::ids::{LetterId, OrganizationId};

/// The sentence that the press release of the Wisconsin letter closes with.
pub const PRESS_RELEASE: &str = include_str!("press_release.txt");

/// The title of the sample's first letter.
pub const TITLE: &str = "End ICE collaboration programs in Wisconsin";

/// An invented organization of the sample, and where its sign-on stands.
struct Invented {
    name: &'static str,
    city: &'static str,
    status: Status,
    via: Option<Via>,
    text: &'static str,
    signer: &'static str,
    title: &'static str,
}

const INVENTED: &[Invented] = &[
    Invented {
        name: "Driftless Farmworkers Alliance, Inc.",
        city: "Viroqua",
        status: Status::SaidYes,
        via: Some(Via::Phone),
        text: "Called back: yes, the email follows.",
        signer: "Ana Example",
        title: "Program director",
    },
    Invented {
        name: "Three Rivers Listening Circle",
        city: "La Crosse",
        status: Status::SaidYes,
        via: Some(Via::Meeting),
        text: "Said yes at the table on Tuesday.",
        signer: "",
        title: "",
    },
    Invented {
        name: "Lakeshore Interfaith Council",
        city: "Sheboygan",
        status: Status::Considering,
        via: None,
        text: "",
        signer: "",
        title: "",
    },
    Invented {
        name: "Cedar Hollow Friends Meeting",
        city: "Baraboo",
        status: Status::Considering,
        via: None,
        text: "",
        signer: "",
        title: "",
    },
    Invented {
        name: "Riverbend Neighbors United",
        city: "Wausau",
        status: Status::Asked,
        via: None,
        text: "",
        signer: "",
        title: "",
    },
    Invented {
        name: "Northwoods Clinic Workers, Local 1202",
        city: "Rhinelander",
        status: Status::Asked,
        via: None,
        text: "",
        signer: "",
        title: "",
    },
    Invented {
        name: "Prairie Sister Cities Club",
        city: "Janesville",
        status: Status::Asked,
        via: None,
        text: "",
        signer: "",
        title: "",
    },
    Invented {
        name: "Riverbend Tenants Council",
        city: "Wausau",
        status: Status::Declined,
        via: Some(Via::Email),
        text: "We are not taking on new letters this year. Pat Example, pat@riverbend.example",
        signer: "",
        title: "",
    },
    Invented {
        name: "Coulee Region Bicycle Cooperative",
        city: "Onalaska",
        status: Status::ToAsk,
        via: None,
        text: "",
        signer: "",
        title: "",
    },
];

/// Somebody invented at an invented organization; who is named twice is one person at two.
struct InventedPerson {
    name: &'static str,
    pronouns: &'static str,
    languages: &'static [&'static str],
    organization: &'static str,
    role: &'static str,
    may_sign: bool,
    email: &'static str,
    phone: &'static str,
}

const PEOPLE: &[InventedPerson] = &[
    InventedPerson {
        name: "Ana Example",
        pronouns: "she/her",
        languages: &["es", "en"],
        organization: "Driftless Farmworkers Alliance, Inc.",
        role: "Program director",
        may_sign: true,
        email: "ana@driftless.example.org",
        phone: "608-555-0107",
    },
    InventedPerson {
        name: "Sam Specimen",
        pronouns: "they/them",
        languages: &["en"],
        organization: "Three Rivers Listening Circle",
        role: "Convener",
        may_sign: true,
        email: "sam@threerivers.example.org",
        phone: "608-555-0119",
    },
    InventedPerson {
        name: "Rev. Jo Placeholder",
        pronouns: "",
        languages: &["en"],
        organization: "Lakeshore Interfaith Council",
        role: "President of the board",
        may_sign: true,
        email: "office@lakeshore.example.org",
        phone: "(920) 555-0133",
    },
    InventedPerson {
        name: "Pat Example",
        pronouns: "he/him",
        languages: &["en"],
        organization: "Riverbend Tenants Council",
        role: "Secretary",
        may_sign: false,
        email: "pat@riverbend.example",
        phone: "",
    },
    InventedPerson {
        name: "Pat Example",
        pronouns: "he/him",
        languages: &["en"],
        organization: "Riverbend Neighbors United",
        role: "Organizer",
        may_sign: true,
        email: "pat@riverbend.example",
        phone: "",
    },
    InventedPerson {
        name: "Mai Sample",
        pronouns: "she/her",
        languages: &["hmn", "en"],
        organization: "Northwoods Clinic Workers, Local 1202",
        role: "Steward",
        may_sign: false,
        email: "mai@local1202.example.org",
        phone: "715 555 0148",
    },
];

/// Fills an empty coalition with the sample. Deadlines are counted from `now`, so that it is always in the middle of things.
///
/// # Errors
/// Those of writing the file.
pub fn fill(coalition: &mut Coalition, now: DateTime<Utc>) -> Result<()> {
    let earlier = now - Duration::days(200);
    let old = LetterFields {
        title: "Early voting hours in every county".to_owned(),
        topic: "elections".to_owned(),
        addressee: "the county clerks".to_owned(),
        stage: Stage::Delivered,
        ..LetterFields::default()
    };
    let old = coalition.add_letter(&old, earlier)?.output;
    let second = now - Duration::days(30);
    let rent = LetterFields {
        title: "Extend rent assistance through the winter".to_owned(),
        topic: "housing".to_owned(),
        addressee: "the state housing office".to_owned(),
        hard_deadline: Some(local(now + Duration::days(17))),
        zone: Some("America/Chicago".to_owned()),
        ..LetterFields::default()
    };
    let rent = coalition.add_letter(&rent, second)?.output;
    let started = now - Duration::days(10);
    let fields = LetterFields {
        title: TITLE.to_owned(),
        topic: "immigration".to_owned(),
        addressee: "the Secretary of Homeland Security nominee".to_owned(),
        soft_deadline: Some(local(now + Duration::days(1))),
        hard_deadline: Some(local(now + Duration::days(3))),
        zone: Some("America/Chicago".to_owned()),
        ..LetterFields::default()
    };
    let letter = coalition.add_letter(&fields, started)?.output;

    let signed = ImportTarget::SignOns {
        letter_id: letter,
        status: Status::Confirmed,
    };
    let source = Arc::new(coalition.open_list("", PRESS_RELEASE)?.into());
    let plan = coalition.plan_import(&source, Choices::new(signed, Likely::New), &mut no_progress, now)?;
    coalition.import(&source, &plan, &mut no_progress, now - Duration::days(5))?;
    set_states_by_name(coalition, letter, now - Duration::days(5))?;
    let lead = coalition.resolve_organization("ACLU of Wisconsin")?;
    coalition.set_letter(
        letter,
        &LetterFields {
            leads: vec![lead],
            ..fields
        },
        started,
    )?;

    for (days, invented) in INVENTED.iter().enumerate() {
        let fields = OrganizationFields {
            name: invented.name.to_owned(),
            city: invented.city.to_owned(),
            state: "WI".to_owned(),
            scope: Some(Scope::Local),
            note: "Invented for the sample.".to_owned(),
            aliases: Vec::from_iter(
                (invented.name == "Driftless Farmworkers Alliance, Inc.").then(|| AliasFields {
                    name: "DFA".to_owned(),
                    kind: AliasKind::Acronym,
                }),
            ),
            ..OrganizationFields::default()
        };
        let id = coalition.add_organization(&fields, earlier)?.output;
        coalition.add_sign_ons(letter, &[id], started)?;
        let Some(sign_on) = coalition.find_sign_on(letter, id)? else {
            continue;
        };
        if invented.status != Status::ToAsk {
            let asked = now - Duration::days(8) + Duration::days(days as i64 / 2);
            let (kind, via) = (OutreachKind::Ask, Some(Via::Email));
            coalition.log_outreach(&[sign_on], kind, via, "Will you sign with us?", None, asked)?;
        }
        if !matches!(invented.status, Status::ToAsk | Status::Asked) {
            let change = StatusChange {
                via: invented.via,
                evidence: Some(invented.text.to_owned()).filter(|text| !text.is_empty()),
                expected_by: (invented.status == Status::Considering)
                    .then(|| (now + Duration::days(2)).date_naive().to_string()),
                ..StatusChange::to(invented.status)
            };
            coalition.set_sign_on_status(&[sign_on], &change, now - Duration::days(1))?;
        }
        if !invented.signer.is_empty() {
            coalition.set_sign_on_signer(
                sign_on,
                invented.signer,
                invented.title,
                now - Duration::days(1),
            )?;
        }
        // The other letters are invented altogether, and only invented organizations stand on them.
        coalition.add_sign_ons(rent, &[id], second)?;
        coalition.add_sign_ons(old, &[id], earlier)?;
        let written = StatusChange {
            via: Some(Via::Form),
            ..StatusChange::to(Status::Confirmed)
        };
        if let Some(sign_on) = coalition.find_sign_on(old, id)?.filter(|_| days != 7) {
            coalition.set_sign_on_status(&[sign_on], &written, earlier)?;
        }
        if let Some(sign_on) = coalition.find_sign_on(rent, id)?.filter(|_| days % 3 == 0) {
            coalition.set_sign_on_status(&[sign_on], &written, second)?;
        }
    }
    fill_contacts(coalition, earlier)?;
    fill_ledger(coalition, rent, second, now)?;
    // Nobody did any of this, so nobody can be offered to undo it.
    coalition.clear_undo_stack()
}

/// Gives those who signed the state that their name says. Where the others are is known, but not from here.
fn set_states_by_name(coalition: &mut Coalition, letter: LetterId, at: DateTime<Utc>) -> Result<()> {
    let says_it = |name: &str| {
        name.split(|c: char| !c.is_alphanumeric())
            .any(|word| matches!(word, "Wisconsin" | "WI"))
    };
    let signed = coalition.list_sign_ons(letter, at)?;
    let here: Vec<OrganizationId> = signed
        .iter()
        .filter(|row| says_it(&row.organization))
        .filter_map(|row| row.organization_id)
        .collect();
    coalition.set_organization_field(&here, OrganizationField::State, "WI", at)?;
    Ok(())
}

/// What the ledger of an invented letter shows: a text that changed, a message as evidence, somebody who signs for
/// themselves, a deadline that moved.
fn fill_ledger(
    coalition: &mut Coalition,
    letter: LetterId,
    started: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<()> {
    let text = |text: &str, summary: &str, reconfirm, by: Option<DateTime<Utc>>| VersionFields {
        text: text.to_owned(),
        summary: summary.to_owned(),
        reconfirm,
        reconfirm_by: by.map(|by| by.date_naive().to_string()),
    };
    let first = text(
        "We ask the housing office to extend rent assistance through the winter.\n\nNobody should lose a home in \
         January.",
        "",
        Reconfirm::None,
        None,
    );
    coalition.add_version(letter, &first, started)?;
    let alliance = coalition.resolve_organization("Driftless Farmworkers Alliance, Inc.")?;
    if let Some(sign_on) = coalition.find_sign_on(letter, alliance)? {
        let message = b"From: Ana Example <ana@driftless.example.org>\r\nTo: letters@example.org\r\n\
            Subject: Re: Extend rent assistance\r\n\r\nYes, please add the alliance.\r\n";
        coalition.add_evidence_file(
            &[sign_on],
            None,
            "reply.eml",
            message,
            started + Duration::days(1),
        )?;
        let written = StatusChange {
            via: Some(Via::Email),
            authorized_by: Some("Ana Example".to_owned()),
            ..StatusChange::to(Status::Confirmed)
        };
        coalition.set_sign_on_status(&[sign_on], &written, started + Duration::days(1))?;
    }
    let person = coalition.add_individual(
        letter,
        "Robin Specimen",
        "Professor of housing law",
        "Prairie College (invented)",
        started + Duration::days(2),
    )?;
    let form = StatusChange {
        via: Some(Via::Form),
        evidence: Some("Name: Robin Specimen\nI sign as: a person".to_owned()),
        ..StatusChange::to(Status::Confirmed)
    };
    coalition.set_sign_on_status(&[person.output], &form, started + Duration::days(3))?;
    let second = text(
        "We ask the housing office to extend rent assistance through the winter and the spring.\n\nNobody should lose \
         a home in January, nor in March.",
        "The spring too.",
        Reconfirm::OptOut,
        Some(now + Duration::days(5)),
    );
    coalition.add_version(letter, &second, now - Duration::days(4))?;
    coalition.move_deadline(
        letter,
        DeadlineKind::Hard,
        Some(&local(now + Duration::days(20))),
        "America/Chicago",
        "Two boards meet in the third week.",
        now - Duration::days(4),
    )?;
    Ok(())
}

/// What the contact list of the sample shows: people, tags, a chapter, and a group that is in it twice.
fn fill_contacts(coalition: &mut Coalition, at: DateTime<Utc>) -> Result<()> {
    for invented in PEOPLE {
        let affiliation = AffiliationFields {
            id: None,
            organization_id: coalition.resolve_organization(invented.organization)?,
            role: invented.role.to_owned(),
            since: None,
            until: None,
            may_sign: invented.may_sign,
            primary: true,
        };
        if let Ok(known) = coalition.resolve_person(invented.name) {
            let mut fields = PersonFields::from(coalition.get_person(known)?);
            fields.affiliations.push(affiliation);
            coalition.set_person(known, &fields, at)?;
            continue;
        }
        let points = [
            (ContactKind::Email, invented.email),
            (ContactKind::Phone, invented.phone),
        ];
        let fields = PersonFields {
            name: invented.name.to_owned(),
            pronouns: invented.pronouns.to_owned(),
            languages: invented.languages.iter().map(|tag| (*tag).to_owned()).collect(),
            contact_points: points
                .into_iter()
                .filter(|(_, value)| !value.is_empty())
                .map(|(kind, value)| ContactPoint {
                    kind,
                    value: value.to_owned(),
                    preferred: true,
                })
                .collect(),
            affiliations: vec![affiliation],
            note: "Invented for the sample.".to_owned(),
            ..PersonFields::default()
        };
        coalition.add_person(&fields, at)?;
    }
    let alliance = coalition.resolve_organization("Driftless Farmworkers Alliance, Inc.")?;
    for (name, city, parent_id) in [
        (
            "Driftless Farmworkers Alliance, Richland Chapter",
            "Richland Center",
            Some(alliance),
        ),
        ("River Bend Neighbors United", "Wausau", None),
    ] {
        let fields = OrganizationFields {
            name: name.to_owned(),
            city: city.to_owned(),
            state: "WI".to_owned(),
            scope: Some(Scope::Local),
            membership: Some(Membership::Prospect),
            parent_id,
            note: "Invented for the sample.".to_owned(),
            ..OrganizationFields::default()
        };
        coalition.add_organization(&fields, at)?;
    }
    for (name, field, value) in [
        (
            "Driftless Farmworkers Alliance, Inc.",
            OrganizationField::AddTag,
            "farmworkers",
        ),
        (
            "Driftless Farmworkers Alliance, Inc.",
            OrganizationField::Membership,
            "member",
        ),
        ("Lakeshore Interfaith Council", OrganizationField::AddTag, "faith"),
        ("Lakeshore Interfaith Council", OrganizationField::Kind, "faith"),
        (
            "Lakeshore Interfaith Council",
            OrganizationField::Decides,
            "the board, on second Tuesdays",
        ),
        ("Lakeshore Interfaith Council", OrganizationField::LeadDays, "14"),
        ("Cedar Hollow Friends Meeting", OrganizationField::AddTag, "faith"),
        ("Cedar Hollow Friends Meeting", OrganizationField::Kind, "faith"),
        (
            "Northwoods Clinic Workers, Local 1202",
            OrganizationField::Kind,
            "labor",
        ),
        ("Riverbend Tenants Council", OrganizationField::AddTag, "housing"),
        (
            "Riverbend Tenants Council",
            OrganizationField::NeverSigns,
            "elections",
        ),
    ] {
        let id = coalition.resolve_organization(name)?;
        coalition.set_organization_field(&[id], field, value, at)?;
    }
    Ok(())
}

/// Five in the afternoon of a day, as a deadline is written.
fn local(day: DateTime<Utc>) -> String {
    day.format("%Y-%m-%dT17:00").to_string()
}
