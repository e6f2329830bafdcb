//! The sheet of a form, imported again and again.

use super::*;

const HEADINGS: &str = "Timestamp,Name of your organization,Your name,Your title,Email Address,Will your organization sign on to the letter?\n";

fn answer(number: u32) -> String {
    format!(
        "5/{}/2026 9:{:02}:00,Willow {} Society,Ana Mora{number},Chair,ana{number}@willow.example,\"Yes, sign us on\"\n",
        1 + number % 19,
        10 + number,
        ["Creek", "Ridge", "Hill", "Lake", "Glen", "Moor"][number as usize % 6].to_owned()
            + &"i".repeat(number as usize / 6 + 1),
    )
}

fn sheet(answers: impl Iterator<Item = String>) -> String {
    std::iter::once(HEADINGS.to_owned()).chain(answers).collect()
}

fn into(letter_id: LetterId) -> ImportTarget {
    ImportTarget::SignOns {
        letter_id,
        status: Status::ToAsk,
    }
}

fn import_new(coalition: &mut Coalition, text: &str, target: ImportTarget) -> ImportPlan {
    let source = source(coalition, "answers.csv", text.as_bytes());
    let choices = Choices::new(target, Likely::New);
    let plan = coalition
        .plan_import(&source, choices, &mut no_progress, now())
        .unwrap();
    coalition.import(&source, &plan, &mut no_progress, now()).unwrap();
    plan
}

#[test]
fn three_more_answers_and_one_that_changed_are_three_new_ones_and_one_change() {
    let mut coalition = Coalition::in_memory().unwrap();
    let letter = letter(&mut coalition);
    let first = import_new(&mut coalition, &sheet((0..21).map(answer)), into(letter));
    assert_eq!(counts(&first), [21, 0, 0, 0, 0]);
    assert_eq!(first.makes(), (21, 21, 21));
    let signed = sign_ons(&coalition, letter);
    assert!(
        signed
            .iter()
            .all(|sign_on| sign_on.status == Status::Confirmed && sign_on.title == "Chair")
    );
    let evidence = signed[0].evidence.clone().unwrap();
    assert!(
        evidence.contains("Name of your organization: Willow Creeki Society\n"),
        "{evidence}"
    );
    assert_eq!(signed[0].decided_at.as_deref(), Some("2026-05-01T14:10:00Z"));

    let changed = |number: u32| {
        let text = answer(number);
        if number == 4 {
            text.replace("Chair", "Co-chair")
        } else {
            text
        }
    };
    let second = import_new(&mut coalition, &sheet((0..24).map(changed)), into(letter));
    assert_eq!(counts(&second), [3, 1, 20, 0, 0]);
    let row = &second.rows[4];
    assert!(
        row.flags
            .iter()
            .any(|flag| flag.id() == "import-flag-answer-changed")
    );
    assert!(
        row.changes
            .iter()
            .any(|change| change.old == "Chair" && change.new == "Co-chair")
    );
    assert_eq!(sign_ons(&coalition, letter).len(), 24);

    let third = import_new(&mut coalition, &sheet((0..24).map(changed)), into(letter));
    assert_eq!(counts(&third), [0, 0, 24, 0, 0]);
}

#[test]
fn a_changed_answer_goes_where_it_went_before_whatever_it_calls_itself_now() {
    let mut coalition = Coalition::in_memory().unwrap();
    let letter = letter(&mut coalition);
    import_new(&mut coalition, &sheet((0..3).map(answer)), into(letter));
    let renamed =
        sheet((0..3).map(|number| answer(number).replace("Willow Ridgei Society", "Society of the Ridge")));
    let plan = import_new(&mut coalition, &renamed, into(letter));
    assert_eq!(
        counts(&plan)[2],
        3,
        "another spelling is shown, and makes no second organization"
    );
    assert!(
        plan.rows[1]
            .flags
            .iter()
            .any(|flag| flag.id() == "import-flag-prints-as")
    );
    assert_eq!(coalition.count_organizations().unwrap(), 3);
}

#[test]
fn the_same_organization_signing_twice_by_somebody_else_is_kept_beside_and_not_doubled() {
    let mut coalition = Coalition::in_memory().unwrap();
    let letter = letter(&mut coalition);
    let twice = answer(0)
        .replace("Ana Mora0", "Bo Lind")
        .replace("ana0@", "bo@")
        .replace("9:10", "11:10");
    let plan = import_new(
        &mut coalition,
        &sheet([answer(0), twice].into_iter()),
        into(letter),
    );
    assert!(
        plan.rows[1]
            .flags
            .iter()
            .any(|flag| flag.id() == "import-flag-second-signer")
    );
    let signed = sign_ons(&coalition, letter);
    assert_eq!((signed.len(), signed[0].signer.as_str()), (1, "Ana Mora0"));
    let beside = coalition.list_further_signers(signed[0].id).unwrap();
    assert_eq!(
        beside.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(),
        ["Bo Lind"]
    );
    assert_eq!(plan.notes().len(), 1);
}

#[test]
fn an_answer_decides_its_status_and_nothing_firmer_is_made_weaker() {
    let mut coalition = Coalition::in_memory().unwrap();
    let letter = letter(&mut coalition);
    let text = "Organization,Will your organization sign the letter?\n\
                Luz Collective,Yes\nMoor Alliance,\"No, thank you\"\nBend Coalition,Not sure yet\nElm Union,\nFir Guild,Purple\n";
    let plan = import_new(&mut coalition, text, into(letter));
    assert_eq!(
        counts(&plan),
        [4, 0, 0, 0, 1],
        "what is neither yes nor no is asked"
    );
    let statuses: Vec<Status> = sign_ons(&coalition, letter)
        .iter()
        .map(|sign_on| sign_on.status)
        .collect();
    assert_eq!(
        statuses,
        [
            Status::Confirmed,
            Status::Declined,
            Status::Considering,
            Status::ToAsk
        ]
    );
    let weaker =
        "Organization,Will your organization sign the letter?\nLuz Collective,Maybe\nBend Coalition,Yes\n";
    let plan = import_new(&mut coalition, weaker, into(letter));
    assert_eq!(counts(&plan), [0, 1, 1, 0, 0]);
    assert!(
        plan.rows[0]
            .flags
            .iter()
            .any(|flag| flag.id() == "import-flag-firmer")
    );
    assert_eq!(sign_ons(&coalition, letter)[0].status, Status::Confirmed);
}

#[test]
fn a_name_that_printed_otherwise_last_time_is_shown() {
    let mut coalition = Coalition::in_memory().unwrap();
    let (one, two) = (letter(&mut coalition), letter(&mut coalition));
    let row = |name: &str| format!("Organization,Will your organization sign the letter?\n{name},Yes\n");
    import_new(
        &mut coalition,
        &row("Moor Alliance, Inc.").replace("Moor Alliance, Inc.", "\"Moor Alliance, Inc.\""),
        into(one),
    );
    let plan = import_new(&mut coalition, &row("Moor Alliance"), into(two));
    assert!(
        plan.rows[0]
            .flags
            .iter()
            .any(|flag| flag.id() == "import-flag-printed-before")
    );
}

#[test]
fn a_box_that_nobody_ticked_is_no_yes_whatever_was_chosen_for_all_rows() {
    let statements = [
        ("Statement", "I confirm that my organization signs the letter", ""),
        (
            "Please check",
            "I am authorized to sign on behalf of my organization",
            "",
        ),
        ("I confirm that my organization signs the letter", "TRUE", "FALSE"),
        ("Declaración", "Nuestra organización se adhiere a la carta", ""),
    ];
    for (heading, ticked, empty) in statements {
        for chosen in [Status::Confirmed, Status::Asked] {
            let mut coalition = Coalition::in_memory().unwrap();
            let letter_id = letter(&mut coalition);
            let csv = format!(
                "Organization,{heading}\nAmber Trust,{ticked}\nElm Network,{empty}\nMoor Alliance,{ticked}\n"
            );
            let target = ImportTarget::SignOns {
                letter_id,
                status: chosen,
            };
            assert_eq!(
                counts(&import_new(&mut coalition, &csv, target))[0],
                3,
                "{heading}"
            );
            let said = |name: &str| {
                let signed = sign_ons(&coalition, letter_id);
                signed
                    .iter()
                    .find(|sign_on| sign_on.prints_as == name)
                    .unwrap()
                    .status
            };
            assert_eq!(said("Elm Network"), Status::ToAsk, "{heading}, chosen {chosen:?}");
            // What is guessed confirms nobody by itself; the words above a tick do.
            let confirmed = if ticked == "TRUE" {
                Status::Confirmed
            } else {
                chosen
            };
            assert_eq!(said("Amber Trust"), confirmed, "{heading}, chosen {chosen:?}");
        }
    }
}

#[test]
fn a_yes_with_a_comment_against_it_is_taken_only_by_who_read_that_very_row() {
    let mut coalition = Coalition::in_memory().unwrap();
    let letter = letter(&mut coalition);
    let csv = "Organization,Will you sign?,Comments\nAmber Trust,Yes,Actually please take us off\n";
    let source = source(&coalition, "answers.csv", csv.as_bytes());
    let mut choices = Choices::new(into(letter), Likely::New);
    choices.consent = ConsentPolicy::Take;
    let plan = coalition
        .plan_import(&source, choices.clone(), &mut no_progress, now())
        .unwrap();
    assert_eq!(
        (plan.rows[0].outcome, plan.rows[0].may_be_taken),
        (Outcome::Asked, true)
    );
    let take = Decision::Take {
        organization_id: None,
    };
    choices.decisions.insert(0, take);
    let plan = coalition
        .plan_import(&source, choices, &mut no_progress, now())
        .unwrap();
    coalition.import(&source, &plan, &mut no_progress, now()).unwrap();
    assert_eq!(sign_ons(&coalition, letter)[0].status, Status::Confirmed);
}

#[test]
fn a_row_asked_for_how_it_is_read_says_so_of_a_likely_organization_too_where_those_are_matched() {
    let mut coalition = Coalition::in_memory().unwrap();
    let letter = letter(&mut coalition);
    import_new(
        &mut coalition,
        "Organization,Will you sign?\nElmwood League,No\n",
        into(letter),
    );
    let text = "Organization,Contact person,Will you sign?\nElmwod League,\"Vane, Irix\",Yes\n";
    let source = source(&coalition, "answers.csv", text.as_bytes());
    let choices = Choices::new(into(letter), Likely::Match);
    let plan = coalition
        .plan_import(&source, choices, &mut no_progress, now())
        .unwrap();
    let [row] = plan.rows.as_slice() else { panic!() };
    assert_eq!(row.outcome, Outcome::Asked);
    assert_eq!(
        row.consent.as_ref().map(|question| (question.was, question.says)),
        Some((Status::Declined, Status::Confirmed))
    );
}

#[test]
fn a_row_that_is_asked_for_how_it_is_read_says_which_answer_it_would_change() {
    let mut coalition = Coalition::in_memory().unwrap();
    let letter = letter(&mut coalition);
    import_new(
        &mut coalition,
        "Organization,Will you sign?\nElm League,No\n",
        into(letter),
    );
    let text = "Organization,Contact person,Will you sign?\nElm League,\"Vane, Irix\",Yes\n";
    let source = source(&coalition, "answers.csv", text.as_bytes());
    let mut choices = Choices::new(into(letter), Likely::Ask);
    let plan = coalition
        .plan_import(&source, choices.clone(), &mut no_progress, now())
        .unwrap();
    let [row] = plan.rows.as_slice() else { panic!() };
    assert_eq!((row.outcome, row.may_be_taken), (Outcome::Asked, true));
    assert_eq!(
        row.consent.as_ref().map(|question| (question.was, question.says)),
        Some((Status::Declined, Status::Confirmed))
    );
    let take = Decision::Take {
        organization_id: None,
    };
    choices.decisions.insert(0, take);
    let plan = coalition
        .plan_import(&source, choices, &mut no_progress, now())
        .unwrap();
    coalition.import(&source, &plan, &mut no_progress, now()).unwrap();
    let signed = &sign_ons(&coalition, letter)[0];
    assert_eq!(
        (signed.status, signed.signer.as_str()),
        (Status::Confirmed, "Irix Vane")
    );
}

#[test]
fn what_a_later_sheet_adds_to_a_person_is_added_and_told_in_their_history_each_by_itself() {
    for (heading, cell) in [
        ("Phone", "608-555-0143"),
        ("Tags", "ally"),
        ("Notes", "Meets on Mondays"),
    ] {
        let mut coalition = Coalition::in_memory().unwrap();
        let first = "Organization,Name,Email\nAmber Trust,Ana Mora,ana@amber.example\n";
        import_new(&mut coalition, first, ImportTarget::People);
        let ana = coalition.resolve_person("Ana Mora").unwrap();
        let text =
            format!("Organization,Name,Email,{heading}\nAmber Trust,Ana Mora,ana@amber.example,{cell}\n");
        let plan = import_new(&mut coalition, &text, ImportTarget::People);
        assert_eq!(counts(&plan), [0, 1, 0, 0, 0], "{heading}");
        let found = coalition.get_person(ana).unwrap();
        let phones = found
            .contact_points
            .iter()
            .filter(|point| point.value == cell)
            .count();
        assert_eq!(
            phones + found.tags.len() + usize::from(found.note == cell),
            1,
            "{heading}: {found:?}"
        );
        let query = crate::history::HistoryQuery {
            person_id: Some(ana),
            ..Default::default()
        };
        let told = coalition
            .find_history(&query, base::messages::Language::English)
            .unwrap();
        assert_eq!(told.events.len(), 2, "{heading}: {:?}", told.events);
    }
}

#[test]
fn what_may_be_a_question_about_the_letter_confirms_nobody_and_lets_no_no_pass() {
    let mut coalition = Coalition::in_memory().unwrap();
    let letter_id = letter(&mut coalition);
    let csv = "Organization,Did you hear about the letter from a partner?\nAmber Trust,Yes\nElm Network,\nMoor Alliance,No\n";
    for (chosen, amber) in [
        (Status::Asked, Status::Asked),
        (Status::Confirmed, Status::Confirmed),
    ] {
        let target = ImportTarget::SignOns {
            letter_id,
            status: chosen,
        };
        let plan = import_new(&mut coalition, csv, target);
        assert_eq!(counts(&plan), [2, 0, 0, 0, 1], "a no is asked");
        let signed = sign_ons(&coalition, letter_id);
        let of = |name: &str| {
            signed
                .iter()
                .find(|sign_on| sign_on.prints_as == name)
                .map(|sign_on| sign_on.status)
        };
        assert_eq!(
            [of("Amber Trust"), of("Elm Network"), of("Moor Alliance")],
            [Some(amber), Some(Status::ToAsk), None]
        );
        coalition.undo(now()).unwrap();
    }
}

#[test]
fn a_word_about_who_may_sign_is_filed_and_is_no_answer() {
    let mut coalition = Coalition::in_memory().unwrap();
    let letter = letter(&mut coalition);
    import_new(
        &mut coalition,
        "Organization,Will you sign?\nElm League,Yes\n",
        into(letter),
    );
    let id = sign_ons(&coalition, letter)[0].id;
    coalition
        .verify_authority(id, "Ana Mora", "She chairs the board", now())
        .unwrap();
    let filed = coalition.filed(letter).unwrap();
    assert_eq!((filed.of(id).count(), filed.answers(id).count()), (2, 1));
}
