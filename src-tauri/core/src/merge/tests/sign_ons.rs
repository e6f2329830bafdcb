//! What a merge makes of the sign-ons of both.

use super::*;

#[test]
fn a_sign_on_moves_with_its_evidence_and_prints_as_before() {
    let mut two = Two::named();
    let letter = two.letter("Clean water", &[]);
    let id = two.sign(letter, two.drop, Status::Confirmed, "We sign.");
    assert_eq!(two.plan(&MergeChoices::default()).letters, ["Clean water"]);
    two.merge();
    let row = two.only_sign_on(letter);
    assert_eq!((row.id, row.organization_id), (id, Some(two.keep)));
    assert_eq!(row.prints_as, "Alder Neighbours");
    assert_eq!(row.evidence.as_deref(), Some("We sign."));
}

#[test]
fn on_a_letter_of_both_the_firmer_sign_on_stays_with_the_evidence_of_both() {
    for (ours, theirs, taken) in [
        (Status::Asked, Status::Confirmed, Side::Drop),
        (Status::Confirmed, Status::Asked, Side::Keep),
        (Status::SaidYes, Status::SaidYes, Side::Keep),
    ] {
        let mut two = Two::named();
        let letter = two.letter("Clean water", &[]);
        let kept = two.sign(letter, two.keep, ours, "One.");
        let dropped = two.sign(letter, two.drop, theirs, "Two.");
        two.coalition.set_sign_on_note(kept, "Ask Mo.", now()).unwrap();
        two.coalition.set_sign_on_note(dropped, "Call.", now()).unwrap();
        two.coalition
            .set_sign_on_pin(if taken == Side::Keep { dropped } else { kept }, Some(2), now())
            .unwrap();
        let plan = two.plan(&MergeChoices::default());
        assert_eq!(plan.collisions.len(), 1);
        assert_eq!(plan.collisions[0].taken, taken);
        assert_eq!(
            (plan.collisions[0].keep.id, plan.collisions[0].drop.id),
            (kept, dropped)
        );
        two.merge();
        let row = two.only_sign_on(letter);
        assert_eq!(row.id, if taken == Side::Keep { kept } else { dropped });
        assert_eq!(row.organization_id, Some(two.keep));
        assert_eq!(row.status, if taken == Side::Keep { ours } else { theirs });
        assert_eq!((row.evidence_count, row.pin), (2, Some(2)));
        assert!(row.note.contains("Ask Mo.") && row.note.contains("Call."));
    }
}

#[test]
fn who_signed_for_either_signs_with_their_title_and_in_order() {
    let mut two = Two::named();
    let letter = two.letter("Clean water", &[]);
    let kept = two.sign(letter, two.keep, Status::Confirmed, "One.");
    let dropped = two.sign(letter, two.drop, Status::Confirmed, "Two.");
    let coalition = &mut two.coalition;
    for (sign_on, signer, title) in [(kept, "Ana Mora", "Chair"), (dropped, "Bo Lind", "Director")] {
        coalition
            .set_sign_on_signer(sign_on, signer, title, now())
            .unwrap();
    }
    for (sign_on, name, title) in [
        (kept, "Cy Dahl", "Treasurer"),
        (dropped, "Di Roe", "Clerk"),
        (dropped, "Ed Fay", ""),
        (dropped, "Flo Hart", "Vice chair"),
    ] {
        coalition.add_further_signer(sign_on, name, title, now()).unwrap();
    }
    two.merge();
    let row = two.only_sign_on(letter);
    assert_eq!((row.signer.as_str(), row.title.as_str()), ("Ana Mora", "Chair"));
    let further = two.coalition.list_further_signers(row.id).unwrap();
    let further: Vec<_> = further
        .iter()
        .map(|signer| (signer.name.as_str(), signer.title.as_str()))
        .collect();
    assert_eq!(
        further,
        [
            ("Cy Dahl", "Treasurer"),
            ("Bo Lind", "Director"),
            ("Di Roe", "Clerk"),
            ("Ed Fay", ""),
            ("Flo Hart", "Vice chair"),
        ]
    );
}

#[test]
fn of_two_answers_as_firm_the_later_one_stays() {
    let mut two = Two::named();
    let letter = two.letter("Clean water", &[]);
    two.sign(letter, two.keep, Status::Confirmed, "Yes.");
    let no = two.sign(letter, two.drop, Status::Declined, "");
    let later = StatusChange {
        at: Some("2024-06-01".into()),
        ..StatusChange::to(Status::Declined)
    };
    two.coalition.set_sign_on_status(&[no], &later, now()).unwrap();
    two.merge();
    assert_eq!(two.only_sign_on(letter).status, Status::Declined);
}

#[test]
fn the_chosen_sign_on_stays_however_firm_the_other_is() {
    let mut two = Two::named();
    let letter = two.letter("Clean water", &[]);
    two.sign(letter, two.keep, Status::Confirmed, "Yes.");
    let other = two.sign(letter, two.drop, Status::Asked, "");
    let choices = MergeChoices {
        fields: Vec::new(),
        sign_ons: vec![SignOnChoice {
            letter_id: letter,
            take: Side::Drop,
        }],
    };
    two.merge_with(&choices);
    let row = two.only_sign_on(letter);
    assert_eq!((row.id, row.status), (other, Status::Asked));
    assert_eq!(
        row.evidence.as_deref(),
        Some("Yes."),
        "nothing that was given is lost"
    );
}
