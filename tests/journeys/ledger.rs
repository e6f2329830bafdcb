//! One letter over six weeks, told from the first asking to the corrected edition; and any two hundred actions.

mod any_actions;
mod out_the_door;

use std::collections::BTreeSet;
use std::sync::Arc;

use base::messages::Language;
use base::progress::no_progress;
use blocks::{BlockOptions, Format};
use chrono::{DateTime, Utc};
use store::journal::Change;
use undersigned_core::check::Kind;
use undersigned_core::history::HistoryQuery;
use undersigned_core::import::{Choices, Decision, ImportTarget, Likely, OpenSource};
use undersigned_core::letter::{DeadlineKind, LetterFields, Stage};
use undersigned_core::merge::MergeChoices;
use undersigned_core::organization::{
    OrganizationField, OrganizationFields, OrganizationFilter, OrganizationSort,
};
use undersigned_core::person::{AffiliationFields, ContactKind, ContactPoint, PersonFields};
use undersigned_core::signon::{
    AskItem, AskSource, Asking, FollowupKind, OutreachKind, SignOn, SignOnStanding, Status, StatusChange, Via,
};
use undersigned_core::version::{Reconfirm, VersionFields};
use undersigned_core::{Coalition, Error};
use vocabulary::ids::{LetterId, OrganizationId, SignOnId};

use crate::{Desk, dump};

/// A moment of the autumn in which the letter goes round; the clocks change on the first of November.
fn at(moment: &str) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(&format!("2020-{moment}:00Z"))
        .unwrap()
        .with_timezone(&Utc)
}

/// What happens, step by step, with the coalition as it was after each.
struct Story {
    folder: tempfile::TempDir,
    coalition: Coalition,
    letter: LetterId,
    dumps: Vec<String>,
}

impl Story {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("story.undersigned");
        let coalition = Coalition::create(&path).unwrap();
        Self {
            dumps: vec![dump(&path)],
            folder,
            coalition,
            letter: LetterId(0),
        }
    }

    fn dump(&self) -> String {
        dump(&self.folder.path().join("story.undersigned"))
    }

    /// Does something that must change something.
    fn act<T>(&mut self, act: impl FnOnce(&mut Coalition) -> Result<Change<T>, Error>) -> T {
        let change = act(&mut self.coalition).unwrap();
        assert!(!change.tables.is_empty(), "{:?} changed nothing", change.op);
        let dump = self.dump();
        self.dumps.push(dump);
        change.output
    }

    fn ledger(&self, now: DateTime<Utc>) -> Vec<SignOn> {
        self.coalition.list_sign_ons(self.letter, now).unwrap()
    }

    fn row(&self, name: &str, now: DateTime<Utc>) -> SignOn {
        let found = self.ledger(now).into_iter().find(|row| row.prints_as == name);
        found.unwrap_or_else(|| panic!("{name} is not on the letter"))
    }

    fn id(&self, name: &str) -> SignOnId {
        self.row(name, at("10-12T15:00")).id
    }

    fn set(&mut self, name: &str, change: StatusChange, now: DateTime<Utc>) {
        let id = self.id(name);
        self.act(|coalition| coalition.set_sign_on_status(&[id], &change, now));
    }

    fn refuses(&mut self, name: &str, change: &StatusChange, now: DateTime<Utc>) {
        let id = self.id(name);
        let refused = self.coalition.set_sign_on_status(&[id], change, now);
        assert!(matches!(refused, Err(Error::Rule { .. })), "{name}: {change:?}");
        assert_eq!(&self.dump(), self.dumps.last().unwrap(), "nothing was written");
    }

    /// The block as it would be copied now, by the letter's own choices.
    fn block(&self) -> Vec<String> {
        let options = self.coalition.get_block_options(self.letter).unwrap();
        let block = self
            .coalition
            .get_block(self.letter, &options, &Language::English)
            .unwrap();
        blocks::text::render(&block).lines().map(str::to_owned).collect()
    }

    fn check(&self, now: DateTime<Utc>) -> Vec<(Kind, Option<String>)> {
        let options = self.coalition.get_block_options(self.letter).unwrap();
        let findings = self.coalition.check_letter(self.letter, &options, now).unwrap();
        let ledger = self.ledger(now);
        let name = |id| {
            ledger
                .iter()
                .find(|row| Some(row.id) == id)
                .map(|row| row.prints_as.clone())
        };
        findings
            .iter()
            .map(|finding| (finding.kind, name(finding.sign_on)))
            .collect()
    }

    fn chased(&self, now: DateTime<Utc>) -> Vec<(FollowupKind, String)> {
        let found = self.coalition.list_followups(None, now).unwrap();
        found
            .into_iter()
            .filter(|followup| followup.waiting.is_none())
            .map(|followup| (followup.kind, followup.name))
            .collect()
    }

    fn freeze(&mut self, label: &str, now: DateTime<Utc>) {
        let letter = self.letter;
        let options = self.coalition.get_block_options(letter).unwrap();
        self.act(|coalition| coalition.freeze_edition(letter, &options, &Language::English, label, now));
    }
}

fn yes(via: Via, text: &str) -> StatusChange {
    StatusChange {
        via: Some(via),
        evidence: Some(text.to_owned()),
        ..StatusChange::to(Status::Confirmed)
    }
}

fn grove(number: usize) -> String {
    format!(
        "{} Neighbors",
        [
            "Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fir", "Ginkgo", "Hazel", "Ironwood", "Juniper",
            "Katsura", "Larch", "Maple", "Nutmeg", "Oak", "Pine", "Quince", "Rowan", "Spruce", "Tamarack",
            "Ulmo", "Viburnum", "Willow", "Yew", "Zelkova", "Aspen", "Beech", "Cypress", "Hickory",
            "Sequoia",
        ][number]
    )
}

fn mail(from: &str, date: &str, words: &str) -> Vec<u8> {
    format!("From: {from}\r\nTo: coordinator@example.org\r\nSubject: Re: our letter\r\nDate: {date}\r\n\r\n{words}\r\n")
        .into_bytes()
}

const LEAGUE: &str = "Meadow League";
const CHAPTER: &str = "Meadow League, Harbor Chapter";

#[test]
fn one_letter_over_six_weeks_from_the_first_asking_to_the_corrected_edition_and_all_the_way_back() {
    let mut story = Story::new();
    begin(&mut story);
    let sent = answers(&mut story);
    changes(&mut story);
    out_the_door::deadline(&mut story);
    out_the_door::editions(&mut story, &sent);
    out_the_door::back_and_forth(&mut story);
}

/// Monday 12 October: forty members are asked.
fn begin(story: &mut Story) {
    let now = at("10-12T15:00");
    let list: String = (0..30)
        .map(grove)
        .chain([LEAGUE.to_owned(), CHAPTER.to_owned()])
        .chain((1..=8).map(|n| format!("Lantern Makers, Local {n}")))
        .map(|name| name + "\n")
        .collect();
    let source = Arc::new(OpenSource::from(story.coalition.open_list("", &list).unwrap()));
    let mut choices = Choices::new(ImportTarget::Organizations, Likely::New);
    choices.decisions = source
        .keys()
        .into_iter()
        .map(|key| (key, Decision::New))
        .collect();
    let plan = story
        .coalition
        .plan_import(&source, choices, &mut no_progress, now);
    let plan = plan.unwrap();
    story.act(|coalition| coalition.import(&source, &plan, &mut no_progress, now));
    let ids = story
        .coalition
        .list_organization_ids(&OrganizationFilter::default(), OrganizationSort::default())
        .unwrap();
    assert_eq!(ids.len(), 40);
    story.act(|coalition| {
        coalition.set_organization_field(&ids, OrganizationField::Membership, "member", now)
    });
    let chapter = story.coalition.resolve_organization(CHAPTER).unwrap();
    story.act(|coalition| {
        coalition.set_organization_field(&[chapter], OrganizationField::Parent, LEAGUE, now)
    });
    let alder = story.coalition.resolve_organization(&grove(0)).unwrap();
    let robin = PersonFields {
        name: "Robin Sample".into(),
        contact_points: vec![ContactPoint {
            kind: ContactKind::Email,
            value: "robin@alder.example.org".into(),
            preferred: true,
        }],
        affiliations: vec![AffiliationFields {
            id: None,
            organization_id: alder,
            role: "Director".into(),
            since: None,
            until: None,
            may_sign: true,
            primary: true,
        }],
        ..PersonFields::default()
    };
    let robin = story.act(|coalition| coalition.add_person(&robin, now));
    let fields = LetterFields {
        title: "Keep the night buses".into(),
        addressee: "the transit board".into(),
        soft_deadline: Some("2020-10-28T17:00".into()),
        hard_deadline: Some("2020-10-30T17:00".into()),
        zone: Some("America/Chicago".into()),
        topic: "transit".into(),
        ..LetterFields::default()
    };
    story.letter = story.act(|coalition| coalition.add_letter(&fields, now));
    let letter = story.letter;
    let text = VersionFields {
        text: "We, the undersigned, ask the board to keep the night buses.\n\nThank you.".into(),
        summary: String::new(),
        reconfirm: Reconfirm::None,
        reconfirm_by: None,
    };
    story.act(|coalition| coalition.add_version(letter, &text, now));

    let plan = story.coalition.plan_ask(letter, &AskSource::Members).unwrap();
    assert_eq!((plan.rows.len(), plan.already), (40, 0));
    assert!(plan.rows.iter().all(|row| row.chosen));
    let items: Vec<AskItem> = plan
        .rows
        .iter()
        .map(|row| AskItem {
            organization_id: row.organization.id,
            person_id: row.person.as_ref().map(|person| person.id),
        })
        .collect();
    assert_eq!(
        story.act(|coalition| coalition.ask(letter, &items.into(), now)),
        40
    );
    assert_eq!(story.row(&grove(0), now).person.unwrap().id, robin);
    assert_eq!(
        story.chased(now).len(),
        40,
        "all are still to be asked, and nobody waits"
    );
    let all: Vec<SignOnId> = story.ledger(now).iter().map(|row| row.id).collect();
    story.act(|coalition| {
        coalition.log_outreach(
            &all,
            OutreachKind::Ask,
            Some(Via::Email),
            "Will you sign?",
            None,
            now,
        )
    });
    assert!(story.ledger(now).iter().all(|row| row.status == Status::Asked));
    assert_eq!(story.block(), [""; 0], "asking puts nobody in the block");
    assert_eq!(story.chased(now), []);
    assert_eq!(story.chased(at("10-15T20:00")), [], "the fourth day has not come");
    let chased = story.chased(at("10-16T15:00"));
    assert_eq!(chased.len(), 40);
    assert!(chased.iter().all(|(kind, _)| *kind == FollowupKind::NoAnswer));
}

/// The first two weeks: evidence of every kind. Gives back the bytes of a message that was kept.
fn answers(story: &mut Story) -> Vec<u8> {
    // A text from an email, with who said so.
    let by_robin = StatusChange {
        authorized_by: Some("Robin Sample".into()),
        ..yes(Via::Email, "Yes, please add us.")
    };
    story.set(&grove(0), by_robin, at("10-16T16:00"));
    // A message, dropped on two rows at once: it confirms nobody by itself.
    let message = mail(
        "Sam Specimen <sam@birch.example.org>",
        "Fri, 16 Oct 2020 09:30:00 -0500",
        "Both of us sign.",
    );
    let two = [story.id(&grove(1)), story.id(&grove(2))];
    let kept = story
        .act(|coalition| coalition.add_evidence_file(&two, None, "reply.eml", &message, at("10-16T17:00")));
    assert_eq!(story.block().len(), 1);
    let confirmed = StatusChange::to(Status::Confirmed);
    story.act(|coalition| coalition.set_sign_on_status(&two, &confirmed, at("10-16T17:05")));
    let items = story.coalition.list_evidence(two[1]).unwrap();
    assert_eq!(
        (
            items[0].sender.as_str(),
            items[0].subject.as_str(),
            items[0].text.as_str()
        ),
        (
            "Sam Specimen <sam@birch.example.org>",
            "Re: our letter",
            "Both of us sign."
        )
    );
    assert_eq!(
        (items[0].sent_at.as_deref(), items[0].shared_by),
        (Some("2020-10-16T14:30:00Z"), 2)
    );
    assert_eq!(story.coalition.get_evidence_file(kept).unwrap().content, message);
    // A row of a form, a scan, a list that names them.
    story.set(
        &grove(3),
        yes(Via::Form, "Organization: Dogwood Neighbors\nSign us on: Yes"),
        at("10-17T10:00"),
    );
    let scan = story.id(&grove(4));
    story.act(|coalition| {
        coalition.add_evidence_file(
            &[scan],
            Some(Via::Paper),
            "signed.pdf",
            b"%PDF-1.4 a scan",
            at("10-17T11:00"),
        )
    });
    story.set(
        &grove(4),
        StatusChange {
            via: Some(Via::Paper),
            ..confirmed.clone()
        },
        at("10-17T11:05"),
    );
    story.set(
        &grove(5),
        yes(Via::List, "Signatories: ... Fir Neighbors ..."),
        at("10-17T12:00"),
    );
    // A call is not in writing: it needs the reason, or stays a yes that is only said.
    let called = StatusChange {
        via: Some(Via::Phone),
        evidence: Some("Called: yes.".into()),
        ..confirmed.clone()
    };
    story.refuses(&grove(6), &called, at("10-19T15:00"));
    story.set(
        &grove(6),
        StatusChange {
            status: Status::SaidYes,
            ..called.clone()
        },
        at("10-19T15:00"),
    );
    story.set(
        &grove(7),
        StatusChange {
            reason: Some("Its board is at sea; standing decision of 2019.".into()),
            ..called
        },
        at("10-19T15:10"),
    );
    let in_meeting = StatusChange {
        via: Some(Via::Meeting),
        ..StatusChange::to(Status::SaidYes)
    };
    story.set(&grove(8), in_meeting, at("10-19T19:00"));
    assert_eq!(story.block().len(), 7);
    assert!(!story.block().contains(&grove(6)));
    // The yes on the phone comes in writing.
    let chased = story.chased(at("10-22T15:00"));
    assert!(
        chased.contains(&(FollowupKind::Unwritten, grove(6))),
        "{chased:?}"
    );
    let written = mail(
        "kim@ginkgo.example.org",
        "Thu, 22 Oct 2020 16:00:00 -0500",
        "As I said: we sign.",
    );
    let ginkgo = [story.id(&grove(6))];
    story.act(|coalition| {
        coalition.add_evidence_file(&ginkgo, None, "ginkgo.eml", &written, at("10-22T21:30"))
    });
    story.set(&grove(6), confirmed, at("10-22T21:31"));
    // One thinks until its board meets, one says no, and twenty fill in the form.
    let until_board = StatusChange {
        expected_by: Some("2020-11-02".into()),
        ..StatusChange::to(Status::Considering)
    };
    story.set(&grove(9), until_board, at("10-22T22:00"));
    story.set(
        &grove(10),
        StatusChange {
            status: Status::Declined,
            ..yes(Via::Email, "Not this time.")
        },
        at("10-22T22:10"),
    );
    let many: Vec<SignOnId> = (11..30)
        .map(|number| story.id(&grove(number)))
        .chain([story.id(LEAGUE)])
        .collect();
    story.act(|coalition| {
        coalition.set_sign_on_status(
            &many,
            &yes(Via::Form, "The form of 23 October"),
            at("10-23T15:00"),
        )
    });
    assert_eq!(story.block().len(), 28);
    // A no is no yes: what was written before it does not confirm.
    story.refuses(
        &grove(10),
        &StatusChange::to(Status::Confirmed),
        at("10-23T16:00"),
    );
    message
}

/// The third week: a chapter beside its parent, one twice by a second person, and a new text that two do not want.
fn changes(story: &mut Story) {
    let now = at("10-24T15:00");
    let letter = story.letter;
    story.set(CHAPTER, yes(Via::Email, "Our chapter signs too."), now);
    assert!(
        story
            .check(now)
            .contains(&(Kind::ParentAndChapter, Some(CHAPTER.to_owned())))
    );
    assert_eq!(story.block().len(), 29);
    // Somebody else at Larch Neighbors fills in the form in another spelling, and it is taken for another organization.
    let twin = OrganizationFields {
        name: "Larch Neighbours, Inc.".into(),
        ..OrganizationFields::default()
    };
    let twin = story.act(|coalition| coalition.add_organization(&twin, now));
    let change = yes(Via::Form, "Larch Neighbours, Inc., by its treasurer");
    story.act(|coalition| coalition.set_sign_on(letter, twin, &change, &Default::default(), now));
    assert_eq!(story.block().len(), 30);
    let twice: Vec<_> = story
        .check(now)
        .into_iter()
        .filter(|(kind, _)| matches!(kind, Kind::Twice | Kind::PerhapsTwice))
        .collect();
    assert_eq!(twice.len(), 1, "{twice:?}");
    let larch = story.coalition.resolve_organization(&grove(11)).unwrap();
    story.act(|coalition| coalition.merge_organizations(larch, twin, &MergeChoices::default(), now));
    assert_eq!(story.block().len(), 29);
    assert_eq!(
        story.coalition.list_evidence(story.id(&grove(11))).unwrap().len(),
        2,
        "no merge loses what was given"
    );

    let text = VersionFields {
        text: "We, the undersigned, ask the board to keep every night bus.\n\nThank you.".into(),
        summary: "Every one of them.".into(),
        reconfirm: Reconfirm::OptOut,
        reconfirm_by: Some("2020-10-28".into()),
    };
    story.act(|coalition| coalition.add_version(letter, &text, at("10-25T15:00")));
    let diff = story.coalition.compare_versions(letter, 1, 2).unwrap();
    assert_eq!((diff.added, diff.removed), (2, 2));
    assert_eq!(story.block().len(), 29, "who says nothing stands");
    let standing = |story: &Story, moment| story.coalition.list_standing(letter, at(moment)).unwrap()[0];
    let open = standing(story, "10-28T20:00");
    assert_eq!((open.version, open.stands, open.may_opt_out), (1, 0, 29));
    // In Chicago it is still the 28th at three in the morning of Greenwich's 29th.
    assert_eq!(standing(story, "10-29T03:00").may_opt_out, 29);
    assert_eq!(standing(story, "10-29T06:00").stands, 29);
    for number in [12, 13] {
        let no = StatusChange {
            status: Status::Withdrawn,
            ..yes(Via::Email, "We can't stand under “every”.")
        };
        story.set(&grove(number), no, at("10-27T15:00"));
    }
    assert_eq!(story.block().len(), 27);
    let now = at("10-27T16:00");
    assert!(story.check(now).contains(&(Kind::Withdrawn, Some(grove(12)))));
    assert!(story.check(now).contains(&(Kind::MayOptOut, None)));
    assert_eq!(story.row(&grove(0), now).standing, SignOnStanding::MayOptOut);
}

#[test]
fn what_was_written_before_a_no_or_before_a_spoken_yes_is_no_yes() {
    let mut desk = Desk::new();
    let now = |minute: u32| crate::day(3) + chrono::Duration::minutes(minute.into());
    desk.import("Alder Neighbors\nBirch Neighbors\n", Status::Asked);
    let ids: Vec<SignOnId> = desk
        .coalition
        .list_sign_ons(desk.letter, now(0))
        .unwrap()
        .iter()
        .map(|row| row.id)
        .collect();
    let spoken = StatusChange {
        via: Some(Via::Phone),
        ..StatusChange::to(Status::Confirmed)
    };
    let mut set = |id: SignOnId, change: &StatusChange, minute: u32| {
        desk.coalition
            .set_sign_on_status(&[id], change, now(minute))
            .is_ok()
    };
    // A no by email, asked once more, and now "yes" on the phone.
    let no = StatusChange {
        status: Status::Declined,
        ..yes(Via::Email, "No, thank you.")
    };
    assert!(set(ids[0], &no, 1));
    assert!(set(ids[0], &StatusChange::to(Status::Asked), 2));
    assert!(!set(ids[0], &spoken, 3));
    assert!(!set(ids[0], &StatusChange::to(Status::Confirmed), 3));
    assert!(set(
        ids[0],
        &StatusChange {
            status: Status::SaidYes,
            ..spoken.clone()
        },
        4
    ));
    assert!(!set(ids[0], &StatusChange::to(Status::Confirmed), 5));
    assert!(set(ids[0], &yes(Via::Email, "Yes after all."), 6));
    // "Our board meets on Monday" is no yes either.
    let until = StatusChange {
        status: Status::Considering,
        ..yes(Via::Email, "Our board meets on Monday.")
    };
    assert!(set(ids[1], &until, 7));
    assert!(!set(ids[1], &spoken, 8));
    assert!(set(
        ids[1],
        &StatusChange {
            status: Status::SaidYes,
            ..spoken.clone()
        },
        9
    ));
    assert!(!set(ids[1], &spoken, 10));
    desk.coalition
        .add_evidence(&[ids[1]], Some(Via::Email), "As I said: yes.", None, now(11))
        .unwrap();
    let confirmed = StatusChange::to(Status::Confirmed);
    desk.coalition
        .set_sign_on_status(&[ids[1]], &confirmed, now(12))
        .unwrap();
}
