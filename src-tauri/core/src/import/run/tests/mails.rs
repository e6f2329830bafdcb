//! A reply as evidence.

use super::*;

const REPLY: &str = "From: Ana Mora <ana@moor.example>\r\nTo: Desk <desk@luz.example>\r\nSubject: Re: Letter\r\n\
Date: Mon, 4 May 2026 10:00:00 -0500\r\nMessage-ID: <1@moor.example>\r\n\r\nYes, sign us on.\r\n\r\n> Will you sign?\r\n";

fn reply(coalition: &mut Coalition, letter: LetterId, text: &str, decision: Option<Decision>) -> ImportPlan {
    let source = source(coalition, "reply.eml", text.as_bytes());
    let target = ImportTarget::SignOns {
        letter_id: letter,
        status: Status::Confirmed,
    };
    let mut choices = Choices::new(target, Likely::Ask);
    choices.mail = MailPolicy::TakeYes;
    if let Some(decision) = decision {
        choices.decisions.insert(0, decision);
    }
    let plan = coalition
        .plan_import(&source, choices, &mut no_progress, now())
        .unwrap();
    coalition.import(&source, &plan, &mut no_progress, now()).unwrap();
    plan
}

#[test]
fn a_reply_of_somebody_who_is_known_confirms_their_organization_and_is_kept_byte_for_byte() {
    let mut coalition = Coalition::in_memory().unwrap();
    let letter = letter(&mut coalition);
    let people = "Name,Company,Email\nAna Mora,Moor Alliance,ana@moor.example\n";
    import(&mut coalition, people, ImportTarget::People);
    let plan = reply(&mut coalition, letter, REPLY, None);
    assert_eq!(counts(&plan), [1, 0, 0, 0, 0]);
    let signed = &sign_ons(&coalition, letter)[0];
    assert_eq!(
        (
            signed.organization.as_str(),
            signed.status,
            signed.signer.as_str()
        ),
        ("Moor Alliance", Status::Confirmed, "Ana Mora")
    );
    let evidence = &coalition.list_evidence(signed.id).unwrap()[0];
    assert_eq!(
        (evidence.text.as_str(), evidence.subject.as_str()),
        ("Yes, sign us on.", "Re: Letter")
    );
    let kept = coalition.get_evidence_file(evidence.id).unwrap();
    assert_eq!(kept.content, REPLY.as_bytes());
    let again = reply(&mut coalition, letter, REPLY, None);
    assert_eq!(counts(&again), [0, 0, 1, 0, 0]);
}

#[test]
fn a_reply_of_somebody_unknown_is_known_by_what_stands_under_it_or_is_asked() {
    let mut coalition = Coalition::in_memory().unwrap();
    let letter = letter(&mut coalition);
    let moor = organization(&mut coalition, "Moor Alliance");
    let plan = reply(&mut coalition, letter, REPLY, None);
    assert_eq!(counts(&plan), [0, 0, 0, 0, 1]);
    assert!(sign_ons(&coalition, letter).is_empty());
    let signed = REPLY.replace("on.\r\n", "on.\r\n\r\nAna Mora, Chair\r\nMoor Alliance\r\n");
    let plan = reply(&mut coalition, letter, &signed, None);
    assert_eq!(counts(&plan), [1, 0, 0, 0, 0]);
    coalition.undo(now()).unwrap();
    let decided = Decision::Match {
        organization_id: moor,
    };
    let plan = reply(&mut coalition, letter, REPLY, Some(decided));
    assert_eq!(counts(&plan), [1, 0, 0, 0, 0]);
    assert_eq!(sign_ons(&coalition, letter)[0].organization_id, Some(moor));
}

#[test]
fn a_message_that_names_several_organizations_is_asked_and_what_it_quotes_names_none() {
    let mut coalition = Coalition::in_memory().unwrap();
    let letter = letter(&mut coalition);
    let people =
        "Name,Company,Email\nAna Mora,Moor Alliance,ana@moor.example\nBo Lind,Elm League,bo@elm.example\n";
    import(&mut coalition, people, ImportTarget::People);
    let both = REPLY.replace(
        "Yes, sign us on.",
        "Yes, please add Moor Alliance and\r\nElm League.",
    );
    let plan = reply(&mut coalition, letter, &both, None);
    assert_eq!(
        (counts(&plan), plan.rows[0].reason.id()),
        ([0, 0, 0, 0, 1], "import-mail-several")
    );
    // What is only quoted is not the writer's.
    let quoted = REPLY.replace("> Will you sign?", "> Will you sign? Others:\r\n> Elm League");
    let plan = reply(&mut coalition, letter, &quoted, None);
    assert_eq!(counts(&plan), [1, 0, 0, 0, 0]);
    assert!(
        sign_ons(&coalition, letter)
            .iter()
            .all(|sign_on| sign_on.prints_as == "Moor Alliance")
    );
}
