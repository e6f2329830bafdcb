//! The last weeks of the story: the deadline, the editions, and all of it back and forth again.

use super::*;

/// The fourth week: the deadline moves past the night on which the clocks change.
pub(super) fn deadline(story: &mut Story) {
    let letter = story.letter;
    let near = story.chased(at("10-28T15:00"));
    assert!(
        near.contains(&(FollowupKind::Deadline, "Lantern Makers, Local 1".to_owned())),
        "{near:?}"
    );
    assert!(
        near.contains(&(FollowupKind::Deadline, grove(9))),
        "its board meets after the letter closes: {near:?}"
    );
    let before = story.coalition.get_letter(letter).unwrap();
    assert_eq!(before.hard_deadline.unwrap().instant, "2020-10-30T22:00:00Z");
    story.act(|coalition| {
        coalition.move_deadline(
            letter,
            DeadlineKind::Hard,
            Some("2020-11-06T17:00"),
            "America/Chicago",
            "Two boards meet on the 2nd.",
            at("10-29T15:00"),
        )
    });
    let after = story.coalition.get_letter(letter).unwrap();
    assert_eq!(
        after.hard_deadline.unwrap().instant,
        "2020-11-06T23:00:00Z",
        "five o'clock stays five o'clock"
    );
    assert!(
        !story
            .chased(at("10-29T16:00"))
            .iter()
            .any(|(_, name)| *name == grove(9)),
        "now the board meets in time"
    );
    let moves = story.coalition.list_deadline_moves(letter).unwrap();
    assert_eq!(moves.len(), 1);
    assert_eq!(moves[0].note, "Two boards meet on the 2nd.");
    assert!(
        story
            .chased(at("11-03T15:00"))
            .contains(&(FollowupKind::BoardDate, grove(9)))
    );
    story.set(
        &grove(9),
        yes(Via::Email, "The board said yes."),
        at("11-03T18:00"),
    );
    assert_eq!(story.block().len(), 28);
    // A yes that is still only said is the most urgent of all before the letter closes.
    let chased = story.chased(at("11-05T15:00"));
    assert_eq!(
        chased.first(),
        Some(&(FollowupKind::Unwritten, grove(8))),
        "{chased:?}"
    );
    // Put off, it is left alone until that day.
    let ironwood = [story.id(&grove(8))];
    story.act(|coalition| coalition.set_chase_after(&ironwood, Some("2020-11-06"), at("11-05T15:00")));
    assert!(
        !story
            .chased(at("11-05T16:00"))
            .iter()
            .any(|(_, name)| *name == grove(8))
    );
    assert!(
        story
            .chased(at("11-06T16:00"))
            .iter()
            .any(|(_, name)| *name == grove(8))
    );
}

/// The last two weeks: sent, three late, one withdraws, corrected.
pub(super) fn editions(story: &mut Story, message: &[u8]) {
    let letter = story.letter;
    let now = at("11-06T23:30");
    assert!(story.check(now).contains(&(Kind::SaidYesLeftOut, Some(grove(8)))));
    story.freeze("To the board", now);
    let first = story.coalition.get_edition(letter, 1).unwrap();
    assert_eq!((first.count, first.version), (28, Some(2)));
    let forms: Vec<Vec<u8>> = Format::ALL
        .iter()
        .map(|format| story.coalition.get_edition_form(first.id, *format).unwrap())
        .collect();
    assert_eq!(
        forms[0],
        story
            .block()
            .iter()
            .map(|name| format!("{name}\n"))
            .collect::<String>()
            .into_bytes()
    );
    let delivered = LetterFields {
        stage: Stage::Delivered,
        ..LetterFields::from(story.coalition.get_letter(letter).unwrap())
    };
    story.act(|coalition| coalition.set_letter(letter, &delivered, at("11-07T15:00")));
    assert_eq!(
        story.chased(at("11-09T15:00")),
        [],
        "a delivered letter chases nobody"
    );
    for local in 1..=3 {
        let name = format!("Lantern Makers, Local {local}");
        story.set(&name, yes(Via::Email, "Us too."), at("11-09T15:00"));
        assert!(story.row(&name, at("11-09T16:00")).late);
    }
    assert!(!story.row(&grove(9), at("11-09T16:00")).late);
    assert_eq!(story.block().len(), 31);
    assert!(story.check(at("11-09T16:00")).contains(&(Kind::Late, None)));

    let no = StatusChange {
        status: Status::Withdrawn,
        authorized_by: Some("Robin Sample".into()),
        ..yes(Via::Email, "Please take our name off.")
    };
    story.set(&grove(0), no, at("11-12T15:00"));
    let withdrawn = story.row(&grove(0), at("11-12T16:00"));
    assert_eq!(
        withdrawn.decided_at.as_deref(),
        Some("2020-11-12T15:00:00Z"),
        "kept, and dated"
    );
    assert_eq!(story.block().len(), 30);
    assert!(
        story
            .check(at("11-12T16:00"))
            .contains(&(Kind::SentAndWithdrawn, Some(grove(0)))),
        "the edition that lists it needs a correction"
    );
    // Who was confirmed by the email of October is not confirmed by it once more.
    story.refuses(&grove(0), &StatusChange::to(Status::Confirmed), at("11-13T15:00"));

    story.freeze("Corrected", at("11-16T15:00"));
    assert!(
        story
            .check(at("11-16T16:00"))
            .contains(&(Kind::Withdrawn, Some(grove(0)))),
        "the corrected edition no longer lists it"
    );
    for (format, form) in Format::ALL.iter().zip(&forms) {
        assert_eq!(
            &story.coalition.get_edition_form(first.id, *format).unwrap(),
            form,
            "{format}"
        );
    }
    let diff = story.coalition.diff_editions(letter, 1, 2).unwrap();
    assert_eq!((diff.added.len(), diff.removed.len()), (3, 1));
    assert_eq!(
        diff.sentence(Language::English),
        "Added (3): Lantern Makers, Local 1; Lantern Makers, Local 2; and Lantern Makers, Local 3. \
         No longer on the letter: Alder Neighbors."
    );
    let kept = &story.coalition.list_evidence(story.id(&grove(1))).unwrap()[0];
    assert_eq!(
        story.coalition.get_evidence_file(kept.id).unwrap().content,
        message,
        "byte for byte"
    );
    let robins = HistoryQuery {
        letter_id: Some(letter),
        text: "alder".into(),
        ..HistoryQuery::default()
    };
    let told = story
        .coalition
        .find_history(&robins, Language::English)
        .unwrap()
        .events;
    assert_eq!(told[0].authorized_by, "Robin Sample");
    let timeline = story.coalition.get_timeline(letter, at("11-23T15:00")).unwrap();
    assert_eq!(timeline.points.last().unwrap().confirmed, 30);
    assert_eq!(timeline.points.last().unwrap().declined, 4);
}

/// All of it is taken back step by step to the empty file, and done again.
pub(super) fn back_and_forth(story: &mut Story) {
    let now = at("11-23T15:00");
    assert_eq!(story.coalition.verify().unwrap(), Vec::<String>::new());
    let actions = story.dumps.len() - 1;
    assert_eq!(
        story.coalition.list_history(None, 10_000).unwrap().len(),
        actions,
        "one entry an action"
    );
    let dumps = story.dumps.clone();
    for dump in dumps.iter().rev().skip(1) {
        story.coalition.undo(now).unwrap();
        assert_eq!(&story.dump(), dump);
    }
    assert!(matches!(
        story.coalition.undo(now),
        Err(Error::NothingLeft { redo: false })
    ));
    assert_eq!(story.coalition.verify().unwrap(), Vec::<String>::new());
    for dump in dumps.iter().skip(1) {
        story.coalition.redo(now).unwrap();
        assert_eq!(&story.dump(), dump);
    }
    assert_eq!(story.coalition.verify().unwrap(), Vec::<String>::new());
    assert_eq!(
        story.coalition.list_history(None, 10_000).unwrap().len(),
        3 * actions
    );
}
